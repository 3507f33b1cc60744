/** What is only known of some slices: what another tool told, and what it did not. */
import type { ToldLatency } from '../domain/imported.ts';
import type { Run, Slice } from '../domain/measurement.ts';
import { type Bytes, bytes, type Millis } from '../domain/units.ts';

/**
 * The scenarios that a run is judged by. What was measured here must have them all, since a missing one would go unnoticed; of what was imported they are those that
 * files were given for.
 */
export function scenariosOf<Named extends { readonly name: string }>(
  all: readonly Named[],
  { machine, blocks }: Pick<Run, 'machine' | 'blocks'>,
): readonly Named[] {
  if (machine !== null) return all;
  const held = new Set(blocks.flatMap(({ slices }) => slices.map(({ scenario }) => scenario)));
  const found = all.filter(({ name }) => held.has(name));
  return found.length > 0 ? found : all;
}

/** The most of any; known only where it is known of every slice. */
export function usersOf(slices: readonly Slice[]): number | null {
  const known = slices.flatMap(({ users }) => users ?? []);
  return known.length === slices.length ? Math.max(...known) : null;
}

/** Known only where it is known of every slice. */
export function bodyBytesOf(slices: readonly Slice[]): Bytes | null {
  const known = slices.flatMap((slice) => slice.bodyBytes ?? []);
  return known.length === slices.length ? bytes(sum(known)) : null;
}

/** Quantiles of two stretches are none of both together: told ones are those of a single slice. */
export const toldOf = (slices: readonly Slice[]): ToldLatency | null =>
  slices.length === 1 ? (slices[0]?.imported?.told ?? null) : null;

/** A quantile as an imported result tells it; null where it tells others only. */
export const toldAt = ({ quantiles }: ToldLatency, quantile: number): Millis | null =>
  quantiles.find((each) => each.quantile === quantile)?.value ?? null;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
