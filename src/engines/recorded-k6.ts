/** Reads back what k6 alone knew of a load. */
import { z } from 'zod';
import { count, named, nullable, text } from './recorded-shapes.ts';

/** `K6Threshold` as it is recorded. */
export const k6Threshold = named(
  'K6Threshold',
  z.strictObject({
    metric: text,
    expression: text,
    value: nullable(z.number()).default(null),
    unit: nullable(z.literal('ms')).default(null),
    crossed: nullable(z.boolean()),
  }),
);

/** `K6Use` as it is recorded. */
export const k6Use = named(
  'K6Use',
  z.strictObject({
    thresholds: z.array(k6Threshold).max(10_000),
    checks: z.strictObject({ passed: count, failed: count }),
    iterations: count,
    dropped: count,
  }),
);
