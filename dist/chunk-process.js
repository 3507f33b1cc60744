import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { r as millis } from "./chunk-units.js";
import { i as readKernelFile, r as listKernelFolder } from "./chunk-kernel-files.js";
import { n as tagOf, t as TAG_VARIABLE } from "./chunk-tag.js";
import { join } from "node:path";
import { existsSync, readlinkSync } from "node:fs";
import { constants as constants$1 } from "node:os";
import { setTimeout } from "node:timers/promises";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
// src/platform/procfs.ts
/** Reads Linux's `/proc`: which processes there are, what marks they carry, and who listens on which port. */
/** Everything that runs, zombies included, but for these numbers; none where there is no `/proc`. `root` stands for `/`. */
function listProcesses(root = "/", but = /* @__PURE__ */ new Set()) {
	return listKernelFolder(root, "proc").filter((name) => /^\d+$/.test(name) && !but.has(Number(name))).map((pid) => parseStat(readKernelFile(root, `proc/${pid}/stat`) ?? "")).filter((entry) => entry !== null);
}
/** Reads `/proc/<pid>/stat`; null when it is not one. */
function parseStat(stat) {
	const end = stat.lastIndexOf(")");
	if (end < 0) return null;
	const fields = stat.slice(end + 2).split(" ");
	const field = (number) => Number(fields[number - 3]);
	const state = fields[0] ?? "";
	const entry = {
		pid: Number.parseInt(stat, 10),
		parent: field(4),
		group: field(5),
		session: field(6),
		zombie: state === "Z" || state === "X",
		started: field(22)
	};
	return [
		entry.pid,
		entry.parent,
		entry.group,
		entry.session,
		entry.started
	].every(Number.isInteger) ? entry : null;
}
/** True when `NAME=value` was in a process's environment when it started; null when that cannot be read, or not yet. */
function hasMark(pid, mark, root = "/") {
	const environment = readKernelFile(root, `proc/${pid}/environ`);
	if (environment === null || environment === "") return null;
	return environment.split("\0").includes(mark);
}
/** The command line of a process in one line, its name in brackets when it has none, or null when it is gone. At most 200 characters. */
function commandOf(pid, root = "/") {
	const line = readKernelFile(root, `proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() ?? "";
	if (line !== "") return line.slice(0, 200);
	const name = readKernelFile(root, `proc/${pid}/comm`)?.trim();
	return name === void 0 || name === "" ? null : `[${name}]`;
}
/** All TCP sockets of this machine (of our network namespace) that listen; null where there is no `/proc`. */
function listListeners(root = "/") {
	const tables = ["tcp", "tcp6"].map((name) => readKernelFile(root, `proc/net/${name}`));
	if (tables.every((table) => table === null)) return null;
	return tables.flatMap((table) => parseListeners(table ?? ""));
}
/** State of a listening socket in `/proc/net/tcp`. */
const LISTENING = "0A";
/** Reads `/proc/net/tcp` or `tcp6`: the sockets that listen. */
function parseListeners(table) {
	return table.split("\n").flatMap((line) => {
		const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
		const [address = "", port = ""] = local.split(":");
		if (state !== LISTENING) return [];
		return [{
			address: parseAddress(address),
			port: Number.parseInt(port, 16),
			inode: Number(inode)
		}];
	});
}
/** The kernel prints each 32-bit word of an address with its bytes in reverse order (on little-endian machines: all that Node runs on widely). */
function parseAddress(hex) {
	const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).toReversed());
	if (bytes.length === 4) return bytes.join(".");
	if (bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255) return bytes.slice(12).join(".");
	const groups = Array.from({ length: 8 }, (_, index) => ((bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)).toString(16));
	return URL.parse(`http://[${groups.join(":")}]`)?.hostname.slice(1, -1) ?? groups.join(":");
}
/** The sockets (as inodes) that these processes hold. Processes that we may not look into hold none. */
function socketsOf(pids, root = "/") {
	return new Set(pids.flatMap((pid) => inodesOf(pid, root)));
}
/** The pids that hold any of these sockets, as far as we may look. */
function holdersOf(inodes, root = "/") {
	return listProcesses(root).map(({ pid }) => pid).filter((pid) => inodesOf(pid, root).some((inode) => inodes.has(inode)));
}
function inodesOf(pid, root) {
	return listKernelFolder(root, `proc/${pid}/fd`).flatMap((descriptor) => {
		const inode = /^socket:\[(\d+)\]$/.exec(readLink(join(root, `proc/${pid}/fd/${descriptor}`)))?.[1];
		return inode === void 0 ? [] : [Number(inode)];
	});
}
function readLink(path) {
	try {
		return readlinkSync(path);
	} catch {
		return "";
	}
}
// src/platform/process-list.ts
/** Who is alive on this machine, and who belongs to a tree of processes: by descent, group, session, and the mark in their environment. */
/** `/proc` where there is one. Elsewhere (macOS) `ps`, which tells descent and group, but no mark: a daemon of a daemon is not found there. */
const thisMachine = existsSync("/proc/self/stat") ? {
	list: (but) => listProcesses("/", but),
	marked: (pid, mark) => hasMark(pid, mark)
} : {
	list: listByPs,
	marked: () => null
};
/**
* Follows the tree under `root`. A member is the root itself, whoever is in its group or session, whoever carries the mark, every child of
* a member, and everybody who was once seen as a member: a process that left its group and lost its parent is still known.
*/
function followTree(root, mark, source = thisMachine) {
	const rootStarted = source.list().find(({ pid }) => pid === root)?.started ?? null;
	let known = /* @__PURE__ */ new Set();
	let marks = /* @__PURE__ */ new Map();
	let ofKernel = /* @__PURE__ */ new Set();
	let glances = 0;
	const lookAmong = (listed) => {
		const all = listed.filter(({ pid }) => pid > 1 && pid !== process.pid);
		marks = readMarks(all, mark, marks, source);
		const reused = all.some(({ pid, started }) => pid === root && started !== rootStarted);
		const own = (entry) => !reused && (entry.pid === root || entry.group === root || entry.session === root) || known.has(identity(entry)) || marks.get(identity(entry)) === true;
		const members = withDescendants(all.filter(own), all);
		known = new Set(members.map(identity));
		return members.filter(({ zombie }) => !zombie).toSorted((left, right) => Number(right.pid === root) - Number(left.pid === root) || left.pid - right.pid);
	};
	const look = () => {
		const all = source.list();
		ofKernel = new Set(all.filter(isOfKernel).map(({ pid }) => pid));
		return lookAmong(all);
	};
	return {
		look,
		glance: () => glances++ % GLANCES_A_LOOK === 0 ? look() : lookAmong(source.list(ofKernel))
	};
}
const GLANCES_A_LOOK = 10;
/** The processes that carry the mark, alive, ourselves not counted. */
function findMarked(mark, source = thisMachine) {
	return source.list().filter(({ pid, zombie }) => !zombie && pid > 1 && pid !== process.pid).map(({ pid }) => pid).filter((pid) => source.marked(pid, mark) === true);
}
const identity = ({ pid, started }) => `${pid} ${started}`;
/** An environment is fixed when a process starts, so each is read once; those that could not be read are tried again. */
function readMarks(all, mark, before, source) {
	return new Map(all.flatMap((entry) => {
		const marked = before.get(identity(entry)) ?? (isOfKernel(entry) ? false : source.marked(entry.pid, mark));
		return marked === null ? [] : [[identity(entry), marked]];
	}));
}
/** Threads of the kernel are in no group and no session; they have no environment, and asking for it again and again takes time. */
const isOfKernel = ({ group, session }) => group === 0 && session === 0;
/** The processes with their children, grandchildren, and so on. */
function withDescendants(some, all) {
	const children = Map.groupBy(all, ({ parent }) => parent);
	const found = new Map(some.map((entry) => [entry.pid, entry]));
	const queue = [...some];
	for (let next = queue.pop(); next !== void 0; next = queue.pop()) for (const child of children.get(next.pid) ?? []) {
		if (found.has(child.pid)) continue;
		found.set(child.pid, child);
		queue.push(child);
	}
	return [...found.values()];
}
function listByPs() {
	const { stdout } = spawnSync("ps", ["-axo", "pid=,ppid=,pgid=,stat="], {
		encoding: "utf8",
		timeout: 2e3,
		env: {
			PATH: "/usr/bin:/bin",
			LC_ALL: "C"
		}
	});
	return parsePs(stdout ?? "");
}
/** Reads `ps -axo pid=,ppid=,pgid=,stat=`. Start times are not told: a process is known by its pid alone. */
function parsePs(table) {
	return table.split("\n").flatMap((line) => {
		const [, pid, parent, group, state = ""] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)/.exec(line) ?? [];
		if (pid === void 0) return [];
		return [{
			pid: Number(pid),
			parent: Number(parent),
			group: Number(group),
			session: 0,
			zombie: state.startsWith("Z"),
			started: 0
		}];
	});
}
// src/platform/process.ts
/** Starts commands as trees of processes that are ours to the last grandchild, and ends them whole. */
/** The signal behind an exit: a shell tells of one that ended its last command by a code of 128 and more. Null when there was none. */
function signalOf({ code, signal: endedBy }) {
	if (endedBy !== null) return endedBy;
	const number = (code ?? 0) - 128;
	return Object.entries(constants$1.signals).filter(([, value]) => value === number)[0]?.[0] ?? null;
}
/** Name of the variable that marks the processes of one tree; {@link TAG_VARIABLE} marks those of the whole run. */
const TREE_VARIABLE = "LOADGATE_TREE";
const GRACE = millis(2e3);
/** When somebody stopped us, nobody waits longer than this for a service to end by itself. */
const HURRY = millis(2e3);
const LOOK_EVERY_MS = 25;
const PIDS_EVERY_MS = 500;
/** KILL works at once; processes that fork while they are killed need another round. */
const KILL_ROUNDS = 80;
/** For output on its way when the process has ended. A grandchild may hold the pipe open for ever (F27). */
const DRAIN_MS = 150;
/** A command line as `sh` runs it; it stops at the first command of it that fails. */
const shellCommand = (line) => [
	"/bin/sh",
	"-e",
	"-c",
	line
];
/**
* Starts a command in a session of its own.
* @throws Failure kind `usage`, code `command-not-found`, when there is no such executable, else kind `not-measured`, code `spawn-failed`
*/
async function startTree(world, options) {
	const [file, ...args] = options.command;
	const mark = randomBytes(8).toString("hex");
	const child = spawn(file, args, {
		cwd: options.directory,
		env: {
			...options.env,
			[TAG_VARIABLE]: tagOf(world),
			[TREE_VARIABLE]: mark
		},
		stdio: [
			options.input === true ? "pipe" : "ignore",
			"pipe",
			"pipe"
		],
		detached: true
	});
	const { pid } = child;
	if (pid === void 0) throw await spawnFailure(child, file);
	const members = followTree(pid, `${TREE_VARIABLE}=${mark}`);
	alive.set(pid, members);
	process.off("exit", killAll).on("exit", killAll);
	const exited = new Promise((resolve) => {
		child.once("exit", (code, endedBy) => resolve({
			code,
			signal: endedBy
		}));
	});
	child.stdin?.on("error", () => void 0);
	child.on("error", () => void 0);
	for (const name of ["stdout", "stderr"]) child[name]?.on("data", (chunk) => options.onOutput?.(name, chunk)).on("error", () => void 0);
	const closed = new Promise((resolve) => {
		child.once("close", () => resolve());
	});
	const drained = exited.then(async () => {
		await Promise.race([closed, setTimeout(DRAIN_MS, void 0, { ref: false })]);
	});
	const stop = ending(world, {
		child,
		members,
		pid,
		closed
	});
	return {
		pid,
		input: child.stdin,
		exited,
		drained,
		pids: seldom(() => members.glance().map((member) => member.pid)),
		stop: (grace = options.grace ?? GRACE) => stop(grace),
		async [Symbol.asyncDispose]() {
			await stop(options.grace ?? GRACE);
		}
	};
}
/** Makes the function that ends a tree: many may call it, it is done once. */
function ending(world, tree) {
	let killAt = Number.POSITIVE_INFINITY;
	let done = null;
	const hurry = () => {
		killAt = Math.min(killAt, performance.now() + HURRY);
	};
	return (grace) => {
		killAt = Math.min(killAt, performance.now() + grace);
		if (world.signal.aborted) hurry();
		else if (done === null) world.signal.addEventListener("abort", hurry, { once: true });
		done ??= endTree(tree, () => killAt).finally(() => world.signal.removeEventListener("abort", hurry));
		return done;
	};
}
/** TERM, wait, KILL until nobody is left. The leader's end is not the tree's: it goes on while any member is alive (F23, F24). */
async function endTree({ child, members, pid, closed }, killAt) {
	for (const member of members.look()) signal(member.pid, "SIGTERM");
	while (performance.now() < killAt() && members.look().length > 0) await setTimeout(LOOK_EVERY_MS);
	for (let round = 0; round < KILL_ROUNDS && kill(members) > 0; round += 1) await setTimeout(LOOK_EVERY_MS);
	const left = members.look().map((member) => member.pid);
	await Promise.race([closed, setTimeout(DRAIN_MS)]);
	child.stdin?.destroy();
	child.stdout?.destroy();
	child.stderr?.destroy();
	alive.delete(pid);
	return left;
}
/** Sends KILL to these processes. Those that are gone already are no error. */
function endMarked(pids) {
	for (const pid of pids) signal(pid, "SIGKILL");
}
/** Sends KILL to every member that is alive. Returns how many there were. */
function kill(members) {
	const left = members.look();
	for (const { pid } of left) signal(pid, "SIGKILL");
	return left.length;
}
/** A process that is gone already is no error; one that is not ours to signal is found by the next look. */
function signal(pid, name) {
	try {
		process.kill(pid, name);
	} catch {}
}
/** Trees that nobody has ended yet. */
const alive = /* @__PURE__ */ new Map();
/** However this process exits, also by an error that nobody caught: what it started goes with it. */
function killAll() {
	for (let round = 0; round < 3; round += 1) for (const members of alive.values()) kill(members);
}
/** The same answer for half a second: looking costs a few milliseconds of a core that may be under measurement. */
function seldom(look) {
	let last = null;
	return () => {
		if (last === null || performance.now() - last.at > PIDS_EVERY_MS) last = {
			at: performance.now(),
			pids: look()
		};
		return last.pids;
	};
}
async function spawnFailure(child, file) {
	const error = await new Promise((resolve) => {
		child.once("error", resolve);
	});
	if (error.code === "ENOENT" || error.code === "EACCES") return new Failure({
		kind: "usage",
		code: "command-not-found",
		message: phrase(error.code === "ENOENT" ? "program-missing" : "program-not-executable", { file }),
		advice: phrase("program-missing-advice")
	}, { cause: error });
	return new Failure({
		kind: "not-measured",
		code: "spawn-failed",
		message: phrase("spawn-failed", {
			file,
			error: error.message
		}),
		advice: phrase("spawn-failed-advice")
	}, { cause: error });
}
export { findMarked as a, holdersOf as c, socketsOf as d, startTree as i, listListeners as l, shellCommand as n, withDescendants as o, signalOf as r, commandOf as s, endMarked as t, parseStat as u };
