/** Capacity is found by more load, not by thinking. */
import { isForeign } from '../domain/engine-plan.ts';
import { type Advice, finding, named } from './evidence.ts';

/** Fires when capacity is unknown and nothing is the matter that should be seen to first. */
export const rampToLimit: Advice = ({ verdict, plan }, findings) => {
  const [unknown] = named(findings, 'capacity-unknown');
  const settled = verdict.outcome === 'pass' || verdict.outcome === 'no-baseline';
  // Locust and k6 have no search here: the shapes of their loads are the user's own code.
  const searchable = plan.scenarios.some(({ load }) => !isForeign(load));
  return unknown !== undefined && settled && searchable
    ? [finding('ramp-to-limit', 'recommendation', 'possible', { users: unknown.evidence.users })]
    : [];
};
