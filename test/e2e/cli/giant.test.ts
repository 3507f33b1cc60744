/** Outputs of other tools that are larger than anybody's memory: read to the end or refused with words, in little memory and no long time. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GIANT, writeGiant, writeHole } from '../../fixtures/giant.ts';
import { openFolder, startCommand } from './rig.ts';

const CONFIG = `service:
  url: http://127.0.0.1:9
scenarios:
  browse:
    limits: { p95: { max: 10s }, throughput: off }
`;

/** The whole program has so much at most, whatever it is given: it has 200 MB before it reads anything. */
const MEMORY_MAX_MB = 700;
/** Of JavaScript's values: were the file held, this would be full. */
const HEAP_MB = 48;
/** For as many bytes as 1 GiB, on a machine that others use. */
const DEADLINE_MS = 600_000;

/** Says at its end how much memory it had at most. */
const WATCH = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.MEMORY_FILE, String(process.resourceUsage().maxRSS / 1024)));
`;

/** What `import` of one file comes to. */
async function importing(write: (path: string) => unknown, from: string, heap = HEAP_MB) {
  using folder = openFolder({ '.github/loadgate.yml': CONFIG, 'watch.mjs': WATCH });
  const [file, memory] = [join(folder.path, 'giant'), join(folder.path, 'memory')];
  const written = write(file);
  writeFileSync(memory, 'Infinity');
  const env = {
    NODE_OPTIONS: `--max-old-space-size=${heap} --import=${join(folder.path, 'watch.mjs')}`,
    MEMORY_FILE: memory,
  };
  const args = ['import', 'giant', '--from', from, '--format', 'json'];
  const ended = await startCommand(args, { cwd: folder.path, deadline: DEADLINE_MS / 2 }, env).ended;
  const megabytes = Number(readFileSync(memory, 'utf8'));
  if (process.env['LOADGATE_GIANT'] === '1')
    console.log(`${from}: exit code ${ended.code}, ${Math.round(megabytes)} MB`);
  expect(megabytes, ended.stderr).toBeLessThan(MEMORY_MAX_MB);
  return { ...ended, written };
}

const point = (metric: string, value: number): string =>
  `${JSON.stringify({
    metric,
    type: 'Point',
    data: {
      time: '2026-11-28T14:00:00.100000Z',
      value,
      tags: { expected_response: 'true', group: '', method: 'GET', name: 'home', status: '200' },
    },
  })}\n`;

/** A hundred requests of 10 ms, beside metrics that nobody reads. */
const POINTS = [
  point('http_reqs', 1),
  point('http_req_duration', 10),
  ...['blocked', 'waiting', 'receiving'].map((part) => point(`http_req_${part}`, 1)),
]
  .join('')
  .repeat(100);

describe('S29: a giant output', () => {
  test(
    'of single requests is read to its end, and refused where that is cut off',
    async () => {
      const cut = await importing((path) => {
        writeGiant(path, POINTS);
        appendFileSync(path, POINTS.slice(0, -40));
      }, 'k6-json');
      expect([cut.code, cut.stdout, cut.stderr]).toEqual([2, '', expect.stringContaining('cut off')]);
      const done = await importing((path) => writeGiant(path, POINTS), 'k6-json');
      expect([done.code, done.stderr]).toEqual([0, expect.stringContaining('as k6-json')]);
      const [scenario] = JSON.parse(done.stdout).scenarios;
      expect(scenario.counts.sent).toBe(100 * Number(done.written));
    },
    DEADLINE_MS,
  );

  test.each<readonly [string, string, (path: string) => unknown, RegExp]>([
    [
      'of one line without an end',
      'k6-json',
      (path) => writeGiant(path, 'a'.repeat(2 ** 20), '{"metric":"'),
      /giant:1: a line is longer than 4 MiB/,
    ],
    [
      'of one field without an end',
      'jmeter',
      (path) =>
        writeGiant(path, 'a\n'.repeat(2 ** 19), 'timeStamp,elapsed,label,responseCode,success\n1,2,"'),
      /giant:\d+: it is no CSV/,
    ],
    ['of zeros', 'autocannon', writeHole, /not text/],
    [
      'of text',
      'wrk',
      (path) => writeGiant(path, 'Running 3s test @ http://x\n'.repeat(2 ** 15)),
      /larger than 64 MiB/,
    ],
    [
      'of JSON without an end',
      'k6-summary',
      (path) => writeGiant(path, '1,'.repeat(2 ** 19), '{"metrics":['),
      /larger than 64 MiB/,
    ],
  ])(
    '%s is refused, as %s',
    async (_, from, write, why) => {
      // A summary is held as a whole, up to its bound.
      const done = await importing(write, from, 256);
      expect([done.code, done.stdout, done.stderr]).toEqual([2, '', expect.stringMatching(why)]);
    },
    DEADLINE_MS,
  );

  test('of brackets alone, as large as a summary may be, is refused before it is parsed', async () => {
    const whole = Math.min(GIANT, 60 * 2 ** 20);
    const done = await importing((path) => writeFileSync(path, '['.repeat(whole)), 'locust-json', 256);
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining('more values than any summary')]);
  });
});
