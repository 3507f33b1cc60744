/** Numbers that know their unit: a `Millis` cannot be handed where `Micros` are asked for. All conversions are here. */

declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** A length of time in milliseconds, fractions allowed. */
export type Millis = Unit<'ms'>;
/** A length of time in microseconds; what histograms record (whole numbers there). */
export type Micros = Unit<'µs'>;
/** Events in a second. */
export type PerSecond = Unit<'/s'>;
/** A share or a relative change: 0.05 is 5 %. */
export type Ratio = Unit<'ratio'>;
/** CPU time in nanoseconds, as the scheduler counts it. */
export type Nanos = Unit<'ns'>;
/** An amount of memory or of data in bytes. */
export type Bytes = Unit<'B'>;

/** @throws RangeError when the number is not finite: NaN compares false with every limit, so it must never enter. */
function finite(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${value}`);
  return value;
}

/** Takes a plain number as milliseconds. @throws RangeError when it is not finite. */
export const millis = (value: number): Millis => finite(value, 'milliseconds') as Millis;
/** Takes a plain number as microseconds. @throws RangeError when it is not finite. */
export const micros = (value: number): Micros => finite(value, 'microseconds') as Micros;
/** Takes a plain number as events a second. @throws RangeError when it is not finite. */
export const perSecond = (value: number): PerSecond => finite(value, 'rate') as PerSecond;
/** Takes a plain number as a ratio. @throws RangeError when it is not finite. */
export const ratio = (value: number): Ratio => finite(value, 'ratio') as Ratio;
/** Takes a plain number as nanoseconds. @throws RangeError when it is not finite. */
export const nanos = (value: number): Nanos => finite(value, 'nanoseconds') as Nanos;
/** Takes a plain number as bytes. @throws RangeError when it is not finite. */
export const bytes = (value: number): Bytes => finite(value, 'bytes') as Bytes;

/** Seconds to milliseconds. */
export const seconds = (value: number): Millis => millis(value * 1000);
/** Microseconds to milliseconds. */
export const toMillis = (value: Micros): Millis => millis(value / 1000);
/** Milliseconds to microseconds. */
export const toMicros = (value: Millis): Micros => micros(value * 1000);
/** Nanoseconds to milliseconds. */
export const nanosToMillis = (value: Nanos): Millis => millis(value / 1e6);
/** Milliseconds to a plain number of seconds. */
export const toSeconds = (value: Millis): number => value / 1000;
