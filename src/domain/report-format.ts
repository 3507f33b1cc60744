/** The formats in which other programs read the report: files beside report.md, run.json and verdict.json. */

/** Their names, as the configuration has them, in the order in which they are written. */
export const REPORT_FORMATS = ['junit', 'openmetrics', 'csv'] as const;

/** One of them: JUnit XML of the verdict, OpenMetrics of the metrics, comma-separated values of every second. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];
