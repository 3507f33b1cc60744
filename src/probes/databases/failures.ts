/** What a database's error tells people: one line, without the password. */
import { unwatched } from '../../domain/resources.ts';
import { type Phrase, phrase } from '../../domain/phrase.ts';
import type { Gap } from './server.ts';

/** Characters of a server's message that are kept. */
const MESSAGE_MAX = 300;

/** The message of anything thrown, in one line. An error of several attempts has none of its own. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map(messageOf).filter(isFirst).join('; ');
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return (message || code || 'no reason given')
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, MESSAGE_MAX);
}

const isFirst = (message: string, index: number, all: readonly string[]): boolean =>
  all.indexOf(message) === index;

/** Replaces the URL and its password, as they are and as URLs write them, by `***`. */
export function withoutPassword(text: string, url: string): string {
  const parsed = URL.parse(url);
  const password = parsed?.password ?? '';
  const secrets = [url, parsed?.href ?? '', password, decoded(password)].filter(
    (secret) => secret.length > 2,
  );
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A server that could not be connected to, or that ended the connection. `variable`: where its URL is from. */
export function gapOf(part: 'all' | 'lost', error: unknown, url: string, variable: string): Gap {
  const message = withoutPassword(messageOf(error), url);
  if (part === 'lost')
    return {
      part,
      ...unwatched(phrase('database-lost', { error: message }), phrase('database-lost-remedy')),
    };
  return { part, ...unwatched(phrase('database-refused', { error: message }), remedyFor(message, variable)) };
}

/** Words by which PostgreSQL, MySQL and Redis refuse somebody. */
const REFUSED = /password|authenti|access denied|WRONGPASS|NOAUTH|role .* does not exist/i;
const NOT_PERMITTED = /NOPERM|permission denied|no permissions/i;

function remedyFor(message: string, variable: string): Phrase {
  if (NOT_PERMITTED.test(message)) return phrase('database-rights', { variable });
  if (REFUSED.test(message)) return phrase('database-password', { variable });
  return phrase('database-runs', { variable });
}
