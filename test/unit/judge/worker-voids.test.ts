/** A load that has lost more workers than it may is void, with its search, its turns and all. */
import { expect, it } from 'vitest';
import { millis } from '../../../src/domain/units.ts';
import { workerVoids } from '../../../src/judge/worker-voids.ts';
import { sliceOf } from '../../fixtures/measured.ts';
import { distributed } from '../../fixtures/workers.ts';

const LOST = { lostAt: millis(4_000) };
const voidsOf = (...engines: readonly ReturnType<typeof distributed>[]) =>
  workerVoids(engines.map((engine) => sliceOf({ seed: 7, engine })));

it.each([
  ['all stayed', distributed(), []],
  ['there are none', distributed(null), []],
  ['one may be lost', distributed(LOST, 1), []],
  ['one was lost', distributed(LOST), [{ kind: 'workers-unsteady', lost: 1, late: 0, of: 4, mayLose: 0 }]],
  [
    'one was late',
    distributed({ late: true }),
    [{ kind: 'workers-unsteady', lost: 0, late: 1, of: 4, mayLose: 0 }],
  ],
])('when %s', (_, engine, voids) => expect(voidsOf(engine)).toEqual(voids));

it('counts those of all slices together', () => {
  expect(voidsOf(distributed(LOST, 1), distributed(LOST, 1))).toMatchObject([{ lost: 2, of: 8, mayLose: 1 }]);
});
