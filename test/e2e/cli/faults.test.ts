/** A short gate of services that misbehave in every way that we could think of: never a pass that was not earned, the exit code, words for people, and nothing left. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome, Verdict } from '../../../src/domain/verdict.ts';
import { faults } from '../../services/wire-faults.ts';
import { faultCommand } from '../../services/worlds.ts';
import { type Ended, type Folder, openFolder } from './rig.ts';

const WIRE = `exec '${process.execPath}' '${join(import.meta.dirname, '..', '..', 'services', 'wire-faults.ts')}'`;

/** What may come of each fault, by its path. Where a machine that is busy may have too few answers, void is as right. */
type Outcomes = Readonly<Record<string, readonly Outcome[] | Outcome>>;

/** How a group of faults is measured, and what its worst comes to. */
interface Group {
  readonly code: number;
  readonly timeout: string;
  readonly limits: string;
  readonly load?: string;
  readonly outcomes: Outcomes;
}

/** Nothing is compared: a first run is not what is looked at here. */
const COMPARED = 'throughput: off\n    cpu-per-request: off';
const ERRORS = `${COMPARED}\n    p95: off\n    error-rate: { max: 1% }`;
const SLOWNESS = `${COMPARED}\n    p95: { max: 50ms }\n    error-rate: off`;

const GROUPS: Readonly<Record<string, Group>> = {
  // What HTTP allows, however odd it looks, is answered.
  'sound answers': {
    code: 0,
    timeout: '10s',
    limits: ERRORS,
    outcomes: {
      sound: 'pass',
      'in-chunks': 'pass',
      'interim-flood': 'pass',
      'http-1.0': ['pass', 'void'],
      'closes-each': ['pass', 'void'],
      'nul-body': 'pass',
      'huge-body': 'pass',
      'gzip-bomb': 'pass',
      'other-clock': 'pass',
      'leaks-memory': 'pass',
      'hostile-names': 'pass',
    },
  },
  'answers that do not come, or never end': {
    code: 1,
    timeout: '200ms',
    limits: ERRORS,
    outcomes: {
      hangs: 'fail',
      'slow-header': 'fail',
      'slow-body': 'fail',
      'chunked-rubbish': 'fail',
      'endless-chunks': 'fail',
      'http-2-preface': 'fail',
      'interim-for-ever': 'fail',
      'hangs-now-and-then': 'fail',
    },
  },
  'connections that break': {
    code: 1,
    timeout: '10s',
    limits: ERRORS,
    outcomes: {
      'resets-before-header': 'fail',
      'resets-after-header': 'fail',
      'half-body': 'fail',
      'closes-at-once': 'fail',
      'closes-unannounced': 'fail',
      'drops-every-second': 'fail',
      'cuts-every-second': 'fail',
      upgrades: 'fail',
      'tls-on-plain': 'fail',
    },
  },
  'answers that are none, or not as expected': {
    code: 1,
    timeout: '10s',
    limits: ERRORS,
    outcomes: {
      'two-lengths': 'fail',
      'huge-header': 'fail',
      'no-http': 'fail',
      'redirect-loop': 'fail',
      'redirect-elsewhere': 'fail',
      'fast-503': 'fail',
      'odd-status': 'fail',
      'every-third-500': 'fail',
      'bursts-of-503': 'fail',
      'answers-unasked-success': 'fail',
      // Each answer is whole by its own length; what comes after it is no answer to anything, and is counted as none.
      'body-too-long': ['pass', 'void'],
      'answers-twice': ['pass', 'void'],
    },
  },
  'what autocannon reads although HTTP does not allow it': {
    code: 0,
    timeout: '10s',
    limits: ERRORS,
    outcomes: { 'no-length-number': 'pass', 'nul-header': 'pass', 'length-and-chunks': 'pass' },
  },
  'the same, by our own engine': {
    code: 1,
    timeout: '10s',
    limits: ERRORS,
    load: 'engine: undici\n  users: 4',
    outcomes: { 'no-length-number': 'fail', 'nul-header': 'fail', 'length-and-chunks': 'fail' },
  },
  'answers that are late': {
    code: 1,
    timeout: '10s',
    limits: SLOWNESS,
    // Arrivals come whether or not the service stalls.
    load: 'rate: 250\n  max-users: 250',
    outcomes: { 'delay-in-steps': ['fail', 'void'], stalls: 'fail' },
  },
};

const CONFIG = ({ timeout, limits, load = 'users: 4', outcomes }: Group): string => `service:
  start: ${JSON.stringify(WIRE)}
  ready: /health
  stop-timeout: 1s
defaults:
  ${load}
  duration: 1s
  warm-up: 0s
  timeout: ${timeout}
  limits:
    ${limits}
scenarios:
${Object.keys(outcomes)
  .map((name) => `  ${name}: { requests: [GET /${name}] }\n`)
  .join('')}`;

/** No trace of the program, and no value that was put into words by accident. */
function forPeople({ stdout, stderr }: Ended): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(/^\s+at .+:\d+:\d+\)?$/mu);
    expect(text).not.toMatch(/\[object |\bundefined\b|\bNaN\b|UnhandledPromise/);
  }
}

const verdictOf = (folder: Folder): Verdict => JSON.parse(folder.read('loadgate-report/verdict.json'));

describe.concurrent('F10, F11, F12, F13, F14, F15, F16, F17, F18, F19: a gate of', () => {
  test.each(Object.entries(GROUPS))(
    '%s',
    async (_, group) => {
      using folder = openFolder({ '.github/loadgate.yml': CONFIG(group) });
      const ended = await folder.run(['run']);
      forPeople(ended);
      const { scenarios, exitCode } = verdictOf(folder);
      const seen = Object.fromEntries(scenarios.map(({ scenario, outcome }) => [scenario, outcome]));
      const wanted = Object.entries(group.outcomes).map(([name, outcome]) => [
        name,
        expect.toBeOneOf([outcome].flat()),
      ]);
      expect(seen).toEqual(Object.fromEntries(wanted));
      expect([ended.code, exitCode]).toEqual([group.code, group.code]);
      for (const { scenario, counts } of scenarios) {
        const { sent, ok, httpError, connectionError, timeout, lost, inFlight } = counts;
        expect(ok + httpError + connectionError + timeout + lost + inFlight, scenario).toBe(sent);
      }
    },
    120_000,
  );
});

test('every fault of the wire is in one of the groups', () => {
  const tried = Object.values(GROUPS).flatMap(({ outcomes }) => Object.keys(outcomes));
  expect(new Set(tried)).toEqual(new Set(Object.keys(faults)));
});

const processConfig = (start: string, more = ''): string => `service:
  start: ${JSON.stringify(start)}
  ready: /
  ready-timeout: 20s
  stop-timeout: 1s
${more}scenarios:
  home:
    users: 4
    duration: 2s
    warm-up: 0s
    timeout: 300ms
    requests: [GET /]
    limits: { p95: off, throughput: off, cpu-per-request: off, error-rate: { max: 1% } }
`;

/** As `docker compose up --wait` ends. */
const COMPOSE =
  'docker() { echo "dependency failed to start: container shop-db-1 is unhealthy" >&2; return 1; }; docker compose up --wait && exec node service.mjs';

describe.concurrent('a service that', () => {
  test.each<readonly [string, string, number, RegExp]>([
    ['F9: ends without a word at its 200th request', faultCommand('ends-quietly', 200), 2, /code 0/],
    ['F13: freezes at its 200th request', faultCommand('freezes', 200), 1, /error rate/i],
    [
      'F15: listens no more from its 200th request on',
      faultCommand('stops-listening', 200),
      1,
      /error rate/i,
    ],
    ['F30: has no open files left', `ulimit -n 64; ${faultCommand('leaks-descriptors')}`, 1, /HTTP 500/],
    ['F23, F24: is deaf and leaves a family', faultCommand('family'), 0, /pass/i],
    ['F8: is Compose with a container that is not healthy', COMPOSE, 2, /container shop-db-1 is unhealthy/],
    ['F27: closes its output', faultCommand('closes-output'), 0, /pass/i],
  ])(
    '%s',
    async (_, start, code, said) => {
      using folder = openFolder({ '.github/loadgate.yml': processConfig(start) });
      const ended = await folder.run(['run']);
      forPeople(ended);
      expect(ended.code, ended.stderr).toBe(code);
      expect(`${ended.stdout}${ended.stderr}`).toMatch(said);
    },
    120_000,
  );

  test('F1: listens on another address is never ready', async () => {
    const config = processConfig(faultCommand('none'), '  env: { HOST: 127.0.0.2 }\n');
    using folder = openFolder({
      '.github/loadgate.yml': config.replace('ready-timeout: 20s', 'ready-timeout: 2s'),
    });
    const ended = await folder.run(['run']);
    forPeople(ended);
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).toContain('127.0.0.2');
  });

  test('F5: loses its port to somebody else under load is not judged', async () => {
    const port = await freePort();
    using thief = startThief(port);
    const start = faultCommand('stops-listening', 200);
    using folder = openFolder({ '.github/loadgate.yml': processConfig(start, `  port: ${port}\n`) });
    const run = folder.start(['run']);
    await run.until('The service answers at');
    thief.wait();
    const ended = await run.ended;
    forPeople(ended);
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).toContain(String(thief.pid));
    expect(folder.has('loadgate-report/verdict.json')).toBe(false);
  }, 120_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Takes the port as soon as nobody has it, and answers everything: once it is told to wait for that. */
const THIEF = `
const { createServer } = require('node:http');
process.stdin.once('data', function take() {
  const server = createServer((_, response) => response.end('mine'));
  server.on('error', () => setTimeout(take, 5)).listen(Number(process.argv[1]), '127.0.0.1');
});
process.stdin.on('end', () => process.exit());
`;

function startThief(port: number): Disposable & { readonly pid: number | undefined; wait(): void } {
  const child: ChildProcess = spawn(process.execPath, ['-e', THIEF, String(port)], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return {
    pid: child.pid,
    wait: () => void child.stdin?.write('now\n'),
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
}
