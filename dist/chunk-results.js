import.meta.dirname;
import.meta.filename;
import { n as isOpen, r as isPlain } from "./chunk-executor.js";
import { a as nanosToMillis, c as toMillis, i as nanos, l as toSeconds, n as micros, r as millis, s as ratio, t as bytes } from "./chunk-units.js";
import { n as fromRecord, t as createHistogram } from "./chunk-histogram.js";
import { n as Failure } from "./chunk-failure.js";
import { r as forEveryMetric, t as METRICS } from "./chunk-metric.js";
// node_modules/simple-statistics/dist/simple-statistics.mjs
/**
* This is the internal implementation of quantiles: when you know
* that the order is sorted, you don't need to re-sort it, and the computations
* are faster.
*
* This implements the linear interpolation method (type=7 in R/numpy),
* which is the default in numpy.percentile and R's quantile.
*
* @param {Array<number>} x sample of one or more data points
* @param {number} p desired quantile: a number between 0 to 1, inclusive
* @returns {number} quantile value
* @throws {Error} if p ix outside of the range from 0 to 1
* @throws {Error} if x is empty
* @example
* quantileSorted([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5); // => 9
*/
function quantileSorted(x, p) {
	var idx = (x.length - 1) * p;
	if (x.length === 0) throw new Error("quantile requires at least one data point.");
	else if (p < 0 || p > 1) throw new Error("quantiles must be between 0 and 1");
	else if (p === 1) return x[x.length - 1];
	else if (p === 0) return x[0];
	else if (idx % 1 !== 0) {
		var lower = Math.floor(idx);
		var upper = Math.ceil(idx);
		var fraction = idx - lower;
		return x[lower] + fraction * (x[upper] - x[lower]);
	} else return x[idx];
}
/**
* Rearrange items in `arr` so that all items in `[left, k]` range are the smallest.
* The `k`-th element will have the `(k - left + 1)`-th smallest value in `[left, right]`.
*
* Implements Floyd-Rivest selection algorithm https://en.wikipedia.org/wiki/Floyd-Rivest_algorithm
*
* @param {Array<number>} arr input array
* @param {number} k pivot index
* @param {number} [left] left index
* @param {number} [right] right index
* @returns {void} mutates input array
* @example
* var arr = [65, 28, 59, 33, 21, 56, 22, 95, 50, 12, 90, 53, 28, 77, 39];
* quickselect(arr, 8);
* // = [39, 28, 28, 33, 21, 12, 22, 50, 53, 56, 59, 65, 90, 77, 95]
*/
function quickselect(arr, k, left, right) {
	left = left || 0;
	right = right || arr.length - 1;
	while (right > left) {
		if (right - left > 600) {
			var n = right - left + 1;
			var m = k - left + 1;
			var z = Math.log(n);
			var s = .5 * Math.exp(2 * z / 3);
			var sd = .5 * Math.sqrt(z * s * (n - s) / n);
			if (m - n / 2 < 0) sd *= -1;
			quickselect(arr, k, Math.max(left, Math.floor(k - m * s / n + sd)), Math.min(right, Math.floor(k + (n - m) * s / n + sd)));
		}
		var t = arr[k];
		var i = left;
		var j = right;
		swap(arr, left, k);
		if (arr[right] > t) swap(arr, left, right);
		while (i < j) {
			swap(arr, i, j);
			i++;
			j--;
			while (arr[i] < t) i++;
			while (arr[j] > t) j--;
		}
		if (arr[left] === t) swap(arr, left, j);
		else {
			j++;
			swap(arr, j, right);
		}
		if (j <= k) left = j + 1;
		if (k <= j) right = j - 1;
	}
}
function swap(arr, i, j) {
	var tmp = arr[i];
	arr[i] = arr[j];
	arr[j] = tmp;
}
/**
* The [quantile](https://en.wikipedia.org/wiki/Quantile):
* this is a population quantile, since we assume to know the entire
* dataset in this library. This implementation uses linear interpolation,
* equivalent to R's type=7 and numpy's default percentile method.
*
* Sample is a one-dimensional array of numbers,
* and p is either a decimal number from 0 to 1 or an array of decimal
* numbers from 0 to 1.
* In terms of a k/q quantile, p = k/q - it's just dealing with fractions or dealing
* with decimal values.
* When p is an array, the result of the function is also an array containing the appropriate
* quantiles in input order
*
* @param {Array<number>} x sample of one or more numbers
* @param {Array<number> | number} p the desired quantile, as a number between 0 and 1
* @returns {number} quantile
* @example
* quantile([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5); // => 9
*/
function quantile(x, p) {
	var copy = x.slice();
	if (Array.isArray(p)) {
		multiQuantileSelect(copy, p);
		var results = [];
		for (var i = 0; i < p.length; i++) results[i] = quantileSorted(copy, p[i]);
		return results;
	} else {
		quantileSelect(copy, quantileIndex(copy.length, p), 0, copy.length - 1);
		return quantileSorted(copy, p);
	}
}
function quantileSelect(arr, k, left, right) {
	if (k % 1 === 0) quickselect(arr, k, left, right);
	else {
		k = Math.floor(k);
		quickselect(arr, k, left, right);
		quickselect(arr, k + 1, k + 1, right);
	}
}
function multiQuantileSelect(arr, p) {
	var positions = /* @__PURE__ */ new Set();
	for (var i = 0; i < p.length; i++) {
		var idx = quantileIndex(arr.length, p[i]);
		positions.add(Math.floor(idx));
		positions.add(Math.ceil(idx));
	}
	var indices = Array.from(positions).sort(compare);
	multiselect(arr, indices, 0, indices.length - 1, 0, arr.length - 1);
}
function multiselect(arr, indices, lo, hi, left, right) {
	if (lo > hi) return;
	var mid = lo + hi >> 1;
	quickselect(arr, indices[mid], left, right);
	multiselect(arr, indices, lo, mid - 1, left, indices[mid] - 1);
	multiselect(arr, indices, mid + 1, hi, indices[mid] + 1, right);
}
function compare(a, b) {
	return a - b;
}
function quantileIndex(len, p) {
	var idx = (len - 1) * p;
	if (p === 1) return len - 1;
	else if (p === 0) return 0;
	else if (idx % 1 !== 0) return idx;
	else return idx;
}
/**
* The [median](http://en.wikipedia.org/wiki/Median) is
* the middle number of a list. This is often a good indicator of 'the middle'
* when there are outliers that skew the `mean()` value.
* This is a [measure of central tendency](https://en.wikipedia.org/wiki/Central_tendency):
* a method of finding a typical or central value of a set of numbers.
*
* The median isn't necessarily one of the elements in the list: the value
* can be the average of two elements if the list has an even length
* and the two central values are different.
*
* @param {Array<number>} x input
* @returns {number} median value
* @example
* median([10, 2, 5, 100, 2, 1]); // => 3.5
*/
function median$1(x) {
	return +quantile(x, .5);
}
/**
* The [Median Absolute Deviation](http://en.wikipedia.org/wiki/Median_absolute_deviation) is
* a robust measure of statistical
* dispersion. It is more resilient to outliers than the standard deviation.
*
* @param {Array<number>} x input array
* @returns {number} median absolute deviation
* @example
* medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9]); // => 1
*/
function medianAbsoluteDeviation(x) {
	var medianValue = median$1(x);
	var medianAbsoluteDeviations = [];
	for (var i = 0; i < x.length; i++) medianAbsoluteDeviations.push(Math.abs(x[i] - medianValue));
	return median$1(medianAbsoluteDeviations);
}
/**
* [Bayesian Classifier](http://en.wikipedia.org/wiki/Naive_Bayes_classifier)
*
* This is a naïve bayesian classifier that takes
* singly-nested objects.
*
* @class
* @example
* var bayes = new BayesianClassifier();
* bayes.train({
*   species: 'Cat'
* }, 'animal');
* var result = bayes.score({
*   species: 'Cat'
* })
* // result
* // {
* //   animal: 1
* // }
*/
var BayesianClassifier = function BayesianClassifier() {
	this.totalCount = 0;
	this.data = {};
};
/**
* Train the classifier with a new item, which has a single
* dimension of Javascript literal keys and values.
*
* @param {Object} item an object with singly-deep properties
* @param {string} category the category this item belongs to
* @return {undefined} adds the item to the classifier
*/
BayesianClassifier.prototype.train = function train(item, category) {
	if (!this.data[category]) this.data[category] = {};
	for (var k in item) {
		var v = item[k];
		if (this.data[category][k] === void 0) this.data[category][k] = {};
		if (this.data[category][k][v] === void 0) this.data[category][k][v] = 0;
		this.data[category][k][v]++;
	}
	this.totalCount++;
};
/**
* Generate a score of how well this item matches all
* possible categories based on its attributes
*
* @param {Object} item an item in the same format as with train
* @returns {Object} of probabilities that this item belongs to a
* given category.
*/
BayesianClassifier.prototype.score = function score(item) {
	var odds = {};
	var category;
	for (var k in item) {
		var v = item[k];
		for (category in this.data) {
			if (odds[category] === void 0) odds[category] = {};
			if (this.data[category][k]) odds[category][k + "_" + v] = (this.data[category][k][v] || 0) / this.totalCount;
			else odds[category][k + "_" + v] = 0;
		}
	}
	var oddsSums = {};
	for (category in odds) {
		oddsSums[category] = 0;
		for (var combination in odds[category]) oddsSums[category] += odds[category][combination];
	}
	return oddsSums;
};
var SQRT_2PI$1 = Math.sqrt(2 * Math.PI);
function cumulativeDistribution(z) {
	var sum = z;
	var tmp = z;
	for (var i = 1; i < 30; i++) {
		tmp *= z * z / (2 * i + 1);
		sum += tmp;
	}
	return Math.round((.5 + sum / SQRT_2PI$1 * Math.exp(-z * z / 2)) * 1e4) / 1e4;
}
/**
* A standard normal table, also called the unit normal table or Z table,
* is a mathematical table for the values of Φ (phi), which are the values of
* the [cumulative distribution function](https://en.wikipedia.org/wiki/Normal_distribution#Cumulative_distribution_function)
* of the normal distribution. It is used to find the probability that a
* statistic is observed below, above, or between values on the standard
* normal distribution, and by extension, any normal distribution.
*/
var standardNormalTable = [];
for (var z = 0; z <= 3.09; z += .01) standardNormalTable.push(cumulativeDistribution(z));
/**
* This is a single-layer [Perceptron Classifier](http://en.wikipedia.org/wiki/Perceptron) that takes
* arrays of numbers and predicts whether they should be classified
* as either 0 or 1 (negative or positive examples).
* @class
* @example
* // Create the model
* var p = new PerceptronModel();
* // Train the model with input with a diagonal boundary.
* for (var i = 0; i < 5; i++) {
*     p.train([1, 1], 1);
*     p.train([0, 1], 0);
*     p.train([1, 0], 0);
*     p.train([0, 0], 0);
* }
* p.predict([0, 0]); // 0
* p.predict([0, 1]); // 0
* p.predict([1, 0]); // 0
* p.predict([1, 1]); // 1
*/
var PerceptronModel = function PerceptronModel() {
	this.weights = [];
	this.bias = 0;
};
/**
* **Predict**: Use an array of features with the weight array and bias
* to predict whether an example is labeled 0 or 1.
*
* @param {Array<number>} features an array of features as numbers
* @returns {number|null} 1 if the score is over 0, otherwise 0; null if
* the model has not been trained on feature arrays of this length
*/
PerceptronModel.prototype.predict = function predict(features) {
	if (features.length !== this.weights.length) return null;
	var score = 0;
	for (var i = 0; i < this.weights.length; i++) score += this.weights[i] * features[i];
	score += this.bias;
	if (score > 0) return 1;
	else return 0;
};
/**
* **Train** the classifier with a new example, which is
* a numeric array of features and a 0 or 1 label.
*
* @param {Array<number>} features an array of features as numbers
* @param {number} label either 0 or 1
* @returns {PerceptronModel|null} this, or null if the label is not 0 or 1
*/
PerceptronModel.prototype.train = function train(features, label) {
	if (label !== 0 && label !== 1) return null;
	if (features.length !== this.weights.length) {
		this.weights = features.slice();
		this.bias = 1;
	}
	var prediction = this.predict(features);
	if (typeof prediction === "number" && prediction !== label) {
		var gradient = label - prediction;
		for (var i = 0; i < this.weights.length; i++) this.weights[i] += gradient * features[i];
		this.bias += gradient;
	}
	return this;
};
// src/stats/robust.ts
/** Centre and spread that a few odd runs cannot move. */
/** Makes the MAD of normally distributed values an estimate of their standard deviation: 1 / Φ⁻¹(3/4). */
const MAD_TO_SIGMA = 1.4826;
/** The middle value, or the mean of the two middle ones. @throws RangeError without values, or with one that is not finite */
function median(values) {
	refuseUnusable(values);
	return median$1([...values]);
}
/**
* Standard deviation as the median absolute deviation from the median tells it (Rousseeuw & Croux 1993), in the values' own unit.
* @throws RangeError without values, or with one that is not finite
*/
function robustSigma(values) {
	refuseUnusable(values);
	return MAD_TO_SIGMA * medianAbsoluteDeviation([...values]);
}
function refuseUnusable(values) {
	if (values.length === 0) throw new RangeError("there is no median of no values");
	const odd = values.find((value) => !Number.isFinite(value));
	if (odd !== void 0) throw new RangeError(`a median needs finite values, got ${odd}`);
}
// src/domain/search.ts
/** Latencies that an objective can name: keys of a step. */
const OBJECTIVE_LATENCIES = [
	"p50",
	"p95",
	"p99"
];
// src/stats/search.ts
/** What the steps of a search mean: which levels were carried, where the service degrades, its capacity, whether it recovers. Pure. */
/** A step whose throughput is this share of the highest counts as having reached it. */
const PLATEAU_SHARE = .95;
/** Arrivals that were not answered within the step, beyond those that are on their way in any case, before the service counts as falling behind. */
const BEHIND_SHARE = .01;
/** Why a step was too much, the plainest reason first; null when it was carried. */
function breakOf(step, { kind, objective }) {
	if (step.counts.ok === 0) return { kind: "no-answers" };
	if (step.errorRate > objective.errorRate) return {
		kind: "errors",
		rate: step.errorRate,
		bound: objective.errorRate
	};
	const behind = kind === "capacity" ? behindOf(step) : null;
	return OBJECTIVE_LATENCIES.flatMap((metric) => {
		const [value, bound] = [step[metric], objective[metric]];
		return value !== null && bound !== null && value > bound ? [{
			kind: "latency",
			metric,
			value,
			bound
		}] : [];
	})[0] ?? behind;
}
/** By Little's law a rate has rate × latency requests under way at any time, which is no falling behind. */
function behindOf({ arrivals, counts, elapsed, p50 }) {
	if (arrivals === null || arrivals.planned === 0) return null;
	const { ok, httpError, connectionError, timeout, lost } = counts;
	const answered = ok + httpError + connectionError + timeout + lost + counts.refused;
	const underWay = (p50 ?? 0) / elapsed;
	return 1 - answered / arrivals.planned - underWay > BEHIND_SHARE ? {
		kind: "behind",
		planned: arrivals.planned,
		answered
	} : null;
}
/** Levels of the way up and between, the lowest first. */
function levelsOf(search) {
	const own = search.steps.filter(({ purpose }) => purpose !== "recover");
	return [...Map.groupBy(own, ({ level }) => level)].map(([level, steps]) => levelOf(level, steps, search)).toSorted((left, right) => left.level - right.level);
}
function levelOf(level, steps, search) {
	const carried = steps.filter((step) => breakOf(step, search) === null);
	const [best] = (carried.length > 0 ? carried : steps).toSorted((left, right) => right.throughput - left.throughput);
	if (best === void 0) throw new RangeError("a level has steps");
	return {
		level,
		step: best,
		broken: breakOf(best, search),
		times: steps.length
	};
}
/** The highest throughput of a level that was carried; 0 when none was. */
const highestThroughput = (levels) => Math.max(0, ...levels.flatMap(({ step, broken }) => broken === null ? [step.throughput] : []));
/** The lowest level that was too much with all below it carried… */
const firstBroken = (levels) => levels.findIndex(({ broken }) => broken !== null);
/** …and the levels below it: what a service carries above one that it does not was luck. */
function carriedLevels(levels) {
	const at = firstBroken(levels);
	return at < 0 ? levels : levels.slice(0, at);
}
/**
* Where the service degrades, or null where it does not within the levels that were measured. Of users also from where more of them bring nothing: the lowest level that reaches
* {@link PLATEAU_SHARE} of the highest throughput, if a level of twice as many brought no more.
*/
function degradationOf(search) {
	const levels = levelsOf(search);
	const flat = search.kind === "stress" ? plateauOf(carriedLevels(levels)) : null;
	if (flat !== null) return flat;
	const at = firstBroken(levels);
	const broken = levels[at];
	if (broken === void 0 || broken.broken === null) return null;
	return {
		level: broken.level,
		carried: levels[at - 1]?.level ?? null,
		reason: broken.broken
	};
}
/** Levels this much above the lowest that reached the highest throughput have shown that more users bring nothing. */
const PLATEAU_LENGTH = 2;
function plateauOf(levels) {
	const highest = highestThroughput(levels);
	const at = levels.findIndex(({ step }) => step.throughput >= PLATEAU_SHARE * highest);
	const [first, last] = [levels[at], levels.at(-1)];
	if (first === void 0 || last === void 0 || last.level < PLATEAU_LENGTH * first.level) return null;
	return {
		level: first.level,
		carried: levels[at - 1]?.level ?? null,
		reason: { kind: "plateau" }
	};
}
/**
* The highest throughput within the objective, in answers a second; null when no level was carried. Where a latency ends it, it lies between the last level that was carried and the
* first that was not, and is interpolated on a logarithmic scale of the latency: it would else be as coarse as the steps.
*/
function capacityOf(search) {
	const levels = levelsOf(search);
	const carried = carriedLevels(levels);
	const last = carried.at(-1);
	if (last === void 0) return null;
	const highest = highestThroughput(carried);
	const next = levels[carried.length];
	if (next?.broken?.kind !== "latency") return highest;
	const { metric, value, bound } = next.broken;
	const before = last.step[metric];
	if (before === null || !(before > 0) || !(value > before)) return highest;
	const share = Math.max(0, Math.min(1, Math.log(bound / before) / Math.log(value / before)));
	return Math.max(highest, last.step.throughput + share * (next.step.throughput - last.step.throughput));
}
/** A service has recovered when its p95 is at most this much above that of the way up… */
const RECOVERED_RATIO = 1.2;
/** …or this many milliseconds, whichever is more: so little is no sign of anything. */
const RECOVERED_MS = 2;
/** And its throughput at least this share of it. */
const RECOVERED_THROUGHPUT = .8;
/** Whether it came back when the load fell; null when that was not tried. */
function recoveryOf(search) {
	const tries = search.steps.filter(({ purpose }) => purpose === "recover");
	const last = tries.at(-1);
	if (last === void 0) return null;
	const before = wayUp(search, last.level);
	if (before === null) return null;
	const at = tries.findIndex((step) => isRecovered(step, before, search));
	const taken = at < 0 ? tries : tries.slice(0, at + 1);
	return {
		level: last.level,
		recovered: at >= 0,
		after: millis(taken.reduce((sum, { elapsed }) => sum + elapsed, 0)),
		before: {
			p95: before.p95,
			throughput: before.throughput
		},
		now: {
			p95: last.p95,
			throughput: last.throughput
		}
	};
}
/** The step of the way up at this level, or the nearest above; else the nearest below. */
function wayUp(search, level) {
	const levels = levelsOf(search);
	return (levels.find((each) => each.level >= level) ?? levels.at(-1))?.step ?? null;
}
function isRecovered(step, before, search) {
	if (breakOf(step, search) !== null && breakOf(before, search) === null) return false;
	const allowed = before.p95 === null ? Infinity : slower(before.p95);
	const wanted = RECOVERED_THROUGHPUT * before.throughput * Math.min(1, step.level / before.level);
	return step.p95 !== null && step.p95 <= allowed && step.throughput >= wanted;
}
const slower = (p95) => Math.max(RECOVERED_RATIO * p95, p95 + RECOVERED_MS);
/**
* How far users, throughput and latency are from Little's law, N = X·(R + Z), as a share of the users; of arrivals there is nothing to check. Those under way when a step ends have
* waited for half of their time on average, which no answer tells. Little, Operations Research 9 (1961).
*/
function littleGap(step, thinkTime) {
	if (step.arrivals !== null || step.mean === null || step.level <= 0) return null;
	const { counts, elapsed, mean } = step;
	const time = (counts.sent - counts.inFlight) * (mean + thinkTime) + counts.inFlight * (mean + thinkTime) / 2;
	return ratio(Math.abs(step.level - time / elapsed) / step.level);
}
// src/stats/summary.ts
/** One scenario's slices as one: counts and histograms are added, percentiles are read from the whole and never averaged. */
/** True when both builds were measured beside each other: what is alone was then only a screening. */
const isBeside = (run) => run.blocks.some(isComparing);
/** True for a block by which builds are compared. */
const isComparing = (block) => block.phase === "main" || block.phase === "confirm";
/** The blocks that a run is judged by: those of both builds where there are any, else the head's alone. */
function decidingBlocks(run) {
	return isBeside(run) ? run.blocks.filter(isComparing) : run.blocks;
}
/** A run never changes, and is summed up again by every room that looks at it. */
const summaries = /* @__PURE__ */ new WeakMap();
/**
* Sums a scenario up, over the deciding blocks or over those of some phases.
* @throws Failure kind `not-measured`, code `scenario-missing`, when they hold no slice of it
*/
function summarise(run, scenario, side, phases = null) {
	const of = summaries.get(run) ?? /* @__PURE__ */ new Map();
	summaries.set(run, of);
	const key = JSON.stringify([
		scenario,
		side,
		phases
	]);
	const summary = of.get(key) ?? sumUp(run, scenario, side, phases);
	of.set(key, summary);
	return summary;
}
function sumUp(run, scenario, side, phases) {
	const slices = (phases === null ? decidingBlocks(run) : run.blocks.filter(({ phase }) => phases.includes(phase))).flatMap((block) => block.slices).filter((slice) => slice.scenario === scenario && slice.side === side);
	if (slices.length === 0) throw missing(scenario, side);
	const counts = addCounts(slices.map((slice) => slice.counts));
	const elapsed = millis(sum(slices.map((slice) => slice.elapsed)));
	const statuses = addStatuses(slices.flatMap((slice) => slice.statuses));
	const answers = sum(statuses.map((status) => status.count));
	const bodyBytes = bytes(sum(slices.map((slice) => slice.bodyBytes)));
	const histogram = createHistogram();
	for (const slice of slices) histogram.add(fromRecord(slice.latency));
	return {
		scenario,
		side,
		slices,
		users: Math.max(...slices.map((slice) => slice.users)),
		elapsed,
		counts,
		histogram,
		latency: histogram.toRecord(micros(Math.max(...slices.map((slice) => slice.latency.resolution)))),
		metrics: slices.some(({ search }) => search !== null) ? capacityAlone(medianCapacity(slices)) : metricsOfLoad({
			counts,
			elapsed,
			cpu: cpuOf(slices),
			statuses,
			bodyBytes
		}, histogram),
		statuses,
		statusShares: sharesByClass(statuses),
		meanBodyBytes: bytes(answers === 0 ? 0 : bodyBytes / answers),
		timeline: joinTimelines(slices)
	};
}
function missing(scenario, side) {
	return new Failure({
		kind: "not-measured",
		code: "scenario-missing",
		message: `The run holds no measurement of the scenario ${JSON.stringify(scenario)} (${side}).`,
		advice: "Measure again with the configuration that is judged: `loadgate run`."
	});
}
/** Counts of several slices as one. */
function addCounts(all) {
	const total = (name) => sum(all.map((counts) => counts[name]));
	return {
		sent: total("sent"),
		ok: total("ok"),
		httpError: total("httpError"),
		connectionError: total("connectionError"),
		timeout: total("timeout"),
		lost: total("lost"),
		inFlight: total("inFlight"),
		refused: total("refused")
	};
}
/** Arrivals of several stretches as one, null without any: counts are added, the lag is the worst of them. */
function addArrivals(stretches) {
	const all = stretches.flatMap(({ arrivals }) => arrivals ?? []);
	if (all.length === 0) return null;
	const total = (name) => sum(all.map((each) => each[name]));
	const lags = all.flatMap(({ lagP99 }) => lagP99 ?? []);
	return {
		planned: total("planned"),
		late: total("late"),
		dropped: total("dropped"),
		waiting: total("waiting"),
		lagP99: lags.length === 0 ? null : millis(Math.max(...lags))
	};
}
/** Answers by status of several slices as one, lowest status first. */
function addStatuses(all) {
	const byStatus = /* @__PURE__ */ new Map();
	for (const { status, count } of all) byStatus.set(status, (byStatus.get(status) ?? 0) + count);
	return [...byStatus].sort(([left], [right]) => left - right).map(([status, count]) => ({
		status,
		count
	}));
}
/** Attempts whose outcome is known, and those of them that failed: the error rate's two numbers. */
function failuresOf(counts) {
	const { httpError, connectionError, timeout, lost, refused, sent, inFlight } = counts;
	return {
		hits: httpError + connectionError + timeout + lost + refused,
		total: sent - inFlight + refused
	};
}
/** Known only where it is known of every slice. */
function cpuOf(slices) {
	const known = slices.flatMap(({ cpu }) => cpu === null ? [] : [cpu]);
	return known.length === slices.length ? nanos(sum(known)) : null;
}
/** The metrics of a slice, whose histogram is this. */
const metricsOf = (slice, histogram) => slice.search === null ? metricsOfLoad(slice, histogram) : capacityAlone(capacityOf(slice.search));
/** Nothing else can be said of a load that was meant to be too much. */
const capacityAlone = (capacity) => ({
	...forEveryMetric(() => null),
	capacity
});
/** Of several boots the middle one; null when any of them carried nothing. */
function medianCapacity(slices) {
	const all = slices.map(({ search }) => search === null ? null : capacityOf(search));
	const known = all.filter((capacity) => capacity !== null);
	return known.length < all.length || known.length === 0 ? null : median(known);
}
function metricsOfLoad({ counts, elapsed, cpu, statuses, bodyBytes }, histogram) {
	const { hits, total } = failuresOf(counts);
	const ended = counts.sent - counts.inFlight;
	const answers = sum(statuses.map(({ count }) => count));
	return {
		p95: latencyAt$1(histogram, METRICS.p95.quantile),
		throughput: elapsed > 0 ? counts.ok / toSeconds(elapsed) : null,
		"error-rate": total > 0 ? ratio(hits / total) : null,
		capacity: null,
		"cpu-per-request": cpu !== null && ended > 0 ? nanosToMillis(nanos(cpu / ended)) : null,
		"answer-size": answers > 0 ? bodyBytes / answers : null,
		p50: latencyAt$1(histogram, METRICS.p50.quantile),
		p99: latencyAt$1(histogram, METRICS.p99.quantile)
	};
}
function latencyAt$1(histogram, quantile) {
	const value = histogram.quantile(quantile);
	return value === null ? null : toMillis(value);
}
/** Shares of the status classes among the given answers, lowest class first. */
function sharesByClass(statuses) {
	const answers = sum(statuses.map((status) => status.count));
	const byClass = /* @__PURE__ */ new Map();
	for (const { status, count } of statuses) {
		const name = statusClass(status);
		byClass.set(name, (byClass.get(name) ?? 0) + count);
	}
	const rows = [...byClass].sort(([left], [right]) => left < right ? -1 : 1);
	return Object.fromEntries(rows.map(([name, count]) => [name, answers === 0 ? 0 : count / answers]));
}
/** `404` -> `4xx`. */
const statusClass = (status) => `${Math.floor(status / 100)}xx`;
/** What is left of a second below this is too short to have a rate, and no row of a timeline. */
const REST_MIN = .1;
/** Seconds that a slice's timeline covers, silent ones at its end included. */
function rowsOf({ timeline, elapsed }) {
	return Math.max((timeline.at(-1)?.second ?? -1) + 1, Math.ceil(toSeconds(elapsed) - REST_MIN));
}
function joinTimelines(slices) {
	let offset = 0;
	return slices.flatMap((slice) => {
		const start = offset;
		offset += rowsOf(slice);
		return slice.timeline.map((second) => ({
			...second,
			second: second.second + start
		}));
	});
}
const sum = (values) => values.reduce((total, value) => total + value, 0);
// src/report/search-results.ts
/** The search of a judged scenario; null when it made none. */
function searchReportOf(run, scenario, withBase) {
	const head = searchOn(run, scenario, "head");
	if (head === null) return null;
	const base = withBase ? searchOn(run, scenario, "base") : null;
	const baseLevels = base === null ? [] : levelsOf(base);
	return {
		kind: head.kind,
		objective: head.objective,
		steps: head.steps.length,
		...totalsOf(head.steps),
		rows: levelsOf(head).map((level) => rowOf(level, baseLevels, head)),
		capacity: capacityOf(head),
		degradation: degradationOf(head)
	};
}
function totalsOf(steps) {
	const { hits, total } = failuresOf(addCounts(steps.map(({ counts }) => counts)));
	return {
		seconds: steps.reduce((sum, step) => sum + step.elapsed, 0) / 1e3,
		attempts: total,
		failed: hits
	};
}
function rowOf({ level, step, broken }, base, { thinkTime }) {
	return {
		level,
		step,
		broken,
		littleGap: littleGap(step, thinkTime),
		base: base.find((each) => each.level === level)?.step ?? null
	};
}
/** All boots' steps as those of one search. */
function searchOn(run, scenario, side) {
	const all = run.blocks.flatMap((block) => block.slices).filter((slice) => slice.scenario === scenario && slice.side === side).flatMap(({ search }) => search ?? []);
	const [first] = all;
	return first === void 0 ? null : {
		...first,
		steps: all.flatMap(({ steps }) => steps)
	};
}
const QUANTILES = [
	.5,
	.75,
	.9,
	.95,
	.99,
	.999,
	1
];
/** Whether users over time are worth a picture: a number of users that never changes, and never rests, is not. */
const hasUsersCurve = ({ executor }) => executor !== null && !isPlain(executor);
/** Whether its users are requests under way. */
const isOpenLoop = ({ executor }) => executor !== null && isOpen(executor);
/** The results of a judged scenario. @throws Failure when the run holds no slice of it */
function resultsOf(run, verdict, plan) {
	const summary = summarise(run, verdict.scenario, "head");
	const [first] = summary.slices;
	if (first === void 0) return null;
	const { hits, total } = failuresOf(summary.counts);
	const before = beforeOf(run, verdict);
	return {
		name: verdict.scenario,
		outcome: verdict.outcome,
		voided: verdict.voids.length > 0,
		users: summary.users,
		executor: plan?.load.executor ?? null,
		search: searchReportOf(run, verdict.scenario, verdict.reference.kind === "base"),
		arrivals: addArrivals(summary.slices),
		seconds: toSeconds(summary.elapsed),
		warmUp: toSeconds(first.warmUp),
		counts: summary.counts,
		failed: hits,
		attempts: total,
		against: againstOf(verdict.reference),
		judgements: verdict.judgements,
		limits: plan?.limits ?? [],
		series: seriesOf(summary),
		quantiles: quantilesOf(summary.histogram, before),
		requests: requestsOf(summary, plan),
		engine: first.engine,
		generator: first.generator,
		host: first.host,
		configHash: Object.hasOwn(run.configHashes, verdict.scenario) ? run.configHashes[verdict.scenario] ?? null : null
	};
}
/** Thins the timeline to at most {@link POINTS_MAX} points of equal width. */
function seriesOf({ timeline, elapsed }) {
	const seconds = Math.max(1, rowsOf({
		timeline,
		elapsed
	}));
	const width = Math.ceil(seconds / 60);
	const points = Array.from({ length: Math.ceil(seconds / width) }, (_, index) => timeline.filter(({ second }) => Math.floor(second / width) === index));
	const mean = (values) => values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
	return {
		seconds,
		width,
		throughput: points.map((part) => mean(part.map(({ throughput }) => throughput))),
		users: points.map((part) => mean(part.map(({ users }) => users))),
		errors: points.map((part) => mean(part.map(({ errors }) => errors))),
		p50: points.map((part) => Math.max(0, ...part.map(({ p50 }) => p50 ?? 0))),
		p95: points.map((part) => Math.max(0, ...part.map(({ p95 }) => p95 ?? 0))),
		silent: points.some((part) => part.every(({ p95 }) => p95 === null))
	};
}
function againstOf(reference) {
	if (reference.kind === "baseline") return {
		kind: "baseline",
		replicates: reference.runs.length
	};
	if (reference.kind === "base") return {
		kind: "base",
		replicates: reference.blocks
	};
	return {
		kind: "nothing",
		replicates: 0
	};
}
/** Latencies of what it was compared with: of each accepted run, or of the base. */
function beforeOf(run, { scenario, reference }) {
	if (reference.kind === "baseline") return reference.runs.map(({ latency }) => latency);
	return reference.kind === "base" ? [summarise(run, scenario, "base").latency] : [];
}
function quantilesOf(histogram, before) {
	const known = before.map((latency) => fromRecord(latency)).filter(({ count }) => count > 0);
	return QUANTILES.map((quantile) => {
		const values = known.flatMap((each) => latencyAt(each, quantile) ?? []);
		return {
			quantile,
			now: latencyAt(histogram, quantile),
			baseline: values.length === 0 ? null : median(values)
		};
	});
}
function latencyAt(histogram, quantile) {
	if (histogram.count === 0 || quantile < 1 && histogram.count * (1 - quantile) < 1) return null;
	const value = quantile === 1 ? histogram.max : histogram.quantile(quantile);
	return value === null ? null : toMillis(value);
}
/** In the plan's order; requests that the plan does not know come last. */
function requestsOf({ slices, elapsed }, plan) {
	const parts = Map.groupBy(slices.flatMap(({ requests }) => requests), ({ name }) => name);
	const known = (plan?.load.requests ?? []).map(({ name }) => name).filter((name) => parts.has(name));
	return [.../* @__PURE__ */ new Set([...known, ...parts.keys()])].map((name) => requestOf(name, parts.get(name) ?? [], toSeconds(elapsed)));
}
function requestOf(name, parts, seconds) {
	const histogram = createHistogram();
	for (const { latency } of parts) histogram.add(fromRecord(latency));
	const total = (count) => parts.reduce((sum, { counts }) => sum + count(counts), 0);
	return {
		name,
		sent: total(({ sent }) => sent),
		throughput: seconds > 0 ? total(({ ok }) => ok) / seconds : 0,
		failed: total((counts) => failuresOf(counts).hits),
		p50: latencyAt(histogram, .5),
		p95: latencyAt(histogram, .95),
		p99: latencyAt(histogram, .99)
	};
}
export { median as C, OBJECTIVE_LATENCIES as S, degradationOf as _, addCounts as a, littleGap as b, isBeside as c, rowsOf as d, sharesByClass as f, carriedLevels as g, capacityOf as h, addArrivals as i, isComparing as l, summarise as m, isOpenLoop as n, addStatuses as o, statusClass as p, resultsOf as r, failuresOf as s, hasUsersCurve as t, metricsOf as u, highestThroughput as v, robustSigma as w, recoveryOf as x, levelsOf as y };
