/** Configurations made to harm: refused quickly, and without a trace. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { METRIC_NAMES } from '../../../src/domain/metric.ts';
import { failureOf, load, problemsIn, scenario } from './loading.ts';

const KIB = 1024;
const big = 256 * KIB - 100;
/** Generous: each takes well below half a second on an idle machine. */
const BOUND_MS = 2000;

const rows = (number: number, row: (index: number) => string) =>
  Array.from({ length: number }, (_, index) => row(index)).join('\n');

const bombs: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['too large', 'a'.repeat(256 * KIB + 1), /larger than 256 KiB/],
  ['deep flow lists', '['.repeat(big), /nested more than 32 levels/],
  ['deep flow mappings', '{a: '.repeat(big / 4), /nested more than 32 levels/],
  ['deep flow mappings without keys', '{'.repeat(big), /nested more than 32 levels/],
  ['deep block lists', '- '.repeat(big / 2), /nested more than 32 levels/],
  ['deep explicit keys', '? '.repeat(big / 2), /nested more than 32 levels/],
  ['deep implicit keys', 'a: '.repeat(big / 3), /nested more than 32 levels|not valid YAML/],
  ['deep indentation', rows(600, (index) => `${' '.repeat(index)}a:`), /nested more than 32 levels/],
  ['33 levels', `a: ${'['.repeat(32)}1${']'.repeat(32)}`, /nested more than 32 levels/],
  ['an alias', 'a: &x 1\nb: *x', /aliases are not supported/],
  [
    'a billion laughs',
    `a: &a [x,x]\n${rows(30, (index) => `b${index}: &b${index} [*a, *a]`)}`,
    /aliases are not supported/,
  ],
  ['an alias to itself', 'a: &a [*a]', /aliases are not supported/],
  ['an anchor', 'a: &x 1', /anchors are not supported/],
  ['an anchor on a key', '&x a: 1', /a key must be plain text|anchors are not supported/],
  ['many anchors', 'a: &a [1]\n'.repeat(20_000), /too many entries/],
  ['a merge key', 'a: {<<: {b: 1}}', /merge keys are not supported/],
  ['a tag', 'a: !!js/function "x"', /tags are not supported/],
  ['a local tag', 'a: !x [1]', /tags are not supported/],
  ['a bare tag', 'a: ! 1', /tags are not supported/],
  ['a binary', 'a: !!binary aGk=', /tags are not supported/],
  ['a set', 'a: !!set {x}', /tags are not supported/],
  ['a long tag', `a: ${'!'.repeat(big)}`, /not valid YAML/],
  ['a directive', '%YAML 1.1\n---\na: yes', /directives are not supported/],
  ['a tag directive', '%TAG ! tag:evil,2000:\n---\na: 1', /directives are not supported/],
  ['two documents', 'a: 1\n---\nb: 2', /more than one document/],
  ['a second document behind an end', 'a: 1\n...\nb: 2', /more than one document|not valid YAML/],
  ['__proto__', 'service: {start: x}\n__proto__: {suite: evil}', /`__proto__` is not allowed/],
  ['__proto__ in quotes', '"__proto__": 1', /`__proto__` is not allowed/],
  ['__proto__ in escapes', String.raw`"\u005f_proto__": 1`, /`__proto__` is not allowed/],
  ['constructor', 'service: {constructor: {prototype: {a: 1}}}', /`constructor` is not allowed/],
  [
    'prototype deep in a body',
    scenario('requests: [{path: /, json: {a: [{prototype: 1}]}}]'),
    /`prototype` is not allowed/,
  ],
  ['many duplicate keys', 'a: 1\n'.repeat(10_000), /duplicate key|too many entries/],
  ['many keys', rows(20_000, (index) => `k${index}: 1`), /too many entries|unknown key/],
  ['many commas', `a: [${','.repeat(big - 10)}]`, /too many entries|not valid YAML/],
  ['many comments', '# x\n'.repeat(60_000), /too many entries|is empty/],
  ['a long line of quotes', `a: "${'\\u0041'.repeat(40_000)}`, /not valid YAML/],
  ['tabs', `a:\n${'\t'.repeat(big - 10)}b: 1`, /not valid YAML/],
  ['nothing', '', /is empty/],
  ['blanks', ' \n'.repeat(1000), /is empty/],
  ['only a comment', '# later\n', /is empty/],
  ['only null', '~', /is empty/],
  ['only a number', '5', /the file must be a mapping/],
  ['a byte order mark', '\uFEFFservice: {start: x}', /byte order mark/],
  ['NUL', 'service: {start: "a\0b"}', /NUL/],
  ['UTF-16', Buffer.from('service: {start: x}', 'utf16le'), /NUL/],
  ['UTF-16 with its mark', Buffer.from('\uFEFFservice: {start: x}', 'utf16le'), /NUL|UTF-8/],
  ['Latin-1', Buffer.from('service: {start: "b\u00FCcher"}', 'latin1'), /not valid UTF-8/],
  [
    'random bytes',
    Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 197 + 31) % 256)),
    /NUL|UTF-8/,
  ],
  ['a number too large', 'a: 123456789012345678901', /too large for a number/],
];

describe('hostile YAML (S16, S17, S18)', () => {
  it('quotes no control character, also not as the one to percent-encode', async () => {
    const text = 'service: { start: x }\nscenarios: { a: { requests: ["GET /\u0082a"] } }\n';
    const problems = await problemsIn({ text });
    expect(problems).toEqual([expect.stringContaining('percent-encode')]);
    expect(problems.join('')).not.toMatch(/\p{Cc}/u);
  });

  it.each(bombs)('%s', async (_, text, message) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const started = performance.now();
    const { detail, exitCode } = await failureOf({ text });
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
    expect(exitCode).toBe(3);
    expect(detail.code).toBe('config-invalid');
    expect([detail.message, ...detail.lines].join('\n')).toMatch(message);
    expect(detail.lines.length).toBeLessThanOrEqual(151);
    expect(detail.lines.every((line) => line.length < 500)).toBe(true);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('takes 32 levels', async () => {
    const json = `${'['.repeat(26)}1${']'.repeat(26)}`;
    const { plan } = await load({ text: scenario(`requests: [{path: /, method: POST, json: ${json}}]`) });
    expect(plan.scenarios[0]?.load.requests[0]?.body).toBe(json);
  });

  it('takes a large file of plain requests quickly', async () => {
    const started = performance.now();
    const { plan } = await load({
      text: scenario(
        'requests:',
        ...Array.from({ length: 200 }, (_, index) => `  - GET /books/${index}/${'x'.repeat(900)}`),
      ),
    });
    expect(plan.scenarios[0]?.load.requests).toHaveLength(200);
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
  });
});

describe('odd numbers in every field (S18)', () => {
  const fields: readonly (readonly [string, (value: string) => string])[] = [
    ...['users', 'duration', 'warm-up', 'timeout'].map(
      (key) => [key, (value: string) => scenario(`${key}: ${value}`)] as const,
    ),
    ...METRIC_NAMES.flatMap((metric) =>
      ['max-increase', 'max-decrease', 'max', 'min'].map(
        (key) =>
          [
            `${metric}.${key}`,
            (value: string) => scenario(`limits: { ${metric}: { ${key}: ${value} } }`),
          ] as const,
      ),
    ),
    ...['port', 'build-timeout', 'ready-timeout', 'stop-timeout'].map(
      (key) =>
        [key, (value: string) => `service: { start: x, ${key}: ${value} }\nscenarios: { a: {} }`] as const,
    ),
    ['keep', (value) => `baseline: { keep: ${value} }\nservice: { start: x }\nscenarios: { a: {} }`],
    ['weight', (value) => scenario(`requests: [{ path: /, weight: ${value} }]`)],
    ['expect', (value) => scenario(`requests: [{ path: /, expect: ${value} }]`)],
    [
      'range',
      (value) => scenario('requests: ["GET /{{v}}"]', `variables: { v: { range: [${value}, ${value}] } }`),
    ],
    [
      'counter',
      (value) =>
        scenario(
          'requests: ["GET /{{v}}"]',
          `variables: { v: { counter: { start: ${value}, step: ${value} } } }`,
        ),
    ],
  ];
  const odd = [
    '.nan',
    '.NaN',
    '.inf',
    '-.inf',
    '+.inf',
    '1e400',
    '-1e400',
    '1e309s',
    'NaN',
    'Infinity',
    '-Infinity',
    'NaN%',
    'Infinity%',
    'infs',
    '1e5s',
    '1e3%',
    '0x10s',
    '9'.repeat(400),
    `${'9'.repeat(400)}s`,
    `${'9'.repeat(400)}%`,
    '-1',
    '-5%',
    '-30s',
    '1_000',
    '٣٠s',
    '１０',
    '~',
    '""',
    '[]',
    '{}',
    'true',
    '1.7976931348623157e308',
  ];

  it.each(fields)('%s', async (_, text) => {
    const ends = await Promise.all(odd.map(async (value) => ({ value, end: await endOf(text(value)) })));
    // What is taken must mean what is written: only whole negative ends of ranges and counters do.
    expect(
      ends.filter(({ value, end }) => end !== 'refused' && !(value === '-1' && end === 'finite')),
    ).toEqual([]);
  });
});

/** `refused` with exit code 3, or what kinds of number the plan holds. */
async function endOf(text: string): Promise<string> {
  try {
    const { plan } = await load({ text });
    return numbersIn(plan).every(Number.isFinite) ? 'finite' : 'not finite';
  } catch (error) {
    return error instanceof Failure && error.exitCode === 3 ? 'refused' : String(error);
  }
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** A config with one variable from a file. */
function withFile(path: string, content: string | Uint8Array) {
  return {
    text: scenario('requests: [{ path: /, body: "{{f.a}}" }]', `variables: { f: { file: ${path} } }`),
    files: { [path]: content },
  };
}

/** Links out of the workspace and into .git, a folder and a pipe, each called like a data file. */
async function plantTraps(at: string): Promise<void> {
  const script =
    'ln -s /etc/passwd l.csv; mkdir d.csv; mkfifo p.csv; mkdir .git; printf "a\\n1\\n" > .git/x; ln -s .git/x g.csv';
  execFileSync('sh', ['-c', script], { cwd: at });
}

describe('data files', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['no rows', 'f.csv', 'a,b\n', 'it has no rows'],
    ['an empty file', 'f.csv', '', 'it has no rows'],
    [
      'rows of another length',
      'f.csv',
      'a,b\n1\n',
      'it is not valid CSV: Invalid Record Length: expect 2, got 1 on line 2',
    ],
    [
      'a row that is longer',
      'f.csv',
      'a,b\n1,2\n1,2,3\n',
      'it is not valid CSV: Invalid Record Length: expect 2, got 3 on line 3',
    ],
    ['a row without end', 'f.csv', `a\n"${'x\n'.repeat(700_000)}`, 'it is not valid CSV: Max Record Size'],
    ['a picture', 'f.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'it is not UTF-8 text'],
    ['a picture called JSON', 'f.json', Buffer.from('89504e470d0a1a0a', 'hex'), 'it is not UTF-8 text'],
    ['an empty JSON file', 'f.json', '', 'it is not valid JSON: '],
    ['JSON of texts', 'f.json', '["a"]', 'it is not a JSON list of objects'],
    ['an empty JSON row', 'f.json', '[{}]', 'it has no rows'],
    [
      'more than 8 MiB of JSON',
      'f.json',
      `[{"a":"${'x'.repeat(8 * KIB * KIB)}"}]`,
      'it is larger than 8192 KiB',
    ],
    ['an open quote', 'f.csv', 'a\n"x', 'it is not valid CSV: Quote Not Closed'],
    ['the same column twice', 'f.csv', 'a,a\n1,2\n', 'it has two columns called `a`'],
    [
      'a column without a name',
      'f.csv',
      'a,\n1,2\n',
      'it has a column that cannot be named in a request: ``',
    ],
    [
      '__proto__ as a column',
      'f.csv',
      '__proto__,a\n1,2\n',
      'it has a column that cannot be named in a request: `__proto__`',
    ],
    [
      'toString as a column',
      'f.csv',
      'toString\n1\n',
      'it has a column that cannot be named in a request: `toString`',
    ],
    ['NUL', 'f.csv', 'a\n\0\n', 'it is not UTF-8 text'],
    ['Latin-1', 'f.csv', Buffer.from('a\nb\u00FC\n', 'latin1'), 'it is not UTF-8 text'],
    ['more rows than 100000', 'f.csv', `a\n${'1\n'.repeat(100_001)}`, 'it has more than 100000 rows'],
    [
      'more columns than 100',
      'f.csv',
      `${rows(101, (index) => `c${index}`).replaceAll('\n', ',')}\n${'1,'.repeat(100)}1\n`,
      'it has more than 100 columns',
    ],
    ['more than 8 MiB', 'f.csv', `a\n${'x'.repeat(8 * KIB * KIB)}\n`, 'it is larger than 8192 KiB'],
    ['broken JSON', 'f.json', '[{', 'it is not valid JSON: '],
    ['JSON of another shape', 'f.json', '{"a":1}', 'it is not a JSON list of objects'],
    ['JSON of lists', 'f.json', '[[1]]', 'it is not a JSON list of objects'],
    ['an empty JSON list', 'f.json', '[]', 'it has no rows'],
    [
      '__proto__ as a JSON key',
      'f.json',
      '[{"__proto__":"x","a":1}]',
      'it has a column that cannot be named in a request: `__proto__`',
    ],
    [
      'a JSON row with another key',
      'f.json',
      '[{"a":1},{"b":1}]',
      'it has rows with different keys: `b` is not in every row (see row 2)',
    ],
    [
      'a JSON row without a key',
      'f.json',
      '[{"a":1,"b":2},{"a":1}]',
      'it has rows with different keys: `b` is not in every row (see row 2)',
    ],
    ['a nested JSON cell', 'f.json', '[{"a":{}}]', 'it holds no exact text, number or truth at `a` of row 1'],
    [
      'a JSON number out of range',
      'f.json',
      '[{"a":1e999}]',
      'it holds no exact text, number or truth at `a` of row 1',
    ],
    [
      'a JSON number that is not exact',
      'f.json',
      '[{"a":12345678901234567890}]',
      'it holds no exact text, number or truth at `a` of row 1',
    ],
    ['deep JSON', 'f.json', '['.repeat(200_000), 'it is not valid JSON'],
  ])('refuses %s', async (_, path, content, why) => {
    const started = performance.now();
    const problems = await problemsIn(withFile(path, content));
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`must name a CSV or JSON file in the workspace (got "${path}"); ${why}`);
  });

  it.each<[string, string, string, string]>([
    ['CSV with a byte order mark, CRLF and blank lines', 'f.csv', '\uFEFFa,b\r\n1,"x\ny"\r\n\r\n', '1'],
    ['JSON with truths and numbers', 'f.JSON', '[{"a":1.5},{"a":true},{"a":""}]', '1.5'],
  ])('reads %s', async (_, path, content, first) => {
    const { plan } = await load(withFile(path, content));
    expect(plan.scenarios[0]?.load.variables.f).toMatchObject({
      kind: 'file',
      rows: [{ a: first }, ...(path === 'f.csv' ? [] : [{ a: 'true' }, { a: '' }])],
    });
  });

  it.each([
    ['../f.csv'],
    ['/etc/passwd'],
    ['.git/f.csv'],
    ['a/../../f.csv'],
    ['.GIT/f.csv'],
    ['~/f.csv'],
    ['C:/f.csv'],
    [String.raw`a\f.csv`],
  ])('refuses the path %s (S19)', async (path) => {
    const problems = await problemsIn({
      text: scenario('requests: [{ path: /, body: "{{f.a}}" }]', `variables: { f: { file: '${path}' } }`),
      files: { '.git/f.csv': 'a\n1\n' },
    });
    expect(problems.join('\n')).toContain('must be a relative path inside the workspace, outside .git');
  });

  it('refuses links that lead out, folders and pipes, without waiting (S19)', async () => {
    const text = scenario(
      'requests: [{ path: /, body: "{{l.a}}{{d.a}}{{p.a}}{{g.a}}" }]',
      'variables: { l: { file: l.csv }, d: { file: d.csv }, p: { file: p.csv }, g: { file: g.csv } }',
    );
    const problems = await problemsIn({ text, prepare: plantTraps });
    expect(problems.map((line) => line.replace(/^.*; /, ''))).toEqual([
      'it leads out of the workspace or into .git',
      'it is not a file',
      'it is not a file',
      'it leads out of the workspace or into .git',
    ]);
  });
});
