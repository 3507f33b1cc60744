/** The results in Markdown: charts over time, each beside a table, and the requests one by one. */
import { inertHtml } from './inert.ts';
import { fold, folded, table } from './markdown-blocks.ts';
import { type Draft, WORTH } from './markdown-parts.ts';
import {
  hasErrors,
  latencyChart,
  memoryChart,
  searchLatencyChart,
  searchThroughputChart,
  throughputChart,
  usersChart,
} from './mermaid.ts';
import { hasUsersCurve, type ScenarioReport } from './results.ts';
import type { SearchReport } from './search-results.ts';
import { headed, type Part, type Section } from './sections.ts';
import { quantileTable, requestTable, searchAlign, searchTable } from './tables.ts';

/** More scenarios than this make a comment of charts: from then on their results fold. */
const OPEN_MAX = 2;
/** Requests that a table shows when room is short. */
const FEW_REQUESTS = 5;

/** One section a scenario: open where something is the matter, folded where nothing is. */
export function results(draft: Draft): readonly Section[] {
  const { report, words, calm } = draft;
  const attention = report.scenarios.filter(({ outcome }) => outcome !== 'pass').length;
  return report.scenarios.map((scenario) => {
    const alone = report.scenarios.length === 1;
    const title = (name: string): string =>
      alone ? words.labels.results : `${words.labels.results} · ${name}`;
    const open = !calm && attention <= OPEN_MAX && scenario.outcome !== 'pass';
    const parts = resultsOf(scenario, draft);
    return open
      ? headed(`#### ${title(draft.n.name(scenario.name))}`, parts)
      : { ...folded(title(inertHtml(scenario.name))), parts };
  });
}

function resultsOf(scenario: ScenarioReport, draft: Draft): readonly Part[] {
  if (scenario.search !== null) return searchParts(scenario.search, draft);
  const { words, n } = draft;
  const { labels } = words;
  const { series, against, memory } = scenario;
  const failed = hasErrors(series);
  const caption = against.replicates === 0 ? [] : [words.distributionCaption(against, n)];
  const users = hasUsersCurve(scenario)
    ? [usersChart(scenario, words), words.charts.usersCaption(series.width)]
    : [];
  const charts = [
    ...users,
    throughputChart(series, words),
    words.charts.throughputCaption(series.width, failed),
    latencyChart(series, words),
    words.charts.latencyCaption(series.width, series.silent),
    ...(memory === null ? [] : [memoryChart(memory, words), words.charts.memoryCaption(memory, n)]),
  ];
  return [
    { versions: [charts.filter(Boolean).join('\n\n')], worth: WORTH.charts, called: labels.charts },
    {
      versions: [
        [
          table(quantileTable(scenario, words, n), `l${'r'.repeat(scenario.quantiles.length)}`),
          ...caption,
        ].join('\n\n'),
      ],
      worth: WORTH.distribution,
      called: labels.distribution,
    },
    ...requestsOf(scenario, draft),
  ];
}

/** Over time a search shows only its own steps, and a distribution of all of them says nothing: levels take the place of both. */
function searchParts(search: SearchReport, { words, n }: Draft): readonly Part[] {
  const { kind, rows } = search;
  const withBase = rows.every(({ base }) => base !== null);
  const charts = [
    searchThroughputChart(search, words, n),
    words.search.throughputCaption(kind, withBase),
    searchLatencyChart(search, words, n),
    words.search.latencyCaption,
  ];
  const cells = searchTable(search, words, n);
  const note = kind === 'stress' ? [words.search.littleNote] : [];
  return [
    { versions: [charts.join('\n\n')], worth: WORTH.charts, called: words.labels.charts },
    {
      versions: [[table(cells, searchAlign(cells)), ...note].join('\n\n')],
      worth: WORTH.distribution,
      called: words.search.steps,
    },
  ];
}

/** A single request is the scenario itself. */
function requestsOf(scenario: ScenarioReport, { words, n }: Draft): readonly Part[] {
  const rows = requestTable(scenario, words, n);
  const count = scenario.requests.length;
  if (count < 2) return [];
  const align = 'lrrrrrr';
  const brief = `${table(rows.slice(0, FEW_REQUESTS + 1), align)}\n\n${words.rowsCut(count - FEW_REQUESTS, n)}`;
  const title = `${words.labels.requests} (${n.count(count)})`;
  const whole = fold(title, table(rows, align));
  return [
    {
      versions: count > FEW_REQUESTS ? [whole, fold(title, brief)] : [whole],
      worth: WORTH.requests,
      called: words.labels.requests,
    },
  ];
}
