/** Captures, cookies and flows as people write them. */
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

/** A scenario with these flows, each on one line. */
const flows = (...given: readonly string[]): string =>
  scenario('flows:', ...given.map((each) => `  - ${each}`));

const LOOK = '{ name: look, weight: 3, requests: [GET /books, "GET /books/1"] }';
const BUY = `{ name: buy, requests: [${FIRST}, "GET /orders/{{order}}"] }`;

describe('flows', () => {
  it('become a plan: requests in one list, and each flow its own of them', async () => {
    const { plan } = await load({ text: flows(LOOK, BUY) });
    const { requests, flows: planned, order } = plan.scenarios[0]?.load ?? {};
    expect(requests?.map(({ name }) => name)).toEqual([
      'GET /books',
      'GET /books/1',
      'POST /orders',
      'GET /orders/{{order}}',
    ]);
    expect(planned).toEqual([
      { name: 'look', weight: 3, requests: [0, 1] },
      { name: 'buy', weight: 1, requests: [2, 3] },
    ]);
    expect(order).toBe('sequence');
  });

  it('take scalars in headers as they are written, share variables, and may capture one name each', async () => {
    const other = `{ name: other, requests: [{ path: /o, headers: { x-v: 1.10 }, capture: { order: { json: /id } } }, "GET /o/{{order}}/{{n}}"] }`;
    const text = `${flows(BUY, other)}    variables: { n: { range: [1, 2] } }\n`;
    const { plan } = await load({ text });
    expect(plan.scenarios[0]?.load.requests[2]?.headers).toEqual({ 'x-v': '1.10' });
  });

  it.each<[string, string, readonly string[]]>([
    [
      'beside requests and an order',
      `${flows(LOOK)}    requests: [GET /]\n    order: sequence\n`,
      [
        '6:5: `requests` and `flows` exclude each other; put them into a flow',
        '7:5: `order` has no effect beside `flows`, whose requests are sent in order; remove it',
      ],
    ],
    [
      'with one name',
      flows('{ name: a, requests: [GET /a] }', '{ name: a, requests: [GET /b] }'),
      ['6:9: `scenarios.main.flows[1]` is the second flow called `a`; give it another name'],
    ],
    [
      'with a request in two of them',
      flows('{ name: a, requests: [GET /a] }', '{ name: b, requests: [GET /a] }'),
      [
        '6:31: `scenarios.main.flows[1].requests[0]` is the second request called `GET /a`; give one of them another `name`',
      ],
    ],
    [
      'without a name, a weight or requests',
      flows('{ weight: 0, requests: [] }'),
      [
        '5:9: `scenarios.main.flows[0].name` is missing; it must be text of 1 to 80 characters on one line',
        '5:19: `scenarios.main.flows[0].weight` must be a whole number from 1 to 1000 (got 0)',
        '5:32: `scenarios.main.flows[0].requests` must have at least 1 entry (got an empty list)',
      ],
    ],
    [
      'with weights inside',
      flows('{ name: a, requests: [{ path: /, weight: 2 }] }'),
      ['5:42: `weight` has no effect in a flow; remove it'],
    ],
    [
      'that use what only another one captures',
      flows('{ name: a, requests: ["GET /orders/{{order}}"] }', BUY.replace('orders/{{', 'mine/{{')),
      [
        '5:31: `scenarios.main.flows[0].requests[0]` uses `{{order}}`, which only another flow captures; capture it in this one, too',
      ],
    ],
    [
      'that use a value too early',
      flows(`{ name: a, requests: ["GET /orders/{{order}}", ${FIRST}] }`),
      [
        '5:31: `scenarios.main.flows[0].requests[0]` uses `{{order}}` before `flows[0].requests[1]` has captured it; put that one first',
      ],
    ],
    [
      'that capture for nobody',
      flows(`{ name: a, requests: [${FIRST}] }`),
      ['5:73: `order` is captured and never used; write `{{order}}` in a later request, or remove it'],
    ],
    [
      'that capture with an arrival rate',
      `${flows(BUY)}    rate: 10\n`,
      ['5:64: `capture` is for the later requests of a user, and an arrival rate has none; use users'],
    ],
  ])('are refused %s', async (_, text, expected) => {
    expect(await problemsIn({ text })).toEqual(expected);
  });
});
