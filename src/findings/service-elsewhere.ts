/** The service ran on another machine than the load came from, so that nothing of what it used was read here. */
import { finding, type Rule } from './evidence.ts';

/** Fires once, when the address that was loaded is another machine's. */
export const serviceElsewhere: Rule = ({ run, plan, scenarios }) => {
  if (run.target === null || run.target.loopback) return [];
  const { address } = run.target;
  const databases = plan.databases.length > 0;
  const told = scenarios
    .flatMap(({ summary }) => summary.slices)
    .flatMap(({ resources }) => resources?.monitoring ?? []);
  const [used = null] = told.toSorted(
    (left, right) =>
      (right.cpu?.mean ?? 0) - (left.cpu?.mean ?? 0) || (right.memory?.most ?? 0) - (left.memory?.most ?? 0),
  );
  return [finding('service-elsewhere', 'limitation', 'certain', { address, databases, used })];
};
