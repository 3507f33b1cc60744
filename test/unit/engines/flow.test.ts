/** What users remember of answers, and how it comes into their later requests. */
import { describe, expect, it } from 'vitest';
import type { Capture, Load, RequestPlan } from '../../../src/domain/plan.ts';
import { captured } from '../../../src/engines/captures.ts';
import { openJar } from '../../../src/engines/cookies.ts';
import type { Flow } from '../../../src/engines/flow.ts';
import { requestSource } from '../../../src/engines/templates.ts';
import { plainLoad, requestOf as request } from '../../fixtures/loads.ts';

const ID: Capture = { name: 'id', from: { kind: 'json', pointer: '/id' } };
const heard = (body: unknown, headers: Record<string, string | string[]> = {}) => ({
  headers,
  body: JSON.stringify(body),
});

const flowsOf = (requests: readonly RequestPlan[], changes: Partial<Load> = {}): (() => Flow) =>
  requestSource(plainLoad({ requests, ...changes }), 1);

describe('a capture', () => {
  it.each<[Capture['from'], string | null]>([
    [{ kind: 'json', pointer: '/id' }, '17'],
    [{ kind: 'json', pointer: '/name' }, 'Jane'],
    [{ kind: 'json', pointer: '/tags' }, null],
    [{ kind: 'json', pointer: '/none' }, null],
    [{ kind: 'header', header: 'x-token' }, 'abc'],
    [{ kind: 'header', header: 'set-cookie' }, 'a=1'],
    [{ kind: 'header', header: 'etag' }, null],
    [{ kind: 'matches', pattern: String.raw`"id":(\d+)` }, '17'],
    [{ kind: 'matches', pattern: 'Ja.e' }, 'Jane'],
    [{ kind: 'matches', pattern: 'Emma' }, null],
  ])('%j', (from, value) => {
    const answer = heard(
      { id: 17, name: 'Jane', tags: ['a'] },
      { 'x-token': 'abc', 'set-cookie': ['a=1', 'b=2'] },
    );
    expect(captured({ name: 'v', from }, answer)).toBe(value);
  });
});

describe('a flow', () => {
  const steps = [
    request('/orders', { method: 'POST', captures: [ID] }),
    request('/orders/{{id}}?of={{id}}', {
      headers: { 'x-id': '{{id}}', 'content-type': 'application/json' },
      body: '{"id":"{{id}}"}',
    }),
  ];

  it('uses what it has captured, written as each place needs it', () => {
    const flow = flowsOf(steps)();
    expect(flow.next().path).toBe('/orders');
    expect(flow.learn(0, heard({ id: 'a/b "c"\r\nd' }))).toBeNull();
    expect(flow.next()).toMatchObject({
      path: '/orders/a%2Fb%20%22c%22%0D%0Ad?of=a%2Fb%20%22c%22%0D%0Ad',
      headers: { 'x-id': 'a/b "c"d' },
      body: String.raw`{"id":"a/b \"c\"\r\nd"}`,
    });
    expect(flow.next().path).toBe('/orders');
  });

  it('is each user’s own', () => {
    const open = flowsOf(steps);
    const [one, other] = [open(), open()];
    for (const [flow, id] of [
      [one, 1],
      [other, 2],
    ] as const) {
      flow.next();
      flow.learn(0, heard({ id }));
    }
    expect([one.next().path, other.next().path]).toEqual(['/orders/1?of=1', '/orders/2?of=2']);
  });

  it('begins again where the value is missing, or its request failed', () => {
    const flow = flowsOf(steps)();
    flow.next();
    expect(flow.learn(0, heard({}))).toBe('nothing to capture as "id" at "/id"');
    flow.fail(0);
    expect(flow.next().path).toBe('/orders');
    flow.fail(0);
    expect(flow.next().path).toBe('/orders');
    flow.learn(0, heard({ id: 3 }));
    expect(flow.next().path).toBe('/orders/3?of=3');
    // Nothing was to be captured from this one.
    flow.fail(1);
    expect(flow.next().path).toBe('/orders');
  });

  it('keeps cookies where it is told to', () => {
    const flow = flowsOf([request('/a'), request('/b')], { cookies: true })();
    expect(flow.next().headers).toEqual({});
    flow.learn(0, heard({}, { 'set-cookie': ['session=abc; HttpOnly', 'lang=en'] }));
    expect(flow.next().headers).toEqual({ cookie: 'session=abc; lang=en' });
    const without = flowsOf([request('/a')])();
    without.learn(0, heard({}, { 'set-cookie': 'session=abc' }));
    expect(without.next().headers).toEqual({});
  });
});

describe('flows with weights', () => {
  const look = { name: 'look', weight: 3, requests: [0, 1, 2] };
  const buy = { name: 'buy', weight: 1, requests: [3, 4] };
  const requests = [
    ...['/a', '/b', '/c'].map((path) => request(path)),
    request('/orders', { method: 'POST', captures: [ID] }),
    request('/orders/{{id}}'),
  ];

  /** Indexes of the next requests of one user, each answered with an id. */
  function drawn(count: number, seed = 1): readonly number[] {
    const flow = requestSource(plainLoad({ requests, flows: [look, buy] }), seed)();
    return Array.from({ length: count }, () => {
      const { index } = flow.next();
      flow.learn(index, heard({ id: index }));
      return index;
    });
  }

  it('are gone through in order to their end, before the next is drawn', () => {
    const passes =
      drawn(1_000)
        .join('')
        .match(/012|34/g) ?? [];
    expect(passes.join('')).toBe(drawn(1_000).join('').slice(0, passes.join('').length));
    expect(passes.join('').length).toBeGreaterThan(997);
    expect(new Set(passes)).toEqual(new Set(['012', '34']));
  });

  it('are drawn by their weights, whatever their lengths', () => {
    const all = drawn(40_000);
    const begun = [0, 3].map((first) => all.filter((index) => index === first).length);
    const share = (begun[1] ?? 0) / ((begun[0] ?? 0) + (begun[1] ?? 0));
    // About 14,500 passes: five standard errors are 0.018.
    expect(Math.abs(share - 0.25)).toBeLessThan(0.018);
  });

  it('follow the seed', () => {
    expect(drawn(200, 5)).toEqual(drawn(200, 5));
    expect(drawn(200, 5)).not.toEqual(drawn(200, 6));
  });

  it('are left where a capture fails, and the next is drawn', () => {
    const flow = requestSource(plainLoad({ requests, flows: [buy, { ...look, weight: 1 }] }), 1)();
    const sent: number[] = [];
    for (let count = 0; count < 300; count += 1) {
      const { index } = flow.next();
      sent.push(index);
      if (index === 3) flow.fail(index);
    }
    expect(sent).toContain(3);
    expect(sent).not.toContain(4);
    // Nothing is captured from these: their flow goes on.
    expect(sent.join('').replaceAll('3', '')).toMatch(/^(?:012)+0?1?$/);
  });

  it('stand beside each other: each user is in its own', () => {
    const open = requestSource(plainLoad({ requests, flows: [look] }), 1);
    const [one, other] = [open(), open()];
    expect([one.next(), one.next(), other.next(), one.next()].map(({ index }) => index)).toEqual([
      0, 1, 0, 2,
    ]);
  });
});

describe('a cookie jar', () => {
  it('knows paths, expiry and deletion', () => {
    let now = 1_000_000;
    const jar = openJar(() => now);
    jar.take(['a=1; Path=/shop', 'b=2; Max-Age=10', 'c=3; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'broken']);
    expect(jar.headerFor('/shop/books?page=1')).toBe('a=1; b=2');
    expect(jar.headerFor('/shop')).toBe('a=1; b=2');
    expect(jar.headerFor('/shopping')).toBe('b=2');
    jar.take(['b=4; Max-Age=10']);
    expect(jar.headerFor('/')).toBe('b=4');
    now += 11_000;
    expect(jar.headerFor('/')).toBeNull();
    jar.take(['a=; Path=/shop; Max-Age=0']);
    expect(jar.headerFor('/shop')).toBeNull();
  });

  it('stays bounded', () => {
    const jar = openJar(() => 0);
    for (let index = 0; index < 1_000; index += 1) jar.take([`n${index}=1`]);
    expect(jar.headerFor('/')?.split('; ')).toHaveLength(100);
  });
});
