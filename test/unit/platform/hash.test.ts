/** The hash over plain values. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableHash } from '../../../src/platform/hash.ts';

describe('stableHash', () => {
  it('is the beginning of a known SHA-256', () => {
    // sha256 of the two characters {}
    expect(stableHash({})).toBe('44136fa355b3678a');
  });

  it('does not depend on the order of names, nor on members that are undefined', () => {
    expect(stableHash({ a: 1, b: [{ c: 2, d: null }] })).toBe(
      stableHash({ b: [{ d: null, c: 2 }], e: undefined, a: 1 }),
    );
  });

  it('tells values apart', () => {
    const values = [
      0,
      '0',
      null,
      false,
      [],
      {},
      [[]],
      [{}],
      '',
      { a: 1 },
      { a: '1' },
      { a: [1] },
      ['a', 1],
      [1, 'a'],
    ];
    expect(new Set(values.map(stableHash)).size).toBe(values.length);
  });

  it('survives the way through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(stableHash(JSON.parse(JSON.stringify(value)))).toBe(stableHash(value));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('x'), undefined, () => 1])(
    'refuses %s',
    (value) => {
      expect(() => stableHash({ value: [value] })).toThrow(TypeError);
    },
  );

  it('refuses a circle', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => stableHash(circle)).toThrow(TypeError);
  });
});
