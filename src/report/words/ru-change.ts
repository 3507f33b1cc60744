/** Russian: changes in plain words. */
import { METRICS, type MetricName } from '../../domain/metric.ts';
import type { Comparison } from '../../domain/verdict.ts';
import { isBoundless } from '../../stats/boundless.ts';
import { GLUE } from '../numbers.ts';
import type { ChangeWords } from './change-words.ts';
import { METRIC_WORDS } from './ru-metrics.ts';
import type { Pen } from './words.ts';

/** A direction as an adverb, and as a noun in the genitive: `медленнее`, `замедления`. */
interface Way {
  readonly how: string;
  readonly noun: string;
}

type Ways = readonly [more: Way, less: Way];

const TIME: Ways = [
  { how: 'медленнее', noun: 'замедления' },
  { how: 'быстрее', noun: 'ускорения' },
];
const AMOUNT: Ways = [
  { how: 'выше', noun: 'роста' },
  { how: 'ниже', noun: 'снижения' },
];
const NUMBER: Ways = [
  { how: 'больше', noun: 'роста' },
  { how: 'меньше', noun: 'снижения' },
];

/** What a higher and a lower value is called. */
const WAYS: Readonly<Record<MetricName, Ways>> = {
  p95: TIME,
  throughput: AMOUNT,
  'error-rate': AMOUNT,
  capacity: AMOUNT,
  'cpu-per-request': NUMBER,
  'answer-size': NUMBER,
  'queries-per-request': NUMBER,
  'memory-growth': NUMBER,
  p50: TIME,
  p99: TIME,
};

/** `5,3 %`, and its direction; null where it rounds to nothing. */
function partsOf(
  metric: MetricName,
  change: number,
  n: Pen,
): { readonly size: string; readonly way: Way | null } {
  const size = n.extent(metric, Math.abs(change));
  const [more, less] = WAYS[metric];
  if (size === n.extent(metric, 0)) return { size, way: null };
  return { size, way: change > 0 ? more : less };
}

/** `на 5,3 % медленнее`, `без изменений`. */
export function moved(metric: MetricName, change: number, n: Pen): string {
  const { size, way } = partsOf(metric, change, n);
  return way === null ? 'без изменений' : `на ${size} ${way.how}`;
}

/** `на 3–6 % медленнее`, `не более чем на 6 % медленнее`, `от ускорения на 4 % до замедления на 20 %`. */
export function between(
  metric: MetricName,
  [low, high]: readonly [low: number, high: number],
  n: Pen,
): string {
  const [more, less] = WAYS[metric];
  if (isBoundless(METRICS[metric], [low, high]))
    return `где-то между «намного ${less.how}» и «намного ${more.how}»`;
  const [first, last] = [partsOf(metric, low, n), partsOf(metric, high, n)];
  if (first.way === null && last.way === null) return 'без изменений';
  if (first.way === null || last.way === null) {
    const { size, way } = first.way === null ? last : first;
    return `не более чем на ${size} ${way?.how ?? ''}`;
  }
  if (first.way !== last.way)
    return `от ${first.way.noun} на ${first.size} до ${last.way.noun} на ${last.size}`;
  if (first.size === last.size) return `на ${last.size} ${last.way.how}`;
  const [small, large] = low > 0 ? [first, last] : [last, first];
  return `на ${small.size.split(GLUE)[0] ?? ''}–${large.size} ${last.way.how}`;
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
      return `${METRIC_WORDS[metric]}${where} — ${between(metric, comparison.interval, n)}`;
    });
    return `С вероятностью ${n.share(0.9)}${alike ? n.inScenario(first.scenario) : ''}: ${told.join('; ')}.`;
  },
  unseen: ({ unseen }, n) =>
    unseen.length === 0
      ? ''
      : `Меньшие изменения могли остаться незамеченными: ${unseen
          .map(({ metric, change }) => `${METRIC_WORDS[metric]} — менее чем ${moved(metric, change, n)}`)
          .join('; ')}.`,
};
