/** Why a run of k6 is no measurement, in words for people. */
import type { K6Plan } from '../../domain/engine-plan.ts';
import { Failure } from '../../domain/failure.ts';
import { type Phrase, phrase } from '../../domain/phrase.ts';
import type { K6Exit } from './child.ts';
import { EXIT_CODES } from './exit-codes.ts';

/** It cannot be run. */
export function k6Missing({ command }: K6Plan, error: NodeJS.ErrnoException): Failure {
  const why = error.code === 'ENOENT' ? phrase('k6-no-command') : error.message;
  return new Failure(
    {
      kind: 'usage',
      code: 'k6-missing',
      message: phrase('k6-missing', { command, why }),
      advice: phrase('k6-missing-advice'),
    },
    { cause: error },
  );
}

/** It ended, or sent nothing more, before the measured time was over. */
export const k6Ended = (exit: K6Exit, lines: readonly string[]): Failure =>
  failed(
    'k6-ended',
    phrase('k6-ended', { ending: endingOf(exit) }),
    remedyOf(exit) ?? phrase('k6-ended-advice'),
    lines,
  );

/** It ended in a way that makes its numbers none. */
export const k6ExitCode = (exit: K6Exit, lines: readonly string[]): Failure =>
  failed(
    'k6-exit-code',
    phrase('k6-exit-code', { ending: endingOf(exit) }),
    remedyOf(exit) ?? phrase('k6-exit-code-advice'),
    lines,
  );

const remedyOf = ({ code }: K6Exit): Phrase | undefined =>
  code === null ? undefined : EXIT_CODES[code]?.remedy;

function endingOf({ code, signal }: K6Exit): Phrase | string {
  if (code === null) return signal ?? phrase('k6-no-exit');
  const meaning = EXIT_CODES[code]?.meaning;
  return meaning === undefined
    ? phrase('k6-exit', { code: String(code) })
    : phrase('k6-exit-known', { code: String(code), meaning });
}

/** What it wrote cannot be true. */
export const k6Untrue = (why: Phrase | string, lines: readonly string[]): Failure =>
  failed('k6-untrue', phrase('k6-untrue', { why }), phrase('k6-untrue-advice'), lines);

/** It stands still: `what` is a sentence. */
export const k6Silent = (what: Phrase, lines: readonly string[]): Failure =>
  failed('k6-silent', what, phrase('k6-silent-advice'), lines);

function failed(code: string, message: Phrase, advice: Phrase, lines: readonly string[]): Failure {
  return new Failure({ kind: 'not-measured', code, message, advice, lines });
}
