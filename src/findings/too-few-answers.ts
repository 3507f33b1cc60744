/** A quantile that rests on too few answers to be more than a guess. */
import { METRIC_NAMES, METRICS } from '../domain/metric.ts';
import { finding, type Rule } from './evidence.ts';

/** Answers that must lie beyond a quantile: the number of 10 is known to about a third (1/√10). */
const ANSWERS_BEYOND = 10;

/** Fires for each quantile without enough answers beyond it: fewer than 20 for p50, 200 for p95, 1000 for p99. */
export const tooFewAnswers: Rule = ({ loads }) =>
  loads.flatMap(({ name, summary }) =>
    METRIC_NAMES.flatMap((metric) => {
      const { quantile } = METRICS[metric];
      const answers = summary.answers;
      if (quantile === null || answers === 0) return [];
      const needed = Math.round(ANSWERS_BEYOND / (1 - quantile));
      return answers >= needed
        ? []
        : [finding('too-few-answers', 'limitation', 'certain', { scenario: name, metric, answers, needed })];
    }),
  );
