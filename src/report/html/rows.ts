/** Small forms that many tables of the page share: cells with their unit or a dash, and where something is null. */
import type { Sheet } from './sheet.ts';

/** A cell of a number that may be missing. */
export const cell = <Value>(
  value: Value | null | undefined,
  write: (value: Value) => string,
  { words }: Pick<Sheet, 'words'>,
): string => (value == null ? words.labels.none : write(value));

/** A row of a reading, and the same of the base. */
export type ReadingRow<Reading> = readonly [label: string, write: (reading: Reading) => string | null];

/** Readings side by side, one column each. Rows that no reading knows anything of are left out. */
export function readingRows<Reading>(
  rows: readonly ReadingRow<Reading>[],
  readings: readonly Reading[],
  none: string,
): readonly (readonly string[])[] {
  return rows.flatMap(([label, write]) => {
    const cells = readings.map(write);
    return cells.every((each) => each === null) ? [] : [[label, ...cells.map((each) => each ?? none)]];
  });
}
