/** What a baseline holds that nobody is compared with any more. Pure. */
import { type Acceptance, isExpired } from '../domain/acceptance.ts';
import type { Baseline, History, Release, ScenarioHistory } from './baseline.ts';
import { newestOf } from './releases.ts';

/** What is still in use. */
export interface InUse {
  /** Hash of the configuration of each scenario that there is. */
  readonly configHashes: Readonly<Record<string, string>>;
  /** Now: ISO 8601, UTC. */
  readonly moment: string;
  /** Machines that no run was accepted of for so many days are gone. */
  readonly days: number;
}

/** One thing that is taken out, and why. */
export type Removed =
  | { readonly kind: 'scenario'; readonly scenario: string }
  | {
      readonly kind: 'config' | 'machine';
      readonly scenario: string;
      readonly fingerprint: string;
      readonly configHash: string;
      readonly runs: number;
      /** Of its newest run. */
      readonly last: string;
    }
  | { readonly kind: 'release'; readonly scenario: string; readonly tag: string }
  | { readonly kind: 'expired'; readonly acceptance: Acceptance };

/** The baseline without what is not in use, and what was taken out. */
export function pruneBaseline(
  baseline: Baseline,
  inUse: InUse,
): { readonly baseline: Baseline; readonly removed: readonly Removed[] } {
  const removed: Removed[] = [];
  const scenarios: Record<string, ScenarioHistory> = {};
  for (const [scenario, known] of Object.entries(baseline.scenarios)) {
    const configHash = Object.hasOwn(inUse.configHashes, scenario) ? inUse.configHashes[scenario] : undefined;
    if (configHash === undefined) removed.push({ kind: 'scenario', scenario });
    else scenarios[scenario] = keptOf(known, { ...inUse, scenario, configHash }, removed);
  }
  const accepted = baseline.accepted.filter((acceptance) => {
    const isKept = !isExpired(acceptance, inUse.moment);
    if (!isKept) removed.push({ kind: 'expired', acceptance });
    return isKept;
  });
  return { baseline: { ...baseline, accepted, scenarios }, removed };
}

interface InUseHere extends InUse {
  readonly scenario: string;
  readonly configHash: string;
}

function keptOf(
  { histories, releases }: ScenarioHistory,
  inUse: InUseHere,
  removed: Removed[],
): ScenarioHistory {
  const { scenario } = inUse;
  const keep = (history: History): boolean => {
    const { fingerprint, configHash, runs } = history;
    const last = runs.at(-1)?.date ?? '';
    const kind = configHash !== inUse.configHash ? 'config' : isOld(last, inUse) ? 'machine' : null;
    if (kind !== null) removed.push({ kind, scenario, fingerprint, configHash, runs: runs.length, last });
    return kind === null;
  };
  const keepRelease = (release: Release): boolean => {
    const isKept = release.configHash === inUse.configHash && !isOld(newestOf(release), inUse);
    if (!isKept) removed.push({ kind: 'release', scenario, tag: release.tag });
    return isKept;
  };
  return { histories: histories.filter(keep), releases: releases.filter(keepRelease) };
}

const isOld = (date: string, { moment, days }: InUse): boolean =>
  Date.parse(date) < Date.parse(moment) - days * 86_400_000;
