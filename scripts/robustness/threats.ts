/** Threats: what a hostile service, pull request or file may try. */
import type { Entry } from './entry.ts';

/** S1 to S32. */
export const THREATS: readonly Entry[] = [
  {
    id: 'S1',
    title: 'Tokens in the environment of the service',
    happens:
      'Its environment is a list of names that may pass, and what the configuration gives. No token is on it.',
  },
  {
    id: 'S2',
    title: "Tokens in /proc of the step's own process",
    happens:
      'They are wiped from the memory of the process before anything is started; a child of the same user finds none.',
    but: 'Root in the same job can read the memory of the runner itself.',
  },
  {
    id: 'S3',
    title: 'Tokens on disk',
    happens:
      'The base commit is checked out without credentials. Our own workflows, and those of the documentation, check out with `persist-credentials: false`.',
    but: 'What an earlier step leaves in `.git/config` or in the home folder can be read by the service; Loadgate does not look for it.',
  },
  {
    id: 'S4',
    title: "Outputs and variables forged through the runner's files",
    happens: 'The files are put back to what was in them, and the step ends with exit code 3.',
  },
  {
    id: 'S5',
    title: "Workflow commands in the service's output",
    happens:
      'None is carried out, whatever the bytes and however they come: lines are made harmless, and the runner is deaf while they pass.',
  },
  {
    id: 'S6',
    title: 'A word that stops commands, guessed or left open',
    happens:
      'It has 128 random bits, is new each time, and the post step says it again when the step could not.',
  },
  {
    id: 'S7',
    title: 'Values that break out of a step output',
    happens: 'Names are fixed, values are one line: the runner reads exactly our outputs.',
  },
  {
    id: 'S8',
    title: 'Secrets in what is published',
    happens:
      'They are masked in log, comment, summary, files and outputs, also as base64, URL-encoded, JSON or by lines.',
    but: 'A mask finds the usual forms of a value, not what a service makes of it.',
  },
  {
    id: 'S9',
    title: 'Markdown, HTML and mentions in names',
    happens:
      'Foreign words are text in code. The tree of a report with hostile names is the one with harmless names, in the comment and on the page.',
  },
  {
    id: 'S10',
    title: 'Closing keywords in commit messages',
    happens:
      'Commits of accepted runs, and titles of their pull requests, are of one template. The name of the suite is the one foreign word in it, and cannot hold a reference.',
  },
  {
    id: 'S11',
    title: 'Somebody else plants our marker in a comment',
    happens: 'Only a comment with our marker that we wrote is changed; theirs stay as they are.',
  },
  {
    id: 'S12',
    title: 'A fork runs with the rights of the repository',
    happens:
      'On `pull_request_target` and its like, the code of a fork is refused with exit code 3, before anything is started.',
  },
  {
    id: 'S13',
    title: 'A hostile artifact in a second workflow',
    happens:
      'The second workflow (`mode: publish`) opens nothing but files called `run.json`, follows no link, and reads them within bounds and by a strict schema; what is of another commit or another time, or no run, is refused with exit code 3, and told to nobody. The verdict is made once more, by files of the base commit.',
    but: 'Whether the numbers are true cannot be checked: the code of the fork ran in the job that wrote them. Nor can which jobs of a matrix left nothing, and which base commit they were compared with.',
  },
  {
    id: 'S14',
    title: 'The number of another pull request in an artifact',
    happens:
      'No number in an artifact is read. GitHub is asked for the open pull request whose head is the commit of the event; where there are two or none, nothing is told.',
  },
  {
    id: 'S15',
    title: 'A pull request edits baseline, limits, or the list of secrets',
    happens:
      'All of them are read from the base commit; what the change edits of them is reported, and has no effect.',
  },
  {
    id: 'S16',
    title: 'Prototype pollution',
    happens: 'Keys like `__proto__` are unknown keys: exit code 3.',
  },
  {
    id: 'S17',
    title: 'YAML bombs',
    happens: 'Size, depth and aliases are bounded: refused in milliseconds, with exit code 3.',
  },
  {
    id: 'S18',
    title: 'Numbers that are not finite',
    happens:
      'They are refused where they are read. Wherever one gets into a comparison nevertheless, the result is no pass.',
  },
  {
    id: 'S19',
    title: 'Paths and links that lead out of the workspace',
    happens: 'Refused; nothing is read or written outside, links followed.',
  },
  {
    id: 'S20',
    title: 'Names that git takes for options or transports',
    happens: 'Commits are full ids, names are checked, and no transport that runs commands is allowed.',
  },
  {
    id: 'S21',
    title: 'Hooks, filters and settings planted in the repository',
    happens: 'They are not obeyed: git runs with settings of its own, elsewhere.',
  },
  {
    id: 'S22',
    title: 'The order of privileged work',
    happens:
      'GitHub is asked when nothing of the service is left; credentials of the clone are used before it is started.',
  },
  {
    id: 'S23',
    title: 'Tokens in arguments, addresses and messages of git',
    happens: 'Credentials go to git by its environment, once; an address with a password is not repeated.',
  },
  {
    id: 'S24',
    title: 'Load on somebody else',
    happens:
      'Other machines need the list of the base commit; names are resolved once, and metadata services are on no list.',
  },
  {
    id: 'S25',
    title: 'Regular expressions that never end',
    happens:
      'What `ready.log` looks for is plain text. `matches` is a pattern; one that takes long keeps the generator busy, which makes the run void. A generator that does not end is ended at the deadline of its load, 20 s after the load should be over at the latest: exit code 2.',
    but: 'A pattern is not bounded by itself, so that one that never ends costs the time up to that deadline.',
  },
  {
    id: 'S26',
    title: 'Floods',
    happens:
      'Log lines are cut at 8 KiB and the log file at 20 MiB; a flood hides nothing of the end. What is inflated or parsed is counted before it is made ([what others wrote](#what-others-wrote)): a bomb in a `run.json` is refused within a second.',
  },
  {
    id: 'S27',
    title: 'Shell injection',
    happens: 'Names and commits never reach a shell. Our workflows put no expression into a script.',
  },
  {
    id: 'S28',
    title: 'The service kills or freezes the gate',
    happens:
      'A killed step is not green, and nothing is left after the post step; results are in memory only.',
    but: "A gate that the service freezes (SIGSTOP) does nothing until somebody wakes it, and is never green meanwhile. The workflow's `timeout-minutes` ends it; no test can stand for GitHub's clock.",
  },
  {
    id: 'S29',
    title: 'Hostile output of other tools',
    happens:
      'Outputs of k6, Locust and other tools, imported or of our own start, and what a worker of Locust tells are read strictly: cut off or changed anywhere, they are refused, or make a run that is judged as it stands. What is larger than memory is read in pieces or refused, and a program that writes without an end is ended. What our own generator says is read in the same way.',
  },
  {
    id: 'S30',
    title: 'The supply chain of the Action',
    happens:
      'It installs nothing; `dist/` is byte for byte what the source builds to; workflows pin actions to commits and packages to versions.',
    but: 'Scores of outside services (OpenSSF Scorecard, CodeQL) need the published repository.',
  },
  {
    id: 'S31',
    title: 'Least privilege',
    happens:
      'The Action works with `contents: read`, comments with `pull-requests: write`, makes check runs with `checks: write`, and enters runs with `contents: write`; without a token the verdict is the same.',
  },
  {
    id: 'S32',
    title: 'Residue on self-hosted runners',
    happens: 'No process, temporary folder or working tree is left, and the checkout is as it was.',
    but: "What a service does to files of the machine, or starts in containers, is its own; the start command's `down` has to undo it.",
  },
];
