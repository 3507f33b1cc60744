/** Acceptances and pruning by hand on the branch of accepted runs: with real git and on a GitHub of this machine, beside writers of runs. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withAcceptances } from '../../../src/baseline/acceptances.ts';
import type { Baseline } from '../../../src/baseline/baseline.ts';
import { branchFileOf, readOnBranch } from '../../../src/baseline/branch-store.ts';
import { enterBranch } from '../../../src/baseline/enter-branch.ts';
import { recordAlone } from '../../../src/baseline/record-alone.ts';
import { readKept, type Rewrite, rewriteBaseline, type Rewritten } from '../../../src/baseline/rewrite.ts';
import type { Retrying } from '../../../src/baseline/write-onto.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Occasion } from '../../../src/domain/occasion.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import { openVault } from '../../../src/platform/vault.ts';
import { count, racePlan, raceRun } from '../../branch/race.ts';
import { forcedPushes, hook, openRemote, type Remote, writerByGit } from '../../branch/remote.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';
import { acceptance } from '../../unit/baseline/sample-baseline.ts';
import { git, openScratch, photograph, type Scratch, type TestWorld, worldAt } from './scratch.ts';

const FILE = branchFileOf(racePlan.suite);
const PATIENT: Retrying = {
  deadline: millis(600_000),
  pauseFirst: millis(50),
  pauseMax: millis(1_000),
  random: Math.random,
};

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

const enter = async (world: TestWorld, writer = 0) =>
  enterBranch(
    await writerByGit(world).open(),
    { plan: racePlan, run: raceRun(writer, 0), page: null },
    world,
    PATIENT,
  );

const accepting = (by: string): Rewrite => ({
  change: (baseline) => withAcceptances(baseline, [acceptance({ scenario: 'browse', by, commit: null })]),
  message: { subject: 'Accept a change for the worse [skip ci]', body: '' },
});
const accept = (world: TestWorld, by = 'mona', retrying = PATIENT, plan = racePlan): Promise<Rewritten> =>
  rewriteBaseline(plan, accepting(by), world, retrying);

const onBranch = async (world: TestWorld): Promise<Baseline> => {
  const { baseline } = await readOnBranch(racePlan, world);
  if (baseline === null) throw new Error('there is no baseline');
  return baseline;
};

describe('the branch, by git', () => {
  it('F39: takes runs, acceptances and pruning at the same moments, loses none, and leaves every checkout as it is', async () => {
    const world = remote.clone('first');
    await enter(world);
    await accept(world, 'expired');
    const people = Array.from({ length: 4 }, (_, index) => `person-${index}`);
    const worlds = [...people, ...people].map((_, index) => remote.clone(`writer-${index}`));
    const before = worlds.map(({ workspace }) => photograph(workspace));
    const pruning: Rewrite = {
      change: (baseline) => ({
        ...baseline,
        accepted: baseline.accepted.filter(({ by }) => by !== 'expired'),
      }),
      message: { subject: 'Take out what is out of use [skip ci]', body: '' },
    };
    await Promise.all([
      ...people.map((by, index) => accept(worlds[index] ?? world, by)),
      ...people.map((_, index) => enter(worlds[people.length + index] ?? world, index + 1)),
      rewriteBaseline(racePlan, pruning, world, PATIENT),
    ]);
    const { accepted } = await onBranch(world);
    expect(accepted.map(({ by }) => by)).toEqual(people);
    const text = git(remote.directory, 'show', `loadgate:${FILE}`);
    expect(count(text, people.length + 1, 1)).toEqual({ lost: 0, duplicated: 0, kept: people.length + 1 });
    expect(forcedPushes(remote)).toBe(0);
    expect(worlds.map(({ workspace }) => photograph(workspace))).toEqual(before);
    const subjects = git(remote.directory, 'log', '--format=%s', 'loadgate').split('\n');
    expect(subjects.every((subject) => subject.endsWith('[skip ci]'))).toBe(true);
  }, 600_000);

  it('is told with its commit, and the same once more writes none', async () => {
    const world = remote.clone('one');
    await enter(world);
    const done = await accept(world);
    const tip = git(remote.directory, 'rev-parse', 'loadgate');
    expect(done).toEqual({ path: FILE, branch: { name: 'loadgate', commit: tip } });
    expect(await accept(world)).toEqual(done);
    expect(git(remote.directory, 'rev-parse', 'loadgate')).toBe(tip);
  });

  it('F41: is not made by an acceptance: where nothing was accepted yet, that is said', async () => {
    const world = remote.clone('one');
    const none = await failureOf(accept(world));
    expect([none.detail.code, none.message]).toEqual([
      'no-baseline',
      'There is no branch loadgate: nothing has been accepted yet.',
    ]);
    await enter(world);
    const other: Plan = { ...racePlan, suite: 'other' };
    expect((await failureOf(readKept(other, world))).message).toContain('no other.json on the branch');
    expect((await failureOf(accept(world, 'mona', PATIENT, other))).detail.code).toBe('no-baseline');
    expect(git(remote.directory, 'ls-tree', '--name-only', 'loadgate')).not.toContain('other.json');
  });

  it('F40: is tried once where a rule protects it', async () => {
    const world = remote.clone('one');
    await enter(world);
    const words = 'GH006: Protected branch update failed';
    hook(remote.directory, 'pre-receive', `echo x >> attempts; echo "${words}" >&2; exit 1`);
    const { detail } = await failureOf(accept(world));
    expect(detail.code).toBe('branch-refused');
    expect(detail.lines.join(' ')).toContain(words);
    expect(detail.advice).toContain('leave it out of the rule');
    expect(readFileSync(join(remote.directory, 'attempts'), 'utf8')).toBe('x\n');
  });

  it('F39: of a race that is lost again and again an end comes, and it is said', async () => {
    const world = remote.clone('one');
    await enter(world);
    // Whoever pushes finds that somebody was first.
    hook(
      remote.directory,
      'update',
      `unset GIT_QUARANTINE_PATH; tree=$(git rev-parse "$1^{tree}"); git update-ref "$1" $(git commit-tree "$tree" -p "$1" -m first) && exit 0`,
    );
    git(remote.directory, 'config', 'user.name', 'A');
    git(remote.directory, 'config', 'user.email', 'a@example.test');
    const short: Retrying = { ...PATIENT, deadline: millis(1_500), pauseMax: millis(100) };
    const { detail } = await failureOf(accept(world, 'mona', short));
    expect(detail.code).toBe('branch-busy');
    expect(detail.advice).toContain('give a command again');
    expect((await onBranch(world)).accepted).toEqual([]);
    rmSync(join(remote.directory, 'hooks', 'update'));
    expect((await accept(world)).branch).not.toBeNull();
    expect((await onBranch(world)).accepted).toHaveLength(1);
  });

  it('is not there without a remote and without a token', async () => {
    const world = remote.clone('one');
    await enter(world);
    git(world.workspace, 'remote', 'remove', 'origin');
    const failure = await failureOf(accept(world));
    expect(failure.detail.code).toBe('branch-nowhere');
    expect(failure.message).toContain('no remote called origin, and there is no token');
  });
});

describe('what merged pull requests accepted, without the run', () => {
  const PUSH: Occasion = {
    kind: 'push',
    repository: 'octo/shop',
    headSha: null,
    baseSha: null,
    pullRequest: null,
    runUrl: null,
    branch: { name: 'main', isDefault: true },
  };
  const record = (world: TestWorld, occasion = PUSH, plan = racePlan): Promise<string | null> =>
    recordAlone({ plan, run: raceRun(3, 3) }, occasion, [acceptance({ scenario: 'browse' })], world, PATIENT);

  it('F45: is recorded once, and no run with it', async () => {
    const world = remote.clone('one');
    await enter(world);
    for (const _ of [1, 2])
      expect(await record(world)).toContain('what the merged pull requests accepted, without the run');
    const { accepted, scenarios } = await onBranch(world);
    expect(accepted).toHaveLength(1);
    expect(scenarios['browse']?.histories[0]?.runs).toHaveLength(1);
    expect(remote.updates()).toHaveLength(3);
  });

  it('is not recorded for anything but a push to the default branch, or where nothing is to be written', async () => {
    const world = remote.clone('one');
    await enter(world);
    const closed: Plan = { ...racePlan, baseline: { ...racePlan.baseline, publish: 'none' } };
    expect(await record(world, PUSH, closed)).toBeNull();
    expect(await record(world, { ...PUSH, kind: 'manual' })).toBeNull();
    expect(await record(world, { ...PUSH, branch: { name: 'feature', isDefault: false } })).toBeNull();
    expect(remote.updates()).toHaveLength(2);
  });
});

describe('the branch, by the API', () => {
  const TOKEN = 'writer-token-0123';
  const READER = 'reader-token-0123';
  const openGitHub = (): Promise<FakeGitHub> =>
    startFakeGitHub({
      repository: 'octo/shop',
      pullRequest: 7,
      tokens: {
        [TOKEN]: { login: 'bot', mayWrite: true },
        [READER]: { login: 'bot', mayWrite: false },
      },
    });

  it.each([
    ['elsewhere, where there is no git', {}, 'GH_TOKEN'],
    ['on a runner, whatever git there is', { GITHUB_ACTIONS: 'true' }, 'INPUT_GITHUB-TOKEN'],
  ])('is written %s', async (_, env, secret) => {
    await using github = await openGitHub();
    const clone = remote.clone('one');
    await enter(clone);
    github.branches.put('loadgate', { [FILE]: git(remote.directory, 'show', `loadgate:${FILE}`) });
    const isOnRunner = 'GITHUB_ACTIONS' in env;
    const world = worldAt(isOnRunner ? clone.workspace : join(scratch.directory, 'bare'), {
      env: { ...clone.env, ...env, GITHUB_REPOSITORY: 'octo/shop', GITHUB_API_URL: github.url },
      vault: openVault({ env: {}, secrets: { [secret]: TOKEN } }),
    });
    const done = await accept(world);
    const tip = github.branches.refs.get('loadgate') ?? '';
    expect(done.branch).toEqual({ name: 'loadgate', commit: tip });
    expect(github.branches.commit(tip)).toMatchObject({ signed: true });
    expect(github.branches.files('loadgate').get(FILE)).toContain('"mona"');
    expect(git(remote.directory, 'log', '--format=%s', 'loadgate')).not.toContain('Accept a change');
    github.verify();
  });

  it('F40: is tried once with a token that may only read', async () => {
    await using github = await openGitHub();
    const clone = remote.clone('one');
    await enter(clone);
    github.branches.put('loadgate', { [FILE]: git(remote.directory, 'show', `loadgate:${FILE}`) });
    const env = { GITHUB_REPOSITORY: 'octo/shop', GITHUB_API_URL: github.url };
    const vault = openVault({ env: {}, secrets: { GITHUB_TOKEN: READER } });
    const world = worldAt(join(scratch.directory, 'bare'), { env: { ...clone.env, ...env }, vault });
    const { detail } = await failureOf(accept(world));
    expect(detail.code).toBe('branch-refused');
    expect(detail.advice).toContain('git credentials that may push');
    const commits = github.calls.filter(({ body }) =>
      JSON.stringify(body)?.includes('createCommitOnBranch('),
    );
    expect(commits).toHaveLength(1);
    expect(github.branches.moves).toHaveLength(1);
  });

  it('is not chosen elsewhere, where git has a way', async () => {
    const clone = remote.clone('one');
    await enter(clone);
    const env = { ...clone.env, GITHUB_REPOSITORY: 'octo/shop', GITHUB_API_URL: 'http://127.0.0.1:9' };
    const vault = openVault({ env: {}, secrets: { GITHUB_TOKEN: TOKEN } });
    await accept(worldAt(clone.workspace, { env, vault }));
    expect((await onBranch(clone)).accepted).toHaveLength(1);
  });
});

it('a file of the working tree is written, and the branch is left alone', async () => {
  const world = remote.clone('one');
  await enter(world);
  const tip = git(remote.directory, 'rev-parse', 'loadgate');
  const plan: Plan = { ...racePlan, baseline: { ...racePlan.baseline, store: 'file' } };
  expect((await failureOf(accept(world, 'mona', PATIENT, plan))).message).toContain('baseline.json does not');
  expect(git(remote.directory, 'rev-parse', 'loadgate')).toBe(tip);
  expect(git(world.workspace, 'status', '--porcelain')).toBe('');
});
