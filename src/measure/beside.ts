/** Measures two builds beside each other: blocks of fresh boots, as many as the judge asks for. */
import { Failure } from '../domain/failure.ts';
import { type Block, type BuildInfo, RUN_SCHEMA, type Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import { VERSION } from '../domain/version.ts';
import { openGenerator } from '../engines/run-load.ts';
import { splitCores } from '../platform/cores.ts';
import type { World } from '../platform/world.ts';
import { openProbes } from '../probes/probes.ts';
import { buildService } from '../service/service.ts';
import { seededRandom } from '../stats/random.ts';
import { type BlockJob, type Field, type MeasuredBlock, measureBlock } from './block.ts';
import { DESIGN, type Design } from './design.ts';
import { blaming, failureBeside, type Site } from './lane.ts';
import { levelsWorthRepeating } from './next-step.ts';
import type { Setting } from './setting.ts';
import { openBench } from './turn.ts';

/** What is to be done after a block: another one of the same kind, one that confirms an alarm, or nothing. */
export type NextBlock = 'main' | 'confirm' | null;

/** Two builds and what is known of them. They may be one and the same: sites that share a workspace. */
export interface BesideJob {
  readonly plan: Plan;
  readonly setting: Setting;
  readonly sites: { readonly head: Site; readonly base: Site };
  readonly base: BuildInfo;
  /** Blocks that were measured before: the head alone. */
  readonly before?: readonly Block[];
  readonly design?: Design;
}

/** More blocks than any budget pays for. */
const BLOCKS_MAX = 200;
const SEED_MAX = 2 ** 31 - 1_000;

/**
 * Builds both, then measures block after block until `next`, given the run so far, asks for no more.
 * @throws Failure when a build or a service fails (of the base: code `base-failed`), or the generator does; kind `cancelled` when stopped
 */
export async function measureBeside(
  job: BesideJob,
  next: (run: Run) => NextBlock,
  world: World,
): Promise<Run> {
  const { plan, setting, sites, design = DESIGN } = job;
  const startedAt = world.date().toISOString();
  await buildBoth(job, world);
  const cores = design.apart ? splitCores(world.env) : null;
  await using generator = await openGenerator(world, cores?.generator ?? null);
  await using probes = await openProbes(plan, world);
  const field: Field = {
    plan,
    sites,
    cores,
    bench: openBench(generator, probes),
    design,
    world,
    engines: new Map(),
    levels: levelsKnown(job.before ?? []),
  };
  const random = seededRandom(setting.seed);
  let services = insistsOnPort(plan) ? ('in-turn' as const) : ('together' as const);
  if (services === 'in-turn')
    world.log.info(`The service insists on its port: the two builds are ${ONE_AFTER_THE_OTHER}.`);
  const blocks: Block[] = [...(job.before ?? [])];
  const measured = async (phase: BlockJob['phase']): Promise<MeasuredBlock> => {
    const block = {
      phase,
      number: blocks.length - (job.before?.length ?? 0) + 1,
      seed: random.between(1, SEED_MAX),
    };
    return await measureBlock(field, { ...block, services }).catch(async (error: unknown) => {
      const failure = failureBeside(error);
      if (failure === null) throw error;
      if (block.number > 1) throw failure;
      world.log.info(`The two builds cannot run at the same time; they are ${ONE_AFTER_THE_OTHER}.`);
      services = 'in-turn';
      return await measureBlock(field, { ...block, services });
    });
  };
  const unknown = plan.scenarios.filter(({ name, search }) => search !== null && !field.levels.has(name));
  if (unknown.length > 0) blocks.push((await measured('explore')).block);
  const first = await measured('main');
  blocks.push(first.block);
  const run = (): Run => ({
    schema: RUN_SCHEMA,
    loadgate: VERSION,
    suite: plan.suite,
    startedAt,
    seed: setting.seed,
    machine: setting.machine,
    target: first.target,
    builds: [setting.head, job.base],
    configHashes: setting.configHashes,
    cores,
    baseFailure: null,
    blocks: [...blocks],
  });
  for (let phase = next(run()); phase !== null && blocks.length < BLOCKS_MAX; phase = next(run())) {
    if (world.signal.aborted) throw cancelled();
    blocks.push((await measured(phase)).block);
  }
  return run();
}

/** What searches of the head alone found worth measuring again, by scenario. */
function levelsKnown(before: readonly Block[]): Map<string, readonly number[]> {
  const slices = before.flatMap((block) => block.slices);
  return new Map(
    slices.flatMap(({ scenario, search }) =>
      search === null ? [] : [[scenario, levelsWorthRepeating([search])] as const],
    ),
  );
}

/** The change first: when neither builds, that is its own fault. What both share is built once. */
async function buildBoth({ plan, sites }: BesideJob, world: World): Promise<void> {
  const shared = sites.head.world.workspace === sites.base.world.workspace;
  for (const site of [sites.head, sites.base]) {
    const service =
      shared && site.side === 'base' && plan.service.kind === 'booted'
        ? { ...plan.service, build: null }
        : plan.service;
    if (service.kind === 'booted' && service.build !== null) {
      const what = shared ? 'service' : site.side === 'head' ? 'change' : 'base commit';
      world.log.info(`Building the ${what}: ${service.build}`);
    }
    await blaming(site.side, () => buildService(service, site.world, { logFile: site.logFile }));
  }
}

const insistsOnPort = ({ service }: Plan): boolean => service.kind === 'booted' && service.port !== 'free';

const ONE_AFTER_THE_OTHER = 'measured one after the other';

function cancelled(): Failure {
  return new Failure({
    kind: 'cancelled',
    code: 'cancelled',
    message: 'The run was cancelled before it was complete.',
    advice: 'Run it again when the machine is free; nothing was judged or published.',
  });
}
