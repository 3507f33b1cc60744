/** Acceptances in a pull request, asked from a GitHub on this machine: whose words count, and what is said of the others. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPullRequest, withPullRequest } from '../../../src/baseline/pull-request.ts';
import { NO_STANDING } from '../../../src/domain/acceptance.ts';
import { openReview } from '../../../src/platform/github-review.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';

const LINE = 'loadgate accept p95 of "browse" +12% until 2026-06-30: answers are signed now';
const SHA = 'a'.repeat(40);

let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { reader: { login: 'github-actions[bot]', mayWrite: false } },
  });
  Object.assign(github.review.people, {
    owner: 'admin',
    keeper: 'maintain',
    writer: 'write',
    helper: 'triage',
    ghost: null,
  });
});

afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

const review = (token = 'reader') =>
  openReview({
    token,
    apiUrl: github.url,
    repository: 'octo/shop',
    signal: new AbortController().signal,
    patience: { call: 20_000, total: 60_000, pauses: [10], retryAfterMax: 100 },
  });

const read = async (token = 'reader') => readPullRequest(await review(token), 7, ['browse', 'order']);

/** `by` of every acceptance, and `kind` of everything that was refused. */
async function whoAndWhy(): Promise<readonly (readonly string[])[]> {
  const { acceptances, refused } = await read();
  return [acceptances.map(({ by }) => by), refused.map(({ kind }) => kind)];
}

describe('a comment', () => {
  it.each([
    ['owner', [['owner'], []]],
    ['keeper', [['keeper'], []]],
    ['writer', [['writer'], []]],
    ['helper', [[], ['not-allowed']]],
    ['stranger', [[], ['not-allowed']]],
    ['ghost', [[], ['not-allowed']]],
    ['writer[bot]', [[], ['not-allowed']]],
    [null, [[], ['not-allowed']]],
  ])('of %s', async (author, expected) => {
    github.review.remarks.push({ body: `Well then.\n\n${LINE}`, author });
    expect(await whoAndWhy()).toEqual(expected);
  });

  it('says everything, and when', async () => {
    github.review.remarks.push({ body: LINE, author: 'writer', at: '2026-02-03T04:05:06Z' });
    expect((await read()).acceptances).toEqual([
      {
        scenario: 'browse',
        metric: 'p95',
        upTo: { kind: 'share', amount: 0.12 },
        reason: 'answers are signed now',
        by: 'writer',
        at: '2026-02-03T04:05:06Z',
        since: '2026-02-03T04:05:06Z',
        until: '2026-06-30',
        commit: null,
        from: 'pull-request',
      },
    ]);
  });

  it.each([
    ['its author', 'writer', [['writer'], []]],
    ['somebody else who may write', 'owner', [[], ['edited']]],
    ['a stranger', 'stranger', [[], ['edited']]],
    ['nobody knows whom', null, [[], ['edited']]],
  ])('that was edited by %s', async (_, editor, expected) => {
    github.review.remarks.push({ body: LINE, author: 'writer', editor });
    expect(await whoAndWhy()).toEqual(expected);
  });

  it('on a later page is read, too', async () => {
    for (let index = 0; index < 230; index += 1)
      github.review.remarks.push({ body: `${index}`, author: 'stranger' });
    github.review.remarks.push({ body: LINE, author: 'writer' });
    expect(await whoAndWhy()).toEqual([['writer'], []]);
  });

  it('of Loadgate is nobody’s word, whoever owns its token', async () => {
    github.add('writer', `<!-- loadgate:shop -->\n${LINE}`);
    expect(await whoAndWhy()).toEqual([[], []]);
  });

  it('that quotes the line does not say it', async () => {
    const quoted = ['> ', '- ', '`', 'Write: '].map((mark) => `${mark}${LINE}`);
    github.review.remarks.push({
      body: [
        ...quoted,
        '```',
        LINE,
        '```',
        '~~~~',
        LINE,
        '~~~',
        LINE,
        '~~~~',
        `<!-- ${LINE}\n${LINE} -->`,
      ].join('\n'),
      author: 'writer',
    });
    expect(await whoAndWhy()).toEqual([[], []]);
  });
});

describe('the description', () => {
  it.each([
    ['by a stranger: a fork', 'stranger', undefined, [[], ['not-allowed']]],
    ['by a stranger, edited by the stranger', 'stranger', 'stranger', [[], ['not-allowed']]],
    // Nobody knows which of the two wrote the line.
    ['by a stranger, edited by one who may write', 'stranger', 'writer', [[], ['not-allowed']]],
    ['by one who may write', 'writer', undefined, [['writer'], []]],
    ['by one who may write, edited by another', 'writer', 'owner', [['owner'], []]],
    ['by one who may write, edited by one who may not', 'writer', 'helper', [[], ['not-allowed']]],
    ['by one who may write, edited by nobody knows whom', 'writer', null, [[], ['not-allowed']]],
  ])('%s', async (_, author, editor, expected) => {
    github.review.description = {
      body: `What it does.\r\n${LINE}\r\n`,
      author,
      ...(editor !== undefined && { editor }),
    };
    expect(await whoAndWhy()).toEqual(expected);
  });
});

describe('a label', () => {
  const name = 'loadgate: accept p95 of browse +12%';
  const description = 'until 2026-06-30: answers are signed now';

  it.each([
    ['by one who may write', 'writer', [['writer'], []]],
    ['by one who may only set labels', 'helper', [[], ['not-allowed']]],
    ['by nobody knows whom', null, [[], ['not-allowed']]],
  ])('set %s', async (_, by, expected) => {
    github.review.labels.push({ name, description, by });
    expect(await whoAndWhy()).toEqual(expected);
  });

  it('without its rest is not understood, and another one is none', async () => {
    github.review.labels.push({ name, by: 'writer' }, { name: 'loadgate: acceptance tests', by: 'writer' });
    expect((await read()).refused).toEqual([
      { kind: 'not-understood', text: 'loadgate accept p95 of browse +12%', problem: 'form' },
    ]);
  });
});

it('of several for one metric the latest counts: they do not add up', async () => {
  const line = (amount: string) => `loadgate accept p95 of browse ${amount} until 2026-06-30: because`;
  github.review.remarks.push(
    { body: line('+5%'), author: 'owner', at: '2026-03-02T00:00:00Z' },
    { body: line('+50%'), author: 'writer', at: '2026-03-01T00:00:00Z' },
  );
  const { acceptances } = await read();
  expect(acceptances.map(({ upTo }) => upTo.amount)).toEqual([0.05]);
});

it('asks for each person once', async () => {
  github.review.remarks.push(...Array.from({ length: 5 }, () => ({ body: LINE, author: 'stranger' })));
  await read();
  expect(github.calls.filter(({ path }) => path.endsWith('/permission'))).toHaveLength(1);
});

it('says little of much', async () => {
  github.review.remarks.push({
    body: Array.from({ length: 500 }, () => LINE).join('\n'),
    author: 'stranger',
  });
  expect((await read()).refused).toHaveLength(10);
});

describe('what GitHub does not answer', () => {
  it.each([
    ['the words', { method: 'POST', path: '/graphql' }],
    ['the rights', { method: 'GET', path: '/permission' }],
  ])('accepts nothing, and is said: %s', async (_, call) => {
    github.review.remarks.push({ body: LINE, author: 'writer' });
    github.plan({ ...call, times: 9, fault: { kind: 'status', status: 500 } });
    const { acceptances, refused } = await read();
    expect([acceptances, refused.map(({ kind }) => kind)]).toEqual([[], ['not-read']]);
  });

  it('is no reason to throw: a token that is not accepted, a page of a proxy', async () => {
    expect((await read('unknown')).refused).toMatchObject([{ kind: 'not-read' }]);
    github.plan({ method: 'POST', path: '/graphql', fault: { kind: 'html' }, times: 9 });
    expect((await read()).refused).toMatchObject([{ kind: 'not-read' }]);
  });
});

it('does not count twice what the baseline has of it already', async () => {
  github.review.remarks.push({ body: LINE, author: 'writer' });
  const found = await read();
  const [own] = found.acceptances;
  if (own === undefined) throw new Error('nothing was accepted');
  const recorded = { ...own, at: '2026-01-02T03:04:05.000Z', commit: SHA, from: 'baseline' } as const;
  const other = { ...recorded, at: '2026-01-01T00:00:00Z', commit: 'b'.repeat(40) };
  expect(withPullRequest(NO_STANDING, found).acceptances).toEqual([own]);
  expect(withPullRequest({ ...NO_STANDING, acceptances: [other, recorded] }, found).acceptances).toEqual([
    other,
    { ...recorded, from: 'both' },
  ]);
});
