/** The service ran on another machine than the load came from, so that what it used is known only from others. */
import type { TargetEvidence } from '../domain/finding-target.ts';
import type { Resources } from '../domain/resources.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires once, when the address that was loaded is another machine's. */
export const serviceElsewhere: Rule = ({ run, plan, scenarios }) => {
  if (run.target === null || run.target.loopback) return [];
  const { address } = run.target;
  const databases = plan.databases.length > 0;
  const resources = scenarios
    .flatMap(({ summary }) => summary.slices)
    .flatMap((slice) => slice.resources ?? []);
  const told = resources.flatMap(({ monitoring }) => monitoring ?? []);
  const [used = null] = told.toSorted(
    (left, right) =>
      (right.cpu?.mean ?? 0) - (left.cpu?.mean ?? 0) || (right.memory?.most ?? 0) - (left.memory?.most ?? 0),
  );
  return [
    finding('service-elsewhere', 'limitation', 'certain', {
      address,
      databases,
      used,
      ...readOverSsh(resources),
    }),
  ];
};

/** Of the slice in which the service used most; nothing where neither it nor its machine was read. */
function readOverSsh(all: readonly Resources[]): Pick<TargetEvidence['service-elsewhere'], 'ssh'> {
  const [most] = all
    .flatMap(({ elsewhere, service }) => (elsewhere === undefined ? [] : [{ elsewhere, service }]))
    .toSorted((left, right) => (right.service?.cores ?? 0) - (left.service?.cores ?? 0));
  if (most === undefined) return {};
  const { elsewhere, service } = most;
  const { host, machine } = elsewhere;
  if (service === null && machine === null) return {};
  return {
    ssh: {
      host,
      cores: service?.cores ?? null,
      memory: service?.memory ?? null,
      machine: machine && { cores: machine.cores, busyCores: machine.busyCores },
    },
  };
}
