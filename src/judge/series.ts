/** The metrics of a build that was measured beside itself, block by block. */
import type { Run } from '../domain/measurement.ts';
import { METRICS, type Metric, type MetricName } from '../domain/metric.ts';
import type { Plan, Scenario } from '../domain/plan.ts';
import { type Estimate, estimateOf } from '../stats/estimate.ts';
import { fromRecord } from '../stats/histogram.ts';
import { metricsOf } from '../stats/summary.ts';
import { type MetricEffects, minimumEffect, RELEVANT_BESIDE } from './beside.ts';
import { metricEffects } from './compare-run.ts';
import { effectsOf } from './effects.ts';
import { absoluteFloors, comparable, exactFloor } from './scale.ts';

/** Standard limits against the base commit as shares; a metric without one is missing. */
export type Standards = Readonly<Partial<Record<MetricName, number>>>;

/** Fewer blocks have no spread. */
export const BLOCKS_MIN = 2;

/** One metric of one scenario, block by block. */
export interface Series {
  readonly scenario: Scenario;
  readonly effects: MetricEffects;
  readonly row: Metric;
  readonly standard: number | null;
  /** Log ratios, positive for the worse, in the view that decides: that of the quiet turns. */
  readonly blocks: readonly number[];
  readonly main: Estimate;
  /** Logarithms of the head's values. */
  readonly boots: readonly number[];
  /** The smallest effect worth speaking of, as a log ratio. */
  readonly minimum: number;
}

/**
 * The metrics of a scenario that two builds can be compared by and that have two blocks at least, in their
 * order. @throws Failure when it was not measured
 */
export function seriesOf(
  run: Run,
  scenario: Scenario,
  { plan, standards }: { readonly plan: Plan; readonly standards: Standards },
): readonly Series[] {
  return metricEffects(run, scenario, effectsOf(run, scenario.name)).flatMap((effects) => {
    const row: Metric = METRICS[effects.metric];
    const standard = standards[effects.metric] ?? null;
    const blocks = effects.blocks.map(({ quiet }) => quiet);
    const boots = bootsOf(run, scenario, effects.metric);
    if (Math.min(blocks.length, boots.length) < BLOCKS_MIN) return [];
    const minimum = minimumEffect(row, standard ?? effects.limit ?? RELEVANT_BESIDE, plan.sensitivity);
    return [{ scenario, effects, row, standard, blocks, main: estimateOf(blocks), boots, minimum }];
  });
}

function bootsOf(run: Run, { name }: Scenario, metric: MetricName): readonly number[] {
  return run.blocks.flatMap(({ slices }) => {
    const slice = slices.find(({ scenario, side }) => scenario === name && side === 'head');
    const value = slice === undefined ? null : metricsOf(slice, fromRecord(slice.latency))[metric];
    const known = comparable(METRICS[metric], value);
    return known === null ? [] : [Math.log(known)];
  });
}

/** A metric without any limit was switched off. */
export const isOff = ({ scenario, effects }: Series): boolean =>
  !scenario.limits.some(({ metric }) => metric === effects.metric);

/** True for what will decide something: the plan limits it, or a limit can be proposed. */
export const isLimited = (series: Series): boolean =>
  series.effects.limit !== null || (series.standard !== null && !isOff(series));

/** What must be reached whatever the limit says, as a log ratio; 0 for nothing. */
export const floorOf = ({ row, effects }: Series): number =>
  Math.max(absoluteFloors(row, comparable(row, effects.values.base) ?? 0).worse, exactFloor(row));
