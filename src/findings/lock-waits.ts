/** Sessions of a database wait for each other's locks. */
import { type DatabaseLoad, loadsOf, timeOf } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { believableIn } from './watched.ts';

/** At any time at least every other look finds one that waits… */
export const LOCKED_MIN = 0.5;
/** …and of the latency it is a fifth at least: more than chance meetings. */
export const LOCKED_SHARE = 0.2;

/** Fires for the database with the most sessions that wait for a lock. */
export const lockWaits: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const [worst] = loadsOf(watched)
      .filter(isLocked)
      .toSorted((left, right) => right.locked - left.locked);
    if (worst === undefined) return [];
    return [
      finding('lock-waits', 'bottleneck', 'certain', {
        scenario: watched.name,
        database: worst.reading.name,
        sessions: worst.locked,
        perAnswer: timeOf(worst, worst.locked),
        mean: watched.mean,
      }),
    ];
  });

/** Whether locks hold its sessions up. */
export const isLocked = (load: DatabaseLoad): boolean =>
  load.locked >= LOCKED_MIN && timeOf(load, load.locked) >= LOCKED_SHARE * load.watched.mean;
