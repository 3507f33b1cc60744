/** Why a run of k6 is no measurement, in words for people. */
import type { K6Plan } from '../../domain/engine-plan.ts';
import { Failure } from '../../domain/failure.ts';
import type { K6Exit } from './child.ts';
import { EXIT_CODES } from './exit-codes.ts';

/** It cannot be run. */
export function k6Missing({ command }: K6Plan, error: NodeJS.ErrnoException): Failure {
  const why = error.code === 'ENOENT' ? 'there is no such command' : error.message;
  return new Failure(
    {
      kind: 'usage',
      code: 'k6-missing',
      message: `k6 could not be run as \`${command}\`: ${why}.`,
      advice: 'Install it in the step before (grafana/setup-k6-action), or say in `k6: command` where it is.',
    },
    { cause: error },
  );
}

/** It ended, or sent nothing more, before the measured time was over. */
export function k6Ended(exit: K6Exit, lines: readonly string[]): Failure {
  const known = exit.code === null ? undefined : EXIT_CODES[exit.code];
  return failed(
    'k6-ended',
    `k6 ended with ${howOf(exit)} before the measured time was over.`,
    known?.remedy ??
      'The lines below are its last ones. With `shape: script` the options of the script have to last for warm-up and duration together, and the script has to send HTTP requests.',
    lines,
  );
}

/** It ended in a way that makes its numbers none. */
export const k6ExitCode = (exit: K6Exit, lines: readonly string[]): Failure =>
  failed(
    'k6-exit-code',
    `k6 ended with ${howOf(exit)}.`,
    (exit.code === null ? undefined : EXIT_CODES[exit.code])?.remedy ?? 'The lines below are its last ones.',
    lines,
  );

const howOf = ({ code, signal }: K6Exit): string => {
  if (code === null) return signal ?? 'no exit code';
  const known = EXIT_CODES[code];
  return known === undefined ? `exit code ${code}` : `exit code ${code}: ${known.meaning}`;
};

/** What it wrote cannot be true. */
export const k6Untrue = (why: string, lines: readonly string[]): Failure =>
  failed(
    'k6-untrue',
    `What k6 wrote cannot be believed: ${why}.`,
    'The system tags `status`, `method`, `name`, `error_code` and `expected_response` are needed (`systemTags` of the script), and a response callback. Look whether the script, or an extension, writes over the output.',
    lines,
  );

/** It stands still. */
export const k6Silent = (what: string, lines: readonly string[]): Failure =>
  failed(
    'k6-silent',
    `k6 ${what}.`,
    'The lines below are its last ones. Look for a `setup()` or a loop in the script that never ends.',
    lines,
  );

function failed(code: string, message: string, advice: string, lines: readonly string[]): Failure {
  return new Failure({ kind: 'not-measured', code, message, advice, lines });
}
