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
		optional: false,
		exact: false,
		quantile: .95
	},
	throughput: {
		unit: "/s",
		better: "higher",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: 0,
		optional: false,
		exact: false,
		quantile: null
	},
	"error-rate": {
		unit: "ratio",
		better: "lower",
		change: "points",
		noiseFloor: .001,
		absoluteFloor: .001,
		optional: false,
		exact: false,
		quantile: null
	},
	capacity: {
		unit: "/s",
		better: "higher",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: 0,
		optional: false,
		exact: false,
		quantile: null
	},
	"cpu-per-request": {
		unit: "ms",
		better: "lower",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: 0,
		optional: true,
		exact: false,
		quantile: null
	},
	"answer-size": {
		unit: "B",
		better: "lower",
		change: "relative",
		noiseFloor: .01,
		absoluteFloor: 1,
		optional: true,
		exact: false,
		quantile: null
	},
	"queries-per-request": {
		unit: "count",
		better: "lower",
		change: "relative",
		noiseFloor: .005,
		absoluteFloor: .01,
		optional: true,
		exact: true,
		quantile: null
	},
	"memory-growth": {
		unit: "B/min",
		better: "lower",
		change: "relative",
		noiseFloor: .1,
		absoluteFloor: 5e5,
		optional: true,
		exact: false,
		quantile: null
	},
	p50: {
		unit: "ms",
		better: "lower",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: .3,
		optional: false,
		exact: false,
		quantile: .5
	},
	p99: {
		unit: "ms",
		better: "lower",
		change: "relative",
		noiseFloor: .02,
		absoluteFloor: .5,
		optional: false,
		exact: false,
		quantile: .99
	}
};
/** All metric names, in report order. */
const METRIC_NAMES = Object.keys(METRICS);
/** The metrics by which a scenario is judged, in report order: one that searches for a limit by what it found alone, since its load is meant to be too much. */
const metricsOf = (searches) => METRIC_NAMES.filter((metric) => metric === "capacity" === searches);
/** A value for each metric, made by its name. */
const forEveryMetric = (make) => Object.fromEntries(METRIC_NAMES.map((metric) => [metric, make(metric)]));
export { metricsOf as i, METRIC_NAMES as n, forEveryMetric as r, METRICS as t };
