/** JSON of strangers: what is nested, listed or valued beyond its bounds is refused before it is made; all else is what JSON.parse gives (S26). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignJson, JSON_BOUNDS } from '../../../src/domain/foreign-json.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { parseRun } from '../../../src/measure/recorded-run.ts';
import { runOf, sliceOf } from '../../fixtures/measured.ts';
import { bombOf } from '../../fixtures/bombs.ts';

/** Values of a plain value: itself, and all in it. */
const valuesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + valuesIn(inner), 1)
    : 1;
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

describe('JSON of strangers', () => {
  it('is what JSON.parse gives within its bounds, and refused beyond them', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const [depth, values] = [depthOf(value), valuesIn(value)];
        expect(foreignJson(text, { depth, entries: 100, values: 2 * values + 1 })).toEqual(JSON.parse(text));
        expect(() => foreignJson(`[${text}]`, { ...JSON_BOUNDS, depth })).toThrow(RangeError);
        expect(() => foreignJson(text, { ...JSON_BOUNDS, values: values - 1 })).toThrow(RangeError);
      }),
    );
  });

  it('is no less counted for what stands in its strings', () => {
    const value = [String.raw`\"],[`, '"', '\\', '\\\\"', ['[[[[', '{,,,']];
    expect(foreignJson(JSON.stringify(value), { depth: 2, entries: 5, values: 8 })).toEqual(value);
    expect(() => foreignJson(JSON.stringify(value), { depth: 2, entries: 4, values: 8 })).toThrow(
      '4 entries',
    );
  });

  it.each(['', '[', '"', '{"a"', ']', '[1,]', '"\\', 'nul'])(
    'is a SyntaxError where it is none: %j',
    (text) => {
      expect(() => foreignJson(text)).toThrow(SyntaxError);
    },
  );
});

const WHOLE = JSON.stringify(runOf([sliceOf({ seed: 3, seconds: 4, rate: 100 })]));
const withBlocks = (blocks: string): string => WHOLE.replace(/"blocks":\[.*\]/su, `"blocks":[${blocks}]`);
const nested = (levels: number): string => '{"phrase":"x","facts":{"a":'.repeat(levels);
const FULL = `{"phase":"alone","load":1,"boots":[],"slices":[${'0,'.repeat(9_999)}0]}`;

/** Each is a file that another workflow may be given; the words say where it is wrong. */
const HOSTILE: readonly (readonly [what: string, text: string, why: RegExp])[] = [
  ['eight million lists in each other', '['.repeat(8_000_000) + ']'.repeat(8_000_000), /64 levels/u],
  ['an object that is never closed', '{"a":'.repeat(3_000_000), /64 levels/u],
  ['four million blocks', withBlocks(`${'0,'.repeat(4_000_000)}0`), /100000 entries/u],
  ['four million empty blocks', withBlocks(`${'{},'.repeat(4_000_000)}0`), /100000 entries/u],
  ['a million slices that are none', withBlocks(`${`${FULL},`.repeat(99)}${FULL}`), /blocks\.0\.slices\.0/u],
  ['eight million values', withBlocks(`${`${FULL},`.repeat(799)}${FULL}`), /4000000 values/u],
  [
    'a million names',
    WHOLE.replace('{', `{${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":0,`).join('')}`),
    /100000 entries/u,
  ],
  [
    'a phrase in twenty thousand phrases',
    WHOLE.replace('"baseFailure":null', `"baseFailure":${nested(20_000)}1${'}}'.repeat(20_000)}`),
    /64 levels/u,
  ],
  [
    'a histogram of 1 GiB',
    WHOLE.replace(/"encoded":"[^"]*"/u, `"encoded":${JSON.stringify(bombOf(2 ** 30))}`),
    /cannot be decoded/u,
  ],
  [
    'a histogram of a hundred times its bound',
    WHOLE.replace(/"encoded":"[^"]*"/u, `"encoded":${JSON.stringify(bombOf(100 * 212_008))}`),
    /cannot be decoded/u,
  ],
];

describe('S26: a recorded run', () => {
  it.each(HOSTILE)('S13: with %s is refused in words, with little time and memory', (_, text, why) => {
    const { heapUsed } = process.memoryUsage();
    const cpu = process.cpuUsage();
    let thrown: unknown;
    try {
      parseRun(text, 'run.json');
    } catch (error) {
      thrown = error;
    }
    const { user, system } = process.cpuUsage(cpu);
    expect(thrown).toBeInstanceOf(Failure);
    if (!(thrown instanceof Failure)) return;
    expect(thrown.exitCode).toBe(3);
    expect(thrown.detail.lines.join('\n')).toMatch(why);
    expect(thrown.detail.lines.every((line) => line.length < 1_000)).toBe(true);
    expect((user + system) / 1_000).toBeLessThan(1_000);
    expect(process.memoryUsage().heapUsed - heapUsed).toBeLessThan(128 * 2 ** 20);
  });

  it('whose every place is wrong names no more than a person reads', () => {
    const odd = Array.from({ length: 5_000 }, (_, at) => `"odd ${at}":0,`).join('');
    expect(() => parseRun(WHOLE.replace('{', `{${odd}`), 'run.json')).toThrow(
      expect.objectContaining({
        detail: expect.objectContaining({ lines: [expect.stringMatching(/^.{1,350}$/u)] }),
      }),
    );
  });
});
