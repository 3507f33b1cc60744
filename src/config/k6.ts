/** A load by k6 with every default filled in, and the hashes of the files that it depends on. */
import type { K6Plan } from '../domain/engine-plan.ts';
import { DEFAULTS } from './defaults.ts';
import { tidyPath } from './filled.ts';
import type { FileHashes } from './locust.ts';
import type { ScenarioConfig } from './schema.ts';

/** Fills the defaults in. The config has passed every check, and every file was read. */
export function k6Of(
  { script, command, shape, tags, env, files = [] }: NonNullable<ScenarioConfig['k6']>,
  hashes: FileHashes,
): K6Plan {
  return {
    script: tidyPath(script),
    command: command ?? DEFAULTS.k6Command,
    shape: shape ?? DEFAULTS.k6Shape,
    tags: tags ?? {},
    env: env ?? {},
    hashes: Object.fromEntries([script, ...files].map((name) => [tidyPath(name), hashes.get(name) ?? ''])),
  };
}
