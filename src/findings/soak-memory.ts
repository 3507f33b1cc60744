/** Memory that grows under a load that stays the same, or does not. */
import type { Finding } from '../domain/finding.ts';
import type { Slice } from '../domain/measurement.ts';
import { toSeconds } from '../domain/units.ts';
import { GROWTH_SECONDS_MIN } from '../stats/growth.ts';
import { memoryGrowth } from '../stats/soak.ts';
import { sliceAlone } from '../stats/summary.ts';
import { finding, type Rule, type ScenarioEvidence } from './evidence.ts';

/**
 * So much garbage gathers in quiet services before a collection of the whole heap: V8 let 5 to 10 MB lie for up to ten minutes (docs/benchmarks.md), and lets more lie the larger the
 * heap is. Less growth than that may be nothing else.
 */
const GARBAGE = 12e6;
const GARBAGE_SHARE = 0.5;

/** Fires as `leak`, `memory-level` or `memory-unwatched` for each soak. Memory is the service's own, whatever else makes a measurement void. */
export const soakMemory: Rule = ({ scenarios, run }) =>
  scenarios
    .filter(({ plan }) => plan.soak)
    .flatMap((scenario) => {
      if (run.machine === null) return [];
      const { name } = scenario;
      const slice = sliceAlone(run, name, 'head');
      const growth = slice === null ? null : memoryGrowth(slice);
      if (growth === null) return unwatched(scenario, slice);
      const { slope, interval, seconds, from, to, detectable } = growth;
      if (!growth.grows)
        return finding('memory-level', 'strength', 'likely', {
          scenario: name,
          level: to,
          seconds,
          detectable,
        });
      const left = Math.max(0, run.machine.memory - to) / slope;
      const collected = to - from > Math.max(GARBAGE, GARBAGE_SHARE * from);
      return finding('leak', 'weakness', collected ? 'likely' : 'possible', {
        scenario: name,
        slope,
        interval,
        from,
        to,
        seconds,
        left,
        collected,
      });
    });

function unwatched({ name, summary }: ScenarioEvidence, slice: Slice | null): Finding {
  const why = slice === null ? 'turns' : slice.memory === null ? 'unread' : 'short';
  const seconds = toSeconds(slice?.elapsed ?? summary.elapsed);
  const evidence = { scenario: name, why, seconds, needed: GROWTH_SECONDS_MIN } as const;
  return finding('memory-unwatched', 'limitation', 'certain', evidence);
}
