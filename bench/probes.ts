/**
 * What the probes cost: throughput with them and without, in turns on the same service, and the CPU time that they take in the gate's process; that of a tree of 500
 * processes as well. `npm run bench:probes -- [--quick]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { RunningService } from '../src/domain/plan.ts';
import { millis } from '../src/domain/units.ts';
import { memoryLog } from '../src/platform/log.ts';
import { followTree } from '../src/platform/process-list.ts';
import { openVault } from '../src/platform/vault.ts';
import type { World } from '../src/platform/world.ts';
import { startHostProbe } from '../src/probes/host.ts';
import { openProbes, type Probes } from '../src/probes/probes.ts';
import { type Claim, closedLoop, loadgate, median, openService, say, stop, table } from './field.ts';

const USERS = 10;
/** Of the throughput without probes. */
const SHARE = 0.99;
/** Of one core. */
const COST = 0.01;
/** Of a service with so many children, and the share of a core that watching them may take. */
const CROWD = 500;
const CROWD_COST = 0.02;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const [rounds, seconds] = values.quick ? [6, 2] : [24, 5];

/** The bench starts its service itself; nothing is asked of the plan but its databases. */
const SERVICE: RunningService = {
  kind: 'running',
  url: 'http://127.0.0.1',
  tls: null,
  ready: { kind: 'tcp' },
  readyTimeout: millis(1_000),
};

/** One load. */
interface Seen {
  /** Answers a second. */
  readonly throughput: number;
  /** CPU time of the gate's process while the load was on, in cores. */
  readonly gate: number;
}

/** A load with probes beside it and one without. */
interface Round {
  readonly watched: Seen;
  readonly bare: Seen;
}

say(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}\n`);
say(`Probes: ${USERS} connections, ${rounds} rounds of ${seconds} s with and ${seconds} s without`);

/** Measures with and without in turn, every second round the other way about, so that a drifting machine favours neither. */
async function bench(): Promise<readonly Claim[]> {
  await using service = await openService();
  await using probes = await openProbes({ databases: [], containers: null, service: SERVICE }, worldOf());
  const pids = pidsOf(service.pid);
  const measure = (with_: boolean): Promise<Seen> => load(service.url, with_ ? { probes, pids } : null);
  await measure(true);
  const seen: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = await measure(round % 2 === 0);
    const second = await measure(round % 2 !== 0);
    seen.push(round % 2 === 0 ? { watched: first, bare: second } : { watched: second, bare: first });
  }
  return tell(seen);
}

/** As a service that Loadgate boots tells them: looked up twice a second at most. */
function pidsOf(root: number): () => readonly number[] {
  const tree = followTree(root, 'LOADGATE_BENCH=1');
  let last = { at: Number.NEGATIVE_INFINITY, pids: [] as readonly number[] };
  return () => {
    const now = performance.now();
    if (now - last.at > 500) last = { at: now, pids: tree.glance().map(({ pid }) => pid) };
    return last.pids;
  };
}

interface Watching {
  readonly probes: Probes;
  readonly pids: () => readonly number[];
}

/** Puts the load on, with everything beside it that a slice has. */
async function load(url: string, watching: Watching | null): Promise<Seen> {
  let generatorPids: readonly number[] = [];
  const running = { end: (): Promise<void> => Promise.resolve(), gate: process.cpuUsage(), at: 0 };
  const begin = (): void => {
    Object.assign(running, { gate: process.cpuUsage(), at: performance.now() });
    if (watching === null) return;
    const { probes, pids } = watching;
    const host = startHostProbe({
      servicePids: pids,
      generatorPids: () => generatorPids,
      memory: probes.memory,
    });
    const watch = probes.watch({ url, pids, generatorPids: () => generatorPids, runtime: null });
    const beginning = watch.begin();
    running.end = async () => {
      await beginning;
      await watch.end();
      host.stop();
      watch.read();
    };
  };
  const { counts, elapsed } = await loadgate('autocannon', {
    url,
    path: '/',
    shape: closedLoop(USERS),
    seconds,
    onProgress(progress) {
      generatorPids = progress.generatorPids;
      if (progress.phase === 'load' && running.at === 0) begin();
    },
  });
  await running.end();
  const { user, system } = process.cpuUsage(running.gate);
  const gate = (user + system) / 1_000 / (performance.now() - running.at);
  return { throughput: (counts.ok / elapsed) * 1_000, gate };
}

/** Watches a tree of 500 processes that do nothing: whatever is used is the gate's. In cores. */
async function watchCrowd(): Promise<readonly number[]> {
  const script = `for i in $(seq ${CROWD}); do sleep 600 & done; echo ready; wait`;
  const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const { pid } = parent;
  if (pid === undefined) throw new Error('sh cannot be started');
  try {
    await once(parent.stdout, 'data');
    await using probes = await openProbes({ databases: [], containers: null, service: SERVICE }, worldOf());
    const pids = pidsOf(pid);
    const costs: number[] = [];
    for (let round = 0; round < CROWD_ROUNDS; round += 1) costs.push(await watchQuietly({ probes, pids }));
    return costs;
  } finally {
    process.kill(-pid, 'SIGKILL');
  }
}

const CROWD_ROUNDS = 3;
/** Longer than it takes until the tree is looked at again. */
const CROWD_MS = 12_000;

/** The gate's CPU time beside a tree that is left alone, begin and end not counted. */
async function watchQuietly({ probes, pids }: Watching): Promise<number> {
  const host = startHostProbe({ servicePids: pids, generatorPids: () => [], memory: probes.memory });
  const watch = probes.watch({ url: SERVICE.url, pids, generatorPids: () => [], runtime: null });
  await watch.begin();
  const [cpu, at] = [process.cpuUsage(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, CROWD_MS));
  const { user, system } = process.cpuUsage(cpu);
  const cost = (user + system) / 1_000 / (performance.now() - at);
  await watch.end();
  host.stop();
  return cost;
}

function tell(seen: readonly Round[]): readonly Claim[] {
  const ratios = seen.map(({ watched, bare }) => watched.throughput / bare.throughput);
  const costs = seen.map(({ watched, bare }) => watched.gate - bare.gate);
  const rate = (of: (round: Round) => Seen): string =>
    `${Math.round(median(seen.map((round) => of(round).throughput))).toLocaleString('en')}/s`;
  const core = (of: (round: Round) => Seen): string => percent(median(seen.map((round) => of(round).gate)));
  const [low, high] = middleInterval(ratios);
  say(
    table([
      ['', 'throughput', 'gate, of a core'],
      ['without', rate(({ bare }) => bare), core(({ bare }) => bare)],
      ['with', rate(({ watched }) => watched), core(({ watched }) => watched)],
    ]),
  );
  say(
    `  over the rounds: throughput ${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}, cost ${percent(Math.min(...costs))} to ${percent(Math.max(...costs))}`,
  );
  say();
  const [ratio, cost] = [median(ratios), median(costs)];
  return [
    {
      text: `throughput with probes is ${ratio.toFixed(3)} of that without, 95 % interval of the median ${low.toFixed(3)} to ${high.toFixed(3)} (at least ${SHARE})`,
      holds: ratio >= SHARE,
    },
    {
      text: `the probes take ${percent(cost)} of a core (less than ${percent(COST)})`,
      holds: cost < COST,
    },
  ];
}

/** By the order of the values, with the normal approximation to the binomial (Conover, Practical Nonparametric Statistics, 3.2). */
function middleInterval(measured: readonly number[]): readonly [number, number] {
  const sorted = measured.toSorted((left, right) => left - right);
  const half = 0.98 * Math.sqrt(sorted.length);
  const at = (place: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, place))] ?? Number.NaN;
  return [at(Math.floor(sorted.length / 2 - half) - 1), at(Math.ceil(sorted.length / 2 + half))];
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

function worldOf(): World {
  return {
    workspace: '/',
    temporary: '/',
    env: {},
    signal: stop.signal,
    vault: openVault({ env: {}, secrets: {} }),
    log: memoryLog(),
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: [process.execPath],
  };
}

const crowd = median(await watchCrowd());
const claims: readonly Claim[] = [
  ...(await bench()),
  {
    text: `a tree of ${CROWD} processes takes ${percent(crowd)} of a core to watch (less than ${percent(CROWD_COST)})`,
    holds: crowd < CROWD_COST,
  },
];
for (const { text, holds } of claims) say(`${holds ? '✓' : '✗'} ${text}`);
