/** Too short a time to see what comes seldom or grows slowly. */
import { toSeconds } from '../domain/units.ts';
import { finding, type Rule } from './evidence.ts';

/** Garbage collections of the whole heap, expiring caches and recycled connections come every several seconds: below 15 s one may not have come at all. */
export const SHORT_SECONDS = 15;

/** Fires by the measured time. */
export const shortRun: Rule = ({ loads }) =>
  loads.flatMap(({ name, summary }) => {
    const seconds = toSeconds(summary.elapsed);
    // The clock may stop a little before the time that was asked for.
    return Math.round(seconds) >= SHORT_SECONDS
      ? []
      : [finding('short-run', 'limitation', 'certain', { scenario: name, seconds })];
  });
