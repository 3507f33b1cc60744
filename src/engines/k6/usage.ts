/** What k6 used of the machine while it was measured, by looks at its process. */
import type { GeneratorReading } from '../../domain/measurement.ts';
import { bytes, millis, ratio } from '../../domain/units.ts';
import { readKernelFile } from '../../platform/kernel-files.ts';

/** A look. Moments are milliseconds of any clock that does not go back. */
interface Look {
  readonly at: number;
  readonly ticks: number;
  readonly memory: number;
}

/** The looks of one run. */
export interface Usage {
  /** Looks at the process; nothing is to be seen of one that is gone. */
  look(pid: number | null, at: number): void;
  /**
   * Looks from one moment to another. k6 uses every core that there is, so that its CPU time is over that of all `cores`: 1 is a machine that does nothing else.
   */
  read(from: number, to: number, cores: number): GeneratorReading;
}

/** Of proc(5). */
const TICKS_A_SECOND = 100;
const PAGE = 4_096;
/** Some hours of looks. */
const LOOKS_MAX = 100_000;

/** Opens it; `root` stands for `/`. */
export function openUsage(root = '/'): Usage {
  const looks: Look[] = [];
  return {
    look(pid, at) {
      const text = pid === null ? null : readKernelFile(root, `proc/${pid}/stat`);
      // Fields after the name, which is in parentheses: utime is the 14th of all, stime the 15th, rss the 24th.
      const fields =
        text
          ?.slice(text.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number) ?? [];
      const ticks = (fields[11] ?? Number.NaN) + (fields[12] ?? Number.NaN);
      const memory = PAGE * (fields[21] ?? Number.NaN);
      if (Number.isFinite(ticks + memory) && looks.length < LOOKS_MAX) looks.push({ at, ticks, memory });
    },
    read(from, to, cores) {
      const seen = looks.filter(({ at }) => at >= from && at <= to);
      const [first, last] = [seen[0], seen.at(-1)];
      const seconds = Math.max(0.1, ((last?.at ?? 0) - (first?.at ?? 0)) / 1_000);
      const cpu = ((last?.ticks ?? 0) - (first?.ticks ?? 0)) / TICKS_A_SECOND / seconds / cores;
      return {
        cpu: ratio(Math.max(0, cpu)),
        // Go has no event loop; what k6 has of the cores is how busy it is.
        eventLoop: ratio(Math.min(1, Math.max(0, cpu))),
        eventLoopDelayP99: millis(0),
        runQueueDelay: null,
        memory: bytes(Math.max(0, ...seen.map(({ memory }) => memory))),
      };
    },
  };
}
