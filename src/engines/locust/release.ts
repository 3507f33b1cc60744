/** Which release of Locust a command is, and whether it comes before another one. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { LocustPlan } from '../../domain/engine-plan.ts';
import { commandOf } from './child.ts';

/** Loads a second file beside the locustfile (`-f` with a list), as no release before it does. */
export const OLDEST = '2.11.0';
/** Has `--processes`. */
export const OLDEST_PROCESSES = '2.19.0';
/** Gives its workers more than one file. */
export const OLDEST_WORKERS = '2.27.0';
/** Writes its statistics to a file (`--json-file`), as no release before it does. */
export const OLDEST_ROUNDED = '2.37.0';

/** Python, on a busy machine. */
const ASK_MS = 90_000;

/** What it says of itself: `locust 2.47.0 from …`; null where it says nothing, as releases before 2 that find no locustfile. */
export async function releaseOf(plan: LocustPlan, workspace: string): Promise<string | null> {
  const options = { timeout: ASK_MS, cwd: workspace, env: { ...process.env, ...plan.env } };
  const answered = await promisify(execFile)(commandOf(plan, workspace), ['--version'], options).catch(
    () => null,
  );
  return /locust (\d[0-9A-Za-z.+-]{0,30})/.exec(answered?.stdout ?? '')?.[1] ?? null;
}

/** True when a release is known to come before another one. Of two with the same three numbers neither does: `2.37.0.dev3` is as good as `2.37.0`. */
export function isBefore(release: string | null, other: string): boolean {
  const [mine, yours] = [numbersOf(release ?? ''), numbersOf(other)];
  if (mine === null || yours === null) return false;
  const at = mine.findIndex((number, index) => number !== yours[index]);
  return at >= 0 && (mine[at] ?? 0) < (yours[at] ?? 0);
}

const numbersOf = (release: string): readonly number[] | null =>
  /^(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?/
    .exec(release)
    ?.slice(1, 4)
    .map((part) => Number(part ?? 0)) ?? null;

/** What a release before {@link OLDEST} says of a list of files, and later ones say of none that they are given. */
export const takesNoList = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith('Could not find any locustfile!'));
