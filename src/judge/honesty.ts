/** What the turns of a block say of the measurement itself: whether a build differs from itself, whether the order matters, who else was at work. */
import type { Turn } from '../domain/measurement.ts';
import { METRIC_NAMES, type MetricName } from '../domain/metric.ts';
import { median } from '../stats/robust.ts';

/** Log ratios by metric; a metric that turns cannot be compared by is missing. */
type ByMetric = Readonly<Partial<Record<MetricName, number>>>;

/** A block's own account of itself. */
export interface Honesty {
  /** Every other turn of a build against its neighbours, averaged over both builds: the same code, so that any difference is the measurement's own. */
  readonly halves: ByMetric;
  /** The later of two neighbouring turns of different builds against the earlier, averaged over both orders, in which any real difference cancels. */
  readonly order: ByMetric;
  /** Share of turns in which others used so much of the machine that they disturbed; and how much, in cores, in the middle one of those (0 without). */
  readonly disturbed: { readonly share: number; readonly cores: number };
}

/** A turn in which others used this much of a core or more was disturbed. */
export const OUTSIDE_CORES = 0.35;

/** Reads a metric off a turn; null where it has no value. */
type Reader = (turn: Turn) => number | null;

const READERS: Readonly<Partial<Record<MetricName, Reader>>> = {
  p95: ({ p95 }) => p95,
  throughput: ({ ok, elapsed }) => ok / elapsed,
  'cpu-per-request': ({ cpu, ok }) => (cpu === null ? null : cpu / ok),
  p50: ({ p50 }) => p50,
};

/** Metrics that a single turn knows. */
export const TURN_METRICS: readonly MetricName[] = METRIC_NAMES.filter(
  (metric) => READERS[metric] !== undefined,
);

/** How to read a metric off a turn, or null for what a turn does not know. */
export const inATurn = (metric: MetricName): Reader | null => READERS[metric] ?? null;

/** Looks at the turns of one scenario in one block. */
export function honestyOf(base: readonly Turn[], head: readonly Turn[]): Honesty {
  const outside = [...base, ...head].flatMap((turn) => turn.outside ?? []);
  const disturbed = outside.filter((cores) => cores >= OUTSIDE_CORES);
  return {
    halves: byMetric((read) => mean([base, head].flatMap((turns) => halves(turns, read) ?? []))),
    order: byMetric((read) => laterAgainstEarlier(base, head, read)),
    disturbed: {
      share: outside.length === 0 ? 0 : disturbed.length / outside.length,
      cores: disturbed.length === 0 ? 0 : median(disturbed),
    },
  };
}

function byMetric(measure: (read: Reader) => number | null): ByMetric {
  const rows = TURN_METRICS.flatMap((metric) => {
    const read = READERS[metric];
    const value = read === undefined ? null : measure(read);
    return value === null ? [] : [[metric, value] as const];
  });
  return Object.fromEntries(rows);
}

/** Of four turns, the first and the last against the two between, so that a drift is on both sides. */
function halves(turns: readonly Turn[], read: Reader): number | null {
  const outer = turns.filter((_, index) => index % 4 === 0 || index % 4 === 3);
  const inner = turns.filter((_, index) => index % 4 === 1 || index % 4 === 2);
  return difference(typical(inner, read), typical(outer, read));
}

function laterAgainstEarlier(base: readonly Turn[], head: readonly Turn[], read: Reader): number | null {
  const after = (first: readonly Turn[], second: readonly Turn[]): number | null => {
    const later = new Map(second.map((turn) => [turn.place, turn]));
    const steps = first.flatMap((turn) => {
      const next = turn.place % 2 === 0 ? later.get(turn.place + 1) : undefined;
      return next === undefined ? [] : [difference(log(read(turn)), log(read(next)))];
    });
    const known = steps.filter((step) => step !== null);
    return known.length === 0 ? null : median(known);
  };
  const both = [after(base, head), after(head, base)].filter((step) => step !== null);
  return both.length < 2 ? null : mean(both);
}

/** The median logarithm; null without turns, or when one has no value above zero. */
function typical(turns: readonly Turn[], read: Reader): number | null {
  const logs = turns.map((turn) => log(read(turn)));
  const known = logs.filter((value) => value !== null);
  return known.length === 0 || known.length < logs.length ? null : median(known);
}

const log = (value: number | null): number | null =>
  value !== null && value > 0 && Number.isFinite(value) ? Math.log(value) : null;

const difference = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : now - before;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
