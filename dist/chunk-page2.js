import.meta.dirname;
import.meta.filename;
import { a as escapeHtml, c as ours, i as NOTHING, n as documentOf, o as html, r as _taggedTemplateLiteral, s as json } from "./chunk-style.js";
import { l as toldIn, n as sentencesOf } from "./chunk-sentences.js";
import { C as readingRows, D as prose, E as plain, S as cell, T as caption, _ as openSheet, a as titleOf, b as table, c as method, d as limits, f as ofScenario, g as thresholdsOf, h as section, l as setup, m as says, n as contents, o as STYLE, p as overview, r as controls, t as banner, u as conclusions, v as judgementsOf, x as thinned, y as fold } from "./chunk-top.js";
import { a as quantileTable, c as searchAlign, d as chartsOf, l as searchTable, n as countsTable, o as requestTable } from "./chunk-tables.js";
import { a as seriesOf, r as memoryOf } from "./chunk-results.js";
import { c as sliceAlone, i as isBeside, l as summarise, r as failuresOf, s as rowsOf } from "./chunk-summary.js";
import { a as nanosToMillis, c as toMillis, i as nanos, l as toSeconds } from "./chunk-units.js";
import { n as fromRecord } from "./chunk-histogram.js";
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
	const inOrder = turns.toSorted((left, right) => left.number - right.number || left.turn.place - right.turn.place);
	const rows = thinned(inOrder, sheet.room.rows).map(({ number, side, turn }) => [
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
	const byName = Map.groupBy(all, ({ reading }) => reading.name);
	return html`${[...byName.values()].map((reads) => databaseOf(reads, sheet))}`;
}
function databaseOf(reads, sheet) {
	const { words, n } = sheet;
	const [first] = reads;
	if (first === void 0) return NOTHING;
	const { name, kind, version } = first.reading;
	const caption = words.page.readings.database.title(n.name(name), kind, n.name(version));
	const lines = readingRows(databaseRows(sheet), reads.map(({ reading }) => reading), words.labels.none);
	const head = [words.page.columns.what, ...reads.map(({ each }) => words.page.sides[each.side])];
	return html`${table([head, ...lines], {
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
/** Of the machine of a target, as far as it was read. */
function farRows(sheet) {
	const { words, n } = sheet;
	const { host, outOf } = words.page.readings;
	return [
		[host.busy, ({ busyCores, cores }) => outOf(n.cores(busyCores), n.cores(cores))],
		...counterRows(sheet),
		[words.page.far.available, ({ memory }) => when(memory, ({ total, leastAvailable }) => outOf(n.bytes(leastAvailable), n.bytes(total)))]
	];
}
/** Of the machine. */
function hostRows(sheet) {
	const { words, n } = sheet;
	const { host: w, outOf } = words.page.readings;
	return [
		[w.busy, ({ busyCores, cores }) => outOf(n.cores(busyCores), n.cores(cores))],
		[w.others, ({ otherCores }) => n.cores(otherCores)],
		[w.programs, ({ others }) => others.length === 0 ? null : others.map(({ name, cores }) => `${n.name(name)} ${n.cores(cores)}`).join(", ")],
		...counterRows(sheet)
	];
}
/** By the counters of any kernel. */
function counterRows({ words, n }) {
	const { host: w, perSecond } = words.page.readings;
	return [
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
/** What a scenario's builds used under load, part by part: of the slice of each that was watched for longest, as the findings see it. */
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
		part(overSsh(readings.service.title, watched, sheet), serviceRows(sheet), serviceIn),
		part(readings.generator.title, generatorRows(sheet), ({ slice }) => slice.generator),
		part(readings.host.title, hostRows(sheet), ({ slice }) => slice.host),
		part(overSsh(sheet.words.page.far.machine, watched, sheet), farRows(sheet), farIn),
		part(readings.cgroup.title, cgroupRows(sheet), ({ resources }) => resources?.cgroup ?? null)
	]}</div>
${watched.flatMap((each) => [runtimesOf(each, watched.length > 1, sheet), containersOf(each, watched.length > 1, sheet)])}
${databasesOf(watched, sheet)}${unreadOf(watched, sheet)}`;
}
const serviceIn = ({ resources }) => resources?.service ?? null;
const farIn = ({ resources }) => resources?.elsewhere?.machine ?? null;
/** A title, with the machine that was read from afar. */
function overSsh(title, watched, { words }) {
	const [host] = watched.flatMap(({ resources }) => resources?.elsewhere?.host ?? []);
	return host === void 0 ? title : words.page.far.over(title, host);
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
	const head = [words.page.columns.what, ...known.map(({ side }) => words.page.sides[side])];
	return table([head, ...lines], {
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
	const lines = watched.flatMap(({ resources }) => resources?.unread ?? []).map(({ name, probe, part, reason, said }) => `${name === null ? n.code(probe) : n.name(name)} · ${n.code(part)}: ${toldIn(words, said?.reason ?? null, reason, n)}`);
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
${judgementsOf(scenario, sheet)}${thresholdsOf(scenario, sheet)}
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
// src/report/html/page.ts
var _templateObject;
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
	const interactive = program !== null;
	const body = html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<a class=\"skip\" href=\"#main\">",
		"</a>\n",
		"",
		"<div class=\"frame\">",
		"<main id=\"main\" tabindex=\"-1\">\n",
		"</main></div>\n",
		"\n<script type=\"application/json\" id=\"record\">",
		"<\/script>"
	])), sheet.words.page.skip, banner(sheet), controls(sheet), contents(parts.map(({ id, title }) => [id, title]), sheet), parts.map(({ content }) => content), footer(sheet, interactive), json(record));
	return documentOf({
		lang: sheet.words.page.lang,
		title: titleOf(sheet),
		style: STYLE,
		script: interactive ? `\n${program}\n` : null,
		body
	});
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
