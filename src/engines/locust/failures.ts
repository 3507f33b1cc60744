/** Why a run of Locust is no measurement, in words for people. */
import { type Fact, type Phrase, phrase } from '../../domain/phrase.ts';
import { Failure } from '../../domain/failure.ts';
import type { LocustPlan, LocustWorkers } from '../../domain/engine-plan.ts';
import type { LocustExit } from './child.ts';
import type { Ended } from './starters.ts';

/** `exit code 2`, or the signal that ended a process. */
export const endingOf = ({ code, signal }: Pick<LocustExit, 'code' | 'signal'>): Phrase =>
  signal === null ? phrase('locust-exit', { code: String(code) }) : phrase('locust-signal', { signal });

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
  const { file, command } = plan;
  return module === undefined
    ? failed(
        'locust-ended',
        phrase('locust-ended', { ending: endingOf(exit) }),
        phrase('locust-ended-advice'),
        lines,
      )
    : failed(
        'locust-module-missing',
        phrase('locust-module-missing', { file, module, command }),
        phrase('locust-module-missing-advice'),
        lines,
      );
}

function notStarted({ command }: LocustPlan, error: NodeJS.ErrnoException): Failure {
  const why: Fact = error.code === 'ENOENT' ? phrase('locust-no-command') : (error.code ?? error.message);
  return new Failure(
    {
      kind: 'usage',
      code: 'locust-missing',
      message: phrase('locust-missing', { command, why }),
      advice: phrase('locust-missing-advice'),
    },
    { cause: error },
  );
}

/** What Locust tells cannot be true. */
export const locustUntrue = (why: Phrase, lines: readonly string[]): Failure =>
  failed('locust-untrue', phrase('locust-untrue', { why }), phrase('locust-untrue-advice'), lines);

/** It said nothing for too long, or did not end: `what` is a sentence. */
export const locustSilent = (what: Phrase, lines: readonly string[]): Failure =>
  failed('locust-silent', what, phrase('locust-silent-advice'), lines);

/** Not all workers came in time. */
export function workersMissing(
  { count, joinWithin, port }: LocustWorkers,
  joined: readonly string[],
  lines: readonly string[],
): Failure {
  const facts = { count, seconds: joinWithin / 1_000 };
  const names = joined.join(', ');
  return failed(
    'locust-workers-missing',
    joined.length === 0
      ? phrase('locust-workers-none', facts)
      : phrase('locust-workers-missing', { ...facts, joined: joined.length, names }),
    phrase('locust-workers-missing-advice', { port: String(port) }),
    lines,
  );
}

/** A command that starts a worker failed. */
export const workerNotStarted = ({ command, how }: Ended, lines: readonly string[]): Failure =>
  failed(
    'locust-worker-not-started',
    phrase('locust-worker-not-started', { ending: how, command }),
    phrase('locust-worker-not-started-advice'),
    lines,
  );

/** Workers that were started without our listener. */
export const workersDeaf = (names: readonly string[], lines: readonly string[]): Failure =>
  failed(
    'locust-workers-deaf',
    phrase('locust-workers-deaf', { names: names.join(', ') }),
    phrase('locust-workers-deaf-advice'),
    lines,
  );

/** One was lost, or came late, before there was anything to measure. */
export const workerLost = (names: readonly string[], lines: readonly string[]): Failure =>
  failed(
    'locust-worker-lost',
    phrase('locust-worker-lost', { names: names.join(', ') }),
    phrase('locust-worker-lost-advice'),
    lines,
  );

/** It ended in a way that its counts do not explain. */
export const locustExitCode = (exit: LocustExit, lines: readonly string[]): Failure =>
  failed(
    'locust-exit-code',
    phrase('locust-exit-code', { ending: endingOf(exit) }),
    phrase('locust-exit-code-advice'),
    lines,
  );

/** A release that cannot do what is asked of it: load the listener, have several processes, have workers, be measured without being listened to. */
export interface Old {
  readonly what: 'locust-old' | 'locust-old-processes' | 'locust-old-workers' | 'locust-old-unheard';
  /** Null is one that does not say which it is. */
  readonly release: string | null;
  /** The first that can. */
  readonly oldest: string;
}

/** It is too old. */
export const locustOld = ({ what, release, oldest }: Old, lines: readonly string[]): Failure =>
  failed(
    'locust-old',
    phrase(what, { release: release ?? phrase('locust-unknown'), oldest }),
    phrase('locust-old-advice', { oldest }),
    lines,
  );

const failed = (code: string, message: Phrase, advice: Phrase, lines: readonly string[]): Failure =>
  new Failure({ kind: 'not-measured', code, message, advice, lines });
