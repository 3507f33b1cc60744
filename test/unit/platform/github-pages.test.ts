/** Lists of many pages, from a GitHub on this machine: whole, or refused; never short because a page was refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChecks } from '../../../src/platform/github-checks.ts';
import { openConversation, type Reply } from '../../../src/platform/github.ts';
import { everyPage } from '../../../src/platform/github-pages.ts';
import { listChangedFiles } from '../../../src/platform/github-pulls.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';

const HEAD = 'a'.repeat(40);
const ITEMS = 250;
let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { writer: { login: 'github-actions[bot]', mayWrite: true } },
  });
  for (let index = 0; index < ITEMS; index += 1) {
    github.add('mona', String(index));
    github.checks.push({
      id: 500 + index,
      name: 'Loadgate',
      headSha: HEAD,
      externalId: null,
      conclusion: 'success',
      title: '',
      summary: '',
      annotations: [],
    });
  }
  const files = Array.from({ length: ITEMS }, (_, index) => `src/${index}.ts`);
  const head = { repository: 'octo/shop', branch: 'change', sha: HEAD };
  github.pulls.push({ number: 7, head, baseSha: 'b'.repeat(40), files });
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

const client = () => ({
  token: 'writer',
  apiUrl: github.url,
  repository: 'octo/shop',
  signal: new AbortController().signal,
  patience: { call: 20_000, total: 120_000, pauses: [10], retryAfterMax: 100 },
});

const lists: readonly (readonly [string, string, () => Promise<Reply<readonly unknown[]>>])[] = [
  ['comments', '/comments', async () => (await openConversation({ ...client(), pullRequest: 7 })).list()],
  ['check runs', '/check-runs', async () => (await openChecks(client())).list(HEAD, 'Loadgate')],
  ['changed files', '/files', () => listChangedFiles(7, client())],
];

describe.each(lists)('a list of %s', (_, path, list) => {
  it('F49: is read to its end, each item once', async () => {
    const reply = await list();
    if (!('value' in reply)) throw new Error(reply.refusal.message);
    expect(new Set(reply.value.map((each) => JSON.stringify(each))).size).toBe(ITEMS);
    expect(reply.value).toHaveLength(ITEMS);
    expect(github.calls).toHaveLength(3);
  });

  it.each([[409], [404], [422], [451]])(
    'F46: that is refused on its second page with %i is no shorter list',
    async (status) => {
      github.plan({ method: 'GET', path, after: 1, fault: { kind: 'status', status }, times: 9 });
      expect(await list()).toMatchObject({ refusal: { message: expect.stringContaining(String(status)) } });
    },
  );
});

it('asks for no more pages than it is told', async () => {
  const asked: number[] = [];
  const endless = async (page: number) => {
    asked.push(page);
    return { data: page, headers: { link: '<https://github.test/?page=9>; rel="next"' } };
  };
  expect(await everyPage(3, endless, (data) => [data])).toEqual([1, 2, 3]);
  expect(asked).toEqual([1, 2, 3]);
});
