/** What was aimed at, and what was seen. */
import type { Group } from './facts.ts';
import { UNCHANGED, realTally, spreadOfLoads } from './facts.ts';
import { ofAll, percent, type PseudoRow } from './tables.ts';

/** One aim. `held` is null where nothing was measured. */
export interface Claim {
  readonly aim: string;
  readonly seen: string;
  readonly held: boolean | null;
}

const RUNS_WANTED = 100;
const NOISY_WANTED = 30;
const BUDGET_SECONDS = 360;

/** Power wanted by case, over pseudo-runs; `p95` where nothing else is limited, since a run ends as soon as any metric is confirmed. */
const POWER: readonly {
  readonly name: string;
  readonly aim: string;
  readonly share: number;
  readonly by: 'any' | 'p95';
}[] = [
  { name: 'cpu-5', aim: '+5 % CPU time is seen', share: 0.99, by: 'any' },
  { name: 'cpu-5', aim: '+5 % CPU time is seen by a limit of p95 alone', share: 0.95, by: 'p95' },
  { name: 'cpu-3', aim: '+3 % CPU time is seen', share: 0.95, by: 'any' },
  { name: 'cpu-2-strict', aim: '+2 % CPU time is seen with `sensitivity: strict`', share: 0.8, by: 'any' },
  { name: 'tail', aim: 'a slow tail is seen', share: 0.95, by: 'any' },
  { name: 'wait', aim: 'an added wait is seen', share: 0.95, by: 'any' },
];

/** All aims. */
export function claimsOf(groups: readonly Group[], pseudo: readonly PseudoRow[]): readonly Claim[] {
  return [...unchangedClaims(groups, pseudo), ...powerClaims(pseudo), noiseClaim(groups)];
}

function unchangedClaims(groups: readonly Group[], pseudo: readonly PseudoRow[]): readonly Claim[] {
  const group = groups.find(({ name }) => name === UNCHANGED);
  const row = pseudo.find(({ group: { name } }) => name === UNCHANGED);
  if (group === undefined || row === undefined) return [];
  const { total, fail, inconclusive, void: voids, loads } = realTally(group);
  const { median } = spreadOfLoads(loads);
  const undecided = (inconclusive + voids) / total;
  const failed = row.tally.fail / row.tally.total;
  return [
    {
      aim: `Unchanged code fails in none of at least ${RUNS_WANTED} real runs`,
      seen: ofAll(fail, total),
      held: fail === 0 && total >= RUNS_WANTED,
    },
    {
      aim: 'and in at most 0.5 % of pseudo-runs',
      seen: percent(failed),
      held: failed <= 0.005,
    },
    { aim: 'in a median of at most 90 s under load', seen: `${median.toFixed(0)} s`, held: median <= 90 },
    {
      aim: 'with at most 5 % of real runs void or inconclusive',
      seen: ofAll(inconclusive + voids, total),
      held: undecided <= 0.05,
    },
  ];
}

function powerClaims(pseudo: readonly PseudoRow[]): readonly Claim[] {
  return POWER.map(({ name, aim, share, by }) => {
    const row = pseudo.find(({ group }) => group.name === name);
    const wanted = `${aim} in at least ${percent(share)} of pseudo-runs`;
    if (row === undefined) return { aim: wanted, seen: 'not measured', held: null };
    const { fail: hits, total, loads } = by === 'any' ? row.tally : row.p95Alone;
    const real = row.group.runs.filter(({ run }) => run.outcome === 'fail').length;
    const seen = by === 'any' ? [`; ${ofAll(real, row.group.runs.length)} real runs`] : [];
    const slow = spreadOfLoads(loads).p95;
    return {
      aim: wanted,
      seen: `${percent(hits / total)}${seen.join('')}; 95 of 100 within ${slow.toFixed(0)} s`,
      held: hits / total >= share && slow <= BUDGET_SECONDS,
    };
  });
}

function noiseClaim(groups: readonly Group[]): Claim {
  const noisy = groups.filter(({ name }) => name.endsWith('-bursts'));
  const runs = noisy.map(realTally);
  const total = runs.reduce((sum, each) => sum + each.total, 0);
  const fail = runs.reduce((sum, each) => sum + each.fail, 0);
  return {
    aim: `Unchanged code fails in none of ${NOISY_WANTED} runs while another process computes or writes in bursts`,
    seen: total === 0 ? 'not measured' : ofAll(fail, total),
    held: total === 0 ? null : fail === 0 && total >= NOISY_WANTED,
  };
}
