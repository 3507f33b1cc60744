/** A `run.json` from anywhere: it is refused with a reason, or judged and reported on without a crash, and what it lacks never passes (S13, S16, S18). */
import * as fc from 'fast-check';
import { Failure } from '../../src/domain/failure.ts';
import type { Limit } from '../../src/domain/plan.ts';
import { findAll } from '../../src/findings/find.ts';
import { judge } from '../../src/judge/judge.ts';
import { parseRun } from '../../src/measure/recorded-run.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { composeReport } from '../../src/report/report.ts';
import { FIRST_RUN, planOf, runOf, sliceOf } from '../../test/fixtures/measured.ts';
import { changed, edited, type TextEdit, textEdits, type ValueEdit, valueEdits } from './mutations.ts';
import type { FuzzTarget } from './target.ts';
import { madeOf } from './words.ts';

/** Changes of a good file. */
type Given = { readonly text: readonly TextEdit[] } | { readonly value: readonly ValueEdit[] };

const SLICES = [sliceOf({ seed: 3, seconds: 4, rate: 100 })];
const RUN = runOf(SLICES);
const LIMITS: readonly Limit[] = [
  { kind: 'absolute', metric: 'p95', bound: 1e9 },
  { kind: 'absolute', metric: 'throughput', bound: 0.001 },
];
const PLAN = planOf(SLICES, { limits: LIMITS });
const WHOLE = JSON.stringify(RUN);
const VALUE: unknown = JSON.parse(WHOLE);
const PIECES = [...'{}[]:,"0123456789-.e', 'null', '1e999', '"__proto__":1,', 'x', '\0', '\ud800'];
const OCCASION = {
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
} as const;

const textOf = (given: Given): string =>
  'value' in given ? JSON.stringify(changed(VALUE, given.value)) : edited(WHOLE, given.text);

function check(given: Given): number {
  try {
    const run = parseRun(textOf(given), 'run.json');
    const verdict = judge(run, PLAN, { browse: FIRST_RUN });
    const findings = findAll({ plan: PLAN, run, verdict, occasion: OCCASION });
    const report = composeReport({ plan: PLAN, run, verdict, findings, occasion: OCCASION });
    const text = renderMarkdown(report, 'en');
    if (/\b(?:NaN|undefined|Infinity)\b/u.test(text.replaceAll(/`[^`]*`/gu, '')))
      throw new Error('the report has a number that is none');
    for (const { outcome, metrics } of verdict.scenarios)
      if (outcome === 'pass' && (metrics.p95 === null || metrics.throughput === null))
        throw new Error('it passes without values');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.exitCode === 130) throw error;
  }
  return 1;
}

/** The fuzzer. */
export const artifacts: FuzzTarget<Given> = {
  name: 'artifacts',
  promise: 'A recorded run is refused, or judged without a crash; what has no values never passes.',
  unit: 'files',
  bounds: { ci: 500, usual: 10_000, release: 200_000 },
  inputs: fc.oneof(
    fc.record({ value: valueEdits }),
    fc.record({ value: valueEdits }),
    fc.record({ text: textEdits(madeOf(PIECES, 3)) }),
  ),
  check,
};
