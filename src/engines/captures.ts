/** Values taken out of an answer, for the requests that come after it. Pure. */
import type { Capture } from '../domain/plan.ts';
import { atPointer, parsedJson } from './checks.ts';

/** An answer as far as it is looked into. */
export interface Heard {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** What a capture finds in an answer, as text; null when there is nothing. A pattern gives its first group, or all that it matched. */
export function captured({ from }: Capture, { headers, body }: Heard): string | null {
  switch (from.kind) {
    case 'json':
      return textOf(atPointer(parsedJson(body), from.pointer));
    case 'header': {
      const value = headers[from.header];
      return (typeof value === 'string' ? value : value?.[0]) ?? null;
    }
    case 'matches': {
      const match = new RegExp(from.pattern, 'u').exec(body);
      return match === null ? null : (match[1] ?? match[0]);
    }
  }
}

/** Texts, numbers and truths can stand in a request; lists, mappings and nothing cannot. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Why a capture found nothing, for a message: `nothing to capture as "cart" at "/id"`. */
export function missingText({ name, from }: Capture): string {
  return `nothing to capture as ${JSON.stringify(name)} ${placeOf(from)}`;
}

function placeOf(from: Capture['from']): string {
  switch (from.kind) {
    case 'json':
      return `at ${JSON.stringify(from.pointer)}`;
    case 'header':
      return `in the header ${JSON.stringify(from.header)}`;
    case 'matches':
      return `by ${JSON.stringify(from.pattern)}`;
  }
}
