/** What an answer is held to: its status, and its body. Pure. */
import type { BodyCheck, StatusSet } from '../domain/plan.ts';

/** More of a body is not kept: what is checked has to be in the first mebibyte, or the whole be no larger where it is JSON. */
export const BODY_MAX = 1_048_576;
/** Characters of a check that a message quotes. */
const QUOTED_MAX = 40;

/** Why an answer with this status is not as expected, for people; null when it is. */
export function wrongStatus(status: number, expected: StatusSet): string | null {
  return expected.some(({ from, to }) => status >= from && status <= to) ? null : `HTTP ${status}`;
}

/** The first check that a body fails, in a few words for a message (`without "title"`); null when it passes all. */
export function failedCheck(checks: readonly BodyCheck[], body: string): string | null {
  for (const check of checks) {
    const failure = failureOf(check, body);
    if (failure !== null) return failure;
  }
  return null;
}

function failureOf(check: BodyCheck, body: string): string | null {
  switch (check.kind) {
    case 'contains':
      return body.includes(check.text) ? null : `without ${quoted(check.text)}`;
    case 'matches':
      return new RegExp(check.pattern, 'u').test(body)
        ? null
        : `that does not match ${quoted(check.pattern)}`;
    case 'json':
      return failureOfJson(check, body);
  }
}

function failureOfJson(
  { pointer, equals }: Extract<BodyCheck, { readonly kind: 'json' }>,
  body: string,
): string | null {
  const document = parsedJson(body);
  if (document === undefined) return 'that is no JSON';
  const value = atPointer(document, pointer);
  if (value === undefined) return `without ${quoted(pointer === '' ? '(the document)' : pointer)}`;
  if (equals === undefined || writtenOut(value) === JSON.stringify(equals)) return null;
  return `with another value than ${quoted(JSON.stringify(equals))} at ${quoted(pointer)}`;
}

/** As JSON; null for what is nested more deeply than that can be written, which no configuration is. */
function writtenOut(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

/** The document that a text is; undefined when it is no JSON. */
export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The value that a JSON pointer (RFC 6901) leads to; undefined when it leads nowhere. */
export function atPointer(document: unknown, pointer: string): unknown {
  const steps = pointer === '' ? [] : pointer.slice(1).split('/');
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    // Of an array, only its numbers: `length` is no part of the document.
    if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(name)) return undefined;
    return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  }, document);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > QUOTED_MAX ? `${text.slice(0, QUOTED_MAX)}…` : text);
}
