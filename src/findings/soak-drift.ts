/** Latency or the share of errors that rises under a load that stays the same. */
import { errorDrift, latencyDrift } from '../stats/soak.ts';
import { sliceAlone } from '../stats/summary.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires for each soak as `latency-drift`, of p95 or else of p50, and as `errors-drift`. */
export const soakDrift: Rule = ({ scenarios, run }) =>
  scenarios
    .filter(({ plan, believable }) => plan.soak && believable)
    .flatMap(({ name }) => {
      const slice = sliceAlone(run, name, 'head');
      if (slice === null) return [];
      const errors = errorDrift(slice);
      const slower = (['p95', 'p50'] as const).flatMap((metric) => {
        const drifted = latencyDrift(slice, metric);
        return drifted === null
          ? []
          : [finding('latency-drift', 'weakness', 'likely', { scenario: name, metric, ...drifted })];
      });
      return [
        ...slower.slice(0, 1),
        ...(errors === null
          ? []
          : [finding('errors-drift', 'weakness', 'likely', { scenario: name, ...errors })]),
      ];
    });
