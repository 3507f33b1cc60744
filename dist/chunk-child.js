import.meta.dirname;
import.meta.filename;
import { l as toSeconds } from "./chunk-units.js";
import { join, resolve } from "node:path";
import { writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { spawn } from "node:child_process";
// src/engines/program.ts
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
			await exited;
			child.stdout.destroy();
			child.stderr.destroy();
		}
	};
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
/** The certificates that vouch for the service, as Python's clients look for them. */
async function certificatesIn(folder, tls) {
	if (tls?.kind !== "verified" || tls.ca === null) return {};
	const file = join(folder, "ca.pem");
	await writeFile(file, tls.ca);
	return {
		REQUESTS_CA_BUNDLE: file,
		SSL_CERT_FILE: file
	};
}
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
export { signal as a, linesOf as i, commandOf as n, startProgram as o, startLocust as r, certificatesIn as t };
