/** Texts of statements as reports may show them: on one line, short, without a value. */

/** Characters of a statement that are kept. */
const TEXT_MAX = 500;
/** Characters that are looked at: servers keep statements of megabytes. */
const READ_MAX = 20_000;

/** Comments may hold values, too: tools write user names and requests into them. */
const COMMENT = /\/\*.*?(?:\*\/|$)|--[^\n]*/gs;
/** Quotes of PostgreSQL with a tag of their own. */
const DOLLAR_QUOTED = /\$([A-Za-z_]\w*)?\$.*?(?:\$\1\$|$)/gs;
/** To the end of the text, when a server cut it inside. A doubled quote is one quote. */
const QUOTED = /'(?:[^']|'')*(?:'|$)/gs;
/** A backslash before a quote ends the literal here and not there: everything from the first quote on is taken for one. */
const ESCAPED = /'.*\\.*/s;
/** MySQL takes these for text as well, PostgreSQL for names: names keep their quotes. */
const DOUBLE_QUOTED = /"(?:[^"]|"")*(?:"|$)/gs;
const NUMBER = /(?<![\w$.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/gi;
const SPACE = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * The text on one line, at most 500 characters, every literal replaced by `?`. Servers have done so already for what they understand; what they do not
 * (statements that change the schema, or accounts with their passwords) is done here. `doubleQuotes`: what stands in double quotes is text, too.
 */
export function tidyStatement(text: string, doubleQuotes: boolean): string {
  const cut = text.slice(0, READ_MAX);
  const plain = (doubleQuotes ? cut.replaceAll(DOUBLE_QUOTED, '?') : cut)
    .replaceAll(DOLLAR_QUOTED, '?')
    .replace(ESCAPED, '?')
    .replaceAll(QUOTED, '?')
    .replaceAll(COMMENT, ' ')
    .replaceAll(NUMBER, '?')
    .replaceAll(SPACE, ' ')
    .trim();
  return plain.length > TEXT_MAX ? `${plain.slice(0, TEXT_MAX - 1).trimEnd()}…` : plain;
}
