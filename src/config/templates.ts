/** `{{name}}` and `{{name.column}}` in requests: found, tidied, and checked against the variables of the scenario. */

/** `{{secret.NAME}}` stands for an environment variable's value; no variable has this name. */
export const SECRET = 'secret';

/** One placeholder as written. */
export interface Placeholder {
  /** What stands between the braces, without blanks around it. */
  readonly content: string;
  readonly name: string;
  /** For rows of a file. */
  readonly column: string | null;
}

const PLACEHOLDER = /\{\{([^{}]{0,200})\}\}/g;

/** Removes blanks inside the braces: `{{ id }}` becomes `{{id}}`, the only form the engines know. */
export function tidy(text: string): string {
  return text.replace(PLACEHOLDER, (_, content: string) => `{{${content.trim()}}}`);
}

/** The placeholders of a text, in order. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, content = '']) => {
    const trimmed = content.trim();
    const dot = trimmed.indexOf('.');
    return dot < 0
      ? { content: trimmed, name: trimmed, column: null }
      : { content: trimmed, name: trimmed.slice(0, dot), column: trimmed.slice(dot + 1) };
  });
}

/** Environment variables that the texts use as secrets: their names, each once, sorted. */
export function secretsIn(texts: readonly string[]): readonly string[] {
  const names = texts
    .flatMap(placeholdersIn)
    .flatMap(({ name, column }) => (name === SECRET && column !== null ? [column] : []));
  return [...new Set(names)].toSorted();
}

/** True when braces are opened and never closed. */
export function hasOpenBraces(text: string): boolean {
  return text.replace(PLACEHOLDER, '').includes('{{');
}

/** JSON text of a body in which a string that is exactly one of `numbers` stands without quotes, since its values are numbers. */
export function jsonBody(value: unknown, numbers: ReadonlySet<string>): string {
  const quoted = tidy(JSON.stringify(value));
  // A quote inside a JSON string is escaped, so `"{{id}}"` can only be a whole string; with a colon behind it is a key.
  return quoted.replace(/"\{\{([^{}"]+)\}\}"(?!:)/g, (whole, name: string) =>
    numbers.has(name) ? `{{${name}}}` : whole,
  );
}
