/** Throughput beside plain autocannon's, on the same service, in turns. */
import { join } from 'node:path';
import { hasWrk } from './accuracy.ts';
import { type Claim, loadgate, median, openService, outputOf, say, table, closedLoop } from './field.ts';

const USERS = 10;
/** Of plain autocannon's throughput. */
const SHARE = 0.95;
const PLAIN = join(import.meta.dirname, 'plain-autocannon.ts');

/** What one engine came to in one round. */
interface Seen {
  /** Answers a second. */
  readonly throughput: number;
  /** CPU time of the engine for one request, in microseconds: of a whole process, its start included, or of Loadgate's generator during the measured time. */
  readonly cpu: number;
}

type Runner = (url: string, seconds: number) => Promise<Seen>;

const RUNNERS: Readonly<Record<string, Runner>> = {
  'plain autocannon': async (url, seconds) => {
    const { output, cpu } = await timed(process.execPath, [PLAIN, url, String(USERS), String(seconds)]);
    const { throughput, errors } = JSON.parse(output);
    if (errors !== 0) throw new Error(`plain autocannon had ${errors} errors`);
    return { throughput, cpu: cpu / (throughput * seconds) };
  },
  'Loadgate, autocannon': (url, seconds) => seenOf('autocannon', url, seconds),
  'Loadgate, undici': (url, seconds) => seenOf('undici', url, seconds),
  ...(hasWrk() && { wrk: byWrk }),
};

async function byWrk(url: string, seconds: number): Promise<Seen> {
  const { output, cpu } = await timed('wrk', ['-t1', `-c${USERS}`, `-d${seconds}s`, url]);
  const throughput = Number(/Requests\/sec:\s+([\d.]+)/u.exec(output)?.[1]);
  return { throughput, cpu: cpu / (throughput * seconds) };
}

async function seenOf(engine: 'autocannon' | 'undici', url: string, seconds: number): Promise<Seen> {
  const { counts, elapsed, generator } = await loadgate(engine, {
    url,
    path: '/',
    shape: closedLoop(USERS),
    seconds,
  });
  return { throughput: (counts.ok / elapsed) * 1_000, cpu: (1_000 * generator.cpu * elapsed) / counts.ok };
}

/** Runs a command and gives its output and, by the shell's own account, its CPU time in microseconds. */
async function timed(
  command: string,
  args: readonly string[],
): Promise<{ readonly output: string; readonly cpu: number }> {
  const whole = await outputOf('sh', ['-c', '"$0" "$@" && times', command, ...args]);
  const lines = whole.trimEnd().split('\n');
  const [user = Number.NaN, system = Number.NaN] = [
    ...(lines.at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/gu),
  ].map(([, minutes, rest]) => 60 * Number(minutes) + Number(rest));
  return { output: lines.slice(0, -2).join('\n'), cpu: 1e6 * (user + system) };
}

/** Measures each in turn, `rounds` times, every second round backwards, so that a drifting machine favours nobody. */
export async function benchThroughput(rounds: number, seconds: number): Promise<readonly Claim[]> {
  say(`Throughput: ${USERS} connections, ${rounds} rounds of ${seconds} s each`);
  await using service = await openService();
  const names = Object.keys(RUNNERS);
  const seen = new Map(names.map((name) => [name, [] as Seen[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const run = RUNNERS[name];
      if (run !== undefined) seen.get(name)?.push(await run(service.url, seconds));
    }
  }
  const plain = seen.get('plain autocannon') ?? [];
  const ratios = names.map((name) => {
    const pairs = (seen.get(name) ?? []).map(
      ({ throughput }, round) => throughput / (plain[round]?.throughput ?? Number.NaN),
    );
    return { name, ratio: median(pairs), low: Math.min(...pairs), high: Math.max(...pairs) };
  });
  const rows = ratios.map(({ name, ratio, low, high }) => {
    const of = (read: (each: Seen) => number): number => median((seen.get(name) ?? []).map(read));
    const middle = Math.round(of(({ throughput }) => throughput)).toLocaleString('en');
    const cpu = `${Math.round(of((each) => each.cpu))} µs`;
    return [name, `${middle}/s`, ratio.toFixed(3), `${low.toFixed(3)} to ${high.toFixed(3)}`, cpu];
  });
  say(table([['', 'median', 'of plain', 'over the rounds', 'CPU a request'], ...rows]));
  say();
  const ours = ratios.find(({ name }) => name === 'Loadgate, autocannon')?.ratio ?? Number.NaN;
  return [
    {
      text: `throughput is ${ours.toFixed(3)} of plain autocannon's (at least ${SHARE})`,
      holds: ours >= SHARE,
    },
  ];
}
