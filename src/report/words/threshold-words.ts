/** What a language says of the thresholds of a script of k6, beside our limits. */
import type { Pen } from './words.ts';

/** Phrases about thresholds. */
export interface ThresholdWords {
  /** Over their table. */
  readonly title: string;
  readonly columns: Readonly<Record<'metric' | 'threshold' | 'measured' | 'result', string>>;
  readonly results: Readonly<Record<'kept' | 'crossed' | 'untold', string>>;
  /** Under their table. `several`: k6 ran more than once, and the worst is told. */
  readonly caption: (several: boolean) => string;
  /** A fold over those of which none was crossed. `untold`: how many of them have no result. */
  readonly folded: (count: number, untold: number, n: Pen) => string;
}
