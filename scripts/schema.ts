/** Writes the files of schema/ from the shapes that the program itself reads and writes. With --check it writes nothing and fails when one is old. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonSchema, SCHEMA_ID } from '../src/config/reference.ts';
import { runShape } from '../src/measure/recorded-run.ts';
import { verdictShape } from '../src/measure/recorded-verdict.ts';
import { docstrings, type TypeWords } from './docstrings.ts';

const ROOT = join(import.meta.dirname, '..');

/** The part of JSON Schema that describes an object. */
interface ObjectSchema {
  readonly properties?: Readonly<Record<string, object>>;
  /** Arms of a union. */
  readonly anyOf?: readonly ObjectSchema[];
}

interface RecordSchema extends ObjectSchema {
  readonly definitions?: Readonly<Record<string, ObjectSchema>>;
}

/** The schema of the configuration as it should be. */
export const schemaText = (): string => textOf(jsonSchema());

/** Every file of schema/ by its path from the root, as it should be. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return {
    'schema/loadgate.schema.json': schemaText(),
    'schema/run.schema.json': textOf(recordSchema('run', 'Run', runShape)),
    'schema/verdict.schema.json': textOf(recordSchema('verdict', 'Verdict', verdictShape)),
  };
}

/**
 * JSON Schema draft-07 of a record, with the docstrings of the type in the domain. Fields that are not in it are allowed, since later versions may add some
 * without another number.
 */
function recordSchema(file: string, type: string, shape: z.ZodType): object {
  const { $schema, definitions, ...root } = z.toJSONSchema(shape, {
    target: 'draft-07',
    override: ({ jsonSchema: made }) => {
      if (made.additionalProperties === false) delete made.additionalProperties;
    },
  }) as RecordSchema & { readonly $schema?: string };
  const words = docstrings();
  const described = Object.entries(definitions ?? {}).map(
    ([name, definition]) => [name, withWords(definition, words[name])] as const,
  );
  return {
    $schema,
    $id: SCHEMA_ID.replace('loadgate.schema', `${file}.schema`),
    title: `Loadgate ${file}.json`,
    ...withWords(root, words[type]),
    definitions: Object.fromEntries(described),
  };
}

function withWords(schema: ObjectSchema, type: TypeWords | undefined): ObjectSchema {
  if (type === undefined) return schema;
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const description = type.fields[name];
    return [name, description === undefined ? property : { description, ...property }] as const;
  });
  return {
    description: type.words,
    ...schema,
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(schema.anyOf !== undefined && { anyOf: schema.anyOf.map((arm) => armWithWords(arm, type)) }),
  } as ObjectSchema;
}

function armWithWords(arm: ObjectSchema, { arms }: TypeWords): ObjectSchema {
  const kind = arm.properties?.['kind'];
  const description = kind !== undefined && 'const' in kind ? arms[String(kind.const)] : undefined;
  return description === undefined ? arm : ({ description, ...arm } as ObjectSchema);
}

const textOf = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

if (import.meta.main) {
  for (const [path, wanted] of Object.entries(schemaFiles())) {
    const current = (await readFile(join(ROOT, path), 'utf8').catch(() => '')) === wanted;
    if (!process.argv.includes('--check')) await writeFile(join(ROOT, path), wanted);
    else if (!current) console.error(`${path} is old; run: npm exec -c "node scripts/schema.ts"`);
    if (process.argv.includes('--check') && !current) process.exitCode = 1;
  }
}
