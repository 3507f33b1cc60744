/** Holds requests and responses to GitHub's own OpenAPI description (the part in openapi.json). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** One exchange with GitHub. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: object;
  readonly $ref?: string;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
  readonly $ref?: string;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const BASE = 'https://github.test/openapi.json';
const description: Description = JSON.parse(
  readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'),
  withNull,
);

/** Makes the check: what an exchange breaks of GitHub's description; nothing when it is as described. */
export function openContract(): (exchange: Exchange) => readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  const coercing = new Ajv({ strict: false, allErrors: true, coerceTypes: true });
  for (const each of [ajv, coercing]) {
    formats.default(each);
    each.addSchema(description, BASE);
  }
  const compiled = new Map<object, ValidateFunction>();
  const check = (schema: object, value: unknown, where: string, by = ajv): readonly string[] => {
    const validate = compiled.get(schema) ?? by.compile(absolute(schema));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${where}${error.instancePath} ${error.message ?? ''}`);
  };

  return ({ method, url, requestBody, status, responseBody }) => {
    const { pathname, searchParams } = new URL(url, BASE);
    const name = `${method} ${pathname}`;
    const operation = operationOf(method, pathname);
    if (operation === null) return [`${name} is not in GitHub's description`];
    const query = (operation.parameters ?? [])
      .map((each) => resolve<Parameter>(each))
      .filter((each) => each.in === 'query');
    const known = new Set(query.map((each) => each.name));
    const request = jsonSchema(operation.requestBody);
    // Some refusals are described for the whole API only: every one has this shape.
    const response = operation.responses[String(status)] ?? (status >= 400 ? BASIC_ERROR : undefined);
    const answer = response === undefined ? null : jsonSchema(response);
    return [
      ...[...searchParams.keys()]
        .filter((key) => !known.has(key))
        .map((key) => `${name}: unknown query ${key}`),
      ...query
        .filter((each) => searchParams.has(each.name))
        .flatMap((each) =>
          check(
            wrapped(each),
            { value: searchParams.get(each.name) },
            `${name} query ${each.name}`,
            coercing,
          ),
        ),
      ...(request === null ? [] : check(request, requestBody, `${name} request`)),
      ...(response === undefined ? [`${name}: status ${status} is not described`] : []),
      ...(answer === null ? [] : check(answer, responseBody, `${name} response ${status}`)),
    ];
  };
}

/** A choice that may be null says so without a type, which the validator does not take. */
function withNull(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
  const { nullable, ...rest } = value;
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

const BASIC_ERROR: Content = {
  content: { 'application/json': { schema: { $ref: '#/components/schemas/basic-error' } } },
};

const wrappers = new WeakMap<object, object>();

/** Coercion needs a property to write into. One wrapper a schema, so that it is compiled once. */
function wrapped({ schema }: Parameter): object {
  const known = wrappers.get(schema) ?? { type: 'object', properties: { value: schema } };
  wrappers.set(schema, known);
  return known;
}

function operationOf(method: string, path: string): Operation | null {
  for (const [template, operations] of Object.entries(description.paths)) {
    const pattern = new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
    const operation = operations[method.toLowerCase()];
    if (operation !== undefined && pattern.test(path)) return operation;
  }
  return null;
}

function jsonSchema(content: Content | undefined): object | null {
  if (content === undefined) return null;
  const media = resolve<Content>(content).content?.['application/json'];
  return media?.schema ?? null;
}

function resolve<Value extends { readonly $ref?: string }>(value: Value): Value {
  if (value.$ref === undefined) return value;
  const [, section = '', name = ''] = value.$ref.slice(2).split('/');
  return resolve(description.components[section]?.[name] as Value);
}

/** References inside a schema start at the description's root. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${BASE}#/`));
}
