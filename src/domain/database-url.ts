/** What kind of server the URL of a database leads to. */

/** Schemes of servers that can be watched, without the colon. */
export const DATABASE_SCHEMES = [
  'postgres',
  'postgresql',
  'mysql',
  'mariadb',
  'redis',
  'rediss',
  'valkey',
  'valkeys',
] as const;
/** One of {@link DATABASE_SCHEMES}. */
export type DatabaseScheme = (typeof DATABASE_SCHEMES)[number];

/** The scheme of a database's URL; null for any other scheme, and for what is no URL. */
export function schemeOf(url: string): DatabaseScheme | null {
  const scheme = URL.parse(url)?.protocol.slice(0, -1);
  return DATABASE_SCHEMES.find((known) => known === scheme) ?? null;
}
