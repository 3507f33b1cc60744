/** The charts of a page: those of every report, finer, and the curves of the probes. Each is a drawing that the page's program makes interactive. */
import { type Chart, type ChartLine, chartsOf } from '../charts.ts';
import { memoryOf, type ScenarioReport, seriesOf } from '../results.ts';
import { drawn } from '../svg.ts';
import { sliceAlone, summarise } from '../../stats/summary.ts';
import { type Curves, curvesOf } from './curves.ts';
import { html, type Markup, NOTHING, ours } from '../markup/html.ts';
import { caption } from './prose.ts';
import type { Sheet } from './sheet.ts';

/** A chart of the page: as of every report, with three lines at most, and with how many seconds a point stands for. */
export interface PageChart extends Omit<Chart, 'name'> {
  /** Its place in the page's address. */
  readonly id: string;
  readonly name: string;
  readonly width: number;
}

/** All charts of a scenario, in their order. */
export function pageChartsOf(scenario: ScenarioReport, sheet: Sheet): readonly PageChart[] {
  const { words, n, run, room } = sheet;
  const finer = finerOf(scenario, sheet);
  const curves = curvesOf(summarise(run, scenario.name, 'head').slices, room.points);
  const common = chartsOf(finer, words, n).map((chart): Omit<PageChart, 'id'> => {
    const width = chart.name === 'memory' ? (finer.memory?.width ?? 1) : finer.series.width;
    return { ...chart, width };
  });
  const known = new Set(common.map(({ name }) => name));
  const own = curves === null ? [] : ownCharts(curves, sheet, known.has('memory'));
  return [...common, ...own].map((chart) => ({ ...chart, id: `${sheet.slug(scenario.name)}-${chart.name}` }));
}

/** The scenario with as many points over time as the page has room for. */
function finerOf(scenario: ScenarioReport, { run, room }: Sheet): ScenarioReport {
  const series = seriesOf(summarise(run, scenario.name, 'head'), room.points);
  const memory =
    scenario.memory === null ? null : memoryOf(sliceAlone(run, scenario.name, 'head'), room.points);
  return { ...scenario, series, memory };
}

/** `soak`: there is a chart of memory already. */
function ownCharts(curves: Curves, { words }: Sheet, soak: boolean): readonly Omit<PageChart, 'id'>[] {
  const { charts } = words.page;
  const common = {
    x: words.charts.seconds,
    points: { seconds: curves.seconds },
    bottom: 0,
    width: curves.width,
  };
  const all = [
    {
      name: 'cores',
      title: charts.cores,
      y: charts.coresUnit,
      caption: charts.coresCaption,
      lines: [
        { name: charts.lines.service, values: curves.service },
        { name: charts.lines.generator, values: curves.generator },
        { name: charts.lines.others, values: curves.others },
      ],
    },
    {
      name: 'resident',
      title: charts.held,
      y: words.charts.megabytes,
      caption: charts.heldCaption,
      lines: soak ? [] : [{ name: words.charts.memoryRow, values: curves.memory }],
    },
    {
      name: 'storage',
      title: charts.storage,
      y: charts.storageUnit,
      caption: charts.storageCaption,
      lines: hasAny(curves)
        ? [
            { name: charts.lines.read, values: curves.read },
            { name: charts.lines.written, values: curves.written },
          ]
        : [],
    },
  ];
  return all
    .filter(({ lines }) => lines.some(({ values }) => values.some((value) => value !== null)))
    .map((chart) => ({ ...common, ...chart }));
}

/** A service that never touches a disk needs no picture of it. */
const hasAny = ({ read, written }: Curves): boolean =>
  [...read, ...written].some((value) => value !== null && value > 0);

/** A chart in its frame: title, drawing, and what it says without eyes. */
export function figure(chart: PageChart, { words, language }: Sheet): Markup {
  const { page } = words;
  const said = chart.lines.flatMap((line) => spoken(line, sheetNumber(language), page.charts.line));
  return html`<figure id="${chart.id}" data-chart="${chart.id}"><figcaption><h5><a href="#${chart.id}">${chart.title}</a></h5>${
    chart.caption === '' ? NOTHING : html`<p>${caption(chart.caption)}</p>`
  }</figcaption><div class="plot" role="img" aria-label="${[chart.title, ...said].join('. ')}.">${ours(drawn(chart, language))}</div></figure>
`;
}

const sheetNumber = (language: string): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });

function spoken(
  { name, values }: ChartLine,
  number: Intl.NumberFormat,
  say: (name: string, low: string, high: string) => string,
): readonly string[] {
  const known = values.flatMap((value) => value ?? []);
  if (known.length === 0) return [];
  return [say(name, number.format(Math.min(...known)), number.format(Math.max(...known)))];
}

/** What the page's program draws a chart from: no digit more than a reader can see. */
export interface ChartRecord {
  readonly x: string;
  readonly y: string;
  readonly bottom: number;
  readonly width: number;
  readonly seconds?: number;
  readonly names?: readonly string[];
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** A chart as the page's program reads it. */
export function recordOf({ x, y, bottom, width, points, lines }: PageChart): ChartRecord {
  return {
    x,
    y,
    bottom,
    width,
    ...points,
    lines: lines.map(({ name, values }) => ({ name, values: values.map(short) })),
  };
}

const short = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)));
