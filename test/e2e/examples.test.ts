/** Every executor's example, and that of flows, as a user runs it from the repository root. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXECUTORS } from '../../src/config/executor-schema.ts';
import type { Run } from '../../src/domain/measurement.ts';
import { ROOT } from '../docs/repository.ts';
import { startCommand } from './cli/rig.ts';

/** Ignored by git, as every report of a user's is; each example has a folder of its own in it. */
const REPORTS = 'loadgate-report/examples-test';
afterAll(() => rmSync(join(ROOT, REPORTS), { recursive: true, force: true }));

/** Runs an example as it stands. Gives its record, and what it wrote. @throws AssertionError unless it passes */
async function runExample(
  name: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly record: string; readonly written: string }> {
  const directory = join(REPORTS, name);
  const config = ['--config', `examples/${name}.yml`, '--report-directory', directory];
  const { ended } = startCommand(['run', '--compare', 'baseline', ...config], { cwd: ROOT }, env);
  const { code, stdout, stderr } = await ended;
  expect(code, stdout + stderr).toBe(0);
  return { record: readFileSync(join(ROOT, directory, 'run.json'), 'utf8'), written: stdout + stderr };
}

// They are loads of seconds that leave the cores idle.
describe.concurrent.each(EXECUTORS)('examples/executors/%s.yml', (name) => {
  it('measures the shop, and every request is accounted for', async () => {
    const { record } = await runExample(`executors/${name}`);
    const run = JSON.parse(record) as Run;
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

describe.concurrent('examples/bookshop/flows.yml', () => {
  it('looks around three times for each time that it buys, and shows nobody its token', async () => {
    const { record, written } = await runExample('bookshop/flows', {
      BOOKSHOP_TOKEN: 'sentinel-of-the-shop',
    });
    const [slice] = (JSON.parse(record) as Run).blocks.flatMap(({ slices }) => slices);
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
    expect(record + written).not.toContain('sentinel');
  });
});
