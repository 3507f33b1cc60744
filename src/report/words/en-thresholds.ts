/** English: the thresholds of a script of k6. */
import type { ThresholdWords } from './threshold-words.ts';

/** What is said of them. */
export const thresholds: ThresholdWords = {
  title: 'Thresholds of the script',
  columns: {
    metric: 'Metric of k6',
    threshold: 'Threshold',
    measured: 'Measured by k6',
    result: 'Result',
  },
  results: { kept: 'kept', crossed: 'crossed', untold: 'no result' },
  caption: (several) =>
    `${several ? 'k6 ran several times, and judged each run as a whole, warm-up included; the worst is shown.' : 'k6 judged its whole run, warm-up included.'} These thresholds are the script's own, and the verdict does not rest on them.`,
  folded: (count, untold, n) => {
    const kept = count - untold;
    const parts = [
      ...(kept === 0 ? [] : [`${n.count(kept)} kept`]),
      ...(untold === 0 ? [] : [`${n.count(untold)} without a result`]),
    ];
    return `Thresholds of the script: ${parts.join(', ')}`;
  },
};
