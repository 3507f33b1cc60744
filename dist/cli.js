#!/usr/bin/env node
import.meta.dirname;
import.meta.filename;
import { t as takeSecrets } from "./chunk-tokens.js";
import { i as asFailure, t as EXIT } from "./chunk-failure.js";
// src/cli.ts
/** The door for the command line: this process's arguments and streams in, its exit code out. */
/** A sweep that hangs does not keep somebody who could not wait. */
const SWEEP_MS = 2e3;
/** With `await using`, which everything below is written in: https://nodejs.org/en/blog/release/v24.0.0 */
const OLDEST_NODE = 24;
/** After this long, a handle that somebody forgot does not keep the terminal. */
const LINGER_MS = 1e3;
const secrets = takeSecrets(() => void 0);
process.exitCode = EXIT.notMeasured;
ignoreClosedPipe(process.stdout);
ignoreClosedPipe(process.stderr);
process.on("uncaughtException", die);
process.on("unhandledRejection", die);
/** The mark on our processes, as soon as there may be any. */
let tag = "";
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) refuseNode();
const { main } = await import("./chunk-main.js");
process.exitCode = await main(process.argv.slice(2), {
	stdout: process.stdout,
	stderr: process.stderr,
	env: process.env,
	secrets,
	cwd: process.cwd(),
	door: import.meta.url,
	onStart: (started) => {
		tag = started;
	},
	onSecondSignal: () => sweepAndExit(EXIT.cancelled)
});
setTimeout(() => process.exit(), LINGER_MS).unref();
function refuseNode() {
	process.stderr.write(`Loadgate needs Node.js ${OLDEST_NODE} or later, and this is ${process.versions.node}. Install one from https://nodejs.org, or let npm bring it: npx --package node@${OLDEST_NODE} --package loadgate loadgate …\n`);
	process.exit(EXIT.usage);
}
/** A reader that closed its end of the pipe (`| head`) is no error of ours. */
function ignoreClosedPipe(stream) {
	stream.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
}
/** An error that nobody caught: said, cleaned up after, and never a pass nor a regression. */
function die(error) {
	const { message, lines } = asFailure(error).detail;
	process.stderr.write(`${process.stderr.isTTY ? "\n" : ""}${[message, ...lines].join("\n")}\n`);
	sweepAndExit(EXIT.notMeasured);
}
/** Ends the process now, and with it what it started and where that lay. */
function sweepAndExit(exitCode) {
	setTimeout(() => process.exit(exitCode), SWEEP_MS);
	sweep().catch(() => void 0).finally(() => process.exit(exitCode));
}
async function sweep() {
	const { sweepLeftovers } = await import("./chunk-sweep.js");
	await sweepLeftovers(tag);
	const { removeTemporary, temporaryOf } = await import("./chunk-runner-state.js");
	await removeTemporary(temporaryOf(tag, process.env), process.env);
}
export {};
