/** Other programs worked while the service was measured. */
import type { HostReading } from '../domain/measurement.ts';
import { finding, type Rule } from './evidence.ts';

/** A tenth of the machine is as much as the usual limit of a regression: from there on others can make one. */
export const OTHERS_SHARE = 0.1;
/** Databases work for the service, and the kernel's own threads for everybody. */
const OURS =
  /^(?:postgres|postmaster|mysqld|mariadbd|redis-server|valkey-server|mongod|memcached|sqlservr|ksoftirqd|kworker|kcompactd|kswapd|rcu_)/u;

/** Programs that are nobody's here: the busiest by their names, and what all of them used. */
export interface Strangers {
  /** The busiest first; empty where names cannot be read. */
  readonly programs: readonly string[];
  readonly otherCores: number;
}

/** Fires when processes that are neither service, generator nor gate, nor a database, used more than a tenth of the machine. */
export const backgroundActivity: Rule = ({ scenarios, run }) =>
  scenarios.flatMap(({ name, here: host }) => {
    const strangers = host === null ? null : strangersOf(host);
    return host !== null && strangers !== null && strangers.otherCores > OTHERS_SHARE * host.cores
      ? [
          finding('background-activity', 'limitation', 'certain', {
            scenario: name,
            ...strangers,
            cores: host.cores,
            from: run.target?.loopback !== false ? 'service' : 'generator',
          }),
        ]
      : [];
  });

/** Where programs cannot be told apart, all of them are strangers. */
export function strangersOf({ others, otherCores }: HostReading): Strangers {
  const known = others.filter(({ name }) => OURS.test(name)).reduce((sum, { cores }) => sum + cores, 0);
  const programs = others.filter(({ name }) => !OURS.test(name)).map(({ name }) => name);
  return { programs, otherCores: Math.max(0, otherCores - known) };
}
