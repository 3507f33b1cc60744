/** Secrets of requests: the service has them, and nothing that is written does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG, type Ended, type Folder, openFolder, service } from './rig.ts';

/** With characters that each place has to write in its own way. No name of a variable says that it is a secret. */
const VALUE = 'sentinel/9f"3c+ä?';
const env = { SHOP_LOGIN: VALUE };

/** Every form in which it could be met. */
const FORMS = [
  VALUE,
  encodeURIComponent(VALUE),
  JSON.stringify(VALUE).slice(1, -1),
  Buffer.from(VALUE).toString('base64'),
  'sentinel',
];

const REQUESTS = `[{ method: POST, path: "/echo?key={{secret.SHOP_LOGIN}}", headers: { x-login: "{{secret.SHOP_LOGIN}}" }, json: { key: "{{secret.SHOP_LOGIN}}" } }]`;
const config = (requests = REQUESTS): string =>
  `secrets: [SHOP_LOGIN]\n${CONFIG.replace('[GET /]', requests).replace('stop-timeout: 1s', 'stop-timeout: 1s\n  show-log: always')}`;

/** Keeps what it was sent, in a folder beside the report, and says it aloud: in its log and in its answers. */
const ECHO = service(
  "import { writeFileSync } from 'node:fs';",
  `let body = '';
  request.on('data', (chunk) => (body += chunk)).on('end', () => {
    const login = Buffer.from(request.headers['x-login'], 'latin1').toString();
    const seen = { url: request.url, login, body, named: Object.keys(process.env).includes('SHOP_LOGIN') };
    writeFileSync('seen.txt', JSON.stringify(seen));
    console.log('I was sent ' + login + ' at ' + request.url + ' with ' + body + ' and ' + Buffer.from(login).toString('base64'));
    response.statusCode = STATUS;
    response.end('who are you, ' + login);
  })`,
);

/** Everything that a run left in the report folder. */
function reportFiles(folder: Folder): Readonly<Record<string, string>> {
  const path = join(folder.path, 'loadgate-report');
  return Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')]),
  );
}

function holdsNone(texts: Readonly<Record<string, string>>): void {
  for (const [place, text] of Object.entries(texts)) {
    const found = FORMS.filter(
      (form) => text.includes(form) || text.includes(Buffer.from(form).toString('latin1')),
    );
    expect({ place, found }).toEqual({ place, found: [] });
  }
}

const textsOf = (what: string, { stdout, stderr }: Ended): Readonly<Record<string, string>> => ({
  [`${what}: stdout`]: stdout,
  [`${what}: stderr`]: stderr,
});

describe('a secret', () => {
  test.each([
    ['200', 0],
    // An error of which the report tells, with every word of the service's log.
    ['403', 1],
  ])(
    'reaches the service, and no file or line, when the answer is %s',
    async (status, exitCode) => {
      using folder = openFolder({
        '.github/loadgate.yml': config(),
        'service.mjs': ECHO.replace('STATUS', status),
      });
      const { code, stdout, stderr } = await folder.run(['run', '--verbose'], env);
      expect(code, stdout + stderr).toBe(exitCode);
      expect(JSON.parse(folder.read('seen.txt'))).toEqual({
        url: `/echo?key=${encodeURIComponent(VALUE)}`,
        login: VALUE,
        body: JSON.stringify({ key: VALUE }),
        named: false,
      });
      const files = reportFiles(folder);
      expect(Object.keys(files)).toEqual(
        expect.arrayContaining([
          'junit.xml',
          'metrics.txt',
          'report.html',
          'report.md',
          'run.json',
          'service.log',
          'timeline.csv',
          'verdict.json',
        ]),
      );
      // The service's words arrive, so that this test sees something.
      expect(files['service.log']).toContain('I was sent *** at /echo?key=***');
      expect(stderr).toContain('I was sent ***');
      holdsNone({ ...files, stdout, stderr });
    },
    60_000,
  );

  test('that the service dies of is in no failure', async () => {
    using folder = openFolder({
      '.github/loadgate.yml': config(),
      'service.mjs': ECHO.replace('response.statusCode = STATUS;', 'process.exit(9);'),
    });
    const { code, stdout, stderr } = await folder.run(['run'], env);
    expect(code, stderr).toBe(2);
    expect(stderr).toContain('I was sent ***');
    holdsNone({ ...reportFiles(folder), stdout, stderr });
  }, 60_000);

  test('is in no recorded run, and none is needed to judge it again', async () => {
    using folder = openFolder({
      '.github/loadgate.yml': config(),
      'service.mjs': ECHO.replace('STATUS', '200'),
    });
    const measured = await folder.run(['measure', '-o', 'recorded.json'], env);
    expect(measured.code, measured.stderr).toBe(0);
    const judged = await folder.run(['judge', 'recorded.json']);
    expect(judged.code, judged.stderr).toBe(0);
    holdsNone({
      run: folder.read('recorded.json'),
      ...textsOf('measured', measured),
      ...textsOf('judged', judged),
    });
  }, 60_000);

  test('that is not set is told before anything is started', async () => {
    using folder = openFolder({ '.github/loadgate.yml': config(), 'service.mjs': ECHO });
    const { code, stderr } = await folder.run(['run']);
    expect(code).toBe(3);
    expect(stderr).toContain(
      '.github/loadgate.yml:1:11: `secrets[0]` must name an environment variable that is set',
    );
    expect(folder.has('loadgate-report')).toBe(false);
  });

  test('is allowed by the base commit, or not at all', async () => {
    using folder = openFolder({ '.github/loadgate.yml': config('[GET /]').replace('SHOP_LOGIN', 'OTHER') });
    folder.git('init', '--quiet');
    folder.git('add', '.');
    folder.git('commit', '--quiet', '-m', 'without the secret');
    folder.write({ '.github/loadgate.yml': config() });
    const { code, stdout, stderr } = await folder.run(['run', '--base', 'HEAD'], env);
    expect(code, stderr).toBe(3);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      '`secrets[0]` must be allowed by the base commit before a request may use it (got "SHOP_LOGIN")',
    );
    holdsNone({ stdout, stderr });
  });
});
