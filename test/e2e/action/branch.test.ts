/** The Action and the branch of accepted runs: what passes on the default branch enters, is compared with, and nothing else enters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeBaseline } from '../../../src/baseline/codec.ts';
import type { FakeGitHub } from '../../github/fake.ts';
import { createRepository, DELAY, type Repository, serviceSource } from '../../runner/repository.ts';
import { type Ended, exited, type StepOptions, startStep } from '../../runner/step.ts';
import { openGitHub, pullRequest, TOKENS } from './cases.ts';

const FILE = 'shop.json';

let shop: Repository;
let github: FakeGitHub;
beforeEach(async () => {
  shop = createRepository();
  github = await openGitHub();
});
afterEach(async () => {
  shop[Symbol.dispose]();
  github.verify();
  await github[Symbol.asyncDispose]();
});

/** A push of a commit to a branch, as its workflow sees it. */
const push = (sha: string, branch = 'main'): StepOptions => ({
  workspace: shop.checkout(sha),
  event: 'push',
  payload: {
    repository: { full_name: 'octo/shop', default_branch: 'main' },
    before: '0'.repeat(40),
    after: sha,
  },
  apiUrl: github.url,
  env: { GITHUB_REF: `refs/heads/${branch}`, GITHUB_SHA: sha },
});

async function run(options: StepOptions): Promise<Ended> {
  using step = startStep(options);
  return await step.ended;
}

const runsIn = (text: string): number =>
  decodeBaseline(text, FILE).scenarios['home']?.histories[0]?.runs.length ?? 0;
const onRemote = (): string =>
  shop.git('fetch', 'origin', 'loadgate') + shop.git('show', `FETCH_HEAD:${FILE}`);

it('writes by git where there is no token, compares with it, and lets no pull request in', async () => {
  const main = shop.git('rev-parse', 'HEAD');
  const first = await run(push(main));
  exited(first, 0);
  expect(first.outputs.verdict).toBe('no-baseline');
  expect(first.log).toContain(`Entered into ${FILE} of the branch loadgate`);
  expect(runsIn(onRemote())).toBe(1);
  const tip = shop.git('rev-parse', 'FETCH_HEAD');

  shop.git('checkout', '--quiet', '-b', 'change');
  const head = shop.commit({ 'service.mjs': serviceSource(DELAY.regression) });
  const pull = await run({
    ...push(head),
    event: 'pull_request',
    payload: pullRequest(head, main),
    env: { GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: head },
  });
  // One accepted run is too few to fail for: it is compared all the same.
  expect(pull.outputs.verdict).toBe('inconclusive');
  expect(pull.log).toContain('Not entered into the baseline: it is of a pull request');
  const verdict = JSON.parse(
    readFileSync(join(shop.workspace, '..', 'checkout-2', pull.outputs['verdict-file'] ?? ''), 'utf8'),
  );
  expect(verdict.scenarios[0].reference.source).toEqual({ path: FILE, commit: tip, branch: 'loadgate' });
  expect(pull.summary).toContain('of the branch');

  const slower = await run(push(head));
  expect(slower.log).toContain('Not entered into the baseline: something got worse');
  expect(runsIn(onRemote())).toBe(1);
}, 180_000);

it('F40: writes by the API where there is a token, says what a token lacks, and reads by it where git cannot', async () => {
  const main = shop.git('rev-parse', 'HEAD');
  for (const runs of [1, 2]) {
    const options = { ...push(main), token: TOKENS.writer };
    shop.git('-C', options.workspace, 'remote', 'remove', 'origin');
    const ended = await run(options);
    exited(ended, 0);
    expect(runsIn(github.branches.files('loadgate').get(FILE) ?? '')).toBe(runs);
  }
  const tip = github.branches.commit(github.branches.refs.get('loadgate') ?? '');
  expect(tip.signed).toBe(true);

  // The verdict stands, and the remedy is said.
  const options = { ...push(main), token: TOKENS.reader };
  const refused = await run(options);
  exited(refused, 0);
  const warnings = refused.heard.commands.filter(({ name }) => name === 'warning');
  expect(warnings.map(({ message }) => message).join('\n')).toContain('`permissions: contents: write`');
}, 180_000);

it('enters what merged pull requests accepted with what they brought, once', async () => {
  const main = shop.git('rev-parse', 'HEAD');
  exited(await run({ ...push(main), token: TOKENS.writer }), 0);
  const head = shop.commit({ 'service.mjs': serviceSource(DELAY.regression) });
  const tip = shop.commit({ 'notes.md': 'Merged in the same push.\n' });
  github.review.people.mona = 'write';
  github.review.history.push(
    { sha: main, parents: [] },
    { sha: head, parents: [main] },
    { sha: tip, parents: [head] },
  );
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const at = new Date(Date.now() - 86_400_000).toISOString();
  const body = `loadgate accept p95 +5000% until ${until}: answers are signed`;
  github.review.others.push({ number: 8, merged: head, remarks: [{ body, author: 'mona', at }] });
  const options = { ...push(tip), token: TOKENS.writer };
  const payload = { ...(options.payload as object), before: main };
  for (const runs of [2, 3]) {
    const merged = await run({ ...options, workspace: shop.checkout(tip), payload });
    exited(merged, 0);
    expect(merged.log).toContain(`Entered into ${FILE} of the branch loadgate`);
    const text = github.branches.files('loadgate').get(FILE) ?? '';
    expect(runsIn(text)).toBe(runs);
    const { accepted } = decodeBaseline(text, FILE);
    expect(accepted).toMatchObject([{ by: 'mona', at, commit: head }]);
    expect(Date.parse(accepted[0]?.since ?? '')).toBeGreaterThan(Date.parse(at));
    expect(merged.summary).toContain('answers are signed');
  }
}, 300_000);

it('F42: measures nothing on the branch of accepted runs itself', async () => {
  const main = shop.git('rev-parse', 'HEAD');
  const ended = await run(push(main, 'loadgate'));
  exited(ended, 3);
  expect(ended.log).toContain('which is the one for accepted runs and holds no service');
});

it('F41: a branch that cannot be reached is a failure, and no first run', async () => {
  const main = shop.git('rev-parse', 'HEAD');
  const options = push(main);
  shop.git('-C', options.workspace, 'remote', 'set-url', 'origin', 'file:///nowhere.git');
  exited(await run(options), 2);
});
