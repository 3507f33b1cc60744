/** The baseline as people care for it: what they accept, what goes, what is wrong, and what a merged pull request leaves in it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFakeGitHub } from '../../github/fake.ts';
import { CONFIG, type Ended, openFolder } from './rig.ts';

const FILE = '.loadgate/baseline.json';
const [SHA, EARLIER, BEFORE] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const UNTIL = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const ACCEPT = [
  'baseline',
  'accept',
  'p95',
  '--up-to',
  '12%',
  '--until',
  UNTIL,
  '--reason',
  'signed answers',
];

function ended(done: Ended, code: number): void {
  expect([done.code, done.signal], `${done.stdout}\n${done.stderr}`).toEqual([code, null]);
}

test('a change is accepted, shown, counted, and taken out', { timeout: 300_000 }, async () => {
  using folder = openFolder();
  const early = await folder.run(ACCEPT);
  ended(early, 2);
  expect(early.stderr).toContain('nothing has been accepted yet');

  ended(await folder.run(['baseline', 'update', '--runs', '3']), 0);
  ended(await folder.run(['baseline', 'update', '--from', 'missing.json']), 3);
  ended(await folder.run(['measure', '--output', 'run.json']), 0);
  ended(await folder.run(['baseline', 'update', '--from', 'run.json', '--release', 'v1.2.0']), 0);
  ended(await folder.run([...ACCEPT, '--by', 'mona']), 0);

  const shown = await folder.run(['baseline', 'show']);
  expect(shown.stdout).toContain('release v1.2.0 · 1 run');
  expect(shown.stdout).toContain(`accepted: p95 worse by up to 12.00 % until ${UNTIL}, by mona on `);
  const verified = await folder.run(['baseline', 'verify']);
  ended(verified, 0);
  expect(verified.stdout).toContain('1 scenarios, 3 runs, 1 acceptances; nothing is wrong');

  ended(await folder.run(['judge', 'run.json']), 0);
  const verdict = JSON.parse(folder.read('loadgate-report/verdict.json'));
  expect(verdict.acceptances).toMatchObject([{ by: 'mona', upTo: { kind: 'share', amount: 0.12 } }]);
  expect(verdict.scenarios[0].release).toMatchObject({ tag: 'v1.2.0', runs: 1 });
  expect(folder.read('loadgate-report/report.md')).toContain('| Release `v1.2.0` |');
  expect(folder.read('loadgate-report/report.html')).toContain('v1.2.0');

  const before = folder.read(FILE);
  folder.write({ '.github/loadgate.yml': CONFIG.replace('requests: [GET /]', 'requests: [GET /other]') });
  const dry = await folder.run(['baseline', 'prune']);
  expect(dry.stdout).toContain('home: 3 runs of another configuration');
  expect(dry.stdout).toContain('home: release v1.2.0');
  expect(folder.read(FILE)).toBe(before);
  ended(await folder.run(['baseline', 'prune', '--yes']), 0);
  expect(JSON.parse(folder.read(FILE)).scenarios.home).toEqual({ histories: [], releases: [] });
  ended(await folder.run(['baseline', 'verify']), 0);
});

test.each([
  ['no metric', { 2: 'p96' }, 'There is no metric "p96"'],
  ['a day that is over', { 6: '2026-01-01' }, '--until takes a day from today on'],
])('%s is refused, and nothing is written', { timeout: 60_000 }, async (_, changes, words) => {
  const whole = JSON.stringify({ schema: 2, suite: 'default', accepted: [], scenarios: {} });
  using folder = openFolder({ [FILE]: whole });
  const args = Object.assign([...ACCEPT], changes);
  const done = await folder.run([...args, '--by', 'mona']);
  ended(done, 3);
  expect(done.stderr).toContain(words);
  expect(folder.read(FILE)).toBe(whole);
});

test('what is wrong with a file is said with its line, and exit code 3', { timeout: 60_000 }, async () => {
  using folder = openFolder({
    [FILE]: '{\n  "schema": 2,\n  "suite": "default",\n  "accepted": [7],\n  "scenarios": {}\n}\n',
  });
  const done = await folder.run(['baseline', 'verify']);
  ended(done, 3);
  expect(done.stderr).toContain('line 4, accepted.0');
});

test('F54: what the merged pull requests accepted is recorded with their commits', {
  timeout: 300_000,
}, async () => {
  await using github = await startFakeGitHub({
    repository: 'octo/shop',
    pullRequest: 7,
    tokens: { ghs_readerSentinel0123456789: { login: 'github-actions[bot]', mayWrite: false } },
  });
  github.review.people.mona = 'write';
  github.review.merged = SHA;
  const at = new Date(Date.now() - 86_400_000).toISOString();
  const line = (amount: string) => `loadgate accept p95 ${amount} until ${UNTIL}: signed answers`;
  github.review.remarks.push(
    { body: line('+12%'), author: 'mona', at },
    { body: line('+900%'), author: 'stranger', at },
  );
  // Another one that was merged in the same push.
  const p99 = `loadgate accept p99 +5% until ${UNTIL}: signed answers`;
  github.review.others.push({
    number: 8,
    merged: EARLIER,
    remarks: [{ body: p99, author: 'mona', at }],
  });
  github.review.history.push(
    { sha: BEFORE, parents: [] },
    { sha: EARLIER, parents: [BEFORE] },
    { sha: SHA, parents: [EARLIER] },
  );
  using folder = openFolder();
  folder.write({
    'event.json': JSON.stringify({ ref: 'refs/heads/main', before: BEFORE, after: SHA }),
  });
  ended(await folder.run(['measure', '--output', 'run.json']), 0);
  const updated = await folder.run(['baseline', 'update', '--from', 'run.json'], {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(folder.path, 'event.json'),
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SHA: SHA,
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: 'ghs_readerSentinel0123456789',
  });
  ended(updated, 0);
  expect(updated.stderr).toContain('stranger may not accept changes here');
  const { startedAt } = JSON.parse(folder.read('run.json'));
  expect(JSON.parse(folder.read(FILE)).accepted).toEqual([
    {
      scenario: 'home',
      metric: 'p95',
      upTo: { kind: 'share', amount: 0.12 },
      reason: 'signed answers',
      by: 'mona',
      at,
      since: startedAt,
      until: UNTIL,
      commit: SHA,
    },
    expect.objectContaining({ metric: 'p99', by: 'mona', since: startedAt, commit: EARLIER }),
  ]);
  expect(`${updated.stdout}${updated.stderr}`).not.toContain('readerSentinel');
  github.verify();
});
