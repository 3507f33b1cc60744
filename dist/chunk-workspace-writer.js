import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { i as staysInWorkspace } from "./chunk-workspace.js";
import { dirname, resolve } from "node:path";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
// src/platform/workspace-writer.ts
/** Writes a file of the workspace whole or not at all, and nowhere else. */
/**
* Replaces the file at a path relative to the workspace, or creates it with its folders. A reader, or a crash, sees the old text or the new one.
* @throws Failure kind `usage` when the path leads out of the workspace or into .git, kind `not-measured` when the disk says no
*/
async function replaceWorkspaceFile(world, path, text) {
	const target = resolve(world.workspace, path);
	if (!await staysInWorkspace(world.workspace, path)) throw outside(path);
	const draft = `${target}.${randomUUID()}.tmp`;
	try {
		await mkdir(dirname(target), { recursive: true });
		await writeFile(draft, text, {
			flag: "wx",
			flush: true
		});
		await rename(draft, target);
	} catch (error) {
		await rm(draft, { force: true }).catch(() => void 0);
		throw unwritable(path, error);
	}
}
/**
* Removes the file at a path relative to the workspace, if there is one.
* @throws Failure as {@link replaceWorkspaceFile}
*/
async function removeWorkspaceFile(world, path) {
	if (!await staysInWorkspace(world.workspace, path)) throw outside(path);
	await rm(resolve(world.workspace, path), { force: true }).catch((error) => {
		throw unwritable(path, error);
	});
}
function outside(path) {
	return new Failure({
		kind: "usage",
		code: "path-outside",
		message: phrase("path-outside", { path }),
		advice: phrase("path-outside-advice")
	});
}
function unwritable(path, error) {
	const why = error instanceof Error ? error.message : String(error);
	return new Failure({
		kind: "not-measured",
		code: "file-unwritable",
		message: phrase("file-unwritable", {
			path,
			error: why
		}),
		advice: phrase("file-unwritable-advice")
	}, { cause: error });
}
export { replaceWorkspaceFile as n, removeWorkspaceFile as t };
