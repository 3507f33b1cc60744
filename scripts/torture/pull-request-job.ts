/** A pull request that makes a service much slower, which must fail whatever else goes wrong: held to accepted runs, or measured beside the base commit. */
import { spawnSync } from 'node:child_process';
import { CONFIG, createRepository, type Repository, serviceSource } from '../../test/runner/repository.ts';
import { type Ended, entry } from '../../test/runner/step.ts';
import { DAEMON, type Job, mistold, openRun, REPOSITORY, type Run, SLOWER, TOKEN } from './job.ts';

/** A second gives 240 answers of the slow service: enough for a p95. What noise makes inconclusive is red as well, so that green is a lie for certain. */
const BASELINE = `${CONFIG.replace('users: 40', 'users: 120').replace('duration: 2s', 'duration: 1s')}policy:
  on-inconclusive: fail
`;
/** One block, and none to confirm an alarm: what it comes to is inconclusive, and as red. */
const BASE = `${CONFIG.replace('compare: baseline', 'compare: base\nbudget: 10s').replace('duration: 2s', 'duration: 1s')}policy:
  on-inconclusive: fail
`;
/** Beside each other, a turn lasts as long as the service is slow. */
const BESIDE = { base: 5, head: 60 } as const;

/** Makes repository and baseline. Takes about ten seconds. @throws Error when no baseline can be taken */
export function openBaselineJob(): Job {
  const shop = createRepository();
  shop.commit({ '.github/loadgate.yml': BASELINE, 'service.mjs': serviceSource(SLOWER.base) });
  const taken = spawnSync(process.execPath, [entry('cli'), 'baseline', 'update', '--runs', '5'], {
    cwd: shop.workspace,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (taken.status !== 0) throw new Error(`no baseline: ${taken.stdout}${taken.stderr}`);
  const base = shop.commit({}, 'Take a baseline');
  return jobOf('baseline', shop, base, SLOWER.head);
}

/** Makes a repository without a baseline. */
export function openBaseJob(): Job {
  const shop = createRepository();
  const base = shop.commit({
    '.github/loadgate.yml': BASE,
    'service.mjs': serviceSource(BESIDE.base, DAEMON),
  });
  return jobOf('base', shop, base, BESIDE.head);
}

function jobOf(name: 'baseline' | 'base', shop: Repository, base: string, delay: number): Job {
  const head = shop.commit({ 'service.mjs': serviceSource(delay, DAEMON) });
  return {
    name,
    // On a busy machine it may have too few answers (void); red it is all the same.
    verdicts: ['fail', 'inconclusive', 'void'],
    open: () => openPull(shop, { base, head }),
    [Symbol.asyncDispose]: async () => shop[Symbol.dispose](),
  };
}

function openPull(
  shop: Repository,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<Run> {
  const origin = { full_name: REPOSITORY };
  const payload = {
    action: 'synchronize',
    number: 7,
    repository: origin,
    pull_request: { number: 7, head: { sha: head, repo: origin }, base: { sha: base, repo: origin } },
  };
  return openRun(shop.checkout(head), {
    options: ({ github }) => ({
      event: 'pull_request',
      payload,
      token: TOKEN,
      apiUrl: github.url,
      env: { GITHUB_SHA: head },
    }),
    untruth: redUntruth,
  });
}

/** Nothing, when it is red and says so. */
function redUntruth(ended: Pick<Ended, 'code' | 'outputs'>): readonly string[] {
  const { code, outputs } = ended;
  return [
    ...(code === 1 || code === 2 || code === 3 ? [] : [`exit code ${code}`]),
    ...(outputs['verdict'] === 'pass' ? ['the verdict is a pass'] : []),
    ...mistold(ended),
  ];
}
