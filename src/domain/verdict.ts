/** What the measurement means. Plain JSON. */
import type { GivenAcceptance, RefusedAcceptance, ReleaseValues } from './acceptance.ts';
import type { K6Threshold } from './k6.ts';
import type { MetricName, MetricValues } from './metric.ts';
import type { Counts } from './measurement.ts';
import type { Reference } from './reference.ts';
import type { Break, SearchKind } from './search.ts';
import type { Millis } from './units.ts';

/** Version of the shape of `verdict.json`. */
export const VERDICT_SCHEMA = 3;

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
  /** True when the baseline has too few runs for a regression to fail: it is then only advice. */
  readonly advisory: boolean;
  /** Of a regression: what was accepted on purpose, and whether this is within it; null where nothing was, or nothing regressed. */
  readonly acceptance: JudgedAcceptance | null;
  /** True when any limit of this metric is broken, and that was not accepted. Absolute limits hold whatever was accepted. */
  readonly failed: boolean;
}

/** A regression, held against what was accepted on purpose. Changes are signed as in {@link Comparison}: shares of the reference, or points. */
export interface JudgedAcceptance {
  /** Those that count: at least one. */
  readonly accepted: readonly GivenAcceptance[];
  /** From before the first of them, in the metric's unit. */
  readonly reference: number;
  /** Against that reference. */
  readonly change: number;
  /** The furthest that all of them together allow. */
  readonly upTo: number;
  /** True: the regression is no failure. */
  readonly within: boolean;
}

/** An acceptance in a judged run. */
export interface StandingAcceptance extends GivenAcceptance {
  /**
   * `needed`: without it the run would have failed. `exceeded`: it was not enough. `unused`: nothing regressed. `in-reference`: what it was compared with has the accepted change already.
   * `expired`: it does not count any more.
   */
  readonly standing: 'needed' | 'exceeded' | 'unused' | 'in-reference' | 'expired';
}

/** A metric against its reference. Changes are shares of the reference, or points for the error rate; positive is a higher value, not a worse one. */
export interface Comparison {
  /** What it is compared with: accepted runs, or the base commit measured beside. */
  readonly against: 'baseline' | 'base';
  readonly reference: number;
  /** Accepted runs, or blocks, behind the reference. */
  readonly replicates: number;
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
  /** Against the base: time under load after which a change as large as the limit would be seen; null when this run would have seen it, or nobody can say. */
  readonly sufficient: Millis | null;
  /** Against the base: what became of an alarm when fresh blocks were asked; null when there was none. `missing`: the budget did not allow for them. */
  readonly confirmation: 'confirmed' | 'refuted' | 'missing' | null;
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
  /** Of an open loop: arrivals that were dropped, or still waited to be sent at the end. */
  | { readonly kind: 'arrivals-missed'; readonly planned: number; readonly missed: number }
  /** Of a search: not even its lowest level was carried. */
  | {
      readonly kind: 'no-capacity';
      readonly search: SearchKind;
      readonly level: number;
      readonly reason: Break;
    }
  /** Of a search: users, answers a second and mean latency (ms) that Little's law does not allow together. */
  | {
      readonly kind: 'little';
      readonly level: number;
      readonly throughput: number;
      readonly mean: number;
      readonly gap: number;
    }
  /** Growth of memory has a limit, and was not measured: too short, in turns, or not readable. */
  | { readonly kind: 'memory-unread' }
  /** A metric has a limit that somebody asked for, and has no value on one of the builds. */
  | { readonly kind: 'metric-unread'; readonly metric: MetricName }
  /** The same of an imported result, whose format does not tell it. */
  | { readonly kind: 'metric-untold'; readonly metric: MetricName }
  | { readonly kind: 'lost-answers'; readonly lost: number; readonly sent: number }
  /** Of a distributed load: more workers were lost, or came late, than the configuration allows. */
  | {
      readonly kind: 'workers-unsteady';
      readonly lost: number;
      readonly late: number;
      readonly of: number;
      readonly mayLose: number;
    }
  /** Turns of the same build differed from each other by more than chance and limit allow. */
  | { readonly kind: 'null-comparison'; readonly metric: MetricName; readonly change: number }
  /** What came first in a pair of turns was faster or slower, whichever build it was. */
  | { readonly kind: 'order-effect'; readonly metric: MetricName; readonly change: number }
  /** Others took so much of the machine in so many blocks. `cores`: how much, in the middle one of those. */
  | { readonly kind: 'outside-noise'; readonly blocks: number; readonly of: number; readonly cores: number };

/** `void`: measured, but not to be believed: neither green nor red. */
export type Outcome = 'pass' | 'fail' | 'inconclusive' | 'no-baseline' | 'void';

/** One scenario, judged. */
export interface ScenarioVerdict {
  readonly scenario: string;
  readonly outcome: Outcome;
  readonly reference: Reference;
  /** Null where an imported result does not tell. */
  readonly users: number | null;
  readonly elapsed: Millis;
  readonly counts: Counts;
  readonly metrics: MetricValues;
  readonly judgements: readonly Judgement[];
  /** Those of a script of k6, beside our limits; none for other loads. They decide nothing. */
  readonly thresholds: readonly K6Threshold[];
  /** Against the base: how far all answers but the slowest twentieth moved; null without it. */
  readonly shift: Shift | null;
  /** What the stored baseline said before the base commit decided; null when it was not asked. */
  readonly screen: Screen | null;
  /** The last release on this machine with this configuration; null where none is known. It decides nothing. */
  readonly release: ReleaseValues | null;
  readonly voids: readonly VoidReason[];
}

/** A change of the whole distribution as a share; positive is slower. */
export interface Shift {
  readonly change: number;
  /** With 90 % confidence. */
  readonly interval: readonly [low: number, high: number];
}

/** A scenario judged by the stored baseline, when that was not the last word. */
export interface Screen {
  readonly outcome: Outcome;
  readonly judgements: readonly Judgement[];
}

/** The whole run, judged. */
export interface Verdict {
  readonly schema: typeof VERDICT_SCHEMA;
  readonly suite: string;
  /** The worst of the scenarios: fail, void, inconclusive, no-baseline, pass. */
  readonly outcome: Outcome;
  readonly exitCode: 0 | 1 | 2;
  readonly scenarios: readonly ScenarioVerdict[];
  /** Every acceptance of these scenarios, in the order given. */
  readonly acceptances: readonly StandingAcceptance[];
  /** What was meant to be one and does not count. */
  readonly refusedAcceptances: readonly RefusedAcceptance[];
}
