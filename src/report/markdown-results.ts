/** The results in Markdown: charts over time, each beside a table, and the requests one by one. */
import { inertHtml } from './inert.ts';
import { fold, folded, table } from './markdown-blocks.ts';
import { type Draft, WORTH } from './markdown-draft.ts';
import { chartsOf } from './charts.ts';
import { mermaidOf } from './mermaid.ts';
import type { ScenarioReport } from './results.ts';
import type { SearchReport } from './search-results.ts';
import { headed, type Part, type Section } from './sections.ts';
import { quantileTable, requestTable, searchAlign, searchTable } from './tables.ts';

/** More scenarios than this make a comment of charts: from then on their results fold. */
const OPEN_MAX = 2;
/** Requests that a table shows when room is short. */
const FEW_REQUESTS = 5;

/** Beyond so many, scenarios share a fold. */
const FOLDS_MAX = 3;

/** One section a scenario: open where something is the matter, folded where nothing is; where they are many, one fold for the rest of either kind. */
export function results(draft: Draft): readonly Section[] {
  const { words, n, report } = draft;
  const quiet = report.scenarios.filter(({ outcome }) => outcome === 'pass');
  const attention = report.scenarios.filter(({ outcome }) => outcome !== 'pass');
  const open = !draft.calm && attention.length <= OPEN_MAX;
  const others = attention.slice(FOLDS_MAX);
  const each = quiet.length > FOLDS_MAX ? [] : quiet;
  return [
    ...attention.slice(0, FOLDS_MAX).map((scenario) => sectionOf(scenario, open, draft)),
    ...together(words.comment.othersFolded(others.length, n), others, draft),
    ...each.map((scenario) => sectionOf(scenario, false, draft)),
    ...together(words.passingFolded(quiet.length, n), quiet.slice(each.length), draft),
  ];
}

function sectionOf(scenario: ScenarioReport, open: boolean, draft: Draft): Section {
  const { labels } = draft.words;
  const alone = draft.report.scenarios.length === 1;
  const title = (name: string): string => (alone ? labels.results : `${labels.results} · ${name}`);
  const parts = resultsOf(scenario, draft);
  return open
    ? headed(`#### ${title(draft.n.name(scenario.name))}`, parts)
    : { ...folded(title(inertHtml(scenario.name))), parts };
}

function together(which: string, scenarios: readonly ScenarioReport[], draft: Draft): readonly Section[] {
  if (scenarios.length === 0) return [];
  const parts = scenarios.flatMap((scenario) => namedResults(scenario, draft));
  return [{ ...folded(`${draft.words.labels.results} · ${which}`), parts }];
}

/** Under the name of the scenario, which goes with the last of its results. */
function namedResults(scenario: ScenarioReport, draft: Draft): readonly Part[] {
  const { words, n } = draft;
  const name: Part = {
    versions: [`**${n.name(scenario.name)}**`],
    worth: WORTH.distribution,
    called: words.labels.distribution,
  };
  return [name, ...resultsOf(scenario, draft)];
}

function resultsOf(scenario: ScenarioReport, draft: Draft): readonly Part[] {
  const { words } = draft;
  const charts: Part = {
    versions: [chartsText(scenario, draft)],
    worth: WORTH.charts,
    called: words.labels.charts,
  };
  return scenario.search === null
    ? [charts, distributionOf(scenario, draft), ...requestsOf(scenario, draft)]
    : [charts, stepsOf(scenario.search, draft)];
}

const chartsText = (scenario: ScenarioReport, { words, n }: Draft): string =>
  chartsOf(scenario, words, n)
    .flatMap((chart) => [mermaidOf(chart), chart.caption])
    .filter((block) => block !== '')
    .join('\n\n');

function distributionOf(scenario: ScenarioReport, { words, n }: Draft): Part {
  const rows = table(quantileTable(scenario, words, n), `l${'r'.repeat(scenario.quantiles.length)}`);
  const caption = scenario.against.replicates === 0 ? [] : [words.distributionCaption(scenario.against, n)];
  return {
    versions: [[rows, ...caption].join('\n\n')],
    worth: WORTH.distribution,
    called: words.labels.distribution,
  };
}

/** A distribution of all steps of a search says nothing: its levels take its place. */
function stepsOf(search: SearchReport, { words, n }: Draft): Part {
  const cells = searchTable(search, words, n);
  const note = search.kind === 'stress' ? [words.search.littleNote] : [];
  return {
    versions: [[table(cells, searchAlign(cells)), ...note].join('\n\n')],
    worth: WORTH.distribution,
    called: words.search.steps,
  };
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
