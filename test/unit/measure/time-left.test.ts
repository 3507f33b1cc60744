/** How much longer a run takes: what is planned is exact, what may end early is a bound that holds. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/domain/plan.ts';
import type { Search } from '../../../src/domain/search.ts';
import { type Millis, millis, ratio } from '../../../src/domain/units.ts';
import { leftAlone, leftBeside } from '../../../src/measure/time-left.ts';
import { openPositions } from '../../../src/measure/positions.ts';
import { planOf, sliceOf } from '../../fixtures/measured.ts';
import { plainLoad } from '../../fixtures/loads.ts';

const search: Search = {
  kind: 'stress',
  max: 512,
  budget: millis(180_000),
  objective: { p50: null, p95: null, p99: null, errorRate: ratio(0.01) },
};

/** Three seconds of warm-up and twenty of load, or a search with steps of four seconds. */
const scenario = (changes: Partial<Scenario> = {}): Scenario => ({
  name: 'browse',
  search: null,
  soak: false,
  limits: [],
  ...changes,
  load: plainLoad({
    warmUp: millis(3_000),
    executor: {
      kind: 'constant-users',
      users: 10,
      thinkTime: null,
      duration: millis(changes.search ? 4_000 : 20_000),
    },
  }),
});

describe('the head alone', () => {
  const soFar = { scenarios: [scenario(), scenario()], index: 0, done: millis(0), budget: null };

  it('takes what its scenarios were asked to take', () => {
    expect(leftAlone(soFar)).toEqual({ time: 46_000, whole: 46_000, basis: 'planned' });
    expect(leftAlone({ ...soFar, done: millis(13_000) })).toMatchObject({ time: 33_000, whole: 46_000 });
    expect(leftAlone({ ...soFar, index: 1, done: millis(3_500) })).toMatchObject({ time: 19_500 });
  });

  it('has nothing left at its end, however long that took', () => {
    expect(leftAlone({ ...soFar, index: 1, done: millis(99_000) }).time).toBe(0);
  });

  it('may take the whole budget where a comparison may follow, and more where it takes more itself', () => {
    const left = leftAlone({ ...soFar, index: 1, done: millis(0), budget: millis(360_000) });
    expect(left).toEqual({ time: 337_000, whole: 360_000, basis: 'load-at-most' });
    expect(leftAlone({ ...soFar, budget: millis(10_000) })).toMatchObject({ time: 46_000, basis: 'planned' });
  });

  it('searches for as long as its budget at most, and for one step in any case', () => {
    const scenarios = [scenario({ search }), scenario()];
    expect(leftAlone({ ...soFar, scenarios })).toEqual({
      time: 3_000 + 180_000 + 23_000,
      whole: 206_000,
      basis: 'at-most',
    });
    expect(leftAlone({ ...soFar, scenarios, index: 1 })).toMatchObject({ time: 23_000, basis: 'planned' });
    const short = [scenario({ search: { ...search, budget: millis(1_000) } })];
    expect(leftAlone({ ...soFar, scenarios: short }).time).toBe(3_000 + 5_000);
  });

  it('never has more left than before', () => {
    const moment = fc.record({ index: fc.nat(1), done: fc.nat(30_000).map(millis) });
    fc.assert(
      fc.property(moment, moment, fc.constantFrom(null, millis(60_000)), (one, other, budget) => {
        const at = (each: typeof one): number => each.index * 23_000 + Math.min(23_000, each.done);
        const [first, second] = at(one) <= at(other) ? [one, other] : [other, one];
        const left = (each: typeof one): number => leftAlone({ ...soFar, ...each, budget }).time;
        expect(left(second)).toBeLessThanOrEqual(left(first));
      }),
    );
  });
});

describe('a comparison', () => {
  const soFar = {
    ahead: null,
    blockTime: null,
    intoBlock: millis(2_000),
    passed: millis(2_000),
    load: millis(23_000),
    budget: millis(360_000),
  };

  it('has the budget left before a block has shown what one takes', () => {
    expect(leftBeside(soFar)).toEqual({ time: 335_000, whole: 360_000, basis: 'load-at-most' });
    expect(leftBeside({ ...soFar, load: millis(400_000) })?.time).toBe(0);
  });

  it('then has as many blocks left as may follow, by the time that they took', () => {
    const ahead = { inPhase: 10, inAll: 20, isExact: false };
    const known = { ...soFar, ahead, blockTime: millis(9_000), passed: millis(29_000) };
    expect(leftBeside(known)).toEqual({
      time: 7_000 + 19 * 9_000,
      whole: 29_000 + 178_000,
      basis: 'at-most',
    });
    expect(leftBeside({ ...known, intoBlock: millis(30_000) })?.time).toBe(19 * 9_000);
  });

  it('of a number of blocks that is given has what they take, and nothing to say before the first', () => {
    const ahead = { inPhase: 4, inAll: 4, isExact: true };
    expect(leftBeside({ ...soFar, ahead, budget: null })).toBeNull();
    expect(leftBeside({ ...soFar, ahead, budget: null, blockTime: millis(9_000) })).toMatchObject({
      time: 34_000,
      basis: 'planned',
    });
  });
});

describe('the positions of a comparison', () => {
  const clock = { now: millis(0) };
  const pass = (time: number): void => {
    clock.now = millis(clock.now + time);
  };
  const block = (phase: 'explore' | 'main' | 'confirm', load: number) => ({
    phase,
    load: millis(load),
    boots: [],
    slices: [],
  });

  it('count by phase, and learn from blocks how long others take', () => {
    const ahead = { inPhase: 5, inAll: 9, isExact: false };
    const plan = planOf([sliceOf()]);
    const positions = openPositions(
      { ...plan, budget: millis(100_000) },
      (run) => (run === null ? null : ahead),
      {
        now: (): Millis => clock.now,
      },
    );
    const explored = positions.begin('explore', [], null);
    expect(explored.block).toEqual({ number: 1, most: null });
    pass(60_000);
    expect(explored.left(millis(0))).toMatchObject({ time: 40_000, basis: 'load-at-most' });
    positions.complete();

    const first = positions.begin('main', [block('explore', 50_000)], null);
    expect(first.block).toEqual({ number: 1, most: null });
    expect(first.left(millis(0))).toMatchObject({ time: 50_000, basis: 'load-at-most' });
    pass(8_000);
    positions.complete();

    // The run is for the judge, who is not asked here.
    const run = { blocks: [] } as never;
    const second = positions.begin('main', [block('explore', 50_000), block('main', 6_000)], run);
    expect(second.block).toEqual({ number: 2, most: 6 });
    pass(1_000);
    expect(second.left(millis(0))).toEqual({
      time: 7_000 + 8 * 8_000,
      whole: 69_000 + 71_000,
      basis: 'at-most',
    });
    const confirming = positions.begin('confirm', [block('main', 1), block('main', 1)], run);
    expect(confirming.block).toEqual({ number: 1, most: 5 });
  });
});
