/** Requests spend most of their time in the database, and there with one statement. */
import { dominantOf, isMostOfLatency, loadsOf } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { isOnDisk } from './disk-bound.ts';
import { believableIn } from './watched.ts';

/** From half of the database's time on it pays to begin with this statement. */
export const MOST_OF_TIME = 0.5;

/** Fires for the database with the most time a request. */
export const databaseDominant: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const [load] = loadsOf(watched).filter((each) => isMostOfLatency(each) && !isOnDisk(each));
    const dominant = load === undefined ? null : dominantOf(load);
    if (load === undefined || dominant === null || dominant.share < MOST_OF_TIME) return [];
    return [
      finding('database-dominant', 'bottleneck', 'likely', {
        scenario: watched.name,
        database: load.reading.name,
        statement: dominant.statement.text,
        share: dominant.share,
        perAnswer: load.perAnswer,
        mean: watched.mean,
      }),
    ];
  });
