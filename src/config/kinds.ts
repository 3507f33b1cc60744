/** Kinds of scalar that a configuration knows: each is a zod schema, an editor's JSON Schema, and a sentence for what is wrong. */
import { english, type Phrase, phrase } from '../domain/phrase.ts';
import { z } from 'zod';
import { didYouMean } from './problems.ts';
import {
  DURATION_PATTERN,
  GROWTH_PATTERN,
  parseDuration,
  parseGrowth,
  parseRate,
  parseShare,
  parseSize,
  RATE_PATTERN,
  SHARE_PATTERN,
  SIZE_PATTERN,
  writeDuration,
  writeShare,
  writeSize,
} from './quantities.ts';
import { isReservedName } from './tree.ts';

/** What reading a value came to: the value, or what it must be and what to write instead. */
export type Reading<T> =
  | { readonly value: T }
  | { readonly must: Phrase; readonly say?: Phrase | null; readonly mismatch?: boolean };

/** What a complaint carries through zod, beside its message (`be a duration …`). */
export interface Complaint {
  readonly must: Phrase;
  /** What to write instead; null where the first part says it. */
  readonly say: Phrase | null;
  /** True when the value is of another type altogether, so that another arm of a union may fit. */
  readonly mismatch: boolean;
}

/**
 * A kind of value from a reader: `title` names it in docs and editors, `shape` is its JSON Schema. Unions of types ("5%" or 0.05) are one kind, not
 * a union of schemas, because one sentence must tell what is wrong.
 */
export function kind<T>(
  title: string,
  shape: Readonly<Record<string, unknown>>,
  read: (value: unknown) => Reading<T>,
) {
  return z
    .unknown()
    .transform((value, context): T => {
      const reading = read(value);
      if ('value' in reading) return reading.value;
      const { must, say = null, mismatch = false } = reading;
      const complaint: Complaint = { must, say, mismatch };
      context.addIssue({ code: 'custom', message: english(must), params: complaint, input: value });
      return z.NEVER;
    })
    .meta({ title, ...shape });
}

/** What a complaint of {@link kind} carries. */
export function complaintOf({
  params,
  message,
}: {
  readonly params?: unknown;
  readonly message: string;
}): Complaint {
  return isComplaint(params)
    ? params
    : { must: phrase('foreign', { text: message }), say: null, mismatch: false };
}

const isComplaint = (params: unknown): params is Complaint =>
  typeof params === 'object' && params !== null && 'must' in params && 'mismatch' in params;

/** A phrase as the message of a union, which is a text: {@link unpacked} has it again. */
export const packed = (must: Phrase): string => JSON.stringify(must);

/** The phrase of {@link packed}; any other text stays one. */
export function unpacked(message: string): Phrase {
  try {
    const value: unknown = JSON.parse(message);
    if (isPhrase(value)) return value;
  } catch {
    // A message of zod's own.
  }
  return phrase('foreign', { text: message });
}

const isPhrase = (value: unknown): value is Phrase =>
  typeof value === 'object' && value !== null && 'phrase' in value && 'facts' in value;

/** A length of time between two bounds, in milliseconds. */
export function duration(min: number, max: number) {
  const must = phrase('be-duration', { min: writeDuration(min), max: writeDuration(max) });
  return kind<number>('duration', { type: ['string', 'number'], pattern: DURATION_PATTERN }, (value) => {
    if (typeof value === 'number' && value !== 0)
      return { must, say: phrase('say-seconds', { a: value, b: value }) };
    const written = value === 0 ? '0' : value;
    if (typeof written !== 'string') return { must, say: phrase('say-duration'), mismatch: true };
    const ms = parseDuration(written);
    if (ms === null)
      return {
        must,
        say: /^[\d.]+$/.test(written)
          ? phrase('say-seconds', { a: written, b: written })
          : phrase('say-duration'),
      };
    return ms < min || ms > max ? { must } : { value: ms };
  });
}

/** A share between two bounds as a ratio: `5%` or 0.05. `above` leaves the lower bound itself out. */
export function share(bounds: { readonly min: number; readonly max: number; readonly above?: boolean }) {
  const { min, max, above = false } = bounds;
  const facts = { min: writeShare(min), max: writeShare(max) };
  const must = above ? phrase('be-share-above', facts) : phrase('be-share', facts);
  return kind<number>('share', { type: ['string', 'number'], pattern: SHARE_PATTERN }, (value) => {
    if (typeof value !== 'number' && typeof value !== 'string')
      return { must, say: phrase('say-share'), mismatch: true };
    const ratio = parseShare(String(value));
    if (ratio === null) return { must, say: phrase('say-share') };
    // 10 could mean 10 % or 1000 %: only shares below 1 may go without a sign.
    if (ratio >= 1 && !String(value).includes('%'))
      return { must, say: phrase('say-share-of', { percent: ratio, ratio: ratio / 100 }) };
    return ratio > max || ratio < min || (above && ratio === min) ? { must } : { value: ratio };
  });
}

/** A share as {@link share} reads it, or the word `standard`. */
export function shareOrStandard(bounds: Parameters<typeof share>[0]) {
  const written = share(bounds);
  const must = phrase('be-share-or-standard', { min: writeShare(bounds.min), max: writeShare(bounds.max) });
  return kind<number | 'standard'>('share', { type: ['string', 'number'] }, (value) => {
    if (value === 'standard') return { value };
    const read = written.safeParse(value);
    if (read.success) return { value: read.data };
    const [issue] = read.error.issues;
    const complaint = issue?.code === 'custom' ? complaintOf(issue) : null;
    return { must, say: complaint?.say ?? null, mismatch: complaint?.mismatch === true };
  });
}

/** Events a second, above zero: `100`, `100/s`. */
export function rate(max: number) {
  const must = phrase('be-rate', { max });
  return kind<number>('rate', { type: ['string', 'number'], pattern: RATE_PATTERN }, (value) => {
    if (typeof value !== 'number' && typeof value !== 'string')
      return { must, say: phrase('say-rate'), mismatch: true };
    const perSecond = parseRate(String(value));
    if (perSecond === null) return { must, say: phrase('say-rate') };
    return perSecond <= 0 || perSecond > max ? { must } : { value: perSecond };
  });
}

/** An amount of bytes, above zero: `512B`, `2.5kB`, `1MiB`. */
export function size(max: number) {
  const must = phrase('be-size', { max: writeSize(max) });
  return kind<number>('size', { type: ['string', 'number'], pattern: SIZE_PATTERN }, (value) => {
    if (typeof value !== 'number' && typeof value !== 'string')
      return { must, say: phrase('say-size'), mismatch: true };
    const bytes = parseSize(String(value));
    if (bytes === null) return { must, say: phrase('say-size') };
    return bytes <= 0 || bytes > max ? { must } : { value: bytes };
  });
}

/** An amount of bytes a minute, above zero: `500kB/min`. */
export function growth(max: number) {
  const must = phrase('be-growth', { max: writeSize(max) });
  return kind<number>('size a minute', { type: 'string', pattern: GROWTH_PATTERN }, (value) => {
    if (typeof value !== 'string') return { must, say: phrase('say-growth'), mismatch: true };
    const perMinute = parseGrowth(value);
    if (perMinute === null) return { must, say: phrase('say-growth') };
    return perMinute <= 0 || perMinute > max ? { must } : { value: perMinute };
  });
}

/** How many of something there may be on average, from zero: `3`, `2.5`. */
export function amount(max: number) {
  const must = phrase('be-number', { max });
  return kind<number>('number', { type: 'number', minimum: 0, maximum: max }, (value) => {
    if (typeof value === 'string' && /^\d{1,15}(?:\.\d{1,9})?$/.test(value))
      return { must, say: phrase('say-unquoted', { value }) };
    if (typeof value !== 'number') return { must, mismatch: true };
    return value >= 0 && value <= max ? { value } : { must };
  });
}

/** A whole number between two bounds. */
export function whole(min: number, max: number) {
  const must = phrase('be-whole', { min, max });
  return kind<number>('whole number', { type: 'integer', minimum: min, maximum: max }, (value) => {
    if (typeof value === 'string' && /^-?\d{1,15}$/.test(value))
      return { must, say: phrase('say-unquoted', { value }) };
    if (typeof value !== 'number') return { must, mismatch: true };
    return Number.isSafeInteger(value) && value >= min && value <= max ? { value } : { must };
  });
}

/** True or false. */
export function flag() {
  const must = phrase('be-flag');
  return kind<boolean>('true or false', { type: 'boolean' }, (value) =>
    typeof value === 'boolean' ? { value } : { must, mismatch: true },
  );
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly [Word, ...Word[]]) {
  const must =
    words.length === 1
      ? phrase('be-word', { word: words[0] })
      : phrase('be-one-of', { words: words.map((word) => `\`${word}\``).join(', ') });
  return kind<Word>('word', { enum: words }, (value) => {
    const word = words.find((known) => known === value);
    if (word !== undefined) return { value: word };
    if (typeof value !== 'string') return { must, mismatch: true };
    const same = words.find((known) => known.toLowerCase() === value.toLowerCase());
    return {
      must,
      say: same === undefined ? didYouMean(value, words) : phrase('did-you-mean', { word: same }),
    };
  });
}

/** Text of bounded length that is not empty. Line ends are allowed where `lines` says so. */
export function text(
  title: string,
  options: { readonly max: number; readonly lines?: boolean; readonly empty?: boolean },
) {
  const { max, lines = false, empty = false } = options;
  const length = empty ? phrase('length-at-most', { max }) : phrase('length-from-one', { max });
  const must = lines ? phrase('be-text', { length }) : phrase('be-text-line', { length });
  return kind<string>(title, { type: 'string', minLength: empty ? 0 : 1, maxLength: max }, (value) => {
    if (typeof value !== 'string') return { must, say: phrase('say-quotes'), mismatch: true };
    const fits = value.length <= max && (empty || value.trim() !== '') && (lines || !hasControls(value));
    return fits ? { value } : { must };
  });
}

/** Text that matches a pattern. */
export function pattern(title: string, source: string, must: Phrase, say: Phrase | null = null) {
  const matcher = new RegExp(source);
  return kind<string>(title, { type: 'string', pattern: source }, (value) => {
    if (typeof value !== 'string') return { must, say: say ?? phrase('say-quotes'), mismatch: true };
    return matcher.test(value) ? { value } : { must, say };
  });
}

/** A name of a suite, a scenario: what comments, baselines and outputs call it. */
export const NAME_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._ -]{0,59}$';

/** A name by {@link NAME_PATTERN}. Names that every object of the language has are refused. */
export function name() {
  const must = phrase('be-name');
  const matcher = new RegExp(NAME_PATTERN);
  return kind<string>('name', { type: 'string', pattern: NAME_PATTERN }, (value) => {
    if (typeof value !== 'string') return { must, say: phrase('say-quotes'), mismatch: true };
    if (isReservedName(value)) return { must: phrase('not-reserved'), say: phrase('say-other-name') };
    return matcher.test(value) ? { value } : { must };
  });
}

/** A path inside the workspace. Whether a link leads out of it is checked where it is opened. */
export function innerPath(title: string) {
  const must = phrase('be-inner-path');
  return kind<string>(title, { type: 'string' }, (value) => {
    if (typeof value !== 'string') return { must, mismatch: true };
    const steps = value.split('/');
    const inside =
      value.trim() !== '' &&
      value.length <= 400 &&
      !/^([/~]|[A-Za-z]:)/.test(value) &&
      !/[\\\p{Cc}]/u.test(value);
    const plain = !steps.includes('..') && !steps.some((step) => step.toLowerCase() === '.git');
    return inside && plain ? { value } : { must };
  });
}

/** True for a whole number that is exact. */
export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** True when the text holds control characters: line ends above all. */
export function hasControls(value: string): boolean {
  return /\p{Cc}/u.test(value);
}
