/** The first page: every scenario of every suite, each metric as a tile with its course, its last value and how that has changed. */
import type { Trend } from '../../domain/history.ts';
import { METRICS } from '../../domain/metric.ts';
import { sparkline } from './drawing.ts';
import { type Markup, html } from '../markup/html.ts';
import type { Scribe } from './scribe.ts';
import { pageOf } from './shell.ts';
import type { PlacedRun, ScenarioPart, Site, SuitePart } from './site.ts';

/** The text of index.html. */
export function overviewPage(site: Site, scribe: Scribe): string {
  const { title } = scribe.words.history;
  const place = site.repository?.replace(/^https:\/\/[^/]+\//, '') ?? null;
  const where = place === null ? null : html`<p class="quiet"><a href="${site.repository}">${place}</a></p>`;
  return pageOf(
    {
      title: place === null ? title : `${title} · ${place}`,
      header: html`<h1>${title}</h1>${where}`,
      main: html`${site.suites.map((suite) => suiteSection(suite, scribe))}`,
    },
    scribe,
  );
}

function suiteSection({ suite, path, versions, scenarios }: SuitePart, scribe: Scribe): Markup {
  const { words, n, name } = scribe;
  return html`<section>
<h2>${words.history.suite} ${name(suite)}</h2>
<p class="quiet small"><code>${name(path)}</code> · ${words.history.versions(versions, n)}</p>
${scenarios.map((scenario) => scenarioSection(scenario, scribe))}
</section>`;
}

function scenarioSection(scenario: ScenarioPart, scribe: Scribe): Markup {
  const tiles = scenario.newest.trends.map((trend) => tile(scenario, trend, scribe));
  return html`<section class="scenario">
<h3><a href="${encodeURI(scenario.page)}">${scribe.name(scenario.scenario)}</a></h3>
${summaryOf(scenario, scribe)}
<ul class="tiles">${tiles}</ul>
</section>
`;
}

/** How many runs there are, from when to when, and which one is the newest. */
export function summaryOf(scenario: ScenarioPart, scribe: Scribe): Markup {
  const { words, n, dates } = scribe;
  const { history } = words;
  const runs = scenario.lines.flatMap((line) => line.runs).toSorted((left, right) => left.step - right.step);
  const newest = scenario.newest.runs.at(-1);
  const of = scenario.lines.length === 1 ? null : html` · ${history.ofLine(scenario.newest.name)}`;
  return html`<p class="quiet small">${history.runs(runs.length, dayOf(runs[0], scribe), dayOf(runs.at(-1), scribe), n)} · ${history.newest}: ${newest === undefined ? null : dates.minute(newest.date)}, ${scribe.commit(newest?.commit ?? null)}${of}</p>`;
}

const dayOf = (run: PlacedRun | undefined, { dates }: Scribe): string =>
  run === undefined ? '' : dates.day(run.date);

function tile(scenario: ScenarioPart, trend: Trend, scribe: Scribe): Markup {
  const { words, n } = scribe;
  const address = `${encodeURI(scenario.page)}#${trend.metric}`;
  return html`<li><a class="tile" href="${address}"><span class="label">${words.metrics[trend.metric]}</span><span class="last number">${n.value(trend.metric, trend.last)}</span>${sparkline(scenario, trend.metric)}${changeOf(trend, scribe)}</a></li>`;
}

/** `+12 % · worse`, and against what; never by colour alone. */
export function changeOf({ metric, change }: Trend, { words, n }: Scribe): Markup {
  const { history } = words;
  if (change === null) return html`<span class="small quiet">${history.noChange}</span>`;
  const { direction } = change;
  // Of counts no noise is known that a small difference could be within.
  const isNamed = direction !== 'steady' || METRICS[metric].change !== 'points';
  return html`<span class="small ${direction}"><span class="number">${n.change(metric, change.change)}</span> ${history.against(change, n)}${isNamed ? `, ${history.directions[direction]}` : null}</span>`;
}
