/** The undisturbed end of many turns. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pair, pairedByRank, quietDifference, quietMean } from '../../../src/stats/quiet.ts';
import { normal, seeded } from '../../fixtures/random.ts';

describe('quietMean', () => {
  it('is the mean of the lowest quarter', () => {
    expect(quietMean([8, 1, 7, 3, 6, 5, 4, 9])).toBe(2);
    expect(quietMean([5])).toBe(5);
    expect(quietMean([])).toBeNull();
  });

  it('moves with all values and grows with their scale', () => {
    const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.double({ min: -100, max: 100, noNaN: true }), (list, shift) => {
        expect(quietMean(list.map((value) => value + shift))).toBeCloseTo((quietMean(list) ?? 0) + shift, 6);
        expect(quietMean(list.map((value) => 3 * value))).toBeCloseTo(3 * (quietMean(list) ?? 0), 6);
        expect(quietMean(list.toReversed())).toBe(quietMean(list));
      }),
    );
  });
});

describe('quietDifference', () => {
  const pairs = fc.array(
    fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
    { minLength: 1, maxLength: 40 },
  );

  it('looks at the pairs whose worse member is best', () => {
    expect(
      quietDifference([
        [1, 2],
        [0, 9],
        [9, 0],
        [8, 8],
      ]),
    ).toBe(1);
    expect(quietDifference([])).toBeNull();
  });

  it('turns its sign when the builds are exchanged', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const turned = list.map(([base, head]): Pair => [head, base]);
        expect(quietDifference(turned)).toBeCloseTo(-(quietDifference(list) ?? 0), 9);
      }),
    );
  });

  it('of builds that were never neighbours compares the best of either', () => {
    const ranked = pairedByRank([4, 1, 3, 2, 9, 9, 9, 9], [9, 9, 2, 3, 9, 9, 9, 9]);
    expect(quietDifference(ranked)).toBe(1);
  });

  it('tells 3 % apart through disturbances of up to 30 % in half of all turns, where the mean does not', () => {
    const random = seeded(3);
    const draw = normal(random);
    const turn = (level: number) => level + 0.01 * draw() + (random() < 0.5 ? 0.3 * random() : 0);
    const block = () => Array.from({ length: 20 }, (): Pair => [turn(0), turn(0.03)]);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = (measure: (block: readonly Pair[]) => number): number =>
      Math.sqrt(mean(Array.from({ length: 400 }, () => (measure(block()) - 0.03) ** 2)));
    const quiet = spread((all) => quietDifference(all) ?? Number.NaN);
    expect(quiet).toBeLessThan(0.015);
    expect(quiet).toBeLessThan(spread((all) => mean(all.map(([base, head]) => head - base))) / 2);
  });
});
