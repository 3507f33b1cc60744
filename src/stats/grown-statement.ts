/** Statements of databases, on one build against the other: which of them grew. */
import type { GrownStatement } from '../domain/attribution.ts';
import type { Slice } from '../domain/measurement.ts';
import { answeredOf } from './queries.ts';

/** Calls and milliseconds a request of one statement. */
interface StatementCost {
  readonly database: string;
  readonly text: string;
  readonly calls: number;
  readonly time: number;
}

/** Statements of a build by database and the server's own key. */
export interface StatementCosts {
  readonly byKey: ReadonlyMap<string, StatementCost>;
  /** Databases of which only those that took the most time are known. */
  readonly partial: ReadonlySet<string>;
}

/** Statements of all slices together, for each answered request. */
export function statementCosts(slices: readonly Slice[]): StatementCosts {
  const answered = Math.max(1, answeredOf(slices));
  const databases = slices.flatMap(({ resources }) => resources?.databases ?? []);
  const byKey = new Map<string, StatementCost>();
  for (const { name, statements } of databases) {
    for (const { id, text, calls, time } of statements) {
      const key = JSON.stringify([name, id]);
      const before = byKey.get(key) ?? { calls: 0, time: 0 };
      byKey.set(key, {
        database: name,
        text,
        calls: before.calls + calls / answered,
        time: before.time + time / answered,
      });
    }
  }
  const partial = databases.filter(({ rest }) => rest.statements > 0).map(({ name }) => name);
  return { byKey, partial: new Set(partial) };
}

/** One more run of it for every so many requests is worth a word, however little time it takes… */
export const MORE_CALLS = 0.1;
/** …and so is this share of the added latency. */
export const TIME_SHARE = 0.05;

/** The statement whose time grew most, where time or calls grew by enough; null without one. `added`: milliseconds by which an answer takes longer. */
export function grownStatement(
  base: StatementCosts,
  head: StatementCosts,
  added: number,
): GrownStatement | null {
  const grown = [...head.byKey].flatMap(([key, now]) => {
    const seen = base.byKey.get(key);
    const before = seen ?? { calls: 0, time: 0 };
    const [time, calls] = [now.time - before.time, now.calls - before.calls];
    if (!(time > 0) || (calls < MORE_CALLS && time < TIME_SHARE * added)) return [];
    const known = seen !== undefined || !base.partial.has(now.database);
    return [{ time, statement: statementOf(now, known ? before : null) }];
  });
  return grown.toSorted((left, right) => right.time - left.time)[0]?.statement ?? null;
}

function statementOf(
  { database, text, calls, time }: StatementCost,
  before: Pick<StatementCost, 'calls' | 'time'> | null,
): GrownStatement {
  return {
    database,
    text,
    before: before === null ? null : { calls: before.calls, time: before.time },
    now: { calls, time },
  };
}
