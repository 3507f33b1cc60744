/** Which clocks the program reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..', '..', '..', 'src');

/** For records; for cookies, whose time to live is told by the wall clock; and for k6, which dates its points by it (a jump shows as a point that is not of the run). */
const WALL_CLOCK = [
  'engines/flow.ts',
  'engines/generate.ts',
  'engines/k6/k6.ts',
  'engines/locust/locust.ts',
  'engines/locust/rounded.ts',
  'platform/open-world.ts',
];

it('F31: no duration is taken from the wall clock, which may jump', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(200);
  const reading = files.filter((name) =>
    /Date\.now\b|new Date\(\)/.test(readFileSync(join(SOURCE, name), 'utf8')),
  );
  expect(reading.toSorted()).toEqual(WALL_CLOCK);
});
