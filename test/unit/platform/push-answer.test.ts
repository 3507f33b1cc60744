/** What a push that failed means, by answers as git and its servers give them. */
import { expect, it } from 'vitest';
import { readPushAnswer } from '../../../src/platform/push-answer.ts';

const REF = 'abc:refs/heads/loadgate';

it.each([
  `!\t${REF}\t[rejected] (fetch first)`,
  `!\t${REF}\t[rejected] (non-fast-forward)`,
  `!\t${REF}\t[remote rejected] (reference already exists)`,
  `!\t${REF}\t[remote rejected] (failed to update ref)`,
  `!\t${REF}\t[remote rejected] (incorrect old value provided)`,
  `error: cannot lock ref 'refs/heads/loadgate': is at 1 but expected 2`,
  `!\t${REF}\t[remote rejected] (cannot lock ref 'refs/heads/loadgate': Unable to create '/x/refs/heads/loadgate.lock': File exists.)`,
])('somebody was first: %s', (answer) => {
  expect(readPushAnswer(answer)).toEqual({ kind: 'moved' });
});

it.each([
  [
    'protected',
    `remote: error: GH006: Protected branch update failed for refs/heads/loadgate.\n!\t${REF}\t[remote rejected] (protected branch hook declined)`,
  ],
  [
    'protected',
    `remote: error: GH013: Repository rule violations found for refs/heads/loadgate.\n!\t${REF}\t[remote rejected] (push declined due to repository rule violations)`,
  ],
  ['protected', `!\t${REF}\t[remote rejected] (pre-receive hook declined)`],
  [
    'read-only',
    "remote: Permission to octo/shop.git denied to github-actions[bot].\nfatal: unable to access 'origin/': The requested URL returned error: 403",
  ],
  ['read-only', 'remote: Write access to repository not granted.'],
  ['unauthorised', "fatal: could not read Username for 'https://github.test': terminal prompts disabled"],
  ['unauthorised', 'git@github.test: Permission denied (publickey).'],
  ['missing', "remote: Repository not found.\nfatal: repository 'https://github.test/octo/shop/' not found"],
])('is refused for good, since it is %s', (why, answer) => {
  expect(readPushAnswer(answer)).toMatchObject({ kind: 'refused', why });
});

it.each([
  "fatal: unable to access 'origin/': Could not resolve host: github.test",
  "fatal: unable to access 'origin/': The requested URL returned error: 503",
  'fatal: the remote end hung up unexpectedly',
  '',
])('may be another time: %s', (answer) => {
  expect(readPushAnswer(answer).kind).toBe('unclear');
});

it('shows the line that tells most', () => {
  const answer = `Counting objects\nremote: error: GH006: Protected branch\n!\t${REF}\t[remote rejected] (x)`;
  expect(readPushAnswer(answer)).toMatchObject({ message: 'remote: error: GH006: Protected branch' });
});
