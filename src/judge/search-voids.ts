/** Why the result of a search cannot be believed. */
import type { Slice } from '../domain/measurement.ts';
import type { SearchResult, Step } from '../domain/search.ts';
import type { VoidReason } from '../domain/verdict.ts';
import { capacityOf, carriedLevels, highestThroughput, levelsOf, littleGap } from '../stats/search.ts';

/** Users, throughput and latency that are further from Little's law than this were not what the generator says. */
export const LITTLE_GAP = 0.1;
/** Of few answers, the law is off by chance: by so many times the root of their number at most. */
const CHANCE = 3;
/** A step is long enough for the law when it lasts so many mean latencies: what begins and ends outside of it is then little. */
const LATENCIES_A_STEP = 8;

/** All reasons for which what a search found is void. `busy`: share of a core, or of its event loop, from which on a generator measures itself. */
export function searchVoids(slices: readonly Slice[], busy: number): readonly VoidReason[] {
  const searches = slices.flatMap(({ search }) => search ?? []);
  const steps = searches.flatMap(decidingSteps);
  const cpu = Math.max(0, ...steps.map(({ generator }) => generator.cpu));
  const eventLoop = Math.max(0, ...steps.map(({ generator }) => generator.eventLoop));
  return [
    ...(cpu > busy || eventLoop > busy ? [{ kind: 'generator-bound', cpu, eventLoop } as const] : []),
    ...searches.flatMap(noCapacity).slice(0, 1),
    ...searches.flatMap(lawless).slice(0, 1),
  ];
}

/** The step that carried the most, and the first that was too much. */
function decidingSteps(search: SearchResult): readonly Step[] {
  const levels = levelsOf(search);
  const carried = carriedLevels(levels);
  const highest = highestThroughput(carried);
  const best = carried.find(({ step }) => step.throughput === highest);
  return [best, levels[carried.length]].flatMap((level) => level?.step ?? []);
}

function noCapacity(search: SearchResult): readonly VoidReason[] {
  if (capacityOf(search) !== null) return [];
  const [lowest] = levelsOf(search);
  if (lowest === undefined || lowest.broken === null) return [];
  return [{ kind: 'no-capacity', search: search.kind, level: lowest.level, reason: lowest.broken }];
}

/** Of the step that carried the most: a law that holds of any system that is measured rightly, so what breaks it is the measurement. */
function lawless(search: SearchResult): readonly VoidReason[] {
  const [best] = decidingSteps(search);
  if (best === undefined || (best.mean ?? 0) * LATENCIES_A_STEP > best.elapsed) return [];
  const gap = littleGap(best, search.thinkTime);
  return gap === null || gap <= Math.max(LITTLE_GAP, CHANCE / Math.sqrt(best.counts.ok))
    ? []
    : [{ kind: 'little', level: best.level, throughput: best.throughput, mean: best.mean ?? 0, gap }];
}
