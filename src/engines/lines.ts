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

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
