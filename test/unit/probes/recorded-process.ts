/** Files of processes as `/proc` has them, for recorded trees. */

/** What is told of one thread: nanoseconds and counts since its start. */
export interface RecordedThread {
  readonly used: number;
  readonly delay?: number;
  readonly slices?: number;
  readonly voluntary?: number;
  readonly involuntary?: number;
  readonly state?: string;
}

/** What is told of one process. */
export interface RecordedProcess {
  readonly name?: string;
  readonly parent?: number;
  /** Clock ticks. */
  readonly ticks?: number;
  readonly reaped?: number;
  readonly start?: number;
  readonly flags?: number;
  /** Kilobytes. */
  readonly resident?: number;
  readonly anonymous?: number;
  readonly share?: number;
  readonly threads?: Readonly<Record<string, RecordedThread>>;
  /** Bytes read, written, and of those never written after all. */
  readonly io?: readonly [number, number, number];
  /** Open files and their limit. */
  readonly files?: readonly [number, number | 'unlimited'];
}

/** The files of one process. */
export function processFiles(pid: number, told: RecordedProcess): Record<string, string> {
  const { threads = {}, io, files, resident = 1_000, share } = told;
  const folder = `proc/${pid}`;
  return {
    [`${folder}/stat`]: statOf(pid, told),
    [`${folder}/status`]: `Name:\tx\nVmRSS:\t${resident} kB\nRssAnon:\t${told.anonymous ?? resident} kB\nVmSwap:\t0 kB\n`,
    ...(io && {
      [`${folder}/io`]: `rchar: 9\nwchar: 9\nsyscr: 1\nsyscw: 1\nread_bytes: ${io[0]}\nwrite_bytes: ${io[1]}\ncancelled_write_bytes: ${io[2]}\n`,
    }),
    ...(share !== undefined && {
      [`${folder}/smaps_rollup`]: `00-ff ---p 0 00:00 0 [rollup]\nRss: ${resident} kB\nPss:  ${share} kB\nPss_Anon: 1 kB\n`,
    }),
    ...(files && openFiles(folder, ...files)),
    ...Object.assign({}, ...Object.entries(threads).map(([id, thread]) => threadFiles(folder, id, thread))),
  };
}

function statOf(pid: number, told: RecordedProcess): string {
  const { name = 'node', parent = 1, flags = 0, ticks = 0, reaped = 0, start = 7, threads = {} } = told;
  const size = Math.max(1, Object.keys(threads).length);
  const fields = [parent, pid, pid, 0, -1, flags, 0, 0, 0, 0, ticks, 0, reaped, 0, 20, 0, size, 0, start];
  return `${pid} (${name}) S ${fields.join(' ')} 0 0\n`;
}

function openFiles(folder: string, count: number, limit: number | 'unlimited'): Record<string, string> {
  const entries = Array.from({ length: count }, (_, fd) => [`${folder}/fd/${fd}`, ''] as const);
  const limits = `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${limit}                 ${limit}                 files\n`;
  return { ...Object.fromEntries(entries), [`${folder}/limits`]: limits };
}

function threadFiles(folder: string, id: string, thread: RecordedThread): Record<string, string> {
  const { used, delay = 0, slices = 1, voluntary = 0, involuntary = 0, state = 'S' } = thread;
  return {
    [`${folder}/task/${id}/schedstat`]: `${used} ${delay} ${slices}\n`,
    [`${folder}/task/${id}/stat`]: `${id} (a (odd) D name) ${state} 1 1 1\n`,
    [`${folder}/task/${id}/status`]: `voluntary_ctxt_switches:\t${voluntary}\nnonvoluntary_ctxt_switches:\t${involuntary}\n`,
  };
}
