/** Mappings of a configuration: strict objects whose complaints name the keys they know. */
import { z } from 'zod';

/** A strict mapping. Its complaint about an unknown key carries the known keys, one a line, as its message. */
export function block<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join('\n');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
}

/** A key that may be left out, with the words and the default (as a person would write it) that editors and docs show. */
export function key<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  standard?: string | number,
) {
  return schema
    .meta(standard === undefined ? { description } : { description, default: standard })
    .optional();
}

/** A key that must be given. */
export function needed<Schema extends z.ZodType>(schema: Schema, description: string) {
  return schema.meta({ description });
}

/** A mapping from names to entries. */
export function named<Entry extends z.ZodType>(name: z.ZodType<string>, entry: Entry) {
  return z.record(name, entry);
}
