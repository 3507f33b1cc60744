/**
 * What the observer costs a service on Node.js: CPU time a request of an observed process over that of two that are not, in turns, one of those two being the control.
 * `npm run bench:observer -- [--quick]`. Linux only.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { millis } from '../src/domain/units.ts';
import { memoryLog } from '../src/platform/log.ts';
import type { RuntimeChannel } from '../src/platform/runtime-socket.ts';
import { openVault } from '../src/platform/vault.ts';
import type { World } from '../src/platform/world.ts';
import { openObservation } from '../src/service/observation.ts';
import { closedLoop, loadgate, median, say, stop, table } from './field.ts';

const SERVICES = ['healthy.mjs', 'heavy-collection.mjs'] as const;
/** One that is observed, and two that are not. */
const KINDS = ['observed', 'bare', 'control'] as const;
type Kind = (typeof KINDS)[number];
const READY_MS = 20_000;
const USERS = 4;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const [boots, rounds, seconds] = values.quick ? [1, 4, 1] : [4, 9, 2];

const temporary = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
const rows: (readonly string[])[] = [['', 'observed over bare', 'control over bare']];
try {
  for (const service of SERVICES) rows.push(await compare(service));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
say(`CPU time a request, median and range of ${boots * rounds} rounds on ${boots} boots:\n\n${table(rows)}`);

/** Fresh boots of all three, then rounds, each kind first in turn. */
async function compare(service: string): Promise<readonly string[]> {
  const seen: Record<Kind, number>[] = [];
  for (let fresh = 0; fresh < boots; fresh += 1) {
    await using running = await bootAll(service);
    for (let round = 0; round < rounds; round += 1) {
      const cost: Record<Kind, number> = { observed: 0, bare: 0, control: 0 };
      for (const place of KINDS.keys()) {
        const kind = KINDS[(place + round) % KINDS.length] ?? 'bare';
        cost[kind] = await costOf(running.of[kind]);
      }
      seen.push(cost);
    }
  }
  const ratio = (kind: Kind): string => {
    const all = seen.map((cost) => cost[kind] / cost.bare);
    return `${median(all).toFixed(3)} (${Math.min(...all).toFixed(3)} to ${Math.max(...all).toFixed(3)})`;
  };
  return [service, ratio('observed'), ratio('control')];
}

interface Booted {
  readonly url: string;
  readonly pid: number;
  readonly channel: RuntimeChannel | null;
}

/** CPU time a request, in milliseconds. */
async function costOf({ url, pid, channel }: Booted): Promise<number> {
  await channel?.begin(true);
  const before = cpuOf(pid);
  const { counts } = await loadgate('autocannon', {
    url,
    path: '/',
    shape: closedLoop(USERS),
    seconds,
    warmUp: 0,
  });
  const spent = cpuOf(pid) - before;
  await channel?.end();
  return spent / counts.ok;
}

/** Milliseconds of CPU time of all threads of a process, by the scheduler's own count of nanoseconds. Threads that ended are not in it: these services have none. */
function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const spent = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'));
  return spent.reduce((sum, text) => sum + Number(text.split(' ')[0]) / 1e6, 0);
}

interface Running extends AsyncDisposable {
  readonly of: Readonly<Record<Kind, Booted>>;
}

async function bootAll(service: string): Promise<Running> {
  const stack = new AsyncDisposableStack();
  const observation = stack.use(
    await openObservation({ observe: 'auto', start: `node ${service}`, env: {} }, worldOf()),
  );
  const of = {
    observed: { ...(await boot(service, observation.env, stack)), channel: observation.channel },
    bare: { ...(await boot(service, {}, stack)), channel: null },
    control: { ...(await boot(service, {}, stack)), channel: null },
  };
  return { of, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function boot(
  service: string,
  env: Readonly<Record<string, string>>,
  stack: AsyncDisposableStack,
): Promise<Omit<Booted, 'channel'>> {
  const port = await freePort();
  const file = join(import.meta.dirname, 'findings', 'services', service);
  const child = spawn(process.execPath, [file, '--port', String(port)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'inherit',
  });
  stack.defer(() => end(child));
  await ready(port);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(port: number): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    const socket = connect(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the service did not answer on port ${port}`);
}

function worldOf(): World {
  return {
    workspace: temporary,
    temporary,
    env: {},
    signal: stop.signal,
    vault: openVault({ env: {}, secrets: {} }),
    log: memoryLog(),
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: [process.execPath],
  };
}
