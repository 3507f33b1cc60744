/** A search for the load at which a service degrades: what is asked for, and what its steps came to. Plain JSON. */
import type { Arrivals, Counts, GeneratorReading } from './measurement.ts';
import type { Millis, PerSecond, Ratio } from './units.ts';

/** `stress` raises the number of users, `capacity` the arrival rate. */
export type SearchKind = 'stress' | 'capacity';

/** How the level of a load is raised: that of the load's executor is the first, and its duration that of a step. */
export interface Search {
  readonly kind: SearchKind;
  /** Highest level: users, or arrivals a second. */
  readonly max: number;
  /** Most time of all steps together. */
  readonly budget: Millis;
  readonly objective: Objective;
}

/** Latencies that an objective can name: keys of a step. */
export const OBJECTIVE_LATENCIES = ['p50', 'p95', 'p99'] as const;

/** One of them. */
export type ObjectiveLatency = (typeof OBJECTIVE_LATENCIES)[number];

/** What a service must keep for a load to count as carried; null: not asked for. */
export type Objective = Readonly<Record<ObjectiveLatency, Millis | null>> & {
  /** Largest error rate. */
  readonly errorRate: Ratio;
};

/** What a step is for. `raise`: more than before. `recover`: half of what was carried, right after too much, to see whether the service comes back. `refine`: between what was carried and what was not. */
export type Purpose = 'raise' | 'recover' | 'refine';

/** One level, held for a time. Latencies are null without answers. */
export interface Step {
  readonly purpose: Purpose;
  /** Users, or arrivals a second. */
  readonly level: number;
  readonly elapsed: Millis;
  readonly counts: Counts;
  readonly arrivals: Arrivals | null;
  /** Answers as expected. */
  readonly throughput: PerSecond;
  readonly errorRate: Ratio;
  readonly mean: Millis | null;
  readonly p50: Millis | null;
  readonly p95: Millis | null;
  readonly p99: Millis | null;
  readonly generator: Pick<GeneratorReading, 'cpu' | 'eventLoop'>;
}

/** A search that was made, on one build. */
export interface SearchResult extends Search {
  /** Mean pause of a user after an answer. */
  readonly thinkTime: Millis;
  /** In the order in which they were measured. */
  readonly steps: readonly Step[];
  /** `given`: the levels were those that another search had found worth measuring. */
  readonly ended: 'found' | 'highest-level' | 'budget' | 'stays-broken' | 'given';
}

/** Why a level is more than the service carries. Values in the unit of their name. */
export type Break =
  | { readonly kind: 'errors'; readonly rate: Ratio; readonly bound: Ratio }
  | {
      readonly kind: 'latency';
      readonly metric: ObjectiveLatency;
      readonly value: Millis;
      readonly bound: Millis;
    }
  /** Of arrivals: so many of those planned were not answered in the time. */
  | { readonly kind: 'behind'; readonly planned: number; readonly answered: number }
  | { readonly kind: 'no-answers' };

/** Where a service degrades. */
export interface Degradation {
  /** The lowest level that was too much, or (`plateau`) from which on more users brought no more throughput. */
  readonly level: number;
  /** The highest level below it that was carried; null when none was. */
  readonly carried: number | null;
  readonly reason: Break | { readonly kind: 'plateau' };
}

/** What became of the service when the load fell from too much to half of what it had carried. */
export interface Recovery {
  readonly level: number;
  readonly recovered: boolean;
  /** Time under that load until it was as before, or as long as it was watched. */
  readonly after: Millis;
  /** At this level on the way up, or the nearest above. */
  readonly before: { readonly p95: Millis | null; readonly throughput: PerSecond };
  readonly now: { readonly p95: Millis | null; readonly throughput: PerSecond };
}

/** A number that was fitted, with its 90 % interval: the truth lies below `low` in one case of twenty, and above `high` in another. An end may be infinite. */
export interface Fitted {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well a curve describes steps: within the noise that is usual between runs, roughly, or not at all. */
export type FitQuality = 'good' | 'fair' | 'poor';

/** A curve's distance from the throughputs that were measured. */
export interface Goodness {
  /** Coefficient of determination of the logarithms of throughput, at most 1; negative where a constant is better than the curve, and 1 where nothing varies. */
  readonly r2: number;
  /** The largest distance of a step from the curve, as a share of the curve: 0.1 is 10 %. */
  readonly worst: number;
  readonly quality: FitQuality;
}

/** How a service scales with users, by two models and without any. Rates are answers a second, times milliseconds. */
export interface Scaling {
  /** The Universal Scalability Law; null ends where there is no maximum. */
  readonly usl: Goodness & {
    readonly lambda: Fitted;
    readonly sigma: Fitted;
    readonly kappa: Fitted;
    readonly peakUsers: Fitted | null;
    readonly peakThroughput: Fitted | null;
  };
  /** Nobody waits up to the knee, and from there on throughput is at its ceiling; null where the steps do not tell. */
  readonly bounds:
    | (Goodness & {
        readonly response: number | null;
        readonly ceiling: number | null;
        readonly knee: number | null;
      })
    | null;
  /** Users with the most throughput for the latency; `end`: the end of the steps at which it lies, so that it may lie beyond. */
  readonly knee: {
    readonly users: number;
    readonly end: 'lowest' | 'highest' | null;
    /** By Kneedle, a second opinion that looks at throughput alone; null where it sees none. */
    readonly second: number | null;
  };
}

/** Numbers of the findings of a search, by their names. */
export interface SearchEvidence {
  /** In answers a second. */
  capacity: {
    readonly scenario: string;
    readonly kind: SearchKind;
    readonly capacity: number;
    readonly objective: Objective;
    readonly degradation: Degradation;
  };
  scaling: Scaling & { readonly scenario: string };
  /** `level`: the highest that was tried, users or arrivals a second. */
  'capacity-beyond': {
    readonly scenario: string;
    readonly kind: SearchKind;
    readonly capacity: number;
    readonly level: number;
    readonly because: 'level' | 'time';
  };
  recovers: { readonly scenario: string; readonly kind: SearchKind; readonly recovery: Recovery };
  'stays-broken': { readonly scenario: string; readonly kind: SearchKind; readonly recovery: Recovery };
}
