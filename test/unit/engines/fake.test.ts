/** The engine that sends nothing. */
import { describe, expect, test } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { type FakeService, fakeLoad } from '../../../src/engines/fake.ts';
import type { LoadResult } from '../../../src/engines/load-job.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { GET, jobOf, loadOf } from '../../e2e/engines/measure.ts';
import { openTestWorld } from '../../services/worlds.ts';

const STEADY: FakeService = { median: millis(20), spread: 0.3, errorShare: 0 };

async function run(service: FakeService, seed = 1): Promise<LoadResult> {
  using world = openTestWorld();
  const load = loadOf({ users: 10, duration: 10_000, requests: [GET, { ...GET, name: 'other' }] });
  return await fakeLoad(service)({ ...jobOf('http://127.0.0.1:1', load), seed }, world, () => undefined);
}

describe('the fake engine', () => {
  test('gives a result that adds up, with the latencies described', async () => {
    const { counts, latency, timeline, requests, elapsed } = await run(STEADY);
    expect(counts.sent).toBe(counts.ok + counts.inFlight);
    expect(counts.inFlight).toBe(10);
    expect(elapsed).toBe(10_000);
    expect((fromRecord(latency).quantile(0.5) ?? 0) / 1_000).toBeCloseTo(20, -1);
    expect(timeline).toHaveLength(10);
    expect(requests.map(({ name }) => name)).toEqual(['get', 'other']);
  });

  test('is the same for the same seed, and another for another', async () => {
    expect(await run(STEADY)).toEqual(await run(STEADY));
    expect((await run(STEADY, 2)).latency).not.toEqual((await run(STEADY)).latency);
  });

  test('fails the share that is asked for', async () => {
    const { counts } = await run({ ...STEADY, errorShare: 0.1 });
    expect(counts.httpError / counts.sent).toBeGreaterThan(0.07);
    expect(counts.httpError / counts.sent).toBeLessThan(0.13);
  });
});
