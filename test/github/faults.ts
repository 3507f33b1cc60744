/** Every way in which a call to GitHub goes wrong that the tests know (F46), by name. */
import type { Injury } from './injuries.ts';

/** Places that a call can be sent on to, where nothing good waits. */
export interface BadPlaces {
  /** `https:` with a certificate that nobody trusts. */
  readonly untrusted: string;
  /** Nobody listens there. */
  readonly refusing: string;
}

const status = (code: number, message?: string, headers?: Readonly<Record<string, string>>): Injury => ({
  kind: 'status',
  status: code,
  ...(message !== undefined && { message }),
  ...(headers !== undefined && { headers }),
});

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const EXHAUSTED = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' };

/** The faults. Names are what the call meets. */
export const faults = ({ untrusted, refusing }: BadPlaces): Readonly<Record<string, Injury>> => ({
  '400': status(400),
  '401': status(401, 'Bad credentials'),
  '403, no right': status(403, 'Resource not accessible by integration'),
  '403, primary limit': status(403, 'API rate limit exceeded for installation', EXHAUSTED),
  '403, secondary limit with a time to wait': status(403, SECONDARY, { 'retry-after': '5' }),
  '403, secondary limit without one': status(403, SECONDARY),
  '404': status(404, 'Not Found'),
  '409': status(409, 'Conflict'),
  '410': status(410, 'Gone'),
  '422': status(422, 'Validation Failed'),
  '429 with a time to wait': status(429, 'Too Many Requests', { 'retry-after': '5' }),
  '429 with an hour to wait': status(429, 'Too Many Requests', { 'retry-after': '3600' }),
  '429 without a time': status(429, 'Too Many Requests'),
  '451': status(451, 'Unavailable For Legal Reasons'),
  '500': status(500),
  '502': status(502, 'Bad Gateway'),
  '503': status(503),
  '503 with a time to wait': status(503, 'Service Unavailable', { 'retry-after': '5' }),
  '504': status(504),
  '301 to itself': { kind: 'redirect', status: 301 },
  '307 to itself': { kind: 'redirect', status: 307 },
  'a name that does not resolve': { kind: 'redirect', status: 307, to: 'http://github.invalid/' },
  'a place that refuses': { kind: 'redirect', status: 307, to: refusing },
  'an untrusted certificate': { kind: 'redirect', status: 307, to: untrusted },
  'a reset before it is done': { kind: 'reset' },
  'a reset after it is done': { kind: 'done-then-lost' },
  '502 after it is done': { kind: 'done-then-502' },
  'a page after it is done': { kind: 'done-then-html' },
  'a page': { kind: 'html' },
  'half of an answer': { kind: 'truncated' },
  'less than the headers say': { kind: 'early-end' },
  'an empty answer': { kind: 'empty' },
  'errors of GraphQL': { kind: 'graphql-errors' },
  'headers that never come': { kind: 'stall' },
  'a body that never comes': { kind: 'stall-body' },
  'a body byte by byte': { kind: 'trickle' },
  'a gigabyte': { kind: 'huge' },
});
