/** Two builds beside each other: judged as the truth is, mirrored when they are swapped, quick, and rarely wrong. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run, Slice } from '../../../src/domain/measurement.ts';
import type { MetricName } from '../../../src/domain/metric.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { micros, millis } from '../../../src/domain/units.ts';
import type { Comparison, ScenarioVerdict } from '../../../src/domain/verdict.ts';
import { compareBeside, type MetricEffects } from '../../../src/judge/beside.ts';
import { judge } from '../../../src/judge/judge.ts';
import { CONFIRM_BLOCKS, CONFIRM_BLOCKS_MIN, CONFIRM_LOOKS, LAST, LOOKS } from '../../../src/judge/looks.ts';
import { nextBlock } from '../../../src/judge/next-block.ts';
import { createHistogram, fromRecord } from '../../../src/stats/histogram.ts';
import { besideRun, type Truth } from '../../fixtures/beside.ts';
import { normal, seeded } from '../../fixtures/random.ts';
import { planOf } from './sample-run.ts';

const PLAN: Plan = {
  ...planOf([
    { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
    { kind: 'relative', metric: 'throughput', change: 0.1, beside: 0.02 },
    { kind: 'relative', metric: 'cpu-per-request', change: 0.1, beside: 0.02 },
    { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
  ]),
  compare: 'base',
};
const NAMES = ['browse', 'order', 'search'] as const;
const planFor = (scenarios: readonly string[]): Plan => ({
  ...PLAN,
  scenarios: scenarios.flatMap((name) => PLAN.scenarios.map((scenario) => ({ ...scenario, name }))),
});

function judged(truth: Partial<Truth>, plan = PLAN): ScenarioVerdict {
  const [scenario] = judge(besideRun(truth), plan, {}).scenarios;
  if (scenario === undefined) throw new Error('nothing was judged');
  return scenario;
}

function comparison(truth: Partial<Truth>, metric: MetricName): Comparison {
  const found = judged(truth).judgements.find((judgement) => judgement.metric === metric)?.comparison;
  if (found == null) throw new Error(`${metric} was not compared`);
  return found;
}

describe('a change that is known', () => {
  it('is no change where there is none', () => {
    const verdict = judged({});
    expect(verdict.outcome).toBe('pass');
    expect(verdict.reference).toMatchObject({ kind: 'base', blocks: 6, confirmBlocks: 0, load: 48_000 });
    expect(verdict.voids).toEqual([]);
    expect(comparison({}, 'throughput')).toMatchObject({
      against: 'base',
      replicates: 6,
      outcome: 'no-change',
    });
  });

  it('is a regression when fresh blocks confirm it, and not before', () => {
    expect(comparison({ cpu: 0.06, main: 9 }, 'throughput')).toMatchObject({
      outcome: 'inconclusive',
      confirmation: 'missing',
    });
    const confirmed = comparison({ cpu: 0.06, main: 9, confirm: 5 }, 'throughput');
    expect(confirmed).toMatchObject({ outcome: 'regression', confirmation: 'confirmed', replicates: 14 });
    expect(confirmed.change).toBeCloseTo(1 / 1.06 - 1, 1);
    expect(judged({ cpu: 0.06, main: 9, confirm: 5 }).outcome).toBe('fail');
  });

  it('that does not come again was luck', () => {
    const lucky = comparison({ luck: 0.06, main: 9, confirm: 8 }, 'cpu-per-request');
    expect(lucky).toMatchObject({ outcome: 'inconclusive', confirmation: 'refuted' });
    expect(judged({ luck: 0.06, main: 9, confirm: 8 }).outcome).toBe('inconclusive');
  });

  it('for the better is an improvement', () => {
    expect(comparison({ cpu: -0.08, main: 14 }, 'throughput').outcome).toBe('improvement');
    expect(judged({ cpu: -0.08, main: 14 }).outcome).toBe('pass');
  });

  it('of waiting leaves CPU time as it is', () => {
    const verdict = judged({ wait: 0.1, main: 9, confirm: 8 });
    const outcome = (metric: MetricName) =>
      verdict.judgements.find((judgement) => judgement.metric === metric)?.comparison?.outcome;
    expect([outcome('p95'), outcome('cpu-per-request')]).toEqual(['regression', 'no-change']);
    expect(verdict.shift?.change).toBeCloseTo(0.1, 1);
  });

  it('of the tail alone is seen, though no quiet turn is slower', () => {
    // In the fixture turns know nothing of the tail: only the merged histograms do.
    const tail = { tail: 0.5, main: 14, confirm: 8, noise: 0.005 };
    expect(comparison(tail, 'p95').outcome).toBe('regression');
    expect(comparison(tail, 'throughput').outcome).toBe('no-change');
  });

  it('of errors fails by its limit', () => {
    expect(judged({ errors: 0.03 }).outcome).toBe('fail');
  });

  it('says how small a change it could have seen, and what would see more', () => {
    const quiet = comparison({ noise: 0.006 }, 'throughput');
    expect(quiet.detectable).toBeGreaterThan(0.02);
    expect(quiet.detectable).toBeLessThan(0.035);
    expect(quiet.sufficient).toBeNull();
    const loud = comparison({ noise: 0.05, main: LAST.blocks }, 'throughput');
    expect(loud.detectable).toBeGreaterThan(0.05);
    expect(loud.sufficient).toBeGreaterThan(LAST.blocks * 8_000);
  });
});

describe('a measurement that is not to be believed is void', () => {
  it.each<[string, Partial<Truth>]>([
    ['outside-noise', { outside: 0.8, disturbed: 0.5 }],
    ['null-comparison', { uneven: 0.1, noise: 0.001, main: 14 }],
    ['order-effect', { order: 0.1, noise: 0.001, main: 14 }],
    ['generator-bound', { generatorCpu: 0.97 }],
  ])('%s', (kind, truth) => {
    const { outcome, voids } = judged({ ...truth, seed: 5 });
    expect(voids.map((reason) => reason.kind)).toContain(kind);
    expect(outcome).toBe('void');
  });

  it('and one disturbed turn in ten is not', () => {
    expect(judged({ outside: 0.8, disturbed: 0.1 }).voids).toEqual([]);
  });
});

describe('next', () => {
  const next = (truth: Partial<Truth>, plan = PLAN) => nextBlock(besideRun(truth), plan);

  it('measures up to the first look, and stops there when all is clear', () => {
    expect(next({ main: 1 })).toBe('main');
    expect(next({ main: LOOKS[0]!.blocks - 1 })).toBe('main');
    expect(next({ main: LOOKS[0]!.blocks })).toBeNull();
  });

  it('goes on while it is not clear, and stops at the last look', () => {
    expect(next({ main: 6, noise: 0.08 })).toBe('main');
    expect(next({ main: LAST.blocks, noise: 0.08 })).toBeNull();
  });

  it('confirms an alarm, early or late', () => {
    expect(next({ main: 9, cpu: 0.08 })).toBe('confirm');
    expect(next({ main: 9, cpu: 0.08, confirm: CONFIRM_BLOCKS_MIN - 1 })).toBe('confirm');
    expect(next({ main: 9, cpu: 0.08, confirm: CONFIRM_BLOCKS_MIN })).toBeNull();
    for (const confirm of CONFIRM_LOOKS.slice(0, -1)) {
      expect(next({ main: 9, luck: 0.08, confirm })).toBe('confirm');
    }
    expect(next({ main: 9, cpu: 0.08, confirm: CONFIRM_BLOCKS_MIN + 1 })).toBe('confirm');
    expect(next({ main: 9, luck: 0.08, confirm: CONFIRM_BLOCKS })).toBeNull();
  });

  it('keeps to the budget, of which it keeps the time for confirming back', () => {
    const budget = millis(100_000);
    const spent = (main: number) => nextBlock(besideRun({ main, noise: 0.08 }), { ...PLAN, budget });
    // Of 12 blocks that it pays for, the last four are kept back.
    expect([1, 5, 7, 8, 12].map(spent)).toEqual(['main', 'main', 'main', null, null]);
  });
});

/** The same blocks with the builds exchanged. */
function swapped(run: Run): Run {
  const other = (side: Slice['side']): Slice['side'] => (side === 'head' ? 'base' : 'head');
  return {
    ...run,
    blocks: run.blocks.map((block) => ({
      ...block,
      slices: block.slices.map((slice) => ({ ...slice, side: other(slice.side) })),
    })),
  };
}

describe('properties', () => {
  it('exchanging base and head turns every change and outcome round', () => {
    const mirror = { regression: 'improvement', improvement: 'regression' } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        (seed, cpu) => {
          const run = besideRun({ seed, cpu, main: 9, confirm: 8 });
          const [there] = judge(run, PLAN, {}).scenarios;
          const [back] = judge(swapped(run), PLAN, {}).scenarios;
          for (const metric of ['p95', 'throughput', 'cpu-per-request'] as const) {
            const one = there?.judgements.find((each) => each.metric === metric)?.comparison;
            const other = back?.judgements.find((each) => each.metric === metric)?.comparison;
            expect(Math.log1p(one?.change ?? Number.NaN)).toBeCloseTo(
              -Math.log1p(other?.change ?? Number.NaN),
              9,
            );
            const turned = mirror[one?.outcome as keyof typeof mirror];
            // What is too small to be a regression need not be too large to be "no change" the other way round.
            expect([turned ?? other?.outcome, 'inconclusive']).toContain(other?.outcome);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a service that is slower by a constant factor on both sides is judged the same', () => {
    // Slow enough that the absolute floor of 0.3 ms is no matter.
    const runs = [3, 4, 5].map((seed) => scaled(besideRun({ seed, cpu: 0.05, main: 6, confirm: 5 }), 4));
    const outcomes = (run: Run) =>
      judge(run, PLAN, {}).scenarios[0]?.judgements.map(({ comparison: compared }) => compared?.outcome);
    fc.assert(
      fc.property(fc.constantFrom(...runs), fc.double({ min: 1, max: 8, noNaN: true }), (run, factor) => {
        expect(outcomes(scaled(run, factor))).toEqual(outcomes(run));
      }),
      { numRuns: 10 },
    );
  });

  it('S18: no number that is not finite ever passes', () => {
    const places = ['ok', 'elapsed', 'p95', 'cpu', 'level'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(Number.NaN, Infinity, -Infinity),
        (place, odd) => {
          const run = besideRun({});
          const broken = JSON.parse(JSON.stringify(run)) as Run;
          Object.assign(broken.blocks[2]?.slices[0]?.turns[1] ?? {}, { [place]: odd });
          expect(() => judge(broken, PLAN, {})).toThrow(/not finite/);
        },
      ),
    );
  });
});

/** Answers that a scaled histogram is made of. */
const RANKS = 400;

function scaled(run: Run, factor: number): Run {
  const slower = (slice: Slice): Slice => {
    const known = fromRecord(slice.latency);
    const histogram = createHistogram();
    for (let rank = 0; rank < RANKS; rank += 1) {
      histogram.record(micros(Math.round((known.quantile((rank + 0.5) / RANKS) ?? 0) * factor)));
    }
    return {
      ...slice,
      elapsed: millis(slice.elapsed * factor),
      latency: histogram.toRecord(slice.latency.resolution),
      turns: slice.turns.map((turn) => ({
        ...turn,
        elapsed: millis(turn.elapsed * factor),
        p50: millis((turn.p50 ?? 0) * factor),
        p95: millis((turn.p95 ?? 0) * factor),
        level: (turn.level ?? 0) + Math.log(factor),
      })),
    };
  };
  return { ...run, blocks: run.blocks.map((block) => ({ ...block, slices: block.slices.map(slower) })) };
}

describe('in simulation', () => {
  const TERMS = { sensitivity: 'standard', blockLoad: millis(8_000), blocksMax: LAST.blocks } as const;

  /** A whole measurement: looks, confirmation, verdict. Effects are those of one metric with a limit of 2 %, twice the noise in the overall view. */
  function gate(draw: () => number, effect: number, noise: number): Comparison['outcome'] {
    const blocks: MetricEffects['blocks'][number][] = [];
    const block = (phase: 'main' | 'confirm') =>
      blocks.push({ phase, quiet: effect + noise * draw(), overall: effect + 2 * noise * draw() });
    const compared = (): Comparison => {
      const main = blocks.filter(({ phase }) => phase === 'main').length;
      const metric = {
        metric: 'cpu-per-request',
        limit: 0.02,
        values: { base: 1, head: 1 },
        blocks,
      } as const;
      const [only] = compareBeside([metric], { ...TERMS, blocks: main });
      if (only === undefined) throw new Error('one metric was compared');
      return only;
    };
    for (const look of LOOKS) {
      while (blocks.length < look.blocks) block('main');
      const { outcome, confirmation } = compared();
      if (confirmation !== null) break;
      if (outcome !== 'inconclusive') return outcome;
    }
    if (compared().confirmation === null) return compared().outcome;
    for (let index = 0; index < CONFIRM_BLOCKS; index += 1) block('confirm');
    return compared().outcome;
  }

  const share = (effect: number, noise: number, outcome: Comparison['outcome'], runs: number): number => {
    const draw = normal(seeded(41));
    const hits = Array.from({ length: runs }, () => gate(draw, effect, noise)).filter(
      (each) => each === outcome,
    );
    return hits.length / runs;
  };

  it('unchanged code is not called a regression once in a thousand, however noisy', () => {
    expect(share(0, 0.011, 'regression', 2_000)).toBe(0);
    expect(share(0, 0.05, 'regression', 2_000)).toBeLessThanOrEqual(0.001);
  });

  it('and is cleared nearly always where the machine is quiet', () => {
    expect(share(0, 0.011, 'no-change', 1_000)).toBeGreaterThan(0.99);
  });

  it('all looks together may be wrong once in two hundred times', () => {
    expect(LOOKS.reduce((sum, { alpha }) => sum + alpha, 0)).toBeCloseTo(0.005, 10);
  });

  it('a real change is seen', () => {
    expect(share(Math.log(1.05), 0.011, 'regression', 1_000)).toBeGreaterThan(0.99);
    expect(share(Math.log(1.03), 0.011, 'regression', 1_000)).toBeGreaterThan(0.95);
  });
});

describe('speed', () => {
  it('judging 20 blocks of 3 scenarios takes next to nothing beside a block of load', () => {
    const run = besideRun({ scenarios: NAMES, main: 20 });
    const plan = planFor(NAMES);
    // The fastest of some: a machine that is busy elsewhere must not fail this.
    const times = Array.from({ length: 5 }, () => {
      // Read from text: nothing is known from before.
      const fresh = JSON.parse(JSON.stringify(run)) as Run;
      const start = performance.now();
      judge(fresh, plan, {});
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(2_000);
  });

  it('a recorded block is as large for a million requests as for a thousand: histograms, not requests', () => {
    const [slice] = besideRun({ main: 1 }).blocks[0]?.slices ?? [];
    const many = createHistogram();
    for (let copy = 0; copy < 1_000; copy += 1) many.add(fromRecord(slice!.latency));
    const size = (record: Slice['latency']) => record.encoded.length;
    expect(many.count).toBeGreaterThan(3_000_000);
    expect(size(many.toRecord())).toBeLessThan(2 * size(slice!.latency));
  });
});
