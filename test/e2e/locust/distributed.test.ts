/** A master of Locust with four workers on hosts of their own, and the service on another. LOADGATE_REQUIRE_NETNS=1 makes it fail where it would be skipped. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocustWorkers } from '../../../src/domain/engine-plan.ts';
import { millis } from '../../../src/domain/units.ts';
import type { LoadProgress, LoadResult } from '../../../src/engines/load-job.ts';
import { runLoad } from '../../../src/engines/run-load.ts';
import type { Run } from '../../../src/domain/measurement.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { entry } from '../../runner/step.ts';
import { type Ended, type Folder, openFolder } from '../cli/rig.ts';
import { type Hosts, openHosts } from '../../services/hosts.ts';
import { openTestWorld, type TestWorld } from '../../services/worlds.ts';
import { GENERATOR, jobOf, quantile } from '../engines/measure.ts';
import { describeWithLocust, failureOf, FIFTY, LOCUST, locustLoad, STEADY } from './rig.ts';

const WORKERS = ['load1', 'load2', 'load3', 'load4'] as const;
const withLocust = describeWithLocust();
const isThere = withLocust === describe;
const opened = isThere ? tryToOpen() : 'there is no Locust';
if (isThere && typeof opened === 'string') {
  if (process.env['LOADGATE_REQUIRE_NETNS'] === '1') throw new Error(opened);
  console.warn(`SKIPPED: workers on hosts of their own are not tested: ${opened}`);
}

function tryToOpen(): Hosts | string {
  try {
    return openHosts(['gate', 'service', ...WORKERS]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const hosts = (): Hosts => {
  if (typeof opened === 'string') throw new Error(opened);
  return opened;
};

const PORT = 8080;
const SERVICE_MS = 20;
const MASTER_PORT = 5557;
const JOIN_MS = 6_000;
const FAR_MS = 20;
const SERVICES = join(import.meta.dirname, '..', '..', 'services');

/** A worker on a host of its own, which leaves its pid in a file. */
const workerOn = (host: string, folder: string): string =>
  `echo $$ > ${join(folder, host)}; exec ${[...hosts().within(host), LOCUST, '-f', '-', '--worker', '--master-host', '{host}', '--master-port', '{port}'].join(' ')}`;

interface Trial {
  readonly world: TestWorld;
  readonly folder: string;
  readonly workers: LocustWorkers;
  /** Runs a locustfile from the host of the gate. */
  readonly run: (
    locustfile: string,
    duration: number,
    onProgress?: (progress: LoadProgress) => void,
  ) => Promise<LoadResult>;
}

/** With all that it leaves removed; nothing of it may be running. */
async function trial<Result>(
  changes: Partial<LocustWorkers>,
  body: (trial: Trial) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-workers-'));
  try {
    using world = openTestWorld();
    const workers = {
      count: 4,
      joinWithin: millis(90_000),
      bind: hosts().address('gate'),
      port: MASTER_PORT,
      start: WORKERS.map((host) => workerOn(host, folder)),
      mayLose: 0,
      ...changes,
    };
    const run: Trial['run'] = async (locustfile, duration, onProgress = () => undefined) => {
      const file = join(folder, 'locustfile.py');
      writeFileSync(file, locustfile);
      const load = locustLoad(file, { users: 8, spawnRate: 50, duration, workers });
      const [command = '', ...words] = hosts().within('gate');
      const generator = [command, ...words, ...GENERATOR] as const;
      return await runLoad(jobOf(urlOf('service'), load), { ...world, generator }, onProgress);
    };
    return await body({ world, folder, workers, run });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const urlOf = (host: string): string => `http://${hosts().address(host)}:${PORT}`;

/** As the service counts. */
function received(): number {
  const [command = '', ...args] = hosts().within('service');
  const script = `fetch('http://127.0.0.1:${PORT}/count').then((answer) => answer.text()).then(console.log)`;
  return Number(execFileSync(command, [...args, process.execPath, '-e', script], { encoding: 'utf8' }));
}

const configOf = (
  folder: string,
): string => `target: { url: "http://${hosts().address('service')}:8090", ready: / }
allowed-addresses: [198.18.78.0/24]
scenarios:
  home:
    engine: locust
    users: 8
    duration: 2s
    warm-up: 300ms
    limits: { p95: off, throughput: off, error-rate: { max: 1% } }
    locust:
      file: locustfile.py
      command: ${LOCUST}
      workers:
        count: 4
        bind: ${hosts().address('gate')}
        start: ${JSON.stringify(WORKERS.map((host) => workerOn(host, folder)))}
`;

/** Runs the program on the host of the gate, to its end; 120 s at most. */
async function inGate(folder: Folder, args: readonly string[]): Promise<Ended> {
  const [command = '', ...before] = hosts().within('gate');
  const child = spawn(command, [...before, process.execPath, ...args], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code, signal] = await once(child, 'close');
  return { code, signal, stdout, stderr };
}

const withHosts = typeof opened === 'string' ? describe.skip : withLocust;

withHosts('workers on hosts of their own', () => {
  let service: ChildProcess | null = null;

  beforeAll(async () => {
    const [command = '', ...args] = hosts().within('service');
    const script = join(SERVICES, 'counting.mjs');
    const child = spawn(command, [...args, process.execPath, script, String(PORT), String(SERVICE_MS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    service = child;
    await once(child.stdout, 'data');
  });

  afterAll(async () => {
    if (service !== null) {
      const closed = once(service, 'close');
      service.kill('SIGKILL');
      await closed;
    }
    if (typeof opened !== 'string') opened[Symbol.dispose]();
  });

  it('send what the service receives, and none of it is lost', async () => {
    const before = received();
    const result = await trial({}, ({ run }) => run(FIFTY, 4_000));
    expect(received() - before).toBe(400);
    expect(result.counts).toMatchObject({ sent: 400, ok: 400, inFlight: 0 });
    expect(result.requests.map(({ name }) => name)).toEqual(['GET /number']);
    const workers = result.engine.workers?.workers ?? [];
    expect(workers.map(({ address }) => address).toSorted()).toEqual(WORKERS.map(hosts().address));
    expect(workers.map(({ requests }) => requests)).toEqual([100, 100, 100, 100]);
    expect(workers.some(({ late, lostAt }) => late || lostAt !== null)).toBe(false);
    // They are of one machine, though not of one network.
    for (const { clock } of workers) {
      expect(Math.abs(clock.offset)).toBeLessThan(clock.error + 5);
      expect(clock.error).toBeLessThan(1_000);
    }
    expect(quantile(result, 0.5)).toBeGreaterThanOrEqual(SERVICE_MS);
    expect(result.timeline.map(({ users }) => users)).toEqual([8, 8, 8, 8]);
  });

  it.each([
    ['ends the run, which is void', 0],
    ['is made up for by the others, where that is allowed', 1],
  ])('are told when one is killed: it %s', async (_, mayLose) => {
    const seen = await trial({ mayLose }, async ({ world, folder, run }) => {
      let killed = false;
      const result = await run(STEADY, 6_000, ({ phase, elapsed }) => {
        if (phase !== 'load' || elapsed < 1_000 || killed) return;
        killed = true;
        process.kill(Number(readFileSync(join(folder, 'load3'), 'utf8')), 'SIGKILL');
      });
      return { result, words: world.words };
    });
    const warnings = seen.words.filter(({ level }) => level === 'warning').map(({ text }) => text);
    expect(warnings).toEqual([
      expect.stringContaining(`(${hosts().address('load3')}) was lost: nothing was heard of it for `),
    ]);
    const [, silent = ''] = /heard of it for ([\d.]+) s/u.exec(warnings[0] ?? '') ?? [];
    expect(Number(silent)).toBeLessThan(5);
    expect(warnings[0]).toContain(mayLose === 0 ? 'The measurement is void.' : 'allows for it.');
    const { workers = [] } = seen.result.engine.workers ?? {};
    const lost = workers.filter(({ lostAt }) => lostAt !== null);
    expect(lost.map(({ address }) => address)).toEqual([hosts().address('load3')]);
    expect(lost[0]?.lostAt).toBeGreaterThan(500);
    expect(seen.result.elapsed === 6_000).toBe(mayLose > 0);
    expect(seen.result.counts.ok).toBeGreaterThan(50);
  });

  it('are in the report, and so is the network; the loopback is not', async () => {
    const [command = '', ...words] = hosts().within('service');
    const script = join(SERVICES, 'apart.mjs');
    // The kernel need not have netem: a relay holds the answers.
    const far = spawn(command, [...words, process.execPath, script, '8090', String(FAR_MS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(far.stdout, 'data');
      using folder = openFolder({ 'locustfile.py': STEADY });
      folder.write({ '.github/loadgate.yml': configOf(folder.path) });
      const { code, stdout, stderr } = await inGate(folder, [entry('cli'), 'run']);
      expect(code, stdout + stderr).toBe(0);
      const run = JSON.parse(folder.read('loadgate-report/run.json')) as Run;
      const [slice] = run.blocks.flatMap(({ slices }) => slices);
      expect(run.target?.loopback).toBe(false);
      const median = slice === undefined ? null : fromRecord(slice.latency).quantile(0.5);
      expect(median).toBeGreaterThanOrEqual(1_000 * FAR_MS);
      const report = folder.read('loadgate-report/report.md');
      expect(report).toContain('Distributed load');
      expect(report).toContain(hosts().address('load4'));
      expect(report).toContain('Service on another machine');
      expect(report).not.toMatch(/Loopback|One machine for both/u);
      expect(folder.read('loadgate-report/report.html')).toContain('Distributed load');
      expect(folder.processes()).toEqual([]);
    } finally {
      const closed = once(far, 'close');
      far.kill('SIGKILL');
      await closed;
    }
  });

  it('end the run with a clear message when one never joins', async () => {
    // Of five there are four, and nobody starts the fifth.
    const changes = { count: 5, joinWithin: millis(JOIN_MS) };
    const failure = await trial(changes, ({ run }) => failureOf(run(FIFTY, 4_000)));
    expect(failure.code, failure.message).toBe('locust-workers-missing');
    expect(failure.message).toMatch(
      new RegExp(`^Only [0-4] of 5 workers of Locust joined within ${JOIN_MS / 1_000} s`),
    );
    expect(failure.advice).toContain(`reach port ${MASTER_PORT} of this machine`);
  });

  it('end the run with a clear message when one cannot be started', async () => {
    const failure = await trial({ start: ['echo no such host >&2; exit 255'] }, ({ run }) =>
      failureOf(run(FIFTY, 4_000)),
    );
    expect(failure).toMatchObject({
      code: 'locust-worker-not-started',
      message: expect.stringContaining('ended with exit code 255 before all workers had joined') as string,
    });
    expect(failure.lines).toContain('no such host');
  });
});
