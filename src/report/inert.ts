/**
 * The only way for untrusted text (names, error messages, log lines, paths) into a report: as code, and as nothing else.
 *
 * In Markdown that is a code span, in which GitHub sees no markup, link, address, mention, issue number or HTML; `<code>` with entities is not enough
 * there, since an address is linked after its entities are decoded. Inside HTML (a summary), where there is no code span, it is `<code>` with numeric
 * entities for every character outside a safe set: there nothing is parsed after decoding.
 */
import { stripVTControlCharacters } from 'node:util';

/** Longer texts are cut to this many characters. */
export const INERT_MAX = 120;
/** Lines of a log say more in one piece. */
const LINE_MAX = 200;
/** A command that is cut is none. */
export const COMMAND_MAX = 2_000;

/** Control, format (bidirectional, zero-width), private and unassigned characters, and the two line separators. Joiners inside emoji go, too: they hide text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Blank letters and fillers that are no spaces by their class. */
const BLANK = /\u034f|[\u115f\u1160\u3164\uffa0\u2800]|[\u180b-\u180f]|[\ufe00-\ufe0f]|\p{Zs}/gu;

/** The visible part of a text, on one line, at most `max` characters. Never empty. */
export function clean(text: string, max: number = INERT_MAX): string {
  // Only the beginning can be shown; the rest of a huge text is not worth looking at.
  const visible = visibleOf(text.slice(0, 8 * max))
    .replaceAll(/ +/g, ' ')
    .trim();
  const characters = [...visible];
  if (characters.length === 0) return '(empty)';
  return characters.length <= max
    ? visible
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

function visibleOf(text: string): string {
  return stripVTControlCharacters(text.replaceAll(/[\t\r\n]+/g, ' '))
    .toWellFormed()
    .replaceAll(INVISIBLE, '')
    .replaceAll(BLANK, ' ');
}

/** As a code span for Markdown. A bar would end the cell of a table, whatever stands before it, so it becomes its mathematical twin. */
export function inertSpan(text: string, max: number = INERT_MAX): string {
  return `\`${clean(text, max).replaceAll('`', "'").replaceAll('|', '\u2223')}\``;
}

/** As a code element inside HTML. */
export function inertHtml(text: string): string {
  const encoded = clean(text).replaceAll(
    /[^A-Za-z0-9 ._/-]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
  return `<code>${encoded}</code>`;
}

/** Lines as a fenced block, whose fence is longer than any in them. Empty lines go; longer ones than `max` are cut. */
export function inertBlock(lines: readonly string[], language = 'text', max: number = LINE_MAX): string {
  const shown = lines.map((line) => lineOf(line, max)).filter((line) => line !== '');
  const longest = Math.max(
    2,
    ...shown.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].join('\n');
}

/** One visible line, its indentation kept: stack traces and excerpts of files are read by it. */
export function lineOf(text: string, max: number = LINE_MAX): string {
  const line = visibleOf(text.slice(0, 8 * max)).trimEnd();
  const characters = [...line];
  return characters.length <= max ? line : `${characters.slice(0, max - 1).join('')}…`;
}

/** Longest message. */
export const PROSE_MAX = 500;
/** Words of a sentence that can be nothing but words: letters with sentence marks around them, and short numbers. */
const PLAIN_WORD = /^["'(]?(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,6}(?:[.,]\d{1,6})?%?)["')]?[.,;:?]?["')]?$/;
/** Letters that could be a commit's hash, or begin an address. */
const SUSPICIOUS = /^[a-f]{7,}$|^www$/i;
/** At the beginning of a block, it would begin a list. */
const LIST_NUMBER = /^\d+[.)]/;

/** A message of our own with untrusted words in it: plain words stay text, everything else, and what stands in backquotes, becomes code. */
export function inertProse(text: string): string {
  return clean(text, PROSE_MAX)
    .split(/(`[^`]+`)/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/^`[^`]+`$/.test(part) ? part : quiet(part)))
    .join(' ')
    .replaceAll(/` ([.,;:?])(?= |$)/g, '`$1');
}

/** Text without a pair of backquotes. Neighbouring words that are not plain share one code span. */
function quiet(text: string): string {
  const runs: { readonly plain: boolean; readonly words: string[] }[] = [];
  for (const [at, word] of text.split(' ').entries()) {
    const plain = /^[.,;:?]$/.test(word) || (isPlain(word) && !(at === 0 && LIST_NUMBER.test(word)));
    const last = runs.at(-1);
    if (last !== undefined && last.plain === plain) last.words.push(word);
    else runs.push({ plain, words: [word] });
  }
  return runs.map(({ plain, words }) => (plain ? words.join(' ') : spanWithMark(words.join(' ')))).join(' ');
}

const isPlain = (word: string): boolean =>
  PLAIN_WORD.test(word) && !SUSPICIOUS.test(word.replaceAll(/[^A-Za-z]/g, ''));

/** The sentence's own mark stays outside of the code. */
function spanWithMark(text: string): string {
  const [, code = '', mark = ''] = /^(.+?)([.,;:]?)$/su.exec(text) ?? [];
  return `\`${code.replaceAll('`', "'")}\`${mark}`;
}
