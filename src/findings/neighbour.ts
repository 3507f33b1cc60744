/** Another program took cores away while the service was ready to use them. */
import type { HostReading } from '../domain/measurement.ts';
import { OTHERS_SHARE } from './background-activity.ts';
import { finding, type Rule } from './evidence.ts';
import { watchedIn } from './watched.ts';

/** A service that waited for a core for a fifth of what it computed is slower by as much, and by no fault of its own. */
export const DELAY_SHARE = 0.2;
/** Less waiting than this, in cores' worth, is the scheduler's usual business. */
export const DELAY_FLOOR = 0.05;
/** Databases work for the service, and the kernel's own threads for everybody. */
const OURS =
  /^(?:postgres|postmaster|mysqld|mariadbd|redis-server|valkey-server|mongod|memcached|sqlservr|ksoftirqd|kworker|kcompactd|kswapd|rcu_)/u;

/** Fires when other programs than databases used a tenth of the machine, and the service's run-queue delay shows who paid for it. */
export const neighbour: Rule = (scene) =>
  watchedIn(scene).flatMap(({ name, resources: { service }, host }) => {
    if (service === null || service.runQueueDelay === null || host === null) return [];
    const rival = rivalOf(host);
    const { runQueueDelay, cores: serviceCores } = service;
    const delayed = runQueueDelay > Math.max(DELAY_FLOOR, DELAY_SHARE * serviceCores);
    if (!delayed || rival.otherCores <= OTHERS_SHARE * host.cores) return [];
    const evidence = { scenario: name, ...rival, cores: host.cores, runQueueDelay, serviceCores };
    return [finding('neighbour', 'limitation', 'certain', evidence)];
  });

/** Where programs cannot be told apart, all of them. */
function rivalOf({ others, otherCores }: HostReading): {
  readonly program: string | null;
  readonly otherCores: number;
} {
  if (others.length === 0) return { program: null, otherCores };
  const rivals = others.filter(({ name }) => !OURS.test(name));
  const cores = rivals.reduce((sum, rival) => sum + rival.cores, 0);
  return { program: rivals[0]?.name ?? null, otherCores: cores };
}
