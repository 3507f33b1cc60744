/** How much of the machine went to others from lap to lap: to processes that are not part of the measurement, and to other machines of the same host. */
import { type Nanos, toSeconds, millis } from '../domain/units.ts';
import { type CoreCounters, readCores } from './kernel-counters.ts';
import { TICKS_A_SECOND } from './process-tree.ts';

/** A watch over everything else. */
export interface OutsideWatch {
  /**
   * Cores (1 is one full core) that others used since the last lap, `own` being the CPU time of the measurement's own processes in that time, without the gate's;
   * null where the kernel does not tell. Whole clock ticks of 10 ms: of a lap of 250 ms it knows 4 % of a core.
   */
  lap(own: Nanos): number | null;
}

/** Opens a watch; its first lap begins now. `root` stands for `/`. */
export function openOutsideWatch(root = '/', now: () => number = () => performance.now()): OutsideWatch {
  let last = readCores(root, now());
  return {
    lap(own) {
      const current = readCores(root, now());
      const others = last === null || current === null ? null : othersBetween(last, current, own);
      last = current;
      return others;
    },
  };
}

function othersBetween(before: CoreCounters, now: CoreCounters, own: Nanos): number {
  const elapsed = Math.max(toSeconds(millis(now.at - before.at)), 1e-6);
  const used = (now.busy + now.stolen - before.busy - before.stolen) / TICKS_A_SECOND;
  return Math.max(0, (used - own / 1e9 - (now.gate - before.gate)) / elapsed);
}
