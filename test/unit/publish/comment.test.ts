/** The sticky comment against a GitHub on this machine whose every exchange is held to GitHub's own description. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConversation } from '../../../src/platform/github.ts';
import type { Patience } from '../../../src/platform/patience.ts';
import {
  COMMENT_CHARACTERS_MAX,
  type Commented,
  markerOf,
  publishComment,
  type RunNumber,
} from '../../../src/publish/comment.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';

const BOT = 'github-actions[bot]';
const OURS = markerOf('api');
/** Small, so that a test of a stall is quick; the deadline is generous for a busy machine. */
const patience: Patience = { call: 1_500, total: 20_000, pauses: [10, 20], retryAfterMax: 100 };

let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: {
      writer: { login: BOT, mayWrite: true },
      app: { login: 'perf-app[bot]', mayWrite: true },
      reader: { login: BOT, mayWrite: false },
    },
  });
});

afterEach(async () => {
  // Whatever the test is about: every exchange was one that GitHub describes.
  github.verify();
  await github[Symbol.asyncDispose]();
});

async function publish(
  report: string | ((limit: number) => string) = 'the report',
  {
    token = 'writer',
    suite = 'api',
    run = null as RunNumber | null,
    signal = new AbortController().signal,
  } = {},
): Promise<Commented> {
  const conversation = await openConversation({
    token,
    apiUrl: github.url,
    repository: 'octo/shop',
    pullRequest: 7,
    signal,
    patience,
  });
  return publishComment(
    { suite, run, report: typeof report === 'string' ? () => report : report },
    conversation,
  );
}

const bodies = (): readonly string[] => github.comments.map(({ body }) => body);
const writes = (): readonly string[] =>
  github.calls
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method }) => method);
const refusalOf = (done: Commented): string | null => (done.kind === 'refused' ? done.refusal.kind : null);

describe('the sticky comment', () => {
  it('is created with its marker in the first line', async () => {
    const done = await publish('hello');
    expect(done).toEqual({
      kind: 'created',
      url: `${github.url}/octo/shop/pull/7#issuecomment-${github.comments[0]?.id}`,
    });
    expect(bodies()).toEqual([`${OURS}\nhello`]);
    expect(github.comments[0]?.author).toBe(BOT);
  });

  it('is updated in place by the next run', async () => {
    await publish('one');
    const done = await publish('two');
    expect(done.kind).toBe('updated');
    expect(bodies()).toEqual([`${OURS}\ntwo`]);
  });

  it('is one for each suite', async () => {
    await publish('a', { suite: 'api' });
    await publish('b', { suite: 'web' });
    await publish('c', { suite: 'api' });
    expect(bodies()).toEqual([`${OURS}\nc`, `${markerOf('web')}\nb`]);
  });

  it('F49: is found on the last of many pages', async () => {
    for (let count = 0; count < 250; count += 1) github.add('someone', `remark ${count}`);
    const ours = github.add(BOT, `${OURS}\nold`);
    for (let count = 0; count < 30; count += 1) github.add('someone', `later remark ${count}`);
    expect((await publish('new')).kind).toBe('updated');
    expect(ours.body).toBe(`${OURS}\nnew`);
    expect(github.calls.filter(({ method }) => method === 'GET')).toHaveLength(3);
  });

  it('S11: leaves markers alone that somebody else planted', async () => {
    const planted = ['mallory', 'maintainer', 'dependabot[bot]'].map((author) =>
      github.add(author, `${OURS}\nplanted`),
    );
    const done = await publish('ours');
    expect(done.kind).toBe('created');
    expect(planted.map(({ body }) => body)).toEqual(Array.from({ length: 3 }, () => `${OURS}\nplanted`));
    expect(bodies().at(-1)).toBe(`${OURS}\nours`);
  });

  it('is not found by a marker that a quotation moved out of the first line', async () => {
    github.add(BOT, `> quoted\n${OURS}\n`);
    expect((await publish('ours')).kind).toBe('created');
    expect(bodies()).toHaveLength(2);
  });

  it("is found when the token belongs to an app of one's own", async () => {
    await publish('one', { token: 'app' });
    expect((await publish('two', { token: 'app' })).kind).toBe('updated');
    expect(bodies()).toEqual([`${OURS}\ntwo`]);
  });

  it('takes the author of every workflow when GitHub does not say who we are', async () => {
    github.add(BOT, `${OURS}\nold`);
    github.plan({ method: 'POST', path: '/graphql', fault: { kind: 'status', status: 403 } });
    expect((await publish('new')).kind).toBe('updated');
  });

  it('F45: does not overwrite the words of a newer run', async () => {
    await publish('new', { run: { id: 20, attempt: 1 } });
    expect((await publish('late', { run: { id: 19, attempt: 3 } })).kind).toBe('outdated');
    expect(bodies()).toEqual([`${OURS}\n<!-- loadgate-run:20.1 -->\nnew`]);
    expect((await publish('again', { run: { id: 20, attempt: 2 } })).kind).toBe('updated');
    expect(bodies()).toEqual([`${OURS}\n<!-- loadgate-run:20.2 -->\nagain`]);
  });
});

const fill = (limit: number): string => 'x'.repeat(limit);

describe('the length of the comment', () => {
  it('F51: gives the report exactly what is left, on creation and on update', async () => {
    expect((await publish(fill)).kind).toBe('created');
    expect((await publish(fill)).kind).toBe('updated');
    expect(bodies().map((body) => body.length)).toEqual([COMMENT_CHARACTERS_MAX]);
  });

  it('refuses a report that does not keep to its limit, before anything is sent', async () => {
    await expect(publish((limit) => 'x'.repeat(limit + 1))).rejects.toThrow(RangeError);
    expect(github.calls).toEqual([]);
  });
});

describe('a creation that went wrong', () => {
  it('F47: is not repeated when the list shows that it was carried out', async () => {
    github.plan({ method: 'POST', path: '/comments', fault: { kind: 'done-then-lost' } });
    expect((await publish('once')).kind).toBe('created');
    expect(bodies()).toEqual([`${OURS}\nonce`]);
  });

  it('is repeated once when the list shows that it was not', async () => {
    github.plan({ method: 'POST', path: '/comments', fault: { kind: 'reset' } });
    expect((await publish('once')).kind).toBe('created');
    expect(bodies()).toEqual([`${OURS}\nonce`]);
  });

  it('is given up after the second time', async () => {
    github.plan({ method: 'POST', path: '/comments', times: 9, fault: { kind: 'reset' } });
    expect(refusalOf(await publish('once'))).toBe('unknown');
    expect(writes()).toEqual(['POST', 'POST']);
  });

  it('F50: leaves one comment when two jobs create it at the same moment', async () => {
    github.plan({
      method: 'POST',
      path: '/comments',
      fault: { kind: 'before', act: (at) => void at.add(BOT, `${OURS}\nthe other job`) },
    });
    await publish('ours');
    expect(bodies()).toEqual([`${OURS}\nours`]);
  });

  it('F45, F50: leaves the comment of a newer run that was quicker', async () => {
    const newer = `${OURS}\n<!-- loadgate-run:30.1 -->\nthe newer run`;
    github.plan({
      method: 'POST',
      path: '/comments',
      fault: { kind: 'before', act: (at) => void at.add(BOT, newer) },
    });
    expect((await publish('ours', { run: { id: 29, attempt: 1 } })).kind).toBe('outdated');
    expect(bodies()).toEqual([newer]);
  });

  it('F50: keeps the later comment when the first cannot be changed', async () => {
    const act = (at: FakeGitHub): void => void at.add(BOT, `${OURS}\nthe other job`);
    github.plan({ method: 'POST', path: '/comments', fault: { kind: 'before', act } });
    github.plan({ method: 'PATCH', path: '/comments/', times: 9, fault: { kind: 'status', status: 502 } });
    expect((await publish('ours')).kind).toBe('created');
    expect(bodies()).toEqual([`${OURS}\nours`]);
  });

  it("F47: is not doubled when GitHub does not say who we are, and we are an app of one's own", async () => {
    await publish('one', { token: 'app' });
    github.plan({ method: 'POST', path: '/graphql', times: 9, fault: { kind: 'status', status: 502 } });
    expect((await publish('two', { token: 'app' })).kind).toBe('created');
    expect(bodies()).toEqual([`${OURS}\ntwo`]);
  });

  it('F50: removes what an earlier race left', async () => {
    const first = github.add(BOT, `${OURS}\none`);
    github.add(BOT, `${OURS}\ntwo`);
    await publish('ours');
    expect(github.comments).toEqual([{ ...first, body: `${OURS}\nours` }]);
  });

  it('F48: creates anew when the comment was deleted between the list and the update', async () => {
    github.add(BOT, `${OURS}\nold`);
    github.plan({
      method: 'PATCH',
      path: '/comments/',
      fault: { kind: 'before', act: (at) => void at.comments.splice(0) },
    });
    expect((await publish('new')).kind).toBe('created');
    expect(bodies()).toEqual([`${OURS}\nnew`]);
  });
});

describe('a refusal', () => {
  it('S31, F53: is a value when the token may only read', async () => {
    const done = await publish('hello', { token: 'reader' });
    expect(refusalOf(done)).toBe('read-only');
    expect(writes()).toEqual(['POST']);
  });

  it('is a value when the token is not accepted', async () => {
    expect(refusalOf(await publish('hello', { token: 'stranger' }))).toBe('unauthorised');
  });

  it('F48: is a value when the conversation is locked', async () => {
    github.locked = true;
    expect(refusalOf(await publish('hello'))).toBe('locked');
  });

  const cases = [
    [400, 'refused'],
    [404, 'missing'],
    [410, 'missing'],
    [422, 'refused'],
    [451, 'refused'],
  ] as const;
  it.each(cases)('F46: status %i is not tried again', async (status, kind) => {
    github.plan({ method: 'GET', path: '/comments', times: 9, fault: { kind: 'status', status } });
    expect(refusalOf(await publish('hello'))).toBe(kind);
    expect(github.calls.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it.each([500, 502, 503, 504])('F46: status %i passes', async (status) => {
    github.plan({ method: 'GET', path: '/comments', times: 2, fault: { kind: 'status', status } });
    expect((await publish('hello')).kind).toBe('created');
  });

  it('F46: an endless 502 is given up', async () => {
    github.plan({ method: 'GET', path: '/comments', times: 99, fault: { kind: 'status', status: 502 } });
    expect(refusalOf(await publish('hello'))).toBe('unknown');
    expect(github.calls.filter(({ method }) => method === 'GET')).toHaveLength(3);
  });

  it('F46: a secondary limit is waited for as long as GitHub asks, within reason', async () => {
    const slowDown = {
      kind: 'status',
      status: 403,
      message: 'You have exceeded a secondary rate limit',
      headers: { 'retry-after': '0' },
    } as const;
    github.plan({ method: 'POST', path: '/comments', fault: slowDown });
    expect((await publish('hello')).kind).toBe('created');
    github.plan({
      method: 'PATCH',
      path: '/comments',
      fault: { ...slowDown, headers: { 'retry-after': '3600' } },
    });
    expect(refusalOf(await publish('again'))).toBe('rate-limited');
  });

  it.each([{}, { 'retry-after': 'Fri, 31 Dec 2027 23:59:59 GMT' }])(
    'F46: a secondary limit with %j is not tried again: GitHub asks for a minute at least',
    async (headers) => {
      github.plan({
        method: 'GET',
        path: '/comments',
        times: 9,
        fault: { kind: 'status', status: 429, headers },
      });
      expect(refusalOf(await publish('hello'))).toBe('rate-limited');
      expect(github.calls.filter(({ method }) => method === 'GET')).toHaveLength(1);
    },
  );

  it('F46: the primary limit is not waited for', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' };
    github.plan({
      method: 'GET',
      path: '/comments',
      times: 9,
      fault: { kind: 'status', status: 403, message: 'API rate limit exceeded', headers },
    });
    expect(refusalOf(await publish('hello'))).toBe('rate-limited');
    expect(github.calls.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it.each(['html', 'truncated'] as const)(
    'F46: an answer that is %s is not taken for a list',
    async (kind) => {
      github.plan({ method: 'GET', path: '/comments', times: 9, fault: { kind } });
      expect(refusalOf(await publish('hello'))).toBe('unknown');
      expect(writes()).toEqual([]);
    },
  );

  it.each(['stall', 'stall-body', 'early-end', 'reset'] as const)(
    'F46: a %s is tried again, and is no empty list',
    async (kind) => {
      github.add(BOT, `${OURS}\nold`);
      github.plan({ method: 'GET', path: '/comments', fault: { kind } });
      expect((await publish('hello')).kind).toBe('updated');
      expect(bodies()).toEqual([`${OURS}\nhello`]);
    },
  );

  it('F46: a conflict is no empty list', async () => {
    github.add(BOT, `${OURS}\nold`);
    github.plan({ method: 'GET', path: '/comments', times: 9, fault: { kind: 'status', status: 409 } });
    expect(refusalOf(await publish('hello'))).toBe('refused');
    expect(bodies()).toEqual([`${OURS}\nold`]);
  });

  it('ends at once when the run is cancelled', async () => {
    github.plan({ method: 'GET', path: '/comments', times: 9, fault: { kind: 'stall' } });
    const controller = new AbortController();
    const done = publish('hello', { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect(refusalOf(await done)).toBe('unknown');
    expect(writes()).toEqual([]);
  });

  it('is a value when nobody listens', async () => {
    const url = github.url;
    await github[Symbol.asyncDispose]();
    const conversation = await openConversation({
      token: 'writer',
      apiUrl: url,
      repository: 'octo/shop',
      pullRequest: 7,
      signal: new AbortController().signal,
      patience,
    });
    expect(
      refusalOf(await publishComment({ suite: 'api', run: null, report: () => 'x' }, conversation)),
    ).toBe('unknown');
    github = await startFakeGitHub({ repository: 'octo/shop', pullRequest: 7, tokens: {} });
  });
});

describe('the marker', () => {
  it.each(['api', 'a--b', '--> <b>x</b>', 'Ünïcode', 'x y', '\ud800'])(
    'cannot be ended by the name %j',
    (suite) => {
      expect(markerOf(suite)).toMatch(/^<!-- loadgate:[^\s<>]* -->$/);
      expect(markerOf(suite).slice(4, -3)).not.toContain('--');
    },
  );
});
