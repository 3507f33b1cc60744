import.meta.dirname;
import.meta.filename;
import { a as inertProse, i as inertHtml, o as inertSpan, r as inertBlock, t as COMMAND_MAX } from "./chunk-inert2.js";
import { a as penOf, i as LANGUAGES, n as sentencesOf, r as underHeadline, t as KINDS } from "./chunk-sentences.js";
import { c as thresholdCaption, l as thresholdFold, o as THRESHOLD_ALIGN, s as fateOf, u as thresholdTable } from "./chunk-results.js";
import { a as quantileTable, c as searchAlign, d as chartsOf, i as overviewTable, l as searchTable, n as countsTable, o as requestTable, r as overviewAlign, s as scenarioTable, t as SCENARIO_ALIGN, u as splitJudgements } from "./chunk-tables.js";
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
// src/report/markdown-draft.ts
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
	again: 9,
	thresholds: 9,
	overview: 10,
	rows: 11,
	reasons: 12
};
// src/report/markdown-overview.ts
/** The overview in Markdown: a table of metrics for each scenario; of many scenarios one row each, and those tables below. */
const SIGNS$1 = {
	bad: `❌ `,
	noted: `⚠️ `,
	agreed: `🤝 `,
	better: `🟢 `,
	good: `✅ `,
	unsure: `🟡 `,
	none: ""
};
/** Up to so many scenarios have a table each. */
const TABLES_MAX = 3;
/** Rows of scenarios that are shown, and when room is short. */
const ROWS_MAX = 12;
const ROWS_FEW = 5;
/** The same of thresholds. */
const THRESHOLDS_MAX = 12;
const THRESHOLDS_FEW = 3;
/** What was judged. Scenarios that need attention come first and stay open; those that pass fold away where there are many. */
function overview(draft) {
	const { scenarios } = draft.report;
	if (scenarios.length <= TABLES_MAX) return scenarios.flatMap((scenario) => tablesOf(scenario, draft));
	const attention = scenarios.filter(({ outcome }) => outcome !== "pass");
	const quiet = scenarios.filter(({ outcome }) => outcome === "pass");
	const { words, n } = draft;
	const others = attention.slice(TABLES_MAX);
	return [
		rowsOf(scenarios, draft),
		...attention.slice(0, TABLES_MAX).flatMap((scenario) => tablesOf(scenario, draft)),
		...foldOf(words.comment.othersFolded(others.length, n), others, draft),
		...foldOf(words.passingFolded(quiet.length, n), quiet, draft)
	];
}
/** One row a scenario. */
function rowsOf(scenarios, { words, n }) {
	const rows = (most) => {
		const cut = scenarios.length - most;
		const text = table(scenarioTable(scenarios.slice(0, most), words, n, mark), SCENARIO_ALIGN);
		return cut > 0 ? `${text}\n\n${words.rowsCut(cut, n)}` : text;
	};
	return {
		versions: [rows(ROWS_MAX), rows(ROWS_FEW)],
		worth: WORTH.rows,
		called: words.labels.overview
	};
}
const mark = (sign, word) => `${SIGNS$1[sign]}${word}`;
const tablesOf = (scenario, draft) => [{
	versions: [overviewOf(scenario, draft), briefly(scenario, draft)],
	worth: WORTH.overview,
	called: draft.words.labels.overview
}, ...scenario.thresholds.length === 0 ? [] : [thresholdPart(scenario, draft)]];
const thresholdPart = (scenario, draft) => ({
	versions: [thresholdsOf(scenario, draft, THRESHOLDS_MAX), thresholdsOf(scenario, draft, THRESHOLDS_FEW)],
	worth: WORTH.thresholds,
	called: draft.words.thresholds.title
});
/** Those of a script of k6; in a fold where none was crossed. */
function thresholdsOf(scenario, { words, n }, most) {
	const { thresholds } = scenario;
	const rows = thresholdTable(thresholds.slice(0, most), words, n, mark);
	const cut = thresholds.length - most;
	const text = [
		table(rows, THRESHOLD_ALIGN),
		...cut > 0 ? [words.rowsCut(cut, n)] : [],
		thresholdCaption(scenario, words)
	].join("\n\n");
	return thresholds.some((each) => fateOf(each) === "crossed") ? `${words.thresholds.title}:\n\n${text}` : fold(thresholdFold(thresholds, words, n), text);
}
/** Scenarios in a fold; shorter, a line each. */
function foldOf(title, scenarios, draft) {
	if (scenarios.length === 0) return [];
	const whole = scenarios.flatMap((scenario) => [overviewOf(scenario, draft, true), ...scenario.thresholds.length === 0 ? [] : [thresholdsOf(scenario, draft, THRESHOLDS_MAX)]]).join("\n\n");
	const brief = scenarios.map((scenario) => `- ${briefly(scenario, draft)}`).join("\n");
	const called = draft.words.labels.overview;
	return [{
		versions: [fold(title, whole), fold(title, brief)],
		worth: WORTH.passing,
		called
	}];
}
/** `whole`: all metrics in one table. */
function overviewOf(scenario, draft, whole = false) {
	const { words, n } = draft;
	const { shown, folded: rest } = splitJudgements(scenario.judgements);
	const rows = (judgements) => {
		const cells = overviewTable(scenario, judgements, words, n, mark, withBars);
		return table(cells, overviewAlign(cells));
	};
	const names = rest.map(({ metric }) => metric);
	const folds = whole || rest.length === 0 ? [] : [fold(words.unchangedFolded(names, n), rows(rest))];
	const bars = Math.max(0, ...scenario.history.map(({ values }) => values.length - 1));
	const caption = bars === 0 || scenario.name !== firstWithBars(draft) ? [] : [words.comment.historyCaption(bars)];
	const { release } = scenario;
	const of = release === null ? [] : [words.acceptance.releaseCaption(release, n)];
	return [
		briefly(scenario, draft),
		rows(whole ? scenario.judgements : shown),
		...caption,
		...of,
		...folds
	].join("\n\n");
}
const briefly = (scenario, { words, n }) => `**${n.name(scenario.name)}** · ${words.facts(scenario, n)} · ${words.outcomes[scenario.outcome]}`;
/** Under the name, so that a row is no wider; as code, whose letters are all of one width. */
const withBars = (name, bars) => `${name}<br>\`${bars}\``;
/** What bars are is said once. */
const firstWithBars = ({ report }) => report.scenarios.find(({ history }) => history.length > 0)?.name;
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
/** The parts of the Markdown report that are made of sentences: limits, what the results say, conclusions, method. */
/** Limitations, each with how it was noticed. */
function limits({ report, words, n, calm }) {
	const groups = report.findings.limitation;
	const part = {
		versions: [groups.map((group) => `- ${sentencesOf(words, n).group(group)}`).join("\n")],
		worth: WORTH.limits,
		called: words.labels.limits
	};
	return calm ? {
		...folded(words.limitsFolded(groups.length, n)),
		parts: [part]
	} : headed(`#### ${words.labels.limits}`, [part]);
}
/** Weaknesses, strengths, bottleneck, potential: one list, each where there is something to say. Where all is well, only what is not stays open. */
function says({ report, words, n, calm }) {
	const open = calm ? KINDS.filter((kind) => !PRAISE.includes(kind)) : KINDS;
	const praise = calm ? PRAISE.flatMap((kind) => report.findings[kind]) : [];
	const list = (kinds) => ({
		versions: [kinds.flatMap((kind) => report.findings[kind].map((group) => `- ${sentencesOf(words, n).group(group, words.labels.kinds[kind])}`)).join("\n")],
		worth: WORTH.says,
		called: words.labels.says
	});
	const shown = headed(`#### ${words.labels.says}`, [list(open)]);
	return praise.length === 0 ? [shown] : [shown, {
		...folded(words.comment.saysFolded(titlesOf(praise, words))),
		parts: [list(PRAISE)]
	}];
}
/** Kinds of finding that a busy reader of a good result can do without. */
const PRAISE = ["strength", "potential"];
const titlesOf = (groups, words) => groups.flatMap(({ findings: [first] }) => first === void 0 ? [] : [words.findingTitles[first.name]]);
/** Why the verdict is what it is; of a gain, in a fold. What it comes to when nothing is the matter stands under the headline. */
function conclusions({ report, words, n, calm }) {
	const { labels } = words;
	const { headline, reasons } = report;
	const most = 8;
	const told = reasons.map((reason) => sentencesOf(words, n).reason(reason));
	const sentences = told.length > 1 ? told.map((sentence) => `- ${sentence}`) : [];
	const brief = [...sentences.slice(0, most), ...sentences.length > most ? [`- ${words.rowsCut(sentences.length - most, n)}`] : []].join("\n");
	const nothing = words.nothingWrong(headline, n);
	const last = [...told.length === 1 ? told : [], ...calm ? [] : [nothing, words.closing(headline, n)]].filter(Boolean);
	const parts = [{
		versions: [brief],
		worth: WORTH.reasons,
		called: labels.conclusions
	}, {
		versions: [last.join(" ")],
		worth: WORTH.reasons,
		called: labels.conclusions
	}];
	return calm ? {
		...folded(labels.conclusions),
		parts
	} : headed(`#### ${labels.conclusions}`, parts);
}
/** What to do next; folded where nothing has to be done. */
function nextSteps({ report, words, n, calm }) {
	const groups = report.findings.recommendation;
	const steps = groups.map((group, index) => `${index + 1}. ${sentencesOf(words, n).group(group)}`).join("\n");
	const called = words.labels.nextSteps;
	return calm ? {
		...folded(words.comment.learnMoreFolded(titlesOf(groups, words))),
		parts: [{
			versions: [steps],
			worth: WORTH.advice,
			called
		}]
	} : headed("", [{
		versions: [steps === "" ? "" : `${called}:\n\n${steps}`],
		worth: WORTH.advice,
		called
	}]);
}
/** Method, machine, commits, raw numbers, how to reproduce: always folded. */
function methodOf({ report, words, n }) {
	const { labels, comment } = words;
	const bars = report.scenarios.some(({ history }) => history.length > 0) ? [comment.historyScale] : [];
	const lines = [...words.method(report.method, n), ...bars].map((line) => `- ${line}`);
	const measured = report.scenarios.map((scenario) => `- ${words.measured(scenario, n)}`);
	const again = inertBlock([report.method.reproduce], "sh", COMMAND_MAX);
	const raw = report.scenarios.slice(0, 6);
	return {
		...folded(labels.method),
		parts: [
			{
				versions: [`${comment.reproduce}:\n\n${again}`],
				worth: WORTH.again,
				called: comment.reproduce
			},
			{
				versions: [[...lines, ...measured].join("\n"), lines.join("\n")],
				worth: WORTH.method,
				called: labels.method
			},
			{
				versions: [table(countsTable(raw, words, n), `l${"r".repeat(raw.length)}`)],
				worth: WORTH.raw,
				called: labels.rawNumbers
			}
		]
	};
}
// src/report/mermaid.ts
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
/** Draws a chart as a fenced block. What is not known is drawn as 0: `xychart-beta` has no gaps. */
function mermaidOf({ title, x, y, points, lines, bottom }) {
	const series = lines.map(({ values }) => values.map((value) => value ?? 0));
	const highest = Math.max(0, ...series.flat());
	const top = bottom === 0 ? niceTop(highest) : decimal(bottom + Number(niceTop(highest - bottom)));
	const init = {
		themeVariables: { xyChart: {
			plotColorPalette: COLOURS.join(", "),
			backgroundColor: "transparent"
		} },
		xyChart: SIZE
	};
	const axis = "seconds" in points ? `0 --> ${points.seconds}` : `[${points.names.map((each) => `"${each}"`).join(", ")}]`;
	return [
		"```mermaid",
		`%%{init: ${JSON.stringify(init)}}%%`,
		"xychart-beta",
		`  title "${title}"`,
		`  x-axis "${x}" ${axis}`,
		`  y-axis "${y}" ${bottom} --> ${top}`,
		...series.map((values) => `  line [${atLeastTwo(values).map(decimal).join(", ")}]`),
		"```"
	].join("\n");
}
/** A single point makes no line. */
const atLeastTwo = (values) => values.length === 1 ? [...values, ...values] : values;
/** Plain decimal digits, since an exponent is no number to the chart. */
const decimal = (value) => String(Number(value.toFixed(value >= 100 ? 0 : 2)));
/** The next of 1, 1.6, 2, 4, 5, 8 times a power of ten above the highest value: for these tops Mermaid draws about ten ticks, for others up to sixteen, which overlap. */
function niceTop(highest) {
	if (!(highest > 0)) return "1";
	const power = 10 ** Math.floor(Math.log10(highest));
	const step = [
		1,
		1.6,
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
/** Beyond so many, scenarios share a fold. */
const FOLDS_MAX = 3;
/** One section a scenario: open where something is the matter, folded where nothing is; where they are many, one fold for the rest of either kind. */
function results(draft) {
	const { words, n, report } = draft;
	const quiet = report.scenarios.filter(({ outcome }) => outcome === "pass");
	const attention = report.scenarios.filter(({ outcome }) => outcome !== "pass");
	const open = !draft.calm && attention.length <= OPEN_MAX;
	const others = attention.slice(FOLDS_MAX);
	const each = quiet.length > FOLDS_MAX ? [] : quiet;
	return [
		...attention.slice(0, FOLDS_MAX).map((scenario) => sectionOf(scenario, open, draft)),
		...together(words.comment.othersFolded(others.length, n), others, draft),
		...each.map((scenario) => sectionOf(scenario, false, draft)),
		...together(words.passingFolded(quiet.length, n), quiet.slice(each.length), draft)
	];
}
function sectionOf(scenario, open, draft) {
	const { labels } = draft.words;
	const alone = draft.report.scenarios.length === 1;
	const title = (name) => alone ? labels.results : `${labels.results} · ${name}`;
	const parts = resultsOf(scenario, draft);
	return open ? headed(`#### ${title(draft.n.name(scenario.name))}`, parts) : {
		...folded(title(inertHtml(scenario.name))),
		parts
	};
}
function together(which, scenarios, draft) {
	if (scenarios.length === 0) return [];
	const parts = scenarios.flatMap((scenario) => namedResults(scenario, draft));
	return [{
		...folded(`${draft.words.labels.results} · ${which}`),
		parts
	}];
}
/** Under the name of the scenario, which goes with the last of its results. */
function namedResults(scenario, draft) {
	const { words, n } = draft;
	return [{
		versions: [`**${n.name(scenario.name)}**`],
		worth: WORTH.distribution,
		called: words.labels.distribution
	}, ...resultsOf(scenario, draft)];
}
function resultsOf(scenario, draft) {
	const { words } = draft;
	const charts = {
		versions: [chartsText(scenario, draft)],
		worth: WORTH.charts,
		called: words.labels.charts
	};
	return scenario.search === null ? [
		charts,
		distributionOf(scenario, draft),
		...requestsOf(scenario, draft)
	] : [charts, stepsOf(scenario.search, draft)];
}
const chartsText = (scenario, { words, n }) => chartsOf(scenario, words, n).flatMap((chart) => [mermaidOf(chart), chart.caption]).filter((block) => block !== "").join("\n\n");
function distributionOf(scenario, { words, n }) {
	return {
		versions: [[table(quantileTable(scenario, words, n), `l${"r".repeat(scenario.quantiles.length)}`), ...scenario.against.replicates === 0 ? [] : [words.distributionCaption(scenario.against, n)]].join("\n\n")],
		worth: WORTH.distribution,
		called: words.labels.distribution
	};
}
/** A distribution of all steps of a search says nothing: its levels take its place. */
function stepsOf(search, { words, n }) {
	const cells = searchTable(search, words, n);
	const note = search.kind === "stress" ? [words.search.littleNote] : [];
	return {
		versions: [[table(cells, searchAlign(cells)), ...note].join("\n\n")],
		worth: WORTH.distribution,
		called: words.search.steps
	};
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
/** GitHub's 65,536 characters for a comment, less room for the marker that finds it again. */
const MARKDOWN_LIMIT = 65e3;
/**
* Renders a report in at most `limit` characters. What does not fit is left out block by block, the least important first, and named at the end.
* Untrusted text appears only as code.
*/
function renderMarkdown(report, language, limit = MARKDOWN_LIMIT) {
	const words = LANGUAGES[language];
	const n = penOf(words, MARKDOWN_MARKS, report.headline.scenarios);
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
		...says(draft),
		conclusions(draft),
		nextSteps(draft),
		methodOf(draft)
	], limit, (called) => `*${words.cut(called, n)}*`);
	return text.length <= limit ? text : words.outcomes[report.headline.outcome].slice(0, Math.max(0, limit));
}
/** The marks of Markdown. */
const MARKDOWN_MARKS = {
	name: (text) => inertSpan(text),
	prose: inertProse,
	command: (text) => inertSpan(text, COMMAND_MAX),
	code: (text) => `\`${text}\``,
	strong: (text) => `**${text}**`,
	link: (text, url) => isPage(url) ? `[${text}](${encodeURI(decodeURI(url)).replaceAll(/[()]/g, encodeURIComponent)})` : text
};
/** True for an address on the web with nothing in it that could end a link. */
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
		sign: "🟡",
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
/** The verdict, what to do about it, how sure it is, and what it could not have seen. */
function top({ report: { headline }, words, n, calm }) {
	const { sign, alert } = SIGNS[headline.outcome];
	const line = `### ${sign} ${words.headline(headline, n)}`;
	const [what = "", ...rest] = underHeadline(headline, words, n);
	const action = [
		what,
		...calm ? [words.closing(headline, n)] : [],
		...rest
	].join(" ");
	const whole = alert === null ? `${line}\n\n${action}` : `${line}\n\n> [!${alert}]\n> ${action}`;
	return headed("", [{
		versions: [whole, `### ${sign} ${words.outcomes[headline.outcome]}`],
		worth: Infinity,
		called: ""
	}]);
}
export { fit as a, renderMarkdown as i, MARKDOWN_MARKS as n, headed as o, isPage as r, MARKDOWN_LIMIT as t };
