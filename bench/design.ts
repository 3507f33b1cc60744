/**
 * How long turns should be, how many make a block, and whether cores are kept apart: `npm run bench:design [-- --minutes 15]`. Blocks of two equal builds are
 * measured by several designs in turn and kept in bench/results/design.jsonl.gz with every turn, so that shorter slices and other estimates can be tried on them.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPlan } from '../src/config/load.ts';
import { millis } from '../src/domain/units.ts';
import { openGenerator } from '../src/engines/run-load.ts';
import { measureBlock } from '../src/measure/block.ts';
import { DESIGN } from '../src/measure/design.ts';
import { shuffled } from '../src/measure/order.ts';
import { openBench } from '../src/measure/turn.ts';
import { openProbes } from '../src/probes/probes.ts';
import { splitCores } from '../src/platform/cores.ts';
import { memoryLog } from '../src/platform/log.ts';
import { openWorld } from '../src/platform/open-world.ts';
import { openVault } from '../src/platform/vault.ts';
import { describeMachine } from '../src/probes/machine.ts';
import { effectsOf } from '../src/judge/effects.ts';
import { seededRandom } from '../src/stats/random.ts';
import { caseOf } from './gate/cases.ts';
import { DESIGN_RESULTS, DESIGNS, type KeptDesignBlock } from './gate/designs.ts';
import { addResult } from './gate/results.ts';
import { layOut } from './gate/site.ts';
import { keepTurns, rounded } from './gate/turns.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '15' } } });
const end = performance.now() + Number(values.minutes) * 60_000;

using sites = layOut(caseOf('same'));
await using world = await openWorld({
  workspace: sites.head,
  env: process.env,
  vault: openVault({ env: {}, secrets: {} }),
  log: memoryLog(),
  door: new URL('../src/cli.ts', import.meta.url).href,
  onSecondSignal: () => process.exit(130),
});
const inputs = { start: `${process.execPath} service.mjs --port {port}`, ready: 'tcp', users: '10' };
const { plan } = await loadPlan({ configPath: null, inputs, base: null }, world);
const split = splitCores(world.env);
await using pinned = await openGenerator(world, split?.generator ?? null);
await using free = await openGenerator(world, null);
await using probes = await openProbes(plan, world);
const benches = { pinned: openBench(pinned, probes), free: openBench(free, probes) };
const machine = await describeMachine(world);
const engines = new Map();
const levels = new Map();
const random = seededRandom(Date.now() % 1_000_000);

for (let number = 1; performance.now() < end; number += 1) {
  for (const { name, ...changes } of shuffled(DESIGNS, random)) {
    const design = { ...DESIGN, slice: millis(3_000), ...changes };
    const started = performance.now();
    const field = {
      plan,
      world,
      design,
      engines,
      levels,
      cores: design.apart ? split : null,
      bench: design.apart ? benches.pinned : benches.free,
      sites: {
        head: { side: 'head', world, logFile: join(sites.root, 'head.log') },
        base: {
          side: 'base',
          world: { ...world, workspace: sites.base },
          logFile: join(sites.root, 'base.log'),
        },
      },
    } as const;
    const job = { phase: 'main', number, seed: random.between(1, 1e9), services: 'together' } as const;
    const { block } = await measureBlock(field, job);
    const [base, head] = (['base', 'head'] as const).map((side) =>
      keepTurns(block.slices.find((slice) => slice.side === side)?.turns ?? []),
    );
    const [effect] = effectsOf({ blocks: [block] }, 'default');
    if (base === undefined || head === undefined || effect === undefined)
      throw new Error('a block has two sides');
    const kept: KeptDesignBlock = {
      design: name,
      at: new Date().toISOString(),
      machine: `${machine.cpuModel}, ${machine.cores} cores`,
      load: block.load / 1_000,
      warmUp: (block.slices[0]?.warmUp ?? 0) / 1_000,
      seconds: (performance.now() - started) / 1_000,
      overall: effect.overall,
      base,
      head,
    };
    addResult(DESIGN_RESULTS, rounded(kept));
    console.log(`${name.padEnd(24)} ${kept.seconds.toFixed(1)} s, of load ${kept.load.toFixed(1)} s`);
  }
}
