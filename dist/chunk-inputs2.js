import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { B as pathKey, E as atValue, F as entriesOf, I as entryOf, J as DEFAULTS, P as emptyMap, R as isTreeMap, U as withValue, i as standardLimits, n as changeKey, t as boundKey } from "./chunk-limit-schema.js";
// src/config/inputs.ts
/** Inputs of the Action, which are the flags of the command line: one table, and how they are laid over a file's tree. */
const key = (...path) => ({
	kind: "key",
	path
});
const scenario = (name) => ({
	kind: "scenario",
	key: name
});
const limit = (metric, bound) => ({
	kind: "limit",
	metric,
	bound
});
/** Every input, in the order people meet them. Where a file says something else, the input wins, for all scenarios of the file. */
const INPUTS = [
	input("config", "path", "Configuration file. Without one, `start` or `url` is enough.", ".github/loadgate.yml, if it exists", { kind: "file" }),
	input("build", "command", "Shell command run once before the first start.", null, key("service", "build")),
	input("start", "command", "Shell command that starts the service in the foreground; `{port}` is replaced by a free port.", null, key("service", "start")),
	input("url", "url", "Base URL on this machine; needed when the service already runs.", DEFAULTS.url, key("service", "url")),
	input("port", "port", "Port the service listens on, or `free`.", DEFAULTS.port, key("service", "port")),
	input("working-directory", "path", "Where both commands run, relative to the workspace.", DEFAULTS.workingDirectory, key("service", "working-directory")),
	input("ready", "path", "Path that answers with 2xx when the service is ready, or `tcp`.", "`/` with any status below 500", key("service", "ready")),
	input("users", "count", "Virtual users; each waits for its answer before it sends again.", String(DEFAULTS.users), scenario("users")),
	input("think-time", "duration", "Pause of a user after each answer: `1s`.", "none", scenario("think-time")),
	input("executor", "word", "Shape of the load: `constant-users`, `constant-arrival-rate`, `spike`, `soak`; ramps need a file for their stages.", DEFAULTS.executor, scenario("executor")),
	input("rate", "rate", "Requests a second, sent at their times whatever became of those before, in the place of users.", null, scenario("rate")),
	input("duration", "duration", "Measured time.", DEFAULTS.duration, scenario("duration")),
	input("warm-up", "duration", "Load before the measured time; not counted.", DEFAULTS.warmUp, scenario("warm-up")),
	input("requests", "lines", "Requests to send, one `METHOD /path` a line. Only without a file.", DEFAULTS.request, scenario("requests")),
	input("p95-max-increase", "share", "Largest increase of p95 against the baseline, or `off`.", "10%", limit("p95", "change")),
	input("p95-max", "duration", "Largest p95, whatever the baseline.", null, limit("p95", "bound")),
	input("throughput-max-decrease", "share", "Largest decrease of throughput against the baseline, or `off`.", "10%", limit("throughput", "change")),
	input("throughput-min", "rate", "Smallest throughput, whatever the baseline.", null, limit("throughput", "bound")),
	input("error-rate-max", "share", "Largest error rate, or `off`.", "1%", limit("error-rate", "bound")),
	input("compare", "word", "`baseline`: with the accepted runs. `base`: with the base commit, measured beside. `auto`: with the accepted runs, and the base commit where they do not settle it.", DEFAULTS.compare, key("compare")),
	input("budget", "duration", "Most time under load when the base commit is measured beside the change.", DEFAULTS.budget, key("budget")),
	input("sensitivity", "word", "`standard` or `strict`: how small a change against the base commit matters.", DEFAULTS.sensitivity, key("sensitivity")),
	input("suite", "name", "Names the comment, the baseline and the outputs; one for each gate of a repository.", DEFAULTS.suite, key("suite")),
	input("baseline-store", "word", "Where accepted runs are kept: `branch`, `file`, or `auto`: in GitHub Actions on a branch, unless there is a file.", DEFAULTS.baselineStore, key("baseline", "store")),
	input("baseline-path", "path", "File of accepted runs.", DEFAULTS.baselinePath, key("baseline", "path")),
	input("language", "word", "Language of the report: `en` or `ru`.", DEFAULTS.language, key("language")),
	input("report-directory", "path", "Folder for the report, the records and the log.", DEFAULTS.reportDirectory, key("report", "directory")),
	input("comment", "word", "`auto`: a comment where there is a pull request. `changes`: only when something moved or may have; `failure`: only when something is wrong. `never`: none.", DEFAULTS.comment, key("report", "comment"))
];
function input(name, value, description, standard, target) {
	return {
		name,
		description,
		value,
		standard,
		target
	};
}
/** The value of an input, or null when it is not given: an Action gives absent inputs as empty texts. */
function inputValue(inputs, name) {
	const value = Object.hasOwn(inputs, name) ? inputs[name] : void 0;
	return value === void 0 || value.trim() === "" ? null : value.trim();
}
/** Lays the given inputs over a file's tree, or over an empty configuration with one scenario. */
function overlayInputs(file, inputs) {
	const origins = /* @__PURE__ */ new Map();
	const problems = [];
	let tree = file ?? withoutFile();
	for (const { name, target } of INPUTS) {
		const text = inputValue(inputs, name);
		if (text === null || target.kind === "file") continue;
		for (const { path, value } of settings(tree, target, text)) {
			tree = withValue(tree, path, value);
			origins.set(pathKey(path), name);
			if (name === "requests" && file !== null) problems.push(atValue(path, REQUESTS_TWICE));
		}
	}
	return {
		tree,
		origins,
		problems
	};
}
const REQUESTS_TWICE = phrase("requests-twice");
/** The name of the only scenario when there is no file. */
const ONLY_SCENARIO = "default";
function withoutFile() {
	return withValue(withValue(emptyMap(), ["service"], emptyMap()), ["scenarios", ONLY_SCENARIO], emptyMap());
}
function settings(tree, target, text) {
	if (target.kind === "key") return [{
		path: target.path,
		value: target.path.at(-1) === "port" ? numberOr(text) : text
	}];
	const names = entriesOf(entryOf(tree, "scenarios")).map(([name]) => name);
	if (target.kind === "scenario") {
		const value = scenarioValue(target.key, text);
		return names.map((name) => ({
			path: [
				"scenarios",
				name,
				target.key
			],
			value
		}));
	}
	return names.map((name) => limitSetting(tree, name, target, text));
}
function scenarioValue(name, text) {
	if (name === "users") return numberOr(text);
	if (name !== "requests") return text;
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
/** One limit beside what the scenario, `defaults` or the standard say of the metric; with `off`, without it. */
function limitSetting(tree, name, target, text) {
	const { metric } = target;
	const bound = target.bound === "change" ? changeKey(metric) : boundKey(metric);
	const now = [entryOf(entryOf(tree, "scenarios"), name), entryOf(tree, "defaults")].flatMap((around) => {
		const limits = entryOf(entryOf(around, "limits"), metric);
		return limits === void 0 ? [] : [limits];
	})[0] ?? standardLimits(metric);
	const others = entriesOf(isTreeMap(now) ? now : void 0).filter(([other]) => other !== bound);
	const path = [
		"scenarios",
		name,
		"limits",
		metric
	];
	if (text !== "off") return {
		path,
		value: Object.fromEntries([...others, [bound, text]])
	};
	return {
		path,
		value: others.length === 0 ? "off" : Object.fromEntries(others)
	};
}
function numberOr(text) {
	return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
export { inputValue as n, overlayInputs as r, INPUTS as t };
