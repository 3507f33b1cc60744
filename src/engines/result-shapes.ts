/** The shapes of what an engine tells of a stretch of load: in the messages of the generator, and where they are recorded. */
import { z } from 'zod';
import { k6Use } from './recorded-k6.ts';
import { told } from './recorded-readings.ts';
import { amount, count, counts, histogram, named, nullable, text } from './recorded-shapes.ts';

/** What became of the arrivals of an open loop. */
export const arrivals = named(
  'Arrivals',
  z.strictObject({
    planned: count,
    late: count,
    dropped: count,
    waiting: count,
    lagP99: nullable(amount),
  }),
);

/** A second of a timeline. */
export const second = named(
  'TimelineSecond',
  z.strictObject({
    second: count,
    throughput: amount,
    p50: nullable(amount),
    p95: nullable(amount),
    errors: amount,
    users: count,
  }),
);

const worker = named(
  'WorkerUse',
  z.strictObject({
    host: text,
    address: text,
    joinedAfter: amount,
    late: z.boolean(),
    lostAt: nullable(amount),
    requests: count,
    clock: z.strictObject({ offset: z.number(), error: amount }),
  }),
);

/** Which engine measured, and why. */
export const engine = named(
  'EngineUse',
  z.strictObject({
    name: z.enum([
      'autocannon',
      'undici',
      'node:http2',
      'fake',
      'locust',
      'k6',
      'wrk',
      'wrk2',
      'hey',
      'oha',
      'vegeta',
      'ab',
      'jmeter',
      'artillery',
    ]),
    version: text,
    why: z.enum([
      'asked',
      'default',
      'closing-connections',
      'lost-answers',
      'unsupported',
      'executor',
      'http-2',
      'imported',
    ]),
    workers: z.exactOptional(z.strictObject({ mayLose: count, workers: z.array(worker).max(10_000) })),
    k6: z.exactOptional(k6Use),
  }),
);

const request = named(
  'RequestCounts',
  z.strictObject({ name: text, counts, latency: histogram, told: z.exactOptional(told) }),
);

/** Requests by name. */
export const requests = z.array(request).max(1_000);
/** Answers by status. */
export const statuses = z.array(z.strictObject({ status: count, count })).max(1_000);
/** Failures by message. */
export const errors = z.array(z.strictObject({ message: text, count })).max(100);
/** Second by second. */
export const timeline = z.array(second).max(100_000);
