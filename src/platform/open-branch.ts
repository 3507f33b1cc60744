/** Chooses the way to a branch: GitHub's API where there is a token for it, git where there is none. */
import type { Branch } from './branch.ts';
import { openGitBranch } from './git-branch.ts';
import type { World } from './world.ts';

/** Where GitHub's API is, and a token for it. */
export interface GitHubAccess {
  readonly token: string;
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

/** What the environment tells of GitHub; null where it names no repository, or there is no token. */
export function gitHubAccess({ env, vault }: World): GitHubAccess | null {
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  if (repository === '') return null;
  const token = vault.take('INPUT_GITHUB-TOKEN') ?? vault.take('GITHUB_TOKEN') ?? vault.take('GH_TOKEN');
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  return token === null ? null : { token, apiUrl, repository };
}

/** Ways to read, in the order in which they are tried: by git, which has the repository at hand, and by the API where git has no way. Null: this way is not there. */
export function waysToRead(world: World, name: string): readonly (() => Promise<Branch | null>)[] {
  return [() => openGitBranch(world, name), () => openByApi(world, name)];
}

/**
 * To write. On a runner by the API, whose commits are signed, else by git; elsewhere by git, which has the credentials of whoever sits there, else by the API. Null: there is no way to
 * any branch.
 */
export async function branchToWrite(world: World, name: string): Promise<Branch | null> {
  return world.env['GITHUB_ACTIONS'] === 'true'
    ? ((await openByApi(world, name)) ?? openGitBranch(world, name))
    : ((await openGitBranch(world, name)) ?? openByApi(world, name));
}

async function openByApi(world: World, branch: string): Promise<Branch | null> {
  const access = gitHubAccess(world);
  if (access === null) return null;
  // Octokit is loaded where it is needed.
  const { openGitHubBranch } = await import('./github-branch.ts');
  return openGitHubBranch({ ...access, branch, signal: world.signal });
}
