/** Answers whose body is not what it should be count as errors, whatever their status says. */
import { expect, test } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { runLoad } from '../../../src/engines/run-load.ts';
import { openTestWorld } from '../../services/worlds.ts';
import { GENERATOR, GET, jobOf, loadOf, measured } from './measure.ts';
import { openWireServer } from './wire-server.ts';

test('a body that fails a check is an error, and told apart from a status', async () => {
  await using server = await openWireServer(({ number, answer }) => {
    if (number % 4 === 0) answer(500, '{"title":"Emma"}');
    else answer(200, number % 2 === 0 ? '{"title":"Emma"}' : '{"error":"soon"}');
  });
  const requests = [{ ...GET, checks: [{ kind: 'json', pointer: '/title', equals: 'Emma' }] as const }];
  const { counts, engine, errors, statuses, latency } = await measured(
    server.url,
    loadOf({ requests, users: 1, duration: 400 }),
  );
  expect(engine).toMatchObject({ name: 'undici', why: 'unsupported' });
  expect(counts.ok).toBeGreaterThan(5);
  expect(counts.httpError / counts.ok).toBeGreaterThan(2);
  expect(errors.map(({ message }) => message)).toEqual(['HTTP 200, a body without "/title"', 'HTTP 500']);
  expect(statuses.map(({ status }) => status)).toEqual([200, 500]);
  expect(latency.count).toBe(counts.ok);
});

test('S25: a pattern that never ends is ended with its generator, and nothing is measured', async () => {
  // Each further letter doubles the time: this takes longer than anybody waits.
  await using server = await openWireServer(({ answer }) => answer(200, `${'a'.repeat(60)}!`));
  const requests = [{ ...GET, checks: [{ kind: 'matches', pattern: '^(a+)+$' }] as const }];
  using world = openTestWorld();
  const load = loadOf({ requests, users: 1, duration: 500, timeout: millis(500) });
  const job = jobOf(server.url, load);
  const ended = runLoad(job, { ...world, generator: GENERATOR }, () => undefined, millis(3_000));
  await expect(ended).rejects.toMatchObject({
    detail: {
      kind: 'not-measured',
      code: 'generator-hangs',
      advice: expect.stringContaining('`matches`'),
    },
  });
  expect(server.received()).toBeGreaterThan(0);
  expect(world.leftovers()).toEqual([]);
});
