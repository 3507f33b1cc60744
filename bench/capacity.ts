/**
 * Whether searches find what is known: `npm run bench:capacity -- [--rounds 5] [--case law]`. Services with a known number of workers, with a lock, with the contention of a known law, and one
 * with a metastable failure, searched again and again as users search them.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPlan } from '../src/config/load.ts';
import type { SearchResult } from '../src/domain/search.ts';
import { measure } from '../src/measure/measure.ts';
import { prepare } from '../src/measure/setting.ts';
import { memoryLog } from '../src/platform/log.ts';
import { openWorld } from '../src/platform/open-world.ts';
import { openVault } from '../src/platform/vault.ts';
import { fitBounds } from '../src/stats/bounds.ts';
import { seededRandom } from '../src/stats/random.ts';
import { capacityOf, degradationOf, ladderOf, recoveryOf } from '../src/stats/search.ts';
import { fitUsl } from '../src/stats/usl.ts';

/** A service, what is searched on it, and what must come of it. */
interface Case {
  readonly name: string;
  readonly model: string;
  readonly scenario: string;
  /** Values found, each with the truth. */
  readonly read: (
    search: SearchResult,
  ) => Readonly<Record<string, readonly [found: number | null, truth: number]>>;
}

const WITHIN = 0.1;
const users = (search: SearchResult): number | null => degradationOf(search)?.level ?? null;

/** What the two bounds come to: an answer that waits for nobody, in ms, and the users from which on some do. */
function boundsOf(search: SearchResult, time: number, knee: number): ReturnType<Case['read']> {
  const bounds = fitBounds(ladderOf(search), search.thinkTime);
  return { 'ms alone': [bounds?.response ?? null, time], knee: [bounds?.knee ?? null, knee] };
}

const CASES: readonly Case[] = [
  {
    name: 'workers',
    model: 'workers --workers 20 --time 50',
    scenario: 'executor: stress',
    read: (search) => ({
      capacity: [capacityOf(search), 400],
      users: [users(search), 20],
      ...boundsOf(search, 50, 20),
    }),
  },
  {
    name: 'lock',
    model: 'lock --time 45 --locked 5',
    scenario: 'executor: stress',
    read: (search) => ({
      capacity: [capacityOf(search), 200],
      users: [users(search), 10],
      ...boundsOf(search, 50, 10),
    }),
  },
  {
    name: 'law',
    model: 'usl --time 50 --sigma 0.05 --kappa 0.0005',
    scenario: 'executor: stress',
    read: (search) => {
      const law = fitUsl(ladderOf(search), seededRandom(1));
      return {
        capacity: [capacityOf(search), 215],
        lambda: [law?.lambda.value ?? null, 20],
        sigma: [law?.sigma.value ?? null, 0.05],
        kappa: [law?.kappa.value ?? null, 0.0005],
        'users at its peak': [law?.peakUsers?.value ?? null, 43.6],
      };
    },
  },
  {
    name: 'rate',
    model: 'workers --workers 20 --time 50',
    scenario: 'executor: capacity\n    objective: { p95: 100ms }',
    read: (search) => ({ capacity: [capacityOf(search), 400] }),
  },
  {
    name: 'metastable',
    model: 'metastable --workers 10 --time 20 --limit 15',
    scenario: 'executor: stress',
    read: (search) => ({
      capacity: [capacityOf(search), 500],
      'stays broken': [recoveryOf(search)?.recovered === false ? 1 : 0, 1],
    }),
  },
];

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, case: { type: 'string' } },
});
const SERVICE = new URL('../test/services/limited.mjs', import.meta.url);
const LOCAL = {
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
} as const;

let [right, all] = [0, 0];
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const each of CASES.filter(({ name }) => values.case === undefined || name === values.case)) {
    const found = Object.entries(each.read(await searched(each)));
    const holds = found.every(
      ([, [value, truth]]) => value !== null && Math.abs(value / truth - 1) <= WITHIN,
    );
    all += 1;
    right += holds ? 1 : 0;
    const told = found.map(
      ([what, [value, truth]]) =>
        `${what} ${value === null ? 'none' : Number(value.toPrecision(3))} of ${truth}`,
    );
    console.log(
      `${each.name.padEnd(12)}· round ${round} · ${holds ? 'within 10 %' : 'OFF'} · ${told.join(' · ')}`,
    );
  }
}
console.log(`\n${right} of ${all} searches found what is known, within ${100 * WITHIN} %.`);

async function searched({ model, scenario }: Case): Promise<SearchResult> {
  const workspace = mkdtempSync(join(tmpdir(), 'loadgate-capacity-'));
  copyFileSync(SERVICE, join(workspace, 'limited.mjs'));
  try {
    await using world = await openWorld({
      workspace,
      env: process.env,
      log: memoryLog(),
      vault: openVault({ env: {}, secrets: {} }),
      door: new URL('../src/cli.ts', import.meta.url).href,
      onSecondSignal: () => process.exit(130),
    });
    const text = `service: { start: 'node limited.mjs --port {port} --model ${model}', ready: tcp }\nscenarios:\n  limit:\n    ${scenario}\n`;
    writeFileSync(join(workspace, 'loadgate.yml'), text);
    const { plan } = await loadPlan({ configPath: 'loadgate.yml', inputs: {}, base: null }, world);
    const run = await measure(plan, await prepare(plan, LOCAL, world), world);
    const search = run.blocks[0]?.slices[0]?.search;
    if (search == null) throw new Error('a search was asked for');
    return search;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
