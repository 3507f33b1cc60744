/** A sample of what a schema allows: examples first, else the smallest value that has the right form. Bounded, whatever the schema refers to. */
import { emptyMap, entriesOf, entryOf, isTreeMap, itemsOf, type Tree, type TreeMap } from '../tree.ts';
import type { References } from './references.ts';

/** Schemas looked at for one sample: with cycles and choices there is no end to them. */
const VISITS_MAX = 300;
/** Schemas within schemas. */
const DEPTH_MAX = 8;
const LENGTH_MAX = 100;

/** A value that the schema should allow, or undefined where it says nothing. */
export function sampleOf(schema: Tree | undefined, references: References): Tree | undefined {
  return visit(schema, { left: VISITS_MAX, references, around: [] });
}

/** What a schema itself gives as values, the best first: examples, a constant, a default, its words. */
export function givenValues(schema: Tree | undefined): readonly Tree[] {
  const single = (key: string): readonly Tree[] => {
    const value = entryOf(schema, key);
    return value === undefined ? [] : [value];
  };
  const sources = [
    [...single('example'), ...itemsOf(entryOf(schema, 'examples'))],
    single('const'),
    single('default'),
    itemsOf(entryOf(schema, 'enum')),
  ];
  return sources.find((values) => values.some((value) => value !== null)) ?? [];
}

interface Visit {
  left: number;
  readonly references: References;
  /** Schemas that are being sampled: one that is among them contains itself, and once is enough. */
  readonly around: TreeMap[];
}

function visit(written: Tree | undefined, state: Visit): Tree | undefined {
  state.left -= 1;
  const schema = state.references.follow(written);
  if (state.left < 0 || state.around.length > DEPTH_MAX) return undefined;
  if (!isTreeMap(schema) || state.around.includes(schema)) return undefined;
  state.around.push(schema);
  const given = givenValues(schema).find((value) => value !== null);
  const value = given ?? composed(schema, state) ?? ofType(schema, state);
  state.around.pop();
  return value;
}

/** All of several schemas, and the first of a choice that comes to something; properties of its own beside them. */
function composed(schema: TreeMap, state: Visit): Tree | undefined {
  const all = itemsOf(entryOf(schema, 'allOf'));
  const choice = [...itemsOf(entryOf(schema, 'oneOf')), ...itemsOf(entryOf(schema, 'anyOf'))];
  if (all.length + choice.length === 0) return undefined;
  const parts: Tree[] = [];
  for (const part of all) {
    if (state.left <= 0) break;
    const value = visit(part, state);
    if (value !== undefined) parts.push(value);
  }
  for (const option of choice) {
    const value = state.left <= 0 ? undefined : visit(option, state);
    if (value === undefined) continue;
    parts.push(value);
    break;
  }
  if (entryOf(schema, 'properties') !== undefined) parts.push(objectOf(schema, state));
  const maps = parts.filter((part) => isTreeMap(part));
  return maps.length === 0 ? parts[0] : merged(maps);
}

function merged(maps: readonly TreeMap[]): Tree {
  const whole = emptyMap();
  for (const [key, value] of maps.flatMap((map) => entriesOf(map))) whole[key] = value;
  return whole;
}

function ofType(schema: TreeMap, state: Visit): Tree | undefined {
  switch (typeOf(schema)) {
    case 'object':
      return objectOf(schema, state);
    case 'array': {
      const item = visit(entryOf(schema, 'items'), state);
      return item === undefined ? [] : [item];
    }
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return true;
    default:
      return undefined;
  }
}

/** The first type that is not null (3.1 has lists of them), else what the schema's other words are for. */
function typeOf(schema: TreeMap): string | null {
  const written = entryOf(schema, 'type');
  const type = Array.isArray(written) ? itemsOf(written).find((each) => each !== 'null') : written;
  if (typeof type === 'string') return type;
  if (entryOf(schema, 'properties') !== undefined) return 'object';
  if (entryOf(schema, 'items') !== undefined) return 'array';
  return entryOf(schema, 'format') === undefined ? null : 'string';
}

/** Required properties first, so that the bound falls on others. What only the service writes is left out. */
function objectOf(schema: TreeMap, state: Visit): Tree {
  const required = new Set(itemsOf(entryOf(schema, 'required')));
  const properties = entriesOf(entryOf(schema, 'properties'));
  const inOrder = [
    ...properties.filter(([name]) => required.has(name)),
    ...properties.filter(([name]) => !required.has(name)),
  ];
  const sampled = new Map<string, Tree>();
  for (const [name, property] of inOrder) {
    if (state.left <= 0) break;
    if (entryOf(state.references.follow(property), 'readOnly') === true) continue;
    const value = visit(property, state);
    if (value !== undefined) sampled.set(name, value);
    else if (required.has(name)) sampled.set(name, null);
  }
  const object = emptyMap();
  for (const [name] of properties) {
    const value = sampled.get(name);
    if (value !== undefined) object[name] = value;
  }
  return object;
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['date', '2024-01-31'],
  ['date-time', '2024-01-31T12:00:00Z'],
  ['time', '12:00:00Z'],
  ['duration', 'P1D'],
  ['uuid', '00000000-0000-4000-8000-000000000001'],
  ['email', 'somebody@example.com'],
  ['uri', 'https://example.com/'],
  ['url', 'https://example.com/'],
  ['hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['byte', 'ZXhhbXBsZQ=='],
]);

function textOf(schema: TreeMap): string {
  const format = entryOf(schema, 'format');
  const known = typeof format === 'string' ? FORMATS.get(format) : undefined;
  if (known !== undefined) return known;
  const [min, max] = [lengthOf(schema, 'minLength'), lengthOf(schema, 'maxLength')];
  return 'example'.padEnd(min ?? 0, 'x').slice(0, max ?? LENGTH_MAX);
}

function lengthOf(schema: TreeMap, key: string): number | null {
  const value = entryOf(schema, key);
  return typeof value === 'number' && value >= 0 ? Math.min(Math.floor(value), LENGTH_MAX) : null;
}

/** The smallest number from 1 on, or from the minimum, or the maximum where that is less. */
function numberOf(schema: TreeMap): number {
  const bound = (key: string): number | null => {
    const value = entryOf(schema, key);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  // 3.0 has a truth beside `minimum`, 3.1 the bound itself.
  const above = entryOf(schema, 'exclusiveMinimum') === true ? bound('minimum') : bound('exclusiveMinimum');
  const step = bound('multipleOf') ?? 1;
  const from = above === null ? (bound('minimum') ?? Math.min(1, bound('maximum') ?? 1)) : above + step;
  const whole = step > 0 ? Math.ceil(from / step) * step : from;
  return Number.isSafeInteger(whole) || !Number.isInteger(whole) ? whole : 1;
}
