/** Adds up what a database did between pairs of looks at its counters. */
import type { DatabaseReading } from '../../domain/resources.ts';
import { millis, ratio } from '../../domain/units.ts';
import type { Counted, Counters } from './server.ts';
import { tidyStatement } from './text.ts';

/** What made counts doubtful. */
export type Doubt =
  /** A counter went backwards: it was reset, or another server answers. */
  | 'reset'
  /** The server dropped counters of statements for want of room. */
  | 'forgotten';

/** What a reading has of counters. */
export type CountReading = Pick<DatabaseReading, 'queries' | 'time' | 'statements' | 'rest' | 'cacheHits'>;

/** The account of one build on one database. */
export interface Account {
  /** Adds what happened between two looks. */
  add(before: Counters, after: Counters): void;
  /** Keys of the statements that took the most time so far, the longest first. */
  top(): readonly string[];
  doubts(): readonly Doubt[];
  /** What it came to. `texts`: of the statements of {@link top}. `doubleQuotes`: see `tidyStatement`. */
  read(texts: ReadonlyMap<string, string>, doubleQuotes: boolean): CountReading;
}

/** Statements that a reading shows. */
const TOP = 20;
/** Statements that are told apart; the others are in the rest. */
const KNOWN_MAX = 20_000;

/** Opens an account. Without a pair of looks nothing is known: null, not 0. */
export function openAccount(): Account {
  const known = new Map<string, Counted>();
  const doubts = new Set<Doubt>();
  const calls = openSum();
  const time = openSum();
  const hits = openSum();
  const misses = openSum();
  const top = () => [...known].toSorted(([, a], [, b]) => b.time - a.time || b.calls - a.calls).slice(0, TOP);
  return {
    add(before, after) {
      const doubt = doubtOf(before, after);
      if (doubt !== null) doubts.add(doubt);
      calls.add(before.calls, after.calls);
      time.add(before.time, after.time);
      hits.add(before.cache?.hits ?? null, after.cache?.hits ?? null);
      misses.add(before.cache?.misses ?? null, after.cache?.misses ?? null);
      for (const [id, grown] of grownBetween(before, after))
        if (known.has(id) || known.size < KNOWN_MAX) known.set(id, plus(known.get(id), grown));
    },
    top: () => top().map(([id]) => id),
    doubts: () => [...doubts],
    read(texts, doubleQuotes) {
      const total = { calls: calls.total(), time: time.total(), hits: hits.total(), misses: misses.total() };
      const sure = doubts.size === 0;
      const shown = doubts.has('reset') ? [] : top();
      return {
        queries: sure ? total.calls : null,
        time: sure && total.time !== null ? millis(total.time) : null,
        statements: shown.map(([id, counted]) => ({
          id,
          text: tidyStatement(texts.get(id) ?? '', doubleQuotes) || 'a statement whose text is not known',
          ...counted,
          time: millis(counted.time),
        })),
        rest: restOf(shown, doubts.has('reset') ? new Map() : known, sure ? total : NOTHING),
        cacheHits: doubts.has('reset') ? null : shareOf(total.hits, total.misses),
      };
    },
  };
}

const NOTHING = { calls: null, time: null };

/** A sum of differences; null as long as there is none, and from the first that is not known. */
function openSum() {
  let total: number | null | undefined;
  return {
    add(before: number | null, after: number | null): void {
      const grown = before === null || after === null ? null : Math.max(0, after - before);
      total = grown === null || total === null ? null : (total ?? 0) + grown;
    },
    total: (): number | null => total ?? null,
  };
}

/** A server that forgets lets its sums shrink as well: what it says of itself comes first. */
function doubtOf(before: Counters, after: Counters): Doubt | null {
  if (after.forgotten > before.forgotten) return 'forgotten';
  if (wentBackwards(before, after)) return 'reset';
  return hasLost(before, after) ? 'forgotten' : null;
}

function wentBackwards(before: Counters, after: Counters): boolean {
  return (
    (before.calls ?? 0) > (after.calls ?? 0) ||
    (before.cache?.hits ?? 0) > (after.cache?.hits ?? Number.POSITIVE_INFINITY)
  );
}

/** Seen where the server does not say so: a statement is gone, or counts from nothing again. */
function hasLost(before: Counters, after: Counters): boolean {
  return [...(before.statements ?? [])].some(([id, { calls }]) => {
    const now = after.statements?.get(id);
    return now === undefined ? after.complete : now.calls < calls;
  });
}

/** Statements with calls between the looks. One that was not listed before counts from nothing, where all were listed; else nobody knows. */
function grownBetween(before: Counters, after: Counters): readonly (readonly [string, Counted])[] {
  return [...(after.statements ?? [])].flatMap(([id, now]) => {
    const earlier = before.statements?.get(id);
    if (earlier === undefined && !before.complete) return [];
    const grown = earlier === undefined ? now : minus(now, earlier);
    return grown.calls > 0 ? [[id, grown] as const] : [];
  });
}

const minus = (now: Counted, earlier: Counted): Counted =>
  combine(now, earlier, (a, b) => Math.max(0, a - b));
const plus = (sum: Counted | undefined, grown: Counted): Counted =>
  sum === undefined ? grown : combine(sum, grown, (a, b) => a + b);

function combine(a: Counted, b: Counted, by: (a: number, b: number) => number): Counted {
  const both = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? null : by(x, y);
  return {
    calls: by(a.calls, b.calls),
    time: by(a.time, b.time),
    rows: both(a.rows, b.rows),
    examined: both(a.examined, b.examined),
    blocks: both(a.blocks, b.blocks),
  };
}

/** What is not shown: by the totals where they are known, since not every statement was told apart. */
function restOf(
  shown: readonly (readonly [string, Counted])[],
  known: ReadonlyMap<string, Counted>,
  total: { readonly calls: number | null; readonly time: number | null },
): DatabaseReading['rest'] {
  const sum = (counted: readonly Counted[], of: 'calls' | 'time'): number =>
    counted.reduce((all, each) => all + each[of], 0);
  const top = shown.map(([, counted]) => counted);
  const all = [...known.values()];
  const calls = Math.max(0, (total.calls ?? sum(all, 'calls')) - sum(top, 'calls'));
  const time = Math.max(0, (total.time ?? sum(all, 'time')) - sum(top, 'time'));
  // Of no calls only the rounding of sums is left.
  return {
    statements: Math.max(0, known.size - shown.length),
    calls,
    time: millis(calls === 0 ? 0 : time),
  };
}

function shareOf(hits: number | null, misses: number | null): DatabaseReading['cacheHits'] {
  if (hits === null || misses === null || hits + misses <= 0) return null;
  return ratio(hits / (hits + misses));
}
