/** Requests as they are sent: templates filled with the values of the scenario's variables. */
import type { Load, RequestPlan, Variable } from '../domain/plan.ts';
import { type Random, seededRandom } from '../stats/random.ts';
import { type Flow, type Memory, openFlow, type Outgoing } from './flow.ts';

/** A text with placeholders, split once: texts and the values between them. */
type Template = readonly (string | (() => string))[];

/** Where in a request a text stands: what was captured is written as it has to be there. */
type Part = 'path' | 'header' | 'json' | 'body';

/** Variables by name: each call of a placeholder takes a value. */
type Values = (name: string, column: string | null, part: Part) => string;

/** Values of secrets by name. */
type Secrets = Readonly<Record<string, string>>;

/** What placeholders stand for. */
interface Meaning {
  readonly values: Values;
  readonly secrets: Secrets;
}

const PLACEHOLDER = /\{\{([\w-]+)(?:\.([^{}]+))?\}\}/g;

/** `{{secret.NAME}}`. */
const SECRET = 'secret';

/**
 * Requests of one load. Each user that asks gets a flow of its own: drawn by weight, or in order. Sequential variables are shared by
 * all users; within one request a file variable gives one row to all of its columns. `secrets`: their values by name.
 */
export function requestSource(load: Load, seed: number, secrets: Secrets = {}): () => Flow {
  const random = seededRandom(seed);
  const row = currentRow();
  const asking: { memory: Memory | null } = { memory: null };
  const values = valuesOf(load.variables, { random, row, asking });
  const builders = load.requests.map((request, index) => builderOf(request, index, { values, secrets }));
  const build = (index: number, memory: Memory): Outgoing => {
    row.forget();
    asking.memory = memory;
    const builder = builders[index];
    if (builder === undefined) throw new RangeError(`no request ${index}`);
    return withCookies(builder(), memory);
  };
  return () => openFlow(load, random, build);
}

/** A request is shared by all users where it has no placeholders: it is not changed, but copied. */
function withCookies(request: Outgoing, memory: Memory): Outgoing {
  const cookie = memory.cookiesFor(request.path);
  return cookie === null ? request : { ...request, headers: { ...request.headers, cookie } };
}

function inOrder(length: number): () => number {
  let at = -1;
  return () => {
    at = (at + 1) % length;
    return at;
  };
}

function builderOf(request: RequestPlan, index: number, meaning: Meaning): () => Outgoing {
  const path = compile(request.path, meaning, 'path');
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, compile(value, meaning, 'header')] as const,
  );
  const isJson = /\bjson\b/i.test(request.headers['content-type'] ?? '');
  const body = request.body === null ? null : compile(request.body, meaning, isJson ? 'json' : 'body');
  const isFixed = [path, body ?? [], ...headers.map(([, value]) => value)].every(hasNoPlaceholder);
  const build = (): Outgoing => ({
    index,
    method: request.method,
    path: fill(path),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, fill(value)])),
    body: body === null ? null : fill(body),
  });
  if (!isFixed) return build;
  const fixed = build();
  return () => fixed;
}

const hasNoPlaceholder = (template: Template): boolean => template.every((part) => typeof part === 'string');

const fill = (template: Template): string =>
  template.map((part) => (typeof part === 'string' ? part : part())).join('');

function compile(text: string, { values, secrets }: Meaning, part: Part): Template {
  const parts: (string | (() => string))[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, name = '', column] = match;
    const value =
      name === SECRET ? secretOf(secrets, column, part) : () => values(name, column ?? null, part);
    parts.push(text.slice(end, match.index), value);
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)].filter((piece) => piece !== '');
}

/** A secret is the same in every request, so that those with no other placeholder stay fixed. */
function secretOf(secrets: Secrets, name: string | undefined, part: Part): string {
  const value = name !== undefined && Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  if (value === undefined) throw new RangeError(`no secret ${name}`);
  return WRITTEN[part](value);
}

/** Rows that the request under construction has drawn already. */
function currentRow() {
  const rows = new Map<string, Readonly<Record<string, string>>>();
  return {
    forget: () => rows.clear(),
    of(name: string, draw: () => Readonly<Record<string, string>>): Readonly<Record<string, string>> {
      const row = rows.get(name) ?? draw();
      rows.set(name, row);
      return row;
    },
  };
}

/** What values come from. */
interface Sources {
  readonly random: Random;
  readonly row: ReturnType<typeof currentRow>;
  /** Whose request is under construction. */
  readonly asking: { readonly memory: Memory | null };
}

function valuesOf(variables: Load['variables'], { random, row, asking }: Sources): Values {
  const drawers = new Map(
    Object.entries(variables).map(([name, variable]) => [name, drawerOf(name, variable, random, row)]),
  );
  return (name, column, part) => {
    const draw = drawers.get(name);
    if (draw !== undefined) return draw(column);
    const value = asking.memory?.value(name) ?? null;
    if (value === null) throw new RangeError(`no variable ${name}`);
    return WRITTEN[part](value);
  };
}

/** A captured value comes from the service, and a secret from elsewhere: neither may become more than a value. */
const WRITTEN: Readonly<Record<Part, (value: string) => string>> = {
  path: encodeURIComponent,
  header: (value) => value.replaceAll(/\p{Cc}/gu, ''),
  json: (value) => JSON.stringify(value).slice(1, -1),
  body: (value) => value,
};

/** How a variable gives its next value. */
function drawerOf(
  name: string,
  variable: Variable,
  random: Random,
  row: ReturnType<typeof currentRow>,
): (column: string | null) => string {
  switch (variable.kind) {
    case 'range': {
      const next = inOrder(variable.to - variable.from + 1);
      return () => String(variable.from + next());
    }
    case 'random':
      return () => String(random.between(variable.from, variable.to));
    case 'counter': {
      let value = variable.start - variable.step;
      return () => String((value += variable.step));
    }
    case 'list': {
      const next = picker(variable.values, variable.pick, random);
      return () => next();
    }
    case 'file': {
      const next = picker(variable.rows, variable.pick, random);
      return (column) => row.of(name, next)[column ?? ''] ?? '';
    }
  }
}

function picker<Value>(values: readonly Value[], pick: 'sequential' | 'random', random: Random): () => Value {
  const next = pick === 'random' ? () => random.between(0, values.length - 1) : inOrder(values.length);
  return () => {
    const value = values[next()];
    if (value === undefined) throw new RangeError('a list of values is empty');
    return value;
  };
}
