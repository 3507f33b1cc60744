/** Processes of the service that run on Node.js: event loop and garbage collection, as they tell it themselves. */
import { unwatched } from '../domain/resources.ts';
import { type Phrase, phrase } from '../domain/phrase.ts';
import { basename } from 'node:path';
import type { RuntimeReading, Unread } from '../domain/resources.ts';
import { bytes, millis, ratio } from '../domain/units.ts';
import { readKernelFile } from '../platform/kernel-files.ts';
import type { RuntimeAnswer } from '../platform/runtime-socket.ts';
import type { Part, Watched } from './part.ts';

/** What they told, and who did not. */
export interface RuntimesReading {
  /** The busiest first; at most 50. */
  readonly runtimes: readonly RuntimeReading[];
  readonly unread: readonly Unread[];
}

const RUNTIMES_MAX = 50;
const NAMED_MAX = 3;

/**
 * Opens the probe on one build. Each process adds up all stretches itself, so that its quantiles are those of all its delays. `root` stands for `/`:
 * where nobody told anything, the processes there show whether somebody should have.
 */
export function openRuntime(
  { runtime, pids }: Pick<Watched, 'runtime' | 'pids'>,
  root = '/',
): Part<RuntimesReading> {
  const told = new Map<number, RuntimeAnswer>();
  const silent = new Map<number, number>();
  let state: 'new' | 'begun' | 'ended' = 'new';
  return {
    async begin() {
      const anew = state === 'new';
      state = 'begun';
      await runtime?.begin(anew);
    },
    async end() {
      if (runtime === null || state !== 'begun') return;
      state = 'ended';
      const heard = await runtime.end();
      for (const { process, pid } of heard.silent) silent.set(process, pid);
      for (const answer of heard.answers) {
        told.set(answer.process, answer);
        silent.delete(answer.process);
      }
    },
    read() {
      const answers = [...told.values()].toSorted((left, right) => right.busy - left.busy);
      const runtimes = answers.slice(0, RUNTIMES_MAX).map(readingOf);
      if (silent.size > 0) return { runtimes, unread: [lost([...silent.values()], told.size)] };
      const deaf = runtime === null || told.size > 0 ? [] : pids().filter((pid) => runsOnNode(root, pid));
      return { runtimes, unread: deaf.length === 0 ? [] : [unasked(deaf)] };
    },
  };
}

function readingOf(answer: RuntimeAnswer): RuntimeReading {
  const { pid, version, time, busy, delayP50, delayP99, delayMax, paused, pauseMax } = answer;
  const { minor, major, firstLive, lastLive } = answer;
  const share = (part: number) => ratio(time > 0 ? Math.min(1, part / time) : 0);
  const live =
    major < 2 || firstLive === null || lastLive === null
      ? null
      : { from: bytes(firstLive), to: bytes(lastLive) };
  return {
    pid,
    version,
    eventLoop: share(busy),
    delayP50: millis(delayP50),
    delayP99: millis(delayP99),
    delayMax: millis(delayMax),
    collection: share(paused),
    collectionMax: millis(pauseMax),
    minorCollections: minor,
    majorCollections: major,
    live,
  };
}

/** The kernel's word for the program of a process: `/proc/<pid>/cmdline` begins with its name. */
function runsOnNode(root: string, pid: number): boolean {
  const program = readKernelFile(root, `proc/${pid}/cmdline`)?.split('\0')[0] ?? '';
  return /^(?:node|nodejs)$/.test(basename(program));
}

const lost = (pids: readonly number[], told: number): Unread => ({
  name: null,
  probe: 'runtime',
  part: 'lost',
  ...unwatched(
    told > 0
      ? phrase('runtime-lost-some', { processes: named(pids), told })
      : phrase('runtime-lost', { processes: named(pids) }),
    null,
  ),
});

const unasked = (pids: readonly number[]): Unread => ({
  name: null,
  probe: 'runtime',
  part: 'all',
  ...unwatched(phrase('runtime-unobserved', { processes: named(pids) }), phrase('runtime-remedy')),
});

/** `process 12`, `processes 12, 13, 14 and 2 more` */
function named(pids: readonly number[]): Phrase {
  const shown = pids.slice(0, NAMED_MAX).join(', ');
  if (pids.length > NAMED_MAX)
    return phrase('processes-and-more', { pids: shown, more: pids.length - NAMED_MAX });
  return phrase(pids.length === 1 ? 'process' : 'processes', { pids: shown });
}
