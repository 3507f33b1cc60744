/** Services that somebody else runs: found, not started, not stopped, and only on this machine. */
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningService } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { freePort } from '../../../src/platform/ports.ts';
import { bootService, buildService } from '../../../src/service/service.ts';
import { openTestWorld, type TestWorld } from '../../services/worlds.ts';

let world: TestWorld;
let server: Server;
let port: number;

beforeEach(async () => {
  world = openTestWorld();
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: 'http://203.0.113.1/' });
    response.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  world[Symbol.dispose]();
});

const plan = (changes: Partial<RunningService> = {}): RunningService => ({
  kind: 'running',
  url: `http://127.0.0.1:${port}`,
  tls: null,
  ready: { kind: 'http', path: '/', status: [{ from: 200, to: 299 }], body: null },
  readyTimeout: millis(1_000),
  ...changes,
});
const meet = (changes: Partial<RunningService> = {}) =>
  bootService(plan(changes), world, { logFile: world.logFile });

describe('a running service', () => {
  it('is found and left running', async () => {
    await buildService(plan(), world, { logFile: world.logFile });
    const service = await meet({ url: `http://localhost:${port}/` });
    expect(service).toMatchObject({
      url: `http://localhost:${port}`,
      target: { address: '127.0.0.1', loopback: true },
      readyAfter: null,
    });
    expect(service.pids()).toEqual([]);
    expect(service.tail()).toEqual([]);
    await service.stop();
    expect((await fetch(service.url)).status).toBe(200);
    expect(service.died.aborted).toBe(false);
  });

  it('may be ready by a command', async () => {
    await using service = await meet({ ready: { kind: 'command', command: 'true' } });
    expect(service.readyAfter).toBeNull();
  });

  it('that is not there is told with what to do', async () => {
    const elsewhere = await freePort();
    await expect(meet({ url: `http://127.0.0.1:${elsewhere}` })).rejects.toMatchObject({
      message: expect.stringContaining(`nothing listens on 127.0.0.1:${elsewhere}`),
      detail: { kind: 'not-measured', code: 'unreachable', advice: expect.stringContaining('`start`') },
    });
  });

  it('is not followed elsewhere', async () => {
    const ready = { kind: 'http', path: '/moved', status: [{ from: 200, to: 299 }], body: null } as const;
    await expect(meet({ ready })).rejects.toMatchObject({
      message: expect.stringContaining('/moved answered with status 302'),
    });
  });

  it.each([
    'http://192.0.2.1:80',
    'http://0x0a000001/',
    'http://[2001:db8::1]/',
    'http://0.0.0.0:80',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/',
  ])('S24: on another machine is refused: %s', async (url) => {
    await expect(meet({ url })).rejects.toMatchObject({
      detail: { kind: 'usage', code: 'target-not-loopback' },
    });
  });

  it('is not waited for when the run is cancelled', async () => {
    const elsewhere = await freePort();
    const meeting = meet({ url: `http://127.0.0.1:${elsewhere}`, readyTimeout: millis(60_000) });
    setTimeout(() => world.abort(), 200);
    await expect(meeting).rejects.toMatchObject({ detail: { kind: 'cancelled' } });
  });
});
