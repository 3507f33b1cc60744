/** A run, as it is kept: what every block said, in five digits, and what the gate made of it. */
import type { Run } from '../../src/domain/measurement.ts';
import { METRIC_NAMES, type MetricName } from '../../src/domain/metric.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { type BlockEffect, effectsOf } from '../../src/judge/effects.ts';
import { fromRecord } from '../../src/stats/histogram.ts';
import { summarise } from '../../src/stats/summary.ts';
import { rankSum } from './rank-sum.ts';

/** One block. */
export interface KeptBlock extends BlockEffect {
  /** Seconds under load. */
  readonly load: number;
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

const SCENARIO = 'default';
const DIGITS = 5;

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
    machine: `${run.machine.cpuModel}, ${run.machine.cores} cores, ${run.machine.os}`,
    seed: run.seed,
    outcome: verdict.outcome,
    seconds,
    judged: Object.fromEntries(judged),
    voids: scenario?.voids.map(({ kind }) => kind) ?? [],
    blocks: run.blocks.flatMap((block, index) => {
      const effect = effects[index];
      if (effect === undefined) return [];
      const of = (side: 'base' | 'head') => summarise({ blocks: [block] }, SCENARIO, side);
      const [base, head] = [of('base'), of('head')];
      return [
        {
          ...effect,
          load: block.load / 1_000,
          base: base.metrics,
          head: head.metrics,
          rankSum: rankSum(fromRecord(base.latency), fromRecord(head.latency)),
        },
      ];
    }),
  };
  return rounded(kept) as KeptRun;
}

/** Every number in a few digits: the fifth is far below the noise. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rounded(member)]));
}

/** All metric names, for readers of what is kept. */
export const KEPT_METRICS = METRIC_NAMES;
