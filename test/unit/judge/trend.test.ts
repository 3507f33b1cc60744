/** What a line of runs comes to: the band of its noise, and changes that are told from it. */
import { describe, expect, it } from 'vitest';
import { keepRuns } from '../../../src/baseline/kept-runs.ts';
import type { RunLine, Trend } from '../../../src/domain/history.ts';
import type { MetricName } from '../../../src/domain/metric.ts';
import { compareWithHistory } from '../../../src/judge/comparison.ts';
import { trendsOf } from '../../../src/judge/trend.ts';
import { baselineVersions, type Growth } from '../../fixtures/baselines.ts';
import { normal, seeded } from '../../fixtures/random.ts';

/** The only line of a growth whose baseline keeps everything. */
function lineOf(growth: Omit<Growth, 'keep'>): RunLine {
  const [scenario] = keepRuns(baselineVersions({ keep: 1_000, ...growth }).at(-1) ?? null).scenarios();
  const line = scenario?.lines[0];
  if (line === undefined) throw new Error('there is no line');
  return line;
}

const trendOf = (line: RunLine, metric: MetricName): Trend | undefined =>
  trendsOf(line).find((trend) => trend.metric === metric);

/** The line with other values of p95. */
const withP95 = (line: RunLine, values: readonly (number | null)[]): RunLine => ({
  ...line,
  runs: line.runs.map((run, index) => ({ ...run, metrics: { ...run.metrics, p95: values[index] ?? null } })),
});

const steady = lineOf({ versions: 24 });

describe('the band', () => {
  it('is the interval that the judge draws around a comparison', () => {
    const band = trendOf(steady, 'p95')?.band;
    const runs = steady.runs.map((run) => ({
      ...run,
      counts: {} as never,
      statusShares: {},
      meanBodyBytes: 0,
      latency: {} as never,
    }));
    const compared = compareWithHistory('p95', band?.centre ?? 0, runs, null);
    expect(band?.runs).toBe(24);
    expect((band?.low ?? 0) / (band?.centre ?? 1) - 1).toBeCloseTo(compared?.interval[0] ?? 0, 12);
    expect((band?.high ?? 0) / (band?.centre ?? 1) - 1).toBeCloseTo(compared?.interval[1] ?? 0, 12);
  });

  it('is of the baseline’s runs alone', () => {
    const past = { ...steady, runs: steady.runs.map((run) => ({ ...run, inBaseline: false })) };
    expect(trendOf(past, 'p95')?.band).toBeNull();
    const some = { ...steady, runs: steady.runs.map((run, index) => ({ ...run, inBaseline: index >= 20 })) };
    expect(trendOf(some, 'p95')?.band?.runs).toBe(4);
  });

  it('is not drawn for a share of requests', () => {
    expect(trendOf(steady, 'error-rate')?.band).toBeNull();
  });
});

describe('the change', () => {
  it('of unchanged code is called steady, but for a few times in a hundred', () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);
    const called = seeds.filter(
      (seed) => trendOf(lineOf({ versions: 24, seed }), 'p95')?.change?.direction !== 'steady',
    );
    expect(called.length).toBeLessThanOrEqual(2);
  });

  it.each([
    [0.03, 10, 0.005],
    [0.05, 2, 0.04],
    [0.05, 30, 0.03],
    [0.08, 4, 0.17],
    [0.08, 30, 0.06],
  ])('by chance is as rare as the documentation says: noise %d, %d runs', (sigma, count, share) => {
    const lines = 500;
    const called = Array.from({ length: lines }, (_, seed) => {
      const next = normal(seeded(7_919 * (seed + 1)));
      const runs = Array.from({ length: count }, () => ({ ...steady.runs[0]! }));
      const line = withP95(
        { ...steady, runs },
        runs.map(() => 50 * Math.exp(sigma * next())),
      );
      return trendOf(line, 'p95')?.change?.direction !== 'steady';
    });
    expect(called.filter(Boolean).length / lines).toBeLessThanOrEqual(share);
  });

  it('that lasts is called by its direction, whichever way is better', () => {
    const slower = lineOf({ versions: 24, slowerFrom: 12, slowerBy: 1.3 });
    expect(trendOf(slower, 'p95')?.change).toMatchObject({ direction: 'worse', firstRuns: 10, lastRuns: 5 });
    expect(trendOf(slower, 'p95')?.change?.change).toBeCloseTo(0.3, 1);
    expect(trendOf(slower, 'throughput')?.change?.direction).toBe('worse');
    const faster = lineOf({ versions: 24, slowerFrom: 12, slowerBy: 0.7 });
    expect(trendOf(faster, 'p95')?.change?.direction).toBe('better');
    expect(trendOf(faster, 'throughput')?.change?.direction).toBe('better');
  });

  it('is told from the noise of the first runs, not from noise that it makes itself', () => {
    const half = lineOf({ versions: 10, slowerFrom: 5, slowerBy: 1.3 });
    expect(trendOf(half, 'p95')?.change).toMatchObject({ direction: 'worse', firstRuns: 5, lastRuns: 5 });
  });

  it('compares no run with itself, however few there are', () => {
    const two = lineOf({ versions: 2 });
    expect(trendOf(two, 'p95')?.change).toMatchObject({ firstRuns: 1, lastRuns: 1 });
    expect(trendOf(lineOf({ versions: 3 }), 'p95')?.change).toMatchObject({ firstRuns: 2, lastRuns: 1 });
    expect(trendOf(lineOf({ versions: 1 }), 'p95')?.change).toBeNull();
  });

  it('of a share is a difference, and below the floor nothing', () => {
    const rate = (value: number) => ({
      ...steady,
      runs: steady.runs.map((run, index) => ({
        ...run,
        metrics: { ...run.metrics, 'error-rate': index < 12 ? 0 : value },
      })),
    });
    expect(trendOf(rate(0.02), 'error-rate')?.change).toMatchObject({ change: 0.02, direction: 'worse' });
    expect(trendOf(rate(0.0005), 'error-rate')?.change?.direction).toBe('steady');
  });

  it('is not told where no ratio can be taken', () => {
    const zero = withP95(
      steady,
      steady.runs.map((_, index) => (index === 3 ? 0 : 10)),
    );
    expect(trendOf(zero, 'p95')).toMatchObject({ change: null, drift: null, last: 10 });
  });
});

it('F38: a drift is told by the rule of the finding', () => {
  const slower = lineOf({ versions: 30, slowerFrom: 10, slowerBy: 1.2 });
  expect(trendOf(slower, 'p95')?.drift).toBeGreaterThan(0.1);
  const flat = withP95(
    steady,
    steady.runs.map(() => 10),
  );
  expect(trendOf(flat, 'p95')?.drift).toBeNull();
});

it('metrics without any value have no trend, and a search has its capacity alone', () => {
  expect(trendsOf(steady).map(({ metric }) => metric)).toEqual([
    'p95',
    'throughput',
    'error-rate',
    'cpu-per-request',
    'answer-size',
    'queries-per-request',
    'p50',
    'p99',
  ]);
  const search = {
    ...steady,
    runs: steady.runs.map((run) => ({ ...run, metrics: { ...run.metrics, capacity: 400 } })),
  };
  expect(trendsOf(search).map(({ metric }) => metric)).toEqual(['capacity']);
});

it('a run without a value leaves its place empty', () => {
  const gaps = withP95(steady, [null, 10, null, 11]);
  expect(trendOf(gaps, 'p95')?.values.slice(0, 5)).toEqual([null, 10, null, 11, null]);
  expect(trendOf(gaps, 'p95')?.last).toBe(11);
});
