/** Dates as people read them, always in UTC: the page is read in more than one place. */

/** Writes the dates of runs. */
export interface Dates {
  /** `Nov 28, 2026`. */
  readonly day: (iso: string) => string;
  /** `Nov 28, 2026, 10:02 UTC`. */
  readonly minute: (iso: string) => string;
}

/** Dates of a locale. */
export function datesOf(locale: string): Dates {
  const common = { timeZone: 'UTC', dateStyle: 'medium' } as const;
  const day = new Intl.DateTimeFormat(locale, common);
  const minute = new Intl.DateTimeFormat(locale, { ...common, timeStyle: 'short', hourCycle: 'h23' });
  return {
    day: (iso) => day.format(new Date(iso)),
    minute: (iso) => `${minute.format(new Date(iso))} UTC`,
  };
}
