/** Which level a search measures next: up until the service degrades, half of that to see it recover, and between what was carried and what was not. Pure. */
import type { Degradation, Search, SearchResult, Step } from '../domain/search.ts';
import { degradationOf, type Level, levelsOf, recoveryOf } from '../stats/search.ts';

/** What is to be measured; or why nothing more is. */
export type NextStep =
  | Pick<Step, 'purpose' | 'level'>
  | { readonly purpose: null; readonly ended: Exclude<SearchResult['ended'], 'budget' | 'given'> };

/** The way up doubles the level. */
const FACTOR = 2;
/** A degradation point is known well enough when the levels around it are no further apart than this… */
const RESOLUTION: Readonly<Record<Search['kind'], number>> = { stress: 1.1, capacity: 1.05 };
/** …or so many steps have tried to come closer. */
const REFINE_MAX = 10;
/** The lowest level that is looked for: of users one, of arrivals one a second. */
const LOWEST = 1;

/** The next step of a search on one build, given those so far; `first`: where it begins. */
export function nextStep(search: Search, first: number, steps: readonly Step[]): NextStep {
  const given = { ...search, steps };
  const levels = levelsOf(given);
  const last = levels.at(-1);
  if (last === undefined) return { purpose: 'raise', level: first };
  const doubted = levels.find(isDoubted);
  if (doubted !== undefined) return { purpose: purposeAt(doubted.level, steps), level: doubted.level };
  const degraded = degradationOf(given);
  if (degraded === null)
    return last.level < search.max
      ? { purpose: 'raise', level: Math.min(search.max, FACTOR * last.level) }
      : { purpose: null, ended: 'highest-level' };
  return recovering(given, degraded) ?? refining(search, levels, steps) ?? { purpose: null, ended: 'found' };
}

/** One step that was too much may have been the machine's fault: it is tried once more. */
const isDoubted = ({ broken, times }: Level): boolean => broken !== null && times < 2;

const purposeAt = (level: number, steps: readonly Step[]): 'raise' | 'refine' =>
  steps.some((step) => step.level === level && step.purpose === 'refine') ? 'refine' : 'raise';

/** Half of what was carried: at that, a queue as long as two seconds of too much is served within four. Null when the service has come back. */
function recovering(search: SearchInput, { carried }: Degradation): NextStep | null {
  const tries = search.steps.filter(({ purpose }) => purpose === 'recover');
  if (recoveryOf(search)?.recovered === true) return null;
  if (tries.length > 0) return { purpose: null, ended: 'stays-broken' };
  // What nothing was carried below has nothing to come back to.
  return carried === null ? null : { purpose: 'recover', level: asLevel(search.kind, carried / FACTOR) };
}

type SearchInput = Search & { readonly steps: readonly Step[] };

function refining(search: Search, levels: readonly Level[], steps: readonly Step[]): NextStep | null {
  if (steps.filter(({ purpose }) => purpose === 'refine').length >= REFINE_MAX) return null;
  const found = degradationOf({ ...search, steps });
  if (found === null) return null;
  const low = found.carried;
  if (low === null) {
    const level = asLevel(search.kind, found.level / FACTOR);
    return found.level > LOWEST && level >= LOWEST ? { purpose: 'refine', level } : null;
  }
  if (found.level / low <= RESOLUTION[search.kind]) return null;
  const level = asLevel(search.kind, Math.sqrt(low * found.level));
  return levels.some((each) => each.level === level) ? null : { purpose: 'refine', level };
}

/** Users are whole; three digits of a rate are more than anybody reads. */
const asLevel = (kind: Search['kind'], level: number): number =>
  kind === 'stress' ? Math.max(1, Math.round(level)) : Number(level.toPrecision(3));

/** A plateau begins where throughput is nearly the highest; it is the highest from so many times as many users on. */
const WELL_ON = 1.5;

/**
 * Levels worth measuring again where several blocks compare two builds: those that the capacity of either is read from. Of a plateau these are its beginning and one well on it; else
 * the last that was carried, the first that was not, and one below both.
 */
export function levelsWorthRepeating(results: readonly SearchResult[]): readonly number[] {
  const wanted = results.flatMap((result) => {
    const levels = levelsOf(result).map(({ level }) => level);
    const found = degradationOf(result);
    if (found === null) return levels.slice(-1);
    const at = levels.indexOf(found.level);
    if (found.reason.kind !== 'plateau') return levels.slice(Math.max(0, at - 2), at + 1);
    return [found.level, levels.find((level) => level >= WELL_ON * found.level) ?? found.level];
  });
  return [...new Set(wanted)].toSorted((left, right) => left - right);
}
