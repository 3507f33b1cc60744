/** Least squares without negative parts, against the conditions that only the minimum meets. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nonNegativeSolver } from '../../../src/stats/least-squares.ts';

const entry = fc.integer({ min: 0, max: 20 });
const row = fc.record({
  terms: fc.tuple(entry, entry, entry),
  value: fc.integer({ min: -20, max: 20 }),
  weight: fc.integer({ min: 1, max: 9 }),
});

describe('nonNegativeSolver', () => {
  it('finds what the values were made of, and a part that is not in them is exactly 0', () => {
    const terms = [1, 2, 4, 8, 16].map((x) => [1, x, x * x]);
    const solve = nonNegativeSolver(terms, [1, 2, 3, 2, 1]);
    for (const parts of [
      [2, 3, 4],
      [2, 0, 4],
      [0, 3, 0],
      [5, 0, 0],
    ]) {
      const values = terms.map((each) => each.reduce((sum, term, index) => sum + term * parts[index]!, 0));
      const found = solve(values);
      for (const [index, part] of parts.entries()) {
        expect(found[index]).toBeCloseTo(part, 6);
      }
      expect(found.map((part) => part === 0)).toEqual(parts.map((part) => part === 0));
    }
  });

  it('is at the minimum: no part could be moved to come nearer (Karush, Kuhn & Tucker)', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 10 }), (rows) => {
        const found = nonNegativeSolver(
          rows.map(({ terms }) => terms),
          rows.map(({ weight }) => weight),
        )(rows.map(({ value }) => value));
        const size = rows.reduce((sum, { value, weight }) => sum + weight * (1 + Math.abs(value)), 1);
        for (const [index, part] of found.entries()) {
          const slope = rows.reduce((sum, { terms, value, weight }) => {
            const left = value - terms.reduce((all, term, each) => all + term * found[each]!, 0);
            return sum + weight * terms[index]! * left;
          }, 0);
          expect(part).toBeGreaterThanOrEqual(0);
          expect((part > 0 ? Math.abs(slope) : slope) / size).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is all 0 when every part would lead away', () => {
    expect(
      nonNegativeSolver(
        [
          [1, 1],
          [1, 2],
        ],
        [1, 1],
      )([-1, -3]),
    ).toEqual([0, 0]);
  });

  it('uses one of two parts that cannot be told apart', () => {
    const found = nonNegativeSolver(
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      [1, 1, 1],
    )([2, 4, 6]);
    expect(found[0]! + 2 * found[1]!).toBeCloseTo(2, 9);
  });
});
