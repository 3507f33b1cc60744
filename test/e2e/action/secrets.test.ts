/** Secrets of requests in the Action: masked by us and by the runner, and never a pull request's to choose. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FakeGitHub } from '../../github/fake.ts';
import { CONFIG, createRepository, type Repository } from '../../runner/repository.ts';
import { exited, type StepOptions, startStep } from '../../runner/step.ts';
import { openGitHub, pullRequest, TOKENS } from './cases.ts';

const VALUE = 'sentinel/login+9f3c';

let shop: Repository;
let github: FakeGitHub;

beforeAll(() => {
  shop = createRepository();
});
afterAll(() => shop[Symbol.dispose]());
beforeEach(async () => {
  github = await openGitHub();
});
afterEach(async () => {
  github.verify();
  await github[Symbol.asyncDispose]();
});

const LOGIN = '[{ path: /, headers: { authorization: "Bearer {{secret.SHOP_LOGIN}}" } }]';
const allowing = (names: string, requests = '[GET /]'): string =>
  `secrets: [${names}]\n${CONFIG.replace('[GET /]', requests)}`;

/** Refuses everybody, in its log and in its answers, with the words that it was sent. */
const ECHO = `
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
let last = '';
createServer((request, response) => {
  if (request.url === '/health') return response.end('ok');
  const sent = request.headers.authorization ?? 'nothing';
  if (sent !== last) writeFileSync('seen.txt', sent);
  if (sent !== last) console.log('refused: ' + sent.slice(7) + ' in ' + JSON.stringify(request.headers));
  last = sent;
  response.statusCode = 401;
  response.end('no entry with ' + sent);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** A pull request from a base with one configuration to a head with another. */
function step(base: string, head: string): StepOptions {
  shop.git('checkout', '--quiet', '-B', 'base', 'main');
  const baseSha = shop.commit({ '.github/loadgate.yml': base });
  shop.git('checkout', '--quiet', '-B', 'case');
  const sha = shop.commit({ '.github/loadgate.yml': head, 'service.mjs': ECHO });
  return {
    workspace: shop.checkout(sha),
    event: 'pull_request',
    payload: pullRequest(sha, baseSha),
    token: TOKENS.writer,
    apiUrl: github.url,
    env: { GITHUB_SHA: sha, SHOP_LOGIN: VALUE },
  };
}

test('S8: a secret that the base commit allows reaches the service, and nothing that is published', async () => {
  const options = step(allowing('SHOP_LOGIN'), allowing('SHOP_LOGIN', LOGIN));
  using run = startStep(options);
  const ended = await run.ended;
  exited(ended, 1);
  expect(readFileSync(join(options.workspace, 'seen.txt'), 'utf8')).toBe(`Bearer ${VALUE}`);
  const folder = join(options.workspace, 'loadgate-report');
  const files = readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name), 'latin1')] as const,
  );
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect(Object.fromEntries(files)['service.log']).toContain('refused: *** in');
  // The runner takes this line for itself, and masks the value in every log of the job.
  const hidden = ended.log.split('\n').filter((line) => line.startsWith('::add-mask::'));
  expect(hidden).toEqual([`::add-mask::${VALUE}`]);
  const places = {
    ...Object.fromEntries(files),
    log: ended.log.replace(`::add-mask::${VALUE}`, ''),
    summary: ended.summary,
    outputs: JSON.stringify(ended.outputs),
    state: JSON.stringify(ended.state),
    comments: JSON.stringify(github.comments),
  };
  for (const [place, text] of Object.entries(places)) {
    const found = ['sentinel', Buffer.from(VALUE).toString('base64').slice(0, -4)].filter((form) =>
      text.includes(form),
    );
    expect({ place, found }).toEqual({ place, found: [] });
  }
}, 60_000);

test('S15: a pull request that allows itself a secret is refused before anything is started', async () => {
  const options = step(allowing('OTHER'), allowing('OTHER, SHOP_LOGIN', LOGIN));
  using run = startStep(options);
  const ended = await run.ended;
  exited(ended, 3);
  expect(ended.log).toContain('`secrets[1]` must be allowed by the base commit');
  expect(ended.log).not.toContain('sentinel');
  expect(ended.outputs.verdict).toBe('failure');
  expect(readdirSync(options.workspace)).not.toContain('seen.txt');
  expect(JSON.stringify(github.comments)).not.toContain('sentinel');
}, 60_000);

test('a pull request that only adds a name runs, and is told whose list counts', async () => {
  const options = step(allowing(''), allowing('SHOP_LOGIN'));
  using run = startStep(options);
  const ended = await run.ended;
  // Its service refuses everybody.
  exited(ended, 1);
  expect(ended.log).toContain('This change edits `secrets`; what the base commit says applies.');
  expect(ended.log).not.toContain('sentinel');
}, 60_000);

test('a push says for itself which secrets it uses', async () => {
  const { payload: _, ...options } = step(allowing(''), allowing('SHOP_LOGIN', LOGIN));
  const after = options.env?.['GITHUB_SHA'] ?? '';
  const before = shop.git('rev-parse', 'base');
  const payload = { before, after, repository: { full_name: 'octo/shop' } };
  using run = startStep({ ...options, event: 'push', payload });
  exited(await run.ended, 1);
  expect(readFileSync(join(options.workspace, 'seen.txt'), 'utf8')).toBe(`Bearer ${VALUE}`);
}, 60_000);
