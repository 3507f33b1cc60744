/** Whose fault it is when something goes wrong with the base commit. */
import { expect, it } from 'vitest';
import { Failure, type FailureDetail } from '../../../src/domain/failure.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { blaming, isBaseFailure } from '../../../src/measure/lane.ts';

const failure = (code: string, kind: FailureDetail['kind'] = 'not-measured'): Failure =>
  new Failure({ kind, code, message: phrase('cancelled'), advice: phrase('cancelled-advice') });

const of = (side: 'base' | 'head', error: unknown): Promise<unknown> =>
  blaming(side, () => Promise.reject(error)).catch((thrown: unknown) => thrown);

it.each(['build-failed', 'build-timeout', 'service-exited', 'never-ready', 'base-unreadable'])(
  'F44: %s is the fault of the base commit, where it is the one',
  async (code) => {
    expect(isBaseFailure(await of('base', failure(code)))).toBe(true);
    expect(await of('head', failure(code))).toMatchObject({ detail: { code } });
  },
);

it.each([
  failure('spawn-failed'),
  failure('git-failed'),
  failure('git-missing', 'usage'),
  Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }),
])('F29, F30: what the machine refuses opens no gate: %s', async (error) => {
  expect(await of('base', error)).toBe(error);
});

it('a cancelled run is nobody’s fault', async () => {
  expect(await of('base', failure('cancelled', 'cancelled'))).toMatchObject({
    detail: { kind: 'cancelled' },
  });
});
