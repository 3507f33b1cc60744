/** What a service of a stranger finds of the runner's tokens, wherever a process of the same user can look; and what of them is published. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FakeGitHub } from '../../github/fake.ts';
import { CONFIG, createRepository, type Repository } from '../../runner/repository.ts';
import { exited, RUNNER_SECRETS, startStep } from '../../runner/step.ts';
import { openGitHub, pullRequest, TOKENS } from './cases.ts';

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

/** Looks for the word that all tokens of the test have in them, which it does not itself hold, and says where it found it. */
const SPY = `
import { createServer } from 'node:http';
import { readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const needle = new RegExp(['ent', 'inel'].join(''), 'i');
const read = (path) => { try { return readFileSync(path, 'latin1'); } catch { return ''; } };
const list = (path) => { try { return readdirSync(path); } catch { return []; } };
const files = (folder) => list(folder).flatMap((name) => {
  const path = join(folder, name);
  try { return statSync(path).isDirectory() ? files(path) : [path]; } catch { return []; }
});
const ancestors = [];
for (let pid = process.ppid; pid > 1; pid = Number(/^PPid:\\s*(\\d+)/m.exec(read('/proc/' + pid + '/status'))?.[1] ?? 0)) ancestors.push(pid);
const inherited = ancestors.map((pid) => read('/proc/' + pid + '/environ')).join('\\0');
const temporary = /(?:^|\\0)RUNNER_TEMP=([^\\0]*)/.exec(inherited)?.[1] ?? '';
const holding = (paths) => paths.filter((path) => needle.test(read(path)));
const own = process.cwd();
const descriptors = list('/proc/self/fd').map((name) => { try { return readlinkSync('/proc/self/fd/' + name); } catch { return ''; } });
const look = () => ({
  looked: { ancestors: ancestors.length, workspace: files(own).length, temporary: files(temporary).length, descriptors: descriptors.length },
  environment: Object.keys(process.env).filter((name) => needle.test(process.env[name])),
  parents: inherited.split('\\0').filter((line) => needle.test(line)).map((line) => line.split('=')[0]),
  arguments: holding(ancestors.map((pid) => '/proc/' + pid + '/cmdline')),
  workspace: holding(files(own)).map((path) => path.slice(own.length + 1)),
  temporary: holding(files(temporary).filter((path) => !path.includes('_runner_file_commands'))),
  runnerFiles: holding(files(temporary).filter((path) => path.includes('_runner_file_commands'))),
  descriptors: holding(descriptors.filter((path) => path.startsWith('/') && !path.startsWith('/dev/'))),
});
let requests = 0;
createServer((request, response) => {
  // Also while it is measured: what the gate does then has to be as quiet.
  if (requests++ % 200 === 20) writeFileSync('seen.json', JSON.stringify(look()));
  response.end('ok');
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

test('S1, S2, S3, S4: a service finds no token on seven surfaces, and none is in six outputs', async () => {
  const config = CONFIG.replace('service:\n', 'service:\n  env: { PLANTED: a-sentinel-to-be-found }\n');
  expect(config).not.toBe(CONFIG);
  shop.git('checkout', '--quiet', '-B', 'base', 'main');
  const baseSha = shop.commit({ '.github/loadgate.yml': config });
  shop.git('checkout', '--quiet', '-B', 'case');
  const sha = shop.commit({ 'service.mjs': SPY });
  const workspace = shop.checkout(sha);
  using run = startStep({
    workspace,
    event: 'pull_request',
    payload: pullRequest(sha, baseSha),
    token: TOKENS.writer,
    apiUrl: github.url,
    env: { GITHUB_SHA: sha },
  });
  const ended = await run.ended;
  exited(ended, 0);
  const { looked, ...seen } = JSON.parse(readFileSync(join(workspace, 'seen.json'), 'utf8'));
  // What was planted is found, so the others would be, too.
  expect(seen).toEqual({
    environment: ['PLANTED'],
    // The shell that starts the service was given what the service was.
    parents: ['PLANTED'],
    arguments: [],
    workspace: ['.github/loadgate.yml'],
    temporary: [],
    runnerFiles: [],
    descriptors: [],
  });
  for (const count of Object.values(looked)) expect(count).toBeGreaterThan(0);
  const folder = join(workspace, 'loadgate-report');
  const outputs = {
    log: ended.log.replaceAll(/^::add-mask::.*$/gmu, ''),
    annotations: JSON.stringify(ended.heard.commands.filter(({ name }) => name !== 'add-mask')),
    summary: ended.summary,
    comments: JSON.stringify(github.comments),
    outputs: JSON.stringify(ended.outputs),
    files: readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n'),
  };
  for (const [place, text] of Object.entries(outputs)) {
    const found = [TOKENS.writer, ...Object.values(RUNNER_SECRETS)].filter((token) => text.includes(token));
    expect({ place, found, empty: text === '' }).toEqual({ place, found: [], empty: false });
  }
}, 120_000);
