import.meta.dirname;
import.meta.filename;
import { n as clean, t as COMMAND_MAX } from "./chunk-inert2.js";
import { a as penOf, i as LANGUAGES, n as sentencesOf, r as underHeadline, t as KINDS } from "./chunk-sentences.js";
import { c as thresholdCaption, n as isOpenLoop, o as THRESHOLD_ALIGN, t as hasUsersCurve, u as thresholdTable } from "./chunk-results.js";
import { a as quantileTable, c as searchAlign, i as overviewTable, l as searchTable, o as requestTable, r as overviewAlign } from "./chunk-tables.js";
import { stripVTControlCharacters, styleText } from "node:util";
/** Longer lines are hard to read, however wide the terminal is. */
const WIDTH_MAX = 120;
/** Columns that text takes in a terminal of this width. */
const textWidth = (columns) => Math.min(WIDTH_MAX, Math.max(40, columns));
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Characters that take two columns (Unicode's East Asian Wide and Fullwidth blocks, and emoji). */
const WIDE = /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const COMBINING = /^[\p{Mark}\p{Cf}]+$/u;
/** Columns that a text takes; colours take none. */
function widthOf(text) {
	let width = 0;
	for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) if (WIDE.test(segment)) width += 2;
	else if (!COMBINING.test(segment)) width += 1;
	return width;
}
/** At most `width` columns of a plain text; what was cut off leaves an ellipsis. */
function cut(text, width) {
	if (widthOf(text) <= width) return text;
	let kept = "";
	for (const { segment } of graphemes.segment(text)) {
		if (widthOf(kept + segment) > width - 1) break;
		kept += segment;
	}
	return width < 1 ? "" : `${kept.trimEnd()}…`;
}
/** Breaks at spaces, never inside a number and its unit; a word that is longer than a line is broken anywhere. Later lines begin with `indent`. */
function wrap(text, width, indent = "") {
	const lines = [];
	let line = "";
	for (const word of text.split(" ").flatMap((each) => broken(each, width - widthOf(indent)))) {
		const start = lines.length === 0 ? "" : indent;
		if (line !== "" && widthOf(`${start}${line} ${word}`) > width) {
			lines.push(`${start}${line}`);
			line = word;
		} else line = line === "" ? word : `${line} ${word}`;
	}
	lines.push(`${lines.length === 0 ? "" : indent}${line}`);
	return lines.join("\n");
}
/** A colour goes on where a word is broken. */
function broken(word, width) {
	if (widthOf(word) <= width) return [word];
	const pieces = [];
	let piece = "";
	for (const part of partsOf(word)) {
		if (widthOf(piece + part) > width) {
			pieces.push(piece);
			piece = "";
		}
		piece += part;
	}
	return [...pieces, piece];
}
const COLOUR = /(\u001b\[[\d;]*m)/u;
/** What must not be broken: characters as they are seen, and what turns colours on and off. */
const partsOf = (word) => word.split(COLOUR).flatMap((part) => COLOUR.test(part) ? [part] : Array.from(graphemes.segment(part), ({ segment }) => segment));
/** Spaces between columns; fewer where there is no room for more. */
const GAPS = [2, 1];
/** A column need not be as wide as words without a space: names can be broken anywhere. */
const WORD_MAX = 14;
/**
* A table with aligned columns (one letter a column: l or r). Where it is too wide, cells are broken into lines, between words; where that is not enough, it becomes one
* paragraph a row with the headings in it.
*/
function textTable(rows, align, width) {
	return fittedTable(rows, align, width)?.join("\n") ?? records(rows, width);
}
/** The same as one text a row, each of one or more lines; null where the table is too wide whatever is broken. */
function fittedTable(rows, align, width) {
	const columns = (rows[0] ?? []).map((_, column) => columnOf(rows.map((row) => row[column] ?? "")));
	const gap = GAPS.find((each) => sumOf(columns.map(({ least }) => least)) <= roomFor(columns, each, width));
	if (gap === void 0) return null;
	const widths = narrowed(columns, roomFor(columns, gap, width));
	return layOut(rows.map((row) => row.map((cell, column) => {
		const room = widths[column] ?? 0;
		return widthOf(cell) <= room ? cell : wrapCell(cell, room);
	})), {
		widths,
		align,
		gap: " ".repeat(gap)
	});
}
/** Without the gaps. */
const roomFor = ({ length }, gap, width) => width - gap * (length - 1);
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
function columnOf(cells) {
	const known = /* @__PURE__ */ new Map();
	const words = cells.flatMap((cell) => cell.split(" "));
	return {
		natural: Math.max(...cells.map(widthOf)),
		least: Math.max(...words.map((word) => word.includes("\xA0") ? widthOf(word) : Math.min(WORD_MAX, widthOf(word)))),
		heights(width) {
			const heights = known.get(width) ?? cells.map((cell) => wrap(cell, width).split("\n").length);
			known.set(width, heights);
			return heights;
		}
	};
}
/** Takes column after column from where it costs the fewest lines, from the widest among those, until the table fits. */
function narrowed(columns, room) {
	const widths = columns.map(({ natural }) => natural);
	const linesWith = (changed) => {
		const heights = columns.map(({ heights: at }, column) => at((widths[column] ?? 0) - Number(column === changed)));
		return sumOf((heights[0] ?? []).map((_, row) => Math.max(...heights.map((each) => each[row] ?? 1))));
	};
	while (sumOf(widths) > room) {
		const [best] = columns.flatMap(({ least }, column) => {
			const width = widths[column] ?? 0;
			return width > least ? [{
				column,
				width,
				lines: linesWith(column)
			}] : [];
		}).toSorted((one, other) => one.lines - other.lines || other.width - one.width);
		if (best === void 0) break;
		widths[best.column] = best.width - 1;
	}
	return widths;
}
/** A cell that is of one colour stays so in each of its lines. */
function wrapCell(cell, width) {
	const [, on, inner, off] = /^(\u001b\[\d+m)([^\u001b]*)(\u001b\[\d+m)$/u.exec(cell) ?? [];
	if (on === void 0 || inner === void 0 || off === void 0) return wrap(cell, width);
	return wrap(inner, width).split("\n").map((line) => on + line + off).join("\n");
}
/** A cell of several lines makes its row as high. */
function layOut(rows, { widths, align, gap }) {
	return rows.map((row) => {
		const cells = row.map((cell) => cell.split("\n"));
		const height = Math.max(...cells.map(({ length }) => length));
		return Array.from({ length: height }, (_, line) => cells.map((lines, column) => padded(lines[line] ?? "", widths[column] ?? 0, align[column])).join(gap).trimEnd()).join("\n");
	});
}
/** A cell filled up to a width. */
function padded(cell, width, align = "l") {
	const blank = " ".repeat(Math.max(0, width - widthOf(cell)));
	return align === "r" ? blank + cell : cell + blank;
}
function records([headings = [], ...rows], width) {
	return rows.map(([first = "", ...cells]) => {
		return wrap(`${first}: ${cells.map((cell, index) => `${headings[index + 1] ?? ""} ${cell}`.replaceAll(" ", "\xA0")).join("; ")}`.replaceAll("\xA0(", " ("), width, "  ");
	}).join("\n");
}
const BARS = [..."▁▂▃▄▅▆▇█"];
/** One character a point, from zero to the highest; neighbours are merged by their highest when there are more than `width`. */
function sparkline(values, width) {
	const step = Math.ceil(values.length / Math.max(1, width));
	const points = Array.from({ length: Math.ceil(values.length / step) }, (_, index) => Math.max(...values.slice(index * step, (index + 1) * step)));
	const top = Math.max(...points, Number.MIN_VALUE);
	return points.map((value) => BARS[Math.round(value / top * (BARS.length - 1))]).join("");
}
// src/report/terminal-overview.ts
/** In front of what belongs to the line above. */
const INDENT = "  ";
/** The widest form that reads well. `rows`: an overview's table, headings first. */
function overviewText(rows, align, labels, width) {
	const compared = rows.map(comparedOf).filter((row) => row !== null);
	const table = fittedTable(rows, align, width);
	if (compared.length < rows.length) return table?.join("\n") ?? cards(rows, rows[0] ?? [], width);
	const [shortest] = [table, foldedOf(compared, width)].filter((form) => form !== null).map((form) => form.join("\n")).toSorted((one, other) => linesOf(one) - linesOf(other));
	return shortest ?? cards(...besides(compared, labels), width);
}
const linesOf = (text) => text.split("\n").length;
function comparedOf(row) {
	const [name, reference, now, change, limit, judgement] = row;
	return name === void 0 || reference === void 0 || now === void 0 || change === void 0 || limit === void 0 || judgement === void 0 ? null : {
		name,
		reference,
		now,
		change,
		limit,
		judgement
	};
}
/** Two lines a metric: its values and judgement, and below them its change and limit. Null where that is too wide, too. */
function foldedOf(rows, width) {
	const values = fromTo(rows);
	const above = fittedTable(rows.map(({ name, judgement }, index) => [
		name,
		values[index] ?? "",
		judgement
	]), "lll", width);
	const below = fittedTable(rows.map(({ change, limit }) => [change, limit]), "ll", width - 2);
	if (above === null || below === null) return null;
	return above.map((line, index) => `${line}\n${indented(below[index] ?? "")}`);
}
const indented = (text) => text.split("\n").map((line) => INDENT + line).join("\n");
/** `8.94 ms → 9.42 ms`, arrows under each other; never broken. */
function fromTo(rows) {
	const width = (cells) => Math.max(...cells.map(widthOf));
	const before = width(rows.map(({ reference }) => reference));
	const after = width(rows.map(({ now }) => now));
	return rows.map(({ reference, now }) => `${padded(reference, before, "r")} → ${padded(now, after, "r")}`.replaceAll(" ", "\xA0"));
}
/** The cells of cards, and what stands in front of them: the table's own headings are too long here. */
function besides([headings, ...rows], { changeOnly }) {
	const names = [
		...headings === void 0 ? [] : [headings.name, `${headings.reference} → ${headings.now}`],
		changeOnly,
		headings?.limit ?? "",
		""
	];
	return [[names, ...rows.map(({ name, reference, now, change, limit, judgement }) => [
		name,
		`${reference} → ${now}`,
		change,
		limit,
		judgement
	])], names];
}
/** A metric with its judgement, and a line for each other value, aligned. The judgement is the last cell. */
function cards([, ...rows], names, width) {
	const fields = names.slice(1, -1);
	return rows.map((row) => {
		const title = wrap(`${row[0] ?? ""}: ${row.at(-1) ?? ""}`, width, INDENT);
		const values = fields.map((name, index) => [name, row[index + 1] ?? ""]);
		return `${title}\n${indented(textTable(values, "ll", width - 2))}`;
	}).join("\n");
}
// src/report/terminal.ts
/** The report for a terminal: the same words in the same order, with sparklines for charts. */
/** A painter for a look. */
const painterOf = ({ colour }) => (format, text) => colour ? styleText(format, text, { validateStream: false }) : text;
/** The marks of a terminal: what is typed or foreign stands out by colour, else by backquotes. */
function terminalMarks(look) {
	const paint = painterOf(look);
	const code = (text) => look.colour ? paint("cyan", text) : `\`${text}\``;
	return {
		name: (text) => code(clean(text)),
		prose: (text) => clean(text, 500),
		command: (text) => code(clean(text, COMMAND_MAX)),
		code,
		strong: (text) => paint("bold", text),
		link: (text, url) => `${text}: ${clean(url, 300)}`
	};
}
const SIGNS = {
	pass: {
		sign: "✓",
		format: "green"
	},
	fail: {
		sign: "✗",
		format: "red"
	},
	inconclusive: {
		sign: "?",
		format: "yellow"
	},
	"no-baseline": {
		sign: "·",
		format: "cyan"
	},
	void: {
		sign: "!",
		format: "yellow"
	}
};
/** A sign stays with its word. */
const JUDGED = {
	bad: {
		sign: "✗\xA0",
		format: "red"
	},
	noted: {
		sign: "!\xA0",
		format: "yellow"
	},
	agreed: {
		sign: "≈\xA0",
		format: "yellow"
	},
	better: {
		sign: "↑\xA0",
		format: "green"
	},
	good: {
		sign: "✓\xA0",
		format: "green"
	},
	unsure: {
		sign: "?\xA0",
		format: "yellow"
	},
	none: {
		sign: "",
		format: "dim"
	}
};
/** Renders a report. The first line is the verdict. Ends without a newline. */
function renderTerminal(report, language, look) {
	const words = LANGUAGES[language];
	const draft = {
		report,
		words,
		n: penOf(words, terminalMarks(look), report.headline.scenarios),
		paint: painterOf(look),
		width: textWidth(look.width)
	};
	return [
		...top(draft),
		section(draft, words.labels.overview, report.scenarios.map((scenario) => overview(scenario, draft)), "\n\n"),
		section(draft, words.labels.limits, bullets(report.findings.limitation, draft)),
		section(draft, words.labels.results, report.scenarios.map((scenario) => results(scenario, draft)), "\n\n"),
		section(draft, words.labels.says, says(draft)),
		section(draft, words.labels.conclusions, conclusions(draft)),
		section(draft, words.labels.method, method(draft))
	].filter(Boolean).join("\n\n").replaceAll("\xA0", " ");
}
/** The verdict in one plain line without a sign: for annotations and the like. */
function headlineText(report, language) {
	const words = LANGUAGES[language];
	const n = penOf(words, terminalMarks({ colour: false }), report.headline.scenarios);
	return `${words.headline(report.headline, n)}. ${words.action(report.headline, n)}`.replaceAll("\xA0", " ");
}
function top({ report: { headline }, words, n, paint, width }) {
	const { sign, format } = SIGNS[headline.outcome];
	const line = wrap(`${sign} ${words.headline(headline, n)}`, width, "  ");
	return [`${paint(["bold", format], line)}\n${wrap(underHeadline(headline, words, n).join(" "), width)}`];
}
function section({ paint }, title, blocks, between = "\n") {
	return blocks.length === 0 ? "" : `${paint("bold", title)}\n${blocks.join(between)}`;
}
function overview(scenario, { words, n, paint, width }) {
	const mark = (sign, word) => paint(JUDGED[sign].format, `${JUDGED[sign].sign}${word}`);
	const facts = `${n.name(scenario.name)} · ${words.facts(scenario, n)} · ${words.outcomes[scenario.outcome]}`;
	const rows = overviewTable(scenario, scenario.judgements, words, n, mark);
	const { release } = scenario;
	const of = release === null ? "" : `\n${wrap(words.acceptance.releaseCaption(release, n), width)}`;
	const told = thresholdsText(scenario, {
		words,
		n,
		width
	}, mark);
	return `${wrap(facts, width, "  ")}\n${overviewText(rows, overviewAlign(rows), words.labels, width)}${of}${told}`;
}
/** Those of a script of k6, below the limits; nothing without any. */
function thresholdsText(scenario, { words, n, width }, mark) {
	const { thresholds } = scenario;
	if (thresholds.length === 0) return "";
	const rows = thresholdTable(thresholds, words, n, mark);
	const caption = thresholdCaption(scenario, words);
	return `\n\n${words.thresholds.title}\n${textTable(rows, THRESHOLD_ALIGN, width)}\n${wrap(caption, width)}`;
}
function searchResults(search, draft) {
	const { words, n, width } = draft;
	const { kind, rows } = search;
	const cells = searchTable(search, words, n);
	return [
		curve(words.metrics.throughput, rows.map(({ step }) => step.throughput), (value) => n.rate(value), draft),
		curve(words.metrics.p95, rows.map(({ step }) => step.p95 ?? 0), (value) => n.ms(value), draft),
		textTable(cells, searchAlign(cells), width),
		...kind === "stress" ? [wrap(words.search.littleNote, width)] : []
	];
}
function results(scenario, draft) {
	const { report, words, n, width } = draft;
	const title = report.scenarios.length === 1 ? "" : n.name(scenario.name);
	if (scenario.search !== null) return [title, ...searchResults(scenario.search, draft)].filter(Boolean).join("\n");
	const { series, requests, quantiles, against, memory } = scenario;
	return [
		title,
		...hasUsersCurve(scenario) ? [usersCurve(scenario, draft)] : [],
		...series.told ? [curve(words.metrics.throughput, series.throughput, (value) => n.rate(value), draft), curve(words.metrics.p95, series.p95, (value) => n.ms(value), draft)] : [],
		...memory === null ? [] : [memoryCurve(memory.megabytes, draft)],
		textTable(quantileTable(scenario, words, n), `l${"r".repeat(quantiles.length)}`, width),
		against.replicates === 0 ? "" : wrap(words.distributionCaption(against, n), width),
		requests.length < 2 ? "" : textTable(requestTable(scenario, words, n), "lrrrrrr", width)
	].filter(Boolean).join("\n");
}
function usersCurve(scenario, draft) {
	const { words, n } = draft;
	const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
	const count = (value) => n.count(Math.round(value));
	return curve(title.toLocaleLowerCase(words.locale), scenario.series.users, count, draft);
}
/** What is above the lowest point: the rest is there in any case. */
function memoryCurve(megabytes, draft) {
	const { words, n } = draft;
	const write = (value) => n.bytes(1e6 * value);
	return curve(words.charts.memoryRow, megabytes, write, draft, Math.min(...megabytes));
}
/** Fewer bars say nothing beside their range: then they have a line of their own. */
const BARS_MIN = 8;
/** `throughput  ▅▆▇█▇  1,180/s to 1,320/s`. */
function curve(title, values, write, { words, width }, bottom = 0) {
	const range = `${write(Math.min(...values))} – ${write(Math.max(...values))}`;
	const name = title.padEnd(words.metrics.throughput.length);
	const above = values.map((value) => value - bottom);
	const room = width - name.length - range.length - 4;
	return room < BARS_MIN ? `${wrap(`${title} ${range}`, width, "  ")}\n  ${sparkline(above, width - 2)}` : `${name}  ${sparkline(above, room)}  ${range}`;
}
function bullets(groups, { words, n, width }) {
	return groups.map((group) => wrap(`- ${sentencesOf(words, n).group(group)}`, width, "  "));
}
function says({ report, words, n, width }) {
	return KINDS.flatMap((kind) => report.findings[kind].map((group) => wrap(`- ${sentencesOf(words, n).group(group, words.labels.kinds[kind])}`, width, "  ")));
}
function conclusions({ report, words, n, paint, width }) {
	const { headline, reasons, findings } = report;
	const nothing = words.nothingWrong(headline, n);
	const closing = words.closing(headline, n);
	const told = reasons.map((reason) => sentencesOf(words, n).reason(reason));
	const steps = findings.recommendation.map((group, index) => wrap(`${index + 1}. ${sentencesOf(words, n).group(group)}`, width, "   "));
	return [
		...told.length > 1 ? told.map((sentence) => wrap(`- ${sentence}`, width, "  ")) : [],
		wrap([
			...told.length === 1 ? told : [],
			nothing,
			closing
		].filter(Boolean).join(" "), width),
		...steps.length === 0 ? [] : [
			"",
			`${paint("underline", headline.outcome === "pass" ? words.labels.learnMore : words.labels.nextSteps)}:`,
			...steps
		]
	];
}
function method({ report, words, n, width }) {
	return [
		`${words.comment.reproduce}: ${n.command(report.method.reproduce)}`,
		...words.method(report.method, n),
		...report.scenarios.map((scenario) => words.measured(scenario, n))
	].map((line) => wrap(`- ${line}`, width, "  "));
}
export { cut as a, textWidth as c, terminalMarks as i, widthOf as l, painterOf as n, sparkline as o, renderTerminal as r, textTable as s, headlineText as t, wrap as u };
