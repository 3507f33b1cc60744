/** Whose acceptances count on which occasion, asked from a GitHub on this machine. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agreedIn } from '../../../src/commands/agreed.ts';
import { NO_STANDING } from '../../../src/domain/acceptance.ts';
import type { Occasion } from '../../../src/domain/occasion.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';
import { planOf } from '../judge/sample-run.ts';

const HEAD = 'a'.repeat(40);
const line = 'loadgate accept p95 of "browse" +12% until 2026-06-30: because';

let github: FakeGitHub;
beforeEach(async () => {
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { reader: { login: 'github-actions[bot]', mayWrite: false } },
  });
  github.review.people.writer = 'write';
  github.review.remarks.push({ body: line, author: 'writer' });
  github.review.merged = HEAD;
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

const NOTHING: Occasion = {
  kind: 'push',
  repository: 'octo/shop',
  headSha: HEAD,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
};
const main = { name: 'main', isDefault: true };

it.each<readonly [string, Partial<Occasion>, string, number]>([
  ['a pull request', { kind: 'pull-request', pullRequest: { number: 7, fromFork: true } }, 'reader', 1],
  ['F54: a merge group of a pull request', { kind: 'merge-group', queued: 7 }, 'reader', 1],
  ['F54: a merge group of nobody knows which', { kind: 'merge-group' }, 'reader', 0],
  ['F54: a push to the default branch', { branch: main }, 'reader', 1],
  ['F54: a push to another branch', { branch: { name: 'feature', isDefault: false } }, 'reader', 0],
  ['F54: a schedule', { kind: 'schedule', branch: main }, 'reader', 0],
  ['F54: a tag', { kind: 'tag' }, 'reader', 0],
  ['a push without a token', { branch: main }, '', 0],
])('%s', async (_, changes, token, count) => {
  const access = { token, apiUrl: github.url, signal: new AbortController().signal };
  const standing = await agreedIn({ ...NOTHING, ...changes }, access, planOf(), NO_STANDING);
  expect(standing.acceptances).toHaveLength(count);
  expect(standing.refused).toEqual([]);
  expect(github.calls.length > 0).toBe(count > 0);
});
