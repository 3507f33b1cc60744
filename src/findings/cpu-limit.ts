/** A limit on CPU time cut the service, or one of its containers, off. */
import { finding, type Rule } from './evidence.ts';
import { type Watched, watchedIn } from './watched.ts';

/** In one enforcement period of twenty (they last 100 ms as a rule) somebody stood still: the share that a p95 turns on. */
export const THROTTLED_PERIODS = 0.05;

/** Fires for the service's own control groups first, then for the container that was held back most. */
export const cpuLimit: Rule = (scene) =>
  watchedIn(scene).flatMap((watched) => {
    const [worst] = limitsOf(watched)
      .filter(({ periods }) => periods > THROTTLED_PERIODS)
      .toSorted((left, right) => right.periods - left.periods);
    return worst === undefined
      ? []
      : [finding('cpu-limit', 'bottleneck', 'certain', { scenario: watched.name, ...worst })];
  });

function limitsOf({ resources: { cgroup, containers } }: Watched) {
  const own =
    cgroup?.throttledPeriods == null
      ? []
      : [
          {
            container: null,
            limit: cgroup.cpuLimit,
            periods: cgroup.throttledPeriods,
            throttled: cgroup.throttled,
          },
        ];
  const others = containers.flatMap(({ name, cpuLimit: limit, throttledPeriods: periods }) =>
    periods === null ? [] : [{ container: name, limit, periods, throttled: null }],
  );
  return [...own, ...others];
}
