/** Limits of queries a request in the configuration: of an exact count no increase at all can be asked for. */
import { expect, it } from 'vitest';
import { load, problemsIn, scenario } from './loading.ts';

const metric = 'queries-per-request';
const WATCHED = 'databases: { books: { url-from: BOOKS_URL } }\n';
const env = { BOOKS_URL: 'redis://127.0.0.1:6379' };
const limitsOf = async (text: string) => {
  const { plan } = await load({ text: WATCHED + scenario(`limits: { ${metric}: ${text} }`), env });
  return plan.scenarios[0]?.limits.filter((limit) => limit.metric === metric);
};

it.each(['0', '0%'])('takes `max-increase: %s`, for both comparisons', async (text) => {
  expect(await limitsOf(`{ max-increase: ${text} }`)).toEqual([
    { kind: 'relative', metric, change: 0, beside: 0, asked: true },
  ]);
});

it.each([
  ['3', 3],
  ['2.5', 2.5],
  ['0', 0],
])('takes `max: %s`', async (text, bound) => {
  expect(await limitsOf(`{ max: ${text} }`)).toEqual([{ kind: 'absolute', metric, bound }]);
});

it('has no limit unless somebody asks for one', async () => {
  const { plan } = await load({ text: scenario('users: 2') });
  expect(plan.scenarios[0]?.limits.some((limit) => limit.metric === metric)).toBe(false);
  expect(await limitsOf('off')).toEqual([]);
});

it.each([
  ['{ max: -1 }', 'must be a number from 0 to 1000000 (got -1)'],
  ['{ max: "3" }', 'must be a number from 0 to 1000000 (got "3"); say 3 without quotes'],
  ['{ max: 3/s }', 'must be a number from 0 to 1000000 (got "3/s")'],
  ['{ max: .nan }', 'must be a finite number (got .nan)'],
  ['{ max-increase: -1% }', 'must be a share from 0% to 1000% (got "-1%")'],
  ['{ max-increase: 2 }', 'must be a share from 0% to 1000% (got 2); say 2% or 0.02'],
])('refuses %s', async (text, sentence) => {
  const problems = await problemsIn({ text: WATCHED + scenario(`limits: { ${metric}: ${text} }`), env });
  expect(problems.join('\n')).toContain(sentence);
});
