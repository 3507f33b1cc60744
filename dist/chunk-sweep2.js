import.meta.dirname;
import.meta.filename;
import { a as findMarked, t as endMarked } from "./chunk-process.js";
import { t as TAG_VARIABLE } from "./chunk-tag.js";
import { setTimeout } from "node:timers/promises";
// src/service/sweep.ts
/** Ends what is left of a run whose own end did not come to it: after a kill -9, or when somebody could not wait. */
/** Processes that fork while they are killed need another round. */
const ROUNDS = 40;
const ROUND_MS = 25;
/**
* Kills every process that carries the run's tag, until none is left (bounded to about a second). Returns the pids, each once. Nothing happens for
* an empty tag, or where processes cannot be told by their environment (macOS).
*/
async function sweepLeftovers(tag) {
	if (tag === "") return [];
	const mark = `${TAG_VARIABLE}=${tag}`;
	const killed = /* @__PURE__ */ new Set();
	for (let round = 0; round < ROUNDS; round += 1) {
		const left = findMarked(mark);
		if (left.length === 0) break;
		endMarked(left);
		for (const pid of left) killed.add(pid);
		await setTimeout(ROUND_MS);
	}
	return [...killed];
}
export { sweepLeftovers as t };
