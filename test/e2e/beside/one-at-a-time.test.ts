/** Builds that cannot run at the same time are measured one after the other, in each block anew, by the same requests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../../src/platform/ports.ts';
import type { Block } from '../../../src/domain/measurement.ts';
import { leftIn, orderOf, p50Of, phasesOf, undisturbed } from './left.ts';
import { budgetOf, exited, ONE_BLOCK, openShop, waiting } from './rig.ts';

const LONG = 240_000;

/** Both builds were booted, and one had all its turns before the other; as many turns. */
function expectInTurn(block: Block): void {
  const [first, second] = block.boots.map(({ side }) => side);
  expect(new Set([first, second])).toEqual(new Set(['base', 'head']));
  const order = orderOf(block);
  const half = order.length / 2;
  expect(half).toBeGreaterThanOrEqual(2);
  expect(order).toEqual([...Array(half).fill(first), ...Array(half).fill(second)]);
  // Every turn has a place of its own: no two of different builds are taken for neighbours.
  const places = block.slices.flatMap(({ turns }) => turns.map(({ place }) => place));
  expect(places.toSorted((left, right) => left - right)).toEqual(places.map((_, index) => index));
  const [one, other] = block.slices.map(({ startedAt, elapsed }) => ({ at: Date.parse(startedAt), elapsed }));
  expect((other?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(Math.floor(one?.elapsed ?? 0));
}

describe('a service with a port of its own', () => {
  it('that a change makes much slower fails with exit 1', { timeout: LONG }, async () => {
    // Both far too quick for longer turns, which the budget would not pay for.
    using shop = openShop({ 'service.mjs': waiting(2) });
    const port = await freePort();
    const config = shop
      .read('.github/loadgate.yml')
      .replace('  ready: /health', `  port: ${port}\n  ready: /health`);
    shop.commit({ '.github/loadgate.yml': config });
    shop.commit({ 'service.mjs': waiting(12) });
    const comparing = ['--compare', 'base', '--base', 'main~1', '--budget', budgetOf(4)];
    const measured = await shop.run(['run', ...comparing]);
    const ended = await undisturbed(shop, measured, comparing);
    exited(ended, 1);
    expect(measured.stderr).toContain(
      'The service insists on its port: the two builds are measured one after the other.',
    );
    const { run, verdict } = leftIn(shop.repository);
    expect(phasesOf(run)).toMatch(/^main( main)+( confirm)+$/u);
    expect(run.target?.url).toBe(`http://127.0.0.1:${port}`);
    for (const block of run.blocks) expectInTurn(block);
    expect(p50Of(verdict)).toMatchObject({
      failed: true,
      comparison: { outcome: 'regression', confirmation: 'confirmed' },
    });
  });
});

describe('a service that locks what both builds want', () => {
  it('is measured one after the other as soon as that shows, and no trace of the attempt is kept', async () => {
    const locked = (wait: number): string =>
      waiting(
        wait,
        `
import { rmSync, writeFileSync } from 'node:fs';
const lock = process.env.STARTS + '.lock';
try {
  writeFileSync(lock, '', { flag: 'wx' });
} catch {
  console.error('somebody else holds the lock');
  process.exit(5);
}
process.on('SIGTERM', () => process.exit(0)).on('exit', () => rmSync(lock, { force: true }));
`,
      );
    using shop = openShop({ 'service.mjs': locked(10) });
    // By itself each would take turns of another length, and another number of them.
    shop.commit({ 'service.mjs': locked(40) });
    const comparing = ['--compare', 'base', '--base', 'main~1', '--budget', ONE_BLOCK];
    const measured = await shop.run(['run', ...comparing]);
    exited(await undisturbed(shop, measured, comparing), 0);
    expect(measured.stderr).toContain(
      'The two builds cannot run at the same time; they are measured one after the other.',
    );
    const { run } = leftIn(shop.repository);
    expect(run.baseFailure).toBeNull();
    expect(phasesOf(run)).toBe('main');
    for (const block of run.blocks) expectInTurn(block);
    // Two together, of which one gave up, and two in turn.
    expect(shop.starts()).toHaveLength(4);
    const logs = ['service.log', 'base-service.log'].map((name) =>
      readFileSync(join(shop.repository, 'loadgate-report', name), 'utf8'),
    );
    expect(logs.join('').match(/somebody else holds the lock/gu)).toHaveLength(1);
  });
});
