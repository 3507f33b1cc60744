/** Blocks as they were kept, with the effects that the judge reads off them: what pseudo-runs are drawn from. */
import { forEveryMetric } from '../../src/domain/metric.ts';
import { type BlockEffect, turnEffects } from '../../src/judge/effects.ts';
import type { KeptBlock, KeptRun } from '../gate/record.ts';
import { turnsOf } from '../gate/turns.ts';

/** One block. */
export interface Sample extends Omit<BlockEffect, 'phase'>, Pick<KeptBlock, 'base' | 'head' | 'rankSum'> {
  /** Seconds under load. */
  readonly load: number;
}

/** Runs with the blocks of each; effects are computed anew from the turns. */
export interface SampledRun {
  readonly run: KeptRun;
  readonly samples: readonly Sample[];
}

/** Computes a run's effects again. */
export const sampleRun = (run: KeptRun): SampledRun => ({ run, samples: run.blocks.map(sampleOf) });

function sampleOf({ turns, overall, base, head, rankSum, load }: KeptBlock): Sample {
  const effects = turnEffects(turnsOf(turns.base), turnsOf(turns.head));
  return {
    ...effects,
    quiet: forEveryMetric((metric) => effects.quiet[metric] ?? overall[metric]),
    overall,
    base,
    head,
    rankSum,
    load,
  };
}
