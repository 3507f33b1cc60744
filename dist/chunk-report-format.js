import.meta.dirname;
import.meta.filename;
// src/domain/report-format.ts
/** The formats in which other programs read the report: files beside report.md, run.json and verdict.json. */
/** Their names, as the configuration has them, in the order in which they are written. */
const REPORT_FORMATS = [
	"junit",
	"openmetrics",
	"csv"
];
export { REPORT_FORMATS as t };
