/** Reads back what k6 alone knew of a load. */
import { z } from 'zod';
import { count, named, nullable, text } from './recorded-shapes.ts';

/** `K6Use` as it is recorded. */
export const k6Use = named(
  'K6Use',
  z.strictObject({
    thresholds: z
      .array(z.strictObject({ metric: text, expression: text, crossed: nullable(z.boolean()) }))
      .max(10_000),
    checks: z.strictObject({ passed: count, failed: count }),
    iterations: count,
    dropped: count,
  }),
);
