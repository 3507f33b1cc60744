/** What the generator process says is read strictly: a stray line, counts that do not add up and a second result are told as such, and are no measurement (S29). */
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, test } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import type { GeneratorMessage, LoadResult } from '../../../src/engines/load-job.ts';
import { readWholeLines } from '../../../src/engines/lines.ts';
import { readMessage } from '../../../src/engines/messages.ts';
import { takeMessages } from '../../../src/engines/run-load.ts';
import type { Exit } from '../../../src/platform/process.ts';
import { bombOf } from '../../fixtures/bombs.ts';
import { MESSAGES, RESULT } from '../../fixtures/generator-messages.ts';

const lineOf = (message: unknown): string => JSON.stringify(message);
const resultLine = (change: object): string => lineOf({ kind: 'result', result: { ...RESULT, ...change } });
const whyOf = (line: string): string => {
  const read = readMessage(line);
  return 'why' in read ? read.why : '';
};

describe('a message of the generator', () => {
  it.each(MESSAGES)('of the kind $kind comes as it was', (message) => {
    expect(readMessage(lineOf(message))).toEqual({ message });
  });

  it.each<[what: string, line: string, why: RegExp]>([
    ['a stray line', 'Debugger attached.', /no JSON/u],
    ['half a line', lineOf(MESSAGES[0]).slice(0, 50), /no JSON/u],
    ['null', 'null', /expected object/u],
    ['a kind that there is not', '{"kind":"sum"}', /kind/u],
    ['a field too many', lineOf({ ...MESSAGES[2], more: 1 }), /more/u],
    ['a result without counts', resultLine({ counts: undefined }), /result\.counts/u],
    ['a time that is not finite', resultLine({ elapsed: Number.NaN }), /result\.elapsed/u],
    ['no process', lineOf({ kind: 'ready', generatorPids: [] }), /generatorPids/u],
    ['the group of all processes', lineOf({ kind: 'ready', generatorPids: [-1] }), /generatorPids/u],
    ['lists in lists', `{"kind":"failed","message":${'['.repeat(100_000)}`, /64 levels/u],
    [
      'a bomb',
      resultLine({ latency: { ...RESULT.latency, encoded: bombOf(2 ** 24) } }),
      /cannot be decoded/u,
    ],
    ['a day for a time', resultLine({ startedAt: 'yesterday' }), /startedAt/u],
  ])('S29: is refused in words: %s', (_, line, why) => {
    expect(whyOf(line)).toMatch(why);
    expect(whyOf(line).length).toBeLessThan(1_500);
  });

  it.each<[what: string, change: Partial<LoadResult>]>([
    ['a request without a place', { counts: { ...RESULT.counts, sent: RESULT.counts.sent + 1 } }],
    ['one counted twice', { counts: { ...RESULT.counts, ok: RESULT.counts.ok + 1 } }],
    ['named requests that come to less', { requests: RESULT.requests.slice(1) }],
    ['more answers than requests', { statuses: [{ status: 200, count: RESULT.counts.sent + 9 }] }],
    ['more latencies than requests', { requests: [], counts: { ...RESULT.counts, sent: 5, ok: 0 } }],
  ])('S29: is refused where counts do not add up: %s', (_, change) => {
    expect(whyOf(resultLine(change))).toMatch(/counts|statuses|latency/u);
  });
});

/** A generator's output with somebody who waits for a result. */
function listening() {
  const output = new PassThrough();
  const exit = Promise.withResolvers<Exit>();
  const waiting = takeMessages(output, { exited: exit.promise, drained: Promise.resolve() }, ['a complaint']);
  const next = (scenario = RESULT.scenario): Promise<LoadResult> =>
    new Promise((resolve, reject) => {
      const nothing = (): void => undefined;
      waiting.next({ scenario, onProgress: nothing, onReady: nothing, onNotice: nothing, resolve, reject });
    });
  return { say: (...lines: readonly string[]) => output.write(`${lines.join('\n')}\n`), output, next, exit };
}

const told = (lines: readonly string[]): unknown =>
  expect.objectContaining({ detail: expect.objectContaining({ code: 'generator-unreadable', lines }) });
const RESULT_LINE = resultLine({});

describe('what the generator says', () => {
  it('is the result of the job that waits, and of the next one', async () => {
    const { say, next } = listening();
    for (const _ of [1, 2]) {
      const result = next();
      say(...MESSAGES.filter(({ kind }) => kind === 'progress').map(lineOf), RESULT_LINE);
      expect(await result).toEqual(RESULT);
    }
  });

  it('S29: after a stray line is not believed', async () => {
    const { say, next } = listening();
    const result = next();
    say('<html>', RESULT_LINE);
    await expect(result).rejects.toEqual(told(['it is no JSON', '<html>']));
    await expect(next()).rejects.toBeInstanceOf(Failure);
  });

  it('S29: of another scenario, or twice, is no result', async () => {
    const other = listening();
    const result = other.next('another');
    other.say(RESULT_LINE);
    await expect(result).rejects.toEqual(
      told([expect.stringContaining('another scenario'), RESULT_LINE.slice(0, 300)] as readonly string[]),
    );
    const twice = listening();
    const first = twice.next();
    twice.say(RESULT_LINE, RESULT_LINE);
    await first;
    await turn();
    await expect(twice.next()).rejects.toEqual(
      told([expect.stringContaining('nobody waits'), RESULT_LINE.slice(0, 300)] as readonly string[]),
    );
  });

  it.each<GeneratorMessage['kind']>(['failed', 'given-up'])(
    'is a failure where it says so: %s',
    async (kind) => {
      const { say, next } = listening();
      const result = next();
      say(...MESSAGES.filter((message) => message.kind === kind).map(lineOf));
      await expect(result).rejects.toHaveProperty('detail.lines.length');
    },
  );

  it('is told with its end when it crashes in the middle of a line', async () => {
    const { output, next, exit } = listening();
    const result = next();
    output.write(RESULT_LINE.slice(0, -20));
    exit.resolve({ code: null, signal: 'SIGSEGV' });
    await expect(result).rejects.toHaveProperty('detail.lines', [
      'It ended with SIGSEGV before its result.',
      'a complaint',
    ]);
  });
});

test('S26: a line that does not end is refused when it is too long, and lines come whole however they are cut', async () => {
  const lines: string[] = [];
  const refusals: string[] = [];
  const stream = new PassThrough();
  const ended = new Promise((resolve) => stream.on('end', resolve));
  readWholeLines(
    stream,
    (line) => lines.push(line),
    (why) => refusals.push(why),
    10,
  );
  for (const byte of Buffer.from('é😀\n\nab\n0123456789')) stream.write(Buffer.from([byte]));
  stream.write('\nlast\n01234567890\nnever\n');
  stream.end();
  await ended;
  expect([lines, refusals]).toEqual([
    ['é😀', 'ab', '0123456789', 'last'],
    ['a line of it has more than 10 characters'],
  ]);
});
