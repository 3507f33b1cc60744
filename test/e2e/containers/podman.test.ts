/** The probe of containers on a real engine, from the configuration to the record. LOADGATE_REQUIRE_CONTAINERS=1 makes it fail where it would be skipped. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../../src/domain/measurement.ts';
import type { Resources } from '../../../src/domain/resources.ts';
import { freePort } from '../../../src/platform/ports.ts';
import { IMAGE, NETWORK, openPodman, type Podman } from '../../services/podman.ts';
import { type Folder, openFolder } from '../cli/rig.ts';

let podman: Podman | null = null;
/** Why there is none here. */
let obstacle = '';

/** Of the tests that are run: where a filter leaves none of them, nothing is made that somebody would have to remove. */
async function open(): Promise<void> {
  try {
    podman = await openPodman();
  } catch (error) {
    if (process.env['LOADGATE_REQUIRE_CONTAINERS'] === '1') throw error;
    obstacle = error instanceof Error ? error.message : String(error);
    console.warn(`SKIPPED: containers are not tested: ${obstacle}`);
  }
}

const engine = (): Podman => {
  if (podman === null) throw new Error(obstacle);
  return podman;
};

const labels = (project: string, service: string): readonly string[] =>
  [`project=${project}`, `service=${service}`].flatMap((label) => ['--label', `com.docker.compose.${label}`]);

/** Four users for two seconds. */
const SCENARIO = `compare: baseline
scenarios:
  home:
    users: 4
    duration: 2s
    warm-up: 200ms
    requests: [GET /]
    limits: { p95: off, throughput: off, cpu-per-request: off, error-rate: off }
`;

function resourcesOf(folder: Folder): Resources {
  const run = JSON.parse(folder.read('loadgate-report/run.json')) as Run;
  const { resources = null } = run.blocks[0]?.slices[0] ?? {};
  if (resources === null) throw new Error('nothing was watched');
  return resources;
}

async function startShop(): Promise<{ readonly web: number; readonly store: number }> {
  const [web, store] = [await freePort(), await freePort()];
  await engine().run({ name: 'shop-store', options: labels('shop', 'store'), ports: [store] });
  const limits = ['--cpus', '0.2', '--memory', '64m'];
  await engine().run({
    name: 'shop-web',
    options: [...limits, ...labels('shop', 'web')],
    ports: [web, store],
  });
  await engine().run({ name: 'stranger', options: labels('other', 'web'), ports: [await freePort()] });
  return { web, store };
}

async function endShop(): Promise<void> {
  for (const name of ['shop-store', 'shop-web', 'stranger']) await engine().remove(name);
}

describe('containers of podman', () => {
  beforeAll(open, 300_000);
  beforeEach(({ skip }) => {
    if (podman === null) skip(obstacle);
  });
  afterAll(async () => {
    await podman?.[Symbol.asyncDispose]();
  }, 60_000);

  it('of a project are watched, each by itself', { timeout: 120_000 }, async () => {
    const { web } = await startShop();
    using folder = openFolder({
      'gate.yml': `service: { url: "http://127.0.0.1:${web}" }\ncontainers: { project: shop }\n${SCENARIO}`,
    });
    const { code, stdout, stderr } = await folder.run(['run', '--config', 'gate.yml'], {
      DOCKER_HOST: engine().host,
    });
    await endShop();
    expect(code, stdout + stderr).toBe(0);
    const { containers, unread } = resourcesOf(folder);
    expect(unread.filter(({ probe }) => probe === 'container')).toEqual([]);
    expect(containers.map(({ name }) => name).toSorted()).toEqual(['shop-store', 'shop-web']);
    const find = (service: string) => containers.find((each) => each.service === service);
    expect(find('web')).toMatchObject({ image: IMAGE, cpuLimit: 0.2, memoryLimit: 64 * 1024 * 1024 });
    // Four users ask for more than a fifth of a core, and get little more than that.
    expect(find('web')?.cores).toBeGreaterThan(0.1);
    expect(find('web')?.cores).toBeLessThan(0.3);
    expect(find('web')?.throttledPeriods).toBeGreaterThan(0.2);
    expect(find('web')?.memory).toBeGreaterThan(100_000);
    expect(find('web')?.memory).toBeLessThan(64 * 1024 * 1024);
    expect(find('store')).toMatchObject({ cpuLimit: null, throttledPeriods: null, memoryLimit: null });
    expect(find('store')?.cores).toBeGreaterThan(0.01);
  });

  it('that end under load are said to be lost', { timeout: 120_000 }, async () => {
    const { web } = await startShop();
    using folder = openFolder({
      'gate.yml': `service: { url: "http://127.0.0.1:${web}" }\ncontainers: { names: [shop-web, stranger] }\n${SCENARIO.replace('2s', '6s')}`,
    });
    const running = folder.start(['run', '--config', 'gate.yml'], { DOCKER_HOST: engine().host });
    await running.until('home');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await engine().remove('stranger');
    const { code, stdout, stderr } = await running.ended;
    await engine().remove('shop-web');
    await engine().remove('shop-store');
    expect(code, stdout + stderr).toBe(0);
    const { containers, unread } = resourcesOf(folder);
    expect(containers.map(({ name }) => name)).toEqual(['shop-web']);
    expect(unread.filter(({ probe }) => probe === 'container')).toMatchObject([
      { name: 'stranger', part: 'lost', reason: 'it ended while it was watched' },
    ]);
  });

  it('that the start command starts beside the service are known by its port', {
    timeout: 120_000,
  }, async () => {
    const project = '--label com.docker.compose.project=shop-{port}';
    const store = `${engine().command} run --detach --name store-{port} ${project} ${NETWORK.join(' ')} ${IMAGE} 9`;
    using folder = openFolder({
      'start.sh': 'printf "%s" "$PORT" > port\n',
      'gate.yml': `service:
  start: "${store} && sh start.sh && exec '${process.execPath}' service.mjs"
  ready: /health
containers: { project: "shop-{port}" }
${SCENARIO}`,
    });
    const { code, stdout, stderr } = await folder.run(['run', '--config', 'gate.yml'], {
      DOCKER_HOST: engine().host,
    });
    expect(code, stdout + stderr).toBe(0);
    const { containers, unread } = resourcesOf(folder);
    expect(containers, JSON.stringify(unread)).toMatchObject([
      { name: `store-${folder.read('port')}`, service: null },
    ]);
    expect(unread.filter(({ probe }) => probe === 'container')).toEqual([]);
  });
});
