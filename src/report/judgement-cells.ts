/** Which word and which limit a judgement has in a table. The phrases are the language's, the choice is the same in all. */
import type { Limit } from '../domain/plan.ts';
import type { Comparison, ComparisonOutcome, Judgement } from '../domain/verdict.ts';
import type { JudgementPhrases, LimitPhrases } from './words/judgement-words.ts';
import type { Pen } from './words/words.ts';
import { isWidened, limitOf } from './worth-telling.ts';

/** Writes the judgement in one or two words. `voided`: the measurement is void, and timings are not judged. */
export const judgementWith =
  (phrases: JudgementPhrases) =>
  (judgement: Judgement, voided: boolean): string => {
    const { bounds, failed, value, metric } = judgement;
    if (value === null) return phrases.noValue;
    if (voided && !(failed && metric === 'error-rate')) return phrases.void;
    const outcome = outcomeOf(judgement);
    if (bounds.some(({ broken }) => broken))
      return outcome === 'regression' || outcome === 'accepted'
        ? `${phrases[outcome]}, ${phrases.breach}`
        : phrases.breach;
    if (outcome !== null) return phrases[outcome];
    return bounds.length > 0 ? phrases.withinLimit : phrases.notCompared;
  };

function outcomeOf({ comparison, acceptance }: Judgement): ComparisonOutcome | 'worse' | 'accepted' | null {
  if (acceptance?.within === true) return 'accepted';
  if (comparison === null) return null;
  const { outcome, limit } = comparison;
  return outcome === 'regression' && limit === null ? 'worse' : outcome;
}

/** Writes the limits that were applied. `limits`: as configured, for a metric that was not compared. */
export const limitWith =
  (phrases: LimitPhrases) =>
  ({ metric, comparison, bounds, acceptance }: Judgement, limits: readonly Limit[], n: Pen): string => {
    const configured = limits.flatMap((limit) =>
      limit.kind === 'relative' && limit.metric === metric ? [limitOf(metric, limit.change, n)] : [],
    );
    const relative = comparison === null ? null : comparedWith(metric, comparison, phrases, n);
    const absolute = bounds.map(({ bound, direction }) => `${phrases[direction]} ${n.bound(metric, bound)}`);
    const agreed = acceptance === null ? [] : [phrases.accepted(metric, acceptance, n)];
    return (
      [...(relative === null ? configured : [relative]), ...agreed, ...absolute].join('; ') || phrases.none
    );
  };

/** Null: no limit was applied. */
function comparedWith(
  metric: Judgement['metric'],
  comparison: Comparison,
  { widened }: LimitPhrases,
  n: Pen,
): string | null {
  if (comparison.limit === null) return null;
  const limit = limitOf(metric, comparison.limit, n);
  return isWidened(metric, comparison, n) ? widened(limit, limitOf(metric, comparison.tolerance, n)) : limit;
}
