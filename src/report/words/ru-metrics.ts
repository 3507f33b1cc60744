/** Russian: the names of metrics, in the cases and genders that sentences need. */
import type { MetricName } from '../../domain/metric.ts';
import type { Pen } from './words.ts';

/** Name of a metric. */
interface MetricForms {
  readonly nominative: string;
  readonly genitive: string;
  /** Behind `по`. */
  readonly dative: string;
  readonly gender: 'masculine' | 'feminine' | 'neuter';
}

const quantile = (name: string): MetricForms => ({
  nominative: name,
  genitive: name,
  dative: name,
  gender: 'masculine',
});

const FORMS: Readonly<Record<MetricName, MetricForms>> = {
  p95: quantile('p95'),
  throughput: {
    nominative: 'пропускная способность',
    genitive: 'пропускной способности',
    dative: 'пропускной способности',
    gender: 'feminine',
  },
  'error-rate': {
    nominative: 'доля ошибок',
    genitive: 'доли ошибок',
    dative: 'доле ошибок',
    gender: 'feminine',
  },
  capacity: {
    nominative: 'максимальная производительность',
    genitive: 'максимальной производительности',
    dative: 'максимальной производительности',
    gender: 'feminine',
  },
  'cpu-per-request': {
    nominative: 'процессорное время на запрос',
    genitive: 'процессорного времени на запрос',
    dative: 'процессорному времени на запрос',
    gender: 'neuter',
  },
  'answer-size': {
    nominative: 'размер ответа',
    genitive: 'размера ответа',
    dative: 'размеру ответа',
    gender: 'masculine',
  },
  'queries-per-request': {
    nominative: 'число обращений к БД на запрос',
    genitive: 'числа обращений к БД на запрос',
    dative: 'числу обращений к БД на запрос',
    gender: 'neuter',
  },
  'memory-growth': {
    nominative: 'скорость роста памяти',
    genitive: 'скорости роста памяти',
    dative: 'скорости роста памяти',
    gender: 'feminine',
  },
  p50: quantile('p50'),
  p99: quantile('p99'),
};

/** As they stand in tables and over curves. */
export const METRIC_LABELS: Readonly<Record<MetricName, string>> = {
  p95: 'p95',
  throughput: FORMS.throughput.nominative,
  'error-rate': FORMS['error-rate'].nominative,
  capacity: 'макс. производительность',
  'cpu-per-request': 'CPU на запрос',
  'answer-size': FORMS['answer-size'].nominative,
  'queries-per-request': 'обращения к БД на запрос',
  'memory-growth': 'рост памяти',
  p50: 'p50',
  p99: 'p99',
};

/** As the subject of a sentence. */
export const METRIC_WORDS: Readonly<Record<MetricName, string>> = {
  p95: FORMS.p95.nominative,
  throughput: FORMS.throughput.nominative,
  'error-rate': FORMS['error-rate'].nominative,
  capacity: FORMS.capacity.nominative,
  'cpu-per-request': FORMS['cpu-per-request'].nominative,
  'answer-size': FORMS['answer-size'].nominative,
  'queries-per-request': FORMS['queries-per-request'].nominative,
  'memory-growth': FORMS['memory-growth'].nominative,
  p50: FORMS.p50.nominative,
  p99: FORMS.p99.nominative,
};

/** `пропускной способности`. */
export const genitive = (metric: MetricName): string => FORMS[metric].genitive;

/** `(по) пропускной способности`. */
export const dative = (metric: MetricName): string => FORMS[metric].dative;

/** At the beginning of a sentence; names of quantiles stay small. */
export const started = (metric: MetricName): string => capital(METRIC_WORDS[metric]);

/** With a great first letter where it is a Russian one. */
export const capital = (text: string): string =>
  text.replace(/^[а-яё]/u, (letter) => letter.toLocaleUpperCase('ru'));

/** The form of a verb or adjective that agrees with the metric. */
export function agreeing(metric: MetricName, masculine: string, feminine: string, neuter: string): string {
  return { masculine, feminine, neuter }[FORMS[metric].gender];
}

/** `вырос`, `снизилась`: which way a metric went. */
export const went = (metric: MetricName, change: number): string =>
  change > 0
    ? agreeing(metric, 'вырос', 'выросла', 'выросло')
    : agreeing(metric, 'снизился', 'снизилась', 'снизилось');

/** `вырос на 14 %`, `снизилась на 3 %`: how far a metric went. */
export const wentBy = (metric: MetricName, change: number, n: Pen): string =>
  isNothing(metric, change, n)
    ? `почти не ${agreeing(metric, 'изменился', 'изменилась', 'изменилось')}`
    : `${went(metric, change)} на ${n.extent(metric, Math.abs(change))}`;

/** The same of the time that answers take (`время отклика`), by one of its quantiles. */
export const timeWentBy = (change: number, n: Pen): string =>
  isNothing('p50', change, n)
    ? 'почти не изменилось'
    : `${change > 0 ? 'выросло' : 'снизилось'} на ${n.extent('p50', Math.abs(change))}`;

/** Written, it is no change at all. */
const isNothing = (metric: MetricName, change: number, n: Pen): boolean =>
  n.change(metric, change) === n.change(metric, 0);
