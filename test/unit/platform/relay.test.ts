/** Foreign output against the rules by which GitHub's runner finds commands (actions/runner, ActionCommand.cs). */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, constantFrom, nat, oneof, property, string, uint8Array } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CUT, LINE_MAX, neutralise, openRelay, splitLines } from '../../../src/platform/relay.ts';
import { hear } from '../../runner/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'loadgate-relay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What comparisons by rules of language may pass over. */
const PASSED_OVER = /[\p{M}\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Stricter than the runner: any name is a command, and what its comparison may pass over is passed over. */
function couldCommand(output: string): boolean {
  return output.split(/\r\n|\r|\n/).some((line) => {
    const seen = line.replaceAll(PASSED_OVER, '').trimStart();
    return seen.startsWith('::') || seen.includes('##[');
  });
}

function split(chunks: readonly Uint8Array[]): readonly string[] {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

/** Cuts bytes anywhere, also inside a character or between `:` and `:`. */
function cutAt(bytes: Buffer, places: readonly number[]): readonly Uint8Array[] {
  const cuts = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted(
    (left, right) => left - right,
  );
  return [0, ...cuts].map((start, index) => bytes.subarray(start, cuts[index] ?? bytes.length));
}

const COMMANDS = [
  '::set-output name=verdict::pass',
  ' ::add-mask::x',
  '\t\v\f::error::x',
  '\u2003\u00a0\u3000::warning::x',
  '\u0085::error::x',
  '\ufeff::error::x',
  '\u200b::error::x',
  ':\u200d:error::x',
  ':\u0301:error::x',
  '::stop-commands::pause',
  '##[error]x',
  'hello ##[set-output name=verdict]pass',
  '#\u200b#[warning]x',
  '##\u00ad[warning]x',
  '#\u0300#[warning]x',
  '#\ue000#[warning]x',
  'x\r::set-output name=verdict::pass',
  'x\r\n::set-output name=verdict::pass',
  '\u001b[31m::error::x\u001b[0m',
  '\u001b[31m##\u001b[32m[error]x',
  '#\u0000#[error]x',
  ':\u0007:error::x',
  '\ud800::error::x',
  '#####[error]x',
  ':::error::x',
  ':\t::error::x',
  'hello #\t#[error]x',
];

describe('neutralise', () => {
  it.each(COMMANDS)('S5: %j is no command', (text) => {
    const harmless = neutralise(text);
    expect(couldCommand(harmless)).toBe(false);
    expect(hear(harmless).commands).toEqual([]);
    expect(harmless).not.toMatch(/[\r\n]/);
  });

  it('the oracle hears what the runner would', () => {
    // The colour before it is no command yet, but would be one if the colour were taken away and nothing else.
    expect(COMMANDS.filter((text) => !couldCommand(text))).toEqual(['\u001b[31m::error::x\u001b[0m']);
    expect(hear('::error::x').commands).toHaveLength(1);
    expect(hear('hello ##[error]x').commands).toHaveLength(1);
  });

  it.each([
    '',
    'plain',
    '  indented: yes',
    '\ttab',
    'std::vector<int>',
    '│ p95 │ 12 ms │ ± 3 % │',
    'Привет, мир',
    '# [x] done',
    'issue #[1]',
    'a ## b',
  ])('leaves %j as it is', (text) => {
    expect(neutralise(text)).toBe(text);
  });

  it('reads as before where it has to step in', () => {
    expect(neutralise('  ::error::bad')).toBe('  : :error::bad');
    expect(neutralise('see ##[error]bad')).toBe('see # #[error]bad');
    expect(neutralise('\u001b[1mbold\u001b[0m \u0007and\u202e loud')).toBe('bold and loud');
  });

  it('is the same the second time', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(neutralise(neutralise(text))).toBe(neutralise(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('S5: makes no command of any bytes in any chunks', () => {
    const piece = oneof(
      constantFrom(...COMMANDS),
      constantFrom(
        '::',
        ':',
        '##[',
        '##',
        '#',
        '[',
        ']',
        ' ',
        '\r',
        '\n',
        '\r\n',
        '\u001b[',
        '\u009b',
        '\u2003',
        '\u200d',
        '\u0301',
        'error',
        'set-output name=a',
      ),
      string({ unit: 'binary', maxLength: 8 }),
    );
    const output = array(piece, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join('')));
    const bytes = oneof(
      { weight: 4, arbitrary: output },
      { weight: 1, arbitrary: uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw)) },
    );
    assert(
      property(bytes, array(nat(), { maxLength: 5 }), (stream, places) => {
        const lines = split(cutAt(stream, places));
        const relayed = lines.map(neutralise).join('\n');
        expect(couldCommand(relayed)).toBe(false);
        expect(hear(relayed)).toMatchObject({ commands: [], listening: true });
        // Where the chunks are cut does not matter.
        expect(lines).toEqual(split([stream]));
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('splitLines', () => {
  it('splits as the runner does', () => {
    expect(split([Buffer.from('a\nb\r\nc\rd\n\ne')])).toEqual(['a', 'b', 'c', 'd', '', 'e']);
    expect(split([Buffer.from('a\r'), Buffer.from('\nb')])).toEqual(['a', 'b']);
    expect(split([Buffer.from('a\r'), Buffer.from('b\r'), Buffer.from('\n')])).toEqual(['a', 'b']);
  });

  it('puts characters together that come in parts', () => {
    const bytes = Buffer.from('é€😀');
    expect(split([...bytes].map((byte) => Buffer.from([byte])))).toEqual(['é€😀']);
    expect(split([Buffer.from([0xff, 0x61])])).toEqual(['\ufffda']);
  });

  it('S26: cuts lines, however they come', () => {
    const long = Buffer.alloc(LINE_MAX * 3, 'x');
    const [line = '', next] = split([long, long, Buffer.from('y\nnext')]);
    expect(line).toBe('x'.repeat(LINE_MAX) + CUT);
    expect(next).toBe('next');
  });
});

const open = (name: string, mode: 'begin' | 'continue' = 'begin', keep = 50) =>
  openRelay({ file: join(folder, name), mode, keep, warn: (line) => expect.fail(line) });
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('a relay', () => {
  it('writes harmless lines, streams apart, and keeps the last', async () => {
    const relay = await open('both.log');
    relay.push('stdout', Buffer.from('one ::x'));
    relay.push('stderr', Buffer.from('::error::two\n'));
    relay.push('stdout', Buffer.from(' three\nfour'));
    expect(relay.tail()).toEqual([': :error::two', 'one ::x three', 'four']);
    await relay.close();
    await relay.close();
    expect(read('both.log')).toBe(': :error::two\none ::x three\nfour\n');
    const more = await open('both.log', 'continue');
    more.push('stdout', Buffer.from('five\n'));
    await more.close();
    expect(read('both.log')).toMatch(/four\nfive\n$/);
  });

  it('masks whole lines, however they came, in the file and in what it gives', async () => {
    const file = join(folder, 'masked.log');
    const mask = (line: string): string => line.replaceAll('top-secret', '***');
    const relay = await openRelay({ file, mode: 'begin', mask, warn: (line) => expect.fail(line) });
    relay.watchFor('top-secret');
    for (const chunk of ['a top-', 'secret b\nand top-secret']) relay.push('stdout', Buffer.from(chunk));
    expect(relay.tail()).toEqual(['a *** b', 'and ***']);
    expect(relay.saw('top-secret')).toBe(true);
    await relay.close();
    expect(readFileSync(file, 'utf8')).toBe('a *** b\nand ***\n');
  });

  it('keeps as many lines as asked for', async () => {
    const relay = await open('many.log', 'begin', 3);
    relay.push('stdout', Buffer.from(Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join('')));
    expect(relay.tail()).toEqual(['line 97', 'line 98', 'line 99']);
    expect(relay.tail(1)).toEqual(['line 99']);
    await relay.close();
  });

  it('sees a text once it is looked for, in whole lines and in half ones', async () => {
    const relay = await open('saw.log');
    relay.push('stdout', Buffer.from('ready\n'));
    relay.watchFor('ready');
    expect(relay.saw('ready')).toBe(false);
    relay.push('stdout', Buffer.from('\u001b[32mrea\u001b[0mdy'));
    expect(relay.saw('ready')).toBe(true);
    await relay.close();
  });

  it('S26: stops writing at the limit, and says so', async () => {
    const relay = await open('large.log');
    const chunk = Buffer.from('0123456789abcde\n'.repeat(65_536));
    for (let count = 0; count < 24; count += 1) relay.push('stdout', chunk);
    relay.push('stdout', Buffer.from('the end\n'));
    expect(relay.tail(1)).toEqual(['the end']);
    await relay.close();
    expect(statSync(join(folder, 'large.log')).size).toBeLessThan(20 * 1024 * 1024 + 200);
    expect(read('large.log')).toMatch(/stopped here: the log is larger than 20 MiB\.\)\n$/);
  });

  it('F29: goes on without a file that cannot be written', async () => {
    const warnings: string[] = [];
    const relay = await openRelay({
      file: '/dev/null/service.log',
      mode: 'begin',
      warn: (line) => warnings.push(line),
    });
    relay.push('stdout', Buffer.from('hello\n'));
    expect(relay.tail()).toEqual(['hello']);
    await relay.close();
    expect(warnings).toHaveLength(1);
  });
});
