import.meta.dirname;
import.meta.filename;
// src/domain/search.ts
/** Latencies that an objective can name: keys of a step. */
const OBJECTIVE_LATENCIES = [
	"p50",
	"p95",
	"p99"
];
export { OBJECTIVE_LATENCIES as t };
