/** A mergeable histogram of whole microseconds (HDR, three significant digits: no value is off by more than 0.1 %). */
import { build, encodeIntoCompressedBase64, type Histogram as Hdr, JsHistogram } from 'hdr-histogram-js';
import type { doDecode } from 'hdr-histogram-js/dist/JsHistogram.encoding.js';
import type { HistogramRecord } from '../domain/measurement.ts';
import { type Micros, micros } from '../domain/units.ts';
import { DIGITS, HIGHEST, histogramBytes } from './histogram-bytes.ts';

/** What has been recorded so far. */
export interface Histogram {
  readonly count: number;
  /** Null without values. */
  readonly mean: Micros | null;
  /** Null without values. */
  readonly max: Micros | null;
  /** Records a value, once or so many times; fractions are rounded. @throws RangeError when it is not finite */
  record(value: Micros, times?: number): void;
  /** The value that a share `q` (0 to 1) of all values does not exceed; null without values. */
  quantile(q: number): Micros | null;
  /** Adds all values of another histogram: the same as having recorded them here. */
  add(other: Histogram): void;
  /** Forgets all values. */
  reset(): void;
  /** The storable form. `resolution` is the finest step the engine could tell apart (default one microsecond). */
  toRecord(resolution?: Micros): HistogramRecord;
}

/** Its type is told in the file that puts it there alone. */
const decode: typeof doDecode = JsHistogram.decode;

const inner = new WeakMap<Histogram, Hdr>();

/** An empty histogram. */
export function createHistogram(): Histogram {
  return wrap(
    build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: HIGHEST,
      numberOfSignificantValueDigits: DIGITS,
      bitBucketSize: 64,
      useWebAssembly: false,
    }),
  );
}

/** The histogram of a record. @throws RangeError when the encoding is broken or its number of values is not the one it states */
export function fromRecord(record: HistogramRecord): Histogram {
  const decoded: Hdr = decode(histogramBytes(record.encoded), 64);
  if (decoded.totalCount !== record.count) {
    throw new RangeError(`a histogram of ${record.count} values holds ${decoded.totalCount}`);
  }
  return wrap(decoded);
}

/** Quantiles that stand for all values but the highest twentieth. */
const LEVEL_QUANTILES = Array.from({ length: 10 }, (_, index) => 0.5 + index / 20);

/**
 * Mean logarithm of the quantiles p50, p55 … p95, each in milliseconds; null without values. The difference of two is how far the whole distribution moved, as a log
 * ratio.
 */
export function levelOf(histogram: Histogram): number | null {
  if (histogram.count === 0) return null;
  const logs = LEVEL_QUANTILES.map((quantile) =>
    Math.log(Math.max(histogram.quantile(quantile) ?? 1, 1) / 1_000),
  );
  return logs.reduce((sum, log) => sum + log, 0) / logs.length;
}

function wrap(hdr: Hdr): Histogram {
  const histogram: Histogram = {
    get count() {
      return hdr.totalCount;
    },
    get mean() {
      return hdr.totalCount === 0 ? null : micros(hdr.mean);
    },
    get max() {
      return hdr.totalCount === 0 ? null : micros(hdr.maxValue);
    },
    record(value, times = 1) {
      if (!Number.isFinite(value)) throw new RangeError(`cannot record ${value}`);
      hdr.recordValueWithCount(Math.min(Math.max(Math.round(value), 1), HIGHEST), times);
    },
    quantile: (q) => (hdr.totalCount === 0 ? null : micros(hdr.getValueAtPercentile(q * 100))),
    add(other) {
      const added = inner.get(other);
      if (added !== undefined && added.totalCount > 0) hdr.add(added);
    },
    reset: () => hdr.reset(),
    toRecord: (resolution = micros(1)) => ({
      unit: 'µs',
      count: hdr.totalCount,
      resolution,
      encoded: encodeIntoCompressedBase64(hdr),
    }),
  };
  inner.set(histogram, hdr);
  return histogram;
}
