/** Services that look for secrets, speak to the runner, or write to its files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { TREE_VARIABLE } from '../../../src/platform/process.ts';
import { watchRunnerFiles } from '../../../src/platform/runner-files.ts';
import { TAG_VARIABLE, tagOf } from '../../../src/platform/tag.ts';
import { OBSERVER_VARIABLE } from '../../../src/service/observation.ts';
import { bootService } from '../../../src/service/service.ts';
import { hear } from '../../runner/commands.ts';
import { faultCommand, faultService, openTestWorld, type TestWorld } from '../../services/worlds.ts';

/** As on a runner. */
const SENTINELS = [
  'INPUT_GITHUB-TOKEN',
  'INPUT_START',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_CACHE_URL',
  'ACTIONS_RESULTS_URL',
  'NODE_AUTH_TOKEN',
  'STATE_tag',
  'SSH_AUTH_SOCK',
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'RUNNER_TEMP',
];

let world: TestWorld;
beforeEach(() => {
  const sentinels = SENTINELS.map((name, index) => [name, `sentinel-${index}`] as const);
  world = openTestWorld({ ...Object.fromEntries(sentinels), RUNNER_TRACKING_ID: 'github_test', CI: 'true' });
});
afterEach(() => {
  world[Symbol.dispose]();
});

const boot = (...plan: Parameters<typeof faultService>) =>
  bootService(faultService(...plan), world, { logFile: world.logFile });

describe('a hostile service', () => {
  it('S1: sees the names of a list, what the configuration gives, our marks, and the observer', async () => {
    const dump = join(world.workspace, 'seen.json');
    const service = await boot(faultCommand('dumps-environment', dump), { env: { MODE: 'port {port}' } });
    await service.stop();
    const text = readFileSync(dump, 'utf8');
    expect(text).not.toContain('sentinel');
    const seen: Record<string, string> = JSON.parse(text);
    const port = new URL(service.url).port;
    expect(seen).toMatchObject({
      PORT: port,
      MODE: `port ${port}`,
      CI: 'true',
      RUNNER_TRACKING_ID: 'github_test',
      [TAG_VARIABLE]: tagOf(world),
      [TREE_VARIABLE]: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    // `PWD`, `OLDPWD`, `_` and `SHLVL` are the shell's own.
    const names = Object.keys(seen).filter((name) => !['PWD', 'OLDPWD', '_', 'SHLVL'].includes(name));
    expect(names.toSorted()).toEqual(
      [
        'CI',
        'HOME',
        TAG_VARIABLE,
        TREE_VARIABLE,
        OBSERVER_VARIABLE,
        'NODE_OPTIONS',
        'MODE',
        'PATH',
        'PORT',
        'RUNNER_TRACKING_ID',
      ].toSorted(),
    );
  });

  it('S5: commands nothing, neither by what a failure shows nor by its log file', async () => {
    const failure: unknown = await boot(faultCommand('shouts')).catch((error: unknown) => error);
    if (!(failure instanceof Failure)) throw new Error('it booted');
    const { lines } = failure.detail;
    expect(lines.join('\n')).toContain('forged');
    expect(hear(lines.join('\n'))).toMatchObject({ commands: [], listening: true });
    expect(world.readLog()).toContain('forged');
    expect(hear(world.readLog())).toMatchObject({ commands: [], listening: true });
  });

  it('S4: is found out when it writes to the files of the runner', async () => {
    const folder = join(world.temporary, '_runner_file_commands');
    const output = join(folder, 'set_output_1');
    mkdirSync(folder);
    writeFileSync(output, 'ours=1\n');
    const files = watchRunnerFiles({ GITHUB_OUTPUT: output });
    const service = await boot(faultCommand('appends-to', output));
    await service.stop();
    expect(readFileSync(output, 'utf8')).toContain('forged');
    expect(files.restore()).toEqual(['GITHUB_OUTPUT']);
    expect(readFileSync(output, 'utf8')).toBe('ours=1\n');
  });
});
