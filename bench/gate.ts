/**
 * The gate on builds whose difference is known, again and again: `npm run bench:gate -- [--minutes 60] [--case cpu-5] [--runs 1]`. Each run is the real thing (boots,
 * blocks, looks, confirmation) and is added to bench/results/gate.jsonl.gz; what is there is not measured again. `npm run bench:evidence` writes docs/evidence.md from it.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPlan } from '../src/config/load.ts';
import { judge } from '../src/judge/judge.ts';
import { nextBlock } from '../src/judge/next-block.ts';
import { measureBeside } from '../src/measure/beside.ts';
import { prepare } from '../src/measure/setting.ts';
import { memoryLog } from '../src/platform/log.ts';
import { openWorld } from '../src/platform/open-world.ts';
import { openVault } from '../src/platform/vault.ts';
import { type Case, CASES } from './gate/cases.ts';
import { makeNoise } from './gate/noise.ts';
import { GATE_RESULTS, keep, type KeptRun, readRuns } from './gate/record.ts';
import { addResult } from './gate/results.ts';
import { layOut } from './gate/site.ts';

const LOCAL = {
  kind: 'local',
  repository: null,
  headSha: null,
  baseSha: null,
  pullRequest: null,
  runUrl: null,
} as const;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    case: { type: 'string' },
    runs: { type: 'string' },
  },
});
const end = performance.now() + Number(values.minutes) * 60_000;
let left = values.runs === undefined ? Infinity : Number(values.runs);
for (let next = neediest(); next !== null && left > 0 && performance.now() < end; next = neediest()) {
  const kept = await runCase(next);
  addResult(GATE_RESULTS, kept);
  left -= 1;
  console.log(line(kept));
}

/** The case that lacks the largest share of its runs. */
function neediest(): Case | null {
  const counts = countRuns();
  const share = ({ name, runs }: Case): number => (counts.get(name) ?? 0) / runs;
  const asked = CASES.filter(({ name }) => values.case === undefined || name === values.case);
  const open = asked.filter((each) => share(each) < 1 || values.runs !== undefined);
  return open.toSorted((one, other) => share(one) - share(other))[0] ?? null;
}

function countRuns(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { case: name } of readRuns()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

async function runCase(each: Case): Promise<KeptRun> {
  using sites = layOut(each);
  using _noise = makeNoise(each.noise);
  await using world = await openWorld({
    workspace: sites.head,
    env: { ...process.env, ...sites.headEnvironment },
    vault: openVault({ env: {}, secrets: {} }),
    log: memoryLog(),
    door: new URL('../src/cli.ts', import.meta.url).href,
    onSecondSignal: () => process.exit(130),
  });
  const inputs = {
    start: `${process.execPath} service.mjs --port {port}`,
    ready: 'tcp',
    users: String(each.users),
    sensitivity: each.sensitivity,
  };
  const { plan } = await loadPlan({ configPath: null, inputs, base: null }, world);
  const setting = await prepare(plan, LOCAL, world);
  const started = performance.now();
  const run = await measureBeside(
    {
      plan,
      setting,
      base: { side: 'base', commit: null, dirty: false },
      sites: {
        head: { side: 'head', world, logFile: join(sites.root, 'head.log') },
        base: {
          side: 'base',
          world: { ...world, workspace: sites.base, env: process.env },
          logFile: join(sites.root, 'base.log'),
        },
      },
    },
    (sofar) => nextBlock(sofar, plan),
    world,
  );
  const seconds = (performance.now() - started) / 1_000;
  return keep(each.name, run, judge(run, plan, {}), seconds);
}

function line({ case: name, outcome, judged, voids, blocks, seconds }: KeptRun): string {
  const changes = Object.entries(judged)
    .filter(([, each]) => each.limited)
    .map(([metric, { change, outcome: each }]) => `${metric} ${(100 * change).toFixed(1)} % ${each}`);
  const load = blocks.reduce((sum, block) => sum + block.load, 0);
  return [
    name.padEnd(18),
    outcome,
    `${blocks.length} blocks`,
    `${Math.round(load)} of ${Math.round(seconds)} s`,
    ...changes,
    ...voids,
  ].join(' · ');
}
