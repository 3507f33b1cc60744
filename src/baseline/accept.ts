/** Takes a run into the baseline file of the working tree. */
import type { Acceptance } from '../domain/acceptance.ts';
import { Failure } from '../domain/failure.ts';
import type { Machine, Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { AcceptedRun } from '../domain/reference.ts';
import { replaceWorkspaceFile } from '../platform/workspace-writer.ts';
import type { World } from '../platform/world.ts';
import { type ScenarioSummary, summarise } from '../stats/summary.ts';
import { withAcceptances } from './acceptances.ts';
import {
  type Baseline,
  emptyBaseline,
  fingerprintOf,
  type History,
  historiesOf,
  releasesOf,
  type ShortMachine,
} from './baseline.ts';
import { encodeBaseline } from './codec.ts';
import { withReleaseRun } from './releases.ts';
import { readBaseline } from './store.ts';

/** What else is written down with a run. */
export interface AcceptedWith {
  /** The run is of the commit of this release: it is kept beside the branch's runs, and is none of them. Null: a run of the branch. */
  readonly release: string | null;
  /** Changes for the worse that were accepted with what this run is of. */
  readonly acceptances: readonly Acceptance[];
}

/** Only the run. */
export const NOTHING_BESIDE: AcceptedWith = { release: null, acceptances: [] };

/**
 * Adds the run's numbers to the history of each scenario for this machine and configuration, keeps the last `keep` of them, and writes the file. Each run
 * counts, of the same commit too: the spread between them is what later runs are judged by. The same run is never counted twice.
 *
 * Returns the file's path relative to the workspace, and the number of runs that the shortest history of the plan's scenarios now has on this machine.
 * @throws Failure when the file is there but cannot be read (it is left as it is) or cannot be written, or a scenario has no answers
 */
export async function acceptRun(
  plan: Plan,
  run: Run,
  world: World,
  beside: AcceptedWith = NOTHING_BESIDE,
): Promise<{ path: string; runs: number }> {
  const stored = await readBaseline({ ...plan, baseline: { ...plan.baseline, store: 'file' } }, null, world);
  const after = withRunOf(plan, run, stored.baseline, beside);
  await replaceWorkspaceFile(world, plan.baseline.path, encodeBaseline(after));
  return { path: plan.baseline.path, runs: shortestHistory(after, plan, run) };
}

/** A baseline (null: none yet) with the run's numbers of every scenario of the plan, and what is written down beside them. @throws Failure when a scenario has no answers */
export function withRunOf(
  plan: Plan,
  run: Run,
  stored: Baseline | null,
  { release, acceptances }: AcceptedWith = NOTHING_BESIDE,
): Baseline {
  const begun = acceptances.map((each) => sinceRun(each, run));
  const before = withAcceptances(stored ?? emptyBaseline(plan.suite), begun);
  return plan.scenarios.reduce((baseline, { name }) => {
    const summary = summarise(run, name, 'head');
    return release === null
      ? withRun(baseline, run, summary, plan.baseline.keep)
      : withReleaseRun(baseline, {
          scenario: name,
          fingerprint: fingerprintOf(run),
          configHash: configHashOf(run, name),
          tag: release,
          run: acceptedRun(run, summary),
        });
  }, before);
}

/** What is accepted with a run has been there from the beginning of that run on: not from the moment of the words, which may be weeks older. */
export const sinceRun = (acceptance: Acceptance, { startedAt }: Pick<Run, 'startedAt'>): Acceptance => ({
  ...acceptance,
  since: Date.parse(acceptance.at) > Date.parse(startedAt) ? acceptance.at : startedAt,
});

/** How many runs the shortest history of the plan's scenarios has on the run's machine. */
export function shortestHistory(baseline: Baseline, plan: Plan, run: Run): number {
  return Math.min(...plan.scenarios.map(({ name }) => historyFor(baseline, name, run)?.runs.length ?? 0));
}

/** A baseline with one more run of one scenario. */
function withRun(baseline: Baseline, run: Run, summary: ScenarioSummary, keep: number): Baseline {
  const { scenario } = summary;
  const old = historyFor(baseline, scenario, run);
  const history: History = {
    fingerprint: fingerprintOf(run),
    machine: run.machine === null ? null : shorten(run.machine),
    configHash: configHashOf(run, scenario),
    runs: lastRuns([...(old?.runs ?? []), acceptedRun(run, summary)], keep),
  };
  const others = historiesOf(baseline, scenario).filter((other) => other !== old);
  const histories = [...others, history].sort(byMachineAndConfig);
  return {
    ...baseline,
    scenarios: { ...baseline.scenarios, [scenario]: { histories, releases: releasesOf(baseline, scenario) } },
  };
}

function historyFor(baseline: Baseline, scenario: string, run: Run): History | undefined {
  const configHash = configHashOf(run, scenario);
  return historiesOf(baseline, scenario).find(
    (history) => history.fingerprint === fingerprintOf(run) && history.configHash === configHash,
  );
}

function configHashOf(run: Run, scenario: string): string {
  const hash = Object.hasOwn(run.configHashes, scenario) ? run.configHashes[scenario] : undefined;
  if (hash !== undefined) return hash;
  throw unacceptable(scenario, 'the run does not say with which configuration it was measured');
}

/** By date, one of each, the newest `keep`. */
function lastRuns(runs: readonly AcceptedRun[], keep: number): readonly AcceptedRun[] {
  const byDate = new Map(runs.map((run) => [run.date, run]));
  return [...byDate.values()].sort((left, right) => (left.date < right.date ? -1 : 1)).slice(-keep);
}

const keyOf = (history: History): string => `${history.fingerprint} ${history.configHash}`;
const byMachineAndConfig = (left: History, right: History): number => (keyOf(left) < keyOf(right) ? -1 : 1);

/** @throws Failure when there is nothing to compare later runs with */
function acceptedRun(run: Run, summary: ScenarioSummary): AcceptedRun {
  const { metrics, counts, statusShares, meanBodyBytes, latency, scenario } = summary;
  if (counts.ok === 0 || summary.answers === 0) throw unacceptable(scenario, 'it has no answers');
  const head = run.builds.find((build) => build.side === 'head');
  return {
    date: run.startedAt,
    // A changed working tree is nobody's commit.
    commit: head === undefined || head.dirty ? null : head.commit,
    loadgate: run.loadgate,
    engine: [...new Set(summary.slices.map(({ engine }) => `${engine.name} ${engine.version}`.trim()))].join(
      ', ',
    ),
    metrics,
    counts,
    statusShares,
    meanBodyBytes,
    latency,
  };
}

function shorten(machine: Machine): ShortMachine {
  const { cpuModel, cores, architecture, memory, os, node, runner } = machine;
  return { cpuModel, cores, architecture, memory, os, node, runner };
}

function unacceptable(scenario: string, why: string): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'not-acceptable',
    message: `The scenario ${JSON.stringify(scenario)} cannot become a baseline: ${why}.`,
    advice: 'Mend what the report of `loadgate run` says, then update the baseline again.',
  });
}
