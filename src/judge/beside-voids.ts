/** Why a measurement of two builds beside each other cannot be believed: it finds differences where there are none, or the machine was not ours. */
import type { MetricName } from '../domain/metric.ts';
import type { VoidReason } from '../domain/verdict.ts';
import { estimateOf, probabilityAbove } from '../stats/estimate.ts';
import { median } from '../stats/robust.ts';
import type { BlockEffect } from './effects.ts';
import { TURN_METRICS } from './honesty.ts';

/** The null comparison of an honest run alarms once in a thousand times, both sides together. */
export const NULL_ALPHA = 0.001;
/** A block is noisy when others disturbed more than this share of its turns… */
export const DISTURBED_TURNS = 0.25;
/** …and a run is void when more than this share of its blocks was. */
export const NOISY_BLOCKS = 0.3;
/** From so many blocks on there is a null comparison. */
const BLOCKS_MIN = 4;

/** What the answers are held against. */
export interface HonestyTerms {
  /** Log ratios, positive, by metric: a smaller difference does no harm. A metric without one is not asked. */
  readonly limits: Readonly<Partial<Record<MetricName, number>>>;
}

/** All such reasons for the blocks of one scenario. */
export function besideVoids(
  effects: readonly BlockEffect[],
  { limits }: HonestyTerms,
): readonly VoidReason[] {
  return [
    ...outsideNoise(effects),
    ...TURN_METRICS.flatMap((metric) => {
      const halves = effects.flatMap(({ honesty }) => honesty.halves[metric] ?? []);
      const order = effects.flatMap(({ honesty }) => honesty.order[metric] ?? []);
      return [
        ...found('null-comparison', metric, halves, limits[metric]),
        ...found('order-effect', metric, order, limits[metric]),
      ];
    }),
  ];
}

function outsideNoise(effects: readonly BlockEffect[]): readonly VoidReason[] {
  const noisy = effects.filter(({ honesty }) => honesty.disturbed.share > DISTURBED_TURNS);
  if (noisy.length <= NOISY_BLOCKS * effects.length) return [];
  const cores = median(noisy.map(({ honesty }) => honesty.disturbed.cores));
  return [{ kind: 'outside-noise', blocks: noisy.length, of: effects.length, cores }];
}

/** A difference that is both significant, on either side, and as large as the limit. */
function found(
  kind: 'null-comparison' | 'order-effect',
  metric: MetricName,
  differences: readonly number[],
  limit: number | undefined,
): readonly VoidReason[] {
  if (limit === undefined || differences.length < BLOCKS_MIN) return [];
  const estimate = estimateOf(differences);
  const away = { ...estimate, centre: Math.abs(estimate.centre) };
  if (away.centre < limit || probabilityAbove(away, 0) > NULL_ALPHA / 2) return [];
  return [{ kind, metric, change: Math.expm1(estimate.centre) }];
}
