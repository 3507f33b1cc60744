/** The machine of a target, watched by the real script: a shell of this machine stands in for `ssh`, and hostile ones for the far side. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeployedService, SshWatchPlan } from '../../../../src/domain/plan.ts';
import { sshCommand } from '../../../../src/platform/far-shell.ts';
import { millis } from '../../../../src/domain/units.ts';
import {
  type FarPatience,
  type FarReading,
  openFar,
  type StartScript,
} from '../../../../src/probes/far/far.ts';
import { openTestWorld, type TestWorld, until } from '../../../services/worlds.ts';

const PLAN: SshWatchPlan = {
  host: 'shop.example',
  port: 22,
  user: null,
  identity: null,
  knownHosts: null,
  of: { kind: 'process', name: 'nobody-is-called' },
};

const serviceOf = (ssh: SshWatchPlan, allowed: readonly string[] = []): DeployedService => ({
  kind: 'deployed',
  url: 'http://127.0.0.1',
  tls: null,
  ready: { kind: 'tcp' },
  readyTimeout: millis(1_000),
  allowed,
  allowedBy: 'configuration',
  monitoring: null,
  ssh,
});

const here: StartScript = (_, script) => ['/bin/sh', '-c', script];
/** Another far side: a shell that runs `line`, in which `$mark` is what the answers end with. */
const says =
  (line: string): StartScript =>
  (_, script) => ['/bin/sh', '-c', `mark='${/'(== [0-9a-f-]+)'/.exec(script)?.[1]}'; ${line}`];

/** One that says hello, and then the same answer to every question. */
const answers = (text: string): StartScript =>
  says(
    `printf '\\n%s 1 0\\n' "$mark"; while read -r ask; do printf '${text}'; printf '\\n%s 1 0\\n' "$mark"; done`,
  );

/** Watches one stretch; `under`: what happens while it is on. */
async function watch(
  plan: Partial<SshWatchPlan>,
  start: StartScript,
  {
    under,
    world: given,
    patience = { hello: millis(20_000), answer: millis(20_000) },
  }: {
    readonly under?: () => Promise<void>;
    readonly world?: TestWorld;
    readonly patience?: FarPatience;
  } = {},
): Promise<FarReading> {
  using own = given === undefined ? openTestWorld() : null;
  const world = given ?? own;
  if (world === null) throw new Error('a world is given or made');
  await using far = await openFar(serviceOf({ ...PLAN, ...plan }), world, {
    start,
    patience,
    resolve: () => Promise.resolve(['127.0.0.1']),
  });
  const part = far.watch();
  await part.begin();
  await under?.();
  await part.end();
  await part.end();
  const reading = part.read();
  if (reading === null) throw new Error('it was to be watched');
  return reading;
}

const BURN = 'const until = Date.now() + 60_000; while (Date.now() < until);';

/** A process with one child: the child computes. */
async function openFamily(folder: string) {
  const script = `const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', ${JSON.stringify(BURN)}]);
process.on('SIGTERM', () => { child.kill('SIGKILL'); process.exit(); });
console.log('there');`;
  const family = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(family.stdout, 'data');
  const pidFile = join(folder, 'pid');
  writeFileSync(pidFile, String(family.pid));
  return {
    pidFile,
    async [Symbol.asyncDispose]() {
      const gone = once(family, 'exit');
      family.kill('SIGTERM');
      await gone;
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a machine that tells', () => {
  it('is read like this one: the processes of a pid file with their descendants, and the machine', async () => {
    using world = openTestWorld();
    await using family = await openFamily(world.temporary);
    const of = { kind: 'pid-file', path: family.pidFile } as const;
    const reading = await watch({ of }, here, { under: () => pause(2_500), world });
    const { service, elsewhere, curve } = reading;
    expect(reading.unread).toEqual([]);
    expect(elsewhere.host).toBe('shop.example');
    expect(service).toMatchObject({ processes: 2, openFiles: null });
    // The child would take a whole core, and gets what others leave of it.
    expect(service?.cores).toBeGreaterThan(0.1);
    expect(service?.cores).toBeLessThan(1.3);
    expect(service?.memory).toBeGreaterThan(40e6);
    expect(service?.proportionalMemory).toBeGreaterThan(10e6);
    expect(service?.threads).toBeGreaterThan(4);
    expect(elsewhere.machine?.busyCores).toBeGreaterThan((service?.cores ?? Infinity) - 0.15);
    expect(elsewhere.machine?.memory?.leastAvailable).toBeLessThan(elsewhere.machine?.memory?.total ?? 0);
    expect(curve.length).toBeGreaterThanOrEqual(2);
    expect(curve.every((row) => row.service !== null && row.memory !== null)).toBe(true);
  });

  it('may print a greeting first, and has its processes by name, of which the kernel keeps 15 characters', async () => {
    using world = openTestWorld();
    const name = `far-${world.temporary.slice(-6)}-long-name`;
    const sleeper = spawn('/bin/sh', ['-c', `cp "$(command -v sleep)" './${name}'; exec './${name}' 600`], {
      cwd: world.temporary,
      stdio: 'ignore',
    });
    const gone = once(sleeper, 'exit');
    try {
      await until(() => nameOf(sleeper.pid) === name.slice(0, 15), 'the process to have its name');
      const greeting: StartScript = (_, script) => ['/bin/sh', '-c', `echo Welcome; ${script}`];
      const of = { kind: 'process', name } as const;
      const { service, unread } = await watch({ of }, greeting, { world });
      expect(unread).toEqual([]);
      expect(service).toMatchObject({ processes: 1, threads: 1 });
    } finally {
      sleeper.kill('SIGKILL');
      await gone;
    }
  });
});

const nameOf = (pid: number | undefined): string => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();

const STAT = `cpu  1 1 1 1 1 1 1 1 0 0\\ncpu0 1 1 1 1 1 1 1 1 0 0\\n`;
const file = (path: string, text: string): string => `==> /proc/${path} <==\\n${text}\\n`;
const SHORT = { hello: millis(20_000), answer: millis(1_000) };

describe('a machine that does not tell', () => {
  it.each<[string, StartScript, string, FarPatience?]>([
    ['has no such process', here, 'nothing called nobody-is-called ran on shop.example'],
    [
      'ends at once',
      says('echo "Permission denied (publickey)." >&2; exit 255'),
      'the SSH connection to shop.example ended: Permission denied (publickey).',
    ],
    ['ends without a word', says('exit 3'), 'ended: exit code 3'],
    ['does not stop talking', says('exec yes'), 'sent more than 4 MiB at once'],
    [
      'says hello, and then nothing',
      says(`printf '\\n%s 1 0\\n' "$mark"; exec sleep 600`),
      'did not answer over SSH within 1 s',
      SHORT,
    ],
    ['says nothing', says('exec sleep 600'), 'within 1 s', { ...SHORT, hello: millis(1_000) }],
    ['tells of no clock', answers(file('stat', STAT)), 'is not what its `/proc` holds'],
    ['tells no numbers', answers(file('uptime', 'NaN NaN') + file('stat', STAT)), 'is not what its'],
    [
      'tells numbers without an end',
      answers(file('uptime', '1.00 1.00\\n') + file('stat', `cpu  ${'9'.repeat(400)} ${STAT.slice(5)}`)),
      'is not what its',
    ],
  ])('%s: it is told, and nothing is read', async (_, start, reason, patience) => {
    const { service, curve, unread } = await watch({}, start, { ...(patience && { patience }) });
    expect(service).toBeNull();
    expect(curve.every((row) => row.service === null)).toBe(true);
    expect(unread).toMatchObject([
      { name: null, probe: 'service', part: 'all', reason: expect.stringContaining(reason) as string },
    ]);
  });

  it('is not connected to where there is no ssh', async () => {
    const { unread } = await watch({}, () => ['/nowhere/ssh']);
    expect(unread).toMatchObject([{ reason: 'there is no program `ssh` on this machine', remedy: null }]);
  });

  it.each([
    ['203.0.113.7', [], '`allowed-addresses` does not have its address'],
    ['169.254.169.254', ['169.254.0.0/16'], 'its address is one that is never asked'],
    ['::ffff:127.0.0.1', [], 'is never asked'],
  ])('S24: is not connected to at %s', async (address, allowed, why) => {
    using world = openTestWorld();
    let started = 0;
    await using far = await openFar(serviceOf(PLAN, allowed), world, {
      resolve: () => Promise.resolve(['127.0.0.1', address]),
      start: () => {
        started += 1;
        return ['/bin/false'];
      },
    });
    const part = far.watch();
    await part.begin();
    await part.end();
    expect(part.read()?.unread).toMatchObject([{ reason: expect.stringContaining(why) as string }]);
    expect(started).toBe(0);
  });
});

describe('the connection', () => {
  it('is to the address that was allowed, by the key of the host as it is written, and asks nobody', () => {
    const place = { host: 'shop.example', address: '203.0.113.7', port: 2222, user: 'me' };
    const command = sshCommand({ ...place, identity: '/k', knownHosts: '/h' }, "echo 'a b'");
    expect(command.slice(-3)).toEqual(['--', 'shop.example', String.raw`exec sh -c 'echo '\''a b'\'''`]);
    for (const option of [
      'HostName=203.0.113.7',
      'HostKeyAlias=[shop.example]:2222',
      'BatchMode=yes',
      'StrictHostKeyChecking=yes',
      'ClearAllForwardings=yes',
      'ForwardAgent=no',
      'IdentitiesOnly=yes',
      'IdentityFile=/k',
      'UserKnownHostsFile=/h',
    ])
      expect(command[command.indexOf(option) - 1]).toBe('-o');
    expect(command.join(' ')).toContain('ssh -F none -T -p 2222 -l me ');
    const usual = sshCommand({ ...place, port: 22, user: null, identity: null, knownHosts: null }, '');
    expect(usual).toContain('HostKeyAlias=shop.example');
    expect(usual.join(' ')).not.toMatch(/Identit|UserKnownHosts| -l /);
  });

  it('knows no token, but where the key agent is', async () => {
    using world = openTestWorld({ GITHUB_TOKEN: 'sentinel', SSH_AUTH_SOCK: '/agent' });
    const { unread } = await watch({}, says('env | grep -E "TOKEN|SSH_AUTH" >&2; exit 1'), { world });
    expect(unread).toMatchObject([
      { reason: expect.stringMatching(/ended: SSH_AUTH_SOCK=\/agent$/) as string },
    ]);
  });
});

describe('a watch', () => {
  it('is not there where nobody asks for it', async () => {
    using world = openTestWorld();
    const { ssh: _, ...service } = serviceOf(PLAN);
    await using far = await openFar(service, world);
    expect(far.watch().read()).toBeNull();
  });

  it('loses a machine that goes away, and keeps what it knows', async () => {
    using world = openTestWorld();
    await using family = await openFamily(world.temporary);
    const pidFile = join(world.temporary, 'script');
    const mortal: StartScript = (_, script) => ['/bin/sh', '-c', `echo $$ >'${pidFile}'; ${script}`];
    const of = { kind: 'pid-file', path: family.pidFile } as const;
    const { service, unread } = await watch({ of }, mortal, {
      world,
      async under() {
        await pause(1_500);
        process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGTERM');
      },
    });
    expect(unread).toMatchObject([{ part: 'lost', reason: expect.stringContaining('ended: ') as string }]);
    expect(service?.processes).toBe(2);
  });
});
