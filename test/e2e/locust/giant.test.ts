/** A Locust that tells without an end, as a locustfile can make it: counted to the end or not believed, in little memory. No Locust is needed. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { GIANT } from '../../fixtures/giant.ts';

const HEARER = join(import.meta.dirname, '..', '..', 'services', 'locust-giant.ts');
/** Of its values: were what is told held, this would be full. */
const HEAP_MB = 96;
const MEMORY_MAX_MB = 500;
/** For as many bytes as 1 GiB, on a machine that others use. */
const DEADLINE_MS = 600_000;

it.each([
  ['that is true is counted to its end', 'true', GIANT, /^believed$/, GIANT / 40],
  ['whose last word does not fit is not believed', 'lies', GIANT / 8, /told of \d+/, 1],
  ['of one line without an end is not believed', 'line', GIANT, /too long/, 0],
])(
  'S29: a giant stream %s',
  async (_, what, size, why, least) => {
    const args = [`--max-old-space-size=${HEAP_MB}`, HEARER, what, String(size)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: DEADLINE_MS });
    const heard = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    expect(heard['memory']).toBeLessThan(MEMORY_MAX_MB);
    expect(heard['why'] ?? 'believed').toMatch(why);
    // Whatever is counted has its latency; a line has 40 bytes at most.
    expect(heard['count']).toBe(heard['ok']);
    expect(heard['told']).toBeGreaterThanOrEqual(least);
  },
  DEADLINE_MS,
);
