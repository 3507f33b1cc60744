/** Warms the builds of a block up in turns, until they are steady, and learns by which engine and in what steps to measure. */
import type { EngineUse } from '../domain/measurement.ts';
import type { EngineChoice, Scenario } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import type { Design } from './design.ts';
import type { Lane } from './lane.ts';
import { type Bench, type MeasuredTurn, takeTurn, turnLoad } from './turn.ts';

/** What a warm-up showed. */
export interface Warm {
  readonly engine: EngineUse;
  /** Median latency of the last turns, the slowest build's; null without answers. */
  readonly median: Millis | null;
  /** Load that it took, on each build. */
  readonly time: Millis;
}

/** Turns that are taken at least, where the warm-up allows for them. */
const STEADY_TURNS = 3;
/** A build that is warm does not get faster by more than this from one turn to the next. */
const STEADY_SHARE = 0.05;

/** What a scenario is warmed up with. */
export interface WarmUpJob {
  readonly scenario: Scenario;
  /** As an earlier block chose it, or null. */
  readonly engine: EngineUse | null;
  readonly design: Design;
  readonly seed: number;
}

/**
 * Loads the lanes in turns until the throughput of each is steady, for no longer than the scenario's warm-up, but at least one turn each. If any of them
 * needs our own engine, it measures all of them: builds are compared by one instrument.
 */
export async function warmUp(lanes: readonly Lane[], bench: Bench, job: WarmUpJob): Promise<Warm> {
  const { scenario, design, seed } = job;
  const taken = new Map<Lane, MeasuredTurn[]>(lanes.map((lane) => [lane, []]));
  let engine = job.engine;
  let rounds = 0;
  do {
    for (const [lane, turns] of taken) {
      // In the first round of all, the choice of the engine looks at each service for itself.
      const choice = rounds === 0 && job.engine === null ? scenario.load.engine : engineFor(engine);
      const load = turnLoad(scenario.load, design.warmUpTurn, choice);
      const turn = await takeTurn(lane, lanes, bench, {
        scenario: scenario.name,
        load,
        seed: seed + rounds,
        place: 0,
      });
      turns.push(turn);
      engine = stricter(engine, turn.result.engine);
    }
    rounds += 1;
  } while (
    rounds * design.warmUpTurn < scenario.load.warmUp &&
    ![...taken.values()].every((turns) => isSteady(turns))
  );
  const medians = [...taken.values()].flatMap((turns) => turns.at(-1)?.p50 ?? []);
  if (engine === null) throw new Error('a warm-up has lanes');
  return {
    engine,
    median: medians.length === 0 ? null : millis(Math.max(...medians)),
    time: millis(rounds * design.warmUpTurn),
  };
}

/** The engine to ask for, so that it is the one that was chosen. */
export const engineFor = (use: EngineUse | null): EngineChoice =>
  use?.name === 'autocannon' || use?.name === 'undici' ? use.name : 'auto';

/** What one service needs, all get. */
function stricter(known: EngineUse | null, seen: EngineUse): EngineUse {
  return known === null || (known.name !== seen.name && seen.name === 'undici') ? seen : known;
}

/**
 * True when there were enough turns and the last is hardly faster than the fastest before it. Only getting faster counts: a turn that is slower was disturbed, and
 * waiting for quiet is not what a warm-up is for.
 */
export function isSteady(turns: readonly Pick<MeasuredTurn, 'ok' | 'elapsed'>[]): boolean {
  const rates = turns.map(({ ok, elapsed }) => ok / elapsed);
  const last = rates.at(-1) ?? 0;
  return rates.length >= STEADY_TURNS && last <= (1 + STEADY_SHARE) * Math.max(...rates.slice(0, -1));
}
