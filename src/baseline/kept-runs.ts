/** Accepted runs put together from several versions of a baseline, each run once. */
import type { KeptRun, RunLine, ScenarioRuns } from '../domain/history.ts';
import type { AcceptedRun } from '../domain/reference.ts';
import { type Baseline, type History, releasesOf } from './baseline.ts';
import { newestOf } from './releases.ts';

/** Collects runs: the baseline as it is now first, then older versions in any order. */
export interface KeptRuns {
  /** A version of the file. Of a run that was taken before nothing changes. */
  readonly add: (baseline: Baseline) => void;
  /** Everything so far. */
  readonly scenarios: () => readonly ScenarioRuns[];
}

/** A line that still grows; runs by date, which is what tells runs of a line apart (as when they are accepted). */
interface Growing extends Pick<RunLine, 'fingerprint' | 'machine' | 'configHash'> {
  readonly runs: Map<string, KeptRun>;
}

/** An empty collection whose first version is the baseline as it is now; `current` null: there is none. */
export function keepRuns(current: Baseline | null): KeptRuns {
  const scenarios = new Map<string, Map<string, Growing>>();
  const add = (baseline: Baseline, inBaseline: boolean): void => {
    for (const [scenario, { histories }] of Object.entries(baseline.scenarios)) {
      // Releases alone are no line.
      if (histories.length === 0) continue;
      const lines = scenarios.get(scenario) ?? new Map<string, Growing>();
      scenarios.set(scenario, lines);
      for (const history of histories) addHistory(lines, history, inBaseline);
    }
  };
  if (current !== null) add(current, true);
  return {
    add: (baseline) => add(baseline, false),
    scenarios: () =>
      [...scenarios]
        .map(([scenario, lines]) => ({ scenario, lines: linesOf(lines), ...standingIn(current, scenario) }))
        .sort((left, right) => (left.scenario < right.scenario ? -1 : 1)),
  };
}

/** What the baseline as it is now says of a scenario beside its runs. */
function standingIn(current: Baseline | null, scenario: string): Pick<ScenarioRuns, 'accepted' | 'releases'> {
  if (current === null) return { accepted: [], releases: [] };
  return {
    accepted: current.accepted.filter((each) => each.scenario === scenario),
    releases: releasesOf(current, scenario).map((release) => ({
      tag: release.tag,
      commit: release.commit,
      date: newestOf(release),
      runs: release.runs.length,
      fingerprint: release.fingerprint,
    })),
  };
}

function addHistory(lines: Map<string, Growing>, history: History, inBaseline: boolean): void {
  const { fingerprint, machine, configHash } = history;
  const key = JSON.stringify([fingerprint, configHash]);
  const line = lines.get(key) ?? { fingerprint, machine, configHash, runs: new Map() };
  lines.set(key, line);
  for (const run of history.runs) {
    if (!line.runs.has(run.date)) line.runs.set(run.date, kept(run, inBaseline));
  }
}

function kept(
  { date, commit, loadgate, engine, metrics, counts }: AcceptedRun,
  inBaseline: boolean,
): KeptRun {
  return { date, commit, loadgate, engine, metrics, sent: counts.sent, inBaseline };
}

/** In the order in which they began; those that began together by their keys, so that the same runs always give the same lines. */
function linesOf(lines: ReadonlyMap<string, Growing>): readonly RunLine[] {
  return [...lines]
    .map(([key, line]) => {
      const runs = [...line.runs.values()].sort((left, right) => byText(left.date, right.date));
      return { key: `${runs[0]?.date} ${key}`, line: { ...line, runs } };
    })
    .sort((left, right) => byText(left.key, right.key))
    .map(({ line }) => line);
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
