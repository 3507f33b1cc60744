/** The report as GitHub Markdown: the verdict first, the rest in the order in which a reader asks for it. */
import type { Language } from '../domain/language.ts';
import { COMMAND_MAX, inertProse, inertSpan } from './inert.ts';
import { LANGUAGES, type Marks, penOf } from './pen.ts';
import type { Report } from './report.ts';
import { overview } from './markdown-overview.ts';
import type { Draft } from './markdown-draft.ts';
import { conclusions, limits, methodOf, nextSteps, says } from './markdown-parts.ts';
import { results } from './markdown-results.ts';
import { fit, headed, type Section } from './sections.ts';
import { underHeadline } from './sentences.ts';

/** GitHub's 65,536 characters for a comment, less room for the marker that finds it again. */
export const MARKDOWN_LIMIT = 65_000;

/**
 * Renders a report in at most `limit` characters. What does not fit is left out block by block, the least important first, and named at the end.
 * Untrusted text appears only as code.
 */
export function renderMarkdown(report: Report, language: Language, limit: number = MARKDOWN_LIMIT): string {
  const words = LANGUAGES[language];
  const n = penOf(words, MARKDOWN_MARKS, report.headline.scenarios);
  const draft: Draft = { report, words, n, calm: report.headline.outcome === 'pass' };
  const sections = [
    top(draft),
    headed(`#### ${words.labels.overview}`, overview(draft)),
    limits(draft),
    ...results(draft),
    ...says(draft),
    conclusions(draft),
    nextSteps(draft),
    methodOf(draft),
  ];
  const text = fit(sections, limit, (called) => `*${words.cut(called, n)}*`);
  // A limit that not even the headline fits in: one bare word, whole or not at all.
  return text.length <= limit ? text : words.outcomes[report.headline.outcome].slice(0, Math.max(0, limit));
}

/** The marks of Markdown. */
export const MARKDOWN_MARKS: Marks = {
  name: (text) => inertSpan(text),
  prose: inertProse,
  command: (text) => inertSpan(text, COMMAND_MAX),
  code: (text) => `\`${text}\``,
  strong: (text) => `**${text}**`,
  link: (text, url) =>
    isPage(url) ? `[${text}](${encodeURI(decodeURI(url)).replaceAll(/[()]/g, encodeURIComponent)})` : text,
};

/** True for an address on the web with nothing in it that could end a link. */
export const isPage = (url: string): boolean => /^https?:\/\/[\w.:-]+(?:\/[\w./~-]*)?$/.test(url);

/** The sign of each outcome, and the kind of alert that what-to-do stands in. */
const SIGNS = {
  pass: { sign: '✅', alert: null },
  fail: { sign: '❌', alert: 'CAUTION' },
  inconclusive: { sign: '🟡', alert: 'NOTE' },
  'no-baseline': { sign: '🆕', alert: 'NOTE' },
  void: { sign: '⚠️', alert: 'WARNING' },
} as const;

/** The verdict, what to do about it, how sure it is, and what it could not have seen. */
function top({ report: { headline }, words, n, calm }: Draft): Section {
  const { sign, alert } = SIGNS[headline.outcome];
  const line = `### ${sign} ${words.headline(headline, n)}`;
  const [what = '', ...rest] = underHeadline(headline, words, n);
  const action = [what, ...(calm ? [words.closing(headline, n)] : []), ...rest].join(' ');
  const whole = alert === null ? `${line}\n\n${action}` : `${line}\n\n> [!${alert}]\n> ${action}`;
  return headed('', [
    { versions: [whole, `### ${sign} ${words.outcomes[headline.outcome]}`], worth: Infinity, called: '' },
  ]);
}
