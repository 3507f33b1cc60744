/** A log file with a size limit that no link, pipe or full disk can turn against us: whatever happens, the run goes on. */
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A log file that is being written. */
export interface LogFile {
  /** False when nothing more will be written: the limit is reached, or the disk said no. */
  readonly open: boolean;
  /** Adds a line; it is written with the next `flush`. */
  add(line: string): void;
  flush(): void;
  close(): Promise<void>;
}

/** Bytes of log that one process may write to the file. */
export const LOG_BYTES_MAX = 20 * 1024 * 1024;
/** A disk that hangs does not hold up the end of the run. */
const CLOSE_MS = 1_000;

/** Opens the file, or warns and opens none. */
export async function openLogFile(options: {
  readonly file: string;
  readonly mode: 'begin' | 'continue';
  readonly warn: (line: string) => void;
}): Promise<LogFile> {
  const { file: path, mode, warn } = options;
  let state: 'open' | 'full' | 'closed' = 'open';
  const giveUp = (error: unknown): void => {
    if (state !== 'closed')
      warn(`The log ${path} cannot be written: ${String(error)}. The run goes on without it.`);
    state = 'closed';
  };
  const stream = await openStream(path, mode).catch(giveUp);
  stream?.on('error', giveUp);
  let waiting = '';
  let room = LOG_BYTES_MAX;
  const flush = (): void => {
    if (waiting === '' || state === 'closed') return;
    stream?.write(waiting);
    waiting = '';
  };
  return {
    get open() {
      return state === 'open';
    },
    add(line) {
      if (state !== 'open') return;
      room -= Buffer.byteLength(line) + 1;
      if (room < 0) {
        state = 'full';
        waiting += `(Loadgate stopped here: the log is larger than ${LOG_BYTES_MAX / 1024 / 1024} MiB.)\n`;
      } else waiting += `${line}\n`;
    },
    flush,
    async close() {
      flush();
      if (state === 'closed' || !stream) return;
      stream.end();
      await finished(stream, { signal: AbortSignal.timeout(CLOSE_MS) }).catch(giveUp);
      state = 'closed';
    },
  };
}

async function openStream(path: string, mode: 'begin' | 'continue'): Promise<WriteStream> {
  const file = await openOwn(path, mode === 'begin' ? constants.O_TRUNC : constants.O_APPEND);
  return file.createWriteStream();
}

/** A link, pipe or device in the file's place is taken away first: what a service logs must not be written through it. */
async function openOwn(path: string, mode: number): Promise<FileHandle> {
  // Not blocking: opening a pipe that nobody reads would wait for ever.
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK | mode;
  const file = await open(path, flags, 0o644).catch(() => null);
  const stat = await file?.stat();
  // A second name of the file would be written through as well.
  if (file !== null && stat?.isFile() === true && stat.nlink === 1) return file;
  await file?.close();
  await rm(path, { force: true });
  return open(path, flags | constants.O_EXCL, 0o644);
}
