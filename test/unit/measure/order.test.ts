/** Orders of turns. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { DESIGN, turnsFor } from '../../../src/measure/design.ts';
import { balancedOrder, shuffled } from '../../../src/measure/order.ts';
import { isSteady } from '../../../src/measure/warm-up.ts';
import { seededRandom } from '../../../src/stats/random.ts';

describe('balancedOrder', () => {
  it('has both builds at the same time on average in every unit, and one of each in every pair', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), (seed, half) => {
        const order = balancedOrder(seededRandom(seed), 2 * half);
        expect(order).toHaveLength(4 * half);
        for (let at = 0; at < order.length; at += 2) expect(order[at]).not.toBe(order[at + 1]);
        for (let at = 0; at < order.length; at += 4) {
          const places = [0, 1, 2, 3].filter((place) => order[at + place] === 'head');
          expect(places.reduce((sum, place) => sum + place, 0)).toBe(3);
        }
      }),
    );
  });

  it('is the same for the same seed, and begins with either build', () => {
    expect(balancedOrder(seededRandom(5), 10)).toEqual(balancedOrder(seededRandom(5), 10));
    const firsts = Array.from({ length: 40 }, (_, seed) => balancedOrder(seededRandom(seed + 1), 2)[0]);
    expect(new Set(firsts).size).toBe(2);
  });
});

describe('shuffled', () => {
  it('keeps every item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);
        expect(sorted(shuffled(items, seededRandom(seed)))).toEqual(sorted(items));
      }),
    );
  });
});

describe('turnsFor', () => {
  it('takes short turns of a quick service, and longer ones of a slow one, in the same time', () => {
    expect(turnsFor(DESIGN, millis(5))).toEqual({ length: 100, aSide: 20 });
    expect(turnsFor(DESIGN, millis(20))).toEqual({ length: 120, aSide: 16 });
    // Forty answers a second: half a second for twenty of them.
    expect(turnsFor(DESIGN, millis(5), 40)).toEqual({ length: 500, aSide: 12 });
    expect(turnsFor(DESIGN, millis(5), 10_000)).toEqual({ length: 100, aSide: 20 });
  });

  it('takes longer for a service so slow that two seconds would hold too few turns, within bounds', () => {
    expect(turnsFor(DESIGN, millis(100))).toEqual({ length: 600, aSide: 12 });
    expect(turnsFor(DESIGN, millis(5_000))).toEqual({ length: 1_000, aSide: 12 });
  });

  it('knows no median of a service that does not answer', () => {
    expect(turnsFor(DESIGN, null)).toEqual({ length: 100, aSide: 20 });
  });
});

describe('isSteady', () => {
  const turns = (...rates: readonly number[]) => rates.map((rate) => ({ ok: rate, elapsed: millis(1_000) }));

  it('waits while a build gets faster, and not for quiet', () => {
    expect(isSteady(turns(100, 120, 140))).toBe(false);
    expect(isSteady(turns(100, 120, 140, 143))).toBe(true);
    expect(isSteady(turns(100, 140, 90))).toBe(true);
    expect(isSteady(turns(100, 100))).toBe(false);
  });
});
