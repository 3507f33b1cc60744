/** Requests spend most of their time in the database, and nothing more particular is known. */
import { isMostOfLatency, isSingleThreaded, loadsOf } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { isOnDisk } from './disk-bound.ts';
import { believableIn } from './watched.ts';

/** A server that executes one command at a time is at its end: from 70 % on a command waits for more than two others (ρ/(1−ρ)). */
export const SERVER_BUSY = 0.7;

/** Fires for the database with the most time a request. */
export const databaseBound: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const [load] = loadsOf(watched).filter(
      (each) =>
        (isMostOfLatency(each) && !isOnDisk(each)) || (isSingleThreaded(each) && each.busy >= SERVER_BUSY),
    );
    if (load === undefined) return [];
    const { reading, perAnswer } = load;
    const evidence = { scenario: watched.name, database: reading.name, perAnswer, mean: watched.mean };
    return [finding('database-bound', 'bottleneck', 'likely', evidence)];
  });
