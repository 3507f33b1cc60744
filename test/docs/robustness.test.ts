/** docs/robustness.md: every entry has a test that names it, or says why there is none. */
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../scripts/robustness/faults.ts';
import { entriesIn, namedTests } from '../../scripts/robustness/named-tests.ts';
import { THREATS } from '../../scripts/robustness/threats.ts';

const ENTRIES = [...THREATS, ...FAULTS];
const tests = namedTests();

describe('the entries', () => {
  it('are S1 to S32 and F1 to F57, in order', () => {
    const numbers = (letter: string, last: number): readonly string[] =>
      Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);
    expect(ENTRIES.map(({ id }) => id)).toEqual([...numbers('S', 32), ...numbers('F', 57)]);
  });

  it.each(ENTRIES)('$id has a test that names it, or a sentence', ({ id, but }) => {
    const isNamed = (tests.get(id) ?? []).length > 0;
    expect(isNamed || (but ?? '').endsWith('.')).toBe(true);
  });

  it('are all that tests name', () => {
    const known = new Set(ENTRIES.map(({ id }) => id));
    expect([...tests.keys()].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('titles', () => {
  it.each([
    ["it('F46: is well', …)", ['F46']],
    ["it('S1, S8: finds none', …)", ['S1', 'S8']],
    ["it('S15 F35 never', …)", ['S15', 'F35']],
    ["describe('hostile YAML (S16, S17)', …)", ['S16', 'S17']],
    ['/** F46: a comment */', []],
    ["  // as in 'F46: is well'", []],
    ["const colour = 'F0';", []],
  ])('of %j', (source, ids) => {
    expect(entriesIn(source)).toEqual(ids);
  });
});
