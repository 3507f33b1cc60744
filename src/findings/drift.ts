/** Latency or throughput moved steadily while it was measured: a leak or a filling table, or a warm-up that was too short. */
import { finding, type Rule, type ScenarioEvidence } from './evidence.ts';
import { latencySeconds, SECONDS_MIN, wholeSeconds } from './timeline.ts';
import { trendOf } from './trend.ts';

/** Once in a thousand steady runs (two-sided). Neighbouring seconds resemble each other, so this is no place for 5 %. */
export const DRIFT_Z = 3.29;
/** A change below a tenth over the whole time is within what limits usually allow. */
export const DRIFT_CHANGE = 0.1;

/** Fires for p95, or for throughput where p95 says nothing: with users who wait, both tell the same story. Only a single slice has one history, and of a soak more is known. */
export const drift: Rule = ({ loads }) =>
  loads
    .filter(
      ({ believable, constant, plan, summary }) =>
        believable && constant && !plan.soak && summary.slices.length === 1,
    )
    .flatMap((scenario) => {
      const p95 = driftOf(latencySeconds(scenario.summary).map((second) => second.p95));
      const throughput = driftOf(wholeSeconds(scenario.summary).map((second) => second.throughput));
      if (p95 !== null) return [say(scenario, 'p95', p95, p95.change > 0)];
      return throughput === null ? [] : [say(scenario, 'throughput', throughput, throughput.change < 0)];
    });

interface Drift {
  readonly change: number;
  readonly seconds: number;
}

/** For the worse it is the service's weakness; for the better it was not warm yet, which limits what the numbers mean. */
const say = ({ name }: ScenarioEvidence, metric: 'p95' | 'throughput', found: Drift, worse: boolean) =>
  finding('drift', worse ? 'weakness' : 'limitation', 'likely', { scenario: name, metric, ...found });

/** Change over the whole series, on logarithms so that a rise and the fall back weigh the same. */
function driftOf(values: readonly number[]): Drift | null {
  const positive = values.filter((value) => value > 0);
  if (positive.length < SECONDS_MIN || positive.length < values.length) return null;
  const { slope, z } = trendOf(positive.map((value) => Math.log(value)));
  const change = Math.expm1(slope * (positive.length - 1));
  const relevant = Math.abs(slope * (positive.length - 1)) > Math.log1p(DRIFT_CHANGE);
  return Math.abs(z) > DRIFT_Z && relevant ? { change, seconds: positive.length } : null;
}
