/** The level of a load over time: users or arrivals a second at each moment, as straight pieces. Pure. */
import type { Executor, Stage } from '../domain/plan.ts';

/** One stretch in which the level moves in a straight line. */
export interface Piece {
  /** Milliseconds since the load began. */
  readonly begin: number;
  readonly length: number;
  /** Users, or arrivals a second. */
  readonly from: number;
  readonly to: number;
}

/** Users, or arrivals a second, that are asked for so many milliseconds after the begin; those of the end afterwards. */
export function levelAt(executor: Executor, elapsed: number): number {
  const all = piecesOf(executor);
  const piece = all.find(({ begin, length }) => elapsed < begin + length);
  if (piece === undefined) return all.at(-1)?.to ?? 0;
  return piece.from + ((piece.to - piece.from) * Math.max(0, elapsed - piece.begin)) / piece.length;
}

/** All pieces in their order; those without a length are left out. */
export function piecesOf(executor: Executor): readonly Piece[] {
  switch (executor.kind) {
    case 'constant-users':
      return [flat(executor.users, executor.duration)];
    case 'constant-arrival-rate':
      return [flat(executor.rate, executor.duration)];
    case 'ramping-users':
      return ramps(executor.startUsers, executor.stages);
    case 'ramping-arrival-rate':
      return ramps(executor.startRate, executor.stages);
  }
}

const flat = (level: number, length: number): Piece => ({ begin: 0, length, from: level, to: level });

/** A stage of no length is a step. */
function ramps(start: number, stages: readonly Stage[]): readonly Piece[] {
  let begin = 0;
  let from = start;
  return stages.flatMap(({ duration, target }) => {
    const piece = { begin, length: duration, from, to: target };
    begin += duration;
    from = target;
    return duration > 0 ? [piece] : [];
  });
}
