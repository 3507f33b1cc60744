/** What a scenario's head used over its measured time, on the same axis as its latencies. */
import type { Slice } from '../../domain/measurement.ts';
import type { ResourceSecond } from '../../domain/resources.ts';
import { rowsOf } from '../../stats/summary.ts';

/** Points of curves that each stand for `width` seconds; null where nothing was read. CPU in cores, memory and storage of 10⁶ bytes (a second). */
export interface Curves {
  readonly seconds: number;
  readonly width: number;
  readonly service: readonly (number | null)[];
  readonly generator: readonly (number | null)[];
  readonly others: readonly (number | null)[];
  readonly memory: readonly (number | null)[];
  readonly read: readonly (number | null)[];
  readonly written: readonly (number | null)[];
}

type Reading = Exclude<keyof ResourceSecond, 'second'>;

const MEGA = 1e6;

/** The curves of slices one after the other, thinned to at most `pointsMax` points: means of CPU and storage, the most of memory. Null when nothing was watched. */
export function curvesOf(
  slices: readonly Pick<Slice, 'timeline' | 'elapsed' | 'resources'>[],
  pointsMax: number,
): Curves | null {
  const rows = joined(slices);
  if (rows.length === 0) return null;
  const seconds = Math.max(
    1,
    slices.reduce((sum, slice) => sum + rowsOf(slice), 0),
  );
  const width = Math.ceil(seconds / pointsMax);
  const points: readonly (readonly ResourceSecond[])[] = grouped(rows, width, Math.ceil(seconds / width));
  const line = (name: Reading, of: (values: readonly number[]) => number): readonly (number | null)[] =>
    points.map((part) => {
      const known = part.flatMap((row) => row[name] ?? []);
      return known.length === 0 ? null : of(known);
    });
  return {
    seconds,
    width,
    service: line('service', mean),
    generator: line('generator', mean),
    others: line('others', mean),
    memory: line('memory', (values) => Math.max(...values) / MEGA),
    read: line('read', (values) => mean(values) / MEGA),
    written: line('written', (values) => mean(values) / MEGA),
  };
}

/** Rows of all slices by the seconds of their timelines. What was watched after a slice's last second is left out: it belongs to nobody's. */
function joined(slices: Parameters<typeof curvesOf>[0]): readonly ResourceSecond[] {
  let offset = 0;
  return slices.flatMap((slice) => {
    const [start, length] = [offset, rowsOf(slice)];
    offset += length;
    return (slice.resources?.curve ?? [])
      .filter(({ second }) => second < length)
      .map((row) => ({ ...row, second: row.second + start }));
  });
}

function grouped(
  rows: readonly ResourceSecond[],
  width: number,
  count: number,
): readonly (readonly ResourceSecond[])[] {
  const groups = Map.groupBy(rows, ({ second }) => Math.floor(second / width));
  return Array.from({ length: count }, (_, index) => groups.get(index) ?? []);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
