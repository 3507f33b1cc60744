/** The stored baseline as it lies in the repository. Plain JSON. */
import type { Acceptance } from '../domain/acceptance.ts';
import type { Machine, Run } from '../domain/measurement.ts';
import type { AcceptedRun } from '../domain/reference.ts';

/** Version of the shape of the baseline file. Files of version 1, which knew runs alone, are read as well. */
export const BASELINE_SCHEMA = 2;

/** Largest baseline file that is read or written: 30 runs of 100 scenarios on several machines stay below it. */
export const BASELINE_BYTES_MAX = 8 * 1024 * 1024;

/** A suite's accepted runs. */
export interface Baseline {
  readonly schema: typeof BASELINE_SCHEMA;
  readonly suite: string;
  /** Changes for the worse that are meant, in the order in which they were accepted. */
  readonly accepted: readonly Acceptance[];
  /** By scenario. */
  readonly scenarios: Readonly<Record<string, ScenarioHistory>>;
}

/** A scenario's accepted runs, apart for each machine and configuration. */
export interface ScenarioHistory {
  readonly histories: readonly History[];
  /** The last releases of each machine and configuration, oldest first. */
  readonly releases: readonly Release[];
}

/** Releases that are kept of a scenario for each machine and configuration. */
export const RELEASES_MAX = 3;
/** Runs that are kept of a release: their median needs no more. */
export const RELEASE_RUNS_MAX = 9;

/** The accepted runs of a release's commit on one machine and with one configuration, without their histograms. */
export interface Release {
  readonly tag: string;
  readonly commit: string | null;
  readonly fingerprint: string;
  readonly configHash: string;
  /** Oldest first. */
  readonly runs: readonly Pick<AcceptedRun, 'date' | 'metrics'>[];
}

/** Accepted runs that can be compared with each other, oldest first. */
export interface History {
  /** Of the machine, see {@link Machine}; of imported results {@link IMPORTED}. */
  readonly fingerprint: string;
  /** For the reader of the file: which machine that is; null for imported results. */
  readonly machine: ShortMachine | null;
  /** Hash of what else makes numbers comparable: the load and how the service is started. */
  readonly configHash: string;
  readonly runs: readonly AcceptedRun[];
}

/** What tells a machine from another to a reader. */
export type ShortMachine = Pick<
  Machine,
  'cpuModel' | 'cores' | 'architecture' | 'memory' | 'os' | 'node' | 'runner'
>;

/** A baseline without runs. */
export const emptyBaseline = (suite: string): Baseline => ({
  schema: BASELINE_SCHEMA,
  suite,
  accepted: [],
  scenarios: {},
});

/** The histories of a scenario; none when the baseline does not know it. Own members only: no name may find something of the prototype's. */
export function historiesOf(baseline: Baseline, scenario: string): readonly History[] {
  return Object.hasOwn(baseline.scenarios, scenario) ? (baseline.scenarios[scenario]?.histories ?? []) : [];
}

/** The releases of a scenario; none when the baseline does not know it. */
export function releasesOf(baseline: Baseline, scenario: string): readonly Release[] {
  return Object.hasOwn(baseline.scenarios, scenario) ? (baseline.scenarios[scenario]?.releases ?? []) : [];
}

/** Stands for the fingerprint of machines that nobody knows: what was measured here is never compared with what was imported. */
export const IMPORTED = 'imported';

/** The fingerprint by which a run's histories are kept. */
export const fingerprintOf = (run: Pick<Run, 'machine'>): string => run.machine?.fingerprint ?? IMPORTED;

/** `AMD EPYC 7763, 4 cores, Ubuntu 24.04 (x64)` */
export function nameMachine(
  machine: Pick<ShortMachine, 'cpuModel' | 'cores' | 'os' | 'architecture'> | null,
): string {
  if (machine === null) return 'imported results, machine not known';
  const cores = machine.cores === 1 ? '1 core' : `${machine.cores} cores`;
  return `${machine.cpuModel}, ${cores}, ${machine.os} (${machine.architecture})`;
}
