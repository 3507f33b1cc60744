/** The branch of accepted runs by git alone, in real repositories: races, refusals, and a checkout that nobody touches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { branchFileOf, readOnBranch } from '../../../src/baseline/branch-store.ts';
import { enterBranch } from '../../../src/baseline/enter-branch.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { count, raceOnce, racePlan, raceRun } from '../../branch/race.ts';
import { forcedPushes, hook, openRemote, type Remote, writerByGit } from '../../branch/remote.ts';
import { git, openScratch, photograph, type Scratch, type TestWorld } from './scratch.ts';

const FILE = branchFileOf(racePlan.suite);

let scratch: Scratch;
let remote: Remote;
beforeEach(() => {
  scratch = openScratch();
  remote = openRemote(scratch.directory);
});
afterEach(() => scratch[Symbol.dispose]());

const failureOf = (promise: Promise<unknown>): Promise<Failure> =>
  promise.then(
    (value) => expect.unreachable(`no failure, but ${JSON.stringify(value)}`),
    (error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    },
  );

const enter = async (world: TestWorld, round = 1, plan: Plan = racePlan) =>
  enterBranch(await writerByGit(world).open(), { plan, run: raceRun(0, round), page: null }, world);
const textOf = (): string => git(remote.directory, 'show', `loadgate:${FILE}`);

describe('writers of one branch', () => {
  it('F39 F41: lose nothing, duplicate nothing, force nothing, and leave every checkout as it is', async () => {
    const [writers, rounds] = [20, 3];
    const worlds = Array.from({ length: writers }, (_, index) => remote.clone(`writer-${index}`));
    const before = worlds.map(({ workspace }) => photograph(workspace));
    // In the first round all of them find no branch, and each tries to make it.
    for (let round = 0; round < rounds; round += 1) await raceOnce(worlds.map(writerByGit), round);
    expect(count(textOf(), writers, rounds)).toEqual({ lost: 0, duplicated: 0, kept: writers * rounds });
    expect(forcedPushes(remote)).toBe(0);
    expect(remote.updates()).toHaveLength(writers * rounds + 1);
    expect(git(remote.directory, 'rev-list', '--max-parents=0', '--count', 'loadgate')).toBe('1');
    expect(worlds.map(({ workspace }) => photograph(workspace))).toEqual(before);
  }, 600_000);
});

describe('one writer', () => {
  it('F41, F42: makes the branch without parents, with a file for people, and no workflow starts from its commits', async () => {
    const world = remote.clone('one');
    const entered = await enter(world);
    expect(entered).toMatchObject({ path: 'default.json', isNew: true, runs: 1 });
    expect(git(remote.directory, 'rev-parse', 'loadgate')).toBe(entered.commit);
    expect(git(remote.directory, 'ls-tree', '-r', '--name-only', 'loadgate').split('\n')).toEqual([
      'README.md',
      'default.json',
    ]);
    const subjects = git(remote.directory, 'log', '--format=%s', 'loadgate').split('\n');
    expect(subjects).toHaveLength(2);
    expect(subjects.every((subject) => subject.includes('[skip ci]'))).toBe(true);
  });

  it('F45: enters a run once, and an older one in its place', async () => {
    const world = remote.clone('one');
    await enter(world, 5);
    expect(await enter(world, 5)).toMatchObject({ isNew: false, runs: 1 });
    expect(await enter(world, 2)).toMatchObject({ isNew: true, runs: 2 });
    const { baseline, source } = await readOnBranch(racePlan, world);
    expect(source).toEqual({
      path: FILE,
      commit: git(remote.directory, 'rev-parse', 'loadgate'),
      branch: 'loadgate',
    });
    expect(baseline?.scenarios['browse']?.histories[0]?.runs.map(({ date }) => date.slice(0, 10))).toEqual([
      '2026-01-03',
      '2026-01-06',
    ]);
    const short: Plan = { ...racePlan, baseline: { ...racePlan.baseline, keep: 2 } };
    expect(await enter(world, 1, short)).toMatchObject({ isNew: false, runs: 2 });
  });

  it('works from a shallow clone, and leaves its own branch and changes alone', async () => {
    git(scratch.directory, 'clone', '--quiet', '--depth=1', `file://${remote.directory}`, 'shallow');
    const world = remote.clone('other');
    const shallow = { ...world, workspace: join(scratch.directory, 'shallow') };
    const before = photograph(shallow.workspace);
    expect(await enter(shallow)).toMatchObject({ isNew: true });
    expect(await enter(world, 2)).toMatchObject({ isNew: true, runs: 2 });
    expect(photograph(shallow.workspace)).toBe(before);
  });

  it('F40: does not try again what a rule of the repository forbids, and says what to do', async () => {
    const world = remote.clone('one');
    hook(
      remote.directory,
      'pre-receive',
      'echo x >> attempts; echo "GH006: Protected branch update failed" >&2; exit 1',
    );
    const failure = await failureOf(enter(world));
    expect(failure.detail.code).toBe('branch-refused');
    expect(failure.detail.advice).toContain('leave it out of the rule');
    expect(failure.detail.lines.join(' ')).toContain('GH006');
    expect(readFileSync(join(remote.directory, 'attempts'), 'utf8')).toBe('x\n');
  });

  it('F41: a branch that is not there is no baseline yet; one that cannot be reached is a failure', async () => {
    const world = remote.clone('one');
    expect(await readOnBranch(racePlan, world)).toEqual({
      source: { path: FILE, commit: null, branch: 'loadgate' },
      baseline: null,
    });
    await enter(world);
    git(world.workspace, 'remote', 'set-url', 'origin', join(scratch.directory, 'gone.git'));
    expect((await failureOf(readOnBranch(racePlan, world))).detail.code).toBe('branch-unreachable');
    git(world.workspace, 'remote', 'remove', 'origin');
    expect((await failureOf(readOnBranch(racePlan, world))).detail.code).toBe('branch-nowhere');
  });

  it('F35: a broken file on the branch is neither a first run nor written over', async () => {
    const world = remote.clone('one');
    await enter(world);
    git(world.workspace, 'fetch', '--quiet', 'origin', 'loadgate');
    git(world.workspace, 'checkout', '--quiet', 'FETCH_HEAD');
    git(world.workspace, 'rm', '--quiet', '--cached', FILE);
    const blob = git(world.workspace, 'hash-object', '-w', join(world.workspace, 'README.md'));
    git(world.workspace, 'update-index', '--add', '--cacheinfo', `100644,${blob},${FILE}`);
    git(world.workspace, 'commit', '--quiet', '-m', 'by hand');
    git(world.workspace, 'push', '--quiet', 'origin', 'HEAD:loadgate');
    const tip = git(remote.directory, 'rev-parse', 'loadgate');
    expect((await failureOf(readOnBranch(racePlan, world))).detail.code).toBe('baseline-corrupt');
    expect((await failureOf(enter(world))).detail.code).toBe('baseline-corrupt');
    expect(git(remote.directory, 'rev-parse', 'loadgate')).toBe(tip);
  });
});
