/** Whatever stands in a configuration: a plan, or a Failure of kind usage, and nothing else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { type Given, load } from './loading.ts';

/** Few, because each makes a workspace; the seed is fixed, so that a failure is everybody's. */
const settings = { numRuns: 150, seed: 20_240_811, endOnFailure: true } as const;

const seedText = `suite: a
service: { start: "node x --port {port}", ready: { http: { path: /h, status: 200 } }, env: { A: 1 } }
defaults: { users: 3, limits: { p95: off } }
scenarios:
  one:
    duration: 5s
    order: weighted
    requests:
      - GET /a/{{id}}
      - { name: b, method: POST, path: /b, json: { x: "{{l}}", y: [1, {}] }, weight: 2, expect: [201, 2xx] }
    variables: { id: { range: [1, 5] }, l: { list: [a, b], pick: random } }
    limits: { p95: { max-increase: 10%, max: 200ms }, throughput: { min: 100/s } }
baseline: { path: b.json, keep: 3 }
`;

const prototypeKeys = Reflect.ownKeys(Object.prototype);

/** What loading came to, in words that are the same for every good end. */
async function fate(given: Given): Promise<string> {
  try {
    const { plan } = await load(given);
    return JSON.stringify(JSON.parse(JSON.stringify(plan))) === JSON.stringify(plan)
      ? 'fine'
      : 'a plan that is not JSON';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.exitCode !== 3) return `exit code ${error.exitCode}`;
    return /[\p{Cc}\p{Cs}]/u.test(error.detail.lines.join('')) ? 'control characters' : 'fine';
  }
}

async function survives(given: Given): Promise<void> {
  expect(await fate(given)).toBe('fine');
  expect(Reflect.ownKeys(Object.prototype)).toEqual(prototypeKeys);
}

const token = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '"',
  "'",
  '|',
  '>',
  '&a',
  '*a',
  '!!x',
  '%',
  '#',
  ',',
  '? ',
  '<<',
  '__proto__',
  '.nan',
  '1e400',
  '0',
  '-1',
  '5%',
  '30s',
  'off',
  '{{',
  '}}',
  '{port}',
  'null',
  '\t',
  '\r',
  '\u2028',
);
const value: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 4 });

describe('fuzz', () => {
  it('any text', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), (text) => survives({ text })),
        settings,
      ),
    ).resolves.toBeUndefined();
  });

  it('any tokens of YAML', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(fc.array(token, { maxLength: 60 }), (tokens) => survives({ text: tokens.join('') })),
        settings,
      ),
    ).resolves.toBeUndefined();
  });

  it('a good file with something put in, taken out, or cut off', async () => {
    const mutation = fc.record({
      at: fc.nat(seedText.length),
      remove: fc.nat(30),
      insert: fc.array(token, { maxLength: 3 }),
      cut: fc.boolean(),
    });
    await expect(
      fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
          const text = mutations.reduce(
            (now, { at, remove, insert, cut }) =>
              now.slice(0, at) + insert.join('') + (cut && remove === 0 ? '' : now.slice(at + remove)),
            seedText,
          );
          return survives({ text, base: seedText });
        }),
        { ...settings, numRuns: 300 },
      ),
    ).resolves.toBeUndefined();
  });

  it('any value at any key', async () => {
    const keys = [
      'suite',
      'service',
      'defaults',
      'scenarios',
      'baseline',
      'policy',
      'report',
      'compare',
      'language',
      'secrets',
    ];
    const inner = [
      'start',
      'url',
      'ready',
      'env',
      'port',
      'http',
      'users',
      'duration',
      'requests',
      'flows',
      'weight',
      'variables',
      'limits',
      'p95',
      'max',
      'path',
      'json',
      'headers',
      'expect',
      'file',
      'list',
      'range',
      'valueOf',
      'toString',
    ];
    const tree = fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(
        value,
        fc.dictionary(
          fc.constantFrom(...inner),
          fc.oneof(
            value,
            fc.dictionary(
              fc.constantFrom(...inner),
              fc.oneof(value, fc.dictionary(fc.constantFrom(...inner), value)),
            ),
          ),
        ),
      ),
    );
    await expect(
      fc.assert(
        fc.asyncProperty(tree, (object) => survives({ text: JSON.stringify(object) })),
        { ...settings, numRuns: 150 },
      ),
    ).resolves.toBeUndefined();
  });

  it('any inputs', async () => {
    const names = [
      'start',
      'url',
      'port',
      'ready',
      'users',
      'duration',
      'requests',
      'p95-max',
      'error-rate-max',
      'suite',
      'config',
      'baseline-path',
      'comment',
      'working-directory',
    ];
    const inputs = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), token),
    );
    await expect(
      fc.assert(
        fc.asyncProperty(inputs, fc.boolean(), (given, file) =>
          survives({ inputs: given, ...(file ? { text: seedText } : {}) }),
        ),
        settings,
      ),
    ).resolves.toBeUndefined();
  });

  it('any data file', async () => {
    const text =
      'service: { start: x }\nscenarios: { a: { requests: ["GET /{{f.a}}"], variables: { f: { file: f.EXT } } } }';
    await expect(
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom('csv', 'json'),
          fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json({ maxDepth: 3 })),
          (ext, content) => survives({ text: text.replace('EXT', ext), files: { [`f.${ext}`]: content } }),
        ),
        settings,
      ),
    ).resolves.toBeUndefined();
  });
});
