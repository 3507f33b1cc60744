/** Charts as SVG: what a page shows before and without its program, and what stands in files of its own. Drawn here, since a library for it would be loaded at the end of every run. */
import type { Chart } from './charts.ts';
import { escapeHtml } from './markup/html.ts';

/** What is drawn of a chart. `width`: seconds that a point stands for. */
export type Drawn = Pick<Chart, 'title' | 'x' | 'y' | 'points' | 'lines' | 'bottom'> & {
  readonly width: number;
};

const SIZE = { width: 640, height: 250 };
/** Between the edge of the picture and the plot. */
const EDGE = { left: 58, right: 12, top: 24, bottom: 40 };
const PLOT = { width: SIZE.width - EDGE.left - EDGE.right, height: SIZE.height - EDGE.top - EDGE.bottom };
/** More points than this are thinned: the picture has no room for them. */
const POINTS_MAX = 240;
/** With fewer points each is marked. */
const DOTS_MAX = 24;
const TICKS = 5;
const X_TICKS = 8;
/** Names of levels that stand side by side without touching. */
const NAMES_MAX = 14;

/** A chart as an `svg` element without a style of its own: the page's style draws it, in light and dark. Hidden from screen readers, since the figure around it speaks. */
export function drawn(chart: Drawn, locale: string): string {
  return `<svg class="drawing" viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true" focusable="false">${content(chart, locale)}</svg>`;
}

/** The beginning of every file that {@link svgFile} writes, by which it is known again. */
export const SVG_MARK = '<svg xmlns="http://www.w3.org/2000/svg" data-by="loadgate"';

/** A chart as a file of its own: with its title, and colours for light and dark. */
export function svgFile(chart: Drawn, locale: string): string {
  const top = 34;
  const names = chart.lines.length < 2 ? [] : chart.lines.map(({ name }) => name);
  const legend = names.map(
    (name, index) =>
      `<tspan dx="${index === 0 ? 0 : 12}" class="name-${index + 1}">■ </tspan><tspan>${escapeHtml(name)}</tspan>`,
  );
  return `${SVG_MARK} viewBox="0 0 ${SIZE.width} ${SIZE.height + top}" role="img" lang="${locale}"><title>${escapeHtml(chart.title)}</title><style>${FILE_STYLE}</style>
<text class="title" x="12" y="22">${escapeHtml(chart.title)}</text><text class="legend" x="${SIZE.width - EDGE.right}" y="22" text-anchor="end">${legend.join('')}</text>
<g transform="translate(0 ${top})">${content(chart, locale)}</g></svg>
`;
}

const FILE_STYLE = `svg{font-family:system-ui,sans-serif;--text:#1f2328;--quiet:#59636e;--rule:#e4e7eb;--line-1:#2563eb;--line-2:#c2410c;--line-3:#0f766e;background:#fff}
@media (prefers-color-scheme:dark){svg{--text:#e8eaed;--quiet:#a3abb5;--rule:#30353c;--line-1:#6ba6ff;--line-2:#fb923c;--line-3:#2dd4bf;background:#14171b}}
text{font-size:12px;fill:var(--quiet)}.title{font-size:15px;font-weight:600;fill:var(--text)}.grid{stroke:var(--rule)}.line{fill:none;stroke-width:1.75;stroke-linejoin:round}
.line-1{stroke:var(--line-1)}.line-2{stroke:var(--line-2)}.line-3{stroke:var(--line-3)}.dot-1,.name-1{fill:var(--line-1)}.dot-2,.name-2{fill:var(--line-2)}.dot-3,.name-3{fill:var(--line-3)}`;

/** A value's place in the picture. */
interface Scales {
  readonly x: (position: number) => number;
  readonly y: (value: number) => number;
}

function content(chart: Drawn, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const highest = Math.max(
    chart.bottom,
    ...chart.lines.flatMap(({ values }) => values.flatMap((value) => value ?? [])),
  );
  const ticks = ticksBetween(chart.bottom, highest > chart.bottom ? highest : chart.bottom + 1, TICKS);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const last = lastOf(chart);
  const scales: Scales = {
    x: (position) => EDGE.left + (PLOT.width * position) / last,
    y: (value) => EDGE.top + PLOT.height * (1 - (value - low) / (high - low)),
  };
  const text = (at: readonly [number, number], anchor: string, words: string): string =>
    `<text x="${round(at[0])}" y="${round(at[1])}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
  return [
    ...ticks.map((tick) => {
      const y = round(scales.y(tick));
      return `<path class="grid" d="M${EDGE.left} ${y}H${SIZE.width - EDGE.right}"/>${text([EDGE.left - 8, y + 4], 'end', number.format(tick))}`;
    }),
    ...xTicks(chart, number).map(([position, words]) =>
      text([scales.x(position), SIZE.height - EDGE.bottom + 17], 'middle', words),
    ),
    text([EDGE.left, EDGE.top - 10], 'start', chart.y),
    text([SIZE.width - EDGE.right, SIZE.height - 5], 'end', chart.x),
    ...chart.lines.map(({ values }, index) => lineOf(values, chart, scales, index + 1)),
  ].join('');
}

/** Where the x axis ends: a time, or the last of several names. */
const lastOf = ({ points }: Drawn): number =>
  'seconds' in points ? Math.max(1, points.seconds) : Math.max(1, points.names.length - 1);

/** Where a point stands: in the middle of the seconds that it stands for, or at its name. */
const positionOf = (index: number, { points, width }: Drawn): number =>
  'seconds' in points ? Math.min(points.seconds, (index + 0.5) * width) : index;

function xTicks(
  { points }: Drawn,
  number: Intl.NumberFormat,
): readonly (readonly [position: number, words: string])[] {
  if ('seconds' in points) {
    return ticksBetween(0, points.seconds, X_TICKS)
      .filter((tick) => tick <= points.seconds)
      .map((tick) => [tick, number.format(tick)]);
  }
  const every = Math.ceil(points.names.length / NAMES_MAX);
  return points.names.flatMap((name, index) => (index % every === 0 ? [[index, name] as const] : []));
}

/** A line with gaps where nothing is known. */
function lineOf(values: readonly (number | null)[], chart: Drawn, scales: Scales, colour: number): string {
  const places = kept(values).map(([index, value]) =>
    value === null ? null : ([round(scales.x(positionOf(index, chart))), round(scales.y(value))] as const),
  );
  const path = places.map((place, index) =>
    place === null ? '' : `${(places[index - 1] ?? null) === null ? 'M' : 'L'}${place.join(' ')}`,
  );
  const dots = places.length > DOTS_MAX ? [] : places.filter((place) => place !== null);
  const circles = dots.map(([x, y]) => `<circle class="dot-${colour}" cx="${x}" cy="${y}" r="2.5"/>`);
  return `<path class="line line-${colour}" d="${path.join('')}"/>${circles.join('')}`;
}

/** The points that are drawn, with their places: of more than there is room for, the lowest and the highest of each stretch, so that no spike and no dip is lost. */
function kept(
  values: readonly (number | null)[],
): readonly (readonly [index: number, value: number | null])[] {
  const all = values.map((value, index) => [index, value] as const);
  if (all.length <= POINTS_MAX) return all;
  const length = Math.ceil((2 * all.length) / POINTS_MAX);
  return Array.from({ length: Math.ceil(all.length / length) }, (_, part) => {
    const stretch = all.slice(part * length, (part + 1) * length);
    const known = stretch.flatMap(([index, value]) => (value === null ? [] : [[index, value] as const]));
    const byValue = known.toSorted(([, left], [, right]) => left - right);
    const ends = new Set([byValue.at(0), byValue.at(-1)].filter((point) => point !== undefined));
    return ends.size === 0 ? stretch.slice(0, 1) : [...ends].toSorted(([left], [right]) => left - right);
  }).flat();
}

/** Round numbers from at or below `low` to at or above `high`, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function ticksBetween(low: number, high: number, count: number): readonly number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

const round = (value: number): number => Math.round(10 * value) / 10;
