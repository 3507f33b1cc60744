/** All connections are busy all the time, and requests wait for one. */
import { type DatabaseLoad, isSingleThreaded, loadsOf } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { believableIn, LATENCY_FLOOR_MS } from './watched.ts';

/** From four fifths on hardly any request finds a free connection: the looks also meet the moments between two statements. */
export const POOL_BUSY = 0.8;
/** A request takes at least twice the time that the database needs for it: the rest is waiting for a connection. */
export const WAITING_RATIO = 2;

/** Fires when the sessions of the service are fewer than the requests under way, always busy, and not what takes the time. */
export const smallPool: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const { name: scenario, mean, concurrency } = watched;
    const [found] = loadsOf(watched).filter(
      (load) => isPoolBusy(load) && !isSingleThreaded(load) && mean >= WAITING_RATIO * load.perAnswer,
    );
    if (found === undefined || mean < LATENCY_FLOOR_MS) return [];
    const { reading, perAnswer } = found;
    const { most = 0, active = 0, idleInTransaction = 0 } = reading.connections ?? {};
    const evidence = { database: reading.name, connections: most, active: active + idleInTransaction };
    return [
      finding('small-pool', 'bottleneck', 'likely', { scenario, ...evidence, concurrency, perAnswer, mean }),
    ];
  });

/** Whether requests meet busy connections only. A transaction that does nothing keeps its connection, too. */
export function isPoolBusy({ reading: { connections }, watched }: DatabaseLoad): boolean {
  if (connections === null || connections.most === 0) return false;
  const { most, active, idleInTransaction } = connections;
  return active + idleInTransaction >= POOL_BUSY * most && most < watched.concurrency;
}
