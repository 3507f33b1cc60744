/** A verdict as OpenMetrics text (version 1.0), for Prometheus and whatever reads its formats: what was measured, what it was compared with, and what that means. */
import type { Counts, Run, Side } from '../domain/measurement.ts';
import type { ScenarioVerdict, Verdict } from '../domain/verdict.ts';
import { judgedFamilies } from './openmetrics-judged.ts';
import { thresholdFamilies } from './openmetrics-thresholds.ts';
import { type Family, gauge, renderFamilies, stateSet } from './openmetrics-text.ts';

/** Everything that a gate can come to. */
const VERDICTS = ['pass', 'fail', 'inconclusive', 'no-baseline', 'void', 'failure'] as const;
/** Where a request can be, and the word for it. */
const PLACES = [
  ['ok', 'ok'],
  ['httpError', 'http_error'],
  ['connectionError', 'connection_error'],
  ['timeout', 'timeout'],
  ['lost', 'lost'],
  ['inFlight', 'in_flight'],
  ['refused', 'refused'],
] as const satisfies readonly (readonly [keyof Counts, string])[];

/** The verdict in OpenMetrics text. Samples have no timestamps, so that collectors of text files take them. */
export function renderOpenMetrics(run: Run, verdict: Verdict): string {
  const { suite, scenarios } = verdict;
  return renderFamilies([
    infoOf(run),
    gauge('started_timestamp', 'seconds', 'When the run began, in Unix time.', [
      { labels: { suite }, value: Date.parse(run.startedAt) / 1_000 },
    ]),
    ...outcomeFamilies(suite, verdict.outcome, verdict.exitCode),
    stateSet(
      'scenario_verdict',
      'What a scenario came to.',
      ['pass', 'fail', 'inconclusive', 'no-baseline', 'void'],
      scenarios.map(({ scenario, outcome }) => ({ labels: { suite, scenario }, state: outcome })),
    ),
    ...loadFamilies(suite, scenarios),
    ...judgedFamilies(suite, scenarios),
    ...thresholdFamilies(suite, scenarios),
  ]);
}

/** That nothing could be measured, in OpenMetrics text. */
export const renderFailureOpenMetrics = (suite: string, exitCode: number): string =>
  renderFamilies(outcomeFamilies(suite, 'failure', exitCode));

function outcomeFamilies(
  suite: string,
  state: (typeof VERDICTS)[number],
  exitCode: number,
): readonly Family[] {
  return [
    stateSet('verdict', 'What the gate came to; failure: nothing could be measured.', VERDICTS, [
      { labels: { suite }, state },
    ]),
    gauge('exit_code', '', '0 pass, 1 failed, 2 not measured or void, 3 wrong usage, 130 cancelled.', [
      { labels: { suite }, value: exitCode },
    ]),
  ];
}

function infoOf({ suite, loadgate, seed, machine, target, builds }: Run): Family {
  const commitOf = (side: Side): string => builds.find((build) => build.side === side)?.commit ?? '';
  const labels = {
    suite,
    version: loadgate,
    commit: commitOf('head'),
    base_commit: commitOf('base'),
    seed: String(seed),
    target: target?.url ?? '',
    fingerprint: machine?.fingerprint ?? '',
    cpu: machine?.cpuModel ?? '',
    cores: machine === null ? '' : String(machine.cores),
    os: machine?.os ?? '',
    node: machine?.node ?? '',
  };
  return {
    name: 'run',
    type: 'info',
    unit: '',
    help: 'The run behind these numbers: version, commits, machine.',
    samples: [{ labels, value: 1 }],
  };
}

function loadFamilies(suite: string, scenarios: readonly ScenarioVerdict[]): readonly Family[] {
  return [
    gauge(
      'users',
      '',
      'Users of a closed loop, or most requests under way of an open one.',
      scenarios.flatMap(({ scenario, users }) =>
        users === null ? [] : [{ labels: { suite, scenario }, value: users }],
      ),
    ),
    gauge(
      'measured',
      'seconds',
      'Measured time, warm-up excluded.',
      scenarios.map(({ scenario, elapsed }) => ({ labels: { suite, scenario }, value: elapsed / 1_000 })),
    ),
    gauge(
      'requests',
      '',
      'Requests of the measured time by what became of them; refused ones were never sent.',
      scenarios.flatMap(({ scenario, counts }) =>
        PLACES.map(([place, word]) => ({ labels: { suite, scenario, outcome: word }, value: counts[place] })),
      ),
    ),
  ];
}
