/** Answers that hold more bytes cost more to make and to send. What they hold is counted, not timed. */
import { finding, type Rule } from './evidence.ts';

/** Answers that grew by less explain nothing. */
export const LARGER_SHARE = 0.01;

/** Fires when answers grew beyond doubt and something got worse, their size included. */
export const largerAnswers: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap(({ name, verdict: { judgements } }) => {
      const size = judgements.find(({ metric }) => metric === 'answer-size');
      const worse = judgements.some(({ comparison }) => comparison?.outcome === 'regression');
      if (!worse || size?.comparison == null || size.value === null) return [];
      const { change, interval, reference } = size.comparison;
      if (change < LARGER_SHARE || interval[0] <= 0) return [];
      const evidence = { scenario: name, change, before: reference, now: size.value };
      return [finding('larger-answers', 'weakness', 'likely', evidence)];
    });
