/** Measures two builds beside each other: blocks of fresh boots, as many as the judge asks for. */
import { phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import {
  type Block,
  type BuildInfo,
  type ComparingPhase,
  type Phase,
  RUN_SCHEMA,
  type Run,
} from '../domain/measurement.ts';
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
import { type Ahead, openPositions } from './positions.ts';
import { blocksLine, idleProgress, NOWHERE } from './progress.ts';
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
  /** How many blocks may still follow; without it, nobody is told how long the run takes. */
  readonly ahead?: Ahead;
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
  const positions = openPositions(plan, job.ahead ?? NOBODY_KNOWS, world);
  const measured = async (phase: BlockJob['phase'], before: Run | null): Promise<MeasuredBlock> => {
    const block = {
      phase,
      number: blocks.length - (job.before?.length ?? 0) + 1,
      seed: random.between(1, SEED_MAX),
      position: positions.begin(phase, blocks, before),
    };
    const done = await measureBlock(field, { ...block, services }).catch(async (error: unknown) => {
      const failure = failureBeside(error);
      if (failure === null) throw error;
      if (block.number > 1) throw failure;
      world.log.info(`The two builds cannot run at the same time; they are ${ONE_AFTER_THE_OTHER}.`);
      services = 'in-turn';
      return await measureBlock(field, { ...block, services });
    });
    positions.complete();
    blocks.push(done.block);
    return done;
  };
  const sumUp = (phase: Phase): void =>
    world.log.info(blocksLine(blocks.filter((block) => block.phase === phase)));
  const unknown = plan.scenarios.filter(({ name, search }) => search !== null && !field.levels.has(name));
  if (unknown.length > 0) {
    await measured('explore', null);
    sumUp('explore');
  }
  const { target } = await measured('main', null);
  const run = (): Run => runOf(job, { startedAt, target, cores, blocks: [...blocks] });
  let known = run();
  let last: ComparingPhase = 'main';
  for (let phase = next(known); phase !== null && blocks.length < BLOCKS_MAX; phase = next(known)) {
    if (world.signal.aborted) throw cancelled();
    if (phase !== last) sumUp(last);
    last = phase;
    await measured(phase, known);
    known = run();
  }
  sumUp(last);
  return known;
}

function runOf(
  { plan, setting, base }: BesideJob,
  { startedAt, target, cores, blocks }: Pick<Run, 'startedAt' | 'target' | 'cores' | 'blocks'>,
): Run {
  return {
    schema: RUN_SCHEMA,
    loadgate: VERSION,
    suite: plan.suite,
    startedAt,
    seed: setting.seed,
    machine: setting.machine,
    target,
    builds: [setting.head, base],
    configHashes: setting.configHashes,
    cores,
    baseFailure: null,
    blocks,
  };
}

const NOBODY_KNOWS: Ahead = () => null;

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
      world.log.progress(idleProgress('building', { ...NOWHERE, phase: 'main' }, shared ? null : site.side));
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
    message: phrase('cancelled'),
    advice: phrase('cancelled-advice'),
  });
}
