/** Bytes in the place of a baseline: it is read, or refused with a reason; what is read can be written, and comes back as it was (F35, F36, S16, S18). */
import * as fc from 'fast-check';
import { decodeBaseline, encodeBaseline } from '../../src/baseline/codec.ts';
import { Failure } from '../../src/domain/failure.ts';
import { sampleBaseline } from '../../test/unit/baseline/sample-baseline.ts';
import { changed, edited, type TextEdit, textEdits, type ValueEdit, valueEdits } from './mutations.ts';
import type { FuzzTarget } from './target.ts';
import { madeOf } from './words.ts';

/** A text of its own, or changes of a good one. */
type Given =
  | { readonly text: string }
  | { readonly text: readonly TextEdit[] }
  | { readonly value: readonly ValueEdit[] };

const WHOLE = encodeBaseline(sampleBaseline);
const VALUE: unknown = JSON.parse(WHOLE);
const PIECES = [
  ...'{}[]:,"\\ \n0123456789-.eE',
  'null',
  'true',
  '"schema"',
  '"suite"',
  '"runs"',
  '"__proto__"',
  '1e999',
  'NaN',
  '\ufeff',
  '\0',
  '\ud800',
  '<<<<<<< HEAD\n',
  '>>>>>>> x\n',
  '//',
];
const PROTOTYPE_KEYS = JSON.stringify(Reflect.ownKeys(Object.prototype).map(String));

function textOf(given: Given): string {
  if ('value' in given) return JSON.stringify(changed(VALUE, given.value)) ?? '';
  return typeof given.text === 'string' ? given.text : edited(WHOLE, given.text);
}

/** True when every number in it is one. */
const allFinite = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).every(allFinite)
    : typeof value !== 'number' || Number.isFinite(value);

function check(given: Given): number {
  try {
    const baseline = decodeBaseline(textOf(given), 'baseline.json');
    const text = encodeBaseline(baseline);
    if (encodeBaseline(decodeBaseline(text, 'baseline.json')) !== text)
      throw new Error('it comes back as another one');
    if (!allFinite(baseline)) throw new Error('a number is none');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.exitCode !== 2) throw new Error(`exit code ${error.exitCode}`, { cause: error });
  }
  if (JSON.stringify(Reflect.ownKeys(Object.prototype).map(String)) !== PROTOTYPE_KEYS)
    throw new Error('a prototype was changed');
  return 1;
}

/** The fuzzer. */
export const baseline: FuzzTarget<Given> = {
  name: 'baseline',
  promise: 'A baseline is read and comes back as it was, or is refused; it is never taken for none.',
  unit: 'files',
  bounds: { ci: 1_500, usual: 20_000, release: 500_000 },
  inputs: fc.oneof(
    fc.record({ text: madeOf(PIECES, 60) }),
    fc.record({ text: textEdits(madeOf(PIECES, 3)) }),
    fc.record({ value: valueEdits }),
  ),
  check,
};
