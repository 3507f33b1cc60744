import.meta.dirname;
import.meta.filename;
import { o as isThinking } from "./chunk-levels.js";
import { t as METRICS } from "./chunk-metric.js";
import { H as OBJECTIVE_LATENCIES, l as shellWord, n as isOpenLoop, o as barsOf, t as hasUsersCurve } from "./chunk-results.js";
// src/report/plural.ts
/** The chooser of a locale. It sees a number as it is written, with at most two digits after the point: 2.004 is written as 2, and takes its form. */
function pluralOf(locale) {
	const rules = new Intl.PluralRules(locale, { maximumFractionDigits: 2 });
	return (count, forms) => forms[rules.select(Math.abs(count))] ?? forms.other;
}
/** Numbers of a locale. */
function numbersOf(locale, words) {
	const formatOf = formatsOf(locale);
	const plain = (value, options) => formatOf(options).format(value).replace("-", "−");
	const plural = pluralOf(locale);
	const digits = (value, fixed) => {
		const maximumFractionDigits = fractionDigits(value);
		return plain(value, {
			maximumFractionDigits,
			minimumFractionDigits: fixed && value !== 0 ? maximumFractionDigits : 0
		});
	};
	const time = (value, fixed) => Math.abs(value) >= 1e4 ? `${plain(value / 1e3, { maximumFractionDigits: 1 })} ${words.seconds}` : `${digits(value, fixed)} ${words.milliseconds}`;
	const share = (value) => `${plain(100 * value, { maximumFractionDigits: percentDigits(100 * value) })} %`;
	const rate = (value, fixed) => `${digits(value, fixed)}${words.perSecond}`;
	const bytes = (amount) => inBytes(amount, words.bytes, plain);
	const value = (metric, amount, fixed) => {
		switch (METRICS[metric].unit) {
			case "ms": return time(amount, fixed);
			case "/s": return rate(amount, fixed);
			case "B": return bytes(amount);
			case "B/min": return `${bytes(amount)}${words.perMinute}`;
			case "ratio": return share(amount);
			case "count": return plain(amount, {
				maximumFractionDigits: 2,
				minimumFractionDigits: fixed ? 2 : 0
			});
		}
	};
	return {
		ms: (amount) => time(amount, true),
		seconds: (amount) => amount >= 120 ? `${plain(amount / 60, { maximumFractionDigits: 1 })} ${words.minutes}` : `${plain(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${words.seconds}`,
		span: (amount) => {
			const [minutes, hours] = [amount / 60, amount / 3600];
			const rounded = (count) => plain(count, { maximumSignificantDigits: 2 });
			if (amount < 120) return `${rounded(amount)} ${words.seconds}`;
			if (minutes < 120) return `${rounded(minutes)} ${words.minutes}`;
			if (hours < 48) return `${rounded(hours)} ${words.hours}`;
			return `${rounded(hours / 24)} ${plural(Number((hours / 24).toPrecision(2)), words.days)}`;
		},
		rate: (amount) => rate(amount, true),
		share,
		count: (amount) => plain(Math.round(amount), {}),
		cores: (amount) => plain(amount, { maximumFractionDigits: amount < 10 ? 2 : 0 }),
		times: (amount) => `×${plain(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })}`,
		bytes,
		value: (metric, amount) => value(metric, amount, true),
		bound: (metric, amount) => value(metric, amount, false),
		...changesOf(words, plain, plural),
		list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
		plural,
		fixed: (amount, digitsAfter) => plain(amount, {
			minimumFractionDigits: digitsAfter,
			maximumFractionDigits: digitsAfter
		})
	};
}
/** Changes in per cent, or in points. */
function changesOf(words, plain, plural) {
	const moved = (metric, amount, signed) => plain(100 * amount, {
		maximumFractionDigits: changeDigits(metric, 100 * amount),
		signDisplay: signed ? "exceptZero" : "negative"
	});
	const unit = (metric, amount, points) => {
		if (METRICS[metric].change !== "points") return ` %`;
		return ` ${plural(Number((100 * amount).toFixed(changeDigits(metric, 100 * amount))), points)}`;
	};
	return {
		change: (metric, amount) => `${moved(metric, amount, true)}${unit(metric, amount, words.points)}`,
		range: (metric, low, high) => `${words.range(moved(metric, low, true), moved(metric, high, true))}${unit(metric, high, words.rangePoints)}`,
		extent: (metric, amount) => `${moved(metric, amount, false)}${unit(metric, amount, words.points)}`
	};
}
/** Formats that are made once: making one costs a hundred times what using it does, and a report has ten thousand numbers of a few kinds. */
function formatsOf(locale) {
	const known = /* @__PURE__ */ new Map();
	return (options) => {
		const key = JSON.stringify(options);
		const format = known.get(key) ?? new Intl.NumberFormat(locale, options);
		known.set(key, format);
		return format;
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
/** Decimal units, as everywhere but in RAM advertisements. */
function inBytes(amount, units, plain) {
	const power = amount < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(amount) / 3));
	return `${plain(amount / 1e3 ** power, { maximumSignificantDigits: 3 })} ${units[power]}`;
}
// src/report/words/en-metrics.ts
/** As they stand in tables and sentences. */
const METRIC_WORDS$1 = {
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
	...METRIC_WORDS$1,
	throughput: "Throughput",
	"error-rate": "Error rate",
	capacity: "Capacity",
	"cpu-per-request": "CPU time a request",
	"answer-size": "Answer size",
	"queries-per-request": "The number of queries a request",
	"memory-growth": "Memory growth"
};
// src/report/words/en-change.ts
const TIME$1 = ["slower", "faster"];
const AMOUNT$1 = ["higher", "lower"];
/** What a higher and a lower value is called. */
const WAYS$1 = {
	p95: TIME$1,
	throughput: AMOUNT$1,
	"error-rate": AMOUNT$1,
	capacity: AMOUNT$1,
	"cpu-per-request": AMOUNT$1,
	"answer-size": ["larger", "smaller"],
	"queries-per-request": ["more", "fewer"],
	"memory-growth": AMOUNT$1,
	p50: TIME$1,
	p99: TIME$1
};
/** `5.3 %`, and `slower`, `faster` or nothing. What rounds to nothing is nothing. */
function partsOf$1(metric, change, n) {
	const size = n.extent(metric, Math.abs(change));
	const [more, less] = WAYS$1[metric];
	if (size === n.extent(metric, 0)) return {
		size,
		way: ""
	};
	return {
		size,
		way: change > 0 ? more : less
	};
}
/** `5.3 % slower`, `unchanged`. */
function moved$2(metric, change, n) {
	const { size, way } = partsOf$1(metric, change, n);
	return way === "" ? "unchanged" : `${size} ${way}`;
}
/** `between 3 % and 6 % slower`, `up to 6 % slower`, `between 4 % faster and 20 % slower`. */
function between$3(metric, [low, high], n) {
	const [first, last] = [partsOf$1(metric, low, n), partsOf$1(metric, high, n)];
	if (first.way === "" && last.way === "") return "unchanged";
	if (first.way === "" || last.way === "") return `up to ${(first.way === "" ? last : first).size} ${first.way}${last.way}`;
	if (first.way !== last.way) return `between ${first.size} ${first.way} and ${last.size} ${last.way}`;
	if (first.size === last.size) return `${last.size} ${last.way}`;
	const [small, large] = low > 0 ? [first, last] : [last, first];
	return `between ${small.size} and ${large.size} ${large.way}`;
}
/** Whether the ends of the interval say more than the change: of what is counted exactly they do not. */
const isRange$1 = ({ metric, comparison }, n) => between$3(metric, comparison.interval, n) !== moved$2(metric, comparison.change, n);
/** All phrases and sentences about changes. */
const changes$1 = {
	moved: moved$2,
	between: between$3,
	sure: ({ reasons }, n) => {
		const known = reasons.filter((reason) => reason.kind === "regression" || reason.kind === "improvement").filter((reason) => isRange$1(reason, n));
		const [first] = known;
		if (first === void 0) return "";
		const alike = known.every(({ scenario }) => scenario === first.scenario);
		const told = known.map(({ scenario, metric, comparison }) => {
			const where = alike ? "" : n.inScenario(scenario);
			return `${METRIC_WORDS$1[metric]}${where} ${between$3(metric, comparison.interval, n)}`;
		});
		return `With 90 % confidence: ${n.list(told)}${alike ? n.inScenario(first.scenario) : ""}.`;
	},
	unseen: ({ unseen }, n) => unseen.length === 0 ? "" : `Smaller changes could have gone unseen: ${n.list(unseen.map(({ metric, change }) => `${METRIC_WORDS$1[metric]} less than ${moved$2(metric, change, n)}`))}.`
};
// src/report/words/en-comment.ts
/** Words of a comment. */
const comment$1 = {
	historyCaption: (runs) => `Bars: the ${runs} latest accepted runs, then this one.`,
	historyScale: "The bars of the last runs: from the lowest to the highest it is at least twice what noise explains, so that runs which differ by chance look alike.",
	inScenarios: (names) => ` in ${names}`,
	more: (count, n) => `${n.count(count)} more`,
	scenario: "Scenario",
	othersFolded: (count, n) => count === 1 ? "One more scenario in detail" : `${n.count(count)} more scenarios in detail`,
	saysFolded: (titles) => `What else the results say: ${titles.join(" · ")}`,
	learnMoreFolded: (titles) => `To learn more: ${titles.join(" · ")}`,
	distributionChart: "Latency by quantile, in milliseconds",
	distributionAxis: "so many of 100 answers took this long or less",
	distributionCaption: (against) => `🟦 now, 🟧 ${against === "base" ? "the base commit" : "the baseline"}.`,
	baselineLine: "baseline",
	loadChart: "Latency by load, in milliseconds",
	loadAxis: (of) => of === "users" ? "users" : "requests a second asked for",
	loadCaption: (of) => `🟦 p50, 🟧 p95: the middle second of all with about so many ${of === "users" ? "users" : "arrivals"}. Where the line bends upwards, more load only waits longer.`,
	reproduce: "To measure the same again"
};
// src/report/words/en-advice.ts
/** The bold words in front of them. */
const adviceTitles = {
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
	"ramp-to-limit": "Look for the limit"
};
/** Sentences of recommendations. */
const advice$1 = {
	"find-the-cause": ({ scenario, shape, request }, n) => {
		const first = request === null ? "" : ` Begin with ${n.name(request)}, which stands out.`;
		return `${shape === "whole" ? `Profile the service under this load at both commits${n.inScenario(scenario)}, and compare what most requests do: queries, serialisation, middleware.` : `Look for what happens only now and then${n.inScenario(scenario)}: garbage collection, lock waits, a connection pool that runs dry, a cache that misses.`}${first}`;
	},
	"fix-or-accept": ({ command, path, against }, n) => against === "base" ? "If the change is worth its cost, merge it in spite of this check, if the repository lets you: from then on it is the base that others are measured against. Limits are read from the base commit, so a pull request cannot loosen its own." : `If the change is worth its cost, accept it: ${n.command(command)}, and commit ${n.name(path)} to the base branch. The baseline is read from there, so a pull request cannot accept itself.`,
	"take-baseline": ({ command, path }, n) => `Accept this run, ${n.command(command)}, and commit ${n.name(path)} to the base branch. Take it on the machine that gates: only runs of one kind of machine are compared.`,
	"hold-the-gain": ({ command, path }, n) => `Accept this run, ${n.command(command)}, and commit ${n.name(path)}. Otherwise the gain can be lost again without failing anything.`,
	"larger-budget": ({ seconds, now }, n) => `Set ${n.code(`budget: ${Math.round(seconds / 60)}m`)} (now ${n.seconds(now)}), so that more blocks can decide what these could not.`,
	"more-baseline-runs": ({ runs, wanted, path }, n) => `Accept more runs on the machine that gates: ${n.code(`npx loadgate baseline update --runs ${wanted - runs}`)}, then commit ${n.name(path)}. From about ${n.count(wanted)} runs on (now ${n.count(runs)}), measured noise counts for more than assumed noise.`,
	"look-at-errors": ({ scenario, log }, n) => `See to the errors before the timings${n.inScenario(scenario)}: fast errors look like speed.${log === null ? "" : ` The service's log is in ${n.name(log)}.`}`,
	"separate-machine": ({ because, cores, users }, n) => separation$1(because, cores, users, n),
	"quiet-machine": ({ because }, n) => `Before the next run, ${n.list(because.map((reason) => QUIET$1[reason](n)))}.`,
	"run-longer": ({ scenario, seconds, now }, n) => `Set ${n.code(`duration: ${seconds}s`)}${n.inScenario(scenario)} (now ${n.seconds(now)}).`,
	"warm-up-longer": ({ scenario, seconds, now }, n) => `Set ${n.code(`warm-up: ${seconds}s`)}${n.inScenario(scenario)} (now ${n.seconds(now)}), so that the measured time begins with a warm service.`,
	"look-at-database": ({ p50, cpuPerAnswer, watched }, n) => `Find out what the service waits for during ${n.ms(Math.max(0, p50 - cpuPerAnswer))} of the usual answer: slow queries of its database, the size of its connection pool, calls to other services.${watched ? "" : ` Name its database under ${n.code("databases:")} in the configuration, and the next report says what it did.`}`,
	"ramp-to-limit": ({ users }, n) => `To find where the service gives in, add a scenario with the same requests, ${n.code("executor: stress")} and ${n.code(`start-users: ${users}`)}: it raises the users step by step until throughput no longer grows, and tells the capacity.`
};
function separation$1(because, cores, users, n) {
	const fewer = users > 1 ? `, or fewer users (${n.code(`users: ${Math.floor(users / 2)}`)})` : "";
	const larger = `a runner with more than ${cores === 1 ? "one core" : `${n.count(cores)} cores`} (${n.code("runs-on")})`;
	switch (because) {
		case "generator-bound": return `Give the generator room: ${larger}${fewer}. Then measure again.`;
		case "competition": return `Give service and generator room: ${larger}${fewer}.`;
		case "loopback": return `For numbers that hold in production, load the deployed service from another machine: ${n.code("target: { url: … }")} in the place of ${n.code("service:")}, and its address in ${n.code("allowed-addresses:")}.`;
	}
}
const QUIET$1 = {
	background: () => "stop other programs on the machine",
	stolen: () => "move to a runner with dedicated cores",
	battery: () => "plug the machine in",
	"power-saving": (n) => `set the power governor to ${n.code("performance")}`
};
// src/report/worth-telling.ts
/** What is worth telling, how much of it, and how roughly: the same in every language. */
/** A smaller share of added latency rounds to nothing and is not told. */
const TOLD_MIN = .005;
/** What was saved is told from this share of what was added on. */
const SAVED_MIN = .05;
/** Calls a request that differ by less, as a share, are as many. */
const SAME_CALLS = .02;
/** Two opinions on a knee that are no further apart, as a share, are one. */
const SAME_KNEE = .25;
/** So much of a statement tells which one it is. */
const EXCERPT_MAX = 160;
const STATEMENT_MAX = 120;
/** Shares in whole per cents (as shares: 0.86) that still come to 1: those that lose most by rounding down are rounded up. */
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
/** Whether a statement runs no more often a request than before. */
const isAsOften = (before, now) => now - before <= SAME_CALLS * now;
/** Calls a request, as a whole number where the edges of the measured time make the difference. */
function callsOf(calls) {
	const whole = Math.round(calls);
	return Math.abs(calls - whole) <= SAME_CALLS * whole ? whole : calls;
}
/** Whether a second opinion on a knee says something else. */
const isOtherKnee = (second, users) => Math.abs(second - users) > SAME_KNEE * users;
/** A statement, shortened in its middle where it is long: its end has the conditions. */
function excerptOf(statement, n) {
	const half = EXCERPT_MAX / 2;
	const text = statement.length <= EXCERPT_MAX ? statement : `${statement.slice(0, half)} … ${statement.slice(-80)}`;
	return n.name(text);
}
/** A statement's beginning. */
const beginningOf = (text, n) => n.name(text.length <= STATEMENT_MAX ? text : `${text.slice(0, 119)}…`);
/** Connections for the requests that were under way, in moderation: a pool is no queue. */
const poolFor = (connections, concurrency) => Math.ceil(Math.min(Math.max(2 * connections, connections + 1), Math.max(concurrency, connections + 1)));
/** A limit with the sign of the worse. */
const limitOf = (metric, limit, n) => n.change(metric, METRICS[metric].better === "lower" ? limit : -limit);
/** Widened by more than its digits show. */
const isWidened = (metric, { widened, limit, tolerance }, n) => widened && limit !== null && limitOf(metric, limit, n) !== limitOf(metric, tolerance, n);
// src/report/words/en-attribution.ts
/** Taken apart against the base commit. */
const attribution$1 = { attribution: ({ scenario, added, parts, unexplained, saved, unread, statement, namedBelow }, n) => {
	const open = unexplained.share >= TOLD_MIN;
	return [
		`Of the ${n.ms(added)} that an answer takes longer${n.inScenario(scenario)}, ${portions$1(parts, unexplained, n)}.`,
		...open && unread.length > 0 ? [unreadOf$3(unread, n)] : [],
		...savedOf$1(saved, added, n),
		...statement === null ? [] : [statementOf$1(statement, namedBelow, n)]
	].join(" ");
} };
const PART_WORDS$1 = {
	computing: "computing",
	collection: "garbage collection",
	database: "the database",
	disk: "waiting for the disk",
	core: "waiting for a core"
};
function portions$1(parts, unexplained, n) {
	const told = [...parts.map(({ part, time, share }, index) => ({
		time,
		share,
		is: `${index === 0 ? " are" : ""} ${PART_WORDS$1[part]}`
	})), {
		...unexplained,
		is: " are not explained"
	}].filter(({ share }) => share >= TOLD_MIN);
	const percents = wholePercents(told.map(({ share }) => share));
	return n.list(told.map(({ time, is }, index) => `${n.ms(time)} (${n.share(percents[index] ?? 0)})${is}`));
}
const unreadOf$3 = (unread, n) => `Not measured, and perhaps part of what is not explained: ${n.list(unread.map((part) => PART_WORDS$1[part]))}.`;
function savedOf$1(saved, added, n) {
	const told = saved.filter(({ time }) => time >= SAVED_MIN * added);
	if (told.length === 0) return [];
	return [`Cheaper than before: ${n.list(told.map(({ part, time }) => `${PART_WORDS$1[part]} (by ${n.ms(time)})`))}.`];
}
function statementOf$1({ text, before, now }, namedBelow, n) {
	const name = namedBelow ? "The statement of the bottleneck below" : beginningOf(text, n);
	if (before === null) return `${name} runs ${times$2(now.calls, n)} a request; it was not among those that took the most time before.`;
	if (isAsOften(before.calls, now.calls)) return `${name} takes ${n.ms(now.time)} a request, not ${n.ms(before.time)}.`;
	return before.calls === 0 ? `${name} runs ${times$2(now.calls, n)} a request, and did not run before.` : `${name} runs ${times$2(now.calls, n)} a request, not ${times$2(before.calls, n)}.`;
}
/** `once`, `11 times`, `0.25 times`: a whole number where the edges of the measured time make the difference. */
function times$2(calls, n) {
	const amount = callsOf(calls);
	if (amount === 1) return "once";
	return `${Number.isInteger(amount) ? n.count(amount) : n.value("queries-per-request", amount)} times`;
}
// src/report/words/en-imported.ts
const lacks$1 = {
	distribution: "single latencies (only some quantiles are told, and none is made up between them)",
	"whole-milliseconds": "fractions of a millisecond",
	"two-digits": "latencies more exactly than to a millisecond, or above 100 ms more exactly than to two digits",
	sketched: "latencies more exactly than to about 1 %",
	"failed-latencies": "latencies of answered requests without those of failed ones",
	"timeout-latencies": "how long timeouts had waited (they are not among the latencies)",
	"in-flight": "how many requests were without an answer at the end",
	"failure-kinds": "what kinds of failure there were (all stand as HTTP errors)",
	expectations: "which statuses were expected (below 400 counts as answered as expected)",
	"error-kinds": "whether a request that broke off had been sent (all such stand as connection errors)",
	statuses: "statuses",
	users: "how many users there were",
	"body-bytes": "sizes of the bodies",
	timeline: "what happened when",
	start: "when it began (the time at which the file was last written stands for it)",
	"reckoned-counts": "some of the counts (reckoned from a share)",
	"reckoned-duration": "how long it took (reckoned from a count and a rate)",
	version: "the version of the tool"
};
/** Imported results in English. */
const imported$1 = {
	lacks: lacks$1,
	sentence: ({ scenario, tool, version, format, lacks: missing, missing: metrics }, n) => {
		const who = n.name(`${tool} ${version}`.trim());
		const without = metrics.length === 0 ? "" : ` Without a value: ${n.list(metrics.map((metric) => METRIC_WORDS$1[metric]))}.`;
		return `${who} measured${n.inScenario(scenario)}, not Loadgate: where it ran, what it loaded, how busy it was itself and whether it warmed up is not known. What is not known from its output (${n.code(format)}): ${missing.map((lack) => lacks$1[lack]).join("; ")}.${without}`;
	}
};
// src/report/words/en-relief.ts
/** What to do about a bottleneck, in a sentence or two. */
function reliefOf$1({ name, evidence }, n) {
	return relief$1[name](evidence, n);
}
const relief$1 = {
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
// src/report/words/en-resources.ts
/** Sentences of findings about resources. */
const resourceFindings$1 = {
	"background-activity": ({ scenario, programs, otherCores, cores, from }, n) => {
		const used = `Other programs used ${n.cores(otherCores)} of ${coresOf$5(cores, n)}${n.inScenario(scenario)}`;
		return programs.length === 0 ? `${used}. A local database counts among them and belongs to the result; anything else distorts it.` : `${used}, most of it ${n.list(programs.map((name) => n.name(name)))}: what they took, the ${from === "service" ? "service" : "load generator"} could not have.`;
	},
	neighbour: ({ scenario, program, otherCores, cores, runQueueDelay, serviceCores }, n) => {
		return `${program === null ? `Other programs used ${n.cores(otherCores)}` : `Other programs, first of all ${n.name(program)}, used ${n.cores(otherCores)}`} of ${cores === 1 ? "one core" : `${n.cores(cores)} cores`}${n.inScenario(scenario)}. The service was ready and had no core for ${perSecond$1(runQueueDelay, n)} of every second, its threads together, where it computed for ${perSecond$1(serviceCores, n)}: it was slowed down from outside, and these latencies are not its own.`;
	},
	retransmits: ({ scenario, share }, n) => `${n.share(share)} of all TCP segments had to be sent again${n.inScenario(scenario)}. A lost one keeps its answer waiting, for 200 ms where nothing follows it: that is the network's doing and not the service's.`,
	"power-saving": ({ governor, battery }, n) => {
		const why = [battery ? "it ran on battery" : null, governor === null ? null : `its power governor is ${n.name(governor)}`].filter((part) => part !== null);
		return `The machine saves power: ${n.list(why)}. Its cores slow down when they have little to do, so the first requests after a pause are slower than on a server, and two runs differ more.`;
	},
	"throttled-cpu": ({ times, during }, n) => {
		const often = `The CPU slowed itself down for heat ${times === 1 ? "once" : `${n.count(times)} times`}`;
		return during ? `${often} while load was on. At those moments the service was slow through no fault of its own.` : `${often} since the machine booted. When is not told; if it was during this run, the service was slow through no fault of its own.`;
	},
	unread: ({ items }, n) => unreadOf$2(items, n),
	"cpu-limit": ({ scenario, container, limit, periods, throttled }, n) => {
		const whose = container === null ? "the service" : `the container ${n.name(container)}`;
		const cores = limit === null ? "Its CPU limit" : `A limit of ${coresOf$5(limit, n)}`;
		const held = throttled === null ? "" : ` Its threads stood still for ${perSecond$1(throttled, n)} of every second.`;
		return `${cores} held ${whose} back${n.inScenario(scenario)}: in ${n.share(periods)} of the enforcement periods its CPU was cut off.${held} More CPU than that it cannot use, whatever the machine has.`;
	},
	"memory-pressure": ({ scenario, pressure, limitHits, kills, limit }, n) => {
		const within = limit === null ? "its limit" : `its limit of ${n.bytes(limit)}`;
		const seen = [
			kills === 0 ? null : `${times$1(kills, n)} a process was killed for want of memory`,
			limitHits === 0 ? null : `it ran into ${within} ${times$1(limitHits, n)}`,
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
	"n-plus-one": ({ scenario, database, statement, calls, perCall, queries }, n) => `One statement runs ${n.strong(`${amountOf$1(calls, n)} times a request`)}${n.inScenario(scenario)}, of ${amountOf$1(queries, n)} in all: ${excerptOf(statement, n)} in ${n.name(database)}. Each takes only ${n.ms(perCall)} there, but every one is a round trip that the request waits for. A query for each row of a list (N+1) looks like this.`,
	"missing-index": (evidence, n) => scanOf$1(evidence, n),
	"slow-command": ({ scenario, database, command, perCall, share, busy }, n) => `${n.name(command)} takes ${n.ms(perCall)} a call${n.inScenario(scenario)} and ${n.share(share)} of the time of ${n.name(database)}, which was busy ${n.share(busy)} of the time. It executes one command at a time, so all others wait for this one.`,
	"lock-waits": ({ scenario, database, sessions, perAnswer, mean }, n) => `${amountOf$1(sessions, n)} sessions of ${n.name(database)} waited for a lock at any time${n.inScenario(scenario)}: ${n.ms(perAnswer)} for each request, which takes ${n.ms(mean)}. They wait for each other's transactions, and more users would only wait longer.`,
	"small-pool": ({ scenario, database, connections, active, concurrency, perAnswer, mean }, n) => `All ${n.count(connections)} connections to ${n.name(database)} were in use (${amountOf$1(active, n)} on average)${n.inScenario(scenario)}, with ${amountOf$1(concurrency, n)} requests under way. A request took ${n.ms(mean)} and needs the database for only ${n.ms(perAnswer)} of it: the rest is waiting for a connection.`,
	"connection-limit": ({ scenario, database, most, limit }, n) => `${n.count(most)} of the ${n.count(limit)} connections that ${n.name(database)} accepts were open${n.inScenario(scenario)}. The next instance of the service would be refused.`,
	"database-dominant": ({ scenario, database, statement, share, perAnswer, mean }, n) => `${n.name(database)} works ${n.ms(perAnswer)} for a request that takes ${n.ms(mean)}${n.inScenario(scenario)}, and ${n.share(share)} of that on one statement: ${excerptOf(statement, n)}. What makes it faster makes the service faster.`,
	"cache-misses": ({ scenario, database, misses }, n) => `${n.share(misses)} of the blocks that ${n.name(database)} was asked for were not in its memory${n.inScenario(scenario)} and had to be read. What requests ask for is larger than what it may keep.`,
	"database-bound": ({ scenario, database, perAnswer, mean }, n) => `${n.name(database)} works ${n.ms(perAnswer)} for a request that takes ${n.ms(mean)}${n.inScenario(scenario)}: the service mostly waits for its database.`,
	"disk-bound": (evidence, n) => diskOf$1(evidence, n),
	"event-loop-blocked": ({ scenario, delayP99, delayMax, eventLoop, thread }, n) => `The event loop was held up${n.inScenario(scenario)}: one tick of a hundred came ${n.ms(delayP99)} late or more, the latest ${n.ms(delayMax)}. It was busy ${n.share(eventLoop)} of the time while its thread computed for ${perSecond$1(thread, n)} of every second. All requests wait while one piece of work, or a call that blocks, holds it.`,
	"uneven-workers": ({ scenario, workers, busiest, idlest }, n) => `The work is spread unevenly over ${n.count(workers)} processes${n.inScenario(scenario)}: one used ${n.cores(busiest)} of a core and another ${n.cores(idlest)}. The full one decides the latency while others have room.`,
	"service-one-core": ({ scenario, serviceCores, cores, thread }, n) => {
		const used = `The service used ${n.cores(serviceCores)} of ${coresOf$5(cores, n)}${n.inScenario(scenario)}`;
		return thread === null ? `${used}. It looks as if it ran on one thread, and that thread was full: probably this is what limited throughput.` : `${used}, ${n.cores(thread)} of it on a single thread. That thread was full, and is what limited throughput: more cores would not help it.`;
	},
	headroom: (evidence, n) => headroomOf$1(evidence, n),
	"memory-limit-near": ({ scenario, container, used, limit }, n) => `${container === null ? "The service" : `The container ${n.name(container)}`} had ${n.bytes(used)} of the ${n.bytes(limit)} that it may use${n.inScenario(scenario)}, files that the system keeps in memory for it included. Memory is what may run out next.`,
	"open-files-near": ({ scenario, most, limit }, n) => `A process of the service had ${n.count(most)} files and connections open${n.inScenario(scenario)}, of ${n.count(limit)} that it may. Beyond that it can take no connection.`,
	relieve: ({ bottleneck }, n) => reliefOf$1(bottleneck, n)
};
/** Titles of findings about resources. */
const resourceTitles$1 = {
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
const coresOf$5 = (cores, n) => cores === 1 ? "one core" : `${n.cores(cores)} cores`;
/** Cores' worth of time, as a part of every second. */
const perSecond$1 = (cores, n) => n.ms(1e3 * cores);
const times$1 = (count, n) => count === 1 ? "once" : `${n.count(count)} times`;
/** A number that is no count of things: `20.4`, `3`. */
const amountOf$1 = (amount, n) => amount < 10 ? n.cores(Math.round(10 * amount) / 10) : n.count(amount);
function scanOf$1(evidence, n) {
	const { scenario, database, statement, perCall, rows, examined, blocks } = evidence;
	const read = examined === null ? `touches ${n.count(blocks ?? 0)} blocks` : `looks at ${n.count(examined)} rows`;
	const given = rows === null ? "" : ` to give ${rowsOf$1(rows, n)}`;
	return `One statement takes most of the time of ${n.name(database)}${n.inScenario(scenario)}: ${excerptOf(statement, n)}. It takes ${n.ms(perCall)} and ${read}${given}. A table that is read as a whole, because an index is missing, looks like this.`;
}
const rowsOf$1 = (rows, n) => {
	const amount = amountOf$1(rows, n);
	return amount === "0" ? "none" : amount === "1" ? "one" : amount;
};
function diskOf$1(evidence, n) {
	const { scenario, mode, database, waiters, pressure, rate } = evidence;
	const whose = database === null ? "The service" : n.name(database);
	const what = mode === "write" ? "waits for its writes" : "waits for reads from a disk";
	const seen = [
		waiters === null || waiters === 0 ? null : `${amountOf$1(waiters, n)} of its ${database === null ? "threads" : "sessions"} stood still for a disk at any time`,
		rate === null ? null : `${n.bytes(rate)} a second were ${mode === "write" ? "written" : "read"}`,
		pressure === null ? null : `some task of the machine waited for a disk ${n.share(pressure)} of the time`
	].filter((part) => part !== null);
	return `${whose} ${what}${n.inScenario(scenario)}: ${n.list(seen)}. CPU does not help there, and neither do more users.`;
}
function headroomOf$1(evidence, n) {
	const { scenario, idleCores, cores, thread, connections, memory } = evidence;
	const free = [
		`${n.cores(idleCores)} of ${coresOf$5(cores, n)} had nothing to do`,
		thread === null ? null : `the busiest thread of the service was busy ${n.share(Math.min(1, thread))} of the time`,
		connections === null ? null : `${n.count(connections.most)} of ${n.count(connections.limit)} connections to ${n.name(connections.database)} were open`,
		memory === null ? null : `${n.bytes(memory.used)} of ${n.bytes(memory.limit)} of memory were used`
	].filter((part) => part !== null);
	return `Nothing had run out${n.inScenario(scenario)}: ${n.list(free)}. That is what was free under this load, and no promise about the next.`;
}
const PROBES$1 = {
	service: "The service's processes",
	cgroup: "Control groups",
	runtime: "The service's Node.js",
	database: "The database",
	container: "The container"
};
function unreadOf$2(items, n) {
	const told = items.slice(0, 5).map(({ name, probe, part, reason, remedy }) => {
		const whose = name === null ? PROBES$1[probe] : `${PROBES$1[probe]} ${n.name(name)}`;
		const what = part === "all" || part === "lost" ? whose : `${whose}, ${n.name(part)},`;
		const end = part === "lost" ? " to the end" : "";
		const then = remedy === null ? "" : ` ${ended(n.prose(remedy))}`;
		return `${what} could not be watched${end}: ${ended(n.prose(reason))}${then}`;
	});
	const more = items.length > 5 ? [`And ${n.count(items.length - 5)} more.`] : [];
	return [
		...told,
		...more,
		"Nothing is guessed about what was not seen."
	].join(" ");
}
const ended = (text) => /[.!?][`>]*$/u.test(text) ? text : `${text}.`;
// src/report/words/en-search.ts
/** `24 users`, `410 requests a second`. */
function levelOf$1(kind, level, n) {
	if (kind === "capacity") return `${n.count(level)} requests a second`;
	return level === 1 ? "one user" : `${n.count(level)} users`;
}
/** `p95 at most 200 ms, error rate at most 1 %`. */
function objectiveOf$1(objective, n) {
	const latencies = OBJECTIVE_LATENCIES.flatMap((metric) => {
		const bound = objective[metric];
		return bound === null ? [] : [`${metric} at most ${n.ms(bound)}`];
	});
	return n.list([...latencies, `error rate at most ${n.share(objective.errorRate)}`]);
}
/** What was wrong with a level, as the end of a sentence. */
function breakPhrase$1(reason, n) {
	switch (reason.kind) {
		case "errors": return `${n.share(reason.rate)} of the requests failed`;
		case "latency": return `${reason.metric} was ${n.ms(reason.value)}, over the ${n.ms(reason.bound)} of the objective`;
		case "behind": return `only ${n.count(reason.answered)} of ${n.count(reason.planned)} requests were answered in their time, so that those that wait become ever more`;
		case "no-answers": return "nothing was answered as expected";
	}
}
function degradationOf$1({ kind, degradation }, n) {
	const { level, carried, reason } = degradation;
	const at = levelOf$1(kind, level, n);
	if (reason.kind === "plateau") return `From ${at} on, more of them brought longer waits and hardly any more throughput.`;
	const before = carried === null ? "" : `; ${levelOf$1(kind, carried, n)} it still carried`;
	return `At ${at} ${breakPhrase$1(reason, n)}${before}.`;
}
/** `47.1 to 52.3`; an end that cannot be known is left open. */
const between$2 = ({ low, high }, write) => high === Infinity ? `${write(low)} or more` : `${write(low)} to ${write(high)}`;
const FITS$1 = {
	good: "fits these steps well",
	fair: "fits these steps roughly",
	poor: ""
};
function lawOf$1({ scenario, usl }, n) {
	const { lambda, sigma, kappa, quality, worst, r2 } = usl;
	const share = (value) => n.share(value);
	const distance = `R² ${n.fixed(r2, 3)}, the farthest step ${n.share(worst)} from it`;
	if (quality === "poor") return `The Universal Scalability Law does not describe these steps${n.inScenario(scenario)} (${distance}), so nothing is derived from it.`;
	const parts = [
		`one user gets ${n.rate(lambda.value)}`,
		`${share(sigma.value)} of the work waits its turn (σ, 90 % interval ${between$2(sigma, share)})`,
		`every other user costs each ${share(kappa.value)} more (κ, ${between$2(kappa, share)})`
	];
	return `The Universal Scalability Law ${FITS$1[quality]}${n.inScenario(scenario)} (${distance}): ${n.list(parts)}.${peakOf$1(usl, n)}`;
}
function peakOf$1({ peakUsers, peakThroughput }, n) {
	if (peakThroughput === null) return " It knows no end of that.";
	const rate = `${n.rate(peakThroughput.value)} (${between$2(peakThroughput, (value) => n.rate(value))})`;
	if (peakUsers === null) return ` By it throughput comes ever closer to ${rate}, without a maximum.`;
	const count = (value) => n.count(Math.round(value));
	return ` By it throughput is highest at ${count(peakUsers.value)} users (${between$2(peakUsers, count)}), with ${rate}.`;
}
/** Told where it describes the steps better than the law. */
function boundsOf$1({ usl, bounds }, n) {
	if (bounds === null || bounds.knee === null || bounds.worst >= usl.worst) return "";
	const { response, ceiling, knee } = bounds;
	return `Two lines are closer (the farthest step ${n.share(bounds.worst)} from them), as with a number of workers or one lock: an answer takes ${n.ms(response ?? 0)} while nobody waits, and from ${n.count(Math.round(knee))} users on ${n.rate(ceiling ?? 0)} are all there is.`;
}
function kneeOf$1({ knee }, n) {
	const users = Math.round(knee.users);
	const beyond = knee.end === null ? "" : ` or ${knee.end === "lowest" ? "fewer" : "more"}, at an end of what was measured`;
	const { second } = knee;
	const other = second === null || !isOtherKnee(second, users) ? "" : ` (Kneedle, which looks at throughput alone, sees it at ${n.count(Math.round(second))})`;
	return `The most throughput for its latency (the knee) it gives at about ${levelOf$1("stress", users, n)}${beyond}${other}.`;
}
/** Sentences of findings. */
const searchFindings$1 = {
	capacity: (evidence, n) => `The service carries at most ${n.strong(n.rate(evidence.capacity))}${n.inScenario(evidence.scenario)} within its objective (${objectiveOf$1(evidence.objective, n)}). ${degradationOf$1(evidence, n)}`,
	scaling: (evidence, n) => [
		lawOf$1(evidence, n),
		boundsOf$1(evidence, n),
		kneeOf$1(evidence, n)
	].filter(Boolean).join(" "),
	"capacity-beyond": ({ scenario, kind, capacity, level, because }, n) => {
		const key = kind === "stress" ? "max-users" : "max-rate";
		const remedy = because === "time" ? `the time was over then: raise ${n.code("max-duration")}, or begin higher` : `no more was tried: raise ${n.code(key)}`;
		return `The service carried all that was asked of it${n.inScenario(scenario)}, up to ${levelOf$1(kind, level, n)}, and ${remedy}. Its capacity is ${n.rate(capacity)} at least.`;
	},
	recovers: ({ scenario, kind, recovery }, n) => `When the load fell from too much to ${levelOf$1(kind, recovery.level, n)}, half of what the service had carried, it was served as before within ${n.seconds(recovery.after / 1e3)}${n.inScenario(scenario)}.`,
	"stays-broken": ({ scenario, kind, recovery }, n) => {
		const { before, now, level, after } = recovery;
		const p95 = (value) => value === null ? "no answers" : `p95 ${n.ms(value)}`;
		return `When the load fell from too much to half of what it had carried, the service did not come back${n.inScenario(scenario)}: ${n.seconds(after / 1e3)} at ${levelOf$1(kind, level, n)} gave ${n.rate(now.throughput)} and ${p95(now.p95)}, where it was ${n.rate(before.throughput)} and ${p95(before.p95)} on the way up. Such a failure feeds itself (retries, cold caches, queues of requests that nobody waits for any more): less load does not end it, and production would need a restart.`;
	}
};
/** Titles of findings. */
const searchTitles$1 = {
	capacity: "Capacity",
	scaling: "How it scales",
	"capacity-beyond": "Limit not reached",
	recovers: "Recovers",
	"stays-broken": "Does not recover"
};
/** Headings, facts and captions. */
const search$1 = {
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
		return `${kind === "stress" ? n.count(Math.min(...levels)) : n.count(Math.min(...levels))} to ${levelOf$1(kind, Math.max(...levels), n)} in ${n.count(steps)} steps`;
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
const soak$1 = {
	leak: ({ scenario, slope, interval: [low, high], from, to, seconds, left, collected }, n) => `Memory grew by ${n.strong(aMinute$1(slope, n))}${n.inScenario(scenario)} (with 95 % confidence ${aMinute$1(low, n)} to ${aMinute$1(high, n)}), from ${n.bytes(from)} to ${n.bytes(to)} in the last ${n.seconds(seconds)}, and went on growing. At this rate it doubles in ${n.span(to / slope)} and fills this machine in ${n.span(left)}. ${collected ? LEAK$1 : PERHAPS$1}`,
	"memory-level": ({ scenario, level, seconds, detectable }, n) => `Memory did not go on growing${n.inScenario(scenario)} in the last ${n.seconds(seconds)}: ${n.bytes(level)} at the end. A steady growth of ${aMinute$1(detectable, n)} would have been seen.`,
	"latency-drift": ({ scenario, metric, from, to, seconds }, n) => `${METRIC_STARTS[metric]} rose steadily${n.inScenario(scenario)} under the same load, from ${n.ms(from)} to ${n.ms(to)} (${n.change(metric, to / from - 1)}) in the last ${n.seconds(seconds)}, and went on rising. Growing tables, lists that are searched, and filling queues look like this.`,
	"errors-drift": ({ scenario, from, to, seconds }, n) => `More and more requests failed${n.inScenario(scenario)} under the same load, from ${n.share(from)} to ${n.share(to)} in the last ${n.seconds(seconds)}. Something is used up: connections, file handles, memory.`,
	"memory-unwatched": ({ scenario, why, seconds, needed }, n) => UNWATCHED$1[why](n.inScenario(scenario), seconds, needed, n)
};
const LEAK$1 = "A leak looks like this, or a cache that is still filling: that comes to rest in a longer soak.";
const PERHAPS$1 = "A leak looks like this. So do a cache that is still filling, and garbage that no collection of the whole heap has come to yet: it is too little so far to tell them apart. In a longer soak those come to rest, and a leak does not.";
/** `1.02 MB a minute`. */
const aMinute$1 = (slope, n) => `${n.bytes(60 * slope)} a minute`;
const UNWATCHED$1 = {
	short: (where, seconds, needed, n) => `${n.seconds(seconds)} are too short to see memory grow${where}; it takes ${n.seconds(needed)} at least, and some minutes to see it well.`,
	turns: (where, _, __, n) => `The soak${where} was measured in short turns beside the base commit, which show no growth. ${n.code("compare: baseline")} measures it in one go.`,
	unread: (where) => `The memory of the service could not be read${where}: its processes are not known, or this system does not tell.`
};
// src/report/words/en-target.ts
/** What is said of a target. */
const target$1 = {
	titles: { "service-elsewhere": "Service on another machine" },
	findings: { "service-elsewhere": ({ address, databases, used }, n) => {
		const open = [
			used === null ? `its CPU and memory can be asked of a Prometheus (${n.code("target: { monitoring: … }")})` : null,
			databases ? null : `its databases can be watched from here (${n.code("databases:")})`,
			`everything is measured where Loadgate starts the service (${n.code("service: start")})`
		].filter((part) => part !== null);
		const remedy = n.list(open);
		return `The service was loaded at ${n.name(address)}, another machine's address: latency includes the network in between, and the hardware named here is that of the machine that sent. ${used === null ? "What the service itself used (CPU, memory, disks) was not measured, so what limits it can only be seen from outside." : usedOf$1(used, n)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
	} }
};
function usedOf$1({ cpu, memory, gap }, n) {
	const parts = [cpu === null ? null : `${coresOf$4(cpu.mean, n)} on average (${n.cores(cpu.most)} at most)`, memory === null ? null : `at most ${n.bytes(memory.most)} of memory`].filter((part) => part !== null);
	return `${parts.length === 0 ? "" : `By its Prometheus it used ${n.list(parts)} while load was on. `}${gap === null ? "" : `Not everything that Prometheus was asked for was told (${n.name(gap)}). `}Nothing else that the service used was measured.`;
}
const coresOf$4 = (cores, n) => cores === 1 ? "one core" : `${n.cores(cores)} cores`;
// src/report/words/en-findings.ts
/** The bold word in front of each finding. */
const findingTitles$1 = {
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
	...adviceTitles,
	...target$1.titles,
	imported: "Measured by another tool",
	...searchTitles$1,
	...resourceTitles$1
};
/** Said once, after the sentences of all scenarios. */
const findingCodas$1 = {
	detectable: "A smaller change may have gone unseen.",
	leak: "Limits are held against the lower end of the interval."
};
/** All sentences of findings. */
const findings$1 = {
	"generator-bound": ({ scenario, cpu, eventLoop, beyond }, n) => {
		const use = `${n.share(cpu)} of a core, event loop busy ${n.share(eventLoop)} of the time`;
		return beyond ? `The load generator could not keep up${n.inScenario(scenario)} (${use}). Its own queue is in these latencies, so they say little about the service.` : `The load generator came close to its limit${n.inScenario(scenario)} (${use}). The highest latencies may include a little of its own queue.`;
	},
	loopback: ({ address }, n) => `The service was loaded at ${n.name(address)}, this machine's own address. No network lay in between, so latency is understated and throughput overstated. Compare these numbers with each other, not with production.`,
	"certificate-not-verified": ({ url }, n) => `The service's certificate was not verified, as ${n.code("tls: { verify: false }")} asks: whoever answered at ${n.name(url)} was taken for the service. With ${n.code("tls: { ca: … }")} a certificate of your own is verified, too.`,
	"shared-machine": ({ serviceCores, generatorCores, otherCores, cores }, n) => {
		const service = serviceCores === null ? "" : `the service used ${n.cores(serviceCores)}, `;
		return `Service and load generator shared ${coresOf$3(cores, n)}: ${service}the generator ${n.cores(generatorCores)}, everything else ${n.cores(otherCores)}. Neither was seen waiting for the other.`;
	},
	competition: (evidence, n) => `CPU was short${n.inScenario(evidence.scenario)}: ${competitionOf$1(evidence, n)}. Part of the latency is waiting for a core.`,
	machine: (evidence, n) => machineOf$1(evidence, n),
	"stolen-cpu": ({ scenario, steal }, n) => `The hypervisor gave ${n.share(steal)} of the CPU time to other guests${n.inScenario(scenario)}. At those moments the service was slow through no fault of its own.`,
	"not-watched": (_, n) => `CPU use could not be read on this system (${n.name("/proc")} is missing), so competition went unwatched, and so did bottlenecks that only CPU use shows.`,
	"closed-loop": ({ users }, n) => `${users === 1 ? "The only user waits" : `The ${n.count(users)} users wait`} for each answer before asking again. A service that slows down gets less load here, where real visitors would keep coming: congestion looks milder than it would be.`,
	"too-few-answers": ({ scenario, metric, answers, needed }, n) => `${METRIC_STARTS[metric]} rests on ${n.count(answers)} answers${n.inScenario(scenario)}. It takes about ${n.count(needed)} before that number is more than a guess.`,
	"short-run": ({ scenario, seconds }, n) => `Only ${n.seconds(seconds)} were measured${n.inScenario(scenario)}. What comes every several seconds or builds up slowly (garbage collection, expiring caches, leaks) may not have shown.`,
	"other-machine": ({ scenarios, known, here }, n) => `The baseline${ofScenarios$1(scenarios, n)} comes from another machine (fingerprint ${namesOf$1(known, n)}; this one is ${n.name(here)}). Numbers of different machines are not compared.`,
	"other-config": ({ scenarios }, n) => `The baseline${ofScenarios$1(scenarios, n)} was measured with another configuration: requests, load or start command have changed since. Numbers of different loads are not compared.`,
	"first-run": ({ scenarios, path }, n) => `${n.name(path)} holds no accepted run${ofScenarios$1(scenarios, n)} yet, so nothing was compared. Only absolute limits could be judged.`,
	"thin-history": ({ scenario, runs, metric, limit, tolerance, advisory }, n) => {
		return `${`The baseline${n.inScenario(scenario)} rests on ${runs === 1 ? "one accepted run" : `${n.count(runs)} accepted runs`}.`}${tolerance > limit ? ` From so few it is partly assumed how much runs differ by chance, so the limit of ${METRIC_WORDS$1[metric]} was widened from ${n.extent(metric, limit)} to ${n.extent(metric, tolerance)}.` : ""}${advisory ? ` A regression against so few is only advice; ${n.code("baseline: min-runs")} says from how many on it fails the gate.` : ""}`;
	},
	"own-engine": ({ scenario, why }, n) => why === "closing-connections" ? `The service closes its connections${n.inScenario(scenario)}. autocannon goes on using them where other clients open new ones, so it cannot measure such a service. The engine of our own on undici measured instead.` : `The service sends answers that are not whole ones, such as early hints${n.inScenario(scenario)}. autocannon takes them for whole and pairs the next ones with the wrong requests. The engine of our own on undici measured instead.`,
	screened: ({ scenario, outcome, changes }, n) => {
		const doubts = changes.length === 0 ? "could not decide" : `saw ${n.list(changes.map(({ metric, change }) => `${METRIC_WORDS$1[metric]} ${n.change(metric, change)}`))}`;
		return `The stored baseline ${outcome === "no-baseline" ? "had nothing to compare with" : doubts}${n.inScenario(scenario)}, so the base commit was measured beside the change, on this machine, and decides. The table shows that comparison.`;
	},
	"base-failed": ({ message, decided }, n) => `${n.prose(message)} That is not held against the change. It is built and started in a folder of its own by the same commands, so ${n.code("build")} has to do everything that a fresh checkout needs. ${decided === "baseline" ? "The stored baseline decided alone." : "Nothing was compared; only absolute limits could be judged."}`,
	detectable: ({ scenario, changes, blind }, n) => {
		const caught = `Nine times of ten this run would have caught ${n.list(changes.map(({ metric, change }) => worseBy$1(metric, change, n)))}${n.inScenario(scenario)}.`;
		const longest = Math.max(...blind.map(({ seconds }) => seconds));
		return blind.length === 0 ? caught : `${caught} To see changes as small as the limit of ${n.list(blind.map(({ metric, limit }) => `${METRIC_WORDS$1[metric]} (${n.extent(metric, limit)})`))}, ${n.seconds(longest)} under load would be needed, if the noise stays as it was.`;
	},
	"baseline-drift": ({ scenario, metric, change, runs }, n) => `The accepted runs themselves drift${n.inScenario(scenario)}: over ${n.count(runs)} of them ${METRIC_WORDS$1[metric]} moved by ${n.change(metric, change)}, in steps that were each too small to fail. No single change is to blame for that, this one included.`,
	"cost-in-cpu": ({ scenario, cpu, latency }, n) => `A request costs ${n.change("cpu-per-request", cpu)} CPU time of the service${n.inScenario(scenario)}, and latency moved by ${n.change("p50", latency)}: the service computes more than before. Look at what each request now does: serialisation, validation, loops, logging.`,
	"cost-in-waiting": ({ scenario, cpu, latency }, n) => `Latency moved by ${n.change("p50", latency)}${n.inScenario(scenario)} while a request's CPU time moved by ${n.change("cpu-per-request", cpu)}: the service does not compute more, it waits longer. Look for a new query, a call to another service, a lock, a timer.`,
	"larger-answers": ({ scenario, change, before, now }, n) => `An answer holds ${n.change("answer-size", change)} bytes${n.inScenario(scenario)}: ${n.value("answer-size", now)} where it held ${n.value("answer-size", before)}. Part of the cost is in making and sending them.`,
	"whole-shift": ({ scenario, change, interval: [low, high] }, n) => `From the median to p95, latency moved by ${n.change("p50", change)} on average${n.inScenario(scenario)}, with 90 % confidence by ${n.range("p50", low, high)}: the whole distribution, not one quantile of it.`,
	"no-errors": ({ scenario, sent, upperBound }, n) => `None of ${n.count(sent)} requests failed${n.inScenario(scenario)}; with 95 % confidence the true error rate is below ${n.share(upperBound)}.`,
	errors: ({ scenario, rate, failed, attempts, kinds, messages }, n) => {
		const how = n.list(kinds.map(({ kind, count }) => `${n.count(count)} ${n.plural(count, ERROR_KINDS$1[kind])}`));
		const most = messages.map(({ message, count }) => `${n.name(message)} (${n.count(count)})`);
		const words = most.length === 0 ? "" : ` Most frequent: ${most.join(", ")}.`;
		return `${n.count(failed)} of ${n.count(attempts)} requests failed${n.inScenario(scenario)}, ${n.share(rate)}: ${how}.${words}`;
	},
	"objective-met": ({ scenario, metric, value, bound, headroom }, n) => `${METRIC_STARTS[metric]} of ${n.value(metric, value)}${n.inScenario(scenario)} keeps its limit of ${n.bound(metric, bound)}, with ${n.share(headroom)} to spare.`,
	"objective-missed": ({ scenario, metric, value, bound }, n) => `${METRIC_STARTS[metric]} of ${n.value(metric, value)}${n.inScenario(scenario)} breaks its limit of ${n.bound(metric, bound)}.`,
	slower: ({ scenario, shape, shift }, n) => shape === "whole" ? `The whole distribution moved${n.inScenario(scenario)}: ${shiftOf$1(shift, n)}. The cost is in work that most requests do.` : `Only the slow answers got slower${n.inScenario(scenario)}: ${shiftOf$1(shift, n)}. Most requests are served as before, and something makes some of them wait.`,
	faster: ({ scenario, shape, shift }, n) => shape === "whole" ? `The whole distribution moved${n.inScenario(scenario)}: ${shiftOf$1(shift, n)}.` : `The slow answers got faster${n.inScenario(scenario)}: ${shiftOf$1(shift, n)}. The usual answer is as it was.`,
	stable: ({ scenario, variation, seconds }, n) => `Throughput stayed level${n.inScenario(scenario)}: over ${n.seconds(seconds)} it varied by ${n.share(variation)}, without spikes, dips or drift.`,
	spikes: ({ scenario, seconds, of, worst, typical }, n) => `${secondsOf$1(seconds, of, n)} stood out${n.inScenario(scenario)}: a p95 of up to ${n.ms(worst)}, where ${n.ms(typical)} is typical.`,
	dips: ({ scenario, seconds, of, worst, typical }, n) => `${secondsOf$1(seconds, of, n)} fell out${n.inScenario(scenario)}: down to ${n.rate(worst)}, where ${n.rate(typical)} is typical.`,
	drift: ({ scenario, metric, change, seconds }, n) => {
		const worse = change > 0 === (METRICS[metric].better === "lower");
		const went = `${METRIC_STARTS[metric]} ${change > 0 ? "rose" : "fell"} steadily${n.inScenario(scenario)}, by ${n.change(metric, change)} over ${n.seconds(seconds)}`;
		return worse ? `${went}. Leaks, growing tables and filling queues look like this; a longer run tells whether it goes on.` : `${went}: the service was still warming up, and is faster when warm than these numbers say.`;
	},
	"long-tail": ({ scenario, p50, p99 }, n) => `The slowest 1 % of the answers took ${n.ms(p99)} or more${n.inScenario(scenario)}, ${n.times(p99 / p50)} the median of ${n.ms(p50)}. A plain queue explains about ×6.6; the rest points to pauses, locks or a few costly requests.`,
	"slow-request": ({ scenario, request, p95, others }, n) => `${n.name(request)} stands out${n.inScenario(scenario)}: its p95 is ${n.ms(p95)}, against ${n.ms(others)} for all other requests together.`,
	saturated: ({ scenario, busyCores, cores, serviceCores }, n) => `CPU ran out${n.inScenario(scenario)}: ${n.cores(busyCores)} of ${coresOf$3(cores, n)} were busy, ${n.cores(serviceCores)} of them with the service. More users would wait longer rather than get more answers.`,
	waiting: ({ scenario, serviceCores, p50, cpuPerAnswer }, n) => `The usual answer took ${n.ms(p50)}${n.inScenario(scenario)} but cost only ${n.ms(cpuPerAnswer)} of CPU time, and the service used ${n.cores(serviceCores)} of a core. It was waiting: for a database, a lock, a connection pool, another service or a timer.`,
	"capacity-unknown": ({ users }, n) => `Only one level of load was run (${userCount(users, n)}). How much more the service can take is not known from that, and not guessed.`,
	...target$1.findings,
	imported: imported$1.sentence,
	...searchFindings$1,
	...attribution$1,
	...resourceFindings$1,
	...soak$1,
	...advice$1
};
/** `4 cores`. */
function coresOf$3(cores, n) {
	return cores === 1 ? "one core" : `${n.cores(cores)} cores`;
}
const userCount = (users, n) => users === 1 ? "one user" : `${n.count(users)} users`;
function competitionOf$1(evidence, n) {
	const { busyCores, cores, serviceCores, generatorCores, runQueueDelay, cpuPressure } = evidence;
	const service = serviceCores === null ? "" : `service ${n.cores(serviceCores)}, `;
	const parts = [
		`${n.cores(busyCores)} of ${coresOf$3(cores, n)} were busy (${service}generator ${n.cores(generatorCores)})`,
		runQueueDelay === null ? null : `the generator was ready but had no core ${n.share(runQueueDelay)} of the time`,
		cpuPressure === null ? null : `some task waited for a core ${n.share(cpuPressure)} of the time`
	];
	return n.list(parts.filter((part) => part !== null));
}
const RUNNERS$1 = {
	"github-hosted": "GitHub's shared hardware, where neighbours come and go",
	"self-hosted": "a self-hosted runner",
	local: "a local machine, not a server"
};
const UNREAD$1 = {
	governor: "power governor",
	power: "battery or mains",
	throttling: "thermal throttling"
};
function machineOf$1({ machine, unread }, n) {
	const { cpuModel, cores, memory, os, virtualisation, governor, power, thermalThrottles, runner } = machine;
	const layer = virtualisation === null ? "no sign of virtualisation" : n.name(virtualisation);
	const state = [
		governor === null ? null : `power governor ${n.name(governor)}`,
		power === null ? null : power === "battery" ? "on battery" : "on mains",
		thermalThrottles === null || thermalThrottles === 0 ? null : `slowed down for heat ${n.count(thermalThrottles)} times since it booted`
	].filter((part) => part !== null);
	const known = state.length === 0 ? "" : ` State: ${state.join(", ")}.`;
	const missing = unread.length === 0 ? "" : ` Not readable here: ${n.list(unread.map((name) => UNREAD$1[name]))}; slow phases of the hardware cannot be ruled out.`;
	return `${n.name(cpuModel)}, ${coresOf$3(cores, n)}, ${n.bytes(memory)}, ${n.name(os)}, ${layer}: ${RUNNERS$1[runner]}.${known}${missing}`;
}
const ERROR_KINDS$1 = {
	httpError: {
		one: "unexpected answer",
		other: "unexpected answers"
	},
	connectionError: {
		one: "broken connection",
		other: "broken connections"
	},
	timeout: {
		one: "timeout",
		other: "timeouts"
	},
	lost: { other: "closed without an answer" },
	refused: {
		one: "refused connection",
		other: "refused connections"
	}
};
/** `a rise of p95 by 14 %`. */
function worseBy$1(metric, change, n) {
	return `${METRICS[metric].better === "lower" ? "a rise" : "a drop"} of ${METRIC_WORDS$1[metric]} by ${n.extent(metric, change)}`;
}
const shiftOf$1 = ({ p50, p95, p99 }, n) => `p50 ${n.change("p50", p50)}, p95 ${n.change("p95", p95)}, p99 ${n.change("p99", p99)}`;
/** Which seconds, while they are few; seconds count from 1 for people. */
function secondsOf$1(seconds, of, n) {
	if (seconds.length > 4) return `${n.count(seconds.length)} of ${n.count(of)} seconds`;
	const which = n.list(seconds.map((second) => n.count(second + 1)));
	return seconds.length === 1 ? `Second ${which}` : `Seconds ${which}`;
}
function namesOf$1(names, n) {
	const few = 3;
	const shown = names.slice(0, few).map((name) => n.name(name));
	return n.list(names.length > few ? [...shown, `${n.count(names.length - few)} more`] : shown);
}
/** Of several scenarios, which; of the only one, nothing. */
function ofScenarios$1(scenarios, n) {
	const [only] = scenarios;
	if (only === void 0) return "";
	return scenarios.length === 1 ? n.inScenario(only).replace(/^ in /, " of ") : ` of ${namesOf$1(scenarios, n)}`;
}
// src/report/words/en-history.ts
/** English: the history page. */
const runs = (count, write) => count === 1 ? "one run" : `${write(count)} runs`;
/** The history page in English. */
const history$1 = {
	title: "Performance history",
	suite: "Suite",
	all: "All scenarios",
	trends: "Trends",
	runs: (count, from, to, n) => {
		const accepted = count === 1 ? "1 accepted run" : `${n.count(count)} accepted runs`;
		return from === to ? `${accepted}, ${from}` : `${accepted}, ${from} to ${to}`;
	},
	newest: "Newest",
	against: ({ firstRuns }, n) => firstRuns === 1 ? "against the first run" : `against the first ${n.count(firstRuns)} runs`,
	directions: {
		better: "better",
		worse: "worse",
		steady: "within the noise"
	},
	change: (metric, { first, last, firstRuns, lastRuns, direction }, n) => {
		const end = lastRuns === 1 ? "Last run" : `Median of the last ${n.count(lastRuns)} runs`;
		const beginning = firstRuns === 1 ? "first run" : `of the first ${n.count(firstRuns)}`;
		const values = `${end}: ${n.value(metric, last)}; ${beginning}: ${n.value(metric, first)}`;
		if (METRICS[metric].change === "points") return `${values}.`;
		return `${values} (${direction === "steady" ? "runs of unchanged code may differ as much" : "nine of ten runs of unchanged code would differ less"}).`;
	},
	noChange: "There are too few runs with a value to tell a change.",
	band: (metric, { low, high, runs: count }, n) => `Band: ${n.value(metric, low)} to ${n.value(metric, high)}, where nine of ten runs of unchanged code are expected, by the noise of ${runs(count, n.count)} in the baseline.`,
	noBand: {
		counted: "No band: this is judged by counts, not by the noise between runs.",
		empty: "No band: the baseline holds no run of this line with a value above zero."
	},
	drift: (metric, drift, n) => `${METRIC_STARTS[metric]} drifts: the moving average of the runs is ${n.change(metric, drift)} from the first ten.`,
	line: (name) => `line ${name}`,
	ofLine: (name) => `Numbers are of line ${name}, which has the newest run.`,
	numbers: (metric) => `Numbers of ${metric}`,
	table: (metric, scenario) => `${metric} of every accepted run of ${scenario}, newest first`,
	allRuns: "All accepted runs",
	past: "no longer in the baseline",
	noCommit: "changed working tree",
	columns: {
		date: "Date (UTC)",
		commit: "Commit",
		line: "Line",
		requests: "Requests",
		loadgate: "Loadgate",
		engine: "Engine",
		machine: "Machine",
		fingerprint: "Fingerprint",
		configuration: "Configuration",
		runs: "Runs",
		from: "First run",
		to: "Last run",
		begins: "Begins with"
	},
	lines: "Lines",
	linesIntro: "Runs of another machine or of another configuration (load, requests, how the service is started) cannot be compared, so each has a line of its own, and lines are never joined.",
	starts: {
		first: "the first run",
		machine: "another machine",
		configuration: "another configuration",
		both: "another machine and another configuration"
	},
	cores: (count, n) => count === 1 ? "1 core" : `${n.count(count)} cores`,
	versions: (versions, n) => {
		if (versions.kind === "none") return `Only what the baseline holds now: ${{
			"no-repository": "there is no git repository to read older versions from",
			partial: "older versions were not read, since this clone does not hold all files",
			failed: "git could not tell older versions"
		}[versions.why]}.`;
		const { read, unreadable, cut } = versions;
		return `${read === 0 ? "Only what the baseline holds now: no version of it is in git." : `From ${read === 1 ? "one version" : `${n.count(read)} versions`} of the file in git.`}${unreadable === 0 ? "" : ` ${unreadable === 1 ? "One more version is" : `${n.count(unreadable)} more versions are`} no baseline of this suite that can be read, and ${unreadable === 1 ? "was" : "were"} left out.`}${cut === null ? "" : {
			bound: " There are older versions, which were not read.",
			shallow: " This clone is shallow, so there may be older versions (check out with `fetch-depth: 0`)."
		}[cut]}`;
	},
	reading: "How to read this page",
	howTo: [
		"Each point is an accepted run, one step for each, whatever time lies between them. It leads to its commit where the repository is known.",
		"A hollow point is a run that the baseline no longer holds: it was read from an older version of the file, and nothing is compared with it.",
		"The band is where nine of ten runs of unchanged code are expected, by the noise that the gate assumes of the runs in the baseline.",
		"A dashed rule with a letter is where a line begins: another machine, or another configuration. Its numbers are not comparable with those before.",
		"Changes are the median of the last runs (at most five) against the median of the first (at most ten) of the same line. They are called better or worse only beyond what the noise of the first runs lets expect of nine of ten runs. A few in a hundred are called so by chance, and more of them where runs are few.",
		"The vertical axis begins at zero only where the values are near it."
	],
	record: "The numbers behind these pages:",
	madeBy: "Made by"
};
// src/report/words/en-labels.ts
/** Fixed words. */
const labels$1 = {
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
function facts$1(scenario, n) {
	const { engine } = scenario;
	const { seconds, attempts, failed } = scenario.search ?? scenario;
	const who = scenario.search === null ? loadOf$1(scenario, n) : search$1.facts(scenario.search, n);
	const fate = failed === 0 ? "none failed" : `${n.count(failed)} failed`;
	return `${who === null ? "" : `${who}${scenario.search === null ? " for" : ","} `}${n.seconds(seconds)}, ${n.count(attempts)} requests by ${engine.name}, ${fate}`;
}
/** `10 users`, `50 users with think time`, `40 requests a second`, `1 to 50 users`; null where nobody knows. */
function loadOf$1({ executor, users }, n) {
	const many = (count) => count === 1 ? "one user" : `${n.count(count)} users`;
	const thinking = executor !== null && isThinking(executor) ? " with think time" : "";
	switch (executor?.kind) {
		case void 0:
		case "constant-users": return users === null ? null : `${many(users)}${thinking}`;
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
const ENGINE_WHY$1 = {
	asked: "as configured",
	default: "default",
	"closing-connections": "since the service closes its connections",
	"lost-answers": "since autocannon lost answers",
	executor: "autocannon cannot send this load",
	"http-2": "speaks HTTP/2",
	imported: "read from its output",
	unsupported: "autocannon measures neither HEAD requests nor verified TLS truthfully, and lets nobody look into answers"
};
/** How it was measured, one sentence a line. */
function method$1(how, n) {
	const { occasion, target, machine } = how;
	if (target === null || machine === null) return methodOfImported$1(how, n);
	return [
		`Loadgate ${n.name(how.loadgate)}, ${n.name(how.startedAt)}, seed ${n.name(String(how.seed))}${commitOf$1(how, n)}${pullRequestOf$1(how, n)}.`,
		`Loaded: ${n.name(target.url)}${readyOf$1(how, n)}. ${sendingOf$1(how)}`,
		...how.baseline === null ? [] : [baselineOf$1(how.baseline, n)],
		...judgedOf$1(how, n),
		`Machine fingerprint ${n.name(machine.fingerprint)}, ${n.name(machine.architecture)}, Node.js ${n.name(machine.node)}.`,
		`To judge these numbers again: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
		...occasion.runUrl === null ? [] : [`${n.link("Workflow run", occasion.runUrl)}.`]
	];
}
/** Of results that were read, little is known. */
function methodOfImported$1(how, n) {
	const { occasion } = how;
	return [
		`Loadgate ${n.name(how.loadgate)} read these results, of ${n.name(how.startedAt)}${commitOf$1(how, n)}${pullRequestOf$1(how, n)}. It sent nothing itself.`,
		...how.baseline === null ? [] : [baselineOf$1(how.baseline, n)],
		...judgedOf$1(how, n),
		`To judge these numbers again: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
		...occasion.runUrl === null ? [] : [`${n.link("Workflow run", occasion.runUrl)}.`]
	];
}
/** When requests are sent, and what their latency is. */
function sendingOf$1({ loops }) {
	const users = `Users send their next request when the last one is answered${loops.thinking ? " and their think time is over" : ""}; `;
	const arrivals = `${loops.users ? "with an arrival rate requests" : "Requests"} are sent at their times, whatever became of those before; `;
	const from = loops.arrivals ? "that moment" : "the request";
	return `${loops.users ? users : ""}${loops.arrivals ? arrivals : ""}each latency runs from ${from} to the end of its answer, in microseconds, and a timeout counts with at least the time it waited.`;
}
/** How it was compared and judged. */
function judgedOf$1({ beside, cores }, n) {
	if (beside === null) return ["A metric regresses when it is worse than its limit and than the noise between accepted runs explains (one false alarm in a thousand comparisons). Intervals hold the true change with 90 % confidence."];
	const { commit, blocks, confirmBlocks, load } = beside;
	const against = commit === null ? "the base" : `the base commit ${n.name(short$1(commit))}`;
	const confirmed = confirmBlocks === 0 ? "" : `, ${n.count(confirmBlocks)} of them to confirm an alarm`;
	return [
		`Measured beside ${against}: ${blocksOf$1(blocks, n)}${confirmed}, ${n.seconds(load / 1e3)} under load. In each block both builds were booted afresh, warmed up, and took short turns in a balanced random order, on new connections each. The quiet turns decide, the best quarter of each build's; all turns together are looked at for what happens in some of them only.`,
		cores === null ? "Generator and service shared all cores." : `The service was kept on ${coresOf$2(cores.service, n)}, the generator on ${coresOf$2(cores.generator, n)}.`,
		"A metric regresses when its change is beyond the smallest effect worth speaking of at an error rate that all looks and all limited metrics share (one in two hundred), reaches its limit, and is confirmed by fresh blocks. Intervals hold the true change with 90 % confidence."
	];
}
/** `one block`, `14 blocks`. */
const blocksOf$1 = (count, n) => count === 1 ? "one block" : `${n.count(count)} blocks`;
const coresOf$2 = (cores, n) => cores.length === 1 ? `core ${cores.join("")}` : `cores ${n.list(cores.map(String))}`;
function commitOf$1({ commit, dirty }, n) {
	if (commit === null) return "";
	return `, commit ${n.name(short$1(commit))}${dirty ? " with uncommitted changes" : ""}`;
}
const pullRequestOf$1 = ({ occasion: { pullRequest } }, n) => pullRequest === null ? "" : `, pull request ${n.name(String(pullRequest.number))}`;
function readyOf$1({ readyAfter }, n) {
	const [first] = readyAfter;
	return first === void 0 ? ", already running" : `, ready ${n.ms(first)} after its start`;
}
function baselineOf$1({ path, commit }, n) {
	const where = commit === null ? "of the working tree" : `at the base commit ${n.name(short$1(commit))}`;
	return `Baseline: ${n.name(path)} ${where}.`;
}
const short$1 = (commit) => commit.slice(0, 12);
/** Engine, generator and machine during one scenario. */
function measured$1(scenario, n) {
	const { engine, generator, host, warmUp, name, configHash, arrivals, imported } = scenario;
	const use = [
		imported === null ? `warm-up ${n.seconds(warmUp)}` : null,
		`engine ${n.name(`${engine.name} ${engine.version}`.trim())} (${ENGINE_WHY$1[engine.why]})`,
		generator === null ? null : `generator ${n.share(generator.cpu)} of a core, event loop ${n.share(generator.eventLoop)} busy with a p99 delay of ${n.ms(generator.eventLoopDelayP99)}, ${n.bytes(generator.memory)}`,
		arrivals === null ? null : `of ${n.count(arrivals.planned)} arrivals ${n.count(arrivals.late)} sent late, ${n.count(arrivals.dropped)} dropped, ${n.count(arrivals.waiting)} still waiting at the end${arrivals.lagP99 === null ? "" : ` (99 of 100 sent within ${n.ms(arrivals.lagP99)} of their time)`}`,
		host === null ? null : `machine ${n.cores(host.busyCores)} of ${n.cores(host.cores)} cores busy${host.serviceCores === null ? "" : `, service ${n.cores(host.serviceCores)}`}`,
		host === null || host.serviceMemory === null ? null : `service memory ${n.bytes(host.serviceMemory)}`,
		configHash === null ? null : `configuration ${n.name(configHash)}`
	].filter((part) => part !== null);
	return `${n.name(name)}: ${use.join("; ")}.`;
}
/** Titles and captions of charts. */
const charts$1 = {
	users: "Users",
	underWay: "Requests under way",
	usersCaption: (width) => width === 1 ? "" : `Each point is the mean of ${width} s.`,
	throughput: (withErrors) => withErrors ? "Answers and failures per second" : "Throughput: answers per second",
	latency: "Latency: p50 and p95 in milliseconds",
	seconds: "seconds of the measured time",
	perSecond: "per second",
	milliseconds: "ms",
	lines: {
		answers: "answers as expected",
		failures: "failures",
		head: "this change",
		base: "base"
	},
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
// src/report/words/en-page.ts
/** English: what only the HTML page says. */
/** The page's own words. */
const page$1 = {
	lang: "en",
	product: "Loadgate",
	skip: "Skip to the report",
	contents: "Contents",
	anchor: (section) => `Link to ${section}`,
	facts: {
		commit: "Commit",
		base: "Base",
		measured: "Measured",
		machine: "Machine",
		version: "Loadgate"
	},
	filters: {
		title: "Filters",
		scenario: "Scenario",
		all: "All scenarios",
		request: "Request",
		requestHint: "Part of its name",
		clear: "Show everything",
		theme: "Colours",
		auto: "As the system",
		light: "Light",
		dark: "Dark"
	},
	shown: "Scenarios shown: {scenarios} of {allScenarios}. Requests shown: {requests} of {allRequests}.",
	nothingShown: "Nothing fits these filters.",
	headings: {
		judgements: "All metrics",
		screen: "What the stored baseline said",
		charts: "Over time",
		byTime: "Numbers behind the charts",
		requests: "Requests",
		ended: "Where every request ended",
		errors: "Failures by message",
		statuses: "Answers by status",
		raw: "Blocks, slices and turns",
		blocks: "Blocks",
		slices: "Slices",
		turns: "Turns",
		resources: "Resources",
		findings: "All findings and their evidence",
		setup: "Configuration and machine",
		configuration: "Configuration",
		machine: "Machine"
	},
	columns: {
		tolerance: "Tolerance",
		detectable: "Smallest change it could see",
		replicates: "Compared with",
		from: "Seconds",
		users: "Users",
		throughput: "Throughput",
		failures: "Failures",
		serviceCores: "Service, cores",
		generatorCores: "Generator, cores",
		otherCores: "Others, cores",
		memory: "Memory",
		message: "Message",
		count: "Count",
		share: "Share",
		status: "Status",
		build: "Build",
		phase: "Phase",
		block: "Block",
		underLoad: "Under load",
		ready: "Ready after",
		seconds: "Measured",
		warmUp: "Warm-up",
		sent: "Sent",
		ok: "Ok",
		failed: "Failed",
		cpu: "CPU a request",
		place: "Turn",
		outside: "Others, cores",
		engine: "Engine",
		what: "What",
		value: "Value"
	},
	sides: {
		head: "this change",
		base: "base"
	},
	phases: {
		alone: "alone",
		explore: "exploring",
		main: "main",
		confirm: "confirmation"
	},
	charts: {
		cores: "CPU of service, generator and others",
		coresUnit: "cores",
		coresCaption: "🟦 service, 🟧 generator, 🟩 everything else on the machine.",
		held: "Memory of the service",
		heldCaption: "Memory of its whole process tree.",
		storage: "Storage: read and written by the service",
		storageUnit: "MB a second",
		storageCaption: "🟦 read, 🟧 written.",
		lines: {
			service: "service",
			generator: "generator",
			others: "everything else",
			read: "read",
			written: "written"
		},
		line: (name, low, high) => `${name} from ${low} to ${high}`,
		hint: "Charts of one scenario share one time axis: drag across one to zoom all of them, double-click to see everything again.",
		keyboard: "Arrow keys step through the points.",
		second: "s"
	},
	thinned: (shown, all, n) => `${n.count(shown)} of ${n.count(all)} rows, evenly chosen; ${n.code("run.json")} has all of them.`,
	seconds: (from, to) => to - from <= 1 ? String(from) : `${from}–${to}`,
	kinds: {
		limitation: "Limitation",
		strength: "Strength",
		weakness: "Weakness",
		bottleneck: "Bottleneck",
		potential: "Potential",
		recommendation: "Recommendation"
	},
	confidence: {
		certain: "certain",
		likely: "likely",
		possible: "possible"
	},
	evidence: "Evidence",
	evidenceNote: "Each finding is made by one rule from the numbers under it: shares run from 0 to 1, CPU is in cores, latencies are in milliseconds, memory is in bytes.",
	noFindings: "No rule had anything to say.",
	yes: "yes",
	no: "no",
	more: (count, n) => `… and ${n.count(count)} more`,
	configurationNote: "As it was measured, with every default filled in. Long lists are shortened.",
	replicates: (against, count, n) => {
		if (against === "base") return count === 1 ? "one block" : `${n.count(count)} blocks`;
		return count === 1 ? "one run" : `${n.count(count)} runs`;
	},
	confirmation: {
		confirmed: "alarm confirmed",
		refuted: "alarm not confirmed",
		missing: "no time to confirm the alarm"
	},
	machine: {
		cpu: "CPU",
		cores: "Cores",
		architecture: "Architecture",
		memory: "Memory",
		os: "System",
		node: "Node.js",
		virtualisation: "Virtualisation",
		governor: "Power governor",
		power: "Power supply",
		throttles: "Slowed down for heat since boot",
		frequency: "Clock rate",
		runner: "Runner",
		fingerprint: "Fingerprint",
		coresService: "Cores of the service",
		coresGenerator: "Cores of the generator"
	},
	readings: {
		service: {
			title: "Service: its process tree",
			cores: "CPU, cores",
			busiestThread: "Busiest thread, cores",
			runQueueDelay: "Ready without a core, cores’ worth",
			diskWaiters: "Threads stopped for a disk, mean",
			memory: "Most resident memory",
			proportionalMemory: "Proportional memory at the end",
			anonymous: "Anonymous memory",
			storage: "Storage read, written",
			switches: "Context switches, voluntary and not",
			processes: "Processes",
			threads: "Threads",
			openFiles: "Open files of one process"
		},
		generator: {
			title: "Load generator",
			cpu: "CPU, share of a core",
			eventLoop: "Event loop busy",
			eventLoopDelay: "Event loop delay, p99",
			runQueueDelay: "Ready without a core, share of the time",
			memory: "Most resident memory"
		},
		host: {
			title: "Machine under load",
			busy: "Busy cores",
			others: "Other programs, cores",
			programs: "Busiest other programs",
			steal: "Stolen by the hypervisor",
			cpuPressure: "Some task waited for a core",
			ioPressure: "Some task waited for a disk",
			memoryPressure: "Some task waited for memory",
			disk: "Busiest disk",
			retransmits: "TCP segments sent again"
		},
		cgroup: {
			title: "Control groups of the service",
			path: "Group",
			cpuLimit: "CPU limit, cores",
			throttledPeriods: "Periods in which its CPU was cut off",
			throttled: "Held back, cores’ worth",
			memoryLimit: "Memory limit",
			memory: "Memory at the end",
			kills: "Killed for want of memory",
			limitHits: "Ran into its memory limit"
		},
		runtime: {
			title: "Node.js processes of the service",
			process: "Process",
			eventLoop: "Event loop busy",
			delayP50: "Delay p50",
			delayP99: "Delay p99",
			delayMax: "Longest delay",
			collection: "Garbage collection",
			collectionMax: "Longest pause",
			collections: "Collections, small and whole",
			live: "Live memory"
		},
		container: {
			title: "Containers",
			name: "Container",
			image: "Image",
			cores: "CPU, cores",
			cpuLimit: "CPU limit",
			throttled: "Periods cut off",
			memory: "Memory",
			memoryLimit: "Memory limit",
			storage: "Storage read, written",
			network: "Network in, out"
		},
		database: {
			title: (name, kind, version) => `Database ${name}: ${kind} ${version}`,
			queries: "Statements executed",
			time: "Time on them",
			cacheHits: "Look-ups that memory answered",
			connections: "Sessions, most",
			active: "Sessions at work, mean",
			idle: "Sessions idle in a transaction, mean",
			waits: "Sessions waiting, mean",
			rest: "all others together"
		},
		statement: {
			title: "Statements, by their time",
			text: "Statement",
			calls: "Calls",
			perRequest: "A request",
			time: "Time",
			perCall: "A call",
			share: "Share",
			rows: "Rows",
			examined: "Rows looked at",
			blocks: "Blocks"
		},
		unread: "Not read",
		of: (side, seconds, n) => `${side}, watched for ${n.seconds(seconds)}`,
		outOf: (used, all) => `${used} of ${all}`,
		fromTo: (from, to) => `${from} to ${to}`,
		perSecond: (amount) => `${amount}/s`
	},
	frequency: (now, max) => `${now} MHz of at most ${max} MHz`,
	records: (n) => `Everything that was measured is in ${n.code("run.json")}, everything that was judged in ${n.code("verdict.json")}, both beside this page.`,
	noNetwork: "This page is one file: it loads nothing and sends nothing.",
	licence: "Interactive charts by Apache ECharts, developed at The Apache Software Foundation (https://www.apache.org/)."
};
// src/report/words/en-voids.ts
/** In a headline. */
function voidPhrase$1(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return "the load generator was the bottleneck, not the service";
		case "too-few-answers": return `${n.count(reason.answers)} answers are too few for ${METRIC_WORDS$1[reason.metric]}`;
		case "no-answers": return "not one request was answered as expected";
		case "status-mix-changed": return `the share of ${reason.status} answers changed`;
		case "answer-size-changed": return "answers have another size than in the baseline";
		case "engine-changed": return `${n.code(reason.now)} measured, and ${n.code(reason.before)} the baseline`;
		case "arrivals-missed": return "the asked rate was not kept: requests found nobody free to send them";
		case "no-capacity": return "the objective was not kept even at the lowest load";
		case "little": return "users, throughput and latency do not fit together";
		case "memory-unread": return "memory has a limit, and its growth could not be measured";
		case "metric-unread": return `${METRIC_WORDS$1[reason.metric]} ${have(reason.metric)} a limit, and could not be measured`;
		case "metric-untold": return `${METRIC_WORDS$1[reason.metric]} ${have(reason.metric)} a limit, and the imported result does not tell ${have(reason.metric) === "have" ? "them" : "it"}`;
		case "lost-answers": return "requests were lost on closed connections";
		case "null-comparison": return "the same build differed from itself";
		case "order-effect": return "what came first was measured differently";
		case "outside-noise": return "others used too much of the machine";
	}
}
const have = (metric) => metric === "queries-per-request" ? "have" : "has";
/** What to do, in one sentence. */
function remedy$1(reason, n) {
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
		case "metric-untold": return "Let the tool write an output that tells it, or remove the limit.";
		case "lost-answers": return `Set ${n.code("engine: undici")} and measure again.`;
		case "null-comparison":
		case "order-effect":
		case "outside-noise": return "Measure again when the machine is quieter.";
	}
}
/** As a sentence, with its numbers. */
function voidSentence$1(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return `The generator used ${n.share(reason.cpu)} of a core, with an event loop busy ${n.share(reason.eventLoop)} of the time: it measured its own queue.`;
		case "too-few-answers": return `${METRIC_STARTS[reason.metric]} needs ${n.count(reason.needed)} answers and had ${n.count(reason.answers)}.`;
		case "no-answers": return "Not one request was answered as expected.";
		case "status-mix-changed": return `${n.share(reason.now)} of the expected answers were ${reason.status}, in the baseline ${n.share(reason.before)}: other work was measured.`;
		case "answer-size-changed": return `An answer has ${n.bytes(reason.now)} on average, in the baseline ${n.bytes(reason.before)}: other answers were measured.`;
		case "engine-changed": return `${n.code(reason.now)} had to measure, and ${n.code(reason.before)} measured the baseline: engines cost a request differently, so the numbers cannot be compared.`;
		case "arrivals-missed": return `${n.count(reason.missed)} of ${n.count(reason.planned)} requests that the asked rate comes to were not sent, because all users were waiting for answers: the service did not keep up with the rate, and its latencies are those of a lower one.`;
		case "no-capacity": return `At ${levelOf$1(reason.search, reason.level, n)}, the lowest load, ${breakPhrase$1(reason.reason, n)}: there is no load within the objective, and so no capacity to tell.`;
		case "little": return `At ${levelOf$1("stress", reason.level, n)}, ${n.rate(reason.throughput)} with a mean latency of ${n.ms(reason.mean)} are off Little's law by ${n.share(reason.gap)}: a law that every system keeps, so this was not measured rightly.`;
		case "memory-unread": return "The growth of memory has a limit, and no value: the run was too short or in turns, or the service is not ours to read.";
		case "metric-unread": return reason.metric === "queries-per-request" ? "The number of queries a request has a limit, and no value: no database is configured, or one could not be counted to the end." : `${METRIC_STARTS[reason.metric]} has a limit, and no value: the service is not ours to read, or this machine does not tell.`;
		case "metric-untold": return `${METRIC_STARTS[reason.metric]} has a limit, and no value: the output of the tool does not tell it, and nothing is made up in its place.`;
		case "lost-answers": return `${n.count(reason.lost)} of ${n.count(reason.sent)} requests were lost: autocannon goes on using connections that the service has announced to close, where other clients open new ones.`;
		case "null-comparison": return `Turns of the same build differed in ${METRIC_WORDS$1[reason.metric]} by ${n.change(reason.metric, reason.change)}, more than chance and the limit allow: what differs from itself cannot be compared with another.`;
		case "order-effect": return `In each pair of turns the later one differed in ${METRIC_WORDS$1[reason.metric]} by ${n.change(reason.metric, reason.change)}, whichever build it was: the order was measured, not the builds.`;
		case "outside-noise": return `In ${n.count(reason.blocks)} of ${n.count(reason.of)} blocks other processes (or other machines of the same host) used up to ${n.cores(reason.cores)} of a core for much of the time.`;
	}
}
// src/report/words/en-verdict.ts
/** English: the verdict, its reasons, and what to do about it. */
/** The verdict in one line. */
function headline$1(verdict, n) {
	return `${verdict.suite === "default" ? "" : `${n.name(verdict.suite)} · `}${verdictOf$1(verdict, n)}${moreOf$1(verdict, n)}`;
}
function verdictOf$1(verdict, n) {
	const { outcome, reasons, scenarios } = verdict;
	const [lead] = reasons;
	switch (outcome) {
		case "fail": return `${lead?.kind === "regression" ? "Regression" : "Limit broken"}: ${phrases$1(reasons, n)}`;
		case "void": return lead?.kind === "void" ? `Measurement void: ${voidPhrase$1(lead.reason, n)}${n.inScenario(lead.scenario)}` : "Measurement void: nothing was measured";
		case "inconclusive": return `Inconclusive: ${phrases$1(reasons, n)}`;
		case "no-baseline": return `${lead?.kind === "no-baseline" ? NOT_COMPARED$1[lead.why] : "Not compared"}${values$1(verdict, n)}`;
		case "pass":
			if (lead?.kind === "improvement") return `Improvement: ${phrases$1(reasons, n)}`;
			return scenarios === 1 ? `No regression${values$1(verdict, n)}` : `No regression in ${n.count(scenarios)} scenarios`;
	}
}
const NOT_COMPARED$1 = {
	"first-run": "First run, nothing to compare with yet",
	"other-machine": "Not compared, the baseline is from another machine",
	"other-config": "Not compared, the baseline is for another configuration",
	"base-failed": "Not compared, the base commit could not be measured",
	"no-value": "Not compared, the baseline has no value for a limited metric"
};
/** `: p95 12.4 ms (−1.2 %), throughput 1,250/s (+0.8 %)`. */
function values$1({ metrics }, n) {
	const parts = metrics.map(({ metric, value, change }) => {
		const moved = change === null || METRICS[metric].unit === "ratio" ? "" : ` (${n.change(metric, change)})`;
		return `${METRIC_WORDS$1[metric]} ${n.value(metric, value)}${moved}`;
	});
	return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}
/** Each with its scenario, which is named once where it is the same. */
function phrases$1(reasons, n) {
	const [first] = reasons;
	if (first !== void 0 && reasons.every(({ scenario }) => scenario === first.scenario)) return `${n.list(reasons.map((reason) => phrase$1(reason, n)))}${n.inScenario(first.scenario)}`;
	return n.list(reasons.map((reason) => `${phrase$1(reason, n)}${n.inScenario(reason.scenario)}`));
}
function phrase$1(reason, n) {
	switch (reason.kind) {
		case "regression": {
			const { metric, comparison } = reason;
			return `${METRIC_WORDS$1[metric]} ${moved$2(metric, comparison.change, n)} (limit ${n.extent(metric, comparison.limit ?? 0)})`;
		}
		case "improvement": return `${METRIC_WORDS$1[reason.metric]} ${moved$2(reason.metric, reason.comparison.change, n)}`;
		case "inconclusive": {
			const { metric, comparison } = reason;
			return `${METRIC_WORDS$1[metric]} ${between$3(metric, comparison.interval, n)} (limit ${n.extent(metric, comparison.limit ?? 0)})`;
		}
		case "breach": return `${METRIC_WORDS$1[reason.metric]} ${n.value(reason.metric, reason.value)} (${reason.direction} ${n.bound(reason.metric, reason.bound)})`;
		case "void": return voidPhrase$1(reason.reason, n);
		case "no-baseline": return NOT_COMPARED$1[reason.why];
	}
}
const moreOf$1 = ({ more, outcome }, n) => more === 0 || outcome === "no-baseline" ? "" : `, and ${n.count(more)} more`;
/** What to do about it, in one sentence. */
function action$1(verdict, n) {
	const [lead] = verdict.reasons;
	switch (verdict.outcome) {
		case "fail":
			if (lead?.kind === "regression") return "Do not merge yet: find the cause, or accept the cost on purpose.";
			return lead?.kind === "breach" && lead.metric === "error-rate" ? "Do not merge yet: see to the errors first." : "Do not merge yet: make the service keep its limit, or change the limit on purpose.";
		case "void": return `Neither green nor red. ${lead?.kind === "void" ? remedy$1(lead.reason, n) : "Measure again."}`;
		case "inconclusive": {
			const sharper = lead?.kind === "inconclusive" && lead.comparison.against === "base" ? `give the comparison more time (${n.code("budget")})` : "accept more runs into the baseline";
			return `${gateOf$1(verdict, "on-inconclusive", n)} Measure again, or ${sharper} to see more sharply.`;
		}
		case "no-baseline": {
			const next = lead?.kind === "no-baseline" && lead.why === "base-failed" ? "Let the base commit be built and started from a fresh checkout; what went wrong is below." : "Accept a run of this machine as baseline, and changes are compared from then on.";
			return `${gateOf$1(verdict, "on-no-baseline", n)} ${next}`;
		}
		case "pass": return lead?.kind === "improvement" ? "Nothing to do. Accept this run into the baseline to hold the gain." : "Nothing to do.";
	}
}
const gateOf$1 = ({ exitCode }, policy, n) => exitCode === 0 ? "The gate stays open." : `The policy ${n.code(`${policy}: fail`)} closes the gate.`;
const confidenceOf$1 = (metric, comparison, n) => isRange$1({
	metric,
	comparison
}, n) ? `, with 90 % confidence ${between$3(metric, comparison.interval, n)}` : "";
/** A sentence for each kind of reason. */
const reasons$1 = {
	regression: ({ scenario, metric, value, comparison }, n) => {
		const limit = n.extent(metric, comparison.limit ?? 0);
		const line = isWidened(metric, comparison, n) ? `the limit of ${limit}, widened to ${n.extent(metric, comparison.tolerance)}` : `the limit of ${limit}`;
		return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(moved$2(metric, comparison.change, n))}${confidenceOf$1(metric, comparison, n)}. That is beyond the noise (significant) and beyond ${line} (relevant).`;
	},
	improvement: ({ scenario, metric, value, comparison }, n) => `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(moved$2(metric, comparison.change, n))}${confidenceOf$1(metric, comparison, n)}. That is a significant improvement.`,
	inconclusive: ({ scenario, metric, comparison }, n) => `${METRIC_STARTS[metric]}${n.inScenario(scenario)} is ${between$3(metric, comparison.interval, n)}, with 90 % confidence. The limit of ${n.extent(metric, comparison.limit ?? 0)} lies inside that range or too close to it: neither a regression nor its absence can be concluded.`,
	breach: ({ scenario, metric, value, bound, direction }, n) => `${METRIC_STARTS[metric]}${n.inScenario(scenario)} is ${n.strong(n.value(metric, value))}; the limit is ${direction === "max" ? "at most" : "at least"} ${n.bound(metric, bound)}, whatever the baseline.`,
	void: ({ scenario, reason }, n) => `${voidSentence$1(reason, n).replace(/\.$/, "")}${n.inScenario(scenario)}.`,
	"no-baseline": ({ scenario, why }, n) => `${NOT_COMPARED$1[why]}${n.inScenario(scenario)}.`
};
/** What a run without reasons comes to. */
function nothingWrong$1({ outcome, reasons: known, scenarios }, n) {
	if (outcome !== "pass" || known.length > 0) return null;
	return `No limited metric got worse${scenarios === 1 ? "" : ` in any of the ${n.count(scenarios)} scenarios`} by more than its limit and the noise allow.`;
}
/** The last sentence. */
function closing$1({ outcome }) {
	switch (outcome) {
		case "pass": return "As far as this load and this machine can tell, the change costs no performance.";
		case "fail": return "At this load and on this machine, the service is not as good as it has to be.";
		case "inconclusive": return "This run neither clears the change nor blames it.";
		case "no-baseline": return "From the first accepted run on, every change is compared with it.";
		case "void": return "No timing of this run says anything about the change.";
	}
}
/** One or two words for a table. */
function judgementWord$1(judgement, voided) {
	const { comparison, bounds, failed, value, metric } = judgement;
	if (value === null) return "no value";
	if (voided && !(failed && metric === "error-rate")) return "void";
	const breach = bounds.some(({ broken }) => broken) ? "breach" : null;
	const moved = comparison === null ? null : outcomeWord$1(comparison.outcome, comparison.limit !== null);
	if (breach !== null) return moved === "regression" ? `${moved}, ${breach}` : breach;
	return moved ?? (bounds.length > 0 ? "within limit" : "not compared");
}
function outcomeWord$1(outcome, limited) {
	switch (outcome) {
		case "regression": return limited ? "regression" : "worse, no limit";
		case "improvement": return "improvement";
		case "no-change": return "no change";
		case "inconclusive": return "inconclusive";
	}
}
/** `+10 %, widened to +13 %; max 250 ms`. */
function limitCell$1({ metric, comparison, bounds }, limits, n) {
	const configured = limits.flatMap((limit) => limit.kind === "relative" && limit.metric === metric ? [limitOf(metric, limit.change, n)] : []);
	const relative = comparison === null || comparison.limit === null ? configured : [isWidened(metric, comparison, n) ? `${limitOf(metric, comparison.limit, n)}, widened to ${limitOf(metric, comparison.tolerance, n)}` : limitOf(metric, comparison.limit, n)];
	const absolute = bounds.map(({ bound, direction }) => `${direction} ${n.bound(metric, bound)}`);
	return [...relative, ...absolute].join("; ") || "none";
}
/** `+4.8 % (+1.2 % to +8.5 %)`. */
function changeCell$1({ metric, comparison }, n) {
	if (comparison === null) return "–";
	const [low, high] = comparison.interval;
	return `${n.change(metric, comparison.change)} (${n.range(metric, low, high)})`;
}
// src/report/words/en.ts
/** English. */
/** The report in English. */
const en = {
	locale: "en-US",
	labels: labels$1,
	metrics: METRIC_WORDS$1,
	outcomes: {
		pass: "pass",
		fail: "fail",
		inconclusive: "inconclusive",
		"no-baseline": "no baseline",
		void: "void"
	},
	units: {
		milliseconds: "ms",
		seconds: "s",
		minutes: "min",
		hours: "h",
		days: {
			one: "day",
			other: "days"
		},
		perSecond: "/s",
		perMinute: "/min",
		bytes: [
			"B",
			"kB",
			"MB",
			"GB",
			"TB"
		],
		points: {
			one: "point",
			other: "points"
		},
		rangePoints: {
			one: "point",
			other: "points"
		},
		range: (low, high) => `${low} to ${high}`
	},
	inScenario: (name) => ` in ${name}`,
	andMoreScenarios: (count, n) => count === 1 ? "So in one more scenario." : `So in ${n.count(count)} more scenarios.`,
	headline: headline$1,
	action: action$1,
	findingTitles: findingTitles$1,
	findings: findings$1,
	findingCodas: findingCodas$1,
	reasons: reasons$1,
	nothingWrong: nothingWrong$1,
	closing: closing$1,
	judgement: judgementWord$1,
	limit: limitCell$1,
	change: changeCell$1,
	facts: facts$1,
	limitsFolded: (count, n) => `Limits of this measurement (${n.count(count)})`,
	unchangedFolded: (metrics, n) => `Unchanged, or without a limit: ${n.list(metrics.map((metric) => METRIC_WORDS$1[metric]))}`,
	passingFolded: (count, n) => `${n.count(count)} scenarios that pass`,
	distributionCaption: ({ kind, replicates }, n) => {
		if (kind === "base") return `Base: the base commit, measured beside the change in ${blocksOf$1(replicates, n)}.`;
		return replicates === 1 ? "Baseline: one accepted run." : `Baseline: the median of ${n.count(replicates)} accepted runs.`;
	},
	engineWhy: ENGINE_WHY$1,
	method: method$1,
	measured: measured$1,
	imported: imported$1,
	charts: charts$1,
	changes: changes$1,
	comment: comment$1,
	search: search$1,
	history: history$1,
	page: page$1,
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
};
// src/report/words/ru-metrics.ts
const quantile = (name) => ({
	nominative: name,
	genitive: name,
	dative: name,
	gender: "masculine"
});
const FORMS = {
	p95: quantile("p95"),
	throughput: {
		nominative: "пропускная способность",
		genitive: "пропускной способности",
		dative: "пропускной способности",
		gender: "feminine"
	},
	"error-rate": {
		nominative: "доля ошибок",
		genitive: "доли ошибок",
		dative: "доле ошибок",
		gender: "feminine"
	},
	capacity: {
		nominative: "максимальная производительность",
		genitive: "максимальной производительности",
		dative: "максимальной производительности",
		gender: "feminine"
	},
	"cpu-per-request": {
		nominative: "процессорное время на запрос",
		genitive: "процессорного времени на запрос",
		dative: "процессорному времени на запрос",
		gender: "neuter"
	},
	"answer-size": {
		nominative: "размер ответа",
		genitive: "размера ответа",
		dative: "размеру ответа",
		gender: "masculine"
	},
	"queries-per-request": {
		nominative: "число обращений к БД на запрос",
		genitive: "числа обращений к БД на запрос",
		dative: "числу обращений к БД на запрос",
		gender: "neuter"
	},
	"memory-growth": {
		nominative: "скорость роста памяти",
		genitive: "скорости роста памяти",
		dative: "скорости роста памяти",
		gender: "feminine"
	},
	p50: quantile("p50"),
	p99: quantile("p99")
};
/** As they stand in tables and over curves. */
const METRIC_LABELS = {
	p95: "p95",
	throughput: FORMS.throughput.nominative,
	"error-rate": FORMS["error-rate"].nominative,
	capacity: "макс. производительность",
	"cpu-per-request": "CPU на запрос",
	"answer-size": FORMS["answer-size"].nominative,
	"queries-per-request": "обращения к БД на запрос",
	"memory-growth": "рост памяти",
	p50: "p50",
	p99: "p99"
};
/** As the subject of a sentence. */
const METRIC_WORDS = {
	p95: FORMS.p95.nominative,
	throughput: FORMS.throughput.nominative,
	"error-rate": FORMS["error-rate"].nominative,
	capacity: FORMS.capacity.nominative,
	"cpu-per-request": FORMS["cpu-per-request"].nominative,
	"answer-size": FORMS["answer-size"].nominative,
	"queries-per-request": FORMS["queries-per-request"].nominative,
	"memory-growth": FORMS["memory-growth"].nominative,
	p50: FORMS.p50.nominative,
	p99: FORMS.p99.nominative
};
/** `пропускной способности`. */
const genitive$1 = (metric) => FORMS[metric].genitive;
/** `(по) пропускной способности`. */
const dative = (metric) => FORMS[metric].dative;
/** At the beginning of a sentence; names of quantiles stay small. */
const started = (metric) => capital(METRIC_WORDS[metric]);
/** With a great first letter where it is a Russian one. */
const capital = (text) => text.replace(/^[а-яё]/u, (letter) => letter.toLocaleUpperCase("ru"));
/** The form of a verb or adjective that agrees with the metric. */
function agreeing(metric, masculine, feminine, neuter) {
	return {
		masculine,
		feminine,
		neuter
	}[FORMS[metric].gender];
}
/** `вырос`, `снизилась`: which way a metric went. */
const went = (metric, change) => change > 0 ? agreeing(metric, "вырос", "выросла", "выросло") : agreeing(metric, "снизился", "снизилась", "снизилось");
/** `вырос на 14 %`, `снизилась на 3 %`: how far a metric went. */
const wentBy = (metric, change, n) => isNothing(metric, change, n) ? `почти не ${agreeing(metric, "изменился", "изменилась", "изменилось")}` : `${went(metric, change)} на ${n.extent(metric, Math.abs(change))}`;
/** The same of the time that answers take (`время отклика`), by one of its quantiles. */
const timeWentBy = (change, n) => isNothing("p50", change, n) ? "почти не изменилось" : `${change > 0 ? "выросло" : "снизилось"} на ${n.extent("p50", Math.abs(change))}`;
/** Written, it is no change at all. */
const isNothing = (metric, change, n) => n.change(metric, change) === n.change(metric, 0);
// src/report/words/ru-change.ts
const TIME = [{
	how: "медленнее",
	noun: "замедления"
}, {
	how: "быстрее",
	noun: "ускорения"
}];
const AMOUNT = [{
	how: "выше",
	noun: "роста"
}, {
	how: "ниже",
	noun: "снижения"
}];
const NUMBER = [{
	how: "больше",
	noun: "роста"
}, {
	how: "меньше",
	noun: "снижения"
}];
/** What a higher and a lower value is called. */
const WAYS = {
	p95: TIME,
	throughput: AMOUNT,
	"error-rate": AMOUNT,
	capacity: AMOUNT,
	"cpu-per-request": NUMBER,
	"answer-size": NUMBER,
	"queries-per-request": NUMBER,
	"memory-growth": NUMBER,
	p50: TIME,
	p99: TIME
};
/** `5,3 %`, and its direction; null where it rounds to nothing. */
function partsOf(metric, change, n) {
	const size = n.extent(metric, Math.abs(change));
	const [more, less] = WAYS[metric];
	if (size === n.extent(metric, 0)) return {
		size,
		way: null
	};
	return {
		size,
		way: change > 0 ? more : less
	};
}
/** `на 5,3 % медленнее`, `без изменений`. */
function moved$1(metric, change, n) {
	const { size, way } = partsOf(metric, change, n);
	return way === null ? "без изменений" : `на ${size} ${way.how}`;
}
/** `на 3–6 % медленнее`, `не более чем на 6 % медленнее`, `от ускорения на 4 % до замедления на 20 %`. */
function between$1(metric, [low, high], n) {
	const [first, last] = [partsOf(metric, low, n), partsOf(metric, high, n)];
	if (first.way === null && last.way === null) return "без изменений";
	if (first.way === null || last.way === null) {
		const { size, way } = first.way === null ? last : first;
		return `не более чем на ${size} ${way?.how ?? ""}`;
	}
	if (first.way !== last.way) return `от ${first.way.noun} на ${first.size} до ${last.way.noun} на ${last.size}`;
	if (first.size === last.size) return `на ${last.size} ${last.way.how}`;
	const [small, large] = low > 0 ? [first, last] : [last, first];
	return `на ${small.size.split("\xA0")[0] ?? ""}–${large.size} ${last.way.how}`;
}
/** Whether the ends of the interval say more than the change: of what is counted exactly they do not. */
const isRange = ({ metric, comparison }, n) => between$1(metric, comparison.interval, n) !== moved$1(metric, comparison.change, n);
/** All phrases and sentences about changes. */
const changes = {
	moved: moved$1,
	between: between$1,
	sure: ({ reasons }, n) => {
		const known = reasons.filter((reason) => reason.kind === "regression" || reason.kind === "improvement").filter((reason) => isRange(reason, n));
		const [first] = known;
		if (first === void 0) return "";
		const alike = known.every(({ scenario }) => scenario === first.scenario);
		const told = known.map(({ scenario, metric, comparison }) => {
			const where = alike ? "" : n.inScenario(scenario);
			return `${METRIC_WORDS[metric]}${where} — ${between$1(metric, comparison.interval, n)}`;
		});
		return `С вероятностью ${n.share(.9)}${alike ? n.inScenario(first.scenario) : ""}: ${told.join("; ")}.`;
	},
	unseen: ({ unseen }, n) => unseen.length === 0 ? "" : `Меньшие изменения могли остаться незамеченными: ${unseen.map(({ metric, change }) => `${METRIC_WORDS[metric]} — менее чем ${moved$1(metric, change, n)}`).join("; ")}.`
};
// src/report/words/ru-counts.ts
/** Russian: nouns behind a number, in the form that the number and the sentence ask for. */
const USERS = [
	"пользователь",
	"пользователя",
	"пользователей"
];
const USERS_GENITIVE = [
	"пользователя",
	"пользователей",
	"пользователей"
];
const USERS_PREPOSITIONAL = [
	"пользователе",
	"пользователях",
	"пользователях"
];
const REQUESTS = [
	"запрос",
	"запроса",
	"запросов"
];
const REQUESTS_GENITIVE = [
	"запроса",
	"запросов",
	"запросов"
];
const ANSWERS = [
	"ответ",
	"ответа",
	"ответов"
];
const ERRORS = [
	"ошибка",
	"ошибки",
	"ошибок"
];
const SCENARIOS = [
	"сценарий",
	"сценария",
	"сценариев"
];
const SCENARIOS_GENITIVE = [
	"сценария",
	"сценариев",
	"сценариев"
];
const SCENARIOS_PREPOSITIONAL = [
	"сценарии",
	"сценариях",
	"сценариях"
];
const BLOCKS = [
	"блок",
	"блока",
	"блоков"
];
const BLOCKS_GENITIVE = [
	"блока",
	"блоков",
	"блоков"
];
const RUNS = [
	"принятый прогон",
	"принятых прогона",
	"принятых прогонов"
];
const RUNS_GENITIVE = [
	"принятого прогона",
	"принятых прогонов",
	"принятых прогонов"
];
const SECONDS_GENITIVE = [
	"секунды",
	"секунд",
	"секунд"
];
const STEPS = [
	"ступень",
	"ступени",
	"ступеней"
];
const TIMES = [
	"раз",
	"раза",
	"раз"
];
const TIMES_GENITIVE = [
	"раза",
	"раз",
	"раз",
	"раза"
];
const CONNECTIONS_GENITIVE = [
	"соединения",
	"соединений",
	"соединений"
];
const CORES = [
	"ядро",
	"ядра",
	"ядер"
];
const CORES_GENITIVE = [
	"ядра",
	"ядер",
	"ядер",
	"ядра"
];
/** `1 сеанс ждал`, `3,4 сеанса ждало`. */
const WAITED = [
	"ждал",
	"ждало",
	"ждало"
];
const ROWS = [
	"строку",
	"строки",
	"строк"
];
const PAGES = [
	"блок данных",
	"блока данных",
	"блоков данных"
];
const PROCESSES_DATIVE = [
	"процессу",
	"процессам",
	"процессам"
];
const SESSIONS = [
	"сеанс",
	"сеанса",
	"сеансов"
];
/** The word alone. */
function noun(count, [one, few, many, fraction = few], n) {
	return n.plural(count, {
		one,
		few,
		many,
		other: fraction
	});
}
/** `21 запрос`: a whole number and its word. */
const counted$1 = (count, word, n) => `${n.count(count)} ${noun(Math.round(count), word, n)}`;
/** `1,5 ядра`, `12 ядер`: cores, as exactly as they are written. */
const coresOf$1 = (cores, word, n) => `${n.cores(cores)} ${noun(written(cores), word, n)}`;
/** A mean of things that are counted: `20`, `3,4`. */
const amountOf = (amount, n) => n.cores(rounded(amount));
/** The same with its word. */
const amountWith = (amount, word, n) => coresOf$1(rounded(amount), word, n);
/** As exactly as such a mean is written. */
const rounded = (amount) => amount < 10 ? Math.round(10 * amount) / 10 : Math.round(amount);
/** From ten on, cores are written without digits after the point. */
const written = (cores) => cores < 10 ? cores : Math.round(cores);
// src/report/words/ru-comment.ts
/** Words of a comment. */
const comment = {
	historyCaption: (runs) => `Столбики: последние принятые прогоны (${runs}), последним — этот.`,
	historyScale: "Столбики последних прогонов: разница между самым низким и самым высоким — не меньше удвоенного разброса, который объясняет шум, поэтому прогоны, различающиеся случайно, выглядят почти одинаково.",
	inScenarios: (names) => ` в сценариях ${names}`,
	more: (count, n) => `ещё ${n.count(count)}`,
	scenario: "Сценарий",
	othersFolded: (count, n) => `Ещё ${counted$1(count, SCENARIOS, n)} подробно`,
	saysFolded: (titles) => `О чём ещё говорят результаты: ${titles.join(" · ")}`,
	learnMoreFolded: (titles) => `Чтобы узнать больше: ${titles.join(" · ")}`,
	distributionChart: "Время отклика по перцентилям, мс",
	distributionAxis: "столько ответов из 100 уложились в это время",
	distributionCaption: (against) => `🟦 сейчас, 🟧 ${against === "base" ? "базовый коммит" : "эталон"}.`,
	baselineLine: "эталон",
	loadChart: "Время отклика в зависимости от нагрузки, мс",
	loadAxis: (of) => of === "users" ? "пользователи" : "заданная интенсивность, запросов в секунду",
	loadCaption: (of) => `🟦 p50, 🟧 p95: медиана по секундам примерно с ${of === "users" ? "таким числом пользователей" : "такой интенсивностью"}. Там, где линия загибается вверх, дополнительная нагрузка только дольше ждёт.`,
	reproduce: "Чтобы повторить замер"
};
// src/report/words/ru-charts.ts
/** Russian: titles and captions of charts. */
/** Titles and captions of charts. */
const charts = {
	users: "Пользователи",
	underWay: "Запросы в работе",
	usersCaption: (width) => mean(width),
	throughput: (withErrors) => withErrors ? "Ответы и ошибки в секунду" : "Пропускная способность: ответы в секунду",
	latency: "Время отклика: p50 и p95 в миллисекундах",
	seconds: "секунды от начала замера",
	perSecond: "в секунду",
	milliseconds: "мс",
	lines: {
		answers: "ожидаемые ответы",
		failures: "ошибки",
		head: "это изменение",
		base: "база"
	},
	throughputCaption: (width, withErrors) => `${withErrors ? "🟦 ожидаемые ответы, 🟧 ошибки. " : ""}${mean(width)}`.trim(),
	latencyCaption: (width, silent) => [
		"🟦 p50, 🟧 p95.",
		width === 1 ? "" : `Каждая точка — максимум за ${width} с.`,
		silent ? "Ноль означает, что ответов не было." : ""
	].filter((part) => part !== "").join(" "),
	memory: "Память сервиса, МБ",
	memoryRow: "память",
	megabytes: "МБ",
	memoryCaption: ({ width, megabytes }, n) => `Анонимная память всех процессов сервиса: ${n.bytes(1e6 * (megabytes[0] ?? 0))} в начале, ${n.bytes(1e6 * (megabytes.at(-1) ?? 0))} в конце, не больше ${n.bytes(1e6 * Math.max(...megabytes))}. Каждая точка — минимум за ${width === 1 ? "секунду" : `${width} с`}. Ось может начинаться не с нуля.`
};
const mean = (width) => width === 1 ? "" : `Каждая точка — среднее за ${width} с.`;
// src/report/words/ru-advice.ts
/** Sentences of recommendations. */
const advice = {
	"find-the-cause": ({ scenario, shape, request }, n) => {
		const first = request === null ? "" : ` Начните с ${n.name(request)}: этот запрос выделяется.`;
		return `${shape === "whole" ? `Снимите профиль сервиса под этой нагрузкой на обоих коммитах${n.inScenario(scenario)} и сравните, что делает большинство запросов: обращения к базе, сериализация, промежуточные обработчики.` : `Ищите то, что случается лишь изредка${n.inScenario(scenario)}: сборка мусора, ожидание блокировок, исчерпанный пул соединений, промахи кэша.`}${first}`;
	},
	"fix-or-accept": ({ command, path, against }, n) => against === "base" ? "Если изменение того стоит, влейте его несмотря на эту проверку, когда настройки репозитория это позволяют: дальше остальные изменения будут сравниваться уже с ним. Пороги читаются из базового коммита, поэтому пул-реквест не может смягчить их сам для себя." : `Если изменение того стоит, примите его: выполните ${n.command(command)} и закоммитьте ${n.name(path)} в базовую ветку. Эталон читается оттуда, поэтому пул-реквест не может принять сам себя.`,
	"take-baseline": ({ command, path }, n) => `Примите этот прогон (${n.command(command)}) и закоммитьте ${n.name(path)} в базовую ветку. Снимайте эталон на той машине, где идёт проверка: сравниваются только прогоны с одинаковых машин.`,
	"hold-the-gain": ({ command, path }, n) => `Примите этот прогон (${n.command(command)}) и закоммитьте ${n.name(path)}. Иначе выигрыш можно снова потерять, и проверка этого не заметит.`,
	"larger-budget": ({ seconds, now }, n) => `Задайте ${n.code(`budget: ${Math.round(seconds / 60)}m`)} (сейчас ${n.seconds(now)}), чтобы блоков хватило для вывода.`,
	"more-baseline-runs": ({ runs, wanted, path }, n) => `Примите ещё прогоны на той машине, где идёт проверка (${n.code(`npx loadgate baseline update --runs ${wanted - runs}`)}), и закоммитьте ${n.name(path)}. Примерно с ${counted$1(wanted, RUNS_GENITIVE, n)} (сейчас ${n.count(runs)}) измеренный шум значит больше, чем предполагаемый.`,
	"look-at-errors": ({ scenario, log }, n) => `Разберитесь с ошибками раньше, чем со временем отклика${n.inScenario(scenario)}: быстрые ошибки похожи на скорость.${log === null ? "" : ` Журнал сервиса — в ${n.name(log)}.`}`,
	"separate-machine": ({ because, cores, users }, n) => separation(because, cores, users, n),
	"quiet-machine": ({ because }, n) => `Перед следующим прогоном ${n.list(because.map((reason) => QUIET[reason](n)))}.`,
	"run-longer": ({ scenario, seconds, now }, n) => `Задайте ${n.code(`duration: ${seconds}s`)}${n.inScenario(scenario)} (сейчас ${n.seconds(now)}).`,
	"warm-up-longer": ({ scenario, seconds, now }, n) => `Задайте ${n.code(`warm-up: ${seconds}s`)}${n.inScenario(scenario)} (сейчас ${n.seconds(now)}), чтобы замер начинался на прогретом сервисе.`,
	"look-at-database": ({ p50, cpuPerAnswer, watched }, n) => `Выясните, чего сервис ждёт ${n.ms(Math.max(0, p50 - cpuPerAnswer))} из времени обычного ответа: медленные запросы к базе данных, размер пула соединений, вызовы других сервисов.${watched ? "" : ` Укажите его базу данных в разделе ${n.code("databases:")} конфигурации, и следующий отчёт покажет, что она делала.`}`,
	"ramp-to-limit": ({ users }, n) => `Чтобы узнать, где сервис сдаётся, добавьте сценарий с теми же запросами, ${n.code("executor: stress")} и ${n.code(`start-users: ${users}`)}: число пользователей растёт по ступеням, пока не перестанет расти пропускная способность, и отчёт назовёт максимальную производительность.`
};
function separation(because, cores, users, n) {
	const fewer = users > 1 ? `, или уменьшите число пользователей (${n.code(`users: ${Math.floor(users / 2)}`)})` : "";
	const larger = `раннер, где больше ${coresOf$1(cores, CORES_GENITIVE, n)} (${n.code("runs-on")})`;
	switch (because) {
		case "generator-bound": return `Дайте генератору нагрузки больше ресурсов: возьмите ${larger}${fewer}. Затем повторите замер.`;
		case "competition": return `Дайте сервису и генератору больше места: возьмите ${larger}${fewer}.`;
		case "loopback": return `Чтобы получить числа, верные и для рабочей среды, нагружайте развёрнутый сервис с другой машины: ${n.code("target: { url: … }")} вместо ${n.code("service:")}, а его адрес — в ${n.code("allowed-addresses:")}.`;
	}
}
const QUIET = {
	background: () => "остановите на машине другие программы",
	stolen: () => "перейдите на раннер с выделенными ядрами",
	battery: () => "подключите машину к сети",
	"power-saving": (n) => `включите режим управления частотой ${n.code("performance")}`
};
// src/report/words/ru-attribution.ts
/** Taken apart against the base commit. */
const attribution = { attribution: ({ scenario, added, parts, unexplained, saved, unread, statement, namedBelow }, n) => {
	const open = unexplained.share >= TOLD_MIN;
	return [
		`Ответ занимает на ${n.ms(added)} больше${n.inScenario(scenario)}: ${portions(parts, unexplained, n)}.`,
		...open && unread.length > 0 ? [unreadOf$1(unread, n)] : [],
		...savedOf(saved, added, n),
		...statement === null ? [] : [statementOf(statement, namedBelow, n)]
	].join(" ");
} };
const PART_WORDS = {
	computing: "вычисления",
	collection: "сборка мусора",
	database: "база данных",
	disk: "ожидание диска",
	core: "ожидание ядра"
};
function portions(parts, unexplained, n) {
	const told = [...parts.map(({ part, time, share }) => ({
		time,
		share,
		is: PART_WORDS[part]
	})), {
		...unexplained,
		is: "причина не установлена"
	}].filter(({ share }) => share >= TOLD_MIN);
	const percents = wholePercents(told.map(({ share }) => share));
	return n.list(told.map(({ time, is }, index) => `${n.ms(time)} (${n.share(percents[index] ?? 0)}) — ${is}`));
}
const unreadOf$1 = (unread, n) => `Не измерялось и может быть частью неустановленного: ${n.list(unread.map((part) => PART_WORDS[part]))}.`;
function savedOf(saved, added, n) {
	const told = saved.filter(({ time }) => time >= SAVED_MIN * added);
	if (told.length === 0) return [];
	return [`Дешевле, чем раньше: ${n.list(told.map(({ part, time }) => `${PART_WORDS[part]} (на ${n.ms(time)})`))}.`];
}
function statementOf({ text, before, now }, namedBelow, n) {
	const name = namedBelow ? "Запрос к базе, названный ниже узким местом," : beginningOf(text, n);
	if (before === null) return `${name} выполняется ${times(now.calls, n)} на запрос; раньше среди самых затратных его не было.`;
	if (isAsOften(before.calls, now.calls)) return `${name} занимает ${n.ms(now.time)} на запрос вместо ${n.ms(before.time)}.`;
	return before.calls === 0 ? `${name} выполняется ${times(now.calls, n)} на запрос, а раньше не выполнялся.` : `${name} выполняется ${times(now.calls, n)} на запрос вместо ${times(before.calls, n, TIMES_GENITIVE)}.`;
}
/** `1 раз`, `11 раз`, `0,25 раза`: a whole number where the edges of the measured time make the difference. */
function times(calls, n, word = TIMES) {
	const amount = callsOf(calls);
	if (Number.isInteger(amount)) return counted$1(amount, word, n);
	return `${n.value("queries-per-request", amount)}\u00a0раза`;
}
// src/report/words/ru-relief.ts
/** What to do about a bottleneck, in a sentence or two. */
function reliefOf({ name, evidence }, n) {
	return relief[name](evidence, n);
}
const relief = {
	"cpu-limit": ({ limit }, n) => {
		const more = limit === null ? 2 : Math.max(1, Math.ceil(2 * limit));
		return `Поднимите лимит процессора, если в рабочей среде он выше: ${n.code(`cpus: ${more}`)} в файле compose, ${n.code(`--cpus ${more}`)} для контейнера, ${n.code(`CPUQuota=${100 * more}%`)} для юнита systemd. Если в рабочей среде он такой же, планируйте по этому числу.`;
	},
	"memory-pressure": ({ limit }, n) => `Поднимите лимит памяти${limit === null ? "" : ` (сейчас ${n.bytes(limit)})`}: ${n.code("mem_limit:")} в файле compose, ${n.code("--memory")} для контейнера. Или пусть сервис хранит меньше.`,
	"short-leak": (_, n) => `Чтобы отличить утечку от кэша, запустите ${n.code("executor: soak")} с ${n.code("duration: 10m")} и сравните два снимка кучи (для Node.js ${n.code("node --heapsnapshot-signal=SIGUSR2")}), чтобы увидеть, что в ней остаётся.`,
	collection: (_, n) => `Найдите, кто выделяет память (${n.code("node --cpu-prof")} показывает сборку мусора, ${n.code("--heap-prof")} — кто выделяет): например, копии больших объектов или повторный разбор одного и того же при каждом запросе. Если многое хранится намеренно, расширьте молодое поколение: ${n.code("node --max-semi-space-size=64")}.`,
	"n-plus-one": ({ calls, database }, n) => `Обращайтесь к ${n.name(database)} один раз, а не ${n.count(calls)}: соединение таблиц (JOIN) или ${n.code("WHERE id = ANY($1)")} (${n.code("IN (…)")}) со всеми ключами; в ORM загружайте связь вместе со списком.`,
	"missing-index": ({ database }, n) => `Посмотрите план этого запроса в ${n.name(database)} (${n.code("EXPLAIN")}) и создайте индекс по столбцам из его условий: ${n.code("CREATE INDEX ON table (column)")}.`,
	"slow-command": ({ command }, n) => `Замените ${n.name(command)}: ${n.code("SCAN")} вместо ${n.code("KEYS")}, меньший диапазон или меньшая коллекция там, где команда её обходит, отдельный ключ для всего, что ищут поштучно.`,
	"lock-waits": ({ database }, n) => `Делайте транзакции в ${n.name(database)} короткими: запрос, за который все соперничают, ставьте последним и ничего не ждите внутри; то, что обновляют все запросы, разнесите по нескольким строкам.`,
	"small-pool": ({ connections, concurrency }, n) => `Дайте пулу сервиса больше ${counted$1(connections, CONNECTIONS_GENITIVE, n)} (${n.code(`max: ${poolFor(connections, concurrency)}`)} в ${n.code("pg")} для Node.js), насколько у базы хватает ядер, или освобождайте каждое раньше.`,
	"connection-limit": ({ database, limit }, n) => `Поставьте перед ${n.name(database)} пулер соединений, уменьшите пулы сервиса или поднимите лимит (сейчас ${n.count(limit)}): ${n.code("max_connections")}, а для Redis ${n.code("maxclients")}.`,
	"database-dominant": ({ database }, n) => `Начните с плана этого запроса в ${n.name(database)} (${n.code("EXPLAIN")}): что он читает, в каком порядке и нужен ли он при каждом HTTP-запросе.`,
	"cache-misses": ({ database }, n) => `Дайте ${n.name(database)} больше памяти (${n.code("shared_buffers")} в PostgreSQL, ${n.code("innodb_buffer_pool_size")} в MySQL и MariaDB) или сделайте так, чтобы запросы затрагивали меньше данных.`,
	"disk-bound": ({ mode }) => mode === "write" ? "Пишите реже: несколько запросов за одну запись и один сброс на диск, журналы крупными порциями, а то, что не обязано пережить сбой, — без сброса. Или возьмите более быстрый диск." : "Читайте реже: держите в памяти то, что спрашивают повторно, а файлы читайте потоком, не заставляя ждать остальных. Или возьмите более быстрый диск.",
	"event-loop-blocked": (_, n) => `Найдите, что держит цикл событий (${n.code("node --cpu-prof")}): длинные циклы, большие JSON, вызовы ${n.code("…Sync")}, тяжёлые регулярные выражения. Вынесите это в отдельный поток (worker) или делайте частями.`,
	"uneven-workers": (_, n) => `Посмотрите, как распределяются соединения: клиент, который держит соединение, остаётся у одного процесса. ${n.code("SO_REUSEPORT")} или прокси, который распределяет запросы, а не соединения, выровняет нагрузку.`,
	"service-one-core": ({ cores }, n) => `Пусть сервис использует больше одного потока: по процессу на каждое из ${coresOf$1(cores, CORES_GENITIVE, n)} (${n.code("node:cluster")}, ${n.code("--workers")} у большинства серверов). Или удешевите запрос (${n.code("node --cpu-prof")}).`
};
// src/report/words/ru-resources.ts
/** Sentences of findings about resources. */
const resourceFindings = {
	"background-activity": ({ scenario, programs, otherCores, cores, from }, n) => {
		const used = `Другие программы занимали ${n.cores(otherCores)} из ${coresOf$1(cores, CORES_GENITIVE, n)}${n.inScenario(scenario)}`;
		return programs.length === 0 ? `${used}. Локальная база данных входит в это число и относится к результату; всё остальное его искажает.` : `${used}, больше всего — ${n.list(programs.map((name) => n.name(name)))}: что заняли они, того не получил ${from === "service" ? "сервис" : "генератор нагрузки"}.`;
	},
	neighbour: ({ scenario, program, otherCores, cores, runQueueDelay, serviceCores }, n) => {
		return `${program === null ? "Посторонние программы занимали" : `Посторонние программы, в первую очередь ${n.name(program)}, занимали`} ${n.cores(otherCores)} из ${coresOf$1(cores, CORES_GENITIVE, n)}${n.inScenario(scenario)}. Потоки сервиса, вместе взятые, были готовы работать, но не имели ядра ${perSecond(runQueueDelay, n)} каждой секунды, а вычисляли ${perSecond(serviceCores, n)}: сервис замедляли извне, и это время отклика не его собственное.`;
	},
	retransmits: ({ scenario, share }, n) => `${n.share(share)} всех сегментов TCP пришлось отправлять повторно${n.inScenario(scenario)}. Потерянный сегмент задерживает свой ответ, а если за ним ничего не идёт, то на ${n.seconds(.2)}: виновата сеть, а не сервис.`,
	"power-saving": ({ governor, battery }, n) => {
		const why = [battery ? "она работала от батареи" : null, governor === null ? null : `режим управления частотой — ${n.name(governor)}`].filter((part) => part !== null);
		return `Машина экономит энергию: ${n.list(why)}. Когда делать почти нечего, её ядра замедляются, поэтому первые запросы после паузы медленнее, чем на сервере, а два прогона различаются сильнее.`;
	},
	"throttled-cpu": ({ times, during }, n) => {
		const often = counted$1(times, TIMES, n);
		return during ? `Под нагрузкой процессор снизил частоту из-за перегрева ${often}. В эти моменты сервис работал медленно не по своей вине.` : `С момента загрузки машины процессор снижал частоту из-за перегрева ${often}. Когда именно, неизвестно; если во время этого прогона, сервис работал медленно не по своей вине.`;
	},
	unread: ({ items }, n) => unreadOf(items, n),
	"cpu-limit": ({ scenario, container, limit, periods, throttled }, n) => {
		const whose = container === null ? "сервис" : `контейнер ${n.name(container)}`;
		const held = limit === null ? "Лимит процессора" : `Лимит в ${coresOf$1(limit, CORES_ACCUSATIVE, n)}`;
		const stood = throttled === null ? "" : ` Его потоки простаивали ${perSecond(throttled, n)} каждой секунды.`;
		return `${held} сдерживал ${whose}${n.inScenario(scenario)}: процессор отключали в ${n.share(periods)} расчётных периодов.${stood} Больше этого он не получит, сколько бы ядер ни было у машины.`;
	},
	"memory-pressure": ({ scenario, pressure, limitHits, kills, limit }, n) => {
		const within = limit === null ? "лимит" : `лимит ${n.bytes(limit)}`;
		const seen = [
			kills === 0 ? null : `система ${counted$1(kills, TIMES, n)} завершала из-за этого процесс`,
			limitHits === 0 ? null : `в ${within} сервис упирался ${counted$1(limitHits, TIMES, n)}`,
			pressure === null ? null : `хотя бы одна задача ждала памяти ${n.share(pressure)} времени`
		].filter((part) => part !== null);
		return `Памяти не хватало${n.inScenario(scenario)}: ${n.list(seen)}. Часть времени отклика — ожидание страниц памяти.`;
	},
	"short-leak": ({ scenario, seconds, anonymous, live }, n) => {
		const from = (growth) => `за ${n.seconds(seconds)} с ${n.bytes(growth.from)} до ${n.bytes(growth.to)} при неизменной нагрузке${n.inScenario(scenario)}`;
		if (live !== null) return `То, чего не освободили полные сборки мусора, выросло ${from(live)}. Так выглядит утечка или кэш, который ещё заполняется. Чем полнее память, тем чаще идут сборки, а затем она кончается.`;
		return `Память выросла ${from(anonymous ?? {
			from: 0,
			to: 0
		})}, и рост не прекратился. Так выглядит утечка, но так же выглядят и ещё не заполненный кэш, и ещё не собранный мусор.`;
	},
	collection: ({ scenario, share, longest, minor, major }, n) => `Сборка мусора занимала ${n.share(share)} времени${n.inScenario(scenario)}, до ${n.ms(longest)} за раз (малых сборок — ${n.count(minor)}, полных — ${n.count(major)}). Запросы при этом стоят: сервис занят памятью, которую они после себя оставили.`,
	"n-plus-one": ({ scenario, database, statement, calls, perCall, queries }, n) => `Один и тот же запрос к базе выполняется ${n.strong(`${amountWith(calls, TIMES, n)} на HTTP-запрос`)}${n.inScenario(scenario)}, а всего их ${amountOf(queries, n)}: ${excerptOf(statement, n)} в ${n.name(database)}. В базе каждый занимает всего ${n.ms(perCall)}, но на каждый уходит ещё путь до базы и обратно, и всё это время HTTP-запрос ждёт. Так выглядит отдельный запрос на каждую строку списка (N+1).`,
	"missing-index": (evidence, n) => scanOf(evidence, n),
	"slow-command": ({ scenario, database, command, perCall, share, busy }, n) => `${n.name(command)} занимает ${n.ms(perCall)} за вызов${n.inScenario(scenario)} и забирает ${n.share(share)} рабочего времени ${n.name(database)} (занятость — ${n.share(busy)}). Команды там выполняются по одной, поэтому остальные ждут эту.`,
	"lock-waits": ({ scenario, database, sessions, perAnswer, mean }, n) => `В каждый момент блокировки ${noun(rounded(sessions), WAITED, n)} в среднем ${amountWith(sessions, SESSIONS, n)} ${n.name(database)}${n.inScenario(scenario)}: это ${n.ms(perAnswer)} на запрос, который занимает ${n.ms(mean)}. Сеансы ждут чужих транзакций, и при большем числе пользователей ждали бы только дольше.`,
	"small-pool": ({ scenario, database, connections, active, concurrency, perAnswer, mean }, n) => `Все соединения с ${n.name(database)} были заняты (${n.count(connections)}, в среднем ${amountOf(active, n)})${n.inScenario(scenario)}, а в работе было ${amountWith(concurrency, REQUESTS, n)}. Запрос занимал ${n.ms(mean)}, из которых база нужна ему лишь ${n.ms(perAnswer)}: остальное — ожидание соединения.`,
	"connection-limit": ({ scenario, database, most, limit }, n) => `Соединений с ${n.name(database)} открыто ${n.count(most)} из ${n.count(limit)} возможных${n.inScenario(scenario)}. Ещё один экземпляр сервиса получил бы отказ.`,
	"database-dominant": ({ scenario, database, statement, share, perAnswer, mean }, n) => `${n.name(database)} тратит ${n.ms(perAnswer)} на запрос, который занимает ${n.ms(mean)}${n.inScenario(scenario)}, и ${n.share(share)} из них уходит на один запрос: ${excerptOf(statement, n)}. Ускорьте его, и быстрее станет весь сервис.`,
	"cache-misses": ({ scenario, database, misses }, n) => `${n.share(misses)} блоков, запрошенных у ${n.name(database)}, не оказалось в её памяти${n.inScenario(scenario)}, и их пришлось читать. Запросы обращаются к большему объёму данных, чем она может держать.`,
	"database-bound": ({ scenario, database, perAnswer, mean }, n) => `${n.name(database)} тратит ${n.ms(perAnswer)} на запрос, который занимает ${n.ms(mean)}${n.inScenario(scenario)}: сервис в основном ждёт свою базу данных.`,
	"disk-bound": (evidence, n) => diskOf(evidence, n),
	"event-loop-blocked": ({ scenario, delayP99, delayMax, eventLoop, thread }, n) => `Цикл событий задерживался${n.inScenario(scenario)}: один такт из ста опаздывал на ${n.ms(delayP99)} или больше, самый поздний — на ${n.ms(delayMax)}. Он был занят ${n.share(eventLoop)} времени, а его поток вычислял ${perSecond(thread, n)} каждой секунды. Пока его держит один кусок работы или блокирующий вызов, ждут все запросы.`,
	"uneven-workers": ({ scenario, workers, busiest, idlest }, n) => `Работа распределена неравномерно по ${counted$1(workers, PROCESSES_DATIVE, n)}${n.inScenario(scenario)}: один занимал ${n.cores(busiest)} ядра, другой — ${n.cores(idlest)}. Время отклика определяет загруженный, а у остальных есть запас.`,
	"service-one-core": ({ scenario, serviceCores, cores, thread }, n) => {
		const used = `Сервис занимал ${n.cores(serviceCores)} из ${coresOf$1(cores, CORES_GENITIVE, n)}${n.inScenario(scenario)}`;
		return thread === null ? `${used}. Похоже, он работал в одном потоке и этот поток был загружен полностью: вероятно, он и ограничил пропускную способность.` : `${used}, из них ${n.cores(thread)} — один поток. Он загружен полностью и ограничил пропускную способность: дополнительные ядра ему не помогут.`;
	},
	headroom: (evidence, n) => headroomOf(evidence, n),
	"memory-limit-near": ({ scenario, container, used, limit }, n) => `${container === null ? "Сервис занимал" : `Контейнер ${n.name(container)} занимал`} ${n.bytes(used)} из разрешённых ${n.bytes(limit)}${n.inScenario(scenario)}, считая файлы, которые система держит для него в памяти. Следующей может кончиться память.`,
	"open-files-near": ({ scenario, most, limit }, n) => `Процесс сервиса держал открытыми ${n.count(most)} файлов и соединений${n.inScenario(scenario)} из разрешённых ${n.count(limit)}. Сверх этого он не примет ни одного соединения.`,
	relieve: ({ bottleneck }, n) => reliefOf(bottleneck, n)
};
/** Titles of findings about resources. */
const resourceTitles = {
	"background-activity": "Другие программы",
	neighbour: "Процессор занимала другая программа",
	retransmits: "Потери в сети",
	"power-saving": "Экономия энергии",
	"throttled-cpu": "Перегрев",
	unread: "Не измерено",
	"cpu-limit": "Лимит процессора",
	"memory-pressure": "Нехватка памяти",
	"short-leak": "Память продолжает расти",
	collection: "Сборка мусора",
	"n-plus-one": "Много обращений к базе на один запрос",
	"missing-index": "Читает намного больше, чем нужно",
	"slow-command": "Одна медленная команда",
	"lock-waits": "Ожидание блокировок",
	"small-pool": "Мало соединений",
	"connection-limit": "Соединения почти исчерпаны",
	"database-dominant": "Один запрос к базе",
	"cache-misses": "База читает с диска",
	"database-bound": "Ожидание базы данных",
	"disk-bound": "Ожидание диска",
	"event-loop-blocked": "Цикл событий задерживается",
	"uneven-workers": "Неравномерная загрузка процессов",
	"service-one-core": "Занято одно ядро",
	headroom: "Запас при этой нагрузке",
	"memory-limit-near": "Память почти исчерпана",
	"open-files-near": "Открытые файлы почти исчерпаны",
	relieve: "Устраните узкое место"
};
const CORES_ACCUSATIVE = [
	"ядро",
	"ядра",
	"ядер"
];
/** Cores' worth of time, as a part of every second. */
const perSecond = (cores, n) => n.ms(1e3 * cores);
function scanOf(evidence, n) {
	const { scenario, database, statement, perCall, rows, examined, blocks } = evidence;
	const read = examined === null ? `затрагивает ${counted$1(blocks ?? 0, PAGES, n)}` : `просматривает ${counted$1(examined, ROWS, n)}`;
	const given = rows === null ? "" : `, чтобы отдать ${rowsOf(rows, examined !== null, n)}`;
	return `Больше всего времени ${n.name(database)} уходит на один запрос${n.inScenario(scenario)}: ${excerptOf(statement, n)}. Он длится ${n.ms(perCall)} и ${read}${given}. Так выглядит таблица, которую из-за отсутствия индекса читают целиком.`;
}
/** `одну`, `20 строк`; the word is left out where it stands just before. */
function rowsOf(rows, known, n) {
	const amount = amountOf(rows, n);
	if (amount === "0") return "ноль строк";
	if (amount === "1") return known ? "одну" : "одну строку";
	return known ? amount : amountWith(rows, ROWS, n);
}
function diskOf(evidence, n) {
	const { scenario, mode, database, waiters, pressure, rate } = evidence;
	const whose = database === null ? "Сервис" : n.name(database);
	const what = mode === "write" ? "ждёт записи на диск" : "ждёт чтения с диска";
	const seen = [
		waiters === null || waiters === 0 ? null : `в каждый момент диска ${noun(rounded(waiters), WAITED, n)} в среднем ${amountWith(waiters, database === null ? THREADS : SESSIONS, n)}`,
		rate === null ? null : `${mode === "write" ? "записывалось" : "читалось"} ${n.bytes(rate)} в секунду`,
		pressure === null ? null : `хотя бы одна задача машины ждала диска ${n.share(pressure)} времени`
	].filter((part) => part !== null);
	return `${whose} ${what}${n.inScenario(scenario)}: ${n.list(seen)}. Процессор здесь не поможет, и больше пользователей тоже.`;
}
const THREADS = [
	"поток",
	"потока",
	"потоков"
];
function headroomOf(evidence, n) {
	const { scenario, idleCores, cores, thread, connections, memory } = evidence;
	const free = [
		`простаивало ${n.cores(idleCores)} из ${coresOf$1(cores, CORES_GENITIVE, n)}`,
		thread === null ? null : `самый загруженный поток сервиса был занят ${n.share(Math.min(1, thread))} времени`,
		connections === null ? null : `открыто ${n.count(connections.most)} из ${counted$1(connections.limit, CONNECTIONS_GENITIVE, n)} с ${n.name(connections.database)}`,
		memory === null ? null : `занято ${n.bytes(memory.used)} памяти из ${n.bytes(memory.limit)}`
	].filter((part) => part !== null);
	return `Ничего не было исчерпано${n.inScenario(scenario)}: ${n.list(free)}. Столько оставалось свободно при этой нагрузке; о большей это ничего не обещает.`;
}
const PROBES = {
	service: "процессами сервиса",
	cgroup: "контрольными группами",
	runtime: "средой Node.js сервиса",
	database: "базой данных",
	container: "контейнером"
};
function unreadOf(items, n) {
	const told = items.slice(0, 5).map(({ name, probe, part, reason, remedy }) => {
		const whose = name === null ? PROBES[probe] : `${PROBES[probe]} ${n.name(name)}`;
		const what = part === "all" || part === "lost" ? whose : `${whose} (${n.name(part)})`;
		const end = part === "lost" ? " до конца" : "";
		const then = remedy === null ? "" : ` Что делать: ${n.name(remedy)}.`;
		return `Наблюдать за ${what}${end} не удалось: ${n.name(reason)}.${then}`;
	});
	const more = items.length > 5 ? [`И ещё ${n.count(items.length - 5)}.`] : [];
	return [
		...told,
		...more,
		"Догадок о том, чего не было видно, мы не строим."
	].join(" ");
}
// src/report/words/ru-search.ts
/** `24 пользователя`, `410 зап./с`: behind `при нагрузке`. */
const levelOf = (kind, level, n) => kind === "capacity" ? rateOf(level, n) : counted$1(level, USERS, n);
/** Rates that are asked for are whole numbers. */
const rateOf = (level, n) => n.bound("throughput", level);
/** The same behind `до` and `от`. */
const levelFrom = (kind, level, n) => kind === "capacity" ? rateOf(level, n) : counted$1(level, USERS_GENITIVE, n);
/** `p95 не больше 200 мс и доля ошибок не больше 1 %`. */
function objectiveOf(objective, n) {
	const latencies = OBJECTIVE_LATENCIES.flatMap((metric) => {
		const bound = objective[metric];
		return bound === null ? [] : [`${metric} не больше ${n.ms(bound)}`];
	});
	return n.list([...latencies, `доля ошибок не больше ${n.share(objective.errorRate)}`]);
}
/** What was wrong with a level, as the end of a sentence. */
function breakPhrase(reason, n) {
	switch (reason.kind) {
		case "errors": return `доля ошибок составила ${n.share(reason.rate)}`;
		case "latency": return `${reason.metric} составил ${n.ms(reason.value)} при целевом значении ${n.ms(reason.bound)}`;
		case "behind": return `вовремя отвечено лишь на ${n.count(reason.answered)} из ${counted$1(reason.planned, REQUESTS_GENITIVE, n)}, и очередь только росла`;
		case "no-answers": return "не пришло ни одного ожидаемого ответа";
	}
}
function degradationOf({ kind, degradation }, n) {
	const { level, carried, reason } = degradation;
	if (reason.kind === "plateau") return `Начиная с ${levelFrom(kind, level, n)} прирост нагрузки почти не увеличивает пропускную способность, растёт только ожидание.`;
	const before = carried === null ? "" : `; нагрузку ${levelOf(kind, carried, n)} сервис ещё выдерживал`;
	return `При нагрузке ${levelOf(kind, level, n)} ${breakPhrase(reason, n)}${before}.`;
}
/** `от 47,1 до 52,3`; an end that cannot be known is left open. */
const between = ({ low, high }, write) => high === Infinity ? `не меньше ${write(low)}` : `от ${write(low)} до ${write(high)}`;
const FITS = {
	good: "хорошо описывает эти ступени",
	fair: "описывает эти ступени приблизительно"
};
function lawOf({ scenario, usl }, n) {
	const { lambda, sigma, kappa, quality, worst, r2 } = usl;
	const share = (value) => n.share(value);
	const distance = `R² ${n.fixed(r2, 3)}, наибольшее отклонение ступени ${n.share(worst)}`;
	if (quality === "poor") return `Универсальный закон масштабируемости эти ступени не описывает${n.inScenario(scenario)} (${distance}), поэтому никаких выводов из него не сделано.`;
	const parts = [
		`один пользователь получает ${n.rate(lambda.value)}`,
		`${share(sigma.value)} работы ждёт своей очереди (σ, 90%-й интервал ${between(sigma, share)})`,
		`каждый дополнительный пользователь замедляет остальных на ${share(kappa.value)} (κ, ${between(kappa, share)})`
	];
	return `Универсальный закон масштабируемости ${FITS[quality]}${n.inScenario(scenario)} (${distance}): ${n.list(parts)}.${peakOf(usl, n)}`;
}
function peakOf({ peakUsers, peakThroughput }, n) {
	if (peakThroughput === null) return " Предела роста он не показывает.";
	const rate = `${n.rate(peakThroughput.value)} (${between(peakThroughput, (value) => n.rate(value))})`;
	if (peakUsers === null) return ` По нему пропускная способность, не достигая максимума, приближается к ${rate}.`;
	const count = (value) => n.count(Math.round(value));
	return ` По нему пропускная способность максимальна при ${`${count(peakUsers.value)} ${noun(Math.round(peakUsers.value), USERS_PREPOSITIONAL, n)}`} (${between(peakUsers, count)}) и составляет ${rate}.`;
}
/** Told where it describes the steps better than the law. */
function boundsOf({ usl, bounds }, n) {
	if (bounds === null || bounds.knee === null || bounds.worst >= usl.worst) return "";
	const { response, ceiling, knee } = bounds;
	return `Точнее описывают их две прямые (наибольшее отклонение ступени ${n.share(bounds.worst)}), как бывает при фиксированном числе обработчиков или одной блокировке: пока никто не ждёт, ответ занимает ${n.ms(response ?? 0)}, а начиная с ${counted$1(Math.round(knee), USERS_GENITIVE, n)} больше ${n.rate(ceiling ?? 0)} не получить.`;
}
function kneeOf({ knee }, n) {
	const users = Math.round(knee.users);
	const beyond = knee.end === null ? "" : ` или ${knee.end === "lowest" ? "меньше" : "больше"}: это край измеренного диапазона`;
	const { second } = knee;
	const other = second === null || !isOtherKnee(second, users) ? "" : ` (алгоритм Kneedle, который смотрит только на пропускную способность, видит её при ${n.count(Math.round(second))})`;
	return `Лучшее соотношение пропускной способности и времени отклика (точка перегиба) — примерно при ${counted$1(users, USERS_PREPOSITIONAL, n)}${beyond}${other}.`;
}
/** Sentences of findings. */
const searchFindings = {
	capacity: (evidence, n) => `Сервис выдерживает не больше ${n.strong(n.rate(evidence.capacity))}${n.inScenario(evidence.scenario)} при соблюдении целевых показателей (${objectiveOf(evidence.objective, n)}). ${degradationOf(evidence, n)}`,
	scaling: (evidence, n) => [
		lawOf(evidence, n),
		boundsOf(evidence, n),
		kneeOf(evidence, n)
	].filter(Boolean).join(" "),
	"capacity-beyond": ({ scenario, kind, capacity, level, because }, n) => {
		const key = kind === "stress" ? "max-users" : "max-rate";
		const remedy = because === "time" ? `На этом время вышло: увеличьте ${n.code("max-duration")} или начните с большей нагрузки.` : `Больше не пробовали: увеличьте ${n.code(key)}.`;
		return `Сервис выдержал всю заданную нагрузку${n.inScenario(scenario)}, до ${levelFrom(kind, level, n)}. ${remedy} Максимальная производительность не меньше ${n.rate(capacity)}.`;
	},
	recovers: ({ scenario, kind, recovery }, n) => `Когда после перегрузки нагрузка упала до ${levelFrom(kind, recovery.level, n)}, половины выдержанной, сервис вернулся к прежней работе за ${n.seconds(recovery.after / 1e3)}${n.inScenario(scenario)}.`,
	"stays-broken": ({ scenario, kind, recovery }, n) => {
		const { before, now, level, after } = recovery;
		const p95 = (value) => value === null ? "ни одного ответа" : `p95 ${n.ms(value)}`;
		return `Когда после перегрузки нагрузка упала до половины выдержанной, сервис не восстановился${n.inScenario(scenario)}: за ${n.seconds(after / 1e3)} при нагрузке ${levelOf(kind, level, n)} получено ${n.rate(now.throughput)} и ${p95(now.p95)}, а на подъёме было ${n.rate(before.throughput)} и ${p95(before.p95)}. Такой отказ поддерживает сам себя (повторные запросы, холодные кэши, очереди запросов, которых уже никто не ждёт): снижение нагрузки его не прекращает, и в рабочей среде сервис пришлось бы перезапускать.`;
	}
};
/** Titles of findings. */
const searchTitles = {
	capacity: "Максимальная производительность",
	scaling: "Масштабирование",
	"capacity-beyond": "Предел не достигнут",
	recovers: "Восстанавливается",
	"stays-broken": "Не восстанавливается"
};
/** Headings, facts and captions. */
const search = {
	steps: "Ступени нагрузки",
	columns: {
		level: (kind) => kind === "stress" ? "Пользователи" : "Задано",
		throughput: "Пропускная способность",
		baseThroughput: "База",
		p50: "p50",
		p95: "p95",
		failed: "Доля ошибок",
		little: "Закон Литтла",
		carried: "Выдержано"
	},
	level: (kind, level, n) => kind === "stress" ? n.count(level) : rateOf(level, n),
	little: (gap, n) => gap === null ? "–" : `расхождение ${n.share(gap)}`,
	carried: (broken) => {
		switch (broken?.kind) {
			case void 0: return "да";
			case "errors": return "нет: ошибки";
			case "latency": return `нет: ${broken.metric}`;
			case "behind": return "нет: отстаёт";
			case "no-answers": return "нет: нет ответов";
		}
	},
	facts: ({ kind, rows, steps }, n) => {
		const levels = rows.map(({ level }) => level);
		const [low, high] = [Math.min(...levels), Math.max(...levels)];
		return `${low === high ? levelOf(kind, low, n) : `от ${n.count(low)} до ${levelFrom(kind, high, n)}`}, ${counted$1(steps, STEPS, n)}`;
	},
	axis: (kind) => kind === "stress" ? "пользователи" : "заданная интенсивность, запросов в секунду",
	throughputChart: "Пропускная способность в зависимости от нагрузки",
	latencyChart: "Время отклика в зависимости от нагрузки",
	throughputCaption: (kind, withBase) => `Одна точка — одна ступень нагрузки, от меньшей к большей${withBase ? ": 🟦 сейчас, 🟧 базовый коммит" : ""}. ${kind === "stress" ? "После перегиба новые пользователи только дольше ждут." : "Там, где кривая ниже заданной интенсивности, сервис за ней уже не успевает."}`,
	latencyCaption: "🟦 p50, 🟧 p95, в миллисекундах.",
	littleNote: "Закон Литтла: число пользователей = пропускная способность × (время отклика + пауза). Он выполняется в любой системе, поэтому ступень с большим расхождением измерена неверно."
};
// src/report/words/ru-soak.ts
/** Sentences of levels that grow, or do not. */
const soak = {
	leak: ({ scenario, slope, interval: [low, high], from, to, seconds, left, collected }, n) => `Память росла со скоростью ${n.strong(aMinute(slope, n))}${n.inScenario(scenario)} (с вероятностью ${n.share(.95)} от ${aMinute(low, n)} до ${aMinute(high, n)}): за последние ${n.seconds(seconds)} с ${n.bytes(from)} до ${n.bytes(to)}, и рост не прекращался. С такой скоростью её объём удвоится за ${n.span(to / slope)} и займёт всю память машины за ${n.span(left)}. ${collected ? LEAK : PERHAPS}`,
	"memory-level": ({ scenario, level, seconds, detectable }, n) => `За последние ${n.seconds(seconds)} память не росла${n.inScenario(scenario)}: в конце занято ${n.bytes(level)}. Устойчивый рост на ${aMinute(detectable, n)} был бы замечен.`,
	"latency-drift": ({ scenario, metric, from, to, seconds }, n) => `${started(metric)} равномерно рос при неизменной нагрузке${n.inScenario(scenario)}: за последние ${n.seconds(seconds)} с ${n.ms(from)} до ${n.ms(to)} (${n.change(metric, to / from - 1)}), и рост не прекращался. Так выглядят растущие таблицы, списки, по которым идёт поиск, и заполняющиеся очереди.`,
	"errors-drift": ({ scenario, from, to, seconds }, n) => `Ошибок при неизменной нагрузке становилось всё больше${n.inScenario(scenario)}: за последние ${n.seconds(seconds)} их доля выросла с ${n.share(from)} до ${n.share(to)}. Что-то исчерпывается: соединения, файловые дескрипторы, память.`,
	"memory-unwatched": ({ scenario, why, seconds, needed }, n) => UNWATCHED[why](n.inScenario(scenario), seconds, needed, n)
};
const LEAK = "Так выглядит утечка или кэш, который ещё заполняется: в более длинном прогоне такой рост остановится.";
const PERHAPS = "Так выглядит утечка, но так же выглядят и ещё не заполненный кэш, и мусор, до которого пока не дошла полная сборка: данных слишком мало, чтобы их различить. В более длинном прогоне кэш и мусор перестанут расти, а утечка нет.";
/** `1,02 МБ/мин`, from bytes a second. */
const aMinute = (slope, n) => n.value("memory-growth", 60 * slope);
const UNWATCHED = {
	short: (where, seconds, needed, n) => `За ${n.seconds(seconds)} рост памяти не увидеть${where}: нужно не меньше ${n.seconds(needed)}, а для надёжного вывода — несколько минут.`,
	turns: (where, _, __, n) => `Длительная нагрузка${where} подавалась короткими отрезками рядом с базовым коммитом, а в них роста не видно. С ${n.code("compare: baseline")} она идёт без перерывов.`,
	unread: (where) => `Память сервиса прочитать не удалось${where}: его процессы неизвестны, или эта система таких сведений не даёт.`
};
// src/report/words/ru-target.ts
/** What is said of a target. */
const target = {
	titles: { "service-elsewhere": "Сервис на другой машине" },
	findings: { "service-elsewhere": ({ address, databases, used }, n) => {
		const remedy = [
			used === null ? `о процессоре и памяти может рассказать Prometheus (${n.code("target: { monitoring: … }")})` : null,
			databases ? null : `за базами данных можно наблюдать отсюда (${n.code("databases:")})`,
			`всё остальное Loadgate измеряет, когда запускает сервис сам (${n.code("service: start")})`
		].filter((part) => part !== null).join("; ");
		return `Нагрузка подавалась на ${n.name(address)} — это адрес другой машины: в задержку входит сеть между машинами, а названное здесь оборудование принадлежит машине, с которой шла нагрузка. ${used === null ? "Что расходовал сам сервис (процессор, память, диски), не измерялось, поэтому его узкие места видны только снаружи." : usedOf(used, n)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
	} }
};
function usedOf({ cpu, memory, gap }, n) {
	const parts = [cpu === null ? null : `процессор (ядер): в среднем ${n.cores(cpu.mean)}, самое большее ${n.cores(cpu.most)}`, memory === null ? null : `память: самое большее ${n.bytes(memory.most)}`].filter((part) => part !== null);
	return `${parts.length === 0 ? "" : `По данным Prometheus, под нагрузкой сервис занимал: ${parts.join("; ")}. `}${gap === null ? "" : `Prometheus рассказал не всё, о чём его спросили (${n.name(gap)}). `}Больше ничего из того, что расходовал сервис, не измерялось.`;
}
// src/report/words/ru-imported.ts
const lacks = {
	distribution: "время отклика каждого запроса (даны лишь отдельные перцентили, промежуточные не вычислялись)",
	"whole-milliseconds": "доли миллисекунды",
	"two-digits": "время отклика точнее миллисекунды, а выше 100 мс — точнее двух значащих цифр",
	sketched: "время отклика точнее примерно 1 %",
	"failed-latencies": "время отклика одних только успешных запросов (неудачные учтены вместе с ними)",
	"timeout-latencies": "сколько ждали запросы, завершившиеся по тайм-ауту (во времени отклика они не учтены)",
	"in-flight": "сколько запросов осталось без ответа к концу замера",
	"failure-kinds": "виды ошибок (все учтены как ошибки HTTP)",
	expectations: "какие коды ответа считать ожидаемыми (ожидаемыми считаются коды ниже 400)",
	"error-kinds": "был ли отправлен прерванный запрос (все такие учтены как ошибки соединения)",
	statuses: "коды ответов",
	users: "число пользователей",
	"body-bytes": "размеры тел ответов",
	timeline: "как показатели менялись со временем",
	start: "время начала (вместо него взято время последней записи файла)",
	"reckoned-counts": "часть количеств (вычислены по доле)",
	"reckoned-duration": "длительность замера (вычислена по количеству и скорости)",
	version: "версия инструмента"
};
/** Imported results in Russian. */
const imported = {
	lacks,
	sentence: ({ scenario, tool, version, format, lacks: missing, missing: metrics }, n) => {
		const who = n.name(`${tool} ${version}`.trim());
		const without = metrics.length === 0 ? "" : ` Без значения: ${n.list(metrics.map((metric) => METRIC_WORDS[metric]))}.`;
		return `Замер${n.inScenario(scenario)} сделал не Loadgate, а ${who}. На какой машине он работал, что нагружал, насколько был занят сам и был ли прогрев, неизвестно. Что по его выводу (${n.code(format)}) остаётся неизвестным: ${missing.map((lack) => lacks[lack]).join("; ")}.${without}`;
	}
};
// src/report/words/ru-findings.ts
/** Said once, after the sentences of all scenarios. */
const findingCodas = {
	detectable: "Меньшее изменение могло остаться незамеченным.",
	leak: "С порогом сравнивается нижняя граница интервала."
};
/** All sentences of findings. */
const findings = {
	"generator-bound": ({ scenario, cpu, eventLoop, beyond }, n) => {
		const use = `${n.share(cpu)} ядра, цикл событий занят ${n.share(eventLoop)} времени`;
		return beyond ? `Генератор нагрузки не успевал${n.inScenario(scenario)} (${use}). В измеренное время отклика вошла его собственная очередь, поэтому о сервисе оно говорит мало.` : `Генератор нагрузки приблизился к своему пределу${n.inScenario(scenario)} (${use}). В самое большое время отклика могла отчасти войти его собственная очередь.`;
	},
	loopback: ({ address }, n) => `Сервис нагружали по адресу ${n.name(address)}, принадлежащему этой же машине. Сети между ними не было, поэтому время отклика занижено, а пропускная способность завышена. Сравнивайте эти числа между собой, а не с рабочей средой.`,
	"certificate-not-verified": ({ url }, n) => `Сертификат сервиса не проверялся, как и задано в ${n.code("tls: { verify: false }")}: сервисом считался любой, кто ответил по адресу ${n.name(url)}. С ${n.code("tls: { ca: … }")} можно проверить и собственный сертификат.`,
	"shared-machine": ({ serviceCores, generatorCores, otherCores, cores }, n) => {
		const service = serviceCores === null ? "" : `сервис занимал ${n.cores(serviceCores)}, `;
		return `Сервис и генератор нагрузки делили ${coresOf$1(cores, CORES, n)}: ${service}генератор — ${n.cores(generatorCores)}, всё остальное — ${n.cores(otherCores)}. Признаков того, что они ждали друг друга, нет.`;
	},
	competition: (evidence, n) => `Процессора не хватало${n.inScenario(evidence.scenario)}: ${competitionOf(evidence, n)}. Часть времени отклика — ожидание свободного ядра.`,
	machine: (evidence, n) => machineOf(evidence, n),
	"stolen-cpu": ({ scenario, steal }, n) => `Гипервизор отдал ${n.share(steal)} процессорного времени другим виртуальным машинам${n.inScenario(scenario)}. В эти моменты сервис работал медленно не по своей вине.`,
	"not-watched": (_, n) => `На этой системе загрузку процессора прочитать нельзя (нет ${n.name("/proc")}), поэтому борьба за процессор и узкие места, заметные только по нему, остались вне наблюдения.`,
	"closed-loop": ({ users }, n) => `${users === 1 ? "Единственный пользователь ждёт" : `Каждый пользователь (всего ${n.count(users)}) ждёт`} ответа, прежде чем отправить следующий запрос. Если сервис замедляется, здесь снижается и нагрузка, а настоящие посетители продолжали бы приходить: перегрузка выглядит мягче, чем была бы на деле.`,
	"too-few-answers": ({ scenario, metric, answers, needed }, n) => `${started(metric)} ${agreeing(metric, "рассчитан", "рассчитана", "рассчитано")} всего по ${n.count(answers)} ${noun(answers, [
		"ответу",
		"ответам",
		"ответам"
	], n)}${n.inScenario(scenario)}. Чтобы это число было надёжным, нужно около ${n.count(needed)}.`,
	"short-run": ({ scenario, seconds }, n) => `Измерено всего ${n.seconds(seconds)}${n.inScenario(scenario)}. То, что случается раз в несколько секунд или нарастает медленно (сборка мусора, устаревание кэшей, утечки), могло не проявиться.`,
	"other-machine": ({ scenarios, known, here }, n) => `Эталон${ofScenarios(scenarios, n)} снят на другой машине (отпечаток ${namesOf(known, n)}; у этой машины ${n.name(here)}). Числа с разных машин не сравниваются.`,
	"other-config": ({ scenarios }, n) => `Эталон${ofScenarios(scenarios, n)} снят с другой конфигурацией: с тех пор изменились запросы, нагрузка или команда запуска. Числа, полученные при разной нагрузке, не сравниваются.`,
	"first-run": ({ scenarios, path }, n) => `В ${n.name(path)} ещё нет принятых прогонов${ofScenarios(scenarios, n)}, поэтому сравнивать не с чем. Проверены только абсолютные пороги.`,
	"thin-history": ({ scenario, runs, metric, limit, tolerance, advisory }, n) => {
		return `${`Эталон${ofScenarios([scenario], n)} опирается всего на ${counted$1(runs, RUNS, n)}.`}${tolerance > limit ? ` При таком числе прогонов их случайный разброс отчасти приходится предполагать, поэтому порог для ${genitive$1(metric)} расширен (был ${n.extent(metric, limit)}, стал ${n.extent(metric, tolerance)}).` : ""}${advisory ? ` Регрессия относительно такого эталона — лишь предупреждение; с какого числа прогонов она останавливает проверку, задаёт ${n.code("baseline: min-runs")}.` : ""}`;
	},
	"own-engine": ({ scenario, why }, n) => why === "closing-connections" ? `Сервис${n.inScenario(scenario)} закрывает соединения. autocannon продолжает ими пользоваться там, где другие клиенты открывают новые, и измерить такой сервис не может. Поэтому измерял наш собственный движок на основе undici.` : `Сервис${n.inScenario(scenario)} отправляет промежуточные ответы, например ранние подсказки (early hints). autocannon принимает их за полные и сопоставляет следующие ответы не с теми запросами. Поэтому измерял наш собственный движок на основе undici.`,
	screened: ({ scenario, outcome, changes }, n) => {
		const doubts = changes.length === 0 ? "Сравнение с эталоном не дало однозначного вывода" : `Сравнение с эталоном показало изменения (${n.list(changes.map(({ metric, change }) => `${METRIC_WORDS[metric]} ${n.change(metric, change)}`))})`;
		return `${outcome === "no-baseline" ? "Сравнить с эталоном было не с чем" : doubts}${n.inScenario(scenario)}, поэтому базовый коммит измерен на этой же машине рядом с изменением, и решает он. В таблице показано это сравнение.`;
	},
	"base-failed": ({ message, decided }, n) => `${n.name(message)} Изменению это в вину не ставится. Базовый коммит собирается и запускается теми же командами в отдельной папке, поэтому команда ${n.code("build")} должна делать всё, что нужно только что полученной копии репозитория. ${decided === "baseline" ? "Решал только сохранённый эталон." : "Сравнения не было, проверены только абсолютные пороги."}`,
	detectable: ({ scenario, changes, blind }, n) => {
		const caught = `В девяти случаях из десяти этот прогон заметил бы ${n.list(changes.map(({ metric, change }) => worseBy(metric, change, n)))}${n.inScenario(scenario)}.`;
		const longest = Math.max(...blind.map(({ seconds }) => seconds));
		return blind.length === 0 ? caught : `${caught} Чтобы различать изменения величиной с порог (${n.list(blind.map(({ metric, limit }) => `${n.extent(metric, limit)} для ${genitive$1(metric)}`))}), при таком же шуме нужно ${n.seconds(longest)} под нагрузкой.`;
	},
	"baseline-drift": ({ scenario, metric, change, runs }, n) => `Дрейфуют сами принятые прогоны${n.inScenario(scenario)}: за ${counted$1(runs, RUNS, n)} изменение ${genitive$1(metric)} составило ${n.change(metric, change)}, и каждый отдельный шаг был слишком мал, чтобы остановить проверку. Винить в этом какое-то одно изменение, в том числе это, нельзя.`,
	"cost-in-cpu": ({ scenario, cpu, latency }, n) => `Процессорное время на запрос ${wentBy("cpu-per-request", cpu, n)}${n.inScenario(scenario)}, время отклика ${timeWentBy(latency, n)}: сервис вычисляет больше, чем раньше. Посмотрите, что теперь делает каждый запрос: сериализация, проверка данных, циклы, запись в журнал.`,
	"cost-in-waiting": ({ scenario, cpu, latency }, n) => `Время отклика ${timeWentBy(latency, n)}${n.inScenario(scenario)}, а процессорное время на запрос ${wentBy("cpu-per-request", cpu, n)}: сервис не вычисляет больше, он дольше ждёт. Ищите новый запрос к базе, вызов другого сервиса, блокировку, таймер.`,
	"larger-answers": ({ scenario, change, before, now }, n) => `Размер ответа ${wentBy("answer-size", change, n)}${n.inScenario(scenario)}: ${n.value("answer-size", now)} вместо ${n.value("answer-size", before)}. Часть прироста затрат уходит на подготовку и отправку таких ответов.`,
	"whole-shift": ({ scenario, change, interval: [low, high] }, n) => `От медианы до p95 время отклика в среднем ${timeWentBy(change, n)}${n.inScenario(scenario)}, с вероятностью ${n.share(.9)} ${n.range("p50", low, high)}: сместилось всё распределение, а не один перцентиль.`,
	"no-errors": ({ scenario, sent, upperBound }, n) => `Ни один из ${counted$1(sent, REQUESTS_GENITIVE, n)} не завершился ошибкой${n.inScenario(scenario)}; с вероятностью ${n.share(.95)} истинная доля ошибок меньше ${n.share(upperBound)}.`,
	errors: ({ scenario, rate, failed, attempts, kinds, messages }, n) => {
		const how = n.list(kinds.map(({ kind, count }) => `${ERROR_KINDS[kind]} — ${n.count(count)}`));
		const most = messages.map(({ message, count }) => `${n.name(message)} (${n.count(count)})`);
		const words = most.length === 0 ? "" : ` Чаще всего: ${most.join(", ")}.`;
		return `Ошибкой ${noun(failed, [
			"завершился",
			"завершились",
			"завершились"
		], n)} ${n.count(failed)} из ${counted$1(attempts, REQUESTS_GENITIVE, n)}${n.inScenario(scenario)}, это ${n.share(rate)}: ${how}.${words}`;
	},
	"objective-met": ({ scenario, metric, value, bound, headroom }, n) => `${started(metric)} ${n.value(metric, value)}${n.inScenario(scenario)} укладывается в порог ${n.bound(metric, bound)} с запасом ${n.share(headroom)}.`,
	"objective-missed": ({ scenario, metric, value, bound }, n) => `${started(metric)} ${n.value(metric, value)}${n.inScenario(scenario)} не укладывается в порог ${n.bound(metric, bound)}.`,
	slower: ({ scenario, shape, shift }, n) => shape === "whole" ? `Сместилось всё распределение${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Дороже стало то, что делает большинство запросов.` : `Медленнее стали только медленные ответы${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Большинство запросов обслуживается как прежде, но некоторые что-то заставляет ждать.`,
	faster: ({ scenario, shape, shift }, n) => shape === "whole" ? `Сместилось всё распределение${n.inScenario(scenario)}: ${shiftOf(shift, n)}.` : `Быстрее стали медленные ответы${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Обычный ответ прежний.`,
	stable: ({ scenario, variation, seconds }, n) => `Пропускная способность держалась ровно${n.inScenario(scenario)}: за ${n.seconds(seconds)} разброс составил ${n.share(variation)}, без всплесков, провалов и дрейфа.`,
	spikes: ({ scenario, seconds, of, worst, typical }, n) => `${secondsOf(seconds, of, n)}${n.inScenario(scenario)} p95 доходил до ${n.ms(worst)} при обычных ${n.ms(typical)}.`,
	dips: ({ scenario, seconds, of, worst, typical }, n) => `${secondsOf(seconds, of, n)}${n.inScenario(scenario)} пропускная способность падала до ${n.rate(worst)} при обычных ${n.rate(typical)}.`,
	drift: ({ scenario, metric, change, seconds }, n) => {
		const worse = change > 0 === (METRICS[metric].better === "lower");
		const steadily = `${started(metric)} равномерно ${change > 0 ? agreeing(metric, "рос", "росла", "росло") : agreeing(metric, "снижался", "снижалась", "снижалось")}${n.inScenario(scenario)}: ${n.change(metric, change)} за ${n.seconds(seconds)}`;
		return worse ? `${steadily}. Так выглядят утечки, растущие таблицы и заполняющиеся очереди; продолжается ли рост, покажет более длинный прогон.` : `${steadily}. Сервис ещё прогревался, и прогретый он быстрее, чем говорят эти числа.`;
	},
	"long-tail": ({ scenario, p50, p99 }, n) => `Самый медленный ${n.share(.01)} ответов занял не меньше ${n.ms(p99)}${n.inScenario(scenario)}, это ${inTimes(p99 / p50, n)} больше медианы (${n.ms(p50)}). Обычная очередь объясняет разницу примерно ${inTimes(6.6, n)}; остальное указывает на паузы, блокировки или несколько дорогих запросов.`,
	"slow-request": ({ scenario, request, p95, others }, n) => `Выделяется ${n.name(request)}${n.inScenario(scenario)}: p95 ${n.ms(p95)}, а у всех остальных запросов вместе ${n.ms(others)}.`,
	saturated: ({ scenario, busyCores, cores, serviceCores }, n) => `Процессор исчерпан${n.inScenario(scenario)}: занято ${n.cores(busyCores)} из ${coresOf$1(cores, CORES_GENITIVE, n)}, из них сервисом ${n.cores(serviceCores)}. Если пользователей станет больше, они будут дольше ждать, а не получать больше ответов.`,
	waiting: ({ scenario, serviceCores, p50, cpuPerAnswer }, n) => `Обычный ответ занимал ${n.ms(p50)}${n.inScenario(scenario)}, но требовал всего ${n.ms(cpuPerAnswer)} процессорного времени, а сервис использовал ${coresOf$1(serviceCores, CORES, n)}. Он ждал: базу данных, блокировку, пул соединений, другой сервис или таймер.`,
	"capacity-unknown": ({ users }, n) => `Нагрузка подавалась только одного уровня (${counted$1(users, USERS, n)}). Сколько ещё выдержит сервис, отсюда не видно, и догадок мы не строим.`,
	imported: imported.sentence,
	...searchFindings,
	...attribution,
	...resourceFindings,
	...soak,
	...target.findings,
	...advice
};
function competitionOf(evidence, n) {
	const { busyCores, cores, serviceCores, generatorCores, runQueueDelay, cpuPressure } = evidence;
	const service = serviceCores === null ? "" : `сервис ${n.cores(serviceCores)}, `;
	const parts = [
		`занято ${n.cores(busyCores)} из ${coresOf$1(cores, CORES_GENITIVE, n)} (${service}генератор ${n.cores(generatorCores)})`,
		runQueueDelay === null ? null : `генератор был готов работать, но ${n.share(runQueueDelay)} времени не имел ядра`,
		cpuPressure === null ? null : `хотя бы одна задача ждала ядра ${n.share(cpuPressure)} времени`
	];
	return n.list(parts.filter((part) => part !== null));
}
const RUNNERS = {
	"github-hosted": "общее оборудование GitHub, где соседи меняются",
	"self-hosted": "собственный раннер",
	local: "локальная машина, а не сервер"
};
const UNREAD = {
	governor: "режим управления частотой",
	power: "питание от сети или батареи",
	throttling: "снижение частоты из-за перегрева"
};
function machineOf({ machine, unread }, n) {
	const { cpuModel, cores, memory, os, virtualisation, governor, power, thermalThrottles, runner } = machine;
	const layer = virtualisation === null ? "признаков виртуализации нет" : n.name(virtualisation);
	const state = [
		governor === null ? null : `режим управления частотой ${n.name(governor)}`,
		power === null ? null : power === "battery" ? "питание от батареи" : "питание от сети",
		thermalThrottles === null || thermalThrottles === 0 ? null : `с момента загрузки снижал частоту из-за перегрева ${counted$1(thermalThrottles, TIMES, n)}`
	].filter((part) => part !== null);
	const known = state.length === 0 ? "" : ` Состояние: ${state.join(", ")}.`;
	const missing = unread.length === 0 ? "" : ` Прочитать здесь нельзя: ${n.list(unread.map((name) => UNREAD[name]))}; исключить, что оборудование временами работало медленнее, мы не можем.`;
	return `${n.name(cpuModel)}, ${coresOf$1(cores, CORES, n)}, ${n.bytes(memory)}, ${n.name(os)}, ${layer}: ${RUNNERS[runner]}.${known}${missing}`;
}
/** `в 6,6 раза`, `в 12 раз`. */
const inTimes = (ratio, n) => {
	const written = ratio < 10 ? Math.round(10 * ratio) / 10 : Math.round(ratio);
	return `в ${n.cores(written)} ${noun(written, TIMES, n)}`;
};
/** In front of a number. */
const ERROR_KINDS = {
	httpError: "неожиданные ответы",
	connectionError: "обрывы соединения",
	timeout: "тайм-ауты",
	lost: "закрытые без ответа",
	refused: "отказы в соединении"
};
/** `рост p95 на 14 %`. */
function worseBy(metric, change, n) {
	return `${METRICS[metric].better === "lower" ? "рост" : "снижение"} ${genitive$1(metric)} на ${n.extent(metric, change)}`;
}
const shiftOf = ({ p50, p95, p99 }, n) => `p50 ${n.change("p50", p50)}, p95 ${n.change("p95", p95)}, p99 ${n.change("p99", p99)}`;
/** When, while the seconds are few; they count from 1 for people. */
function secondsOf(seconds, of, n) {
	if (seconds.length > 4) return `В ${n.count(seconds.length)} из ${counted$1(of, SECONDS_GENITIVE, n)}`;
	const which = n.list(seconds.map((second) => n.count(second + 1)));
	return seconds.length === 1 ? `На ${which}-й секунде` : `На секундах ${which}`;
}
function namesOf(names, n) {
	const few = 3;
	const shown = names.slice(0, few).map((name) => n.name(name));
	return n.list(names.length > few ? [...shown, `ещё ${n.count(names.length - few)}`] : shown);
}
/** Of several scenarios, which; of the only one, nothing. */
function ofScenarios(scenarios, n) {
	const [only] = scenarios;
	if (only === void 0) return "";
	return scenarios.length === 1 ? n.inScenario(only).replace(/^ в сценарии /u, " для сценария ") : ` для сценариев ${namesOf(scenarios, n)}`;
}
// src/report/words/ru-history.ts
/** Russian: the history page. */
const plural$1 = pluralOf("ru");
/** `1 прогон`, `3 прогона`, `5 прогонов`. */
function counted(count, write, [one, few, many]) {
	return `${write(count)} ${plural$1(count, {
		one,
		few,
		many,
		other: few
	})}`;
}
/** How many, after a preposition that asks for the genitive: `21 прогона`, `5 прогонов`. */
const genitive = (count, write, [one, many]) => `${write(count)} ${plural$1(count, {
	one,
	other: many
})}`;
/** The history page in Russian. */
const history = {
	title: "История производительности",
	suite: "Набор",
	all: "Все сценарии",
	trends: "Динамика",
	runs: (count, from, to, n) => {
		const accepted = counted(count, n.count, [
			"принятый прогон",
			"принятых прогона",
			"принятых прогонов"
		]);
		return from === to ? `${accepted}, ${from}` : `${accepted}, ${from} — ${to}`;
	},
	newest: "Последний прогон",
	against: ({ firstRuns }, n) => firstRuns === 1 ? "к первому прогону" : `к первым ${n.count(firstRuns)} прогонам`,
	directions: {
		better: "лучше",
		worse: "хуже",
		steady: "в пределах шума"
	},
	change: (metric, { first, last, firstRuns, lastRuns, direction }, n) => {
		const end = lastRuns === 1 ? "Последний прогон" : `Медиана последних ${genitive(lastRuns, n.count, ["прогона", "прогонов"])}`;
		const beginning = firstRuns === 1 ? "первый прогон" : `первых ${n.count(firstRuns)}`;
		const values = `${end}: ${n.value(metric, last)}, ${beginning}: ${n.value(metric, first)}`;
		if (METRICS[metric].change === "points") return `${values}.`;
		return `${values} (${direction === "steady" ? "неизменный код может отличаться не меньше" : "девять из десяти прогонов неизменного кода отличались бы меньше"}).`;
	},
	noChange: "Прогонов со значением слишком мало, чтобы говорить об изменении.",
	band: (metric, { low, high, runs }, n) => `Полоса: от ${n.value(metric, low)} до ${n.value(metric, high)}, там ожидаются девять из десяти прогонов неизменного кода при том шуме, который видно в эталоне (${counted(runs, n.count, [
		"прогон",
		"прогона",
		"прогонов"
	])}).`,
	noBand: {
		counted: "Полосы нет: этот показатель оценивают по количествам, а не по шуму между прогонами.",
		empty: "Полосы нет: в эталоне нет ни одного прогона этого ряда со значением больше нуля."
	},
	drift: (metric, drift, n) => `Дрейф: скользящее среднее прогонов отличается от первых десяти на ${n.change(metric, drift)}.`,
	line: (name) => `ряд ${name}`,
	ofLine: (name) => `Числа относятся к ряду ${name}: в нём последний прогон.`,
	numbers: (metric) => `Числа: ${metric}`,
	table: (metric, scenario) => `${metric} каждого принятого прогона сценария ${scenario}, новые сверху`,
	allRuns: "Все принятые прогоны",
	past: "в эталоне его больше нет",
	noCommit: "изменённая рабочая копия",
	columns: {
		date: "Дата (UTC)",
		commit: "Коммит",
		line: "Ряд",
		requests: "Запросы",
		loadgate: "Loadgate",
		engine: "Движок",
		machine: "Машина",
		fingerprint: "Отпечаток",
		configuration: "Конфигурация",
		runs: "Прогоны",
		from: "Первый прогон",
		to: "Последний прогон",
		begins: "С чего начинается"
	},
	lines: "Ряды",
	linesIntro: "Прогоны на другой машине или с другой конфигурацией (нагрузка, запросы, запуск сервиса) несравнимы, поэтому у каждых свой ряд, и ряды не соединяются.",
	starts: {
		first: "первый прогон",
		machine: "другая машина",
		configuration: "другая конфигурация",
		both: "другая машина и другая конфигурация"
	},
	cores: (count, n) => counted(count, n.count, [
		"ядро",
		"ядра",
		"ядер"
	]),
	versions: (versions, n) => {
		if (versions.kind === "none") return `Только то, что в эталоне сейчас: ${{
			"no-repository": "репозитория git, из которого можно прочитать прежние версии, нет",
			partial: "прежние версии не прочитаны: в этом клоне есть не все файлы",
			failed: "git не смог назвать прежние версии"
		}[versions.why]}.`;
		const { read, unreadable, cut } = versions;
		return `${read === 0 ? "Только то, что в эталоне сейчас: в git нет ни одной его версии." : `Из ${genitive(read, n.count, ["версии файла", "версий файла"])} в git.`}${unreadable === 0 ? "" : ` Пропущено ещё ${counted(unreadable, n.count, [
			"версия",
			"версии",
			"версий"
		])}: это не эталон этого набора, или его нельзя прочитать.`}${cut === null ? "" : {
			bound: " Есть и более старые версии, они не прочитаны.",
			shallow: " Клон неполный, более старые версии могли остаться за его пределами (нужно `fetch-depth: 0`)."
		}[cut]}`;
	},
	reading: "Как читать эту страницу",
	howTo: [
		"Каждая точка — принятый прогон; шаг один и тот же, сколько бы времени между ними ни прошло. Если репозиторий известен, точка ведёт к своему коммиту.",
		"Пустая точка — прогон, которого в эталоне больше нет: он прочитан из прежней версии файла, и с ним ничего не сравнивается.",
		"Полоса — где ожидаются девять из десяти прогонов неизменного кода при том шуме, который Loadgate предполагает по прогонам эталона.",
		"Штриховая черта с буквой — начало ряда: другая машина или другая конфигурация. Числа ряда несравнимы с прежними.",
		"Изменение — медиана последних прогонов ряда (не больше пяти) против медианы первых (не больше десяти). Лучше или хуже сказано только тогда, когда оно больше, чем шум первых прогонов допускает у девяти прогонов из десяти. В нескольких случаях из ста это случайность, а когда прогонов мало — чаще.",
		"Вертикальная ось начинается с нуля только там, где значения к нему близки."
	],
	record: "Числа этих страниц:",
	madeBy: "Создано программой"
};
// src/report/words/ru-readings.ts
/** Rows and columns of readings. */
const readings = {
	service: {
		title: "Сервис: дерево процессов",
		cores: "Процессор, ядра",
		busiestThread: "Самый занятый поток, ядра",
		runQueueDelay: "Готов, но без ядра, ядра",
		diskWaiters: "Потоки, ждущие диск, в среднем",
		memory: "Резидентная память, наибольшая",
		proportionalMemory: "Пропорциональная память в конце",
		anonymous: "Анонимная память",
		storage: "Диск: прочитано, записано",
		switches: "Переключения контекста, добровольные и нет",
		processes: "Процессы",
		threads: "Потоки",
		openFiles: "Открытые файлы одного процесса"
	},
	generator: {
		title: "Генератор нагрузки",
		cpu: "Процессор, доля ядра",
		eventLoop: "Занятость цикла событий",
		eventLoopDelay: "Задержка цикла событий, p99",
		runQueueDelay: "Готов, но без ядра, доля времени",
		memory: "Резидентная память, наибольшая"
	},
	host: {
		title: "Машина под нагрузкой",
		busy: "Занятые ядра",
		others: "Другие программы, ядра",
		programs: "Самые занятые из них",
		steal: "Отнято гипервизором",
		cpuPressure: "Кто-то ждал ядра",
		ioPressure: "Кто-то ждал диска",
		memoryPressure: "Кто-то ждал памяти",
		disk: "Самый занятый диск",
		retransmits: "Повторно отправлено сегментов TCP"
	},
	cgroup: {
		title: "Контрольные группы сервиса",
		path: "Группа",
		cpuLimit: "Лимит процессора, ядра",
		throttledPeriods: "Периоды, в которые процессор отключали",
		throttled: "Простой из-за лимита, ядра",
		memoryLimit: "Лимит памяти",
		memory: "Память в конце",
		kills: "Завершено из-за нехватки памяти",
		limitHits: "Упирался в лимит памяти"
	},
	runtime: {
		title: "Процессы Node.js сервиса",
		process: "Процесс",
		eventLoop: "Занятость цикла событий",
		delayP50: "Задержка p50",
		delayP99: "Задержка p99",
		delayMax: "Наибольшая задержка",
		collection: "Сборка мусора",
		collectionMax: "Самая долгая пауза",
		collections: "Сборки, малые и полные",
		live: "Живая память"
	},
	container: {
		title: "Контейнеры",
		name: "Контейнер",
		image: "Образ",
		cores: "Процессор, ядра",
		cpuLimit: "Лимит процессора",
		throttled: "Периоды с отключением",
		memory: "Память",
		memoryLimit: "Лимит памяти",
		storage: "Диск: прочитано, записано",
		network: "Сеть: получено, отправлено"
	},
	database: {
		title: (name, kind, version) => `База данных ${name}: ${kind} ${version}`,
		queries: "Выполнено запросов",
		time: "Время на них",
		cacheHits: "Обращения, обслуженные из памяти",
		connections: "Сеансы, наибольшее число",
		active: "Работающие сеансы, в среднем",
		idle: "Сеансы, простаивающие в транзакции, в среднем",
		waits: "Ждущие сеансы, в среднем",
		rest: "все остальные вместе"
	},
	statement: {
		title: "Запросы к базе по времени",
		text: "Запрос к базе",
		calls: "Выполнений",
		perRequest: "На один запрос",
		time: "Время",
		perCall: "На одно выполнение",
		share: "Доля",
		rows: "Строки",
		examined: "Просмотрено строк",
		blocks: "Блоки"
	},
	unread: "Не удалось прочитать",
	of: (side, seconds, n) => `${side}, наблюдали ${n.seconds(seconds)}`,
	outOf: (used, all) => `${used} из ${all}`,
	fromTo: (from, to) => `от ${from} до ${to}`,
	perSecond: (amount) => `${amount}/с`
};
// src/report/words/ru-page.ts
/** Russian: what only the HTML page says. */
/** Forms of a noun after a number. */
const plural = pluralOf("ru");
const after = (count, one, few, many) => plural(count, {
	one,
	few,
	many,
	other: few
});
/** The page's own words. */
const page = {
	lang: "ru",
	product: "Loadgate",
	skip: "Перейти к отчёту",
	contents: "Содержание",
	anchor: (section) => `Ссылка на раздел «${section}»`,
	facts: {
		commit: "Коммит",
		base: "База",
		measured: "Измерено",
		machine: "Машина",
		version: "Loadgate"
	},
	filters: {
		title: "Фильтры",
		scenario: "Сценарий",
		all: "Все сценарии",
		request: "Запрос",
		requestHint: "Часть названия",
		clear: "Показать всё",
		theme: "Оформление",
		auto: "Как в системе",
		light: "Светлое",
		dark: "Тёмное"
	},
	shown: "Показано сценариев: {scenarios} из {allScenarios}, запросов: {requests} из {allRequests}.",
	nothingShown: "Под эти фильтры ничего не подходит.",
	headings: {
		judgements: "Все показатели",
		screen: "Что показало сравнение с эталоном",
		charts: "Во времени",
		byTime: "Числа, по которым построены графики",
		requests: "Запросы",
		ended: "Чем закончился каждый запрос",
		errors: "Сбои по сообщениям",
		statuses: "Ответы по статусам",
		raw: "Блоки, срезы и отрезки",
		blocks: "Блоки",
		slices: "Срезы",
		turns: "Отрезки",
		resources: "Ресурсы",
		findings: "Все выводы и их основания",
		setup: "Конфигурация и машина",
		configuration: "Конфигурация",
		machine: "Машина"
	},
	columns: {
		tolerance: "Допуск",
		detectable: "Наименьшее обнаружимое изменение",
		replicates: "С чем сравнивали",
		from: "Секунды",
		users: "Пользователи",
		throughput: "Пропускная способность",
		failures: "Сбои",
		serviceCores: "Сервис, ядра",
		generatorCores: "Генератор, ядра",
		otherCores: "Остальные, ядра",
		memory: "Память",
		message: "Сообщение",
		count: "Число",
		share: "Доля",
		status: "Статус",
		build: "Сборка",
		phase: "Этап",
		block: "Блок",
		underLoad: "Под нагрузкой",
		ready: "Готовность через",
		seconds: "Измерялось",
		warmUp: "Прогрев",
		sent: "Отправлено",
		ok: "Успешно",
		failed: "Сбои",
		cpu: "CPU на запрос",
		place: "Отрезок",
		outside: "Остальные, ядра",
		engine: "Движок",
		what: "Показатель",
		value: "Значение"
	},
	sides: {
		head: "это изменение",
		base: "база"
	},
	phases: {
		alone: "отдельно",
		explore: "разведка",
		main: "основной",
		confirm: "проверка"
	},
	charts: {
		cores: "Процессор: сервис, генератор и остальные",
		coresUnit: "ядра",
		coresCaption: "🟦 сервис, 🟧 генератор, 🟩 всё остальное на машине.",
		held: "Память сервиса",
		heldCaption: "Память всего дерева процессов.",
		storage: "Диск: прочитано и записано сервисом",
		storageUnit: "МБ в секунду",
		storageCaption: "🟦 прочитано, 🟧 записано.",
		lines: {
			service: "сервис",
			generator: "генератор",
			others: "всё остальное",
			read: "прочитано",
			written: "записано"
		},
		line: (name, low, high) => `${name}: от ${low} до ${high}`,
		hint: "У графиков одного сценария общая ось времени: выделите мышью участок на одном, и увеличатся все. Двойной щелчок возвращает всё время целиком.",
		keyboard: "Стрелки переходят от точки к точке.",
		second: "с"
	},
	thinned: (shown, all, n) => `Показано ${n.count(shown)} ${after(shown, "строка", "строки", "строк")} из ${n.count(all)}, через равные промежутки; все есть в ${n.code("run.json")}.`,
	seconds: (from, to) => to - from <= 1 ? String(from) : `${from}–${to}`,
	kinds: {
		limitation: "Ограничение",
		strength: "Сильная сторона",
		weakness: "Слабая сторона",
		bottleneck: "Узкое место",
		potential: "Потенциал",
		recommendation: "Рекомендация"
	},
	confidence: {
		certain: "точно",
		likely: "вероятно",
		possible: "возможно"
	},
	evidence: "Основания",
	evidenceNote: "Каждый вывод сделан одним правилом из чисел, которые стоят под ним: доли от 0 до 1, процессор в ядрах, время отклика в миллисекундах, память в байтах.",
	noFindings: "Ни одному правилу нечего сказать.",
	yes: "да",
	no: "нет",
	more: (count, n) => `… и ещё ${n.count(count)}`,
	configurationNote: "Та, по которой измеряли, со всеми значениями по умолчанию. Длинные списки сокращены.",
	replicates: (against, count, n) => against === "base" ? `${n.count(count)} ${after(count, "блок", "блока", "блоков")}` : `${n.count(count)} ${after(count, "прогон", "прогона", "прогонов")}`,
	confirmation: {
		confirmed: "срабатывание подтвердилось",
		refuted: "срабатывание не подтвердилось",
		missing: "на проверку срабатывания не хватило времени"
	},
	machine: {
		cpu: "Процессор",
		cores: "Ядра",
		architecture: "Архитектура",
		memory: "Память",
		os: "Система",
		node: "Node.js",
		virtualisation: "Виртуализация",
		governor: "Управление частотой",
		power: "Питание",
		throttles: "Замедлений из-за нагрева с момента загрузки",
		frequency: "Частота",
		runner: "Раннер",
		fingerprint: "Отпечаток машины",
		coresService: "Ядра сервиса",
		coresGenerator: "Ядра генератора"
	},
	readings,
	frequency: (now, max) => `${now} МГц из ${max} МГц`,
	records: (n) => `Всё, что измерено, лежит в ${n.code("run.json")}, всё, что из этого следует, — в ${n.code("verdict.json")}, рядом с этой страницей.`,
	noNetwork: "Эта страница — один файл: она ничего не загружает и ничего не отправляет.",
	licence: "Интерактивные графики рисует Apache ECharts, developed at The Apache Software Foundation (https://www.apache.org/)."
};
// src/report/words/ru-labels.ts
/** Fixed words. */
const labels = {
	overview: "Обзор",
	limits: "Ограничения этого замера",
	results: "Результаты",
	says: "Что показывают результаты",
	kinds: {
		strength: "Сильная сторона",
		weakness: "Слабая сторона",
		bottleneck: "Узкое место",
		potential: "Потенциал"
	},
	conclusions: "Выводы",
	nextSteps: "Что делать дальше",
	learnMore: "Чтобы узнать больше",
	method: "Методика, машина и как воспроизвести",
	rawNumbers: "Исходные числа",
	requests: "Запросы",
	distribution: "Время отклика",
	charts: "Графики",
	columns: {
		metric: "Показатель",
		baseline: "Эталон",
		base: "База",
		now: "Сейчас",
		change: "Изменение (90%-й интервал)",
		limit: "Порог",
		judgement: "Оценка"
	},
	requestColumns: {
		request: "Запрос",
		sent: "Отправлено",
		throughput: "Пропускная способность",
		failed: "Ошибки",
		p50: "p50",
		p95: "p95",
		p99: "p99"
	},
	quantile: "Перцентиль",
	changeOnly: "Изменение",
	maximum: "максимум",
	none: "–",
	counts: {
		sent: "отправлено",
		ok: "успешно",
		httpError: "неожиданный ответ",
		connectionError: "обрыв соединения",
		timeout: "тайм-аут",
		lost: "закрыто без ответа",
		inFlight: "без ответа к концу замера",
		refused: "отказ в соединении"
	}
};
// src/report/words/ru-method.ts
/** Russian: how it was measured, and what each scenario was. */
/** `10 пользователей, 20 с, 24 310 запросов (autocannon), без ошибок`. */
function facts(scenario, n) {
	const { engine } = scenario;
	const { seconds, attempts, failed } = scenario.search ?? scenario;
	const who = scenario.search === null ? loadOf(scenario, n) : search.facts(scenario.search, n);
	const fate = failed === 0 ? "без ошибок" : counted$1(failed, ERRORS, n);
	return `${who === null ? "" : `${who}, `}${n.seconds(seconds)}, ${counted$1(attempts, REQUESTS, n)} (${engine.name}), ${fate}`;
}
/** `10 пользователей`, `50 пользователей с паузами`, `40 зап./с`, `от 1 до 50 пользователей`; null where nobody knows. */
function loadOf({ executor, users }, n) {
	const thinking = executor !== null && isThinking(executor) ? " с паузами" : "";
	const rate = (value) => n.bound("throughput", value);
	switch (executor?.kind) {
		case void 0:
		case "constant-users": return users === null ? null : `${counted$1(users, USERS, n)}${thinking}`;
		case "ramping-users": {
			const levels = [executor.startUsers, ...executor.stages.map(({ target }) => target)];
			return `от ${n.count(Math.min(...levels))} до ${counted$1(Math.max(...levels), USERS_GENITIVE, n)}${thinking}`;
		}
		case "constant-arrival-rate": return rate(executor.rate);
		case "ramping-arrival-rate": {
			const levels = [executor.startRate, ...executor.stages.map(({ target }) => target)];
			return `от ${n.count(Math.min(...levels))} до ${rate(Math.max(...levels))}`;
		}
	}
}
/** Why this engine measured. */
const ENGINE_WHY = {
	asked: "задан в конфигурации",
	default: "по умолчанию",
	"closing-connections": "сервис закрывает соединения",
	"lost-answers": "autocannon терял ответы",
	executor: "autocannon не умеет подавать такую нагрузку",
	"http-2": "нужен HTTP/2",
	imported: "прочитан его вывод",
	unsupported: "autocannon искажает замер запросов HEAD и TLS с проверкой сертификата и не даёт проверять содержимое ответов"
};
/** How it was measured, one sentence a line. */
function method(how, n) {
	const { occasion, target, machine } = how;
	if (target === null || machine === null) return methodOfImported(how, n);
	return [
		`Loadgate ${n.name(how.loadgate)}, ${n.name(how.startedAt)}, начальное число генератора случайных чисел ${n.name(String(how.seed))}${commitOf(how, n)}${pullRequestOf(how, n)}.`,
		`Нагружали ${n.name(target.url)}${readyOf(how, n)}. ${sendingOf(how)}`,
		...how.baseline === null ? [] : [baselineOf(how.baseline, n)],
		...judgedOf(how, n),
		`Отпечаток машины ${n.name(machine.fingerprint)}, ${n.name(machine.architecture)}, Node.js ${n.name(machine.node)}.`,
		`Чтобы заново оценить эти же числа: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
		...occasion.runUrl === null ? [] : [`${n.link("Запуск рабочего процесса", occasion.runUrl)}.`]
	];
}
/** Of results that were read, little is known. */
function methodOfImported(how, n) {
	const { occasion } = how;
	return [
		`Loadgate ${n.name(how.loadgate)} прочитал эти результаты (от ${n.name(how.startedAt)})${commitOf(how, n)}${pullRequestOf(how, n)}. Сам он ничего не отправлял.`,
		...how.baseline === null ? [] : [baselineOf(how.baseline, n)],
		...judgedOf(how, n),
		`Чтобы заново оценить эти же числа: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
		...occasion.runUrl === null ? [] : [`${n.link("Запуск рабочего процесса", occasion.runUrl)}.`]
	];
}
/** When requests are sent, and what their latency is. */
function sendingOf({ loops }) {
	const users = `Пользователь отправляет следующий запрос, получив ответ на предыдущий${loops.thinking ? " и выдержав паузу" : ""}. `;
	const arrivals = `${loops.users ? "При заданной интенсивности запросы" : "Запросы"} отправляются по расписанию, что бы ни стало с предыдущими. `;
	const from = loops.arrivals ? "этого момента" : "отправки запроса";
	return `${loops.users ? users : ""}${loops.arrivals ? arrivals : ""}Время отклика считается от ${from} до конца ответа, с точностью до микросекунды; тайм-аут входит в расчёт с тем временем, которое запрос прождал.`;
}
/** How it was compared and judged. */
function judgedOf({ beside, cores }, n) {
	const INTERVALS = `Истинное изменение лежит в указанном интервале с вероятностью ${n.share(.9)}.`;
	if (beside === null) return [`Регрессия — это ухудшение, которое выходит и за порог, и за пределы шума между принятыми прогонами (одно ложное срабатывание на тысячу сравнений). ${INTERVALS}`];
	const { commit, blocks, confirmBlocks, load } = beside;
	const against = commit === null ? "базой" : `базовым коммитом ${n.name(short(commit))}`;
	const confirmed = confirmBlocks === 0 ? "" : `, из них ${n.count(confirmBlocks)} для перепроверки срабатывания`;
	return [
		`Изменение измерено рядом с ${against}: ${blocksOf(blocks, n)}${confirmed}, ${n.seconds(load / 1e3)} под нагрузкой. В каждом блоке обе сборки заново запускались, прогревались и работали по очереди короткими отрезками, в уравновешенном случайном порядке и каждый раз на новых соединениях. Решают спокойные отрезки, лучшая четверть у каждой сборки; по всем отрезкам вместе видно то, что случается лишь в некоторых.`,
		cores === null ? "Генератор и сервис делили все ядра." : `Сервису отведены ${coresOf(cores.service, n)}, генератору — ${coresOf(cores.generator, n)}.`,
		`Регрессия — это ухудшение, которое превышает наименьший заслуживающий внимания эффект, достигает порога и подтверждено новыми блоками. Вероятность ошибки — ${n.share(.005)}, одна на все промежуточные оценки и все показатели с порогами. ${INTERVALS}`
	];
}
/** `1 блок`, `14 блоков`. */
const blocksOf = (count, n) => counted$1(count, BLOCKS, n);
/** `из 14 блоков`. */
const fromBlocks = (count, n) => `из ${counted$1(count, BLOCKS_GENITIVE, n)}`;
const coresOf = (cores, n) => `${cores.length === 1 ? "ядро" : "ядра"} ${n.list(cores.map(String))}`;
function commitOf({ commit, dirty }, n) {
	if (commit === null) return "";
	return `, коммит ${n.name(short(commit))}${dirty ? " с незафиксированными изменениями" : ""}`;
}
const pullRequestOf = ({ occasion: { pullRequest } }, n) => pullRequest === null ? "" : `, пул-реквест ${n.name(String(pullRequest.number))}`;
function readyOf({ readyAfter }, n) {
	const [first] = readyAfter;
	return first === void 0 ? ", сервис уже работал" : `, готовность через ${n.ms(first)} после запуска`;
}
function baselineOf({ path, commit }, n) {
	const where = commit === null ? "из рабочей копии" : `из базового коммита ${n.name(short(commit))}`;
	return `Эталон: ${n.name(path)} ${where}.`;
}
const short = (commit) => commit.slice(0, 12);
/** Engine, generator and machine during one scenario. */
function measured(scenario, n) {
	const { engine, generator, host, warmUp, name, configHash, arrivals, imported } = scenario;
	const use = [
		imported === null ? `прогрев ${n.seconds(warmUp)}` : null,
		`движок ${n.name(`${engine.name} ${engine.version}`.trim())} (${ENGINE_WHY[engine.why]})`,
		generator === null ? null : `генератор: ${n.share(generator.cpu)} ядра, цикл событий занят ${n.share(generator.eventLoop)} времени, p99 его задержки ${n.ms(generator.eventLoopDelayP99)}, память ${n.bytes(generator.memory)}`,
		arrivals === null ? null : arrivalsOf(arrivals, n),
		host === null ? null : `машина: занято ${n.cores(host.busyCores)} из ${coresOf$1(host.cores, CORES_GENITIVE, n)}${host.serviceCores === null ? "" : `, из них сервисом ${n.cores(host.serviceCores)}`}`,
		host === null || host.serviceMemory === null ? null : `память сервиса ${n.bytes(host.serviceMemory)}`,
		configHash === null ? null : `конфигурация ${n.name(configHash)}`
	].filter((part) => part !== null);
	return `${n.name(name)}: ${use.join("; ")}.`;
}
function arrivalsOf(arrivals, n) {
	const { planned, late, dropped, waiting, lagP99 } = arrivals;
	const lag = lagP99 === null ? "" : ` (99 из 100 отправлены с опозданием не больше ${n.ms(lagP99)})`;
	return `из ${counted$1(planned, REQUESTS_GENITIVE, n)} по расписанию с опозданием отправлено ${n.count(late)}, не отправлено ${n.count(dropped)}, ждало отправки в конце ${n.count(waiting)}${lag}`;
}
// src/report/words/ru-titles.ts
/** The bold word in front of each finding. */
const findingTitles = {
	"generator-bound": "Генератор нагрузки на пределе",
	loopback: "Петлевой интерфейс",
	"certificate-not-verified": "Сертификат не проверялся",
	"shared-machine": "Одна машина на двоих",
	competition: "Борьба за процессор",
	machine: "Оборудование",
	"stolen-cpu": "Процессор отдавали другим",
	"not-watched": "Загрузку процессора прочитать нельзя",
	"closed-loop": "Закрытая модель нагрузки",
	"too-few-answers": "Мало ответов",
	"short-run": "Короткий прогон",
	"other-machine": "Другая машина",
	"other-config": "Другая нагрузка",
	"first-run": "Первый прогон",
	"thin-history": "Короткая история",
	"own-engine": "Движок",
	screened: "Второе мнение",
	"base-failed": "Базовый коммит не измерен",
	detectable: "Наименьшее обнаружимое изменение",
	"baseline-drift": "Медленный дрейф",
	"cost-in-cpu": "Больше вычислений",
	"cost-in-waiting": "Больше ожидания",
	attribution: "На что ушло время",
	"larger-answers": "Ответы больше",
	"whole-shift": "Все ответы вместе",
	"larger-budget": "Дайте замеру больше времени",
	"no-errors": "Ошибок нет",
	errors: "Ошибки",
	"objective-met": "В пределах порога",
	"objective-missed": "Порог нарушен",
	slower: "Медленнее",
	faster: "Быстрее",
	stable: "Стабильность",
	spikes: "Всплески времени отклика",
	dips: "Провалы пропускной способности",
	drift: "Дрейф",
	leak: "Память растёт",
	"memory-level": "Память не растёт",
	"latency-drift": "Всё медленнее",
	"errors-drift": "Всё больше ошибок",
	"memory-unwatched": "Память не оценивалась",
	"long-tail": "Длинный хвост",
	"slow-request": "Один медленный запрос",
	saturated: "Процессор исчерпан",
	waiting: "Ждёт, а не вычисляет",
	"capacity-unknown": "Предел неизвестен",
	"find-the-cause": "Найдите причину",
	"fix-or-accept": "Или примите изменение",
	"take-baseline": "Сохраните эталон",
	"hold-the-gain": "Закрепите выигрыш",
	"more-baseline-runs": "Уточните пороги",
	"look-at-errors": "Сначала ошибки",
	"separate-machine": "Откуда подавать нагрузку",
	"quiet-machine": "Освободите машину",
	"run-longer": "Измеряйте дольше",
	"warm-up-longer": "Прогревайте дольше",
	"look-at-database": "Найдите, чего ждёт сервис",
	"ramp-to-limit": "Найдите предел",
	...target.titles,
	imported: "Замер другого инструмента",
	...searchTitles,
	...resourceTitles
};
// src/report/words/ru-voids.ts
/** In a headline. */
function voidPhrase(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return "узким местом был генератор нагрузки, а не сервис";
		case "too-few-answers": return `для ${genitive$1(reason.metric)} мало ответов (${n.count(reason.answers)})`;
		case "no-answers": return "ни один запрос не получил ожидаемого ответа";
		case "status-mix-changed": return `изменилась доля ответов ${reason.status}`;
		case "answer-size-changed": return "размер ответов не такой, как в эталоне";
		case "engine-changed": return `измерял движок ${n.code(reason.now)}, а эталон снят движком ${n.code(reason.before)}`;
		case "arrivals-missed": return "заданная интенсивность не выдержана, запросы некому было отправить";
		case "no-capacity": return "целевые показатели не соблюдены даже при самой малой нагрузке";
		case "little": return "число пользователей, пропускная способность и время отклика не согласуются";
		case "memory-unread": return "для роста памяти задан порог, но измерить рост не удалось";
		case "metric-unread": return `для ${genitive$1(reason.metric)} задан порог, но измерить ${pronoun(reason.metric)} не удалось`;
		case "metric-untold": return `для ${genitive$1(reason.metric)} задан порог, но импортированный результат ${pronoun(reason.metric)} не содержит`;
		case "lost-answers": return "запросы терялись на закрытых соединениях";
		case "null-comparison": return "сборка отличается сама от себя";
		case "order-effect": return "результат зависел от того, кого измеряли первым";
		case "outside-noise": return "машину слишком сильно нагружали посторонние программы";
	}
}
const pronoun = (metric) => agreeing(metric, "его", "её", "его");
/** What to do, in one sentence. */
function remedy(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return "Дайте генератору больше ресурсов и повторите замер.";
		case "too-few-answers": return "Измеряйте дольше или с большим числом пользователей.";
		case "no-answers": return "Посмотрите журнал сервиса.";
		case "status-mix-changed":
		case "answer-size-changed": return "Если сервис теперь и должен отвечать иначе, снимите новый эталон; если нет, это ошибка в сервисе.";
		case "engine-changed": return `Если сервис теперь и должен закрывать соединения, снимите новый эталон; если нет, это ошибка в сервисе. Движок ${n.code("engine: undici")} измеряет и то и другое.`;
		case "arrivals-missed": return `Уменьшите ${n.code("rate")} или, если сервис должен держать эту интенсивность при любом времени отклика, увеличьте ${n.code("max-users")}.`;
		case "no-capacity": return `Начните с меньшей нагрузки или смягчите ${n.code("objective")}; если раньше сервис с этим справлялся, это регрессия.`;
		case "little": return `Повторите замер с более длинной ступенью (${n.code("step")}); если это повторится, сообщите нам и приложите ${n.code("run.json")}.`;
		case "memory-unread": return `Измеряйте несколько минут подряд (${n.code("executor: soak")}, ${n.code("compare: baseline")}) или уберите порог.`;
		case "metric-unread": return reason.metric === "queries-per-request" ? `Перечислите в ${n.code("databases")} все базы данных и дайте читать их счётчики (что прочитать не удалось и как это исправить, сказано в отчёте) или уберите порог.` : `Пусть Loadgate сам запускает сервис (${n.code("start")}) на машине, где этот показатель можно прочитать, или уберите порог.`;
		case "metric-untold": return "Возьмите такой вывод инструмента, где этот показатель есть, или уберите порог.";
		case "lost-answers": return `Задайте ${n.code("engine: undici")} и повторите замер.`;
		case "null-comparison":
		case "order-effect":
		case "outside-noise": return "Повторите замер, когда машина будет свободнее.";
	}
}
/** As a sentence, with its numbers. */
function voidSentence(reason, n) {
	switch (reason.kind) {
		case "generator-bound": return `Генератор занимал ${n.share(reason.cpu)} ядра, а его цикл событий был занят ${n.share(reason.eventLoop)} времени: он измерял собственную очередь.`;
		case "too-few-answers": return `Для ${genitive$1(reason.metric)} нужно ${counted$1(reason.needed, ANSWERS, n)}, а получено ${n.count(reason.answers)}.`;
		case "no-answers": return "Ни один запрос не получил ожидаемого ответа.";
		case "status-mix-changed": return `Среди ожидаемых ответов доля ответов ${reason.status} составила ${n.share(reason.now)}, а в эталоне ${n.share(reason.before)}: измерена другая работа.`;
		case "answer-size-changed": return `Средний размер ответа ${n.bytes(reason.now)}, а в эталоне ${n.bytes(reason.before)}: измерены другие ответы.`;
		case "engine-changed": return `Измерять пришлось движком ${n.code(reason.now)}, а эталон снят движком ${n.code(reason.before)}: запрос обходится им по-разному, и сравнивать эти числа нельзя.`;
		case "arrivals-missed": return `Из ${counted$1(reason.planned, REQUESTS_GENITIVE, n)}, положенных при заданной интенсивности, не отправлено ${n.count(reason.missed)}: все пользователи ждали ответов. Сервис не справился с интенсивностью, и измеренное время отклика относится к меньшей.`;
		case "no-capacity": return `Даже при самой малой нагрузке (${levelOf(reason.search, reason.level, n)}) ${breakPhrase(reason.reason, n)}: нагрузки, при которой целевые показатели соблюдаются, не нашлось, поэтому максимальная производительность неизвестна.`;
		case "little": return `При нагрузке ${levelOf("stress", reason.level, n)} пропускная способность ${n.rate(reason.throughput)} и среднее время отклика ${n.ms(reason.mean)} расходятся с законом Литтла на ${n.share(reason.gap)}. Этот закон выполняется в любой системе, значит, замер сделан неверно.`;
		case "memory-unread": return "Для роста памяти задан порог, но значения нет: прогон был слишком коротким или шёл короткими отрезками, либо память сервиса нам недоступна.";
		case "metric-unread": return reason.metric === "queries-per-request" ? "Для числа обращений к БД на запрос задан порог, но значения нет: базы данных не указаны или какую-то из них не удалось отследить до конца." : `Для ${genitive$1(reason.metric)} задан порог, но значения нет: процессы сервиса нам недоступны или эта машина таких сведений не даёт.`;
		case "metric-untold": return `Для ${genitive$1(reason.metric)} задан порог, но значения нет: инструмент его не сообщает, а придумывать его мы не стали.`;
		case "lost-answers": return `Потеряно ${n.count(reason.lost)} из ${counted$1(reason.sent, REQUESTS_GENITIVE, n)}: autocannon продолжает слать запросы в соединения, о закрытии которых сервис уже объявил, тогда как другие клиенты открывают новые.`;
		case "null-comparison": return `Отрезки одной и той же сборки разошлись по ${dative(reason.metric)} на ${n.extent(reason.metric, Math.abs(reason.change))}, больше, чем допускают случайность и порог: то, что отличается само от себя, нельзя сравнивать с другим.`;
		case "order-effect": return `В каждой паре отрезков более поздний отличался по ${dative(reason.metric)} (${n.change(reason.metric, reason.change)}), какая бы сборка ни шла второй: измерен порядок, а не сборки.`;
		case "outside-noise": return `В ${n.count(reason.blocks)} из ${counted$1(reason.of, BLOCKS_GENITIVE, n)} посторонние процессы (или соседние машины того же хоста) значительную часть времени занимали до ${coresOf$1(reason.cores, CORES_GENITIVE, n)}.`;
	}
}
// src/report/words/ru-verdict.ts
/** Russian: the verdict, its reasons, and what to do about it. */
/** The verdict in one line. */
function headline(verdict, n) {
	return `${verdict.suite === "default" ? "" : `${n.name(verdict.suite)} · `}${verdictOf(verdict, n)}${moreOf(verdict, n)}`;
}
function verdictOf(verdict, n) {
	const { outcome, reasons, scenarios } = verdict;
	const [lead] = reasons;
	switch (outcome) {
		case "fail": return `${lead?.kind === "regression" ? "Регрессия" : "Порог нарушен"}: ${phrases(reasons, n)}`;
		case "void": return lead?.kind === "void" ? `Замер${n.inScenario(lead.scenario)} недействителен: ${voidPhrase(lead.reason, n)}` : "Замер недействителен: ничего не измерено";
		case "inconclusive": return `Однозначного вывода нет: ${phrases(reasons, n)}`;
		case "no-baseline": return `${lead?.kind === "no-baseline" ? NOT_COMPARED[lead.why] : "Сравнения нет"}${values(verdict, n)}`;
		case "pass":
			if (lead?.kind === "improvement") return `Улучшение: ${phrases(reasons, n)}`;
			return scenarios === 1 ? `Регрессии нет${values(verdict, n)}` : `Регрессии нет ни в одном из ${counted$1(scenarios, SCENARIOS_GENITIVE, n)}`;
	}
}
const NOT_COMPARED = {
	"first-run": "Первый прогон, сравнивать пока не с чем",
	"other-machine": "Сравнения нет, эталон снят на другой машине",
	"other-config": "Сравнения нет, эталон снят с другой конфигурацией",
	"base-failed": "Сравнения нет, измерить базовый коммит не удалось",
	"no-value": "Сравнения нет, в эталоне не хватает показателя, для которого задан порог"
};
/** `: p95 12,4 мс (−1,2 %), пропускная способность 1 250 зап./с (+0,8 %)`. */
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
			return `${METRIC_WORDS[metric]} ${moved$1(metric, comparison.change, n)} (порог ${n.extent(metric, comparison.limit ?? 0)})`;
		}
		case "improvement": return `${METRIC_WORDS[reason.metric]} ${moved$1(reason.metric, reason.comparison.change, n)}`;
		case "inconclusive": {
			const { metric, comparison } = reason;
			return `${METRIC_WORDS[metric]} — ${between$1(metric, comparison.interval, n)} (порог ${n.extent(metric, comparison.limit ?? 0)})`;
		}
		case "breach": return `${METRIC_WORDS[reason.metric]} ${n.value(reason.metric, reason.value)} (порог: ${AT[reason.direction]} ${n.bound(reason.metric, reason.bound)})`;
		case "void": return voidPhrase(reason.reason, n);
		case "no-baseline": return NOT_COMPARED[reason.why];
	}
}
const AT = {
	max: "не больше",
	min: "не меньше"
};
const moreOf = ({ more, outcome }, n) => more === 0 || outcome === "no-baseline" ? "" : `, и ещё ${n.count(more)}`;
/** What to do about it, in one sentence. */
function action(verdict, n) {
	const [lead] = verdict.reasons;
	switch (verdict.outcome) {
		case "fail":
			if (lead?.kind === "regression") return "Пока не вливайте изменение: найдите причину или примите такую цену осознанно.";
			return lead?.kind === "breach" && lead.metric === "error-rate" ? "Пока не вливайте изменение: сначала разберитесь с ошибками." : "Пока не вливайте изменение: добейтесь, чтобы сервис укладывался в порог, или осознанно измените порог.";
		case "void": return `Вывода нет: ни хорошего, ни плохого. ${lead?.kind === "void" ? remedy(lead.reason, n) : "Повторите замер."}`;
		case "inconclusive": {
			const sharper = lead?.kind === "inconclusive" && lead.comparison.against === "base" ? `дайте сравнению больше времени (${n.code("budget")})` : "примите в эталон больше прогонов";
			return `${gateOf(verdict, "on-inconclusive", n)} Повторите замер или ${sharper}, чтобы различать меньшие изменения.`;
		}
		case "no-baseline": {
			const next = lead?.kind === "no-baseline" && lead.why === "base-failed" ? "Добейтесь, чтобы базовый коммит собирался и запускался из только что полученной копии репозитория; что пошло не так, сказано ниже." : "Примите прогон на этой машине в эталон, и дальше изменения будут с ним сравниваться.";
			return `${gateOf(verdict, "on-no-baseline", n)} ${next}`;
		}
		case "pass": return lead?.kind === "improvement" ? "Делать ничего не нужно. Чтобы закрепить выигрыш, примите этот прогон в эталон." : "Делать ничего не нужно.";
	}
}
const gateOf = ({ exitCode }, policy, n) => exitCode === 0 ? "Слияние не блокируется." : `Политика ${n.code(`${policy}: fail`)} блокирует слияние.`;
const confidenceOf = (metric, comparison, n) => isRange({
	metric,
	comparison
}, n) ? `, с вероятностью ${n.share(.9)} — ${between$1(metric, comparison.interval, n)}` : "";
/** A sentence for each kind of reason. */
const reasons = {
	regression: ({ scenario, metric, value, comparison }, n) => {
		const limit = n.extent(metric, comparison.limit ?? 0);
		const line = isWidened(metric, comparison, n) ? `за порог ${limit} и за допуск ${n.extent(metric, comparison.tolerance)}, до которого он расширен` : `за порог ${limit}`;
		return `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(moved$1(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. Изменение значимо (выходит за пределы шума) и существенно (выходит ${line}).`;
	},
	improvement: ({ scenario, metric, value, comparison }, n) => `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(moved$1(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. Улучшение значимо.`,
	inconclusive: ({ scenario, metric, comparison }, n) => `${started(metric)}${n.inScenario(scenario)} с вероятностью ${n.share(.9)} — ${between$1(metric, comparison.interval, n)}. Порог ${n.extent(metric, comparison.limit ?? 0)} попадает в этот интервал или слишком близок к нему, поэтому нельзя утверждать ни что регрессия есть, ни что её нет.`,
	breach: ({ scenario, metric, value, bound, direction }, n) => `${started(metric)}${n.inScenario(scenario)}: ${n.strong(n.value(metric, value))}, а ${agreeing(metric, "должен", "должна", "должно")} быть ${AT[direction]} ${n.bound(metric, bound)}, что бы ни говорил эталон.`,
	void: ({ scenario, reason }, n) => placed(scenario, voidSentence(reason, n), n),
	"no-baseline": ({ scenario, why }, n) => `${NOT_COMPARED[why]}${n.inScenario(scenario)}.`
};
/** `p95 вырос`. */
const moved = (metric, change) => `${started(metric)} ${went(metric, change)}`;
/** A sentence, behind the scenario that it is about where there are several. */
function placed(scenario, sentence, n) {
	const where = n.inScenario(scenario).trim();
	if (where === "") return sentence;
	return `${capital(where)}: ${sentence.replace(/^[А-ЯЁ]/u, (letter) => letter.toLocaleLowerCase("ru"))}`;
}
/** What a run without reasons comes to. */
function nothingWrong({ outcome, reasons: known, scenarios }, n) {
	if (outcome !== "pass" || known.length > 0) return null;
	const rest = "не ухудшился сильнее, чем допускают порог и шум";
	return scenarios === 1 ? `Ни один показатель с порогом ${rest}.` : `Ни в одном из ${counted$1(scenarios, SCENARIOS_GENITIVE, n)} ни один показатель с порогом ${rest}.`;
}
/** The last sentence. */
function closing({ outcome }) {
	switch (outcome) {
		case "pass": return "Насколько можно судить при такой нагрузке на этой машине, изменение не стоит сервису производительности.";
		case "fail": return "При такой нагрузке на этой машине сервис работает хуже, чем должен.";
		case "inconclusive": return "Этот прогон не оправдывает изменение, но и вины за ним не показывает.";
		case "no-baseline": return "После первого принятого прогона каждое изменение будет сравниваться с ним.";
		case "void": return "По временам отклика этого прогона судить об изменении нельзя.";
	}
}
/** One or two words for a table. */
function judgementWord(judgement, voided) {
	const { comparison, bounds, failed, value, metric } = judgement;
	if (value === null) return "нет значения";
	if (voided && !(failed && metric === "error-rate")) return "недействительно";
	const breach = bounds.some(({ broken }) => broken) ? "порог нарушен" : null;
	const word = comparison === null ? null : outcomeWord(comparison.outcome, comparison.limit !== null);
	if (breach !== null) return word === "регрессия" ? `${word}, ${breach}` : breach;
	return word ?? (bounds.length > 0 ? "в пределах порога" : "не сравнивалось");
}
function outcomeWord(outcome, limited) {
	switch (outcome) {
		case "regression": return limited ? "регрессия" : "хуже, порога нет";
		case "improvement": return "улучшение";
		case "no-change": return "без изменений";
		case "inconclusive": return "неоднозначно";
	}
}
/** `+10 % (с шумом +13 %); не больше 250 мс`. */
function limitCell({ metric, comparison, bounds }, limits, n) {
	const configured = limits.flatMap((limit) => limit.kind === "relative" && limit.metric === metric ? [limitOf(metric, limit.change, n)] : []);
	const relative = comparison === null || comparison.limit === null ? configured : [isWidened(metric, comparison, n) ? `${limitOf(metric, comparison.limit, n)} (с шумом ${limitOf(metric, comparison.tolerance, n)})` : limitOf(metric, comparison.limit, n)];
	const absolute = bounds.map(({ bound, direction }) => `${AT[direction]} ${n.bound(metric, bound)}`);
	return [...relative, ...absolute].join("; ") || "нет";
}
/** `+4,8 % (+1,2…+8,5 %)`: narrow enough for a table. */
function changeCell({ metric, comparison }, n) {
	if (comparison === null) return "–";
	const { change, interval } = comparison;
	const [amount, low, high] = [change, ...interval].map((each) => bare(n.change(metric, each)));
	return METRICS[metric].change === "points" ? `${amount} (${low}…${high}\u00a0п.\u00a0п.)` : `${amount}\u00a0% (${low}…${high}\u00a0%)`;
}
/** Without its unit. */
const bare = (text) => text.replace(/\u00a0\D*$/u, "");
// src/report/pen.ts
/** Every language there is, each complete: the compiler asks for one that has no words, and for a word that a language lacks. */
const LANGUAGES = {
	en,
	ru: {
		locale: "ru-RU",
		labels,
		metrics: METRIC_LABELS,
		outcomes: {
			pass: "пройдено",
			fail: "не пройдено",
			inconclusive: "неоднозначно",
			"no-baseline": "нет эталона",
			void: "недействительно"
		},
		units: {
			milliseconds: "мс",
			seconds: "с",
			minutes: "мин",
			hours: "ч",
			days: {
				one: "день",
				few: "дня",
				many: "дней",
				other: "дня"
			},
			perSecond: "\xA0зап./с",
			perMinute: "/мин",
			bytes: [
				"Б",
				"кБ",
				"МБ",
				"ГБ",
				"ТБ"
			],
			points: {
				one: "процентный пункт",
				few: "процентных пункта",
				many: "процентных пунктов",
				other: "процентного пункта"
			},
			rangePoints: {
				one: "процентного пункта",
				few: "процентных пунктов",
				many: "процентных пунктов",
				other: "процентного пункта"
			},
			range: (low, high) => `от\u00a0${low}\u00a0до\u00a0${high}`
		},
		inScenario: (name) => ` в сценарии ${name}`,
		andMoreScenarios: (count, n) => `То же ещё в ${n.count(count)} ${noun(count, SCENARIOS_PREPOSITIONAL, n)}.`,
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
		limitsFolded: (count, n) => `Ограничения этого замера (${n.count(count)})`,
		unchangedFolded: (metrics, n) => `Без изменений или без порога: ${n.list(metrics.map((metric) => METRIC_LABELS[metric]))}`,
		passingFolded: (count, n) => `Пройденные сценарии: ${n.count(count)}`,
		distributionCaption: ({ kind, replicates }, n) => {
			if (kind === "base") return `База — базовый коммит, измеренный рядом с изменением; данные ${fromBlocks(replicates, n)}.`;
			return replicates === 1 ? "Эталон — один принятый прогон." : `Эталон — медиана ${counted$1(replicates, RUNS_GENITIVE, n)}.`;
		},
		history,
		page,
		engineWhy: ENGINE_WHY,
		method,
		measured,
		imported,
		charts,
		changes,
		comment,
		search,
		cut: (parts, n) => `Отчёт сокращён. Опущено: ${n.list(parts.map((part) => `«${part}»`))}. Полный отчёт — в файле ${n.code("report.md")} в папке отчёта.`,
		rowsCut: (count, n) => `… и ещё ${n.count(count)}.`,
		failure: {
			headline: {
				usage: "Не удалось начать",
				"not-measured": "Не удалось измерить",
				cancelled: "Отменено"
			},
			whatToDo: "Что делать",
			lines: "Что было видно",
			noVerdict: "Вердикта о сервисе нет: ничего не оценивалось.",
			shortened: "Сокращено."
		}
	}
};
/** A pen for a report: scenarios are named where there are several. */
function penOf(words, marks, scenarios) {
	return {
		...numbersOf(words.locale, words.units),
		...marks,
		inScenario: (name) => scenarios === 1 ? "" : words.inScenario(marks.name(name))
	};
}
// src/report/charts.ts
/** The charts of a scenario as data: which there are, their words, their series. Every format draws the same ones its own way. */
/** Room below the lowest point, as a share of what the curve spans. */
const AROUND = .5;
/** All charts of a scenario, in the order in which they are shown. Over time a search shows only its own steps: its charts are by level. */
function chartsOf(scenario, words, n) {
	if (scenario.search !== null) return chartsByLevel(scenario.search, words, n);
	const { series, memory, loadCurve, quantiles } = scenario;
	const compared = quantiles.some(({ baseline }) => baseline !== null);
	return [
		...hasUsersCurve(scenario) ? [usersOver(scenario, words)] : [],
		...series.told ? [throughputOver(series, words), latencyOver(series, words)] : [],
		...loadCurve === null ? [] : [latencyByLoad(loadCurve, words, n)],
		...memory === null ? [] : [memoryOver(memory, words, n)],
		...compared ? [distributionOf(scenario, words)] : []
	];
}
/** Whether anything failed at any time. */
const hasErrors = ({ errors }) => errors.some((value) => value > 0);
function usersOver(scenario, words) {
	const { seconds, width, users } = scenario.series;
	const title = isOpenLoop(scenario) ? words.charts.underWay : words.charts.users;
	return {
		name: "users",
		title,
		x: words.charts.seconds,
		y: title,
		points: { seconds },
		lines: [{
			name: title,
			values: users
		}],
		bottom: 0,
		caption: words.charts.usersCaption(width)
	};
}
/** With failures where there are any. */
function throughputOver(series, words) {
	const failed = hasErrors(series);
	const { answers, failures } = words.charts.lines;
	return {
		name: "throughput",
		title: words.charts.throughput(failed),
		x: words.charts.seconds,
		y: words.charts.perSecond,
		points: { seconds: series.seconds },
		lines: [{
			name: answers,
			values: series.throughput
		}, ...failed ? [{
			name: failures,
			values: series.errors
		}] : []],
		bottom: 0,
		caption: words.charts.throughputCaption(series.width, failed)
	};
}
function latencyOver(series, words) {
	return {
		name: "latency",
		title: words.charts.latency,
		x: words.charts.seconds,
		y: words.charts.milliseconds,
		points: { seconds: series.seconds },
		lines: [{
			name: "p50",
			values: series.p50
		}, {
			name: "p95",
			values: series.p95
		}],
		bottom: 0,
		caption: words.charts.latencyCaption(series.width, series.silent)
	};
}
/** What a ramp shows: how latency answers to load. */
function latencyByLoad({ of, points }, { charts, comment }, n) {
	return {
		name: "latency-by-load",
		title: comment.loadChart,
		x: comment.loadAxis(of),
		y: charts.milliseconds,
		points: { names: points.map(({ level }) => n.count(level)) },
		lines: [{
			name: "p50",
			values: points.map(({ p50 }) => p50)
		}, {
			name: "p95",
			values: points.map(({ p95 }) => p95)
		}],
		bottom: 0,
		caption: comment.loadCaption(of)
	};
}
/** Both builds' latency by quantile: a change of all answers lifts the whole line, one of the slow ones its end. The slowest answer of all is left out: it is one answer. */
function distributionOf({ quantiles, against }, { charts, comment }) {
	const rows = quantiles.filter(({ quantile, now }) => quantile < 1 && now !== null);
	return {
		name: "distribution",
		title: comment.distributionChart,
		x: comment.distributionAxis,
		y: charts.milliseconds,
		points: { names: rows.map(({ quantile }) => quantileName(quantile)) },
		lines: [{
			name: charts.lines.head,
			values: rows.map(({ now }) => now)
		}, {
			name: against.kind === "base" ? charts.lines.base : comment.baselineLine,
			values: rows.map(({ baseline }) => baseline)
		}],
		bottom: 0,
		caption: comment.distributionCaption(against.kind)
	};
}
/** `p95`, `p99.9`. */
const quantileName = (quantile) => `p${Number((100 * quantile).toFixed(3))}`;
/** Its axis begins near the lowest point: a leak is a small share of what a service has in memory anyway. */
function memoryOver(memory, words, n) {
	const { seconds, megabytes } = memory;
	const [low, high] = [Math.min(...megabytes), Math.max(...megabytes)];
	return {
		name: "memory",
		title: words.charts.memory,
		x: words.charts.seconds,
		y: words.charts.megabytes,
		points: { seconds },
		lines: [{
			name: words.charts.memory,
			values: megabytes
		}],
		bottom: Math.max(0, Math.floor(low - AROUND * Math.max(1, high - low))),
		caption: words.charts.memoryCaption(memory, n)
	};
}
/** Throughput and latency against the level of load; the base's throughput, too, where it was measured beside. */
function chartsByLevel({ kind, rows }, words, n) {
	const withBase = rows.every(({ base }) => base !== null);
	const common = {
		x: words.search.axis(kind),
		points: { names: rows.map(({ level }) => n.count(level)) },
		bottom: 0
	};
	const base = {
		name: words.charts.lines.base,
		values: rows.map((row) => row.base?.throughput ?? null)
	};
	return [{
		...common,
		name: "throughput-by-level",
		title: words.search.throughputChart,
		y: words.charts.perSecond,
		lines: [{
			name: words.charts.lines.head,
			values: rows.map(({ step }) => step.throughput)
		}, ...withBase ? [base] : []],
		caption: words.search.throughputCaption(kind, withBase)
	}, {
		...common,
		name: "latency-by-level",
		title: words.search.latencyChart,
		y: words.charts.milliseconds,
		lines: [{
			name: "p50",
			values: rows.map(({ step }) => step.p50)
		}, {
			name: "p95",
			values: rows.map(({ step }) => step.p95)
		}],
		caption: words.search.latencyCaption
	}];
}
// src/report/tables.ts
/**
* One metric a row; baseline and change only where something was compared. `mark` puts a sign in front of the judgement's word; `course` puts the bars of the last runs to the
* name of a metric that has them.
*/
function overviewTable(scenario, judgements, words, n, mark, course = (name) => name) {
	const { columns, none } = words.labels;
	const compared = scenario.judgements.some(({ comparison }) => comparison !== null);
	const only = (cell) => compared ? [cell] : [];
	const named = (metric) => {
		const history = scenario.history.find((each) => each.metric === metric);
		const bars = history === void 0 ? "" : barsOf(history);
		return bars === "" ? words.metrics[metric] : course(words.metrics[metric], bars);
	};
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
			named(metric),
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
/** Judgements that everybody should see, and those that fold away: unchanged, or without a limit and nothing significant about them. */
function splitJudgements(judgements) {
	const usual = [
		"p95",
		"throughput",
		"error-rate",
		"capacity"
	];
	const isShown = (judgement) => {
		const { metric, comparison, bounds, failed } = judgement;
		const moved = comparison?.outcome === "regression" || comparison?.outcome === "improvement";
		const unsure = comparison?.outcome === "inconclusive" && comparison.limit !== null;
		return usual.includes(metric) || moved || unsure || failed || bounds.length > 0 && comparison?.outcome !== "no-change";
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
		row(labels.quantile, ({ quantile }) => quantile === 1 ? labels.maximum : quantileName(quantile)),
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
/** One scenario a row: what everybody asks for first, and the outcome with `mark`. */
function scenarioTable(scenarios, words, n, mark) {
	const { labels, metrics, comment, outcomes } = words;
	return [[
		comment.scenario,
		metrics.p95,
		metrics.throughput,
		metrics["error-rate"],
		labels.columns.judgement
	], ...scenarios.map((scenario) => {
		const cell = (...names) => {
			const judgement = scenario.judgements.find(({ metric, value }) => names.includes(metric) && value !== null);
			return judgement === void 0 ? labels.none : valueAndChange(judgement, n);
		};
		return [
			n.name(scenario.name),
			cell("p95"),
			scenario.search === null ? cell("throughput") : `${metrics.capacity} ${cell("capacity")}`,
			cell("error-rate"),
			mark(outcomeSign(scenario), outcomes[scenario.outcome])
		];
	})];
}
/** How the columns of {@link scenarioTable} are aligned. */
const SCENARIO_ALIGN = "lrrrl";
const OUTCOME_SIGNS = {
	pass: "good",
	fail: "bad",
	inconclusive: "unsure",
	"no-baseline": "none",
	void: "noted"
};
/** A pass with a gain is marked as one. */
function outcomeSign({ outcome, judgements }) {
	const gained = judgements.some(({ comparison }) => comparison?.outcome === "improvement" && comparison.limit !== null);
	return outcome === "pass" && gained ? "better" : OUTCOME_SIGNS[outcome];
}
/** `14.0 ms (+0.2 %)`; of an error rate the value alone. */
function valueAndChange({ metric, value, comparison }, n) {
	if (value === null) return "";
	const { unit } = METRICS[metric];
	const change = comparison === null || unit === "ratio" ? "" : ` (${n.change(metric, comparison.change)})`;
	return `${n.value(metric, value)}${change}`;
}
/** Where every request of every scenario ended. */
function countsTable(scenarios, words, n) {
	const names = Object.keys(words.labels.counts);
	return [["", ...scenarios.map(({ name }) => n.name(name))], ...names.map((count) => [words.labels.counts[count], ...scenarios.map(({ counts }) => n.count(counts[count]))])];
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
		group: ({ findings }, kind) => {
			const [first] = findings;
			if (first === void 0) return "";
			const title = words.findingTitles[first.name];
			const lead = n.strong(kind === void 0 ? `${title}.` : `${kind} · ${title}.`);
			const coda = words.findingCodas[first.name] ?? [];
			return [lead, ...toldOf(findings, words, n)].concat(coda).join(" ");
		}
	};
}
/** Under the headline: what to do, how sure the changes are, and which ones could have gone unseen. A failure leaves the last to the limits of the measurement. */
function underHeadline(headline, words, n) {
	const { action, changes } = words;
	const unseen = headline.outcome === "fail" ? "" : changes.unseen(headline, n);
	return [
		action(headline, n),
		changes.sure(headline, n),
		unseen
	].filter((sentence) => sentence !== "");
}
/** So many different sentences are told while there are no more, else one less: of a finding that every scenario has, two show what it is like. */
const TOLD_MAX = 3;
/** What is the same of several scenarios is said once of all of them; of many that differ, the first are told and the rest is counted. */
function toldOf(findings, words, n) {
	const alike = [...Map.groupBy(findings, (each) => told(each, words, {
		...n,
		inScenario: () => ""
	})).values()];
	const shown = alike.length > TOLD_MAX ? alike.slice(0, 2) : alike;
	const rest = alike.slice(shown.length).reduce((sum, { length }) => sum + length, 0);
	return [...shown.map((same) => ofAll(same, words, n)), ...rest === 0 ? [] : [words.andMoreScenarios(rest, n)]];
}
const told = ({ name, evidence }, words, n) => sentenceOf(words.findings[name], evidence, n);
/** Names of scenarios in one sentence. */
const NAMES_MAX = 3;
function ofAll(same, words, n) {
	const [first] = same;
	if (first === void 0) return "";
	const all = same.flatMap(({ evidence }) => "scenario" in evidence ? [n.name(evidence.scenario)] : []);
	const names = [...new Set(all)];
	if (names.length < 2) return told(first, words, n);
	const rest = names.length - NAMES_MAX;
	const listed = rest > 0 ? [...names.slice(0, NAMES_MAX), words.comment.more(rest, n)] : names;
	return told(first, words, {
		...n,
		inScenario: () => words.comment.inScenarios(n.list(listed))
	});
}
/** The catalogue's types pair each name with its evidence; the compiler cannot follow that pair through a lookup. */
function sentenceOf(sentence, evidence, n) {
	return sentence(evidence, n);
}
export { numbersOf as _, countsTable as a, quantileTable as c, searchAlign as d, searchTable as f, penOf as g, LANGUAGES as h, SCENARIO_ALIGN as i, requestTable as l, chartsOf as m, sentencesOf as n, overviewAlign as o, splitJudgements as p, underHeadline as r, overviewTable as s, KINDS as t, scenarioTable as u };
