/** The acceptances of a baseline: one more, and those that are known with the last releases when a run is judged. */
import { type Acceptance, NO_STANDING, type Standing } from '../domain/acceptance.ts';
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import { type Baseline, releasesOf } from './baseline.ts';
import { lastRelease } from './releases.ts';

/** A baseline with these acceptances as well. The same one (of a scenario and metric, by somebody at a moment) is recorded once; its commit may come later. */
export function withAcceptances(baseline: Baseline, more: readonly Acceptance[]): Baseline {
  const known = new Map(baseline.accepted.map((each) => [keyOf(each), each]));
  for (const each of more) {
    const before = known.get(keyOf(each));
    // What brought the change can be measured again: it has been there since the first time.
    const isEarlier = before !== undefined && Date.parse(before.since) < Date.parse(each.since);
    known.set(keyOf(each), isEarlier ? { ...each, since: before.since } : each);
  }
  const accepted = [...known.values()].sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  return { ...baseline, accepted };
}

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
