/** What a search's steps mean, on services whose limits are known. */
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { capacityOf, degradationOf, littleGap, recoveryOf } from '../../../src/stats/search.ts';
import { locking, NO_LATENCY, scaling, searchOn, workers } from '../../fixtures/searches.ts';

const near = (value: number | null | undefined, truth: number, share: number): boolean =>
  value != null && Math.abs(value / truth - 1) <= share;
const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);

describe('stress', () => {
  it.each([
    ['20 workers of 50 ms', workers(20, 50), 400, 20],
    ['3 workers of 8 ms', workers(3, 8), 375, 3],
    ['300 workers of 200 ms', workers(300, 200), 1_500, 300],
    ['a lock of 5 ms', locking(45, 5), 200, 10],
  ])('finds capacity and degradation of %s within a tenth, with noise', (_name, model, capacity, users) => {
    const found = SEEDS.map((seed) => searchOn(model, { noise: 0.01, seed, max: 1_024 }));
    const right = found.filter(
      (search) => near(capacityOf(search), capacity, 0.05) && near(degradationOf(search)?.level, users, 0.1),
    );
    expect(right.length).toBeGreaterThanOrEqual(0.98 * SEEDS.length);
    expect(found[0] && degradationOf(found[0])?.reason.kind).toBe('plateau');
  });

  it('finds the most of a service that gets worse with more users', () => {
    // X(N) is highest at √((1−σ)/κ) = 43.6 users, with 532 answers a second.
    const search = searchOn(scaling(20, 0.05, 0.0005));
    expect(near(capacityOf(search), 532, 0.03)).toBe(true);
  });

  it('ends at the latency of the objective, and reckons where between two levels it is crossed', () => {
    const objective = { ...NO_LATENCY, p95: millis(50) };
    const search = searchOn(scaling(20, 0.05, 0.0005), { objective });
    const degradation = degradationOf(search);
    expect(degradation?.reason).toMatchObject({ kind: 'latency', metric: 'p95', bound: 50 });
    // 1.1 · 20 ms · (1 + σ(N−1) + κN(N−1)) = 50 ms at N = 22.1, where X(N) = 486/s.
    expect(near(degradation?.level, 22.1, 0.1)).toBe(true);
    expect(near(capacityOf(search), 486, 0.02)).toBe(true);
  });

  it('ends where errors begin', () => {
    const search = searchOn(workers(1_000, 50), { errors: (users) => (users > 70 ? 0.05 : 0) });
    const degradation = degradationOf(search);
    expect(degradation).toMatchObject({ reason: { kind: 'errors', bound: 0.01 } });
    expect(degradation?.carried).toBeLessThanOrEqual(70);
    expect(degradation?.level).toBeGreaterThan(70);
    expect(near(capacityOf(search), 1_400, 0.1)).toBe(true);
  });

  it('tells what it saw when the service carries everything', () => {
    const search = searchOn(workers(1_000, 50), { max: 64 });
    expect(search.ended).toBe('highest-level');
    expect(degradationOf(search)).toBeNull();
    expect(near(capacityOf(search), 1_280, 0.001)).toBe(true);
    expect(recoveryOf(search)).toBeNull();
  });

  it('has no capacity where nothing is within the objective', () => {
    const search = searchOn(workers(8, 50), { objective: { ...NO_LATENCY, p95: millis(10) } });
    expect(capacityOf(search)).toBeNull();
    expect(degradationOf(search)).toMatchObject({ level: 1, carried: null });
  });

  it('knows a service that comes back, and one that does not', () => {
    expect(recoveryOf(searchOn(workers(20, 50)))).toMatchObject({ recovered: true, level: 8 });
    const broken = searchOn(workers(20, 50), { recovery: 0.25 });
    expect(recoveryOf(broken)).toMatchObject({ recovered: false });
    expect(broken.ended).toBe('stays-broken');
  });

  it("keeps Little's law, and sees a step that does not", () => {
    for (const step of searchOn(workers(20, 50)).steps) {
      const gap = littleGap(step, millis(0));
      expect(gap).toBeLessThan(0.15);
      expect(littleGap({ ...step, mean: millis((step.mean ?? 0) / 2) }, millis(0))).toBeGreaterThan(0.3);
    }
  });
});

describe('capacity', () => {
  const objective = { ...NO_LATENCY, p95: millis(100) };

  it.each([
    ['20 workers of 50 ms', workers(20, 50), 400],
    ['a lock of 5 ms', locking(45, 5), 200],
  ])('finds that of %s within a tenth, with noise', (_name, model, capacity) => {
    const found = SEEDS.map((seed) =>
      capacityOf(searchOn(model, { kind: 'capacity', first: 10, max: 5_000, objective, noise: 0.01, seed })),
    );
    expect(found.filter((each) => near(each, capacity, 0.1)).length).toBe(SEEDS.length);
  });

  it('knows that a service falls behind without any latency in the objective', () => {
    const search = searchOn(workers(20, 50), { kind: 'capacity', first: 10, max: 5_000 });
    expect(degradationOf(search)?.reason.kind).toBe('behind');
    expect(near(capacityOf(search), 400, 0.06)).toBe(true);
  });

  it('looks below where it began, when that was too much', () => {
    const search = searchOn(workers(2, 50), { kind: 'capacity', first: 500, max: 5_000, objective });
    expect(near(capacityOf(search), 40, 0.1)).toBe(true);
  });
});
