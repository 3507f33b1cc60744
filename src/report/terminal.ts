/** The report for a terminal: the same words in the same order, with sparklines for charts. */
import { styleText } from 'node:util';
import type { Language } from '../domain/language.ts';
import type { Outcome } from '../domain/verdict.ts';
import { clean, COMMAND_MAX, PROSE_MAX } from './inert.ts';
import { LANGUAGES, type Marks, penOf } from './pen.ts';
import type { FindingGroup, Report } from './report.ts';
import { hasUsersCurve, isOpenLoop, type ScenarioReport } from './results.ts';
import type { SearchReport } from './search-results.ts';
import { KINDS, sentencesOf, underHeadline } from './sentences.ts';
import {
  overviewAlign,
  overviewTable,
  quantileTable,
  requestTable,
  searchAlign,
  searchTable,
  type Sign,
} from './tables.ts';
import { overviewText } from './terminal-overview.ts';
import { sparkline, textTable, textWidth, wrap } from './terminal-text.ts';
import { THRESHOLD_ALIGN, thresholdCaption, thresholdTable } from './thresholds.ts';
import type { Pen, Words } from './words/words.ts';

/** How a terminal wants its text. */
export interface Look {
  /** Columns of the terminal; see {@link textWidth}. */
  readonly width: number;
  /** Without it there is no control character in the text. */
  readonly colour: boolean;
}

/** Paints, or leaves as it is. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** A painter for a look. */
export const painterOf =
  ({ colour }: Pick<Look, 'colour'>): Paint =>
  (format, text) =>
    colour ? styleText(format, text, { validateStream: false }) : text;

/** The marks of a terminal: what is typed or foreign stands out by colour, else by backquotes. */
export function terminalMarks(look: Pick<Look, 'colour'>): Marks {
  const paint = painterOf(look);
  const code = (text: string): string => (look.colour ? paint('cyan', text) : `\`${text}\``);
  return {
    name: (text) => code(clean(text)),
    prose: (text) => clean(text, PROSE_MAX),
    command: (text) => code(clean(text, COMMAND_MAX)),
    code,
    strong: (text) => paint('bold', text),
    link: (text, url) => `${text}: ${clean(url, 300)}`,
  };
}

const SIGNS = {
  pass: { sign: '✓', format: 'green' },
  fail: { sign: '✗', format: 'red' },
  inconclusive: { sign: '?', format: 'yellow' },
  'no-baseline': { sign: '·', format: 'cyan' },
  void: { sign: '!', format: 'yellow' },
} as const satisfies Record<Outcome, { readonly sign: string; readonly format: string }>;

/** A sign stays with its word. */
const JUDGED = {
  bad: { sign: '✗\u00a0', format: 'red' },
  noted: { sign: '!\u00a0', format: 'yellow' },
  agreed: { sign: '≈\u00a0', format: 'yellow' },
  better: { sign: '↑\u00a0', format: 'green' },
  good: { sign: '✓\u00a0', format: 'green' },
  unsure: { sign: '?\u00a0', format: 'yellow' },
  none: { sign: '', format: 'dim' },
} as const satisfies Record<Sign, { readonly sign: string; readonly format: string }>;

interface Draft {
  readonly report: Report;
  readonly words: Words;
  readonly n: Pen;
  readonly paint: Paint;
  readonly width: number;
}

/** Renders a report. The first line is the verdict. Ends without a newline. */
export function renderTerminal(report: Report, language: Language, look: Look): string {
  const words = LANGUAGES[language];
  const draft: Draft = {
    report,
    words,
    n: penOf(words, terminalMarks(look), report.headline.scenarios),
    paint: painterOf(look),
    width: textWidth(look.width),
  };
  const blocks = [
    ...top(draft),
    section(
      draft,
      words.labels.overview,
      report.scenarios.map((scenario) => overview(scenario, draft)),
      '\n\n',
    ),
    section(draft, words.labels.limits, bullets(report.findings.limitation, draft)),
    section(
      draft,
      words.labels.results,
      report.scenarios.map((scenario) => results(scenario, draft)),
      '\n\n',
    ),
    section(draft, words.labels.says, says(draft)),
    section(draft, words.labels.conclusions, conclusions(draft)),
    section(draft, words.labels.method, method(draft)),
  ];
  // A number and its unit were kept together while lines were broken; in a terminal a space is a space.
  return blocks.filter(Boolean).join('\n\n').replaceAll('\u00a0', ' ');
}

/** The verdict in one plain line without a sign: for annotations and the like. */
export function headlineText(report: Report, language: Language): string {
  const words = LANGUAGES[language];
  const n = penOf(words, terminalMarks({ colour: false }), report.headline.scenarios);
  return `${words.headline(report.headline, n)}. ${words.action(report.headline, n)}`.replaceAll(
    '\u00a0',
    ' ',
  );
}

function top({ report: { headline }, words, n, paint, width }: Draft): readonly string[] {
  const { sign, format } = SIGNS[headline.outcome];
  const line = wrap(`${sign} ${words.headline(headline, n)}`, width, '  ');
  return [`${paint(['bold', format], line)}\n${wrap(underHeadline(headline, words, n).join(' '), width)}`];
}

function section({ paint }: Draft, title: string, blocks: readonly string[], between = '\n'): string {
  return blocks.length === 0 ? '' : `${paint('bold', title)}\n${blocks.join(between)}`;
}

function overview(scenario: ScenarioReport, { words, n, paint, width }: Draft): string {
  const mark = (sign: Sign, word: string): string =>
    paint(JUDGED[sign].format, `${JUDGED[sign].sign}${word}`);
  const facts = `${n.name(scenario.name)} · ${words.facts(scenario, n)} · ${words.outcomes[scenario.outcome]}`;
  const rows = overviewTable(scenario, scenario.judgements, words, n, mark);
  const { release } = scenario;
  const of = release === null ? '' : `\n${wrap(words.acceptance.releaseCaption(release, n), width)}`;
  const told = thresholdsText(scenario, { words, n, width }, mark);
  return `${wrap(facts, width, '  ')}\n${overviewText(rows, overviewAlign(rows), words.labels, width)}${of}${told}`;
}

/** Those of a script of k6, below the limits; nothing without any. */
function thresholdsText(
  scenario: ScenarioReport,
  { words, n, width }: Pick<Draft, 'words' | 'n' | 'width'>,
  mark: (sign: Sign, word: string) => string,
): string {
  const { thresholds } = scenario;
  if (thresholds.length === 0) return '';
  const rows = thresholdTable(thresholds, words, n, mark);
  const caption = thresholdCaption(scenario, words);
  return `\n\n${words.thresholds.title}\n${textTable(rows, THRESHOLD_ALIGN, width)}\n${wrap(caption, width)}`;
}

function searchResults(search: SearchReport, draft: Draft): readonly string[] {
  const { words, n, width } = draft;
  const { kind, rows } = search;
  const cells = searchTable(search, words, n);
  return [
    curve(
      words.metrics.throughput,
      rows.map(({ step }) => step.throughput),
      (value) => n.rate(value),
      draft,
    ),
    curve(
      words.metrics.p95,
      rows.map(({ step }) => step.p95 ?? 0),
      (value) => n.ms(value),
      draft,
    ),
    textTable(cells, searchAlign(cells), width),
    ...(kind === 'stress' ? [wrap(words.search.littleNote, width)] : []),
  ];
}

function results(scenario: ScenarioReport, draft: Draft): string {
  const { report, words, n, width } = draft;
  const title = report.scenarios.length === 1 ? '' : n.name(scenario.name);
  if (scenario.search !== null)
    return [title, ...searchResults(scenario.search, draft)].filter(Boolean).join('\n');
  const { series, requests, quantiles, against, memory } = scenario;
  const lines = [
    title,
    ...(hasUsersCurve(scenario) ? [usersCurve(scenario, draft)] : []),
    ...(series.told
      ? [
          curve(words.metrics.throughput, series.throughput, (value) => n.rate(value), draft),
          curve(words.metrics.p95, series.p95, (value) => n.ms(value), draft),
        ]
      : []),
    ...(memory === null ? [] : [memoryCurve(memory.megabytes, draft)]),
    textTable(quantileTable(scenario, words, n), `l${'r'.repeat(quantiles.length)}`, width),
    against.replicates === 0 ? '' : wrap(words.distributionCaption(against, n), width),
    requests.length < 2 ? '' : textTable(requestTable(scenario, words, n), 'lrrrrrr', width),
  ];
  return lines.filter(Boolean).join('\n');
}

function usersCurve(scenario: ScenarioReport, draft: Draft): string {
  const { words, n } = draft;
  const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
  const count = (value: number): string => n.count(Math.round(value));
  return curve(title.toLocaleLowerCase(words.locale), scenario.series.users, count, draft);
}

/** What is above the lowest point: the rest is there in any case. */
function memoryCurve(megabytes: readonly number[], draft: Draft): string {
  const { words, n } = draft;
  const write = (value: number): string => n.bytes(1e6 * value);
  return curve(words.charts.memoryRow, megabytes, write, draft, Math.min(...megabytes));
}

/** Fewer bars say nothing beside their range: then they have a line of their own. */
const BARS_MIN = 8;

/** `throughput  ▅▆▇█▇  1,180/s to 1,320/s`. */
function curve(
  title: string,
  values: readonly number[],
  write: (value: number) => string,
  { words, width }: Draft,
  bottom = 0,
): string {
  const range = `${write(Math.min(...values))} – ${write(Math.max(...values))}`;
  const name = title.padEnd(words.metrics.throughput.length);
  const above = values.map((value) => value - bottom);
  const room = width - name.length - range.length - 4;
  return room < BARS_MIN
    ? `${wrap(`${title} ${range}`, width, '  ')}\n  ${sparkline(above, width - 2)}`
    : `${name}  ${sparkline(above, room)}  ${range}`;
}

function bullets(groups: readonly FindingGroup[], { words, n, width }: Draft): readonly string[] {
  return groups.map((group) => wrap(`- ${sentencesOf(words, n).group(group)}`, width, '  '));
}

function says({ report, words, n, width }: Draft): readonly string[] {
  return KINDS.flatMap((kind) =>
    report.findings[kind].map((group) =>
      wrap(`- ${sentencesOf(words, n).group(group, words.labels.kinds[kind])}`, width, '  '),
    ),
  );
}

function conclusions({ report, words, n, paint, width }: Draft): readonly string[] {
  const { headline, reasons, findings } = report;
  const nothing = words.nothingWrong(headline, n);
  const closing = words.closing(headline, n);
  const told = reasons.map((reason) => sentencesOf(words, n).reason(reason));
  const steps = findings.recommendation.map((group, index) =>
    wrap(`${index + 1}. ${sentencesOf(words, n).group(group)}`, width, '   '),
  );
  return [
    ...(told.length > 1 ? told.map((sentence) => wrap(`- ${sentence}`, width, '  ')) : []),
    wrap([...(told.length === 1 ? told : []), nothing, closing].filter(Boolean).join(' '), width),
    ...(steps.length === 0
      ? []
      : [
          '',
          `${paint('underline', headline.outcome === 'pass' ? words.labels.learnMore : words.labels.nextSteps)}:`,
          ...steps,
        ]),
  ];
}

function method({ report, words, n, width }: Draft): readonly string[] {
  return [
    `${words.comment.reproduce}: ${n.command(report.method.reproduce)}`,
    ...words.method(report.method, n),
    ...report.scenarios.map((scenario) => words.measured(scenario, n)),
  ].map((line) => wrap(`- ${line}`, width, '  '));
}
