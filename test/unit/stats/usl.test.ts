/** The Universal Scalability Law: curves that it is known to have, and how often its intervals hold the truth. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fitted } from '../../../src/domain/search.ts';
import type { LoadStep } from '../../../src/stats/ladder.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { fitUsl, type UslCurve, type UslFit, uslThroughput } from '../../../src/stats/usl.ts';
import { normal, seeded } from '../../fixtures/random.ts';
import { levelsUpTo } from './closed-loop.ts';

const LEVELS = levelsUpTo(128, [24, 40, 48, 96]);
const exactly = (): number => 1;

/** Steps whose throughputs are a function of the users, times what noise draws. */
function stepsOf(
  throughput: (users: number) => number,
  { levels = LEVELS, noise = exactly }: { levels?: readonly number[]; noise?: () => number } = {},
): readonly LoadStep[] {
  return levels.map((users) => {
    const answered = throughput(users) * noise();
    return { users, throughput: answered, response: (1000 * users) / answered };
  });
}

const fit = (steps: readonly LoadStep[]): UslFit => fitUsl(steps, seededRandom(1))!;
const onCurve = (curve: UslCurve) => (users: number) => uslThroughput(curve, users);

const peakOf = ({ sigma, kappa }: UslCurve): number => Math.sqrt((1 - sigma) / kappa);

describe('fitUsl without noise', () => {
  it('finds the curve, its peak, and no doubt', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        fc.double({ min: 1e-5, max: 0.1, noNaN: true }),
        (lambda, sigma, kappa) => {
          const curve = { lambda, sigma, kappa };
          const found = fit(stepsOf(onCurve(curve)));
          expect(found.lambda.value / lambda).toBeCloseTo(1, 5);
          expect(found.sigma.value / sigma).toBeCloseTo(1, 3);
          expect(found.kappa.value / kappa).toBeCloseTo(1, 3);
          expect(found.peakUsers!.value / Math.max(1, peakOf(curve))).toBeCloseTo(1, 3);
          expect(found.lambda.high / found.lambda.low).toBeCloseTo(1, 4);
          expect(found.quality).toBe('good');
          expect(found.worst).toBeLessThan(1e-4);
        },
      ),
    );
  });

  it('knows a line: neither contention nor coherency, and no peak', () => {
    const { lambda, sigma, kappa, peakUsers, peakThroughput, r2 } = fit(stepsOf((users) => 25 * users));
    expect([sigma.value, kappa.value]).toEqual([0, 0]);
    expect(lambda.value).toBeCloseTo(25, 9);
    expect([peakUsers, peakThroughput]).toEqual([null, null]);
    expect(r2).toBeCloseTo(1, 9);
  });

  it('knows Amdahl’s law: no coherency, and an asymptote', () => {
    const found = fit(stepsOf(onCurve({ lambda: 50, sigma: 0.1, kappa: 0 })));
    expect([found.kappa.value, found.peakUsers]).toEqual([0, null]);
    expect(found.sigma.value).toBeCloseTo(0.1, 9);
    expect(found.peakThroughput!.value).toBeCloseTo(500, 6);
  });

  it('knows a flat curve: all work waits for the other', () => {
    const found = fit(stepsOf(() => 300));
    expect(found.sigma.value).toBeCloseTo(1, 9);
    expect([found.kappa.value, found.peakUsers, found.quality, found.r2]).toEqual([0, null, 'good', 1]);
    expect(found.peakThroughput!.value).toBeCloseTo(300, 6);
  });

  it('has the peak of a falling curve at one user', () => {
    const found = fit(stepsOf((users) => 300 / users));
    expect(found.peakUsers!.value).toBe(1);
    expect(found.peakThroughput!.value).toBeCloseTo(300, 4);
  });
});

describe('fitUsl with noise', () => {
  const truths: readonly UslCurve[] = [
    { lambda: 100, sigma: 0.05, kappa: 0.0005 },
    { lambda: 2000, sigma: 0.1, kappa: 0.001 },
    { lambda: 8, sigma: 0.3, kappa: 0.003 },
  ];

  const ladders = [
    ...truths.map((truth) => ({ truth, levels: LEVELS })),
    { truth: truths[2]!, levels: levelsUpTo(32) },
  ];
  const fits = ladders.map(({ truth, levels }, index) => {
    const draw = normal(seeded(31 + index));
    const noise = (): number => Math.exp(0.02 * draw());
    return Array.from({ length: 500 }, () => fit(stepsOf(onCurve(truth), { levels, noise })));
  });

  it.each(truths)('recovers $lambda, $sigma, $kappa within a tenth, nearly always', (truth) => {
    const found = fits[truths.indexOf(truth)]!;
    const near = (of: (fit: UslFit) => number, value: number): number =>
      found.filter((each) => Math.abs(of(each) / value - 1) <= 0.1).length / found.length;
    expect(near(({ lambda }) => lambda.value, truth.lambda)).toBeGreaterThanOrEqual(0.95);
    expect(near(({ sigma }) => sigma.value, truth.sigma)).toBeGreaterThanOrEqual(0.95);
    expect(near(({ kappa }) => kappa.value, truth.kappa)).toBeGreaterThanOrEqual(0.95);
    expect(near(({ peakUsers }) => peakUsers?.value ?? 0, peakOf(truth))).toBeGreaterThanOrEqual(0.95);
    expect(near(({ quality }) => (quality === 'good' ? 1 : 0), 1)).toBeGreaterThan(0.97);
  });

  it.each(ladders)('has intervals that hold $truth nine times of ten, on $levels', (ladder) => {
    const { truth } = ladder;
    const found = fits[ladders.indexOf(ladder)]!;
    const holds = (fitted: Fitted | null, value: number): boolean =>
      fitted !== null && fitted.low <= value && value <= fitted.high;
    const covered = (of: (fit: UslFit) => Fitted | null, value: number): number =>
      found.filter((each) => holds(of(each), value)).length / found.length;
    const shares = [
      covered(({ lambda }) => lambda, truth.lambda),
      covered(({ sigma }) => sigma, truth.sigma),
      covered(({ kappa }) => kappa, truth.kappa),
      covered(({ peakUsers }) => peakUsers, peakOf(truth)),
      covered(({ peakThroughput }) => peakThroughput, uslThroughput(truth, peakOf(truth))),
    ];
    expect(Math.min(...shares)).toBeGreaterThan(0.8);
    expect(Math.max(...shares)).toBeLessThan(0.97);
  });

  it('does not know where a peak beyond the ladder would be', () => {
    const draw = normal(seeded(5));
    const truth = { lambda: 100, sigma: 0.1, kappa: 1e-7 };
    const steps = stepsOf(onCurve(truth), { noise: () => Math.exp(0.02 * draw()) });
    expect(fit(steps).kappa.low).toBe(0);
    expect(fit(steps).peakUsers?.high ?? Infinity).toBe(Infinity);
  });
});

describe('quality of a fit', () => {
  it.each([2, 3, 4, 6, 8, 10, 12, 16, 24, 32, 64])(
    'is not good for %d workers that share nothing',
    (workers) => {
      const levels = levelsUpTo(4 * workers, [workers, Math.round(1.5 * workers), 2 * workers, 3 * workers]);
      const all = Array.from({ length: 4 * workers }, (_, index) => index + 1);
      const draw = normal(seeded(workers));
      for (const ladder of [levels, all].filter(({ length }) => length >= 6)) {
        const qualities = Array.from({ length: 20 }, () => {
          const noise = (): number => Math.exp(0.01 * draw());
          return fit(stepsOf((users) => 10 * Math.min(users, workers), { levels: ladder, noise })).quality;
        });
        expect(qualities).not.toContain('good');
      }
    },
  );

  it('is poor for a cliff', () => {
    expect(fit(stepsOf((users) => (users < 40 ? 10 * users : 100))).quality).toBe('poor');
  });
});

describe('fitUsl of any ladder', () => {
  const steps = fc.uniqueArray(
    fc.record({
      users: fc.integer({ min: 1, max: 2000 }),
      throughput: fc.double({ min: 0.01, max: 1e5, noNaN: true }),
      response: fc.constant(1),
    }),
    { minLength: 6, maxLength: 12, selector: ({ users }) => users },
  );
  const numbersOf = ({
    lambda,
    sigma,
    kappa,
    peakUsers,
    peakThroughput,
    r2,
    worst,
  }: UslFit): readonly number[] => [
    ...[lambda, sigma, kappa, peakUsers, peakThroughput].flatMap((each) =>
      each === null ? [] : [each.low, each.value, each.high],
    ),
    r2,
    worst,
  ];

  it('is within its bounds, and never NaN', () => {
    fc.assert(
      fc.property(steps, (ladder) => {
        const found = fitUsl(ladder, seededRandom(2));
        if (found === null) return;
        expect(numbersOf(found).filter(Number.isNaN)).toEqual([]);
        expect(found.sigma.low).toBeGreaterThanOrEqual(0);
        expect(found.sigma.high).toBeLessThanOrEqual(1);
        expect(found.kappa.low).toBeGreaterThanOrEqual(0);
        for (const { low, value, high } of [found.lambda, found.sigma, found.kappa]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
          expect(value).toBeLessThan(Infinity);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on the order of the steps', () => {
    fc.assert(
      fc.property(steps, (ladder) => {
        expect(fitUsl(ladder.toReversed(), seededRandom(3))).toEqual(fitUsl(ladder, seededRandom(3)));
      }),
      { numRuns: 30 },
    );
  });

  it('scales throughput alone when throughput is scaled', () => {
    const draw = normal(seeded(7));
    const ladder = stepsOf(onCurve({ lambda: 100, sigma: 0.05, kappa: 0.0005 }), {
      noise: () => Math.exp(0.03 * draw()),
    });
    const plain = fit(ladder);
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (factor) => {
        const scaled = fit(ladder.map((step) => ({ ...step, throughput: factor * step.throughput })));
        for (const end of ['low', 'value', 'high'] as const) {
          expect(scaled.lambda[end] / plain.lambda[end] / factor).toBeCloseTo(1, 6);
          expect(scaled.peakThroughput![end] / plain.peakThroughput![end] / factor).toBeCloseTo(1, 6);
          expect(scaled.peakUsers![end] / plain.peakUsers![end]).toBeCloseTo(1, 6);
          expect(scaled.sigma[end]).toBeCloseTo(plain.sigma[end], 6);
          expect(scaled.kappa[end]).toBeCloseTo(plain.kappa[end], 8);
        }
        expect(scaled.quality).toBe(plain.quality);
      }),
      { numRuns: 20 },
    );
  });
});

describe('fitUsl refuses', () => {
  const ladder = stepsOf((users) => 10 * users);
  const step = (change: Partial<LoadStep>): readonly LoadStep[] => [
    ...ladder.slice(1),
    { ...ladder[0]!, ...change },
  ];

  it.each([
    ['nothing', []],
    ['one step', ladder.slice(0, 1)],
    ['five levels', ladder.slice(0, 5)],
    ['one level, often', Array.from({ length: 9 }, () => ladder[3]!)],
    ['a step without answers', step({ throughput: 0 })],
    ['a negative throughput', step({ throughput: -1 })],
    ['an infinite throughput', step({ throughput: Infinity })],
    ['a throughput that is not a number', step({ throughput: Number.NaN })],
    ['less than one user', step({ users: 0 })],
    ['users that are not a number', step({ users: Number.NaN })],
    [
      'a ladder that does not tell λ',
      stepsOf((users) => 5 / (users - 1), { levels: [9, 10, 12, 15, 20, 30] }),
    ],
  ])('%s', (_, steps) => {
    expect(fitUsl(steps, seededRandom(1))).toBeNull();
  });
});
