/** Whether the service comes back when the load that was too much goes. One that does not has a metastable failure: it needs a restart, not less load (Bronson et al., HotOS 2021). */
import { recoveryOf } from '../stats/search.ts';
import { finding, type Rule } from './evidence.ts';
import { searchedIn } from './searched.ts';

/** Fires for every search whose load fell after it had been too much. */
export const recovery: Rule = (scene) =>
  searchedIn(scene).flatMap(({ name, search }) => {
    const seen = recoveryOf(search);
    if (seen === null) return [];
    const evidence = { scenario: name, kind: search.kind, recovery: seen };
    return [
      seen.recovered
        ? finding('recovers', 'strength', 'certain', evidence)
        : finding('stays-broken', 'weakness', 'certain', evidence),
    ];
  });
