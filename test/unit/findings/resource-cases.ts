/** Stories in which the rules about resources speak, each beside one that differs in little. */
import type { ResourceEvidence } from '../../../src/domain/finding-resources.ts';
import type { HostReading, Slice } from '../../../src/domain/measurement.ts';
import type { DatabaseReading, Resources } from '../../../src/domain/resources.ts';
import { bytes, millis, ratio } from '../../../src/domain/units.ts';
import { baselineOf, LAPTOP, sliceOf } from '../../fixtures/measured.ts';
import {
  cgroupOf,
  databaseOf,
  resourcesOf,
  runtimeOf,
  serviceOf,
  statementOf,
} from '../../fixtures/resources.ts';
import type { Story } from '../../fixtures/told.ts';

/** The usual slice: 24,000 answers in 20 s, around 8 ms each, of a service that used this. */
export const using = (
  resources: Partial<Resources> = {},
  host: Partial<HostReading> = {},
  more: Partial<Story> = {},
): Story => ({
  slices: [sliceOf({ seed: 7, host, resources: resourcesOf(resources) })],
  references: { browse: baselineOf(20) },
  ...more,
});

/** 2,000 answers in 20 s, around 100 ms each, of 10 users. */
export const slow = (resources: Partial<Resources> = {}, host: Partial<HostReading> = {}): Story => ({
  slices: [slowSlice(resources, host)],
});

/** The one slice of it. */
export const slowSlice = (resources: Partial<Resources> = {}, host: Partial<HostReading> = {}): Slice =>
  sliceOf({
    seed: 7,
    rate: 100,
    requests: [{ name: 'all', weight: 1, median: 95, spread: 0.2 }],
    host: { serviceCores: 0.2, ...host },
    resources: resourcesOf({ service: serviceOf({ cores: 0.2, busiestThread: 0.2 }), ...resources }),
  });

/** A database in which 2,000 calls of one statement, one a request, take so long each. */
export const asking = (each: number, parts: Partial<DatabaseReading> = {}): DatabaseReading =>
  databaseOf({
    queries: 2_000,
    time: millis(2_000 * each),
    statements: [statementOf({ calls: 2_000, rows: 2_000, time: millis(2_000 * each), blocks: 8_000 })],
    ...parts,
  });

/** `SELECT … WHERE isbn = $1` over a whole table. */
const scanning = (blocks: number | null, examined: number | null = null): Partial<Resources> => ({
  databases: [
    asking(80, {
      statements: [
        statementOf({
          text: 'SELECT * FROM books WHERE isbn = $1',
          calls: 2_000,
          rows: 2_000,
          time: millis(160_000),
          blocks,
          examined,
        }),
      ],
    }),
  ],
});

const redis = (each: number): DatabaseReading =>
  asking(each, {
    name: 'cache',
    kind: 'redis',
    cacheHits: ratio(0.2),
    statements: [
      statementOf({
        id: 'keys',
        text: 'KEYS',
        calls: 2_000,
        time: millis(2_000 * each),
        rows: null,
        blocks: null,
      }),
    ],
  });

const locked = (sessions: number): Partial<Resources> => ({
  databases: [asking(80, { waits: [{ kind: 'lock', event: 'transactionid', sessions }] })],
});

const pool = (active: number, each = 18): Partial<Resources> => ({
  databases: [
    asking(each, { connections: { most: 2, active, idleInTransaction: 0, limit: 100 }, statements: [] }),
  ],
});

/** A list whose rows are asked for one by one: so many calls for each of 24,000 requests. */
export const repeating = (calls: number): Partial<Resources> => ({
  databases: [
    databaseOf({
      queries: 24_000 * (calls + 1),
      time: millis(24_000 * (1 + 0.02 * calls)),
      statements: [
        statementOf({
          text: 'SELECT * FROM reviews WHERE book = $1',
          calls: 24_000 * calls,
          time: millis(24_000 * 0.02 * calls),
        }),
        statementOf({ id: '1002', text: 'SELECT * FROM books LIMIT $1', time: millis(24_000) }),
      ],
    }),
  ],
});

const living = (to: number): Partial<Resources> => ({
  runtimes: [runtimeOf({ live: { from: bytes(31e6), to: bytes(to) } })],
});

const DURABLE = { diskWaiters: 0.9, io: { read: bytes(0), written: bytes(160e6) } } as const;

/** By rule, as in `findings.test.ts`. */
export const RESOURCE_CASES: Readonly<
  Record<
    Exclude<keyof ResourceEvidence, 'service-one-core' | 'background-activity'>,
    { readonly speaks: Story; readonly silent: Story }
  >
> = {
  neighbour: {
    speaks: using(
      { service: serviceOf({ runQueueDelay: 0.4 }) },
      { otherCores: 1.9, others: [{ name: 'ffmpeg', cores: 1.9 }] },
    ),
    // A local database is no neighbour.
    silent: using(
      { service: serviceOf({ runQueueDelay: 0.4 }) },
      { otherCores: 1.9, others: [{ name: 'postgres', cores: 1.9 }] },
    ),
  },
  retransmits: {
    speaks: using({}, { retransmits: ratio(0.03) }),
    silent: using({}, { retransmits: ratio(0) }),
  },
  'power-saving': {
    speaks: using({}, {}, { machine: LAPTOP }),
    silent: using({}, {}, { machine: { ...LAPTOP, governor: 'performance', power: 'mains' } }),
  },
  'throttled-cpu': {
    speaks: using({}, {}, { machine: LAPTOP }),
    silent: using({}, {}, { machine: { ...LAPTOP, thermalThrottles: 0 } }),
  },
  unread: {
    speaks: using({
      unread: [
        {
          name: 'shop',
          probe: 'database',
          part: 'statements',
          reason: 'the extension pg_stat_statements is missing',
          remedy: 'Create it with CREATE EXTENSION pg_stat_statements.',
          said: null,
        },
      ],
    }),
    silent: using(),
  },
  'cpu-limit': {
    speaks: using({ cgroup: cgroupOf({ cpuLimit: 0.5, throttledPeriods: ratio(0.4), throttled: 0.3 }) }),
    silent: using({ cgroup: cgroupOf({ cpuLimit: 0.5, throttledPeriods: ratio(0.01), throttled: 0.001 }) }),
  },
  'memory-pressure': {
    speaks: using({ cgroup: cgroupOf({ limitHits: 4_000 }) }, { memoryPressure: ratio(0.31) }),
    silent: using({ cgroup: cgroupOf({ limitHits: 3 }) }, { memoryPressure: ratio(0.01) }),
  },
  'short-leak': { speaks: using(living(75e6)), silent: using(living(36e6)) },
  collection: {
    speaks: using({ runtimes: [runtimeOf({ collection: ratio(0.31) })] }),
    silent: using({ runtimes: [runtimeOf({ collection: ratio(0.06) })] }),
  },
  'n-plus-one': { speaks: using(repeating(20)), silent: using(repeating(1)) },
  'missing-index': { speaks: slow(scanning(2_000 * 1_400)), silent: slow(scanning(2_000 * 5)) },
  'slow-command': { speaks: slow({ databases: [redis(9)] }), silent: slow({ databases: [redis(0.004)] }) },
  'lock-waits': { speaks: slow(locked(6)), silent: slow(locked(0.1)) },
  'small-pool': { speaks: slow(pool(1.9)), silent: slow(pool(0.4)) },
  'connection-limit': {
    speaks: using({
      databases: [databaseOf({ connections: { most: 97, active: 1, idleInTransaction: 0, limit: 100 } })],
    }),
    silent: using({ databases: [databaseOf()] }),
  },
  'database-dominant': {
    speaks: slow({ databases: [asking(80)] }),
    silent: slow({ databases: [asking(8)] }),
  },
  'cache-misses': {
    speaks: slow({ databases: [asking(40, { cacheHits: ratio(0.6) })] }),
    silent: slow({ databases: [asking(40)] }),
  },
  'database-bound': {
    speaks: slow({ databases: [asking(80, { statements: [] })] }),
    silent: slow({ databases: [asking(8, { statements: [] })] }),
  },
  'disk-bound': {
    speaks: slow({ service: serviceOf(DURABLE) }),
    silent: slow({ service: serviceOf({ ...DURABLE, diskWaiters: 0.01 }) }),
  },
  'event-loop-blocked': {
    speaks: slow({ runtimes: [runtimeOf({ delayP99: millis(152), delayMax: millis(310) })] }),
    silent: slow({ runtimes: [runtimeOf({ delayP99: millis(12), delayMax: millis(310) })] }),
  },
  'uneven-workers': {
    speaks: using({
      service: serviceOf({ cores: 1.2, busiestThread: 0.8, processCores: [0.97, 0.2, 0.01] }),
    }),
    silent: using({
      service: serviceOf({ cores: 1.8, busiestThread: 0.8, processCores: [0.97, 0.9, 0.01] }),
    }),
  },
  headroom: { speaks: using(), silent: using(living(75e6)) },
  'memory-limit-near': {
    speaks: using({ cgroup: cgroupOf({ memory: bytes(1_050_000_000) }) }),
    silent: using({ cgroup: cgroupOf() }),
  },
  'open-files-near': {
    speaks: using({ service: serviceOf({ openFiles: { most: 1_010, limit: 1_024 } }) }),
    silent: using({ service: serviceOf({ openFiles: { most: 110, limit: 1_024 } }) }),
  },
  relieve: { speaks: using(repeating(20)), silent: using() },
};
