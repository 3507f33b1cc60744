/** The disk runs out of writes: every answer waits until its 2 MB are on it. `node slow-disk-writes.mjs --port N`. */
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';

const record = Buffer.alloc(2 * 1_024 * 1_024, 7);
const FILES = 8;
const SIZE = 8;
const files = await Promise.all(
  Array.from({ length: FILES }, (_, number) => open(`journal-${process.pid}-${number}`, 'w')),
);
let next = 0;

createServer((_, response) => {
  const place = next++;
  const file = files[place % FILES];
  const at = record.length * (Math.floor(place / FILES) % SIZE);
  void file
    .write(record, 0, record.length, at)
    .then(() => file.sync())
    .then(() => response.end('ok'));
}).listen(Number(process.argv[3]), '127.0.0.1');
