/** Why there is no verdict: a failure as Markdown and for a terminal. Its texts may hold untrusted words. */
import type { FailureDetail } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import { inertBlock, inertSpan, lineOf } from './inert.ts';
import { MARKDOWN_LIMIT, MARKDOWN_MARKS } from './markdown.ts';
import { LANGUAGES, type Marks, penOf } from './pen.ts';
import { marksOf, plainMarksOf, tellPhrase } from './phrases.ts';
import { fit, headed, type Part } from './sections.ts';
import { type Look, painterOf, terminalMarks } from './terminal.ts';
import { textWidth, wrap } from './terminal-text.ts';

/** When room is short, the last lines tell most. */
const FEW_LINES = 10;
/** More lines are in the files. */
const LINES_MAX = 60;

/** What a failure says in one language, with the marks of one medium. */
export interface FailureText {
  readonly message: string;
  readonly advice: string;
  /** As they are, without marks: not yet inert. */
  readonly lines: readonly string[];
}

/** A failure in the words of a language; what has none there stays in English. */
export function failureText(failure: FailureDetail, language: Language, marks: Marks): FailureText {
  const { phrases } = LANGUAGES[language];
  const n = penOf(LANGUAGES[language], marks, 1);
  const { message, advice, lines, said } = failure;
  if (phrases === 'recorded') return { message: n.prose(message), advice: n.prose(advice), lines };
  if (said === null) return { message: foreign(message, marks), advice: foreign(advice, marks), lines };
  return {
    message: tellPhrase(said.message, phrases, marksOf(n)) ?? foreign(message, marks),
    advice: tellPhrase(said.advice, phrases, marksOf(n)) ?? foreign(advice, marks),
    lines: lines.map((line, at) => {
      const phrase = said.lines[at] ?? null;
      return (phrase === null ? null : tellPhrase(phrase, phrases, plainMarksOf(n))) ?? line;
    }),
  };
}

/** English in another language's text: as code, like all that is foreign. */
const foreign = (text: string, { command }: Marks): string =>
  `${command(text.replace(/[.]$/, '').replaceAll('`', "'"))}.`;

/** A failure in one or two sentences, without markup: for annotations, where there is room for no more. */
export function failureHeadline(failure: FailureDetail, language: Language): string {
  if (LANGUAGES[language].phrases === 'recorded') return `${failure.message} ${failure.advice}`;
  const { message, advice } = failureText(failure, language, terminalMarks({ colour: false }));
  return `${message} ${advice}`;
}

/** A failure as GitHub Markdown in at most `limit` characters. */
export function renderFailureMarkdown(
  failure: FailureDetail,
  language: Language,
  limit: number = MARKDOWN_LIMIT,
): string {
  const { failure: words } = LANGUAGES[language];
  const { message, advice, lines } = failureText(failure, language, MARKDOWN_MARKS);
  const heading = `### ⚠️ ${words.headline[failure.kind]}: ${message}`;
  const alert = `> [!WARNING]\n> ${words.whatToDo}: ${advice}\n>\n> ${words.noVerdict}`;
  const parts: Part[] = [
    { versions: [heading, `### ⚠️ ${words.headline[failure.kind]}`], worth: Infinity, called: words.lines },
    { versions: [alert, `> [!WARNING]\n> ${words.noVerdict}`], worth: 2, called: words.whatToDo },
    ...linesOf({ lines, code: failure.code }, words.lines),
  ];
  const text = fit([headed('', parts)], limit, () => `*${words.shortened}*`);
  return text.length <= limit ? text : words.headline[failure.kind].slice(0, Math.max(0, limit));
}

function linesOf({ lines, code }: Pick<FailureDetail, 'lines' | 'code'>, title: string): readonly Part[] {
  const name = inertSpan(code);
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
  const { message, advice: toDo, lines: shown } = failureText(failure, language, terminalMarks(look));
  const head = wrap(`✗ ${words.headline[failure.kind]}: ${message}`, width, '  ');
  const advice = wrap(`  ${words.whatToDo}: ${toDo}`, width, '  ');
  const lines = shown.slice(-LINES_MAX).map((line) => paint('dim', `  | ${lineOf(line)}`));
  return [paint(['bold', 'red'], head), advice, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n');
}
