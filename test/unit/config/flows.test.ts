/** Captures and cookies as people write them. */
import { describe, expect, it } from 'vitest';
import { load, problemsIn, scenario } from './loading.ts';

const flow = (first: string, second = 'GET /orders/{{order}}', ...more: readonly string[]): string =>
  scenario('order: sequence', ...more, 'requests:', `  - ${first}`, `  - ${second}`);

const FIRST = '{ method: POST, path: /orders, capture: { order: { json: /id } } }';

describe('captures', () => {
  it('become a plan', async () => {
    const first =
      '{ path: /, capture: { order: { json: /id }, etag: { header: ETag }, form: { matches: "name=(\\\\w+)" } } }';
    const text = flow(first, '"GET /orders/{{order}}?{{etag}}{{ form }}"', 'cookies: true');
    const { plan } = await load({ text });
    const [only] = plan.scenarios;
    expect(only?.load.cookies).toBe(true);
    expect(only?.load.requests[0]?.captures).toEqual([
      { name: 'order', from: { kind: 'json', pointer: '/id' } },
      { name: 'etag', from: { kind: 'header', header: 'etag' } },
      { name: 'form', from: { kind: 'matches', pattern: 'name=(\\w+)' } },
    ]);
  });

  it.each<[string, string, string]>([
    [
      'that are never used',
      flow(FIRST, 'GET /'),
      '`order` is captured and never used; write `{{order}}` in a later request, or remove it',
    ],
    [
      'that come too late',
      flow('GET /orders/{{order}}', FIRST),
      'uses `{{order}}` before `requests[1]` has captured it; put that one first',
    ],
    [
      'without an order',
      scenario('requests:', `  - ${FIRST}`, '  - GET /orders/{{order}}'),
      '`capture` needs requests in order; say `order: sequence` in the scenario',
    ],
    [
      'with an arrival rate',
      flow(FIRST, 'GET /orders/{{order}}', 'rate: 10'),
      '`capture` is for the later requests of a user, and an arrival rate has none; use users',
    ],
    [
      'of nothing',
      flow('{ path: /, capture: { order: {} } }'),
      'must have exactly one of json, header, matches (got none)',
    ],
    [
      'with the name of a variable',
      flow(FIRST, 'GET /orders/{{order}}', 'variables: { order: { range: [1, 2] } }'),
      '`order` is captured from an answer, too; give one of them another name',
    ],
    [
      'with columns',
      flow(FIRST, 'GET /orders/{{order.id}}'),
      'uses `{{order.id}}`, and a captured value has no columns',
    ],
    [
      'and cookies of nobody',
      scenario('rate: 10', 'cookies: true'),
      '`cookies` are kept by users, and an arrival rate has none; remove it',
    ],
    ['and cookies of a kind', scenario('cookies: maybe'), 'must be true or false (got "maybe")'],
  ])('are refused %s', async (_, text, message) => {
    expect((await problemsIn({ text })).join('\n')).toContain(message);
  });
});
