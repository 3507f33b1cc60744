/** Turns as they are kept: a column for each number, in a few digits. */
import type { Turn } from '../../src/domain/measurement.ts';
import { millis, nanos } from '../../src/domain/units.ts';

/** The turns of one build in one block, number by number; `cpu` in milliseconds. */
export interface KeptTurns {
  readonly place: readonly number[];
  readonly elapsed: readonly number[];
  readonly ok: readonly number[];
  readonly p50: readonly (number | null)[];
  readonly p95: readonly (number | null)[];
  readonly level: readonly (number | null)[];
  readonly cpu: readonly (number | null)[];
  readonly outside: readonly (number | null)[];
}

/** Five digits: far below the noise. */
const DIGITS = 5;

/** Every number of a plain value in a few digits. */
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rounded(member)]));
}

/** Turns to be kept. */
export function keepTurns(turns: readonly Turn[]): KeptTurns {
  const columns: KeptTurns = {
    place: turns.map(({ place }) => place),
    elapsed: turns.map(({ elapsed }) => elapsed),
    ok: turns.map(({ ok }) => ok),
    p50: turns.map(({ p50 }) => p50),
    p95: turns.map(({ p95 }) => p95),
    level: turns.map(({ level }) => level),
    cpu: turns.map(({ cpu }) => (cpu === null ? null : cpu / 1e6)),
    outside: turns.map(({ outside }) => outside),
  };
  return rounded(columns) as KeptTurns;
}

/** Turns that were kept. */
export function turnsOf(kept: KeptTurns): readonly Turn[] {
  const time = (value: number | null | undefined) => (value == null ? null : millis(value));
  return kept.place.map((place, at) => {
    const cpu = kept.cpu[at] ?? null;
    return {
      place,
      elapsed: millis(kept.elapsed[at] ?? 0),
      ok: kept.ok[at] ?? 0,
      p50: time(kept.p50[at]),
      p95: time(kept.p95[at]),
      level: kept.level[at] ?? null,
      cpu: cpu === null ? null : nanos(cpu * 1e6),
      outside: kept.outside[at] ?? null,
    };
  });
}
