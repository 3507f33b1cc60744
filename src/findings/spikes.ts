/** Seconds in which answers were much slower than in the others. */
import { median, robustSigma } from '../stats/robust.ts';
import { finding, type Rule } from './evidence.ts';
import { latencySeconds, SECONDS_MIN } from './timeline.ts';

/** A spike is at least twice the typical second: what an eye sees in the chart… */
export const SPIKE_RATIO = 2;
/** …and beyond five robust standard deviations: once in millions of seconds by chance. */
export const SPIKE_SIGMAS = 5;
/** Below this many milliseconds above the typical second it may be the machine's scheduler. */
export const SPIKE_FLOOR_MS = 2;
/** One spike may be anybody's; several are a pattern. */
const PATTERN = 2;

/** Fires when at least one second's p95 stands out. */
export const spikes: Rule = ({ loads }) =>
  loads
    .filter(({ believable, constant }) => believable && constant)
    .flatMap(({ name, summary }) => {
      const seconds = latencySeconds(summary);
      if (seconds.length < SECONDS_MIN) return [];
      const values = seconds.map(({ p95 }) => p95);
      const typical = median(values);
      const line = Math.max(
        SPIKE_RATIO * typical,
        typical + SPIKE_SIGMAS * robustSigma(values),
        typical + SPIKE_FLOOR_MS,
      );
      const found = seconds.filter(({ p95 }) => p95 > line);
      if (found.length === 0) return [];
      return [
        finding('spikes', 'weakness', found.length >= PATTERN ? 'likely' : 'possible', {
          scenario: name,
          seconds: found.map(({ second }) => second),
          of: seconds.length,
          worst: Math.max(...found.map(({ p95 }) => p95)),
          typical,
        }),
      ];
    });
