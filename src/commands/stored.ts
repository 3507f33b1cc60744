/** The stored baseline as a table for a terminal. */
import {
  type Baseline,
  type History,
  historiesOf,
  nameMachine,
  type Release,
  releasesOf,
} from '../baseline/baseline.ts';
import type { StoredBaseline } from '../baseline/store.ts';
import { type Acceptance, dayOf, isExpired } from '../domain/acceptance.ts';
import { METRICS } from '../domain/metric.ts';
import type { AcceptedRun, BaselineSource } from '../domain/reference.ts';
import { median } from '../stats/robust.ts';

/**
 * What is stored: for each scenario, machine and configuration the number of runs, their dates, and the medians of p95, throughput and error rate; its releases, and what was accepted of
 * it. `moment`: now (ISO 8601, UTC).
 */
export function describeBaseline({ source, baseline }: StoredBaseline, moment: string): string {
  const where = placeOf(source);
  if (baseline === null) {
    return `${where} does not exist: nothing has been accepted yet. Start with: loadgate baseline update --runs 5\n`;
  }
  const scenarios = Object.keys(baseline.scenarios).flatMap((name) => [
    ``,
    name,
    ...describeScenario(baseline, name),
    ...baseline.accepted
      .filter(({ scenario }) => scenario === name)
      .map((each) => `  ${accepted(each, moment)}`),
  ]);
  return `${[`${where}: suite ${baseline.suite}`, ...scenarios].join('\n')}\n`;
}

/** `baseline.json of 1234567890ab`, `default.json of the branch loadgate at 1234567890ab`; a branch that is not there by its name alone. */
export function placeOf({ path, commit, branch }: BaselineSource): string {
  const at = commit === null ? '' : commit.slice(0, 12);
  if (branch === undefined) return at === '' ? path : `${path} of ${at}`;
  return at === '' ? `the branch ${branch}` : `${path} of the branch ${branch} at ${at}`;
}

function describeScenario(baseline: Baseline, name: string): readonly string[] {
  return historiesOf(baseline, name).flatMap((history) => [
    `  ${nameMachine(history.machine)} · fingerprint ${history.fingerprint} · configuration ${history.configHash}`,
    `  ${countOf(history)} · ${mediansOf(history)}`,
    ...releasesOf(baseline, name)
      .filter(
        (release) => release.fingerprint === history.fingerprint && release.configHash === history.configHash,
      )
      .map((release) => `  release ${release.tag} · ${countOf(release)} · ${mediansOf(release)}`),
  ]);
}

const mediansOf = (line: Line): string =>
  `p95 ${middle(line, 'p95', ms)} · throughput ${middle(line, 'throughput', rate)} · errors ${middle(line, 'error-rate', share)}`;

/** `accepted: p95 worse by up to 12 % until 2026-12-31, by octocat on 2026-11-28: reason` */
function accepted({ metric, upTo, until, by, at, reason }: Acceptance, moment: string): string {
  const size = upTo.kind === 'share' ? share(upTo.amount) : `${upTo.amount} ${METRICS[metric].unit}`;
  const over = isExpired({ until }, moment) ? ' (over)' : '';
  return `accepted: ${metric} worse by up to ${size} until ${until}${over}, by ${by} on ${dayOf(at)}: ${reason}`;
}

/** Runs of one machine and configuration. */
type Line = Pick<History, 'runs'> | Release;

function countOf({ runs }: Line): string {
  const dates = runs.map((run) => run.date.slice(0, 10));
  const count = runs.length === 1 ? '1 run' : `${runs.length} runs`;
  return `${count}, ${dates[0] ?? 'no date'} to ${dates.at(-1) ?? 'no date'}`;
}

function middle(
  { runs }: Line,
  metric: keyof AcceptedRun['metrics'],
  show: (value: number) => string,
): string {
  const values = runs.map((run) => run.metrics[metric]).filter((value) => value !== null);
  return values.length === 0 ? '–' : show(median(values));
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const rate = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
const share = (value: number): string => `${(value * 100).toFixed(2)} %`;
