/** Booting real services that behave, misbehave, and never answer. */
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import { freePort } from '../../../src/platform/ports.ts';
import { bootService } from '../../../src/service/service.ts';
import { faultCommand, faultService, openTestWorld, type TestWorld, until } from '../../services/worlds.ts';

let world: TestWorld;
const servers: Server[] = [];

beforeEach(() => {
  world = openTestWorld();
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  world[Symbol.dispose]();
});

const boot = (...plan: Parameters<typeof faultService>) =>
  bootService(faultService(...plan), world, { logFile: world.logFile });

/** What booting failed with. */
async function failureOf(...plan: Parameters<typeof faultService>): Promise<Failure> {
  const error: unknown = await boot(...plan).then(
    async (service) => {
      await service.stop();
      return new Error('it booted');
    },
    (reason: unknown) => reason,
  );
  if (error instanceof Failure) return error;
  throw error;
}

/** A server of the test itself: a stranger to every service. */
async function squat(port: number, host = '127.0.0.1', options: object = {}): Promise<void> {
  const server = createServer((_, response) => response.end('ok, said a stranger'));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen({ port, host, ...options }, resolve));
}

const IPV6 = await new Promise<boolean>((resolve) => {
  const probe = createNetServer()
    .once('error', () => resolve(false))
    .listen(0, '::1', () => probe.close(() => resolve(true)));
});

describe('a service that behaves', () => {
  it('is ready on a free port, with its processes known, and is gone after stop', async () => {
    const service = await boot(faultCommand('none'));
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(service.target).toEqual({ url: service.url, address: '127.0.0.1', loopback: true });
    expect(service.readyAfter).toBeGreaterThan(0);
    expect(service.pids().length).toBeGreaterThanOrEqual(1);
    expect(await (await fetch(service.url)).text()).toBe('ok, said the service');
    expect(service.died.aborted).toBe(false);
    await service.stop();
    await service.stop();
    expect(service.died.aborted).toBe(false);
    await expect(fetch(service.url)).rejects.toThrow('fetch failed');
    expect(world.readLog()).toContain('listening on');
    expect(service.tail()).toEqual([expect.stringMatching(/^listening on \d+$/)]);
  });

  it('gets its port as {port} in command and environment, too, and may keep a fixed one', async () => {
    const port = await freePort();
    await using service = await boot(`test {port} = "$AGAIN" && ${faultCommand('none')}`, {
      port,
      url: `http://127.0.0.1:${port}`,
      env: { AGAIN: '{port}' },
    });
    expect(service.url).toBe(`http://127.0.0.1:${port}`);
  });

  it.runIf(IPV6)('F6: is found on ::1 when localhost is asked for', async () => {
    await using service = await boot(faultCommand('none'), {
      url: 'http://localhost:{port}',
      env: { HOST: '::1' },
    });
    expect(service.target.address).toBe('::1');
    expect(service.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(world.words.map(({ text }) => text)).toContain('localhost answers at ::1.');
  });

  it('F6: is found on 127.0.0.1 when localhost is asked for', async () => {
    await using service = await boot(faultCommand('none'), { url: 'http://localhost:{port}' });
    expect(service.target.address).toBe('127.0.0.1');
  });

  it('F7: must be ready twice in a row', async () => {
    const service = await boot(faultCommand('flapping'));
    const pid = service.pids().at(-1) ?? 0;
    process.kill(pid, 'SIGUSR2');
    await until(() => service.tail().some((line) => line.startsWith('asked')), 'the count');
    await service.stop();
    const asked = Number(/asked (\d+) times/.exec(service.tail().join('\n'))?.[1]);
    expect(asked).toBeGreaterThanOrEqual(10);
  });
});

describe('readiness', () => {
  it('by status and body', async () => {
    const ready = {
      kind: 'http',
      path: '/',
      status: [{ from: 200, to: 200 }],
      body: 'said the service',
    } as const;
    await using service = await boot(faultCommand('none'), { ready });
    expect(service.readyAfter).not.toBeNull();
  });

  it('by connection', async () => {
    await using service = await boot(faultCommand('none'), { ready: { kind: 'tcp' } });
    expect((await fetch(service.url)).status).toBe(200);
  });

  it('by a log line, colours or not, and not before the port is open', async () => {
    await using service = await boot(faultCommand('says-ready'), {
      ready: { kind: 'log', text: 'ready to serve' },
    });
    expect((await fetch(service.url)).status).toBe(200);
  });

  it('by half a log line', async () => {
    await using service = await boot(faultCommand('half-line'), { ready: { kind: 'log', text: 'prompt>' } });
    expect((await fetch(service.url)).status).toBe(200);
  });

  it('by a command that ends with 0', async () => {
    const marker = join(world.workspace, 'marker');
    setTimeout(() => writeFileSync(marker, ''), 300);
    await using service = await boot(faultCommand('none'), {
      ready: { kind: 'command', command: 'test -e marker && test -n "$PORT"' },
    });
    expect(service.readyAfter).toBeGreaterThan(200);
  });
});

describe('a service that ends', () => {
  it('F2: at boot is told at once with code and last lines', async () => {
    const failure = await failureOf(faultCommand('exit-at-boot', 3), { readyTimeout: millis(60_000) });
    expect(failure.detail).toMatchObject({ kind: 'not-measured', code: 'service-exited' });
    expect(failure.message).toMatch(/exited with code 3 .* before it was ready/);
    expect(failure.detail.lines).toHaveLength(50);
    expect(failure.detail.lines.at(-1)).toBe('last words 60');
  });

  it('F2: with code 0 is told to stay in the foreground', async () => {
    const failure = await failureOf('true');
    expect(failure.message).toContain('exited with code 0');
    expect(failure.detail.advice).toContain('foreground');
  });

  it.each([
    [faultCommand('kill-at-boot'), 'was ended by SIGKILL'],
    [`${faultCommand('kill-at-boot').replace('exec ', '')}; true`, 'exited with code 137 (SIGKILL)'],
  ])('F2, F28: by a signal is told so, through a shell as well', async (command, words) => {
    const failure = await failureOf(command);
    expect(failure.message).toContain(words);
    expect(failure.detail.advice).toContain('memory');
  });

  it('F2, F9: after it was ready aborts `died` soon', async () => {
    await using service = await boot(faultCommand('exit-on-request'));
    await fetch(`${service.url}/crash`).catch(() => undefined);
    const crashed = performance.now();
    await until(() => service.died.aborted, 'its death');
    // 250 ms is the promise; the rest is for a busy machine.
    expect(performance.now() - crashed).toBeLessThan(2_000);
    expect(service.died.reason).toBeInstanceOf(Failure);
    expect(service.died.reason).toMatchObject({
      message: expect.stringContaining('after it had been ready'),
      detail: { kind: 'not-measured', code: 'service-exited' },
    });
  });

  it('F27: is noticed even when an orphan holds its output open', async () => {
    const started = performance.now();
    const failure = await failureOf(faultCommand('holds-output'), { readyTimeout: millis(60_000) });
    expect(failure.message).toContain('exited with code 5');
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('shows no line of its log where that is not wanted', async () => {
    const failure = await failureOf(faultCommand('exit-at-boot'), { showLog: 'never' });
    expect(failure.detail.lines).toEqual([]);
  });
});

describe('a command that cannot start', () => {
  it.each([
    ['no-such-command --port {port}', 'start-not-found'],
    ['./not-executable.sh', 'start-not-executable'],
  ])('F3: %s', async (command, code) => {
    writeFileSync(join(world.workspace, 'not-executable.sh'), 'echo hello\n', { mode: 0o644 });
    const failure = await failureOf(command);
    expect(failure.detail).toMatchObject({ kind: 'usage', code });
    expect(failure.exitCode).toBe(3);
  });

  it('F3: a working directory that is none', async () => {
    const failure = await failureOf('true', { workingDirectory: 'nowhere' });
    expect(failure.detail).toMatchObject({ kind: 'usage', code: 'working-directory-missing' });
  });

  it('stops at the first command that fails', async () => {
    const failure = await failureOf(`false\n${faultCommand('none')}`);
    expect(failure.message).toContain('exited with code 1');
  });
});

describe('a service that is never ready', () => {
  it.each([
    ['never-listens', {}, /nothing listens on 127\.0\.0\.1:\d+/],
    ['always-503', {}, /\/ answered with status 503, not 200–299/],
    ['hangs', {}, /no complete answer within \d+ ms/],
    ['none', { ready: { kind: 'log', text: 'Started in' } }, /its log has not said "Started in"/],
    [
      'none',
      { ready: { kind: 'command', command: 'echo no database; exit 8' } },
      /exited with code 8 \(no database\)/,
    ],
    ['none', { ready: { kind: 'command', command: 'sleep 60' } }, /did not end within/],
  ] as const)('F1: %s %j', async (fault, changes, why) => {
    const failure = await failureOf(faultCommand(fault), { ...changes, readyTimeout: millis(1_500) });
    expect(failure.detail).toMatchObject({ kind: 'not-measured', code: 'never-ready' });
    expect(failure.message).toMatch(why);
    expect(failure.message).toMatch(/http:\/\/127\.0\.0\.1:\d+ was not ready within 1\.5 s/);
  });

  it('F1: is told where it listens instead', async () => {
    const failure = await failureOf(faultCommand('other-port'), { readyTimeout: millis(1_500) });
    expect(failure.detail.advice).toMatch(/It listens on 127\.0\.0\.1:\d+/);
    expect(failure.detail.lines[0]).toContain('listening on');
  });
});

describe('a port with somebody else on it', () => {
  it('F4: is refused before the boot, naming who has it', async () => {
    const port = await freePort();
    await squat(port);
    const failure = await failureOf(faultCommand('none'), { port, url: `http://127.0.0.1:${port}` });
    expect(failure.detail).toMatchObject({ kind: 'not-measured', code: 'port-taken' });
    expect(failure.message).toContain(`process ${process.pid} (`);
    expect(world.readLog()).toBe('');
  });

  it.each(['127.0.0.1', '0.0.0.0'])(
    'F5: that answers instead of the service (on %s) is never measured',
    async (host) => {
      const port = await freePort();
      const booting = failureOf(faultCommand('never-listens'), { port, url: `http://127.0.0.1:${port}` });
      await until(() => world.readLog().includes('thinking'), 'the service');
      await squat(port, host);
      const failure = await booting;
      expect(failure.detail).toMatchObject({ kind: 'not-measured', code: 'port-answered-by-other' });
      expect(failure.message).toContain(`process ${process.pid} (`);
    },
  );
});

describe.runIf(process.platform === 'linux')('a port that is shared', () => {
  it('F5: with a stranger by SO_REUSEPORT is never measured', async () => {
    const port = await freePort();
    const booting = failureOf(faultCommand('shares-port'), {
      port,
      url: `http://127.0.0.1:${port}`,
      ready: { kind: 'log', text: 'listening on' },
    });
    await until(() => world.readLog().includes('thinking'), 'the service');
    await squat(port, '127.0.0.1', { reusePort: true });
    const failure = await booting;
    expect(failure.detail.code).toBe('port-answered-by-other');
    expect(failure.message).toContain(`process ${process.pid} (`);
  });
});

describe('hostile words', () => {
  it('S26: a flood neither fills the disk nor the memory, and hides nothing of the end', async () => {
    const service = await boot(faultCommand('floods', 1_500));
    const before = process.memoryUsage().rss;
    await until(() => service.tail().at(-1) === 'the flood is over', 'the end of the flood');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    await service.stop();
    expect(world.readLog().length).toBeLessThan(21 * 1024 * 1024);
  });

  it('S26: a line without end is cut', async () => {
    const service = await boot(faultCommand('endless-line', 64));
    await until(() => service.tail().at(-1) === 'the line is over', 'the end of the line');
    await service.stop();
    expect(service.tail().some((line) => line.endsWith('… (cut)'))).toBe(true);
    expect(world.readLog().length).toBeLessThan(40_000);
  });

  it('closed output is no failure', async () => {
    await using service = await boot(faultCommand('closes-output'));
    expect((await fetch(service.url)).status).toBe(200);
    expect(service.tail()).toEqual([]);
  });

  it('are shown whole where asked for', async () => {
    const service = await boot(faultCommand('none'), { showLog: 'always' });
    await service.stop();
    const shown = world.words.filter(({ level }) => level === 'foreign');
    expect(shown).toHaveLength(1);
    expect(shown[0]?.text).toMatch(/^Log of the service\nlistening on \d+$/);
  });
});
