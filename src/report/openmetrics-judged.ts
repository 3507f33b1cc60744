/** What was measured and judged of each metric, as families of OpenMetrics: values, references and limits in base units, changes, outcomes. */
import { METRIC_NAMES, METRICS, type MetricName } from '../domain/metric.ts';
import type { Comparison, Judgement, ScenarioVerdict } from '../domain/verdict.ts';
import { type Family, gauge, type Sample, stateSet } from './openmetrics-text.ts';

type Labels = Sample['labels'];

/** How a metric of ours is exposed: base units, as Prometheus asks for. */
interface Exposed {
  readonly unit: string;
  /** From the unit of the domain to that. */
  readonly factor: number;
}

const UNITS: Readonly<Record<(typeof METRICS)[MetricName]['unit'], Exposed>> = {
  ms: { unit: 'seconds', factor: 1e-3 },
  '/s': { unit: 'requests_per_second', factor: 1 },
  B: { unit: 'bytes', factor: 1 },
  'B/min': { unit: 'bytes_per_second', factor: 1 / 60 },
  ratio: { unit: 'ratio', factor: 1 },
  count: { unit: '', factor: 1 },
};

/** What a metric of one scenario can come to. */
const JUDGEMENTS = ['regression', 'improvement', 'no-change', 'inconclusive', 'not-compared'] as const;

/** A number of a comparison. */
interface ChangeFamily {
  readonly name: string;
  readonly help: string;
  /** Null where there is none. */
  readonly pick: (comparison: Comparison) => number | null;
}

const CHANGES: readonly ChangeFamily[] = [
  {
    name: 'change',
    help: 'Change against the reference: a share of it, of the error rate a difference. Positive is a higher value.',
    pick: ({ change }) => change,
  },
  {
    name: 'change_low',
    help: 'Lower end of the 90 % interval of the change.',
    pick: ({ interval: [low] }) => low,
  },
  {
    name: 'change_high',
    help: 'Upper end of the 90 % interval of the change.',
    pick: ({ interval: [, high] }) => high,
  },
  {
    name: 'change_limit',
    help: 'Largest change for the worse that the configuration allows.',
    pick: ({ limit }) => limit,
  },
  {
    name: 'change_tolerance',
    help: 'Largest change for the worse that was allowed: the limit, or the noise where that is larger.',
    pick: ({ tolerance }) => tolerance,
  },
  {
    name: 'change_detectable',
    help: 'Smallest change for the worse that would have been caught nine times of ten.',
    pick: ({ detectable }) => detectable,
  },
];

/** All families of all metrics; those without samples are empty. */
export const judgedFamilies = (suite: string, scenarios: readonly ScenarioVerdict[]): readonly Family[] => [
  ...METRIC_FAMILIES.flatMap((metrics) => metricFamilies(metrics, suite, scenarios)),
  ...changeFamilies(suite, scenarios),
  ...judgementFamilies(suite, scenarios),
];

/** Metrics that share a family: the quantiles of latency are told apart by a label, as Prometheus does. */
const METRIC_FAMILIES: readonly (readonly MetricName[])[] = [
  METRIC_NAMES.filter((metric) => METRICS[metric].quantile !== null),
  ...METRIC_NAMES.filter((metric) => METRICS[metric].quantile === null).map((metric) => [metric]),
];

/** What was measured, what it was compared with, and the absolute limits. */
function metricFamilies(
  metrics: readonly MetricName[],
  suite: string,
  scenarios: readonly ScenarioVerdict[],
): readonly Family[] {
  const [first] = metrics;
  if (first === undefined) return [];
  const { unit, factor } = UNITS[METRICS[first].unit];
  const name = METRICS[first].quantile === null ? first.replaceAll('-', '_') : 'latency';
  const sample = (
    scenario: string,
    metric: MetricName,
    value: number | null,
    more: Labels,
  ): readonly Sample[] => {
    const { quantile } = METRICS[metric];
    const labels = { suite, scenario, ...(quantile === null ? {} : { quantile: String(quantile) }), ...more };
    return value === null ? [] : [{ labels, value: value * factor }];
  };
  const judged = (pick: (scenario: string, judgement: Judgement) => readonly Sample[]): readonly Sample[] =>
    scenarios.flatMap(({ scenario, judgements }) =>
      metrics.flatMap((metric) =>
        judgements.filter((each) => each.metric === metric).flatMap((each) => pick(scenario, each)),
      ),
    );
  return [
    gauge(
      name,
      unit,
      `${HELP[first]}.`,
      scenarios.flatMap(({ scenario, metrics: values }) =>
        metrics.flatMap((metric) => sample(scenario, metric, values[metric], {})),
      ),
    ),
    gauge(
      `${name}_reference`,
      unit,
      `${HELP[first]}: of the accepted runs, or of the base commit.`,
      judged((scenario, { metric, comparison }) =>
        comparison === null
          ? []
          : sample(scenario, metric, comparison.reference, { against: comparison.against }),
      ),
    ),
    gauge(
      `${name}_limit`,
      unit,
      `${HELP[first]}: limits whatever the reference.`,
      judged((scenario, { metric, bounds }) =>
        bounds.flatMap(({ bound, direction }) => sample(scenario, metric, bound, { bound: direction })),
      ),
    ),
  ];
}

/** What a metric is, for people who meet it in a query. */
const HELP: Readonly<Record<MetricName, string>> = {
  p95: 'Latency that a share of all answers does not exceed',
  p50: 'Latency that a share of all answers does not exceed',
  p99: 'Latency that a share of all answers does not exceed',
  throughput: 'Requests answered as expected, a second',
  'error-rate': 'Share of all attempts that failed',
  capacity: 'Highest throughput within the objective',
  'cpu-per-request': 'CPU time of the service for each answered request',
  'answer-size': 'Mean size of the body of an answer',
  'queries-per-request': 'Statements that all databases executed for each request',
  'memory-growth': 'How much more memory the service has every second, for certain',
};

function changeFamilies(suite: string, scenarios: readonly ScenarioVerdict[]): readonly Family[] {
  const compared = eachJudgement(suite, scenarios).flatMap(({ labels, judgement: { comparison } }) =>
    comparison === null ? [] : [{ labels: { ...labels, against: comparison.against }, comparison }],
  );
  return CHANGES.map(({ name, help, pick }) => {
    const samples = compared.flatMap(({ labels, comparison }) => {
      const value = pick(comparison);
      return value === null ? [] : [{ labels, value }];
    });
    return gauge(name, 'ratio', help, samples);
  });
}

function judgementFamilies(suite: string, scenarios: readonly ScenarioVerdict[]): readonly Family[] {
  const all = eachJudgement(suite, scenarios);
  return [
    stateSet(
      'judgement',
      'What the comparison of a metric came to; a regression fails the gate only where it is beyond a limit.',
      JUDGEMENTS,
      all.map(({ labels, judgement }) => ({
        labels,
        state: judgement.comparison?.outcome ?? 'not-compared',
      })),
    ),
    gauge(
      'failed',
      '',
      '1 where any limit of a metric is broken.',
      all.map(({ labels, judgement }) => ({ labels, value: judgement.failed ? 1 : 0 })),
    ),
    gauge(
      'accepted',
      '',
      '1 where a regression is within what was accepted on purpose, 0 where it is beyond.',
      all.flatMap(({ labels, judgement: { acceptance } }) =>
        acceptance === null ? [] : [{ labels, value: acceptance.within ? 1 : 0 }],
      ),
    ),
  ];
}

/** Of metrics that have a value, with the labels by which they are told apart. */
function eachJudgement(
  suite: string,
  scenarios: readonly ScenarioVerdict[],
): readonly { readonly labels: Labels; readonly judgement: Judgement }[] {
  return scenarios.flatMap(({ scenario, judgements }) =>
    judgements
      .filter(({ value }) => value !== null)
      .map((judgement) => ({ labels: { suite, scenario, metric: judgement.metric }, judgement })),
  );
}
