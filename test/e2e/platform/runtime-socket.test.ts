/** The socket of Node.js processes, with guests that keep to the rules and guests that do not. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRuntimeSocket, type RuntimeSocket } from '../../../src/platform/runtime-socket.ts';
import { until } from '../../services/worlds.ts';

let temporary: string;
let channel: RuntimeSocket;
const guests: Guest[] = [];

beforeEach(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'lg-'));
  const opened = await openRuntimeSocket({ temporary });
  if (opened === null) throw new Error('no socket');
  channel = opened;
});
afterEach(async () => {
  for (const { socket } of guests.splice(0)) socket.destroy();
  await channel[Symbol.asyncDispose]();
  rmSync(temporary, { recursive: true });
});

interface Guest {
  readonly socket: Socket;
  /** Lines that it was told. */
  readonly heard: string[];
  closed: boolean;
}

const sums = { time: 10, busy: 5, delayP50: 0, delayP99: 0, delayMax: 0, paused: 0, pauseMax: 0 };
const wordsOf = (pid: number, changes: object = {}): object => ({
  pid,
  version: 'v24.0.0',
  ...sums,
  minor: 0,
  major: 0,
  firstLive: null,
  lastLive: null,
  ...changes,
});

/** Connects; says these things at once, and answers each question with what `answer` makes of its number. */
function visit(words: readonly string[], answer: (line: string) => string | null = () => null): Guest {
  const guest: Guest = { socket: connect(channel.path), heard: [], closed: false };
  guests.push(guest);
  guest.socket.setEncoding('utf8');
  guest.socket.on('error', () => undefined);
  guest.socket.on('close', () => {
    guest.closed = true;
  });
  guest.socket.on('data', (chunk: string) => {
    for (const line of chunk.trimEnd().split('\n')) {
      guest.heard.push(line);
      const said = answer(line);
      if (said !== null) guest.socket.write(said);
    }
  });
  for (const each of words) guest.socket.write(each);
  return guest;
}

const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;
const hello = (pid: number): string => lineOf({ to: 0, ...wordsOf(pid) });
const polite = (pid: number) => (line: string) => lineOf({ to: Number(line.split(' ')[1]), ...wordsOf(pid) });

/** A guest that the channel knows: it is told to begin. */
async function settled(guest: Guest): Promise<Guest> {
  await channel.begin(true);
  await until(() => guest.heard.length > 0, 'the first question');
  expect(guest.heard[0]).toMatch(/^anew \d+$/);
  return guest;
}

describe('a socket for processes', () => {
  it('asks everybody, those that come later included', async () => {
    await settled(visit([hello(7)], polite(7)));
    await channel.begin(true);
    const later = visit([hello(8)], polite(8));
    await until(() => later.heard.length > 0, 'a word for the second');
    const { answers, silent } = await channel.end();
    expect(silent).toEqual([]);
    expect(answers.map(({ pid }) => pid).toSorted((a, b) => a - b)).toEqual([7, 8]);
    expect(new Set(answers.map(({ process }) => process)).size).toBe(2);
    expect(answers[0]).toMatchObject({ version: 'v24.0.0', time: 10, busy: 5, firstLive: null });
  });

  it('tells of those that hang up or keep silent, and waits for silence once', async () => {
    const mute = await settled(
      visit([hello(7)], (line) => (line.startsWith('read') ? null : polite(7)(line))),
    );
    const brief = await settled(
      visit([hello(8)], (line) => (line.startsWith('read') ? null : polite(8)(line))),
    );
    await channel.begin(true);
    brief.socket.destroy();
    const first = await channel.end();
    expect(first.answers).toEqual([]);
    expect(first.silent.map(({ pid }) => pid).toSorted((a, b) => a - b)).toEqual([7, 8]);
    const started = performance.now();
    for (let turn = 0; turn < 5; turn += 1) {
      await channel.begin(false);
      expect((await channel.end()).silent.map(({ pid }) => pid)).toEqual([7]);
    }
    expect(performance.now() - started).toBeLessThan(5 * 1_900);
    expect(mute.closed).toBe(false);
  });

  it('takes a late answer as a sign of life', async () => {
    let owed: string | null = null;
    const guest = visit([hello(7)], (line) => {
      if (line.startsWith('read') && owed === null) {
        owed = polite(7)(line);
        return null;
      }
      return polite(7)(line);
    });
    await settled(guest);
    expect((await channel.end()).silent).toHaveLength(1);
    guest.socket.write(owed ?? '');
    // It is waited for again once its answer has come.
    let heard: readonly number[] = [];
    for (let turn = 0; turn < 50 && heard.length === 0; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await channel.begin(false);
      heard = (await channel.end()).answers.map(({ pid }) => pid);
    }
    expect(heard).toEqual([7]);
  });

  const readings: readonly (readonly [string, string])[] = [
    ['no JSON', 'GET / HTTP/1.1\r\n'],
    ['another shape', lineOf({ to: 0, pid: 7 })],
    ['a key too much', lineOf({ to: 0, ...wordsOf(7, { admin: true }) })],
    ['a negative number', lineOf({ to: 0, ...wordsOf(7, { busy: -1 }) })],
    ['a number beyond all times', lineOf({ to: 0, ...wordsOf(7, { busy: 1e300 }) })],
    ['a number that is none', hello(7).replace('"busy":5', '"busy":1e999')],
    ['a version with a command in it', lineOf({ to: 0, ...wordsOf(7, { version: 'v1.1.1\n::error::' }) })],
    ['an answer to nothing', lineOf({ to: 12_345, ...wordsOf(7) })],
    ['the same answer twice', hello(7).repeat(2)],
    ['a megabyte without an end', 'x'.repeat(1_000_000)],
    ['a megabyte of blanks in an answer', hello(7).replace('}', `${' '.repeat(1_000_000)}}`)],
  ];
  it.each(readings)('hangs up on %s', async (_, text) => {
    const rude = visit([text]);
    const guest = await settled(visit([hello(9)], polite(9)));
    await until(() => rude.closed, 'the end of the line');
    await channel.begin(true);
    expect((await channel.end()).answers.map(({ pid }) => pid)).toEqual([9]);
    expect(guest.closed).toBe(false);
  });

  it('hangs up on somebody who is asked a hundred questions and answers none', async () => {
    const mute = await settled(
      visit([hello(7)], (line) => (line.startsWith('read') ? null : polite(7)(line))),
    );
    for (let turn = 0; turn < 110 && !mute.closed; turn += 1) {
      await channel.begin(false);
      await channel.end();
    }
    await until(() => mute.closed, 'the end of the line');
    expect(mute.heard.filter((line) => line.startsWith('read')).length).toBeGreaterThan(10);
  });

  it('takes two hundred at once and no more', async () => {
    const crowd = Array.from({ length: 230 }, () => visit([]));
    await until(() => crowd.filter(({ closed }) => closed).length >= 30, 'refusals');
    expect(crowd.filter(({ closed }) => closed)).toHaveLength(30);
  });

  it('leaves nothing behind', async () => {
    const guest = await settled(visit([hello(7)], polite(7)));
    expect(existsSync(channel.path)).toBe(true);
    await channel[Symbol.asyncDispose]();
    await until(() => guest.closed, 'the end of the line');
    expect(existsSync(channel.path)).toBe(false);
    await channel.begin(true);
    expect(await channel.end()).toEqual({ answers: [], silent: [] });
  });

  it('is not opened where its path is too long for a socket, or its folder is none', async () => {
    expect(await openRuntimeSocket({ temporary: join(temporary, 'x'.repeat(90)) })).toBeNull();
    expect(await openRuntimeSocket({ temporary: join(temporary, 'none') })).toBeNull();
  });
});
