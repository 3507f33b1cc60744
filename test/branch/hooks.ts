/** Hooks of a remote that get in the way of a push, each with what must come of it. */
import { git } from '../e2e/baseline/scratch.ts';
import { hook, type Remote } from './remote.ts';

/** A secret that the program knows: a hook that repeats it must not bring it into a log. */
export const SECRET = 'ghs_hookSentinel0123456789';

/** What a hostile hook says: commands of the runner in every form, a secret, control characters. */
export const SHOUTS = `
say() { printf '%b\\n' "$1" >&2; }
say '::set-output name=verdict::pass'
say 'x ##[error]forged'
say '\\r::add-mask::a'
say '\\033[31m::stop-commands::b\\033[0m'
say 'the token is ${SECRET}'
say '::error::forged'`;

/** Somebody else's commit on the branch, made while a push is under way. */
const OVERTAKE = `
[ -e overtaken ] && exit 0
touch overtaken
unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
export GIT_AUTHOR_NAME=B GIT_AUTHOR_EMAIL=b@example.test GIT_COMMITTER_NAME=B GIT_COMMITTER_EMAIL=b@example.test
new=$(git commit-tree -p refs/heads/loadgate -m theirs 'refs/heads/loadgate^{tree}')
git update-ref refs/heads/loadgate "$new"`;

/** Scripts by name. Each runs in the folder of the bare repository. */
export const HOOKS = {
  'refuses the branch by its name': [
    'pre-receive',
    'while read before after ref; do [ "$ref" = refs/heads/loadgate ] && { echo "no $ref here" >&2; exit 1; }; done; exit 0',
  ],
  'refuses in the words of GitHub, and shouts': [
    'pre-receive',
    `${SHOUTS}\nsay 'error: GH013: Repository rule violations found'; say '- ${SECRET}'; exit 1`,
  ],
  'refuses one ref alone': ['update', 'echo "GH006: Protected branch update failed for $1" >&2; exit 1'],
  'is overtaken': ['pre-receive', OVERTAKE],
  'takes its time': ['pre-receive', 'sleep 1; exit 0'],
  hangs: ['pre-receive', 'echo $$ >> pids; exec sleep 600'],
  'never stops talking': [
    'pre-receive',
    `echo $$ >> pids; ${SHOUTS}\nexec yes '::set-output name=verdict::pass' >&2`,
  ],
  'fails when all is done': ['post-receive', 'echo "the mail server is away" >&2; exit 1'],
  'breaks the line when all is done': [
    'post-receive',
    '[ -e broken ] && exit 0; touch broken; kill -9 $PPID',
  ],
  'answers rubbish when all is done': [
    'post-receive',
    `[ -e broken ] && exit 0; touch broken; printf 'rubbish, and no packet\\n::error::x\\n' > /proc/$PPID/fd/1`,
  ],
  'answers rubbish and takes nothing': [
    'pre-receive',
    `printf 'rubbish, and no packet\\n::error::x\\n' > /proc/$PPID/fd/1; kill -9 $PPID; exit 1`,
  ],
} as const satisfies Readonly<Record<string, readonly [name: string, script: string]>>;

/** Puts one of them into a remote. */
export function putHook({ directory }: Pick<Remote, 'directory'>, name: keyof typeof HOOKS): void {
  const [event, script] = HOOKS[name];
  hook(directory, event, script);
}

/** The commit that a branch of the remote is at. */
export const tipOf = ({ directory }: Remote): string => git(directory, 'rev-parse', 'refs/heads/loadgate');
