/** The README's workflow as it stands, on a pull request that makes the service slower than the limit it sets: in the emulator of the runner, and by a runner that others wrote. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFences, ROOT } from '../../docs/repository.ts';
import { missingAct } from '../../runner/act.ts';
import { createRepository, type Repository } from '../../runner/repository.ts';
import { exited, startStep } from '../../runner/step.ts';
import { BOT, openGitHub, pullRequest, TOKENS } from './cases.ts';

interface Step {
  readonly uses: string;
  readonly if?: string;
  readonly with: Readonly<Record<string, unknown>>;
}

const WORKFLOW = readFences('README.md').find(({ text }) => text.includes('loadgate/loadgate@'))?.text ?? '';
const STEPS = (parse(WORKFLOW) as { jobs: { loadgate: { steps: readonly Step[] } } }).jobs.loadgate.steps;
const OURS = STEPS.find(({ uses }) => uses.startsWith('loadgate/'));

/** A project of those that the README has in mind: `npm ci`, then `node server.js --port …`, which answers `/health`. */
const project = (delay: number): Readonly<Record<string, string>> => {
  const named = { name: 'shop', version: '1.0.0' };
  return {
    'package.json': JSON.stringify(named),
    'package-lock.json': JSON.stringify({ ...named, lockfileVersion: 3, packages: { '': named } }),
    '.gitignore': 'loadgate-report/\nnode_modules/\n',
    'server.js': `
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
require('node:http').createServer((request, response) => {
  setTimeout(() => response.end('{"ok":true}'), request.url === '/health' ? 0 : ${delay});
}).listen(port, '127.0.0.1');
`,
  };
};

let shop: Repository;
let base: string;
let head: string;

beforeAll(() => {
  shop = createRepository();
  shop.git('rm', '--quiet', '-r', '.');
  base = shop.commit({ ...project(20), '.github/workflows/performance.yml': WORKFLOW });
  shop.git('checkout', '--quiet', '-b', 'slower');
  head = shop.commit(project(300));
});
afterAll(() => shop[Symbol.dispose]());

// A service that waits: both are mostly a load of seconds that leaves the cores idle.
it.concurrent('fails the build and comments, in the emulator', async () => {
  await using github = await openGitHub();
  const inputs = Object.entries(OURS?.with ?? {}).map(([name, value]) => [name, String(value)] as const);
  using step = startStep({
    workspace: shop.checkout(head),
    event: 'pull_request',
    payload: pullRequest(head, base),
    inputs: Object.fromEntries(inputs),
    token: TOKENS.writer,
    apiUrl: github.url,
    env: { GITHUB_SHA: head },
  });
  const ended = await step.ended;
  exited(ended, 1);
  expect(ended.outputs['verdict'], ended.log).toBe('fail');
  const [comment] = github.comments.filter(({ author }) => author === BOT);
  expect(comment?.body).toContain('p95');
  expect(ended.summary).toContain('p95');
  github.verify();
}, 180_000);

const missing = missingAct();
if (missing !== null) console.warn(`\n*** SKIPPED the README's workflow by act: ${missing}\n`);

it.concurrent('fails the job, and leaves its report for the next step, by act', async ({ skip }) => {
  skip(missing !== null, missing ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-act-'));
  try {
    const { code, log } = await act(folder);
    expect(code, log).not.toBe(0);
    expect(log).toContain('Failure - Main loadgate/loadgate@');
    expect(log).toContain('Success - Post loadgate/loadgate@');
    // The step after it, which runs always, found the report.
    expect(log).toMatch(/\| .*\breport\.md\b/u);
    expect(log).toMatch(/p95/u);
    expect(log).toContain('Job failed');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);

/** Runs the branch's workflow by act (which copies no detached shallow clone), on this machine itself: without containers, without a GitHub, and with the actions of others replaced by a list of files. */
async function act(folder: string): Promise<{ code: number | null; log: string }> {
  const stub = join(folder, 'stub');
  mkdirSync(stub);
  writeFileSync(join(stub, 'action.yml'), STUB);
  const payload = {
    ...pullRequest(head, base),
    repository: { full_name: 'octo/shop', name: 'shop', owner: { login: 'octo' }, default_branch: 'main' },
  };
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify(payload));
  const replaced = STEPS.map(({ uses }) => `${uses}=${uses === OURS?.uses ? action(folder) : stub}`);
  const args = [
    'pull_request',
    `--eventpath=${event}`,
    '--platform=ubuntu-latest=-self-hosted',
    '--action-offline-mode',
    // Nothing listens there: the comment cannot be posted, which is said and changes nothing.
    '--env=GITHUB_API_URL=http://127.0.0.1:9',
    '--secret=GITHUB_TOKEN=sentinel',
    ...replaced.flatMap((repository) => ['--local-repository', repository]),
  ];
  const env = {
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    HOME: folder,
  };
  const child = spawn(process.env['LOADGATE_ACT'] ?? 'act', args, {
    cwd: shop.workspace,
    env,
    timeout: 200_000,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve).on('error', reject);
  });
  return { code, log };
}

const STUB = `name: Stands for an action of others
description: Lists the folder that it is given.
inputs:
  path:
    description: A folder.
    default: .
runs:
  using: composite
  steps:
    - run: ls -1 "$FOLDER"
      shell: bash
      env:
        FOLDER: \${{ inputs.path }}
`;

/** What a release of this Action is: its description and what is built, without the packages it is built from. */
function action(folder: string): string {
  const release = join(folder, 'release');
  mkdirSync(release);
  execFileSync('cp', [
    '-r',
    join(ROOT, 'action.yml'),
    join(ROOT, 'dist'),
    join(ROOT, 'package.json'),
    release,
  ]);
  expect(readdirSync(release)).toContain('action.yml');
  return release;
}
