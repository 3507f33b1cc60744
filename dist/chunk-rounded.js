import.meta.dirname;
import.meta.filename;
import { t as parse$1 } from "./chunk-sync2.js";
import { i as phrase } from "./chunk-phrase.js";
import { l as toSeconds, n as micros, o as perSecond, r as millis, s as ratio, t as bytes } from "./chunk-units.js";
import { i as readKernelFile } from "./chunk-kernel-files.js";
import { t as certificatesIn } from "./chunk-certificates.js";
import { C as Untrue, a as isBefore, d as locustOld, f as locustSilent, l as locustEnded, p as locustUntrue, r as OLDEST_ROUNDED, u as locustExitCode, v as startLocust } from "./chunk-release.js";
import { s as usersOf } from "./chunk-shape.js";
import { n as foreignJson } from "./chunk-foreign-json.js";
import { t as IMPORT_BOUNDS } from "./chunk-text.js";
import { t as createHistogram } from "./chunk-histogram.js";
import { _ as string, h as record, i as array, l as int, m as object, p as number } from "./chunk-schemas.js";
import { join } from "node:path";
import { open } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// src/engines/locust/statistics.ts
/** What Locust's own statistics say, where it could not be listened to: rounded, and with fewer places for a request to be in. */
/** Locust keeps whole milliseconds below 100 ms and two digits above: this is the finest step (`log_response_time` of its `stats.py`). */
const ROUNDED = micros(1e3);
/** More than this no run comes to. */
const ANSWERS_MAX = 1e8;
const NAMES_MAX = 200;
const TEXT_MAX = 300;
const count = int().min(0).max(ANSWERS_MAX);
const instant = number().min(0).max(1e11);
const bySecond = record(string().regex(/^\d{1,12}$/), count);
const entry = object({
	name: string(),
	method: string().nullable(),
	start_time: instant,
	last_request_timestamp: instant.nullable(),
	num_requests: count,
	num_none_requests: count,
	num_failures: count,
	total_content_length: number().min(0).max(0x38d7ea4c68000),
	response_times: record(string().regex(/^\d{1,8}(?:\.0)?$/), count),
	num_reqs_per_sec: bySecond,
	num_fail_per_sec: bySecond
});
const statistics = array(entry).max(1e4);
/** Reads `--json-file`; `messages` are as many as Locust had written down. @throws Untrue for anything that cannot be */
function statedBy(text, messages, users) {
	const entries = entriesOf(text).slice(0, NAMES_MAX);
	const failures = sum(entries.map((each) => each.num_failures));
	const whole = createHistogram();
	const requests = entries.map((each) => {
		const latency = histogramOf(each);
		whole.add(latency);
		return {
			name: `${each.method ?? ""} ${each.name}`.trim().slice(0, TEXT_MAX),
			counts: countsOf([each]),
			latency: latency.toRecord(ROUNDED)
		};
	});
	return {
		elapsed: elapsedOf(entries),
		counts: countsOf(entries),
		arrivals: null,
		latency: whole.toRecord(ROUNDED),
		requests,
		statuses: [],
		errors: errorsOf(messages, failures),
		bodyBytes: bytes(Math.round(sum(entries.map((each) => each.total_content_length)))),
		timeline: timelineOf(entries, users)
	};
}
function entriesOf(text) {
	let value;
	try {
		value = foreignJson(text, IMPORT_BOUNDS);
	} catch {
		throw new Untrue(phrase("locust-statistics-cut"));
	}
	const parsed = statistics.safeParse(value);
	if (!parsed.success) throw new Untrue(phrase("locust-statistics-other"));
	for (const each of parsed.data) {
		const { num_requests: all, num_failures: failed, num_none_requests: none } = each;
		if (none > 0) throw new Untrue(phrase("locust-no-times", { name: each.name.slice(0, TEXT_MAX) }));
		if (![each.response_times, each.num_reqs_per_sec].every((parts) => sum(Object.values(parts)) === all) || failed > all || sum(Object.values(each.num_fail_per_sec)) !== failed) throw new Untrue(phrase("locust-statistics-counts"));
	}
	return parsed.data.filter((each) => each.num_requests > 0);
}
function histogramOf({ response_times: times }) {
	const histogram = createHistogram();
	for (const [time, number] of Object.entries(times)) for (let each = 0; each < number; each += 1) histogram.record(micros(1e3 * Number(time)));
	return histogram;
}
/** Statistics do not say how a request failed: an answer of the wrong kind is the usual way. */
function countsOf(entries) {
	const sent = sum(entries.map((each) => each.num_requests));
	const httpError = sum(entries.map((each) => each.num_failures));
	return {
		sent,
		ok: sent - httpError,
		httpError,
		connectionError: 0,
		timeout: 0,
		lost: 0,
		inFlight: 0,
		refused: 0
	};
}
function elapsedOf(entries) {
	if (entries.length === 0) return millis(0);
	const begin = Math.min(...entries.map((each) => each.start_time));
	const end = Math.max(...entries.map((each) => each.last_request_timestamp ?? 0));
	return millis(Math.max(0, Math.round(1e3 * (end - begin))));
}
/** Messages are written down now and then, the last ones never. */
function errorsOf(messages, failures) {
	const kept = messages.slice(0, 19).map((each) => ({
		...each,
		message: each.message.slice(0, TEXT_MAX)
	}));
	const rest = failures - sum(kept.map((each) => each.count));
	if (rest < 0) throw new Untrue(phrase("locust-failures-many"));
	return rest === 0 ? kept : [...kept, {
		message: "failures whose message Locust did not write down",
		count: rest
	}];
}
/** Quantiles of a second are not kept. Its last second is as short as it may be, and is left out. */
function timelineOf(entries, users) {
	const all = entries.flatMap((each) => Object.keys(each.num_reqs_per_sec).map(Number));
	if (all.length === 0) return [];
	const first = Math.min(...all);
	const length = Math.min(Math.max(...all) - first, SECONDS_MAX);
	const at = (key, second) => sum(entries.map((each) => each[key][String(first + second)] ?? 0));
	return Array.from({ length }, (_, second) => {
		const failed = at("num_fail_per_sec", second);
		return {
			second,
			throughput: perSecond(Math.max(0, at("num_reqs_per_sec", second) - failed)),
			p50: null,
			p95: null,
			errors: perSecond(failed),
			users
		};
	});
}
/** A day. */
const SECONDS_MAX = 86400;
const sum = (values) => values.reduce((total, value) => total + value, 0);
// src/engines/locust/rounded.ts
/** Locust measured by its own statistics, for one that cannot be listened to. */
const TELL_EVERY_MS = 250;
/** Start, and end, of Python on a busy machine. */
const SLACK_MS = 9e4;
const STATISTICS_BYTES_MAX = 67108864;
const FAILURES_BYTES_MAX = 4194304;
/** A shorter time is no measurement. */
const SHORTEST = millis(500);
/**
* Runs Locust for the warm-up, and again for the measured time, of which its statistics tell once all users are there. Users start anew in between.
* @throws Failure as the run that is listened to; code `locust-old`; code `locust-untrue` for several processes, whose CPU time nobody would know
*/
async function runRounded({ folder, job, plan, desk, release, lines }) {
	const { load } = job;
	const users = usersOf(load.executor);
	if (plan.processes > 1) throw locustUntrue(phrase("locust-not-heard"), []);
	if (isBefore(release, "2.37.0")) throw locustOld({
		what: "locust-old-unheard",
		release,
		oldest: OLDEST_ROUNDED
	}, lines);
	const warmUp = millis(load.warmUp + (job.leadIn ?? 0));
	const env = await certificatesIn(folder, job.tls);
	if (warmUp > 0) await runOnce(job, plan, {
		phase: "warm-up",
		time: warmUp,
		desk,
		more: [],
		env
	});
	const [statistics, prefix] = [join(folder, "statistics"), join(folder, "locust")];
	const more = [
		"--reset-stats",
		"--json-file",
		statistics,
		"--csv",
		prefix
	];
	const startedAt = /* @__PURE__ */ new Date();
	const run = await runOnce(job, plan, {
		phase: "load",
		time: load.executor.duration,
		desk,
		more,
		env
	});
	const text = await readBounded(`${statistics}.json`, STATISTICS_BYTES_MAX);
	if (text === null) throw locustEnded(plan, run.exit, run.lines);
	try {
		const stated = statedBy(text, messagesOf(await readBounded(`${prefix}_failures.csv`, FAILURES_BYTES_MAX)), users);
		if (stated.elapsed < SHORTEST) throw locustEnded(plan, run.exit, run.lines);
		return {
			...stated,
			scenario: job.scenario,
			startedAt: startedAt.toISOString(),
			warmUp: load.warmUp,
			users,
			engine: {
				name: "locust",
				version: release ?? "of an unknown version",
				why: "asked"
			},
			generator: run.generator
		};
	} catch (error) {
		throw error instanceof Untrue ? locustUntrue(error.why, run.lines) : error;
	}
}
async function runOnce(job, plan, { phase, time, desk, more, env }) {
	const users = usersOf(job.load.executor);
	const seconds = Math.ceil(users / plan.spawnRate + toSeconds(time));
	await using child = startLocust({
		plan,
		workspace: job.workspace,
		url: job.url,
		users,
		patience: job.load.timeout,
		beside: [],
		more: [
			"--run-time",
			`${seconds}s`,
			...more
		],
		env
	});
	const use = openUse(child);
	const began = performance.now();
	const pids = [process.pid, ...child.pid === null ? [] : [child.pid]];
	if (phase === "load" && job.waits) desk.mayBegin(pids);
	const timer = setInterval(() => {
		use.look();
		const elapsed = millis(Math.min(time, performance.now() - began));
		desk.tell({
			phase,
			elapsed,
			total: time,
			throughput: perSecond(0),
			p95: null,
			errors: 0,
			second: null,
			generatorPids: pids
		});
	}, TELL_EVERY_MS);
	const limit = new AbortController();
	try {
		const late = setTimeout(1e3 * seconds + job.load.timeout + SLACK_MS, null, { signal: limit.signal });
		late.catch(() => void 0);
		const exit = await Promise.race([child.exited, late]);
		if (exit === null) throw locustSilent(phrase("locust-overtime"), child.lines());
		if (exit.error !== null) throw locustEnded(plan, exit, child.lines());
		if (exit.code !== 0 && exit.code !== 1) throw locustExitCode(exit, child.lines());
		return {
			exit,
			lines: child.lines(),
			generator: use.read()
		};
	} finally {
		clearInterval(timer);
		limit.abort();
	}
}
const TICKS_A_SECOND = 100;
const PAGE = 4096;
/** CPU time of the one process, by looks; what it takes to start is the least of a run, and part of it. */
function openUse(child) {
	const looks = [];
	return {
		look() {
			const text = child.pid === null ? null : readKernelFile("/", `proc/${child.pid}/stat`);
			const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ").map(Number) ?? [];
			const ticks = (fields[11] ?? NaN) + (fields[12] ?? NaN);
			const memory = PAGE * (fields[21] ?? NaN);
			if (Number.isFinite(ticks + memory)) looks.push({
				at: performance.now(),
				ticks,
				memory
			});
		},
		read() {
			const [first, last] = [looks[0], looks.at(-1)];
			const seconds = Math.max(.1, ((last?.at ?? 0) - (first?.at ?? 0)) / 1e3);
			const cpu = ((last?.ticks ?? 0) - (first?.ticks ?? 0)) / TICKS_A_SECOND / seconds;
			return {
				cpu: ratio(cpu),
				eventLoop: ratio(Math.min(1, cpu)),
				eventLoopDelayP99: millis(0),
				runQueueDelay: null,
				memory: bytes(Math.max(0, ...looks.map(({ memory }) => memory)))
			};
		}
	};
}
/** Null where there is no such file, or it is too large. */
async function readBounded(path, most) {
	try {
		await using file = await open(path);
		const { size } = await file.stat();
		return size > most ? null : await file.readFile("utf8");
	} catch {
		return null;
	}
}
/** `Method,Name,Error,Occurrences,…`; what cannot be read tells nothing. */
function messagesOf(text) {
	if (text === null) return [];
	try {
		return parse$1(text, {
			relax_column_count: true,
			max_record_size: 1048576
		}).slice(1).flatMap(([, , message = "", count = ""]) => /^\d{1,9}$/.test(count) ? [{
			message,
			count: Number(count)
		}] : []);
	} catch {
		return [];
	}
}
export { runRounded };
