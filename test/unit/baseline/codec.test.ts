/** The baseline's text: whatever is wrong with it is said, and never taken for a first run. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASELINE_BYTES_MAX } from '../../../src/baseline/baseline.ts';
import { decodeBaseline, encodeBaseline } from '../../../src/baseline/codec.ts';
import { findBadKey } from '../../../src/baseline/json-keys.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { sampleBaseline } from './sample-baseline.ts';

const whole = encodeBaseline(sampleBaseline);

/** The failure that reading ends with, or null. */
function failureOf(content: string): Failure | null {
  try {
    decodeBaseline(content, 'baseline.json');
    return null;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const codeOf = (content: string): string | undefined => failureOf(content)?.detail.code;

describe('a whole baseline', () => {
  it('comes back as it was', () => {
    expect(decodeBaseline(whole, 'baseline.json')).toEqual(sampleBaseline);
  });

  it('is read where it was written before queries were counted', () => {
    const old = whole.replace(/ *"queries-per-request": null,\n/g, '');
    expect(old).not.toBe(whole);
    expect(decodeBaseline(old, 'baseline.json')).toEqual(sampleBaseline);
  });

  it('is read where it was written by version 1, which knew runs alone', () => {
    const { scenarios } = sampleBaseline;
    const first = {
      schema: 1,
      suite: 'default',
      scenarios: Object.fromEntries(
        Object.entries(scenarios).map(([name, { histories }]) => [name, { histories }]),
      ),
    };
    const read = decodeBaseline(JSON.stringify(first), 'baseline.json');
    expect(read).toEqual({
      ...sampleBaseline,
      accepted: [],
      scenarios: Object.fromEntries(
        Object.entries(scenarios).map(([name, { histories }]) => [name, { histories, releases: [] }]),
      ),
    });
    // What version 2 has is no part of version 1.
    expect(codeOf(JSON.stringify({ ...first, accepted: [] }))).toBe('baseline-invalid');
    expect(codeOf(JSON.stringify({ ...first, scenarios }))).toBe('baseline-invalid');
  });

  it('always has the same text, with a newline at its end', () => {
    expect(encodeBaseline(decodeBaseline(whole, 'baseline.json'))).toBe(whole);
    expect(whole.endsWith('}\n')).toBe(true);
    expect(whole.split('\n')[1]).toBe('  "schema": 2,');
  });

  it('lists scenarios by name and members in a fixed order, however it was put together', () => {
    const history = Object.values(sampleBaseline.scenarios)[0]!;
    const reversed = {
      scenarios: { b: history, a: history },
      accepted: [],
      suite: 'default',
      schema: 2,
    } as const;
    const straight = {
      schema: 2,
      suite: 'default',
      accepted: [],
      scenarios: { a: history, b: history },
    } as const;
    expect(encodeBaseline(reversed)).toBe(encodeBaseline(straight));
  });
});

describe('F35 corrupt', () => {
  it('is noticed when the file is cut off at any byte', () => {
    const all = Buffer.from(whole);
    for (let length = 0; length < all.length - 1; length += 1) {
      expect([length, codeOf(all.subarray(0, length).toString('utf8'))]).toEqual([
        length,
        'baseline-corrupt',
      ]);
    }
    // Only the last newline is no loss.
    expect(codeOf(all.subarray(0, -1).toString('utf8'))).toBeUndefined();
  });

  it.each([
    ['nothing', '', /empty/],
    ['blanks', ' \n', /empty/],
    ['a byte order mark', `\uFEFF${whole}`, /byte order mark/],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${whole}`, 'utf16le').toString('utf8'), /UTF-8/],
    ['UTF-16 without a mark', Buffer.from(whole, 'utf16le').toString('utf8'), /UTF-8/],
    [
      'a name given twice',
      whole.replace('"suite":', '"suite": "other",\n  "suite":'),
      /"suite" is given twice/,
    ],
    [
      'an escaped name given twice',
      whole.replace('"p95":', '"p\\u00395": 1,\n"p95":'),
      /p95" is given twice/,
    ],
    ['a prototype', whole.replace('"suite":', '"__proto__": {},\n  "suite":'), /__proto__" is not allowed/],
    ['a number too large', whole.replace('12.5', '1e400'), null],
  ])('%s', (_, content, words) => {
    const failure = failureOf(content);
    expect(failure?.detail.kind).toBe('not-measured');
    expect(failure?.detail.code).toBe(words === null ? 'baseline-invalid' : 'baseline-corrupt');
    expect(failure?.message).toMatch(words ?? /shape/);
    expect(Object.prototype).not.toHaveProperty('suite');
  });

  it('says that a merge is unfinished', () => {
    const conflict = whole.replace(
      '  "suite": "default",',
      '<<<<<<< HEAD\n  "suite": "default",\n=======\n  "suite": "x",\n>>>>>>> y',
    );
    expect(codeOf(conflict)).toBe('baseline-conflict');
  });

  it('says that it is a Git LFS pointer', () => {
    expect(codeOf('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n')).toBe(
      'baseline-not-content',
    );
  });

  it('says that it is too large', () => {
    expect(codeOf(' '.repeat(BASELINE_BYTES_MAX) + whole)).toBe('baseline-too-large');
  });

  it.each([
    ['a list', '[]'],
    ['a number', '1'],
    ['null', 'null'],
    ['no schema', '{}'],
    ['a schema in words', whole.replace('"schema": 2', '"schema": "2"')],
    ['a member too many', whole.replace('"suite":', '"extra": 1,\n  "suite":')],
    ['a negative count', whole.replace('"ok": 9000', '"ok": -1')],
    ['half a count', whole.replace('"ok": 9000', '"ok": 0.5')],
    ['no runs', whole.replace(/"runs": \[[^]*?\n {10}\]/, '"runs": []')],
    ['a share above 1', whole.replace('"2xx": 1', '"2xx": 1.5')],
    ['a strange commit', whole.replace('a'.repeat(40), '--upload-pack=x')],
  ])('tells the place of a wrong shape: %s', (_, content) => {
    expect(content).not.toBe(whole);
    const failure = failureOf(content);
    expect(failure?.detail.code).toBe('baseline-invalid');
    expect(failure?.detail.lines.length).toBeGreaterThan(0);
  });
});

describe('F36 another schema', () => {
  it.each([
    [3, 'baseline-newer'],
    [1_000, 'baseline-newer'],
    [0, 'baseline-unknown-schema'],
    [-1, 'baseline-unknown-schema'],
    [0.5, 'baseline-unknown-schema'],
  ])('%d is told apart', (schema, code) => {
    expect(codeOf(JSON.stringify({ schema, something: 'else' }))).toBe(code);
  });
});

describe('any change of a few bytes', () => {
  it('gives a baseline or a Failure, and nothing else', () => {
    const positions = fc.array(fc.tuple(fc.nat(whole.length), fc.string({ maxLength: 4 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(positions, (edits) => {
        const edited = edits.reduce(
          (text, [at, put]) => text.slice(0, at) + put + text.slice(at + put.length),
          whole,
        );
        const failure = failureOf(edited);
        expect(failure?.detail.kind ?? 'not-measured').toBe('not-measured');
      }),
      { numRuns: 500 },
    );
  });

  it('never lets a number through that is not finite', () => {
    const numbers = [...whole.matchAll(/: (-?[\d.]+)(?=,|\n)/g)];
    for (const match of numbers) {
      const edited = `${whole.slice(0, match.index)}: 1e999${whole.slice(match.index + match[0].length)}`;
      expect([match[0], failureOf(edited)?.detail.kind]).toEqual([match[0], 'not-measured']);
    }
    expect(numbers.length).toBeGreaterThan(20);
  });
});

describe('findBadKey', () => {
  it.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', null],
    ['{"a":"a","b":"\\"a\\":"}', null],
    ['{"a":{"b":1,"b":2}}', { problem: 'given twice', path: 'a.b', line: 1 }],
    ['[{"x":1},{"constructor":1}]', { problem: 'not allowed', path: 'constructor', line: 1 }],
    ['{"list":["a","a"],"list":0}', { problem: 'given twice', path: 'list', line: 1 }],
  ])('%s', (json, expected) => {
    expect(findBadKey(json)).toEqual(expected);
  });

  it('finds nothing in what JSON.stringify wrote', () => {
    const names = fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
    fc.assert(
      fc.property(fc.dictionary(names, fc.dictionary(names, fc.string())), (value) => {
        expect(findBadKey(JSON.stringify(value))).toBeNull();
      }),
    );
  });
});
