/** The small shapes that `run.json` and `verdict.json` are made of, and the proof that a shape is that of a type. */
import { z } from 'zod';
import type { Phrase } from '../domain/phrase.ts';
import { micros } from '../domain/units.ts';
import { fromRecord } from '../stats/histogram.ts';
import { forEveryMetric, METRIC_NAMES } from '../domain/metric.ts';

/** A whole number from 0. */
export const count = z.int().nonnegative();
/** A number from 0, in whatever unit the field has. */
export const amount = z.number().nonnegative();
/** A name, a path, a message. */
export const text = z.string().max(2_000);
/** A moment that there is: ISO 8601, UTC. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/)
  .refine((words) => Number.isFinite(Date.parse(words)), 'must be a moment that there is');
/** What a shape is, or null. */
export const nullable = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);

/** A shape under the name of its type in the domain: the published schemas have it by that name, with the words of the type. */
export const named = <Schema extends z.ZodType>(name: string, schema: Schema): Schema =>
  schema.meta({ id: name });

/** Where each request is. */
export const counts = named(
  'Counts',
  z.strictObject({
    sent: count,
    ok: count,
    httpError: count,
    connectionError: count,
    timeout: count,
    lost: count,
    inFlight: count,
    refused: count,
  }),
);

/** Latencies, encoded; what cannot be decoded is refused here, and not by whoever looks into it first. */
export const histogram = named(
  'HistogramRecord',
  z
    .strictObject({
      unit: z.literal('µs'),
      count,
      resolution: amount,
      encoded: z.string().max(2_000_000),
    })
    .superRefine((record, context) => {
      const why = whyUnreadable(record.encoded, record.count);
      if (why !== null) context.addIssue({ code: 'custom', message: why, path: ['encoded'] });
    }),
);

function whyUnreadable(encoded: string, values: number): string | null {
  try {
    fromRecord({ unit: 'µs', count: values, resolution: micros(1), encoded });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a failure quotes: a command, a line of a log. */
const quotation = z.string().max(20_000);

/** A sentence by its name, with what fills it. Names of other versions are taken, too: their English stands beside them. */
export const phrase: z.ZodType<Plain<Phrase>> = named(
  'Phrase',
  z.strictObject({
    phrase: z.string().max(100),
    facts: z.record(z.string().max(100), z.union([quotation, z.number(), z.lazy(() => phrase)])),
  }),
);

/** Phrases of a failure. */
const saidFailure = named(
  'SaidFailure',
  z.strictObject({ message: phrase, advice: phrase, lines: z.array(nullable(phrase)).max(100) }),
);

/** Phrases of what could not be watched. */
export const saidUnread = named('SaidUnread', z.strictObject({ reason: phrase, remedy: nullable(phrase) }));

/** Why something could not be measured. */
export const failure = named(
  'FailureDetail',
  z.strictObject({
    kind: z.enum(['usage', 'not-measured', 'cancelled']),
    code: text,
    message: quotation,
    advice: quotation,
    lines: z.array(quotation).max(100),
    said: nullable(saidFailure).default(null),
  }),
);

/** Name of a metric. */
export const metricName = z.enum(METRIC_NAMES);

/** A value for each metric. */
export const metricValues = named('MetricValues', z.strictObject(forEveryMetric(() => nullable(amount))));

/** A type as JSON has it: its numbers without their units, nothing read-only. */
export type Plain<Type> = Type extends number
  ? keyof Type extends keyof number
    ? Type
    : number
  : Type extends string | boolean | null
    ? Type
    : { -readonly [Key in keyof Type]: Plain<Type[Key]> };

/** True when each of two types may stand where the other does. */
export type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** Compiles for what is true. */
export type Proven<Claim extends true> = Claim;
