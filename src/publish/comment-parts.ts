/** A comment that several suites or jobs share: its text is parts, each with a marker of its own. Pure. */
import { isNewer, parseRunNumber, type RunNumber, showRunNumber } from './run-number.ts';

/** What one suite, or one job of a matrix, has to say. */
export interface CommentPart {
  /** Suite and variant. */
  readonly key: string;
  readonly run: RunNumber | null;
  /** Markdown, without a line that begins like a marker of ours. */
  readonly text: string;
}

/** So many parts have equal room; where there are more, they share it. */
const PARTS_EXPECTED = 4;

/** Characters of a key: longer ones are cut. */
const KEY_MAX = 120;

/** The key of a suite and a variant of it: never empty. */
export function partKeyOf(suite: string, variant: string | null): string {
  const key = variant === null ? suite : `${suite} · ${variant}`;
  return Array.from(key.toWellFormed() || '-')
    .slice(0, KEY_MAX)
    .join('');
}

/** Characters for each part where a comment has so many characters for so many parts. */
export const roomOf = (characters: number, parts: number): number =>
  Math.floor(characters / Math.max(PARTS_EXPECTED, parts)) - MARKERS_MAX;

/** What the markers of a part may take: each character of a key becomes twelve at most. */
const MARKERS_MAX = 12 * KEY_MAX + 100;
/** A part whose own text is longer than its share is cut to its beginning. */
const CUT_MAX = 1_500;

/** A key in a marker: it can neither end the marker nor the line. */
const encode = (key: string): string => encodeURIComponent(key).replaceAll('--', '%2D%2D');

const opening = ({ key, run }: Pick<CommentPart, 'key' | 'run'>): string =>
  `<!-- loadgate-part:${encode(key)} ${run === null ? '-' : showRunNumber(run)} -->`;
const CLOSING = '<!-- /loadgate-part -->';
const OPENING = /^<!-- loadgate-part:(?<key>\S{1,1500}) (?<run>\S{1,30}) -->$/;

/** Text in which no line can be taken for a marker of ours, whatever the service wrote into it. */
export const withoutMarkers = (text: string): string =>
  text.replaceAll(/<!--(?=\s*\/?loadgate)/gi, '<!\u200B--');

/** The parts of a comment's text, in their order. What stands outside of them is nobody's. */
export function readParts(body: string): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let open: { readonly key: string; readonly run: RunNumber | null; readonly lines: string[] } | null = null;
  for (const line of body.split(/\r?\n/)) {
    const { key, run } = OPENING.exec(line)?.groups ?? {};
    if (key !== undefined && run !== undefined) {
      open = { key: decode(key), run: parseRunNumber(run), lines: [] };
    } else if (line === CLOSING && open !== null) {
      parts.push({ key: open.key, run: open.run, text: open.lines.join('\n') });
      open = null;
    } else open?.lines.push(line);
  }
  return parts;
}

function decode(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** All parts, each key once: the newest of each, in an order that depends on the keys alone. */
export function mergeParts(parts: readonly CommentPart[]): readonly CommentPart[] {
  const newest = new Map<string, CommentPart>();
  for (const part of parts) {
    const known = newest.get(part.key);
    if (known === undefined || !isNewer(known.run, part.run)) newest.set(part.key, part);
  }
  return [...newest.values()].toSorted((left, right) => (left.key < right.key ? -1 : 1));
}

/**
 * The text of a comment of at most `limit` characters. Where the parts are too long together, the longest are cut to their beginning: the verdict and what to do.
 * @throws RangeError when not even that fits
 */
export function writeParts(marker: string, parts: readonly CommentPart[], limit: number): string {
  let texts = parts.map(({ text }) => text);
  const whole = (): string =>
    [marker, ...parts.map((part, index) => [opening(part), texts[index] ?? '', CLOSING].join('\n'))].join(
      '\n\n',
    );
  while (whole().length > limit) {
    const longest = Math.max(...texts.map(({ length }) => length));
    const shorter = texts.map((text) => (text.length === longest ? beginningOf(text) : text));
    if (longest === Math.max(...shorter.map(({ length }) => length)))
      throw new RangeError(`${parts.length} parts do not fit into a comment`);
    texts = shorter;
  }
  return whole();
}

/** Whole paragraphs up to the first that folds, is code, or begins a section. */
function beginningOf(text: string): string {
  const kept: string[] = [];
  for (const paragraph of text.split('\n\n')) {
    if (/^(?:#### |<details|```|~~~|\|)/m.test(paragraph) && kept.length > 0) break;
    if ([...kept, paragraph].join('\n\n').length > CUT_MAX) break;
    kept.push(paragraph);
  }
  return kept.length === 0
    ? text
        .slice(0, 200)
        .replaceAll(/[`<>\n]/g, ' ')
        .toWellFormed()
    : kept.join('\n\n');
}
