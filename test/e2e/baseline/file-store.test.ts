/** A baseline file that the Action changes: by a commit to the default branch, or by one pull request, on a GitHub of this machine. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeBaseline } from '../../../src/baseline/codec.ts';
import { enterRun } from '../../../src/baseline/enter.ts';
import type { Occasion } from '../../../src/domain/occasion.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { judge } from '../../../src/judge/judge.ts';
import { openVault } from '../../../src/platform/vault.ts';
import { raceRun } from '../../branch/race.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';
import { firstRun, planOf } from '../../unit/judge/sample-run.ts';
import { initRepository, openScratch, type Scratch, type TestWorld, worldAt } from './scratch.ts';

const PATH = '.loadgate/baseline.json';
const UPDATE = 'loadgate-update/default';
const MAIN: Occasion = {
  kind: 'push',
  repository: 'octo/shop',
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: 'https://github.test/octo/shop/actions/runs/1',
  branch: { name: 'main', isDefault: true },
};

let scratch: Scratch;
let github: FakeGitHub;
let world: TestWorld;
beforeEach(async () => {
  scratch = openScratch();
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { writer: { login: 'bot', mayWrite: true }, reader: { login: 'bot', mayWrite: false } },
  });
  github.branches.put('main', { 'README.md': 'shop' });
  world = worldOf('writer');
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
  scratch[Symbol.dispose]();
});

function worldOf(token: string): TestWorld {
  const env = {
    PATH: process.env['PATH'],
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_API_URL: github.url,
  };
  const vault = openVault({ env, secrets: { 'INPUT_GITHUB-TOKEN': token } });
  return worldAt(initRepository(`${scratch.directory}/${token}`), { env, vault });
}

const enter = async (round: number, publish: Plan['baseline']['publish'], here = world): Promise<string> => {
  const plan: Plan = { ...planOf(), baseline: { ...planOf().baseline, store: 'file', publish } };
  const run = raceRun(0, round);
  const entered = await enterRun({ plan, run, verdict: judge(run, plan, { browse: firstRun }) }, MAIN, here);
  expect(entered.isIn).toBe(entered.said.startsWith('Entered'));
  return entered.said;
};
const runsOn = (branch: string): number => {
  const text = github.branches.files(branch).get(PATH) ?? '';
  return decodeBaseline(text, PATH).scenarios['browse']?.histories[0]?.runs.length ?? 0;
};

it('leaves the file alone unless it is told otherwise', async () => {
  expect(await enter(1, 'auto')).toContain('does not say how it is changed');
  expect(await enter(1, 'none')).toContain('publish: none');
  expect(github.calls).toEqual([]);
});

it('commits it to the default branch, beside what is there', async () => {
  expect(await enter(1, 'commit')).toContain(`Entered into ${PATH} of the branch main`);
  expect(await enter(2, 'commit')).toContain('2 accepted runs');
  expect(runsOn('main')).toBe(2);
  expect(github.branches.files('main').get('README.md')).toBe('shop');
  const tip = github.branches.commit(github.branches.refs.get('main') ?? '');
  expect(tip).toMatchObject({ signed: true });
  expect(tip.message).toMatch(/^Accept a run of default \[skip ci\]\n\nThe run/);
});

it('opens one pull request, adds to it, and begins anew when it is merged', async () => {
  expect(await enter(1, 'pull-request')).toContain('Entered into pull request 90');
  expect(await enter(2, 'pull-request')).toContain('2 accepted runs');
  expect(github.branches.pulls).toHaveLength(1);
  expect(runsOn(UPDATE)).toBe(2);
  expect(github.branches.files('main').has(PATH)).toBe(false);

  const [pull] = github.branches.pulls;
  if (pull === undefined) throw new Error('no pull request');
  pull.state = 'MERGED';
  github.branches.put('main', { [PATH]: github.branches.files(UPDATE).get(PATH) ?? '', 'other.txt': 'x' });
  expect(await enter(3, 'pull-request')).toContain('Entered into pull request 91');
  expect(runsOn(UPDATE)).toBe(3);
  expect(github.branches.files(UPDATE).get('other.txt')).toBe('x');
});

it('F40: says what a token lacks, and what a rule forbids', async () => {
  const reader = worldOf('reader');
  await expect(enter(1, 'commit', reader)).rejects.toMatchObject({
    detail: { code: 'branch-refused', advice: expect.stringContaining('contents: write') },
  });
  await expect(enter(1, 'pull-request', reader)).rejects.toMatchObject({
    detail: { code: 'branch-refused' },
  });
  github.branches.rule = {
    type: 'BRANCH_PROTECTION_RULE_VIOLATION',
    message: 'Changes must be made through a pull request.',
  };
  await expect(enter(1, 'commit')).rejects.toMatchObject({
    detail: { advice: expect.stringContaining('leave it out of the rule') },
  });
});
