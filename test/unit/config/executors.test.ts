/** Shapes of load: what people write becomes a plan, and what makes no sense is told. */
import { describe, expect, it } from 'vitest';
import type { Executor } from '../../../src/domain/plan.ts';
import { load, problemsIn, scenario } from './loading.ts';

async function executorOf(...lines: readonly string[]): Promise<Executor> {
  const { plan } = await load({ text: scenario(...lines) });
  const [only] = plan.scenarios;
  if (only === undefined) throw new Error('no scenario');
  return only.load.executor;
}

describe('an executor', () => {
  it.each<[string, readonly string[], Executor | Record<string, unknown>]>([
    [
      'has constant users by default',
      ['users: 5'],
      { kind: 'constant-users', users: 5, thinkTime: null, duration: 20_000 },
    ],
    [
      'lets users think for a fixed time',
      ['think-time: 1s'],
      { thinkTime: { kind: 'uniform', from: 1_000, to: 1_000 } },
    ],
    [
      'between two times',
      ['think-time: [500ms, 2s]'],
      { thinkTime: { kind: 'uniform', from: 500, to: 2_000 } },
    ],
    [
      'or by a distribution',
      ['think-time: { distribution: normal, mean: 1s, deviation: 200ms }'],
      { thinkTime: { kind: 'normal', mean: 1_000, deviation: 200 } },
    ],
    [
      'exponential ones included',
      ['think-time: { distribution: exponential, mean: 1s }'],
      { thinkTime: { kind: 'exponential', mean: 1_000 } },
    ],
    [
      'ramps users by stages',
      ['executor: ramping-users', 'stages: [{ duration: 30s, target: 50 }, { duration: 1m, target: 0 }]'],
      {
        kind: 'ramping-users',
        startUsers: 1,
        stages: [
          { duration: 30_000, target: 50 },
          { duration: 60_000, target: 0 },
        ],
        thinkTime: null,
        duration: 90_000,
      },
    ],
    [
      'keeps an arrival rate',
      ['rate: 40/s', 'max-users: 30'],
      { kind: 'constant-arrival-rate', rate: 40, maxUsers: 30, duration: 20_000 },
    ],
    [
      'ramps an arrival rate',
      ['executor: ramping-arrival-rate', 'start-rate: 5', 'stages: [{ duration: 10s, target: 0.5 }]'],
      {
        kind: 'ramping-arrival-rate',
        startRate: 5,
        maxUsers: 200,
        stages: [{ duration: 10_000, target: 0.5 }],
        duration: 10_000,
      },
    ],
  ])('%s', async (_, lines, wanted) => {
    expect(await executorOf(...lines)).toMatchObject(wanted);
  });

  it('that spikes is calm, high and calm again', async () => {
    expect(await executorOf('executor: spike', 'users: 200', 'duration: 100s')).toEqual({
      kind: 'ramping-users',
      startUsers: 20,
      thinkTime: null,
      stages: [
        { duration: 30_000, target: 20 },
        { duration: 2_000, target: 200 },
        { duration: 33_000, target: 200 },
        { duration: 2_000, target: 20 },
        { duration: 33_000, target: 20 },
      ],
      duration: 100_000,
    });
  });

  it('that soaks is constant for ten minutes, by users or by a rate, and is known to be a soak', async () => {
    const text = [
      'service: { start: node server.js }',
      'defaults: { executor: soak, think-time: 1s }',
      'scenarios:',
      '  people: { users: 30 }',
      '  short: { duration: 3m }',
      '  clients: { rate: 5/s, max-users: 7, limits: { memory-growth: { max: 0.5MB/min } } }',
      '  plain: { executor: constant-users }',
      '',
    ].join('\n');
    const { plan } = await load({ text });
    const thinkTime = { kind: 'uniform', from: 1_000, to: 1_000 };
    expect(plan.scenarios.map(({ soak, load: { executor } }) => [soak, executor])).toEqual([
      [true, { kind: 'constant-users', users: 30, thinkTime, duration: 600_000 }],
      [true, { kind: 'constant-users', users: 10, thinkTime, duration: 180_000 }],
      [true, { kind: 'constant-arrival-rate', rate: 5, maxUsers: 7, duration: 600_000 }],
      [false, { kind: 'constant-users', users: 10, thinkTime, duration: 20_000 }],
    ]);
    expect(plan.scenarios[2]?.limits).toContainEqual({
      kind: 'absolute',
      metric: 'memory-growth',
      bound: 500_000,
    });
  });

  it('comes from inputs alone, too', async () => {
    const inputs = { start: 'node x.js', executor: 'constant-arrival-rate', rate: '12.5' };
    const { plan } = await load({ inputs });
    expect(plan.scenarios[0]?.load.executor).toMatchObject({ kind: 'constant-arrival-rate', rate: 12.5 });
  });

  it('of `defaults` holds for scenarios that have none of their own', async () => {
    const text = [
      'service: { start: node server.js }',
      'defaults: { executor: constant-arrival-rate, rate: 10, users: 4 }',
      'scenarios:',
      '  open: {}',
      '  closed: { executor: constant-users }',
      '',
    ].join('\n');
    const { plan } = await load({ text });
    expect(plan.scenarios.map(({ load: { executor } }) => executor)).toMatchObject([
      { kind: 'constant-arrival-rate', rate: 10 },
      { kind: 'constant-users', users: 4 },
    ]);
  });
});

describe('a shape that makes no sense', () => {
  it.each<[string, readonly string[], string]>([
    [
      'is not known',
      ['executor: constant-vus'],
      '4:15: `scenarios.main.executor` must be one of `constant-users`, `ramping-users`, `constant-arrival-rate`, `ramping-arrival-rate`, `spike`, `stress`, `capacity`, `soak` (got "constant-vus"); did you mean `constant-users`?',
    ],
    [
      'has a key of another executor',
      ['executor: constant-users', 'rate: 10'],
      '5:5: `rate` has no effect with `executor: constant-users`; remove it, or say `executor: constant-arrival-rate` or `executor: soak`',
    ],
    [
      'has no rate',
      ['executor: constant-arrival-rate'],
      '4:5: `scenarios.main` needs `rate` with `executor: constant-arrival-rate`; say `rate: 100` for a hundred requests a second',
    ],
    [
      'has a rate beyond the ceiling',
      ['executor: constant-arrival-rate', 'rate: 1000000'],
      '5:11: `scenarios.main.rate` must be a rate above 0, at most 50000/s (got 1000000)',
    ],
    [
      'never sends',
      ['executor: ramping-arrival-rate', 'stages: [{ duration: 10s, target: 0 }]'],
      '5:13: `scenarios.main.stages` never send anything: no stage with a duration begins or ends above 0; raise a `target`',
    ],
    [
      'steps up only when it is over',
      [
        'executor: ramping-users',
        'start-users: 0',
        'stages: [{ duration: 10s, target: 0 }, { duration: 0, target: 5 }]',
      ],
      '6:13: `scenarios.main.stages` never send anything: no stage with a duration begins or ends above 0; raise a `target`',
    ],
    [
      'steps down before it begins',
      ['executor: ramping-users', 'stages: [{ duration: 0, target: 0 }, { duration: 10s, target: 0 }]'],
      '5:13: `scenarios.main.stages` never send anything: no stage with a duration begins or ends above 0; raise a `target`',
    ],
    [
      'is over at once',
      ['executor: ramping-users', 'stages: [{ duration: 0, target: 5 }]'],
      '5:13: `scenarios.main.stages` last 0 ms together; at least 1s is measured',
    ],
    [
      'has half a user',
      ['executor: ramping-users', 'stages: [{ duration: 10s, target: 2.5 }]'],
      '5:39: `scenarios.main.stages[0].target` must be a whole number of users, at most 10000 (got 2.5)',
    ],
    [
      'has stages without a target',
      ['executor: ramping-users', 'stages: [{ duration: 10s }]'],
      '5:14: `scenarios.main.stages[0].target` is missing; it must be a number from 0 to 50000',
    ],
    [
      'asks of autocannon what it cannot send',
      ['engine: autocannon', 'think-time: 1s'],
      '4:5: `scenarios.main` has `engine: autocannon`, which has no think time; say `engine: auto`',
    ],
    [
      'asks of autocannon a soak that it cannot send',
      ['executor: soak', 'engine: autocannon', 'rate: 5'],
      '4:5: `scenarios.main` has `engine: autocannon`, which has no arrival rate; say `engine: auto`',
    ],
    [
      'soaks with users that arrive by themselves',
      ['executor: soak', 'rate: 5', 'users: 3'],
      '6:5: `users` has no effect on a soak with `rate`, whose requests arrive by themselves; remove one of them',
    ],
    [
      'soaks with a bound on arrivals that there are none of',
      ['executor: soak', 'max-users: 3'],
      '5:5: `max-users` has no effect on a soak without `rate`; remove it, or say `rate`',
    ],
    [
      'has a limit of growth without its time',
      ['limits: { memory-growth: { max: 0.5MB } }'],
      '4:37: `scenarios.main.limits.memory-growth.max` must be a size a minute above 0, at most 1000MB/min (got "0.5MB"); say 0.5MB/min',
    ],
    [
      'has a think time that is none',
      ['think-time: [2s, 1s]'],
      '4:17: `scenarios.main.think-time` must be two durations, the shorter first, like [500ms, 2s] (got a list)',
    ],
    [
      'has a distribution without its spread',
      ['think-time: { distribution: normal, mean: 1s }'],
      '4:17: `scenarios.main.think-time` needs `deviation` with `distribution: normal`',
    ],
  ])('%s', async (_, lines, problem) => {
    expect(await problemsIn({ text: scenario(...lines) })).toEqual([problem]);
  });

  it('is told of `defaults`, too, where a scenario takes it from there', async () => {
    const text = [
      'service: { start: node server.js }',
      'defaults:',
      '  stages: [{ duration: 10s, target: 2.5 }]',
      '  think-time: { distribution: normal, mean: 1s }',
      'scenarios:',
      '  a: { executor: ramping-users }',
      '  b: { executor: ramping-users }',
      '  c: { rate: 10 }',
      '',
    ].join('\n');
    expect(await problemsIn({ text })).toEqual([
      '3:37: `defaults.stages[0].target` must be a whole number of users, at most 10000 (got 2.5)',
      '4:15: `defaults.think-time` needs `deviation` with `distribution: normal`',
    ]);
  });
});
