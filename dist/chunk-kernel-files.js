import.meta.dirname;
import.meta.filename;
import { join } from "node:path";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
// src/platform/kernel-files.ts
/** Small files in which the kernel and the system describe themselves, and what the runtime knows of the hardware. */
/** The text of a file under `root` (`/`, a recorded tree, or what another machine told), or null when it cannot be read. Synchronous: these files are not on any disk. */
function readKernelFile(root, path) {
	if (typeof root !== "string") return root.read(path);
	try {
		return readFileSync(join(root, path), "utf8");
	} catch {
		return null;
	}
}
/** Names in a folder under `root`, sorted; none when it cannot be read. */
function listKernelFolder(root, path) {
	if (typeof root !== "string") return root.list(path);
	try {
		return readdirSync(join(root, path)).sort();
	} catch {
		return [];
	}
}
/**
* How many files a process has open; null when that cannot be read. Since Linux 6.2 the folder's size says it (proc_pid_fd(5)); before that its size is 0, and
* its entries are counted. `root` stands for `/`; of another machine it is not told.
*/
function countOpenFiles(root, pid) {
	if (typeof root !== "string") return null;
	const folder = join(root, `proc/${pid}/fd`);
	try {
		const size = root === "/" ? statSync(folder).size : 0;
		return size > 0 ? size : readdirSync(folder).length;
	} catch {
		return null;
	}
}
/** Asks the runtime. */
function hardwareFacts() {
	const model = cpus()[0]?.model.trim();
	return {
		cpuModel: model === void 0 || model === "" || model === "unknown" ? null : model,
		cores: availableParallelism(),
		architecture: process.arch,
		memory: totalmem(),
		system: type(),
		release: release(),
		node: process.versions.node
	};
}
export { readKernelFile as i, hardwareFacts as n, listKernelFolder as r, countOpenFiles as t };
