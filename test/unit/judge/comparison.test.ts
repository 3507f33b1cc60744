/** The relative rule: its lines, its symmetries, and how often it is wrong. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricName } from '../../../src/domain/metric.ts';
import type { Comparison, ComparisonOutcome } from '../../../src/domain/verdict.ts';
import { compareWithHistory } from '../../../src/judge/comparison.ts';
import { noiseBetweenRuns, predictionHalfWidth } from '../../../src/stats/prediction.ts';
import { normalSource } from '../stats/normal-source.ts';
import { historyOf } from './sample-run.ts';

const [template] = historyOf('p95', [1]);
if (template === undefined) throw new Error('no template');

/** A comparison that must exist. */
function compare(metric: MetricName, value: number, history: readonly number[], limit: number | null = 0.1) {
  const runs = history.map((known) => ({ ...template!, metrics: { ...template!.metrics, [metric]: known } }));
  const comparison = compareWithHistory(metric, value, runs, limit);
  if (comparison === null) throw new Error('nothing to compare');
  return comparison;
}

const quiet = (around: number, runs: number): readonly number[] => Array.from({ length: runs }, () => around);

describe('a latency', () => {
  it('regresses beyond the limit when the history is quiet enough', () => {
    expect(compare('p95', 125, quiet(100, 30)).outcome).toBe('regression');
    expect(compare('p95', 108, quiet(100, 30)).outcome).toBe('inconclusive');
    expect(compare('p95', 101, quiet(100, 30)).outcome).toBe('no-change');
    expect(compare('p95', 70, quiet(100, 30)).outcome).toBe('improvement');
  });

  it('keeps the limit when it is on it', () => {
    expect(compare('p95', 150, quiet(100, 30), 0.5).outcome).not.toBe('regression');
    expect(compare('p95', 150.01, quiet(100, 30), 0.5).outcome).toBe('regression');
  });

  it('tells reference, change, interval and tolerance', () => {
    const comparison = compare('p95', 110, [90, 100, 120], 0.1);
    const noise = noiseBetweenRuns([90, 100, 120]);
    const half = predictionHalfWidth(noise, 0.95);
    const alarm = predictionHalfWidth(noise, 0.999);
    expect(comparison.reference).toBe(100);
    expect(comparison.replicates).toBe(3);
    expect(comparison.change).toBeCloseTo(0.1, 12);
    expect(comparison.interval[0]).toBeCloseTo(1.1 * Math.exp(-half) - 1, 12);
    expect(comparison.interval[1]).toBeCloseTo(1.1 * Math.exp(half) - 1, 12);
    expect(comparison.tolerance).toBeCloseTo(Math.exp(alarm) - 1, 12);
    expect(comparison.widened).toBe(true);
    expect(comparison.detectable).toBeCloseTo(Math.exp(alarm + predictionHalfWidth(noise, 0.9)) - 1, 12);
  });

  it('is not judged on differences that no clock can be trusted with', () => {
    const comparison = compare('p95', 0.3, quiet(0.1, 30));
    expect(comparison.outcome).toBe('no-change');
    expect(comparison.tolerance).toBeCloseTo(3, 10);
    expect(compare('p95', 0.1, quiet(0.3, 30)).outcome).not.toBe('improvement');
    expect(compare('p95', 0.5, quiet(0.1, 30)).outcome).toBe('regression');
  });
});

describe('the throughput', () => {
  it('regresses when it falls below the limit’s share of the reference', () => {
    expect(compare('throughput', 850, quiet(1_000, 30)).outcome).toBe('regression');
    expect(compare('throughput', 1_000, quiet(1_000, 30)).outcome).toBe('no-change');
    expect(compare('throughput', 1_250, quiet(1_000, 30)).outcome).toBe('improvement');
    expect(compare('throughput', 500, quiet(1_000, 30), 0.5).outcome).not.toBe('regression');
    expect(compare('throughput', 499, quiet(1_000, 30), 0.5).outcome).toBe('regression');
  });

  it('tells its tolerance as a loss, below 100 %', () => {
    const comparison = compare('throughput', 1_000, [1_000]);
    expect(comparison.tolerance).toBeCloseTo(
      1 - Math.exp(-predictionHalfWidth(noiseBetweenRuns([1_000]), 0.999)),
      12,
    );
    const everything = compare('throughput', 1, [1_000], 1);
    expect(everything).toMatchObject({ tolerance: 1, detectable: 1, widened: false });
    expect(everything.outcome).not.toBe('regression');
  });
});

describe('nothing to compare', () => {
  it.each([
    [null, [1]],
    [0, [1]],
    [1, []],
    [1, [0]],
    [Number.NaN, [1]],
  ])('value %s with history %j', (value, history) => {
    expect(compareWithHistory('p95', value, historyOf('p95', history), 0.1)).toBeNull();
  });
});

/** Histories and values well above the absolute floors, so that ratios alone count. */
const histories = fc.array(fc.double({ min: 100, max: 300, noNaN: true }), { minLength: 1, maxLength: 30 });
const values = fc.double({ min: 30, max: 1_000, noNaN: true });
const metrics = fc.constantFrom<MetricName>('p50', 'p95', 'p99', 'throughput');
/** At a limit of next to nothing it is the absolute floor that counts (0.3 ms of 100 ms), and that is a matter of units. */
const limits = fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { nil: null });

/** Whether a comparison lies so near to a line between outcomes that rounding decides. */
const isOnALine = ({ change, tolerance, interval, limit }: Comparison): boolean =>
  [
    Math.abs(Math.abs(change) - tolerance),
    ...interval.map((end) => Math.abs(Math.abs(end) - (limit ?? 0.1))),
  ].some((distance) => distance < 1e-9);

describe('properties', () => {
  it('does not depend on the unit: a machine that is faster throughout changes no judgement', () => {
    fc.assert(
      fc.property(
        metrics,
        values,
        histories,
        limits,
        fc.double({ min: 1, max: 50, noNaN: true }),
        (metric, value, history, limit, unit) => {
          const plain = compare(metric, value, history, limit);
          const scaled = compare(
            metric,
            value * unit,
            history.map((known) => known * unit),
            limit,
          );
          // On a line to the last digit, rounding decides.
          fc.pre(!isOnALine(plain));
          expect(scaled.outcome).toBe(plain.outcome);
          expect(scaled.change).toBeCloseTo(plain.change, 8);
          expect(scaled.tolerance).toBeCloseTo(plain.tolerance, 8);
        },
      ),
    );
  });

  it('never tolerates less than the user does', () => {
    fc.assert(
      fc.property(
        metrics,
        values,
        histories,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (metric, value, history, limit) => {
          const comparison = compare(metric, value, history, limit);
          expect(comparison.tolerance).toBeGreaterThanOrEqual(limit - 1e-12);
          expect(comparison.widened).toBe(comparison.tolerance - limit > 1e-9);
          expect(comparison.detectable).toBeGreaterThanOrEqual(comparison.tolerance);
        },
      ),
    );
  });

  it('is a mirror: what is a regression one way is an improvement the other', () => {
    const mirrored: Readonly<Partial<Record<ComparisonOutcome, ComparisonOutcome>>> = {
      regression: 'improvement',
      improvement: 'regression',
    };
    fc.assert(
      fc.property(metrics, values, values, (metric, left, right) => {
        const [there, back] = [
          compare(metric, left, [right], null).outcome,
          compare(metric, right, [left], null).outcome,
        ];
        expect(mirrored[there] ?? 'neither').toBe(
          mirrored[there] === undefined ? (mirrored[back] ?? 'neither') : back,
        );
      }),
    );
  });

  it('calls lower better for latencies exactly where it calls higher better for throughput', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        const latency = compare('p95', left, [right], null).outcome;
        const throughput = compare('throughput', 1 / left, [1 / right], null).outcome;
        fc.pre(latency === 'regression' || latency === 'improvement');
        expect(throughput).toBe(latency);
      }),
    );
  });

  it('never judges a worse value more kindly', () => {
    const order: readonly ComparisonOutcome[] = ['improvement', 'no-change', 'inconclusive', 'regression'];
    fc.assert(
      fc.property(values, values, histories, limits, (left, right, history, limit) => {
        const [good, bad] = [Math.min(left, right), Math.max(left, right)].map((value) =>
          order.indexOf(compare('p95', value, history, limit).outcome),
        );
        expect(bad).toBeGreaterThanOrEqual(good ?? 0);
      }),
    );
  });

  it('says "no change" only when the interval stays below the limit', () => {
    fc.assert(
      fc.property(values, histories, (value, history) => {
        const comparison = compare('p95', value, history, 0.1);
        expect(comparison.outcome === 'no-change').toBe(
          comparison.interval[1] < 0.1 && comparison.outcome !== 'improvement',
        );
      }),
    );
  });

  it('is finite throughout', () => {
    fc.assert(
      fc.property(metrics, values, histories, limits, (metric, value, history, limit) => {
        const { interval, ...rest } = compare(metric, value, history, limit);
        const numbers = [...interval, ...Object.values(rest)].filter((member) => typeof member === 'number');
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('simulated runs with log-normal noise', () => {
  const draws = 20_000;

  /** Share of `draws` runs that end with this outcome, the truth being `effect` times the history's. */
  function shareOf(
    outcome: ComparisonOutcome,
    runs: number,
    sigma: number,
    effect: number,
    limit: number | null,
  ): number {
    const normal = normalSource(Math.round(1e6 * sigma) + 31 * runs + Math.round(100 * effect));
    const draw = (): number => 100 * Math.exp(sigma * normal());
    let hits = 0;
    for (let count = 0; count < draws; count += 1) {
      const history = Array.from({ length: runs }, draw);
      if (compare('p95', draw() * effect, history, limit).outcome === outcome) hits += 1;
    }
    return hits / draws;
  }

  const cases = [1, 5, 10, 30].flatMap((runs) => [0.02, 0.03, 0.05].map((sigma) => [runs, sigma] as const));

  it.each(cases)(
    'unchanged code with %d runs and noise %f alarms at most once in a hundred',
    (runs, sigma) => {
      const usual = shareOf('regression', runs, sigma, 1, 0.1);
      const strict = shareOf('regression', runs, sigma, 1, 0.02);
      expect(usual).toBeLessThanOrEqual(0.005);
      expect(strict).toBeLessThanOrEqual(0.01);
    },
  );

  it.each([
    [5, 0.02, 0.99],
    [5, 0.05, 0.9],
    [10, 0.03, 0.99],
    [10, 0.05, 0.95],
    [30, 0.05, 0.99],
  ])(
    'half as slow again is caught with %d runs and noise %f in a share of at least %f',
    (runs, sigma, power) => {
      expect(shareOf('regression', runs, sigma, 1.5, 0.1)).toBeGreaterThanOrEqual(power);
    },
  );

  it('twice as slow is caught with a single accepted run', () => {
    expect(shareOf('regression', 1, 0.03, 2, 0.1)).toBeGreaterThanOrEqual(0.99);
  });
});
