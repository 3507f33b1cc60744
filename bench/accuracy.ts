/** Quantiles beside the service's own truth plus the network's floor, and beside wrk's. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRecord } from '../src/stats/histogram.ts';
import { type Claim, loadgate, median, openService, outputOf, say, table, closedLoop } from './field.ts';

const QUANTILES = [0.5, 0.95, 0.99] as const;
type Quantiles = readonly number[];

/** A tolerance is the larger of a share and milliseconds. */
const TOLERANCE = { share: 0.02, ms: 0.05 } as const;
const FLOOR_MS = 1_500;

/** One client, when the service's thread is busy: more would wait in line, which the service does not see. Ten when it only waits. */
const CASES = [
  { path: '/burn', users: 1, text: 'one thread kept busy for 0.2, 0.6 or 1.5 ms, 1 connection' },
  { path: '/wait', users: 10, text: 'waits of 5, 12 or 25 ms, 10 connections' },
] as const;

/** Prints, and gives a claim for each case and quantile of the default engine. */
export async function benchAccuracy(rounds: number, seconds: number): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const { path, users, text } of CASES) {
    say(`Accuracy: ${text}, ${rounds} rounds of ${seconds} s; milliseconds`);
    const off = await oneCase(path, users, rounds, seconds);
    say();
    for (const [at, q] of QUANTILES.entries()) {
      const { difference = Number.NaN, allowed = Number.NaN } = off[at] ?? {};
      const micros = Math.round(difference * 1_000);
      const text_ = `p${q * 100} of ${path} is ${micros} µs from the truth and the floor (at most ${Math.round(allowed * 1_000)} µs)`;
      claims.push({ text: text_, holds: Math.abs(difference) <= allowed });
    }
  }
  return claims;
}

interface Off {
  readonly difference: number;
  readonly allowed: number;
}

type Client = (url: string, path: string, users: number, seconds: number) => Promise<Measured>;

interface Measured {
  readonly seen: Quantiles;
  readonly truth: Quantiles;
}

async function oneCase(
  path: string,
  users: number,
  rounds: number,
  seconds: number,
): Promise<readonly Off[]> {
  await using service = await openService();
  const clients: Readonly<Record<string, Client>> = {
    'Loadgate, autocannon': byLoadgate('autocannon'),
    'Loadgate, undici': byLoadgate('undici'),
    ...(hasWrk() && { wrk: byWrk }),
  };
  const floors: number[] = [];
  const all = new Map<string, Measured[]>(Object.keys(clients).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await floorOf(service.url, path, users));
    const order = round % 2 === 0 ? Object.entries(clients) : Object.entries(clients).toReversed();
    for (const [name, client] of order) all.get(name)?.push(await client(service.url, path, users, seconds));
  }
  const floor = median(floors);
  const rows = [...all].map(([name, measured]) => rowOf(name, measured, floor));
  say(
    table([
      ['', ...QUANTILES.flatMap((q) => [`p${q * 100}`, 'truth', 'off'])],
      ...rows.map(({ cells }) => cells),
    ]),
  );
  say(
    `  network floor ${floor.toFixed(3)} (what bare sockets see above the truth, median); off: seen − truth − floor`,
  );
  if (hasWrk()) say('  wrk corrects for omission: it adds answers that it did not see, which moves its p95');
  else say('  wrk was SKIPPED: it is not installed (apt-get install wrk)');
  return rows[0]?.off ?? [];
}

/** The truth is the service's own of the same requests; medians over the rounds. */
function rowOf(name: string, measured: readonly Measured[], floor: number) {
  const off = QUANTILES.map((_, at) => {
    const seen = median(measured.map((each) => each.seen[at] ?? Number.NaN));
    const truth = median(measured.map((each) => each.truth[at] ?? Number.NaN));
    const difference = median(
      measured.map((each) => (each.seen[at] ?? Number.NaN) - (each.truth[at] ?? Number.NaN) - floor),
    );
    return { seen, truth, difference, allowed: Math.max(TOLERANCE.ms, TOLERANCE.share * (truth + floor)) };
  });
  const cells = off.flatMap(({ seen, truth, difference }) => [
    seen.toFixed(3),
    truth.toFixed(3),
    `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(3)}`,
  ]);
  return { cells: [name, ...cells], off };
}

const byLoadgate =
  (engine: 'autocannon' | 'undici'): Client =>
  async (url, path, users, seconds) => {
    const forgotten: Promise<unknown>[] = [];
    const result = await loadgate(engine, {
      url,
      path,
      shape: closedLoop(users),
      seconds,
      // The warm-up's requests are in no histogram of ours, so they must not be in the service's.
      onProgress: ({ phase }) => {
        if (phase === 'load' && forgotten.length === 0) forgotten.push(truthOf(url));
      },
    });
    await Promise.all(forgotten);
    const latency = fromRecord(result.latency);
    return {
      seen: QUANTILES.map((q) => (latency.quantile(q) ?? Number.NaN) / 1_000),
      truth: await truthOf(url),
    };
  };

/** The service's own quantiles in milliseconds since the last time it was asked. */
async function truthOf(url: string): Promise<Quantiles> {
  const told: { readonly record: Parameters<typeof fromRecord>[0] } = await (
    await fetch(`${url}/truth`)
  ).json();
  const histogram = fromRecord(told.record);
  return QUANTILES.map((q) => (histogram.quantile(q) ?? Number.NaN) / 1_000);
}

/** Whether wrk is installed. */
export function hasWrk(): boolean {
  return spawnSync('wrk', ['--version']).error === undefined;
}

/** wrk prints no p95 by itself. */
const LUA = `done = function(summary, latency) io.write(string.format("Q %f %f %f\\n", latency:percentile(50), latency:percentile(95), latency:percentile(99))) end`;

const byWrk: Client = async (url, path, users, seconds) => {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
  try {
    const script = join(folder, 'quantiles.lua');
    writeFileSync(script, LUA);
    await outputOf('wrk', ['-t1', `-c${users}`, '-d1s', `${url}${path}`]);
    await truthOf(url);
    const output = await outputOf('wrk', [
      '-t1',
      `-c${users}`,
      `-d${seconds}s`,
      '-s',
      script,
      `${url}${path}`,
    ]);
    const [, ...micros] = /^Q (\S+) (\S+) (\S+)$/mu.exec(output) ?? [];
    return { seen: micros.map((value) => Number(value) / 1_000), truth: await truthOf(url) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * What the network and the waking up cost on this machine: the median that a client on bare sockets sees, less the service's own, under the same
 * load. Milliseconds.
 */
async function floorOf(url: string, path: string, users: number): Promise<number> {
  await truthOf(url);
  const seen = await Promise.all(Array.from({ length: users }, () => bareTimes(url, path)));
  const [truth = Number.NaN] = await truthOf(url);
  return median(seen.flat()) - truth;
}

/** Times of requests one after the other on one connection, for a second. */
async function bareTimes(url: string, path: string): Promise<readonly number[]> {
  const { port } = new URL(url);
  const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: keep-alive\r\n\r\n`,
  );
  const times: number[] = [];
  const end = performance.now() + FLOOR_MS;
  return await new Promise((resolve, reject) => {
    let started = 0;
    const send = (): void => {
      started = performance.now();
      socket.write(request);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', () => {
      const now = performance.now();
      times.push(now - started);
      if (now < end) return send();
      socket.destroy();
      resolve(times);
    });
  });
}
