import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { c as toMillis, n as micros, o as perSecond, r as millis, t as bytes } from "./chunk-units.js";
import { t as createHistogram } from "./chunk-histogram.js";
import { s as usersOf } from "./chunk-shape.js";
import { C as Untrue, D as quoted, T as invalid, a as isBefore, d as locustOld, f as locustSilent, h as workerNotStarted, i as OLDEST_WORKERS, m as workerLost, w as inconsistent } from "./chunk-release.js";
import { createInterface } from "node:readline";
// node_modules/pure-rand/lib/esm/distribution/uniformFloat64.js
const scale26 = 1.4901161193847656e-8;
const scale53 = 11102230246251565e-32;
const mask1 = 67108863;
const mask2 = 134217727;
/**
* Uniformly generate random 64-bit floating point values between 0 (included) and 1 (excluded)
*
* @remarks Generated values are multiples of 2**-53, providing 53 bits of randomness.
*
* @param rng - Instance of RandomGenerator to extract random values from
*
* @public
*/
function uniformFloat64(rng) {
	const value1 = rng.next() & mask1;
	const value2 = rng.next() & mask2;
	return value1 * scale26 + value2 * scale53;
}
// node_modules/pure-rand/lib/esm/generator/xoroshiro128plus.js
const jumps = [
	3639956645,
	3750757012,
	1261568508,
	386426335
];
var XoroShiro128Plus = class XoroShiro128Plus {
	constructor(s01, s00, s11, s10) {
		this.s01 = s01;
		this.s00 = s00;
		this.s11 = s11;
		this.s10 = s10;
	}
	clone() {
		return new XoroShiro128Plus(this.s01, this.s00, this.s11, this.s10);
	}
	next() {
		const out = this.s00 + this.s10 | 0;
		const a0 = this.s10 ^ this.s00;
		const a1 = this.s11 ^ this.s01;
		const s00 = this.s00;
		const s01 = this.s01;
		this.s00 = s00 << 24 ^ s01 >>> 8 ^ a0 ^ a0 << 16;
		this.s01 = s01 << 24 ^ s00 >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
		this.s10 = a1 << 5 ^ a0 >>> 27;
		this.s11 = a0 << 5 ^ a1 >>> 27;
		return out;
	}
	jump() {
		let ns01 = 0;
		let ns00 = 0;
		let ns11 = 0;
		let ns10 = 0;
		let s01 = this.s01;
		let s00 = this.s00;
		let s11 = this.s11;
		let s10 = this.s10;
		for (let i = 0; i !== 4; ++i) {
			const ji = jumps[i];
			for (let mask = 1; mask; mask <<= 1) {
				if (ji & mask) {
					ns01 ^= s01;
					ns00 ^= s00;
					ns11 ^= s11;
					ns10 ^= s10;
				}
				const a0 = s10 ^ s00;
				const a1 = s11 ^ s01;
				const s00_ = s00;
				const s01_ = s01;
				s00 = s00_ << 24 ^ s01_ >>> 8 ^ a0 ^ a0 << 16;
				s01 = s01_ << 24 ^ s00_ >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
				s10 = a1 << 5 ^ a0 >>> 27;
				s11 = a0 << 5 ^ a1 >>> 27;
			}
		}
		this.s01 = ns01;
		this.s00 = ns00;
		this.s11 = ns11;
		this.s10 = ns10;
	}
	getState() {
		return [
			this.s01,
			this.s00,
			this.s11,
			this.s10
		];
	}
};
function xoroshiro128plus(seed) {
	return new XoroShiro128Plus(-1, ~seed, seed | 0, 0);
}
// src/stats/random.ts
/** Seeded random numbers: the same seed gives the same load. */
/** A normally distributed number with mean 0 and deviation 1 (Box and Muller's transform, 1958). */
function normal(random) {
	return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
const MIXING_STEPS = 16;
/** The stream of a seed (any whole number). */
function seededRandom(seed) {
	const generator = xoroshiro128plus(seed);
	const next = () => uniformFloat64(generator);
	for (let step = 0; step < MIXING_STEPS; step += 1) next();
	return {
		next,
		between: (from, to) => from + Math.floor(next() * (to - from + 1))
	};
}
// src/engines/tally.ts
/** Kinds of messages kept apart; further ones are counted together. */
const MESSAGES_MAX = 200;
const MESSAGES_SHOWN = 20;
/** Opens the account of a stretch that begins now. `names` may grow meanwhile. `now` is monotonic milliseconds. */
function openTally(names, usersAt, now) {
	const start = now();
	const { rows, rowOf } = openRows(names);
	const statuses = /* @__PURE__ */ new Map();
	const messages = messageCount();
	const arrivals = countArrivals();
	const underWay = () => rows.reduce((sum, { counts }) => sum + counts.sent - settledOf(counts), 0);
	const seconds = secondBySecond((elapsed) => usersAt?.(elapsed) ?? underWay(), start);
	let bodyBytes = 0;
	let isOpen = true;
	let settledAt = start;
	const fail = (message) => {
		messages.add(message);
		seconds.at(now()).errors += 1;
	};
	const record = (index, latency) => {
		rowOf(index).latency.record(latency);
		seconds.at(now()).latency.record(latency);
	};
	return {
		sent(index) {
			if (isOpen) rowOf(index).counts.sent += 1;
		},
		answered(index, { status, wrong, latency, bodyBytes: size }) {
			if (!isOpen) return;
			settledAt = now();
			rowOf(index).counts[wrong === null ? "ok" : "httpError"] += 1;
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			bodyBytes += size;
			if (wrong !== null) return fail(wrong);
			record(index, latency);
			seconds.at(now()).ok += 1;
		},
		failed(index, way, message, latency) {
			if (!isOpen) return;
			settledAt = now();
			rowOf(index).counts[way] += 1;
			fail(message);
			if (latency !== void 0) record(index, latency);
		},
		...arrivals,
		soFar: () => ({
			ok: rows.reduce((sum, { counts }) => sum + counts.ok, 0),
			errors: rows.reduce((sum, { counts }) => sum + failuresOf(counts), 0),
			...seconds.soFar(now())
		}),
		close(ending = "cut") {
			isOpen = false;
			for (const { counts } of rows) counts.inFlight = counts.sent - settledOf(counts);
			const hasSettled = ending === "settle" && rows.every(({ counts }) => counts.inFlight === 0);
			const elapsed = millis(Math.max((hasSettled ? settledAt : now()) - start, .001));
			return {
				elapsed,
				counts: addCounts(rows.map(({ counts }) => counts)),
				arrivals: usersAt === null ? arrivals.close() : null,
				latency: seconds.total,
				requests: rows.map(requestOf$1),
				statuses: statusesOf(statuses),
				errors: messages.mostFrequent(),
				bodyBytes: bytes(bodyBytes),
				timeline: seconds.close(start + elapsed)
			};
		}
	};
}
/** A row for each name; further ones when they are asked for. */
function openRows(names) {
	const rowCalled = (name) => ({
		name,
		counts: emptyCounts(),
		latency: createHistogram()
	});
	const rows = names.map(rowCalled);
	const rowOf = (index) => {
		while (rows.length <= Math.min(index, names.length - 1)) rows.push(rowCalled(names[rows.length] ?? ""));
		const row = rows[index];
		if (row === void 0) throw new RangeError(`no request ${index}`);
		return row;
	};
	return {
		rows,
		rowOf
	};
}
/** An arrival sent later than this was late: milliseconds. */
const LATE_MS = 1;
/** Counts what becomes of an open loop's arrivals. */
function countArrivals() {
	const lags = createHistogram();
	const counts = {
		planned: 0,
		late: 0,
		dropped: 0,
		waiting: 0
	};
	return {
		arrived() {
			counts.planned += 1;
		},
		lag(after) {
			lags.record(latencyOf(Math.max(0, after)));
			if (after > LATE_MS) counts.late += 1;
		},
		dropped() {
			counts.dropped += 1;
		},
		stillWaiting(count) {
			counts.waiting = count;
		},
		close: () => ({
			...counts,
			lagP99: inMillis(lags.quantile(.99))
		})
	};
}
function requestOf$1(row) {
	return {
		name: row.name,
		counts: { ...row.counts },
		latency: row.latency.toRecord()
	};
}
function statusesOf(counts) {
	return [...counts].map(([status, count]) => ({
		status,
		count
	})).sort((a, b) => a.status - b.status);
}
/** Counts messages, of which a service can invent as many as it likes. */
function messageCount() {
	const counts = /* @__PURE__ */ new Map();
	return {
		add(message) {
			const known = counts.has(message) || counts.size < MESSAGES_MAX ? message : "other errors";
			counts.set(known, (counts.get(known) ?? 0) + 1);
		},
		mostFrequent: () => [...counts].map(([message, count]) => ({
			message,
			count
		})).sort((a, b) => b.count - a.count).slice(0, MESSAGES_SHOWN)
	};
}
function emptyCounts() {
	return {
		sent: 0,
		ok: 0,
		httpError: 0,
		connectionError: 0,
		timeout: 0,
		lost: 0,
		inFlight: 0,
		refused: 0
	};
}
function addCounts(all) {
	const total = emptyCounts();
	for (const counts of all) for (const key of Object.keys(total)) total[key] += counts[key];
	return total;
}
const settledOf = (counts) => counts.ok + counts.httpError + counts.connectionError + counts.timeout + counts.lost;
const failuresOf = (counts) => counts.httpError + counts.connectionError + counts.timeout + counts.lost + counts.refused;
const inMillis = (value) => value === null ? null : toMillis(value);
/** The second under way; one histogram serves all seconds, so that memory does not grow with the duration, and each is added to the total at its end. */
function secondBySecond(usersAt, start) {
	const total = createHistogram();
	const done = [];
	const current = {
		second: 0,
		ok: 0,
		errors: 0,
		latency: createHistogram()
	};
	const finish = (length) => {
		done.push({
			second: current.second,
			throughput: perSecond(current.ok / length),
			p50: inMillis(current.latency.quantile(.5)),
			p95: inMillis(current.latency.quantile(.95)),
			errors: perSecond(current.errors / length),
			users: Math.round(usersAt(1e3 * (current.second + length / 2)))
		});
		current.second += 1;
		current.ok = 0;
		current.errors = 0;
		total.add(current.latency);
		current.latency.reset();
	};
	const at = (time) => {
		while (time - start >= (current.second + 1) * 1e3) finish(1);
		return current;
	};
	return {
		at,
		/** Complete when closed. */
		total,
		/** The p95 to the last whole second, in the first one of that; and the last whole second. */
		soFar(time) {
			const { latency } = at(time);
			return {
				p95: inMillis((total.count > 0 ? total : latency).quantile(.95)),
				second: done.at(-1) ?? null
			};
		},
		/** A last second shorter than a tenth says nothing about a rate and is left out. */
		close(end) {
			at(end);
			const rest = (end - start) / 1e3 - current.second;
			if (rest >= .1) finish(rest);
			else total.add(current.latency);
			return done;
		}
	};
}
/** Milliseconds as a clock gave them, in whole-microsecond terms. */
const latencyOf = (milliseconds) => micros(milliseconds * 1e3);
// src/imported/numbers.ts
/** Numbers out of untrusted text and JSON: finite, not negative, or refused with their place. */
/** A number as tools write them: digits, a point, an exponent. No hexadecimal, no spaces within, no words. */
const NUMBER = /^[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?$/;
/** No time since 1970 in nanoseconds and nothing else that is told is larger. */
const LARGEST = 0x8ac7230489e80000;
/** A number from 0. @throws Failure for what is none: text, NaN, Infinity, negative, beyond all reason */
function amount(value, what, place) {
	const number = typeof value === "number" ? value : typeof value === "string" && NUMBER.test(value.trim()) ? Number(value) : NaN;
	if (number >= 0 && number <= LARGEST) return number + 0;
	throw invalid(place, `${what} is no number from 0: ${quoted(value)}`);
}
/** A whole number from 0 that is exact. @throws Failure for what is none */
function count(value, what, place) {
	const number = amount(value, what, place);
	if (Number.isSafeInteger(number)) return number;
	throw invalid(place, `${what} is no whole number: ${quoted(value)}`);
}
/** A number above 0. @throws Failure for what is none */
function positive(value, what, place) {
	const number = amount(value, what, place);
	if (number > 0) return number;
	throw invalid(place, `${what} is 0`);
}
/** A JSON object's members. @throws Failure for anything else */
function members(value, what, place) {
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
	throw invalid(place, `${what} is missing or no object`);
}
/** An own member that is text, else nothing: `''`. */
function textOf(object, name) {
	const value = own(object, name);
	return typeof value === "string" ? value : "";
}
/** An own member, or undefined: no name may find something of the prototype's. */
const own = (object, name) => Object.hasOwn(object, name) ? object[name] : void 0;
/**
* Holds a count against the rate that is told beside it: no more may lie between than rounding explains, so that a part of the output that is missing shows.
* @throws Failure code `import-inconsistent`
*/
function agree({ count: counted, rate, rateStep, seconds, secondsStep }, place) {
	const expected = rate * seconds;
	const rounding = (rateStep * seconds + secondsStep * rate + rateStep * secondsStep) / 2;
	if (Math.abs(counted - expected) <= rounding + .5 + 1e-9 * expected) return;
	throw inconsistent(place, `${counted} requests are not ${rate} a second for ${Number(seconds.toPrecision(6))} s`);
}
// src/imported/k6-thresholds.ts
/** As many as anybody reads. */
const THRESHOLDS_MAX$1 = 200;
const TEXT_MAX = 300;
/** Those of all metrics of a summary, in its order. What is none is passed over: nothing rests on them. */
const thresholdsIn = (metrics) => Object.entries(metrics).flatMap(([name, metric]) => isObject(metric) ? thresholdsOf(name, metric) : []).slice(0, THRESHOLDS_MAX$1);
/** A threshold that the script has, and of which nothing else is known. */
const declaredThreshold = (metric, expression) => ({
	metric: metric.slice(0, TEXT_MAX),
	expression: expression.slice(0, TEXT_MAX),
	value: null,
	unit: unitOf(metric),
	crossed: null
});
function thresholdsOf(name, metric) {
	const thresholds = own(metric, "thresholds");
	if (!isObject(thresholds)) return [];
	const inner = own(metric, "values");
	const values = isObject(inner) ? inner : metric;
	const unit = own(metric, "contains") === "time" ? "ms" : unitOf(name);
	return Object.entries(thresholds).map(([expression, told]) => ({
		...declaredThreshold(name, expression),
		value: valueOf(expression, values),
		unit,
		crossed: crossedIn(told)
	}));
}
/**
* `handleSummary` has `{ ok }`. `--summary-export` has a boolean that is true for a threshold that was CROSSED: https://github.com/grafana/k6/issues/1498
*/
function crossedIn(told) {
	if (typeof told === "boolean") return told;
	const ok = isObject(told) ? own(told, "ok") : void 0;
	return typeof ok === "boolean" ? !ok : null;
}
/** What an expression is about: `p(95)` of `p(95)<200`. https://grafana.com/docs/k6/latest/using-k6/thresholds/ */
const AGGREGATE = /^\s*(p\(\s*\d{1,3}(?:\.\d{1,6})?\s*\)|avg|min|max|med|count|rate|value)\s*[<>=!]/;
/** A summary has the quantiles that the script asked for (`summaryTrendStats`), and not those of its thresholds. */
function valueOf(expression, values) {
	const aggregate = AGGREGATE.exec(expression)?.[1];
	if (aggregate === void 0) return null;
	const [told] = (NAMES[aggregate] ?? [aggregate]).flatMap((name) => {
		const value = own(values, name);
		return typeof value === "number" && Number.isFinite(value) ? [value] : [];
	});
	return told ?? quantileIn(aggregate, values);
}
/** Under which names an aggregate is told: a rate of `--summary-export` is its `value`. */
const NAMES = {
	rate: ["rate", "value"],
	med: ["med", "p(50)"],
	"p(50)": ["p(50)", "med"]
};
/** `p(99.0)` is `p(99)`. */
function quantileIn(aggregate, values) {
	const wanted = quantile(aggregate);
	const name = wanted === null ? void 0 : Object.keys(values).find((key) => quantile(key) === wanted);
	const value = name === void 0 ? void 0 : values[name];
	return typeof value === "number" && Number.isFinite(value) ? value : null;
}
function quantile(text) {
	const digits = /^p\(\s*([\d.]{1,10})\s*\)$/.exec(text)?.[1];
	return digits === void 0 ? null : Number(digits);
}
/** Times of k6's own, whatever tags the threshold is on: `--summary-export` does not say what a metric contains. */
const TIMES = /^(?:http_req_(?:duration|blocked|connecting|tls_handshaking|sending|waiting|receiving)|iteration_duration|group_duration|grpc_req_duration|ws_(?:connecting|session_duration|ping))(?:\{|$)/;
const unitOf = (metric) => TIMES.test(metric) ? "ms" : null;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// src/engines/programs/account.ts
/** The measured time of a program that sends, cut out of all that it tells: an account like that of every engine. */
/** What became of a request, as programs tell it. */
const WAYS$1 = [
	"ok",
	"http",
	"refused",
	"timeout",
	"lost",
	"broken"
];
/** The measured time: after the warm-up, which begins when all users are there. */
function windowOf(all, { load, leadIn = millis(0) }) {
	const begin = micros(all + 1e3 * (load.warmUp + leadIn));
	return {
		begin,
		end: micros(begin + 1e3 * load.executor.duration)
	};
}
/** Names that get a row of their own; the rest is counted together. */
const NAMES_MAX = 200;
const OTHER = "other requests";
/** Opens the account; `usersAt` tells how many users there were at a moment of the program's clock. */
function openAccount(window, usersAt) {
	let now = window.begin / 1e3;
	const names = [];
	const known = /* @__PURE__ */ new Map();
	const tally = openTally(names, (elapsed) => usersAt(micros(window.begin + 1e3 * elapsed)), () => now);
	const indexOf = (name) => {
		const index = known.get(name);
		if (index !== void 0) return index;
		if (known.size >= NAMES_MAX && name !== OTHER) return indexOf(OTHER);
		known.set(name, names.length);
		names.push(name);
		return names.length - 1;
	};
	return {
		window,
		take(requests) {
			for (const request of requests) {
				if (request.end < window.begin) continue;
				const index = indexOf(request.name);
				if (request.end < window.end) {
					now = request.end / 1e3;
					settle(tally, index, request);
				} else if (request.end - request.latency < window.end && request.way !== "refused") tally.sent(index);
			}
		},
		soFar: () => tally.soFar(),
		close(stopped = window.end) {
			now = Math.max(now, Math.min(stopped, window.end) / 1e3);
			return tally.close();
		}
	};
}
/** Ways without an answer, as every engine calls them. */
const FAILURE_WAYS = {
	refused: "refused",
	timeout: "timeout",
	lost: "lost",
	broken: "connectionError"
};
function settle(tally, index, { way, status, latency, bytes: size, error }) {
	if (way !== "refused") tally.sent(index);
	if (way === "ok" || way === "http") tally.answered(index, {
		status: status ?? 0,
		wrong: error,
		latency: micros(latency),
		bodyBytes: size
	});
	else {
		const waited = way === "timeout" ? micros(latency) : void 0;
		tally.failed(index, FAILURE_WAYS[way], error ?? way, waited);
	}
}
// src/engines/k6/course.ts
/** What the points of k6 come to: an account of the measured time, and what only k6 knows. */
/** k6 with all its users, and `setup()`, on a busy machine. */
const START_MS$1 = 12e4;
/** Requests under way, `teardown()` and the summary. */
const END_MS$1 = 9e4;
/** Both. */
const K6_AROUND = millis(21e4);
/** The clock of k6's points is this machine's; so much may lie between two looks at it. */
const AHEAD_MS = 2e3;
/** Some hours of users by the second. */
const USERS_MAX = 1e5;
const THRESHOLDS_MAX = 200;
/** Opens it. `now` is milliseconds since 1970. */
function openCourse(job, now) {
	const began = now();
	const base = new URL(job.url).origin;
	let account = null;
	let last = micros(0);
	const seen = {
		points: 0,
		requests: 0,
		durations: 0
	};
	const inTime = {
		iterations: 0,
		dropped: 0,
		passed: 0,
		failed: 0
	};
	const users = [];
	const declared = [];
	const usersAt = (at) => (users.findLast((each) => 1e3 * each.at <= at) ?? users[0])?.count ?? 0;
	const isMeasured = (at) => account !== null && 1e3 * at >= account.window.begin && 1e3 * at < account.window.end;
	const request = (ended) => {
		const end = micros(1e3 * (ended.startedAt + ended.latency));
		if (end > 1e3 * (now() + AHEAD_MS) || end < 1e3 * (began - AHEAD_MS)) throw new Untrue(phrase("k6-other-time"));
		account ??= openAccount(windowOf(micros(1e3 * ended.startedAt), job), usersAt);
		last = micros(Math.max(last, end));
		account.take([{
			...requestOf(ended, end),
			name: nameOf(ended.name, base)
		}]);
	};
	return {
		take(point) {
			seen.points += 1;
			if (point.kind === "sent") seen.requests += point.count;
			else if (point.kind === "users") {
				if (users.length < USERS_MAX) users.push(point);
			} else if (point.kind === "request") {
				seen.durations += 1;
				if (!point.around) request(point.request);
			} else if (point.kind === "check") {
				if (isMeasured(point.at)) inTime[point.passed ? "passed" : "failed"] += 1;
			} else if (point.kind === "iterations" || point.kind === "dropped") {
				if (isMeasured(point.at)) inTime[point.kind] += point.count;
			} else if (point.kind === "metric") {
				const { metric } = point;
				const more = point.thresholds.map((expression) => declaredThreshold(metric, expression));
				if (declared.length < THRESHOLDS_MAX) declared.push(...more);
			}
		},
		account: () => account,
		last: () => last,
		points: () => seen.points,
		check(summary) {
			if (seen.requests !== seen.durations) throw new Untrue(phrase("k6-durations", {
				requests: seen.requests,
				durations: seen.durations
			}));
			if (summary !== null && summary !== seen.requests) throw new Untrue(phrase("k6-summary", {
				summary,
				written: seen.requests
			}));
		},
		close(until) {
			if (account === null) throw new RangeError("nothing was sent");
			return account.close(until);
		},
		use: (told) => ({
			thresholds: told ?? declared,
			checks: {
				passed: inTime.passed,
				failed: inTime.failed
			},
			iterations: inTime.iterations,
			dropped: inTime.dropped
		})
	};
}
/** Without the service's own address, whose port is another one at each start. */
function nameOf(name, base) {
	const [method = "", ...rest] = name.split(" ");
	const of = rest.join(" ");
	return `${method} ${of.startsWith(`${base}/`) ? of.slice(base.length) : of === base ? "/" : of}`.trim();
}
/** Ways as they are called in the account. */
const WAYS = {
	ok: "ok",
	httpError: "http",
	connectionError: "broken",
	timeout: "timeout",
	refused: "refused",
	inFlight: "broken"
};
function requestOf({ name, latency, place, status, message }, end) {
	const error = place === "ok" ? null : message ?? `HTTP ${status}`;
	return {
		name,
		end,
		latency: 1e3 * latency,
		status,
		bytes: 0,
		way: WAYS[place],
		error
	};
}
// src/engines/locust/course.ts
/** How far a run of Locust is, and what has to happen next: its account is fed, its end asked for, and one that stands still given up. */
/** Python, its packages and the user's own, on a busy machine. */
const START_MS = 6e4;
/** Nothing at all for so long: not even a process that computes does that. */
const SILENCE_MS = 3e4;
/** From the end of the last task to the end of the processes. */
const END_MS = 2e4;
/** One that does not begin to stop is asked again. */
const ASK_EVERY_MS = 5e3;
/** One that begins now. */
const newCourse = () => ({
	began: performance.now(),
	account: null,
	started: null,
	stopped: null,
	heard: performance.now(),
	interrupted: null,
	asked: 0,
	opened: false,
	over: false,
	tasks: /* @__PURE__ */ new Map()
});
/** How long it may take until all users are there. */
const startOf = ({ spawnRate, workers }, users) => millis(START_MS + (workers?.joinWithin ?? 0) + 1e3 * users / spawnRate);
/** Kinds of exceptions kept apart: code can invent as many as it likes. */
const TASKS_MAX = 200;
/** Counts an exception of a task. */
function countTask({ tasks }, message) {
	const known = tasks.has(message) || tasks.size < TASKS_MAX ? message : "other exceptions";
	tasks.set(known, (tasks.get(known) ?? 0) + 1);
}
/** All processes of this machine that send, this one among them. */
const pidsOf = ({ processes, starters }) => [
	process.pid,
	...processes.seen().flatMap(({ pid, relay }) => relay === null ? [pid] : []),
	...starters?.pids() ?? []
];
/** The last lines of all that was started. */
const linesOf = ({ child, starters }) => [...starters?.lines() ?? [], ...child.lines()];
/** Takes the next step. @throws Failure, Untrue */
function advance(running, now) {
	const { job, plan, desk, processes, course } = running;
	const { account } = course;
	watchWorkers(running, now);
	const until = processes.toldUntil() ?? 0;
	const ready = processes.next();
	if (account === null) {
		if (now - course.began > startOf(plan, usersOf(job.load.executor))) silent(running, phrase("locust-no-users"));
		return;
	}
	course.started ??= now;
	if (!course.opened && until >= account.window.begin) {
		course.opened = true;
		if (job.waits) desk.mayBegin(pidsOf(running));
	}
	account.take(ready);
	if (now - course.heard > SILENCE_MS) silent(running, phrase("locust-says-nothing", { seconds: SILENCE_MS / 1e3 }));
	if (course.interrupted === null) {
		if (until >= account.window.end) finish(running, now);
	} else if (now - course.interrupted > job.load.timeout + END_MS) silent(running, phrase("locust-goes-on"));
	else if (course.stopped === null && now - course.asked > ASK_EVERY_MS) askToStop(running, now);
}
/** A load that has lost too many of its workers is no longer the one that was asked for: what is left of its time would be wasted. */
function watchWorkers(running, now) {
	const { plan, desk, processes, course, workers, starters } = running;
	if (workers === null || plan.workers === null) return;
	const release = processes.seen()[0]?.locust ?? null;
	if (isBefore(release, "2.27.0")) throw locustOld({
		what: "locust-old-workers",
		release,
		oldest: OLDEST_WORKERS
	}, linesOf(running));
	const [failed] = starters?.failed() ?? [];
	if (course.account === null && failed !== void 0 && processes.joined().length < plan.workers.count) throw workerNotStarted(failed, linesOf(running));
	const unsteady = workers.look(now, course.started);
	for (const each of unsteady) desk.notice({
		...each,
		kind: "worker",
		void: workers.isVoid()
	});
	if (!workers.isVoid() || course.interrupted !== null) return;
	if (!course.opened) throw workerLost(unsteady.map(({ worker }) => worker), linesOf(running));
	finish(running, now);
}
function finish(running, now) {
	running.course.over = true;
	running.course.interrupted = now;
	askToStop(running, now);
}
/** A master that listens to workers loses INT more often than not, and takes some as errors; it is told by TERM at once. */
function askToStop({ course, child, workers }, now) {
	child.interrupt(course.asked > 0 || workers !== null);
	course.asked = now;
}
function silent(running, what) {
	throw locustSilent(what, linesOf(running));
}
// src/domain/workers.ts
/** Those that did not do the whole of their work: lost, or late. */
const unsteady = ({ workers }) => workers.filter(({ late, lostAt }) => late || lostAt !== null);
/** The name for people: `load-1 (10.0.0.3)`. */
const workerName = ({ host, address }) => address === "" ? host : `${host} (${address})`;
// src/engines/lines.ts
/** JSON values as lines on a stream: how the gate and the generator process talk. */
/** Writes one value; resolves when it has left this process's buffers. */
function writeLine(stream, value) {
	return new Promise((resolve, reject) => {
		stream.write(`${JSON.stringify(value)}\n`, (error) => error ? reject(error) : resolve());
	});
}
/** Calls back for each whole line, parsed; lines that are no JSON are given as null. */
function readLines(stream, take) {
	createInterface({
		input: stream,
		crlfDelay: Number.POSITIVE_INFINITY
	}).on("line", (line) => take(parse(line)));
}
/** Characters of a line: a result of the longest run with the most requests has fewer. */
const LINE_MAX = 67108864;
/**
* Calls back for each whole line, as it is, and for what stands after the last line's end when the stream ends. `refuse`: a line has more than `most`
* characters; nothing after that is taken.
*/
function readWholeLines(stream, take, refuse, most = LINE_MAX) {
	let pieces = [];
	let length = 0;
	let isRefused = false;
	const add = (piece) => {
		pieces.push(piece);
		length += piece.length;
		if (length <= most) return;
		isRefused = true;
		pieces = [];
		refuse(`a line of it has more than ${most} characters`);
	};
	const end = () => {
		const line = pieces.join("");
		pieces = [];
		length = 0;
		if (line !== "") take(line);
	};
	stream.setEncoding("utf8");
	stream.on("data", (chunk) => {
		for (const [at, piece] of chunk.split("\n").entries()) {
			if (isRefused) return;
			if (at > 0) end();
			add(piece);
		}
	});
	stream.on("end", () => {
		if (!isRefused) end();
	});
}
function parse(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
// src/engines/load-job.ts
/** What the generator waits for, as a line like a job. */
const BEGIN = "begin";
export { openTally as A, amount as C, positive as D, own as E, seededRandom as M, textOf as O, agree as S, members as T, WAYS$1 as _, unsteady as a, declaredThreshold as b, countTask as c, pidsOf as d, startOf as f, openCourse as g, START_MS$1 as h, writeLine as i, normal as j, latencyOf as k, linesOf as l, K6_AROUND as m, readLines as n, workerName as o, END_MS$1 as p, readWholeLines as r, advance as s, BEGIN as t, newCourse as u, openAccount as v, count as w, thresholdsIn as x, windowOf as y };
