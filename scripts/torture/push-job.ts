/** A sound push to the default branch, whose run enters the branch of accepted runs by git: it may fail to, but never by half, and never without a word. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { decodeBaseline } from '../../src/baseline/codec.ts';
import { CONFIG, createRepository, type Repository, serviceSource } from '../../test/runner/repository.ts';
import type { Ended } from '../../test/runner/step.ts';
import { DAEMON, type Job, mistold, openRun, REPOSITORY, type Run, SLOWER } from './job.ts';

const PUSH = CONFIG.replace('compare: baseline\n', '').replace('duration: 2s', 'duration: 1s');
const FILE = 'shop.json';

/** Makes a repository without any accepted run. */
export function openPushJob(): Job {
  const shop = createRepository();
  const main = shop.commit({
    '.github/loadgate.yml': PUSH,
    'service.mjs': serviceSource(SLOWER.base, DAEMON),
  });
  return {
    name: 'push',
    verdicts: ['no-baseline'],
    open: () => openPush(shop, main),
    [Symbol.asyncDispose]: async () => shop[Symbol.dispose](),
  };
}

/** Each run has a remote of its own, so that none finds another's branch. */
function openPush(shop: Repository, main: string): Promise<Run> {
  const workspace = shop.checkout(main);
  let remote = '';
  return openRun(workspace, {
    options({ github, scratch }) {
      remote = join(scratch, 'remote.git');
      shop.git('clone', '--quiet', '--bare', shop.git('remote', 'get-url', 'origin'), remote);
      shop.git('-C', workspace, 'remote', 'set-url', 'origin', `file://${remote}`);
      return {
        event: 'push',
        payload: {
          repository: { full_name: REPOSITORY, default_branch: 'main' },
          before: '0'.repeat(40),
          after: main,
        },
        apiUrl: github.url,
        env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: main },
      };
    },
    untruth: (ended) => pushUntruth(ended, remote),
  });
}

/** Nothing, when what entered is whole, and what did not is said. Nothing got slower, so that exit code 1 would be a lie. */
function pushUntruth(ended: Pick<Ended, 'code' | 'outputs' | 'log'>, remote: string): readonly string[] {
  const { code, log } = ended;
  const runs = runsOn(remote);
  return [
    ...(code === 0 || code === 2 || code === 3 ? [] : [`exit code ${code}`]),
    ...mistold(ended),
    ...(typeof runs === 'string' ? [runs] : []),
    ...(runs === 0 || runs === 1 || typeof runs === 'string' ? [] : [`${runs} runs on the branch`]),
    ...(code !== 0 && runs !== 0 ? ['a run entered that did not pass'] : []),
    ...(code === 0 && runs === 0 && !/not entered/i.test(log)
      ? ['the run is not on the branch, and nothing says so']
      : []),
  ];
}

/** Runs on the branch; in words, what is wrong with it. */
function runsOn(remote: string): number | string {
  const git = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd: remote, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 });
  if (git('rev-parse', '--verify', '--quiet', 'refs/heads/loadgate').status !== 0) return 0;
  const listed = git('ls-tree', '--name-only', 'refs/heads/loadgate').stdout.split('\n');
  if (!listed.includes(FILE)) return 0;
  const shown = git('show', `refs/heads/loadgate:${FILE}`);
  try {
    const histories = decodeBaseline(shown.stdout, FILE).scenarios['home']?.histories ?? [];
    return histories.reduce((sum, { runs }) => sum + runs.length, 0);
  } catch (error) {
    return `the file on the branch cannot be read: ${String(error)}`;
  }
}
