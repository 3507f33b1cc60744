/** What a search found, as rows and charts of numbers: one row a level. */
import type { Run, Side } from '../domain/measurement.ts';
import type { Break, Degradation, Objective, SearchKind, SearchResult, Step } from '../domain/search.ts';
import { addCounts, failuresOf } from '../stats/summary.ts';
import { capacityOf, degradationOf, type Level, levelsOf, littleGap } from '../stats/search.ts';

/** One level. */
export interface SearchRow {
  /** Users, or arrivals a second. */
  readonly level: number;
  /** The best step at this level. */
  readonly step: Step;
  /** Null for a level that was carried. */
  readonly broken: Break | null;
  /** As a share of the users; null where the law says nothing. */
  readonly littleGap: number | null;
  /** The same level on the base commit, or null. */
  readonly base: Step | null;
}

/** Everything that a report shows of a search. */
export interface SearchReport {
  readonly kind: SearchKind;
  readonly objective: Objective;
  /** Steps of the head, repeated ones too, and what they came to. */
  readonly steps: number;
  readonly seconds: number;
  readonly attempts: number;
  readonly failed: number;
  /** The lowest level first. */
  readonly rows: readonly SearchRow[];
  /** Answers a second; null when no level was carried. */
  readonly capacity: number | null;
  readonly degradation: Degradation | null;
}

/** The search of a judged scenario; null when it made none. */
export function searchReportOf(run: Run, scenario: string, withBase: boolean): SearchReport | null {
  const head = searchOn(run, scenario, 'head');
  if (head === null) return null;
  const base = withBase ? searchOn(run, scenario, 'base') : null;
  const baseLevels = base === null ? [] : levelsOf(base);
  return {
    kind: head.kind,
    objective: head.objective,
    steps: head.steps.length,
    ...totalsOf(head.steps),
    rows: levelsOf(head).map((level) => rowOf(level, baseLevels, head)),
    capacity: capacityOf(head),
    degradation: degradationOf(head),
  };
}

function totalsOf(steps: readonly Step[]): Pick<SearchReport, 'seconds' | 'attempts' | 'failed'> {
  const { hits, total } = failuresOf(addCounts(steps.map(({ counts }) => counts)));
  const elapsed = steps.reduce((sum, step) => sum + step.elapsed, 0);
  return { seconds: elapsed / 1_000, attempts: total, failed: hits };
}

function rowOf(
  { level, step, broken }: Level,
  base: readonly Level[],
  { thinkTime }: SearchResult,
): SearchRow {
  return {
    level,
    step,
    broken,
    littleGap: littleGap(step, thinkTime),
    base: base.find((each) => each.level === level)?.step ?? null,
  };
}

/** All boots' steps as those of one search. */
function searchOn(run: Run, scenario: string, side: Side): SearchResult | null {
  const slices = run.blocks.flatMap((block) => block.slices);
  const own = slices.filter((slice) => slice.scenario === scenario && slice.side === side);
  const all = own.flatMap(({ search }) => search ?? []);
  const [first] = all;
  return first === undefined ? null : { ...first, steps: all.flatMap(({ steps }) => steps) };
}
