/** What the turns of a block say of the measurement itself: whether a build differs from itself, whether the order matters, who else was at work. */
import type { Turn } from '../domain/measurement.ts';
import { METRIC_NAMES, type MetricName } from '../domain/metric.ts';
import { quietMean } from '../stats/quiet.ts';
import { median } from '../stats/robust.ts';

/** Log ratios by metric, positive for the worse; a metric that turns cannot be compared by is missing. */
type ByMetric = Readonly<Partial<Record<MetricName, number>>>;

/** A block's own account of itself. */
export interface Honesty {
  /** Every other turn of a build against its neighbours, averaged over both builds: the same code, so that any difference is the measurement's own. */
  readonly halves: ByMetric;
  /** Turns in the second place of a pair of different builds against those in the first, averaged over both builds, in which any real difference cancels. */
  readonly order: ByMetric;
  /** Share of turns in which others used so much of the machine that they disturbed; and how much, in cores, in the middle one of those (0 without). */
  readonly disturbed: { readonly share: number; readonly cores: number };
}

/** A turn in which others used this much of a core or more was disturbed. */
export const OUTSIDE_CORES = 0.35;

/** Reads a value off a turn; null where it has none. */
export type Reader = (turn: Turn) => number | null;

/** Logarithms, higher for the worse. */
const READERS: Readonly<Partial<Record<MetricName, Reader>>> = {
  p95: ({ p95 }) => log(p95),
  throughput: ({ ok, elapsed }) => log(elapsed / ok),
  'cpu-per-request': ({ cpu, ok }) => (cpu === null ? null : log(cpu / ok)),
  p50: ({ p50 }) => log(p50),
};

/** Metrics that a single turn knows. */
export const TURN_METRICS: readonly MetricName[] = METRIC_NAMES.filter(
  (metric) => READERS[metric] !== undefined,
);

/** How to read the logarithm of a metric off a turn, turned so that more is worse; null for what a turn does not know. */
export const worseInATurn = (metric: MetricName): Reader | null => READERS[metric] ?? null;

/** A build's value in its quiet turns; null without turns, or when one has no value. */
export function quietOf(turns: readonly Turn[], read: Reader): number | null {
  const values = turns.map((turn) => read(turn)).filter((value) => value !== null);
  return values.length < turns.length ? null : quietMean(values);
}

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
  return difference(quietOf(inner, read), quietOf(outer, read));
}

/** Turns in the second place of their pair against those in the first, build by build. */
function laterAgainstEarlier(base: readonly Turn[], head: readonly Turn[], read: Reader): number | null {
  const steps = [base, head].flatMap((turns) => {
    const first = turns.filter(({ place }) => place % 2 === 0);
    const second = turns.filter(({ place }) => place % 2 === 1);
    return difference(quietOf(first, read), quietOf(second, read)) ?? [];
  });
  return steps.length < 2 ? null : mean(steps);
}

const log = (value: number | null): number | null =>
  value !== null && value > 0 && Number.isFinite(value) ? Math.log(value) : null;

const difference = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : now - before;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
