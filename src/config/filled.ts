/** What single values of the configuration come to in the plan, where they are given and where not. */
import type { StatusSet } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import { parseDuration } from './quantities.ts';

/** Statuses that are expected where nothing else is said. */
export const SUCCESS: StatusSet = [{ from: 200, to: 299 }];

/** Statuses as inclusive ranges. */
export function statusesOf(statuses: StatusSet | StatusSet[number] | undefined): StatusSet {
  if (statuses === undefined) return SUCCESS;
  return 'from' in statuses ? [statuses] : statuses;
}

/** A duration, or the standard one in words. */
export function lasting(ms: number | undefined, standard: string): Millis {
  return millis(ms ?? parseDuration(standard) ?? Number.NaN);
}

/** `./a//b/` as `a/b`; the workspace itself as `.`. */
export function tidyPath(path: string): string {
  return (
    path
      .split('/')
      .filter((step) => step !== '' && step !== '.')
      .join('/') || '.'
  );
}
