/** English of what goes wrong with the branch of accepted runs. */

/** Phrases of what is kept on a branch, on either side of git and GitHub. */
export const BRANCH_PHRASES = {
  'file-of-branch': '‹path› of the branch ‹branch›',
  'be-branch': 'be the name of a branch: up to 100 letters, digits, dots, dashes, underscores and slashes',
  'say-branch': 'say `loadgate`',
  'pull-request-needs-file':
    '`pull-request` needs `baseline.store: file`: runs enter a branch of their own by themselves; write `publish: commit`, or remove it',
  'git-branch': 'the branch ‹branch›',

  'branch-nowhere':
    'The baseline is to be on the branch ‹branch›, but this workspace has no remote called origin, and there is no token for GitHub.',
  'branch-nowhere-advice':
    'Check the repository out with its remote, or keep the baseline in a file: `baseline: { store: file }`.',
  'baseline-branch':
    'This run was started by the branch ‹branch›, which is the one for accepted runs and holds no service.',
  'baseline-branch-advice':
    'Leave the branch out of the workflow: `on: push: branches-ignore: [‹branch›]`. If it is another one that you meant, name it: `baseline: { branch: … }`.',
  'branch-unreachable': 'The branch ‹branch› of origin, which holds the baseline, cannot be reached.',
  'branch-unreachable-advice':
    'Let git reach origin: actions/checkout keeps its credentials for that unless told otherwise (`persist-credentials`). Or keep the baseline in a file: `baseline: { store: file }`.',
  'branch-unread': 'The branch ‹branch›, which holds the baseline, cannot be read from GitHub.',
  'branch-unread-advice':
    'Give the job `permissions: contents: read` at least, and look at the line below. Or keep the baseline in a file: `baseline: { store: file }`.',
  'branch-file-invalid': '‹path› of the branch ‹branch› cannot be read as a baseline: ‹why›.',
  'branch-file-invalid-advice':
    'Look at what was put there by hand, and remove it; older commits of the branch hold what was there before.',
  'branch-file-crowded': 'it lies in a folder of too many files',
  'branch-file-not-plain': 'it is no plain file',
  'branch-file-large': 'it has ‹bytes› bytes',
  'branch-file-unfit': 'it is not a plain file that a baseline fits into',

  'branch-refused': 'The branch ‹branch› could not be written: ‹why›.',
  'branch-read-only': 'these credentials may not write to this repository, or the repository is archived',
  'branch-read-only-advice':
    'Give the job `permissions: contents: write`, or git credentials that may push; what only reads says `baseline: { publish: none }`.',
  'branch-unauthorised': 'the credentials are not accepted',
  'branch-unauthorised-advice': 'Check the input `github-token`, or the credentials that git has for origin.',
  'branch-missing': 'it or its repository is not there, or not for these credentials',
  'branch-missing-advice': 'Check the address of origin, and that the token belongs to this repository.',
  'branch-protected': 'a rule of the repository protects it',
  'branch-protected-advice':
    'Let this branch be pushed to: leave it out of the rule, or let the rule be bypassed by whoever writes here. Or name another one: `baseline: { branch: … }`.',
  'branch-turned-down': 'it was refused',
  'branch-turned-down-advice': 'Look at the line below.',
  'branch-busy': 'The branch ‹branch› could not be written in time.',
  'branch-busy-advice':
    'The next run that passes enters; give a command again. If it stays like this, look at the line below.',
  'no-branch': 'There is no branch ‹branch›.',
  'branch-moved': 'Others wrote to it each time.',
  'branch-vanished': 'The branch that was made is not there.',
  'branch-unseen': '‹message› ‹lines›',
  'not-of-github': 'The answer is not what GitHub sends.',
  'git-silent': 'git said nothing',

  'no-github': '`baseline: publish: pull-request` needs GitHub, and there is no token for it.',
  'no-github-advice': 'Leave the input `github-token` as it is, or say `publish: commit`.',
  'pull-request-refused': 'The pull request that brings accepted runs into the baseline could not be opened.',
  'pull-request-refused-advice':
    'Give the job `permissions: contents: write` and `pull-requests: write`, and allow GitHub Actions to create pull requests (Settings, Actions, General).',
} as const;
