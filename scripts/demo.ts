/**
 * The demo: takes a baseline of the example service on this machine, then gates the service and prints the report.
 * With --regression the service is made slower in between, as a bad change would, and the gate fails with exit 1.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { styleText } from 'node:util';

const root = join(import.meta.dirname, '..');
const workspace = join(root, 'loadgate-report', 'demo');
const regression = process.argv.includes('--regression');

/** Baseline runs: enough to show some spread, few enough to stay within a minute. */
const BASELINE_RUNS = 3;

function step(text: string): void {
  process.stdout.write(`\n${styleText('bold', `▸ ${text}`)}\n\n`);
}

/** Runs a command of Loadgate in the demo's workspace, its output shown as it comes. */
function loadgate(...args: readonly string[]): number {
  const { status, error } = spawnSync(
    process.execPath,
    [join(root, 'src', 'cli.ts'), ...args, '--config', 'demo.yml'],
    {
      cwd: workspace,
      stdio: 'inherit',
      timeout: 180_000,
    },
  );
  if (error !== undefined) throw error;
  return status ?? 2;
}

rmSync(workspace, { recursive: true, force: true });
cpSync(join(root, 'examples', 'bookshop'), workspace, { recursive: true });

step(`Taking a baseline of the bookshop on this machine (${BASELINE_RUNS} short runs)`);
const taken = loadgate('baseline', 'update', '--runs', String(BASELINE_RUNS));
if (taken !== 0) process.exit(taken);

if (regression) {
  step('A change makes the service slower: 2 ms more CPU time in every request (knobs.json)');
  writeFileSync(join(workspace, 'knobs.json'), `${JSON.stringify({ cpuMs: 2 })}\n`);
}

step('Gating the service against that baseline');
const exitCode = loadgate('run');
step(
  `Exit code ${exitCode}. The report and its numbers are in ${relative(root, join(workspace, 'loadgate-report'))}/`,
);
process.exitCode = exitCode;
