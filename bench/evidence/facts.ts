/** Everything that docs/evidence.md tells, as numbers: real runs, pseudo-runs, rivals. */
import { DEFAULT_BESIDE } from '../../src/config/defaults.ts';
import { parseShare } from '../../src/config/quantities.ts';
import type { Limit, Plan, Sensitivity } from '../../src/domain/plan.ts';
import { type MetricName, metricsOf } from '../../src/domain/metric.ts';
import { millis } from '../../src/domain/units.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { median } from '../../src/stats/robust.ts';
import { type Case, CASES } from '../gate/cases.ts';
import type { KeptRun } from '../gate/record.ts';
import { type Replayed, replay } from './replay.ts';
import { alarmShare, RIVALS, sourceOf } from './rivals.ts';
import type { Sample, SampledRun } from './sample.ts';

/** Runs that mean the same, and what became of them. */
export interface Group {
  readonly name: string;
  readonly about: string;
  readonly same: boolean;
  readonly sensitivity: Sensitivity;
  readonly runs: readonly SampledRun[];
}

/** Cases that differ in nothing that matters, on a machine that is left alone, are one group. */
export const UNCHANGED = 'unchanged';

/** All groups that have runs: the unchanged ones as one, the others case by case. */
export function groupsOf(runs: readonly SampledRun[]): readonly Group[] {
  const of = (cases: readonly Case[]) =>
    runs.filter(({ run }) => cases.some(({ name }) => name === run.case));
  const plain = CASES.filter(isPlain);
  const unchanged: Group = {
    name: UNCHANGED,
    about: 'the same code, no-op differences included',
    same: true,
    sensitivity: 'standard',
    runs: of(plain),
  };
  const others = CASES.filter((each) => !isPlain(each)).map((each): Group => ({ ...each, runs: of([each]) }));
  return [unchanged, ...others].filter((group) => group.runs.length > 0);
}

/** True for the same code on a machine that is left alone. */
export const isPlain = ({ same, noise, name }: Case): boolean => same && noise === 'none' && name !== 'luck';

/** How many real runs came to what, with their time under load in seconds. */
export interface Tally {
  readonly total: number;
  readonly fail: number;
  readonly pass: number;
  readonly inconclusive: number;
  readonly void: number;
  readonly loads: readonly number[];
}

/** Counts outcomes. */
export function tally(all: readonly { readonly outcome: string; readonly load: number }[]): Tally {
  const count = (outcome: string): number => all.filter((each) => each.outcome === outcome).length;
  return {
    total: all.length,
    fail: count('fail'),
    pass: count('pass'),
    inconclusive: count('inconclusive'),
    void: count('void'),
    loads: all.map(({ load }) => load),
  };
}

/** Seconds under load of a run. */
export const loadOf = ({ blocks }: KeptRun): number => blocks.reduce((sum, { load }) => sum + load, 0);

/** Real runs of a group. */
export const realTally = ({ runs }: Group): Tally =>
  tally(runs.map(({ run }) => ({ outcome: run.outcome, load: loadOf(run) })));

/** The limits that the runs were judged by: the standard ones, or the one of `only`. */
export function planOf(
  sensitivity: Sensitivity,
  only: MetricName | null = null,
): Pick<Plan, 'scenarios' | 'budget' | 'sensitivity'> {
  const limits = metricsOf(false).flatMap((metric): readonly Limit[] => {
    const change = parseShare(DEFAULT_BESIDE[sensitivity][metric] ?? '');
    if (change === null || (only !== null && metric !== only)) return [];
    return [{ kind: 'relative', metric, change, beside: change }];
  });
  const [scenario] = [{ name: 'default', limits }] as unknown as Plan['scenarios'];
  return { scenarios: scenario === undefined ? [] : [scenario], budget: millis(360_000), sensitivity };
}

/** Every real run judged again from its kept blocks: how many come to another outcome than they did. */
export function judgedOtherwise({ runs, sensitivity }: Group): number {
  return runs.filter(({ run, samples }) => {
    let next = 0;
    const draw = (): Sample | null => samples[next++] ?? null;
    return replay(draw, planOf(sensitivity)).outcome !== run.outcome;
  }).length;
}

/** Pseudo-runs of a group: blocks drawn with replacement from all its real ones. `plan` holds the limits. */
export function pseudoRuns(
  { runs }: Group,
  count: number,
  seed: number,
  plan: ReturnType<typeof planOf>,
): readonly Replayed[] {
  const source = sourceOf(runs, seededRandom(seed));
  return Array.from({ length: count }, () => replay(source.block, plan));
}

/** Share of trials in which each rival alarms. */
export function rivalShares({ runs }: Group, trials: number, seed: number): readonly number[] {
  const source = sourceOf(runs, seededRandom(seed));
  return RIVALS.map((rival) => alarmShare(rival, source, trials));
}

/** Median, and the value that 95 of 100 do not exceed. */
export function spreadOfLoads(loads: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = loads.toSorted((left, right) => left - right);
  return {
    median: median(loads),
    p95: sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] ?? 0,
  };
}
