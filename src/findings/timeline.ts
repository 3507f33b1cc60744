/** The seconds of a scenario that rules about time may look at. */
import type { TimelineSecond } from '../domain/measurement.ts';
import { toSeconds } from '../domain/units.ts';
import { rowsOf, type ScenarioSummary } from '../stats/summary.ts';

/** Fewer seconds than this show no pattern: one odd second would be a tenth of them. */
export const SECONDS_MIN = 10;

/** A p95 of fewer answers than this is the largest of them and no quantile: seconds with fewer say nothing about latency. */
export const ANSWERS_A_SECOND_MIN = 20;

/** A clock that stops a little early still measured the whole second. */
const TOLERANCE_SECONDS = 0.05;

/** Seconds that were measured from beginning to end, of all slices: the last of a slice is often a fraction, and a rate over a fraction jumps about. */
export function wholeSeconds({ slices }: ScenarioSummary): readonly TimelineSecond[] {
  let offset = 0;
  return slices.flatMap(({ timeline, elapsed }) => {
    const start = offset;
    offset += rowsOf({ timeline, elapsed });
    return timeline
      .filter(({ second }) => second + 1 <= toSeconds(elapsed) + TOLERANCE_SECONDS)
      .map((second) => ({ ...second, second: second.second + start }));
  });
}

/** Seconds with a p95 that is one, and that p95. */
export function latencySeconds(
  summary: ScenarioSummary,
): readonly { readonly second: number; readonly p95: number }[] {
  return wholeSeconds(summary).flatMap(({ second, p95, throughput }) =>
    p95 === null || throughput < ANSWERS_A_SECOND_MIN ? [] : [{ second, p95 }],
  );
}
