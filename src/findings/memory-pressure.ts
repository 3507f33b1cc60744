/** Memory ran out: tasks stood still until some was found, or were killed. */
import { finding, type Rule } from './evidence.ts';
import { watchedIn } from './watched.ts';

/** A tenth of the time is as much as the usual limit of a regression. */
export const MEMORY_PRESSURE = 0.1;
/** Running into the limit now and then is how page caches are kept small; every second is want. */
export const HITS_A_SECOND = 1;

/** Fires by the kernel's pressure figures, by hits of the memory limit, and at the first process that was killed. */
export const memoryPressure: Rule = (scene) =>
  watchedIn(scene).flatMap(({ name, resources: { cgroup }, host, seconds }) => {
    const pressure = host?.memoryPressure ?? null;
    const { kills = 0, limitHits = 0, memoryLimit = null } = cgroup ?? {};
    const pressed = pressure !== null && pressure > MEMORY_PRESSURE;
    if (kills === 0 && !pressed && limitHits <= HITS_A_SECOND * seconds) return [];
    const confidence = kills > 0 ? 'certain' : 'likely';
    const evidence = { scenario: name, pressure, limitHits, kills, limit: memoryLimit };
    return [finding('memory-pressure', 'bottleneck', confidence, evidence)];
  });
