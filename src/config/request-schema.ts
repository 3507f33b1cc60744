/** The schema of requests and of the variables in them. */
import { phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import type { StatusSet } from '../domain/plan.ts';
import { block, key, named, needed } from './block.ts';
import { DEFAULTS } from './defaults.ts';
import { innerPath, isWhole, kind, oneOf, packed, pattern, type Reading, text, whole } from './kinds.ts';
import { tidy } from './templates.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Methods a request may have. */
export type Method = (typeof METHODS)[number];

/** Headers that the engines set themselves: another value would make the counts wrong. */
const ENGINE_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What a request written as one line means. */
export interface RequestLine {
  readonly method: Method;
  readonly path: string;
}

/** Path and query of a request, templates tidied. */
export function urlPath() {
  return kind<string>('path', { type: 'string', pattern: '^/' }, (value) =>
    typeof value === 'string' ? readPath(tidy(value)) : { must: PATH_MUST, mismatch: true },
  );
}

const PATH_MUST = phrase('be-path');

function readPath(path: string): Reading<string> {
  if (/^https?:/i.test(path)) return { must: PATH_MUST, say: phrase('say-host-elsewhere') };
  if (!path.startsWith('/') || path.startsWith('//'))
    return { must: PATH_MUST, say: phrase('say-one-slash') };
  if (path.length > 8000) return { must: phrase('be-short-path') };
  if (path.includes('#')) return { must: PATH_MUST, say: phrase('say-no-fragment') };
  // Sent as it is: what a URL may not hold would reach the service as something else, or break the request line.
  const odd = /[^!-~]|[\\"<>^`|]/u.exec(path);
  if (odd !== null && odd.index >= 0)
    return { must: PATH_MUST, say: phrase('say-encode', { text: JSON.stringify(odd[0]) }) };
  return { value: path };
}

const LINE_MUST = phrase('be-line');

const requestLine = kind<RequestLine>(
  'request line',
  { type: 'string', pattern: `^((${METHODS.join('|')}) +)?/` },
  (value) => {
    if (typeof value !== 'string') return { must: LINE_MUST, mismatch: true };
    const [, word = DEFAULTS.method, rest = ''] =
      /^(?:([A-Za-z]+)\s+)?(\S.*)$/.exec(tidy(value).trim()) ?? [];
    const method = METHODS.find((known) => known === word);
    if (method === undefined) {
      const known = METHODS.some((upper) => upper === word.toUpperCase());
      return {
        must: LINE_MUST,
        say: known
          ? phrase('say-word', { word: word.toUpperCase() })
          : phrase('say-methods', { methods: METHODS.join(', ') }),
      };
    }
    if (!rest.startsWith('/')) return { must: LINE_MUST };
    const path = readPath(rest);
    return 'value' in path ? { value: { method, path: path.value } } : path;
  },
);

const STATUS_MUST = phrase('be-status');

const statuses = kind<StatusSet[number]>('status', { type: ['string', 'integer'] }, (value) => {
  if (typeof value !== 'number' && typeof value !== 'string') return { must: STATUS_MUST, mismatch: true };
  const [, one, hundreds, low, high] =
    /^(?:([1-5]\d\d)|([1-5])xx|([1-5]\d\d)\s?-\s?([1-5]\d\d))$/i.exec(String(value)) ?? [];
  if (one !== undefined) return { value: { from: Number(one), to: Number(one) } };
  if (hundreds !== undefined)
    return { value: { from: Number(hundreds) * 100, to: Number(hundreds) * 100 + 99 } };
  if (low === undefined || high === undefined || Number(low) > Number(high)) return { must: STATUS_MUST };
  return { value: { from: Number(low), to: Number(high) } };
});

/** One status or a list of them. */
export const statusSet = z.union([statuses, z.array(statuses).min(1).max(50)], {
  error: packed(phrase('be-statuses')),
});

const headerName = kind<string>('header name', { type: 'string' }, (value) => {
  if (typeof value !== 'string' || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(value))
    return { must: phrase('be-header') };
  return ENGINE_HEADERS.has(value.toLowerCase()) ? { must: phrase('header-of-engine') } : { value };
});

/** What a variable may be called. */
export const VARIABLE_PATTERN = '^[A-Za-z_][A-Za-z0-9_-]{0,39}$';

/** Variable names. */
export const variableName = pattern('name', VARIABLE_PATTERN, phrase('be-variable'));

/** Keys of which a check has exactly one. */
export const CHECK_KINDS = ['contains', 'matches', 'json'] as const;

const regularExpression = kind<string>('regular expression', { type: 'string' }, (value) => {
  const must = phrase('be-regex');
  if (typeof value !== 'string') return { must, say: phrase('say-quotes'), mismatch: true };
  if (value === '' || value.length > 1000) return { must };
  try {
    return { value: new RegExp(value, 'u').source };
  } catch {
    return { must, say: phrase('say-escape') };
  }
});

const jsonPointer = kind<string>('JSON pointer', { type: 'string', pattern: '^(/|$)' }, (value) => {
  const must = phrase('be-pointer');
  if (typeof value !== 'string') return { must, mismatch: true };
  return value.length <= 1000 && /^(?:\/(?:[^~]|~[01])*)?$/u.test(value) ? { value } : { must };
});

const check = block({
  contains: key(text('text', { max: 1000, lines: true }), 'Text that the body must hold.'),
  matches: key(regularExpression, 'Regular expression that the body must match somewhere.'),
  json: key(jsonPointer, 'JSON pointer (RFC 6901) at which the body, as JSON, must have a value.'),
  equals: key(z.unknown(), 'The value that there must be at the pointer.'),
});

/** Keys of which a capture has exactly one. */
export const CAPTURE_KINDS = ['json', 'header', 'matches'] as const;

const capture = block({
  json: key(jsonPointer, 'JSON pointer (RFC 6901) of the value in the body.'),
  header: key(headerName, 'Header whose value it is.'),
  matches: key(regularExpression, 'Regular expression on the body: its first group, or all that it matched.'),
});

const requestBlock = block({
  name: key(text('name', { max: 80 }), 'What reports call this request. Default: method and path.'),
  method: key(oneOf(...METHODS), 'HTTP method.', DEFAULTS.method),
  path: needed(urlPath(), 'Path and query; `{{name}}` is replaced by the value of a variable.'),
  headers: key(
    named(headerName, text('text', { max: 8000, empty: true })),
    'Headers to send; values may hold variables.',
  ),
  json: key(
    z.unknown(),
    'Body as JSON; sets content-type unless a header does. A text that is exactly one variable of numbers becomes a number.',
  ),
  body: key(text('text', { max: 200_000, lines: true, empty: true }), 'Body as text, sent as it is.'),
  weight: key(
    whole(1, 1000),
    'How often this request is drawn, beside the weights of the others.',
    DEFAULTS.weight,
  ),
  checks: key(
    z.array(check).min(1).max(20),
    'What the body of an answer must hold, in its first mebibyte. An answer that fails one is an error.',
  ),
  capture: key(
    named(variableName, capture),
    'Values of the answer for `{{name}}` in later requests of the same user; needs `order: sequence` or `flows`. An answer without one is an error, and the user begins again.',
  ),
  expect: key(
    statusSet,
    'Statuses that count as success: `201`, `2xx`, `200-204`, or a list. Any other is an error.',
    DEFAULTS.expect,
  ),
});

/** A request as checked: what a line says is what a mapping with method and path says. */
export type RequestFields = z.output<typeof requestBlock>;

/** A capture as checked. */
export type CaptureFields = z.output<typeof capture>;

/** A check of a request as checked itself. */
export type CheckFields = z.output<typeof check>;

/** One request: a line, or a mapping. */
export const request = z.union([requestLine, requestBlock], {
  error: packed(phrase('be-request')),
});

/** A flow of a scenario. */
export const flow = block({
  name: needed(text('name', { max: 80 }), 'What the flow is called.'),
  weight: key(
    whole(1, 1000),
    'How often this flow is drawn, beside the weights of the others.',
    DEFAULTS.weight,
  ),
  requests: needed(z.array(request).min(1).max(50), 'Its requests in order, each as in `requests`.'),
});

const INTEGER_MAX = Number.MAX_SAFE_INTEGER;
const integer = whole(-INTEGER_MAX, INTEGER_MAX);

const bounds = kind<{ readonly from: number; readonly to: number }>(
  'two whole numbers',
  { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
  (value) => {
    const must = phrase('be-two-numbers');
    const [from, to, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : [];
    if (!isWhole(from) || !isWhole(to) || more.length > 0) return { must };
    return from > to || !isWhole(to - from) ? { must } : { value: { from, to } };
  },
);

/** Keys of which a variable has exactly one. */
export const SOURCES = ['range', 'random', 'list', 'counter', 'file'] as const;

/** A variable: exactly one of {@link SOURCES}. */
export const variable = block({
  range: key(bounds, 'Whole numbers from the first to the second, in order, then again.'),
  random: key(bounds, 'A whole number between the two, both included, drawn anew each time.'),
  list: key(
    z
      .array(text('text', { max: 8000, empty: true }))
      .min(1)
      .max(10_000),
    'Texts to take values from.',
  ),
  counter: key(
    block({
      start: key(integer, 'First value.', DEFAULTS.counterStart),
      step: key(integer, 'Added each time.', DEFAULTS.counterStep),
    }),
    'Whole numbers that never repeat.',
  ),
  file: key(
    innerPath('path'),
    'CSV with a header line, or a JSON list of objects; `{{name.column}}` is a cell of the row.',
  ),
  pick: key(
    oneOf('sequential', 'random'),
    'How the next entry of `list` or row of `file` is chosen.',
    DEFAULTS.pick,
  ),
}).meta({ oneOf: SOURCES.map((source) => ({ required: [source] })) });
