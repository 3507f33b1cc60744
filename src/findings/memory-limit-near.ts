/** Memory comes close to its limit: what will run out next. */
import { finding, type Rule } from './evidence.ts';
import { type Watched, watchedIn } from './watched.ts';

/** The last tenth: less than what a burst of requests may ask for. */
export const MEMORY_NEAR = 0.9;

/** Fires for what is closest to its limit: the service's control group, or a container. */
export const memoryLimitNear: Rule = (scene) =>
  watchedIn(scene).flatMap((watched) => {
    const [nearest] = limitsOf(watched)
      .filter(({ used, limit }) => used > MEMORY_NEAR * limit)
      .toSorted((left, right) => right.used / right.limit - left.used / left.limit);
    return nearest === undefined
      ? []
      : [finding('memory-limit-near', 'potential', 'possible', { scenario: watched.name, ...nearest })];
  });

function limitsOf({ resources: { cgroup, containers } }: Watched) {
  const own = cgroup === null ? [] : [{ ...cgroup, name: null }];
  return [...own, ...containers].flatMap(({ name, memory, memoryLimit }) =>
    memory === null || memoryLimit === null || memoryLimit <= 0
      ? []
      : [{ container: name, used: memory, limit: memoryLimit }],
  );
}
