/** A measurement of two builds that somebody stops in the middle of a block: everything it started is gone, and nothing is judged. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitFor } from '../../runner/step.ts';
import { ANSWER, exited, openShop, service } from './rig.ts';

/** Writes that it is under load when both builds have been warmed up and take turns. */
const TELLING = `globalThis.told ??= setTimeout(() => appendFileSync(process.env.STARTS + '.loaded', '.'), 2500); ${ANSWER}`;

describe('stopped in the middle of a block', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'F25: by %s ends both services and the load: exit 130',
    async (signal) => {
      using shop = openShop({ 'service.mjs': service('', TELLING) });
      shop.commit({ 'notes.md': 'A change.\n' });
      const report = join(shop.repository, 'loadgate-report');
      const running = shop.start(['run', '--compare', 'base', '--base', 'main~1', '--budget', '10m']);
      await waitFor(() => existsSync(join(shop.root, 'starts.jsonl.loaded')), 'load on the services');
      // The command itself, two services, and the generator.
      expect(shop.processes().length).toBeGreaterThanOrEqual(4);
      expect(readdirSync(shop.temporary)).toHaveLength(1);
      running.child.kill(signal);
      const ended = await running.ended;
      exited(ended, 130);
      expect(ended.stderr).toContain(`The run was stopped by ${signal} before it was complete.`);
      expect(ended.stdout).toBe('');
      expect(shop.processes()).toEqual([]);
      expect(readdirSync(shop.temporary)).toEqual([]);
      for (const name of ['run.json', 'verdict.json', 'report.md', 'report.html', 'junit.xml', 'metrics.txt'])
        expect(existsSync(join(report, name))).toBe(false);
    },
  );
});

describe('a second signal', () => {
  it('S28: leaves no process of either build', async () => {
    const deaf = "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {});";
    using shop = openShop({ 'service.mjs': service(deaf, TELLING) });
    const config = shop.read('.github/loadgate.yml').replace('stop-timeout: 1s', 'stop-timeout: 30s');
    shop.commit({ '.github/loadgate.yml': config });
    const running = shop.start(['run', '--compare', 'base', '--base', 'main~1', '--budget', '10m']);
    await waitFor(() => existsSync(join(shop.root, 'starts.jsonl.loaded')), 'load on the services');
    running.child.kill('SIGINT');
    await running.until('SIGINT received');
    running.child.kill('SIGINT');
    exited(await running.ended, 130);
    await waitFor(() => shop.processes().length === 0, 'an empty machine');
    expect(readdirSync(shop.temporary)).toEqual([]);
  });
});
