/** The last releases beside the branch's tip: the runs of their commits, few and without histograms, so that the file stays one to review. */
import type { ReleaseValues } from '../domain/acceptance.ts';
import type { Run } from '../domain/measurement.ts';
import { forEveryMetric } from '../domain/metric.ts';
import type { AcceptedRun } from '../domain/reference.ts';
import { median } from '../stats/robust.ts';
import { type Baseline, fingerprintOf, type Release, RELEASE_RUNS_MAX, RELEASES_MAX } from './baseline.ts';

/** Where a run belongs, and what it is. */
export interface ReleaseRun extends Pick<Release, 'fingerprint' | 'configHash' | 'tag'> {
  readonly scenario: string;
  readonly run: AcceptedRun;
}

/** A baseline with a run of a release: of each machine and configuration the newest releases are kept, of each its newest runs. */
export function withReleaseRun(baseline: Baseline, { scenario, run, ...place }: ReleaseRun): Baseline {
  const known = Object.hasOwn(baseline.scenarios, scenario) ? baseline.scenarios[scenario] : undefined;
  const releases = known?.releases ?? [];
  const old = releases.find((each) => isOf(each, place) && each.tag === place.tag);
  // A tag that was moved is another commit: what was measured of the one before says nothing of this one.
  const before = old?.commit === run.commit ? old.runs : [];
  const byDate = new Map(
    [...before, { date: run.date, metrics: run.metrics }].map((each) => [each.date, each]),
  );
  const release: Release = {
    tag: place.tag,
    commit: run.commit,
    fingerprint: place.fingerprint,
    configHash: place.configHash,
    runs: [...byDate.values()].sort(byMoment).slice(-RELEASE_RUNS_MAX),
  };
  const mine = [...releases.filter((each) => each !== old && isOf(each, place)), release];
  const kept = mine.sort((left, right) => (newestOf(left) < newestOf(right) ? -1 : 1)).slice(-RELEASES_MAX);
  const others = releases.filter((each) => !isOf(each, place));
  const scenarios = {
    ...baseline.scenarios,
    [scenario]: { histories: known?.histories ?? [], releases: [...others, ...kept] },
  };
  return { ...baseline, scenarios };
}

const isOf = (release: Release, place: Pick<Release, 'fingerprint' | 'configHash'>): boolean =>
  release.fingerprint === place.fingerprint && release.configHash === place.configHash;

const byMoment = (left: { readonly date: string }, right: { readonly date: string }): number =>
  left.date < right.date ? -1 : 1;

/** When the newest run of a release was measured: ISO 8601, UTC. */
export const newestOf = ({ runs }: Release): string => runs.at(-1)?.date ?? '';

/** The newest release that can be compared with a run on this machine and with this configuration; null without one. */
export function lastRelease(
  releases: readonly Release[],
  run: Pick<Run, 'machine' | 'configHashes'>,
  scenario: string,
): ReleaseValues | null {
  const configHash = Object.hasOwn(run.configHashes, scenario) ? (run.configHashes[scenario] ?? '') : '';
  const here = releases.filter((each) => isOf(each, { fingerprint: fingerprintOf(run), configHash }));
  const last = here.toSorted((left, right) => (newestOf(left) < newestOf(right) ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  const { tag, commit, runs } = last;
  return {
    tag,
    commit,
    date: newestOf(last),
    runs: runs.length,
    metrics: forEveryMetric((metric) => {
      const values = runs.flatMap(({ metrics }) => metrics[metric] ?? []);
      return values.length === 0 ? null : median(values);
    }),
  };
}
