/** What the steps of a search mean: which levels were carried, where the service degrades, its capacity, whether it recovers. Pure. */
import {
  type Break,
  type Degradation,
  OBJECTIVE_LATENCIES,
  type Recovery,
  type SearchResult,
  type Step,
} from '../domain/search.ts';
import { millis, type Millis, ratio } from '../domain/units.ts';
import type { LoadStep } from './ladder.ts';

/** Steps of a search, with what they are held against. */
export type Steps = Pick<SearchResult, 'kind' | 'objective' | 'steps'>;

/** All steps at one level. */
export interface Level {
  readonly level: number;
  /** The best of them: a disturbed step says nothing of the service. */
  readonly step: Step;
  /** Null when the best was carried. */
  readonly broken: Break | null;
  readonly times: number;
}

/** A step whose throughput is this share of the highest counts as having reached it. */
export const PLATEAU_SHARE = 0.95;
/** Arrivals that were not answered within the step, beyond those that are on their way in any case, before the service counts as falling behind. */
const BEHIND_SHARE = 0.01;

/** Why a step was too much, the plainest reason first; null when it was carried. */
export function breakOf(step: Step, { kind, objective }: Pick<Steps, 'kind' | 'objective'>): Break | null {
  if (step.counts.ok === 0) return { kind: 'no-answers' };
  if (step.errorRate > objective.errorRate)
    return { kind: 'errors', rate: step.errorRate, bound: objective.errorRate };
  const behind = kind === 'capacity' ? behindOf(step) : null;
  const slow = OBJECTIVE_LATENCIES.flatMap((metric): readonly Break[] => {
    const [value, bound] = [step[metric], objective[metric]];
    return value !== null && bound !== null && value > bound
      ? [{ kind: 'latency', metric, value, bound }]
      : [];
  });
  return slow[0] ?? behind;
}

/** By Little's law a rate has rate × latency requests under way at any time, which is no falling behind. */
function behindOf({ arrivals, counts, elapsed, p50 }: Step): Break | null {
  if (arrivals === null || arrivals.planned === 0) return null;
  const { ok, httpError, connectionError, timeout, lost } = counts;
  const answered = ok + httpError + connectionError + timeout + lost + counts.refused;
  const underWay = (p50 ?? 0) / elapsed;
  const missing = 1 - answered / arrivals.planned;
  return missing - underWay > BEHIND_SHARE ? { kind: 'behind', planned: arrivals.planned, answered } : null;
}

/** Levels of the way up and between, the lowest first. */
export function levelsOf(search: Steps): readonly Level[] {
  const own = search.steps.filter(({ purpose }) => purpose !== 'recover');
  return [...Map.groupBy(own, ({ level }) => level)]
    .map(([level, steps]) => levelOf(level, steps, search))
    .toSorted((left, right) => left.level - right.level);
}

function levelOf(level: number, steps: readonly Step[], search: Steps): Level {
  const carried = steps.filter((step) => breakOf(step, search) === null);
  const [best] = (carried.length > 0 ? carried : steps).toSorted(
    (left, right) => right.throughput - left.throughput,
  );
  if (best === undefined) throw new RangeError('a level has steps');
  return { level, step: best, broken: breakOf(best, search), times: steps.length };
}

/** The levels at which the service did its work, for curves: errors are quick, and would pass for scaling. */
export function ladderOf(search: Steps): readonly LoadStep[] {
  return levelsOf(search).flatMap(({ level, step, broken }) =>
    step.mean === null || (broken !== null && broken.kind !== 'latency')
      ? []
      : [{ users: level, throughput: step.throughput, response: step.mean }],
  );
}

/** The highest throughput of a level that was carried; 0 when none was. */
export const highestThroughput = (levels: readonly Level[]): number =>
  Math.max(0, ...levels.flatMap(({ step, broken }) => (broken === null ? [step.throughput] : [])));

/** The lowest level that was too much with all below it carried… */
const firstBroken = (levels: readonly Level[]): number => levels.findIndex(({ broken }) => broken !== null);

/** …and the levels below it: what a service carries above one that it does not was luck. */
export function carriedLevels(levels: readonly Level[]): readonly Level[] {
  const at = firstBroken(levels);
  return at < 0 ? levels : levels.slice(0, at);
}

/**
 * Where the service degrades, or null where it does not within the levels that were measured. Of users also from where more of them bring nothing: the lowest level that reaches
 * {@link PLATEAU_SHARE} of the highest throughput, if a level of twice as many brought no more.
 */
export function degradationOf(search: Steps): Degradation | null {
  const levels = levelsOf(search);
  const flat = search.kind === 'stress' ? plateauOf(carriedLevels(levels)) : null;
  if (flat !== null) return flat;
  const at = firstBroken(levels);
  const broken = levels[at];
  if (broken === undefined || broken.broken === null) return null;
  return { level: broken.level, carried: levels[at - 1]?.level ?? null, reason: broken.broken };
}

/** Levels this much above the lowest that reached the highest throughput have shown that more users bring nothing. */
const PLATEAU_LENGTH = 2;

function plateauOf(levels: readonly Level[]): Degradation | null {
  const highest = highestThroughput(levels);
  const at = levels.findIndex(({ step }) => step.throughput >= PLATEAU_SHARE * highest);
  const [first, last] = [levels[at], levels.at(-1)];
  if (first === undefined || last === undefined || last.level < PLATEAU_LENGTH * first.level) return null;
  return { level: first.level, carried: levels[at - 1]?.level ?? null, reason: { kind: 'plateau' } };
}

/**
 * The highest throughput within the objective, in answers a second; null when no level was carried. Where a latency ends it, it lies between the last level that was carried and the
 * first that was not, and is interpolated on a logarithmic scale of the latency: it would else be as coarse as the steps.
 */
export function capacityOf(search: Steps): number | null {
  const levels = levelsOf(search);
  const carried = carriedLevels(levels);
  const last = carried.at(-1);
  if (last === undefined) return null;
  const highest = highestThroughput(carried);
  const next = levels[carried.length];
  if (next?.broken?.kind !== 'latency') return highest;
  const { metric, value, bound } = next.broken;
  const before = last.step[metric];
  if (before === null || !(before > 0) || !(value > before)) return highest;
  const share = Math.max(0, Math.min(1, Math.log(bound / before) / Math.log(value / before)));
  return Math.max(highest, last.step.throughput + share * (next.step.throughput - last.step.throughput));
}

/** A service has recovered when its p95 is at most this much above that of the way up… */
const RECOVERED_RATIO = 1.2;
/** …or this many milliseconds, whichever is more: so little is no sign of anything. */
const RECOVERED_MS = 2;
/** And its throughput at least this share of it. */
const RECOVERED_THROUGHPUT = 0.8;

/** Whether it came back when the load fell; null when that was not tried. */
export function recoveryOf(search: Steps): Recovery | null {
  const tries = search.steps.filter(({ purpose }) => purpose === 'recover');
  const last = tries.at(-1);
  if (last === undefined) return null;
  const before = wayUp(search, last.level);
  if (before === null) return null;
  const at = tries.findIndex((step) => isRecovered(step, before, search));
  const taken = at < 0 ? tries : tries.slice(0, at + 1);
  return {
    level: last.level,
    recovered: at >= 0,
    after: millis(taken.reduce((sum, { elapsed }) => sum + elapsed, 0)),
    before: { p95: before.p95, throughput: before.throughput },
    now: { p95: last.p95, throughput: last.throughput },
  };
}

/** The step of the way up at this level, or the nearest above; else the nearest below. */
function wayUp(search: Steps, level: number): Step | null {
  const levels = levelsOf(search);
  const found = levels.find((each) => each.level >= level) ?? levels.at(-1);
  return found?.step ?? null;
}

function isRecovered(step: Step, before: Step, search: Steps): boolean {
  if (breakOf(step, search) !== null && breakOf(before, search) === null) return false;
  const allowed = before.p95 === null ? Infinity : slower(before.p95);
  const wanted = RECOVERED_THROUGHPUT * before.throughput * Math.min(1, step.level / before.level);
  return step.p95 !== null && step.p95 <= allowed && step.throughput >= wanted;
}

const slower = (p95: Millis): number => Math.max(RECOVERED_RATIO * p95, p95 + RECOVERED_MS);

/**
 * How far users, throughput and latency are from Little's law, N = X·(R + Z), as a share of the users; of arrivals there is nothing to check. A step begins and ends in the middle of its
 * load, so that what is under way at either end cancels on average. Little, Operations Research 9 (1961).
 */
export function littleGap(step: Step, thinkTime: Millis): number | null {
  if (step.arrivals !== null || step.mean === null || step.level <= 0) return null;
  const { counts, elapsed, mean } = step;
  const answers = counts.sent - counts.inFlight;
  return ratio(Math.abs(step.level - (answers * (mean + thinkTime)) / elapsed) / step.level);
}
