/** Boots the service, puts each scenario's load on it, and records what happened. */
import { phrase } from '../domain/phrase.ts';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { type Block, RUN_SCHEMA, type Run, type Slice } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import { millis } from '../domain/units.ts';
import { VERSION } from '../domain/version.ts';
import { openGenerator } from '../engines/run-load.ts';
import { confine, ensureDirectory } from '../platform/files.ts';
import type { World } from '../platform/world.ts';
import { openProbes, type Probes } from '../probes/probes.ts';
import { bootService, buildService, type Service } from '../service/service.ts';
import { seededRandom } from '../stats/random.ts';
import { laneOf } from './lane.ts';
import type { Setting } from './setting.ts';
import { idleProgress, type Position, sliceLine, NOWHERE } from './progress.ts';
import { measureSearch } from './search.ts';
import { type LoadRunner, measureSlice, type SliceJob } from './slice.ts';
import { leftAlone } from './time-left.ts';
import { openBench } from './turn.ts';

/** Name of the service's log in the report folder. */
export const SERVICE_LOG = 'service.log';

/** The same of the base commit. */
export const BASE_LOG = 'base-service.log';

/** How the head is measured, where it is not as usual. */
export interface AloneOptions {
  readonly load?: LoadRunner;
  /** True: a comparison with the base commit may follow, so that nobody knows how long the run takes. */
  readonly isFollowed?: boolean;
}

/**
 * Measures every scenario once on one fresh boot.
 * @throws Failure when the service cannot be built or booted, dies, or the generator fails; kind `cancelled` when stopped
 */
export async function measure(
  plan: Plan,
  setting: Setting,
  world: World,
  options: AloneOptions = {},
): Promise<Run> {
  const startedAt = world.date().toISOString();
  const directory = await openFolder(world, plan.report.directory);
  const logFile = join(directory, SERVICE_LOG);
  const beginning = positionsOf(plan, options)(0);
  if (plan.service.kind === 'booted' && plan.service.build !== null) {
    world.log.info(`Building the service: ${plan.service.build}`);
    world.log.progress(idleProgress('building', beginning));
  }
  await buildService(plan.service, world, { logFile });
  world.log.progress(idleProgress('starting', beginning));
  await using service = await bootService(plan.service, world, { logFile });
  world.log.info(bootedLine(service));
  await using probes = await openProbes(plan, world);
  const block = await measureBlock({ plan, setting, service, probes, ...options }, world);
  return {
    schema: RUN_SCHEMA,
    loadgate: VERSION,
    suite: plan.suite,
    startedAt,
    seed: setting.seed,
    machine: setting.machine,
    target: service.target,
    builds: [setting.head],
    configHashes: setting.configHashes,
    cores: null,
    baseFailure: null,
    blocks: [block],
  };
}

/** Makes the report folder. @throws Failure kind `not-measured`, code `file-unwritable`, when there can be no such folder; `path-outside` when it leads out of the workspace */
export async function openFolder(world: World, path: string): Promise<string> {
  const folder = await confine(world.workspace, path);
  return await ensureDirectory(folder).catch((error: unknown) => {
    throw new Failure(
      {
        kind: 'not-measured',
        code: 'file-unwritable',
        message: phrase('report-folder', {
          path,
          error: error instanceof Error ? error.message : String(error),
        }),
        advice: phrase('report-folder-advice'),
      },
      { cause: error },
    );
  });
}

interface BlockJob extends AloneOptions {
  readonly plan: Plan;
  readonly setting: Setting;
  readonly service: Service;
  readonly probes: Probes;
}

/** Where each scenario is in the run, by its index. */
const positionsOf =
  ({ scenarios, budget }: Plan, { isFollowed = false }: AloneOptions) =>
  (index: number): Position => ({
    ...NOWHERE,
    left: (done) => leftAlone({ scenarios, index, done, budget: isFollowed ? budget : null }),
  });

async function measureBlock(job: BlockJob, world: World): Promise<Block> {
  const { plan, setting, service, probes, load } = job;
  const positionOf = positionsOf(plan, job);
  const slices = [];
  for (const [index, scenario] of plan.scenarios.entries()) {
    refuseWhenCancelled(world);
    const position = positionOf(index);
    const slice = await measureScenario(
      { scenario, service, probes, seed: setting.seed, position },
      world,
      load,
    );
    await service.confirm();
    world.log.info(sliceLine(slice));
    slices.push(slice);
  }
  const time = millis(slices.reduce((sum, { elapsed, warmUp }) => sum + elapsed + warmUp, 0));
  return { phase: 'alone', load: time, boots: [{ side: 'head', readyAfter: service.readyAfter }], slices };
}

async function measureScenario(
  job: SliceJob & { readonly position: Position },
  world: World,
  load: LoadRunner | undefined,
): Promise<Slice> {
  const { scenario, service, probes, seed, position } = job;
  const { search } = scenario;
  if (search === null) return await measureSlice(job, world, load);
  await using generator = await openGenerator(world);
  const lane = laneOf('head', service);
  const found = await measureSearch(
    {
      scenario,
      search,
      lanes: [lane],
      bench: openBench(generator, probes),
      random: seededRandom(seed),
      levels: null,
      engine: null,
      position,
    },
    world,
  );
  const [slice] = found.slices;
  if (slice === undefined) throw new Error('a search on a build has a slice');
  return slice;
}

function refuseWhenCancelled(world: World): void {
  if (!world.signal.aborted) return;
  throw new Failure({
    kind: 'cancelled',
    code: 'cancelled',
    message: phrase('cancelled'),
    advice: phrase('cancelled-advice'),
  });
}

function bootedLine(service: Service): string {
  const after = service.readyAfter === null ? '' : ` after ${Math.round(service.readyAfter)} ms`;
  return `The service answers at ${service.url}${after}`;
}
