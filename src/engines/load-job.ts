/** What crosses the border between the gate and the generator process: a job in, progress and one result out. Plain JSON. */
import type { FailureDetail } from '../domain/failure.ts';
import type { OwnSlice, TimelineSecond } from '../domain/measurement.ts';
import type { Load, Tls } from '../domain/plan.ts';
import type { Bytes, Millis, PerSecond } from '../domain/units.ts';

/** One scenario's load on one running service. */
export interface LoadJob {
  readonly scenario: string;
  readonly load: Load;
  /** Base URL of the service; its host is what the service is told. */
  readonly url: string;
  /** The resolved address that is connected to. */
  readonly address: string;
  /** Null for an `http:` URL. */
  readonly tls: Tls | null;
  readonly seed: number;
  /**
   * What becomes of requests under way when the time is over. `cut` (default): they are left out, as is right for long runs. `settle`: their answers are
   * awaited and counted, and the time lasts until then: of a short slice they are too large a share, and the slowest of all.
   */
  readonly ending?: 'cut' | 'settle';
  /** Load before the measured time and without a pause after it: requests under way when it ends are measured, as those of a load that lasts. Of constant loads only. */
  readonly leadIn?: Millis;
  /**
   * Called before each measured stretch, when the warm-up is over and its last answers are there; the load begins when it is done. What counts is then read while nothing
   * is under way: counters that are read under load are some requests late. An engine whose load cannot stand still (Locust) calls it when its measured time begins, and does not wait.
   */
  readonly beforeLoad?: (generatorPids: readonly number[]) => Promise<void>;
  /** Aborted with a Failure when the service dies: the load then stops at once. */
  readonly died: AbortSignal;
}

/** The part of a job that the generator needs. It is written nowhere but to the generator's standard input. */
export interface GeneratorJob extends Omit<LoadJob, 'died' | 'beforeLoad'> {
  /** True: before each measured stretch the generator says that it is ready, and waits for {@link BEGIN}. */
  readonly waits: boolean;
  /** Values of the load's secrets, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Where relative paths of the load begin. */
  readonly workspace: string;
}

/** What the generator waits for, as a line like a job. */
export const BEGIN = 'begin';

/** How far the load is. */
export interface LoadProgress {
  /** `over`: the measured time has ended, and its result will follow. Told only by engines that take their time to end. */
  readonly phase: 'warm-up' | 'load' | 'over';
  readonly elapsed: Millis;
  readonly total: Millis;
  /** Answers as expected, a second, since the phase began. */
  readonly throughput: PerSecond;
  readonly p95: Millis | null;
  /** Failures of any kind since the phase began. */
  readonly errors: number;
  /** The last whole second of the phase; null before its end. */
  readonly second: TimelineSecond | null;
  /** All processes that send: the generator itself, and those that it started for it. */
  readonly generatorPids: readonly number[];
}

/** What is not as it should be while the load goes on: told at once. */
export interface LoadNotice {
  readonly kind: 'worker';
  /** A worker of a distributed load was lost, or came when the load was on already. */
  readonly what: 'lost' | 'late';
  readonly worker: string;
  /** Milliseconds since it was last heard. */
  readonly silent: number;
  /** The measurement is void for it. */
  readonly void: boolean;
}

/** A measured slice, without what only the gate knows. */
export type LoadResult = Omit<
  OwnSlice,
  'side' | 'host' | 'cpu' | 'turns' | 'search' | 'memory' | 'resources' | 'bodyBytes'
> & {
  /** Null of k6, which tells no sizes. */
  readonly bodyBytes: Bytes | null;
};

/** A line that the generator writes to its standard output. */
export type GeneratorMessage =
  | { readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly kind: 'notice'; readonly notice: LoadNotice }
  | { readonly kind: 'ready'; readonly generatorPids: readonly number[] }
  | { readonly kind: 'result'; readonly result: LoadResult }
  | { readonly kind: 'failed'; readonly message: string }
  /** The service is one that the load cannot be put on. */
  | { readonly kind: 'given-up'; readonly failure: FailureDetail };
