import.meta.dirname;
import.meta.filename;
// src/domain/metric.ts
/** Every metric Loadgate knows, in the order reports list them. */
const METRICS = {
	p95: {
		unit: "ms",
		better: "lower",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: .3,
		quantile: .95
	},
	throughput: {
		unit: "/s",
		better: "higher",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: 0,
		quantile: null
	},
	"error-rate": {
		unit: "ratio",
		better: "lower",
		change: "points",
		noiseFloor: .001,
		absoluteFloor: .001,
		quantile: null
	},
	p50: {
		unit: "ms",
		better: "lower",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: .3,
		quantile: .5
	},
	p99: {
		unit: "ms",
		better: "lower",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: .5,
		quantile: .99
	}
};
/** All metric names, in report order. */
const METRIC_NAMES = Object.keys(METRICS);
export { METRIC_NAMES as n, METRICS as t };
