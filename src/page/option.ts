/** A chart of the report in ECharts' words. */
import type { LineSeriesOption } from 'echarts/charts';
import type {
  DataZoomComponentOption,
  GridComponentOption,
  ToolboxComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartRecord } from '../report/html/figures.ts';

/** The page's colours, as they are now. */
export interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly rule: string;
  readonly ground: string;
  readonly lines: readonly string[];
}

type Option = ComposeOption<
  | LineSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | DataZoomComponentOption
  | ToolboxComponentOption
>;

/** How it is shown. */
export interface Setting {
  readonly colours: Colours;
  /** How numbers are written. */
  readonly locale: string;
  /** The sign of a second. */
  readonly second: string;
}

/** Points that are marked each; of more, only the line is drawn. */
const DOTS_MAX = 24;

/** The whole option: setting it again changes colours alone. */
export function optionOf(record: ChartRecord, { colours, locale, second }: Setting): Option {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const small = { color: colours.quiet, fontSize: 12 };
  const axis = {
    axisLabel: small,
    axisLine: { lineStyle: { color: colours.rule } },
    axisTick: { show: false },
    nameTextStyle: small,
  };
  return {
    animation: false,
    aria: { enabled: false },
    color: [...colours.lines],
    textStyle: { fontFamily: 'system-ui, sans-serif' },
    // The same on every chart, so that moments stand under each other.
    grid: { left: 54, right: 18, top: 30, bottom: 44 },
    xAxis: {
      ...axis,
      ...xAxisOf(record, number, small),
      name: record.x,
      nameLocation: 'middle',
      nameGap: 26,
    },
    yAxis: {
      ...axis,
      type: 'value',
      name: record.y,
      nameTextStyle: { ...small, align: 'left' },
      min: record.bottom,
      splitNumber: 4,
      splitLine: { lineStyle: { color: colours.rule } },
      axisLabel: {
        ...small,
        // A beginning that is not round would run into the step above it.
        showMinLabel: record.bottom === 0,
        formatter: (value: number) => number.format(value),
      },
    },
    tooltip: tooltipOf(record, colours, (index) => placeOf(record, index, number, second), number),
    ...zoomOf(record),
    series: record.lines.map(({ name, values }) => ({
      name,
      type: 'line',
      data: values.map((value, index) => [positionOf(record, index), value]),
      showSymbol: values.length <= DOTS_MAX,
      symbol: 'circle',
      symbolSize: 5,
      lineStyle: { width: 1.75 },
      emphasis: { disabled: true },
    })),
  };
}

function xAxisOf(
  { seconds, names }: ChartRecord,
  number: Intl.NumberFormat,
  small: { readonly color: string; readonly fontSize: number },
) {
  return names === undefined
    ? {
        type: 'value' as const,
        min: 0,
        max: seconds ?? 1,
        splitLine: { show: false },
        axisLabel: {
          ...small,
          hideOverlap: true,
          // An end between two steps would run into the step before it.
          showMaxLabel: (seconds ?? 1) % 10 === 0 || (seconds ?? 1) < 10,
          formatter: (value: number) => number.format(value),
        },
      }
    : {
        type: 'category' as const,
        data: [...names],
        boundaryGap: false,
        axisLabel: { ...small, hideOverlap: true },
      };
}

/** In the middle of the seconds that it stands for, or at its name. */
const positionOf = ({ seconds, width }: ChartRecord, index: number): number =>
  seconds === undefined ? index : Math.min(seconds, (index + 0.5) * width);

function tooltipOf(
  record: ChartRecord,
  colours: Colours,
  place: (index: number) => string,
  number: Intl.NumberFormat,
): TooltipComponentOption {
  const rows = (index: number): string =>
    [
      place(index),
      ...record.lines.map(({ name, values }) => {
        const value = values[index] ?? null;
        return `${name}  ${value === null ? '–' : number.format(value)}`;
      }),
    ].join('\n');
  return {
    trigger: 'axis',
    // Drawn, not written as HTML: names of lines are only text there.
    renderMode: 'richText',
    confine: true,
    backgroundColor: colours.ground,
    borderColor: colours.rule,
    textStyle: { color: colours.text, fontSize: 12.5, lineHeight: 18 },
    axisPointer: { lineStyle: { color: colours.quiet } },
    formatter: (points) => {
      const [point] = Array.isArray(points) ? points : [points];
      return rows(point?.dataIndex ?? 0);
    },
  };
}

/** What a point stands for: `12 s`, `30–33 s`, `64 · users`. */
export function placeOf(
  { seconds, names, width, x }: ChartRecord,
  index: number,
  number: Intl.NumberFormat,
  second: string,
): string {
  if (seconds === undefined) return `${names?.[index] ?? ''} · ${x}`;
  const [from, to] = [index * width, Math.min(seconds, (index + 1) * width)];
  const time = to - from <= 1 ? number.format(from) : `${number.format(from)}–${number.format(to)}`;
  return `${time}\u00a0${second}`;
}

/** Only time is zoomed: a wheel alone scrolls the page, as readers expect. */
function zoomOf({ seconds }: ChartRecord): Pick<Option, 'dataZoom' | 'toolbox'> {
  if (seconds === undefined) return {};
  return {
    dataZoom: [
      {
        type: 'inside',
        filterMode: 'none',
        zoomOnMouseWheel: 'ctrl',
        moveOnMouseMove: false,
        moveOnMouseWheel: false,
      },
    ],
    toolbox: {
      show: true,
      itemSize: 0,
      showTitle: false,
      feature: { dataZoom: { yAxisIndex: 'none', filterMode: 'none', icon: { zoom: 'none', back: 'none' } } },
    },
  };
}
