import.meta.dirname;
import.meta.filename;
import { n as english } from "./chunk-phrase.js";
import { C as placeholdersIn, _ as config, a as writeAtomically, c as checkService, d as checkScenarios, g as TEXT_PLACES, j as problemsOf, o as checkCompare, u as checkWritten } from "./chunk-files.js";
import { n as readYaml, r as require_dist } from "./chunk-yaml-text.js";
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { F as entriesOf, I as entryOf, L as isReservedName, N as FORBIDDEN_KEYS, P as emptyMap, R as isTreeMap, z as itemsOf } from "./chunk-limit-schema.js";
import { r as readWorkspaceFile } from "./chunk-workspace.js";
import { t as inWorld } from "./chunk-program.js";
import { basename, parse, resolve } from "node:path";
// src/config/draft/check.ts
/** What Loadgate itself would say to a configuration that names no files: read again before it is written. */
/** Everything that is wrong with the text of a configuration; nothing for one that can be run. */
function problemsOfText(text) {
	const { tree, problems } = readYaml(text, TEXT_PLACES);
	if (tree === null) return problems.map(wordsOf);
	const parsed = config.safeParse(tree);
	return [
		...problems,
		...parsed.success ? [] : problemsOf(parsed.error.issues, tree),
		...checkService(tree),
		...checkCompare(tree),
		...checkWritten(tree),
		...checkScenarios(tree, /* @__PURE__ */ new Map())
	].map(wordsOf);
}
function wordsOf(problem) {
	return problem.kind === "path" ? `${problem.path.join(".")} ${english(problem.message)}` : english(problem.message);
}
// src/config/draft/document.ts
var import_dist = require_dist();
const MIB = 1048576;
/** Bytes of a document. The largest public API descriptions are smaller, and recordings that are larger hold mostly files. */
const DOCUMENT_BYTES_MAX = 32 * MIB;
/** Characters of YAML: reading it takes a second for each million and many times its size in memory. */
const YAML_MAX = 4 * MIB;
/** Nested mappings and lists of YAML: its reader calls itself for each. */
const YAML_DEPTH_MAX = 100;
const TITLES = {
	openapi: "OpenAPI document",
	har: "HAR file"
};
/** What a document is called in sentences. */
function titleOf(kind) {
	return TITLES[kind];
}
/**
* Reads a document. A recording is JSON; a description of an API may be YAML.
* @throws Failure kind `usage`, code `document-invalid`
*/
function readDocument(written, file, kind) {
	const text = written.startsWith("﻿") ? written.slice(1) : written;
	if (text.trim() === "") throw invalid(file, "is empty", adviceFor(kind));
	if (text.includes("\0")) throw invalid(file, "is not UTF-8 text", "Save it as UTF-8, and try again.");
	if (kind === "openapi" && !/^\s*[[{]/u.test(text)) return readYamlDocument(text, file);
	const reading = readJson(text);
	if ("value" in reading) return reading.value;
	const yaml = kind === "openapi" && text.length <= YAML_MAX ? orNull(() => readYamlDocument(text, file)) : null;
	if (yaml !== null) return yaml;
	throw invalid(file, "is not valid JSON", adviceFor(kind), [placed(file, reading)]);
}
function orNull(read) {
	try {
		return read();
	} catch (error) {
		if (error instanceof Failure) return null;
		throw error;
	}
}
/** A document that is not what it should be. */
function invalid(file, what, advice, lines = [], code = "document-invalid") {
	return new Failure({
		kind: "usage",
		code,
		message: `${file} ${what}.`,
		advice,
		lines
	});
}
function adviceFor(kind) {
	return kind === "har" ? "Save the recording again (\"Save all as HAR\" in the network panel of a browser), and give that file." : "Give an OpenAPI document as JSON or YAML.";
}
function readJson(text) {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const [, line, column] = /\(line (\d+) column (\d+)\)/u.exec(message) ?? [];
		return {
			message: message.replace(/ in JSON at position .*/u, "").slice(0, 200),
			line: line === void 0 ? null : Number(line),
			column: column === void 0 ? null : Number(column)
		};
	}
}
function placed(file, { message, line, column }) {
	return line === null || column === null ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}
function readYamlDocument(text, file) {
	if (text.length > YAML_MAX) throw invalid(file, `is YAML of more than ${YAML_MAX / MIB} MiB, which takes very long to read`, "Convert it to JSON, and give that file.");
	const lines = new import_dist.LineCounter();
	const document = composed$1(text, file, lines);
	const [fault] = document.errors;
	if (fault !== void 0) {
		const { line, col } = lines.linePos(fault.pos[0]);
		throw invalid(file, "is not valid YAML", "Correct the place below.", [placed(file, {
			message: (fault.message.split("\n", 1)[0] ?? "").slice(0, 200),
			line,
			column: col
		})]);
	}
	try {
		return document.toJS({ maxAliasCount: 1e3 });
	} catch (error) {
		throw invalid(file, "cannot be read: its aliases multiply", "Write its values out.", [`${file}: ${(error instanceof Error ? error.message : String(error)).slice(0, 200)}`]);
	}
}
/** Step by step, so that a bomb is noticed while it is read and not after. */
function composed$1(text, file, lines) {
	const parser = new import_dist.Parser(lines.addNewLine);
	const tokens = [];
	for (const lexeme of new import_dist.Lexer().lex(text)) {
		for (const token of parser.next(lexeme)) tokens.push(token);
		if (parser.stack.length > 102) {
			const { line, col } = lines.linePos(parser.offset);
			throw invalid(file, "cannot be read", "Give a document that is not nested so deeply.", [`${file}:${line}:${col}: nested more than ${YAML_DEPTH_MAX} levels deep`]);
		}
	}
	for (const token of parser.end()) tokens.push(token);
	const [document] = [...new import_dist.Composer({
		prettyErrors: false,
		uniqueKeys: false,
		stringKeys: true,
		schema: "core",
		logLevel: "silent"
	}).compose(tokens, true, text.length)];
	if (document === void 0) throw invalid(file, "is empty", adviceFor("openapi"));
	return document;
}
/** True for a request that by its method only reads. */
function isSafe(method) {
	return method === "GET" || method === "HEAD";
}
/** `1 request`, `2 requests`, and a verb that agrees. */
function counted(number, noun, verb) {
	const many = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
	const [one, more] = verb ?? ["", ""];
	return `${number} ${number === 1 ? noun : many} ${number === 1 ? one : more}`.trimEnd();
}
// src/config/draft/inert.ts
/** Texts of a document made inert: whatever they hold, they mean themselves where a configuration puts them. */
/** Levels of a body: far below what a configuration takes. */
const DEPTH_MAX$2 = 8;
/** Values of a body: what a person still reads. */
const NODES_MAX = 100;
/** Characters of a text in a body. */
const TEXT_MAX = 500;
const KEY_MAX = 80;
/** Characters of a value that is put into a path, before it is encoded. */
const VALUE_MAX = 200;
/** A text on one line that can be seen, in at most `max` characters; empty when nothing is left. */
function oneLine(text, max) {
	return text.slice(0, max * 4).toWellFormed().replaceAll(/[\p{C}\p{Z}\uFFFD]+/gu, " ").trim().slice(0, max).replace(/\p{Cs}$/u, "").trim();
}
/** A text as it is, but for its length and for braces that would be taken for a variable. */
function inertText(text, max = TEXT_MAX) {
	return text.slice(0, max).toWellFormed().replaceAll(/\{(?=\{)/gu, "{ ");
}
/** A name of a variable made of any text. */
function variableName(text) {
	const name = text.slice(0, 80).replaceAll(/[^A-Za-z0-9_-]+/gu, "_").replace(/^[^A-Za-z_]+/u, "").slice(0, 36);
	if (/^_*$/u.test(name)) return "value";
	return isReservedName(name) ? `${name}_value` : name;
}
/** A value as a part of a path or a query. Nothing in it can end the part. */
function urlValue(text) {
	return encodeURIComponent(text.slice(0, VALUE_MAX).toWellFormed());
}
/** A part of a URL with everything encoded that a request line cannot hold; what is encoded already stays. */
function urlLiteral(text) {
	return text.toWellFormed().replaceAll(/[^!-~]|[\\"<>^`|{}#]/gu, (char) => encodeURIComponent(char));
}
/** True for a header that a configuration may set by this name. */
function isHeaderName(name) {
	return /^[A-Za-z0-9-]{1,60}$/u.test(name) && !isReservedName(name) && !isReservedName(name.toLowerCase());
}
/** A copy of a value for a body, and whether it had to be cut. Bounded in depth and number, whatever comes in: cycles too. */
function inertTree(tree) {
	const room = {
		left: NODES_MAX,
		isCut: false
	};
	return {
		tree: copyOf(tree, 0, room) ?? null,
		isCut: room.isCut
	};
}
function copyOf(tree, depth, room) {
	if (room.left <= 0 || depth > DEPTH_MAX$2) {
		room.isCut = true;
		return;
	}
	room.left -= 1;
	if (Array.isArray(tree)) return listOf(tree, depth, room);
	if (isTreeMap(tree)) return mapOf$1(tree, depth, room);
	if (typeof tree === "string") return inertText(tree);
	if (typeof tree === "number") return isExact(tree) ? tree : 1;
	return typeof tree === "boolean" ? tree : null;
}
function listOf(items, depth, room) {
	const copies = [];
	for (const item of items) {
		const copy = copyOf(item, depth + 1, room);
		if (copy === void 0) break;
		copies.push(copy);
	}
	return copies;
}
function mapOf$1(tree, depth, room) {
	const map = emptyMap();
	for (const [key, value] of Object.entries(tree)) {
		if (room.left <= 0) {
			room.isCut = true;
			break;
		}
		const name = inertText(key, KEY_MAX);
		if (FORBIDDEN_KEYS.has(name) || name === "<<" || Object.hasOwn(map, name)) continue;
		const copy = copyOf(value, depth + 1, room);
		if (copy !== void 0) map[name] = copy;
	}
	return map;
}
/** Numbers that a configuration takes: others are not what the document meant any more. */
function isExact(value) {
	return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
// src/config/draft/names.ts
/** Names of requests and variables: each once. */
/** An empty book. */
function variableBook() {
	const known = /* @__PURE__ */ new Map();
	const numbers = /* @__PURE__ */ new Map();
	const byValues = /* @__PURE__ */ new Map();
	return {
		nameFor: (wanted, values, remark) => {
			const base = variableName(wanted);
			const own = [...new Set(values)].slice(0, 20);
			const key = `${base} ${own.join(" ")}`;
			const same = byValues.get(key);
			if (same !== void 0) return same;
			const name = freeName(base, numbers, (taken) => known.has(taken));
			known.set(name, {
				name,
				values: own,
				remark
			});
			byValues.set(key, name);
			return name;
		},
		all: () => [...known.values()]
	};
}
/** `id`, `id_2`, `id_3`: the numbers are remembered, so that many of one name cost no search. */
function freeName(base, numbers, isTaken) {
	let number = numbers.get(base) ?? 0;
	let name = base;
	do {
		number += 1;
		name = number === 1 ? base : `${base.slice(0, 32)}_${number}`;
	} while (isTaken(name));
	numbers.set(base, number);
	return name;
}
/** The same requests with names that are nobody else's; null where method and path already are. */
function withOwnNames(requests) {
	const taken = /* @__PURE__ */ new Set();
	const numbers = /* @__PURE__ */ new Map();
	return requests.map((request) => {
		const wanted = request.name ?? `${request.method} ${request.path}`;
		if (!taken.has(wanted)) {
			taken.add(wanted);
			return request;
		}
		const base = wanted.slice(0, 72).toWellFormed();
		let number = numbers.get(base) ?? 1;
		let name = wanted;
		do {
			number += 1;
			name = `${base} (${number})`;
		} while (taken.has(name));
		numbers.set(base, number);
		taken.add(name);
		return {
			...request,
			name
		};
	});
}
// src/config/draft/yaml-words.ts
/** Plain values as YAML that holds no surprise: strings that could be read as anything else stand in quotes, on one line. */
/** Columns beyond which a collection is broken into lines. */
const WIDTH = 100;
const STEP = "  ";
/** A text as a scalar that every place takes: block and flow, key and value. */
function quoted(text) {
	if (/^[A-Za-z][\w-]*(?:[ .][\w-]+)*$/u.test(text) && text.length <= 80 && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text)) return text;
	return `"${text.replaceAll(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\uFFFD/gu, escapeOf)}"`;
}
/** A path as a scalar of a block: with its braces, and without quotes where that is the same. */
function pathWord(path) {
	return path.endsWith(":") ? quoted(path) : path;
}
/** A value on one line. */
function flow(tree) {
	if (typeof tree === "string") return quoted(tree);
	if (Array.isArray(tree)) return `[${itemsOf(tree).map(flow).join(", ")}]`;
	if (!isTreeMap(tree)) return JSON.stringify(tree);
	const entries = entriesOf(tree).map(([key, value]) => `${quoted(key)}: ${flow(value)}`);
	return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
/** An entry of a block mapping: on one line if it fits, else on as many as it needs. The tree's depth bounds the recursion. */
function entryLines(key, tree, indent = "") {
	const line = `${indent}${quoted(key)}: ${flow(tree)}`;
	if (line.length <= WIDTH || isFlat(tree)) return [line];
	return [`${indent}${quoted(key)}:`, ...innerLines(tree, indent + STEP)];
}
function innerLines(tree, indent) {
	if (isTreeMap(tree)) return entriesOf(tree).flatMap(([key, value]) => entryLines(key, value, indent));
	return itemsOf(tree).flatMap((item) => {
		const line = `${indent}- ${flow(item)}`;
		if (line.length <= WIDTH || isFlat(item)) return [line];
		const [first = "", ...rest] = innerLines(item, indent + STEP);
		return [`${indent}- ${first.trimStart()}`, ...rest];
	});
}
/** What has no lines of its own: scalars, and collections with nothing in them. */
function isFlat(tree) {
	return isTreeMap(tree) ? entriesOf(tree).length === 0 : itemsOf(tree).length === 0;
}
function escapeOf(char) {
	if (char === "\"" || char === "\\") return `\\${char}`;
	if (char === "\n") return String.raw`\n`;
	if (char === "	") return String.raw`\t`;
	const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase();
	return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
// src/config/draft/draft-text.ts
/** A configuration to start from, as text: the same for every service, or with the requests of a draft in it. */
const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/loadgate/loadgate/v1/schema/loadgate.schema.json
# Loadgate: what is booted, what load is put on it, and how much worse it may get.
`;
const SERVICE = `suite: default

service:
  # build: npm ci
  start: node server.js --port {port} # a free port, also given as PORT
  ready: /health # answered below 500 twice in a row: ready
  ready-timeout: 30s

scenarios:
  main:
    users: 10 # each waits for its answer before it sends again
    warm-up: 3s
    duration: 20s
    requests:
`;
const EXAMPLES = `      - GET /
    # - name: order
    #   method: POST
    #   path: /orders
    #   json: { book: "{{id}}" }
    #   weight: 2
    #   expect: [201]
    # variables:
    #   id: { random: [1, 500] }
`;
const LIMITS = `    limits:
      p95: { max-increase: 10% } # against the baseline; add max: 200ms for an absolute limit
      throughput: { max-decrease: 10% }
      error-rate: { max: 1% }

policy:
  on-inconclusive: pass
  on-no-baseline: pass
`;
/** The configuration to start from when nothing is known of the service. */
const STARTER_CONFIG = `${HEAD}${SERVICE}${EXAMPLES}${LIMITS}`;
/** Requests of one scenario. */
const REQUESTS_MAX = 200;
/** Bytes of requests and variables: room is left for comments below the size of a configuration. */
const BYTES_MAX = 12e4;
/** Words, brackets and line ends of YAML: a configuration has a bound of its own for these. */
const LEXEMES_MAX = 4e4;
const COMMENT_WIDTH = 110;
/** A draft as a configuration; requests that do not fit are left out, those that change something first. */
function draftText(draft, unsafe = "commented") {
	const isLive = ({ method }) => unsafe === "live" || isSafe(method);
	const requests = fitting({
		...draft,
		requests: withOwnNames(draft.requests)
	});
	const comments = [...draft.notes, ...notesOf$2(draft, requests, unsafe)];
	const lines = [...requests.some(isLive) ? [] : ["- GET / # nothing was found that only reads: put a request of yours here"], ...requests.flatMap((request) => commentedUnless(isLive(request), requestLines(request)))];
	return [
		HEAD,
		...comments.flatMap((sentence) => ["#", ...comment(sentence)]).map((line) => `${line}\n`),
		SERVICE,
		...lines.map((line) => `      ${line}\n`),
		...variableLines(draft, requests, isLive).map((line) => `    ${line}\n`),
		LIMITS
	].join("");
}
/** What had to be left out, and what a person has to do about the rest. */
function notesOf$2(draft, requests, unsafe) {
	const left = draft.requests.length - requests.length;
	const changing = unsafe === "live" ? 0 : requests.filter(({ method }) => !isSafe(method)).length;
	return [...left === 0 ? [] : [`${counted(left, "request", ["is", "are"])} left out: a scenario holds at most ${REQUESTS_MAX}, and a configuration has a largest size.`], ...changing === 0 ? [] : [`${counted(changing, "request", ["changes", "change"])} something and ${changing === 1 ? "is a comment" : "are comments"}: a load sends each thousands of times. Where the service may be changed so, remove the "# " before a request and before its variables.`]];
}
/** The requests that fit, in their order. Those that only read come first, then the heavier. */
function fitting({ requests, variables }) {
	const byName = new Map(variables.map((variable) => [variable.name, variable]));
	const inOrder = requests.toSorted((one, other) => Number(isSafe(other.method)) - Number(isSafe(one.method)) || other.weight - one.weight);
	const kept = /* @__PURE__ */ new Set();
	const entered = /* @__PURE__ */ new Set();
	const room = {
		bytes: BYTES_MAX,
		lexemes: LEXEMES_MAX
	};
	for (const request of inOrder) {
		if (kept.size >= REQUESTS_MAX) break;
		const news = [...variablesOf(request)].filter((name) => !entered.has(name));
		const entries = news.flatMap((name) => byName.get(name) ?? []).map(variableLine);
		const text = [...requestLines(request), ...entries].join("\n");
		const bytes = Buffer.byteLength(text);
		if (bytes > room.bytes) continue;
		const lexemes = [...new import_dist.Lexer().lex(text)].length;
		if (lexemes > room.lexemes) continue;
		room.bytes -= bytes;
		room.lexemes -= lexemes;
		kept.add(request);
		for (const name of news) entered.add(name);
	}
	return requests.filter((request) => kept.has(request));
}
function variablesOf({ path }) {
	return new Set(placeholdersIn(path).map(({ name }) => name));
}
/** One request as an entry of a list: a line where a line says it all. */
function requestLines(request) {
	const { name, method, path, headers, body, weight, expect, remarks } = request;
	const notes = remarks.map((remark) => `# ${oneLine(remark, 200)}`);
	if (name === null && headers.length === 0 && body === null && weight === 1 && expect.length === 0) return [...notes, `- ${pathWord(`${method} ${path}`)}`];
	const [first = "", ...rest] = [
		...name === null ? [] : [`name: ${quoted(name)}`],
		...method === "GET" ? [] : [`method: ${method}`],
		`path: ${pathWord(path)}`,
		...headers.length === 0 ? [] : entryLines("headers", mapOf(headers)),
		...bodyLines(request),
		...weight === 1 ? [] : [`weight: ${weight}`],
		...expect.length === 0 ? [] : [`expect: [${expect.join(", ")}]`]
	];
	return [
		...notes,
		`- ${first}`,
		...rest.map((line) => `  ${line}`)
	];
}
function bodyLines({ body }) {
	if (body === null) return [];
	return body.kind === "json" ? entryLines("json", body.value) : [`body: ${quoted(body.text)}`];
}
function mapOf(entries) {
	const map = emptyMap();
	for (const [name, value] of entries) map[name] = value;
	return map;
}
/** The variables that requests use: comments where only comments use them. */
function variableLines({ variables }, requests, isLive) {
	const namesIn = (some) => new Set(some.flatMap((request) => [...variablesOf(request)]));
	const live = namesIn(requests.filter(isLive));
	const all = namesIn(requests);
	const used = variables.filter(({ name }) => all.has(name));
	if (used.length === 0) return [];
	return [...commentedUnless(live.size > 0, ["variables:"]), ...used.flatMap((variable) => commentedUnless(live.has(variable.name), [variableLine(variable)]).map((line) => `  ${line}`))];
}
/** Texts of digits need no quotes in a list of texts. */
function variableLine({ name, values, remark }) {
	return `${name}: { list: [${values.map((value) => /^\d{1,15}$/u.test(value) ? value : quoted(value)).join(", ")}] }${remark === null ? "" : ` # ${oneLine(remark, 100)}`}`;
}
function commentedUnless(isLive, lines) {
	return isLive ? lines : lines.map((line) => `# ${line}`);
}
/** A sentence as lines of comment. */
function comment(sentence) {
	const lines = [];
	for (const word of oneLine(sentence, 1e3).split(" ")) {
		const last = lines.at(-1);
		if (last !== void 0 && last.length + word.length < COMMENT_WIDTH) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(`# ${word}`);
	}
	return lines;
}
// src/config/draft/secrets.ts
/** What looks like a secret, by its name or its form. A recording is full of them, and a configuration is committed. */
/** Stands where a secret was. */
const REPLACED = "REPLACE_ME";
const NAMES = /pass(?:wd|word|phrase|code)|pwd|secret|token|bearer|auth(?!or(?!i[sz][ae]))|session|csrf|xsrf|jwt|signature|credential|api[_-]?key|access[_-]?key|private[_-]?key|cookie|card[_-]?number|(?:^|[^a-z])(?:key|sig|sid|otp|pin|cvv|cvc|iban|ssn)(?:$|[^a-z])/iu;
/** True for the name of a header, a parameter or a field that looks like a secret's. */
function isSecretName(name) {
	return NAMES.test(name.slice(0, 200));
}
/** True for a text that looks like a token, whatever it is called: JSON Web Tokens, and values of an authorization header. */
function isSecretText(text) {
	return /eyJ[\w-]{10,}\.|^(?:bearer|basic|digest)\s/iu.test(text.slice(0, 2e3));
}
/** Levels that are looked through; what lies deeper goes. */
const DEPTH_MAX$1 = 10;
/** A copy of a value without its secrets, and whether it had any. */
function withoutSecrets(tree) {
	let hadSecrets = false;
	const replaced = () => {
		hadSecrets = true;
		return REPLACED;
	};
	const copy = (value, depth) => {
		if (depth > DEPTH_MAX$1) return null;
		if (typeof value === "string") return isSecretText(value) ? replaced() : value;
		if (Array.isArray(value)) return itemsOf(value).map((item) => copy(item, depth + 1));
		if (!isTreeMap(value)) return value;
		const map = emptyMap();
		for (const [name, inner] of entriesOf(value)) map[name] = isSecretName(name) && inner !== null ? replaced() : copy(inner, depth + 1);
		return map;
	};
	return {
		tree: copy(tree, 0),
		hadSecrets
	};
}
// src/config/draft/har-content.ts
/** Headers that change what the service does and hold no secret. All others stay behind: a list of secret names is never complete. */
const CARRIED = /* @__PURE__ */ new Set([
	"accept",
	"accept-language",
	"api-version",
	"prefer",
	"x-api-version",
	"x-requested-with"
]);
/** Headers that every client sets by itself; that they are missing need not be said. */
const OF_CLIENTS = /^(?::.*|sec-.*|accept-encoding|cache-control|connection|content-length|content-type|dnt|expect|host|if-modified-since|if-none-match|keep-alive|origin|pragma|priority|referer|te|trailer|transfer-encoding|upgrade|upgrade-insecure-requests|user-agent)$/u;
/** Said of a request that held a secret. */
const SECRET_REMARK = `put values of a test user for ${REPLACED}`;
const BODY_MAX = 1e5;
const FORM_MAX$1 = 2e3;
const FORM$1 = "application/x-www-form-urlencoded";
/** What a recorded request is sent with when it is sent again. */
function contentOf({ request, method }) {
	const carried = headersIn(request).filter(([name, value]) => CARRIED.has(name) && value !== "*/*" && value !== "");
	const headers = [...new Map(carried).entries()].filter(([, value]) => !isSecretText(value));
	const post = entryOf(request, "postData");
	if (method === "GET" || method === "HEAD" || post === void 0) return {
		headers,
		body: null,
		remarks: []
	};
	const sent = bodyOf$1(post);
	return {
		...sent,
		headers: [...sent.headers, ...headers]
	};
}
/** Names of headers that are left out and may be missed, at most 20. */
function leftHeadersOf(recorded) {
	const names = recorded.flatMap(({ request }) => headersIn(request).map(([name]) => name));
	return [...new Set(names)].filter((name) => !CARRIED.has(name) && !OF_CLIENTS.test(name)).map((name) => oneLine(name, 60)).filter((name) => name !== "").slice(0, 20);
}
function headersIn(request) {
	return itemsOf(entryOf(request, "headers")).flatMap((header) => {
		const [name, value] = [entryOf(header, "name"), entryOf(header, "value")];
		if (typeof name !== "string" || typeof value !== "string") return [];
		return [[name.slice(0, 100).toLowerCase(), inertText(oneLine(value, 300))]];
	});
}
function bodyOf$1(post) {
	const [mime, text] = [entryOf(post, "mimeType"), entryOf(post, "text")];
	const [plain = ""] = (typeof mime === "string" ? mime : "").toLowerCase().split(";", 1);
	const type = oneLine(plain, 80);
	if (typeof text !== "string" || text === "") return byHand$1(type === "" ? "the recording has none" : type);
	if (/^application\/(?:[\w.-]+\+)?json$/u.test(type)) return jsonBody$1(text, type);
	return type === FORM$1 && text.length <= BODY_MAX ? formBody$1(text) : byHand$1(type === "" ? "of unknown type" : type);
}
function jsonBody$1(text, type) {
	const value = text.length > BODY_MAX ? void 0 : parsed(text);
	if (value === void 0 || value === null) return byHand$1("JSON");
	const clean = withoutSecrets(value);
	const { tree, isCut } = inertTree(clean.tree);
	return {
		headers: type === "application/json" ? [] : [["content-type", type]],
		body: {
			kind: "json",
			value: tree
		},
		remarks: [...clean.hadSecrets ? [SECRET_REMARK] : [], ...isCut ? ["the body was longer: this is its beginning"] : []]
	};
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function formBody$1(text) {
	const fields = [...new URLSearchParams(text)].map(([name, value]) => {
		const isSecret = isSecretName(name) || isSecretText(value);
		return {
			name,
			value: isSecret ? REPLACED : value,
			isSecret
		};
	});
	const form = new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString();
	if (form.length > FORM_MAX$1) return byHand$1("a long form");
	return {
		headers: [["content-type", FORM$1]],
		body: {
			kind: "text",
			text: inertText(form, FORM_MAX$1)
		},
		remarks: fields.some(({ isSecret }) => isSecret) ? [SECRET_REMARK] : []
	};
}
function byHand$1(what) {
	return {
		headers: [],
		body: null,
		remarks: [`write a body here: ${what}`]
	};
}
// src/config/draft/har-rows.ts
/** Recorded requests that differ only in an id or a query, as one: with a weight, and a variable for what differs. */
/** Heaviest weight that a configuration takes. */
const WEIGHT_MAX = 1e3;
/** Rows in the order in which they were first recorded. */
function rowsOf(recorded) {
	return grouped(recorded.map(addressOf), shapeOf).flatMap((shape) => {
		const ids = new Set(shape.map(({ id }) => id));
		const queries = new Set(shape.map(({ query }) => query));
		return ids.size > 1 && queries.size > 1 ? grouped(shape, ({ query }) => query) : [shape];
	});
}
function grouped(addresses, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const address of addresses) {
		const key = keyOf(address);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [address]);
		else group.push(address);
	}
	return [...groups.values()];
}
function shapeOf({ recorded, before, id, after, query }) {
	const names = query.split("&").map((pair) => pair.split("=", 1)[0] ?? "");
	return [
		recorded.method,
		before,
		id === null ? "" : "{}",
		after,
		...names
	].join("\0");
}
function addressOf(recorded) {
	const segments = recorded.url.pathname.split("/").map((segment) => isSecretText(segment) ? REPLACED : segment);
	const at = segments.findLastIndex(isId);
	const query = cleanQuery(recorded.url.search);
	if (at < 0) return {
		recorded,
		before: segments.join("/"),
		id: null,
		after: "",
		query
	};
	const before = segments.slice(0, at).map((segment) => `${segment}/`).join("");
	const after = segments.slice(at + 1).map((segment) => `/${segment}`).join("");
	return {
		recorded,
		before,
		id: segments[at] ?? "",
		after,
		query
	};
}
/** Numbers, UUIDs, long hexadecimal numbers, and long mixtures of letters and digits. */
function isId(segment) {
	if (segment === "REPLACE_ME" || segment.length > 100) return false;
	return /^\d+$|^[0-9a-f]{16,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(segment) || /^[\w-]{16,}$/u.test(segment) && /\d/u.test(segment) && /[a-z]/iu.test(segment);
}
/** The query without the values of secrets. */
function cleanQuery(search) {
	return search.slice(1).split("&").filter((pair) => pair !== "").map((pair) => {
		const [name = "", ...rest] = pair.split("=");
		return isSecretName(decodedOr(name)) || isSecretText(decodedOr(rest.join("="))) ? `${name}=${REPLACED}` : pair;
	}).join("&");
}
function decodedOr(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
/** A row as a request: weighted by how often it was recorded. */
function requestOf$1(row, book) {
	const [{ recorded }] = row;
	const { headers, body, remarks } = contentOf(recorded);
	return {
		name: null,
		method: recorded.method,
		path: `${pathOf$1(row, book)}${queryOf(row, book)}`,
		headers,
		body,
		weight: Math.min(row.length, WEIGHT_MAX),
		expect: expectedOf$1(row),
		remarks: [...remarks, ...remarksOf(row)]
	};
}
function remarksOf(row) {
	const hasSecret = row.some(({ before, after, query }) => [
		before,
		after,
		query
	].join(" ").includes(REPLACED));
	const isFirst = row.length > 1 && !isSafe(row[0].recorded.method);
	return [...hasSecret ? [`${SECRET_REMARK} in the path`] : [], ...isFirst ? [`sent ${row.length} times: this is the first`] : []];
}
function pathOf$1(row, book) {
	const [{ before, id, after }] = row;
	const ids = new Set(row.flatMap((address) => address.id === null ? [] : [address.id]));
	const part = ids.size < 2 ? urlLiteral(id ?? "") : `{{${book.nameFor(`${lastWord(before)}id`, [...ids].map(urlLiteral), null)}}}`;
	return `${urlLiteral(before)}${part}${urlLiteral(after)}`.replace(/^\/+/u, "/");
}
/** `books_` of `/api/books/`; nothing where there is no word. */
function lastWord(path) {
	const word = path.split("/").findLast((segment) => /^[a-z]/iu.test(segment));
	return word === void 0 ? "" : `${word.slice(0, 28)}_`;
}
/** One parameter that differs is a variable; where several do, they belong together, and the whole query is one. */
function queryOf(row, book) {
	const [{ before, query }] = row;
	const queries = [...new Set(row.map((address) => address.query))];
	if (queries.length < 2) return query === "" ? "" : `?${urlLiteral(query)}`;
	const pairs = queries.map((each) => each.split("&"));
	const first = pairs[0] ?? [];
	const differing = first.flatMap((pair, at) => pairs.every((each) => each[at] === pair) ? [] : [at]);
	const [at = 0] = differing;
	const [name = ""] = (first[at] ?? "").split("=", 1);
	if (differing.length > 1 || name === "") return `?{{${book.nameFor(`${lastWord(before)}query`, queries.map(urlLiteral), null)}}}`;
	const values = pairs.map((each) => each[at]?.split("=").slice(1).join("=") ?? "");
	const variable = `{{${book.nameFor(decodedOr(name), values.map(urlLiteral), null)}}}`;
	return `?${first.map((pair, index) => index === at ? `${urlLiteral(name)}=${variable}` : urlLiteral(pair)).join("&")}`;
}
/** Redirects that were recorded. An answer "not modified" was to a condition that is not sent again. */
function expectedOf$1(row) {
	const statuses = [...new Set(row.map(({ recorded }) => recorded.status))];
	const redirects = statuses.filter((status) => status >= 300 && status !== 304 && Number.isInteger(status));
	if (redirects.length === 0) return [];
	return [...redirects.length === statuses.length ? [] : ["2xx"], ...redirects.slice(0, 20).map(String)];
}
// src/config/draft/har.ts
/** A draft from a recording (HAR): what a browser or a proxy once sent, without what is static, failed, or secret. */
const METHODS$1 = [
	"GET",
	"HEAD",
	"POST",
	"PUT",
	"PATCH",
	"DELETE"
];
/**
* The requests of a recording to the origin that was asked most. `file` is what messages and the draft's first note call it.
* @throws Failure kind `usage`, codes `document-kind`, `document-empty`
*/
function draftFromHar(document, file) {
	const entries = entriesIn(document, file);
	const left = {
		static: 0,
		failed: 0,
		other: 0
	};
	const recorded = [];
	for (const entry of entries) {
		const read = readEntry(entry);
		if (typeof read === "string") left[read] += 1;
		else recorded.push(read);
	}
	const origin = mostAsked(recorded);
	if (origin === null) throw invalid(file, `holds no request to load a service with: ${told(left) || "it has no entries"}`, "Record the requests of the service itself, answered without errors.", [], "document-empty");
	const own = recorded.filter(({ url }) => url.origin === origin);
	const book = variableBook();
	const requests = rowsOf(own).map((row) => requestOf$1(row, book));
	return {
		notes: notesOf$1(recorded, own, left, file),
		requests,
		variables: book.all()
	};
}
function entriesIn(document, file) {
	const kind = (what, advice) => invalid(file, what, advice, [], "document-kind");
	if (entryOf(document, "openapi") !== void 0 || entryOf(document, "swagger") !== void 0) throw kind("is an OpenAPI document, not a HAR file", "Say `--openapi` instead of `--har`.");
	const entries = entryOf(entryOf(document, "log"), "entries");
	if (!Array.isArray(entries)) throw kind("is no HAR file: it has no list `log.entries`", "Save the recording as HAR, and give that file.");
	return itemsOf(entries);
}
function readEntry(entry) {
	const request = entryOf(entry, "request") ?? null;
	const address = entryOf(request, "url");
	const method = METHODS$1.find((known) => known === entryOf(request, "method"));
	const url = typeof address === "string" && address.length <= 8e3 ? URL.parse(address) : null;
	if (method === void 0 || url === null || !/^https?:$/u.test(url.protocol)) return "other";
	if (`${url.pathname}${url.search}`.length > 2e3) return "other";
	const status = entryOf(entryOf(entry, "response"), "status");
	if (isStatic(entry, url)) return "static";
	if (typeof status !== "number" || !(status >= 200 && status < 400)) return "failed";
	return entryOf(entry, "_resourceType") === "websocket" ? "other" : {
		method,
		url,
		status,
		request
	};
}
const STATIC_TYPES = /* @__PURE__ */ new Set([
	"image",
	"font",
	"stylesheet",
	"script",
	"media",
	"manifest",
	"texttrack"
]);
const STATIC_MIME = /^(?:image|font|video|audio)\/|^text\/(?:css|javascript)|^application\/(?:x-)?(?:javascript|font|wasm)|^application\/manifest/iu;
const STATIC_NAME = /\.(?:css|m?js|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm|wasm|webmanifest)$/iu;
/** Files a page is made of: by what the browser asked for, what was answered, or what the path ends with. */
function isStatic(entry, url) {
	if (STATIC_TYPES.has(entryOf(entry, "_resourceType"))) return true;
	const mime = entryOf(entryOf(entryOf(entry, "response"), "content"), "mimeType");
	return typeof mime === "string" && STATIC_MIME.test(mime) || STATIC_NAME.test(url.pathname);
}
/** The first of those that were asked equally often. */
function mostAsked(recorded) {
	const counts = /* @__PURE__ */ new Map();
	for (const { url } of recorded) counts.set(url.origin, (counts.get(url.origin) ?? 0) + 1);
	let most = null;
	for (const [origin, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = origin;
	return most;
}
function told({ static: files, failed, other }) {
	return [
		files === 0 ? "" : counted(files, "static file"),
		failed === 0 ? "" : `${counted(failed, "request")} without a good answer`,
		other === 0 ? "" : `${other} of another kind`
	].filter((part) => part !== "").join(", ");
}
function notesOf$1(recorded, own, left, file) {
	const origin = own[0]?.url.origin ?? "";
	const others = recorded.filter(({ url }) => url.origin !== origin);
	const hosts = new Set(others.map(({ url }) => url.origin)).size;
	const headers = leftHeadersOf(own);
	const rest = told(left);
	return [
		`Requests from ${oneLine(file, 100)}, as recorded at ${oneLine(origin, 100)}: a start. Read it through before the first run: addresses and bodies may hold what is personal.`,
		...others.length === 0 ? [] : [`${counted(others.length, "request")} to ${counted(hosts, "other origin")} ${others.length === 1 ? "is" : "are"} left out.`],
		...rest === "" ? [] : [`Left out as well: ${rest}.`],
		...headers.length === 0 ? [] : [`Headers left out, since they may hold secrets: ${headers.join(", ")}. Add those that the service needs, with values of a test user.`]
	];
}
// src/config/draft/sample.ts
/** A sample of what a schema allows: examples first, else the smallest value that has the right form. Bounded, whatever the schema refers to. */
/** Schemas looked at for one sample: with cycles and choices there is no end to them. */
const VISITS_MAX = 300;
/** Schemas within schemas. */
const DEPTH_MAX = 8;
const LENGTH_MAX = 100;
/** A value that the schema should allow, or undefined where it says nothing. */
function sampleOf(schema, references) {
	return visit(schema, {
		left: VISITS_MAX,
		references,
		around: []
	});
}
/** What a schema itself gives as values, the best first: examples, a constant, a default, its words. */
function givenValues(schema) {
	const single = (key) => {
		const value = entryOf(schema, key);
		return value === void 0 ? [] : [value];
	};
	return [
		[...single("example"), ...itemsOf(entryOf(schema, "examples"))],
		single("const"),
		single("default"),
		itemsOf(entryOf(schema, "enum"))
	].find((values) => values.some((value) => value !== null)) ?? [];
}
function visit(written, state) {
	state.left -= 1;
	const schema = state.references.follow(written);
	if (state.left < 0 || state.around.length > DEPTH_MAX) return void 0;
	if (!isTreeMap(schema) || state.around.includes(schema)) return void 0;
	state.around.push(schema);
	const value = givenValues(schema).find((value) => value !== null) ?? composed(schema, state) ?? ofType(schema, state);
	state.around.pop();
	return value;
}
/** All of several schemas, and the first of a choice that comes to something; properties of its own beside them. */
function composed(schema, state) {
	const all = itemsOf(entryOf(schema, "allOf"));
	const choice = [...itemsOf(entryOf(schema, "oneOf")), ...itemsOf(entryOf(schema, "anyOf"))];
	if (all.length + choice.length === 0) return void 0;
	const parts = [];
	for (const part of all) {
		if (state.left <= 0) break;
		const value = visit(part, state);
		if (value !== void 0) parts.push(value);
	}
	for (const option of choice) {
		const value = state.left <= 0 ? void 0 : visit(option, state);
		if (value === void 0) continue;
		parts.push(value);
		break;
	}
	if (entryOf(schema, "properties") !== void 0) parts.push(objectOf(schema, state));
	const maps = parts.filter((part) => isTreeMap(part));
	return maps.length === 0 ? parts[0] : merged(maps);
}
function merged(maps) {
	const whole = emptyMap();
	for (const [key, value] of maps.flatMap((map) => entriesOf(map))) whole[key] = value;
	return whole;
}
function ofType(schema, state) {
	switch (typeOf(schema)) {
		case "object": return objectOf(schema, state);
		case "array": {
			const item = visit(entryOf(schema, "items"), state);
			return item === void 0 ? [] : [item];
		}
		case "string": return textOf$1(schema);
		case "integer":
		case "number": return numberOf(schema);
		case "boolean": return true;
		default: return;
	}
}
/** The first type that is not null (3.1 has lists of them), else what the schema's other words are for. */
function typeOf(schema) {
	const written = entryOf(schema, "type");
	const type = Array.isArray(written) ? itemsOf(written).find((each) => each !== "null") : written;
	if (typeof type === "string") return type;
	if (entryOf(schema, "properties") !== void 0) return "object";
	if (entryOf(schema, "items") !== void 0) return "array";
	return entryOf(schema, "format") === void 0 ? null : "string";
}
/** Required properties first, so that the bound falls on others. What only the service writes is left out. */
function objectOf(schema, state) {
	const required = new Set(itemsOf(entryOf(schema, "required")));
	const properties = entriesOf(entryOf(schema, "properties"));
	const inOrder = [...properties.filter(([name]) => required.has(name)), ...properties.filter(([name]) => !required.has(name))];
	const sampled = /* @__PURE__ */ new Map();
	for (const [name, property] of inOrder) {
		if (state.left <= 0) break;
		if (entryOf(state.references.follow(property), "readOnly") === true) continue;
		const value = visit(property, state);
		if (value !== void 0) sampled.set(name, value);
		else if (required.has(name)) sampled.set(name, null);
	}
	const object = emptyMap();
	for (const [name] of properties) {
		const value = sampled.get(name);
		if (value !== void 0) object[name] = value;
	}
	return object;
}
const FORMATS = /* @__PURE__ */ new Map([
	["date", "2024-01-31"],
	["date-time", "2024-01-31T12:00:00Z"],
	["time", "12:00:00Z"],
	["duration", "P1D"],
	["uuid", "00000000-0000-4000-8000-000000000001"],
	["email", "somebody@example.com"],
	["uri", "https://example.com/"],
	["url", "https://example.com/"],
	["hostname", "example.com"],
	["ipv4", "192.0.2.1"],
	["ipv6", "2001:db8::1"],
	["byte", "ZXhhbXBsZQ=="]
]);
function textOf$1(schema) {
	const format = entryOf(schema, "format");
	const known = typeof format === "string" ? FORMATS.get(format) : void 0;
	if (known !== void 0) return known;
	const [min, max] = [lengthOf(schema, "minLength"), lengthOf(schema, "maxLength")];
	return "example".padEnd(min ?? 0, "x").slice(0, max ?? LENGTH_MAX);
}
function lengthOf(schema, key) {
	const value = entryOf(schema, key);
	return typeof value === "number" && value >= 0 ? Math.min(Math.floor(value), LENGTH_MAX) : null;
}
/** The smallest number from 1 on, or from the minimum, or the maximum where that is less. */
function numberOf(schema) {
	const bound = (key) => {
		const value = entryOf(schema, key);
		return typeof value === "number" && Number.isFinite(value) ? value : null;
	};
	const above = entryOf(schema, "exclusiveMinimum") === true ? bound("minimum") : bound("exclusiveMinimum");
	const step = bound("multipleOf") ?? 1;
	const from = above === null ? bound("minimum") ?? Math.min(1, bound("maximum") ?? 1) : above + step;
	const whole = step > 0 ? Math.ceil(from / step) * step : from;
	return Number.isSafeInteger(whole) || !Number.isInteger(whole) ? whole : 1;
}
// src/config/draft/openapi-parameters.ts
/** Parameters of an operation: those of its path and those it cannot do without, with values to begin with. */
/** Parameters of one operation that are looked at. */
const PARAMETERS_MAX = 60;
/** Those of the operation, and those of its path that it does not replace. */
function parametersOf(item, operation, references) {
	const written = [...itemsOf(entryOf(operation, "parameters")), ...itemsOf(entryOf(item, "parameters"))];
	const found = /* @__PURE__ */ new Map();
	for (const each of written.slice(0, PARAMETERS_MAX)) {
		const parameter = references.follow(each);
		const [name, place] = [entryOf(parameter, "name"), entryOf(parameter, "in")];
		if (parameter === void 0 || typeof name !== "string" || typeof place !== "string" || name === "") continue;
		const key = `${place} ${name}`;
		const isRequired = entryOf(parameter, "required") === true;
		if (!found.has(key)) found.set(key, {
			name,
			place,
			isRequired,
			written: parameter
		});
	}
	return [...found.values()];
}
/** Path and query, each parameter a variable; null where it would be too long. Variables are entered only for a path that is kept. */
function pathOf({ base, template, parameters }, references, book) {
	const [plain = ""] = template.slice(0, 2001).split("#", 1);
	const query = parameters.filter(({ place, isRequired }) => place === "query" && isRequired);
	if ([
		plain,
		base,
		...query.map(({ name }) => name)
	].join("").length > 500) return null;
	const pieces = plain.split(/(\{[^{}]*\})/u).map((piece, index, all) => {
		if (!/^\{[^{}]+\}$/u.test(piece)) return urlLiteral(piece);
		const name = piece.slice(1, -1);
		const { values, isMadeUp } = valuesOf(parameters.find((each) => each.place === "path" && each.name === name)?.written, name, references);
		const remark = isMadeUp ? "put values here that the service has" : null;
		return `{{${book.nameFor(ownName(name, all.slice(0, index)), values.map(urlValue), remark)}}}`;
	});
	const asked = query.map((parameter) => {
		const { values, isMadeUp } = isSecretName(parameter.name) ? {
			values: ["REPLACE_ME"],
			isMadeUp: true
		} : valuesOf(parameter.written, parameter.name, references);
		const remark = isMadeUp ? "put values here that the service takes" : null;
		return `${urlValue(parameter.name)}={{${book.nameFor(parameter.name, values.map(urlValue), remark)}}}`;
	});
	const path = `${base}${pieces.join("")}`.replace(/^\/+/u, "/");
	if (asked.length === 0) return path;
	return `${path}${path.includes("?") ? "&" : "?"}${asked.join("&")}`;
}
/** Names that say nothing by themselves: `/books/{id}` and `/authors/{id}` want different values. */
const GENERIC = /* @__PURE__ */ new Set([
	"id",
	"uuid",
	"guid",
	"slug",
	"key",
	"name",
	"code",
	"number"
]);
function ownName(name, before) {
	if (!GENERIC.has(name.toLowerCase())) return name;
	const last = before.join("").split("/").filter((segment) => segment !== "" && !segment.includes("{")).at(-1);
	return last === void 0 ? name : `${last}_${name}`;
}
/** Examples, then what the schema gives, then something of the right form. */
function valuesOf(parameter, name, references) {
	const [, media] = entriesOf(entryOf(parameter, "content"))[0] ?? [];
	const holder = media ?? parameter;
	const schema = references.follow(entryOf(holder, "schema")) ?? holder;
	const items = references.follow(entryOf(schema, "items"));
	const given = [
		examplesOf(holder, references),
		givenValues(schema),
		givenValues(items)
	].map((values) => values.slice(0, 20).map(textOf).filter((text) => text !== "")).find((texts) => texts.length > 0);
	if (given !== void 0) return {
		values: given,
		isMadeUp: false
	};
	const sampled = textOf(sampleOf(schema, references));
	if (sampled === "true") return {
		values: ["true", "false"],
		isMadeUp: false
	};
	const fallback = /id$/iu.test(name) ? "1" : "example";
	return {
		values: [sampled === "" || sampled === "example" ? fallback : sampled],
		isMadeUp: true
	};
}
/** `example`, `x-example` and the named `examples` of a parameter or a body. */
function examplesOf(holder, references) {
	const single = entryOf(holder, "example") ?? entryOf(holder, "x-example");
	if (single !== void 0 && single !== null) return [single];
	const named = entryOf(holder, "examples");
	if (!isTreeMap(named)) return [];
	return entriesOf(named).slice(0, 20).flatMap(([, example]) => {
		const value = entryOf(references.follow(example), "value");
		return value === void 0 || value === null ? [] : [value];
	});
}
/** A value as text for a URL or a header; lists with commas, which is what most services read. */
function textOf(value) {
	if (typeof value === "string") return value.slice(0, 200).trim();
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (!Array.isArray(value)) return "";
	return itemsOf(value).slice(0, 20).filter((item) => typeof item === "string" || typeof item === "number").map(String).join(",").slice(0, 200);
}
/** Headers that requests do not take from parameters: the specification says so of the first three, the engines set the others. */
const NOT_PARAMETERS = /* @__PURE__ */ new Set([
	"accept",
	"content-type",
	"authorization",
	"connection",
	"content-length",
	"expect",
	"host",
	"keep-alive",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade"
]);
/** Required headers, and a remark on those that are left to the person: secrets, and cookies. */
function headersOf(parameters, references) {
	const needed = parameters.filter(({ place, isRequired }) => isRequired && (place === "header" || place === "cookie"));
	const headers = /* @__PURE__ */ new Map();
	const left = [];
	for (const { name, place, written } of needed) {
		const key = name.toLowerCase();
		if (place === "header" && (NOT_PARAMETERS.has(key) || headers.has(key))) continue;
		if (place === "cookie" || isSecretName(name) || !isHeaderName(name)) left.push(oneLine(name, 60));
		else {
			const [value = ""] = valuesOf(written, name, references).values;
			headers.set(key, [name, inertText(oneLine(value, 200))]);
		}
	}
	const remarks = left.length === 0 ? [] : [`also needs: ${left.slice(0, 10).join(", ")}`];
	return {
		headers: [...headers.values()],
		remarks
	};
}
// src/config/draft/openapi-body.ts
/** The body of an operation: its example, or a sample of its schema. */
const NOTHING = {
	body: null,
	headers: [],
	remarks: []
};
const FORM = "application/x-www-form-urlencoded";
const FORM_MAX = 2e3;
/** What an operation is sent. */
function bodyOf(operation, parameters, references) {
	const content = entriesOf(entryOf(references.follow(entryOf(operation, "requestBody")), "content"));
	const old = parameters.find(({ place }) => place === "body");
	if (content.length === 0) {
		if (old !== void 0) return jsonBody(valueOf(old.written, references), "application/json");
		return parameters.some(({ place }) => place === "formData") ? byHand("a form") : NOTHING;
	}
	const json = content.find(([type]) => /^application\/(?:[\w.-]+\+)?json\b/iu.test(type));
	if (json !== void 0) return jsonBody(valueOf(json[1], references), json[0]);
	const form = content.find(([type]) => type.toLowerCase().startsWith(FORM));
	if (form !== void 0) return formBody(valueOf(form[1], references));
	return byHand(oneLine(content.map(([type]) => type).slice(0, 5).join(" or "), 100));
}
function valueOf(media, references) {
	return examplesOf(media, references)[0] ?? sampleOf(entryOf(media, "schema"), references);
}
function jsonBody(value, type) {
	if (value === void 0 || value === null) return byHand("JSON");
	const { tree, isCut } = inertTree(value);
	const [plain = ""] = type.toLowerCase().split(";", 1);
	const isOwn = plain.trim() !== "application/json" && /^application\/[\w.+-]{1,80}$/u.test(plain.trim());
	return {
		body: {
			kind: "json",
			value: tree
		},
		headers: isOwn ? [["content-type", plain.trim()]] : [],
		remarks: isCut ? ["the body was longer: this is its beginning"] : []
	};
}
function formBody(value) {
	if (!isTreeMap(value)) return byHand("a form");
	const fields = entriesOf(value).slice(0, 50).flatMap(([name, field]) => typeof field === "object" ? [] : [[name.slice(0, 100), String(field).slice(0, 200)]]);
	return {
		body: {
			kind: "text",
			text: inertText(new URLSearchParams(fields).toString(), FORM_MAX)
		},
		headers: [["content-type", FORM]],
		remarks: []
	};
}
function byHand(what) {
	return {
		...NOTHING,
		remarks: [`write a body here: ${what}`]
	};
}
// src/config/draft/references.ts
/** `$ref`: those into the document itself are followed, within bounds; nothing else is ever fetched. */
/** References that lead to references: more is a circle. */
const HOPS_MAX = 20;
/** Different references out of the document that are remembered. */
const OUTSIDE_MAX = 1e3;
/** The references of a document. */
function referencesOf(document) {
	const outside = /* @__PURE__ */ new Set();
	const follow = (start) => {
		let node = start;
		for (let hops = 0; hops < HOPS_MAX; hops++) {
			const reference = entryOf(node, "$ref");
			if (typeof reference !== "string") return node;
			if (!reference.startsWith("#")) {
				if (outside.size < OUTSIDE_MAX) outside.add(reference.slice(0, 500));
				return;
			}
			node = lookUp(document, reference);
		}
	};
	return {
		follow,
		outside: () => outside.size
	};
}
/** JSON Pointer in a fragment (RFC 6901). */
function lookUp(document, reference) {
	if (reference === "#") return document;
	if (!reference.startsWith("#/") || reference.length > 2e3) return void 0;
	return reference.slice(2).split("/").reduce((node, step) => {
		const name = decoded(step);
		return isTreeMap(node) ? entryOf(node, name) : itemsOf(node)[/^\d{1,9}$/u.test(name) ? Number(name) : -1];
	}, document);
}
function decoded(step) {
	return (/%[0-9a-f]{2}/iu.test(step) ? decodeOr(step) : step).replaceAll("~1", "/").replaceAll("~0", "~");
}
function decodeOr(step) {
	try {
		return decodeURIComponent(step);
	} catch {
		return step;
	}
}
// src/config/draft/openapi.ts
const METHODS = [
	"GET",
	"HEAD",
	"POST",
	"PUT",
	"PATCH",
	"DELETE"
];
/** Operations that are looked at: more than a scenario takes, so that some may turn out not to fit. */
const OPERATIONS_MAX = 400;
/**
* The requests that a document describes. `file` is what messages and the draft's first note call it.
* @throws Failure kind `usage`, codes `document-kind`, `document-empty`
*/
function draftFromOpenApi(document, file) {
	const version = versionOf(document, file);
	const references = referencesOf(document);
	const operations = operationsOf(document, references);
	if (operations.length === 0) throw invalid(file, "describes no operation", "Give a document with `paths`; only what is in it is read.", [], "document-empty");
	const base = baseOf(document);
	const names = namesOf(operations);
	const book = variableBook();
	const requests = chosenOf(operations).flatMap((operation) => {
		const request = requestOf(operation, {
			base,
			references,
			book
		});
		return request === null ? [] : [{
			...request,
			name: names.get(operation) ?? null
		}];
	});
	return {
		notes: notesOf(document, {
			file,
			version,
			base,
			left: operations.length - requests.length,
			operations,
			references
		}),
		requests,
		variables: book.all()
	};
}
/** `3.1.0`, or `2.0`. @throws Failure for everything else */
function versionOf(document, file) {
	const kind = (what, advice) => invalid(file, what, advice, [], "document-kind");
	if (entryOf(entryOf(document, "log"), "entries") !== void 0) throw kind("is a HAR file, not an OpenAPI document", `Say \`--har\` instead of \`--openapi\`.`);
	const swagger = entryOf(document, "swagger");
	const version = entryOf(document, "openapi") ?? swagger;
	if (typeof version !== "string" && typeof version !== "number") throw kind("is no OpenAPI document: it has neither `openapi` nor `swagger` at its top", "Give an OpenAPI document of version 3, or Swagger 2.0.");
	const shown = oneLine(String(version), 20);
	if (!(version === swagger ? /^2(?:\.|$)/u.test(shown) : /^3(?:\.|$)/u.test(shown))) throw kind(`is written for version "${shown}" of the OpenAPI specification, which is not read`, "Convert it to OpenAPI 3 first.");
	return version === swagger ? "2.0" : shown;
}
/** Every operation, in the order of the document. */
function operationsOf(document, references) {
	return entriesOf(entryOf(document, "paths")).flatMap(([template, written]) => {
		const item = references.follow(written);
		if (!template.startsWith("/") || !isTreeMap(item)) return [];
		return METHODS.flatMap((method) => {
			const operation = entryOf(item, method.toLowerCase());
			return isTreeMap(operation) ? [{
				method,
				template,
				item,
				operation
			}] : [];
		});
	});
}
/** Those that only read first, and as many as are looked at; in the order of the document again. */
function chosenOf(operations) {
	const safe = operations.filter(({ method }) => isSafe(method)).slice(0, OPERATIONS_MAX);
	const unsafe = operations.filter(({ method }) => !isSafe(method)).slice(0, OPERATIONS_MAX - safe.length);
	const chosen = /* @__PURE__ */ new Set([...safe, ...unsafe]);
	return operations.filter((operation) => chosen.has(operation));
}
/** `operationId`, else `summary`, else method and path: whichever is the operation's alone. */
function namesOf(operations) {
	const wordsOf = ({ operation, method, template }) => {
		return [...["operationId", "summary"].map((key) => entryOf(operation, key)).map((word) => typeof word === "string" ? oneLine(word, 80) : ""), oneLine(`${method} ${template}`, 80)];
	};
	const all = operations.map(wordsOf);
	const uses = /* @__PURE__ */ new Map();
	for (const word of all.flatMap((words) => [...new Set(words)])) uses.set(word, (uses.get(word) ?? 0) + 1);
	return new Map(operations.map((operation, index) => {
		const words = all[index] ?? [];
		return [operation, words.find((word) => word !== "" && uses.get(word) === 1) ?? words.at(-1) ?? ""];
	}));
}
/** Path of the first server, which stands before every path; the server itself is the one that is booted. */
function baseOf(document) {
	const [server] = itemsOf(entryOf(document, "servers"));
	const url = entryOf(server, "url") ?? entryOf(document, "basePath");
	if (typeof url !== "string") return "";
	const path = url.slice(0, 2e3).replaceAll(/\{([^{}]*)\}/gu, (whole, name) => {
		const standard = entryOf(entryOf(entryOf(server, "variables"), name), "default");
		return typeof standard === "string" || typeof standard === "number" ? String(standard) : whole;
	}).replace(/^[a-z][a-z0-9+.-]*:/iu, "").replace(/^\/\/[^/?#]*/u, "").replace(/[?#].*$/su, "").replaceAll(/\/{2,}/gu, "/").replace(/\/$/u, "");
	return path.startsWith("/") && !/[{}]/u.test(path) ? urlLiteral(path) : "";
}
/** One operation as a request; null where its path cannot be one. */
function requestOf({ method, template, item, operation }, around) {
	const { references, book } = around;
	const parameters = parametersOf(item, operation, references);
	const path = pathOf({
		base: around.base,
		template,
		parameters
	}, references, book);
	if (path === null) return null;
	const written = headersOf(parameters, references);
	const sent = isSafe(method) ? null : bodyOf(operation, parameters, references);
	const own = new Set(sent?.headers.map(([name]) => name.toLowerCase()));
	return {
		name: null,
		method,
		path,
		headers: [...sent?.headers ?? [], ...written.headers.filter(([name]) => !own.has(name.toLowerCase()))],
		body: sent?.body ?? null,
		weight: 1,
		expect: expectedOf(operation),
		remarks: [...written.remarks, ...sent?.remarks ?? []]
	};
}
/** Redirects that are documented as a good end; without one, the default will do. */
function expectedOf(operation) {
	const statuses = entriesOf(entryOf(operation, "responses")).map(([status]) => status.toLowerCase());
	const redirects = statuses.filter((status) => /^3(?:\d\d|xx)$/u.test(status));
	if (redirects.length === 0) return [];
	return [...statuses.some((status) => status.startsWith("2")) ? ["2xx"] : [], ...redirects.slice(0, 20)];
}
function notesOf(document, told) {
	const { file, version, base, left, operations, references } = told;
	const title = entryOf(entryOf(document, "info"), "title");
	const shown = typeof title === "string" ? oneLine(title, 80) : "";
	const format = version === "2.0" ? "Swagger 2.0" : `OpenAPI ${version}`;
	const outside = references.outside();
	return [
		`Requests from ${oneLine(file, 100)} (${format}${shown === "" ? "" : `, "${shown}"`}): a start. Read it through before the first run.`,
		...base === "" ? [] : [`Every path begins with ${base.slice(0, 100)}, the path of the document's first server.`],
		...credentialNote(document, operations),
		...left === 0 ? [] : [`${counted(left, "operation", ["is", "are"])} left out: a scenario holds at most 200 requests, and paths of bounded length.`],
		...outside === 0 ? [] : [`${counted(outside, "reference", ["leads", "lead"])} out of the document and ${outside === 1 ? "was" : "were"} not followed.`]
	];
}
/** Credentials are never made up; that they are needed has to be said. */
function credentialNote(document, operations) {
	const standard = itemsOf(entryOf(document, "security"));
	const needs = operations.flatMap(({ operation }) => {
		const own = entryOf(operation, "security");
		const choices = (own === void 0 ? standard : itemsOf(own)).map((choice) => entriesOf(choice));
		return choices.length === 0 || choices.some((choice) => choice.length === 0) ? [] : [choices];
	});
	if (needs.length === 0) return [];
	const schemes = new Set(needs.flat(2).map(([name]) => oneLine(name, 40)));
	return [`${needs.length} of ${counted(operations.length, "operation")} ask for credentials (${[...schemes].slice(0, 5).join(", ")}): start the service without, or add a header with those of a test user.`];
}
// src/commands/init.ts
/** `loadgate init`: writes a commented config to start from, with requests from a document where one is given. */
const PATH = ".github/loadgate.yml";
/** Writes the config to start from; never over an existing one. */
function initCommand(options, program) {
	return inWorld(program, options, async (world) => {
		if ((await readWorkspaceFile(program.cwd, PATH, 0)).kind !== "missing") throw new Failure({
			kind: "usage",
			code: "config-exists",
			message: `${PATH} exists already.`,
			advice: "Edit it, or move it away first; nothing was changed."
		});
		const source = sourceOf(options);
		const text = source === null ? STARTER_CONFIG : await textFrom(source, program.cwd);
		await writeAtomically(resolve(program.cwd, PATH), text);
		const next = source === null ? "Set `start` and `requests`" : "Read it through, set `start`";
		world.log.info(`Wrote ${PATH}. ${next}, then run: npx loadgate run`);
		return EXIT.pass;
	});
}
function sourceOf({ openapi, har }) {
	if (openapi !== void 0 && har !== void 0) throw new Failure({
		kind: "usage",
		code: "two-documents",
		message: "`--openapi` and `--har` exclude each other.",
		advice: "Give one of them; nothing was written."
	});
	if (openapi !== void 0) return {
		kind: "openapi",
		file: openapi
	};
	return har === void 0 ? null : {
		kind: "har",
		file: har
	};
}
/** The config that a document comes to. It is checked as it will be read, so that nothing is written that could not be run. */
async function textFrom({ kind, file }, cwd) {
	const document = readDocument(await readSource({
		kind,
		file
	}, cwd), file, kind);
	const text = draftText((kind === "har" ? draftFromHar : draftFromOpenApi)(document, basename(file)));
	const problems = problemsOfText(text);
	if (problems.length > 0) throw new Error(`the configuration made of ${file} is not valid: ${problems[0]}`);
	return text;
}
/** The document may lie anywhere: whoever starts the command chose it, and it is only read. */
async function readSource({ kind, file }, cwd) {
	const path = resolve(cwd, file);
	const read = await readWorkspaceFile(parse(path).root, path, DOCUMENT_BYTES_MAX);
	if (read.kind === "read") return read.text;
	throw new Failure({
		kind: "usage",
		code: "document-unreadable",
		message: `The ${titleOf(kind)} ${file} ${read.kind === "missing" ? "does not exist" : english(read.why)}.`,
		advice: `Give a readable file of at most ${DOCUMENT_BYTES_MAX / 1024 / 1024} MiB; nothing was written.`
	});
}
export { initCommand };
