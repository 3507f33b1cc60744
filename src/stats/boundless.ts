/** Whether a comparison measured so little that its numbers say nothing: then reports say that, and no numbers. */
import type { Metric } from '../domain/metric.ts';

/** An interval whose ends are further apart than this factor bounds nothing that anybody would ask about; in logs. */
const FACTOR = Math.log(50);

/** True for an interval of relative changes (shares) that bounds nothing: one block alone has such a one. */
export const isBoundless = (
  { change }: Pick<Metric, 'change'>,
  [low, high]: readonly [low: number, high: number],
): boolean => change !== 'points' && Math.log1p(high) - Math.log1p(Math.max(low, -1)) >= FACTOR;

/** True where even a change for the worse by that factor could have gone unseen. `detectable`: a share of the value before. */
export const isBlind = ({ change, better }: Pick<Metric, 'change' | 'better'>, detectable: number): boolean =>
  change !== 'points' &&
  (better === 'lower' ? Math.log1p(detectable) : -Math.log1p(-Math.min(detectable, 1))) >= FACTOR;
