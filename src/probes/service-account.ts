/** Adds up what a tree of processes used, from looks at it; what it used between an end and the next begin does not count. */
import { type Millis, millis } from '../domain/units.ts';
import { type ProcessTime, usedBetween, usedBy } from './cpu-time.ts';
import type { ProcessLook, Switches, Traffic, TreeLook } from './tree-looks.ts';

/** What it came to so far. Times in nanoseconds, memory in bytes. */
export interface ServiceSums {
  readonly watched: Millis;
  readonly used: number;
  /** Of each process that lives, by what identifies it. */
  readonly byProcess: ReadonlyMap<string, number>;
  /** Of each thread that lives; empty where the scheduler does not count. */
  readonly byThread: ReadonlyMap<string, number>;
  /** Of the busiest thread that has ended. */
  readonly busiestEnded: number;
  /** Time that threads were ready and had no core; null where the scheduler does not count. */
  readonly delay: number | null;
  readonly io: Traffic | null;
  readonly switches: Switches | null;
  /** Most in one look. */
  readonly processes: number;
  readonly threads: number;
  readonly memory: number;
}

/** Nothing yet. */
export const NO_SUMS: ServiceSums = {
  watched: millis(0),
  used: 0,
  byProcess: new Map(),
  byThread: new Map(),
  busiestEnded: 0,
  delay: null,
  io: null,
  switches: null,
  processes: 0,
  threads: 0,
  memory: 0,
};

/** The sums with the most of this look. */
export function withMost(sums: ServiceSums, { times, processes }: TreeLook): ServiceSums {
  return {
    ...sums,
    processes: Math.max(sums.processes, times.size),
    threads: Math.max(sums.threads, total([...times.values()].map(({ size }) => size))),
    memory: Math.max(sums.memory, total([...processes.values()].map(({ memory }) => memory))),
  };
}

/** The sums with what was used between two looks. They do not fall when processes or threads end: what was seen of those stays. */
export function withStep(sums: ServiceSums, before: TreeLook, now: TreeLook): ServiceSums {
  const threads = threadsBetween(before, now);
  const byThread = addTo(sums.byThread, new Map([...threads].map(([thread, { used }]) => [thread, used])));
  const ended = [...sums.byThread].filter(([thread]) => !byThread.has(thread)).map(([, used]) => used);
  const delay = threads.size === 0 ? null : total([...threads.values()].map((thread) => thread.delay));
  return withMost(
    {
      ...sums,
      watched: millis(sums.watched + now.at - before.at),
      used: sums.used + usedBetween(before.times, now.times),
      byProcess: addTo(sums.byProcess, usedByProcess(before, now)),
      byThread,
      busiestEnded: ended.reduce((most, used) => Math.max(most, used), sums.busiestEnded),
      delay: plus(sums.delay, delay),
      io: plusTraffic(sums.io, trafficBetween(before, now)),
      switches: plusSwitches(sums.switches, switchesBetween(before, now)),
    },
    now,
  );
}

/** Bytes that a tree caused to be moved between two looks; null where no process says. What an ended child moved is in its parent's numbers from then on. */
export function trafficBetween(before: TreeLook, now: TreeLook): Traffic | null {
  const living = both(before, now, ({ io }) => io, { read: 0, written: 0 });
  if (living.length === 0) return null;
  const ended = [...before.processes].filter(([key]) => !now.processes.has(key)).map(([, { io }]) => io);
  const moved = (of: (traffic: Traffic) => number): number =>
    total(living.map(([earlier, later]) => of(later) - of(earlier))) -
    total(ended.map((io) => (io === null ? 0 : of(io))));
  return {
    read: Math.max(
      0,
      moved(({ read }) => read),
    ),
    written: Math.max(
      0,
      moved(({ written }) => written),
    ),
  };
}

/** Ended threads take their switches with them. */
function switchesBetween(before: TreeLook, now: TreeLook): Switches | null {
  const living = both(before, now, ({ switches }) => switches, { voluntary: 0, involuntary: 0 });
  if (living.length === 0) return null;
  const more = (of: (switches: Switches) => number): number =>
    total(living.map(([earlier, later]) => Math.max(0, of(later) - of(earlier))));
  return {
    voluntary: more(({ voluntary }) => voluntary),
    involuntary: more(({ involuntary }) => involuntary),
  };
}

/** What each process said earlier and later; one that was born since began with `nothing`. Those that say nothing are left out. */
function both<Said>(
  before: TreeLook,
  now: TreeLook,
  said: (look: ProcessLook) => Said | null,
  nothing: Said,
): readonly (readonly [Said, Said])[] {
  return [...now.processes].flatMap(([key, process]) => {
    const known = before.processes.get(key);
    const earlier = known === undefined ? nothing : said(known);
    const later = said(process);
    return earlier === null || later === null ? [] : [[earlier, later] as const];
  });
}

function usedByProcess(before: TreeLook, now: TreeLook): ReadonlyMap<string, number> {
  return new Map(
    [...now.times].map(([key, process]) => [key, Math.max(0, usedBy(process, before.times.get(key)))]),
  );
}

type ThreadUse = { readonly used: number; readonly delay: number };

function threadsBetween(before: TreeLook, now: TreeLook): ReadonlyMap<string, ThreadUse> {
  return new Map([...now.times].flatMap(([key, process]) => threadsOf(key, process, before.times.get(key))));
}

function threadsOf(
  key: string,
  now: ProcessTime,
  before: ProcessTime | undefined,
): readonly (readonly [string, ThreadUse])[] {
  // Threads that were not read before do not tell what they used since.
  if (before?.threads.size === 0) return [];
  return [...now.threads].map(([thread, { used, delay }]) => {
    const earlier = before?.threads.get(thread);
    const since = {
      used: Math.max(0, used - (earlier?.used ?? 0)),
      delay: Math.max(0, delay - (earlier?.delay ?? 0)),
    };
    return [`${key} ${thread}`, since] as const;
  });
}

/** Adds to those that live; those that have ended go. */
function addTo(
  sums: ReadonlyMap<string, number>,
  more: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map([...more].map(([key, value]) => [key, (sums.get(key) ?? 0) + value]));
}

const plus = (sum: number | null, more: number | null): number | null =>
  more === null ? sum : (sum ?? 0) + more;

/** Adds traffic; null is nothing known. */
export const plusTraffic = (sum: Traffic | null, more: Traffic | null): Traffic | null =>
  more === null ? sum : { read: (sum?.read ?? 0) + more.read, written: (sum?.written ?? 0) + more.written };

const plusSwitches = (sum: Switches | null, more: Switches | null): Switches | null =>
  more === null
    ? sum
    : {
        voluntary: (sum?.voluntary ?? 0) + more.voluntary,
        involuntary: (sum?.involuntary ?? 0) + more.involuntary,
      };

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
