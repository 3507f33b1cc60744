/** What the change did, block by block: logarithms of ratios between two builds that shared a machine, a minute and a balanced order. */
import type { Block, Phase, Run, Side, Slice, Turn } from '../domain/measurement.ts';
import { forEveryMetric, METRICS, type MetricName, type MetricValues } from '../domain/metric.ts';
import { fromRecord, levelOf } from '../stats/histogram.ts';
import { median } from '../stats/robust.ts';
import { metricsOf } from '../stats/summary.ts';
import { type Honesty, honestyOf, inATurn } from './honesty.ts';

/** Log ratios of a block by metric, positive for the worse; null where either build has no value above zero. */
type Effects = Readonly<Record<MetricName, number | null>>;

/** One scenario in one block, head against base. */
export interface BlockEffect {
  readonly phase: Exclude<Phase, 'alone'>;
  /**
   * Of the typical turn: the median over pairs of neighbouring turns. What disturbs the machine lasts for some turns and hits both of a pair or is voted out, so
   * this is several times as quiet as sums over the block (docs/evidence.md); but it does not see what happens in fewer than half of all turns.
   */
  readonly typical: Effects;
  /** Of all turns together: sums and merged histograms. Sees everything, the machine's disturbances included. */
  readonly overall: Effects;
  /** How far the whole distribution moved, positive for slower, of the typical turn. Null without answers. */
  readonly shift: number | null;
  /** What the turns say of the measurement itself. */
  readonly honesty: Honesty;
}

/** With fewer pairs their median is worse than the sums. */
const PAIRS_MIN = 4;

/** The effects of every block of both builds, in their order. */
export function effectsOf(run: Pick<Run, 'blocks'>, scenario: string): readonly BlockEffect[] {
  return run.blocks.flatMap((block): readonly BlockEffect[] => {
    const head = sliceOf(block, scenario, 'head');
    const base = sliceOf(block, scenario, 'base');
    if (block.phase === 'alone' || head === null || base === null) return [];
    return [{ phase: block.phase, ...effectBetween(base, head) }];
  });
}

const sliceOf = ({ slices }: Block, scenario: string, side: Side): Slice | null =>
  slices.find((each) => each.scenario === scenario && each.side === side) ?? null;

function effectBetween(base: Slice, head: Slice): Omit<BlockEffect, 'phase'> {
  const before = readSlice(base);
  const now = readSlice(head);
  const overall = forEveryMetric((metric) => worseBy(metric, before.metrics[metric], now.metrics[metric]));
  const pairs = pairsOf(base, head);
  const shifts = pairs.map((pair) => differenceOf(pair.base.level, pair.head.level));
  return {
    overall,
    typical: forEveryMetric((metric) => typicalEffect(metric, pairs) ?? overall[metric]),
    shift: middle(shifts) ?? differenceOf(before.level, now.level),
    honesty: honestyOf(base.turns, head.turns),
  };
}

/** Two neighbouring turns, one of each build. */
interface Pair {
  readonly base: Turn;
  readonly head: Turn;
}

/** Turns by their place, two and two; builds that were measured one after the other have no pairs. */
function pairsOf(base: Slice, head: Slice): readonly Pair[] {
  const at = new Map(base.turns.map((turn) => [turn.place, turn]));
  return head.turns.flatMap((turn) => {
    const neighbour = at.get(turn.place % 2 === 0 ? turn.place + 1 : turn.place - 1);
    return neighbour === undefined ? [] : [{ base: neighbour, head: turn }];
  });
}

function typicalEffect(metric: MetricName, pairs: readonly Pair[]): number | null {
  const read = inATurn(metric);
  if (read === null) return null;
  return middle(pairs.map((pair) => worseBy(metric, read(pair.base), read(pair.head))));
}

/** The median; null unless there are enough values, and all pairs have one. */
function middle(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < Math.max(PAIRS_MIN, values.length) ? null : median(known);
}

function worseBy(metric: MetricName, before: number | null, now: number | null): number | null {
  if (before === null || now === null || !(now > 0) || !(before > 0)) return null;
  const ratio = Math.log(now / before);
  if (!Number.isFinite(ratio)) return null;
  return METRICS[metric].better === 'lower' ? ratio : -ratio;
}

const differenceOf = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : now - before;

interface Reading {
  readonly metrics: MetricValues;
  readonly level: number | null;
}

/** A slice never changes, and is asked again after every block. */
const read = new WeakMap<Slice, Reading>();

function readSlice(slice: Slice): Reading {
  const known = read.get(slice);
  if (known !== undefined) return known;
  const latency = fromRecord(slice.latency);
  const reading = { metrics: metricsOf(slice, latency), level: levelOf(latency) };
  read.set(slice, reading);
  return reading;
}
