import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { constants } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
// src/platform/workspace.ts
/** Files of the workspace, read so that no link, pipe or size can surprise: nothing outside it, nothing of .git, nothing endless. */
/**
* Reads a file as UTF-8; bytes that are not UTF-8 become U+FFFD, a byte order mark is kept. The path may be relative or absolute; what counts is where it
* really leads. Never throws: whatever the file system says is the answer.
*/
async function readWorkspaceFile(workspace, path, bytesMax) {
	try {
		const real = await realpath(resolve(workspace, path));
		if (!isInside(await realpath(workspace), real)) return {
			kind: "refused",
			why: phrase("file-leads-out")
		};
		await using file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
		return await readBounded(file, bytesMax);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return code === "ENOENT" || code === "ENOTDIR" ? { kind: "missing" } : {
			kind: "refused",
			why: phrase("file-unreadable", { code })
		};
	}
}
/** Names of what is in a folder of the workspace; none when it is missing, cannot be read, or leads out of the workspace. Never throws. */
async function listWorkspaceFolder(workspace, path) {
	if (!await staysInWorkspace(workspace, path).catch(() => false)) return [];
	return await readdir(resolve(workspace, path)).catch(() => []);
}
/** Where an existing path of the workspace really leads, all links followed. @throws the file system's error */
async function followLinks(workspace, path) {
	return await realpath(resolve(workspace, path));
}
/** True when the path, or as much of it as exists, stays in the workspace and out of .git with all links followed. */
async function staysInWorkspace(workspace, path) {
	const root = await realpath(workspace);
	let existing = resolve(root, path);
	let rest = "";
	while (existing !== dirname(existing)) {
		const real = await realpath(existing).catch(() => null);
		if (real !== null) return isInside(root, join(real, rest));
		rest = join(existing.slice(dirname(existing).length), rest);
		existing = dirname(existing);
	}
	return false;
}
/** A path as seen from the workspace, with `/`; null when it lies outside. Links are not followed. */
function workspacePath(workspace, path) {
	const inner = relative(workspace, resolve(workspace, path));
	return isInside(workspace, resolve(workspace, path)) ? inner.split(sep).join("/") : null;
}
async function readBounded(file, bytesMax) {
	const stat = await file.stat();
	if (!stat.isFile()) return {
		kind: "refused",
		why: phrase("file-no-file")
	};
	const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(stat.size, bytesMax) + 1), 0, null, 0);
	if (bytesRead > bytesMax) return {
		kind: "refused",
		why: phrase("file-too-large", { kib: bytesMax / 1024 })
	};
	return {
		kind: "read",
		text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead))
	};
}
function isInside(root, path) {
	const inner = relative(root, path);
	const steps = inner.split(sep);
	return steps[0] !== ".." && !isAbsolute(inner) && !steps.some((step) => step.toLowerCase() === ".git");
}
export { workspacePath as a, staysInWorkspace as i, listWorkspaceFolder as n, readWorkspaceFile as r, followLinks as t };
