/**
 * What a build measured beside itself says: how noisy this machine is for this service, how small a change
 * the gate can tell from that in its time, and the limits that follow.
 */
import type { Run } from '../domain/measurement.ts';
import type { MetricName } from '../domain/metric.ts';
import type { Plan } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import { lowerBound, meanOf, spreadOf, upperBound } from '../stats/estimate.ts';
import { tQuantile } from '../stats/student.ts';
import { caughtBeside, detectableBeside, errorAfter } from './beside.ts';
import { blockLoadOf, mainBlocksFor } from './compare-run.ts';
import { INTERVAL_CONFIDENCE, POWER } from './comparison.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import { CONFIRM_BLOCKS_MIN, LOOKS } from './looks.ts';
import { asChange, asLog, asValueChange, bounded } from './scale.ts';
import { BLOCKS_MIN, floorOf, isLimited, isOff, type Series, seriesOf, type Standards } from './series.ts';
import { refuseNonFinite } from './soundness.ts';

/** A run of one build beside itself, read. Shares are ratios: 0.01 is 1 %. */
export interface Calibration {
  /** Blocks of the run. */
  readonly blocks: number;
  /** Mean time under load of a block. */
  readonly blockLoad: Millis;
  /** The plan's. */
  readonly budget: Millis;
  /** The shortest budget that allows for a comparison. */
  readonly budgetMin: Millis;
  readonly scenarios: readonly ScenarioCalibration[];
  /** What a change that costs nothing takes; null when the budget is too short for any. */
  readonly pass: Pass | null;
  /** Why none of this is to be believed; none when it is. */
  readonly doubts: readonly Doubt[];
}

/** One scenario of a {@link Calibration}. */
export interface ScenarioCalibration {
  readonly scenario: string;
  /** Those that two builds can be compared by and that were measured in two blocks at least. */
  readonly metrics: readonly MetricCalibration[];
}

/** One metric of a scenario. */
export interface MetricCalibration {
  readonly metric: MetricName;
  /** In the metric's unit, over all blocks. */
  readonly value: number;
  /**
   * By what share one block's effect differs from the next one's (standard deviation), with its 90 %
   * interval.
   */
  readonly spread: { readonly share: number; readonly interval: readonly [low: number, high: number] };
  /** How much higher one of the two was on average, with its 90 % interval: it should hold 0. */
  readonly mean: { readonly change: number; readonly interval: readonly [low: number, high: number] };
  /**
   * By what share the values themselves differ from boot to boot (standard deviation): what a stored
   * baseline sees in an hour as quiet as this one.
   */
  readonly boots: number;
  /** What can be told from the noise, by budget, the shortest first. */
  readonly detectable: readonly Detectable[];
  /**
   * The difference that is too small to count whatever the limit says, as a share of the value; 0 for none.
   */
  readonly floor: number;
  readonly proposal: Proposal;
}

/** How small a change can be told from the noise in a time under load. */
export interface Detectable {
  readonly budget: Millis;
  /** Blocks that it pays for, the time for confirming kept back; null when it is too short. */
  readonly blocks: number | null;
  /**
   * Smallest change for the worse that stands clear of the noise nine times of ten; null when it is too
   * short.
   */
  readonly change: number | null;
}

/** The limit for a metric, or why there is none. */
export type Proposal =
  | {
      readonly kind: 'limit';
      /**
       * Largest change for the worse: the standard, or what the noise asks for where that is more; in steps
       * of half a per cent.
       */
      readonly change: number;
      readonly standard: number;
      /**
       * Smallest change for the worse that is caught nine times of ten by that limit, within the plan's
       * budget.
       */
      readonly caught: number;
    }
  /**
   * `no-standard`: a metric that has no limit unless somebody wants one. `off`: so it is configured.
   * `budget`: too short for any comparison. `noise`: a limit would have to allow for too much.
   */
  | { readonly kind: 'none'; readonly why: 'no-standard' | 'off' | 'budget' | 'noise' };

/** How long an unchanged service takes to pass. */
export interface Pass {
  readonly blocks: number;
  /** Time under load. */
  readonly load: Millis;
  /** The same with the time in which services boot. */
  readonly time: Millis;
  /** False: some metric will often stay undecided within the budget. */
  readonly settles: boolean;
}

/** Budgets that are looked at beside the plan's own. */
const BUDGETS: readonly Millis[] = [2, 4, 6, 10].map((minutes) => millis(60_000 * minutes));
/** Proposed limits are whole numbers of these. */
const STEPS_A_WHOLE = 200;
/** A limit that allows for more than this holds nothing back. */
const PROPOSAL_MAX = 0.5;

/**
 * Reads a run whose two builds are the same. `standards` are the limits of the plan's sensitivity.
 * @throws Failure kind `not-measured` when a scenario is missing, a number is not finite, or counts do not
 * add up
 */
export function calibrate(run: Run, plan: Plan, standards: Standards): Calibration {
  refuseNonFinite(run, 'run');
  const all = plan.scenarios.flatMap((scenario) => seriesOf(run, scenario, { plan, standards }));
  const terms: Terms = {
    budget: plan.budget,
    blockLoad: blockLoadOf(run),
    family: Math.max(1, all.filter(isLimited).length),
  };
  const read = all.map((series) => ({ series, metric: metricOf(series, terms) }));
  return {
    blocks: run.blocks.length,
    blockLoad: terms.blockLoad,
    budget: plan.budget,
    budgetMin: millis((BLOCKS_MIN + CONFIRM_BLOCKS_MIN) * terms.blockLoad),
    scenarios: plan.scenarios.map(({ name }) => ({
      scenario: name,
      metrics: read.flatMap(({ series, metric }) => (series.scenario.name === name ? [metric] : [])),
    })),
    pass: passOf(read, run, terms),
    // What is proposed has to hold for this run first.
    doubts: doubtsOf(run, withProposed(plan, read)),
  };
}

/** What all metrics have in common. */
interface Terms {
  readonly budget: Millis;
  readonly blockLoad: Millis;
  /** Limited metrics of all scenarios. */
  readonly family: number;
}

/** A metric with what was made of it. */
interface Read {
  readonly series: Series;
  readonly metric: MetricCalibration;
}

function metricOf(series: Series, terms: Terms): MetricCalibration {
  const { effects, row, main, blocks, boots } = series;
  const spread = spreadOf(blocks, INTERVAL_CONFIDENCE);
  const ends = [lowerBound(main, INTERVAL_CONFIDENCE), upperBound(main, INTERVAL_CONFIDENCE)]
    .map((end) => asValueChange(row, bounded(end)))
    .toSorted((left, right) => left - right);
  const budgets = [...new Set([...BUDGETS, terms.budget])].toSorted((left, right) => left - right);
  return {
    metric: effects.metric,
    value: effects.values.head,
    spread: {
      share: asShare(spread.deviation),
      interval: [asShare(spread.interval[0]), asShare(spread.interval[1])],
    },
    mean: { change: asValueChange(row, main.centre), interval: [ends[0] ?? 0, ends[1] ?? 0] },
    boots: asShare(spreadOf(boots, INTERVAL_CONFIDENCE).deviation),
    detectable: budgets.map((budget) => detectableIn(budget, series, terms)),
    floor: asChange(row, bounded(floorOf(series))),
    proposal: proposalOf(series, terms),
  };
}

const asShare = (log: number): number => Math.expm1(bounded(log));

function detectableIn(budget: Millis, { row, main, minimum }: Series, terms: Terms): Detectable {
  const blocks = mainBlocksFor(budget, terms.blockLoad);
  if (blocks < BLOCKS_MIN) return { budget, blocks: null, change: null };
  const effect = detectableBeside(main, minimum, { blocks, family: terms.family });
  return { budget, blocks, change: asChange(row, bounded(effect)) };
}

function proposalOf(series: Series, terms: Terms): Proposal {
  const { standard, row, main, minimum } = series;
  if (standard === null) return { kind: 'none', why: 'no-standard' };
  if (isOff(series)) return { kind: 'none', why: 'off' };
  const { blocks, change: least } = detectableIn(terms.budget, series, terms);
  if (blocks === null || least === null) return { kind: 'none', why: 'budget' };
  const change = roundedUp(Math.max(standard, least));
  if (change > PROPOSAL_MAX) return { kind: 'none', why: 'noise' };
  const limit = Math.max(asLog(row, change), floorOf(series));
  const caught = caughtBeside(main, { minimum, limit }, { blocks, family: terms.family });
  return { kind: 'limit', change, standard, caught: asChange(row, bounded(caught)) };
}

/** To the next step; a standard that is one stays as it is, whatever its last binary digit. */
const roundedUp = (change: number): number => Math.ceil(change * STEPS_A_WHOLE - 1e-9) / STEPS_A_WHOLE;

/** The limit that will hold of a metric, as a share; null when it decides nothing. */
const limitOf = ({ series, metric: { proposal } }: Read): number | null =>
  proposal.kind === 'limit' ? proposal.change : series.effects.limit;

/** The first look at which every limited metric is cleared nine times of ten. */
function passOf(read: readonly Read[], run: Run, { budget, blockLoad }: Terms): Pass | null {
  const most = mainBlocksFor(budget, blockLoad);
  if (most < BLOCKS_MIN) return null;
  const isClear = (blocks: number): boolean => read.every((each) => isCleared(each, blocks));
  const look = LOOKS.find((each) => each.blocks <= most && isClear(each.blocks));
  const blocks = look?.blocks ?? most;
  const booting = meanOf(
    run.blocks.map(({ boots }) => boots.reduce((sum, { readyAfter }) => sum + (readyAfter ?? 0), 0)),
  );
  return {
    blocks,
    load: millis(blocks * blockLoad),
    time: millis(blocks * (blockLoad + booting)),
    settles: look !== undefined || isClear(most),
  };
}

function isCleared(each: Read, blocks: number): boolean {
  const { row, main } = each.series;
  const limit = limitOf(each);
  if (limit === null) return true;
  const degrees = Math.max(1, blocks - 1);
  const margin = tQuantile(INTERVAL_CONFIDENCE, degrees) + tQuantile(POWER, degrees);
  return margin * errorAfter(main, blocks) < Math.max(asLog(row, limit), floorOf(each.series));
}

/** The plan with the limits that are proposed. */
function withProposed(plan: Plan, read: readonly Read[]): Plan {
  const scenarios = plan.scenarios.map((scenario) => {
    const proposed = read.flatMap(({ series, metric: { metric, proposal } }) =>
      series.scenario.name === scenario.name && proposal.kind === 'limit'
        ? [{ kind: 'relative', metric, change: proposal.change, beside: proposal.change } as const]
        : [],
    );
    const kept = scenario.limits.filter(
      (limit) => limit.kind === 'absolute' || !proposed.some(({ metric }) => metric === limit.metric),
    );
    return { ...scenario, limits: [...kept, ...proposed] };
  });
  return { ...plan, scenarios };
}
