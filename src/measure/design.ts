/** How two builds are measured beside each other: constants that an experiment chose (`npm run bench:design`, docs/evidence.md). */
import { type Millis, millis } from '../domain/units.ts';

/** The shape of a block. */
export interface Design {
  /** Length of one turn. */
  readonly turn: Millis;
  /** Measured time of one scenario on one build in one block: so many turns as fit. */
  readonly slice: Millis;
  /** Length of a turn of the warm-up. */
  readonly warmUpTurn: Millis;
  /** False: generator and services share all cores, even where they could be kept apart. */
  readonly apart: boolean;
}

/** What is measured by default. */
export const DESIGN: Design = {
  turn: millis(100),
  slice: millis(2_000),
  warmUpTurn: millis(500),
  apart: true,
};

/** A turn lasts at least so many median latencies: of a shorter one, most would be its beginning and its end. */
const LATENCIES_A_TURN = 15;
/** A build's turns come in pairs (ABBA, BAAB). */
const TURNS_MIN = 2;

/** Length and number of a build's turns for a scenario whose median latency is known; the number is even. */
export function turnsFor(
  design: Design,
  median: Millis | null,
): { readonly length: Millis; readonly aSide: number } {
  const length = millis(
    Math.min(
      Math.max(design.turn, LATENCIES_A_TURN * (median ?? 0)),
      Math.max(design.turn, design.slice / TURNS_MIN),
    ),
  );
  return { length, aSide: Math.max(TURNS_MIN, 2 * Math.round(design.slice / length / 2)) };
}
