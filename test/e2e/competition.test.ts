/** Competition for the cores, real: a service under load beside programs that burn all of them, and the same without. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/domain/measurement.ts';
import { CONFIG, type Folder, openFolder } from './cli/rig.ts';

/** Prints without end, and is called by a name that nothing else here has. */
const BURNER = 'yes';

/** Two for each core: half of every core is then theirs. */
async function openBurners(): Promise<AsyncDisposable> {
  const children: readonly ChildProcess[] = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(BURNER, { stdio: 'ignore' }),
  );
  const ended = children.map((child) => once(child, 'exit'));
  const end = (): void => {
    for (const child of children) child.kill('SIGKILL');
  };
  // However this process ends, they go with it.
  process.once('exit', end);
  await Promise.all(children.map((child) => once(child, 'spawn')));
  return {
    async [Symbol.asyncDispose]() {
      end();
      process.off('exit', end);
      await Promise.all(ended);
    },
  };
}

interface Seen {
  readonly report: string;
  readonly host: NonNullable<Run['blocks'][number]['slices'][number]['host']>;
}

async function seenIn(folder: Folder): Promise<Seen> {
  const { stdout, stderr } = await folder.run(['run']);
  const run = JSON.parse(folder.read('loadgate-report/run.json')) as Run;
  const host = run.blocks[0]?.slices[0]?.host ?? null;
  if (host === null) throw new Error(`nothing was watched: ${stdout}${stderr}`);
  return { report: folder.read('loadgate-report/report.md'), host };
}

const TITLES = /\*\*(?:Competition for CPU|Another program)/u;

describe.runIf(existsSync('/proc/stat'))('competition for the cores', () => {
  it('is told where others burn them, and nothing is told of them where they do not', async () => {
    using folder = openFolder({ '.github/loadgate.yml': CONFIG.replace('duration: 1s', 'duration: 3s') });
    const quiet = await seenIn(folder);
    const burning = await (async () => {
      await using _ = await openBurners();
      return await seenIn(folder);
    })();
    // Three programs are named: on a machine where others are as busy, it may be none of them.
    const { others } = burning.host;
    expect(others.some(({ name }) => name === BURNER) || others.length === 3).toBe(true);
    expect(burning.host.otherCores).toBeGreaterThan(0.3 * burning.host.cores);
    expect(burning.host.busyCores).toBeGreaterThan(0.85 * burning.host.cores);
    expect(burning.report).toMatch(TITLES);
    expect(quiet.host.others.map(({ name }) => name)).not.toContain(BURNER);
    expect(quiet.report).not.toContain(`\`${BURNER}\``);
    // Somebody else may be at work on this machine: then it is right to say so.
    const { busyCores, cores, cpuPressure } = quiet.host;
    const isQuiet = busyCores < 0.5 * cores && (cpuPressure ?? 0) < 0.1;
    expect(isQuiet && TITLES.test(quiet.report)).toBe(false);
  });
});
