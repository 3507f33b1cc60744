/** A configuration from an OpenAPI document: which requests, with what values, and what is left to the person. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemsOfText } from '../../../src/config/draft/check.ts';
import { readDocument } from '../../../src/config/draft/document.ts';
import type { DraftRequest } from '../../../src/config/draft/draft.ts';
import { draftText } from '../../../src/config/draft/draft-text.ts';
import { draftFromOpenApi } from '../../../src/config/draft/openapi.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { load } from './loading.ts';

const BOOKSHOP = readFileSync(join(import.meta.dirname, '../../fixtures/bookshop.openapi.yaml'), 'utf8');

const draftOf = (document: object) =>
  draftFromOpenApi(readDocument(JSON.stringify(document), 'a.json', 'openapi'), 'a.json');
const paths = (written: object, more: object = {}) => draftOf({ openapi: '3.0.3', paths: written, ...more });
const first = (written: object, more: object = {}): DraftRequest => paths(written, more).requests[0]!;
const flat = (text: string): string => text.replaceAll(/\n# /gu, ' ');

/** The body of `POST /a` with this schema. */
function bodyOf(schema: object, schemas: object = {}): unknown {
  const { body } = first(
    { '/a': { post: { requestBody: { content: { 'application/json': { schema } } } } } },
    { components: { schemas } },
  );
  return body?.kind === 'json' ? JSON.parse(JSON.stringify(body.value)) : null;
}

/** Requests and variables of the text, without what every configuration has. */
function partOf(text: string): string {
  return text.slice(text.indexOf('    requests:'), text.indexOf('    limits:'));
}

describe('the bookshop', () => {
  const text = draftText(draftFromOpenApi(readDocument(BOOKSHOP, 'b.yaml', 'openapi'), 'b.yaml'));

  it('has requests that read, and those that change something as comments', () => {
    expect(partOf(text)).toBe(`    requests:
      - name: listBooks
        path: /v1/books?limit={{limit}}&lang={{lang}}
      # - name: addBook
      #   method: POST
      #   path: /v1/books
      #   json:
      #     title: "Dune: a novel"
      #     price: 3
      #     published: "2024-01-31"
      #     author: { name: example, books: [] }
      #     tags: [new]
      - name: "GET /books/{id}"
        path: /v1/books/{{books_id}}
      # - name: "DELETE /books/{id}"
      #   method: DELETE
      #   path: /v1/books/{{books_id}}
      - name: cover
        path: /v1/books/{{books_id}}/cover
        expect: [2xx, 302]
      # also needs: X-Api-Key
      - name: order
        path: /v1/orders/{{orderId}}
        headers: { X-Tenant: north }
    variables:
      limit: { list: [20] }
      lang: { list: [en, "fran%C3%A7ais"] }
      books_id: { list: [dune, emma] }
      orderId: { list: [1] } # put values here that the service has
`);
  });

  it('says where it comes from and what is left to do', () => {
    expect(flat(text)).toContain('# Requests from b.yaml (OpenAPI 3.1.0, "Bookshop"): a start.');
    expect(flat(text)).toContain('Every path begins with /v1,');
    expect(flat(text)).toContain('5 of 6 operations ask for credentials (bearer)');
    expect(flat(text)).toContain('1 reference leads out of the document and was not followed.');
    expect(flat(text)).toContain('2 requests change something and are comments');
    expect(text).not.toContain('hunter2');
  });

  it('makes a plan, with and without what is a comment', async () => {
    const { plan } = await load({ text });
    expect(plan.scenarios[0]?.load.requests.map(({ name }) => name)).toEqual([
      'listBooks',
      'GET /books/{id}',
      'cover',
      'order',
    ]);
    const open = text.replaceAll(/^( {4,})# (?=- |  )/gmu, '$1');
    const all = await load({ text: open });
    expect(all.plan.scenarios[0]?.load.requests.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
      'GET',
      'DELETE',
      'GET',
      'GET',
    ]);
  });
});

describe('names', () => {
  it('are those of the operation only where nobody else has them', () => {
    const operation = (operationId: string, summary?: string) => ({ get: { operationId, summary } });
    const draft = paths({
      '/a': operation('same', 'All of a'),
      '/b/{x}': operation('same', 'shared'),
      '/c': operation('own', 'shared'),
      '/d': { get: {} },
    });
    expect(draft.requests.map(({ name }) => name)).toEqual(['All of a', 'GET /b/{x}', 'own', 'GET /d']);
  });
});

describe('variables', () => {
  const parameter = (name: string, more: object) => ({ name, in: 'path', required: true, ...more });
  const values = (more: object, name = 'x') =>
    paths({ [`/a/{${name}}`]: { get: { parameters: [parameter(name, more)] } } }).variables[0];

  it.each([
    ['an example', { example: 'one', schema: { enum: ['two'] } }, ['one']],
    ['named examples', { examples: { a: { value: 1 }, b: { value: 2 } } }, ['1', '2']],
    ['the example of a schema', { schema: { example: 'a/b' } }, ['a%2Fb']],
    ['a default before the words', { schema: { enum: ['x', 'y'], default: 'y' } }, ['y']],
    ['the words', { schema: { enum: ['x', 'y'] } }, ['x', 'y']],
    ['a list', { schema: { type: 'array', items: { enum: [3, 4] } } }, ['3', '4']],
    ['truths', { schema: { type: 'boolean' } }, ['true', 'false']],
  ])('have the values of %s', (_, more, expected) => {
    expect(values(more)).toMatchObject({ values: expected, remark: null });
  });

  it('have values of the right form and a remark where there is nothing else', () => {
    expect(values({ schema: { type: 'string', format: 'uuid' } })?.values).toEqual([
      '00000000-0000-4000-8000-000000000001',
    ]);
    expect(values({ schema: { type: 'integer', minimum: 7 } })?.values).toEqual(['7']);
    expect(values({ schema: { type: 'string' } }, 'bookId')?.values).toEqual(['1']);
    expect(values({})?.remark).toContain('that the service has');
  });

  it('of one name are one where their values are, and two where not', () => {
    const get = (example: string) => ({ get: { parameters: [parameter('user', { example })] } });
    const draft = paths({ '/a/{user}': get('ada'), '/b/{user}': get('ada'), '/c/{user}': get('bob') });
    expect(draft.requests.map(({ path }) => path)).toEqual(['/a/{{user}}', '/b/{{user}}', '/c/{{user_2}}']);
  });

  it('are made for a part of the path that no parameter describes', () => {
    expect(first({ '/a/{what}': { get: {} } }).path).toBe('/a/{{what}}');
  });
});

describe('bodies', () => {
  it('end where a schema contains itself', () => {
    const node = {
      type: 'object',
      required: ['next'],
      properties: { next: { $ref: '#/components/schemas/Node' } },
    };
    expect(JSON.stringify(bodyOf({ $ref: '#/components/schemas/Node' }, { Node: node })).length).toBeLessThan(
      200,
    );
    expect(bodyOf({ $ref: '#/components/schemas/A' }, { A: { $ref: '#/components/schemas/A' } })).toBeNull();
  });

  it('stay small where schemas multiply', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`p${at}`, { $ref: '#/components/schemas/A' }]),
    );
    const began = performance.now();
    const body = bodyOf({ $ref: '#/components/schemas/A' }, { A: { type: 'object', properties: many } });
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('have all of allOf and the first of oneOf that comes to something', () => {
    const schema = {
      allOf: [{ type: 'object', properties: { a: { const: 1 } } }],
      oneOf: [{ $ref: '#/nowhere' }, { type: 'object', properties: { b: { type: ['null', 'boolean'] } } }],
      properties: { c: { type: 'integer', exclusiveMinimum: 4 } },
    };
    expect(bodyOf(schema)).toEqual({ a: 1, b: true, c: 5 });
  });

  it('that are no JSON are a form, or left to the person', () => {
    const sent = (type: string) =>
      first({
        '/a': {
          post: {
            requestBody: { content: { [type]: { schema: { properties: { a: { example: 'b c' } } } } } },
          },
        },
      });
    expect(sent('application/x-www-form-urlencoded').body).toEqual({ kind: 'text', text: 'a=b+c' });
    expect(sent('application/vnd.shop+json')).toMatchObject({
      body: { value: { a: 'b c' } },
      headers: [['content-type', 'application/vnd.shop+json']],
    });
    expect(sent('text/xml')).toMatchObject({ body: null, remarks: ['write a body here: text/xml'] });
  });
});

describe('other documents', () => {
  it('Swagger 2.0 is read as well', () => {
    const draft = draftOf({
      swagger: '2.0',
      basePath: '/api/',
      paths: {
        '/a/{id}': {
          get: { parameters: [{ name: 'id', in: 'path', type: 'string', enum: ['q'] }], responses: {} },
          put: { parameters: [{ name: 'it', in: 'body', schema: { $ref: '#/definitions/A' } }] },
        },
      },
      definitions: { A: { type: 'object', properties: { n: { type: 'integer' } } } },
    });
    expect(draft.requests).toMatchObject([
      { method: 'GET', path: '/api/a/{{a_id}}' },
      { method: 'PUT', body: { kind: 'json', value: { n: 1 } } },
    ]);
    expect(draft.variables[0]?.values).toEqual(['q']);
  });

  it('too many operations: those that read come first, and the rest is counted', () => {
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`/p${at}`, { post: {}, get: {} }]),
    );
    const text = draftText(paths(many));
    expect(problemsOfText(draftText(paths(many), 'live'))).toEqual([]);
    expect(text.match(/^ {6}- name/gmu)).toHaveLength(150);
    expect(text.match(/^ {6}# - name/gmu)).toHaveLength(50);
    expect(flat(text)).toContain('100 requests are left out');
  });

  it('without a request that reads: one to be replaced', () => {
    const text = draftText(paths({ '/a': { post: {} } }));
    expect(partOf(text)).toMatch(/^ {4}requests:\n {6}- GET \/ # nothing was found that only reads/u);
    expect(problemsOfText(text)).toEqual([]);
  });

  it.each([
    [{ log: { entries: [] } }, 'document-kind', /HAR file.*/u],
    [{ openapi: '4.0.0', paths: {} }, 'document-kind', /version "4\.0\.0"/u],
    [{ swagger: '1.2', apis: [] }, 'document-kind', /version "1\.2"/u],
    [{ paths: {} }, 'document-kind', /neither `openapi` nor `swagger`/u],
    [[], 'document-kind', /neither/u],
    [{ openapi: '3.0.0', paths: {} }, 'document-empty', /no operation/u],
  ])('%j is refused', (document, code, message) => {
    let thrown: unknown;
    try {
      draftOf(document);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failure);
    expect(thrown).toMatchObject({ exitCode: 3, detail: { code } });
    expect((thrown as Failure).message).toMatch(message);
  });
});
