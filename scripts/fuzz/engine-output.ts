/** Outputs of other load tools, changed at any place: refused with a reason, or numbers that add up and can be judged (S29). */
import * as fc from 'fast-check';
import { Failure } from '../../src/domain/failure.ts';
import type { ImportFormat } from '../../src/domain/imported.ts';
import type { Limit } from '../../src/domain/plan.ts';
import { composeRun } from '../../src/imported/compose.ts';
import { judge } from '../../src/judge/judge.ts';
import { parseRun } from '../../src/measure/recorded-run.ts';
import { stableHash } from '../../src/platform/hash.ts';
import { bytesOf, fileOf, OUTPUTS, read, WRITTEN_AT } from '../../test/fixtures/foreign.ts';
import { FIRST_RUN, planOf } from '../../test/fixtures/measured.ts';
import { edited, type TextEdit, textEdits } from './mutations.ts';
import type { FuzzTarget } from './target.ts';
import { madeOf } from './words.ts';

/** Changes of an output that is kept as a fixture: text anywhere, and numbers in the place of numbers. */
interface Given {
  readonly output: string;
  readonly edits: readonly TextEdit[];
  readonly numbers: readonly { readonly place: number; readonly put: string }[];
}

const LIMITS: readonly Limit[] = [
  { kind: 'absolute', metric: 'p95', bound: 1e9 },
  { kind: 'absolute', metric: 'throughput', bound: 0.001 },
];
const PIECES = [
  ...'{}[]:,"\n\t ;|%0123456789.-eE',
  'NaN',
  'Infinity',
  '1e999',
  '"__proto__":',
  'null',
  '\0',
  '\ufeff',
  'ms',
  'µs',
  'h',
];
const ODD = [
  'NaN',
  'Infinity',
  '-Infinity',
  '-5',
  '1e400',
  '1e17',
  '0',
  '99999999999999999999',
  'null',
  '""',
  '0.1',
  '1e-320',
  '[]',
  '{"length":{}}',
];

const formats = new Map<string, Promise<ImportFormat>>();

/** The format of the whole output, found once. */
function formatOf(name: string): Promise<ImportFormat> {
  const known = formats.get(name) ?? read(fileOf(name, bytesOf(name))).then(({ format }) => format);
  formats.set(name, known);
  return known;
}

function textOf({ output, edits, numbers }: Given): string {
  const whole = bytesOf(output).toString();
  const found = [...whole.matchAll(/-?\d+(?:\.\d+)?/gu)].slice(0, 2_000);
  const places = new Map(numbers.map(({ place, put }) => [place % Math.max(1, found.length), put]));
  let at = 0;
  let text = '';
  for (const [index, put] of [...places].toSorted(([left], [right]) => left - right)) {
    const match = found[index];
    if (match === undefined) continue;
    text += whole.slice(at, match.index) + put;
    at = match.index + match[0].length;
  }
  return edited(text + whole.slice(at), edits);
}

async function check(given: Given): Promise<number> {
  try {
    const format = await formatOf(given.output);
    const { foreign } = await read(fileOf(given.output, textOf(given)), format);
    const head = { side: 'head', commit: null, dirty: false } as const;
    const results = [{ scenario: 'browse', format, foreign, writtenAt: WRITTEN_AT }];
    const run = composeRun(results, { suite: 'default', head, hash: stableHash });
    if (JSON.stringify(parseRun(JSON.stringify(run), 'run.json')) !== JSON.stringify(run))
      throw new Error('the run comes back as another one');
    const verdict = judge(run, planOf(run.blocks[0]?.slices ?? [], { limits: LIMITS }), {
      browse: FIRST_RUN,
    });
    const [scenario] = verdict.scenarios;
    if (
      scenario?.outcome === 'pass' &&
      (scenario.metrics.p95 === null || scenario.metrics.throughput === null || foreign.counts.ok === 0)
    )
      throw new Error('it passes without values');
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== 2) throw error;
  }
  return 1;
}

/** Those that can be read as a whole; a refused one has a test of its own. */
const READABLE = (
  await Promise.all(
    OUTPUTS.map(async (name) => {
      try {
        await formatOf(name);
        return [name];
      } catch (error) {
        if (error instanceof Failure) return [];
        throw error;
      }
    }),
  )
).flat();

/** The fuzzer. */
export const engineOutput: FuzzTarget<Given> = {
  name: 'engine-output',
  promise: 'An output of another tool is refused, or its numbers add up; without values it never passes.',
  unit: 'files',
  bounds: { ci: 300, usual: 5_000, release: 200_000 },
  inputs: fc.record({
    output: fc.constantFrom(...READABLE),
    edits: fc.oneof(fc.constant([]), textEdits(madeOf(PIECES, 3))),
    numbers: fc.array(fc.record({ place: fc.nat(1_000_000), put: fc.constantFrom(...ODD) }), {
      maxLength: 3,
    }),
  }),
  check,
};
