/** The job that is tortured: a pull request that makes a service much slower, which must fail whatever else goes wrong. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FakeGitHub, startFakeGitHub } from '../../test/github/fake.ts';
import { processesOf } from '../../test/runner/processes.ts';
import { CONFIG, createRepository, type Repository, serviceSource } from '../../test/runner/repository.ts';
import { type Ended, entry, type Step, type StepOptions } from '../../test/runner/step.ts';
import { markerOf } from '../../src/publish/comment.ts';

/** The job, ready to be run as often as needed. */
export interface Job extends AsyncDisposable {
  /** A step on a fresh checkout, with a GitHub of its own. */
  open(): Promise<Run>;
}

/** One run of it. */
export interface Run extends AsyncDisposable {
  readonly options: StepOptions;
  readonly github: FakeGitHub;
  /** A folder for what is to be kept until the run is disposed of. */
  readonly scratch: string;
}

const TOKEN = 'ghs_tortureSentinel0123456789';
const BOT = 'github-actions[bot]';

/** Makes repository and baseline. Takes about ten seconds. @throws Error when no baseline can be taken */
export function openJob(): Job {
  const shop = createRepository();
  shop.commit({ '.github/loadgate.yml': JOB, 'service.mjs': serviceSource(SLOWER.base) });
  const taken = spawnSync(process.execPath, [entry('cli'), 'baseline', 'update', '--runs', '5'], {
    cwd: shop.workspace,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (taken.status !== 0) throw new Error(`no baseline: ${taken.stdout}${taken.stderr}`);
  const base = shop.commit({}, 'Take a baseline');
  const head = shop.commit({ 'service.mjs': serviceSource(SLOWER.head, DAEMON) });
  return {
    open: () => openRun(shop, { base, head }),
    [Symbol.asyncDispose]: async () => shop[Symbol.dispose](),
  };
}

/** Milliseconds of the service's answers: far enough apart that no busy machine hides it. */
const SLOWER = { base: 40, head: 400 } as const;

/** A second gives 240 answers of the slow service: enough for a p95. What noise makes inconclusive is red as well, so that green is a lie for certain. */
const JOB = `${CONFIG.replace('users: 40', 'users: 120').replace('duration: 2s', 'duration: 1s')}policy:
  on-inconclusive: fail
`;

/** A child of the service in a session of its own that is deaf to polite signals: the hardest to get rid of. */
const DAEMON = `
import { spawn } from 'node:child_process';
spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setTimeout(() => {}, 120000)"], { detached: true, stdio: 'ignore' }).unref();
`;

async function openRun(
  shop: Repository,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<Run> {
  const repository = 'octo/shop';
  const github = await startFakeGitHub({
    repository,
    pullRequest: 7,
    tokens: { [TOKEN]: { login: BOT, mayWrite: true } },
  });
  const workspace = shop.checkout(head);
  const scratch = mkdtempSync(join(tmpdir(), 'loadgate-torture-'));
  const origin = { full_name: repository };
  const payload = {
    action: 'synchronize',
    number: 7,
    repository: origin,
    pull_request: { number: 7, head: { sha: head, repo: origin }, base: { sha: base, repo: origin } },
  };
  return {
    github,
    scratch,
    options: {
      workspace,
      event: 'pull_request',
      payload,
      token: TOKEN,
      apiUrl: github.url,
      env: { GITHUB_SHA: head },
    },
    async [Symbol.asyncDispose]() {
      await github[Symbol.asyncDispose]();
      for (const folder of [workspace, scratch]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a run has left behind that it must not: nothing, when all is well. Call it after the post step. */
export function residue({ options, github }: Run, step: Step): readonly string[] {
  const { workspace } = options;
  const git = (...args: readonly string[]): string =>
    spawnSync('git', args, { cwd: workspace, encoding: 'utf8' }).stdout.trim();
  const ours = github.comments.filter(({ body }) => body.startsWith(markerOf('shop')));
  const drafts = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tmp$|\.lock$/.test(name),
  );
  const temporary = readdirSync(step.temporary).filter((name) => name.startsWith('loadgate-'));
  return [
    ...processesOf(step.trackingId).map((pid) => `process ${pid} is left`),
    ...drafts.map((name) => `${name} is left in the workspace`),
    ...temporary.map((name) => `${name} is left in ${tmpdir()}`),
    ...halfWritten(join(workspace, 'loadgate-report')),
    ...(git('status', '--porcelain') === '' ? [] : ['the checkout was changed']),
    ...(git('worktree', 'list').split('\n').length === 1 ? [] : ['a working tree is left']),
    ...(ours.length > 1 ? [`${ours.length} comments`] : []),
  ];
}

/** How the files of a report end when they are whole. */
const ENDS: Readonly<Record<string, RegExp>> = {
  'report.md': /\S\n$/,
  'report.html': /<\/html>\s*$/,
  'junit.xml': /<\/testsuites>\s*$/,
  'metrics.txt': /# EOF\n$/,
  'timeline.csv': /\n$/,
  'run.json': /\}\n$/,
  'verdict.json': /\}\n$/,
};

function halfWritten(folder: string): readonly string[] {
  const names = Object.keys(ENDS).filter((name) => readNames(folder).includes(name));
  return names.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const whole = ENDS[name]?.test(text) === true && (!name.endsWith('.json') || isJson(text));
    return whole ? [] : [`${name} is half written`];
  });
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with the way a step ended: nothing, when it is red and says so. */
export function untruth({ code, outputs }: Pick<Ended, 'code' | 'outputs'>): readonly string[] {
  const told = outputs['exit-code'];
  return [
    ...(code === 1 || code === 2 || code === 3 ? [] : [`exit code ${code}`]),
    ...(outputs.verdict === 'pass' ? ['the verdict is a pass'] : []),
    ...(told === undefined || told === String(code)
      ? []
      : [`exit code ${code}, and the outputs say ${told}`]),
  ];
}
