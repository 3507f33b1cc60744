/** The stored baseline as it lies in the repository. Plain JSON. */
import type { Machine, Run } from '../domain/measurement.ts';
import type { AcceptedRun } from '../domain/reference.ts';

/** Version of the shape of the baseline file. */
export const BASELINE_SCHEMA = 1;

/** Largest baseline file that is read or written: 30 runs of 100 scenarios on several machines stay below it. */
export const BASELINE_BYTES_MAX = 8 * 1024 * 1024;

/** A suite's accepted runs. */
export interface Baseline {
  readonly schema: typeof BASELINE_SCHEMA;
  readonly suite: string;
  /** By scenario. */
  readonly scenarios: Readonly<Record<string, ScenarioHistory>>;
}

/** A scenario's accepted runs, apart for each machine and configuration. */
export interface ScenarioHistory {
  readonly histories: readonly History[];
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
  scenarios: {},
});

/** The histories of a scenario; none when the baseline does not know it. Own members only: no name may find something of the prototype's. */
export function historiesOf(baseline: Baseline, scenario: string): readonly History[] {
  return Object.hasOwn(baseline.scenarios, scenario) ? (baseline.scenarios[scenario]?.histories ?? []) : [];
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
