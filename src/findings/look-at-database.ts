/** A service that waits is waiting for somebody. */
import { type Advice, finding, named } from './evidence.ts';

/** Fires once, for the scenario with the longest wait. */
export const lookAtDatabase: Advice = ({ plan }, findings) => {
  const longest = named(findings, 'waiting').toSorted(
    (left, right) => right.evidence.p50 - left.evidence.p50,
  )[0];
  if (longest === undefined) return [];
  const { serviceCores, cpuPerAnswer, p50 } = longest.evidence;
  const watched = plan.databases.length > 0;
  return [
    finding('look-at-database', 'recommendation', 'possible', { serviceCores, cpuPerAnswer, p50, watched }),
  ];
};
