/** Why there is no verdict: a failure as Markdown and for a terminal. Its texts may hold untrusted words. */
import type { FailureDetail } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import { clean, inertBlock, inertProse, lineOf } from './inert.ts';
import { MARKDOWN_LIMIT } from './markdown.ts';
import { LANGUAGES } from './pen.ts';
import { fit, headed, type Part } from './sections.ts';
import { type Look, painterOf } from './terminal.ts';
import { textWidth, wrap } from './terminal-text.ts';

/** When room is short, the last lines tell most. */
const FEW_LINES = 10;
/** More lines are in the files. */
const LINES_MAX = 60;

/** A failure as GitHub Markdown in at most `limit` characters. */
export function renderFailureMarkdown(
  failure: FailureDetail,
  language: Language,
  limit: number = MARKDOWN_LIMIT,
): string {
  const { failure: words } = LANGUAGES[language];
  const heading = `### ⚠️ ${words.headline[failure.kind]}: ${inertProse(failure.message)}`;
  const alert = `> [!WARNING]\n> ${words.whatToDo}: ${inertProse(failure.advice)}\n>\n> ${words.noVerdict}`;
  const parts: Part[] = [
    { versions: [heading, `### ⚠️ ${words.headline[failure.kind]}`], worth: Infinity, called: words.lines },
    { versions: [alert, `> [!WARNING]\n> ${words.noVerdict}`], worth: 2, called: words.whatToDo },
    ...linesOf(failure, words.lines),
  ];
  const text = fit([headed('', parts)], limit, () => `*${words.shortened}*`);
  return text.length <= limit ? text : words.headline[failure.kind].slice(0, Math.max(0, limit));
}

function linesOf({ lines, code }: FailureDetail, title: string): readonly Part[] {
  const name = `\`${clean(code).replaceAll('`', "'")}\``;
  if (lines.length === 0) return [{ versions: [`<sub>${name}</sub>`], worth: 0, called: code }];
  const block = (some: readonly string[]): string => `${title} (${name}):\n\n${inertBlock(some)}`;
  const last = lines.slice(-LINES_MAX);
  return [{ versions: [block(last), block(last.slice(-FEW_LINES))], worth: 1, called: title }];
}

/** A failure for a terminal. The first line says what went wrong. Ends without a newline. */
export function renderFailureTerminal(failure: FailureDetail, language: Language, look: Look): string {
  const { failure: words } = LANGUAGES[language];
  const paint = painterOf(look);
  const width = textWidth(look.width);
  const head = wrap(`✗ ${words.headline[failure.kind]}: ${clean(failure.message, 500)}`, width, '  ');
  const advice = wrap(`  ${words.whatToDo}: ${clean(failure.advice, 500)}`, width, '  ');
  const lines = failure.lines.slice(-LINES_MAX).map((line) => paint('dim', `  | ${lineOf(line)}`));
  return [paint(['bold', 'red'], head), advice, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n');
}
