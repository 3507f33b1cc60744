/** One turn: a short load on one build while the other rests. */
import { isForeign } from '../domain/engine-plan.ts';
import type { Load } from '../domain/plan.ts';
import type { Side, Turn } from '../domain/measurement.ts';
import { type Millis, millis, type Nanos, nanos, toMillis } from '../domain/units.ts';
import type { LoadJob, LoadProgress, LoadResult } from '../engines/load-job.ts';
import type { Generator } from '../engines/run-load.ts';
import { heldAt } from '../engines/shape.ts';
import { type CpuWatch, openCpuWatch } from '../probes/cpu-time.ts';
import { openOutsideWatch, type OutsideWatch } from '../probes/outside.ts';
import type { Part } from '../probes/part.ts';
import type { Probes } from '../probes/probes.ts';
import type { Resources } from '../domain/resources.ts';
import { fromRecord, levelOf } from '../stats/histogram.ts';
import { FOREIGN_DESIGN } from './design.ts';
import { blamingTheDead, type Lane } from './lane.ts';

/** The load's side of a block: the generator with the watches over it and over everything else. */
export interface Bench {
  readonly generator: Generator;
  readonly generatorCpu: CpuWatch;
  readonly outside: OutsideWatch;
  readonly probes: Probes;
}

/** Watches over what builds use, by their lanes. */
export type Watches = ReadonlyMap<Lane, Part<Resources>>;

/** Opens one for each build. */
export const watchLanes = (lanes: readonly Lane[], { probes, generator }: Bench): Watches =>
  new Map(
    lanes.map((lane) => [
      lane,
      probes.watch({
        pids: () => lane.service.pids(),
        generatorPids: () => generator.pids(),
        runtime: lane.service.runtime,
        url: lane.service.url,
      }),
    ]),
  );

/** Opens the watches of a generator. */
export function openBench(generator: Generator, probes: Probes): Bench {
  return {
    generator,
    generatorCpu: openCpuWatch(() => generator.pids()),
    outside: openOutsideWatch(),
    probes,
  };
}

/** What is put on a build. */
export interface TurnJob {
  readonly scenario: string;
  readonly load: Load;
  readonly seed: number;
  readonly place: number;
  /** See `LoadJob`. */
  readonly leadIn?: Millis;
  /** `settle` by default; see `LoadJob`. */
  readonly ending?: NonNullable<LoadJob['ending']>;
  /** What watches the build meanwhile; nothing while it warms up. */
  readonly watch?: Part<Resources> | undefined;
  /** Told while the load runs. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** A turn with everything that was measured in it. */
export interface MeasuredTurn extends Turn {
  readonly result: LoadResult;
}

/** Takes one turn on a lane; all lanes of the block are watched. @throws Failure when a service dies (the base: code `base-failed`) or the generator fails */
export async function takeTurn(
  lane: Lane,
  lanes: readonly Lane[],
  bench: Bench,
  { place, watch, onProgress = () => undefined, ...job }: TurnJob,
): Promise<MeasuredTurn> {
  const { service } = lane;
  const died = AbortSignal.any(lanes.map((each) => each.service.died));
  const lap = openLap(lanes, bench, watch);
  await lap.begin();
  const result = await blamingTheDead(lanes, () =>
    bench.generator.load(
      {
        ending: 'settle',
        ...(isForeign(job.load) && { leadIn: FOREIGN_DESIGN.leadIn }),
        ...job,
        url: service.url,
        address: service.target.address,
        tls: service.tls,
        died,
      },
      (progress) => {
        // An engine that takes its time to begin and to end says when its turn is.
        if (isForeign(job.load)) lap.follow(progress.phase);
        onProgress(progress);
      },
    ),
  );
  const { used, outside } = await lap.end();
  const latency = fromRecord(result.latency);
  const at = (quantile: number): Millis | null => {
    const value = latency.quantile(quantile);
    return value === null ? null : toMillis(value);
  };
  return {
    place,
    elapsed: result.elapsed,
    ok: result.counts.ok,
    p50: at(0.5),
    p95: at(0.95),
    level: levelOf(latency),
    cpu: used.find(({ side }) => side === lane.side)?.cpu ?? null,
    outside,
    result,
  };
}

/** What was used during a turn. */
interface Used {
  readonly used: readonly { readonly side: Side; readonly cpu: Nanos | null }[];
  readonly outside: number | null;
}

/** Watches from the begin of a turn to its end: each of them is when it is first said to be, and the begin again when the load says so. */
function openLap(lanes: readonly Lane[], bench: Bench, watch: Part<Resources> | undefined) {
  let isLoaded = false;
  let used: Used | null = null;
  let ended: Promise<void> | undefined;
  const begin = (): void => {
    for (const each of lanes) each.cpu.lap();
    bench.generatorCpu.lap();
    bench.outside.lap(nanos(0));
  };
  const end = (): Used => {
    const cpus = lanes.map((each) => ({ side: each.side, cpu: each.cpu.lap() }));
    const own = sum([...cpus.map(({ cpu }) => cpu ?? nanos(0)), bench.generatorCpu.lap() ?? nanos(0)]);
    ended = watch?.end();
    return { used: cpus, outside: bench.outside.lap(own) };
  };
  return {
    async begin(): Promise<void> {
      await watch?.begin();
      begin();
    },
    follow(phase: LoadProgress['phase']): void {
      if (phase === 'load' && !isLoaded) begin();
      isLoaded ||= phase === 'load';
      if (phase === 'over') used ??= end();
    },
    async end(): Promise<Used> {
      used ??= end();
      await ended;
      return used;
    },
  };
}

/** The load of one turn of this length, at its highest level; `engine` as the warm-up chose it. */
export function turnLoad(load: Load, length: Millis, engine: Load['engine']): Load {
  return { ...load, engine, warmUp: millis(0), executor: heldAt('peak', load.executor, length) };
}

const sum = (values: readonly Nanos[]): Nanos => nanos(values.reduce((total, value) => total + value, 0));
