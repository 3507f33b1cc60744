/** Everything that a baseline file ever held: its runs as it is now, and those of its versions in git. */
import { Failure } from '../domain/failure.ts';
import type { SuiteHistory, VersionsRead } from '../domain/history.ts';
import type { BaselineSource } from '../domain/reference.ts';
import { fetchBranch } from '../platform/git-branch.ts';
import { type HistoryPlace, readFileVersions } from '../platform/git-history.ts';
import type { World } from '../platform/world.ts';
import { BASELINE_BYTES_MAX, type Baseline } from './baseline.ts';
import { decodeBaseline } from './codec.ts';
import { type KeptRuns, keepRuns } from './kept-runs.ts';

/** Two years of a run every three or four days; reading them takes seconds. */
export const VERSIONS_MAX = 200;
/** So that a large file does not take minutes: then fewer versions are read, and the page says so. */
const BYTES_MAX = 256 * 1024 * 1024;

/**
 * The runs of a baseline, and of the file's versions in git: read as strictly as the baseline itself, and those that cannot be read are counted. `current` was read from this source.
 * @throws Failure when it is stopped
 */
export async function readSuiteHistory(
  current: Baseline,
  { path, branch }: BaselineSource,
  world: World,
): Promise<SuiteHistory> {
  const runs = keepRuns(current);
  const from = branch === undefined ? null : await fetchBranch(world, branch, VERSIONS_MAX + 1);
  const versions = await addVersions(runs, current.suite, { path, from }, world);
  return { suite: current.suite, path, versions, scenarios: runs.scenarios() };
}

async function addVersions(
  runs: KeptRuns,
  suite: string,
  { path, from }: { readonly path: string; readonly from: HistoryPlace | null },
  world: World,
): Promise<VersionsRead> {
  const seen = { read: 0, unreadable: 0 };
  const bounds = { versionsMax: VERSIONS_MAX, fileMax: BASELINE_BYTES_MAX, bytesMax: BYTES_MAX };
  // It can take half a minute.
  world.log.info(`Reading older versions of ${path}`);
  const found = await readFileVersions(
    world,
    path,
    bounds,
    (text) => {
      const baseline = baselineIn(text, path);
      if (baseline?.suite !== suite) {
        seen.unreadable += 1;
        return;
      }
      runs.add(baseline);
      seen.read += 1;
    },
    from,
  );
  if (found.kind === 'none') return found;
  return { kind: 'read', read: seen.read, unreadable: seen.unreadable + found.unreadable, cut: found.cut };
}

/** What was once committed cannot be mended any more: an unreadable version is counted, not refused. */
function baselineIn(text: string, path: string): Baseline | null {
  try {
    return decodeBaseline(text, path);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
