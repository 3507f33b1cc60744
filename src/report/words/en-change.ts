/** English: changes in plain words. */
import { METRICS, type MetricName } from '../../domain/metric.ts';
import type { Comparison } from '../../domain/verdict.ts';
import { isBoundless } from '../../stats/boundless.ts';
import type { Headline } from '../report.ts';
import type { ChangeWords } from './change-words.ts';
import { METRIC_WORDS } from './en-metrics.ts';
import type { Pen } from './words.ts';

type Ways = readonly [more: string, less: string];

const TIME: Ways = ['slower', 'faster'];
const AMOUNT: Ways = ['higher', 'lower'];

/** What a higher and a lower value is called. */
const WAYS: Readonly<Record<MetricName, Ways>> = {
  p95: TIME,
  throughput: AMOUNT,
  'error-rate': AMOUNT,
  capacity: AMOUNT,
  'cpu-per-request': AMOUNT,
  'answer-size': ['larger', 'smaller'],
  'queries-per-request': ['more', 'fewer'],
  'memory-growth': AMOUNT,
  p50: TIME,
  p99: TIME,
};

/** `5.3 %`, and `slower`, `faster` or nothing. What rounds to nothing is nothing. */
function partsOf(
  metric: MetricName,
  change: number,
  n: Pen,
): { readonly size: string; readonly way: string } {
  const size = n.extent(metric, Math.abs(change));
  const [more, less] = WAYS[metric];
  if (size === n.extent(metric, 0)) return { size, way: '' };
  return { size, way: change > 0 ? more : less };
}

/** `5.3 % slower`, `unchanged`. */
export function moved(metric: MetricName, change: number, n: Pen): string {
  const { size, way } = partsOf(metric, change, n);
  return way === '' ? 'unchanged' : `${size} ${way}`;
}

/** `between 3 % and 6 % slower`, `up to 6 % slower`, `between 4 % faster and 20 % slower`, `anywhere between much faster and much slower`. */
export function between(
  metric: MetricName,
  [low, high]: readonly [low: number, high: number],
  n: Pen,
): string {
  const [more, less] = WAYS[metric];
  if (isBoundless(METRICS[metric], [low, high])) return `anywhere between much ${less} and much ${more}`;
  const [first, last] = [partsOf(metric, low, n), partsOf(metric, high, n)];
  if (first.way === '' && last.way === '') return 'unchanged';
  if (first.way === '' || last.way === '')
    return `up to ${(first.way === '' ? last : first).size} ${first.way}${last.way}`;
  if (first.way !== last.way) return `between ${first.size} ${first.way} and ${last.size} ${last.way}`;
  if (first.size === last.size) return `${last.size} ${last.way}`;
  const [small, large] = low > 0 ? [first, last] : [last, first];
  return `between ${small.size} and ${large.size} ${large.way}`;
}

/** Whether the ends of the interval say more than the change: of what is counted exactly they do not. */
export const isRange = (
  { metric, comparison }: { readonly metric: MetricName; readonly comparison: Comparison },
  n: Pen,
): boolean => between(metric, comparison.interval, n) !== moved(metric, comparison.change, n);

/** All phrases and sentences about changes. */
export const changes: ChangeWords = {
  moved,
  between,
  sure: ({ reasons }, n) => {
    const known = reasons
      .filter((reason) => reason.kind === 'regression' || reason.kind === 'improvement')
      .filter((reason) => isRange(reason, n));
    const [first] = known;
    if (first === undefined) return '';
    const alike = known.every(({ scenario }) => scenario === first.scenario);
    const told = known.map(({ scenario, metric, comparison }) => {
      const where = alike ? '' : n.inScenario(scenario);
      return `${METRIC_WORDS[metric]}${where} ${between(metric, comparison.interval, n)}`;
    });
    return `With 90 % confidence: ${n.list(told)}${alike ? n.inScenario(first.scenario) : ''}.`;
  },
  unseen: ({ unseen }: Headline, n) =>
    unseen.length === 0
      ? ''
      : `Smaller changes could have gone unseen: ${n.list(unseen.map(({ metric, change }) => `${METRIC_WORDS[metric]} less than ${moved(metric, change, n)}`))}.`,
};
