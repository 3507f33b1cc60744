/** Why a run of Locust is no measurement, in words for people. */
import { foreign } from '../../domain/phrase.ts';
import { Failure } from '../../domain/failure.ts';
import type { LocustPlan, LocustWorkers } from '../../domain/engine-plan.ts';
import type { LocustExit } from './child.ts';
import type { Ended } from './starters.ts';

/** Locust ended before the measured time was over. */
export function locustEnded(plan: LocustPlan, exit: LocustExit, lines: readonly string[]): Failure {
  if (exit.error !== null) return notStarted(plan, exit.error);
  const module = lines
    .map(
      (line) =>
        /^(?:ModuleNotFoundError|ImportError): (?:No module named |cannot import name )['"]([^'"]{1,100})['"]/.exec(
          line,
        )?.[1],
    )
    .find((name) => name !== undefined);
  const how = exit.signal === null ? `exit code ${exit.code}` : exit.signal;
  return module === undefined
    ? failed(
        'locust-ended',
        `Locust ended with ${how} before the measured time was over.`,
        'The lines below are its last ones. A load shape has to last for warm-up and duration together; a `run-time` in locust.conf or pyproject.toml has no place here.',
        lines,
      )
    : failed(
        'locust-module-missing',
        `The locustfile ${plan.file} imports ${module}, which the Python of \`${plan.command}\` does not have.`,
        'Install what the locustfile needs where Locust is installed, for example by `pip install -r requirements.txt` in the step before.',
        lines,
      );
}

function notStarted({ command }: LocustPlan, error: NodeJS.ErrnoException): Failure {
  const why = error.code === 'ENOENT' ? 'there is no such command' : (error.code ?? error.message);
  return new Failure(
    {
      kind: 'usage',
      code: 'locust-missing',
      message: foreign(`Locust could not be started as \`${command}\`: ${why}.`),
      advice: foreign(
        'Install it (`pip install locust`) in the step before, or say in `locust: command` where it is.',
      ),
    },
    { cause: error },
  );
}

/** What Locust tells cannot be true. */
export const locustUntrue = (why: string, lines: readonly string[]): Failure =>
  failed(
    'locust-untrue',
    `What was told from within Locust cannot be believed: ${why}.`,
    'Look whether the locustfile ends its own process, or fires request events without a response time.',
    lines,
  );

/** It said nothing for too long. */
export const locustSilent = (what: string, lines: readonly string[]): Failure =>
  failed(
    'locust-silent',
    `Locust ${what}.`,
    'The lines below are its last ones. Look for code in the locustfile that never ends, or blocks its whole process.',
    lines,
  );

const START_ONE = 'locust -f - --worker --master-host … --master-port …';

/** Not all workers came in time. */
export const workersMissing = (
  { count, joinWithin, port }: LocustWorkers,
  joined: readonly string[],
  lines: readonly string[],
): Failure =>
  failed(
    'locust-workers-missing',
    `Only ${joined.length} of ${count} workers of Locust joined within ${joinWithin / 1_000} s${joined.length > 0 ? `: ${joined.join(', ')}` : ''}.`,
    `Start the others with \`${START_ONE}\` and look whether they reach port ${port} of this machine; \`workers: join-within\` gives them longer.`,
    lines,
  );

/** A command that starts a worker failed. */
export const workerNotStarted = ({ command, how }: Ended, lines: readonly string[]): Failure =>
  failed(
    'locust-worker-not-started',
    `The command that starts a worker of Locust ended with ${how} before all workers had joined: \`${command}\`.`,
    'The lines below are its last ones. Try the command by hand on this machine.',
    lines,
  );

/** Workers that were started without our listener. */
export const workersDeaf = (names: readonly string[], lines: readonly string[]): Failure =>
  failed(
    'locust-workers-deaf',
    `Workers of Locust joined that tell nothing of their requests: ${names.join(', ')}.`,
    `Start them with \`${START_ONE}\`: with \`-f -\` they take the locustfile from the master, and with it the file that tells.`,
    lines,
  );

/** One was lost, or came late, before there was anything to measure. */
export const workerLost = (names: readonly string[], lines: readonly string[]): Failure =>
  failed(
    'locust-worker-lost',
    `Workers of Locust were lost before the measured time had begun: ${names.join(', ')}.`,
    'Look at the log of the worker, and at the network between it and this machine. `workers: may-lose` allows for some.',
    lines,
  );

/** It ended in a way that its counts do not explain. */
export const locustExitCode = (exit: LocustExit, lines: readonly string[]): Failure =>
  failed(
    'locust-exit-code',
    `Locust ended with ${exit.signal ?? `exit code ${exit.code}`}: 0 and 1 (there were failures) are those of a run that was complete.`,
    'The lines below are its last ones. A `process_exit_code` of the locustfile must be 0 or 1 here.',
    lines,
  );

function failed(code: string, message: string, advice: string, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code,
    message: foreign(message),
    advice: foreign(advice),
    lines,
  });
}
