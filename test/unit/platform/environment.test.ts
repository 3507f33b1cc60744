/** What may pass to a child, and what counts as a secret. */
import { describe, expect, it } from 'vitest';
import { childEnvironment } from '../../../src/platform/environment.ts';
import { environmentStart, isSecret, valuesIn } from '../../../src/platform/tokens.ts';

describe('childEnvironment', () => {
  it('S1: passes names of a list, and nothing else', () => {
    const env = {
      PATH: '/bin',
      LC_ALL: 'C',
      RUNNER_TRACKING_ID: 'github_1',
      JAVA_HOME_17_X64: '/jdk',
      HTTPS_PROXY: 'http://proxy:3128',
      'INPUT_GITHUB-TOKEN': 'sentinel',
      INPUT_START: 'sentinel',
      GITHUB_TOKEN: 'sentinel',
      GITHUB_OUTPUT: 'sentinel',
      GITHUB_ENV: 'sentinel',
      RUNNER_TEMP: 'sentinel',
      ACTIONS_RUNTIME_TOKEN: 'sentinel',
      ACTIONS_RESULTS_URL: 'sentinel',
      STATE_tag: 'sentinel',
      SSH_AUTH_SOCK: 'sentinel',
      NODE_OPTIONS: 'sentinel',
      LD_PRELOAD: 'sentinel',
      BASH_ENV: 'sentinel',
      http_proxy: 'http://user:sentinel@proxy:3128',
      DATABASE_URL: 'postgres://user:sentinel@db',
      UNSET: undefined,
    };
    expect(childEnvironment(env)).toEqual({
      PATH: '/bin',
      LC_ALL: 'C',
      RUNNER_TRACKING_ID: 'github_1',
      JAVA_HOME_17_X64: '/jdk',
      HTTPS_PROXY: 'http://proxy:3128',
    });
  });

  it('lets the configuration have the last word', () => {
    expect(childEnvironment({ PATH: '/bin', CI: 'true' }, { CI: '', MODE: 'fast' })).toEqual({
      PATH: '/bin',
      CI: '',
      MODE: 'fast',
    });
  });
});

describe('isSecret', () => {
  it.each([
    'INPUT_GITHUB-TOKEN',
    'INPUT_TOKEN',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RUNTIME_URL',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_CACHE_URL',
    'ACTIONS_RESULTS_URL',
    'NODE_AUTH_TOKEN',
    'NPM_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ACCESS_KEY_ID',
    'SOME_API_KEY',
    'MYSQL_PWD',
    'DB_PASSWORD',
    'SENTRY_DSN',
    'GIT_CONFIG_VALUE_0',
  ])('%s is one', (name) => {
    expect(isSecret(name, 'value')).toBe(true);
  });

  it.each([
    'PATH',
    'PWD',
    'OLDPWD',
    'HOME',
    'INPUT_START',
    'INPUT_CONFIG',
    'INPUT_SUITE',
    'GITHUB_WORKSPACE',
    'GITHUB_OUTPUT',
    'RUNNER_TEMP',
    'RUNNER_TRACKING_ID',
    'SSH_AUTH_SOCK',
    'HTTPS_PROXY',
  ])('%s is none', (name) => {
    expect(isSecret(name, 'value')).toBe(false);
  });

  it('a password in a URL is one, whatever the name; an empty value is none', () => {
    expect(isSecret('DATABASE_URL', 'postgres://user:word@db/shop')).toBe(true);
    expect(isSecret('DATABASE_URL', 'postgres://db/shop')).toBe(false);
    expect(isSecret('GITHUB_TOKEN', '')).toBe(false);
  });
});

describe('the block of the environment', () => {
  it('is read entry by entry', () => {
    const block = Buffer.from('A=1\0TOKEN=secret\0XTOKEN=other\0EMPTY=\0noequals\0B=TOKEN=x\0TOKEN=again\0');
    const found = valuesIn(block, new Set(['TOKEN', 'EMPTY', 'noequals']));
    expect(found.map(({ offset, length }) => block.toString('utf8', offset, offset + length))).toEqual([
      'secret',
      'again',
    ]);
    expect(valuesIn(Buffer.alloc(0), new Set(['A']))).toEqual([]);
    expect(valuesIn(Buffer.from('TOKEN=secret'), new Set(['TOKEN']))).toEqual([{ offset: 6, length: 6 }]);
  });

  it('starts where field 50 says', () => {
    const fields = Array.from({ length: 52 }, (_, index) => String(index + 1));
    fields[1] = '(a ) b)';
    fields[49] = '140722000000000';
    expect(environmentStart(fields.join(' '))).toBe(140722000000000);
    fields[49] = '0';
    expect(() => environmentStart(fields.join(' '))).toThrow(RangeError);
  });
});
