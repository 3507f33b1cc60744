/** Every request was answered as expected. */
import { failuresOf } from '../stats/summary.ts';
import { finding, type Rule } from './evidence.ts';

/** None of n failed: with 95 % confidence fewer than 3/n do (the rule of three; exact: 1 − 0.05^(1/n)). */
const CONFIDENCE = 0.95;

/** Fires when no attempt failed, with the error rate that may still hide behind it. */
export const noErrors: Rule = ({ loads }) =>
  loads.flatMap(({ name, summary }) => {
    const { hits, total } = failuresOf(summary.counts);
    if (hits > 0 || total <= 0) return [];
    const upperBound = 1 - (1 - CONFIDENCE) ** (1 / total);
    return [finding('no-errors', 'strength', 'certain', { scenario: name, sent: total, upperBound })];
  });
