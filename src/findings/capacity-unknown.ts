/** One level of load tells nothing about the next: no guess at capacity. */
import { finding, type Rule } from './evidence.ts';

/** Fires when a believable scenario had constant users, with the largest number of them, and none looked for the limit. */
export const capacityUnknown: Rule = ({ loads, searches }) => {
  const levels = loads
    .filter(({ believable, plan }) => believable && plan.load.executor.kind === 'constant-users')
    .flatMap(({ summary }) => summary.users ?? []);
  if (levels.length === 0 || searches.length > 0) return [];
  return [finding('capacity-unknown', 'potential', 'certain', { users: Math.max(...levels) })];
};
