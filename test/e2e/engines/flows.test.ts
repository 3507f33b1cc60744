/** Users that log in, order, and look at what they ordered. */
import { expect, test } from 'vitest';
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
