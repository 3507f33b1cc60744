/** Memory as services have it, with and without a leak, thousands of times: how often growth is found, and how often it is invented. */
import { describe, expect, it } from 'vitest';
import { bytes } from '../../../src/domain/units.ts';
import { type Growth, GROWTH_SECONDS_MIN } from '../../../src/stats/growth.ts';
import { median } from '../../../src/stats/robust.ts';
import { memoryGrowth } from '../../../src/stats/soak.ts';
import { normal, seeded } from '../../fixtures/random.ts';

const MB = 1e6;
/** A leak in bytes a second. */
const A_MB_A_MINUTE = MB / 60;

/** A service's memory: everything in bytes, over and above its base. */
interface Memory {
  readonly seconds: number;
  /** Kept a second. */
  readonly leak: number;
  /** It takes its size with this time constant, in seconds. */
  readonly warmUp: { readonly size: number; readonly time: number };
  /** Garbage: how much gathers before a collection, and in how many seconds. */
  readonly saw: { readonly height: number; readonly period: number };
  /** Standard deviation from second to second. */
  readonly noise: number;
  /** Steps of a heap that is made larger. */
  readonly steps: { readonly count: number; readonly size: number };
  /** Seconds in which a child takes so much, of a minute. */
  readonly child: { readonly size: number; readonly share: number };
}

const CALM: Memory = {
  seconds: 180,
  leak: 0,
  warmUp: { size: 12 * MB, time: 15 },
  saw: { height: 0, period: 20 },
  noise: 0.02 * MB,
  steps: { count: 0, size: 0 },
  child: { size: 0, share: 0 },
};

/** Looks at the memory in a second, of which the least is kept. */
const LOOKS = 4;

/** Readings of one run; what is left to chance is drawn. */
function readings(memory: Memory, random: () => number): readonly ReturnType<typeof bytes>[] {
  const draw = normal(random);
  const { seconds, leak, warmUp, saw, noise, steps, child } = memory;
  const stepsAt = Array.from({ length: steps.count }, () => seconds * random());
  let cycle = random();
  const garbage = (): number => {
    // No two cycles last equally long.
    cycle += Math.max(0.2, 1 + 0.3 * draw()) / saw.period / LOOKS;
    return saw.height * (cycle % 1);
  };
  return Array.from({ length: seconds }, (_, second) => {
    const settled = warmUp.size * (1 - Math.exp(-second / warmUp.time));
    const grown = steps.size * stepsAt.filter((at) => at <= second).length;
    const least = Math.min(...Array.from({ length: LOOKS }, garbage));
    const taken = random() < child.share ? child.size : 0;
    return bytes(Math.round(40 * MB + leak * second + settled + grown + least + taken + noise * draw()));
  });
}

function growthOfOne(memory: Memory, random: () => number): Growth {
  const growth = memoryGrowth({ memory: readings(memory, random) });
  if (growth === null) throw new Error('long enough to be judged');
  return growth;
}

const RUNS = 1_000;

/** Share of runs in which growth is found. */
function found(changes: Partial<Memory>, seed = 5): number {
  const random = seeded(seed);
  const memory = { ...CALM, ...changes };
  return (
    Array.from({ length: RUNS }, () => growthOfOne(memory, random)).filter(({ grows }) => grows).length / RUNS
  );
}

/** Healthy services of several kinds; each is also made to leak. */
const KINDS: Readonly<Record<string, Partial<Memory>>> = {
  'that is calm': {},
  'whose collector makes a saw': { saw: { height: 3 * MB, period: 4 }, noise: 0.1 * MB },
  'whose heap is made larger twice': { steps: { count: 2, size: 5 * MB } },
  'that starts children': { child: { size: 30 * MB, share: 0.4 } },
  'that is watched for ten minutes': { seconds: 600, saw: { height: 10 * MB, period: 13 }, noise: 0.3 * MB },
};

describe.each(Object.entries(KINDS))('a service %s', (_, kind) => {
  it('is hardly ever said to leak', () => {
    expect(found(kind)).toBeLessThan(0.005);
  });

  it('is found out when it leaks 1 MB a minute', () => {
    expect(found({ ...kind, leak: A_MB_A_MINUTE })).toBeGreaterThan(0.95);
  });
});

describe('growth', () => {
  it('is not invented by pure noise of any size', () => {
    for (const noise of [0.2, 2, 20]) expect(found({ noise: noise * MB })).toBeLessThan(0.005);
  });

  it('is not a saw that is longer than a window', () => {
    expect(found({ saw: { height: 4 * MB, period: 25 } })).toBeLessThan(0.01);
  });

  it('is not a cache that is full before the end', () => {
    const random = seeded(9);
    const filling = Array.from({ length: 180 }, (_, second) =>
      bytes(Math.round((60 + 0.2 * Math.min(second, 130)) * MB + 20_000 * random())),
    );
    expect(memoryGrowth({ memory: filling })?.grows).toBe(false);
  });

  it('is not one more worker in the middle', () => {
    const joined = Array.from({ length: 180 }, (_, second) => bytes((second < 110 ? 60 : 95) * MB));
    expect(memoryGrowth({ memory: joined })?.grows).toBe(false);
  });

  it('is not hidden by a worker that is started anew', () => {
    const leaking = Array.from({ length: 180 }, (_, second) =>
      bytes(Math.round(60 * MB + A_MB_A_MINUTE * second - (second > 95 && second < 104 ? 30 * MB : 0))),
    );
    expect(memoryGrowth({ memory: leaking })).toMatchObject({ grows: true });
  });

  it('has its true slope in its interval, more often than not by far', () => {
    const random = seeded(2);
    const memory = { ...CALM, leak: 3 * A_MB_A_MINUTE, warmUp: { size: 0, time: 1 }, noise: 0.2 * MB };
    const held = Array.from({ length: 300 }, () => growthOfOne(memory, random)).filter(
      ({ interval: [low, high] }) => low <= memory.leak && memory.leak <= high,
    );
    expect(held.length / 300).toBeGreaterThan(0.8);
  });

  it.each([0.2, 2])('would have been seen where it says so, with noise of %d MB', (noise) => {
    const random = seeded(4);
    const memory = { ...CALM, noise: noise * MB };
    const claims = Array.from({ length: 50 }, () => growthOfOne(memory, random).detectable);
    expect(found({ noise: noise * MB, leak: 1.1 * median(claims) })).toBeGreaterThan(0.85);
  });

  it('is not looked for in a series that is too short, or full of gaps', () => {
    const short = Array.from({ length: GROWTH_SECONDS_MIN - 2 }, () => bytes(5));
    expect(memoryGrowth({ memory: short })).toBeNull();
    expect(memoryGrowth({ memory: null })).toBeNull();
    const gaps = Array.from({ length: 60 }, (_, second) => (second % 3 === 0 ? bytes(5) : null));
    expect(memoryGrowth({ memory: gaps.slice(0, 20) })).toBeNull();
    const holes = Array.from({ length: 60 }, (_, second) => (second % 8 === 0 ? null : bytes(5)));
    expect(memoryGrowth({ memory: holes })?.grows).toBe(false);
  });
});
