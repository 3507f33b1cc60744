/** Check runs and pull requests against a GitHub on this machine whose every exchange is held to GitHub's own description. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNOTATIONS_A_CALL, type CheckAnnotation, openChecks } from '../../../src/platform/github-checks.ts';
import { findPulls } from '../../../src/platform/github-pulls.ts';
import {
  CHECK_SUMMARY_BYTES_MAX,
  type Checked,
  checkNameOf,
  conclusionOf,
  publishCheck,
} from '../../../src/publish/check-run.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import type { RunNumber } from '../../../src/publish/run-number.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';

const HEAD = 'a'.repeat(40);
const patience = { call: 5_000, total: 20_000, pauses: [10, 20], retryAfterMax: 100 };
let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: {
      writer: { login: 'github-actions[bot]', mayWrite: true },
      reader: { login: 'github-actions[bot]', mayWrite: false },
    },
  });
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

const client = (token = 'writer') => ({
  token,
  apiUrl: github.url,
  repository: 'octo/shop',
  signal: new AbortController().signal,
  patience,
});

const publication = (change: Partial<Publication> = {}): Publication => ({
  suite: 'shop',
  occasion: {
    kind: 'pull-request',
    repository: 'octo/shop',
    headSha: HEAD,
    baseSha: 'b'.repeat(40),
    pullRequest: { number: 7, fromFork: false },
    runUrl: 'https://github.test/octo/shop/actions/runs/1',
  },
  outcome: 'fail',
  exitCode: 1,
  headline: 'Regression: p95 +50 %',
  comment: 'auto',
  directory: null,
  run: null,
  verdict: null,
  markdown: (limit) => 'the report'.slice(0, limit),
  formats: [],
  page: null,
  ...change,
});

async function publish(
  change: Partial<Publication> = {},
  run: RunNumber | null = null,
  token = 'writer',
): Promise<Checked> {
  return publishCheck(
    publication(change),
    { name: 'Loadgate', run, headSha: HEAD },
    await openChecks(client(token)),
  );
}

describe('a check run', () => {
  it('stands on the measured commit with the verdict, the report and a way to the run', async () => {
    const done = await publish();
    expect(done).toEqual({ kind: 'created', url: 'https://github.test/runs/500' });
    expect(github.checks).toMatchObject([
      {
        name: 'Loadgate',
        headSha: HEAD,
        conclusion: 'failure',
        title: 'Regression: p95 +50 %',
        summary: 'the report',
      },
    ]);
    const [created] = github.calls.filter(({ method }) => method === 'POST');
    expect(created?.body).toMatchObject({ details_url: 'https://github.test/octo/shop/actions/runs/1' });
  });

  it.each([
    ['pass', 0, 'success'],
    ['inconclusive', 0, 'neutral'],
    ['no-baseline', 0, 'neutral'],
    ['fail', 0, 'neutral'],
    ['void', 0, 'neutral'],
    ['fail', 1, 'failure'],
    ['inconclusive', 1, 'failure'],
    ['void', 2, 'failure'],
    ['failure', 2, 'failure'],
    ['failure', 3, 'failure'],
    ['failure', 130, 'cancelled'],
  ] as const)('of %s with exit code %i is a %s', (outcome, exitCode, wanted) => {
    expect(conclusionOf({ outcome, exitCode })).toBe(wanted);
  });

  it('has all remarks, fifty a call', async () => {
    const remarks = Array.from(
      { length: 120 },
      (_, index): CheckAnnotation => ({
        path: '.github/loadgate.yml',
        line: index + 1,
        level: 'failure',
        title: `browse · p95 ${index}`,
        message: 'It went from 10 ms to 20 ms.',
      }),
    );
    await publish({ remarks });
    expect(github.checks[0]?.annotations).toHaveLength(120);
    const writes = github.calls.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH']);
    expect(ANNOTATIONS_A_CALL).toBe(50);
  });

  it('has a summary that fits in bytes, not in characters', async () => {
    await publish({ markdown: (limit) => 'ж'.repeat(limit) });
    const bytes = Buffer.byteLength(github.checks[0]?.summary ?? '');
    expect(bytes).toBeLessThanOrEqual(CHECK_SUMMARY_BYTES_MAX);
    expect(bytes).toBeGreaterThan(CHECK_SUMMARY_BYTES_MAX / 2);
  });

  it('F45: is not made by a run that a newer one has overtaken', async () => {
    await publish({ outcome: 'pass', exitCode: 0 }, { id: 101, attempt: 1 });
    expect((await publish({}, { id: 100, attempt: 3 })).kind).toBe('outdated');
    expect((await publish({}, { id: 101, attempt: 2 })).kind).toBe('created');
    expect(github.checks.map(({ conclusion }) => conclusion)).toEqual(['success', 'failure']);
  });

  it('is no check run of a token that may only read, which is said', async () => {
    expect(await publish({}, null, 'reader')).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'read-only' },
    });
  });

  it('is named after suite and variant', () => {
    expect([checkNameOf('default', null), checkNameOf('shop', null), checkNameOf('shop', 'node 24')]).toEqual(
      ['Loadgate', 'Loadgate (shop)', 'Loadgate (shop, node 24)'],
    );
  });
});

describe('S14: the pull request of a commit', () => {
  const head = { sha: HEAD, repository: 'mallory/shop', branch: 'fast & "new"' };
  const pull = (number: number, change: Partial<typeof head> = {}) => ({
    number,
    head: { ...head, ...change },
    baseSha: 'b'.repeat(40),
  });
  const find = () => findPulls(head, client('reader'));

  it('is the open one with this head, of this repository', async () => {
    github.pulls.push(
      pull(3, { sha: 'c'.repeat(40) }),
      pull(4, { repository: 'mallory/other' }),
      pull(5, { repository: 'octo/shop' }),
      pull(7),
    );
    const found = await find();
    expect('value' in found && found.value.map(({ number }) => number)).toEqual([7]);
  });

  it('is none when the branch has moved, and several when there are', async () => {
    expect(await find()).toEqual({ value: [] });
    github.pulls.push(pull(7), pull(8));
    const found = await find();
    expect('value' in found && found.value).toHaveLength(2);
  });

  it.each(['status', 'html', 'truncated'] as const)(
    'is a refusal where GitHub answers with %s',
    async (kind) => {
      github.plan({
        method: 'GET',
        path: '/pulls',
        fault: kind === 'status' ? { kind, status: 404 } : { kind },
        times: 9,
      });
      expect(await find()).toHaveProperty('refusal');
    },
  );
});
