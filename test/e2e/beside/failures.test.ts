/** F44: a base commit that cannot be measured is never the change's fault, and a change that cannot be measured is nobody else's. */
import { describe, expect, it } from 'vitest';
import { leftIn, phasesOf } from './left.ts';
import type { Ended } from '../cli/rig.ts';
import { exited, ONE_BLOCK, openShop, service, type Shop } from './rig.ts';

const BUILD = 'service:\n  build: sh build.sh\n';

/** A service that ends by itself so many milliseconds after its first request. */
const dying = (after: number): string =>
  service('', `globalThis.dying ??= setTimeout(() => process.exit(9), ${after}); response.end('number');`);

/** Ways in which a commit cannot be measured: its files, and what is said. */
const FAULTS = {
  'does not build': {
    files: { 'build.sh': 'echo no compiler here\nexit 7\n' },
    said: 'The build exited with code 7',
  },
  'does not boot': { files: { 'service.mjs': service('process.exit(8);') }, said: 'exited with code 8' },
  'dies while it is warmed up': { files: { 'service.mjs': dying(50) }, said: 'exited with code 9' },
  // By then both are warm, and either may have its turn.
  'dies in the middle of the load': { files: { 'service.mjs': dying(2_500) }, said: 'exited with code 9' },
} as const;

const SOUND = { 'service.mjs': service(), 'build.sh': 'exit 0\n' };

/** A shop whose configuration has a build, and whose base is one way and whose change another. */
function shopOf(base: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>): Shop {
  const shop = openShop(SOUND);
  const config = shop.read('.github/loadgate.yml').replace('service:\n', BUILD);
  shop.commit({ '.github/loadgate.yml': config, ...base });
  shop.commit({ 'notes.md': 'A change.\n', ...change });
  return shop;
}

const compare = (shop: Shop, ...args: readonly string[]): Promise<Ended> =>
  shop.run(['run', '--compare', 'base', '--base', 'main~1', '--budget', ONE_BLOCK, ...args]);

const words = (text: string): string => text.replaceAll(/\s+/gu, ' ');

describe('F44: a base commit that cannot be measured', () => {
  it.each(Object.entries(FAULTS))(
    'since it %s leaves nothing to compare with: exit 0',
    async (_, { files, said }) => {
      using shop = shopOf(files, SOUND);
      const ended = await compare(shop);
      exited(ended, 0);
      expect(words(ended.stderr)).toContain('The base commit could not be measured: ');
      expect(words(ended.stderr)).toContain(said);
      expect(words(ended.stderr)).toContain('`service: build` must do everything a fresh checkout needs');
      const { run, verdict, report } = leftIn(shop.repository);
      expect(run.baseFailure).toMatchObject({ code: 'base-failed' });
      expect(phasesOf(run)).toBe('alone');
      expect(verdict).toMatchObject({ outcome: 'no-baseline', exitCode: 0 });
      expect(verdict.scenarios[0]?.reference).toMatchObject({ kind: 'base-failed' });
      expect(report).toContain('Not compared, the base commit could not be measured');
      expect(report).toContain('That is not held against the change.');
    },
  );

  it('does not keep absolute limits from being judged, nor the run from being judged again', async () => {
    const complaint = `echo ${'long '.repeat(1_500)}; exit 7\n`;
    using shop = shopOf({ 'build.sh': complaint }, SOUND);
    exited(await compare(shop, '--throughput-min', '1000000'), 1);
    const { verdict } = leftIn(shop.repository);
    const failed = verdict.scenarios[0]?.judgements.filter((judgement) => judgement.failed);
    expect(failed).toMatchObject([{ metric: 'throughput', comparison: null, bounds: [{ broken: true }] }]);
    exited(await shop.run(['judge', 'loadgate-report/run.json', '--compare', 'base', '--base', 'main~1']), 0);
    expect(leftIn(shop.repository).verdict.outcome).toBe('no-baseline');
  });

  it('since it has no such folder is said to have none', async () => {
    using shop = openShop();
    const files = ['service.mjs', 'rounds.txt', '.github/loadgate.yml'];
    shop.commit(Object.fromEntries(files.map((file) => [`new/${file}`, shop.read(file)])));
    const directory = `${shop.repository}/new`;
    const ended = await shop.run(['run', '--compare', 'base', '--base', 'main~1'], { directory });
    exited(ended, 0);
    expect(words(ended.stderr)).toContain('has no folder new/, in which the change is measured');
    expect(leftIn(directory).verdict.outcome).toBe('no-baseline');
  });
});

describe('a change that cannot be measured', () => {
  it.each(Object.entries(FAULTS))('since it %s is its own fault: exit 2', async (_, { files, said }) => {
    using shop = shopOf(SOUND, files);
    expectFailure(await compare(shop), said);
  });

  it.each(['does not build', 'does not boot'] as const)(
    'is so too where the base %s either',
    async (fault) => {
      const { files, said } = FAULTS[fault];
      using shop = shopOf(files, files);
      expectFailure(await compare(shop), said);
    },
  );

  function expectFailure(ended: Ended, said: string): void {
    exited(ended, 2);
    expect(ended.stdout).toBe('');
    // The last words are the failure; a line on the base may stand before them.
    const failure = words(ended.stderr).slice(words(ended.stderr).lastIndexOf('✗'));
    expect(failure).toContain(said);
    expect(failure).not.toContain('The base commit could not be measured');
  }
});

describe('a base commit that nobody knows', () => {
  it('is asked for: exit 3, before anything is built or booted', async () => {
    using shop = openShop();
    const ended = await shop.run(['run', '--compare', 'base']);
    exited(ended, 3);
    expect(words(ended.stderr)).toContain('`compare: base` needs a base commit, and this run has none.');
    expect(words(ended.stderr)).toContain('--base main');
    expect(shop.starts()).toEqual([]);
  });

  it.each([
    ['nonsense', '"nonsense" names no commit of this repository.'],
    ['--upload-pack=x', '"--upload-pack=x" is not the name of a commit.'],
    ['d'.repeat(40), 'names no commit of this repository.'],
  ])('S20: is given as %s: exit 3', async (name, said) => {
    using shop = openShop();
    const ended = await shop.run(['run', '--compare', 'base', `--base=${name}`]);
    exited(ended, 3);
    expect(words(ended.stderr)).toContain(said);
    expect(shop.starts()).toEqual([]);
  });
});
