/** Users that log in, order, and look at what they ordered. */
import { expect, test } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { GET, loadOf, measured, settled } from './measure.ts';
import { openWireServer } from './wire-server.ts';

const REQUESTS = [
  {
    ...GET,
    name: 'log in',
    method: 'POST',
    path: '/sessions',
    captures: [{ name: 'token', from: { kind: 'header', header: 'x-token' } }] as const,
  },
  {
    ...GET,
    name: 'order',
    method: 'POST',
    path: '/orders',
    headers: { 'x-token': '{{token}}' },
    captures: [{ name: 'order', from: { kind: 'json', pointer: '/id' } }] as const,
  },
  { ...GET, name: 'look', path: '/orders/{{order}}' },
];

test('a flow carries values and cookies from answer to request, each user its own', async () => {
  const wrong: string[] = [];
  let orders = 0;
  const owners = new Map<string, string>();
  await using server = await openWireServer(({ path, headers, number, answer }) => {
    const cookie = headers['cookie'] ?? '';
    if (path === '/sessions') {
      return answer(200, '{}', `X-Token: t${number}`, `Set-Cookie: session=t${number}; HttpOnly; Path=/`);
    }
    if (path === '/orders') {
      if (cookie !== `session=${headers['x-token']}`) wrong.push(`${cookie} with ${headers['x-token']}`);
      orders += 1;
      owners.set(String(orders), cookie);
      return answer(201, JSON.stringify({ id: orders }));
    }
    const order = path.slice('/orders/'.length);
    if (owners.get(order) !== cookie) wrong.push(`${path} by ${cookie}`);
    return answer(200, '{}');
  });
  const load = loadOf({ requests: REQUESTS, cookies: true, users: 3, duration: 500 });
  const { counts, requests } = await measured(server.url, load);
  expect(wrong).toEqual([]);
  expect(orders).toBeGreaterThan(10);
  expect(counts.ok).toBe(settled(counts));
  expect(requests.map(({ name }) => name)).toEqual(['log in', 'order', 'look']);
  const [first = 0, , last = 0] = requests.map((request) => request.counts.ok);
  expect(Math.abs(first - last)).toBeLessThanOrEqual(3);
});

test('a user whose answer lacks the value begins again, and the answer is an error', async () => {
  await using server = await openWireServer(({ path, answer }) =>
    answer(200, path === '/orders' ? '{}' : '{"id":1}', 'X-Token: a'),
  );
  const { counts, requests, errors } = await measured(
    server.url,
    loadOf({ requests: REQUESTS, users: 1, duration: 300 }),
  );
  const [login, order, look] = requests.map((request) => request.counts);
  expect(order?.ok).toBe(0);
  expect(order?.httpError).toBeGreaterThan(3);
  expect(look?.sent).toBe(0);
  expect(Math.abs((login?.ok ?? 0) - (order?.httpError ?? 0))).toBeLessThanOrEqual(1);
  expect(errors).toEqual([
    { message: 'HTTP 200, nothing to capture as "order" at "/id"', count: counts.httpError },
  ]);
});

test.each([
  ['autocannon', 'default'],
  ['undici', 'asked'],
] as const)('flows are drawn by weight and sent in order, by %s', async (engine, why) => {
  const paths = new Map<object, string>();
  await using server = await openWireServer(({ path, socket, answer }) => {
    paths.set(socket, (paths.get(socket) ?? '') + path.slice(1));
    answer();
  });
  const requests = ['/a', '/b', '/c'].map((path) => ({ ...GET, name: path, path }));
  const flows = [
    { name: 'two', weight: 4, requests: [0, 1] },
    { name: 'one', weight: 1, requests: [2] },
  ];
  const load = loadOf({ engine: engine === 'undici' ? engine : 'auto', requests, flows, duration: 600 });
  const result = await measured(server.url, load);
  expect(result.engine).toMatchObject({ name: engine, why });
  const all = [...paths.values()];
  for (const sent of all) expect(sent).toMatch(/^(?:ab|c)+a?$/);
  const [a = 0, b = 0, c = 0] = result.requests.map(({ counts }) => counts.sent);
  expect(a - b).toBeLessThanOrEqual(3);
  // Five standard errors of so many draws.
  expect(Math.abs(c / (a + c) - 0.2)).toBeLessThan(5 * Math.sqrt(0.16 / (a + c)));
});

test('a flow that captures is sent by our own engine, and carries its values', async () => {
  const wrong: string[] = [];
  await using server = await openWireServer(({ path, headers, number, answer }) => {
    if (path === '/orders' && !/^t\d+$/.test(headers['x-token'] ?? '')) wrong.push(path);
    answer(200, `{"id":${number}}`, `X-Token: t${number}`);
  });
  const requests = [{ ...GET, name: 'look', path: '/books' }, ...REQUESTS];
  const flows = [
    { name: 'look', weight: 1, requests: [0] },
    { name: 'buy', weight: 1, requests: [1, 2, 3] },
  ];
  const result = await measured(server.url, loadOf({ requests, flows, duration: 500 }));
  expect(result.engine).toMatchObject({ name: 'undici', why: 'unsupported' });
  expect(wrong).toEqual([]);
  expect(result.counts.httpError).toBe(0);
  expect(result.requests.map(({ counts }) => counts.ok > 10)).toEqual([true, true, true, true]);
});

test('an open loop sends the requests of flows one after another', async () => {
  let paths = '';
  await using server = await openWireServer(({ path, answer }) => {
    paths += path.slice(1);
    answer();
  });
  const requests = ['/a', '/b', '/c'].map((path) => ({ ...GET, name: path, path }));
  const flows = [
    { name: 'two', weight: 1, requests: [0, 1] },
    { name: 'one', weight: 1, requests: [2] },
  ];
  const executor = { kind: 'constant-arrival-rate', rate: 50, maxUsers: 1, duration: millis(1_000) } as const;
  await measured(server.url, { ...loadOf({ requests, flows }), executor });
  expect(paths).toMatch(/^(?:ab|c)+a?$/);
  expect(paths.length).toBeGreaterThan(40);
});
