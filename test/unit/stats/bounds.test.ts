/** Bounds of closed loops whose truth is known, by formula and simulated. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundAt, fitBounds } from '../../../src/stats/bounds.ts';
import type { LoadStep } from '../../../src/stats/ladder.ts';
import { uslThroughput } from '../../../src/stats/usl.ts';
import { normal, seeded } from '../../fixtures/random.ts';
import { always, exponential, levelsUpTo, stepOf } from './closed-loop.ts';

/** The service that meets its bounds: it never waits below the knee, and always above. */
function ideal(
  { response, ceiling, thinkTime = 0 }: { response: number; ceiling: number; thinkTime?: number },
  levels: readonly number[],
  noise: () => number = () => 1,
): readonly LoadStep[] {
  return levels.map((users) => {
    const throughput = boundAt({ response, ceiling }, thinkTime, users) * noise();
    return { users, throughput, response: (1000 * users) / throughput - thinkTime };
  });
}

describe('fitBounds of workers that share nothing', () => {
  it('are the service time, workers over service time, and the workers', () => {
    for (const workers of [1, 2, 3, 4, 5, 8, 12, 16, 31, 64]) {
      const steps = ideal({ response: 20, ceiling: workers * 50 }, levelsUpTo(Math.max(8, 4 * workers)));
      const bounds = fitBounds(steps, 0)!;
      expect(bounds.response).toBeCloseTo(20, 9);
      expect(bounds.ceiling).toBeCloseTo(workers * 50, 9);
      expect(bounds.knee).toBeCloseTo(workers, 9);
      expect([bounds.quality, bounds.r2]).toEqual(['good', expect.closeTo(1, 9)]);
    }
  });

  it('count the think time among what a user does without the service', () => {
    const steps = ideal({ response: 20, ceiling: 100, thinkTime: 80 }, levelsUpTo(64));
    expect(fitBounds(steps, 80)).toMatchObject({ response: 20, ceiling: 100, knee: 10, quality: 'good' });
  });

  it('are found within a twentieth in nearly every noisy ladder', () => {
    const draw = normal(seeded(13));
    const noise = (): number => Math.exp(0.02 * draw());
    const found = Array.from({ length: 500 }, () =>
      fitBounds(ideal({ response: 20, ceiling: 600 }, levelsUpTo(128, [12, 24, 48]), noise), 0),
    );
    const near = found.filter(
      (bounds) =>
        Math.abs(bounds!.response! / 20 - 1) < 0.05 &&
        Math.abs(bounds!.ceiling! / 600 - 1) < 0.05 &&
        Math.abs(bounds!.knee! / 12 - 1) < 0.07,
    );
    expect(near.length / 500).toBeGreaterThan(0.95);
    expect(found.filter((bounds) => bounds?.quality === 'good').length / 500).toBeGreaterThan(0.97);
  });
});

describe('fitBounds of a loop that was simulated', () => {
  const services = [
    { name: '4 workers', stations: [{ servers: 4, time: 10 }], thinkTime: 0, truth: [10, 400, 4] },
    { name: '12 workers', stations: [{ servers: 12, time: 25 }], thinkTime: 0, truth: [25, 480, 12] },
    {
      name: '4 workers and think time',
      stations: [{ servers: 4, time: 10 }],
      thinkTime: 40,
      truth: [10, 400, 20],
    },
    {
      name: 'a lock of 1 in 10 ms',
      stations: [
        { servers: Infinity, time: 9 },
        { servers: 1, time: 1 },
      ],
      thinkTime: 0,
      truth: [10, 1000, 10],
    },
    {
      name: 'a lock of 2 in 10 ms',
      stations: [
        { servers: Infinity, time: 8 },
        { servers: 1, time: 2 },
      ],
      thinkTime: 0,
      truth: [10, 500, 5],
    },
  ] as const;

  it.each(services)('finds $name with constant times', ({ stations, thinkTime, truth }) => {
    const loop = { stations, thinkTime, draw: always };
    const steps = levelsUpTo(4 * truth[2]).map((users) => stepOf(loop, users, 4_000));
    const bounds = fitBounds(steps, thinkTime)!;
    expectWithin(bounds.response, truth[0], 0.05);
    expectWithin(bounds.ceiling, truth[1], 0.05);
    expectWithin(bounds.knee, truth[2], 0.05);
    expect(bounds.quality).toBe('good');
  });

  it.each(services)('finds $name with times that vary', ({ stations, thinkTime, truth }) => {
    const loop = { stations, thinkTime, draw: exponential(seeded(21)) };
    const steps = levelsUpTo(4 * truth[2]).map((users) => stepOf(loop, users, 20_000));
    const bounds = fitBounds(steps, thinkTime)!;
    expectWithin(bounds.response, truth[0], 0.1);
    expectWithin(bounds.ceiling, truth[1], 0.1);
    expectWithin(bounds.knee, truth[2], 0.1);
    expect(bounds.quality).not.toBe('poor');
  });
});

describe('fitBounds of other ladders', () => {
  it('has no ceiling and no knee before the plateau', () => {
    const steps = ideal({ response: 20, ceiling: 1e9 }, levelsUpTo(64, [56, 60]));
    expect(fitBounds(steps, 0)).toMatchObject({ response: 20, ceiling: null, knee: null, quality: 'good' });
  });

  it('has no response and no knee when the ladder begins beyond it', () => {
    const steps = ideal({ response: 20, ceiling: 200 }, [8, 16, 32, 64]);
    expect(fitBounds(steps, 0)).toMatchObject({ response: null, ceiling: 200, knee: null, quality: 'good' });
  });

  it('has the ceiling at the top of a curve that falls again, which it does not describe', () => {
    const curve = { lambda: 100, sigma: 0.05, kappa: 0.01 };
    const steps = levelsUpTo(128).map((users): LoadStep => {
      const throughput = uslThroughput(curve, users);
      return { users, throughput, response: (1000 * users) / throughput };
    });
    const bounds = fitBounds(steps, 0)!;
    expectWithin(bounds.ceiling, uslThroughput(curve, 9.75), 0.1);
    expect(bounds.quality).toBe('poor');
  });

  it('is not misled by failures that are faster than answers', () => {
    const steps = ideal({ response: 20, ceiling: 400 }, levelsUpTo(64));
    const last = { ...steps.at(-1)!, response: 2 };
    expect(fitBounds([...steps.slice(0, -1), last], 0)).toMatchObject({
      response: 20,
      ceiling: 400,
      knee: 8,
    });
  });

  it('does not depend on the order of the steps, nor, but for throughput, on its unit', () => {
    const draw = normal(seeded(2));
    const steps = ideal({ response: 20, ceiling: 400 }, levelsUpTo(64, [12, 24]), () =>
      Math.exp(0.03 * draw()),
    );
    const plain = fitBounds(steps, 0)!;
    fc.assert(
      fc.property(fc.shuffledSubarray([...steps], { minLength: steps.length }), (shuffled) => {
        expect(fitBounds(shuffled, 0)).toEqual(plain);
      }),
      { numRuns: 30 },
    );
    const doubled = fitBounds(
      steps.map((step) => ({ ...step, throughput: 2 * step.throughput })),
      0,
    )!;
    expect(doubled.ceiling).toBeCloseTo(2 * plain.ceiling!, 9);
    expect(doubled.response).toBe(plain.response);
  });

  it.each([
    ['nothing', []],
    ['two levels', ideal({ response: 20, ceiling: 400 }, [1, 2])],
    ['one level, often', ideal({ response: 20, ceiling: 400 }, [4, 4, 4, 4])],
    [
      'a step without answers',
      [...ideal({ response: 20, ceiling: 400 }, [1, 2, 4]), { users: 8, throughput: 0, response: 0 }],
    ],
    [
      'NaN',
      [
        ...ideal({ response: 20, ceiling: 400 }, [1, 2, 4]),
        { users: 8, throughput: 5, response: Number.NaN },
      ],
    ],
  ])('refuses %s', (_, steps) => {
    expect(fitBounds(steps, 0)).toBeNull();
  });
});

function expectWithin(value: number | null, truth: number, share: number): void {
  expect(value).not.toBeNull();
  expect(Math.abs(value! / truth - 1)).toBeLessThan(share);
}
