/** Whatever valid document comes in, what comes out is a configuration; of any other, nothing does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { problemsOfText } from '../../../src/config/draft/check.ts';
import { type DocumentKind, readDocument } from '../../../src/config/draft/document.ts';
import type { Draft } from '../../../src/config/draft/draft.ts';
import { draftText } from '../../../src/config/draft/draft-text.ts';
import { draftFromHar } from '../../../src/config/draft/har.ts';
import { draftFromOpenApi } from '../../../src/config/draft/openapi.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { load } from './loading.ts';

const settings = { numRuns: 80, seed: 20_240_811, endOnFailure: true } as const;

const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '<<',
  '{{',
  '}}',
  '{{x}}',
  '{{{',
  '{id}',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n- a: b\n',

  '# x',
  ': ',
  'a: b',
  '- ',
  '*a',
  '&a',
  '!!js/function',
  '%YAML',
  '---\n',
  '...',
  '|',
  '>',
  '@',
  '`',
  '~',
  'null',
  'true',
  '.nan',
  '1e999',

  '\0',
  '\t',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\uFFFD',
  '\uD800',
  '\u{1F4DA}',
  '\u202E',
  'ß',
  '漢字',
  ' ',
  '',
  '/',
  '//',
  '?',
  '#',
  '&',
  '=',
  '%',
  '%2',
  '..',
  'x'.repeat(5000),
  '{{'.repeat(200),
  '漢'.repeat(300),
  '9'.repeat(40),
  '-1',
  '007',
);
const text = fc.oneof(
  { weight: 3, arbitrary: hostile },
  fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('id', 'name', 'book', 'X-Tenant', 'application/json'),
);
const scalar = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const value: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(text, scalar, { maxKeys: 5 }),
);
const reference = fc
  .constantFrom('#/components/schemas/A', '#/components/schemas/B', '#', '#/paths', 'other.json#/A')
  .map(($ref) => ({ $ref }));

const { schema } = fc.letrec<{ readonly schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    reference,
    fc.record(
      {
        type: fc.constantFrom(
          'string',
          'integer',
          'number',
          'boolean',
          'array',
          'object',
          ['null', 'string'],
          7,
        ),
        format: fc.constantFrom('uuid', 'date', 'x'),
        example: value,
        enum: fc.array(value, { maxLength: 3 }),
        default: value,
        minimum: fc.double(),
        multipleOf: fc.double(),
        minLength: fc.double(),
        maxLength: fc.integer(),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        properties: fc.dictionary(text, tie('schema'), { maxKeys: 4 }),
        required: fc.array(text, { maxLength: 3 }),
        items: tie('schema'),
        allOf: fc.array(tie('schema'), { maxLength: 2 }),
        oneOf: fc.array(tie('schema'), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  ),
}));

const parameter = fc.record(
  {
    name: text,
    in: fc.constantFrom('path', 'query', 'header', 'cookie', 'body'),
    required: fc.constantFrom(true, true, false),
    schema,
    example: value,
  },
  { requiredKeys: ['name', 'in', 'required'] },
);
const operation = fc.record(
  {
    operationId: text,
    summary: text,
    parameters: fc.array(parameter, { maxLength: 5 }),
    requestBody: fc.record({
      content: fc.dictionary(
        fc.oneof(
          fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'application/a+json'),
          text,
        ),
        fc.record({ schema, example: value }, { requiredKeys: [] }),
        { maxKeys: 3 },
      ),
    }),
    responses: fc.dictionary(
      fc.constantFrom('200', '2XX', '302', '3XX', 'default', '999', '__proto__'),
      value,
    ),
    security: fc.array(fc.dictionary(text, fc.constant([]), { maxKeys: 2 }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const path = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
const openapi = fc.record(
  {
    openapi: fc.constantFrom('3.0.3', '3.1.0'),
    info: fc.record({ title: text }),
    servers: fc.array(fc.record({ url: fc.oneof(text, fc.webUrl(), path) }), { maxLength: 1 }),
    paths: fc.dictionary(
      path,
      fc.record({ get: operation, post: operation, delete: operation }, { requiredKeys: ['get'] }),
      { minKeys: 1, maxKeys: 6 },
    ),
    components: fc.record({ schemas: fc.record({ A: schema, B: schema }) }),
  },
  { requiredKeys: ['openapi', 'paths'] },
);

const url = fc.tuple(
  fc.constantFrom('http://a.example', 'https://b.example:8443', 'http://[::1]'),
  fc.oneof(path, fc.constantFrom('/b/1', '/b/2', '/b/1?q=1', '/b/2?q=2', '/s?a=1&b=2', '/s?a=3&b=2')),
  fc.oneof(
    fc.constant(''),
    text.map((query) => `?${query}`),
  ),
);
const entry = fc.record({
  request: fc.record(
    {
      method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'PUT', 'TRACE'),
      url: url.map((parts) => parts.join('')),
      headers: fc.array(
        fc.record({ name: fc.oneof(text, fc.constantFrom('Accept', 'accept', 'Prefer')), value: text }),
        { maxLength: 4 },
      ),
      postData: fc.record({
        mimeType: fc.oneof(
          text,
          fc.constantFrom('application/json', 'application/a+json; x', 'application/x-www-form-urlencoded'),
        ),
        text: fc.oneof(
          text,
          value.map((each) => JSON.stringify(each)),
        ),
      }),
    },
    { requiredKeys: ['method', 'url'] },
  ),
  response: fc.record({ status: fc.constantFrom(200, 201, 302, 304, 399.5, 404, 0) }),
});
const first = { request: { method: 'GET', url: 'http://a.example/' }, response: { status: 200 } };
const har = fc.array(entry, { maxLength: 30 }).map((entries) => ({ log: { entries: [first, ...entries] } }));

const draftOf = (written: string, kind: DocumentKind): Draft =>
  (kind === 'har' ? draftFromHar : draftFromOpenApi)(readDocument(written, 'a.json', kind), 'a.json');

function expectConfig(draft: Draft): void {
  expect(problemsOfText(draftText(draft))).toEqual([]);
  expect(problemsOfText(draftText(draft, 'live'))).toEqual([]);
}

/** What a text comes to, in words; anything thrown that is no failure is a fault. */
function endOf(written: string, kind: DocumentKind): string {
  try {
    const problems = problemsOfText(draftText(draftOf(written, kind), 'live'));
    return problems.length === 0 ? 'a configuration' : problems.join();
  } catch (error) {
    if (error instanceof Failure) return `exit ${error.exitCode}`;
    throw error;
  }
}

describe('whatever comes in', () => {
  it('as OpenAPI', () => {
    fc.assert(
      fc.property(openapi, (document) => expectConfig(draftOf(JSON.stringify(document), 'openapi'))),
      { ...settings, numRuns: 200 },
    );
  });

  it('as OpenAPI in YAML', () => {
    fc.assert(
      fc.property(openapi, (document) => {
        const plain: unknown = JSON.parse(
          JSON.stringify(document).replaceAll(/\\u0000|\\ud[89a-f]../giu, ''),
        );
        expectConfig(draftOf(stringify(plain, { aliasDuplicateObjects: false }), 'openapi'));
      }),
      settings,
    );
  });

  it('as a recording', () => {
    fc.assert(
      fc.property(har, (document) => expectConfig(draftOf(JSON.stringify(document), 'har'))),
      { ...settings, numRuns: 200 },
    );
  });

  it('the whole way to a plan', async () => {
    const either = fc.oneof(
      openapi.map((document) => draftOf(JSON.stringify(document), 'openapi')),
      har.map((document) => draftOf(JSON.stringify(document), 'har')),
    );
    await expect(
      fc.assert(
        fc.asyncProperty(either, async (draft) => {
          const { plan } = await load({ text: draftText(draft) });
          expect(plan.scenarios[0]?.load.requests.length).toBeGreaterThan(0);
        }),
        { ...settings, numRuns: 25 },
      ),
    ).resolves.toBeUndefined();
  });

  it('and is no such document: a failure that says so', () => {
    const kinds = fc.constantFrom<DocumentKind>('openapi', 'har');
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json({ maxDepth: 4 }),
      value.map((paths) => JSON.stringify({ openapi: '3.0.0', paths, servers: paths, security: paths })),
      value.map((inner) =>
        JSON.stringify({
          openapi: '3.0.0',
          paths: { '/a': { get: { parameters: inner, responses: inner, security: inner } } },
        }),
      ),
      value.map((inner) =>
        JSON.stringify({ log: { entries: [inner, { request: inner, response: inner }] } }),
      ),
    );
    fc.assert(
      fc.property(odd, kinds, (written, kind) => {
        expect(endOf(written, kind)).toMatch(/^(?:a configuration|exit 3)$/u);
      }),
      { ...settings, numRuns: 200 },
    );
  });
});

describe('documents made to harm', () => {
  const wide = (count: number) =>
    JSON.stringify({
      openapi: '3.0.0',
      paths: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `/p${at}/{id}`,
          {
            get: {
              operationId: `漢${'x'.repeat(70)}${at}`,
              parameters: [
                {
                  name: 'id',
                  in: 'path',
                  required: true,
                  schema: { enum: Array.from({ length: 30 }, (__, n) => `${'é'.repeat(190)}${at}${n}`) },
                },
              ],
            },
            post: {
              requestBody: {
                content: { 'application/json': { example: Array.from({ length: 200 }, (__, n) => n) } },
              },
            },
          },
        ]),
      ),
    });

  it('fit into a configuration however much they say', () => {
    const draft = draftOf(wide(400), 'openapi');
    expectConfig(draft);
    expect(Buffer.byteLength(draftText(draft, 'live'))).toBeLessThan(256 * 1024);
    // The property holds because things are left out, and not because there was little to leave out.
    expect(draftText(draft, 'live')).toMatch(/requests are left out/u);
  });

  it('fit where they are short but many', () => {
    const example = Array.from({ length: 100 }, () => 1);
    const post = { requestBody: { content: { 'application/json': { example } } } };
    const paths = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`/p${at}`, { post }]));
    expectConfig(draftOf(JSON.stringify({ openapi: '3.0.0', paths }), 'openapi'));
  });

  it.each([
    [
      'deep JSON',
      `{"openapi":"3.0.0","paths":{"/a":{"post":{"requestBody":{"content":{"application/json":{"example":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}}}}}`,
    ],
    [
      'a YAML document that holds itself',
      'openapi: 3.0.0\npaths: &p\n  /a:\n    post:\n      requestBody: { content: { application/json: { example: { x: *p } } } }\n',
    ],
  ])('%s is cut', (_, written) => {
    expectConfig(draftOf(written, 'openapi'));
    expect(draftText(draftOf(written, 'openapi'))).toContain('the body was longer');
  });

  it.each([
    ['deep YAML', `openapi: ${'['.repeat(5000)}`, /nested more than 100 levels/u],
    [
      'many laughs',
      `a: &a [x, x]\n${Array.from({ length: 20 }, (_, at) => `b${at}: &${'abcdefghijklmnopqrstuvwxyz'[at + 1]} [${`*${'abcdefghijklmnopqrstuvwxyz'[at]}, `.repeat(9)}x]`).join('\n')}`,
      /aliases multiply|xcessive alias/u,
    ],
    ['large YAML', `openapi: 3.0.0\n${'# x\n'.repeat(1_100_000)}`, /more than 4 MiB/u],
  ])('%s is refused', (_, written, words) => {
    let thrown: unknown;
    try {
      draftOf(written, 'openapi');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failure);
    const { message, lines } = (thrown as Failure).detail;
    expect([message, ...lines].join(' ')).toMatch(words);
  });
});
