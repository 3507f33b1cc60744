/** Throughput beside plain autocannon's, on the same service, in turns. */
import { join } from 'node:path';
import { hasWrk } from './accuracy.ts';
import { type Claim, loadgate, median, openService, outputOf, say, table, closedLoop } from './field.ts';

const USERS = 10;
/** Of plain autocannon's throughput. */
const SHARE = 0.95;
const PLAIN = join(import.meta.dirname, 'plain-autocannon.ts');

type Runner = (url: string, seconds: number) => Promise<number>;

const RUNNERS: Readonly<Record<string, Runner>> = {
  'plain autocannon': async (url, seconds) => {
    const output = await outputOf(process.execPath, [PLAIN, url, String(USERS), String(seconds)]);
    const { throughput, errors } = JSON.parse(output);
    if (errors !== 0) throw new Error(`plain autocannon had ${errors} errors`);
    return throughput;
  },
  'Loadgate, autocannon': (url, seconds) => throughputOf('autocannon', url, seconds),
  'Loadgate, undici': (url, seconds) => throughputOf('undici', url, seconds),
  ...(hasWrk() && { wrk: byWrk }),
};

async function byWrk(url: string, seconds: number): Promise<number> {
  const output = await outputOf('wrk', ['-t1', `-c${USERS}`, `-d${seconds}s`, url]);
  return Number(/Requests\/sec:\s+([\d.]+)/u.exec(output)?.[1]);
}

async function throughputOf(engine: 'autocannon' | 'undici', url: string, seconds: number): Promise<number> {
  const { counts, elapsed } = await loadgate(engine, { url, path: '/', shape: closedLoop(USERS), seconds });
  return (counts.ok / elapsed) * 1_000;
}

/** Measures each in turn, `rounds` times, every second round backwards, so that a drifting machine favours nobody. */
export async function benchThroughput(rounds: number, seconds: number): Promise<readonly Claim[]> {
  say(`Throughput: ${USERS} connections, ${rounds} rounds of ${seconds} s each`);
  await using service = await openService();
  const names = Object.keys(RUNNERS);
  const seen = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      seen.get(name)?.push((await RUNNERS[name]?.(service.url, seconds)) ?? Number.NaN);
    }
  }
  const plain = seen.get('plain autocannon') ?? [];
  const ratios = names.map((name) => {
    const pairs = (seen.get(name) ?? []).map((value, round) => value / (plain[round] ?? Number.NaN));
    return { name, ratio: median(pairs), low: Math.min(...pairs), high: Math.max(...pairs) };
  });
  const rows = ratios.map(({ name, ratio, low, high }) => {
    const middle = Math.round(median(seen.get(name) ?? [])).toLocaleString('en');
    return [name, `${middle}/s`, ratio.toFixed(3), `${low.toFixed(3)} to ${high.toFixed(3)}`];
  });
  say(table([['', 'median', 'of plain', 'over the rounds'], ...rows]));
  say();
  const ours = ratios.find(({ name }) => name === 'Loadgate, autocannon')?.ratio ?? Number.NaN;
  return [
    {
      text: `throughput is ${ours.toFixed(3)} of plain autocannon's (at least ${SHARE})`,
      holds: ours >= SHARE,
    },
  ];
}
