/** Files read in pieces: for those that are larger than memory. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file that is read in pieces. */
export interface ChunkedFile {
  /** Bytes. */
  readonly size: number;
  /** When it was last written, milliseconds since 1970. */
  readonly writtenAt: number;
  /** Its bytes in pieces of at most 1 MiB, from the beginning at each call; never more than `size` of them. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

const CHUNK = 1024 * 1024;

/**
 * Looks at a file. What is written to it later is not read.
 * @throws RangeError when it is larger than `bytesMax` or no regular file, else the file system's error
 */
export async function chunkedFile(path: string, bytesMax: number): Promise<ChunkedFile> {
  await using file = await open(path, 'r');
  const found = await file.stat();
  if (!found.isFile()) throw new RangeError(`${path} is not a file`);
  if (found.size > bytesMax) throw new RangeError(`${path} is larger than ${bytesMax / 2 ** 30} GiB`);
  return {
    size: found.size,
    writtenAt: found.mtimeMs,
    chunks: () =>
      found.size === 0 ? nothing() : createReadStream(path, { end: found.size - 1, highWaterMark: CHUNK }),
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
