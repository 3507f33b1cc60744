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

/** What the runner tells of GitHub; null where this is no runner, or there is no token. */
export function gitHubAccess({ env, vault }: World): GitHubAccess | null {
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  if (env['GITHUB_ACTIONS'] !== 'true' || repository === '') return null;
  const token = vault.take('INPUT_GITHUB-TOKEN') ?? vault.take('GITHUB_TOKEN');
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  return token === null ? null : { token, apiUrl, repository };
}

/** Ways to read, in the order in which they are tried: by git, which has the repository at hand, and by the API where git has no way. Null: this way is not there. */
export function waysToRead(world: World, name: string): readonly (() => Promise<Branch | null>)[] {
  return [() => openGitBranch(world, name), () => openByApi(world, name)];
}

/** To write: by the API, whose commits are signed, else by git. Null: there is no way to any branch. */
export async function branchToWrite(world: World, name: string): Promise<Branch | null> {
  return (await openByApi(world, name)) ?? openGitBranch(world, name);
}

async function openByApi(world: World, branch: string): Promise<Branch | null> {
  const access = gitHubAccess(world);
  if (access === null) return null;
  // Octokit is loaded where it is needed.
  const { openGitHubBranch } = await import('./github-branch.ts');
  return openGitHubBranch({ ...access, branch, signal: world.signal });
}
