/** Memory of the gate and of the generator over a long run, by the command line as users start it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, median, say, stop, table } from './field.ts';

const ROOT = join(import.meta.dirname, '..');
const LIMIT_MB = 200;
/** A last quarter this much above the second one is a rise. */
const FLAT = 1.1;
const MB = 1024 * 1024;
const WHO = ['gate', 'generator'] as const;

type Who = (typeof WHO)[number];
type Readings = Readonly<Record<Who, number[]>>;

/** Prints, and gives the claims. Linux only: elsewhere it says that it was skipped. */
export async function benchMemory(seconds: number): Promise<readonly Claim[]> {
  if (!existsSync('/proc/self/status')) {
    say('Memory: SKIPPED, since it is read from /proc, which this system does not have\n');
    return [];
  }
  say(`Memory: one run of ${seconds} s, read every 250 ms; MB`);
  const readings = await measure(seconds);
  const rows = WHO.map((who) => {
    const values = readings[who];
    const quarter = (at: number): number =>
      median(values.slice((values.length * at) / 4, (values.length * (at + 1)) / 4));
    return { who, second: quarter(1), last: quarter(3), most: Math.max(...values) };
  });
  const cells = rows.map(({ who, second, last, most }) => [
    who,
    ...[second, last, most].map((value) => value.toFixed(0)),
  ]);
  say(table([['', 'second quarter', 'last quarter', 'most'], ...cells]));
  say();
  return rows.flatMap(({ who, second, last, most }) => [
    { text: `${who}: ${most.toFixed(0)} MB at most (under ${LIMIT_MB})`, holds: most < LIMIT_MB },
    {
      text: `${who}: ${(last / second).toFixed(2)} of the second quarter's memory in the last (flat: at most ${FLAT})`,
      holds: last / second <= FLAT,
    },
  ]);
}

async function measure(seconds: number): Promise<Readings> {
  const workspace = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
  const readings: Readings = { gate: [], generator: [] };
  try {
    writeFileSync(join(workspace, 'loadgate.yml'), configOf(seconds));
    const built = join(ROOT, 'dist', 'cli.js');
    const entry = existsSync(built) ? built : join(ROOT, 'src', 'cli.ts');
    // Not judged: a service that answers at once takes the generator to its limit, which makes a measurement void.
    const gate = spawn(process.execPath, [entry, 'measure', '--config', 'loadgate.yml'], {
      cwd: workspace,
      stdio: ['ignore', 'ignore', 'inherit'],
      signal: stop.signal,
      killSignal: 'SIGTERM',
    });
    const timer = setInterval(() => read(gate.pid ?? 0, readings), 250);
    const [code] = await once(gate, 'exit').finally(() => clearInterval(timer));
    if (code !== 0) throw new Error(`the run ended with exit code ${String(code)}`);
    return readings;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

const configOf = (seconds: number): string => `service:
  start: '"${process.execPath}" "${join(import.meta.dirname, 'server.ts')}" </dev/zero'
  ready: /
scenarios:
  default:
    users: 10
    duration: ${seconds}s
    warm-up: 1s
    requests: [GET /]
`;

/** Adds what the gate and its generator have in memory now. */
function read(gate: number, readings: Readings): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    const process_ = statusOf(pid);
    if (process_ === null) continue;
    const isGenerator =
      process_.parent === gate && process_.command.some((word) => /[\\/]generator\.[jt]s$/u.test(word));
    if (Number(pid) === gate) readings.gate.push(process_.memory);
    if (isGenerator) readings.generator.push(process_.memory);
  }
}

/** Null for a process that has ended in the meantime. */
function statusOf(pid: string) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const number = (key: string): number =>
      Number(new RegExp(`^${key}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return { parent: number('PPid'), memory: (number('VmRSS') * 1024) / MB, command };
  } catch {
    return null;
  }
}
