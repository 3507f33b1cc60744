/** What grows while a load stays the same: memory, latency, the share of errors. */
import type { Slice, TimelineSecond } from '../domain/measurement.ts';
import { toSeconds } from '../domain/units.ts';
import { type Growth, growthOf } from './growth.ts';

/** A level that went from one value to another in so many seconds. */
export interface Drifted {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

const MINUTE = 60;
/** Below half a megabyte a minute, healthy services creep: compiled code, and garbage that no collection has come to yet. */
const MEMORY_FLOOR = 0.5e6 / MINUTE;
/** Less than a megabyte in all is what allocators take and give back. */
const MEMORY_FLOOR_IN_ALL = 1e6;
/** Of its level a minute: what is 0.2 % of a large heap is a few of its pages. */
const MEMORY_FLOOR_SHARE = 0.002 / MINUTE;

/** Growth of memory in bytes, of the least that was seen in each window: what a collector leaves. Null when it was not read for long enough. */
export const memoryGrowth = ({ memory }: Pick<Slice, 'memory'>): Growth | null =>
  memory === null
    ? null
    : growthOf(memory, {
        envelope: 'least',
        floor: (level, seconds) =>
          Math.max(MEMORY_FLOOR, MEMORY_FLOOR_IN_ALL / seconds, MEMORY_FLOOR_SHARE * level),
      });

/** A change of latency below a tenth over the whole time is within what limits usually allow… */
const LATENCY_SHARE = 0.1;
/** …and one below so many milliseconds is the machine's scheduler. */
const LATENCY_FLOOR = 0.3;
/** A quantile of fewer answers in a second than so many is none. */
const ANSWERS_MIN = { p50: 5, p95: 20 };

/** A quantile in milliseconds that rose, second by second, and went on rising; null when it did not. */
export function latencyDrift(slice: Slice, quantile: 'p50' | 'p95'): Drifted | null {
  const logs = bySecond(slice, (second) => {
    const value = second[quantile];
    return value === null || value <= 0 || second.throughput < ANSWERS_MIN[quantile] ? null : Math.log(value);
  });
  const floor = (_: number, seconds: number): number => Math.log1p(LATENCY_SHARE) / seconds;
  const growth = growthOf(logs, { envelope: 'middle', floor });
  if (growth?.grows !== true) return null;
  const drifted = drift(growth, Math.exp);
  return drifted.to - drifted.from > LATENCY_FLOOR ? drifted : null;
}

/** A tenth of a point over the whole time: what the error rate is judged by. */
const ERRORS_FLOOR = 0.001;

/** The share of attempts that failed, when it rose and went on rising; null when it did not. */
export function errorDrift(slice: Slice): Drifted | null {
  const shares = bySecond(slice, ({ errors, throughput }) =>
    errors + throughput > 0 ? errors / (errors + throughput) : null,
  );
  const floor = (_: number, seconds: number): number => ERRORS_FLOOR / seconds;
  const growth = growthOf(shares, { envelope: 'mean', floor });
  return growth?.grows === true ? drift(growth, (share) => Math.max(0, share)) : null;
}

/** The ends of the line through the judged part, which no single window moves. */
function drift({ from, slope, seconds }: Growth, read: (value: number) => number): Drifted {
  return { from: read(from), to: read(from + slope * seconds), seconds };
}

/** Whole seconds of a slice from the first to the last; null for one without a value. */
function bySecond(
  { timeline, elapsed }: Pick<Slice, 'timeline' | 'elapsed'>,
  read: (second: TimelineSecond) => number | null,
): readonly (number | null)[] {
  const known = new Map(timeline.map((second) => [second.second, read(second)]));
  return Array.from(
    { length: Math.floor(toSeconds(elapsed) + 0.05) },
    (_, second) => known.get(second) ?? null,
  );
}
