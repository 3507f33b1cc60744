/** The example service as a real process: every route, every knob, start and stop. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

/** What any answer of the shop may hold; each test reads what its address promises. */
interface Body {
  readonly id: number;
  readonly title: string;
  readonly name: string;
  readonly price: number;
  readonly total: number;
  readonly orders: number;
  readonly author: { readonly id: number; readonly name: string };
  readonly books: readonly { readonly title: string }[];
  readonly errors: readonly string[];
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

interface OpenShop {
  readonly url: string;
  readonly child: Child;
  readonly temporary: string;
}

const SERVER = join(import.meta.dirname, '../../examples/bookshop/server.ts');
const DEADLINE_MS = 20_000;
const opened: OpenShop[] = [];

/** A shop on a free port, its temporary files in a folder of its own. */
async function openShop(
  knobs: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<OpenShop> {
  const temporary = mkdtempSync(join(tmpdir(), 'loadgate-bookshop-'));
  const child = start(['--port', '0', ...args], { ...knobs, TMPDIR: temporary });
  const shop = { url: await addressOf(child), child, temporary };
  opened.push(shop);
  return shop;
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): Child {
  return spawn(process.execPath, [SERVER, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 110_000,
  });
}

async function addressOf(child: Child): Promise<string> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  for await (const line of createInterface({ input: child.stdout, signal: deadline })) {
    const url = /open at (?<url>http:\S+)/u.exec(line)?.groups?.['url'];
    if (url !== undefined) return url;
  }
  throw new Error('the shop ended, or did not say its address in time');
}

/** Ends the shop as the gate does and says how it ended. */
async function closeShop({ child, temporary }: OpenShop): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(DEADLINE_MS) });
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(temporary, { recursive: true, force: true });
  return child.exitCode;
}

/** What a start that cannot succeed says, and its exit code. */
async function failedStart(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = start(args, env);
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(DEADLINE_MS) });
  const words = await child.stderr.setEncoding('utf8').toArray();
  await ended;
  return { code: child.exitCode, words: words.join('') };
}

async function get(shop: OpenShop, path: string, init: RequestInit = {}) {
  const response = await fetch(shop.url + path, { ...init, signal: AbortSignal.timeout(DEADLINE_MS) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function json(
  shop: OpenShop,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: Body }> {
  const { status, text } = await get(shop, path, init);
  const body: Body = JSON.parse(text);
  return { status, body };
}

const order = (body: string): RequestInit => ({ method: 'POST', body });
const many = <Item>(count: number, ask: () => Promise<Item>) =>
  Promise.all(Array.from({ length: count }, ask));

describe('an honest shop', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(async () => {
    for (const each of opened.splice(0)) await closeShop(each);
  });

  it('is healthy', async () => {
    expect(await json(shop, '/health')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('lists books by title, in pages', async () => {
    const first = await json(shop, '/books');
    const second = await json(shop, '/books?page=2');
    expect(first.body).toMatchObject({ page: 1, pages: 200, total: 4000 });
    const titles = [first, second].flatMap(({ body }) => body.books);
    expect(titles).toHaveLength(40);
    expect(titles.map(({ title }) => title)).toEqual(titles.map(({ title }) => title).toSorted());
    expect((await json(shop, '/books?page=201')).body).toMatchObject({ books: [] });
  });

  it('finds titles and authors, and takes wildcards as letters', async () => {
    const found = (await json(shop, '/books?q=GARDEN')).body;
    expect(found.total).toBeGreaterThan(20);
    expect(found.books.every(({ title }) => title.includes('Garden'))).toBe(true);
    expect((await json(shop, '/books?q=Ada%20Abara')).body).toMatchObject({ pages: 1 });
    expect((await json(shop, '/books?q=%25')).body).toMatchObject({ total: 0, books: [] });
  });

  it('shows a book with its author and reviews, and the author with that book', async () => {
    const { status, body } = await json(shop, '/books/17');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 17,
      title: expect.any(String),
      price: expect.any(Number),
      reviews: { count: expect.any(Number), stars: expect.any(Number) },
    });
    const { author, title } = body;
    const books = (await json(shop, `/authors/${author.id}`)).body;
    expect(books.name).toBe(author.name);
    expect(books.books).toContainEqual({ id: 17, title, year: expect.any(Number) });
  });

  it('takes orders, gives them back and counts them', async () => {
    const before = (await json(shop, '/stats')).body;
    const response = await get(shop, '/orders', order('{"book":42,"quantity":3}'));
    const placed: Body = JSON.parse(response.text);
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`/orders/${placed.id}`);
    expect(placed.total).toBe((await json(shop, '/books/42')).body.price * 3);
    expect((await json(shop, `/orders/${placed.id}`)).body).toEqual(placed);
    const counts = { authors: 400, books: 4000, reviews: 24000, orders: before.orders + 1 };
    expect((await json(shop, '/stats')).body).toEqual(counts);
  });

  it.each([
    ['/books?page=0', 'page must be'],
    ['/books?page=x', 'page must be'],
    [`/books?q=${'x'.repeat(101)}`, 'q must have'],
    ['/books/abc', '"abc" is not a number'],
    ['/orders/-1', '"-1" is not a number'],
  ])('refuses %s with 400', async (path, words) => {
    const { status, body } = await json(shop, path);
    expect(status).toBe(400);
    expect(body.errors.join('; ')).toContain(words);
  });

  it.each([
    ['', ['JSON object']],
    ['[1', ['JSON object']],
    ['null', ['JSON object']],
    ['{}', ['book must', 'quantity must']],
    ['{"book":"1","quantity":100}', ['book must', 'quantity must']],
    ['{"book":1,"quantity":1.5}', ['quantity must']],
    ['{"book":4001,"quantity":1}', ['no book 4001']],
  ])('refuses the order %s with 400 and says all that is wrong', async (text, words) => {
    const { status, body } = await json(shop, '/orders', order(text));
    const { errors } = body;
    expect(status).toBe(400);
    expect(errors).toHaveLength(words.length);
    for (const [at, word] of words.entries()) expect(errors[at]).toContain(word);
  });

  it('knows what is not there (404), what is not done there (405), and what is too much (413)', async () => {
    for (const path of ['/', '/nothing', '/books/4001', '/authors/401', '/orders/999999', '/books/1/x']) {
      expect({ path, status: (await json(shop, path)).status }).toEqual({ path, status: 404 });
    }
    const refused = await get(shop, '/orders', { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await json(shop, '/books', order('{}'))).status).toBe(405);
    expect((await json(shop, '/orders', order(' '.repeat(70_000)))).status).toBe(413);
  });
});

describe('knobs', () => {
  afterEach(async () => {
    for (const shop of opened.splice(0)) await closeShop(shop);
  });

  it('BOOKSHOP_WAIT_MS makes every answer wait, but not the health check', async () => {
    const shop = await openShop({ BOOKSHOP_WAIT_MS: '300' });
    const elapsed = await timed(() => get(shop, '/stats'));
    expect(elapsed).toBeGreaterThan(290);
    expect((await get(shop, '/health')).status).toBe(200);
  });

  it('BOOKSHOP_CPU_MS costs its time one request after the other', async () => {
    const shop = await openShop({ BOOKSHOP_CPU_MS: '50' });
    const elapsed = await timed(() => many(6, () => get(shop, '/stats')));
    expect(elapsed).toBeGreaterThan(6 * 49);
  });

  it('BOOKSHOP_ERROR_SHARE fails that share and never the health check', async () => {
    const shop = await openShop({ BOOKSHOP_ERROR_SHARE: '0.25' });
    const answers = await many(200, () => get(shop, '/stats'));
    const failed = answers.filter(({ status }) => status === 500).length;
    expect(failed).toBeGreaterThanOrEqual(48);
    expect(failed).toBeLessThanOrEqual(52);
    expect((await many(20, () => get(shop, '/health'))).every(({ status }) => status === 200)).toBe(true);
  });

  it('BOOKSHOP_TAIL slows its share alone', async () => {
    const shop = await openShop({ BOOKSHOP_TAIL: '0.2:400' });
    const times: number[] = [];
    for (let at = 0; at < 30; at += 1) times.push(await timed(() => get(shop, '/stats')));
    const slow = times.filter((time) => time > 390).length;
    expect(slow).toBeGreaterThanOrEqual(5);
    expect(slow).toBeLessThanOrEqual(12);
  });

  it('BOOKSHOP_N_PLUS_ONE and BOOKSHOP_DROP_INDEX change no answer', async () => {
    const [honest, asking, searching] = await Promise.all([
      openShop(),
      openShop({ BOOKSHOP_N_PLUS_ONE: '1' }),
      openShop({ BOOKSHOP_DROP_INDEX: '1' }),
    ]);
    for (const path of ['/books?page=3', '/books?q=harbour&page=2', '/books/42', '/authors/9']) {
      const expected = (await get(honest, path)).text;
      expect((await get(asking, path)).text).toBe(expected);
      expect((await get(searching, path)).text).toBe(expected);
    }
    const quick = await timed(() => get(honest, '/books?page=100'));
    expect(await timed(() => get(searching, '/books?page=100'))).toBeGreaterThan(quick);
  });

  it('BOOKSHOP_CLOSE closes the connection after each answer', async () => {
    const shop = await openShop({ BOOKSHOP_CLOSE: '1' });
    expect((await get(shop, '/stats')).headers.get('connection')).toBe('close');
    const honest = await openShop();
    expect((await get(honest, '/stats')).headers.get('connection')).toBe('keep-alive');
  });

  it.runIf(existsSync('/proc/self/status'))('BOOKSHOP_LEAK_KB keeps memory for each request', async () => {
    const shop = await openShop({ BOOKSHOP_LEAK_KB: '1024' });
    await get(shop, '/stats');
    const before = await residentMegabytes(shop);
    await many(150, () => get(shop, '/stats'));
    expect((await residentMegabytes(shop)) - before).toBeGreaterThan(130);
  });
});

describe('--knobs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-bookshop-'));
  const file = join(folder, 'knobs.json');
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    for (const shop of opened.splice(0)) await closeShop(shop);
  });

  it('reads the knobs from a file, and the environment comes first', async () => {
    writeFileSync(file, JSON.stringify({ errorShare: 1, close: true, waitMs: 1 }));
    const shop = await openShop({ BOOKSHOP_CLOSE: '0' }, ['--knobs', file]);
    const { status, headers } = await get(shop, '/stats');
    expect([status, headers.get('connection')]).toEqual([500, 'keep-alive']);
  });

  it('turns nothing without the file', async () => {
    const shop = await openShop({}, ['--knobs', join(folder, 'none.json')]);
    expect((await get(shop, '/stats')).status).toBe(200);
  });

  it('refuses a knob that is none', async () => {
    writeFileSync(file, JSON.stringify({ cpu: 4 }));
    const failed = await failedStart(['--port', '0', '--knobs', file], {});
    expect(failed).toMatchObject({ code: 2, words: expect.stringContaining('no knob cpu, only cpuMs') });
  });
});

describe('start and stop', () => {
  afterEach(async () => {
    for (const shop of opened.splice(0)) await closeShop(shop);
  });

  it('ends in order on TERM and leaves nothing behind', async () => {
    const shop = await openShop();
    expect(readdirSync(shop.temporary)).toHaveLength(1);
    const ended = once(shop.child, 'exit', { signal: AbortSignal.timeout(DEADLINE_MS) });
    shop.child.kill('SIGTERM');
    await ended;
    expect(shop.child.exitCode).toBe(0);
    expect(readdirSync(shop.temporary)).toEqual([]);
  });

  it('lets a request under way end', async () => {
    const shop = await openShop({ BOOKSHOP_WAIT_MS: '700' });
    const answer = get(shop, '/stats');
    // The request is in the shop once others, sent after it, are answered.
    for (let at = 0; at < 3; at += 1) await get(shop, '/health');
    shop.child.kill('SIGTERM');
    expect((await answer).status).toBe(200);
    expect(await closeShop(shop)).toBe(0);
  });

  it('keeps a database that was asked for, with its orders', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loadgate-bookshop-'));
    const file = join(folder, 'shop.sqlite');
    const first = await openShop({ BOOKSHOP_DROP_INDEX: '1' }, ['--database', file]);
    await get(first, '/orders', order('{"book":1,"quantity":1}'));
    await closeShop(first);
    const second = await openShop({}, ['--database', file]);
    expect((await json(second, '/stats')).body).toMatchObject({ books: 4000, orders: 1 });
    await closeShop(second);
    rmSync(folder, { recursive: true });
  });

  it('takes its port from PORT', async () => {
    const env = { PORT: '0', TMPDIR: tmpdir() };
    const child = start([], env);
    const url = await addressOf(child);
    expect((await fetch(`${url}/health`, { signal: AbortSignal.timeout(DEADLINE_MS) })).status).toBe(200);
    expect(
      await closeShop({ url, child, temporary: mkdtempSync(join(tmpdir(), 'loadgate-bookshop-')) }),
    ).toBe(0);
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    ['a wrong port', ['--port', '70000'], {}, '--port'],
    ['an unknown option', ['--prot', '1'], {}, '--prot'],
    ['a wrong knob', ['--port', '0'], { BOOKSHOP_CPU_MS: 'much' }, 'BOOKSHOP_CPU_MS must be a number'],
    ['a share over 1', ['--port', '0'], { BOOKSHOP_ERROR_SHARE: '2' }, 'BOOKSHOP_ERROR_SHARE'],
    ['half a tail', ['--port', '0'], { BOOKSHOP_TAIL: '0.1' }, 'BOOKSHOP_TAIL'],
    ['a flag that is none', ['--port', '0'], { BOOKSHOP_CLOSE: 'yes' }, 'BOOKSHOP_CLOSE must be 1 or 0'],
    ['a file that is no database', ['--port', '0', '--database', SERVER], {}, 'not a database'],
  ])('refuses %s', async (_, args, env, words) => {
    const failed = await failedStart(args, env);
    expect(failed.code).toBe(2);
    expect(failed.words).toContain(words);
  });

  it('says so when the port is taken', async () => {
    const shop = await openShop();
    const failed = await failedStart(['--port', new URL(shop.url).port], { TMPDIR: shop.temporary });
    expect(failed.code).toBe(2);
    expect(failed.words).toContain('EADDRINUSE');
  });
});

async function timed(action: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await action();
  return performance.now() - before;
}

async function residentMegabytes({ child }: OpenShop): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(?<kilobytes>\d+)/u.exec(status)?.groups?.['kilobytes']) / 1024;
}
