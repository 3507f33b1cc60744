import.meta.dirname;
import.meta.filename;
// src/domain/units.ts
/** @throws RangeError when the number is not finite: NaN compares false with every limit, so it must never enter. */
function finite(value, name) {
	if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${value}`);
	return value;
}
/** Takes a plain number as milliseconds. @throws RangeError when it is not finite. */
const millis = (value) => finite(value, "milliseconds");
/** Takes a plain number as microseconds. @throws RangeError when it is not finite. */
const micros = (value) => finite(value, "microseconds");
/** Takes a plain number as events a second. @throws RangeError when it is not finite. */
const perSecond = (value) => finite(value, "rate");
/** Takes a plain number as a ratio. @throws RangeError when it is not finite. */
const ratio = (value) => finite(value, "ratio");
/** Takes a plain number as nanoseconds. @throws RangeError when it is not finite. */
const nanos = (value) => finite(value, "nanoseconds");
/** Takes a plain number as bytes. @throws RangeError when it is not finite. */
const bytes = (value) => finite(value, "bytes");
/** Microseconds to milliseconds. */
const toMillis = (value) => millis(value / 1e3);
/** Nanoseconds to milliseconds. */
const nanosToMillis = (value) => millis(value / 1e6);
/** Milliseconds to a plain number of seconds. */
const toSeconds = (value) => value / 1e3;
export { nanosToMillis as a, toMillis as c, nanos as i, toSeconds as l, micros as n, perSecond as o, millis as r, ratio as s, bytes as t };
