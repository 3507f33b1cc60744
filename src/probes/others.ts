/** Which programs beside the measurement used the cores, from one look at everything that runs at its start and one at its end. */
import type { HostReading } from '../domain/measurement.ts';
import { listKernelFolder } from '../platform/kernel-files.ts';
import { type ProcessTimes, readTimes, TICKS_A_SECOND } from './process-tree.ts';

/** Everything that runs, threads of the kernel left out, by what identifies a process. */
export type Everybody = ReadonlyMap<string, ProcessTimes>;

/** Fewer cores than this are a machine at rest. */
const LEAST = 0.01;
const MOST_TOLD = 3;
/** So many processes are looked at; a machine that runs more is not told apart to its end. */
const MOST_PROCESSES = 5_000;

/** Looks at everybody; nobody where there is no `/proc`. */
export function lookAtEverybody(root: string): Everybody {
  const all = listKernelFolder(root, 'proc')
    .filter((name) => /^\d+$/.test(name))
    .slice(0, MOST_PROCESSES)
    .map((pid) => readTimes(root, Number(pid)))
    .filter((times) => times !== null)
    .filter(({ kernel }) => !kernel);
  return new Map(all.map((times) => [`${times.pid} ${times.startTime}`, times]));
}

/**
 * Programs by name, in cores over `seconds`, the busiest first: at most 3, none below 0.01. `own` are the processes of the measurement. What somebody's
 * children used that ended meanwhile is told under the parent's name.
 */
export function othersBetween(
  before: Everybody,
  now: Everybody,
  own: ReadonlySet<number>,
  seconds: number,
): HostReading['others'] {
  const byName = new Map<string, number>();
  const add = (name: string, ticks: number): void => void byName.set(name, (byName.get(name) ?? 0) + ticks);
  const ended = endedByParent(before, now);
  for (const [key, times] of now) {
    if (own.has(times.pid)) continue;
    add(programOf(times), usedBetween(before.get(key), times, ended.get(times.pid) ?? 0));
  }
  return [...byName]
    .map(([name, ticks]) => ({ name, cores: ticks / TICKS_A_SECOND / seconds }))
    .filter(({ cores }) => cores >= LEAST)
    .toSorted((left, right) => right.cores - left.cores)
    .slice(0, MOST_TOLD);
}

/** Node.js names its main thread, and with it the process, after what the thread is. */
const programOf = ({ name }: ProcessTimes): string => (/^(?:node-)?MainThread$/.test(name) ? 'node' : name);

/** Ticks; a process that was not there before was born since. */
function usedBetween(before: ProcessTimes | undefined, now: ProcessTimes, ended: number): number {
  const reaped = now.reaped - (before?.reaped ?? 0);
  return now.own - (before?.own ?? 0) + Math.max(0, reaped - ended);
}

/** What had been seen before of children that ended since: the time for children of whoever waited for them now holds it, the nearest ancestor that lives. */
function endedByParent(before: Everybody, now: Everybody): ReadonlyMap<number, number> {
  const ticks = new Map<number, number>();
  const ended = new Map([...before].filter(([key]) => !now.has(key)).map(([, times]) => [times.pid, times]));
  for (const { parent, own, reaped } of ended.values()) {
    let heir = parent;
    // Bounded by their number: numbers that were given out again could make a circle.
    for (let step = 0; step < ended.size; step += 1) heir = ended.get(heir)?.parent ?? heir;
    ticks.set(heir, (ticks.get(heir) ?? 0) + own + reaped);
  }
  return ticks;
}
