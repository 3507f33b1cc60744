/** Added latency, taken apart: shares that come to 1 whatever was measured, and the statement that grew. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution, CostPart } from '../../../src/domain/attribution.ts';
import type { Slice } from '../../../src/domain/measurement.ts';
import type { Resources } from '../../../src/domain/resources.ts';
import { millis, nanos, ratio } from '../../../src/domain/units.ts';
import { attribute, COST_PARTS, type RequestCost, requestCost } from '../../../src/stats/attribution.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { databaseOf, resourcesOf, runtimeOf, serviceOf, statementOf } from '../../fixtures/resources.ts';
import { sliceOf, spread } from '../judge/sample-run.ts';

const NO_STATEMENTS = { byKey: new Map(), partial: new Set<string>() } as const;
const COST: RequestCost = {
  latency: 10,
  cpu: 2,
  collection: 0.2,
  database: 3,
  disk: 0,
  core: 0.1,
  queueing: 1,
  statements: NO_STATEMENTS,
};

const shareOf = (attribution: Attribution | null, part: CostPart): number =>
  attribution?.parts.find((each) => each.part === part)?.share ?? 0;

const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const orNull = fc.option(amount, { nil: null });
const costs = fc.record({
  latency: amount,
  cpu: orNull,
  collection: orNull,
  database: orNull,
  disk: orNull,
  core: orNull,
  queueing: fc.double({ min: 1, max: 1_000, noNaN: true }),
  statements: fc.constant(NO_STATEMENTS),
});

describe('attribute', () => {
  it('gives each part what it added, and calls the rest unexplained', () => {
    const head = { ...COST, latency: 14, cpu: 4.2, collection: 0.4, database: 4 };
    const found = attribute(COST, head);
    expect(found).toMatchObject({ unread: [], saved: [], statement: null });
    expect(found?.added).toBeCloseTo(4, 12);
    expect(found?.parts.map(({ part }) => part)).toEqual(['computing', 'database', 'collection']);
    expect(shareOf(found, 'computing')).toBeCloseTo(0.5, 12);
    expect(shareOf(found, 'database')).toBeCloseTo(0.25, 12);
    expect(shareOf(found, 'collection')).toBeCloseTo(0.05, 12);
    expect(found?.unexplained.share).toBeCloseTo(0.2, 12);
  });

  it('counts computing as often as others queue for the thread of the base', () => {
    const head = { ...COST, latency: 14, cpu: 2.5, queueing: 100 };
    expect(shareOf(attribute({ ...COST, queueing: 4 }, head), 'computing')).toBeCloseTo(0.5, 12);
  });

  it('scales parts down that come to more than was added, and leaves nothing unexplained', () => {
    const found = attribute(COST, { ...COST, latency: 12, cpu: 5, database: 4 });
    expect(shareOf(found, 'computing')).toBeCloseTo(0.75, 12);
    expect(found?.parts[0]?.time).toBeCloseTo(1.5, 12);
    expect(found?.unexplained).toEqual({ time: 0, share: 0 });
  });

  it('tells what got cheaper apart', () => {
    const found = attribute(COST, { ...COST, latency: 12, cpu: 4, database: 1.5 });
    expect(found?.saved).toEqual([{ part: 'database', time: 1.5 }]);
    expect(shareOf(found, 'computing')).toBeCloseTo(1, 12);
  });

  it('names what was not measured on both, and takes collection for computing where it is not known', () => {
    const found = attribute(COST, { ...COST, latency: 12, cpu: 3, collection: null, database: null });
    expect(found?.unread).toEqual(['collection', 'database']);
    expect(shareOf(found, 'computing')).toBeCloseTo(0.5, 12);
    expect(found?.unexplained.share).toBeCloseTo(0.5, 12);
  });

  it('has nothing to say when answers do not take longer', () => {
    expect(attribute(COST, COST)).toBeNull();
    expect(attribute(COST, { ...COST, latency: 9, cpu: 9 })).toBeNull();
  });

  it('has shares that come to 1 and are all numbers, whatever was measured', () => {
    fc.assert(
      fc.property(costs, costs, (base, head) => {
        const found = attribute(base, head);
        if (found === null) return head.latency - base.latency < 0.001;
        const shares = [...found.parts, found.unexplained].map(({ share }) => share);
        const times = [...found.parts, found.unexplained].map(({ time }) => time);
        const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
        expect(sum(shares)).toBeCloseTo(1, 9);
        expect(sum(times) / found.added).toBeCloseTo(1, 9);
        expect([...shares, ...times].every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
        expect(found.saved.every(({ time }) => time > 0)).toBe(true);
        return true;
      }),
    );
  });

  it('never gives a part less when it grew more', () => {
    const part = fc.constantFrom('database', 'disk', 'core', 'collection');
    fc.assert(
      fc.property(costs, costs, part, amount, (base, head, grown, more) => {
        const value = head[grown];
        const [before, after] = [
          attribute(base, head),
          attribute(base, { ...head, cpu: null, [grown]: value === null ? null : value + more }),
        ];
        const fair = attribute(base, { ...head, cpu: null });
        return before === null || shareOf(after, grown) >= shareOf(fair, grown) - 1e-9;
      }),
    );
  });
});

/** A slice of 2,000 answers in 10 s. */
const watched = (parts: Partial<Resources>, cpu: number | null = 4_000): Slice => ({
  ...sliceOf({ latencies: spread(10, 2_000) }),
  cpu: cpu === null ? null : nanos(cpu * 1e6),
  resources: resourcesOf({ watched: millis(10_000), ...parts }),
});
const costOf = (...slices: readonly Slice[]): RequestCost | null =>
  requestCost(slices, fromRecord(sliceOf({ latencies: spread(10, 2_000) }).latency));

describe('requestCost', () => {
  it('divides what was watched by the requests that were answered', () => {
    const found = costOf(
      watched({
        service: serviceOf({ runQueueDelay: 0.02, diskWaiters: 0.5, busiestThread: 0.75 }),
        runtimes: [runtimeOf({ collection: ratio(0.03) }), runtimeOf({ collection: ratio(0.01) })],
        databases: [databaseOf({ time: millis(6_000) })],
      }),
    );
    expect(found?.latency).toBeCloseTo(10, 1);
    expect(found).toMatchObject({ cpu: 2, database: 3, disk: 2.5, core: 0.1, queueing: 4 });
    expect(found?.collection).toBeCloseTo(0.2, 12);
  });

  it('queues for no more than all users, however busy the thread', () => {
    const busy = (busiestThread: number | null) =>
      costOf(watched({ service: serviceOf({ busiestThread }) }))?.queueing;
    expect([busy(0.95), busy(1), busy(1.3), busy(0), busy(null)]).toEqual([10, 10, 10, 1, 1]);
  });

  it('does not know what one slice did not measure', () => {
    const whole = watched({ databases: [databaseOf()] });
    const poor = watched({ service: null, runtimes: [], databases: [databaseOf({ time: null })] }, null);
    expect(costOf(whole, poor)).toMatchObject({
      cpu: null,
      collection: null,
      database: null,
      disk: null,
      core: null,
    });
    expect(costOf(whole, { ...whole, resources: null })).toBeNull();
  });
});

describe('the statement that grew', () => {
  const statements = (...rows: readonly Parameters<typeof statementOf>[0][]): Partial<Resources> => ({
    databases: [databaseOf({ statements: rows.map((row) => statementOf(row)) })],
  });
  const grown = (before: Partial<Resources>, now: Partial<Resources>) => {
    const [base, head] = [costOf(watched(before)), costOf(watched(now))];
    if (base === null || head === null) throw new Error('nothing was watched');
    return attribute(base, { ...head, latency: base.latency + 5 })?.statement;
  };
  const once = { id: '1', text: 'SELECT 1', calls: 2_000, time: millis(200) };

  it('is that whose time grew most', () => {
    const found = grown(
      statements(once, { id: '2', calls: 2_000, time: millis(400) }),
      statements(
        { ...once, calls: 22_000, time: millis(2_200) },
        { id: '2', calls: 2_000, time: millis(900) },
      ),
    );
    expect(found).toEqual({
      database: 'shop',
      text: 'SELECT 1',
      before: { calls: 1, time: 0.1 },
      now: { calls: 11, time: 1.1 },
    });
  });

  it('is new when the base did not run it, unless the base has others that it does not name', () => {
    const head = statements({ id: '9', calls: 2_000, time: millis(900) });
    expect(grown(statements(once), head)?.before).toEqual({ calls: 0, time: 0 });
    const rest = { statements: 40, calls: 900, time: millis(30) };
    const partial = { databases: [databaseOf({ statements: [statementOf(once)], rest })] };
    expect(grown(partial, head)?.before).toBeNull();
  });

  it('is none where nothing grew by enough', () => {
    expect(grown(statements(once), statements({ ...once, calls: 2_100, time: millis(230) }))).toBeNull();
    expect(grown({}, {})).toBeNull();
  });
});

it('knows every part', () => {
  const found = attribute(COST, {
    ...COST,
    latency: 100,
    cpu: 3,
    collection: 0.3,
    database: 4,
    disk: 1,
    core: 1,
  });
  expect(found?.parts.map(({ part }) => part).toSorted()).toEqual(COST_PARTS.toSorted());
});
