/** A target in a network of its own, from the configuration to the report. LOADGATE_REQUIRE_NETNS=1 makes it fail where it would be skipped. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../../../src/domain/measurement.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { entry } from '../../runner/step.ts';
import { type Namespaces, openNamespaces } from '../../services/netns.ts';
import { type Ended, type Folder, openFolder } from '../cli/rig.ts';

const opened = tryToOpen();
if (typeof opened === 'string') {
  if (process.env['LOADGATE_REQUIRE_NETNS'] === '1') throw new Error(opened);
  console.warn(`SKIPPED: targets on other machines are not tested: ${opened}`);
}

function tryToOpen(): Namespaces | string {
  try {
    return openNamespaces();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const net = (): Namespaces => {
  if (typeof opened === 'string') throw new Error(opened);
  return opened;
};

const PORT = 8080;
const DELAY_MS = 20;
const NEAR_MS = 2;
const SERVICES = join(import.meta.dirname, '..', '..', 'services');

async function startService(port: number, delay: number): Promise<ChildProcess> {
  const [command = '', ...args] = net().within(net().server);
  const child = spawn(
    command,
    [...args, process.execPath, join(SERVICES, 'apart.mjs'), String(port), String(delay)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return child;
}

/** Runs something of ours in the namespace of the client, and waits for its end; 90 s at most. */
async function inClient(folder: Folder, args: readonly string[], env = {}): Promise<Ended> {
  const [command = '', ...before] = net().within(net().client);
  const child = spawn(command, [...before, process.execPath, ...args], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 90_000,
    killSignal: 'SIGKILL',
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code, signal] = await once(child, 'close');
  return { code, signal, stdout, stderr };
}

const run = (folder: Folder, ...args: readonly string[]): Promise<Ended> =>
  inClient(folder, [entry('cli'), 'run', ...args]);

const config = (port: number, allowed = '', scenario = ''): string => `target:
  url: http://${net().address}:${port}
  monitoring: { prometheus: "http://${net().address}:${PORT}", cpu: "sum(rate(cpu[15s]))" }
  ready: /
  ready-timeout: 20s
${allowed}
scenarios:
  home:
    users: 4
    duration: 2s
    warm-up: 300ms
    requests: [GET /]
    limits: { p95: off, throughput: off, error-rate: { max: 1% } }
${scenario}`;

const allowing = (port: number): string => config(port, 'allowed-addresses: [198.18.77.0/24]');

const runOf = (folder: Folder): Run => JSON.parse(folder.read('loadgate-report/run.json')) as Run;

function median(folder: Folder): number {
  const latency = runOf(folder).blocks[0]?.slices[0]?.latency;
  return (latency === undefined ? null : fromRecord(latency).quantile(0.5)) ?? Number.NaN;
}

describe.skipIf(typeof opened === 'string')('a target on another machine', () => {
  let services: readonly ChildProcess[] = [];
  let delayed = 0;

  beforeAll(async () => {
    // A service that answers at once keeps the generator at its limit, and makes the run void.
    const near = await startService(PORT, NEAR_MS);
    // The delay of the kernel would be that of every service: where there is one, it is added before the last test.
    const far = await startService(PORT + 10, DELAY_MS);
    delayed = PORT + 10;
    services = [near, far];
  });

  afterAll(async () => {
    for (const child of services) {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }
    if (typeof opened !== 'string') opened[Symbol.dispose]();
  });

  it('is loaded where it is allowed, and the report knows that it is another machine', async () => {
    using folder = openFolder({ '.github/loadgate.yml': allowing(PORT) });
    const { code, stderr } = await run(folder);
    expect(code, stderr).toBe(0);
    const { target, blocks } = runOf(folder);
    expect(target).toEqual({
      url: `http://${net().address}:${PORT}`,
      address: net().address,
      loopback: false,
      network: 'private',
    });
    expect(blocks[0]?.slices[0]?.counts).toMatchObject({ httpError: 0, connectionError: 0, refused: 0 });
    const report = folder.read('loadgate-report/report.md');
    expect(report).toContain('Service on another machine');
    expect(report).toContain('By its Prometheus it used one core on average (1.25 at most)');
    expect(report).not.toMatch(/Loopback|One machine for both|another machine: `target/u);
    const again = await inClient(folder, [entry('cli'), 'judge', 'loadgate-report/run.json']);
    expect(again.code, again.stderr).toBe(0);
  });

  it.each([
    ['autocannon', ''],
    ['undici', '    engine: undici\n'],
  ])('is loaded by %s, which follows no redirect', async (engine, scenario) => {
    using folder = openFolder({
      '.github/loadgate.yml': allowing(PORT)
        .replace('[GET /]', '[{ path: /moved, expect: 302 }]')
        .concat(scenario),
    });
    const { code, stderr } = await run(folder);
    expect(code, stderr).toBe(0);
    const [slice] = runOf(folder).blocks[0]?.slices ?? [];
    expect(slice?.engine.name).toBe(engine);
    // Whoever followed would have been answered: every address leads to this service.
    expect(slice?.statuses.map(({ status }) => status)).toEqual([302]);
  });

  it('is not loaded where it is not allowed: nothing is connected', async () => {
    const before = net().segments();
    using folder = openFolder({ '.github/loadgate.yml': config(PORT) });
    const { code, stderr } = await run(folder);
    expect(code, stderr).toBe(3);
    expect(stderr.replaceAll(/\s+/gu, ' ')).toContain('`allowed-addresses: [198.18.77.2]`');
    expect(net().segments()).toBe(before);
  });

  it('is not loaded where only the change allows it', async () => {
    using folder = openFolder({ '.github/loadgate.yml': config(PORT) });
    folder.git('init');
    folder.git('add', '.');
    folder.git('commit', '-m', 'base');
    folder.write({ '.github/loadgate.yml': allowing(PORT) });
    const before = net().segments();
    const refused = await run(folder, '--base', 'HEAD');
    expect(refused.code, refused.stderr).toBe(3);
    expect(refused.stderr.replaceAll(/\s+/gu, ' ')).toContain('merge a change first');
    expect(net().segments()).toBe(before);
    folder.git('commit', '-am', 'allow');
    const allowed = await run(folder, '--base', 'HEAD');
    expect(allowed.code, allowed.stderr).toBe(0);
    expect(net().segments()).toBeGreaterThan(before);
  });

  it('S24: in none of 150 forms that are not allowed does a packet leave', async () => {
    const [command, ...args] = [...net().within(net().client), process.execPath];
    const meet = async (which: string): Promise<Readonly<Record<string, string>>> => {
      const { stdout } = await promisify(execFile)(command, [
        ...args,
        join(SERVICES, 'meet-forms.ts'),
        which,
      ]);
      return JSON.parse(stdout) as Record<string, string>;
    };
    const before = net().segments();
    const outcomes = await meet('refused');
    expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(150);
    expect(Object.values(outcomes)).not.toContain('ready');
    expect(net().segments()).toBe(before);
    // Here every address answers: those that are allowed are met.
    const reached = Object.values(await meet('reached'));
    expect(new Set(reached)).toEqual(new Set(['ready']));
    expect(net().segments()).toBeGreaterThan(before);
  });

  it('shows the time that the network takes', async () => {
    using near = openFolder({ '.github/loadgate.yml': allowing(PORT) });
    const direct = await run(near);
    expect(direct.code, direct.stderr).toBe(0);
    const byKernel = net().delay(DELAY_MS);
    if (!byKernel) console.warn('netem is not in this kernel: a relay holds the answers instead.');
    using far = openFolder({ '.github/loadgate.yml': allowing(byKernel ? PORT : delayed) });
    const { code, stderr } = await run(far);
    expect(code, stderr).toBe(0);
    expect(median(far)).toBeGreaterThanOrEqual(1_000 * DELAY_MS);
    expect(median(near)).toBeLessThan(median(far) - 1_000 * (DELAY_MS / 2));
    expect(far.read('loadgate-report/report.md')).not.toContain('Loopback');
  });
});
