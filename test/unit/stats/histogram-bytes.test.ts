/** Encoded histograms of strangers: bombs, ranges that are none of ours, and counts without a place are refused before anything is made of them (S26). */
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { build } from 'hdr-histogram-js';
import { describe, expect, test } from 'vitest';
import { micros } from '../../../src/domain/units.ts';
import {
  BYTES_MAX,
  DIGITS,
  ENCODED_MAX,
  HIGHEST,
  histogramBytes,
  PLACES_MAX,
} from '../../../src/stats/histogram-bytes.ts';
import { createHistogram, fromRecord } from '../../../src/stats/histogram.ts';
import { bombOf, enveloped, headerOf } from '../../fixtures/bombs.ts';

const own = createHistogram();
for (const value of [1, 5_000, 3_600_000_000]) own.record(micros(value), 7);
const { encoded: OWN } = own.toRecord();

const recordOf = (encoded: string, count: number) =>
  ({ unit: 'µs', count, resolution: micros(1), encoded }) as const;
/** A histogram with these words after a header of its own. */
const worded = (words: readonly number[], header = headerOf(words.length)): string =>
  enveloped(deflateSync(Buffer.concat([header, Buffer.from(words)])));
const ofRange = (digits: number, lowest: bigint, highest: bigint): string => {
  const header = headerOf(1);
  header.writeUInt32BE(digits, 12);
  header.writeBigUInt64BE(lowest, 16);
  header.writeBigUInt64BE(highest, 24);
  return worded([0], header);
};

describe('the bytes of a histogram', () => {
  test('have the places of the library, and the largest text still fits', () => {
    const library = build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: HIGHEST,
      numberOfSignificantValueDigits: DIGITS,
      bitBucketSize: 64,
    });
    expect(library).toHaveProperty('countsArrayLength', PLACES_MAX);
    const noise = Buffer.concat([headerOf(0), Buffer.alloc(BYTES_MAX - 40, 0x5a)]);
    expect(enveloped(deflateSync(noise, { level: 0 })).length).toBeLessThanOrEqual(ENCODED_MAX);
  });

  test('of our own come back', () => {
    expect(fromRecord(own.toRecord()).toRecord()).toEqual(own.toRecord());
  });

  test('S26: a bomb of 1 GiB is refused within a second, and nothing of it is kept', () => {
    const bomb = bombOf(2 ** 30);
    const before = process.memoryUsage.rss();
    const started = performance.now();
    expect(() => histogramBytes(bomb)).toThrow(RangeError);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 2 ** 20);
  });

  test.each([
    ['is too large within the bound of its text', bombOf(200 * BYTES_MAX), /larger than/],
    ['has more digits than ours', ofRange(5, 1n, BigInt(HIGHEST)), /range/],
    ['reaches further than ours', ofRange(3, 1n, 2n ** 53n), /range/],
    ['begins elsewhere', ofRange(3, 1_000n, BigInt(HIGHEST)), /range/],
    ['says that its words go on for 4 GiB', worded([2], headerOf(0xffff_ffff)), /cut off/],
    ['has words behind its end', worded([2, 2], headerOf(1)), /cut off/],
    ['skips 2^40 places', worded([0xff, 0xff, 0xff, 0xff, 0xff, 0x3f]), /places/],
    ['has a word that does not end', worded([0xff, 0xff]), /cut off/],
    ['has a count that is no whole number', worded(Array.from({ length: 9 }, () => 0xfe)), /too large/],
    ['is another encoding', Buffer.from('no histogram at all').toString('base64'), /another encoding/],
    ['is compressed otherwise', enveloped(Buffer.from('not zlib')), /decoded/],
    ['has other signs in it', `${OWN.slice(0, 9)}{${OWN.slice(9)}`, /no base64/],
    ['is empty', '', /another encoding/],
  ])('S26: refuses one that %s', (_, encoded, why) => {
    expect(() => histogramBytes(encoded)).toThrow(why);
    expect(() => fromRecord(recordOf(encoded, 0))).toThrow(RangeError);
  });

  test('S26: whatever is written into one, it is refused or can be read, at once', () => {
    const bytes = Buffer.from(histogramBytes(OWN));
    const edits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(edits, (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        const encoded = enveloped(deflateSync(changed));
        // No histogram has -1 values: one that can be read is refused for that alone.
        expect(() => fromRecord(recordOf(encoded, -1))).toThrow(/holds|cannot be decoded/u);
      }),
    );
  });
});
