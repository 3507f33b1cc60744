/** Lines of the generator process, changed at any place: refused in words, or a message that is the same when it is written again, and whose counts add up (S29). */
import * as fc from 'fast-check';
import { Failure } from '../../src/domain/failure.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { GeneratorMessage } from '../../src/engines/load-job.ts';
import { readMessage } from '../../src/engines/messages.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Limit } from '../../src/domain/plan.ts';
import { MESSAGES } from '../../test/fixtures/generator-messages.ts';
import { FIRST_RUN, planOf, runOf, sliceOf } from '../../test/fixtures/measured.ts';
import { changed, edited, type TextEdit, textEdits, type ValueEdit, valueEdits } from './mutations.ts';
import type { FuzzTarget } from './target.ts';
import { madeOf } from './words.ts';

/** One of the good messages, and changes of it; or any text. */
type Given =
  | { readonly line: string }
  | { readonly of: number; readonly text: readonly TextEdit[] }
  | { readonly of: number; readonly value: readonly ValueEdit[] };

const LINES = MESSAGES.map((message) => JSON.stringify(message));
const VALUES: readonly unknown[] = LINES.map((line) => JSON.parse(line) as unknown);
const PIECES = [
  ...'{}[]:,"\\ 0123456789-.eE',
  'null',
  'true',
  '1e999',
  '"__proto__":{"kind":"result"},',
  '"kind":"result"',
  '"toString"',
  '\0',
  '\ud800',
  '\r',
];

const LIMITS: readonly Limit[] = [
  { kind: 'absolute', metric: 'p95', bound: 1e9 },
  { kind: 'absolute', metric: 'throughput', bound: 0.001 },
];
const SLICE = sliceOf({ seed: 3, seconds: 4, rate: 100 });

function lineOf(given: Given): string {
  if ('line' in given) return given.line;
  if ('text' in given) return edited(LINES[given.of % LINES.length] ?? '', given.text);
  return JSON.stringify(changed(VALUES[given.of % VALUES.length], given.value)) ?? '';
}

/** In the order of their names, so that two ways of writing the same are one. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, ordered(inner)]);
};
const canonical = (value: unknown): string => JSON.stringify(ordered(value));

/** What is taken is what was said, but for what the reader fills in. */
function checkTaken(line: string, message: GeneratorMessage): void {
  const said: unknown = JSON.parse(line);
  if (message.kind !== 'given-up' && canonical(said) !== canonical(message))
    throw new Error('it is another message than was said');
  if (!('message' in readMessage(JSON.stringify(message)))) throw new Error('it is refused the second time');
  if (message.kind !== 'result') return;
  const { result } = message;
  const { sent, ok, httpError, connectionError, timeout, lost, inFlight } = result.counts;
  if (sent !== ok + httpError + connectionError + timeout + lost + inFlight)
    throw new Error('its counts do not add up');
  const slices = [{ ...SLICE, ...result, bodyBytes: result.bodyBytes }];
  const plan = planOf(slices, { limits: LIMITS });
  const scenario = scenarioOf(() => judge(runOf(slices), plan, { [result.scenario]: FIRST_RUN }));
  if (scenario?.outcome === 'pass' && (scenario.metrics.p95 === null || ok === 0))
    throw new Error('it passes without answers');
}

/** Of a verdict; nothing where the numbers are too odd for one. */
function scenarioOf(decide: () => Verdict): Verdict['scenarios'][number] | undefined {
  try {
    return decide().scenarios[0];
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 2) return undefined;
    throw error;
  }
}

function check(given: Given): number {
  const line = lineOf(given);
  const read = readMessage(line);
  if ('message' in read) checkTaken(line, read.message);
  else if (read.why.trim() === '' || read.why.length > 5_000)
    throw new Error(`it is refused in ${read.why.length} characters`);
  return 1;
}

/** The fuzzer. */
export const generatorMessages: FuzzTarget<Given> = {
  name: 'generator',
  promise: 'A line of the generator is refused in words, or taken as it was said, and its counts add up.',
  unit: 'lines',
  bounds: { ci: 1_500, usual: 50_000, release: 1_000_000 },
  inputs: fc.oneof(
    fc.record({ line: madeOf(PIECES, 40) }),
    fc.record({ of: fc.nat(LINES.length - 1), text: textEdits(madeOf(PIECES, 3)) }),
    fc.record({ of: fc.nat(LINES.length - 1), value: valueEdits }),
    fc.record({ of: fc.constant(3), value: valueEdits }),
  ),
  check,
};
