/** What the end-to-end tests of the Action share: a repository with a baseline, a GitHub, and the events. */
import { spawnSync } from 'node:child_process';
import { type FakeGitHub, startFakeGitHub } from '../../github/fake.ts';
import { createRepository, DELAY, type Repository, serviceSource } from '../../runner/repository.ts';
import { entry, type StepOptions } from '../../runner/step.ts';

/** Login of the token every workflow has. */
export const BOT = 'github-actions[bot]';
/** Tokens the GitHub of the tests knows. */
export const TOKENS = {
  writer: 'ghs_writerSentinel0123456789',
  reader: 'ghs_readerSentinel0123456789',
} as const;
/** First line of our comment. */
export const MARKER = '<!-- loadgate:shop -->';

const repository = { full_name: 'octo/shop' };

/** A repository whose main branch has a baseline, and branches from it. */
export interface Shop extends Repository {
  /** Main without a baseline. */
  readonly first: string;
  /** Main with the baseline. */
  readonly base: string;
  /** A branch with a harmless change. */
  readonly harmless: string;
  /** A branch that makes the service slower. */
  readonly regression: string;
}

/** Makes the repository and takes its baseline on this machine, as a user would: five runs, so that a busy machine's noise is known as such. */
export function openShop(): Shop {
  const shop = createRepository();
  const first = shop.git('rev-parse', 'HEAD');
  const taken = spawnSync(process.execPath, [entry('cli'), 'baseline', 'update', '--runs', '5'], {
    cwd: shop.workspace,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (taken.status !== 0) throw new Error(`no baseline: ${taken.stdout}${taken.stderr}`);
  const base = shop.commit({}, 'Take a baseline');
  const branch = (name: string, files: Readonly<Record<string, string>>): string => {
    shop.git('checkout', '--quiet', '-b', name, base);
    return shop.commit(files);
  };
  const harmless = branch('harmless', { 'notes.md': 'A harmless change.\n' });
  const regression = branch('regression', { 'service.mjs': serviceSource(DELAY.regression) });
  return { ...shop, first, base, harmless, regression };
}

/** Starts the GitHub that the shop's pull request 7 is on. */
export const openGitHub = (): Promise<FakeGitHub> =>
  startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: {
      [TOKENS.writer]: { login: BOT, mayWrite: true },
      [TOKENS.reader]: { login: BOT, mayWrite: false },
    },
  });

/** A step on a pull request whose head is checked out as actions/checkout does. */
export function pullRequestStep(
  shop: Shop,
  github: FakeGitHub,
  head: string,
  base: string = shop.base,
): StepOptions {
  return {
    workspace: shop.checkout(head),
    event: 'pull_request',
    payload: pullRequest(head, base),
    token: TOKENS.writer,
    apiUrl: github.url,
    env: { GITHUB_SHA: head },
  };
}

/** The event's payload. */
export function pullRequest(
  head: string,
  base: string,
  headRepository: { readonly full_name: string } = repository,
) {
  return {
    action: 'synchronize',
    number: 7,
    repository,
    pull_request: {
      number: 7,
      head: { sha: head, repo: headRepository },
      base: { sha: base, repo: repository },
    },
  };
}
