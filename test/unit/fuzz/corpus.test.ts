/** What once got through the fuzzers, and what attackers are known to write, does not get through; and a fuzzer finds what is to be found. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptFor } from '../../../scripts/fuzz/corpus.ts';
import { openTarget } from '../../../scripts/fuzz/open-target.ts';
import { TARGETS } from '../../../scripts/fuzz/targets.ts';

describe.each(TARGETS)('$name', ({ name, promise, bounds, replay }) => {
  it('has a promise and bounds', () => {
    expect(promise).toMatch(/^[A-Z].*\.$/u);
    expect(bounds.ci).toBeLessThan(bounds.usual);
    expect(bounds.usual).toBeLessThan(bounds.release);
  });

  it.each(keptFor(name))('holds for $name', async ({ input }) => {
    await expect(replay(input)).resolves.toBeUndefined();
  });
});

describe('a fuzzer', () => {
  const target = openTarget({
    name: 'numbers',
    promise: 'No number is larger than 999.',
    unit: 'numbers',
    bounds: { ci: 1, usual: 2, release: 3 },
    inputs: fc.nat(),
    check: (number: number) => {
      if (number > 999) throw new Error(`${number} is larger`);
      return 1;
    },
  });

  it('finds what breaks its promise, and makes it small', async () => {
    const { broken } = await target.tryInputs(1, 100);
    expect(broken).toMatchObject({ input: 1_000, seed: 1 });
    expect(broken?.why).toContain('1000 is larger');
    await expect(target.replay(1_000)).rejects.toThrow('1000 is larger');
  });

  it('finds the same for the same seed', async () => {
    const [one, two] = [await target.tryInputs(7, 50), await target.tryInputs(7, 50)];
    expect(one.broken).not.toBeNull();
    expect([two.count, two.broken?.input, two.broken?.path]).toEqual([
      one.count,
      one.broken?.input,
      one.broken?.path,
    ]);
  });
});
