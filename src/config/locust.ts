/** A load by Locust with every default filled in, and the hashes of the files that it depends on. */
import type { LocustPlan } from '../domain/engine-plan.ts';
import { stableHash } from '../platform/hash.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { DEFAULTS } from './defaults.ts';
import { tidyPath } from './filled.ts';
import { mustProblem, type Problem } from './problems.ts';
import type { ScenarioConfig } from './schema.ts';
import { entriesOf, entryOf, itemsOf, type Path, type Tree } from './tree.ts';

/** Hashes of files by the path that the config names. */
export type FileHashes = ReadonlyMap<string, string>;

/** What was read of the files of all locustfiles. */
export interface ReadLocustfiles {
  readonly hashes: FileHashes;
  readonly problems: readonly Problem[];
}

/** Largest file that is hashed, in bytes. */
const BYTES_MAX = 8 * 1024 * 1024;
/** Users start at once, but no faster than Locust itself advises. */
const SPAWN_RATE_MAX = 100;

/** Reads every file that a `locust` names, each once. */
export async function readLocustfiles(tree: Tree, workspace: string): Promise<ReadLocustfiles> {
  const hashes = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { path, file } of filesOf(tree)) {
    if (hashes.has(file)) continue;
    const read = file.includes('\0') ? null : await readWorkspaceFile(workspace, file, BYTES_MAX);
    if (read?.kind === 'read') hashes.set(file, stableHash(read.text));
    else {
      const why = read === null ? 'is no path' : read.kind === 'missing' ? 'does not exist' : read.why;
      problems.push(mustProblem(path, 'name a file in the workspace', file, `it ${why}`));
    }
  }
  return { hashes, problems };
}

/** Fills the defaults in. The config has passed every check, and every file was read. */
export function locustOf(
  { file, command, processes, tags, env, ...config }: NonNullable<ScenarioConfig['locust']>,
  users: number,
  hashes: FileHashes,
): LocustPlan {
  const files = [file, ...(config.files ?? [])];
  return {
    file: tidyPath(file),
    command: command ?? DEFAULTS.locustCommand,
    spawnRate: config['spawn-rate'] ?? Math.min(users, SPAWN_RATE_MAX),
    tags: tags ?? [],
    excludeTags: config['exclude-tags'] ?? [],
    processes: processes ?? DEFAULTS.locustProcesses,
    env: env ?? {},
    hashes: Object.fromEntries(files.map((name) => [tidyPath(name), hashes.get(name) ?? ''])),
  };
}

/** `locust` of `defaults` and of each scenario, and in them the files. */
function filesOf(tree: Tree): readonly { readonly path: Path; readonly file: string }[] {
  const scenarios = entriesOf(entryOf(tree, 'scenarios')).map(
    ([name, scenario]) => [['scenarios', name], scenario] as const,
  );
  const defaults = [['defaults'], entryOf(tree, 'defaults')] as const;
  return [defaults, ...scenarios].flatMap(([around, scenario]) => {
    const locust = entryOf(scenario, 'locust');
    const place: Path = [...around, 'locust'];
    const named = [
      { path: [...place, 'file'], file: entryOf(locust, 'file') },
      ...itemsOf(entryOf(locust, 'files')).map((file, index) => ({ path: [...place, 'files', index], file })),
    ];
    return named.flatMap(({ path, file }) => (typeof file === 'string' ? [{ path, file }] : []));
  });
}
