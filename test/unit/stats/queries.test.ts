/** Queries a request: exact where every database counted, and nothing where one did not. */
import { describe, expect, it } from 'vitest';
import type { Slice } from '../../../src/domain/measurement.ts';
import type { Resources } from '../../../src/domain/resources.ts';
import { millis } from '../../../src/domain/units.ts';
import { answeredOf, edgeOf, databaseTimePerRequest, queriesPerRequest } from '../../../src/stats/queries.ts';
import { summarise } from '../../../src/stats/summary.ts';
import { databaseOf, resourcesOf } from '../../fixtures/resources.ts';
import { runOf, sliceOf, spread } from '../judge/sample-run.ts';

/** A slice of so many answers, and some requests in flight. */
const slice = (answers: number, resources: Resources | null, inFlight = 0): Slice => ({
  ...sliceOf({ latencies: spread(10, answers), failures: { inFlight } }),
  resources,
});
const counted = (queries: number | null, parts: Partial<Resources> = {}): Resources =>
  resourcesOf({ databases: [databaseOf({ queries })], ...parts });

const lost = (part: Resources['unread'][number]['part'], probe: 'database' | 'container' = 'database') =>
  ({ name: 'shop', probe, part, reason: 'it went away', remedy: null, said: null }) as const;

describe('queriesPerRequest', () => {
  it('divides the queries of all databases in all slices by the requests that were sent', () => {
    const cache = databaseOf({ name: 'cache', kind: 'redis', queries: 500 });
    const both = resourcesOf({ databases: [databaseOf({ queries: 3_000 }), cache] });
    expect(queriesPerRequest([slice(990, both, 10)])).toBe(3.5);
    expect(queriesPerRequest([slice(1_000, both), slice(500, counted(1_000))])).toBe(3);
    expect(answeredOf([slice(1_000, null, 10), slice(1, null)])).toBe(1_001);
  });

  it('knows which share of the requests was cut', () => {
    expect(edgeOf(slice(990, null, 10).counts)).toBe(0.01);
    expect(edgeOf(slice(0, null).counts)).toBe(0);
  });

  it('is 0 where no request asked anything', () => {
    expect(queriesPerRequest([slice(10, counted(0))])).toBe(0);
  });

  it.each([
    ['nothing was watched', slice(10, null)],
    ['no database is configured', slice(10, resourcesOf())],
    ['a database does not count', slice(10, counted(null))],
    ['a database could not be asked', slice(10, counted(30, { unread: [lost('all')] }))],
    ['a database went away', slice(10, counted(30, { unread: [lost('lost')] }))],
    ['nothing was answered', slice(0, counted(30))],
  ])('is not known when %s', (_, odd) => {
    expect(queriesPerRequest([slice(10, counted(30)), odd])).toBe(odd.counts.sent === 0 ? 6 : null);
    expect(queriesPerRequest([odd])).toBeNull();
  });

  it('is known when only something else of a database, or something else, could not be read', () => {
    expect(queriesPerRequest([slice(10, counted(30, { unread: [lost('statements')] }))])).toBe(3);
    expect(queriesPerRequest([slice(10, counted(30, { unread: [lost('all', 'container')] }))])).toBe(3);
  });

  it('is a metric of the whole and of each slice', () => {
    const run = runOf(slice(10, counted(30)));
    expect(summarise(run, 'browse', 'head').metrics['queries-per-request']).toBe(3);
  });
});

describe('databaseTimePerRequest', () => {
  it('needs every database to tell the time', () => {
    const timed = (time: number | null): Resources =>
      resourcesOf({ databases: [databaseOf({ time: time === null ? null : millis(time) })] });
    expect(databaseTimePerRequest([slice(10, timed(25))])).toBe(2.5);
    expect(databaseTimePerRequest([slice(10, timed(25)), slice(10, timed(null))])).toBeNull();
  });
});
