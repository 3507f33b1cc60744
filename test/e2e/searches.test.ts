/** Searches on real services whose limits are known, as a user starts them. Steps are short: bench:capacity says how exact longer ones are. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/domain/measurement.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { SearchResult } from '../../src/domain/search.ts';
import { capacityOf, degradationOf, recoveryOf } from '../../src/stats/search.ts';
import { ROOT } from '../docs/repository.ts';
import { type Ended, openFolder, startCommand } from './cli/rig.ts';

interface Searched {
  readonly ended: Ended;
  readonly search: SearchResult;
  readonly run: Run;
  readonly report: string;
}

/** Runs `scenario` on a limited service. */
async function searchOn(model: string, scenario: readonly string[]): Promise<Searched> {
  using folder = openFolder();
  copyFileSync(join(ROOT, 'test/services/limited.mjs'), join(folder.path, 'limited.mjs'));
  const config = [
    `service: { start: 'node limited.mjs --port {port} --model ${model}', ready: tcp, stop-timeout: 1s }`,
    'scenarios:',
    '  limit:',
    ...scenario.map((line) => `    ${line}`),
    '    warm-up: 500ms',
    '    step: 1s',
    '',
  ].join('\n');
  folder.write({ '.github/loadgate.yml': config });
  const ended = await folder.run(['run']);
  expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  const run = JSON.parse(folder.read('loadgate-report/run.json')) as Run;
  const [slice] = run.blocks.flatMap(({ slices }) => slices);
  if (slice?.search == null) throw new Error('a search was asked for');
  const { sent, ok, httpError, connectionError, timeout, lost, inFlight } = slice.counts;
  expect(sent).toBe(ok + httpError + connectionError + timeout + lost + inFlight);
  return { ended, run, search: slice.search, report: folder.read('loadgate-report/report.md') };
}

/** Wide enough for a busy machine and steps of a second. */
const near = (value: number | null | undefined, truth: number): void => {
  expect(value).toBeGreaterThan(0.8 * truth);
  expect(value).toBeLessThan(1.2 * truth);
};

// The services wait, and the load is light: two searches at a time leave both cores half idle.
describe.concurrent('stress', () => {
  it('finds how many workers a service has, and what they come to', async () => {
    const { search, report } = await searchOn('workers --workers 20 --time 50', ['executor: stress']);
    near(capacityOf(search), 400);
    near(degradationOf(search)?.level, 20);
    expect(degradationOf(search)?.reason.kind).toBe('plateau');
    expect(recoveryOf(search)?.recovered).toBe(true);
    expect(report).toContain('more of them brought longer waits');
  });

  it('finds a lock', async () => {
    const { search } = await searchOn('lock --time 45 --locked 5', ['executor: stress']);
    near(capacityOf(search), 200);
    near(degradationOf(search)?.level, 10);
    expect(degradationOf(search)?.reason.kind).toBe('plateau');
  });

  it('knows a service that does not come back', async () => {
    const model = 'metastable --workers 10 --time 20 --limit 15 --factor 4';
    const { search, report } = await searchOn(model, ['executor: stress']);
    near(capacityOf(search), 500);
    expect(search.ended).toBe('stays-broken');
    expect(report).toContain('Does not recover');
  });

  it('ends at the latency that was promised', async () => {
    const objective = 'objective: { p95: 100ms }';
    const { search } = await searchOn('workers --workers 20 --time 50', [
      'executor: stress',
      'start-users: 20',
      objective,
    ]);
    expect(['latency', 'plateau']).toContain(degradationOf(search)?.reason.kind);
    near(capacityOf(search), 400);
  });
});

it.concurrent('compares two builds level by level, and confirms what got worse', async () => {
  using folder = openFolder();
  copyFileSync(join(ROOT, 'test/services/limited.mjs'), join(folder.path, 'limited.mjs'));
  const config = (workers: number): string =>
    [
      `service: { start: 'node limited.mjs --port {port} --model workers --time 20 --workers ${workers}', ready: tcp, stop-timeout: 1s }`,
      'compare: base',
      'scenarios:',
      '  limit: { executor: stress, step: 1s, warm-up: 500ms, start-users: 4, max-users: 64 }',
      '',
    ].join('\n');
  folder.git('init', '--quiet');
  folder.write({ '.github/loadgate.yml': config(6) });
  folder.git('add', '--all');
  folder.git('commit', '--quiet', '--message', 'base');
  // The start command is the config's own: a build of the base is started by it, too. So the change is in a file.
  const slower = folder.read('limited.mjs').replace('work(staff, now, time)', 'work(staff, now, time + 6)');
  folder.write({ 'limited.mjs': slower });
  folder.git('commit', '--quiet', '--all', '--message', 'slower');
  const command = ['run', '--base', 'HEAD~1'];
  const { ended: end } = startCommand(command, { cwd: folder.path, deadline: 280_000 }, {});
  const ended = await end;
  expect(ended.code, ended.stdout + ended.stderr).toBe(1);
  const verdict = JSON.parse(folder.read('loadgate-report/verdict.json')) as Verdict;
  const [judgement] = verdict.scenarios[0]?.judgements ?? [];
  expect(judgement).toMatchObject({ metric: 'capacity', failed: true });
  // 6 workers of 20 ms, and of 26.
  expect(judgement?.comparison?.change).toBeGreaterThan(-0.33);
  expect(judgement?.comparison?.change).toBeLessThan(-0.13);
  expect(judgement?.comparison?.confirmation).toBe('confirmed');
}, 300_000);

describe.concurrent('capacity', () => {
  it('finds the highest rate within the objective', async () => {
    const { search, run } = await searchOn('workers --workers 20 --time 50', [
      'executor: capacity',
      'start-rate: 100',
      'objective: { p95: 100ms }',
    ]);
    near(capacityOf(search), 400);
    expect(degradationOf(search)?.reason.kind).toBe('latency');
    expect(run.blocks[0]?.slices[0]?.engine.name).toBe('undici');
  });
});
