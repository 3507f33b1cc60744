import.meta.dirname;
import.meta.filename;
import { t as failedBy } from "./chunk-failed.js";
import { i as phrase } from "./chunk-phrase.js";
import { i as asFailure, n as Failure, t as EXIT } from "./chunk-failure.js";
import { n as tagOf } from "./chunk-tag.js";
import { t as takeSecrets } from "./chunk-tokens.js";
// src/action.ts
/** After this long, a handle that somebody forgot does not keep the job. */
const LINGER_MS = 1e3;
/** A sweep that hangs does not keep a cancelled job. */
const SWEEP_MS = 2e3;
const TOKEN_INPUT = "INPUT_GITHUB-TOKEN";
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
	const { asked, told } = await work(step, world);
	const exitCode = await publish(asked, told, step, world);
	if (asked.mode !== "publish") await enter(told, world);
	return exitCode;
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
	const onTake = (value) => {
		if (value !== secrets[TOKEN_INPUT]) runner.hide(value);
	};
	const vault = openVault({
		env,
		secrets,
		onTake
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
/** Reads event and inputs, each once, and does what the step is for. Never throws. */
async function work(step, world) {
	const { NOTHING_ASKED, readStepInputs } = await import("./chunk-step-inputs.js");
	let asked = NOTHING_ASKED;
	try {
		asked = readStepInputs((name) => inputOf(step.env, name));
		const told = asked.mode === "publish" ? await secondStage(asked, step, world) : [await gate(asked, step, world)];
		return {
			asked,
			told
		};
	} catch (error) {
		return {
			asked,
			told: [{
				...toldOf(step, asked),
				result: await failedEarly(error, step, world)
			}]
		};
	}
}
/** Runs the gate. Throws only before the occasion is known. */
async function gate(asked, step, world) {
	const [{ readOccasion }, { runGate }, inputs] = await Promise.all([
		import("./chunk-event.js"),
		import("./chunk-gate2.js"),
		readInputs(step.env)
	]);
	const occasion = await onTestedBase(await readOccasion(step.env), step, world);
	const askPullRequest = (plan, standing) => agreed(occasion, plan, standing, step, world);
	const asking = asked.mode === "measure" && occasion.pullRequest !== null ? {} : { askPullRequest };
	const result = await runGate({
		occasion,
		configPath: inputs.config ?? null,
		inputs,
		...asking
	}, world);
	return {
		...toldOf(step, asked),
		occasion,
		result: judgeFiles(result, step)
	};
}
function toldOf({ env }, { variant }) {
	return {
		occasion: UNKNOWN,
		variant,
		run: runNumber(env)
	};
}
/** Judges what another workflow measured. Nobody to report to is no failure. */
async function secondStage(asked, step, world) {
	const { env, secrets, runner } = step;
	const [{ readMeasuredRun }, { findPulls, listChangedFiles }, { judgeSecondStage }, inputs] = await Promise.all([
		import("./chunk-measured-run.js"),
		import("./chunk-github-pulls.js"),
		import("./chunk-second-stage.js"),
		readInputs(env)
	]);
	const measured = await readMeasuredRun(env);
	const repository = env.GITHUB_REPOSITORY ?? "";
	const { headSha: sha, headBranch: branch, headRepository } = measured;
	const client = {
		token: tokenOf(secrets),
		apiUrl: apiUrlOf(env),
		repository,
		signal: world.signal
	};
	const head = {
		sha,
		branch,
		repository: headRepository ?? ""
	};
	const options = {
		repository,
		measured,
		inputs,
		artifacts: asked.artifacts ?? ""
	};
	const ask = {
		findPulls: () => findPulls(head, client),
		listFiles: (pull) => listChangedFiles(pull, client),
		agree: (occasion, plan, standing) => agreed(occasion, plan, standing, step, world)
	};
	const stage = await judgeSecondStage({
		...options,
		...ask
	}, world);
	if (stage.kind === "nothing") runner.notice(stage.why);
	if (stage.kind === "nothing") return [];
	const { occasion, results } = stage;
	const run = {
		id: measured.id,
		attempt: measured.attempt
	};
	return results.map(({ variant, result }) => ({
		occasion,
		result,
		run,
		variant: variant ?? asked.variant
	}));
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
/** The inputs of the configuration that were given. */
async function readInputs(env) {
	const { INPUTS } = await import("./chunk-inputs.js");
	const given = INPUTS.flatMap(({ name }) => {
		const value = inputOf(env, name);
		return value === null ? [] : [[name, value]];
	});
	return Object.fromEntries(given);
}
/** The runner hands each input over as `INPUT_NAME`, absent ones as empty texts. */
function inputOf(env, name) {
	const value = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
	return value === "" ? null : value;
}
function tokenOf(secrets) {
	return secrets[TOKEN_INPUT] ?? "";
}
function apiUrlOf(env) {
	return env.GITHUB_API_URL ?? "https://api.github.com";
}
/** Bytes in the runner's files that are not ours: somebody tried to speak for this step, so that nothing it measured counts (S4). */
function judgeFiles(result, step) {
	const changed = step.files.restore();
	if (changed.length === 0 || result.exitCode === EXIT.cancelled) return result;
	const failure = new Failure({
		kind: "usage",
		code: "runner-files-changed",
		message: phrase("runner-files-changed", { files: changed.join(", ") }),
		advice: phrase("runner-files-changed-advice")
	});
	return result.kind === "failed" ? {
		...result,
		failure: failure.detail,
		exitCode: failure.exitCode
	} : failedBy(failure, {
		plan: result.plan,
		configPath: null
	}, result.plan.report.language);
}
/** What went wrong before there was a plan, in the language that the step or its configuration asks for. */
async function failedEarly(error, step, world) {
	const { askedLanguage } = await import("./chunk-asked-language.js");
	const inputs = await readInputs(step.env);
	const language = await askedLanguage({
		configPath: inputs["config"] ?? null,
		inputs
	}, world.workspace);
	return failedBy(error, null, language);
}
async function publish(asked, told, { env, secrets, runner }, world) {
	const { tell } = await import("./chunk-tell.js");
	return tell(told, {
		runner,
		asked,
		token: tokenOf(secrets),
		apiUrl: apiUrlOf(env)
	}, world);
}
/** What stands, with what the pull request accepts: asked once all that was started is gone. */
async function agreed(occasion, plan, standing, { env, secrets }, { signal }) {
	const { agreedIn } = await import("./chunk-agreed.js");
	return agreedIn(occasion, {
		token: tokenOf(secrets),
		apiUrl: apiUrlOf(env),
		signal
	}, plan, standing);
}
async function enter(told, world) {
	const { enterTold } = await import("./chunk-entered.js");
	for (const each of told) await enterTold(each, world);
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
