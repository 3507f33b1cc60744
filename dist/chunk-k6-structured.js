import.meta.dirname;
import.meta.filename;
import { n as micros, r as millis, t as bytes } from "./chunk-units.js";
import { C as amount, D as positive, E as own, O as textOf, S as agree, T as members, w as count } from "./chunk-load-job.js";
import { t as createHistogram } from "./chunk-histogram.js";
import { D as quoted, E as otherForm, O as tooLarge, T as invalid, k as truncated, w as inconsistent } from "./chunk-release.js";
import { n as foreignJson } from "./chunk-foreign-json.js";
import { i as is_object, r as CsvError, t as transform } from "./chunk-api.js";
import { a as notThis, i as linesOf, n as decoded, o as wholeJson, r as headOf } from "./chunk-text.js";
import { Transform } from "stream";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
// src/imported/errors.ts
/** Most messages that are kept. */
const MESSAGES_MAX = 20;
const MESSAGE_MAX = 500;
/** So many different messages are told apart. */
const DIFFERENT_MAX = 1e3;
/** By the words of operating systems, Go, Node.js, Java and Rust. */
function placeOf(message) {
	if (/aborted due to deadline/i.test(message)) return "inFlight";
	if (/refused/i.test(message)) return "refused";
	return /time[d ]?-?\s?out|deadline exceeded/i.test(message) ? "timeout" : "connectionError";
}
/** Messages with their counts, the most frequent first, as many as a run keeps. */
function frequent(messages) {
	return [...messages].map(([message, count]) => ({
		message: message.slice(0, MESSAGE_MAX),
		count
	})).toSorted((left, right) => right.count - left.count).slice(0, MESSAGES_MAX);
}
/** Counts a message. A flood of different ones is counted together. */
function note(messages, message, count = 1) {
	const short = message.slice(0, MESSAGE_MAX);
	const key = messages.has(short) || messages.size < DIFFERENT_MAX ? short : "other errors";
	messages.set(key, (messages.get(key) ?? 0) + count);
}
// src/imported/foreign.ts
/** Counts of nothing. */
const NOTHING = {
	sent: 0,
	ok: 0,
	httpError: 0,
	connectionError: 0,
	timeout: 0,
	lost: 0,
	inFlight: 0,
	refused: 0
};
/** Counts with their sum. */
const countsOf = (parts) => {
	const counts = {
		...NOTHING,
		...parts
	};
	const { ok, httpError, connectionError, timeout, lost, inFlight } = counts;
	return {
		...counts,
		sent: ok + httpError + connectionError + timeout + lost + inFlight
	};
};
// src/imported/quantiles.ts
/** From quantiles in milliseconds. @throws Failure code `import-inconsistent` when a higher quantile is lower, or one is told twice */
function toldLatency(answers, quantiles, place) {
	const sorted = quantiles.map(([quantile, value]) => ({
		quantile,
		value: millis(Number(value.toFixed(6)))
	})).toSorted((left, right) => left.quantile - right.quantile);
	for (const [index, each] of sorted.entries()) {
		const before = sorted[index - 1];
		if (before === void 0 || before.quantile < each.quantile && before.value <= each.value) continue;
		throw inconsistent(place, `p${100 * each.quantile} is ${each.value} ms, and p${100 * before.quantile} is ${before.value} ms`);
	}
	return {
		answers,
		quantiles: sorted
	};
}
/** `p95`, `95%`, `p97_5`, `p(99)`, `99.9%` as a share; null for what is none. */
function quantileOf(name) {
	const digits = /^p?\(?(\d{1,3}(?:[._]\d{1,6})?)\)?%?$/.exec(name)?.[1]?.replace("_", ".");
	if (digits === void 0) return null;
	const share = Number((Number(digits) / 100).toFixed(8));
	return share > 0 && share <= 1 ? share : null;
}
// node_modules/csv-parse/lib/index.js
var Parser = class extends Transform {
	constructor(opts = {}) {
		super({
			readableObjectMode: true,
			...opts,
			encoding: null
		});
		this.api = transform({
			on_skip: (err, chunk) => {
				this.emit("skip", err, chunk);
			},
			...opts
		});
		this.state = this.api.state;
		this.options = this.api.options;
		this.info = this.api.info;
	}
	_transform(buf, _, callback) {
		if (this.state.stop === true) return;
		const err = this.api.parse(buf, false, (record) => {
			this.push(record);
		}, () => {
			this.push(null);
			this.end();
			this.on("end", this.destroy);
		});
		if (err !== void 0) this.state.stop = true;
		callback(err);
	}
	_flush(callback) {
		if (this.state.stop === true) return;
		callback(this.api.parse(void 0, true, (record) => {
			this.push(record);
		}, () => {
			this.push(null);
			this.on("end", this.destroy);
		}));
	}
};
const parse = function() {
	let data, options, callback;
	for (const i in arguments) {
		const argument = arguments[i];
		const type = typeof argument;
		if (data === void 0 && (typeof argument === "string" || Buffer.isBuffer(argument))) data = argument;
		else if (options === void 0 && is_object(argument)) options = argument;
		else if (callback === void 0 && type === "function") callback = argument;
		else throw new CsvError("CSV_INVALID_ARGUMENT", ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`], options || {});
	}
	const parser = new Parser(options);
	if (callback) {
		const records = options === void 0 || options.objname === void 0 ? [] : Object.create(null);
		parser.on("readable", function() {
			let record;
			while ((record = this.read()) !== null) if (options === void 0 || options.objname === void 0) records.push(record);
			else Object.assign(records, { [record[0]]: record[1] });
		});
		parser.on("error", function(err) {
			callback(err, void 0, parser.api.__infoDataSet());
		});
		parser.on("end", function() {
			callback(void 0, records, parser.api.__infoDataSet());
		});
	}
	if (data !== void 0) {
		const writer = function() {
			parser.write(data);
			parser.end();
		};
		if (typeof setImmediate === "function") setImmediate(writer);
		else setTimeout(writer, 0);
	}
	return parser;
};
// src/imported/rows.ts
/** Rows of CSV, one at a time, with the lines they stand on. */
/** The longest row: a message with a stack trace, a body in base64. */
const ROW_MAX = 4194304;
/**
* The rows of a file in constant memory, each with as many fields as the first.
* @throws Failure for broken quotes, a row of another length or a file that does not end with its line
*/
async function* rowsOf(file, limits) {
	const parser = parse({
		info: true,
		max_record_size: ROW_MAX,
		skip_empty_lines: true
	});
	let last = "";
	async function* text() {
		for await (const piece of decoded(file, limits)) {
			last = piece.at(-1) ?? last;
			if (piece !== "") yield piece;
		}
	}
	const fed = pipeline(Readable.from(text()), parser);
	fed.catch(() => void 0);
	let line = 0;
	try {
		for await (const row of parser) {
			const { info, record } = row;
			line = info.lines;
			yield {
				fields: record,
				line
			};
		}
		await fed;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw invalid({
			file: file.name,
			line: line + 1
		}, `it is no CSV (${error.message})`);
	}
	if (line === 0) throw truncated({
		file: file.name,
		line: null
	}, "it is empty");
	if (last !== "\n" && last !== "\r") throw truncated({
		file: file.name,
		line
	}, "its last line does not end");
}
/** The fields of a row by the names of the first. @throws Failure when one that is needed is not there */
function columnsOf(header, needed, file) {
	const places = new Map(header.fields.map((name, index) => [name.trim(), index]));
	const missing = needed.filter((name) => !places.has(name));
	if (missing.length > 0) throw invalid({
		file: file.name,
		line: 1
	}, `the columns ${missing.join(", ")} are missing`);
	return {
		names: [...places.keys()],
		read: (row, name) => row.fields[places.get(name) ?? -1] ?? ""
	};
}
// src/imported/tally.ts
/** More names are a value in a name: nobody reads such a table. */
const NAMES_MAX = 1e3;
const NAME_MAX = 500;
/** No latency is longer than a day. */
const LATENCY_MAX = 864e5;
const open = () => ({
	places: {
		ok: 0,
		httpError: 0,
		connectionError: 0,
		timeout: 0,
		refused: 0,
		inFlight: 0
	},
	histogram: createHistogram()
});
/** An empty tally. `resolution` is the finest step of the latencies in milliseconds. */
function createTally(resolution) {
	const all = open();
	const named = /* @__PURE__ */ new Map();
	const statuses = /* @__PURE__ */ new Map();
	const messages = /* @__PURE__ */ new Map();
	let [begin, end] = [Infinity, -Infinity];
	const of = (name, place) => {
		const known = named.get(name);
		if (known !== void 0) return known;
		if (named.size >= NAMES_MAX) throw tooManyNames(place);
		const fresh = open();
		named.set(name, fresh);
		return fresh;
	};
	return {
		add(request, place) {
			if (request.latency > LATENCY_MAX) throw inconsistent(place, "a request took longer than a day");
			for (const each of [all, of(request.name.slice(0, NAME_MAX), place)]) record(each, request);
			if (request.status !== null) statuses.set(request.status, (statuses.get(request.status) ?? 0) + 1);
			if (request.message !== null) note(messages, request.message);
			begin = Math.min(begin, request.startedAt);
			end = Math.max(end, request.startedAt + request.latency);
		},
		result(place) {
			if (!(end > begin)) throw inconsistent(place, "it holds no request that took any time");
			return {
				startedAt: begin,
				elapsed: millis(end - begin),
				counts: countsOf(all.places),
				latency: all.histogram.toRecord(micros(1e3 * resolution)),
				requests: [...named].map(([name, each]) => requestOf$1(name, each, resolution)),
				statuses: sorted(statuses),
				errors: frequent(messages)
			};
		}
	};
}
/** As in {@link Slice}: answers as expected, and timeouts at no less than they waited. */
function record({ places, histogram }, { place, latency }) {
	places[place] += 1;
	if (place === "ok" || place === "timeout") histogram.record(micros(1e3 * latency));
}
const requestOf$1 = (name, { places, histogram }, resolution) => ({
	name,
	counts: countsOf(places),
	latency: histogram.toRecord(micros(1e3 * resolution))
});
/** Lowest status first. */
const sorted = (statuses) => [...statuses].toSorted(([left], [right]) => left - right).map(([status, count]) => ({
	status,
	count
}));
const tooManyNames = (place) => tooLarge(place, `there are more than ${NAMES_MAX} different names of requests`, "Give requests that differ by a value one name: `name` in k6 and Locust, the label of a sampler in JMeter.");
// src/imported/vegeta.ts
/** vegeta: its report as JSON, and every result as `vegeta encode` writes them in JSON lines or CSV. */
/** Nanoseconds a millisecond. */
const NANOS = 1e6;
const FAILED_FROM = 400;
const FORMS = "Give `vegeta report -type=json`, `vegeta encode --to json` or `vegeta encode --to csv`.";
/** Reads one of the three forms. */
const readVegeta = async (file, limits) => {
	const head = (await headOf(file, limits)).trimStart();
	if (head.startsWith("{\"latencies\"") || /^\{\s*"latencies"/.test(head)) return await reportOf(file, limits);
	if (head.startsWith("{")) return await resultsOf(file, limits, fromLines);
	if (/^\d{16,20},\d{1,3},\d+,/.test(head)) return await resultsOf(file, limits, fromRows);
	throw notThis(file, "is none of the forms of vegeta that are read", FORMS);
};
const EACH = {
	tool: "vegeta",
	version: "",
	users: null
};
async function reportOf(file, limits) {
	const place = {
		file: file.name,
		line: null
	};
	const whole = members(await wholeJson(file, limits), "the whole", place);
	const number = (name) => count(own(whole, name), name, place);
	const codes = members(own(whole, "status_codes"), "status_codes", place);
	const parts = {
		ok: 0,
		httpError: 0,
		connectionError: 0
	};
	const statuses = /* @__PURE__ */ new Map();
	for (const [code, value] of Object.entries(codes)) {
		if (!/^(?:0|[1-9]\d\d)$/.test(code)) throw invalid(place, `a status is ${code}`);
		const times = count(value, `status_codes.${code}`, place);
		if (code === "0") parts.connectionError += times;
		else {
			statuses.set(Number(code), times);
			parts[Number(code) < FAILED_FROM ? "ok" : "httpError"] += times;
		}
	}
	const requests = number("requests");
	if (requests !== parts.ok + parts.httpError + parts.connectionError) throw inconsistent(place, `${requests} requests do not have as many status codes`);
	const attack = number("duration") / NANOS;
	const rate = amount(own(whole, "rate"), "rate", place);
	if (attack > 0) agree({
		count: requests,
		rate,
		rateStep: 0,
		seconds: attack / 1e3,
		secondsStep: 0
	}, place);
	const received = members(own(whole, "bytes_in"), "bytes_in", place);
	return {
		...EACH,
		startedAt: timeOf$1(own(whole, "earliest"), place),
		elapsed: millis(positive(attack + number("wait") / NANOS, "the duration", place)),
		counts: countsOf(parts),
		latency: createHistogram().toRecord(micros(1)),
		told: toldLatency(requests, quantilesIn(own(whole, "latencies"), place), place),
		requests: [],
		statuses: sorted(statuses),
		errors: [],
		bodyBytes: bytes(count(own(received, "total"), "bytes_in.total", place)),
		lacks: [
			"failed-latencies",
			"expectations",
			"error-kinds"
		]
	};
}
function timeOf$1(value, place) {
	const time = typeof value === "string" ? Date.parse(value) : NaN;
	if (Number.isFinite(time)) return time;
	throw invalid(place, "a time is no date");
}
function quantilesIn(value, place) {
	const told = members(value, "latencies", place);
	return Object.entries({
		"50th": .5,
		"90th": .9,
		"95th": .95,
		"99th": .99,
		max: 1
	}).flatMap(([name, quantile]) => {
		const latency = own(told, name);
		return latency === void 0 ? [] : [[quantile, amount(latency, `latencies.${name}`, place) / NANOS]];
	});
}
async function resultsOf(file, limits, feed) {
	const tally = createTally(.001);
	await feed(file, limits, tally);
	return {
		...EACH,
		...tally.result({
			file: file.name,
			line: null
		}),
		told: null,
		bodyBytes: null,
		lacks: ["expectations", "error-kinds"]
	};
}
const fromLines = async (file, limits, tally) => {
	for await (const { first, lines } of linesOf(file, limits)) for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const place = {
			file: file.name,
			line: first + index
		};
		tally.add(ofJson(line, place), place);
	}
};
function ofJson(line, place) {
	const result = members(jsonOf(line, place), "the line", place);
	const text = (name) => textOf(result, name);
	return endedOf({
		name: `${text("method")} ${text("url")}`,
		startedAt: timeOf$1(own(result, "timestamp"), place),
		latency: amount(own(result, "latency"), "latency", place) / NANOS,
		code: count(own(result, "code"), "code", place),
		error: text("error")
	});
}
/** The value of one line. @throws Failure when it is no JSON */
function jsonOf(line, place) {
	try {
		return foreignJson(line);
	} catch (error) {
		throw invalid(place, `it is no JSON (${error instanceof Error ? error.message : String(error)})`);
	}
}
/** Columns: timestamp, code, latency, bytes out and in, error, body, attack, number, method, URL, headers. */
const fromRows = async (file, limits, tally) => {
	for await (const { fields, line } of rowsOf(file, limits)) {
		const place = {
			file: file.name,
			line
		};
		if (fields.length !== 12) throw invalid(place, `it has ${fields.length} columns, not 12`);
		const [time, code, latency, , , error = "", , , , method = "", url = ""] = fields;
		const request = {
			name: `${method} ${url}`,
			startedAt: amount(time, "the time", place) / NANOS,
			latency: amount(latency, "the latency", place) / NANOS,
			code: count(code, "the status", place),
			error
		};
		tally.add(endedOf(request), place);
	}
};
function endedOf({ name, startedAt, latency, code, error }) {
	const answered = code >= 100;
	const place = answered ? code < FAILED_FROM ? "ok" : "httpError" : placeOf(error);
	return {
		name,
		startedAt,
		latency,
		place,
		status: answered ? code : null,
		message: place === "ok" || error === "" ? null : error
	};
}
// src/imported/k6-points.ts
/** One line of k6's JSON output, read strictly: what it says of a request, or of the run. https://grafana.com/docs/k6/latest/results-output/real-time/json/ */
/** k6's numbers of errors: https://grafana.com/docs/k6/latest/javascript-api/error-codes/ */
const TIMEOUTS = ["1050", "1211"];
const REFUSED = ["1212"];
/** Metrics that are not read, as most lines begin: a look is quicker than a parse. The end is looked at, too, so that a line that is cut is told. */
const UNREAD = /^\{"metric":"(?:http_req_(?:blocked|connecting|tls_handshaking|sending|waiting|receiving|failed)|data_sent|data_received|iteration_duration|group_duration|vus_max)","type":"Point","data":\{.*\}\}$/;
/** Reads a line. @throws Failure for one that k6 does not write */
function k6PointOf(line, place) {
	if (UNREAD.test(line)) return { kind: "other" };
	const whole = members(jsonOf(line, place), "the line", place);
	const metric = own(whole, "metric");
	const type = own(whole, "type");
	if (type === "Metric") return metricOf(whole, metric, place);
	if (type !== "Point") throw invalid(place, "it is neither a Metric nor a Point");
	const data = () => members(own(whole, "data"), "data", place);
	switch (metric) {
		case "http_req_duration": return requestOf(data(), place);
		case "http_reqs": return {
			kind: "sent",
			count: count(own(data(), "value"), metric, place)
		};
		case "vus": return {
			kind: "users",
			at: timeOf(data(), place),
			count: count(own(data(), "value"), metric, place)
		};
		case "iterations":
		case "dropped_iterations": return {
			kind: metric === "iterations" ? metric : "dropped",
			at: timeOf(data(), place),
			count: count(own(data(), "value"), metric, place)
		};
		case "checks": return {
			kind: "check",
			at: timeOf(data(), place),
			passed: amount(own(data(), "value"), metric, place) > 0
		};
		default: return { kind: "other" };
	}
}
/** The most thresholds of a metric, and of their characters, that anybody reads. */
const THRESHOLDS_MAX = 50;
const TEXT_MAX = 300;
function metricOf(whole, name, place) {
	const data = own(whole, "data");
	const listed = typeof data === "object" && data !== null ? own({ ...data }, "thresholds") : void 0;
	const inner = typeof data === "object" && data !== null ? own({ ...data }, "name") : void 0;
	const metric = typeof name === "string" ? name : inner;
	if (typeof metric !== "string") throw invalid(place, "it is a Metric without a name");
	const thresholds = Array.isArray(listed) ? listed.filter((each) => typeof each === "string") : [];
	return {
		kind: "metric",
		metric: metric.slice(0, TEXT_MAX),
		thresholds: thresholds.slice(0, THRESHOLDS_MAX).map((each) => each.slice(0, TEXT_MAX))
	};
}
function requestOf(value, place) {
	const tags = members(own(value, "tags"), "data.tags", place);
	const text = (name) => textOf(tags, name);
	const latency = amount(own(value, "value"), "http_req_duration", place);
	const end = timeOf(value, place);
	const code = text("status") === "" ? 0 : count(text("status"), "the tag status", place);
	const status = code >= 100 ? code : null;
	const expected = own(tags, "expected_response");
	if (expected !== "true" && expected !== "false") throw invalid(place, "the tag expected_response is missing (k6 has it from 0.31 on, among its system tags)");
	const fate = status === null ? brokenBy(text("error_code")) : expected === "true" ? "ok" : "httpError";
	const message = status === null ? text("error") || `error ${text("error_code")}` : null;
	const name = `${text("method")} ${text("name") || text("url")}`.trim();
	const around = /^::(?:setup|teardown)(?:::|$)/.test(text("group"));
	return {
		kind: "request",
		request: {
			name,
			startedAt: end - latency,
			latency,
			place: fate,
			status,
			message
		},
		around
	};
}
function timeOf(value, place) {
	const time = own(value, "time");
	const at = typeof time === "string" ? Date.parse(time) : NaN;
	if (!Number.isFinite(at)) throw invalid(place, "data.time is no date");
	return at;
}
function brokenBy(code) {
	if (TIMEOUTS.includes(code)) return "timeout";
	return REFUSED.includes(code) ? "refused" : "connectionError";
}
// src/imported/k6-structured.ts
/** The machine-readable summary of k6 (from 1.5 on, by `--new-machine-readable-summary`), put into the shape of the older ones. https://github.com/grafana/k6-summary */
/** More metrics than any script has. */
const METRICS_MAX = 1e4;
/** `older` is `handleSummary`'s and `--summary-export`'s; `unknown` has the shape of the new one, and a version that is not read. */
function formOf(whole) {
	if (own(whole, "metrics") !== void 0 || own(whole, "results") === void 0) return "older";
	return /^1\.\d{1,4}\.\d{1,4}$/.test(textOf(whole, "version")) ? "structured" : "unknown";
}
/** A summary of any shape in that of `handleSummary`'s data. @throws Failure for a version of the new shape that is not known, and for one that is broken */
function summaryOf(value, place) {
	const whole = members(value, "the whole", place);
	const form = formOf(whole);
	if (form === "older") return {
		whole,
		version: "",
		tellsThresholds: true
	};
	if (form === "unknown") throw otherForm(place, `is a summary of k6 in version ${quoted(own(whole, "version") ?? "")} of its new form, of which only 1 is read`, "Run k6 without --new-machine-readable-summary, or write its points: --out json=FILE.");
	const config = members(own(whole, "config"), "config", place);
	const metadata = members(own(whole, "metadata"), "metadata", place);
	const told = textOf(metadata, "k6_version") || textOf(metadata, "k6Version");
	const version = /^v?(\d[0-9A-Za-z.+-]{0,30})$/.exec(told)?.[1] ?? "";
	const seconds = positive(own(config, "duration"), "config.duration", place);
	const testRunDurationMs = Number((1e3 * seconds).toFixed(6));
	const results = members(own(whole, "results"), "results", place);
	return {
		whole: {
			metrics: metricsIn(own(results, "metrics"), place),
			state: { testRunDurationMs }
		},
		version,
		tellsThresholds: false
	};
}
function metricsIn(listed, place) {
	if (!Array.isArray(listed) || listed.length > METRICS_MAX) throw invalid(place, "results.metrics is no list of metrics");
	const metrics = /* @__PURE__ */ new Map();
	for (const [index, each] of listed.entries()) {
		const metric = members(each, `results.metrics[${index}]`, place);
		const name = textOf(metric, "name");
		if (name === "") throw invalid(place, `results.metrics[${index}] has no name`);
		if (metrics.has(name)) throw inconsistent(place, `the metric ${quoted(name)} is told twice`);
		const values = members(own(metric, "values"), `the values of ${quoted(name)}`, place);
		metrics.set(name, { values: own(metric, "type") === "rate" ? rateOf(values, name, place) : values });
	}
	return Object.fromEntries(metrics);
}
/** The older shapes call what matched `passes`, and the rest `fails`. */
function rateOf(values, name, place) {
	const passes = count(own(values, "matches"), `${name}.matches`, place);
	const total = count(own(values, "total"), `${name}.total`, place);
	if (passes > total) throw inconsistent(place, `${name} matched ${passes} of ${total}`);
	return {
		rate: own(values, "rate"),
		passes,
		fails: total - passes
	};
}
export { createTally as a, rowsOf as c, countsOf as d, frequent as f, readVegeta as i, quantileOf as l, placeOf as m, summaryOf as n, sorted as o, note as p, k6PointOf as r, columnsOf as s, formOf as t, toldLatency as u };
