/** How far a run has come: what is going on, what the load shows at the moment, and how long it will still take. Plain JSON, no words. */
import type { Phase, Side } from './measurement.ts';
import type { Millis, PerSecond } from './units.ts';

/** One moment of a run. */
export interface Progress {
  readonly doing: 'building' | 'starting' | 'warming-up' | 'loading';
  readonly phase: Phase;
  /** What is loaded; null while nothing is. */
  readonly scenario: string | null;
  /** The build that it happens to; null where there is but one, or where both are alike. */
  readonly side: Side | null;
  /** Which block of its phase; null for the head alone. */
  readonly block: BlockNumber | null;
  /** Which part of the scenario's load; null where it is one piece. */
  readonly part: LoadPart | null;
  /** Time since what is going on began. */
  readonly elapsed: Millis;
  /** Time that it takes; null where nobody knows. */
  readonly total: Millis | null;
  /** What the load shows now, of each build that is under load; none before the first answer. */
  readonly glimpses: readonly Glimpse[];
  /** Throughputs of the last seconds, turns or steps, the oldest first. */
  readonly trail: readonly PerSecond[];
  /** Failed requests so far, of any kind. */
  readonly errors: number;
  /** Of the whole run; null where nobody knows. */
  readonly left: TimeLeft | null;
}

/** A block by its number within its phase, from 1. */
export interface BlockNumber {
  readonly number: number;
  /** More than so many there will not be; null when that is not known yet. */
  readonly most: number | null;
}

/** A turn, or a step of a search (`level`: `64 users`), by its number from 1. */
export type LoadPart =
  | { readonly kind: 'turn'; readonly number: number; readonly of: number }
  | { readonly kind: 'step'; readonly number: number; readonly level: string };

/** What the load on a build shows. */
export interface Glimpse {
  /** Null where there is but one build. */
  readonly side: Side | null;
  /** Answers as expected. */
  readonly throughput: PerSecond;
  /** Null without answers. */
  readonly p95: Millis | null;
}

/** How much longer a run takes. */
export interface TimeLeft {
  readonly time: Millis;
  /** The whole run, by the same reckoning: what has passed and what is left. */
  readonly whole: Millis;
  /**
   * `planned`: the load lasts as long as it was asked to. `at-most`: it ends earlier when the answer is clear earlier. `load-at-most`: the same, of time under load alone,
   * since nobody knows yet how long builds take to start.
   */
  readonly basis: 'planned' | 'at-most' | 'load-at-most';
}

/** Most blocks that may still be measured, the next one among them. */
export interface BlocksAhead {
  readonly inPhase: number;
  readonly inAll: number;
  /** True: all of them will be. */
  readonly isExact: boolean;
}
