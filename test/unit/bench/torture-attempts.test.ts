/** Which refusals the torture makes of the effects of a run. */
import { expect, it } from 'vitest';
import { everyAttempt, sample } from '../../../scripts/torture/attempts.ts';
import { type Counted, siteOf } from '../../../scripts/torture/effect.ts';

const effect = (call: string, times: number): Counted => ({
  site: `${call} src/x.ts:1 #`,
  call,
  place: 'src/x.ts:1',
  target: '#',
  times,
});
const made = (call: string, times: number) =>
  everyAttempt([effect(call, times)]).map(({ which, code }) => [which, code]);

it('refuses an effect at its first call, its last, and always, with an error that fits', () => {
  expect(made('spawn', 1)).toEqual([
    [1, 'EAGAIN'],
    [1, 'EMFILE'],
  ]);
  expect(made('writeFile', 3)).toEqual([
    [1, 'ENOSPC'],
    [3, 'ENOSPC'],
    ['ever', 'ENOSPC'],
  ]);
  expect(made('readFileSync', 4_000)).toEqual([
    [1, 'EIO'],
    ['ever', 'EIO'],
  ]);
});

it('does not refuse for ever to end processes: nobody could', () => {
  expect(made('kill', 4).map(([which]) => which)).toEqual([1, 4]);
});

it('draws the same sample for the same seed, each refusal once', () => {
  const all = everyAttempt(Array.from({ length: 40 }, (_, index) => effect(`call${index}`, 2)));
  const drawn = sample(all, 10, 7);
  expect(new Set(drawn).size).toBe(10);
  expect(sample(all, 10, 7)).toEqual(drawn);
  expect(sample(all, 10, 8)).not.toEqual(drawn);
  expect(sample(all, 1_000, 7)).toEqual(all);
});

it('tells effects apart by what they are about, and not by what differs from run to run', () => {
  const [one, two, other] = [
    '/anywhere/loadgate-runner-a1B2c3/output_12345678-1234-1234-1234-123456789012',
    '/anywhere/loadgate-runner-Zz9Yy8/output_abcdefab-abcd-abcd-abcd-abcdefabcdef',
    '/anywhere/loadgate-runner-Zz9Yy8/state_abcdefab-abcd-abcd-abcd-abcdefabcdef',
  ].map((target) => siteOf('open', target).target);
  expect(one).toBe(two);
  expect(one).not.toBe(other);
});
