import.meta.dirname;
import.meta.filename;
import { i as isThinking } from "./chunk-executor.js";
import { t as METRICS } from "./chunk-metric.js";
import { F as OBJECTIVE_LATENCIES } from "./chunk-results.js";
import { stripVTControlCharacters } from "node:util";
/** Lines of a log say more in one piece. */
const LINE_MAX = 200;
/** Control, format (bidirectional, zero-width), private and unassigned characters, and the two line separators. Joiners inside emoji go, too: they hide text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Blank letters and fillers that are no spaces by their class. */
const BLANK = /\u034f|[\u115f\u1160\u3164\uffa0\u2800]|[\u180b-\u180f]|[\ufe00-\ufe0f]|\p{Zs}/gu;
/** The visible part of a text, on one line, at most `max` characters. Never empty. */
function clean(text, max = 120) {
	const visible = visibleOf(text.slice(0, 8 * max)).replaceAll(/ +/g, " ").trim();
	const characters = [...visible];
	if (characters.length === 0) return "(empty)";
	return characters.length <= max ? visible : `${characters.slice(0, max - 1).join("").trimEnd()}…`;
}
function visibleOf(text) {
	return stripVTControlCharacters(text.replaceAll(/[\t\r\n]+/g, " ")).toWellFormed().replaceAll(INVISIBLE, "").replaceAll(BLANK, " ");
}
/** As a code span for Markdown. A bar would end the cell of a table, whatever stands before it, so it becomes its mathematical twin. */
function inertSpan(text) {
	return `\`${clean(text).replaceAll("`", "'").replaceAll("|", "∣")}\``;
}
/** As a code element inside HTML. */
function inertHtml(text) {
	return `<code>${clean(text).replaceAll(/[^A-Za-z0-9 ._/-]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}
/** Lines as a fenced block, whose fence is longer than any in them. Empty lines go. */
function inertBlock(lines) {
	const shown = lines.map(lineOf).filter((line) => line !== "");
	const longest = Math.max(2, ...shown.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
	const fence = "`".repeat(longest + 1);
	return [
		`${fence}text`,
		...shown,
		fence
	].join("\n");
}
/** One visible line, its indentation kept: stack traces and excerpts of files are read by it. */
function lineOf(text) {
	const line = visibleOf(text.slice(0, 1600)).trimEnd();
	const characters = [...line];
	return characters.length <= LINE_MAX ? line : `${characters.slice(0, 199).join("")}…`;
}
/** Longest message. */
const PROSE_MAX = 500;
/** Words of a sentence that can be nothing but words: letters with sentence marks around them, and short numbers. */
const PLAIN_WORD = /^["'(]?(?:[A-Za-z]+(?:['-][A-Za-z]+)*|\d{1,6}(?:[.,]\d{1,6})?%?)["')]?[.,;:?]?["')]?$/;
/** Letters that could be a commit's hash, or begin an address. */
const SUSPICIOUS = /^[a-f]{7,}$|^www$/i;
/** A message of our own with untrusted words in it: plain words stay text, everything else, and what stands in backquotes, becomes code. */
function inertProse(text) {
	return clean(text, PROSE_MAX).split(/(`[^`]+`)/).map((part) => part.trim()).filter(Boolean).map((part) => /^`[^`]+`$/.test(part) ? part : quiet(part)).join(" ").replaceAll(/` ([.,;:?])(?= |$)/g, "`$1");
}
/** Text without a pair of backquotes. Neighbouring words that are not plain share one code span. */
function quiet(text) {
	const runs = [];
	for (const word of text.split(" ")) {
		const plain = /^[.,;:?]$/.test(word) || isPlain(word);
		const last = runs.at(-1);
		if (last !== void 0 && last.plain === plain) last.words.push(word);
		else runs.push({
			plain,
			words: [word]
		});
	}
	return runs.map(({ plain, words }) => plain ? words.join(" ") : spanWithMark(words.join(" "))).join(" ");
}
const isPlain = (word) => PLAIN_WORD.test(word) && !SUSPICIOUS.test(word.replaceAll(/[^A-Za-z]/g, ""));
/** The sentence's own mark stays outside of the code. */
function spanWithMark(text) {
	const [, code = "", mark = ""] = /^(.+?)([.,;:]?)$/su.exec(text) ?? [];
	return `\`${code.replaceAll("`", "'")}\`${mark}`;
}
/** Numbers of a locale. */
function numbersOf(locale, words) {
	const plain = (value, options) => new Intl.NumberFormat(locale, options).format(value).replace("-", "−");
	const digits = (value, fixed) => {
		const maximumFractionDigits = fractionDigits(value);
		return plain(value, {
			maximumFractionDigits,
			minimumFractionDigits: fixed && value !== 0 ? maximumFractionDigits : 0
		});
	};
	const time = (value, fixed) => Math.abs(value) >= 1e4 ? `${plain(value / 1e3, { maximumFractionDigits: 1 })} s` : `${digits(value, fixed)} ms`;
	const share = (value) => `${plain(100 * value, { maximumFractionDigits: percentDigits(100 * value) })} %`;
	const rate = (value, fixed) => `${digits(value, fixed)}/s`;
	const value = (metric, amount, fixed) => {
		switch (METRICS[metric].unit) {
			case "ms": return time(amount, fixed);
			case "/s": return rate(amount, fixed);
			case "B": return inBytes(amount, plain);
			case "B/min": return `${inBytes(amount, plain)}/${words.minutes}`;
			case "ratio": return share(amount);
			case "count": return plain(amount, {
				maximumFractionDigits: 2,
				minimumFractionDigits: fixed ? 2 : 0
			});
		}
	};
	const moved = (metric, amount, signed) => plain(100 * amount, {
		maximumFractionDigits: changeDigits(metric, 100 * amount),
		signDisplay: signed ? "exceptZero" : "negative"
	});
	const unit = (metric, amount) => ` ${METRICS[metric].change === "points" ? words.points(100 * amount) : "%"}`;
	return {
		ms: (amount) => time(amount, true),
		seconds: (amount) => amount >= 120 ? `${plain(amount / 60, { maximumFractionDigits: 1 })} ${words.minutes}` : `${plain(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })} s`,
		span: (amount) => {
			const [minutes, hours] = [amount / 60, amount / 3600];
			const rounded = (count) => plain(count, { maximumSignificantDigits: 2 });
			if (amount < 120) return `${rounded(amount)} s`;
			if (minutes < 120) return `${rounded(minutes)} ${words.minutes}`;
			if (hours < 48) return `${rounded(hours)} ${words.hours}`;
			return `${rounded(hours / 24)} ${words.days}`;
		},
		rate: (amount) => rate(amount, true),
		share,
		count: (amount) => plain(Math.round(amount), {}),
		cores: (amount) => plain(amount, { maximumFractionDigits: amount < 10 ? 2 : 0 }),
		times: (amount) => `×${plain(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })}`,
		bytes: (amount) => inBytes(amount, plain),
		value: (metric, amount) => value(metric, amount, true),
		bound: (metric, amount) => value(metric, amount, false),
		change: (metric, amount) => `${moved(metric, amount, true)}${unit(metric, amount)}`,
		range: (metric, low, high) => `${moved(metric, low, true)} ${words.to} ${moved(metric, high, true)}${unit(metric, high)}`,
		extent: (metric, amount) => `${moved(metric, amount, false)}${unit(metric, amount)}`,
		list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items)
	};
}
/** Three significant digits, none of them after the point from 100 on. */
function fractionDigits(value) {
	const size = Math.abs(value);
	if (size >= 100) return 0;
	if (size >= 10) return 1;
	return size >= .1 ? 2 : 3;
}
/** Per cents: two significant digits where there are any. */
function percentDigits(value) {
	const size = Math.abs(value);
	if (size >= 10) return 0;
	if (size >= 1) return 1;
	return size >= .1 ? 2 : 3;
}
/** Changes are known to a tenth of a per cent at best; of error rates a hundredth of a point matters. */
function changeDigits(metric, value) {
	const size = Math.abs(value);
	if (size >= 10) return 0;
	return METRICS[metric].change === "points" && size < 1 ? 2 : 1;
}
const SIZES = [
	"B",
	"kB",
	"MB",
	"GB",
	"TB"
];
/** Decimal units, as everywhere but in RAM advertisements. */
function inBytes(amount, plain) {
	const power = amount < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(amount) / 3));
	return `${plain(amount / 1e3 ** power, { maximumSignificantDigits: 3 })} ${SIZES[power]}`;
}
// src/report/words/en-advice.ts
/** Sentences of recommendations. */
const advice = {
	"find-the-cause": ({ scenario, shape, request }, n) => {
		const first = request === null ? "" : ` Begin with ${n.name(request)}, which stands out.`;
		return `${shape === "whole" ? `Profile the service under this load at both commits${n.inScenario(scenario)}, and compare what most requests do: queries, serialisation, middleware.` : `Look for what happens only now and then${n.inScenario(scenario)}: garbage collection, lock waits, a connection pool that runs dry, a cache that misses.`}${first}`;
	},
	"fix-or-accept": ({ command, path, against }, n) => against === "base" ? "If the change is worth its cost, merge it in spite of this check, if the repository lets you: from then on it is the base that others are measured against. Limits are read from the base commit, so a pull request cannot loosen its own." : `If the change is worth its cost, accept it: ${n.name(command)}, and commit ${n.name(path)} to the base branch. The baseline is read from there, so a pull request cannot accept itself.`,
	"take-baseline": ({ command, path }, n) => `Accept this run, ${n.name(command)}, and commit ${n.name(path)} to the base branch. Take it on the machine that gates: only runs of one kind of machine are compared.`,
	"hold-the-gain": ({ command, path }, n) => `Accept this run, ${n.name(command)}, and commit ${n.name(path)}. Otherwise the gain can be lost again without failing anything.`,
	"larger-budget": ({ seconds, now }, n) => `Set ${n.code(`budget: ${Math.round(seconds / 60)}m`)} (now ${n.seconds(now)}), so that more blocks can decide what these could not.`,
	"more-baseline-runs": ({ runs, wanted, path }, n) => `Accept more runs on the machine that gates: ${n.code(`npx loadgate baseline update --runs ${wanted - runs}`)}, then commit ${n.name(path)}. From about ${n.count(wanted)} runs on (now ${n.count(runs)}), measured noise counts for more than assumed noise.`,
	"look-at-errors": ({ scenario, log }, n) => `See to the errors before the timings${n.inScenario(scenario)}: fast errors look like speed.${log === null ? "" : ` The service's log is in ${n.name(log)}.`}`,
	"separate-machine": ({ because, cores, users }, n) => separation(because, cores, users, n),
	"quiet-machine": ({ because }, n) => `Before the next run, ${n.list(because.map((reason) => QUIET[reason](n)))}.`,
	"run-longer": ({ scenario, seconds, now }, n) => `Set ${n.code(`duration: ${seconds}s`)}${n.inScenario(scenario)} (now ${n.seconds(now)}).`,
	"warm-up-longer": ({ scenario, seconds, now }, n) => `Set ${n.code(`warm-up: ${seconds}s`)}${n.inScenario(scenario)} (now ${n.seconds(now)}), so that the measured time begins with a warm service.`,
	"look-at-database": ({ p50, cpuPerAnswer, watched }, n) => `Find out what the service waits for during ${n.ms(Math.max(0, p50 - cpuPerAnswer))} of the usual answer: slow queries of its database, the size of its connection pool, calls to other services.${watched ? "" : ` Name its database under ${n.code("databases:")} in the configuration, and the next report says what it did.`}`,
	"ramp-to-limit": ({ users }, n) => `To find where the service gives in, add a scenario with the same requests and ${n.code("executor: stress")}: it raises the users step by step (here from ${n.count(users)}: ${n.code(`start-users: ${users}`)}) until throughput no longer grows, and tells the capacity.`
};
function separation(because, cores, users, n) {
	const fewer = users > 1 ? `, or fewer users (${n.code(`users: ${Math.floor(users / 2)}`)})` : "";
	const larger = `a runner with more than ${cores === 1 ? "one core" : `${n.count(cores)} cores`} (${n.code("runs-on")})`;
	switch (because) {
		case "generator-bound": return `Give the generator room: ${larger}${fewer}. Then measure again.`;
		case "competition": return `Give service and generator room: ${larger}${fewer}.`;
		case "loopback": return "For numbers that hold in production, load the deployed service from another machine. Loadgate loads only addresses of its own machine; it tells commits apart.";
	}
}
const QUIET = {
	background: () => "stop other programs on the machine",
	stolen: () => "move to a runner with dedicated cores",
	battery: () => "plug the machine in",
	"power-saving": (n) => `set the power governor to ${n.code("performance")}`
};
// src/report/words/en-attribution.ts
/** Taken apart against the base commit. */
const attribution = { attribution: ({ scenario, added, parts, unexplained, saved, unread, statement }, n) => {
	const open = unexplained.share >= TOLD;
	return [
		`Of the ${n.ms(added)} that an answer takes longer${n.inScenario(scenario)}, ${portions(parts, unexplained, n)}.`,
		...open && unread.length > 0 ? [unreadOf$1(unread, n)] : [],
		...savedOf(saved, added, n),
		...statement === null ? [] : [statementOf(statement, n)]
	].join(" ");
} };
/** What rounds to nothing is not worth a word. */
const TOLD = .005;
const PART_WORDS = {
	computing: "computing",
	collection: "garbage collection",
	database: "the database",
	disk: "waiting for the disk",
	core: "waiting for a core"
};
function portions(parts, unexplained, n) {
	const told = [...parts.map(({ part, time, share }, index) => ({
		time,
		share,
		is: `${index === 0 ? " are" : ""} ${PART_WORDS[part]}`
	})), {
		...unexplained,
		is: " are not explained"
	}].filter(({ share }) => share >= TOLD);
	const percents = wholePercents(told.map(({ share }) => share));
	return n.list(told.map(({ time, is }, index) => `${n.ms(time)} (${n.share(percents[index] ?? 0)})${is}`));
}
/** Shares in whole per cents that still come to 100: those that lose most by rounding down are rounded up. */
function wholePercents(shares) {
	const all = shares.reduce((sum, share) => sum + share, 0);
	const exact = shares.map((share) => 100 * share / all);
	const left = 100 - exact.reduce((sum, percent) => sum + Math.floor(percent), 0);
	const first = exact.map((percent, index) => ({
		index,
		lost: percent - Math.floor(percent)
	})).toSorted((a, b) => b.lost - a.lost).slice(0, left).map(({ index }) => index);
	return exact.map((percent, index) => (Math.floor(percent) + (first.includes(index) ? 1 : 0)) / 100);
}
const unreadOf$1 = (unread, n) => `Not measured, and perhaps part of what is not explained: ${n.list(unread.map((part) => PART_WORDS[part]))}.`;
/** What was saved is worth a word from this share of what was added on. */
const SAVED = .05;
function savedOf(saved, added, n) {
	const told = saved.filter(({ time }) => time >= SAVED * added);
	if (told.length === 0) return [];
	return [`Cheaper than before: ${n.list(told.map(({ part, time }) => `${PART_WORDS[part]} (by ${n.ms(time)})`))}.`];
}
/** Runs that differ by less are as many. */
const SAME_CALLS = .02;
function statementOf({ text, before, now }, n) {
	const name = n.name(shortened(text));
	if (before === null) return `${name} runs ${times$1(now.calls, n)} a request; it was not among those that took the most time before.`;
	if (now.calls - before.calls <= SAME_CALLS * now.calls) return `${name} takes ${n.ms(now.time)} a request, not ${n.ms(before.time)}.`;
	return before.calls === 0 ? `${name} runs ${times$1(now.calls, n)} a request, and did not run before.` : `${name} runs ${times$1(now.calls, n)} a request, not ${times$1(before.calls, n)}.`;
}
/** `once`, `11 times`, `0.25 times`: a whole number where the edges of the measured time make the difference. */
function times$1(calls, n) {
	const whole = Math.round(calls);
	const amount = Math.abs(calls - whole) <= SAME_CALLS * whole ? whole : calls;
	if (amount === 1) return "once";
	return `${amount === whole ? n.count(whole) : n.value("queries-per-request", amount)} times`;
}
const TEXT_MAX$1 = 120;
const shortened = (text) => text.length <= TEXT_MAX$1 ? text : `${text.slice(0, 119)}…`;
// src/report/words/en-metrics.ts
/** As they stand in tables and sentences. */
const METRIC_WORDS = {
	p95: "p95",
	throughput: "throughput",
	"error-rate": "error rate",
	capacity: "capacity",
	"cpu-per-request": "CPU time a request",
	"answer-size": "answer size",
	"queries-per-request": "queries a request",
	"memory-growth": "memory growth",
	p50: "p50",
	p99: "p99"
};
/** At the beginning of a sentence. */
const METRIC_STARTS = {
	...METRIC_WORDS,
	throughput: "Throughput",
	"error-rate": "Error rate",
	capacity: "Capacity",
	"cpu-per-request": "CPU time a request",
	"answer-size": "Answer size",
	"queries-per-request": "The number of queries a request",
	"memory-growth": "Memory growth"
};
// src/report/words/en-relief.ts
/** What to do about a bottleneck, in a sentence or two. */
function reliefOf({ name, evidence }, n) {
	return relief[name](evidence, n);
}
const relief = {
	"cpu-limit": ({ limit }, n) => {
		const more = limit === null ? 2 : Math.max(1, Math.ceil(2 * limit));
		return `Raise the CPU limit if production has more: ${n.code(`cpus: ${more}`)} in a compose file, ${n.code(`--cpus ${more}`)} of a container, ${n.code(`CPUQuota=${100 * more}%`)} of a unit. If production has the same, this is the number to plan with.`;
	},
	"memory-pressure": ({ limit }, n) => `Raise the memory limit${limit === null ? "" : ` of ${n.bytes(limit)}`} (${n.code("mem_limit:")} in a compose file, ${n.code("--memory")} of a container), or let the service keep less.`,
	"short-leak": (_, n) => `Tell a leak from a cache with ${n.code("executor: soak")} and ${n.code("duration: 10m")}, and compare two heap snapshots (${n.code("node --heapsnapshot-signal=SIGUSR2")} for Node.js) for what is kept.`,
	collection: (_, n) => `Find what allocates (${n.code("node --cpu-prof")} shows collection, ${n.code("--heap-prof")} who allocates): copies of large objects, parsed again for each request. If much is kept on purpose, give the young generation room: ${n.code("node --max-semi-space-size=64")}.`,
	"n-plus-one": ({ calls, database }, n) => `Ask ${n.name(database)} once instead of ${n.count(calls)} times: a join, or ${n.code("WHERE id = ANY($1)")} (${n.code("IN (…)")}) with all keys; in an ORM, load the relation together with its list.`,
	"missing-index": ({ database }, n) => `Look at the plan of that statement in ${n.name(database)} (${n.code("EXPLAIN")}), and create an index on the columns of its conditions: ${n.code("CREATE INDEX ON table (column)")}.`,
	"slow-command": ({ command }, n) => `Replace ${n.name(command)}: ${n.code("SCAN")} for ${n.code("KEYS")}, a smaller range or a smaller collection for what walks over one, a key for each thing that is looked up.`,
	"lock-waits": ({ database }, n) => `Keep transactions of ${n.name(database)} short, with the statement that all of them contend for last, and nothing that waits inside; spread what all requests update over several rows.`,
	"small-pool": ({ connections, concurrency }, n) => `Give the pool of the service more than its ${n.count(connections)} connections (${n.code(`max: ${poolFor(connections, concurrency)}`)} in Node.js's ${n.code("pg")}), as far as the database has cores for them; or hold each for a shorter time.`,
	"connection-limit": ({ database, limit }, n) => `Put a pooler in front of ${n.name(database)}, make the pools of the service smaller, or raise its limit of ${n.count(limit)} (${n.code("max_connections")}; ${n.code("maxclients")} of Redis).`,
	"database-dominant": ({ database }, n) => `Begin with the plan of that statement in ${n.name(database)} (${n.code("EXPLAIN")}): what it reads, in which order, and whether every request has to ask.`,
	"cache-misses": ({ database }, n) => `Give ${n.name(database)} more memory (${n.code("shared_buffers")} of PostgreSQL, ${n.code("innodb_buffer_pool_size")} of MySQL and MariaDB), or let requests touch less.`,
	"disk-bound": ({ mode }) => mode === "write" ? "Write less often: several requests in one write and one flush, logs in larger pieces, and what needs not survive a crash without a flush; or use a faster disk." : "Read less often: keep in memory what is asked for again, and read files as streams and not while others wait; or use a faster disk.",
	"event-loop-blocked": (_, n) => `Find what holds the loop (${n.code("node --cpu-prof")}): long loops, large JSON, ${n.code("…Sync")} calls, expensive patterns. Move it to a worker thread, or do it in pieces.`,
	"uneven-workers": (_, n) => `See how connections are handed out: clients that keep theirs stay with one worker. ${n.code("SO_REUSEPORT")} or a proxy that balances requests, and not connections, spreads them.`,
	"service-one-core": ({ cores }, n) => `Let the service use more than one thread: a process for each of ${n.cores(cores)} cores (${n.code("node:cluster")}, ${n.code("--workers")} of most servers), or make a request cheaper (${n.code("node --cpu-prof")}).`
};
/** Connections for the requests that were under way, in moderation: a pool is no queue. */
const poolFor = (connections, concurrency) => Math.ceil(Math.min(Math.max(2 * connections, connections + 1), Math.max(concurrency, connections + 1)));
// src/report/words/en-resources.ts
/** Sentences of findings about resources. */
const resourceFindings = {
	"background-activity": ({ scenario, programs, otherCores, cores }, n) => {
		const used = `Other programs used ${n.cores(otherCores)} of ${coresOf$2(cores, n)}${n.inScenario(scenario)}`;
		return programs.length === 0 ? `${used}. A local database counts among them and belongs to the result; anything else distorts it.` : `${used}, most of it ${n.list(programs.map((name) => n.name(name)))}: what they took, the service could not have.`;
	},
	neighbour: ({ scenario, program, otherCores, cores, runQueueDelay, serviceCores }, n) => {
		return `${program === null ? `Other programs used ${n.cores(otherCores)}` : `Other programs, first of all ${n.name(program)}, used ${n.cores(otherCores)}`} of ${cores === 1 ? "one core" : `${n.cores(cores)} cores`}${n.inScenario(scenario)}. The service was ready and had no core for ${perSecond(runQueueDelay, n)} of every second, its threads together, where it computed for ${perSecond(serviceCores, n)}: it was slowed down from outside, and these latencies are not its own.`;
	},
	retransmits: ({ scenario, share }, n) => `${n.share(share)} of all TCP segments had to be sent again${n.inScenario(scenario)}. A lost one keeps its answer waiting, for 200 ms where nothing follows it: that is the network's doing and not the service's.`,
	"power-saving": ({ governor, battery }, n) => {
		const why = [battery ? "it ran on battery" : null, governor === null ? null : `its power governor is ${n.name(governor)}`].filter((part) => part !== null);
		return `The machine saves power: ${n.list(why)}. Its cores slow down when they have little to do, so the first requests after a pause are slower than on a server, and two runs differ more.`;
	},
	"throttled-cpu": ({ times }, n) => `The CPU slowed itself down for heat ${times === 1 ? "once" : `${n.count(times)} times`} since the machine booted. When is not told; if it was during this run, the service was slow through no fault of its own.`,
	unread: ({ items }, n) => unreadOf(items, n),
	"cpu-limit": ({ scenario, container, limit, periods, throttled }, n) => {
		const whose = container === null ? "the service" : `the container ${n.name(container)}`;
		const cores = limit === null ? "Its CPU limit" : `A limit of ${coresOf$2(limit, n)}`;
		const held = throttled === null ? "" : ` Its threads stood still for ${perSecond(throttled, n)} of every second.`;
		return `${cores} held ${whose} back${n.inScenario(scenario)}: in ${n.share(periods)} of the enforcement periods its CPU was cut off.${held} More CPU than that it cannot use, whatever the machine has.`;
	},
	"memory-pressure": ({ scenario, pressure, limitHits, kills, limit }, n) => {
		const within = limit === null ? "its limit" : `its limit of ${n.bytes(limit)}`;
		const seen = [
			kills === 0 ? null : `${times(kills, n)} a process was killed for want of memory`,
			limitHits === 0 ? null : `it ran into ${within} ${times(limitHits, n)}`,
			pressure === null ? null : `some task waited for memory ${n.share(pressure)} of the time`
		].filter((part) => part !== null);
		return `Memory was short${n.inScenario(scenario)}: ${n.list(seen)}. Part of the latency is waiting for pages.`;
	},
	"short-leak": ({ scenario, seconds, anonymous, live }, n) => {
		const grew = (what, { from, to }) => `${what} grew from ${n.bytes(from)} to ${n.bytes(to)} in ${n.seconds(seconds)}${n.inScenario(scenario)}`;
		if (live !== null) return `${grew("What collections of the whole heap could not free", live)} under the same load. A leak looks like this, or a cache that is still filling. Memory that is full is collected ever more often, and then runs out.`;
		return `${grew("Memory", anonymous ?? {
			from: 0,
			to: 0
		})} under the same load, without coming to rest. A leak looks like this; so do a cache that is still filling and garbage that is not collected yet.`;
	},
	collection: ({ scenario, share, longest, minor, major }, n) => `Garbage collection took ${n.share(share)} of the time${n.inScenario(scenario)}, up to ${n.ms(longest)} in one go (${n.count(minor)} small ones, ${n.count(major)} of the whole heap). No request gets on meanwhile: the service is busy with memory that requests leave behind.`,
	"n-plus-one": ({ scenario, database, statement, calls, perCall, queries }, n) => `One statement runs ${n.strong(`${amountOf(calls, n)} times a request`)}${n.inScenario(scenario)}, of ${amountOf(queries, n)} in all: ${textOf(statement, n)} in ${n.name(database)}. Each takes only ${n.ms(perCall)} there, but every one is a round trip that the request waits for. A query for each row of a list (N+1) looks like this.`,
	"missing-index": (evidence, n) => scanOf(evidence, n),
	"slow-command": ({ scenario, database, command, perCall, share, busy }, n) => `${n.name(command)} takes ${n.ms(perCall)} a call${n.inScenario(scenario)} and ${n.share(share)} of the time of ${n.name(database)}, which was busy ${n.share(busy)} of the time. It executes one command at a time, so all others wait for this one.`,
	"lock-waits": ({ scenario, database, sessions, perAnswer, mean }, n) => `${amountOf(sessions, n)} sessions of ${n.name(database)} waited for a lock at any time${n.inScenario(scenario)}: ${n.ms(perAnswer)} for each request, which takes ${n.ms(mean)}. They wait for each other's transactions, and more users would only wait longer.`,
	"small-pool": ({ scenario, database, connections, active, concurrency, perAnswer, mean }, n) => `All ${n.count(connections)} connections to ${n.name(database)} were in use (${amountOf(active, n)} on average)${n.inScenario(scenario)}, with ${amountOf(concurrency, n)} requests under way. A request took ${n.ms(mean)} and needs the database for only ${n.ms(perAnswer)} of it: the rest is waiting for a connection.`,
	"connection-limit": ({ scenario, database, most, limit }, n) => `${n.count(most)} of the ${n.count(limit)} connections that ${n.name(database)} accepts were open${n.inScenario(scenario)}. The next instance of the service would be refused.`,
	"database-dominant": ({ scenario, database, statement, share, perAnswer, mean }, n) => `${n.name(database)} works ${n.ms(perAnswer)} for a request that takes ${n.ms(mean)}${n.inScenario(scenario)}, and ${n.share(share)} of that on one statement: ${textOf(statement, n)}. What makes it faster makes the service faster.`,
	"cache-misses": ({ scenario, database, misses }, n) => `${n.share(misses)} of the blocks that ${n.name(database)} was asked for were not in its memory${n.inScenario(scenario)} and had to be read. What requests ask for is larger than what it may keep.`,
	"database-bound": ({ scenario, database, perAnswer, mean }, n) => `${n.name(database)} works ${n.ms(perAnswer)} for a request that takes ${n.ms(mean)}${n.inScenario(scenario)}: the service mostly waits for its database.`,
	"disk-bound": (evidence, n) => diskOf(evidence, n),
	"event-loop-blocked": ({ scenario, delayP99, delayMax, eventLoop, thread }, n) => `The event loop was held up${n.inScenario(scenario)}: one tick of a hundred came ${n.ms(delayP99)} late or more, the latest ${n.ms(delayMax)}. It was busy ${n.share(eventLoop)} of the time while its thread computed for ${perSecond(thread, n)} of every second. All requests wait while one piece of work, or a call that blocks, holds it.`,
	"uneven-workers": ({ scenario, workers, busiest, idlest }, n) => `The work is spread unevenly over ${n.count(workers)} processes${n.inScenario(scenario)}: one used ${n.cores(busiest)} of a core and another ${n.cores(idlest)}. The full one decides the latency while others have room.`,
	"service-one-core": ({ scenario, serviceCores, cores, thread }, n) => {
		const used = `The service used ${n.cores(serviceCores)} of ${coresOf$2(cores, n)}${n.inScenario(scenario)}`;
		return thread === null ? `${used}. It looks as if it ran on one thread, and that thread was full: probably this is what limited throughput.` : `${used}, ${n.cores(thread)} of it on a single thread. That thread was full, and is what limited throughput: more cores would not help it.`;
	},
	headroom: (evidence, n) => headroomOf(evidence, n),
	"memory-limit-near": ({ scenario, container, used, limit }, n) => `${container === null ? "The service" : `The container ${n.name(container)}`} had ${n.bytes(used)} of the ${n.bytes(limit)} that it may use${n.inScenario(scenario)}, files that the system keeps in memory for it included. Memory is what may run out next.`,
	"open-files-near": ({ scenario, most, limit }, n) => `A process of the service had ${n.count(most)} files and connections open${n.inScenario(scenario)}, of ${n.count(limit)} that it may. Beyond that it can take no connection.`,
	relieve: ({ bottleneck }, n) => reliefOf(bottleneck, n)
};
/** Titles of findings about resources. */
const resourceTitles = {
	"background-activity": "Other programs",
	neighbour: "Another program took CPU",
	retransmits: "Lossy network",
	"power-saving": "Power saving",
	"throttled-cpu": "Heat",
	unread: "Not measured",
	"cpu-limit": "CPU limit",
	"memory-pressure": "Memory short",
	"short-leak": "Memory keeps growing",
	collection: "Garbage collection",
	"n-plus-one": "Many queries for one request",
	"missing-index": "Reads far more than it needs",
	"slow-command": "One slow command",
	"lock-waits": "Waiting for locks",
	"small-pool": "Too few connections",
	"connection-limit": "Connections nearly used up",
	"database-dominant": "One statement",
	"cache-misses": "Database reads from disk",
	"database-bound": "Waiting for the database",
	"disk-bound": "Waiting for a disk",
	"event-loop-blocked": "Event loop held up",
	"uneven-workers": "Uneven workers",
	"service-one-core": "One busy core",
	headroom: "Room at this load",
	"memory-limit-near": "Memory nearly used up",
	"open-files-near": "Open files nearly used up",
	relieve: "Relieve the bottleneck"
};
/** `4 cores`. */
const coresOf$2 = (cores, n) => cores === 1 ? "one core" : `${n.cores(cores)} cores`;
/** Cores' worth of time, as a part of every second. */
const perSecond = (cores, n) => n.ms(1e3 * cores);
const times = (count, n) => count === 1 ? "once" : `${n.count(count)} times`;
/** A number that is no count of things: `20.4`, `3`. */
const amountOf = (amount, n) => amount < 10 ? n.cores(Math.round(10 * amount) / 10) : n.count(amount);
/** So much of a statement tells which one it is. */
const TEXT_MAX = 160;
/** A statement, shortened in its middle where it is long: its end has the conditions. */
function textOf(statement, n) {
	const half = TEXT_MAX / 2;
	const text = statement.length <= TEXT_MAX ? statement : `${statement.slice(0, half)} … ${statement.slice(-80)}`;
	return n.name(text);
}
function scanOf(evidence, n) {
	const { scenario, database, statement, perCall, rows, examined, blocks } = evidence;
	const read = examined === null ? `touches ${n.count(blocks ?? 0)} blocks` : `looks at ${n.count(examined)} rows`;
	const given = rows === null ? "" : ` to give ${rowsOf(rows, n)}`;
	return `One statement takes most of the time of ${n.name(database)}${n.inScenario(scenario)}: ${textOf(statement, n)}. It takes ${n.ms(perCall)} and ${read}${given}. A table that is read as a whole, because an index is missing, looks like this.`;
}
const rowsOf = (rows, n) => {
	const amount = amountOf(rows, n);
	return amount === "0" ? "none" : amount === "1" ? "one" : amount;
};
function diskOf(evidence, n) {
	const { scenario, mode, database, waiters, pressure, rate } = evidence;
	const whose = database === null ? "The service" : n.name(database);
	const what = mode === "write" ? "waits for its writes" : "waits for reads from a disk";
	const seen = [
		waiters === null || waiters === 0 ? null : `${amountOf(waiters, n)} of its ${database === null ? "threads" : "sessions"} stood still for a disk at any time`,
		rate === null ? null : `${n.bytes(rate)} a second were ${mode === "write" ? "written" : "read"}`,
		pressure === null ? null : `some task of the machine waited for a disk ${n.share(pressure)} of the time`
	].filter((part) => part !== null);
	return `${whose} ${what}${n.inScenario(scenario)}: ${n.list(seen)}. CPU does not help there, and neither do more users.`;
}
function headroomOf(evidence, n) {
	const { scenario, idleCores, cores, thread, connections, memory } = evidence;
	const free = [
		`${n.cores(idleCores)} of ${coresOf$2(cores, n)} had nothing to do`,
		thread === null ? null : `the busiest thread of the service was busy ${n.share(Math.min(1, thread))} of the time`,
		connections === null ? null : `${n.count(connections.most)} of ${n.count(connections.limit)} connections to ${n.name(connections.database)} were open`,
		memory === null ? null : `${n.bytes(memory.used)} of ${n.bytes(memory.limit)} of memory were used`
	].filter((part) => part !== null);
	return `Nothing had run out${n.inScenario(scenario)}: ${n.list(free)}. That is what was free under this load, and no promise about the next.`;
}
const PROBES = {
	service: "the service's processes",
	cgroup: "control groups",
	runtime: "the service's Node.js",
	database: "the database",
	container: "the container"
};
/** More of them would be a log. */
const UNREAD_MAX = 5;
function unreadOf(items, n) {
	const told = items.slice(0, UNREAD_MAX).map(({ name, probe, part, reason, remedy }) => {
		const whose = name === null ? PROBES[probe] : `${PROBES[probe]} ${n.name(name)}`;
		return `${part === "all" ? whose : part === "lost" ? `${whose} to the end` : `${n.name(part)} of ${whose}`} (${n.name(reason)})${remedy === null ? "" : `: ${n.name(remedy.replace(/\.$/u, ""))}`}`;
	});
	const more = items.length > UNREAD_MAX ? ` And ${n.count(items.length - UNREAD_MAX)} more.` : "";
	return `Some things could not be watched, and nothing is guessed about them: ${told.map(ended).join(" ")}${more}`;
}
const ended = (text) => /[.!?][`>]*$/u.test(text) ? text : `${text}.`;
// src/report/words/en-search.ts
/** `24 users`, `410 requests a second`. */
function levelOf(kind, level, n) {
	if (kind === "capacity") return `${n.count(level)} requests a second`;
	return level === 1 ? "one user" : `${n.count(level)} users`;
}
/** `p95 at most 200 ms, error rate at most 1 %`. */
function objectiveOf(objective, n) {
	const latencies = OBJECTIVE_LATENCIES.flatMap((metric) => {
		const bound = objective[metric];
		return bound === null ? [] : [`${metric} at most ${n.ms(bound)}`];
	});
	return n.list([...latencies, `error rate at most ${n.share(objective.errorRate)}`]);
}
/** What was wrong with a level, as the end of a sentence. */
function breakPhrase(reason, n) {
	switch (reason.kind) {
		case "errors": return `${n.share(reason.rate)} of the requests failed`;
		case "latency": return `${reason.metric} was ${n.ms(reason.value)}, over the ${n.ms(reason.bound)} of the objective`;
		case "behind": return `only ${n.count(reason.answered)} of ${n.count(reason.planned)} requests were answered in their time, so that those that wait become ever more`;
		case "no-answers": return "nothing was answered as expected";
	}
}
function degradationOf({ kind, degradation }, n) {
	const { level, carried, reason } = degradation;
	const at = levelOf(kind, level, n);
	if (reason.kind === "plateau") return `From ${at} on, more of them brought longer waits and hardly any more throughput.`;
	const before = carried === null ? "" : `; ${levelOf(kind, carried, n)} it still carried`;
	return `At ${at} ${breakPhrase(reason, n)}${before}.`;
}
/** `47.1 to 52.3`; an end that cannot be known is left open. */
const between = ({ low, high }, write) => high === Infinity ? `${write(low)} or more` : `${write(low)} to ${write(high)}`;
const FITS = {
	good: "fits these steps well",
	fair: "fits these steps roughly",
	poor: ""
};
function lawOf({ scenario, usl }, n) {
	const { lambda, sigma, kappa, quality, worst, r2 } = usl;
	const share = (value) => n.share(value);
	const distance = `R² ${r2.toFixed(3)}, the farthest step ${n.share(worst)} from it`;
	if (quality === "poor") return `The Universal Scalability Law does not describe these steps${n.inScenario(scenario)} (${distance}), so nothing is derived from it.`;
	const parts = [
		`one user gets ${n.rate(lambda.value)}`,
		`${share(sigma.value)} of the work waits its turn (σ, 90 % interval ${between(sigma, share)})`,
		`every other user costs each ${share(kappa.value)} more (κ, ${between(kappa, share)})`
	];
	return `The Universal Scalability Law ${FITS[quality]}${n.inScenario(scenario)} (${distance}): ${n.list(parts)}.${peakOf(usl, n)}`;
}
function peakOf({ peakUsers, peakThroughput }, n) {
	if (peakThroughput === null) return " It knows no end of that.";
	const rate = `${n.rate(peakThroughput.value)} (${between(peakThroughput, (value) => n.rate(value))})`;
	if (peakUsers === null) return ` By it throughput comes ever closer to ${rate}, without a maximum.`;
	const count = (value) => n.count(Math.round(value));
	return ` By it throughput is highest at ${count(peakUsers.value)} users (${between(peakUsers, count)}), with ${rate}.`;
}
/** Told where it describes the steps better than the law. */
function boundsOf({ usl, bounds }, n) {
	if (bounds === null || bounds.knee === null || bounds.worst >= usl.worst) return "";
	const { response, ceiling, knee } = bounds;
	return `Two lines are closer (the farthest step ${n.share(bounds.worst)} from them), as with a number of workers or one lock: an answer takes ${n.ms(response ?? 0)} while nobody waits, and from ${n.count(Math.round(knee))} users on ${n.rate(ceiling ?? 0)} are all there is.`;
}
/** Two opinions that are no further apart are one. */
const SAME_KNEE = .25;
function kneeOf({ knee }, n) {
	const users = Math.round(knee.users);
	const beyond = knee.end === null ? "" : ` or ${knee.end === "lowest" ? "fewer" : "more"}, at an end of what was measured`;
	const { second } = knee;
	const other = second === null || Math.abs(second - users) <= SAME_KNEE * users ? "" : ` (Kneedle, which looks at throughput alone, sees it at ${n.count(Math.round(second))})`;
	return `The most throughput for its latency (the knee) it gives at about ${levelOf("stress", users, n)}${beyond}${other}.`;
}
/** Sentences of findings. */
const searchFindings = {
	capacity: (evidence, n) => `The service carries at most ${n.strong(n.rate(evidence.capacity))}${n.inScenario(evidence.scenario)} within its objective (${objectiveOf(evidence.objective, n)}). ${degradationOf(evidence, n)}`,
	scaling: (evidence, n) => [
		lawOf(evidence, n),
		boundsOf(evidence, n),
		kneeOf(evidence, n)
	].filter(Boolean).join(" "),
	"capacity-beyond": ({ scenario, kind, capacity, level, because }, n) => {
		const key = kind === "stress" ? "max-users" : "max-rate";
		const remedy = because === "time" ? `the time was over then: raise ${n.code("max-duration")}, or begin higher` : `no more was tried: raise ${n.code(key)}`;
		return `The service carried all that was asked of it${n.inScenario(scenario)}, up to ${levelOf(kind, level, n)}, and ${remedy}. Its capacity is ${n.rate(capacity)} at least.`;
	},
	recovers: ({ scenario, kind, recovery }, n) => `When the load fell from too much to ${levelOf(kind, recovery.level, n)}, half of what the service had carried, it was served as before within ${n.seconds(recovery.after / 1e3)}${n.inScenario(scenario)}.`,
	"stays-broken": ({ scenario, kind, recovery }, n) => {
		const { before, now, level, after } = recovery;
		const p95 = (value) => value === null ? "no answers" : `p95 ${n.ms(value)}`;
		return `When the load fell from too much to half of what it had carried, the service did not come back${n.inScenario(scenario)}: ${n.seconds(after / 1e3)} at ${levelOf(kind, level, n)} gave ${n.rate(now.throughput)} and ${p95(now.p95)}, where it was ${n.rate(before.throughput)} and ${p95(before.p95)} on the way up. Such a failure feeds itself (retries, cold caches, queues of requests that nobody waits for any more): less load does not end it, and production would need a restart.`;
	}
};
/** Titles of findings. */
const searchTitles = {
	capacity: "Capacity",
	scaling: "How it scales",
	"capacity-beyond": "Limit not reached",
	recovers: "Recovers",
	"stays-broken": "Does not recover"
};
/** Headings, facts and captions. */
const search = {
	steps: "Load steps",
	columns: {
		level: (kind) => kind === "stress" ? "Users" : "Asked",
		throughput: "Throughput",
		baseThroughput: "Base",
		p50: "p50",
		p95: "p95",
		failed: "Failed",
		little: "Little's law",
		carried: "Carried"
	},
	level: (kind, level, n) => kind === "stress" ? n.count(level) : n.rate(level),
	little: (gap, n) => gap === null ? "–" : `off by ${n.share(gap)}`,
	carried: (broken) => {
		switch (broken?.kind) {
			case void 0: return "yes";
			case "errors": return "no: errors";
			case "latency": return `no: ${broken.metric}`;
			case "behind": return "no: falls behind";
			case "no-answers": return "no: no answers";
		}
	},
	facts: ({ kind, rows, steps }, n) => {
		const levels = rows.map(({ level }) => level);
		return `${kind === "stress" ? n.count(Math.min(...levels)) : n.count(Math.min(...levels))} to ${levelOf(kind, Math.max(...levels), n)} in ${n.count(steps)} steps`;
	},
	axis: (kind) => kind === "stress" ? "users" : "requests a second asked for",
	throughputChart: "Throughput by load",
	latencyChart: "Latency by load",
	throughputCaption: (kind, withBase) => `One point a level of load, from few to many${withBase ? ": 🟦 now, 🟧 the base commit" : ""}. ${kind === "stress" ? "Where the line bends, more users only wait longer." : "Where it falls below what was asked for, the service no longer keeps up."}`,
	latencyCaption: "🟦 p50, 🟧 p95, in milliseconds.",
	littleNote: "Little's law: users = throughput × (latency + think time). It holds for every system, so a step that is far off was not measured rightly."
};
// src/report/words/en-soak.ts
/** Sentences of levels that grow, or do not. */
const soak = {
	leak: ({ scenario, slope, interval: [low, high], from, to, seconds, left, collected }, n) => `Memory grew by ${n.strong(aMinute(slope, n))}${n.inScenario(scenario)} (with 95 % confidence ${aMinute(low, n)} to ${aMinute(high, n)}), from ${n.bytes(from)} to ${n.bytes(to)} in the last ${n.seconds(seconds)}, and went on growing. At this rate it doubles in ${n.span(to / slope)} and fills this machine in ${n.span(left)}. ${collected ? LEAK : PERHAPS}`,
	"memory-level": ({ scenario, level, seconds, detectable }, n) => `Memory did not go on growing${n.inScenario(scenario)} in the last ${n.seconds(seconds)}: ${n.bytes(level)} at the end. A steady growth of ${aMinute(detectable, n)} would have been seen.`,
	"latency-drift": ({ scenario, metric, from, to, seconds }, n) => `${METRIC_STARTS[metric]} rose steadily${n.inScenario(scenario)} under the same load, from ${n.ms(from)} to ${n.ms(to)} (${n.change(metric, to / from - 1)}) in the last ${n.seconds(seconds)}, and went on rising. Growing tables, lists that are searched, and filling queues look like this.`,
	"errors-drift": ({ scenario, from, to, seconds }, n) => `More and more requests failed${n.inScenario(scenario)} under the same load, from ${n.share(from)} to ${n.share(to)} in the last ${n.seconds(seconds)}. Something is used up: connections, file handles, memory.`,
	"memory-unwatched": ({ scenario, why, seconds, needed }, n) => UNWATCHED[why](n.inScenario(scenario), seconds, needed, n)
};
const LEAK = "A leak looks like this, or a cache that is still filling: that comes to rest in a longer soak.";
const PERHAPS = "A leak looks like this. So do a cache that is still filling, and garbage that no collection of the whole heap has come to yet: it is too little so far to tell them apart. In a longer soak those come to rest, and a leak does not.";
/** `1.02 MB a minute`. */
const aMinute = (slope, n) => `${n.bytes(60 * slope)} a minute`;
const UNWATCHED = {
	short: (where, seconds, needed, n) => `${n.seconds(seconds)} are too short to see memory grow${where}; it takes ${n.seconds(needed)} at least, and some minutes to see it well.`,
	turns: (where, _, __, n) => `The soak${where} was measured in short turns beside the base commit, which show no growth. ${n.code("compare: baseline")} measures it in one go.`,
	unread: (where) => `The memory of the service could not be read${where}: its processes are not known, or this system does not tell.`
};
// src/report/words/en-findings.ts
/** The bold word in front of each finding. */
const findingTitles = {
	"generator-bound": "Generator at its limit",
	loopback: "Loopback",
	"certificate-not-verified": "Certificate not verified",
	"shared-machine": "One machine for both",
	competition: "Competition for CPU",
	machine: "Hardware",
	"stolen-cpu": "Stolen CPU time",
	"not-watched": "CPU not readable",
	"closed-loop": "Closed loop",
	"too-few-answers": "Few answers",
	"short-run": "Short run",
	"other-machine": "Another machine",
	"other-config": "Another load",
	"first-run": "First run",
	"thin-history": "Short history",
	"own-engine": "Engine",
	screened: "Second opinion",
	"base-failed": "Base commit not measured",
	detectable: "Smallest change it could see",
	"baseline-drift": "Slow drift",
	"cost-in-cpu": "It computes more",
	"cost-in-waiting": "It waits longer",
	attribution: "Where the time went",
	"larger-answers": "Larger answers",
	"whole-shift": "All answers together",
	"larger-budget": "Give it more time",
	"no-errors": "No errors",
	errors: "Errors",
	"objective-met": "Within its limit",
	"objective-missed": "Beyond its limit",
	slower: "Slower",
	faster: "Faster",
	stable: "Stable",
	spikes: "Latency spikes",
	dips: "Throughput dips",
	drift: "Drift",
	leak: "Memory grows",
	"memory-level": "Memory stays level",
	"latency-drift": "Slower and slower",
	"errors-drift": "More and more errors",
	"memory-unwatched": "Memory not judged",
	"long-tail": "Long tail",
	"slow-request": "One slow request",
	saturated: "CPU exhausted",
	waiting: "Waiting, not computing",
	"capacity-unknown": "Capacity unknown",
	"find-the-cause": "Find the cause",
	"fix-or-accept": "Or accept it",
	"take-baseline": "Store a baseline",
	"hold-the-gain": "Hold the gain",
	"more-baseline-runs": "Sharpen the limits",
	"look-at-errors": "Errors first",
	"separate-machine": "Where the load comes from",
	"quiet-machine": "Quieter machine",
	"run-longer": "Measure longer",
	"warm-up-longer": "Warm up longer",
	"look-at-database": "Find the wait",
	"ramp-to-limit": "Look for the limit",
	...searchTitles,
	...resourceTitles
};
/** Said once, after the sentences of all scenarios. */
const findingCodas = {
	detectable: "A smaller change may have gone unseen.",
	leak: "Limits are held against the lower end of the interval."
};
/** All sentences of findings. */
const findings = {
	"generator-bound": ({ scenario, cpu, eventLoop, beyond }, n) => {
		const use = `${n.share(cpu)} of a core, event loop busy ${n.share(eventLoop)} of the time`;
		return beyond ? `The load generator could not keep up${n.inScenario(scenario)} (${use}). Its own queue is in these latencies, so they say little about the service.` : `The load generator came close to its limit${n.inScenario(scenario)} (${use}). The highest latencies may include a little of its own queue.`;
	},
	loopback: ({ address }, n) => `The service was loaded at ${n.name(address)}, this machine's own address. No network lay in between, so latency is understated and throughput overstated. Compare these numbers with each other, not with production.`,
	"certificate-not-verified": ({ url }, n) => `The service's certificate was not verified, as ${n.code("tls: { verify: false }")} asks: whoever answered at ${n.name(url)} was taken for the service. With ${n.code("tls: { ca: … }")} a certificate of your own is verified, too.`,
	"shared-machine": ({ serviceCores, generatorCores, otherCores, cores }, n) => {
		const service = serviceCores === null ? "" : `the service used ${n.cores(serviceCores)}, `;
		return `Service and load generator shared ${coresOf$1(cores, n)}: ${service}the generator ${n.cores(generatorCores)}, everything else ${n.cores(otherCores)}. Neither was seen waiting for the other.`;
	},
	competition: (evidence, n) => `CPU was short${n.inScenario(evidence.scenario)}: ${competitionOf(evidence, n)}. Part of the latency is waiting for a core.`,
	machine: (evidence, n) => machineOf(evidence, n),
	"stolen-cpu": ({ scenario, steal }, n) => `The hypervisor gave ${n.share(steal)} of the CPU time to other guests${n.inScenario(scenario)}. At those moments the service was slow through no fault of its own.`,
	"not-watched": (_, n) => `CPU use could not be read on this system (${n.name("/proc")} is missing), so competition went unwatched, and so did bottlenecks that only CPU use shows.`,
	"closed-loop": ({ users }, n) => `${users === 1 ? "The only user waits" : `The ${n.count(users)} users wait`} for each answer before asking again. A service that slows down gets less load here, where real visitors would keep coming: congestion looks milder than it would be.`,
	"too-few-answers": ({ scenario, metric, answers, needed }, n) => `${METRIC_STARTS[metric]} rests on ${n.count(answers)} answers${n.inScenario(scenario)}. It takes about ${n.count(needed)} before that number is more than a guess.`,
	"short-run": ({ scenario, seconds }, n) => `Only ${n.seconds(seconds)} were measured${n.inScenario(scenario)}. What comes every several seconds or builds up slowly (garbage collection, expiring caches, leaks) may not have shown.`,
	"other-machine": ({ scenarios, known, here }, n) => `The baseline${ofScenarios(scenarios, n)} comes from another machine (fingerprint ${namesOf(known, n)}; this one is ${n.name(here)}). Numbers of different machines are not compared.`,
	"other-config": ({ scenarios }, n) => `The baseline${ofScenarios(scenarios, n)} was measured with another configuration: requests, load or start command have changed since. Numbers of different loads are not compared.`,
	"first-run": ({ scenarios, path }, n) => `${n.name(path)} holds no accepted run${ofScenarios(scenarios, n)} yet, so nothing was compared. Only absolute limits could be judged.`,
	"thin-history": ({ scenario, runs, metric, limit, tolerance, advisory }, n) => {
		return `${`The baseline${n.inScenario(scenario)} rests on ${runs === 1 ? "one accepted run" : `${n.count(runs)} accepted runs`}.`}${tolerance > limit ? ` From so few it is partly assumed how much runs differ by chance, so the limit of ${METRIC_WORDS[metric]} was widened from ${n.extent(metric, limit)} to ${n.extent(metric, tolerance)}.` : ""}${advisory ? ` A regression against so few is only advice; ${n.code("baseline: min-runs")} says from how many on it fails the gate.` : ""}`;
	},
	"own-engine": ({ scenario, why }, n) => why === "closing-connections" ? `The service closes its connections${n.inScenario(scenario)}. autocannon goes on using them where other clients open new ones, so it cannot measure such a service. The engine of our own on undici measured instead.` : `The service sends answers that are not whole ones, such as early hints${n.inScenario(scenario)}. autocannon takes them for whole and pairs the next ones with the wrong requests. The engine of our own on undici measured instead.`,
	screened: ({ scenario, outcome, changes }, n) => {
		const doubts = changes.length === 0 ? "could not decide" : `saw ${n.list(changes.map(({ metric, change }) => `${METRIC_WORDS[metric]} ${n.change(metric, change)}`))}`;
		return `The stored baseline ${outcome === "no-baseline" ? "had nothing to compare with" : doubts}${n.inScenario(scenario)}, so the base commit was measured beside the change, on this machine, and decides. The table shows that comparison.`;
	},
	"base-failed": ({ message, decided }, n) => `${n.name(message)} That is not held against the change. It is built and started in a folder of its own by the same commands, so ${n.code("build")} has to do everything that a fresh checkout needs. ${decided === "baseline" ? "The stored baseline decided alone." : "Nothing was compared; only absolute limits could be judged."}`,
	detectable: ({ scenario, changes, blind }, n) => {
		const caught = `Nine times of ten this run would have caught${n.inScenario(scenario)} ${n.list(changes.map(({ metric, change }) => worseBy(metric, change, n)))}.`;
		const longest = Math.max(...blind.map(({ seconds }) => seconds));
		return blind.length === 0 ? caught : `${caught} To see changes as small as the limit of ${n.list(blind.map(({ metric, limit }) => `${METRIC_WORDS[metric]} (${n.extent(metric, limit)})`))}, ${n.seconds(longest)} under load would be needed, if the noise stays as it was.`;
	},
	"baseline-drift": ({ scenario, metric, change, runs }, n) => `The accepted runs themselves drift${n.inScenario(scenario)}: over ${n.count(runs)} of them ${METRIC_WORDS[metric]} moved by ${n.change(metric, change)}, in steps that were each too small to fail. No single change is to blame for that, this one included.`,
	"cost-in-cpu": ({ scenario, cpu, latency }, n) => `A request costs ${n.change("cpu-per-request", cpu)} CPU time of the service${n.inScenario(scenario)}, and latency moved by ${n.change("p50", latency)}: the service computes more than before. Look at what each request now does: serialisation, validation, loops, logging.`,
	"cost-in-waiting": ({ scenario, cpu, latency }, n) => `Latency moved by ${n.change("p50", latency)}${n.inScenario(scenario)} while a request's CPU time moved by ${n.change("cpu-per-request", cpu)}: the service does not compute more, it waits longer. Look for a new query, a call to another service, a lock, a timer.`,
	"larger-answers": ({ scenario, change, before, now }, n) => `An answer holds ${n.change("answer-size", change)} bytes${n.inScenario(scenario)}: ${n.value("answer-size", now)} where it held ${n.value("answer-size", before)}. Part of the cost is in making and sending them.`,
	"whole-shift": ({ scenario, change, interval: [low, high] }, n) => `From the median to p95, latency moved by ${n.change("p50", change)} on average${n.inScenario(scenario)}, with 90 % confidence by ${n.range("p50", low, high)}: the whole distribution, not one quantile of it.`,
	"no-errors": ({ scenario, sent, upperBound }, n) => `None of ${n.count(sent)} requests failed${n.inScenario(scenario)}; with 95 % confidence the true error rate is below ${n.share(upperBound)}.`,
	errors: ({ scenario, rate, failed, attempts, kinds, messages }, n) => {
		const how = n.list(kinds.map(({ kind, count }) => `${n.count(count)} ${ERROR_KINDS[kind](count)}`));
		const most = messages.map(({ message, count }) => `${n.name(message)} (${n.count(count)})`);
		const words = most.length === 0 ? "" : ` Most frequent: ${most.join(", ")}.`;
		return `${n.count(failed)} of ${n.count(attempts)} requests failed${n.inScenario(scenario)}, ${n.share(rate)}: ${how}.${words}`;
	},
	"objective-met": ({ scenario, metric, value, bound, headroom }, n) => `${METRIC_STARTS[metric]} of ${n.value(metric, value)}${n.inScenario(scenario)} keeps its limit of ${n.bound(metric, bound)}, with ${n.share(headroom)} to spare.`,
	"objective-missed": ({ scenario, metric, value, bound }, n) => `${METRIC_STARTS[metric]} of ${n.value(metric, value)}${n.inScenario(scenario)} breaks its limit of ${n.bound(metric, bound)}.`,
	slower: ({ scenario, shape, shift }, n) => shape === "whole" ? `The whole distribution moved${n.inScenario(scenario)}: ${shiftOf(shift, n)}. The cost is in work that most requests do.` : `Only the slow answers got slower${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Most requests are served as before, and something makes some of them wait.`,
	faster: ({ scenario, shape, shift }, n) => shape === "whole" ? `The whole distribution moved${n.inScenario(scenario)}: ${shiftOf(shift, n)}.` : `The slow answers got faster${n.inScenario(scenario)}: ${shiftOf(shift, n)}. The usual answer is as it was.`,
	stable: ({ scenario, variation, seconds }, n) => `Throughput stayed level${n.inScenario(scenario)}: over ${n.seconds(seconds)} it varied by ${n.share(variation)}, without spikes, dips or drift.`,
	spikes: ({ scenario, seconds, of, worst, typical }, n) => `${secondsOf(seconds, of, n)} stood out${n.inScenario(scenario)}: a p95 of up to ${n.ms(worst)}, where ${n.ms(typical)} is typical.`,
	dips: ({ scenario, seconds, of, worst, typical }, n) => `${secondsOf(seconds, of, n)} fell out${n.inScenario(scenario)}: down to ${n.rate(worst)}, where ${n.rate(typical)} is typical.`,
	drift: ({ scenario, metric, change, seconds }, n) => {
		const worse = change > 0 === (METRICS[metric].better === "lower");
		const went = `${METRIC_STARTS[metric]} ${change > 0 ? "rose" : "fell"} steadily${n.inScenario(scenario)}, by ${n.change(metric, change)} over ${n.seconds(seconds)}`;
		return worse ? `${went}. Leaks, growing tables and filling queues look like this; a longer run tells whether it goes on.` : `${went}: the service was still warming up, and is faster when warm than these numbers say.`;
	},
	"long-tail": ({ scenario, p50, p99 }, n) => `The slowest 1 % of the answers took ${n.ms(p99)} or more${n.inScenario(scenario)}, ${n.times(p99 / p50)} the median of ${n.ms(p50)}. A plain queue explains about ×6.6; the rest points to pauses, locks or a few costly requests.`,
	"slow-request": ({ scenario, request, p95, others }, n) => `${n.name(request)} stands out${n.inScenario(scenario)}: its p95 is ${n.ms(p95)}, against ${n.ms(others)} for all other requests together.`,
	saturated: ({ scenario, busyCores, cores, serviceCores }, n) => `CPU ran out${n.inScenario(scenario)}: ${n.cores(busyCores)} of ${coresOf$1(cores, n)} were busy, ${n.cores(serviceCores)} of them with the service. More users would wait longer rather than get more answers.`,
	waiting: ({ scenario, serviceCores, p50, cpuPerAnswer }, n) => `The usual answer took ${n.ms(p50)}${n.inScenario(scenario)} but cost only ${n.ms(cpuPerAnswer)} of CPU time, and the service used ${n.cores(serviceCores)} of a core. It was waiting: for a database, a lock, a connection pool, another service or a timer.`,
	"capacity-unknown": ({ users }, n) => `Only one level of load was run (${userCount(users, n)}). How much more the service can take is not known from that, and not guessed.`,
	...searchFindings,
	...attribution,
	...resourceFindings,
	...soak,
	...advice
};
/** `4 cores`. */
function coresOf$1(cores, n) {
	return cores === 1 ? "one core" : `${n.cores(cores)} cores`;
}
const userCount = (users, n) => users === 1 ? "one user" : `${n.count(users)} users`;
function competitionOf(evidence, n) {
	const { busyCores, cores, serviceCores, generatorCores, runQueueDelay, cpuPressure } = evidence;
	const service = serviceCores === null ? "" : `service ${n.cores(serviceCores)}, `;
	const parts = [
		`${n.cores(busyCores)} of ${coresOf$1(cores, n)} were busy (${service}generator ${n.cores(generatorCores)})`,
		runQueueDelay === null ? null : `the generator was ready but had no core ${n.share(runQueueDelay)} of the time`,
		cpuPressure === null ? null : `some task waited for a core ${n.share(cpuPressure)} of the time`
	];
	return n.list(parts.filter((part) => part !== null));
}
const RUNNERS = {
	"github-hosted": "GitHub's shared hardware, where neighbours come and go",
	"self-hosted": "a self-hosted runner",
	local: "a local machine, not a server"
};
const UNREAD = {
	governor: "power governor",
	power: "battery or mains",
	throttling: "thermal throttling"
};
function machineOf({ machine, unread }, n) {
	const { cpuModel, cores, memory, os, virtualisation, governor, power, thermalThrottles, runner } = machine;
	const layer = virtualisation === null ? "no sign of virtualisation" : n.name(virtualisation);
	const state = [
		governor === null ? null : `power governor ${n.name(governor)}`,
		power === null ? null : power === "battery" ? "on battery" : "on mains",
		thermalThrottles === null || thermalThrottles === 0 ? null : `slowed down for heat ${n.count(thermalThrottles)} times since it booted`
	].filter((part) => part !== null);
	const known = state.length === 0 ? "" : ` State: ${state.join(", ")}.`;
	const missing = unread.length === 0 ? "" : ` Not readable here: ${n.list(unread.map((name) => UNREAD[name]))}; slow phases of the hardware cannot be ruled out.`;
	return `${n.name(cpuModel)}, ${coresOf$1(cores, n)}, ${n.bytes(memory)}, ${n.name(os)}, ${layer}: ${RUNNERS[runner]}.${known}${missing}`;
}
const ERROR_KINDS = {
	httpError: (count) => count === 1 ? "unexpected answer" : "unexpected answers",
	connectionError: (count) => count === 1 ? "broken connection" : "broken connections",
	timeout: (count) => count === 1 ? "timeout" : "timeouts",
	lost: () => "closed without an answer",
	refused: (count) => count === 1 ? "refused connection" : "refused connections"
};
/** `a rise of p95 by 14 %`. */
function worseBy(metric, change, n) {
	return `${METRICS[metric].better === "lower" ? "a rise" : "a drop"} of ${METRIC_WORDS[metric]} by ${n.extent(metric, change)}`;
}
const shiftOf = ({ p50, p95, p99 }, n) => `p50 ${n.change("p50", p50)}, p95 ${n.change("p95", p95)}, p99 ${n.change("p99", p99)}`;
/** Which seconds, while they are few; seconds count from 1 for people. */
function secondsOf(seconds, of, n) {
	if (seconds.length > 4) return `${n.count(seconds.length)} of ${n.count(of)} seconds`;
	const which = n.list(seconds.map((second) => n.count(second + 1)));
	return seconds.length === 1 ? `Second ${which}` : `Seconds ${which}`;
}
function namesOf(names, n) {
	const few = 3;
	const shown = names.slice(0, few).map((name) => n.name(name));
	return n.list(names.length > few ? [...shown, `${n.count(names.length - few)} more`] : shown);
}
/** Of several scenarios, which; of the only one, nothing. */
function ofScenarios(scenarios, n) {
	const [only] = scenarios;
	if (only === void 0) return "";
	return scenarios.length === 1 ? n.inScenario(only).replace(/^ in /, " of ") : ` of ${namesOf(scenarios, n)}`;
}
// src/report/words/en-labels.ts
/** Fixed words. */
const labels = {
	overview: "Overview",
	limits: "Limits of this measurement",
	results: "Results",
	says: "What the results say",
	kinds: {
		strength: "Strength",
		weakness: "Weakness",
		bottleneck: "Bottleneck",
		potential: "Potential"
	},
	conclusions: "Conclusions",
	nextSteps: "Next steps",
	learnMore: "To learn more",
	method: "Method, machine and how to reproduce",
	rawNumbers: "Raw numbers",
	requests: "Requests",
	distribution: "Latency",
	charts: "Charts",
	columns: {
		metric: "Metric",
		baseline: "Baseline",
		base: "Base",
		now: "Now",
		change: "Change (90 % interval)",
		limit: "Limit",
		judgement: "Judgement"
	},
	requestColumns: {
		request: "Request",
		sent: "Sent",
		throughput: "Throughput",
		failed: "Failed",
		p50: "p50",
		p95: "p95",
		p99: "p99"
	},
	quantile: "Quantile",
	changeOnly: "Change",
	maximum: "slowest",
	none: "–",
	counts: {
		sent: "sent",
		ok: "ok",
		httpError: "unexpected answer",
		connectionError: "broken connection",
		timeout: "timeout",
		lost: "closed without an answer",
		inFlight: "in flight at the end",
		refused: "refused"
	}
};
// src/report/words/en-method.ts
/** English: how it was measured, what each scenario was, and the captions of charts. */
/** `10 users for 20 s, 24,310 requests by autocannon, none failed`. */
function facts(scenario, n) {
	const { engine } = scenario;
	const { seconds, attempts, failed } = scenario.search ?? scenario;
	const who = scenario.search === null ? loadOf(scenario, n) : search.facts(scenario.search, n);
	const fate = failed === 0 ? "none failed" : `${n.count(failed)} failed`;
	return `${who}${scenario.search === null ? " for" : ","} ${n.seconds(seconds)}, ${n.count(attempts)} requests by ${engine.name}, ${fate}`;
}
/** `10 users`, `50 users with think time`, `40 requests a second`, `1 to 50 users`. */
function loadOf({ executor, users }, n) {
	const many = (count) => count === 1 ? "one user" : `${n.count(count)} users`;
	const thinking = executor !== null && isThinking(executor) ? " with think time" : "";
	switch (executor?.kind) {
		case void 0:
		case "constant-users": return `${many(users)}${thinking}`;
		case "ramping-users": {
			const levels = [executor.startUsers, ...executor.stages.map(({ target }) => target)];
			return `${n.count(Math.min(...levels))} to ${many(Math.max(...levels))}${thinking}`;
		}
		case "constant-arrival-rate": return `${n.count(executor.rate)} requests a second`;
		case "ramping-arrival-rate": {
			const levels = [executor.startRate, ...executor.stages.map(({ target }) => target)];
			return `${n.count(Math.min(...levels))} to ${n.count(Math.max(...levels))} requests a second`;
		}
	}
}
/** Why this engine measured. */
const ENGINE_WHY = {
	asked: "as configured",
	default: "default",
	"closing-connections": "since the service closes its connections",
	"lost-answers": "since autocannon lost answers",
	executor: "autocannon cannot send this load",
	"http-2": "speaks HTTP/2",
	unsupported: "autocannon measures neither HEAD requests nor verified TLS truthfully, and lets nobody look into answers"
};
/** How it was measured, one sentence a line. */
function method(how, n) {
	const { occasion } = how;
	return [
		`Loadgate ${n.name(how.loadgate)}, ${n.name(how.startedAt)}, seed ${n.name(String(how.seed))}${commitOf(how, n)}${pullRequestOf(how, n)}.`,
		`Loaded: ${n.name(how.target.url)}${readyOf(how, n)}. ${sendingOf(how)}`,
		...how.baseline === null ? [] : [baselineOf(how.baseline, n)],
		...judgedOf(how, n),
		`Machine fingerprint ${n.name(how.machine.fingerprint)}, ${n.name(how.machine.architecture)}, Node.js ${n.name(how.machine.node)}.`,
		`To reproduce, check ${how.commit === null ? "the same commit" : n.name(short(how.commit))} out and run ${n.code("npx loadgate run")} with the same configuration. To judge these numbers again: ${n.name(`npx loadgate judge ${how.directory}/run.json`)}.`,
		...occasion.runUrl === null ? [] : [`${n.link("Workflow run", occasion.runUrl)}.`]
	];
}
/** When requests are sent, and what their latency is. */
function sendingOf({ loops }) {
	const users = `Users send their next request when the last one is answered${loops.thinking ? " and their think time is over" : ""}; `;
	const arrivals = `${loops.users ? "with an arrival rate requests" : "Requests"} are sent at their times, whatever became of those before; `;
	const from = loops.arrivals ? "that moment" : "the request";
	return `${loops.users ? users : ""}${loops.arrivals ? arrivals : ""}each latency runs from ${from} to the end of its answer, in microseconds, and a timeout counts with at least the time it waited.`;
}
/** How it was compared and judged. */
function judgedOf({ beside, cores }, n) {
	if (beside === null) return ["A metric regresses when it is worse than its limit and than the noise between accepted runs explains (one false alarm in a thousand comparisons). Intervals hold the true change with 90 % confidence."];
	const { commit, blocks, confirmBlocks, load } = beside;
	const against = commit === null ? "the base" : `the base commit ${n.name(short(commit))}`;
	const confirmed = confirmBlocks === 0 ? "" : `, ${n.count(confirmBlocks)} of them to confirm an alarm`;
	return [
		`Measured beside ${against}: ${blocksOf(blocks, n)}${confirmed}, ${n.seconds(load / 1e3)} under load. In each block both builds were booted afresh, warmed up, and took short turns in a balanced random order, on new connections each. The quiet turns decide, the best quarter of each build's; all turns together are looked at for what happens in some of them only.`,
		cores === null ? "Generator and service shared all cores." : `The service was kept on ${coresOf(cores.service, n)}, the generator on ${coresOf(cores.generator, n)}.`,
		"A metric regresses when its change is beyond the smallest effect worth speaking of at an error rate that all looks and all limited metrics share (one in two hundred), reaches its limit, and is confirmed by fresh blocks. Intervals hold the true change with 90 % confidence."
	];
}
/** `one block`, `14 blocks`. */
const blocksOf = (count, n) => count === 1 ? "one block" : `${n.count(count)} blocks`;
const coresOf = (cores, n) => cores.length === 1 ? `core ${cores.join("")}` : `cores ${n.list(cores.map(String))}`;
function commitOf({ commit, dirty }, n) {
	if (commit === null) return "";
	return `, commit ${n.name(short(commit))}${dirty ? " with uncommitted changes" : ""}`;
}
const pullRequestOf = ({ occasion: { pullRequest } }, n) => pullRequest === null ? "" : `, pull request ${n.name(String(pullRequest.number))}`;
function readyOf({ readyAfter }, n) {
	const [first] = readyAfter;
	return first === void 0 ? ", already running" : `, ready ${n.ms(first)} after its start`;
}
function baselineOf({ path, commit }, n) {
	const where = commit === null ? "of the working tree" : `at the base commit ${n.name(short(commit))}`;
	return `Baseline: ${n.name(path)} ${where}.`;
}
const short = (commit) => commit.slice(0, 12);
/** Engine, generator and machine during one scenario. */
function measured(scenario, n) {
	const { engine, generator, host, warmUp, name, configHash, arrivals } = scenario;
	const use = [
		`warm-up ${n.seconds(warmUp)}`,
		`engine ${n.name(`${engine.name} ${engine.version}`)} (${ENGINE_WHY[engine.why]})`,
		`generator ${n.share(generator.cpu)} of a core, event loop ${n.share(generator.eventLoop)} busy with a p99 delay of ${n.ms(generator.eventLoopDelayP99)}, ${n.bytes(generator.memory)}`,
		arrivals === null ? null : `of ${n.count(arrivals.planned)} arrivals ${n.count(arrivals.late)} sent late, ${n.count(arrivals.dropped)} dropped, ${n.count(arrivals.waiting)} still waiting at the end${arrivals.lagP99 === null ? "" : ` (99 of 100 sent within ${n.ms(arrivals.lagP99)} of their time)`}`,
		host === null ? null : `machine ${n.cores(host.busyCores)} of ${n.cores(host.cores)} cores busy${host.serviceCores === null ? "" : `, service ${n.cores(host.serviceCores)}`}`,
		host === null || host.serviceMemory === null ? null : `service memory ${n.bytes(host.serviceMemory)}`,
		configHash === null ? null : `configuration ${n.name(configHash)}`
	].filter((part) => part !== null);
	return `${n.name(name)}: ${use.join("; ")}.`;
}
/** Titles and captions of charts. */
const charts = {
	users: "Users",
	underWay: "Requests under way",
	usersCaption: (width) => width === 1 ? "" : `Each point is the mean of ${width} s.`,
	throughput: (withErrors) => withErrors ? "Answers and failures per second" : "Throughput: answers per second",
	latency: "Latency: p50 and p95 in milliseconds",
	seconds: "seconds of the measured time",
	perSecond: "per second",
	milliseconds: "ms",
	throughputCaption: (width, withErrors) => `${withErrors ? "🟦 answers as expected, 🟧 failures. " : ""}${width === 1 ? "" : `Each point is the mean of ${width} s.`}`.trim(),
	latencyCaption: (width, silent) => [
		"🟦 p50, 🟧 p95.",
		width === 1 ? "" : `Each point is the highest of ${width} s.`,
		silent ? "Zero means that nothing was answered." : ""
	].filter((part) => part !== "").join(" "),
	memory: "Memory of the service in MB",
	memoryRow: "memory",
	megabytes: "MB",
	memoryCaption: ({ width, megabytes }, n) => `Anonymous memory of all its processes, from ${n.bytes(1e6 * (megabytes[0] ?? 0))} at first to ${n.bytes(1e6 * (megabytes.at(-1) ?? 0))} at last; at most ${n.bytes(1e6 * Math.max(...megabytes))}. Each point is the least ${width === 1 ? "of a second" : `of ${width} s`}. The axis may not begin at zero.`
};
// src/report/words/en-voids.ts
/** In a headline. */
function voidPhrase(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return "the load generator was the bottleneck, not the service";
		case "too-few-answers": return `${n.count(reason.answers)} answers are too few for ${METRIC_WORDS[reason.metric]}`;
		case "no-answers": return "not one request was answered as expected";
		case "status-mix-changed": return `the share of ${reason.status} answers changed`;
		case "answer-size-changed": return "answers have another size than in the baseline";
		case "engine-changed": return `${n.code(reason.now)} measured, and ${n.code(reason.before)} the baseline`;
		case "arrivals-missed": return "the asked rate was not kept: requests found nobody free to send them";
		case "no-capacity": return "the objective was not kept even at the lowest load";
		case "little": return "users, throughput and latency do not fit together";
		case "memory-unread": return "memory has a limit, and its growth could not be measured";
		case "metric-unread": return `${METRIC_WORDS[reason.metric]} ${have(reason.metric)} a limit, and could not be measured`;
		case "lost-answers": return "requests were lost on closed connections";
		case "null-comparison": return "the same build differed from itself";
		case "order-effect": return "what came first was measured differently";
		case "outside-noise": return "others used too much of the machine";
	}
}
const have = (metric) => metric === "queries-per-request" ? "have" : "has";
/** What to do, in one sentence. */
function remedy(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return "Give the generator more room, and measure again.";
		case "too-few-answers": return "Measure for longer, or with more users.";
		case "no-answers": return "Look into the service's log.";
		case "status-mix-changed":
		case "answer-size-changed": return "If the service is meant to answer differently now, take a new baseline; if not, this is a bug.";
		case "engine-changed": return `If the service is meant to close its connections now, take a new baseline; if not, this is a bug. ${n.code("engine: undici")} measures both.`;
		case "arrivals-missed": return `Lower ${n.code("rate")}, or raise ${n.code("max-users")} if the service is to be held to this rate however long its answers take.`;
		case "no-capacity": return `Begin lower, or ask for less in ${n.code("objective")}; if the service used to keep it, this is a regression.`;
		case "little": return `Measure again with a longer ${n.code("step")}; if it happens again, please report it with run.json.`;
		case "memory-unread": return `Measure for some minutes in one go (${n.code("executor: soak")}, ${n.code("compare: baseline")}), or remove the limit.`;
		case "metric-unread": return reason.metric === "queries-per-request" ? `Name every database in ${n.code("databases")} and let it be counted (what could not be read is told with its remedy), or remove the limit.` : `Let Loadgate start the service (${n.code("start")}) on a machine that can read it, or remove the limit.`;
		case "lost-answers": return `Set ${n.code("engine: undici")} and measure again.`;
		case "null-comparison":
		case "order-effect":
		case "outside-noise": return "Measure again when the machine is quieter.";
	}
}
/** As a sentence, with its numbers. */
function voidSentence(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return `The generator used ${n.share(reason.cpu)} of a core, with an event loop busy ${n.share(reason.eventLoop)} of the time: it measured its own queue.`;
		case "too-few-answers": return `${METRIC_STARTS[reason.metric]} needs ${n.count(reason.needed)} answers and had ${n.count(reason.answers)}.`;
		case "no-answers": return "Not one request was answered as expected.";
		case "status-mix-changed": return `${n.share(reason.now)} of the expected answers were ${reason.status}, in the baseline ${n.share(reason.before)}: other work was measured.`;
		case "answer-size-changed": return `An answer has ${n.bytes(reason.now)} on average, in the baseline ${n.bytes(reason.before)}: other answers were measured.`;
		case "engine-changed": return `${n.code(reason.now)} had to measure, and ${n.code(reason.before)} measured the baseline: engines cost a request differently, so the numbers cannot be compared.`;
		case "arrivals-missed": return `${n.count(reason.missed)} of ${n.count(reason.planned)} requests that the asked rate comes to were not sent, because all users were waiting for answers: the service did not keep up with the rate, and its latencies are those of a lower one.`;
		case "no-capacity": return `At ${levelOf(reason.search, reason.level, n)}, the lowest load, ${breakPhrase(reason.reason, n)}: there is no load within the objective, and so no capacity to tell.`;
		case "little": return `At ${levelOf("stress", reason.level, n)}, ${n.rate(reason.throughput)} with a mean latency of ${n.ms(reason.mean)} are off Little's law by ${n.share(reason.gap)}: a law that every system keeps, so this was not measured rightly.`;
		case "memory-unread": return "The growth of memory has a limit, and no value: the run was too short or in turns, or the service is not ours to read.";
		case "metric-unread": return reason.metric === "queries-per-request" ? "The number of queries a request has a limit, and no value: no database is configured, or one could not be counted to the end." : `${METRIC_STARTS[reason.metric]} has a limit, and no value: the service is not ours to read, or this machine does not tell.`;
		case "lost-answers": return `${n.count(reason.lost)} of ${n.count(reason.sent)} requests were lost: autocannon goes on using connections that the service has announced to close, where other clients open new ones.`;
		case "null-comparison": return `Turns of the same build differed in ${METRIC_WORDS[reason.metric]} by ${n.change(reason.metric, reason.change)}, more than chance and the limit allow: what differs from itself cannot be compared with another.`;
		case "order-effect": return `In each pair of turns the later one differed in ${METRIC_WORDS[reason.metric]} by ${n.change(reason.metric, reason.change)}, whichever build it was: the order was measured, not the builds.`;
		case "outside-noise": return `In ${n.count(reason.blocks)} of ${n.count(reason.of)} blocks other processes (or other machines of the same host) used up to ${n.cores(reason.cores)} of a core for much of the time.`;
	}
}
// src/report/words/en-verdict.ts
/** English: the verdict, its reasons, and what to do about it. */
/** The verdict in one line. */
function headline(verdict, n) {
	return `${verdict.suite === "default" ? "" : `${n.name(verdict.suite)} · `}${verdictOf(verdict, n)}${moreOf(verdict, n)}`;
}
function verdictOf(verdict, n) {
	const { outcome, reasons, scenarios } = verdict;
	const [lead] = reasons;
	switch (outcome) {
		case "fail": return `${lead?.kind === "regression" ? "Regression" : "Limit broken"}: ${phrases(reasons, n)}`;
		case "void": return lead?.kind === "void" ? `Measurement void: ${voidPhrase(lead.reason, n)}${n.inScenario(lead.scenario)}` : "Measurement void: nothing was measured";
		case "inconclusive": return `Inconclusive: ${phrases(reasons, n)}`;
		case "no-baseline": return `${lead?.kind === "no-baseline" ? NOT_COMPARED[lead.why] : "Not compared"}${values(verdict, n)}`;
		case "pass":
			if (lead?.kind === "improvement") return `Improvement: ${phrases(reasons, n)}`;
			return scenarios === 1 ? `No regression${values(verdict, n)}` : `No regression in ${n.count(scenarios)} scenarios`;
	}
}
const NOT_COMPARED = {
	"first-run": "First run, nothing to compare with yet",
	"other-machine": "Not compared, the baseline is from another machine",
	"other-config": "Not compared, the baseline is for another configuration",
	"base-failed": "Not compared, the base commit could not be measured",
	"no-value": "Not compared, the baseline has no value for a limited metric"
};
/** `: p95 12.4 ms (−1.2 %), throughput 1,250/s (+0.8 %)`. */
function values({ metrics }, n) {
	const parts = metrics.map(({ metric, value, change }) => {
		const moved = change === null || METRICS[metric].unit === "ratio" ? "" : ` (${n.change(metric, change)})`;
		return `${METRIC_WORDS[metric]} ${n.value(metric, value)}${moved}`;
	});
	return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}
/** Each with its scenario, which is named once where it is the same. */
function phrases(reasons, n) {
	const [first] = reasons;
	if (first !== void 0 && reasons.every(({ scenario }) => scenario === first.scenario)) return `${n.list(reasons.map((reason) => phrase(reason, n)))}${n.inScenario(first.scenario)}`;
	return n.list(reasons.map((reason) => `${phrase(reason, n)}${n.inScenario(reason.scenario)}`));
}
function phrase(reason, n) {
	switch (reason.kind) {
		case "regression": {
			const { metric, comparison } = reason;
			return `${METRIC_WORDS[metric]} ${n.change(metric, comparison.change)} (limit ${limitOf(metric, comparison.limit ?? 0, n)})`;
		}
		case "improvement": return `${METRIC_WORDS[reason.metric]} ${n.change(reason.metric, reason.comparison.change)}`;
		case "inconclusive": {
			const { metric, comparison } = reason;
			const [low, high] = comparison.interval;
			return `${METRIC_WORDS[metric]} ${n.range(metric, low, high)} (limit ${limitOf(metric, comparison.limit ?? 0, n)})`;
		}
		case "breach": return `${METRIC_WORDS[reason.metric]} ${n.value(reason.metric, reason.value)} (${reason.direction} ${n.bound(reason.metric, reason.bound)})`;
		case "void": return voidPhrase(reason.reason, n);
		case "no-baseline": return NOT_COMPARED[reason.why];
	}
}
/** A limit with the sign of the worse. */
const limitOf = (metric, limit, n) => n.change(metric, METRICS[metric].better === "lower" ? limit : -limit);
/** Widened by more than its digits show. */
const isWidened = (metric, { widened, limit, tolerance }, n) => widened && limit !== null && limitOf(metric, limit, n) !== limitOf(metric, tolerance, n);
const moreOf = ({ more, outcome }, n) => more === 0 || outcome === "no-baseline" ? "" : `, and ${n.count(more)} more`;
/** What to do about it, in one sentence. */
function action(verdict, n) {
	const [lead] = verdict.reasons;
	switch (verdict.outcome) {
		case "fail":
			if (lead?.kind === "regression") return "Do not merge yet: find the cause, or accept the cost on purpose.";
			return lead?.kind === "breach" && lead.metric === "error-rate" ? "Do not merge yet: see to the errors first." : "Do not merge yet: make the service keep its limit, or change the limit on purpose.";
		case "void": return `Neither green nor red. ${lead?.kind === "void" ? remedy(lead.reason, n) : "Measure again."}`;
		case "inconclusive": return verdict.exitCode === 0 ? "The gate stays open. Measure again, or accept more runs into the baseline to see more sharply." : `The policy ${n.code("on-inconclusive: fail")} closes the gate. Measure again, or accept more runs into the baseline.`;
		case "no-baseline": {
			const policy = `The policy ${n.code("on-no-baseline: fail")} closes the gate.`;
			return `${verdict.exitCode === 0 ? "The gate stays open." : policy} Accept a run of this machine as baseline, and changes are compared from then on.`;
		}
		case "pass": return lead?.kind === "improvement" ? "Nothing to do. Accept this run into the baseline to hold the gain." : "Nothing to do.";
	}
}
/** A sentence for each kind of reason. */
const reasons = {
	regression: ({ scenario, metric, value, comparison }, n) => {
		const [low, high] = comparison.interval;
		const limit = limitOf(metric, comparison.limit ?? 0, n);
		const line = isWidened(metric, comparison, n) ? `the limit of ${limit} and the ${limitOf(metric, comparison.tolerance, n)} it was widened to` : `the limit of ${limit}`;
		return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(n.change(metric, comparison.change))}, with 90 % confidence between ${n.change(metric, low)} and ${n.change(metric, high)}. That is significant (beyond the noise) and relevant (beyond ${line}).`;
	},
	improvement: ({ scenario, metric, value, comparison }, n) => `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(n.change(metric, comparison.change))}, a significant improvement.`,
	inconclusive: ({ scenario, metric, comparison }, n) => {
		const [low, high] = comparison.interval;
		return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} moved by ${n.change(metric, comparison.change)}, with 90 % confidence between ${n.change(metric, low)} and ${n.change(metric, high)}. The limit of ${limitOf(metric, comparison.limit ?? 0, n)} lies inside that range or too close to it: neither a regression nor its absence can be concluded.`;
	},
	breach: ({ scenario, metric, value, bound, direction }, n) => `${METRIC_STARTS[metric]}${n.inScenario(scenario)} is ${n.strong(n.value(metric, value))}; the limit is ${direction === "max" ? "at most" : "at least"} ${n.bound(metric, bound)}, whatever the baseline.`,
	void: ({ scenario, reason }, n) => `${voidSentence(reason, n).replace(/\.$/, "")}${n.inScenario(scenario)}.`,
	"no-baseline": ({ scenario, why }, n) => `${NOT_COMPARED[why]}${n.inScenario(scenario)}.`
};
/** What a run without reasons comes to. */
function nothingWrong({ outcome, reasons: known, scenarios }, n) {
	if (outcome !== "pass" || known.length > 0) return null;
	return `No limited metric got worse${scenarios === 1 ? "" : ` in any of the ${n.count(scenarios)} scenarios`} by more than its limit and the noise allow.`;
}
/** The last sentence. */
function closing({ outcome }) {
	switch (outcome) {
		case "pass": return "As far as this load and this machine can tell, the change costs no performance.";
		case "fail": return "At this load and on this machine, the service is not as good as it has to be.";
		case "inconclusive": return "This run neither clears the change nor blames it.";
		case "no-baseline": return "From the first accepted run on, every change is compared with it.";
		case "void": return "No timing of this run says anything about the change.";
	}
}
/** One or two words for a table. */
function judgementWord(judgement, voided) {
	const { comparison, bounds, failed, value, metric } = judgement;
	if (value === null) return "no value";
	if (voided && !(failed && metric === "error-rate")) return "void";
	const breach = bounds.some(({ broken }) => broken) ? "breach" : null;
	const moved = comparison === null ? null : outcomeWord(comparison.outcome, comparison.limit !== null);
	if (breach !== null) return moved === "regression" ? `${moved}, ${breach}` : breach;
	return moved ?? (bounds.length > 0 ? "within limit" : "not compared");
}
function outcomeWord(outcome, limited) {
	switch (outcome) {
		case "regression": return limited ? "regression" : "worse, no limit";
		case "improvement": return "improvement";
		case "no-change": return "no change";
		case "inconclusive": return "inconclusive";
	}
}
/** `+10 %, widened to +13 %; max 250 ms`. */
function limitCell({ metric, comparison, bounds }, limits, n) {
	const configured = limits.flatMap((limit) => limit.kind === "relative" && limit.metric === metric ? [limitOf(metric, limit.change, n)] : []);
	const relative = comparison === null || comparison.limit === null ? configured : [isWidened(metric, comparison, n) ? `${limitOf(metric, comparison.limit, n)}, widened to ${limitOf(metric, comparison.tolerance, n)}` : limitOf(metric, comparison.limit, n)];
	const absolute = bounds.map(({ bound, direction }) => `${direction} ${n.bound(metric, bound)}`);
	return [...relative, ...absolute].join("; ") || "none";
}
/** `+4.8 % (+1.2 % to +8.5 %)`. */
function changeCell({ metric, comparison }, n) {
	if (comparison === null) return "–";
	const [low, high] = comparison.interval;
	return `${n.change(metric, comparison.change)} (${n.range(metric, low, high)})`;
}
// src/report/pen.ts
/** What words are written with in one medium: its marks, and the numbers of the language. */
/** Every language there is. */
const LANGUAGES = { en: {
	locale: "en-US",
	labels,
	metrics: METRIC_WORDS,
	outcomes: {
		pass: "pass",
		fail: "fail",
		inconclusive: "inconclusive",
		"no-baseline": "no baseline",
		void: "void"
	},
	units: {
		points: (count) => Math.abs(count) === 1 ? "point" : "points",
		minutes: "min",
		hours: "h",
		days: "days",
		to: "to"
	},
	inScenario: (name) => ` in ${name}`,
	andMoreScenarios: (count, n) => count === 1 ? "So in one more scenario." : `So in ${n.count(count)} more scenarios.`,
	headline,
	action,
	findingTitles,
	findings,
	findingCodas,
	reasons,
	nothingWrong,
	closing,
	judgement: judgementWord,
	limit: limitCell,
	change: changeCell,
	facts,
	limitsFolded: (count, n) => `Limits of this measurement (${n.count(count)})`,
	unchangedFolded: (metrics, n) => `Without a limit: ${n.list(metrics.map((metric) => METRIC_WORDS[metric]))}`,
	passingFolded: (count, n) => `${n.count(count)} scenarios that pass`,
	distributionCaption: ({ kind, replicates }, n) => {
		if (kind === "base") return `Base: the base commit, measured beside the change in ${blocksOf(replicates, n)}.`;
		return replicates === 1 ? "Baseline: one accepted run." : `Baseline: the median of ${n.count(replicates)} accepted runs.`;
	},
	engineWhy: ENGINE_WHY,
	method,
	measured,
	charts,
	search,
	cut: (parts, n) => `Shortened to fit: left out ${n.list(parts)}. The whole report is in ${n.code("report.md")} of the report folder.`,
	rowsCut: (count, n) => `… and ${n.count(count)} more.`,
	failure: {
		headline: {
			usage: "Could not start",
			"not-measured": "Could not measure",
			cancelled: "Cancelled"
		},
		whatToDo: "What to do",
		lines: "What was seen",
		noVerdict: "There is no verdict on the service: nothing was judged.",
		shortened: "Shortened to fit."
	}
} };
/** A pen for a report: scenarios are named where there are several. */
function penOf(words, marks, scenarios) {
	return {
		...numbersOf(words.locale, words.units),
		...marks,
		inScenario: (name) => scenarios === 1 ? "" : words.inScenario(marks.name(name))
	};
}
// src/report/sentences.ts
/** Kinds of finding that say what the results mean, in the order in which they are told. */
const KINDS = [
	"weakness",
	"strength",
	"bottleneck",
	"potential"
];
/** Sentences of a language, written with a pen. */
function sentencesOf(words, n) {
	return {
		reason: (reason) => sentenceOf(words.reasons[reason.kind], reason, n),
		group: ({ findings, more }, kind) => {
			const [first] = findings;
			if (first === void 0) return "";
			const sentences = findings.map((finding) => sentenceOf(words.findings[finding.name], finding.evidence, n));
			const rest = more === 0 ? [] : [words.andMoreScenarios(more, n)];
			const coda = words.findingCodas[first.name] ?? [];
			const title = words.findingTitles[first.name];
			return [
				n.strong(kind === void 0 ? `${title}.` : `${kind} · ${title}.`),
				...sentences,
				...rest
			].concat(coda).join(" ");
		}
	};
}
/** The catalogue's types pair each name with its evidence; the compiler cannot follow that pair through a lookup. */
function sentenceOf(sentence, evidence, n) {
	return sentence(evidence, n);
}
// src/report/tables.ts
/** One metric a row; baseline and change only where something was compared. `mark` puts a sign in front of the judgement's word. */
function overviewTable(scenario, judgements, words, n, mark) {
	const { columns, none } = words.labels;
	const compared = scenario.judgements.some(({ comparison }) => comparison !== null);
	const only = (cell) => compared ? [cell] : [];
	return [[
		columns.metric,
		...only(referenceColumn(scenario, words)),
		columns.now,
		...only(columns.change),
		columns.limit,
		columns.judgement
	], ...judgements.map((judgement) => {
		const { metric, value, comparison } = judgement;
		const cell = (amount) => amount == null ? none : n.value(metric, amount);
		const sign = signOf(judgement, scenario.voided);
		const change = words.change(judgement, n);
		return [
			words.metrics[metric],
			...only(cell(comparison?.reference)),
			cell(value),
			...only(sign === "bad" && comparison?.outcome === "regression" ? n.strong(change) : change),
			words.limit(judgement, scenario.limits, n),
			mark(sign, words.judgement(judgement, scenario.voided))
		];
	})];
}
/** What stands over the values that it was compared with. */
const referenceColumn = ({ against }, { labels }) => labels.columns[against.kind === "base" ? "base" : "baseline"];
/** How the columns of {@link overviewTable} are aligned. */
const overviewAlign = ([headings = []]) => headings.length > 4 ? "lrrrll" : "lrll";
/** Judgements that everybody should see, and those that fold away: without a limit, and nothing significant about them. */
function splitJudgements(judgements) {
	const usual = [
		"p95",
		"throughput",
		"error-rate",
		"capacity"
	];
	const isShown = (judgement) => {
		const { metric, comparison, bounds } = judgement;
		const moved = comparison?.outcome === "regression" || comparison?.outcome === "improvement";
		return usual.includes(metric) || moved || bounds.length > 0 || comparison !== null && comparison.limit !== null;
	};
	return {
		shown: judgements.filter(isShown),
		folded: judgements.filter((each) => !isShown(each))
	};
}
function signOf(judgement, voided) {
	const { comparison, bounds, failed, metric, value } = judgement;
	if (value === null || voided && !(failed && metric === "error-rate")) return "none";
	if (failed) return "bad";
	switch (comparison?.outcome) {
		case "regression": return "noted";
		case "improvement": return "better";
		case "inconclusive": return comparison.limit === null ? "none" : "unsure";
		case "no-change": return "good";
		case void 0: return bounds.length > 0 ? "good" : "none";
	}
}
/** The distribution, with the baseline's where there is one. */
function quantileTable(scenario, words, n) {
	const { quantiles } = scenario;
	const { labels } = words;
	const compared = quantiles.some(({ baseline }) => baseline !== null);
	const cell = (value) => value === null ? labels.none : n.ms(value);
	const row = (title, pick) => [title, ...quantiles.map(pick)];
	return [
		row(labels.quantile, ({ quantile }) => quantile === 1 ? labels.maximum : `p${Number((100 * quantile).toFixed(3))}`),
		...compared ? [row(referenceColumn(scenario, words), ({ baseline }) => cell(baseline))] : [],
		row(labels.columns.now, ({ now }) => cell(now)),
		...compared ? [row(labels.changeOnly, (each) => changeOf(each, words, n))] : []
	];
}
/** Changes of quantiles that are no metrics are told like those that are. */
const changeOf = ({ now, baseline }, words, n) => now === null || baseline === null || baseline <= 0 ? words.labels.none : n.change("p95", now / baseline - 1);
/** One named request a row. */
function requestTable({ requests }, words, n) {
	const { requestColumns: titles, none } = words.labels;
	const cell = (value) => value === null ? none : n.ms(value);
	return [[
		titles.request,
		titles.sent,
		titles.throughput,
		titles.failed,
		titles.p50,
		titles.p95,
		titles.p99
	], ...requests.map(({ name, sent, throughput, failed, p50, p95, p99 }) => [
		n.name(name),
		n.count(sent),
		n.rate(throughput),
		n.count(failed),
		cell(p50),
		cell(p95),
		cell(p99)
	])];
}
/** One level of a search a row. */
function searchTable({ kind, rows }, words, n) {
	const { search, labels } = words;
	const { columns } = search;
	const withBase = rows.some(({ base }) => base !== null);
	const ms = (value) => value === null ? labels.none : n.ms(value);
	const only = (cell) => withBase ? [cell()] : [];
	return [[
		columns.level(kind),
		...only(() => columns.baseThroughput),
		columns.throughput,
		columns.p50,
		columns.p95,
		columns.failed,
		...kind === "stress" ? [columns.little] : [],
		columns.carried
	], ...rows.map(({ level, step, broken, littleGap, base }) => [
		search.level(kind, level, n),
		...only(() => base === null ? labels.none : n.rate(base.throughput)),
		n.rate(step.throughput),
		ms(step.p50),
		ms(step.p95),
		n.share(step.errorRate),
		...kind === "stress" ? [search.little(littleGap, n)] : [],
		search.carried(broken)
	])];
}
/** How the columns of {@link searchTable} are aligned. */
const searchAlign = ([headings = []]) => `${"r".repeat(headings.length - 1)}l`;
/** Where every request of every scenario ended. */
function countsTable(scenarios, words, n) {
	const names = Object.keys(words.labels.counts);
	return [["", ...scenarios.map(({ name }) => n.name(name))], ...names.map((count) => [words.labels.counts[count], ...scenarios.map(({ counts }) => n.count(counts[count]))])];
}
export { inertSpan as _, requestTable as a, splitJudgements as c, LANGUAGES as d, penOf as f, inertProse as g, inertHtml as h, quantileTable as i, KINDS as l, inertBlock as m, overviewAlign as n, searchAlign as o, clean as p, overviewTable as r, searchTable as s, countsTable as t, sentencesOf as u, lineOf as v };
