/** Services with TLS: whose certificate is believed, and what is said of one that is not. */
import { once } from 'node:events';
import { createServer } from 'node:https';
import { createServer as createPlainServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Ready, RunningService, Tls } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { bootService } from '../../../src/service/service.ts';
import { identity, pem } from '../../fixtures/tls/pem.ts';
import { openTestWorld } from '../../services/worlds.ts';
import { loadOf, measured, settled } from './measure.ts';

const PRIVATE: Tls = { kind: 'verified', ca: pem('ca.pem') };
const PUBLIC: Tls = { kind: 'verified', ca: null };
const UNVERIFIED: Tls = { kind: 'unverified' };

interface TlsServer extends AsyncDisposable {
  readonly port: number;
  received(): number;
}

async function openTlsServer(name: Parameters<typeof identity>[0]): Promise<TlsServer> {
  let received = 0;
  const server = createServer(identity(name), (_request, response) => {
    received += 1;
    response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    received: () => received,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.closeAllConnections();
      server.close();
      await closed;
    },
  };
}

const refusal = (why: string) => ({
  detail: {
    kind: 'not-measured',
    code: 'certificate-refused',
    message: expect.stringContaining(`cannot be verified: ${why}`),
    advice: expect.stringContaining('`service.tls.ca`'),
  },
});

const UNKNOWN = 'it is signed by an authority that is not known';
const SELF = 'it is signed by itself, and nobody who is known vouches for it';

describe.each(['localhost', '127.0.0.1'])('load on https://%s', (host) => {
  test.each<[string, Parameters<typeof identity>[0], Tls]>([
    ['by a private authority', 'service', PRIVATE],
    [
      'that vouches for itself, and is named',
      'self-signed',
      { kind: 'verified', ca: pem('self-signed.pem') },
    ],
    ['that is not verified, on demand', 'expired', UNVERIFIED],
  ])('is measured with a certificate %s', async (_, name, tls) => {
    await using server = await openTlsServer(name);
    const { counts, engine } = await measured(`https://${host}:${server.port}`, loadOf(), { tls });
    expect(engine).toMatchObject({ name: 'undici', why: 'unsupported' });
    expect(counts.ok).toBeGreaterThan(0);
    expect(counts.ok).toBe(settled(counts));
    expect(counts.sent).toBe(server.received());
  });

  test.each<[Parameters<typeof identity>[0], Tls, string]>([
    ['self-signed', PUBLIC, SELF],
    ['service', PUBLIC, UNKNOWN],
    ['expired', PRIVATE, 'it has expired'],
    ['other-name', PRIVATE, 'it is for another name: DNS:shop.internal'],
  ])('with the certificate %s ends at once, with the reason', async (name, tls, why) => {
    await using server = await openTlsServer(name);
    const ended = measured(`https://${host}:${server.port}`, loadOf({ duration: 60_000 }), { tls });
    await expect(ended).rejects.toMatchObject(refusal(why));
    expect(server.received()).toBe(0);
  });
});

describe('readiness', () => {
  const meet = async (port: number, tls: Tls, ready: Ready, host = 'localhost') => {
    using world = openTestWorld();
    const plan: RunningService = {
      kind: 'running',
      url: `https://${host}:${port}`,
      tls,
      ready,
      readyTimeout: millis(60_000),
    };
    await using service = await bootService(plan, world, { logFile: world.logFile });
    return service.target.address;
  };
  const HTTP: Ready = { kind: 'http', path: '/', status: [{ from: 200, to: 299 }], body: null };

  test.each<[string, Ready]>([
    ['HTTP', HTTP],
    ['TCP', { kind: 'tcp' }],
    ['a command', { kind: 'command', command: 'true' }],
  ])('by %s believes what the load believes', async (_, ready) => {
    await using server = await openTlsServer('service');
    expect(await meet(server.port, PRIVATE, ready)).toBe('127.0.0.1');
    expect(await meet(server.port, PRIVATE, ready, '127.0.0.1')).toBe('127.0.0.1');
    expect(await meet(server.port, UNVERIFIED, ready)).toBe('127.0.0.1');
    const started = performance.now();
    await expect(meet(server.port, PUBLIC, ready)).rejects.toMatchObject(refusal(UNKNOWN));
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('says when the service does not speak TLS', async () => {
    const server = createPlainServer((_request, response) => response.end('ok'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    using world = openTestWorld();
    const plan: RunningService = {
      kind: 'running',
      url: `https://127.0.0.1:${port}`,
      tls: PUBLIC,
      ready: HTTP,
      readyTimeout: millis(1_000),
    };
    try {
      await expect(bootService(plan, world, { logFile: world.logFile })).rejects.toMatchObject({
        message: expect.stringContaining(`127.0.0.1:${port} does not speak TLS`),
        detail: { code: 'unreachable' },
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
