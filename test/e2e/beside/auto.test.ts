/** `compare: auto`: the stored baseline decides where it can, and asks the base commit where it cannot. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git } from '../baseline/scratch.ts';
import { leftIn, phasesOf, undisturbed } from './left.ts';
import { budgetOf, exited, ONE_BLOCK, openShop, type Shop, waiting } from './rig.ts';

const LONG = 240_000;
const RUNS = 5;
/** Milliseconds in which the service answers, whatever else this machine does; and when it has become slow: still too quick for longer turns. */
const DELAY = 3;
const LONG_DELAY = 15;

const words = (text: string): string => text.replaceAll(/\s+/gu, ' ');

let shop: Shop;
/** Commits of main: without a baseline; with one; slower than the baseline; the same, but broken. */
let first: string;
let accepted: string;
let slow: string;
let broken: string;

beforeAll(async () => {
  shop = openShop({ 'service.mjs': waiting(DELAY), 'build.sh': 'exit 0\n' });
  const config = shop
    .read('.github/loadgate.yml')
    .replace('service:\n', 'service:\n  build: sh build.sh\n')
    .concat(`compare: auto\nbaseline: { min-runs: ${RUNS} }\n`);
  first = shop.commit({ '.github/loadgate.yml': config });
  exited(await shop.run(['baseline', 'update', '--runs', String(RUNS)]), 0);
  accepted = shop.commit({});
  slow = shop.commit({ 'service.mjs': waiting(LONG_DELAY) });
  broken = shop.commit({ 'build.sh': 'echo no compiler here\nexit 7\n' });
}, LONG);
afterAll(() => shop[Symbol.dispose]());

/** Puts a change on top of a commit, and checks it out. */
function change(base: string, files: Readonly<Record<string, string>>): void {
  git(shop.repository, 'checkout', '--quiet', '--detach', base);
  shop.commit({ 'notes.md': `A change of ${base}.\n`, ...files });
}

/** Folders of the services that were started since. */
const startedSince = (count: number): readonly string[] =>
  shop
    .starts()
    .slice(count)
    .map(({ directory }) => directory);

const screenOf = () => leftIn(shop.repository).verdict.scenarios[0]?.screen;

describe('without a baseline', () => {
  it('measures the base commit beside the change', async () => {
    change(first, {});
    const comparing = ['--base', first, '--budget', ONE_BLOCK];
    const measured = await shop.run(['run', ...comparing]);
    exited(await undisturbed(shop, measured, comparing), 0);
    expect(measured.stderr).toContain('The stored baseline does not settle it');
    const { run, verdict, report } = leftIn(shop.repository);
    expect(phasesOf(run)).toBe('alone main');
    expect(verdict.scenarios[0]?.reference).toMatchObject({ kind: 'base', commit: first });
    expect(screenOf()).toMatchObject({ outcome: 'no-baseline' });
    expect(report).toContain(
      'The stored baseline had nothing to compare with, so the base commit was measured',
    );
  });

  it('and without a base commit measures the change alone', async () => {
    change(first, {});
    const before = shop.starts().length;
    const ended = await shop.run(['run']);
    exited(ended, 0);
    expect(phasesOf(leftIn(shop.repository).run)).toBe('alone');
    expect(startedSince(before)).toEqual([shop.repository]);
  });
});

describe('with enough accepted runs', () => {
  it('that a change passes measures nothing else', async () => {
    change(accepted, {});
    const before = shop.starts().length;
    const ended = await shop.run(['run', '--base', accepted]);
    exited(ended, 0);
    const { run, verdict } = leftIn(shop.repository);
    expect(phasesOf(run)).toBe('alone');
    expect(run.builds.map(({ side }) => side)).toEqual(['head']);
    expect(verdict.outcome).toBe('pass');
    expect(verdict.scenarios[0]?.reference).toMatchObject({ kind: 'baseline' });
    expect(screenOf()).toBeNull();
    expect(startedSince(before)).toEqual([shop.repository]);
  });

  it('is overruled by the base commit, which is as slow as the change', { timeout: LONG }, async () => {
    change(slow, {});
    const comparing = ['--base', slow, '--budget', budgetOf(3)];
    const measured = await shop.run(['run', ...comparing]);
    exited(await undisturbed(shop, measured, comparing), 0);
    const { run, verdict, report } = leftIn(shop.repository);
    expect(phasesOf(run)).toMatch(/^alone main( main)*$/u);
    expect(verdict.outcome).toBe('pass');
    expect(screenOf()).toMatchObject({ outcome: 'fail' });
    expect(words(report)).toMatch(
      /The stored baseline saw .*p50 \+\d+ %.*, so the base commit was measured/u,
    );
  });

  it('decides alone where the base commit cannot be built, and says so', async () => {
    change(broken, { 'build.sh': 'exit 0\n' });
    const ended = await shop.run(['run', '--base', broken, '--budget', ONE_BLOCK]);
    exited(ended, 1);
    const { run, verdict, report } = leftIn(shop.repository);
    expect(phasesOf(run)).toBe('alone');
    expect(run.baseFailure?.lines).toContain('no compiler here');
    expect(verdict.scenarios[0]?.reference).toMatchObject({ kind: 'baseline' });
    expect(words(report)).toContain('The stored baseline decided alone.');
  });
});
