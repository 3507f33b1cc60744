/**
 * Whether a soak finds a leak of 1 MB a minute, and finds none where there is none: `npm run bench:soak -- [--seconds 180] [--keep series.json]`. All services are booted and loaded at the same
 * time, each through the real measuring code. It says what it saw and ends with 0.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Slice } from '../src/domain/measurement.ts';
import type { BootedService, Scenario } from '../src/domain/plan.ts';
import { millis } from '../src/domain/units.ts';
import { openProbes } from '../src/probes/probes.ts';
import { measureSlice } from '../src/measure/slice.ts';
import { openVault } from '../src/platform/vault.ts';
import { memoryLog } from '../src/platform/log.ts';
import type { World } from '../src/platform/world.ts';
import { bootService } from '../src/service/service.ts';
import type { Growth } from '../src/stats/growth.ts';
import { memoryGrowth } from '../src/stats/soak.ts';
import { say, stop, table } from './field.ts';

/** A service, and whether it leaks. `hard`: what three minutes cannot tell well, told beside the others. */
interface Case {
  readonly name: string;
  readonly start: string;
  readonly group: 'leaking' | 'healthy' | 'hard';
}

const RATE = 24;
const HERE = join(import.meta.dirname, 'soak');
const SHOP = join(import.meta.dirname, '..', 'examples', 'bookshop', 'server.ts');
const node = (kind: string): string =>
  `exec "${process.execPath}" "${join(HERE, 'service.mjs')}" ${kind} --port {port}`;
const python = (kind: string): string => `exec python3 "${join(HERE, 'service.py')}" ${kind} --port {port}`;
const shop = `exec "${process.execPath}" "${SHOP}" --port {port}`;
const hasPython = spawnSync('python3', ['--version']).status === 0;

const times = (count: number, name: string, start: string, group: Case['group']): readonly Case[] =>
  Array.from({ length: count }, () => ({ name, start, group }));

const CASES: readonly Case[] = [
  ...times(4, 'Node, objects', node('objects'), 'leaking'),
  ...times(hasPython ? 4 : 6, 'Node, buffers outside the heap', node('buffers'), 'leaking'),
  ...times(hasPython ? 2 : 0, 'Python, bytes beside JSON', python('json-objects'), 'leaking'),
  ...times(2, 'Node, a word', node('answers'), 'healthy'),
  ...times(2, 'Node, JSON', node('json'), 'healthy'),
  ...times(2, 'Node, a cache that is full', node('cache'), 'healthy'),
  ...times(hasPython ? 2 : 4, 'the bookshop', shop, 'healthy'),
  ...times(hasPython ? 2 : 0, 'Python, JSON', python('json'), 'healthy'),
  ...times(2, 'Node, objects beside JSON (leaks)', node('json-objects'), 'hard'),
  ...times(2, 'Node, sessions of half a minute (does not)', node('sessions'), 'hard'),
];

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '180' }, keep: { type: 'string' } },
});
const seconds = Number(values.seconds);
const SCENARIO: Scenario = {
  name: 'soak',
  soak: true,
  search: null,
  limits: [],
  load: {
    engine: 'undici',
    http: 1.1,
    flows: [],
    secrets: [],
    executor: {
      kind: 'constant-arrival-rate',
      rate: RATE,
      maxUsers: 20,
      duration: millis(1_000 * seconds),
    },
    warmUp: millis(15_000),
    timeout: millis(10_000),
    order: 'sequence',
    requests: [
      {
        name: 'get',
        method: 'GET',
        path: '/',
        headers: {},
        body: null,
        weight: 1,
        expect: [{ from: 200, to: 499 }],
        checks: [],
        captures: [],
      },
    ],
    cookies: false,
    variables: {},
  },
};
say(
  `${CASES.length} services for ${seconds} s at ${RATE} requests a second each; growth of memory in MB a minute\n`,
);
const measured = await Promise.all(CASES.map((each, index) => soak(each, index)));
if (values.keep !== undefined) {
  const series = CASES.map(({ name }, index) => ({ name, memory: measured[index]?.memory ?? null }));
  writeFileSync(values.keep, JSON.stringify(series));
}
const rows = CASES.map((each, index) => rowOf(each, measured[index] ?? null));
say(table([['', 'found', 'slope', '95 % interval', 'would have seen'], ...rows]));
say();
for (const group of ['leaking', 'healthy', 'hard'] as const) say(`${group}: ${foundIn(group)}`);

/** Measures one service; null when it could not be measured. */
async function soak({ start }: Case, index: number): Promise<Slice | null> {
  const temporary = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
  try {
    const world = worldIn(temporary);
    await using service = await bootService(planOf(start), world, {
      logFile: join(temporary, 'service.log'),
    });
    await using probes = await openProbes({ databases: [], containers: null, service: planOf(start) }, world);
    return await measureSlice({ scenario: SCENARIO, service, probes, seed: index + 1 }, world);
  } catch (error) {
    say(`could not be measured: ${String(error)}`);
    return null;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function rowOf({ group, name }: Case, slice: Slice | null): readonly string[] {
  const growth = slice === null ? null : memoryGrowth(slice);
  if (growth === null) return [`${group}: ${name}`, 'not measured', '', '', ''];
  const [low, high] = growth.interval;
  return [
    `${group}: ${name}`,
    growth.grows ? 'grows' : 'no',
    aMinute(growth.slope),
    `${aMinute(low)} to ${aMinute(high)}`,
    aMinute(growth.detectable),
  ];
}

function aMinute(slope: number): string {
  return ((60 * slope) / 1e6).toFixed(2);
}

function foundIn(group: Case['group']): string {
  const all = CASES.flatMap((each, index) => (each.group === group ? [grown(measured[index] ?? null)] : []));
  const known = all.filter((growth) => growth !== null);
  return `growth found in ${known.filter(({ grows }) => grows).length} of ${all.length}`;
}

function grown(slice: Slice | null): Growth | null {
  return slice === null ? null : memoryGrowth(slice);
}

function worldIn(temporary: string): World {
  return {
    workspace: temporary,
    temporary,
    env: { PATH: process.env['PATH'] },
    signal: stop.signal,
    log: memoryLog(),
    vault: openVault({ env: {}, secrets: {} }),
    now: () => millis(performance.now()),
    date: () => new Date(),
    generator: [process.execPath, join(import.meta.dirname, '..', 'src', 'generator.ts')],
  };
}

function planOf(start: string): BootedService {
  return {
    kind: 'booted',
    tls: null,
    build: null,
    start,
    workingDirectory: '.',
    env: {},
    url: 'http://127.0.0.1:{port}',
    port: 'free',
    ready: { kind: 'tcp' },
    buildTimeout: millis(1_000),
    readyTimeout: millis(60_000),
    stopTimeout: millis(3_000),
    showLog: 'never',
    observe: 'auto',
  };
}
