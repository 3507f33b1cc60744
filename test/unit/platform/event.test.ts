/** Occasions from events as GitHub writes them, and the refusal of the dangerous ones. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { readOccasion } from '../../../src/platform/event.ts';

const folder = mkdtempSync(join(tmpdir(), 'loadgate-event-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const ZEROS = '0'.repeat(40);
const repository = { full_name: 'octo/shop' };
const fork = { full_name: 'mallory/shop' };

function environment(event: string, payload: unknown, more: Readonly<Record<string, string>> = {}) {
  const path = join(folder, 'event.json');
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return {
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_RUN_ID: '42',
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_ACTOR: 'octocat',
    ...more,
  };
}

const pull = (head: unknown) => ({
  repository,
  pull_request: { number: 7, head: { sha: HEAD, repo: head }, base: { sha: BASE, repo: repository } },
});
const read = (event: string, payload: unknown, more?: Readonly<Record<string, string>>) =>
  readOccasion(environment(event, payload, more));

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Failure) return error;
  throw new Error(`expected a Failure, got ${String(error)}`);
}

describe('readOccasion', () => {
  it.each([
    ['push', 'refs/heads/main', 'main', { name: 'main', isDefault: true }],
    ['push', 'refs/heads/feature/x', 'main', { name: 'feature/x', isDefault: false }],
    ['push', 'refs/heads/main', null, { name: 'main', isDefault: false }],
    ['schedule', 'refs/heads/main', null, { name: 'main', isDefault: true }],
    ['workflow_dispatch', 'refs/heads/main', 'main', { name: 'main', isDefault: true }],
    ['push', 'refs/tags/v1', 'main', undefined],
    ['push', 'refs/pull/7/merge', 'main', undefined],
  ])('reads the branch of a %s to %s', async (event, ref, standard, branch) => {
    const payload = { repository: { ...repository, default_branch: standard } };
    expect((await read(event, payload, { GITHUB_REF: ref })).branch).toEqual(branch);
  });

  it('reads a pull request: the head that is measured, the base that is compared with', async () => {
    expect(await read('pull_request', pull(repository))).toEqual({
      kind: 'pull-request',
      repository: 'octo/shop',
      headSha: HEAD,
      baseSha: BASE,
      pullRequest: { number: 7, fromFork: false },
      runUrl: 'https://github.test/octo/shop/actions/runs/42',
    });
  });

  it.each([
    ['a fork', fork, 'octocat'],
    ['a deleted fork', null, 'octocat'],
    ['Dependabot', repository, 'dependabot[bot]'],
  ])('F53: knows that the token of %s may only read', async (_, head, actor) => {
    const { pullRequest } = await read('pull_request', pull(head), { GITHUB_ACTOR: actor });
    expect(pullRequest).toEqual({ number: 7, fromFork: true });
  });

  it.each([
    ['push', { repository, before: BASE, after: HEAD }, { kind: 'push', headSha: HEAD, baseSha: BASE }],
    ['push', { repository, before: ZEROS, after: HEAD }, { kind: 'push', headSha: HEAD, baseSha: null }],
    [
      'merge_group',
      { merge_group: { head_sha: HEAD, base_sha: BASE } },
      { kind: 'merge-group', headSha: HEAD, baseSha: BASE },
    ],
    ['schedule', { repository }, { kind: 'schedule', headSha: 'c'.repeat(40), baseSha: null }],
    [
      'workflow_dispatch',
      { repository, inputs: {} },
      { kind: 'manual', headSha: 'c'.repeat(40), baseSha: null },
    ],
    ['release', { repository, release: {} }, { kind: 'release', headSha: 'c'.repeat(40), baseSha: null }],
    [
      'push',
      { repository, ref: 'refs/tags/v1', before: BASE, after: HEAD },
      { kind: 'tag', headSha: 'c'.repeat(40), baseSha: null },
    ],
    [
      'push',
      { repository, ref: 'refs/heads/refs/tags/v1', before: BASE, after: HEAD },
      { kind: 'push', headSha: HEAD, baseSha: BASE },
    ],
    ['deployment', { repository }, { kind: 'other', headSha: 'c'.repeat(40), baseSha: null }],
    [
      'issue_comment',
      { repository, issue: { number: 3 } },
      { kind: 'other', headSha: 'c'.repeat(40), baseSha: null },
    ],
  ])('F54: reads %s', async (event, payload, expected) => {
    expect(await read(event, payload)).toMatchObject({ ...expected, pullRequest: null });
  });

  it.each([
    ['gh-readonly-queue/main/pr-104-', 104],
    ['gh-readonly-queue/release/2.x/pr-7-', 7],
    ['feature/pr-104-', undefined],
    ['gh-readonly-queue/main/pr-0-', undefined],
    ['gh-readonly-queue/main/pr-1e3-', undefined],
  ])(
    'F54: knows the pull request of a merge group by the name that GitHub gave it: %s',
    async (start, queued) => {
      const group = { head_sha: HEAD, base_sha: BASE, head_ref: `refs/heads/${start}${BASE}` };
      const { queued: found, pullRequest } = await read('merge_group', { merge_group: group });
      expect([found, pullRequest]).toEqual([queued, null]);
    },
  );

  it('reads a push in a repository of SHA-256', async () => {
    const sha256 = 'd'.repeat(64);
    expect(await read('push', { before: '0'.repeat(64), after: sha256 })).toMatchObject({
      headSha: sha256,
      baseSha: null,
    });
  });

  it('allows pull_request_target from the repository itself', async () => {
    expect(await read('pull_request_target', pull(repository))).toMatchObject({
      kind: 'pull-request',
      baseSha: BASE,
    });
  });

  it.each([
    ['pull_request_target', pull(fork)],
    ['pull_request_target', pull(null)],
    ['pull_request_target', { repository, number: 7 }],
    ['workflow_run', { workflow_run: {} }],
    ['workflow_run', { repository, workflow_run: { head_repository: fork } }],
    ['workflow_run', { repository, workflow_run: { head_repository: null } }],
    ['issue_comment', { repository, issue: { pull_request: { url: 'x' } } }],
  ])('S12: refuses %s with a fork, or with what may be one', async (event, payload) => {
    const { detail, exitCode } = await failureOf(read(event, payload));
    expect(exitCode).toBe(3);
    expect(detail.code).toBe('unsafe-event');
    expect(detail.advice).toContain('pull_request');
  });

  it.each([
    ['empty', ''],
    ['truncated', '{"pull_request": {'],
    ['no object', '[]'],
    [
      'without a commit',
      {
        pull_request: { number: 7, head: { sha: '--upload-pack=x' }, base: { sha: BASE, repo: repository } },
      },
    ],
    ['without a pull request', { repository }],
    [
      'with a number that is none',
      { pull_request: { number: '7', head: { sha: HEAD }, base: { sha: BASE, repo: repository } } },
    ],
  ])('F56: says that the event file is %s', async (_, payload) => {
    const { detail, exitCode } = await failureOf(read('pull_request', payload));
    expect([exitCode, detail.code]).toEqual([3, 'event-unreadable']);
    expect(detail.message).toContain('event file');
  });

  it('F56: says that the event file is missing', async () => {
    const env = { ...environment('push', {}), GITHUB_EVENT_PATH: join(folder, 'nowhere.json') };
    expect((await failureOf(readOccasion(env))).detail.message).toContain('nowhere.json');
    expect((await failureOf(readOccasion({ ...env, GITHUB_EVENT_PATH: '' }))).exitCode).toBe(3);
  });

  it('F56: points to the command line when there is no runner', async () => {
    const { detail, exitCode } = await failureOf(readOccasion({}));
    expect(exitCode).toBe(3);
    expect(detail.advice).toContain('npx loadgate run');
  });
});
