/** Service and generator ran on one machine, without having been seen to fight for it. */
import { finding, type Rule } from './evidence.ts';

/** Fires for a loopback target on a machine that was watched, with the readings of the scenario in which it was busiest. */
export const sharedMachine: Rule = ({ run, scenarios }) => {
  const hosts = scenarios.flatMap(({ host }) => (host === null ? [] : [host]));
  const busiest = hosts.toSorted((left, right) => right.busyCores - left.busyCores)[0];
  if (run.target?.loopback !== true || busiest === undefined) return [];
  const { serviceCores, generatorCores, otherCores, cores } = busiest;
  return [
    finding('shared-machine', 'limitation', 'certain', { serviceCores, generatorCores, otherCores, cores }),
  ];
};
