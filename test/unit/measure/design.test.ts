/** How many turns of which length a build takes in a block. */
import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { DESIGN, FOREIGN_DESIGN, turnsFor } from '../../../src/measure/design.ts';

describe('turns', () => {
  it('are many and short', () => {
    expect(turnsFor(DESIGN, millis(5))).toEqual({ length: 100, aSide: 20 });
  });

  it('are few and long by Locust, whatever the service', () => {
    for (const median of [null, millis(1), millis(200)])
      expect(turnsFor({ ...DESIGN, ...FOREIGN_DESIGN }, median)).toEqual({ length: 2_000, aSide: 4 });
  });
});
