/** The bytes of an encoded histogram, bounded and checked before anything is made of them: a stranger's may be a bomb. */
import { inflateSync } from 'node:zlib';

/** Values are kept between one microsecond and one hour; what lies beyond is recorded as the nearer end. */
export const HIGHEST = 3_600_000_000;
/** Significant digits. */
export const DIGITS = 3;

/** Steps of the first bucket; every further one has half as many (HdrHistogram: the least power of two that is at least `2 × 10^digits`). */
const STEPS = 2 ** Math.ceil(Math.log2(2 * 10 ** DIGITS));
/** Buckets that reach {@link HIGHEST}: each spans twice the one before. */
const BUCKETS = Math.ceil(Math.log2((HIGHEST + 1) / STEPS)) + 1;
/** Counts that a histogram of this range has. */
export const PLACES_MAX = (BUCKETS + 1) * (STEPS / 2);

const HEADER = 40;
const WORD_MAX = 9;
/** Bytes of such a histogram when each of its counts takes the longest word that there is. */
export const BYTES_MAX = HEADER + PLACES_MAX * WORD_MAX;
/** Of cookie and length before the compressed bytes. */
const ENVELOPE = 8;
/** What cannot be compressed grows by 5 bytes a block of 16 KiB, and 6 (zlib's manual). */
const COMPRESSED_MAX = BYTES_MAX + 5 * Math.ceil(BYTES_MAX / 16_384) + 6;
/** Characters of its base64 text. */
export const ENCODED_MAX = 4 * Math.ceil((ENVELOPE + COMPRESSED_MAX) / 3);

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** Both with the bit that says "words of any length" (V2 of HdrHistogram's encoding). */
const COMPRESSED_COOKIE = 0x1c849314;
const COOKIE = 0x1c849313;

/**
 * The inflated bytes of a histogram of whole microseconds up to {@link HIGHEST}, of which every count is a whole number and has its place.
 * @throws RangeError for any other bytes, before more than {@link BYTES_MAX} of them are inflated
 */
export function histogramBytes(encoded: string): Uint8Array {
  if (encoded.length > ENCODED_MAX) throw undecoded(`its text has more than ${ENCODED_MAX} characters`);
  // What Buffer passes over, another reader may not.
  if (!BASE64.test(encoded)) throw undecoded('it is no base64');
  const outer = Buffer.from(encoded, 'base64');
  if (outer.length < ENVELOPE || outer.readUInt32BE(0) !== COMPRESSED_COOKIE)
    throw undecoded('it is in another encoding');
  if (outer.readUInt32BE(4) !== outer.length - ENVELOPE) throw undecoded('it is cut off');
  const bytes = inflated(outer.subarray(ENVELOPE));
  checkHeader(bytes);
  checkWords(bytes);
  return bytes;
}

function inflated(compressed: Uint8Array): Buffer {
  try {
    return inflateSync(compressed, { maxOutputLength: BYTES_MAX });
  } catch (error) {
    throw undecoded(error instanceof Error ? error.message : String(error));
  }
}

/** Of the range that all of ours have: another one would be made as large as it says that it is. */
function checkHeader(bytes: Buffer): void {
  if (bytes.length < HEADER || bytes.readUInt32BE(0) !== COOKIE) throw undecoded('it is in another encoding');
  if (bytes.readUInt32BE(4) !== bytes.length - HEADER) throw undecoded('it is cut off');
  const isOurs =
    bytes.readUInt32BE(12) === DIGITS &&
    bytes.readBigUInt64BE(16) === 1n &&
    bytes.readBigUInt64BE(24) === BigInt(HIGHEST);
  if (!isOurs) throw undecoded('its range is another one');
}

/** A word is a count, or as its negative the number of places that are empty (ZigZag, LEB128 of at most nine bytes). */
function checkWords(bytes: Buffer): void {
  let places = 0;
  for (let at = HEADER; at < bytes.length; ) {
    let word = 0;
    let factor = 1;
    const end = at + WORD_MAX;
    for (let more = true; more; at += 1, factor *= 128) {
      const byte = bytes[at];
      if (byte === undefined) throw undecoded('it is cut off');
      more = byte > 127 && at + 1 < end;
      word += (byte & 127) * factor;
    }
    if (!Number.isSafeInteger(word)) throw undecoded('a count is too large');
    places += word % 2 === 0 ? 1 : (word + 1) / 2;
    if (places > PLACES_MAX) throw undecoded('it has more places than its range');
  }
}

const undecoded = (why: string): RangeError => new RangeError(`a histogram cannot be decoded: ${why}`);
