/** Loads that are no plain users, on two builds beside each other: turns long enough for answers, ramps at their highest. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Slice } from '../../../src/domain/measurement.ts';
import { leftIn, type Left } from './left.ts';
import { ONE_BLOCK, openShop, type Shop } from './rig.ts';

const RAMP = `  growing:
    executor: ramping-users
    start-users: 0
    stages: [{ duration: 20s, target: 12 }, { duration: 5s, target: 0 }]
    think-time: 100ms
    warm-up: 300ms
    requests: [GET /]
    limits: { p95: off, throughput: off, cpu-per-request: off, error-rate: { max: 1% } }
`;

describe('an arrival rate and a ramp', () => {
  let shop: Shop;
  let left: Left;
  const slicesOf = (scenario: string): readonly Slice[] =>
    left.run.blocks.flatMap(({ slices }) => slices.filter((slice) => slice.scenario === scenario));

  beforeAll(async () => {
    shop = openShop();
    const config = shop.read('.github/loadgate.yml').replace('users: 2', 'rate: 60');
    shop.commit({ '.github/loadgate.yml': `${config}${RAMP}` });
    await shop.run(['run', '--compare', 'base', '--base', 'main~1', '--budget', ONE_BLOCK]);
    left = leftIn(shop.repository);
  }, 240_000);
  afterAll(() => shop[Symbol.dispose]());

  it('measures both builds at the rate, in turns of twenty answers', () => {
    const slices = slicesOf('home');
    // A busy machine may ask for blocks more; all of them are of both.
    const sides = slices.map(({ side }) => side);
    expect(sides.filter((side) => side === 'head').length).toBe(
      sides.filter((side) => side === 'base').length,
    );
    expect(slices.length).toBeGreaterThan(0);
    for (const { turns, arrivals, counts, timeline } of slices) {
      expect(turns.length).toBeGreaterThan(1);
      // A third of a second at sixty a second, and longer where answers are slow.
      for (const { elapsed } of turns) expect(elapsed).toBeGreaterThan(250);
      expect(arrivals?.planned).toBeGreaterThanOrEqual(turns.length * 20);
      expect(counts.ok).toBeGreaterThan(turns.length * 10);
      // Requests under way, not the two hundred that there could be.
      expect(Math.max(...timeline.map(({ users }) => users))).toBeLessThan(50);
    }
  });

  it('holds the ramp at its highest level', () => {
    for (const { users, turns, counts, arrivals } of slicesOf('growing')) {
      expect(users).toBe(12);
      expect(arrivals).toBeNull();
      // About a hundred and ten a second: turns of almost two tenths of a second, most of them.
      expect(turns.filter(({ elapsed }) => elapsed > 120).length).toBeGreaterThan(turns.length / 2);
      expect(counts.ok).toBeGreaterThan(100);
    }
  });

  it('says so in the report', () => {
    expect(left.report).toContain('60 requests a second');
    expect(left.report).toContain('0 to 12 users with think time');
  });
});
