/** A service with TLS of its own, from its configuration to the report. */
import { expect, test } from 'vitest';
import { identity, pem } from '../../fixtures/tls/pem.ts';
import { CONFIG, type Folder, openFolder } from './rig.ts';

/** Speaks HTTP/2, and HTTP/1.1 to who does not. */
const SERVICE = `
import { createSecureServer } from 'node:http2';
const identity = ${JSON.stringify(identity('service'))};
createSecureServer({ ...identity, allowHTTP1: true }, (request, response) => {
  setTimeout(() => response.end(request.httpVersion), 5);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

const openTlsFolder = (tls: string, http = '1.1'): Folder =>
  openFolder({
    'service.mjs': SERVICE,
    'certs/ca.pem': pem('ca.pem'),
    '.github/loadgate.yml': CONFIG.replace(
      '  ready: /health',
      `  url: https://localhost:{port}\n${tls}  ready: /health`,
    ).replace('    users: 4', `    users: 4\n    http: ${http}`),
  });

test('is not measured while nobody vouches for it, and is told what to do', async () => {
  using folder = openTlsFolder('');
  const { code, stderr } = await folder.run(['run']);
  expect(code, stderr).toBe(2);
  const words = stderr.replaceAll(/\s+/gu, ' ');
  expect(words).toContain('cannot be verified: it is signed by an authority that is not known');
  expect(words).toContain('`service.tls.ca`');
});

test('is measured by a private authority, over HTTP/2', async () => {
  using folder = openTlsFolder('  tls: { ca: certs/ca.pem }\n', '2');
  const { code, stderr } = await folder.run(['run']);
  expect(code, stderr).toBe(0);
  const report = folder.read('loadgate-report/report.md');
  expect(report).toContain('node:http2');
  expect(report).not.toContain('not verified');
  const [slice] = JSON.parse(folder.read('loadgate-report/run.json')).blocks[0].slices;
  expect(slice.engine).toMatchObject({ name: 'node:http2', why: 'http-2' });
  // Its body says the version: `2.0`.
  expect(slice.bodyBytes).toBe(3 * slice.counts.ok);
});

test('is measured without a look at its certificate on demand, which is said', async () => {
  using folder = openTlsFolder('  tls: { verify: false }\n');
  const { code, stderr } = await folder.run(['run']);
  expect(code, stderr).toBe(0);
  expect(stderr.replaceAll(/\s+/gu, ' ')).toContain("The service's certificate is not verified");
  expect(folder.read('loadgate-report/report.md')).toContain('Certificate not verified');
  expect(folder.read('loadgate-report/run.json')).toContain('"undici"');
});
