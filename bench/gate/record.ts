/** A run, as it is kept: what every block said, in five digits, and what the gate made of it. */
import type { Block, Run, Side } from '../../src/domain/measurement.ts';
import type { MetricName } from '../../src/domain/metric.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { type BlockEffect, effectsOf } from '../../src/judge/effects.ts';
import { fromRecord } from '../../src/stats/histogram.ts';
import { summarise } from '../../src/stats/summary.ts';
import { rankSum } from './rank-sum.ts';
import { readResults } from './results.ts';
import { keepTurns, type KeptTurns, rounded } from './turns.ts';

/** File of the results. */
export const GATE_RESULTS = 'gate.jsonl.gz';

/** One block: its turns, and what all of them together say. */
export interface KeptBlock {
  readonly phase: BlockEffect['phase'];
  /** Seconds under load. */
  readonly load: number;
  /** Log ratios of all turns together, positive for the worse. */
  readonly overall: BlockEffect['overall'];
  readonly turns: { readonly base: KeptTurns; readonly head: KeptTurns };
  /** All turns together, in the metrics' units. */
  readonly base: Readonly<Record<MetricName, number | null>>;
  readonly head: Readonly<Record<MetricName, number | null>>;
  /** Standard score of the head's latencies against the base's, all requests pooled (Mann and Whitney). */
  readonly rankSum: number;
}

/** One run of the gate. */
export interface KeptRun {
  readonly case: string;
  readonly at: string;
  readonly machine: string;
  readonly seed: number;
  readonly outcome: Verdict['outcome'];
  /** Wall clock in seconds, boots included. */
  readonly seconds: number;
  readonly judged: Readonly<
    Partial<
      Record<MetricName, { readonly outcome: string; readonly change: number; readonly limited: boolean }>
    >
  >;
  readonly voids: readonly string[];
  readonly blocks: readonly KeptBlock[];
}

/** All runs that were kept, in the order in which they were measured. */
export const readRuns = (): readonly KeptRun[] => readResults(GATE_RESULTS) as readonly KeptRun[];

const SCENARIO = 'default';

/** Keeps a run of one scenario. */
export function keep(name: string, run: Run, verdict: Verdict, seconds: number): KeptRun {
  const [scenario] = verdict.scenarios;
  const effects = effectsOf(run, SCENARIO);
  const judged = (scenario?.judgements ?? []).flatMap(({ metric, comparison }) =>
    comparison === null
      ? []
      : [
          [
            metric,
            { outcome: comparison.outcome, change: comparison.change, limited: comparison.limit !== null },
          ],
        ],
  );
  const kept: KeptRun = {
    case: name,
    at: run.startedAt,
    machine: `${run.machine?.cpuModel}, ${run.machine?.cores} cores, ${run.machine?.os}`,
    seed: run.seed,
    outcome: verdict.outcome,
    seconds,
    judged: Object.fromEntries(judged),
    voids: scenario?.voids.map(({ kind }) => kind) ?? [],
    blocks: run.blocks.flatMap((block, index) => {
      const effect = effects[index];
      return effect === undefined ? [] : [keepBlock(block, effect)];
    }),
  };
  return rounded(kept) as KeptRun;
}

function keepBlock(block: Block, { phase, overall }: BlockEffect): KeptBlock {
  const of = (side: Side) => summarise({ blocks: [block] }, SCENARIO, side);
  const turns = (side: Side) =>
    keepTurns(block.slices.flatMap((slice) => (slice.side === side ? slice.turns : [])));
  const [base, head] = [of('base'), of('head')];
  return {
    phase,
    load: block.load / 1_000,
    overall,
    turns: { base: turns('base'), head: turns('head') },
    base: base.metrics,
    head: head.metrics,
    rankSum: rankSum(fromRecord(base.latency), fromRecord(head.latency)),
  };
}
