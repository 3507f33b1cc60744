/** The run behind a `workflow_run` event, and the refusal of what is none of a pull request. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { type MeasuredRun, readMeasuredRun } from '../../../src/platform/measured-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'loadgate-event-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RUN = {
  id: 41,
  run_attempt: 2,
  event: 'pull_request',
  head_sha: 'a'.repeat(40),
  head_branch: 'fast',
  head_repository: { full_name: 'mallory/shop' },
  conclusion: 'success',
  html_url: 'https://github.test/octo/shop/actions/runs/41',
  created_at: '2026-11-23T09:50:00Z',
  pull_requests: [{ number: 1 }],
};

function read(run: unknown, event = 'workflow_run'): Promise<MeasuredRun> {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify({ workflow_run: run }));
  return readMeasuredRun({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path });
}

const codeOf = async (promise: Promise<unknown>): Promise<readonly unknown[]> => {
  const error = await promise.catch((reason: unknown) => reason);
  return error instanceof Failure ? [error.exitCode, error.detail.code] : [error];
};

describe('readMeasuredRun', () => {
  it('reads what GitHub says of the run, and no number of a pull request', async () => {
    expect(await read(RUN)).toEqual({
      id: 41,
      attempt: 2,
      headSha: 'a'.repeat(40),
      headBranch: 'fast',
      headRepository: 'mallory/shop',
      conclusion: 'success',
      url: 'https://github.test/octo/shop/actions/runs/41',
      createdAt: '2026-11-23T09:50:00Z',
    });
  });

  it('knows that a fork may be gone', async () => {
    expect((await read({ ...RUN, head_repository: null })).headRepository).toBeNull();
  });

  it.each(['pull_request', 'pull_request_target', 'push', 'schedule', ''])(
    'refuses the event "%s"',
    async (event) => {
      expect(await codeOf(read(RUN, event))).toEqual([3, 'publish-event']);
    },
  );

  it.each(['push', 'pull_request_target', 'schedule'])('refuses a run of the event "%s"', async (event) => {
    expect(await codeOf(read({ ...RUN, event }))).toEqual([3, 'publish-other-event']);
  });

  it.each([
    undefined,
    {},
    { ...RUN, head_sha: '--upload-pack=x' },
    { ...RUN, id: '41' },
    { ...RUN, created_at: 'yesterday' },
    { ...RUN, head_repository: { full_name: 'a/b/../c' } },
  ])('F56: refuses what GitHub does not write: %o', async (run) => {
    expect(await codeOf(read(run))).toEqual([3, 'event-unreadable']);
  });
});
