/** The page of a scenario: a chart for each metric with the table behind it, what its lines are, and every accepted run. */
import type { Trend } from '../../domain/history.ts';
import { METRICS } from '../../domain/metric.ts';
import type { HistoryColumn } from '../words/history-words.ts';
import { agreedSections, marksOf } from './agreed.ts';
import { chart } from './drawing.ts';
import { curvesOf } from './geometry.ts';
import { type Markup, html } from '../markup/html.ts';
import { changeOf, summaryOf } from './overview.ts';
import type { Scribe } from './scribe.ts';
import { pageOf } from './shell.ts';
import { type Cell, numeric, table } from './table.ts';
import type { LinePart, PlacedRun, ScenarioPart, SuitePart } from './site.ts';

/** The text of a scenario's page. */
export function scenarioPage({ suite }: SuitePart, scenario: ScenarioPart, scribe: Scribe): string {
  const { words, name } = scribe;
  const { history } = words;
  const metrics = [
    ...new Set(
      [scenario.newest, ...scenario.lines].flatMap(({ trends }) => trends.map(({ metric }) => metric)),
    ),
  ];
  const trends = metrics.flatMap((metric) => trendFor(scenario, metric) ?? []);
  return pageOf(
    {
      title: `${name(scenario.scenario)} · ${history.title}`,
      header: html`<nav><a href="index.html">${history.all}</a></nav>
<h1>${name(scenario.scenario)}</h1>
<p class="quiet">${history.suite} ${name(suite)}</p>
${summaryOf(scenario, scribe)}`,
      main: html`<h2>${history.trends}</h2>
<div class="charts">${trends.map((trend) => figure(scenario, trend, scribe))}</div>
${agreedSections(scenario, scribe)}${linesSection(scenario, scribe)}
${runsSection(scenario, scribe)}`,
    },
    scribe,
  );
}

/** Of the newest line that has values of the metric. */
function trendFor({ lines, newest }: ScenarioPart, metric: Trend['metric']): Trend | undefined {
  return [newest, ...lines.toReversed()]
    .flatMap(({ trends }) => trends)
    .find((trend) => trend.metric === metric);
}

function figure(scenario: ScenarioPart, trend: Trend, scribe: Scribe): Markup {
  const { words, n } = scribe;
  const { metric } = trend;
  return html`<figure id="${metric}">
<figcaption>
<div class="head"><h3>${words.metrics[metric]}</h3><span class="last number">${n.value(metric, trend.last)}</span></div>
${changeOf(trend, scribe)}
</figcaption>
${chart(scenario, metric, scribe)}
${sentencesOf(trend, scribe).map((sentence) => html`<p class="small quiet">${sentence}</p>`)}
<details><summary>${words.history.numbers(words.metrics[metric])}</summary>${numbersTable(scenario, metric, scribe)}</details>
</figure>
`;
}

/** What the chart shows, for those who do not see it as well. */
function sentencesOf({ metric, change, band, drift }: Trend, { words, n }: Scribe): readonly string[] {
  const { history } = words;
  return [
    ...(change === null ? [] : [history.change(metric, change, n)]),
    band === null
      ? history.noBand[METRICS[metric].change === 'points' ? 'counted' : 'empty']
      : history.band(metric, band, n),
    ...(drift === null ? [] : [history.drift(metric, drift, n)]),
  ];
}

/** Newest first, as the table of all runs. */
function numbersTable(scenario: ScenarioPart, metric: Trend['metric'], scribe: Scribe): Markup {
  const { words, n, dates } = scribe;
  const { history } = words;
  const label = words.metrics[metric];
  const rows = curvesOf(scenario, metric)
    .flatMap(({ line, points }) => points.map((point) => ({ ...point, line })))
    .sort((left, right) => right.run.step - left.run.step)
    .map(({ line, run, value }) => [
      numeric(n.value(metric, value)),
      { part: dates.minute(run.date) },
      { part: commitCell(run, scenario, scribe) },
      { part: line.name },
    ]);
  const columns = [numeric(label), ...headings(['date', 'commit', 'line'], scribe)];
  return table({ caption: history.table(label, scribe.name(scenario.scenario)) }, columns, rows);
}

const headings = (names: readonly HistoryColumn[], { words }: Scribe): readonly Cell[] =>
  names.map((column) => ({
    part: words.history.columns[column],
    kind: column === 'requests' || column === 'runs' ? 'number' : 'text',
  }));

/** With a word on runs that nothing is compared with any more, and the marks of the commit: a release, a change that was accepted with it. */
function commitCell(run: PlacedRun, scenario: ScenarioPart, scribe: Scribe): Markup {
  const { commit, words } = scribe;
  const marks = [...marksOf(run, scenario, scribe), ...(run.inBaseline ? [] : [words.history.past])];
  return html`${commit(run.commit)}${marks.map((mark) => html`<br><span class="quiet">${mark}</span>`)}`;
}

function linesSection(scenario: ScenarioPart, scribe: Scribe): Markup {
  const { words } = scribe;
  const { history } = words;
  const rows = scenario.lines.map((line) => lineRow(line, scribe));
  const columns = headings(
    ['line', 'begins', 'from', 'to', 'runs', 'machine', 'fingerprint', 'configuration'],
    scribe,
  );
  return html`<h2>${history.lines}</h2><p class="small">${history.linesIntro}</p>${table({ caption: history.lines, isTold: true }, columns, rows)}`;
}

function lineRow(line: LinePart, { words, n, name, dates }: Scribe): readonly Cell[] {
  const { machine, runs } = line;
  const [first, last] = [runs[0], runs.at(-1)];
  const parts =
    machine === null
      ? []
      : [
          machine.cpuModel,
          words.history.cores(machine.cores, n),
          `${machine.os} (${machine.architecture})`,
          `Node.js ${machine.node}`,
        ];
  return [
    { part: line.name },
    { part: words.history.starts[line.start] },
    { part: first === undefined ? null : dates.day(first.date) },
    { part: last === undefined ? null : dates.day(last.date) },
    numeric(n.count(runs.length)),
    { part: parts.length === 0 ? null : parts.map((part) => name(part)).join(', '), kind: 'long' },
    { part: html`<code>${name(line.fingerprint)}</code>` },
    { part: html`<code>${name(line.configHash)}</code>` },
  ];
}

function runsSection(scenario: ScenarioPart, scribe: Scribe): Markup {
  const { words, n, name, dates } = scribe;
  const rows = scenario.lines
    .flatMap((line) => line.runs.map((run) => ({ run, line })))
    .sort((left, right) => right.run.step - left.run.step)
    .map(({ run, line }) => [
      { part: dates.minute(run.date) },
      { part: commitCell(run, scenario, scribe) },
      { part: line.name },
      numeric(n.count(run.sent)),
      { part: name(run.loadgate) },
      { part: name(run.engine) },
    ]);
  const columns = headings(['date', 'commit', 'line', 'requests', 'loadgate', 'engine'], scribe);
  return html`<h2>${words.history.allRuns}</h2>${table({ caption: words.history.allRuns, isTold: true }, columns, rows)}`;
}
