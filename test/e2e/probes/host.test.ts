/** The host probe on a real tree whose children live too briefly to be seen. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startHostProbe } from '../../../src/probes/host.ts';

/** A child that uses 60 ms of CPU time and ends. */
const CHILD = 'const end = 60_000; while (process.cpuUsage().user < end);';
/** A parent that runs ten such children, one after the other, and says when it is done. */
const PARENT = `
const { spawnSync } = require('node:child_process');
for (let child = 0; child < 10; child += 1) spawnSync(process.execPath, ['-e', ${JSON.stringify(CHILD)}]);
console.log('done');
setTimeout(() => {}, 20_000);
`;

/** A process and all its descendants. */
function treeOf(root: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const];
      } catch {
        return [];
      }
    });
  const found = new Set([root]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

describe.runIf(existsSync('/proc/stat'))('startHostProbe', () => {
  it('counts the CPU time of children that come and go', async () => {
    const running = promisify(execFile)(process.execPath, ['-e', PARENT]);
    const { child } = running;
    running.catch(() => undefined);
    try {
      const { pid } = child;
      if (pid === undefined) throw new Error('no parent');
      const started = performance.now();
      const probe = startHostProbe({ servicePids: () => treeOf(pid), generatorPids: () => [process.pid] });
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      const reading = probe.stop();
      const seconds = (performance.now() - started) / 1_000;
      const used = (reading?.serviceCores ?? 0) * seconds;
      expect(used).toBeGreaterThan(0.55);
      expect(used).toBeLessThan(60);
      expect(reading?.busyCores).toBeGreaterThan(0);
      expect(reading?.serviceMemory).toBeGreaterThan(10_000_000);
      const memory = (probe.memory() ?? []).filter((each) => each !== null);
      expect(memory.length).toBeGreaterThan(0);
      // Files are left out, and so are most children: they do not live for a second.
      expect(Math.max(...memory)).toBeGreaterThan(5_000_000);
      expect(Math.max(...memory)).toBeLessThan(reading?.serviceMemory ?? 0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
