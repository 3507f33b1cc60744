/** Numbers out of untrusted text and JSON: finite, not negative, or refused with their place. */
import { inconsistent, invalid, type Place, quoted } from './refuse.ts';

/** A number as tools write them: digits, a point, an exponent. No hexadecimal, no spaces within, no words. */
const NUMBER = /^[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?$/;

/** No time since 1970 in nanoseconds and nothing else that is told is larger. */
const LARGEST = 1e19;

/** A number from 0. @throws Failure for what is none: text, NaN, Infinity, negative, beyond all reason */
export function amount(value: unknown, what: string, place: Place): number {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && NUMBER.test(value.trim())
        ? Number(value)
        : Number.NaN;
  // No minus before a zero.
  if (number >= 0 && number <= LARGEST) return number + 0;
  throw invalid(place, `${what} is no number from 0: ${quoted(value)}`);
}

/** A whole number from 0 that is exact. @throws Failure for what is none */
export function count(value: unknown, what: string, place: Place): number {
  const number = amount(value, what, place);
  if (Number.isSafeInteger(number)) return number;
  throw invalid(place, `${what} is no whole number: ${quoted(value)}`);
}

/** A number above 0. @throws Failure for what is none */
export function positive(value: unknown, what: string, place: Place): number {
  const number = amount(value, what, place);
  if (number > 0) return number;
  throw invalid(place, `${what} is 0`);
}

/** A JSON object's members. @throws Failure for anything else */
export function members(value: unknown, what: string, place: Place): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw invalid(place, `${what} is missing or no object`);
}

/** An own member that is text, else nothing: `''`. */
export function textOf(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = own(object, name);
  return typeof value === 'string' ? value : '';
}

/** An own member, or undefined: no name may find something of the prototype's. */
export const own = (object: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** A count, and what is told beside it: a rate and a time, each rounded to a step. */
export interface Rated {
  readonly count: number;
  /** A second. */
  readonly rate: number;
  readonly rateStep: number;
  readonly seconds: number;
  readonly secondsStep: number;
}

/**
 * Holds a count against the rate that is told beside it: no more may lie between than rounding explains, so that a part of the output that is missing shows.
 * @throws Failure code `import-inconsistent`
 */
export function agree({ count: counted, rate, rateStep, seconds, secondsStep }: Rated, place: Place): void {
  const expected = rate * seconds;
  const rounding = (rateStep * seconds + secondsStep * rate + rateStep * secondsStep) / 2;
  // Half a request, and the last digits of the arithmetic.
  if (Math.abs(counted - expected) <= rounding + 0.5 + 1e-9 * expected) return;
  throw inconsistent(
    place,
    `${counted} requests are not ${rate} a second for ${Number(seconds.toPrecision(6))} s`,
  );
}
