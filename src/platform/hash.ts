/** A short hash of a plain value that does not depend on the order of its keys. */
import { createHash } from 'node:crypto';

/** Hexadecimal digits kept of the SHA-256: 64 bits, plenty to tell configurations and machines apart. */
const DIGITS = 16;

/**
 * The first 16 hexadecimal digits of the SHA-256 over the value as canonical JSON (keys sorted, `undefined` members left out).
 * @throws TypeError for what JSON cannot hold: numbers that are not finite, functions, symbols, big integers, circles
 */
export function stableHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value, [])).digest('hex').slice(0, DIGITS);
}

function canonicalJson(value: unknown, within: readonly object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return finiteNumber(value);
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no place in a hash`);
  if (within.includes(value)) throw new TypeError('a circle has no place in a hash');
  const inside = [...within, value];
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, inside)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, inside)}`);
  return `{${members.join(',')}}`;
}

function finiteNumber(value: number): string {
  if (Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError(`${value} has no place in a hash`);
}
