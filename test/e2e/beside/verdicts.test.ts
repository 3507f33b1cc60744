/** The base commit measured beside the change: what is found, in which order it was measured, and that nobody's checkout notices. */
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONFIRM_BLOCKS, CONFIRM_BLOCKS_MIN } from '../../../src/judge/looks.ts';
import { git } from '../baseline/scratch.ts';
import { inspect, leftIn, orderOf, p50Of, phasesOf, type Left, undisturbed } from './left.ts';
import type { Ended } from '../cli/rig.ts';
import { budgetOf, configOf, exited, MANY_ROUNDS, openShop, service, type Shop } from './rig.ts';

/** Longer than any of these measurements takes, on a busy machine. */
const LONG = 240_000;

/** The text in the middle of words that are wrapped. */
const unwrapped = (text: string): string => text.replaceAll(/\s+/gu, ' ');

describe('a change that makes the service much slower', () => {
  let shop: Shop;
  let base: string;
  let head: string;
  let ended: Ended;
  let left: Left;
  let before: ReturnType<typeof inspect>;
  let after: ReturnType<typeof inspect>;

  beforeAll(async () => {
    shop = openShop({ 'README.md': 'A shop.\n' });
    base = git(shop.repository, 'rev-parse', 'HEAD');
    head = shop.commit({ 'rounds.txt': String(MANY_ROUNDS) });
    leaveWorkLyingAbout(shop);
    before = inspect(shop.repository);
    const comparing = ['--compare', 'base', '--base', 'main~1', '--budget', budgetOf(4)];
    const measured = await shop.run(['run', ...comparing]);
    after = inspect(shop.repository);
    ended = await undisturbed(shop, measured, comparing);
    left = leftIn(shop.repository);
    writeFileSync(join(shop.root, 'run.json'), JSON.stringify(left.run));
  }, LONG);
  afterAll(() => shop[Symbol.dispose]());

  it('fails with exit 1, by a regression that fresh blocks confirmed', () => {
    exited(ended, 1);
    expect(left.verdict).toMatchObject({ outcome: 'fail', exitCode: 1 });
    const p50 = p50Of(left.verdict);
    expect(p50).toMatchObject({
      failed: true,
      comparison: { against: 'base', outcome: 'regression', confirmation: 'confirmed' },
    });
    expect(p50?.comparison?.change).toBeGreaterThan(0.5);
    expect(left.verdict.scenarios[0]?.reference).toMatchObject({ kind: 'base', commit: base });
  });

  it('names both commits, and how often they were measured', () => {
    expect(left.run.builds).toEqual([
      { side: 'head', commit: head, dirty: true },
      { side: 'base', commit: base, dirty: false },
    ]);
    expect(left.run.baseFailure).toBeNull();
    for (const text of [left.report, unwrapped(ended.stdout)]) expect(text).toContain(base.slice(0, 12));
    expect(left.report).toContain(
      `the base commit, measured beside the change in ${left.run.blocks.length} blocks`,
    );
  });

  it('is asked again in fresh blocks after its alarm', () => {
    const phases = phasesOf(left.run);
    expect(phases).toMatch(/^main( main)+( confirm)+$/u);
    const confirming = left.run.blocks.filter(({ phase }) => phase === 'confirm').length;
    expect(confirming).toBeGreaterThanOrEqual(CONFIRM_BLOCKS_MIN);
    expect(confirming).toBeLessThanOrEqual(CONFIRM_BLOCKS);
    for (const { boots } of left.run.blocks) {
      expect(boots.map(({ side }) => side).toSorted()).toEqual(['base', 'head']);
    }
    expect(shop.starts()).toHaveLength(2 * left.run.blocks.length);
  });

  it('shares its turns with the base in units of four that are their own mirror image, by the recorded seed', () => {
    expect(left.run.seed).toBeGreaterThan(0);
    const units = left.run.blocks.flatMap((block) => {
      const order = orderOf(block);
      expect(order.length % 4).toBe(0);
      return Array.from({ length: order.length / 4 }, (_, index) =>
        order.slice(4 * index, 4 * index + 4).join(' '),
      );
    });
    // By lot: that many units are alike once in more runs than anybody counts.
    expect(new Set(units)).toEqual(new Set(['head base base head', 'base head head base']));
    for (const { slices } of left.run.blocks) {
      const [first, second] = slices;
      expect(slices).toHaveLength(2);
      expect(first?.turns).toHaveLength(second?.turns.length ?? 0);
    }
  });

  it('is started in the checkout, and the base in a folder of its own, with an environment of the same names', () => {
    const [first] = shop.starts();
    const folders = new Set(shop.starts().map(({ directory }) => directory));
    expect(folders.size).toBe(2);
    expect(folders).toContain(shop.repository);
    const own = [...folders].find((folder) => folder !== shop.repository);
    expect(own).toMatch(new RegExp(`^${shop.temporary}/loadgate-[^/]+/base$`, 'u'));
    for (const { names } of shop.starts()) expect(names.toSorted()).toEqual(first?.names.toSorted());
    expect(first?.names).toContain('LOADGATE_PADDING');
    expect(first?.names.filter((name) => name.startsWith('GIT_') || name === 'RUNNER_TEMP')).toEqual([]);
  });

  it('F43: leaves the checkout, its repository and everything in them as they are, to the byte and the nanosecond', () => {
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
    expect(before.has('.git/refs/stash')).toBe(true);
    expect(before.has('ignored.txt')).toBe(true);
    expect(git(shop.repository, 'worktree', 'list').split('\n')).toHaveLength(1);
    expect(git(shop.repository, 'rev-parse', 'HEAD')).toBe(head);
  });

  it('is judged again by other limits, without any load', async () => {
    const loose = configOf(join(shop.root, 'starts.jsonl')).replace(
      'max-increase: 50%',
      'max-increase: 900%',
    );
    writeFileSync(join(shop.repository, 'loose.yml'), loose);
    const started = shop.starts().length;
    const file = join(shop.root, 'run.json');
    const lenient = ['judge', file, '--config', 'loose.yml'];
    exited(await shop.run(lenient), 0);
    const p50 = p50Of(leftIn(shop.repository).verdict);
    expect(p50).toMatchObject({ failed: false, comparison: { against: 'base', limit: 9 } });
    exited(await shop.run([...lenient, '--throughput-min', '1000000']), 1);
    exited(await shop.run(['judge', file]), 1);
    expect(leftIn(shop.repository).run).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(shop.starts()).toHaveLength(started);
    rmSync(join(shop.repository, 'loose.yml'));
  });
});

/** A checkout as people have them: a stash, staged and unstaged changes, files that git does not know and files that it ignores, an index that is behind. */
function leaveWorkLyingAbout({ repository }: Shop): void {
  const write = (name: string, text: string): void => writeFileSync(join(repository, name), text);
  write('README.md', 'Put aside.\n');
  git(repository, 'stash');
  write('README.md', 'Edited.\n');
  write('staged.txt', 'staged');
  git(repository, 'add', 'staged.txt');
  write('untracked.txt', 'nobody knows me');
  write('ignored.txt', 'nobody should');
  utimesSync(join(repository, 'service.mjs'), 1_700_000_000, 1_700_000_000);
  mkdirSync(join(repository, 'loadgate-report'));
}

describe('a change of a comment', () => {
  it('passes with exit 0, and confirms nothing', { timeout: LONG }, async () => {
    using shop = openShop();
    const base = git(shop.repository, 'rev-parse', 'HEAD');
    shop.commit({ 'service.mjs': `// Only words.\n${service()}` });
    const comparing = ['--compare', 'base', '--base', base, '--budget', budgetOf(3)];
    const ended = await undisturbed(shop, await shop.run(['run', ...comparing]), comparing);
    exited(ended, 0);
    const { run, verdict } = leftIn(shop.repository);
    expect(verdict.outcome).toBe('pass');
    expect(phasesOf(run)).toMatch(/^main( main)*$/u);
    expect(p50Of(verdict)?.comparison).toMatchObject({
      outcome: 'no-change',
      confirmation: null,
    });
  });
});
