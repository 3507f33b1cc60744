/** What kinds of executor have in common, for every room that treats them alike. */
import type { ArrivalRate, ConstantArrivalRate, ConstantUsers, Executor } from './plan.ts';

/** True for an open loop: requests arrive when they arrive, whether or not earlier ones were answered. */
export const isOpen = (executor: Executor): executor is ArrivalRate =>
  executor.kind === 'constant-arrival-rate' || executor.kind === 'ramping-arrival-rate';

/** True when the same load lasts from the first moment to the last, so that a curve that moves says something of the service. */
export const isConstant = (executor: Executor): executor is ConstantUsers | ConstantArrivalRate =>
  executor.kind === 'constant-users' || executor.kind === 'constant-arrival-rate';

/** True for users that pause between an answer and the next request. */
export const isThinking = (executor: Executor): boolean => !isOpen(executor) && executor.thinkTime !== null;

/** The plainest load, and the only one that autocannon can send: users that neither think nor come and go. */
export const isPlain = (executor: Executor): boolean =>
  executor.kind === 'constant-users' && !isThinking(executor);
