/** A draft: requests and variables found in a document that says what a service offers, or what was once asked of it. */
import type { Method } from '../request-schema.ts';
import type { Tree } from '../tree.ts';

/** What a document came to. Its texts are inert: they fit where a configuration has them. */
export interface Draft {
  /** Sentences for the top of the file, the origin first. */
  readonly notes: readonly string[];
  readonly requests: readonly DraftRequest[];
  /** Every variable that a path names. */
  readonly variables: readonly DraftVariable[];
}

/** One request. */
export interface DraftRequest {
  /** Null: method and path will do. */
  readonly name: string | null;
  readonly method: Method;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: DraftBody | null;
  readonly weight: number;
  /** Statuses as a configuration has them; none: the default. */
  readonly expect: readonly string[];
  /** What a person should know of it, a line each. */
  readonly remarks: readonly string[];
}

/** A body as a configuration has it. */
export type DraftBody =
  | { readonly kind: 'json'; readonly value: Tree }
  | { readonly kind: 'text'; readonly text: string };

/** A list of texts. */
export interface DraftVariable {
  readonly name: string;
  readonly values: readonly string[];
  /** What a person should do about the values, or null. */
  readonly remark: string | null;
}

/** Values of one variable: enough to see the form, few enough to be read. */
export const VALUES_MAX = 20;
/** Characters of a path, far below what a configuration takes: longer ones are data, not addresses. */
export const PATH_MAX = 2000;

/** True for a request that by its method only reads. */
export function isSafe(method: Method): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** `1 request`, `2 requests`, and a verb that agrees. */
export function counted(number: number, noun: string, verb?: readonly [one: string, many: string]): string {
  const many = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  const [one, more] = verb ?? ['', ''];
  return `${number} ${number === 1 ? noun : many} ${number === 1 ? one : more}`.trimEnd();
}
