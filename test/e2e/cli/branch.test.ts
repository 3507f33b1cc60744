/** The branch of accepted runs from a command line: accepted into, shown, cared for, and its history as pages. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONFIG, openFolder } from './rig.ts';

const UNTIL = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const GIT = { GIT_ALLOW_PROTOCOL: 'file' };

it('F42: accepts into the branch, shows it, cares for it, and writes its history; no workflow starts from it, and the checkout stays as it is', async () => {
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

  const accept = ['baseline', 'accept', 'p95', '--up-to', '12%', '--until', UNTIL, '--by', 'mona'];
  const accepted = await folder.run([...accept, '--reason', 'signed answers'], GIT);
  expect(accepted.code, accepted.stderr).toBe(0);
  expect(accepted.stderr).toMatch(
    /^.*Accepted in default\.json of the branch loadgate \([0-9a-f]{12}\): p95 of home/,
  );
  expect((await folder.run(['baseline', 'show'], GIT)).stdout).toContain(`until ${UNTIL}, by mona on`);
  const verified = await folder.run(['baseline', 'verify'], GIT);
  expect(verified.stdout).toMatch(
    /^default\.json of the branch loadgate at [0-9a-f]{12}: 1 scenarios, 2 runs, 1 acc/,
  );
  expect((await folder.run(['baseline', 'prune'], GIT)).stderr).toContain('holds nothing that is out of use');

  const history = await folder.run(['history'], GIT);
  expect(history.code, history.stderr).toBe(0);
  const { suites } = JSON.parse(folder.read('site/history.json'));
  expect(suites[0].versions).toEqual({ kind: 'read', read: 3, unreadable: 0, cut: null });
  expect(suites[0].scenarios[0].lines[0].runs).toHaveLength(2);

  folder.write({
    '.github/loadgate.yml': folder.read('.github/loadgate.yml').replace('[GET /]', '[GET /other]'),
  });
  const listed = await folder.run(['baseline', 'prune'], GIT);
  expect(listed.stdout).toContain('home: 2 runs of another configuration');
  expect(folder.git('-C', remote, 'log', '--format=%s', '-1', 'loadgate')).toContain('Accept a change');
  const pruned = await folder.run(['baseline', 'prune', '--yes'], GIT);
  expect(pruned.stdout).toBe(listed.stdout);
  expect(pruned.stderr).toMatch(/Took out of default\.json of the branch loadgate what is listed above \(/);
  const left = JSON.parse(folder.git('-C', remote, 'show', 'loadgate:default.json'));
  expect([left.accepted.length, left.scenarios.home.histories]).toEqual([1, []]);
  const subjects = folder.git('-C', remote, 'log', '--format=%s', 'loadgate').split('\n');
  expect(subjects).toHaveLength(5);
  expect(subjects.filter((subject) => !subject.endsWith('[skip ci]'))).toEqual([]);
  expect(folder.has('.loadgate/baseline.json')).toBe(false);
  expect(folder.git('branch', '--all', '--list')).toBe('* main');
  expect(folder.git('status', '--porcelain')).toBe('');
}, 300_000);
