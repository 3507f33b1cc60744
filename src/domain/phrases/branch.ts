/** English of what goes wrong with the branch of accepted runs. */

/** Phrases of what is kept on a branch, on either side of git and GitHub. */
export const BRANCH_PHRASES = {
  'file-of-branch': '‹path› of the branch ‹branch›',
  'be-branch': 'be the name of a branch: up to 100 letters, digits, dots, dashes, underscores and slashes',
  'say-branch': 'say `loadgate`',
  'pull-request-needs-file':
    '`pull-request` needs `baseline.store: file`: runs enter a branch of their own by themselves; write `publish: commit`, or remove it',
} as const;
