import.meta.dirname;
import.meta.filename;
import { S as newestOf, a as readBaselineFile, d as decodeBaseline, h as readShape, i as readBaseline, k as releasesOf, w as BASELINE_BYTES_MAX, y as fetchBranch } from "./chunk-entry.js";
import { n as Failure, t as EXIT } from "./chunk-failure.js";
import { i as phrase } from "./chunk-phrase.js";
import { _ as runGit, d as originOf, h as complain, r as isRepository, u as isPartial } from "./chunk-git.js";
import { _ as string, f as literal, i as array, m as object } from "./chunk-schemas.js";
import { J as DEFAULTS } from "./chunk-limit-schema.js";
import { $ as noiseBetweenRuns, Q as TIMED, Y as INTERVAL_CONFIDENCE, Z as COUNTED, ct as driftOf, et as predictionHalfWidth, n as readPlan, ot as comparable } from "./chunk-gate.js";
import { i as metricsOf, t as METRICS } from "./chunk-metric.js";
import { L as median } from "./chunk-summary.js";
import { t as confine } from "./chunk-files.js";
import { a as workspacePath, r as readWorkspaceFile } from "./chunk-workspace.js";
import { n as foreignJson } from "./chunk-foreign-json.js";
import { n as replaceWorkspaceFile, t as removeWorkspaceFile } from "./chunk-workspace-writer.js";
import { n as documentOf, o as html, t as BASE_STYLE } from "./chunk-style.js";
import { t as VERSION } from "./chunk-version.js";
import { n as clean } from "./chunk-inert2.js";
import { i as LANGUAGES, u as numbersOf } from "./chunk-sentences.js";
import { t as localOccasion } from "./chunk-occasion.js";
import { t as inWorld } from "./chunk-program.js";
import { posix } from "node:path";
// src/platform/git-history.ts
/** What git remembers of one file: the contents it had on the way to the commit that is checked out; and where the repository is at home. */
/** Names of commits and contents, without any name that somebody chose. */
const FORMAT = "--format=commit %H";
const PLAIN_FILE = /^100(?:644|755)$/;
const GONE = /^0+$/;
/**
* Hands the text of every version of a file to `take`, newest first: along the first parents of the commit that is checked out, its renames followed. The path is
* relative to the workspace. Nothing is fetched: a clone that left its history or its files out has fewer versions, or none, and that is the answer. `from`: another repository
* than the workspace's, and the commit to begin with.
* @throws Failure when it is stopped
*/
async function readFileVersions(world, path, bounds, take, from = null) {
	const here = from?.repository ?? {
		directory: world.workspace,
		config: []
	};
	if (from === null && !await isRepository(world)) return {
		kind: "none",
		why: "no-repository"
	};
	if (await isPartial(world, here)) return {
		kind: "none",
		why: "partial"
	};
	const changes = await changesOf(world, here, {
		path,
		tip: from?.tip ?? "HEAD"
	}, bounds.versionsMax);
	if (changes === null) return {
		kind: "none",
		why: "failed"
	};
	let unreadable = 0;
	let bytes = 0;
	for (const { mode, object } of changes.slice(0, bounds.versionsMax)) {
		if (bytes >= bounds.bytesMax) return {
			kind: "read",
			unreadable,
			cut: "bound"
		};
		const text = PLAIN_FILE.test(mode) ? await textOf(world, here, object, bounds.fileMax) : null;
		if (text === null) unreadable += 1;
		else take(text);
		bytes += text?.length ?? 0;
	}
	if (changes.length > bounds.versionsMax) return {
		kind: "read",
		unreadable,
		cut: "bound"
	};
	return {
		kind: "read",
		unreadable,
		cut: await isShallow(world, here) ? "shallow" : null
	};
}
/** The contents that the file was given, newest first, each once; at most one more than asked for. Null when git cannot say. */
async function changesOf(world, repository, { path, tip }, versionsMax) {
	const answer = await runGit(world, repository, [
		"log",
		"--follow",
		"--first-parent",
		"--diff-merges=first-parent",
		"--raw",
		"--no-abbrev",
		"--no-color",
		"--no-show-signature",
		`--max-count=${versionsMax + 1}`,
		FORMAT,
		"--end-of-options",
		tip,
		"--",
		path
	]);
	if (answer.kind === "cancelled") throw complain(world, answer, phrase("git-history", { path }));
	if (answer.kind !== "exited" || answer.code !== 0) return null;
	const given = [...answer.stdout.toString("latin1").matchAll(/^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) /gm)].map(([, mode = "", object = ""]) => ({
		mode,
		object
	}));
	return [...new Map(given.filter(({ object }) => !GONE.test(object)).map((each) => [each.object, each])).values()];
}
async function textOf(world, repository, object, bytesMax) {
	const answer = await runGit(world, repository, [
		"cat-file",
		"blob",
		object
	], { bytesMax });
	if (answer.kind === "cancelled") throw complain(world, answer, phrase("git-version"));
	return answer.kind === "exited" && answer.code === 0 ? answer.stdout.toString("utf8") : null;
}
async function isShallow(world, repository) {
	const answer = await runGit(world, repository, ["rev-parse", "--is-shallow-repository"]);
	return answer.kind === "exited" && answer.stdout.toString("latin1").trim() === "true";
}
/** The address of `origin`, or null without git, a repository or a remote. It may hold a password: not to be written anywhere as it is. */
async function originAddress(world) {
	return originOf(world, {
		directory: world.workspace,
		config: []
	}).catch(() => null);
}
// src/baseline/kept-runs.ts
/** An empty collection whose first version is the baseline as it is now; `current` null: there is none. */
function keepRuns(current) {
	const scenarios = /* @__PURE__ */ new Map();
	const add = (baseline, inBaseline) => {
		for (const [scenario, { histories }] of Object.entries(baseline.scenarios)) {
			if (histories.length === 0) continue;
			const lines = scenarios.get(scenario) ?? /* @__PURE__ */ new Map();
			scenarios.set(scenario, lines);
			for (const history of histories) addHistory(lines, history, inBaseline);
		}
	};
	if (current !== null) add(current, true);
	return {
		add: (baseline) => add(baseline, false),
		scenarios: () => [...scenarios].map(([scenario, lines]) => ({
			scenario,
			lines: linesOf(lines),
			...standingIn(current, scenario)
		})).sort((left, right) => left.scenario < right.scenario ? -1 : 1)
	};
}
/** What the baseline as it is now says of a scenario beside its runs. */
function standingIn(current, scenario) {
	if (current === null) return {
		accepted: [],
		releases: []
	};
	return {
		accepted: current.accepted.filter((each) => each.scenario === scenario),
		releases: releasesOf(current, scenario).map((release) => ({
			tag: release.tag,
			commit: release.commit,
			date: newestOf(release),
			runs: release.runs.length,
			fingerprint: release.fingerprint
		}))
	};
}
function addHistory(lines, history, inBaseline) {
	const { fingerprint, machine, configHash } = history;
	const key = JSON.stringify([fingerprint, configHash]);
	const line = lines.get(key) ?? {
		fingerprint,
		machine,
		configHash,
		runs: /* @__PURE__ */ new Map()
	};
	lines.set(key, line);
	for (const run of history.runs) if (!line.runs.has(run.date)) line.runs.set(run.date, kept(run, inBaseline));
}
function kept({ date, commit, loadgate, engine, metrics, counts }, inBaseline) {
	return {
		date,
		commit,
		loadgate,
		engine,
		metrics,
		sent: counts.sent,
		inBaseline
	};
}
/** In the order in which they began; those that began together by their keys, so that the same runs always give the same lines. */
function linesOf(lines) {
	return [...lines].map(([key, line]) => {
		const runs = [...line.runs.values()].sort((left, right) => byText(left.date, right.date));
		return {
			key: `${runs[0]?.date} ${key}`,
			line: {
				...line,
				runs
			}
		};
	}).sort((left, right) => byText(left.key, right.key)).map(({ line }) => line);
}
const byText = (left, right) => left < right ? -1 : left > right ? 1 : 0;
/** So that a large file does not take minutes: then fewer versions are read, and the page says so. */
const BYTES_MAX = 268435456;
/**
* The runs of a baseline, and of the file's versions in git: read as strictly as the baseline itself, and those that cannot be read are counted. `current` was read from this source.
* @throws Failure when it is stopped
*/
async function readSuiteHistory(current, { path, branch }, world) {
	const runs = keepRuns(current);
	const from = branch === void 0 ? null : await fetchBranch(world, branch, 201);
	const versions = await addVersions(runs, current.suite, {
		path,
		from
	}, world);
	return {
		suite: current.suite,
		path,
		versions,
		scenarios: runs.scenarios()
	};
}
async function addVersions(runs, suite, { path, from }, world) {
	const seen = {
		read: 0,
		unreadable: 0
	};
	const bounds = {
		versionsMax: 200,
		fileMax: BASELINE_BYTES_MAX,
		bytesMax: BYTES_MAX
	};
	world.log.info(`Reading older versions of ${path}`);
	const found = await readFileVersions(world, path, bounds, (text) => {
		const baseline = baselineIn(text, path);
		if (baseline?.suite !== suite) {
			seen.unreadable += 1;
			return;
		}
		runs.add(baseline);
		seen.read += 1;
	}, from);
	if (found.kind === "none") return found;
	return {
		kind: "read",
		read: seen.read,
		unreadable: seen.unreadable + found.unreadable,
		cut: found.cut
	};
}
/** What was once committed cannot be mended any more: an unreadable version is counted, not refused. */
function baselineIn(text, path) {
	try {
		return decodeBaseline(text, path);
	} catch (error) {
		if (error instanceof Failure) return null;
		throw error;
	}
}
// src/domain/web-address.ts
/** Where a repository can be looked at: its page on the web, from the address that git knows. */
/** Owner and name as GitHub allows them; a name of dots alone would be a path. */
const OWNER = String.raw`[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?`;
const NAME = String.raw`(?!\.{1,2}(?:\.git)?/?$)[\w.-]+?`;
const HOST = String.raw`[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?`;
const HTTPS = new RegExp(`^https://(?:[^/@\\s]*@)?(?<host>${HOST})/(?<owner>${OWNER})/(?<name>${NAME})(?:\\.git)?/?$`, "i");
const SSH = new RegExp(`^(?:ssh://)?git@(?<host>github\\.com)[:/](?<owner>${OWNER})/(?<name>${NAME})(?:\\.git)?/?$`, "i");
/**
* `https://github.com/owner/name` for an address of git; null for whatever does not look like a repository on GitHub or a server with addresses like its own. Names and
* passwords in it are left out.
*/
function repositoryPage(address) {
	const parts = (HTTPS.exec(address) ?? SSH.exec(address))?.groups;
	if (parts === void 0) return null;
	const { host = "", owner = "", name = "" } = parts;
	return `https://${host.toLowerCase()}/${owner}/${name}`;
}
// src/judge/trend.ts
/** So many of the last runs are one value: a single one is as likely noise. */
const LAST_RUNS = 5;
/**
* The trends of a line, for each metric that one of its runs has a value of. A scenario that searches for a limit has that one alone, since its load is
* meant to be too much.
*/
function trendsOf({ runs }) {
	const searches = runs.some(({ metrics }) => metrics.capacity !== null);
	return metricsOf(searches).flatMap((metric) => trendOf(metric, runs) ?? []);
}
function trendOf(name, runs) {
	const metric = METRICS[name];
	const values = runs.map(({ metrics }) => metrics[name]);
	const known = values.filter((value) => value !== null);
	const last = known.at(-1);
	if (last === void 0) return null;
	return {
		metric: name,
		values,
		last,
		band: bandOf(metric, runs.filter(({ inBaseline }) => inBaseline).map(({ metrics }) => metrics[name])),
		change: metric.change === "points" ? changeInPoints(metric, known) : changeInShares(metric, known),
		drift: driftIn(metric, known)
	};
}
/** The prediction interval by which the judge tells a change from noise (see `stats/prediction.ts`), both sides together 90 %. */
function bandOf(metric, values) {
	if (metric.change === "points") return null;
	const history = values.flatMap((value) => comparable(metric, value) ?? []);
	if (history.length === 0) return null;
	const { noise, half } = expected(metric, history);
	return {
		low: noise.centre * Math.exp(-half),
		centre: noise.centre,
		high: noise.centre * Math.exp(half),
		runs: history.length
	};
}
function expected(metric, history) {
	const noise = noiseBetweenRuns(history, metric.exact ? COUNTED : TIMED);
	return {
		noise,
		half: predictionHalfWidth(noise, INTERVAL_CONFIDENCE)
	};
}
/**
* The noise is taken from the first runs alone: over all of them, a change that lasts would look like noise itself. What is below the metric's floors is
* never called a change, as in a comparison.
*/
function changeInShares(metric, values) {
	const history = values.flatMap((value) => comparable(metric, value) ?? []);
	const ends = endsOf(history);
	if (ends === null || history.length < values.length) return null;
	const { noise, half } = expected(metric, ends.first);
	const [first, last] = [noise.centre, median(ends.last)];
	const change = last / first - 1;
	const isBeyond = Math.abs(Math.log(last / first)) > Math.max(half, Math.log1p(metric.noiseFloor)) && Math.abs(last - first) > metric.absoluteFloor;
	return {
		first,
		last,
		...countsOf(ends),
		change,
		direction: directionOf(metric, change, isBeyond)
	};
}
function changeInPoints(metric, values) {
	const ends = endsOf(values);
	if (ends === null) return null;
	const [first, last] = [median(ends.first), median(ends.last)];
	const change = last - first;
	const isBeyond = Math.abs(change) > metric.absoluteFloor;
	return {
		first,
		last,
		...countsOf(ends),
		change,
		direction: directionOf(metric, change, isBeyond)
	};
}
/** The first runs, as many as tell what is usual elsewhere too, and the last; no run is in both. */
function endsOf(values) {
	if (values.length < 2) return null;
	const count = Math.min(LAST_RUNS, Math.floor(values.length / 2));
	return {
		first: values.slice(0, Math.min(10, values.length - count)),
		last: values.slice(-count)
	};
}
const countsOf = ({ first, last }) => ({
	firstRuns: first.length,
	lastRuns: last.length
});
function directionOf(metric, change, isBeyond) {
	if (!isBeyond) return "steady";
	return change > 0 === (metric.better === "higher") ? "better" : "worse";
}
function driftIn(metric, values) {
	if (metric.change === "points" || values.some((value) => value <= 0)) return null;
	const change = driftOf(values.map((value) => Math.log(value)));
	return change === null ? null : Math.expm1(change);
}
// src/publish/site.ts
/** Writes a folder of pages: over what an earlier run wrote, and over nothing else. */
/** Many suites of many scenarios on several machines stay below it. */
const RECORD_BYTES_MAX = 67108864;
/** Names of pages: nothing with a path in it may ever be removed. */
const PAGE$1 = /^[\p{L}\p{N}-]{1,80}\.html$/u;
/**
* Writes the files, each whole or not at all, and removes pages of an earlier run that are no longer there.
* @throws Failure kind `usage` when the folder holds a file of one of these names that no run of `madeBy` wrote (nothing is written then), or lies outside the workspace; kind
*   `not-measured` when the disk says no
*/
async function publishSite({ directory, record, madeBy }, files, world) {
	const at = (name) => posix.join(directory, name);
	const earlier = await filesOf(at(record), madeBy, world);
	const foreign = [];
	for (const { name } of files) if (!earlier.includes(name) && await isThere(at(name), world)) foreign.push(at(name));
	if (foreign.length > 0) throw notOurs(directory, foreign);
	const gone = earlier.filter((name) => PAGE$1.test(name) && files.every((file) => file.name !== name));
	for (const name of gone) await removeWorkspaceFile(world, at(name));
	const ordered = files.toSorted((left, right) => Number(right.name === record) - Number(left.name === record));
	for (const { name, text } of ordered) await replaceWorkspaceFile(world, at(name), text);
}
/** What the record of the folder lists; nothing where there is none of ours. */
async function filesOf(path, madeBy, world) {
	const found = await readWorkspaceFile(world.workspace, path, RECORD_BYTES_MAX);
	if (found.kind !== "read") return [];
	const record = object({
		madeBy: literal(madeBy),
		files: array(string())
	});
	const parsed = readShape(record, parse$1(found.text));
	return parsed.success ? parsed.data.files : [];
}
function parse$1(text) {
	try {
		return foreignJson(text);
	} catch {
		return null;
	}
}
async function isThere(path, world) {
	return (await readWorkspaceFile(world.workspace, path, 0)).kind !== "missing";
}
function notOurs(directory, foreign) {
	return new Failure({
		kind: "usage",
		code: "site-not-ours",
		message: `${JSON.stringify(directory)} holds files that Loadgate did not write and would replace.`,
		advice: "Give another folder (`--out`), or move these files away; nothing was written.",
		lines: foreign.slice(0, 10)
	});
}
// src/report/history/geometry.ts
/** The curves of a metric, in the order of the lines. */
function curvesOf({ lines }, metric) {
	return lines.flatMap((line) => {
		const trend = line.trends.find((each) => each.metric === metric);
		if (trend === void 0) return [];
		return [{
			line,
			trend,
			points: line.runs.flatMap((run, index) => {
				const value = trend.values[index] ?? null;
				return value === null ? [] : [{
					index,
					run,
					value
				}];
			})
		}];
	});
}
/** Less than this share of the values is not spread over the whole height: noise must not look like an event. */
const SPAN_MIN = .15;
/** Below this share of the top, the axis might as well begin at zero. */
const NEAR_ZERO = .35;
/** The geometry of a metric's chart. */
function geometryOf(metric, curves, steps, frame) {
	const { low, high } = axisOf(metric, curves);
	const { width, height, left, right, top, bottom } = frame;
	return {
		frame,
		x: (step) => left + (step + .5) / steps * (width - left - right),
		y: (value) => height - bottom - (value - low) / (high - low) * (height - top - bottom),
		ticks: ticksOf(low, high)
	};
}
function axisOf(metric, curves) {
	const bands = curves.flatMap(({ trend: { band } }) => band === null ? [] : [band.low, band.high]);
	const values = [...curves.flatMap(({ points }) => points.map(({ value }) => value)), ...bands];
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const smallest = METRICS[metric].unit === "ratio" ? .01 : 0;
	const span = Math.max(most - least, SPAN_MIN * most, smallest) || 1;
	const middle = (least + most) / 2;
	const [low, high] = [middle - .62 * span, middle + .62 * span];
	return low < NEAR_ZERO * high ? {
		low: 0,
		high: Math.max(high, smallest)
	} : {
		low,
		high
	};
}
/** About this many rules. */
const RULES = 3;
/** Round values between two ends (Heckbert's nice numbers, Graphics Gems 1990). */
function ticksOf(low, high) {
	const rough = (high - low) / RULES;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [
		1,
		2,
		5,
		10
	].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
	const first = Math.ceil(low / step);
	const count = Math.floor(high / step) - first + 1;
	return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}
/** The marks of a scenario; none where nothing ever changed. */
function marksOf$1({ lines }) {
	if (lines.length === 1) return [];
	return lines.map(({ name, runs }) => ({
		kind: "line",
		step: runs[0]?.step ?? 0,
		label: name
	}));
}
// src/report/history/drawing.ts
const SPARK = {
	width: 240,
	height: 56,
	left: 4,
	right: 6,
	top: 5,
	bottom: 5
};
const CHART = {
	width: 420,
	height: 200,
	left: 62,
	right: 8,
	top: 18,
	bottom: 28
};
/** A metric's course without axes, for a tile. */
function sparkline(scenario, metric) {
	const curves = curvesOf(scenario, metric);
	const geometry = geometryOf(metric, curves, scenario.steps, SPARK);
	const last = curves.find(({ line }) => line === scenario.newest)?.points.at(-1);
	return drawing(SPARK, "spark", [
		...curves.map((curve) => band(curve, geometry)),
		...marksOf$1(scenario).map((mark) => rule(mark, geometry, false)),
		...curves.map((curve) => path$1(curve, geometry, toneOf(scenario, curve.line))),
		last === void 0 ? null : html`<circle class="end" cx="${at(geometry.x(last.run.step))}" cy="${at(geometry.y(last.value))}" r="3"/>`
	]);
}
/** A metric's chart with axes and a point for each run. */
function chart(scenario, metric, scribe) {
	const curves = curvesOf(scenario, metric);
	const geometry = geometryOf(metric, curves, scenario.steps, CHART);
	return drawing(CHART, "chart", [
		...geometry.ticks.map((value) => tick(value, metric, geometry, scribe)),
		ends(scenario, geometry, scribe),
		...curves.map((curve) => band(curve, geometry)),
		...marksOf$1(scenario).map((mark) => rule(mark, geometry, true)),
		...curves.map((curve) => path$1(curve, geometry, toneOf(scenario, curve.line))),
		...curves.map((curve) => points(curve, metric, geometry, scenario, scribe))
	]);
}
function drawing({ width, height }, name, parts) {
	return html`<svg class="${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${parts}</svg>`;
}
/** A tenth of a unit is finer than any screen. */
const at = (place) => String(Math.round(place * 10) / 10);
/** Tones of the lines that are not the newest, in turns. */
const OTHER_TONES = 3;
/** The newest line stands out. */
function toneOf({ lines, newest }, line) {
	return line === newest ? "tone-0" : `tone-${1 + lines.indexOf(line) % OTHER_TONES}`;
}
/** From half a step before the first run of the baseline to half a step after the last. */
function band({ line, trend }, { x, y }) {
	const compared = line.runs.filter(({ inBaseline }) => inBaseline);
	const [first, last] = [compared[0], compared.at(-1)];
	if (trend.band === null || first === void 0 || last === void 0) return null;
	const [from, to] = [x(first.step - .5), x(last.step + .5)];
	const [top, bottom, middle] = [
		y(trend.band.high),
		y(trend.band.low),
		y(trend.band.centre)
	];
	return html`<rect class="band" x="${at(from)}" y="${at(top)}" width="${at(to - from)}" height="${at(bottom - top)}"/><path class="centre" d="M${at(from)} ${at(middle)}H${at(to)}"/>`;
}
/** A run without a value breaks the path. */
function path$1({ points: all }, { x, y }, tone) {
	const steps = all.map(({ index, run, value }, place) => {
		return `${all[place - 1]?.index === index - 1 ? "L" : "M"}${at(x(run.step))} ${at(y(value))}`;
	});
	return html`<path class="line ${tone}" d="${steps.join("")}"/>`;
}
function points({ line, points: all }, metric, { x, y }, scenario, scribe) {
	const { steps } = scenario;
	const tone = toneOf(scenario, line);
	const radius = steps > 80 ? "1.8" : steps > 30 ? "2.4" : "3.2";
	return all.map(({ run, value }) => {
		const title = html`<title>${scribe.words.metrics[metric]} ${scribe.n.value(metric, value)}\n${scribe.runLines(run, line)}</title>`;
		const kind = run.inBaseline ? "point" : "point past";
		const dot = html`<circle class="${kind} ${tone}" cx="${at(x(run.step))}" cy="${at(y(value))}" r="${radius}">${title}</circle>`;
		const address = scribe.commitAddress(run.commit);
		return address === null ? dot : html`<a href="${address}" tabindex="-1">${dot}</a>`;
	});
}
function tick(value, metric, { frame, y }, { n }) {
	const height = y(value);
	const text = n.bound(metric, value);
	return html`<path class="tick" d="M${frame.left} ${at(height)}H${frame.width - frame.right}"/><text class="label" x="${frame.left - 6}" y="${at(height + 3.5)}" text-anchor="end">${text}</text>`;
}
/** The dates of the first and of the last run. */
function ends(scenario, { frame }, { dates }) {
	const runs = scenario.lines.flatMap((line) => line.runs);
	const first = runs.find(({ step }) => step === 0);
	const last = runs.find(({ step }) => step === scenario.steps - 1);
	const place = frame.height - 8;
	const [from, to] = [dates.day(first?.date ?? ""), dates.day(last?.date ?? "")];
	const left = html`<text class="label" x="${frame.left}" y="${place}">${from}</text>`;
	const right = html`<text class="label" x="${frame.width - frame.right}" y="${place}" text-anchor="end">${to}</text>`;
	return from === to ? [left] : [left, right];
}
/** Between two runs; at the edge for the first. */
function rule({ step, label }, { frame, x }, isNamed) {
	if (step === 0 && !isNamed) return null;
	const place = x(step - .5);
	const upright = step === 0 ? null : html`<path class="rule" d="M${at(place)} ${frame.top - 4}V${frame.height - frame.bottom}"/>`;
	const name = isNamed ? html`<text class="mark" x="${at(place + 3)}" y="${frame.top - 6}">${label}</text>` : null;
	return html`${upright}${name}`;
}
/** What `madeBy` says in every history.json. */
const MADE_BY = "loadgate history";
/** Name of the file. */
const RECORD = "history.json";
/** The text of history.json. `files`: every file of the folder that belongs to it, itself included. */
function recordOf(site, files) {
	const suites = site.suites.map(({ suite, path, versions, scenarios }) => ({
		suite,
		baseline: path,
		versions,
		scenarios: scenarios.map(({ scenario, page, lines, newest, accepted, releases }) => ({
			scenario,
			page,
			newest: newest.name,
			accepted,
			releases,
			lines: lines.map(lineOf)
		}))
	}));
	const record = {
		schema: 1,
		madeBy: MADE_BY,
		loadgate: VERSION,
		files,
		repository: site.repository,
		suites
	};
	return `${JSON.stringify(record, null, 2)}\n`;
}
function lineOf({ name, start, fingerprint, machine, configHash, runs, trends }) {
	return {
		line: name,
		beginsWith: start,
		fingerprint,
		machine,
		configHash,
		runs,
		trends: trends.map(({ metric, last, band, change, drift }) => ({
			metric,
			last,
			band,
			change,
			drift
		}))
	};
}
/** The whole style sheet. */
const STYLE = [
	BASE_STYLE,
	`
body { font-size: 16px; line-height: 1.5; overflow-wrap: anywhere; }
header, main, footer { max-width: 82rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .875rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0; font-weight: 650; letter-spacing: -.01em; }
h2 { font-size: 1.125rem; margin: 2.5rem 0 .25rem; font-weight: 650; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; }
p { margin: .25rem 0; }
code { line-height: 1; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.better { color: var(--good); } .worse { color: var(--bad); }
.steady { color: var(--quiet); }
nav { font-size: .875rem; margin-bottom: .75rem; }`,
	`
.scenario { margin-top: 2rem; }
.scenario h3 { font-size: 1.125rem; }
.tiles { list-style: none; padding: 0; margin: .75rem 0 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); }
@media (min-width: 46rem) { .tiles { grid-template-columns: repeat(4, 1fr); } }
.tile { display: block; height: 100%; padding: .75rem .875rem .625rem; border: 1px solid var(--rule); border-radius: 8px; background: var(--raised); color: inherit; text-decoration: none; }
.tile:hover { border-color: var(--link); }
.tile .label { display: block; color: var(--quiet); font-size: .875rem; }
.tile .last { display: block; font-size: 1.25rem; font-weight: 600; line-height: 1.3; }
.tile .small { display: block; }
.spark { display: block; width: 100%; height: auto; margin: .375rem 0 .25rem; }`,
	`
.charts { display: grid; gap: 1.25rem 1.5rem; margin-top: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 23rem), 1fr)); }
figure { margin: 0; padding: .875rem 1rem; border: 1px solid var(--rule); border-radius: 8px; background: var(--raised); min-width: 0; scroll-margin-top: 1rem; }
figure:target { border-color: var(--link); }
figcaption .head { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; }
figcaption .last { font-size: 1.25rem; font-weight: 600; margin-left: auto; }
.chart { display: block; width: 100%; height: auto; margin: .5rem 0; }
.chart text { font-size: 11px; fill: var(--quiet); }
.chart .mark { font-weight: 650; fill: var(--text); }
.tick { stroke: var(--rule); fill: none; stroke-width: 1; }
.rule { stroke: var(--quiet); fill: none; stroke-width: 1; stroke-dasharray: 3 3; }
.band { fill: var(--band); } .centre { stroke: var(--line-1); fill: none; stroke-width: 1; opacity: .45; }
.line { fill: none; stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; stroke: var(--tone); }
.tone-0 { --tone: var(--line-1); } .tone-1 { --tone: var(--line-2); } .tone-2 { --tone: var(--line-3); } .tone-3 { --tone: var(--line-4); }
.point { fill: var(--tone); stroke: var(--tone); stroke-width: 1.25; }
.point.past { fill: var(--raised); }
.chart a:hover .point, .chart .point:hover { stroke: var(--text); stroke-width: 2.5; }
.end { fill: var(--line-1); }
details { margin-top: .5rem; font-size: .875rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }`,
	`
.scroll { overflow: auto; max-height: 26rem; margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; overflow-wrap: normal; }
caption { text-align: left; color: var(--quiet); padding-bottom: .375rem; }
th, td { text-align: left; padding: .3125rem .75rem .3125rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th { font-weight: 600; color: var(--quiet); white-space: nowrap; }
td { white-space: nowrap; } td.long { white-space: normal; min-width: 18rem; }
td.number, th.number { text-align: right; } td.number + td, th.number + th { padding-left: .75rem; }
ul.plain { padding-left: 1.1rem; margin: .5rem 0; max-width: 60rem; }
@media print {
  .charts { grid-template-columns: 1fr 1fr; } .tiles { grid-template-columns: repeat(4, 1fr); }
  figure, .tile, tr { break-inside: avoid; } .scroll { max-height: none; overflow: visible; }
  nav, details:not([open]) { display: none; }
}`
].join("\n").trim();
// src/report/history/shell.ts
/** What stands around every page of the history: how to read it, where its record is, and who made it. */
/** The text of a page. */
function pageOf({ title, header, main }, { words }) {
	const { history, locale } = words;
	const body = html`
<header>${header}</header>
<main>${main}${howToRead(words.history)}</main>
<footer><p>${history.record} <a href="${RECORD}">${RECORD}</a></p><p>${history.madeBy} Loadgate ${VERSION}.</p></footer>`;
	return documentOf({
		lang: locale.split("-")[0] ?? locale,
		title,
		style: STYLE,
		script: null,
		body
	});
}
function howToRead({ reading, howTo }) {
	return html`<h2>${reading}</h2><ul class="plain small">${howTo.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
// src/report/history/overview.ts
/** The text of index.html. */
function overviewPage(site, scribe) {
	const { title } = scribe.words.history;
	const place = site.repository?.replace(/^https:\/\/[^/]+\//, "") ?? null;
	const where = place === null ? null : html`<p class="quiet"><a href="${site.repository}">${place}</a></p>`;
	return pageOf({
		title: place === null ? title : `${title} · ${place}`,
		header: html`<h1>${title}</h1>${where}`,
		main: html`${site.suites.map((suite) => suiteSection(suite, scribe))}`
	}, scribe);
}
function suiteSection({ suite, path, versions, scenarios }, scribe) {
	const { words, n, name } = scribe;
	return html`<section>
<h2>${words.history.suite} ${name(suite)}</h2>
<p class="quiet small"><code>${name(path)}</code> · ${words.history.versions(versions, n)}</p>
${scenarios.map((scenario) => scenarioSection(scenario, scribe))}
</section>`;
}
function scenarioSection(scenario, scribe) {
	const tiles = scenario.newest.trends.map((trend) => tile(scenario, trend, scribe));
	return html`<section class="scenario">
<h3><a href="${encodeURI(scenario.page)}">${scribe.name(scenario.scenario)}</a></h3>
${summaryOf(scenario, scribe)}
<ul class="tiles">${tiles}</ul>
</section>
`;
}
/** How many runs there are, from when to when, and which one is the newest. */
function summaryOf(scenario, scribe) {
	const { words, n, dates } = scribe;
	const { history } = words;
	const runs = scenario.lines.flatMap((line) => line.runs).toSorted((left, right) => left.step - right.step);
	const newest = scenario.newest.runs.at(-1);
	const of = scenario.lines.length === 1 ? null : html` · ${history.ofLine(scenario.newest.name)}`;
	return html`<p class="quiet small">${history.runs(runs.length, dayOf(runs[0], scribe), dayOf(runs.at(-1), scribe), n)} · ${history.newest}: ${newest === void 0 ? null : dates.minute(newest.date)}, ${scribe.commit(newest?.commit ?? null)}${of}</p>`;
}
const dayOf = (run, { dates }) => run === void 0 ? "" : dates.day(run.date);
function tile(scenario, trend, scribe) {
	const { words, n } = scribe;
	const address = `${encodeURI(scenario.page)}#${trend.metric}`;
	return html`<li><a class="tile" href="${address}"><span class="label">${words.metrics[trend.metric]}</span><span class="last number">${n.value(trend.metric, trend.last)}</span>${sparkline(scenario, trend.metric)}${changeOf(trend, scribe)}</a></li>`;
}
/** `+12 % · worse`, and against what; never by colour alone. */
function changeOf({ metric, change }, { words, n }) {
	const { history } = words;
	if (change === null) return html`<span class="small quiet">${history.noChange}</span>`;
	const { direction } = change;
	const isNamed = direction !== "steady" || METRICS[metric].change !== "points";
	return html`<span class="small ${direction}"><span class="number">${n.change(metric, change.change)}</span> ${history.against(change, n)}${isNamed ? `, ${history.directions[direction]}` : null}</span>`;
}
// src/report/history/table.ts
/** Tables of the history pages. */
/** A number in a table. */
const numeric = (part) => ({
	part,
	kind: "number"
});
/** A table with a caption and headings, in a box that scrolls by keyboard as well. */
function table({ caption, isTold = false }, columns, rows) {
	const kindOf = ({ kind = "text" }) => kind;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption class="${isTold ? "hidden" : "shown"}">${caption}</caption>
<thead><tr>${columns.map((cell) => html`<th scope="col" class="${kindOf(cell)}">${cell.part}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td class="${kindOf(cell)}">${cell.part}</td>`)}</tr>
`)}</tbody></table></div>`;
}
// src/report/history/agreed.ts
/** The marks of a run's commit, as text. */
function marksOf({ commit }, { accepted, releases }, { words: { acceptance, metrics }, name }) {
	if (commit === null) return [];
	const { columns, mark } = acceptance.history;
	return [...[...new Set(releases.filter((each) => each.commit === commit).map(({ tag }) => tag))].map((tag) => `${columns.release} ${name(tag)}`), ...accepted.filter((each) => each.commit === commit).map(({ metric }) => mark(metrics[metric]))];
}
/** A table of each, where there is something to show. */
function agreedSections(scenario, scribe) {
	const { history } = scribe.words.acceptance;
	const { columns } = history;
	const { accepted, releases } = scenario;
	const section = (title, body) => html`<h2>${title}</h2>${body}
`;
	return html`${accepted.length === 0 ? null : section(history.accepted, table({
		caption: history.accepted,
		isTold: true
	}, [
		"metric",
		"upTo",
		"until",
		"by",
		"commit",
		"reason"
	].map((name) => ({ part: columns[name] })), accepted.map((each) => acceptedRow(each, scribe))))}${releases.length === 0 ? null : section(history.releases, table({
		caption: history.releases,
		isTold: true
	}, [
		{ part: columns.release },
		{ part: columns.commit },
		numeric(columns.runs)
	], releases.map(({ tag, commit, runs }) => [
		{ part: scribe.name(tag) },
		{ part: scribe.commit(commit) },
		numeric(scribe.n.count(runs))
	])))}`;
}
function acceptedRow(acceptance, { words, n, name, dates, commit }) {
	const { metric, upTo, until, by, reason } = acceptance;
	const row = METRICS[metric];
	const isShare = upTo.kind === "share" || row.change === "points";
	return [
		{ part: words.metrics[metric] },
		{ part: isShare ? n.extent(metric, upTo.amount) : n.bound(metric, upTo.amount) },
		{ part: dates.day(`${until}T12:00:00.000Z`) },
		{ part: name(by) },
		{ part: commit(acceptance.commit) },
		{
			part: name(reason),
			kind: "long"
		}
	];
}
// src/report/history/scenario-page.ts
/** The text of a scenario's page. */
function scenarioPage({ suite }, scenario, scribe) {
	const { words, name } = scribe;
	const { history } = words;
	const trends = [...new Set([scenario.newest, ...scenario.lines].flatMap(({ trends }) => trends.map(({ metric }) => metric)))].flatMap((metric) => trendFor(scenario, metric) ?? []);
	return pageOf({
		title: `${name(scenario.scenario)} · ${history.title}`,
		header: html`<nav><a href="index.html">${history.all}</a></nav>
<h1>${name(scenario.scenario)}</h1>
<p class="quiet">${history.suite} ${name(suite)}</p>
${summaryOf(scenario, scribe)}`,
		main: html`<h2>${history.trends}</h2>
<div class="charts">${trends.map((trend) => figure(scenario, trend, scribe))}</div>
${agreedSections(scenario, scribe)}${linesSection(scenario, scribe)}
${runsSection(scenario, scribe)}`
	}, scribe);
}
/** Of the newest line that has values of the metric. */
function trendFor({ lines, newest }, metric) {
	return [newest, ...lines.toReversed()].flatMap(({ trends }) => trends).find((trend) => trend.metric === metric);
}
function figure(scenario, trend, scribe) {
	const { words, n } = scribe;
	const { metric } = trend;
	return html`<figure id="${metric}">
<figcaption>
<div class="head"><h3>${words.metrics[metric]}</h3><span class="last number">${n.value(metric, trend.last)}</span></div>
${changeOf(trend, scribe)}
</figcaption>
${chart(scenario, metric, scribe)}
${sentencesOf(trend, scribe).map((sentence) => html`<p class="small quiet">${sentence}</p>`)}
<details><summary>${words.history.numbers(words.metrics[metric])}</summary>${numbersTable(scenario, metric, scribe)}</details>
</figure>
`;
}
/** What the chart shows, for those who do not see it as well. */
function sentencesOf({ metric, change, band, drift }, { words, n }) {
	const { history } = words;
	return [
		...change === null ? [] : [history.change(metric, change, n)],
		band === null ? history.noBand[METRICS[metric].change === "points" ? "counted" : "empty"] : history.band(metric, band, n),
		...drift === null ? [] : [history.drift(metric, drift, n)]
	];
}
/** Newest first, as the table of all runs. */
function numbersTable(scenario, metric, scribe) {
	const { words, n, dates } = scribe;
	const { history } = words;
	const label = words.metrics[metric];
	const rows = curvesOf(scenario, metric).flatMap(({ line, points }) => points.map((point) => ({
		...point,
		line
	}))).sort((left, right) => right.run.step - left.run.step).map(({ line, run, value }) => [
		numeric(n.value(metric, value)),
		{ part: dates.minute(run.date) },
		{ part: commitCell(run, scenario, scribe) },
		{ part: line.name }
	]);
	const columns = [numeric(label), ...headings([
		"date",
		"commit",
		"line"
	], scribe)];
	return table({ caption: history.table(label, scribe.name(scenario.scenario)) }, columns, rows);
}
const headings = (names, { words }) => names.map((column) => ({
	part: words.history.columns[column],
	kind: column === "requests" || column === "runs" ? "number" : "text"
}));
/** With a word on runs that nothing is compared with any more, and the marks of the commit: a release, a change that was accepted with it. */
function commitCell(run, scenario, scribe) {
	const { commit, words } = scribe;
	const marks = [...marksOf(run, scenario, scribe), ...run.inBaseline ? [] : [words.history.past]];
	return html`${commit(run.commit)}${marks.map((mark) => html`<br><span class="quiet">${mark}</span>`)}`;
}
function linesSection(scenario, scribe) {
	const { words } = scribe;
	const { history } = words;
	const rows = scenario.lines.map((line) => lineRow(line, scribe));
	const columns = headings([
		"line",
		"begins",
		"from",
		"to",
		"runs",
		"machine",
		"fingerprint",
		"configuration"
	], scribe);
	return html`<h2>${history.lines}</h2><p class="small">${history.linesIntro}</p>${table({
		caption: history.lines,
		isTold: true
	}, columns, rows)}`;
}
function lineRow(line, { words, n, name, dates }) {
	const { machine, runs } = line;
	const [first, last] = [runs[0], runs.at(-1)];
	const parts = machine === null ? [] : [
		machine.cpuModel,
		words.history.cores(machine.cores, n),
		`${machine.os} (${machine.architecture})`,
		`Node.js ${machine.node}`
	];
	return [
		{ part: line.name },
		{ part: words.history.starts[line.start] },
		{ part: first === void 0 ? null : dates.day(first.date) },
		{ part: last === void 0 ? null : dates.day(last.date) },
		numeric(n.count(runs.length)),
		{
			part: parts.length === 0 ? null : parts.map((part) => name(part)).join(", "),
			kind: "long"
		},
		{ part: html`<code>${name(line.fingerprint)}</code>` },
		{ part: html`<code>${name(line.configHash)}</code>` }
	];
}
function runsSection(scenario, scribe) {
	const { words, n, name, dates } = scribe;
	const rows = scenario.lines.flatMap((line) => line.runs.map((run) => ({
		run,
		line
	}))).sort((left, right) => right.run.step - left.run.step).map(({ run, line }) => [
		{ part: dates.minute(run.date) },
		{ part: commitCell(run, scenario, scribe) },
		{ part: line.name },
		numeric(n.count(run.sent)),
		{ part: name(run.loadgate) },
		{ part: name(run.engine) }
	]);
	const columns = headings([
		"date",
		"commit",
		"line",
		"requests",
		"loadgate",
		"engine"
	], scribe);
	return html`<h2>${words.history.allRuns}</h2>${table({
		caption: words.history.allRuns,
		isTold: true
	}, columns, rows)}`;
}
// src/report/history/dates.ts
/** Dates of a locale. */
function datesOf(locale) {
	const common = {
		timeZone: "UTC",
		dateStyle: "medium"
	};
	const day = new Intl.DateTimeFormat(locale, common);
	const minute = new Intl.DateTimeFormat(locale, {
		...common,
		timeStyle: "short",
		hourCycle: "h23"
	});
	return {
		day: (iso) => day.format(new Date(iso)),
		minute: (iso) => `${minute.format(new Date(iso))} UTC`
	};
}
// src/report/history/scribe.ts
/** What the pages are written with: a language's words, numbers and dates, and the addresses of commits. Untrusted text goes through `name`, and every text through the escaping of `html`. */
/** Digits of a commit's id that people read. */
const SHORT = 7;
/** A scribe. `repository`: a page as `repositoryPage` makes it, or null. */
function scribeOf(words, repository) {
	const dates = datesOf(words.locale);
	const { history } = words;
	const short = (commit) => commit?.slice(0, SHORT) ?? history.noCommit;
	const commitAddress = (commit) => commit === null || repository === null ? null : `${repository}/commit/${commit}`;
	return {
		words,
		n: numbersOf(words.locale, words.units),
		dates,
		name: (text) => clean(text),
		commitAddress,
		commit: (commit) => {
			const address = commitAddress(commit);
			if (commit === null) return html`<span class="quiet">${history.noCommit}</span>`;
			const id = html`<code>${short(commit)}</code>`;
			return address === null ? id : html`<a href="${address}">${id}</a>`;
		},
		runLines: (run, line) => [
			`${dates.minute(run.date)} · ${short(run.commit)} · ${history.line(line.name)}`,
			`Loadgate ${clean(run.loadgate)}, ${clean(run.engine)}`,
			...run.inBaseline ? [] : [history.past]
		].join("\n")
	};
}
// src/report/history/pages.ts
/** The files of the history page. */
/** history.json first, then the pages. The same runs always give the same bytes. */
function renderSite(site, words) {
	const scribe = scribeOf(words, site.repository);
	const pages = [{
		name: "index.html",
		text: overviewPage(site, scribe)
	}, ...site.suites.flatMap((suite) => suite.scenarios.map((scenario) => ({
		name: scenario.page,
		text: scenarioPage(suite, scenario, scribe)
	})))];
	const names = [RECORD, ...pages.map(({ name }) => name)];
	return [{
		name: RECORD,
		text: recordOf(site, names)
	}, ...pages];
}
// src/report/history/site.ts
/** Puts the pages' data together. Scenarios without runs, and suites without scenarios, are not there. */
function composeSite(suites, repository, trendsOf) {
	const taken = /* @__PURE__ */ new Set();
	return {
		repository,
		suites: suites.map(({ suite, path, versions, scenarios }) => ({
			suite,
			path,
			versions,
			scenarios: scenarios.flatMap(({ scenario, lines, accepted, releases }) => {
				const placed = place(lines, trendsOf);
				const newest = placed.toSorted((left, right) => lastStep(right) - lastStep(left))[0];
				if (newest === void 0) return [];
				const steps = placed.reduce((sum, { runs }) => sum + runs.length, 0);
				return [{
					scenario,
					page: pageName(suite, scenario, taken),
					steps,
					lines: placed,
					newest,
					accepted,
					releases
				}];
			})
		}))
	};
}
const lastStep = ({ runs }) => runs.at(-1)?.step ?? -1;
function place(lines, trendsOf) {
	const order = lines.flatMap((line) => line.runs.map((run) => ({
		run,
		line
	}))).sort((left, right) => left.run.date < right.run.date ? -1 : 1);
	const steps = new Map(order.map(({ run }, step) => [run, step]));
	return lines.map((line, index) => {
		const runs = line.runs.map((run) => ({
			...run,
			step: steps.get(run) ?? 0
		}));
		const before = order[(runs[0]?.step ?? 0) - 1]?.line;
		return {
			...line,
			name: nameOf(index),
			start: startOf(line, before),
			runs,
			trends: trendsOf(line)
		};
	});
}
function startOf(line, before) {
	if (before === void 0) return "first";
	if (before.fingerprint === line.fingerprint) return "configuration";
	return before.configHash === line.configHash ? "machine" : "both";
}
/** `A` to `Z`, `AA`, `AB`, … */
function nameOf(index) {
	const letter = String.fromCodePoint(65 + index % 26);
	return index < 26 ? letter : `${nameOf(Math.floor(index / 26) - 1)}${letter}`;
}
/** Letters of a name kept in a file's name: short enough for every file system, in any script. */
const NAME_MAX = 24;
/** `default-home.html`: letters and digits alone, in lower case, since some file systems know no difference; each name once. */
function pageName(suite, scenario, taken) {
	const stem = `${slug(suite)}-${slug(scenario)}`;
	let name = stem;
	for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
	taken.add(name);
	return `${name}.html`;
}
function slug(text) {
	const kept = [...text.normalize("NFKC").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-")].slice(0, NAME_MAX).join("").replaceAll(/^-+|-+$/g, "");
	return kept === "" ? "x" : kept;
}
// src/commands/history.ts
/** Writes the pages of all suites into a folder of the workspace. */
function historyCommand(options, program) {
	return inWorld(program, options, async (world) => {
		const directory = await folderOf(options.out, world);
		const repository = await repositoryOf(options.repository, world);
		const asked = languageOf(options.language);
		const { suites, language } = await readSuites(options, world);
		const words = LANGUAGES[asked ?? language ?? "en"];
		const files = renderSite(composeSite(suites, repository, trendsOf), words);
		await publishSite({
			directory,
			record: RECORD,
			madeBy: MADE_BY
		}, files, world);
		const count = suites.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
		const scenarios = count === 1 ? "1 scenario" : `${count} scenarios`;
		world.log.info(`Wrote the history of ${scenarios} to ${directory}: open ${directory}/index.html`);
		return EXIT.pass;
	});
}
/** Null when none was asked for. @throws Failure kind `usage` for a language that there is not */
function languageOf(typed) {
	if (typed === void 0) return null;
	const language = Object.keys(LANGUAGES).find((each) => each === typed);
	if (language !== void 0) return language;
	throw new Failure({
		kind: "usage",
		code: "language-unknown",
		message: `--language takes ${Object.keys(LANGUAGES).join(" or ")}, not ${JSON.stringify(typed)}.`,
		advice: "Leave it out for that of the configuration; nothing was written."
	});
}
/** Relative to the workspace. @throws Failure kind `usage` when it leads out of it */
async function folderOf(out, world) {
	await confine(world.workspace, out);
	const path = workspacePath(world.workspace, out);
	return path === null || path === "" ? "." : path;
}
/** The page that commits are linked to: the one that was given, or that of `origin`. @throws Failure kind `usage` when what was given is none */
async function repositoryOf(given, world) {
	if (given === void 0) return repositoryPage(await originAddress(world) ?? "");
	const page = repositoryPage(given);
	if (page !== null) return page;
	throw new Failure({
		kind: "usage",
		code: "repository-invalid",
		message: "--repository does not look like the address of a repository.",
		advice: "Give an address as https://github.com/owner/name, or leave it out; nothing was written."
	});
}
/** The suites that have a baseline; those without are said. @throws Failure when none has, or one cannot be read */
async function readSuites({ config, baselinePath }, world) {
	const found = await readBaselines(config, baselinePath, world);
	const suites = [];
	const missing = [];
	for (const { source, baseline } of found) if (baseline === null) missing.push(source.branch ?? source.path);
	else suites.push(await readSuiteHistory(baseline, source, world));
	if (suites.every(({ scenarios }) => scenarios.length === 0)) throw nothingAccepted(missing);
	for (const path of missing) world.log.warning(`${path} does not exist: nothing has been accepted yet.`);
	return {
		suites,
		language: found[0]?.language ?? null
	};
}
async function readBaselines(config, baselinePath, world) {
	if (config.length > 0 && baselinePath.length > 0) throw bothGiven();
	if (baselinePath.length > 0) return Promise.all([...new Set(baselinePath)].map((path) => readFile(path, world)));
	if (config.length > 0) return Promise.all([...new Set(config)].map((path) => readConfigured(path, world)));
	return [await ((await readWorkspaceFile(world.workspace, ".github/loadgate.yml", 0)).kind === "missing" ? readFile(DEFAULTS.baselinePath, world) : readConfigured(null, world))];
}
async function readFile(path, world) {
	return {
		source: {
			path,
			commit: null
		},
		baseline: await readBaselineFile(path, world),
		language: null
	};
}
/** The baseline of a configuration's suite. */
async function readConfigured(configPath, world) {
	const occasion = await localOccasion(world, void 0);
	const plan = await readPlan({
		occasion,
		configPath,
		inputs: {},
		sendsNothing: true
	}, world);
	return {
		...await readBaseline(plan, null, world),
		language: plan.report.language
	};
}
function bothGiven() {
	return new Failure({
		kind: "usage",
		code: "two-sources",
		message: "`--config` and `--baseline-path` exclude each other.",
		advice: "Give configurations, or baseline files; nothing was written."
	});
}
function nothingAccepted(missing) {
	return new Failure({
		kind: "not-measured",
		code: "no-baseline",
		message: `There is no history to show: nothing has been accepted${missing.length === 0 ? "" : ` into ${missing.join(", ")}`} yet.`,
		advice: "Accept runs first: loadgate baseline update --runs 5. Nothing was written."
	});
}
export { historyCommand };
