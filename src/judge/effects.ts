/** What the change did, block by block: logarithms of ratios between two builds that shared a machine, a minute and a balanced order. */
import type { Block, ComparingPhase, Run, Side, Slice, Turn } from '../domain/measurement.ts';
import { forEveryMetric, METRICS, type MetricName, type MetricValues } from '../domain/metric.ts';
import { fromRecord, levelOf } from '../stats/histogram.ts';
import { isComparing, metricsOf } from '../stats/summary.ts';
import { type Honesty, honestyOf, quietOf, type Reader, worseInATurn } from './honesty.ts';
import { comparable } from './scale.ts';

/** Log ratios of a block by metric, positive for the worse; null where either build has no value that ratios can be taken of. */
type Effects = Readonly<Record<MetricName, number | null>>;

/** What the turns of a block say of the change. */
export interface TurnEffects {
  /**
   * Of the quiet turns: the best quarter of each build's. What disturbs a shared machine takes some turns and spares others, so this is quieter than sums over the block
   * (docs/evidence.md says by how much); but it does not see what happens in fewer than three quarters of all turns. Null where turns are too few or do not know the metric.
   */
  readonly quiet: Effects;
  /** How far the whole distribution moved, positive for slower, of the quiet turns. Null without answers. */
  readonly shift: number | null;
  /** What the turns say of the measurement itself. */
  readonly honesty: Honesty;
}

/** One scenario in one block, head against base. Where the turns say nothing of a metric, its quiet effect is the overall one. */
export interface BlockEffect extends TurnEffects {
  readonly phase: ComparingPhase;
  /** Of all turns together: sums and merged histograms. Sees everything, the machine's disturbances included. */
  readonly overall: Effects;
}

/** With fewer turns a build has no quarter to speak of. */
const TURNS_MIN = 8;

/** The effects of every block of both builds, in their order. */
export function effectsOf(run: Pick<Run, 'blocks'>, scenario: string): readonly BlockEffect[] {
  return run.blocks.flatMap((block): readonly BlockEffect[] => {
    const head = sliceOf(block, scenario, 'head');
    const base = sliceOf(block, scenario, 'base');
    if (!isComparing(block) || head === null || base === null) return [];
    return [{ phase: block.phase, ...effectBetween(base, head) }];
  });
}

const sliceOf = ({ slices }: Block, scenario: string, side: Side): Slice | null =>
  slices.find((each) => each.scenario === scenario && each.side === side) ?? null;

function effectBetween(base: Slice, head: Slice): Omit<BlockEffect, 'phase'> {
  const before = readSlice(base);
  const now = readSlice(head);
  const overall = forEveryMetric((metric) => worseBy(metric, before.metrics[metric], now.metrics[metric]));
  const turns = turnEffects(base.turns, head.turns);
  return {
    overall,
    quiet: forEveryMetric((metric) => turns.quiet[metric] ?? overall[metric]),
    shift: turns.shift ?? differenceOf(before.level, now.level),
    honesty: turns.honesty,
  };
}

/** The effects that can be read off turns alone. */
export function turnEffects(base: readonly Turn[], head: readonly Turn[]): TurnEffects {
  return {
    quiet: forEveryMetric((metric) => {
      const read = worseInATurn(metric);
      return read === null ? null : quietEffect(base, head, read);
    }),
    shift: quietEffect(base, head, ({ level }) => level),
    honesty: honestyOf(base, head),
  };
}

/** Null unless both builds took enough turns, and all of them have a value. */
function quietEffect(base: readonly Turn[], head: readonly Turn[], read: Reader): number | null {
  if (Math.min(base.length, head.length) < TURNS_MIN) return null;
  return differenceOf(quietOf(base, read), quietOf(head, read));
}

function worseBy(metric: MetricName, base: number | null, head: number | null): number | null {
  const [before, now] = [comparable(METRICS[metric], base), comparable(METRICS[metric], head)];
  if (before === null || now === null) return null;
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
