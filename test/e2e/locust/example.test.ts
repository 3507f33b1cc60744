/** The example with a locustfile, as a user runs it from the repository root. */
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Run } from '../../../src/domain/measurement.ts';
import { ROOT } from '../../docs/repository.ts';
import { startCommand } from '../cli/rig.ts';
import { describeWithLocust, LOCUST } from './rig.ts';

/** Ignored by git, as every report of a user's is. */
const REPORTS = 'loadgate-report/locust-test';
afterAll(() => rmSync(join(ROOT, REPORTS), { recursive: true, force: true }));

describeWithLocust()('examples/locust/loadgate.yml', () => {
  it('measures the shop by Locust, and says so', async () => {
    const config = ['--config', 'examples/locust/loadgate.yml', '--report-directory', REPORTS];
    const path = LOCUST.includes('/') ? dirname(LOCUST) + delimiter : '';
    const { ended } = startCommand(
      ['run', '--compare', 'baseline', ...config],
      { cwd: ROOT },
      { PATH: `${path}${process.env['PATH'] ?? ''}` },
    );
    const { code, stdout, stderr } = await ended;
    expect(code, stdout + stderr).toBe(0);
    const run = JSON.parse(readFileSync(join(ROOT, REPORTS, 'run.json'), 'utf8')) as Run;
    const [slice] = run.blocks.flatMap(({ slices }) => slices);
    expect(slice?.engine.name).toBe('locust');
    expect(slice?.latency.resolution).toBe(1);
    expect(slice?.counts.ok).toBeGreaterThan(50);
    expect(slice?.counts.httpError).toBe(0);
    expect(slice?.requests.map(({ name }) => name).toSorted()).toEqual([
      'GET /books/42',
      'GET /books?page=1',
    ]);
    // Locust's processes are the generator, and not somebody else's.
    expect(slice?.host?.others.map(({ name }) => name)).not.toContain('locust');
    expect(slice?.host?.generatorCores).toBeGreaterThan(0);
    expect(stdout).toContain('requests by Locust `2.');
    expect(stdout).toMatch(/Every response time was recorded\s+to the microsecond/);
  });
});
