/** The step outputs: what later steps can read. Fixed names, single-line values. */
import { METRIC_NAMES } from '../domain/metric.ts';
import type { Outcome, ScenarioVerdict } from '../domain/verdict.ts';
import type { Runner } from '../platform/runner.ts';
import type { Publication, Published } from './publication.ts';

/** Every output with its description, in the order of action.yml. */
export const OUTPUTS = {
  verdict:
    '`pass`, `fail`, `void` (measured, but not to be believed), `inconclusive`, `no-baseline`, or `failure` (not measured)',
  'exit-code': '0 pass, 1 the gate failed, 2 not measured or void, 3 wrong usage or refused, 130 cancelled',
  p95: '95th percentile of latency in milliseconds, of the worst scenario; empty when there is none',
  p50: 'Median latency in milliseconds, of the worst scenario',
  p99: '99th percentile of latency in milliseconds, of the worst scenario',
  throughput: 'Answered requests a second, of the worst scenario',
  'error-rate': 'Share of requests that failed, 0 to 1, of the worst scenario',
  metrics:
    'All metrics of all scenarios as JSON: an array of objects with `scenario`, `outcome`, `users` and the metrics',
  'comment-url': 'Address of the pull request comment; empty when there is none',
  report: 'Path of report.md, relative to the workspace',
  'report-html':
    'Path of report.html: the report as a page with every number behind it, or why there is no verdict',
  run: 'Path of run.json: everything that was measured',
  'verdict-file': 'Path of verdict.json: every judgement with its numbers',
  'service-log': "Path of the service's log",
  junit: 'Path of junit.xml: the verdict for CI systems that show tests',
  openmetrics: 'Path of metrics.txt: the metrics for Prometheus and the like',
  timeline: 'Path of timeline.csv: every second of the measured time',
} as const;

/** Name of an output. */
export type OutputName = keyof typeof OUTPUTS;

/** The worst first; the first of equals is taken. */
const WORST_FIRST: readonly Outcome[] = ['fail', 'void', 'inconclusive', 'no-baseline', 'pass'];

/** Sets every output, the ones without a value to nothing. @throws when the runner's file cannot be written */
export function publishOutputs(publication: Publication, published: Published, runner: Runner): void {
  for (const [name, value] of Object.entries(outputsOf(publication, published))) runner.output(name, value);
}

/** The outputs as text. Numbers are plain decimal numbers with a point. */
export function outputsOf(
  publication: Publication,
  published: Published,
): Readonly<Record<OutputName, string>> {
  const scenarios = publication.verdict?.scenarios ?? [];
  const metrics = worstOf(scenarios)?.metrics;
  return {
    verdict: publication.outcome,
    'exit-code': String(publication.exitCode),
    p95: number(metrics?.p95),
    p50: number(metrics?.p50),
    p99: number(metrics?.p99),
    throughput: number(metrics?.throughput),
    'error-rate': number(metrics?.['error-rate']),
    metrics: JSON.stringify(scenarios.map(metricsOf)),
    'comment-url': published.commentUrl ?? '',
    report: published.files.report ?? '',
    'report-html': published.files.page ?? '',
    run: published.files.run ?? '',
    'verdict-file': published.files.verdict ?? '',
    'service-log': published.files.serviceLog ?? '',
    junit: published.formats.junit ?? '',
    openmetrics: published.formats.openmetrics ?? '',
    timeline: published.formats.csv ?? '',
  };
}

const worstOf = (scenarios: readonly ScenarioVerdict[]): ScenarioVerdict | undefined =>
  scenarios.toSorted(
    (left, right) => WORST_FIRST.indexOf(left.outcome) - WORST_FIRST.indexOf(right.outcome),
  )[0];

function metricsOf({
  scenario,
  outcome,
  users,
  metrics,
}: ScenarioVerdict): Readonly<Record<string, unknown>> {
  return {
    scenario,
    outcome,
    users,
    ...Object.fromEntries(METRIC_NAMES.map((name) => [name, rounded(metrics[name])])),
  };
}

const number = (value: number | null | undefined): string => rounded(value)?.toString() ?? '';

/** Six digits after the point are finer than anything measured here. */
const rounded = (value: number | null | undefined): number | null =>
  value == null ? null : Number(value.toFixed(6));
