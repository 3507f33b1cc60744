import.meta.dirname;
import.meta.filename;
import { n as Failure, r as asFailure, t as EXIT } from "./chunk-failure.js";
import { n as tagOf } from "./chunk-tag.js";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
// src/platform/tokens.ts
/** Takes the secrets out of this process's environment, also out of the kernel's copy of it, before anything is started (S2). */
/** Names that hold secrets on a runner, whatever their ending. */
const RUNNER_SECRET = /^(?:ACTIONS_(?:RUNTIME|ID_TOKEN|CACHE|RESULTS)_.*|INPUT_(?:.*[-_ ])?TOKEN|GIT_CONFIG_VALUE_\d+|GIT_CONFIG_PARAMETERS|NPM_CONFIG_.*AUTH.*)$/i;
/** Endings by which people name their secrets. */
const SECRET_ENDING = /(?:^|[-_])(?:[A-Z0-9]*TOKEN|[A-Z0-9]*SECRET|[A-Z0-9]*PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PAT|[A-Z0-9]*KEY|KEY_ID|CREDENTIALS?|COOKIE|AUTH|AUTHORIZATION|DSN)$/i;
/** Secret by name, but words of the system. */
const NO_SECRET = /^(?:PWD|OLDPWD)$/;
/** A password inside a URL: `postgres://user:password@host`. */
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*:[^/?#]*@/i;
/** No secret to us, but nothing for a service either: kept in `process.env`, where git and proxies need them, and hidden from others. */
const HIDDEN = /^(?:.*_PROXY|SSH_AUTH_SOCK)$/i;
/** True when a variable of this name and value is a secret. */
function isSecret(name, value) {
	if (value === "" || NO_SECRET.test(name) || HIDDEN.test(name)) return false;
	return RUNNER_SECRET.test(name) || SECRET_ENDING.test(name) || URL_PASSWORD.test(value);
}
/**
* Takes every secret out of `process.env`, and wipes its bytes where any process of the same user could read them: deleting a variable
* leaves it in `/proc/<pid>/environ`. Call it first of all. Afterwards `process.env` is clean; what was taken is returned, by name.
* When the bytes cannot be wiped, `warn` is told; that is no error.
*/
function takeSecrets(warn = (line) => process.emitWarning(line)) {
	const secrets = Object.entries(process.env).flatMap(([name, value]) => value !== void 0 && isSecret(name, value) ? [[name, value]] : []);
	for (const [name] of secrets) delete process.env[name];
	const hidden = Object.keys(process.env).filter((name) => HIDDEN.test(name));
	for (const name of hidden) process.env[name] = takeOut(name);
	const names = /* @__PURE__ */ new Set([...secrets.map(([name]) => name), ...hidden]);
	if (names.size > 0 && !wipe(names)) warn(NOT_WIPED);
	return Object.fromEntries(secrets);
}
function takeOut(name) {
	const value = process.env[name] ?? "";
	delete process.env[name];
	return value;
}
const NOT_WIPED = "The secrets of this step could not be wiped from the memory of its process; what it starts could read them. Give the step no secrets that it does not need.";
/** Overwrites the values of these variables in the block that the kernel keeps of our first environment. True when none is left. */
function wipe(names) {
	try {
		const start = environmentStart(readFileSync("/proc/self/stat", "utf8"));
		const memory = openSync("/proc/self/mem", "r+");
		try {
			for (const { offset, length } of valuesIn(readFileSync("/proc/self/environ"), names)) writeSync(memory, Buffer.alloc(length), 0, length, start + offset);
		} finally {
			closeSync(memory);
		}
		return valuesIn(readFileSync("/proc/self/environ"), names).length === 0;
	} catch {
		return false;
	}
}
/** Field 50 of `/proc/<pid>/stat`: the address of the first environment. @throws RangeError when the kernel does not tell */
function environmentStart(stat) {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const address = Number(fields[47]);
	if (!Number.isSafeInteger(address) || address <= 4096) throw new RangeError("no address");
	return address;
}
/** Where the values of these variables lie in a block of `NAME=value\0`. */
function valuesIn(block, names) {
	const found = [];
	for (let start = 0; start < block.length;) {
		const zero = block.indexOf(0, start);
		const end = zero < 0 ? block.length : zero;
		const equals = block.indexOf("=", start);
		if (equals > start && equals < end - 1 && names.has(block.toString("utf8", start, equals))) found.push({
			offset: equals + 1,
			length: end - equals - 1
		});
		start = end + 1;
	}
	return found;
}
// src/action.ts
/** The door for GitHub Actions: the step's inputs and event in, the report to its readers, the exit code out. What is heavy is loaded when it is needed. */
/** After this long, a handle that somebody forgot does not keep the job. */
const LINGER_MS = 1e3;
/** A sweep that hangs does not keep a cancelled job. */
const SWEEP_MS = 2e3;
/** The runner's log is wide, and has no terminal's colours. */
const LOOK = {
	width: 120,
	colour: false
};
/** Before the event is read. */
const UNKNOWN = {
	kind: "other",
	repository: null,
	headSha: null,
	baseSha: null,
	pullRequest: null,
	runUrl: null
};
/** The mark on our processes, as soon as there may be any. */
let tag = null;
let dying = false;
process.exitCode = EXIT.notMeasured;
process.stdout.on("error", ignoreClosedPipe);
process.stderr.on("error", ignoreClosedPipe);
process.on("uncaughtException", (error) => die(error));
process.on("unhandledRejection", (error) => die(error));
await main(takeSecrets()).then((exitCode) => {
	process.exitCode = exitCode;
}, die);
setTimeout(() => process.exit(), LINGER_MS).unref();
/** Runs the step. `secrets` are taken before anything else is loaded, since a child could read them from our memory. */
async function main(secrets) {
	const env = { ...process.env };
	const step = {
		env,
		secrets,
		...await openStep(env, secrets)
	};
	const { openWorld } = await import("./chunk-open-world.js");
	await using world = await openWorld({
		workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
		env,
		log: step.runner,
		door: import.meta.url,
		onSecondSignal: () => sweepAndExit(EXIT.cancelled)
	});
	tag = tagOf(world);
	step.runner.saveState("tag", tag);
	step.runner.saveState("temporary", world.temporary);
	const { occasion, result } = await gate(step, world);
	return await publish(occasion, judgeFiles(result, step), step, world);
}
async function openStep(env, secrets) {
	const [{ createMask }, { neutralise }, { openRunner }, { watchRunnerFiles }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-relay2.js"),
		import("./chunk-runner2.js"),
		import("./chunk-runner-files.js")
	]);
	const files = watchRunnerFiles(env);
	return {
		files,
		runner: openRunner({
			mask: createMask(env, Object.values(secrets)),
			neutralise,
			files,
			now: () => performance.now()
		})
	};
}
/** Reads event and inputs, each once, and runs the gate. Never throws. */
async function gate(step, world) {
	let occasion = UNKNOWN;
	try {
		const [{ readOccasion }, { runGate }, inputs] = await Promise.all([
			import("./chunk-event.js"),
			import("./chunk-gate2.js"),
			readInputs(step.env)
		]);
		occasion = await readOccasion(step.env);
		const result = await runGate({
			occasion,
			configPath: inputs.config ?? null,
			inputs
		}, world);
		return {
			occasion,
			result
		};
	} catch (error) {
		return {
			occasion,
			result: failed(asFailure(error), null)
		};
	}
}
/** The inputs that were given: the runner hands each over as `INPUT_NAME`, absent ones as empty texts. */
async function readInputs(env) {
	const { INPUTS } = await import("./chunk-inputs2.js");
	const given = INPUTS.flatMap(({ name }) => {
		const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
		return value === "" ? [] : [[name, value]];
	});
	return Object.fromEntries(given);
}
/** Bytes in the runner's files that are not ours: somebody tried to speak for this step, so that nothing it measured counts (S4). */
function judgeFiles(result, step) {
	const changed = step.files.restore();
	if (changed.length === 0 || result.exitCode === EXIT.cancelled) return result;
	return failed(new Failure({
		kind: "usage",
		code: "runner-files-changed",
		message: `While the service ran, something wrote to the runner's own files: ${changed.join(", ")}. They are as before.`,
		advice: "Look for what writes to them: the service, its build, or a command they run. Set outputs and variables in a step of its own."
	}), result.plan);
}
function failed(failure, plan) {
	return {
		kind: "failed",
		plan,
		failure: failure.detail,
		exitCode: failure.exitCode
	};
}
async function publish(occasion, result, step, world) {
	const { env, runner } = step;
	const [{ createMask }, { publishAll }] = await Promise.all([import("./chunk-mask.js"), import("./chunk-publish2.js")]);
	const mask = createMask(env, [...Object.values(step.secrets), ...await secretsOfPlan(result.plan)]);
	const { publication, lines } = await compose(result, occasion, mask);
	for (const line of lines) runner.info(line);
	await publishAll(publication, world, {
		mask,
		runner,
		conversation: conversation(occasion, step, world),
		run: runNumber(env)
	});
	return publication.exitCode;
}
/** Credentials that the configuration itself holds: in headers of requests, in the service's environment. */
async function secretsOfPlan(plan) {
	if (plan === null) return [];
	const { secretsOf, secretsOfHeaders } = await import("./chunk-mask.js");
	return [...plan.scenarios.flatMap(({ load }) => load.requests.flatMap((request) => secretsOfHeaders(request.headers))), ...plan.service.kind === "booted" ? secretsOf(plan.service.env) : []];
}
/** The result in the words of its readers. Values are masked before they are put into words, since words may cut or escape them. */
async function compose(result, occasion, mask) {
	const { plan, exitCode } = result;
	const common = {
		occasion,
		exitCode,
		suite: plan?.suite ?? "",
		comment: plan?.report.comment ?? "never",
		directory: plan?.report.directory ?? null
	};
	return result.kind === "failed" ? composeFailed(result, common, mask) : composeJudged(result, common, mask);
}
async function composeFailed({ failure: unmasked }, common, mask) {
	const [{ maskTree }, { renderFailureMarkdown, renderFailureTerminal }] = await Promise.all([import("./chunk-mask.js"), import("./chunk-failure2.js")]);
	const failure = maskTree(unmasked, mask);
	const headline = `${failure.message} ${failure.advice}`;
	return {
		publication: {
			...common,
			headline,
			outcome: "failure",
			run: null,
			verdict: null,
			markdown: () => renderFailureMarkdown(failure, "en")
		},
		lines: linesOr([headline], () => renderFailureTerminal(failure, "en", LOOK))
	};
}
async function composeJudged({ report: unmasked, run, verdict }, common, mask) {
	const [{ maskTree }, { renderMarkdown }, { renderTerminal }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-markdown2.js"),
		import("./chunk-terminal2.js")
	]);
	const report = maskTree(unmasked, mask);
	const lines = linesOr([`Loadgate: ${verdict.outcome}`], () => renderTerminal(report, "en", LOOK));
	return {
		publication: {
			...common,
			headline: lines.find((line) => line.trim() !== "")?.trim() ?? verdict.outcome,
			outcome: verdict.outcome,
			run,
			verdict,
			markdown: (limit) => renderMarkdown(report, "en", limit)
		},
		lines
	};
}
/** A verdict that cannot be put into words is a verdict all the same. */
function linesOr(plain, render) {
	try {
		return render().split("\n");
	} catch (error) {
		return [...plain, `The report could not be rendered: ${String(error)}`];
	}
}
function conversation({ repository, pullRequest }, { env, secrets }, { signal }) {
	const token = secrets["INPUT_GITHUB-TOKEN"] ?? "";
	if (repository === null || pullRequest === null || token === "") return null;
	const apiUrl = env.GITHUB_API_URL ?? "https://api.github.com";
	return async () => {
		const { openConversation } = await import("./chunk-github2.js");
		return openConversation({
			token,
			apiUrl,
			repository,
			pullRequest: pullRequest.number,
			signal
		});
	};
}
function runNumber({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt }) {
	const number = {
		id: Number(id),
		attempt: Number(attempt ?? 1)
	};
	return Number.isSafeInteger(number.id) && Number.isSafeInteger(number.attempt) ? number : null;
}
/** A reader that went away changes no verdict. */
function ignoreClosedPipe(error) {
	if (error.code !== "EPIPE") throw error;
}
/** An error that nobody caught: said, cleaned up after, and never a pass. */
function die(error) {
	if (dying) return;
	dying = true;
	const { message, lines } = asFailure(error).detail;
	process.stdout.write(`::error::${[message, ...lines].join(" ").replaceAll(/[\r\n%]+/g, " ")}\n`);
	sweepAndExit(EXIT.notMeasured);
}
/** Ends the process now, and what it started with it. */
function sweepAndExit(exitCode) {
	setTimeout(() => process.exit(exitCode), SWEEP_MS);
	if (tag === null) return process.exit(exitCode);
	import("./chunk-sweep.js").then(({ sweepLeftovers }) => sweepLeftovers(tag ?? "")).finally(() => process.exit(exitCode));
}
export {};
