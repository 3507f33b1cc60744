/** The search of a scenario, for every rule that looks at one. */
import type { SearchResult } from '../domain/search.ts';
import type { Scene, ScenarioEvidence } from './evidence.ts';

/** A scenario that searched, and the search on the head's first boot: later ones only measure again what it found worth it. */
export interface Searched extends ScenarioEvidence {
  readonly search: SearchResult;
}

/** All believable ones. */
export function searchedIn({ run, searches }: Scene): readonly Searched[] {
  return searches.flatMap((scenario) => {
    const own = run.blocks
      .flatMap(({ slices }) => slices)
      .filter((slice) => slice.scenario === scenario.name && slice.side === 'head');
    const [first] = own.flatMap(({ search }) => search ?? []);
    return first === undefined || !scenario.believable ? [] : [{ ...scenario, search: first }];
  });
}
