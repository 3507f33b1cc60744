/** Whether a level goes on growing: the slope of a leak, told from warming up, from steps, and from the saw of a garbage collector. */
import { meanOf } from './estimate.ts';
import { median } from './robust.ts';
import { type Slope, slopeOf } from './slope.ts';

/** What became of a series' level. Times in seconds, slopes in the values' unit a second. */
export interface Growth extends Slope {
  /** True for growth beyond chance and beyond the floor that has not come to rest. */
  readonly grows: boolean;
  /** Level at the beginning and at the end of the judged part. */
  readonly from: number;
  readonly to: number;
  /** Length of the judged part. */
  readonly seconds: number;
  /** Slope that would have been called growth nine times of ten. */
  readonly detectable: number;
}

/** What counts as growth. */
export interface GrowthAsk {
  /** What stands for a window of seconds. `least`: what is left after a collection. `middle`, `mean`: the usual second. */
  readonly envelope: 'least' | 'middle' | 'mean';
  /** Slopes below this are no growth, however significant; given the usual level and the length of the judged part. */
  readonly floor: (level: number, seconds: number) => number;
}

/** The first third is not judged: however long it was warmed up, a heap takes its size in steps that come the later the larger they are. */
const SETTLE_SHARE = 1 / 3;
/** Into so many windows the judged part is cut: enough to be sure by, and each as long as it can be, so that a collection falls into it. */
const WINDOWS = 20;
/** From fewer windows nothing is concluded. */
const WINDOWS_MIN = 12;
/** Share of windows that may be without any value. */
const GAPS_MAX = 0.1;
/** Both sides of the interval. */
const CONFIDENCE = 0.95;
/** Once in two thousand series without a trend, one side. */
const GROWTH_Z = 3.29;
/** Ninety per cent of a normal distribution lie below. */
const POWER_Z = 1.28;
/** Half of a 95 % interval in standard errors. */
const INTERVAL_Z = 1.96;
/** Growth that comes to rest is a cache that is full now: the last half and the last third must have this share of the slope, and the first half of the floor. */
const GOES_ON = 0.3;
/** A third of a series knows its slope so much worse than the whole: the error goes with the length to the power of −3/2. */
const THIRD = 3 ** 1.5;
/** A rise of more than so many times the upper quartile of all is a step; the rest of it is no growth. */
const STEP = 3;

/** Seconds of a series from which on it is judged. */
export const GROWTH_SECONDS_MIN = Math.ceil(WINDOWS_MIN / (1 - SETTLE_SHARE));

/**
 * Judges a series by seconds: the slope of its windows without their steps (see {@link slopeOf} for the sources). Null when it is too short or has too many
 * gaps.
 */
export function growthOf(values: readonly (number | null)[], ask: GrowthAsk): Growth | null {
  const judged = values.slice(Math.ceil(values.length * SETTLE_SHARE));
  const width = Math.max(1, Math.floor(judged.length / WINDOWS));
  const levels = levelsOf(judged, width, ask.envelope);
  if (levels === null) return null;
  const steady = withoutSteps(levels);
  const { slope, interval, z } = slopeOf(steady, CONFIDENCE);
  const [low, high] = interval;
  const seconds = width * levels.length;
  const floor = ask.floor(median(levels), seconds) * width;
  const error = (high - low) / 2 / INTERVAL_Z;
  return {
    slope: slope / width,
    interval: [low / width, high / width],
    z,
    grows: z > GROWTH_Z && low > floor / 2 && slope > floor && goesOn(steady, slope, floor),
    from: steady[0] ?? 0,
    to: levels.at(-1) ?? 0,
    seconds,
    detectable:
      Math.max(floor, floor / 2 + INTERVAL_Z * error, (POWER_Z * THIRD * error) / (1 - GOES_ON)) / width,
  };
}

/** One level a window, the last window at the end; null when there are too few. A window without a value is like the one before. */
function levelsOf(
  values: readonly (number | null)[],
  width: number,
  envelope: GrowthAsk['envelope'],
): readonly number[] | null {
  const count = Math.floor(values.length / width);
  const skipped = values.length - count * width;
  const levels: number[] = [];
  let gaps = 0;
  for (let window = 0; window < count; window += 1) {
    const from = skipped + window * width;
    const known = values.slice(from, from + width).filter((value) => value !== null);
    const before = levels.at(-1);
    if (known.length === 0) gaps += 1;
    if (known.length > 0) levels.push(ENVELOPES[envelope](known));
    else if (before !== undefined) levels.push(before);
  }
  return levels.length < WINDOWS_MIN || gaps > GAPS_MAX * count ? null : levels;
}

const ENVELOPES: Readonly<Record<GrowthAsk['envelope'], (values: readonly number[]) => number>> = {
  least: (values) => Math.min(...values),
  middle: median,
  mean: meanOf,
};

/**
 * The same series with its steps cut down: a heap that is made larger at once, or one more worker, is a rise that does not go on. Steps are looked for in the middle one of each
 * value and its neighbours, where a peak of one window is gone, and only at new heights: what comes back to where it was is no step.
 */
function withoutSteps(levels: readonly number[]): readonly number[] {
  const middles = levels.map((level, index) =>
    median([levels[index - 1] ?? level, level, levels[index + 1] ?? level]),
  );
  const rises = middles.slice(1).map((level, index) => level - (middles[index] ?? level));
  const quartile = rises.toSorted((left, right) => left - right)[Math.floor(0.75 * rises.length)] ?? 0;
  const most = STEP * Math.max(0, quartile);
  let [highest, cut] = [middles[0] ?? 0, 0];
  return levels.map((level, index) => {
    const middle = middles[index] ?? level;
    cut += Math.max(0, middle - highest - most);
    highest = Math.max(highest, middle);
    return level - cut;
  });
}

function goesOn(levels: readonly number[], slope: number, floor: number): boolean {
  const half = Math.floor(levels.length / 2);
  const third = Math.floor((2 * levels.length) / 3);
  return (
    steepness(levels.slice(0, half)) > GOES_ON * Math.min(slope, floor) &&
    steepness(levels.slice(half)) > GOES_ON * slope &&
    steepness(levels.slice(third)) > GOES_ON * slope
  );
}

/** Median slope of all pairs, a value. */
const steepness = (levels: readonly number[]): number =>
  median(
    levels.flatMap((before, left) =>
      levels.slice(left + 1).map((after, index) => (after - before) / (index + 1)),
    ),
  );
