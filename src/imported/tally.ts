/** Requests one by one, added up in constant memory: counts, latencies, statuses and names. */
import type { Counts, RequestCounts, Slice } from '../domain/measurement.ts';
import { micros, millis } from '../domain/units.ts';
import { createHistogram, type Histogram } from '../stats/histogram.ts';
import { frequent, note } from './errors.ts';
import type { Foreign } from './foreign.ts';
import { countsOf } from './foreign.ts';
import { inconsistent, type Place, tooLarge } from './refuse.ts';

/** One request that is over. */
export interface Ended {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly latency: number;
  readonly place: keyof Pick<
    Counts,
    'ok' | 'httpError' | 'connectionError' | 'timeout' | 'refused' | 'inFlight'
  >;
  /** Of an answer; null without one. */
  readonly status: number | null;
  /** Of a failure; null where there is none. */
  readonly message: string | null;
}

/** What is added up. */
export interface Tally {
  readonly add: (request: Ended, place: Place) => void;
  /** @throws Failure when nothing was added */
  readonly result: (
    place: Place,
  ) => Pick<Foreign, 'startedAt' | 'elapsed' | 'counts' | 'latency' | 'requests' | 'statuses' | 'errors'>;
}

type Places = Record<Ended['place'], number>;
interface Named {
  readonly places: Places;
  readonly histogram: Histogram;
}

/** More names are a value in a name: nobody reads such a table. */
const NAMES_MAX = 1_000;
const NAME_MAX = 500;
/** No latency is longer than a day. */
const LATENCY_MAX = 86_400_000;

const open = (): Named => ({
  places: { ok: 0, httpError: 0, connectionError: 0, timeout: 0, refused: 0, inFlight: 0 },
  histogram: createHistogram(),
});

/** An empty tally. `resolution` is the finest step of the latencies in milliseconds. */
export function createTally(resolution: number): Tally {
  const all = open();
  const named = new Map<string, Named>();
  const statuses = new Map<number, number>();
  const messages = new Map<string, number>();
  let [begin, end] = [Infinity, -Infinity];
  const of = (name: string, place: Place): Named => {
    const known = named.get(name);
    if (known !== undefined) return known;
    if (named.size >= NAMES_MAX) throw tooManyNames(place);
    const fresh = open();
    named.set(name, fresh);
    return fresh;
  };
  return {
    add(request, place) {
      if (request.latency > LATENCY_MAX) throw inconsistent(place, 'a request took longer than a day');
      for (const each of [all, of(request.name.slice(0, NAME_MAX), place)]) record(each, request);
      if (request.status !== null) statuses.set(request.status, (statuses.get(request.status) ?? 0) + 1);
      if (request.message !== null) note(messages, request.message);
      begin = Math.min(begin, request.startedAt);
      end = Math.max(end, request.startedAt + request.latency);
    },
    result(place) {
      if (!(end > begin)) throw inconsistent(place, 'it holds no request that took any time');
      return {
        startedAt: begin,
        elapsed: millis(end - begin),
        counts: countsOf(all.places),
        latency: all.histogram.toRecord(micros(1_000 * resolution)),
        requests: [...named].map(([name, each]) => requestOf(name, each, resolution)),
        statuses: sorted(statuses),
        errors: frequent(messages),
      };
    },
  };
}

/** As in {@link Slice}: answers as expected, and timeouts at no less than they waited. */
function record({ places, histogram }: Named, { place, latency }: Ended): void {
  places[place] += 1;
  if (place === 'ok' || place === 'timeout') histogram.record(micros(1_000 * latency));
}

const requestOf = (name: string, { places, histogram }: Named, resolution: number): RequestCounts => ({
  name,
  counts: countsOf(places),
  latency: histogram.toRecord(micros(1_000 * resolution)),
});

/** Lowest status first. */
export const sorted = (statuses: ReadonlyMap<number, number>): Slice['statuses'] =>
  [...statuses].toSorted(([left], [right]) => left - right).map(([status, count]) => ({ status, count }));

const tooManyNames = (place: Place) =>
  tooLarge(
    place,
    `there are more than ${NAMES_MAX} different names of requests`,
    'Give requests that differ by a value one name: `name` in k6 and Locust, the label of a sampler in JMeter.',
  );
