/** Requests filled from templates: every kind of variable, orders, seeds. */
import { describe, expect, test } from 'vitest';
import type { Load, RequestPlan, Variable } from '../../../src/domain/plan.ts';
import { wrongStatus } from '../../../src/engines/checks.ts';
import type { Outgoing } from '../../../src/engines/flow.ts';
import { requestSource } from '../../../src/engines/templates.ts';
import { plainLoad, requestOf as request } from '../../fixtures/loads.ts';

const load = (
  requests: readonly RequestPlan[],
  variables: Load['variables'] = {},
  order: Load['order'] = 'sequence',
): Load => plainLoad({ requests, variables, order });

/** The first `count` requests of one user. */
function firstOf(plan: Load, count: number, seed = 1): readonly Outgoing[] {
  const flow = requestSource(plan, seed)();
  return Array.from({ length: count }, () => flow.next());
}

const paths = (variable: Variable, count: number, template = '{{v}}', seed = 1): readonly string[] =>
  firstOf(load([request(template)], { v: variable }), count, seed).map(({ path }) => path);

describe('a variable', () => {
  test('range goes up and starts again', () => {
    expect(paths({ kind: 'range', from: 3, to: 5 }, 5)).toEqual(['3', '4', '5', '3', '4']);
  });

  test('counter goes on by its step', () => {
    expect(paths({ kind: 'counter', start: 10, step: -2 }, 4)).toEqual(['10', '8', '6', '4']);
  });

  test('list goes round, or is drawn', () => {
    const values = ['a', 'b', 'c'];
    expect(paths({ kind: 'list', values, pick: 'sequential' }, 4)).toEqual(['a', 'b', 'c', 'a']);
    const drawn = paths({ kind: 'list', values, pick: 'random' }, 200);
    expect(new Set(drawn)).toEqual(new Set(values));
  });

  test('random stays within its ends, both reached, and follows the seed', () => {
    const variable: Variable = { kind: 'random', from: -1, to: 1 };
    const drawn = paths(variable, 200);
    expect(new Set(drawn)).toEqual(new Set(['-1', '0', '1']));
    expect(paths(variable, 200)).toEqual(drawn);
    expect(paths(variable, 200, '{{v}}', 2)).not.toEqual(drawn);
  });

  test('of a file gives the columns of one row to one request', () => {
    const rows = Array.from({ length: 50 }, (_row, at) => ({ id: `${at}`, twice: `${2 * at}` }));
    const drawn = firstOf(
      load([request('/{{v.id}}', { body: '{{v.twice}}', headers: { 'x-id': '{{v.id}}' } })], {
        v: { kind: 'file', path: 'rows.csv', rows, pick: 'random' },
      }),
      100,
    );
    for (const { path, body, headers } of drawn) {
      expect(Number(body)).toBe(2 * Number(path.slice(1)));
      expect(headers['x-id']).toBe(path.slice(1));
    }
    expect(new Set(drawn.map(({ path }) => path)).size).toBeGreaterThan(20);
  });

  test('is shared by all users: a counter gives each number once', () => {
    const openUser = requestSource(
      load([request('{{v}}')], { v: { kind: 'counter', start: 1, step: 1 } }),
      1,
    );
    const [one, other] = [openUser(), openUser()];
    expect([one.next(), other.next(), one.next()].map(({ path }) => path)).toEqual(['1', '2', '3']);
  });
});

describe('a secret', () => {
  const secrets = { KEY: 'a/b "c"\r\n{{v}}', OTHER: 'plain' };
  const json = { 'content-type': 'application/json' };

  test('is written as its place needs it, and is never read as a template', () => {
    const [first] = [
      requestSource(
        load([
          request('/{{secret.KEY}}', {
            headers: { ...json, authorization: 'Bearer {{secret.KEY}}' },
            body: '{"key":"{{secret.KEY}}"}',
          }),
        ]),
        1,
        secrets,
      )().next(),
    ];
    expect(first.path).toBe(`/${encodeURIComponent(secrets.KEY)}`);
    expect(first.headers['authorization']).toBe('Bearer a/b "c"{{v}}');
    expect(JSON.parse(first.body ?? '')).toEqual({ key: secrets.KEY });
  });

  test('leaves a request fixed, so that its bytes are made once', () => {
    const flow = requestSource(load([request('/{{secret.OTHER}}')]), 1, secrets)();
    expect(flow.next()).toBe(flow.next());
  });

  test('that is not there is no empty text', () => {
    for (const name of ['NONE', 'toString'])
      expect(() => requestSource(load([request(`/{{secret.${name}}}`)]), 1, secrets)).toThrow(
        `no secret ${name}`,
      );
  });
});

describe('the order', () => {
  test('by weight follows the weights', () => {
    const plan = load([request('/a', { weight: 3 }), request('/b', { weight: 1 })], {}, 'weighted');
    const share = firstOf(plan, 4_000).filter(({ path }) => path === '/b').length / 4_000;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  });

  test('in sequence starts at the beginning for each user', () => {
    const openUser = requestSource(load([request('/a'), request('/b')]), 1);
    const [one, other] = [openUser(), openUser()];
    expect([one.next(), one.next(), other.next(), one.next(), other.next()].map(({ path }) => path)).toEqual([
      '/a',
      '/b',
      '/a',
      '/a',
      '/b',
    ]);
  });
});

test('a request without placeholders is one object, so that its bytes are made once', () => {
  const [first, second] = firstOf(load([request('/same')]), 2);
  expect(first).toBe(second);
});

test('what looks like a placeholder in a value stays what it is', () => {
  expect(paths({ kind: 'list', values: ['{{v}}', '$&'], pick: 'sequential' }, 2)).toEqual(['{{v}}', '$&']);
});

test('a status is expected when it lies in one of the ranges', () => {
  const expected = [
    { from: 200, to: 204 },
    { from: 404, to: 404 },
  ];
  expect([199, 200, 204, 205, 404].map((status) => wrongStatus(status, expected))).toEqual([
    'HTTP 199',
    null,
    null,
    'HTTP 205',
    null,
  ]);
});
