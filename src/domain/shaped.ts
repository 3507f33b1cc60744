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

/** Characters of a text that is looked through to its end. Of a longer one that is wrong the first place is told: a million of them would take gigabytes. */
const THOROUGH_MAX = 256 * 1024;
/** As zod's own `validate` has it: lists and mappings end at the first issue. Its type leaves the word out. */
const UNTIL_FIRST = { abortEarly: true, reportInput: false };

/**
 * As `schema.safeParse`, which throws where a mapping has a `length` that cannot be made a number, as `{ length: {} }` without a prototype, or where a million
 * entries are wrong. Then the issues are the places of such mappings. `characters` are those of the text that the value comes from. Never throws for a value
 * that `foreignJson` or the configuration's reader gives.
 */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  characters = 0,
): Shaped<z.output<Schema>> {
  try {
    return schema.safeParse(value, characters > THOROUGH_MAX ? UNTIL_FIRST : undefined);
  } catch (error) {
    const found = issuesIn(value, []);
    const issues = found.length > 0 ? found : [issueAt([], `be plain: ${String(error)}`, value)];
    return { success: false, error: { issues: [...issues] } };
  }
}

/** Characters of a message about a place: it may quote every name that a mapping has too many. */
const MESSAGE_MAX = 300;

/** What is wrong with a text, place by place: `blocks.0.load: …`. At most so many lines. */
export function placesIn({ issues }: Pick<z.ZodError, 'issues'>, most: number): readonly string[] {
  return issues.slice(0, most).map((issue) => `${placeOf(issue)}: ${issue.message.slice(0, MESSAGE_MAX)}`);
}

const placeOf = ({ path }: Pick<z.core.$ZodIssue, 'path'>): string =>
  path.join('.').slice(0, MESSAGE_MAX) || '(top)';

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
