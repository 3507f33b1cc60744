/** Languages that a report can be written in, by their codes (ISO 639-1). */

/** All of them, the standard one first. */
export const LANGUAGE_CODES = ['en', 'ru'] as const;

/** One of them. */
export type Language = (typeof LANGUAGE_CODES)[number];
