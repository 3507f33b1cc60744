/** Searches in the configuration: what they come to, and what is refused. */
import { describe, expect, it } from 'vitest';
import { load, problemsIn, scenario } from './loading.ts';

async function planned(...lines: readonly string[]) {
  const { plan } = await load({ text: scenario(...lines) });
  const [only] = plan.scenarios;
  if (only === undefined) throw new Error('no scenario');
  return only;
}

describe('stress', () => {
  it('begins with one user, and has defaults for the rest', async () => {
    const { load: shape, search, limits } = await planned('executor: stress');
    expect(shape.executor).toEqual({ kind: 'constant-users', users: 1, thinkTime: null, duration: 4_000 });
    expect(search).toEqual({
      kind: 'stress',
      max: 200,
      budget: 180_000,
      objective: { p50: null, p95: null, p99: null, errorRate: 0.01 },
    });
    expect(limits).toEqual([{ kind: 'relative', metric: 'capacity', change: 0.1, beside: 0.05 }]);
  });

  it('takes what is said', async () => {
    const { load: shape, search } = await planned(
      'executor: stress',
      'start-users: 8',
      'max-users: 64',
      'think-time: 100ms',
      'step: 2s',
      'max-duration: 1m',
      'objective: { p99: 300ms, error-rate: 0.5% }',
    );
    expect(shape.executor).toMatchObject({
      users: 8,
      duration: 2_000,
      thinkTime: { kind: 'uniform', from: 100, to: 100 },
    });
    expect(search).toMatchObject({ max: 64, budget: 60_000, objective: { p99: 300, errorRate: 0.005 } });
  });
});

it('searches by arrivals with capacity', async () => {
  const { load: shape, search } = await planned('executor: capacity', 'objective: { p95: 200ms }');
  expect(shape.executor).toEqual({
    kind: 'constant-arrival-rate',
    rate: 10,
    maxUsers: 200,
    duration: 4_000,
  });
  expect(search).toMatchObject({ kind: 'capacity', max: 5_000 });
});

it('is no search without the word, and has no limit of capacity then', async () => {
  const { search, limits } = await planned('users: 5');
  expect(search).toBeNull();
  expect(limits.map(({ metric }) => metric)).not.toContain('capacity');
});

it('has no limits but that of capacity, whatever the defaults say', async () => {
  const { plan } = await load({
    text: [
      'service: { start: node server.js }',
      'defaults: { limits: { p95: { max: 1s } } }',
      'scenarios:',
      '  limit: { executor: stress, limits: { capacity: { min: 300, max-decrease: 5% } } }',
      '',
    ].join('\n'),
  });
  expect(plan.scenarios[0]?.limits).toEqual([
    { kind: 'relative', metric: 'capacity', change: 0.05, beside: 0.05, asked: true },
    { kind: 'absolute', metric: 'capacity', bound: 300 },
  ]);
});

describe('what makes no sense', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['capacity without an objective', ['executor: capacity'], /needs `objective`.*p95: 200ms/],
    [
      'an objective without a search',
      ['users: 5', 'objective: { p95: 200ms }'],
      /`objective` has no effect with `executor: constant-users`.*stress/,
    ],
    ['a way up that is none', ['executor: stress', 'start-users: 50', 'max-users: 20'], /leaves no way up/],
    [
      'a rate beyond the highest',
      ['executor: capacity', 'objective: { p95: 1s }', 'start-rate: 9000'],
      /leaves no way up: `start-rate` is 9000, `max-rate` 5000/,
    ],
    ['nobody to begin with', ['executor: stress', 'start-users: 0'], /must be above 0/],
    ['no time', ['executor: stress', 'step: 10s', 'max-duration: 20s'], /no time for 5 steps.*55s/],
    [
      'a limit that the load is meant to break',
      ['executor: stress', 'limits: { p95: { max: 100ms } }'],
      /has no effect with `executor: stress`.*`capacity`.*`objective`/,
    ],
    [
      'a capacity of a load that is what it says',
      ['users: 5', 'limits: { capacity: { min: 10 } }'],
      /is found by `executor: stress` and `executor: capacity` only/,
    ],
    [
      'autocannon for arrivals',
      ['executor: capacity', 'objective: { p95: 1s }', 'engine: autocannon'],
      /engine: auto/,
    ],
  ])('refuses %s', async (_name, lines, message) => {
    const problems = await problemsIn({ text: scenario(...lines) });
    expect(problems.join('\n')).toMatch(message);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^\d+:\d+: /);
  });
});
