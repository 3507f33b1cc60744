/** Engines differ in what they cost a request, so runs by another one are no measure for this one. */
import type { AcceptedRun } from '../domain/reference.ts';
import type { ScenarioSummary } from '../stats/summary.ts';

/** Names of the engines of accepted runs (`autocannon 9.0.0`, `autocannon 9.0.0, undici 8.12.4`), without versions. */
export function engineNames(engine: string): string {
  const names = engine.split(', ').map((each) => each.split(' ', 1)[0] ?? '');
  return [...new Set(names)].sort().join(' and ');
}

/** Names of the engines that measured a scenario, in the same form. */
export const enginesOf = ({ slices }: ScenarioSummary): string =>
  engineNames(slices.map(({ engine }) => engine.name).join(', '));

/** The accepted runs by the same engine; all of them when there are none, for which the measurement is void. */
export function runsBySameEngine(
  runs: readonly AcceptedRun[],
  summary: ScenarioSummary,
): readonly AcceptedRun[] {
  const here = enginesOf(summary);
  const same = runs.filter(({ engine }) => engineNames(engine) === here);
  return same.length > 0 ? same : runs;
}
