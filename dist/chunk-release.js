import.meta.dirname;
import.meta.filename;
import { i as phrase, n as english } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { l as toSeconds } from "./chunk-units.js";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
// src/imported/refuse.ts
const nameOf = ({ file, line }) => line === null ? file : `${file}:${line}`;
/** Quoted, and cut to what a message can hold. */
const quoted = (text) => {
	const whole = typeof text === "string" ? text : JSON.stringify(text) ?? String(text);
	return JSON.stringify(whole.length > 80 ? `${whole.slice(0, 80)}…` : whole);
};
/** The shape is not that of the format, or a number is none. */
const invalid = (place, what) => failure("import-invalid", `${nameOf(place)}: ${what}.`, WHOLE);
/** The end is missing. */
const truncated = (place, what) => failure("import-truncated", `${nameOf(place)} is cut off: ${what}.`, WHOLE);
/** Numbers that cannot all be true. */
const inconsistent = (place, what) => failure("import-inconsistent", `${nameOf(place)} contradicts itself: ${what}.`, "Nothing is judged by such numbers. Measure again, and give the output as the tool wrote it.");
/** Too much to read. */
const tooLarge = (place, what, advice) => failure("import-too-large", `${nameOf(place)}: ${what}.`, advice);
/** Another form of a tool's output than those that are read. */
const otherForm = (place, what, advice) => failure("import-other-form", `${nameOf(place)} ${what}.`, advice);
const WHOLE = "Give the output as the tool wrote it, whole and unedited; docs/import.md says how to get it.";
function failure(code, message, advice) {
	return new Failure({
		kind: "not-measured",
		code,
		message,
		advice
	});
}
// src/engines/programs/untrue.ts
/** What a program that sends told, and what cannot be true of it. */
/** Says why what was told cannot be true. */
var Untrue = class extends Error {
	name = "Untrue";
	why;
	/** Made of a piece of a sentence, which ends "cannot be believed: …". */
	constructor(why) {
		super(english(why));
		this.why = why;
	}
};
// src/engines/programs/program.ts
/** An engine that is a program of its own, as a child of the generator: what it may print, and how all of it ends. */
const LINE_MAX = 300;
/** After its end, output on its way is waited for. */
const DRAIN_MS = 200;
/** Starts it, in a group of its own. */
function startProgram(command, args, { cwd, env }) {
	const child = spawn(command, args, {
		cwd,
		env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: true
	});
	let printed = "";
	const keep = (chunk) => {
		printed = (printed + chunk.subarray(-16384).toString("utf8")).slice(-16384);
	};
	child.stdout.on("data", keep);
	child.stderr.on("data", keep);
	const bound = endWithUs(child.pid, "SIGKILL");
	const exited = exitOf(child);
	let isOver = false;
	exited.then(() => {
		isOver = true;
	});
	return {
		pid: child.pid ?? null,
		exited,
		lines: () => linesOf(printed),
		signal(name) {
			if (!isOver) signal(child.pid, name);
		},
		async [Symbol.asyncDispose]() {
			if (child.pid !== void 0) signal(-child.pid, "SIGKILL");
			bound[Symbol.dispose]();
			await exited;
			child.stdout.destroy();
			child.stderr.destroy();
		}
	};
}
const groups = /* @__PURE__ */ new Map();
/** When this process ends, since the gate is gone, or by an error, nobody is left to dispose of anything: the group of `pid` is sent a signal then, until the binding is disposed of. */
function endWithUs(pid, name) {
	if (groups.size === 0) process.off("exit", endBound).on("exit", endBound);
	if (pid !== void 0) groups.set(pid, name);
	return { [Symbol.dispose]() {
		if (pid !== void 0) groups.delete(pid);
	} };
}
function endBound() {
	for (const [pid, name] of groups) signal(-pid, name);
}
/** How a child ends; resolves when its output has come, too. */
async function exitOf(child) {
	const { promise, resolve: settle } = Promise.withResolvers();
	child.once("error", (error) => settle({
		code: null,
		signal: null,
		error
	}));
	child.once("exit", (code, endedBy) => settle({
		code,
		signal: endedBy,
		error: null
	}));
	const closed = new Promise((done) => {
		child.once("close", () => done());
	});
	const exit = await promise;
	await Promise.race([closed, setTimeout(DRAIN_MS, void 0, { ref: false })]);
	return exit;
}
/** Sends a signal; what is gone already is no error. */
function signal(pid, name) {
	if (pid === void 0) return;
	try {
		process.kill(pid, name);
	} catch {}
}
/** The last lines of what was printed, cut to what a person reads. */
function linesOf(printed) {
	return printed.split("\n").map((line) => line.trimEnd().slice(0, LINE_MAX)).filter((line) => line !== "").slice(-20);
}
// src/engines/locust/child.ts
/** Locust as a child of the generator: how it is called, what it may print, and how all of it ends. */
/** Arguments of the command. */
function argumentsOf({ plan, workspace, url, users, patience, beside, more }) {
	return [
		"--headless",
		"--only-summary",
		`--locustfile=${[...beside, resolve(workspace, plan.file)].join(",")}`,
		`--host=${url}`,
		`--users=${users}`,
		`--spawn-rate=${plan.spawnRate}`,
		`--stop-timeout=${Math.ceil(toSeconds(patience))}`,
		...masterArguments(plan),
		...plan.processes > 1 ? ["--processes", String(plan.processes)] : [],
		...plan.tags.length > 0 ? ["--tags", ...plan.tags] : [],
		...plan.excludeTags.length > 0 ? ["--exclude-tags", ...plan.excludeTags] : [],
		...more
	];
}
function masterArguments({ workers }) {
	if (workers === null) return [];
	const { bind, port, count, mayLose } = workers;
	return [
		"--master",
		...[`--master-bind-host=${bind}`, `--master-bind-port=${port}`],
		`--expect-workers=${count}`,
		...mayLose > 0 ? ["--enable-rebalancing"] : []
	];
}
/** The executable: a name that PATH is searched for, or a path. */
const commandOf = ({ command }, workspace) => command.includes("/") ? resolve(workspace, command) : command;
/** Starts it, in a group of its own. */
function startLocust(calling) {
	const { plan, workspace, env } = calling;
	const program = startProgram(commandOf(plan, workspace), argumentsOf(calling), {
		cwd: workspace,
		env: {
			...process.env,
			PYTHONUNBUFFERED: "1",
			PYTHONDONTWRITEBYTECODE: "1",
			...plan.env,
			...env
		}
	});
	return {
		...program,
		interrupt: (again) => program.signal(again ? "SIGTERM" : "SIGINT")
	};
}
// src/engines/locust/failures.ts
/** Why a run of Locust is no measurement, in words for people. */
/** `exit code 2`, or the signal that ended a process. */
const endingOf = ({ code, signal }) => signal === null ? phrase("locust-exit", { code: String(code) }) : phrase("locust-signal", { signal });
/** Locust ended before the measured time was over. */
function locustEnded(plan, exit, lines) {
	if (exit.error !== null) return notStarted(plan, exit.error);
	const module = lines.map((line) => /^(?:ModuleNotFoundError|ImportError): (?:No module named |cannot import name )['"]([^'"]{1,100})['"]/.exec(line)?.[1]).find((name) => name !== void 0);
	const { file, command } = plan;
	return module === void 0 ? failed("locust-ended", phrase("locust-ended", { ending: endingOf(exit) }), phrase("locust-ended-advice"), lines) : failed("locust-module-missing", phrase("locust-module-missing", {
		file,
		module,
		command
	}), phrase("locust-module-missing-advice"), lines);
}
function notStarted({ command }, error) {
	const why = error.code === "ENOENT" ? phrase("locust-no-command") : error.code ?? error.message;
	return new Failure({
		kind: "usage",
		code: "locust-missing",
		message: phrase("locust-missing", {
			command,
			why
		}),
		advice: phrase("locust-missing-advice")
	}, { cause: error });
}
/** What Locust tells cannot be true. */
const locustUntrue = (why, lines) => failed("locust-untrue", phrase("locust-untrue", { why }), phrase("locust-untrue-advice"), lines);
/** It said nothing for too long, or did not end: `what` is a sentence. */
const locustSilent = (what, lines) => failed("locust-silent", what, phrase("locust-silent-advice"), lines);
/** Not all workers came in time. */
function workersMissing({ count, joinWithin, port }, joined, lines) {
	const facts = {
		count,
		seconds: joinWithin / 1e3
	};
	const names = joined.join(", ");
	return failed("locust-workers-missing", joined.length === 0 ? phrase("locust-workers-none", facts) : phrase("locust-workers-missing", {
		...facts,
		joined: joined.length,
		names
	}), phrase("locust-workers-missing-advice", { port: String(port) }), lines);
}
/** A command that starts a worker failed. */
const workerNotStarted = ({ command, how }, lines) => failed("locust-worker-not-started", phrase("locust-worker-not-started", {
	ending: how,
	command
}), phrase("locust-worker-not-started-advice"), lines);
/** Workers that were started without our listener. */
const workersDeaf = (names, lines) => failed("locust-workers-deaf", phrase("locust-workers-deaf", { names: names.join(", ") }), phrase("locust-workers-deaf-advice"), lines);
/** One was lost, or came late, before there was anything to measure. */
const workerLost = (names, lines) => failed("locust-worker-lost", phrase("locust-worker-lost", { names: names.join(", ") }), phrase("locust-worker-lost-advice"), lines);
/** It ended in a way that its counts do not explain. */
const locustExitCode = (exit, lines) => failed("locust-exit-code", phrase("locust-exit-code", { ending: endingOf(exit) }), phrase("locust-exit-code-advice"), lines);
/** It is too old. */
const locustOld = ({ what, release, oldest }, lines) => failed("locust-old", phrase(what, {
	release: release ?? phrase("locust-unknown"),
	oldest
}), phrase("locust-old-advice", { oldest }), lines);
const failed = (code, message, advice, lines) => new Failure({
	kind: "not-measured",
	code,
	message,
	advice,
	lines
});
// src/engines/locust/release.ts
/** Which release of Locust a command is, and whether it comes before another one. */
/** Loads a second file beside the locustfile (`-f` with a list), as no release before it does. */
const OLDEST = "2.11.0";
/** Has `--processes`. */
const OLDEST_PROCESSES = "2.19.0";
/** Gives its workers more than one file. */
const OLDEST_WORKERS = "2.27.0";
/** Writes its statistics to a file (`--json-file`), as no release before it does. */
const OLDEST_ROUNDED = "2.37.0";
/** Python, on a busy machine. */
const ASK_MS = 9e4;
/** What it says of itself: `locust 2.47.0 from …`; null where it says nothing, as releases before 2 that find no locustfile. */
async function releaseOf(plan, workspace) {
	const options = {
		timeout: ASK_MS,
		cwd: workspace,
		env: {
			...process.env,
			...plan.env
		}
	};
	const answered = await promisify(execFile)(commandOf(plan, workspace), ["--version"], options).catch(() => null);
	return /locust (\d[0-9A-Za-z.+-]{0,30})/.exec(answered?.stdout ?? "")?.[1] ?? null;
}
/** True when a release is known to come before another one. Of two with the same three numbers neither does: `2.37.0.dev3` is as good as `2.37.0`. */
function isBefore(release, other) {
	const [mine, yours] = [numbersOf(release ?? ""), numbersOf(other)];
	if (mine === null || yours === null) return false;
	const at = mine.findIndex((number, index) => number !== yours[index]);
	return at >= 0 && (mine[at] ?? 0) < (yours[at] ?? 0);
}
const numbersOf = (release) => /^(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?/.exec(release)?.slice(1, 4).map((part) => Number(part ?? 0)) ?? null;
/** What a release before {@link OLDEST} says of a list of files, and later ones say of none that they are given. */
const takesNoList = (lines) => lines.some((line) => line.startsWith("Could not find any locustfile!"));
export { Untrue as C, quoted as D, otherForm as E, tooLarge as O, startProgram as S, invalid as T, workersMissing as _, isBefore as a, linesOf as b, endingOf as c, locustOld as d, locustSilent as f, workersDeaf as g, workerNotStarted as h, OLDEST_WORKERS as i, truncated as k, locustEnded as l, workerLost as m, OLDEST_PROCESSES as n, releaseOf as o, locustUntrue as p, OLDEST_ROUNDED as r, takesNoList as s, OLDEST as t, locustExitCode as u, startLocust as v, inconsistent as w, signal as x, endWithUs as y };
