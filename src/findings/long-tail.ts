/** A few answers are far slower than the usual one. */
import { finding, type Rule } from './evidence.ts';

/** Where a single queue with random work lies: an exponential distribution has p99 = ln 100 / ln 2 ≈ 6.6 times p50. Beyond that, some answers are another kind of work. */
export const TAIL_RATIO = Math.log(100) / Math.log(2);
/** Below this many milliseconds between p50 and p99 nobody is kept waiting. */
export const TAIL_FLOOR_MS = 5;
/** A p99 needs ten answers beyond it. */
const ANSWERS_MIN = 1000;

/** Fires by the ratio of p99 to p50. */
export const longTail: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap(({ name, summary }) => {
      const { p50, p99 } = summary.metrics;
      if (p50 === null || p99 === null || summary.answers < ANSWERS_MIN) return [];
      return p99 > TAIL_RATIO * p50 && p99 - p50 > TAIL_FLOOR_MS
        ? [finding('long-tail', 'weakness', 'likely', { scenario: name, p50, p99 })]
        : [];
    });
