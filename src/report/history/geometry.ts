/** Where things are in a chart of a scenario's runs: one step for each run from left to right, the metric's value upwards. */
import type { Trend } from '../../domain/history.ts';
import { METRICS, type MetricName } from '../../domain/metric.ts';
import type { LinePart, PlacedRun, ScenarioPart } from './site.ts';

/** Size of a drawing, and the room around the curves, in its own units. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line that has values of the metric. */
export interface Curve {
  readonly line: LinePart;
  readonly trend: Trend;
  /** Runs that have a value. */
  readonly points: readonly Point[];
}

/** A run's value. */
export interface Point {
  /** Place among the runs of its line. */
  readonly index: number;
  readonly run: PlacedRun;
  readonly value: number;
}

/** From runs and values to places in the drawing. */
export interface Geometry {
  readonly frame: Frame;
  readonly x: (step: number) => number;
  readonly y: (value: number) => number;
  /** Values at which there is a rule with a number. */
  readonly ticks: readonly number[];
}

/** The curves of a metric, in the order of the lines. */
export function curvesOf({ lines }: ScenarioPart, metric: MetricName): readonly Curve[] {
  return lines.flatMap((line) => {
    const trend = line.trends.find((each) => each.metric === metric);
    if (trend === undefined) return [];
    const points = line.runs.flatMap((run, index) => {
      const value = trend.values[index] ?? null;
      return value === null ? [] : [{ index, run, value }];
    });
    return [{ line, trend, points }];
  });
}

/** Room above and below the curves, as a share of what they span. */
const AROUND = 0.12;
/** Less than this share of the values is not spread over the whole height: noise must not look like an event. */
const SPAN_MIN = 0.15;
/** Below this share of the top, the axis might as well begin at zero. */
const NEAR_ZERO = 0.35;

/** The geometry of a metric's chart. */
export function geometryOf(
  metric: MetricName,
  curves: readonly Curve[],
  steps: number,
  frame: Frame,
): Geometry {
  const { low, high } = axisOf(metric, curves);
  const { width, height, left, right, top, bottom } = frame;
  return {
    frame,
    x: (step) => left + ((step + 0.5) / steps) * (width - left - right),
    y: (value) => height - bottom - ((value - low) / (high - low)) * (height - top - bottom),
    ticks: ticksOf(low, high),
  };
}

function axisOf(
  metric: MetricName,
  curves: readonly Curve[],
): { readonly low: number; readonly high: number } {
  const bands = curves.flatMap(({ trend: { band } }) => (band === null ? [] : [band.low, band.high]));
  const values = [...curves.flatMap(({ points }) => points.map(({ value }) => value)), ...bands];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const smallest = METRICS[metric].unit === 'ratio' ? 0.01 : 0;
  const span = Math.max(most - least, SPAN_MIN * most, smallest) || 1;
  const middle = (least + most) / 2;
  const [low, high] = [middle - (0.5 + AROUND) * span, middle + (0.5 + AROUND) * span];
  // No metric is ever below zero.
  return low < NEAR_ZERO * high ? { low: 0, high: Math.max(high, smallest) } : { low, high };
}

/** About this many rules. */
const RULES = 3;

/** Round values between two ends (Heckbert's nice numbers, Graphics Gems 1990). */
function ticksOf(low: number, high: number): readonly number[] {
  const rough = (high - low) / RULES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}

/** Something that happened between two runs, marked by an upright rule. */
export interface Mark {
  /** A line begins. What else is known to have happened, such as a change that was accepted on purpose, would be another kind. */
  readonly kind: 'line';
  /** It stands before this step. */
  readonly step: number;
  readonly label: string;
}

/** The marks of a scenario; none where nothing ever changed. */
export function marksOf({ lines }: ScenarioPart): readonly Mark[] {
  if (lines.length === 1) return [];
  return lines.map(({ name, runs }) => ({ kind: 'line', step: runs[0]?.step ?? 0, label: name }));
}
