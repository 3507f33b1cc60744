/** Why git could not be started: it is not there, or this machine has no more of what a process needs. */
import { expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { complain } from '../../../src/platform/git-process.ts';
import { memoryLog } from '../../../src/platform/log.ts';
import { openVault } from '../../../src/platform/vault.ts';

const world = {
  workspace: '/workspace',
  temporary: '/temporary',
  env: {},
  signal: new AbortController().signal,
  vault: openVault({ env: {}, secrets: {} }),
  log: memoryLog(),
  now: () => millis(0),
  date: () => new Date(0),
  generator: ['node'] as const,
};

it.each([
  ['spawn git ENOENT', 'usage', 'git-missing'],
  ['spawn git EMFILE', 'not-measured', 'git-failed'],
  ['spawn git EAGAIN', 'not-measured', 'git-failed'],
])('F30: a git that does not start, since %s, is %s', (stderr, kind, code) => {
  const answer = { kind: 'not-started', stdout: Buffer.alloc(0), stderr } as const;
  expect(complain(world, answer, 'a commit').detail).toMatchObject({ kind, code });
});
