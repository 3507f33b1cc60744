/** The users waited for their answers, so a slower service got less load. */
import { isOpen } from '../domain/executor.ts';
import { finding, type Rule } from './evidence.ts';

/** Fires for every load of users who wait, with the largest number of them. */
export const closedLoop: Rule = ({ loads }) => {
  const closed = loads.filter(({ plan }) => !isOpen(plan.load.executor));
  if (closed.length === 0) return [];
  const users = Math.max(...closed.map(({ summary }) => summary.users ?? 0));
  return [finding('closed-loop', 'limitation', 'certain', { users })];
};
