/** Words that strangers choose, made of what breaks logs, Markdown, HTML and terminals, and of any characters. Fast: an input is a list of numbers. */
import * as fc from 'fast-check';

/** What people have tried, and the pieces that it is made of. */
const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '</code></td></tr></table></details><script>alert(1)</script>',
  '<!-- loadgate:default -->',
  '<!--',
  '-->',
  '</script><script>',
  '</style><style>',
  '</title>',
  '&lt;b&gt;',
  '&#x3c;',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '[x]: https://evil.example "t"',
  '[^1]',
  'https://evil.example',
  'www.evil.example',
  'me@evil.example',
  '@octocat',
  '@octo/team',
  '#1',
  'GH-1',
  'octo/bookshop#1',
  '4f2a9c1e7b3d5a6f8091a2b3c4d5e6f708192a3b',
  'closes #1',
  '```',
  '~~~',
  '```mermaid',
  '> [!CAUTION]',
  '# heading',
  '- [ ] task',
  '---',
  '1. one',
  '**',
  '__',
  '_em_',
  '~~gone~~',
  '$x^2$',
  '$$',
  ':tada:',
  '\\|',
  '\\`',
  '\u202egnp.exe\u202c',
  '\u200b\u2066\ufeff',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '{scenarios}',
  '${alert(1)}',
  '__proto__',
  'a plain name',
  '<details>',
  '</details>',
  '<br>',
  'title "x',
  'x-axis [',
  '%%{init: {}}%%',
] as const;

/** Single signs, which make the others by chance. */
const SIGNS = [
  ...'`|<>*_[]()\\~#!@:;&"\'$%{}+-=./?^,0aZé😀',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\0',
  '\ud800',
  '\u2028',
  '\u00a0',
];

/** Text from numbers: three of four are pieces, the fourth is any character. */
function textOf(numbers: readonly number[], pieces: readonly string[]): string {
  let text = '';
  for (const number of numbers) text += pieceOf(number, pieces);
  return text;
}

const pieceOf = (number: number, pieces: readonly string[]): string => {
  const kind = number & 7;
  const rest = number >>> 3;
  if (kind < 6) return pieces[rest % pieces.length] ?? '';
  // Half of the rest is what every program writes, half what hardly any does.
  return kind === 6 ? String.fromCharCode(rest % 0x250) : String.fromCodePoint(rest % 0x11_0000);
};

const NUMBER_MAX = 0x7fff_ffff;

/** Texts of at most so many pieces. */
export const madeOf = (pieces: readonly string[], maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc
    .array(fc.nat(NUMBER_MAX), { minLength, maxLength, size: 'max' })
    .map((numbers) => textOf(numbers, pieces));

/** A name, a statement or a message that somebody else chose. */
export const hostileWords: fc.Arbitrary<string> = madeOf([...MARKUP, ...SIGNS], 6, 1);
