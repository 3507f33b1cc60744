import.meta.dirname;
import.meta.filename;
import { t as __commonJSMin } from "./chunk-rolldown-runtime.js";
import { i as phrase, n as english } from "./chunk-phrase.js";
import { n as METRIC_NAMES, t as METRICS } from "./chunk-metric.js";
import { n as Failure } from "./chunk-failure.js";
import { C as NEVER, b as unknown, g as strictObject, h as record, y as union } from "./chunk-schemas.js";
// src/config/defaults.ts
/** Where the configuration is looked for. */
const DEFAULT_CONFIG_PATH = ".github/loadgate.yml";
/** Defaults of single keys, as text that their kinds understand. */
const DEFAULTS = {
	suite: "default",
	language: "en",
	url: "http://127.0.0.1:{port}",
	workingDirectory: ".",
	port: "free",
	observe: "auto",
	buildTimeout: "10m",
	readyTimeout: "30s",
	stopTimeout: "3s",
	showLog: "on-failure",
	engine: "auto",
	locustCommand: "locust",
	locustProcesses: 1,
	locustBind: "127.0.0.1",
	locustPort: 5557,
	sshPort: 22,
	locustJoinWithin: "60s",
	locustMayLose: 0,
	k6Command: "k6",
	k6Shape: "scenario",
	http: 1.1,
	executor: "constant-users",
	users: 10,
	startUsers: 1,
	startRate: 0,
	maxUsers: 200,
	/** Of `capacity`. */
	firstRate: 10,
	maxRate: 5e3,
	step: "4s",
	maxDuration: "3m",
	objectiveErrorRate: "1%",
	duration: "20s",
	soakDuration: "10m",
	warmUp: "3s",
	timeout: "10s",
	order: "weighted",
	request: "GET /",
	method: "GET",
	weight: 1,
	expect: "2xx",
	pick: "sequential",
	counterStart: 0,
	counterStep: 1,
	compare: "auto",
	budget: "6m",
	sensitivity: "standard",
	baselineStore: "auto",
	baselineBranch: "loadgate",
	baselinePath: ".loadgate/baseline.json",
	baselinePublish: "auto",
	baselineKeep: 30,
	baselineMinRuns: 10,
	policyMode: "gate",
	onInconclusive: "pass",
	onNoBaseline: "pass",
	comment: "auto",
	reportDirectory: "loadgate-report",
	reportFormats: "[junit, openmetrics, csv]",
	chartFiles: "none"
};
/** Limits of a metric that neither the scenario nor `defaults` names, against the stored baseline. */
const DEFAULT_LIMITS = {
	p95: { "max-increase": "10%" },
	throughput: { "max-decrease": "10%" },
	"error-rate": { max: "1%" },
	capacity: { "max-decrease": "10%" },
	"cpu-per-request": { "max-increase": "10%" }
};
/** The same against the base commit measured beside, by sensitivity: noise that both builds share does not count there. */
const DEFAULT_BESIDE = {
	standard: {
		p95: "3%",
		throughput: "2%",
		capacity: "5%",
		"cpu-per-request": "2%"
	},
	strict: {
		p95: "2%",
		throughput: "1%",
		capacity: "3%",
		"cpu-per-request": "1%"
	}
};
// src/config/block.ts
/** Mappings of a configuration: strict objects whose complaints name the keys they know. */
/** A strict mapping. Its complaint about an unknown key carries the known keys, one a line, as its message. */
function block(shape) {
	const known = Object.keys(shape).join("\n");
	return strictObject(shape, { error: (issue) => issue.code === "unrecognized_keys" ? known : void 0 });
}
/** A key that may be left out, with the words and the default (as a person would write it) that editors and docs show. */
function key(schema, description, standard) {
	return schema.meta(standard === void 0 ? { description } : {
		description,
		default: standard
	}).optional();
}
/** A key that must be given. */
function needed(schema, description) {
	return schema.meta({ description });
}
/** A mapping from names to entries. */
function named(name, entry) {
	return record(name, entry);
}
// src/config/tree.ts
var import_fastest_levenshtein = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
/** Keys that could reach a prototype where a later reader is careless. */
const FORBIDDEN_KEYS = /* @__PURE__ */ new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
/** Names that every object of the language has: a look-up by such a name would find a function. */
function isReservedName(name) {
	return name in Object.prototype || FORBIDDEN_KEYS.has(name);
}
/** A path as a map's key. No key of a config holds NUL: texts with NUL are refused. */
function pathKey(path) {
	return path.join("\0");
}
/** A path as people read it: `scenarios.browse.requests[2].path`, counted from 0 as editors and jq do. */
function showPath(path) {
	return path.map((step, index) => typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${step}`).join("");
}
/** True for a mapping. */
function isTreeMap(tree) {
	return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}
/** An entry of a mapping, or undefined when there is no such entry or no mapping. */
function entryOf(tree, key) {
	return isTreeMap(tree) && Object.hasOwn(tree, key) ? tree[key] : void 0;
}
/** The entries of a mapping; none when it is not one. */
function entriesOf(tree) {
	return isTreeMap(tree) ? Object.entries(tree) : [];
}
/** The entries of a list; none when it is not one. */
function itemsOf(tree) {
	return Array.isArray(tree) ? tree : [];
}
/** The value at a path, or undefined. */
function valueAt(tree, path) {
	return path.reduce((at, step) => typeof step === "number" ? itemsOf(at)[step] : entryOf(at, step), tree);
}
/** A copy of the tree with one value set; missing mappings on the way are made. Where something else stands in the way, the tree stays as it is. */
function withValue(tree, path, value) {
	const [first, ...rest] = path;
	if (first === void 0) return value;
	if (tree !== void 0 && !isTreeMap(tree)) return tree;
	const copy = Object.assign(emptyMap(), tree);
	copy[first] = withValue(entryOf(tree, first), rest, value);
	return copy;
}
/** A mapping without a prototype. */
function emptyMap() {
	return Object.create(null);
}
// src/config/problems.ts
/** What is wrong with a configuration: collected, placed in the text, and told all at once. */
/** Problems shown at once. */
const SHOWN_MAX = 50;
/** Characters of a source line shown around a problem. */
const WIDTH_MAX = 120;
/** A problem with the value at a path. */
function atValue(path, message) {
	return {
		kind: "path",
		path,
		part: "value",
		message
	};
}
/** A problem with the key at the end of a path. */
function atKey(path, message) {
	return {
		kind: "path",
		path,
		part: "key",
		message
	};
}
/** `` `key` must <be so> (got 5); say <so> ``: the one form of every complaint about a value. */
function mustProblem(path, must, value, say = null) {
	const got = showValue(value);
	return atValue(path, say === null ? phrase("must", {
		must,
		got
	}) : phrase("must-say", {
		must,
		got,
		say
	}));
}
/** `a and b`, `a or b`: words joined in any language. */
const listed = (join, words) => words.slice(1).reduce((one, other) => phrase(join, {
	one,
	other
}), words[0] ?? "");
/** A mapping that has none or several of the keys of which it must have one. */
function oneOfKeys(keys, given) {
	const known = keys.join(", ");
	return given.length === 0 ? phrase("exactly-one-none", { known }) : phrase("exactly-one", {
		known,
		given: listed("both", given)
	});
}
/** All problems as one failure of kind `usage`, code `config-invalid`, in the order of the text. */
function invalidConfig(problems, origin) {
	const placed = inOrder(problems.map((problem) => placeProblem(problem, origin)));
	const count = placed.length;
	const lines = placed.slice(0, SHOWN_MAX).flatMap((problem) => tell(problem, origin).map(cleaned));
	const hidden = placed.length - SHOWN_MAX;
	return new Failure({
		kind: "usage",
		code: "config-invalid",
		message: invalidIn(origin.file, count),
		advice: phrase("config-invalid-advice"),
		lines: hidden > 0 ? [...lines, phrase("more-problems", { count: hidden })] : lines
	});
}
function invalidIn(where, count) {
	if (where === null) return count === 1 ? phrase("config-invalid-input") : phrase("config-invalid-inputs", { count });
	return count === 1 ? phrase("config-invalid-one", { where }) : phrase("config-invalid", {
		where,
		count
	});
}
/** `did you mean x?` with the nearest of the known words, or null when none is near. */
function didYouMean(word, known) {
	if (word === "" || known.length === 0) return null;
	const nearest = (0, import_fastest_levenshtein.closest)(word.toLowerCase().slice(0, 60), known);
	return (0, import_fastest_levenshtein.distance)(word.toLowerCase().slice(0, 60), nearest) <= Math.max(1, Math.floor(nearest.length / 3)) ? phrase("did-you-mean", { word: nearest }) : null;
}
/** A value in a few words. */
function showValue(value) {
	if (typeof value === "string") return `"${clean(shorten(value, 60))}"`;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (isTreeMap(value)) return phrase(Object.keys(value).length === 0 ? "an-empty-mapping" : "a-mapping");
	if (Array.isArray(value)) return phrase(value.length === 0 ? "an-empty-list" : "a-list");
	return phrase("got-nothing");
}
/** Control, bidirectional and zero-width characters replaced: the words go to terminals and logs. */
function clean(text) {
	return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => char === "	" ? " " : "�");
}
/** Inputs first, then in the order of the text; each once. */
function inOrder(placed) {
	return [...new Map(placed.map((problem) => [`${"place" in problem ? JSON.stringify(problem.place) : problem.range[0]} ${english(problem.message)}`, problem])).values()].sort((a, b) => offsetOf(a) - offsetOf(b));
}
function offsetOf(problem) {
	return "range" in problem ? problem.range[0] : -1;
}
function placeProblem(problem, origin) {
	if (problem.kind === "range") return problem;
	const input = inputAt(problem.path, origin);
	if (input !== null) return {
		place: phrase("input-place", { name: input }),
		message: problem.message
	};
	const message = problem.part === "value" ? withName(problem.path, problem.message) : problem.message;
	const range = rangeOf(problem, origin);
	return range === null ? {
		place: origin.file ?? phrase("inputs-place"),
		message
	} : {
		range,
		message
	};
}
/** What the problem is with: a key, or the whole. */
function withName(path, problem) {
	return path.length === 0 ? phrase("file-problem", { problem }) : phrase("key-problem", {
		key: clean(showPath(path)),
		problem
	});
}
/** The input that set this path or something above it; null when the text did. */
function inputAt(path, origin) {
	for (let length = path.length; length > 0; length--) {
		const name = origin.inputs.get(pathKey(path.slice(0, length)));
		if (name !== void 0) return name;
		if (origin.places.has(pathKey(path.slice(0, length)))) return null;
	}
	return null;
}
/** The problem's own place, or the key of the nearest mapping around it that the text has. */
function rangeOf(problem, origin) {
	const own = origin.places.get(pathKey(problem.path));
	if (own !== void 0) return problem.part === "key" ? own.key ?? own.value : own.value;
	for (let length = problem.path.length - 1; length >= 0; length--) {
		const around = origin.places.get(pathKey(problem.path.slice(0, length)));
		if (around !== void 0) return around.key ?? [around.value[0], around.value[0] + 1];
	}
	return null;
}
/** `file:line:column: message`, the line, and a caret under the place. */
/** Without control characters, also in what fills a phrase. */
function cleaned(line) {
	if (typeof line === "string") return clean(line);
	const facts = Object.entries(line.facts).map(([name, fact]) => [name, typeof fact === "number" ? fact : cleaned(fact)]);
	return {
		...line,
		facts: Object.fromEntries(facts)
	};
}
function tell(placed, origin) {
	if ("place" in placed) return [phrase("placed", {
		place: placed.place,
		problem: placed.message
	})];
	const { range, message: problem } = placed;
	const { line, col, text } = lineAt(origin.text, range[0]);
	const start = Math.max(0, col - 1 - Math.floor(WIDTH_MAX / 2));
	const shown = clean(text.slice(start, start + WIDTH_MAX)).trimEnd();
	const caretAt = col - 1 - start;
	const carets = Math.max(1, Math.min(range[1] - range[0], shown.length - caretAt));
	const gutter = String(line).padStart(5);
	return [
		phrase("placed", {
			place: origin.file === null ? phrase("inputs-at", {
				line: String(line),
				column: String(col)
			}) : `${origin.file}:${line}:${col}`,
			problem
		}),
		`${gutter} | ${shown}`,
		`${" ".repeat(gutter.length)} | ${" ".repeat(caretAt)}${"^".repeat(carets)}`
	];
}
function lineAt(text, offset) {
	const before = text.slice(0, offset);
	const from = before.lastIndexOf("\n") + 1;
	const to = text.indexOf("\n", offset);
	return {
		line: before.split("\n").length,
		col: offset - from + 1,
		text: text.slice(from, to === -1 ? void 0 : to)
	};
}
function shorten(text, max) {
	return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
// src/config/quantities.ts
/** Durations, shares, rates and sizes as people write them. Pure text in, plain finite numbers out; null where the text is none. */
/** Milliseconds in one of each unit of time. */
const UNITS = /* @__PURE__ */ new Map([
	["h", 36e5],
	["m", 6e4],
	["s", 1e3],
	["ms", 1],
	["us", .001],
	["µs", .001]
]);
/** A number without sign or exponent: nobody writes `1e3s`. */
const NUMBER = String.raw`\d{1,12}(?:\.\d{1,9})?`;
/** JSON Schema pattern of {@link parseDuration}. */
const DURATION_PATTERN = `^(0|(${NUMBER} ?(h|ms|m|s|us|µs) ?)+)$`;
/** JSON Schema pattern of {@link parseShare} for text. */
const SHARE_PATTERN = `^${NUMBER} ?%?$`;
/** JSON Schema pattern of {@link parseRate} for text. */
const RATE_PATTERN = `^${NUMBER} ?(/s)?$`;
/** JSON Schema pattern of {@link parseSize} for text. */
const SIZE_PATTERN = `^${NUMBER} ?([kKmM]?i?[bB])?$`;
/** JSON Schema pattern of {@link parseGrowth}. */
const GROWTH_PATTERN = `^${NUMBER} ?[kKmM]?i?[bB] ?/ ?min$`;
/** `30s`, `250ms`, `1.5m`, `1h`, `1m30s`, `0` as milliseconds; null when it is no duration. */
function parseDuration(text) {
	if (text.trim() === "0") return 0;
	const part = new RegExp(String.raw`\s*(${NUMBER})\s?(h|ms|m|s|us|µs)(?![a-zµ])\s*`, "y");
	let total = 0;
	while (part.lastIndex < text.length) {
		const [, amount, unit] = part.exec(text) ?? [];
		const ms = UNITS.get(unit ?? "");
		if (amount === void 0 || ms === void 0) return null;
		total += Number(amount) * ms;
	}
	return text === "" ? null : Number(total.toPrecision(15));
}
/** `5%` and `0.05` as 0.05; null when it is no share. */
function parseShare(text) {
	const [, amount, percent] = new RegExp(String.raw`^\s*(${NUMBER})\s?(%)?\s*$`).exec(text) ?? [];
	if (amount === void 0) return null;
	return percent === void 0 ? Number(amount) : Number(amount) / 100;
}
/** `100/s` and `100` as events a second; null when it is no rate. */
function parseRate(text) {
	const [, amount] = new RegExp(String.raw`^\s*(${NUMBER})\s?(?:/\s?s)?\s*$`).exec(text) ?? [];
	return amount === void 0 ? null : Number(amount);
}
/** Bytes in one of each unit of size: decimal ones, as in reports, and those of memory. */
const SIZES = /* @__PURE__ */ new Map([
	["b", 1],
	["kb", 1e3],
	["mb", 1e6],
	["kib", 1024],
	["mib", 1048576]
]);
/** `512 B`, `2.5kB`, `1 MiB` and plain numbers as bytes; null when it is no size. */
function parseSize(text) {
	const [, amount, unit = "b"] = new RegExp(String.raw`^\s*(${NUMBER})\s?([kKmM]?i?[bB])?\s*$`).exec(text) ?? [];
	const size = SIZES.get(unit.toLowerCase());
	return amount === void 0 || size === void 0 ? null : Number(amount) * size;
}
/** `0.5MB/min` as bytes a minute; null when it is none. */
function parseGrowth(text) {
	const [, size] = /^\s*([^/]*[bB])\s?\/\s?min\s*$/.exec(text) ?? [];
	return size === void 0 ? null : parseSize(size);
}
/** Bytes as a person would write them: `2.5kB`, `512B`. */
function writeSize(bytes) {
	if (bytes >= 1e6) return `${bytes / 1e6}MB`;
	return bytes >= 1e3 ? `${bytes / 1e3}kB` : `${bytes}B`;
}
/** Milliseconds as a person would write them: `10m`, `1.5s`, `200ms`. */
function writeDuration(ms) {
	for (const unit of [
		"h",
		"m",
		"s"
	]) {
		const size = UNITS.get(unit) ?? 1;
		if (ms >= size && ms % size === 0) return `${ms / size}${unit}`;
	}
	if (ms >= 1e3) return `${ms / 1e3}s`;
	return ms >= 1 || ms === 0 ? `${ms}ms` : `${ms * 1e3}us`;
}
/** A share as a percentage: `5%`. */
function writeShare(share) {
	return `${Number((share * 100).toPrecision(12))}%`;
}
// src/config/kinds.ts
/** Kinds of scalar that a configuration knows: each is a zod schema, an editor's JSON Schema, and a sentence for what is wrong. */
/**
* A kind of value from a reader: `title` names it in docs and editors, `shape` is its JSON Schema. Unions of types ("5%" or 0.05) are one kind, not
* a union of schemas, because one sentence must tell what is wrong.
*/
function kind(title, shape, read) {
	return unknown().transform((value, context) => {
		const reading = read(value);
		if ("value" in reading) return reading.value;
		const { must, say = null, mismatch = false } = reading;
		const complaint = {
			must,
			say,
			mismatch
		};
		context.addIssue({
			code: "custom",
			message: english(must),
			params: complaint,
			input: value
		});
		return NEVER;
	}).meta({
		title,
		...shape
	});
}
/** What a complaint of {@link kind} carries. */
function complaintOf({ params, message }) {
	return isComplaint(params) ? params : {
		must: phrase("foreign", { text: message }),
		say: null,
		mismatch: false
	};
}
const isComplaint = (params) => typeof params === "object" && params !== null && "must" in params && "mismatch" in params;
/** A phrase as the message of a union, which is a text: {@link unpacked} has it again. */
const packed = (must) => JSON.stringify(must);
/** The phrase of {@link packed}; any other text stays one. */
function unpacked(message) {
	try {
		const value = JSON.parse(message);
		if (isPhrase(value)) return value;
	} catch {}
	return phrase("foreign", { text: message });
}
const isPhrase = (value) => typeof value === "object" && value !== null && "phrase" in value && "facts" in value;
/** A length of time between two bounds, in milliseconds. */
function duration(min, max) {
	const must = phrase("be-duration", {
		min: writeDuration(min),
		max: writeDuration(max)
	});
	return kind("duration", {
		type: ["string", "number"],
		pattern: DURATION_PATTERN
	}, (value) => {
		if (typeof value === "number" && value !== 0) return {
			must,
			say: phrase("say-seconds", {
				a: value,
				b: value
			})
		};
		const written = value === 0 ? "0" : value;
		if (typeof written !== "string") return {
			must,
			say: phrase("say-duration"),
			mismatch: true
		};
		const ms = parseDuration(written);
		if (ms === null) return {
			must,
			say: /^[\d.]+$/.test(written) ? phrase("say-seconds", {
				a: written,
				b: written
			}) : phrase("say-duration")
		};
		return ms < min || ms > max ? { must } : { value: ms };
	});
}
/** A share between two bounds as a ratio: `5%` or 0.05. `above` leaves the lower bound itself out. */
function share(bounds) {
	const { min, max, above = false } = bounds;
	const facts = {
		min: writeShare(min),
		max: writeShare(max)
	};
	const must = above ? phrase("be-share-above", facts) : phrase("be-share", facts);
	return kind("share", {
		type: ["string", "number"],
		pattern: SHARE_PATTERN
	}, (value) => {
		if (typeof value !== "number" && typeof value !== "string") return {
			must,
			say: phrase("say-share"),
			mismatch: true
		};
		const ratio = parseShare(String(value));
		if (ratio === null) return {
			must,
			say: phrase("say-share")
		};
		if (ratio >= 1 && !String(value).includes("%")) return {
			must,
			say: phrase("say-share-of", {
				percent: ratio,
				ratio: ratio / 100
			})
		};
		return ratio > max || ratio < min || above && ratio === min ? { must } : { value: ratio };
	});
}
/** A share as {@link share} reads it, or the word `standard`. */
function shareOrStandard(bounds) {
	const written = share(bounds);
	const must = phrase("be-share-or-standard", {
		min: writeShare(bounds.min),
		max: writeShare(bounds.max)
	});
	return kind("share", { type: ["string", "number"] }, (value) => {
		if (value === "standard") return { value };
		const read = written.safeParse(value);
		if (read.success) return { value: read.data };
		const [issue] = read.error.issues;
		const complaint = issue?.code === "custom" ? complaintOf(issue) : null;
		return {
			must,
			say: complaint?.say ?? null,
			mismatch: complaint?.mismatch === true
		};
	});
}
/** Events a second, above zero: `100`, `100/s`. */
function rate(max) {
	const must = phrase("be-rate", { max });
	return kind("rate", {
		type: ["string", "number"],
		pattern: RATE_PATTERN
	}, (value) => {
		if (typeof value !== "number" && typeof value !== "string") return {
			must,
			say: phrase("say-rate"),
			mismatch: true
		};
		const perSecond = parseRate(String(value));
		if (perSecond === null) return {
			must,
			say: phrase("say-rate")
		};
		return perSecond <= 0 || perSecond > max ? { must } : { value: perSecond };
	});
}
/** An amount of bytes, above zero: `512B`, `2.5kB`, `1MiB`. */
function size(max) {
	const must = phrase("be-size", { max: writeSize(max) });
	return kind("size", {
		type: ["string", "number"],
		pattern: SIZE_PATTERN
	}, (value) => {
		if (typeof value !== "number" && typeof value !== "string") return {
			must,
			say: phrase("say-size"),
			mismatch: true
		};
		const bytes = parseSize(String(value));
		if (bytes === null) return {
			must,
			say: phrase("say-size")
		};
		return bytes <= 0 || bytes > max ? { must } : { value: bytes };
	});
}
/** An amount of bytes a minute, above zero: `500kB/min`. */
function growth(max) {
	const must = phrase("be-growth", { max: writeSize(max) });
	return kind("size a minute", {
		type: "string",
		pattern: GROWTH_PATTERN
	}, (value) => {
		if (typeof value !== "string") return {
			must,
			say: phrase("say-growth"),
			mismatch: true
		};
		const perMinute = parseGrowth(value);
		if (perMinute === null) return {
			must,
			say: phrase("say-growth")
		};
		return perMinute <= 0 || perMinute > max ? { must } : { value: perMinute };
	});
}
/** How many of something there may be on average, from zero: `3`, `2.5`. */
function amount(max) {
	const must = phrase("be-number", { max });
	return kind("number", {
		type: "number",
		minimum: 0,
		maximum: max
	}, (value) => {
		if (typeof value === "string" && /^\d{1,15}(?:\.\d{1,9})?$/.test(value)) return {
			must,
			say: phrase("say-unquoted", { value })
		};
		if (typeof value !== "number") return {
			must,
			mismatch: true
		};
		return value >= 0 && value <= max ? { value } : { must };
	});
}
/** A whole number between two bounds. */
function whole(min, max) {
	const must = phrase("be-whole", {
		min,
		max
	});
	return kind("whole number", {
		type: "integer",
		minimum: min,
		maximum: max
	}, (value) => {
		if (typeof value === "string" && /^-?\d{1,15}$/.test(value)) return {
			must,
			say: phrase("say-unquoted", { value })
		};
		if (typeof value !== "number") return {
			must,
			mismatch: true
		};
		return Number.isSafeInteger(value) && value >= min && value <= max ? { value } : { must };
	});
}
/** True or false. */
function flag() {
	const must = phrase("be-flag");
	return kind("true or false", { type: "boolean" }, (value) => typeof value === "boolean" ? { value } : {
		must,
		mismatch: true
	});
}
/** One of a few words. */
function oneOf(...words) {
	const must = words.length === 1 ? phrase("be-word", { word: words[0] }) : phrase("be-one-of", { words: words.map((word) => `\`${word}\``).join(", ") });
	return kind("word", { enum: words }, (value) => {
		const word = words.find((known) => known === value);
		if (word !== void 0) return { value: word };
		if (typeof value !== "string") return {
			must,
			mismatch: true
		};
		const same = words.find((known) => known.toLowerCase() === value.toLowerCase());
		return {
			must,
			say: same === void 0 ? didYouMean(value, words) : phrase("did-you-mean", { word: same })
		};
	});
}
/** Text of bounded length that is not empty. Line ends are allowed where `lines` says so. */
function text(title, options) {
	const { max, lines = false, empty = false } = options;
	const length = empty ? phrase("length-at-most", { max }) : phrase("length-from-one", { max });
	const must = lines ? phrase("be-text", { length }) : phrase("be-text-line", { length });
	return kind(title, {
		type: "string",
		minLength: empty ? 0 : 1,
		maxLength: max
	}, (value) => {
		if (typeof value !== "string") return {
			must,
			say: phrase("say-quotes"),
			mismatch: true
		};
		return value.length <= max && (empty || value.trim() !== "") && (lines || !hasControls(value)) ? { value } : { must };
	});
}
/** Text that matches a pattern. */
function pattern(title, source, must, say = null) {
	const matcher = new RegExp(source);
	return kind(title, {
		type: "string",
		pattern: source
	}, (value) => {
		if (typeof value !== "string") return {
			must,
			say: say ?? phrase("say-quotes"),
			mismatch: true
		};
		return matcher.test(value) ? { value } : {
			must,
			say
		};
	});
}
/** A name of a suite, a scenario: what comments, baselines and outputs call it. */
const NAME_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._ -]{0,59}$";
/** A name by {@link NAME_PATTERN}. Names that every object of the language has are refused. */
function name() {
	const must = phrase("be-name");
	const matcher = new RegExp(NAME_PATTERN);
	return kind("name", {
		type: "string",
		pattern: NAME_PATTERN
	}, (value) => {
		if (typeof value !== "string") return {
			must,
			say: phrase("say-quotes"),
			mismatch: true
		};
		if (isReservedName(value)) return {
			must: phrase("not-reserved"),
			say: phrase("say-other-name")
		};
		return matcher.test(value) ? { value } : { must };
	});
}
/** A path inside the workspace. Whether a link leads out of it is checked where it is opened. */
function innerPath(title) {
	const must = phrase("be-inner-path");
	return kind(title, { type: "string" }, (value) => {
		if (typeof value !== "string") return {
			must,
			mismatch: true
		};
		const steps = value.split("/");
		const inside = value.trim() !== "" && value.length <= 400 && !/^([/~]|[A-Za-z]:)/.test(value) && !/[\\\p{Cc}]/u.test(value);
		const plain = !steps.includes("..") && !steps.some((step) => step.toLowerCase() === ".git");
		return inside && plain ? { value } : { must };
	});
}
/** True for a whole number that is exact. */
function isWhole(value) {
	return Number.isSafeInteger(value);
}
/** True when the text holds control characters: line ends above all. */
function hasControls(value) {
	return /\p{Cc}/u.test(value);
}
// src/config/limit-schema.ts
/** The schema of limits, made from the table of metrics: what is better decides between `max-increase`/`max` and `max-decrease`/`min`. */
/** Largest relative change that can be asked for: ten times as slow. */
const CHANGE_MAX = 10;
/** Largest latency bound: what the longest timeout allows. */
const LATENCY_MAX = 6e5;
const RATE_MAX = 1e7;
/** Largest bound of an answer: a gigabyte. */
const SIZE_MAX = 1e9;
const COUNT_MAX = 1e6;
/** Limits of a scenario, or of `defaults`, by metric; `off` leaves a metric without any. */
const limits = block(Object.fromEntries(METRIC_NAMES.map((metric) => [metric, limitKey(metric)])));
/** The limits that hold of a metric when nobody says anything, as somebody would write them; null when there are none. */
function standardLimits(metric) {
	const known = DEFAULT_LIMITS[metric];
	if (known === void 0) return null;
	const rows = Object.entries(known).map(([name, text]) => [name, name === changeKey(metric) ? "standard" : text]);
	return Object.fromEntries(rows);
}
/** The key for the largest change for the worse of a metric. */
function changeKey(metric) {
	return METRICS[metric].better === "lower" ? "max-increase" : "max-decrease";
}
/** The key for the worst value of a metric. */
function boundKey(metric) {
	return METRICS[metric].better === "lower" ? "max" : "min";
}
function limitKey(metric) {
	const standard = DEFAULT_LIMITS[metric];
	const words = standard === void 0 ? void 0 : Object.entries(standard).map(([name, value]) => `${name} ${value}`).join(", ");
	const keys = [changeKey(metric), boundKey(metric)];
	const must = phrase("be-limits", {
		change: keys[0],
		bound: keys[1]
	});
	const off = kind("`off`", { const: "off" }, (value) => value === "off" ? { value } : {
		must,
		mismatch: true
	});
	const limit = block({
		[keys[0]]: key(changeKind(metric), `Largest ${changeWords(metric)} against the reference.${standardWords(metric)}`),
		[keys[1]]: key(boundKind(METRICS[metric]), `${keys[1] === "max" ? "Largest" : "Smallest"} value, whatever the reference.`)
	});
	return key(union([off, limit.meta({ minProperties: 1 })], { error: packed(must) }), `Limits of ${metric}. \`off\` removes the default.`, words);
}
function changeWords(metric) {
	const way = METRICS[metric].better === "lower" ? "increase" : "decrease";
	return METRICS[metric].change === "points" ? `${way} in percentage points` : way;
}
function changeKind(name) {
	const metric = METRICS[name];
	const bounds = {
		min: 0,
		max: metric.change === "points" || metric.better === "higher" ? 1 : CHANGE_MAX,
		above: !metric.exact
	};
	return hasStandard(name) ? shareOrStandard(bounds) : share(bounds);
}
/** True for metrics that have a relative limit unless somebody says otherwise. */
function hasStandard(metric) {
	return DEFAULT_LIMITS[metric]?.[changeKey(metric)] !== void 0;
}
/** A number holds against the stored baseline and the base commit alike; the standard knows that the base commit can be told apart more sharply. */
function standardWords(metric) {
	if (!hasStandard(metric)) return "";
	const { standard, strict } = DEFAULT_BESIDE;
	return ` \`standard\`: ${DEFAULT_LIMITS[metric]?.[changeKey(metric)]} against the stored baseline, ${standard[metric]} (with \`sensitivity: strict\` ${strict[metric]}) against the base commit.`;
}
function boundKind(metric) {
	return {
		ms: () => duration(.001, LATENCY_MAX),
		"/s": () => rate(RATE_MAX),
		B: () => size(SIZE_MAX),
		"B/min": () => growth(SIZE_MAX),
		ratio: () => share({
			min: 0,
			max: 1
		}),
		count: () => amount(COUNT_MAX)
	}[metric.unit]();
}
export { listed as A, pathKey as B, writeShare as C, clean as D, atValue as E, entriesOf as F, key as G, valueAt as H, entryOf as I, DEFAULTS as J, named as K, isReservedName as L, oneOfKeys as M, FORBIDDEN_KEYS as N, didYouMean as O, emptyMap as P, isTreeMap as R, writeDuration as S, atKey as T, withValue as U, showPath as V, block as W, DEFAULT_CONFIG_PATH as X, DEFAULT_BESIDE as Y, DEFAULT_LIMITS as Z, text as _, complaintOf as a, parseDuration as b, innerPath as c, name as d, oneOf as f, share as g, rate as h, standardLimits as i, mustProblem as j, invalidConfig as k, isWhole as l, pattern as m, changeKey as n, duration as o, packed as p, needed as q, limits as r, flag as s, boundKey as t, kind as u, unpacked as v, writeSize as w, parseShare as x, whole as y, itemsOf as z };
