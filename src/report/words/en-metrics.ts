/** English: the names of metrics. */
import type { MetricName } from '../../domain/metric.ts';

/** As they stand in tables and sentences. */
export const METRIC_WORDS: Readonly<Record<MetricName, string>> = {
  p95: 'p95',
  throughput: 'throughput',
  'error-rate': 'error rate',
  capacity: 'capacity',
  'cpu-per-request': 'CPU time a request',
  'answer-size': 'answer size',
  'queries-per-request': 'queries a request',
  'memory-growth': 'memory growth',
  p50: 'p50',
  p99: 'p99',
};

/** At the beginning of a sentence. */
export const METRIC_STARTS: Readonly<Record<MetricName, string>> = {
  ...METRIC_WORDS,
  throughput: 'Throughput',
  'error-rate': 'Error rate',
  capacity: 'Capacity',
  'cpu-per-request': 'CPU time a request',
  'answer-size': 'Answer size',
  'queries-per-request': 'The number of queries a request',
  'memory-growth': 'Memory growth',
};
