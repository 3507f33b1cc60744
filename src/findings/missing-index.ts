/** A statement reads far more than it gives: as a table without the index that it would need. */
import type { StatementReading } from '../domain/resources.ts';
import { type DatabaseLoad, dominantOf, isMostOfLatency, loadsOf, perCall } from './database-load.ts';
import { finding, type Rule } from './evidence.ts';
import { isLocked } from './lock-waits.ts';
import { isPoolBusy } from './small-pool.ts';
import { believableIn } from './watched.ts';

/** Rows that were looked at for each that was given: an index on what is asked for brings them to a few. */
export const EXAMINED_MIN = 1_000;
/** Blocks that were touched for each row: through an index it is about four. */
export const BLOCKS_MIN = 100;
/** A call that takes less is no wait, whatever it reads. */
const SLOW_MS = 1;
/** It is this statement, and not the others. */
const MOST_OF_TIME = 0.5;

/** Fires once a scenario, for the database in which most time is spent or all sessions are busy. */
export const missingIndex: Rule = (scene) =>
  believableIn(scene).flatMap((watched) => {
    const [found] = loadsOf(watched)
      .filter((load) => isMostOfLatency(load) || isPoolBusy(load))
      .flatMap((load) => scannerIn(load));
    return found === undefined
      ? []
      : [finding('missing-index', 'bottleneck', 'likely', { scenario: watched.name, ...found })];
  });

function scannerIn(load: DatabaseLoad) {
  const dominant = dominantOf(load);
  if (dominant === null || dominant.share < MOST_OF_TIME) return [];
  const { statement } = dominant;
  if (perCall(statement) < SLOW_MS || !readsTooMuch(statement, isLocked(load))) return [];
  const a = (count: number | null): number | null => (count === null ? null : count / statement.calls);
  return [
    {
      database: load.reading.name,
      statement: statement.text,
      perCall: perCall(statement),
      rows: a(statement.rows),
      examined: a(statement.examined),
      blocks: a(statement.blocks),
    },
  ];
}

/** Blocks prove less than rows: while statements wait for locks, they also touch old versions of a row. */
function readsTooMuch({ calls, rows, examined, blocks }: StatementReading, locked: boolean): boolean {
  // A call without a row has looked for one.
  const given = Math.max(rows ?? 0, calls);
  if (examined !== null && examined >= EXAMINED_MIN * given) return true;
  return examined === null && blocks !== null && rows !== null && !locked && blocks >= BLOCKS_MIN * given;
}
