/** JSON values as lines on a stream: how the gate and the generator process talk. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Writes one value; resolves when it has left this process's buffers. */
export function writeLine(stream: Writable, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** Calls back for each whole line, parsed; lines that are no JSON are given as null. */
export function readLines(stream: Readable, take: (value: unknown) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) =>
    take(parse(line)),
  );
}

/** Characters of a line: a result of the longest run with the most requests has fewer. */
const LINE_MAX = 64 * 1024 * 1024;

/**
 * Calls back for each whole line, as it is, and for what stands after the last line's end when the stream ends. `refuse`: a line has more than `most`
 * characters; nothing after that is taken.
 */
export function readWholeLines(
  stream: Readable,
  take: (line: string) => void,
  refuse: (why: string) => void,
  most: number = LINE_MAX,
): void {
  let pieces: string[] = [];
  let length = 0;
  let isRefused = false;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
    if (length <= most) return;
    isRefused = true;
    pieces = [];
    refuse(`a line of it has more than ${most} characters`);
  };
  const end = (): void => {
    const line = pieces.join('');
    pieces = [];
    length = 0;
    if (line !== '') take(line);
  };
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    for (const [at, piece] of chunk.split('\n').entries()) {
      if (isRefused) return;
      if (at > 0) end();
      add(piece);
    }
  });
  stream.on('end', () => {
    if (!isRefused) end();
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
