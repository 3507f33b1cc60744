/** The smallest objects that GitHub's description allows, for answers of which nobody reads most. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const { components } = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')) as {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const FORMATS: Readonly<Record<string, string>> = {
  uri: 'https://github.test/',
  'date-time': '2026-01-02T03:04:05Z',
  email: 'octocat@github.test',
};

/** An object of a schema of the description, with these members in it. */
export function described(schema: string, members: Readonly<Record<string, unknown>>): unknown {
  const value = smallest(components.schemas[schema] ?? {});
  return { ...(value as object), ...members };
}

function smallest(schema: Schema): unknown {
  if (schema.$ref !== undefined)
    return smallest(components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.nullable === true) return null;
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return smallest(first);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((each) => smallest(each)));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, smallest(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return false;
    default:
      return FORMATS[schema.format ?? ''] ?? 'x';
  }
}
