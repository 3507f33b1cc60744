/** Targets: how they are written, and who says which addresses may be loaded. */
import { english } from '../../../src/domain/phrase.ts';
import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../../src/config/load.ts';
import { readAllowed, readTargetUrl } from '../../../src/config/target-address.ts';
import { configHashes } from '../../../src/measure/setting.ts';
import { pem } from '../../fixtures/tls/pem.ts';
import { load, problemsIn } from './loading.ts';

const SCENARIOS = 'scenarios: { main: {} }\n';
const config = (target: string, rest = ''): string => `target: ${target}\n${SCENARIOS}${rest}`;
const API = '{ url: "https://api.example.com/v1/" }';
const PREVIEW = '{ url-from: PREVIEW_URL }';
const env = { PREVIEW_URL: 'https://pr-12.preview.example.com' };

describe('a target', () => {
  it('takes the place of the service', async () => {
    const { plan } = await load({
      text: config(API, 'allowed-addresses: [API.example.com, 10.0.0.0/8, api.example.com]\n'),
    });
    expect(plan.service).toEqual({
      kind: 'deployed',
      url: 'https://api.example.com/v1',
      tls: { kind: 'verified', ca: null },
      ready: { kind: 'http', path: '/', status: [{ from: 100, to: 499 }], body: null },
      readyTimeout: 30_000,
      allowed: ['10.0.0.0/8', 'api.example.com'],
      allowedBy: 'configuration',
      monitoring: null,
    });
    expect(plan.containers).toBeNull();
  });

  it('may be told by a variable', async () => {
    const { plan } = await load({ text: config(PREVIEW), env });
    expect(plan.service).toMatchObject({ url: env.PREVIEW_URL, tls: { kind: 'verified' }, allowed: [] });
    const judged = await load({ text: config(PREVIEW), sendsNothing: true });
    expect(judged.plan.service).toMatchObject({ url: null, tls: null });
  });

  it('has a certificate of its own, or none', async () => {
    const ca = pem('ca.pem');
    const own = await load({
      text: config('{ url: "https://127.0.0.1:8443", tls: { ca: ca.pem }, ready: tcp }'),
      files: { 'ca.pem': ca },
    });
    expect(own.plan.service.tls).toMatchObject({ kind: 'verified', ca: expect.stringContaining('BEGIN') });
    const unverified = await load({
      text: config('{ url-from: PREVIEW_URL, tls: { verify: false } }'),
      sendsNothing: true,
    });
    expect(unverified.plan.service.tls).toEqual({ kind: 'unverified' });
    expect(warningsOf(unverified)).toHaveLength(1);
  });

  it('is comparable wherever it is, and not with a service that was booted', async () => {
    const hashOf = async (text: string, more = {}) =>
      configHashes((await load({ text, ...more })).plan)['main'];
    expect(await hashOf(config(API))).toBe(await hashOf(config(PREVIEW), { env }));
    expect(await hashOf(config(API))).not.toBe(await hashOf(config('{ url: "http://api.example.com" }')));
    expect(await hashOf(config('{ url: "http://localhost:80" }'))).not.toBe(
      await hashOf(`service: { url: "http://localhost:80" }\n${SCENARIOS}`),
    );
  });

  it('may have a monitoring that is asked', async () => {
    const { plan } = await load({
      text: config(
        '{ url: "http://localhost", monitoring: { prometheus: "http://prometheus:9090/", cpu: "sum(rate(x[15s]))" } }',
      ),
    });
    expect(plan.service).toMatchObject({
      monitoring: { prometheus: 'http://prometheus:9090', cpu: 'sum(rate(x[15s]))', memory: null },
    });
  });

  it('may have its machine read over SSH', async () => {
    const watched = async (keys: string) => {
      const { plan } = await load({
        text: config(`{ url: "http://localhost", monitoring: { ssh: { host: shop, ${keys} } } }`),
      });
      return plan.service.kind === 'deployed' ? plan.service : null;
    };
    expect(await watched('pid-file: /run/shop.pid')).toMatchObject({
      monitoring: null,
      ssh: {
        host: 'shop',
        port: 22,
        user: null,
        identity: null,
        knownHosts: null,
        of: { kind: 'pid-file', path: '/run/shop.pid' },
      },
    });
    const keys = 'port: 2222, user: me, identity: ~/.ssh/key, known-hosts: .github/known, process: node';
    expect((await watched(keys))?.ssh).toEqual({
      host: 'shop',
      port: 2222,
      user: 'me',
      identity: '~/.ssh/key',
      knownHosts: '.github/known',
      of: { kind: 'process', name: 'node' },
    });
  });

  it.each<[string, RegExp]>([
    ['{}', /exactly one of prometheus, ssh/],
    ['{ ssh: { host: a, process: b }, prometheus: "http://c" }', /exactly one of prometheus, ssh/],
    ['{ ssh: { host: a } }', /exactly one of pid-file, process/],
    ['{ ssh: { host: a, process: b, pid-file: /c } }', /exactly one of pid-file, process/],
    ['{ ssh: { host: a, process: b }, cpu: x }', /`target\.monitoring\.cpu` is a query for Prometheus/],
    ['{ ssh: { host: "-oProxyCommand=x", process: b } }', /be a host name or an IP address/],
    ['{ ssh: { host: me@a, process: b } }', /a user and a port have keys of their own/],
    ['{ ssh: { host: a, user: "-x", process: b } }', /be the name of a user/],
    ['{ ssh: { host: a, identity: "a b", process: b } }', /be a path of letters/],
    ['{ ssh: { host: a, known-hosts: "%d/x", process: b } }', /be a path of letters/],
    ['{ ssh: { host: a, pid-file: "/run/x\'; reboot\'" } }', /be an absolute path/],
    ['{ ssh: { host: a, pid-file: run.pid } }', /be an absolute path/],
    ['{ ssh: { host: a, process: "a b" } }', /be the name of a process/],
  ])('is refused with a monitoring of %s', async (monitoring, problem) => {
    const found = await problemsIn({
      text: config(`{ url: "http://localhost", monitoring: ${monitoring} }`),
    });
    expect(found.join('\n')).toMatch(problem);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'with a monitoring that is asked for nothing',
      config('{ url: "http://localhost", monitoring: { prometheus: "http://u:p@prometheus" } }'),
      [
        '1:36: `target.monitoring` needs a query: `cpu`, `memory`, or both',
        '1:62: `target.monitoring.prometheus` must be an http or https URL, like https://api.example.com (got "http://u:p@prometheus"); leave out user and password',
      ],
    ],
    [
      'beside a service',
      `service: { start: x }\n${config(API)}`,
      [
        '2:1: `target` stands in the place of `service`; keep the one that is loaded (inputs like `start`, `url` and `ready` are keys of `service`)',
      ],
    ],
    [
      'without a URL',
      config('{}'),
      ['1:1: `target` needs `url`, or `url-from` (an environment variable that holds it)'],
    ],
    [
      'with two',
      config('{ url: "http://localhost", url-from: A }'),
      ['1:36: `target` has both `url` and `url-from`; keep one of them'],
    ],
    [
      'with a variable that is not set',
      config(PREVIEW),
      [
        '1:21: `target.url-from` must name an environment variable that is set (got "PREVIEW_URL"); give it to the step or the shell that runs Loadgate; a variable that is called like a secret (…_TOKEN, …_KEY) is not read',
      ],
    ],
    [
      'with a variable of the runner',
      config('{ url-from: GITHUB_SERVER_URL }'),
      [
        '1:21: `target.url-from` must be no variable of the runner (got "GITHUB_SERVER_URL"); put the value into one with a name of its own',
      ],
    ],
    [
      'with a log',
      config('{ url: "http://localhost", ready: { log: up } }'),
      ['1:45: `target.ready.log` needs `service.start`: a service that already runs has its log elsewhere'],
    ],
    [
      'with a certificate for none',
      config('{ url: "http://localhost", tls: { verify: false } }'),
      ['1:36: `target.tls` needs a URL with TLS; say `url: https://api.example.com`, or remove it'],
    ],
    [
      'compared with the base commit',
      config(API, 'compare: base\n'),
      [
        '3:10: `compare` `base` needs `service.start`: what is deployed at `target` is there at one commit only; write `compare: baseline`',
      ],
    ],
    [
      'at an address that is never loaded',
      config('{ url: "http://169.254.169.254/latest" }'),
      [
        '1:16: `target.url` must be the URL of a machine that may be loaded (got "http://169.254.169.254/latest"); 169.254.169.254 is link-local, where clouds keep their metadata services',
      ],
    ],
    [
      'with a list of what cannot be',
      config(
        API,
        'allowed-addresses: [169.254.169.254, "http://api.example.com", 010.0.0.1, "*.com", 10.0.0.0/33]\n',
      ),
      [
        '3:21: `allowed-addresses[0]` must be an address that may be loaded (got "169.254.169.254"); 169.254.169.254 is link-local, where clouds keep their metadata services',
        '3:38: `allowed-addresses[1]` must be an IP address, a network like 10.0.0.0/8, or a host name (got "http://api.example.com"); leave out scheme, port and path',
        '3:64: `allowed-addresses[2]` must be an IP address, a network like 10.0.0.0/8, or a host name (got "010.0.0.1")',
        '3:75: `allowed-addresses[3]` must be an IP address, a network like 10.0.0.0/8, or a host name (got "*.com"); a whole top-level domain is too much',
        '3:84: `allowed-addresses[4]` must be an IP address, a network like 10.0.0.0/8, or a host name (got "10.0.0.0/33"); leave out scheme, port and path',
      ],
    ],
  ])('is refused %s', async (_, text, problems) => {
    expect(await problemsIn({ text })).toEqual(problems);
  });

  it.each([
    'https://hooks.example.com/services/T0/open-sesame',
    'https://user:open-sesame@api.example.com',
    'postgres://shop:open-sesame@127.0.0.1/shop',
    'open-sesame',
    'https://api.example.com?key=open-sesame',
  ])('is shown nothing of a variable that holds something else: %s', async (value) => {
    const problems = await problemsIn({ text: config(PREVIEW), env: { PREVIEW_URL: value } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('holds an http or https URL with nothing but a host (got "PREVIEW_URL")');
    expect(problems.join()).not.toContain('sesame');
  });
});

describe('the list of addresses', () => {
  const own = config(API, 'allowed-addresses: [api.example.com]\n');

  it('is the base commit’s where there is one', async () => {
    const base = 'service: { start: x }\nscenarios: { main: {} }\nallowed-addresses: [other.example.com]\n';
    const { plan, changedSettings } = await load({ text: own, base });
    expect(plan.service).toMatchObject({ allowed: ['other.example.com'], allowedBy: 'base' });
    expect(changedSettings).toEqual(['allowed-addresses']);
    const same = await load({ text: own, base: own });
    expect(same.plan.service).toMatchObject({ allowed: ['api.example.com'], allowedBy: 'base' });
    expect(same.changedSettings).toEqual([]);
  });

  it.each([
    ['there is no file', null],
    ['the file cannot be used', 'a: ['],
    ['the file says nothing of it', `service: { start: x }\n${SCENARIOS}`],
  ])('is empty in a pull request where %s at the base commit', async (_, base) => {
    const { plan, changedSettings } = await load({ text: own, base });
    expect(plan.service).toMatchObject({ allowed: [], allowedBy: 'base' });
    expect(changedSettings).toEqual(['allowed-addresses']);
  });
});

describe('readTargetUrl', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['HTTPS://API.example.com:443/', 'https://api.example.com'],
    ['http://api:8080/v1//', 'http://api:8080/v1'],
    ['http://my_api.internal', 'http://my_api.internal'],
    ['http://xn--bcher-kva.example', 'http://xn--bcher-kva.example'],
    ['http://10.1.2.3:80/x', 'http://10.1.2.3/x'],
    ['http://[fd12::7]:9000', 'http://[fd12::7]:9000'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('takes %s', (text, url) => {
    expect(readTargetUrl(text)).toEqual({ value: url });
  });

  it.each([
    ['http://2130706433', 'write its host as 127.0.0.1'],
    ['http://127.1', 'write its host as 127.0.0.1'],
    ['http://0177.0.0.1', 'write its host as 127.0.0.1'],
    ['http://[0:0:0:0:0:0:0:1]', 'write its host as [::1]'],
    ['http://api.example.com.', 'leave out the dot at the end of its host'],
    ['http://a..b', 'its host is no name'],
    ['http://-a.example', 'its host is no name'],
    ['http://bücher.example', 'write names of other scripts as xn--…, and no blanks'],
    ['http://u:p@api.example.com', 'leave out user and password'],
    ['http://api.example.com?x', 'query and fragment belong to the requests'],
    ['http://api.example.com:0', 'write it plainly'],
    ['http://api.example.com:65536', 'it cannot be read as one'],
    ['http://api.example.com/a/../b', 'write its path as /b'],
    ['http:\\\\api.example.com', 'begin with http:// or https://'],
    ['ftp://api.example.com', 'begin with http:// or https://'],
    ['', 'begin with http:// or https://'],
  ])('refuses %s', (text, say) => {
    const reading = readTargetUrl(text);
    expect('must' in reading && english(reading.say ?? reading.must)).toBe(say);
  });
});

describe('readAllowed', () => {
  it.each([
    '203.0.113.7',
    '10.0.0.0/8',
    'fd12::/16',
    '::1',
    'api.example.com',
    '*.preview.example.com',
    'api',
  ])('takes %s', (text) => {
    expect(readAllowed(text)).toEqual({ value: text });
  });

  it.each([
    '',
    '*',
    '*.',
    '*.com',
    '**.example.com',
    'a.*.com',
    '0x7f.1',
    '1.2.3',
    'a b',
    'a.',
    'bücher.de',
    '1.2.3.4:80',
  ])('refuses %j', (text) => {
    expect(readAllowed(text)).toHaveProperty('must');
  });
});
