/** Answers of GitHub come whole or not at all. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeAnswers } from '../../../src/platform/whole-answer.ts';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';

const PATH = '/repos/octo/shop/issues/7/comments';
let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { writer: { login: 'a-bot', mayWrite: true } },
  });
});
afterAll(() => github[Symbol.asyncDispose]());

const ask = async (bytesMax?: number): Promise<Response> =>
  wholeAnswers(fetch, bytesMax)(`${github.url}${PATH}`, { headers: { authorization: 'token writer' } });

it('passes a whole one on, with its status, headers and address', async () => {
  github.reset();
  github.add('someone', 'a remark — “quoted”');
  const answer = await ask();
  expect([answer.status, answer.headers.get('content-type'), answer.url]).toEqual([
    200,
    'application/json; charset=utf-8',
    `${github.url}${PATH}`,
  ]);
  expect(await answer.json()).toEqual([expect.objectContaining({ body: 'a remark — “quoted”' })]);
});

it('passes a refusal on, whatever it says', async () => {
  github.plan({
    method: 'GET',
    path: PATH,
    fault: { kind: 'status', status: 502, message: 'A bad gateway' },
  });
  const answer = await ask();
  expect(answer.status).toBe(502);
  expect(await answer.text()).toContain('A bad gateway');
});

it.each(['early-end', 'empty', 'truncated', 'html'] as const)(
  'F46: refuses one that is no JSON: %s',
  async (kind) => {
    github.plan({ method: 'GET', path: PATH, fault: { kind } });
    await expect(ask()).rejects.toThrow(TypeError);
  },
);

it.each(['huge', 'endless'] as const)('F46: reads no more than its limit of one that is %s', async (kind) => {
  github.plan({ method: 'GET', path: PATH, fault: { kind } });
  await expect(ask(2 ** 21)).rejects.toThrow('more than 2097152 bytes');
});
