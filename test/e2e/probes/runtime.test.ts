/** Real services that are observed: what they tell, and that they do not notice. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BootedService } from '../../../src/domain/plan.ts';
import { OBSERVER_FILE } from '../../../src/platform/runtime-socket.ts';
import { openRuntime, type RuntimesReading } from '../../../src/probes/runtime.ts';
import { withPreload } from '../../../src/service/observation.ts';
import { bootService, type Service } from '../../../src/service/service.ts';
import { faultService, openTestWorld, type TestWorld, until } from '../../services/worlds.ts';

const PYTHON = await promisify(execFile)('python3', ['--version']).then(
  () => true,
  () => false,
);

let world: TestWorld;
beforeEach(() => {
  world = openTestWorld();
});
afterEach(() => world[Symbol.dispose]());

const NODE = `exec '${process.execPath}'`;
/** Answers, and ends by itself. */
const SERVER = `
setTimeout(() => process.exit(99), 60_000).unref();
const server = require('node:http').createServer((request, response) => answer(request, response));
server.listen(process.env.PORT, '127.0.0.1');
`;
const OK = 'const answer = (_, response) => response.end("ok");';

const COLLECTS = `
let kept = [];
function answer(_, response) {
  for (let step = 0; step < 20; step += 1) kept.push(new Array(5_000).fill(step));
  if (kept.length > 2_000) kept = [];
  response.end('ok');
}`;
const BLOCKS = `${OK}
setInterval(() => {
  const end = performance.now() + 100;
  while (performance.now() < end);
}, 1_000);`;
const BUSY = `
function answer(_, response) {
  const end = performance.now() + 20;
  while (performance.now() < end);
  response.end('ok');
}`;

const write = (text: string, name = 'server.cjs'): string => {
  const file = join(world.temporary, name);
  writeFileSync(file, `${text}\n${name === 'server.cjs' ? SERVER : ''}`);
  return `'${file}'`;
};

const boot = (start: string, changes: Partial<BootedService> = {}): Promise<Service> =>
  bootService(faultService(start, changes), world, { logFile: world.logFile });

/** Watches for so many stretches, each until this many answers have come. */
async function watched(service: Service, { stretches = 1, answers = 50 } = {}): Promise<RuntimesReading> {
  const part = openRuntime({
    pids: () => service.pids(),

    runtime: service.runtime,
  });
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    await part.begin();
    for (let asked = 0; asked < answers; asked += 1) await (await fetch(service.url)).text();
    await part.end();
  }
  return part.read();
}

/** The same once so many processes are known. Connections are made a moment after a process begins. */
async function watchedWith(count: number, service: Service, how = {}): Promise<RuntimesReading> {
  let reading = await watched(service, how);
  const end = performance.now() + 20_000;
  while (reading.runtimes.length < count && performance.now() < end) reading = await watched(service, how);
  return reading;
}

describe('a service on Node.js', () => {
  it('that collects tells how often, how long, and what stays alive', async () => {
    await using service = await boot(`${NODE} --max-semi-space-size=1 ${write(COLLECTS)}`);
    const { runtimes, unread } = await watchedWith(1, service, { answers: 1_500, stretches: 2 });
    expect(unread).toEqual([]);
    expect(runtimes).toHaveLength(1);
    const [runtime] = runtimes;
    expect(runtime?.version).toBe(process.version);
    expect(service.pids()).toContain(runtime?.pid);
    expect(runtime?.collection).toBeGreaterThan(0.02);
    expect(runtime?.collection).toBeLessThan(1);
    expect(runtime?.collectionMax).toBeGreaterThan(0.1);
    expect(runtime?.minorCollections).toBeGreaterThan(20);
    expect(runtime?.majorCollections).toBeGreaterThan(1);
    expect(runtime?.live?.from).toBeGreaterThan(1_000_000);
    expect(runtime?.live?.to).toBeGreaterThan(1_000_000);
  });

  it('that blocks its loop a hundred milliseconds each second is late by as much', async () => {
    await using service = await boot(`${NODE} ${write(BLOCKS)}`);
    const part = openRuntime({
      pids: () => service.pids(),

      runtime: service.runtime,
    });
    let [runtime] = (await watchedWith(1, service)).runtimes;
    for (let stretch = 0; stretch < 3; stretch += 1) {
      await part.begin();
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      await part.end();
    }
    [runtime] = part.read().runtimes;
    expect(runtime?.delayMax).toBeGreaterThan(70);
    expect(runtime?.delayP99).toBeGreaterThan(50);
    expect(runtime?.delayP50).toBeLessThan(50);
    expect(runtime?.eventLoop).toBeGreaterThan(0.05);
    expect(runtime?.majorCollections).toBe(0);
    expect(runtime?.live).toBeNull();
  });

  it('whose loop is always busy says so', async () => {
    await using service = await boot(`${NODE} ${write(BUSY)}`);
    const { runtimes } = await watchedWith(1, service, { answers: 30 });
    expect(runtimes[0]?.eventLoop).toBeGreaterThan(0.7);
  });

  it('tells of each worker of a cluster, and not of threads', async () => {
    const cluster = `
const cluster = require('node:cluster');
if (cluster.isPrimary) {
  for (let worker = 0; worker < 3; worker += 1) cluster.fork();
  new (require('node:worker_threads').Worker)('setInterval(() => {}, 1_000)', { eval: true }).unref();
}
${OK}`;
    const text = `${cluster}\nif (cluster.isPrimary) return;`;
    await using service = await boot(`${NODE} ${write(text)}`);
    const { runtimes, unread } = await watchedWith(4, service);
    expect(unread).toEqual([]);
    expect(new Set(runtimes.map(({ pid }) => pid)).size).toBe(4);
    expect(runtimes).toHaveLength(4);
  });

  it('keeps the options that it was given', async () => {
    const check = `if (Error.stackTraceLimit !== 7 || process.title !== process.env.PORT) process.exit(9);`;
    await using service = await boot(`${NODE} ${write(`${check}${OK}`)}`, {
      env: { NODE_OPTIONS: '--stack-trace-limit=7 --title={port}' },
    });
    expect((await watchedWith(1, service)).runtimes).toHaveLength(1);
  });

  it.each([
    ['takes away its options', (script: string) => `unset NODE_OPTIONS; ${NODE} ${script}`, {}],
    [
      'is under the permission model',
      (script: string) => `${NODE} --permission --allow-fs-read=* ${script}`,
      {},
    ],
    [
      'has the permission model in its options',
      (script: string) => `${NODE} ${script}`,
      {
        env: { NODE_OPTIONS: '--permission --allow-fs-read=*' },
      },
    ],
  ])('that %s runs unobserved, and that is said', async (_, start, changes: Partial<BootedService>) => {
    await using service = await boot(start(write(OK)), changes);
    const { runtimes, unread } = await watched(service);
    expect(runtimes).toEqual([]);
    expect(unread).toEqual([
      {
        name: null,
        probe: 'runtime',
        part: 'all',
        reason: expect.stringMatching(/^Process \d+ on Node\.js cannot be observed\.$/),
        remedy: expect.stringContaining('NODE_OPTIONS'),
        said: expect.anything(),
      },
    ]);
  });

  it('has nothing added to its environment when it is not to be observed', async () => {
    const tell = `const answer = (_, response) => response.end(String(process.env.NODE_OPTIONS ?? process.env.LOADGATE_OBSERVER));`;
    await using service = await boot(`${NODE} ${write(tell)}`, { observe: 'never' });
    expect(await (await fetch(service.url)).text()).toBe('undefined');
    expect(await watched(service)).toEqual({ runtimes: [], unread: [] });
  });

  it('that cannot start while it is observed is started again', async () => {
    const refuse = `if ((process.env.NODE_OPTIONS ?? '').includes('--require')) { console.error('Error: Cannot find module ' + process.env.NODE_OPTIONS); process.exit(1); }`;
    await using service = await boot(`${NODE} ${write(`${refuse}${OK}`)}`);
    expect(await (await fetch(service.url)).text()).toBe('ok');
    expect(service.runtime).toBeNull();
    expect(world.words.filter(({ level }) => level === 'warning').map(({ text }) => text)).toEqual([
      'The service does not start while it is observed; it is started again unobserved.',
    ]);
  });

  it('that ends in the middle is told as lost', async () => {
    await using service = await boot(
      `${NODE} ${write(`function answer({ url }, response) { if (url === '/end') process.exit(4); response.end('ok'); }`)}`,
    );
    await watchedWith(1, service);
    const part = openRuntime({
      pids: () => service.pids(),

      runtime: service.runtime,
    });
    await part.begin();
    await fetch(`${service.url}/end`).catch(() => undefined);
    await until(() => service.died.aborted, 'the end of the service');
    await part.end();
    expect(part.read().unread.map(({ part: of }) => of)).toEqual(['lost']);
  });

  it('with a hostile child is measured all the same', async () => {
    const hostile = `
for (const text of ['garbage\\n', 'x'.repeat(1e6), '{"to":0}\\n']) {
  const socket = require('node:net').connect(process.env.LOADGATE_OBSERVER, () => socket.write(text));
  socket.on('error', () => {});
  socket.on('close', () => console.log('hung up'));
}
${OK}`;
    await using service = await boot(`${NODE} ${write(hostile)}`);
    const { runtimes, unread } = await watchedWith(1, service);
    expect(runtimes).toHaveLength(1);
    expect(unread).toEqual([]);
    await until(
      () => service.tail().filter((line) => line === 'hung up').length === 3,
      'the end of the lines',
    );
  });
});

it.runIf(PYTHON)('a service on something else is not affected, and nothing is said of it', async () => {
  await using service = await boot('exec python3 -m http.server {port} --bind 127.0.0.1');
  expect(await watched(service)).toEqual({ runtimes: [], unread: [] });
});

describe('the observer', () => {
  /** Runs a script with the observer, as a service would; the socket is one that nobody opened unless it is named. */
  async function run(
    script: string,
    { file = OBSERVER_FILE, options = '', socket = '/nowhere/at.sock' } = {},
  ) {
    return await promisify(execFile)(process.execPath, ['-e', script], {
      env: { LOADGATE_OBSERVER: socket, NODE_OPTIONS: withPreload(options, file) },
      timeout: 20_000,
    });
  }

  it('keeps no process alive and prints nothing, with and without a gate', async () => {
    expect(await run('')).toMatchObject({ stdout: '', stderr: '' });
    const ends = `process.on('exit', () => process._rawDebug(process.moduleLoadList.includes('NativeModule net')))`;
    expect((await run(ends)).stderr).toBe('false\n');
    // It would have connected by then.
    expect(await run('setTimeout(() => {}, 300)')).toMatchObject({ stdout: '', stderr: '' });
  });

  it('leaves a process that is connected to end by itself', async () => {
    await using service = await boot(
      `${NODE} ${write(`const answer = (_, response) => response.end(process.env.LOADGATE_OBSERVER);`)}`,
    );
    const socket = await (await fetch(service.url)).text();
    const part = openRuntime({
      pids: () => service.pids(),

      runtime: service.runtime,
    });
    await part.begin();
    await run('setTimeout(() => {}, 500)', { socket });
    await part.end();
    expect(part.read().unread.map(({ part: of }) => of)).toEqual(['lost']);
  });

  it('is found in a folder with blanks, quotes and backslashes in its name', async () => {
    const folder = join(world.temporary, 'a "quoted" \\ folder');
    mkdirSync(folder);
    cpSync(OBSERVER_FILE, join(folder, 'observer.cjs'));
    const script = 'console.log(Object.keys(require.cache).length, process.execArgv.length)';
    const { stdout, stderr } = await run(`${script}; console.log(Object.keys(require.cache)[0])`, {
      file: join(folder, 'observer.cjs'),
      options: '--no-warnings',
    });
    expect(stderr).toBe('');
    expect(stdout).toContain(join(folder, 'observer.cjs'));
  });

  it('loads nothing into a process without a gate', async () => {
    const script = `setTimeout(() => process._rawDebug(process.moduleLoadList.includes('NativeModule net')), 300)`;
    expect((await run(script, { socket: '' })).stderr).toBe('false\n');
    expect((await run(script)).stderr).toBe('true\n');
  });
});
