import.meta.dirname;
import.meta.filename;
import { r as __toESM } from "./chunk-rolldown-runtime.js";
import { _ as runGit, a as repositoryWith, g as gitText, h as complain, i as readCommitted, l as showFile, o as requireRepository, s as resolveHead } from "./chunk-git.js";
import { a as workspacePath, i as staysInWorkspace, r as readWorkspaceFile } from "./chunk-workspace.js";
import { D as historiesOf, E as fingerprintOf, O as nameMachine, b as standingOf, g as stableHash, h as readShape, i as readBaseline, m as placesIn, n as refuseOwnBranch, w as BASELINE_BYTES_MAX } from "./chunk-entry.js";
import { t as askedLanguage } from "./chunk-asked-language2.js";
import { A as chooseExecutor, C as placeholdersIn, D as addressKind, E as readTargetUrl, M as CONTAINER_KINDS, O as ruleOn, S as jsonBody, T as tidy, _ as config, b as mayBeRead, c as checkService, d as checkScenarios, f as spotsOfList, g as TEXT_PLACES, h as checkFarWorkers, j as problemsOf, k as readAddress, l as checkTls, m as wordOf, n as ensureDirectory, o as checkCompare, p as requestListsOf, r as isDirectory, s as checkReady, t as confine, u as checkWritten, v as MONITORED, w as secretsIn, x as SECRET, y as WATCHED$1 } from "./chunk-files.js";
import { B as pathKey, D as clean, E as atValue, F as entriesOf, I as entryOf, J as DEFAULTS, L as isReservedName, M as oneOfKeys, R as isTreeMap, T as atKey, Y as DEFAULT_BESIDE, Z as DEFAULT_LIMITS, b as parseDuration, c as innerPath, i as standardLimits, j as mustProblem, k as invalidConfig, n as changeKey, r as limits, t as boundKey, x as parseShare, z as itemsOf } from "./chunk-limit-schema.js";
import { n as inputValue, r as overlayInputs } from "./chunk-inputs2.js";
import { i as metricsOf$1, n as METRIC_NAMES, r as forEveryMetric, t as METRICS } from "./chunk-metric.js";
import { a as nanosToMillis, c as toMillis, i as nanos, l as toSeconds, n as micros, o as perSecond, r as millis, s as ratio, t as bytes } from "./chunk-units.js";
import { t as REPORT_FORMATS } from "./chunk-report-format.js";
import { i as phrase$1, n as english } from "./chunk-phrase.js";
import { n as readYaml, t as CONFIG_BYTES_MAX } from "./chunk-yaml-text.js";
import { a as linesOf$1, i as asFailure, n as Failure, o as messageOf$2, r as adviceOf, t as EXIT } from "./chunk-failure.js";
import { i as isMaskable } from "./chunk-mask2.js";
import { _ as string, c as exactOptional, d as lazy, f as literal, g as strictObject, h as record, i as array, l as int, m as object, n as _enum, o as boolean, p as number, r as _null, s as discriminatedUnion, v as tuple, y as union } from "./chunk-schemas.js";
import { t as failedBy } from "./chunk-failed.js";
import { i as isThinking, n as isOpen, t as isConstant } from "./chunk-executor.js";
import { A as ladderOf, C as addStatuses, D as carriedLevels, E as capacityOf, F as databaseTimePerRequest, I as edgeOf, L as median, M as littleGap, N as recoveryOf, O as degradationOf, P as answeredOf, R as robustSigma, T as statusClass, a as isComparing, b as tQuantile, c as sliceAlone, d as latencyDrift, f as memoryGrowth, g as probabilityAbove, h as meanOf$1, i as isBeside, j as levelsOf$1, k as highestThroughput, l as summarise, m as lowerBound, n as addCounts, o as metricsOf$2, p as estimateOf, r as failuresOf, s as rowsOf, t as addArrivals, u as errorDrift, v as upperBound, w as sharesByClass, y as normalQuantile } from "./chunk-summary.js";
import { n as fromRecord, r as levelOf, t as createHistogram } from "./chunk-histogram.js";
import { i as isBlind, n as reproduceCommand, t as flagsOf } from "./chunk-reproduce.js";
import { o as isExpired, r as dayOf, t as NO_STANDING, u as worseBy$1 } from "./chunk-acceptance.js";
import { M as seededRandom, a as unsteady, f as startOf, i as writeLine, m as K6_AROUND, o as workerName, r as readWholeLines, t as BEGIN } from "./chunk-load-job.js";
import { n as LACKS, r as SEED_MAX$3, t as IMPORT_FORMATS } from "./chunk-imported.js";
import { t as VERSION } from "./chunk-version.js";
import { i as readKernelFile, n as hardwareFacts, r as listKernelFolder, t as countOpenFiles } from "./chunk-kernel-files.js";
import { c as holdersOf, d as socketsOf, i as startTree, l as listListeners, n as shellCommand, o as withDescendants, r as signalOf, s as commandOf$1, u as parseStat } from "./chunk-process.js";
import { n as foreignJson } from "./chunk-foreign-json.js";
import { a as rateAllowed, i as peakOf, n as atLevel, o as thinkTimeOf$1, r as heldAt, s as usersOf$1 } from "./chunk-shape.js";
import { i as trustOptions, n as certificateFlaw, r as certificateRefused } from "./chunk-certificates2.js";
import { a as openRelay } from "./chunk-relay.js";
import { n as forgetFiles } from "./chunk-files2.js";
import { i as resultsOf } from "./chunk-results.js";
import { basename, delimiter, join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, homedir, networkInterfaces } from "node:os";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { spawnSync } from "node:child_process";
import { X509Certificate, randomBytes, randomInt, randomUUID } from "node:crypto";
import { PassThrough } from "node:stream";
import { connect, createServer, isIPv4 } from "node:net";
import { request } from "node:http";
import { once } from "node:events";
import { connect as connect$1 } from "node:tls";
import { lookup } from "node:dns/promises";
import { request as request$1 } from "node:https";
// src/baseline/edited.ts
/** Notes in the plan's origin whether the workspace has another baseline than the base commit. What cannot be read is said where it is used. */
async function noteBaseline(plan, baseSha, world) {
	const { origin } = plan;
	if (origin === void 0 || origin.edits === null) return plan;
	if (baseSha === null) return {
		...plan,
		origin: {
			...origin,
			edits: null
		}
	};
	const edits = {
		...origin.edits,
		baseline: await editedBaseline(plan, baseSha, world)
	};
	return {
		...plan,
		origin: {
			...origin,
			edits
		}
	};
}
/** The baseline's path when the workspace has another file there; else null. */
async function editedBaseline(plan, baseSha, world) {
	const { path } = plan.baseline;
	const [here, committed] = await Promise.all([readWorkspaceFile(world.workspace, path, BASELINE_BYTES_MAX), readCommitted(world, baseSha, path, BASELINE_BYTES_MAX).catch(() => null)]);
	if (committed === null || committed.kind === "too-large") return null;
	if (committed.kind === "missing") return here.kind === "missing" ? null : path;
	if (committed.kind !== "file" || here.kind !== "read") return path;
	return here.text === committed.bytes.toString("utf8") ? null : path;
}
// src/baseline/references.ts
/** The reference of every scenario of the plan, for a run on this machine and with this configuration. Pure. */
function referencesIn({ source, baseline }, plan, run) {
	const rows = plan.scenarios.map(({ name }) => {
		return [name, referenceIn$1(baseline === null ? [] : historiesOf(baseline, name), run, name, source)];
	});
	return Object.fromEntries(rows);
}
/** Another configuration is only said of the same machine: on another one, that it is another is the first thing to know. */
function referenceIn$1(histories, run, scenario, source) {
	if (histories.length === 0) return {
		kind: "first-run",
		source
	};
	const ofMachine = histories.filter((history) => history.fingerprint === fingerprintOf(run));
	if (ofMachine.length === 0) return {
		kind: "other-machine",
		source,
		known: [...new Set(histories.map((history) => nameMachine(history.machine)))],
		here: nameMachine(run.machine)
	};
	const here = Object.hasOwn(run.configHashes, scenario) ? run.configHashes[scenario] ?? "" : "";
	const runs = ofMachine.find((history) => history.configHash === here)?.runs;
	if (runs !== void 0) return {
		kind: "baseline",
		source,
		runs
	};
	return {
		kind: "other-config",
		source,
		known: ofMachine.map((history) => history.configHash),
		here
	};
}
// src/baseline/known.ts
/**
* Reads the baseline once, for a run on this machine and with this configuration: that of the commit `baseSha`, or the working tree's.
* @throws Failure as {@link refuseOwnBranch}, and as {@link readBaseline}
*/
async function readKnown(plan, run, baseSha, world) {
	refuseOwnBranch(plan.baseline, world);
	return knownIn(await readBaseline(plan, baseSha, world), plan, run);
}
/** The same of a baseline that was read. */
const knownIn = (stored, plan, run) => ({
	references: referencesIn(stored, plan, run),
	standing: standingOf(stored.baseline, plan, run)
});
// src/config/containers.ts
/** What `containers` says; without it, the project of the start command; null when neither names any. */
function containersOf({ containers, service }) {
	if (containers?.names !== void 0) return {
		kind: "names",
		names: [...new Set(containers.names)]
	};
	const project = containers?.project ?? projectOf(service);
	return project === null ? null : {
		kind: "project",
		project
	};
}
/** Exactly one way to name them. */
function checkContainers(tree) {
	const containers = entryOf(tree, "containers");
	if (!isTreeMap(containers)) return [];
	const kinds = CONTAINER_KINDS.filter((name) => entryOf(containers, name) !== void 0);
	if (kinds.length === 1) return [];
	return [atValue(["containers"], oneOfKeys(CONTAINER_KINDS, kinds))];
}
/** Global options of compose that are followed by a value. */
const WITH_VALUE = [
	"-f",
	"--file",
	"--profile",
	"--env-file",
	"--project-directory",
	"--parallel",
	"--progress",
	"--ansi"
];
const COMPOSE = /(?:^|[\s;&|(])(?:docker|podman|nerdctl)(?:\s+compose|-compose)\s+([^\n;&|]*)/g;
/** By compose's own order: the option `-p`, then COMPOSE_PROJECT_NAME. A name from a folder or a compose file is not looked for. */
function projectOf({ start, env } = {}) {
	if (start === void 0) return null;
	const commands = [...start.replaceAll("\\\n", " ").matchAll(COMPOSE)].map(([, rest = ""]) => rest);
	if (commands.length === 0) return null;
	const assigned = /\bCOMPOSE_PROJECT_NAME=(\S+)/.exec(start)?.[1] ?? env?.["COMPOSE_PROJECT_NAME"];
	const project = (commands.flatMap((rest) => optionOf(rest.trim().split(/\s+/)) ?? [])[0] ?? assigned)?.replaceAll(/["']/g, "") ?? "";
	return (/* @__PURE__ */ new RegExp("^([a-z0-9]|\\{port\\})([a-z0-9_-]|\\{port\\}){0,99}$")).test(project) ? project : null;
}
/** The value of `-p` among the words before compose's own command. */
function optionOf(words) {
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? "";
		if (word === "-p" || word === "--project-name") return words[index + 1] ?? null;
		const given = /^(?:-p|--project-name)=(.*)$/.exec(word)?.[1];
		if (given !== void 0) return given;
		if (!word.startsWith("-")) return null;
		if (WITH_VALUE.includes(word)) index += 1;
	}
	return null;
}
// src/config/databases.ts
/** Database servers that are to be watched, in the order of the file. */
function databasesOf({ databases = {} }) {
	return Object.entries(databases).map(([name, database]) => ({
		name,
		urlFrom: database["url-from"]
	}));
}
// src/config/executor.ts
/** Makes the executor. The config has passed every check. */
function executorOf(own, defaults) {
	const shape = {
		...defaults,
		...own
	};
	const thinkTime = thinkTimeOf(shape["think-time"]);
	const word = chooseExecutor(chosen(own), chosen(defaults));
	const standard = word === "soak" ? DEFAULTS.soakDuration : DEFAULTS.duration;
	const duration = millis(shape.duration ?? parseDuration(standard) ?? NaN);
	const users = shape.users ?? DEFAULTS.users;
	const maxUsers = shape["max-users"] ?? DEFAULTS.maxUsers;
	switch (word) {
		case "constant-users": return {
			kind: "constant-users",
			users,
			thinkTime,
			duration
		};
		case "stress": return {
			kind: "constant-users",
			users: shape["start-users"] ?? DEFAULTS.startUsers,
			thinkTime,
			duration: stepOf$1(shape)
		};
		case "capacity": return {
			kind: "constant-arrival-rate",
			rate: shape["start-rate"] ?? DEFAULTS.firstRate,
			maxUsers,
			duration: stepOf$1(shape)
		};
		case "soak": return shape.rate === void 0 ? {
			kind: "constant-users",
			users,
			thinkTime,
			duration
		} : {
			kind: "constant-arrival-rate",
			rate: shape.rate,
			maxUsers,
			duration
		};
		case "spike": return spike({
			users,
			thinkTime,
			duration
		});
		case "ramping-users": return {
			kind: "ramping-users",
			startUsers: shape["start-users"] ?? DEFAULTS.startUsers,
			thinkTime,
			...stagesOf(shape)
		};
		case "constant-arrival-rate": return {
			kind: "constant-arrival-rate",
			rate: shape.rate ?? NaN,
			maxUsers,
			duration
		};
		case "ramping-arrival-rate": return {
			kind: "ramping-arrival-rate",
			startRate: shape["start-rate"] ?? DEFAULTS.startRate,
			maxUsers,
			...stagesOf(shape)
		};
	}
}
/** Of a search, the measured time of each step. */
const stepOf$1 = ({ step }) => millis(step ?? parseDuration(DEFAULTS.step) ?? NaN);
/** Whether a scenario is a soak: a constant load that is to show what grows in time. */
const isSoak = (own, defaults) => chooseExecutor(chosen(own), chosen(defaults)) === "soak";
/** What the choice of an executor depends on. */
const chosen = ({ executor, rate }) => ({
	executor,
	hasRate: rate !== void 0
});
function stagesOf({ stages = [] }) {
	const all = stages.map(({ duration, target }) => ({
		duration: millis(duration),
		target
	}));
	return {
		stages: all,
		duration: millis(all.reduce((sum, { duration }) => sum + duration, 0))
	};
}
/** Null for none at all. */
function thinkTimeOf(written) {
	if (written === void 0 || written === 0) return null;
	if (typeof written === "number") return {
		kind: "uniform",
		from: millis(written),
		to: millis(written)
	};
	if ("from" in written) return {
		kind: "uniform",
		from: millis(written.from),
		to: millis(written.to)
	};
	const mean = millis(written.mean);
	if (written.distribution === "exponential") return {
		kind: "exponential",
		mean
	};
	return {
		kind: "normal",
		mean,
		deviation: millis(written.deviation ?? 0)
	};
}
/** Users before and after a spike, as a share of its height. */
const CALM = .1;
/** Shares of the duration: calm, up, high, down, and what is left calm again. */
const SPIKE = {
	calm: .3,
	up: .02,
	high: .33,
	down: .02
};
/** A crowd that comes at once and goes again: whether the service stands it, and whether it recovers. */
function spike({ users, thinkTime, duration }) {
	const few = Math.max(1, Math.round(CALM * users));
	const part = (share) => millis(Math.round(share * duration));
	const stages = [
		{
			duration: part(SPIKE.calm),
			target: few
		},
		{
			duration: part(SPIKE.up),
			target: users
		},
		{
			duration: part(SPIKE.high),
			target: users
		},
		{
			duration: part(SPIKE.down),
			target: few
		}
	];
	const rest = millis(duration - stages.reduce((sum, stage) => sum + stage.duration, 0));
	return {
		kind: "ramping-users",
		startUsers: few,
		thinkTime,
		stages: [...stages, {
			duration: rest,
			target: few
		}],
		duration
	};
}
// src/config/search.ts
/** Makes the search; null for a load that is what it says. The config has passed every check. */
function searchOf(own, defaults) {
	const shape = {
		...defaults,
		...own
	};
	const word = chooseExecutor(chosen(own), chosen(defaults));
	if (word !== "stress" && word !== "capacity") return null;
	return {
		kind: word,
		max: word === "stress" ? shape["max-users"] ?? DEFAULTS.maxUsers : shape["max-rate"] ?? DEFAULTS.maxRate,
		budget: millis(shape["max-duration"] ?? parseDuration(DEFAULTS.maxDuration) ?? NaN),
		objective: objectiveOf(shape.objective)
	};
}
function objectiveOf(objective = {}) {
	const latency = (value) => value === void 0 ? null : millis(value);
	return {
		p50: latency(objective.p50),
		p95: latency(objective.p95),
		p99: latency(objective.p99),
		errorRate: ratio(objective["error-rate"] ?? parseShare(DEFAULTS.objectiveErrorRate) ?? NaN)
	};
}
// src/config/limits.ts
/** The limits of scenarios as the plan holds them: what a configuration says, over what holds by itself. */
/** The limits of a scenario: its own, else those of `defaults`, else the standard ones; each metric by itself. */
function limitsOf$2(config, scenario) {
	const standard = limits.parse(Object.fromEntries(METRIC_NAMES.flatMap((metric) => asRow(metric, standardLimits(metric)))));
	const searches = searchOf(scenario, config.defaults ?? {}) !== null;
	return metricsOf$1(searches).flatMap((metric) => {
		const limits = scenario.limits?.[metric] ?? config.defaults?.limits?.[metric] ?? standard[metric];
		if (limits === void 0 || limits === "off") return [];
		return limitsOfMetric(metric, limits, standardOf(metric, config.sensitivity ?? DEFAULTS.sensitivity));
	});
}
const asRow = (metric, value) => value === null ? [] : [[metric, value]];
/** The standard change for the worse of a metric, against the stored baseline and against the base commit; null for a metric without one. */
function standardOf(metric, sensitivity) {
	const change = parseShare(DEFAULT_LIMITS[metric]?.[changeKey(metric)] ?? "");
	const beside = parseShare(DEFAULT_BESIDE[sensitivity][metric] ?? "");
	return change === null || beside === null ? null : {
		change,
		beside
	};
}
/** The standard limits against the base commit as shares; a metric without one is missing. */
function standardsBeside(sensitivity) {
	return Object.fromEntries(METRIC_NAMES.flatMap((metric) => asRow(metric, standardOf(metric, sensitivity)?.beside ?? null)));
}
function limitsOfMetric(metric, limits, standard) {
	const asked = limits[changeKey(metric)];
	const bound = limits[boundKey(metric)];
	const change = typeof asked === "number" ? {
		change: asked,
		beside: asked,
		asked: true
	} : asked === void 0 ? null : standard;
	return [...change === null ? [] : [{
		kind: "relative",
		metric,
		...change
	}], ...typeof bound === "number" ? [{
		kind: "absolute",
		metric,
		bound
	}] : []];
}
// src/config/filled.ts
/** Statuses that are expected where nothing else is said. */
const SUCCESS = [{
	from: 200,
	to: 299
}];
/** Statuses as inclusive ranges. */
function statusesOf(statuses) {
	if (statuses === void 0) return SUCCESS;
	return "from" in statuses ? [statuses] : statuses;
}
/** A duration, or the standard one in words. */
function lasting(ms, standard) {
	return millis(ms ?? parseDuration(standard) ?? NaN);
}
/** `./a//b/` as `a/b`; the workspace itself as `.`. */
function tidyPath(path) {
	return path.split("/").filter((step) => step !== "" && step !== ".").join("/") || ".";
}
// src/config/k6.ts
/** Fills the defaults in. The config has passed every check, and every file was read. */
function k6Of({ script, command, shape, tags, env, files = [] }, hashes) {
	return {
		script: tidyPath(script),
		command: command ?? DEFAULTS.k6Command,
		shape: shape ?? DEFAULTS.k6Shape,
		tags: tags ?? {},
		env: env ?? {},
		hashes: Object.fromEntries([script, ...files].map((name) => [tidyPath(name), hashes.get(name) ?? ""]))
	};
}
// src/config/certificates.ts
/** The certificates that may vouch for the service: read from the workspace, and nothing but certificates. */
/** Largest file in bytes: all authorities of an operating system fit. */
const CERTIFICATES_BYTES_MAX = 1048576;
/** Reads the file that `service.tls.ca` or `target.tls.ca` names, if one does. */
async function readCertificates(tree, workspace) {
	const of = entryOf(tree, "service") === void 0 ? "target" : "service";
	const place = [
		of,
		"tls",
		"ca"
	];
	const path = entryOf(entryOf(entryOf(tree, of), "tls"), "ca");
	if (typeof path !== "string" || !innerPath("path").safeParse(path).success) return {
		ca: null,
		problems: []
	};
	const read = await readWorkspaceFile(workspace, path, CERTIFICATES_BYTES_MAX);
	const taken = read.kind === "read" ? certificatesIn(read.text) : { why: whyNot(read) };
	if ("ca" in taken) return {
		ca: taken.ca,
		problems: []
	};
	const must = phrase$1("be-pem");
	return {
		ca: null,
		problems: [mustProblem(place, must, path, phrase$1("it-is", { why: taken.why }))]
	};
}
/** Why a file was not read, as what continues "it …". */
function whyNot(read) {
	return read.kind === "missing" ? phrase$1("file-missing") : read.why;
}
/** The certificates of a text, each whole. The failure's text continues "it …". */
function certificatesIn(text) {
	const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
	if (blocks.length === 0) return { why: phrase$1("pem-empty") };
	const broken = blocks.findIndex((block) => !isCertificate(block));
	return broken === -1 ? { ca: `${blocks.join("\n")}\n` } : { why: phrase$1("pem-broken", { number: broken + 1 }) };
}
function isCertificate(pem) {
	try {
		return new X509Certificate(pem).raw.length > 0;
	} catch {
		return false;
	}
}
// src/config/locust-ssh.ts
/** Nothing that would be asked is answered; a host that does not answer is given up. */
const OPTIONS = [
	"BatchMode=yes",
	"ConnectTimeout=10",
	"ConnectionAttempts=1",
	"ExitOnForwardFailure=yes",
	"ServerAliveInterval=5",
	"ServerAliveCountMax=3"
];
const PORT_MAX = 65535;
/**
* A shell command. The worker reaches the master through the connection that started it, so that no port has to be open. It has a terminal of its own, by whose end it is ended when the connection is closed, and a
* temporary folder that goes with it. `index` is its place among all workers that are started so: each has a port there, so that one machine may have several, also the master's own.
*/
function overSsh(host, index, { bind, port }) {
	const here = bind === "*" ? "127.0.0.1" : bind;
	const there = farPort(port, index);
	const forward = `127.0.0.1:${there}:${here.includes(":") ? `[${here}]` : here}:${port}`;
	const options = OPTIONS.map((each) => `-o ${each}`).join(" ");
	const command = `exec sh -c ${quoted$1(scriptOf(there))}`;
	return `exec ssh -tt ${options} -R ${forward} ${quoted$1(host)} ${quoted$1(command)}`;
}
/** The next port after the master's; where there are no more, those before it. */
const farPort = (port, index) => port + 1 + index <= PORT_MAX ? port + 1 + index : port - (port + 1 + index - PORT_MAX);
/** When the terminal is gone, the shell alone is told, and only while it waits: what a worker might still say then, nobody hears. */
const scriptOf = (port) => [
	"folder=$(mktemp -d) || exit 1",
	`trap 'rm -rf "$folder"' EXIT`,
	`TMPDIR=$folder PYTHONDONTWRITEBYTECODE=1 locust -f - --worker --master-host 127.0.0.1 --master-port ${port} & worker=$!`,
	`trap 'kill -KILL "$worker"; wait "$worker"; exit 1' HUP INT TERM`,
	"wait \"$worker\""
].join("; ");
/** As one word of a shell. */
const quoted$1 = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
// src/config/locust.ts
/** A load by Locust with every default filled in, and the hashes of the files that it depends on. */
/** Largest file that is hashed, in bytes. */
const BYTES_MAX = 8388608;
/** Users start at once, but no faster than Locust itself advises. */
const SPAWN_RATE_MAX = 100;
/** Reads every file that a `locust` or a `k6` names, each once. */
async function readLocustfiles(tree, workspace) {
	const hashes = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { path, file } of filesOf(tree)) {
		if (hashes.has(file)) continue;
		const read = file.includes("\0") ? null : await readWorkspaceFile(workspace, file, BYTES_MAX);
		if (read?.kind === "read") hashes.set(file, stableHash(read.text));
		else {
			const why = read === null ? phrase$1("no-path") : whyNot(read);
			problems.push(mustProblem(path, phrase$1("be-workspace-file"), file, phrase$1("it-is", { why })));
		}
	}
	return {
		hashes,
		problems
	};
}
/** Fills the defaults in. The config has passed every check, and every file was read. */
function locustOf({ file, command, processes, tags, env, ...config }, users, hashes) {
	const files = [file, ...config.files ?? []];
	return {
		file: tidyPath(file),
		command: command ?? DEFAULTS.locustCommand,
		spawnRate: config["spawn-rate"] ?? Math.min(users, SPAWN_RATE_MAX),
		tags: tags ?? [],
		excludeTags: config["exclude-tags"] ?? [],
		processes: processes ?? DEFAULTS.locustProcesses,
		workers: config.workers === void 0 ? null : workersOf(config.workers),
		env: env ?? {},
		hashes: Object.fromEntries(files.map((name) => [tidyPath(name), hashes.get(name) ?? ""]))
	};
}
function workersOf({ count, bind, port, start = [], ssh = [], ...config }) {
	const place = {
		bind: bind ?? DEFAULTS.locustBind,
		port: port ?? DEFAULTS.locustPort
	};
	return {
		count,
		joinWithin: lasting(config["join-within"], DEFAULTS.locustJoinWithin),
		...place,
		start: [...start, ...ssh.map((host, index) => overSsh(host, index, place))],
		mayLose: config["may-lose"] ?? DEFAULTS.locustMayLose
	};
}
/** What says which program is run, and its key for the file of code. */
const PROGRAMS = [["locust", "file"], ["k6", "script"]];
/** Each of them of `defaults` and of each scenario, and in it the files. */
function filesOf(tree) {
	const scenarios = entriesOf(entryOf(tree, "scenarios")).map(([name, scenario]) => [["scenarios", name], scenario]);
	return [[["defaults"], entryOf(tree, "defaults")], ...scenarios].flatMap(([around, scenario]) => PROGRAMS.flatMap(([program, code]) => {
		const given = entryOf(scenario, program);
		const place = [...around, program];
		return [{
			path: [...place, code],
			file: entryOf(given, code)
		}, ...itemsOf(entryOf(given, "files")).map((file, index) => ({
			path: [
				...place,
				"files",
				index
			],
			file
		}))].flatMap(({ path, file }) => typeof file === "string" ? [{
			path,
			file
		}] : []);
	}));
}
// src/config/service.ts
/** The service, with every default filled in. */
function serviceOf(config, { ca, targetUrl }) {
	const { service, target } = config;
	if (target !== void 0) return deployedOf(target, allowedOf(config), ca, targetUrl);
	if (service === void 0) throw new Error("a config that was checked has a service or a target");
	return localOf(service, ca);
}
/** What may be loaded beside this machine: each once, sorted. */
const allowedOf = (config) => [...new Set(config["allowed-addresses"])].toSorted();
function deployedOf(target, allowed, ca, written) {
	const reading = written === null ? null : readTargetUrl(written);
	const url = reading !== null && "value" in reading ? reading.value : null;
	return {
		kind: "deployed",
		url,
		tls: (url === null ? target.tls !== void 0 : url.startsWith("https:")) ? tlsOf(target, ca) : null,
		ready: readyOf(target),
		readyTimeout: lasting(target["ready-timeout"], DEFAULTS.readyTimeout),
		allowed,
		allowedBy: "configuration",
		monitoring: monitoringOf(target),
		...sshOf(target)
	};
}
function monitoringOf({ monitoring }) {
	const { prometheus, cpu = null, memory = null } = monitoring ?? {};
	return prometheus === void 0 ? null : {
		prometheus,
		cpu,
		memory
	};
}
function sshOf({ monitoring }) {
	if (monitoring?.ssh === void 0) return {};
	const { host, port, user = null, identity = null, process, ...files } = monitoring.ssh;
	const path = files["pid-file"];
	if (process === void 0 && path === void 0) throw new Error("a config that was checked says which processes are watched");
	return { ssh: {
		host,
		port: port ?? DEFAULTS.sshPort,
		user,
		identity,
		knownHosts: files["known-hosts"] ?? null,
		of: path === void 0 ? {
			kind: "process",
			name: process ?? ""
		} : {
			kind: "pid-file",
			path
		}
	} };
}
function localOf(service, ca) {
	const address = readAddress(service.url ?? DEFAULTS.url);
	if (!("value" in address)) throw new Error("a config that was checked has a valid URL");
	const readyTimeout = lasting(service["ready-timeout"], DEFAULTS.readyTimeout);
	const { url, port } = address.value;
	const tls = url.startsWith("https:") ? tlsOf(service, ca) : null;
	if (service.start === void 0) return {
		kind: "running",
		url,
		tls,
		ready: readyOf(service),
		readyTimeout
	};
	return {
		kind: "booted",
		build: service.build ?? null,
		start: service.start,
		workingDirectory: tidyPath(service["working-directory"] ?? DEFAULTS.workingDirectory),
		env: { ...service.env },
		observe: service.observe ?? DEFAULTS.observe,
		url,
		tls,
		port: port ?? service.port ?? DEFAULTS.port,
		ready: readyOf(service),
		buildTimeout: lasting(service["build-timeout"], DEFAULTS.buildTimeout),
		readyTimeout,
		stopTimeout: lasting(service["stop-timeout"], DEFAULTS.stopTimeout),
		showLog: service["show-log"] ?? DEFAULTS.showLog
	};
}
const tlsOf = ({ tls }, ca) => tls?.verify === false ? { kind: "unverified" } : {
	kind: "verified",
	ca
};
/** Without a word on readiness any answer will do that is not the service's own failure: `/` often is 404. */
const ANY_ANSWER = [{
	from: 100,
	to: 499
}];
function readyOf({ ready }) {
	if (ready === void 0) return {
		kind: "http",
		path: "/",
		status: ANY_ANSWER,
		body: null
	};
	if (ready === "tcp") return { kind: "tcp" };
	if (typeof ready === "string") return {
		kind: "http",
		path: ready,
		status: SUCCESS,
		body: null
	};
	if (ready.log !== void 0) return {
		kind: "log",
		text: ready.log
	};
	if (ready.command !== void 0) return {
		kind: "command",
		command: ready.command
	};
	if (ready.tcp === true) return { kind: "tcp" };
	return {
		kind: "http",
		path: ready.http?.path ?? "/",
		status: statusesOf(ready.http?.status),
		body: ready.http?.body ?? null
	};
}
// src/config/variables.ts
/** One variable; `files` holds the rows of every data file. */
function variableOf(variable, files) {
	const pick = variable.pick ?? DEFAULTS.pick;
	if (variable.range !== void 0) return {
		kind: "range",
		...variable.range
	};
	if (variable.random !== void 0) return {
		kind: "random",
		...variable.random
	};
	if (variable.list !== void 0) return {
		kind: "list",
		values: variable.list,
		pick
	};
	if (variable.file !== void 0) return {
		kind: "file",
		path: variable.file,
		rows: files.get(variable.file)?.rows ?? [],
		pick
	};
	const { start = DEFAULTS.counterStart, step = DEFAULTS.counterStep } = variable.counter ?? {};
	return {
		kind: "counter",
		start,
		step
	};
}
// src/config/plan.ts
/** Makes the plan. The config has passed every check, `files` holds every file that a load names, and `sources` what else it does not hold itself. */
function planOf(config, files, sources) {
	return {
		suite: config.suite ?? DEFAULTS.suite,
		service: serviceOf(config, sources),
		scenarios: Object.entries(config.scenarios).map(([name, scenario]) => scenarioOf(name, scenario, config, files)),
		databases: databasesOf(config),
		containers: containersOf(config),
		...comparingOf(config),
		baseline: baselineOf(config),
		policy: policyOf(config),
		secrets: secretsOf$1(config),
		report: {
			language: config.language ?? DEFAULTS.language,
			comment: config.report?.comment ?? DEFAULTS.comment,
			formats: formatsOf(config),
			directory: tidyPath(config.report?.directory ?? DEFAULTS.reportDirectory),
			chartFiles: config.report?.["chart-files"] ?? DEFAULTS.chartFiles
		}
	};
}
/** Each once, in their order; without the key, all. */
function formatsOf({ report }) {
	const asked = report?.formats ?? REPORT_FORMATS;
	return REPORT_FORMATS.filter((format) => asked.includes(format));
}
/** What a configuration compares with, and how. */
function comparingOf(config) {
	return {
		compare: config.compare ?? DEFAULTS.compare,
		budget: lasting(config.budget, DEFAULTS.budget),
		sensitivity: config.sensitivity ?? DEFAULTS.sensitivity
	};
}
/** The policy of a configuration. */
function policyOf(config) {
	return {
		...config.policy?.mode === "warn-only" && { mode: "warn-only" },
		onInconclusive: config.policy?.["on-inconclusive"] ?? DEFAULTS.onInconclusive,
		onNoBaseline: config.policy?.["on-no-baseline"] ?? DEFAULTS.onNoBaseline
	};
}
/** Secrets that a configuration allows its requests: names, each once, sorted. */
function secretsOf$1(config) {
	return [...new Set(config.secrets)].toSorted();
}
/** Where a configuration keeps its baseline. */
function baselineOf(config) {
	return {
		store: config.baseline?.store ?? DEFAULTS.baselineStore,
		branch: config.baseline?.branch ?? DEFAULTS.baselineBranch,
		path: tidyPath(config.baseline?.path ?? DEFAULTS.baselinePath),
		publish: config.baseline?.publish ?? DEFAULTS.baselinePublish,
		keep: config.baseline?.keep ?? DEFAULTS.baselineKeep,
		minRuns: config.baseline?.["min-runs"] ?? DEFAULTS.baselineMinRuns
	};
}
function scenarioOf(name, scenario, config, files) {
	const defaults = config.defaults ?? {};
	return {
		name,
		load: loadOf$2(scenario, defaults, files),
		search: searchOf(scenario, defaults),
		soak: isSoak(scenario, defaults),
		limits: limitsOf$2(config, scenario)
	};
}
function loadOf$2(scenario, defaults, files) {
	const engine = scenario.engine ?? defaults.engine ?? DEFAULTS.engine;
	const executor = executorOf(scenario, defaults);
	const locust = engine === "locust" ? scenario.locust ?? defaults.locust : void 0;
	const k6 = engine === "k6" ? scenario.k6 ?? defaults.k6 : void 0;
	const isOwn = locust === void 0 && k6 === void 0;
	const variables = Object.entries(scenario.variables ?? {}).map(([name, variable]) => [name, variableOf(variable, files.rows)]);
	const numbers = new Set(variables.filter(([, { kind }]) => kind !== "list" && kind !== "file").map(([name]) => name));
	const requests = (isOwn ? requestsOf(scenario) : []).map((request) => requestOf$1(request, numbers));
	return {
		engine,
		...locust !== void 0 && { locust: locustOf(locust, "users" in executor ? executor.users : 1, files.hashes) },
		...k6 !== void 0 && { k6: k6Of(k6, files.hashes) },
		http: isOwn ? scenario.http ?? defaults.http ?? DEFAULTS.http : DEFAULTS.http,
		executor,
		warmUp: lasting(scenario["warm-up"] ?? defaults["warm-up"], DEFAULTS.warmUp),
		timeout: lasting(scenario.timeout ?? defaults.timeout, DEFAULTS.timeout),
		order: scenario.flows === void 0 ? scenario.order ?? defaults.order ?? DEFAULTS.order : "sequence",
		requests,
		flows: flowsOf(scenario),
		cookies: scenario.cookies ?? defaults.cookies ?? false,
		variables: Object.fromEntries(variables),
		secrets: secretsIn(requests.flatMap(textsOf$2))
	};
}
const requestsOf = ({ flows, requests }) => flows?.flatMap((flow) => flow.requests) ?? requests ?? [{
	method: "GET",
	path: "/"
}];
function flowsOf({ flows = [] }) {
	let total = 0;
	return flows.map(({ name, weight = DEFAULTS.weight, requests }) => ({
		name,
		weight,
		requests: requests.map(() => total++)
	}));
}
const textsOf$2 = ({ path, headers, body }) => [
	path,
	...Object.values(headers),
	...body === null ? [] : [body]
];
function requestOf$1(request, numbers) {
	const { method = DEFAULTS.method, path, json } = request;
	const headers = Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), tidy(value)]));
	const text = request.body === void 0 ? null : tidy(request.body);
	return {
		name: request.name ?? `${method} ${path}`,
		method,
		path,
		headers: json === void 0 ? headers : {
			"content-type": "application/json",
			...headers
		},
		body: json === void 0 ? text : jsonBody(json, numbers),
		weight: request.weight ?? DEFAULTS.weight,
		expect: statusesOf(request.expect),
		checks: (request.checks ?? []).map(checkOf),
		captures: Object.entries(request.capture ?? {}).map(([name, capture]) => captureOf(name, capture))
	};
}
/** A check that was checked has exactly one of its kinds. */
function checkOf({ contains, matches, json, equals }) {
	if (contains !== void 0) return {
		kind: "contains",
		text: contains
	};
	if (matches !== void 0) return {
		kind: "matches",
		pattern: matches
	};
	return {
		kind: "json",
		pointer: json ?? "",
		...equals !== void 0 && { equals }
	};
}
function captureOf(name, { json, header, matches }) {
	if (header !== void 0) return {
		name,
		from: {
			kind: "header",
			header: header.toLowerCase()
		}
	};
	if (matches !== void 0) return {
		name,
		from: {
			kind: "matches",
			pattern: matches
		}
	};
	return {
		name,
		from: {
			kind: "json",
			pointer: json ?? ""
		}
	};
}
// src/config/base.ts
/** Settings that a change may not decide about itself. */
const DECIDED_BY_BASE = [
	"policy",
	"baseline",
	"compare",
	"budget",
	"sensitivity",
	"secrets",
	"databases",
	"allowed-addresses",
	"containers"
];
/**
* True when a configuration itself says which secrets may be used and which addresses loaded. A pull request asks for something; whoever pushes may read the secrets of its workflows
* anyway, and whoever runs it on a laptop has them.
*/
function allowsItself({ kind, baseSha }) {
	return kind === "push" || baseSha === null && kind !== "pull-request";
}
/** Secrets that the base commit's file allows, by name; none where there is no such file, or it cannot be used. */
function allowedByBase(text, inputs) {
	const base = text === null ? null : readBase(text, inputs);
	return base === null || "problem" in base ? [] : secretsOf$1(base);
}
/**
* The plan with limits, policy, baseline, way of comparing, secrets, databases, containers and allowed addresses of the base commit (`ownSecrets`: but its own
* of the last four). Inputs lie over both, so limits from inputs apply as they are. Without a usable base no address is allowed, and no database and no container
* is watched but those of a start command that is an input: which variable is read, of whom the container engine is asked, and what is loaded, would be the
* change's own choice.
*/
function applyBase(plan, text, inputs, ownSecrets) {
	const base = text === null ? null : readBase(text, inputs);
	if (base === null || "problem" in base) return {
		...withoutBase(plan, inputs, ownSecrets),
		baseProblem: base?.problem ?? null
	};
	const limits = new Map(Object.entries(base.scenarios).map(([name, scenario]) => [name, limitsOf$2(base, scenario)]));
	const decided = {
		policy: policyOf(base),
		baseline: baselineOf(base),
		...comparingOf(base),
		secrets: ownSecrets ? plan.secrets : secretsOf$1(base),
		databases: ownSecrets ? plan.databases : databasesOf(base),
		containers: ownSecrets ? plan.containers : containersOf(base)
	};
	const service = ownSecrets ? plan.service : withAllowed(plan.service, allowedOf(base));
	const names = new Set(plan.scenarios.map(({ name }) => name));
	return {
		plan: {
			...plan,
			...decided,
			service,
			scenarios: plan.scenarios.map((scenario) => ({
				...scenario,
				limits: limits.get(scenario.name) ?? scenario.limits
			}))
		},
		changedLimits: plan.scenarios.filter((scenario) => differ(scenario.limits, limits.get(scenario.name))).map(({ name }) => name),
		changedSettings: DECIDED_BY_BASE.filter((setting) => setting === "allowed-addresses" ? differsInAllowed(plan.service, service) : !same(decided[setting], plan[setting])),
		removedScenarios: [...limits.keys()].filter((name) => !names.has(name)),
		baseProblem: null
	};
}
/** What a change may not decide about itself, in a sentence each. */
function describeChanges({ changedLimits, changedSettings, removedScenarios, baseProblem }) {
	const limits = changedLimits.map((name) => `This change edits the limits of ${name}; the limits of the base commit apply.`);
	const settings = changedSettings.map((key) => key === "containers" ? OTHER_CONTAINERS : `This change edits \`${key}\`; what the base commit says applies.`);
	const removed = removedScenarios.map((name) => `This change removes the scenario ${name}; its limits judge nothing any more.`);
	const unread = baseProblem === null ? [] : [`The base commit's configuration cannot be used, so this change's own limits apply: ${baseProblem}`];
	return [
		...limits,
		...settings,
		...removed,
		...unread
	];
}
const OTHER_CONTAINERS = "This change edits which containers are watched (`containers`, or the project that `service.start` names); those of the base commit are.";
/** What is left to a change without a usable base: all but which variables are read, which containers are looked into, and which addresses are loaded. */
function withoutBase(plan, inputs, ownSecrets) {
	const nothing = {
		changedLimits: [],
		changedSettings: [],
		removedScenarios: []
	};
	if (ownSecrets) return {
		plan,
		...nothing
	};
	const decided = {
		databases: [],
		containers: containersOf({ service: { start: inputValue(inputs, "start") ?? void 0 } })
	};
	const service = withAllowed(plan.service, []);
	const changedSettings = [...["databases", "containers"].filter((setting) => !same(decided[setting], plan[setting])), ...differsInAllowed(plan.service, service) ? ["allowed-addresses"] : []];
	return {
		plan: {
			...plan,
			...decided,
			service
		},
		...nothing,
		changedSettings
	};
}
/** A target with the base commit's list of addresses; any other service as it is. */
const withAllowed = (service, allowed) => service.kind === "deployed" ? {
	...service,
	allowed,
	allowedBy: "base"
} : service;
const differsInAllowed = (own, base) => own.kind === "deployed" && base.kind === "deployed" && !same(own.allowed, base.allowed);
/** Only shape matters here: data files and placeholders of the base are never used. */
function readBase(text, inputs) {
	const yaml = readYaml(text, TEXT_PLACES);
	const { tree, origins } = overlayInputs(yaml.tree, inputs);
	const parsed = readShape(config, tree);
	if (yaml.problems.length === 0 && parsed.success) return parsed.data;
	return { problem: firstLine(yaml.problems.length > 0 ? yaml.problems : problemsOf(parsed.error?.issues ?? [], tree), {
		text,
		places: yaml.places,
		tree,
		inputs: origins
	}) };
}
function firstLine(problems, origin) {
	return invalidConfig(problems, {
		...origin,
		file: "the base commit"
	}).detail.lines[0] ?? "not valid";
}
function differ(own, base) {
	return base !== void 0 && !same(own, base);
}
/** Both come from the same code, so keys stand in the same order. */
function same(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}
// src/config/baseline-checks.ts
/** Checks of `baseline` that no key can make alone. */
/** A branch of its own is written by commits: a pull request is for a file that people review. */
function checkBaseline(tree) {
	const baseline = entryOf(tree, "baseline");
	if (entryOf(baseline, "store") !== "branch" || entryOf(baseline, "publish") !== "pull-request") return [];
	return [atValue(["baseline", "publish"], phrase$1("pull-request-needs-file"))];
}
// src/domain/database-url.ts
/** What kind of server the URL of a database leads to. */
/** Schemes of servers that can be watched, without the colon. */
const DATABASE_SCHEMES = [
	"postgres",
	"postgresql",
	"mysql",
	"mariadb",
	"redis",
	"rediss",
	"valkey",
	"valkeys"
];
/** The scheme of a database's URL; null for any other scheme, and for what is no URL. */
function schemeOf(url) {
	const scheme = URL.parse(url)?.protocol.slice(0, -1);
	return DATABASE_SCHEMES.find((known) => known === scheme) ?? null;
}
// src/config/database-checks.ts
/** What the schema cannot say about databases: that their variables are set, and hold URLs of servers that can be watched. Works on the raw tree. */
/**
* Problems of all databases. `value`: the value of an environment variable, null where there is none; null where nothing will be read, or where the base
* commit decides what is. No problem shows a value.
*/
function checkDatabases(tree, value) {
	if (value === null) return [];
	return entriesOf(entryOf(tree, "databases")).flatMap(([name, database]) => {
		const from = entryOf(database, "url-from");
		return typeof from === "string" && mayBeRead(from) ? checkValue(value(from), [
			"databases",
			name,
			"url-from"
		], from) : [];
	});
}
function checkValue(url, path, from) {
	if (url === null) return [mustProblem(path, phrase$1("be-set-variable"), from, NOT_SET$2)];
	return schemeOf(url) === null ? [mustProblem(path, NO_URL$1, from, WRITE_URL$1)] : [];
}
const NOT_SET$2 = phrase$1("say-give-database");
const NO_URL$1 = phrase$1("be-database-url", {
	schemes: DATABASE_SCHEMES.slice(0, -1).map((scheme) => `${scheme}://`).join(", "),
	last: `${DATABASE_SCHEMES.at(-1)}://`
});
const WRITE_URL$1 = phrase$1("say-database-url");
/** A limit that nothing could be held against: it would end every run as void, after all of the load. */
function checkMeasurable(tree) {
	const defaults = entryOf(tree, "defaults");
	const scenarios = entriesOf(entryOf(tree, "scenarios")).filter(([, scenario]) => !isSearch(scenario, defaults));
	return [...[{
		around: defaults,
		path: ["defaults"]
	}, ...scenarios.map(([name, around]) => ({
		around,
		path: ["scenarios", name]
	}))].flatMap((block) => checkSources(tree, block)), ...checkLengths(defaults, scenarios)];
}
function checkSources(tree, { around, path }) {
	return OPTIONAL.flatMap((metric) => {
		if (!isAsked$1(around, metric)) return [];
		const why = missingFor(tree, metric);
		return why === null ? [] : [atKey([
			...path,
			"limits",
			metric
		], phrase$1("metric-unmeasured", {
			metric,
			why: phrase$1(why)
		}))];
	});
}
/** Metrics that cannot be measured of every service. The size of answers is measured wherever there are some. */
const OPTIONAL = [
	"queries-per-request",
	"cpu-per-request",
	"memory-growth"
];
/** Why a metric cannot be measured, and what to do; null when it can. */
function missingFor(tree, metric) {
	const service = entryOf(tree, "service");
	if (metric === "queries-per-request") return entriesOf(entryOf(tree, "databases")).length > 0 ? null : NO_DATABASE;
	if (!isTreeMap(service)) return null;
	if (entryOf(service, "start") === void 0) return NOT_STARTED;
	return metric === "memory-growth" && entryOf(tree, "compare") === "base" ? IN_TURNS : null;
}
const NO_DATABASE = "counted-by-databases";
const NOT_STARTED = "read-from-processes";
const IN_TURNS = "judged-in-one-go";
/** Scenarios that are too short for a limit on growth, their own or that of `defaults`. */
function checkLengths(defaults, scenarios) {
	return scenarios.flatMap(([name, scenario]) => {
		const path = limitPath(name, scenario, defaults);
		const seconds = secondsOf(scenario, defaults);
		if (path === null || seconds === null || seconds >= 18) return [];
		const facts = {
			seconds,
			scenario: clean(name),
			least: 18,
			soak: DEFAULTS.soakDuration
		};
		return [atKey(path, phrase$1("too-short-for-growth", facts))];
	});
}
/** Where the limit on the growth of a scenario's memory stands; null when nobody asked for one. */
function limitPath(name, scenario, defaults) {
	const owns = entryOf(entryOf(scenario, "limits"), "memory-growth") !== void 0;
	const path = owns ? ["scenarios", name] : ["defaults"];
	return isAsked$1(owns ? scenario : defaults, "memory-growth") ? [
		...path,
		"limits",
		"memory-growth"
	] : null;
}
/** Measured time of a scenario; null for what the schema complains of. */
function secondsOf(scenario, defaults) {
	const given = (key) => entryOf(scenario, key) ?? entryOf(defaults, key);
	const executor = wordOf(scenario, defaults);
	if (executor === "ramping-users" || executor === "ramping-arrival-rate") return sumOf$2(itemsOf(given("stages")).map((stage) => secondsIn(entryOf(stage, "duration"))));
	return secondsIn(given("duration") ?? (executor === "soak" ? DEFAULTS.soakDuration : DEFAULTS.duration));
}
function secondsIn(written) {
	if (written === 0) return 0;
	const length = typeof written === "string" ? parseDuration(written) : null;
	return length === null ? null : length / 1e3;
}
const sumOf$2 = (lengths) => lengths.reduce((sum, length) => sum === null || length === null ? null : sum + length, 0);
const isSearch = (scenario, defaults) => ["stress", "capacity"].some((word) => word === wordOf(scenario, defaults));
/** True for a limit that was written down in numbers: the standard one is silent about what cannot be measured. */
function isAsked$1(around, metric) {
	const limits = entryOf(entryOf(around, "limits"), metric);
	const change = entryOf(limits, changeKey(metric));
	return entryOf(limits, boundKey(metric)) !== void 0 || change !== void 0 && change !== "standard";
}
// src/config/rows.ts
/** Data files: CSV with a header line, or a JSON list of objects, as rows of text. */
/** Largest data file in bytes. */
const DATA_BYTES_MAX = 8388608;
const ROWS_MAX = 1e5;
const COLUMNS_MAX = 100;
/** Reads the text of a data file by the ending of its name. The failure's text continues "it …". */
async function readRows(path, text) {
	if (text.includes("�") || text.includes("\0")) return { why: phrase$1("rows-not-utf8") };
	const plain = text.startsWith("﻿") ? text.slice(1) : text;
	const table = path.toLowerCase().endsWith(".json") ? readJson(plain) : await readCsv(plain);
	return "why" in table ? table : checkTable(table);
}
async function readCsv(text) {
	const { CsvError, parse } = await import("./chunk-sync.js");
	try {
		const [columns = [], ...cells] = parse(text, {
			skip_empty_lines: true,
			to: 100002,
			max_record_size: 1048576
		});
		return {
			columns,
			cells
		};
	} catch (error) {
		if (error instanceof CsvError) return { why: phrase$1("rows-not-csv", { error: clean(error.message.slice(0, 200)) }) };
		throw error;
	}
}
function readJson(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { why: phrase$1("rows-not-json", { error: clean(String(error instanceof Error ? error.message : error).slice(0, 200)) }) };
	}
	if (!Array.isArray(value) || !value.every(isRecord)) return { why: phrase$1("rows-not-list") };
	const columns = Object.keys(value[0] ?? {});
	const cells = [];
	for (const [index, row] of value.entries()) {
		const odd = Object.keys(row).find((key) => !columns.includes(key)) ?? columns.find((column) => !Object.hasOwn(row, column));
		if (odd !== void 0) return { why: phrase$1("rows-uneven", {
			key: clean(odd.slice(0, 60)),
			row: index + 1
		}) };
		const bad = columns.find((column) => cellOf(row[column]) === null);
		if (bad !== void 0) return { why: phrase$1("rows-no-value", {
			key: clean(bad.slice(0, 60)),
			row: index + 1
		}) };
		cells.push(columns.map((column) => cellOf(row[column]) ?? ""));
	}
	return {
		columns,
		cells
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A cell as text; null for what has no one text: lists, objects, null, numbers that JSON could not hold exactly. */
function cellOf(value) {
	if (typeof value === "string") return value;
	if (typeof value === "boolean") return String(value);
	if (typeof value !== "number" || !Number.isFinite(value)) return null;
	return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
}
function checkTable({ columns, cells }) {
	if (columns.length === 0 || cells.length === 0) return { why: phrase$1("rows-none") };
	if (cells.length > ROWS_MAX) return { why: phrase$1("rows-too-many", { max: ROWS_MAX }) };
	if (columns.length > COLUMNS_MAX) return { why: phrase$1("rows-too-wide", { max: COLUMNS_MAX }) };
	const bad = columns.find((column) => !/^[^{}\p{Cc}]{1,100}$/u.test(column) || column.trim() !== column || isReservedName(column));
	if (bad !== void 0) return { why: phrase$1("rows-bad-column", { name: clean(bad.slice(0, 60)) }) };
	const twice = columns.find((column, index) => columns.indexOf(column) !== index);
	if (twice !== void 0) return { why: phrase$1("rows-twice", { name: clean(twice) }) };
	return {
		columns,
		rows: cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ""])))
	};
}
// src/config/secret-checks.ts
/** What the schema cannot say about secrets: who allows them, and that they are there. Works on the raw tree. */
/** Problems of all scenarios with secrets. A value is only looked at when it is used and allowed. */
function checkSecrets(tree, rules) {
	const scenarios = entriesOf(entryOf(tree, "scenarios"));
	const spots = scenarios.flatMap(([name, scenario]) => requestListsOf(scenario, void 0, ["scenarios", name]).flatMap(spotsOfList));
	const own = itemsOf(entryOf(tree, "secrets"));
	const used = new Set(spots.flatMap(usesOf).map(({ column }) => column));
	return [
		...spots.flatMap((spot) => checkUses(spot, own)),
		...own.flatMap((name, index) => typeof name === "string" && used.has(name) ? checkName(name, ["secrets", index], rules) : []),
		...scenarios.flatMap(([name, scenario]) => checkTaken(scenario, ["scenarios", name]))
	];
}
const usesOf = ({ text }) => placeholdersIn(text).filter(({ name }) => name === SECRET);
function checkUses(spot, own) {
	return usesOf(spot).flatMap(({ content, column }) => {
		const shown = `\`{{${clean(content)}}}\``;
		if (column === null) return [atValue(spot.path, phrase$1("secret-unnamed", { shown }))];
		if (own.includes(column)) return [];
		return [atValue(spot.path, phrase$1("secret-not-listed", {
			shown,
			name: clean(column)
		}))];
	});
}
function checkName(name, path, { allowed, value }) {
	if (allowed !== null && !allowed.includes(name)) return [mustProblem(path, phrase$1("secret-allowed-by-base"), name, NOT_ALLOWED)];
	if (value === null) return [];
	const given = value(name) ?? "";
	if (given === "") return [mustProblem(path, phrase$1("be-set-variable"), name, NOT_SET$1)];
	return isMaskable(given) ? [] : [mustProblem(path, TOO_SHORT, name, NO_SECRET)];
}
const NOT_ALLOWED = phrase$1("say-merge-secret");
const NOT_SET$1 = phrase$1("say-give-secret");
const TOO_SHORT = phrase$1("be-long-secret", { min: 6 });
const NO_SECRET = phrase$1("say-no-secret");
/** The name of what `{{secret.NAME}}` begins with is no other value's. */
function checkTaken(scenario, path) {
	const captures = requestListsOf(scenario, void 0, path).flatMap((list) => list.requests.map((request, index) => ({
		given: entryOf(request, "capture"),
		at: [
			...list.path,
			index,
			"capture"
		]
	})));
	return [{
		given: entryOf(scenario, "variables"),
		at: [...path, "variables"]
	}, ...captures].flatMap(({ given, at }) => entryOf(given, "secret") === void 0 ? [] : [atKey([...at, SECRET], phrase$1("secret-taken"))]);
}
// src/config/target-checks.ts
/** What the schema cannot say about a target: keys that need or exclude each other, and what its variable holds. Works on the raw tree. */
/** Problems of `target`. `env`: the environment by which its variable is looked up; null where nothing will be sent. */
function checkTarget(tree, env) {
	const target = entryOf(tree, "target");
	return [...checkEither(tree), ...isTreeMap(target) ? [
		...checkUrl(target, env),
		...checkTls(target, "target", urlOf(target, env)),
		...checkReady(target, "target"),
		...checkMonitoring(target)
	] : []];
}
/**
* The URL of a target as it is written, from the configuration or from the environment (without the secrets that were taken out of it); null where it has none.
* What a variable holds may be meant for somebody else: it is used, and shown, only as a URL that has nothing but a host.
*/
function urlOf(target, env) {
	const [url, from] = [entryOf(target, "url"), entryOf(target, "url-from")];
	if (typeof url === "string") return url;
	if (typeof from !== "string" || !mayBeRead(from) || env === null || !Object.hasOwn(env, from)) return null;
	return env[from]?.trim() ?? null;
}
/** One of both says what is loaded. */
function checkEither(tree) {
	const [service, target] = [entryOf(tree, "service"), entryOf(tree, "target")];
	if (!isTreeMap(tree)) return [];
	if (service === void 0 && target === void 0) return [atValue([], NEITHER)];
	return service === void 0 || target === void 0 ? [] : [atKey(["target"], BOTH)];
}
const NEITHER = phrase$1("needs-service");
const BOTH = phrase$1("service-or-target");
function checkUrl(target, env) {
	const [url, from] = [entryOf(target, "url"), entryOf(target, "url-from")];
	if (url === void 0 && from === void 0) return [atKey(["target"], phrase$1("target-needs-url"))];
	if (url !== void 0 && from !== void 0) return [atKey(["target", "url-from"], phrase$1("target-url-twice"))];
	if (typeof from !== "string" || !mayBeRead(from) || env === null) return [];
	const value = urlOf(target, env) ?? "";
	const path = ["target", "url-from"];
	if (value === "") return [mustProblem(path, phrase$1("be-set-variable"), from, NOT_SET)];
	return isOrigin(value) ? [] : [mustProblem(path, NO_URL, from, WRITE_URL)];
}
const MONITORING = ["target", "monitoring"];
const SOURCES = ["prometheus", "ssh"];
/** One source; and nothing to ask for is nothing to ask. */
function checkMonitoring(target) {
	const monitoring = entryOf(target, "monitoring");
	if (!isTreeMap(monitoring)) return [];
	const has = (name) => entryOf(monitoring, name) !== void 0;
	const sources = SOURCES.filter(has);
	if (sources.length !== 1) return [atValue(MONITORING, oneOfKeys(SOURCES, sources))];
	if (has("ssh")) return [...checkSsh(entryOf(monitoring, "ssh")), ...idleQueries(has)];
	return MONITORED.some(has) ? [] : [atKey(MONITORING, phrase$1("monitoring-needs-query"))];
}
const idleQueries = (has) => MONITORED.filter(has).map((key) => atKey([...MONITORING, key], phrase$1("idle-query", { key })));
function checkSsh(ssh) {
	if (!isTreeMap(ssh)) return [];
	const given = WATCHED$1.filter((name) => entryOf(ssh, name) !== void 0);
	return given.length === 1 ? [] : [atValue([...MONITORING, "ssh"], oneOfKeys(WATCHED$1, given))];
}
/** True for a target's URL without a path. */
function isOrigin(text) {
	const reading = readTargetUrl(text);
	return "value" in reading && URL.parse(reading.value)?.pathname === "/";
}
const NOT_SET = phrase$1("say-give-target");
const NO_URL = phrase$1("be-target-variable");
const WRITE_URL = phrase$1("say-target-url");
// src/config/load.ts
/** From a configuration file and inputs to the checked plan, or to everything that is wrong with them. */
/**
* Loads the plan.
* @throws Failure kind `usage`, code `config-missing`: neither a file nor `start` or `url`
* @throws Failure kind `usage`, code `config-invalid`: all problems in `lines`, each with its place
*/
async function loadPlan(source, world) {
	const { inputs, ownSecrets = false } = source;
	const file = await readConfigFile(source, world.workspace);
	const yaml = file === null ? null : readYaml(file.text, TEXT_PLACES);
	const overlaid = overlayInputs(yaml?.tree ?? null, inputs);
	const places = yaml?.places ?? /* @__PURE__ */ new Map();
	const origin = {
		file: file?.path ?? null,
		text: file?.text ?? "",
		places,
		inputs: overlaid.origins
	};
	if (yaml !== null && yaml.tree === null) throw invalidConfig(yaml.problems, origin);
	const { tree } = overlaid;
	const data = await readDataFiles(tree, world.workspace);
	const certificates = await readCertificates(tree, world.workspace);
	const locustfiles = await readLocustfiles(tree, world.workspace);
	const parsed = readShape(config, tree);
	const env = source.sendsNothing === true ? null : world.env;
	const told = new Set(yaml?.problems.map(placeKey));
	const problems = [
		...overlaid.problems,
		...parsed.success ? [] : problemsOf(parsed.error.issues, tree),
		...checkService(tree),
		...checkTarget(tree, env),
		...checkCompare(tree),
		...checkBaseline(tree),
		...checkContainers(tree),
		...checkWritten(tree),
		...checkScenarios(tree, data.files),
		...checkMeasurable(tree),
		...checkFarWorkers(tree),
		...checkSecrets(tree, {
			allowed: ownSecrets ? null : allowedByBase(source.base, inputs),
			value: source.sendsNothing === true ? null : world.vault.take
		}),
		...checkDatabases(tree, ownSecrets && source.sendsNothing !== true ? world.vault.take : null),
		...data.problems,
		...locustfiles.problems,
		...certificates.problems,
		...await checkPaths(tree, world.workspace)
	].filter((problem) => !told.has(placeKey(problem)));
	problems.push(...yaml?.problems ?? []);
	if (!parsed.success || problems.length > 0) throw invalidConfig(problems, origin);
	const targetUrl = urlOf(entryOf(tree, "target") ?? null, env);
	const sources = {
		ca: certificates.ca,
		targetUrl
	};
	const plan = planOf(parsed.data, {
		rows: data.files,
		hashes: locustfiles.hashes
	}, sources);
	const lines = linesOf(plan, origin);
	return {
		configPath: file?.path ?? null,
		lines,
		...applyBase(plan, source.base, inputs, ownSecrets)
	};
}
function linesOf({ scenarios }, { places, text }) {
	const rows = scenarios.flatMap(({ name }) => {
		const offset = places.get(pathKey(["scenarios", name]))?.key?.[0];
		return offset === void 0 ? [] : [[name, text.slice(0, offset).split("\n").length]];
	});
	return Object.fromEntries(rows);
}
/** The file behind a plan, and what the change edits of what the base commit decides; of the accepted runs this room knows nothing. */
function originOf(loaded) {
	const { configPath: path, lines, changedLimits, changedSettings, removedScenarios, baseProblem } = loaded;
	return {
		path,
		lines,
		edits: baseProblem === null ? {
			limits: changedLimits,
			settings: changedSettings,
			removed: removedScenarios,
			config: null,
			baseline: null
		} : null
	};
}
/** What somebody should know of a plan before it is followed, in a sentence each. */
function warningsOf(loaded) {
	const isUnverified = loaded.plan.service.tls?.kind === "unverified";
	return [...describeChanges(loaded), ...isUnverified ? ["The service's certificate is not verified, as `tls: verify: false` asks."] : []];
}
/** Two complaints about one place are one too many: the text's own comes first. */
function placeKey(problem) {
	return problem.kind === "path" ? pathKey(problem.path) : `@${problem.range[0]}`;
}
/** The file, or null when inputs are enough without one. */
async function readConfigFile(source, workspace) {
	const asked = source.configPath ?? inputValue(source.inputs, "config");
	const path = workspacePath(workspace, asked ?? ".github/loadgate.yml");
	if (path === null) throw unreadable$1(String(asked), phrase$1("file-outside"));
	const read = await readWorkspaceFile(workspace, path, CONFIG_BYTES_MAX);
	if (read.kind === "read") return {
		path,
		text: read.text
	};
	if (read.kind === "refused") throw unreadable$1(path, read.why);
	const enough = inputValue(source.inputs, "start") !== null || inputValue(source.inputs, "url") !== null;
	if (asked === null && enough) return null;
	throw missing(path);
}
function missing(path) {
	return new Failure({
		kind: "usage",
		code: "config-missing",
		message: phrase$1("config-missing", { path }),
		advice: phrase$1("config-missing-advice")
	});
}
function unreadable$1(path, why) {
	return new Failure({
		kind: "usage",
		code: "config-invalid",
		message: phrase$1("config-unreadable", {
			path,
			why
		}),
		advice: phrase$1("config-unreadable-advice", { kib: CONFIG_BYTES_MAX / 1024 })
	});
}
/** Reads every data file that a variable names, each once. */
async function readDataFiles(tree, workspace) {
	const files = /* @__PURE__ */ new Map();
	const whys = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { path, file } of dataPaths(tree)) {
		if (!files.has(file)) {
			const rows = await readDataFile(file, workspace);
			files.set(file, "why" in rows ? null : rows);
			if ("why" in rows) whys.set(file, rows.why);
		}
		const why = whys.get(file);
		if (why !== void 0) problems.push(mustProblem(path, phrase$1("be-data-file"), file, phrase$1("it-is", { why })));
	}
	return {
		files,
		problems
	};
}
function dataPaths(tree) {
	return entriesOf(entryOf(tree, "scenarios")).flatMap(([scenario, value]) => entriesOf(entryOf(value, "variables")).flatMap(([name, variable]) => {
		const file = entryOf(variable, "file");
		return typeof file === "string" ? [{
			path: [
				"scenarios",
				scenario,
				"variables",
				name,
				"file"
			],
			file
		}] : [];
	}));
}
async function readDataFile(path, workspace) {
	if (path.includes("\0")) return { why: phrase$1("no-path") };
	const read = await readWorkspaceFile(workspace, path, DATA_BYTES_MAX);
	if (read.kind === "missing") return { why: phrase$1("file-missing") };
	return read.kind === "refused" ? { why: read.why } : readRows(path, read.text);
}
/** Paths that are written, or run in, may not lead out of the workspace through links either. */
async function checkPaths(tree, workspace) {
	const checked = [
		["service", "working-directory"],
		["baseline", "path"],
		["report", "directory"]
	].map(async ([block, key]) => {
		const value = entryOf(entryOf(tree, block), key);
		if (typeof value !== "string" || await staysInWorkspace(workspace, value)) return [];
		return [mustProblem([block, key], phrase$1("stay-inside"), value)];
	});
	return (await Promise.all(checked)).flat();
}
// src/config/load-for.ts
/** Loads the plan of a run on `occasion`. Limits, policy, baseline and the list of secrets come from the base commit where there is one. @throws Failure kind `usage` */
async function loadFor(job, world) {
	const { baseSha } = job.occasion;
	const path = job.configPath ?? ".github/loadgate.yml";
	const base = baseSha === null ? null : await showFile(world, baseSha, path);
	const loaded = await loadPlan({
		...job,
		base,
		ownSecrets: allowsItself(job.occasion)
	}, world);
	for (const line of warningsOf(loaded)) world.log.warning(line);
	return {
		...loaded,
		plan: {
			...loaded.plan,
			origin: originOf(loaded)
		}
	};
}
// src/findings/evidence.ts
/** What the rules look at, and how they hand over what they found. */
/** Sums every judged scenario up. @throws Failure when the run lacks one of them */
function openScene(evidence) {
	const scenarios = evidence.verdict.scenarios.flatMap((verdict) => {
		const plan = evidence.plan.scenarios.find(({ name }) => name === verdict.scenario);
		if (plan === void 0) return [];
		const summary = summarise(evidence.run, verdict.scenario, "head");
		const believable = verdict.voids.length === 0;
		const constant = isConstant(plan.load.executor);
		const here = busiestHost(summary);
		const host = evidence.run.target?.loopback === true ? here : null;
		return [{
			name: verdict.scenario,
			plan,
			verdict,
			summary,
			here,
			host,
			believable,
			constant
		}];
	});
	const [loads = [], searches = []] = [false, true].map((wanted) => scenarios.filter(({ plan }) => plan.search !== null === wanted));
	return {
		...evidence,
		scenarios,
		loads,
		searches
	};
}
function busiestHost({ slices }) {
	return slices.flatMap(({ host }) => host === null ? [] : [host]).toSorted((left, right) => right.busyCores - left.busyCores)[0] ?? null;
}
/** Makes a finding whose evidence fits its name. */
function finding(name, kind, confidence, evidence) {
	return {
		name,
		kind,
		confidence,
		evidence
	};
}
/** The findings of one name, with their evidence. */
function named$2(findings, name) {
	return findings.filter((each) => each.name === name);
}
// src/findings/primary.ts
/**
* Bottlenecks, causes before consequences. First what makes all else void or small (the generator, a limit); then what the service does to itself in memory; then what it waits for, from the
* particular to the general: the database, the disk. A neighbour makes none of these, but everything that comes after it: a late event loop, full cores, a wait that nothing explains.
*/
const PRECEDENCE = [
	"generator-bound",
	"cpu-limit",
	"short-leak",
	"memory-pressure",
	"collection",
	"n-plus-one",
	"missing-index",
	"slow-command",
	"lock-waits",
	"small-pool",
	"connection-limit",
	"database-dominant",
	"cache-misses",
	"database-bound",
	"disk-bound",
	"neighbour",
	"event-loop-blocked",
	"uneven-workers",
	"service-one-core",
	"saturated",
	"waiting"
];
/** Time in a database that the cause explains. */
const DATABASE = [
	"database-dominant",
	"database-bound",
	"small-pool"
];
/** What a process looks like that does not get on. */
const HELD_UP = [
	"event-loop-blocked",
	"uneven-workers",
	"service-one-core",
	"saturated",
	"waiting"
];
/** What follows from each, and is not told beside it. */
const EXPLAINS = {
	"generator-bound": PRECEDENCE.filter((name) => name !== "generator-bound" && name !== "neighbour"),
	"cpu-limit": HELD_UP,
	neighbour: [
		...HELD_UP,
		"database-dominant",
		"database-bound"
	],
	"short-leak": [
		"memory-pressure",
		"collection",
		"event-loop-blocked",
		"waiting"
	],
	"memory-pressure": [
		"collection",
		"cache-misses",
		"disk-bound",
		"event-loop-blocked",
		"waiting"
	],
	collection: HELD_UP,
	"n-plus-one": [
		...DATABASE,
		"service-one-core",
		"saturated",
		"waiting"
	],
	"missing-index": [
		...DATABASE,
		"lock-waits",
		"cache-misses",
		"disk-bound",
		"saturated",
		"waiting"
	],
	"slow-command": [...DATABASE, "waiting"],
	"lock-waits": [...DATABASE, "waiting"],
	"small-pool": [
		"database-dominant",
		"database-bound",
		"waiting"
	],
	"connection-limit": ["waiting"],
	"database-dominant": ["database-bound", "waiting"],
	"cache-misses": [
		"database-bound",
		"disk-bound",
		"waiting"
	],
	"database-bound": ["waiting"],
	"disk-bound": ["event-loop-blocked", "waiting"],
	"event-loop-blocked": ["service-one-core", "waiting"],
	"uneven-workers": ["service-one-core", "waiting"],
	"service-one-core": ["saturated", "waiting"],
	saturated: ["waiting"],
	waiting: []
};
/** A generator that computes for more than this has no room of its own; one that is only late was kept waiting. */
const GENERATOR_FULL = .85;
/** Findings that rest on time alone. */
const TIMED$2 = [
	"event-loop-blocked",
	"database-dominant",
	"database-bound"
];
/** A service that computed or wanted to for so much of the time was short of a core; one that wanted less was held up by something else, too. */
const STARVED_CORES = .7;
/** The findings with bottlenecks by precedence; others stay in their order, before them. */
function primaryFirst(findings) {
	const isOne = ({ kind }) => kind === "bottleneck";
	return [...findings.filter((each) => !isOne(each)), ...byPrecedence(findings.filter(isOne))];
}
/** Whether a finding follows from a cause. Whose scenario each is about, is for the caller to see to. */
function explains(cause, each) {
	if (each.kind !== "bottleneck" || !isBottleneck(cause) || !isNamed$1(cause.name)) return false;
	if (cause.name === "neighbour" && TIMED$2.some((name) => name === each.name)) return isStarved(cause);
	if (cause.name === "service-one-core" && each.name === "saturated") return cause.evidence.thread !== null;
	return EXPLAINS[cause.name].includes(each.name);
}
/** What holds a service back: every bottleneck, a generator that voids the measurement, and a neighbour. */
function isBottleneck(each) {
	if (each.name === "generator-bound") return each.evidence.beyond;
	return each.kind === "bottleneck" || each.name === "neighbour";
}
const byPrecedence = (findings) => findings.toSorted((left, right) => rankOf(left) - rankOf(right));
/** Its place, or one between two places where the numbers say that it is rather a consequence. */
function rankOf(each) {
	const after = (name) => PRECEDENCE.indexOf(name) + .5;
	if (each.name === "generator-bound" && each.evidence.cpu < GENERATOR_FULL) return after("neighbour");
	if (each.name === "neighbour" && !isStarved(each)) return after("event-loop-blocked");
	const rank = PRECEDENCE.findIndex((name) => name === each.name);
	return rank < 0 ? PRECEDENCE.length : rank;
}
const isStarved = ({ evidence }) => evidence.serviceCores + evidence.runQueueDelay >= STARVED_CORES;
const isNamed$1 = (name) => PRECEDENCE.some((each) => each === name);
// src/findings/acceptance-refused.ts
/** Words that were meant to accept a change and do not: whoever wrote them has to know why. */
/** Fires for each; that GitHub did not answer matters only where something failed that could have been accepted. */
const acceptanceRefused = ({ verdict }) => verdict.refusedAcceptances.filter(({ kind }) => kind !== "not-read" || verdict.outcome === "fail").map((refused) => finding("acceptance-refused", "limitation", "certain", { refused }));
// src/findings/accepted-change.ts
/** What was accepted on purpose is told in every report, whether this run needs it or not: nobody should forget that it stands open. */
/** Fires for every acceptance of these scenarios, also for one that has expired: it is to be taken out. */
const acceptedChange = ({ verdict }) => verdict.acceptances.map((acceptance) => finding("accepted-change", "weakness", "certain", acceptance));
// src/stats/grown-statement.ts
/** Statements of all slices together, for each answered request. */
function statementCosts(slices) {
	const answered = Math.max(1, answeredOf(slices));
	const databases = slices.flatMap(({ resources }) => resources?.databases ?? []);
	const byKey = /* @__PURE__ */ new Map();
	for (const { name, statements } of databases) for (const { id, text, calls, time } of statements) {
		const key = JSON.stringify([name, id]);
		const before = byKey.get(key) ?? {
			calls: 0,
			time: 0
		};
		byKey.set(key, {
			database: name,
			text,
			calls: before.calls + calls / answered,
			time: before.time + time / answered
		});
	}
	const partial = databases.filter(({ rest }) => rest.statements > 0).map(({ name }) => name);
	return {
		byKey,
		partial: new Set(partial)
	};
}
/** The statement whose time grew most, where time or calls grew by enough; null without one. `added`: milliseconds by which an answer takes longer. */
function grownStatement(base, head, added) {
	return [...head.byKey].flatMap(([key, now]) => {
		const seen = base.byKey.get(key);
		const before = seen ?? {
			calls: 0,
			time: 0
		};
		const [time, calls] = [now.time - before.time, now.calls - before.calls];
		if (!(time > 0) || calls < .1 && time < .05 * added) return [];
		return [{
			time,
			statement: statementOf(now, seen !== void 0 || !base.partial.has(now.database) ? before : null)
		}];
	}).toSorted((left, right) => right.time - left.time)[0]?.statement ?? null;
}
function statementOf({ database, text, calls, time }, before) {
	return {
		database,
		text,
		before: before === null ? null : {
			calls: before.calls,
			time: before.time
		},
		now: {
			calls,
			time
		}
	};
}
// src/stats/attribution.ts
/** The costs of a request by the slices of a build and their latencies; null when some slice was not watched at all, or nothing was answered. */
function requestCost(slices, { mean }) {
	const answered = answeredOf(slices);
	if (mean === null || !(answered > 0) || slices.some(({ resources }) => resources === null)) return null;
	const perRequest = (read) => total$3(slices.map(({ resources }) => resources === null ? null : read(resources)), answered);
	const cpu = total$3(slices.map((slice) => slice.cpu), answered);
	return {
		latency: mean / 1e3,
		cpu: cpu === null ? null : nanosToMillis(nanos(cpu)),
		collection: perRequest(collectionOf),
		database: databaseTimePerRequest(slices),
		disk: perRequest(timeOf$2(({ diskWaiters }) => diskWaiters)),
		core: perRequest(timeOf$2(({ runQueueDelay }) => runQueueDelay)),
		queueing: queueingOf(slices),
		statements: statementCosts(slices)
	};
}
function total$3(values, answered) {
	const known = values.filter((value) => value !== null);
	return known.length < values.length ? null : sum$5(known) / answered;
}
const collectionOf = ({ runtimes, watched }) => runtimes.length === 0 ? null : sum$5(runtimes.map(({ collection }) => collection * watched));
const timeOf$2 = (read) => ({ service, watched }) => {
	const mean = service === null ? null : read(service);
	return mean === null ? null : mean * watched;
};
/** Of the busiest thread over all slices; 1 where threads cannot be told apart. */
function queueingOf(slices) {
	const users = Math.max(1, ...slices.map((slice) => slice.users ?? 1));
	const watched = slices.flatMap(({ resources }) => resources ?? []);
	const busy = total$3(watched.map(timeOf$2(({ busiestThread }) => busiestThread)), 1);
	const time = sum$5(watched.map((resources) => resources.watched));
	if (busy === null || time <= 0) return 1;
	const idle = 1 - busy / time;
	return idle * users <= 1 ? users : 1 / Math.min(1, idle);
}
/** Latencies are known to a microsecond. */
const RESOLUTION$1 = .001;
/** All parts there are. */
const COST_PARTS = [
	"computing",
	"collection",
	"database",
	"disk",
	"core"
];
/** What grew from base to head, as shares of the added latency; null when answers do not take longer. */
function attribute(base, head) {
	const added = head.latency - base.latency;
	if (!(added >= RESOLUTION$1)) return null;
	const deltas = deltasOf(base, head);
	const grown = deltas.filter(({ time }) => time > 0).toSorted((left, right) => right.time - left.time);
	const explained = sum$5(grown.map(({ time }) => time));
	const scale = explained > added ? added / explained : 1;
	const unexplained = Math.max(0, added - explained);
	return {
		added,
		parts: grown.map(({ part, time }) => ({
			part,
			time: time * scale,
			share: explained > added ? time / explained : time / added
		})),
		unexplained: {
			time: unexplained,
			share: unexplained / added
		},
		saved: deltas.filter(({ time }) => time < 0).map(({ part, time }) => ({
			part,
			time: -time
		})).toSorted((left, right) => right.time - left.time),
		unread: COST_PARTS.filter((part) => !deltas.some((delta) => delta.part === part)),
		statement: grownStatement(base.statements, head.statements, added)
	};
}
/** Changes of the parts that both builds have, with what they do to an answer. */
function deltasOf(base, head) {
	const change = (part) => {
		const [before, now] = [base[part], head[part]];
		return before === null || now === null ? null : now - before;
	};
	const [cpu, collection] = [change("cpu"), change("collection")];
	const times = {
		computing: cpu === null ? null : base.queueing * (cpu - (collection ?? 0)),
		collection: collection === null ? null : base.queueing * collection,
		database: change("database"),
		disk: change("disk"),
		core: change("core")
	};
	return COST_PARTS.flatMap((part) => {
		const time = times[part];
		return time === null ? [] : [{
			part,
			time
		}];
	});
}
const sum$5 = (values) => values.reduce((all, value) => all + value, 0);
// src/findings/attribution.ts
/** What can get worse about a request's time. */
const TIMED$1 = [
	"p50",
	"p95",
	"p99",
	"throughput",
	"cpu-per-request"
];
/** Fires beside the base commit, when something about time got worse beyond doubt, answers take longer, and some part of their costs was measured on both builds. */
const attribution = ({ loads, run }) => loads.filter(isSlower).flatMap((scenario) => {
	const taken = takenApart(scenario, run);
	if (taken === null || taken.unread.length === COST_PARTS.length) return [];
	return [finding("attribution", "weakness", "likely", {
		scenario: scenario.name,
		...taken,
		namedBelow: false
	})];
});
const isSlower = ({ believable, verdict }) => believable && verdict.reference.kind === "base" && verdict.judgements.some(({ metric, comparison }) => TIMED$1.includes(metric) && comparison?.outcome === "regression");
function takenApart({ name, summary }, run) {
	const before = summarise(run, name, "base");
	const base = requestCost(before.slices, before.histogram);
	const head = requestCost(summary.slices, summary.histogram);
	return base === null || head === null ? null : attribute(base, head);
}
/** Databases work for the service, and the kernel's own threads for everybody. */
const OURS$1 = /^(?:postgres|postmaster|mysqld|mariadbd|redis-server|valkey-server|mongod|memcached|sqlservr|ksoftirqd|kworker|kcompactd|kswapd|rcu_)/u;
/** Fires when processes that are neither service, generator nor gate, nor a database, used more than a tenth of the machine. */
const backgroundActivity = ({ scenarios, run }) => scenarios.flatMap(({ name, here: host }) => {
	const strangers = host === null ? null : strangersOf(host);
	return host !== null && strangers !== null && strangers.otherCores > .1 * host.cores ? [finding("background-activity", "limitation", "certain", {
		scenario: name,
		...strangers,
		cores: host.cores,
		from: run.target?.loopback !== false ? "service" : "generator"
	})] : [];
});
/** Where programs cannot be told apart, all of them are strangers. */
function strangersOf({ others, otherCores }) {
	const known = others.filter(({ name }) => OURS$1.test(name)).reduce((sum, { cores }) => sum + cores, 0);
	return {
		programs: others.filter(({ name }) => !OURS$1.test(name)).map(({ name }) => name),
		otherCores: Math.max(0, otherCores - known)
	};
}
// src/findings/base-failed.ts
/** The base commit was to be measured beside the change and could not be: that is not the change's fault. */
/** Fires once for the run. */
const baseFailed = ({ run, plan }) => run.baseFailure === null ? [] : [finding("base-failed", "limitation", "certain", {
	failure: run.baseFailure,
	decided: plan.compare === "base" ? "nothing" : "baseline"
})];
// src/stats/ewma.ts
/** Slow drifts that no single step shows: an exponentially weighted moving average with control limits (Roberts 1959; Lucas & Saccucci 1990). */
/** Weight of the newest value, and width of the limits in standard deviations of the average. */
const EWMA_WEIGHT = .2;
/** As for the noise between runs: a few equal values are luck, not silence. */
const SIGMA_FLOOR$1 = .02;
/** How far the average of values in their order has left what is usual; null when it has not, or there are too few. The unit is the values' own. */
function driftOf$1(values) {
	if (values.length < 15) return null;
	const first = values.slice(0, 10);
	const usual = median(first);
	const sigma = Math.max(robustSigma(first), SIGMA_FLOOR$1);
	const average = values.slice(10).reduce((mean, value) => EWMA_WEIGHT * value + .8 * mean, usual);
	const limit = 3 * sigma * Math.sqrt(EWMA_WEIGHT / 1.8);
	return Math.abs(average - usual) > limit ? average - usual : null;
}
// src/findings/baseline-drift.ts
/** The accepted runs themselves drift: each step too small to fail, all of them together not. */
/** Fires for each limited metric whose accepted runs went one way for the worse. */
const baselineDrift = ({ scenarios }) => scenarios.flatMap(({ name, plan, verdict: { reference } }) => {
	if (reference.kind !== "baseline") return [];
	return METRIC_NAMES.flatMap((metric) => {
		const drift = plan.limits.some((limit) => limit.metric === metric) ? worseDrift(metric, reference.runs) : null;
		return drift === null ? [] : [finding("baseline-drift", "weakness", "likely", {
			scenario: name,
			metric,
			...drift
		})];
	});
});
function worseDrift(metric, runs) {
	if (METRICS[metric].change === "points") return null;
	const values = runs.flatMap(({ metrics }) => metrics[metric] ?? []).filter((value) => value > 0);
	const change = driftOf$1(values.map((value) => Math.log(value)));
	if (change === null) return null;
	return (METRICS[metric].better === "lower" ? change > 0 : change < 0) ? {
		change: Math.expm1(change),
		runs: values.length
	} : null;
}
// src/findings/watched.ts
/** A shorter look, in milliseconds, gives no rate worth the name. */
const WATCHED_MIN = 100;
/** All scenarios that were watched, void ones included: what the machine withheld may be why they are. */
function watchedIn({ scenarios }) {
	return scenarios.flatMap((scenario) => {
		const [longest] = scenario.summary.slices.flatMap((slice) => slice.resources === null ? [] : [{
			slice,
			resources: slice.resources
		}]).filter(({ resources }) => resources.watched >= WATCHED_MIN).toSorted((left, right) => right.resources.watched - left.resources.watched);
		return longest === void 0 ? [] : [watchedOf(scenario, longest.slice, longest.resources)];
	});
}
/** Those whose mean says something of the service: answers that are too few for a quantile are not too few for that. */
const believableIn = (scene) => watchedIn(scene).filter(({ scenario: { verdict } }) => verdict.voids.every(({ kind }) => kind === "too-few-answers"));
function watchedOf(scenario, slice, resources) {
	const { counts, elapsed, latency } = slice;
	const host = scenario.host === null ? null : slice.host;
	const micros = fromRecord(latency).mean;
	const mean = micros === null ? 0 : toMillis(micros);
	const answers = Math.max(0, counts.sent - counts.inFlight);
	const concurrency = elapsed > 0 ? answers * mean / elapsed : 0;
	const seconds = toSeconds(resources.watched);
	return {
		scenario,
		name: scenario.name,
		resources,
		host,
		seconds,
		answers,
		mean,
		concurrency
	};
}
/** CPU time of the busiest thread of the service, in cores; of a process whose threads cannot be told apart its own. Null when it is not known. */
function busiestThread({ service }) {
	return service === null ? null : service.busiestThread ?? service.processCores[0] ?? service.cores;
}
/** The process of Node.js that has most of something; undefined without any. */
function mostOf({ runtimes }, amount) {
	return runtimes.toSorted((left, right) => amount(right) - amount(left))[0];
}
// src/findings/database-load.ts
/** With fewer requests a statement of somebody's clock or of a start counts too much. */
const ANSWERS_MIN$2 = 20;
/** From half of the latency on there is more to gain in the database than anywhere else. */
const DATABASE_SHARE = .5;
/** The databases of a scenario, that with the most time a request first. */
function loadsOf(watched) {
	const { resources, answers, mean } = watched;
	if (answers < ANSWERS_MIN$2 || mean <= 0) return [];
	return resources.databases.map((reading) => loadOf$1(watched, reading)).toSorted((left, right) => right.perAnswer - left.perAnswer);
}
function loadOf$1(watched, reading) {
	const { resources, answers } = watched;
	const { statements, rest, connections, waits } = reading;
	const sum = (values) => values.reduce((total, value) => total + value, 0);
	const listed = rest.time + sum(statements.map(({ time }) => time));
	const time = reading.time ?? (listed > 0 ? listed : (connections?.active ?? 0) * resources.watched);
	const waiting = (kind) => sum(waits.filter((wait) => wait.kind === kind).map(({ sessions }) => sessions));
	return {
		watched,
		reading,
		calls: rest.calls + sum(statements.map(({ calls }) => calls)),
		time,
		perAnswer: time / answers,
		busy: time / resources.watched,
		locked: waiting("lock"),
		onDisk: waiting("disk")
	};
}
/** What so many sessions come to for one request, in milliseconds (Little 1961). */
const timeOf$1 = ({ watched: { resources, answers } }, sessions) => sessions * resources.watched / answers;
/** Mean time of one call in milliseconds. */
const perCall = ({ calls, time }) => calls === 0 ? 0 : time / calls;
/** The statement that took the most time, and its share of the database's time; null without any. */
function dominantOf({ reading, time }) {
	const [statement] = reading.statements.toSorted((left, right) => right.time - left.time);
	if (statement === void 0 || statement.calls === 0 || time <= 0) return null;
	return {
		statement,
		share: Math.min(1, statement.time / time)
	};
}
/** Whether requests spend most of their time in it, and long enough to matter. */
const isMostOfLatency = ({ watched: { mean }, perAnswer }) => mean >= 5 && perAnswer >= DATABASE_SHARE * mean;
/** Redis and Valkey execute one command at a time. */
const isSingleThreaded = ({ reading: { kind } }) => kind === "redis" || kind === "valkey";
/** A quarter of the latency has to be the database's, or its memory does not matter. */
const LATENCY_SHARE$3 = .25;
/** Fires for databases on disk; what Redis misses was not there. */
const cacheMisses = (scene) => believableIn(scene).flatMap((watched) => {
	const [load] = loadsOf(watched).filter((each) => !isSingleThreaded(each) && each.reading.cacheHits !== null && 1 - each.reading.cacheHits > .1 && each.perAnswer >= LATENCY_SHARE$3 * watched.mean);
	if (load?.reading.cacheHits == null || watched.mean < 5) return [];
	const evidence = {
		database: load.reading.name,
		misses: 1 - load.reading.cacheHits
	};
	return [finding("cache-misses", "bottleneck", "likely", {
		scenario: watched.name,
		...evidence
	})];
});
// src/findings/searched.ts
/** All believable ones. */
function searchedIn({ run, searches }) {
	return searches.flatMap((scenario) => {
		const [first] = run.blocks.flatMap(({ slices }) => slices).filter((slice) => slice.scenario === scenario.name && slice.side === "head").flatMap(({ search }) => search ?? []);
		return first === void 0 || !scenario.believable ? [] : [{
			...scenario,
			search: first
		}];
	});
}
// src/findings/capacity.ts
/** What the service carries, and what happens beyond. */
/** Fires for every search that met the end of what the service carries. */
const capacity = (scene) => searchedIn(scene).flatMap(({ name, search }) => {
	const degradation = degradationOf(search);
	const found = capacityOf(search);
	if (degradation === null || found === null) return [];
	const { kind, objective } = search;
	return [finding("capacity", "potential", "certain", {
		scenario: name,
		kind,
		capacity: found,
		objective,
		degradation
	})];
});
// src/findings/capacity-beyond.ts
/** A search that ended before the service did knows only what it carries at least. */
/** Fires for every search that was ended by its highest level or its time. */
const capacityBeyond = (scene) => searchedIn(scene).flatMap(({ name, search }) => {
	const { kind, ended } = search;
	const found = capacityOf(search);
	const level = levelsOf$1(search).at(-1)?.level;
	if (degradationOf(search) !== null || found === null || level === void 0) return [];
	return [finding("capacity-beyond", "limitation", "certain", {
		scenario: name,
		kind,
		capacity: found,
		level,
		because: ended === "budget" ? "time" : "level"
	})];
});
// src/findings/capacity-unknown.ts
/** One level of load tells nothing about the next: no guess at capacity. */
/** Fires when a believable scenario had constant users, with the largest number of them, and none looked for the limit. */
const capacityUnknown = ({ loads, searches }) => {
	const levels = loads.filter(({ believable, plan }) => believable && plan.load.executor.kind === "constant-users").flatMap(({ summary }) => summary.users ?? []);
	if (levels.length === 0 || searches.length > 0) return [];
	return [finding("capacity-unknown", "potential", "certain", { users: Math.max(...levels) })];
};
// src/findings/certificate-not-verified.ts
/** Whoever answered was taken for the service: its certificate was not looked at. */
/** Fires where the configuration turned the verification off. */
const certificateNotVerified = ({ plan, run }) => plan.service.tls?.kind === "unverified" && run.target !== null ? [finding("certificate-not-verified", "limitation", "certain", { url: run.target.url })] : [];
// src/findings/closed-loop.ts
/** The users waited for their answers, so a slower service got less load. */
/** Fires for every load of users who wait, with the largest number of them. */
const closedLoop = ({ loads }) => {
	const closed = loads.filter(({ plan }) => !isOpen(plan.load.executor));
	if (closed.length === 0) return [];
	return [finding("closed-loop", "limitation", "certain", { users: Math.max(...closed.map(({ summary }) => summary.users ?? 0)) })];
};
/** Fires for the process whose event loop was latest, or was held without computing. Where a single collection took as long, collection is the cause. */
const eventLoopBlocked = (scene) => believableIn(scene).flatMap(({ name, resources, mean }) => {
	const latest = mostOf(resources, ({ delayP99 }) => delayP99);
	const thread = busiestThread(resources);
	if (latest === void 0 || thread === null) return [];
	const { delayP99, delayMax, eventLoop, collectionMax } = latest;
	const wanted = thread + (resources.service?.runQueueDelay ?? 0);
	if (!(delayP99 >= 50 && !(eventLoop >= .9 && wanted >= .85) && collectionMax < delayP99) && !(eventLoop >= .9 && wanted < .7 && mean > 0)) return [];
	return [finding("event-loop-blocked", "bottleneck", "likely", {
		scenario: name,
		delayP99,
		delayMax,
		eventLoop,
		thread
	})];
});
/** Fires when other programs than databases used a tenth of the machine, and the service's run-queue delay shows who paid for it. */
const neighbour = (scene) => watchedIn(scene).flatMap(({ name, resources: { service }, host }) => {
	if (service === null || service.runQueueDelay === null || host === null) return [];
	const { programs, otherCores } = strangersOf(host);
	const { runQueueDelay, cores: serviceCores } = service;
	if (!(runQueueDelay > Math.max(.05, .2 * serviceCores)) || otherCores <= .1 * host.cores) return [];
	return [finding("neighbour", "limitation", "certain", {
		scenario: name,
		program: programs[0] ?? null,
		otherCores,
		cores: host.cores,
		runQueueDelay,
		serviceCores
	})];
});
/** Fires for the process of Node.js that collected most, by the share of time, or by single collections that made its event loop late.
* Where the service had to wait for a core, so had its collector: a long pause then says nothing of the heap. */
const collection = (scene) => believableIn(scene).flatMap(({ name, resources }) => {
	const most = mostOf(resources, (runtime) => runtime.collection);
	if (most === void 0) return [];
	const pauses = !((resources.service?.runQueueDelay ?? 0) > .05) && most.delayP99 >= 50 && most.collectionMax >= most.delayP99;
	if (most.collection < .15 && !pauses) return [];
	return [finding("collection", "bottleneck", pauses ? "likely" : "certain", {
		scenario: name,
		share: most.collection,
		longest: most.collectionMax,
		minor: most.minorCollections,
		major: most.majorCollections
	})];
});
/** From nine tenths of all cores on, by queueing theory, work waits on average longer than it lasts. */
const BUSY_SHARE = .9;
/** Fires by the generator's run-queue delay, by the kernel's pressure figures, or by full cores, whichever can be read. */
const competition = ({ scenarios }) => scenarios.flatMap(({ name, here: host, summary }) => {
	const delays = summary.slices.flatMap(({ generator }) => generator?.runQueueDelay ?? []);
	const runQueueDelay = delays.length === 0 ? null : Math.max(...delays);
	if (host === null) return [];
	const delayed = runQueueDelay !== null && runQueueDelay > .05;
	const pressed = host.cpuPressure !== null && host.cpuPressure > .25;
	const full = host.busyCores > BUSY_SHARE * host.cores;
	if (!delayed && !pressed && !full) return [];
	const { cpuPressure, busyCores, cores, serviceCores, generatorCores } = host;
	return [finding("competition", "limitation", delayed ? "certain" : "likely", {
		scenario: name,
		runQueueDelay,
		cpuPressure,
		busyCores,
		cores,
		serviceCores,
		generatorCores
	})];
});
/** Fires for the first database that is near its limit. */
const connectionLimit = (scene) => watchedIn(scene).flatMap((watched) => {
	const [found] = loadsOf(watched).flatMap(({ reading: { name: database, connections } }) => {
		const { most = 0, limit = null } = connections ?? {};
		return limit !== null && limit > 0 && most >= .9 * limit ? [{
			database,
			most,
			limit
		}] : [];
	});
	return found === void 0 ? [] : [finding("connection-limit", "bottleneck", "likely", {
		scenario: watched.name,
		...found
	})];
});
/** Fires when latency, throughput or CPU time got worse beyond doubt and both kinds are known. */
const cost = ({ loads }) => loads.filter(({ believable }) => believable).flatMap((scenario) => {
	const cpu = comparisonOf$2(scenario, "cpu-per-request");
	const latency = slowest(scenario);
	if (cpu === null || latency === null) return [];
	const regressed = [cpu, latency].some(({ outcome }) => outcome === "regression");
	const evidence = {
		scenario: scenario.name,
		cpu: cpu.change,
		latency: latency.change
	};
	if (!regressed) return [];
	return Math.log1p(cpu.change) < .3333333333333333 * Math.log1p(latency.change) ? [finding("cost-in-waiting", "weakness", "likely", evidence)] : [finding("cost-in-cpu", "weakness", "likely", evidence)];
});
/** The latency that grew most, of those that were compared. */
function slowest(scenario) {
	return ["p50", "p95"].flatMap((name) => comparisonOf$2(scenario, name) ?? []).toSorted((left, right) => right.change - left.change)[0] ?? null;
}
const comparisonOf$2 = ({ verdict }, name) => verdict.judgements.find(({ metric }) => metric === name)?.comparison ?? null;
// src/findings/cpu-limit.ts
/** A limit on CPU time cut the service, or one of its containers, off. */
/** In one enforcement period of twenty (they last 100 ms as a rule) somebody stood still: the share that a p95 turns on. */
const THROTTLED_PERIODS = .05;
/** Fires for the service's own control groups first, then for the container that was held back most. */
const cpuLimit = (scene) => watchedIn(scene).flatMap((watched) => {
	const [worst] = limitsOf$1(watched).filter(({ periods }) => periods > THROTTLED_PERIODS).toSorted((left, right) => right.periods - left.periods);
	return worst === void 0 ? [] : [finding("cpu-limit", "bottleneck", "certain", {
		scenario: watched.name,
		...worst
	})];
});
function limitsOf$1({ resources: { cgroup, containers } }) {
	const own = cgroup?.throttledPeriods == null ? [] : [{
		container: null,
		limit: cgroup.cpuLimit,
		periods: cgroup.throttledPeriods,
		throttled: cgroup.throttled
	}];
	const others = containers.flatMap(({ name, cpuLimit: limit, throttledPeriods: periods }) => periods === null ? [] : [{
		container: name,
		limit,
		periods,
		throttled: null
	}]);
	return [...own, ...others];
}
/** Names of waits of databases that are for writing. */
const WRITES = /wal|sync|write|flush|extend|truncate|log/iu;
/** Fires by threads or sessions that wait, or by the kernel's pressure figures beside bytes. */
const diskBound = (scene) => believableIn(scene).flatMap((watched) => {
	const found = ownOf(watched) ?? databaseOf$1(watched);
	return found === null ? [] : [finding("disk-bound", "bottleneck", "likely", {
		scenario: watched.name,
		...found
	})];
});
function ownOf({ resources: { service }, host, seconds, mean }) {
	if (service === null || mean < 5) return null;
	const { diskWaiters: waiters, io } = service;
	const [read, written] = io === null ? [null, null] : [io.read / seconds, io.written / seconds];
	const pressure = host?.ioPressure ?? null;
	const rate = read === null ? null : Math.max(read, written);
	const stands = waiters !== null && waiters >= .25;
	const pressed = pressure !== null && pressure > .1 && rate !== null && rate >= 1e6;
	if (!stands && !pressed) return null;
	const { disk } = host ?? { disk: null };
	return {
		mode: (read === null ? (disk?.written ?? 0) >= (disk?.read ?? 0) : written >= read) ? "write" : "read",
		database: null,
		waiters,
		pressure: pressed ? pressure : null,
		rate
	};
}
function databaseOf$1(watched) {
	const [load] = loadsOf(watched).filter(isOnDisk);
	if (load === void 0) return null;
	const { name: database, waits } = load.reading;
	return {
		mode: WRITES.test(waits.find(({ kind }) => kind === "disk")?.event ?? "") ? "write" : "read",
		database,
		waiters: load.onDisk,
		pressure: null,
		rate: null
	};
}
/** Whether its sessions wait for a disk, most of the time that they are given. */
const isOnDisk = (load) => load.watched.mean >= 5 && load.onDisk >= .25 && timeOf$1(load, load.onDisk) >= .25 * load.watched.mean;
/** Fires for the database with the most time a request. */
const databaseBound = (scene) => believableIn(scene).flatMap((watched) => {
	const [load] = loadsOf(watched).filter((each) => isMostOfLatency(each) && !isOnDisk(each) || isSingleThreaded(each) && each.busy >= .7);
	if (load === void 0) return [];
	const { reading, perAnswer } = load;
	return [finding("database-bound", "bottleneck", "likely", {
		scenario: watched.name,
		database: reading.name,
		perAnswer,
		mean: watched.mean
	})];
});
/** Fires for the database with the most time a request. */
const databaseDominant = (scene) => believableIn(scene).flatMap((watched) => {
	const [load] = loadsOf(watched).filter((each) => isMostOfLatency(each) && !isOnDisk(each));
	const dominant = load === void 0 ? null : dominantOf(load);
	if (load === void 0 || dominant === null || dominant.share < .5) return [];
	return [finding("database-dominant", "bottleneck", "likely", {
		scenario: watched.name,
		database: load.reading.name,
		statement: dominant.statement.text,
		share: dominant.share,
		perAnswer: load.perAnswer,
		mean: watched.mean
	})];
});
// src/findings/detectable.ts
/** The smallest changes for the worse that this run would have caught. */
/** Fires for each scenario that was compared, with the metrics that have a relative limit; of those of which no change could have been told from noise, nothing is promised. */
const detectable = ({ scenarios }) => scenarios.filter(({ believable }) => believable).flatMap(({ name, verdict }) => {
	const changes = verdict.judgements.flatMap(({ metric, comparison }) => comparison === null || comparison.limit === null || isBlind(METRICS[metric], comparison.detectable) ? [] : [{
		metric,
		change: comparison.detectable
	}]);
	const blind = verdict.judgements.flatMap(({ metric, comparison }) => comparison?.limit == null || comparison.sufficient === null ? [] : [{
		metric,
		limit: comparison.limit,
		seconds: toSeconds(comparison.sufficient)
	}]);
	return !verdict.judgements.some(({ comparison }) => comparison?.limit != null) ? [] : [finding("detectable", "limitation", "certain", {
		scenario: name,
		changes,
		blind
	})];
});
/** A clock that stops a little early still measured the whole second. */
const TOLERANCE_SECONDS = .05;
/** Seconds that were measured from beginning to end, of all slices: the last of a slice is often a fraction, and a rate over a fraction jumps about. */
function wholeSeconds({ slices }) {
	let offset = 0;
	return slices.flatMap(({ timeline, elapsed }) => {
		const start = offset;
		offset += rowsOf({
			timeline,
			elapsed
		});
		return timeline.filter(({ second }) => second + 1 <= toSeconds(elapsed) + TOLERANCE_SECONDS).map((second) => ({
			...second,
			second: second.second + start
		}));
	});
}
/** Seconds with a p95 that is one, and that p95. */
function latencySeconds(summary) {
	return wholeSeconds(summary).flatMap(({ second, p95, throughput }) => p95 === null || throughput < 20 ? [] : [{
		second,
		p95
	}]);
}
// src/findings/dips.ts
/** Seconds in which the service answered much less than in the others. */
/** A dip is a second with at most half of the typical one's answers… */
const DIP_RATIO = .5;
/** Fires when at least one second's throughput falls out. */
const dips = ({ loads }) => loads.filter(({ believable, constant }) => believable && constant).flatMap(({ name, summary }) => {
	const seconds = wholeSeconds(summary);
	if (seconds.length < 10) return [];
	const values = seconds.map(({ throughput }) => throughput);
	const typical = median(values);
	const line = Math.min(DIP_RATIO * typical, typical - 5 * robustSigma(values));
	const found = seconds.filter(({ throughput }) => throughput < line);
	if (found.length === 0) return [];
	return [finding("dips", "weakness", found.length > 1 ? "likely" : "possible", {
		scenario: name,
		seconds: found.map(({ second }) => second),
		of: seconds.length,
		worst: Math.min(...found.map(({ throughput }) => throughput)),
		typical
	})];
});
// src/findings/trend.ts
/** Whether a series rises or falls from beginning to end, in a way that a few odd values cannot fake. */
/** Longer series are looked at in this many means, so that the work stays bounded. */
const VALUES_MAX$1 = 300;
/**
* Slope by Theil and Sen (the median of the slopes of all pairs: Sen 1968) and its significance by Mann and Kendall, with the variance corrected for ties
* (Kendall 1975). Successive values are taken as independent, so ask for a high z.
* @throws RangeError for fewer than two values
*/
function trendOf(values) {
	if (values.length < 2) throw new RangeError("a trend needs two values");
	const width = Math.ceil(values.length / VALUES_MAX$1);
	const means = inMeans(values, width);
	const slopes = [];
	let score = 0;
	for (const [left, before] of means.entries()) for (let right = left + 1; right < means.length; right += 1) {
		const rise = (means[right] ?? before) - before;
		slopes.push(rise / (right - left));
		score += Math.sign(rise);
	}
	return {
		slope: median(slopes) / width,
		z: zOf(score, means)
	};
}
function inMeans(values, width) {
	return Array.from({ length: Math.ceil(values.length / width) }, (_, index) => {
		const part = values.slice(index * width, (index + 1) * width);
		return part.reduce((sum, value) => sum + value, 0) / part.length;
	});
}
function zOf(score, values) {
	const weight = (count) => count * (count - 1) * (2 * count + 5);
	const ties = Map.groupBy(values, (value) => value).values().map((equal) => weight(equal.length)).reduce((sum, tied) => sum + tied, 0);
	const variance = (weight(values.length) - ties) / 18;
	return variance === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
}
/** A change below a tenth over the whole time is within what limits usually allow. */
const DRIFT_CHANGE = .1;
/** Fires for p95, or for throughput where p95 says nothing: with users who wait, both tell the same story. Only a single slice has one history, and of a soak more is known. */
const drift = ({ loads }) => loads.filter(({ believable, constant, plan, summary }) => believable && constant && !plan.soak && summary.slices.length === 1).flatMap((scenario) => {
	const p95 = driftOf(latencySeconds(scenario.summary).map((second) => second.p95));
	const throughput = driftOf(wholeSeconds(scenario.summary).map((second) => second.throughput));
	if (p95 !== null) return [say(scenario, "p95", p95, p95.change > 0)];
	return throughput === null ? [] : [say(scenario, "throughput", throughput, throughput.change < 0)];
});
/** For the worse it is the service's weakness; for the better it was not warm yet, which limits what the numbers mean. */
const say = ({ name }, metric, found, worse) => finding("drift", worse ? "weakness" : "limitation", "likely", {
	scenario: name,
	metric,
	...found
});
/** Change over the whole series, on logarithms so that a rise and the fall back weigh the same. */
function driftOf(values) {
	const positive = values.filter((value) => value > 0);
	if (positive.length < 10 || positive.length < values.length) return null;
	const { slope, z } = trendOf(positive.map((value) => Math.log(value)));
	const change = Math.expm1(slope * (positive.length - 1));
	const relevant = Math.abs(slope * (positive.length - 1)) > Math.log1p(DRIFT_CHANGE);
	return Math.abs(z) > 3.29 && relevant ? {
		change,
		seconds: positive.length
	} : null;
}
// src/findings/errors.ts
/** Three messages name the usual causes; more is a log. */
const MESSAGES_MAX = 3;
const KINDS = [
	"httpError",
	"connectionError",
	"timeout",
	"lost",
	"refused"
];
/** Fires at the first failed attempt. */
const errors$1 = ({ loads }) => loads.flatMap(({ name, summary }) => {
	const { hits, total } = failuresOf(summary.counts);
	if (hits === 0) return [];
	const kinds = KINDS.map((kind) => ({
		kind,
		count: summary.counts[kind]
	})).filter(({ count }) => count > 0).sort((left, right) => right.count - left.count);
	return [finding("errors", "weakness", "certain", {
		scenario: name,
		rate: hits / Math.max(total, hits),
		failed: hits,
		attempts: total,
		kinds,
		messages: topMessages(summary.slices)
	})];
});
function topMessages(slices) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, count } of slices.flatMap((slice) => slice.errors)) counts.set(message, (counts.get(message) ?? 0) + count);
	return [...counts].map(([message, count]) => ({
		message,
		count
	})).sort((left, right) => right.count - left.count).slice(0, MESSAGES_MAX);
}
// src/findings/find-the-cause.ts
/** Where to look for the cause of a regression. */
/** Fires for every scenario that failed and in which latencies moved in a way that points somewhere. */
const findTheCause = ({ scenarios }, findings) => named$2(findings, "slower").filter(({ evidence }) => scenarios.some(({ name, verdict }) => name === evidence.scenario && verdict.outcome === "fail")).map(({ evidence: { scenario, shape } }) => {
	return finding("find-the-cause", "recommendation", "likely", {
		scenario,
		shape,
		request: named$2(findings, "slow-request").find(({ evidence }) => evidence.scenario === scenario)?.evidence.request ?? null
	});
});
// src/findings/first-run.ts
/** There is nothing to compare with yet. */
/** Fires once for all scenarios that no run was ever accepted for. */
const firstRun = ({ verdict }) => {
	const firsts = verdict.scenarios.flatMap(({ scenario, reference }) => reference.kind === "first-run" ? [{
		scenario,
		path: reference.source.path
	}] : []);
	const [first] = firsts;
	if (first === void 0) return [];
	return [finding("first-run", "limitation", "certain", {
		scenarios: firsts.map(({ scenario }) => scenario),
		path: first.path
	})];
};
// src/findings/accept-command.ts
/** Accepts the recorded run of the report folder into the baseline, on its branch where it has one; the path is quoted for a shell where it must be. */
function acceptCommand({ report }, { branch } = {}) {
	return `npx loadgate baseline update ${branch === void 0 ? "" : "--baseline-store branch "}--from ${quoted(`${report.directory}/run.json`)}`;
}
const quoted = (path) => /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
// src/findings/kept.ts
/** The branch that a reference was read from, else the file of the plan. */
function keptIn({ baseline }, { scenarios }) {
	for (const { reference } of scenarios) {
		if (!("source" in reference)) continue;
		const { path, branch } = reference.source;
		if (branch !== void 0) return {
			path,
			branch
		};
	}
	return { path: baseline.path };
}
// src/findings/fix-or-accept.ts
/** A regression is mended, or accepted on purpose. */
/** Fires when a relative limit failed the gate. */
const fixOrAccept = ({ plan, run, verdict, occasion }) => {
	const regressions = verdict.scenarios.flatMap(regressionsOf);
	if (regressions.length === 0) return [];
	const isBeside = regressions.some(({ comparison }) => comparison.against === "base");
	const kept = keptIn(plan, verdict);
	return [finding("fix-or-accept", "recommendation", "certain", {
		command: acceptCommand(plan, kept),
		...kept,
		against: isBeside ? "base" : "baseline",
		lines: occasion.pullRequest === null ? [] : linesFor(regressions, run.startedAt)
	})];
};
/** Those of a scenario that are beyond whatever was accepted. */
const regressionsOf = ({ scenario, outcome, judgements }) => judgements.flatMap(({ metric, comparison, acceptance }) => outcome === "fail" && comparison?.outcome === "regression" && comparison.limit !== null && acceptance?.within !== true ? [{
	scenario,
	metric,
	comparison
}] : []);
/** More lines are no advice. */
const LINES_MAX = 3;
/** Time to mend what it costs, or to make the limit another one. */
const DAYS = 30;
/** `loadgate accept p95 of "browse" +45% until 2026-12-28:`; none for names that such a line cannot hold. */
function linesFor(regressions, moment) {
	const until = dayOf(new Date(Date.parse(moment) + DAYS * 864e5).toISOString());
	return regressions.filter(({ scenario }) => scenario !== "" && !/["\p{Cc}]/u.test(scenario)).slice(0, LINES_MAX).map(({ scenario, metric, comparison }) => `loadgate accept ${metric} of "${scenario}" ${amountFor(metric, comparison)} until ${until}:`);
}
/** The end of the interval for the worse, rounded up, so that the same change measured again is within it: `+45%`; of points to a tenth. */
function amountFor(metric, { interval: [low, high] }) {
	const { better, change } = METRICS[metric];
	const percent = 100 * Math.abs(better === "lower" ? high : low);
	const rounded = change === "points" ? Math.ceil(percent * 10) / 10 : Math.ceil(percent);
	return `${better === "lower" ? "+" : "-"}${rounded}%`;
}
/** Fires for a void measurement by the verdict, and as a warning below that. */
const generatorBound$1 = ({ scenarios }) => scenarios.flatMap(({ name, verdict, summary }) => {
	const reason = verdict.voids.find((each) => each.kind === "generator-bound");
	const cpu = reason?.cpu ?? Math.max(...summary.slices.map(({ generator }) => generator?.cpu ?? 0));
	const eventLoop = reason?.eventLoop ?? Math.max(...summary.slices.map(({ generator }) => generator?.eventLoop ?? 0));
	const beyond = reason !== void 0;
	if (!beyond && Math.max(cpu, eventLoop) <= .7) return [];
	return [finding("generator-bound", "limitation", beyond ? "certain" : "likely", {
		scenario: name,
		cpu,
		eventLoop,
		beyond
	})];
});
// src/findings/headroom.ts
/** A tenth of the machine is the least that is worth the word. */
const IDLE_SHARE = .1;
/** Fires where the machine was watched and had room. Beside a bottleneck it does not appear, and a search tells the capacity itself. */
const headroom = (scene) => believableIn(scene).filter(({ scenario: { plan } }) => plan.search === null).flatMap(({ name, resources, host }) => {
	if (host === null || resources.service === null) return [];
	const idleCores = Math.max(0, host.cores - host.busyCores);
	if (idleCores < IDLE_SHARE * host.cores) return [];
	return [finding("headroom", "potential", "likely", {
		scenario: name,
		idleCores,
		cores: host.cores,
		thread: resources.service.busiestThread,
		connections: connectionsOf(resources),
		memory: memoryOf$4(resources)
	})];
});
/** Of the database that is closest to its limit. */
function connectionsOf({ databases }) {
	const [nearest] = databases.flatMap(({ name: database, connections }) => {
		const { most = 0, limit = null } = connections ?? {};
		return limit === null || limit <= 0 ? [] : [{
			database,
			most,
			limit
		}];
	}).toSorted((left, right) => right.most / right.limit - left.most / left.limit);
	return nearest ?? null;
}
function memoryOf$4({ cgroup }) {
	if (cgroup === null || cgroup.memory === null || cgroup.memoryLimit === null) return null;
	return {
		used: cgroup.memory,
		limit: cgroup.memoryLimit
	};
}
// src/findings/hold-the-gain.ts
/** An improvement that is not accepted can be lost again without anybody noticing. */
/** Fires when a limited metric improved against the stored baseline and the whole run passed. The base commit moves by itself, and so does a baseline on a branch. */
const holdTheGain = ({ plan, verdict }) => {
	const improved = verdict.scenarios.some(({ judgements }) => judgements.some(({ comparison }) => comparison?.against === "baseline" && comparison.outcome === "improvement" && comparison.limit !== null));
	const { path, branch } = keptIn(plan, verdict);
	const evidence = {
		command: acceptCommand(plan),
		path
	};
	return improved && branch === void 0 && verdict.outcome === "pass" ? [finding("hold-the-gain", "recommendation", "certain", evidence)] : [];
};
// src/findings/imported.ts
/** Another tool measured, and its output was read: what it does not tell. */
/** Fires once a scenario that was imported. */
const imported$1 = ({ scenarios }) => scenarios.flatMap(({ name, summary }) => {
	const [slice] = summary.slices;
	if (slice?.imported === void 0) return [];
	const { format, lacks } = slice.imported;
	const { name: tool, version } = slice.engine;
	if (tool === "undici" || tool === "node:http2" || tool === "fake") return [];
	return [finding("imported", "limitation", "certain", {
		scenario: name,
		tool,
		version,
		format,
		lacks,
		missing: METRIC_NAMES.filter((metric) => METRICS[metric].quantile !== null && summary.metrics[metric] === null)
	})];
});
// src/domain/k6.ts
/** Uses of one load in turns. */
function addUses(uses) {
	const sum = (of) => uses.reduce((total, use) => total + of(use), 0);
	return {
		thresholds: addThresholds(uses.flatMap(({ thresholds }) => thresholds)),
		checks: {
			passed: sum(({ checks }) => checks.passed),
			failed: sum(({ checks }) => checks.failed)
		},
		iterations: sum(({ iterations }) => iterations),
		dropped: sum(({ dropped }) => dropped)
	};
}
/** Thresholds of one script in several runs, each once: it is crossed where it was in any of them. */
function addThresholds(all) {
	return [...Map.groupBy(all, ({ metric, expression }) => `${metric}\n${expression}`).values()].flatMap((told) => {
		const [first] = told;
		if (first === void 0) return [];
		const isKnown = told.every(({ crossed }) => crossed !== null);
		const crossed = told.some((each) => each.crossed === true) ? true : isKnown ? false : null;
		return [{
			...first,
			value: worstOf(first.expression, told),
			crossed
		}];
	});
}
/** Null where a run did not tell it, and where runs differ and nothing says which way is worse. */
function worstOf(expression, told) {
	const values = told.flatMap(({ value }) => value === null ? [] : [value]);
	if (values.length < told.length) return null;
	const [, operator = ""] = /([<>]=?|[=!]==?)/.exec(expression) ?? [];
	if (operator.startsWith("<")) return Math.max(...values);
	if (operator.startsWith(">")) return Math.min(...values);
	return new Set(values).size === 1 ? values[0] ?? null : null;
}
// src/findings/k6.ts
/** Thresholds that a sentence has room for: all of them are in a table. */
const SHOWN_MAX$1 = 5;
/** Fires once a scenario that was measured by k6 (what was imported has findings of its own), and again where thresholds of its script were crossed. */
const k6 = ({ scenarios }) => scenarios.flatMap((scenario) => [...told$3(scenario), ...crossed(scenario)]);
function told$3({ name, summary }) {
	const slices = summary.slices.filter(({ engine }) => engine.name === "k6" && engine.why !== "imported");
	const [first] = slices;
	if (first === void 0) return [];
	const { checks, iterations, dropped } = addUses(slices.flatMap(({ engine }) => engine.k6 === void 0 ? [] : [engine.k6]));
	return [finding("k6", "limitation", "certain", {
		scenario: name,
		version: first.engine.version,
		checks,
		iterations,
		dropped
	})];
}
function crossed({ name, verdict: { thresholds } }) {
	const those = thresholds.filter((each) => each.crossed === true);
	if (those.length === 0) return [];
	return [finding("k6-thresholds", "weakness", "certain", {
		scenario: name,
		of: thresholds.length,
		count: those.length,
		crossed: those.slice(0, SHOWN_MAX$1).map(({ metric, expression }) => `${metric}: ${expression}`)
	})];
}
// src/findings/larger-budget.ts
/** With more time the base commit could have answered. */
/** Fires when a limited metric stayed undecided against the base, and it is known how much time would see its limit. */
const largerBudget = ({ plan, scenarios }) => {
	const needed = scenarios.flatMap(({ believable, verdict }) => verdict.judgements.flatMap(({ comparison }) => believable && comparison?.limit != null && comparison.outcome === "inconclusive" ? comparison.sufficient ?? [] : []));
	if (needed.length === 0) return [];
	const seconds = 60 * Math.ceil(1.5 * Math.max(...needed.map(toSeconds)) / 60);
	const now = toSeconds(plan.budget);
	return seconds > now ? [finding("larger-budget", "recommendation", "likely", {
		seconds,
		now
	})] : [];
};
/** Fires for the database with the most sessions that wait for a lock. */
const lockWaits = (scene) => believableIn(scene).flatMap((watched) => {
	const [worst] = loadsOf(watched).filter(isLocked).toSorted((left, right) => right.locked - left.locked);
	if (worst === void 0) return [];
	return [finding("lock-waits", "bottleneck", "certain", {
		scenario: watched.name,
		database: worst.reading.name,
		sessions: worst.locked,
		perAnswer: timeOf$1(worst, worst.locked),
		mean: watched.mean
	})];
});
/** Whether locks hold its sessions up. */
const isLocked = (load) => load.locked >= .5 && timeOf$1(load, load.locked) >= .2 * load.watched.mean;
// src/findings/locust.ts
/** A locustfile was the load: what is exact about it, and what nobody but Locust knows. */
/** Microseconds: finer than this is exact. */
const EXACT = 1;
/** Fires once a scenario that was measured by Locust; what was imported has findings of its own. */
const locust = ({ scenarios }) => scenarios.flatMap(({ name, summary }) => {
	const slices = summary.slices.filter(({ engine }) => engine.name === "locust" && engine.why !== "imported");
	const [first] = slices;
	if (first === void 0) return [];
	const rounded = slices.some(({ latency }) => latency.resolution > EXACT);
	return [finding("locust", "limitation", "certain", {
		scenario: name,
		version: first.engine.version,
		rounded
	})];
});
// src/findings/long-tail.ts
/** A few answers are far slower than the usual one. */
/** Where a single queue with random work lies: an exponential distribution has p99 = ln 100 / ln 2 ≈ 6.6 times p50. Beyond that, some answers are another kind of work. */
const TAIL_RATIO = Math.log(100) / Math.log(2);
/** A p99 needs ten answers beyond it. */
const ANSWERS_MIN$1 = 1e3;
/** Fires by the ratio of p99 to p50. */
const longTail = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, summary }) => {
	const { p50, p99 } = summary.metrics;
	if (p50 === null || p99 === null || summary.answers < ANSWERS_MIN$1) return [];
	return p99 > TAIL_RATIO * p50 && p99 - p50 > 5 ? [finding("long-tail", "weakness", "likely", {
		scenario: name,
		p50,
		p99
	})] : [];
});
/** Fires when answers grew beyond doubt and something got worse, their size included. */
const largerAnswers = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, verdict: { judgements } }) => {
	const size = judgements.find(({ metric }) => metric === "answer-size");
	if (!judgements.some(({ comparison }) => comparison?.outcome === "regression") || size?.comparison == null || size.value === null) return [];
	const { change, interval, reference } = size.comparison;
	if (change < .01 || interval[0] <= 0) return [];
	return [finding("larger-answers", "weakness", "likely", {
		scenario: name,
		change,
		before: reference,
		now: size.value
	})];
});
// src/findings/look-at-database.ts
/** A service that waits is waiting for somebody. */
/** Fires once, for the scenario with the longest wait. */
const lookAtDatabase = ({ plan }, findings) => {
	const longest = named$2(findings, "waiting").toSorted((left, right) => right.evidence.p50 - left.evidence.p50)[0];
	if (longest === void 0) return [];
	const { serviceCores, cpuPerAnswer, p50 } = longest.evidence;
	return [finding("look-at-database", "recommendation", "possible", {
		serviceCores,
		cpuPerAnswer,
		p50,
		watched: plan.databases.length > 0
	})];
};
// src/findings/look-at-errors.ts
/** Errors come before speed. */
/** Where the service's log lies in the report folder. */
const SERVICE_LOG$1 = "service.log";
/** Fires once, for the scenario with the highest error rate. */
const lookAtErrors = ({ plan }, findings) => {
	const worst = named$2(findings, "errors").toSorted((left, right) => right.evidence.rate - left.evidence.rate)[0];
	if (worst === void 0) return [];
	const log = plan.service.kind === "booted" ? `${plan.report.directory}/${SERVICE_LOG$1}` : null;
	return [finding("look-at-errors", "recommendation", "certain", {
		scenario: worst.evidence.scenario,
		log
	})];
};
// src/findings/loopback.ts
/** The service was loaded over the loopback interface: no network lay between it and its users. */
/** Fires when the resolved target address is this machine's own. */
const loopback = ({ run }) => run.target?.loopback === true ? [finding("loopback", "limitation", "certain", { address: run.target.address })] : [];
// src/findings/machine.ts
/** Fires for every run that was measured here: no number means anything without its machine. */
const machine = ({ run }) => run.machine === null ? [] : [finding("machine", "limitation", "certain", {
	machine: run.machine,
	unread: unreadOf$2(run.machine)
})];
function unreadOf$2(read) {
	return [
		read.governor === null ? "governor" : null,
		read.power === null ? "power" : null,
		read.thermalThrottles === null ? "throttling" : null
	].filter((name) => name !== null);
}
// src/findings/memory-limit-near.ts
/** Memory comes close to its limit: what will run out next. */
/** The last tenth: less than what a burst of requests may ask for. */
const MEMORY_NEAR = .9;
/** Fires for what is closest to its limit: the service's control group, or a container. */
const memoryLimitNear = (scene) => watchedIn(scene).flatMap((watched) => {
	const [nearest] = limitsOf(watched).filter(({ used, limit }) => used > MEMORY_NEAR * limit).toSorted((left, right) => right.used / right.limit - left.used / left.limit);
	return nearest === void 0 ? [] : [finding("memory-limit-near", "potential", "possible", {
		scenario: watched.name,
		...nearest
	})];
});
function limitsOf({ resources: { cgroup, containers } }) {
	return [...cgroup === null ? [] : [{
		...cgroup,
		name: null
	}], ...containers].flatMap(({ name, memory, memoryLimit }) => memory === null || memoryLimit === null || memoryLimit <= 0 ? [] : [{
		container: name,
		used: memory,
		limit: memoryLimit
	}]);
}
/** Fires by the kernel's pressure figures, by hits of the memory limit, and at the first process that was killed. */
const memoryPressure = (scene) => watchedIn(scene).flatMap(({ name, resources: { cgroup }, host, seconds }) => {
	const pressure = host?.memoryPressure ?? null;
	const { kills = 0, limitHits = 0, memoryLimit = null } = cgroup ?? {};
	if (kills === 0 && !(pressure !== null && pressure > .1) && limitHits <= 1 * seconds) return [];
	return [finding("memory-pressure", "bottleneck", kills > 0 ? "certain" : "likely", {
		scenario: name,
		pressure,
		limitHits,
		kills,
		limit: memoryLimit
	})];
});
/** Fires when the sessions of the service are fewer than the requests under way, always busy, and not what takes the time. */
const smallPool = (scene) => believableIn(scene).flatMap((watched) => {
	const { name: scenario, mean, concurrency } = watched;
	const [found] = loadsOf(watched).filter((load) => isPoolBusy(load) && !isSingleThreaded(load) && mean >= 2 * load.perAnswer);
	if (found === void 0 || mean < 5) return [];
	const { reading, perAnswer } = found;
	const { most = 0, active = 0, idleInTransaction = 0 } = reading.connections ?? {};
	return [finding("small-pool", "bottleneck", "likely", {
		scenario,
		database: reading.name,
		connections: most,
		active: active + idleInTransaction,
		concurrency,
		perAnswer,
		mean
	})];
});
/** Whether requests meet busy connections only. A transaction that does nothing keeps its connection, too. */
function isPoolBusy({ reading: { connections }, watched }) {
	if (connections === null || connections.most === 0) return false;
	const { most, active, idleInTransaction } = connections;
	return active + idleInTransaction >= .8 * most && most < watched.concurrency;
}
/** A call that takes less is no wait, whatever it reads. */
const SLOW_MS = 1;
/** It is this statement, and not the others. */
const MOST_OF_TIME$1 = .5;
/** Fires once a scenario, for the database in which most time is spent or all sessions are busy. */
const missingIndex = (scene) => believableIn(scene).flatMap((watched) => {
	const [found] = loadsOf(watched).filter((load) => isMostOfLatency(load) || isPoolBusy(load)).flatMap((load) => scannerIn(load));
	return found === void 0 ? [] : [finding("missing-index", "bottleneck", "likely", {
		scenario: watched.name,
		...found
	})];
});
function scannerIn(load) {
	const dominant = dominantOf(load);
	if (dominant === null || dominant.share < MOST_OF_TIME$1) return [];
	const { statement } = dominant;
	if (perCall(statement) < SLOW_MS || !readsTooMuch(statement, isLocked(load))) return [];
	const a = (count) => count === null ? null : count / statement.calls;
	return [{
		database: load.reading.name,
		statement: statement.text,
		perCall: perCall(statement),
		rows: a(statement.rows),
		examined: a(statement.examined),
		blocks: a(statement.blocks)
	}];
}
/** Blocks prove less than rows: while statements wait for locks, they also touch old versions of a row. */
function readsTooMuch({ calls, rows, examined, blocks }, locked) {
	const given = Math.max(rows ?? 0, calls);
	if (examined !== null && examined >= 1e3 * given) return true;
	return examined === null && blocks !== null && rows !== null && !locked && blocks >= 100 * given;
}
/** Fires once a scenario, for the metric whose limit was widened most. */
const thinHistory = ({ scenarios }) => scenarios.flatMap(({ name, verdict }) => {
	const widened = verdict.judgements.flatMap(({ metric, comparison, advisory }) => {
		if (comparison === null || comparison.limit === null || comparison.against === "base") return [];
		const { limit, replicates: runs } = comparison;
		const tolerance = METRICS[metric].exact ? limit : comparison.tolerance;
		return (tolerance > limit || advisory) && runs < 10 ? [{
			metric,
			runs,
			limit,
			tolerance,
			advisory
		}] : [];
	});
	const factor = (each) => each.tolerance - each.limit;
	const widest = widened.toSorted((left, right) => factor(right) - factor(left))[0];
	return widest === void 0 ? [] : [finding("thin-history", "limitation", "certain", {
		scenario: name,
		...widest
	})];
});
// src/findings/more-baseline-runs.ts
/** A longer history makes the limits sharp. */
/** Fires when few accepted runs widened a limit or left a metric inconclusive, with the shortest history among them. */
const moreBaselineRuns = ({ plan, scenarios, verdict: whole }) => {
	const thin = scenarios.flatMap(({ believable, verdict }) => verdict.judgements.flatMap(({ comparison, advisory }) => {
		if (!believable || comparison === null || comparison.limit === null) return [];
		if (comparison.against === "base") return [];
		return (comparison.widened || advisory || comparison.outcome === "inconclusive") && comparison.replicates < 10 ? [comparison.replicates] : [];
	}));
	if (thin.length === 0) return [];
	return [finding("more-baseline-runs", "recommendation", "certain", {
		runs: Math.min(...thin),
		wanted: 10,
		...keptIn(plan, whole)
	})];
};
/** A third of all calls: it is what the database is asked, and nothing else comes close. */
const MOST_CALLS = 1 / 3;
/** A statement that takes longer is slow by itself. */
const SHORT_MS = 10;
/** Commands that only frame others. */
const FRAME = /^\s*(?:begin|start transaction|commit|rollback|set|show|discard|deallocate)\b/iu;
/** Fires once a scenario, for the statement that runs most often for one request. */
const nPlusOne = (scene) => believableIn(scene).flatMap((watched) => {
	const [worst] = loadsOf(watched).flatMap((load) => repeatedIn(load)).toSorted((left, right) => right.calls - left.calls);
	return worst === void 0 ? [] : [finding("n-plus-one", "bottleneck", "likely", {
		scenario: watched.name,
		...worst
	})];
});
function repeatedIn(load) {
	const { reading, watched } = load;
	return reading.statements.filter(isRepeated(load)).map((statement) => ({
		database: reading.name,
		statement: statement.text,
		calls: statement.calls / watched.answers,
		perCall: perCall(statement),
		queries: load.calls / watched.answers
	}));
}
/** Commands of Redis are small, and a few of them for a request are what it is made for. */
function isRepeated({ reading, calls, watched }) {
	const inMemory = reading.kind === "redis" || reading.kind === "valkey";
	return (statement) => {
		const times = statement.calls / watched.answers;
		const share = times * perCall(statement) / watched.mean;
		const costs = times >= 10 || !inMemory && times >= 3 && share >= .05;
		const common = statement.calls > MOST_CALLS * calls;
		return costs && common && perCall(statement) < SHORT_MS && !FRAME.test(statement.text);
	};
}
// src/findings/no-errors.ts
/** Every request was answered as expected. */
/** Fires when no attempt failed, with the error rate that may still hide behind it. */
const noErrors = ({ loads }) => loads.flatMap(({ name, summary }) => {
	const { hits, total } = failuresOf(summary.counts);
	if (hits > 0 || total <= 0) return [];
	return [finding("no-errors", "strength", "certain", {
		scenario: name,
		sent: total,
		upperBound: 1 - .050000000000000044 ** (1 / total)
	})];
});
// src/findings/not-watched.ts
/** Nothing could be read about the machine's use, so nothing can be said about bottlenecks. */
/** Fires once, with the scenarios that have no reading. */
const notWatched = ({ scenarios }) => {
	const blind = scenarios.filter(({ here }) => here === null).map(({ name }) => name);
	return blind.length === 0 ? [] : [finding("not-watched", "limitation", "certain", { scenarios: blind })];
};
// src/findings/objective-met.ts
/** An absolute limit is kept, and how much room is left. */
/** Fires for each kept bound of a believable measurement that has a value. */
const objectiveMet = ({ scenarios }) => scenarios.filter(({ believable }) => believable).flatMap(({ name, verdict }) => verdict.judgements.flatMap(({ metric, value, bounds }) => bounds.flatMap(({ bound, direction, broken }) => {
	if (broken || value === null || bound <= 0) return [];
	return [finding("objective-met", "strength", "certain", {
		scenario: name,
		metric,
		value,
		bound,
		headroom: Math.max(0, direction === "max" ? 1 - value / bound : value / bound - 1)
	})];
})));
// src/findings/objective-missed.ts
/** An absolute limit is broken. */
/** Fires for each broken bound. Errors are the service's own even where timings are void. */
const objectiveMissed = ({ scenarios }) => scenarios.flatMap(({ name, verdict, believable }) => verdict.judgements.filter(({ metric }) => believable || metric === "error-rate").flatMap(({ metric, value, bounds }) => bounds.flatMap(({ bound, broken }) => broken && value !== null ? [finding("objective-missed", "weakness", "certain", {
	scenario: name,
	metric,
	value,
	bound
})] : [])));
/** Fires by the process with the most open files. */
const openFilesNear = (scene) => watchedIn(scene).flatMap(({ name, resources: { service } }) => {
	const { most, limit } = service?.openFiles ?? {
		most: 0,
		limit: 0
	};
	return limit > 0 && most >= .8 * limit ? [finding("open-files-near", "potential", "certain", {
		scenario: name,
		most,
		limit
	})] : [];
});
// src/findings/other-config.ts
/** The baseline is of another load: not comparable. */
/** Fires once for all scenarios whose configuration is not the one of their accepted runs. */
const otherConfig = ({ verdict }) => {
	const scenarios = verdict.scenarios.filter(({ reference }) => reference.kind === "other-config").map(({ scenario }) => scenario);
	return scenarios.length === 0 ? [] : [finding("other-config", "limitation", "certain", { scenarios })];
};
// src/findings/other-machine.ts
/** The baseline is of another machine: not comparable. */
/** Fires once for all scenarios whose accepted runs are all of other machines. */
const otherMachine = ({ verdict }) => {
	const others = verdict.scenarios.flatMap(({ scenario, reference }) => reference.kind === "other-machine" ? [{
		scenario,
		reference
	}] : []);
	const [first] = others;
	if (first === void 0) return [];
	const known = [...new Set(others.flatMap(({ reference }) => reference.known))];
	return [finding("other-machine", "limitation", "certain", {
		scenarios: others.map(({ scenario }) => scenario),
		known,
		here: first.reference.here
	})];
};
// src/findings/own-edits.ts
/** The change alters what it is judged by: its limits, its policy, the accepted runs. The base commit's apply. */
/** Fires where a base commit decided otherwise than the change says. */
const ownEdits = ({ plan, occasion }) => {
	const edits = plan.origin?.edits ?? null;
	if (edits === null || occasion.baseSha === null) return [];
	const { limits, settings, removed, config, baseline } = edits;
	const files = [config, baseline].filter((path) => path !== null);
	if (limits.length + settings.length + removed.length + files.length === 0) return [];
	return [finding("own-edits", "limitation", "certain", {
		...edits,
		base: occasion.baseSha
	})];
};
// src/findings/own-engine.ts
/** autocannon could not measure this service truthfully, so the engine of our own did. */
/** Fires once a scenario that was measured by another engine than the default for a reason that was seen. */
const ownEngine = ({ scenarios }) => scenarios.flatMap(({ name, summary }) => {
	const [why] = summary.slices.flatMap(({ engine: { why } }) => why === "closing-connections" || why === "lost-answers" ? [why] : []);
	return why === void 0 ? [] : [finding("own-engine", "limitation", "certain", {
		scenario: name,
		why
	})];
});
// src/findings/power-saving.ts
/** Governors that slow the cores down when there is little to do. */
const SAVING = /powersave|conservative|ondemand/;
/** True for a governor that saves power; where none can be read, not. */
const savesPower = ({ governor }) => governor !== null && SAVING.test(governor);
/** Fires for a battery, or for a governor that saves power. */
const powerSaving = ({ run: { machine } }) => {
	if (machine === null) return [];
	const battery = machine.power === "battery";
	const governor = savesPower(machine) ? machine.governor : null;
	return battery || governor !== null ? [finding("power-saving", "limitation", "likely", {
		governor,
		battery
	})] : [];
};
// src/findings/quiet-machine.ts
/** Fires for others at work, stolen time, a battery, or a governor that saves power. */
const quietMachine = ({ run }, findings) => {
	const because = [
		["background-activity", "neighbour"].some((name) => named$2(findings, name).length > 0) ? "background" : null,
		named$2(findings, "stolen-cpu").length > 0 ? "stolen" : null,
		...run.machine === null ? [] : powerOf$1(run.machine)
	].filter((reason) => reason !== null);
	return because.length === 0 ? [] : [finding("quiet-machine", "recommendation", "likely", { because })];
};
const powerOf$1 = (machine) => [...machine.power === "battery" ? ["battery"] : [], ...savesPower(machine) ? ["power-saving"] : []];
// src/domain/engine-plan.ts
/** Whether a program of its own sends, by code of the user's: what is sent, and with which pauses, nobody but that code knows. */
const isForeign = (load) => load.locust !== void 0 || load.k6 !== void 0;
// src/findings/ramp-to-limit.ts
/** Capacity is found by more load, not by thinking. */
/** Fires when capacity is unknown and nothing is the matter that should be seen to first. */
const rampToLimit = ({ verdict, plan }, findings) => {
	const [unknown] = named$2(findings, "capacity-unknown");
	const settled = verdict.outcome === "pass" || verdict.outcome === "no-baseline";
	const searchable = plan.scenarios.some(({ load }) => !isForeign(load));
	return unknown !== void 0 && settled && searchable ? [finding("ramp-to-limit", "recommendation", "possible", { users: unknown.evidence.users })] : [];
};
// src/findings/recovery.ts
/** Whether the service comes back when the load that was too much goes. One that does not has a metastable failure: it needs a restart, not less load (Bronson et al., HotOS 2021). */
/** Fires for every search whose load fell after it had been too much. */
const recovery = (scene) => searchedIn(scene).flatMap(({ name, search }) => {
	const seen = recoveryOf(search);
	if (seen === null) return [];
	const evidence = {
		scenario: name,
		kind: search.kind,
		recovery: seen
	};
	return [seen.recovered ? finding("recovers", "strength", "certain", evidence) : finding("stays-broken", "weakness", "certain", evidence)];
});
// src/findings/relieve.ts
/** Whether there is an advice for it; the compiler asks for each. */
const RELIEVABLE = {
	"cpu-limit": true,
	"memory-pressure": true,
	"short-leak": true,
	collection: true,
	"n-plus-one": true,
	"missing-index": true,
	"slow-command": true,
	"lock-waits": true,
	"small-pool": true,
	"connection-limit": true,
	"database-dominant": true,
	"cache-misses": true,
	"disk-bound": true,
	"event-loop-blocked": true,
	"uneven-workers": true,
	"service-one-core": true
};
/** The first few: what comes after them may be gone by then. */
const RELIEVED_MAX = 3;
/** Fires once for each kind of bottleneck, with what was seen first of it. */
const relieve = (_, findings) => {
	return [...new Map(findings.toReversed().flatMap((each) => isRelievable(each) ? [[each.name, each]] : [])).values()].toReversed().slice(0, RELIEVED_MAX).map((bottleneck) => finding("relieve", "recommendation", "likely", { bottleneck }));
};
/** A full thread that was only guessed from a full core is no reason to rebuild a service. */
const isRelievable = (each) => Object.hasOwn(RELIEVABLE, each.name) && !(each.name === "service-one-core" && each.evidence.thread === null);
/** Fires by the kernel's counters of TCP, which are the whole machine's. */
const retransmits = ({ scenarios }) => scenarios.flatMap(({ name, here: host }) => host?.retransmits != null && host.retransmits >= .01 ? [finding("retransmits", "limitation", "certain", {
	scenario: name,
	share: host.retransmits
})] : []);
/** Fires by the measured time. */
const shortRun = ({ loads }) => loads.flatMap(({ name, summary }) => {
	const seconds = toSeconds(summary.elapsed);
	return Math.round(seconds) >= 15 ? [] : [finding("short-run", "limitation", "certain", {
		scenario: name,
		seconds
	})];
});
// src/findings/run-longer.ts
/** A longer run has the answers and the seconds that this one lacked. */
/** A fifth more than needed, so that the next run does not lack it again. */
const MARGIN = 1.2;
/** Long enough for two of what comes every several seconds. */
const COMFORTABLE_SECONDS = 30;
/** Beyond ten minutes another load is the better advice. */
const SECONDS_MAX = 600;
const ROUND_TO = 10;
/** Fires once a scenario that was short or had too few answers, with a duration that is enough for both. Beside the base commit it is the budget that counts, and of a ramp the stages. */
const runLonger = (scene, findings) => scene.loads.flatMap((scenario) => {
	const short = named$2(findings, "short-run").some(({ evidence }) => evidence.scenario === scenario.name);
	const few = named$2(findings, "too-few-answers").filter(({ evidence }) => evidence.scenario === scenario.name);
	if (!short && few.length === 0 || scenario.verdict.reference.kind === "base" || !scenario.constant) return [];
	const now = toSeconds(scenario.summary.elapsed);
	const needed = Math.max(0, ...few.map(({ evidence }) => secondsFor(evidence.needed, scenario)));
	const seconds = Math.ceil(Math.max(needed, COMFORTABLE_SECONDS) / ROUND_TO) * ROUND_TO;
	return seconds > SECONDS_MAX ? [] : [finding("run-longer", "recommendation", "certain", {
		scenario: scenario.name,
		seconds,
		now
	})];
});
/** How long as many answers take at the rate that was seen; infinite for none. */
function secondsFor(answers, { summary }) {
	return MARGIN * answers * toSeconds(summary.elapsed) / summary.answers;
}
/** Fires by busy cores and the service's part of them. */
const saturated = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, host }) => {
	if (host === null || host.serviceCores === null) return [];
	const { busyCores, cores, serviceCores } = host;
	return busyCores > .9 * cores && serviceCores > .4 * busyCores ? [finding("saturated", "bottleneck", "likely", {
		scenario: name,
		busyCores,
		cores,
		serviceCores
	})] : [];
});
// src/stats/ladder.ts
/** True when there was at least one user and were answers, with finite numbers. */
const hasThroughput = ({ users, throughput }) => users >= 1 && throughput > 0 && Number.isFinite(users) && Number.isFinite(throughput);
/** True when {@link hasThroughput}, and the answers took a finite time. */
const hasAnswers = (step) => hasThroughput(step) && step.response > 0 && Number.isFinite(step.response);
/** One step a level of users, fewest first. Steps of one level become their mean; response times weigh by the answers that they are the mean of. */
function levelsOf(steps) {
	return [...new Set(steps.map(({ users }) => users))].toSorted((left, right) => left - right).map((users) => {
		const same = steps.filter((step) => step.users === users);
		const throughput = sum$4(same.map((step) => step.throughput));
		const response = sum$4(same.map((step) => step.throughput * step.response)) / throughput;
		return {
			users,
			throughput: throughput / same.length,
			response
		};
	});
}
/** Bounds of {@link FitQuality}: the residual standard deviation as a log ratio, and the largest relative distance. */
const GOOD = {
	deviation: .05,
	worst: .1
};
const FAIR = {
	deviation: .12,
	worst: .25
};
/**
* How far the measured throughputs lie from those of a curve with so many `parameters`, all of them positive. The residual standard deviation is
* √(Σ ln² / (n − parameters)).
*/
function goodnessOf(measured, curve, parameters) {
	const logs = measured.map(Math.log);
	const mean = sum$4(logs) / logs.length;
	const total = sum$4(logs.map((log) => (log - mean) ** 2));
	const ratios = measured.map((value, index) => value / (curve[index] ?? value));
	const left = sum$4(ratios.map((ratio) => Math.log(ratio) ** 2));
	const worst = Math.max(...ratios.map((ratio) => Math.abs(ratio - 1)));
	const deviation = Math.sqrt(left / Math.max(1, measured.length - parameters));
	const within = (bound) => deviation <= bound.deviation && worst <= bound.worst;
	const quality = within(GOOD) ? "good" : within(FAIR) ? "fair" : "poor";
	return {
		r2: total > ROUNDING$1 ? 1 - left / total : 1,
		worst,
		quality
	};
}
/** Sums of squares of logarithms below this are what is left of equal numbers. */
const ROUNDING$1 = 1e-12;
const sum$4 = (values) => values.reduce((total, value) => total + value, 0);
// src/stats/bounds.ts
const LEVELS_MIN$1 = 3;
/** Responses that are this much above the smallest are of the same kind: nobody waits yet. */
const SAME_RESPONSE = 1.05;
/** Throughputs that are at least this share of the highest are the ceiling. */
const SAME_THROUGHPUT = .9;
/** So many times more users without more throughput have reached the ceiling. */
const REACHED$1 = 1.5;
/**
* Reads the bounds off a ladder; `thinkTime` Z in milliseconds. R₀ is the middle of the smallest responses in the lower half of the levels (fast failures under load are not how fast a service is), C the middle of the
* highest throughputs. Quality says how well min() describes the throughputs: well for workers that share nothing, less well the rounder the corner. Null with fewer than three levels of users, or with a step that is nonsense or
* had no answers.
*/
function fitBounds(steps, thinkTime) {
	const levels = levelsOf(steps);
	if (levels.length < LEVELS_MIN$1 || !steps.every(hasAnswers) || !(thinkTime >= 0)) return null;
	const bounds = boundsOf(levels, thinkTime);
	return {
		...bounds,
		...goodnessOf(levels.map(({ throughput }) => throughput), levels.map(({ users }) => boundAt(bounds, thinkTime, users)), bounds.knee === null ? 1 : 2)
	};
}
/** Answers a second that the bounds allow so many users; `thinkTime` in milliseconds. */
function boundAt({ response, ceiling }, thinkTime, users) {
	const alone = response === null ? Infinity : 1e3 * users / (response + thinkTime);
	return Math.min(alone, ceiling ?? Infinity);
}
function boundsOf(levels, thinkTime) {
	const response = responseOf(levels);
	const ceiling = ceilingOf(levels);
	if (ceiling === null) return {
		response,
		ceiling,
		knee: null
	};
	const knee = ceiling * (response + thinkTime) / 1e3;
	const fewest = levels[0]?.users ?? 1;
	return fewest > 1 && knee <= fewest * SAME_RESPONSE ? {
		response: null,
		ceiling,
		knee: null
	} : {
		response,
		ceiling,
		knee
	};
}
function responseOf(levels) {
	const lower = levels.slice(0, Math.ceil(levels.length / 2)).map(({ response }) => response);
	const smallest = Math.min(...lower);
	return median(lower.filter((response) => response <= SAME_RESPONSE * smallest));
}
function ceilingOf(levels) {
	const highest = Math.max(...levels.map(({ throughput }) => throughput));
	const near = levels.filter(({ throughput }) => throughput >= SAME_THROUGHPUT * highest);
	const first = near[0]?.users ?? Infinity;
	return (levels.at(-1)?.users ?? 0) >= REACHED$1 * first ? median(near.map(({ throughput }) => throughput)) : null;
}
// src/stats/knee.ts
/** Where more load begins to cost more than it brings: two ways to find the bend of a curve, neither of which needs a model. */
/**
* The users at which throughput over mean response time, the power of Kleinrock (ICC 1979), is greatest: the best trade between the two, and Kleinrock's knee. Where it has a neighbour on either side, it is the vertex of the
* parabola through the three in logarithms of users and power, which lies less than half way to either. Steps without answers have no power. Null when no step has any.
*/
function powerKnee(steps) {
	const levels = levelsOf(steps.filter(hasAnswers));
	const points = levels.map(({ users, throughput, response }) => ({
		x: Math.log(users),
		y: Math.log(throughput / response)
	}));
	const best = highestOf$1(points);
	const [before, top, after] = [
		points[best - 1],
		points[best],
		points[best + 1]
	];
	const users = levels[best]?.users;
	if (users === void 0 || top === void 0) return null;
	if (before === void 0) return {
		users,
		end: "lowest"
	};
	if (after === void 0) return {
		users,
		end: "highest"
	};
	return {
		users: Math.exp(vertexOf(before, top, after)),
		end: null
	};
}
/** The first of the highest points. */
const highestOf$1 = (points) => points.reduce((best, { y }, index) => y > (points[best]?.y ?? -Infinity) ? index : best, 0);
/** Where the parabola through three points is highest, of which the middle one is above the first and not below the last (Newton's divided differences). */
function vertexOf(before, top, after) {
	const rise = (top.y - before.y) / (top.x - before.x);
	const bend = ((after.y - top.y) / (after.x - top.x) - rise) / (after.x - before.x);
	return (before.x + top.x) / 2 - rise / (2 * bend);
}
/** Steps of the difference curve that a knee must stand out by; 1 is the authors' choice. */
const SENSITIVITY = 1;
/**
* The x at which a curve that rises and bends down is farthest above the straight line between its ends, by Kneedle (Satopää et al., ICDCSW 2011): both axes are brought to 0 … 1, and a local maximum of y − x is a knee when
* the difference falls from it by more than the mean step of x times the sensitivity before it rises above it. Of several knees it is the one that stands out most. The steps of a ladder are means already, so that they are
* not smoothed as the authors smooth single measurements; instead a smaller maximum on the way down does not end the search. Null with fewer than three different x, without rise, or when the curve has no such bend; with numbers that are not finite too. `xs` and `ys` belong together by
* their index, in any order; of equal `xs` the mean counts.
*/
function kneedle(xs, ys) {
	const points = pointsOf(xs, ys);
	const differences = differencesOf(points);
	if (differences === null) return null;
	const step = 1 / (points.length - 1);
	let knee = null;
	let height = -Infinity;
	for (const [index, difference] of differences.entries()) {
		if (difference <= height || !standsOut(differences, index, SENSITIVITY * step)) continue;
		knee = points[index]?.x ?? null;
		height = difference;
	}
	return knee;
}
/** In order of x, one a value of x. */
function pointsOf(xs, ys) {
	return [...new Set(xs)].toSorted((left, right) => left - right).map((x) => {
		const same = ys.filter((_, index) => xs[index] === x);
		return {
			x,
			y: same.reduce((sum, y) => sum + y, 0) / same.length
		};
	});
}
/** y − x with both from 0 to 1; null when there is nothing to look at. */
function differencesOf(points) {
	const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
	const [left, low] = [Math.min(...xs), Math.min(...ys)];
	const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low];
	const finite = Number.isFinite(width) && Number.isFinite(height);
	if (points.length < 3 || !finite || height <= 0) return null;
	return points.map(({ x, y }) => (y - low) / height - (x - left) / width);
}
/** True for a local maximum from which the differences fall below the threshold before they rise to the next one. */
function standsOut(differences, index, drop) {
	const top = differences[index] ?? 0;
	const before = differences[index - 1] ?? Infinity;
	const after = differences[index + 1] ?? Infinity;
	if (top < before || top < after) return false;
	const later = differences.slice(index + 1);
	const fallen = later.findIndex((difference) => difference < top - drop);
	const risen = later.findIndex((difference) => difference > top);
	return fallen !== -1 && (risen === -1 || fallen < risen);
}
// src/stats/least-squares.ts
/**
* The solver of min Σ wᵢ·(vᵢ − Σⱼ tᵢⱼ·xⱼ)² over x ≥ 0, for rows of `terms` t with `weights` w above 0. At the minimum some unknowns are 0 and the others solve the problem without bounds
* (Lawson & Hanson, Solving Least Squares Problems, 1974, ch. 23). With three unknowns there are eight ways to choose those that are 0, so all are tried, and nothing has to converge.
* An unknown that does not bring the curve nearer stays exactly 0, and so do those that cannot be told from others.
*/
function nonNegativeSolver(terms, weights) {
	const roots = weights.map(Math.sqrt);
	const columns = columnsOf(terms.map((row, index) => row.map((term) => term * (roots[index] ?? 0))));
	const scales = columns.map((column) => Math.sqrt(dot(column, column)));
	const unit = columns.map((column, index) => column.map((each) => each / (scales[index] || 1)));
	const candidates = subsetsOf(unit.length).flatMap((chosen) => candidateOf(chosen, unit));
	return (values) => {
		const seen = values.map((value, index) => value * (roots[index] ?? 0));
		const projections = unit.map((column) => dot(column, seen));
		return bestOf(candidates, projections, dot(seen, seen)).map((each, index) => each / (scales[index] || 1));
	};
}
/** Sums of squares, as shares of the whole, that differ by less than this are equal but for rounding. */
const ROUNDING = 1e-12;
/** The solution without negative parts that explains most; of equal ones that with fewer parts, since it is tried first. */
function bestOf(candidates, projections, total) {
	let best = projections.map(() => 0);
	let explained = 0;
	for (const { chosen, inverse } of candidates) {
		const target = chosen.map((index) => projections[index] ?? 0);
		const part = inverse.map((row) => dot(row, target));
		const reached = dot(part, target);
		if (part.some((each) => each < 0) || reached <= explained + ROUNDING * total) continue;
		explained = reached;
		best = projections.map((_, index) => part[chosen.indexOf(index)] ?? 0);
	}
	return best;
}
function candidateOf(chosen, columns) {
	const used = chosen.map((index) => columns[index] ?? []);
	const inverse = inverseOf(used.map((left) => used.map((right) => dot(left, right))));
	return inverse === null ? [] : [{
		chosen,
		inverse
	}];
}
/** Every choice of at least one of the first `count` numbers, smaller ones first. */
function subsetsOf(count) {
	return Array.from({ length: 2 ** count - 1 }, (_, index) => Array.from({ length: count }, (__, bit) => bit).filter((bit) => (index + 1 >> bit) % 2 === 1)).sort((left, right) => left.length - right.length);
}
/** The inverse of a symmetric matrix with ones on its diagonal (Gauss & Jordan); null when its columns cannot be told apart. */
function inverseOf(matrix) {
	const size = matrix.length;
	const rows = matrix.map((row, index) => [...row, ...Array.from({ length: size }, (_, column) => column === index ? 1 : 0)]);
	for (const [index, row] of rows.entries()) {
		const pivot = row[index] ?? 0;
		if (!(pivot > ROUNDING)) return null;
		for (const column of row.keys()) row[column] = (row[column] ?? 0) / pivot;
		for (const other of rows) {
			const factor = other === row ? 0 : other[index] ?? 0;
			for (const column of row.keys()) other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0);
		}
	}
	return rows.map((row) => row.slice(size));
}
const columnsOf = (rows) => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
const dot = (left, right) => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
// src/stats/usl.ts
/** Fewer levels than twice the parameters say nothing about how well they fit. */
const LEVELS_MIN = 6;
const PARAMETERS = 3;
/** More of them no longer show in the third digit of the residuals. */
const REWEIGHTINGS = 3;
const RESAMPLES = 500;
/** Probability beyond either end of an interval. */
const TAIL = .05;
/**
* Fits the law to the throughputs of a ladder, by their relative errors; response times do not enter, and the order of the steps does not matter. Null with fewer than six different levels of users, with a step that is
* nonsense or had no answers, or when the ladder does not tell λ (all its levels lie far beyond the maximum).
*
* Written as N / X = p + q·N + r·N(N − 1) with p = (1 − σ) / λ, q = σ / λ, r = κ / λ, the law is linear, and σ between 0 and 1 with κ ≥ 0 is the same as p, q, r ≥ 0. A relative error of X is to first
* order one of N / X, so that least squares with the weights 1 / fitted² are those of the relative errors: an exact solution without starting values, iterations that may end elsewhere, or a library, and σ or κ is exactly
* 0 where the data ask for no more. The weights begin with the measured values and follow the curve from then on.
*
* The intervals are those of a bootstrap of the residuals on the log scale (Davison & Hinkley, Bootstrap Methods and their Application, 1997, §6.2–6.3). The residuals of n steps are made larger by √(n / (n − 3)), and by
* t / z at the interval's ends for n − 3 degrees of freedom, because so few of them do not know the noise any better. They take the noise to be alike at all steps: where it grows five times along the ladder they hold σ, κ and the
* peak in 70 to 90 of 100 cases instead of 90, and the asymptote of a service without coherency in about 80 even where it is alike.
*/
function fitUsl(steps, random) {
	const sorted = steps.toSorted((left, right) => left.users - right.users || left.throughput - right.throughput);
	if (!areUsable(sorted)) return null;
	const terms = sorted.map(({ users }) => [
		1,
		users,
		users * (users - 1)
	]);
	const costs = sorted.map(({ users, throughput }) => users / throughput);
	const fitted = costsFitted(terms, costs);
	const curve = curveOf(fitted.parts);
	if (curve === null) return null;
	return {
		...intervalsOf(curve, [curve, ...curvesAround({
			terms,
			costs,
			curve: fitted.costs
		}, random)]),
		...goodnessOf(sorted.map(({ throughput }) => throughput), sorted.map(({ users }) => uslThroughput(curve, users)), PARAMETERS)
	};
}
/** Answers a second that the law expects with so many users. */
function uslThroughput({ lambda, sigma, kappa }, users) {
	return lambda * users / (1 + sigma * (users - 1) + kappa * users * (users - 1));
}
function areUsable(steps) {
	return steps.every(hasThroughput) && new Set(steps.map(({ users }) => users)).size >= LEVELS_MIN;
}
/** The parts that fit best, and N / X on their curve. */
function costsFitted(terms, measured) {
	let costs = measured;
	let parts = [];
	for (let round = 0; round <= REWEIGHTINGS && costs.every((cost) => cost > 0); round += 1) {
		parts = relativeSolver(terms, costs)(measured);
		costs = terms.map((row) => row.reduce((sum, term, index) => sum + term * (parts[index] ?? 0), 0));
	}
	return {
		parts,
		costs
	};
}
const relativeSolver = (terms, costs) => nonNegativeSolver(terms, costs.map((cost) => 1 / cost ** 2));
/** Null when λ would be infinite. */
function curveOf([apart = 0, together = 0, pairs = 0]) {
	const cost = apart + together;
	return cost > 0 ? {
		lambda: 1 / cost,
		sigma: together / cost,
		kappa: pairs / cost
	} : null;
}
/** What the same ladder might have come to. The weights stay those of the curve, since it is the truth that these resamples are drawn from. */
function curvesAround(fit, random) {
	const residuals = residualsOf(fit.costs, fit.curve);
	const solve = relativeSolver(fit.terms, fit.curve);
	return Array.from({ length: RESAMPLES }, () => {
		const drawn = fit.curve.map((cost) => cost * Math.exp(residuals[random.between(0, residuals.length - 1)] ?? 0));
		return curveOf(solve(drawn));
	}).filter((curve) => curve !== null);
}
/** Log residuals around their mean, as large as those of all such steps. */
function residualsOf(costs, curve) {
	const count = costs.length;
	const logs = costs.map((cost, index) => Math.log(cost / (curve[index] ?? cost)));
	const mean = logs.reduce((sum, log) => sum + log, 0) / count;
	const degrees = count - PARAMETERS;
	const inflation = Math.sqrt(count / degrees) * tQuantile(.95, degrees) / normalQuantile(.95);
	return logs.map((log) => (log - mean) * inflation);
}
function intervalsOf(curve, curves) {
	const fitted = (quantity) => intervalOf(quantity(curve), curves.map(quantity));
	return {
		lambda: fitted(({ lambda }) => lambda),
		sigma: fitted(({ sigma }) => sigma),
		kappa: fitted(({ kappa }) => kappa),
		peakUsers: peakUsersOf(curve) === Infinity ? null : fitted(peakUsersOf),
		peakThroughput: peakThroughputOf(curve) === Infinity ? null : fitted(peakThroughputOf)
	};
}
/** Infinite without a maximum. */
const peakUsersOf = ({ sigma, kappa }) => kappa > 0 ? Math.max(1, Math.sqrt((1 - sigma) / kappa)) : Infinity;
function peakThroughputOf(curve) {
	if (curve.kappa > 0) return uslThroughput(curve, peakUsersOf(curve));
	return curve.sigma > 0 ? curve.lambda / curve.sigma : Infinity;
}
/** The ends cut off a twentieth of what was drawn on either side, and never the value itself. */
function intervalOf(value, drawn) {
	const sorted = drawn.toSorted((left, right) => left - right);
	const cut = Math.floor(TAIL * sorted.length);
	return {
		value,
		low: Math.min(value, sorted[cut] ?? value),
		high: Math.max(value, sorted[sorted.length - 1 - cut] ?? value)
	};
}
// src/findings/scaling.ts
/** How throughput grows with users, and where more of them begin to cost more than they bring. */
/** Fires for every search by users that took steps enough for a curve. */
const scaling = (scene) => searchedIn(scene).flatMap(({ name, search }) => {
	if (search.kind !== "stress") return [];
	const steps = ladderOf(search);
	const usl = fitUsl(steps, seededRandom(scene.run.seed));
	const knee = powerKnee(steps);
	if (usl === null || knee === null) return [];
	const bounds = fitBounds(steps, search.thinkTime);
	const second = kneedle(steps.map(({ users }) => users), steps.map(({ throughput }) => throughput));
	return [finding("scaling", "potential", "likely", {
		scenario: name,
		usl,
		bounds,
		knee: {
			...knee,
			second
		}
	})];
});
// src/findings/screened.ts
/** The stored baseline had its doubts, and the base commit was asked. */
/** Fires for each scenario that both judged, with the metrics in which the baseline saw a change for the worse or could not decide. */
const screened = ({ scenarios }) => scenarios.flatMap(({ name, verdict: { screen } }) => {
	if (screen === null) return [];
	const changes = screen.judgements.flatMap(({ metric, comparison }) => comparison?.limit != null && (comparison.outcome === "regression" || comparison.outcome === "inconclusive") ? [{
		metric,
		change: comparison.change
	}] : []);
	return [finding("screened", "limitation", "certain", {
		scenario: name,
		outcome: screen.outcome,
		changes
	})];
});
// src/findings/separate-machine.ts
/** More room for service and generator, for the plainest reason that was found. */
/** Fires once: a generator at its limit before competition before loopback. */
const separateMachine = ({ run, loads, verdict }, findings) => {
	const because = [
		"generator-bound",
		"competition",
		"loopback"
	].find((name) => named$2(findings, name).length > 0);
	const settled = verdict.outcome === "pass" || verdict.outcome === "no-baseline";
	if (run.machine === null || because === void 0 || because === "loopback" && !settled) return [];
	if (because === "competition" && run.target?.loopback === false) return [];
	const closed = loads.filter(({ plan }) => !isOpen(plan.load.executor));
	const users = Math.max(1, ...closed.map(({ summary }) => summary.users ?? 1));
	return [finding("separate-machine", "recommendation", "likely", {
		because,
		cores: run.machine.cores,
		users
	})];
};
// src/findings/service-elsewhere.ts
/** Fires once, when the address that was loaded is another machine's. */
const serviceElsewhere = ({ run, plan, scenarios }) => {
	if (run.target === null || run.target.loopback) return [];
	const { address } = run.target;
	const databases = plan.databases.length > 0;
	const resources = scenarios.flatMap(({ summary }) => summary.slices).flatMap((slice) => slice.resources ?? []);
	const [used = null] = resources.flatMap(({ monitoring }) => monitoring ?? []).toSorted((left, right) => (right.cpu?.mean ?? 0) - (left.cpu?.mean ?? 0) || (right.memory?.most ?? 0) - (left.memory?.most ?? 0));
	return [finding("service-elsewhere", "limitation", "certain", {
		address,
		databases,
		used,
		...readOverSsh(resources)
	})];
};
/** Of the slice in which the service used most; nothing where neither it nor its machine was read. */
function readOverSsh(all) {
	const [most] = all.flatMap(({ elsewhere, service }) => elsewhere === void 0 ? [] : [{
		elsewhere,
		service
	}]).toSorted((left, right) => (right.service?.cores ?? 0) - (left.service?.cores ?? 0));
	if (most === void 0) return {};
	const { elsewhere, service } = most;
	const { host, machine } = elsewhere;
	if (service === null && machine === null) return {};
	return { ssh: {
		host,
		cores: service?.cores ?? null,
		memory: service?.memory ?? null,
		machine: machine && {
			cores: machine.cores,
			busyCores: machine.busyCores
		}
	} };
}
/**
* Fires on machines with at least two cores, by the busiest thread where it is known, else by the CPU time of the whole service: then it does not appear where the
* whole machine was full, since one core was all there was.
*/
const serviceOneCore = (scene) => scene.scenarios.filter(({ believable }) => believable).flatMap(({ name, host, plan }) => {
	const resources = watchedIn(scene).find((each) => each.name === name)?.resources ?? null;
	const thread = resources?.service?.busiestThread ?? null;
	if (host === null || host.serviceCores === null || host.cores < 2) return [];
	const { serviceCores, cores } = host;
	return (resources === null || thread === null ? serviceCores >= .85 && serviceCores <= 1.25 && plan.search === null : isOneThread(resources, thread)) ? [finding("service-one-core", "bottleneck", thread === null ? "likely" : "certain", {
		scenario: name,
		serviceCores,
		cores,
		thread
	})] : [];
});
/** Several full processes are no single thread, and neither are many threads that come to one core together. */
function isOneThread({ service }, thread) {
	return thread >= .85 && (service?.cores ?? thread) - thread <= .5 * thread;
}
// src/findings/shared-machine.ts
/** Service and generator ran on one machine, without having been seen to fight for it. */
/** Fires for a loopback target on a machine that was watched, with the readings of the scenario in which it was busiest. */
const sharedMachine = ({ run, scenarios }) => {
	const busiest = scenarios.flatMap(({ host }) => host === null ? [] : [host]).toSorted((left, right) => right.busyCores - left.busyCores)[0];
	if (run.target?.loopback !== true || busiest === void 0) return [];
	const { serviceCores, generatorCores, otherCores, cores } = busiest;
	return [finding("shared-machine", "limitation", "certain", {
		serviceCores,
		generatorCores,
		otherCores,
		cores
	})];
};
/** Fires as `slower` or `faster` when p50, p95 or p99 left the noise, and all three can be compared. */
const shift = ({ loads }) => loads.filter(({ believable }) => believable).flatMap((scenario) => {
	const [p50, p95, p99] = [
		"p50",
		"p95",
		"p99"
	].map((name) => comparisonOf$1(scenario, name));
	if (p50 == null || p95 == null || p99 == null) return [];
	const moves = {
		p50: p50.change,
		p95: p95.change,
		p99: p99.change
	};
	const outcomes = [
		p50,
		p95,
		p99
	].map(({ outcome }) => outcome);
	const slower = outcomes.includes("regression");
	if (slower === outcomes.includes("improvement")) return [];
	const evidence = {
		scenario: scenario.name,
		shape: shapeOf(moves),
		shift: moves
	};
	return slower ? [finding("slower", "weakness", "certain", evidence)] : [finding("faster", "strength", "certain", evidence)];
});
const comparisonOf$1 = ({ verdict }, name) => verdict.judgements.find(({ metric }) => metric === name)?.comparison ?? null;
function shapeOf({ p50, p95, p99 }) {
	return Math.abs(Math.log1p(p50)) < .3333333333333333 * Math.max(Math.abs(Math.log1p(p95)), Math.abs(Math.log1p(p99))) ? "tail" : "whole";
}
/** Fires as a bottleneck by memory that collections of the whole heap left, and as a mere possibility by anonymous memory that rose steadily. */
const shortLeak = (scene) => believableIn(scene).flatMap(({ name, scenario, resources, seconds }) => {
	if (scenario.plan.soak || !scenario.constant) return [];
	const anonymous = resources.service?.anonymous ?? null;
	const live = mostOf(resources, grown)?.live ?? null;
	const evidence = {
		scenario: name,
		seconds,
		anonymous,
		live
	};
	if (live !== null && live.to - live.from > Math.max(12e6, .25 * live.from)) return [finding("short-leak", "bottleneck", "likely", evidence)];
	return live === null && risesSteadily(resources) ? [finding("short-leak", "weakness", "possible", evidence)] : [];
});
const grown = ({ live }) => live === null ? -Infinity : live.to - live.from;
function risesSteadily({ service, curve }) {
	const { from, to } = service?.anonymous ?? {
		from: 0,
		to: 0
	};
	const levels = curve.flatMap(({ memory }) => memory ?? []);
	const second = levels.slice(Math.floor(levels.length / 2));
	if (to - from < Math.max(64e6, from / 2) || second.length < 10) return false;
	return trendOf(levels).z > 3.29 && trendOf(second).z > 3.29;
}
const MOST_OF_TIME = .5;
/** Fires for Redis and Valkey. */
const slowCommand = (scene) => believableIn(scene).flatMap((watched) => {
	const [found] = loadsOf(watched).filter(isSingleThreaded).flatMap((load) => {
		const dominant = dominantOf(load);
		if (dominant === null || dominant.share < MOST_OF_TIME) return [];
		const { statement, share } = dominant;
		if (!(load.busy >= .5 || load.perAnswer >= .25 * watched.mean) || perCall(statement) < .1) return [];
		const { name: database } = load.reading;
		return [{
			database,
			command: statement.text,
			perCall: perCall(statement),
			share,
			busy: Math.min(1, load.busy)
		}];
	});
	return found === void 0 ? [] : [finding("slow-command", "bottleneck", "certain", {
		scenario: watched.name,
		...found
	})];
});
/** A p95 needs ten answers beyond it. */
const ANSWERS_MIN = 200;
/** Fires once a scenario, for the slowest request. */
const slowRequest = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, summary }) => {
	const histograms = byRequest(summary.slices);
	const [slowest] = [...histograms].filter(([, { count }]) => count >= ANSWERS_MIN).map(([request, histogram]) => ({
		request,
		p95: p95Of([histogram]) ?? 0
	})).sort((left, right) => right.p95 - left.p95);
	if (slowest === void 0) return [];
	const others = p95Of([...histograms].flatMap(([key, each]) => key === slowest.request ? [] : [each]));
	if (others === null || slowest.p95 <= 3 * others || slowest.p95 - others <= 2) return [];
	return [finding("slow-request", "weakness", "certain", {
		scenario: name,
		...slowest,
		others
	})];
});
function byRequest(slices) {
	const histograms = /* @__PURE__ */ new Map();
	for (const { name, latency } of slices.flatMap((slice) => slice.requests)) {
		const histogram = histograms.get(name) ?? createHistogram();
		histogram.add(fromRecord(latency));
		histograms.set(name, histogram);
	}
	return histograms;
}
/** In milliseconds; null without an answer. */
function p95Of(histograms) {
	const all = createHistogram();
	for (const histogram of histograms) all.add(histogram);
	const value = all.quantile(METRICS.p95.quantile);
	return value === null ? null : toMillis(value);
}
// src/findings/soak-drift.ts
/** Latency or the share of errors that rises under a load that stays the same. */
/** Fires for each soak as `latency-drift`, of p95 or else of p50, and as `errors-drift`. */
const soakDrift = ({ scenarios, run }) => scenarios.filter(({ plan, believable }) => plan.soak && believable).flatMap(({ name }) => {
	const slice = sliceAlone(run, name, "head");
	if (slice === null) return [];
	const errors = errorDrift(slice);
	return [...["p95", "p50"].flatMap((metric) => {
		const drifted = latencyDrift(slice, metric);
		return drifted === null ? [] : [finding("latency-drift", "weakness", "likely", {
			scenario: name,
			metric,
			...drifted
		})];
	}).slice(0, 1), ...errors === null ? [] : [finding("errors-drift", "weakness", "likely", {
		scenario: name,
		...errors
	})]];
});
// src/findings/soak-memory.ts
/**
* So much garbage gathers in quiet services before a collection of the whole heap: V8 let 5 to 10 MB lie for up to ten minutes (docs/benchmarks.md), and lets more lie the larger the
* heap is. Less growth than that may be nothing else.
*/
const GARBAGE = 12e6;
const GARBAGE_SHARE = .5;
/** Fires as `leak`, `memory-level` or `memory-unwatched` for each soak. Memory is the service's own, whatever else makes a measurement void. */
const soakMemory = ({ scenarios, run }) => scenarios.filter(({ plan }) => plan.soak).flatMap((scenario) => {
	if (run.machine === null) return [];
	const { name } = scenario;
	const slice = sliceAlone(run, name, "head");
	const growth = slice === null ? null : memoryGrowth(slice);
	if (growth === null) return unwatched$1(scenario, slice);
	const { slope, interval, seconds, from, to, detectable } = growth;
	if (!growth.grows) return finding("memory-level", "strength", "likely", {
		scenario: name,
		level: to,
		seconds,
		detectable
	});
	const left = Math.max(0, run.machine.memory - to) / slope;
	const collected = to - from > Math.max(GARBAGE, GARBAGE_SHARE * from);
	return finding("leak", "weakness", collected ? "likely" : "possible", {
		scenario: name,
		slope,
		interval,
		from,
		to,
		seconds,
		left,
		collected
	});
});
function unwatched$1({ name, summary }, slice) {
	return finding("memory-unwatched", "limitation", "certain", {
		scenario: name,
		why: slice === null ? "turns" : slice.memory === null ? "unread" : "short",
		seconds: toSeconds(slice?.elapsed ?? summary.elapsed),
		needed: 18
	});
}
/** One spike may be anybody's; several are a pattern. */
const PATTERN = 2;
/** Fires when at least one second's p95 stands out. */
const spikes = ({ loads }) => loads.filter(({ believable, constant }) => believable && constant).flatMap(({ name, summary }) => {
	const seconds = latencySeconds(summary);
	if (seconds.length < 10) return [];
	const values = seconds.map(({ p95 }) => p95);
	const typical = median(values);
	const line = Math.max(2 * typical, typical + 5 * robustSigma(values), typical + 2);
	const found = seconds.filter(({ p95 }) => p95 > line);
	if (found.length === 0) return [];
	return [finding("spikes", "weakness", found.length >= PATTERN ? "likely" : "possible", {
		scenario: name,
		seconds: found.map(({ second }) => second),
		of: seconds.length,
		worst: Math.max(...found.map(({ p95 }) => p95)),
		typical
	})];
});
/** Fires by the coefficient of variation of throughput over the seconds. Where spikes, dips or drift were found, it does not appear. */
const stable = ({ loads }) => loads.filter(({ believable, constant }) => believable && constant).flatMap(({ name, summary }) => {
	const rates = wholeSeconds(summary).map(({ throughput }) => throughput);
	if (rates.length < 10) return [];
	const variation = variationOf(rates);
	return variation <= .1 ? [finding("stable", "strength", "certain", {
		scenario: name,
		variation,
		seconds: rates.length
	})] : [];
});
/** Standard deviation over mean; infinite for a mean of nothing. */
function variationOf(values) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return mean > 0 ? Math.sqrt(squares / (values.length - 1)) / mean : Infinity;
}
// src/findings/workers.ts
/** A clock that is further off than this misleads whoever looks something up by it, in milliseconds. */
const CLOCK_OFF = 100;
/** Names that a sentence has room for. */
const NAMES_MAX = 12;
/** Fires once a scenario with workers; again when some were lost or late; and once for the clock that is furthest off. */
const workers = ({ scenarios }) => scenarios.flatMap(({ name, summary }) => {
	const uses = summary.slices.flatMap(({ engine }) => engine.workers === void 0 ? [] : [engine.workers]);
	const [first] = uses;
	if (first === void 0) return [];
	const all = {
		mayLose: first.mayLose,
		workers: uses.flatMap((each) => each.workers)
	};
	const error = Math.max(0, ...all.workers.map(({ clock }) => clock.error));
	return [
		finding("workers", "limitation", "certain", {
			scenario: name,
			workers: [...new Set(all.workers.map(workerName))].slice(0, NAMES_MAX),
			count: Math.max(...uses.map((each) => each.workers.length)),
			error
		}),
		...unsteadyOf(name, all),
		...clocksOf(name, all)
	];
});
function unsteadyOf(scenario, use) {
	const all = unsteady(use);
	if (all.length === 0) return [];
	const lost = all.flatMap((each) => each.lostAt === null ? [] : [{
		worker: workerName(each),
		at: each.lostAt / 1e3
	}]);
	const late = all.flatMap((each) => each.lostAt === null ? [workerName(each)] : []);
	return [finding("workers-unsteady", "limitation", "certain", {
		scenario,
		lost: lost.slice(0, NAMES_MAX),
		late: late.slice(0, NAMES_MAX),
		of: use.workers.length,
		allowed: all.length <= use.mayLose
	})];
}
function clocksOf(scenario, { workers: all }) {
	const [worst] = all.toSorted((one, other) => Math.abs(other.clock.offset) - Math.abs(one.clock.offset));
	if (worst === void 0 || Math.abs(worst.clock.offset) - worst.clock.error < CLOCK_OFF) return [];
	return [finding("worker-clocks", "limitation", "certain", {
		scenario,
		worker: workerName(worst),
		...worst.clock
	})];
}
/** Fires when the kernel counted stolen time above the threshold. */
const stolenCpu = ({ scenarios }) => scenarios.flatMap(({ name, host }) => host?.steal != null && host.steal > .01 ? [finding("stolen-cpu", "limitation", "certain", {
	scenario: name,
	steal: host.steal
})] : []);
// src/findings/take-baseline.ts
/** Something comparable is to be stored. */
/** Fires when a scenario had nothing to be compared with, and the run is fit to be accepted. */
const takeBaseline = ({ plan, scenarios, verdict: whole }, findings) => {
	const missing = [
		"first-run",
		"other-machine",
		"other-config"
	].some((name) => named$2(findings, name).length > 0);
	const fit = scenarios.every(({ believable, verdict }) => believable && verdict.outcome !== "fail");
	const evidence = {
		command: acceptCommand(plan),
		...keptIn(plan, whole)
	};
	return missing && fit ? [finding("take-baseline", "recommendation", "certain", evidence)] : [];
};
// src/findings/throttled-cpu.ts
/** The hardware slowed itself down because it was hot. */
/**
* Fires when it happened while load was on. Where that was not counted, it fires when it happened at all since the machine booted: when exactly, is not told
* then.
*/
const throttledCpu = ({ run }) => {
	const counted = run.blocks.flatMap((block) => block.slices).flatMap(({ host }) => host?.thermalThrottles ?? []);
	if (counted.length === 0) {
		const times = run.machine?.thermalThrottles ?? 0;
		return times > 0 ? [finding("throttled-cpu", "limitation", "possible", {
			times,
			during: false
		})] : [];
	}
	const times = Math.max(...counted);
	return times > 0 ? [finding("throttled-cpu", "limitation", "certain", {
		times,
		during: true
	})] : [];
};
// src/findings/too-few-answers.ts
/** A quantile that rests on too few answers to be more than a guess. */
/** Answers that must lie beyond a quantile: the number of 10 is known to about a third (1/√10). */
const ANSWERS_BEYOND$1 = 10;
/** Fires for each quantile without enough answers beyond it: fewer than 20 for p50, 200 for p95, 1000 for p99. */
const tooFewAnswers$1 = ({ loads }) => loads.flatMap(({ name, summary }) => METRIC_NAMES.flatMap((metric) => {
	const { quantile } = METRICS[metric];
	const answers = summary.answers;
	if (quantile === null || answers === 0) return [];
	const needed = Math.round(ANSWERS_BEYOND$1 / (1 - quantile));
	return answers >= needed ? [] : [finding("too-few-answers", "limitation", "certain", {
		scenario: name,
		metric,
		answers,
		needed
	})];
}));
// src/findings/uneven-workers.ts
/** One worker is full while others of the same service have little to do. */
/** A process that does less than this is no worker: a shell, a package manager, the parent of a cluster. */
const WORKER_CORES = .05;
/** Fires by the CPU time of the processes that lived throughout. */
const unevenWorkers = (scene) => believableIn(scene).flatMap(({ name, resources: { service } }) => {
	const workers = (service?.processCores ?? []).filter((cores) => cores >= WORKER_CORES);
	const [busiest, idlest] = [Math.max(0, ...workers), Math.min(...workers)];
	if (workers.length < 2 || busiest < .85 || busiest < 3 * idlest) return [];
	return [finding("uneven-workers", "bottleneck", "likely", {
		scenario: name,
		workers: workers.length,
		busiest,
		idlest
	})];
});
// src/findings/unread.ts
/** What was to be watched and could not be. */
/** Fires once for the run, with each thing once, whichever slice missed it. */
const unread$1 = ({ scenarios }) => {
	const all = scenarios.flatMap(({ summary }) => summary.slices).flatMap(({ resources }) => resources?.unread ?? []);
	const items = [...new Map(all.map((item) => [JSON.stringify([
		item.probe,
		item.name,
		item.part
	]), item])).values()];
	return items.length === 0 ? [] : [finding("unread", "limitation", "certain", { items })];
};
/** Fires when CPU time for one answer is far below its median latency and the service had cores to spare. */
const waiting = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, host, summary }) => {
	const { p50, throughput } = summary.metrics;
	if (host?.serviceCores == null || p50 === null || throughput === null || throughput <= 0) return [];
	const { serviceCores } = host;
	const cpuPerAnswer = 1e3 * serviceCores / throughput;
	return serviceCores < .5 && p50 > 5 && p50 > 4 * cpuPerAnswer ? [finding("waiting", "bottleneck", "likely", {
		scenario: name,
		serviceCores,
		p50,
		cpuPerAnswer
	})] : [];
});
// src/findings/warm-up-longer.ts
/** The measured time began before the service was warm. */
/** Spikes in the first seconds and nowhere else come from a cold service. */
const FIRST_SECONDS = 3;
/** Shortest warm-up that is worth trying. */
const SECONDS_MIN = 5;
/** Fires for a service that got faster while it was measured, or spiked at the beginning alone. */
const warmUpLonger = ({ loads }, findings) => loads.flatMap(({ name, plan }) => {
	const cold = named$2(findings, "drift").some(({ kind, evidence }) => kind === "limitation" && evidence.scenario === name) || named$2(findings, "spikes").some(({ evidence }) => evidence.scenario === name && evidence.seconds.every((second) => second < FIRST_SECONDS));
	const now = toSeconds(plan.load.warmUp);
	const seconds = Math.max(SECONDS_MIN, Math.ceil(2 * now));
	return cold ? [finding("warm-up-longer", "recommendation", "likely", {
		scenario: name,
		seconds,
		now
	})] : [];
});
/** Fires when two builds were measured beside each other and the interval of the shift leaves no doubt about its direction. */
const wholeShift = ({ loads }) => loads.filter(({ believable }) => believable).flatMap(({ name, verdict: { shift } }) => {
	if (shift === null || Math.abs(shift.change) < .005) return [];
	const [low, high] = shift.interval;
	if (low <= 0 && high >= 0) return [];
	return [finding("whole-shift", shift.change > 0 ? "weakness" : "strength", "certain", {
		scenario: name,
		change: shift.change,
		interval: [low, high]
	})];
});
// src/findings/rules.ts
/** The list of rules, in the order in which a report tells what they find: what matters most comes first in its part. */
/** Rules about what was measured. */
const RULES = [
	acceptanceRefused,
	imported$1,
	generatorBound$1,
	ownEdits,
	firstRun,
	otherMachine,
	otherConfig,
	baseFailed,
	screened,
	detectable,
	capacityBeyond,
	thinHistory,
	tooFewAnswers$1,
	neighbour,
	competition,
	backgroundActivity,
	stolenCpu,
	powerSaving,
	throttledCpu,
	retransmits,
	loopback,
	serviceElsewhere,
	certificateNotVerified,
	sharedMachine,
	machine,
	notWatched,
	unread$1,
	closedLoop,
	shortRun,
	ownEngine,
	locust,
	k6,
	workers,
	acceptedChange,
	errors$1,
	objectiveMissed,
	shift,
	cost,
	attribution,
	largerAnswers,
	wholeShift,
	baselineDrift,
	slowRequest,
	spikes,
	dips,
	drift,
	soakMemory,
	soakDrift,
	longTail,
	recovery,
	noErrors,
	objectiveMet,
	stable,
	capacity,
	scaling,
	cpuLimit,
	shortLeak,
	memoryPressure,
	collection,
	nPlusOne,
	missingIndex,
	slowCommand,
	lockWaits,
	smallPool,
	connectionLimit,
	databaseDominant,
	cacheMisses,
	databaseBound,
	diskBound,
	eventLoopBlocked,
	unevenWorkers,
	serviceOneCore,
	saturated,
	waiting,
	memoryLimitNear,
	openFilesNear,
	headroom,
	capacityUnknown
];
/** Rules about what to do next; they see what the others found. */
const ADVICE = [
	lookAtErrors,
	findTheCause,
	fixOrAccept,
	takeBaseline,
	holdTheGain,
	quietMachine,
	largerBudget,
	moreBaselineRuns,
	warmUpLonger,
	runLonger,
	relieve,
	lookAtDatabase,
	separateMachine,
	rampToLimit
];
// src/findings/statement-once.ts
/** The findings with every attribution knowing whether a bottleneck of its scenario names the same statement: that one says what is wrong with it, and is what advice is about. */
function nameStatementsOnce(findings) {
	return findings.map((each) => each.name === "attribution" ? referring(each, findings) : each);
}
function referring(each, findings) {
	const { scenario, statement } = each.evidence;
	const named = statement !== null && findings.some((other) => names(other, statement) && isAbout(other, scenario));
	return {
		...each,
		evidence: {
			...each.evidence,
			namedBelow: named
		}
	};
}
function names(other, { database, text }) {
	switch (other.name) {
		case "n-plus-one":
		case "missing-index":
		case "database-dominant": return other.evidence.database === database && other.evidence.statement === text;
		case "slow-command": return other.evidence.database === database && other.evidence.command === text;
		default: return false;
	}
}
const isAbout = ({ evidence }, scenario) => "scenario" in evidence && evidence.scenario === scenario;
// src/findings/find.ts
/** All findings of a run, in report order. Pure. @throws Failure when the run lacks a judged scenario */
function findAll(evidence) {
	const scene = openScene(evidence);
	const found = nameStatementsOnce(primaryFirst(reconcile(RULES.flatMap((rule) => rule(scene)))));
	const advice = ADVICE.flatMap((each) => each(scene, found)).filter(({ name }) => evidence.run.machine !== null || !OF_OUR_LOAD.includes(name));
	return [...found, ...advice];
}
/** Advice to change a load of the configuration: no help where another tool sends it. */
const OF_OUR_LOAD = [
	"run-longer",
	"warm-up-longer",
	"ramp-to-limit"
];
/** Takes out every finding that another one contradicts or already says better. */
function reconcile(findings) {
	return findings.filter((each) => !findings.some((other) => silences(other, each)));
}
/** Left is silenced by any of right: about the same scenario, or everywhere where one of them is about the whole run. */
const SILENCED_BY = {
	stable: [
		"spikes",
		"dips",
		"drift",
		"latency-drift",
		"errors-drift"
	],
	"closed-loop": ["imported"],
	"capacity-unknown": ["imported"],
	"not-watched": ["imported"],
	"shared-machine": ["competition", "neighbour"],
	"long-tail": ["slow-request"],
	"whole-shift": ["slower", "faster"],
	"cost-in-cpu": ["attribution"],
	"cost-in-waiting": ["attribution"],
	"service-one-core": ["saturated", "competition"],
	waiting: ["competition", "generator-bound"],
	"background-activity": ["neighbour"],
	"memory-limit-near": ["memory-pressure"],
	headroom: [
		...PRECEDENCE,
		"competition",
		"memory-limit-near",
		"open-files-near"
	],
	"objective-met": [
		"objective-missed",
		"too-few-answers",
		"no-errors",
		"errors",
		"memory-level"
	]
};
function silences(other, each) {
	if (other === each) return false;
	if (each.name === "dips" && other.name === "spikes") return isSameEvent(each, other);
	if (explains(other, each) && isSameScenario(other, each)) return true;
	if (each.name === "service-one-core" && each.evidence.thread !== null) return false;
	if (SILENCED_BY[each.name]?.includes(other.name) !== true || !isSameScenario(other, each)) return false;
	if (other.name === "attribution") return other.evidence.unexplained.share < UNEXPLAINED_MAX;
	return each.name !== "objective-met" || isSameObjective(other, each);
}
/** An attribution that leaves so much open does not say where the time went. */
const UNEXPLAINED_MAX = .5;
function isSameScenario(left, right) {
	if (!("scenario" in left.evidence) || !("scenario" in right.evidence)) return true;
	return left.evidence.scenario === right.evidence.scenario;
}
/** With users who wait, a slow second is a second of few answers: one event, told once. */
function isSameEvent(dips, spikes) {
	return isSameScenario(dips, spikes) && dips.evidence.seconds.every((second) => spikes.evidence.seconds.includes(second));
}
/** A kept bound is silenced by what is said of the same metric; of errors `no-errors` and `errors` say more, of memory `memory-level`. */
function isSameObjective(other, met) {
	if (other.name === "no-errors" || other.name === "errors") return met.evidence.metric === "error-rate";
	if (other.name === "memory-level") return met.evidence.metric === "memory-growth";
	return "metric" in other.evidence && other.evidence.metric === met.evidence.metric;
}
// src/judge/thresholds.ts
/** Thresholds of a script of k6 beside our limits: told with the verdict, which does not rest on them. */
/** Those of a scenario's slices, each once: what k6 told as it sent, or what its output told that was imported. */
const thresholdsOf = (slices) => addThresholds(slices.flatMap(({ engine, imported }) => engine.k6?.thresholds ?? imported?.thresholds ?? []));
// src/judge/scale.ts
/** A change for the worse as a log ratio: +10 % latency is ln 1.1, −10 % throughput is −ln 0.9; losing everything is infinite. */
function asLog(metric, change) {
	return metric.better === "lower" ? Math.log1p(change) : -Math.log1p(-Math.min(change, 1));
}
/** The way back from {@link asLog}; always finite for throughput, where no loss exceeds 100 %. */
function asChange(metric, log) {
	return metric.better === "lower" ? Math.expm1(log) : -Math.expm1(-log);
}
/** A value that ratios can be taken of, or null: of an exact count, less than its absolute floor counts as that floor, so that something can be more than nothing. */
function comparable(metric, value) {
	if (value === null) return null;
	if (metric.exact) return Math.max(value, metric.absoluteFloor);
	return value > 0 ? value : null;
}
/** The ratio behind a log ratio that is positive for the worse, as a change of the value itself. */
const asValueChange = (metric, worse) => Math.expm1(metric.better === "lower" ? worse : -worse);
/** The absolute floor as log ratios from this reference, for the worse and for the better; where it reaches zero, no change is large enough. */
function absoluteFloors(metric, reference) {
	const up = Math.log1p(metric.absoluteFloor / reference);
	const down = metric.absoluteFloor < reference ? -Math.log1p(-metric.absoluteFloor / reference) : Infinity;
	return metric.better === "lower" ? {
		worse: up,
		better: down
	} : {
		worse: down,
		better: up
	};
}
/**
* What a change must reach, whatever its limit, as a log ratio: of an exact count, more than the edges of the measured time can make. `edge`: the share of requests that
* they cut.
*/
const exactFloor = (metric, edge = 0) => metric.exact ? Math.log1p(Math.max(metric.noiseFloor, edge)) : 0;
/** More than e^5 times is as good as infinite, and can be written down. */
const LOG_MAX = 5;
/** A log ratio that can be written down, however little was known. */
const bounded = (log) => Math.min(Math.max(log, -5), LOG_MAX);
// src/judge/acceptance.ts
/** A regression, held against what was accepted on purpose: from the reference as it was before, and never beyond what was said. */
/** So many runs from before an acceptance are enough to know what there was before. */
const BEFORE_MIN = 3;
/**
* What the acceptances of a metric say of its regression; null where none counts.
*
* Against accepted runs, those of the baseline count from the runs that were measured before the first of them, since the line's median moves on to what was accepted. Each
* further one, and those that the pull request itself gives, comes on top of what was accepted before it. Beside the base commit only those of the pull request count, recorded or not:
* what the baseline's others were given for is in the base commit already.
*/
function judgeAcceptance(regression) {
	const { metric, comparison, acceptances, runs, compareWith } = regression;
	const isBeside = comparison.against === "base";
	const own = acceptances.filter(({ from }) => from === "pull-request" || isBeside && from === "both");
	const recorded = isBeside ? [] : acceptances.filter((each) => each.from !== "pull-request" && !isInReference(each, runs)).toSorted((left, right) => Date.parse(left.since) - Date.parse(right.since));
	const accepted = [...recorded, ...own];
	const [first] = recorded;
	const before = first === void 0 ? comparison : compareWith(runsBefore(first, runs));
	if (before === null || accepted.length === 0) return null;
	const row = METRICS[metric];
	const reference = row.change === "points" ? before.reference : comparable(row, before.reference);
	if (reference === null) return null;
	const allowed = accepted.reduce((value, { upTo }) => worseBy$1(metric, value, upTo), reference);
	const upTo = row.change === "points" ? allowed - reference : allowed / reference - 1;
	const { change } = before;
	return {
		accepted,
		reference,
		change,
		upTo,
		within: row.better === "lower" ? change <= upTo : change >= upTo
	};
}
/** The accepted runs that do not have the change yet. */
const runsBefore = ({ since }, runs) => runs.filter(({ date }) => Date.parse(date) < Date.parse(since));
/** True once so few of a line's runs are from before an acceptance that the reference has moved on to what was accepted. */
function isInReference(acceptance, runs) {
	const before = runsBefore(acceptance, runs).length;
	return before < BEFORE_MIN && before < runs.length / 2;
}
/** Those of a scenario and metric that count at a moment (ISO 8601, UTC). */
const acceptancesOf = (all, { scenario, metric, moment }) => all.filter((each) => each.scenario === scenario && each.metric === metric && !isExpired(each, moment));
/** What became of every acceptance in a judged run, in the order given. `moment`: when it was measured. */
function standOf(all, scenarios, moment) {
	return all.flatMap((acceptance) => {
		const scenario = scenarios.find((each) => each.scenario === acceptance.scenario);
		if (scenario === void 0) return [];
		return [{
			...acceptance,
			standing: standingIn(scenario, acceptance, moment)
		}];
	});
}
function standingIn({ judgements, reference }, acceptance, moment) {
	if (isExpired(acceptance, moment)) return "expired";
	const judged = judgements.find(({ metric }) => metric === acceptance.metric)?.acceptance ?? null;
	if (judged?.accepted.includes(acceptance)) return judged.within ? "needed" : "exceeded";
	const { from } = acceptance;
	return (reference.kind === "base" ? from === "baseline" : reference.kind === "baseline" && from !== "pull-request" && isInReference(acceptance, reference.runs)) ? "in-reference" : "unused";
}
// src/judge/bounds.ts
/** Metrics against absolute limits: judged whatever the reference. */
/**
* Every absolute limit of a metric, checked. A value that lies on the bound keeps it, and so does an exact count that exceeds it by no more than the edges of the
* measured time, which cut a share `edge` of all requests, can make. Without a value nothing is broken here: a scenario whose limited
* metric has no value is void.
*/
function checkBounds(metric, value, limits, edge = 0) {
	const row = METRICS[metric];
	const direction = row.better === "lower" ? "max" : "min";
	return limits.filter((limit) => limit.kind === "absolute" && limit.metric === metric).map(({ bound }) => ({
		bound,
		direction,
		broken: value !== null && isBroken(value, bound, {
			direction,
			slack: slackOf(row, bound, edge)
		})
	}));
}
/** Written so that a number that is none breaks the bound. */
function isBroken(value, bound, { direction, slack }) {
	return direction === "max" ? !(value <= bound + slack) : !(value >= bound - slack);
}
const slackOf = ({ exact, absoluteFloor, noiseFloor }, bound, edge) => exact ? Math.max(absoluteFloor, noiseFloor * bound, edge * bound) : 0;
// src/stats/quiet.ts
/** What a build does when nobody disturbs it: disturbances only ever make a turn slower, so the best of many short turns are the undisturbed ones. */
/** The best quarter (docs/evidence.md compares other shares). */
const QUIET_SHARE = .25;
/**
* Mean of the lowest quarter of values of which lower is better; null without values. Neighbours on a shared machine take caches and half a core for some tenths of a second, in
* up to half of all turns: no middle of the turns is safe from that, their best end is. Each build has its own best turns: choosing pairs of which both members are good
* would choose lucky turns of the slower build and any of the faster one, and tell changes too small by a third.
*/
function quietMean(values) {
	if (values.length === 0) return null;
	const sorted = values.toSorted((left, right) => left - right);
	return meanOf$1(sorted.slice(0, Math.max(1, Math.round(QUIET_SHARE * sorted.length))));
}
// src/judge/honesty.ts
/** A turn in which others used this much of a core or more was disturbed. */
const OUTSIDE_CORES = .35;
/** Logarithms, higher for the worse. */
const READERS = {
	p95: ({ p95 }) => log(p95),
	throughput: ({ ok, elapsed }) => log(elapsed / ok),
	"cpu-per-request": ({ cpu, ok }) => cpu === null ? null : log(cpu / ok),
	p50: ({ p50 }) => log(p50)
};
/** Metrics that a single turn knows. */
const TURN_METRICS = METRIC_NAMES.filter((metric) => READERS[metric] !== void 0);
/** How to read the logarithm of a metric off a turn, turned so that more is worse; null for what a turn does not know. */
const worseInATurn = (metric) => READERS[metric] ?? null;
/** A build's value in its quiet turns; null without turns, or when one has no value. */
function quietOf(turns, read) {
	const values = turns.map((turn) => read(turn)).filter((value) => value !== null);
	return values.length < turns.length ? null : quietMean(values);
}
/** Looks at the turns of one scenario in one block. */
function honestyOf$1(base, head) {
	const outside = [...base, ...head].flatMap((turn) => turn.outside ?? []);
	const disturbed = outside.filter((cores) => cores >= OUTSIDE_CORES);
	return {
		halves: byMetric((read) => mean([base, head].flatMap((turns) => halves(turns, read) ?? []))),
		order: byMetric((read) => laterAgainstEarlier(base, head, read)),
		disturbed: {
			share: outside.length === 0 ? 0 : disturbed.length / outside.length,
			cores: disturbed.length === 0 ? 0 : median(disturbed)
		}
	};
}
function byMetric(measure) {
	const rows = TURN_METRICS.flatMap((metric) => {
		const read = READERS[metric];
		const value = read === void 0 ? null : measure(read);
		return value === null ? [] : [[metric, value]];
	});
	return Object.fromEntries(rows);
}
/** Of four turns, the first and the last against the two between, so that a drift is on both sides. */
function halves(turns, read) {
	const outer = turns.filter((_, index) => index % 4 === 0 || index % 4 === 3);
	const inner = turns.filter((_, index) => index % 4 === 1 || index % 4 === 2);
	return difference(quietOf(inner, read), quietOf(outer, read));
}
/** Turns in the second place of their pair against those in the first, build by build. */
function laterAgainstEarlier(base, head, read) {
	const steps = [base, head].flatMap((turns) => {
		const first = turns.filter(({ place }) => place % 2 === 0);
		const second = turns.filter(({ place }) => place % 2 === 1);
		return difference(quietOf(first, read), quietOf(second, read)) ?? [];
	});
	return steps.length < 2 ? null : mean(steps);
}
const log = (value) => value !== null && value > 0 && Number.isFinite(value) ? Math.log(value) : null;
const difference = (before, now) => before === null || now === null ? null : now - before;
const mean = (values) => values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
/** A block is noisy when others disturbed more than this share of its turns… */
const DISTURBED_TURNS = .25;
/** From so many blocks on there is a null comparison. */
const BLOCKS_MIN = 4;
/** All such reasons for the blocks of one scenario. */
function besideVoids(effects, { limits }) {
	return [...outsideNoise(effects), ...TURN_METRICS.flatMap((metric) => {
		const halves = effects.flatMap(({ honesty }) => honesty.halves[metric] ?? []);
		const order = effects.flatMap(({ honesty }) => honesty.order[metric] ?? []);
		return [...found("null-comparison", metric, halves, limits[metric]), ...found("order-effect", metric, order, limits[metric])];
	})];
}
function outsideNoise(effects) {
	const noisy = effects.filter(({ honesty }) => honesty.disturbed.share > DISTURBED_TURNS);
	if (noisy.length <= .3 * effects.length) return [];
	const cores = median(noisy.map(({ honesty }) => honesty.disturbed.cores));
	return [{
		kind: "outside-noise",
		blocks: noisy.length,
		of: effects.length,
		cores
	}];
}
/** A difference that is both significant, on either side, and as large as the limit. */
function found(kind, metric, differences, limit) {
	if (limit === void 0 || differences.length < BLOCKS_MIN) return [];
	const estimate = estimateOf(differences);
	const away = {
		...estimate,
		centre: Math.abs(estimate.centre)
	};
	if (away.centre < limit || probabilityAbove(away, 0) > .001 / 2) return [];
	return [{
		kind,
		metric,
		change: Math.expm1(estimate.centre)
	}];
}
// src/stats/holm.ts
/** Several questions that share one error budget. */
/**
* Which of several hypotheses are rejected when all of them together may be wrong with probability `alpha` (Holm 1979): the smallest p-value is held to alpha / m,
* the next to alpha / (m − 1), and so on until one stays.
*/
function holm(probabilities, alpha) {
	const order = probabilities.map((_, index) => index).sort((a, b) => (probabilities[a] ?? 1) - (probabilities[b] ?? 1));
	const rejected = probabilities.map(() => false);
	for (const [step, index] of order.entries()) {
		if (!((probabilities[index] ?? 1) <= alpha / (probabilities.length - step))) break;
		rejected[index] = true;
	}
	return rejected;
}
/** Of what is timed. */
const TIMED = {
	prior: .05,
	floor: .02
};
/** Of what is counted: the edges of the measured time. What requests drawn at random add to it, the history shows. */
const COUNTED = {
	prior: .001,
	floor: 0
};
/**
* The noise that a history of positive values shows.
* @throws RangeError without values, or with one that is not a positive finite number
*/
function noiseBetweenRuns(values, { prior, floor } = TIMED) {
	const odd = values.find((value) => !(value > 0) || !Number.isFinite(value));
	if (odd !== void 0) throw new RangeError(`a history needs positive finite values, got ${odd}`);
	const logs = values.map((value) => Math.log(value));
	const runs = logs.length;
	const seen = Math.max(robustSigma(logs), floor);
	const degrees = 4 + runs - 1;
	const sigma = Math.sqrt((4 * prior ** 2 + (runs - 1) * seen ** 2) / degrees);
	return {
		runs,
		centre: centreOf(values, logs),
		sigma,
		spread: sigma * Math.sqrt(1 + 1 / runs),
		degrees
	};
}
/** An odd number of runs has a middle one: taken as it is, so that no digit changes on the way through the logarithm. */
function centreOf(values, logs) {
	return values.length % 2 === 1 ? median(values) : Math.exp(median(logs));
}
/** The log ratio that the next run of unchanged code stays below with probability `confidence` (one side). */
function predictionHalfWidth(noise, confidence) {
	return tQuantile(confidence, noise.degrees) * noise.spread;
}
// src/judge/comparison.ts
/** A latency or the throughput against its history: changes as log ratios, judged by the noise between runs. */
/** A run of unchanged code is called a regression once in a thousand times, metric by metric. */
const ALARM_CONFIDENCE = .999;
/** One side of the interval that is shown, and of "no change": both sides together hold 90 %. */
const INTERVAL_CONFIDENCE = .95;
/** Power of the smallest detectable change: caught nine times of ten. */
const POWER = .9;
/** What only a comparison with the base commit knows. */
const OF_A_BASELINE = {
	sufficient: null,
	confirmation: null
};
/**
* One run's value against accepted runs; null when either has nothing to compare: no value, or none above zero, where ratios have no meaning.
* `limit` is the user's largest change for the worse as a share (0.1: 10 %), or null;
* `edge` the share of requests that the edges of the measured time cut.
*/
function compareWithHistory(name, value, runs, limit, edge = 0) {
	const metric = METRICS[name];
	const history = runs.flatMap((run) => comparable(metric, run.metrics[name]) ?? []);
	const now = comparable(metric, value);
	if (now === null || history.length === 0) return null;
	const noise = noiseBetweenRuns(history, metric.exact ? COUNTED : TIMED);
	const scale = scaleOf(metric, now, noise, {
		limit,
		floor: Math.max(Math.log1p(metric.noiseFloor), exactFloor(metric, edge))
	});
	const ratio = Math.log(now / noise.centre);
	const reach = predictionHalfWidth(noise, POWER);
	return {
		against: "baseline",
		reference: metric.exact ? median(runs.flatMap((run) => run.metrics[name] ?? [])) : noise.centre,
		replicates: noise.runs,
		change: now / noise.centre - 1,
		interval: [Math.expm1(ratio - scale.half), Math.expm1(ratio + scale.half)],
		limit,
		tolerance: asChange(metric, scale.tolerance),
		widened: limit !== null && scale.tolerance > asLog(metric, limit),
		detectable: asChange(metric, scale.tolerance + reach),
		outcome: outcomeOf$2(scale),
		...OF_A_BASELINE
	};
}
function scaleOf(metric, value, noise, { limit, floor }) {
	const reference = noise.centre;
	const alarm = Math.max(predictionHalfWidth(noise, ALARM_CONFIDENCE), floor);
	const floors = absoluteFloors(metric, reference);
	return {
		worse: (metric.better === "lower" ? 1 : -1) * Math.log(value / reference),
		half: predictionHalfWidth(noise, INTERVAL_CONFIDENCE),
		tolerance: Math.max(limit === null ? 0 : asLog(metric, limit), alarm, floors.worse),
		better: Math.max(alarm, floors.better),
		relevant: Math.max(asLog(metric, limit ?? .1), floors.worse, metric.exact ? floor : 0)
	};
}
function outcomeOf$2(scale) {
	if (scale.worse > scale.tolerance) return "regression";
	if (scale.worse < -scale.better) return "improvement";
	return scale.worse + scale.half < scale.relevant ? "no-change" : "inconclusive";
}
// src/judge/looks.ts
/** The looks of a run, in their order. The first clears most unchanged services, and sees nothing but large changes: with four blocks Student's t asks for 20 standard errors. */
const LOOKS = [
	{
		blocks: 4,
		alpha: 5e-4
	},
	{
		blocks: 6,
		alpha: 5e-4
	},
	{
		blocks: 9,
		alpha: .001
	},
	{
		blocks: 14,
		alpha: .001
	},
	{
		blocks: 22,
		alpha: .001
	},
	{
		blocks: 34,
		alpha: .001
	}
];
/** Fresh blocks after which an alarm is confirmed or goes on waiting; after the last number it is refuted. */
const CONFIRM_LOOKS = [
	4,
	8,
	16
];
/** With fewer fresh blocks it stays unconfirmed. */
const CONFIRM_BLOCKS_MIN = Math.min(...CONFIRM_LOOKS);
/** More are not measured. */
const CONFIRM_BLOCKS = Math.max(...CONFIRM_LOOKS);
/** The look that so many blocks are judged by: the next one, of which they take the place when the budget ends before it. */
function lookAt$6(blocks) {
	return LOOKS.find((look) => blocks <= look.blocks) ?? LAST;
}
/** The last look: nothing is measured beyond it. */
const LAST = LOOKS.at(-1) ?? {
	blocks: 0,
	alpha: 0
};
/** True when a look is due. */
const isLook = (blocks) => LOOKS.some((look) => look.blocks === blocks);
// src/judge/beside.ts
/**
* Two builds measured beside each other, judged from the effects of their blocks.
*
* The unit of replication is the block: fresh boots of both builds. A metric alarms when, at the error rate that the look may spend (Holm over all limited metrics of all
* scenarios), its effect exceeds the smallest effect worth speaking of, and its centre reaches the limit. An alarm is a regression only when fresh blocks
* confirm it. Sources: group-sequential spending by Bonferroni as in Jennison & Turnbull, Group Sequential Methods (2000), §7; the rest in docs/decisions.
*/
/** The smallest effect worth speaking of, by sensitivity: what is below may be the luck of memory layout, which no number of boots averages out. */
const MINIMUM_EFFECT = {
	standard: .01,
	strict: .005
};
/** A metric without a limit of its own is judged by this one, and decides nothing. */
const RELEVANT_BESIDE = .03;
/**
* Compares every metric of every scenario at once, since they share the error budget. In the order given; each has at least one block of the main phase.
*
* The quiet turns decide. What they cannot see, since it happens in some turns only, is looked for in all turns together: half of the error budget is spent on that, and
* an alarm there counts as one.
*/
function compareBeside(all, terms) {
	const { alpha } = lookAt$6(terms.blocks);
	const family = Math.max(1, all.filter(({ limit }) => limit !== null).length);
	const [quiet, overall] = ["quiet", "overall"].map((view) => {
		return crossings(all.map((effects) => openCase(effects, view, terms.sensitivity)), alpha / 2);
	});
	return all.flatMap((_, index) => {
		const usual = quiet?.[index];
		const whole = overall?.[index];
		if (usual === void 0 || whole === void 0) return [];
		const seen = whole.alarmed && !usual.alarmed ? whole : usual;
		return [comparisonOf(seen.of, seen, {
			...terms,
			family
		})];
	});
}
function openCase(effects, view, sensitivity) {
	const row = METRICS[effects.metric];
	const given = effects.limit ?? .03;
	const floors = absoluteFloors(row, comparable(row, effects.values.base) ?? 0);
	const valuesOf = (phase) => effects.blocks.filter((block) => block.phase === phase).map((block) => block[view]);
	const confirm = valuesOf("confirm");
	return {
		effects,
		row,
		main: estimateOf(valuesOf("main")),
		confirm: confirm.length === 0 ? null : estimateOf(confirm),
		all: estimateOf([...valuesOf("main"), ...confirm]),
		minimum: minimumEffect(row, given, sensitivity),
		limit: Math.max(asLog(row, given), floors.worse, exactFloor(row)),
		gain: Math.max(asLog(row, given), floors.better, exactFloor(row))
	};
}
/** The smallest effect worth speaking of for a metric with this limit, as a log ratio. */
function minimumEffect(row, limit, sensitivity) {
	return asLog(row, Math.min(MINIMUM_EFFECT[sensitivity], limit / 2));
}
function crossings(cases, alpha) {
	const alarms = rejected(cases, alpha, (each) => probabilityAbove(each.main, each.minimum));
	const gains = rejected(cases, alpha, (each) => probabilityAbove(mirrored(each.main), each.minimum));
	return cases.map((each, index) => ({
		of: each,
		alarmed: alarms[index] === true && each.main.centre >= each.limit,
		gained: gains[index] === true && each.all.centre <= -each.gain
	}));
}
const mirrored = (estimate) => ({
	...estimate,
	centre: -estimate.centre
});
/** Limited metrics share the budget; one without a limit decides nothing and is held to all of it. */
function rejected(cases, alpha, probability) {
	const limited = cases.filter(({ effects }) => effects.limit !== null);
	const shared = holm(limited.map(probability), alpha);
	return cases.map((each) => {
		const at = limited.indexOf(each);
		return at >= 0 ? shared[at] === true : probability(each) <= alpha;
	});
}
function comparisonOf(each, crossing, terms) {
	const { effects, row, all, limit } = each;
	const ends = [asValueChange(row, bounded(lowerBound(all, INTERVAL_CONFIDENCE))), asValueChange(row, bounded(upperBound(all, INTERVAL_CONFIDENCE)))].toSorted((left, right) => left - right);
	const confirmation = crossing.alarmed ? confirmationOf(each) : null;
	return {
		against: "base",
		reference: effects.values.base,
		replicates: all.count,
		change: asValueChange(row, all.centre),
		interval: [ends[0] ?? 0, ends[1] ?? 0],
		limit: effects.limit,
		tolerance: asChange(row, limit),
		widened: effects.limit !== null && limit > asLog(row, effects.limit),
		detectable: asChange(row, bounded(caughtBeside(each.main, each, reachOf(each, terms)))),
		outcome: outcomeOf$1(each, crossing, confirmation),
		sufficient: sufficientLoad(each, terms),
		confirmation
	};
}
function confirmationOf({ confirm, all, minimum, limit }) {
	if (confirm === null || confirm.count < CONFIRM_BLOCKS_MIN) return "missing";
	return lowerBound(confirm, .975) > minimum && all.centre >= limit ? "confirmed" : "refuted";
}
function outcomeOf$1({ all, limit }, { alarmed, gained }, confirmation) {
	if (alarmed) return confirmation === "confirmed" ? "regression" : "inconclusive";
	if (gained) return "improvement";
	return upperBound(all, .95) < limit ? "no-change" : "inconclusive";
}
/**
* The smallest effect that stands clear of the smallest one worth speaking of nine times of ten, after so many
* blocks with the noise of these: log ratios.
*/
function detectableBeside(main, minimum, reach) {
	const { blocks } = reach;
	return minimum + criticalValue(reach) * errorAfter(main, blocks) + chanceAfter(main, blocks);
}
/**
* The smallest effect that is caught nine times of ten, after so many blocks with the noise of these: it must
* reach the limit as well. Log ratios.
*/
function caughtBeside(main, { minimum, limit }, reach) {
	return Math.max(limit + chanceAfter(main, reach.blocks), detectableBeside(main, minimum, reach));
}
/** Standard error of the centre of so many blocks that are as noisy as these. */
const errorAfter = (main, blocks) => main.standardError * Math.sqrt(main.count / blocks);
/** By so much the centre falls short of the truth at most, nine times of ten. */
const chanceAfter = (main, blocks) => tQuantile(POWER, Math.max(1, blocks - 1)) * errorAfter(main, blocks);
const criticalValue = ({ blocks, family }) => tQuantile(1 - lookAt$6(blocks).alpha / 2 / family, Math.max(1, blocks - 1));
/** A measurement goes on while it is undecided, so that what it can catch is what all blocks that it may take can. */
const reachOf = ({ main }, { blocksMax, family }) => ({
	blocks: Math.max(blocksMax, main.count),
	family
});
/** No budget of anybody's pays for more blocks. */
const SUFFICIENT_BLOCKS_MAX = 1e3;
/**
* Time under load until an effect as large as the limit stands clear nine times of ten, if the blocks stay as noisy as they were; null when the blocks that may be taken
* are enough, or no number of them is.
*/
function sufficientLoad({ main, minimum, limit }, terms) {
	const { family, blocksMax, blockLoad } = terms;
	const clear = (blocks) => detectableBeside(main, minimum, {
		blocks,
		family
	}) <= limit;
	if (main.standardError === Infinity || clear(Math.max(blocksMax, main.count, 2))) return null;
	for (let blocks = blocksMax + 1; blocks <= SUFFICIENT_BLOCKS_MAX; blocks += 1) if (clear(Math.max(blocks, 2))) return millis(blocks * blockLoad);
	return null;
}
// src/judge/effects.ts
/** With fewer turns a build has no quarter to speak of. */
const TURNS_MIN$1 = 8;
/** The effects of every block of both builds, in their order. */
function effectsOf(run, scenario) {
	return run.blocks.flatMap((block) => {
		const head = sliceOf$1(block, scenario, "head");
		const base = sliceOf$1(block, scenario, "base");
		if (!isComparing(block) || head === null || base === null) return [];
		return [{
			phase: block.phase,
			...effectBetween(base, head)
		}];
	});
}
const sliceOf$1 = ({ slices }, scenario, side) => slices.find((each) => each.scenario === scenario && each.side === side) ?? null;
function effectBetween(base, head) {
	const before = readSlice(base);
	const now = readSlice(head);
	const overall = forEveryMetric((metric) => worseBy(metric, before.metrics[metric], now.metrics[metric]));
	const turns = turnEffects(base.turns, head.turns);
	return {
		overall,
		quiet: forEveryMetric((metric) => turns.quiet[metric] ?? overall[metric]),
		shift: turns.shift ?? differenceOf$1(before.level, now.level),
		honesty: turns.honesty
	};
}
/** The effects that can be read off turns alone. */
function turnEffects(base, head) {
	return {
		quiet: forEveryMetric((metric) => {
			const read = worseInATurn(metric);
			return read === null ? null : quietEffect(base, head, read);
		}),
		shift: quietEffect(base, head, ({ level }) => level),
		honesty: honestyOf$1(base, head)
	};
}
/** Null unless both builds took enough turns, and all of them have a value. */
function quietEffect(base, head, read) {
	if (Math.min(base.length, head.length) < TURNS_MIN$1) return null;
	return differenceOf$1(quietOf(base, read), quietOf(head, read));
}
function worseBy(metric, base, head) {
	const [before, now] = [comparable(METRICS[metric], base), comparable(METRICS[metric], head)];
	if (before === null || now === null) return null;
	const ratio = Math.log(now / before);
	if (!Number.isFinite(ratio)) return null;
	return METRICS[metric].better === "lower" ? ratio : -ratio;
}
const differenceOf$1 = (before, now) => before === null || now === null ? null : now - before;
/** A slice never changes, and is asked again after every block. */
const read = /* @__PURE__ */ new WeakMap();
function readSlice(slice) {
	const known = read.get(slice);
	if (known !== void 0) return known;
	const latency = fromRecord(slice.latency);
	const reading = {
		metrics: metricsOf$2(slice, latency),
		level: levelOf(latency)
	};
	read.set(slice, reading);
	return reading;
}
// src/stats/newcombe.ts
/** Intervals for shares of counted things: Wilson's for one share, Newcombe's for the difference of two. */
/**
* Wilson's score interval (Wilson 1927): both ends hold with probability `confidence` each.
* @throws RangeError unless 0 <= hits <= total and total > 0
*/
function wilsonInterval(share, confidence) {
	const { hits, total } = share;
	if (!(total > 0) || !(hits >= 0) || !(hits <= total)) throw new RangeError(`${hits} of ${total} is not a share`);
	const z = normalQuantile(confidence);
	const rate = hits / total;
	const centre = rate + z ** 2 / (2 * total);
	const half = z * Math.sqrt(rate * (1 - rate) / total + z ** 2 / (4 * total ** 2));
	const scale = 1 + z ** 2 / total;
	return [hits === 0 ? 0 : Math.max(0, (centre - half) / scale), hits === total ? 1 : Math.min(1, (centre + half) / scale)];
}
/**
* The difference `now` − `before` of two shares, by Newcombe's hybrid score method (Newcombe 1998, method 10); both ends hold with probability
* `confidence` each.
* @throws RangeError as {@link wilsonInterval}
*/
function newcombeInterval(before, now, confidence) {
	const [lowBefore, highBefore] = wilsonInterval(before, confidence);
	const [lowNow, highNow] = wilsonInterval(now, confidence);
	const rateBefore = before.hits / before.total;
	const rateNow = now.hits / now.total;
	const difference = rateNow - rateBefore;
	return [difference - Math.hypot(rateNow - lowNow, highBefore - rateBefore), difference + Math.hypot(highNow - rateNow, rateBefore - lowBefore)];
}
/** Many shares of the same thing as one. */
function pooled(shares) {
	return {
		hits: shares.reduce((sum, share) => sum + share.hits, 0),
		total: shares.reduce((sum, share) => sum + share.total, 0)
	};
}
/**
* How many times more the shares vary than counting alone explains (Pearson's chi-square over its degrees of freedom), at least 1: errors come in bursts,
* and dividing a total by this gives the number of independent observations it is worth.
*/
function overdispersion(shares) {
	const all = pooled(shares);
	const rate = all.hits / all.total;
	if (shares.length < 2 || !(rate > 0) || !(rate < 1)) return 1;
	const chiSquare = shares.filter((share) => share.total > 0).reduce((sum, { hits, total }) => sum + (hits - total * rate) ** 2 / (total * rate * (1 - rate)), 0);
	return Math.max(1, chiSquare / (shares.length - 1));
}
/**
* One run's error rate against the pooled accepted runs, or the head's against the blocks of the base; null when either has no attempts. `limit` is the user's largest rise in points (0.01: one
* point), or null.
*
* Errors that come in bursts count for less: both totals are divided by the overdispersion of the history. And the history counts for no more attempts than
* the run: Newcombe's interval keeps its promise of 1 false alarm in 1000 for groups of one size, but with a history a hundred times the run and rare errors
* it alarms up to 13 times in 1000 (enumerated over both binomial distributions).
*/
function compareErrorRate(counts, runs, limit, against = "baseline") {
	const history = runs.map((run) => failuresOf(run.counts)).filter((share) => share.total > 0);
	const now = failuresOf(counts);
	if (now.total <= 0 || history.length === 0) return null;
	const bursts = overdispersion(history);
	const all = pooled(history);
	const before = scaled$1(all, Math.min(1, now.total / all.total) / bursts);
	const worth = scaled$1(now, 1 / bursts);
	const difference = differenceOf(before, worth);
	const floor = Math.max(METRICS["error-rate"].noiseFloor, METRICS["error-rate"].absoluteFloor);
	const tolerance = Math.max(limit ?? 0, floor, difference.below);
	return {
		against,
		reference: all.hits / all.total,
		replicates: history.length,
		change: difference.points,
		interval: difference.interval,
		limit,
		tolerance,
		widened: limit !== null && tolerance > limit,
		detectable: tolerance + reachBeyond(before, worth, tolerance),
		outcome: outcomeOf(difference, {
			tolerance,
			floor,
			relevant: Math.max(limit ?? .01, floor)
		}),
		...OF_A_BASELINE
	};
}
const scaled$1 = ({ hits, total }, factor) => ({
	hits: hits * factor,
	total: Math.max(total * factor, hits * factor)
});
function differenceOf(before, now) {
	const points = now.hits / now.total - before.hits / before.total;
	const [low, high] = newcombeInterval(before, now, ALARM_CONFIDENCE);
	return {
		points,
		interval: newcombeInterval(before, now, INTERVAL_CONFIDENCE),
		below: points - low,
		above: high - points
	};
}
/** What must be added to the tolerance so that a rise by both is caught with the power promised. */
function reachBeyond(before, now, tolerance) {
	const rate = Math.min(1, before.hits / before.total + tolerance);
	const [low] = newcombeInterval(before, {
		hits: rate * now.total,
		total: now.total
	}, POWER);
	return rate - before.hits / before.total - low;
}
function outcomeOf(difference, lines) {
	if (difference.points > lines.tolerance) return "regression";
	if (difference.points < -Math.max(lines.floor, difference.above)) return "improvement";
	return difference.interval[1] < lines.relevant ? "no-change" : "inconclusive";
}
// src/judge/limits.ts
/** The strictest relative limit of a metric against the stored baseline, or null. */
const baselineLimit = (metric, limits) => strictest(metric, limits, ({ change }) => change);
/** The strictest relative limit of a metric against the base commit, or null. */
const besideLimit = (metric, limits) => strictest(metric, limits, ({ beside }) => beside);
/** True for a limit of this metric that somebody wrote down, and that therefore needs a value. */
const isAsked = (limit, metric) => limit.metric === metric && (limit.kind === "absolute" || limit.asked === true);
function strictest(metric, limits, read) {
	const changes = limits.flatMap((limit) => limit.kind === "relative" && limit.metric === metric ? [read(limit)] : []);
	return changes.length === 0 ? null : Math.min(...changes);
}
// src/judge/compare-run.ts
/** Compares head and base, scenario by scenario. @throws Failure when a scenario was not measured on both */
function compareRun(run, plan) {
	const scenarios = plan.scenarios.map((scenario) => ({
		scenario,
		effects: effectsOf(run, scenario.name)
	}));
	const rows = scenarios.flatMap(({ scenario, effects }) => metricEffects(run, scenario, effects).map((each) => ({
		scenario: scenario.name,
		effects: each
	})));
	const blocks = run.blocks.filter(isComparing);
	const compared = compareBeside(rows.map(({ effects }) => effects), {
		sensitivity: plan.sensitivity,
		blocks: blocks.filter(({ phase }) => phase === "main").length,
		blockLoad: blockLoadOf(run),
		blocksMax: blocksMax(run, plan)
	});
	return new Map(scenarios.map(({ scenario, effects }) => {
		const own = rows.flatMap((row, index) => {
			const comparison = compared[index];
			return row.scenario !== scenario.name || comparison === void 0 ? [] : [[row.effects.metric, comparison]];
		});
		const errors = compareErrors(run, scenario);
		const all = [...own, ...errors === null ? [] : [["error-rate", errors]]];
		return [scenario.name, {
			comparisons: Object.fromEntries(all),
			shift: shiftOf(effects)
		}];
	}));
}
/** Mean time under load of the blocks of both builds. */
function blockLoadOf({ blocks }) {
	const loads = blocks.filter(isComparing).map(({ load }) => load);
	return millis(loads.length === 0 ? 0 : meanOf$1(loads));
}
/** Blocks of the main phase that the budget pays for, less what confirming would take. */
function blocksMax(run, { budget }) {
	const load = blockLoadOf(run);
	const before = run.blocks.filter((block) => !isComparing(block)).reduce((sum, block) => sum + block.load, 0);
	return Math.max(1, mainBlocksFor(millis(budget - before), load));
}
/** Blocks of the main phase that this much time under load pays for; none or fewer when it is too short. */
function mainBlocksFor(budget, blockLoad) {
	if (blockLoad <= 0) return LAST.blocks;
	return Math.min(LAST.blocks, Math.floor(budget / blockLoad) - CONFIRM_BLOCKS_MIN);
}
/**
* What the blocks say of each metric of a scenario that they can compare, in the order of the metrics. `effects` are
* the scenario's own. @throws Failure when it was not measured on both
*/
function metricEffects(run, scenario, effects) {
	const head = summarise(run, scenario.name, "head").metrics;
	const base = summarise(run, scenario.name, "base").metrics;
	return METRIC_NAMES.flatMap((metric) => {
		const values = {
			base: base[metric],
			head: head[metric]
		};
		if (METRICS[metric].change === "points" || values.base === null || values.head === null) return [];
		const blocks = blocksOf(effects, metric);
		if (blocks.every(({ phase }) => phase !== "main")) return [];
		return [{
			metric,
			limit: besideLimit(metric, scenario.limits),
			values: {
				base: values.base,
				head: values.head
			},
			blocks
		}];
	});
}
/** The blocks that have a value of the metric. */
const blocksOf = (effects, metric) => effects.flatMap(({ phase, quiet, overall }) => {
	const [usual, whole] = [quiet[metric], overall[metric]];
	return usual === null || whole === null ? [] : [{
		phase,
		quiet: usual,
		overall: whole
	}];
});
function compareErrors(run, scenario) {
	const base = summarise(run, scenario.name, "base");
	const { counts } = summarise(run, scenario.name, "head");
	return compareErrorRate(counts, base.slices, besideLimit("error-rate", scenario.limits), "base");
}
function shiftOf(effects) {
	const shifts = effects.flatMap(({ shift }) => shift ?? []);
	if (shifts.length < 2) return null;
	const estimate = estimateOf(shifts);
	return {
		change: Math.expm1(estimate.centre),
		interval: [Math.expm1(lowerBound(estimate, INTERVAL_CONFIDENCE)), Math.expm1(upperBound(estimate, INTERVAL_CONFIDENCE))]
	};
}
// src/judge/outcome.ts
/** From judgements to one word and an exit code. */
/** Outcomes, worst first. */
const OUTCOMES = [
	"fail",
	"void",
	"inconclusive",
	"no-baseline",
	"pass"
];
/**
* What a scenario's judgements come to. A void measurement can only fail by the error rate, since errors are the service's own and timings are not to be
* believed. A metric with a relative limit that has nothing to be compared with leaves the scenario without a baseline; a scenario that has only absolute
* limits needs none.
*/
function outcomeOfScenario(judgements, voids, limits) {
	const failed = judgements.filter((judgement) => judgement.failed);
	if (voids.length > 0) return failed.some(({ metric }) => metric === "error-rate") ? "fail" : "void";
	if (failed.length > 0) return "fail";
	const compared = judgements.filter(({ metric }) => limits.some((limit) => limit.kind === "relative" && limit.metric === metric));
	if (compared.some(isUndecided)) return "inconclusive";
	return compared.some((judgement) => lacksReference(judgement, limits)) ? "no-baseline" : "pass";
}
/** An alarm that is only advice decides nothing, unless it was accepted. */
const isUndecided = ({ comparison, advisory, acceptance }) => comparison?.outcome === "inconclusive" || advisory && comparison?.outcome === "regression" && acceptance?.within !== true;
/** What cannot be measured of every service, or was not when the baseline was taken, is missed by those only who asked for it. Of 0 there is no ratio. */
function lacksReference({ metric, value, comparison }, limits) {
	if (comparison !== null) return false;
	return !METRICS[metric].optional || value !== 0 && limits.some((limit) => isAsked(limit, metric));
}
/** The worst of several outcomes; nothing measured is void, never a pass. */
function worstOutcome(outcomes) {
	return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? "void";
}
/**
* The exit code of all scenarios together. Each is asked by itself, so that a milder policy for one outcome cannot hide a stricter one for another.
* `warn-only` asks none of them.
*/
function exitCodeOf(outcomes, policy) {
	if (policy.mode === "warn-only" && outcomes.length > 0) return EXIT.pass;
	if (outcomes.includes("fail")) return EXIT.failed;
	if (outcomes.includes("void") || outcomes.length === 0) return EXIT.notMeasured;
	return policy.onInconclusive === "fail" && outcomes.includes("inconclusive") || policy.onNoBaseline === "fail" && outcomes.includes("no-baseline") ? EXIT.failed : EXIT.pass;
}
/** A measurement that is void for these reasons would be so beside the base commit too. */
const HOPELESS = [
	"generator-bound",
	"too-few-answers",
	"no-answers",
	"lost-answers",
	"arrivals-missed",
	"no-capacity",
	"little",
	"memory-unread",
	"metric-unread",
	"metric-untold"
];
/**
* True when a verdict by the stored baseline needs no second opinion of the base commit: everything passes by enough accepted runs, a limit is broken that
* knows no reference, or the service cannot be measured like this at all.
*/
function settles({ scenarios }) {
	return scenarios.every(({ outcome, judgements }) => outcome === "pass" && !judgements.some(isThin)) || scenarios.some(({ judgements }) => judgements.some(({ bounds }) => bounds.some(({ broken }) => broken))) || scenarios.some(({ voids }) => voids.some(({ kind }) => HOPELESS.includes(kind)));
}
/** Compared, by a limit, with fewer accepted runs than needed. */
const isThin = ({ advisory, comparison }) => advisory && comparison?.limit != null;
// src/judge/soundness.ts
/** Refuses numbers that cannot be judged: what is not finite compares false with every limit, and counts that do not add up hide failures. */
/** How many places are named in a refusal. */
const PLACES_MAX = 10;
/**
* Looks at every number in a plain value, however deep.
* @throws Failure kind `not-measured`, code `not-finite`, naming the places
*/
function refuseNonFinite(value, name) {
	const places = [...nonFinitePlaces(value, name)].slice(0, PLACES_MAX);
	if (places.length === 0) return;
	throw new Failure({
		kind: "not-measured",
		code: "not-finite",
		message: phrase$1("not-finite"),
		advice: phrase$1("measure-again-advice"),
		lines: places
	});
}
function* nonFinitePlaces(value, place) {
	if (typeof value === "number" && !Number.isFinite(value)) yield `${place} is ${value}`;
	if (typeof value !== "object" || value === null) return;
	for (const [key, member] of Object.entries(value)) yield* nonFinitePlaces(member, `${place}.${key}`);
}
/**
* Holds every slice to the identity of {@link Counts}: each request is in exactly one place.
* @throws Failure kind `not-measured`, code `counts-inconsistent`, naming the scenarios
*/
function refuseLostCount(run) {
	const wrong = run.blocks.flatMap((block) => block.slices).filter((slice) => !addsUp$1(slice));
	if (wrong.length === 0) return;
	throw new Failure({
		kind: "not-measured",
		code: "counts-inconsistent",
		message: phrase$1("counts-inconsistent"),
		advice: phrase$1("measure-again-advice"),
		lines: wrong.map((slice) => `${slice.scenario}: ${JSON.stringify(slice.counts)}`).slice(0, PLACES_MAX)
	});
}
function addsUp$1({ counts }) {
	const { sent, ok, httpError, connectionError, timeout, lost, inFlight } = counts;
	return Object.values(counts).every((count) => count >= 0) && sent === ok + httpError + connectionError + timeout + lost + inFlight;
}
// src/judge/same-engine.ts
/** Names of the engines of accepted runs (`autocannon 9.0.0`, `autocannon 9.0.0, undici 8.12.4`), without versions. */
function engineNames(engine) {
	const names = engine.split(", ").map((each) => each.split(" ", 1)[0] ?? "");
	return [...new Set(names)].sort().join(" and ");
}
/** Names of the engines that measured a scenario, in the same form. */
const enginesOf = ({ slices }) => engineNames(slices.map(({ engine }) => engine.name).join(", "));
/** The accepted runs by the same engine; all of them when there are none, for which the measurement is void. */
function runsBySameEngine(runs, summary) {
	const here = enginesOf(summary);
	const same = runs.filter(({ engine }) => engineNames(engine) === here);
	return same.length > 0 ? same : runs;
}
/** Of few answers, the law is off by chance: by so many times the root of their number at most. */
const CHANCE = 3;
/** A step is long enough for the law when it lasts so many mean latencies: what begins and ends outside of it is then little. */
const LATENCIES_A_STEP = 8;
/** All reasons for which what a search found is void. `busy`: share of a core, or of its event loop, from which on a generator measures itself. */
function searchVoids(slices, busy) {
	const searches = slices.flatMap(({ search }) => search ?? []);
	const steps = searches.flatMap(decidingSteps);
	const cpu = Math.max(0, ...steps.map(({ generator }) => generator.cpu));
	const eventLoop = Math.max(0, ...steps.map(({ generator }) => generator.eventLoop));
	return [
		...cpu > busy || eventLoop > busy ? [{
			kind: "generator-bound",
			cpu,
			eventLoop
		}] : [],
		...searches.flatMap(noCapacity).slice(0, 1),
		...searches.flatMap(lawless).slice(0, 1)
	];
}
/** The step that carried the most, and the first that was too much. */
function decidingSteps(search) {
	const levels = levelsOf$1(search);
	const carried = carriedLevels(levels);
	const highest = highestThroughput(carried);
	return [carried.find(({ step }) => step.throughput === highest), levels[carried.length]].flatMap((level) => level?.step ?? []);
}
function noCapacity(search) {
	if (capacityOf(search) !== null) return [];
	const [lowest] = levelsOf$1(search);
	if (lowest === void 0 || lowest.broken === null) return [];
	return [{
		kind: "no-capacity",
		search: search.kind,
		level: lowest.level,
		reason: lowest.broken
	}];
}
/** Of the step that carried the most: a law that holds of any system that is measured rightly, so what breaks it is the measurement. */
function lawless(search) {
	const [best] = decidingSteps(search);
	if (best === void 0 || (best.mean ?? 0) * LATENCIES_A_STEP > best.elapsed) return [];
	const gap = littleGap(best, search.thinkTime);
	return gap === null || gap <= Math.max(.1, CHANCE / Math.sqrt(best.counts.ok)) ? [] : [{
		kind: "little",
		level: best.level,
		throughput: best.throughput,
		mean: best.mean ?? 0,
		gap
	}];
}
// src/judge/worker-voids.ts
/** More workers were lost, or came late, than the configuration allows. */
function workerVoids(slices) {
	const uses = slices.flatMap(({ engine }) => engine.workers === void 0 ? [] : [engine.workers]);
	const workers = uses.flatMap((each) => each.workers);
	const lost = workers.filter(({ lostAt }) => lostAt !== null).length;
	const late = workers.filter((worker) => worker.late && worker.lostAt === null).length;
	const mayLose = Math.max(0, ...uses.map((each) => each.mayLose));
	return lost + late > mayLose ? [{
		kind: "workers-unsteady",
		lost,
		late,
		of: workers.length,
		mayLose
	}] : [];
}
// src/judge/voids.ts
/** Why a measurement cannot be believed: its numbers are then neither green nor red. */
/**
* A generator busier than this, by its CPU time or by its event loop, measures its own queue: at 85 % an answer waits on average for almost six others
* (ρ/(1−ρ)) before the generator even looks at it. The event loop is looked at too because a generator that is ready but has no core is as late
* as one that computes.
*/
const GENERATOR_BUSY = .85;
/** All reasons for which a scenario's measurement is void, the plainest first. What was measured is the head, and the base where it was measured beside. */
function findVoids(measured, scenario, runs) {
	const [summary] = measured;
	const slices = measured.flatMap((each) => each?.slices ?? []);
	if (measured.some((each) => each?.counts.ok === 0 || each?.answers === 0)) return [{ kind: "no-answers" }];
	if (scenario.search !== null) return [...searchVoids(slices, GENERATOR_BUSY), ...runs.length === 0 ? [] : otherEngine(summary, runs)];
	return [
		...workerVoids(slices),
		...generatorBound(slices),
		...arrivalsMissed(slices),
		...lostAnswers(summary),
		...tooFewAnswers(summary, scenario),
		...unread(measured, scenario),
		...runs.length === 0 ? [] : [
			...otherEngine(summary, runs),
			...statusMix(summary, scenario, runs),
			...answerSize(summary, scenario, runs)
		]
	];
}
function generatorBound(slices) {
	const cpu = Math.max(...slices.map((slice) => slice.generator?.cpu ?? 0));
	const eventLoop = Math.max(...slices.map((slice) => slice.generator?.eventLoop ?? 0));
	if (cpu <= .85 && eventLoop <= .85) return [];
	return [{
		kind: "generator-bound",
		cpu,
		eventLoop
	}];
}
/** …if they are more than those that had just arrived when the time was over. */
const MISSED_FEW = 2;
function arrivalsMissed(slices) {
	const arrivals = addArrivals(slices);
	if (arrivals === null) return [];
	const { planned, dropped, waiting } = arrivals;
	const missed = dropped + waiting;
	return missed > Math.max(MISSED_FEW * slices.length, .005 * planned) ? [{
		kind: "arrivals-missed",
		planned,
		missed
	}] : [];
}
/** autocannon sends on a connection that the service has said it will close, where other clients open a new one: it loses what they would not. */
function lostAnswers(summary) {
	return summary.slices.some((slice) => slice.engine.name === "autocannon" && slice.counts.lost > 0) ? [{
		kind: "lost-answers",
		lost: summary.counts.lost,
		sent: summary.counts.sent
	}] : [];
}
/** `runs` are those by the same engine where there are any. */
function otherEngine(summary, runs) {
	const now = enginesOf(summary);
	const before = [...new Set(runs.map(({ engine }) => engineNames(engine)))];
	return before.includes(now) ? [] : [{
		kind: "engine-changed",
		before: before.join(", "),
		now
	}];
}
/** Number of answers that back a quantile, or null for metrics that are none: 20 for p50, 200 for p95, 1000 for p99. */
function answersNeeded(metric) {
	const { quantile } = METRICS[metric];
	return quantile === null ? null : Math.round(10 / (1 - quantile));
}
function tooFewAnswers(summary, scenario) {
	const answers = summary.answers;
	return METRIC_NAMES.filter((metric) => scenario.limits.some((limit) => limit.metric === metric)).flatMap((metric) => {
		const needed = answersNeeded(metric);
		return needed === null || answers >= needed ? [] : [{
			kind: "too-few-answers",
			metric,
			answers,
			needed
		}];
	});
}
/** A limit on what was not measured would be kept by every service. A bound is the head's; a change needs both builds. */
function unread([head, base], { limits }) {
	return METRIC_NAMES.flatMap((metric) => {
		if (!limits.filter((limit) => isAsked(limit, metric)).some(({ kind }) => head.metrics[metric] === null || kind === "relative" && base?.metrics[metric] === null)) return [];
		if (head.slices.some(({ imported }) => imported !== void 0)) return [{
			kind: "metric-untold",
			metric
		}];
		return metric === "memory-growth" ? [{ kind: "memory-unread" }] : [{
			kind: "metric-unread",
			metric
		}];
	});
}
/**
* Status classes among expected answers, then and now. Unexpected answers are left out: they are errors, and the error rate judges them. A stored run
* knows classes only, so a class counts when any of its statuses is expected.
*/
function statusMix(summary, scenario, runs) {
	const { load } = scenario;
	const expected = isForeign(load) ? [{
		from: 100,
		to: 399
	}] : load.requests.flatMap((request) => request.expect);
	const answers = summary.statuses.filter(({ status }) => isExpected(status, expected));
	const now = sharesByClass(answers);
	const before = usualShares(runs, expected);
	const total = countOf(answers);
	const known = runs.reduce((sum, run) => sum + run.counts.ok, 0);
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(now)])].map((status) => ({
		status,
		before: before[status] ?? 0,
		now: now[status] ?? 0
	})).filter((mix) => hasMoved(mix.before, known, mix.now, total)).map((mix) => ({
		kind: "status-mix-changed",
		...mix
	}));
}
const isExpected = (status, expected) => expected.some(({ from, to }) => status >= from && status <= to);
const countOf = (answers) => answers.reduce((total, { count }) => total + count, 0);
/** Median share of each expected class over the accepted runs, the classes of pure errors left out. */
function usualShares(runs, expected) {
	const isPossible = (name) => expected.some(({ from, to }) => name >= statusClass(from) && name <= statusClass(to));
	const shares = runs.map((run) => {
		const possible = Object.entries(run.statusShares).filter(([name]) => isPossible(name));
		const whole = possible.reduce((sum, [, share]) => sum + share, 0);
		return new Map(possible.map(([name, share]) => [name, whole > 0 ? share / whole : 0]));
	});
	const names = new Set(shares.flatMap((share) => [...share.keys()]));
	return Object.fromEntries([...names].map((name) => [name, median(shares.map((share) => share.get(name) ?? 0))]));
}
/** More than the points allowed, and more than drawing requests at random explains. */
function hasMoved(before, known, now, total) {
	if (Math.abs(now - before) <= .05 || known === 0 || total === 0) return false;
	const [low, high] = newcombeInterval({
		hits: before * known,
		total: known
	}, {
		hits: now * total,
		total
	}, ALARM_CONFIDENCE);
	return low > 0 || high < 0;
}
/** A size that has a limit of its own is judged by that, and no veto. */
function answerSize(summary, { limits }, runs) {
	if (limits.some(({ metric }) => metric === "answer-size")) return [];
	const before = median(runs.map((run) => run.meanBodyBytes));
	const now = summary.meanBodyBytes;
	const change = Math.abs(now - before);
	if (change <= 16 || change <= .2 * before) return [];
	return [{
		kind: "answer-size-changed",
		before,
		now
	}];
}
// src/judge/judge.ts
/** Pure: what a run means, given its references and its limits. */
/**
* Judges every scenario of the plan by the limits of the plan. The head's slices are judged; `references` holds one reference a scenario, `standing` what was accepted and released
* before. What has expired is told by the date of the run.
* @throws Failure kind `not-measured` when a scenario or its reference is missing, a number is not finite, or counts do not add up: never a pass
*/
function judge(run, plan, references, standing = NO_STANDING) {
	refuseNonFinite(run, "run");
	refuseNonFinite(references, "references");
	refuseNonFinite(standing, "standing");
	refuseNonFinite(plan.scenarios.map((scenario) => scenario.limits), "limits");
	refuseLostCount(run);
	const beside = isBeside(run) ? compareRun(run, plan) : null;
	const scenarios = plan.scenarios.map((scenario) => {
		const compared = beside?.get(scenario.name);
		if (compared !== void 0) return judgeBeside({
			run,
			plan,
			scenario,
			compared,
			references,
			standing
		});
		return judgeAlone({
			run,
			standing,
			summary: summarise(run, scenario.name, "head"),
			scenario,
			plan,
			reference: referenceIn(run, plan, references, scenario.name)
		});
	});
	const outcomes = scenarios.map((scenario) => scenario.outcome);
	const verdict = {
		schema: 3,
		suite: plan.suite,
		outcome: worstOutcome(outcomes),
		exitCode: exitCodeOf(outcomes, plan.policy),
		scenarios,
		acceptances: standOf(standing.acceptances, scenarios, run.startedAt),
		refusedAcceptances: standing.refused
	};
	refuseNonFinite(verdict, "verdict");
	return verdict;
}
/** Own members only: no name may find something of the prototype's. */
function referenceOf(references, scenario) {
	const reference = Object.hasOwn(references, scenario) ? references[scenario] : void 0;
	if (reference !== void 0) return reference;
	throw new Failure({
		kind: "not-measured",
		code: "reference-missing",
		message: phrase$1("reference-missing", { scenario }),
		advice: phrase$1("reference-missing-advice")
	});
}
/** A base commit that was asked for and could not be measured leaves nothing to compare with. */
function referenceIn({ baseFailure }, plan, references, scenario) {
	if (plan.compare === "base" && baseFailure !== null) return {
		kind: "base-failed",
		failure: baseFailure
	};
	return referenceOf(references, scenario);
}
function judgeAlone({ run, standing, summary, scenario, plan, reference }) {
	const { limits } = scenario;
	const runs = reference.kind === "baseline" ? runsBySameEngine(reference.runs, summary) : [];
	const judgements = metricsOf$1(scenario.search !== null).map((metric) => {
		const compareWith = (known) => compare$1(metric, summary, baselineLimit(metric, limits), known);
		const comparison = compareWith(runs);
		const acceptance = accepting({
			run,
			standing,
			scenario
		}, {
			metric,
			comparison,
			runs,
			compareWith
		});
		return judgeMetric(metric, summary, limits, {
			comparison,
			acceptance,
			minimum: plan.baseline.minRuns
		});
	});
	const voids = findVoids([summary], scenario, runs);
	return {
		...ofSummary(summary),
		outcome: outcomeOfScenario(judgements, voids, limits),
		reference: reference.kind === "baseline" ? {
			...reference,
			runs
		} : reference,
		judgements,
		shift: null,
		screen: null,
		release: releaseOf(standing, scenario),
		voids
	};
}
function judgeBeside({ run, plan, scenario, compared, references, standing }) {
	const { limits, name } = scenario;
	const head = summarise(run, name, "head");
	const base = summarise(run, name, "base");
	const judgements = metricsOf$1(scenario.search !== null).map((metric) => {
		const comparison = compared.comparisons[metric] ?? null;
		const acceptance = accepting({
			run,
			standing,
			scenario
		}, {
			metric,
			comparison,
			runs: [],
			compareWith: () => null
		});
		return judgeMetric(metric, head, limits, {
			comparison,
			acceptance,
			minimum: 0
		});
	});
	const voids = [...findVoids([head, base], scenario, [asAccepted(base)]), ...honestyOf(run, scenario)];
	return {
		...ofSummary(head),
		outcome: outcomeOfScenario(judgements, voids, limits),
		reference: baseReference(run),
		judgements,
		shift: compared.shift,
		screen: screenOf({
			run,
			plan,
			scenario,
			references,
			standing
		}),
		release: releaseOf(standing, scenario),
		voids
	};
}
const ofSummary = ({ scenario, users, elapsed, counts, metrics, slices }) => ({
	scenario,
	users,
	elapsed,
	counts,
	metrics,
	thresholds: thresholdsOf(slices)
});
function honestyOf(run, { name, limits }) {
	const asked = METRIC_NAMES.flatMap((metric) => {
		const limit = besideLimit(metric, limits);
		return limit === null ? [] : [[metric, asLog(METRICS[metric], limit)]];
	});
	return besideVoids(effectsOf(run, name), { limits: Object.fromEntries(asked) });
}
function baseReference(run) {
	const blocks = run.blocks.filter(isComparing);
	return {
		kind: "base",
		commit: run.builds.find(({ side }) => side === "base")?.commit ?? null,
		blocks: blocks.length,
		confirmBlocks: blocks.filter(({ phase }) => phase === "confirm").length,
		load: millis(blocks.reduce((sum, { load }) => sum + load, 0))
	};
}
/** What the stored baseline said of the head alone, before the base commit was asked. */
function screenOf({ run, plan, scenario, references, standing }) {
	if (!run.blocks.some(({ phase }) => phase === "alone")) return null;
	const { outcome, judgements } = judgeAlone({
		run,
		standing,
		summary: summarise(run, scenario.name, "head", ["alone"]),
		scenario,
		plan,
		reference: referenceOf(references, scenario.name)
	});
	return {
		outcome,
		judgements
	};
}
/** The base as a run that answers can be held against. */
const asAccepted = (base) => ({
	engine: enginesOf(base),
	counts: base.counts,
	statusShares: base.statusShares,
	meanBodyBytes: base.meanBodyBytes
});
/** Own members only: no name may find something of the prototype's. */
const releaseOf = ({ releases }, { name }) => Object.hasOwn(releases, name) ? releases[name] ?? null : null;
/** What was accepted of a regression; null where nothing regressed that has a limit. */
function accepting({ run, standing, scenario }, { comparison, ...rest }) {
	if (comparison === null || comparison.limit === null || comparison.outcome !== "regression") return null;
	const which = {
		scenario: scenario.name,
		metric: rest.metric,
		moment: run.startedAt
	};
	return judgeAcceptance({
		...rest,
		comparison,
		acceptances: acceptancesOf(standing.acceptances, which)
	});
}
function judgeMetric(metric, summary, limits, { comparison, acceptance, minimum }) {
	const value = summary.metrics[metric];
	const bounds = checkBounds(metric, value, limits, edgeOf(summary.counts));
	const advisory = comparison !== null && comparison.replicates < minimum;
	return {
		metric,
		value,
		comparison,
		bounds,
		advisory,
		acceptance,
		failed: !advisory && comparison !== null && comparison.limit !== null && comparison.outcome === "regression" && acceptance?.within !== true || bounds.some(({ broken }) => broken)
	};
}
function compare$1(metric, summary, limit, runs) {
	return METRICS[metric].change === "points" ? compareErrorRate(summary.counts, runs, limit) : compareWithHistory(metric, summary.metrics[metric], runs, limit, edgeOf(summary.counts));
}
// src/judge/next-block.ts
/** {@link nextPhase} of a run. */
function nextBlock(run, plan) {
	return nextPhase(soFar(run, plan), () => limitedComparisons(run, plan));
}
/** What the judge has to say of a plan's blocks: which one is next, and how many may still follow. */
const blockJudge = (plan) => ({
	next: (run) => nextBlock(run, plan),
	ahead: (run, phase) => mostBlocks(soFar(run, plan), phase)
});
function soFar(run, plan) {
	const count = (phase) => run.blocks.filter((block) => block.phase === phase).length;
	return {
		main: count("main"),
		confirming: count("confirm"),
		affordable: affordableBlocks(run, plan)
	};
}
/** How many blocks may follow at most, where one of this phase is the next; null before the first block has shown what one costs. */
function mostBlocks({ main, confirming, affordable }, phase) {
	if (!Number.isFinite(affordable)) return null;
	const within = (blocks) => Math.max(1, Math.min(blocks, affordable));
	const confirm = CONFIRM_BLOCKS - confirming;
	if (phase === "confirm") return {
		inPhase: within(confirm),
		inAll: within(confirm),
		isExact: false
	};
	const rest = LAST.blocks - main;
	return {
		inPhase: Math.max(1, Math.min(rest, affordable - CONFIRM_BLOCKS_MIN)),
		inAll: within(rest + confirm),
		isExact: false
	};
}
/**
* At every look: confirms an alarm, stops when every limited metric has its answer, else goes on; within the budget, of which the time for confirming is kept
* back. Null: nothing more. `compare` is asked at looks only.
*/
function nextPhase({ main, confirming, affordable }, compare) {
	if (confirming > 0) {
		const isOpen = !CONFIRM_LOOKS.includes(confirming) || compare().some(isUnconfirmed);
		return confirming < CONFIRM_BLOCKS && affordable >= 1 && isOpen ? "confirm" : null;
	}
	const goesOn = main < LAST.blocks && affordable >= 1 + CONFIRM_BLOCKS_MIN;
	if (goesOn && !isLook(main)) return "main";
	const limited = compare();
	if (limited.some(({ confirmation }) => confirmation !== null)) return affordable >= CONFIRM_BLOCKS_MIN ? "confirm" : null;
	if (limited.every(({ outcome }) => outcome !== "inconclusive")) return null;
	return goesOn ? "main" : null;
}
const isUnconfirmed = ({ confirmation }) => confirmation !== null && confirmation !== "confirmed";
/** How many more blocks like those so far the budget pays for. */
function affordableBlocks(run, { budget }) {
	const spent = run.blocks.reduce((sum, { load }) => sum + load, 0);
	const each = blockLoadOf(run);
	return each > 0 ? Math.floor((budget - spent) / each) : Infinity;
}
function limitedComparisons(run, plan) {
	const compared = compareRun(run, plan);
	return plan.scenarios.flatMap(({ name, limits }) => {
		const { comparisons = {} } = compared.get(name) ?? {};
		return METRIC_NAMES.flatMap((metric) => besideLimit(metric, limits) === null ? [] : comparisons[metric] ?? []);
	});
}
// src/platform/base-checkout.ts
/** Brings a commit into a folder of its own, so that it can be built and started beside the user's checkout, of which not a byte changes. */
/** Even of a large repository on a slow disk. */
const CHECKOUT_DEADLINE = millis(3e5);
/** Large files stay pointers: fetching them needs a remote that this folder does not have. */
const WITHOUT_LFS = [
	"-c",
	"filter.lfs.smudge=",
	"-c",
	"filter.lfs.process=",
	"-c",
	"filter.lfs.required=false"
];
/**
* Checks the commit out under the run's temporary folder and returns the place in it that corresponds to the workspace. Objects are borrowed from the user's repository,
* or from the one that fetched the commit when a shallow clone lacks it.
* @throws Failure kind `usage` without git or a repository; kind `not-measured` when the commit cannot be had, or its files cannot be written
*/
async function checkOutBase(world, sha) {
	const prefix = await requireRepository(world);
	const source = await repositoryWith(world, sha);
	const directory = join(world.temporary, "base");
	const own = {
		directory,
		config: []
	};
	await mkdir(directory, { recursive: true });
	const format = sha.length === 64 ? "sha256" : "sha1";
	await gitText(world, own, [
		"init",
		"--quiet",
		"--template=",
		`--object-format=${format}`
	]);
	await borrowObjects(world, source, own);
	const answer = await runGit(world, own, [
		...WITHOUT_LFS,
		"checkout",
		"--quiet",
		"--detach",
		"--force",
		sha
	], { deadline: CHECKOUT_DEADLINE });
	if (answer.kind !== "exited" || answer.code !== 0) throw complain(world, answer, phrase$1("git-files", { sha: sha.slice(0, 12) }));
	await warnOfGaps(world, own);
	const place = await confine(directory, prefix === "" ? "." : prefix).catch(() => null);
	if (place === null || !await isDirectory(place)) throw missingFolder(sha, prefix);
	return place;
}
/** `info/alternates`: one folder of objects a line (gitrepository-layout). */
async function borrowObjects(world, source, own) {
	const objects = await gitText(world, source, [
		"rev-parse",
		"--git-path",
		"objects"
	]);
	const place = resolve(source.directory, objects);
	await mkdir(join(own.directory, ".git", "objects", "info"), { recursive: true });
	await writeFile(join(own.directory, ".git", "objects", "info", "alternates"), `${place}\n`);
}
/** What a checkout of ours lacks and the user's may have. */
async function warnOfGaps(world, own) {
	if ((await runGit(world, own, [
		"ls-files",
		"-z",
		"--",
		".gitmodules"
	])).stdout.length > 0) world.log.warning("The base commit has submodules, which are not checked out beside the change: its build has to do without them.");
	if ((await runGit(world, own, [
		"grep",
		"-l",
		"-z",
		"-e",
		"filter=lfs",
		"--",
		".gitattributes"
	])).stdout.length > 0) world.log.warning("The base commit keeps files in Git LFS; beside the change they are pointers only.");
}
function missingFolder(sha, prefix) {
	return new Failure({
		kind: "not-measured",
		code: "base-unreadable",
		message: phrase$1("base-without-folder", {
			sha: sha.slice(0, 12),
			folder: prefix
		}),
		advice: phrase$1("base-without-folder-advice")
	});
}
// src/platform/cores.ts
/** Which cores there are, and how a command is kept on some of them: generator and service apart, so that neither takes the other's. */
/** The command on these cores; as it is when none are given. */
function onCores(command, cores) {
	return cores === null ? command : [
		"taskset",
		"--cpu-list",
		cores.join(","),
		...command
	];
}
/**
* The generator, which needs one core, gets the last one that this process may use, and the service the others. Where cores are halves of one
* (hyper-threads), the generator's other half stays idle if the service then still has two. Null with a single core, or where commands cannot be
* kept on cores: anything but Linux with `taskset` (util-linux).
*/
function splitCores(env, root = "/") {
	const allowed = parseCores(/^Cpus_allowed_list:\s*(\S+)$/m.exec(readKernelFile(root, "proc/self/status") ?? "")?.[1] ?? "");
	const own = allowed.at(-1);
	if (own === void 0 || allowed.length < 2 || !hasTaskset(env)) return null;
	const siblings = parseCores(readKernelFile(root, `sys/devices/system/cpu/cpu${own}/topology/thread_siblings_list`)?.trim() ?? "");
	const others = allowed.filter((core) => core !== own);
	const apart = others.filter((core) => !siblings.includes(core));
	return {
		service: apart.length >= 2 ? apart : others,
		generator: [own]
	};
}
/** `0-2,7` -> 0, 1, 2, 7; none when it is no such list. */
function parseCores(list) {
	if (!/^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/.test(list)) return [];
	return list.split(",").flatMap((part) => {
		const [from = 0, to = from] = part.split("-").map(Number);
		return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
	});
}
function hasTaskset(env) {
	return (env["PATH"] ?? "").split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, "taskset")));
}
// src/platform/environment.ts
/** Who and where we are: what every program expects. `RUNNER_TRACKING_ID` lets the runner find what we might leave. */
const SURROUNDINGS = [
	"PATH",
	"HOME",
	"USER",
	"LOGNAME",
	"SHELL",
	"LANG",
	"LANGUAGE",
	"TZ",
	"TMPDIR",
	"CI",
	"GITHUB_ACTIONS",
	"RUNNER_OS",
	"RUNNER_ARCH",
	"RUNNER_TRACKING_ID",
	"XDG_CACHE_HOME",
	"XDG_CONFIG_HOME",
	"XDG_DATA_HOME",
	"XDG_RUNTIME_DIR"
];
/** Where languages and their tools were set up: the `setup-*` actions and version managers say it by these. */
const TOOLCHAINS = [
	"BUN_INSTALL",
	"BUNDLE_PATH",
	"CARGO_HOME",
	"COMPOSER_HOME",
	"CONDA_PREFIX",
	"COREPACK_HOME",
	"DENO_DIR",
	"DOTNET_CLI_HOME",
	"DOTNET_CLI_TELEMETRY_OPTOUT",
	"DOTNET_NOLOGO",
	"DOTNET_ROOT",
	"ANDROID_HOME",
	"ANDROID_SDK_ROOT",
	"FNM_DIR",
	"FNM_MULTISHELL_PATH",
	"GEM_HOME",
	"GEM_PATH",
	"GOBIN",
	"GOCACHE",
	"GOMODCACHE",
	"GOPATH",
	"GOROOT",
	"GOTOOLCHAIN",
	"GRADLE_HOME",
	"GRADLE_USER_HOME",
	"JAVA_HOME",
	"LD_LIBRARY_PATH",
	"M2_HOME",
	"MAVEN_HOME",
	"MISE_DATA_DIR",
	"NUGET_PACKAGES",
	"NVM_BIN",
	"NVM_DIR",
	"PKG_CONFIG_PATH",
	"PNPM_HOME",
	"PYENV_ROOT",
	"PYENV_VERSION",
	"Python2_ROOT_DIR",
	"Python3_ROOT_DIR",
	"Python_ROOT_DIR",
	"RBENV_ROOT",
	"RBENV_VERSION",
	"RUSTUP_HOME",
	"RUSTUP_TOOLCHAIN",
	"SDKMAN_DIR",
	"VIRTUAL_ENV",
	"VOLTA_HOME",
	"pythonLocation"
];
/** How to reach package registries from here, for builds. */
const NETWORK = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"NO_PROXY",
	"http_proxy",
	"https_proxy",
	"no_proxy",
	"NODE_EXTRA_CA_CERTS",
	"SSL_CERT_DIR",
	"SSL_CERT_FILE"
];
/** Names that pass to what we start, where they are set. Also every `LC_…`, and `JAVA_HOME_…` and `GOROOT_…` of the runner's tool cache. */
const PASSED = [
	...SURROUNDINGS,
	...TOOLCHAINS,
	...NETWORK
];
const PASSED_FAMILY = /^(?:LC_[A-Z]+|JAVA_HOME_\d+_[A-Za-z0-9]+|GOROOT_\d+_\d+_[A-Za-z0-9]+)$/;
/** A proxy's password is nobody's business. */
const HAS_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i;
/** The environment of a child: what may pass of ours, and over it what the configuration gives. */
function childEnvironment(env, given = {}) {
	const passed = Object.entries(env).filter((pair) => pair[1] !== void 0 && (PASSED.includes(pair[0]) || PASSED_FAMILY.test(pair[0])) && !HAS_PASSWORD.test(pair[1]));
	return {
		...Object.fromEntries(passed),
		...given
	};
}
// src/engines/recorded-shapes.ts
/** The small shapes that `run.json` and `verdict.json` are made of, and the proof that a shape is that of a type. */
/** A whole number from 0. */
const count$3 = int().nonnegative();
/** A number from 0, in whatever unit the field has. */
const amount$1 = number().nonnegative();
/** A name, a path, a message. */
const text = string().max(2e3);
/** A moment that there is: ISO 8601, UTC. */
const moment = string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/).refine((words) => Number.isFinite(Date.parse(words)), "must be a moment that there is");
/** What a shape is, or null. */
const nullable = (schema) => union([schema, _null()]);
/** A shape under the name of its type in the domain: the published schemas have it by that name, with the words of the type. */
const named$1 = (name, schema) => schema.meta({ id: name });
/** Where each request is. */
const counts = named$1("Counts", strictObject({
	sent: count$3,
	ok: count$3,
	httpError: count$3,
	connectionError: count$3,
	timeout: count$3,
	lost: count$3,
	inFlight: count$3,
	refused: count$3
}));
/** Latencies, encoded; what cannot be decoded is refused here, and not by whoever looks into it first. */
const histogram = named$1("HistogramRecord", strictObject({
	unit: literal("µs"),
	count: count$3,
	resolution: amount$1,
	encoded: string().max(2e6)
}).superRefine((record, context) => {
	const why = whyUnreadable(record.encoded, record.count);
	if (why !== null) context.addIssue({
		code: "custom",
		message: why,
		path: ["encoded"]
	});
}));
function whyUnreadable(encoded, values) {
	try {
		fromRecord({
			unit: "µs",
			count: values,
			resolution: micros(1),
			encoded
		});
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
/** What a failure quotes: a command, a line of a log. */
const quotation = string().max(2e4);
/** A sentence by its name, with what fills it. Names of other versions are taken, too: their English stands beside them. */
const phrase = named$1("Phrase", strictObject({
	phrase: string().max(100),
	facts: record(string().max(100), union([
		quotation,
		number(),
		lazy(() => phrase)
	]))
}));
/** Phrases of a failure. */
const saidFailure = named$1("SaidFailure", strictObject({
	message: phrase,
	advice: phrase,
	lines: array(nullable(phrase)).max(100)
}));
/** Phrases of what could not be watched. */
const saidUnread = named$1("SaidUnread", strictObject({
	reason: phrase,
	remedy: nullable(phrase)
}));
/** Why something could not be measured. */
const failure = named$1("FailureDetail", strictObject({
	kind: _enum([
		"usage",
		"not-measured",
		"cancelled"
	]),
	code: text,
	message: quotation,
	advice: quotation,
	lines: array(quotation).max(100),
	said: nullable(saidFailure).default(null)
}));
_enum(METRIC_NAMES);
named$1("MetricValues", strictObject(forEveryMetric(() => nullable(amount$1))));
// src/engines/recorded-k6.ts
/** Reads back what k6 alone knew of a load. */
/** `K6Threshold` as it is recorded. */
const k6Threshold = named$1("K6Threshold", strictObject({
	metric: text,
	expression: text,
	value: nullable(number()).default(null),
	unit: nullable(literal("ms")).default(null),
	crossed: nullable(boolean())
}));
/** `K6Use` as it is recorded. */
const k6Use = named$1("K6Use", strictObject({
	thresholds: array(k6Threshold).max(1e4),
	checks: strictObject({
		passed: count$3,
		failed: count$3
	}),
	iterations: count$3,
	dropped: count$3
}));
// src/engines/recorded-readings.ts
/** The shapes of what is read during a slice, and of what another tool told of one. */
/** What the generator used. */
const generator = named$1("GeneratorReading", strictObject({
	cpu: amount$1,
	eventLoop: amount$1,
	eventLoopDelayP99: amount$1,
	runQueueDelay: nullable(amount$1),
	memory: amount$1
}));
/** What the machine did. */
const host = named$1("HostReading", strictObject({
	cores: amount$1,
	busyCores: amount$1,
	serviceCores: nullable(amount$1),
	generatorCores: amount$1,
	otherCores: amount$1,
	steal: nullable(amount$1),
	cpuPressure: nullable(amount$1),
	ioPressure: nullable(amount$1),
	memoryPressure: nullable(amount$1),
	busyByCore: array(amount$1).max(4096),
	others: array(strictObject({
		name: text,
		cores: amount$1
	})).max(3),
	disk: nullable(strictObject({
		name: text,
		busy: amount$1,
		read: amount$1,
		written: amount$1
	})),
	retransmits: nullable(amount$1),
	thermalThrottles: nullable(count$3).default(null),
	serviceMemory: nullable(amount$1)
}));
/** Quantiles that a tool told. */
const told$2 = named$1("ToldLatency", strictObject({
	answers: count$3,
	quantiles: array(strictObject({
		quantile: number().min(0).max(1),
		value: amount$1
	})).max(100)
}));
/** That another tool measured. */
const imported = named$1("Imported", strictObject({
	format: _enum(IMPORT_FORMATS),
	lacks: array(_enum(LACKS)).max(LACKS.length),
	told: nullable(told$2),
	thresholds: array(k6Threshold).max(1e4).exactOptional()
}));
// src/engines/result-shapes.ts
/** The shapes of what an engine tells of a stretch of load: in the messages of the generator, and where they are recorded. */
/** What became of the arrivals of an open loop. */
const arrivals = named$1("Arrivals", strictObject({
	planned: count$3,
	late: count$3,
	dropped: count$3,
	waiting: count$3,
	lagP99: nullable(amount$1)
}));
/** A second of a timeline. */
const second = named$1("TimelineSecond", strictObject({
	second: count$3,
	throughput: amount$1,
	p50: nullable(amount$1),
	p95: nullable(amount$1),
	errors: amount$1,
	users: count$3
}));
const worker = named$1("WorkerUse", strictObject({
	host: text,
	address: text,
	joinedAfter: amount$1,
	late: boolean(),
	lostAt: nullable(amount$1),
	requests: count$3,
	clock: strictObject({
		offset: number(),
		error: amount$1
	})
}));
/** Which engine measured, and why. */
const engine = named$1("EngineUse", strictObject({
	name: _enum([
		"autocannon",
		"undici",
		"node:http2",
		"fake",
		"locust",
		"k6",
		"wrk",
		"wrk2",
		"hey",
		"oha",
		"vegeta",
		"ab",
		"jmeter",
		"artillery"
	]),
	version: text,
	why: _enum([
		"asked",
		"default",
		"closing-connections",
		"lost-answers",
		"unsupported",
		"executor",
		"http-2",
		"imported"
	]),
	workers: exactOptional(strictObject({
		mayLose: count$3,
		workers: array(worker).max(1e4)
	})),
	k6: exactOptional(k6Use)
}));
const request$2 = named$1("RequestCounts", strictObject({
	name: text,
	counts,
	latency: histogram,
	told: exactOptional(told$2)
}));
/** Requests by name. */
const requests = array(request$2).max(1e3);
/** Answers by status. */
const statuses = array(strictObject({
	status: count$3,
	count: count$3
})).max(1e3);
/** Failures by message. */
const errors = array(strictObject({
	message: text,
	count: count$3
})).max(100);
/** Second by second. */
const timeline = array(second).max(1e5);
// src/engines/messages.ts
/** Reads what the generator process says, strictly: it runs our code, but what is in it comes from the service, and a module in it may print. */
const pids = array(int().positive()).min(1).max(1e4);
const progress = strictObject({
	phase: _enum([
		"warm-up",
		"load",
		"over"
	]),
	elapsed: amount$1,
	total: amount$1,
	throughput: amount$1,
	p95: nullable(amount$1),
	errors: count$3,
	second: nullable(second),
	generatorPids: pids
});
const notice = strictObject({
	kind: literal("worker"),
	what: _enum(["lost", "late"]),
	worker: text,
	silent: amount$1,
	void: boolean()
});
const result = strictObject({
	scenario: text,
	startedAt: moment,
	elapsed: amount$1,
	warmUp: amount$1,
	users: count$3,
	engine,
	counts,
	arrivals: nullable(arrivals),
	latency: histogram,
	requests,
	statuses,
	errors,
	bodyBytes: nullable(amount$1),
	timeline,
	generator
});
/** By its kind alone the rest is known, and a wrong field is told as one of that kind. */
const message = discriminatedUnion("kind", [
	strictObject({
		kind: literal("progress"),
		progress
	}),
	strictObject({
		kind: literal("notice"),
		notice
	}),
	strictObject({
		kind: literal("ready"),
		generatorPids: pids
	}),
	strictObject({
		kind: literal("result"),
		result
	}),
	strictObject({
		kind: literal("failed"),
		message: string()
	}),
	strictObject({
		kind: literal("given-up"),
		failure
	})
]);
/** What a line says. Never throws. */
function readMessage(line) {
	let value;
	try {
		value = foreignJson(line);
	} catch (error) {
		return { why: error instanceof RangeError ? error.message : "it is no JSON" };
	}
	const read = readShape(message, value, line.length);
	if (!read.success) return { why: placesIn(read.error, 3).join("; ") };
	if (read.data.kind === "result") {
		const why = whyUneven(read.data.result);
		if (why !== null) return { why };
	}
	return { message: read.data };
}
/** Why the counts of a result do not add up; null when they do. As {@link Counts}: each request is in exactly one place. */
function whyUneven({ counts: whole, requests: parts, ...told }) {
	const uneven = [whole, ...parts.map((part) => part.counts)].find((each) => !addsUp(each));
	if (uneven !== void 0) return `counts: ${JSON.stringify(uneven)} do not add up`;
	for (const name of COUNTS) {
		const sum = parts.reduce((total, part) => total + part.counts[name], 0);
		if (parts.length > 0 && sum !== whole[name]) return `counts: the requests come to ${sum} of "${name}", the whole to ${whole[name]}`;
	}
	const attempts = whole.sent + whole.refused;
	const most = {
		latency: told.latency.count,
		statuses: told.statuses.reduce((sum, each) => sum + each.count, 0)
	};
	for (const [name, values] of Object.entries(most)) if (values > attempts) return `${name}: ${values} of them for ${attempts} requests`;
	return null;
}
const COUNTS = [
	"sent",
	"ok",
	"httpError",
	"connectionError",
	"timeout",
	"lost",
	"inFlight",
	"refused"
];
const addsUp = ({ sent, ok, httpError, connectionError, timeout, lost, inFlight }) => sent === ok + httpError + connectionError + timeout + lost + inFlight;
// src/engines/run-load.ts
/** The gate's side of a load: starts the generator process, owns it, gives it jobs, and takes their results. */
/** Start-up of the process, draining, encoding of histograms, on a busy machine. */
const SLACK = millis(2e4);
const STDERR_LINES = 20;
/** Runs one load in a generator of its own. `slack`: as of {@link openGenerator}. @throws Failure as {@link Generator.load} */
async function runLoad(job, world, onProgress, slack = SLACK) {
	job.died.throwIfAborted();
	world.signal.throwIfAborted();
	await using generator = await openGenerator(world, null, slack);
	return await generator.load(job, onProgress);
}
/**
* Starts a generator process, on certain cores where some are given. `slack`: how much longer than its load a job may take before the process is ended.
* @throws Failure when it cannot be started
*/
async function openGenerator(world, cores = null, slack = SLACK) {
	const output = new PassThrough();
	const complaints = [];
	const tree = await startTree(world, {
		command: onCores(world.generator, cores),
		directory: world.temporary,
		env: childEnvironment(world.env),
		input: true,
		grace: millis(0),
		onOutput: (stream, chunk) => {
			if (stream === "stdout") output.write(chunk);
			else complaints.push(...chunk.toString("utf8").split("\n"));
			complaints.splice(0, complaints.length - STDERR_LINES);
		}
	});
	const waiting = takeMessages(output, tree, complaints);
	let pids = [tree.pid];
	return {
		pid: tree.pid,
		pids: () => pids,
		async load(job, onProgress) {
			job.died.throwIfAborted();
			world.signal.throwIfAborted();
			const result = new Promise((resolve, reject) => {
				const follow = (progress) => {
					pids = progress.generatorPids;
					onProgress(progress);
				};
				const onReady = (generatorPids) => void letBegin(job, tree, generatorPids).catch((error) => reject(asFailure(error)));
				const onNotice = (notice) => world.log.warning(noticeLine(notice));
				waiting.next({
					scenario: job.scenario,
					onProgress: follow,
					onReady,
					onNotice,
					resolve,
					reject
				});
			});
			const stopped = orStopped(job, world, deadlineOf(job, slack));
			await send(job, tree, {
				secrets: secretsOf(job.load, world.vault),
				workspace: world.workspace
			});
			return await Promise.race([result, stopped.promise]).finally(() => stopped.forget());
		},
		[Symbol.asyncDispose]: () => tree[Symbol.asyncDispose]()
	};
}
/** Measured twice at most: the second time by the other engine. What Locust and k6 take to begin and to end, their engines have deadlines of their own for. */
function deadlineOf({ load, leadIn = millis(0) }, slack) {
	const once = leadIn + load.executor.duration + load.timeout;
	const locust = load.locust === void 0 ? 0 : startOf(load.locust, usersOf$1(load.executor));
	const k6 = load.k6 === void 0 ? 0 : K6_AROUND;
	return millis(load.warmUp + 2 * once + locust + k6 + slack);
}
/** Values by name: from the environment to the generator, past everything that is written down. @throws Failure kind `usage` when one is not set */
function secretsOf({ secrets }, vault) {
	return Object.fromEntries(secrets.map((name) => {
		const value = vault.take(name);
		if (value === null) throw secretMissing(name);
		return [name, value];
	}));
}
async function send(job, generator, more) {
	const { died: _, beforeLoad, ...given } = job;
	const waits = beforeLoad !== void 0;
	if (generator.input !== null) await writeLine(generator.input, {
		...given,
		waits,
		...more
	}).catch(() => void 0);
}
/** The generator is ready for a measured stretch: it may begin as soon as everybody who watches does. */
async function letBegin({ beforeLoad }, generator, pids) {
	await beforeLoad?.(pids);
	if (generator.input !== null) await writeLine(generator.input, BEGIN).catch(() => void 0);
}
/** Characters of what is no message that are shown. */
const QUOTED_MAX = 300;
/**
* Gives each message to whoever waits; the process's end is the last one, and is told to all who come later. So is the first thing it says that is no message, or
* that nobody waits for: whatever it measures after that is not believed.
*/
function takeMessages(output, generator, complaints) {
	let current = null;
	let end = null;
	const settle = (how, line) => {
		if (current === null) return fail(unreadable("nobody waits for it", line));
		const waiting = current;
		current = null;
		how(waiting);
	};
	const fail = (failure) => {
		end ??= failure;
		current?.reject(end);
		current = null;
	};
	const take = (line) => {
		if (end !== null) return;
		const read = readMessage(line);
		if ("why" in read) return fail(unreadable(read.why, line));
		const { message } = read;
		switch (message.kind) {
			case "progress": return current?.onProgress(message.progress);
			case "notice": return current?.onNotice(message.notice);
			case "ready": return current === null ? fail(unreadable("nobody waits for it", line)) : current.onReady(message.generatorPids);
			case "result": return current !== null && message.result.scenario !== current.scenario ? fail(unreadable(`it is of another scenario than ${JSON.stringify(current.scenario)}`, line)) : settle((waiting) => waiting.resolve(message.result), line);
			case "given-up": return settle((waiting) => waiting.reject(new Failure(message.failure)), line);
			case "failed": return settle((waiting) => waiting.reject(generatorFailed(message.message.split("\n"))), line);
		}
	};
	readWholeLines(output, take, (why) => fail(unreadable(why, "")));
	Promise.all([generator.exited, generator.drained]).then(([exit]) => {
		const ending = exit.signal ?? phrase$1("generator-exit", { code: String(exit.code) });
		fail(generatorFailed([phrase$1("generator-ended", { ending }), ...complaints]));
	});
	return { next(waiting) {
		current = waiting;
		if (end !== null) waiting.reject(end);
	} };
}
/** The process said something that is no message. */
function unreadable(why, line) {
	return new Failure({
		kind: "not-measured",
		code: "generator-unreadable",
		message: phrase$1("generator-unreadable"),
		advice: phrase$1("generator-failed-advice"),
		lines: [why, line.slice(0, QUOTED_MAX)].filter((each) => each.trim() !== "")
	});
}
/** `The worker load-2 (10.0.0.3) was lost: nothing was heard of it for 4.1 s. The measurement is void.` */
function noticeLine({ what, worker, silent, void: isVoid }) {
	const fate = isVoid ? "The measurement is void." : "The configuration allows for it.";
	return what === "lost" ? `The worker ${worker} was lost: nothing was heard of it for ${(silent / 1e3).toFixed(1)} s. ${fate}` : `The worker ${worker} came when the load was on already. ${fate}`;
}
function generatorFailed(lines) {
	return new Failure({
		kind: "not-measured",
		code: "generator-failed",
		message: phrase$1("generator-failed"),
		advice: phrase$1("generator-failed-advice"),
		lines: lines.filter((line) => typeof line !== "string" || line.trim() !== "").slice(0, STDERR_LINES)
	});
}
function secretMissing(name) {
	return new Failure({
		kind: "usage",
		code: "secret-missing",
		message: phrase$1("secret-missing", { name }),
		advice: phrase$1("secret-missing-advice")
	});
}
/** Rejects when the service dies, somebody stops us, or the deadline passes; until it is forgotten. */
function orStopped(job, world, deadline) {
	const forgotten = new AbortController();
	const promise = new Promise((_resolve, reject) => {
		const timer = setTimeout(() => reject(hangs(deadline)), deadline);
		forgotten.signal.addEventListener("abort", () => clearTimeout(timer));
		for (const stop of [job.died, world.signal]) {
			const end = () => reject(asFailure(stop.reason));
			if (stop.aborted) end();
			else stop.addEventListener("abort", end, {
				once: true,
				signal: forgotten.signal
			});
		}
	});
	promise.catch(() => void 0);
	return {
		promise,
		forget: () => forgotten.abort()
	};
}
function hangs(deadline) {
	return new Failure({
		kind: "not-measured",
		code: "generator-hangs",
		message: phrase$1("generator-hangs", { seconds: Math.round(deadline / 1e3) }),
		advice: phrase$1("generator-hangs-advice")
	});
}
// src/probes/cgroup-counters.ts
/** What one control group allows and what it has withheld since it was made, of either version. */
/** Reads the CPU limit; null where no group says anything of it. Files: Documentation/scheduler/sched-bwc.rst, Documentation/admin-guide/cgroup-v2.rst. */
function readCpuGroup(root, { version, folders }) {
	const found = tightest(folders, (folder) => version === 2 ? quotaV2(readKernelFile(root, `${folder}/cpu.max`)) : quotaV1(root, folder));
	if (found === null) return null;
	const count = counter(readKernelFile(root, `${found.folder}/cpu.stat`));
	const throttled = version === 2 ? scaled(count("throttled_usec"), 1e3) : count("throttled_time");
	return {
		...found,
		periods: count("nr_periods") ?? 0,
		throttledPeriods: count("nr_throttled") ?? 0,
		throttled
	};
}
/** Reads the memory limit; null where no group says anything of it. Files: Documentation/admin-guide/cgroup-v1/memory.rst and cgroup-v2.rst. */
function readMemoryGroup(root, { version, folders }) {
	const names = version === 2 ? FILES_V2 : FILES_V1;
	const found = tightest(folders, (folder) => bytesLimit(readKernelFile(root, `${folder}/${names.limit}`)));
	if (found === null) return null;
	const read = (file) => readKernelFile(root, `${found.folder}/${file}`);
	const events = counter(read(names.events));
	return {
		...found,
		used: numberIn$1(read(names.used)),
		kills: events("oom_kill") ?? 0,
		limitHits: (version === 2 ? events("max") : numberIn$1(read("memory.failcnt"))) ?? 0
	};
}
const FILES_V1 = {
	limit: "memory.limit_in_bytes",
	used: "memory.usage_in_bytes",
	events: "memory.oom_control"
};
const FILES_V2 = {
	limit: "memory.max",
	used: "memory.current",
	events: "memory.events"
};
/** The folder with the lowest limit; the first that says anything when none has a limit. */
function tightest(folders, limitOf) {
	const [first, ...others] = folders.flatMap((folder) => {
		const limit = limitOf(folder);
		return limit === null ? [] : [{
			folder,
			limit: limit === "none" ? Infinity : limit
		}];
	});
	if (first === void 0) return null;
	const { folder, limit } = others.reduce((least, each) => each.limit < least.limit ? each : least, first);
	return {
		folder,
		limit: limit === Infinity ? null : limit
	};
}
/** `max 100000` or `50000 100000`: microseconds in a period. */
function quotaV2(text) {
	const [, quota, period] = /^(\d+|max) (\d+)/.exec(text ?? "") ?? [];
	if (quota === void 0) return null;
	return quota === "max" ? "none" : Number(quota) / Number(period);
}
/** A negative quota is none. */
function quotaV1(root, folder) {
	const quota = numberIn$1(readKernelFile(root, `${folder}/cpu.cfs_quota_us`));
	const period = numberIn$1(readKernelFile(root, `${folder}/cpu.cfs_period_us`));
	if (quota === null || period === null || period <= 0) return null;
	return quota < 0 ? "none" : quota / period;
}
/** The old kind says "none" with the largest number of whole pages, near 2^63. */
const NO_LIMIT = 2 ** 60;
function bytesLimit(text) {
	if (text?.trim() === "max") return "none";
	const limit = numberIn$1(text);
	return limit !== null && limit >= NO_LIMIT ? "none" : limit;
}
function numberIn$1(text) {
	return text !== null && /^-?\d+\s*$/.test(text) ? Number(text) : null;
}
/** A value by its name, from lines of names and values; null when it is not there. */
function counter(text) {
	return (name) => numberIn$1(new RegExp(`^${name} (\\d+)$`, "m").exec(text ?? "")?.[1] ?? null);
}
const scaled = (value, factor) => value === null ? null : value * factor;
// src/probes/cgroup-folders.ts
/** Where the control groups of a process lie, of the old kind (one hierarchy a controller) or the new one (one for all). */
/**
* Finds them by `/proc/<pid>/cgroup` (cgroups(7)), as our own namespace sees it, and our own mounts (proc_pid_mountinfo(5)); null where there is none. A controller that
* an old hierarchy has is not in the new one.
*/
function findGroup(root, pid, controller) {
	const groups = parseGroups(readKernelFile(root, `proc/${pid}/cgroup`) ?? "");
	const group = groups.find(({ controllers }) => controllers.includes(controller)) ?? groups.find(({ id }) => id === "0") ?? null;
	if (group === null) return null;
	const version = group.id === "0" ? 2 : 1;
	const mount = parseMounts(readKernelFile(root, "proc/self/mountinfo") ?? "").find(({ type, options }) => version === 2 && type === "cgroup2" || version === 1 && type === "cgroup" && options.includes(controller));
	return mount === void 0 ? null : {
		version,
		path: group.path,
		folders: foldersOf$1(mount, group.path)
	};
}
function parseGroups(text) {
	return text.split("\n").flatMap((line) => {
		const [, id, controllers = "", path] = /^(\d+):([^:]*):(\/.*)$/.exec(line) ?? [];
		return id === void 0 || path === void 0 ? [] : [{
			id,
			controllers: controllers.split(","),
			path
		}];
	});
}
/** Fields: number, parent, device, root, mount point, options, any number of optional ones, a dash, type, source, options of the file system. */
function parseMounts(text) {
	return text.split("\n").flatMap((line) => {
		const [before = "", after = ""] = line.split(" - ");
		const [, , , top = "", point = ""] = before.split(" ").map(unescapePath);
		const [type = "", , options = ""] = after.split(" ");
		return type.startsWith("cgroup") ? [{
			top,
			point,
			type,
			options: options.split(",")
		}] : [];
	});
}
/** Blanks and backslashes in paths are octal there. */
const unescapePath = (path) => path.replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)));
/** From the group's own folder up to the mount point. A group that is not below the one mounted is seen as that one: so it is inside most containers. */
function foldersOf$1({ top, point }, path) {
	const prefix = top === "/" ? "" : top;
	const names = (path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : "").split("/").filter((name) => name !== "" && name !== "..");
	return Array.from({ length: names.length + 1 }, (_, up) => [point.replace(/^\//, ""), ...names.slice(0, names.length - up)].join("/"));
}
// src/probes/look-sources.ts
/** This machine. */
const thisMoment = {
	root: "/",
	now: () => millis(performance.now())
};
/** …so that it is done the less often the more there are of them. Milliseconds from look to look, for each. */
const PROCESS_EVERY = 10;
/** Whether a tree of so many processes is to be looked at again, so long after the last look. */
const isLookDue = (processes, since) => processes <= 100 || since >= PROCESS_EVERY * processes;
// src/probes/cgroup.ts
/**
* Opens the probe on one build. Its groups are those of the tree's first process that lives, found anew at every begin. Groups around them bound as well: the
* tightest limit is told, with what was withheld by the group that has it.
*/
function openCgroup({ pids }, sources = thisMoment) {
	let sums = NO_SUMS$1;
	let since = null;
	let last = null;
	return {
		begin() {
			const groups = groupsOf$1(sources.root, pids());
			since = groups && lookAt$5(groups, sources);
			last = since ?? last;
			return Promise.resolve();
		},
		end() {
			if (since === null) return Promise.resolve();
			last = withKnown(lookAt$5(since.groups, sources), since);
			sums = add(sums, since, last);
			since = null;
			return Promise.resolve();
		},
		read: () => last === null ? null : tell$4(sums, last)
	};
}
function groupsOf$1(root, pids) {
	const find = (pid, controller) => findGroup(root, pid, controller);
	for (const pid of pids) {
		const groups = {
			cpu: find(pid, "cpu"),
			memory: find(pid, "memory")
		};
		if (groups.cpu !== null || groups.memory !== null) return groups;
	}
	return null;
}
function lookAt$5(groups, { root, now }) {
	return {
		at: now(),
		groups,
		cpu: groups.cpu && readCpuGroup(root, groups.cpu),
		memory: groups.memory && readMemoryGroup(root, groups.memory)
	};
}
/** A group that went away with its service still had its limits. */
function withKnown(now, before) {
	return {
		...now,
		cpu: now.cpu ?? before.cpu,
		memory: now.memory ?? before.memory
	};
}
const NO_SUMS$1 = {
	watched: 0,
	periods: 0,
	throttledPeriods: 0,
	throttled: 0,
	kills: 0,
	limitHits: 0
};
/** A group that went away, or another limit that became the tightest, adds nothing. */
function add(sums, before, now) {
	const cpu = sameFolder(before.cpu, now.cpu);
	const memory = sameFolder(before.memory, now.memory);
	const more = (pair, of) => pair === null ? 0 : Math.max(0, of(pair[1]) - of(pair[0]));
	return {
		watched: sums.watched + now.at - before.at,
		periods: sums.periods + more(cpu, ({ periods }) => periods),
		throttledPeriods: sums.throttledPeriods + more(cpu, ({ throttledPeriods }) => throttledPeriods),
		throttled: sums.throttled + more(cpu, ({ throttled }) => throttled ?? 0),
		kills: sums.kills + more(memory, ({ kills }) => kills),
		limitHits: sums.limitHits + more(memory, ({ limitHits }) => limitHits)
	};
}
function sameFolder(before, now) {
	return before !== null && now !== null && before.folder === now.folder ? [before, now] : null;
}
/** Null for a process that nothing bounds: one in the topmost groups, without a limit. */
function tell$4(sums, { groups, cpu, memory }) {
	const cpuLimit = cpu?.limit ?? null;
	const memoryLimit = memory?.limit ?? null;
	const paths = [groups.cpu, groups.memory].map((group) => group?.path ?? "/");
	const path = (cpuLimit === null ? paths.toReversed() : paths).find((each) => each !== "/") ?? "/";
	if (path === "/" && cpuLimit === null && memoryLimit === null) return null;
	const seconds = Math.max(sums.watched / 1e3, 1e-6);
	return {
		path,
		cpuLimit,
		throttledPeriods: cpuLimit === null ? null : ratio(Math.min(1, sums.throttledPeriods / Math.max(sums.periods, 1))),
		throttled: cpuLimit === null || cpu === null || cpu.throttled === null ? null : sums.throttled / 1e9 / seconds,
		memoryLimit: memoryLimit === null ? null : bytes(memoryLimit),
		memory: memory?.used == null ? null : bytes(memory.used),
		kills: sums.kills,
		limitHits: sums.limitHits
	};
}
// src/domain/resources.ts
/** What a build used while it was under load: its processes, their limits, its runtime, its databases and containers. Plain JSON. */
/** Both in English and as phrases. */
const unwatched = (reason, remedy) => ({
	reason: english(reason),
	remedy: remedy === null ? null : english(remedy),
	said: {
		reason,
		remedy
	}
});
// src/platform/container-engine.ts
/** Questions to a Docker-compatible container engine through a Unix socket of this machine: GET alone, bounded, and never an error thrown. */
const TIMEOUT_MS$1 = 2e3;
const BODY_MAX$1 = 4194304;
/** Questions that are under way at once. */
const CONNECTIONS = 8;
const SAID_MAX = 200;
/** Sockets at which an engine may listen, the first choice first: that of `DOCKER_HOST`, else the usual ones. Null when `DOCKER_HOST` leads elsewhere. */
function engineSockets(env) {
	const host = env["DOCKER_HOST"]?.trim() ?? "";
	if (host !== "") return /^unix:\/\/\/./.test(host) ? [host.slice(7)] : null;
	const own = env["XDG_RUNTIME_DIR"] ?? "";
	return [
		"/var/run/docker.sock",
		...own === "" ? [] : [join(own, "docker.sock"), join(own, "podman", "podman.sock")],
		"/run/podman/podman.sock"
	];
}
/** Finds the first engine that answers. */
async function findContainerEngine(env) {
	const sockets = engineSockets(env);
	if (sockets === null) return ELSEWHERE;
	let silence = null;
	for (const socket of sockets) {
		const found = await openEngine(socket);
		if (found.kind === "engine") return found;
		if (silence === null || silence.remedy === english(NO_SOCKET)) silence = found;
	}
	return silence ?? ELSEWHERE;
}
const ELSEWHERE = {
	kind: "silence",
	...unwatched(phrase$1("engine-elsewhere"), phrase$1("engine-elsewhere-remedy"))
};
async function openEngine(socket) {
	const { Pool } = await import("./chunk-undici2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const pool = new Pool("http://localhost", {
		socketPath: socket,
		connections: CONNECTIONS,
		pipelining: 0,
		maxResponseSize: BODY_MAX$1
	});
	const ask = async (path, signal) => {
		const bounded = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS$1)]);
		try {
			const { statusCode, body } = await pool.request({
				method: "GET",
				path,
				signal: bounded
			});
			return answerOf(statusCode, await body.text());
		} catch (error) {
			return silenceOf(error, socket, bounded.aborted);
		}
	};
	const first = await ask("/version", AbortSignal.timeout(TIMEOUT_MS$1));
	if (first.kind === "value") return {
		kind: "engine",
		socket,
		ask,
		[Symbol.asyncDispose]: () => pool.destroy()
	};
	await pool.destroy();
	return first.kind === "silence" ? first : silent(phrase$1("engine-none", { socket }), null);
}
function answerOf(status, body) {
	if (status === 404) return { kind: "missing" };
	const value = parsed(body);
	if (status !== 200) return silent(phrase$1("engine-answered", { answer: `${status}${saidIn(value)}` }), null);
	return value === void 0 ? silent(phrase$1("engine-no-json"), null) : {
		kind: "value",
		value
	};
}
function parsed(body) {
	try {
		return foreignJson(body);
	} catch {
		return;
	}
}
/** Both engines put their words into `message`. */
function saidIn(value) {
	if (typeof value !== "object" || value === null || !("message" in value)) return "";
	return typeof value.message === "string" ? `: ${oneLine$1(value.message)}` : "";
}
function silenceOf(error, socket, overdue) {
	if (overdue) return silent(phrase$1("engine-slow", {
		socket,
		seconds: TIMEOUT_MS$1 / 1e3
	}), null);
	const { code, message } = error instanceof Error ? error : new Error(String(error));
	switch (code) {
		case "ENOENT":
		case "ENOTDIR": return silent(phrase$1("engine-no-socket", { socket }), NO_SOCKET);
		case "EACCES":
		case "EPERM": return silent(phrase$1("engine-forbidden", { socket }), phrase$1("engine-forbidden-remedy"));
		case "ECONNREFUSED": return silent(phrase$1("engine-stopped", { socket }), phrase$1("engine-stopped-remedy"));
		case "UND_ERR_RES_EXCEEDED_MAX_SIZE": return silent(phrase$1("engine-too-much", { mib: BODY_MAX$1 / 1024 / 1024 }), null);
		default: return silent(phrase$1("engine-failed", {
			socket,
			error: oneLine$1(message)
		}), null);
	}
}
const NO_SOCKET = phrase$1("engine-no-socket-remedy");
const silent = (reason, remedy) => ({
	kind: "silence",
	...unwatched(reason, remedy)
});
const oneLine$1 = (text) => text.replaceAll(/\p{Cc}+/gu, " ").slice(0, SAID_MAX);
// src/probes/container-account.ts
/** Opens an account. */
function openContainerAccount() {
	const sums = /* @__PURE__ */ new Map();
	const lost = /* @__PURE__ */ new Set();
	let watched = 0;
	return {
		add(before, after) {
			const length = Math.max(0, after.at - before.at);
			for (const [id, last] of after.seen) {
				const start = sums.get(id) ?? {
					...NOTHING$6,
					time: watched,
					last
				};
				sums.set(id, added(start, before.seen.get(id), last, length));
			}
			for (const [id, { listed }] of before.seen) if (!after.seen.has(id)) lost.add(listed.name);
			for (const [id, sum] of sums) if (!after.seen.has(id)) sums.set(id, {
				...sum,
				time: sum.time + length
			});
			watched += length;
		},
		read: () => [...sums.values()].map(readingOf$2).toSorted((left, right) => right.cores - left.cores),
		lost: () => [...lost]
	};
}
const NOTHING$6 = {
	cpu: 0,
	periods: null,
	io: null,
	network: null
};
/** Without an earlier look it was started since, and counts from its start. */
function added(sum, before, last, length) {
	const now = last.counters;
	const then = before !== void 0 && before.counters.cpu <= now.cpu ? before.counters : null;
	const own = then?.at == null || now.at === null ? length : Math.max(0, now.at - then.at);
	return {
		last,
		cpu: sum.cpu + now.cpu - (then?.cpu ?? 0),
		time: sum.time + own,
		periods: together(sum.periods, since(then?.periods, now.periods)),
		io: together(sum.io, since(then?.io, now.io)),
		network: last.setup.hostNetwork ? null : together(sum.network, since(then?.network, now.network))
	};
}
function since(then, now) {
	if (now === null) return null;
	return [Math.max(0, now[0] - (then?.[0] ?? 0)), Math.max(0, now[1] - (then?.[1] ?? 0))];
}
function together(sum, more) {
	return sum === null || more === null ? sum ?? more : [sum[0] + more[0], sum[1] + more[1]];
}
function readingOf$2({ last, cpu, time, periods, io, network }) {
	const { listed, setup, counters } = last;
	const enforced = periods?.[0] ?? 0;
	return {
		name: listed.name,
		service: listed.service,
		image: listed.image,
		cores: cpu / 1e6 / Math.max(time, 1),
		cpuLimit: setup.cpuLimit,
		throttledPeriods: enforced === 0 ? null : ratio(Math.min(1, (periods?.[1] ?? 0) / enforced)),
		memory: counters.memory === null ? null : bytes(counters.memory),
		memoryLimit: setup.memoryLimit === null ? null : bytes(setup.memoryLimit),
		io: io === null ? null : {
			read: bytes(io[0]),
			written: bytes(io[1])
		},
		network: network === null ? null : {
			received: bytes(network[0]),
			sent: bytes(network[1])
		}
	};
}
// src/probes/container-answers.ts
/** Answers of Docker-compatible container engines (Docker Engine API 1.41 and later, and Podman's): what of them is used, and what it means. */
const count$2 = number().nonnegative();
const name = string().max(1e3);
const list = array(object({
	Id: string().regex(/^[0-9a-f]{12,64}$/),
	Names: array(name).nullish(),
	Image: name.nullish(),
	Labels: record(string(), string()).nullish()
}));
const inspection = object({
	HostConfig: object({
		NanoCpus: count$2.nullish(),
		CpuQuota: number().nullish(),
		CpuPeriod: count$2.nullish(),
		Memory: number().nullish(),
		NetworkMode: string().nullish()
	}),
	State: object({ Pid: int().nonnegative().nullish() }).nullish()
});
const stats = object({
	read: string().nullish(),
	cpu_stats: object({
		cpu_usage: object({ total_usage: count$2 }),
		throttling_data: object({
			periods: count$2.nullish(),
			throttled_periods: count$2.nullish()
		}).nullish()
	}),
	memory_stats: object({
		usage: count$2.nullish(),
		stats: record(string(), number()).nullish()
	}).nullish(),
	blkio_stats: object({ io_service_bytes_recursive: array(object({
		op: string(),
		value: count$2
	})).nullish() }).nullish(),
	networks: record(string(), object({
		rx_bytes: count$2.nullish(),
		tx_bytes: count$2.nullish()
	})).nullish()
});
const SHOWN_MAX = 200;
/** `GET /containers/json`. */
function readList(answer) {
	const { data } = readShape(list, answer);
	if (data === void 0) return null;
	return data.map(({ Id, Names, Image, Labels }) => ({
		id: Id,
		name: shown(ownName(Names ?? []) ?? Id.slice(0, 12)),
		image: shown(Image ?? ""),
		project: Labels?.["com.docker.compose.project"] ?? Labels?.["io.podman.compose.project"] ?? null,
		service: labelShown(Labels?.["com.docker.compose.service"])
	}));
}
/** The others are what linked containers call it: `/web/db`. */
const ownName = (names) => names.map((each) => each.replace(/^\//, "")).find((each) => each !== "" && !each.includes("/"));
/** `GET /containers/{id}/json`. */
function readSetup(answer) {
	const { data } = readShape(inspection, answer);
	if (data === void 0) return null;
	const { NanoCpus, CpuQuota, CpuPeriod, Memory, NetworkMode } = data.HostConfig;
	const byPeriod = above(CpuQuota) === null ? null : (CpuQuota ?? 0) / (above(CpuPeriod) ?? PERIOD);
	const nanos = above(NanoCpus);
	return {
		cpuLimit: nanos === null ? byPeriod : nanos / 1e9,
		memoryLimit: above(Memory),
		hostNetwork: NetworkMode === "host",
		pid: above(data.State?.Pid)
	};
}
/** Microseconds: the kernel's, when none is said. */
const PERIOD = 1e5;
/** `GET /containers/{id}/stats?stream=false&one-shot=true`; `stopped` for a container that does not run (any more). */
function readCounters$1(answer) {
	const { data } = readShape(stats, answer);
	if (data === void 0) return null;
	if (data.read?.startsWith("0001-") === true) return "stopped";
	const at = Date.parse(data.read ?? "");
	const { throttling_data: throttling, cpu_usage: usage } = data.cpu_stats;
	return {
		at: Number.isFinite(at) ? at : null,
		cpu: usage.total_usage,
		periods: pairOf(throttling?.periods, throttling?.throttled_periods),
		memory: memoryOf$3(data.memory_stats),
		io: ioOf$1(data.blkio_stats?.io_service_bytes_recursive ?? []),
		network: networkOf(Object.values(data.networks ?? {}))
	};
}
/** As `docker stats` counts: `inactive_file` is cgroup v2's word, `total_inactive_file` v1's. */
function memoryOf$3(memory) {
	const usage = memory?.usage ?? null;
	if (usage === null) return null;
	const dropped = memory?.stats?.["total_inactive_file"] ?? memory?.stats?.["inactive_file"] ?? 0;
	return dropped > 0 && dropped < usage ? usage - dropped : usage;
}
/** A row a device and direction: `Read` under cgroup v1, `read` under v2. An empty list is what engines give before the first, and without any count. */
function ioOf$1(rows) {
	const bytesOf = (word) => sum$3(rows.filter(({ op }) => op.toLowerCase() === word).map(({ value }) => value));
	return rows.length === 0 ? null : [bytesOf("read"), bytesOf("write")];
}
function networkOf(networks) {
	if (networks.length === 0) return null;
	return [sum$3(networks.map(({ rx_bytes: received }) => received ?? 0)), sum$3(networks.map(({ tx_bytes: sent }) => sent ?? 0))];
}
const pairOf = (first, second) => first === null || first === void 0 ? null : [first, second ?? 0];
const above = (value) => value === null || value === void 0 || value <= 0 ? null : value;
const labelShown = (text) => text === void 0 ? null : shown(text);
const shown = (text) => text.replaceAll(/\p{Cc}+/gu, " ").slice(0, SHOWN_MAX);
const sum$3 = (values) => values.reduce((total, value) => total + value, 0);
// src/probes/container-cgroup.ts
/** How often a container's CPU was cut off, from its control group: Podman's API says zero of it, whatever happened. */
/** Folders of the CPU controller under `/`: alone or with its accounting (v1), and the one hierarchy of v2. */
const MOUNTS = {
	cpu: ["sys/fs/cgroup/cpu", "sys/fs/cgroup/cpu,cpuacct"],
	"": ["sys/fs/cgroup", "sys/fs/cgroup/unified"]
};
/**
* The files that may hold the counts of a container, the likeliest first; none when its process is not on this machine (an engine in a virtual machine has
* numbers of its own), which the group's name tells: it holds the container's id.
*/
function throttlingFiles(pid, id, root = "/") {
	const groups = (readKernelFile(root, `proc/${pid}/cgroup`) ?? "").split("\n").flatMap((line) => {
		const [, controllers = "", path = ""] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
		return path.includes(id) ? [{
			controllers: controllers.split(","),
			path: ownPart(path, id)
		}] : [];
	});
	return Object.entries(MOUNTS).flatMap(([controller, mounts]) => groups.filter(({ controllers }) => controllers.includes(controller)).flatMap(({ path }) => mounts.map((mount) => `${mount}${path}/cpu.stat`)));
}
/** Engines may put processes into a group inside the one that has the limits. */
function ownPart(path, id) {
	const steps = path.split("/");
	return steps.slice(0, steps.findIndex((step) => step.includes(id)) + 1).join("/");
}
/** Enforcement periods, and those with a cut (`cpu.stat`, Documentation/scheduler/sched-bwc.rst); null when no file says it. */
function readThrottling(files, root = "/") {
	for (const file of files) {
		const text = readKernelFile(root, file) ?? "";
		const periods = /^nr_periods (\d+)$/m.exec(text)?.[1];
		const throttled = /^nr_throttled (\d+)$/m.exec(text)?.[1];
		if (periods !== void 0 && throttled !== void 0) return [Number(periods), Number(throttled)];
	}
	return null;
}
/** Containers that are asked at once. */
const AT_ONCE = 8;
/** A whole look takes no longer than this, however many there are. */
const LOOK_MS$1 = 5e3;
/** The key of what is told of all of them, whom the engine goes on to answer about. */
const NO_NAME = "";
/** Opens a watcher. An engine or a container that once gave no answer is not asked again by it. */
function openContainerWatcher(engine, selection, { now, signal }) {
	const known = /* @__PURE__ */ new Map();
	const names = /* @__PURE__ */ new Set();
	const troubles = /* @__PURE__ */ new Map();
	const dropped = /* @__PURE__ */ new Set();
	let looks = 0;
	const look = async () => {
		if (troubles.has(null)) return null;
		const bounded = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS$1)]);
		const listed = valueOf(await engine.ask("/containers/json", bounded), readList);
		if (listed === null || "kind" in listed) {
			troubles.set(null, troubleWith(null, looks > 0, listed ?? NO_LIST));
			return null;
		}
		looks += 1;
		const chosen = listed.filter((each) => selects(selection, each) && !dropped.has(each.id)).toSorted((left, right) => left.name < right.name ? -1 : 1);
		if (chosen.length > 200) troubles.set(NO_NAME, tooMany(chosen.length));
		const seen = await inTurn(chosen.slice(0, 200), (each) => lookAt(each, bounded));
		return {
			at: now(),
			seen: new Map(seen.flatMap((each) => each === null ? [] : [[each.listed.id, each]]))
		};
	};
	const lookAt = async (listed, bounded) => {
		const setup = known.get(listed.id) ?? await setUp(listed, bounded);
		if (setup === null) return null;
		const path = `/containers/${listed.id}/stats?stream=false&one-shot=true`;
		const counters = valueOf(await engine.ask(path, bounded), readCounters$1);
		if (counters === null || counters === "stopped") return null;
		if ("kind" in counters) return drop(listed, counters);
		names.add(listed.name);
		return {
			listed,
			setup: setup.setup,
			counters: withThrottling(counters, setup)
		};
	};
	const setUp = async (listed, bounded) => {
		const { id } = listed;
		const setup = valueOf(await engine.ask(`/containers/${id}/json`, bounded), readSetup);
		if (setup === null) return null;
		if ("kind" in setup) return drop(listed, setup);
		const found = {
			setup,
			throttlingFiles: setup.pid === null ? [] : throttlingFiles(setup.pid, id)
		};
		known.set(id, found);
		return found;
	};
	const drop = ({ id, name }, why) => {
		dropped.add(id);
		troubles.set(name, troubleWith(name, names.has(name), why));
		return null;
	};
	return {
		look,
		unread: () => [...troubles.values(), ...looks === 0 ? [] : absent(selection, names, troubles)]
	};
}
const NO_LIST = {
	kind: "silence",
	...unwatched(phrase$1("engine-no-list"), null)
};
/** The value; null when there is no such thing; else why there is none. */
function valueOf(answer, read) {
	if (answer.kind === "missing") return null;
	if (answer.kind === "silence") return answer;
	return read(answer.value) ?? NONSENSE;
}
const NONSENSE = {
	kind: "silence",
	...unwatched(phrase$1("engine-other-shape"), null)
};
const selects = (selection, { name, project }) => selection.kind === "project" ? project === selection.project : selection.names.includes(name);
/** Podman's zeros are no count. */
function withThrottling(counters, known) {
	if (counters.periods !== null && counters.periods[0] > 0) return counters;
	return {
		...counters,
		periods: readThrottling(known.throttlingFiles) ?? counters.periods
	};
}
async function inTurn(items, work) {
	const waiting = items.values();
	const results = [];
	const lane = async () => {
		for (const item of waiting) results.push(await work(item));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, lane));
	return results;
}
function troubleWith(name, begun, { reason, remedy, said }) {
	return {
		name,
		probe: "container",
		part: begun ? "lost" : "all",
		reason,
		remedy,
		said
	};
}
function tooMany(count) {
	return {
		name: null,
		probe: "container",
		part: "lost",
		...unwatched(phrase$1("containers-too-many", {
			count,
			max: 200
		}), phrase$1("containers-too-many-remedy"))
	};
}
/** Containers that were looked for and never found. */
function absent(selection, found, troubles) {
	if (selection.kind === "project") {
		if (found.size > 0 || troubles.size > 0) return [];
		return [{
			name: null,
			probe: "container",
			part: "all",
			...unwatched(phrase$1("project-without-containers", { project: selection.project }), phrase$1("project-remedy"))
		}];
	}
	return selection.names.filter((name) => !found.has(name) && !troubles.has(name)).map((name) => ({
		name,
		probe: "container",
		part: "all",
		...unwatched(phrase$1("container-not-running"), phrase$1("container-remedy"))
	}));
}
// src/probes/containers.ts
/** Containers that the service runs in or uses, through the engine's own API: looks before and after each stretch of load, none while it is on. */
/** Most that is told to be unread: one engine that goes away would else fill the record. */
const UNREAD_MAX = 20;
/** Connects. Never throws: what cannot be reached is told in every reading. */
async function openContainers(plan, world) {
	const selection = plan.containers;
	if (selection === null) return watchingNone([]);
	const engine = await findContainerEngine(world.env);
	if (engine.kind === "silence") {
		const { reason, remedy, said } = engine;
		return watchingNone([{
			name: null,
			probe: "container",
			part: "all",
			reason,
			remedy,
			said
		}]);
	}
	return {
		watch: ({ url }) => watchContainers(engine, withPort(selection, new URL(url).port), world),
		[Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]()
	};
}
function watchingNone(reasons) {
	return {
		watch: () => ({
			begin: () => Promise.resolve(),
			end: () => Promise.resolve(),
			read: () => ({
				containers: [],
				unread: reasons
			})
		}),
		[Symbol.asyncDispose]: () => Promise.resolve()
	};
}
function withPort(selection, port) {
	const filled = (text) => text.replaceAll("{port}", port);
	return selection.kind === "project" ? {
		...selection,
		project: filled(selection.project)
	} : {
		...selection,
		names: selection.names.map(filled)
	};
}
function watchContainers(engine, selection, world) {
	const watcher = openContainerWatcher(engine, selection, world);
	const account = openContainerAccount();
	let before = null;
	return {
		async begin() {
			before = await watcher.look();
		},
		async end() {
			const first = before;
			before = null;
			const last = first === null ? null : await watcher.look();
			if (first !== null && last !== null) account.add(first, last);
		},
		read: () => ({
			containers: account.read().slice(0, 200),
			unread: onceEach([...watcher.unread(), ...account.lost().map(ended)]).slice(0, UNREAD_MAX)
		})
	};
}
const ended = (name) => ({
	name,
	probe: "container",
	part: "lost",
	...unwatched(phrase$1("container-ended"), null)
});
/** The first that is said of each name. */
function onceEach(all) {
	return all.filter(({ name }, index) => name === null || all.findIndex((each) => each.name === name) === index);
}
// src/probes/beat.ts
/** Strikes at regular moments of watching; the time between an end and the next begin does not count. */
/**
* Opens a beat: `strike` is called after every `every` of watching, with how often that was due so far. The moments are multiples of `every`, so that beats
* which are started together strike together, and short turns are struck now and then at any place within. A strike that comes late leaves out those it missed.
*/
function openBeat(every, strike, now) {
	let before = 0;
	let since = null;
	let struck = 0;
	let timer;
	const watched = () => since === null ? before : before + now() - since;
	const arm = () => {
		const due = Math.max(struck, Math.floor(watched() / every)) + 1;
		timer = setTimeout(() => {
			struck = due;
			arm();
			strike(due);
		}, Math.max(1, due * every - watched()));
		timer.unref();
	};
	return {
		start() {
			if (since !== null) return;
			since = now();
			arm();
		},
		stop() {
			clearTimeout(timer);
			before = watched();
			since = null;
		}
	};
}
/** Between two looks at what changes quickly: short enough to see what lives for half a second, long enough to cost nothing. */
const LOOK_EVERY$1 = millis(250);
// src/platform/process-usage.ts
/** What processes use where there is no `/proc` (macOS): one `ps` for all of them, and Node's own account of the cores. */
/** True where processes are read by `ps`: on macOS. */
const hasUsageByPs = process.platform === "darwin" && !existsSync("/proc/self/stat");
/** Asks for these processes; none where `ps` does not answer within two seconds. */
function usageByPs(pids) {
	if (pids.length === 0) return [];
	const { stdout } = spawnSync("ps", [
		"-o",
		"pid=,time=,rss=",
		"-p",
		pids.join(",")
	], {
		encoding: "utf8",
		timeout: 2e3,
		env: {
			PATH: "/usr/bin:/bin",
			LC_ALL: "C"
		}
	});
	return parseUsage(stdout ?? "");
}
/** Reads `ps -o pid=,time=,rss=`: time is `[[days-]hours:]minutes:seconds[.hundredths]`, memory is in KiB. Other lines are left out. */
function parseUsage(table) {
	return table.split("\n").flatMap((line) => {
		const [, pid, days, clock, memory] = /^\s*(\d+)\s+(?:(\d+)-)?([\d:.]+)\s+(\d+)\s*$/.exec(line) ?? [];
		if (clock === void 0) return [];
		const time = clock.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
		return [{
			pid: Number(pid),
			cpu: 86400 * Number(days ?? 0) + time,
			memory: 1024 * Number(memory)
		}];
	});
}
/** The cores by Node's account; none where it has none. */
function coreTimes(cores = cpus()) {
	return cores.map(({ times: { user, nice, sys, irq, idle } }) => ({
		busy: user + nice + sys + irq,
		idle
	}));
}
/** `PF_KTHREAD` in include/linux/sched.h. */
const KERNEL_THREAD = 2097152;
/** Reads `/proc/<pid>/stat` (proc_pid_stat(5)); null when the process is gone. */
function readTimes(root, pid) {
	const stat = readKernelFile(root, `proc/${pid}/stat`);
	if (stat === null) return null;
	const nameEnd = stat.lastIndexOf(")");
	const fields = stat.slice(nameEnd + 2).split(" ", 21);
	const field = (number) => Number(fields[number - 3] ?? NaN);
	const times = {
		startTime: field(22),
		own: field(14) + field(15),
		reaped: field(16) + field(17)
	};
	if (!Object.values(times).every(Number.isFinite)) return null;
	return {
		pid,
		...times,
		name: stat.slice(stat.indexOf("(") + 1, nameEnd),
		parent: field(4),
		size: field(20) || 1,
		kernel: (field(9) & KERNEL_THREAD) !== 0
	};
}
/** Looks at one process; null when it is gone. */
function readProcess(root, pid, memory) {
	const times = readTimes(root, pid);
	if (times === null) return null;
	const { startTime, own, reaped } = times;
	return {
		pid,
		startTime,
		own,
		reaped,
		...memory(pid)
	};
}
/** Looks at these processes; those that are gone are left out. On macOS by one `ps`, which tells less. */
function readProcesses(root, pids, memory) {
	if (hasUsageByPs && root === "/") return usageByPs(pids).map(byPs);
	return pids.map((pid) => readProcess(root, pid, memory)).filter((reading) => reading !== null);
}
const byPs = ({ pid, cpu, memory }) => ({
	pid,
	startTime: 0,
	own: cpu * 100,
	reaped: 0,
	memory,
	anonymous: null
});
/** Memory of one process from its `status`. One that has ended and was not waited for yet has no memory, and no such lines. */
function memoryOf$2(root, pid) {
	const status = readKernelFile(root, `proc/${pid}/status`) ?? "";
	const bytesOf = (name) => {
		const kilobytes = new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(status)?.[1];
		return kilobytes === void 0 ? null : Number(kilobytes) * 1024;
	};
	const memory = bytesOf("VmRSS");
	if (memory === null) return {
		memory: 0,
		anonymous: 0
	};
	const anonymous = bytesOf("RssAnon");
	return {
		memory,
		anonymous: anonymous === null ? null : anonymous + (bytesOf("VmSwap") ?? 0)
	};
}
/**
* Opens an account. Processes that lived and died between two looks are found in their parent's time for waited-for children: what the parents gained
* there, less what was already seen of the ended, is theirs. A process that appears after the first look counts from its start if it started since, which
* its start time tells.
*/
function openTreeAccount() {
	const known = /* @__PURE__ */ new Map();
	let newest = Number.NEGATIVE_INFINITY;
	let alive = /* @__PURE__ */ new Set();
	let looks = 0;
	let peak = 0;
	return {
		look(readings) {
			for (const reading of readings) {
				const key = `${reading.pid} ${reading.startTime}`;
				const bornSince = looks > 0 && reading.startTime > newest;
				const first = known.get(key)?.first ?? (bornSince ? {
					...reading,
					own: 0,
					reaped: 0
				} : reading);
				known.set(key, {
					first,
					last: reading
				});
			}
			if (looks === 0) newest = Math.max(newest, ...readings.map((reading) => reading.startTime));
			alive = new Set(readings.map((reading) => `${reading.pid} ${reading.startTime}`));
			peak = Math.max(peak, readings.reduce((sum, reading) => sum + reading.memory, 0));
			looks += 1;
		},
		ticks() {
			const all = [...known.values()];
			const own = total$2(all.map(({ first, last }) => last.own - first.own));
			const reaped = total$2(all.map(({ first, last }) => last.reaped - first.reaped));
			const ended = [...known].filter(([key]) => !alive.has(key)).map(([, { last }]) => last.own + last.reaped);
			return own + Math.max(0, reaped - total$2(ended));
		},
		peakMemory: () => peak
	};
}
const total$2 = (values) => values.reduce((sum, value) => sum + value, 0);
// src/probes/cpu-time.ts
/** CPU time of a tree of processes, from lap to lap: nanoseconds where the scheduler counts them, else clock ticks of ten milliseconds. */
/** Clock ticks as nanoseconds. */
const NANOS_A_TICK = 1e7;
/** So much of a tree is read thread by thread; the rest of it in whole ticks, process by process. */
const MOST_PROCESSES$3 = 300;
const MOST_THREADS$1 = 2e3;
/** Opens a watch; its first lap begins now. `root` stands for `/`. */
function openCpuWatch(pids, root = "/") {
	let last = timesOf(pids(), root);
	return { lap() {
		const now = timesOf(pids(), root);
		const used = now.size === 0 && last.size === 0 ? null : nanos(usedBetween$1(last, now));
		last = now;
		return used;
	} };
}
/** Reads these processes; those that are gone are left out. Beyond 300 processes or 2,000 threads it reads no more threads, and knows whole ticks only. */
function timesOf(pids, root) {
	const times = /* @__PURE__ */ new Map();
	let threadsRead = 0;
	for (const pid of pids) {
		const reading = readTimes(root, pid);
		if (reading === null) continue;
		const { own, reaped, startTime, size } = reading;
		const detailed = times.size < MOST_PROCESSES$3 && threadsRead + size <= MOST_THREADS$1;
		if (detailed) threadsRead += size;
		times.set(`${pid} ${startTime}`, {
			pid,
			threads: detailed ? threadTimes(root, pid) : /* @__PURE__ */ new Map(),
			own: own * NANOS_A_TICK,
			reaped: reaped * NANOS_A_TICK,
			size
		});
	}
	return times;
}
/** `/proc/<pid>/task/<tid>/schedstat`: time on a core, time waiting for one, slices (Documentation/scheduler/sched-stats.rst). */
function threadTimes(root, pid) {
	const folder = `proc/${pid}/task`;
	const times = listKernelFolder(root, folder).flatMap((thread) => {
		const [used = NaN, delay = 0, slices = 0] = readKernelFile(root, `${folder}/${thread}/schedstat`)?.split(" ").map(Number) ?? [];
		return Number.isFinite(used) ? [[thread, {
			used,
			delay,
			slices
		}]] : [];
	});
	return times.some(([, { used }]) => used > 0) ? new Map(times) : /* @__PURE__ */ new Map();
}
/** Nanoseconds of CPU time that the tree used between two readings, children that lived and died in between included; never negative. */
function usedBetween$1(before, now) {
	let used = 0;
	let reaped = 0;
	for (const [key, process] of now) {
		const earlier = before.get(key);
		used += usedBy(process, earlier);
		reaped += process.reaped - (earlier?.reaped ?? 0);
	}
	const ended = [...before].filter(([key]) => !now.has(key)).map(([, { own, reaped: of }]) => own + of);
	return Math.max(0, used + Math.max(0, reaped - sum$2(ended)));
}
/** Nanoseconds that one process used between two readings; without an earlier one it was born since. */
function usedBy(now, before) {
	const ticks = now.own - (before?.own ?? 0);
	if (now.threads.size === 0 || before?.threads.size === 0) return ticks;
	const byThread = sum$2([...now.threads].map(([thread, { used }]) => used - (before?.threads.get(thread)?.used ?? 0)));
	return [...before?.threads.keys() ?? []].some((thread) => !now.threads.has(thread)) ? Math.max(byThread, ticks) : byThread;
}
const sum$2 = (values) => values.reduce((total, value) => total + value, 0);
// src/probes/kernel-counters.ts
/** The kernel's own counters of the whole machine: who computes, who waits, what is stolen. */
/** Reads them; null where neither `/proc` nor Node tells. `root` stands for `/`, `at` is the time of the reading. */
function readCounters(root, at) {
	const cores = readCores(root, at);
	if (cores === null) return null;
	return {
		...cores,
		cpuWait: pressureOf(root, "cpu"),
		ioWait: pressureOf(root, "io"),
		memoryWait: pressureOf(root, "memory")
	};
}
/** Reads those of the cores alone; null as in {@link readCounters}. */
function readCores(root, at) {
	const stat = readKernelFile(root, "proc/stat");
	if (stat === null) return hasUsageByPs && root === "/" ? coresByNode(at) : null;
	const first = /^cpu +(.+)$/m.exec(stat)?.[1];
	if (first === void 0) return null;
	const byCore = [...stat.matchAll(/^cpu(\d+) +(.+)$/gm)].map(([, number, ticks = ""]) => {
		const { busy, all } = parseTicks(ticks);
		return {
			number: Number(number),
			busy,
			all
		};
	});
	return {
		at,
		cores: Math.max(1, byCore.length),
		...parseTicks(first),
		byCore,
		gate: gateTime()
	};
}
/** user nice system idle iowait irq softirq steal; guest time, which follows, is part of user (proc_stat(5)). */
function parseTicks(line) {
	const [user = 0, nice = 0, system = 0, idle = 0, ioWait = 0, irq = 0, softirq = 0, stolen = 0] = line.split(" ").slice(0, 8).map(Number);
	const busy = user + nice + system + irq + softirq;
	return {
		busy,
		all: busy + idle + ioWait + stolen,
		stolen
	};
}
/** By Node's account, which tells nothing of what a hypervisor takes. */
function coresByNode(at) {
	const byCore = coreTimes().map(({ busy, idle }, number) => ({
		number,
		busy: busy * 100 / 1e3,
		all: (busy + idle) * 100 / 1e3
	}));
	if (byCore.length === 0) return null;
	const busy = byCore.reduce((sum, core) => sum + core.busy, 0);
	const all = byCore.reduce((sum, core) => sum + core.all, 0);
	return {
		at,
		cores: byCore.length,
		busy,
		all,
		stolen: 0,
		byCore,
		gate: gateTime()
	};
}
function gateTime() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}
/** Pressure stall information: total microseconds in which at least one task waited. */
function pressureOf(root, resource) {
	const total = /^some .*total=(\d+)$/m.exec(readKernelFile(root, `proc/pressure/${resource}`) ?? "")?.[1];
	return total === void 0 ? null : Number(total);
}
// src/probes/service-account.ts
/** Adds up what a tree of processes used, from looks at it; what it used between an end and the next begin does not count. */
/** Nothing yet. */
const NO_SUMS = {
	watched: millis(0),
	used: 0,
	byProcess: /* @__PURE__ */ new Map(),
	byThread: /* @__PURE__ */ new Map(),
	busiestEnded: 0,
	delay: null,
	io: null,
	switches: null,
	processes: 0,
	threads: 0,
	memory: 0
};
/** The sums with the most of this look. */
function withMost(sums, { times, processes }) {
	return {
		...sums,
		processes: Math.max(sums.processes, times.size),
		threads: Math.max(sums.threads, total$1([...times.values()].map(({ size }) => size))),
		memory: Math.max(sums.memory, total$1([...processes.values()].map(({ memory }) => memory)))
	};
}
/** The sums with what was used between two looks. They do not fall when processes or threads end: what was seen of those stays. */
function withStep(sums, before, now) {
	const threads = threadsBetween(before, now);
	const byThread = addTo(sums.byThread, new Map([...threads].map(([thread, { used }]) => [thread, used])));
	const ended = [...sums.byThread].filter(([thread]) => !byThread.has(thread)).map(([, used]) => used);
	const delay = threads.size === 0 ? null : total$1([...threads.values()].map((thread) => thread.delay));
	return withMost({
		...sums,
		watched: millis(sums.watched + now.at - before.at),
		used: sums.used + usedBetween$1(before.times, now.times),
		byProcess: addTo(sums.byProcess, usedByProcess(before, now)),
		byThread,
		busiestEnded: ended.reduce((most, used) => Math.max(most, used), sums.busiestEnded),
		delay: plus$2(sums.delay, delay),
		io: plusTraffic(sums.io, trafficBetween(before, now)),
		switches: plusSwitches(sums.switches, switchesBetween(before, now))
	}, now);
}
/** Bytes that a tree caused to be moved between two looks; null where no process says. What an ended child moved is in its parent's numbers from then on. */
function trafficBetween(before, now) {
	const living = both(before, now, ({ io }) => io, {
		read: 0,
		written: 0
	});
	if (living.length === 0) return null;
	const ended = [...before.processes].filter(([key]) => !now.processes.has(key)).map(([, { io }]) => io);
	const moved = (of) => total$1(living.map(([earlier, later]) => of(later) - of(earlier))) - total$1(ended.map((io) => io === null ? 0 : of(io)));
	return {
		read: Math.max(0, moved(({ read }) => read)),
		written: Math.max(0, moved(({ written }) => written))
	};
}
/** Ended threads take their switches with them. */
function switchesBetween(before, now) {
	const living = both(before, now, ({ switches }) => switches, {
		voluntary: 0,
		involuntary: 0
	});
	if (living.length === 0) return null;
	const more = (of) => total$1(living.map(([earlier, later]) => Math.max(0, of(later) - of(earlier))));
	return {
		voluntary: more(({ voluntary }) => voluntary),
		involuntary: more(({ involuntary }) => involuntary)
	};
}
/** What each process said earlier and later; one that was born since began with `nothing`. Those that say nothing are left out. */
function both(before, now, said, nothing) {
	return [...now.processes].flatMap(([key, process]) => {
		const known = before.processes.get(key);
		const earlier = known === void 0 ? nothing : said(known);
		const later = said(process);
		return earlier === null || later === null ? [] : [[earlier, later]];
	});
}
function usedByProcess(before, now) {
	return new Map([...now.times].map(([key, process]) => [key, Math.max(0, usedBy(process, before.times.get(key)))]));
}
function threadsBetween(before, now) {
	return new Map([...now.times].flatMap(([key, process]) => threadsOf(key, process, before.times.get(key))));
}
function threadsOf(key, now, before) {
	if (before?.threads.size === 0) return [];
	return [...now.threads].map(([thread, { used, delay }]) => {
		const earlier = before?.threads.get(thread);
		const since = {
			used: Math.max(0, used - (earlier?.used ?? 0)),
			delay: Math.max(0, delay - (earlier?.delay ?? 0))
		};
		return [`${key} ${thread}`, since];
	});
}
/** Adds to those that live; those that have ended go. */
function addTo(sums, more) {
	return new Map([...more].map(([key, value]) => [key, (sums.get(key) ?? 0) + value]));
}
const plus$2 = (sum, more) => more === null ? sum : (sum ?? 0) + more;
/** Adds traffic; null is nothing known. */
const plusTraffic = (sum, more) => more === null ? sum : {
	read: (sum?.read ?? 0) + more.read,
	written: (sum?.written ?? 0) + more.written
};
const plusSwitches = (sum, more) => more === null ? sum : {
	voluntary: (sum?.voluntary ?? 0) + more.voluntary,
	involuntary: (sum?.involuntary ?? 0) + more.involuntary
};
const total$1 = (values) => values.reduce((sum, value) => sum + value, 0);
// src/probes/memory-looks.ts
/** Memory of processes, read once for all probes that want it at the same moment. */
/** A fifth of the time between looks: beats that are started together strike within it, one after the other. */
const FRESH$1 = millis(50);
/** Opens looks: `status` is the largest of the files that are read again and again, and three probes want it. */
function openMemoryLooks({ root, now } = thisMoment) {
	const known = /* @__PURE__ */ new Map();
	let since = Number.NEGATIVE_INFINITY;
	return { of(pid) {
		if (now() - since > FRESH$1) {
			known.clear();
			since = now();
		}
		const reading = known.get(pid) ?? memoryOf$2(root, pid);
		known.set(pid, reading);
		return reading;
	} };
}
// src/probes/tree-looks.ts
/** One look at everything that a service's processes tell about themselves, shared by all probes that want it at the same moment. */
const FRESH = millis(20);
/**
* Opens looks at a build's processes. Of a large tree the first 300 processes (and as many as have 2,000 threads together) are looked at in detail; those beyond count
* with whole clock ticks of CPU time, with their memory and their threads, but not with storage and context switches. Of more than 100, beats look less often.
*/
function openTreeLooks(watched, sources = thisMoment, memory = openMemoryLooks(sources)) {
	const { root, now } = sources;
	const byPs = hasUsageByPs && root === "/";
	const switches = openSwitchReader(root);
	let last = null;
	const lookNow = () => {
		if (last !== null && now() - last.at < FRESH) return last;
		const pids = watched.pids();
		const look = byPs ? lookByPs(pids, now()) : lookAt$4(pids, sources, {
			switches,
			memory
		});
		last = look.times.size === 0 ? null : look;
		return last;
	};
	return {
		cheap: !byPs,
		now: lookNow,
		due: () => last !== null && !isLookDue(last.times.size, now() - last.at) ? last : lookNow()
	};
}
function lookAt$4(pids, { root, now }, { switches, memory }) {
	const at = now();
	const times = timesOf(pids, root);
	const processes = new Map([...times].map(([key, process], index) => {
		const more = process.threads.size > 0 || index < MOST_WITHOUT_THREADS ? {
			io: ioOf(root, process.pid),
			switches: switches.read(process)
		} : {
			io: null,
			switches: null
		};
		return [key, {
			...memory.of(process.pid),
			...more
		}];
	}));
	switches.keep(times);
	return {
		at,
		times,
		processes
	};
}
/** Where the scheduler does not count, threads are no measure of how much there is to read. */
const MOST_WITHOUT_THREADS = 50;
/** `/proc/<pid>/io` (proc_pid_io(5)): what never reached the disk because its file went away was not written. */
function ioOf(root, pid) {
	const text = readKernelFile(root, `proc/${pid}/io`);
	const bytesOf = (name) => Number(new RegExp(`^${name}: (\\d+)$`, "m").exec(text ?? "")?.[1] ?? NaN);
	const read = bytesOf("read_bytes");
	const written = bytesOf("write_bytes") - bytesOf("cancelled_write_bytes");
	return Number.isFinite(read) && Number.isFinite(written) ? {
		read,
		written
	} : null;
}
function openSwitchReader(root) {
	let known = /* @__PURE__ */ new Map();
	return {
		read({ pid, threads }) {
			const before = known.get(pid);
			const now = /* @__PURE__ */ new Map();
			for (const [thread, { slices }] of threads) {
				const earlier = before?.get(thread);
				const switches = earlier?.slices === slices ? earlier.switches : switchesOf(root, `proc/${pid}/task/${thread}`);
				if (switches !== null) now.set(thread, {
					slices,
					switches
				});
			}
			known.set(pid, now);
			return now.size === 0 ? null : sumOf$1([...now.values()].map(({ switches }) => switches));
		},
		keep(times) {
			const alive = new Set([...times.values()].map(({ pid }) => pid));
			known = new Map([...known].filter(([pid]) => alive.has(pid)));
		}
	};
}
function switchesOf(root, folder) {
	const text = readKernelFile(root, `${folder}/status`);
	const found = /^voluntary_ctxt_switches:\s*(\d+)\nnonvoluntary_ctxt_switches:\s*(\d+)/m.exec(text ?? "");
	return found === null ? null : {
		voluntary: Number(found[1]),
		involuntary: Number(found[2])
	};
}
function sumOf$1(all) {
	return all.reduce((sum, { voluntary, involuntary }) => ({
		voluntary: sum.voluntary + voluntary,
		involuntary: sum.involuntary + involuntary
	}), {
		voluntary: 0,
		involuntary: 0
	});
}
/** Start times are not told, nor threads: a process is known by its number alone, and has one thread at least. */
function lookByPs(pids, at) {
	const usage = usageByPs(pids);
	return {
		at,
		times: new Map(usage.map(({ pid, cpu }) => [String(pid), {
			pid,
			threads: /* @__PURE__ */ new Map(),
			own: cpu * 1e9,
			reaped: 0,
			size: 1
		}])),
		processes: new Map(usage.map(({ pid, memory }) => [String(pid), {
			memory,
			anonymous: null,
			io: null,
			switches: null
		}]))
	};
}
// src/probes/curve.ts
const ROW_EVERY = millis(1e3);
/** What is left over at the end is a row of its own when it lasted for this long; of less, clock ticks say nothing. */
const SHORTEST_ROW = millis(250);
/** As many as a record may hold. */
const MOST_ROWS = 1e5;
/**
* Opens the probe on one build. A row is a second of watching, so that one of short turns is made of several; the last one may be shorter. Where looks are not
* cheap there are no rows. Of a large tree, which is not looked at every second, a row with a look tells the mean since the one before, and rows without one nothing.
*/
function openCurve(looks, watched, sources = thisMoment) {
	const rows = [];
	let open = EMPTY;
	let last = null;
	let second = 0;
	const step = (tree) => {
		const now = lookAtAll(tree, watched, sources);
		if (last !== null) open = grow(open, last, now);
		last = now;
	};
	const close = (due) => {
		step(looks.due());
		if (rows.length < MOST_ROWS) rows.push(told$1(open, due - 1));
		open = EMPTY;
		second = due;
	};
	const beat = (sources.beat ?? openBeat)(ROW_EVERY, close, sources.now);
	return {
		begin() {
			if (!looks.cheap) return Promise.resolve();
			last = null;
			step(looks.now());
			beat.start();
			return Promise.resolve();
		},
		end() {
			beat.stop();
			if (last !== null) step(looks.now());
			last = null;
			return Promise.resolve();
		},
		read: () => open.time >= SHORTEST_ROW && rows.length < MOST_ROWS ? [...rows, told$1(open, second)] : [...rows]
	};
}
function lookAtAll(tree, watched, { root, now }) {
	const at = now();
	const pids = watched.generatorPids();
	return {
		at,
		tree,
		generator: pids.length === 0 ? null : timesOf(pids, root),
		cores: readCores(root, at)
	};
}
const EMPTY = {
	time: 0,
	service: null,
	seen: 0,
	unseen: false,
	generator: null,
	all: null,
	memory: null,
	moved: null
};
function grow(row, before, now) {
	const again = now.tree !== null && before.tree === now.tree;
	const tree = before.tree === null || now.tree === null || again ? null : [before.tree, now.tree];
	const generator = before.generator === null || now.generator === null ? null : usedBetween$1(before.generator, now.generator);
	return {
		time: row.time + now.at - before.at,
		service: plus$1(row.service, tree && usedBetween$1(tree[0].times, tree[1].times)),
		seen: row.seen + (tree === null ? 0 : tree[1].at - tree[0].at),
		unseen: row.unseen || again,
		generator: plus$1(row.generator, generator),
		all: plus$1(row.all, allBetween(before.cores, now.cores)),
		memory: now.tree === null || again ? row.memory : memoryOf$1(now.tree),
		moved: plusTraffic(row.moved, tree && trafficBetween(...tree))
	};
}
function allBetween(before, now) {
	if (before === null || now === null) return null;
	return (now.busy - before.busy) / 100 - (now.gate - before.gate);
}
const memoryOf$1 = ({ processes }) => [...processes.values()].reduce((sum, { memory }) => sum + memory, 0);
const plus$1 = (sum, more) => more === null ? sum : (sum ?? 0) + more;
function told$1(row, second) {
	const { time, service, seen, unseen, generator, all, memory, moved } = row;
	const perSecond = (amount, over) => amount === null ? null : amount / Math.max(over / 1e3, 1e-6);
	const cores = {
		service: perSecond(service && service / 1e9, seen),
		generator: perSecond(generator && generator / 1e9, time),
		all: unseen && service === null ? null : perSecond(all, time)
	};
	const own = (cores.service ?? 0) + (cores.generator ?? 0);
	return {
		second,
		service: cores.service,
		generator: cores.generator,
		others: cores.all === null ? null : Math.max(0, cores.all - own),
		memory: memory === null ? null : bytes(memory),
		read: moved && perSecond(moved.read, seen),
		written: moved && perSecond(moved.written, seen)
	};
}
// src/probes/databases/failures.ts
/** What a database's error tells people: one line, without the password. */
/** Characters of a server's message that are kept. */
const MESSAGE_MAX = 300;
/** The message of anything thrown, in one line. An error of several attempts has none of its own. */
function messageOf$1(error) {
	if (error instanceof AggregateError && error.message === "") return error.errors.map(messageOf$1).filter(isFirst).join("; ");
	const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
	return ((error instanceof Error ? error.message : String(error)) || code || "no reason given").replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim().slice(0, MESSAGE_MAX);
}
const isFirst = (message, index, all) => all.indexOf(message) === index;
/** Replaces the URL and its password, as they are and as URLs write them, by `***`. */
function withoutPassword(text, url) {
	const parsed = URL.parse(url);
	const password = parsed?.password ?? "";
	return [
		url,
		parsed?.href ?? "",
		password,
		decoded(password)
	].filter((secret) => secret.length > 2).reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
/** A server that could not be connected to, or that ended the connection. `variable`: where its URL is from. */
function gapOf(part, error, url, variable) {
	const message = withoutPassword(messageOf$1(error), url);
	if (part === "lost") return {
		part,
		...unwatched(phrase$1("database-lost", { error: message }), phrase$1("database-lost-remedy"))
	};
	return {
		part,
		...unwatched(phrase$1("database-refused", { error: message }), remedyFor(message, variable))
	};
}
/** Words by which PostgreSQL, MySQL and Redis refuse somebody. */
const REFUSED = /password|authenti|access denied|WRONGPASS|NOAUTH|role .* does not exist/i;
const NOT_PERMITTED = /NOPERM|permission denied|no permissions/i;
function remedyFor(message, variable) {
	if (NOT_PERMITTED.test(message)) return phrase$1("database-rights", { variable });
	if (REFUSED.test(message)) return phrase$1("database-password", { variable });
	return phrase$1("database-runs", { variable });
}
// src/probes/databases/line.ts
/** A line over which a server answers. `lostBecause`: what an error of the connection means. */
function openLine(name, server, lostBecause) {
	let fault = null;
	let last = Promise.resolve();
	const askNow = async (question) => {
		if (fault !== null) return null;
		try {
			return await question(server);
		} catch (error) {
			fault ??= lostBecause(error);
			await server.close();
			return null;
		}
	};
	return {
		name,
		server,
		fault: () => fault,
		ask(question) {
			const answer = last.then(() => askNow(question));
			last = answer;
			return answer;
		},
		async [Symbol.asyncDispose]() {
			await last;
			if (fault === null) await server.close();
		}
	};
}
/** A line that nobody answers on. */
function deadLine(name, fault) {
	return {
		name,
		server: null,
		fault: () => fault,
		ask: () => Promise.resolve(null),
		[Symbol.asyncDispose]: () => Promise.resolve()
	};
}
// src/platform/database-clients.ts
/** Clients of database servers: one connection each that only reads, loaded when it is asked for, with a deadline on everything. */
/** Milliseconds in which a connection stands. */
const CONNECT = 5e3;
/** Milliseconds in which a question is answered: longer than the server itself gives it. */
const ANSWER$1 = 3e3;
/** Milliseconds that an orderly goodbye may take. */
const GOODBYE = 500;
/** How a server's list of clients shows us. */
const OURSELVES = "loadgate";
/** Connects to PostgreSQL. @throws Error when it does not stand within 5 s */
async function connectPostgres(url, signal) {
	const { default: pg } = await import("./chunk-esm.js");
	const client = new pg.Client({
		connectionString: url,
		application_name: OURSELVES,
		fallback_application_name: OURSELVES,
		connectionTimeoutMillis: CONNECT
	});
	const broken = listenForEnd(client);
	const drop = () => void client.end().catch(() => void 0);
	await within$1(client.connect(), CONNECT, signal, drop);
	return {
		async query(sql, values = []) {
			broken.throwIfSo();
			const { rows } = await within$1(client.query(sql, [...values]), ANSWER$1, signal, drop);
			return rows;
		},
		close: () => patiently(client.end())
	};
}
/** Connects to MySQL or MariaDB, without a default database: what we ask is then counted apart. @throws Error when it does not stand within 5 s */
async function connectMysql(url, signal) {
	const { createConnection } = await import("./chunk-promise.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const address = new URL(url);
	address.pathname = "/";
	const connecting = createConnection({
		uri: address.href,
		connectTimeout: CONNECT,
		connectAttributes: { program_name: OURSELVES }
	});
	const dropLate = () => void connecting.then((late) => late.destroy()).catch(() => void 0);
	const client = await within$1(connecting, CONNECT, signal, dropLate);
	const broken = listenForEnd(client);
	return {
		async query(sql, values = []) {
			broken.throwIfSo();
			const [rows] = await within$1(client.query(sql, [...values]), ANSWER$1, signal, () => client.destroy());
			return (Array.isArray(rows) ? rows : []).filter(isRow);
		},
		async close() {
			await patiently(client.end());
			client.destroy();
		}
	};
}
/** Connects to Redis or Valkey. @throws Error when it does not stand within 5 s */
async function connectRedis(url, signal) {
	const { createClient } = await import("./chunk-dist.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const client = createClient({
		url: url.replace(/^valkey/, "redis"),
		RESP: 2,
		disableClientInfo: true,
		disableOfflineQueue: true,
		socket: {
			connectTimeout: CONNECT,
			reconnectStrategy: false
		}
	});
	const broken = listenForEnd(client);
	const drop = () => client.destroy();
	await within$1(client.connect(), CONNECT, signal, drop);
	return {
		async send(words) {
			broken.throwIfSo();
			return await within$1(client.sendCommand([...words]), ANSWER$1, signal, drop);
		},
		close: () => {
			if (client.isOpen) client.destroy();
			return Promise.resolve();
		}
	};
}
/** Hears why a connection ends while nothing is asked: without a listener that would end the process, and later questions are told less. */
function listenForEnd(client) {
	let first = null;
	client.on("error", (error) => {
		first ??= error;
	});
	return { throwIfSo() {
		if (first !== null) throw first;
	} };
}
const isRow = (row) => typeof row === "object" && row !== null && !Array.isArray(row);
/** A promise with a deadline; `drop` ends what it works on when that has passed, or everything is to stop. */
async function within$1(promise, deadline, signal, drop) {
	const bounded = AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
	let stop = () => void 0;
	const stopped = new Promise((_, reject) => {
		stop = () => {
			reject(/* @__PURE__ */ new Error(signal.aborted ? "the run was stopped" : `no answer within ${deadline / 1e3} s`));
			drop();
		};
	});
	bounded.addEventListener("abort", stop, { once: true });
	if (bounded.aborted) stop();
	try {
		return await Promise.race([promise, stopped]);
	} finally {
		bounded.removeEventListener("abort", stop);
	}
}
async function patiently(goodbye) {
	await Promise.race([goodbye.catch(() => void 0), setTimeout$1(GOODBYE, void 0, { ref: false })]);
}
// src/probes/databases/server.ts
/** Most statements that are asked for in one look at the counters, those with the most time first. */
const STATEMENTS_MAX = 5e3;
/** A number out of a row; 0 for what is none. */
function numberIn(value) {
	const number = Number(value ?? 0);
	return Number.isFinite(number) ? number : 0;
}
/** A text out of a row; empty for what is none. */
function textIn(value) {
	if (typeof value === "string") return value;
	return typeof value === "number" || typeof value === "bigint" ? String(value) : "";
}
// src/probes/databases/mysql.ts
/** MySQL and MariaDB, as `performance_schema` and the global status tell it. */
/** Connects. @throws Error when that fails */
async function openMysql(url, signal) {
	const counting = countingOwn(await connectMysql(url, signal));
	try {
		return await openServer$2(counting, databaseOf(url));
	} catch (error) {
		await counting.close();
		throw error;
	}
}
function countingOwn(client) {
	let sent = 0;
	return {
		...client,
		query: (sql, values) => {
			sent += 1;
			return client.query(sql, values);
		},
		sent: () => sent
	};
}
/** Empty: all databases of the server. */
function databaseOf(url) {
	return decodeURIComponent(URL.parse(url)?.pathname.slice(1) ?? "");
}
async function openServer$2(client, database) {
	const [about = {}] = await client.query("select version() as version, @@max_connections as `limit`, @@performance_schema as counts, current_user() as user");
	const version = textIn(about.version);
	const isMariadb = /mariadb/i.test(version);
	await bound(client, isMariadb);
	const statements = await findStatements(client, database, about);
	const activity = await findActivity(client, database, textIn(about.user));
	const digests = statements === null ? await openDigests(client, database) : null;
	return {
		kind: isMariadb ? "mariadb" : "mysql",
		version: version.split("-")[0] ?? "",
		limit: numberIn(about.limit),
		gaps: () => [statements, activity].filter((gap) => gap !== null),
		count: () => count$1(client, digests),
		look: () => lookAt$3(client, database, activity === null),
		textsOf: async (ids) => digests === null || ids.length === 0 ? /* @__PURE__ */ new Map() : textsOf$1(client, ids),
		close: () => client.close()
	};
}
/** This session only reads, and never for longer than two seconds. */
async function bound(client, isMariadb) {
	await client.query("set session transaction read only");
	const time = isMariadb ? "max_statement_time = 2" : "max_execution_time = 2000";
	await client.query(`set session ${time}`).catch(() => void 0);
}
const ENABLE = phrase$1("mysql-enable");
async function findStatements(client, database, about) {
	const missing = (reason, remedy) => ({
		part: "statements",
		...unwatched(reason, remedy)
	});
	if (numberIn(about.counts) === 0) return missing(phrase$1("mysql-schema-off"), ENABLE);
	try {
		await countDigests(client, {
			database,
			oursUnnamed: false
		});
		const [row = {}] = await client.query("select count(*) as off from performance_schema.setup_consumers where name in ('global_instrumentation', 'thread_instrumentation', 'statements_digest') and enabled = 'NO'");
		return numberIn(row.off) === 0 ? null : missing(phrase$1("mysql-no-digests"), phrase$1("mysql-digests"));
	} catch (error) {
		return missing(phrase$1("mysql-digests-unreadable", { error: messageOf$1(error) }), phrase$1("mysql-grant-select", { account: accountOf(textIn(about.user)) }));
	}
}
async function findActivity(client, database, user) {
	try {
		await lookAt$3(client, database, true);
		return null;
	} catch {
		return {
			part: "activity",
			...unwatched(phrase$1("mysql-sessions-hidden", { user }), phrase$1("mysql-grant-process", { account: accountOf(user) }))
		};
	}
}
/** `shop@%` as statements about accounts write it. */
function accountOf(user) {
	const at = user.lastIndexOf("@");
	return `'${user.slice(0, at)}'@'${user.slice(at + 1)}'`;
}
async function openDigests(client, database) {
	const digests = {
		database,
		oursUnnamed: false
	};
	const { forgotten } = await countDigests(client, digests);
	return {
		database,
		oursUnnamed: (await countDigests(client, digests)).forgotten > forgotten
	};
}
/** Our own statements have no default database, which tells them from those of a service. */
const filterOf = (database) => database === "" ? "schema_name is not null" : "schema_name = ?";
const valuesOf = (database) => database === "" ? [] : [database];
async function count$1(client, digests) {
	const status = await readStatus(client, ["Questions", ...BUFFER_POOL]);
	const requests = status.get("Innodb_buffer_pool_read_requests");
	const misses = status.get("Innodb_buffer_pool_reads") ?? 0;
	const cache = requests === void 0 ? null : {
		hits: Math.max(0, requests - misses),
		misses
	};
	if (digests !== null) return {
		...await countDigests(client, digests),
		cache
	};
	return {
		statements: null,
		complete: false,
		calls: (status.get("Questions") ?? 0) - client.sent(),
		time: null,
		cache,
		forgotten: 0
	};
}
const BUFFER_POOL = ["Innodb_buffer_pool_read_requests", "Innodb_buffer_pool_reads"];
async function readStatus(client, names) {
	const rows = await client.query(`show global status where variable_name in (${names.map((name) => `'${name}'`).join(", ")})`);
	return new Map(rows.map((row) => [textIn(row.Variable_name), numberIn(row.Value)]));
}
const DIGESTS = "performance_schema.events_statements_summary_by_digest";
async function countDigests(client, { database, oursUnnamed }) {
	const before = client.sent();
	const rows = await client.query(`(select digest as id, sum(count_star) as calls, sum(sum_timer_wait) / 1e9 as time, sum(sum_rows_sent + sum_rows_affected) as given,
        sum(sum_rows_examined) as examined, 0 as known, 0 as forgotten
      from ${DIGESTS} where ${filterOf(database)} and digest is not null group by digest order by time desc limit ${STATEMENTS_MAX})
    union all
    (select null, sum(case when ${filterOf(database)} then count_star else 0 end),
        sum(case when ${filterOf(database)} then sum_timer_wait else 0 end) / 1e9, 0, 0,
        count(distinct case when ${filterOf(database)} then digest end),
        sum(case when digest is null and schema_name is null then count_star else 0 end)
      from ${DIGESTS})`, [
		0,
		1,
		2,
		3
	].flatMap(() => valuesOf(database)));
	const total = rows.find(({ id }) => id === null) ?? {};
	const listed = rows.filter(({ id }) => id !== null);
	return {
		statements: new Map(listed.map((row) => [textIn(row.id), countedOf$1(row)])),
		complete: numberIn(total.known) <= listed.length,
		calls: numberIn(total.calls),
		time: numberIn(total.time),
		forgotten: numberIn(total.forgotten) - (oursUnnamed ? before : 0)
	};
}
function countedOf$1(row) {
	return {
		calls: numberIn(row.calls),
		time: numberIn(row.time),
		rows: numberIn(row.given),
		examined: numberIn(row.examined),
		blocks: null
	};
}
async function textsOf$1(client, ids) {
	const rows = await client.query(`select digest as id, min(digest_text) as text from ${DIGESTS} where digest in (?) group by digest`, [ids]);
	return new Map(rows.map(({ id, text }) => [textIn(id), textIn(text)]));
}
async function lookAt$3(client, database, seesAll) {
	const rowLocks = (await readStatus(client, ["Innodb_row_lock_current_waits"])).get("Innodb_row_lock_current_waits") ?? 0;
	const locks = rowLocks > 0 ? [{
		kind: "lock",
		event: "row lock",
		sessions: rowLocks
	}] : [];
	if (!seesAll) return {
		sessions: null,
		waits: locks
	};
	return activityOf$2(await client.query(`select p.command as command, p.state as state, t.trx_id is not null as busy, count(*) as sessions
      from information_schema.processlist p
      left join information_schema.innodb_trx t on t.trx_mysql_thread_id = p.id
      where p.id <> connection_id() and p.command not in ('Daemon', 'Binlog Dump', 'Binlog Dump GTID')
        and p.user <> 'system user'${database === "" ? "" : " and p.db = ?"}
      group by 1, 2, 3`, valuesOf(database)), locks);
}
/** From rows of sessions by their command and state. */
function activityOf$2(rows, locks) {
	const sum = (chosen) => chosen.reduce((total, { sessions }) => total + numberIn(sessions), 0);
	const sleeping = rows.filter(({ command }) => command === "Sleep");
	return {
		sessions: {
			count: sum(rows),
			active: sum(rows) - sum(sleeping),
			idleInTransaction: sum(sleeping.filter(({ busy }) => numberIn(busy) === 1))
		},
		waits: [...locks, ...rows.filter(({ command }) => command !== "Sleep").flatMap(waitOf$1)]
	};
}
/** States that name a lock ("Waiting for table metadata lock"); row locks are counted apart. */
function waitOf$1({ state, sessions }) {
	const event = textIn(state);
	if (!/^waiting for/i.test(event)) return [];
	return [{
		kind: /lock/i.test(event) ? "lock" : "other",
		event: event.toLowerCase().replace(/^waiting for /, "").slice(0, 100),
		sessions: numberIn(sessions)
	}];
}
// src/probes/databases/postgresql.ts
/** PostgreSQL, as its statistics tell it: `pg_stat_statements`, `pg_stat_database` and `pg_stat_activity` of one database. */
/** Marks what we ask, so that it can be told from what the service asks. Inside the statement: before it, it would be cut off. */
const OURS = "/* loadgate */";
/** Connects. @throws Error when that fails */
async function openPostgres(url, signal) {
	const client = await connectPostgres(url, signal);
	try {
		return await openServer$1(client);
	} catch (error) {
		await client.close();
		throw error;
	}
}
async function openServer$1(client) {
	await client.query(SETTINGS);
	const [about = {}] = await client.query(ABOUT);
	const source = await findSource(client, about);
	const gaps = "gap" in source ? [source.gap] : [];
	const statements = "gap" in source ? null : source;
	const own = statements === null ? [] : await findOwn(client, statements);
	const sight = openSight(textIn(about.user));
	return {
		kind: "postgresql",
		version: textIn(about.version).split(" ")[0] ?? "",
		limit: numberIn(about.limit),
		gaps: () => [...gaps, ...sight.gaps()],
		async count() {
			if (statements === null) return countBlocks(client);
			const counted = await countStatements(client, statements, own);
			sight.counted(counted.hidden);
			return counted;
		},
		async look() {
			const activity = await lookAt$2(client);
			if (activity.sessions === null) sight.blind();
			return activity;
		},
		textsOf: async (ids) => statements === null || ids.length === 0 ? /* @__PURE__ */ new Map() : textsOf(client, statements, ids),
		close: () => client.close()
	};
}
/** What this user could not see of others, told only once it was there to be seen. */
function openSight(user) {
	const remedy = phrase$1("postgres-rights", { user });
	const found = /* @__PURE__ */ new Map();
	let hidden = null;
	return {
		/** Calls of statements whose texts are hidden: those of long ago are nobody's concern. */
		counted(calls) {
			const seen = unwatched(phrase$1("statements-hidden", { user }), remedy);
			if (hidden !== null && calls > hidden) found.set("statements", {
				part: "statements",
				...seen
			});
			hidden = calls;
		},
		blind() {
			found.set("activity", {
				part: "activity",
				...unwatched(phrase$1("sessions-hidden", { user }), remedy)
			});
		},
		gaps: () => ["statements", "activity"].flatMap((part) => found.get(part) ?? [])
	};
}
const SETTINGS = `select ${OURS} set_config('default_transaction_read_only', 'on', false),
  set_config('statement_timeout', '2000', false), set_config('lock_timeout', '1000', false),
  set_config('jit', 'off', false)`;
const ABOUT = `select ${OURS} current_setting('server_version') as version, current_user as user, d.datname as database,
  case when d.datconnlimit >= 0 then least(d.datconnlimit, current_setting('max_connections')::int)
    else current_setting('max_connections')::int end as limit,
  current_setting('compute_query_id', true) as ids, current_setting('pg_stat_statements.track', true) as track,
  (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements') as schema
  from pg_database d where d.datname = current_database()`;
async function findSource(client, about) {
	const schema = textIn(about.schema);
	const missing = (reason, remedy) => ({ gap: {
		part: "statements",
		...unwatched(reason, remedy)
	} });
	if (schema === "") return missing(phrase$1("postgres-extension-missing", { database: textIn(about.database) }), PRELOAD);
	if (about.track === "none") return missing(phrase$1("postgres-tracks-nothing"), phrase$1("postgres-track"));
	if (about.ids === "off") return missing(phrase$1("postgres-no-ids"), phrase$1("postgres-ids"));
	try {
		return await readSource(client, `"${schema.replaceAll("\"", "\"\"")}"`);
	} catch (error) {
		return missing(phrase$1("postgres-extension-unreadable", { error: messageOf$1(error) }), PRELOAD);
	}
}
const PRELOAD = phrase$1("postgres-preload");
async function readSource(client, schema) {
	const view = `${schema}.pg_stat_statements`;
	const columns = await client.query(`select ${OURS} attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0`, [view]);
	const has = (name) => columns.some((column) => column.name === name);
	const source = {
		counters: `${view}(false)`,
		view,
		time: has("total_exec_time") ? "total_exec_time" : "total_time",
		filter: `dbid = (select oid from pg_database where datname = current_database())${has("toplevel") ? " and toplevel" : ""}`,
		forgotten: has("toplevel") ? `(select dealloc from ${schema}.pg_stat_statements_info)` : "0"
	};
	await client.query(`select ${OURS} count(*) from ${source.counters}`);
	return source;
}
/** Keys of our own statements: each is run once, and then found by its mark. */
async function findOwn(client, source) {
	await countStatements(client, source, []);
	await lookAt$2(client);
	await textsOf(client, source, ["0"]);
	const find = `select ${OURS} queryid::text as id from ${source.view} where ${source.filter} and query like '%${OURS}%'`;
	await client.query(find);
	return (await client.query(find)).map(({ id }) => textIn(id)).filter((id) => id !== "");
}
/** All counters at one moment: a row for each statement, and one without a key for all of them. */
async function countStatements(client, source, own) {
	const rows = await client.query(`with counted as materialized (
      select ${OURS} queryid, sum(calls)::float8 as calls, sum(${source.time})::float8 as time, sum(rows)::float8 as rows,
        sum(shared_blks_hit)::float8 as hits, sum(shared_blks_read)::float8 as misses
      from ${source.counters} where ${source.filter} and (queryid is null or not (queryid = any($1::bigint[])))
      group by queryid)
    (select queryid::text as id, calls, time, rows, hits, misses, 0::float8 as known, 0::float8 as hidden,
        0::float8 as forgotten
      from counted where queryid is not null order by time desc limit ${STATEMENTS_MAX})
    union all
    select null, sum(calls), sum(time), sum(rows), sum(hits), sum(misses), count(queryid)::float8,
        sum(calls) filter (where queryid is null), ${source.forgotten}::float8
      from counted`, [own]);
	const total = rows.find(({ id }) => id === null) ?? {};
	const listed = rows.filter(({ id }) => id !== null);
	return {
		statements: new Map(listed.map((row) => [textIn(row.id), countedOf(row)])),
		complete: numberIn(total.known) <= listed.length,
		calls: numberIn(total.calls),
		time: numberIn(total.time),
		cache: {
			hits: numberIn(total.hits),
			misses: numberIn(total.misses)
		},
		forgotten: numberIn(total.forgotten),
		hidden: numberIn(total.hidden)
	};
}
function countedOf(row) {
	return {
		calls: numberIn(row.calls),
		time: numberIn(row.time),
		rows: numberIn(row.rows),
		examined: null,
		blocks: numberIn(row.hits) + numberIn(row.misses)
	};
}
/** Without the extension: what the database counts as a whole. Its transactions come up to a second late, so that no query is counted from them. */
async function countBlocks(client) {
	const [row = {}] = await client.query(`select ${OURS} blks_hit::float8 as hits, blks_read::float8 as misses from pg_stat_database where datname = current_database()`);
	return {
		statements: null,
		complete: false,
		calls: null,
		time: null,
		cache: {
			hits: numberIn(row.hits),
			misses: numberIn(row.misses)
		},
		forgotten: 0
	};
}
async function textsOf(client, source, ids) {
	const rows = await client.query(`select ${OURS} queryid::text as id, min(query) as text from ${source.view}
      where ${source.filter} and queryid = any($1::bigint[]) group by queryid`, [ids]);
	return new Map(rows.map(({ id, text }) => [textIn(id), textIn(text)]));
}
async function lookAt$2(client) {
	return activityOf$1(await client.query(`select ${OURS} state, case when state = 'active' then wait_event_type end as type,
        case when state = 'active' then wait_event end as event,
        query = '<insufficient privilege>' as hidden, count(*)::int as sessions
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and (backend_type = 'client backend' or backend_type is null)
      group by 1, 2, 3, 4`));
}
/** From rows of sessions by their state and what they wait for. Where one session is hidden, none of the states is known. */
function activityOf$1(rows) {
	const inState = (isIn) => rows.filter(({ state }) => isIn(textIn(state))).reduce((sum, row) => sum + numberIn(row.sessions), 0);
	const sessions = {
		count: inState(() => true),
		active: inState((state) => state === "active" || state === "fastpath function call"),
		idleInTransaction: inState((state) => state.startsWith("idle in transaction"))
	};
	return {
		sessions: rows.some(({ hidden }) => hidden === true) ? null : sessions,
		waits: rows.flatMap(waitOf)
	};
}
const WAITS = {
	Lock: "lock",
	IO: "disk",
	LWLock: "internal"
};
/** Sessions that wait for their client work no more than those that are idle. */
function waitOf({ type, event, sessions }) {
	const name = textIn(type);
	if (name === "" || name === "Client" || name === "Activity") return [];
	return [{
		kind: Object.hasOwn(WAITS, name) ? WAITS[name] ?? "other" : "other",
		event: textIn(event),
		sessions: numberIn(sessions)
	}];
}
// src/probes/databases/redis.ts
/** Redis and Valkey, as `INFO` tells it. */
/** Connects. @throws Error when that fails */
async function openRedis(url, signal) {
	const client = await connectRedis(url, signal);
	try {
		return await openServer(client);
	} catch (error) {
		await client.close();
		throw error;
	}
}
async function openServer(client) {
	let asked = 0;
	const info = async (section) => {
		const answer = parseInfo(String(await client.send(["INFO", section])));
		asked += 1;
		return answer;
	};
	const about = await info("all");
	const valkey = about.get("valkey_version");
	return {
		kind: valkey === void 0 ? "redis" : "valkey",
		version: valkey ?? about.get("redis_version") ?? "",
		limit: about.has("maxclients") ? Number(about.get("maxclients")) : await limitOf$1(client),
		gaps: () => [],
		async count() {
			const before = asked;
			return countersOf(await info("all"), before);
		},
		look: async () => activityOf(await info("clients")),
		textsOf: (ids) => Promise.resolve(new Map(ids.map((id) => [id, textOf(id)]))),
		close: () => client.close()
	};
}
/** Versions before 7 tell it in their configuration alone, which not everybody may read. */
async function limitOf$1(client) {
	try {
		const answer = await client.send([
			"CONFIG",
			"GET",
			"maxclients"
		]);
		return Array.isArray(answer) ? Number(answer[1]) : null;
	} catch (error) {
		if (/NOPERM|unknown command/i.test(messageOf$1(error))) return null;
		throw error;
	}
}
/** `name:value` lines of an answer. */
function parseInfo(text) {
	return new Map(text.split(/\r?\n/).flatMap((line) => {
		const colon = line.indexOf(":");
		return colon <= 0 || line.startsWith("#") ? [] : [[line.slice(0, colon), line.slice(colon + 1)]];
	}));
}
/** `config|get` as `CONFIG GET`. */
const textOf = (id) => id.replaceAll("|", " ").toUpperCase();
/** The counters without the `asked` times that we asked for them. */
function countersOf(info, asked) {
	const statements = new Map([...info].flatMap(([name, value]) => {
		const counted = name.startsWith("cmdstat_") ? commandOf(value) : null;
		return counted === null ? [] : [[name.slice(8).toLowerCase(), counted]];
	}));
	const own = statements.get("info");
	if (own !== void 0) statements.set("info", withoutOwn(own, asked));
	const all = [...statements.values()];
	return {
		statements,
		complete: true,
		calls: all.reduce((sum, { calls }) => sum + calls, 0),
		time: all.reduce((sum, { time }) => sum + time, 0),
		cache: cacheOf(info),
		forgotten: 0
	};
}
/** `calls=3,usec=21,usec_per_call=7.00,…` */
function commandOf(value) {
	const fields = new Map(value.split(",").map((field) => [field.split("=")[0], Number(field.split("=")[1])]));
	const calls = fields.get("calls") ?? NaN;
	const time = (fields.get("usec") ?? NaN) / 1e3;
	if (!Number.isFinite(calls) || !Number.isFinite(time)) return null;
	return {
		calls,
		time,
		rows: null,
		examined: null,
		blocks: null
	};
}
/** Every `INFO` of ours takes as long as every other: their times are not told apart. */
function withoutOwn(counted, asked) {
	const calls = Math.max(0, counted.calls - asked);
	return {
		...counted,
		calls,
		time: counted.calls === 0 ? 0 : counted.time * calls / counted.calls
	};
}
function cacheOf(info) {
	const [hits, misses] = [Number(info.get("keyspace_hits")), Number(info.get("keyspace_misses"))];
	return Number.isFinite(hits) && Number.isFinite(misses) ? {
		hits,
		misses
	} : null;
}
/** One thread executes all commands: how many clients have one under way cannot be seen, and follows from the time of commands. */
function activityOf(info) {
	const connected = Number(info.get("connected_clients"));
	const blocked = Number(info.get("blocked_clients") ?? 0);
	return {
		sessions: Number.isFinite(connected) ? {
			count: Math.max(0, connected - 1),
			active: null,
			idleInTransaction: 0
		} : null,
		waits: blocked > 0 ? [{
			kind: "other",
			event: "blocking command",
			sessions: blocked
		}] : []
	};
}
// src/probes/databases/text.ts
/** Texts of statements as reports may show them: on one line, short, without a value. */
/** Characters of a statement that are kept. */
const TEXT_MAX = 500;
/** Characters that are looked at: servers keep statements of megabytes. */
const READ_MAX = 2e4;
/** Comments may hold values, too: tools write user names and requests into them. */
const COMMENT = /\/\*.*?(?:\*\/|$)|--[^\n]*/gs;
/** Quotes of PostgreSQL with a tag of their own. */
const DOLLAR_QUOTED = /\$([A-Za-z_]\w*)?\$.*?(?:\$\1\$|$)/gs;
/** To the end of the text, when a server cut it inside. A doubled quote is one quote. */
const QUOTED = /'(?:[^']|'')*(?:'|$)/gs;
/** A backslash before a quote ends the literal here and not there: everything from the first quote on is taken for one. */
const ESCAPED = /'.*\\.*/s;
/** MySQL takes these for text as well, PostgreSQL for names: names keep their quotes. */
const DOUBLE_QUOTED = /"(?:[^"]|"")*(?:"|$)/gs;
const NUMBER$1 = /(?<![\w$.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/gi;
const SPACE = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/**
* The text on one line, at most 500 characters, every literal replaced by `?`. Servers have done so already for what they understand; what they do not
* (statements that change the schema, or accounts with their passwords) is done here. `doubleQuotes`: what stands in double quotes is text, too.
*/
function tidyStatement(text, doubleQuotes) {
	const cut = text.slice(0, READ_MAX);
	const plain = (doubleQuotes ? cut.replaceAll(DOUBLE_QUOTED, "?") : cut).replaceAll(DOLLAR_QUOTED, "?").replace(ESCAPED, "?").replaceAll(QUOTED, "?").replaceAll(COMMENT, " ").replaceAll(NUMBER$1, "?").replaceAll(SPACE, " ").trim();
	return plain.length > TEXT_MAX ? `${plain.slice(0, 499).trimEnd()}…` : plain;
}
// src/probes/databases/account.ts
/** Statements that a reading shows. */
const TOP = 20;
/** Statements that are told apart; the others are in the rest. */
const KNOWN_MAX = 2e4;
/** Opens an account. Without a pair of looks nothing is known: null, not 0. */
function openAccount() {
	const known = /* @__PURE__ */ new Map();
	const doubts = /* @__PURE__ */ new Set();
	const calls = openSum();
	const time = openSum();
	const hits = openSum();
	const misses = openSum();
	const top = () => [...known].toSorted(([, a], [, b]) => b.time - a.time || b.calls - a.calls).slice(0, TOP);
	return {
		add(before, after) {
			const doubt = doubtOf(before, after);
			if (doubt !== null) doubts.add(doubt);
			calls.add(before.calls, after.calls);
			time.add(before.time, after.time);
			hits.add(before.cache?.hits ?? null, after.cache?.hits ?? null);
			misses.add(before.cache?.misses ?? null, after.cache?.misses ?? null);
			for (const [id, grown] of grownBetween$1(before, after)) if (known.has(id) || known.size < KNOWN_MAX) known.set(id, plus(known.get(id), grown));
		},
		top: () => top().map(([id]) => id),
		doubts: () => [...doubts],
		read(texts, doubleQuotes) {
			const total = {
				calls: calls.total(),
				time: time.total(),
				hits: hits.total(),
				misses: misses.total()
			};
			const sure = doubts.size === 0;
			const shown = doubts.has("reset") ? [] : top();
			return {
				queries: sure ? total.calls : null,
				time: sure && total.time !== null ? millis(total.time) : null,
				statements: shown.map(([id, counted]) => ({
					id,
					text: tidyStatement(texts.get(id) ?? "", doubleQuotes) || "a statement whose text is not known",
					...counted,
					time: millis(counted.time)
				})),
				rest: restOf(shown, doubts.has("reset") ? /* @__PURE__ */ new Map() : known, sure ? total : NOTHING$5),
				cacheHits: doubts.has("reset") ? null : shareOf$1(total.hits, total.misses)
			};
		}
	};
}
const NOTHING$5 = {
	calls: null,
	time: null
};
/** A sum of differences; null as long as there is none, and from the first that is not known. */
function openSum() {
	let total;
	return {
		add(before, after) {
			const grown = before === null || after === null ? null : Math.max(0, after - before);
			total = grown === null || total === null ? null : (total ?? 0) + grown;
		},
		total: () => total ?? null
	};
}
/** A server that forgets lets its sums shrink as well: what it says of itself comes first. */
function doubtOf(before, after) {
	if (after.forgotten > before.forgotten) return "forgotten";
	if (wentBackwards(before, after)) return "reset";
	return hasLost(before, after) ? "forgotten" : null;
}
function wentBackwards(before, after) {
	return (before.calls ?? 0) > (after.calls ?? 0) || (before.cache?.hits ?? 0) > (after.cache?.hits ?? Number.POSITIVE_INFINITY);
}
/** Seen where the server does not say so: a statement is gone, or counts from nothing again. */
function hasLost(before, after) {
	return [...before.statements ?? []].some(([id, { calls }]) => {
		const now = after.statements?.get(id);
		return now === void 0 ? after.complete : now.calls < calls;
	});
}
/** Statements with calls between the looks. One that was not listed before counts from nothing, where all were listed; else nobody knows. */
function grownBetween$1(before, after) {
	return [...after.statements ?? []].flatMap(([id, now]) => {
		const earlier = before.statements?.get(id);
		if (earlier === void 0 && !before.complete) return [];
		const grown = earlier === void 0 ? now : minus(now, earlier);
		return grown.calls > 0 ? [[id, grown]] : [];
	});
}
const minus = (now, earlier) => combine(now, earlier, (a, b) => Math.max(0, a - b));
const plus = (sum, grown) => sum === void 0 ? grown : combine(sum, grown, (a, b) => a + b);
function combine(a, b, by) {
	const both = (x, y) => x === null || y === null ? null : by(x, y);
	return {
		calls: by(a.calls, b.calls),
		time: by(a.time, b.time),
		rows: both(a.rows, b.rows),
		examined: both(a.examined, b.examined),
		blocks: both(a.blocks, b.blocks)
	};
}
/** What is not shown: by the totals where they are known, since not every statement was told apart. */
function restOf(shown, known, total) {
	const sum = (counted, of) => counted.reduce((all, each) => all + each[of], 0);
	const top = shown.map(([, counted]) => counted);
	const all = [...known.values()];
	const calls = Math.max(0, (total.calls ?? sum(all, "calls")) - sum(top, "calls"));
	const time = Math.max(0, (total.time ?? sum(all, "time")) - sum(top, "time"));
	return {
		statements: Math.max(0, known.size - shown.length),
		calls,
		time: millis(calls === 0 ? 0 : time)
	};
}
function shareOf$1(hits, misses) {
	if (hits === null || misses === null || hits + misses <= 0) return null;
	return ratio(hits / (hits + misses));
}
// src/probes/databases/looks.ts
/** Kinds of wait that a reading shows. */
const WAITS_MAX = 10;
/** Opens an account. */
function openLooks() {
	const waits = /* @__PURE__ */ new Map();
	let looks = 0;
	let seen = 0;
	let most = 0;
	let active = 0;
	let idleInTransaction = 0;
	return {
		add(activity) {
			looks += 1;
			for (const wait of activity.waits) addWait(waits, wait);
			if (activity.sessions === null) return;
			seen += 1;
			most = Math.max(most, activity.sessions.count);
			active = sum$1(active, activity.sessions.active);
			idleInTransaction += activity.sessions.idleInTransaction;
		},
		read(limit, busy) {
			const mean = active === null ? busy : active / seen;
			return {
				connections: looks > 0 && seen === looks && mean !== null ? {
					most,
					active: mean,
					idleInTransaction: idleInTransaction / seen,
					limit
				} : null,
				waits: [...waits.values()].map((wait) => ({
					...wait,
					sessions: wait.sessions / looks
				})).toSorted((a, b) => b.sessions - a.sessions).slice(0, WAITS_MAX)
			};
		}
	};
}
const sum$1 = (a, b) => a === null || b === null ? null : a + b;
function addWait(waits, wait) {
	const key = `${wait.kind} ${wait.event}`;
	waits.set(key, {
		...wait,
		sessions: wait.sessions + (waits.get(key)?.sessions ?? 0)
	});
}
// src/probes/databases/watch.ts
/** Watches one database for one build: counters before and after each stretch of load, looks at its sessions meanwhile. */
/** Milliseconds from look to look: a quarter of a second, and no multiple of a turn, so that looks do not all fall on the same moment of turns. */
const LOOK_EVERY = 230;
/** Milliseconds to the first look: the shortest stretch has one. */
const LOOK_FIRST = 50;
/** Opens a watch. `now`: a monotonic clock. */
function watchDatabase(line, now) {
	const account = openAccount();
	const looks = openLooks();
	const texts = /* @__PURE__ */ new Map();
	const looking = openLooking(now, async () => {
		const activity = await line.ask((server) => server.look());
		if (activity !== null) looks.add(activity);
	});
	let before = null;
	let wasAsked = false;
	let isLost = false;
	return {
		async begin() {
			before = await line.ask((server) => server.count());
			wasAsked ||= before !== null;
			isLost ||= before === null;
			if (before !== null) looking.begin();
		},
		async end() {
			if (before === null) return;
			const from = before;
			before = null;
			looking.end();
			const after = await line.ask((server) => server.count());
			isLost ||= after === null;
			if (after !== null) account.add(from, after);
			const unknown = account.top().filter((id) => !texts.has(id));
			const found = unknown.length === 0 ? null : await line.ask((server) => server.textsOf(unknown));
			for (const [id, text] of found ?? []) texts.set(id, text);
		},
		read() {
			const { server } = line;
			const unread = unreadOf$1(line, account.doubts(), isLost);
			if (server === null || !wasAsked) return {
				reading: null,
				unread
			};
			const counted = isLost ? NOTHING$4 : account.read(texts, server.kind === "mysql" || server.kind === "mariadb");
			const busy = counted.time === null || looking.time() === 0 ? null : counted.time / looking.time();
			return {
				reading: readingOf$1(line.name, server, {
					...counted,
					...looks.read(server.limit, busy)
				}),
				unread
			};
		}
	};
}
function readingOf$1(name, { kind, version }, rest) {
	return {
		name,
		kind,
		version,
		...rest
	};
}
/** What is known of the counters of a server that was lost. */
const NOTHING$4 = openAccount().read(/* @__PURE__ */ new Map(), false);
/** A timer that looks while load is on, also over stretches that are shorter than its period. */
function openLooking(now, look) {
	let timer = null;
	let begun = null;
	let armed = 0;
	let time = 0;
	let left = LOOK_FIRST;
	const arm = () => {
		armed = now();
		timer = setTimeout(() => {
			timer = null;
			left = LOOK_EVERY;
			look().then(() => {
				if (begun !== null) arm();
			});
		}, left).unref();
	};
	return {
		begin() {
			begun = now();
			arm();
		},
		end() {
			if (begun === null) return;
			time += now() - begun;
			begun = null;
			if (timer === null) return;
			clearTimeout(timer);
			timer = null;
			left = Math.max(1, left - (now() - armed));
		},
		/** Milliseconds between begins and ends. */
		time: () => time
	};
}
const FORGOTTEN = {
	part: "statements",
	...unwatched(phrase$1("statements-forgotten"), phrase$1("statements-forgotten-remedy"))
};
const RESET = {
	part: "statements",
	...unwatched(phrase$1("counters-reset"), phrase$1("counters-reset-remedy"))
};
function unreadOf$1(line, doubts, isLost) {
	const fault = isLost || line.server === null ? line.fault() : null;
	const own = doubts.map((doubt) => doubt === "reset" ? RESET : FORGOTTEN);
	return [
		...line.server?.gaps() ?? [],
		...own,
		...fault === null ? [] : [fault]
	].map((gap) => ({
		name: line.name,
		probe: "database",
		...gap
	}));
}
// src/probes/databases.ts
/** Database servers: what they executed for the service, before and after each stretch of load. */
/** Connects, all at the same time. Never throws: what cannot be reached is told in every reading. */
async function openDatabases({ databases }, world) {
	const lines = await Promise.all(databases.map((database) => connect$2(database, world)));
	return {
		watch: () => watchLines(lines, world),
		async [Symbol.asyncDispose]() {
			await Promise.all(lines.map((line) => line[Symbol.asyncDispose]()));
		}
	};
}
async function connect$2({ name, urlFrom }, { vault, signal }) {
	const url = vault.take(urlFrom);
	const scheme = url === null ? null : schemeOf(url);
	if (url === null || scheme === null) return deadLine(name, {
		part: "all",
		...unwatched(phrase$1(url === null ? "database-unset" : "database-no-url", { variable: urlFrom }), phrase$1("database-unset-remedy", { variable: urlFrom }))
	});
	try {
		return openLine(name, await OPENERS[scheme](url, signal), (error) => gapOf("lost", error, url, urlFrom));
	} catch (error) {
		return deadLine(name, gapOf("all", error, url, urlFrom));
	}
}
const OPENERS = {
	postgres: openPostgres,
	postgresql: openPostgres,
	mysql: openMysql,
	mariadb: openMysql,
	redis: openRedis,
	rediss: openRedis,
	valkey: openRedis,
	valkeys: openRedis
};
function watchLines(lines, { now }) {
	const watches = lines.map((line) => watchDatabase(line, now));
	return {
		async begin() {
			await Promise.all(watches.map((watch) => watch.begin()));
		},
		async end() {
			await Promise.all(watches.map((watch) => watch.end()));
		},
		read() {
			const readings = watches.map((watch) => watch.read());
			return {
				databases: readings.flatMap(({ reading }) => reading ?? []),
				unread: readings.flatMap(({ unread }) => unread)
			};
		}
	};
}
// src/platform/contact.ts
/** One attempt to reach an address: a connection, or one request and its answer. Always with a deadline; redirects are never followed. */
/** Bytes of a body that are looked at. */
const BODY_MAX = 262144;
/** The IP addresses a host name means; `localhost` is both loopback addresses, whatever the resolver says. @throws Error when there are none */
async function addressesOf(hostname) {
	const host = hostname.replace(/^\[(.*)\]$/, "$1");
	if (host.toLowerCase() === "localhost") return ["127.0.0.1", "::1"];
	const found = await lookup(host, { all: true });
	return [...new Set(found.map(({ address }) => address))];
}
/** 127.0.0.0/8 and ::1. */
const isLoopback = (address) => isIPv4(address) ? address.startsWith("127.") : address === "::1";
/** True for an address that one of this machine's interfaces has now. */
const isOwnAddress = (own) => Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === own));
/** The port of a URL, also when it is the scheme's own. */
const portOf = (url) => url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port);
/** Opens a connection, with TLS for an `https:` URL, and closes it. @throws Error saying why there is none */
async function tryConnection(attempt) {
	const { timeout, signal } = attempt;
	const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
	await new Promise((resolve, reject) => {
		const { socket, open } = begin(attempt);
		const stop = () => void socket.destroy(/* @__PURE__ */ new Error(`no connection within ${timeout} ms`));
		bounded.addEventListener("abort", stop, { once: true });
		if (bounded.aborted) stop();
		socket.once(open, () => resolve());
		socket.once("error", reject);
		socket.once("close", () => {
			bounded.removeEventListener("abort", stop);
			reject(/* @__PURE__ */ new Error("it closed the connection at once"));
		});
		socket.once(open, () => socket.destroy());
	});
}
/** A connection that is being opened, and the event that it then tells. */
function begin({ address, url, tls }) {
	const place = {
		host: address,
		port: portOf(url)
	};
	return url.protocol === "https:" ? {
		socket: connect$1({
			...place,
			...trustOptions(url, tls)
		}),
		open: "secureConnect"
	} : {
		socket: connect(place),
		open: "connect"
	};
}
/** Sends one GET and reads the answer whole (256 KiB of it at most). @throws Error saying why there is none */
async function tryRequest({ address, url, tls, timeout, signal }) {
	const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
	const send = url.protocol === "https:" ? request$1 : request;
	return new Promise((resolve, reject) => {
		const outgoing = send({
			host: address,
			port: portOf(url),
			path: url.pathname + url.search,
			headers: {
				host: url.host,
				accept: "*/*",
				"user-agent": "loadgate",
				connection: "close"
			},
			agent: false,
			signal: bounded,
			...trustOptions(url, tls)
		});
		outgoing.once("error", (error) => reject(bounded.aborted ? /* @__PURE__ */ new Error(`no complete answer within ${timeout} ms`) : error));
		outgoing.once("response", (answer) => {
			readStart(answer).then((body) => resolve({
				status: answer.statusCode ?? 0,
				body
			}), reject);
		});
		outgoing.end();
	});
}
/** The whole text, or its start when it is long. @throws Error when it ends too early */
async function readStart(stream) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes >= BODY_MAX) break;
	}
	return Buffer.concat(chunks).toString("utf8", 0, BODY_MAX);
}
// src/platform/far-shell.ts
/** A shell script on another machine that answers questions, over one connection of the program `ssh`. */
/** Why there is no answer, and will be none. */
var FarTrouble = class extends Error {
	name = "FarTrouble";
	why;
	constructor(why) {
		super(english(why));
		this.why = why;
	}
};
/** The absolute path of a file that is given as `~/…`, or relative to the workspace. */
const fileOfUser = (path, workspace) => path.startsWith("~/") ? join(homedir(), path.slice(2)) : resolve(workspace, path);
/** More than all that is asked for, of a machine with a thousand processes. */
const ANSWER_MAX = 4194304;
const COMPLAINT_MAX = 200;
const GRACE = millis(2e3);
/** Of `ssh`: until it is connected. */
const CONNECT_SECONDS = 10;
/**
* The command: no question is answered, no host is believed that is not known, nothing is forwarded, and no configuration of anybody is read but these options. The address is the one that
* was allowed; the key is that of the host as it is written.
*/
function sshCommand(place, script) {
	const { host, address, port, user, identity, knownHosts } = place;
	const options = [
		"BatchMode=yes",
		"StrictHostKeyChecking=yes",
		`ConnectTimeout=${CONNECT_SECONDS}`,
		"ConnectionAttempts=1",
		"ServerAliveInterval=5",
		"ServerAliveCountMax=3",
		"ClearAllForwardings=yes",
		"ForwardAgent=no",
		"ForwardX11=no",
		"ControlMaster=no",
		"ControlPath=none",
		"PermitLocalCommand=no",
		"UpdateHostKeys=no",
		"PreferredAuthentications=publickey",
		"LogLevel=ERROR",
		`HostName=${address}`,
		`HostKeyAlias=${port === 22 ? host : `[${host}]:${port}`}`,
		...identity === null ? [] : ["IdentitiesOnly=yes", `IdentityFile=${identity}`],
		...knownHosts === null ? [] : [`UserKnownHostsFile=${knownHosts}`]
	];
	return [
		"ssh",
		"-F",
		"none",
		"-T",
		"-p",
		String(port),
		...user === null ? [] : ["-l", user],
		...options.flatMap((option) => ["-o", option]),
		"--",
		host,
		`exec sh -c '${script.replaceAll("'", String.raw`'\''`)}'`
	];
}
/**
* Starts a command (as {@link sshCommand} makes it) whose script prints lines that begin with `mark`. Its environment has no token; the socket of a key agent is in it.
* @throws FarTrouble where it cannot be started
*/
async function openFarShell(command, { host, mark }, world) {
	const agent = world.env["SSH_AUTH_SOCK"];
	const hearing = openHearing(host, mark);
	const tree = await startTree(world, {
		command,
		directory: world.temporary,
		env: childEnvironment(world.env, agent === void 0 ? {} : { SSH_AUTH_SOCK: agent }),
		input: true,
		grace: GRACE,
		onOutput: (stream, chunk) => stream === "stdout" ? hearing.hear(chunk) : hearing.complain(chunk)
	}).catch((error) => {
		throw notStarted(error);
	});
	tree.exited.then(async ({ code }) => {
		await tree.drained;
		hearing.fail(hearing.ending(code));
	});
	const cancel = () => hearing.fail(phrase$1("far-cancelled"));
	world.signal.addEventListener("abort", cancel, { once: true });
	return {
		ask: (line, within) => asking(hearing, tree, {
			host,
			line,
			within
		}),
		async [Symbol.asyncDispose]() {
			world.signal.removeEventListener("abort", cancel);
			hearing.fail(phrase$1("far-cancelled"));
			tree.input?.end();
			await tree[Symbol.asyncDispose]();
		}
	};
}
function notStarted(error) {
	if (!(error instanceof Failure)) return error;
	return new FarTrouble(error.detail.code === "command-not-found" ? phrase$1("far-no-ssh") : phrase$1("foreign", { text: error.detail.message }));
}
async function asking(hearing, { input }, { host, line, within }) {
	const answer = hearing.next();
	const timer = setTimeout(() => hearing.fail(phrase$1("far-silent", {
		host,
		seconds: within / 1e3
	})), within);
	if (line !== null) input?.write(`${line}\n`);
	try {
		return await answer;
	} finally {
		clearTimeout(timer);
	}
}
function openHearing(host, mark) {
	let heard = "";
	let complaints = "";
	let over = null;
	let waiting = null;
	const fail = (why) => {
		over ??= why;
		heard = "";
		waiting?.reject(new FarTrouble(over));
		waiting = null;
	};
	/** Looks for the mark in what is new, and gives what stands before it to who waits. */
	const take = (from) => {
		if (waiting === null) return;
		const start = heard.indexOf(`\n${mark} `, Math.max(0, from - mark.length - 2));
		const end = start < 0 ? -1 : heard.indexOf("\n", start + 1);
		if (end < 0) return;
		const answer = {
			text: heard.slice(0, start + 1),
			words: heard.slice(start + mark.length + 2, end).split(" ")
		};
		heard = heard.slice(end + 1);
		waiting.resolve(answer);
		waiting = null;
	};
	return {
		hear(chunk) {
			if (over !== null) return;
			const from = heard.length;
			heard += chunk.toString("latin1");
			take(from - LAST_LINE_MAX);
			if (heard.length > ANSWER_MAX) fail(phrase$1("far-flood", {
				host,
				mib: ANSWER_MAX / 1024 / 1024
			}));
		},
		complain(chunk) {
			complaints = (complaints + chunk.toString("utf8")).slice(-4096);
		},
		next() {
			waiting = Promise.withResolvers();
			const { promise } = waiting;
			if (over !== null) fail(over);
			else take(0);
			return promise;
		},
		fail,
		ending(code) {
			const error = complaints.split("\n").findLast((line) => line.trim() !== "")?.trim().slice(0, COMPLAINT_MAX) ?? phrase$1("locust-exit", { code: String(code) });
			return phrase$1("far-ended", {
				host,
				error
			});
		}
	};
}
/** The line of the mark may come in pieces. */
const LAST_LINE_MAX = 200;
// src/probes/monitoring.ts
/** What a target's own monitoring says that it used: a Prometheus is asked after each stretch of load, and never while it is on. */
const TIMEOUT_MS = 5e3;
/** Most values of one answer: it stays far below the part of a body that is read. */
const VALUES_MAX = 300;
/**
* Opens it. Its address is resolved once and held to the list of the target's, before anything is sent. Never throws: what cannot be asked is told in the reading.
*/
async function openMonitoring(service, world, resolve = addressesOf) {
	const plan = service.kind === "deployed" ? service.monitoring : null;
	if (service.kind !== "deployed" || plan === null) return { watch: () => NOTHING$3 };
	const url = new URL(plan.prometheus);
	const addresses = await resolve(url.hostname).catch(() => []);
	const [address] = addresses;
	const ruling = ruleOn(url.hostname, addresses, service.allowed);
	const ask = address !== void 0 && ruling.kind === "allowed" ? (query, from, to) => askPrometheus({
		base: plan.prometheus,
		address,
		signal: world.signal
	}, query, from, to) : () => Promise.reject(new Untold(phrase$1("monitoring-not-asked", {
		host: url.host,
		why: phrase$1(WHY_NOT_ASKED[ruling.kind])
	})));
	return { watch: () => watchMonitoring(plan, ask, world) };
}
/** Why there are no values. */
var Untold = class extends Error {
	name = "Untold";
	why;
	constructor(why) {
		super(english(why));
		this.why = why;
	}
};
/** Why somebody is not asked, by what the list of addresses says. */
const WHY_NOT_ASKED = {
	allowed: "look-no-address",
	unknown: "name-means-nothing",
	unlisted: "address-not-listed",
	never: "address-never-asked"
};
const NOTHING$3 = {
	begin: () => Promise.resolve(),
	end: () => Promise.resolve(),
	read: () => null
};
function watchMonitoring(plan, ask, { date }) {
	const values = {
		cpu: [],
		memory: []
	};
	const asked = ["cpu", "memory"].flatMap((part) => {
		const query = plan[part];
		return query === null ? [] : [{
			part,
			query
		}];
	});
	let since = null;
	let failure = null;
	const seconds = () => date().getTime() / 1e3;
	return {
		begin() {
			since = seconds();
			return Promise.resolve();
		},
		async end() {
			if (since === null) return;
			const [from, to] = [since, seconds()];
			since = null;
			for (const { part, query } of asked) try {
				values[part].push(...await ask(query, from, to));
			} catch (error) {
				failure ??= error instanceof Untold ? error.why : phrase$1("foreign", { text: messageOf(error) });
			}
		},
		read() {
			const silent = asked.find(({ part }) => values[part].length === 0);
			const said = failure ?? (silent === void 0 ? null : phrase$1("monitoring-no-value", { part: silent.part }));
			const gap = said === null ? null : english(said);
			return {
				source: "prometheus",
				cpu: useOf(values.cpu),
				memory: useOf(values.memory),
				gap,
				said
			};
		}
	};
}
function useOf(values) {
	if (values.length === 0) return null;
	return {
		mean: values.reduce((total, value) => total + value, 0) / values.length,
		most: Math.max(...values),
		samples: values.length
	};
}
/** By the range query of its HTTP API (version 1), a value a second or fewer. */
async function askPrometheus({ base, address, signal }, query, from, to) {
	const url = new URL(`${base}/api/v1/query_range`);
	const step = Math.max(1, Math.ceil((to - from) / VALUES_MAX));
	for (const [name, value] of Object.entries({
		query,
		start: from.toFixed(3),
		end: to.toFixed(3),
		step
	})) url.searchParams.set(name, String(value));
	return valuesIn(await tryRequest({
		address,
		url,
		tls: url.protocol === "https:" ? {
			kind: "verified",
			ca: null
		} : null,
		timeout: TIMEOUT_MS,
		signal
	}).catch((error) => {
		throw new Untold(phrase$1("look-error", {
			place: url.host,
			error: messageOf(error)
		}));
	}), url.host);
}
const ANSWER = object({ data: object({
	resultType: literal("matrix"),
	result: array(object({ values: array(tuple([number(), string()])) }))
}) });
const REFUSAL = object({ error: string() });
function valuesIn({ status, body }, host) {
	const value = jsonOf(body);
	const refusal = readShape(REFUSAL, value);
	if (status !== 200) throw new Untold(refusal.success ? phrase$1("monitoring-refused", {
		host,
		status: String(status),
		error: refusal.data.error.slice(0, 200)
	}) : phrase$1("monitoring-status", {
		host,
		status: String(status)
	}));
	const answer = readShape(ANSWER, value);
	if (!answer.success) throw new Untold(phrase$1("monitoring-odd", { host }));
	const [series, ...others] = answer.data.data.result;
	if (others.length > 0) throw new Untold(phrase$1("monitoring-many-series", { count: others.length + 1 }));
	return (series?.values ?? []).map(([, text]) => Number(text)).filter((number) => Number.isFinite(number) && number >= 0);
}
const messageOf = (error) => error instanceof Error ? error.message : String(error);
function jsonOf(text) {
	try {
		return foreignJson(text);
	} catch {
		return null;
	}
}
// src/probes/disk-waiters.ts
/** Threads that are stopped in the kernel for a disk (state D), counted by looks at their states. */
/** So many states are read in one look, of the threads of so many processes: a millisecond's work. */
const MOST_STATES = 50;
const MOST_PROCESSES$2 = 50;
/**
* Opens a count. Of more than 50 threads every look reads 50, from another place on each time, and counts them for all; of more than 50 processes likewise. The states are those of
* `/proc/<pid>/task/<tid>/stat` (proc_pid_stat(5)).
*/
function openDiskWaiters(root) {
	let looks = 0;
	let sum = 0;
	let place = 0;
	let processes = 0;
	return {
		look(pids) {
			const listed = around(pids, processes, MOST_PROCESSES$2);
			processes += listed.length;
			const threads = listed.flatMap((pid) => {
				const folder = `proc/${pid}/task`;
				return listKernelFolder(root, folder).map((thread) => `${folder}/${thread}/stat`);
			});
			if (threads.length === 0) return;
			const some = around(threads, place, MOST_STATES);
			place += some.length;
			looks += 1;
			const share = some.filter((path) => isWaiting(root, path)).length / some.length;
			sum += share * threads.length * pids.length / listed.length;
		},
		mean: () => looks === 0 ? null : sum / looks
	};
}
/** The next so many of a ring. */
function around(all, place, most) {
	const start = all.length === 0 ? 0 : place % all.length;
	return [...all.slice(start), ...all.slice(0, start)].slice(0, most);
}
/** The name (field 2) may hold blanks and brackets: the state follows its end. */
function isWaiting(root, path) {
	const stat = readKernelFile(root, path) ?? "";
	return stat[stat.lastIndexOf(")") + 2] === "D";
}
// src/probes/open-files.ts
/** So many processes are looked at, the first ones of the tree. */
const MOST_PROCESSES$1 = 300;
/** Opens looks. `root` stands for `/`. */
function openOpenFiles(root) {
	let most = null;
	return {
		look(pids) {
			for (const pid of pids.slice(0, MOST_PROCESSES$1)) {
				const count = countOpenFiles(root, pid);
				if (count === null || count <= (most?.most ?? -1)) continue;
				const limit = limitOf(root, pid);
				if (limit !== null) most = {
					most: count,
					limit
				};
			}
		},
		most: () => most
	};
}
/** The soft limit in `/proc/<pid>/limits`. */
function limitOf(root, pid) {
	const limits = readKernelFile(root, `proc/${pid}/limits`) ?? "";
	const soft = /^Max open files +(\d+|unlimited) /m.exec(limits)?.[1];
	if (soft === void 0) return null;
	return soft === "unlimited" ? Number.MAX_SAFE_INTEGER : Number(soft);
}
// src/probes/service-tree.ts
/** Quick looks between two whole ones, which find out anew who belongs to the tree. */
const LOOKS_A_STEP = 4;
/** The kernel walks all page tables for a proportional share: a millisecond a process. */
const SHARE_EVERY = millis(1e3);
const MOST_SHARES$1 = 50;
const MOST_TOLD$1 = 50;
/**
* Opens the probe on one build. It looks at the whole tree at every begin and end and once a second, and four times a second at what changes quickly: resident
* memory, open files and the state of threads. Of more than 100 processes memory and files are looked at with the whole tree only, and that less often. How much of a large tree is looked at is said at {@link openTreeLooks}, {@link openDiskWaiters}
* and {@link openOpenFiles}.
*/
function openServiceTree(looks, sources = thisMoment, memory = openMemoryLooks(sources)) {
	const { root, now } = sources;
	const quick = {
		waiters: openDiskWaiters(root),
		files: openOpenFiles(root),
		memory
	};
	const share = openShare(sources);
	let sums = NO_SUMS;
	let first = null;
	let last = null;
	let since = null;
	const step = (look) => {
		if (look === null) return;
		sums = since === null || since === look ? withMost(sums, look) : withStep(sums, since, look);
		first ??= look;
		since = last = look;
	};
	const lookAtEnd = (pids) => {
		quick.files.look(pids);
		share.look(pids);
	};
	const beat = (sources.beat ?? openBeat)(LOOK_EVERY$1, (due) => {
		if (due % LOOKS_A_STEP === 0) step(looks.due());
		if (since !== null) sums = lookQuickly(pidsOf(since), sums, quick);
	}, now);
	return {
		begin() {
			since = null;
			step(looks.now());
			if (looks.cheap) beat.start();
			return Promise.resolve();
		},
		end() {
			beat.stop();
			if (since !== null) step(looks.now());
			if (since !== null) lookAtEnd(pidsOf(since));
			since = null;
			return Promise.resolve();
		},
		read: () => {
			if (first === null || last === null) return null;
			const diskWaiters = quick.waiters.mean();
			return {
				...tell$3(sums, first, last),
				diskWaiters,
				proportionalMemory: share.last(),
				openFiles: quick.files.most()
			};
		}
	};
}
const pidsOf = ({ times }) => [...times.values()].map(({ pid }) => pid);
function lookQuickly(pids, sums, { waiters, files, memory }) {
	waiters.look(pids);
	if (pids.length > 100) return sums;
	files.look(pids);
	const all = pids.reduce((sum, pid) => sum + memory.of(pid).memory, 0);
	return {
		...sums,
		memory: Math.max(sums.memory, all)
	};
}
/** The tree's proportional share of memory, read once a second at most. */
function openShare({ root, now }) {
	let value = null;
	let at = Number.NEGATIVE_INFINITY;
	return {
		look(pids) {
			if (pids.length > MOST_SHARES$1 || now() - at < SHARE_EVERY) return;
			at = now();
			const shares = pids.map((pid) => shareOf(root, pid)).filter((share) => share !== null);
			value = shares.length === 0 ? value : bytes(shares.reduce((sum, share) => sum + share, 0));
		},
		last: () => value
	};
}
/** `Pss` of `/proc/<pid>/smaps_rollup` (proc_pid_smaps(5)). */
function shareOf(root, pid) {
	const kilobytes = /^Pss:\s*(\d+) kB$/m.exec(readKernelFile(root, `proc/${pid}/smaps_rollup`) ?? "")?.[1];
	return kilobytes === void 0 ? null : Number(kilobytes) * 1024;
}
function tell$3(sums, first, last) {
	const cores = (used) => used / 1e6 / Math.max(sums.watched, .001);
	const lasting = [...sums.byProcess].filter(([key]) => first.times.has(key) && last.times.has(key));
	const threads = [...sums.byThread.values()];
	const [from, to] = [anonymousOf(first), anonymousOf(last)];
	return {
		cores: cores(sums.used),
		busiestThread: sums.delay === null ? null : cores(Math.max(sums.busiestEnded, ...threads)),
		processCores: lasting.map(([, used]) => cores(used)).toSorted((left, right) => right - left).slice(0, MOST_TOLD$1),
		runQueueDelay: sums.delay === null ? null : cores(sums.delay),
		memory: bytes(sums.memory),
		anonymous: from === null || to === null ? null : {
			from,
			to
		},
		io: sums.io && {
			read: bytes(sums.io.read),
			written: bytes(sums.io.written)
		},
		switches: sums.switches,
		processes: sums.processes,
		threads: sums.threads
	};
}
function anonymousOf({ processes }) {
	const all = [...processes.values()].map(({ anonymous }) => anonymous);
	return all.includes(null) ? null : bytes(all.reduce((sum, each) => sum + (each ?? 0), 0));
}
// src/probes/far/members.ts
/** As many characters of a name as a kernel keeps. */
const NAME_MAX = 15;
/** Their numbers in a sample that has the `stat` of every process; none where there are none. The script that tells and what it starts are not among them. */
function membersOf(sample, of) {
	const all = sample.list("proc").map((name) => parseStat(sample.read(`proc/${name}/stat`) ?? "")).filter((entry) => entry !== null);
	const own = new Set(withDescendants(all.filter(({ pid }) => pid === sample.script), all));
	const roots = all.filter((entry) => !own.has(entry) && isNamed(entry, sample, of));
	return withDescendants(roots, all).filter((entry) => !own.has(entry) && !entry.zombie).map(({ pid }) => pid).toSorted((left, right) => left - right);
}
const isNamed = ({ pid }, sample, of) => of.kind === "pid-file" ? pid === sample.pid : readTimes(sample, pid)?.name === of.name.slice(0, NAME_MAX);
// src/probes/far/sample.ts
const NUMBER = String.raw`\d{1,20}`;
/** Each file that may be told, and what it looks like. */
const SHAPES = [
	[/^proc\/uptime$/, /^\d{1,12}\.\d\d \d{1,15}\.\d\d\n?$/],
	[/^proc\/stat$/, new RegExp(`^cpu {1,2}${NUMBER}( ${NUMBER}){7,9}\\n(cpu\\d+ ${NUMBER}( ${NUMBER}){7,9}\\n)+`)],
	[/^proc\/meminfo$/, /^MemTotal: +\d{1,15} kB\n/],
	[/^proc\/net\/snmp$/, /^[\w: -]+(\n[\w: -]+)*\n?$/],
	[/^proc\/diskstats$/, new RegExp(`^( *\\d+ +\\d+ \\S+( ${NUMBER}){10,20}\\n)*$`)],
	[/^proc\/pressure\/(cpu|io|memory)$/, new RegExp(`^some [\\w.= ]+ total=${NUMBER}(\\n|$)`)],
	[/^proc\/\d{1,10}(\/task\/\d{1,10})?\/stat$/, /^\d{1,10} \([\s\S]{0,64}\) [A-Za-z]( -?\d{1,20}){20,60}\s*$/],
	[/^proc\/\d{1,10}\/task\/\d{1,10}\/schedstat$/, new RegExp(`^${NUMBER} ${NUMBER} ${NUMBER}\\n?$`)],
	[/^proc\/\d{1,10}(\/task\/\d{1,10})?\/status$/, /^Name:\t/],
	[/^proc\/\d{1,10}\/io$/, new RegExp(`^(\\w+: -?${NUMBER}\\n)+$`)],
	[/^proc\/\d{1,10}\/smaps_rollup$/, /^[0-9a-f]+-/]
];
/** Longer than any number of a kernel: it would be no finite one. */
const ENDLESS = /\d{21}/;
/** Reads an answer; null where it is none, which is so without the clock or the cores. */
function readSample({ text, words: [script = "", pid = ""] }) {
	const files = new Map(filesIn(text));
	const uptime = Number.parseFloat(files.get("proc/uptime") ?? "");
	if (!Number.isFinite(uptime) || !files.has("proc/stat") || !/^\d{1,10}$/.test(script)) return null;
	const folders = foldersOf([...files.keys()]);
	return {
		at: millis(Math.round(uptime * 1e3)),
		script: Number(script),
		pid: /^[1-9]\d{0,9}$/.test(pid) ? Number(pid) : null,
		read: (path) => files.get(path) ?? null,
		list: (path) => folders.get(path) ?? []
	};
}
/** POSIX has the form of these lines (`head`). A name of a process may hold line breaks, but is too short for one of them. */
function* filesIn(text) {
	const [, ...parts] = text.split(/^==> \/(proc\/[\w/]{1,60}) <==\n/m);
	for (let index = 0; index + 1 < parts.length; index += 2) {
		const [path = "", content = ""] = [parts[index], parts[index + 1]];
		const file = content.replace(/\n$/, "");
		if ((SHAPES.find(([allowed]) => allowed.test(path))?.[1])?.test(file) === true && !ENDLESS.test(file)) yield [path, file];
	}
}
function foldersOf(paths) {
	const folders = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const steps = path.split("/");
		for (let depth = 1; depth < steps.length; depth += 1) {
			const folder = steps.slice(0, depth).join("/");
			folders.set(folder, (folders.get(folder) ?? /* @__PURE__ */ new Set()).add(steps[depth] ?? ""));
		}
	}
	return new Map([...folders].map(([folder, names]) => [folder, [...names].toSorted()]));
}
// src/probes/far/looks.ts
/** Looks at another machine: asked for before load, once a second while it is on, and after it. */
const EVERY_MS = 1e3;
/** So many looks from one at everything to the next: in between, those that are known are looked at. */
const LOOKS_A_WHOLE = 5;
/** Three files each. */
const MOST_THREADS = 500;
const MOST_SHARES = 50;
const MOST_MEMBERS = 300;
/** Opens looks. `ask` throws FarTrouble alone. `onLook` is told of those between a begin and its end. Nothing throws: after trouble there are no more looks. */
function openFarLooks(plan, ask, onLook) {
	const beats = openFarBeats();
	let sample = null;
	let pids = [];
	let gap = null;
	let asking = Promise.resolve();
	let timer = null;
	let looked = 0;
	/** Never rejects. */
	const look = async (words, isWhole) => {
		if (gap !== null && sample === null) return null;
		try {
			sample = checked(readSample(await ask(words.join(" "))), sample, plan);
			const known = sample;
			pids = isWhole ? membersOf(known, plan.of).slice(0, MOST_MEMBERS) : pids.filter((pid) => known.read(`proc/${pid}/stat`) !== null);
			if (isWhole && pids.length === 0) gap ??= noProcess(plan);
			return known;
		} catch (error) {
			gap = error instanceof FarTrouble ? error.why : phrase$1("far-odd", { host: plan.host });
			sample = null;
			return null;
		}
	};
	const details = () => detailsOf(sample, pids);
	const tick = async () => {
		looked += 1;
		const isWhole = looked % LOOKS_A_WHOLE === 0;
		const told = await look([...isWhole ? ["all"] : [], ...details()], isWhole);
		if (told === null) return;
		onLook(told);
		beats.strike(looked);
	};
	const stop = async () => {
		const wasOn = timer !== null;
		if (timer !== null) clearInterval(timer);
		timer = null;
		await asking;
		return wasOn;
	};
	return {
		sources: {
			root: latest(() => sample),
			now: () => sample?.at ?? millis(0),
			beat: beats.open
		},
		pids: () => pids,
		async begin() {
			await stop();
			await look(["all"], true);
			const first = await look([...details(), ...sharesOf(pids)], false);
			if (first === null) return null;
			let isAnswered = true;
			timer = setInterval(() => {
				if (!isAnswered) return;
				isAnswered = false;
				asking = tick().finally(() => isAnswered = true);
			}, EVERY_MS).unref();
			return first;
		},
		async end() {
			if (!await stop()) return null;
			return await look([
				"all",
				...details(),
				...sharesOf(pids)
			], true);
		},
		gap: () => gap
	};
}
/** @throws FarTrouble where it is no sample, or not one after the last */
function checked(next, last, { host }) {
	if (next === null) throw new FarTrouble(phrase$1("far-odd", { host }));
	if (last !== null && next.at < last.at) throw new FarTrouble(phrase$1("far-restarted", { host }));
	return next;
}
const noProcess = ({ host, of }) => of.kind === "pid-file" ? phrase$1("far-no-pid", {
	file: of.path,
	host
}) : phrase$1("far-no-process", {
	name: of.name,
	host
});
/** What is asked of each process, and of the threads of those first ones that do not have too many. */
function detailsOf(sample, pids) {
	let threads = 0;
	const detailed = pids.filter((pid) => {
		threads += sample === null ? 1 : readTimes(sample, pid)?.size ?? 1;
		return threads <= MOST_THREADS;
	});
	return [...pids.map(String), ...detailed.map((pid) => `t${pid}`)];
}
/** The kernel walks all page tables for these: at either end only. */
const sharesOf = (pids) => pids.length > MOST_SHARES ? [] : pids.map((pid) => `s${pid}`);
const latest = (sample) => ({
	read: (path) => sample()?.read(path) ?? null,
	list: (path) => sample()?.list(path) ?? []
});
/** Strikes when a sample has come: with as many strikes as were due by then. */
function openFarBeats() {
	const open = [];
	return {
		open: ((every, strike) => {
			const beat = {
				every,
				strike,
				isOn: false
			};
			open.push(beat);
			return {
				start: () => void (beat.isOn = true),
				stop: () => void (beat.isOn = false)
			};
		}),
		strike(looks) {
			for (const { every, strike, isOn } of open) if (isOn) strike(looks * EVERY_MS / every);
		}
	};
}
// src/probes/device-counters.ts
/** Reads them. `root` stands for `/`. */
function readDevices(root) {
	return {
		disks: disksOf(root),
		tcp: tcpOf(root)
	};
}
/** The disk that had work for the longest between two readings, `seconds` apart; null without one. */
function busiestDisk(before, now, seconds) {
	return [...now.disks].flatMap(([name, later]) => {
		const earlier = before.disks.get(name);
		return earlier === void 0 ? [] : [diskBetween(name, earlier, later, seconds)];
	}).toSorted((left, right) => right.busy - left.busy)[0] ?? null;
}
/** Segments sent again as a share of all sent between two readings; null where none was sent or they cannot be read. */
function retransmitsBetween(before, now) {
	if (before.tcp === null || now.tcp === null) return null;
	const again = Math.max(0, now.tcp.sentAgain - before.tcp.sentAgain);
	const all = Math.max(0, now.tcp.sent - before.tcp.sent) + again;
	return all === 0 ? null : ratio(again / all);
}
/** Memory, optical drives, and what lies on top of other disks. */
const NO_DISK = /^(?:loop|ram|zram|dm-|md|sr|fd|nbd)\d/;
/** The kernel's sectors have 512 bytes whatever the disk's have (Documentation/admin-guide/iostats.rst). */
const SECTOR = 512;
function disksOf(root) {
	const lines = (readKernelFile(root, "proc/diskstats") ?? "").split("\n").map((line) => line.trim().split(/\s+/)).filter(([, , name = "", ...counters]) => counters.length >= 10 && !NO_DISK.test(name));
	const names = lines.map(([, , name = ""]) => name);
	const disks = lines.map(([, , name = "", ...counters]) => {
		const [, , read = 0, , , , written = 0, , , busy = 0] = counters.map(Number);
		return [name, {
			busy,
			read: read * SECTOR,
			written: written * SECTOR
		}];
	});
	return new Map(disks.filter(([name]) => !names.some((disk) => isPartition(name, disk))));
}
/** `sda1` of `sda`, `nvme0n1p1` of `nvme0n1`. */
function isPartition(name, disk) {
	return name.startsWith(disk) && /^p?\d+$/.test(name.slice(disk.length));
}
/** Two lines of `/proc/net/snmp`: names and values. `OutSegs` leaves out what is sent again (RFC 4022). */
function tcpOf(root) {
	const [names = [], values = []] = [...(readKernelFile(root, "proc/net/snmp") ?? "").matchAll(/^Tcp: (.+)$/gm)].map(([, line = ""]) => line.split(" "));
	const value = (name) => Number(values[names.indexOf(name)] ?? NaN);
	const counters = {
		sent: value("OutSegs"),
		sentAgain: value("RetransSegs")
	};
	return Object.values(counters).every(Number.isFinite) ? counters : null;
}
function diskBetween(name, before, now, seconds) {
	return {
		name,
		busy: ratio(Math.min(1, Math.max(0, now.busy - before.busy) / 1e3 / seconds)),
		read: Math.max(0, now.read - before.read) / seconds,
		written: Math.max(0, now.written - before.written) / seconds
	};
}
// src/probes/memory-series.ts
/** The memory of a tree of processes by the second: the series in which a leak shows. */
/**
* Opens an account of anonymous memory, resident or swapped out (`RssAnon` and `VmSwap` of `/proc/<pid>/status`, proc_pid_status(5)), added up over the tree.
* Anonymous memory is what a program asked for: heaps, stacks, buffers, compiled code. Pages of files, which all of RSS counts, come and go with the kernel's
* cache, and pages of shared memory would count once a process. The proportional share (`Pss` of `smaps_rollup`) would count nothing twice, but the kernel
* walks all page tables for it (1.2 ms a process and look, where `status` takes 0.03 ms and is read anyway); what processes share after a fork is
* counted twice here, which moves the level and no slope.
*
* The least of a second's looks is kept: what lives for less than that, a short child or a large answer, is no growth.
*/
function openMemorySeries() {
	const seconds = [];
	let unknown = false;
	return {
		look(at, alive) {
			if (alive.length === 0) return;
			const all = alive.map(({ anonymous }) => anonymous);
			unknown ||= all.includes(null);
			const second = Math.max(0, Math.floor(toSeconds(at)));
			while (seconds.length <= second) seconds.push(null);
			const sum = all.reduce((total, each) => total + (each ?? 0), 0);
			seconds[second] = Math.min(seconds[second] ?? Infinity, sum);
		},
		series: () => unknown || seconds.length === 0 ? null : seconds.map((each) => each === null ? null : bytes(each))
	};
}
// src/probes/others.ts
/** Fewer cores than this are a machine at rest. */
const LEAST = .01;
const MOST_TOLD = 3;
/** So many processes are looked at; a machine that runs more is not told apart to its end. */
const MOST_PROCESSES = 5e3;
/** Looks at everybody; nobody where there is no `/proc`. */
function lookAtEverybody(root) {
	const all = listKernelFolder(root, "proc").filter((name) => /^\d+$/.test(name)).slice(0, MOST_PROCESSES).map((pid) => readTimes(root, Number(pid))).filter((times) => times !== null).filter(({ kernel }) => !kernel);
	return new Map(all.map((times) => [`${times.pid} ${times.startTime}`, times]));
}
/**
* Programs by name, in cores over `seconds`, the busiest first: at most 3, none below 0.01. `own` are the processes of the measurement. What somebody's
* children used that ended meanwhile is told under the parent's name.
*/
function othersBetween$1(before, now, own, seconds) {
	const byName = /* @__PURE__ */ new Map();
	const add = (name, ticks) => void byName.set(name, (byName.get(name) ?? 0) + ticks);
	const ended = endedByParent(before, now);
	for (const [key, times] of now) {
		if (own.has(times.pid)) continue;
		add(programOf(times), usedBetween(before.get(key), times, ended.get(times.pid) ?? 0));
	}
	return [...byName].map(([name, ticks]) => ({
		name,
		cores: ticks / 100 / seconds
	})).filter(({ cores }) => cores >= LEAST).toSorted((left, right) => right.cores - left.cores).slice(0, MOST_TOLD);
}
/** Node.js names its main thread, and with it the process, after what the thread is. */
const programOf = ({ name }) => /^(?:node-)?MainThread$/.test(name) ? "node" : name;
/** Ticks; a process that was not there before was born since. */
function usedBetween(before, now, ended) {
	const reaped = now.reaped - (before?.reaped ?? 0);
	return now.own - (before?.own ?? 0) + Math.max(0, reaped - ended);
}
/** What had been seen before of children that ended since: the time for children of whoever waited for them now holds it, the nearest ancestor that lives. */
function endedByParent(before, now) {
	const ticks = /* @__PURE__ */ new Map();
	const ended = new Map([...before].filter(([key]) => !now.has(key)).map(([, times]) => [times.pid, times]));
	for (const { parent, own, reaped } of ended.values()) {
		let heir = parent;
		for (let step = 0; step < ended.size; step += 1) heir = ended.get(heir)?.parent ?? heir;
		ticks.set(heir, (ticks.get(heir) ?? 0) + own + reaped);
	}
	return ticks;
}
// src/probes/thermal.ts
/** How often the hardware slowed its cores down for heat. */
/** Folder of the cores, as `cpu0`, `cpu1`, …. */
const CPU_FOLDER = "sys/devices/system/cpu";
/** Names of the cores' folders. */
const cpuFolders = (root) => listKernelFolder(root, CPU_FOLDER).filter((name) => /^cpu\d+$/.test(name));
/** Times since boot, all cores together; null where the kernel does not count. */
function thermalThrottlesOf(root) {
	const counters = cpuFolders(root).flatMap((cpu) => {
		const path = `${CPU_FOLDER}/${cpu}/thermal_throttle/core_throttle_count`;
		const count = Number.parseInt(readKernelFile(root, path) ?? "", 10);
		return Number.isSafeInteger(count) ? [count] : [];
	});
	return counters.length === 0 ? null : counters.reduce((sum, count) => sum + count, 0);
}
// src/probes/host.ts
/** Starts to watch. */
function startHostProbe(options) {
	const { root = "/", now: clock = () => performance.now() } = options;
	const now = () => millis(clock());
	const { memory = openMemoryLooks({
		root,
		now
	}) } = options;
	const start = lookAtMachine(root, now());
	if (start === null) return {
		stop: () => null,
		memory: () => null
	};
	const processes = openProcesses({
		...options,
		memory
	}, root);
	const look = () => processes.look(now(), millis(now() - start.counters.at));
	const beat = openBeat(LOOK_EVERY$1, () => void (processes.isDue(now()) && look()), now);
	look();
	if (!hasUsageByPs) beat.start();
	let reading = null;
	return {
		stop() {
			if (reading !== null) return reading;
			beat.stop();
			look();
			reading = tell$2(start, lookAtMachine(root, now()) ?? start, processes.used());
			return reading;
		},
		memory: () => processes.memory()
	};
}
function lookAtMachine(root, at) {
	const counters = readCounters(root, at);
	return counters === null ? null : {
		counters,
		devices: readDevices(root),
		throttles: thermalThrottlesOf(root),
		everybody: lookAtEverybody(root)
	};
}
/** The processes of the measurement, looked at again and again. */
function openProcesses({ servicePids, generatorPids, memory: looks }, root) {
	const service = openTreeAccount();
	const generator = openTreeAccount();
	const memory = openMemorySeries();
	const own = /* @__PURE__ */ new Set([process.pid]);
	let seen = false;
	let size = 0;
	let looked = Number.NEGATIVE_INFINITY;
	return {
		/** A large tree is not looked at every time. */
		isDue: (now) => isLookDue(size, now - looked),
		look(now, at) {
			const pids = servicePids();
			[size, looked] = [pids.length, now];
			seen ||= pids.length > 0;
			if (seen) {
				const readings = readProcesses(root, pids, (pid) => looks.of(pid));
				service.look(readings);
				memory.look(at, readings);
			}
			const senders = generatorPids();
			if (senders.length > 0) generator.look(readProcesses(root, senders, () => NO_MEMORY));
			for (const each of [...senders, ...pids]) own.add(each);
		},
		used: () => ({
			service: seen ? service.ticks() : null,
			generator: generator.ticks(),
			memory: seen ? service.peakMemory() : null,
			own
		}),
		memory: () => memory.series()
	};
}
/** Of the generator only its time is told here. */
const NO_MEMORY = {
	memory: 0,
	anonymous: null
};
function tell$2(start, end, used) {
	const [before, now] = [start.counters, end.counters];
	const seconds = Math.max(toSeconds(millis(now.at - before.at)), 1e-6);
	const coresOf = (ticks) => ticks / 100 / seconds;
	const busyCores = coresOf(now.busy - before.busy);
	const serviceCores = used.service === null ? null : coresOf(used.service);
	const generatorCores = coresOf(used.generator);
	const gateCores = (now.gate - before.gate) / seconds;
	return {
		cores: now.cores,
		busyCores,
		serviceCores,
		generatorCores,
		otherCores: Math.max(0, busyCores - (serviceCores ?? 0) - generatorCores - gateCores),
		steal: stealOf(before, now),
		cpuPressure: waitShare(before.cpuWait, now.cpuWait, seconds),
		ioPressure: waitShare(before.ioWait, now.ioWait, seconds),
		memoryPressure: waitShare(before.memoryWait, now.memoryWait, seconds),
		busyByCore: busyByCore(before, now),
		others: othersBetween$1(start.everybody, end.everybody, used.own, seconds),
		disk: busiestDisk(start.devices, end.devices, seconds),
		retransmits: retransmitsBetween(start.devices, end.devices),
		thermalThrottles: grownBetween(start.throttles, end.throttles),
		serviceMemory: used.memory === null ? null : bytes(used.memory)
	};
}
const grownBetween = (before, now) => before === null || now === null ? null : Math.max(0, now - before);
/** By place among the cores that are on, which is the core's number where all are. */
function busyByCore(before, now) {
	return now.byCore.map(({ number, busy, all }) => {
		const earlier = before.byCore.find((core) => core.number === number) ?? {
			busy,
			all
		};
		const share = (busy - earlier.busy) / Math.max(all - earlier.all, 1);
		return ratio(Math.min(1, Math.max(0, share)));
	});
}
/** Share of time that the hypervisor gave to others; null where it has never admitted any, since many hypervisors do not tell. */
function stealOf(start, end) {
	if (end.stolen === 0) return null;
	return ratio((end.stolen - start.stolen) / Math.max(end.all - start.all, 1));
}
/** Share of a time in which some task waited; null where the kernel does not count. */
function waitShare(before, after, seconds) {
	return before === null || after === null ? null : ratio(Math.min(1, (after - before) / 1e6 / seconds));
}
// src/probes/far/machine.ts
/** Opens it. */
function openFarMachine() {
	let since = null;
	let longest = null;
	let least = null;
	const remember = (sample) => {
		const memory = memoryOf(sample);
		if (memory !== null && memory.available <= (least?.available ?? Number.POSITIVE_INFINITY)) least = memory;
	};
	return {
		begin(sample) {
			remember(sample);
			since = lookAt$1(sample);
		},
		look: remember,
		end(sample) {
			remember(sample);
			const now = lookAt$1(sample);
			if (since !== null && now !== null && timeOf([since, now]) > (longest === null ? 0 : timeOf(longest))) longest = [since, now];
			since = null;
		},
		read: () => longest === null ? null : {
			...tell$1(longest),
			memory: least && told(least)
		}
	};
}
const timeOf = ([before, now]) => now.counters.at - before.counters.at;
const told = ({ total, available }) => ({
	total: bytes(total),
	leastAvailable: bytes(Math.min(total, available))
});
function lookAt$1(sample) {
	const counters = readCounters(sample, sample.at);
	return counters === null ? null : {
		counters,
		devices: readDevices(sample)
	};
}
/** `MemTotal` and `MemAvailable` of `/proc/meminfo` (proc_meminfo(5)). */
function memoryOf(sample) {
	const text = sample.read("proc/meminfo") ?? "";
	const bytesOf = (name) => 1024 * Number(new RegExp(`^${name}: +(\\d+) kB$`, "m").exec(text)?.[1] ?? NaN);
	const memory = {
		total: bytesOf("MemTotal"),
		available: bytesOf("MemAvailable")
	};
	return Object.values(memory).every(Number.isFinite) ? memory : null;
}
function tell$1(stretch) {
	const seconds = toSeconds(millis(timeOf(stretch)));
	const [{ counters: before, devices: earlier }, { counters: now, devices: later }] = stretch;
	return {
		cores: now.cores,
		busyCores: Math.max(0, now.busy - before.busy) / 100 / seconds,
		steal: stealOf(before, now),
		cpuPressure: waitShare(before.cpuWait, now.cpuWait, seconds),
		ioPressure: waitShare(before.ioWait, now.ioWait, seconds),
		memoryPressure: waitShare(before.memoryWait, now.memoryWait, seconds),
		disk: busiestDisk(earlier, later, seconds),
		retransmits: retransmitsBetween(earlier, later)
	};
}
// src/probes/far/script.ts
/** As long as GitHub lets a job run: then it ends by itself, whatever became of the connection. */
const LIFETIME_SECONDS = 21600;
/**
* A script for any shell of POSIX. A question is a line of words: `all` for the `stat` of every process, a number for what tells of that process, `t` and a number for its threads, `s` and a number for its share of memory.
* The answer is what `head` prints of several files, each after a line with its name, and a last line with the mark, the script's own number, and the number in the file. It ends with its input, and after six hours. Files that are gone or
* forbidden are left out.
*/
function farScript({ mark, pidFile }) {
	return `LC_ALL=C; export LC_ALL
exec 2>/dev/null
( trap 'kill "$s"; exit' TERM; sleep ${LIFETIME_SECONDS} & s=$!; wait "$s"; kill "$$" ) </dev/null >/dev/null & w=$!
trap 'kill "$w"' EXIT
trap 'exit 1' HUP INT TERM PIPE
finish() {
  pid=0
  ${pidFile === null ? ":" : `{ read -r pid _; } <'${pidFile}' || :`}
  case $pid in ''|*[!0-9]*) pid=0 ;; esac
  printf '\\n%s %s %s\\n' '${mark}' "$$" "$pid"
}
finish
while read -r ask; do
  set -- /proc/uptime /proc/stat /proc/meminfo /proc/net/snmp /proc/diskstats /proc/pressure/cpu /proc/pressure/io /proc/pressure/memory
  for p in $ask; do
    case $p in
      all) set -- "$@" /proc/[0-9]*/stat ;;
      t*) set -- "$@" /proc/"\${p#t}"/task/[0-9]*/stat /proc/"\${p#t}"/task/[0-9]*/schedstat /proc/"\${p#t}"/task/[0-9]*/status ;;
      s*) set -- "$@" /proc/"\${p#s}"/smaps_rollup ;;
      *) set -- "$@" /proc/"$p"/stat /proc/"$p"/status /proc/"$p"/io ;;
    esac
  done
  head -n 2000 "$@"
  finish
done
`;
}
// src/probes/far/far.ts
/** The machine of a target, watched over SSH: `/proc` is read there by a script, and judged to be what it is here, by the same code as this machine's own. */
const PATIENCE = {
	hello: millis(2e4),
	answer: millis(1e4)
};
/** Opens the connection. Its address is resolved once and held to the list of the target's, before anything is sent. Never throws: what cannot be read is told in the reading. */
async function openFar(service, world, { resolve: addresses = addressesOf, start = sshCommand, patience = PATIENCE } = {}) {
	const plan = service.kind === "deployed" ? service.ssh : void 0;
	if (service.kind !== "deployed" || plan === void 0) return NO_FAR;
	const found = await addresses(plan.host).catch(() => []);
	const ruling = ruleOn(plan.host, found, service.allowed);
	const [address] = found;
	if (address === void 0 || ruling.kind !== "allowed") {
		const why = phrase$1("monitoring-not-asked", {
			host: plan.host,
			why: phrase$1(WHY_NOT_ASKED[ruling.kind])
		});
		return {
			watch: () => silence(plan, why),
			[Symbol.asyncDispose]: () => Promise.resolve()
		};
	}
	const mark = `== ${randomUUID()}`;
	const pidFile = plan.of.kind === "pid-file" ? plan.of.path : null;
	const command = start(placeOf(plan, address, world), farScript({
		mark,
		pidFile
	}));
	const shell = await opened(patience.hello, command, {
		host: plan.host,
		mark
	}, world);
	return {
		watch: () => "ask" in shell ? watchFar(plan, shell, patience) : silence(plan, shell),
		async [Symbol.asyncDispose]() {
			if ("ask" in shell) await shell[Symbol.asyncDispose]();
		}
	};
}
const NO_FAR = {
	watch: () => ({
		begin: () => Promise.resolve(),
		end: () => Promise.resolve(),
		read: () => null
	}),
	[Symbol.asyncDispose]: () => Promise.resolve()
};
/** Waits for the script's first word. */
async function opened(within, ...args) {
	let shell = null;
	try {
		shell = await openFarShell(...args);
		await shell.ask(null, within);
		return shell;
	} catch (error) {
		await shell?.[Symbol.asyncDispose]();
		return whyOf(error);
	}
}
/** Why there is nothing to read. */
const whyOf = (error) => error instanceof FarTrouble ? error.why : phrase$1("foreign", { text: error instanceof Error ? error.message : String(error) });
function placeOf(plan, address, { workspace }) {
	const { host, port, user, identity, knownHosts } = plan;
	return {
		host,
		address,
		port,
		user,
		identity: identity && fileOfUser(identity, workspace),
		knownHosts: knownHosts && fileOfUser(knownHosts, workspace)
	};
}
/** What was missing from the beginning, or only at the end. */
function unreadOf(why, service) {
	if (why === null) return [];
	const remedy = REACHED.has(why.phrase) ? phrase$1("far-remedy") : null;
	return [{
		name: null,
		probe: "service",
		part: service === null ? "all" : "lost",
		...unwatched(why, remedy)
	}];
}
/** Troubles on the way there. */
const REACHED = /* @__PURE__ */ new Set([
	"far-ended",
	"far-silent",
	"monitoring-not-asked"
]);
/** A watch that tells nothing but why. */
function silence(plan, why) {
	return {
		...NO_FAR.watch(),
		read: () => ({
			service: null,
			elsewhere: {
				host: plan.host,
				machine: null
			},
			curve: [],
			unread: unreadOf(why, null)
		})
	};
}
/** The probes of this machine's own services look at what was told; they strike when something was. */
function watchFar(plan, shell, { answer }) {
	const machine = openFarMachine();
	const looks = openFarLooks(plan, (line) => shell.ask(line, answer), (sample) => machine.look(sample));
	const memory = openMemoryLooks(looks.sources);
	const tree = openTreeLooks({ pids: looks.pids }, looks.sources, memory);
	const parts = [openServiceTree(tree, looks.sources, memory), openCurve(tree, { generatorPids: () => [] }, looks.sources)];
	return {
		async begin() {
			const sample = await looks.begin();
			if (sample === null) return;
			machine.begin(sample);
			await Promise.all(parts.map((part) => part.begin()));
		},
		async end() {
			const sample = await looks.end();
			if (sample !== null) machine.end(sample);
			await Promise.all(parts.map((part) => part.end()));
		},
		read() {
			const { host } = plan;
			const reading = soundly(() => {
				const [service, curve] = [parts[0].read(), parts[1].read()];
				return {
					service,
					elsewhere: {
						host,
						machine: machine.read()
					},
					curve
				};
			});
			if (reading === null) return silence(plan, phrase$1("far-odd", { host })).read();
			return {
				...reading,
				unread: unreadOf(looks.gap(), reading.service)
			};
		}
	};
}
/** Null where what was told comes to numbers that no machine has. */
function soundly(read) {
	try {
		const reading = read();
		return isSound(reading) ? reading : null;
	} catch {
		return null;
	}
}
/** More than any counter comes to in a run that could be believed: bytes, nanoseconds. */
const MOST = 0xde0b6b3a7640000;
/** True where every number of it could be one of a machine. */
function isSound(value) {
	if (typeof value === "number") return value >= 0 && value <= MOST;
	return typeof value !== "object" || value === null || Object.values(value).every(isSound);
}
// src/probes/runtime.ts
/** Processes of the service that run on Node.js: event loop and garbage collection, as they tell it themselves. */
const RUNTIMES_MAX = 50;
const NAMED_MAX = 3;
/**
* Opens the probe on one build. Each process adds up all stretches itself, so that its quantiles are those of all its delays. `root` stands for `/`:
* where nobody told anything, the processes there show whether somebody should have.
*/
function openRuntime({ runtime, pids }, root = "/") {
	const told = /* @__PURE__ */ new Map();
	const silent = /* @__PURE__ */ new Map();
	let state = "new";
	return {
		async begin() {
			const anew = state === "new";
			state = "begun";
			await runtime?.begin(anew);
		},
		async end() {
			if (runtime === null || state !== "begun") return;
			state = "ended";
			const heard = await runtime.end();
			for (const { process, pid } of heard.silent) silent.set(process, pid);
			for (const answer of heard.answers) {
				told.set(answer.process, answer);
				silent.delete(answer.process);
			}
		},
		read() {
			const runtimes = [...told.values()].toSorted((left, right) => right.busy - left.busy).slice(0, RUNTIMES_MAX).map(readingOf);
			if (silent.size > 0) return {
				runtimes,
				unread: [lost([...silent.values()], told.size)]
			};
			const deaf = runtime === null || told.size > 0 ? [] : pids().filter((pid) => runsOnNode(root, pid));
			return {
				runtimes,
				unread: deaf.length === 0 ? [] : [unasked(deaf)]
			};
		}
	};
}
function readingOf(answer) {
	const { pid, version, time, busy, delayP50, delayP99, delayMax, paused, pauseMax } = answer;
	const { minor, major, firstLive, lastLive } = answer;
	const share = (part) => ratio(time > 0 ? Math.min(1, part / time) : 0);
	const live = major < 2 || firstLive === null || lastLive === null ? null : {
		from: bytes(firstLive),
		to: bytes(lastLive)
	};
	return {
		pid,
		version,
		eventLoop: share(busy),
		delayP50: millis(delayP50),
		delayP99: millis(delayP99),
		delayMax: millis(delayMax),
		collection: share(paused),
		collectionMax: millis(pauseMax),
		minorCollections: minor,
		majorCollections: major,
		live
	};
}
/** The kernel's word for the program of a process: `/proc/<pid>/cmdline` begins with its name. */
function runsOnNode(root, pid) {
	const program = readKernelFile(root, `proc/${pid}/cmdline`)?.split("\0")[0] ?? "";
	return /^(?:node|nodejs)$/.test(basename(program));
}
const lost = (pids, told) => ({
	name: null,
	probe: "runtime",
	part: "lost",
	...unwatched(told > 0 ? phrase$1("runtime-lost-some", {
		processes: named(pids),
		told
	}) : phrase$1("runtime-lost", { processes: named(pids) }), null)
});
const unasked = (pids) => ({
	name: null,
	probe: "runtime",
	part: "all",
	...unwatched(phrase$1("runtime-unobserved", { processes: named(pids) }), phrase$1("runtime-remedy"))
});
/** `process 12`, `processes 12, 13, 14 and 2 more` */
function named(pids) {
	const shown = pids.slice(0, NAMED_MAX).join(", ");
	if (pids.length > NAMED_MAX) return phrase$1("processes-and-more", {
		pids: shown,
		more: pids.length - NAMED_MAX
	});
	return phrase$1(pids.length === 1 ? "process" : "processes", { pids: shown });
}
// src/probes/probes.ts
/** Opens what lasts. Never throws. */
async function openProbes(plan, world) {
	const databases = await openDatabases(plan, world);
	const containers = await openContainers(plan, world);
	const monitoring = await openMonitoring(plan.service, world);
	const far = await openFar(plan.service, world);
	const memory = openMemoryLooks();
	return {
		memory,
		watch: (watched) => watchAll(watched, {
			databases: databases.watch(),
			containers: containers.watch(watched),
			monitoring: monitoring.watch(),
			far: far.watch(),
			memory
		}, world.now),
		async [Symbol.asyncDispose]() {
			await Promise.all([
				databases,
				containers,
				far
			].map((each) => each[Symbol.asyncDispose]()));
		}
	};
}
function watchAll(watched, shared, now) {
	const looks = openTreeLooks(watched, thisMoment, shared.memory);
	const service = openServiceTree(looks, thisMoment, shared.memory);
	const cgroup = openCgroup(watched);
	const runtime = openRuntime(watched);
	const curve = openCurve(looks, watched);
	/** What is asked by a question has its answer before the clock runs. */
	const asked = [
		runtime,
		shared.databases,
		shared.containers,
		shared.far
	];
	const read = [
		service,
		cgroup,
		curve,
		shared.monitoring
	];
	let since = null;
	let time = 0;
	return {
		async begin() {
			await Promise.all(asked.map((part) => part.begin()));
			since = now();
			await Promise.all(read.map((part) => part.begin()));
		},
		async end() {
			if (since === null) return;
			time += now() - since;
			since = null;
			await Promise.all([...read, ...asked].map((part) => part.end()));
		},
		read() {
			const { databases, unread } = shared.databases.read();
			const { containers, unread: unreadContainers } = shared.containers.read();
			const { runtimes, unread: unreadRuntimes } = runtime.read();
			const monitoring = shared.monitoring.read();
			const far = shared.far.read();
			return {
				watched: millis(time),
				service: far?.service ?? service.read(),
				cgroup: cgroup.read(),
				runtimes,
				databases,
				containers,
				curve: far === null ? curve.read() : curveWith(curve.read(), far),
				unread: [
					...unreadRuntimes,
					...unread,
					...unreadContainers,
					...far?.unread ?? []
				],
				...monitoring !== null && { monitoring },
				...far !== null && { elsewhere: far.elsewhere }
			};
		}
	};
}
/** What the service used is another machine's; the generator and everybody else are this one's. */
function curveWith(rows, { curve }) {
	const far = new Map(curve.map((row) => [row.second, row]));
	return rows.map((row) => {
		const { service = null, memory = null, read = null, written = null } = far.get(row.second) ?? {};
		return {
			...row,
			service,
			memory,
			read,
			written
		};
	});
}
// src/platform/ports.ts
/** Ports of this machine: a free one, who listens on one, and whether that is one of ours. */
/** Below the ports that systems give to outgoing connections, so that no connection of the load takes it before the service does. */
const FIRST_PORT = 2e4;
const LAST_PORT = 31999;
const TRIES = 50;
/** Everything a service may listen on. */
const ADDRESSES = [
	"127.0.0.1",
	"::1",
	"0.0.0.0",
	"::"
];
/** A port on which nobody listens, on any address of either family. @throws Error when none is found */
async function freePort(random = Math.random) {
	for (let attempt = 0; attempt < TRIES; attempt += 1) {
		const port = FIRST_PORT + Math.floor(random() * 12e3);
		if (!await isPortTaken(port)) return port;
	}
	throw new Error(`no free port between ${FIRST_PORT} and ${LAST_PORT} in ${TRIES} tries`);
}
/** True when a socket on any address of this machine keeps others from listening on the port. */
async function isPortTaken(port) {
	if (listenersOn(port).length > 0) return true;
	for (const address of ADDRESSES) if (!await canListen(address, port)) return true;
	return false;
}
/** Who listens on the port. None when nobody does, or when this machine does not tell. */
function holdersOfPort(port) {
	return describeHolders(listenersOn(port));
}
/**
* Who else than these processes answers at an address and port that accept connections; null when they do. Where the machine does not tell
* who listens (macOS), they do.
*/
function findStranger(address, port, pids) {
	const listeners = listListeners();
	if (listeners === null) return null;
	const own = socketsOf(pids);
	const all = answering(listeners.filter((listener) => listener.port === port), address);
	const foreign = all.filter(({ inode }) => !own.has(inode));
	if (all.length === 0) return {
		pid: null,
		command: null
	};
	return describeHolders(foreign)[0] ?? null;
}
/** What these processes listen on: `127.0.0.1:3000`, `[::]:8080`. */
function listenedOn(pids) {
	const own = socketsOf(pids);
	const sockets = (listListeners() ?? []).filter(({ inode }) => own.has(inode));
	return [...new Set(sockets.map(({ address, port }) => `${address.includes(":") ? `[${address}]` : address}:${port}`))];
}
/**
* The sockets that would answer a connection to the address: the kernel prefers the exact address, then all addresses of its family; an IPv6
* socket on all addresses takes IPv4 as well.
*/
function answering(listeners, address) {
	const level = (address.includes(":") ? [address, "::"] : [
		address,
		"0.0.0.0",
		"::"
	]).find((candidate) => listeners.some((listener) => listener.address === candidate));
	return listeners.filter((listener) => listener.address === level);
}
const listenersOn = (port) => (listListeners() ?? []).filter((listener) => listener.port === port);
function describeHolders(listeners) {
	if (listeners.length === 0) return [];
	const pids = holdersOf(new Set(listeners.map(({ inode }) => inode)));
	return pids.length === 0 ? [{
		pid: null,
		command: null
	}] : pids.map((pid) => ({
		pid,
		command: commandOf$1(pid)
	}));
}
/** Listens and stops at once. An address that this machine does not have keeps nobody out. */
function canListen(address, port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", (error) => resolve(error.code !== "EADDRINUSE"));
		server.listen({
			host: address,
			port,
			exclusive: true,
			ipv6Only: address === "::"
		}, () => server.close(() => resolve(true)));
	});
}
// src/platform/runtime-socket.ts
/** The socket through which Node.js processes of a service tell of their event loop: they are asked, and every word of theirs may be hostile. */
/** What processes preload to be asked: it lies beside this file, and beside the built program. */
const OBSERVER_FILE = join(import.meta.dirname, "observer.cjs");
const BEGIN_WITHIN_MS = 300;
const ANSWER_WITHIN_MS = 2e3;
const LINE_MAX = 65536;
/** At once, and in all: a service may start one process after another. */
const CONNECTIONS_MAX = 200;
const ACCEPTED_MAX = 5e3;
/** Questions that a process may leave unanswered before it is given up. */
const OPEN_MAX = 100;
/** Longest path of a socket on every system, with its final zero (`sun_path` on macOS; Linux has 108). */
const PATH_BYTES_MAX = 103;
const amount = number().nonnegative().max(1e10);
const count = int().nonnegative();
const answer = strictObject({
	to: count,
	pid: int().positive(),
	version: string().regex(/^v\d{1,3}\.\d{1,3}\.\d{1,3}[\w.+-]{0,40}$/),
	time: amount,
	busy: amount,
	delayP50: amount,
	delayP99: amount,
	delayMax: amount,
	paused: amount,
	pauseMax: amount,
	minor: count,
	major: count,
	firstLive: union([count, _null()]),
	lastLive: union([count, _null()])
});
/** Opens the socket in the run's temporary folder. Null where the system has none or its path is too long for one. Never throws. */
async function openRuntimeSocket(world) {
	const path = join(world.temporary, `${randomBytes(4).toString("hex")}.sock`);
	if (process.platform === "win32" || Buffer.byteLength(path) > PATH_BYTES_MAX) return null;
	const desk = {
		tellers: /* @__PURE__ */ new Set(),
		gone: /* @__PURE__ */ new Set(),
		measuring: false
	};
	let accepted = 0;
	const server = createServer((socket) => {
		accepted += 1;
		if (accepted > ACCEPTED_MAX) socket.destroy();
		else welcome(tellerOf(accepted, socket), desk);
	});
	server.maxConnections = CONNECTIONS_MAX;
	server.on("error", () => void 0);
	if (!await once(server.listen(path), "listening").then(() => true, () => false)) return null;
	server.unref();
	return {
		path,
		...channelOf(desk),
		async [Symbol.asyncDispose]() {
			for (const { socket } of desk.tellers) socket.destroy();
			if (server.listening) await new Promise((resolve) => server.close(resolve));
		}
	};
}
const tellerOf = (process, socket) => ({
	process,
	socket,
	pid: null,
	begun: false,
	open: /* @__PURE__ */ new Map()
});
/** Listens to a process until it hangs up, or says what nobody asked. */
function welcome(teller, desk) {
	const { socket, open } = teller;
	desk.tellers.add(teller);
	const greet = (first) => {
		teller.pid = first?.pid ?? null;
		if (first !== null && desk.measuring) tell(teller, "anew");
	};
	open.set(0, {
		word: "hello",
		resolve: greet
	});
	socket.unref();
	socket.setEncoding("utf8");
	socket.on("error", () => void 0);
	socket.on("data", inLines((line) => hear(teller, line), () => socket.destroy()));
	socket.on("close", () => {
		desk.tellers.delete(teller);
		if (teller.begun) desk.gone.add(teller);
		for (const { word, resolve } of open.values()) if (word !== "hello") resolve(null);
		open.clear();
	});
}
function inLines(take, refuse) {
	let rest = "";
	return (chunk) => {
		const lines = `${rest}${chunk}`.split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) take(line);
		if (rest.length > LINE_MAX) refuse();
	};
}
function hear(teller, line) {
	if (teller.socket.destroyed) return;
	const told = line.length > LINE_MAX ? void 0 : readShape(answer, parse$1(line)).data;
	const question = told && teller.open.get(told.to);
	if (told === void 0 || question === void 0) {
		teller.socket.destroy();
		return;
	}
	const { to, ...rest } = told;
	teller.open.delete(to);
	question.resolve({
		process: teller.process,
		...rest
	});
}
function parse$1(line) {
	try {
		return foreignJson(line);
	} catch {
		return null;
	}
}
let questions = 0;
/** Puts one question. Resolves with null when the process hangs up. */
function tell(teller, word) {
	questions += 1;
	const number = questions;
	teller.begun = word !== "read";
	if (teller.open.size >= OPEN_MAX) teller.socket.destroy();
	if (teller.socket.destroyed) return Promise.resolve(null);
	return new Promise((resolve) => {
		teller.open.set(number, {
			word,
			resolve
		});
		teller.socket.write(`${word} ${number}\n`);
	});
}
function channelOf(desk) {
	const known = () => [...desk.tellers].filter(({ pid }) => pid !== null);
	return {
		async begin(anew) {
			desk.measuring = true;
			desk.gone.clear();
			await within(BEGIN_WITHIN_MS, known(), (teller) => tell(teller, anew ? "anew" : "again"));
		},
		async end() {
			desk.measuring = false;
			const asked = known().filter(({ begun }) => begun);
			const answers = (await within(ANSWER_WITHIN_MS, asked, (teller) => tell(teller, "read"))).filter((each) => each !== null);
			const heard = new Set(answers.map(({ process }) => process));
			return {
				answers,
				silent: [.../* @__PURE__ */ new Set([...asked, ...desk.gone])].filter(({ process }) => !heard.has(process)).map(({ process, pid }) => ({
					process,
					pid: pid ?? 0
				}))
			};
		}
	};
}
/** Asks all, and waits for those that owe no reading. What comes too late is null. */
async function within(time, tellers, ask) {
	const answered = new AbortController();
	const late = setTimeout$1(time, null, { signal: answered.signal }).catch(() => null);
	const asked = tellers.map((teller) => {
		const behind = [...teller.open.values()].some(({ word }) => word === "read");
		const told = ask(teller);
		return behind ? Promise.resolve(null) : Promise.race([told, late]);
	});
	const all = await Promise.all(asked);
	answered.abort();
	return all;
}
// src/service/failures.ts
/** What can go wrong with a service before and while it is measured, in words: what, where, and what to do. */
/** The service ended without being asked to. */
function serviceExited(service, { exit, elapsed, readyAfter, lines }) {
	const notStarted = readyAfter === null ? commandMissing("start", service.start, exit, lines) : null;
	if (notStarted !== null) return notStarted;
	const facts = {
		ending: howItEnded(exit),
		seconds: seconds(elapsed)
	};
	return new Failure({
		kind: "not-measured",
		code: "service-exited",
		message: phrase$1(readyAfter === null ? "service-exited-early" : "service-exited-late", facts),
		advice: adviceOnExit(service, exit, readyAfter),
		lines
	});
}
function adviceOnExit({ start, workingDirectory }, exit, readyAfter) {
	if (signalOf(exit) === "SIGKILL") return phrase$1("killed-advice");
	const command = oneLine(start);
	if (exit.code === 0 && readyAfter === null) return phrase$1("returned-advice", { command });
	if (readyAfter !== null) return phrase$1("last-lines-advice");
	return workingDirectory === "." ? phrase$1("by-hand-advice", { command }) : phrase$1("by-hand-in-advice", {
		command,
		folder: workingDirectory
	});
}
/** It ran, and was not ready in time. `last`: why the last look said no. `heard`: where it listens instead. */
function neverReady(service, what) {
	const { url, elapsed, last, heard, lines } = what;
	return new Failure({
		kind: "not-measured",
		code: "never-ready",
		message: phrase$1("never-ready", {
			url,
			seconds: seconds(elapsed),
			last
		}),
		advice: heard.length > 0 ? phrase$1("never-ready-heard-advice", { heard: heard.join(", ") }) : phrase$1(service.ready.kind === "log" ? "never-ready-log-advice" : "never-ready-advice"),
		lines
	});
}
/** Somebody else answers where the service should (F5). */
function answeredByOther(url, holder, lines) {
	return new Failure({
		kind: "not-measured",
		code: "port-answered-by-other",
		message: phrase$1("answered-by-other", {
			url,
			holder: describeHolder(holder)
		}),
		advice: phrase$1("answered-by-other-advice"),
		lines
	});
}
/** A fixed port is in use before the boot (F4). */
function portTaken(port, holders) {
	const holder = holders.map(describeHolder).reduce((one, other) => one === null ? other : phrase$1("two-holders", {
		one,
		other
	}), null);
	return new Failure({
		kind: "not-measured",
		code: "port-taken",
		message: phrase$1("port-taken", {
			port: String(port),
			holder: holder ?? phrase$1("holder-unknown")
		}),
		advice: phrase$1("port-taken-advice")
	});
}
/** A build that said no. */
function buildFailed(service, exit, elapsed, lines) {
	return commandMissing("build", service.build ?? "", exit, lines) ?? new Failure({
		kind: "not-measured",
		code: "build-failed",
		message: phrase$1("build-failed", {
			ending: howItEnded(exit),
			seconds: seconds(elapsed),
			command: oneLine(service.build ?? "")
		}),
		advice: phrase$1("build-failed-advice"),
		lines
	});
}
/** A build that did not end. */
function buildTooSlow(service, lines) {
	return new Failure({
		kind: "not-measured",
		code: "build-timeout",
		message: phrase$1("build-timeout", {
			seconds: seconds(service.buildTimeout),
			command: oneLine(service.build ?? "")
		}),
		advice: phrase$1("build-timeout-advice"),
		lines
	});
}
/** Both commands run in a folder that is not there. */
function directoryMissing(directory) {
	return new Failure({
		kind: "usage",
		code: "working-directory-missing",
		message: phrase$1("working-directory-missing", { folder: directory }),
		advice: phrase$1("working-directory-missing-advice")
	});
}
/** A service that should run already does not answer. */
function unreachable({ kind, readyTimeout }, url, last) {
	return new Failure({
		kind: "not-measured",
		code: "unreachable",
		message: phrase$1("unreachable", {
			url,
			seconds: seconds(readyTimeout),
			last
		}),
		advice: phrase$1(kind === "running" ? "unreachable-running-advice" : "unreachable-deployed-advice")
	});
}
/** The configuration takes the target's URL from the environment, and there is none. */
function targetMissing() {
	return new Failure({
		kind: "usage",
		code: "target-missing",
		message: phrase$1("target-missing"),
		advice: phrase$1("target-missing-advice")
	});
}
/** A target that may not be loaded. Nothing was connected. */
function addressRefused({ allowed, allowedBy }, url, ruling) {
	const { hostname } = new URL(url);
	switch (ruling.kind) {
		case "unknown": return new Failure({
			kind: "not-measured",
			code: "unreachable",
			message: phrase$1("target-unknown", { host: hostname }),
			advice: phrase$1("target-unknown-advice")
		});
		case "never": return new Failure({
			kind: "usage",
			code: "address-never-loaded",
			message: phrase$1("address-never-loaded", {
				where: whereItLeads(hostname, ruling.address),
				why: ruling.why
			}),
			advice: phrase$1("address-never-loaded-advice")
		});
		case "unlisted": return new Failure({
			kind: "usage",
			code: "address-not-allowed",
			message: notListed(whereItLeads(hostname, ruling.address), allowed),
			advice: phrase$1(allowedBy === "base" ? "address-base-advice" : "address-own-advice", { address: addressIn(hostname) })
		});
	}
}
const notListed = (where, allowed) => allowed.length === 0 ? phrase$1("address-none-allowed", { where }) : phrase$1("address-not-allowed", {
	where,
	allowed: allowed.join(", ")
});
/** `api.example.com means 203.0.113.7`, `The target is 203.0.113.7`. */
const whereItLeads = (hostname, address) => addressIn(hostname) === address ? phrase$1("target-is", { address }) : phrase$1("target-means", {
	host: hostname,
	address
});
/** `[::1]` is `::1`. */
const addressIn = (hostname) => hostname.replace(/^\[(.*)\]$/, "$1");
/** Load goes to this machine only. */
function notLoopback(url, addresses) {
	return new Failure({
		kind: "usage",
		code: "target-not-loopback",
		message: addresses.length === 0 ? phrase$1("target-not-resolved", { url }) : phrase$1("target-not-loopback", {
			url,
			addresses: addresses.join(", ")
		}),
		advice: phrase$1("target-not-loopback-advice")
	});
}
/** Somebody stopped us: the reason as the signal has it. */
function cancelled$1(signal) {
	if (signal.reason instanceof Failure) return signal.reason;
	return new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: phrase$1("stopped"),
		advice: phrase$1("stopped-advice")
	});
}
/** What a shell says by its exit code: 127, there is no such command; 126, it may not be executed (F3). */
function commandMissing(what, command, { code }, lines) {
	if (code !== 127 && code !== 126) return null;
	const missing = code === 127;
	const name = missing ? "command-of-not-found" : "command-of-not-executable";
	return new Failure({
		kind: "usage",
		code: `${what}-not-${missing ? "found" : "executable"}`,
		message: phrase$1(name, {
			what,
			command: oneLine(command)
		}),
		advice: phrase$1(`${name}-advice`),
		lines
	});
}
function howItEnded(exit) {
	if (exit.signal !== null) return phrase$1("ended-by-signal", { signal: exit.signal });
	const signal = signalOf(exit);
	const code = String(exit.code);
	return signal === null ? phrase$1("exited-with-code", { code }) : phrase$1("exited-with-code-of", {
		code,
		signal
	});
}
const describeHolder = ({ pid, command }) => {
	if (pid === null) return phrase$1("holder-other-user");
	return command === null ? phrase$1("holder-process", { pid: String(pid) }) : phrase$1("holder-command", {
		pid: String(pid),
		command
	});
};
const seconds = (time) => Number((time / 1e3).toFixed(time < 1e4 ? 1 : 0));
/** A command as it stands between backquotes. */
const oneLine = (command) => command.replaceAll(/\s+/g, " ").slice(0, 200);
// src/service/build.ts
/** Builds the service: once, before its first boot, with a deadline, and with nothing of it left running. */
/** Lines that `show-log: always` copies to our own log. */
const SHOWN_LINES = 2e3;
/**
* Runs the build command, if there is one. The log file is begun anew here; boots continue it.
* @throws Failure kind `usage` when the folder or a command is missing, `not-measured` when it fails or takes too long, `cancelled`
*/
async function buildService(service, world, options) {
	if (service.kind !== "booted") return;
	const relay = await openServiceLog(service, world, {
		file: options.logFile,
		mode: "begin"
	});
	try {
		if (service.build !== null) await runBuild(service, service.build, relay, world);
	} finally {
		await relay.close();
		if (service.build !== null) showLog(service, "Output of the build", relay, world);
	}
}
async function runBuild(service, command, relay, world) {
	const directory = await directoryOf(service, world);
	if (world.signal.aborted) throw cancelled$1(world.signal);
	const started = world.now();
	await using tree = await startTree(world, {
		command: shellCommand(command),
		directory,
		env: childEnvironment(world.env, service.env),
		grace: service.stopTimeout,
		onOutput: relay.push
	});
	const over = new AbortController();
	const exit = await Promise.race([tree.exited, setTimeout$1(service.buildTimeout, null, { signal: AbortSignal.any([world.signal, over.signal]) }).catch(() => null)]);
	over.abort();
	if (world.signal.aborted) throw cancelled$1(world.signal);
	if (exit === null) throw buildTooSlow(service, shownLines(service, relay));
	await tree.drained;
	if (exit.code !== 0) throw buildFailed(service, exit, millis(world.now() - started), shownLines(service, relay));
}
/** The folder both commands run in. @throws Failure kind `usage` when it is none */
async function directoryOf(service, world) {
	const directory = join(world.workspace, service.workingDirectory);
	if (!await isDirectory(directory)) throw directoryMissing(service.workingDirectory);
	return directory;
}
/** Opens the log of a service. */
function openServiceLog(service, world, place) {
	return openRelay({
		...place,
		...service.showLog === "always" ? { keep: SHOWN_LINES } : {},
		mask: world.vault.conceal,
		warn: (line) => world.log.warning(line)
	});
}
/** The lines that a failure may show. */
const shownLines = (service, relay) => service.showLog === "never" ? [] : relay.tail();
/** Copies the log to our own where that is asked for. */
function showLog(service, title, relay, world) {
	if (service.showLog !== "always") return;
	const lines = relay.tail(SHOWN_LINES);
	if (lines.length > 0) world.log.foreign(title, lines);
}
// src/service/observation.ts
/** Name of the variable that holds the path of the socket. */
const OBSERVER_VARIABLE = "LOADGATE_OBSERVER";
/** Under the permission model of Node.js a preloaded file may not be read, and the process would end. */
const PERMISSION_MODEL = /--(?:experimental-)?permission\b/;
/** Makes ready to observe, as the service allows it; its environment with the port filled in. Never throws. */
async function openObservation(service, world) {
	if (service.observe === "never") return unobserved(null);
	const options = service.env["NODE_OPTIONS"] ?? "";
	if (PERMISSION_MODEL.test(`${options} ${service.start}`)) return unobserved(NOBODY);
	const socket = await openRuntimeSocket(world);
	if (socket === null) return unobserved(NOBODY);
	return {
		env: {
			[OBSERVER_VARIABLE]: socket.path,
			NODE_OPTIONS: withPreload(options, OBSERVER_FILE)
		},
		channel: socket,
		[Symbol.asyncDispose]: () => socket[Symbol.asyncDispose]()
	};
}
/** Options of Node.js that also preload a file. Blanks, quotes and backslashes of its path are kept by double quotes. */
function withPreload(options, file) {
	return `${options} --require ${/[\s"\\]/.test(file) ? `"${file.replaceAll(/["\\]/g, "\\$&")}"` : file}`.trim();
}
const unobserved = (channel) => ({
	env: {},
	channel,
	[Symbol.asyncDispose]: () => Promise.resolve()
});
/** A channel without anybody on it. */
const NOBODY = {
	begin: () => Promise.resolve(),
	end: () => Promise.resolve({
		answers: [],
		silent: []
	})
};
// src/service/readiness.ts
/** Waits until a service is ready: looks again and again, each look with a deadline of its own, until it says yes or time is up. */
/** Between two looks. */
const LOOK_EVERY_MS = 50;
/** One look may take this long. */
const LOOK_MS = 5e3;
/** With less time than this, a look that says no may only have been cut short. */
const LOOK_MIN_MS = 500;
/** The second address of `localhost` is looked at a little later, so that the first wins where both answer. */
const HEAD_START_MS = 20;
/** Right after the start, answers come and go (F7): this many in a row count. */
const SUCCESSES = 2;
/** A certificate that is refused for so long will not be another one; the other address of `localhost` has this long to be ready. */
const REFUSED_MS = 1e3;
const NOT_LOOKED = phrase$1("look-no-time");
/** Waits. @throws the signal's reason when it is aborted; Failure `certificate-refused` when the service's certificate cannot be verified */
async function waitUntilReady(wait, world) {
	const settled = new AbortController();
	const deadline = performance.now() + wait.timeout;
	const signal = AbortSignal.any([wait.signal, settled.signal]);
	try {
		const waited = await firstReady(wait.addresses.map(async (address, index) => {
			await pause(index * HEAD_START_MS, signal);
			const last = await lookUntil(lookAt(wait, address, world), {
				deadline,
				signal,
				successes: successesOf(wait.ready)
			}).catch((error) => {
				settled.abort();
				throw error;
			});
			return last === null ? {
				kind: "ready",
				address
			} : {
				kind: "too-late",
				last
			};
		}));
		wait.signal.throwIfAborted();
		return waited;
	} finally {
		settled.abort();
	}
}
/** The first address that is ready; the first address's reason when none is. */
async function firstReady(ways) {
	const ready = ways.map(async (way) => {
		const waited = await way;
		if (waited.kind === "too-late") throw new Error(english(waited.last));
		return waited;
	});
	const all = Promise.all(ways);
	all.catch(() => void 0);
	return Promise.any(ready).catch(async () => (await all)[0] ?? {
		kind: "too-late",
		last: phrase$1("look-no-address")
	});
}
const successesOf = ({ kind }) => kind === "http" ? SUCCESSES : 1;
/**
* Looks until it is ready (null) or the deadline has come (the last reason). Stops quietly when the signal is aborted.
* @throws Failure `certificate-refused` when the certificate stays one that cannot be verified
*/
async function lookUntil(look, bounds) {
	const { deadline, signal, successes } = bounds;
	let last = NOT_LOOKED;
	const refused = refusals(deadline);
	for (let inRow = 0; !signal.aborted;) {
		const left = deadline - performance.now();
		if (left <= 0) return last;
		const why = await look(signal, Math.ceil(Math.min(LOOK_MS, left))).then((seen) => refused.forget(seen), (error) => refused.take(error));
		inRow = why === null ? inRow + 1 : 0;
		if (inRow >= successes) return null;
		if (left >= LOOK_MIN_MS || last === NOT_LOOKED) last = why ?? phrase$1("look-ready-once");
		await pause(Math.min(LOOK_EVERY_MS, Math.max(0, deadline - performance.now())), signal);
	}
	return last;
}
/** What becomes of certificates that are refused: a reason to look again, until one has been refused for long enough. */
function refusals(deadline) {
	let since = null;
	return {
		forget(why) {
			since = null;
			return why;
		},
		take(error) {
			since ??= performance.now();
			if (performance.now() >= Math.min(since + REFUSED_MS, deadline - LOOK_MIN_MS) || !isRefusal(error)) throw error;
			return error.detail.said?.message ?? phrase$1("foreign", { text: error.message });
		}
	};
}
const isRefusal = (error) => error instanceof Failure && error.detail.code === "certificate-refused";
/** How one look is taken. Whatever the kind, the port must accept connections: a log line may come before it does. */
function lookAt(wait, address, world) {
	const { ready, tls } = wait;
	const base = new URL(wait.url);
	const whyNot = (error) => {
		const flaw = certificateFlaw(error);
		if (flaw !== null) throw certificateRefused(base, flaw, tls);
		return inWords(error, address, base);
	};
	const connection = (signal, timeout) => tryConnection({
		address,
		url: base,
		tls,
		timeout,
		signal
	}).then(() => null, whyNot);
	if (ready.kind === "tcp") return connection;
	if (ready.kind === "log") {
		const silent = phrase$1("look-log-silent", { text: ready.text });
		return async (signal, timeout) => wait.logHas(ready.text) ? connection(signal, timeout) : silent;
	}
	if (ready.kind === "command") return async (signal, timeout) => await runCommand(ready.command, wait, timeout, world) ?? connection(signal, timeout);
	const url = new URL(wait.url + ready.path);
	return (signal, timeout) => tryRequest({
		address,
		url,
		tls,
		timeout,
		signal
	}).then(({ status, body }) => compare(ready, status, body), whyNot);
}
function compare(ready, status, body) {
	if (!ready.status.some(({ from, to }) => status >= from && status <= to)) return phrase$1("look-status", {
		path: ready.path,
		status: String(status),
		wanted: describeStatuses(ready.status)
	});
	if (ready.body !== null && !body.includes(ready.body)) return phrase$1("look-body", {
		path: ready.path,
		text: ready.body
	});
	return null;
}
/** `200–299, 404`. */
const describeStatuses = (set) => set.map(({ from, to }) => from === to ? String(from) : `${from}–${to}`).join(", ");
/** Exit code 0 is yes. */
async function runCommand(command, wait, timeout, world) {
	let said = "";
	await using tree = await startTree(world, {
		command: shellCommand(command),
		directory: wait.directory,
		env: wait.env,
		grace: millis(0),
		onOutput: (_, chunk) => {
			said = (said + chunk.toString("utf8")).slice(-1e3);
		}
	});
	const over = new AbortController();
	const exit = await Promise.race([tree.exited, pause(timeout, AbortSignal.any([wait.signal, over.signal])).then(() => null)]);
	over.abort();
	if (exit?.code === 0) return null;
	if (exit === null) return phrase$1("look-command-slow", { ms: Math.round(timeout) });
	await tree.drained;
	const words = said.trim().split(/[\r\n]+/).at(-1) ?? "";
	const ending = exit.signal === null ? phrase$1("exited-with-code", { code: String(exit.code) }) : phrase$1("ended-by-signal", { signal: exit.signal });
	return words === "" ? phrase$1("look-command", { ending }) : phrase$1("look-command-said", {
		ending,
		words: words.slice(0, 200)
	});
}
function inWords(error, address, url) {
	const code = error instanceof Error && "code" in error ? error.code : null;
	const place = `${address.includes(":") ? `[${address}]` : address}:${portOf(url)}`;
	if (code === "ECONNREFUSED") return phrase$1("look-nothing-listens", { place });
	if (code === "ERR_SSL_WRONG_VERSION_NUMBER" || code === "EPROTO") return phrase$1("look-no-tls", { place });
	if (code === "ECONNRESET") return phrase$1("look-closed", { place });
	return phrase$1("look-error", {
		place,
		error: error instanceof Error ? error.message : String(error)
	});
}
/** Sleeps; wakes up early, without an error, when the signal is aborted. */
async function pause(time, signal) {
	if (time > 0) await setTimeout$1(time, void 0, { signal }).catch(() => void 0);
}
// src/service/boot.ts
/** Boots a service of ours: a port, its processes, its log, readiness, and the certainty that it is what answers. */
/** Longer than the tree's pids may be old. */
const STRANGER_AGAIN_MS = 600;
/** Boots the service. See `bootService` for what it throws. */
async function bootOwn(service, world, options) {
	const boot = await prepareBoot(service, world, options);
	const running = await start(boot, world, options.logFile);
	try {
		const address = await becomeReady(running, world);
		const readyAfter = millis(world.now() - running.started);
		running.setReady(readyAfter);
		return {
			url: boot.url,
			target: {
				url: boot.url,
				address,
				loopback: true
			},
			tls: service.tls,
			readyAfter,
			pids: running.tree.pids,
			runtime: boot.observation.channel,
			died: running.died,
			confirm: () => confirm(running, address),
			tail: () => shownLines(service, running.relay),
			stop: running.stop,
			[Symbol.asyncDispose]: running.stop
		};
	} catch (error) {
		await running.stop();
		if (world.signal.aborted || !blamesObserver(running.relay)) throw error;
		world.log.warning("The service does not start while it is observed; it is started again unobserved.");
		return await bootOwn({
			...service,
			observe: "never"
		}, world, options);
	}
}
/** A process that may not read the preloaded file, or does not have it, ends with a word about it. */
const blamesObserver = (relay) => relay.tail().some((line) => line.includes(OBSERVER_FILE));
async function prepareBoot(service, world, options) {
	const directory = await directoryOf(service, world);
	const port = service.port === "free" ? await freePort() : await claimPort(service.port);
	const fill = (text) => text.replaceAll("{port}", String(port));
	const url = fill(service.url).replace(/\/+$/, "");
	const addresses = await addressesOf(new URL(url).hostname).catch(() => []);
	if (addresses.length === 0 || !addresses.every(isLoopback)) throw notLoopback(url, addresses);
	const given = Object.entries(service.env).map(([name, value]) => [name, fill(value)]);
	const env = childEnvironment(world.env, {
		...options.env,
		PORT: String(port),
		...Object.fromEntries(given)
	});
	if (world.signal.aborted) throw cancelled$1(world.signal);
	return {
		service,
		url,
		addresses,
		directory,
		env,
		command: onCores(shellCommand(fill(service.start)), options.cores ?? null),
		observation: await openObservation({
			...service,
			env
		}, world)
	};
}
/** @throws Failure code `port-taken`, naming who has it */
async function claimPort(port) {
	if (await isPortTaken(port)) throw portTaken(port, holdersOfPort(port));
	return port;
}
async function start(boot, world, logFile) {
	const { service, observation } = boot;
	const relay = await openServiceLog(service, world, {
		file: logFile,
		mode: "continue"
	});
	if (service.ready.kind === "log") relay.watchFor(service.ready.text);
	const started = world.now();
	const tree = await startTree(world, {
		command: boot.command,
		directory: boot.directory,
		env: {
			...boot.env,
			...observation.env
		},
		grace: service.stopTimeout,
		onOutput: relay.push
	}).catch(async (error) => {
		await relay.close();
		await observation[Symbol.asyncDispose]();
		throw error;
	});
	const death = new AbortController();
	let readyAfter = null;
	let asked = false;
	tree.exited.then(async (exit) => {
		const elapsed = millis(world.now() - started);
		await tree.drained;
		if (asked) return;
		death.abort(serviceExited(service, {
			exit,
			elapsed,
			readyAfter,
			lines: shownLines(service, relay)
		}));
	});
	let stopping = null;
	return {
		boot,
		tree,
		relay,
		started,
		died: death.signal,
		setReady(after) {
			readyAfter = after;
		},
		stop() {
			asked = true;
			stopping ??= stop({
				boot,
				tree,
				relay
			}, world);
			return stopping;
		}
	};
}
/** Ends the tree, then the log. Words about it are all that can go wrong. */
async function stop({ boot, tree, relay }, world) {
	const left = await tree.stop();
	await relay.close();
	await boot.observation[Symbol.asyncDispose]();
	if (left.length > 0) world.log.warning(`Processes of the service could not be ended, since they belong to another user: ${left.join(", ")}.`);
	showLog(boot.service, "Log of the service", relay, world);
}
/** Waits for readiness. Returns the address that answered. @throws Failure */
async function becomeReady({ boot, tree, relay, died }, world) {
	const { service, url, addresses, directory, env } = boot;
	const signal = AbortSignal.any([world.signal, died]);
	const waited = await waitUntilReady({
		ready: service.ready,
		url,
		tls: service.tls,
		addresses,
		timeout: service.readyTimeout,
		directory,
		env,
		logHas: relay.saw,
		signal
	}, world).catch((error) => {
		if (world.signal.aborted) throw cancelled$1(world.signal);
		throw died.aborted ? died.reason : error;
	});
	const port = portOf(new URL(url));
	if (waited.kind === "too-late") throw neverReady(service, {
		url,
		last: waited.last,
		elapsed: service.readyTimeout,
		heard: listenedOn(tree.pids()),
		lines: shownLines(service, relay)
	});
	const stranger = await findLastingStranger(() => findStranger(waited.address, port, tree.pids()));
	if (stranger !== null) throw answeredByOther(url, stranger, shownLines(service, relay));
	if (died.aborted) throw died.reason;
	if (addresses.length > 1) world.log.info(`${new URL(url).hostname} answers at ${waited.address}.`);
	return waited.address;
}
/** A port that was taken over under load: what was measured may be somebody else's. A service that has stopped listening is told by its errors. */
async function confirm({ boot, tree, relay }, address) {
	const port = portOf(new URL(boot.url));
	if (holdersOfPort(port).length === 0) return;
	const stranger = await findLastingStranger(() => findStranger(address, port, tree.pids()));
	if (stranger === null || holdersOfPort(port).length === 0) return;
	throw answeredByOther(boot.url, stranger, shownLines(boot.service, relay));
}
/** Looks again before it accuses: a process may listen that was started after the last look at the tree. */
async function findLastingStranger(look) {
	if (look() === null) return null;
	await setTimeout$1(STRANGER_AGAIN_MS);
	return look();
}
// src/service/running.ts
/** It is somebody else's: stopping it is not ours. */
const nothing = () => Promise.resolve();
/** Finds the service. Its host name is resolved once; the address that answered is the one that is loaded. See `bootService` for what it throws. */
async function meetRunning(service, world) {
	const url = service.url.replace(/\/+$/, "");
	const addresses = await addressesOf(new URL(url).hostname).catch(() => []);
	if (addresses.length === 0 || !addresses.every(isLoopback)) throw notLoopback(url, addresses);
	return await meetAt(service, {
		url,
		addresses
	}, world);
}
/** Waits until a service that is not ours is ready at one of its addresses. @throws Failure `unreachable`, `certificate-refused`, or kind `cancelled` */
async function meetAt(service, { url, addresses }, world) {
	const waited = await waitUntilReady({
		ready: service.ready,
		url,
		tls: service.tls,
		addresses,
		timeout: service.readyTimeout,
		directory: world.workspace,
		env: childEnvironment(world.env),
		logHas: () => true,
		signal: world.signal
	}, world).catch((error) => {
		throw world.signal.aborted ? cancelled$1(world.signal) : error;
	});
	if (waited.kind === "too-late") throw unreachable(service, url, waited.last);
	if (addresses.length > 1) world.log.info(`${new URL(url).hostname} answers at ${waited.address}.`);
	return {
		url,
		target: targetOf(url, waited.address),
		tls: service.tls,
		readyAfter: null,
		pids: () => [],
		runtime: null,
		died: new AbortController().signal,
		confirm: nothing,
		tail: () => [],
		stop: nothing,
		[Symbol.asyncDispose]: nothing
	};
}
/** An address of this machine's own is reached over its loopback interface, whatever it is called. */
function targetOf(url, address) {
	if (isLoopback(address) || isOwnAddress(address)) return {
		url,
		address,
		loopback: true
	};
	const { kind } = addressKind(address);
	return {
		url,
		address,
		loopback: false,
		network: kind === "private" ? "private" : "public"
	};
}
// src/service/deployed.ts
const OUT = {
	resolve: addressesOf,
	meet: meetAt
};
/**
* Finds the target. Its name is resolved once: all that it means has to be allowed, and the address that answers is the one that is loaded from then on, whatever
* the name means later. See `bootService` for what it throws.
*/
async function meetDeployed(service, world, { resolve, meet } = OUT) {
	if (service.url === null) throw targetMissing();
	const { hostname } = new URL(service.url);
	const addresses = await resolve(hostname).catch(() => []);
	const ruling = ruleOn(hostname, addresses, service.allowed);
	if (ruling.kind !== "allowed") throw addressRefused(service, service.url, ruling);
	return await meet(service, {
		url: service.url,
		addresses: oneOfEach(addresses)
	}, world);
}
/** The first of each family: only one will be loaded, and where one of a family is out of reach, the other answers. */
function oneOfEach(addresses) {
	const isSix = (address) => address.includes(":");
	return addresses.filter((address, index) => addresses.findIndex((other) => isSix(other) === isSix(address)) === index);
}
// src/service/service.ts
/**
* Boots a service and waits until it is ready, or finds one that already runs.
* @throws Failure `service-exited`, `never-ready`, `port-taken`, `port-answered-by-other`, `unreachable`, `certificate-refused` (kind `not-measured`),
* `start-not-found`, `start-not-executable`, `working-directory-missing`, `target-not-loopback`, `target-missing`, `address-not-allowed`,
* `address-never-loaded` (kind `usage`), or kind `cancelled`;
* nothing of the service is left running then
*/
function bootService(service, world, options) {
	switch (service.kind) {
		case "booted": return bootOwn(service, world, options);
		case "running": return meetRunning(service, world);
		case "deployed": return meetDeployed(service, world);
	}
}
// src/measure/design.ts
/** How two builds are measured beside each other: constants that an experiment chose (`npm run bench:design`, docs/evidence.md). */
/** What is measured by default. */
const DESIGN = {
	turn: millis(100),
	slice: millis(2e3),
	warmUpTurn: millis(500),
	apart: true
};
/** By a program of its own, Locust or k6: it has to start for every turn, which takes some seconds that nothing is measured in, so that its turns are few and long. */
const FOREIGN_DESIGN = {
	turn: millis(2e3),
	slice: millis(8e3),
	warmUpTurn: millis(2e3),
	leadIn: millis(500)
};
/** A turn lasts at least so many median latencies: of a shorter one, most would be its beginning and its end. */
const LATENCIES_A_TURN = 6;
/** A turn is to bring so many answers, where the load and not the service says how fast they come: of fewer, its p95 is its maximum. */
const ANSWERS_A_TURN = 20;
/** So many turns a build has at least: of fewer, a quarter is no more than luck. The slice of a slow service lasts longer for it… */
const TURNS_MIN = 12;
/** …up to this. */
const SLICE_MAX = millis(12e3);
/**
* Length and number of a build's turns for a scenario whose median latency is known. `rate`: answers a second that its load allows, or null when only the service bounds them.
* The number is even, since turns come in units of ABBA or BAAB.
*/
function turnsFor(design, median, rate = null) {
	const longest = Math.max(design.turn, SLICE_MAX / TURNS_MIN);
	const forAnswers = rate === null ? 0 : 1e3 * ANSWERS_A_TURN / rate;
	const needed = Math.max(design.turn, LATENCIES_A_TURN * (median ?? 0), forAnswers);
	const length = millis(Math.min(needed, longest));
	const usual = 2 * Math.round(design.slice / length / 2);
	return {
		length,
		aSide: Math.max(design.turn < longest ? TURNS_MIN : 2, usual)
	};
}
// src/measure/lane.ts
/** One build in one block: its running service, and the watch over its CPU time. */
/** Environments of other lengths move the stack, and with it what shares a line of the cache (Mytkowicz et al., ASPLOS 2009). */
const PADDING_MAX = 4096;
/** Holds nothing but the padding. */
const PADDING_VARIABLE = "LOADGATE_PADDING";
/** Boots a build. @throws Failure as `bootService`; for the base with code `base-failed` */
async function openLane(site, plan, cores, random) {
	const padding = "x".repeat(random.between(0, PADDING_MAX));
	const service = await blaming(site.side, () => bootService(plan, site.world, {
		logFile: site.logFile,
		cores,
		env: { [PADDING_VARIABLE]: padding }
	}));
	return laneOf(site.side, service);
}
/** A build that runs already. Disposing it stops its service. */
function laneOf(side, service) {
	return {
		side,
		service,
		cpu: openCpuWatch(() => service.pids()),
		boot: {
			side,
			readyAfter: service.readyAfter
		},
		[Symbol.asyncDispose]: () => service.stop()
	};
}
/** What this machine refused, whichever build it was for: without it nothing is known of the base, and a gate that cannot look stays shut. */
const OF_MACHINE = [
	"internal",
	"spawn-failed",
	"git-failed",
	"git-missing",
	"file-unwritable"
];
/** Does something for one build; what goes wrong with the base is said to be the base's, unless it is the machine's. @throws Failure */
async function blaming(side, work) {
	try {
		return await work();
	} catch (error) {
		const isOfMachine = OF_MACHINE.includes(asFailure(error).detail.code);
		throw side === "base" && !isOfMachine ? ofBase(error) : error;
	}
}
/**
* Does something with builds that run. When it fails and the base has died, but the change has not, that is the base's fault, whichever of them was
* under load. @throws Failure
*/
async function blamingTheDead(lanes, work) {
	try {
		return await work();
	} catch (error) {
		const dead = lanes.filter(({ service }) => service.died.aborted).map(({ side }) => side);
		throw dead.includes("base") && !dead.includes("head") ? ofBase(error) : error;
	}
}
/** What a second service meets that wants what the first one holds: a port of its own choosing, a lock. */
const BOOT_CODES = [
	"service-exited",
	"never-ready",
	"port-taken",
	"port-answered-by-other"
];
/**
* Waits for a build that is booted beside another one.
* @throws Failure of the boot, with code `not-together` when the other one may be its reason (see {@link failureBeside})
*/
async function besideAnother(booting) {
	return await booting.catch((error) => {
		const inner = isBaseFailure(error) ? error.cause : error;
		throw inner instanceof Failure && BOOT_CODES.includes(inner.detail.code) ? notTogether(error, inner) : error;
	});
}
/** The failure behind one of {@link besideAnother}; null for any other error. */
const failureBeside = (error) => error instanceof Failure && error.detail.code === "not-together" ? asFailure(error.cause) : null;
const notTogether = (error, { detail }) => new Failure({
	...detail,
	code: "not-together"
}, { cause: error });
/** True for what is the fault of the base commit: nothing that the change can be blamed for. */
const isBaseFailure = (error) => error instanceof Failure && error.detail.code === "base-failed";
function ofBase(error) {
	const { detail } = asFailure(error);
	if (detail.kind === "cancelled" || detail.code === "base-failed") return asFailure(error);
	return new Failure({
		kind: "not-measured",
		code: "base-failed",
		message: phrase$1("base-failed", { why: messageOf$2(detail) }),
		advice: phrase$1("base-failed-advice", { advice: adviceOf(detail) }),
		lines: linesOf$1(detail)
	}, { cause: error });
}
// src/measure/order.ts
/**
* An order of turns in units of four, each ABBA or BAAB by lot: within every unit both builds are at the same time on average, so that a drift of the
* machine reaches both alike. `aSide` is even.
*/
function balancedOrder(random, aSide) {
	return Array.from({ length: aSide / 2 }, () => random.next() < .5 ? [
		"head",
		"base",
		"base",
		"head"
	] : [
		"base",
		"head",
		"head",
		"base"
	]).flat();
}
/** Both builds, by lot. */
const drawnSides = (random) => random.next() < .5 ? ["head", "base"] : ["base", "head"];
/** In a drawn order (Fisher and Yates). */
function shuffled(items, random) {
	const drawn = [...items];
	for (let last = drawn.length - 1; last > 0; last -= 1) {
		const other = random.between(0, last);
		const item = drawn[last];
		const swapped = drawn[other];
		if (item === void 0 || swapped === void 0) continue;
		drawn[last] = swapped;
		drawn[other] = item;
	}
	return drawn;
}
// src/measure/progress.ts
/** What a run tells of itself while it runs: progress by the moment, and a line when something is complete. */
/** The head alone, where nobody knows what else there is to do. */
const NOWHERE = {
	phase: "alone",
	block: null,
	left: () => null
};
/** A moment that has no numbers yet. */
function idleProgress(doing, { phase, block, left }, side = null) {
	return {
		...NOTHING$2,
		doing,
		phase,
		block,
		side,
		left: left(millis(0))
	};
}
const NOTHING$2 = {
	scenario: null,
	side: null,
	part: null,
	elapsed: millis(0),
	total: null,
	glimpses: [],
	trail: [],
	errors: 0
};
/** A moment of a load in one piece. */
function loadProgress({ before, warmUp, ...seen }, progress, { phase, block, left }) {
	const { elapsed, total, errors, second } = progress;
	const isWarmingUp = progress.phase === "warm-up";
	const { throughput, p95 } = second ?? progress;
	const isSilent = second === null && throughput === 0 && errors === 0;
	return {
		...seen,
		doing: isWarmingUp ? "warming-up" : "loading",
		phase,
		block,
		elapsed,
		total,
		glimpses: isSilent ? [] : [{
			side: seen.side,
			throughput,
			p95
		}],
		errors,
		left: left(millis(before + (isWarmingUp ? 0 : warmUp) + elapsed))
	};
}
/** Remembers the throughput of the last whole seconds of a load; begins anew with each phase. */
function openTrail() {
	let phase = null;
	let known = -1;
	let trail = [];
	return (progress) => {
		const { second } = progress;
		if (progress.phase !== phase || (second === null ? known >= 0 : second.second < known)) [phase, known, trail] = [
			progress.phase,
			-1,
			[]
		];
		if (second === null || second.second === known) return trail;
		known = second.second;
		trail = [...trail, second.throughput].slice(-60);
		return trail;
	};
}
/** The moment after a turn: what the builds showed in all turns of the block so far. */
function turnProgress({ scenario, side, taken, number, of }, { phase, block, left }) {
	const all = [...taken.values()].flat();
	const length = all.at(-1)?.elapsed ?? 0;
	return {
		...NOTHING$2,
		doing: "loading",
		phase,
		scenario,
		side,
		block,
		part: {
			kind: "turn",
			number,
			of
		},
		elapsed: millis(number * length),
		total: millis(of * length),
		glimpses: SIDES.flatMap((each) => glimpseOf(each, taken.get(each) ?? [])),
		trail: (taken.get("head") ?? taken.get(side) ?? []).slice(-60).map(rateOf),
		errors: all.reduce((sum, { result }) => sum + failuresOf(result.counts).hits, 0),
		left: left(millis(0))
	};
}
const rateOf = ({ ok, elapsed }) => perSecond(ok / toSeconds(elapsed));
/** In the same order whoever had the first turn. */
const SIDES = ["head", "base"];
function glimpseOf(side, turns) {
	if (turns.length === 0) return [];
	const known = turns.flatMap(({ p95 }) => p95 ?? []);
	const total = (read) => turns.reduce((sum, turn) => sum + read(turn), 0);
	return [{
		side,
		throughput: rateOf({
			ok: total(({ ok }) => ok),
			elapsed: millis(total(({ elapsed }) => elapsed))
		}),
		p95: known.length === 0 ? null : millis(median(known))
	}];
}
/** `16 users`, `1,200 requests a second`. */
function levelText(level, { executor }) {
	if (isOpen(executor)) return `${level.toLocaleString("en")} requests a second`;
	return level === 1 ? "one user" : `${level} users`;
}
/** The same as a phrase. */
function levelPhrase(level, { executor }) {
	if (isOpen(executor)) return phrase$1("level-rate", { level });
	return level === 1 ? phrase$1("level-one-user") : phrase$1("level-users", { level });
}
/** When a scenario's load is over: `browse: 20.0 s, 1,234/s, p95 4.2 ms, no errors`. */
function sliceLine(slice) {
	const { elapsed, counts, latency, search, scenario } = slice;
	const time = `${toSeconds(elapsed).toFixed(1)} s`;
	const errors = errorsText(failuresOf(counts).hits);
	if (search !== null) return `${scenario}: ${search.steps.length} steps in ${time} of load, ${errors}`;
	const p95 = fromRecord(latency).quantile(.95);
	const latencyText = p95 === null ? "no answers" : `p95 ${toMillis(p95).toFixed(1)} ms`;
	return [
		`${scenario}: ${time}`,
		rateText(rateOf({
			ok: counts.ok,
			elapsed
		})),
		latencyText,
		errors
	].join(", ");
}
/** When a phase of a comparison is over: `9 blocks: 12,345 requests in 70 s of load, no errors`. */
function blocksLine(blocks) {
	const slices = blocks.flatMap((block) => block.slices);
	const total = (read) => slices.reduce((sum, each) => sum + read(each), 0);
	const sent = total(({ counts }) => counts.sent).toLocaleString("en");
	const load = blocks.reduce((sum, block) => sum + block.load, 0);
	const count = blocks.length === 1 ? "One block" : `${blocks.length} blocks`;
	const errors = errorsText(total(({ counts }) => failuresOf(counts).hits));
	return `${count}: ${sent} requests in ${Math.round(load / 1e3)} s of load, ${errors}`;
}
const rateText = (rate) => `${Math.round(rate).toLocaleString("en")}/s`;
const errorsText = (count) => count === 0 ? "no errors" : count === 1 ? "one error" : `${count.toLocaleString("en")} errors`;
// src/measure/next-step.ts
/** The way up doubles the level. */
const FACTOR = 2;
/** A degradation point is known well enough when the levels around it are no further apart than this… */
const RESOLUTION = {
	stress: 1.1,
	capacity: 1.05
};
/** …or so many steps have tried to come closer. */
const REFINE_MAX = 10;
/** The lowest level that is looked for: of users one, of arrivals one a second. */
const LOWEST = 1;
/** The next step of a search on one build, given those so far; `first`: where it begins. */
function nextStep(search, first, steps) {
	const given = {
		...search,
		steps
	};
	const levels = levelsOf$1(given);
	const last = levels.at(-1);
	if (last === void 0) return {
		purpose: "raise",
		level: first
	};
	const doubted = levels.find(isDoubted);
	if (doubted !== void 0) return {
		purpose: purposeAt(doubted.level, steps),
		level: doubted.level
	};
	const degraded = degradationOf(given);
	if (degraded === null) return last.level < search.max ? {
		purpose: "raise",
		level: Math.min(search.max, FACTOR * last.level)
	} : {
		purpose: null,
		ended: "highest-level"
	};
	return recovering(given, degraded) ?? refining(search, levels, steps) ?? {
		purpose: null,
		ended: "found"
	};
}
/** One step that was too much may have been the machine's fault: it is tried once more. */
const isDoubted = ({ broken, times }) => broken !== null && times < 2;
const purposeAt = (level, steps) => steps.some((step) => step.level === level && step.purpose === "refine") ? "refine" : "raise";
/** Half of what was carried: at that, a queue as long as two seconds of too much is served within four. Null when the service has come back. */
function recovering(search, { carried }) {
	const tries = search.steps.filter(({ purpose }) => purpose === "recover");
	if (recoveryOf(search)?.recovered === true) return null;
	if (tries.length > 0) return {
		purpose: null,
		ended: "stays-broken"
	};
	return carried === null ? null : {
		purpose: "recover",
		level: asLevel(search.kind, carried / FACTOR)
	};
}
function refining(search, levels, steps) {
	if (steps.filter(({ purpose }) => purpose === "refine").length >= REFINE_MAX) return null;
	const found = degradationOf({
		...search,
		steps
	});
	if (found === null) return null;
	const low = found.carried;
	if (low === null) {
		const level = asLevel(search.kind, found.level / FACTOR);
		return found.level > LOWEST && level >= LOWEST ? {
			purpose: "refine",
			level
		} : null;
	}
	if (found.level / low <= RESOLUTION[search.kind]) return null;
	const level = asLevel(search.kind, Math.sqrt(low * found.level));
	return levels.some((each) => each.level === level) ? null : {
		purpose: "refine",
		level
	};
}
/** Users are whole; three digits of a rate are more than anybody reads. */
const asLevel = (kind, level) => kind === "stress" ? Math.max(1, Math.round(level)) : Number(level.toPrecision(3));
/** A plateau begins where throughput is nearly the highest; it is the highest from so many times as many users on. */
const WELL_ON = 1.5;
/**
* Levels worth measuring again where several blocks compare two builds: those that the capacity of either is read from. Of a plateau these are its beginning and one well on it; else
* the last that was carried, the first that was not, and one below both.
*/
function levelsWorthRepeating(results) {
	const wanted = results.flatMap((result) => {
		const levels = levelsOf$1(result).map(({ level }) => level);
		const found = degradationOf(result);
		if (found === null) return levels.slice(-1);
		const at = levels.indexOf(found.level);
		if (found.reason.kind !== "plateau") return levels.slice(Math.max(0, at - 2), at + 1);
		return [found.level, levels.find((level) => level >= WELL_ON * found.level) ?? found.level];
	});
	return [...new Set(wanted)].toSorted((left, right) => left - right);
}
// src/measure/step.ts
/** Load at a step's level before its measured time, without a pause: queues and caches are then those of this level. */
const SETTLE = millis(1e3);
/** The load that was too much comes back for so long before it falls: the pauses between steps have let the service rest. */
const OVERLOAD = millis(2e3);
/** What it falls to is watched for so many steps. */
const WATCHED = 2;
/** How long a step takes, on one build. */
const stepTime = (purpose, { executor }) => millis(purpose === "recover" ? OVERLOAD + WATCHED * executor.duration : SETTLE + executor.duration);
/** The load that was too much, and then one that was carried, without a pause in which a queue could drain. */
function relief(load, high, low) {
	const watch = millis(WATCHED * load.executor.duration);
	const stages = [
		{
			duration: OVERLOAD,
			target: high
		},
		{
			duration: millis(0),
			target: low
		},
		{
			duration: watch,
			target: low
		}
	];
	const duration = millis(OVERLOAD + watch);
	return {
		warmUp: millis(0),
		executor: ramp(load.executor, high, {
			stages,
			duration
		})
	};
}
function ramp(executor, start, shape) {
	return executor.kind === "constant-arrival-rate" || executor.kind === "ramping-arrival-rate" ? {
		kind: "ramping-arrival-rate",
		startRate: start,
		maxUsers: executor.maxUsers,
		...shape
	} : {
		kind: "ramping-users",
		startUsers: start,
		thinkTime: executor.thinkTime,
		...shape
	};
}
/** The step that a turn was. */
function stepOf(turn, { purpose, level }) {
	const { result, elapsed } = turn;
	const latency = fromRecord(result.latency);
	const at = (quantile) => {
		const value = latency.quantile(quantile);
		return value === null ? null : toMillis(value);
	};
	const { hits, total } = failuresOf(result.counts);
	const { mean } = latency;
	return {
		purpose,
		level,
		elapsed,
		counts: result.counts,
		arrivals: result.arrivals,
		throughput: perSecond(result.counts.ok / toSeconds(elapsed)),
		errorRate: ratio(total === 0 ? 0 : hits / total),
		mean: mean === null ? null : toMillis(mean),
		p50: at(.5),
		p95: at(.95),
		p99: at(.99),
		generator: {
			cpu: result.generator.cpu,
			eventLoop: result.generator.eventLoop
		}
	};
}
/** The steps at the lower load that a turn of {@link relief} was, as far as its seconds tell: of a quantile they know the middle one of those of the seconds. */
function watchedSteps(turn, level, { executor }) {
	const length = Math.max(1, Math.round(toSeconds(executor.duration)));
	const first = Math.round(toSeconds(OVERLOAD));
	return Array.from({ length: WATCHED }, (_, index) => {
		const begin = first + index * length;
		return watchedStep(turn.result.timeline.filter(({ second }) => second >= begin && second < begin + length), {
			turn,
			level,
			elapsed: millis(1e3 * length)
		});
	});
}
function watchedStep(rows, { turn, level, elapsed }) {
	const total = (read) => rows.reduce((sum, row) => sum + read(row), 0);
	const [ok, failed] = [Math.round(total(({ throughput }) => throughput)), Math.round(total(({ errors }) => errors))];
	const middle = (values) => {
		const known = values.filter((value) => value !== null);
		return known.length === 0 ? null : millis(median(known));
	};
	const { cpu, eventLoop } = turn.result.generator;
	return {
		purpose: "recover",
		level,
		elapsed,
		counts: {
			...NOTHING$1,
			sent: ok + failed,
			ok,
			httpError: failed
		},
		arrivals: null,
		throughput: perSecond(ok / toSeconds(elapsed)),
		errorRate: ratio(ok + failed === 0 ? 0 : failed / (ok + failed)),
		mean: null,
		p50: middle(rows.map(({ p50 }) => p50)),
		p95: middle(rows.map(({ p95 }) => p95)),
		p99: null,
		generator: {
			cpu,
			eventLoop
		}
	};
}
const NOTHING$1 = {
	httpError: 0,
	connectionError: 0,
	timeout: 0,
	lost: 0,
	inFlight: 0,
	refused: 0
};
// src/measure/sum-turns.ts
/** The turns of one build in one block as one slice: counts and histograms are added, nothing is averaged that cannot be. */
/** Adds turns up. @throws RangeError without turns */
function sumTurns(turns, context) {
	const results = turns.map(({ result }) => result);
	const [first] = results;
	if (first === void 0) throw new RangeError("a slice needs turns");
	const cpu = turns.flatMap((turn) => turn.cpu === null ? [] : [turn.cpu]);
	return {
		...context,
		engine: withK6(withWorkers(context.engine, results), results),
		startedAt: first.startedAt,
		elapsed: millis(total(results.map(({ elapsed }) => elapsed))),
		users: first.users,
		cpu: cpu.length === turns.length ? nanos(total(cpu)) : null,
		turns: turns.map(withoutResult),
		search: null,
		counts: addCounts(results.map(({ counts }) => counts)),
		arrivals: addArrivals(results),
		latency: merged(results.map(({ latency }) => latency)),
		requests: namesOf(results).map((name) => requestOf(name, results)),
		statuses: addStatuses(results.flatMap(({ statuses }) => statuses)),
		errors: addErrors(results),
		bodyBytes: addBytes(results),
		timeline: timelineOf$1(results),
		memory: null,
		generator: generatorOf(results)
	};
}
function withoutResult({ place, elapsed, ok, p50, p95, level, cpu, outside }) {
	return {
		place,
		elapsed,
		ok,
		p50,
		p95,
		level,
		cpu,
		outside
	};
}
/** Of a distributed load, the workers of the first turn, and those of others that did not do all of their work. */
function withWorkers(engine, results) {
	const { workers: first } = engine;
	if (first === void 0) return engine;
	const [begin, ...more] = results.flatMap((result) => result.engine.workers ?? []);
	const workers = [...begin?.workers ?? [], ...more.flatMap(unsteady)];
	return {
		...engine,
		workers: {
			...first,
			workers
		}
	};
}
/** Null where an engine does not tell. */
function addBytes(results) {
	const known = results.flatMap(({ bodyBytes }) => bodyBytes ?? []);
	return known.length === results.length ? bytes(total(known)) : null;
}
/** Of a load by k6, what it told in all turns. */
function withK6(engine, results) {
	const uses = results.flatMap((result) => result.engine.k6 === void 0 ? [] : [result.engine.k6]);
	return uses.length === 0 ? engine : {
		...engine,
		k6: addUses(uses)
	};
}
/** Of a load by Locust or k6, some requests come in some turns only. */
const namesOf = (results) => [...new Set(results.flatMap(({ requests }) => requests.map(({ name }) => name)))];
function requestOf(name, results) {
	const parts = results.flatMap(({ requests }) => requests.filter((request) => request.name === name));
	return {
		name,
		counts: addCounts(parts.map(({ counts }) => counts)),
		latency: merged(parts.map(({ latency }) => latency))
	};
}
/** As many as one stretch of load keeps. */
const ERRORS_MAX = 20;
function addErrors(results) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, count } of results.flatMap(({ errors }) => errors)) counts.set(message, (counts.get(message) ?? 0) + count);
	return [...counts].map(([message, count]) => ({
		message,
		count
	})).toSorted((left, right) => right.count - left.count).slice(0, ERRORS_MAX);
}
function merged(records) {
	return histogramOf(records).toRecord(micros(Math.max(...records.map(({ resolution }) => resolution))));
}
function histogramOf(records) {
	const whole = createHistogram();
	for (const record of records) whole.add(fromRecord(record));
	return whole;
}
/** A turn this long has seconds of its own. */
const LONG = millis(1500);
/** Rows of a second of load each, of as many turns as that takes. */
function timelineOf$1(results) {
	if (results.every(({ elapsed }) => elapsed >= LONG)) return results.flatMap(({ timeline }) => timeline).map((row, second) => ({
		...row,
		second
	}));
	const rows = [[]];
	for (const result of results) {
		const row = rows.at(-1) ?? [];
		if (toSeconds(millis(total(row.map(({ elapsed }) => elapsed)))) + toSeconds(result.elapsed) / 2 > 1 && row.length > 0) rows.push([result]);
		else row.push(result);
	}
	return rows.map((row, second) => rowOf(row, second));
}
function rowOf(results, second) {
	const seconds = Math.max(toSeconds(millis(total(results.map(({ elapsed }) => elapsed)))), .001);
	const counts = addCounts(results.map((result) => result.counts));
	const latency = histogramOf(results.map((result) => result.latency));
	const at = (quantile) => {
		const value = latency.quantile(quantile);
		return value === null ? null : toMillis(value);
	};
	return {
		second,
		throughput: perSecond(counts.ok / seconds),
		p50: at(.5),
		p95: at(.95),
		errors: perSecond(failuresOf(counts).hits / seconds),
		users: usersOf(results)
	};
}
/** The middle of the turns' own rows, since those of an open loop are not known before; a turn too short for a row has the users that it was given. */
function usersOf(results) {
	const seen = results.flatMap(({ timeline }) => timeline.map(({ users }) => users));
	return Math.round(seen.length > 0 ? median(seen) : results[0]?.users ?? 0);
}
/** Shares by time; the worst delay and the most memory of any turn. */
function generatorOf(results) {
	const whole = total(results.map(({ elapsed }) => elapsed));
	const mean = (read) => ratio(total(results.map((result) => read(result.generator) * result.elapsed)) / Math.max(whole, .001));
	const delays = results.map(({ generator }) => generator.runQueueDelay);
	return {
		cpu: mean(({ cpu }) => cpu),
		eventLoop: mean(({ eventLoop }) => eventLoop),
		eventLoopDelayP99: millis(Math.max(...results.map(({ generator }) => generator.eventLoopDelayP99))),
		runQueueDelay: delays.includes(null) ? null : mean(({ runQueueDelay }) => runQueueDelay ?? 0),
		memory: bytes(Math.max(...results.map(({ generator }) => generator.memory)))
	};
}
const total = (values) => values.reduce((sum, value) => sum + value, 0);
// src/probes/outside.ts
/** How much of the machine went to others from lap to lap: to processes that are not part of the measurement, and to other machines of the same host. */
/** Opens a watch; its first lap begins now. `root` stands for `/`. */
function openOutsideWatch(root = "/", now = () => performance.now()) {
	let last = readCores(root, now());
	return { lap(own) {
		const current = readCores(root, now());
		const others = last === null || current === null ? null : othersBetween(last, current, own);
		last = current;
		return others;
	} };
}
function othersBetween(before, now, own) {
	const elapsed = Math.max(toSeconds(millis(now.at - before.at)), 1e-6);
	const used = (now.busy + now.stolen - before.busy - before.stolen) / 100;
	return Math.max(0, (used - own / 1e9 - (now.gate - before.gate)) / elapsed);
}
// src/measure/turn.ts
/** One turn: a short load on one build while the other rests. */
/** Opens one for each build. */
const watchLanes = (lanes, { probes, generator }) => new Map(lanes.map((lane) => [lane, probes.watch({
	pids: () => lane.service.pids(),
	generatorPids: () => generator.pids(),
	runtime: lane.service.runtime,
	url: lane.service.url
})]));
/** Opens the watches of a generator. */
function openBench(generator, probes) {
	return {
		generator,
		generatorCpu: openCpuWatch(() => generator.pids()),
		outside: openOutsideWatch(),
		probes
	};
}
/** Takes one turn on a lane; all lanes of the block are watched. @throws Failure when a service dies (the base: code `base-failed`) or the generator fails */
async function takeTurn(lane, lanes, bench, { place, watch, onProgress = () => void 0, ...job }) {
	const { service } = lane;
	const died = AbortSignal.any(lanes.map((each) => each.service.died));
	const lap = openLap(lanes, bench, watch);
	await lap.begin();
	const result = await blamingTheDead(lanes, () => bench.generator.load({
		ending: "settle",
		...isForeign(job.load) && { leadIn: FOREIGN_DESIGN.leadIn },
		...job,
		url: service.url,
		address: service.target.address,
		tls: service.tls,
		died
	}, (progress) => {
		if (isForeign(job.load)) lap.follow(progress.phase);
		onProgress(progress);
	}));
	const { used, outside } = await lap.end();
	const latency = fromRecord(result.latency);
	const at = (quantile) => {
		const value = latency.quantile(quantile);
		return value === null ? null : toMillis(value);
	};
	return {
		place,
		elapsed: result.elapsed,
		ok: result.counts.ok,
		p50: at(.5),
		p95: at(.95),
		level: levelOf(latency),
		cpu: used.find(({ side }) => side === lane.side)?.cpu ?? null,
		outside,
		result
	};
}
/** Watches from the begin of a turn to its end: each of them is when it is first said to be, and the begin again when the load says so. */
function openLap(lanes, bench, watch) {
	let isLoaded = false;
	let used = null;
	let ended;
	const begin = () => {
		for (const each of lanes) each.cpu.lap();
		bench.generatorCpu.lap();
		bench.outside.lap(nanos(0));
	};
	const end = () => {
		const cpus = lanes.map((each) => ({
			side: each.side,
			cpu: each.cpu.lap()
		}));
		const own = sum([...cpus.map(({ cpu }) => cpu ?? nanos(0)), bench.generatorCpu.lap() ?? nanos(0)]);
		ended = watch?.end();
		return {
			used: cpus,
			outside: bench.outside.lap(own)
		};
	};
	return {
		async begin() {
			await watch?.begin();
			begin();
		},
		follow(phase) {
			if (phase === "load" && !isLoaded) begin();
			isLoaded ||= phase === "load";
			if (phase === "over") used ??= end();
		},
		async end() {
			used ??= end();
			await ended;
			return used;
		}
	};
}
/** The load of one turn of this length, at its highest level; `engine` as the warm-up chose it. */
function turnLoad(load, length, engine) {
	return {
		...load,
		engine,
		warmUp: millis(0),
		executor: heldAt("peak", load.executor, length)
	};
}
const sum = (values) => nanos(values.reduce((total, value) => total + value, 0));
// src/measure/search.ts
/** A search on builds that run: level after level, on each of them in turn, until all of them have degraded and what is between is known. */
/** More steps than any search takes: its way up doubles, and what follows is bounded. */
const STEPS_MAX = 200;
const SEED_MAX$2 = 2 ** 31 - 1e3;
/** Searches, and sums up. @throws Failure when a service dies (of the base: code `base-failed`) or the generator fails */
async function measureSearch(job, world) {
	const { lanes, bench, scenario, search } = job;
	const watches = watchLanes(lanes, bench);
	const tracks = lanes.map((lane) => ({
		lane,
		watch: watches.get(lane),
		turns: [],
		steps: [],
		engines: []
	}));
	const host = startHostProbe({
		servicePids: () => lanes.flatMap(({ service }) => service.pids()),
		generatorPids: () => bench.generator.pids(),
		memory: bench.probes.memory
	});
	try {
		const ended = await takeSteps(job, tracks, world);
		const reading = host.stop();
		const engine = engineOf(tracks);
		const results = tracks.map((track) => resultOf(search, scenario.load, track, ended));
		return {
			slices: tracks.map((track, index) => sliceOf(job, track, {
				engine,
				host: reading,
				search: results[index]
			})),
			load: millis(tracks.reduce((sum, { turns }) => sum + loadOf(turns), 0)),
			engine,
			levels: job.levels ?? levelsWorthRepeating(results)
		};
	} finally {
		host.stop();
	}
}
const loadOf = (turns) => turns.reduce((sum, { elapsed, result }) => sum + SETTLE + elapsed + result.warmUp, 0);
/** Measures step after step on every build. Resolves with why no more were. */
async function takeSteps(job, tracks, world) {
	const { search, scenario, levels } = job;
	let spent = 0;
	for (let taken = 0; taken < STEPS_MAX; taken += 1) {
		const next = levels === null ? nextOf(job, tracks) : givenStep(levels, taken);
		if (next.purpose === null) return next.ended;
		const cost = tracks.length * stepTime(next.purpose, scenario.load);
		if (levels === null && spent + cost > search.budget && taken > 0) return "budget";
		const seed = job.random.between(1, SEED_MAX$2);
		for (const track of shuffled(tracks, job.random)) await takeStep(job, track, {
			...next,
			seed,
			place: taken,
			spent: millis(spent)
		}, world).catch((error) => {
			throw job.lanes.some(({ service }) => service.died.aborted) ? atTheEnd(error, levelPhrase(next.level, scenario.load)) : error;
		});
		spent += cost;
	}
	return "budget";
}
/** The load under which a service died is what a search was made for. */
function atTheEnd(error, load) {
	const { detail } = asFailure(error);
	const words = {
		kind: detail.kind,
		code: detail.code,
		message: phrase$1("died-under", {
			what: messageOf$2(detail),
			load
		}),
		advice: adviceOf(detail),
		lines: linesOf$1(detail)
	};
	return new Failure(words, { cause: error });
}
function givenStep(levels, taken) {
	const level = levels[taken];
	return level === void 0 ? {
		purpose: null,
		ended: "given"
	} : {
		purpose: "raise",
		level
	};
}
/** What the builds ask for, the way up first: what one of them does not need, it gets with the other. */
function nextOf({ search, scenario }, tracks) {
	const first = peakOf(scenario.load.executor);
	const wanted = tracks.map(({ steps }) => nextStep(search, first, steps));
	for (const purpose of [
		"raise",
		"recover",
		"refine"
	]) {
		const [lowest] = wanted.flatMap((next) => next.purpose === purpose ? [next] : []).toSorted((left, right) => left.level - right.level);
		if (lowest !== void 0) return lowest;
	}
	const ends = wanted.flatMap((next) => next.purpose === null ? [next] : []);
	return ends.find(({ ended }) => ended === "stays-broken") ?? ends[0] ?? {
		purpose: null,
		ended: "found"
	};
}
async function takeStep(job, track, step, world) {
	const { scenario, bench, lanes, engine, levels } = job;
	const { purpose, level, seed, place } = step;
	const load = levels === null ? scenario.load : shortened(scenario.load);
	const settle = levels === null ? SETTLE : millis(SETTLE / 2);
	const known = track.engines.at(-1) ?? engine;
	const held = {
		warmUp: place === 0 ? load.warmUp : millis(0),
		executor: atLevel(level, load.executor, load.executor.duration)
	};
	const turn = await takeTurn(track.lane, lanes, bench, {
		scenario: scenario.name,
		load: {
			...load,
			engine: known?.name === "undici" ? "undici" : load.engine,
			...purpose === "recover" ? relief(load, highestOf(track), level) : held
		},
		seed,
		place,
		watch: track.watch,
		...purpose !== "recover" && { leadIn: settle },
		ending: "cut",
		onProgress: (progress) => world.log.progress(stepProgress(job, track, step, progress))
	});
	track.turns.push(turn);
	if (purpose !== "recover") track.engines.push(turn.result.engine);
	const steps = purpose === "recover" ? watchedSteps(turn, level, load) : [stepOf(turn, {
		purpose,
		level
	})];
	track.steps.push(...steps);
}
/** A moment of a step: its own throughput ends the trail of those before. */
function stepProgress({ scenario: { name, load }, lanes, position }, { lane, steps }, { level, place, spent }, progress) {
	const warmUp = place === 0 ? load.warmUp : millis(0);
	const now = (progress.second ?? progress).throughput;
	return loadProgress({
		scenario: name,
		side: lanes.length > 1 ? lane.side : null,
		part: {
			kind: "step",
			number: place + 1,
			level: levelText(level, load)
		},
		trail: [...steps.map(({ throughput }) => throughput), now],
		before: millis(spent + load.warmUp - warmUp),
		warmUp
	}, progress, position);
}
/** Where blocks repeat a step, many short ones see more of what differs from boot to boot than a few long ones. */
const shortened = (load) => ({
	...load,
	executor: {
		...load.executor,
		duration: millis(Math.max(1e3, load.executor.duration / 2))
	}
});
const highestOf = ({ steps }) => Math.max(...steps.map(({ level }) => level));
/** One instrument for all: our own, if any step needed it. */
function engineOf(tracks) {
	const used = tracks.flatMap(({ engines }) => engines);
	const engine = used.find(({ name }) => name === "undici") ?? used[0];
	if (engine === void 0) throw new Error("a search takes steps");
	return engine;
}
function resultOf(search, { executor }, { steps }, ended) {
	return {
		...search,
		thinkTime: thinkTimeOf$1(executor),
		steps,
		ended
	};
}
function sliceOf({ scenario }, { lane, turns, watch }, found) {
	const side = lane.side;
	return {
		...sumTurns(turns, {
			scenario: scenario.name,
			side,
			engine: found.engine,
			warmUp: SETTLE,
			host: found.host,
			resources: watch?.read() ?? null
		}),
		users: Math.max(...turns.map(({ result }) => result.users)),
		turns: [],
		timeline: timelineOf(turns),
		search: found.search ?? null
	};
}
/** The seconds of all steps, one step after the other. */
function timelineOf(turns) {
	let start = 0;
	return turns.flatMap(({ result }) => {
		const from = start;
		start += rowsOf(result);
		return result.timeline.map((row) => ({
			...row,
			second: row.second + from
		}));
	});
}
// src/measure/warm-up.ts
/** Turns that are taken at least, where the warm-up allows for them. */
const STEADY_TURNS = 3;
/**
* Loads the lanes in turns until the throughput of each is steady, for no longer than the scenario's warm-up, but at least one turn each. If any of them
* needs our own engine, it measures all of them: builds are compared by one instrument.
*/
async function warmUp(lanes, bench, job) {
	const { scenario, design, seed } = job;
	const taken = new Map(lanes.map((lane) => [lane, []]));
	let engine = job.engine;
	let rounds = 0;
	do {
		for (const [lane, turns] of taken) {
			const choice = rounds === 0 && job.engine === null ? scenario.load.engine : engineFor(engine);
			const load = turnLoad(scenario.load, design.warmUpTurn, choice);
			const turn = await takeTurn(lane, lanes, bench, {
				scenario: scenario.name,
				load,
				seed: seed + rounds,
				place: 0
			});
			turns.push(turn);
			engine = stricter(engine, turn.result.engine);
		}
		rounds += 1;
	} while (rounds * design.warmUpTurn < scenario.load.warmUp && ![...taken.values()].every((turns) => isSteady(turns)));
	const medians = [...taken.values()].flatMap((turns) => turns.at(-1)?.p50 ?? []);
	if (engine === null) throw new Error("a warm-up has lanes");
	return {
		engine,
		median: medians.length === 0 ? null : millis(Math.max(...medians)),
		time: millis(rounds * design.warmUpTurn)
	};
}
/** The engine to ask for, so that it is the one that was chosen. */
const engineFor = (use) => use?.name === "autocannon" || use?.name === "undici" ? use.name : "auto";
/** What one service needs, all get. */
function stricter(known, seen) {
	return known === null || known.name !== seen.name && seen.name === "undici" ? seen : known;
}
/**
* True when there were enough turns and the last is hardly faster than the fastest before it. Only getting faster counts: a turn that is slower was disturbed, and
* waiting for quiet is not what a warm-up is for.
*/
function isSteady(turns) {
	const rates = turns.map(({ ok, elapsed }) => ok / elapsed);
	const last = rates.at(-1) ?? 0;
	return rates.length >= STEADY_TURNS && last <= 1.05 * Math.max(...rates.slice(0, -1));
}
// src/measure/block.ts
/** One block: fresh boots of both builds, and for each scenario a warm-up and turns in a balanced order. */
/**
* Measures a block.
* @throws Failure when a service cannot be booted or dies (of the base: code `base-failed`; of the second beside the first: see {@link besideAnother}), or the
* generator fails
*/
async function measureBlock$1(field, job) {
	const random = seededRandom(job.seed);
	const sides = drawnSides(random);
	const scenarios = shuffled(field.plan.scenarios.filter(({ search }) => job.phase !== "explore" || search !== null), random);
	const shapes = /* @__PURE__ */ new Map();
	if (job.services === "together") return await measureTogether(field, job, {
		random,
		sides,
		scenarios,
		shapes
	});
	const parts = [];
	const seed = random.between(1, SEED_MAX$1);
	for (const side of sides) {
		const draw = {
			random: seededRandom(seed),
			sides: [side],
			scenarios,
			shapes
		};
		parts.push(await measureTogether(field, job, draw));
	}
	return joined(parts);
}
const SEED_MAX$1 = 2 ** 31 - 1e3;
async function measureTogether(field, job, draw) {
	await using open = new AsyncDisposableStack();
	const lanes = [];
	for (const side of draw.sides) {
		const cores = field.cores?.service ?? null;
		field.world.log.progress(idleProgress("starting", positionOf(job), side));
		const opened = openLane(field.sites[side], field.plan.service, cores, draw.random);
		lanes.push(open.use(await (lanes.length === 0 ? opened : besideAnother(opened))));
	}
	const slices = [];
	let load = 0;
	for (const scenario of draw.scenarios) {
		const measured = await measureAny(field, {
			...job,
			...draw,
			scenario,
			lanes
		});
		for (const { service } of lanes) await service.confirm();
		slices.push(...measured.slices);
		load += measured.load;
	}
	const [lane] = lanes;
	if (lane === void 0) throw new Error("a block has builds");
	return {
		target: (lanes.find(({ side }) => side === "head") ?? lane).service.target,
		block: {
			phase: job.phase,
			load: millis(load),
			boots: lanes.map(({ boot }) => boot),
			slices
		}
	};
}
function joined(parts) {
	const blocks = parts.map(({ block }) => block);
	const [first] = parts;
	if (first === void 0) throw new Error("a block has builds");
	return {
		target: (parts.find(({ block }) => block.boots.some(({ side }) => side === "head")) ?? first).target,
		block: {
			phase: first.block.phase,
			load: millis(blocks.reduce((sum, { load }) => sum + load, 0)),
			boots: blocks.flatMap(({ boots }) => boots),
			slices: blocks.flatMap(({ slices }) => slices)
		}
	};
}
async function measureAny(field, job) {
	const { scenario, lanes, random } = job;
	const { search, name } = scenario;
	if (search === null) return await measureScenario$1(field, job);
	const { bench, engines, levels, world } = field;
	const known = {
		levels: levels.get(name) ?? null,
		engine: engines.get(name) ?? null
	};
	const found = await measureSearch({
		scenario,
		search,
		lanes,
		bench,
		random,
		position: positionOf(job),
		...known
	}, world);
	engines.set(name, found.engine);
	levels.set(name, found.levels);
	return found;
}
async function measureScenario$1({ bench, engines, world, ...field }, job) {
	const { scenario, lanes, random } = job;
	const design = isForeign(scenario.load) ? {
		...field.design,
		...FOREIGN_DESIGN
	} : field.design;
	const engine = engines.get(scenario.name) ?? null;
	world.log.progress({
		...idleProgress("warming-up", positionOf(job)),
		scenario: scenario.name
	});
	const warm = await warmUp(lanes, bench, {
		scenario,
		engine,
		design,
		seed: random.between(1, SEED_MAX$1)
	});
	engines.set(scenario.name, warm.engine);
	const host = startHostProbe({
		servicePids: () => lanes.flatMap(({ service }) => service.pids()),
		generatorPids: () => bench.generator.pids(),
		memory: bench.probes.memory
	});
	try {
		const watches = watchLanes(lanes, bench);
		const turns = await takeTurns({
			...job,
			watches
		}, bench, design, warm, world);
		const reading = host.stop();
		const slices = lanes.map((lane) => sumTurns(turns.get(lane.side) ?? [], {
			scenario: scenario.name,
			side: lane.side,
			engine: warm.engine,
			warmUp: warm.time,
			host: reading,
			resources: watches.get(lane)?.read() ?? null
		}));
		const measured = slices.reduce((sum, { elapsed }) => sum + elapsed, 0);
		return {
			slices,
			load: millis(measured + warm.time * lanes.length)
		};
	} finally {
		host.stop();
	}
}
async function takeTurns({ watches, ...job }, bench, design, warm, world) {
	const { scenario, lanes, random, shapes } = job;
	const rate = rateAllowed(scenario.load.executor, warm.median);
	const shape = shapes.get(scenario.name) ?? {
		...turnsFor(design, warm.median, rate),
		taken: 0
	};
	const { length, aSide } = shape;
	const order = balancedOrder(random, aSide).filter((side) => lanes.some((lane) => lane.side === side));
	const load = turnLoad(scenario.load, length, engineFor(warm.engine));
	const seeds = Array.from({ length: aSide }, () => random.between(1, SEED_MAX$1));
	const taken = new Map(lanes.map(({ side }) => [side, []]));
	shapes.set(scenario.name, {
		...shape,
		taken: shape.taken + order.length
	});
	for (const [index, side] of order.entries()) {
		const turns = taken.get(side);
		const lane = lanes.find((each) => each.side === side);
		if (turns === void 0 || lane === void 0) continue;
		const seed = seeds[turns.length] ?? 1;
		const place = shape.taken + index;
		const watch = watches.get(lane);
		turns.push(await takeTurn(lane, lanes, bench, {
			scenario: scenario.name,
			load,
			seed,
			place,
			watch
		}));
		const soFar = {
			scenario: scenario.name,
			side,
			taken,
			number: place + 1,
			of: 2 * aSide
		};
		world.log.progress(turnProgress(soFar, positionOf(job)));
	}
	return taken;
}
const positionOf = ({ phase, position = {
	...NOWHERE,
	phase
} }) => position;
// src/measure/time-left.ts
/** What is left while the head is measured alone: the scenarios from this one on, and a comparison that may follow. */
function leftAlone({ scenarios, index, done, budget }) {
	const times = scenarios.map(scenarioTime);
	const before = sumOf(times.slice(0, index));
	const alone = sumOf(times);
	const whole = Math.max(alone, budget ?? 0);
	const passed = before + Math.min(done, times[index] ?? 0);
	const isSearching = scenarios.slice(index).some(({ search }) => search !== null);
	return {
		time: millis(whole - passed),
		whole: millis(whole),
		basis: whole > alone ? "load-at-most" : isSearching ? "at-most" : "planned"
	};
}
/** Time under load that a scenario takes on one build: of a search the most that it may, which is one step at least. */
function scenarioTime({ load, search }) {
	if (search === null) return millis(load.warmUp + load.executor.duration);
	return millis(load.warmUp + Math.max(search.budget, stepTime("raise", load)));
}
/** What is left while builds are measured beside each other; null where nothing bounds it yet. */
function leftBeside({ ahead, blockTime, intoBlock, passed, load, budget }) {
	if (ahead !== null && blockTime !== null) {
		const time = Math.max(0, blockTime - intoBlock) + (ahead.inAll - 1) * blockTime;
		return {
			time: millis(time),
			whole: millis(passed + time),
			basis: ahead.isExact ? "planned" : "at-most"
		};
	}
	if (budget === null) return null;
	return {
		time: millis(Math.max(0, budget - load - intoBlock)),
		whole: millis(Math.max(budget, load + intoBlock)),
		basis: "load-at-most"
	};
}
const sumOf = (times) => times.reduce((sum, time) => sum + time, 0);
// src/measure/positions.ts
/** Opens them when the first block is about to begin. */
function openPositions({ budget }, ahead, { now }) {
	const start = now();
	const times = [];
	let begun = null;
	return {
		begin(phase, blocks, run) {
			const at = now();
			begun = {
				phase,
				at
			};
			const following = ahead(run, phase);
			const number = 1 + blocks.filter((block) => block.phase === phase).length;
			const most = following === null || phase === "explore" ? null : number - 1 + following.inPhase;
			const load = millis(blocks.reduce((sum, block) => sum + block.load, 0));
			const left = () => leftBeside({
				ahead: following,
				blockTime: meanOf(times),
				intoBlock: millis(now() - at),
				passed: millis(now() - start),
				load,
				budget: following?.isExact === true ? null : budget
			});
			return {
				phase,
				block: {
					number,
					most
				},
				left
			};
		},
		complete() {
			if (begun !== null && begun.phase !== "explore") times.push(millis(now() - begun.at));
			begun = null;
		}
	};
}
const meanOf = (times) => times.length === 0 ? null : millis(times.reduce((sum, time) => sum + time, 0) / times.length);
// src/measure/beside.ts
/** Measures two builds beside each other: blocks of fresh boots, as many as the judge asks for. */
/** More blocks than any budget pays for. */
const BLOCKS_MAX = 200;
const SEED_MAX = 2 ** 31 - 1e3;
/**
* Builds both, then measures block after block until `next`, given the run so far, asks for no more.
* @throws Failure when a build or a service fails (of the base: code `base-failed`), or the generator does; kind `cancelled` when stopped
*/
async function measureBeside(job, next, world) {
	const { plan, setting, sites, design = DESIGN } = job;
	const startedAt = world.date().toISOString();
	await buildBoth(job, world);
	const cores = design.apart ? splitCores(world.env) : null;
	await using generator = await openGenerator(world, cores?.generator ?? null);
	await using probes = await openProbes(plan, world);
	const field = {
		plan,
		sites,
		cores,
		bench: openBench(generator, probes),
		design,
		world,
		engines: /* @__PURE__ */ new Map(),
		levels: levelsKnown(job.before ?? [])
	};
	const random = seededRandom(setting.seed);
	let services = insistsOnPort(plan) ? "in-turn" : "together";
	if (services === "in-turn") world.log.info(`The service insists on its port: the two builds are ${ONE_AFTER_THE_OTHER}.`);
	const blocks = [...job.before ?? []];
	const positions = openPositions(plan, job.ahead ?? NOBODY_KNOWS, world);
	const measured = async (phase, before) => {
		const block = {
			phase,
			number: blocks.length - (job.before?.length ?? 0) + 1,
			seed: random.between(1, SEED_MAX),
			position: positions.begin(phase, blocks, before)
		};
		const done = await measureBlock$1(field, {
			...block,
			services
		}).catch(async (error) => {
			const failure = failureBeside(error);
			if (failure === null) throw error;
			if (block.number > 1) throw failure;
			world.log.info(`The two builds cannot run at the same time; they are ${ONE_AFTER_THE_OTHER}.`);
			services = "in-turn";
			return await measureBlock$1(field, {
				...block,
				services
			});
		});
		positions.complete();
		blocks.push(done.block);
		return done;
	};
	const sumUp = (phase) => world.log.info(blocksLine(blocks.filter((block) => block.phase === phase)));
	if (plan.scenarios.filter(({ name, search }) => search !== null && !field.levels.has(name)).length > 0) {
		await measured("explore", null);
		sumUp("explore");
	}
	const { target } = await measured("main", null);
	const run = () => runOf(job, {
		startedAt,
		target,
		cores,
		blocks: [...blocks]
	});
	let known = run();
	let last = "main";
	for (let phase = next(known); phase !== null && blocks.length < BLOCKS_MAX; phase = next(known)) {
		if (world.signal.aborted) throw cancelled();
		if (phase !== last) sumUp(last);
		last = phase;
		await measured(phase, known);
		known = run();
	}
	sumUp(last);
	return known;
}
function runOf({ plan, setting, base }, { startedAt, target, cores, blocks }) {
	return {
		schema: 6,
		loadgate: VERSION,
		suite: plan.suite,
		startedAt,
		seed: setting.seed,
		machine: setting.machine,
		target,
		builds: [setting.head, base],
		configHashes: setting.configHashes,
		cores,
		baseFailure: null,
		blocks
	};
}
const NOBODY_KNOWS = () => null;
/** What searches of the head alone found worth measuring again, by scenario. */
function levelsKnown(before) {
	const slices = before.flatMap((block) => block.slices);
	return new Map(slices.flatMap(({ scenario, search }) => search === null ? [] : [[scenario, levelsWorthRepeating([search])]]));
}
/** The change first: when neither builds, that is its own fault. What both share is built once. */
async function buildBoth({ plan, sites }, world) {
	const shared = sites.head.world.workspace === sites.base.world.workspace;
	for (const site of [sites.head, sites.base]) {
		const service = shared && site.side === "base" && plan.service.kind === "booted" ? {
			...plan.service,
			build: null
		} : plan.service;
		if (service.kind === "booted" && service.build !== null) {
			const what = shared ? "service" : site.side === "head" ? "change" : "base commit";
			world.log.info(`Building the ${what}: ${service.build}`);
			world.log.progress(idleProgress("building", {
				...NOWHERE,
				phase: "main"
			}, shared ? null : site.side));
		}
		await blaming(site.side, () => buildService(service, site.world, { logFile: site.logFile }));
	}
}
const insistsOnPort = ({ service }) => service.kind === "booted" && service.port !== "free";
const ONE_AFTER_THE_OTHER = "measured one after the other";
function cancelled() {
	return new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: phrase$1("cancelled"),
		advice: phrase$1("cancelled-advice")
	});
}
// src/measure/slice.ts
/** Measures one scenario on the running service. @throws Failure when the service dies or the generator fails */
async function measureSlice(job, world, load = runLoad) {
	const { scenario, service, seed, position = NOWHERE } = job;
	const { name, load: planned } = scenario;
	const trailOf = openTrail();
	const probes = probesDuringLoad(service, job.probes);
	try {
		return {
			...await load({
				scenario: name,
				load: planned,
				url: service.url,
				address: service.target.address,
				tls: service.tls,
				seed,
				died: service.died,
				beforeLoad: (generatorPids) => probes.begin(generatorPids)
			}, world, (progress) => {
				if (progress.phase === "over") probes.stop();
				const seen = {
					scenario: name,
					side: null,
					part: null,
					trail: trailOf(progress)
				};
				const stretch = {
					before: millis(0),
					warmUp: planned.warmUp
				};
				world.log.progress(loadProgress({
					...seen,
					...stretch
				}, progress, position));
			}),
			side: "head",
			turns: [],
			search: null,
			...await probes.stop()
		};
	} finally {
		await probes.stop();
	}
}
/** Probes that run only while the measured load does: they begin before it, and anew where it begins anew. */
function probesDuringLoad(service, probes) {
	let running = null;
	let readings = Promise.resolve(NOTHING);
	const pids = () => service.pids();
	const end = () => {
		if (running === null) return readings;
		const { cpu, host, resources } = running;
		running = null;
		const used = {
			cpu: cpu.lap(),
			host: host.stop(),
			memory: host.memory()
		};
		readings = resources.end().then(() => ({
			...used,
			resources: resources.read()
		}));
		return readings;
	};
	return {
		async begin(senders) {
			await end();
			const generatorPids = () => senders;
			const resources = probes.watch({
				pids,
				generatorPids,
				runtime: service.runtime,
				url: service.url
			});
			await resources.begin();
			running = {
				host: startHostProbe({
					servicePids: pids,
					generatorPids,
					memory: probes.memory
				}),
				cpu: openCpuWatch(pids),
				resources
			};
		},
		/** Ends them, once; what they came to. */
		stop: end
	};
}
const NOTHING = {
	host: null,
	cpu: null,
	memory: null,
	resources: null
};
// src/measure/measure.ts
/** Boots the service, puts each scenario's load on it, and records what happened. */
/** Name of the service's log in the report folder. */
const SERVICE_LOG = "service.log";
/** The same of the base commit. */
const BASE_LOG = "base-service.log";
/**
* Measures every scenario once on one fresh boot.
* @throws Failure when the service cannot be built or booted, dies, or the generator fails; kind `cancelled` when stopped
*/
async function measure(plan, setting, world, options = {}) {
	const startedAt = world.date().toISOString();
	const directory = await openFolder(world, plan.report.directory);
	const logFile = join(directory, SERVICE_LOG);
	const beginning = positionsOf(plan, options)(0);
	if (plan.service.kind === "booted" && plan.service.build !== null) {
		world.log.info(`Building the service: ${plan.service.build}`);
		world.log.progress(idleProgress("building", beginning));
	}
	await buildService(plan.service, world, { logFile });
	world.log.progress(idleProgress("starting", beginning));
	await using service = await bootService(plan.service, world, { logFile });
	world.log.info(bootedLine(service));
	await using probes = await openProbes(plan, world);
	const block = await measureBlock({
		plan,
		setting,
		service,
		probes,
		...options
	}, world);
	return {
		schema: 6,
		loadgate: VERSION,
		suite: plan.suite,
		startedAt,
		seed: setting.seed,
		machine: setting.machine,
		target: service.target,
		builds: [setting.head],
		configHashes: setting.configHashes,
		cores: null,
		baseFailure: null,
		blocks: [block]
	};
}
/** Makes the report folder. @throws Failure kind `not-measured`, code `file-unwritable`, when there can be no such folder; `path-outside` when it leads out of the workspace */
async function openFolder(world, path) {
	const folder = await confine(world.workspace, path);
	return await ensureDirectory(folder).catch((error) => {
		throw new Failure({
			kind: "not-measured",
			code: "file-unwritable",
			message: phrase$1("report-folder", {
				path,
				error: error instanceof Error ? error.message : String(error)
			}),
			advice: phrase$1("report-folder-advice")
		}, { cause: error });
	});
}
/** Where each scenario is in the run, by its index. */
const positionsOf = ({ scenarios, budget }, { isFollowed = false }) => (index) => ({
	...NOWHERE,
	left: (done) => leftAlone({
		scenarios,
		index,
		done,
		budget: isFollowed ? budget : null
	})
});
async function measureBlock(job, world) {
	const { plan, setting, service, probes, load } = job;
	const positionOf = positionsOf(plan, job);
	const slices = [];
	for (const [index, scenario] of plan.scenarios.entries()) {
		refuseWhenCancelled(world);
		const position = positionOf(index);
		const slice = await measureScenario({
			scenario,
			service,
			probes,
			seed: setting.seed,
			position
		}, world, load);
		await service.confirm();
		world.log.info(sliceLine(slice));
		slices.push(slice);
	}
	return {
		phase: "alone",
		load: millis(slices.reduce((sum, { elapsed, warmUp }) => sum + elapsed + warmUp, 0)),
		boots: [{
			side: "head",
			readyAfter: service.readyAfter
		}],
		slices
	};
}
async function measureScenario(job, world, load) {
	const { scenario, service, probes, seed, position } = job;
	const { search } = scenario;
	if (search === null) return await measureSlice(job, world, load);
	await using generator = await openGenerator(world);
	const [slice] = (await measureSearch({
		scenario,
		search,
		lanes: [laneOf("head", service)],
		bench: openBench(generator, probes),
		random: seededRandom(seed),
		levels: null,
		engine: null,
		position
	}, world)).slices;
	if (slice === void 0) throw new Error("a search on a build has a slice");
	return slice;
}
function refuseWhenCancelled(world) {
	if (!world.signal.aborted) return;
	throw new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: phrase$1("cancelled"),
		advice: phrase$1("cancelled-advice")
	});
}
function bootedLine(service) {
	const after = service.readyAfter === null ? "" : ` after ${Math.round(service.readyAfter)} ms`;
	return `The service answers at ${service.url}${after}`;
}
// src/measure/course.ts
/** What is measured, and in which order: the head alone, both builds beside each other, or one after the other told us too little. */
/**
* Measures what the plan asks for. A base commit that cannot be built or started is never the change's fault: the head is then measured alone, and the run says why.
* @throws Failure when the head cannot be measured; kind `usage` when a base commit is asked for and none is known, or the service is not ours to boot
*/
async function measureCourse(course, say, world) {
	const { plan, setting, baseSha } = course;
	if (plan.compare === "base") {
		if (plan.service.kind !== "booted") throw notBooted();
		if (baseSha === null) throw noBase();
		return await beside({
			...course,
			baseSha
		}, null, say, world);
	}
	const isFollowed = plan.compare === "auto" && plan.service.kind === "booted" && baseSha !== null && !isSameCommit(setting, baseSha);
	const alone = await measure(plan, setting, world, { isFollowed });
	if (!isFollowed || say.settles(alone)) return alone;
	world.log.info("The stored baseline does not settle it: measuring the base commit beside the change.");
	return await beside({
		...course,
		baseSha
	}, alone, say, world);
}
/** The head, unchanged by anybody, is the base: there is nothing to compare. */
const isSameCommit = ({ head }, baseSha) => head.commit === baseSha && !head.dirty;
async function beside({ plan, setting, baseSha }, alone, say, world) {
	try {
		const directory = await openFolder(world, plan.report.directory);
		world.log.info(`Comparing with the base commit ${baseSha.slice(0, 12)}, seed ${setting.seed}`);
		const workspace = await blaming("base", () => checkOutBase(world, baseSha));
		const sites = {
			head: {
				side: "head",
				world,
				logFile: join(directory, SERVICE_LOG)
			},
			base: {
				side: "base",
				world: {
					...world,
					workspace
				},
				logFile: join(directory, BASE_LOG)
			}
		};
		const base = {
			side: "base",
			commit: baseSha,
			dirty: false
		};
		const before = alone?.blocks ?? [];
		const ahead = (run, phase) => run === null || phase === "explore" ? null : say.ahead(run, phase);
		return await measureBeside({
			plan,
			setting,
			sites,
			base,
			before,
			ahead
		}, say.next, world);
	} catch (error) {
		if (!isBaseFailure(error)) throw error;
		world.log.warning(`${error.detail.message} ${error.detail.advice}`);
		return {
			...alone ?? await measure(plan, setting, world),
			baseFailure: error.detail
		};
	}
}
/** Measured beside itself, whatever runs already would always be as good as its base. */
function notBooted() {
	return new Failure({
		kind: "usage",
		code: "not-booted",
		message: phrase$1("not-booted"),
		advice: phrase$1("not-booted-advice")
	});
}
function noBase() {
	return new Failure({
		kind: "usage",
		code: "base-missing",
		message: phrase$1("base-missing"),
		advice: phrase$1("base-missing-advice")
	});
}
// src/probes/virtualisation.ts
/** Names what stands between the system and the hardware: a hypervisor, a container, or both. */
/** Words in the firmware's vendor and product names, and the hypervisor or cloud that writes them. */
const FIRMWARE = [
	[/Microsoft Corporation.*Virtual Machine/, "Hyper-V"],
	[/Amazon EC2/, "Amazon EC2"],
	[/Google Compute Engine|^Google /, "Google Compute Engine"],
	[/VMware/, "VMware"],
	[/VirtualBox|innotek/, "VirtualBox"],
	[/Parallels/, "Parallels"],
	[/Xen|HVM domU/, "Xen"],
	[/QEMU|KVM|Bochs|OpenStack/, "KVM/QEMU"],
	[/Apple Virtualization/, "Apple Virtualization"]
];
/** `Hyper-V`, `container`, `container on KVM/QEMU`, `virtual machine` when only the CPU tells; null when nothing says so, which is no proof of bare metal. */
function nameVirtualisation(root) {
	const machine = hypervisorOf(root);
	if (!isContainer(root)) return machine;
	return machine === null ? "container" : `container on ${machine}`;
}
function hypervisorOf(root) {
	const folder = "sys/class/dmi/id";
	const firmware = ["sys_vendor", "product_name"].map((file) => readKernelFile(root, `${folder}/${file}`)?.trim() ?? "").join(" ");
	const known = FIRMWARE.find(([words]) => words.test(firmware));
	if (known !== void 0) return known[1];
	const flags = /^flags\s*:.*$/m.exec(readKernelFile(root, "proc/cpuinfo") ?? "")?.[0] ?? "";
	return /\bhypervisor\b/.test(flags) ? "virtual machine" : null;
}
function isContainer(root) {
	if (readKernelFile(root, ".dockerenv") !== null) return true;
	if (readKernelFile(root, "run/.containerenv") !== null) return true;
	return /docker|kubepods|containerd|lxc|libpod/.test(readKernelFile(root, "proc/1/cgroup") ?? "");
}
// src/probes/machine.ts
/**
* Describes the machine. What cannot be read is null, or "unknown" where a word is due. Reads small files only; starts no process.
*
* The fingerprint is over the CPU's model, the cores that may be used, the architecture, the system with its major version, and Node's major version.
* Clock rates and bogomips are left out on purpose: they vary from boot to boot of the same machine.
*/
function describeMachine(world, sources = {
	root: "/",
	facts: hardwareFacts()
}) {
	const { root, facts } = sources;
	const system = systemOf(root, facts);
	const kernel = `kernel ${facts.release.split(".").slice(0, 2).join(".")}`;
	const comparable = {
		cpuModel: cpuModelOf(root, facts),
		cores: facts.cores,
		architecture: facts.architecture
	};
	return Promise.resolve({
		...comparable,
		memory: bytes(facts.memory),
		os: `${system.pretty}, ${kernel}`,
		node: facts.node,
		virtualisation: nameVirtualisation(root),
		governor: governorOf(root),
		power: powerOf(root),
		thermalThrottles: thermalThrottlesOf(root),
		frequency: frequencyOf(root),
		runner: runnerOf(world.env),
		fingerprint: stableHash({
			...comparable,
			os: `${system.id} ${majorVersion(system)}`,
			node: facts.node.split(".")[0]
		})
	});
}
/** The model by name; ARM kernels give numbers only. */
function cpuModelOf(root, facts) {
	const file = readKernelFile(root, "proc/cpuinfo") ?? "";
	const field = (name) => new RegExp(`^${name}[ \\t]*:[ \\t]*(.+)$`, "m").exec(file)?.[1]?.trim();
	const named = field("model name") ?? facts.cpuModel;
	if (named !== null) return named.replace(/\s+/g, " ");
	const [implementer, part] = [field("CPU implementer"), field("CPU part")];
	return implementer && part ? `ARM implementer ${implementer} part ${part}` : "unknown";
}
function systemOf(root, facts) {
	const file = readKernelFile(root, "etc/os-release") ?? readKernelFile(root, "usr/lib/os-release");
	if (facts.system !== "Linux" || file === null) return {
		id: facts.system,
		version: facts.release,
		pretty: facts.system
	};
	const field = (name) => new RegExp(`^${name}=(?:"([^"]*)"|'([^']*)'|(.*))$`, "m").exec(file)?.slice(1).find((part) => part !== void 0);
	const id = field("ID") ?? "linux";
	const version = field("VERSION_ID") ?? "";
	return {
		id,
		version,
		pretty: field("PRETTY_NAME") ?? `${id} ${version}`.trim()
	};
}
/** Ubuntu's images differ by year and month (22.04, 24.04); elsewhere the first number is the image. */
function majorVersion({ id, version }) {
	return id === "ubuntu" ? version : version.split(".")[0] ?? "";
}
/** The frequency governors in use, joined when cores differ; null where the kernel has none (most virtual machines). */
function governorOf(root) {
	const governors = cpuFolders(root).flatMap((cpu) => {
		const governor = readKernelFile(root, `${CPU_FOLDER}/${cpu}/cpufreq/scaling_governor`)?.trim();
		return governor ? [governor] : [];
	});
	return governors.length === 0 ? null : [...new Set(governors)].sort().join("/");
}
/** The fastest core now against the highest rate of any; files in kHz (Documentation/admin-guide/pm/cpufreq.rst). */
function frequencyOf(root) {
	const highest = (file) => Math.max(0, ...cpuFolders(root).map((cpu) => Number(readKernelFile(root, `sys/devices/system/cpu/${cpu}/cpufreq/${file}`) ?? NaN)).filter(Number.isFinite));
	const [now, max] = [highest("scaling_cur_freq"), highest("cpuinfo_max_freq")];
	return now === 0 || max === 0 ? null : {
		now: Math.round(now / 1e3),
		max: Math.round(max / 1e3)
	};
}
/** Whether the machine itself runs from its battery; batteries of mice and keyboards do not count. */
function powerOf(root) {
	const folder = "sys/class/power_supply";
	const own = listKernelFolder(root, folder).map((name) => {
		const read = (file) => readKernelFile(root, `${folder}/${name}/${file}`)?.trim() ?? "";
		return {
			type: read("type"),
			scope: read("scope"),
			status: read("status"),
			online: read("online")
		};
	}).filter(({ scope }) => scope !== "Device");
	if (own.some(({ type, online }) => type !== "Battery" && online === "1")) return "mains";
	if (own.some(({ type, status }) => type === "Battery" && status === "Discharging")) return "battery";
	return null;
}
function runnerOf(env) {
	const runner = env["RUNNER_ENVIRONMENT"];
	if (runner === "github-hosted" || runner === "self-hosted") return runner;
	return env["GITHUB_ACTIONS"] === "true" ? "self-hosted" : "local";
}
// src/measure/setting.ts
/** Everything that is known before the first request: machine, commit, seed, and what makes runs comparable. */
/** Looks at the machine and the commit, and draws a seed where none is given. @throws Failure when git is asked for and fails */
async function prepare(plan, occasion, world, seed = null) {
	const [machine, head] = await Promise.all([describeMachine(world), headBuild(occasion, world)]);
	return {
		machine,
		head,
		seed: seed ?? randomInt(1, SEED_MAX$3),
		configHashes: configHashes(plan)
	};
}
/** For each scenario a hash over what its numbers depend on: its load and how the service is started, not its limits. */
function configHashes(plan) {
	const service = comparableService(plan.service);
	return Object.fromEntries(plan.scenarios.map((scenario) => [scenario.name, stableHash(comparableScenario(service, scenario))]));
}
/** A scenario without a search has the hash that it had before there were searches: its stored baseline is still its own. */
const comparableScenario = (service, { load, search }) => search === null ? {
	service,
	load
} : {
	service,
	load,
	search
};
function comparableService(service) {
	const tls = service.tls !== null && { tls: true };
	if (service.kind !== "booted") return {
		kind: service.kind,
		...tls
	};
	return {
		kind: service.kind,
		start: service.start,
		build: service.build,
		env: service.env,
		...tls
	};
}
async function headBuild(occasion, world) {
	const { commit, dirty } = await resolveHead(world);
	return {
		side: "head",
		commit: occasion.headSha ?? commit,
		dirty
	};
}
// src/report/reasons.ts
const WORST_FIRST = [
	"regression",
	"breach",
	"void",
	"inconclusive",
	"no-baseline",
	"accepted",
	"improvement"
];
/** All reasons of a verdict, worst kind first, scenarios and metrics in their order. A metric without a limit gives none. */
function reasonsOf(verdict) {
	const reasons = verdict.scenarios.flatMap(reasonsOfScenario);
	return WORST_FIRST.flatMap((kind) => reasons.filter((reason) => reason.kind === kind));
}
function reasonsOfScenario(verdict) {
	const { scenario, voids, judgements } = verdict;
	const judged = judgements.filter(({ metric }) => voids.length === 0 || metric === "error-rate");
	return [
		...judged.flatMap((judgement) => compared(scenario, judgement)),
		...judged.flatMap((judgement) => breaches(scenario, judgement)),
		...voids.map((reason) => ({
			kind: "void",
			scenario,
			reason
		})),
		...withoutBaseline(verdict)
	];
}
function compared(scenario, { metric, value, comparison, acceptance }) {
	if (value === null || comparison === null || comparison.limit === null) return [];
	const { outcome } = comparison;
	const moved = {
		scenario,
		metric,
		value,
		comparison
	};
	switch (outcome) {
		case "no-change": return [];
		case "regression": return acceptance?.within === true ? [{
			kind: "accepted",
			...moved,
			acceptance
		}] : [{
			kind: "regression",
			...moved,
			acceptance
		}];
		default: return [{
			kind: outcome,
			...moved
		}];
	}
}
function breaches(scenario, { metric, value, bounds }) {
	if (value === null) return [];
	return bounds.filter(({ broken }) => broken).map(({ bound, direction }) => ({
		kind: "breach",
		scenario,
		metric,
		value,
		bound,
		direction
	}));
}
/** Only where the lack of it decided: a scenario with absolute limits alone misses nothing. */
function withoutBaseline({ scenario, outcome, reference }) {
	if (outcome !== "no-baseline") return [];
	return [{
		kind: "no-baseline",
		scenario,
		why: hasReference(reference) ? "no-value" : reference.kind
	}];
}
const hasReference = (reference) => reference.kind === "baseline" || reference.kind === "base";
// src/report/report.ts
/** The report as data: what is to be said, in which order, and no language. Plain JSON. */
const REASONS_MAX = 2;
const UNSEEN_MAX = 2;
/** A line has room for no more. */
const METRICS_MAX = 2;
/** Outcomes in the order in which scenarios are shown. */
const ATTENTION = [
	"fail",
	"void",
	"inconclusive",
	"no-baseline",
	"pass"
];
/** Composes the report. Pure. @throws Failure when the run lacks a judged scenario */
function composeReport({ plan, run, verdict, findings, occasion, flags = {} }) {
	const reasons = reasonsOf(verdict);
	const planOf = (name) => plan.scenarios.find((scenario) => scenario.name === name);
	const scenarios = verdict.scenarios.flatMap((scenario) => resultsOf(run, scenario, planOf(scenario.scenario)) ?? []);
	return {
		headline: headlineOf(verdict, reasons),
		scenarios: ATTENTION.flatMap((outcome) => scenarios.filter((scenario) => scenario.outcome === outcome)),
		findings: {
			limitation: groupsOf(findings, "limitation"),
			strength: groupsOf(findings, "strength"),
			weakness: groupsOf(findings, "weakness"),
			bottleneck: groupsOf(findings, "bottleneck"),
			potential: groupsOf(findings, "potential"),
			recommendation: groupsOf(findings, "recommendation")
		},
		allFindings: findings,
		reasons,
		method: methodOf(plan, run, verdict, {
			occasion,
			flags
		})
	};
}
function headlineOf(verdict, reasons) {
	const [lead] = reasons;
	const alike = reasons.filter((reason) => isAlike(reason, lead));
	return {
		suite: verdict.suite,
		outcome: verdict.outcome,
		exitCode: verdict.exitCode,
		scenarios: verdict.scenarios.length,
		reasons: alike.slice(0, REASONS_MAX),
		more: Math.max(0, alike.length - REASONS_MAX),
		metrics: metricsOf(verdict),
		unseen: unseenOf(verdict)
	};
}
/** A regression and a breach are both reasons to fail; anything else is alike only to its kind. */
function isAlike(reason, lead) {
	const fails = (kind) => kind === "regression" || kind === "breach";
	return reason.kind === lead?.kind || fails(reason.kind) && fails(lead?.kind);
}
function metricsOf({ scenarios }) {
	const [only] = scenarios;
	if (only === void 0 || scenarios.length > 1 || only.voids.length > 0) return [];
	return METRIC_NAMES.flatMap((metric) => {
		const judgement = only.judgements.find((each) => each.metric === metric);
		if (judgement === void 0 || judgement.value === null) return [];
		const { value, comparison, bounds } = judgement;
		const limited = bounds.length > 0 || comparison !== null && comparison.limit !== null;
		const usual = metric === "p95" || metric === "throughput" || metric === "capacity";
		if ((metric === "error-rate" || metric === "memory-growth") && value === 0) return [];
		return limited || usual ? [{
			metric,
			value,
			change: comparison?.change ?? null
		}] : [];
	}).filter(({ metric }, index) => index < METRICS_MAX || metric === "error-rate" || metric === "memory-growth");
}
/** Errors and what is exact are left out: of these a run sees the smallest change. */
function unseenOf({ scenarios }) {
	const judged = scenarios.flatMap(({ voids, judgements }) => voids.length === 0 ? judgements : []);
	return METRIC_NAMES.flatMap((metric) => {
		const { change, exact, better } = METRICS[metric];
		if (change === "points" || exact) return [];
		const known = judged.flatMap((each) => each.metric === metric && each.comparison?.limit != null && !isBlind(METRICS[metric], each.comparison.detectable) ? [each.comparison.detectable] : []);
		const most = Math.max(0, ...known);
		return most > 0 ? [{
			metric,
			change: better === "lower" ? most : -most
		}] : [];
	}).slice(0, UNSEEN_MAX);
}
function groupsOf(findings, kind) {
	return [...Map.groupBy(findings.filter((finding) => finding.kind === kind), (finding) => "metric" in finding.evidence ? `${finding.name} ${finding.evidence.metric}` : finding.name).values()].map((group) => ({ findings: group }));
}
function methodOf(plan, run, verdict, { occasion, flags }) {
	const head = run.builds.find(({ side }) => side === "head");
	const commit = occasion.headSha ?? head?.commit ?? null;
	return {
		loadgate: run.loadgate,
		startedAt: run.startedAt,
		seed: run.seed,
		machine: run.machine,
		target: run.target,
		commit,
		dirty: head?.dirty ?? false,
		readyAfter: run.blocks.flatMap(({ boots }) => boots).flatMap(({ side, readyAfter }) => side === "head" && readyAfter !== null ? [readyAfter] : []),
		...comparedWith(verdict),
		cores: run.cores,
		loops: loopsOf(plan),
		occasion,
		directory: plan.report.directory,
		reproduce: reproduceCommand({
			occasion,
			commit,
			seed: run.seed,
			flags
		})
	};
}
function loopsOf({ scenarios }) {
	const all = scenarios.map(({ load }) => load.executor);
	return {
		users: all.some((executor) => !isOpen(executor)),
		thinking: all.some(isThinking) || scenarios.some(({ load }) => isForeign(load)),
		arrivals: all.some(isOpen)
	};
}
/** Of the first scenario, which is like all others in this. */
function comparedWith({ scenarios: [first] }) {
	const reference = first?.reference;
	return {
		baseline: reference !== void 0 && "source" in reference ? reference.source : null,
		beside: reference?.kind === "base" ? reference : null
	};
}
// src/gate.ts
/** The job from top to bottom: config in, verdict and report out. The only orchestrator; everything it needs comes in by parameter. */
/** Runs the gate. Never throws: whatever goes wrong is a {@link Failed}, and never a pass. */
async function runGate(job, world) {
	let loaded = null;
	try {
		loaded = await loadFor(job, world);
		const plan = await noteBaseline(loaded.plan, job.occasion.baseSha, world);
		const setting = await prepare(plan, job.occasion, world, job.seed);
		const { references, standing } = await readKnown(plan, setting, job.occasion.baseSha, world);
		await forgetFiles(plan.report.directory, world);
		return explain(plan, await measureCourse({
			plan,
			setting,
			baseSha: job.occasion.baseSha
		}, {
			settles: (alone) => settles(judge(alone, plan, references, standing)),
			...blockJudge(plan)
		}, world), {
			references,
			standing: await job.askPullRequest?.(plan, standing) ?? standing
		}, job);
	} catch (error) {
		const language = loaded?.plan.report.language ?? await askedLanguage(job, world.workspace);
		return failedBy(error, loaded, language);
	}
}
/** From a recorded run to the verdict and the report: the part of the job that needs no load. */
function explain(plan, run, { references, standing }, job) {
	const { occasion } = job;
	const verdict = judge(run, plan, references, standing);
	return {
		kind: "judged",
		plan,
		run,
		verdict,
		report: composeReport({
			plan,
			run,
			verdict,
			findings: findAll({
				plan,
				run,
				verdict,
				occasion
			}),
			occasion,
			flags: flagsOf(job)
		}),
		exitCode: verdict.exitCode
	};
}
/** The checked plan of a job. Limits, policy, baseline and the list of secrets come from the base commit where there is one. @throws Failure kind `usage` */
const readPlan = async (job, world) => noteBaseline((await loadFor(job, world)).plan, job.occasion.baseSha, world);
export { noiseBetweenRuns as $, phrase as A, effectsOf as B, count$3 as C, moment as D, histogram as E, judge as F, minimumEffect as G, caughtBeside as H, refuseNonFinite as I, LOOKS as J, CONFIRM_BLOCKS_MIN as K, blockLoadOf as L, text as M, checkOutBase as N, named$1 as O, blockJudge as P, TIMED as Q, mainBlocksFor as R, amount$1 as S, failure as T, detectableBeside as U, RELEVANT_BESIDE as V, errorAfter as W, POWER as X, INTERVAL_CONFIDENCE as Y, COUNTED as Z, statuses as _, prepare as a, bounded as at, host as b, SERVICE_LOG as c, driftOf$1 as ct, measureBeside as d, predictionHalfWidth as et, isBaseFailure as f, requests as g, errors as h, configHashes as i, asValueChange as it, saidUnread as j, nullable as k, measure as l, standardsBeside as lt, engine as m, readPlan as n, asChange as nt, measureCourse as o, comparable as ot, arrivals as p, LAST as q, runGate as r, asLog as rt, BASE_LOG as s, exactFloor as st, explain as t, absoluteFloors as tt, openFolder as u, readKnown as ut, timeline as v, counts as w, imported as x, generator as y, metricEffects as z };
