/** A load by Locust: what people write becomes a plan, and keys that it has no use for are told. */
import { describe, expect, it } from 'vitest';
import { configHashes } from '../../../src/measure/setting.ts';
import { type Given, load, problemsIn, scenario } from './loading.ts';

const FILES = { 'load/locustfile.py': 'import locust', 'load/data.csv': 'a' };
const given = (lines: readonly string[], files: Given['files'] = FILES): Given => ({
  text: scenario('engine: locust', ...lines),
  files,
});
const planFor = async (lines: readonly string[], files: Given['files'] = FILES) => {
  const { plan } = await load(given(lines, files));
  return plan;
};

describe('a load by Locust', () => {
  it('has a locustfile in the place of requests, and every default', async () => {
    const [only] = (await planFor(['users: 250', 'locust: { file: ./load/locustfile.py }'])).scenarios;
    expect(only?.load).toMatchObject({
      engine: 'locust',
      requests: [],
      executor: { kind: 'constant-users', users: 250 },
      locust: {
        file: 'load/locustfile.py',
        command: 'locust',
        spawnRate: 100,
        tags: [],
        excludeTags: [],
        processes: 1,
        env: {},
      },
    });
  });

  it('takes everything that Locust is to be told', async () => {
    const [only] = (
      await planFor([
        'locust:',
        '  file: load/locustfile.py',
        '  command: .venv/bin/locust',
        '  spawn-rate: 5',
        '  tags: [read]',
        '  exclude-tags: [slow]',
        '  processes: 2',
        '  files: [load/data.csv]',
        '  env: { SHOP: on }',
      ])
    ).scenarios;
    expect(only?.load.locust).toMatchObject({
      command: '.venv/bin/locust',
      spawnRate: 5,
      tags: ['read'],
      excludeTags: ['slow'],
      processes: 2,
      env: { SHOP: 'on' },
    });
    expect(Object.keys(only?.load.locust?.hashes ?? {})).toEqual(['load/locustfile.py', 'load/data.csv']);
  });

  it('is another load when one of its files is another', async () => {
    const lines = ['locust: { file: load/locustfile.py, files: [load/data.csv] }'];
    const hashOf = async (files: Given['files']) => Object.values(configHashes(await planFor(lines, files)));
    const usual = await hashOf(FILES);
    expect(await hashOf(FILES)).toEqual(usual);
    expect(await hashOf({ ...FILES, 'load/locustfile.py': 'import locust, time' })).not.toEqual(usual);
    expect(await hashOf({ ...FILES, 'load/data.csv': 'b' })).not.toEqual(usual);
  });

  it.each<[string, RegExp]>([
    ['locust: { file: none.py }', /must name a file in the workspace.*does not exist/],
    ['locust: { file: ../x.py }', /must be a relative path inside the workspace/],
    ['users: 3', /needs `locust` with `engine: locust`/],
    ['locust: { file: load/locustfile.py, tags: [--help] }', /must be a tag/],
    ['requests: [GET /]', /`requests` has no effect with `engine: locust`: the locustfile says what is sent/],
    ['think-time: 1s', /say `wait_time` in the locustfile/],
    ['timeout: 1s', /`timeout` has no effect with `engine: locust`/],
    ['rate: 10', /has no `executor: constant-arrival-rate` here.*LoadTestShape/],
    ['executor: stress', /has no `executor: stress` here/],
  ])('%s is told', async (line, message) => {
    const lines =
      line.startsWith('locust') || line.startsWith('users')
        ? [line]
        : [line, 'locust: { file: load/locustfile.py }'];
    const problems = await problemsIn(given(lines));
    expect(problems.join('\n')).toMatch(message);
  });

  it('is asked for by its engine', async () => {
    const problems = await problemsIn({
      text: scenario('locust: { file: load/locustfile.py }'),
      files: FILES,
    });
    expect(problems.join('\n')).toMatch(/`locust` has no effect without `engine: locust`/);
  });
});
