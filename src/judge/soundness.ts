/** Refuses numbers that cannot be judged: what is not finite compares false with every limit, and counts that do not add up hide failures. */
import { phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import type { Run, Slice } from '../domain/measurement.ts';

/** How many places are named in a refusal. */
const PLACES_MAX = 10;

/**
 * Looks at every number in a plain value, however deep.
 * @throws Failure kind `not-measured`, code `not-finite`, naming the places
 */
export function refuseNonFinite(value: unknown, name: string): void {
  const places = [...nonFinitePlaces(value, name)].slice(0, PLACES_MAX);
  if (places.length === 0) return;
  throw new Failure({
    kind: 'not-measured',
    code: 'not-finite',
    message: phrase('not-finite'),
    advice: phrase('measure-again-advice'),
    lines: places,
  });
}

function* nonFinitePlaces(value: unknown, place: string): Generator<string> {
  if (typeof value === 'number' && !Number.isFinite(value)) yield `${place} is ${value}`;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* nonFinitePlaces(member, `${place}.${key}`);
}

/**
 * Holds every slice to the identity of {@link Counts}: each request is in exactly one place.
 * @throws Failure kind `not-measured`, code `counts-inconsistent`, naming the scenarios
 */
export function refuseLostCount(run: Run): void {
  const wrong = run.blocks.flatMap((block) => block.slices).filter((slice) => !addsUp(slice));
  if (wrong.length === 0) return;
  throw new Failure({
    kind: 'not-measured',
    code: 'counts-inconsistent',
    message: phrase('counts-inconsistent'),
    advice: phrase('measure-again-advice'),
    lines: wrong.map((slice) => `${slice.scenario}: ${JSON.stringify(slice.counts)}`).slice(0, PLACES_MAX),
  });
}

function addsUp({ counts }: Slice): boolean {
  const { sent, ok, httpError, connectionError, timeout, lost, inFlight } = counts;
  return (
    Object.values(counts).every((count) => count >= 0) &&
    sent === ok + httpError + connectionError + timeout + lost + inFlight
  );
}
