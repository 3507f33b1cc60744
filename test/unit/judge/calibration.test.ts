/**
 * A build beside itself, read: the noise is found again, limits follow from it, and what is wrong with the
 * run is said.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricName } from '../../../src/domain/metric.ts';
import type { Limit, Plan } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { compareBeside } from '../../../src/judge/beside.ts';
import { type Calibration, calibrate, type MetricCalibration } from '../../../src/judge/calibration.ts';
import { refuseNonFinite } from '../../../src/judge/soundness.ts';
import { besideRun, type Truth } from '../../fixtures/beside.ts';
import { normal, seeded } from '../../fixtures/random.ts';
import { planOf } from './sample-run.ts';

const STANDARDS = { p95: 0.03, throughput: 0.02, 'cpu-per-request': 0.02 } as const;
const LIMITS: readonly Limit[] = [
  { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
  { kind: 'relative', metric: 'throughput', change: 0.1, beside: 0.02 },
  { kind: 'relative', metric: 'cpu-per-request', change: 0.1, beside: 0.02 },
  { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
];
const PLAN: Plan = { ...planOf(LIMITS), compare: 'base' };
const MINUTE = 60_000;
const withBudget = (minutes: number): Plan => ({ ...PLAN, budget: millis(minutes * MINUTE) });

const calibrated = (truth: Partial<Truth>, plan = PLAN): Calibration =>
  calibrate(besideRun({ main: 12, ...truth }), plan, STANDARDS);

function metricIn({ scenarios }: Calibration, metric: MetricName): MetricCalibration {
  const found = scenarios[0]?.metrics.find((each) => each.metric === metric);
  if (found === undefined) throw new Error(`${metric} was not calibrated`);
  return found;
}

/** The limit that is proposed; NaN for none. */
const limitIn = (calibration: Calibration, metric: MetricName): number => {
  const { proposal } = metricIn(calibration, metric);
  return proposal.kind === 'limit' ? proposal.change : Number.NaN;
};

describe('the noise that is known', () => {
  it.each([0.004, 0.02])('of %d lies in the interval that is found, nine times of ten', (noise) => {
    const spreads = Array.from({ length: 40 }, (_, seed) =>
      metricIn(calibrated({ noise, seed: seed + 1 }), 'cpu-per-request'),
    ).map(({ spread }) => spread);
    const holding = spreads.filter(({ interval: [low, high] }) => low <= noise && noise <= high);
    expect(holding.length).toBeGreaterThanOrEqual(32);
    expect(holding.length).toBeLessThan(40);
    for (const { share, interval } of spreads) {
      expect(share).toBeGreaterThan(interval[0]);
      expect(share).toBeLessThan(interval[1]);
    }
  });

  it('leaves the mean at nothing, and moves it where the two do differ', () => {
    const intervals = Array.from(
      { length: 40 },
      (_, seed) => metricIn(calibrated({ seed: seed + 1 }), 'throughput').mean.interval,
    );
    const holding = intervals.filter(([low, high]) => low <= 0 && 0 <= high);
    expect(holding.length).toBeGreaterThanOrEqual(32);
    const { mean } = metricIn(calibrated({ cpu: 0.25 }), 'throughput');
    expect(mean.change).toBeCloseTo(-0.2, 1);
    expect(mean.interval[1]).toBeLessThan(0);
  });

  it('is also that between boots, in the fixture', () => {
    const { spread, boots, value } = metricIn(calibrated({ noise: 0.02 }), 'p95');
    expect(boots / spread.share).toBeCloseTo(1, 1);
    expect(value).toBeCloseTo(9, 0);
  });
});

describe('limits', () => {
  it('are the standard ones where it is quiet', () => {
    const calibration = calibrated({ noise: 0.002 });
    expect(limitIn(calibration, 'p95')).toBe(0.03);
    expect(limitIn(calibration, 'throughput')).toBe(0.02);
    expect(limitIn(calibration, 'cpu-per-request')).toBe(0.02);
    expect(calibration.doubts).toEqual([]);
  });

  it('are what the noise asks for where it is loud, rounded up to half a per cent', () => {
    const calibration = calibrated({ noise: 0.03 });
    const { proposal, detectable } = metricIn(calibration, 'throughput');
    const least = detectable.find(({ budget }) => budget === PLAN.budget)?.change ?? Number.NaN;
    expect(least).toBeGreaterThan(0.02);
    expect(proposal).toMatchObject({ kind: 'limit', standard: 0.02, change: Math.ceil(200 * least) / 200 });
    expect(calibration.doubts).toEqual([]);
  });

  it('are none for what has no standard, is off, or is too loud', () => {
    const off = calibrated({}, { ...PLAN, scenarios: planOf(LIMITS.slice(1)).scenarios });
    expect(metricIn(off, 'p95').proposal).toEqual({ kind: 'none', why: 'off' });
    expect(metricIn(off, 'p50').proposal).toEqual({ kind: 'none', why: 'no-standard' });
    const loud = calibrated({ noise: 0.6 });
    expect(metricIn(loud, 'p95').proposal).toEqual({ kind: 'none', why: 'noise' });
  });

  it('are proposed beside a bound', () => {
    const limits: readonly Limit[] = [{ kind: 'absolute', metric: 'p95', bound: 200 }];
    const calibration = calibrated({}, { ...PLAN, scenarios: planOf(limits).scenarios });
    expect(limitIn(calibration, 'p95')).toBeGreaterThanOrEqual(0.03);
    expect(metricIn(calibration, 'throughput').proposal).toEqual({ kind: 'none', why: 'off' });
  });

  it('are none without time for a comparison', () => {
    const calibration = calibrated({}, withBudget(0.2));
    expect(calibration.pass).toBeNull();
    expect(metricIn(calibration, 'p95').proposal).toEqual({ kind: 'none', why: 'budget' });
    expect(metricIn(calibration, 'p95').detectable[0]).toEqual({
      budget: 0.2 * MINUTE,
      blocks: null,
      change: null,
    });
    const enough = calibrated({}, { ...PLAN, budget: calibration.budgetMin });
    expect(enough.pass?.blocks).toBe(2);
  });

  it('name what is too small to count whatever they say', () => {
    expect(metricIn(calibrated({}), 'p95').floor).toBeCloseTo(0.3 / 9, 2);
    expect(metricIn(calibrated({}), 'throughput').floor).toBe(0);
  });

  it('catch what they say they catch, nine times of ten', () => {
    const noise = 0.02;
    const plan = withBudget(2);
    const { scenarios, blockLoad } = calibrated({ main: 60, noise, seed: 3 }, plan);
    const metric = scenarios[0]?.metrics.find((each) => each.metric === 'cpu-per-request');
    const blocks = metric?.detectable.find(({ budget }) => budget === plan.budget)?.blocks ?? 0;
    if (metric?.proposal.kind !== 'limit') throw new Error('no limit was proposed');
    const { change: limit, caught } = metric.proposal;
    expect(blocks).toBeGreaterThan(2);
    const draw = normal(seeded(29));
    const alarms = Array.from({ length: 1_000 }, () => {
      const effects = Array.from({ length: blocks }, () => Math.log1p(caught) + noise * draw());
      const of = (name: MetricName, values: readonly number[]) => ({
        metric: name,
        limit,
        values: { base: 1_000, head: 1_000 },
        blocks: values.map((value) => ({ phase: 'main' as const, quiet: value, overall: value })),
      });
      const still = Array.from({ length: blocks }, () => noise * draw());
      // Three limited metrics share the error budget, as in the calibration.
      const all = [of('cpu-per-request', effects), of('p95', still), of('throughput', still)];
      const terms = { sensitivity: 'standard', blocks, blockLoad, blocksMax: blocks } as const;
      return compareBeside(all, terms)[0]?.confirmation;
    }).filter((confirmation) => confirmation === 'missing');
    expect(alarms.length).toBeGreaterThan(850);
    expect(alarms.length).toBeLessThan(970);
  });
});

describe('properties', () => {
  const noises = fc.double({ min: 0.001, max: 0.08, noNaN: true });

  it('more time tells smaller changes, and asks for no larger limit', () => {
    const minutes = fc.double({ min: 0.1, max: 12, noNaN: true });
    fc.assert(
      fc.property(noises, minutes, minutes, fc.integer({ min: 1, max: 99 }), (noise, one, other, seed) => {
        const run = besideRun({ main: 6, noise, seed });
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((budget) =>
          calibrate(run, withBudget(budget), STANDARDS),
        );
        for (const metric of ['p95', 'throughput', 'cpu-per-request', 'p50'] as const) {
          const { detectable } = metricIn(less!, metric);
          expect(detectable.map(({ budget }) => budget)).toEqual(
            detectable.map(({ budget }) => budget).toSorted((left, right) => left - right),
          );
          const changes = detectable.map(({ change }) => change ?? Infinity);
          expect(changes).toEqual(changes.toSorted((left, right) => right - left));
          const [short, long] = [limitIn(less!, metric), limitIn(more!, metric)];
          expect(long > short).toBe(false);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a limit is never below the standard, nor below what the noise hides', () => {
    fc.assert(
      fc.property(noises, fc.integer({ min: 1, max: 99 }), (noise, seed) => {
        const calibration = calibrate(besideRun({ main: 5, noise, seed }), PLAN, STANDARDS);
        for (const metric of ['p95', 'throughput', 'cpu-per-request'] as const) {
          const { proposal, detectable } = metricIn(calibration, metric);
          if (proposal.kind === 'none') continue;
          const least = detectable.find(({ budget }) => budget === PLAN.budget)?.change ?? Infinity;
          expect(proposal.change).toBeGreaterThanOrEqual(Math.max(STANDARDS[metric], least) - 1e-9);
          expect(proposal.change).toBeLessThan(Math.max(STANDARDS[metric], least) + 0.005);
          expect(proposal.caught).toBeGreaterThanOrEqual(proposal.change);
          expect(200 * proposal.change).toBeCloseTo(Math.round(200 * proposal.change), 9);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('the same run gives the same numbers, all of them finite where there are any', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        (noise, seed) => {
          const calibration = calibrated({ main: 4, noise, seed });
          expect(calibrated({ main: 4, noise, seed })).toEqual(calibration);
          expect(() => refuseNonFinite(calibration, 'calibration')).not.toThrow();
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('how long a pass takes', () => {
  it('grows with the noise, up to the budget', () => {
    const blocks = [0.001, 0.015, 0.03].map((noise) => calibrated({ noise }).pass?.blocks ?? 0);
    expect(blocks).toEqual(blocks.toSorted((left, right) => left - right));
    expect(blocks.at(-1)).toBeGreaterThan(blocks[0] ?? 0);
  });

  it('counts the boots', () => {
    const { pass, blockLoad } = calibrated({});
    expect(pass?.load).toBe((pass?.blocks ?? 0) * blockLoad);
    // 300 and 310 ms in each block.
    expect(pass?.time).toBeCloseTo((pass?.blocks ?? 0) * (blockLoad + 610), 6);
    expect(pass?.settles).toBe(true);
  });

  it('does not end where a limit of the user’s own is below the noise', () => {
    const limits: readonly Limit[] = [
      ...LIMITS,
      { kind: 'relative', metric: 'p99', change: 0.001, beside: 0.001 },
    ];
    const plan = { ...PLAN, scenarios: planOf(limits).scenarios };
    // p99 has an absolute floor of half a millisecond in 9: a limit below it is widened to it.
    expect(calibrated({ noise: 0.25 }, plan).pass?.settles).toBe(false);
  });
});

describe('a run that is not to be believed', () => {
  it.each<[string, Partial<Truth>]>([
    ['outside-noise', { outside: 0.8, disturbed: 0.5 }],
    ['order-effect', { order: 0.1, noise: 0.001 }],
    ['generator-bound', { generatorCpu: 0.97 }],
  ])('for %s says so', (kind, truth) => {
    const { doubts } = calibrated({ ...truth, seed: 5 });
    expect(doubts).toContainEqual(
      expect.objectContaining({
        kind: 'void',
        scenario: 'browse',
        reason: expect.objectContaining({ kind }),
      }),
    );
  });

  it('where the same commit differs from itself, either way', () => {
    for (const cpu of [0.1, -0.1]) {
      const { doubts } = calibrated({ cpu, noise: 0.004 });
      const alarm = doubts.find((doubt) => doubt.kind === 'alarm' && doubt.metric === 'cpu-per-request');
      expect(alarm).toMatchObject({ scenario: 'browse', limit: 0.02 });
      expect(alarm).toHaveProperty('change', expect.closeTo(cpu, 1));
    }
  });

  it('where its requests fail', () => {
    expect(calibrated({ errors: 0.03 }).doubts).toContainEqual(
      expect.objectContaining({ kind: 'errors', scenario: 'browse' }),
    );
  });

  it('is refused with numbers that are none', () => {
    const run = JSON.parse(JSON.stringify(besideRun({ main: 4 })));
    Object.assign(run.blocks[1].slices[0].turns[0], { ok: Number.NaN });
    expect(() => calibrate(run, PLAN, STANDARDS)).toThrow(/not finite/);
  });
});

it('several scenarios share the error budget: each can tell a little less', () => {
  const both = { ...PLAN, scenarios: planOf(LIMITS, ['browse', 'order']).scenarios };
  const run = besideRun({ main: 12, noise: 0.02, scenarios: ['browse', 'order'] });
  const one = calibrate(run, PLAN, STANDARDS);
  const two = calibrate(run, both, STANDARDS);
  expect(two.scenarios.map(({ scenario }) => scenario)).toEqual(['browse', 'order']);
  const last = (calibration: Calibration) =>
    metricIn(calibration, 'throughput').detectable.at(-1)?.change ?? 0;
  expect(last(two)).toBeGreaterThan(last(one));
});
