/** Certificates and versions of HTTP as people write them. */
import { describe, expect, it } from 'vitest';
import { pem } from '../../fixtures/tls/pem.ts';
import { load, problemsIn, scenario } from './loading.ts';

const service = (tls: string, url = 'https://localhost:{port}'): string =>
  `service: { start: node server.js, url: "${url}", tls: ${tls} }\nscenarios: { main: {} }\n`;
const certificates = { 'certs/ca.pem': `Bag Attributes\n${pem('ca.pem')}and\n${pem('self-signed.pem')}` };

describe('service.tls', () => {
  it('is verified by the authorities that are known, when nothing is said', async () => {
    const text =
      'service: { start: node server.js, url: "https://localhost:{port}" }\nscenarios: { main: {} }\n';
    const { plan } = await load({ text });
    expect(plan.service.tls).toEqual({ kind: 'verified', ca: null });
  });

  it('is nothing without TLS', async () => {
    const { plan } = await load({ text: scenario('users: 1') });
    expect(plan.service.tls).toBeNull();
  });

  it('is verified by the certificates of a file, and by them only', async () => {
    const { plan } = await load({ text: service('{ ca: certs/ca.pem }'), files: certificates });
    const ca = `${pem('ca.pem').trim()}\n${pem('self-signed.pem').trim()}\n`;
    expect(plan.service.tls).toEqual({ kind: 'verified', ca });
  });

  it('is not verified on demand, of a running service too', async () => {
    const { plan } = await load({
      text: 'service: { url: "https://localhost:8443", tls: { verify: false } }\nscenarios: { main: {} }\n',
    });
    expect(plan.service).toMatchObject({ kind: 'running', tls: { kind: 'unverified' } });
  });

  it.each<[string, string, string]>([
    [
      'without TLS',
      service('{ verify: false }', 'http://localhost:{port}'),
      '`service.tls` needs a URL with TLS; say `url: https://127.0.0.1:{port}`, or remove it',
    ],
    [
      'that is both',
      service('{ ca: certs/ca.pem, verify: false }'),
      '`service.tls` must have exactly one of ca, verify (got ca and verify)',
    ],
    ['that is neither', service('{}'), '`service.tls` must have exactly one of ca, verify (got none)'],
    ['of another word', service('{ verify: true }'), 'must be false (got true); or leave it out'],
    ['of no file', service('{ ca: certs/none.pem }'), '(got "certs/none.pem"); it does not exist'],
    ['outside', service('{ ca: ../ca.pem }'), 'must be a relative path inside the workspace, outside .git'],
    ['of a key', service('{ ca: key.pem }'), 'it holds no `-----BEGIN CERTIFICATE-----`'],
    [
      'that is broken',
      service('{ ca: broken.pem }'),
      'it holds something else where its certificate number 2 should be',
    ],
    ['of a size', service('{ ca: large.pem }'), 'it is larger than 1024 KiB'],
  ])('is refused %s', async (_, text, message) => {
    const broken = `${pem('ca.pem')}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`;
    const files = {
      ...certificates,
      'key.pem': pem('key.pem'),
      'broken.pem': broken,
      'large.pem': 'x'.repeat(1024 * 1024 + 1),
    };
    const problems = await problemsIn({ text, files });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toMatch(/^1:\d+: /);
  });
});

describe('http', () => {
  it.each([
    ['http: 2', 2],
    ['http: 1.1', 1.1],
    ['users: 1', 1.1],
  ] as const)('%s is %s', async (line, version) => {
    const { plan } = await load({ text: scenario(line) });
    expect(plan.scenarios[0]?.load.http).toBe(version);
  });

  it('holds for all scenarios from `defaults`', async () => {
    const text = `${scenario('users: 1')}defaults: { http: 2 }\n`;
    expect((await load({ text })).plan.scenarios[0]?.load.http).toBe(2);
  });

  it.each<[string, readonly string[], string]>([
    ['in quotes', ['http: "2"'], 'must be 1.1 or 2 (got "2"); say 2 without quotes'],
    ['3', ['http: 3'], '`scenarios.main.http` must be 1.1 or 2 (got 3)'],
    [
      'with autocannon',
      ['http: 2', 'engine: autocannon'],
      'has `engine: autocannon`, which has no `http: 2`; say `engine: auto`',
    ],
    [
      'with undici',
      ['http: 2', 'engine: undici'],
      'has `engine: undici`, which has no `http: 2`; say `engine: auto`',
    ],
  ])('is refused %s', async (_, lines, message) => {
    const problems = await problemsIn({ text: scenario(...lines) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });
});
