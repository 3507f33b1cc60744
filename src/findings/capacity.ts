/** What the service carries, and what happens beyond. */
import { capacityOf, degradationOf } from '../stats/search.ts';
import { finding, type Rule } from './evidence.ts';
import { searchedIn } from './searched.ts';

/** Fires for every search that met the end of what the service carries. */
export const capacity: Rule = (scene) =>
  searchedIn(scene).flatMap(({ name, search }) => {
    const degradation = degradationOf(search);
    const found = capacityOf(search);
    if (degradation === null || found === null) return [];
    const { kind, objective } = search;
    return [
      finding('capacity', 'potential', 'certain', {
        scenario: name,
        kind,
        capacity: found,
        objective,
        degradation,
      }),
    ];
  });
