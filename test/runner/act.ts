/** Where act is, a runner for workflows that others wrote (https://github.com/nektos/act). */
import { spawnSync } from 'node:child_process';

const HOW = 'go install github.com/nektos/act@v0.2.89, and name it in LOADGATE_ACT';

/** Null when it is there; else why it is not, and how to get it. @throws Error where it is missing and LOADGATE_REQUIRE_ACT is 1 */
export function missingAct(): string | null {
  const { status } = spawnSync(process.env['LOADGATE_ACT'] ?? 'act', ['--version'], { timeout: 10_000 });
  if (status === 0) return null;
  const what = `act is missing (${HOW})`;
  if (process.env['LOADGATE_REQUIRE_ACT'] === '1') throw new Error(what);
  return what;
}
