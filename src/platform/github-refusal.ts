/** What GitHub's API says when it did not write: whether another attempt helps, and what it lacks. Both of its APIs, REST and GraphQL. */
import { z } from 'zod';
import { phrase } from '../domain/phrase.ts';
import type { Written, WriteRefusal } from './branch.ts';
import { callError, isSlowedDown } from './patience.ts';

/** Anything but a commit. */
type NotWritten = Exclude<Written, { readonly kind: 'written' }>;

/** GraphQL says no with status 200. */
const graphqlSchema = z.object({
  errors: z.array(z.object({ type: z.string().nullish(), message: z.string() })).min(1),
});
const STALE = /expected branch to point to|reference already exists/i;
/** Classic protection, rulesets, and what a ruleset makes of a new ref. */
const PROTECTED =
  /rule violations|protected branch|must be made through a pull request|reference update failed|protected ref/i;
const FORBIDDEN = /not accessible by|must have (?:push|write) access|archived/i;

/** Reads what was thrown by a call that was to write. */
export function refusedWrite(error: unknown): NotWritten {
  if (error instanceof z.ZodError) return { kind: 'unclear', message: phrase('not-of-github') };
  const graphql = graphqlSchema.safeParse(error);
  if (graphql.success) return ofGraphql(graphql.data.errors[0]);
  const call = callError(error);
  const line = call.message.split('\n', 1)[0]?.slice(0, 300) ?? '';
  const message = call.status === null ? line : `${call.status}: ${line}`;
  const limited = String(call.headers?.['x-ratelimit-remaining']) === '0';
  if (call.status === null || call.status >= 500 || limited || isSlowedDown(call))
    return { kind: 'unclear', message };
  if (STALE.test(line)) return { kind: 'moved' };
  return { kind: 'refused', why: whyOf(call.status, line), message };
}

function ofGraphql(
  error: { readonly type?: string | null | undefined; readonly message: string } | undefined,
): NotWritten {
  const message = error?.message.split('\n', 1)[0]?.slice(0, 300) ?? '';
  const type = error?.type ?? '';
  if (type === 'STALE_DATA' || STALE.test(message)) return { kind: 'moved' };
  if (type === 'BRANCH_PROTECTION_RULE_VIOLATION' || PROTECTED.test(message))
    return { kind: 'refused', why: 'protected', message };
  if (type === 'FORBIDDEN' || FORBIDDEN.test(message)) return { kind: 'refused', why: 'read-only', message };
  if (type === 'NOT_FOUND') return { kind: 'refused', why: 'missing', message };
  if (type === 'UNPROCESSABLE' || type === 'ARGUMENT_ERROR')
    return { kind: 'refused', why: 'refused', message };
  // `RATE_LIMITED`, `SERVICE_UNAVAILABLE`, "Something went wrong": for now.
  return { kind: 'unclear', message };
}

function whyOf(status: number, line: string): WriteRefusal {
  if (PROTECTED.test(line)) return 'protected';
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'read-only';
  return status === 404 || status === 410 ? 'missing' : 'refused';
}
