/** Builds as real commands: what they may see, what they may leave, how they fail. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { bootService, buildService } from '../../../src/service/service.ts';
import { faultCommand, faultService, openTestWorld, type TestWorld } from '../../services/worlds.ts';

let world: TestWorld;
beforeEach(() => {
  world = openTestWorld({ SOME_SETTING: 'of the step' });
});
afterEach(() => {
  world[Symbol.dispose]();
});

const build = (command: string | null, changes: Parameters<typeof faultService>[1] = {}) =>
  buildService(faultService('true', { build: command, ...changes }), world, { logFile: world.logFile });

describe('a build', () => {
  it('runs in the working directory, with the environment of the configuration and no other', async () => {
    mkdirSync(join(world.workspace, 'api'));
    await build('echo "$MODE [$SOME_SETTING]" > built', { workingDirectory: 'api', env: { MODE: 'fast' } });
    expect(readFileSync(join(world.workspace, 'api', 'built'), 'utf8')).toBe('fast []\n');
  });

  it('begins the log, which a boot continues', async () => {
    writeFileSync(world.logFile, 'of an earlier run\n');
    await build('echo built');
    const service = await bootService(faultService(faultCommand('none')), world, { logFile: world.logFile });
    await service.stop();
    expect(world.readLog()).toMatch(/^built\nlistening on \d+\n$/);
  });

  it('that fails is told with its last lines', async () => {
    await expect(build('echo no compiler >&2\nfalse\ntouch too-far')).rejects.toMatchObject({
      message: expect.stringContaining('exited with code 1'),
      detail: { kind: 'not-measured', code: 'build-failed', lines: ['no compiler'] },
    });
    expect(existsSync(join(world.workspace, 'too-far'))).toBe(false);
  });

  it('F3: whose command is missing is wrong usage', async () => {
    await expect(build('no-such-compiler')).rejects.toMatchObject({
      detail: { kind: 'usage', code: 'build-not-found' },
    });
  });

  it('that does not end is ended', async () => {
    await expect(build('echo still; sleep 60', { buildTimeout: millis(700) })).rejects.toMatchObject({
      detail: { kind: 'not-measured', code: 'build-timeout', lines: ['still'] },
    });
  });

  it('leaves no daemon', async () => {
    await build(`${process.execPath} -e "setTimeout(() => {}, 60000)" & echo done`);
    expect(world.leftovers()).toEqual([]);
  });
});

describe('the log file', () => {
  it('is not written through a link', async () => {
    const victim = join(world.workspace, 'victim');
    writeFileSync(victim, 'precious\n');
    symlinkSync(victim, world.logFile);
    await build('echo hello');
    expect(readFileSync(victim, 'utf8')).toBe('precious\n');
    expect(world.readLog()).toBe('hello\n');
  });

  it('F29: that cannot be written stops nothing', async () => {
    const service = faultService('true', { build: 'echo hello' });
    await buildService(service, world, { logFile: join(world.workspace, 'nowhere', 'service.log') });
    expect(world.words.filter(({ level }) => level === 'warning')).toHaveLength(1);
  });
});
