/** Memory that grew under a load that stayed the same, in a run that was no soak. */
import type { Resources, RuntimeReading } from '../domain/resources.ts';
import { DRIFT_Z } from './drift.ts';
import { finding, type Rule } from './evidence.ts';
import { SECONDS_MIN } from './timeline.ts';
import { trendOf } from './trend.ts';
import { believableIn, mostOf } from './watched.ts';

/** What is left after a collection of the whole heap differs by a few megabytes between two of them. */
export const LIVE_BYTES = 12e6;
/** A heap that takes its size changes by less than a quarter while its load stays the same. */
export const LIVE_SHARE = 0.25;
/** Where nothing is known of collections, garbage that waits for one can be as much. */
export const ANONYMOUS_BYTES = 64e6;

/** Fires as a bottleneck by memory that collections of the whole heap left, and as a mere possibility by anonymous memory that rose steadily. */
export const shortLeak: Rule = (scene) =>
  believableIn(scene).flatMap(({ name, scenario, resources, seconds }) => {
    if (scenario.plan.soak || !scenario.constant) return [];
    const anonymous = resources.service?.anonymous ?? null;
    const live = mostOf(resources, grown)?.live ?? null;
    const evidence = { scenario: name, seconds, anonymous, live };
    if (live !== null && live.to - live.from > Math.max(LIVE_BYTES, LIVE_SHARE * live.from))
      return [finding('short-leak', 'bottleneck', 'likely', evidence)];
    return live === null && risesSteadily(resources)
      ? [finding('short-leak', 'weakness', 'possible', evidence)]
      : [];
  });

const grown = ({ live }: RuntimeReading): number => (live === null ? -Infinity : live.to - live.from);

function risesSteadily({ service, curve }: Resources): boolean {
  const { from, to } = service?.anonymous ?? { from: 0, to: 0 };
  const levels = curve.flatMap(({ memory }) => memory ?? []);
  const second = levels.slice(Math.floor(levels.length / 2));
  if (to - from < Math.max(ANONYMOUS_BYTES, from / 2) || second.length < SECONDS_MIN) return false;
  return trendOf(levels).z > DRIFT_Z && trendOf(second).z > DRIFT_Z;
}
