/** The stored baseline as a table for a terminal. */
import { type Baseline, type History, historiesOf, nameMachine } from '../baseline/baseline.ts';
import type { StoredBaseline } from '../baseline/store.ts';
import type { AcceptedRun, BaselineSource } from '../domain/reference.ts';
import { median } from '../stats/robust.ts';

/** What is stored: for each scenario, machine and configuration the number of runs, their dates, and the medians of p95, throughput and error rate. */
export function describeBaseline({ source, baseline }: StoredBaseline): string {
  const where = placeOf(source);
  if (baseline === null) {
    return `${where} does not exist: nothing has been accepted yet. Start with: loadgate baseline update --runs 5\n`;
  }
  const scenarios = Object.keys(baseline.scenarios).flatMap((name) => [
    ``,
    name,
    ...describeScenario(baseline, name),
  ]);
  return `${[`${where}: suite ${baseline.suite}`, ...scenarios].join('\n')}\n`;
}

function placeOf({ path, commit, branch }: BaselineSource): string {
  const at = commit === null ? '' : commit.slice(0, 12);
  if (branch === undefined) return at === '' ? path : `${path} of ${at}`;
  return at === '' ? `the branch ${branch}` : `${path} of the branch ${branch} at ${at}`;
}

function describeScenario(baseline: Baseline, name: string): readonly string[] {
  return historiesOf(baseline, name).flatMap((history) => [
    `  ${nameMachine(history.machine)} · fingerprint ${history.fingerprint} · configuration ${history.configHash}`,
    `  ${countOf(history)} · p95 ${middle(history, 'p95', ms)} · throughput ${middle(history, 'throughput', rate)} · errors ${middle(history, 'error-rate', share)}`,
  ]);
}

function countOf({ runs }: History): string {
  const dates = runs.map((run) => run.date.slice(0, 10));
  const count = runs.length === 1 ? '1 run' : `${runs.length} runs`;
  return `${count}, ${dates[0] ?? 'no date'} to ${dates.at(-1) ?? 'no date'}`;
}

function middle(
  { runs }: History,
  metric: keyof AcceptedRun['metrics'],
  show: (value: number) => string,
): string {
  const values = runs.map((run) => run.metrics[metric]).filter((value) => value !== null);
  return values.length === 0 ? '–' : show(median(values));
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const rate = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
const share = (value: number): string => `${(value * 100).toFixed(2)} %`;
