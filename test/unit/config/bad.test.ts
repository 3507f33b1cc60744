/** Bad configurations and exactly what they are told. */
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf, problemsIn, scenario } from './loading.ts';

describe('the form of complaints', () => {
  it('tells everything at once, in order, each with its line and a caret', async () => {
    const text = [
      'service: { start: node server.js }',
      'polcy: { on-inconclusive: fail }',
      'scenarios:',
      '  browse:',
      '    userss: 10',
      '    users: 0',
      '    duration: 20',
      '    requests: [GET /books, "GET /books/{{idd}}"]',
      '    variables: { id: { range: [1, 500] } }',
      '',
    ].join('\n');
    const { detail, exitCode } = await failureOf({ text });
    expect(exitCode).toBe(3);
    expect(detail).toMatchObject({
      kind: 'usage',
      code: 'config-invalid',
      message: 'The configuration is not valid: 6 problems in .github/loadgate.yml.',
      advice: 'Correct the places below; docs/configuration.md lists every key.',
      lines: [
        '.github/loadgate.yml:2:1: unknown key `polcy`; did you mean `policy`?',
        '    2 | polcy: { on-inconclusive: fail }',
        '      | ^^^^^',
        '.github/loadgate.yml:5:5: unknown key `userss` in `scenarios.browse`; did you mean `users`?',
        '    5 |     userss: 10',
        '      |     ^^^^^^',
        '.github/loadgate.yml:6:12: `scenarios.browse.users` must be a whole number from 1 to 10000 (got 0)',
        '    6 |     users: 0',
        '      |            ^',
        '.github/loadgate.yml:7:15: `scenarios.browse.duration` must be a duration from 1s to 6h (got 20); say 20s or 20ms',
        '    7 |     duration: 20',
        '      |               ^^',
        '.github/loadgate.yml:8:28: `scenarios.browse.requests[1]` uses `{{idd}}`, and there is no variable `idd`; did you mean `id`?',
        '    8 |     requests: [GET /books, "GET /books/{{idd}}"]',
        '      |                            ^^^^^^^^^^^^^^^^^^^^',
        '.github/loadgate.yml:9:18: variable `id` is never used; write `{{id}}` in a request, or remove it',
        '    9 |     variables: { id: { range: [1, 500] } }',
        '      |                  ^^',
      ],
    });
  });

  it('shortens long lines around the place, and shows nothing that a terminal would obey', async () => {
    const { detail } = await failureOf({ text: scenario(`engine: "${'x'.repeat(300)}\u202Eevil\u001B"`) });
    expect(detail.lines[1]?.length).toBeLessThan(140);
    expect(detail.lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('shows at most fifty', async () => {
    const { detail } = await failureOf({
      text: scenario(...Array.from({ length: 80 }, (_, index) => `k${index}x: 1`)),
    });
    expect(detail.message).toContain('80 problems');
    expect(detail.lines).toHaveLength(151);
    expect(detail.lines.at(-1)).toBe('… and 30 more');
  });
});

describe('missing files', () => {
  it('names the default path and both ways to go on', async () => {
    const { detail } = await failureOf({});
    expect(detail.code).toBe('config-missing');
    expect(detail.message).toBe('There is no configuration: .github/loadgate.yml does not exist.');
    expect(detail.advice).toContain('`start`');
    expect(detail.advice).toContain('`url`');
  });

  it('names the path that was asked for, even where inputs would do', async () => {
    const { detail } = await failureOf({ configPath: 'perf/gate.yml', inputs: { start: 'x' } });
    expect(detail).toMatchObject({
      code: 'config-missing',
      message: 'There is no configuration: perf/gate.yml does not exist.',
    });
  });

  it.each([['../gate.yml'], ['/etc/passwd'], ['.git/config']])('refuses %s', async (configPath) => {
    const { detail } = await failureOf({ configPath, files: { '.git/config': 'service: {}' } });
    expect(detail).toMatchObject({ kind: 'usage', code: 'config-invalid' });
  });

  it('refuses a folder and a link that leads out', async () => {
    const folder = await failureOf({
      configPath: 'gate.yml',
      prepare: (at) => mkdir(join(at, 'gate.yml')).then(() => undefined),
    });
    expect(folder.detail.message).toBe('The configuration gate.yml is not a file.');
    const link = await failureOf({
      configPath: 'gate.yml',
      prepare: (at) => symlink('/etc/hostname', join(at, 'gate.yml')),
    });
    expect(link.detail.message).toBe('The configuration gate.yml leads out of the workspace or into .git.');
  });
});

const whole = (service: string, rest = 'scenarios: { main: {} }') => `service: ${service}\n${rest}\n`;
const url = 'must be an http or https URL of this machine, like http://127.0.0.1:{port}';

describe('whole files', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'no service',
      'scenarios: { a: {} }',
      [
        '1:1: the file needs `service` (how it is started, or where it runs on this machine), or `target` (where it is deployed)',
      ],
    ],
    ['no scenarios', 'service: { start: x }', ['1:1: `scenarios` is missing; it must be a mapping']],
    [
      'empty scenarios',
      whole('{ start: x }', 'scenarios: {}'),
      ['2:12: `scenarios` must have 1 to 50 entries (got 0)'],
    ],
    [
      'a scenario of nothing',
      whole('{ start: x }', 'scenarios:\n  a:'),
      ['3:5: `scenarios.a` must be a mapping (got nothing)'],
    ],
    ['a list', '- service', ['1:1: the file must be a mapping (got a list)']],
    [
      'a bad suite',
      `suite: "../x"\n${whole('{ start: x }')}`,
      [
        '1:8: `suite` must be 1 to 60 letters, digits, dots, dashes, underscores or spaces, beginning with a letter or digit (got "../x")',
      ],
    ],
    [
      'a suite that objects have',
      `suite: toString\n${whole('{ start: x }')}`,
      ['1:8: `suite` must not be a reserved word (got "toString"); choose another name'],
    ],
    [
      'a bad scenario name',
      whole('{ start: x }', 'scenarios: { "a/b": {} }'),
      [
        '2:14: key `a/b` must be 1 to 60 letters, digits, dots, dashes, underscores or spaces, beginning with a letter or digit',
      ],
    ],
    [
      'another language',
      `language: de\n${whole('{ start: x }')}`,
      ['1:11: `language` must be one of `en`, `ru` (got "de")'],
    ],
    [
      'capital words',
      `policy: { on-inconclusive: Fail }\n${whole('{ start: x }')}`,
      ['1:28: `policy.on-inconclusive` must be one of `pass`, `fail` (got "Fail"); did you mean `fail`?'],
    ],
    [
      'a far key',
      `zzzzzzz: 1\n${whole('{ start: x }')}`,
      [
        '1:1: unknown key `zzzzzzz`; known keys: suite, language, service, target, allowed-addresses, defaults, scenarios, containers, compare, budget, sensitivity, baseline, policy, secrets, databases, report',
      ],
    ],
    [
      'written paths',
      `baseline: { path: .github/b.json }\nreport: { directory: ./ }\n${whole('{ start: x }')}`,
      [
        '1:19: `baseline.path` must be outside .github (got ".github/b.json")',
        '2:22: `report.directory` must name something inside the workspace (got "./")',
      ],
    ],
    [
      'a branch of accepted runs',
      `baseline: { store: branch, publish: pull-request, branch: ../x }\n${whole('{ start: x }')}`,
      [
        '1:37: `baseline.publish` `pull-request` needs `baseline.store: file`: runs enter a branch of their own by themselves; write `publish: commit`, or remove it',
        '1:59: `baseline.branch` must be the name of a branch: up to 100 letters, digits, dots, dashes, underscores and slashes (got "../x"); say `loadgate`',
      ],
    ],
    [
      'duplicate keys and what else is wrong',
      'suite: a\nsuite: b\nservice: { start: x }\nscenarios: { a: { users: 0 } }',
      [
        '2:1: duplicate key `suite`; keep one of them',
        '4:26: `scenarios.a.users` must be a whole number from 1 to 10000 (got 0)',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await problemsIn({ text })).toEqual(expected);
  });
});

describe('services', () => {
  it.each<[string, readonly string[]]>([
    ['{}', ['1:1: `service` needs `start` (how to run it), or `url` (where it already runs)']],
    ['{ start: "" }', ['1:19: `service.start` must be text of 1 to 8000 characters (got "")']],
    [
      '{ start: 5 }',
      ['1:19: `service.start` must be text of 1 to 8000 characters (got 5); put it in quotes'],
    ],
    ['{ start: "x {{port}}" }', ['1:19: `service.start` must write the port as {port} (got "x {{port}}")']],
    [
      '{ url: "http://localhost:1", build: x, ready: { log: x } }',
      [
        '1:39: `service.build` has no effect without `service.start`; add it or remove this',
        '1:58: `service.ready.log` needs `service.start`: a service that already runs has its log elsewhere',
      ],
    ],
    [
      '{ url: "http://localhost:{port}" }',
      [
        '1:17: `service.url` must name the port (got "http://localhost:{port}"); `{port}` needs `service.start`',
      ],
    ],
    [
      '{ start: x, url: "http://localhost:80", port: 81 }',
      ['1:56: `service.port` must be the port of `service.url` (got 81); say 80, or write {port} in the URL'],
    ],
    [
      '{ start: x, port: 70000 }',
      ['1:28: `service.port` must be a port from 1 to 65535, or `free` (got 70000)'],
    ],
    [
      '{ start: x, ready: { tcp: true, log: a } }',
      ['1:29: `service.ready` must have exactly one of http, tcp, log, command (got tcp and log)'],
    ],
    [
      '{ start: x, ready: health }',
      ['1:29: `service.ready` must be a path like /health, or `tcp` (got "health")'],
    ],
    [
      '{ start: x, ready: 5 }',
      [
        '1:29: `service.ready` must be a path like /health, or `tcp`, or a mapping with one of http, tcp, log, command (got 5)',
      ],
    ],
    [
      '{ start: x, env: { "A-B": 1, C: [1] } }',
      [
        '1:29: key `A-B` must be the name of an environment variable',
        '1:42: `service.env.C` must be text of at most 32000 characters (got a list); put it in quotes',
      ],
    ],
    [
      '{ start: x, working-directory: ../up }',
      [
        '1:41: `service.working-directory` must be a relative path inside the workspace, outside .git (got "../up")',
      ],
    ],
    [
      '{ start: x, ready-timeout: 30 }',
      ['1:37: `service.ready-timeout` must be a duration from 100ms to 1h (got 30); say 30s or 30ms'],
    ],
  ])('%s', async (service, expected) => {
    const problems = await problemsIn({ text: whole(service) });
    expect(problems.filter((line) => !line.includes('must stay inside the workspace'))).toEqual(expected);
  });

  it.each([
    [
      'http://example.com',
      'only addresses of this machine are loaded here (localhost, 127.0.0.1, [::1]); a service on another machine is a `target`',
    ],
    [
      'http://10.0.0.1:80',
      'only addresses of this machine are loaded here (localhost, 127.0.0.1, [::1]); a service on another machine is a `target`',
    ],
    [
      'http://0.0.0.0:80',
      'only addresses of this machine are loaded here (localhost, 127.0.0.1, [::1]); a service on another machine is a `target`',
    ],
    [
      'http://localhost.example.com',
      'only addresses of this machine are loaded here (localhost, 127.0.0.1, [::1]); a service on another machine is a `target`',
    ],
    ['http://127.0.0.1@example.com/', 'leave out user and password'],
    ['http://localhost:80/?a=1', 'query and fragment belong to the requests'],
    ['http://localhost{port}', '`{port}` belongs after the host'],
    ['http://x:{port}@example.com', '`{port}` belongs after the host'],
    ['http://localhost/{port}', '`{port}` belongs after the host'],
  ])('refuses to load %s', async (text, say) => {
    expect(await problemsIn({ text: whole(`{ start: x, url: "${text}" }`) })).toEqual([
      `1:27: \`service.url\` ${url} (got "${text}"); ${say}`,
    ]);
  });

  it.each([
    ['ftp://localhost'],
    ['localhost:8000'],
    ['http:localhost'],
    ['//localhost'],
    ['http://localhost:99999'],
    ['http://'],
  ])('refuses %s', async (text) => {
    expect(await problemsIn({ text: whole(`{ start: x, url: "${text}" }`) })).toEqual([
      `1:27: \`service.url\` ${url} (got "${text}")`,
    ]);
  });
});

describe('scenarios', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'words for numbers',
      ['users: ten', 'weight: 1'],
      [
        '4:12: `scenarios.main.users` must be a whole number from 1 to 10000 (got "ten")',
        '5:5: unknown key `weight` in `scenarios.main`; known keys: engine, locust, k6, http, executor, users, duration, think-time, rate, start-users, start-rate, stages, max-users, max-rate, step, max-duration, objective, warm-up, timeout, order, cookies, limits, requests, flows, variables',
      ],
    ],
    [
      'quoted numbers',
      ['users: "10"'],
      [
        '4:12: `scenarios.main.users` must be a whole number from 1 to 10000 (got "10"); say 10 without quotes',
      ],
    ],
    [
      'a fraction',
      ['users: 1.5'],
      ['4:12: `scenarios.main.users` must be a whole number from 1 to 10000 (got 1.5)'],
    ],
    [
      'a blank value',
      ['users:'],
      ['4:11: `scenarios.main.users` must be a whole number from 1 to 10000 (got nothing)'],
    ],
    [
      'odd durations',
      ['duration: 30 seconds', 'warm-up: 11m', 'timeout: 1ms'],
      [
        '4:15: `scenarios.main.duration` must be a duration from 1s to 6h (got "30 seconds"); say 30s, 250ms or 1.5m',
        '5:14: `scenarios.main.warm-up` must be a duration from 0ms to 10m (got "11m")',
        '6:14: `scenarios.main.timeout` must be a duration from 10ms to 10m (got "1ms")',
      ],
    ],
    [
      'an unknown engine',
      ['engine: autocanon'],
      [
        '4:13: `scenarios.main.engine` must be one of `auto`, `autocannon`, `undici`, `locust`, `k6` (got "autocanon"); did you mean `autocannon`?',
      ],
    ],
    [
      'no requests',
      ['requests: []'],
      ['4:15: `scenarios.main.requests` must have at least 1 entry (got an empty list)'],
    ],
    [
      'requests as text',
      ['requests: GET /'],
      ['4:15: `scenarios.main.requests` must be a list (got "GET /")'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await problemsIn({ text: scenario(...lines) })).toEqual(expected);
  });
});

describe('requests', () => {
  const line = 'must be a method and a path, like `GET /books` or `POST /orders`';
  const path = 'must be a path of the service, like /books/{{id}}?full=1';
  it.each<[string, readonly string[]]>([
    ['get /books', [`\` ${line} (got "get /books"); say GET`]],
    [
      'FETCH /books',
      [`\` ${line} (got "FETCH /books"); methods are GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS`],
    ],
    ['GET books', [`\` ${line} (got "GET books")`]],
    ['GET //evil.example', [`\` ${path} (got "GET //evil.example"); begin with one slash`]],
    ['"GET /a b"', [`\` ${path} (got "GET /a b"); percent-encode " "`]],
    ['"GET /bücher"', [`\` ${path} (got "GET /bücher"); percent-encode "ü"`]],
    ['"GET /a#b"', [`\` ${path} (got "GET /a#b"); leave out the fragment: it is never sent`]],
    ['5', [`\` ${line}, or a mapping with \`path\` (got 5)`]],
    ['{ method: POST }', ['.path` is missing; it must be a path of the service, like /books/{{id}}?full=1']],
    [
      '{ path: "http://localhost/x" }',
      [`.path\` ${path} (got "http://localhost/x"); the host belongs in \`service.url\``],
    ],
    [
      '{ path: /, method: post }',
      [
        '.method` must be one of `GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE`, `OPTIONS` (got "post"); did you mean `POST`?',
      ],
    ],
    [
      '{ path: /, headers: { content-length: 5 } }',
      ['key `content-length` must be left out: the engine sets this header'],
    ],
    ['{ path: /, headers: { "a b": x } }', ['key `a b` must be the name of a header']],
    [
      '{ path: /, headers: { a: "x\\r\\nb: c" } }',
      ['.headers.a` must be text of at most 8000 characters on one line (got "x��b: c")'],
    ],
    ['{ path: /, headers: { A: x, a: y } }', ['header `a` is given twice; keep one']],
    ['{ path: /, body: x, json: 1 }', ['`body` and `json` exclude each other; remove one']],
    ['{ path: /, expect: 20x }', ['.expect` must be a status like 201, 2xx or 200-204 (got "20x")']],
    [
      '{ path: /, expect: [299-200] }',
      ['.expect[0]` must be a status like 201, 2xx or 200-204 (got "299-200")'],
    ],
    [
      '{ path: /, expect: true }',
      ['.expect` must be a status like 201, 2xx or 200-204, or a list of them (got true)'],
    ],
    ['{ path: /, weight: 0 }', ['.weight` must be a whole number from 1 to 1000 (got 0)']],
    [
      '{ path: /, wieght: 2 }',
      ['unknown key `wieght` in `scenarios.main.requests[0]`; did you mean `weight`?'],
    ],
  ])('%s', async (request, expected) => {
    const problems = await problemsIn({ text: scenario('requests:', `  - ${request}`) });
    expect(problems.map((text) => text.replace(/^\d+:\d+: (`scenarios\.main\.requests\[0\])?/, ''))).toEqual(
      expected,
    );
  });

  it('asks for different names', async () => {
    expect(
      await problemsIn({
        text: scenario('requests: [GET /a, /a, { path: /b, name: x }, { path: /c, name: x }]'),
      }),
    ).toEqual([
      '4:24: `scenarios.main.requests[1]` is the second request called `GET /a`; give one of them another `name`',
      '4:51: `scenarios.main.requests[3]` is the second request called `x`; give one of them another `name`',
    ]);
  });

  it('refuses weights that would do nothing, also with the order from `defaults`', async () => {
    const requests = ['requests: [{ path: /, weight: 2 }]'];
    const expected = '`weight` has no effect with `order: sequence`; remove it';
    expect(await problemsIn({ text: scenario('order: sequence', ...requests) })).toEqual([
      `5:27: ${expected}`,
    ]);
    expect(await problemsIn({ text: `defaults: { order: sequence }\n${scenario(...requests)}` })).toEqual([
      `5:27: ${expected}`,
    ]);
  });
});

/** A config with one request and one variable `v`. */
function use(variable: string, request: string): string {
  const written = request.startsWith('{ ') ? request : `"${request}"`;
  return scenario('requests:', `  - ${written}`, `variables: { v: ${variable} }`);
}

const linkOut = (at: string) => symlink('/tmp', join(at, 'out'));

describe('variables', () => {
  it.each<[string, string, readonly string[]]>([
    [
      '{ range: [5, 1] }',
      'GET /{{v}}',
      ['.range` must be two whole numbers, the smaller first, like [1, 500] (got a list)'],
    ],
    [
      '{ range: [1, 2, 3] }',
      'GET /{{v}}',
      ['.range` must be two whole numbers, the smaller first, like [1, 500] (got a list)'],
    ],
    [
      '{ range: 5 }',
      'GET /{{v}}',
      ['.range` must be two whole numbers, the smaller first, like [1, 500] (got 5)'],
    ],
    ['{ list: [] }', 'GET /{{v}}', ['.list` must have at least 1 entry (got an empty list)']],
    [
      '{ list: [{}] }',
      'GET /{{v}}',
      [
        '.list[0]` must be text of at most 8000 characters on one line (got an empty mapping); put it in quotes',
      ],
    ],
    [
      '{ range: [1, 2], list: [a] }',
      'GET /{{v}}',
      ['` must have exactly one of range, random, list, counter, file (got range and list)'],
    ],
    ['{}', 'GET /{{v}}', ['` must have exactly one of range, random, list, counter, file (got none)']],
    ['{ range: [1, 2], pick: random }', 'GET /{{v}}', ['`pick` has no effect on `range`; remove it']],
    ['{ list: [a], pick: rnd }', 'GET /{{v}}', ['.pick` must be one of `sequential`, `random` (got "rnd")']],
    [
      '{ file: a.csv }',
      'GET /{{v.a}}',
      ['.file` must name a CSV or JSON file in the workspace (got "a.csv"); it does not exist'],
    ],
    ['{ list: [a] }', 'GET /{{v.x}}', ['requests[0]` uses `{{v.x}}`, and `v` has no columns; write `{{v}}`']],
    ['{ list: [a] }', 'GET /{{v}}{{v', ['requests[0]` opens `{{` and never closes it; write `{{name}}`']],
    ['{ list: [a] }', 'GET /{{v}}{{}}', ['requests[0]` uses `{{}}`, which is not the name of a variable']],
    [
      '{ list: ["a b"] }',
      'GET /{{v}}',
      [
        'requests[0]` must not take `{{v}}` here: one of its values holds what a URL may not hold; percent-encode it (got "a b")',
      ],
    ],
    [
      String.raw`{ list: ['a"b'] }`,
      '{ path: /, json: ["{{v}}"] }',
      [
        `requests[0].json[0]\` must not take \`{{v}}\` here: one of its values holds what would break the JSON text; remove its quotes, backslashes and line ends (got "a"b")`,
      ],
    ],
  ])('%s in %s', async (variable, request, expected) => {
    const problems = await problemsIn({
      text: use(variable, request),
    });
    expect(
      problems.map((text) =>
        text.replace(/^\d+:\d+: /, '').replace(/^`scenarios\.main\.(variables\.v)?/, ''),
      ),
    ).toEqual(expected);
  });

  it('refuses names that objects have', async () => {
    const [problem] = await problemsIn({ text: scenario('requests: ["GET /{{valueOf}}"]') });
    expect(problem).toContain('there is no variable `valueOf`');
  });

  it('knows the columns of files', async () => {
    const files = { 'b.csv': 'isbn,title\n1,A\n', 'c.json': '[{"name":"x y"}]' };
    const text = scenario(
      'requests: ["GET /{{b}}", "GET /{{b.isbm}}", "GET /{{c.name}}"]',
      'variables: { b: { file: b.csv }, c: { file: c.json } }',
    );
    expect(await problemsIn({ text, files })).toEqual([
      '4:16: `scenarios.main.requests[0]` uses `{{b}}`, which is a row; name a column: `{{b.isbn}}`, `{{b.title}}`',
      '4:30: `scenarios.main.requests[1]` uses `{{b.isbm}}`, and b.csv has no column `isbm`; did you mean `isbn`?',
      '4:49: `scenarios.main.requests[2]` must not take `{{c.name}}` here: one of its values holds what a URL may not hold; percent-encode it (got "x y")',
    ]);
  });
});

describe('limits', () => {
  it.each<[string, readonly string[]]>([
    ['{ p95: 10% }', ['.p95` must be a mapping with `max-increase` or `max`, or `off` (got "10%")']],
    ['{ p95: {} }', ['.p95` must name a limit (got an empty mapping); say `off` for none']],
    ['{ p95: { max: 200 } }', ['.p95.max` must be a duration from 1us to 10m (got 200); say 200s or 200ms']],
    [
      '{ p95: { max-increase: 10 } }',
      ['.p95.max-increase` must be a share above 0%, at most 1000%, or `standard` (got 10); say 10% or 0.1'],
    ],
    [
      '{ p95: { max-increase: 0% } }',
      ['.p95.max-increase` must be a share above 0%, at most 1000%, or `standard` (got "0%")'],
    ],
    [
      '{ p95: { max-increase: -5% } }',
      [
        '.p95.max-increase` must be a share above 0%, at most 1000%, or `standard` (got "-5%"); say 5% or 0.05',
      ],
    ],
    [
      '{ p95: { min: 5ms } }',
      ['unknown key `min` in `scenarios.main.limits.p95`; known keys: max-increase, max'],
    ],
    [
      '{ throughput: { max-increase: 5% } }',
      ['unknown key `max-increase` in `scenarios.main.limits.throughput`; did you mean `max-decrease`?'],
    ],
    [
      '{ throughput: { max-decrease: 101% } }',
      ['.throughput.max-decrease` must be a share above 0%, at most 100%, or `standard` (got "101%")'],
    ],
    ['{ throughput: { min: 0 } }', ['.throughput.min` must be a rate above 0, at most 10000000/s (got 0)']],
    [
      '{ throughput: { min: 5/m } }',
      ['.throughput.min` must be a rate above 0, at most 10000000/s (got "5/m"); say 100/s'],
    ],
    [
      '{ error-rate: { max: 1 } }',
      ['.error-rate.max` must be a share from 0% to 100% (got 1); say 1% or 0.01'],
    ],
    ['{ p90: { max: 5ms } }', ['unknown key `p90` in `scenarios.main.limits`; did you mean `p95`?']],
  ])('%s', async (limits, expected) => {
    const problems = await problemsIn({ text: scenario(`limits: ${limits}`) });
    expect(problems.map((text) => text.replace(/^\d+:\d+: `?(scenarios\.main\.limits(?=\.))?/, ''))).toEqual(
      expected.map((text) => text.replace(/^`/, '')),
    );
  });
});

describe('paths that lead out through links', () => {
  it.each([
    ['service: { start: x, working-directory: out }', 'service.working-directory'],
    ['service: { start: x }\nbaseline: { path: out/b.json }', 'baseline.path'],
    ['service: { start: x }\nreport: { directory: out/new/deep }', 'report.directory'],
  ])('%s', async (text, key) => {
    const [problem, ...more] = await problemsIn({ text: `${text}\nscenarios: { a: {} }`, prepare: linkOut });
    expect(problem).toContain(`\`${key}\` must stay inside the workspace, outside .git`);
    expect(more).toEqual([]);
  });
});
