import.meta.dirname;
import.meta.filename;
import { n as Failure, r as asFailure, t as EXIT } from "./chunk-failure.js";
import { n as tagOf } from "./chunk-tag.js";
import { t as takeSecrets } from "./chunk-tokens.js";
// src/action.ts
/** The door for GitHub Actions: the step's inputs and event in, the report to its readers, the exit code out. What is heavy is loaded when it is needed. */
/** After this long, a handle that somebody forgot does not keep the job. */
const LINGER_MS = 1e3;
/** A sweep that hangs does not keep a cancelled job. */
const SWEEP_MS = 2e3;
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
		vault: step.vault,
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
	const [{ openVault }, { neutralise }, { openRunner }, { watchRunnerFiles }, words] = await Promise.all([
		import("./chunk-vault.js"),
		import("./chunk-relay2.js"),
		import("./chunk-runner2.js"),
		import("./chunk-runner-files.js"),
		import("./chunk-progress-line.js")
	]);
	const files = watchRunnerFiles(env);
	const vault = openVault({
		env,
		secrets,
		onTake: (value) => runner.hide(value)
	});
	const runner = openRunner({
		mask: vault.mask,
		neutralise,
		files,
		now: () => performance.now(),
		words: {
			line: words.progressLine,
			title: words.progressTitle
		}
	});
	return {
		vault,
		files,
		runner
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
		occasion = await onTestedBase(await readOccasion(step.env), step, world);
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
/** A pull request is compared with what it was merged into to be tested. */
async function onTestedBase(occasion, { env }, world) {
	if (occasion.kind !== "pull-request" || occasion.headSha === null) return occasion;
	const { baseOfTestMerge } = await import("./chunk-git2.js");
	const base = await baseOfTestMerge(world, env.GITHUB_SHA, occasion.headSha);
	return base === null ? occasion : {
		...occasion,
		baseSha: base
	};
}
/** The inputs that were given: the runner hands each over as `INPUT_NAME`, absent ones as empty texts. */
async function readInputs(env) {
	const { INPUTS } = await import("./chunk-inputs.js");
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
	const { env, vault, runner } = step;
	const [{ secretsOfPlan }, { publishAll }, { compose }] = await Promise.all([
		import("./chunk-mask.js"),
		import("./chunk-publish2.js"),
		import("./chunk-compose.js")
	]);
	const mask = vault.maskWith(secretsOfPlan(result.plan));
	const { publication, lines } = await compose(result, occasion, {
		mask,
		now: world.date()
	});
	for (const line of lines) runner.info(line);
	await publishAll(publication, world, {
		mask,
		runner,
		conversation: conversation(occasion, step, world),
		run: runNumber(env)
	});
	return publication.exitCode;
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
