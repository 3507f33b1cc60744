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

/** By a program of its own, Locust or k6: it has to start for every turn, which takes some seconds that nothing is measured in, so that its turns are few and long. */
export const FOREIGN_DESIGN: Pick<Design, 'turn' | 'slice' | 'warmUpTurn'> & { readonly leadIn: Millis } = {
  turn: millis(2_000),
  slice: millis(8_000),
  warmUpTurn: millis(2_000),
  leadIn: millis(500),
};

/** A turn lasts at least so many median latencies: of a shorter one, most would be its beginning and its end. */
const LATENCIES_A_TURN = 6;
/** A turn is to bring so many answers, where the load and not the service says how fast they come: of fewer, its p95 is its maximum. */
const ANSWERS_A_TURN = 20;
/** So many turns a build has at least: of fewer, a quarter is no more than luck. The slice of a slow service lasts longer for it… */
const TURNS_MIN = 12;
/** …up to this. */
const SLICE_MAX = millis(12_000);

/**
 * Length and number of a build's turns for a scenario whose median latency is known. `rate`: answers a second that its load allows, or null when only the service bounds them.
 * The number is even, since turns come in units of ABBA or BAAB.
 */
export function turnsFor(
  design: Design,
  median: Millis | null,
  rate: number | null = null,
): { readonly length: Millis; readonly aSide: number } {
  const longest = Math.max(design.turn, SLICE_MAX / TURNS_MIN);
  const forAnswers = rate === null ? 0 : (1_000 * ANSWERS_A_TURN) / rate;
  const needed = Math.max(design.turn, LATENCIES_A_TURN * (median ?? 0), forAnswers);
  const length = millis(Math.min(needed, longest));
  const usual = 2 * Math.round(design.slice / length / 2);
  // Turns that were asked to be long are for experiments, and few.
  return { length, aSide: Math.max(design.turn < longest ? TURNS_MIN : 2, usual) };
}
