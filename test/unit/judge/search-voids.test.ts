/** When what a search found is not to be believed. */
import { describe, expect, it } from 'vitest';
import type { SearchResult, Step } from '../../../src/domain/search.ts';
import { millis, ratio } from '../../../src/domain/units.ts';
import { searchVoids } from '../../../src/judge/search-voids.ts';
import { GENERATOR_BUSY } from '../../../src/judge/voids.ts';
import { NO_LATENCY, searchedSlice, searchOn, workers } from '../../fixtures/searches.ts';

const FOUND = searchOn(workers(20, 50));

/** The search with some of its steps changed. */
const changed = (change: (step: Step) => Partial<Step>): SearchResult => ({
  ...FOUND,
  steps: FOUND.steps.map((step) => ({ ...step, ...change(step) })),
});
const kindsOf = (search: SearchResult): readonly string[] =>
  searchVoids([searchedSlice(search)], GENERATOR_BUSY).map(({ kind }) => kind);

describe('searchVoids', () => {
  it('has nothing against a search that was made rightly', () => {
    expect(kindsOf(FOUND)).toEqual([]);
  });

  it('asks how busy the generator was at the step that carried the most', () => {
    const busy = { generator: { cpu: ratio(0.95), eventLoop: ratio(0.5) } };
    const highest = Math.max(...FOUND.steps.map(({ throughput }) => throughput));
    expect(kindsOf(changed(({ throughput }) => (throughput === highest ? busy : {})))).toEqual([
      'generator-bound',
    ]);
    expect(kindsOf(changed(({ level }) => (level <= 8 ? busy : {})))).toEqual([]);
  });

  it('asks the same of the first step that was too much', () => {
    const search = searchOn(workers(1_000, 50), { errors: (users) => (users > 70 ? 0.05 : 0) });
    const first = Math.min(
      ...search.steps.filter(({ errorRate }) => errorRate > 0.01).map(({ level }) => level),
    );
    const steps = search.steps.map((step) =>
      step.level === first ? { ...step, generator: { cpu: ratio(0.1), eventLoop: ratio(0.99) } } : step,
    );
    expect(kindsOf({ ...search, steps })).toEqual(['generator-bound']);
  });

  it("holds the step that carried the most to Little's law", () => {
    expect(kindsOf(changed(({ mean }) => ({ mean: millis(0.8 * (mean ?? 0)) })))).toEqual(['little']);
  });

  it('lets few answers be off by chance', () => {
    const few = searchOn(workers(1, 200));
    const steps = few.steps.map((step) => ({ ...step, mean: millis(0.8 * (step.mean ?? 0)) }));
    expect(kindsOf({ ...few, steps })).toEqual([]);
  });

  it('does not hold steps to it that are too short for their latencies', () => {
    const slow = searchOn(workers(20, 2_000));
    const steps = slow.steps.map((step) => ({ ...step, mean: millis(0.5 * (step.mean ?? 0)) }));
    expect(kindsOf({ ...slow, steps })).toEqual([]);
  });

  it('knows no capacity where the lowest level was too much', () => {
    const search = searchOn(workers(8, 50), { objective: { ...NO_LATENCY, p95: millis(10) } });
    expect(searchVoids([searchedSlice(search)], GENERATOR_BUSY)).toMatchObject([
      { kind: 'no-capacity', level: 1, reason: { kind: 'latency', metric: 'p95', bound: 10 } },
    ]);
  });
});
