/** The thresholds of a script of k6 as a table beside the limits: what everybody should see of them first. */
import type { K6Threshold } from '../domain/k6.ts';
import type { ScenarioReport } from './results.ts';
import type { Rows, Sign } from './tables.ts';
import type { Pen, Words } from './words/words.ts';

/** How the columns of {@link thresholdTable} are aligned. */
export const THRESHOLD_ALIGN = 'llrl';

/** What became of one. */
export type ThresholdFate = keyof Words['thresholds']['results'];

/** What became of it, by what k6 told. */
export const fateOf = ({ crossed }: K6Threshold): ThresholdFate =>
  crossed === null ? 'untold' : crossed ? 'crossed' : 'kept';

/** Crossed ones first, then those without a result; otherwise in the order of the script. */
export const byFate = (thresholds: readonly K6Threshold[]): readonly K6Threshold[] =>
  (['crossed', 'untold', 'kept'] as const).flatMap((fate) =>
    thresholds.filter((each) => fateOf(each) === fate),
  );

/** One threshold a row, the first row the headings. `mark` puts a sign in front of the result's word. */
export function thresholdTable(
  thresholds: readonly K6Threshold[],
  { thresholds: words, labels }: Words,
  n: Pen,
  mark: (sign: Sign, word: string) => string,
): Rows {
  const { metric, threshold, measured, result } = words.columns;
  return [
    [metric, threshold, measured, result],
    ...thresholds.map((each) => [
      n.name(each.metric),
      n.name(each.expression),
      each.value === null ? labels.none : valueOf(each.value, each.unit, n),
      mark(SIGNS[fateOf(each)], words.results[fateOf(each)]),
    ]),
  ];
}

/** The sentence under the table. */
export const thresholdCaption = ({ against }: ScenarioReport, { thresholds }: Words): string =>
  thresholds.caption(against.kind === 'base');

/** The line of a fold over thresholds of which none was crossed. */
export const thresholdFold = (thresholds: readonly K6Threshold[], words: Words, n: Pen): string =>
  words.thresholds.folded(
    thresholds.length,
    thresholds.filter((each) => fateOf(each) === 'untold').length,
    n,
  );

/** A crossed one decides nothing, so that it is no red row. */
const SIGNS: Readonly<Record<ThresholdFate, Sign>> = { crossed: 'noted', kept: 'good', untold: 'none' };

/** In the unit of the expression, so that both can be held against each other. */
const valueOf = (value: number, unit: K6Threshold['unit'], n: Pen): string =>
  unit === 'ms' ? n.ms(value) : n.plain(value);
