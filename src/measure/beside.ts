/** Measures two builds beside each other: blocks of fresh boots, as many as the judge asks for. */
import { Failure } from '../domain/failure.ts';
import { type Block, type BuildInfo, RUN_SCHEMA, type Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import { VERSION } from '../domain/version.ts';
import { openGenerator } from '../engines/run-load.ts';
import { splitCores } from '../platform/cores.ts';
import type { World } from '../platform/world.ts';
import { buildService } from '../service/service.ts';
import { seededRandom } from '../stats/random.ts';
import { type Field, type MeasuredBlock, measureBlock } from './block.ts';
import { DESIGN, type Design } from './design.ts';
import { blaming, isBaseFailure, type Site } from './lane.ts';
import type { Setting } from './setting.ts';
import { openBench } from './turn.ts';

/** What is to be done after a block: another one of the same kind, one that confirms an alarm, or nothing. */
export type NextBlock = 'main' | 'confirm' | null;

/** Two builds and what is known of them. */
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
  const field: Field = { plan, sites, cores, bench: openBench(generator), design, world, engines: new Map() };
  const random = seededRandom(setting.seed);
  let services = insistsOnPort(plan) ? ('in-turn' as const) : ('together' as const);
  const blocks: Block[] = [...(job.before ?? [])];
  const measured = async (phase: 'main' | 'confirm'): Promise<MeasuredBlock> => {
    const block = {
      phase,
      number: blocks.length - (job.before?.length ?? 0) + 1,
      seed: random.between(1, SEED_MAX),
    };
    if (services === 'in-turn' || block.number > 1) return await measureBlock(field, { ...block, services });
    return await measureBlock(field, { ...block, services }).catch(async (error: unknown) => {
      if (!isBootFailure(error)) throw error;
      world.log.info('The two builds cannot run at the same time; they are measured one after the other.');
      services = 'in-turn';
      return await measureBlock(field, { ...block, services });
    });
  };
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

/** The change first: when neither builds, that is its own fault. */
async function buildBoth({ plan, sites }: BesideJob, world: World): Promise<void> {
  for (const site of [sites.head, sites.base]) {
    if (plan.service.kind === 'booted' && plan.service.build !== null) {
      world.log.info(
        `Building the ${site.side === 'head' ? 'change' : 'base commit'}: ${plan.service.build}`,
      );
    }
    await blaming(site.side, () => buildService(plan.service, site.world, { logFile: site.logFile }));
  }
}

const insistsOnPort = ({ service }: Plan): boolean => service.kind === 'booted' && service.port !== 'free';

/** What a second service meets that wants what the first one holds: a port of its own choosing, a lock. */
const BOOT_CODES = ['service-exited', 'never-ready', 'port-taken', 'port-answered-by-other'];

function isBootFailure(error: unknown): boolean {
  const inner = isBaseFailure(error) ? error.cause : error;
  return inner instanceof Failure && BOOT_CODES.includes(inner.detail.code);
}

function cancelled(): Failure {
  return new Failure({
    kind: 'cancelled',
    code: 'cancelled',
    message: 'The run was cancelled before it was complete.',
    advice: 'Run it again when the machine is free; nothing was judged or published.',
  });
}
