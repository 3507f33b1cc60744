/** What a scenario's build used under load, beside what it answered: for every rule about resources. */
import type { HostReading, Slice } from '../domain/measurement.ts';
import type { Resources, RuntimeReading } from '../domain/resources.ts';
import { toMillis, toSeconds } from '../domain/units.ts';
import { fromRecord } from '../stats/histogram.ts';
import type { Scene, ScenarioEvidence } from './evidence.ts';

/** A scenario with the resources of one of its slices. All numbers are of that slice. */
export interface Watched {
  readonly scenario: ScenarioEvidence;
  readonly name: string;
  readonly resources: Resources;
  /** Of the service's machine: null where that is another one. */
  readonly host: HostReading | null;
  /** Time that was watched, in seconds. */
  readonly seconds: number;
  /** Requests that ended. */
  readonly answers: number;
  /** Mean latency in milliseconds; 0 without answers. */
  readonly mean: number;
  /** Requests under way at once, on average: throughput times latency (Little 1961). */
  readonly concurrency: number;
}

/** Below this mean latency, in milliseconds, there is no wait worth finding. */
export const LATENCY_FLOOR_MS = 5;
/** A shorter look, in milliseconds, gives no rate worth the name. */
const WATCHED_MIN = 100;

/** All scenarios that were watched, void ones included: what the machine withheld may be why they are. */
export function watchedIn({ scenarios }: Scene): readonly Watched[] {
  return scenarios.flatMap((scenario) => {
    // One slice and not their sum: what is held against each other has to be of the same moments.
    const [longest] = scenario.summary.slices
      .flatMap((slice) => (slice.resources === null ? [] : [{ slice, resources: slice.resources }]))
      .filter(({ resources }) => resources.watched >= WATCHED_MIN)
      .toSorted((left, right) => right.resources.watched - left.resources.watched);
    return longest === undefined ? [] : [watchedOf(scenario, longest.slice, longest.resources)];
  });
}

/** Those whose mean says something of the service: answers that are too few for a quantile are not too few for that. */
export const believableIn = (scene: Scene): readonly Watched[] =>
  watchedIn(scene).filter(({ scenario: { verdict } }) =>
    verdict.voids.every(({ kind }) => kind === 'too-few-answers'),
  );

function watchedOf(scenario: ScenarioEvidence, slice: Slice, resources: Resources): Watched {
  const { counts, elapsed, latency } = slice;
  const host = scenario.host === null ? null : slice.host;
  const micros = fromRecord(latency).mean;
  const mean = micros === null ? 0 : toMillis(micros);
  const answers = Math.max(0, counts.sent - counts.inFlight);
  const concurrency = elapsed > 0 ? (answers * mean) / elapsed : 0;
  const seconds = toSeconds(resources.watched);
  return { scenario, name: scenario.name, resources, host, seconds, answers, mean, concurrency };
}

/** CPU time of the busiest thread of the service, in cores; of a process whose threads cannot be told apart its own. Null when it is not known. */
export function busiestThread({ service }: Resources): number | null {
  return service === null ? null : (service.busiestThread ?? service.processCores[0] ?? service.cores);
}

/** The process of Node.js that has most of something; undefined without any. */
export function mostOf(
  { runtimes }: Resources,
  amount: (runtime: RuntimeReading) => number,
): RuntimeReading | undefined {
  return runtimes.toSorted((left, right) => amount(right) - amount(left))[0];
}
