/** A load by k6: what people write becomes a plan, and keys that it has no use for are told. */
import { describe, expect, it } from 'vitest';
import { configHashes } from '../../../src/measure/setting.ts';
import { type Given, load, problemsIn, scenario } from './loading.ts';

const FILES = { 'load/shop.js': 'export default () => {}', 'load/data.json': '[]' };
const given = (lines: readonly string[], files: Given['files'] = FILES): Given => ({
  text: scenario('engine: k6', ...lines),
  files,
});
const planFor = async (lines: readonly string[], files: Given['files'] = FILES) =>
  (await load(given(lines, files))).plan;

describe('a load by k6', () => {
  it('has a script in the place of requests, and every default', async () => {
    const [only] = (await planFor(['users: 25', 'k6: { script: ./load/shop.js }'])).scenarios;
    expect(only?.load).toMatchObject({
      engine: 'k6',
      requests: [],
      executor: { kind: 'constant-users', users: 25 },
      k6: { script: 'load/shop.js', command: 'k6', shape: 'scenario', tags: {}, env: {} },
    });
  });

  it('takes everything that k6 is to be told', async () => {
    const [only] = (
      await planFor([
        'k6:',
        '  script: load/shop.js',
        '  command: bin/k6',
        '  shape: script',
        '  tags: { team: shop }',
        '  files: [load/data.json]',
        '  env: { MODE: on }',
      ])
    ).scenarios;
    expect(only?.load.k6).toMatchObject({
      command: 'bin/k6',
      shape: 'script',
      tags: { team: 'shop' },
      env: { MODE: 'on' },
    });
    expect(Object.keys(only?.load.k6?.hashes ?? {})).toEqual(['load/shop.js', 'load/data.json']);
  });

  it('is another load when one of its files is another', async () => {
    const lines = ['k6: { script: load/shop.js, files: [load/data.json] }'];
    const hashOf = async (files: Given['files']) => Object.values(configHashes(await planFor(lines, files)));
    const usual = await hashOf(FILES);
    expect(await hashOf(FILES)).toEqual(usual);
    expect(await hashOf({ ...FILES, 'load/shop.js': 'export default () => 1' })).not.toEqual(usual);
    expect(await hashOf({ ...FILES, 'load/data.json': '[1]' })).not.toEqual(usual);
  });

  it.each<[string, RegExp]>([
    ['k6: { script: none.js }', /must name a file in the workspace.*does not exist/],
    ['k6: { script: ../x.js }', /must be a relative path inside the workspace/],
    ['users: 3', /needs `k6` with `engine: k6`/],
    ['k6: { script: load/shop.js, tags: { "a=b": c } }', /must be letters, digits/],
    ['k6: { script: load/shop.js, shape: own }', /must be one of `scenario`, `script`/],
    ['requests: [GET /]', /`requests` has no effect with `engine: k6`: the script says what is sent/],
    ['think-time: 1s', /say `sleep\(\)` in the script/],
    ['timeout: 1s', /`timeout` has no effect with `engine: k6`/],
    ['rate: 10', /has no `executor: constant-arrival-rate` here.*shape: script/],
  ])('%s is told', async (line, message) => {
    const isWhole = line.startsWith('k6') || line.startsWith('users');
    const problems = await problemsIn(given(isWhole ? [line] : [line, 'k6: { script: load/shop.js }']));
    expect(problems.join('\n')).toMatch(message);
  });

  it('is asked for by its engine', async () => {
    const problems = await problemsIn({ text: scenario('k6: { script: load/shop.js }'), files: FILES });
    expect(problems.join('\n')).toMatch(/`k6` has no effect without `engine: k6`/);
  });
});
