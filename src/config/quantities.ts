/** Durations, shares, rates and sizes as people write them. Pure text in, plain finite numbers out; null where the text is none. */

/** Milliseconds in one of each unit of time. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
  ['us', 0.001],
  ['µs', 0.001],
]);

/** A number without sign or exponent: nobody writes `1e3s`. */
const NUMBER = String.raw`\d{1,12}(?:\.\d{1,9})?`;

/** JSON Schema pattern of {@link parseDuration}. */
export const DURATION_PATTERN = `^(0|(${NUMBER} ?(h|ms|m|s|us|µs) ?)+)$`;
/** JSON Schema pattern of {@link parseShare} for text. */
export const SHARE_PATTERN = `^${NUMBER} ?%?$`;
/** JSON Schema pattern of {@link parseRate} for text. */
export const RATE_PATTERN = `^${NUMBER} ?(/s)?$`;

/** JSON Schema pattern of {@link parseSize} for text. */
export const SIZE_PATTERN = `^${NUMBER} ?([kKmM]?i?[bB])?$`;

/** JSON Schema pattern of {@link parseGrowth}. */
export const GROWTH_PATTERN = `^${NUMBER} ?[kKmM]?i?[bB] ?/ ?min$`;

/** `30s`, `250ms`, `1.5m`, `1h`, `1m30s`, `0` as milliseconds; null when it is no duration. */
export function parseDuration(text: string): number | null {
  if (text.trim() === '0') return 0;
  const part = new RegExp(String.raw`\s*(${NUMBER})\s?(h|ms|m|s|us|µs)(?![a-zµ])\s*`, 'y');
  let total = 0;
  while (part.lastIndex < text.length) {
    const [, amount, unit] = part.exec(text) ?? [];
    const ms = UNITS.get(unit ?? '');
    if (amount === undefined || ms === undefined) return null;
    total += Number(amount) * ms;
  }
  // Fifteen digits: 512.483 * 1000 is 512483.00000000006.
  return text === '' ? null : Number(total.toPrecision(15));
}

/** `5%` and `0.05` as 0.05; null when it is no share. */
export function parseShare(text: string): number | null {
  const [, amount, percent] = new RegExp(String.raw`^\s*(${NUMBER})\s?(%)?\s*$`).exec(text) ?? [];
  if (amount === undefined) return null;
  // Divided, not multiplied: 7 / 100 is 0.07, and 7 * 0.01 is 0.07000000000000001.
  return percent === undefined ? Number(amount) : Number(amount) / 100;
}

/** `100/s` and `100` as events a second; null when it is no rate. */
export function parseRate(text: string): number | null {
  const [, amount] = new RegExp(String.raw`^\s*(${NUMBER})\s?(?:/\s?s)?\s*$`).exec(text) ?? [];
  return amount === undefined ? null : Number(amount);
}

/** Bytes in one of each unit of size: decimal ones, as in reports, and those of memory. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['kib', 1_024],
  ['mib', 1_048_576],
]);

/** `512 B`, `2.5kB`, `1 MiB` and plain numbers as bytes; null when it is no size. */
export function parseSize(text: string): number | null {
  const [, amount, unit = 'b'] =
    new RegExp(String.raw`^\s*(${NUMBER})\s?([kKmM]?i?[bB])?\s*$`).exec(text) ?? [];
  const size = SIZES.get(unit.toLowerCase());
  return amount === undefined || size === undefined ? null : Number(amount) * size;
}

/** `0.5MB/min` as bytes a minute; null when it is none. */
export function parseGrowth(text: string): number | null {
  const [, size] = /^\s*([^/]*[bB])\s?\/\s?min\s*$/.exec(text) ?? [];
  return size === undefined ? null : parseSize(size);
}

/** Bytes as a person would write them: `2.5kB`, `512B`. */
export function writeSize(bytes: number): string {
  if (bytes >= 1e6) return `${bytes / 1e6}MB`;
  return bytes >= 1e3 ? `${bytes / 1e3}kB` : `${bytes}B`;
}

/** Milliseconds as a person would write them: `10m`, `1.5s`, `200ms`. */
export function writeDuration(ms: number): string {
  for (const unit of ['h', 'm', 's']) {
    const size = UNITS.get(unit) ?? 1;
    if (ms >= size && ms % size === 0) return `${ms / size}${unit}`;
  }
  if (ms >= 1000) return `${ms / 1000}s`;
  return ms >= 1 || ms === 0 ? `${ms}ms` : `${ms * 1000}us`;
}

/** A share as a percentage: `5%`. */
export function writeShare(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}
