/** What every part of the Markdown report is written from, and what each is worth when there is no room. */
import type { Report } from './report.ts';
import type { Pen, Words } from './words/words.ts';

/** A report on its way to text. `calm`: nothing is the matter, so that more folds away. */
export interface Draft {
  readonly report: Report;
  readonly words: Words;
  readonly n: Pen;
  readonly calm: boolean;
}

/** What each part is worth when there is no room; charts and requests (in the results) are worth less than all of these. */
export const WORTH = {
  requests: 1,
  charts: 2,
  raw: 3,
  method: 4,
  distribution: 5,
  passing: 6,
  says: 7,
  limits: 8,
  advice: 9,
  again: 9,
  thresholds: 9,
  overview: 10,
  rows: 11,
  reasons: 12,
} as const;
