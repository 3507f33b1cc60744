/** The machine of a target, watched over SSH for real: a server of our own on 127.0.0.1. LOADGATE_REQUIRE_SSH=1 makes it fail where it would be skipped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Run } from '../../../src/domain/measurement.ts';
import type { DeployedService, SshWatchPlan } from '../../../src/domain/plan.ts';
import type { ServiceReading } from '../../../src/domain/resources.ts';
import { millis } from '../../../src/domain/units.ts';
import { openFar } from '../../../src/probes/far/far.ts';
import { openServiceTree } from '../../../src/probes/service-tree.ts';
import { openTreeLooks } from '../../../src/probes/tree-looks.ts';
import { describeWithSshd, openSshd, type Sshd } from '../../services/sshd.ts';
import { openTestWorld, until } from '../../services/worlds.ts';
import { openFolder } from '../cli/rig.ts';

/** Answers after it has computed for a millisecond, and computes on its own account as well. */
const SERVICE = `import { createServer } from 'node:http';
const burn = (ms) => { const until = performance.now() + ms; while (performance.now() < until); };
setInterval(() => burn(5), 20);
const server = createServer((request, response) => { burn(1); response.end('ok'); });
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

describeWithSshd()('a machine that is watched over SSH', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-far-'));
  const pidFile = join(folder, 'service.pid');
  let sshd: Sshd;
  let service: ChildProcess;
  let port = '';

  beforeAll(async () => {
    sshd = await openSshd();
    const script = join(folder, 'service.mjs');
    writeFileSync(script, SERVICE);
    service = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    writeFileSync(pidFile, `${service.pid}\n`);
    if (service.stdout !== null) port = String(await once(service.stdout, 'data')).trim();
  });

  afterAll(async () => {
    const gone = once(service, 'close');
    service.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
    await sshd[Symbol.asyncDispose]();
  });

  const plan = (changes: Partial<SshWatchPlan> = {}): DeployedService => ({
    kind: 'deployed',
    url: 'http://127.0.0.1',
    tls: null,
    ready: { kind: 'tcp' },
    readyTimeout: millis(1_000),
    allowed: [],
    allowedBy: 'configuration',
    monitoring: null,
    ssh: {
      host: '127.0.0.1',
      port: sshd.port,
      user: sshd.user,
      identity: sshd.key,
      knownHosts: sshd.knownHosts,
      of: { kind: 'pid-file', path: pidFile },
      ...changes,
    },
  });

  it('is read as this machine reads itself, and nothing is left there', async () => {
    using world = openTestWorld();
    const own = openServiceTree(openTreeLooks({ pids: () => [service.pid ?? 0] }));
    {
      await using far = await openFar(plan(), world);
      const part = far.watch();
      await part.begin();
      await own.begin();
      await setTimeout(3_000);
      await own.end();
      await part.end();
      const reading = part.read();
      expect(reading?.unread).toEqual([]);
      near(reading?.service ?? null, own.read());
      expect(reading?.elsewhere.machine?.cores).toBeGreaterThan(0);
      expect(reading?.curve.length).toBeGreaterThanOrEqual(2);
      expect(sshd.left().length).toBeGreaterThan(0);
    }
    await until(() => sshd.left().length === 0, 'the far side to be empty');
  });

  it.each([
    ['a wrong key', () => ({ identity: sshd.wrongKey }), 'Permission denied'],
    ['an unknown host', () => ({ knownHosts: sshd.noHosts }), 'Host key verification failed'],
  ])('with %s nothing is read, and the reason is told', async (_, changes, reason) => {
    using world = openTestWorld();
    await using far = await openFar(plan(changes()), world);
    expect(far.watch().read()).toMatchObject({
      service: null,
      unread: [{ part: 'all', reason: expect.stringContaining(reason) as string }],
    });
  });

  it('is in the report, in both languages, with the words where it comes from', async () => {
    using gated = openFolder({ '.github/loadgate.yml': configOf(port, sshd, pidFile) });
    const { code, stdout, stderr } = await gated.run(['run', '--language', 'ru']);
    expect(code, stdout + stderr).toBe(0);
    const { blocks } = JSON.parse(gated.read('loadgate-report/run.json')) as Run;
    const [slice] = blocks.flatMap(({ slices }) => slices);
    expect(slice?.resources?.unread).toEqual([]);
    expect(slice?.resources?.service?.cores).toBeGreaterThan(0.1);
    expect(slice?.resources?.elsewhere).toMatchObject({ host: '127.0.0.1' });
    expect(slice?.resources?.curve.some((row) => row.service !== null)).toBe(true);
    expect(gated.read('loadgate-report/report.html')).toContain('прочитано по SSH с 127.0.0.1');
    const again = await gated.run(['judge', 'loadgate-report/run.json', '--language', 'en']);
    expect(again.code, again.stderr).toBe(0);
    expect(gated.read('loadgate-report/report.html')).toContain('read over SSH from 127.0.0.1');
    await until(() => sshd.left().length === 0, 'the far side to be empty');
  });
});

/** The two do not begin and end at the same moment. */
function near(far: ServiceReading | null, own: ServiceReading | null): void {
  expect(far).not.toBeNull();
  expect(own).not.toBeNull();
  if (far === null || own === null) return;
  expect(Math.abs(far.cores - own.cores)).toBeLessThan(0.15 * own.cores + 0.05);
  expect(Math.abs(far.memory - own.memory)).toBeLessThan(0.2 * own.memory);
  expect(Math.abs((far.proportionalMemory ?? 0) - (own.proportionalMemory ?? 0))).toBeLessThan(
    0.2 * own.memory,
  );
  expect(far.processes).toBe(1);
  expect(far.threads).toBe(own.threads);
  expect(far.busiestThread).toBeGreaterThan(0.5 * (own.busiestThread ?? Infinity));
}

const configOf = (port: string, sshd: Sshd, pidFile: string): string => `target:
  url: http://127.0.0.1:${port}
  monitoring:
    ssh:
      host: 127.0.0.1
      port: ${sshd.port}
      user: ${sshd.user}
      identity: ${sshd.key}
      known-hosts: ${sshd.knownHosts}
      pid-file: ${pidFile}
scenarios:
  home:
    users: 2
    duration: 2s
    warm-up: 200ms
    requests: [GET /]
    limits: { p95: off, throughput: off, error-rate: { max: 1% } }
`;
