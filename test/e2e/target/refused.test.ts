/** Targets that a change makes up: the base commit decides what they are compared with, and what may be loaded. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { CONFIG, type Ended, openFolder } from '../cli/rig.ts';

/** The part of the configuration that starts the service. */
const STARTED = /service:[^]*stop-timeout: 1s\n/u;

/** A service on this machine, which needs no list; it counts what comes. */
async function openService() {
  let received = 0;
  const server = createServer((_, response) => {
    received += 1;
    // At once, it would keep the generator at its limit, and the run would be void.
    setTimeout(() => response.end('ok'), 2);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.closeAllConnections();
      server.close();
      await closed;
    },
  };
}

/** Runs a change of the configuration that the base commit has. */
async function run(base: string, change: string): Promise<Ended> {
  using folder = openFolder({ '.github/loadgate.yml': base });
  folder.git('init');
  folder.git('add', '.');
  folder.git('commit', '-m', 'base');
  folder.write({ '.github/loadgate.yml': change });
  return await folder.run(['run', '--base', 'HEAD']);
}

const words = ({ stderr }: Ended): string => stderr.replaceAll(/\s+/gu, ' ');

test.each([
  ['a target', (url: string) => `target: { url: "${url}" }\n`],
  ['a service that already runs', (url: string) => `service: { url: "${url}" }\n`],
])(
  '%s in the place of a service that is compared with its base is not compared with itself',
  async (_, block) => {
    await using service = await openService();
    const ended = await run(`compare: base\n${CONFIG}`, CONFIG.replace(STARTED, block(service.url)));
    expect(ended.code, ended.stderr).toBe(3);
    expect(words(ended)).toContain('`compare: base` boots the service at both commits');
    expect(service.received()).toBe(0);
  },
);

test('a target on this machine needs no list, and is compared with accepted runs', async () => {
  await using service = await openService();
  const ended = await run(CONFIG, CONFIG.replace(STARTED, `target: { url: "${service.url}" }\n`));
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain('Loopback');
  expect(ended.stdout).not.toContain('Service on another machine');
  expect(service.received()).toBeGreaterThan(0);
});

test('an address that only the change allows is refused before anything is sent', async () => {
  const change = `${CONFIG.replace(STARTED, 'target: { url: "http://192.0.2.1" }\n')}allowed-addresses: [192.0.2.1]\n`;
  const ended = await run(CONFIG, change);
  expect(ended.code, ended.stderr).toBe(3);
  expect(words(ended)).toContain('This change edits `allowed-addresses`; what the base commit says applies.');
  expect(words(ended)).toContain('merge a change first');
});
