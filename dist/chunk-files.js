import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { t as bareHost } from "./chunk-certificates2.js";
import { n as METRIC_NAMES } from "./chunk-metric.js";
import { b as unknown, i as array, y as union } from "./chunk-schemas.js";
import { i as staysInWorkspace } from "./chunk-workspace.js";
import { i as LANGUAGE_CODES } from "./chunk-yaml-text.js";
import { A as listed, D as clean, E as atValue, F as entriesOf, G as key, H as valueAt, I as entryOf, J as DEFAULTS, K as named, M as oneOfKeys, O as didYouMean, R as isTreeMap, T as atKey, V as showPath, W as block, _ as text, a as complaintOf, b as parseDuration, c as innerPath, d as name, f as oneOf, g as share, h as rate, j as mustProblem, l as isWhole, m as pattern, o as duration, p as packed, q as needed, r as limits, s as flag, u as kind, v as unpacked, y as whole, z as itemsOf } from "./chunk-limit-schema.js";
import { t as REPORT_FORMATS } from "./chunk-report-format.js";
import { dirname, resolve } from "node:path";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { BlockList, isIP, isIPv4 } from "node:net";
// src/config/container-schema.ts
/** Schema of `containers`: a compose project, or names. */
/** Keys of which `containers` has exactly one. */
const CONTAINER_KINDS = ["project", "names"];
const PORT = "\\{port\\}";
/** Names of compose projects (compose-spec, "Name top-level element"), with the port where it is to be replaced. */
const PROJECT_PATTERN = `^([a-z0-9]|${PORT})([a-z0-9_-]|${PORT}){0,99}$`;
const CONTAINER_PATTERN = `^([A-Za-z0-9]|${PORT})([A-Za-z0-9_.-]|${PORT}){0,199}$`;
const projectName = pattern("name", PROJECT_PATTERN, phrase("be-project"), phrase("say-compose-ls"));
const containerName = pattern("name", CONTAINER_PATTERN, phrase("be-container"), phrase("say-docker-ps"));
/** The value of `containers`. */
const containers = block({
	project: key(projectName, "Compose project whose containers are watched; `{port}` is replaced."),
	names: key(array(containerName).min(1).max(50), "Names of the containers that are watched; `{port}` is replaced.")
}).meta({
	minProperties: 1,
	maxProperties: 1
});
// src/config/issues.ts
/** What zod found, as problems with our words. */
/** The problems of a tree that the schema refused. */
function problemsOf(issues, tree, around = []) {
	return issues.flatMap((issue) => problemsOfIssue(issue, tree, around));
}
function problemsOfIssue(issue, tree, around) {
	const path = [...around, ...issue.path.map((step) => typeof step === "number" ? step : String(step))];
	const value = valueAt(tree, path);
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((name) => unknownKey([...path, name], name, issue.message.split("\n")));
		case "invalid_union": return problemsOfUnion(issue, tree, path);
		case "invalid_key": return issue.issues.map((inner) => atKey(path, keyMust(clean(String(path.at(-1))), mustOf(inner), sayOf(inner))));
		default:
			if (value === void 0) return [atValue(path, phrase("missing-must", { must: mustOf(issue) }))];
			return [mustProblem(path, mustOf(issue), value, sayOf(issue))];
	}
}
/** The first arm that takes this type of value tells what is wrong with it; when none does, the union says what it takes. */
function problemsOfUnion(issue, tree, path) {
	const fitting = issue.errors.find((arm) => !arm.some(isMismatch));
	if (fitting !== void 0) return problemsOf(fitting, tree, path);
	return [mustProblem(path, unpacked(issue.message), valueAt(tree, path))];
}
function isMismatch(issue) {
	if (issue.path.length > 0) return false;
	return issue.code === "invalid_type" || issue.code === "custom" && complaintOf(issue).mismatch;
}
function unknownKey(path, name, known) {
	const advice = didYouMean(name, known) ?? phrase("known-keys", { keys: known.filter((word) => word !== "$schema").join(", ") });
	const key = clean(name);
	return atKey(path, path.length > 1 ? phrase("unknown-key-in", {
		key,
		where: clean(showPath(path.slice(0, -1))),
		advice
	}) : phrase("unknown-key", {
		key,
		advice
	}));
}
const keyMust = (key, must, say) => say === null ? phrase("key-must", {
	key,
	must
}) : phrase("key-must-say", {
	key,
	must,
	say
});
/** What the value must do, from our own kinds or from zod's checks of shape. */
function mustOf(issue) {
	if (issue.code === "custom") return complaintOf(issue).must;
	if (issue.code === "invalid_type") return phrase(issue.expected === "array" ? "be-a-list" : "be-a-mapping");
	if (issue.code === "too_small") return issue.minimum === 1 ? phrase("have-at-least-one") : phrase("have-at-least", { count: Number(issue.minimum) });
	if (issue.code === "too_big") return phrase("have-at-most", { count: Number(issue.maximum) });
	return unpacked(issue.message);
}
const sayOf = (issue) => issue.code === "custom" ? complaintOf(issue).say : null;
// src/config/executor-schema.ts
/** The schema of the shape of a load: executors, stages, think times. */
/** Executors, named as in k6 where k6 has them. */
const EXECUTORS = [
	"constant-users",
	"ramping-users",
	"constant-arrival-rate",
	"ramping-arrival-rate",
	"spike",
	"stress",
	"capacity",
	"soak"
];
/** The executor of a scenario: its own word, else what its own `rate` implies, else the same of `defaults`, else users. A soak of `defaults` keeps any rate. */
function chooseExecutor(own, defaults) {
	for (const { executor, hasRate } of [own, defaults]) {
		if (executor !== void 0) return executor;
		if (hasRate) return defaults.executor === "soak" ? "soak" : "constant-arrival-rate";
	}
	return DEFAULTS.executor;
}
/** Most users that a scenario may have. */
const USERS_MAX = 1e4;
/** Most arrivals a second: more than one process can send on time. */
const RATE_MAX = 5e4;
const HOUR = 36e5;
const THINK_MAX = HOUR;
const RANGE_MUST = phrase("be-two-durations");
const thinkRange = kind("two durations", {
	type: "array",
	items: { type: "string" },
	minItems: 2,
	maxItems: 2
}, (value) => {
	if (!Array.isArray(value)) return {
		must: RANGE_MUST,
		mismatch: true
	};
	const [from, to, ...more] = value.map((item) => typeof item === "string" ? parseDuration(item) : null);
	if (from == null || to == null || more.length > 0 || from > to || to > THINK_MAX) return { must: RANGE_MUST };
	return { value: {
		from,
		to
	} };
});
const thinkDistribution = block({
	distribution: needed(oneOf("exponential", "normal"), "`exponential`: most pauses short, some long. `normal`: around the mean, never below zero."),
	mean: needed(duration(1, THINK_MAX), "Mean pause."),
	deviation: key(duration(0, THINK_MAX), "Standard deviation; needed for `normal`.")
});
const thinkTime = union([
	duration(0, THINK_MAX),
	thinkRange,
	thinkDistribution
], { error: packed(phrase("be-think-time")) });
const target$1 = kind("number", {
	type: "number",
	minimum: 0,
	maximum: RATE_MAX
}, (value) => {
	const must = phrase("be-number", { max: RATE_MAX });
	if (typeof value !== "number") return {
		must,
		mismatch: true
	};
	return value >= 0 && value <= 5e4 ? { value } : { must };
});
const stage = block({
	duration: needed(duration(0, 6 * HOUR), "How long the way to the target takes; `0` is a step."),
	target: needed(target$1, "Users, or requests a second, at its end.")
});
const LATENCY_MAX = 6e5;
const latency = (quantile) => key(duration(.001, LATENCY_MAX), `Longest ${quantile} with which a load still counts as carried.`);
const objective = block({
	p50: latency("p50"),
	p95: latency("p95"),
	p99: latency("p99"),
	"error-rate": key(share({
		min: 0,
		max: 1
	}), "Largest error rate with which a load still counts as carried.", DEFAULTS.objectiveErrorRate)
});
/** What shapes a load, as a scenario or `defaults` may have it; which keys belong to which executor is checked where both are known. */
const shapeKeys = {
	executor: key(oneOf(...EXECUTORS), "Shape of the load. With users, each waits for its answer before it sends again; with an arrival rate, requests are sent at their times whatever became of those before. `rate` alone implies `constant-arrival-rate`. `stress` and `capacity` search for the load at which the service degrades. `soak` keeps users or a rate up for long, and looks for what grows.", DEFAULTS.executor),
	users: key(whole(1, USERS_MAX), "Virtual users: of `spike` the highest number.", DEFAULTS.users),
	duration: key(duration(1e3, 6 * HOUR), `Measured time. Of a ramp its stages say it; \`soak\` lasts ${DEFAULTS.soakDuration} unless this says otherwise.`, DEFAULTS.duration),
	"think-time": key(thinkTime, "Pause of a user after each answer: `1s`, `[500ms, 2s]` for anything between, or a distribution.", "0"),
	rate: key(rate(RATE_MAX), "Requests a second of `constant-arrival-rate`, or of `soak` in place of users."),
	"start-users": key(whole(0, USERS_MAX), "Users with which `ramping-users` or `stress` begins.", DEFAULTS.startUsers),
	"start-rate": key(target$1, "Requests a second with which `ramping-arrival-rate` or (10, if nothing is said) `capacity` begins.", DEFAULTS.startRate),
	stages: key(array(stage).min(1).max(100), "Stages of a ramp, one after another: each goes in a straight line to its target."),
	"max-users": key(whole(1, USERS_MAX), "Most requests under way at once with an arrival rate. What arrives beyond waits, and its latency counts from its arrival. Of `stress` the highest number of users.", DEFAULTS.maxUsers),
	"max-rate": key(rate(RATE_MAX), "Highest number of requests a second of `capacity`.", DEFAULTS.maxRate),
	step: key(duration(1e3, HOUR), "Measured time of each step of `stress` and `capacity`; a second of load goes before it.", DEFAULTS.step),
	"max-duration": key(duration(1e4, 6 * HOUR), "Most time of all steps of `stress` or `capacity` together.", DEFAULTS.maxDuration),
	objective: key(objective, "What the service must keep for a load to count as carried by `stress` or `capacity`.")
};
// src/config/address.ts
/** The service's URL: parsed as browsers do, and refused unless it is an address of this machine. */
const MUST = phrase("be-own-url");
const PLACEHOLDER$1 = "{port}";
/**
* Reads a base URL. Only literal loopback addresses and `localhost` pass: load on somebody else's machine is not ours to start.
* The URL parser turns every spelling of an address (0x7f.1, 2130706433) into one, so that one comparison is enough.
*/
function readAddress(text) {
	const open = text.includes(PLACEHOLDER$1);
	if (open && !/^https?:\/\/[^/?#@]*:\{port\}(\/[^{}]*)?$/.test(text)) return {
		must: MUST,
		say: phrase("say-port-place")
	};
	const url = URL.parse(text.replace(PLACEHOLDER$1, "1"));
	if (url === null || !/^https?:\/\//i.test(text)) return { must: MUST };
	if (url.protocol !== "http:" && url.protocol !== "https:") return { must: MUST };
	if (url.username !== "" || url.password !== "") return {
		must: MUST,
		say: phrase("say-no-user")
	};
	if (url.search !== "" || url.hash !== "") return {
		must: MUST,
		say: phrase("say-no-query")
	};
	if (!isLoopback(url.hostname)) return {
		must: MUST,
		say: phrase("say-loopback")
	};
	const path = url.pathname.replace(/\/+$/, "");
	if (open) return { value: {
		url: `${url.protocol}//${url.hostname}:${PLACEHOLDER$1}${path}`,
		port: null
	} };
	const port = Number(url.port === "" ? {
		"http:": 80,
		"https:": 443
	}[url.protocol] : url.port);
	return port === 0 ? {
		must: MUST,
		say: phrase("say-port-zero")
	} : { value: {
		url: `${url.protocol}//${url.host}${path}`,
		port
	} };
}
function isLoopback(host) {
	return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
// src/platform/address-policy.ts
/** Which IP addresses may be loaded: this machine's own loopback always, others where a list has them, and some never. */
const REFUSED = [
	[
		"address-unspecified",
		"0.0.0.0/8",
		"::/128"
	],
	[
		"address-link-local",
		"169.254.0.0/16",
		"fe80::/10"
	],
	[
		"address-of-cloud",
		"100.100.100.200",
		"168.63.129.16",
		"192.0.0.0/24",
		"fd00:ec2::/32",
		"fd20:ce::254",
		"fd00:c1::a9fe:a9fe",
		"fd00:42::42"
	],
	[
		"address-multicast",
		"224.0.0.0/4",
		"ff00::/8"
	],
	[
		"address-reserved",
		"240.0.0.0/4",
		"192.88.99.0/24",
		"100::/64",
		"fec0::/10",
		"5f00::/16"
	],
	[
		"address-embedded",
		"::/96",
		"::ffff:0:0/96",
		"::ffff:0:0:0/96",
		"64:ff9b:1::/48",
		"2002::/16",
		"2001::/32"
	]
].map(([why, ...networks]) => ({
	why,
	has: networksOf(networks)
}));
const LOOPBACK = networksOf(["127.0.0.0/8", "::1"]);
/** RFC 1918, shared by carriers (RFC 6598), for benchmarks (RFC 2544), unique local (RFC 4193). */
const PRIVATE = networksOf([
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16",
	"100.64.0.0/10",
	"198.18.0.0/15",
	"fc00::/7"
]);
/** IPv4 addresses as networks without IPv4 reach them (RFC 6052). */
const NAT64 = networksOf(["64:ff9b::/96"]);
/** What an IP address is, in the form in which resolvers and sockets write it. Anything else is `never`. */
function addressKind(address) {
	if (isIP(address) === 0) return {
		kind: "never",
		why: phrase("address-no-ip")
	};
	if (address.includes("%")) return {
		kind: "never",
		why: phrase("address-of-interface")
	};
	if (LOOPBACK(address)) return { kind: "loopback" };
	const refused = REFUSED.find(({ has }) => has(address));
	if (refused !== void 0) return {
		kind: "never",
		why: phrase(refused.why)
	};
	if (isIsatap(address)) return {
		kind: "never",
		why: phrase("address-embedded")
	};
	if (NAT64(address)) return kindBehindNat64(address);
	return { kind: PRIVATE(address) ? "private" : "public" };
}
/**
* Whether a host may be loaded at the addresses that it means. All of them have to pass, since any of them may be the one that answers. `allowed`: IP addresses,
* networks and host names as {@link isListed} takes them.
*/
function ruleOn(host, addresses, allowed) {
	if (addresses.length === 0) return { kind: "unknown" };
	const kinds = addresses.map((address) => ({
		address,
		is: addressKind(address)
	}));
	for (const { address, is } of kinds) if (is.kind === "never") return {
		kind: "never",
		address,
		why: is.why
	};
	const unlisted = kinds.find(({ address, is }) => is.kind !== "loopback" && !isListed(allowed, host, address));
	return unlisted === void 0 ? { kind: "allowed" } : {
		kind: "unlisted",
		address: unlisted.address
	};
}
/**
* True when a list has an address: itself (`203.0.113.7`), its network (`10.0.0.0/8`, `fd12::/16`), the name by which it is reached (`api.example.com`), or a
* domain above that name (`*.preview.example.com`). A host that is an address has no name.
*/
function isListed(allowed, host, address) {
	const named = isIP(bare(host)) === 0;
	const names = allowed.filter((entry) => !isNetwork(entry));
	if (named && names.some((name) => isNamed(name, host))) return true;
	return networksOf(allowed.filter(isNetwork))(address);
}
/** True for an IP address, or a network as `10.0.0.0/8`. */
function isNetwork(entry) {
	const [base = "", length, ...rest] = entry.split("/");
	if (isIP(base) === 0 || base.includes("%") || rest.length > 0) return false;
	return length === void 0 || /^(?:0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bitsOf(base);
}
const isNamed = (entry, host) => entry.startsWith("*.") ? host.endsWith(entry.slice(1)) && host.length >= entry.length : host === entry;
/** `[::1]` is `::1`. */
const bare = (host) => host.replace(/^\[(.*)\]$/, "$1");
function bitsOf(address) {
	return isIPv4(address) ? 32 : 128;
}
/** Says whether an address is in one of the networks. A list a family: Node.js takes `8.8.8.8` for a part of `::ffff:0:0/96`. */
function networksOf(networks) {
	const lists = {
		ipv4: new BlockList(),
		ipv6: new BlockList()
	};
	for (const network of networks) {
		const [base = "", length = bitsOf(network)] = network.split("/");
		const family = familyOf(base);
		lists[family].addSubnet(base, Number(length), family);
	}
	return (address) => lists[familyOf(address)].check(address, familyOf(address));
}
function familyOf(address) {
	return isIPv4(address) ? "ipv4" : "ipv6";
}
/** What NAT64 would lead to is what counts; loopback and what is never loaded are no less so behind it. */
function kindBehindNat64(address) {
	const [high = 0, low = 0] = groupsOf(address).slice(-2);
	const inner = addressKind([
		high >> 8,
		high & 255,
		low >> 8,
		low & 255
	].join("."));
	return inner.kind === "loopback" ? {
		kind: "never",
		why: phrase("address-behind-nat64")
	} : inner;
}
/** RFC 5214, section 6.1: an IPv4 address in the lower half of any IPv6 one, behind `0:5efe` or `200:5efe`. */
function isIsatap(address) {
	if (isIPv4(address)) return false;
	const [, , , , fourth = 0, fifth = 0] = groupsOf(address);
	return (fourth === 0 || fourth === 512) && fifth === 24318;
}
/** The eight numbers of an IPv6 address. */
function groupsOf(address) {
	const [head = [], tail] = bare(new URL(`http://[${address}]`).hostname).split("::").map((half) => half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16)));
	if (tail === void 0) return head;
	return [
		...head,
		...Array.from({ length: 8 - head.length - tail.length }, () => 0),
		...tail
	];
}
// src/config/target-address.ts
/** What the configuration says of other machines: the URL of a target, and the list of addresses that may be loaded. */
const MUST_URL = phrase("be-url");
const MUST_REACH = phrase("be-loadable-url");
/** Nothing that two readers could read in two ways: no user, no backslash, no other script in the host, no port with zeros in front. */
const URL_FORM = /^https?:\/\/(?<host>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[1-9]\d{0,4})?(?<path>\/[^?#\\{}\s]*)?$/i;
const LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
const NAME_FORM = new RegExp(`^(?:${LABEL}\\.)*${LABEL}$`);
/**
* Reads the URL of a target: as it stands, without a slash at the end. Its host has to be written as it is understood: who looks at the configuration sees the
* host that is loaded. Whether that may be loaded is decided when it is known which addresses it means.
*/
function readTargetUrl(text) {
	const { host = "", path = "/" } = URL_FORM.exec(text)?.groups ?? {};
	const url = URL.parse(text);
	if (host === "" || url === null) return {
		must: MUST_URL,
		say: sayOfUrl(text, url)
	};
	const written = host.toLowerCase();
	const address = bareHost(url);
	const is = isNetwork(address) ? addressKind(address) : null;
	if (is?.kind === "never") return {
		must: MUST_REACH,
		say: phrase("address-is", {
			address,
			why: is.why
		})
	};
	if (url.hostname !== written) return {
		must: MUST_URL,
		say: phrase("say-host-as", { host: url.hostname })
	};
	if (is === null && !NAME_FORM.test(written)) {
		const dotted = written.endsWith(".");
		return {
			must: MUST_URL,
			say: dotted ? phrase("say-no-dot") : phrase("say-host-no-name")
		};
	}
	if (url.pathname !== path) return {
		must: MUST_URL,
		say: phrase("say-path-as", { path: url.pathname })
	};
	return { value: `${url.protocol}//${url.host}${path.replace(/\/+$/, "")}` };
}
/** What is wrong with a URL that has not the form of one. */
function sayOfUrl(text, url) {
	if (!/^https?:\/\//i.test(text)) return phrase("say-scheme");
	if (url === null) return phrase("say-unreadable-url");
	if (text.includes("@")) return phrase("say-no-user");
	if (/[?#]/.test(text)) return phrase("say-no-query");
	return /[^!-~]/.test(text) ? phrase("say-punycode") : phrase("say-plainly");
}
const MUST_ALLOW = phrase("be-allowed");
/** Reads one entry of `allowed-addresses`: `203.0.113.7`, `10.0.0.0/8`, `fd12::/16`, `api.example.com`, `*.preview.example.com`. */
function readAllowed(text) {
	const written = text.toLowerCase();
	if (isNetwork(written)) {
		const is = written.includes("/") ? null : addressKind(written);
		return is?.kind === "never" ? {
			must: phrase("be-loadable"),
			say: phrase("address-is", {
				address: written,
				why: is.why
			})
		} : { value: written };
	}
	if (/[:/@]/.test(written)) return {
		must: MUST_ALLOW,
		say: phrase("say-only-host")
	};
	const name = written.replace(/^\*\./, "");
	if (!(NAME_FORM.test(name) && URL.parse(`http://${name}/`)?.hostname === name)) return { must: MUST_ALLOW };
	return written !== name && !name.includes(".") ? {
		must: MUST_ALLOW,
		say: phrase("say-top-level")
	} : { value: written };
}
// src/config/templates.ts
/** `{{name}}` and `{{name.column}}` in requests: found, tidied, and checked against the variables of the scenario. */
/** `{{secret.NAME}}` stands for an environment variable's value; no variable has this name. */
const SECRET = "secret";
const PLACEHOLDER = /\{\{([^{}]{0,200})\}\}/g;
/** Removes blanks inside the braces: `{{ id }}` becomes `{{id}}`, the only form the engines know. */
function tidy(text) {
	return text.replace(PLACEHOLDER, (_, content) => `{{${content.trim()}}}`);
}
/** The placeholders of a text, in order. */
function placeholdersIn(text) {
	return [...text.matchAll(PLACEHOLDER)].map(([, content = ""]) => {
		const trimmed = content.trim();
		const dot = trimmed.indexOf(".");
		return dot < 0 ? {
			content: trimmed,
			name: trimmed,
			column: null
		} : {
			content: trimmed,
			name: trimmed.slice(0, dot),
			column: trimmed.slice(dot + 1)
		};
	});
}
/** Environment variables that the texts use as secrets: their names, each once, sorted. */
function secretsIn(texts) {
	const names = texts.flatMap(placeholdersIn).flatMap(({ name, column }) => name === "secret" && column !== null ? [column] : []);
	return [...new Set(names)].toSorted();
}
/** True when braces are opened and never closed. */
function hasOpenBraces(text) {
	return text.replace(PLACEHOLDER, "").includes("{{");
}
/** JSON text of a body in which a string that is exactly one of `numbers` stands without quotes, since its values are numbers. */
function jsonBody(value, numbers) {
	return tidy(JSON.stringify(value)).replace(/"\{\{([^{}"]+)\}\}"(?!:)/g, (whole, name) => numbers.has(name) ? `{{${name}}}` : whole);
}
// src/config/k6-schema.ts
/** The schema of `k6`: the user's own script in the place of requests. */
/** k6 writes `NAME=VALUE`. */
const tagName = pattern("tag name", "^[A-Za-z_][A-Za-z0-9_.-]{0,99}$", phrase("be-k6-tag"));
/** The mapping; `environment` is that of a child process. */
const k6Block = (environment) => block({
	script: needed(innerPath("path"), "The script, relative to the workspace. It says what is sent."),
	command: key(text("command", { max: 400 }), "Name or path of the executable; with a slash in it, relative to the workspace.", DEFAULTS.k6Command),
	shape: key(oneOf("scenario", "script"), "Whose users and times. `scenario`: `users` and `duration` of the scenario, in the place of the script's own options. `script`: the options of the script, which has to last for warm-up and duration together.", DEFAULTS.k6Shape),
	tags: key(named(tagName, text("text", { max: 500 })), "Tags of every point, as `--tag NAME=VALUE`: thresholds of the script can be on them."),
	files: key(array(innerPath("path")).min(1).max(50), "Other files of the workspace that the script depends on: modules, data. When one of them changes, as with the script itself, earlier accepted runs are not compared with."),
	env: key(environment, "Environment variables of k6 beside PATH, HOME and the like; the script reads them in `__ENV`, and the URL of the service in `__ENV.BASE_URL`.")
});
// src/config/locust-schema.ts
/** The schema of `locust`: the user's own locustfile in the place of requests. */
/** More processes than a machine has cores for. */
const PROCESSES_MAX = 128;
/** Users a second: more than any machine starts. */
const SPAWN_MAX = 1e4;
const tag = pattern("tag", "^[^-\\s][^\\s]{0,99}$", phrase("be-locust-tag"));
const tags = array(tag).min(1).max(50);
/** More than any test of ours had. */
const WORKERS_MAX = 250;
const MINUTE$2 = 6e4;
const bindAddress = pattern("address", "^(\\*|[0-9A-Za-z][0-9A-Za-z.:-]{0,252})$", phrase("be-bind-address"));
const sshHost$1 = pattern("host", "^[0-9A-Za-z_][0-9A-Za-z_.@:-]{0,252}$", phrase("be-ssh-host"));
const workers = block({
	count: needed(whole(1, WORKERS_MAX), "How many workers the master waits for before the load begins."),
	"join-within": key(duration(1e3, 30 * MINUTE$2), "How long they may take to join; after that the run ends with an error.", DEFAULTS.locustJoinWithin),
	bind: key(bindAddress, "Address of this machine on which the master waits for them; `*` is every address. Locust asks for no password and hides nothing: choose a private network.", DEFAULTS.locustBind),
	port: key(whole(1, 65535), "Port on which it waits.", DEFAULTS.locustPort),
	start: key(array(text("command", {
		max: 8e3,
		lines: true
	})).min(1).max(WORKERS_MAX), "Shell commands that start workers, and end when they end; `{host}` and `{port}` are where the master waits."),
	ssh: key(array(sshHost$1).min(1).max(WORKERS_MAX), "Hosts on which a worker is started over SSH, without a question asked: `locust` is there, and so is the key in ~/.ssh. The worker reaches the master through the SSH connection."),
	"may-lose": key(whole(0, WORKERS_MAX), "How many may be lost, or come late, before the measurement is void. The others take over their users.", DEFAULTS.locustMayLose)
});
/** The mapping; `environment` is that of a child process. */
const locustBlock = (environment) => block({
	file: needed(innerPath("path"), "The locustfile, relative to the workspace. It says what is sent."),
	command: key(text("command", { max: 400 }), "Name or path of the executable; with a slash in it, relative to the workspace.", DEFAULTS.locustCommand),
	"spawn-rate": key(rate(SPAWN_MAX), "Users that start in a second. Default: all of them, but 100 at most. None of this is measured."),
	tags: key(tags, "Tasks with any of these tags are run. Default: all tasks."),
	"exclude-tags": key(tags, "Tasks with any of these tags are not run."),
	processes: key(whole(1, PROCESSES_MAX), "Processes that the users are spread over: each of them can use one core.", DEFAULTS.locustProcesses),
	workers: key(workers, "Workers on other machines that send the load, in the place of processes of this one."),
	files: key(array(innerPath("path")).min(1).max(50), "Other files of the workspace that the locustfile depends on: modules, data, requirements. When one of them changes, as with the locustfile itself, earlier accepted runs are not compared with."),
	env: key(environment, "Environment variables of Locust beside PATH, HOME and the like.")
});
// src/config/request-schema.ts
/** The schema of requests and of the variables in them. */
const METHODS = [
	"GET",
	"HEAD",
	"POST",
	"PUT",
	"PATCH",
	"DELETE",
	"OPTIONS"
];
/** Headers that the engines set themselves: another value would make the counts wrong. */
const ENGINE_HEADERS = /* @__PURE__ */ new Set([
	"connection",
	"content-length",
	"expect",
	"http2-settings",
	"keep-alive",
	"proxy-connection",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade"
]);
/** Path and query of a request, templates tidied. */
function urlPath() {
	return kind("path", {
		type: "string",
		pattern: "^/"
	}, (value) => typeof value === "string" ? readPath(tidy(value)) : {
		must: PATH_MUST,
		mismatch: true
	});
}
const PATH_MUST = phrase("be-path");
function readPath(path) {
	if (/^https?:/i.test(path)) return {
		must: PATH_MUST,
		say: phrase("say-host-elsewhere")
	};
	if (!path.startsWith("/") || path.startsWith("//")) return {
		must: PATH_MUST,
		say: phrase("say-one-slash")
	};
	if (path.length > 8e3) return { must: phrase("be-short-path") };
	if (path.includes("#")) return {
		must: PATH_MUST,
		say: phrase("say-no-fragment")
	};
	const odd = /[^!-~]|[\\"<>^`|]/u.exec(path);
	if (odd !== null && odd.index >= 0) return {
		must: PATH_MUST,
		say: phrase("say-encode", { text: JSON.stringify(odd[0]) })
	};
	return { value: path };
}
const LINE_MUST = phrase("be-line");
const requestLine = kind("request line", {
	type: "string",
	pattern: `^((${METHODS.join("|")}) +)?/`
}, (value) => {
	if (typeof value !== "string") return {
		must: LINE_MUST,
		mismatch: true
	};
	const [, word = DEFAULTS.method, rest = ""] = /^(?:([A-Za-z]+)\s+)?(\S.*)$/.exec(tidy(value).trim()) ?? [];
	const method = METHODS.find((known) => known === word);
	if (method === void 0) {
		const known = METHODS.some((upper) => upper === word.toUpperCase());
		return {
			must: LINE_MUST,
			say: known ? phrase("say-word", { word: word.toUpperCase() }) : phrase("say-methods", { methods: METHODS.join(", ") })
		};
	}
	if (!rest.startsWith("/")) return { must: LINE_MUST };
	const path = readPath(rest);
	return "value" in path ? { value: {
		method,
		path: path.value
	} } : path;
});
const STATUS_MUST = phrase("be-status");
const statuses = kind("status", { type: ["string", "integer"] }, (value) => {
	if (typeof value !== "number" && typeof value !== "string") return {
		must: STATUS_MUST,
		mismatch: true
	};
	const [, one, hundreds, low, high] = /^(?:([1-5]\d\d)|([1-5])xx|([1-5]\d\d)\s?-\s?([1-5]\d\d))$/i.exec(String(value)) ?? [];
	if (one !== void 0) return { value: {
		from: Number(one),
		to: Number(one)
	} };
	if (hundreds !== void 0) return { value: {
		from: Number(hundreds) * 100,
		to: Number(hundreds) * 100 + 99
	} };
	if (low === void 0 || high === void 0 || Number(low) > Number(high)) return { must: STATUS_MUST };
	return { value: {
		from: Number(low),
		to: Number(high)
	} };
});
/** One status or a list of them. */
const statusSet = union([statuses, array(statuses).min(1).max(50)], { error: packed(phrase("be-statuses")) });
const headerName = kind("header name", { type: "string" }, (value) => {
	if (typeof value !== "string" || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(value)) return { must: phrase("be-header") };
	return ENGINE_HEADERS.has(value.toLowerCase()) ? { must: phrase("header-of-engine") } : { value };
});
/** Variable names. */
const variableName = pattern("name", "^[A-Za-z_][A-Za-z0-9_-]{0,39}$", phrase("be-variable"));
/** Keys of which a check has exactly one. */
const CHECK_KINDS = [
	"contains",
	"matches",
	"json"
];
const regularExpression = kind("regular expression", { type: "string" }, (value) => {
	const must = phrase("be-regex");
	if (typeof value !== "string") return {
		must,
		say: phrase("say-quotes"),
		mismatch: true
	};
	if (value === "" || value.length > 1e3) return { must };
	try {
		return { value: new RegExp(value, "u").source };
	} catch {
		return {
			must,
			say: phrase("say-escape")
		};
	}
});
const jsonPointer = kind("JSON pointer", {
	type: "string",
	pattern: "^(/|$)"
}, (value) => {
	const must = phrase("be-pointer");
	if (typeof value !== "string") return {
		must,
		mismatch: true
	};
	return value.length <= 1e3 && /^(?:\/(?:[^~]|~[01])*)?$/u.test(value) ? { value } : { must };
});
const check = block({
	contains: key(text("text", {
		max: 1e3,
		lines: true
	}), "Text that the body must hold."),
	matches: key(regularExpression, "Regular expression that the body must match somewhere."),
	json: key(jsonPointer, "JSON pointer (RFC 6901) at which the body, as JSON, must have a value."),
	equals: key(unknown(), "The value that there must be at the pointer.")
});
/** Keys of which a capture has exactly one. */
const CAPTURE_KINDS = [
	"json",
	"header",
	"matches"
];
const capture = block({
	json: key(jsonPointer, "JSON pointer (RFC 6901) of the value in the body."),
	header: key(headerName, "Header whose value it is."),
	matches: key(regularExpression, "Regular expression on the body: its first group, or all that it matched.")
});
const requestBlock = block({
	name: key(text("name", { max: 80 }), "What reports call this request. Default: method and path."),
	method: key(oneOf(...METHODS), "HTTP method.", DEFAULTS.method),
	path: needed(urlPath(), "Path and query; `{{name}}` is replaced by the value of a variable."),
	headers: key(named(headerName, text("text", {
		max: 8e3,
		empty: true
	})), "Headers to send; values may hold variables."),
	json: key(unknown(), "Body as JSON; sets content-type unless a header does. A text that is exactly one variable of numbers becomes a number."),
	body: key(text("text", {
		max: 2e5,
		lines: true,
		empty: true
	}), "Body as text, sent as it is."),
	weight: key(whole(1, 1e3), "How often this request is drawn, beside the weights of the others.", DEFAULTS.weight),
	checks: key(array(check).min(1).max(20), "What the body of an answer must hold, in its first mebibyte. An answer that fails one is an error."),
	capture: key(named(variableName, capture), "Values of the answer for `{{name}}` in later requests of the same user; needs `order: sequence` or `flows`. An answer without one is an error, and the user begins again."),
	expect: key(statusSet, "Statuses that count as success: `201`, `2xx`, `200-204`, or a list. Any other is an error.", DEFAULTS.expect)
});
/** One request: a line, or a mapping. */
const request = union([requestLine, requestBlock], { error: packed(phrase("be-request")) });
/** A flow of a scenario. */
const flow = block({
	name: needed(text("name", { max: 80 }), "What the flow is called."),
	weight: key(whole(1, 1e3), "How often this flow is drawn, beside the weights of the others.", DEFAULTS.weight),
	requests: needed(array(request).min(1).max(50), "Its requests in order, each as in `requests`.")
});
const INTEGER_MAX = Number.MAX_SAFE_INTEGER;
const integer = whole(-INTEGER_MAX, INTEGER_MAX);
const bounds = kind("two whole numbers", {
	type: "array",
	items: { type: "integer" },
	minItems: 2,
	maxItems: 2
}, (value) => {
	const must = phrase("be-two-numbers");
	const [from, to, ...more] = Array.isArray(value) ? value : [];
	if (!isWhole(from) || !isWhole(to) || more.length > 0) return { must };
	return from > to || !isWhole(to - from) ? { must } : { value: {
		from,
		to
	} };
});
/** Keys of which a variable has exactly one. */
const SOURCES = [
	"range",
	"random",
	"list",
	"counter",
	"file"
];
/** A variable: exactly one of {@link SOURCES}. */
const variable = block({
	range: key(bounds, "Whole numbers from the first to the second, in order, then again."),
	random: key(bounds, "A whole number between the two, both included, drawn anew each time."),
	list: key(array(text("text", {
		max: 8e3,
		empty: true
	})).min(1).max(1e4), "Texts to take values from."),
	counter: key(block({
		start: key(integer, "First value.", DEFAULTS.counterStart),
		step: key(integer, "Added each time.", DEFAULTS.counterStep)
	}), "Whole numbers that never repeat."),
	file: key(innerPath("path"), "CSV with a header line, or a JSON list of objects; `{{name.column}}` is a cell of the row."),
	pick: key(oneOf("sequential", "random"), "How the next entry of `list` or row of `file` is chosen.", DEFAULTS.pick)
}).meta({ oneOf: SOURCES.map((source) => ({ required: [source] })) });
// src/config/service-schema.ts
/** The schema of what is loaded: the service that is started or runs here, and the target that is deployed elsewhere. */
const command = text("command", {
	max: 8e3,
	lines: true
});
const MINUTE$1 = 6e4;
const port = kind("port", { type: ["integer", "string"] }, (value) => {
	if (value === "free" || isWhole(value) && value >= 1 && value <= 65535) return { value };
	return { must: phrase("be-port") };
});
const READY_MUST = phrase("be-ready");
/** Short forms of readiness. */
const readyWord = kind("path or `tcp`", {
	type: "string",
	pattern: "^(/|tcp$)"
}, (value) => {
	if (typeof value !== "string") return {
		must: READY_MUST,
		mismatch: true
	};
	if (value === "tcp") return { value };
	return /^\/(?!\/)[!-~]*$/.test(value) ? { value } : { must: READY_MUST };
});
/** Keys of which a readiness has exactly one. */
const READY_KINDS = [
	"http",
	"tcp",
	"log",
	"command"
];
const truth = kind("true", { const: true }, (value) => value === true ? { value } : {
	must: phrase("be-true"),
	say: phrase("say-leave-out")
});
const falsehood = kind("false", { const: false }, (value) => value === false ? { value } : {
	must: phrase("be-false"),
	say: phrase("say-verified")
});
/** Keys of which `service.tls` has exactly one. */
const TLS_KINDS = ["ca", "verify"];
const tls = block({
	ca: key(innerPath("path"), "PEM file with the certificates of which one must vouch for the service, relative to the workspace. Default: the authorities that Node.js knows."),
	verify: key(falsehood, "`false`: the certificate is not verified, and the report says so.")
}).meta({
	minProperties: 1,
	maxProperties: 1
});
const readyBlock = block({
	http: key(block({
		path: key(urlPath(), "Path that is asked for.", "/"),
		status: key(statusSet, "Statuses that mean ready.", DEFAULTS.expect),
		body: key(text("text", { max: 1e3 }), "Text that the body must hold.")
	}), "Ready when an HTTP request is answered so."),
	tcp: key(truth, "Ready when the port accepts a connection."),
	log: key(text("text", { max: 1e3 }), "Ready when a line of the log holds this text."),
	command: key(command, "Ready when this shell command exits with 0.")
}).meta({
	minProperties: 1,
	maxProperties: 1
});
const READY_WORDS = { error: packed(phrase("be-ready-block", { kinds: READY_KINDS.join(", ") })) };
const ENVIRONMENT_PATTERN = "^[A-Za-z_][A-Za-z0-9_]{0,199}$";
/** Name of an environment variable. */
const environmentName = pattern("name", ENVIRONMENT_PATTERN, phrase("be-variable-name"));
const SECRET_MUST = phrase("be-variable-name");
/** The runner's own, its tokens among them: no service is to have them. */
const RUNNERS_OWN = /^(?:ACTIONS|GITHUB|INPUT|LOADGATE|RUNNER)_/i;
/** True for the name of an environment variable that is not the runner's own. */
function mayBeRead(asked) {
	return new RegExp(ENVIRONMENT_PATTERN).test(asked) && !RUNNERS_OWN.test(asked);
}
/** Name of an environment variable whose value is used. */
const variableRead = kind("name", {
	type: "string",
	pattern: ENVIRONMENT_PATTERN
}, (value) => {
	if (typeof value !== "string") return {
		must: SECRET_MUST,
		mismatch: true
	};
	if (!new RegExp(ENVIRONMENT_PATTERN).test(value)) return { must: SECRET_MUST };
	return !mayBeRead(value) ? {
		must: phrase("not-of-runner"),
		say: phrase("say-own-variable")
	} : { value };
});
/** The key `service`. */
const service = block({
	build: key(command, "Shell command run once before the first start."),
	start: key(command, "Shell command that starts the service in the foreground; `{port}` is replaced. Without it the service must already run at `url`."),
	"working-directory": key(innerPath("path"), "Where both commands run, relative to the workspace.", DEFAULTS.workingDirectory),
	env: key(named(environmentName, text("text", {
		max: 32e3,
		lines: true,
		empty: true
	})), "Environment variables of the service beside PATH, HOME and the like; `{port}` is replaced."),
	observe: key(oneOf("auto", "never"), "`auto`: Node.js processes of the service tell of their event loop and garbage collection, by a file that NODE_OPTIONS preloads. `never`: nothing is added to them.", DEFAULTS.observe),
	url: key(text("URL", { max: 2e3 }), "Base URL on this machine. Needed without `start`.", DEFAULTS.url),
	tls: key(tls, "What the service's certificate is held to, where `url` begins with https."),
	port: key(port, "Port the service listens on, given to it as `{port}` and PORT. `free`: a free one is chosen.", DEFAULTS.port),
	ready: key(union([readyWord, readyBlock], READY_WORDS), "How readiness is noticed. Default: `/` answers with any status below 500."),
	"build-timeout": key(duration(1e3, 120 * MINUTE$1), "Time the build may take.", DEFAULTS.buildTimeout),
	"ready-timeout": key(duration(100, 60 * MINUTE$1), "Time from start to ready.", DEFAULTS.readyTimeout),
	"stop-timeout": key(duration(100, MINUTE$1), "Time from TERM to KILL.", DEFAULTS.stopTimeout),
	"show-log": key(oneOf("always", "on-failure", "never"), "When the service's log is shown in our own.", DEFAULTS.showLog)
});
const targetUrl = kind("URL", {
	type: "string",
	pattern: "^https?://"
}, (value) => typeof value === "string" ? readTargetUrl(value) : {
	must: phrase("be-url"),
	mismatch: true
});
/** An entry of `allowed-addresses`. */
const allowed = kind("address", {
	type: "string",
	minLength: 1,
	maxLength: 300
}, (value) => typeof value === "string" ? readAllowed(value) : {
	must: phrase("be-allowed"),
	mismatch: true
});
/** What `target.monitoring` asks for, of which it needs one. */
const MONITORED = ["cpu", "memory"];
const sshHost = pattern("host", "^[0-9A-Za-z_:][0-9A-Za-z_.:-]{0,252}$", phrase("be-watched-host"));
const sshUser = pattern("user", "^[a-z_A-Z0-9][a-z_A-Z0-9.-]{0,63}$", phrase("be-ssh-user"));
/** Nothing that `ssh` or a shell would take for more than a path. */
const sshFile = pattern("path", "^(~/|/)?[A-Za-z0-9._@+/-]{1,400}$", phrase("be-ssh-file"));
const pidFile = pattern("path", "^/[A-Za-z0-9._@+/-]{1,400}$", phrase("be-pid-file"));
const processName = pattern("name", "^[!-~]{1,64}$", phrase("be-process-name"));
/** What says which processes are the service, of which `target.monitoring.ssh` has exactly one. */
const WATCHED = ["pid-file", "process"];
const ssh = block({
	host: needed(sshHost, "Machine of the service, by name or address. `allowed-addresses` has to have its address, too."),
	port: key(whole(1, 65535), "Port of its SSH.", DEFAULTS.sshPort),
	user: key(sshUser, "User there. Default: this machine's user."),
	identity: key(sshFile, "File of the key, in the home folder (`~/…`), absolute, or relative to the workspace. Default: the keys that ssh finds."),
	"known-hosts": key(sshFile, "File that holds the key of the host. Default: ~/.ssh/known_hosts. A host that is not in it is not asked."),
	"pid-file": key(pidFile, "File there with the number of the service's process; its descendants count, too."),
	process: key(processName, "In the place of `pid-file`: name of the process, as /proc/PID/comm has it. All that are called so count, with their descendants.")
});
const monitoring = block({
	ssh: key(ssh, "In the place of Prometheus: the service's machine itself, whose /proc is read over SSH while load is on. Nothing is installed there."),
	prometheus: key(targetUrl, "Base URL of a Prometheus without a password. `allowed-addresses` has to have its address, too."),
	cpu: key(text("query", {
		max: 2e3,
		lines: true
	}), "Query (PromQL) of one series: cores in use."),
	memory: key(text("query", {
		max: 2e3,
		lines: true
	}), "Query (PromQL) of one series: bytes in use.")
}).meta({ minProperties: 1 });
/** The key `target`. */
const target = block({
	url: key(targetUrl, "Its URL. On another machine than this one, `allowed-addresses` has to have its address."),
	"url-from": key(variableRead, "In the place of `url`: environment variable that holds a URL with nothing but a host, such as a deployment of a pull request."),
	tls: key(tls, "What the target's certificate is held to, where its URL begins with https."),
	ready: key(union([readyWord, readyBlock], READY_WORDS), "How readiness is noticed before the load. Default: `/` answers with any status below 500."),
	"ready-timeout": key(duration(100, 60 * MINUTE$1), "Time until it has to be ready.", DEFAULTS.readyTimeout),
	monitoring: key(monitoring, "What is asked for what the target used.")
});
// src/config/schema.ts
/** The schema of the configuration file: every key, its kind, its words, its default. */
const MINUTE = 6e4;
const httpVersion = kind("HTTP version", { enum: [1.1, 2] }, (value) => {
	if (value === 1.1 || value === 2) return { value };
	return {
		must: phrase("be-http-version"),
		say: value === "1.1" || value === "2" ? phrase("say-unquoted", { value }) : null
	};
});
/** A subset of what git allows, without what a shell or a URL would read otherwise. */
const branchName = pattern("branch", String.raw`^(?!.*(?:\.\.|//|/\.|\.lock(?:/|$)|[./]$))[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$`, phrase("be-branch"), phrase("say-branch"));
/** Variables of a program that sends. */
const environment = named(environmentName, text("text", {
	max: 32e3,
	lines: true,
	empty: true
}));
const load = {
	engine: key(oneOf("auto", "autocannon", "undici", "locust", "k6"), "What sends the load. `auto`: autocannon, or undici where autocannon cannot send this load or measure this service truthfully. `locust`: Locust, with a locustfile of your own. `k6`: k6, with a script of your own.", DEFAULTS.engine),
	locust: key(locustBlock(environment), "With `engine: locust`, what Locust runs, in the place of `requests`."),
	k6: key(k6Block(environment), "With `engine: k6`, what k6 runs, in the place of `requests`."),
	http: key(httpVersion, "Version of HTTP that is spoken, with TLS or without; 2 ends the run where the service does not speak it.", DEFAULTS.http),
	...shapeKeys,
	"warm-up": key(duration(0, 10 * MINUTE), "Load before the measured time; not counted.", DEFAULTS.warmUp),
	timeout: key(duration(10, 10 * MINUTE), "A request without a complete answer after this long is a timeout.", DEFAULTS.timeout),
	order: key(oneOf("weighted", "sequence"), "How each user chooses its next request.", DEFAULTS.order),
	cookies: key(flag(), "Each user keeps the cookies that it is given, and sends them. Default: no."),
	limits: key(limits, "What fails the gate. A metric named here replaces the default of that metric only.")
};
const scenario = block({
	...load,
	requests: key(array(request).min(1).max(200), "Requests to send: lines like `GET /books`, or mappings.", DEFAULTS.request),
	flows: key(array(flow).min(1).max(20), "In the place of `requests`: each user draws a flow by weight, goes through its requests in order, and draws the next."),
	variables: key(named(variableName, variable), "Where the values of `{{name}}` come from.")
});
/** The whole file. */
const config = block({
	$schema: key(text("URL", { max: 2e3 }), "For editors; not read."),
	suite: key(name(), "Names the comment, the baseline and the outputs of this set of scenarios.", DEFAULTS.suite),
	language: key(oneOf(...LANGUAGE_CODES), "Language of the report.", DEFAULTS.language),
	service: key(service, "The service under load, on this machine. Either this or `target`."),
	target: key(target, "In the place of `service`: one that is deployed, and is loaded where it is."),
	"allowed-addresses": key(array(allowed).max(100), "What a target may be beside this machine: IP addresses, networks like `10.0.0.0/8`, host names, and domains like `*.preview.example.com`. On a pull request the list of the base commit counts."),
	defaults: key(block(load), "What holds for scenarios that do not say otherwise."),
	scenarios: named(name(), scenario).meta({
		description: "Scenarios by name, at least one.",
		minProperties: 1
	}),
	containers: key(containers, "Containers of this machine that are watched while load is on: CPU, memory, limits, storage and network. Default: the compose project that `service.start` names, if it does. On a pull request those of the base commit count."),
	compare: key(oneOf("auto", "baseline", "base"), "What the change is compared with. `baseline`: the accepted runs. `base`: the base commit, built and measured beside it. `auto`: the accepted runs, and the base commit where they do not settle it.", DEFAULTS.compare),
	budget: key(duration(1e4, 120 * MINUTE), "Most time under load when the base commit is measured beside the change.", DEFAULTS.budget),
	sensitivity: key(oneOf("standard", "strict"), "Standard limits against the base commit: `standard` p95 3 %, throughput and CPU time a request 2 %; `strict` 2 % and 1 %.", DEFAULTS.sensitivity),
	baseline: key(block({
		store: key(oneOf("auto", "branch", "file"), "Where accepted runs are kept. `branch`: on a branch of their own. `file`: in a file of the repository. `auto`: in GitHub Actions on the branch, unless the base commit has the file; elsewhere in the file.", DEFAULTS.baselineStore),
		branch: key(branchName, "The branch that holds the accepted runs.", DEFAULTS.baselineBranch),
		path: key(innerPath("path"), "File with the accepted runs; commit it.", DEFAULTS.baselinePath),
		publish: key(oneOf("auto", "none", "commit", "pull-request"), "What becomes of runs that pass on the default branch. `commit`: they enter. `pull-request`: one pull request brings them into the file. `none`: nothing. `auto`: they enter the branch, and leave a file alone.", DEFAULTS.baselinePublish),
		keep: key(whole(1, 200), "Accepted runs kept for each scenario and machine.", DEFAULTS.baselineKeep),
		"min-runs": key(whole(1, 200), "With fewer accepted runs a regression against them is only advice.", DEFAULTS.baselineMinRuns)
	}), "Where accepted runs are kept."),
	policy: key(block({
		mode: key(oneOf("gate", "warn-only"), "`gate`: outcomes decide about the exit code. `warn-only`: no outcome fails the build; what could not be measured still does.", DEFAULTS.policyMode),
		"on-inconclusive": key(oneOf("pass", "fail"), "Exit code when noise hides a change as large as a limit.", DEFAULTS.onInconclusive),
		"on-no-baseline": key(oneOf("pass", "fail"), "Exit code when there is nothing to compare with.", DEFAULTS.onNoBaseline)
	}), "What outcomes that are neither green nor red come to."),
	secrets: key(array(variableRead).max(50), "Environment variables that requests may use as `{{secret.NAME}}`. On a pull request the list of the base commit counts."),
	databases: key(named(name(), block({ "url-from": needed(variableRead, "Environment variable that holds its URL, user and password included: `postgres://`, `mysql://`, `mariadb://`, `redis://`, `valkey://`; `rediss://` and `valkeys://` with TLS.") })), "Database servers that the service uses, by name: they are watched while load is on, by reading alone. On a pull request those of the base commit count."),
	report: key(block({
		comment: key(oneOf("auto", "changes", "failure", "never"), "`auto`: a comment where there is a pull request. `changes`: only when something moved or may have, `failure`: only when something is wrong; one that is there is kept up to date. `never`: none.", DEFAULTS.comment),
		directory: key(innerPath("path"), "Folder for the report, the records and the log.", DEFAULTS.reportDirectory),
		formats: key(array(oneOf(...REPORT_FORMATS)).max(REPORT_FORMATS.length), "Files for other programs beside report.md, report.html, run.json and verdict.json. `junit`: the verdict as junit.xml. `openmetrics`: the metrics as metrics.txt. `csv`: every second as timeline.csv.", DEFAULTS.reportFormats),
		"chart-files": key(oneOf("none", "svg"), "`svg`: every chart of report.html is also a file of its own, in the folder `charts` of the report.", DEFAULTS.chartFiles)
	}), "Where the report goes.")
}).meta({ oneOf: [{ required: ["service"] }, { required: ["target"] }] });
/** Where scalars are text as written: YAML reads `1.10` as 1.1 and `on` as text, but `true` as a truth. */
const TEXT_PLACES = [
	[
		"service",
		"env",
		"*"
	],
	[
		"scenarios",
		"*",
		"requests",
		"*",
		"headers",
		"*"
	],
	[
		"scenarios",
		"*",
		"flows",
		"*",
		"requests",
		"*",
		"headers",
		"*"
	],
	[
		"scenarios",
		"*",
		"variables",
		"*",
		"list",
		"*"
	],
	[
		"scenarios",
		"*",
		"locust",
		"env",
		"*"
	],
	[
		"defaults",
		"locust",
		"env",
		"*"
	],
	[
		"scenarios",
		"*",
		"k6",
		"env",
		"*"
	],
	[
		"defaults",
		"k6",
		"env",
		"*"
	],
	[
		"scenarios",
		"*",
		"k6",
		"tags",
		"*"
	],
	[
		"defaults",
		"k6",
		"tags",
		"*"
	]
];
// src/config/program-checks.ts
/** What the schema cannot say about a load by a program of its own: which keys have a meaning with it. Works on the raw tree. */
const KEYS = [
	"requests",
	"flows",
	"variables",
	"order",
	"cookies",
	"http",
	"timeout",
	"think-time"
];
/** Problems of a scenario that is to be sent by the program, or has keys for it; `more` looks at what only this program has. */
function checkProgram({ engine, idle, missing, idleWith, without, remedies }, { scenario, given, executor, path }, more = () => []) {
	if (given("engine").value !== engine) return entryOf(scenario, engine) === void 0 ? [] : [atKey([...path, engine], idle)];
	const replaced = KEYS.filter((key) => entryOf(scenario, key) !== void 0);
	return [
		...given(engine).value === void 0 ? [atValue(path, missing)] : [],
		...replaced.map((key) => atKey([...path, key], idleWith(key, remedies[key]))),
		...more(),
		...shapeProblems(without, {
			given,
			executor,
			path
		})
	];
}
function shapeProblems(without, { given, executor, path }) {
	if (executor === "constant-users" || executor === "soak" && given("rate").value === void 0) return [];
	return [atValue(path, without(executor === "soak" ? phrase("an-arrival-rate") : phrase("that-executor", { executor })))];
}
// src/config/k6-checks.ts
/** What the schema cannot say about a load by k6. Works on the raw tree. */
const K6 = {
	engine: "k6",
	idle: phrase("idle-k6"),
	missing: phrase("needs-k6"),
	idleWith: (key, remedy) => phrase("idle-with-k6", {
		key,
		remedy
	}),
	without: (what) => phrase("k6-without", { what }),
	remedies: {
		requests: phrase("k6-script-sends"),
		flows: phrase("k6-script-sends"),
		variables: phrase("k6-script-variables"),
		order: phrase("k6-script-order"),
		cookies: phrase("k6-cookies"),
		http: phrase("k6-protocol"),
		timeout: phrase("k6-script-timeout"),
		"think-time": phrase("k6-script-pauses")
	}
};
/** Problems of a scenario that is to be sent by k6, or has keys for it. */
const checkK6 = (keys) => checkProgram(K6, keys);
// src/config/locust-checks.ts
/** What the schema cannot say about a load by Locust. Works on the raw tree. */
const LOCUST = {
	engine: "locust",
	idle: phrase("idle-locust"),
	missing: phrase("needs-locust"),
	idleWith: (key, remedy) => phrase("idle-with-locust", {
		key,
		remedy
	}),
	without: (what) => phrase("locust-without", { what }),
	remedies: {
		requests: phrase("locustfile-sends"),
		flows: phrase("locustfile-sends"),
		variables: phrase("locustfile-variables"),
		order: phrase("locustfile-order"),
		cookies: phrase("locust-cookies"),
		http: phrase("locust-protocol"),
		timeout: phrase("locustfile-timeout"),
		"think-time": phrase("locustfile-pauses")
	}
};
/** Problems of a scenario that is to be sent by Locust, or has keys for it. */
const checkLocust = (keys) => checkProgram(LOCUST, keys, () => checkWorkers(keys));
/** A service of this machine is not reached from others: what they found at its address would be their own. */
function checkFarWorkers(tree) {
	if (entryOf(tree, "service") === void 0) return [];
	return [["defaults"], ...entriesOf(entryOf(tree, "scenarios")).map(([name]) => ["scenarios", name])].flatMap((path) => {
		const place = [
			...path,
			"locust",
			"workers",
			"ssh"
		];
		return place.reduce((part, step) => entryOf(part, String(step)), tree) === void 0 ? [] : [atKey(place, phrase("ssh-needs-target"))];
	});
}
function checkWorkers({ given, path }) {
	const locust = given("locust").value;
	const workers = entryOf(locust, "workers");
	if (workers === void 0) return [];
	const place = [
		...path,
		"locust",
		"workers"
	];
	const [count, mayLose] = [entryOf(workers, "count"), entryOf(workers, "may-lose")];
	const hopeless = typeof count === "number" && typeof mayLose === "number" && mayLose >= count;
	return [...entryOf(locust, "processes") === void 0 ? [] : [atKey([
		...path,
		"locust",
		"processes"
	], phrase("idle-processes"))], ...hopeless ? [atValue([...place, "may-lose"], phrase("may-lose-all"))] : []];
}
// src/config/search-checks.ts
/** What the schema cannot say about a search: that its levels have room, and that it is judged by what it finds. Works on the raw tree. */
/** True for the executors that search for a limit. */
const isSearchWord = (executor) => executor === "stress" || executor === "capacity";
/** Fewer steps find nothing. */
const STEPS_MIN = 5;
/** Load before a step's measured time, in milliseconds. */
const SETTLE = 1e3;
/** Problems of the levels and of the time. */
function checkSearch(given, executor) {
	if (!isSearchWord(executor)) return [];
	const [low, high] = executor === "stress" ? ["start-users", "max-users"] : ["start-rate", "max-rate"];
	return [...checkLevels(given(low), given(high), {
		executor,
		low,
		high
	}), ...checkTime(given("step"), given("max-duration"))];
}
function checkLevels(first, last, names) {
	const isStress = names.executor === "stress";
	const start = first.value ?? (isStress ? DEFAULTS.startUsers : DEFAULTS.firstRate);
	const highest = last.value ?? (isStress ? DEFAULTS.maxUsers : DEFAULTS.maxRate);
	if (typeof start !== "number") return [];
	if (start <= 0) return [atValue(first.place, phrase("start-above-zero", { executor: names.executor }))];
	const most = typeof highest === "number" ? highest : rateOf(highest);
	if (most === null || most >= start) return [];
	return [atValue(last.value === void 0 ? first.place : last.place, phrase("no-way-up", {
		low: names.low,
		start,
		high: names.high,
		most
	}))];
}
/** `500/s` or `500`; null for what the schema complains of. */
function rateOf(written) {
	const match = typeof written === "string" ? /^(\d+(?:\.\d+)?)\s*(?:\/s)?$/.exec(written.trim()) : null;
	return match === null ? null : Number(match[1]);
}
function checkTime(step, whole) {
	const [length, most] = [lengthOf$1(step.value, DEFAULTS.step), lengthOf$1(whole.value, DEFAULTS.maxDuration)];
	if (length === null || most === null || most >= STEPS_MIN * (length + SETTLE)) return [];
	const least = `${Math.ceil(STEPS_MIN * (length + SETTLE) / 1e3)}s`;
	return [atValue(whole.value === void 0 ? step.place : whole.place, phrase("no-time-for-steps", {
		steps: STEPS_MIN,
		least
	}))];
}
const lengthOf$1 = (written, standard) => {
	if (written === void 0) return parseDuration(standard);
	return typeof written === "string" ? parseDuration(written) : null;
};
/** A search is judged by its capacity alone, and nothing else has one: another limit would decide nothing. */
function checkSearchLimits(scenario, executor, path) {
	const searches = isSearchWord(executor);
	return entriesOf(entryOf(scenario, "limits")).flatMap(([metric]) => {
		if (!METRIC_NAMES.some((known) => known === metric) || metric === "capacity" === searches) return [];
		const place = [
			...path,
			"limits",
			metric
		];
		return [searches ? atKey(place, phrase("idle-limit", {
			metric,
			executor
		})) : atKey(place, phrase("no-capacity-here"))];
	});
}
// src/config/executor-checks.ts
/** What the schema cannot say about the shape of a load: which keys belong to which executor, and that it sends at all. Works on the raw tree. */
/** Keys that say something about the shape, with the executors that they are for. */
const FOR = {
	users: [
		"constant-users",
		"spike",
		"soak"
	],
	duration: [
		"constant-users",
		"constant-arrival-rate",
		"spike",
		"soak"
	],
	"think-time": [
		"constant-users",
		"ramping-users",
		"spike",
		"stress",
		"soak"
	],
	rate: ["constant-arrival-rate", "soak"],
	"start-users": ["ramping-users", "stress"],
	"start-rate": ["ramping-arrival-rate", "capacity"],
	stages: ["ramping-users", "ramping-arrival-rate"],
	"max-users": [
		"constant-arrival-rate",
		"ramping-arrival-rate",
		"stress",
		"capacity",
		"soak"
	],
	"max-rate": ["capacity"],
	step: ["stress", "capacity"],
	"max-duration": ["stress", "capacity"],
	objective: ["stress", "capacity"]
};
/** What a soak heeds only without a rate, and only with one. */
const SOAK_KEYS = {
	users: ["users", "think-time"],
	rate: ["max-users"]
};
/** Keys without which an executor has no shape. */
const NEEDS = {
	"constant-arrival-rate": "rate",
	"ramping-users": "stages",
	"ramping-arrival-rate": "stages",
	capacity: "objective"
};
/** Shortest load that is measured, in milliseconds. */
const DURATION_MIN = 1e3;
/** The word for a scenario's executor, or what stands in its place. */
const wordOf = (scenario, defaults) => chooseExecutor(chosen(scenario), chosen(defaults));
/** Whether a scenario's executor is an arrival rate. */
function isOpenWord(scenario, defaults) {
	const word = wordOf(scenario, defaults);
	if (word === "soak") return [scenario, defaults].some((around) => chosen(around).hasRate);
	return typeof word === "string" && (word.endsWith("-arrival-rate") || word === "capacity");
}
/** Problems of one scenario's shape; `path` is the scenario's. */
function checkExecutor(scenario, defaults, path) {
	const word = wordOf(scenario, defaults);
	const executor = EXECUTORS.find((known) => known === word);
	if (executor === void 0 || !isTreeMap(scenario)) return [];
	const given = (name) => entryOf(scenario, name) === void 0 ? {
		value: entryOf(defaults, name),
		place: ["defaults", name]
	} : {
		value: entryOf(scenario, name),
		place: [...path, name]
	};
	const needed = NEEDS[executor];
	return [
		...needed === void 0 || given(needed).value !== void 0 ? [] : [atValue(path, phrase("executor-needs", {
			key: needed,
			executor,
			example: phrase(EXAMPLES[needed])
		}))],
		...misplaced(scenario, executor, path),
		...executor === "soak" ? misplacedInSoak(scenario, given("rate").value !== void 0, path) : [],
		...engineProblem(given, executor, path),
		...checkLocust({
			scenario,
			given,
			executor,
			path
		}),
		...checkK6({
			scenario,
			given,
			executor,
			path
		}),
		...FOR["think-time"]?.includes(executor) === true ? checkThinkTime(given("think-time")) : [],
		...FOR["stages"]?.includes(executor) === true ? checkStages(given, executor) : [],
		...checkSearch(given, executor),
		...checkSearchLimits(scenario, executor, path)
	];
}
const chosen = (around) => ({
	executor: entryOf(around, "executor"),
	hasRate: entryOf(around, "rate") !== void 0
});
const EXAMPLES = {
	rate: "say-hundred-rate",
	stages: "say-stages",
	objective: "say-objective"
};
/** A key that another executor would heed is a mistake here, since nothing would come of it. */
function misplaced(scenario, executor, path) {
	return Object.entries(FOR).flatMap(([name, executors]) => {
		if (entryOf(scenario, name) === void 0 || executors.includes(executor)) return [];
		const others = listed("either", executors.map((each) => `\`executor: ${each}\``));
		return [atKey([...path, name], phrase("idle-key", {
			key: name,
			executor,
			others
		}))];
	});
}
/** A soak is one of users or of arrivals. */
function misplacedInSoak(scenario, hasRate, path) {
	return (hasRate ? SOAK_KEYS.users : SOAK_KEYS.rate).flatMap((name) => entryOf(scenario, name) === void 0 ? [] : [atKey([...path, name], hasRate ? phrase("idle-in-soak-rate", { key: name }) : phrase("idle-in-soak", { key: name }))]);
}
function engineProblem(given, executor, path) {
	const engine = given("engine").value;
	if (given("http").value === 2 && (engine === "autocannon" || engine === "undici")) return [atValue(path, phrase("engine-without-http2", { engine }))];
	const think = given("think-time").value;
	const isSoak = executor === "soak";
	const ofUsers = executor === "constant-users" || executor === "stress" || isSoak && given("rate").value === void 0;
	if (engine !== "autocannon" || ofUsers && (think === void 0 || think === 0 || think === "0")) return [];
	const what = ofUsers ? phrase("a-think-time") : isSoak ? phrase("an-arrival-rate") : phrase("that-executor", { executor });
	return [atValue(path, phrase("autocannon-without", { what }))];
}
function checkThinkTime({ value: think, place }) {
	if (entryOf(think, "distribution") === "normal" && entryOf(think, "deviation") === void 0) return [atValue(place, phrase("needs-deviation"))];
	if (entryOf(think, "distribution") === "exponential" && entryOf(think, "deviation") !== void 0) return [atKey([...place, "deviation"], phrase("idle-deviation"))];
	return [];
}
function checkStages(given, executor) {
	const { value, place } = given("stages");
	const stages = itemsOf(value).map((stage) => {
		const target = entryOf(stage, "target");
		return {
			length: lengthOf(entryOf(stage, "duration")),
			target: typeof target === "number" ? target : null
		};
	});
	if (executor !== "ramping-users") return [...checkSending(stages, given("start-rate").value ?? DEFAULTS.startRate, place)];
	return [...stages.flatMap(({ target }, index) => checkUsers(target, [
		...place,
		index,
		"target"
	])), ...checkSending(stages, given("start-users").value ?? DEFAULTS.startUsers, place)];
}
function lengthOf(written) {
	if (written === 0) return 0;
	return typeof written === "string" ? parseDuration(written) : null;
}
const checkUsers = (target, place) => target === null || Number.isInteger(target) && target <= 1e4 ? [] : [mustProblem(place, phrase("be-users", { max: USERS_MAX }), target)];
/** A load lasts a second at least, and is above zero for some of it. */
function checkSending(stages, start, place) {
	if (typeof start !== "number" || stages.length === 0) return [];
	let [total, level, sends] = [
		0,
		start,
		false
	];
	for (const { length, target } of stages) {
		if (length === null || target === null) return [];
		total += length;
		sends ||= length > 0 && (level > 0 || target > 0);
		level = target;
	}
	if (total < DURATION_MIN) return [atValue(place, phrase("stages-too-short", { ms: total }))];
	return sends ? [] : [atValue(place, phrase("stages-send-nothing"))];
}
// src/config/flow-checks.ts
/** What the schema cannot say about flows: what may stand beside them, and their names. Works on the raw tree. */
/** The requests of each flow; without flows all of them. */
function requestListsOf(scenario, defaults, path) {
	const flows = itemsOf(entryOf(scenario, "flows")).map((flow, index) => ({
		requests: itemsOf(entryOf(flow, "requests")),
		path: [
			...path,
			"flows",
			index,
			"requests"
		],
		order: "in a flow"
	}));
	if (flows.length > 0) return flows;
	const order = entryOf(scenario, "order") ?? entryOf(defaults, "order");
	return [{
		requests: itemsOf(entryOf(scenario, "requests")),
		path: [...path, "requests"],
		order: order === "sequence" ? "with `order: sequence`" : null
	}];
}
/** Problems with the flows of a scenario; `path` is the scenario's. */
function checkFlows(scenario, path) {
	if (entryOf(scenario, "flows") === void 0) return [];
	return [...BESIDE.filter(([name]) => entryOf(scenario, name) !== void 0).map(([name, why]) => atKey([...path, name], phrase(why))), ...checkNames$1(itemsOf(entryOf(scenario, "flows")), [...path, "flows"])];
}
/** Keys that `flows` leave nothing to say. */
const BESIDE = [["requests", "requests-or-flows"], ["order", "idle-order"]];
function checkNames$1(flows, path) {
	const names = flows.map((flow) => entryOf(flow, "name"));
	return names.flatMap((name, index) => typeof name !== "string" || names.indexOf(name) === index ? [] : [atValue([...path, index], phrase("second-flow", { name: clean(name) }))]);
}
// src/config/answer-checks.ts
/** What the schema cannot say about answers: checks and captures of requests, and cookies. Works on the raw tree. */
/** Where in a list of requests each captured name comes from: the first request that gives it. */
function capturedIn(requests) {
	const first = /* @__PURE__ */ new Map();
	requests.forEach((request, index) => {
		for (const [name] of entriesOf(entryOf(request, "capture"))) if (!first.has(name)) first.set(name, index);
	});
	return first;
}
/** Problems with what a scenario wants of its answers; `path` is the scenario's. */
function checkAnswers(scenario, defaults, path) {
	const isOpen = isOpenWord(scenario, defaults);
	const cookies = isOpen && entryOf(scenario, "cookies") === true ? [atKey([...path, "cookies"], phrase("cookies-of-users"))] : [];
	const lists = requestListsOf(scenario, defaults, path);
	const requests = lists.flatMap((list) => list.requests.flatMap((request, index) => {
		const place = [...list.path, index];
		return [...checkBodies(request, place), ...checkCaptures(request, place, {
			isOpen,
			inSequence: list.order !== null
		})];
	}));
	const captured = lists.map((list) => capturedIn(list.requests));
	const twice = entriesOf(entryOf(scenario, "variables")).filter(([name]) => captured.some((names) => names.has(name)));
	return [
		...cookies,
		...requests,
		...twice.map(([name]) => atKey([
			...path,
			"variables",
			name
		], phrase("captured-too", { name: clean(name) })))
	];
}
function checkBodies(request, place) {
	const checks = itemsOf(entryOf(request, "checks"));
	return [...checks.length > 0 && entryOf(request, "method") === "HEAD" ? [atKey([...place, "checks"], phrase("checks-of-head"))] : [], ...checks.flatMap((check, index) => checkCheck(check, [
		...place,
		"checks",
		index
	]))];
}
function checkCheck(check, path) {
	const wrong = exactlyOne(check, CHECK_KINDS, path);
	if (wrong.length > 0 || entryOf(check, "equals") === void 0 || entryOf(check, "json") !== void 0) return wrong;
	return [atKey([...path, "equals"], phrase("idle-equals"))];
}
function exactlyOne(value, known, path) {
	if (!isTreeMap(value)) return [];
	const given = known.filter((each) => entryOf(value, each) !== void 0);
	return given.length === 1 ? [] : [atValue(path, oneOfKeys(known, given))];
}
function checkCaptures(request, place, { isOpen, inSequence }) {
	const captures = entriesOf(entryOf(request, "capture"));
	if (captures.length === 0) return [];
	const at = [...place, "capture"];
	const users = isOpen ? [atKey(at, phrase("capture-of-users"))] : [];
	const order = inSequence ? [] : [atKey(at, phrase("capture-in-order"))];
	return [
		...users,
		...order,
		...captures.flatMap(([name, capture]) => exactlyOne(capture, CAPTURE_KINDS, [...at, name]))
	];
}
// src/config/placeholder-checks.ts
/** What the schema cannot say about `{{name}}` in requests: what it stands for, and whether that may stand there. Works on the raw tree. */
/** What may stand where a value is put: anything else would change the meaning of what is around it. */
const FITS = {
	path: {
		test: (value) => /^[!-~]*$/.test(value) && !/[#\\"<>^`|{}]/.test(value),
		words: "not-in-url"
	},
	header: {
		test: (value) => !/\p{Cc}/u.test(value),
		words: "not-in-header"
	},
	json: {
		test: (value) => JSON.stringify(value) === `"${value}"`,
		words: "not-in-json"
	},
	body: {
		test: () => true,
		words: "not-in-url"
	}
};
/** Problems with the placeholders of a scenario's requests, and with variables and captures that none of them uses. */
function checkPlaceholders(scenario, lists, path, files) {
	const variables = entryOf(scenario, "variables");
	const texts = lists.flatMap(spotsOfList).map(({ text }) => text);
	const used = new Set(texts.flatMap(placeholdersIn).map(({ name }) => name));
	const everywhere = new Set(lists.flatMap(({ requests }) => [...capturedIn(requests).keys()]));
	const unused = entriesOf(variables).filter(([name]) => !used.has(name));
	return [...lists.flatMap((list) => checkList(list, {
		variables,
		files,
		everywhere,
		scenario: path
	})), ...unused.map(([name]) => atKey([
		...path,
		"variables",
		name
	], phrase("variable-unused", {
		name: clean(name),
		again: clean(name)
	})))];
}
function checkList(list, known) {
	const captured = capturedIn(list.requests);
	const spots = spotsOfList(list);
	const used = new Set(spots.flatMap(({ text }) => placeholdersIn(text)).map(({ name }) => name));
	const unused = [...captured].filter(([name]) => !used.has(name));
	return [...spots.flatMap((spot) => checkSpot(spot, captured, list, known)), ...unused.map(([name, index]) => atKey([
		...list.path,
		index,
		"capture",
		name
	], phrase("capture-unused", {
		name: clean(name),
		again: clean(name)
	})))];
}
function checkSpot(spot, captured, list, known) {
	const open = hasOpenBraces(spot.text) ? [atValue(spot.path, phrase("braces-open"))] : [];
	const found = placeholdersIn(spot.text).filter(({ name }) => name !== SECRET);
	return [...open, ...found.flatMap((placeholder) => {
		const from = captured.get(placeholder.name);
		if (from === void 0) return checkPlaceholder(placeholder, spot, known);
		return checkCaptured(placeholder, spot, {
			giver: showPath([...list.path, from].slice(known.scenario.length)),
			isLater: from >= Number(spot.path[list.path.length])
		});
	})];
}
/** Every text of a list's requests that may hold placeholders. */
function spotsOfList({ requests, path }) {
	return requests.flatMap((request, index) => spotsOf(request, [...path, index]));
}
function spotsOf(request, path) {
	if (typeof request === "string") return [{
		text: request,
		path,
		part: "path"
	}];
	return [
		...textsIn(entryOf(request, "path"), [...path, "path"], "path"),
		...textsIn(entryOf(request, "headers"), [...path, "headers"], "header"),
		...textsIn(entryOf(request, "json"), [...path, "json"], "json"),
		...textsIn(entryOf(request, "body"), [...path, "body"], "body")
	];
}
/** All texts below a value, keys of JSON included. The tree's depth bounds the recursion. */
function textsIn(tree, path, part) {
	if (typeof tree === "string") return [{
		text: tree,
		path,
		part
	}];
	if (Array.isArray(tree)) return itemsOf(tree).flatMap((item, index) => textsIn(item, [...path, index], part));
	return entriesOf(tree).flatMap(([name, value]) => [...part === "json" ? [{
		text: name,
		path: [...path, name],
		part
	}] : [], ...textsIn(value, [...path, name], part)]);
}
/** `giver`: the request that captures the value; `isLater`: not before this one is sent. */
function checkCaptured(placeholder, spot, { giver, isLater }) {
	const shown = `\`{{${clean(placeholder.content)}}}\``;
	if (placeholder.column !== null) return [atValue(spot.path, phrase("captured-has-no-columns", { shown }))];
	return isLater ? [atValue(spot.path, phrase("used-before-captured", {
		shown,
		giver
	}))] : [];
}
function checkPlaceholder(placeholder, spot, { variables, files, everywhere }) {
	const { name, column } = placeholder;
	const shown = `\`{{${clean(placeholder.content)}}}\``;
	const variable = entryOf(variables, name);
	if (!(/* @__PURE__ */ new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,39}$")).test(name)) return [atValue(spot.path, phrase("not-a-variable", { shown }))];
	if (variable === void 0 && everywhere.has(name)) return [atValue(spot.path, phrase("captured-elsewhere", { shown }))];
	if (variable === void 0) {
		const nearest = didYouMean(name, entriesOf(variables).map(([known]) => known));
		return [atValue(spot.path, phrase("no-variable", {
			shown,
			name: clean(name),
			advice: nearest ?? phrase("add-variable")
		}))];
	}
	const file = entryOf(variable, "file");
	if (typeof file !== "string") {
		if (column !== null) return [atValue(spot.path, phrase("has-no-columns", {
			shown,
			name: clean(name),
			again: clean(name)
		}))];
		return fits(itemsOf(entryOf(variable, "list")).filter((item) => typeof item === "string"), spot, shown);
	}
	const rows = files.get(file) ?? null;
	if (rows === null) return [];
	if (column === null) return [atValue(spot.path, phrase("names-a-row", {
		shown,
		columns: rows.columns.map((known) => `\`{{${clean(name)}.${clean(known)}}}\``).slice(0, 5).join(", ")
	}))];
	if (rows.columns.includes(column)) return fits(rows.rows.map((row) => row[column] ?? ""), spot, shown);
	const nearest = didYouMean(column, rows.columns) ?? phrase("known-columns", { columns: rows.columns.map(clean).slice(0, 20).join(", ") });
	return [atValue(spot.path, phrase("no-column", {
		shown,
		file: clean(file),
		column: clean(column),
		advice: nearest
	}))];
}
function fits(values, spot, shown) {
	const bad = values.find((value) => !FITS[spot.part].test(value));
	return bad === void 0 ? [] : [mustProblem(spot.path, phrase(FITS[spot.part].words, { shown }), bad)];
}
// src/config/scenario-checks.ts
/** What the schema cannot say about scenarios: names, bodies, variables. Works on the raw tree, whatever else is wrong with it. */
const SCENARIOS_MAX = 50;
/** Problems of all scenarios. */
function checkScenarios(tree, files) {
	const scenarios = entryOf(tree, "scenarios");
	if (!isTreeMap(scenarios)) return [];
	const entries = entriesOf(scenarios);
	const number = entries.length;
	const count = number >= 1 && number <= SCENARIOS_MAX ? [] : [atValue(["scenarios"], phrase("scenario-count", {
		max: SCENARIOS_MAX,
		got: number
	}))];
	const defaults = entryOf(tree, "defaults");
	return [
		...count,
		...checkLimits(defaults, ["defaults"]),
		...entries.flatMap(([name, scenario]) => checkScenario(scenario, ["scenarios", name], defaults, files))
	];
}
/** A metric with an empty mapping would lose its default without a word. */
function checkLimits(around, path) {
	return entriesOf(entryOf(around, "limits")).filter(([, limits]) => isTreeMap(limits) && Object.keys(limits).length === 0).map(([metric, limits]) => mustProblem([
		...path,
		"limits",
		metric
	], phrase("name-a-limit"), limits, phrase("say-off")));
}
function checkScenario(scenario, path, defaults, files) {
	const lists = requestListsOf(scenario, defaults, path);
	const requests = lists.flatMap((list) => list.requests.map((request, index) => ({
		request,
		at: [...list.path, index],
		order: list.order
	})));
	return [
		...checkLimits(scenario, path),
		...checkExecutor(scenario, defaults, path),
		...checkFlows(scenario, path),
		...checkAnswers(scenario, defaults, path),
		...checkNames(requests),
		...requests.flatMap(({ request, at, order }) => checkRequest(request, at, order)),
		...entriesOf(entryOf(scenario, "variables")).flatMap(([name, variable]) => checkVariable(variable, [
			...path,
			"variables",
			name
		])),
		...checkPlaceholders(scenario, lists, path, files)
	];
}
/** What reports call a request, as far as the raw tree tells. */
function nameOf(request) {
	if (typeof request === "string") return tidy(request).trim().replace(/\s+/, " ").replace(/^\//, "GET /");
	const name = entryOf(request, "name");
	if (name !== void 0) return typeof name === "string" ? name : null;
	const path = entryOf(request, "path");
	const method = entryOf(request, "method") ?? "GET";
	return typeof path === "string" && typeof method === "string" ? `${method} ${tidy(path)}` : null;
}
function checkNames(requests) {
	const names = requests.map(({ request }) => nameOf(request));
	return requests.flatMap(({ at }, index) => {
		const name = names[index] ?? null;
		if (name === null || names.indexOf(name) === index) return [];
		return [atValue(at, phrase("second-request", { name: clean(name) }))];
	});
}
function checkRequest(request, path, order) {
	const problems = [];
	if (entryOf(request, "json") !== void 0 && entryOf(request, "body") !== void 0) problems.push(atKey([...path, "body"], phrase("body-or-json")));
	if (order !== null && entryOf(request, "weight") !== void 0) problems.push(atKey([...path, "weight"], phrase(order === "in a flow" ? "idle-weight-in-flow" : "idle-weight")));
	const headers = entriesOf(entryOf(request, "headers")).map(([name]) => name);
	const lower = headers.map((name) => name.toLowerCase());
	headers.forEach((name, index) => {
		if (lower.indexOf(name.toLowerCase()) !== index) problems.push(atKey([
			...path,
			"headers",
			name
		], phrase("header-twice", { name: clean(name) })));
	});
	return problems;
}
function checkVariable(variable, path) {
	if (!isTreeMap(variable)) return [];
	const sources = SOURCES.filter((source) => entryOf(variable, source) !== void 0);
	if (sources.length !== 1) return [atValue(path, oneOfKeys(SOURCES, sources))];
	const [source = "list"] = sources;
	if (entryOf(variable, "pick") === void 0 || source === "list" || source === "file") return [];
	return [atKey([...path, "pick"], phrase("idle-pick", { source }))];
}
// src/config/service-checks.ts
/** What the schema cannot say about the service: keys that need or exclude each other. Works on the raw tree, whatever else is wrong with it. */
/** Keys that tell how to run a service, and mean nothing for one that already runs. */
const NEEDS_START = [
	"build",
	"working-directory",
	"env",
	"observe",
	"port",
	"build-timeout",
	"stop-timeout",
	"show-log"
];
/** Problems of `service` and of the files Loadgate writes. */
function checkService(tree) {
	const service = entryOf(tree, "service");
	if (!isTreeMap(service)) return [];
	const booted = entryOf(service, "start") !== void 0;
	return [
		...booted ? [] : checkRunning(service),
		...checkUrl(service, booted),
		...checkTls(service, "service", entryOf(service, "url") ?? DEFAULTS.url),
		...checkReady(service, booted ? "start" : "service"),
		...checkBraces(service)
	];
}
/** The base commit can only be measured beside the change when we may start it. */
function checkCompare(tree) {
	if (entryOf(entryOf(tree, "service"), "start") !== void 0 || entryOf(tree, "compare") !== "base") return [];
	const deployed = entryOf(tree, "target") !== void 0;
	return [atValue(["compare"], deployed ? phrase("base-of-deployed") : phrase("base-of-running"))];
}
/** `.github` holds workflows: what a run writes must not become one. */
function checkWritten(tree) {
	return [["baseline", "path"], ["report", "directory"]].flatMap((path) => {
		const [first = "", last = ""] = path.map(String);
		const value = entryOf(entryOf(tree, first), last);
		if (typeof value !== "string") return [];
		const steps = value.split("/").filter((step) => step !== "" && step !== ".");
		if (steps.length === 0) return [mustProblem(path, phrase("be-inside"), value)];
		return steps[0]?.toLowerCase() === ".github" ? [mustProblem(path, phrase("be-outside-github"), value)] : [];
	});
}
function checkRunning(service) {
	const problems = NEEDS_START.filter((name) => entryOf(service, name) !== void 0).map((name) => atKey(["service", name], phrase("idle-service-key", { key: name })));
	if (entryOf(service, "url") !== void 0) return problems;
	return [...problems, atKey(["service"], phrase("service-needs"))];
}
function checkUrl(service, booted) {
	const url = entryOf(service, "url");
	const path = ["service", "url"];
	if (typeof url !== "string") return [];
	const reading = readAddress(url);
	if ("must" in reading) return [mustProblem(path, reading.must, url, reading.say)];
	if (reading.value.port === null) return booted ? [] : [mustProblem(path, phrase("name-the-port"), url, phrase("say-port-needs-start"))];
	const port = entryOf(service, "port");
	if (!booted || port === void 0 || port === reading.value.port) return [];
	return [mustProblem(["service", "port"], phrase("be-port-of-url"), port, phrase("say-port", { port: reading.value.port }))];
}
/** A certificate is verified or not, and only where there is one. `url`: as it is written, by `service` or by `target`. */
function checkTls(block, of, url) {
	const tls = entryOf(block, "tls");
	const path = [of, "tls"];
	if (!isTreeMap(tls)) return [];
	const example = of === "service" ? "https://127.0.0.1:{port}" : "https://api.example.com";
	const plain = typeof url === "string" && !/^https:/i.test(url) ? [atKey(path, phrase("tls-needs-url", {
		of,
		example
	}))] : [];
	const kinds = TLS_KINDS.filter((name) => entryOf(tls, name) !== void 0);
	return kinds.length === 1 ? plain : [...plain, atValue(path, oneOfKeys(TLS_KINDS, kinds))];
}
/** Exactly one kind of readiness, and a log only of what is started (`start`) here. */
function checkReady(block, of) {
	const ready = entryOf(block, "ready");
	const path = [of === "target" ? of : "service", "ready"];
	if (!isTreeMap(ready)) return [];
	const kinds = READY_KINDS.filter((name) => entryOf(ready, name) !== void 0);
	if (kinds.length !== 1) return [atValue(path, oneOfKeys(READY_KINDS, kinds))];
	if (of === "start" || kinds[0] !== "log") return [];
	return [atKey([...path, "log"], phrase("log-needs-start", { path: path.join(".") }))];
}
/** `{{port}}` is the form of requests; here it would reach the shell as it is. */
function checkBraces(service) {
	return [[["service", "start"], entryOf(service, "start")], ...entriesOf(entryOf(service, "env")).map(([name, value]) => [[
		"service",
		"env",
		name
	], value])].flatMap(([path, value]) => typeof value === "string" && /\{\{\s*port\s*\}\}/i.test(value) ? [mustProblem(path, phrase("write-port"), value)] : []);
}
// src/platform/files.ts
/** Plain files: folders that exist, text with a limit, and writing whole or not at all. */
/** Makes a folder with its parents if it is not there. Returns its path. @throws the file system's error */
async function ensureDirectory(path) {
	await mkdir(path, { recursive: true });
	return path;
}
/** True when the path leads to a folder. */
async function isDirectory(path) {
	return stat(path).then((found) => found.isDirectory(), () => false);
}
/**
* Replaces a file, or creates it with its folders: a reader, or a crash, sees the old text or the new one.
* @throws the file system's error; the old file is as it was
*/
async function writeAtomically(path, text) {
	const draft = `${path}.${randomUUID()}.tmp`;
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(draft, text, {
			flag: "wx",
			flush: true
		});
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true }).catch(() => void 0);
		throw error;
	}
}
/**
* Reads a file as UTF-8.
* @throws RangeError when it is larger than `bytesMax` or no regular file, else the file system's error
*/
async function readTextFile(path, bytesMax) {
	await using file = await open(path, "r");
	const found = await file.stat();
	if (!found.isFile()) throw new RangeError(`${path} is not a file`);
	const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(found.size, bytesMax) + 1), 0, null, 0);
	if (bytesRead > bytesMax) throw new RangeError(`${path} is larger than ${bytesMax} bytes`);
	return buffer.toString("utf8", 0, bytesRead);
}
/**
* The absolute path of something inside the workspace, all links followed as far as they exist.
* @throws Failure kind `usage`, code `path-outside`
*/
async function confine(workspace, path) {
	if (await staysInWorkspace(workspace, path)) return resolve(workspace, path);
	throw new Failure({
		kind: "usage",
		code: "path-outside",
		message: phrase("path-outside", { path }),
		advice: phrase("path-outside-advice")
	});
}
export { chooseExecutor as A, placeholdersIn as C, addressKind as D, readTargetUrl as E, CONTAINER_KINDS as M, PROJECT_PATTERN as N, ruleOn as O, jsonBody as S, tidy as T, config as _, writeAtomically as a, mayBeRead as b, checkService as c, checkScenarios as d, spotsOfList as f, TEXT_PLACES as g, checkFarWorkers as h, readTextFile as i, problemsOf as j, readAddress as k, checkTls as l, wordOf as m, ensureDirectory as n, checkCompare as o, requestListsOf as p, isDirectory as r, checkReady as s, confine as t, checkWritten as u, MONITORED as v, secretsIn as w, SECRET as x, WATCHED as y };
