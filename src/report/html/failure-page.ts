/** Why there is no verdict, as a page: the failure, what to do, what was seen of it, and what was to be measured. It has no program, and loads nothing. */
import type { FailureDetail } from '../../domain/failure.ts';
import type { Language } from '../../domain/language.ts';
import type { Occasion } from '../../domain/occasion.ts';
import type { Plan } from '../../domain/plan.ts';
import { VERSION } from '../../domain/version.ts';
import { type FailureText, failureText } from '../failure.ts';
import { lineOf } from '../inert.ts';
import { documentOf } from '../markup/document.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { LANGUAGES, penOf } from '../pen.ts';
import type { Pen, Words } from '../words/words.ts';
import { MARKS, plain, prose } from './prose.ts';
import { configuration } from './setup.ts';
import { STYLE } from './style.ts';
import { table } from './table.ts';
import { momentOf, SHORT } from './top.ts';
import { section } from './verdict.ts';

/** A run that could not be measured. Secrets are masked in all of it. */
export interface FailedInput {
  readonly failure: FailureDetail;
  readonly plan: Plan;
  /** The configuration file, relative to the workspace; null: none, or not known. */
  readonly configPath: string | null;
  readonly occasion: Occasion;
  /** When it failed: ISO 8601, UTC. */
  readonly at: string;
}

/** Lines of the failure that are shown, the last ones: a log has told what matters by then. */
const LINES_MAX = 2_000;
/** Characters of a line. */
const LINE_MAX = 1_000;

interface Draft extends FailedInput {
  readonly words: Words;
  readonly n: Pen;
  readonly text: FailureText;
}

/** Renders the page. Pure. */
export function renderFailurePage(input: FailedInput, language: Language): string {
  const words = LANGUAGES[language];
  const draft: Draft = {
    ...input,
    words,
    n: penOf(words, MARKS, input.plan.scenarios.length),
    text: failureText(input.failure, language, MARKS),
  };
  const { failure, page } = words;
  const parts = [
    { id: 'seen', title: failure.lines, content: seen(draft) },
    { id: 'tried', title: failure.page.tried, content: tried(draft) },
    {
      id: 'setup',
      title: page.headings.configuration,
      content: section('setup', page.headings.configuration, [configuration(draft)], draft),
    },
  ].filter(({ content }) => content.html !== '');
  const body = html`<a class="skip" href="#main">${failure.page.skip}</a>
${banner(draft)}<div class="frame"><nav aria-label="${page.contents}"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${parts.map(({ content }) => content)}</main></div>
<footer><p>${page.noNetwork}</p></footer>`;
  const title = `${failure.headline[input.failure.kind]}: ${draft.text.message} · ${page.product}`;
  return documentOf({ lang: page.lang, title: plain(title), style: STYLE, script: null, body });
}

function banner(draft: Draft): Markup {
  const { failure, text, words } = draft;
  const { headline, whatToDo, noVerdict } = words.failure;
  return html`<header class="banner" data-outcome="failure"><div class="inner">
<p class="eyebrow"><span class="sign" aria-hidden="true">!</span> <span>${headline[failure.kind]}</span></p>
<h1>${prose(text.message)}</h1>
<p class="action">${whatToDo}: ${prose(text.advice)}</p>
<p class="sure">${noVerdict}</p>
<dl class="keys">${factsOf(draft).map(([name, value]) => html`<div><dt>${name}</dt><dd>${prose(value)}</dd></div>`)}</dl>
</div></header>
`;
}

function factsOf({ failure, occasion, at, words, n }: Draft): readonly (readonly [string, string])[] {
  const { facts } = words.page;
  const { code, failedAt, workflowRun } = words.failure.page;
  const commit = (name: string, sha: string | null): readonly (readonly [string, string])[] =>
    sha === null ? [] : [[name, n.name(sha.slice(0, SHORT))]];
  return [
    [code, n.name(failure.code)],
    ...commit(facts.commit, occasion.headSha),
    ...commit(facts.base, occasion.baseSha),
    [failedAt, momentOf(at, words, n)],
    [facts.version, n.name(VERSION)],
    ...(occasion.runUrl === null
      ? []
      : [[workflowRun, n.link(occasion.runUrl.replace(/^https?:\/\//u, ''), occasion.runUrl)] as const]),
  ];
}

/** The lines of the failure: problems of the configuration with their places, the last lines of a log. */
function seen(draft: Draft): Markup {
  const { text, plan, words, n } = draft;
  const { lines: title, page } = words.failure;
  const all = text.lines.map((line) => lineOf(line, LINE_MAX));
  const lines = all.slice(-LINES_MAX);
  const log =
    plan.service.kind === 'booted'
      ? html`<p class="note">${prose(page.serviceLog(n.code('service.log')))}</p>`
      : NOTHING;
  const block =
    lines.length === 0
      ? NOTHING
      : html`<pre tabindex="0" aria-label="${title}"><code>${lines.join('\n')}</code></pre>`;
  return section('seen', title, [block, log], draft);
}

/** What the plan says was to be measured. */
function tried(draft: Draft): Markup {
  const { plan, configPath, words, n } = draft;
  const { tried: title, rows: row, compare, unknownAddress } = words.failure.page;
  const { columns } = words.page;
  const { service } = plan;
  const rows: readonly (readonly [string, string | null])[] = [
    [row.config, configPath === null ? null : n.name(configPath)],
    [row.suite, n.name(plan.suite)],
    [row.address, service.url === null ? unknownAddress : n.name(service.url)],
    ...(service.kind === 'booted'
      ? ([
          [row.folder, n.name(service.workingDirectory)],
          [row.build, service.build === null ? null : n.command(service.build)],
          [row.start, n.command(service.start)],
        ] as const)
      : []),
    [row.scenarios, n.list(plan.scenarios.map(({ name }) => n.name(name)))],
    [row.compare, compare[plan.compare]],
  ];
  const told = rows.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const heading = [columns.what, columns.value];
  return section('tried', title, [table([heading, ...told], { caption: title, align: 'll' })], draft);
}
