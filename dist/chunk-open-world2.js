import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { r as millis } from "./chunk-units.js";
import { extname, join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
// src/platform/open-world.ts
/** Makes the World of a process: its temporary folder, its clocks, its generator, and the signal that stops everything. */
/** Half the usual space for new objects (megabytes): the generator's live briefly, and its memory is taken from the service on a small machine. */
const YOUNG_MEMORY = "--max-semi-space-size=8";
/** Opens the world. Disposing it removes the temporary folder and the signal listeners. */
async function openWorld(surroundings) {
	const { workspace, env, vault, log, door } = surroundings;
	const temporary = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), "loadgate-"));
	const interruption = listenForSignals(surroundings.onSecondSignal, log);
	return {
		workspace,
		temporary,
		env,
		vault,
		log,
		signal: interruption.signal,
		now: () => millis(performance.now()),
		date: () => /* @__PURE__ */ new Date(),
		generator: [
			process.execPath,
			YOUNG_MEMORY,
			join(fileURLToPath(new URL(".", door)), `generator${extname(door)}`)
		],
		async [Symbol.asyncDispose]() {
			interruption.stop();
			await rm(temporary, {
				recursive: true,
				force: true
			}).catch((error) => {
				const why = error instanceof Error ? error.message : String(error);
				log.warning(`The temporary folder ${temporary} could not be removed: ${why}`);
			});
		}
	};
}
/** The first SIGINT or SIGTERM aborts; the next calls `again`. */
function listenForSignals(again, log) {
	const controller = new AbortController();
	const listen = (name) => {
		if (controller.signal.aborted) return again();
		log.warning(`${name} received: stopping the load and the service.`);
		controller.abort(cancelled(name));
	};
	process.on("SIGINT", listen).on("SIGTERM", listen);
	return {
		signal: controller.signal,
		stop: () => void process.off("SIGINT", listen).off("SIGTERM", listen)
	};
}
function cancelled(name) {
	return new Failure({
		kind: "cancelled",
		code: "cancelled",
		message: phrase("stopped-by", { signal: name }),
		advice: phrase("stopped-advice")
	});
}
export { openWorld as t };
