/** The probe of containers against engines that answer well, badly, late, and not at all. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ContainersPlan } from '../../../src/domain/plan.ts';
import { openContainers } from '../../../src/probes/containers.ts';
import { ENGINES, idOf, type Used } from '../../fixtures/containers.ts';
import { type FakeAnswer, type FakeEngine, startFakeEngine } from '../../services/fake-engine.ts';
import { faultService, openTestWorld } from '../../services/worlds.ts';

const SHOP: ContainersPlan = { kind: 'project', project: 'shop' };

/** Watches over one stretch of load (or more), during which `between` is done, and reads. */
async function watch(
  host: string,
  containers: ContainersPlan = SHOP,
  between: (stretch: number) => void = () => undefined,
  stretches = 1,
) {
  using world = openTestWorld({ DOCKER_HOST: host });
  const plan = { containers, databases: [], service: faultService('true') };
  await using probe = await openContainers(plan, world);
  const part = probe.watch({ url: 'http://127.0.0.1:4000' });
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    await part.begin();
    between(stretch);
    await part.end();
  }
  return part.read();
}

const docker = ENGINES['Docker 28'];
const listed = (number: number, name = `shop-web-${number}`) => ({
  ...docker.listed,
  Id: idOf(number),
  Names: [`/${name}`],
});

/** An engine whose containers use 100 ms of CPU time between two questions; `odd` answers in its place where it does not say undefined. */
async function startDocker(
  numbers: () => readonly number[],
  odd: (path: string) => FakeAnswer | undefined = () => undefined,
): Promise<FakeEngine> {
  const looks = new Map<string, number>();
  return await startFakeEngine((path) => {
    const given = odd(path);
    if (given !== undefined) return given;
    if (path.startsWith('/containers/json')) return { json: numbers().map((each) => listed(each)) };
    const [, , id = '', question = ''] = path.split(/[/?]/);
    if (!numbers().some((each) => idOf(each) === id)) return { status: 404 };
    if (question === 'json') return { json: docker.inspect };
    const look = (looks.get(id) ?? 0) + 1;
    looks.set(id, look);
    return { json: docker.stats({ second: look, cpu: 100 * look }) };
  });
}

describe('the probe of containers', () => {
  it('asks by GET alone, for each container once before and once after', async () => {
    await using engine = await startDocker(() => [1, 2]);
    const { containers, unread } = await watch(engine.host);
    expect(unread).toEqual([]);
    expect(containers.map(({ name, cores }) => [name, cores])).toEqual([
      ['shop-web-1', 0.1],
      ['shop-web-2', 0.1],
    ]);
    expect(engine.asked.filter((question) => !question.startsWith('GET '))).toEqual([]);
    expect(engine.asked).toHaveLength(1 + 2 * (1 + 2) + 2);
  });

  it('leaves out what belongs to another project, and finds names', async () => {
    const strangers = [{ ...listed(1), Labels: {} }, { ...listed(2), Labels: null }, listed(3)];
    await using engine = await startDocker(
      () => [1, 2, 3],
      (path) => (path.startsWith('/containers/json') ? { json: strangers } : undefined),
    );
    expect((await watch(engine.host)).containers.map(({ name }) => name)).toEqual(['shop-web-3']);
    const named = await watch(engine.host, { kind: 'names', names: ['shop-web-2', 'nobody'] });
    expect(named.containers.map(({ name }) => name)).toEqual(['shop-web-2']);
    expect(named.unread).toMatchObject([
      { name: 'nobody', part: 'all', reason: 'no container of this name runs' },
    ]);
  });

  it('knows the containers of a boot by its port', async () => {
    const project = { 'com.docker.compose.project': 'shop-4000' };
    await using engine = await startDocker(
      () => [1, 2],
      (path) =>
        path.startsWith('/containers/json')
          ? { json: [listed(1), { ...listed(2), Labels: project }] }
          : undefined,
    );
    const { containers } = await watch(engine.host, { kind: 'project', project: 'shop-{port}' });
    expect(containers.map(({ name }) => name)).toEqual(['shop-web-2']);
  });

  it('takes containers that come, go and start anew', async () => {
    let running: readonly number[] = [1, 2];
    await using engine = await startDocker(() => running);
    const { containers, unread } = await watch(engine.host, SHOP, () => (running = [1, 3]));
    expect(containers.map(({ name }) => name).toSorted()).toEqual(['shop-web-1', 'shop-web-3']);
    expect(unread).toMatchObject([
      { name: 'shop-web-2', part: 'lost', reason: 'it ended while it was watched' },
    ]);
  });

  it('watches 200 of them, and says that there are more', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 250 }, (_, index) => index + 1);
    await using engine = await startDocker(() => many);
    const { containers, unread } = await watch(engine.host);
    expect(containers).toHaveLength(200);
    expect(unread).toMatchObject([
      { name: null, reason: 'there are 250 of them, and the first 200 are watched' },
    ]);
  });

  it('says that a project has no containers', async () => {
    await using engine = await startDocker(() => []);
    expect((await watch(engine.host)).unread).toMatchObject([
      { name: null, part: 'all', reason: 'no container that runs belongs to the compose project shop' },
    ]);
  });
});

const cut = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('[{"Id":');
  setImmediate(() => response.destroy());
};
const huge = (response: ServerResponse): void => {
  response.writeHead(200).end(`[${' '.repeat(5 * 1024 * 1024)}]`);
};

describe('a list that', () => {
  it.each<[string, FakeAnswer, string]>([
    ['is cut off', cut, 'the connection to '],
    [
      'ends too early',
      (response) => void response.end('[{"Id":'),
      'the answer of the container engine is not JSON',
    ],
    ['is huge', huge, 'an answer of the container engine is larger than 4 MiB'],
    ['is refused', { status: 500 }, 'the container engine answered 500: as it is'],
    ['is not there', { status: 404 }, 'the container engine has no list of containers'],
    [
      'is none',
      { json: { Id: idOf(1) } },
      'the answer of the container engine has another shape than that of Docker',
    ],
    [
      'leads elsewhere',
      { json: [{ Id: '../../secrets' }] },
      'the answer of the container engine has another shape',
    ],
    ['never comes', () => undefined, 'no complete answer from '],
  ])('%s', { timeout: 20_000 }, async (_, answer, reason) => {
    await using engine = await startDocker(
      () => [1],
      (path) => (path.startsWith('/containers/json') ? answer : undefined),
    );
    const { containers, unread } = await watch(engine.host, SHOP, undefined, 3);
    expect(containers).toEqual([]);
    expect(unread).toHaveLength(1);
    expect(unread[0]).toMatchObject({ name: null, part: 'all', reason: expect.stringContaining(reason) });
    // Whoever is silent once is not waited for again.
    expect(engine.asked).toHaveLength(2);
  });

  it('fails when load has been on is lost', async () => {
    let fails = false;
    await using engine = await startDocker(
      () => [1],
      (path) => (fails && path.includes('/json') ? { status: 500 } : undefined),
    );
    const { containers, unread } = await watch(engine.host, SHOP, (stretch) => (fails = stretch === 1), 2);
    expect(containers).toHaveLength(1);
    expect(unread).toMatchObject([
      { name: null, part: 'lost', reason: 'the container engine answered 500: as it is' },
    ]);
  });
});

describe('one container whose answer', () => {
  it.each<[string, string, FakeAnswer, string | null]>([
    ['about its set-up is cut off', 'json', cut, 'the connection to '],
    ['about its use is cut off', 'stats', cut, 'the connection to '],
    ['about its use is huge', 'stats', huge, 'larger than 4 MiB'],
    ['about its use never comes', 'stats', () => undefined, 'no complete answer from '],
    ['about its use has no CPU time', 'stats', { json: { cpu_stats: {} } }, 'another shape'],
    [
      'about its use is negative',
      'stats',
      { json: { cpu_stats: { cpu_usage: { total_usage: -5 } } } },
      'another shape',
    ],
    ['is gone again', 'stats', { status: 404 }, null],
    [
      'is that of a stopped one',
      'stats',
      { json: { read: '0001-01-01T00:00:00Z', cpu_stats: { cpu_usage: { total_usage: 0 } } } },
      null,
    ],
  ])('%s leaves the others alone', { timeout: 20_000 }, async (_, question, answer, reason) => {
    await using engine = await startDocker(
      () => [1, 2],
      (path) => (path.startsWith(`/containers/${idOf(2)}/${question}`) ? answer : undefined),
    );
    const { containers, unread } = await watch(engine.host, SHOP, undefined, 2);
    expect(containers.map(({ name, cores }) => [name, cores])).toEqual([['shop-web-1', 0.1]]);
    const lost = { name: 'shop-web-2', part: 'all', reason: expect.stringContaining(reason ?? '') };
    expect(unread).toMatchObject(reason === null ? [] : [lost]);
  });
});

describe('an engine', () => {
  it.each([
    ['tcp://127.0.0.1:2375', 'DOCKER_HOST does not name a Unix socket'],
    ['ssh://somebody@elsewhere', 'DOCKER_HOST does not name a Unix socket'],
    ['unix:///nonexistent/engine.sock', "there is no container engine's socket at /nonexistent/engine.sock"],
    ['unix:///dev/null', 'no container engine listens at /dev/null'],
  ])('at %s is not asked', async (host, reason) => {
    const { unread } = await watch(host);
    expect(unread).toMatchObject([{ name: null, part: 'all', reason: expect.stringContaining(reason) }]);
    expect(unread[0]?.remedy).not.toBeNull();
  });

  it('whose socket may not be opened says so', { timeout: 30_000 }, async () => {
    await using engine = await startDocker(() => [1]);
    // Root may open anything, and then somebody else has to ask.
    const root = process.getuid?.() === 0;
    chmodSync(engine.socket, root ? 0o600 : 0o000);
    chmodSync(join(engine.socket, '..'), 0o755);
    const source = join(import.meta.dirname, '../../../src/platform/container-engine.ts');
    const found = `findContainerEngine({ DOCKER_HOST: '${engine.host}' })`;
    const script = `import('${source}').then(({ findContainerEngine }) => ${found}).then(({ reason }) => console.log(reason))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      ...(root && { uid: 65_534, gid: 65_534 }),
      cwd: '/',
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(stdout, stderr).toBe(`this user may not open ${engine.socket}\n`);
  });
});

describe.each(Object.entries(ENGINES))('%s', (name, shape) => {
  it('is understood', async () => {
    const uses: readonly Used[] = [
      { second: 10, cpu: 1_000, periods: 100, throttled: 50 },
      {
        second: 12,
        cpu: 2_000,
        read: 4_096,
        written: 8_192,
        received: 300,
        sent: 9_000,
        periods: 120,
        throttled: 55,
      },
    ];
    let look = 0;
    await using engine = await startFakeEngine((path) => {
      if (path.startsWith('/containers/json')) return { json: [{ ...shape.listed, Id: idOf(1) }] };
      if (path.endsWith('/json')) return { json: shape.inspect };
      return { json: shape.stats(uses[look++] ?? { second: 0, cpu: 0 }) };
    });
    const { containers, unread } = await watch(engine.host);
    expect(unread).toEqual([]);
    const bare = name === 'Podman 5';
    expect(containers).toEqual([
      {
        name: expect.stringMatching(/^shop[-_]web[-_]1$/),
        image: expect.stringMatching(/shop[-_]web/),
        service: bare ? null : 'web',
        cores: 0.5,
        cpuLimit: bare ? null : 0.5,
        throttledPeriods: name.startsWith('Docker') ? 0.25 : null,
        memory: bare ? null : 20_000_000,
        memoryLimit: bare ? null : 67_108_864,
        io: bare ? null : { read: 4_096, written: 8_192 },
        network: bare ? null : { received: 300, sent: 9_000 },
      },
    ]);
  });
});
