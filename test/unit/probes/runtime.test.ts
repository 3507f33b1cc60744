/** The probe of Node.js processes, on a channel whose answers are given. */
import { describe, expect, it } from 'vitest';
import type { RuntimeAnswer, RuntimeChannel, SilentProcess } from '../../../src/platform/runtime-socket.ts';
import { openRuntime } from '../../../src/probes/runtime.ts';
import { recordTree } from './recorded-tree.ts';

const answerOf = (process: number, changes: Partial<RuntimeAnswer> = {}): RuntimeAnswer => ({
  process,
  pid: 100 + process,
  version: 'v24.0.0',
  time: 2_000,
  busy: 500,
  delayP50: 0.1,
  delayP99: 4,
  delayMax: 9,
  paused: 100,
  pauseMax: 12,
  minor: 30,
  major: 2,
  firstLive: 5_000,
  lastLive: 6_000,
  ...changes,
});

interface Turn {
  readonly answers?: readonly RuntimeAnswer[];
  readonly silent?: readonly SilentProcess[];
}

/** A channel that gives these readings, one after the other, and keeps what it was asked. */
function channelOf(...turns: readonly Turn[]): {
  readonly channel: RuntimeChannel;
  readonly asked: unknown[];
} {
  const asked: unknown[] = [];
  const left = [...turns];
  const channel: RuntimeChannel = {
    begin(anew) {
      asked.push({ anew });
      return Promise.resolve();
    },
    end() {
      asked.push('end');
      const { answers = [], silent = [] } = left.shift() ?? {};
      return Promise.resolve({ answers, silent });
    },
  };
  return { channel, asked };
}

/** What the probe reads after these turns. */
async function readAfter(turns: readonly Turn[], pids: readonly number[] = [], root?: string) {
  const { channel, asked } = channelOf(...turns);
  const part = openRuntime({ pids: () => pids, runtime: channel }, root);
  for (const _ of turns) {
    await part.begin();
    await part.end();
  }
  return { ...part.read(), asked };
}

describe('openRuntime', () => {
  it('makes shares of what a process measured, and keeps the rest', async () => {
    const { runtimes, unread } = await readAfter([{ answers: [answerOf(1)] }]);
    expect(unread).toEqual([]);
    expect(runtimes).toEqual([
      {
        pid: 101,
        version: 'v24.0.0',
        eventLoop: 0.25,
        delayP50: 0.1,
        delayP99: 4,
        delayMax: 9,
        collection: 0.05,
        collectionMax: 12,
        minorCollections: 30,
        majorCollections: 2,
        live: { from: 5_000, to: 6_000 },
      },
    ]);
  });

  it('has processes forget what was before it, once, and takes the last of their sums', async () => {
    const { runtimes, asked } = await readAfter([
      { answers: [answerOf(1)] },
      { answers: [answerOf(1, { time: 4_000, busy: 3_000 })] },
    ]);
    expect(asked).toEqual([{ anew: true }, 'end', { anew: false }, 'end']);
    expect(runtimes.map(({ eventLoop }) => eventLoop)).toEqual([0.75]);
  });

  it('names the busiest first, and no more than fifty', async () => {
    const answers = Array.from({ length: 60 }, (_, index) => answerOf(index, { busy: index }));
    const { runtimes } = await readAfter([{ answers }]);
    expect(runtimes).toHaveLength(50);
    expect(runtimes.slice(0, 2).map(({ pid }) => pid)).toEqual([159, 158]);
  });

  it('has no live memory from one collection, and no share above one or of no time', async () => {
    const { runtimes } = await readAfter([
      {
        answers: [
          answerOf(1, { major: 1, busy: 2_001 }),
          answerOf(2, { time: 0, busy: 0, paused: 0, major: 0, firstLive: null, lastLive: null }),
        ],
      },
    ]);
    expect(runtimes.map(({ live }) => live)).toEqual([null, null]);
    expect(runtimes.map(({ eventLoop }) => eventLoop)).toEqual([1, 0]);
  });

  it('tells of a process that was lost, with its last numbers, until it is heard again', async () => {
    const turn = { answers: [answerOf(1), answerOf(2)] };
    const silence = { answers: [answerOf(1)], silent: [{ process: 2, pid: 102 }] };
    const lost = await readAfter([turn, silence]);
    expect(lost.runtimes).toHaveLength(2);
    expect(lost.unread).toEqual([
      {
        name: null,
        probe: 'runtime',
        part: 'lost',
        reason: 'Process 102 on Node.js ended, or did not answer in time; 2 did.',
        remedy: null,
        said: expect.anything(),
      },
    ]);
    expect((await readAfter([turn, silence, turn])).unread).toEqual([]);
  });

  it('names a few of many that were lost', async () => {
    const silent = [1, 2, 3, 4, 5].map((process) => ({ process, pid: 100 + process }));
    const { unread } = await readAfter([{ silent }]);
    expect(unread.map(({ reason }) => reason)).toEqual([
      'Processes 101, 102, 103 and 2 more on Node.js ended, or did not answer in time.',
    ]);
  });

  it('tells of processes on Node.js that nobody could ask, and of no others', async () => {
    using tree = recordTree({
      'proc/7/cmdline': '/bin/sh\0-c\0node server.js\0',
      'proc/8/cmdline': '/opt/node/bin/node\0server.js\0',
      'proc/9/cmdline': 'python3\0node\0',
    });
    const { unread } = await readAfter([{}], [7, 8, 9, 10], tree.root);
    expect(unread).toEqual([
      {
        name: null,
        probe: 'runtime',
        part: 'all',
        reason: 'Process 8 on Node.js cannot be observed.',
        remedy: expect.stringContaining('NODE_OPTIONS'),
        said: expect.anything(),
      },
    ]);
    expect((await readAfter([{}], [7, 9], tree.root)).unread).toEqual([]);
    expect((await readAfter([{ answers: [answerOf(1)] }], [8], tree.root)).unread).toEqual([]);
  });

  it('says nothing of a service that is not observed', async () => {
    using tree = recordTree({ 'proc/8/cmdline': 'node\0server.js\0' });
    const part = openRuntime({ pids: () => [8], runtime: null }, tree.root);
    await part.begin();
    await part.end();
    expect(part.read()).toEqual({ runtimes: [], unread: [] });
  });

  it('asks nobody for the end of what was not begun', async () => {
    const { channel, asked } = channelOf();
    const part = openRuntime({ pids: () => [], runtime: channel });
    await part.end();
    await part.begin();
    await part.end();
    await part.end();
    expect(asked).toEqual([{ anew: true }, 'end']);
  });
});
