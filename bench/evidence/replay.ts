/** The gate's own procedure on blocks that come from anywhere: looks, confirmation, budget and vetoes, as in a run. */
import { METRIC_NAMES, METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { millis } from '../../src/domain/units.ts';
import type { Comparison } from '../../src/domain/verdict.ts';
import { compareBeside, type MetricEffects } from '../../src/judge/beside.ts';
import { besideVoids } from '../../src/judge/beside-voids.ts';
import { mainBlocksFor } from '../../src/judge/compare-run.ts';
import { besideLimit } from '../../src/judge/limits.ts';
import { nextPhase } from '../../src/judge/next-block.ts';
import { asLog } from '../../src/judge/scale.ts';
import { meanOf } from '../../src/stats/estimate.ts';
import type { Sample } from './sample.ts';

/** What a pseudo-run came to. */
export interface Replayed {
  readonly outcome: 'pass' | 'fail' | 'inconclusive' | 'void';
  /** Seconds under load. */
  readonly load: number;
  /** Limited metrics that regressed, whatever the outcome. */
  readonly regressed: readonly MetricName[];
  readonly voids: readonly string[];
}

/** A block with its part in the run. */
interface Drawn {
  readonly phase: 'main' | 'confirm';
  readonly sample: Sample;
}

/** Runs the gate on samples; `draw` gives the next one, and null when there are no more. */
export function replay(
  draw: () => Sample | null,
  plan: Pick<Plan, 'scenarios' | 'budget' | 'sensitivity'>,
): Replayed {
  const drawn: Drawn[] = [];
  const limits = limitsOf(plan);
  const compare = (): readonly Comparison[] => compareDrawn(drawn, limits, plan);
  let phase: Drawn['phase'] | null = 'main';
  while (phase !== null) {
    const sample = draw();
    if (sample === null) break;
    drawn.push({ phase, sample });
    phase = nextPhase(progressOf(drawn, plan.budget / 1_000), compare);
  }
  const voids = besideVoids(
    drawn.map(({ phase: of, sample }) => ({ ...sample, phase: of })),
    {
      limits: Object.fromEntries(
        [...limits].map(([metric, limit]) => [metric, asLog(METRICS[metric], limit)]),
      ),
    },
  ).map(({ kind }) => kind);
  const compared = compare();
  const names = [...limits.keys()];
  const regressed = names.filter((_, index) => compared[index]?.outcome === 'regression');
  const undecided = compared.some(({ outcome }) => outcome === 'inconclusive');
  const outcome = regressed.length > 0 ? 'fail' : undecided ? 'inconclusive' : 'pass';
  return {
    outcome: voids.length > 0 ? 'void' : outcome,
    load: drawn.reduce((sum, { sample }) => sum + sample.load, 0),
    regressed,
    voids,
  };
}

/** Limits against the base commit of the metrics that blocks can be compared by. */
function limitsOf({ scenarios }: Pick<Plan, 'scenarios'>): ReadonlyMap<MetricName, number> {
  const limits = scenarios[0]?.limits ?? [];
  return new Map(
    METRIC_NAMES.flatMap((metric) => {
      const limit = METRICS[metric].change === 'points' ? null : besideLimit(metric, limits);
      return limit === null ? [] : [[metric, limit] as const];
    }),
  );
}

function progressOf(drawn: readonly Drawn[], budget: number) {
  const spent = drawn.reduce((sum, { sample }) => sum + sample.load, 0);
  const main = drawn.filter(({ phase }) => phase === 'main').length;
  return {
    main,
    confirming: drawn.length - main,
    affordable: Math.floor((budget - spent) / (spent / drawn.length)),
  };
}

function compareDrawn(
  drawn: readonly Drawn[],
  limits: ReadonlyMap<MetricName, number>,
  { budget, sensitivity }: Pick<Plan, 'budget' | 'sensitivity'>,
): readonly Comparison[] {
  const blockLoad = millis(1_000 * meanOf(drawn.map(({ sample }) => sample.load)));
  const rows = [...limits].map(([metric, limit]): MetricEffects => {
    const blocks = drawn.flatMap(({ phase, sample }) => {
      const [quiet, overall] = [sample.quiet[metric], sample.overall[metric]];
      return quiet === null || overall === null ? [] : [{ phase, quiet, overall }];
    });
    const middle = (side: 'base' | 'head') => meanOf(drawn.map(({ sample }) => sample[side][metric] ?? 0));
    return { metric, limit, values: { base: middle('base'), head: middle('head') }, blocks };
  });
  return compareBeside(rows, {
    sensitivity,
    blockLoad,
    blocks: drawn.filter(({ phase }) => phase === 'main').length,
    blocksMax: Math.max(1, mainBlocksFor(budget, blockLoad)),
  });
}
