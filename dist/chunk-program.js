import.meta.dirname;
import.meta.filename;
import { i as asFailure } from "./chunk-failure.js";
import { t as maskProgress } from "./chunk-log.js";
import { t as openWorld } from "./chunk-open-world2.js";
import { n as tagOf } from "./chunk-tag.js";
import { t as openVault } from "./chunk-vault2.js";
import { i as renderFailureTerminal } from "./chunk-failure3.js";
import { r as millis } from "./chunk-units.js";
import { a as headText, c as progressTitle, i as glimpseText, o as leftText, r as errorsText, s as progressLine, t as DOT } from "./chunk-progress-line2.js";
import { a as cut, l as widthOf, n as painterOf, o as sparkline } from "./chunk-terminal.js";
import { stripVTControlCharacters, styleText } from "node:util";
// src/platform/live-lines.ts
/** Lines at the bottom of a terminal that replace themselves. The cursor stays visible: whatever ends the process, the terminal needs no repair. */
/** Erases from the cursor to the end of its line, and to the end of the screen. */
const [END_OF_LINE, END_OF_SCREEN] = ["\x1B[K", "\x1B[J"];
/** What a terminal without a width is taken for. */
const COLUMNS = 80;
/** Columns of a terminal. */
const columnsOf = ({ columns = 0 }) => columns > 0 ? columns : COLUMNS;
/** Opens them where the cursor is. `widthOf`: columns that a line takes. */
function openLiveLines(terminal, widthOf) {
	let shown = [];
	let drawnFor = columnsOf(terminal);
	/** To the beginning of the first line. A terminal that was made narrower has broken the lines that stand on it. */
	const home = () => {
		const columns = columnsOf(terminal);
		const rows = shown.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
		return rows > 1 ? `\r\u001b[${rows - 1}A` : "\r";
	};
	return {
		get isShown() {
			return shown.length > 0;
		},
		show(lines) {
			const columns = columnsOf(terminal);
			const start = columns === drawnFor ? home() : home() + END_OF_SCREEN;
			drawnFor = columns;
			const text = lines.map((line) => line + END_OF_LINE).join("\n");
			terminal.write(`${start}${text}${END_OF_SCREEN}`);
			shown = lines.map((line) => stripVTControlCharacters(line));
		},
		clear() {
			if (shown.length > 0) terminal.write(home() + END_OF_SCREEN);
			shown = [];
		}
	};
}
// src/platform/console.ts
/** The log of the command line: words on stderr (stdout is the report's), a live status in a terminal, plain lines elsewhere. */
/** Between two progress lines where lines cannot be replaced. */
const PLAIN_PROGRESS_EVERY_MS = 5e3;
/** Often enough to look alive; what draws takes time from what is measured. */
const DRAW_EVERY_MS = 250;
/** A log for people at a terminal, or for a plain log file when the stream is no terminal. */
function consoleLog(look) {
	const { stream, mask } = look;
	const progress = look.live ? liveProgress(look) : plainProgress(look, (text) => write(text));
	const write = (text, style) => {
		const masked = oneLine(mask(text));
		stream.write(`${look.colour && style !== void 0 ? styleText(style, masked, { validateStream: false }) : masked}\n`);
	};
	const line = (text, style) => {
		progress.settle();
		write(text, style);
	};
	return {
		info: (text) => look.quiet ? progress.settle() : line(text),
		warning: (text) => line(`Warning: ${text}`, "yellow"),
		error: (text) => line(`Error: ${text}`, "red"),
		debug: (text) => look.verbose ? line(text, "gray") : void 0,
		progress: (told) => look.quiet ? void 0 : progress.tell(maskProgress(told, mask)),
		foreign(title, lines) {
			line(title, "bold");
			for (const text of lines) write(`  | ${text}`);
		},
		settle: () => progress.settle()
	};
}
/** Nothing that a terminal would obey: names are somebody else's. */
const oneLine = (text) => stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\t]+/gu, " ");
function plainProgress({ now, words }, write) {
	let last = Number.NEGATIVE_INFINITY;
	return {
		tell(progress) {
			if (words.title(progress) === null || now() - last < PLAIN_PROGRESS_EVERY_MS) return;
			last = now();
			write(words.line(progress));
		},
		settle: () => void 0
	};
}
/** Draws now and then by a clock of its own, however often it is told something. */
function liveProgress({ stream, colour, now, words }) {
	const lines = openLiveLines(stream, words.widthOf);
	let last = null;
	let timer = null;
	const draw = () => {
		if (last === null) return;
		const width = columnsOf(stream) - 1;
		lines.show(words.live(words.later(last.progress, now() - last.at), {
			width,
			colour
		}));
	};
	return {
		tell(progress) {
			last = {
				progress,
				at: now()
			};
			if (!lines.isShown) draw();
			timer ??= setInterval(draw, DRAW_EVERY_MS).unref();
		},
		settle() {
			if (timer !== null) clearInterval(timer);
			timer = null;
			last = null;
			lines.clear();
		}
	};
}
// src/report/live-status.ts
const BAR_MAX = 40;
/** A shorter bar tells nothing. */
const BAR_MIN = 8;
const SPARKS_MAX = 30;
const SPARKS_MIN = 5;
/** What is going on, how much of the run is left, and what the load shows. No line for what nobody knows. */
function liveStatus(progress, look) {
	const paint = painterOf(look);
	return [
		paint("bold", cut(headText(progress), look.width)),
		...timeLines(progress, look.width),
		...glimpseLines(progress, look.width, paint)
	];
}
/** The same moment some milliseconds later, as far as clocks tell: nobody has to say that a second has passed. */
function later(progress, by) {
	const { elapsed, total, left } = progress;
	return {
		...progress,
		elapsed: millis(Math.min(elapsed + by, total ?? Number.MAX_VALUE)),
		left: left === null ? null : {
			...left,
			time: millis(Math.max(0, left.time - by))
		}
	};
}
function timeLines({ left }, width) {
	if (left === null) return [];
	const text = leftText(left);
	const length = Math.min(BAR_MAX, width - widthOf(text) - 2);
	if (length < BAR_MIN) return [cut(text, width)];
	const share = left.whole > 0 ? 1 - left.time / left.whole : 1;
	const filled = Math.round(length * Math.min(1, Math.max(0, share)));
	return [`${"━".repeat(filled)}${"╌".repeat(length - filled)}  ${text}`];
}
function glimpseLines(progress, width, paint) {
	const { glimpses, errors, trail } = progress;
	if (glimpses.length === 0) return [];
	const failed = cut(errorsText(progress), width);
	const told = errors > 0 ? paint("red", failed) : failed;
	const room = width - widthOf(failed) - DOT.length;
	const brief = glimpses.map((each) => glimpseText(each, true));
	const wording = [
		glimpses.map((each) => glimpseText(each)),
		brief,
		brief.slice(0, 1)
	].map((texts) => texts.join(" · ")).find((text) => widthOf(text) <= room) ?? "";
	if (wording === "") return [told];
	const sparks = Math.min(SPARKS_MAX, room - widthOf(wording) - 2);
	const bars = sparks < SPARKS_MIN ? "" : sparkline(trail.slice(-sparks), sparks);
	return [`${wording}${DOT}${told}${bars === "" ? "" : `  ${bars}`}`];
}
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
		live: program.stderr.isTTY === true && program.env.TERM !== "dumb",
		verbose: options.verbose === true,
		quiet: options.quiet === true,
		mask,
		now: () => performance.now(),
		words: {
			line: progressLine,
			title: progressTitle,
			live: liveStatus,
			later,
			widthOf
		}
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
/** Writes a failure to stderr: in English where no configuration asks for another language. */
function showFailure(failure, program, mask, language = "en") {
	const text = renderFailureTerminal(failure.detail, language, lookOf(program.stderr, program.env));
	program.stderr.write(`${mask(text)}\n`);
}
/** How a stream wants its text: its width, and colour only where it is shown (`NO_COLOR`, `FORCE_COLOR`). */
function lookOf(stream, env) {
	const { columns = 0 } = stream;
	return {
		width: columns > 0 ? columns : DEFAULT_WIDTH,
		colour: hasColour(stream, env)
	};
}
function hasColour(stream, env) {
	if (env.NO_COLOR !== void 0 && env.NO_COLOR !== "") return false;
	if (env.FORCE_COLOR !== void 0) return !["0", "false"].includes(env.FORCE_COLOR);
	return stream.isTTY === true && env.TERM !== "dumb";
}
export { lookOf as n, showFailure as r, inWorld as t };
