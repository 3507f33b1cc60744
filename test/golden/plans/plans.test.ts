/** The plan of every executor's example against a committed one: what a shape comes to must not change unseen. */
import { describe, expect, it } from 'vitest';
import { EXECUTORS } from '../../../src/config/executor-schema.ts';
import { loadPlan } from '../../../src/config/load.ts';
import { readText, ROOT } from '../../docs/repository.ts';
import { worldIn } from '../../unit/config/loading.ts';

describe.each(EXECUTORS)('%s', (name) => {
  it('is planned', async () => {
    const given = { configPath: `examples/executors/${name}.yml`, inputs: {}, base: null };
    const { plan } = await loadPlan(given, worldIn(ROOT));
    // A search stands beside its load; where there is none, nothing is said of it.
    const shapes = plan.scenarios.map(({ load, search }) => (search === null ? load : { load, search }));
    await expect(`${JSON.stringify(shapes, null, 2)}\n`).toMatchFileSnapshot(`${name}.json`);
    expect(readText('docs/load.md')).toContain(`## ${name}`);
  });
});
