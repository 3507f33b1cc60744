/** Locust's own statistics: read strictly, and with the resolution that they have. */
import { assert, json, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedBy } from '../../../../src/engines/locust/statistics.ts';
import { Untrue } from '../../../../src/engines/programs/untrue.ts';
import { fromRecord } from '../../../../src/stats/histogram.ts';

const ENTRY = {
  name: '/a',
  method: 'GET',
  start_time: 1_000.25,
  last_request_timestamp: 1_003.75,
  num_requests: 10,
  num_none_requests: 0,
  num_failures: 3,
  total_response_time: 70,
  max_response_time: 9,
  min_response_time: 1,
  total_content_length: 50,
  response_times: { '1': 5, '8': 3, '120': 2 },
  num_reqs_per_sec: { '1000': 2, '1001': 4, '1003': 4 },
  num_fail_per_sec: { '1001': 3 },
};
const textOf = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([{ ...ENTRY, ...changes }]);

/** What was made of a text, or that it was refused. @throws any other error */
function orUntrue<Made>(make: () => Made): Made | 'untrue' {
  try {
    return make();
  } catch (error) {
    if (error instanceof Untrue) return 'untrue';
    throw error;
  }
}

describe('statistics', () => {
  it('come to counts, rounded latencies and seconds', () => {
    const stated = statedBy(textOf({}), [{ message: 'HTTP 500', count: 2 }], 4);
    expect(stated.elapsed).toBe(3_500);
    expect(stated.counts).toMatchObject({ sent: 10, ok: 7, httpError: 3, inFlight: 0 });
    expect(stated.latency).toMatchObject({ count: 10, resolution: 1_000 });
    expect(fromRecord(stated.latency).quantile(0.5)).toBe(1_000);
    expect(stated.timeline.map(({ throughput, errors, users }) => [throughput, errors, users])).toEqual([
      [2, 0, 4],
      [1, 3, 4],
      [0, 0, 4],
    ]);
    expect(stated.errors.map(({ count }) => count)).toEqual([2, 1]);
  });

  it.each<[string, string]>([
    ['cut short', textOf({}).slice(0, -5)],
    ['of something else', '{"name": 7}'],
    ['that say null', textOf({ num_requests: null })],
    ['that say a negative number', textOf({ num_requests: -1 })],
    ['with more failures than requests', textOf({ num_failures: 11, num_fail_per_sec: { '1000': 11 } })],
    ['with latencies of other requests', textOf({ response_times: { '1': 9 } })],
    ['with seconds of other requests', textOf({ num_reqs_per_sec: { '1000': 9 } })],
    ['with latencies that are none', textOf({ response_times: { NaN: 10 } })],
    ['with requests that took no time', textOf({ num_none_requests: 1 })],
    ['with numbers beyond all bounds', textOf({ total_content_length: 1e300 })],
  ])('%s are not believed', (_, text) => expect(() => statedBy(text, [], 4)).toThrow(Untrue));

  it('of anything are read, or refused by name', () => {
    assert(
      property(json(), (text) => {
        expect(orUntrue(() => statedBy(text, [], 1))).not.toBeNull();
      }),
    );
  });
});
