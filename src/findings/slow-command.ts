/** One command keeps a server that executes one at a time from all others. */
import { dominantOf, isSingleThreaded, loadsOf, perCall } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { believableIn } from './watched.ts';

/** Commands on a single key take a few millionths of a second; a tenth of a millisecond walks over many. */
export const COMMAND_MS = 0.1;
/** From half of the time on a command waits on average as long as it takes (ρ/(1−ρ))… */
export const SERVER_BUSY = 0.5;
/** …and below that it has to be a quarter of the latency by itself. */
export const LATENCY_SHARE = 0.25;
const MOST_OF_TIME = 0.5;

/** Fires for Redis and Valkey. */
export const slowCommand: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const [found] = loadsOf(watched)
      .filter(isSingleThreaded)
      .flatMap((load) => {
        const dominant = dominantOf(load);
        if (dominant === null || dominant.share < MOST_OF_TIME) return [];
        const { statement, share } = dominant;
        const costs = load.busy >= SERVER_BUSY || load.perAnswer >= LATENCY_SHARE * watched.mean;
        if (!costs || perCall(statement) < COMMAND_MS) return [];
        const { name: database } = load.reading;
        return [
          {
            database,
            command: statement.text,
            perCall: perCall(statement),
            share,
            busy: Math.min(1, load.busy),
          },
        ];
      });
    return found === undefined
      ? []
      : [finding('slow-command', 'bottleneck', 'certain', { scenario: watched.name, ...found })];
  });
