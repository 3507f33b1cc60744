/** The results of one scenario: what was judged, its curves, its distribution, its requests, and what stands behind them. */
import type { Slice } from '../../domain/measurement.ts';
import type { ScenarioReport } from '../results.ts';
import type { SearchReport } from '../search-results.ts';
import { countsTable, quantileTable, requestTable, searchAlign, searchTable } from '../tables.ts';
import { summarise } from '../../stats/summary.ts';
import { figure, type PageChart } from './figures.ts';
import { judgementsOf } from './judgements.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { prose } from './prose.ts';
import { measurementsOf, timesOf } from './measurements.ts';
import { resourcesOf } from './resources.ts';
import type { Sheet } from './sheet.ts';
import { thresholdsOf } from './thresholds.ts';
import { fold, table } from './table.ts';

/** A scenario as a part of the page that can be filtered and linked to. */
export function articleOf(scenario: ScenarioReport, charts: readonly PageChart[], sheet: Sheet): Markup {
  const { words, n } = sheet;
  const slug = sheet.slug(scenario.name);
  const id = `scenario-${slug}`;
  return html`<article class="scenario" id="${id}" data-scenario="${slug}">
<h3><a href="#${id}">${prose(n.name(scenario.name))}</a> <span class="outcome" data-outcome="${scenario.outcome}">${words.outcomes[scenario.outcome]}</span></h3>
<p class="facts">${prose(words.facts(scenario, n))}</p>
${judgementsOf(scenario, sheet)}${thresholdsOf(scenario, sheet)}
<h4>${scenario.search === null ? words.page.headings.charts : words.labels.charts}</h4>
<div class="charts">${charts.map((chart) => figure(chart, sheet))}</div>
${scenario.search === null ? fold(words.page.headings.byTime, [timesOf(scenario, sheet)]) : NOTHING}
${scenario.search === null ? distributionOf(scenario, sheet) : stepsOf(scenario.search, sheet)}
${requestsOf(scenario, sheet)}
${endedOf(scenario, sheet)}
${resourcesOf(scenario, sheet)}
${measurementsOf(scenario, sheet)}
</article>
`;
}

function distributionOf(scenario: ScenarioReport, { words, n }: Sheet): Markup {
  const { distribution } = words.labels;
  return html`<h4>${distribution}</h4>
${table(quantileTable(scenario, words, n), {
  caption: distribution,
  align: `l${'r'.repeat(scenario.quantiles.length)}`,
  note: scenario.against.replicates === 0 ? null : words.distributionCaption(scenario.against, n),
})}`;
}

function stepsOf(search: SearchReport, { words, n }: Sheet): Markup {
  const { steps, littleNote } = words.search;
  const rows = searchTable(search, words, n);
  const note = search.kind === 'stress' ? littleNote : null;
  return html`<h4>${steps}</h4>
${table(rows, { caption: steps, align: searchAlign(rows), note })}`;
}

/** Each row can be filtered by its request's name. */
function requestsOf(scenario: ScenarioReport, { words, n, room }: Sheet): Markup {
  const { requests } = scenario;
  const shown = requests.slice(0, room.names);
  const rows = requestTable({ ...scenario, requests: shown }, words, n);
  const heading = words.page.headings.requests;
  return html`<h4>${heading}</h4>
${table(rows, {
  caption: heading,
  align: 'lrrrrrr',
  // By its first cell: the name is not written twice.
  attributes: () => html` data-request`,
  note: shown.length < requests.length ? words.rowsCut(requests.length - shown.length, n) : null,
})}`;
}

/** Where the requests ended, what the failures said, and which statuses were answered: of the head, and of the base beside it. */
function endedOf(scenario: ScenarioReport, sheet: Sheet): Markup {
  const { words, n } = sheet;
  const { headings, columns } = words.page;
  const { slices } = summarise(sheet.run, scenario.name, 'head');
  const errors = messagesOf(slices).slice(0, sheet.room.names);
  const failed = errors.reduce((sum, [, count]) => sum + count, 0);
  const errorRows = errors.map(([message, count]) => [
    n.name(message),
    n.count(count),
    n.share(count / failed),
  ]);
  return html`${fold(headings.ended, [
    html`<div class="readings">${table(endings(scenario, sheet), { caption: headings.ended, align: 'lr' })}${statusesOf(scenario, sheet)}</div>`,
  ])}${
    errorRows.length === 0
      ? NOTHING
      : table([[columns.message, columns.count, columns.share], ...errorRows], {
          caption: headings.errors,
          align: 'lrr',
        })
  }`;
}

function endings(scenario: ScenarioReport, { words, n }: Sheet): readonly (readonly string[])[] {
  const [, ...rows] = countsTable([scenario], words, n);
  return [[words.page.columns.what, words.page.columns.count], ...rows];
}

function statusesOf(scenario: ScenarioReport, { run, words, n }: Sheet): Markup {
  const { headings, columns } = words.page;
  const { statuses } = summarise(run, scenario.name, 'head');
  const all = statuses.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return NOTHING;
  const rows = statuses.map(({ status, count }) => [String(status), n.count(count), n.share(count / all)]);
  return table([[columns.status, columns.count, columns.share], ...rows], {
    caption: headings.statuses,
    align: 'lrr',
  });
}

/** Messages of all slices, the most frequent first. */
function messagesOf(
  slices: readonly Pick<Slice, 'errors'>[],
): readonly (readonly [message: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { message, count } of slices.flatMap(({ errors }) => errors)) {
    counts.set(message, (counts.get(message) ?? 0) + count);
  }
  return [...counts].toSorted(([, left], [, right]) => right - left);
}
