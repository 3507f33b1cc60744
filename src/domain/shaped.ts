/** Reads a value from outside by a shape, whatever the value is. */
import type { z } from 'zod';

/** A value of the shape, or what is wrong with it and where. */
export type Shaped<Value> =
  | { readonly success: true; readonly data: Value; readonly error?: undefined }
  | { readonly success: false; readonly data?: undefined; readonly error: Pick<z.ZodError, 'issues'> };

/** Keys whose values checks of length compare with numbers, also in values that are neither texts nor lists. */
const MEASURES = ['length', 'size'] as const;
/** More holders of such keys than anybody would look through. */
const ISSUES_MAX = 20;

/**
 * As `schema.safeParse`, which throws where a mapping has a `length` that cannot be made a number, as `{ length: {} }` without a prototype. Then the issues are
 * the places of such mappings. Never throws.
 */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Shaped<z.output<Schema>> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    const found = issuesIn(value, []);
    const issues = found.length > 0 ? found : [issueAt([], `be plain: ${String(error)}`, value)];
    return { success: false, error: { issues: [...issues] } };
  }
}

const issueAt = (path: readonly string[], message: string, input: unknown): z.core.$ZodIssue => ({
  code: 'custom',
  path: [...path],
  message,
  input,
});

function issuesIn(value: unknown, path: readonly string[]): readonly z.core.$ZodIssue[] {
  if (!isHolder(value)) return [];
  const entries = Object.entries(value);
  const own = entries
    .filter(([name, inner]) => MEASURES.some((measure) => measure === name) && isHolder(inner))
    .map(([name]) => issueAt(path, `have no \`${name}\` that holds others`, value));
  return [...own, ...entries.flatMap(([name, inner]) => issuesIn(inner, [...path, name]))].slice(
    0,
    ISSUES_MAX,
  );
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;
