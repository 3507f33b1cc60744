/** Seconds in which the service answered much less than in the others. */
import { median, robustSigma } from '../stats/robust.ts';
import { finding, type Rule } from './evidence.ts';
import { SECONDS_MIN, wholeSeconds } from './timeline.ts';

/** A dip is a second with at most half of the typical one's answers… */
export const DIP_RATIO = 0.5;
/** …and beyond five robust standard deviations: once in millions of seconds by chance. */
export const DIP_SIGMAS = 5;

/** Fires when at least one second's throughput falls out. */
export const dips: Rule = ({ loads }) =>
  loads
    .filter(({ believable, constant }) => believable && constant)
    .flatMap(({ name, summary }) => {
      const seconds = wholeSeconds(summary);
      if (seconds.length < SECONDS_MIN) return [];
      const values = seconds.map(({ throughput }) => throughput);
      const typical = median(values);
      const line = Math.min(DIP_RATIO * typical, typical - DIP_SIGMAS * robustSigma(values));
      const found = seconds.filter(({ throughput }) => throughput < line);
      if (found.length === 0) return [];
      return [
        finding('dips', 'weakness', found.length > 1 ? 'likely' : 'possible', {
          scenario: name,
          seconds: found.map(({ second }) => second),
          of: seconds.length,
          worst: Math.min(...found.map(({ throughput }) => throughput)),
          typical,
        }),
      ];
    });
