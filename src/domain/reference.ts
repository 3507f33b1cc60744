/** What a measurement is compared with: the stored baseline of a scenario, the base commit beside it, or the reason why there is none. Plain JSON. */
import type { FailureDetail } from './failure.ts';
import type { MetricValues } from './metric.ts';
import type { Counts, HistogramRecord } from './measurement.ts';
import type { Millis } from './units.ts';

/** One run that was accepted into the baseline. */
export interface AcceptedRun {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly commit: string | null;
  readonly loadgate: string;
  readonly engine: string;
  readonly metrics: MetricValues;
  readonly counts: Counts;
  /** Answers by status class (`2xx`, `4xx`, …) as shares of all answers. */
  readonly statusShares: Readonly<Record<string, number>>;
  /** Mean size of an answer's body in bytes. */
  readonly meanBodyBytes: number;
  readonly latency: HistogramRecord;
}

/** Where the baseline was read. */
export interface BaselineSource {
  readonly path: string;
  /** Null: from the working tree; on a branch of its own, null: the branch is not there yet. */
  readonly commit: string | null;
  /** The branch of its own that holds it; absent: it is a file of the repository. */
  readonly branch?: string;
}

/** The reference for one scenario. */
export type Reference =
  | { readonly kind: 'baseline'; readonly source: BaselineSource; readonly runs: readonly AcceptedRun[] }
  /** The base commit, measured beside the change. `load`: time under load of all its blocks. */
  | {
      readonly kind: 'base';
      readonly commit: string | null;
      readonly blocks: number;
      readonly confirmBlocks: number;
      readonly load: Millis;
    }
  /** The base commit was to be measured and could not be. */
  | { readonly kind: 'base-failed'; readonly failure: FailureDetail }
  | { readonly kind: 'first-run'; readonly source: BaselineSource }
  | {
      readonly kind: 'other-machine';
      readonly source: BaselineSource;
      readonly known: readonly string[];
      readonly here: string;
    }
  | {
      readonly kind: 'other-config';
      readonly source: BaselineSource;
      readonly known: readonly string[];
      readonly here: string;
    };
