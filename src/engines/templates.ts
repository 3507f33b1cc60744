/** Requests as they are sent: templates filled with the values of the scenario's variables. */
import type { Load, RequestPlan, StatusSet, Variable } from '../domain/plan.ts';
import { type Random, seededRandom } from '../stats/random.ts';

/** One request, ready to be written. */
export interface Outgoing {
  /** Index of its plan in the load's requests. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Gives a user its next request. */
export type NextRequest = () => Outgoing;

/** A text with placeholders, split once: texts and the values between them. */
type Template = readonly (string | (() => string))[];

/** Variables by name: each call of a placeholder takes a value. */
type Values = (name: string, column: string | null) => string;

const PLACEHOLDER = /\{\{([\w-]+)(?:\.([^{}]+))?\}\}/g;

/**
 * Requests of one load. Each user that asks gets a sequence of its own: drawn by weight, or in order. Sequential variables are shared by
 * all users; within one request a file variable gives one row to all of its columns.
 */
export function requestSource(load: Load, seed: number): () => NextRequest {
  const random = seededRandom(seed);
  const row = currentRow();
  const values = valuesOf(load.variables, random, row);
  const builders = load.requests.map((request, index) => builderOf(request, index, values));
  const build = (index: number): Outgoing => {
    row.forget();
    const builder = builders[index];
    if (builder === undefined) throw new RangeError(`no request ${index}`);
    return builder();
  };
  return () => {
    const pick = load.order === 'sequence' ? inOrder(builders.length) : byWeight(load.requests, random);
    return () => build(pick());
  };
}

/** Why an answer with this status is not as expected, for people; null when it is. */
export function wrongStatus(status: number, expected: StatusSet): string | null {
  return expected.some(({ from, to }) => status >= from && status <= to) ? null : `HTTP ${status}`;
}

function inOrder(length: number): () => number {
  let at = -1;
  return () => {
    at = (at + 1) % length;
    return at;
  };
}

function byWeight(requests: readonly RequestPlan[], random: Random): () => number {
  let total = 0;
  const upTo = requests.map(({ weight }) => (total += weight));
  if (requests.length === 1) return () => 0;
  return () => {
    const drawn = random.next() * total;
    return upTo.findIndex((limit) => drawn < limit);
  };
}

function builderOf(request: RequestPlan, index: number, values: Values): () => Outgoing {
  const path = compile(request.path, values);
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, compile(value, values)] as const,
  );
  const body = request.body === null ? null : compile(request.body, values);
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

function compile(text: string, values: Values): Template {
  const parts: (string | (() => string))[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, name = '', column] = match;
    parts.push(text.slice(end, match.index), () => values(name, column ?? null));
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
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

function valuesOf(variables: Load['variables'], random: Random, row: ReturnType<typeof currentRow>): Values {
  const drawers = new Map(
    Object.entries(variables).map(([name, variable]) => [name, drawerOf(name, variable, random, row)]),
  );
  return (name, column) => {
    const draw = drawers.get(name);
    if (draw === undefined) throw new RangeError(`no variable ${name}`);
    return draw(column);
  };
}

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
