import.meta.dirname;
import.meta.filename;
import { constants } from "node:fs";
import { open, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { stripVTControlCharacters } from "node:util";
// src/platform/log-file.ts
/** A log file with a size limit that no link, pipe or full disk can turn against us: whatever happens, the run goes on. */
/** Bytes of log that one process may write to the file. */
const LOG_BYTES_MAX = 20971520;
/** A disk that hangs does not hold up the end of the run. */
const CLOSE_MS = 1e3;
/** Opens the file, or warns and opens none. */
async function openLogFile(options) {
	const { file: path, mode, warn } = options;
	let state = "open";
	const giveUp = (error) => {
		if (state !== "closed") warn(`The log ${path} cannot be written: ${String(error)}. The run goes on without it.`);
		state = "closed";
	};
	const stream = await openStream(path, mode).catch(giveUp);
	stream?.on("error", giveUp);
	let waiting = "";
	let room = LOG_BYTES_MAX;
	const flush = () => {
		if (waiting === "" || state === "closed") return;
		stream?.write(waiting);
		waiting = "";
	};
	return {
		get open() {
			return state === "open";
		},
		add(line) {
			if (state !== "open") return;
			room -= Buffer.byteLength(line) + 1;
			if (room < 0) {
				state = "full";
				waiting += `(Loadgate stopped here: the log is larger than ${LOG_BYTES_MAX / 1024 / 1024} MiB.)\n`;
			} else waiting += `${line}\n`;
		},
		flush,
		async close() {
			flush();
			if (state === "closed" || !stream) return;
			stream.end();
			await finished(stream, { signal: AbortSignal.timeout(CLOSE_MS) }).catch(giveUp);
			state = "closed";
		}
	};
}
async function openStream(path, mode) {
	return (await openOwn(path, mode === "begin" ? constants.O_TRUNC : constants.O_APPEND)).createWriteStream();
}
/** A link, pipe or device in the file's place is taken away first: what a service logs must not be written through it. */
async function openOwn(path, mode) {
	const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK | mode;
	const file = await open(path, flags, 420).catch(() => null);
	const stat = await file?.stat();
	if (file !== null && stat?.isFile() === true && stat.nlink === 1) return file;
	await file?.close();
	await rm(path, { force: true });
	return open(path, flags | constants.O_EXCL, 420);
}
// src/platform/relay.ts
/** Foreign output on its way to people: split into lines of bounded length, made harmless to the runner, written to a file, the last lines kept. */
/** Longest line that is kept; the rest of it is dropped. UTF-16 units. */
const LINE_MAX = 8192;
/** Lines that a failure shows. */
const TAIL_LINES = 50;
/** What stands at the end of a line that was cut. */
const CUT = " … (cut)";
/** Opens a relay. Memory is bounded whatever comes in: the kept lines, and what the disk has not taken of the file's size limit. */
async function openRelay(options) {
	const { keep = 50, mask = (line) => line } = options;
	const file = await openLogFile(options);
	const last = keepLast(keep);
	let wanted = null;
	const seen = /* @__PURE__ */ new Set();
	const look = (line) => {
		if (wanted === null || !(line.includes(wanted) || neutralise(line).includes(wanted))) return;
		seen.add(wanted);
		wanted = null;
	};
	const take = (line) => {
		look(line);
		const masked = mask(line);
		last.add(masked);
		if (file.open) file.add(neutralise(masked));
	};
	const splitters = {
		stdout: splitLines(take),
		stderr: splitLines(take)
	};
	const partial = () => [splitters.stdout.partial(), splitters.stderr.partial()].filter((line) => line !== "");
	return {
		push(stream, chunk) {
			splitters[stream].push(chunk);
			file.flush();
		},
		tail: (count = 50) => [...last.lines(), ...partial().map(mask)].slice(-count).map(neutralise),
		saw(text) {
			partial().forEach(look);
			return seen.has(text);
		},
		watchFor(text) {
			wanted = text;
		},
		async close() {
			splitters.stdout.end();
			splitters.stderr.end();
			await file.close();
		}
	};
}
/** Splits bytes into lines as the runner does: at `\r\n`, `\r` and `\n`. Bytes that are not UTF-8 become U+FFFD. */
function splitLines(take) {
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	let line = "";
	let cut = false;
	let afterReturn = false;
	const grow = (part) => {
		const room = LINE_MAX - line.length;
		if (part.length > room) line += Buffer.from(part.slice(0, room), "utf8").toString("utf8");
		else line += part;
		cut ||= part.length > room;
	};
	const finish = () => {
		take(cut ? line + CUT : line);
		line = "";
		cut = false;
	};
	const add = (text) => {
		if (text === "") return;
		const parts = (afterReturn && text.startsWith("\n") ? text.slice(1) : text).split(/\r\n|\r|\n/);
		afterReturn = text.endsWith("\r");
		parts.forEach((part, index) => {
			if (index > 0) finish();
			grow(part);
		});
	};
	return {
		push: (chunk) => add(decoder.decode(chunk, { stream: true })),
		partial: () => line,
		end() {
			add(decoder.decode());
			if (line !== "") finish();
		}
	};
}
/** Nothing in it needs a closer look. */
const PLAIN = /^[\t\x20-\x7e]*$/;
/** Ends of lines, by anybody's rules. */
const LINE_ENDS = /[\r\n\v\f\u0085\u2028\u2029]+/g;
/** Control characters and those that are not seen: the runner compares text by rules of language, which pass over them. */
const UNSEEN = /[^\P{Cc}\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Marks, unassigned characters and tabs, which such rules may pass over, too. */
const PASSED_OVER = "[\\t\\p{M}\\p{Cn}\\p{Co}\\p{Cs}]*";
/** `##[`, which starts a command anywhere in a line. */
const COMMAND_ANYWHERE = new RegExp(`#(?=${PASSED_OVER}#${PASSED_OVER}\\[)`, "gu");
/** `::` after any white space, which starts a command at the start of a line. */
const COMMAND_AT_START = new RegExp(`^([\\s\\p{M}\\p{Cn}\\p{Co}\\p{Cs}]*:)(?=${PASSED_OVER}:)`, "u");
/**
* Makes one line harmless: nothing in it is a command of the runner, moves a cursor, or hides. It stays one line, and reads as before;
* where a command would begin, a blank comes between.
*/
function neutralise(line) {
	return (PLAIN.test(line) ? line : visible(line)).replaceAll(COMMAND_ANYWHERE, "# ").replace(COMMAND_AT_START, "$1 ");
}
function visible(line) {
	return stripVTControlCharacters(line.toWellFormed()).replaceAll(LINE_ENDS, " ").replaceAll(UNSEEN, "");
}
/** The last `count` things that were added. */
function keepLast(count) {
	let lines = [];
	return {
		add(line) {
			lines.push(line);
			if (lines.length >= 2 * count) lines = lines.slice(-count);
		},
		lines: () => lines.slice(-count)
	};
}
export { openRelay as a, neutralise as i, LINE_MAX as n, splitLines as o, TAIL_LINES as r, CUT as t };
