/** What the benchmarks share: the service's process, a load through the real generator, and words for a terminal. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { K6Plan, LocustPlan } from '../src/domain/engine-plan.ts';
import type { ConstantArrivalRate, ConstantUsers, Load } from '../src/domain/plan.ts';
import { millis } from '../src/domain/units.ts';
import type { LoadProgress, LoadResult } from '../src/engines/load-job.ts';
import { runLoad } from '../src/engines/run-load.ts';
import { memoryLog } from '../src/platform/log.ts';
import { openVault } from '../src/platform/vault.ts';

/** Aborted by Ctrl-C: everything that was started is then ended. */
export const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('stopped')));

/** Says a line. */
export const say = (text = ''): void => void process.stdout.write(`${text}\n`);

/** The middle value; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** A claim, with what was seen of it. */
export interface Claim {
  readonly text: string;
  readonly holds: boolean;
}

/** Rows with aligned columns, the first to the left. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return rows.map((row) => `  ${line(row)}`).join('\n');
}

/** A running service of bench/server.ts. */
export interface BenchService extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

/** Starts the service in a process of its own, which ends with this one. */
export async function openService(): Promise<BenchService> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = (await firstLine(child)).trim();
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  const [chunk] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(20_000) });
  return String(chunk);
}

/** Runs a command to its end and gives its output. @throws Error unless it ends with 0 */
export async function outputOf(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], signal: stop.signal });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}`);
  return output;
}

/** An executor without its duration. */
type Shape = Omit<ConstantUsers, 'duration'> | Omit<ConstantArrivalRate, 'duration'>;

/** So many users that do not think. */
export const closedLoop = (users: number): Shape => ({ kind: 'constant-users', users, thinkTime: null });

/** Puts a load of Loadgate's on a path, by the real generator process. */
export async function loadgate(
  engine: 'autocannon' | 'undici' | 'locust' | 'k6',
  options: {
    readonly url: string;
    readonly path: string;
    readonly shape: Shape;
    readonly seconds: number;
    readonly warmUp?: number;
    /** Of `locust`, which sends what it says in the place of a GET of the path. */
    readonly locust?: LocustPlan;
    /** The same of `k6`. */
    readonly k6?: K6Plan;
    readonly onProgress?: (progress: LoadProgress) => void;
  },
): Promise<LoadResult> {
  const temporary = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
  const load: Load = {
    engine,
    ...(options.locust !== undefined && { locust: options.locust }),
    ...(options.k6 !== undefined && { k6: options.k6 }),
    http: 1.1,
    executor: { ...options.shape, duration: millis(options.seconds * 1_000) },
    warmUp: millis((options.warmUp ?? 1) * 1_000),
    timeout: millis(10_000),
    order: 'sequence',
    requests: [
      {
        name: 'get',
        method: 'GET',
        path: options.path,
        headers: {},
        body: null,
        weight: 1,
        expect: [{ from: 200, to: 299 }],
        checks: [],
        captures: [],
      },
    ],
    cookies: false,
    variables: {},
    flows: [],
    secrets: [],
  };
  const world = {
    workspace: temporary,
    temporary,
    env: { PATH: process.env['PATH'] },
    signal: stop.signal,
    vault: openVault({ env: {}, secrets: {} }),
    log: memoryLog(),
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: [process.execPath, join(import.meta.dirname, '..', 'src', 'generator.ts')],
  } as const;
  const job = {
    scenario: 'bench',
    load,
    url: options.url,
    address: '127.0.0.1',
    tls: null,
    seed: 1,
    died: new AbortController().signal,
  };
  try {
    const result = await runLoad(job, world, options.onProgress ?? (() => undefined));
    const { sent, ok, inFlight } = result.counts;
    if (sent !== ok + inFlight)
      throw new Error(`of ${sent} requests ${ok} were answered and ${inFlight} under way at the end`);
    return result;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
