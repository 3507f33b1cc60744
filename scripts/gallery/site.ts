/** Where a story is measured: a repository of its own with the base commit and the change, and the database that the service asks. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { missingFor, openCounting } from '../../test/databases/servers.ts';
import { commitFiles, initRepository } from '../../test/e2e/baseline/scratch.ts';
import type { Files, Shoot } from './stories.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Where the program looks for its configuration by itself. */
const CONFIG_PATH = '.github/loadgate.yml';
/** Where it keeps its baseline. */
const BASELINE_PATH = '.loadgate/baseline.json';
/** Holds the URL of the database for the start command, which is given no variable that may be a secret. */
const DATABASE_URL_FILE = '.database-url';
/** Every commit changes something. */
const CHANGES: Files = { 'CHANGES.md': 'What was new.\n' };
const MORE_CHANGES: Files = { 'CHANGES.md': 'What was new.\nWhat is new.\n' };
/** Longer than all runs of any baseline take on a busy machine. */
const BASELINE_DEADLINE_MS = 300_000;

/** A repository whose head is the change. Disposing it ends and removes everything. */
export interface Site extends AsyncDisposable {
  readonly workspace: string;
  readonly baseSha: string;
  readonly headSha: string;
  /** Text of the baseline file of the base commit, or null. */
  readonly baseline: string | null;
  /** The environment that the program is started in. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Why a story cannot be measured on this machine, and what would help: one sentence, or null. */
export const obstacleTo = ({ database }: Shoot): string | null =>
  database === null ? null : missingFor(database);

/**
 * Lays everything out. `known`: text of a baseline that was measured before for the same service and configuration on this machine; null: it is measured now.
 * @throws Error when the database does not answer, or the baseline cannot be measured
 */
export async function openSite(shoot: Shoot, known: string | null): Promise<Site> {
  await using opened = new AsyncDisposableStack();
  const root = mkdtempSync(join(tmpdir(), 'loadgate-gallery-'));
  opened.defer(() => rmSync(root, { recursive: true, force: true }));
  const workspace = initRepository(join(root, 'repository'));
  const server = shoot.database === null ? null : opened.use(await openCounting(shoot.database));
  const env = environment(server?.url() ?? null);
  commitFiles(workspace, {
    ...serviceFiles(shoot.service),
    '.gitignore': ['node_modules', 'loadgate-report/', DATABASE_URL_FILE, ''].join('\n'),
    [CONFIG_PATH]: shoot.config,
    ...shoot.base,
  });
  const baseline = shoot.baselineRuns === 0 ? null : (known ?? (await takeBaseline(workspace, shoot, env)));
  const baseSha = commitFiles(workspace, {
    ...CHANGES,
    ...(baseline === null ? {} : { [BASELINE_PATH]: baseline }),
  });
  const headSha = commitFiles(workspace, { ...MORE_CHANGES, ...shoot.head });
  // After the commits: where a service has packages, it finds those of this repository.
  if (server !== null) writeFileSync(join(workspace, DATABASE_URL_FILE), server.url());
  symlinkSync(join(ROOT, 'node_modules'), join(workspace, 'node_modules'));
  const all = opened.move();
  return { workspace, baseSha, headSha, baseline, env, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** A folder's programs come to the top, a file keeps its name. */
function serviceFiles(service: string): Files {
  const path = join(ROOT, service);
  const paths = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(path, name))
    : [path];
  return Object.fromEntries(paths.map((each) => [basename(each), readFileSync(each, 'utf8')]));
}

/** What a shell has, with the `node` that runs this, and nothing of a runner. */
function environment(databaseUrl: string | null): Site['env'] {
  const { PATH = '', HOME, LANG, TMPDIR } = process.env;
  return {
    PATH: [dirname(process.execPath), PATH].join(delimiter),
    HOME,
    LANG,
    TMPDIR,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
}

/** By the command line, as a person does it. @throws Error with what it said */
async function takeBaseline(workspace: string, { baselineRuns }: Shoot, env: Site['env']): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'src/cli.ts'), 'baseline', 'update', '--runs', String(baselineRuns)],
    { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: BASELINE_DEADLINE_MS },
  );
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new Error(`the baseline could not be measured:\n${Buffer.concat(said).toString('utf8')}`);
  return readFileSync(join(workspace, BASELINE_PATH), 'utf8');
}
