/** The charts, drawn by ECharts as soon as they come into view. Those of one scenario share their time axis. */
/// <reference lib="dom" />
import { LineChart } from 'echarts/charts';
import {
  DataZoomInsideComponent,
  GridComponent,
  ToolboxComponent,
  TooltipComponent,
} from 'echarts/components';
import { connect, type ECharts, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartRecord } from '../report/html/figures.ts';
import type { PageRecord } from '../report/html/page.ts';
import { type Colours, optionOf, placeOf, type Setting } from './option.ts';

use([LineChart, GridComponent, TooltipComponent, DataZoomInsideComponent, ToolboxComponent, CanvasRenderer]);

/** What other parts of the page ask of the charts. */
export interface Charts {
  /** After the colours have changed. */
  readonly repaint: () => void;
  /** After something has come into view without scrolling. */
  readonly look: () => void;
}

/** A chart that is drawn. */
interface Live {
  readonly chart: ECharts;
  readonly record: ChartRecord;
}

/** How far from the window a chart is drawn already. */
const AHEAD = '300px';

/** Waits for charts to come into view. */
export function startCharts({ charts, words }: PageRecord): Charts {
  const setting = (): Setting => ({
    colours: coloursNow(),
    locale: document.documentElement.lang,
    second: words.second,
  });
  const live = new Map<string, Live>();
  const hint = document.querySelector<HTMLElement>('#hint');
  if (hint !== null) hint.hidden = false;
  const resized = new ResizeObserver((entries) => {
    for (const { target } of entries) live.get(target.closest('figure')?.id ?? '')?.chart.resize();
  });
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const record = charts[target.id];
        if (!isIntersecting || record === undefined) continue;
        seen.unobserve(target);
        const plot = target.querySelector<HTMLElement>('.plot');
        if (plot === null) continue;
        const chart = bring(plot, record, setting());
        byKeyboard(plot, chart, record, words);
        live.set(target.id, { chart, record });
        resized.observe(plot);
      }
    },
    { rootMargin: AHEAD },
  );
  for (const figure of document.querySelectorAll('figure[data-chart]')) seen.observe(figure);
  return {
    repaint: () => {
      const now = setting();
      for (const { chart, record } of live.values()) chart.setOption(optionOf(record, now));
    },
    look: () => {
      for (const { chart } of live.values()) chart.resize();
    },
  };
}

/** Puts a chart in the place of its drawing, which stays for print. */
function bring(plot: HTMLElement, record: ChartRecord, setting: Setting): ECharts {
  const frame = document.createElement('div');
  frame.className = 'live';
  plot.append(frame);
  plot.dataset['live'] = '';
  const chart = init(frame);
  chart.setOption(optionOf(record, setting));
  if (record.seconds !== undefined) {
    const scenario = plot.closest('[data-scenario]')?.id ?? '';
    chart.group = scenario;
    connect(scenario);
    // A drag chooses a stretch of time at once, without a tool that has to be picked first.
    chart.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
    chart.getZr().on('dblclick', () => chart.dispatchAction({ type: 'dataZoom', start: 0, end: 100 }));
  }
  return chart;
}

/** Arrow keys step through the points, and what they show is said aloud. */
function byKeyboard(
  plot: HTMLElement,
  chart: ECharts,
  record: ChartRecord,
  words: PageRecord['words'],
): void {
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumSignificantDigits: 4 });
  const count = record.lines[0]?.values.length ?? 0;
  const said = document.createElement('p');
  said.className = 'said';
  said.setAttribute('aria-live', 'polite');
  plot.after(said);
  plot.tabIndex = 0;
  plot.title = words.keyboard;
  let at = -1;
  plot.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || count === 0) return;
    event.preventDefault();
    at = at < 0 ? 0 : Math.min(count - 1, Math.max(0, at + step));
    chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at });
    said.textContent = [
      placeOf(record, at, number, words.second),
      ...record.lines.map(({ name, values }) => `${name} ${values[at] ?? '–'}`),
    ].join(', ');
  });
  plot.addEventListener('blur', () => chart.dispatchAction({ type: 'hideTip' }));
}

function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (role: string): string => style.getPropertyValue(`--${role}`).trim();
  return {
    text: of('text'),
    quiet: of('quiet'),
    rule: of('rule'),
    ground: of('ground'),
    lines: [of('line-1'), of('line-2'), of('line-3')],
  };
}
