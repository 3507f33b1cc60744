/** Secrets in the memory of a real process, looked for by its child. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const HOLDER = join(import.meta.dirname, '../../services/secret-holder.ts');

const SECRETS = {
  'INPUT_GITHUB-TOKEN': 'sentinel-0001',
  GITHUB_TOKEN: 'sentinel-0002',
  GH_TOKEN: 'sentinel-0003',
  ACTIONS_RUNTIME_TOKEN: 'sentinel-0004',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://sentinel-0005',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'sentinel-0006',
  ACTIONS_CACHE_URL: 'https://sentinel-0007',
  ACTIONS_RESULTS_URL: 'https://sentinel-0008',
  NODE_AUTH_TOKEN: 'sentinel-0009-é€',
  SOME_PASSWORD: 'sentinel-0010\nof two lines',
  DATABASE_URL: 'postgres://user:sentinel-0011@db/shop',
};
const HIDDEN = { SSH_AUTH_SOCK: '/run/sentinel-0012', HTTPS_PROXY: 'http://user:sentinel-0013@proxy' };
const PLAIN = { FIRST: 'one', LAST: 'two', INPUT_START: 'npm start', EMPTY_TOKEN: '' };

interface Held {
  readonly secrets: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** The process's first environment and command line, as its child sees them. */
  readonly seen: string;
  readonly env: Readonly<Record<string, string>>;
}

function hold(how: 'take' | 'keep'): Held {
  const env = { PATH: process.env.PATH, ...SECRETS, ...HIDDEN, ...PLAIN };
  const { stdout, stderr } = spawnSync(process.execPath, [HOLDER, how], {
    env,
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (stdout === '') throw new Error(stderr);
  const held: Held = JSON.parse(stdout);
  return held;
}

describe.runIf(process.platform === 'linux')('takeSecrets', () => {
  it('the child of a process that keeps them finds them', () => {
    const { seen } = hold('keep');
    expect(new Set(seen.match(/sentinel-\d{4}/g)).size).toBe(13);
  });

  it('S2: takes them out of the environment and of the memory where a child could read them', () => {
    const { secrets, warnings, seen, env } = hold('take');
    expect(warnings).toEqual([]);
    expect(secrets).toEqual(SECRETS);
    expect(seen).not.toContain('sentinel');
    expect(env).toMatchObject({ ...HIDDEN, ...PLAIN });
    for (const [name, value] of Object.entries(PLAIN)) expect(seen).toContain(`${name}=${value}`);
  });
});
