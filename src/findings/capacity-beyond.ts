/** A search that ended before the service did knows only what it carries at least. */
import { capacityOf, degradationOf, levelsOf } from '../stats/search.ts';
import { finding, type Rule } from './evidence.ts';
import { searchedIn } from './searched.ts';

/** Fires for every search that was ended by its highest level or its time. */
export const capacityBeyond: Rule = (scene) =>
  searchedIn(scene).flatMap(({ name, search }) => {
    const { kind, ended } = search;
    const found = capacityOf(search);
    const level = levelsOf(search).at(-1)?.level;
    if (degradationOf(search) !== null || found === null || level === undefined) return [];
    return [
      finding('capacity-beyond', 'limitation', 'certain', {
        scenario: name,
        kind,
        capacity: found,
        level,
        because: ended === 'budget' ? 'time' : 'level',
      }),
    ];
  });
