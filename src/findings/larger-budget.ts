/** With more time the base commit could have answered. */
import { toSeconds } from '../domain/units.ts';
import { type Advice, finding } from './evidence.ts';

/** Fires when a limited metric stayed undecided against the base, and it is known how much time would see its limit. */
export const largerBudget: Advice = ({ plan, scenarios }) => {
  const needed = scenarios.flatMap(({ believable, verdict }) =>
    verdict.judgements.flatMap(({ comparison }) =>
      believable && comparison?.limit != null && comparison.outcome === 'inconclusive'
        ? (comparison.sufficient ?? [])
        : [],
    ),
  );
  if (needed.length === 0) return [];
  // Room for the blocks that confirm an alarm.
  const seconds = 60 * Math.ceil((1.5 * Math.max(...needed.map(toSeconds))) / 60);
  const now = toSeconds(plan.budget);
  return seconds > now ? [finding('larger-budget', 'recommendation', 'likely', { seconds, now })] : [];
};
