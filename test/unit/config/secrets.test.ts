/** Secrets of requests: who allows them, and that they are there. */
import { describe, expect, it } from 'vitest';
import { configHashes } from '../../../src/measure/setting.ts';
import { failureOf, type Given, load, problemsIn } from './loading.ts';

const VALUE = 'sentinel/value+1';
const env = { API_TOKEN: VALUE, OTHER: 'another-sentinel' };

/** A configuration that allows these names, with these requests. */
const config = (allowed: string, requests: string, ...more: readonly string[]): string =>
  [
    `secrets: ${allowed}`,
    'service: { start: node server.js }',
    `scenarios: { main: { requests: ${requests} } }`,
    ...more,
    '',
  ].join('\n');

const USE = '[{ path: /, headers: { authorization: "Bearer {{ secret.API_TOKEN }}" } }]';
const PLAIN = '[GET /]';
const both = config('[API_TOKEN]', USE);

describe('a secret', () => {
  it('is its name in the plan, wherever it is used', async () => {
    const requests =
      '[{ path: "/?key={{secret.OTHER}}", headers: { authorization: "Bearer {{ secret.API_TOKEN }}" }, json: { key: "{{secret.API_TOKEN}}" } }]';
    const { plan } = await load({ text: config('[OTHER, API_TOKEN, API_TOKEN, UNUSED]', requests), env });
    expect(plan.secrets).toEqual(['API_TOKEN', 'OTHER', 'UNUSED']);
    expect(plan.scenarios[0]?.load.secrets).toEqual(['API_TOKEN', 'OTHER']);
    expect(plan.scenarios[0]?.load.requests[0]).toMatchObject({
      path: '/?key={{secret.OTHER}}',
      headers: { authorization: 'Bearer {{secret.API_TOKEN}}' },
      body: '{"key":"{{secret.API_TOKEN}}"}',
    });
    expect(JSON.stringify(plan)).not.toContain('sentinel');
  });

  it('leaves the hash of the configuration alone when its value changes', async () => {
    const one = await load({ text: both, env });
    const other = await load({ text: both, env: { API_TOKEN: 'a-new-value' } });
    expect(configHashes(one.plan)).toEqual(configHashes(other.plan));
  });

  it('may be used in flows, and be missing where nothing is sent', async () => {
    const flows = config('[API_TOKEN]', PLAIN).replace(
      'requests: [GET /]',
      `flows: [{ name: a, requests: ${USE} }]`,
    );
    const { plan } = await load({ text: flows, sendsNothing: true });
    expect(plan.scenarios[0]?.load.secrets).toEqual(['API_TOKEN']);
    expect(await problemsIn({ text: flows })).toHaveLength(1);
  });

  it.each<[string, Given, readonly string[]]>([
    [
      'that is not allowed',
      { text: config('[API_TOKEM]', USE), env },
      [
        '3:70: `scenarios.main.requests[0].headers.authorization` uses `{{secret.API_TOKEN}}`, and `secrets` does not allow `API_TOKEN`; add it to `secrets` at the top of the file',
      ],
    ],
    [
      'where none is allowed',
      { text: both.replace(/.*\n/, ''), env },
      [
        '2:70: `scenarios.main.requests[0].headers.authorization` uses `{{secret.API_TOKEN}}`, and `secrets` does not allow `API_TOKEN`; add it to `secrets` at the top of the file',
      ],
    ],
    [
      'without a name',
      { text: config('[API_TOKEN]', '["GET /{{secret}}"]'), env },
      ['3:33: `scenarios.main.requests[0]` uses `{{secret}}` without a name; write `{{secret.NAME}}`'],
    ],
    [
      'that is not set',
      { text: both },
      [
        '1:11: `secrets[0]` must name an environment variable that is set (got "API_TOKEN"); give it to the step or the shell that runs Loadgate (pull requests of forks and of Dependabot have no secrets)',
      ],
    ],
    [
      'that is empty',
      { text: both, env: { API_TOKEN: '' } },
      [
        '1:11: `secrets[0]` must name an environment variable that is set (got "API_TOKEN"); give it to the step or the shell that runs Loadgate (pull requests of forks and of Dependabot have no secrets)',
      ],
    ],
    [
      'that is too short to be masked',
      { text: both, env: { API_TOKEN: ' 1234 \n' } },
      [
        '1:11: `secrets[0]` must name an environment variable with at least 6 characters, since less cannot be masked (got "API_TOKEN"); write what is no secret into the request itself',
      ],
    ],
    [
      'of the runner',
      { text: config('[ACTIONS_RUNTIME_TOKEN, GITHUB_TOKEN, "A-B", 5]', PLAIN), env },
      [
        '1:11: `secrets[0]` must be no variable of the runner (got "ACTIONS_RUNTIME_TOKEN"); put the value into one with a name of its own',
        '1:34: `secrets[1]` must be no variable of the runner (got "GITHUB_TOKEN"); put the value into one with a name of its own',
        '1:48: `secrets[2]` must be the name of an environment variable (got "A-B")',
        '1:55: `secrets[3]` must be the name of an environment variable (got 5)',
      ],
    ],
    [
      'whose word a variable takes',
      {
        text: config('[API_TOKEN]', '["GET /{{secret.API_TOKEN}}"], variables: { secret: { list: [a] } }'),
        env,
      },
      ['3:76: `secret` is what `{{secret.NAME}}` begins with; take another name'],
    ],
  ])('%s is refused, with its place', async (_, given, expected) => {
    expect(await problemsIn(given)).toEqual(expected);
  });

  it('is in no message, and ends with exit code 3', async () => {
    const { detail, exitCode } = await failureOf({ text: `${both}polcy: 1\n`, env });
    expect(exitCode).toBe(3);
    expect(JSON.stringify(detail)).not.toContain('sentinel');
  });
});

describe('the base commit', () => {
  const refused =
    '1:11: `secrets[0]` must be allowed by the base commit before a request may use it (got "API_TOKEN"); merge a change first that adds it to `secrets` and uses it nowhere';

  it.each<[string, string | null]>([
    ['allows another', config('[OTHER]', PLAIN)],
    ['allows none', config('[]', PLAIN)],
    ['says nothing', 'service: { start: x }\nscenarios: { main: {} }'],
    ['has no file', null],
    ['has a file that cannot be read', 'secrets: [API_TOKEN'],
    ['has a file with mistakes', `${config('[API_TOKEN]', PLAIN)}polcy: 1\n`],
  ])('that %s keeps a change from using a secret', async (_, base) => {
    expect(await problemsIn({ text: both, base, env })).toEqual([refused]);
    // Whether there is such a variable is nobody's business.
    expect(await problemsIn({ text: both, base })).toEqual([refused]);
  });

  it('that allows it lets a change use it', async () => {
    const { plan, changedSettings } = await load({ text: both, base: config('[API_TOKEN]', PLAIN), env });
    expect(plan.scenarios[0]?.load.secrets).toEqual(['API_TOKEN']);
    expect(changedSettings).toEqual([]);
  });

  it('decides, and a change that only adds a name is told so', async () => {
    const { plan, changedSettings } = await load({
      text: config('[API_TOKEN, OTHER]', PLAIN),
      base: config('[OTHER]', PLAIN),
    });
    expect(plan.secrets).toEqual(['OTHER']);
    expect(changedSettings).toEqual(['secrets']);
  });

  it('does not care for the order of names', async () => {
    const { changedSettings } = await load({
      text: config('[A, B]', PLAIN),
      base: config('[B, A, B]', PLAIN),
    });
    expect(changedSettings).toEqual([]);
  });

  it('does not allow what the change itself takes away', async () => {
    const [problem] = await problemsIn({ text: config('[]', USE), base: config('[API_TOKEN]', PLAIN), env });
    expect(problem).toContain('`secrets` does not allow `API_TOKEN`');
  });
});
