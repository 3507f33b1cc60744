/** One step of a search: what is put on a build, and what it came to. */
import type { TimelineSecond } from '../domain/measurement.ts';
import type { Executor, Load } from '../domain/plan.ts';
import type { Step } from '../domain/search.ts';
import { type Millis, millis, perSecond, ratio, toMillis, toSeconds } from '../domain/units.ts';
import { fromRecord } from '../stats/histogram.ts';
import { median } from '../stats/robust.ts';
import { failuresOf } from '../stats/summary.ts';
import type { MeasuredTurn } from './turn.ts';

/** Load at a step's level before its measured time, without a pause: queues and caches are then those of this level. */
export const SETTLE = millis(1_000);
/** The load that was too much comes back for so long before it falls: the pauses between steps have let the service rest. */
const OVERLOAD = millis(2_000);
/** What it falls to is watched for so many steps. */
const WATCHED = 2;

/** How long a step takes, on one build. */
export const stepTime = (purpose: Step['purpose'], { executor }: Load): Millis =>
  millis(purpose === 'recover' ? OVERLOAD + WATCHED * executor.duration : SETTLE + executor.duration);

/** The load that was too much, and then one that was carried, without a pause in which a queue could drain. */
export function relief(load: Load, high: number, low: number): Pick<Load, 'warmUp' | 'executor'> {
  const watch = millis(WATCHED * load.executor.duration);
  const stages = [
    { duration: OVERLOAD, target: high },
    { duration: millis(0), target: low },
    { duration: watch, target: low },
  ];
  const duration = millis(OVERLOAD + watch);
  return { warmUp: millis(0), executor: ramp(load.executor, high, { stages, duration }) };
}

function ramp(
  executor: Executor,
  start: number,
  shape: Pick<Extract<Executor, { readonly kind: 'ramping-users' }>, 'stages' | 'duration'>,
): Executor {
  return executor.kind === 'constant-arrival-rate' || executor.kind === 'ramping-arrival-rate'
    ? { kind: 'ramping-arrival-rate', startRate: start, maxUsers: executor.maxUsers, ...shape }
    : { kind: 'ramping-users', startUsers: start, thinkTime: executor.thinkTime, ...shape };
}

/** The step that a turn was. */
export function stepOf(turn: MeasuredTurn, { purpose, level }: Pick<Step, 'purpose' | 'level'>): Step {
  const { result, elapsed } = turn;
  const latency = fromRecord(result.latency);
  const at = (quantile: number): Millis | null => {
    const value = latency.quantile(quantile);
    return value === null ? null : toMillis(value);
  };
  const { hits, total } = failuresOf(result.counts);
  const { mean } = latency;
  return {
    purpose,
    level,
    elapsed,
    counts: result.counts,
    arrivals: result.arrivals,
    throughput: perSecond(result.counts.ok / toSeconds(elapsed)),
    errorRate: ratio(total === 0 ? 0 : hits / total),
    mean: mean === null ? null : toMillis(mean),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    generator: { cpu: result.generator.cpu, eventLoop: result.generator.eventLoop },
  };
}

/** The steps at the lower load that a turn of {@link relief} was, as far as its seconds tell: of a quantile they know the middle one of those of the seconds. */
export function watchedSteps(turn: MeasuredTurn, level: number, { executor }: Load): readonly Step[] {
  const length = Math.max(1, Math.round(toSeconds(executor.duration)));
  const first = Math.round(toSeconds(OVERLOAD));
  return Array.from({ length: WATCHED }, (_, index) => {
    const begin = first + index * length;
    const rows = turn.result.timeline.filter(({ second }) => second >= begin && second < begin + length);
    return watchedStep(rows, { turn, level, elapsed: millis(1_000 * length) });
  });
}

function watchedStep(
  rows: readonly TimelineSecond[],
  { turn, level, elapsed }: { readonly turn: MeasuredTurn; readonly level: number; readonly elapsed: Millis },
): Step {
  const total = (read: (row: TimelineSecond) => number): number =>
    rows.reduce((sum, row) => sum + read(row), 0);
  const [ok, failed] = [
    Math.round(total(({ throughput }) => throughput)),
    Math.round(total(({ errors }) => errors)),
  ];
  const middle = (values: readonly (Millis | null)[]): Millis | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : millis(median(known));
  };
  const { cpu, eventLoop } = turn.result.generator;
  return {
    purpose: 'recover',
    level,
    elapsed,
    counts: { ...NOTHING, sent: ok + failed, ok, httpError: failed },
    arrivals: null,
    throughput: perSecond(ok / toSeconds(elapsed)),
    errorRate: ratio(ok + failed === 0 ? 0 : failed / (ok + failed)),
    mean: null,
    p50: middle(rows.map(({ p50 }) => p50)),
    p95: middle(rows.map(({ p95 }) => p95)),
    p99: null,
    generator: { cpu, eventLoop },
  };
}

const NOTHING = { httpError: 0, connectionError: 0, timeout: 0, lost: 0, inFlight: 0, refused: 0 };
