import.meta.dirname;
import.meta.filename;
// src/domain/measurement.ts
/** Largest seed of a run: what a signed 32-bit generator takes. */
const SEED_MAX = 2 ** 31 - 1;
// src/domain/imported.ts
/** Every format that is read, in the order in which they are told apart. */
const IMPORT_FORMATS = [
	"locust-csv",
	"locust-json",
	"k6-summary",
	"k6-json",
	"autocannon",
	"wrk",
	"hey",
	"oha",
	"vegeta",
	"ab",
	"jmeter",
	"artillery"
];
/** What an output does not tell, or tells otherwise than Loadgate measures it. In the order in which a report names them. */
const LACKS = [
	"distribution",
	"whole-milliseconds",
	"two-digits",
	"sketched",
	"failed-latencies",
	"timeout-latencies",
	"in-flight",
	"failure-kinds",
	"expectations",
	"error-kinds",
	"statuses",
	"users",
	"body-bytes",
	"timeline",
	"start",
	"reckoned-counts",
	"reckoned-duration",
	"version"
];
export { LACKS as n, SEED_MAX as r, IMPORT_FORMATS as t };
