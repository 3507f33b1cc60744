import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { r as staysInWorkspace } from "./chunk-workspace.js";
import { dirname, resolve } from "node:path";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
// src/platform/files.ts
/** Plain files: folders that exist, text with a limit, and writing whole or not at all. */
/** Makes a folder with its parents if it is not there. Returns its path. @throws the file system's error */
async function ensureDirectory(path) {
	await mkdir(path, { recursive: true });
	return path;
}
/** True when the path leads to a folder. */
async function isDirectory(path) {
	return stat(path).then((found) => found.isDirectory(), () => false);
}
/**
* Replaces a file, or creates it with its folders: a reader, or a crash, sees the old text or the new one.
* @throws the file system's error; the old file is as it was
*/
async function writeAtomically(path, text) {
	const draft = `${path}.${randomUUID()}.tmp`;
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(draft, text, {
			flag: "wx",
			flush: true
		});
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true }).catch(() => void 0);
		throw error;
	}
}
/**
* Reads a file as UTF-8.
* @throws RangeError when it is larger than `bytesMax` or no regular file, else the file system's error
*/
async function readTextFile(path, bytesMax) {
	await using file = await open(path, "r");
	const found = await file.stat();
	if (!found.isFile()) throw new RangeError(`${path} is not a file`);
	const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(found.size, bytesMax) + 1), 0, null, 0);
	if (bytesRead > bytesMax) throw new RangeError(`${path} is larger than ${bytesMax} bytes`);
	return buffer.toString("utf8", 0, bytesRead);
}
/**
* The absolute path of something inside the workspace, all links followed as far as they exist.
* @throws Failure kind `usage`, code `path-outside`
*/
async function confine(workspace, path) {
	if (await staysInWorkspace(workspace, path)) return resolve(workspace, path);
	throw new Failure({
		kind: "usage",
		code: "path-outside",
		message: `${JSON.stringify(path)} leads out of the workspace or into .git.`,
		advice: "Give a path relative to the workspace that stays in it."
	});
}
export { writeAtomically as a, readTextFile as i, ensureDirectory as n, isDirectory as r, confine as t };
