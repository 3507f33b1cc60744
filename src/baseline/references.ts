/** Finds for each scenario what it is compared with, or says why there is nothing. */
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { BaselineSource, Reference } from '../domain/reference.ts';
import { fingerprintOf, type History, historiesOf, nameMachine } from './baseline.ts';
import type { StoredBaseline } from './store.ts';

/** The reference of every scenario of the plan, for a run on this machine and with this configuration. Pure. */
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
