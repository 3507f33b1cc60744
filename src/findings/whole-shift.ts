/** How far all answers moved, and not only those at a quantile. */
import { finding, type Rule } from './evidence.ts';

/** Less than this is nothing to speak of, however certain. */
export const SHIFT_FLOOR = 0.005;

/** Fires when two builds were measured beside each other and the interval of the shift leaves no doubt about its direction. */
export const wholeShift: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap(({ name, verdict: { shift } }) => {
      if (shift === null || Math.abs(shift.change) < SHIFT_FLOOR) return [];
      const [low, high] = shift.interval;
      if (low <= 0 && high >= 0) return [];
      const kind = shift.change > 0 ? 'weakness' : 'strength';
      return [
        finding('whole-shift', kind, 'certain', {
          scenario: name,
          change: shift.change,
          interval: [low, high],
        }),
      ];
    });
