/** Capacity is found by more load, not by thinking. */
import { type Advice, finding, named } from './evidence.ts';

/** Fires when capacity is unknown and nothing is the matter that should be seen to first. */
export const rampToLimit: Advice = ({ verdict, plan }, findings) => {
  const [unknown] = named(findings, 'capacity-unknown');
  const settled = verdict.outcome === 'pass' || verdict.outcome === 'no-baseline';
  // Locust has no search here: its load shapes are the locustfile's.
  const searchable = plan.scenarios.some(({ load }) => load.locust === undefined);
  return unknown !== undefined && settled && searchable
    ? [finding('ramp-to-limit', 'recommendation', 'possible', { users: unknown.evidence.users })]
    : [];
};
