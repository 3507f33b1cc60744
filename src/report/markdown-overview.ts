/** The overview in Markdown: a table of metrics for each scenario; of many scenarios one row each, and those tables below. */
import { fold, table } from './markdown-blocks.ts';
import { type Draft, WORTH } from './markdown-draft.ts';
import { GLUE } from './numbers.ts';
import type { ScenarioReport } from './results.ts';
import type { Part } from './sections.ts';
import { THRESHOLD_ALIGN, thresholdCaption, thresholdFold, thresholdTable, fateOf } from './thresholds.ts';
import {
  overviewAlign,
  overviewTable,
  SCENARIO_ALIGN,
  scenarioTable,
  type Sign,
  splitJudgements,
} from './tables.ts';

const SIGNS: Readonly<Record<Sign, string>> = {
  bad: `❌${GLUE}`,
  noted: `⚠️${GLUE}`,
  agreed: `🤝${GLUE}`,
  better: `🟢${GLUE}`,
  good: `✅${GLUE}`,
  unsure: `🟡${GLUE}`,
  none: '',
};

/** Up to so many scenarios have a table each. */
const TABLES_MAX = 3;
/** Rows of scenarios that are shown, and when room is short. */
const ROWS_MAX = 12;
const ROWS_FEW = 5;
/** The same of thresholds. */
const THRESHOLDS_MAX = 12;
const THRESHOLDS_FEW = 3;

/** What was judged. Scenarios that need attention come first and stay open; those that pass fold away where there are many. */
export function overview(draft: Draft): readonly Part[] {
  const { scenarios } = draft.report;
  if (scenarios.length <= TABLES_MAX) return scenarios.flatMap((scenario) => tablesOf(scenario, draft));
  const attention = scenarios.filter(({ outcome }) => outcome !== 'pass');
  const quiet = scenarios.filter(({ outcome }) => outcome === 'pass');
  const { words, n } = draft;
  const others = attention.slice(TABLES_MAX);
  return [
    rowsOf(scenarios, draft),
    ...attention.slice(0, TABLES_MAX).flatMap((scenario) => tablesOf(scenario, draft)),
    ...foldOf(words.comment.othersFolded(others.length, n), others, draft),
    ...foldOf(words.passingFolded(quiet.length, n), quiet, draft),
  ];
}

/** One row a scenario. */
function rowsOf(scenarios: readonly ScenarioReport[], { words, n }: Draft): Part {
  const rows = (most: number): string => {
    const cut = scenarios.length - most;
    const text = table(scenarioTable(scenarios.slice(0, most), words, n, mark), SCENARIO_ALIGN);
    return cut > 0 ? `${text}\n\n${words.rowsCut(cut, n)}` : text;
  };
  return { versions: [rows(ROWS_MAX), rows(ROWS_FEW)], worth: WORTH.rows, called: words.labels.overview };
}

const mark = (sign: Sign, word: string): string => `${SIGNS[sign]}${word}`;

const tablesOf = (scenario: ScenarioReport, draft: Draft): readonly Part[] => [
  {
    versions: [overviewOf(scenario, draft), briefly(scenario, draft)],
    worth: WORTH.overview,
    called: draft.words.labels.overview,
  },
  ...(scenario.thresholds.length === 0 ? [] : [thresholdPart(scenario, draft)]),
];

const thresholdPart = (scenario: ScenarioReport, draft: Draft): Part => ({
  versions: [thresholdsOf(scenario, draft, THRESHOLDS_MAX), thresholdsOf(scenario, draft, THRESHOLDS_FEW)],
  worth: WORTH.thresholds,
  called: draft.words.thresholds.title,
});

/** Those of a script of k6; in a fold where none was crossed. */
function thresholdsOf(scenario: ScenarioReport, { words, n }: Draft, most: number): string {
  const { thresholds } = scenario;
  const rows = thresholdTable(thresholds.slice(0, most), words, n, mark);
  const cut = thresholds.length - most;
  const text = [
    table(rows, THRESHOLD_ALIGN),
    ...(cut > 0 ? [words.rowsCut(cut, n)] : []),
    thresholdCaption(scenario, words),
  ].join('\n\n');
  return thresholds.some((each) => fateOf(each) === 'crossed')
    ? `${words.thresholds.title}:\n\n${text}`
    : fold(thresholdFold(thresholds, words, n), text);
}

/** Scenarios in a fold; shorter, a line each. */
function foldOf(title: string, scenarios: readonly ScenarioReport[], draft: Draft): readonly Part[] {
  if (scenarios.length === 0) return [];
  const whole = scenarios
    .flatMap((scenario) => [
      overviewOf(scenario, draft, true),
      ...(scenario.thresholds.length === 0 ? [] : [thresholdsOf(scenario, draft, THRESHOLDS_MAX)]),
    ])
    .join('\n\n');
  const brief = scenarios.map((scenario) => `- ${briefly(scenario, draft)}`).join('\n');
  const called = draft.words.labels.overview;
  return [{ versions: [fold(title, whole), fold(title, brief)], worth: WORTH.passing, called }];
}

/** `whole`: all metrics in one table. */
function overviewOf(scenario: ScenarioReport, draft: Draft, whole = false): string {
  const { words, n } = draft;
  const { shown, folded: rest } = splitJudgements(scenario.judgements);
  const rows = (judgements: ScenarioReport['judgements']): string => {
    const cells = overviewTable(scenario, judgements, words, n, mark, withBars);
    return table(cells, overviewAlign(cells));
  };
  const names = rest.map(({ metric }) => metric);
  const folds = whole || rest.length === 0 ? [] : [fold(words.unchangedFolded(names, n), rows(rest))];
  const bars = Math.max(0, ...scenario.history.map(({ values }) => values.length - 1));
  const caption =
    bars === 0 || scenario.name !== firstWithBars(draft) ? [] : [words.comment.historyCaption(bars)];
  const { release } = scenario;
  const of = release === null ? [] : [words.acceptance.releaseCaption(release, n)];
  return [
    briefly(scenario, draft),
    rows(whole ? scenario.judgements : shown),
    ...caption,
    ...of,
    ...folds,
  ].join('\n\n');
}

const briefly = (scenario: ScenarioReport, { words, n }: Draft): string =>
  `**${n.name(scenario.name)}** · ${words.facts(scenario, n)} · ${words.outcomes[scenario.outcome]}`;

/** Under the name, so that a row is no wider; as code, whose letters are all of one width. */
const withBars = (name: string, bars: string): string => `${name}<br>\`${bars}\``;

/** What bars are is said once. */
const firstWithBars = ({ report }: Draft): string | undefined =>
  report.scenarios.find(({ history }) => history.length > 0)?.name;
