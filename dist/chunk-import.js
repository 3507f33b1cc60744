import.meta.dirname;
import.meta.filename;
import { n as readPlan, t as explain, ut as readKnown } from "./chunk-gate.js";
import { n as Failure } from "./chunk-failure.js";
import { n as LACKS, t as IMPORT_FORMATS } from "./chunk-imported.js";
import { n as micros, r as millis, t as bytes } from "./chunk-units.js";
import { t as VERSION } from "./chunk-version.js";
import { n as fromRecord, t as createHistogram } from "./chunk-histogram.js";
import { a as createTally, c as rowsOf, d as countsOf, f as frequent, i as readVegeta, l as quantileOf, m as placeOf, n as summaryOf, o as sorted, p as note, r as k6PointOf, s as columnsOf, u as toldLatency } from "./chunk-k6-structured.js";
import { C as amount, D as positive, E as own, O as textOf, S as agree, T as members, b as declaredThreshold, w as count, x as thresholdsIn } from "./chunk-load-job.js";
import { E as otherForm, O as tooLarge, T as invalid, k as truncated, w as inconsistent } from "./chunk-release.js";
import { a as notThis, i as linesOf, o as wholeJson, r as headOf, s as wholeLines } from "./chunk-text.js";
import { a as writeAtomically } from "./chunk-files.js";
import { s as resolveHead } from "./chunk-git.js";
import { g as stableHash } from "./chunk-entry.js";
import { a as maskTree, c as secretsOfPlan } from "./chunk-mask2.js";
import { n as forgetFiles } from "./chunk-files2.js";
import { t as deliver } from "./chunk-deliver.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { basename, resolve } from "node:path";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
// src/imported/compose.ts
/** Imported results as a run: a slice each, and nothing that nobody told. */
/**
* A run of one block. What makes its numbers comparable is the format, the tool and the scenario: what was sent, from where and how fast, nobody told.
*/
function composeRun(results, { suite, head, hash }) {
	const slices = results.map(sliceOf);
	const starts = slices.map(({ startedAt }) => startedAt).toSorted();
	return {
		schema: 6,
		loadgate: VERSION,
		suite,
		startedAt: starts[0] ?? "",
		seed: 0,
		machine: null,
		target: null,
		builds: [head],
		configHashes: Object.fromEntries(results.map(({ scenario, format, foreign }) => [scenario, hash({
			imported: format,
			tool: foreign.tool,
			scenario
		})])),
		cores: null,
		baseFailure: null,
		blocks: [{
			phase: "alone",
			load: millis(slices.reduce((sum, { elapsed }) => sum + elapsed, 0)),
			boots: [],
			slices
		}]
	};
}
function sliceOf({ scenario, format, foreign, writtenAt }) {
	const { tool, version, startedAt, elapsed, users, counts, latency, told, requests } = foreign;
	return {
		scenario,
		side: "head",
		startedAt: new Date(startedAt ?? writtenAt).toISOString(),
		elapsed,
		warmUp: millis(0),
		users,
		cpu: null,
		turns: [],
		search: null,
		engine: {
			name: tool,
			version,
			why: "imported"
		},
		counts,
		arrivals: null,
		latency,
		requests,
		statuses: foreign.statuses,
		errors: foreign.errors,
		bodyBytes: foreign.bodyBytes,
		timeline: [],
		memory: null,
		generator: null,
		host: null,
		resources: null,
		imported: {
			format,
			lacks: lacksOf(foreign),
			told,
			...foreign.thresholds?.length ? { thresholds: foreign.thresholds } : {}
		}
	};
}
/** Formats that say what was still under way at the end. */
const TELL_OPEN = [
	"autocannon",
	"artillery",
	"oha"
];
/** What the format lacks, and what this output did not have. In the order of a report. */
function lacksOf(foreign) {
	const missing = {
		distribution: foreign.told !== null,
		"in-flight": !TELL_OPEN.includes(foreign.tool),
		statuses: foreign.statuses.length === 0,
		users: foreign.users === null,
		"body-bytes": foreign.bodyBytes === null,
		timeline: true,
		start: foreign.startedAt === null,
		version: foreign.version === ""
	};
	return LACKS.filter((lack) => missing[lack] === true || foreign.lacks.includes(lack));
}
// src/imported/ab.ts
/** The text of ApacheBench (`ab`): counts, and its table of percentages in whole milliseconds. */
/** The time has three decimals, the rate two. */
const STEPS = {
	secondsStep: .001,
	rateStep: .01
};
/** Reads what `ab` printed. */
const readAb = async (file, limits) => {
	const text = await wholeLines(file, limits);
	const place = {
		file: file.name,
		line: null
	};
	const value = (name) => {
		const found = valueOf(text, name);
		if (found === null) throw truncated(place, `the line "${name}" is missing`);
		return found;
	};
	const complete = count(value("Complete requests"), "the number of requests", place);
	const seconds = positive(value("Time taken for tests"), "the time", place);
	const rate = amount(value("Requests per second"), "the rate", place);
	agree({
		count: complete,
		rate,
		seconds,
		...STEPS
	}, place);
	if (!/^ *100% +\d+ \(longest request\)\s*$/m.test(text)) throw truncated(place, "the line of 100 %, which is the last, is missing");
	return {
		tool: "ab",
		version: /^This is ApacheBench, Version ([\d.]{1,20})/m.exec(text)?.[1] ?? "",
		startedAt: null,
		elapsed: millis(1e3 * seconds),
		users: count(value("Concurrency Level"), "the concurrency level", place),
		counts: countsIn$3(text, complete, place),
		latency: createHistogram().toRecord(micros(1e3)),
		told: toldLatency(complete, quantilesIn$5(text, place), place),
		requests: [],
		statuses: [],
		errors: [],
		bodyBytes: bytes(count(value("HTML transferred"), "the bytes", place)),
		lacks: [
			"whole-milliseconds",
			"failed-latencies",
			"timeout-latencies",
			"expectations",
			"error-kinds"
		]
	};
};
const valueOf = (text, name) => new RegExp(String.raw`^${name}: +(\S+)(?: .*)?$`, "m").exec(text)?.[1] ?? null;
/**
* `Failed requests` are told apart in brackets. Those of length are answers with another body than the first one, which ab calls failed, and so do we:
* `ab -l` is for services whose bodies differ. Of answers that are not 2xx nobody knows whether they are among those of another length.
*/
function countsIn$3(text, complete, place) {
	const failed = count(valueOf(text, "Failed requests"), "the number of failed requests", place);
	const kinds = /^ +\(Connect: (\d+), Receive: (\d+), Length: (\d+), Exceptions: (\d+)\)$/m.exec(text);
	if (failed > 0 && kinds === null) throw invalid(place, "the failed requests are not told apart");
	const [refused = 0, received = 0, length = 0, exceptions = 0] = (kinds?.slice(1) ?? []).map(Number);
	if (refused + received + length + exceptions !== failed) throw inconsistent(place, "the kinds of failed requests do not add up");
	const other = count(valueOf(text, "Non-2xx responses") ?? 0, "the number of answers that are not 2xx", place);
	const connectionError = count(received + exceptions, "the number of broken connections", place);
	if (length > 0 && other > 0) throw countedTwice(place);
	const httpError = length + other;
	if (connectionError + httpError > complete) throw inconsistent(place, "more requests failed than there were");
	return countsOf({
		ok: complete - connectionError - httpError,
		httpError,
		connectionError,
		refused
	});
}
const countedTwice = (place) => otherForm(place, "counts some failures twice: answers of another length, and answers that are not 2xx", "Run ab with -l, which does not count answers by their length.");
const quantilesIn$5 = (text, place) => [...text.matchAll(/^ +(\d+%) +(\d+)(?: \(longest request\))?$/gm)].flatMap(([, name = "", value]) => {
	const quantile = quantileOf(name);
	return quantile === null ? [] : [[quantile, amount(value, `the latency of ${name}`, place)]];
});
// src/imported/artillery.ts
/** The JSON report of Artillery 2: counters by name, and a summary of the response times. */
const FAILED_FROM$2 = 400;
/** Reads what `artillery run --output FILE` wrote. */
const readArtillery = async (file, limits) => {
	const place = {
		file: file.name,
		line: null
	};
	const whole = members(await wholeJson(file, limits), "the whole", place);
	const aggregate = members(own(whole, "aggregate"), "aggregate", place);
	if (own(aggregate, "counters") === void 0 || own(aggregate, "latency") !== void 0) throw notThis(file, "is a report of Artillery 1, which is not read", "Use Artillery 2.");
	const counters = members(own(aggregate, "counters"), "aggregate.counters", place);
	const begin = count(own(aggregate, "firstMetricAt"), "aggregate.firstMetricAt", place);
	const end = count(own(aggregate, "lastMetricAt"), "aggregate.lastMetricAt", place);
	if (end <= begin) throw inconsistent(place, "it ends before it begins");
	const summaries = members(own(aggregate, "summaries"), "aggregate.summaries", place);
	const { counts, statuses, errors } = countedIn(counters, place);
	return {
		tool: "artillery",
		version: "",
		startedAt: begin,
		elapsed: millis(end - begin),
		users: null,
		counts,
		latency: createHistogram().toRecord(micros(100)),
		told: quantilesIn$4(summaries, counts.ok + counts.httpError, place),
		requests: [],
		statuses,
		errors,
		bodyBytes: null,
		lacks: [
			"sketched",
			"failed-latencies",
			"timeout-latencies",
			"expectations",
			"error-kinds"
		]
	};
};
/** An answer from which something could not be captured, or that did not match, is an answer and an error: a failed one. */
function countedIn(counters, place) {
	const statuses = /* @__PURE__ */ new Map();
	const errors = /* @__PURE__ */ new Map();
	const parts = {
		ok: 0,
		httpError: 0,
		connectionError: 0,
		timeout: 0,
		refused: 0,
		inFlight: 0
	};
	let unmatched = 0;
	for (const [name, value] of Object.entries(counters)) {
		const status = /^http\.codes\.([1-9]\d\d)$/.exec(name)?.[1];
		const error = /^errors\.(.*)$/s.exec(name)?.[1];
		if (status === void 0 && error === void 0) continue;
		const times = count(value, name, place);
		if (status !== void 0) {
			statuses.set(Number(status), times);
			parts[Number(status) < FAILED_FROM$2 ? "ok" : "httpError"] += times;
		} else if (error !== void 0) {
			note(errors, error, times);
			if (/^Failed capture/i.test(error)) unmatched += times;
			else parts[placeOf(error)] += times;
		}
	}
	const failed = Math.min(unmatched, parts.ok);
	parts.ok -= failed;
	parts.httpError += failed;
	const answers = parts.ok + parts.httpError;
	const responses = count(own(counters, "http.responses") ?? 0, "http.responses", place);
	if (answers !== responses) throw inconsistent(place, `${responses} responses have ${answers} statuses`);
	const open = count(own(counters, "http.requests"), "http.requests", place) - answers - parts.connectionError - parts.timeout - parts.refused;
	if (open < 0) throw inconsistent(place, "there are more answers and errors than requests");
	return {
		counts: countsOf({
			...parts,
			inFlight: open
		}),
		statuses: sorted(statuses),
		errors: frequent(errors)
	};
}
function quantilesIn$4(summaries, answers, place) {
	const told = own(summaries, "http.response_time");
	if (told === void 0 && answers === 0) return toldLatency(0, [], place);
	const summary = members(told, "the summary http.response_time", place);
	const backed = count(own(summary, "count"), "http.response_time.count", place);
	if (backed !== answers) throw inconsistent(place, `${answers} answers have ${backed} response times`);
	const rows = Object.entries(summary).flatMap(([name, value]) => {
		const quantile = name === "max" ? 1 : name === "p999" ? .999 : /^p\d/.test(name) ? quantileOf(name) : null;
		return quantile === null ? [] : [[quantile, amount(value, `http.response_time.${name}`, place)]];
	});
	return toldLatency(answers, rows, place);
}
// src/imported/autocannon.ts
/** Reads what `autocannon --json` printed. */
const readAutocannon = async (file, limits) => {
	const place = {
		file: file.name,
		line: null
	};
	const whole = members(await wholeJson(file, limits), "the whole", place);
	const classes = classesIn(whole, place);
	const statuses = statusesIn$1(whole, classes, place);
	const latency = members(own(whole, "latency"), "latency", place);
	const counts = countsIn$2(whole, classes, place);
	return {
		tool: "autocannon",
		version: "",
		startedAt: startOf(own(whole, "start"), place),
		elapsed: millis(1e3 * positive(own(whole, "duration"), "duration", place)),
		users: count(own(whole, "connections"), "connections", place),
		counts,
		latency: createHistogram().toRecord(micros(1e3)),
		told: toldLatency(counts.ok + counts.httpError, quantilesIn$3(latency, place), place),
		requests: [],
		statuses: sorted(statuses),
		errors: [],
		bodyBytes: null,
		lacks: [
			"whole-milliseconds",
			"failed-latencies",
			"timeout-latencies",
			"expectations",
			"error-kinds"
		]
	};
};
function startOf(start, place) {
	const time = typeof start === "string" ? Date.parse(start) : NaN;
	if (Number.isFinite(time)) return time;
	throw invalid(place, "start is no date");
}
/** How many answers there were by the first digit of their status. */
const classesIn = (whole, place) => CLASSES.map((name) => count(own(whole, name), name, place));
const CLASSES = [
	"1xx",
	"2xx",
	"3xx",
	"4xx",
	"5xx"
];
/** By status, which must come to what is told by class. Releases before 7 do not tell it: it is then empty. */
function statusesIn$1(whole, classes, place) {
	const statuses = /* @__PURE__ */ new Map();
	const told = own(whole, "statusCodeStats");
	if (told === void 0) return statuses;
	for (const [code, value] of Object.entries(members(told, "statusCodeStats", place))) {
		if (!/^[1-9]\d\d$/.test(code)) throw invalid(place, `a status is ${code}`);
		const each = members(value, `statusCodeStats.${code}`, place);
		statuses.set(Number(code), count(own(each, "count"), `the number of answers ${code}`, place));
	}
	for (const [index, ofClass] of classes.entries()) {
		const counted = sum$2([...statuses].flatMap(([code, times]) => Math.floor(code / 100) === index + 1 ? [times] : []));
		if (counted !== ofClass) throw inconsistent(place, `${CLASSES[index]} is ${ofClass}, its statuses come to ${counted}`);
	}
	return statuses;
}
/**
* `errors` include the timeouts, `mismatches` are among the answers. Where a service closes its connections, autocannon pairs answers with other requests: it has then
* sent more than there were answers and connections.
*/
function countsIn$2(whole, classes, place) {
	const number = (name) => count(own(whole, name), name, place);
	const [errors, timeout, mismatches] = [
		number("errors"),
		number("timeouts"),
		number("mismatches")
	];
	const requests = members(own(whole, "requests"), "requests", place);
	const sent = count(own(requests, "sent"), "requests.sent", place);
	const answers = sum$2(classes);
	const good = (classes[1] ?? 0) + (classes[2] ?? 0);
	const room = number("connections") * Math.max(1, number("pipelining"));
	if (timeout > errors) throw inconsistent(place, "there are more timeouts than errors");
	if (mismatches > good) throw inconsistent(place, "there are more mismatches than answers");
	const open = sent - answers - errors;
	if (open > room || errors === 0 && open < 0) throw inconsistent(place, `it sent ${sent} requests for ${answers} answers and ${errors} errors on ${room} connections (a service that closes its connections makes autocannon do so)`);
	return countsOf({
		ok: good - mismatches,
		httpError: answers - good + mismatches,
		connectionError: errors - timeout,
		timeout,
		inFlight: Math.max(0, open)
	});
}
const quantilesIn$3 = (latency, place) => Object.entries(latency).flatMap(([name, value]) => {
	const quantile = name === "max" ? 1 : /^p\d/.test(name) ? quantileOf(name) : null;
	return quantile === null ? [] : [[quantile, amount(value, `latency.${name}`, place)]];
});
const sum$2 = (values) => values.reduce((total, value) => total + value, 0);
// src/imported/hey.ts
/** Time and rate have four decimals. */
const STEP$1 = 1e-4;
/** hey prints tenths of a millisecond. */
const RESOLUTION = micros(100);
const FAILED_FROM$1 = 400;
/** Reads what `hey` printed. */
const readHey = async (file, limits) => {
	const text = await wholeLines(file, limits);
	const place = {
		file: file.name,
		line: null
	};
	if (text.startsWith("response-time,")) throw notThis(file, "is what `hey -o csv` writes, which is not read", "Run hey without -o.");
	const value = (name) => {
		const found = new RegExp(String.raw`^ +${name}:\s+(\S+)(?: secs)?$`, "m").exec(text)?.[1];
		if (found === void 0) throw truncated(place, `the line "${name}" is missing`);
		return found;
	};
	const seconds = positive(value("Total"), "the time", place);
	const rate = amount(value("Requests/sec"), "the rate", place);
	const statuses = statusesIn(text, place);
	const errors = errorsIn(text, place);
	if (statuses.length === 0 && errors.size === 0) throw truncated(place, "neither statuses nor errors are told");
	const answers = sum$1(statuses.map((each) => each.count));
	const all = answers + sum$1([...errors.values()]);
	agree({
		count: all,
		rate,
		rateStep: STEP$1,
		seconds,
		secondsStep: STEP$1
	}, place);
	return {
		tool: "hey",
		version: "",
		startedAt: null,
		elapsed: millis(1e3 * seconds),
		users: null,
		counts: countsIn$1(statuses, errors),
		latency: createHistogram().toRecord(RESOLUTION),
		told: toldLatency(answers, quantilesIn$2(text, answers, place), place),
		requests: [],
		statuses,
		errors: frequent(errors),
		bodyBytes: null,
		lacks: [
			"failed-latencies",
			"timeout-latencies",
			"expectations",
			"error-kinds"
		]
	};
};
function countsIn$1(statuses, errors) {
	const parts = {
		ok: 0,
		httpError: 0,
		connectionError: 0,
		timeout: 0,
		refused: 0,
		inFlight: 0
	};
	for (const each of statuses) parts[each.status < FAILED_FROM$1 ? "ok" : "httpError"] += each.count;
	for (const [message, times] of errors) parts[placeOf(message)] += times;
	return countsOf(parts);
}
function statusesIn(text, place) {
	return (/^Status code distribution:\n((?: +\[.*\n?)*)/m.exec(text)?.[1] ?? "").split("\n").filter((line) => line.trim() !== "").map((line) => {
		const found = /^ +\[(\d{3})\]\s+(\d+) responses$/.exec(line);
		if (found === null) throw truncated(place, "the status codes are not whole");
		return {
			status: Number(found[1]),
			count: count(found[2], "a number of answers", place)
		};
	});
}
function errorsIn(text, place) {
	const errors = /* @__PURE__ */ new Map();
	const part = /^Error distribution:\n((?: +\[.*\n?)*)/m.exec(text)?.[1] ?? "";
	for (const line of part.split("\n").filter((each) => each.trim() !== "")) {
		const found = /^ +\[(\d+)\]\s+(.*)$/.exec(line);
		if (found === null) throw truncated(place, "the errors are not whole");
		note(errors, found[2] ?? "", count(found[1], "a number of errors", place));
	}
	return errors;
}
/** Version 0.1.5 prints the sign twice: `95%% in 0.0140 secs`. */
function quantilesIn$2(text, answers, place) {
	const rows = [...text.matchAll(/^ +(\d+)%%? in (\S+) secs$/gm)].flatMap(([, percent = "", value]) => {
		const quantile = quantileOf(`${percent}%`);
		const latency = 1e3 * amount(value, `the latency of ${percent} %`, place);
		return quantile === null || latency === 0 ? [] : [[quantile, latency]];
	});
	const slowest = /^ +Slowest:\s+(\S+) secs$/m.exec(text)?.[1];
	if (answers === 0) return [];
	if (slowest === void 0) throw inconsistent(place, "there are answers, and no slowest one");
	return [...rows, [1, 1e3 * amount(slowest, "the slowest answer", place)]];
}
const sum$1 = (values) => values.reduce((total, value) => total + value, 0);
// src/imported/jmeter.ts
/** The results of JMeter as CSV (JTL): a row for each sample, in whole milliseconds. */
const NEEDED$1 = [
	"timeStamp",
	"elapsed",
	"label",
	"responseCode",
	"success"
];
/** Reads a JTL file. */
const readJmeter = async (file, limits) => {
	if (/^\s*<\?xml|^\s*<testResults/.test(await headOf(file, limits))) throw notThis(file, "is XML, which is not read", "Let JMeter write CSV: `jmeter -n -t plan.jmx -l results.jtl -Jjmeter.save.saveservice.output_format=csv`.");
	const tally = createTally(1);
	let columns = null;
	let users = null;
	for await (const row of rowsOf(file, limits)) if (columns === null) columns = headerOf$1(row, file);
	else {
		const place = {
			file: file.name,
			line: row.line
		};
		users = mostUsers(users, row, columns, place);
		if (!isSum(row, columns)) tally.add(sampleOf(row, columns, place), place);
	}
	return {
		tool: "jmeter",
		version: "",
		...tally.result({
			file: file.name,
			line: null
		}),
		users,
		told: null,
		bodyBytes: null,
		lacks: ["whole-milliseconds", "error-kinds"]
	};
};
function headerOf$1(row, file) {
	if (/^\d+$/.test(row.fields[0] ?? "")) throw notThis(file, "has no line with the names of the columns", "Let JMeter write it: `-Jjmeter.save.saveservice.print_field_names=true`.");
	return columnsOf(row, NEEDED$1, file);
}
/** A transaction controller's row is the sum of samples that have rows of their own. */
const isSum = (row, { read }) => read(row, "responseMessage").startsWith("Number of samples in transaction");
function mostUsers(known, row, { names, read }, place) {
	if (!names.includes("allThreads")) return null;
	return Math.max(known ?? 0, count(read(row, "allThreads"), "allThreads", place));
}
function sampleOf(row, { read }, place) {
	const time = read(row, "timeStamp");
	if (!/^\d{10,15}$/.test(time)) throw invalid(place, "timeStamp is not in milliseconds since 1970, as JMeter writes it by default");
	const success = read(row, "success");
	if (success !== "true" && success !== "false") throw invalid(place, "success is neither true nor false");
	const code = read(row, "responseCode");
	const status = /^[1-9]\d\d$/.test(code) ? Number(code) : null;
	const words = [
		code,
		read(row, "responseMessage"),
		read(row, "failureMessage")
	].filter((each) => each !== "");
	const good = success === "true";
	return {
		name: read(row, "label"),
		startedAt: amount(time, "timeStamp", place),
		latency: amount(read(row, "elapsed"), "elapsed", place),
		place: good ? "ok" : status === null ? placeOf(words.join(" ")) : "httpError",
		status,
		message: good ? null : words.join(": ")
	};
}
// src/imported/k6-json.ts
/** Reads every line. A file that was cut off between two lines looks whole, but for the counts of its metrics. */
const readK6Json = async (file, limits) => {
	const tally = createTally(.001);
	const seen = {
		requests: 0,
		durations: 0,
		users: -1,
		thresholds: []
	};
	for await (const { first, lines } of linesOf(file, limits)) for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const place = {
			file: file.name,
			line: first + index
		};
		takePoint(k6PointOf(line, place), {
			tally,
			seen,
			place
		});
	}
	const place = {
		file: file.name,
		line: null
	};
	if (seen.requests !== seen.durations) throw inconsistent(place, `${seen.requests} requests have ${seen.durations} durations: it is not whole`);
	return {
		tool: "k6",
		version: "",
		...tally.result(place),
		users: seen.users < 0 ? null : seen.users,
		told: null,
		bodyBytes: null,
		thresholds: seen.thresholds,
		lacks: []
	};
};
/** As many as anybody reads. */
const THRESHOLDS_MAX = 200;
function takePoint(point, { tally, seen, place }) {
	if (point.kind === "sent") seen.requests += point.count;
	else if (point.kind === "users") seen.users = Math.max(seen.users, point.count);
	else if (point.kind === "metric") {
		const { metric } = point;
		const more = point.thresholds.map((expression) => declaredThreshold(metric, expression));
		if (seen.thresholds.length < THRESHOLDS_MAX) seen.thresholds.push(...more);
	} else if (point.kind === "request") {
		seen.durations += 1;
		tally.add(point.request, place);
	}
}
// src/imported/k6-summary.ts
/** The end-of-test summary of k6: what `handleSummary` is given, or `--summary-export` writes, in any of their shapes. */
const EXPECTED = "http_req_duration{expected_response:true}";
/** Reads a summary. */
const readK6Summary = async (file, limits) => {
	const place = {
		file: file.name,
		line: null
	};
	const { whole, version } = summaryOf(await wholeJson(file, limits), place);
	const metrics = members(own(whole, "metrics"), "metrics", place);
	const requests = valuesOf(metrics, "http_reqs", place);
	const sent = count(own(requests, "count"), "http_reqs.count", place);
	const failed = failedOf(metrics, sent, place);
	const time = durationOf(whole, requests, sent, place);
	const expected = own(metrics, EXPECTED) !== void 0;
	return {
		tool: "k6",
		version,
		startedAt: null,
		elapsed: millis(time.elapsed),
		users: usersOf(metrics, place),
		counts: countsOf({
			ok: sent - failed.count,
			httpError: failed.count
		}),
		latency: createHistogram().toRecord(micros(1)),
		told: toldIn(metrics, expected ? sent - failed.count : sent, place),
		requests: [],
		statuses: [],
		errors: [],
		bodyBytes: null,
		thresholds: thresholdsIn(metrics),
		lacks: [
			...expected ? [] : ["failed-latencies"],
			"timeout-latencies",
			"failure-kinds",
			...failed.reckoned ? ["reckoned-counts"] : [],
			...time.reckoned ? ["reckoned-duration"] : []
		]
	};
};
/** A metric's values: `handleSummary` has them in `values`, `--summary-export` in the metric itself. */
function valuesOf(metrics, name, place) {
	const metric = members(own(metrics, name), `the metric ${name}`, place);
	const values = own(metric, "values");
	return values === void 0 ? metric : members(values, `${name}.values`, place);
}
/** `http_req_failed` is true for what failed: `passes` are the failures. */
function failedOf(metrics, sent, place) {
	if (own(metrics, "http_req_failed") === void 0) throw invalid(place, "the metric http_req_failed is missing, which k6 has from 0.31 on");
	const values = valuesOf(metrics, "http_req_failed", place);
	const [passes, fails] = [own(values, "passes"), own(values, "fails")];
	if (passes !== void 0 || fails !== void 0) {
		const failed = count(passes, "http_req_failed.passes", place);
		if (failed + count(fails, "http_req_failed.fails", place) !== sent) throw inconsistent(place, `http_req_failed and the ${sent} of http_reqs do not add up`);
		return {
			count: failed,
			reckoned: false
		};
	}
	const rate = amount(own(values, "rate") ?? own(values, "value"), "http_req_failed.rate", place);
	if (rate > 1) throw inconsistent(place, "the share of failed requests is above 1");
	return {
		count: Math.min(sent, Math.max(0, Math.ceil(rate * sent - 1e-6))),
		reckoned: true
	};
}
function durationOf(whole, requests, sent, place) {
	const state = own(whole, "state");
	const told = state === void 0 ? void 0 : own(members(state, "state", place), "testRunDurationMs");
	if (told !== void 0) return {
		elapsed: positive(told, "state.testRunDurationMs", place),
		reckoned: false
	};
	const rate = positive(own(requests, "rate"), "http_reqs.rate", place);
	return {
		elapsed: positive(1e3 * sent / rate, "the number of requests", place),
		reckoned: true
	};
}
function usersOf(metrics, place) {
	if (own(metrics, "vus") === void 0) return null;
	const most = own(valuesOf(metrics, "vus", place), "max");
	return most === void 0 ? null : count(most, "vus.max", place);
}
function toldIn(metrics, answers, place) {
	const name = own(metrics, EXPECTED) === void 0 ? "http_req_duration" : EXPECTED;
	const values = valuesOf(metrics, name, place);
	const rows = Object.entries(values).flatMap(([key, value]) => {
		const quantile = key === "max" ? 1 : key === "med" ? .5 : key.startsWith("p(") ? quantileOf(key) : null;
		return quantile === null ? [] : [[quantile, amount(value, `${name}.${key}`, place)]];
	});
	return toldLatency(answers, [...new Map(rows)], place);
}
// src/imported/locust-csv.ts
const NEEDED = [
	"Type",
	"Name",
	"Request Count",
	"Failure Count",
	"Requests/s",
	"50%",
	"95%"
];
const REQUESTS_MAX$1 = 1e3;
/** Reads `PREFIX_stats.csv`. */
const readLocustCsv = async (file, limits) => {
	const place = {
		file: file.name,
		line: null
	};
	const entries = [];
	let columns = null;
	for await (const row of rowsOf(file, limits)) if (columns === null) columns = headerOf(row, file);
	else if (entries.length > REQUESTS_MAX$1) throw inconsistent(place, `it has more than ${REQUESTS_MAX$1} rows`);
	else entries.push(entryOf$1(row, columns, {
		file: file.name,
		line: row.line
	}));
	const all = entries.at(-1);
	if (all === void 0 || !all.aggregated) throw truncated(place, "the row \"Aggregated\", which is the last, is missing");
	const requests = entries.slice(0, -1).map(({ request }) => request);
	const { counts, told } = all.request;
	for (const name of ["sent", "ok"]) {
		const total = requests.reduce((sum, each) => sum + each.counts[name], 0);
		if (total !== counts[name]) throw inconsistent(place, `the rows come to ${total}, not to ${counts[name]}, requests`);
	}
	return {
		tool: "locust",
		version: "",
		startedAt: null,
		elapsed: millis(1e3 * counts.sent / positive(all.rate, "Requests/s", place)),
		users: null,
		counts,
		latency: empty(),
		told,
		requests,
		statuses: [],
		errors: [],
		bodyBytes: null,
		lacks: [
			"two-digits",
			"failed-latencies",
			"timeout-latencies",
			"failure-kinds",
			"reckoned-duration"
		]
	};
};
const empty = () => createHistogram().toRecord(micros(1e3));
function headerOf(row, file) {
	if (row.fields.includes("Timestamp") || row.fields.includes("Occurrences")) throw notThis(file, "is the history or the failures of Locust", "Give the file that ends with `_stats.csv`.");
	return columnsOf(row, NEEDED, file);
}
function entryOf$1(row, { names, read }, place) {
	const sent = count(read(row, "Request Count"), "Request Count", place);
	const failed = count(read(row, "Failure Count"), "Failure Count", place);
	if (failed > sent) throw inconsistent(place, "more requests failed than there were");
	const quantiles = names.flatMap((name) => {
		const quantile = name.endsWith("%") ? quantileOf(name) : null;
		const value = read(row, name);
		return quantile === null || value === "N/A" ? [] : [[quantile, amount(value, name, place)]];
	});
	const [type, name] = [read(row, "Type"), read(row, "Name")];
	return {
		aggregated: type === "" && name === "Aggregated",
		rate: amount(read(row, "Requests/s"), "Requests/s", place),
		request: {
			name: `${type} ${name}`.trim().slice(0, 500),
			counts: countsOf({
				ok: sent - failed,
				httpError: failed
			}),
			latency: empty(),
			told: toldLatency(sent, quantiles, place)
		}
	};
}
// src/imported/locust-json.ts
/** The statistics of Locust as `--json` prints them: for each request how often each rounded response time was seen. */
const REQUESTS_MAX = 1e3;
/** No more requests than this: each is recorded by itself. */
const TIMES_MAX = 2e8;
const LATENCY_MAX = 864e5;
/** Reads what `locust --headless --json` printed. */
const readLocustJson = async (file, limits) => {
	const place = {
		file: file.name,
		line: null
	};
	const whole = await wholeJson(file, limits);
	if (!Array.isArray(whole)) throw invalid(place, "it is no list of requests");
	if (whole.length > REQUESTS_MAX) throw tooLarge(place, `it has more than ${REQUESTS_MAX} requests`, "Give requests a `name` each.");
	const entries = whole.map((each, index) => entryOf(each, `[${index}]`, place));
	const begin = Math.min(...entries.map(({ start }) => start));
	const end = Math.max(...entries.map((each) => each.end));
	if (!(end > begin)) throw inconsistent(place, "it holds no request that took any time");
	const all = createHistogram();
	for (const { histogram } of entries) all.add(histogram);
	const failed = sum(entries.map((each) => each.failed));
	return {
		tool: "locust",
		version: "",
		startedAt: 1e3 * begin,
		elapsed: millis(1e3 * (end - begin)),
		users: null,
		counts: countsOf({
			ok: sum(entries.map(({ sent }) => sent)) - failed,
			httpError: failed
		}),
		latency: all.toRecord(micros(1e3)),
		told: null,
		requests: entries.map((each) => ({
			name: each.name,
			counts: countsOf({
				ok: each.sent - each.failed,
				httpError: each.failed
			}),
			latency: each.histogram.toRecord(micros(1e3))
		})),
		statuses: [],
		errors: [],
		bodyBytes: null,
		lacks: [
			"two-digits",
			"failed-latencies",
			"timeout-latencies",
			"failure-kinds"
		]
	};
};
function entryOf(value, at, place) {
	const entry = members(value, at, place);
	const sent = count(own(entry, "num_requests"), `${at}.num_requests`, place);
	const failed = count(own(entry, "num_failures"), `${at}.num_failures`, place);
	const silent = count(own(entry, "num_none_requests") ?? 0, `${at}.num_none_requests`, place);
	if (failed > sent) throw inconsistent(place, `of ${at} more requests failed than there were`);
	const start = positive(own(entry, "start_time"), `${at}.start_time`, place);
	const last = own(entry, "last_request_timestamp");
	const histogram = histogramOf(own(entry, "response_times"), `${at}.response_times`, place);
	if (histogram.count !== sent - silent) throw inconsistent(place, `${at} has ${sent} requests and ${histogram.count} response times`);
	return {
		name: `${textOf(entry, "method")} ${textOf(entry, "name")}`.trim().slice(0, 500),
		sent,
		failed,
		start,
		end: last === null ? start : amount(last, `${at}.last_request_timestamp`, place),
		histogram
	};
}
function histogramOf(value, at, place) {
	const histogram = createHistogram();
	let total = 0;
	for (const [latency, times] of Object.entries(members(value, at, place))) {
		const milliseconds = amount(latency, at, place);
		const seen = count(times, `${at}.${latency.slice(0, 20)}`, place);
		total += seen;
		if (total > TIMES_MAX || milliseconds > LATENCY_MAX) throw inconsistent(place, `${at} cannot be counted`);
		histogram.record(micros(1e3 * milliseconds), seen);
	}
	return histogram;
}
const sum = (values) => values.reduce((total, value) => total + value, 0);
// src/imported/oha.ts
/** The JSON of oha: counts by status and by error, and percentiles in seconds. */
/** Its numbers are not rounded. */
const EXACT = {
	secondsStep: 0,
	rateStep: 0
};
const FAILED_FROM = 400;
/** Reads what `oha --output-format json` (before: `--json`) printed. */
const readOha = async (file, limits) => {
	const place = {
		file: file.name,
		line: null
	};
	const whole = members(await wholeJson(file, limits), "the whole", place);
	const summary = members(own(whole, "summary"), "summary", place);
	const seconds = positive(own(summary, "total"), "summary.total", place);
	const statuses = /* @__PURE__ */ new Map();
	const errors = /* @__PURE__ */ new Map();
	const parts = {
		ok: 0,
		httpError: 0,
		connectionError: 0,
		timeout: 0,
		refused: 0,
		inFlight: 0
	};
	const codes = members(own(whole, "statusCodeDistribution"), "statusCodeDistribution", place);
	for (const [code, value] of Object.entries(codes)) {
		if (!/^[1-9]\d\d$/.test(code)) throw invalid(place, `a status is ${code}`);
		const times = count(value, `the number of answers ${code}`, place);
		statuses.set(Number(code), times);
		parts[Number(code) < FAILED_FROM ? "ok" : "httpError"] += times;
	}
	const broken = members(own(whole, "errorDistribution"), "errorDistribution", place);
	for (const [message, value] of Object.entries(broken)) {
		const times = count(value, "a number of errors", place);
		parts[placeOf(message)] += times;
		if (placeOf(message) !== "inFlight") note(errors, message, times);
	}
	const answers = parts.ok + parts.httpError;
	const rate = amount(own(summary, "requestsPerSec"), "summary.requestsPerSec", place);
	const most = answers + parts.connectionError + parts.timeout + parts.refused + parts.inFlight;
	const counted = Math.min(Math.max(rate * seconds, answers), most);
	agree({
		count: Math.round(counted),
		rate,
		seconds,
		...EXACT
	}, place);
	return {
		tool: "oha",
		version: "",
		startedAt: null,
		elapsed: millis(1e3 * seconds),
		users: null,
		counts: countsOf(parts),
		latency: createHistogram().toRecord(micros(1)),
		told: toldLatency(answers, quantilesIn$1(whole, summary, place), place),
		requests: [],
		statuses: sorted(statuses),
		errors: frequent(errors),
		bodyBytes: bytes(count(own(summary, "totalData"), "summary.totalData", place)),
		lacks: [
			"failed-latencies",
			"timeout-latencies",
			"expectations",
			"error-kinds"
		]
	};
};
function quantilesIn$1(whole, summary, place) {
	const told = members(own(whole, "latencyPercentiles"), "latencyPercentiles", place);
	const rows = Object.entries(told).flatMap(([name, value]) => {
		const quantile = quantileOf(name);
		return quantile === null || value === null ? [] : [[quantile, 1e3 * amount(value, `the latency ${name}`, place)]];
	});
	const slowest = own(summary, "slowest");
	return slowest === null ? rows : [...rows, [1, 1e3 * amount(slowest, "summary.slowest", place)]];
}
// src/imported/check.ts
/** More than a week of load is a mistake in a unit. */
const ELAPSED_MAX = 6048e5;
/** The year 5138, in milliseconds since 1970. */
const TIME_MAX$1 = 0x5af3107a4000;
/** The same result. @throws Failure code `import-inconsistent` or `import-truncated` */
function checked(foreign, file) {
	const place = {
		file: file.name,
		line: null
	};
	const { counts, elapsed, statuses, startedAt } = foreign;
	if (counts.sent + counts.refused === 0) throw truncated(place, "it holds no requests");
	if (!(elapsed > 0 && elapsed <= ELAPSED_MAX)) throw inconsistent(place, `it took ${elapsed} ms`);
	holdCounts(counts, place);
	if (startedAt !== null && !(startedAt >= 0 && startedAt <= TIME_MAX$1)) throw inconsistent(place, "it began at no time that there is");
	const told = statuses.reduce((sum, { count }) => sum + count, 0);
	if (told > counts.sent) throw inconsistent(place, `${counts.sent} requests have ${told} statuses`);
	holdRequests(foreign, place);
	holdLatencies(foreign, place);
	return foreign;
}
function holdCounts(counts, place) {
	for (const [name, value] of Object.entries(counts)) if (!Number.isSafeInteger(value) || value < 0) throw inconsistent(place, `the count ${name} is ${value}`);
}
function holdRequests({ requests, counts }, place) {
	if (requests.length === 0) return;
	for (const name of [
		"sent",
		"ok",
		"refused"
	]) {
		const total = requests.reduce((sum, each) => sum + each.counts[name], 0);
		if (total !== counts[name]) throw inconsistent(place, `the requests come to ${total}, the whole to ${counts[name]}`);
	}
}
/** No latency is longer than the whole took, but for timeouts and what had begun before. */
function holdLatencies({ latency, told, elapsed, counts }, place) {
	const answers = told?.answers ?? latency.count;
	if (answers > counts.sent) throw inconsistent(place, `${counts.sent} requests have ${answers} latencies`);
	const most = told === null ? fromRecord(latency).max : null;
	const slowest = told === null ? (most ?? 0) / 1e3 : told.quantiles.at(-1)?.value ?? 0;
	if (slowest > 2 * elapsed + 12e4) throw inconsistent(place, `an answer took ${slowest} ms of ${elapsed} ms`);
}
// src/imported/wrk.ts
/** The text of wrk and wrk2: counts, and the quantiles of `--latency`. */
/** What wrk prints a time in, in milliseconds. */
const UNITS = {
	us: .001,
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
/** The rate and the time have two decimals. */
const STEP = .01;
/** Reads what `wrk` or `wrk2` printed. */
const readWrk = async (file, limits) => {
	const text = await wholeLines(file, limits);
	const place = {
		file: file.name,
		line: null
	};
	const find = (pattern, what) => {
		const found = pattern.exec(text);
		if (found === null) throw truncated(place, `${what} is missing`);
		return found;
	};
	const [, connections] = find(/^ +\d+ threads? and (\d+) connections?$/m, "the line of threads and connections");
	const [, requests, time, unit] = find(/^ +(\d+) requests in ([\d.]+)(us|ms|s|m|h), [\d.]+[KMGTP]?B read$/m, "the line \"… requests in …\"");
	const [, rate] = find(/^Requests\/sec: +(\S+)$/m, "the line \"Requests/sec\"");
	find(/^Transfer\/sec: +[\d.]+[KMGTP]?B$/m, "the line \"Transfer/sec\", which is the last,");
	const answers = count(requests, "the number of requests", place);
	const factor = UNITS[unit ?? ""] ?? 1;
	const elapsed = positive(time, "the time", place) * factor;
	agree({
		count: answers,
		rate: amount(rate, "the rate", place),
		rateStep: STEP,
		seconds: elapsed / 1e3,
		secondsStep: STEP * factor / 1e3
	}, place);
	const told = quantilesIn(text, place);
	return {
		tool: /Detailed Percentile spectrum|Recorded Latency/.test(text) ? "wrk2" : "wrk",
		version: "",
		startedAt: null,
		elapsed: millis(elapsed),
		users: count(connections, "the number of connections", place),
		counts: countsIn(text, answers, place),
		latency: createHistogram().toRecord(micros(10)),
		told: toldLatency(recordedIn(text, answers, place), told, place),
		requests: [],
		statuses: [],
		errors: [],
		bodyBytes: null,
		lacks: [
			"failed-latencies",
			"timeout-latencies",
			"expectations"
		]
	};
};
/** wrk calls an answer with a status from 400 on an error, and says none of it where there is none. */
function countsIn(text, answers, place) {
	const sockets = /^ +Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)$/m.exec(text);
	if (sockets === null && /Socket errors/.test(text)) throw invalid(place, "the line of socket errors is broken");
	const [refused = 0, read = 0, write = 0, timeout = 0] = (sockets?.slice(1) ?? []).map(Number);
	const failed = /^ +Non-2xx or 3xx responses: (\d+)$/m.exec(text)?.[1];
	if (failed === void 0 && /Non-2xx/.test(text)) throw invalid(place, "the line of failed answers is broken");
	const httpError = count(failed ?? 0, "the number of failed answers", place);
	if (httpError > answers) throw invalid(place, "more answers failed than there were");
	return countsOf({
		ok: answers - httpError,
		httpError,
		connectionError: count(read + write, "the number of socket errors", place),
		timeout: count(timeout, "the number of timeouts", place),
		refused: count(refused, "the number of refused connections", place)
	});
}
/** The short list of `--latency`, and the spectrum of wrk2, which has more digits and of which the usual ones are taken. */
function quantilesIn(text, place) {
	const short = [...text.matchAll(/^ +(\d+(?:\.\d+)?%) +([\d.]+)(us|ms|s|m|h)$/gm)].flatMap(([, name = "", value, unit = ""]) => {
		const quantile = quantileOf(name);
		const factor = UNITS[unit] ?? 1;
		return quantile === null ? [] : [[quantile, amount(value, `the latency of ${name}`, place) * factor]];
	});
	const spectrum = [...text.matchAll(/^ +(\d+\.\d+) +([01]\.\d{6,}) +\d+ +(?:[\d.]+|inf)$/gm)].flatMap(([, value, quantile]) => WANTED.includes(Number(quantile)) ? [[Number(quantile), amount(value, "a latency", place)]] : []);
	return [...new Map([...short.filter(([quantile]) => WANTED.includes(quantile)), ...spectrum])];
}
/** Of a spectrum that has a hundred. */
const WANTED = [
	.5,
	.75,
	.9,
	.95,
	.99,
	.999,
	1
];
/** wrk2 forgets what it saw while it calibrated itself. */
function recordedIn(text, answers, place) {
	const total = /^#\[Max +=.*Total count += +(\d+)\]$/m.exec(text)?.[1];
	return total === void 0 ? answers : count(total, "the number of latencies", place);
}
// src/imported/formats.ts
/** The list of formats, and which one a file is of. */
/** Every format; the first whose look fits is taken. */
const FORMATS = {
	"locust-csv": {
		read: readLocustCsv,
		looksLike: /^(?:Type,Name,|Timestamp,User Count|Method,Name,Error)/
	},
	"locust-json": {
		read: readLocustJson,
		looksLike: /^\[\s*(?:\]|\{[^{}]*"(?:num_requests|num_none_requests)")/
	},
	"k6-json": {
		read: readK6Json,
		looksLike: /^\{"(?:type|metric)":\s*"/
	},
	vegeta: {
		read: readVegeta,
		looksLike: /^(?:\{\s*"latencies":|\{"attack":|\d{16,20},\d{1,3},\d+,|Requests +\[total, rate)/
	},
	autocannon: {
		read: readAutocannon,
		looksLike: /^\{[\s\S]*"(?:statusCodeStats|non2xx)":/
	},
	oha: {
		read: readOha,
		looksLike: /^\{[\s\S]*"(?:successRate|responseTimeHistogram)":/
	},
	artillery: {
		read: readArtillery,
		looksLike: /^\{\s*"aggregate":/
	},
	"k6-summary": {
		read: readK6Summary,
		looksLike: /^\{[\s\S]*"(?:metrics|root_group|http_reqs|iteration_duration)":/
	},
	wrk: {
		read: readWrk,
		looksLike: /^Running \S+ test @ /m
	},
	hey: {
		read: readHey,
		looksLike: /^(?:Summary:|response-time,)/m
	},
	ab: {
		read: readAb,
		looksLike: /^This is ApacheBench/m
	},
	jmeter: {
		read: readJmeter,
		looksLike: /^(?:timeStamp,|<\?xml[\s\S]*<testResults|\d{13},\d+,)/
	}
};
/** What many JSON texts look like comes last. */
const IN_TURN = [...IMPORT_FORMATS.filter((name) => name !== "k6-summary"), "k6-summary"];
/** The format of a file by its beginning. @throws Failure kind `not-measured`, code `import-other-form`, when it is none */
async function formatOf(file, limits) {
	const head = (await headOf(file, limits)).replaceAll("\r\n", "\n").trimStart();
	const format = IN_TURN.find((name) => FORMATS[name].looksLike.test(head));
	if (format !== void 0) return format;
	throw notThis(file, "is of no format that is known", `Say which one it is with --from: ${IMPORT_FORMATS.join(", ")}.`);
}
/** Reads a file of a format, and holds its numbers against each other. @throws Failure kind `not-measured`, code `import-…` */
async function readForeign(file, format, limits) {
	return checked(await FORMATS[format].read(file, limits), file);
}
// src/platform/chunks.ts
/** Files read in pieces: for those that are larger than memory. */
const CHUNK = 1048576;
/**
* Looks at a file. What is written to it later is not read.
* @throws RangeError when it is larger than `bytesMax` or no regular file, else the file system's error
*/
async function chunkedFile(path, bytesMax) {
	await using file = await open(path, "r");
	const found = await file.stat();
	if (!found.isFile()) throw new RangeError(`${path} is not a file`);
	if (found.size > bytesMax) throw new RangeError(`${path} is larger than ${bytesMax / 2 ** 30} GiB`);
	return {
		size: found.size,
		writtenAt: found.mtimeMs,
		chunks: () => found.size === 0 ? nothing() : createReadStream(path, {
			end: found.size - 1,
			highWaterMark: CHUNK
		})
	};
}
async function* nothing() {}
// src/commands/import.ts
/** `loadgate import`: judges what another tool measured, with the limits and the baseline of the configuration. */
/** Larger outputs are refused before they are read. */
const BYTES_MAX = 8 * 2 ** 30;
/** The longest that reading one file may take, milliseconds. */
const TIME_MAX = 9e5;
/** Reads, judges and reports the results in `files`. */
function importCommand(files, options, program) {
	return inWorld(program, options, async (world) => {
		const occasion = await localOccasion(world, options.base);
		const job = {
			occasion,
			configPath: options.config ?? null,
			inputs: options.inputs,
			sendsNothing: true
		};
		const plan = await readPlan(job, world);
		const names = namesOf(plan, files, options.scenarios);
		const judged = {
			...plan,
			scenarios: plan.scenarios.filter(({ name }) => names.includes(name))
		};
		await forgetFiles(plan.report.directory, world);
		const results = [];
		for (const [index, name] of names.entries()) results.push(await readOne(files[index] ?? "", {
			name,
			from: options.from,
			program,
			world
		}));
		const head = {
			side: "head",
			...await resolveHead(world)
		};
		const run = composeRun(results, {
			suite: plan.suite,
			head,
			hash: stableHash
		});
		if (options.output !== null) await record(run, options.output, {
			plan,
			program,
			world
		});
		const known = await readKnown(judged, run, occasion.baseSha, world);
		return deliver(explain(judged, run, known, job), world, program, options.format);
	});
}
async function readOne(path, { name, from, program, world }) {
	const file = await openFile(path, program);
	const until = world.now() + TIME_MAX;
	const limits = { isOver: () => {
		world.signal.throwIfAborted();
		return world.now() > until;
	} };
	const format = from === "auto" ? await formatOf(file, limits) : from;
	world.log.info(`Reading ${path} as ${format}`);
	return {
		scenario: name,
		format,
		foreign: await readForeign(file, format, limits),
		writtenAt: file.writtenAt
	};
}
async function openFile(path, program) {
	try {
		return {
			name: basename(path),
			...await chunkedFile(resolve(program.cwd, path), BYTES_MAX)
		};
	} catch (error) {
		throw new Failure({
			kind: "usage",
			code: "import-missing",
			message: `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
			advice: "Give the path of a file that the load tool wrote; docs/import.md says how to get one."
		}, { cause: error });
	}
}
/** Which scenario each file is of. @throws Failure kind `usage` */
function namesOf(plan, files, asked) {
	const known = plan.scenarios.map(({ name }) => name);
	const names = asked.length === 0 && known.length === 1 ? known : asked;
	const unknown = names.find((name) => !known.includes(name));
	if (unknown !== void 0) throw usage(`The configuration has no scenario ${JSON.stringify(unknown)}.`, known);
	if (names.length !== files.length || new Set(names).size !== names.length) throw usage(`Each file is the result of one scenario: ${files.length} files, ${names.length} scenarios.`, known);
	const search = plan.scenarios.find(({ name, search: each }) => names.includes(name) && each !== null);
	if (search !== void 0) throw usage(`The scenario ${JSON.stringify(search.name)} searches for a limit, which no file holds.`, known);
	return names;
}
const usage = (message, known) => new Failure({
	kind: "usage",
	code: "import-scenario",
	message,
	advice: `Name one scenario for each file, in their order: --scenario NAME (here: ${known.join(", ")}).`
});
async function record(run, output, { plan, program, world }) {
	const mask = world.vault.maskWith(secretsOfPlan(plan));
	await writeAtomically(resolve(program.cwd, output), `${JSON.stringify(maskTree(run, mask))}\n`);
}
export { importCommand };
