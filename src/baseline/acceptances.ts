/** The acceptances of a baseline: one more, and those that are known with the last releases when a run is judged. */
import { type Acceptance, isSameAcceptance, NO_STANDING, type Standing } from '../domain/acceptance.ts';
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import { type Baseline, releasesOf } from './baseline.ts';
import { lastRelease } from './releases.ts';

/**
 * A baseline with these acceptances as well. The same one (see {@link isSameAcceptance}) is recorded once: its commit may come later, and what was recorded with a commit stays as it was
 * first said, whoever edits the words of a merged pull request.
 */
export function withAcceptances(baseline: Baseline, more: readonly Acceptance[]): Baseline {
  const known = [...baseline.accepted];
  for (const each of more) {
    const at = known.findIndex((before) => isSameAcceptance(before, each));
    const before = known[at];
    if (before === undefined) known.push(each);
    else if (keyOf(before) === keyOf(each))
      known[at] = { ...each, since: earlierOf(before.since, each.since) };
  }
  const accepted = known.toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  return { ...baseline, accepted };
}

/** What brought the change can be measured again: it has been there since the first time. */
const earlierOf = (left: string, right: string): string =>
  Date.parse(left) < Date.parse(right) ? left : right;

const keyOf = ({ scenario, metric, by, at }: Acceptance): string =>
  JSON.stringify([scenario, metric, by, at]);

const orderOf = (acceptance: Acceptance): string =>
  `${new Date(acceptance.at).toISOString()} ${keyOf(acceptance)}`;

/** What a baseline says beside its runs: its acceptances of the plan's scenarios, and their last releases on this machine and with this configuration. */
export function standingOf(
  baseline: Baseline | null,
  plan: Pick<Plan, 'scenarios'>,
  run: Pick<Run, 'machine' | 'configHashes'>,
): Standing {
  if (baseline === null) return NO_STANDING;
  const names = plan.scenarios.map(({ name }) => name);
  return {
    acceptances: baseline.accepted.flatMap((acceptance) =>
      names.includes(acceptance.scenario) ? [{ ...acceptance, from: 'baseline' } as const] : [],
    ),
    refused: [],
    releases: Object.fromEntries(
      names.flatMap((name) => {
        const release = lastRelease(releasesOf(baseline, name), run, name);
        return release === null ? [] : [[name, release] as const];
      }),
    ),
  };
}
