/** A load by Locust: what people write becomes a plan, and keys that it has no use for are told. */
import { describe, expect, it } from 'vitest';
import { configHashes } from '../../../src/measure/setting.ts';
import { type Given, load, problemsIn, scenario } from './loading.ts';

const FILES = { 'load/locustfile.py': 'import locust', 'load/data.csv': 'a' };
const given = (lines: readonly string[], files: Given['files'] = FILES): Given => ({
  text: scenario('engine: locust', ...lines),
  files,
});
/** With a service that machines elsewhere reach, too. */
const far = (lines: readonly string[]): Given => {
  const usual = given(lines);
  const target = 'target: { url: http://api.example.com }\nallowed-addresses: [api.example.com]';
  return { ...usual, text: String(usual.text).replace(/^service: .*$/m, target) };
};
const planFor = async (lines: readonly string[], files: Given['files'] = FILES) => {
  const { plan } = await load(given(lines, files));
  return plan;
};

const workersFor = async (line: string) => {
  const { plan } = await load(far([`locust: { file: load/locustfile.py, workers: { ${line} } }`]));
  return plan.scenarios[0]?.load.locust?.workers ?? null;
};

const locustFor = async (line: string) => {
  const [only] = (await planFor([`locust: { file: load/locustfile.py, ${line} }`])).scenarios;
  if (only?.load.locust === undefined) throw new Error('a load by Locust was asked for');
  return only.load.locust;
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

  it('has workers elsewhere, with every default', async () => {
    const { workers } = await locustFor('workers: { count: 4 }');
    expect(workers).toEqual({
      count: 4,
      joinWithin: 60_000,
      bind: '127.0.0.1',
      port: 5557,
      start: [],
      mayLose: 0,
    });
  });

  it('starts workers by commands and over SSH, through whose connection they reach the master', async () => {
    const workers = await workersFor(
      'count: 3, join-within: 20s, bind: 10.0.0.1, port: 6000, may-lose: 1, start: [go], ssh: [me@load-1]',
    );
    expect(workers).toMatchObject({ joinWithin: 20_000, bind: '10.0.0.1', port: 6_000, mayLose: 1 });
    const [first, second] = workers?.start ?? [];
    expect(first).toBe('go');
    expect(second).toMatch(
      /^exec ssh -tt -o BatchMode=yes .* -R 127\.0\.0\.1:6001:10\.0\.0\.1:6000 'me@load-1' 'exec sh -c /,
    );
    expect(second).toContain(' locust -f - --worker --master-host 127.0.0.1 --master-port 6001 &');
  });

  it('gives each worker over SSH a port of its own there, also where the next ones are no ports', async () => {
    const portsFor = async (port: number) => {
      const workers = await workersFor(`count: 3, port: ${port}, ssh: [load-1, load-1, load-2]`);
      return workers?.start.map((line) => /-R 127\.0\.0\.1:(\d+):127\.0\.0\.1:\d+/.exec(line)?.[1]);
    };
    expect(await portsFor(5_557)).toEqual(['5558', '5559', '5560']);
    expect(await portsFor(65_534)).toEqual(['65535', '65533', '65532']);
  });

  it('has no workers over SSH for a service of this machine', async () => {
    const [problem, ...others] = await problemsIn(
      given(['locust: { file: load/locustfile.py, workers: { count: 1, ssh: [load-1] } }']),
    );
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /^\d+:\d+: `ssh` starts workers on other machines, and they do not reach a service/,
    );
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
    ['locust: { file: load }', /must name a file in the workspace \(got "load"\); it is not a file/],
    ['locust: { file: ../x.py }', /must be a relative path inside the workspace/],
    ['users: 3', /needs `locust` with `engine: locust`/],
    ['locust: { file: load/locustfile.py, tags: [--help] }', /must be a tag/],
    ['locust: { file: load/locustfile.py, workers: {} }', /workers\.count` is missing/],
    ['locust: { file: load/locustfile.py, workers: { count: 0 } }', /from 1 to 250/],
    ['locust: { file: load/locustfile.py, workers: { count: 2, may-lose: 2 } }', /must be less than `count`/],
    [
      'locust: { file: load/locustfile.py, processes: 2, workers: { count: 2 } }',
      /`processes` has no effect with/,
    ],
    [
      'locust: { file: load/locustfile.py, workers: { count: 1, ssh: [-oProxyCommand=x] } }',
      /must be a host/,
    ],
    [`locust: { file: load/locustfile.py, workers: { count: 1, ssh: ["a'b"] } }`, /must be a host/],
    ['locust: { file: load/locustfile.py, workers: { count: 1, bind: "a b" } }', /must be an address/],
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
