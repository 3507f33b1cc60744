/** Why an output is not believed: a failure each, never a judgement. */
import type { EnglishOnly } from '../domain/english-only.ts';
import { Failure } from '../domain/failure.ts';

/** Where something is wrong. */
export interface Place {
  readonly file: string;
  /** Line, from 1; null for the whole file. */
  readonly line: number | null;
}

const nameOf = ({ file, line }: Place): string => (line === null ? file : `${file}:${line}`);

/** Quoted, and cut to what a message can hold. */
export const quoted = (text: unknown): string => {
  const whole = typeof text === 'string' ? text : (JSON.stringify(text) ?? String(text));
  return JSON.stringify(whole.length > 80 ? `${whole.slice(0, 80)}…` : whole);
};

/** The shape is not that of the format, or a number is none. */
export const invalid = (place: Place, what: string): Failure =>
  failure('import-invalid', `${nameOf(place)}: ${what}.`, WHOLE);

/** The end is missing. */
export const truncated = (place: Place, what: string): Failure =>
  failure('import-truncated', `${nameOf(place)} is cut off: ${what}.`, WHOLE);

/** Numbers that cannot all be true. */
export const inconsistent = (place: Place, what: string): Failure =>
  failure(
    'import-inconsistent',
    `${nameOf(place)} contradicts itself: ${what}.`,
    'Nothing is judged by such numbers. Measure again, and give the output as the tool wrote it.',
  );

/** Too much to read. */
export const tooLarge = (place: Place, what: string, advice: string): Failure =>
  failure('import-too-large', `${nameOf(place)}: ${what}.`, advice);

/** Another form of a tool's output than those that are read. */
export const otherForm = (place: Place, what: string, advice: string): Failure =>
  failure('import-other-form', `${nameOf(place)} ${what}.`, advice);

const WHOLE = 'Give the output as the tool wrote it, whole and unedited; docs/import.md says how to get it.';

function failure(code: EnglishOnly, message: string, advice: string): Failure {
  return new Failure({ kind: 'not-measured', code, message, advice });
}
