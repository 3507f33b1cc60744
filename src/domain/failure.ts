/** We could not measure, or would not: why, where, and what to do. Never a judgement about the service's speed. */

import type { EnglishOnly } from './english-only.ts';
import { english, type Phrase, phrase } from './phrase.ts';

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
  /** One sentence: what went wrong. In English. */
  readonly message: string;
  /** One sentence: what to do. In English. */
  readonly advice: string;
  /** Lines that show it: config problems, last log lines. */
  readonly lines: readonly string[];
  /** The same as phrases with their facts, for every language; null for an {@link EnglishOnly} code, and in records of versions before them. */
  readonly said: SaidFailure | null;
}

/** A failure's texts as phrases. */
export interface SaidFailure {
  readonly message: Phrase;
  readonly advice: Phrase;
  /** One for each line, null for one that is foreign and stays as it is; empty where all are. */
  readonly lines: readonly (Phrase | null)[];
}

/** What a failure is made of: phrases, or plain English where its code is one of {@link EnglishOnly}. */
export type FailureWords =
  | {
      readonly kind: FailureKind;
      readonly code: string;
      readonly message: Phrase;
      readonly advice: Phrase;
      readonly lines?: readonly (Phrase | string)[];
    }
  | {
      readonly kind: FailureKind;
      readonly code: EnglishOnly;
      readonly message: string;
      readonly advice: string;
      readonly lines?: readonly string[];
    };

/** The one error class that crosses rooms. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly detail: FailureDetail;

  constructor(words: FailureWords | FailureDetail, options?: { cause?: unknown }) {
    const detail = 'said' in words ? words : detailOf(words);
    super(detail.message, options);
    this.detail = detail;
  }

  /** The exit code this failure ends the program with. */
  get exitCode(): 2 | 3 | 130 {
    return exitCodeOf(this.detail.kind);
  }
}

function detailOf({ kind, code, message, advice, lines = [] }: FailureWords): FailureDetail {
  const texts = { message: textOf(message), advice: textOf(advice), lines: lines.map(textOf) };
  const detail = { kind, code, ...texts };
  if (typeof message === 'string' || typeof advice === 'string') return { ...detail, said: null };
  const phrases = lines.map((line) => (typeof line === 'string' ? null : line));
  const said = { message, advice, lines: phrases.some((line) => line !== null) ? phrases : [] };
  return { ...detail, said };
}

const textOf = (text: Phrase | string): string => (typeof text === 'string' ? text : english(text));

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

/** What went wrong, as a phrase to be told in another one. */
export const messageOf = ({ said, message }: FailureDetail): Phrase =>
  said?.message ?? phrase('foreign', { text: message });

/** What to do, as a phrase to be told in another one. */
export const adviceOf = ({ said, advice }: FailureDetail): Phrase =>
  said?.advice ?? phrase('foreign', { text: advice });

/** The lines, as phrases where they are. */
export const linesOf = ({ said, lines }: FailureDetail): readonly (Phrase | string)[] =>
  lines.map((line, at) => said?.lines[at] ?? line);

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
      message: phrase('internal', { error: message }),
      advice: phrase('internal-advice'),
      lines: stack.map((line) => line.trim()),
    },
    { cause: error },
  );
}
