/** The memory of a database does not hold what it is asked for. */
import { isSingleThreaded, loadsOf } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { believableIn, LATENCY_FLOOR_MS } from './watched.ts';

/** A database that is warm finds more than 99 of 100 blocks in memory; one of ten from a disk takes most of the time. */
export const MISSES = 0.1;
/** A quarter of the latency has to be the database's, or its memory does not matter. */
const LATENCY_SHARE = 0.25;

/** Fires for databases on disk; what Redis misses was not there. */
export const cacheMisses: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const [load] = loadsOf(watched).filter(
      (each) =>
        !isSingleThreaded(each) &&
        each.reading.cacheHits !== null &&
        1 - each.reading.cacheHits > MISSES &&
        each.perAnswer >= LATENCY_SHARE * watched.mean,
    );
    if (load?.reading.cacheHits == null || watched.mean < LATENCY_FLOOR_MS) return [];
    const evidence = { database: load.reading.name, misses: 1 - load.reading.cacheHits };
    return [finding('cache-misses', 'bottleneck', 'likely', { scenario: watched.name, ...evidence })];
  });
