/** The accepted runs of suites over a long time, with what they come to: what the history page shows. Plain JSON. */
import type { Acceptance, ReleaseValues } from './acceptance.ts';
import type { Machine } from './measurement.ts';
import type { MetricName } from './metric.ts';
import type { AcceptedRun } from './reference.ts';

/** A suite's accepted runs: those of its baseline, and those that older versions of the file held. */
export interface SuiteHistory {
  readonly suite: string;
  /** The baseline file, relative to the workspace. */
  readonly path: string;
  readonly versions: VersionsRead;
  /** By name. */
  readonly scenarios: readonly ScenarioRuns[];
}

/** What became of reading older versions of a baseline file from git. */
export type VersionsRead =
  /** `read`: versions with their runs. `unreadable`: those that are no baseline of this suite. */
  | {
      readonly kind: 'read';
      readonly read: number;
      readonly unreadable: number;
      /** Why there may be more than was read: the bound of versions, or of bytes, or a clone without its history; null when there is not. */
      readonly cut: 'bound' | 'shallow' | null;
    }
  /** `no-repository`: no git, or no repository that it reads. `partial`: a clone without its files, which would have to be fetched. `failed`: git said no. */
  | { readonly kind: 'none'; readonly why: 'no-repository' | 'partial' | 'failed' };

/** A scenario's accepted runs, apart in lines, in the order in which the lines began. */
export interface ScenarioRuns {
  readonly scenario: string;
  readonly lines: readonly RunLine[];
  /** Changes for the worse that are meant, as the baseline has them now. */
  readonly accepted: readonly Acceptance[];
  /** The last releases, as the baseline has them now; of several machines, each once for each. */
  readonly releases: readonly KeptRelease[];
}

/** A release without its values. */
export interface KeptRelease extends Pick<ReleaseValues, 'tag' | 'commit' | 'date' | 'runs'> {
  readonly fingerprint: string;
}

/** Accepted runs that can be compared with each other, oldest first: of one machine and one configuration. */
export interface RunLine {
  readonly fingerprint: string;
  /** Null of imported results. */
  readonly machine: Pick<
    Machine,
    'cpuModel' | 'cores' | 'architecture' | 'memory' | 'os' | 'node' | 'runner'
  > | null;
  readonly configHash: string;
  readonly runs: readonly KeptRun[];
}

/** An accepted run without its histogram. */
export interface KeptRun extends Pick<AcceptedRun, 'date' | 'commit' | 'loadgate' | 'engine' | 'metrics'> {
  /** Requests that were sent. */
  readonly sent: number;
  /** False when only an older version of the file holds it: later runs are not compared with it. */
  readonly inBaseline: boolean;
}

/** What the runs of a line come to, for one metric. Values in the metric's unit. */
export interface Trend {
  readonly metric: MetricName;
  /** As many as the line has runs; null where a run has no value. */
  readonly values: readonly (number | null)[];
  /** The newest value that there is. */
  readonly last: number;
  /** Where a run of unchanged code is expected; null when none of these runs is in the baseline, or where no ratio can be taken. */
  readonly band: Band | null;
  /** Null with fewer than two values, or where no ratio can be taken. */
  readonly change: TrendChange | null;
  /** How far the moving average has left the first runs, as a share, by the rule of the finding `baseline-drift`; null when it has not. */
  readonly drift: number | null;
}

/** Nine of ten runs of unchanged code lie in it, by the noise between the runs of the baseline. */
export interface Band {
  readonly low: number;
  readonly centre: number;
  readonly high: number;
  /** Runs of the baseline that it was made of. */
  readonly runs: number;
}

/** The median of the last runs against the median of the first. */
export interface TrendChange {
  readonly first: number;
  readonly last: number;
  /** How many runs each median is of. */
  readonly firstRuns: number;
  readonly lastRuns: number;
  /** A share, or for ratios a difference: see `Metric.change`. */
  readonly change: number;
  /** `steady`: within what the first runs let expect of nine of ten runs of unchanged code, or below the metric's floors. */
  readonly direction: 'better' | 'worse' | 'steady';
}
