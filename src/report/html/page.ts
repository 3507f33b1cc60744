/** The report as one self-contained HTML page: everything that a comment says and every number behind it. It reads without its program, and loads nothing. */
import type { Language } from '../../domain/language.ts';
import { svgFile } from '../svg.ts';
import { evidence } from './evidence.ts';
import { type ChartRecord, type PageChart, pageChartsOf, recordOf } from './figures.ts';
import { documentOf } from '../markup/document.ts';
import { html, json, type Markup, NOTHING } from '../markup/html.ts';
import { articleOf } from './scenario.ts';
import { method, setup } from './setup.ts';
import { openSheet, type PageInput, type Sheet } from './sheet.ts';
import { STYLE } from './style.ts';
import { banner, contents, controls, titleOf } from './top.ts';
import { conclusions, limits, overview, says, section } from './verdict.ts';

export type { PageInput } from './sheet.ts';

/** What the page's program finds in the page. */
export interface PageRecord {
  /** By the id of their figure. */
  readonly charts: Readonly<Record<string, ChartRecord>>;
  readonly words: Readonly<Record<'shown' | 'keyboard' | 'second', string>>;
}

/** A chart as a file. */
export interface Picture {
  /** Of the file: letters, digits, hyphens and `.svg`. */
  readonly name: string;
  readonly svg: string;
}

/** A page is to stay below this many bytes, its program included. */
export const PAGE_BYTES_MAX = 1_500_000;
/** How much of the usual room is given, where the page would become too large. */
const PARTS = [1, 1 / 2, 1 / 4, 1 / 8] as const;

/**
 * Renders the page. `program`: what makes it interactive, as one script; null for a page that is only read. Pure.
 * @throws RangeError when the program's text could end its own element
 */
export function renderPage(input: PageInput, language: Language, program: string | null): string {
  let page = '';
  for (const part of PARTS) {
    page = written(openSheet(input, language, part), program);
    if (Buffer.byteLength(page) <= PAGE_BYTES_MAX) break;
  }
  return page;
}

function written(sheet: Sheet, program: string | null): string {
  const charts = new Map(
    sheet.report.scenarios.map((scenario) => [scenario.name, pageChartsOf(scenario, sheet)] as const),
  );
  const parts = partsOf(sheet, charts).filter(({ content }) => content.html !== '');
  const record = recordIn([...charts.values()].flat(), sheet);
  const interactive = program !== null;
  const body = html`<a class="skip" href="#main">${sheet.words.page.skip}</a>
${banner(sheet)}${controls(sheet)}<div class="frame">${contents(
    parts.map(({ id, title }) => [id, title]),
    sheet,
  )}<main id="main" tabindex="-1">
${parts.map(({ content }) => content)}</main></div>
${footer(sheet, interactive)}
<script type="application/json" id="record">${json(record)}</script>`;
  return documentOf({
    lang: sheet.words.page.lang,
    title: titleOf(sheet),
    style: STYLE,
    script: interactive ? `\n${program}\n` : null,
    body,
  });
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

function partsOf(sheet: Sheet, charts: ReadonlyMap<string, readonly PageChart[]>): readonly Part[] {
  const { words, report } = sheet;
  const { labels, page } = words;
  const scenarios = report.scenarios.map((scenario) =>
    articleOf(scenario, charts.get(scenario.name) ?? [], sheet),
  );
  const hint = html`<p class="note hint" id="hint" hidden>${page.charts.hint}</p>`;
  const nothing = html`<p class="note" id="nothing-shown" hidden>${page.nothingShown}</p>`;
  return [
    { id: 'overview', title: labels.overview, content: overview(sheet) },
    { id: 'limits', title: labels.limits, content: limits(sheet) },
    {
      id: 'results',
      title: labels.results,
      content: section('results', labels.results, [hint, nothing, ...scenarios], sheet),
    },
    { id: 'says', title: labels.says, content: says(sheet) },
    { id: 'conclusions', title: labels.conclusions, content: conclusions(sheet) },
    { id: 'findings', title: page.headings.findings, content: evidence(sheet) },
    { id: 'method', title: labels.method, content: method(sheet) },
    { id: 'setup', title: page.headings.setup, content: setup(sheet) },
  ];
}

function recordIn(charts: readonly PageChart[], { words }: Sheet): PageRecord {
  const { shown, charts: chart } = words.page;
  return {
    charts: Object.fromEntries(charts.map((each) => [each.id, recordOf(each)])),
    words: { shown, keyboard: chart.keyboard, second: chart.second },
  };
}

/** The notice that the licence of the charts asks for stands where they are: their whole licences are at the head of the program. */
function footer({ words }: Sheet, interactive: boolean): Markup {
  const { noNetwork, licence } = words.page;
  return html`<footer><p>${noNetwork}${interactive ? html` ${licence}` : NOTHING}</p></footer>`;
}

/** All charts as files of their own, for documents and slides. Pure. */
export function picturesOf(input: PageInput, language: Language): readonly Picture[] {
  const sheet = openSheet(input, language);
  return input.report.scenarios
    .flatMap((scenario) => pageChartsOf(scenario, sheet))
    .map((chart) => ({ name: `${chart.id}.svg`, svg: svgFile(chart, sheet.language) }));
}
