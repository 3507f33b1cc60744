import.meta.dirname;
import.meta.filename;
import { n as clean, t as COMMAND_MAX } from "./chunk-inert.js";
import { n as isPage } from "./chunk-markdown.js";
import { a as countsTable, c as quantileTable, d as searchAlign, f as searchTable, g as penOf, h as LANGUAGES, l as requestTable, m as chartsOf, n as sentencesOf, o as overviewAlign, p as splitJudgements, r as underHeadline, s as overviewTable, t as KINDS } from "./chunk-sentences.js";
import { _ as sliceAlone, a as seriesOf, f as failuresOf, g as rowsOf, p as isBeside, r as memoryOf, v as summarise } from "./chunk-results.js";
import { a as nanosToMillis, c as toMillis, i as nanos, l as toSeconds } from "./chunk-units.js";
import { n as fromRecord } from "./chunk-histogram.js";
import { createHash } from "node:crypto";
// src/report/html/markup.ts
/** HTML as it is written here: text becomes markup by being escaped, and in no other way. */
/** Nobody else has it, so that no text is taken for markup. */
const trusted = Symbol("markup");
/** Longest name, statement or message on the page: what databases tell of a statement is not longer. */
const NAME_MAX = 500;
/** Nothing. */
const NOTHING = made("");
/** Writes HTML: the template is ours, what is put into it is escaped unless it is {@link Markup}. Attribute values stand in double quotes. */
function html(template, ...pieces) {
	return made(template.map((part, index) => `${part}${index < pieces.length ? write(pieces[index] ?? null) : ""}`).join(""));
}
function write(piece) {
	if (piece === null || piece === false) return "";
	if (typeof piece === "string") return escapeHtml(piece);
	if (typeof piece === "number") return String(piece);
	return "html" in piece ? piece.html : piece.map(write).join("");
}
/** The one place where text becomes HTML: as element content and inside double quotes it is only text. */
function escapeHtml(text) {
	return text.toWellFormed().replaceAll(UNSAFE, (character) => ENTITIES[character] ?? "");
}
/** Characters that could be markup, and controls that no document may hold. */
const UNSAFE = /[&<>"'`]|(?![\t\n\r])\p{Cc}/gu;
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	"`": "&#96;"
};
/**
* The marks of a pen for this page. They stand for tags as private characters, which no foreign text can hold: `clean` takes them out of names.
* {@link prose} makes tags of them after everything has been escaped.
*/
const MARKS = {
	name: (text) => `\ue000${clean(text, NAME_MAX)}\ue001`,
	prose: (text) => clean(text, 500),
	command: (text) => `\ue000${clean(text, COMMAND_MAX)}\ue001`,
	code: (text) => `\ue000${text}\ue001`,
	strong: (text) => `\ue002${text}\ue003`,
	link: (text, url) => isPage(url) ? `\ue004${url}\ue005${text}\ue006` : text
};
const TAGS = [
	["", "<code>"],
	["", "</code>"],
	["", "<strong>"],
	["", "</strong>"],
	["", "<a href=\""],
	["", "\" rel=\"noreferrer\">"],
	["", "</a>"]
];
/** What was written with {@link MARKS}. */
function prose(text) {
	return made(tagged(escapeHtml(text), TAGS));
}
/** The squares of captions, in the colours of the page's lines. */
const KEYS = [
	["🟦", "<i class=\"key key-1\"></i>"],
	["🟧", "<i class=\"key key-2\"></i>"],
	["🟩", "<i class=\"key key-3\"></i>"]
];
/** The caption of a chart: fixed words and numbers, with squares for its lines. */
function caption(text) {
	return made(tagged(escapeHtml(text), KEYS));
}
const tagged = (text, tags) => tags.reduce((written, [mark, tag]) => written.replaceAll(mark, tag), text);
/** The same without its marks: for titles and labels, which hold no tags. */
function plain(text) {
	return text.replaceAll(/\ue004[^\ue005]*\ue005/gu, "").replaceAll(/[\ue000-\ue006]|[🟦🟧🟩] ?/gu, "");
}
/** Foreign text outside of a sentence, as visible characters on one line. */
const foreign = (text) => clean(text, NAME_MAX);
/** A value as JSON inside a `script` element: nothing in it can end the element, open a comment, or break a line. */
function json(value) {
	return made(JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));
}
/** Text of our own that is HTML as it stands: the program of the page, its style, a drawing. @throws RangeError when it could end the element that it stands in */
function ours(text) {
	if (/<\/(?:script|style)|<!--/iu.test(text)) throw new RangeError("text for a script or style element must not be able to end it");
	return made(text);
}
function made(text) {
	return {
		[trusted]: true,
		html: text
	};
}
// src/report/svg.ts
const SIZE = {
	width: 640,
	height: 250
};
/** Between the edge of the picture and the plot. */
const EDGE = {
	left: 58,
	right: 12,
	top: 24,
	bottom: 40
};
const PLOT = {
	width: SIZE.width - EDGE.left - EDGE.right,
	height: SIZE.height - EDGE.top - EDGE.bottom
};
/** More points than this are thinned: the picture has no room for them. */
const POINTS_MAX = 240;
/** With fewer points each is marked. */
const DOTS_MAX = 24;
const TICKS = 5;
const X_TICKS = 8;
/** Names of levels that stand side by side without touching. */
const NAMES_MAX = 14;
/** A chart as an `svg` element without a style of its own: the page's style draws it, in light and dark. Hidden from screen readers, since the figure around it speaks. */
function drawn(chart, locale) {
	return `<svg class="drawing" viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true" focusable="false">${content(chart, locale)}</svg>`;
}
/** The beginning of every file that {@link svgFile} writes, by which it is known again. */
const SVG_MARK = "<svg xmlns=\"http://www.w3.org/2000/svg\" data-by=\"loadgate\"";
/** A chart as a file of its own: with its title, and colours for light and dark. */
function svgFile(chart, locale) {
	const top = 34;
	const legend = (chart.lines.length < 2 ? [] : chart.lines.map(({ name }) => name)).map((name, index) => `<tspan dx="${index === 0 ? 0 : 12}" class="name-${index + 1}">■ </tspan><tspan>${escapeHtml(name)}</tspan>`);
	return `${SVG_MARK} viewBox="0 0 ${SIZE.width} ${SIZE.height + top}" role="img" lang="${locale}"><title>${escapeHtml(chart.title)}</title><style>${FILE_STYLE}</style>
<text class="title" x="12" y="22">${escapeHtml(chart.title)}</text><text class="legend" x="${SIZE.width - EDGE.right}" y="22" text-anchor="end">${legend.join("")}</text>
<g transform="translate(0 ${top})">${content(chart, locale)}</g></svg>
`;
}
const FILE_STYLE = `svg{font-family:system-ui,sans-serif;--text:#1f2328;--quiet:#59636e;--rule:#e4e7eb;--line-1:#2563eb;--line-2:#c2410c;--line-3:#0f766e;background:#fff}
@media (prefers-color-scheme:dark){svg{--text:#e8eaed;--quiet:#a3abb5;--rule:#30353c;--line-1:#6ba6ff;--line-2:#fb923c;--line-3:#2dd4bf;background:#14171b}}
text{font-size:12px;fill:var(--quiet)}.title{font-size:15px;font-weight:600;fill:var(--text)}.grid{stroke:var(--rule)}.line{fill:none;stroke-width:1.75;stroke-linejoin:round}
.line-1{stroke:var(--line-1)}.line-2{stroke:var(--line-2)}.line-3{stroke:var(--line-3)}.dot-1,.name-1{fill:var(--line-1)}.dot-2,.name-2{fill:var(--line-2)}.dot-3,.name-3{fill:var(--line-3)}`;
function content(chart, locale) {
	const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
	const highest = Math.max(chart.bottom, ...chart.lines.flatMap(({ values }) => values.flatMap((value) => value ?? [])));
	const ticks = ticksBetween(chart.bottom, highest > chart.bottom ? highest : chart.bottom + 1, TICKS);
	const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
	const last = lastOf(chart);
	const scales = {
		x: (position) => EDGE.left + PLOT.width * position / last,
		y: (value) => EDGE.top + PLOT.height * (1 - (value - low) / (high - low))
	};
	const text = (at, anchor, words) => `<text x="${round(at[0])}" y="${round(at[1])}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
	return [
		...ticks.map((tick) => {
			const y = round(scales.y(tick));
			return `<path class="grid" d="M${EDGE.left} ${y}H${SIZE.width - EDGE.right}"/>${text([EDGE.left - 8, y + 4], "end", number.format(tick))}`;
		}),
		...xTicks(chart, number).map(([position, words]) => text([scales.x(position), SIZE.height - EDGE.bottom + 17], "middle", words)),
		text([EDGE.left, EDGE.top - 10], "start", chart.y),
		text([SIZE.width - EDGE.right, SIZE.height - 5], "end", chart.x),
		...chart.lines.map(({ values }, index) => lineOf(values, chart, scales, index + 1))
	].join("");
}
/** Where the x axis ends: a time, or the last of several names. */
const lastOf = ({ points }) => "seconds" in points ? Math.max(1, points.seconds) : Math.max(1, points.names.length - 1);
/** Where a point stands: in the middle of the seconds that it stands for, or at its name. */
const positionOf = (index, { points, width }) => "seconds" in points ? Math.min(points.seconds, (index + .5) * width) : index;
function xTicks({ points }, number) {
	if ("seconds" in points) return ticksBetween(0, points.seconds, X_TICKS).filter((tick) => tick <= points.seconds).map((tick) => [tick, number.format(tick)]);
	const every = Math.ceil(points.names.length / NAMES_MAX);
	return points.names.flatMap((name, index) => index % every === 0 ? [[index, name]] : []);
}
/** A line with gaps where nothing is known. */
function lineOf(values, chart, scales, colour) {
	const places = kept(values).map(([index, value]) => value === null ? null : [round(scales.x(positionOf(index, chart))), round(scales.y(value))]);
	const path = places.map((place, index) => place === null ? "" : `${(places[index - 1] ?? null) === null ? "M" : "L"}${place.join(" ")}`);
	const circles = (places.length > DOTS_MAX ? [] : places.filter((place) => place !== null)).map(([x, y]) => `<circle class="dot-${colour}" cx="${x}" cy="${y}" r="2.5"/>`);
	return `<path class="line line-${colour}" d="${path.join("")}"/>${circles.join("")}`;
}
/** The points that are drawn, with their places: of more than there is room for, the lowest and the highest of each stretch, so that no spike and no dip is lost. */
function kept(values) {
	const all = values.map((value, index) => [index, value]);
	if (all.length <= POINTS_MAX) return all;
	const length = Math.ceil(2 * all.length / POINTS_MAX);
	return Array.from({ length: Math.ceil(all.length / length) }, (_, part) => {
		const stretch = all.slice(part * length, (part + 1) * length);
		const byValue = stretch.flatMap(([index, value]) => value === null ? [] : [[index, value]]).toSorted(([, left], [, right]) => left - right);
		const ends = new Set([byValue.at(0), byValue.at(-1)].filter((point) => point !== void 0));
		return ends.size === 0 ? stretch.slice(0, 1) : [...ends].toSorted(([left], [right]) => left - right);
	}).flat();
}
/** Round numbers from at or below `low` to at or above `high`, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
function ticksBetween(low, high, count) {
	const rough = (high - low) / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = ([
		1,
		2,
		5
	].find((each) => each * power >= rough) ?? 10) * power;
	const first = Math.floor(low / step + 1e-9);
	const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
	return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
const round = (value) => Math.round(10 * value) / 10;
// src/report/html/table.ts
/** A table of cells that were written with the page's marks. The first row holds the headings, the first column names the rows. */
function table([headings = [], ...rows], shape) {
	const { caption, align, attributes = () => NOTHING, note = null } = shape;
	const right = [...align].flatMap((side, column) => side === "r" ? [column + 1] : []).join(" ");
	return html`<div class="scroll" role="group" tabindex="0" aria-label="${plain(caption)}"><table data-right="${right}"><caption>${prose(caption)}</caption>
<thead><tr>${headings.map((cell) => html`<th scope="col">${prose(cell)}</th>`)}</tr></thead>
<tbody>${rows.map((cells, row) => html`<tr${attributes(row)}>${cells.map((cell, column) => column === 0 ? html`<th scope="row">${prose(cell)}</th>` : html`<td>${prose(cell)}</td>`)}</tr>
`)}</tbody></table></div>${note === null || note === "" ? NOTHING : html`<p class="note">${prose(note)}</p>`}`;
}
/** What opens when it is asked for; nothing when there is nothing in it. */
function fold(summary, content, attributes = NOTHING) {
	const blocks = content.filter((block) => block.html !== "");
	return blocks.length === 0 ? NOTHING : html`<details${attributes}><summary>${prose(summary)}</summary><div class="folded">${blocks}</div></details>
`;
}
/** Evenly chosen rows, at most `most` of them and the last always among them. */
function thinned(rows, most) {
	if (rows.length <= most) return rows;
	const step = (rows.length - 1) / (most - 1);
	return Array.from({ length: most }, (_, index) => rows[Math.round(index * step)]).filter((row) => row !== void 0);
}
// src/report/html/rows.ts
/** A cell of a number that may be missing. */
const cell = (value, write, { words }) => value == null ? words.labels.none : write(value);
/** Readings side by side, one column each. Rows that no reading knows anything of are left out. */
function readingRows(rows, readings, none) {
	return rows.flatMap(([label, write]) => {
		const cells = readings.map(write);
		return cells.every((each) => each === null) ? [] : [[label, ...cells.map((each) => each ?? none)]];
	});
}
// src/report/html/judgements.ts
const SIGNS$1 = {
	bad: "✕ ",
	noted: "! ",
	better: "↑ ",
	good: "✓ ",
	unsure: "? ",
	none: ""
};
/** A table of judgements as in every report. `signs`: what each row is at first sight. */
function judgementRows(scenario, judgements, { words, n }) {
	const signs = [];
	const rows = overviewTable(scenario, judgements, words, n, (sign, word) => {
		signs.push(sign);
		return `${SIGNS$1[sign]}${word}`;
	});
	return {
		rows,
		align: overviewAlign(rows),
		signs
	};
}
/** A row takes the colour of its judgement. */
const signed = (signs) => (row) => html` data-sign="${signs[row] ?? "none"}"`;
/** All metrics, each with the tolerance that was applied, the smallest change that would have been seen, and how many stand behind it. */
function judgementsOf(scenario, sheet) {
	const { words, verdict } = sheet;
	const { page } = words;
	const { rows, align, signs } = judgementRows(scenario, scenario.judgements, sheet);
	const compared = scenario.judgements.some(({ comparison }) => comparison !== null);
	const wider = compared ? rows.map((row, index) => [
		...row.slice(0, -1),
		...behind(scenario.judgements[index - 1], sheet),
		...row.slice(-1)
	]) : rows;
	const screen = verdict.scenarios.find((each) => each.scenario === scenario.name)?.screen ?? null;
	return html`<h4>${page.headings.judgements}</h4>
${table(wider, {
		caption: page.headings.judgements,
		align: compared ? `${align.slice(0, -1)}rrll` : align,
		attributes: signed(signs)
	})}${screen === null ? NOTHING : screened(scenario, screen.judgements, sheet)}`;
}
/** Without a judgement: the headings. */
function behind(judgement, sheet) {
	const { words, n } = sheet;
	const { columns, replicates, confirmation } = words.page;
	if (judgement === void 0) return [
		columns.tolerance,
		columns.detectable,
		columns.replicates
	];
	const { metric, comparison } = judgement;
	const extent = (change) => n.extent(metric, change);
	return [
		cell(comparison?.limit == null ? null : comparison.tolerance, extent, sheet),
		cell(comparison?.detectable, extent, sheet),
		cell(comparison, ({ against, replicates: count, confirmation: came }) => [replicates(against, count, n), ...came === null ? [] : [confirmation[came]]].join(", "), sheet)
	];
}
/** The stored baseline's judgements, where the base commit had the last word. */
function screened(scenario, judgements, sheet) {
	const { screen } = sheet.words.page.headings;
	const against = {
		kind: "baseline",
		replicates: 0
	};
	const { rows, align, signs } = judgementRows({
		...scenario,
		judgements,
		against,
		voided: false
	}, judgements, sheet);
	return fold(screen, [table(rows, {
		caption: screen,
		align,
		attributes: signed(signs)
	})]);
}
// src/report/html/slugs.ts
/** Names as they may stand in an address or be called in a folder. */
/** Longer ones are cut. */
const LENGTH_MAX = 48;
/**
* One for each name, in their order: lower-case letters, digits and hyphens, never empty, no two alike. A name of nothing else stays as it is, so that a
* link to `browse` survives whatever is added beside it.
*/
function slugsOf(names) {
	const taken = /* @__PURE__ */ new Set();
	return names.map((name) => {
		const plain = slugOf(name);
		let slug = plain;
		for (let number = 2; taken.has(slug); number += 1) slug = `${plain}-${number}`;
		taken.add(slug);
		return slug;
	});
}
function slugOf(name) {
	const letters = name.slice(0, 192).normalize("NFKD").toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-").slice(0, LENGTH_MAX).replaceAll(/^-+|-+$/gu, "");
	return letters === "" || /^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(letters) ? `scenario${letters === "" ? "" : `-${letters}`}` : letters;
}
// src/report/html/sheet.ts
const POINTS = {
	all: 2400,
	most: 600,
	least: 60
};
const ROWS = {
	all: 600,
	most: 120,
	least: 12
};
const NAMES = {
	all: 1e3,
	most: 500,
	least: 20
};
/** Opens a page. `part`: how much of the usual room there is. */
function openSheet(input, language, part = 1) {
	const words = LANGUAGES[language];
	const { scenarios, headline } = input.report;
	const names = scenarios.map(({ name }) => name);
	const slugs = new Map(slugsOf(names).map((slug, index) => [names[index] ?? "", slug]));
	return {
		...input,
		language,
		words,
		n: penOf(words, MARKS, headline.scenarios),
		room: {
			points: shareOf(POINTS, names.length, part),
			rows: shareOf(ROWS, names.length, part),
			names: shareOf(NAMES, names.length, part)
		},
		slug: (scenario) => slugs.get(scenario) ?? "scenario"
	};
}
const shareOf = ({ all, most, least }, scenarios, part) => Math.max(4, Math.floor(part * Math.max(least, Math.min(most, all / Math.max(1, scenarios)))));
/** The scenario that a finding is about; null when it is about several, or about none. */
const subjectOf = ({ evidence }) => "scenario" in evidence && typeof evidence.scenario === "string" ? evidence.scenario : null;
// src/report/html/verdict.ts
/** A part of the page under a heading that can be linked to; nothing without content. */
function section(id, title, content, { words }) {
	const blocks = content.filter((block) => block.html !== "");
	return blocks.length === 0 ? NOTHING : html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title} <a class="anchor" href="#${id}" aria-label="${words.page.anchor(title)}">#</a></h2>
${blocks}</section>
`;
}
/** One table a scenario, what has no limit and did not move folded away. */
function overview(sheet) {
	const { report, words } = sheet;
	return section("overview", words.labels.overview, report.scenarios.map((scenario) => overviewOf(scenario, sheet)), sheet);
}
function overviewOf(scenario, sheet) {
	const { words, n } = sheet;
	const slug = sheet.slug(scenario.name);
	const { shown, folded } = splitJudgements(scenario.judgements);
	const rows = (judgements, caption) => {
		const told = judgementRows(scenario, judgements, sheet);
		return table(told.rows, {
			caption,
			align: told.align,
			attributes: signed(told.signs)
		});
	};
	return html`<div class="card" data-scenario="${slug}"><h3><a href="#scenario-${slug}">${prose(n.name(scenario.name))}</a> <span class="outcome" data-outcome="${scenario.outcome}">${words.outcomes[scenario.outcome]}</span></h3>
<p class="facts">${prose(words.facts(scenario, n))}</p>
${rows(shown, `${words.labels.overview}: ${n.name(scenario.name)}`)}${folded.length === 0 ? NOTHING : fold(words.unchangedFolded(folded.map(({ metric }) => metric), n), [rows(folded, `${words.unchangedFolded(folded.map(({ metric }) => metric), n)}: ${n.name(scenario.name)}`)])}</div>
`;
}
/** Limitations, each with how it was noticed. */
function limits(sheet) {
	const groups = sheet.report.findings.limitation;
	return section("limits", sheet.words.labels.limits, [listOf$1(groups, sheet, () => void 0)], sheet);
}
/** Weaknesses, strengths, bottleneck, potential. */
function says(sheet) {
	const { report, words } = sheet;
	const groups = KINDS.flatMap((kind) => report.findings[kind]);
	const kindOf = (group) => KINDS.map((kind) => report.findings[kind].includes(group) ? words.labels.kinds[kind] : "").find((kind) => kind !== "");
	return section("says", words.labels.says, [listOf$1(groups, sheet, kindOf)], sheet);
}
function listOf$1(groups, sheet, kindOf) {
	if (groups.length === 0) return NOTHING;
	return html`<ul class="findings">${groups.map((group) => groupOf(group, sheet, kindOf(group)))}</ul>`;
}
/** What is true of several scenarios is a list of its own, so that each can be filtered. */
function groupOf(group, sheet, kind) {
	const { words, n, room } = sheet;
	const say = (findings) => sentencesOf(words, n).group({ findings }, kind);
	const findings = group.findings.slice(0, room.names);
	const more = group.findings.length - findings.length;
	if (findings.length < 2) return html`<li${ofScenario(findings, sheet)}>${prose(say(findings))}</li>
`;
	const [first] = findings;
	const coda = first === void 0 ? "" : words.findingCodas[first.name] ?? "";
	const title = TITLE.exec(say(findings))?.[0] ?? "";
	const items = findings.map((finding) => {
		const sentence = say([finding]).replace(TITLE, "");
		return html`<li${ofScenario([finding], sheet)}>${prose(coda === "" ? sentence : sentence.replace(coda, ""))}</li>
`;
	});
	const others = more === 0 ? NOTHING : html`<li>${prose(words.andMoreScenarios(more, n))}</li>`;
	return html`<li>${prose([title, coda].filter(Boolean).join(" "))}<ul>${items}${others}</ul></li>
`;
}
/** The bold words in front, as the marks of the page's pen have them. */
const TITLE = /^\ue002[^\ue003]*\ue003 ?/u;
/** What is about a single scenario can be filtered by it. */
function ofScenario(findings, sheet) {
	const names = new Set(findings.map(subjectOf));
	const [only] = names;
	return names.size === 1 && only != null ? html` data-scenario="${sheet.slug(only)}"` : NOTHING;
}
/** Why the verdict is what it is, and what to do next. */
function conclusions(sheet) {
	const { report, words, n } = sheet;
	const { headline, reasons, findings } = report;
	const { reason: say } = sentencesOf(words, n);
	const told = reasons.map((reason) => html`<li data-scenario="${sheet.slug(reason.scenario)}">${prose(say(reason))}</li>
`);
	const closing = [words.nothingWrong(headline, n), words.closing(headline, n)].filter((sentence) => sentence !== null);
	const steps = findings.recommendation.map((advice) => groupOf(advice, sheet));
	const title = headline.outcome === "pass" ? words.labels.learnMore : words.labels.nextSteps;
	return section("conclusions", words.labels.conclusions, [
		told.length === 0 ? NOTHING : html`<ul class="findings">${told}</ul>`,
		html`<p>${prose(closing.join(" "))}</p>`,
		steps.length === 0 ? NOTHING : html`<h3>${title}</h3><ol class="findings">${steps}</ol>`
	], sheet);
}
// src/report/html/evidence.ts
/** Items of a list that are shown. */
const ITEMS_MAX = 20;
/** Nested deeper than this, evidence is shown as JSON. */
const DEPTH_MAX = 4;
/** All findings, those that the sentences above had no room for included. */
function evidence(sheet) {
	const { words, report, room } = sheet;
	const findings = report.allFindings;
	const shown = findings.slice(0, room.names);
	const list = shown.map((finding) => html`<li${ofScenario([finding], sheet)}><p><span class="kind">${words.page.kinds[finding.kind]} · ${words.page.confidence[finding.confidence]}</span> ${prose(sentencesOf(words, sheet.n).group({ findings: [finding] }))}</p>${fold(`${words.page.evidence}: ${sheet.n.code(finding.name)}`, [evidenceOf(finding, sheet)])}</li>
`);
	const rest = findings.length - shown.length;
	return section("findings", words.page.headings.findings, [
		html`<p class="note">${prose(list.length === 0 ? words.page.noFindings : words.page.evidenceNote)}</p>`,
		list.length === 0 ? NOTHING : html`<ul class="evidence">${list}</ul>`,
		rest === 0 ? NOTHING : html`<p class="note">${words.page.more(rest, sheet.n)}</p>`
	], sheet);
}
/** The names are those of the rules' own types; docs/findings.md speaks of them. */
const evidenceOf = ({ evidence: found }, sheet) => valueOf(found, sheet, 0);
function valueOf(value, sheet, depth) {
	const { words, n } = sheet;
	if (value === null || value === void 0) return html`${words.labels.none}`;
	if (typeof value === "boolean") return html`${value ? words.page.yes : words.page.no}`;
	if (typeof value === "number") return html`${exactly(value, sheet)}`;
	if (typeof value === "string") return prose(n.name(value));
	if (depth >= DEPTH_MAX) return prose(n.name(JSON.stringify(value)));
	if (Array.isArray(value)) return listOf(value, sheet, depth);
	return html`<dl>${Object.entries(value).map(([name, each]) => html`<div><dt>${prose(n.name(name))}</dt><dd>${valueOf(each, sheet, depth + 1)}</dd></div>`)}</dl>`;
}
function listOf(values, sheet, depth) {
	const { words, n } = sheet;
	if (values.length === 0) return html`${words.labels.none}`;
	const shown = values.slice(0, ITEMS_MAX).map((each) => valueOf(each, sheet, depth + 1));
	const rest = values.length - shown.length;
	const more = rest === 0 ? [] : [html`${words.page.more(rest, n)}`];
	return values.every((each) => typeof each !== "object" || each === null) ? html`${[...shown, ...more].map((each, index) => html`${index === 0 ? "" : ", "}${each}`)}` : html`<ol>${[...shown, ...more].map((each) => html`<li>${each}</li>`)}</ol>`;
}
/** Six digits are more than were measured. */
const exactly = (value, { words }) => Number.isFinite(value) ? new Intl.NumberFormat(words.locale, { maximumSignificantDigits: 6 }).format(value).replace("-", "−") : String(value);
// src/report/html/curves.ts
const MEGA = 1e6;
/** The curves of slices one after the other, thinned to at most `pointsMax` points: means of CPU and storage, the most of memory. Null when nothing was watched. */
function curvesOf(slices, pointsMax) {
	const rows = joined(slices);
	if (rows.length === 0) return null;
	const seconds = Math.max(1, slices.reduce((sum, slice) => sum + rowsOf(slice), 0));
	const width = Math.ceil(seconds / pointsMax);
	const points = grouped(rows, width, Math.ceil(seconds / width));
	const line = (name, of) => points.map((part) => {
		const known = part.flatMap((row) => row[name] ?? []);
		return known.length === 0 ? null : of(known);
	});
	return {
		seconds,
		width,
		service: line("service", mean),
		generator: line("generator", mean),
		others: line("others", mean),
		memory: line("memory", (values) => Math.max(...values) / MEGA),
		read: line("read", (values) => mean(values) / MEGA),
		written: line("written", (values) => mean(values) / MEGA)
	};
}
/** Rows of all slices by the seconds of their timelines. What was watched after a slice's last second is left out: it belongs to nobody's. */
function joined(slices) {
	let offset = 0;
	return slices.flatMap((slice) => {
		const [start, length] = [offset, rowsOf(slice)];
		offset += length;
		return (slice.resources?.curve ?? []).filter(({ second }) => second < length).map((row) => ({
			...row,
			second: row.second + start
		}));
	});
}
function grouped(rows, width, count) {
	const groups = Map.groupBy(rows, ({ second }) => Math.floor(second / width));
	return Array.from({ length: count }, (_, index) => groups.get(index) ?? []);
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
// src/report/html/figures.ts
/** The charts of a page: those of every report, finer, and the curves of the probes. Each is a drawing that the page's program makes interactive. */
/** All charts of a scenario, in their order. */
function pageChartsOf(scenario, sheet) {
	const { words, n, run, room } = sheet;
	const finer = finerOf(scenario, sheet);
	const curves = curvesOf(summarise(run, scenario.name, "head").slices, room.points);
	const common = chartsOf(finer, words, n).map((chart) => {
		const width = chart.name === "memory" ? finer.memory?.width ?? 1 : finer.series.width;
		return {
			...chart,
			width
		};
	});
	const known = new Set(common.map(({ name }) => name));
	const own = curves === null ? [] : ownCharts(curves, sheet, known.has("memory"));
	return [...common, ...own].map((chart) => ({
		...chart,
		id: `${sheet.slug(scenario.name)}-${chart.name}`
	}));
}
/** The scenario with as many points over time as the page has room for. */
function finerOf(scenario, { run, room }) {
	const series = seriesOf(summarise(run, scenario.name, "head"), room.points);
	const memory = scenario.memory === null ? null : memoryOf(sliceAlone(run, scenario.name, "head"), room.points);
	return {
		...scenario,
		series,
		memory
	};
}
/** `soak`: there is a chart of memory already. */
function ownCharts(curves, { words }, soak) {
	const { charts } = words.page;
	const common = {
		x: words.charts.seconds,
		points: { seconds: curves.seconds },
		bottom: 0,
		width: curves.width
	};
	return [
		{
			name: "cores",
			title: charts.cores,
			y: charts.coresUnit,
			caption: charts.coresCaption,
			lines: [
				{
					name: charts.lines.service,
					values: curves.service
				},
				{
					name: charts.lines.generator,
					values: curves.generator
				},
				{
					name: charts.lines.others,
					values: curves.others
				}
			]
		},
		{
			name: "resident",
			title: charts.held,
			y: words.charts.megabytes,
			caption: charts.heldCaption,
			lines: soak ? [] : [{
				name: words.charts.memoryRow,
				values: curves.memory
			}]
		},
		{
			name: "storage",
			title: charts.storage,
			y: charts.storageUnit,
			caption: charts.storageCaption,
			lines: hasAny(curves) ? [{
				name: charts.lines.read,
				values: curves.read
			}, {
				name: charts.lines.written,
				values: curves.written
			}] : []
		}
	].filter(({ lines }) => lines.some(({ values }) => values.some((value) => value !== null))).map((chart) => ({
		...common,
		...chart
	}));
}
/** A service that never touches a disk needs no picture of it. */
const hasAny = ({ read, written }) => [...read, ...written].some((value) => value !== null && value > 0);
/** A chart in its frame: title, drawing, and what it says without eyes. */
function figure(chart, { words, language }) {
	const { page } = words;
	const said = chart.lines.flatMap((line) => spoken(line, sheetNumber(language), page.charts.line));
	return html`<figure id="${chart.id}" data-chart="${chart.id}"><figcaption><h5><a href="#${chart.id}">${chart.title}</a></h5>${chart.caption === "" ? NOTHING : html`<p>${caption(chart.caption)}</p>`}</figcaption><div class="plot" role="img" aria-label="${[chart.title, ...said].join(". ")}.">${ours(drawn(chart, language))}</div></figure>
`;
}
const sheetNumber = (language) => new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
function spoken({ name, values }, number, say) {
	const known = values.flatMap((value) => value ?? []);
	if (known.length === 0) return [];
	return [say(name, number.format(Math.min(...known)), number.format(Math.max(...known)))];
}
/** A chart as the page's program reads it. */
function recordOf({ x, y, bottom, width, points, lines }) {
	return {
		x,
		y,
		bottom,
		width,
		...points,
		lines: lines.map(({ name, values }) => ({
			name,
			values: values.map(short)
		}))
	};
}
const short = (value) => value === null ? null : Number(value.toPrecision(4));
// src/report/html/measurements.ts
/** Everything that the charts over time show, as a table. */
function timesOf(scenario, sheet) {
	const { words, n, run, room } = sheet;
	const { columns, headings } = words.page;
	const summary = summarise(run, scenario.name, "head");
	const series = seriesOf(summary, room.rows);
	const curves = curvesOf(summary.slices, room.rows);
	const number = (value) => cell(value, n.cores, sheet);
	const memory = (value) => cell(value, (each) => n.bytes(1e6 * each), sheet);
	const watched = (cells) => curves === null ? [] : cells;
	const rows = series.throughput.map((throughput, index) => [
		words.page.seconds(index * series.width, Math.min(series.seconds, (index + 1) * series.width)),
		n.cores(series.users[index] ?? 0),
		n.rate(throughput),
		n.rate(series.errors[index] ?? 0),
		n.ms(series.p50[index] ?? 0),
		n.ms(series.p95[index] ?? 0),
		...watched([
			number(curves?.service[index]),
			number(curves?.generator[index]),
			number(curves?.others[index]),
			memory(curves?.memory[index])
		])
	]);
	const head = [
		columns.from,
		columns.users,
		columns.throughput,
		columns.failures,
		"p50",
		"p95",
		...watched([
			columns.serviceCores,
			columns.generatorCores,
			columns.otherCores,
			columns.memory
		])
	];
	return table([head, ...rows], {
		caption: headings.byTime,
		align: "r".repeat(head.length),
		note: memoryNote(scenario, sheet)
	});
}
/** A soak's memory has a chart and a sentence of its own. */
function memoryNote(scenario, { words, n, run, room }) {
	const memory = scenario.memory === null ? null : memoryOf(sliceAlone(run, scenario.name, "head"), room.rows);
	return memory === null ? null : words.charts.memoryCaption(memory, n);
}
/** Blocks, slices and turns of all that was measured of a scenario, screening and exploring included. */
function measurementsOf(scenario, sheet) {
	const measured = sheet.run.blocks.flatMap((block, index) => block.slices.filter((slice) => slice.scenario === scenario.name).map((slice) => ({
		block,
		number: index + 1,
		slice
	})));
	return fold(sheet.words.page.headings.raw, [
		blocksTable(measured, sheet),
		slicesTable(measured, sheet),
		turnsTable(measured, sheet)
	]);
}
function blocksTable(measured, sheet) {
	const { words, n } = sheet;
	const { columns, headings, phases, sides } = words.page;
	const rows = measured.filter(({ number }, index) => measured[index - 1]?.number !== number).map(({ block, number }) => [
		n.count(number),
		phases[block.phase],
		n.seconds(toSeconds(block.load)),
		block.boots.map(({ side, readyAfter }) => `${sides[side]} ${cell(readyAfter, n.ms, sheet)}`).join(", ") || words.labels.none
	]);
	return long([
		columns.block,
		columns.phase,
		columns.underLoad,
		columns.ready
	], rows, "rlrl", headings.blocks, sheet);
}
function slicesTable(measured, sheet) {
	const { words } = sheet;
	const { columns, headings } = words.page;
	const head = [
		columns.block,
		columns.build,
		columns.seconds,
		columns.warmUp,
		columns.users,
		columns.sent,
		columns.failed,
		columns.throughput,
		"p50",
		"p95",
		"p99",
		columns.cpu,
		columns.engine
	];
	const rows = thinned(measured, sheet.room.rows).map((each) => sliceRow(each, sheet));
	return table([head, ...rows], {
		caption: headings.slices,
		align: "rlrrrrrrrrrrl",
		note: measured.length > rows.length ? words.page.thinned(rows.length, measured.length, sheet.n) : null
	});
}
function sliceRow({ number, slice }, sheet) {
	const { words, n } = sheet;
	const histogram = fromRecord(slice.latency);
	const at = (quantile) => {
		const value = histogram.quantile(quantile);
		return cell(value, (known) => n.ms(toMillis(known)), sheet);
	};
	const seconds = toSeconds(slice.elapsed);
	return [
		n.count(number),
		words.page.sides[slice.side],
		n.seconds(seconds),
		n.seconds(toSeconds(slice.warmUp)),
		cell(slice.users, (known) => n.count(known), sheet),
		n.count(slice.counts.sent),
		n.count(failuresOf(slice.counts).hits),
		n.rate(seconds > 0 ? slice.counts.ok / seconds : 0),
		at(.5),
		at(.95),
		at(.99),
		cpuOf(slice.cpu, slice.counts.sent - slice.counts.inFlight, sheet),
		n.name(`${slice.engine.name} ${slice.engine.version}`)
	];
}
const cpuOf = (cpu, answers, sheet) => cell(cpu === null || answers <= 0 ? null : nanosToMillis(nanos(cpu / answers)), sheet.n.ms, sheet);
function turnsTable(measured, sheet) {
	const { words, n } = sheet;
	const { columns, headings, sides } = words.page;
	const turns = measured.flatMap(({ number, slice: { side, turns: own } }) => own.map((turn) => ({
		number,
		side,
		turn
	})));
	if (turns.length === 0) return NOTHING;
	const head = [
		columns.block,
		columns.place,
		columns.build,
		columns.seconds,
		columns.ok,
		"p50",
		"p95",
		columns.cpu,
		columns.outside
	];
	const rows = thinned(turns.toSorted((left, right) => left.number - right.number || left.turn.place - right.turn.place), sheet.room.rows).map(({ number, side, turn }) => [
		n.count(number),
		n.count(turn.place + 1),
		sides[side],
		...turnCells(turn, sheet)
	]);
	return table([head, ...rows], {
		caption: headings.turns,
		align: "rrlrrrrrr",
		note: turns.length > rows.length ? words.page.thinned(rows.length, turns.length, n) : null
	});
}
function turnCells({ elapsed, ok, p50, p95, cpu, outside }, sheet) {
	const { n } = sheet;
	return [
		n.ms(elapsed),
		n.count(ok),
		cell(p50, n.ms, sheet),
		cell(p95, n.ms, sheet),
		cpuOf(cpu, ok, sheet),
		cell(outside, n.cores, sheet)
	];
}
/** A table that is thinned when it is long. */
function long(head, rows, align, caption, { words, n, room }) {
	const shown = thinned(rows, room.rows);
	const note = rows.length > shown.length ? words.page.thinned(shown.length, rows.length, n) : null;
	return html`${table([head, ...shown], {
		caption,
		align,
		note
	})}`;
}
// src/report/html/databases.ts
/** Statements that are shown at once; the others fold. */
const OPEN = 5;
/** Every database that was read, the builds side by side, with the statements of each. */
function databasesOf(watched, sheet) {
	const all = watched.flatMap((each) => (each.resources?.databases ?? []).map((reading) => ({
		each,
		reading
	})));
	return html`${[...Map.groupBy(all, ({ reading }) => reading.name).values()].map((reads) => databaseOf(reads, sheet))}`;
}
function databaseOf(reads, sheet) {
	const { words, n } = sheet;
	const [first] = reads;
	if (first === void 0) return NOTHING;
	const { name, kind, version } = first.reading;
	const caption = words.page.readings.database.title(n.name(name), kind, n.name(version));
	const lines = readingRows(databaseRows(sheet), reads.map(({ reading }) => reading), words.labels.none);
	return html`${table([[words.page.columns.what, ...reads.map(({ each }) => words.page.sides[each.side])], ...lines], {
		caption,
		align: `l${"r".repeat(reads.length)}`
	})}${reads.map((read) => statementsOf(read, reads.length > 1, sheet))}`;
}
function databaseRows({ words, n }) {
	const { database: w, outOf } = words.page.readings;
	return [
		[w.queries, ({ queries }) => queries === null ? null : n.count(queries)],
		[w.time, ({ time }) => time === null ? null : n.ms(time)],
		[w.cacheHits, ({ cacheHits }) => cacheHits === null ? null : n.share(cacheHits)],
		[w.connections, ({ connections }) => {
			if (connections === null) return null;
			const { most, limit } = connections;
			return limit === null ? n.count(most) : outOf(n.count(most), n.count(limit));
		}],
		[w.active, ({ connections }) => connections === null ? null : n.cores(connections.active)],
		[w.idle, ({ connections }) => connections === null ? null : n.cores(connections.idleInTransaction)],
		[w.waits, ({ waits }) => waits.length === 0 ? null : waits.map(({ event, sessions }) => `${n.name(event)} ${n.cores(sessions)}`).join(", ")]
	];
}
function statementsOf({ each, reading }, several, sheet) {
	const { words, n } = sheet;
	const { statement: w } = words.page.readings;
	const { statements, rest } = reading;
	if (statements.length === 0) return NOTHING;
	const answers = each.slice.counts.sent - each.slice.counts.inFlight;
	const all = reading.time ?? statements.reduce((sum, { time }) => sum + time, rest.time);
	const rows = statements.slice(0, sheet.room.names).map((statement) => statementRow(statement, answers, all, sheet));
	const head = [
		w.text,
		w.calls,
		w.perRequest,
		w.time,
		w.perCall,
		w.share,
		w.rows,
		w.examined,
		w.blocks
	];
	const caption = plain(`${w.title}: ${n.name(reading.name)}${several ? `, ${words.page.sides[each.side]}` : ""}`);
	const part = (some, title) => table([head, ...some], {
		caption: title,
		align: "lrrrrrrrr"
	});
	const folded = [...rows.slice(OPEN), ...othersOf(reading, all, sheet)];
	const more = words.page.more(folded.length, n);
	return html`${part(rows.slice(0, OPEN), caption)}${folded.length === 0 ? NOTHING : fold(more, [part(folded, `${caption} ${more}`)])}`;
}
/** Statements that took too little to be told one by one. */
function othersOf({ rest }, all, sheet) {
	const { words, n } = sheet;
	if (rest.statements === 0) return [];
	const { none } = words.labels;
	const { rest: title } = words.page.readings.database;
	return [[
		title,
		n.count(rest.calls),
		none,
		n.ms(rest.time),
		none,
		share(rest.time, all, sheet),
		none,
		none,
		none
	]];
}
function statementRow(statement, answers, all, sheet) {
	const { n } = sheet;
	const { text, calls, time, rows, examined, blocks } = statement;
	return [
		n.name(text),
		n.count(calls),
		cell(answers > 0 ? calls / answers : null, n.cores, sheet),
		n.ms(time),
		cell(calls > 0 ? time / calls : null, n.ms, sheet),
		share(time, all, sheet),
		cell(rows, n.count, sheet),
		cell(examined, n.count, sheet),
		cell(blocks, n.count, sheet)
	];
}
const share = (time, all, sheet) => cell(all > 0 ? time / all : null, sheet.n.share, sheet);
// src/report/html/readings.ts
/** Null stays null. */
const when = (value, write) => value === null ? null : write(value);
/** Of the service's process tree. */
function serviceRows({ words, n }) {
	const { service: w, fromTo, outOf } = words.page.readings;
	return [
		[w.cores, ({ cores }) => n.cores(cores)],
		[w.busiestThread, ({ busiestThread }) => when(busiestThread, n.cores)],
		[w.runQueueDelay, ({ runQueueDelay }) => when(runQueueDelay, n.cores)],
		[w.diskWaiters, ({ diskWaiters }) => when(diskWaiters, n.cores)],
		[w.memory, ({ memory }) => n.bytes(memory)],
		[w.proportionalMemory, ({ proportionalMemory }) => when(proportionalMemory, n.bytes)],
		[w.anonymous, ({ anonymous }) => when(anonymous, ({ from, to }) => fromTo(n.bytes(from), n.bytes(to)))],
		[w.storage, ({ io }) => when(io, ({ read, written }) => `${n.bytes(read)}, ${n.bytes(written)}`)],
		[w.switches, ({ switches }) => when(switches, ({ voluntary, involuntary }) => `${n.count(voluntary)}, ${n.count(involuntary)}`)],
		[w.processes, ({ processes }) => n.count(processes)],
		[w.threads, ({ threads }) => n.count(threads)],
		[w.openFiles, ({ openFiles }) => when(openFiles, ({ most, limit }) => outOf(n.count(most), n.count(limit)))]
	];
}
/** Of the generator's own process. */
function generatorRows({ words, n }) {
	const { generator: w } = words.page.readings;
	return [
		[w.cpu, ({ cpu }) => n.share(cpu)],
		[w.eventLoop, ({ eventLoop }) => n.share(eventLoop)],
		[w.eventLoopDelay, ({ eventLoopDelayP99 }) => n.ms(eventLoopDelayP99)],
		[w.runQueueDelay, ({ runQueueDelay }) => when(runQueueDelay, n.share)],
		[w.memory, ({ memory }) => n.bytes(memory)]
	];
}
/** Of the machine. */
function hostRows({ words, n }) {
	const { host: w, outOf, perSecond } = words.page.readings;
	return [
		[w.busy, ({ busyCores, cores }) => outOf(n.cores(busyCores), n.cores(cores))],
		[w.others, ({ otherCores }) => n.cores(otherCores)],
		[w.programs, ({ others }) => others.length === 0 ? null : others.map(({ name, cores }) => `${n.name(name)} ${n.cores(cores)}`).join(", ")],
		[w.steal, ({ steal }) => when(steal, n.share)],
		[w.cpuPressure, ({ cpuPressure }) => when(cpuPressure, n.share)],
		[w.ioPressure, ({ ioPressure }) => when(ioPressure, n.share)],
		[w.memoryPressure, ({ memoryPressure }) => when(memoryPressure, n.share)],
		[w.disk, ({ disk }) => when(disk, ({ name, busy, read, written }) => `${n.name(name)} ${n.share(busy)}, ${perSecond(n.bytes(read))}, ${perSecond(n.bytes(written))}`)],
		[w.retransmits, ({ retransmits }) => when(retransmits, n.share)]
	];
}
/** Of the control groups that bound the service. */
function cgroupRows({ words, n }) {
	const { cgroup: w } = words.page.readings;
	return [
		[w.path, ({ path }) => n.name(path)],
		[w.cpuLimit, ({ cpuLimit }) => when(cpuLimit, n.cores)],
		[w.throttledPeriods, ({ throttledPeriods }) => when(throttledPeriods, n.share)],
		[w.throttled, ({ throttled }) => when(throttled, n.cores)],
		[w.memoryLimit, ({ memoryLimit }) => when(memoryLimit, n.bytes)],
		[w.memory, ({ memory }) => when(memory, n.bytes)],
		[w.kills, ({ kills }) => n.count(kills)],
		[w.limitHits, ({ limitHits }) => n.count(limitHits)]
	];
}
// src/report/html/watched.ts
/** Of the head, and of the base where it was measured beside: the slice of each that was watched for longest. */
function watchedIn(scenario, { run }) {
	return (isBeside(run) ? ["head", "base"] : ["head"]).flatMap((side) => {
		const { slices } = summarise(run, scenario, side);
		const [slice] = slices.toSorted((left, right) => (right.resources?.watched ?? 0) - (left.resources?.watched ?? 0));
		return slice === void 0 ? [] : [{
			side,
			slice,
			resources: slice.resources
		}];
	});
}
// src/report/html/resources.ts
/** All parts that were read. The generator always was. */
function resourcesOf(scenario, sheet) {
	const { readings } = sheet.words.page;
	const watched = watchedIn(scenario.name, sheet);
	const part = (caption, rows, pick) => partOf({
		caption,
		rows,
		pick
	}, watched, sheet);
	return html`<h4>${sheet.words.page.headings.resources}</h4>
<p class="note">${prose(sidesOf(watched, sheet))}</p>
<div class="readings">${[
		part(readings.service.title, serviceRows(sheet), ({ resources }) => resources?.service ?? null),
		part(readings.generator.title, generatorRows(sheet), ({ slice }) => slice.generator),
		part(readings.host.title, hostRows(sheet), ({ slice }) => slice.host),
		part(readings.cgroup.title, cgroupRows(sheet), ({ resources }) => resources?.cgroup ?? null)
	]}</div>
${watched.flatMap((each) => [runtimesOf(each, watched.length > 1, sheet), containersOf(each, watched.length > 1, sheet)])}
${databasesOf(watched, sheet)}${unreadOf(watched, sheet)}`;
}
const sidesOf = (watched, { words, n }) => watched.map(({ side, slice, resources }) => words.page.readings.of(words.page.sides[side], toSeconds(resources?.watched ?? slice.elapsed), n)).join("; ");
/** One part, a column for each build that it was read of. */
function partOf({ caption, rows, pick }, watched, { words }) {
	const known = watched.flatMap((each) => {
		const reading = pick(each);
		return reading === null ? [] : [{
			side: each.side,
			reading
		}];
	});
	const lines = readingRows(rows, known.map(({ reading }) => reading), words.labels.none);
	if (lines.length === 0) return NOTHING;
	return table([[words.page.columns.what, ...known.map(({ side }) => words.page.sides[side])], ...lines], {
		caption,
		align: `l${"r".repeat(known.length)}`
	});
}
const ofSide = (caption, { side }, several, { words }) => several ? `${caption}, ${words.page.sides[side]}` : caption;
function runtimesOf(each, several, sheet) {
	const { n, words } = sheet;
	const { runtime, fromTo } = words.page.readings;
	const rows = (each.resources?.runtimes ?? []).map((reading) => [
		n.name(`${reading.pid} · ${reading.version}`),
		n.share(reading.eventLoop),
		n.ms(reading.delayP50),
		n.ms(reading.delayP99),
		n.ms(reading.delayMax),
		n.share(reading.collection),
		n.ms(reading.collectionMax),
		`${n.count(reading.minorCollections)}, ${n.count(reading.majorCollections)}`,
		cell(reading.live, ({ from, to }) => fromTo(n.bytes(from), n.bytes(to)), sheet)
	]);
	const { title, process, eventLoop, delayP50, delayP99, delayMax, collection, collectionMax, collections, live } = runtime;
	const head = [
		process,
		eventLoop,
		delayP50,
		delayP99,
		delayMax,
		collection,
		collectionMax,
		collections,
		live
	];
	return rows.length === 0 ? NOTHING : table([head, ...rows], {
		caption: ofSide(title, each, several, sheet),
		align: "lrrrrrrrr"
	});
}
function containersOf(each, several, sheet) {
	const { n, words } = sheet;
	const { container: w } = words.page.readings;
	const pair = (left, right) => `${n.bytes(left)}, ${n.bytes(right)}`;
	const rows = (each.resources?.containers ?? []).map((reading) => [
		n.name(reading.name),
		n.name(reading.image),
		n.cores(reading.cores),
		cell(reading.cpuLimit, n.cores, sheet),
		cell(reading.throttledPeriods, n.share, sheet),
		cell(reading.memory, n.bytes, sheet),
		cell(reading.memoryLimit, n.bytes, sheet),
		cell(reading.io, ({ read, written }) => pair(read, written), sheet),
		cell(reading.network, ({ received, sent }) => pair(received, sent), sheet)
	]);
	const head = [
		w.name,
		w.image,
		w.cores,
		w.cpuLimit,
		w.throttled,
		w.memory,
		w.memoryLimit,
		w.storage,
		w.network
	];
	return rows.length === 0 ? NOTHING : table([head, ...rows], {
		caption: ofSide(w.title, each, several, sheet),
		align: "llrrrrrrr"
	});
}
/** What could not be read, each reason once. */
function unreadOf(watched, { words, n }) {
	const lines = watched.flatMap(({ resources }) => resources?.unread ?? []).map(({ name, probe, part, reason }) => `${name === null ? n.code(probe) : n.name(name)} · ${n.code(part)}: ${n.name(reason)}`);
	if (lines.length === 0) return NOTHING;
	return html`<p>${words.page.readings.unread}:</p><ul>${[...new Set(lines)].map((line) => html`<li>${prose(line)}</li>`)}</ul>`;
}
// src/report/html/scenario.ts
/** A scenario as a part of the page that can be filtered and linked to. */
function articleOf(scenario, charts, sheet) {
	const { words, n } = sheet;
	const slug = sheet.slug(scenario.name);
	const id = `scenario-${slug}`;
	return html`<article class="scenario" id="${id}" data-scenario="${slug}">
<h3><a href="#${id}">${prose(n.name(scenario.name))}</a> <span class="outcome" data-outcome="${scenario.outcome}">${words.outcomes[scenario.outcome]}</span></h3>
<p class="facts">${prose(words.facts(scenario, n))}</p>
${judgementsOf(scenario, sheet)}
<h4>${scenario.search === null ? words.page.headings.charts : words.labels.charts}</h4>
<div class="charts">${charts.map((chart) => figure(chart, sheet))}</div>
${scenario.search === null ? fold(words.page.headings.byTime, [timesOf(scenario, sheet)]) : NOTHING}
${scenario.search === null ? distributionOf(scenario, sheet) : stepsOf(scenario.search, sheet)}
${requestsOf(scenario, sheet)}
${endedOf(scenario, sheet)}
${resourcesOf(scenario, sheet)}
${measurementsOf(scenario, sheet)}
</article>
`;
}
function distributionOf(scenario, { words, n }) {
	const { distribution } = words.labels;
	return html`<h4>${distribution}</h4>
${table(quantileTable(scenario, words, n), {
		caption: distribution,
		align: `l${"r".repeat(scenario.quantiles.length)}`,
		note: scenario.against.replicates === 0 ? null : words.distributionCaption(scenario.against, n)
	})}`;
}
function stepsOf(search, { words, n }) {
	const { steps, littleNote } = words.search;
	const rows = searchTable(search, words, n);
	const note = search.kind === "stress" ? littleNote : null;
	return html`<h4>${steps}</h4>
${table(rows, {
		caption: steps,
		align: searchAlign(rows),
		note
	})}`;
}
/** Each row can be filtered by its request's name. */
function requestsOf(scenario, { words, n, room }) {
	const { requests } = scenario;
	const shown = requests.slice(0, room.names);
	const rows = requestTable({
		...scenario,
		requests: shown
	}, words, n);
	const heading = words.page.headings.requests;
	return html`<h4>${heading}</h4>
${table(rows, {
		caption: heading,
		align: "lrrrrrr",
		attributes: () => html` data-request`,
		note: shown.length < requests.length ? words.rowsCut(requests.length - shown.length, n) : null
	})}`;
}
/** Where the requests ended, what the failures said, and which statuses were answered: of the head, and of the base beside it. */
function endedOf(scenario, sheet) {
	const { words, n } = sheet;
	const { headings, columns } = words.page;
	const { slices } = summarise(sheet.run, scenario.name, "head");
	const errors = messagesOf(slices).slice(0, sheet.room.names);
	const failed = errors.reduce((sum, [, count]) => sum + count, 0);
	const errorRows = errors.map(([message, count]) => [
		n.name(message),
		n.count(count),
		n.share(count / failed)
	]);
	return html`${fold(headings.ended, [html`<div class="readings">${table(endings(scenario, sheet), {
		caption: headings.ended,
		align: "lr"
	})}${statusesOf(scenario, sheet)}</div>`])}${errorRows.length === 0 ? NOTHING : table([[
		columns.message,
		columns.count,
		columns.share
	], ...errorRows], {
		caption: headings.errors,
		align: "lrr"
	})}`;
}
function endings(scenario, { words, n }) {
	const [, ...rows] = countsTable([scenario], words, n);
	return [[words.page.columns.what, words.page.columns.count], ...rows];
}
function statusesOf(scenario, { run, words, n }) {
	const { headings, columns } = words.page;
	const { statuses } = summarise(run, scenario.name, "head");
	const all = statuses.reduce((sum, { count }) => sum + count, 0);
	if (all === 0) return NOTHING;
	const rows = statuses.map(({ status, count }) => [
		String(status),
		n.count(count),
		n.share(count / all)
	]);
	return table([[
		columns.status,
		columns.count,
		columns.share
	], ...rows], {
		caption: headings.statuses,
		align: "lrr"
	});
}
/** Messages of all slices, the most frequent first. */
function messagesOf(slices) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, count } of slices.flatMap(({ errors }) => errors)) counts.set(message, (counts.get(message) ?? 0) + count);
	return [...counts].toSorted(([, left], [, right]) => right - left);
}
// src/report/html/setup.ts
/** How it was measured: method, raw counts, the configuration as it was applied, and the machine. */
/** A table as wide as fifty scenarios is no table. */
const COLUMNS_MAX = 8;
/** Items of a list of the configuration, and characters of a text in it, that are shown. */
const CONFIGURATION = {
	items: 25,
	text: 400,
	whole: 6e4
};
/** Characters that nobody sees, and that turn others round: written as JSON escapes. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Method, machine and how to reproduce. */
function method(sheet) {
	const { report, words, n } = sheet;
	const { labels } = words;
	const lines = words.method(report.method, n).map((line) => html`<li>${prose(line)}</li>
`);
	const again = html`<li>${prose(`${words.comment.reproduce}: ${n.command(report.method.reproduce)}`)}</li>
`;
	const measured = report.scenarios.map((scenario) => html`<li data-scenario="${sheet.slug(scenario.name)}">${prose(words.measured(scenario, n))}</li>
`);
	const few = report.scenarios.slice(0, COLUMNS_MAX);
	const [head = [], ...counts] = countsTable(few, words, n);
	const rows = [[words.page.columns.what, ...head.slice(1)], ...counts];
	return section("method", labels.method, [html`<ul class="plain">${lines}${again}${measured}</ul>`, few.length < report.scenarios.length ? NOTHING : fold(labels.rawNumbers, [table(rows, {
		caption: labels.rawNumbers,
		align: `l${"r".repeat(few.length)}`
	})])], sheet);
}
/** The configuration as text, and the machine as a table. */
function setup(sheet) {
	const { words, n, report } = sheet;
	const { headings, columns, configurationNote, records } = words.page;
	const lines = readingRows(machineRows(sheet), [report.method], words.labels.none);
	return section("setup", headings.setup, [
		table([[columns.what, columns.value], ...lines], {
			caption: headings.machine,
			align: "ll"
		}),
		fold(headings.configuration, [html`<p class="note">${configurationNote}</p><pre tabindex="0" aria-label="${headings.configuration}"><code>${configurationOf(sheet)}</code></pre>`]),
		html`<p class="note">${prose(records(n))}</p>`
	], sheet);
}
function machineRows({ words, n }) {
	const { machine: w, frequency } = words.page;
	const name = (text) => text === null ? null : n.name(text);
	const list = (cores) => cores === void 0 ? null : n.list(cores.map(String));
	return [
		[w.cpu, ({ machine }) => name(machine?.cpuModel ?? null)],
		[w.cores, ({ machine }) => machine === null ? null : n.count(machine.cores)],
		[w.architecture, ({ machine }) => name(machine?.architecture ?? null)],
		[w.memory, ({ machine }) => machine === null ? null : n.bytes(machine.memory)],
		[w.os, ({ machine }) => name(machine?.os ?? null)],
		[w.node, ({ machine }) => name(machine?.node ?? null)],
		[w.virtualisation, ({ machine }) => name(machine?.virtualisation ?? null)],
		[w.governor, ({ machine }) => name(machine?.governor ?? null)],
		[w.power, ({ machine }) => name(machine?.power ?? null)],
		[w.throttles, ({ machine }) => {
			const throttles = machine?.thermalThrottles ?? null;
			return throttles === null ? null : n.count(throttles);
		}],
		[w.frequency, ({ machine }) => {
			const clock = machine?.frequency ?? null;
			return clock === null ? null : frequency(n.count(clock.now), n.count(clock.max));
		}],
		[w.runner, ({ machine }) => name(machine?.runner ?? null)],
		[w.fingerprint, ({ machine }) => name(machine?.fingerprint ?? null)],
		[w.coresService, ({ cores }) => list(cores?.service)],
		[w.coresGenerator, ({ cores }) => list(cores?.generator)]
	];
}
/** The plan as indented JSON, without what makes it long: rows of data files, certificates. */
function configurationOf({ plan, words, n }) {
	const visible = JSON.stringify(plan, (_, value) => {
		if (typeof value === "string" && value.length > CONFIGURATION.text) return `${value.slice(0, CONFIGURATION.text)}…`;
		if (!Array.isArray(value) || value.length <= CONFIGURATION.items) return value;
		const items = value;
		return [...items.slice(0, CONFIGURATION.items), words.page.more(items.length - CONFIGURATION.items, n)];
	}, 2).replaceAll(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
	return visible.length <= CONFIGURATION.whole ? visible : `${visible.slice(0, CONFIGURATION.whole)}\n…`;
}
// src/report/html/style.ts
/** The style of the page: system fonts, numbers under each other, light and dark, narrow and printed. */
/** Colours by role. Text on its ground has a contrast of at least 4.5, lines of charts of at least 3. */
const LIGHT = {
	ground: "#ffffff",
	raised: "#f7f8fa",
	text: "#1b1f24",
	quiet: "#565e68",
	rule: "#e3e6ea",
	link: "#0b57b8",
	good: "#1a7f37",
	bad: "#c0202c",
	warn: "#8a5a00",
	new: "#0b57b8",
	"line-1": "#2563eb",
	"line-2": "#c2410c",
	"line-3": "#0f766e"
};
const DARK = {
	ground: "#111417",
	raised: "#191d21",
	text: "#e6e9ec",
	quiet: "#a2abb5",
	rule: "#2c3238",
	link: "#7ab3ff",
	good: "#56c271",
	bad: "#ff7b78",
	warn: "#e0b14a",
	new: "#7ab3ff",
	"line-1": "#6ba6ff",
	"line-2": "#fb923c",
	"line-3": "#2dd4bf"
};
const colours = (palette) => Object.entries(palette).map(([role, colour]) => `--${role}:${colour}`).join(";");
/** Everything on a sheet of paper is there, on white. */
const PRINT = `@media print{:root,:root[data-theme]{color-scheme:light;${colours(LIGHT)}}
body{font-size:10.5px}table{font-size:9px}caption,thead th,.note,.facts,figcaption p,summary,.evidence dl,footer{font-size:9px}th,td{padding:3px 9px 3px 0}tbody th{min-width:0}h1{font-size:18px}h2{font-size:15px}h3{font-size:13px}h4,h5{font-size:11px;margin-top:14px}.scenario{margin-bottom:28px}section{margin-bottom:28px}.drawing text{font-size:15px}.controls,nav,.skip,.anchor,.hint{display:none!important}.frame{display:block;padding:0}main{max-width:none}
.banner .inner{padding:0 0 12px}section,.card{break-inside:auto}h2,h3,h4,h5,caption{break-after:avoid}figure,tr,.findings li{break-inside:avoid}
.scroll{overflow:visible}.charts{grid-template-columns:1fr 1fr}figure .live{display:none!important}figure .drawing{display:block!important;min-width:0!important}
a{color:inherit}footer{padding:8px 0}@page{margin:14mm}}`;
/** Columns of numbers, by their places. */
function rightColumns() {
	const columns = Array.from({ length: 16 }, (_, index) => index + 1);
	return `${columns.map((column) => `[data-right~="${column}"]>*>tr>:nth-child(${column})`).join(",")}{text-align:right}${columns.map((column) => `[data-right~="${column}"]>tbody>tr>:nth-child(${column})`).join(",")}{white-space:nowrap}`;
}
/** The whole style sheet. */
const STYLE = `:root{color-scheme:light dark;${colours(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${colours(DARK)}}}
:root[data-theme=light]{color-scheme:light;${colours(LIGHT)}}:root[data-theme=dark]{color-scheme:dark;${colours(DARK)}}
*{box-sizing:border-box}html{scroll-behavior:smooth;scroll-padding-top:16px;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
[hidden]{display:none!important}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}[tabindex="-1"]:focus{outline:none}
code,pre{font:.92em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}code{overflow-wrap:anywhere}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:8px;z-index:9;background:var(--ground);padding:8px 12px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.banner{border-bottom:1px solid var(--rule);background:var(--raised);border-top:4px solid var(--mark)}
.inner,.frame,.controls,footer{max-width:1360px;margin:0 auto;padding:0 32px}.inner{padding-top:28px;padding-bottom:24px}
.eyebrow{margin:0;font-weight:600;color:var(--mark);letter-spacing:.01em}.eyebrow .sign{margin-right:4px}
[data-outcome]{--mark:var(--quiet)}[data-outcome=pass]{--mark:var(--good)}[data-outcome=fail]{--mark:var(--bad)}[data-outcome=void],[data-outcome=inconclusive]{--mark:var(--warn)}[data-outcome=no-baseline]{--mark:var(--new)}
h1{margin:4px 0 8px;font-size:26px;line-height:1.3;font-weight:650;text-wrap:balance;letter-spacing:-.01em}
h2{margin:0 0 16px;padding-top:12px;font-size:21px;line-height:1.3;font-weight:650;letter-spacing:-.01em}
h3{margin:0 0 4px;font-size:17px;line-height:1.4}h4{margin:36px 0 10px;font-size:15px;line-height:1.4}h5{margin:0;font-size:14px;line-height:1.4;font-weight:600}
h3 a,h5 a{color:inherit;text-decoration:none}h3 a:hover,h5 a:hover{text-decoration:underline}h1 code,h3 code{font:inherit}
.anchor{visibility:hidden;color:var(--quiet);text-decoration:none;font-weight:400}h2:hover .anchor,.anchor:focus-visible{visibility:visible}
.action{margin:0;font-size:16px;max-width:75ch}.keys{display:flex;flex-wrap:wrap;gap:4px 28px;margin:18px 0 0;font-size:13px}.keys div{display:flex;gap:6px}.keys dt{color:var(--quiet)}.keys dd{margin:0}
.controls{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;padding-top:12px;padding-bottom:12px;font-size:13px;border-bottom:1px solid var(--rule);max-width:none;padding-left:max(32px,calc(50vw - 648px));padding-right:max(32px,calc(50vw - 648px));position:sticky;top:0;z-index:5;background:var(--ground)}
.controls>span{white-space:nowrap}.controls label{color:var(--quiet)}.controls .theme{margin-left:auto}.controls p{margin:0;color:var(--quiet)}.controls p:empty{display:none}
select,input,button{font:inherit;color:var(--text);background:var(--ground);border:1px solid var(--rule);border-radius:6px;padding:5px 9px;max-width:240px}input{width:200px}button{cursor:pointer}input::placeholder{color:var(--quiet);opacity:1}
.frame{display:grid;grid-template-columns:200px minmax(0,1fr);gap:48px;padding-top:32px}
nav{position:sticky;top:76px;align-self:start;max-height:calc(100vh - 92px);overflow:auto;font-size:13.5px;line-height:1.45}
nav ul{list-style:none;margin:0;padding:0}nav ul ul{margin:2px 0 6px;padding-left:2px}nav a{display:block;padding:4px 0;color:var(--quiet);text-decoration:none;overflow-wrap:anywhere}nav a:hover{color:var(--text);text-decoration:underline}
.dot{display:inline-block;width:7px;height:7px;border-radius:50%;background:var(--mark);margin-right:8px;vertical-align:.08em}
main{min-width:0}section{margin-bottom:56px;scroll-margin-top:64px}article,figure,.card{scroll-margin-top:64px}
.card{margin-bottom:28px}.scenario{margin:0 0 72px;padding-top:20px;border-top:1px solid var(--rule)}section .scenario:last-child{margin-bottom:0}
.outcome{display:inline-block;margin-left:6px;padding:0 9px;border:1px solid currentColor;border-radius:99px;font-size:12px;font-weight:500;line-height:20px;color:var(--mark);vertical-align:1px}
.facts,.note{color:var(--quiet);font-size:13.5px;margin:0 0 12px;max-width:85ch}.note{margin:8px 0 0}.hint,#nothing-shown{margin:0 0 20px}
h4+.note{margin:0 0 14px}.scroll{overflow-x:auto;margin:0 0 20px}.scroll:has(+.note){margin-bottom:0}.folded .scroll,.readings .scroll{margin-bottom:24px}
table{border-collapse:collapse;font-size:13.5px;line-height:1.45;width:100%}caption{text-align:left;color:var(--quiet);font-size:13px;padding:0 0 6px}
.card caption,h4+.scroll>table>caption,.folded>.scroll:only-child caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:7px 18px 7px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}thead th{color:var(--quiet);font-size:12.5px;vertical-align:bottom}[data-sign]>:last-child{white-space:nowrap}
th:last-child,td:last-child{padding-right:0}${rightColumns()}tbody th{font-weight:500;max-width:520px;min-width:7em}table:not(:has(>thead>tr>:nth-child(4))){width:auto;min-width:min(100%,460px)}.readings table{width:100%!important}tbody tr:last-child>*{border-bottom-color:transparent}
[data-sign=bad]>:last-child,[data-sign=bad]>th{color:var(--bad);font-weight:600}[data-sign=noted] td:last-child,[data-sign=unsure] td:last-child{color:var(--warn)}[data-sign=good] td:last-child,[data-sign=better] td:last-child{color:var(--good)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:32px 36px}
figure{margin:0;min-width:0}figcaption p{margin:2px 0 0;color:var(--quiet);font-size:12.5px;line-height:1.45}
.key{display:inline-block;width:9px;height:9px;border-radius:2px;margin:0 3px 0 1px}.key-1{background:var(--line-1)}.key-2{background:var(--line-2)}.key-3{background:var(--line-3)}
.plot{position:relative;margin-top:8px}.drawing{display:block;width:100%;height:auto}.drawing text{font-size:12px;fill:var(--quiet)}.grid{stroke:var(--rule)}
.line{fill:none;stroke-width:1.75;stroke-linejoin:round}.line-1{stroke:var(--line-1)}.line-2{stroke:var(--line-2)}.line-3{stroke:var(--line-3)}.dot-1{fill:var(--line-1)}.dot-2{fill:var(--line-2)}.dot-3{fill:var(--line-3)}
.live{width:100%;height:250px}.plot[data-live] .drawing{display:none}.said{position:absolute;left:-9999px}
details{margin:14px 0}summary{cursor:pointer;color:var(--link);font-size:14px;width:fit-content;padding:2px 0}summary:hover{text-decoration:underline}.folded{padding:12px 0 4px}
.readings{columns:2;column-gap:48px}.readings .scroll{break-inside:avoid}
.findings{margin:0 0 16px;padding-left:1.2em;max-width:85ch}.findings li{margin-bottom:10px}.findings li::marker{color:var(--quiet)}.findings ul{margin:6px 0 0;padding-left:1.2em}.findings ul li{margin-bottom:6px}
.plain{padding-left:1.2em;max-width:90ch}.plain li{margin-bottom:6px}
.evidence{list-style:none;margin:16px 0 0;padding:0}.evidence>li{padding:14px 0;border-top:1px solid var(--rule)}.evidence p{margin:0;max-width:85ch}.evidence details{margin:6px 0 0}.evidence summary{font-size:13px}.kind{display:block;color:var(--quiet);font-size:12.5px}
.evidence dl{margin:0;font-size:13px}.evidence dl div{display:flex;gap:12px;padding:3px 0}.evidence dt{flex:0 0 200px;color:var(--quiet)}.evidence dd{margin:0;min-width:0;overflow-wrap:anywhere}.evidence dd ol{margin:0;padding-left:1.4em}.evidence dd dl dt{flex-basis:130px}
pre{margin:12px 0 0;padding:16px;background:var(--raised);border:1px solid var(--rule);border-radius:6px;overflow:auto;max-height:560px;font-size:12.5px}pre code{overflow-wrap:normal}
footer{color:var(--quiet);font-size:12.5px;padding-top:24px;padding-bottom:32px;border-top:1px solid var(--rule)}
@media (max-width:1000px){.frame{display:block;padding-top:20px}nav{position:static;max-height:none;margin-bottom:28px}nav>ul{columns:2}.readings{columns:1}}
@media (max-width:640px){.inner,.frame,footer{padding-left:18px;padding-right:18px}.controls{position:static;padding-left:18px;padding-right:18px}.controls .theme{margin-left:0}.controls>span{width:100%;display:flex;justify-content:space-between;align-items:center;gap:12px}
h1{font-size:21px}h2{font-size:19px}nav>ul{columns:1}.evidence dl div{display:block}.plot{overflow-x:auto}.plot:not([data-live]) .drawing{min-width:520px}th,td{padding-right:14px}}
${PRINT}`;
// src/report/html/top.ts
/** The head of the page: the verdict, what to do, where everything is, and the controls, which are hidden until the page's program can serve them. */
const SIGNS = {
	pass: "✓",
	fail: "✕",
	inconclusive: "?",
	"no-baseline": "·",
	void: "!"
};
/** Commits are known by their beginnings. */
const SHORT = 12;
/** Names that a field suggests. */
const SUGGESTIONS_MAX = 500;
/** The title of the window: the verdict without marks. */
const titleOf = ({ words, report, n }) => `${plain(words.headline(report.headline, n))} · ${words.page.product}`;
/** The verdict in one line, what to do about it, and of what it is. */
function banner(sheet) {
	const { report, words, n } = sheet;
	const { headline } = report;
	return html`<header class="banner" data-outcome="${headline.outcome}"><div class="inner">
<p class="eyebrow"><span class="sign" aria-hidden="true">${SIGNS[headline.outcome]}</span> <span>${words.outcomes[headline.outcome]}</span></p>
<h1>${prose(words.headline(headline, n))}</h1>
${underHeadline(headline, words, n).map((sentence, index) => html`<p class="${index === 0 ? "action" : "sure"}">${prose(sentence)}</p>
`)}
<dl class="keys">${factsOf(sheet).map(([name, value]) => html`<div><dt>${name}</dt><dd>${prose(value)}</dd></div>`)}</dl>
</div></header>
`;
}
function factsOf({ report, words, n }) {
	const { commit, occasion, startedAt, machine, loadgate } = report.method;
	const { facts } = words.page;
	const when = new Date(startedAt);
	const date = new Intl.DateTimeFormat(words.locale, {
		dateStyle: "medium",
		timeStyle: "short",
		timeZone: "UTC"
	});
	return [
		...commit === null ? [] : [[facts.commit, n.name(commit.slice(0, SHORT))]],
		...occasion.baseSha === null ? [] : [[facts.base, n.name(occasion.baseSha.slice(0, SHORT))]],
		[facts.measured, Number.isNaN(when.getTime()) ? n.name(startedAt) : `${date.format(when)} UTC`],
		...machine === null ? [] : [[facts.machine, n.name(machine.cpuModel)]],
		[facts.version, n.name(loadgate)]
	];
}
/** The sections that there are, and the scenarios under the results. */
function contents(sections, sheet) {
	const { words, report } = sheet;
	const scenarios = html`<ul>${report.scenarios.map(({ name, outcome }) => html`<li data-scenario="${sheet.slug(name)}"><a href="#scenario-${sheet.slug(name)}"><span class="dot" data-outcome="${outcome}"></span>${foreign(name)}<span class="unseen">, ${words.outcomes[outcome]}</span></a></li>
`)}</ul>`;
	return html`<nav aria-label="${words.page.contents}"><ul>${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a>${id === "results" ? scenarios : NOTHING}</li>
`)}</ul></nav>
`;
}
/** Filters and colours. */
function controls(sheet) {
	const { words, report } = sheet;
	const { filters } = words.page;
	const requests = [...new Set(report.scenarios.flatMap(({ requests: all }) => all.map(({ name }) => foreign(name))))];
	return html`<form class="controls" id="controls" aria-label="${filters.title}" hidden>
<span><label for="filter-scenario">${filters.scenario}</label> <select id="filter-scenario"><option value="">${filters.all}</option>${report.scenarios.map(({ name }) => html`<option value="${sheet.slug(name)}">${foreign(name)}</option>`)}</select></span>
<span><label for="filter-request">${filters.request}</label> <input id="filter-request" type="search" list="requests" placeholder="${filters.requestHint}" autocomplete="off"></span><datalist id="requests">${requests.slice(0, SUGGESTIONS_MAX).map((name) => html`<option value="${name}"></option>`)}</datalist>
<button type="reset" id="filter-clear" hidden>${filters.clear}</button>
<span class="theme"><label for="theme">${filters.theme}</label> <select id="theme"><option value="">${filters.auto}</option><option value="light">${filters.light}</option><option value="dark">${filters.dark}</option></select></span>
<p id="shown" role="status"></p></form>
`;
}
// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// src/report/html/page.ts
/** The report as one self-contained HTML page: everything that a comment says and every number behind it. It reads without its program, and loads nothing. */
var _templateObject;
var _templateObject2;
/** A page is to stay below this many bytes, its program included. */
const PAGE_BYTES_MAX = 15e5;
/** How much of the usual room is given, where the page would become too large. */
const PARTS = [
	1,
	1 / 2,
	1 / 4,
	1 / 8
];
/**
* Renders the page. `program`: what makes it interactive, as one script; null for a page that is only read. Pure.
* @throws RangeError when the program's text could end its own element
*/
function renderPage(input, language, program) {
	let page = "";
	for (const part of PARTS) {
		page = written(openSheet(input, language, part), program);
		if (Buffer.byteLength(page) <= 15e5) break;
	}
	return page;
}
function written(sheet, program) {
	const charts = new Map(sheet.report.scenarios.map((scenario) => [scenario.name, pageChartsOf(scenario, sheet)]));
	const parts = partsOf(sheet, charts).filter(({ content }) => content.html !== "");
	const record = recordIn([...charts.values()].flat(), sheet);
	const script = program === null ? null : `\n${program}\n`;
	return `<!doctype html>\n${html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<html lang=\"",
		"\">",
		"\n<body><a class=\"skip\" href=\"#main\">",
		"</a>\n",
		"",
		"<div class=\"frame\">",
		"<main id=\"main\" tabindex=\"-1\">\n",
		"</main></div>\n",
		"\n<script type=\"application/json\" id=\"record\">",
		"<\/script>",
		"\n</body></html>"
	])), sheet.words.page.lang, head(sheet, script), sheet.words.page.skip, banner(sheet), controls(sheet), contents(parts.map(({ id, title }) => [id, title]), sheet), parts.map(({ content }) => content), footer(sheet, script !== null), json(record), script === null ? NOTHING : html(_templateObject2 || (_templateObject2 = _taggedTemplateLiteral(["<script>", "<\/script>"])), ours(script))).html}\n`;
}
const head = (sheet, script) => html`<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="generator" content="Loadgate">
<title>${titleOf(sheet)}</title><link rel="icon" href="data:,"><style>${ours(STYLE)}</style></head>`;
/** Nothing but this page's own style and, by its hash, its own script. */
function policyOf(script) {
	return `default-src 'none'; script-src ${script === null ? "'none'" : `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}
function partsOf(sheet, charts) {
	const { words, report } = sheet;
	const { labels, page } = words;
	const scenarios = report.scenarios.map((scenario) => articleOf(scenario, charts.get(scenario.name) ?? [], sheet));
	const hint = html`<p class="note hint" id="hint" hidden>${page.charts.hint}</p>`;
	const nothing = html`<p class="note" id="nothing-shown" hidden>${page.nothingShown}</p>`;
	return [
		{
			id: "overview",
			title: labels.overview,
			content: overview(sheet)
		},
		{
			id: "limits",
			title: labels.limits,
			content: limits(sheet)
		},
		{
			id: "results",
			title: labels.results,
			content: section("results", labels.results, [
				hint,
				nothing,
				...scenarios
			], sheet)
		},
		{
			id: "says",
			title: labels.says,
			content: says(sheet)
		},
		{
			id: "conclusions",
			title: labels.conclusions,
			content: conclusions(sheet)
		},
		{
			id: "findings",
			title: page.headings.findings,
			content: evidence(sheet)
		},
		{
			id: "method",
			title: labels.method,
			content: method(sheet)
		},
		{
			id: "setup",
			title: page.headings.setup,
			content: setup(sheet)
		}
	];
}
function recordIn(charts, { words }) {
	const { shown, charts: chart } = words.page;
	return {
		charts: Object.fromEntries(charts.map((each) => [each.id, recordOf(each)])),
		words: {
			shown,
			keyboard: chart.keyboard,
			second: chart.second
		}
	};
}
/** The notice that the licence of the charts asks for stands where they are: their whole licences are at the head of the program. */
function footer({ words }, interactive) {
	const { noNetwork, licence } = words.page;
	return html`<footer><p>${noNetwork}${interactive ? html` ${licence}` : NOTHING}</p></footer>`;
}
/** All charts as files of their own, for documents and slides. Pure. */
function picturesOf(input, language) {
	const sheet = openSheet(input, language);
	return input.report.scenarios.flatMap((scenario) => pageChartsOf(scenario, sheet)).map((chart) => ({
		name: `${chart.id}.svg`,
		svg: svgFile(chart, sheet.language)
	}));
}
export { PAGE_BYTES_MAX, picturesOf, renderPage };
