/** A target's name is resolved once: readiness and every engine go to that address, and tell the service the name. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createSecureServer, type Http2ServerRequest } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { DeployedService, Load, Tls } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { runLoad } from '../../../src/engines/run-load.ts';
import { meetDeployed } from '../../../src/service/deployed.ts';
import { meetAt } from '../../../src/service/running.ts';
import { identity, pem } from '../../fixtures/tls/pem.ts';
import { openTestWorld } from '../../services/worlds.ts';
import { GENERATOR, jobOf, loadOf } from '../engines/measure.ts';

/** The name in the certificate, which means nothing to any resolver. */
const NAME = 'shop.internal';

interface Seen {
  readonly hosts: ReadonlySet<string>;
  /** Names by which certificates were asked for (SNI). */
  readonly names: ReadonlySet<string>;
}

async function openServer(tls: boolean) {
  const hosts = new Set<string>();
  const names = new Set<string>();
  const see = (request: IncomingMessage | Http2ServerRequest): void => {
    hosts.add(request.headers.host ?? String(request.headers[':authority']));
    const { socket } = 'stream' in request ? (request.stream.session ?? request) : request;
    if (tls && 'servername' in socket) names.add(String(socket.servername));
  };
  const server = tls
    ? createSecureServer({ ...identity('other-name'), allowHTTP1: true }, (request, response) => {
        see(request);
        response.end('ok');
      })
    : createServer((request, response) => {
        see(request);
        response.end('ok');
      });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    seen: { hosts, names } satisfies Seen,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

const PRIVATE: Tls = { kind: 'verified', ca: pem('ca.pem') };

const plan = (url: string, tls: Tls | null): DeployedService => ({
  kind: 'deployed',
  url,
  tls,
  ready: { kind: 'http', path: '/', status: [{ from: 200, to: 299 }], body: null },
  readyTimeout: millis(60_000),
  allowed: [],
  allowedBy: 'configuration',
  monitoring: null,
});

describe('a target', () => {
  test.each<[string, Tls | null, Partial<Load>]>([
    ['autocannon', null, {}],
    ['undici', null, { engine: 'undici' }],
    ['undici', PRIVATE, {}],
    ['node:http2', PRIVATE, { http: 2 }],
  ])('is loaded by %s where its name led at first, with TLS %o', async (engine, tls, load) => {
    await using server = await openServer(tls !== null);
    using world = openTestWorld();
    const url = `${tls === null ? 'http' : 'https'}://${NAME}:${server.port}`;
    const answers = [['127.0.0.1']];
    await using service = await meetDeployed(plan(url, tls), world, {
      // Whoever asks again is led astray.
      resolve: () => Promise.resolve(answers.shift() ?? ['169.254.169.254']),
      meet: meetAt,
    });
    expect(service).toMatchObject({ url, target: { url, address: '127.0.0.1', loopback: true } });
    const job = { ...jobOf(url, loadOf(load)), address: service.target.address, tls };
    const { counts, engine: use } = await runLoad(job, { ...world, generator: GENERATOR }, () => undefined);
    expect(use.name).toBe(engine);
    expect(counts.ok).toBeGreaterThan(0);
    expect(counts).toMatchObject({ refused: 0, connectionError: 0 });
    expect([...server.seen.hosts]).toEqual([`${NAME}:${server.port}`]);
    expect([...server.seen.names]).toEqual(tls === null ? [] : [NAME]);
  });
});
