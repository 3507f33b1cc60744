/** Changes of texts and of plain values, as data: a change that breaks a promise can be kept, and made smaller. */
import * as fc from 'fast-check';

/** Some characters taken out, something put there, and perhaps the rest cut off. */
export interface TextEdit {
  readonly at: number;
  readonly remove: number;
  readonly put: string;
  readonly cut: boolean;
}

/** Edits of a text of any length; `pieces` are put in. */
export const textEdits = (pieces: fc.Arbitrary<string>): fc.Arbitrary<readonly TextEdit[]> =>
  fc.array(
    fc.record({
      at: fc.nat(1_000_000),
      remove: fc.nat(24),
      put: pieces,
      cut: fc.nat(15).map((chance) => chance === 15),
    }),
    { minLength: 1, maxLength: 4 },
  );

/** The text after all edits, in their order. */
export const edited = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduce((now, { at, remove, put, cut }) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + put + (cut ? '' : now.slice(place + remove));
  }, text);

/** A place in a value, by its number, and what is put there; without a value, it is taken out. */
export interface ValueEdit {
  readonly place: number;
  readonly value?: unknown;
}

/** Values that readers stumble over. */
const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  1e-320,
  2 ** 53,
  1,
  true,
  '',
  [],
  {},
  [[]],
  [null],
  'NaN',
  'Infinity',
  '1e400',
  '__proto__',
  'x'.repeat(2_000),
  '\0',
  '\ud800',
  '2026-13-45',
  '-0',
  '0x10',
  { __proto__: null, constructor: 1 },
  { length: 1e9 },
  { toString: 1 },
  { length: { toString: 1 } },
  { valueOf: 1, size: { toString: 1 } },
];

/** Edits of a value; half of them are odd values, half any. */
export const valueEdits: fc.Arbitrary<readonly ValueEdit[]> = fc.array(
  fc.record(
    {
      place: fc.nat(1_000_000),
      value: fc.oneof(
        fc.constantFrom(...ODD),
        fc.jsonValue({ maxDepth: 2 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    },
    { requiredKeys: ['place'] },
  ),
  { minLength: 1, maxLength: 4 },
);

type Mutable = Record<string, unknown> | unknown[];

/** A copy of a plain value after all edits. */
export function changed(value: unknown, edits: readonly ValueEdit[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const edit of edits) {
    const places: (readonly [holder: Mutable, key: string])[] = [];
    collect(copy, places);
    const place = places[edit.place % Math.max(1, places.length)];
    if (place === undefined) continue;
    const [holder, key] = place;
    if (!('value' in edit)) Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, key, structuredClone(edit.value));
  }
  return copy;
}

function collect(value: unknown, places: (readonly [Mutable, string])[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    places.push([value as Mutable, key]);
    collect(inner, places);
  }
}
