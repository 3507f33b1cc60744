/** The words for changes: how much better or worse, between which ends, and what could not have been seen. */
import type { MetricName } from '../../domain/metric.ts';
import type { Headline } from '../report.ts';
import type { Pen } from './words.ts';

/** Phrases and sentences about changes. Changes are told as in a comparison: shares, or points; positive is a higher value. */
export interface ChangeWords {
  /** `5.3 % slower`. */
  readonly moved: (metric: MetricName, change: number, n: Pen) => string;
  /** `between 3 % and 6 % slower`, `between 4 % faster and 20 % slower`. */
  readonly between: (metric: MetricName, interval: readonly [low: number, high: number], n: Pen) => string;
  /** Under the headline: where the true change lies. Empty when the headline says it, or nothing moved. */
  readonly sure: (headline: Headline, n: Pen) => string;
  /** Under the headline: which changes could have gone unseen. Empty when nothing was compared. */
  readonly unseen: (headline: Headline, n: Pen) => string;
}
