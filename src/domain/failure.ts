/** We could not measure, or would not: why, where, and what to do. Never a judgement about the service's speed. */

/** Exit codes of the program. */
export const EXIT = { pass: 0, failed: 1, notMeasured: 2, usage: 3, cancelled: 130 } as const;

/** Kinds of failure, by what the reader has to do about them. */
export type FailureKind =
  /** Wrong usage or configuration, or refused for safety: exit 3. */
  | 'usage'
  /** The service, its build, the engine or the baseline let us down: exit 2. */
  | 'not-measured'
  /** Somebody stopped us: exit 130. */
  | 'cancelled';

/** Everything a report of a failure shows. Texts may hold untrusted words (log lines): render them inert. */
export interface FailureDetail {
  readonly kind: FailureKind;
  /** Stable word for scripts: `service-exited`, `port-taken`, `baseline-corrupt`, … */
  readonly code: string;
  /** One sentence: what went wrong. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly advice: string;
  /** Lines that show it: config problems, last log lines. */
  readonly lines: readonly string[];
}

/** The one error class that crosses rooms. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly detail: FailureDetail;

  constructor(
    detail: Omit<FailureDetail, 'lines'> & { readonly lines?: readonly string[] },
    options?: { cause?: unknown },
  ) {
    super(detail.message, options);
    this.detail = { lines: [], ...detail };
  }

  /** The exit code this failure ends the program with. */
  get exitCode(): 2 | 3 | 130 {
    return exitCodeOf(this.detail.kind);
  }
}

function exitCodeOf(kind: FailureKind): 2 | 3 | 130 {
  switch (kind) {
    case 'usage':
      return EXIT.usage;
    case 'not-measured':
      return EXIT.notMeasured;
    case 'cancelled':
      return EXIT.cancelled;
  }
}

/** Any thrown thing as a Failure: an unforeseen error is never a pass (exit 2). */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const stack =
    error instanceof Error && error.stack !== undefined ? error.stack.split('\n').slice(1, 6) : [];
  return new Failure(
    {
      kind: 'not-measured',
      code: 'internal',
      message: `Loadgate failed unexpectedly: ${message}`,
      advice: 'Please report this with the lines below and, if you can, run.json.',
      lines: stack.map((line) => line.trim()),
    },
    { cause: error },
  );
}
