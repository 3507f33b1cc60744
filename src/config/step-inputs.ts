/** Inputs of the Action that are about the step in its workflow and not about what is measured: no key of the configuration, no flag of the command line. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';

/** What a step is there for. */
export const MODES = ['run', 'measure', 'publish'] as const;
/** See {@link MODES}. */
export type Mode = (typeof MODES)[number];

/** What one comment is for. */
export const COMMENT_SCOPES = ['suite', 'pull-request'] as const;
/** See {@link COMMENT_SCOPES}. */
export type CommentScope = (typeof COMMENT_SCOPES)[number];

/** One of these inputs. */
export interface StepInput {
  readonly name: 'mode' | 'artifacts' | 'check-run' | 'variant' | 'comment-scope';
  readonly description: string;
  /** What holds without it. */
  readonly standard: string | null;
}

/** Every one, in the order of action.yml. */
export const STEP_INPUTS: readonly StepInput[] = [
  {
    name: 'mode',
    description:
      '`run`: measure, judge, report. `measure`: the same without comment and check run, and red only where nothing was measured. `publish`: judge what `measure` left once more, by the base commit, and report it to the pull request.',
    standard: 'run',
  },
  {
    name: 'artifacts',
    description: 'Folder with the downloaded artifacts of the measuring workflow, for `mode: publish`.',
    standard: null,
  },
  {
    name: 'check-run',
    description:
      '`true`: a check run on the measured commit, named after suite and variant; `false`: none; anything else is its name. It needs `checks: write`.',
    standard: 'false',
  },
  {
    name: 'variant',
    description: 'Tells jobs of a matrix apart that measure the same suite, in comment and check runs.',
    standard: null,
  },
  {
    name: 'comment-scope',
    description:
      '`suite`: a comment for each suite. `pull-request`: one for all suites, with a part for each.',
    standard: 'suite',
  },
];

/** What the step was asked for. */
export interface StepAsked {
  readonly mode: Mode;
  readonly artifacts: string | null;
  /** `false`: no check run; `true`: one with a name of ours; else its name. */
  readonly checkRun: boolean | string;
  readonly variant: string | null;
  readonly commentScope: CommentScope;
}

/** When nothing was asked for. */
export const NOTHING_ASKED: StepAsked = {
  mode: 'run',
  artifacts: null,
  checkRun: false,
  variant: null,
  commentScope: 'suite',
};

/** Longer names tell nothing apart. */
const NAME_MAX = 100;

/**
 * Reads the inputs of the step: by name, blank ones are absent.
 * @throws Failure kind `usage`, code `input-invalid`, with every value that is none
 */
export function readStepInputs(given: (name: string) => string | null): StepAsked {
  const problems: Phrase[] = [];
  const complain = (name: StepInput['name'], problem: Phrase): void => {
    problems.push(phrase('input-problem', { name, problem }));
  };
  const word = <Word extends string>(
    name: StepInput['name'],
    words: readonly Word[],
    standard: Word,
  ): Word => {
    const text = given(name);
    const found = words.find((each) => each === text);
    if (text !== null && found === undefined)
      complain(name, phrase('input-word', { words: words.join(', '), got: text.slice(0, NAME_MAX) }));
    return found ?? standard;
  };
  const line = (name: StepInput['name']): string | null => {
    const text = given(name);
    if (text !== null && (text.length > NAME_MAX || /\p{Cc}/u.test(text)))
      complain(name, phrase('input-line', { max: NAME_MAX }));
    return text;
  };
  const asked: StepAsked = {
    mode: word('mode', MODES, NOTHING_ASKED.mode),
    artifacts: given('artifacts'),
    checkRun: checkRunOf(line('check-run')),
    variant: line('variant'),
    commentScope: word('comment-scope', COMMENT_SCOPES, NOTHING_ASKED.commentScope),
  };
  if (asked.mode === 'publish' && asked.artifacts === null)
    complain('artifacts', phrase('input-needs-artifacts'));
  if (asked.mode !== 'publish' && asked.artifacts !== null)
    complain('artifacts', phrase('input-idle-artifacts'));
  const [first, ...others] = problems;
  if (first === undefined) return asked;
  throw new Failure({
    kind: 'usage',
    code: 'input-invalid',
    message: phrase('input-invalid', {
      problems: others.reduce((some, other) => phrase('input-problems', { some, other }), first),
    }),
    advice: phrase('input-invalid-advice'),
  });
}

function checkRunOf(text: string | null): boolean | string {
  if (text === null || text === 'false') return false;
  return text === 'true' ? true : text;
}
