/** The branch of accepted runs by GitHub's API, on a GitHub of this machine: races, refusals by status, and what is read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { branchFileOf } from '../../../src/baseline/branch-store.ts';
import { enterBranch } from '../../../src/baseline/enter-branch.ts';
import { encodeBaseline } from '../../../src/baseline/codec.ts';
import { withRunOf } from '../../../src/baseline/accept.ts';
import type { Retrying } from '../../../src/baseline/write-onto.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { millis } from '../../../src/domain/units.ts';
import { openGitHubBranch } from '../../../src/platform/github-branch.ts';
import { type Fault, type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';
import { count, raceOnce, racePlan, raceRun, type Writer } from '../../branch/race.ts';
import { openScratch, type Scratch, type TestWorld, worldAt } from './scratch.ts';

const FILE = branchFileOf(racePlan.suite);
const QUICK: Retrying = {
  deadline: millis(60_000),
  pauseFirst: millis(10),
  pauseMax: millis(50),
  random: Math.random,
};
/** GitHub's own waits would take a test's time. */
const PATIENCE = { call: 5_000, total: 300_000, pauses: [10], retryAfterMax: 2_000 };

let scratch: Scratch;
let github: FakeGitHub;
let world: TestWorld;
beforeEach(async () => {
  scratch = openScratch();
  world = worldAt(scratch.directory);
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { writer: { login: 'bot', mayWrite: true }, reader: { login: 'bot', mayWrite: false } },
  });
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
  scratch[Symbol.dispose]();
});

const open = (token = 'writer') =>
  openGitHubBranch({
    token,
    apiUrl: github.url,
    repository: 'octo/shop',
    branch: 'loadgate',
    signal: world.signal,
    patience: PATIENCE,
  });

const enter = async (round = 1, token = 'writer') =>
  enterBranch(await open(token), { plan: racePlan, run: raceRun(0, round), page: null }, world, QUICK);

const failureOf = (promise: Promise<unknown>): Promise<Failure> =>
  promise.then(
    (value) => expect.unreachable(`no failure, but ${JSON.stringify(value)}`),
    (error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    },
  );

const textOf = (): string => github.branches.files('loadgate').get(FILE) ?? '';
const writes = (): number => github.calls.filter(({ method }) => method === 'POST').length;
const entering = (): string => encodeBaseline(withRunOf(racePlan, raceRun(9, 9), null));

describe('writers of one branch', () => {
  it('F39 F41: lose nothing, duplicate nothing and force nothing, whoever makes the branch', async () => {
    const [writers, rounds] = [20, 3];
    const all: readonly Writer[] = Array.from({ length: writers }, () => ({ world, open }));
    for (let round = 0; round < rounds; round += 1) await raceOnce(all, round);
    expect(count(textOf(), writers, rounds)).toEqual({ lost: 0, duplicated: 0, kept: writers * rounds });
    const { moves, commit } = github.branches;
    const ours = moves.filter(({ branch }) => branch === 'loadgate');
    expect(ours).toHaveLength(writers * rounds + 1);
    expect(ours.every(({ before, after }) => commit(after ?? '').parents[0] === (before ?? undefined))).toBe(
      true,
    );
    expect(ours.slice(1).every(({ after }) => commit(after ?? '').signed)).toBe(true);
  }, 600_000);
});

describe('one writer', () => {
  it('makes an orphan branch and signed commits that start no workflow', async () => {
    const entered = await enter();
    expect(entered).toMatchObject({ path: FILE, isNew: true, runs: 1 });
    const tip = github.branches.commit(entered.commit);
    expect(tip).toMatchObject({ signed: true });
    expect([...tip.files.keys()]).toEqual(['README.md', FILE]);
    const [first = ''] = tip.parents;
    expect(github.branches.commit(first).parents).toEqual([]);
    expect(tip.message).toContain('[skip ci]');
    expect(github.branches.commit(first).message).toContain('[skip ci]');
    expect(await enter()).toMatchObject({ isNew: false, commit: entered.commit });
  });

  it('F41: goes on with the branch that somebody else made at the same moment', async () => {
    const { branches } = github;
    github.plan({
      method: 'POST',
      path: '/git/refs',
      fault: { kind: 'before', act: () => void branches.put('loadgate', { [FILE]: entering() }) },
    });
    expect(await enter()).toMatchObject({ isNew: true, runs: 2 });
  });

  it('merges with what was written between its look and its commit', async () => {
    await enter(1);
    const both = encodeBaseline(withRunOf(racePlan, raceRun(9, 9), withRunOf(racePlan, raceRun(0, 1), null)));
    const act = (): void => void github.branches.put('loadgate', { [FILE]: both });
    github.plan({ method: 'POST', path: '/graphql', fault: { kind: 'before', act } });
    expect(await enter(2)).toMatchObject({ isNew: true, runs: 3 });
  });

  it('F47: finds its own commit when the answer to it was lost', async () => {
    await enter(1);
    github.plan({ method: 'POST', path: '/graphql', fault: { kind: 'done-then-lost' } });
    expect(await enter(2)).toMatchObject({ isNew: false, runs: 2 });
    expect(github.branches.moves).toHaveLength(3);
  });

  const passing: readonly Fault['fault'][] = [
    { kind: 'status', status: 502 },
    { kind: 'status', status: 403, message: 'You have exceeded a secondary rate limit.' },
    { kind: 'html' },
    { kind: 'reset' },
    { kind: 'truncated' },
  ];
  it.each(passing)('tries again after what passes: $kind $status', async (fault) => {
    await enter(1);
    github.plan({ method: 'POST', path: '/graphql', times: 3, fault });
    expect(await enter(2)).toMatchObject({ isNew: true, runs: 2 });
  });
});

describe('F40: what is refused for good', () => {
  it('is the token that may only read: one attempt, and the permission to add', async () => {
    await enter(1);
    const before = writes();
    const failure = await failureOf(enter(2, 'reader'));
    expect(failure.detail.code).toBe('branch-refused');
    expect(failure.detail.advice).toContain('`permissions: contents: write`');
    expect(writes()).toBe(before + 1);
  });

  it('is the same where the branch has to be made', async () => {
    const failure = await failureOf(enter(1, 'reader'));
    expect(failure.detail.advice).toContain('`permissions: contents: write`');
    expect(writes()).toBe(1);
  });

  const rules = [
    { type: 'BRANCH_PROTECTION_RULE_VIOLATION', message: 'Changes must be made through a pull request.' },
    {
      type: 'UNPROCESSABLE',
      message: 'Repository rule violations found\n\nCannot update this protected ref.',
    },
  ];
  it.each(rules)('is a rule of the repository: $type', async (rule) => {
    await enter(1);
    const before = writes();
    github.branches.rule = rule;
    const failure = await failureOf(enter(2));
    expect(failure.detail.advice).toContain('leave it out of the rule');
    expect(writes()).toBe(before + 1);
  });

  it('is a rule against new branches', async () => {
    github.branches.refRule = 'Reference update failed';
    expect((await failureOf(enter(1))).detail.advice).toContain('leave it out of the rule');
  });

  it.each([401, 404, 410, 422, 451])('is the status %i', async (status) => {
    await enter(1);
    const before = writes();
    github.plan({ method: 'POST', path: '/graphql', fault: { kind: 'status', status }, times: 9 });
    expect((await failureOf(enter(2))).detail.code).toBe('branch-refused');
    expect(writes()).toBe(before + 1);
  });

  it('is told from what is still not done at the deadline', async () => {
    await enter(1);
    github.plan({ method: 'POST', path: '/graphql', fault: { kind: 'status', status: 500 }, times: 9_999 });
    const short: Retrying = { ...QUICK, deadline: millis(200) };
    const late = enterBranch(await open(), { plan: racePlan, run: raceRun(0, 2), page: null }, world, short);
    const failure = await failureOf(late);
    expect(failure.detail.code).toBe('branch-busy');
    expect(failure.detail.lines.join(' ')).toContain('500');
  });
});

describe('what is read', () => {
  it('is nothing where there is no branch, and nothing of a branch with a longer name', async () => {
    github.branches.put('loadgate-2', { [FILE]: 'x' });
    expect(await (await open()).look(FILE, 1_000)).toEqual({ tip: null, text: null });
  });

  it('is a file in a folder, too', async () => {
    const tip = github.branches.put('loadgate', { 'a/b.json': 'text', 'a/c.json': 'other' });
    const branch = await open();
    expect(await branch.look('a/b.json', 1_000)).toEqual({ tip, text: 'text' });
    expect(await branch.look('a/d.json', 1_000)).toEqual({ tip, text: null });
    expect((await failureOf(branch.look('a', 1_000))).detail.code).toBe('branch-file-invalid');
    expect((await failureOf(branch.look('a/b.json', 3))).detail.code).toBe('branch-file-invalid');
  });

  it.each([401, 403, 404, 500])(
    'is never taken for a first run when it cannot be had: status %i',
    async (status) => {
      github.plan({ method: 'GET', path: '/git/', fault: { kind: 'status', status }, times: 9 });
      const failure = await failureOf((await open()).look(FILE, 1_000));
      expect(failure.detail.code).toBe('branch-unreachable');
      expect(failure.detail.lines.join(' ')).toContain(String(status));
    },
  );
});
