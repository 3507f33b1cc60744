/** Which levels a search measures, and which are worth measuring again. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Search, SearchResult } from '../../../src/domain/search.ts';
import { millis } from '../../../src/domain/units.ts';
import { levelsWorthRepeating, nextStep } from '../../../src/measure/next-step.ts';
import { locking, NO_LATENCY, scaling, searchOn, workers } from '../../fixtures/searches.ts';

const levelsIn = ({ steps }: SearchResult, purpose: string): readonly number[] =>
  steps.filter((step) => step.purpose === purpose).map(({ level }) => level);

describe('nextStep', () => {
  it('doubles until the service degrades, lets it fall, and narrows down', () => {
    const search = searchOn(workers(20, 50));
    expect(levelsIn(search, 'raise')).toEqual([1, 2, 4, 8, 16, 32, 64]);
    // One fall, watched for two steps, to half of the 16 users that were carried below the plateau.
    expect(levelsIn(search, 'recover')).toEqual([8, 8]);
    expect(levelsIn(search, 'refine').every((level) => level > 16 && level < 32)).toBe(true);
    expect(search.ended).toBe('found');
  });

  it('tries a level that was too much once more', () => {
    const search = searchOn(scaling(20, 0.05, 0.0005), { objective: { ...NO_LATENCY, p95: millis(50) } });
    const raised = levelsIn(search, 'raise');
    expect(raised.filter((level) => level === 32)).toHaveLength(2);
    expect(raised.filter((level) => level === 16)).toHaveLength(1);
  });

  it('believes a level that was carried the second time', () => {
    const search: Search = {
      kind: 'stress',
      max: 8,
      budget: millis(60_000),
      objective: { ...NO_LATENCY, p95: millis(60) },
    };
    const steps = searchOn(workers(20, 50), search).steps.filter(({ purpose }) => purpose === 'raise');
    const [first, second] = steps;
    if (first === undefined || second === undefined) throw new Error('a search has steps');
    const disturbed = { ...second, p95: millis(500) };
    expect(nextStep(search, 1, [first, disturbed])).toEqual({ purpose: 'raise', level: 2 });
    expect(nextStep(search, 1, [first, disturbed, second])).toEqual({ purpose: 'raise', level: 4 });
  });

  it('does not go beyond the highest level', () => {
    const search = searchOn(workers(1_000, 50), { max: 100 });
    expect(levelsIn(search, 'raise')).toEqual([1, 2, 4, 8, 16, 32, 64, 100]);
    expect(search.ended).toBe('highest-level');
  });

  it('ends for every service and every beginning', () => {
    const model = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 900 }))
        .map(([count, time]) => workers(count, time)),
      fc
        .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 50 }))
        .map(([time, locked]) => locking(time, locked)),
      fc
        .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.1, noNaN: true }))
        .map(([sigma, kappa]) => scaling(20, sigma, kappa)),
    );
    const shape = fc.record({
      kind: fc.constantFrom('stress' as const, 'capacity' as const),
      first: fc.integer({ min: 1, max: 500 }),
      noise: fc.double({ min: 0, max: 0.1, noNaN: true }),
      seed: fc.integer({ min: 1, max: 1e6 }),
      recovery: fc.constantFrom(0.2, 1),
      p95: fc.option(fc.integer({ min: 1, max: 2_000 })),
    });
    fc.assert(
      fc.property(model, shape, (service, { p95, ...given }) => {
        const objective = { ...NO_LATENCY, p95: p95 === null ? null : millis(p95) };
        const search = searchOn(service, { ...given, objective, max: 5_000 });
        expect(search.steps.length).toBeLessThan(50);
        expect(search.steps.every(({ level }) => level > 0 && level <= 5_000)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('levelsWorthRepeating', () => {
  it('are the beginning of a plateau and one well on it', () => {
    expect(levelsWorthRepeating([searchOn(workers(20, 50))])).toEqual([19, 32]);
  });

  it('are those around the end of what was carried, of both builds', () => {
    const objective = { ...NO_LATENCY, p95: millis(50) };
    const levels = levelsWorthRepeating([
      searchOn(scaling(20, 0.05, 0.0005), { objective }),
      searchOn(scaling(22, 0.05, 0.0005), { objective }),
    ]);
    expect(levels.length).toBeGreaterThanOrEqual(3);
    expect(levels.length).toBeLessThanOrEqual(6);
    expect(levels).toEqual(levels.toSorted((left, right) => left - right));
  });

  it('is the highest one where nothing was too much', () => {
    expect(levelsWorthRepeating([searchOn(workers(1_000, 50), { max: 100 })])).toEqual([100]);
  });
});
