/** The head of the page: the verdict, what to do, where everything is, and the controls, which are hidden until the page's program can serve them. */
import { underHeadline } from '../sentences.ts';
import type { Outcome } from '../../domain/verdict.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { foreign, plain, prose } from './prose.ts';
import type { Pen, Words } from '../words/words.ts';
import type { Sheet } from './sheet.ts';

const SIGNS: Readonly<Record<Outcome, string>> = {
  pass: '✓',
  fail: '✕',
  inconclusive: '?',
  'no-baseline': '·',
  void: '!',
};

/** Commits are known by their beginnings. */
export const SHORT = 12;

/** Names that a field suggests. */
const SUGGESTIONS_MAX = 500;

/** The title of the window: the verdict without marks. */
export const titleOf = ({ words, report, n }: Sheet): string =>
  `${plain(words.headline(report.headline, n))} · ${words.page.product}`;

/** The verdict in one line, what to do about it, and of what it is. */
export function banner(sheet: Sheet): Markup {
  const { report, words, n } = sheet;
  const { headline } = report;
  return html`<header class="banner" data-outcome="${headline.outcome}"><div class="inner">
<p class="eyebrow"><span class="sign" aria-hidden="true">${SIGNS[headline.outcome]}</span> <span>${words.outcomes[headline.outcome]}</span></p>
<h1>${prose(words.headline(headline, n))}</h1>
${underHeadline(headline, words, n).map(
  (sentence, index) => html`<p class="${index === 0 ? 'action' : 'sure'}">${prose(sentence)}</p>
`,
)}
<dl class="keys">${factsOf(sheet).map(([name, value]) => html`<div><dt>${name}</dt><dd>${prose(value)}</dd></div>`)}</dl>
</div></header>
`;
}

function factsOf({ report, words, n }: Sheet): readonly (readonly [name: string, value: string])[] {
  const { commit, occasion, startedAt, machine, loadgate } = report.method;
  const { facts } = words.page;
  return [
    ...(commit === null ? [] : [[facts.commit, n.name(commit.slice(0, SHORT))] as const]),
    ...(occasion.baseSha === null ? [] : [[facts.base, n.name(occasion.baseSha.slice(0, SHORT))] as const]),
    [facts.measured, momentOf(startedAt, words, n)],
    ...(machine === null ? [] : [[facts.machine, n.name(machine.cpuModel)] as const]),
    [facts.version, n.name(loadgate)],
  ];
}

/** A moment to the minute, in UTC; as it was written where it is none. `at`: ISO 8601. */
export function momentOf(at: string, words: Words, n: Pen): string {
  const when = new Date(at);
  const date = new Intl.DateTimeFormat(words.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return Number.isNaN(when.getTime()) ? n.name(at) : `${date.format(when)} UTC`;
}

/** The sections that there are, and the scenarios under the results. */
export function contents(sections: readonly (readonly [id: string, title: string])[], sheet: Sheet): Markup {
  const { words, report } = sheet;
  const scenarios = html`<ul>${report.scenarios.map(
    ({ name, outcome }) =>
      html`<li data-scenario="${sheet.slug(name)}"><a href="#scenario-${sheet.slug(name)}"><span class="dot" data-outcome="${outcome}"></span>${foreign(name)}<span class="unseen">, ${words.outcomes[outcome]}</span></a></li>
`,
  )}</ul>`;
  return html`<nav aria-label="${words.page.contents}"><ul>${sections.map(
    ([id, title]) => html`<li><a href="#${id}">${title}</a>${id === 'results' ? scenarios : NOTHING}</li>
`,
  )}</ul></nav>
`;
}

/** Filters and colours. */
export function controls(sheet: Sheet): Markup {
  const { words, report } = sheet;
  const { filters } = words.page;
  const requests = [
    ...new Set(report.scenarios.flatMap(({ requests: all }) => all.map(({ name }) => foreign(name)))),
  ];
  return html`<form class="controls" id="controls" aria-label="${filters.title}" hidden>
<span><label for="filter-scenario">${filters.scenario}</label> <select id="filter-scenario"><option value="">${filters.all}</option>${report.scenarios.map(
    ({ name }) => html`<option value="${sheet.slug(name)}">${foreign(name)}</option>`,
  )}</select></span>
<span><label for="filter-request">${filters.request}</label> <input id="filter-request" type="search" list="requests" placeholder="${filters.requestHint}" autocomplete="off"></span><datalist id="requests">${requests
    .slice(0, SUGGESTIONS_MAX)
    .map((name) => html`<option value="${name}"></option>`)}</datalist>
<button type="reset" id="filter-clear" hidden>${filters.clear}</button>
<span class="theme"><label for="theme">${filters.theme}</label> <select id="theme"><option value="">${filters.auto}</option><option value="light">${filters.light}</option><option value="dark">${filters.dark}</option></select></span>
<p id="shown" role="status"></p></form>
`;
}
