/** Slices of a scenario as one. */
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { summarise } from '../../../src/stats/summary.ts';
import { runOf, sliceOf, spread } from '../judge/sample-run.ts';

describe('summarise', () => {
  it('reads percentiles from all answers, and does not average those of the slices', () => {
    const many = sliceOf({ latencies: spread(10, 9_000), elapsed: 9_000 });
    const few = sliceOf({ latencies: spread(100, 1_000), elapsed: 1_000 });
    const { metrics, counts, elapsed, histogram, latency } = summarise(runOf(many, few), 'browse', 'head');
    expect(counts.ok).toBe(10_000);
    expect(elapsed).toBe(10_000);
    expect(metrics.throughput).toBe(1_000);
    expect(metrics.p50).toBeCloseTo(10.2, 0);
    // 5 % of all lie above it: the middle of the slow tenth.
    expect(metrics.p95).toBeGreaterThan(95);
    expect(metrics.p95).toBeLessThan(105);
    expect(histogram.count).toBe(10_000);
    expect(fromRecord(latency).quantile(0.95)).toBe(histogram.quantile(0.95));
  });

  it('takes every kind of failure into the error rate, and nothing in flight', () => {
    const failures = { httpError: 10, connectionError: 20, timeout: 30, lost: 40, inFlight: 50, refused: 60 };
    const latencies = [...spread(10, 100), ...Array.from({ length: 30 }, () => 10_000)];
    const { metrics, counts } = summarise(runOf(sliceOf({ latencies, failures })), 'browse', 'head');
    expect(counts.sent).toBe(100 + 10 + 20 + 30 + 40 + 50);
    expect(metrics['error-rate']).toBeCloseTo(160 / (250 - 50 + 60), 12);
  });

  it('has no quantiles without answers, and no error rate without attempts', () => {
    const silent = summarise(runOf(sliceOf({ latencies: [] })), 'browse', 'head');
    expect(silent.metrics).toEqual({
      p95: null,
      throughput: 0,
      'error-rate': null,
      capacity: null,
      'cpu-per-request': null,
      'answer-size': null,
      'queries-per-request': null,
      'memory-growth': null,
      p50: null,
      p99: null,
    });
    expect(silent).toMatchObject({ meanBodyBytes: 0, statusShares: {}, statuses: [] });
  });

  it('counts answers by status and class', () => {
    const statuses = [
      { status: 503, count: 1 },
      { status: 204, count: 3 },
      { status: 200, count: 4 },
    ];
    const summary = summarise(runOf(sliceOf({ statuses }), sliceOf({ statuses })), 'browse', 'head');
    expect(summary.statuses).toEqual([
      { status: 200, count: 8 },
      { status: 204, count: 6 },
      { status: 503, count: 2 },
    ]);
    expect(summary.statusShares).toEqual({ '2xx': 14 / 16, '5xx': 2 / 16 });
  });

  it('puts the seconds of slices one after the other', () => {
    const slice = sliceOf({ elapsed: 2_500 });
    expect(summarise(runOf(slice, slice), 'browse', 'head').timeline.map(({ second }) => second)).toEqual([
      0, 3,
    ]);
  });

  it('says that a scenario was not measured', () => {
    expect(() => summarise(runOf(sliceOf({})), 'browse', 'base')).toThrow(Failure);
    expect(() => summarise(runOf(), 'browse', 'head')).toThrow(/no measurement/);
  });
});
