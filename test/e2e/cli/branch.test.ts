/** The branch of accepted runs from a command line: accepted into, shown, and its history as pages. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONFIG, openFolder } from './rig.ts';

const GIT = { GIT_ALLOW_PROTOCOL: 'file' };

it('accepts into the branch, shows it, and writes its history; the checkout stays as it is', async () => {
  using folder = openFolder();
  const remote = join(folder.path, 'remote.git');
  folder.write({ '.github/loadgate.yml': `baseline: { store: branch }\n${CONFIG}`, '.gitignore': '*\n' });
  folder.git('init', '--quiet');
  folder.git('commit', '--quiet', '--allow-empty', '-m', 'first');
  folder.git('init', '--quiet', '--bare', remote);
  folder.git('remote', 'add', 'origin', `file://${remote}`);

  const nothing = await folder.run(['baseline', 'show'], GIT);
  expect(nothing.stdout).toContain('the branch loadgate does not exist');
  expect((await folder.run(['measure', '-o', 'run.json'], GIT)).code).toBe(0);
  for (const runs of [1, 2]) {
    // Another run, as a baseline tells runs apart.
    const startedAt = `2026-11-0${runs}T10:00:00.000Z`;
    folder.write({ 'run.json': JSON.stringify({ ...JSON.parse(folder.read('run.json')), startedAt }) });
    const done = await folder.run(['baseline', 'update', '--from', 'run.json'], GIT);
    expect(done.code, done.stderr).toBe(0);
    expect(done.stderr).toContain('Entered into default.json of the branch loadgate');
    expect(done.stderr).toContain(runs === 1 ? '1 accepted run of' : '2 accepted runs of');
  }
  const again = await folder.run(['baseline', 'update', '--from', 'run.json'], GIT);
  expect(again.stderr).toContain('Nothing to enter');
  const shown = await folder.run(['baseline', 'show'], GIT);
  expect(shown.stdout).toMatch(/^default\.json of the branch loadgate at [0-9a-f]{12}: suite default\n/);
  expect(shown.stdout).toContain('2 runs');

  const history = await folder.run(['history'], GIT);
  expect(history.code, history.stderr).toBe(0);
  const { suites } = JSON.parse(folder.read('site/history.json'));
  expect(suites[0].versions).toEqual({ kind: 'read', read: 2, unreadable: 0, cut: null });
  expect(suites[0].scenarios[0].lines[0].runs).toHaveLength(2);
  expect(folder.git('branch', '--all', '--list')).toBe('* main');
  expect(folder.git('status', '--porcelain')).toBe('');
}, 180_000);
