/** A load by Locust with every default filled in, and the hashes of the files that it depends on. */
import { phrase } from '../domain/phrase.ts';
import type { LocustPlan, LocustWorkers } from '../domain/engine-plan.ts';
import { stableHash } from '../platform/hash.ts';
import { readWorkspaceFile } from '../platform/workspace.ts';
import { whyNot } from './certificates.ts';
import { DEFAULTS } from './defaults.ts';
import { lasting, tidyPath } from './filled.ts';
import { overSsh } from './locust-ssh.ts';
import { mustProblem, type Problem } from './problems.ts';
import type { ScenarioConfig } from './schema.ts';
import { entriesOf, entryOf, itemsOf, type Path, type Tree } from './tree.ts';

/** Hashes of files by the path that the config names. */
export type FileHashes = ReadonlyMap<string, string>;

/** What was read of the files of all locustfiles and scripts. */
export interface ReadLocustfiles {
  readonly hashes: FileHashes;
  readonly problems: readonly Problem[];
}

/** Largest file that is hashed, in bytes. */
const BYTES_MAX = 8 * 1024 * 1024;
/** Users start at once, but no faster than Locust itself advises. */
const SPAWN_RATE_MAX = 100;

/** Reads every file that a `locust` or a `k6` names, each once. */
export async function readLocustfiles(tree: Tree, workspace: string): Promise<ReadLocustfiles> {
  const hashes = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { path, file } of filesOf(tree)) {
    if (hashes.has(file)) continue;
    const read = file.includes('\0') ? null : await readWorkspaceFile(workspace, file, BYTES_MAX);
    if (read?.kind === 'read') hashes.set(file, stableHash(read.text));
    else {
      const why = read === null ? phrase('no-path') : whyNot(read);
      problems.push(mustProblem(path, phrase('be-workspace-file'), file, phrase('it-is', { why })));
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
    workers: config.workers === undefined ? null : workersOf(config.workers),
    env: env ?? {},
    hashes: Object.fromEntries(files.map((name) => [tidyPath(name), hashes.get(name) ?? ''])),
  };
}

type WorkersConfig = NonNullable<NonNullable<ScenarioConfig['locust']>['workers']>;

function workersOf({ count, bind, port, start = [], ssh = [], ...config }: WorkersConfig): LocustWorkers {
  const place = { bind: bind ?? DEFAULTS.locustBind, port: port ?? DEFAULTS.locustPort };
  return {
    count,
    joinWithin: lasting(config['join-within'], DEFAULTS.locustJoinWithin),
    ...place,
    start: [...start, ...ssh.map((host, index) => overSsh(host, index, place))],
    mayLose: config['may-lose'] ?? DEFAULTS.locustMayLose,
  };
}

/** What says which program is run, and its key for the file of code. */
const PROGRAMS = [
  ['locust', 'file'],
  ['k6', 'script'],
] as const;

/** Each of them of `defaults` and of each scenario, and in it the files. */
function filesOf(tree: Tree): readonly { readonly path: Path; readonly file: string }[] {
  const scenarios = entriesOf(entryOf(tree, 'scenarios')).map(
    ([name, scenario]) => [['scenarios', name], scenario] as const,
  );
  const defaults = [['defaults'], entryOf(tree, 'defaults')] as const;
  return [defaults, ...scenarios].flatMap(([around, scenario]) =>
    PROGRAMS.flatMap(([program, code]) => {
      const given = entryOf(scenario, program);
      const place: Path = [...around, program];
      const named = [
        { path: [...place, code], file: entryOf(given, code) },
        ...itemsOf(entryOf(given, 'files')).map((file, index) => ({
          path: [...place, 'files', index],
          file,
        })),
      ];
      return named.flatMap(({ path, file }) => (typeof file === 'string' ? [{ path, file }] : []));
    }),
  );
}
