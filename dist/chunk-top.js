import.meta.dirname;
import.meta.filename;
import { c as thresholdCaption, l as thresholdFold, o as THRESHOLD_ALIGN, s as fateOf, u as thresholdTable } from "./chunk-results.js";
import { n as clean, t as COMMAND_MAX } from "./chunk-inert2.js";
import { a as penOf, i as LANGUAGES, n as sentencesOf, r as underHeadline, t as KINDS } from "./chunk-sentences.js";
import { r as isPage } from "./chunk-markdown.js";
import { i as overviewTable, n as countsTable, r as overviewAlign, u as splitJudgements } from "./chunk-tables.js";
import { i as NOTHING, l as tagged, o as html, t as BASE_STYLE } from "./chunk-style.js";
// src/report/html/prose.ts
/** Sentences on their way into a page: a pen's marks become tags after everything else was escaped. */
/** Longest name, statement or message on the page: what databases tell of a statement is not longer. */
const NAME_MAX = 500;
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
	return tagged(text, TAGS);
}
/** The squares of captions, in the colours of the page's lines. */
const KEYS = [
	["🟦", "<i class=\"key key-1\"></i>"],
	["🟧", "<i class=\"key key-2\"></i>"],
	["🟩", "<i class=\"key key-3\"></i>"]
];
/** The caption of a chart: fixed words and numbers, with squares for its lines. */
function caption(text) {
	return tagged(text, KEYS);
}
/** The same without its marks: for titles and labels, which hold no tags. */
function plain(text) {
	return text.replaceAll(/\ue004[^\ue005]*\ue005/gu, "").replaceAll(/[\ue000-\ue006]|[🟦🟧🟩] ?/gu, "");
}
/** Foreign text outside of a sentence, as visible characters on one line. */
const foreign = (text) => clean(text, NAME_MAX);
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
// src/report/html/judgements.ts
/** What stands in front of a judgement's word. */
const SIGNS$1 = {
	bad: "✕ ",
	noted: "! ",
	agreed: "≈ ",
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
// src/report/html/thresholds.ts
/** All of them under a heading; nothing without any. */
const thresholdsOf = (scenario, sheet) => scenario.thresholds.length === 0 ? NOTHING : html`<h4>${sheet.words.thresholds.title}</h4>
${tableOf(scenario, sheet)}`;
/** In the overview: open where one was crossed, else in a fold. */
function thresholdsAtAGlance(scenario, sheet) {
	const { thresholds } = scenario;
	if (thresholds.length === 0) return NOTHING;
	return thresholds.some((each) => fateOf(each) === "crossed") ? tableOf(scenario, sheet) : fold(thresholdFold(thresholds, sheet.words, sheet.n), [tableOf(scenario, sheet)]);
}
function tableOf(scenario, { words, n, room }) {
	const shown = scenario.thresholds.slice(0, room.names);
	const signs = [];
	const rows = thresholdTable(shown, words, n, (sign, word) => {
		signs.push(sign);
		return `${SIGNS$1[sign]}${word}`;
	});
	const cut = scenario.thresholds.length - shown.length;
	const caption = thresholdCaption(scenario, words);
	return table(rows, {
		caption: words.thresholds.title,
		align: THRESHOLD_ALIGN,
		attributes: signed(signs),
		note: cut > 0 ? `${words.rowsCut(cut, n)} ${caption}` : caption
	});
}
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
${rows(shown, `${words.labels.overview}: ${n.name(scenario.name)}`)}${folded.length === 0 ? NOTHING : fold(words.unchangedFolded(folded.map(({ metric }) => metric), n), [rows(folded, `${words.unchangedFolded(folded.map(({ metric }) => metric), n)}: ${n.name(scenario.name)}`)])}${thresholdsAtAGlance(scenario, sheet)}</div>
`;
}
/** Limitations, each with how it was noticed. */
function limits(sheet) {
	const groups = sheet.report.findings.limitation;
	return section("limits", sheet.words.labels.limits, [listOf(groups, sheet, () => void 0)], sheet);
}
/** Weaknesses, strengths, bottleneck, potential. */
function says(sheet) {
	const { report, words } = sheet;
	const groups = KINDS.flatMap((kind) => report.findings[kind]);
	const kindOf = (group) => KINDS.map((kind) => report.findings[kind].includes(group) ? words.labels.kinds[kind] : "").find((kind) => kind !== "");
	return section("says", words.labels.says, [listOf(groups, sheet, kindOf)], sheet);
}
function listOf(groups, sheet, kindOf) {
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
	const { headings, columns, records } = words.page;
	const lines = readingRows(machineRows(sheet), [report.method], words.labels.none);
	return section("setup", headings.setup, [
		table([[columns.what, columns.value], ...lines], {
			caption: headings.machine,
			align: "ll"
		}),
		fold(headings.configuration, [configuration(sheet)]),
		html`<p class="note">${prose(records(n))}</p>`
	], sheet);
}
/** The configuration as it was applied. */
function configuration(sheet) {
	const { headings, configurationNote } = sheet.words.page;
	return html`<p class="note">${configurationNote}</p><pre tabindex="0" aria-label="${headings.configuration}"><code>${configurationOf(sheet)}</code></pre>`;
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
/** The style of the page of a run: numbers under each other, narrow and printed; what all pages share stands before it. */
/** Everything on a sheet of paper is there, on white. */
const PRINT = `@media print{body{font-size:10.5px}table{font-size:9px}caption,thead th,.note,.facts,figcaption p,summary,.evidence dl,footer{font-size:9px}th,td{padding:3px 9px 3px 0}tbody th{min-width:0}h1{font-size:18px}h2{font-size:15px}h3{font-size:13px}h4,h5{font-size:11px;margin-top:14px}.scenario{margin-bottom:28px}section{margin-bottom:28px}.drawing text{font-size:15px}.controls,nav,.skip,.anchor,.hint{display:none!important}.frame{display:block;padding:0}main{max-width:none}
.banner .inner{padding:0 0 12px}section,.card{break-inside:auto}h2,h3,h4,h5,caption{break-after:avoid}figure,tr,.findings li{break-inside:avoid}
.scroll{overflow:visible}.charts{grid-template-columns:1fr 1fr}figure .live{display:none!important}figure .drawing{display:block!important;min-width:0!important}
a{color:inherit}footer{padding:8px 0}@page{margin:14mm}}`;
/** Columns of numbers, by their places. */
function rightColumns() {
	const columns = Array.from({ length: 16 }, (_, index) => index + 1);
	return `${columns.map((column) => `[data-right~="${column}"]>*>tr>:nth-child(${column})`).join(",")}{text-align:right}${columns.map((column) => `[data-right~="${column}"]>tbody>tr>:nth-child(${column})`).join(",")}{white-space:nowrap}`;
}
/** The whole style sheet. */
const STYLE = `${BASE_STYLE}html{scroll-padding-top:16px}
body{font-size:15px;line-height:1.6;font-variant-numeric:tabular-nums}
a:hover{text-decoration-thickness:2px}
[tabindex="-1"]:focus{outline:none}
code{overflow-wrap:anywhere}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:8px;z-index:9;background:var(--ground);padding:8px 12px}
.banner{border-bottom:1px solid var(--rule);background:var(--raised);border-top:4px solid var(--mark)}
.inner,.frame,.controls,footer{max-width:1360px;margin:0 auto;padding:0 32px}.inner{padding-top:28px;padding-bottom:24px}
.eyebrow{margin:0;font-weight:600;color:var(--mark);letter-spacing:.01em}.eyebrow .sign{margin-right:4px}
[data-outcome]{--mark:var(--quiet)}[data-outcome=pass]{--mark:var(--good)}[data-outcome=fail]{--mark:var(--bad)}[data-outcome=failure],[data-outcome=void],[data-outcome=inconclusive]{--mark:var(--warn)}[data-outcome=no-baseline]{--mark:var(--new)}
h1{margin:4px 0 8px;font-size:26px;line-height:1.3;font-weight:650;text-wrap:balance;letter-spacing:-.01em}
h2{margin:0 0 16px;padding-top:12px;font-size:21px;line-height:1.3;font-weight:650;letter-spacing:-.01em}
h3{margin:0 0 4px;font-size:17px;line-height:1.4}h4{margin:36px 0 10px;font-size:15px;line-height:1.4}h5{margin:0;font-size:14px;line-height:1.4;font-weight:600}
h3 a,h5 a{color:inherit;text-decoration:none}h3 a:hover,h5 a:hover{text-decoration:underline}h1 code,h3 code{font:inherit}
.anchor{visibility:hidden;color:var(--quiet);text-decoration:none;font-weight:400}h2:hover .anchor,.anchor:focus-visible{visibility:visible}
.action{margin:0;font-size:16px;max-width:75ch}.keys{display:flex;flex-wrap:wrap;gap:4px 28px;margin:18px 0 0;font-size:13px}.keys div{display:flex;gap:6px;min-width:0}.keys dt{color:var(--quiet)}.keys dd{margin:0;min-width:0}.banner{overflow-wrap:anywhere}.keys dt{overflow-wrap:normal}
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
.card caption,h2+.scroll>table>caption,h4+.scroll>table>caption,.folded>.scroll:only-child caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
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
	return [
		...commit === null ? [] : [[facts.commit, n.name(commit.slice(0, 12))]],
		...occasion.baseSha === null ? [] : [[facts.base, n.name(occasion.baseSha.slice(0, 12))]],
		[facts.measured, momentOf(startedAt, words, n)],
		...machine === null ? [] : [[facts.machine, n.name(machine.cpuModel)]],
		[facts.version, n.name(loadgate)]
	];
}
/** A moment to the minute, in UTC; as it was written where it is none. `at`: ISO 8601. */
function momentOf(at, words, n) {
	const when = new Date(at);
	const date = new Intl.DateTimeFormat(words.locale, {
		dateStyle: "medium",
		timeStyle: "short",
		timeZone: "UTC"
	});
	return Number.isNaN(when.getTime()) ? n.name(at) : `${date.format(when)} UTC`;
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
export { readingRows as C, prose as D, plain as E, cell as S, caption as T, openSheet as _, titleOf as a, table as b, method as c, limits as d, ofScenario as f, thresholdsOf as g, section as h, momentOf as i, setup as l, says as m, contents as n, STYLE as o, overview as p, controls as r, configuration as s, banner as t, conclusions as u, judgementsOf as v, MARKS as w, thinned as x, fold as y };
