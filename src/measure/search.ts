/** A search on builds that run: level after level, on each of them in turn, until all of them have degraded and what is between is known. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { adviceOf, asFailure, Failure, linesOf, messageOf } from '../domain/failure.ts';
import type { Load, Scenario } from '../domain/plan.ts';
import type { EngineUse, HostReading, Side, Slice, TimelineSecond } from '../domain/measurement.ts';
import type { Progress } from '../domain/progress.ts';
import type { Search, SearchResult, Step } from '../domain/search.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { LoadProgress } from '../engines/load-job.ts';
import { atLevel, peakOf, thinkTimeOf } from '../engines/shape.ts';
import type { World } from '../platform/world.ts';
import { startHostProbe } from '../probes/host.ts';
import type { Part } from '../probes/part.ts';
import type { Resources } from '../domain/resources.ts';
import type { Random } from '../stats/random.ts';
import { rowsOf } from '../stats/summary.ts';
import type { Lane } from './lane.ts';
import { levelsWorthRepeating, nextStep, type NextStep } from './next-step.ts';
import { shuffled } from './order.ts';
import { levelPhrase, levelText, loadProgress, type Position } from './progress.ts';
import { relief, SETTLE, stepOf, stepTime, watchedSteps } from './step.ts';
import { sumTurns } from './sum-turns.ts';
import { type Bench, type MeasuredTurn, takeTurn, watchLanes } from './turn.ts';

/** More steps than any search takes: its way up doubles, and what follows is bounded. */
const STEPS_MAX = 200;
const SEED_MAX = 2 ** 31 - 1_000;

/** A scenario that searches. */
export interface SearchJob {
  readonly scenario: Scenario;
  readonly search: Search;
  readonly lanes: readonly Lane[];
  readonly bench: Bench;
  readonly random: Random;
  /** Levels to measure instead of searching, the lowest first; null: search. */
  readonly levels: readonly number[] | null;
  /** As an earlier search chose it, or null. */
  readonly engine: EngineUse | null;
  /** Where in the run it is. */
  readonly position: Position;
}

/** What a search came to. */
export interface Searched {
  readonly slices: readonly Slice[];
  readonly load: Millis;
  readonly engine: EngineUse;
  /** Levels that are worth measuring again. */
  readonly levels: readonly number[];
}

/** One build's steps so far. */
interface Track {
  readonly lane: Lane;
  readonly watch: Part<Resources> | undefined;
  readonly turns: MeasuredTurn[];
  readonly steps: Step[];
  /** Of each step but the fall, which only our own engine can send. */
  readonly engines: EngineUse[];
}

/** Searches, and sums up. @throws Failure when a service dies (of the base: code `base-failed`) or the generator fails */
export async function measureSearch(job: SearchJob, world: World): Promise<Searched> {
  const { lanes, bench, scenario, search } = job;
  const watches = watchLanes(lanes, bench);
  const tracks = lanes.map(
    (lane): Track => ({ lane, watch: watches.get(lane), turns: [], steps: [], engines: [] }),
  );
  const host = startHostProbe({
    servicePids: () => lanes.flatMap(({ service }) => service.pids()),
    generatorPids: () => bench.generator.pids(),
    memory: bench.probes.memory,
  });
  try {
    const ended = await takeSteps(job, tracks, world);
    const reading = host.stop();
    const engine = engineOf(tracks);
    const results = tracks.map((track) => resultOf(search, scenario.load, track, ended));
    return {
      slices: tracks.map((track, index) =>
        sliceOf(job, track, { engine, host: reading, search: results[index] }),
      ),
      load: millis(tracks.reduce((sum, { turns }) => sum + loadOf(turns), 0)),
      engine,
      levels: job.levels ?? levelsWorthRepeating(results),
    };
  } finally {
    host.stop();
  }
}

const loadOf = (turns: readonly MeasuredTurn[]): number =>
  turns.reduce((sum, { elapsed, result }) => sum + SETTLE + elapsed + result.warmUp, 0);

/** Measures step after step on every build. Resolves with why no more were. */
async function takeSteps(
  job: SearchJob,
  tracks: readonly Track[],
  world: World,
): Promise<SearchResult['ended']> {
  const { search, scenario, levels } = job;
  let spent = 0;
  for (let taken = 0; taken < STEPS_MAX; taken += 1) {
    const next = levels === null ? nextOf(job, tracks) : givenStep(levels, taken);
    if (next.purpose === null) return next.ended;
    const cost = tracks.length * stepTime(next.purpose, scenario.load);
    if (levels === null && spent + cost > search.budget && taken > 0) return 'budget';
    const seed = job.random.between(1, SEED_MAX);
    for (const track of shuffled(tracks, job.random))
      await takeStep(job, track, { ...next, seed, place: taken, spent: millis(spent) }, world).catch(
        (error: unknown) => {
          throw job.lanes.some(({ service }) => service.died.aborted)
            ? atTheEnd(error, levelPhrase(next.level, scenario.load))
            : error;
        },
      );
    spent += cost;
  }
  return 'budget';
}

/** The load under which a service died is what a search was made for. */
function atTheEnd(error: unknown, load: Phrase): Failure {
  const { detail } = asFailure(error);
  const words = {
    kind: detail.kind,
    code: detail.code,
    message: phrase('died-under', { what: messageOf(detail), load }),
    advice: adviceOf(detail),
    lines: linesOf(detail),
  };
  return new Failure(words, { cause: error });
}

function givenStep(
  levels: readonly number[],
  taken: number,
): NextStep | { readonly purpose: null; readonly ended: 'given' } {
  const level = levels[taken];
  return level === undefined ? { purpose: null, ended: 'given' } : { purpose: 'raise', level };
}

/** What the builds ask for, the way up first: what one of them does not need, it gets with the other. */
function nextOf({ search, scenario }: SearchJob, tracks: readonly Track[]): NextStep {
  const first = peakOf(scenario.load.executor);
  const wanted = tracks.map(({ steps }) => nextStep(search, first, steps));
  for (const purpose of ['raise', 'recover', 'refine'] as const) {
    const asked = wanted.flatMap((next) => (next.purpose === purpose ? [next] : []));
    const [lowest] = asked.toSorted((left, right) => left.level - right.level);
    if (lowest !== undefined) return lowest;
  }
  const ends = wanted.flatMap((next) => (next.purpose === null ? [next] : []));
  return ends.find(({ ended }) => ended === 'stays-broken') ?? ends[0] ?? { purpose: null, ended: 'found' };
}

/** What is asked of a step. */
interface StepJob extends Pick<Step, 'purpose' | 'level'> {
  readonly seed: number;
  readonly place: number;
  /** Time of the steps before, without the warm-up. */
  readonly spent: Millis;
}

async function takeStep(job: SearchJob, track: Track, step: StepJob, world: World): Promise<void> {
  const { scenario, bench, lanes, engine, levels } = job;
  const { purpose, level, seed, place } = step;
  const load = levels === null ? scenario.load : shortened(scenario.load);
  const settle = levels === null ? SETTLE : millis(SETTLE / 2);
  const known = track.engines.at(-1) ?? engine;
  const held: Pick<Load, 'warmUp' | 'executor'> = {
    warmUp: place === 0 ? load.warmUp : millis(0),
    executor: atLevel(level, load.executor, load.executor.duration),
  };
  const turn = await takeTurn(track.lane, lanes, bench, {
    scenario: scenario.name,
    load: {
      ...load,
      engine: known?.name === 'undici' ? 'undici' : load.engine,
      ...(purpose === 'recover' ? relief(load, highestOf(track), level) : held),
    },
    seed,
    place,
    watch: track.watch,
    ...(purpose !== 'recover' && { leadIn: settle }),
    ending: 'cut',
    onProgress: (progress) => world.log.progress(stepProgress(job, track, step, progress)),
  });
  track.turns.push(turn);
  if (purpose !== 'recover') track.engines.push(turn.result.engine);
  const steps = purpose === 'recover' ? watchedSteps(turn, level, load) : [stepOf(turn, { purpose, level })];
  track.steps.push(...steps);
}

/** A moment of a step: its own throughput ends the trail of those before. */
function stepProgress(
  { scenario: { name, load }, lanes, position }: SearchJob,
  { lane, steps }: Track,
  { level, place, spent }: StepJob,
  progress: LoadProgress,
): Progress {
  const warmUp = place === 0 ? load.warmUp : millis(0);
  const now = (progress.second ?? progress).throughput;
  const seen = {
    scenario: name,
    side: lanes.length > 1 ? lane.side : null,
    part: { kind: 'step', number: place + 1, level: levelText(level, load) },
    trail: [...steps.map(({ throughput }) => throughput), now],
    before: millis(spent + load.warmUp - warmUp),
    warmUp,
  } as const;
  return loadProgress(seen, progress, position);
}

/** Where blocks repeat a step, many short ones see more of what differs from boot to boot than a few long ones. */
const shortened = (load: Load): Load => ({
  ...load,
  executor: { ...load.executor, duration: millis(Math.max(1_000, load.executor.duration / 2)) },
});

const highestOf = ({ steps }: Track): number => Math.max(...steps.map(({ level }) => level));

/** One instrument for all: our own, if any step needed it. */
function engineOf(tracks: readonly Track[]): EngineUse {
  const used = tracks.flatMap(({ engines }) => engines);
  const engine = used.find(({ name }) => name === 'undici') ?? used[0];
  if (engine === undefined) throw new Error('a search takes steps');
  return engine;
}

function resultOf(
  search: Search,
  { executor }: Load,
  { steps }: Track,
  ended: SearchResult['ended'],
): SearchResult {
  return { ...search, thinkTime: thinkTimeOf(executor), steps, ended };
}

function sliceOf(
  { scenario }: SearchJob,
  { lane, turns, watch }: Track,
  found: {
    readonly engine: EngineUse;
    readonly host: HostReading | null;
    readonly search: SearchResult | undefined;
  },
): Slice {
  const side: Side = lane.side;
  const context = {
    scenario: scenario.name,
    side,
    engine: found.engine,
    warmUp: SETTLE,
    host: found.host,
    resources: watch?.read() ?? null,
  };
  const slice = sumTurns(turns, context);
  return {
    ...slice,
    users: Math.max(...turns.map(({ result }) => result.users)),
    turns: [],
    timeline: timelineOf(turns),
    search: found.search ?? null,
  };
}

/** The seconds of all steps, one step after the other. */
function timelineOf(turns: readonly MeasuredTurn[]): readonly TimelineSecond[] {
  let start = 0;
  return turns.flatMap(({ result }) => {
    const from = start;
    start += rowsOf(result);
    return result.timeline.map((row) => ({ ...row, second: row.second + from }));
  });
}
