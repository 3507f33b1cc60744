/** English of what goes wrong with the surroundings: files, processes, git, the runner's event, certificates, addresses. */

/** Phrases of the room `platform`. */
export const PLATFORM_PHRASES = {
  foreign: '‹text›',
  internal: 'Loadgate failed unexpectedly: ‹error›',
  'internal-advice': 'Please report this with the lines below and, if you can, run.json.',
  stopped: 'The run was stopped before it was complete.',
  'stopped-by': 'The run was stopped by ‹signal› before it was complete.',
  'stopped-in-git': 'The run was stopped while git was at work.',
  'stopped-advice': 'Run it again; nothing was judged, and no baseline was written.',
  cancelled: 'The run was cancelled before it was complete.',
  'cancelled-advice': 'Run it again when the machine is free; nothing was judged or published.',

  'program-missing': '‹file› cannot be started: there is no such file.',
  'program-not-executable': '‹file› cannot be started: it may not be executed.',
  'program-missing-advice': 'Install it, or give the path of an executable.',
  'spawn-failed': '‹file› cannot be started: ‹error›.',
  'spawn-failed-advice':
    'Look at the limits of this machine: memory, processes (ulimit -u), open files (ulimit -n).',
  'path-outside': '"‹path›" leads out of the workspace or into .git.',
  'path-outside-advice': 'Give a path relative to the workspace that stays in it.',
  'path-not-of-repository': '"‹path›" is not a path of a file in this repository.',
  'path-not-of-repository-advice': 'Give a path relative to the workspace that stays in the repository.',
  'file-unwritable': '‹path› cannot be written: ‹error›.',
  'file-unwritable-advice':
    'Look at the space and the permissions of the workspace; the old file is as it was.',
  'file-leads-out': 'leads out of the workspace or into .git',
  'file-unreadable': 'cannot be read (‹code›)',
  'file-no-file': 'is not a file',
  'file-too-large': 'is larger than ‹kib› KiB',
  'file-missing': 'does not exist',

  'ref-unknown': '"‹name›" names no commit of this repository.',
  'ref-unknown-advice': 'Give a branch, a tag or a commit that is there; in a shallow clone, fetch it first.',
  'ref-invalid': '"‹name›" is not the name of a commit.',
  'ref-invalid-advice': 'Give a branch, a tag or a commit id.',
  'sha-invalid': '"‹sha›" is not a commit id.',
  'sha-invalid-advice': 'Commit ids are 40 (or 64) lower-case hexadecimal digits.',
  'base-file-too-large':
    '‹path› is a file of ‹size› bytes in the base commit ‹sha›, which Loadgate does not follow.',
  'base-file-invalid': '‹path› is a ‹what› in the base commit ‹sha›, which Loadgate does not follow.',
  'base-file-invalid-advice': 'Put a plain text file of at most 1 MiB at this path on the base branch.',
  'base-unreadable':
    'The base commit ‹sha› is not in this clone and cannot be fetched, so its baseline and limits cannot be read.',
  'base-unreadable-advice':
    'Check out with `fetch-depth: 0`, or with credentials that may fetch from origin.',
  'no-origin': 'The repository has no remote called origin.',
  'base-without-folder': 'The base commit ‹sha› has no folder ‹folder›, in which the change is measured.',
  'base-without-folder-advice':
    'There is nothing to compare with yet; on the base branch there will be after the merge.',
  'git-missing': 'Git is needed to read the base commit, and there is no `git` on the PATH.',
  'git-missing-advice':
    'Install git, or run without a base commit: the baseline of the working tree is then used.',
  'git-no-repository': 'The workspace is not in a git repository, so there is no base commit to read.',
  'git-no-repository-advice':
    'Check out the repository first (actions/checkout), or run without a base commit.',
  'git-unsafe-directory': 'Git refuses to read this repository because its folder belongs to another user.',
  'git-unsafe-directory-advice': 'If you trust it, run: git config --global --add safe.directory ‹folder›',
  'git-ended': 'Git was asked for ‹what› and ended with code ‹code›.',
  'git-too-slow': 'Git was asked for ‹what› and did not answer in time.',
  'git-too-much': 'Git was asked for ‹what› and answered with more than can be read.',
  'git-repository': 'the repository',
  'git-commit': 'the commit ‹sha›',
  'git-base-commit': 'the base commit',
  'git-history': 'the history of ‹path›',
  'git-version': 'a version of a file',
  'git-files': 'the files of ‹sha›',
  'git-failed-advice': 'Look at the lines below; `git fsck` tells whether the repository is whole.',

  'event-variable-missing': '‹variable› is not set, so the event that this runs for is unknown.',
  'event-odd': 'The event file ‹path› is not what GitHub writes.',
  'event-unreadable': 'The event file ‹path› cannot be read.',
  'event-without-pull': 'The event file tells of no pull request, but the event is "‹event›".',
  'event-advice': 'Run the Action on a GitHub runner, or use the command line: npx loadgate run.',
  'unsafe-event': 'Refused to boot code under "‹event›": ‹risk›.',
  'unsafe-event-advice':
    'Use the event "pull_request": it runs a fork\'s code without secrets and with a read-only token, and the report goes to the job summary. For a comment, let a second workflow publish it: docs/forks.md.',
  'risk-fork': 'the pull request comes from a fork, and this event has secrets',
  'risk-fork-behind': 'the run behind it comes from a fork, and this event has secrets',
  'risk-fork-unknown':
    'the pull request may come from a fork (the event does not say), and this event has secrets',
  'runner-files-changed':
    "While the service ran, something wrote to the runner's own files: ‹files›. They are as before.",
  'runner-files-changed-advice':
    'Look for what writes to them: the service, its build, or a command they run. Set outputs and variables in a step of its own.',

  'certificate-refused': 'The certificate of the service at ‹url› cannot be verified: ‹flaw›.',
  'certificate-own-advice':
    'Look at the certificates in `service.tls.ca`, which alone are believed, let the service show one for ‹host› that is valid, or say `service: { tls: { verify: false } }`, and the report will say so, too.',
  'certificate-advice':
    'Name the certificate of its authority (or its own, when it is signed by itself) in `service.tls.ca`, let the service show one for ‹host› that is valid, or say `service: { tls: { verify: false } }`, and the report will say so, too.',
  'flaw-with-code': '‹flaw› (‹code›)',
  'flaw-self-signed': 'it is signed by itself, and nobody who is known vouches for it',
  'flaw-authority-unknown': 'it is signed by an authority that is not known',
  'flaw-expired': 'it has expired',
  'flaw-not-yet': 'it is not valid yet',
  'flaw-signature': 'its signature is wrong',
  'flaw-revoked': 'it was revoked',
  'flaw-untrusted': 'its authority is not trusted',
  'flaw-rejected': 'its authority rejects it',
  'flaw-too-long': 'too many authorities stand between it and a known one',
  'flaw-no-authority': 'what signed it is no authority',
  'flaw-purpose': 'it is not for servers',
  'flaw-name': 'it is for another name',
  'flaw-names': 'it is for another name: ‹names›',
  'flaw-no-names': 'it is for another name: it names none',
  'flaw-refused': 'OpenSSL refuses it',

  'address-no-ip': 'is no IP address',
  'address-of-interface': 'belongs to one interface of this machine',
  'address-unspecified': 'is no address of a machine (unspecified)',
  'address-link-local': 'is link-local, where clouds keep their metadata services',
  'address-of-cloud': "is a cloud's own service (metadata, agents)",
  'address-multicast': 'is multicast',
  'address-reserved': 'is reserved or broadcast',
  'address-embedded': 'is an IPv4 address in the form of an IPv6 one',
  'address-behind-nat64': 'is loopback behind NAT64',
} as const;
