/** Another tool measured, and its output was read: what it does not tell. */
import { METRIC_NAMES, METRICS } from '../domain/metric.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires once a scenario that was imported. */
export const imported: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, summary }) => {
    const [slice] = summary.slices;
    if (slice?.imported === undefined) return [];
    const { format, lacks } = slice.imported;
    const { name: tool, version } = slice.engine;
    if (tool === 'undici' || tool === 'node:http2' || tool === 'fake') return [];
    const missing = METRIC_NAMES.filter(
      (metric) => METRICS[metric].quantile !== null && summary.metrics[metric] === null,
    );
    const evidence = { scenario: name, tool, version, format, lacks, missing };
    return [finding('imported', 'limitation', 'certain', evidence)];
  });
