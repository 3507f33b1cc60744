/** Finds for each scenario what it is compared with, or says why there is nothing. */
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { BaselineSource, Reference } from '../domain/reference.ts';
import type { World } from '../platform/world.ts';
import { fingerprintOf, type History, historiesOf, nameMachine } from './baseline.ts';
import { refuseOwnBranch } from './entry.ts';
import { readBaseline, type StoredBaseline } from './store.ts';

/**
 * The reference of every scenario of the plan, for a run on this machine and with this configuration. With `baseSha` the file of that commit is read and
 * nothing of the working tree; without, the working tree's; or the branch that holds it.
 * @throws Failure as {@link refuseOwnBranch}, and as {@link readBaseline}: a baseline that cannot be read is never "no baseline"
 */
export async function readReferences(
  plan: Plan,
  run: Pick<Run, 'machine' | 'configHashes'>,
  baseSha: string | null,
  world: World,
): Promise<Readonly<Record<string, Reference>>> {
  refuseOwnBranch(plan.baseline, world);
  return referencesIn(await readBaseline(plan, baseSha, world), plan, run);
}

/** The same of a baseline that was read before. Pure. */
export function referencesIn(
  { source, baseline }: StoredBaseline,
  plan: Pick<Plan, 'scenarios'>,
  run: Pick<Run, 'machine' | 'configHashes'>,
): Readonly<Record<string, Reference>> {
  const rows = plan.scenarios.map(({ name }) => {
    const histories = baseline === null ? [] : historiesOf(baseline, name);
    return [name, referenceIn(histories, run, name, source)] as const;
  });
  return Object.fromEntries(rows);
}

/** Another configuration is only said of the same machine: on another one, that it is another is the first thing to know. */
function referenceIn(
  histories: readonly History[],
  run: Pick<Run, 'machine' | 'configHashes'>,
  scenario: string,
  source: BaselineSource,
): Reference {
  if (histories.length === 0) return { kind: 'first-run', source };
  const ofMachine = histories.filter((history) => history.fingerprint === fingerprintOf(run));
  if (ofMachine.length === 0) {
    const known = [...new Set(histories.map((history) => nameMachine(history.machine)))];
    return { kind: 'other-machine', source, known, here: nameMachine(run.machine) };
  }
  const here = Object.hasOwn(run.configHashes, scenario) ? (run.configHashes[scenario] ?? '') : '';
  const runs = ofMachine.find((history) => history.configHash === here)?.runs;
  if (runs !== undefined) return { kind: 'baseline', source, runs };
  return { kind: 'other-config', source, known: ofMachine.map((history) => history.configHash), here };
}
