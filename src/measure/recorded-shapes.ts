/** The small shapes that all parts of a `run.json` are made of. */
import { z } from 'zod';

/** A whole number from 0. */
export const count = z.int().nonnegative();
/** A number from 0, in whatever unit the field has. */
export const amount = z.number().nonnegative();
/** A name, a path, a message. */
export const text = z.string().max(2_000);
/** The same, or null. */
export const nullable = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);
