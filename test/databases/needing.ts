/** Tests that need database servers: skipped with a loud line where one is not installed, and failed where they are required. */
import { describe } from 'vitest';
import { missingFor, type ServerKind } from './servers.ts';

/** `describe`, or `describe.skip`. @throws Error where a program is missing and LOADGATE_REQUIRE_DATABASES is 1 */
export function describeWith(what: string, ...kinds: readonly ServerKind[]): typeof describe.skip {
  const missing = kinds.flatMap((kind) => missingFor(kind) ?? []);
  if (missing.length === 0) return describe;
  const how = `${what}: ${missing.join('; ')}`;
  if (process.env['LOADGATE_REQUIRE_DATABASES'] === '1') throw new Error(how);
  console.warn(`\n*** SKIPPED ${how}\n`);
  return describe.skip;
}
