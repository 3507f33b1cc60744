import.meta.dirname;
import.meta.filename;
import { _ as inertSpan, a as requestTable, c as splitJudgements, d as LANGUAGES, f as penOf, h as inertHtml, i as quantileTable, l as KINDS, n as overviewAlign, o as searchAlign, r as overviewTable, s as searchTable, t as countsTable, u as sentencesOf } from "./chunk-tables.js";
import { n as isOpenLoop, t as hasUsersCurve } from "./chunk-results.js";
// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [fillRows=true]
*   Whether to fill rows with empty cells up to the most cells in a row
*   (default: `true`).
*
*   When `true`, all rows have as many cells as the longest row:
*
*   ```markdown
*   | Alpha | B    |   |
*   | ----- | ---- | - |
*   | C     |      |   |
*   | D     | Echo | F |
*   ```
*
*   When `false`, rows keep their cells,
*   and the delimiter row has as many cells as the header row:
*
*   ```markdown
*   | Alpha | B    |
*   | ----- | ---- |
*   | C     |
*   | D     | Echo | F |
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* Get the length of a cell.
*
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* Serialize a cell value.
*
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* Get the alignment character code from a value.
*
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// src/report/markdown-blocks.ts
/** Blocks of Markdown: tables and folds. */
/** A table; one letter a column in `align`: l or r. Cells must not hold a bare bar: numbers and inert spans have none. */
function table(rows, align) {
	return markdownTable(rows, {
		align: [...align],
		alignDelimiters: false,
		padding: true
	});
}
/** Blocks under a summary that opens them. The summary is HTML: untrusted text in it must be inert for HTML. */
function fold(summary, blocks) {
	return `${opening(summary)}\n\n${blocks}\n\n</details>`;
}
/** A whole section that folds. */
const folded = (summary) => ({
	opening: opening(summary),
	end: "</details>"
});
const opening = (summary) => `<details>\n<summary>${summary}</summary>`;
// src/report/sections.ts
/** A section under a heading; '' for none. */
const headed = (opening, parts) => ({
	opening,
	parts,
	end: ""
});
/** The document in at most `limit` characters. `note` says what was left out, and is only called with something. */
function fit(sections, limit, note) {
	const chosen = /* @__PURE__ */ new Map();
	const cut = /* @__PURE__ */ new Set();
	const candidates = shrinkOrder(sections);
	let text = write(sections, chosen);
	for (const part of candidates) {
		const room = cut.size === 0 ? limit : limit - note([...cut]).length - 2;
		if (text.length <= room) break;
		chosen.set(part, (chosen.get(part) ?? 0) + 1);
		cut.add(part.called);
		text = write(sections, chosen);
	}
	return cut.size === 0 ? text : `${text}\n\n${note([...cut])}`;
}
/** Each part as often as it can shrink: the least worthy first, of equals the last one, step by step through its versions. */
function shrinkOrder(sections) {
	return sections.flatMap((section) => section.parts).toReversed().toSorted((left, right) => left.worth < right.worth ? -1 : left.worth > right.worth ? 1 : 0).flatMap((part) => {
		const steps = part.versions.length - (part.worth === Infinity ? 1 : 0);
		return Array.from({ length: steps }, () => part);
	});
}
function write(sections, chosen) {
	return sections.map(({ opening, parts, end }) => {
		const blocks = parts.map((part) => part.versions[chosen.get(part) ?? 0] ?? "").filter(Boolean);
		return blocks.length === 0 ? "" : [
			opening,
			...blocks,
			end
		].filter(Boolean).join("\n\n");
	}).filter(Boolean).join("\n\n");
}
// src/report/markdown-parts.ts
/** The parts of the Markdown report that are made of sentences: overview, limits, what the results say, conclusions, method. */
/** What each part is worth when there is no room; charts and requests (in the results) are worth less than all of these. */
const WORTH = {
	requests: 1,
	charts: 2,
	raw: 3,
	method: 4,
	distribution: 5,
	passing: 6,
	says: 7,
	limits: 8,
	advice: 9,
	overview: 10,
	reasons: 11
};
const SIGNS$1 = {
	bad: `❌ `,
	noted: `⚠️ `,
	better: `🟢 `,
	good: `✅ `,
	unsure: `❔ `,
	none: ""
};
/** One table a scenario, those that pass folded away when there are several. */
function overview(draft) {
	const { report, words, n } = draft;
	const { scenarios } = report;
	const few = 3;
	const isQuiet = ({ outcome }) => scenarios.length > few && outcome === "pass";
	const shown = scenarios.filter((scenario) => !isQuiet(scenario));
	const quiet = scenarios.filter(isQuiet);
	const called = words.labels.overview;
	return [...shown.map((scenario) => ({
		versions: [overviewOf(scenario, draft), briefly(scenario, draft)],
		worth: WORTH.overview,
		called
	})), ...quiet.length === 0 ? [] : [{
		versions: [fold(words.passingFolded(quiet.length, n), quiet.map((scenario) => overviewOf(scenario, draft, true)).join("\n\n")), fold(words.passingFolded(quiet.length, n), quiet.map((scenario) => `- ${briefly(scenario, draft)}`).join("\n"))],
		worth: WORTH.passing,
		called
	}]];
}
function overviewOf(scenario, draft, whole = false) {
	const { words, n } = draft;
	const { shown, folded: rest } = splitJudgements(scenario.judgements);
	const mark = (sign, word) => `${SIGNS$1[sign]}${word}`;
	const rows = (judgements) => {
		const cells = overviewTable(scenario, judgements, words, n, mark);
		return table(cells, overviewAlign(cells));
	};
	const blocks = [briefly(scenario, draft), rows(whole ? scenario.judgements : shown)];
	if (!whole && rest.length > 0) blocks.push(fold(words.unchangedFolded(rest.map(({ metric }) => metric), n), rows(rest)));
	return blocks.join("\n\n");
}
const briefly = (scenario, { words, n }) => `**${n.name(scenario.name)}** · ${words.facts(scenario, n)} · ${words.outcomes[scenario.outcome]}`;
/** Limitations, each with how it was noticed. */
function limits({ report, words, n, calm }) {
	const groups = report.findings.limitation;
	const parts = groups.map((group) => bullet(group, words, n, WORTH.limits, words.labels.limits));
	return calm ? {
		...folded(words.limitsFolded(groups.length, n)),
		parts: [joined(parts)]
	} : headed(`#### ${words.labels.limits}`, [joined(parts)]);
}
/** Weaknesses, strengths, bottleneck, potential: one list, each where there is something to say. */
function says({ report, words, n }) {
	const bullets = KINDS.flatMap((kind) => report.findings[kind].map((group) => ({
		versions: [`- ${sentencesOf(words, n).group(group, words.labels.kinds[kind])}`],
		worth: WORTH.says,
		called: words.labels.says
	})));
	return headed(`#### ${words.labels.says}`, bullets.length === 0 ? [] : [joined(bullets)]);
}
/** Why the verdict is what it is, and what to do next. */
function conclusions({ report, words, n, calm }) {
	const { labels } = words;
	const { headline, reasons, findings } = report;
	const most = 8;
	const told = reasons.map((reason) => sentencesOf(words, n).reason(reason));
	const sentences = told.length > 1 ? told.map((sentence) => `- ${sentence}`) : [];
	const brief = [...sentences.slice(0, most), ...sentences.length > most ? [`- ${words.rowsCut(sentences.length - most, n)}`] : []].join("\n");
	const nothing = words.nothingWrong(headline, n);
	const closing = words.closing(headline, n);
	const steps = findings.recommendation.map((group, index) => `${index + 1}. ${sentencesOf(words, n).group(group)}`);
	const parts = [
		...brief === "" ? [] : [{
			versions: [brief],
			worth: WORTH.reasons,
			called: labels.conclusions
		}],
		{
			versions: [[
				...told.length === 1 ? told : [],
				nothing,
				closing
			].filter(Boolean).join(" ")],
			worth: WORTH.reasons,
			called: labels.conclusions
		},
		...steps.length === 0 ? [] : [{
			versions: [`${calm ? labels.learnMore : labels.nextSteps}:\n\n${steps.join("\n")}`],
			worth: WORTH.advice,
			called: labels.nextSteps
		}]
	];
	return headed(`#### ${labels.conclusions}`, parts);
}
/** Method, machine, commits, raw numbers, how to reproduce: always folded. */
function methodOf({ report, words, n }) {
	const { labels } = words;
	const lines = words.method(report.method, n).map((line) => `- ${line}`);
	const measured = report.scenarios.map((scenario) => `- ${words.measured(scenario, n)}`);
	const raw = report.scenarios.slice(0, 6);
	return {
		...folded(labels.method),
		parts: [{
			versions: [[...lines, ...measured].join("\n"), lines.join("\n")],
			worth: WORTH.method,
			called: labels.method
		}, {
			versions: [table(countsTable(raw, words, n), `l${"r".repeat(raw.length)}`)],
			worth: WORTH.raw,
			called: labels.rawNumbers
		}]
	};
}
function bullet(group, words, n, worth, called) {
	return {
		versions: [`- ${sentencesOf(words, n).group(group)}`],
		worth,
		called
	};
}
/** Bullets of one list are one block, so that no blank line loosens it. */
function joined(parts) {
	const [first] = parts;
	return {
		versions: [parts.map(({ versions }) => versions[0]).join("\n")],
		worth: first?.worth ?? WORTH.limits,
		called: first?.called ?? ""
	};
}
// src/report/mermaid.ts
/** Charts for Markdown, as Mermaid `xychart-beta`: what GitHub draws without a host, in private repositories, too. */
/** Blue and orange that stand out on white and on black, and for people who see no red or green. The squares in captions have these colours. */
const COLOURS = ["#3b82f6", "#f97316"];
/** Wide and low, with small letters: the numbers are in the tables. */
const AXIS = {
	labelFontSize: 12,
	titleFontSize: 12,
	titlePadding: 3
};
const SIZE = {
	width: 860,
	height: 270,
	titleFontSize: 15,
	titlePadding: 6,
	xAxis: AXIS,
	yAxis: AXIS
};
/** Users over time, or requests under way. */
function usersChart(scenario, words) {
	const { series } = scenario;
	const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
	return draw({
		title,
		x: words.charts.seconds,
		y: title,
		seconds: series.seconds,
		series: [series.users]
	});
}
/** Throughput over time, with failures where there are any. */
function throughputChart(series, words) {
	const failed = hasErrors(series);
	return draw({
		title: words.charts.throughput(failed),
		x: words.charts.seconds,
		y: words.charts.perSecond,
		seconds: series.seconds,
		series: failed ? [series.throughput, series.errors] : [series.throughput]
	});
}
/** p50 and p95 over time. */
function latencyChart(series, words) {
	return draw({
		title: words.charts.latency,
		x: words.charts.seconds,
		y: words.charts.milliseconds,
		seconds: series.seconds,
		series: [series.p50, series.p95]
	});
}
/** Memory of the service over time. Its axis begins near the lowest point: a leak is a small share of what a service has in memory anyway. */
function memoryChart({ seconds, megabytes }, words) {
	const [low, high] = [Math.min(...megabytes), Math.max(...megabytes)];
	return draw({
		title: words.charts.memory,
		x: words.charts.seconds,
		y: words.charts.megabytes,
		seconds,
		series: [megabytes],
		bottom: Math.max(0, Math.floor(low - AROUND * Math.max(1, high - low)))
	});
}
/** Room below the lowest point, as a share of what the curve spans. */
const AROUND = .5;
/** Whether anything failed at any time. */
const hasErrors = ({ errors }) => errors.some((value) => value > 0);
/** Throughput against the level of load; the base's too, where it was measured beside. */
function searchThroughputChart({ kind, rows }, words, n) {
	const base = rows.map((row) => row.base?.throughput ?? null);
	return draw({
		title: words.search.throughputChart,
		x: words.search.axis(kind),
		y: words.charts.perSecond,
		seconds: rows.map(({ level }) => n.count(level)),
		series: [rows.map(({ step }) => step.throughput), ...base.every((value) => value !== null) ? [base] : []]
	});
}
/** p50 and p95 against the level of load; 0 where nothing was answered. */
function searchLatencyChart({ kind, rows }, words, n) {
	return draw({
		title: words.search.latencyChart,
		x: words.search.axis(kind),
		y: words.charts.milliseconds,
		seconds: rows.map(({ level }) => n.count(level)),
		series: [rows.map(({ step }) => step.p50 ?? 0), rows.map(({ step }) => step.p95 ?? 0)]
	});
}
function draw({ title, x, y, seconds, series, bottom = 0 }) {
	const highest = Math.max(0, ...series.flat());
	const top = bottom === 0 ? niceTop(highest) : decimal(bottom + Number(niceTop(highest - bottom)));
	const init = {
		themeVariables: { xyChart: {
			plotColorPalette: COLOURS.join(", "),
			backgroundColor: "transparent"
		} },
		xyChart: SIZE
	};
	return [
		"```mermaid",
		`%%{init: ${JSON.stringify(init)}}%%`,
		"xychart-beta",
		`  title "${title}"`,
		`  x-axis "${x}" ${typeof seconds === "number" ? `0 --> ${seconds}` : `[${seconds.map((each) => `"${each}"`).join(", ")}]`}`,
		`  y-axis "${y}" ${bottom} --> ${top}`,
		...series.map((values) => `  line [${points(values).map(decimal).join(", ")}]`),
		"```"
	].join("\n");
}
/** A single point makes no line. */
const points = (values) => values.length === 1 ? [...values, ...values] : values;
/** Plain decimal digits, since an exponent is no number to the chart. */
const decimal = (value) => String(Number(value.toFixed(value >= 100 ? 0 : 2)));
/** The next of 1, 2, 4, 5, 8 times a power of ten above the highest value: for these tops Mermaid draws about ten ticks, for others up to sixteen, which overlap. */
function niceTop(highest) {
	if (!(highest > 0)) return "1";
	const power = 10 ** Math.floor(Math.log10(highest));
	const step = [
		1,
		2,
		4,
		5,
		8,
		10
	].find((each) => each * power > 1.02 * highest) ?? 20;
	return decimal(Math.max(step * power, .01));
}
// src/report/markdown-results.ts
/** The results in Markdown: charts over time, each beside a table, and the requests one by one. */
/** More scenarios than this make a comment of charts: from then on their results fold. */
const OPEN_MAX = 2;
/** Requests that a table shows when room is short. */
const FEW_REQUESTS = 5;
/** One section a scenario: open where something is the matter, folded where nothing is. */
function results(draft) {
	const { report, words, calm } = draft;
	const attention = report.scenarios.filter(({ outcome }) => outcome !== "pass").length;
	return report.scenarios.map((scenario) => {
		const alone = report.scenarios.length === 1;
		const title = (name) => alone ? words.labels.results : `${words.labels.results} · ${name}`;
		const open = !calm && attention <= OPEN_MAX && scenario.outcome !== "pass";
		const parts = resultsOf(scenario, draft);
		return open ? headed(`#### ${title(draft.n.name(scenario.name))}`, parts) : {
			...folded(title(inertHtml(scenario.name))),
			parts
		};
	});
}
function resultsOf(scenario, draft) {
	if (scenario.search !== null) return searchParts(scenario.search, draft);
	const { words, n } = draft;
	const { labels } = words;
	const { series, against, memory } = scenario;
	const failed = hasErrors(series);
	const caption = against.replicates === 0 ? [] : [words.distributionCaption(against, n)];
	return [
		{
			versions: [[
				...hasUsersCurve(scenario) ? [usersChart(scenario, words), words.charts.usersCaption(series.width)] : [],
				throughputChart(series, words),
				words.charts.throughputCaption(series.width, failed),
				latencyChart(series, words),
				words.charts.latencyCaption(series.width, series.silent),
				...memory === null ? [] : [memoryChart(memory, words), words.charts.memoryCaption(memory, n)]
			].filter(Boolean).join("\n\n")],
			worth: WORTH.charts,
			called: labels.charts
		},
		{
			versions: [[table(quantileTable(scenario, words, n), `l${"r".repeat(scenario.quantiles.length)}`), ...caption].join("\n\n")],
			worth: WORTH.distribution,
			called: labels.distribution
		},
		...requestsOf(scenario, draft)
	];
}
/** Over time a search shows only its own steps, and a distribution of all of them says nothing: levels take the place of both. */
function searchParts(search, { words, n }) {
	const { kind, rows } = search;
	const withBase = rows.every(({ base }) => base !== null);
	const charts = [
		searchThroughputChart(search, words, n),
		words.search.throughputCaption(kind, withBase),
		searchLatencyChart(search, words, n),
		words.search.latencyCaption
	];
	const cells = searchTable(search, words, n);
	const note = kind === "stress" ? [words.search.littleNote] : [];
	return [{
		versions: [charts.join("\n\n")],
		worth: WORTH.charts,
		called: words.labels.charts
	}, {
		versions: [[table(cells, searchAlign(cells)), ...note].join("\n\n")],
		worth: WORTH.distribution,
		called: words.search.steps
	}];
}
/** A single request is the scenario itself. */
function requestsOf(scenario, { words, n }) {
	const rows = requestTable(scenario, words, n);
	const count = scenario.requests.length;
	if (count < 2) return [];
	const align = "lrrrrrr";
	const brief = `${table(rows.slice(0, 6), align)}\n\n${words.rowsCut(count - FEW_REQUESTS, n)}`;
	const title = `${words.labels.requests} (${n.count(count)})`;
	const whole = fold(title, table(rows, align));
	return [{
		versions: count > FEW_REQUESTS ? [whole, fold(title, brief)] : [whole],
		worth: WORTH.requests,
		called: words.labels.requests
	}];
}
// src/report/markdown.ts
/** The report as GitHub Markdown: the verdict first, the rest in the order in which a reader asks for it. */
/** GitHub's 65,536 characters for a comment, less room for the marker that finds it again. */
const MARKDOWN_LIMIT = 65e3;
/**
* Renders a report in at most `limit` characters. What does not fit is left out block by block, the least important first, and named at the end.
* Untrusted text appears only as code.
*/
function renderMarkdown(report, language, limit = MARKDOWN_LIMIT) {
	const words = LANGUAGES[language];
	const n = penOf(words, MARKS, report.headline.scenarios);
	const draft = {
		report,
		words,
		n,
		calm: report.headline.outcome === "pass"
	};
	const text = fit([
		top(draft),
		headed(`#### ${words.labels.overview}`, overview(draft)),
		limits(draft),
		...results(draft),
		says(draft),
		conclusions(draft),
		methodOf(draft)
	], limit, (called) => `*${words.cut(called, n)}*`);
	return text.length <= limit ? text : words.outcomes[report.headline.outcome].slice(0, Math.max(0, limit));
}
/** The marks of Markdown. */
const MARKS = {
	name: inertSpan,
	code: (text) => `\`${text}\``,
	strong: (text) => `**${text}**`,
	link: (text, url) => isPage(url) ? `[${text}](${encodeURI(decodeURI(url)).replaceAll(/[()]/g, encodeURIComponent)})` : text
};
/** An address on the web with nothing in it that could end a link. */
const isPage = (url) => /^https?:\/\/[\w.:-]+(?:\/[\w./~-]*)?$/.test(url);
/** The sign of each outcome, and the kind of alert that what-to-do stands in. */
const SIGNS = {
	pass: {
		sign: "✅",
		alert: null
	},
	fail: {
		sign: "❌",
		alert: "CAUTION"
	},
	inconclusive: {
		sign: "❔",
		alert: "NOTE"
	},
	"no-baseline": {
		sign: "🆕",
		alert: "NOTE"
	},
	void: {
		sign: "⚠️",
		alert: "WARNING"
	}
};
function top({ report: { headline }, words, n }) {
	const { sign, alert } = SIGNS[headline.outcome];
	const line = `### ${sign} ${words.headline(headline, n)}`;
	const action = words.action(headline, n);
	const whole = alert === null ? `${line}\n\n${action}` : `${line}\n\n> [!${alert}]\n> ${action}`;
	return headed("", [{
		versions: [whole, `### ${sign} ${words.outcomes[headline.outcome]}`],
		worth: Infinity,
		called: ""
	}]);
}
export { headed as i, renderMarkdown as n, fit as r, MARKDOWN_LIMIT as t };
