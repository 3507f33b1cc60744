/** Configurations and inputs of any text: a plan that is plain JSON, or problems with their places; no crash, no changed prototype, no end of time (S16, S17, S18). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { loadPlan } from '../../src/config/load.ts';
import { Failure } from '../../src/domain/failure.ts';
import { worldIn } from '../../test/unit/config/loading.ts';
import { openFolder } from './folder.ts';
import { changed, edited, type TextEdit, textEdits, type ValueEdit, valueEdits } from './mutations.ts';
import type { FuzzTarget } from './target.ts';
import { madeOf } from './words.ts';

/** A text of its own, or changes of a good one: as YAML, or as values. */
type Given =
  | { readonly text: string }
  | { readonly text: readonly TextEdit[] }
  | { readonly value: readonly ValueEdit[] };

const VALUE = {
  suite: 'a',
  service: { start: 'node x --port {port}', ready: { http: { path: '/h', status: 200 } }, env: { A: 1 } },
  defaults: { users: 3, limits: { p95: 'off' } },
  scenarios: {
    one: {
      duration: '5s',
      order: 'weighted',
      requests: [
        'GET /a/{{id}}',
        {
          name: 'b',
          method: 'POST',
          path: '/b',
          json: { x: '{{l}}', y: [1, {}] },
          weight: 2,
          expect: [201, '2xx'],
        },
      ],
      variables: { id: { range: [1, 5] }, l: { list: ['a', 'b'], pick: 'random' } },
      limits: { p95: { 'max-increase': '10%', max: '200ms' }, throughput: { min: '100/s' } },
    },
    two: {
      'arrival-rate': '50/s',
      flows: [{ name: 'f', requests: [{ path: '/', capture: { t: { json: '/t' } } }] }],
    },
  },
  'allowed-addresses': ['10.0.0.0/8'],
  secrets: ['LOGIN'],
  policy: { 'on-no-baseline': 'pass' },
  baseline: { path: 'b.json', keep: 3 },
} as const;

const WHOLE = `suite: a
service: { start: "node x --port {port}", ready: { http: { path: /h, status: 200 } }, env: { A: 1 } }
defaults: { users: 3, limits: { p95: off } }
scenarios:
  one:
    duration: 5s
    requests:
      - GET /a/{{id}}
      - { name: b, method: POST, path: /b, json: { x: "{{l}}" }, weight: 2, expect: [201, 2xx] }
    variables: { id: { range: [1, 5] }, l: { list: [a, b], pick: random } }
    limits: { p95: { max-increase: 10%, max: 200ms }, throughput: { min: 100/s } }
baseline: { path: b.json, keep: 3 }
`;

const PIECES = [
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
  '&a ',
  '*a',
  '!!x ',
  '%',
  '#',
  ',',
  '? ',
  '<<: ',
  '---\n',
  '...\n',
  '__proto__',
  'constructor',
  '.nan',
  '.inf',
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
  '\0',
  '\ud800',
  '\ufeff',
  'suite',
  'service',
  'scenarios',
  'start',
  'requests',
  'limits',
  '../',
  '/etc/passwd',
  '.git/config',
  '--upload-pack=x',
];

const WORKSPACE = openFolder();
mkdirSync(join(WORKSPACE, '.github'), { recursive: true });
const FILE = join(WORKSPACE, '.github/loadgate.yml');
const PROTOTYPE_KEYS = JSON.stringify(Reflect.ownKeys(Object.prototype).map(String));

function textOf(given: Given): string {
  if ('value' in given) return JSON.stringify(changed(VALUE, given.value));
  return typeof given.text === 'string' ? given.text : edited(WHOLE, given.text);
}

/** A change against the good file at the base commit, as in a pull request. */
async function check(given: Given): Promise<number> {
  writeFileSync(FILE, textOf(given));
  try {
    const source = { configPath: null, inputs: {}, base: WHOLE, sendsNothing: true };
    const { plan } = await loadPlan(source, worldIn(WORKSPACE));
    if (JSON.stringify(JSON.parse(JSON.stringify(plan))) !== JSON.stringify(plan))
      throw new Error('a plan that is not JSON');
    if (/:null[,}]/u.test(JSON.stringify(plan.scenarios.map(({ limits }) => limits))))
      throw new Error('a limit that is no number');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.exitCode !== 3) throw new Error(`exit code ${error.exitCode}`, { cause: error });
    if (/[\p{Cc}\p{Cs}]/u.test(error.detail.lines.join('')))
      throw new Error('control characters in what is told', { cause: error });
  }
  if (JSON.stringify(Reflect.ownKeys(Object.prototype).map(String)) !== PROTOTYPE_KEYS)
    throw new Error('a prototype was changed');
  return 1;
}

/** The fuzzer. */
export const config: FuzzTarget<Given> = {
  name: 'config',
  promise: 'A configuration becomes a plan, or problems with their places, in bounded time.',
  unit: 'files',
  bounds: { ci: 400, usual: 10_000, release: 200_000 },
  inputs: fc.oneof(
    fc.record({ text: madeOf(PIECES, 60) }),
    fc.record({ text: textEdits(madeOf(PIECES, 3)) }),
    fc.record({ value: valueEdits }),
  ),
  check,
};
