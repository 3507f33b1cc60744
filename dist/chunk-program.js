import.meta.dirname;
import.meta.filename;
import { r as asFailure } from "./chunk-failure.js";
import { t as openWorld } from "./chunk-open-world2.js";
import { n as tagOf } from "./chunk-tag.js";
import { t as openVault } from "./chunk-vault2.js";
import { n as renderFailureTerminal } from "./chunk-failure3.js";
import { stripVTControlCharacters, styleText } from "node:util";
// src/platform/console.ts
/** The log of the command line: words on stderr (stdout is the report's), a live line in a terminal, plain lines elsewhere. */
/** Between two progress lines where lines cannot be replaced. */
const PLAIN_PROGRESS_EVERY_MS = 5e3;
/** Erase the line, go to its start. */
const CLEAR_LINE = "\r\x1B[2K";
/** A log for people at a terminal, or for a plain log file when the stream is no terminal. */
function consoleLog(look) {
	const live = look.stream.isTTY === true;
	let liveShown = false;
	let lastPlain = Number.NEGATIVE_INFINITY;
	const clear = () => {
		if (liveShown) look.stream.write(CLEAR_LINE);
		liveShown = false;
	};
	const line = (text, style) => {
		clear();
		const masked = look.mask(text);
		look.stream.write(`${look.colour && style !== void 0 ? styleText(style, masked, { validateStream: false }) : masked}\n`);
	};
	return {
		info: (text) => line(text),
		warning: (text) => line(`Warning: ${text}`, "yellow"),
		error: (text) => line(`Error: ${text}`, "red"),
		debug: (text) => look.verbose ? line(text, "gray") : void 0,
		progress(text) {
			if (live) {
				look.stream.write(CLEAR_LINE + fit(look.mask(text), look.stream.columns ?? 80));
				liveShown = true;
			} else if (look.now() - lastPlain >= PLAIN_PROGRESS_EVERY_MS) {
				lastPlain = look.now();
				line(text);
			}
		},
		foreign(title, lines) {
			line(title, "bold");
			for (const text of lines) line(`  | ${stripVTControlCharacters(text)}`);
		},
		settle: clear
	};
}
const fit = (text, columns) => text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
// src/commands/program.ts
/** What the commands share: the streams they are a function of, the world they run in, and how a failure leaves. */
/** Width where the stream does not know its own. */
const DEFAULT_WIDTH = 100;
/** Opens the world, does the work, and turns whatever is thrown into words on stderr and an exit code. */
async function inWorld(program, options, work) {
	const vault = openVault(program);
	const { mask } = vault;
	const log = consoleLog({
		stream: program.stderr,
		colour: hasColour(program.stderr, program.env),
		verbose: options.verbose === true,
		mask,
		now: () => performance.now()
	});
	try {
		await using world = await openWorld({
			workspace: program.cwd,
			env: program.env,
			vault,
			log,
			door: program.door,
			onSecondSignal: program.onSecondSignal
		});
		program.onStart(tagOf(world));
		return await work(world);
	} catch (error) {
		const failure = asFailure(error);
		log.settle();
		showFailure(failure, program, mask);
		return failure.exitCode;
	} finally {
		log.settle();
	}
}
/** Writes a failure to stderr. */
function showFailure(failure, program, mask) {
	program.stderr.write(`${mask(renderFailureTerminal(failure.detail, "en", lookOf(program.stderr, program.env)))}\n`);
}
/** How a stream wants its text: its width, and colour only where it is shown (`NO_COLOR`, `FORCE_COLOR`). */
function lookOf(stream, env) {
	return {
		width: stream.columns ?? DEFAULT_WIDTH,
		colour: hasColour(stream, env)
	};
}
function hasColour(stream, env) {
	if (env.NO_COLOR !== void 0 && env.NO_COLOR !== "") return false;
	if (env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "0") return true;
	return stream.isTTY === true && env.TERM !== "dumb";
}
export { lookOf as n, showFailure as r, inWorld as t };
