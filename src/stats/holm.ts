/** Several questions that share one error budget. */

/**
 * Which of several hypotheses are rejected when all of them together may be wrong with probability `alpha` (Holm 1979): the smallest p-value is held to alpha / m,
 * the next to alpha / (m − 1), and so on until one stays.
 */
export function holm(probabilities: readonly number[], alpha: number): readonly boolean[] {
  const order = probabilities
    .map((_, index) => index)
    .sort((a, b) => (probabilities[a] ?? 1) - (probabilities[b] ?? 1));
  const rejected = probabilities.map(() => false);
  for (const [step, index] of order.entries()) {
    if (!((probabilities[index] ?? 1) <= alpha / (probabilities.length - step))) break;
    rejected[index] = true;
  }
  return rejected;
}
