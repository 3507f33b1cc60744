/** Where a repository can be looked at: its page on the web, from the address that git knows. */

/** Owner and name as GitHub allows them; a name of dots alone would be a path. */
const OWNER = String.raw`[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?`;
const NAME = String.raw`(?!\.{1,2}(?:\.git)?/?$)[\w.-]+?`;
const HOST = String.raw`[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?`;
const HTTPS = new RegExp(
  `^https://(?:[^/@\\s]*@)?(?<host>${HOST})/(?<owner>${OWNER})/(?<name>${NAME})(?:\\.git)?/?$`,
  'i',
);
const SSH = new RegExp(
  `^(?:ssh://)?git@(?<host>github\\.com)[:/](?<owner>${OWNER})/(?<name>${NAME})(?:\\.git)?/?$`,
  'i',
);

/**
 * `https://github.com/owner/name` for an address of git; null for whatever does not look like a repository on GitHub or a server with addresses like its own. Names and
 * passwords in it are left out.
 */
export function repositoryPage(address: string): string | null {
  const parts = (HTTPS.exec(address) ?? SSH.exec(address))?.groups;
  if (parts === undefined) return null;
  const { host = '', owner = '', name = '' } = parts;
  return `https://${host.toLowerCase()}/${owner}/${name}`;
}
