/** One user's cookies. There is one service, so that domains do not matter: names, paths and expiry do. */
import { parseCookie } from 'undici';

/** A user's cookies. */
export interface CookieJar {
  /** Takes the `Set-Cookie` headers of an answer. */
  take(headers: readonly string[]): void;
  /** The `Cookie` header for a path with or without a query; null without any. */
  headerFor(path: string): string | null;
}

interface Kept {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** No more cookies are kept: those of a service that invents a name each time would grow without end. */
const COOKIES_MAX = 100;

/** An empty jar; `date` gives milliseconds since 1970. */
export function openJar(date: () => number): CookieJar {
  const kept = new Map<string, Kept>();
  const keep = (header: string): void => {
    const cookie = parseCookie(header);
    // A header without a name and a value is no cookie that could be sent back.
    if (cookie === null || cookie.name === '') return;
    const { name, value, maxAge, expires, path = '/' } = cookie;
    const until = maxAge === undefined ? Number(expires ?? Infinity) : date() + 1_000 * maxAge;
    const key = `${path} ${name}`;
    if (until <= date()) kept.delete(key);
    else if (kept.has(key) || kept.size < COOKIES_MAX) kept.set(key, { name, value, path, until });
  };
  return {
    take: (headers) => headers.forEach(keep),
    headerFor(path) {
      const [asked = '/'] = path.split('?');
      const fit = [...kept.values()].filter((each) => each.until > date() && isWithin(asked, each.path));
      return fit.length === 0 ? null : fit.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}

/** RFC 6265 §5.1.4: the same path, or below it. */
function isWithin(asked: string, path: string): boolean {
  return asked === path || (asked.startsWith(path) && (path.endsWith('/') || asked[path.length] === '/'));
}
