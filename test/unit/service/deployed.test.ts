/** S24: which targets are reached. Nothing is sent: who would connect is a recorder. */
import { describe, expect, it } from 'vitest';
import { readTargetUrl } from '../../../src/config/target-address.ts';
import type { DeployedService } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { addressesOf } from '../../../src/platform/contact.ts';
import { meetDeployed, type Ways } from '../../../src/service/deployed.ts';
import type { Whereabouts } from '../../../src/service/running.ts';
import { ALLOWED, FORMS, REACHED, resolveForms } from '../../fixtures/target-forms.ts';
import { openTestWorld } from '../../services/worlds.ts';

const plan = (url: string | null, changes: Partial<DeployedService> = {}): DeployedService => ({
  kind: 'deployed',
  url,
  tls: null,
  ready: { kind: 'tcp' },
  readyTimeout: millis(1_000),
  allowed: ALLOWED,
  allowedBy: 'configuration',
  monitoring: null,
  ...changes,
});

/** Tells who would have been connected to, and why nobody was. */
async function meet(service: DeployedService, resolve: Ways['resolve'] = resolveForms) {
  using world = openTestWorld();
  const met: Whereabouts[] = [];
  const failure: unknown = await meetDeployed(service, world, {
    resolve,
    meet: (_, place) => {
      met.push(place);
      return Promise.reject(new Error('recorded'));
    },
  }).catch((error: unknown) => error);
  return { met, failure };
}

describe('S24: a target that is not allowed', () => {
  it('is written in at least 150 forms', () => {
    expect(new Set(FORMS).size).toBeGreaterThanOrEqual(150);
  });

  it.each(FORMS)('is not reached as %j', async (text) => {
    const reading = readTargetUrl(text);
    const asConfigured = 'value' in reading ? await meet(plan(reading.value)) : null;
    expect(asConfigured?.met ?? []).toEqual([]);
    // What the configuration would refuse is not reached either where something else lets it through.
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol) || ALLOWED_HOSTS.has(url.hostname)) return;
    expect((await meet(plan(url.href))).met).toEqual([]);
  });

  it.each([
    ['http://8.8.8.8', 'address-not-allowed', 3],
    ['http://10.0.0.1', 'address-not-allowed', 3],
    ['http://evil.example', 'address-not-allowed', 3],
    ['http://169.254.169.254', 'address-never-loaded', 3],
    ['http://metadata.preview.example.com', 'address-never-loaded', 3],
    ['http://nothing.preview.example.com', 'unreachable', 2],
  ])('is told why: %s, %s', async (url, code, exitCode) => {
    expect((await meet(plan(url))).failure).toMatchObject({ exitCode, detail: { code } });
  });

  it('is told what to write where', async () => {
    const own = await meet(plan('http://8.8.8.8', { allowed: [] }));
    expect(own.failure).toMatchObject({
      message:
        'The target is 8.8.8.8, and `allowed-addresses` allows none but this machine. Nothing was sent.',
      detail: { advice: expect.stringContaining('in the configuration: `allowed-addresses: [8.8.8.8]`') },
    });
    const named = await meet(plan('http://evil.example', { allowedBy: 'base' }));
    expect(named.failure).toMatchObject({
      message: expect.stringContaining("The target's name evil.example means 8.8.8.8"),
      detail: {
        advice: expect.stringMatching(
          /merge a change first .* base branch.*`allowed-addresses: \[evil\.example\]`/u,
        ),
      },
    });
  });

  it('is missing where its variable is', async () => {
    expect((await meet(plan(null))).failure).toMatchObject({
      exitCode: 3,
      detail: { code: 'target-missing' },
    });
  });
});

/** Once its odd spelling is gone, this is a target that is allowed. */
const ALLOWED_HOSTS = new Set(['api.example.com']);

describe('a target that is allowed', () => {
  it.each(REACHED)('is reached: %s at %s', async (url, address) => {
    expect((await meet(plan(url))).met).toEqual([{ url, addresses: [address] }]);
  });

  it('is resolved once, whatever its name means later', async () => {
    const answers = [['203.0.113.7'], ['169.254.169.254']];
    let asked = 0;
    const rebinding = (): Promise<readonly string[]> => Promise.resolve(answers[asked++] ?? []);
    const { met } = await meet(plan('http://api.example.com'), rebinding);
    expect(met).toEqual([{ url: 'http://api.example.com', addresses: ['203.0.113.7'] }]);
    expect(asked).toBe(1);
    // The second answer by itself gets nowhere.
    expect((await meet(plan('http://api.example.com'), rebinding)).met).toEqual([]);
  });

  it('is not reached when any of its addresses is not', async () => {
    const mixed = () => Promise.resolve(['203.0.113.7', '8.8.8.8']);
    expect((await meet(plan('http://other.example'), mixed)).met).toEqual([]);
    expect(
      (await meet(plan('http://other.example'), () => Promise.resolve(['203.0.113.7']))).met,
    ).toHaveLength(1);
  });

  it('is looked for at one address of each family', async () => {
    const many = () => Promise.resolve(['203.0.113.7', '2001:db8:a::1', '198.51.100.1', '2001:db8:a::2']);
    expect((await meet(plan('http://api.example.com'), many)).met[0]?.addresses).toEqual([
      '203.0.113.7',
      '2001:db8:a::1',
    ]);
  });

  it('may be this machine without a list', async () => {
    const { met } = await meet(plan('http://localhost:80', { allowed: [] }), addressesOf);
    expect(met[0]?.addresses).toEqual(['127.0.0.1', '::1']);
  });
});
