/** One block: fresh boots of both builds, and for each scenario a warm-up and turns in a balanced order. */
import { isForeign } from '../domain/engine-plan.ts';
import type { Block, CoreSplit, EngineUse, Phase, Side, Slice, Target } from '../domain/measurement.ts';
import type { Plan, Scenario } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { World } from '../platform/world.ts';
import { startHostProbe } from '../probes/host.ts';
import { rateAllowed } from '../engines/shape.ts';
import { type Random, seededRandom } from '../stats/random.ts';
import { type Design, FOREIGN_DESIGN, turnsFor } from './design.ts';
import { besideAnother, type Lane, openLane, type Site } from './lane.ts';
import { balancedOrder, drawnSides, shuffled } from './order.ts';
import { idleProgress, type Position, turnProgress, NOWHERE } from './progress.ts';
import { measureSearch } from './search.ts';
import { sumTurns } from './sum-turns.ts';
import { type Bench, type MeasuredTurn, takeTurn, turnLoad, type Watches, watchLanes } from './turn.ts';
import { engineFor, type Warm, warmUp } from './warm-up.ts';

/** Everything that the blocks of a run have in common. */
export interface Field {
  readonly plan: Plan;
  readonly sites: Readonly<Record<Side, Site>>;
  readonly cores: CoreSplit | null;
  readonly bench: Bench;
  readonly design: Design;
  readonly world: World;
  /** Engines by scenario, as the first block chose them; blocks add to it. */
  readonly engines: Map<string, EngineUse>;
  /** Levels of searches by scenario, as the first block found them. */
  readonly levels: Map<string, readonly number[]>;
}

/** What tells one block from another. */
export interface BlockJob {
  readonly phase: Exclude<Phase, 'alone'>;
  /** From 1. */
  readonly number: number;
  readonly seed: number;
  /** Both services run side by side, or (where they insist on the same port) one after the other. */
  readonly services: 'together' | 'in-turn';
  /** Where in the run it is; nowhere, when nobody is to know how long it takes. */
  readonly position?: Position;
}

/** A measured block, and where its services were met. */
export interface MeasuredBlock {
  readonly block: Block;
  readonly target: Target;
}

/**
 * Measures a block.
 * @throws Failure when a service cannot be booted or dies (of the base: code `base-failed`; of the second beside the first: see {@link besideAnother}), or the
 * generator fails
 */
export async function measureBlock(field: Field, job: BlockJob): Promise<MeasuredBlock> {
  const random = seededRandom(job.seed);
  const sides = drawnSides(random);
  const asked = field.plan.scenarios.filter(({ search }) => job.phase !== 'explore' || search !== null);
  const scenarios = shuffled(asked, random);
  const shapes = new Map<string, Shape>();
  if (job.services === 'together')
    return await measureTogether(field, job, { random, sides, scenarios, shapes });
  const parts: MeasuredBlock[] = [];
  // The seed of the turns is the same for both: they get the same requests.
  const seed = random.between(1, SEED_MAX);
  for (const side of sides) {
    const draw = { random: seededRandom(seed), sides: [side], scenarios, shapes };
    parts.push(await measureTogether(field, job, draw));
  }
  return joined(parts);
}

const SEED_MAX = 2 ** 31 - 1_000;

/** Turns of a scenario in one block: of both builds alike, also when they are measured one after the other. */
interface Shape extends ReturnType<typeof turnsFor> {
  /** Turns that were taken so far. */
  readonly taken: number;
}

/** What was drawn for a block. */
interface Draw {
  readonly random: Random;
  readonly sides: readonly Side[];
  readonly scenarios: readonly Scenario[];
  /** By scenario, as the build before left them. */
  readonly shapes: Map<string, Shape>;
}

async function measureTogether(field: Field, job: BlockJob, draw: Draw): Promise<MeasuredBlock> {
  await using open = new AsyncDisposableStack();
  const lanes: Lane[] = [];
  for (const side of draw.sides) {
    const cores = field.cores?.service ?? null;
    field.world.log.progress(idleProgress('starting', positionOf(job), side));
    const opened = openLane(field.sites[side], field.plan.service, cores, draw.random);
    lanes.push(open.use(await (lanes.length === 0 ? opened : besideAnother(opened))));
  }
  const slices: Slice[] = [];
  let load = 0;
  for (const scenario of draw.scenarios) {
    const measured = await measureAny(field, { ...job, ...draw, scenario, lanes });
    for (const { service } of lanes) await service.confirm();
    slices.push(...measured.slices);
    load += measured.load;
  }
  const [lane] = lanes;
  if (lane === undefined) throw new Error('a block has builds');
  const target = (lanes.find(({ side }) => side === 'head') ?? lane).service.target;
  return {
    target,
    block: { phase: job.phase, load: millis(load), boots: lanes.map(({ boot }) => boot), slices },
  };
}

function joined(parts: readonly MeasuredBlock[]): MeasuredBlock {
  const blocks = parts.map(({ block }) => block);
  const [first] = parts;
  if (first === undefined) throw new Error('a block has builds');
  const head = parts.find(({ block }) => block.boots.some(({ side }) => side === 'head')) ?? first;
  return {
    target: head.target,
    block: {
      phase: first.block.phase,
      load: millis(blocks.reduce((sum, { load }) => sum + load, 0)),
      boots: blocks.flatMap(({ boots }) => boots),
      slices: blocks.flatMap(({ slices }) => slices),
    },
  };
}

/** One scenario of a block on the builds that run. */
interface ScenarioJob extends BlockJob, Pick<Draw, 'random' | 'shapes'> {
  readonly scenario: Scenario;
  readonly lanes: readonly Lane[];
}

type Measured = { readonly slices: readonly Slice[]; readonly load: Millis };

async function measureAny(field: Field, job: ScenarioJob): Promise<Measured> {
  const { scenario, lanes, random } = job;
  const { search, name } = scenario;
  if (search === null) return await measureScenario(field, job);
  const { bench, engines, levels, world } = field;
  const known = { levels: levels.get(name) ?? null, engine: engines.get(name) ?? null };
  const position = positionOf(job);
  const found = await measureSearch({ scenario, search, lanes, bench, random, position, ...known }, world);
  engines.set(name, found.engine);
  levels.set(name, found.levels);
  return found;
}

async function measureScenario(
  { bench, engines, world, ...field }: Field,
  job: ScenarioJob,
): Promise<Measured> {
  const { scenario, lanes, random } = job;
  const design = isForeign(scenario.load) ? { ...field.design, ...FOREIGN_DESIGN } : field.design;
  const engine = engines.get(scenario.name) ?? null;
  world.log.progress({ ...idleProgress('warming-up', positionOf(job)), scenario: scenario.name });
  const warm = await warmUp(lanes, bench, { scenario, engine, design, seed: random.between(1, SEED_MAX) });
  engines.set(scenario.name, warm.engine);
  const host = startHostProbe({
    servicePids: () => lanes.flatMap(({ service }) => service.pids()),
    generatorPids: () => bench.generator.pids(),
    memory: bench.probes.memory,
  });
  try {
    const watches = watchLanes(lanes, bench);
    const turns = await takeTurns({ ...job, watches }, bench, design, warm, world);
    const reading = host.stop();
    const slices = lanes.map((lane) =>
      sumTurns(turns.get(lane.side) ?? [], {
        scenario: scenario.name,
        side: lane.side,
        engine: warm.engine,
        warmUp: warm.time,
        host: reading,
        resources: watches.get(lane)?.read() ?? null,
      }),
    );
    const measured = slices.reduce((sum, { elapsed }) => sum + elapsed, 0);
    return { slices, load: millis(measured + warm.time * lanes.length) };
  } finally {
    host.stop();
  }
}

async function takeTurns(
  { watches, ...job }: ScenarioJob & { readonly watches: Watches },
  bench: Bench,
  design: Design,
  warm: Warm,
  world: World,
): Promise<ReadonlyMap<Side, readonly MeasuredTurn[]>> {
  const { scenario, lanes, random, shapes } = job;
  const rate = rateAllowed(scenario.load.executor, warm.median);
  const shape = shapes.get(scenario.name) ?? { ...turnsFor(design, warm.median, rate), taken: 0 };
  const { length, aSide } = shape;
  const order = balancedOrder(random, aSide).filter((side) => lanes.some((lane) => lane.side === side));
  const load = turnLoad(scenario.load, length, engineFor(warm.engine));
  const seeds = Array.from({ length: aSide }, () => random.between(1, SEED_MAX));
  const taken = new Map<Side, MeasuredTurn[]>(lanes.map(({ side }) => [side, []]));
  shapes.set(scenario.name, { ...shape, taken: shape.taken + order.length });
  for (const [index, side] of order.entries()) {
    const turns = taken.get(side);
    const lane = lanes.find((each) => each.side === side);
    if (turns === undefined || lane === undefined) continue;
    // The n-th turn of either build sends the same requests.
    const seed = seeds[turns.length] ?? 1;
    const place = shape.taken + index;
    const watch = watches.get(lane);
    turns.push(await takeTurn(lane, lanes, bench, { scenario: scenario.name, load, seed, place, watch }));
    const soFar = { scenario: scenario.name, side, taken, number: place + 1, of: 2 * aSide };
    world.log.progress(turnProgress(soFar, positionOf(job)));
  }
  return taken;
}

const positionOf = ({ phase, position = { ...NOWHERE, phase } }: BlockJob): Position => position;
