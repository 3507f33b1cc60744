/**
 * Whether three engines see the same: throughput and p95 of the same users on the same service, in turns, by the engine of our own, by Locust and by k6.
 * `npm run bench:engines -- [--quick]`; executables are in LOADGATE_LOCUST and LOADGATE_K6. What is not there is left out, and said.
 */
import { spawnSync } from 'node:child_process';
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
/** How far an engine may be from the engine of our own. */
const SHARE = 0.05;
const LOCUST = process.env['LOADGATE_LOCUST'] ?? 'locust';
const K6 = process.env['LOADGATE_K6'] ?? 'k6';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const [rounds, seconds] = values.quick ? [2, 4] : [6, 10];

const LOCUSTFILE = `from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(${THINK / 1_000})

    @task
    def get(self):
        self.client.get("${PATH}")
`;

const SCRIPT = `import http from 'k6/http';
import { sleep } from 'k6';

export default function () {
  http.get(\`\${__ENV.BASE_URL}${PATH}\`);
  sleep(${THINK / 1_000});
}
`;

const folder = mkdtempSync(join(tmpdir(), 'loadgate-bench-engines-'));
const [locustfile, script] = [join(folder, 'locustfile.py'), join(folder, 'script.js')];
writeFileSync(locustfile, LOCUSTFILE);
writeFileSync(script, SCRIPT);

/** What a foreign engine is to run. */
const FOREIGN = {
  undici: {},
  locust: {
    locust: {
      file: locustfile,
      command: LOCUST,
      spawnRate: USERS,
      processes: 1,
      workers: null,
      tags: [],
      excludeTags: [],
      env: {},
      hashes: {},
    },
  },
  k6: { k6: { script, command: K6, shape: 'scenario', tags: {}, env: {}, hashes: {} } },
} as const;
type Engine = keyof typeof FOREIGN;

/** Whether a program answers when it is asked for its version. */
const isThere = (command: string, question: string): boolean =>
  spawnSync(command, [question], { timeout: 60_000 }).status === 0;

const found: Readonly<Record<Engine, boolean>> = {
  undici: true,
  locust: isThere(LOCUST, '--version'),
  k6: isThere(K6, 'version'),
};
const engines = (Object.keys(FOREIGN) as Engine[]).filter((engine) => found[engine]);

const loadBy = (engine: Engine, url: string): Promise<LoadResult> =>
  loadgate(engine, {
    url,
    path: PATH,
    seconds,
    warmUp: 2,
    shape: {
      kind: 'constant-users',
      users: USERS,
      thinkTime: { kind: 'uniform', from: THINK, to: THINK },
    },
    ...FOREIGN[engine],
  });

const READ: Readonly<Record<string, (result: LoadResult) => number>> = {
  'throughput (/s)': ({ counts, elapsed }) => (1_000 * counts.ok) / elapsed,
  'p50 (ms)': ({ latency }) => (fromRecord(latency).quantile(0.5) ?? Number.NaN) / 1_000,
  'p95 (ms)': ({ latency }) => (fromRecord(latency).quantile(0.95) ?? Number.NaN) / 1_000,
};
const CLAIMED = ['throughput (/s)', 'p95 (ms)'];

say(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}\n`);
say(
  `${engines.join(', ')}: ${USERS} users with ${THINK} ms of think time, ${rounds} rounds of ${seconds} s each`,
);
for (const [engine, here] of Object.entries(found)) if (!here) say(`*** SKIPPED ${engine}: it is not there`);

try {
  await using service = await openService();
  const seen: Record<Engine, LoadResult[]> = { undici: [], locust: [], k6: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Every second round the other way about, so that a drifting machine favours none.
    for (const engine of round % 2 === 0 ? engines : engines.toReversed())
      seen[engine].push(await loadBy(engine, service.url));
  }
  const rows = Object.entries(READ).map(([name, read]) => {
    const [own = Number.NaN, ...others] = engines.map((engine) => median(seen[engine].map(read)));
    return { name, own, others: others.map((other) => ({ other, off: other / own - 1 })) };
  });
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const head = ['median', 'our own', ...engines.slice(1).flatMap((engine) => [engine, 'apart'])];
  const lines = rows.map(({ name, own, others }) => [
    name,
    own.toFixed(2),
    ...others.flatMap(({ other, off }) => [other.toFixed(2), percent(off)]),
  ]);
  say(table([head, ...lines]));
  const holds = rows
    .filter(({ name }) => CLAIMED.includes(name))
    .every(({ others }) => others.every(({ off }) => Math.abs(off) <= SHARE));
  say(`\n${holds ? '✓' : '✗'} throughput and p95 agree within ${percent(SHARE)}`);
  process.exitCode = holds && engines.length > 1 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
