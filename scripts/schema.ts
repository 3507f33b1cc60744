/** Writes schema/loadgate.schema.json from the configuration's schema. With --check it writes nothing and fails when the file is old. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchema } from '../src/config/reference.ts';

const PATH = join(import.meta.dirname, '..', 'schema', 'loadgate.schema.json');

/** The text of the schema file as it should be. */
export function schemaText(): string {
  return `${JSON.stringify(jsonSchema(), null, 2)}\n`;
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const current = (await readFile(PATH, 'utf8').catch(() => '')) === schemaText();
    if (!current)
      console.error('schema/loadgate.schema.json is old; run: npm exec -c "node scripts/schema.ts"');
    process.exitCode = current ? 0 : 1;
  } else {
    await writeFile(PATH, schemaText());
  }
}
