/** What the schema cannot say about databases: that their variables are set, and hold URLs of servers that can be watched. Works on the raw tree. */
import { phrase } from '../domain/phrase.ts';
import { DATABASE_SCHEMES, schemeOf } from '../domain/database-url.ts';
import { mustProblem, type Problem } from './problems.ts';
import { mayBeRead } from './service-schema.ts';
import { entriesOf, entryOf, type Path, type Tree } from './tree.ts';

/**
 * Problems of all databases. `value`: the value of an environment variable, null where there is none; null where nothing will be read, or where the base
 * commit decides what is. No problem shows a value.
 */
export function checkDatabases(
  tree: Tree,
  value: ((name: string) => string | null) | null,
): readonly Problem[] {
  if (value === null) return [];
  return entriesOf(entryOf(tree, 'databases')).flatMap(([name, database]) => {
    const from = entryOf(database, 'url-from');
    // The schema complains of what is no name.
    return typeof from === 'string' && mayBeRead(from)
      ? checkValue(value(from), ['databases', name, 'url-from'], from)
      : [];
  });
}

function checkValue(url: string | null, path: Path, from: string): readonly Problem[] {
  if (url === null) return [mustProblem(path, phrase('be-set-variable'), from, NOT_SET)];
  return schemeOf(url) === null ? [mustProblem(path, NO_URL, from, WRITE_URL)] : [];
}

const NOT_SET = phrase('say-give-database');
const NO_URL = phrase('be-database-url', {
  schemes: DATABASE_SCHEMES.slice(0, -1)
    .map((scheme) => `${scheme}://`)
    .join(', '),
  last: `${DATABASE_SCHEMES.at(-1)}://`,
});
const WRITE_URL = phrase('say-database-url');
