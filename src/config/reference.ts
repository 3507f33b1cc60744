/** The schema for people and editors: JSON Schema draft-07, and the rows of the configuration reference. Not loaded when a gate runs. */
import { z } from 'zod';
import { config } from './schema.ts';

/** One row of the reference. */
export interface ReferenceRow {
  /** Full key: `scenarios.<name>.limits.p95.max`. */
  readonly key: string;
  /** Kind of its value in words. */
  readonly type: string;
  /** As a person would write it, or null. */
  readonly default: string | null;
  readonly description: string;
}

/** The part of JSON Schema that our schema makes. */
interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly default?: string | number;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** Where editors find the schema of a release. */
export const SCHEMA_ID = 'https://raw.githubusercontent.com/loadgate/loadgate/v1/schema/loadgate.schema.json';

/** JSON Schema draft-07 of the configuration file. */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(config, {
    target: 'draft-07',
    io: 'input',
    override: ({ zodSchema, jsonSchema: made }) => {
      // zod leaves out the default of a value that is transformed, since it may be of the other side; ours are of the written side.
      const { default: standard } = z.globalRegistry.get(zodSchema) ?? {};
      if (typeof standard === 'string' || typeof standard === 'number') made.default = standard;
    },
  });
  const { $schema, ...rest } = schema;
  return { $schema, $id: SCHEMA_ID, title: 'Loadgate configuration', ...rest };
}

/** Every key of the file, in the order of the schema, containers before what they hold. */
export function configReference(): readonly ReferenceRow[] {
  return rowsOf(jsonSchema() as JsonSchema, '').filter(
    ({ key }) => key !== '$schema' && !key.startsWith(REQUESTS_AGAIN),
  );
}

/** The keys of a request are told once. */
const REQUESTS_AGAIN = 'scenarios.<name>.flows[].requests[]';

function rowsOf(schema: JsonSchema, prefix: string): readonly ReferenceRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    const row = {
      key,
      type: typeOf(inner),
      default: inner.default === undefined ? null : String(inner.default),
      description: inner.description ?? '',
    };
    return [row, ...innerRows(inner, key)];
  });
}

/** Rows of what a key holds: a mapping, a mapping by name, a list of mappings, or one of several. */
function innerRows(schema: JsonSchema, key: string): readonly ReferenceRow[] {
  const named = schema.additionalProperties;
  return [
    ...rowsOf(schema, key),
    ...(typeof named === 'object' ? rowsOf(named, `${key}.<name>`) : []),
    ...(schema.items === undefined ? [] : innerRows(schema.items, `${key}[]`)),
    ...(schema.anyOf ?? []).flatMap((arm) => innerRows(arm, key)),
  ];
}

function typeOf(schema: JsonSchema): string {
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${String(word)}\``).join(' or ');
  if (schema.title !== undefined) return schema.title;
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  if (typeof schema.additionalProperties === 'object') return 'mapping by name';
  return schema.properties === undefined ? 'any' : 'mapping';
}
