/** What stands around a service while it is measured: its database, its control group, its neighbours. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingFor, openCounting } from '../../test/databases/servers.ts';
import type { Case } from './cases.ts';
import { openCpuLimit } from './cpu-limit.ts';

/** Where a case is measured. Disposing it ends and removes everything. */
export interface Site extends AsyncDisposable {
  readonly workspace: string;
  /** Shell command that starts the service; `{port}` is to be replaced. */
  readonly start: string;
  /** URL of its database, or null. */
  readonly databaseUrl: string | null;
}

/** A neighbour ends by itself, whatever becomes of the benchmark. */
const NEIGHBOUR_MS = 60_000;
const NEIGHBOUR = `const end = Date.now() + ${NEIGHBOUR_MS}; while (Date.now() < end) Math.sqrt(end);`;

/** Why a case cannot be measured on this machine, and what would help: one sentence, or null. */
export async function obstacleTo(each: Case): Promise<string | null> {
  if (each.service.endsWith('.py') && spawnSync('python3', ['--version']).status !== 0)
    return 'python3 not found: apt-get install python3';
  if (each.cpuLimit !== null) {
    await using limit = openCpuLimit(each.cpuLimit);
    if (limit === null) return 'no control group with a CPU limit can be made: run it as root on Linux';
  }
  return each.database === null ? null : missingFor(each.database);
}

/** Sets everything up. @throws Error when the database does not answer, or the control group cannot be made */
export async function openSite({ service, database, cpuLimit, neighbour }: Case): Promise<Site> {
  await using opened = new AsyncDisposableStack();
  const workspace = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
  opened.defer(() => rmSync(workspace, { recursive: true, force: true }));
  const server = database === null ? null : opened.use(await openCounting(database));
  const limit = cpuLimit === null ? null : opened.use(openCpuLimit(cpuLimit));
  if (cpuLimit !== null && limit === null) throw new Error('no control group can be made');
  if (neighbour) opened.use(openNeighbours());
  const all = opened.move();
  return {
    workspace,
    start: [...(limit === null ? [] : [limit.join]), startOf(service)].join(' && '),
    databaseUrl: server?.url() ?? null,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

function startOf(service: string): string {
  const file = join(import.meta.dirname, 'services', service);
  const program = service.endsWith('.py') ? 'python3' : `"${process.execPath}"`;
  return `exec ${program} "${file}" --port {port}`;
}

/** Two for each core: what is left of one is then a third, and not a half that might be enough. */
function openNeighbours(): Disposable {
  const children = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', NEIGHBOUR], { stdio: 'ignore' }),
  );
  return {
    [Symbol.dispose]() {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}
