/** A configuration from a recording: what is one request, what is left out, and that no secret comes along. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/config/draft/document.ts';
import { draftText } from '../../../src/config/draft/draft-text.ts';
import { draftFromHar } from '../../../src/config/draft/har.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { load } from './loading.ts';

const BOOKSHOP = readFileSync(join(import.meta.dirname, '../../fixtures/bookshop.har'), 'utf8');

interface Entry {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly post?: { readonly mimeType: string; readonly text: string };
}

const entry = ({ method = 'GET', url = 'http://a.example/', status = 200, headers = {}, post }: Entry) => ({
  request: {
    method,
    url,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    ...(post === undefined ? {} : { postData: post }),
  },
  response: { status, content: { mimeType: 'application/json' } },
});

const draftOf = (...entries: readonly Entry[]) =>
  draftFromHar({ log: { entries: entries.map(entry) } }, 'a.har');
const pathsOf = (...urls: readonly string[]) =>
  draftOf(...urls.map((path) => ({ url: `http://a.example${path}` }))).requests.map(
    ({ path, weight }) => `${weight} ${path}`,
  );
const flat = (text: string): string => text.replaceAll(/\n# /gu, ' ');

describe('the bookshop', () => {
  const text = draftText(draftFromHar(readDocument(BOOKSHOP, 'b.har', 'har'), 'b.har'));

  it('has each request once, with its weight and what differs', () => {
    expect(text.slice(text.indexOf('    requests:'), text.indexOf('    limits:'))).toBe(`    requests:
      - path: /
        headers: { accept: "text/html" }
      - path: /api/books?page={{page}}&sort=title
        headers: { accept: "application/json" }
        weight: 3
      - path: /api/books/{{books_id}}
        headers: { accept: "application/json" }
        weight: 3
      - path: /api/books/17/reviews
        headers: { accept: "application/json" }
      # put values of a test user for REPLACE_ME in the path
      - path: /api/me?access_token=REPLACE_ME
        headers: { accept: "application/json" }
      - path: /old
        headers: { accept: "application/json" }
        expect: [302]
      # # put values of a test user for REPLACE_ME
      # - method: POST
      #   path: /api/login
      #   headers: { accept: "application/json" }
      #   json: { user: ada, password: REPLACE_ME }
      # # sent 2 times: this is the first
      # - method: POST
      #   path: /api/orders
      #   headers: { accept: "application/json" }
      #   json: { book: 17, gift: { note: "{ {hello}}" } }
      #   weight: 2
      # # put values of a test user for REPLACE_ME
      # - method: POST
      #   path: /api/search
      #   headers: { content-type: "application/x-www-form-urlencoded", accept: "application/json" }
      #   body: "q=dune&csrf=REPLACE_ME"
    variables:
      page: { list: [1, 2] }
      books_id: { list: [17, 18] }
`);
  });

  it('leaves out other origins, static files and failures, and counts them', () => {
    expect(flat(text)).toContain('as recorded at https://shop.example');
    expect(flat(text)).toContain('2 requests to 1 other origin are left out.');
    expect(flat(text)).toContain(
      'Left out as well: 4 static files, 1 request without a good answer, 1 of another kind.',
    );
    expect(text).not.toMatch(/app\.js|logo|main\.css|missing|metrics|fonts/u);
  });

  it('carries no secret, and says which headers stayed behind', () => {
    expect(text).not.toContain('hunter2');
    expect(flat(text)).toContain(
      'Headers left out, since they may hold secrets: cookie, authorization, x-tenant.',
    );
    expect(text).not.toMatch(/user-agent|sec-fetch|accept-encoding/iu);
  });

  it('makes a plan', async () => {
    const { plan } = await load({ text });
    expect(plan.scenarios[0]?.load.requests).toHaveLength(6);
    expect(plan.scenarios[0]?.load.variables).toMatchObject({ books_id: { values: ['17', '18'] } });
  });
});

describe('what is one request', () => {
  it.each([
    ['the same address', ['/a', '/a'], ['2 /a']],
    ['another id', ['/a/1', '/a/2', '/a/1'], ['3 /a/{{a_id}}']],
    ['an id that is always the same', ['/a/1', '/a/1'], ['2 /a/1']],
    ['another word is another request', ['/a/one', '/a/two'], ['1 /a/one', '1 /a/two']],
    [
      'of two ids the last may differ',
      ['/u/1/b/2', '/u/1/b/3', '/u/9/b/3'],
      ['2 /u/1/b/{{b_id}}', '1 /u/9/b/3'],
    ],
    [
      'UUIDs',
      ['/a/6f1c2c1e-3b1a-4b0e-9c59-0d1f2a3b4c5d/x', '/a/6f1c2c1e-3b1a-4b0e-9c59-0d1f2a3b4c5e/x'],
      ['2 /a/{{a_id}}/x'],
    ],
    ['one parameter that differs', ['/s?q=a&n=1', '/s?q=b&n=1'], ['2 /s?q={{q}}&n=1']],
    ['several that belong together', ['/s?q=a&n=1', '/s?q=b&n=2'], ['2 /s?{{s_query}}']],
    ['other parameters', ['/s?q=a', '/s?r=a'], ['1 /s?q=a', '1 /s?r=a']],
    ['id and query are not mixed', ['/a/1?q=x', '/a/2?q=y'], ['1 /a/1?q=x', '1 /a/2?q=y']],
  ])('%s', (_, urls, expected) => {
    expect(pathsOf(...urls)).toEqual(expected);
  });

  it('encoded values stay as they were sent', () => {
    expect(
      draftOf({ url: 'http://a.example/s?q=a%20b' }, { url: 'http://a.example/s?q=%C3%A9|' }).variables[0]
        ?.values,
    ).toEqual(['a%20b', '%C3%A9%7C']);
  });

  it('the weight has a bound', () => {
    expect(draftOf(...Array.from({ length: 1200 }, () => ({}))).requests[0]?.weight).toBe(1000);
  });
});

describe('secrets', () => {
  const SECRET = 'hunter2hunter2';
  const token = `eyJ${'a'.repeat(20)}.${SECRET}.x`;
  it.each<readonly [string, Entry]>([
    ['a header', { headers: { 'X-Session-Id': SECRET } }],
    ['a header nobody knows', { headers: { 'X-Acme': SECRET } }],
    ['a token in a harmless header', { headers: { Prefer: token } }],
    ['a query', { url: `http://a.example/?api_key=${SECRET}` }],
    ['an encoded name', { url: `http://a.example/?api%5Fkey=${SECRET}` }],
    ['a token by another name', { url: `http://a.example/?x=${token}` }],
    ['a token in the path', { url: `http://a.example/${token}/a` }],
    ['user and password of the URL', { url: `http://u:${SECRET}@a.example/` }],
    [
      'a field',
      {
        method: 'POST',
        post: { mimeType: 'application/json', text: JSON.stringify({ a: [{ clientSecret: SECRET }] }) },
      },
    ],
    [
      'a whole branch',
      {
        method: 'POST',
        post: { mimeType: 'application/json', text: JSON.stringify({ credentials: { a: SECRET } }) },
      },
    ],
    [
      'a form',
      {
        method: 'POST',
        post: { mimeType: 'application/x-www-form-urlencoded', text: `a=1&password=${SECRET}` },
      },
    ],
    ['a text', { method: 'POST', post: { mimeType: 'text/xml', text: `<password>${SECRET}</password>` } }],
    ['broken JSON', { method: 'POST', post: { mimeType: 'application/json', text: `{"a": "${SECRET}"` } }],
  ])('in %s stay behind', (_, recorded) => {
    expect(draftText(draftOf(recorded), 'live')).not.toContain(SECRET);
  });

  it('are told from words that only begin like them', () => {
    expect(pathsOf('/?author=dickens&authorId=3&keyword=x&monkey=1&page=2')).toEqual([
      '1 /?author=dickens&authorId=3&keyword=x&monkey=1&page=2',
    ]);
  });
});

describe('statuses', () => {
  const expected = (...statuses: readonly number[]) =>
    draftOf(...statuses.map((status) => ({ status }))).requests[0]?.expect;
  it('redirects are expected where they were recorded', () => {
    expect(expected(200, 204)).toEqual([]);
    expect(expected(302)).toEqual(['302']);
    expect(expected(200, 303)).toEqual(['2xx', '303']);
    expect(expected(304)).toEqual([]);
  });
});

describe('other files', () => {
  it.each([
    [{ openapi: '3.0.0', paths: {} }, 'document-kind', /OpenAPI document/u],
    [{ log: {} }, 'document-kind', /no list `log\.entries`/u],
    [null, 'document-kind', /no HAR file/u],
    [{ log: { entries: [] } }, 'document-empty', /no entries/u],
    [
      { log: { entries: [entry({ status: 500 }), 7, entry({ url: 'ws://a.example/' })] } },
      'document-empty',
      /1 request without a good answer, 2 of another kind/u,
    ],
  ])('%j is refused', (document, code, message) => {
    let thrown: unknown;
    try {
      draftFromHar(document, 'a.har');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failure);
    expect(thrown).toMatchObject({ exitCode: 3, detail: { code } });
    expect((thrown as Failure).message).toMatch(message);
  });
});
