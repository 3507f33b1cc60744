/** Thresholds of a script of k6, as families of OpenMetrics. */
import type { ScenarioVerdict } from '../domain/verdict.ts';
import { type Family, gauge } from './openmetrics-text.ts';

/** What k6 measured and what became of it; families without samples are empty. */
export function thresholdFamilies(
  suite: string,
  scenarios: readonly Pick<ScenarioVerdict, 'scenario' | 'thresholds'>[],
): readonly Family[] {
  const all = scenarios.flatMap(({ scenario, thresholds }) =>
    thresholds.map(({ metric, expression, value, crossed }) => ({
      labels: { suite, scenario, k6_metric: metric, threshold: expression },
      value,
      crossed,
    })),
  );
  return [
    gauge(
      'threshold_crossed',
      '',
      "1 where a threshold of k6's script was crossed, 0 where it was kept; the verdict does not rest on it.",
      all.flatMap(({ labels, crossed }) => (crossed === null ? [] : [{ labels, value: crossed ? 1 : 0 }])),
    ),
    gauge(
      'threshold_value',
      '',
      'What k6 measured of a threshold of its script, in the unit of the threshold: times are milliseconds.',
      all.flatMap(({ labels, value }) => (value === null ? [] : [{ labels, value }])),
    ),
  ];
}
