/** The tables of a report as rows of text; every format draws them its own way. The first row holds the headings. */
import type { Counts } from '../domain/measurement.ts';
import { METRICS, type MetricName } from '../domain/metric.ts';
import type { Judgement, Outcome } from '../domain/verdict.ts';
import { quantileName } from './charts.ts';
import { barsOf } from './recent-runs.ts';
import type { QuantileRow, ScenarioReport } from './results.ts';
import type { SearchReport } from './search-results.ts';
import type { Pen, Words } from './words/words.ts';

/** Rows of cells. */
export type Rows = readonly (readonly string[])[];

/** How a judgement is marked at first sight. */
export type Sign = 'bad' | 'noted' | 'agreed' | 'better' | 'good' | 'unsure' | 'none';

/**
 * One metric a row; baseline and change only where something was compared, the last release only where it is known. `mark` puts a sign in front of the judgement's word; `course` puts the bars of the last runs to the
 * name of a metric that has them.
 */
export function overviewTable(
  scenario: ScenarioReport,
  judgements: readonly Judgement[],
  words: Words,
  n: Pen,
  mark: (sign: Sign, word: string) => string,
  course: (name: string, bars: string) => string = (name) => name,
): Rows {
  const { columns, none } = words.labels;
  const compared = scenario.judgements.some(({ comparison }) => comparison !== null);
  const { release } = scenario;
  const only = (cell: string): readonly string[] => (compared ? [cell] : []);
  const named = (metric: MetricName): string => {
    const history = scenario.history.find((each) => each.metric === metric);
    const bars = history === undefined ? '' : barsOf(history);
    return bars === '' ? words.metrics[metric] : course(words.metrics[metric], bars);
  };
  return [
    [
      columns.metric,
      ...only(referenceColumn(scenario, words)),
      ...(release === null ? [] : [words.acceptance.releaseColumn(release.tag, n)]),
      columns.now,
      ...only(columns.change),
      columns.limit,
      columns.judgement,
    ],
    ...judgements.map((judgement) => {
      const { metric, value, comparison } = judgement;
      const cell = (amount: number | null | undefined): string =>
        amount == null ? none : n.value(metric, amount);
      const sign = signOf(judgement, scenario.voided);
      const change = words.change(judgement, n);
      return [
        named(metric),
        ...only(cell(comparison?.reference)),
        ...(release === null ? [] : [cell(release.metrics[metric])]),
        cell(value),
        ...only(sign === 'bad' && comparison?.outcome === 'regression' ? n.strong(change) : change),
        words.limit(judgement, scenario.limits, n),
        mark(sign, words.judgement(judgement, scenario.voided)),
      ];
    }),
  ];
}

/** What stands over the values that it was compared with. */
const referenceColumn = ({ against }: ScenarioReport, { labels }: Words): string =>
  labels.columns[against.kind === 'base' ? 'base' : 'baseline'];

/** How the columns of {@link overviewTable} are aligned. */
export const overviewAlign = ([headings = []]: Rows): string => `l${'r'.repeat(headings.length - 3)}ll`;

/** Judgements that everybody should see, and those that fold away: unchanged, or without a limit and nothing significant about them. */
export function splitJudgements(judgements: readonly Judgement[]): {
  readonly shown: readonly Judgement[];
  readonly folded: readonly Judgement[];
} {
  // Of a scenario without limits or baseline at all, something must be left to see.
  const usual: readonly MetricName[] = ['p95', 'throughput', 'error-rate', 'capacity'];
  const isShown = (judgement: Judgement): boolean => {
    const { metric, comparison, bounds, failed } = judgement;
    const moved = comparison?.outcome === 'regression' || comparison?.outcome === 'improvement';
    const unsure = comparison?.outcome === 'inconclusive' && comparison.limit !== null;
    return (
      usual.includes(metric) ||
      moved ||
      unsure ||
      failed ||
      (bounds.length > 0 && comparison?.outcome !== 'no-change')
    );
  };
  return { shown: judgements.filter(isShown), folded: judgements.filter((each) => !isShown(each)) };
}

function signOf(judgement: Judgement, voided: boolean): Sign {
  const { comparison, bounds, failed, metric, value, acceptance } = judgement;
  if (value === null || (voided && !(failed && metric === 'error-rate'))) return 'none';
  if (failed) return 'bad';
  switch (comparison?.outcome) {
    case 'regression':
      return acceptance === null ? 'noted' : 'agreed';
    case 'improvement':
      return 'better';
    case 'inconclusive':
      return comparison.limit === null ? 'none' : 'unsure';
    case 'no-change':
      return 'good';
    case undefined:
      return bounds.length > 0 ? 'good' : 'none';
  }
}

/** The distribution, with the baseline's where there is one. */
export function quantileTable(scenario: ScenarioReport, words: Words, n: Pen): Rows {
  const { quantiles } = scenario;
  const { labels } = words;
  const compared = quantiles.some(({ baseline }) => baseline !== null);
  const cell = (value: number | null): string => (value === null ? labels.none : n.ms(value));
  const row = (title: string, pick: (each: QuantileRow) => string): readonly string[] => [
    title,
    ...quantiles.map(pick),
  ];
  return [
    row(labels.quantile, ({ quantile }) => (quantile === 1 ? labels.maximum : quantileName(quantile))),
    ...(compared ? [row(referenceColumn(scenario, words), ({ baseline }) => cell(baseline))] : []),
    row(labels.columns.now, ({ now }) => cell(now)),
    ...(compared ? [row(labels.changeOnly, (each) => changeOf(each, words, n))] : []),
  ];
}

/** Changes of quantiles that are no metrics are told like those that are. */
const changeOf = ({ now, baseline }: QuantileRow, words: Words, n: Pen): string =>
  now === null || baseline === null || baseline <= 0
    ? words.labels.none
    : n.change('p95', now / baseline - 1);

/** One named request a row. */
export function requestTable({ requests }: ScenarioReport, words: Words, n: Pen): Rows {
  const { requestColumns: titles, none } = words.labels;
  const cell = (value: number | null): string => (value === null ? none : n.ms(value));
  return [
    [titles.request, titles.sent, titles.throughput, titles.failed, titles.p50, titles.p95, titles.p99],
    ...requests.map(({ name, sent, throughput, failed, p50, p95, p99 }) => [
      n.name(name),
      n.count(sent),
      n.rate(throughput),
      n.count(failed),
      cell(p50),
      cell(p95),
      cell(p99),
    ]),
  ];
}

/** One level of a search a row. */
export function searchTable({ kind, rows }: SearchReport, words: Words, n: Pen): Rows {
  const { search, labels } = words;
  const { columns } = search;
  const withBase = rows.some(({ base }) => base !== null);
  const ms = (value: number | null): string => (value === null ? labels.none : n.ms(value));
  const only = (cell: () => string): readonly string[] => (withBase ? [cell()] : []);
  return [
    [
      columns.level(kind),
      ...only(() => columns.baseThroughput),
      columns.throughput,
      columns.p50,
      columns.p95,
      columns.failed,
      ...(kind === 'stress' ? [columns.little] : []),
      columns.carried,
    ],
    ...rows.map(({ level, step, broken, littleGap, base }) => [
      search.level(kind, level, n),
      ...only(() => (base === null ? labels.none : n.rate(base.throughput))),
      n.rate(step.throughput),
      ms(step.p50),
      ms(step.p95),
      n.share(step.errorRate),
      ...(kind === 'stress' ? [search.little(littleGap, n)] : []),
      search.carried(broken),
    ]),
  ];
}

/** How the columns of {@link searchTable} are aligned. */
export const searchAlign = ([headings = []]: Rows): string => `${'r'.repeat(headings.length - 1)}l`;

/** One scenario a row: what everybody asks for first, and the outcome with `mark`. */
export function scenarioTable(
  scenarios: readonly ScenarioReport[],
  words: Words,
  n: Pen,
  mark: (sign: Sign, word: string) => string,
): Rows {
  const { labels, metrics, comment, outcomes } = words;
  return [
    [comment.scenario, metrics.p95, metrics.throughput, metrics['error-rate'], labels.columns.judgement],
    ...scenarios.map((scenario) => {
      const cell = (...names: readonly MetricName[]): string => {
        const judgement = scenario.judgements.find(
          ({ metric, value }) => names.includes(metric) && value !== null,
        );
        return judgement === undefined ? labels.none : valueAndChange(judgement, n);
      };
      return [
        n.name(scenario.name),
        cell('p95'),
        scenario.search === null ? cell('throughput') : `${metrics.capacity} ${cell('capacity')}`,
        cell('error-rate'),
        mark(outcomeSign(scenario), outcomes[scenario.outcome]),
      ];
    }),
  ];
}

/** How the columns of {@link scenarioTable} are aligned. */
export const SCENARIO_ALIGN = 'lrrrl';

const OUTCOME_SIGNS: Readonly<Record<Outcome, Sign>> = {
  pass: 'good',
  fail: 'bad',
  inconclusive: 'unsure',
  'no-baseline': 'none',
  void: 'noted',
};

/** A pass with a gain is marked as one, and so is one with something accepted. */
function outcomeSign({ outcome, judgements }: ScenarioReport): Sign {
  if (outcome === 'pass' && judgements.some(({ acceptance }) => acceptance !== null)) return 'agreed';
  const gained = judgements.some(
    ({ comparison }) => comparison?.outcome === 'improvement' && comparison.limit !== null,
  );
  return outcome === 'pass' && gained ? 'better' : OUTCOME_SIGNS[outcome];
}

/** `14.0 ms (+0.2 %)`; of an error rate the value alone. */
function valueAndChange({ metric, value, comparison }: Judgement, n: Pen): string {
  if (value === null) return '';
  const { unit } = METRICS[metric];
  const change = comparison === null || unit === 'ratio' ? '' : ` (${n.change(metric, comparison.change)})`;
  return `${n.value(metric, value)}${change}`;
}

/** Where every request of every scenario ended. */
export function countsTable(scenarios: readonly ScenarioReport[], words: Words, n: Pen): Rows {
  const names = Object.keys(words.labels.counts) as readonly (keyof Counts)[];
  return [
    ['', ...scenarios.map(({ name }) => n.name(name))],
    ...names.map((count) => [
      words.labels.counts[count],
      ...scenarios.map(({ counts }) => n.count(counts[count])),
    ]),
  ];
}
