/**
 * Whether Locust and the engine of our own see the same: throughput and p95 of the same users on the same service, in turns.
 * `npm run bench:locust -- [--quick]`; the executable is in LOADGATE_LOCUST, else `locust`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { millis } from '../src/domain/units.ts';
import type { LoadResult } from '../src/engines/load-job.ts';
import { fromRecord } from '../src/stats/histogram.ts';
import { loadgate, median, openService, say, table } from './field.ts';

const USERS = 10;
const THINK = millis(100);
/** Answers after 5, 12 or 25 ms. */
const PATH = '/wait';
/** How far apart the two may be. */
const SHARE = 0.05;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const [rounds, seconds] = values.quick ? [2, 4] : [6, 10];

const LOCUSTFILE = `from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(${THINK / 1_000})

    @task
    def get(self):
        self.client.get("${PATH}")
`;

const ENGINES = ['locust', 'undici'] as const;
type Engine = (typeof ENGINES)[number];

const folder = mkdtempSync(join(tmpdir(), 'loadgate-bench-locust-'));
const file = join(folder, 'locustfile.py');
writeFileSync(file, LOCUSTFILE);

async function loadBy(engine: Engine, url: string): Promise<LoadResult> {
  return await loadgate(engine, {
    url,
    path: PATH,
    seconds,
    warmUp: 2,
    shape: {
      kind: 'constant-users',
      users: USERS,
      thinkTime: { kind: 'uniform', from: THINK, to: THINK },
    },
    ...(engine === 'locust' && {
      locust: {
        file,
        command: process.env['LOADGATE_LOCUST'] ?? 'locust',
        spawnRate: USERS,
        tags: [],
        excludeTags: [],
        processes: 1,
        env: {},
        workers: null,
        hashes: {},
      },
    }),
  });
}

const READ: Readonly<Record<string, (result: LoadResult) => number>> = {
  'throughput (/s)': ({ counts, elapsed }) => (1_000 * counts.ok) / elapsed,
  'p50 (ms)': ({ latency }) => (fromRecord(latency).quantile(0.5) ?? Number.NaN) / 1_000,
  'p95 (ms)': ({ latency }) => (fromRecord(latency).quantile(0.95) ?? Number.NaN) / 1_000,
};
const CLAIMED = ['throughput (/s)', 'p95 (ms)'];

say(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}\n`);
say(
  `Locust beside undici: ${USERS} users with ${THINK} ms of think time, ${rounds} rounds of ${seconds} s each`,
);

try {
  await using service = await openService();
  const seen: Readonly<Record<Engine, LoadResult[]>> = { locust: [], undici: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Every second round the other way about, so that a drifting machine favours neither.
    for (const engine of round % 2 === 0 ? ENGINES : ENGINES.toReversed())
      seen[engine].push(await loadBy(engine, service.url));
  }
  const rows = Object.entries(READ).map(([name, read]) => {
    const [locust, own] = [median(seen.locust.map(read)), median(seen.undici.map(read))];
    return { name, locust, own, off: locust / own - 1 };
  });
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const lines = rows.map(({ name, locust, own, off }) => [
    name,
    locust.toFixed(2),
    own.toFixed(2),
    percent(off),
  ]);
  say(table([['median', 'Locust', 'undici', 'apart'], ...lines]));
  const holds = rows.filter(({ name }) => CLAIMED.includes(name)).every(({ off }) => Math.abs(off) <= SHARE);
  say(`\n${holds ? '✓' : '✗'} throughput and p95 agree within ${percent(SHARE)}`);
  process.exitCode = holds ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
