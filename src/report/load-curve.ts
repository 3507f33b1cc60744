/** Latency against load, where the load ramps: the seconds of a run by their level of load. */
import { isConstant, isOpen } from '../domain/executor.ts';
import type { TimelineSecond } from '../domain/measurement.ts';
import type { Executor } from '../domain/plan.ts';
import { levelAt } from '../stats/levels.ts';
import { median } from '../stats/robust.ts';
import type { ScenarioSummary } from '../stats/summary.ts';

/** Latency by level of load, the lowest level first. Latencies in milliseconds: the median of the seconds at about that level. */
export interface LoadCurve {
  /** What a level is: users, or arrivals a second. */
  readonly of: 'users' | 'rate';
  readonly points: readonly { readonly level: number; readonly p50: number; readonly p95: number }[];
}

/** More points than this have no room for their names. */
const POINTS_MAX = 12;
/** Fewer make no curve. */
const POINTS_MIN = 4;

/** The curve of a ramp that was run in one go; null for other loads, for turns (which hold one level), and where the level hardly moved. */
export function loadCurveOf(
  { slices, timeline }: Pick<ScenarioSummary, 'slices' | 'timeline'>,
  executor: Executor | null,
): LoadCurve | null {
  const [slice, another] = slices;
  if (executor === null || isConstant(executor) || slice === undefined || another !== undefined) return null;
  if (slice.turns.length > 0) return null;
  const open = isOpen(executor);
  // Users are counted; what arrives is asked for, and those that come while others wait are part of the load.
  const level = ({ second, users }: TimelineSecond): number =>
    open ? levelAt(executor, 1_000 * (second + 0.5)) : users;
  const points = pointsOf(timeline.map((row) => ({ level: level(row), row })));
  return points.length < POINTS_MIN ? null : { of: open ? 'rate' : 'users', points };
}

/** Seconds of about the same level are one point. */
function pointsOf(
  seconds: readonly { readonly level: number; readonly row: TimelineSecond }[],
): LoadCurve['points'] {
  const top = Math.max(0, ...seconds.map(({ level }) => level));
  if (!(top > 0)) return [];
  const bins = Map.groupBy(seconds, ({ level }) => Math.ceil((POINTS_MAX * level) / top));
  return [...bins]
    .toSorted(([left], [right]) => left - right)
    .flatMap(([, own]) => {
      const known = (name: 'p50' | 'p95'): readonly number[] => own.flatMap(({ row }) => row[name] ?? []);
      const [p50, p95] = [known('p50'), known('p95')];
      return p50.length === 0 || p95.length === 0
        ? []
        : [{ level: median(own.map((each) => each.level)), p50: median(p50), p95: median(p95) }];
    });
}
