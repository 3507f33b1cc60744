/** Makes the smallest object that GitHub's description allows, with what a test is about put into it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const description: { readonly components: { readonly schemas: Readonly<Record<string, Schema>> } } =
  JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'));

/** An object of this name in the description; `known` takes the place of what would be made up, also inside of objects. */
export function fill(
  name: string,
  known: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const schema = description.components.schemas[name];
  if (schema === undefined) throw new Error(`GitHub's description has no ${name}`);
  return valueOf(schema, known) as Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueOf(given: Schema, known: unknown): unknown {
  if (known !== undefined && !isObject(known)) return known;
  const schema = resolve(given);
  if (known === undefined && schema.nullable === true) return null;
  const [choice] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
  if (choice !== undefined) return valueOf(choice, known);
  if (schema.enum !== undefined) return schema.enum[0];
  return schema.type === 'object' || schema.properties !== undefined
    ? objectOf(schema, known ?? {})
    : plainOf(schema);
}

function objectOf(
  { required = [], properties = {} }: Schema,
  known: Readonly<Record<string, unknown>>,
): unknown {
  const names = new Set([...required, ...Object.keys(known)]);
  return Object.fromEntries([...names].map((name) => [name, valueOf(properties[name] ?? {}, known[name])]));
}

function plainOf({ type, format }: Schema): unknown {
  if (type === 'array') return [];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 1;
  if (format === 'uri') return 'https://github.test/x';
  return format === 'date-time' ? '2026-01-02T03:04:05Z' : 'x';
}

function resolve(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = description.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`GitHub's description has no ${schema.$ref}`);
  return resolve(found);
}
