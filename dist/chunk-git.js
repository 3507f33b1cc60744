import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { r as millis } from "./chunk-units.js";
import { join, posix, resolve } from "node:path";
import { existsSync } from "node:fs";
import { spawn } from "node:child_process";
// src/platform/git-process.ts
/** Runs git: without a shell, with a hardened environment, a deadline, and an end for its whole process group. */
/** Reading objects of a local repository takes milliseconds; a very large index on a slow disk takes seconds. */
const DEADLINE = millis(3e4);
const OUTPUT_MAX = 1048576;
const STDERR_MAX = 65536;
/** For output on its way when git has ended. What it left running in a session of its own (a connection that ssh keeps) may hold the pipes for ever. */
const DRAIN_MS = 2e3;
/** Of the environment only what git needs to find itself, its configuration, its credentials and its way through a proxy. */
const ENVIRONMENT = [
	"PATH",
	"HOME",
	"USERPROFILE",
	"XDG_CONFIG_HOME",
	"TMPDIR",
	"SSH_AUTH_SOCK",
	"http_proxy",
	"https_proxy",
	"no_proxy",
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"NO_PROXY",
	"GIT_SSL_CAINFO",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR",
	"RUNNER_TRACKING_ID"
];
/** Transports that run no command of somebody else's choosing. */
const PROTOCOLS = [
	"https",
	"ssh",
	"http",
	"file"
];
const DEFAULT_PROTOCOLS = "https:ssh";
/** Nothing that a repository's configuration could have us run. */
const HARDENING = [
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.pager=cat"
];
/** Runs git in a repository's folder. Never throws: whatever happens is the answer. */
async function runGit(world, repository, args, bounds = {}) {
	const { deadline = DEADLINE, bytesMax = OUTPUT_MAX } = bounds;
	if (world.signal.aborted) return {
		kind: "cancelled",
		stdout: Buffer.alloc(0),
		stderr: ""
	};
	return new Promise((resolve) => {
		const child = spawn("git", [...HARDENING, ...args], {
			cwd: repository.directory,
			env: environmentOf(world, repository),
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			detached: true
		});
		const stdout = [];
		const stderr = [];
		let received = 0;
		let complaint = 0;
		let ending = null;
		const end = (why) => {
			ending ??= why;
			killGroup(child.pid);
		};
		const cancel = () => end("cancelled");
		const timer = setTimeout(() => end("too-slow"), deadline);
		world.signal.addEventListener("abort", cancel, { once: true });
		const settle = (answer) => {
			clearTimeout(timer);
			world.signal.removeEventListener("abort", cancel);
			const words = {
				stdout: Buffer.concat(stdout),
				stderr: Buffer.concat(stderr).toString("utf8")
			};
			if (answer instanceof Error) resolve({
				...words,
				kind: "not-started",
				stderr: answer.message
			});
			else resolve(ending === null ? {
				kind: "exited",
				...answer,
				...words
			} : {
				kind: ending,
				...words
			});
		};
		child.on("error", settle);
		const pipes = child;
		pipes.stdout?.on("data", (chunk) => {
			received += chunk.length;
			if (received > bytesMax) return end("too-much");
			stdout.push(chunk);
		});
		pipes.stderr?.on("data", (chunk) => {
			complaint += chunk.length;
			if (complaint <= STDERR_MAX) stderr.push(chunk);
		});
		child.on("close", (code) => settle({ code }));
		child.on("exit", (code) => {
			const give = () => {
				const before = received + complaint;
				setImmediate(() => {
					if (ending === null && received + complaint > before) return give();
					child.stdout.destroy();
					child.stderr.destroy();
					settle({ code });
				});
			};
			const drained = setTimeout(give, DRAIN_MS);
			child.on("close", () => clearTimeout(drained));
		});
	});
}
/** The standard output of a git command that must succeed. @throws Failure */
async function gitText(world, repository, args) {
	const answer = await runGit(world, repository, args);
	if (answer.kind === "exited" && answer.code === 0) return answer.stdout.toString("utf8").replace(/\n$/, "");
	throw complain(world, answer, args[0] ?? "git");
}
/** Git and the processes it started (ssh, its transports) are a group of their own. */
function killGroup(pid) {
	if (pid === void 0) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
function environmentOf(world, { config }) {
	const kept = Object.fromEntries(ENVIRONMENT.map((name) => [name, world.env[name]]));
	const pairs = config.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]]);
	return {
		...kept,
		LC_ALL: "C",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_LITERAL_PATHSPECS: "1",
		GIT_ALLOW_PROTOCOL: protocolsOf(world.env["GIT_ALLOW_PROTOCOL"]),
		GIT_CONFIG_COUNT: String(config.length),
		...Object.fromEntries(pairs)
	};
}
/** The user's own choice of protocols, without those that run commands (`ext`, `fd`). */
function protocolsOf(asked) {
	if (asked === void 0) return DEFAULT_PROTOCOLS;
	return asked.split(":").filter((protocol) => PROTOCOLS.includes(protocol)).join(":");
}
/** Why git could not answer, in words for people. `what`: what was asked for; a text is a path or a word of git's. */
function complain(world, answer, what) {
	if (answer.kind === "cancelled" || world.signal.aborted) return cancelled();
	if (answer.kind === "not-started") return notStarted(answer.stderr);
	const lines = answer.stderr.split("\n").filter(Boolean).slice(0, 10);
	if (answer.stderr.includes("dubious ownership")) {
		const advice = phrase("git-unsafe-directory-advice", { folder: world.workspace });
		return new Failure({
			kind: "usage",
			code: "git-unsafe-directory",
			message: phrase("git-unsafe-directory"),
			advice,
			lines
		});
	}
	if (answer.stderr.includes("not a git repository")) return usage("git-no-repository");
	return new Failure({
		kind: "not-measured",
		code: "git-failed",
		message: answer.kind === "exited" ? phrase("git-ended", {
			what,
			code: String(answer.code)
		}) : phrase(answer.kind === "too-slow" ? "git-too-slow" : "git-too-much", { what }),
		advice: phrase("git-failed-advice"),
		lines
	});
}
/** No such program is wrong usage; a machine that has no more processes or open files is not. */
function notStarted(reason) {
	if (!/EAGAIN|EMFILE|ENFILE|ENOMEM/.test(reason)) return usage("git-missing");
	return new Failure({
		kind: "not-measured",
		code: "git-failed",
		message: phrase("spawn-failed", {
			file: "git",
			error: reason
		}),
		advice: phrase("spawn-failed-advice")
	});
}
function usage(code) {
	return new Failure({
		kind: "usage",
		code,
		message: phrase(code),
		advice: phrase(`${code}-advice`)
	});
}
function cancelled() {
	return new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: phrase("stopped-in-git"),
		advice: phrase("stopped-advice")
	});
}
// src/platform/git-bare.ts
/** Bare repositories of this run's own: what is fetched goes there, so that the user's repository stays as it is, to the byte. */
/** A repository of this name under the run's temporary folder, made where it is not there yet, without the templates of the user's git. @throws Failure */
async function openBare(world, name, { format, config }) {
	const directory = join(world.temporary, name);
	if (!existsSync(directory)) {
		const init = [
			"init",
			"--quiet",
			"--bare",
			"--template=",
			`--object-format=${await format()}`,
			directory
		];
		await gitText(world, {
			directory: world.temporary,
			config: []
		}, init);
	}
	return {
		directory,
		config
	};
}
/** Arguments that fetch this much of what a remote has, and nothing else. `what`: a commit, or a refspec. */
const fetchArguments = (url, what, depth) => [
	"fetch",
	"--quiet",
	`--depth=${depth}`,
	"--no-tags",
	"--no-write-fetch-head",
	"--no-recurse-submodules",
	"--no-auto-maintenance",
	"--upload-pack=git-upload-pack",
	"--end-of-options",
	url,
	what
];
// src/platform/git-fetch.ts
/** Gets a commit that a shallow clone lacks: into a bare repository of this run's own, so that the user's stays as it is, to the byte. */
/** One commit without its history, even of a large repository, over a slow line. */
const FETCH_DEADLINE = millis(12e4);
/**
* What the user's repository itself knows about reaching its remote: credentials and proxies. The user's global settings reach git anyway, and given twice
* an authorization header would be refused.
*/
const REMOTE_CONFIG = "^(http|credential|ssh)\\.|^core\\.sshcommand$";
/** Settings of a clone that left objects out: git fetches one as soon as anybody asks for it, into the user's repository. */
const PARTIAL_CONFIG = "^(remote\\..*\\.promisor|extensions\\.partialclone)$";
/** Names of all objects of a commit with a million files. */
const LISTING_MAX = 134217728;
/** True when the repository is a partial clone. */
async function isPartial(world, repository) {
	const answer = await runGit(world, repository, [
		"config",
		"--local",
		"--get-regexp",
		PARTIAL_CONFIG
	]);
	return answer.kind === "exited" && answer.code === 0;
}
/** True when a partial clone holds this commit with every file of it. Nothing is fetched to find out. */
async function commitIsWhole(world, repository, sha) {
	const answer = await runGit(world, repository, [
		"rev-list",
		"--objects",
		"--no-walk",
		"--missing=print",
		sha
	], { bytesMax: LISTING_MAX });
	if (answer.kind === "cancelled") throw complain(world, answer, phrase("git-commit", { sha: sha.slice(0, 12) }));
	return answer.kind === "exited" && answer.code === 0 && !/^\?/m.test(answer.stdout.toString("latin1"));
}
/** True when the repository holds this commit. @throws Failure when git cannot be asked */
async function commitIsIn(world, repository, sha) {
	const answer = await runGit(world, repository, [
		"cat-file",
		"-e",
		`${sha}^{commit}`
	]);
	if (answer.kind !== "exited") throw complain(world, answer, phrase("git-commit", { sha: sha.slice(0, 12) }));
	return answer.code === 0;
}
/**
* A bare repository under the run's temporary folder that holds the commit, fetched by its exact id and without history from the `origin` of `from`.
* @throws Failure kind `not-measured`, code `base-unreadable`, when it cannot be had
*/
async function fetchedRepository(world, from, sha) {
	const bare = await openBare(world, "base.git", {
		format: () => Promise.resolve(sha.length === 64 ? "sha256" : "sha1"),
		config: await remoteConfig(world, from)
	});
	if (await commitIsIn(world, bare, sha)) return bare;
	const url = await originOf(world, from);
	if (url === null) throw unreadable(sha, [phrase("no-origin")]);
	world.log.info(`Fetching the base commit ${sha.slice(0, 12)}, which this clone does not hold`);
	const fetched = await runGit(world, bare, fetchArguments(url, sha, 1), { deadline: FETCH_DEADLINE });
	if (fetched.kind === "cancelled") throw complain(world, fetched, phrase("git-base-commit"));
	if (await commitIsIn(world, bare, sha)) return bare;
	throw unreadable(sha, linesOf(fetched.stderr, url));
}
/** The address of `origin`, rewritten as the user's settings say; a relative one starts at the top of the working tree. */
async function originOf(world, from) {
	const origin = await runGit(world, from, [
		"remote",
		"get-url",
		"origin"
	]);
	const url = origin.stdout.toString("utf8").trim();
	if (origin.kind !== "exited" || origin.code !== 0 || url === "") return null;
	if (!/^\.{1,2}(\/|$)/.test(url)) return url;
	return resolve(await gitText(world, from, ["rev-parse", "--show-toplevel"]), url);
}
/** Settings of a repository for its remotes, to be given to git in another one. */
async function remoteConfig(world, from) {
	const answer = await runGit(world, from, [
		"config",
		"--local",
		"--includes",
		"--null",
		"--get-regexp",
		REMOTE_CONFIG
	]);
	if (answer.kind !== "exited" || answer.code !== 0) return [];
	return answer.stdout.toString("utf8").split("\0").filter(Boolean).map((entry) => {
		const at = entry.indexOf("\n");
		return at < 0 ? [entry, "true"] : [entry.slice(0, at), entry.slice(at + 1)];
	});
}
/** What git said, without the address: it may hold a password. */
function linesOf(stderr, url) {
	return stderr.replaceAll(url, "origin").split("\n").filter(Boolean).slice(0, 10);
}
function unreadable(sha, lines) {
	return new Failure({
		kind: "not-measured",
		code: "base-unreadable",
		message: phrase("base-unreadable", { sha: sha.slice(0, 12) }),
		advice: phrase("base-unreadable-advice"),
		lines
	});
}
// src/platform/git.ts
/** Questions to git about the workspace's repository. Nothing here changes a byte of the checkout or of its repository. */
/** Largest file read from a commit when nobody says otherwise: what a configuration may have. */
const SIZE_MAX = 1048576;
const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** Modes of git's tree entries. */
const LINK = "120000";
const SUBMODULE = "160000";
const FOLDER = "040000";
/** Who git says is at work here; null when it does not know. */
async function gitUserName(world) {
	const answer = await runGit(world, workspaceOf(world), [
		"config",
		"--get",
		"user.name"
	]);
	const name = answer.stdout.toString("utf8").trim().slice(0, 100);
	return answer.kind === "exited" && answer.code === 0 && name !== "" ? name : null;
}
/** True when the workspace lies in a repository that git is willing to read. */
async function isRepository(world) {
	const answer = await runGit(world, workspaceOf(world), ["rev-parse", "--git-dir"]);
	return answer.kind === "exited" && answer.code === 0;
}
/**
* The commit that is checked out, and whether tracked files differ from it. A workspace without git, without a repository or without a commit can be
* measured all the same: its commit is null.
*/
async function resolveHead(world) {
	const head = await runGit(world, workspaceOf(world), [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	if (head.kind !== "exited" || head.code !== 0) {
		if (head.stderr.includes("dubious ownership")) world.log.warning(complain(world, head, "HEAD").message);
		return {
			commit: null,
			dirty: false
		};
	}
	const changes = await runGit(world, workspaceOf(world), [
		"status",
		"--porcelain=v1",
		"--untracked-files=no",
		"--ignore-submodules=all",
		"--no-renames"
	]);
	const clean = changes.kind === "exited" && changes.code === 0 && changes.stdout.length === 0;
	return {
		commit: head.stdout.toString("utf8").trim(),
		dirty: !clean
	};
}
/**
* The commit that a pull request's head was merged into, when what is checked out is the merge that GitHub made for its workflows (`merge`: GITHUB_SHA); else null. The
* event names a base too, but that stays as it was when the pull request was last touched, and what others merged since would then count as this change's.
*/
async function baseOfTestMerge(world, merge, head) {
	const { commit } = await resolveHead(world);
	if (commit === null || commit !== merge) return null;
	const answer = await runGit(world, workspaceOf(world), [
		"cat-file",
		"commit",
		commit
	]);
	if (answer.kind !== "exited" || answer.code !== 0) return null;
	const [headers = ""] = answer.stdout.toString("latin1").split("\n\n", 1);
	const parents = [...headers.matchAll(/^parent (?<sha>[0-9a-f]+)$/gm)].map(([, sha]) => sha ?? "");
	const [base, second] = parents;
	return parents.length === 2 && second === head ? base ?? null : null;
}
/**
* The commit that a name (a branch, a tag, `HEAD~1`, a sha) stands for.
* @throws Failure kind `usage` when it is no such name, or git or the repository is missing
*/
async function resolveRef(world, name) {
	refuseOddRef(name);
	await requireRepository(world);
	const answer = await runGit(world, workspaceOf(world), [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${name}^{commit}`
	]);
	const sha = answer.stdout.toString("utf8").trim();
	if (answer.kind === "exited" && answer.code === 0 && SHA.test(sha)) return sha;
	throw new Failure({
		kind: "usage",
		code: "ref-unknown",
		message: phrase("ref-unknown", { name }),
		advice: phrase("ref-unknown-advice")
	});
}
/**
* The text of a file at a commit, its path relative to the workspace; null when that commit has no such file. A commit that is absent (a shallow clone) is
* fetched from `origin`, into a repository of this run's own.
* @throws Failure kind `usage` for an odd sha or path, or without git or a repository; kind `not-measured`, code `base-unreadable`, when the commit cannot be
*   had, and `base-file-invalid` when the path is no plain file of at most 1 MiB
*/
async function showFile(world, sha, path) {
	const committed = await readCommitted(world, sha, path, SIZE_MAX);
	if (committed.kind === "missing") return null;
	if (committed.kind === "file") return committed.bytes.toString("utf8");
	const commit = sha.slice(0, 12);
	throw new Failure({
		kind: "not-measured",
		code: "base-file-invalid",
		message: committed.kind === "too-large" ? phrase("base-file-too-large", {
			path,
			size: committed.size,
			sha: commit
		}) : phrase("base-file-invalid", {
			path,
			what: committed.what,
			sha: commit
		}),
		advice: phrase("base-file-invalid-advice")
	});
}
/**
* What lies at a path of a commit, as bytes; see {@link showFile}.
* @throws Failure as {@link showFile}, except that what is there is the answer
*/
async function readCommitted(world, sha, path, bytesMax) {
	if (!SHA.test(sha)) throw oddSha(sha);
	const full = repositoryPath(await requireRepository(world), path);
	const repository = await repositoryWith(world, sha);
	const entry = await treeEntry(world, repository, sha, full);
	if (entry === null) return { kind: "missing" };
	if (typeof entry === "string") return {
		kind: "not-a-file",
		what: entry
	};
	if (!(entry.size <= bytesMax)) return {
		kind: "too-large",
		size: entry.size
	};
	const blob = await runGit(world, repository, [
		"cat-file",
		"blob",
		entry.object
	], { bytesMax });
	if (blob.kind !== "exited" || blob.code !== 0) throw complain(world, blob, path);
	return {
		kind: "file",
		bytes: blob.stdout
	};
}
const workspaceOf = (world) => ({
	directory: world.workspace,
	config: []
});
/** Where the workspace lies in its repository (`` or `folder/`). @throws Failure kind `usage` without git or a repository */
async function requireRepository(world) {
	const answer = await runGit(world, workspaceOf(world), ["rev-parse", "--show-prefix"]);
	if (answer.kind === "exited" && answer.code === 0) return answer.stdout.toString("utf8").replace(/\n$/, "");
	throw complain(world, answer, phrase("git-repository"));
}
/** The workspace's repository when it has the commit (a partial clone: with all its files), else one that fetched it. */
async function repositoryWith(world, sha) {
	const here = workspaceOf(world);
	return await (await isPartial(world, here) ? commitIsWhole : commitIsIn)(world, here, sha) ? here : fetchedRepository(world, here, sha);
}
/** The blob at a path, null when nothing is there, or a word for what is not a file; a link or submodule on the way there counts as one. */
async function treeEntry(world, repository, sha, path) {
	const steps = path.split("/");
	const paths = steps.map((_, index) => steps.slice(0, index + 1).join("/"));
	const listing = await gitText(world, repository, [
		"ls-tree",
		"-z",
		"--long",
		"--full-tree",
		sha,
		"--",
		...paths
	]);
	for (const line of listing.split("\0").filter(Boolean)) {
		const [, mode = "", object = "", size = "", name = ""] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
		if (!paths.includes(name)) continue;
		if (mode === LINK) return "symbolic link";
		if (mode === SUBMODULE) return "submodule";
		if (name === path) return mode === FOLDER ? "folder" : {
			object,
			size: Number(size)
		};
		if (mode !== FOLDER) return "file in its way";
	}
	return null;
}
/** @throws Failure kind `usage` when the path leaves the repository or is none */
function repositoryPath(prefix, path) {
	const full = posix.normalize(posix.join(prefix, path));
	if (!(path === "" || path.includes("\0") || posix.isAbsolute(path) || full.endsWith("/")) && full !== "." && full.split("/")[0] !== "..") return full;
	throw new Failure({
		kind: "usage",
		code: "path-outside",
		message: phrase("path-not-of-repository", { path }),
		advice: phrase("path-not-of-repository-advice")
	});
}
function oddSha(sha) {
	return new Failure({
		kind: "usage",
		code: "sha-invalid",
		message: phrase("sha-invalid", { sha: sha.slice(0, 80) }),
		advice: phrase("sha-invalid-advice")
	});
}
/** Names as `git check-ref-format` allows them, with the `~1`, `^2` and `@{1}` of revisions, and nothing that looks like an option. */
function refuseOddRef(name) {
	if (/^[A-Za-z0-9_@][\w./@{}~^+-]{0,254}$/.test(name) && !name.includes("..")) return;
	throw new Failure({
		kind: "usage",
		code: "ref-invalid",
		message: phrase("ref-invalid", { name: name.slice(0, 80) }),
		advice: phrase("ref-invalid-advice")
	});
}
export { runGit as _, repositoryWith as a, resolveRef as c, originOf as d, remoteConfig as f, gitText as g, complain as h, readCommitted as i, showFile as l, openBare as m, gitUserName as n, requireRepository as o, fetchArguments as p, isRepository as r, resolveHead as s, baseOfTestMerge as t, isPartial as u };
