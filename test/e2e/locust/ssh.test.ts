/** Workers of Locust that are started over SSH, by a server of our own on 127.0.0.1. LOADGATE_REQUIRE_SSH=1 makes it fail where it would be skipped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locustOf } from '../../../src/config/locust.ts';
import type { LocustPlan } from '../../../src/domain/engine-plan.ts';
import type { FailureDetail } from '../../../src/domain/failure.ts';
import { runLoad } from '../../../src/engines/run-load.ts';
import { clientConfig, describeWithSshd, openSshd, type Sshd } from '../../services/sshd.ts';
import { openTestWorld, until } from '../../services/worlds.ts';
import { openFolder } from '../cli/rig.ts';
import { GENERATOR, jobOf } from '../engines/measure.ts';
import { describeWithLocust, failureOf, FIFTY, freePort, LOCUST, locustLoad, STEADY } from './rig.ts';

const withLocust = describeWithLocust();
const withAll = withLocust === describe ? describeWithSshd() : withLocust;

/** A run that failed, and after how long (ms). */
interface Attempt {
  readonly failure: FailureDetail;
  readonly time: number;
}

const COUNTING = join(import.meta.dirname, '..', '..', 'services', 'counting.mjs');

withAll('workers over SSH', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-ssh-'));
  const far = mkdtempSync(join(tmpdir(), 'loadgate-far-'));
  let sshd: Sshd;
  let service: ChildProcess;
  let url = '';
  let hanging: Awaited<ReturnType<typeof openSilence>>;
  let givenUp: Promise<Attempt>;

  beforeAll(async () => {
    sshd = await openSshd([dirname(LOCUST)], { TMPDIR: far });
    hanging = await openSilence();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    service = spawn(process.execPath, [COUNTING, String(port), '5'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (service.stdout !== null) await once(service.stdout, 'data');
    const hosts = [
      clientConfig('load-1 load-2', sshd),
      clientConfig('wrong-key', { ...sshd, key: sshd.wrongKey }),
      clientConfig('unknown', { ...sshd, knownHosts: sshd.noHosts }),
      clientConfig('hanging', { ...sshd, port: hanging.port }),
    ];
    writeFileSync(join(folder, 'hosts'), hosts.join('\n'));
    // As ~/.ssh/config would have it, which the tests leave alone.
    writeFileSync(join(folder, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F ${join(folder, 'hosts')} "$@"\n`);
    chmodSync(join(folder, 'ssh'), 0o755);
    // It waits for its deadline, while the other tests run.
    givenUp = attempt('hanging');
    givenUp.catch(() => undefined);
  });

  afterAll(async () => {
    const gone = once(service, 'close');
    service.kill('SIGKILL');
    await gone;
    await hanging[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
    await sshd[Symbol.asyncDispose]();
    rmSync(far, { recursive: true, force: true });
  });

  const path = (): string => `${folder}:${process.env['PATH']}`;

  async function measured(locustfile: string, hosts: readonly string[]) {
    using world = openTestWorld({ PATH: path() });
    const file = join(world.temporary, 'locustfile.py');
    writeFileSync(file, locustfile);
    const workers = { count: hosts.length, ssh: [...hosts], port: aPort() };
    const plan: LocustPlan = locustOf({ file, command: LOCUST, workers }, 8, new Map());
    const load = locustLoad(file, { users: 8, spawnRate: 50, duration: 2_000, workers: plan.workers });
    return await runLoad(jobOf(url, load), { ...world, generator: GENERATOR }, () => undefined);
  }

  const received = async (): Promise<number> => Number(await (await fetch(`${url}/count`)).text());

  it('send what the service receives, also two of one host, and nothing is left there', async () => {
    const before = await received();
    const result = await measured(FIFTY, ['load-1', 'load-2']);
    expect(result.counts).toMatchObject({ sent: 400, ok: 400, lost: 0, inFlight: 0 });
    expect((await received()) - before).toBe(400);
    expect(result.engine.workers?.workers.map(({ requests }) => requests)).toEqual([200, 200]);
    await empty();
  });

  it.each([
    ['killed', 'SIGKILL', null],
    ['cancelled', 'SIGINT', 130],
  ] as const)('end with a gate that is %s, and leave nothing', async (_, signal, code) => {
    using gated = openFolder({ 'locustfile.py': STEADY });
    gated.write({ '.github/loadgate.yml': configOf(url, aPort()) });
    const before = await received();
    const { child, ended } = gated.start(['run'], { PATH: path() });
    const early = ended.then(({ stderr }) => {
      throw new Error(`it ended before it had loaded: ${stderr}`);
    });
    early.catch(() => undefined);
    while ((await received()) < before + 20) await Promise.race([setTimeout(100), early]);
    expect(sshd.left().length).toBeGreaterThan(0);
    child.kill(signal);
    expect((await ended).code).toBe(code);
    await empty();
    await until(() => gated.processes().length === 0, 'this side to be empty');
  });

  it.each([
    ['a wrong key', () => attempt('wrong-key'), 'Permission denied'],
    ['an unknown host', () => attempt('unknown'), 'Host key verification failed'],
    ['a host that does not answer', () => givenUp, 'timed out'],
  ])('%s ends the run, and the reason is told', async (_, trying, line) => {
    const { failure, time } = await trying();
    expect(time).toBeLessThan(40_000);
    expect(failure).toMatchObject({
      code: 'locust-worker-not-started',
      message: expect.stringContaining('ended with exit code 255 before all workers had joined') as string,
    });
    expect(failure.lines.join('\n')).toContain(line);
  });

  async function attempt(host: string): Promise<Attempt> {
    const began = performance.now();
    const failure = await failureOf(measured(STEADY, [host]));
    return { failure, time: performance.now() - began };
  }

  async function empty(): Promise<void> {
    await until(() => sshd.left().length === 0, 'the far side to be empty');
    expect(readdirSync(far)).toEqual([]);
  }
});

const configOf = (url: string, port: number): string => `target: { url: "${url}", ready: { tcp: true } }
scenarios:
  home:
    engine: locust
    users: 4
    duration: 2m
    limits: { p95: off, throughput: off, error-rate: off }
    locust:
      file: locustfile.py
      command: ${LOCUST}
      workers: { count: 1, port: ${port}, ssh: [load-1] }
`;

/** Not of those that the system gives to connections: those after it are taken, too. */
const aPort = (): number => 20_000 + Math.floor(Math.random() * 10_000);

/** Listens, and says nothing. */
async function openSilence() {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
