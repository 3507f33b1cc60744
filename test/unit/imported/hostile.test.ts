/** Outputs of other tools, cut off and changed at any place: never anything but a Failure or numbers that add up, and never a part for the whole. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import type { Limit } from '../../../src/domain/plan.ts';
import { composeRun } from '../../../src/imported/compose.ts';
import type { Foreign } from '../../../src/imported/foreign.ts';
import { judge } from '../../../src/judge/judge.ts';
import { parseRun } from '../../../src/measure/recorded-run.ts';
import { stableHash } from '../../../src/platform/hash.ts';
import { bytesOf, fileOf, NEWEST, read, WRITTEN_AT } from '../../fixtures/foreign.ts';
import { FIRST_RUN, planOf } from '../../fixtures/measured.ts';

/** What a reading comes to: its numbers, or the code of a failure. Anything else that is thrown is the test's. */
async function outcomeOf(name: string, content: string | Uint8Array, piece?: number) {
  const { format } = await read(fileOf(name, bytesOf(name))).catch((error: unknown) => {
    if (error instanceof Failure) return { format: undefined };
    throw error;
  });
  try {
    return await read(fileOf(name, content, piece), format);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.exitCode !== 2 || !error.detail.code.startsWith('import-')) throw error;
    return error.detail.code;
  }
}

const numbersOf = ({ counts, elapsed, told, latency, users }: Foreign) => ({
  counts,
  elapsed,
  told,
  latency,
  users,
});

/** Formats of which a part that ends with a line is whole by itself: how many there should have been, nobody says. */
const BY_LINES = /\.(?:ndjson|jtl)$|results\.csv$/;

describe.each(NEWEST)('%s', (name) => {
  const whole = bytesOf(name);

  it('is the same in any pieces, with a byte order mark, other line ends and as UTF-16', async () => {
    const text = whole.toString();
    const usual = await outcomeOf(name, whole);
    const others = [
      await outcomeOf(name, whole, 4_099),
      await outcomeOf(name, `\uFEFF${text}`),
      await outcomeOf(name, text.replaceAll(/\r?\n/gu, '\r\n')),
      await outcomeOf(name, Buffer.from(`\uFEFF${text}`, 'utf16le')),
    ];
    const facts = (outcome: typeof usual) =>
      typeof outcome === 'string' ? outcome : numbersOf(outcome.foreign);
    for (const other of others) expect(facts(other)).toEqual(facts(usual));
  });

  it('cut off anywhere, is refused or tells the same', async () => {
    const usual = await outcomeOf(name, whole);
    const at = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(at, async (end) => {
        const outcome = await outcomeOf(name, whole.subarray(0, end));
        if (typeof outcome === 'string') return;
        const part = outcome.foreign.counts.sent;
        const all = typeof usual === 'string' ? 0 : usual.foreign.counts.sent;
        const [seen, due] = BY_LINES.test(name)
          ? [
              [whole[end - 1], part <= all],
              [0x0a, true],
            ]
          : [numbersOf(outcome.foreign), typeof usual === 'string' ? usual : numbersOf(usual.foreign)];
        expect(seen).toEqual(due);
      }),
      { numRuns: 60 },
    );
  });

  it('S29: changed anywhere, is refused or makes a run that can be judged', async () => {
    const noise = fc.constantFrom(
      'NaN',
      'Infinity',
      '-1',
      '1e999',
      '9',
      '0',
      '',
      'x',
      '"',
      ',',
      '\n',
      '{',
      '\u0000',
      '1e18',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(12), noise, async (at, length, put) => {
        const text = whole.toString();
        const outcome = await outcomeOf(name, `${text.slice(0, at)}${put}${text.slice(at + length)}`);
        if (typeof outcome !== 'string') expectJudged(outcome);
      }),
      { numRuns: 120 },
    );
  });

  it('with any number put in the place of a number, too', async () => {
    const text = whole.toString();
    const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)].slice(0, 400);
    const put = fc.constantFrom(
      'NaN',
      'Infinity',
      '-Infinity',
      '-5',
      '1e400',
      '1e17',
      '0',
      '99999999999999999999',
      'null',
      '""',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(Math.max(0, numbers.length - 1)), put, async (index, value) => {
        const found = numbers[index];
        if (found === undefined) return;
        const end = found.index + found[0].length;
        const outcome = await outcomeOf(name, `${text.slice(0, found.index)}${value}${text.slice(end)}`);
        if (typeof outcome !== 'string') expectJudged(outcome);
      }),
      { numRuns: 120 },
    );
  });
});

const LIMITS: readonly Limit[] = [
  { kind: 'absolute', metric: 'p95', bound: 1e9 },
  { kind: 'absolute', metric: 'throughput', bound: 0.001 },
];

/** A run that is written can be read again, and what passes has values for all that is limited. */
function expectJudged({ format, foreign }: Awaited<ReturnType<typeof read>>): void {
  const head = { side: 'head', commit: null, dirty: false } as const;
  const results = [{ scenario: 'browse', format, foreign, writtenAt: WRITTEN_AT }];
  const run = composeRun(results, { suite: 'default', head, hash: stableHash });
  expect(parseRun(JSON.stringify(run), 'run.json')).toEqual(run);
  const verdict = judge(run, planOf(run.blocks[0]?.slices ?? [], { limits: LIMITS }), { browse: FIRST_RUN });
  const [scenario] = verdict.scenarios;
  if (scenario?.outcome !== 'pass') return;
  for (const metric of ['p95', 'throughput'] as const) expect(scenario.metrics[metric]).not.toBeNull();
  expect(foreign.counts.ok).toBeGreaterThan(0);
}

describe('what is no output of a tool', () => {
  const nothing = ['', ' ', '\n', '{}', '[]', 'null', '0', '<html>', 'a,b,c\n1,2,3\n', '{"metrics":{}}'];
  it.each(nothing.map((text) => [text]))('%j is refused', async (text) => {
    await expect(read(fileOf('output', text))).rejects.toBeInstanceOf(Failure);
  });

  it('any text and any bytes are refused', async () => {
    const content = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 400 }), fc.json());
    await fc.assert(
      fc.asyncProperty(content, async (text) => {
        await expect(read(fileOf('output', text))).rejects.toBeInstanceOf(Failure);
      }),
    );
  });
});
