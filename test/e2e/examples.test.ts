/** Every executor's example, and that of flows, as a user runs it from the repository root. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXECUTORS } from '../../src/config/executor-schema.ts';
import type { Run } from '../../src/domain/measurement.ts';
import { ROOT } from '../docs/repository.ts';
import { startCommand } from './cli/rig.ts';

/** Ignored by git, as every report of a user's is. */
const REPORTS = 'loadgate-report/examples-test';
afterAll(() => rmSync(join(ROOT, REPORTS), { recursive: true, force: true }));

describe.each(EXECUTORS)('examples/executors/%s.yml', (name) => {
  it('measures the shop, and every request is accounted for', async () => {
    const config = ['--config', `examples/executors/${name}.yml`];
    const { ended } = startCommand(
      ['run', '--compare', 'baseline', ...config, '--report-directory', REPORTS],
      { cwd: ROOT },
      {},
    );
    const { code, stdout, stderr } = await ended;
    expect(code, stdout + stderr).toBe(0);
    const run = JSON.parse(readFileSync(join(ROOT, REPORTS, 'run.json'), 'utf8')) as Run;
    const [slice] = run.blocks.flatMap(({ slices }) => slices);
    if (slice === undefined) throw new Error('a run has slices');
    // Users that do not think are autocannon's.
    expect(slice.engine.name).toBe(name === 'stress' ? 'autocannon' : 'undici');
    expect(slice.counts.ok).toBeGreaterThan(100);
    expect(slice.counts.httpError).toBe(0);
    expect(slice.search === null).toBe(name !== 'stress' && name !== 'capacity');
    expect(slice.arrivals === null).toBe(!name.endsWith('arrival-rate') && name !== 'capacity');
    const { sent, refused } = slice.counts;
    const { planned, dropped, waiting } = slice.arrivals ?? { planned: sent, dropped: 0, waiting: 0 };
    expect(planned).toBe(sent + refused + dropped + waiting);
  });
});

describe('examples/bookshop/flows.yml', () => {
  it('looks around three times for each time that it buys, and shows nobody its token', async () => {
    const config = ['--config', 'examples/bookshop/flows.yml'];
    const { ended } = startCommand(
      ['run', '--compare', 'baseline', ...config, '--report-directory', REPORTS],
      { cwd: ROOT },
      { BOOKSHOP_TOKEN: 'sentinel-of-the-shop' },
    );
    const { code, stdout, stderr } = await ended;
    expect(code, stdout + stderr).toBe(0);
    const text = readFileSync(join(ROOT, REPORTS, 'run.json'), 'utf8');
    const [slice] = (JSON.parse(text) as Run).blocks.flatMap(({ slices }) => slices);
    expect(slice?.requests.map(({ name }) => name)).toEqual([
      'list',
      'book',
      'order',
      'GET /orders/{{order}}',
    ]);
    const [list = 0, , order = 0] = slice?.requests.map(({ counts }) => counts.ok) ?? [];
    expect(slice?.counts.httpError).toBe(0);
    // Some 440 passes: five standard errors are 0.1.
    expect(Math.abs(order / (list + order) - 0.25)).toBeLessThan(0.1);
    expect(text + stdout + stderr).not.toContain('sentinel');
  });
});
