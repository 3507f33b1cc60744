/**
 * Two builds measured beside each other, judged from the effects of their blocks.
 *
 * The unit of replication is the block: fresh boots of both builds. A metric alarms when, at the error rate that the look may spend (Holm over all limited metrics of all
 * scenarios), its effect exceeds the smallest effect worth speaking of, and its centre reaches the limit. An alarm is a regression only when fresh blocks
 * confirm it. Sources: group-sequential spending by Bonferroni as in Jennison & Turnbull, Group Sequential Methods (2000), §7; the rest in docs/decisions.
 */
import { METRICS, type Metric, type MetricName } from '../domain/metric.ts';
import type { Sensitivity } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { Comparison, ComparisonOutcome } from '../domain/verdict.ts';
import { type Estimate, estimateOf, lowerBound, probabilityAbove, upperBound } from '../stats/estimate.ts';
import { holm } from '../stats/holm.ts';
import { tQuantile } from '../stats/student.ts';
import { INTERVAL_CONFIDENCE, POWER } from './comparison.ts';
import { CONFIRM_ALPHA, CONFIRM_BLOCKS_MIN, lookAt } from './looks.ts';
import { absoluteFloors, asChange, asLog, asValueChange, bounded, comparable, exactFloor } from './scale.ts';

/** The smallest effect worth speaking of, by sensitivity: what is below may be the luck of memory layout, which no number of boots averages out. */
export const MINIMUM_EFFECT: Readonly<Record<Sensitivity, number>> = { standard: 0.01, strict: 0.005 };
/** A metric without a limit of its own is judged by this one, and decides nothing. */
export const RELEVANT_BESIDE = 0.03;

/** One metric of one scenario in all blocks. */
export interface MetricEffects {
  readonly metric: MetricName;
  /** Largest change for the worse as a share, or null: then it decides nothing. */
  readonly limit: number | null;
  /** Values of all blocks together, in the metric's unit. */
  readonly values: { readonly base: number; readonly head: number };
  /** Log ratios, positive for the worse: of the quiet turns, and of all turns together (see `BlockEffect`). */
  readonly blocks: readonly {
    readonly phase: 'main' | 'confirm';
    readonly quiet: number;
    readonly overall: number;
  }[];
}

/** Which of the two effects of a block. */
type View = 'quiet' | 'overall';

/** What all metrics of a run have in common. */
export interface BesideTerms {
  readonly sensitivity: Sensitivity;
  /** Blocks of the main phase. */
  readonly blocks: number;
  /** Mean time under load of a block. */
  readonly blockLoad: Millis;
  /** Blocks of the main phase that would be measured at most, if nothing were clear before. */
  readonly blocksMax: number;
}

/** A metric with its lines, as log ratios, in one view of its blocks. */
interface Case {
  readonly effects: MetricEffects;
  readonly row: Metric;
  readonly main: Estimate;
  /** Null without blocks that confirm. */
  readonly confirm: Estimate | null;
  readonly all: Estimate;
  /** The smallest effect worth speaking of. */
  readonly minimum: number;
  readonly limit: number;
  /** The smallest gain that is one. */
  readonly gain: number;
}

/**
 * Compares every metric of every scenario at once, since they share the error budget. In the order given; each has at least one block of the main phase.
 *
 * The quiet turns decide. What they cannot see, since it happens in some turns only, is looked for in all turns together: half of the error budget is spent on that, and
 * an alarm there counts as one.
 */
export function compareBeside(all: readonly MetricEffects[], terms: BesideTerms): readonly Comparison[] {
  const { alpha } = lookAt(terms.blocks);
  const family = Math.max(1, all.filter(({ limit }) => limit !== null).length);
  const [quiet, overall] = (['quiet', 'overall'] as const).map((view) => {
    const cases = all.map((effects) => openCase(effects, view, terms.sensitivity));
    return crossings(cases, alpha / 2);
  });
  return all.flatMap((_, index) => {
    const usual = quiet?.[index];
    const whole = overall?.[index];
    if (usual === undefined || whole === undefined) return [];
    const seen = whole.alarmed && !usual.alarmed ? whole : usual;
    return [comparisonOf(seen.of, seen, { ...terms, family })];
  });
}

function openCase(effects: MetricEffects, view: View, sensitivity: Sensitivity): Case {
  const row: Metric = METRICS[effects.metric];
  const given = effects.limit ?? RELEVANT_BESIDE;
  const floors = absoluteFloors(row, comparable(row, effects.values.base) ?? 0);
  const valuesOf = (phase: 'main' | 'confirm'): readonly number[] =>
    effects.blocks.filter((block) => block.phase === phase).map((block) => block[view]);
  const confirm = valuesOf('confirm');
  return {
    effects,
    row,
    main: estimateOf(valuesOf('main')),
    confirm: confirm.length === 0 ? null : estimateOf(confirm),
    all: estimateOf([...valuesOf('main'), ...confirm]),
    minimum: minimumEffect(row, given, sensitivity),
    limit: Math.max(asLog(row, given), floors.worse, exactFloor(row)),
    gain: Math.max(asLog(row, given), floors.better, exactFloor(row)),
  };
}

/** The smallest effect worth speaking of for a metric with this limit, as a log ratio. */
export function minimumEffect(row: Metric, limit: number, sensitivity: Sensitivity): number {
  // A limit close to the smallest effect would leave nothing between them.
  return asLog(row, Math.min(MINIMUM_EFFECT[sensitivity], limit / 2));
}

/** What a look says of a metric. */
interface Crossing {
  readonly of: Case;
  readonly alarmed: boolean;
  readonly gained: boolean;
}

function crossings(cases: readonly Case[], alpha: number): readonly Crossing[] {
  const alarms = rejected(cases, alpha, (each) => probabilityAbove(each.main, each.minimum));
  const gains = rejected(cases, alpha, (each) => probabilityAbove(mirrored(each.main), each.minimum));
  return cases.map((each, index) => ({
    of: each,
    alarmed: alarms[index] === true && each.main.centre >= each.limit,
    gained: gains[index] === true && each.all.centre <= -each.gain,
  }));
}

const mirrored = (estimate: Estimate): Estimate => ({ ...estimate, centre: -estimate.centre });

/** Limited metrics share the budget; one without a limit decides nothing and is held to all of it. */
function rejected(
  cases: readonly Case[],
  alpha: number,
  probability: (each: Case) => number,
): readonly boolean[] {
  const limited = cases.filter(({ effects }) => effects.limit !== null);
  const shared = holm(limited.map(probability), alpha);
  return cases.map((each) => {
    const at = limited.indexOf(each);
    return at >= 0 ? shared[at] === true : probability(each) <= alpha;
  });
}

function comparisonOf(each: Case, crossing: Crossing, terms: ReachTerms): Comparison {
  const { effects, row, all, limit } = each;
  const ends = [
    asValueChange(row, bounded(lowerBound(all, INTERVAL_CONFIDENCE))),
    asValueChange(row, bounded(upperBound(all, INTERVAL_CONFIDENCE))),
  ].toSorted((left, right) => left - right);
  const confirmation = crossing.alarmed ? confirmationOf(each) : null;
  return {
    against: 'base',
    reference: effects.values.base,
    replicates: all.count,
    change: asValueChange(row, all.centre),
    interval: [ends[0] ?? 0, ends[1] ?? 0],
    limit: effects.limit,
    tolerance: asChange(row, limit),
    widened: effects.limit !== null && limit > asLog(row, effects.limit),
    detectable: asChange(row, bounded(caughtBeside(each.main, each, reachOf(each, terms)))),
    outcome: outcomeOf(each, crossing, confirmation),
    sufficient: sufficientLoad(each, terms),
    confirmation,
  };
}

function confirmationOf({ confirm, all, minimum, limit }: Case): NonNullable<Comparison['confirmation']> {
  if (confirm === null || confirm.count < CONFIRM_BLOCKS_MIN) return 'missing';
  return lowerBound(confirm, 1 - CONFIRM_ALPHA) > minimum && all.centre >= limit ? 'confirmed' : 'refuted';
}

function outcomeOf(
  { all, limit }: Case,
  { alarmed, gained }: Crossing,
  confirmation: Comparison['confirmation'],
): ComparisonOutcome {
  if (alarmed) return confirmation === 'confirmed' ? 'regression' : 'inconclusive';
  if (gained) return 'improvement';
  return upperBound(all, INTERVAL_CONFIDENCE) < limit ? 'no-change' : 'inconclusive';
}

/** What the answer to "how small a change?" depends on. */
type ReachTerms = BesideTerms & { readonly family: number };

/** How much is measured, and how many limited metrics share the error budget. */
export interface Reach {
  /** Blocks of the main phase. */
  readonly blocks: number;
  readonly family: number;
}

/**
 * The smallest effect that stands clear of the smallest one worth speaking of nine times of ten, after so many
 * blocks with the noise of these: log ratios.
 */
export function detectableBeside(main: Estimate, minimum: number, reach: Reach): number {
  const { blocks } = reach;
  return minimum + criticalValue(reach) * errorAfter(main, blocks) + chanceAfter(main, blocks);
}

/**
 * The smallest effect that is caught nine times of ten, after so many blocks with the noise of these: it must
 * reach the limit as well. Log ratios.
 */
export function caughtBeside(
  main: Estimate,
  { minimum, limit }: { readonly minimum: number; readonly limit: number },
  reach: Reach,
): number {
  return Math.max(limit + chanceAfter(main, reach.blocks), detectableBeside(main, minimum, reach));
}

/** Standard error of the centre of so many blocks that are as noisy as these. */
export const errorAfter = (main: Estimate, blocks: number): number =>
  main.standardError * Math.sqrt(main.count / blocks);

/** By so much the centre falls short of the truth at most, nine times of ten. */
const chanceAfter = (main: Estimate, blocks: number): number =>
  tQuantile(POWER, Math.max(1, blocks - 1)) * errorAfter(main, blocks);

const criticalValue = ({ blocks, family }: Reach): number =>
  tQuantile(1 - lookAt(blocks).alpha / 2 / family, Math.max(1, blocks - 1));

/** A measurement goes on while it is undecided, so that what it can catch is what all blocks that it may take can. */
const reachOf = ({ main }: Case, { blocksMax, family }: ReachTerms): Reach => ({
  blocks: Math.max(blocksMax, main.count),
  family,
});

/** No budget of anybody's pays for more blocks. */
const SUFFICIENT_BLOCKS_MAX = 1_000;

/**
 * Time under load until an effect as large as the limit stands clear nine times of ten, if the blocks stay as noisy as they were; null when the blocks that may be taken
 * are enough, or no number of them is.
 */
function sufficientLoad({ main, minimum, limit }: Case, terms: ReachTerms): Millis | null {
  const { family, blocksMax, blockLoad } = terms;
  const clear = (blocks: number): boolean => detectableBeside(main, minimum, { blocks, family }) <= limit;
  if (main.standardError === Infinity || clear(Math.max(blocksMax, main.count, 2))) return null;
  for (let blocks = blocksMax + 1; blocks <= SUFFICIENT_BLOCKS_MAX; blocks += 1) {
    if (clear(Math.max(blocks, 2))) return millis(blocks * blockLoad);
  }
  return null;
}
