/** Changes for the worse that are meant, and for how long: who accepted what, up to which amount, and why. Plain JSON. */
import { METRICS, type Metric, type MetricName } from './metric.ts';

/** How much worse a metric may become: a share of its reference (of the error rate: points), or so many of its unit. Always positive. */
export interface Amount {
  readonly kind: 'share' | 'unit';
  readonly amount: number;
}

/** A change for the worse that somebody accepted on purpose. */
export interface Acceptance {
  readonly scenario: string;
  readonly metric: MetricName;
  /** The largest change for the worse that is accepted, from the reference as it was before. */
  readonly upTo: Amount;
  readonly reason: string;
  /** Who accepted it: a login on GitHub, or a name. */
  readonly by: string;
  /** When: ISO 8601, UTC. */
  readonly at: string;
  /** Runs that were measured before this moment do not have the change: what it is measured from. ISO 8601, UTC; not before `at`. */
  readonly since: string;
  /** The last day on which it counts: `2026-12-31`, UTC. */
  readonly until: string;
  /** The commit that brought the change; null where it is not known. */
  readonly commit: string | null;
}

/** An acceptance, and where it was found. */
export interface GivenAcceptance extends Acceptance {
  /**
   * `baseline`: recorded in the baseline. `pull-request`: given by the pull request that is judged, or by those that a push merged. `both`: given there and recorded already, as on a
   * repeated run.
   */
  readonly from: 'baseline' | 'pull-request' | 'both';
}

/** Words that look like an acceptance and are none. Holds foreign text. */
export type RefusedAcceptance =
  /** The words are not of the form that is read. */
  | { readonly kind: 'not-understood'; readonly text: string; readonly problem: AcceptanceProblem }
  /** Who wrote them may not write to the repository, or is not known to be one who may. */
  | { readonly kind: 'not-allowed'; readonly text: string; readonly by: string | null }
  /** Somebody else edited them since. */
  | {
      readonly kind: 'edited';
      readonly text: string;
      readonly by: string | null;
      readonly editor: string | null;
    }
  /** GitHub did not say what was written, or who may accept. */
  | { readonly kind: 'not-read'; readonly message: string };

/** What is wrong with the words of an acceptance. */
export type AcceptanceProblem =
  | 'form'
  | 'metric'
  | 'scenario'
  | 'amount'
  | 'direction'
  | 'date'
  | 'past'
  | 'too-far'
  | 'reason';

/** A release's values of one scenario, from the accepted runs of its commit on this machine and with this configuration. */
export interface ReleaseValues {
  readonly tag: string;
  readonly commit: string | null;
  /** Of its newest run: ISO 8601, UTC. */
  readonly date: string;
  /** Accepted runs behind the values. */
  readonly runs: number;
  /** Medians, in the metrics' units; null where no run has a value. */
  readonly metrics: Readonly<Record<MetricName, number | null>>;
}

/** What stands beside the references when a run is judged. */
export interface Standing {
  readonly acceptances: readonly GivenAcceptance[];
  readonly refused: readonly RefusedAcceptance[];
  /** The last release, by scenario; a scenario without one is missing. */
  readonly releases: Readonly<Record<string, ReleaseValues>>;
}

/** Nothing is accepted, and no release is known. */
export const NO_STANDING: Standing = { acceptances: [], refused: [], releases: {} };

/**
 * True for two that are one: of a metric of a scenario, by the same person at the same moment, or brought by the same commit. Words that were edited after the merge accept the change
 * of that commit once more, and not another one on top of it.
 */
export function isSameAcceptance(left: Acceptance, right: Acceptance): boolean {
  if (left.scenario !== right.scenario || left.metric !== right.metric) return false;
  const isSaidOnce = left.by === right.by && Date.parse(left.at) === Date.parse(right.at);
  return isSaidOnce || (left.commit !== null && left.commit === right.commit);
}

/** As the baseline has it: without where it was found, and what became of it. */
export const bareAcceptance = (given: Acceptance): Acceptance => {
  const { scenario, metric, upTo, reason, by, at, since, until, commit } = given;
  return { scenario, metric, upTo, reason, by, at, since, until, commit };
};

/** Most days from its date that an acceptance may count: what is accepted for longer is a new limit. */
export const ACCEPTED_DAYS_MAX = 366;
/** Most characters of a reason. */
export const REASON_MAX = 300;

/** `2026-12-31` of a moment in ISO 8601, UTC. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

/** True once the last day of an acceptance is over. `moment`: ISO 8601, UTC. */
export const isExpired = ({ until }: Pick<Acceptance, 'until'>, moment: string): boolean =>
  until < dayOf(moment);

/** Whole days from one day to another: `2026-12-30` to `2026-12-31` is 1. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** True for a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && dayOf(moment.toISOString()) === text;
}

/** What is wrong with the last day of an acceptance that is given at a moment (ISO 8601, UTC); null for nothing. */
export function problemOfDay(until: string, at: string): 'date' | 'past' | 'too-far' | null {
  if (!isDay(until)) return 'date';
  const days = daysBetween(dayOf(at), until);
  return days < 0 ? 'past' : days > ACCEPTED_DAYS_MAX ? 'too-far' : null;
}

/** True for a reason: one line with something on it, not too long. */
export const isReason = (text: string): boolean =>
  text.trim() !== '' && text.length <= REASON_MAX && !/\p{Cc}/u.test(text);

/** A value after the largest change for the worse that an amount stands for. In the metric's unit; never below 0. */
export function worseBy(metric: MetricName, value: number, { kind, amount }: Amount): number {
  const row: Metric = METRICS[metric];
  const sign = row.better === 'lower' ? 1 : -1;
  const step = kind === 'unit' || row.change === 'points' ? amount : value * amount;
  return Math.max(0, value + sign * step);
}

/** True when an amount is one that can be accepted of a metric: positive, finite, and not all of what is better when it is higher. */
export function isAmountOf(metric: MetricName, { kind, amount }: Amount): boolean {
  const row: Metric = METRICS[metric];
  if (!Number.isFinite(amount) || amount <= 0) return false;
  if (row.change === 'points') return amount <= 1;
  return kind === 'unit' || amount < (row.better === 'higher' ? 1 : 100);
}
