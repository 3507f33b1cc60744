/** Where more load begins to cost more than it brings: two ways to find the bend of a curve, neither of which needs a model. */
import { hasAnswers, type LoadStep, levelsOf } from './ladder.ts';

/** The load of greatest power. */
export interface PowerKnee {
  /** Users; between two steps when the steps around say so. */
  readonly users: number;
  /** The end of the ladder at which the greatest power was found; the knee may then lie beyond. Null between the ends. */
  readonly end: 'lowest' | 'highest' | null;
}

/**
 * The users at which throughput over mean response time, the power of Kleinrock (ICC 1979), is greatest: the best trade between the two, and Kleinrock's knee. Where it has a neighbour on either side, it is the vertex of the
 * parabola through the three in logarithms of users and power, which lies less than half way to either. Steps without answers have no power. Null when no step has any.
 */
export function powerKnee(steps: readonly LoadStep[]): PowerKnee | null {
  const levels = levelsOf(steps.filter(hasAnswers));
  const points = levels.map(
    ({ users, throughput, response }): Point => ({ x: Math.log(users), y: Math.log(throughput / response) }),
  );
  const best = highestOf(points);
  const [before, top, after] = [points[best - 1], points[best], points[best + 1]];
  const users = levels[best]?.users;
  if (users === undefined || top === undefined) return null;
  if (before === undefined) return { users, end: 'lowest' };
  if (after === undefined) return { users, end: 'highest' };
  return { users: Math.exp(vertexOf(before, top, after)), end: null };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The first of the highest points. */
const highestOf = (points: readonly Point[]): number =>
  points.reduce((best, { y }, index) => (y > (points[best]?.y ?? -Infinity) ? index : best), 0);

/** Where the parabola through three points is highest, of which the middle one is above the first and not below the last (Newton's divided differences). */
function vertexOf(before: Point, top: Point, after: Point): number {
  const rise = (top.y - before.y) / (top.x - before.x);
  const fall = (after.y - top.y) / (after.x - top.x);
  const bend = (fall - rise) / (after.x - before.x);
  return (before.x + top.x) / 2 - rise / (2 * bend);
}

/** Steps of the difference curve that a knee must stand out by; 1 is the authors' choice. */
const SENSITIVITY = 1;

/**
 * The x at which a curve that rises and bends down is farthest above the straight line between its ends, by Kneedle (Satopää et al., ICDCSW 2011): both axes are brought to 0 … 1, and a local maximum of y − x is a knee when
 * the difference falls from it by more than the mean step of x times the sensitivity before it rises above it. Of several knees it is the one that stands out most. The steps of a ladder are means already, so that they are
 * not smoothed as the authors smooth single measurements; instead a smaller maximum on the way down does not end the search. Null with fewer than three different x, without rise, or when the curve has no such bend; with numbers that are not finite too. `xs` and `ys` belong together by
 * their index, in any order; of equal `xs` the mean counts.
 */
export function kneedle(xs: readonly number[], ys: readonly number[]): number | null {
  const points = pointsOf(xs, ys);
  const differences = differencesOf(points);
  if (differences === null) return null;
  const step = 1 / (points.length - 1);
  let knee: number | null = null;
  let height = -Infinity;
  for (const [index, difference] of differences.entries()) {
    if (difference <= height || !standsOut(differences, index, SENSITIVITY * step)) continue;
    knee = points[index]?.x ?? null;
    height = difference;
  }
  return knee;
}

/** In order of x, one a value of x. */
function pointsOf(xs: readonly number[], ys: readonly number[]): readonly Point[] {
  const levels = [...new Set(xs)].toSorted((left, right) => left - right);
  return levels.map((x) => {
    const same = ys.filter((_, index) => xs[index] === x);
    return { x, y: same.reduce((sum, y) => sum + y, 0) / same.length };
  });
}

/** y − x with both from 0 to 1; null when there is nothing to look at. */
function differencesOf(points: readonly Point[]): readonly number[] | null {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low];
  const finite = Number.isFinite(width) && Number.isFinite(height);
  if (points.length < 3 || !finite || height <= 0) return null;
  return points.map(({ x, y }) => (y - low) / height - (x - left) / width);
}

/** True for a local maximum from which the differences fall below the threshold before they rise to the next one. */
function standsOut(differences: readonly number[], index: number, drop: number): boolean {
  const top = differences[index] ?? 0;
  const before = differences[index - 1] ?? Infinity;
  const after = differences[index + 1] ?? Infinity;
  if (top < before || top < after) return false;
  const later = differences.slice(index + 1);
  const fallen = later.findIndex((difference) => difference < top - drop);
  const risen = later.findIndex((difference) => difference > top);
  return fallen !== -1 && (risen === -1 || fallen < risen);
}
