/** A file that somebody is still writing, read as it grows. */
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const PIECE = 1024 * 1024;
const LOOK_EVERY_MS = 50;

/** What bounds the reading. */
export interface Following {
  /** Resolves when nobody writes any more; what is there then is read to its end. */
  readonly written: Promise<unknown>;
  /** More bytes than this are not read. */
  readonly most: number;
  /** Stops the reading at once. */
  readonly signal: AbortSignal;
}

/** Its bytes, in pieces. A file that is never there has none. @throws RangeError when it grows beyond all bounds; the reason of the signal */
export async function* follow(
  path: string,
  { written, most, signal }: Following,
): AsyncGenerator<Uint8Array> {
  let isWritten = false;
  void written.then(() => {
    isWritten = true;
  });
  let file: Awaited<ReturnType<typeof open>> | null = null;
  let at = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      // Asked before the look: what is written after it is not missed.
      const last = isWritten;
      file ??= await open(path).catch(() => null);
      const read = await file?.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
      if (read !== undefined && read.bytesRead > 0) {
        at += read.bytesRead;
        if (at > most) throw new RangeError(`more than ${Math.round(most / 2 ** 20)} MiB were written`);
        yield read.buffer.subarray(0, read.bytesRead);
      } else if (last) return;
      else await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await file?.close();
  }
}
