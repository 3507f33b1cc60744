/** What is found about a comparison with the base commit. Plain JSON. */
import type { FailureDetail } from './failure.ts';
import type { MetricName } from './metric.ts';
import type { Outcome } from './verdict.ts';

/** Rows of `FindingEvidence` about the base commit. */
export interface BaseEvidence {
  /** The stored baseline had its doubts, and the base commit decided. `changes`: what the baseline saw. */
  screened: {
    readonly scenario: string;
    readonly outcome: Outcome;
    readonly changes: readonly { readonly metric: MetricName; readonly change: number }[];
  };
  /** The base commit was to be measured beside the change and could not be. */
  'base-failed': { readonly failure: FailureDetail; readonly decided: 'baseline' | 'nothing' };
}
