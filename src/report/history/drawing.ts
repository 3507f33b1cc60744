/**
 * Charts of runs as SVG. Drawn here and not by a chart library, since what matters are parts that those do not have: a link and a title for each run, lines
 * that are never joined, and colours that follow the reader's scheme without a script. Every drawing is decoration for the eye: what it says stands beside it as text and table.
 */
import type { MetricName } from '../../domain/metric.ts';
import {
  type Curve,
  curvesOf,
  type Frame,
  type Geometry,
  geometryOf,
  type Mark,
  marksOf,
} from './geometry.ts';
import { type Markup, html, type Piece } from '../markup/html.ts';
import type { Scribe } from './scribe.ts';
import type { LinePart, ScenarioPart } from './site.ts';

const SPARK: Frame = { width: 240, height: 56, left: 4, right: 6, top: 5, bottom: 5 };
const CHART: Frame = { width: 420, height: 200, left: 62, right: 8, top: 18, bottom: 28 };

/** A metric's course without axes, for a tile. */
export function sparkline(scenario: ScenarioPart, metric: MetricName): Markup {
  const curves = curvesOf(scenario, metric);
  const geometry = geometryOf(metric, curves, scenario.steps, SPARK);
  const last = curves.find(({ line }) => line === scenario.newest)?.points.at(-1);
  return drawing(SPARK, 'spark', [
    ...curves.map((curve) => band(curve, geometry)),
    ...marksOf(scenario).map((mark) => rule(mark, geometry, false)),
    ...curves.map((curve) => path(curve, geometry, toneOf(scenario, curve.line))),
    last === undefined
      ? null
      : html`<circle class="end" cx="${at(geometry.x(last.run.step))}" cy="${at(geometry.y(last.value))}" r="3"/>`,
  ]);
}

/** A metric's chart with axes and a point for each run. */
export function chart(scenario: ScenarioPart, metric: MetricName, scribe: Scribe): Markup {
  const curves = curvesOf(scenario, metric);
  const geometry = geometryOf(metric, curves, scenario.steps, CHART);
  return drawing(CHART, 'chart', [
    ...geometry.ticks.map((value) => tick(value, metric, geometry, scribe)),
    ends(scenario, geometry, scribe),
    ...curves.map((curve) => band(curve, geometry)),
    ...marksOf(scenario).map((mark) => rule(mark, geometry, true)),
    ...curves.map((curve) => path(curve, geometry, toneOf(scenario, curve.line))),
    ...curves.map((curve) => points(curve, metric, geometry, scenario, scribe)),
  ]);
}

function drawing({ width, height }: Frame, name: string, parts: readonly Piece[]): Markup {
  return html`<svg class="${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${parts}</svg>`;
}

/** A tenth of a unit is finer than any screen. */
const at = (place: number): string => String(Math.round(place * 10) / 10);

/** Tones of the lines that are not the newest, in turns. */
const OTHER_TONES = 3;

/** The newest line stands out. */
function toneOf({ lines, newest }: ScenarioPart, line: LinePart): string {
  return line === newest ? 'tone-0' : `tone-${1 + (lines.indexOf(line) % OTHER_TONES)}`;
}

/** From half a step before the first run of the baseline to half a step after the last. */
function band({ line, trend }: Curve, { x, y }: Geometry): Markup | null {
  const compared = line.runs.filter(({ inBaseline }) => inBaseline);
  const [first, last] = [compared[0], compared.at(-1)];
  if (trend.band === null || first === undefined || last === undefined) return null;
  const [from, to] = [x(first.step - 0.5), x(last.step + 0.5)];
  const [top, bottom, middle] = [y(trend.band.high), y(trend.band.low), y(trend.band.centre)];
  return html`<rect class="band" x="${at(from)}" y="${at(top)}" width="${at(to - from)}" height="${at(bottom - top)}"/><path class="centre" d="M${at(from)} ${at(middle)}H${at(to)}"/>`;
}

/** A run without a value breaks the path. */
function path({ points: all }: Curve, { x, y }: Geometry, tone: string): Markup {
  const steps = all.map(({ index, run, value }, place) => {
    const isJoined = all[place - 1]?.index === index - 1;
    return `${isJoined ? 'L' : 'M'}${at(x(run.step))} ${at(y(value))}`;
  });
  return html`<path class="line ${tone}" d="${steps.join('')}"/>`;
}

function points(
  { line, points: all }: Curve,
  metric: MetricName,
  { x, y }: Geometry,
  scenario: ScenarioPart,
  scribe: Scribe,
): readonly Markup[] {
  const { steps } = scenario;
  const tone = toneOf(scenario, line);
  const radius = steps > 80 ? '1.8' : steps > 30 ? '2.4' : '3.2';
  return all.map(({ run, value }) => {
    const title = html`<title>${scribe.words.metrics[metric]} ${scribe.n.value(metric, value)}\n${scribe.runLines(run, line)}</title>`;
    const kind = run.inBaseline ? 'point' : 'point past';
    const dot = html`<circle class="${kind} ${tone}" cx="${at(x(run.step))}" cy="${at(y(value))}" r="${radius}">${title}</circle>`;
    const address = scribe.commitAddress(run.commit);
    // Reached by keyboard in the table, where there is one stop for each run and not one for each run and metric.
    return address === null ? dot : html`<a href="${address}" tabindex="-1">${dot}</a>`;
  });
}

function tick(value: number, metric: MetricName, { frame, y }: Geometry, { n }: Scribe): Markup {
  const height = y(value);
  const text = n.bound(metric, value);
  return html`<path class="tick" d="M${frame.left} ${at(height)}H${frame.width - frame.right}"/><text class="label" x="${frame.left - 6}" y="${at(height + 3.5)}" text-anchor="end">${text}</text>`;
}

/** The dates of the first and of the last run. */
function ends(scenario: ScenarioPart, { frame }: Geometry, { dates }: Scribe): readonly Markup[] {
  const runs = scenario.lines.flatMap((line) => line.runs);
  const first = runs.find(({ step }) => step === 0);
  const last = runs.find(({ step }) => step === scenario.steps - 1);
  const place = frame.height - 8;
  const [from, to] = [dates.day(first?.date ?? ''), dates.day(last?.date ?? '')];
  const left = html`<text class="label" x="${frame.left}" y="${place}">${from}</text>`;
  const right = html`<text class="label" x="${frame.width - frame.right}" y="${place}" text-anchor="end">${to}</text>`;
  return from === to ? [left] : [left, right];
}

/** Between two runs; at the edge for the first. */
function rule({ step, label }: Mark, { frame, x }: Geometry, isNamed: boolean): Markup | null {
  if (step === 0 && !isNamed) return null;
  const place = x(step - 0.5);
  const upright =
    step === 0
      ? null
      : html`<path class="rule" d="M${at(place)} ${frame.top - 4}V${frame.height - frame.bottom}"/>`;
  const name = isNamed
    ? html`<text class="mark" x="${at(place + 3)}" y="${frame.top - 6}">${label}</text>`
    : null;
  return html`${upright}${name}`;
}
