/** Ports with real sockets on them. */
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  findStranger,
  freePort,
  holdersOfPort,
  isPortTaken,
  listenedOn,
} from '../../../src/platform/ports.ts';

async function listen(port: number, host: string) {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ port, host }, resolve));
  return { [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())) };
}

describe('ports', () => {
  it('a free one is below those of outgoing connections, and differs', async () => {
    const ports = await Promise.all(Array.from({ length: 5 }, () => freePort()));
    for (const port of ports) {
      expect(port).toBeGreaterThanOrEqual(20_000);
      expect(port).toBeLessThan(32_000);
    }
    expect(new Set(ports).size).toBeGreaterThan(1);
  });

  it('a taken one is passed over', async () => {
    const port = await freePort();
    await using _ = await listen(port, '127.0.0.1');
    const draws = [(port - 20_000 + 0.5) / 12_000, (port - 20_000 + 1.5) / 12_000];
    let drawn = 0;
    const next = await freePort(() => draws[Math.min(drawn++, 1)] ?? 0);
    expect(drawn).toBeGreaterThanOrEqual(2);
    expect(next).not.toBe(port);
  });

  it.each(['127.0.0.1', '0.0.0.0', '127.0.0.7'])(
    'F4: one on %s is taken, and its holder is known',
    async (host) => {
      const port = await freePort();
      expect(await isPortTaken(port)).toBe(false);
      await using _ = await listen(port, host);
      expect(await isPortTaken(port)).toBe(true);
      expect(holdersOfPort(port).map(({ pid }) => pid)).toEqual([process.pid]);
      expect(listenedOn([process.pid])).toContain(`${host}:${port}`);
    },
  );

  it('F5: a stranger is whoever is not ours, also when nobody here listens', async () => {
    const port = await freePort();
    await using _ = await listen(port, '127.0.0.1');
    expect(findStranger('127.0.0.1', port, [process.pid])).toBeNull();
    expect(findStranger('127.0.0.1', port, [])).toMatchObject({
      pid: process.pid,
      command: expect.stringContaining('node'),
    });
    expect(findStranger('127.0.0.1', await freePort(), [process.pid])).toEqual({ pid: null, command: null });
  });
});
