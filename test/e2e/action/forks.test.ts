/** Two workflows for one pull request of a fork, as the runner runs them: the first measures with a token that may only read, the second judges and tells. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FakeGitHub } from '../../github/fake.ts';
import { CONFIG, createRepository, DELAY, type Repository, serviceSource } from '../../runner/repository.ts';
import { type Ended, exited, startStep, type StepOptions } from '../../runner/step.ts';
import { BOT, openGitHub, pullRequest, TOKENS } from './cases.ts';

const FORK = { full_name: 'mallory/shop' };

let shop: Repository;
let base: string;
let head: string;
let github: FakeGitHub;

beforeAll(() => {
  shop = createRepository();
  // No history is needed for a bound.
  const bounded = CONFIG.replace('max-increase: 100%', 'max: 100ms').replace('min-runs: 5', 'min-runs: 1');
  base = shop.commit({ '.github/loadgate.yml': bounded });
  shop.git('checkout', '--quiet', '-b', 'fork');
  head = shop.commit({
    'service.mjs': serviceSource(DELAY.regression),
    '.github/loadgate.yml': bounded.replace('max: 100ms', 'max: 9s'),
  });
});
afterAll(() => shop[Symbol.dispose]());
beforeEach(async () => {
  github = await openGitHub();
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

async function run(options: StepOptions): Promise<Ended> {
  using step = startStep({ apiUrl: github.url, ...options });
  return await step.ended;
}

const workflowRun = (change: Readonly<Record<string, unknown>> = {}) => ({
  action: 'completed',
  repository: { full_name: 'octo/shop' },
  workflow_run: {
    id: 41,
    run_attempt: 1,
    event: 'pull_request',
    head_sha: head,
    head_branch: 'fork',
    head_repository: FORK,
    conclusion: 'success',
    html_url: 'https://github.test/octo/shop/actions/runs/41',
    created_at: new Date().toISOString(),
    // Empty for forks, as GitHub has it.
    pull_requests: [],
    ...change,
  },
});

const publishStep = (workspace: string, change?: Readonly<Record<string, unknown>>): StepOptions => ({
  workspace,
  event: 'workflow_run',
  payload: workflowRun(change),
  token: TOKENS.writer,
  inputs: { mode: 'publish', artifacts: 'downloaded', 'check-run': 'true' },
});

it('a fork that is too slow, and loosens its own limits, is measured without a word and told with comment and check run', async () => {
  const measuring = shop.checkout(head);
  const measured = await run({
    workspace: measuring,
    event: 'pull_request',
    payload: pullRequest(head, base, FORK),
    token: TOKENS.reader,
    inputs: { mode: 'measure', 'check-run': 'true' },
  });
  exited(measured, 0);
  expect(measured.outputs).toMatchObject({ verdict: 'fail', 'exit-code': '0' });
  expect(measured.summary).toContain('❌');
  expect(measured.summary).toContain('Judged by the base commit');
  expect(github.calls).toEqual([]);

  const publishing = shop.checkout(base);
  cpSync(join(measuring, 'loadgate-report'), join(publishing, 'downloaded', 'loadgate-report'), {
    recursive: true,
  });
  github.pulls.push({
    files: ['.github/loadgate.yml', 'service.mjs'],
    number: 7,
    head: { repository: 'mallory/shop', branch: 'fork', sha: head },
    baseSha: base,
  });
  const published = await run(publishStep(publishing));
  exited(published, 1);
  expect(published.outputs.verdict).toBe('fail');
  const [comment, ...others] = github.comments.filter(({ author }) => author === BOT);
  expect(others).toEqual([]);
  expect(comment?.body).toContain('❌');
  expect(comment?.body).toContain('This change edits the configuration `.github/loadgate.yml`');
  expect(comment?.body).toContain('<!-- loadgate-run:41.1 -->');
  expect(published.outputs['comment-url']).toContain(`#issuecomment-${comment?.id}`);
  expect(github.checks).toMatchObject([
    { name: 'Loadgate (shop)', headSha: head, externalId: 'loadgate:41.1', conclusion: 'failure' },
  ]);
  const line =
    readFileSync(join(publishing, '.github/loadgate.yml'), 'utf8').split('\n').indexOf('  home:') + 1;
  expect(github.checks[0]?.annotations).toMatchObject([
    { path: '.github/loadgate.yml', start_line: line, annotation_level: 'failure', title: 'home · p95' },
  ]);

  // F45: the same once more, late, after a newer run has spoken.
  const words = comment?.body;
  const newer = await run(publishStep(publishing, { id: 43 }));
  exited(newer, 1);
  expect(comment?.body).not.toBe(words);
  const late = await run(publishStep(publishing, { id: 42 }));
  exited(late, 1);
  expect(comment?.body).toContain('<!-- loadgate-run:43.1 -->');
  expect(github.checks.map(({ externalId }) => externalId)).toEqual(['loadgate:41.1', 'loadgate:43.1']);
});

it('S13, S14: what is of another commit, or of no open pull request, is told to nobody', async () => {
  const workspace = shop.checkout(base);
  github.pulls.push({
    number: 7,
    head: { repository: 'mallory/shop', branch: 'fork', sha: head },
    baseSha: base,
  });
  const moved = await run(publishStep(workspace, { head_sha: 'd'.repeat(40) }));
  exited(moved, 0);
  expect(moved.log).toContain('No open pull request');
  const elsewhere = await run({
    ...publishStep(workspace),
    event: 'pull_request',
    payload: pullRequest(head, base, FORK),
  });
  exited(elsewhere, 3);
  expect(elsewhere.log).toContain('docs/forks.md');
  expect(github.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect([...github.comments, ...github.checks]).toEqual([]);
});

it('a run of a suite that was left out is red, and told', async () => {
  const workspace = shop.checkout(base);
  github.pulls.push({
    number: 7,
    head: { repository: 'mallory/shop', branch: 'fork', sha: head },
    baseSha: base,
  });
  const ended = await run(publishStep(workspace));
  exited(ended, 2);
  expect(github.comments.map(({ body }) => body).join()).toContain('left no run');
  expect(github.checks).toMatchObject([{ name: 'Loadgate (shop)', conclusion: 'failure' }]);
});
