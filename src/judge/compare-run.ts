/** A run of two builds, compared: every metric of every scenario at once, since they share one error budget. */
import type { Run } from '../domain/measurement.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../domain/metric.ts';
import type { Plan, Scenario } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { Comparison, Shift } from '../domain/verdict.ts';
import { estimateOf, lowerBound, meanOf, upperBound } from '../stats/estimate.ts';
import { isComparing, summarise } from '../stats/summary.ts';
import { compareBeside, type MetricEffects } from './beside.ts';
import { INTERVAL_CONFIDENCE } from './comparison.ts';
import { type BlockEffect, effectsOf } from './effects.ts';
import { compareErrorRate } from './error-rate.ts';
import { besideLimit } from './limits.ts';
import { CONFIRM_BLOCKS_MIN, LAST } from './looks.ts';

/** Comparisons by metric; null where there is nothing to compare. */
export type Comparisons = Readonly<Partial<Record<MetricName, Comparison>>>;

/** What two builds' blocks say of one scenario. */
export interface BesideScenario {
  readonly comparisons: Comparisons;
  readonly shift: Shift | null;
}

/** Compares head and base, scenario by scenario. @throws Failure when a scenario was not measured on both */
export function compareRun(run: Run, plan: Plan): ReadonlyMap<string, BesideScenario> {
  const scenarios = plan.scenarios.map((scenario) => ({ scenario, effects: effectsOf(run, scenario.name) }));
  const rows = scenarios.flatMap(({ scenario, effects }) =>
    metricEffects(run, scenario, effects).map((each) => ({ scenario: scenario.name, effects: each })),
  );
  const blocks = run.blocks.filter(isComparing);
  const compared = compareBeside(
    rows.map(({ effects }) => effects),
    {
      sensitivity: plan.sensitivity,
      blocks: blocks.filter(({ phase }) => phase === 'main').length,
      blockLoad: blockLoadOf(run),
      blocksMax: blocksMax(run, plan),
    },
  );
  return new Map(
    scenarios.map(({ scenario, effects }) => {
      const own = rows.flatMap((row, index) => {
        const comparison = compared[index];
        return row.scenario !== scenario.name || comparison === undefined
          ? []
          : [[row.effects.metric, comparison] as const];
      });
      const errors = compareErrors(run, scenario);
      const all = [...own, ...(errors === null ? [] : [['error-rate', errors] as const])];
      return [scenario.name, { comparisons: Object.fromEntries(all), shift: shiftOf(effects) }];
    }),
  );
}

/** Mean time under load of the blocks of both builds. */
export function blockLoadOf({ blocks }: Pick<Run, 'blocks'>): Millis {
  const loads = blocks.filter(isComparing).map(({ load }) => load);
  return millis(loads.length === 0 ? 0 : meanOf(loads));
}

/** Blocks of the main phase that the budget pays for, less what confirming would take. */
function blocksMax(run: Run, { budget }: Plan): number {
  const load = blockLoadOf(run);
  const before = run.blocks
    .filter((block) => !isComparing(block))
    .reduce((sum, block) => sum + block.load, 0);
  return Math.max(1, mainBlocksFor(millis(budget - before), load));
}

/** Blocks of the main phase that this much time under load pays for; none or fewer when it is too short. */
export function mainBlocksFor(budget: Millis, blockLoad: Millis): number {
  if (blockLoad <= 0) return LAST.blocks;
  return Math.min(LAST.blocks, Math.floor(budget / blockLoad) - CONFIRM_BLOCKS_MIN);
}

/**
 * What the blocks say of each metric of a scenario that they can compare, in the order of the metrics. `effects` are
 * the scenario's own. @throws Failure when it was not measured on both
 */
export function metricEffects(
  run: Run,
  scenario: Scenario,
  effects: readonly BlockEffect[],
): readonly MetricEffects[] {
  const head = summarise(run, scenario.name, 'head').metrics;
  const base = summarise(run, scenario.name, 'base').metrics;
  return METRIC_NAMES.flatMap((metric) => {
    const values = { base: base[metric], head: head[metric] };
    if (METRICS[metric].change === 'points' || values.base === null || values.head === null) return [];
    const blocks = blocksOf(effects, metric);
    if (blocks.every(({ phase }) => phase !== 'main')) return [];
    const limit = besideLimit(metric, scenario.limits);
    return [{ metric, limit, values: { base: values.base, head: values.head }, blocks }];
  });
}

/** The blocks that have a value of the metric. */
const blocksOf = (effects: readonly BlockEffect[], metric: MetricName): MetricEffects['blocks'] =>
  effects.flatMap(({ phase, quiet, overall }) => {
    const [usual, whole] = [quiet[metric], overall[metric]];
    return usual === null || whole === null ? [] : [{ phase, quiet: usual, overall: whole }];
  });

function compareErrors(run: Run, scenario: Scenario): Comparison | null {
  const base = summarise(run, scenario.name, 'base');
  const { counts } = summarise(run, scenario.name, 'head');
  return compareErrorRate(counts, base.slices, besideLimit('error-rate', scenario.limits), 'base');
}

function shiftOf(effects: readonly BlockEffect[]): Shift | null {
  const shifts = effects.flatMap(({ shift }) => shift ?? []);
  if (shifts.length < 2) return null;
  const estimate = estimateOf(shifts);
  return {
    change: Math.expm1(estimate.centre),
    interval: [
      Math.expm1(lowerBound(estimate, INTERVAL_CONFIDENCE)),
      Math.expm1(upperBound(estimate, INTERVAL_CONFIDENCE)),
    ],
  };
}
