import.meta.dirname;
import.meta.filename;
import { a as requestTable, d as LANGUAGES, f as penOf, i as quantileTable, l as KINDS, n as overviewAlign, o as searchAlign, p as clean, r as overviewTable, s as searchTable, u as sentencesOf } from "./chunk-tables.js";
import { n as isOpenLoop, t as hasUsersCurve } from "./chunk-results.js";
import { stripVTControlCharacters, styleText } from "node:util";
// src/report/terminal-text.ts
/** Text in columns of a terminal: how wide it is, wrapped, and in tables. */
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Characters that take two columns (Unicode's East Asian Wide and Fullwidth blocks, and emoji). */
const WIDE = /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const COMBINING = /^\p{Mark}+$/u;
/** Columns that a text takes; colours take none. */
function widthOf(text) {
	let width = 0;
	for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) if (WIDE.test(segment)) width += 2;
	else if (!COMBINING.test(segment)) width += 1;
	return width;
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
/** Coloured words are left whole: cutting one would cut its colour. */
function broken(word, width) {
	if (widthOf(word) <= width || word !== stripVTControlCharacters(word)) return [word];
	const pieces = [];
	let piece = "";
	for (const { segment } of graphemes.segment(word)) {
		if (widthOf(piece + segment) > width) {
			pieces.push(piece);
			piece = "";
		}
		piece += segment;
	}
	return [...pieces, piece];
}
/** Two spaces between columns. */
const GAP = "  ";
/** Narrower than this, a column's cells are not broken into lines. */
const COLUMN_MIN = 14;
/**
* A table with aligned columns (one letter a column: l or r). Where it is too wide, the cells of its widest column are broken into lines; where that is
* not enough, it becomes one paragraph a row with the headings in it.
*/
function textTable(rows, align, width) {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
	const total = widths.reduce((sum, each) => sum + each + 2, -2);
	if (total <= width) return layOut(rows, widths, align);
	const widest = widths.indexOf(Math.max(...widths));
	const room = width - total + (widths[widest] ?? 0);
	if (room < COLUMN_MIN) return records(rows, width);
	const narrow = widths.map((each, column) => column === widest ? room : each);
	return layOut(rows.map((row) => row.map((cell, column) => column === widest ? wrapCell(cell, room) : cell)), narrow, align);
}
/** A cell that is of one colour stays so in each of its lines. */
function wrapCell(cell, width) {
	const [, on, inner, off] = /^(\u001b\[\d+m)([^\u001b]*)(\u001b\[\d+m)$/u.exec(cell) ?? [];
	if (on === void 0 || inner === void 0 || off === void 0) return wrap(cell, width);
	return wrap(inner, width).split("\n").map((line) => on + line + off).join("\n");
}
/** A cell of several lines makes its row as high. */
function layOut(rows, widths, align) {
	return rows.flatMap((row) => {
		const cells = row.map((cell) => cell.split("\n"));
		const height = Math.max(...cells.map(({ length }) => length));
		return Array.from({ length: height }, (_, line) => cells.map((lines, column) => padded(lines[line] ?? "", widths[column] ?? 0, align[column])).join(GAP).trimEnd());
	}).join("\n");
}
function padded(cell, width, align) {
	const blank = " ".repeat(Math.max(0, width - widthOf(cell)));
	return align === "r" ? blank + cell : cell + blank;
}
function records([headings = [], ...rows], width) {
	return rows.map(([first = "", ...cells]) => {
		return wrap(`${first}: ${cells.map((cell, index) => `${headings[index + 1] ?? ""} ${cell}`.replaceAll(" ", "\xA0")).join("; ")}`.replaceAll("\xA0(", " ("), width, GAP);
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
const JUDGED = {
	bad: {
		sign: "✗ ",
		format: "red"
	},
	noted: {
		sign: "! ",
		format: "yellow"
	},
	better: {
		sign: "↑ ",
		format: "green"
	},
	good: {
		sign: "✓ ",
		format: "green"
	},
	unsure: {
		sign: "? ",
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
		width: Math.max(60, look.width)
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
	return [`${paint(["bold", format], line)}\n${wrap(words.action(headline, n), width)}`];
}
function section({ paint }, title, blocks, between = "\n") {
	return blocks.length === 0 ? "" : `${paint("bold", title)}\n${blocks.join(between)}`;
}
function overview(scenario, { words, n, paint, width }) {
	const mark = (sign, word) => paint(JUDGED[sign].format, `${JUDGED[sign].sign}${word}`);
	const facts = `${n.name(scenario.name)} · ${words.facts(scenario, n)} · ${words.outcomes[scenario.outcome]}`;
	const rows = overviewTable(scenario, scenario.judgements, words, n, mark);
	return `${wrap(facts, width, "  ")}\n${textTable(rows, overviewAlign(rows), width)}`;
}
function searchResults(search, { words, n, width }) {
	const { kind, rows } = search;
	const cells = searchTable(search, words, n);
	return [
		curve(words.metrics.throughput, rows.map(({ step }) => step.throughput), (value) => n.rate(value), width),
		curve(words.metrics.p95, rows.map(({ step }) => step.p95 ?? 0), (value) => n.ms(value), width),
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
		curve(words.metrics.throughput, series.throughput, (value) => n.rate(value), width),
		curve(words.metrics.p95, series.p95, (value) => n.ms(value), width),
		...memory === null ? [] : [memoryCurve(memory.megabytes, draft)],
		textTable(quantileTable(scenario, words, n), `l${"r".repeat(quantiles.length)}`, width),
		against.replicates === 0 ? "" : wrap(words.distributionCaption(against, n), width),
		requests.length < 2 ? "" : textTable(requestTable(scenario, words, n), "lrrrrrr", width)
	].filter(Boolean).join("\n");
}
function usersCurve(scenario, { words, n, width }) {
	const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
	const count = (value) => n.count(Math.round(value));
	return curve(title.toLocaleLowerCase(words.locale), scenario.series.users, count, width);
}
/** What is above the lowest point: the rest is there in any case. */
function memoryCurve(megabytes, { words, n, width }) {
	const write = (value) => n.bytes(1e6 * value);
	return curve(words.charts.memoryRow, megabytes, write, width, Math.min(...megabytes));
}
/** `throughput  ▅▆▇█▇  1,180/s to 1,320/s`. */
function curve(title, values, write, width, bottom = 0) {
	const range = `${write(Math.min(...values))} – ${write(Math.max(...values))}`;
	const name = title.padEnd(10);
	return `${name}  ${sparkline(values.map((value) => value - bottom), width - name.length - range.length - 4)}  ${range}`;
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
	return [...words.method(report.method, n), ...report.scenarios.map((scenario) => words.measured(scenario, n))].map((line) => wrap(`- ${line}`, width, "  "));
}
export { textTable as a, terminalMarks as i, painterOf as n, wrap as o, renderTerminal as r, headlineText as t };
