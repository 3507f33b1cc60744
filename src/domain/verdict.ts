/** What the measurement means. Plain JSON. */
import type { MetricName, MetricValues } from './metric.ts';
import type { Counts } from './measurement.ts';
import type { Reference } from './reference.ts';
import type { Millis } from './units.ts';

/** Version of the shape of `verdict.json`. */
export const VERDICT_SCHEMA = 1;

/** The outcomes that a comparison of one metric can have. */
export type ComparisonOutcome = 'regression' | 'improvement' | 'no-change' | 'inconclusive';

/** One metric, judged. */
export interface Judgement {
  readonly metric: MetricName;
  /** In the metric's unit; null when the run has no value. */
  readonly value: number | null;
  /** Against the reference; null when there is none. */
  readonly comparison: Comparison | null;
  /** Against absolute limits. */
  readonly bounds: readonly BoundCheck[];
  /** True when any limit of this metric is broken. */
  readonly failed: boolean;
}

/** A metric against its reference. Changes are shares of the reference, or points for the error rate; positive is a higher value, not a worse one. */
export interface Comparison {
  readonly reference: number;
  /** Accepted runs behind the reference. */
  readonly runs: number;
  readonly change: number;
  /** Where the true change lies with 90 % confidence, given the noise between runs. */
  readonly interval: readonly [low: number, high: number];
  /** The user's limit for a change for the worse, or null when there is none. */
  readonly limit: number | null;
  /** The limit that was applied: the larger of the user's and the noise. */
  readonly tolerance: number;
  /** True when noise made the tolerance wider than the user's limit. */
  readonly widened: boolean;
  /** Smallest change for the worse that this comparison would have caught nine times of ten. */
  readonly detectable: number;
  readonly outcome: ComparisonOutcome;
}

/** A metric against one absolute limit. */
export interface BoundCheck {
  readonly bound: number;
  readonly direction: 'max' | 'min';
  readonly broken: boolean;
}

/** Why a measurement cannot be believed. */
export type VoidReason =
  | { readonly kind: 'generator-bound'; readonly cpu: number; readonly eventLoop: number }
  | {
      readonly kind: 'too-few-answers';
      readonly metric: MetricName;
      readonly answers: number;
      readonly needed: number;
    }
  | { readonly kind: 'no-answers' }
  | {
      readonly kind: 'status-mix-changed';
      readonly status: string;
      readonly before: number;
      readonly now: number;
    }
  | { readonly kind: 'answer-size-changed'; readonly before: number; readonly now: number }
  | { readonly kind: 'engine-changed'; readonly before: string; readonly now: string }
  | { readonly kind: 'lost-answers'; readonly lost: number; readonly sent: number };

/** `void`: measured, but not to be believed: neither green nor red. */
export type Outcome = 'pass' | 'fail' | 'inconclusive' | 'no-baseline' | 'void';

/** One scenario, judged. */
export interface ScenarioVerdict {
  readonly scenario: string;
  readonly outcome: Outcome;
  readonly reference: Reference;
  readonly users: number;
  readonly elapsed: Millis;
  readonly counts: Counts;
  readonly metrics: MetricValues;
  readonly judgements: readonly Judgement[];
  readonly voids: readonly VoidReason[];
}

/** The whole run, judged. */
export interface Verdict {
  readonly schema: typeof VERDICT_SCHEMA;
  readonly suite: string;
  /** The worst of the scenarios: fail, void, inconclusive, no-baseline, pass. */
  readonly outcome: Outcome;
  readonly exitCode: 0 | 1 | 2;
  readonly scenarios: readonly ScenarioVerdict[];
}
