/** What a command can print in the place of the report for a terminal. Loaded by the help, so without what writes it. */
import { REPORT_FORMATS } from '../domain/report-format.ts';

/** `json`: the verdict. */
export const PRINTED = ['markdown', 'json', ...REPORT_FORMATS] as const;

/** One of them. */
export type PrintedFormat = (typeof PRINTED)[number];
