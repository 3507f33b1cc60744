import.meta.dirname;
import.meta.filename;
import { r as isPhraseName, t as SLOT } from "./chunk-phrase.js";
import { i as isThinking } from "./chunk-executor.js";
import { t as METRICS } from "./chunk-metric.js";
import { r as dayOf } from "./chunk-acceptance.js";
import { t as OBJECTIVE_LATENCIES } from "./chunk-search.js";
import { a as isBoundless, r as shellWord } from "./chunk-reproduce.js";
import { n as clean } from "./chunk-inert2.js";
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
		plain: (amount) => plain(amount, Math.abs(amount) >= 1e3 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 }),
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
/** All of the interval is worse than the limit: what is not concluded then is not where the change lies, but whether that is sure enough. */
const isBeyondLimit = (metric, { limit, interval }) => limit !== null && (METRICS[metric].better === "lower" ? interval[0] > limit : -interval[1] > limit);
// src/report/judgement-cells.ts
/** Writes the judgement in one or two words. `voided`: the measurement is void, and timings are not judged. */
const judgementWith = (phrases) => (judgement, voided) => {
	const { bounds, failed, value, metric } = judgement;
	if (value === null) return phrases.noValue;
	if (voided && !(failed && metric === "error-rate")) return phrases.void;
	const outcome = outcomeOf(judgement);
	if (bounds.some(({ broken }) => broken)) return outcome === "regression" || outcome === "accepted" ? `${phrases[outcome]}, ${phrases.breach}` : phrases.breach;
	if (outcome !== null) return phrases[outcome];
	return bounds.length > 0 ? phrases.withinLimit : phrases.notCompared;
};
function outcomeOf({ comparison, acceptance }) {
	if (acceptance?.within === true) return "accepted";
	if (comparison === null) return null;
	const { outcome, limit } = comparison;
	return outcome === "regression" && limit === null ? "worse" : outcome;
}
/** Writes the limits that were applied. `limits`: as configured, for a metric that was not compared. */
const limitWith = (phrases) => ({ metric, comparison, bounds, acceptance }, limits, n) => {
	const configured = limits.flatMap((limit) => limit.kind === "relative" && limit.metric === metric ? [limitOf(metric, limit.change, n)] : []);
	const relative = comparison === null ? null : comparedWith(metric, comparison, phrases, n);
	const absolute = bounds.map(({ bound, direction }) => `${phrases[direction]} ${n.bound(metric, bound)}`);
	const agreed = acceptance === null ? [] : [phrases.accepted(metric, acceptance, n)];
	return [
		...relative === null ? configured : [relative],
		...agreed,
		...absolute
	].join("; ") || phrases.none;
};
/** Null: no limit was applied. */
function comparedWith(metric, comparison, { widened }, n) {
	if (comparison.limit === null) return null;
	const limit = limitOf(metric, comparison.limit, n);
	return isWidened(metric, comparison, n) ? widened(limit, limitOf(metric, comparison.tolerance, n)) : limit;
}
// src/report/words/en-around.ts
/** What is said of it. */
const around$1 = {
	titles: { "own-edits": "Judged by the base commit" },
	findings: { "own-edits": ({ limits, settings, removed, config, baseline, base }, n) => {
		const edited = [
			...config === null ? [] : [`the configuration ${n.name(config)}`],
			...limits.length === 0 ? [] : [`the limits of ${n.list(limits.map(n.name))}`],
			...settings.length === 0 ? [] : [`the ${settings.length === 1 ? "setting" : "settings"} ${n.list(settings.map((key) => n.code(key)))}`],
			...baseline === null ? [] : [`the accepted runs in ${n.name(baseline)}`]
		];
		return `${edited.length === 0 ? "" : `This change edits ${n.list(edited)}. It is judged by what the base commit ${n.name(base.slice(0, 12))} says; the edits count for the changes that come after it. `}${removed.length === 0 ? "" : `It removes ${n.list(removed.map(n.name))} from the configuration, so the limits of ${removed.length === 1 ? "that scenario" : "those scenarios"} judge nothing any more.`}`.trim();
	} },
	warnOnly: (n) => `The policy ${n.code("mode: warn-only")} lets the build pass all the same.`
};
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
/** English: changes in plain words. */
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
/** `between 3 % and 6 % slower`, `up to 6 % slower`, `between 4 % faster and 20 % slower`, `anywhere between much faster and much slower`. */
function between$3(metric, [low, high], n) {
	const [more, less] = WAYS$1[metric];
	if (isBoundless(METRICS[metric], [low, high])) return `anywhere between much ${less} and much ${more}`;
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
// src/report/words/en-acceptance.ts
/** English: what was accepted on purpose, and the last release. */
/** Words of acceptances and releases. */
const acceptance$1 = {
	releaseColumn: (tag, n) => `Release ${n.name(tag)}`,
	releaseCaption: ({ tag, runs, date }, n) => `Release ${n.name(tag)}: ${runs === 1 ? "one run" : `the median of ${n.count(runs)} runs`} of this machine, the last on ${dayOf(date)}. It decides nothing.`,
	limitCell: (metric, { upTo }, n) => `accepted to ${n.change(metric, upTo)}`,
	history: {
		mark: (metric) => `accepted: ${metric} worse`,
		releases: "Releases",
		accepted: "Accepted changes",
		columns: {
			release: "Release",
			commit: "Commit",
			runs: "Runs",
			metric: "Metric",
			upTo: "Worse by up to",
			until: "Until",
			by: "Accepted by",
			reason: "Reason"
		}
	}
};
/** `12 %`, `20 ms`. */
const amountOf$3 = ({ metric, upTo }, n) => {
	const row = METRICS[metric];
	return upTo.kind === "share" || row.change === "points" ? n.extent(metric, upTo.amount) : n.bound(metric, upTo.amount);
};
const whoOf$1 = ({ accepted }, n) => n.list(accepted.map(({ by, until }) => `${n.name(by)} until ${until}`));
/** Why a regression within what was accepted does not fail. */
const withinAccepted$1 = (metric, judged, n) => `Against ${n.value(metric, judged.reference)}, as it was before that was accepted, it is ${moved$2(metric, judged.change, n)}; up to ${n.change(metric, judged.upTo)} was accepted (by ${whoOf$1(judged, n)}), so it does not fail.`;
/** Why one beyond it does. */
const beyondAccepted$1 = (metric, judged, n) => `Up to ${n.change(metric, judged.upTo)} of ${n.value(metric, judged.reference)} was accepted (by ${whoOf$1(judged, n)}); this is ${n.change(metric, judged.change)}.`;
const STANDINGS$1 = {
	needed: "Without that, this run would have failed.",
	exceeded: "This run is beyond it.",
	unused: "This run did not need it.",
	"in-reference": "What this run was compared with has the change already.",
	expired: "That is over, and does not count any more."
};
const PROBLEMS$1 = {
	form: "it does not have the form metric, scenario, amount, date and reason",
	metric: "there is no such metric",
	scenario: "there is no such scenario, or it is not said which one is meant",
	amount: "the amount is none of that metric",
	direction: "that would be an improvement",
	date: "the last day is no day of the calendar",
	past: "the last day was over when it was written",
	"too-far": "the last day is more than a year away",
	reason: "the reason is missing, or too long"
};
const FORM$1 = "loadgate accept p95 of \"scenario\" +12% until 2026-12-31: reason";
/** Titles of these findings. */
const acceptanceTitles$1 = {
	"accepted-change": "Accepted on purpose",
	"acceptance-refused": "Not accepted"
};
/** Sentences of these findings. */
const acceptanceFindings$1 = {
	"accepted-change": (given, n) => {
		const { scenario, metric, by, at, until, reason, standing, commit } = given;
		const where = commit === null ? "" : ` with ${n.name(commit.slice(0, 12))}`;
		const mend = standing === "expired" ? ` ${n.command("npx loadgate baseline prune")} takes it out.` : "";
		return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} may be worse by up to ${amountOf$3(given, n)} until ${until}: ${n.name(by)} accepted that on ${dayOf(at)}${where} (${n.name(reason)}). ${STANDINGS$1[standing]}${mend}`;
	},
	"acceptance-refused": ({ refused }, n) => {
		switch (refused.kind) {
			case "not-understood": return `This line was not understood: ${n.name(refused.text)}, since ${PROBLEMS$1[refused.problem]}. It reads ${n.code(FORM$1)}.`;
			case "not-allowed": return `${refused.by === null ? "Nobody knows who wrote" : `${n.name(refused.by)} may not accept changes here, which takes the right to write to this repository:`} ${n.name(refused.text)}.`;
			case "edited": return `Somebody else (${refused.editor === null ? "nobody knows who" : n.name(refused.editor)}) edited the comment that says ${n.name(refused.text)}, so it does not count. Write it in a comment of your own.`;
			case "not-read": return `What a pull request accepts could not be read from GitHub, so nothing of it counts: ${n.name(refused.message)}.`;
		}
	}
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
// src/report/words/en-failure.ts
/** Failures in English. */
const failure$1 = {
	headline: {
		usage: "Could not start",
		"not-measured": "Could not measure",
		cancelled: "Cancelled"
	},
	whatToDo: "What to do",
	lines: "What was seen",
	noVerdict: "There is no verdict on the service: nothing was judged.",
	shortened: "Shortened to fit.",
	page: {
		skip: "Skip to what was seen",
		tried: "What was tried",
		code: "Failure",
		failedAt: "Failed",
		workflowRun: "Workflow run",
		rows: {
			config: "Configuration file",
			suite: "Suite",
			address: "Address",
			folder: "Working directory",
			build: "Build command",
			start: "Start command",
			scenarios: "Scenarios",
			compare: "To be compared with"
		},
		compare: {
			baseline: "the stored baseline",
			base: "the base commit, measured beside it",
			auto: "the stored baseline, and the base commit where that does not settle it"
		},
		unknownAddress: "not known",
		serviceLog: (file) => `What the service wrote is in ${file} of the report folder, if it was started.`
	}
};
// src/report/words/en-lists.ts
/** Which seconds, while they are few; seconds count from 1 for people. */
function secondsOf$1(seconds, of, n) {
	if (seconds.length > 4) return `${n.count(seconds.length)} of ${n.count(of)} seconds`;
	const which = n.list(seconds.map((second) => n.count(second + 1)));
	return seconds.length === 1 ? `Second ${which}` : `Seconds ${which}`;
}
/** The first names, and how many more. */
function namesOf$3(names, n) {
	const few = 3;
	const shown = names.slice(0, few).map((name) => n.name(name));
	return n.list(names.length > few ? [...shown, `${n.count(names.length - few)} more`] : shown);
}
/** Of several scenarios, which; of the only one, nothing. */
function ofScenarios$1(scenarios, n) {
	const [only] = scenarios;
	if (only === void 0) return "";
	return scenarios.length === 1 ? n.inScenario(only).replace(/^ in /, " of ") : ` of ${namesOf$3(scenarios, n)}`;
}
// src/report/words/en-branch.ts
/** English. */
const branch$1 = {
	fixOrAccept: (name, command, n) => `If the change is worth its cost, merge it, and accept its run: ${n.command(command)}. The baseline is on the branch ${n.name(name)}, so a pull request cannot accept itself.`,
	takeBaseline: (name, n) => `Runs that pass on the default branch enter the branch ${n.name(name)} by themselves, if their job has ${n.code("permissions: contents: write")}. Only runs of one kind of machine are compared.`,
	moreRuns: (name, runs, wanted, n) => `Runs that pass on the default branch enter the branch ${n.name(name)} by themselves; a schedule brings them sooner. From about ${n.count(wanted)} runs on (now ${n.count(runs)}), measured noise counts for more than assumed noise.`
};
// src/report/words/en-advice.ts
/** English: what to do next, each with the line or command that does it. */
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
	"fix-or-accept": ({ command, path, branch, against, lines }, n) => {
		if (lines.length > 0) return `If the change is worth its cost, somebody who may write to this repository can accept it, in a comment of their own: ${n.list(lines.map((line) => n.command(`${line} why it is worth it`)))}. Then run this check again. What was accepted holds for that amount and time only.`;
		return against === "base" ? "If the change is worth its cost, merge it in spite of this check, if the repository lets you: from then on it is the base that others are measured against. Limits are read from the base commit, so a pull request cannot loosen its own." : branch !== void 0 ? branch$1.fixOrAccept(branch, command, n) : `If the change is worth its cost, accept it: ${n.command(command)}, and commit ${n.name(path)} to the base branch. The baseline is read from there, never from the pull request itself.`;
	},
	"take-baseline": ({ command, path, branch }, n) => branch !== void 0 ? branch$1.takeBaseline(branch, n) : `Accept this run, ${n.command(command)}, and commit ${n.name(path)} to the base branch. Take it on the machine that gates: only runs of one kind of machine are compared.`,
	"hold-the-gain": ({ command, path }, n) => `Accept this run, ${n.command(command)}, and commit ${n.name(path)}. Otherwise the gain can be lost again without failing anything.`,
	"larger-budget": ({ seconds, now }, n) => `Set ${n.code(`budget: ${Math.round(seconds / 60)}m`)} (now ${n.seconds(now)}), so that more blocks can decide what these could not.`,
	"more-baseline-runs": ({ runs, wanted, path, branch }, n) => branch !== void 0 ? branch$1.moreRuns(branch, runs, wanted, n) : `Accept more runs on the machine that gates: ${n.code(`npx loadgate baseline update --runs ${wanted - runs}`)}, then commit ${n.name(path)}. From about ${n.count(wanted)} runs on (now ${n.count(runs)}), measured noise counts for more than assumed noise.`,
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
	"n-plus-one": ({ scenario, database, statement, calls, perCall, queries }, n) => `One statement runs ${n.strong(`${amountOf$2(calls, n)} times a request`)}${n.inScenario(scenario)}, of ${amountOf$2(queries, n)} in all: ${excerptOf(statement, n)} in ${n.name(database)}. Each takes only ${n.ms(perCall)} there, but every one is a round trip that the request waits for. A query for each row of a list (N+1) looks like this.`,
	"missing-index": (evidence, n) => scanOf$1(evidence, n),
	"slow-command": ({ scenario, database, command, perCall, share, busy }, n) => `${n.name(command)} takes ${n.ms(perCall)} a call${n.inScenario(scenario)} and ${n.share(share)} of the time of ${n.name(database)}, which was busy ${n.share(busy)} of the time. It executes one command at a time, so all others wait for this one.`,
	"lock-waits": ({ scenario, database, sessions, perAnswer, mean }, n) => `${amountOf$2(sessions, n)} sessions of ${n.name(database)} waited for a lock at any time${n.inScenario(scenario)}: ${n.ms(perAnswer)} for each request, which takes ${n.ms(mean)}. They wait for each other's transactions, and more users would only wait longer.`,
	"small-pool": ({ scenario, database, connections, active, concurrency, perAnswer, mean }, n) => `All ${n.count(connections)} connections to ${n.name(database)} were in use (${amountOf$2(active, n)} on average)${n.inScenario(scenario)}, with ${amountOf$2(concurrency, n)} requests under way. A request took ${n.ms(mean)} and needs the database for only ${n.ms(perAnswer)} of it: the rest is waiting for a connection.`,
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
const amountOf$2 = (amount, n) => amount < 10 ? n.cores(Math.round(10 * amount) / 10) : n.count(amount);
function scanOf$1(evidence, n) {
	const { scenario, database, statement, perCall, rows, examined, blocks } = evidence;
	const read = examined === null ? `touches ${n.count(blocks ?? 0)} blocks` : `looks at ${n.count(examined)} rows`;
	const given = rows === null ? "" : ` to give ${rowsOf$1(rows, n)}`;
	return `One statement takes most of the time of ${n.name(database)}${n.inScenario(scenario)}: ${excerptOf(statement, n)}. It takes ${n.ms(perCall)} and ${read}${given}. A table that is read as a whole, because an index is missing, looks like this.`;
}
const rowsOf$1 = (rows, n) => {
	const amount = amountOf$2(rows, n);
	return amount === "0" ? "none" : amount === "1" ? "one" : amount;
};
function diskOf$1(evidence, n) {
	const { scenario, mode, database, waiters, pressure, rate } = evidence;
	const whose = database === null ? "The service" : n.name(database);
	const what = mode === "write" ? "waits for its writes" : "waits for reads from a disk";
	const seen = [
		waiters === null || waiters === 0 ? null : `${amountOf$2(waiters, n)} of its ${database === null ? "threads" : "sessions"} stood still for a disk at any time`,
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
// src/report/words/en-engines.ts
/** Sentences on engines. */
const engines$1 = {
	"own-engine": ({ scenario, why }, n) => why === "closing-connections" ? `The service closes its connections${n.inScenario(scenario)}. autocannon goes on using them where other clients open new ones, so it cannot measure such a service. The engine of our own on undici measured instead.` : `The service sends answers that are not whole ones, such as early hints${n.inScenario(scenario)}. autocannon takes them for whole and pairs the next ones with the wrong requests. The engine of our own on undici measured instead.`,
	locust: ({ scenario, version, rounded }, n) => `Locust ${n.name(version)} sent the load${n.inScenario(scenario)}, and the locustfile decided what users do, how long they pause and what is a failure. ${rounded ? ROUNDED$1 : EXACT$1} A redirect that is followed is one request, and so is one that the client repeats on a new connection.`
};
const EXACT$1 = "Every response time was recorded to the microsecond, as Locust took it: from before the Python client begins until the answer has been read, so that a busy Locust adds to it.";
const ROUNDED$1 = "Its response times are those of its own statistics, since it could not be listened to: whole milliseconds below 100 ms, two digits above, failed requests among them. Smaller differences cannot be seen.";
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
// src/report/words/en-k6.ts
/** What is said of k6. */
const k6$1 = {
	titles: {
		k6: "k6",
		"k6-thresholds": "Thresholds crossed"
	},
	findings: {
		k6: ({ scenario, version, checks, iterations, dropped }, n) => {
			const { passed, failed } = checks;
			const checked = passed + failed === 0 ? "" : ` Of ${n.count(passed + failed)} checks of the script ${failed === 0 ? "none" : n.count(failed)} failed; they are no errors here.`;
			const late = dropped === 0 ? "" : ` It had no user free for ${n.count(dropped)} iterations that were due, and left them out: the load was less than the script asked for.`;
			return `k6${version === "" ? "" : ` ${n.name(version)}`} sent the load${n.inScenario(scenario)} in ${n.count(iterations)} iterations, and the script decided what users do, how long they pause and what is expected. Response times are k6's own, from the first byte sent until the answer has been read; the time to open a connection is no part of them. Each redirect that is followed is a request.${checked}${late}`;
		},
		"k6-thresholds": ({ scenario, of, count, crossed }, n) => {
			const more = count > crossed.length ? [`${n.count(count - crossed.length)} more`] : [];
			const which = n.list([...crossed.map((each) => n.name(each)), ...more]);
			return `${of === 1 ? "k6 found the one threshold of its script crossed" : `k6 found ${n.count(count)} of the ${n.count(of)} thresholds of its script crossed`}${n.inScenario(scenario)}: ${which}. The verdict does not rest on ${count === 1 ? "it" : "them"}; a limit of the same metric would decide.`;
		}
	}
};
// src/report/words/en-workers.ts
/** What is said of workers. */
const workers$1 = {
	titles: {
		workers: "Distributed load",
		"workers-unsteady": "Workers lost or late",
		"worker-clocks": "Clocks of the workers"
	},
	findings: {
		workers: ({ scenario, workers: all, count, error }, n) => `${capital$1(many(count, n))} sent the load${n.inScenario(scenario)}: ${namesOf$2(all, count, n)}. Response times were taken there, and the network between the workers and the service is part of them. By their clocks, compared with the one here, each request is placed in time to within ${n.ms(error)}. What the machines of the workers did beside this was not measured.`,
		"workers-unsteady": ({ scenario, lost, late, of, allowed }, n) => {
			const parts = [lost.length === 0 ? null : `${n.list(lost.map((each) => lostAt$1(each, n)))} ${were(lost)} lost`, late.length === 0 ? null : `${n.list(late.map((each) => n.name(each)))} came when the load was on already`].filter((part) => part !== null);
			const fate = allowed ? `${n.code("may-lose")} allows for it: the others took over the users, with a gap until that was noticed, and what a lost worker had sent since its last word is in no count.` : "The load was not the one that was asked for.";
			return `Of ${many(of, n)}${n.inScenario(scenario)}, ${n.list(parts)}. ${fate}`;
		},
		"worker-clocks": ({ scenario, worker, offset, error }, n) => `The clock of the worker ${n.name(worker)}${n.inScenario(scenario)} is ${n.ms(Math.abs(offset))} ${offset < 0 ? "behind" : "ahead of"} the one here, known to within ${n.ms(error)}. Nothing was measured by it; its log, and whatever else is looked up by time of day, is off by as much. NTP on both machines mends it.`
	},
	voidPhrase: ({ lost, late }, n) => late === 0 ? `${many(lost, n)} ${lost === 1 ? "was" : "were"} lost` : `${many(lost + late, n)} ${lost + late === 1 ? "was" : "were"} lost or late`,
	voidSentence: ({ lost, late, of, mayLose }, n) => `Of ${many(of, n)}, ${n.count(lost)} ${lost === 1 ? "was" : "were"} lost and ${n.count(late)} came late, where ${mayLose === 0 ? "none may be" : `at most ${n.count(mayLose)} may be`}: the load was not the one that was asked for.`,
	remedy: (n) => `Look at the logs of the workers and at the network to them, and measure again; ${n.code("locust: { workers: { may-lose: … } }")} allows for some.`
};
/** Of many, the first ones. */
const namesOf$2 = (all, count, n) => n.list([...all.map((each) => n.name(each)), ...count > all.length ? [`${n.count(count - all.length)} more`] : []]);
const capital$1 = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const many = (count, n) => count === 1 ? "one worker" : `${n.count(count)} workers`;
const were = (lost) => lost.length === 1 ? "was" : "were";
const lostAt$1 = ({ worker, at }, n) => `${n.name(worker)} (last heard ${n.seconds(at)} into the measured time)`;
// src/report/words/en-target.ts
/** What is said of a target. */
const target$1 = {
	titles: { "service-elsewhere": "Service on another machine" },
	findings: { "service-elsewhere": ({ address, databases, used, ssh }, n) => {
		const open = [
			used === null && ssh === void 0 ? `its CPU and memory can be read over SSH, or asked of a Prometheus (${n.code("target: { monitoring: … }")})` : null,
			databases ? null : `its databases can be watched from here (${n.code("databases:")})`,
			`everything is measured where Loadgate starts the service (${n.code("service: start")})`
		].filter((part) => part !== null);
		const remedy = n.list(open);
		return `The service was loaded at ${n.name(address)}, another machine's address: latency includes the network in between, and the hardware named here is that of the machine that sent. ${toldOf$2(used, ssh, n)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
	} }
};
function toldOf$2(used, ssh, n) {
	if (ssh !== void 0) return overSsh$1(ssh, n);
	return used === null ? "What the service itself used (CPU, memory, disks) was not measured, so what limits it can only be seen from outside." : usedOf$1(used, n);
}
function overSsh$1({ host, cores, memory, machine }, n) {
	const read = [cores === null || memory === null ? "" : `the service used ${coresOf$4(cores, n)} on average, and at most ${n.bytes(memory)} of memory`, machine === null ? "" : `of ${machine.cores === 1 ? "its one core" : `its ${n.cores(machine.cores)} cores`} ${n.cores(machine.busyCores)} ${machine.busyCores === 1 ? "was" : "were"} busy`].filter((part) => part !== "").join("; ");
	return `By ${n.code("/proc")} of ${n.name(host)}, read over SSH while load was on: ${read}.`;
}
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
	locust: "Locust",
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
	...around$1.titles,
	...acceptanceTitles$1,
	...target$1.titles,
	...k6$1.titles,
	...workers$1.titles,
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
	"other-machine": ({ scenarios, known, here }, n) => `The baseline${ofScenarios$1(scenarios, n)} comes from another machine (fingerprint ${namesOf$3(known, n)}; this one is ${n.name(here)}). Numbers of different machines are not compared.`,
	"other-config": ({ scenarios }, n) => `The baseline${ofScenarios$1(scenarios, n)} was measured with another configuration: requests, load or start command have changed since. Numbers of different loads are not compared.`,
	"first-run": ({ scenarios, path }, n) => `${n.name(path)} holds no accepted run${ofScenarios$1(scenarios, n)} yet, so nothing was compared. Only absolute limits could be judged.`,
	"thin-history": ({ scenario, runs, metric, limit, tolerance, advisory }, n) => {
		return `${`The baseline${n.inScenario(scenario)} rests on ${runs === 1 ? "one accepted run" : `${n.count(runs)} accepted runs`}.`}${tolerance > limit ? ` From so few it is partly assumed how much runs differ by chance, so the limit of ${METRIC_WORDS$1[metric]} was widened from ${n.extent(metric, limit)} to ${n.extent(metric, tolerance)}.` : ""}${advisory ? ` A regression against so few is only advice; ${n.code("baseline: min-runs")} says from how many on it fails the gate.` : ""}`;
	},
	...engines$1,
	...k6$1.findings,
	...workers$1.findings,
	screened: ({ scenario, outcome, changes }, n) => {
		const doubts = changes.length === 0 ? "could not decide" : `saw ${n.list(changes.map(({ metric, change }) => `${METRIC_WORDS$1[metric]} ${n.change(metric, change)}`))}`;
		return `The stored baseline ${outcome === "no-baseline" ? "had nothing to compare with" : doubts}${n.inScenario(scenario)}, so the base commit was measured beside the change, on this machine, and decides. The table shows that comparison.`;
	},
	"base-failed": ({ failure, decided }, n) => `${n.prose(failure.message)} That is not held against the change. It is built and started in a folder of its own by the same commands, so ${n.code("build")} has to do everything that a fresh checkout needs. ${decided === "baseline" ? "The stored baseline decided alone." : "Nothing was compared; only absolute limits could be judged."}`,
	detectable: ({ scenario, changes, blind }, n) => {
		const caught = changes.length === 0 ? `Too little was measured${n.inScenario(scenario)} to tell any change from noise.` : `Nine times of ten this run would have caught ${n.list(changes.map(({ metric, change }) => worseBy$1(metric, change, n)))}${n.inScenario(scenario)}.`;
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
	...around$1.findings,
	...target$1.findings,
	imported: imported$1.sentence,
	...searchFindings$1,
	...attribution$1,
	...resourceFindings$1,
	...soak$1,
	...advice$1,
	...acceptanceFindings$1
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
	return `${who === null ? "" : `${who}${scenario.search === null ? " for" : ","} `}${n.seconds(seconds)}, ${n.count(attempts)} requests by ${engineOf$1(engine, n)}, ${fate}`;
}
/** Locust and k6 are the user's own, and of any version. */
const engineOf$1 = ({ name, version }, n) => (name === "locust" || name === "k6") && version !== "" ? `${name === "k6" ? name : "Locust"} ${n.name(version)}` : name;
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
function baselineOf$1({ path, commit, branch }, n) {
	if (branch !== void 0) return onBranch$1(path, branch, commit, n);
	const where = commit === null ? "of the working tree" : `at the base commit ${n.name(short$1(commit))}`;
	return `Baseline: ${n.name(path)} ${where}.`;
}
function onBranch$1(path, branch, commit, n) {
	if (commit === null) return `Baseline: the branch ${n.name(branch)}, which is not there yet.`;
	return `Baseline: ${n.name(path)} of the branch ${n.name(branch)} at its commit ${n.name(short$1(commit))}.`;
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
	far: {
		over: (title, host) => `${title}, read over SSH from ${host}`,
		machine: "Machine of the service under load",
		available: "Memory available at least"
	},
	frequency: (now, max) => `${now} MHz of at most ${max} MHz`,
	records: (n) => `Everything that was measured is in ${n.code("run.json")}, everything that was judged in ${n.code("verdict.json")}, both beside this page.`,
	noNetwork: "This page is one file: it loads nothing and sends nothing.",
	licence: "Interactive charts by Apache ECharts, developed at The Apache Software Foundation (https://www.apache.org/)."
};
// src/report/words/en-thresholds.ts
/** What is said of them. */
const thresholds$1 = {
	title: "Thresholds of the script",
	columns: {
		metric: "Metric of k6",
		threshold: "Threshold",
		measured: "Measured by k6",
		result: "Result"
	},
	results: {
		kept: "kept",
		crossed: "crossed",
		untold: "no result"
	},
	caption: (several) => `${several ? "k6 ran several times, and judged each run as a whole, warm-up included; the worst is shown." : "k6 judged its whole run, warm-up included."} These thresholds are the script's own, and the verdict does not rest on them.`,
	folded: (count, untold, n) => {
		const kept = count - untold;
		return `Thresholds of the script: ${[...kept === 0 ? [] : [`${n.count(kept)} kept`], ...untold === 0 ? [] : [`${n.count(untold)} without a result`]].join(", ")}`;
	}
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
		case "workers-unsteady": return workers$1.voidPhrase(reason, n);
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
		case "workers-unsteady": return workers$1.remedy(n);
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
		case "workers-unsteady": return workers$1.voidSentence(reason, n);
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
		case "fail": return `${lead?.kind === "regression" ? "Regression" : "Limit broken"}: ${phrases$2(reasons, n)}`;
		case "void": return lead?.kind === "void" ? `Measurement void: ${voidPhrase$1(lead.reason, n)}${n.inScenario(lead.scenario)}` : "Measurement void: nothing was measured";
		case "inconclusive": return `Inconclusive: ${phrases$2(reasons, n)}`;
		case "no-baseline": return `${lead?.kind === "no-baseline" ? NOT_COMPARED$1[lead.why] : "Not compared"}${values$1(verdict, n)}`;
		case "pass":
			if (lead?.kind === "accepted") return `Accepted on purpose: ${phrases$2(reasons, n)}`;
			if (lead?.kind === "improvement") return `Improvement: ${phrases$2(reasons, n)}`;
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
function phrases$2(reasons, n) {
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
		case "accepted": {
			const { metric, acceptance } = reason;
			return `${METRIC_WORDS$1[metric]} ${moved$2(metric, acceptance.change, n)} (${acceptance$1.limitCell(metric, acceptance, n)})`;
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
		case "pass":
			if (lead?.kind === "accepted") return "Nothing to do: what it costs was accepted on purpose, and for a time.";
			return lead?.kind === "improvement" ? "Nothing to do. Accept this run into the baseline to hold the gain." : "Nothing to do.";
	}
}
const gateOf$1 = ({ exitCode }, policy, n) => exitCode === 0 ? "The gate stays open." : `The policy ${n.code(`${policy}: fail`)} closes the gate.`;
const confidenceOf$1 = (metric, comparison, n) => isRange$1({
	metric,
	comparison
}, n) ? `, with 90 % confidence ${between$3(metric, comparison.interval, n)}` : "";
/** A sentence for each kind of reason. */
const reasons$1 = {
	regression: ({ scenario, metric, value, comparison, acceptance }, n) => {
		const limit = n.extent(metric, comparison.limit ?? 0);
		const line = isWidened(metric, comparison, n) ? `the limit of ${limit}, widened to ${n.extent(metric, comparison.tolerance)}` : `the limit of ${limit}`;
		return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(moved$2(metric, comparison.change, n))}${confidenceOf$1(metric, comparison, n)}. That is beyond the noise (significant) and beyond ${line} (relevant).${acceptance === null ? "" : ` ${beyondAccepted$1(metric, acceptance, n)}`}`;
	},
	accepted: ({ scenario, metric, value, comparison, acceptance }, n) => `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(moved$2(metric, comparison.change, n))}${confidenceOf$1(metric, comparison, n)}. ${withinAccepted$1(metric, acceptance, n)}`,
	improvement: ({ scenario, metric, value, comparison }, n) => `${METRIC_STARTS[metric]}${n.inScenario(scenario)} went from ${n.value(metric, comparison.reference)} to ${n.value(metric, value)}: ${n.strong(moved$2(metric, comparison.change, n))}${confidenceOf$1(metric, comparison, n)}. That is a significant improvement.`,
	inconclusive: ({ scenario, metric, comparison }, n) => {
		const limit = n.extent(metric, comparison.limit ?? 0);
		const where = isBeyondLimit(metric, comparison) ? `That is beyond the limit of ${limit}, but not as certain as a regression has to be: noise would raise false alarms otherwise. It is likely, and not proven.` : `The limit of ${limit} lies inside that range or too close to it: neither a regression nor its absence can be concluded.`;
		return `${METRIC_STARTS[metric]}${n.inScenario(scenario)} is ${between$3(metric, comparison.interval, n)}, with 90 % confidence. ${where}`;
	},
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
function closing$1({ outcome, reasons: known }) {
	switch (outcome) {
		case "pass":
			if (known[0]?.kind === "accepted") return "As far as this load and this machine can tell, it costs no more performance than was accepted.";
			return "As far as this load and this machine can tell, the change costs no performance.";
		case "fail": return "At this load and on this machine, the service is not as good as it has to be.";
		case "inconclusive": return "This run neither clears the change nor blames it.";
		case "no-baseline": return "From the first accepted run on, every change is compared with it.";
		case "void": return "No timing of this run says anything about the change.";
	}
}
/** A judgement in a table. */
const judgements$1 = {
	noValue: "no value",
	void: "void",
	accepted: "accepted",
	breach: "breach",
	withinLimit: "within limit",
	notCompared: "not compared",
	regression: "regression",
	worse: "worse, no limit",
	improvement: "improvement",
	"no-change": "no change",
	inconclusive: "inconclusive"
};
/** A limit in a table. */
const limits$1 = {
	max: "max",
	min: "min",
	none: "none",
	widened: (limit, tolerance) => `${limit}, widened to ${tolerance}`,
	accepted: acceptance$1.limitCell
};
/** `+4.8 % (+1.2 % to +8.5 %)`. */
function changeCell$1({ metric, comparison }, n) {
	if (comparison === null) return "–";
	const [low, high] = comparison.interval;
	if (isBoundless(METRICS[metric], comparison.interval)) return `${n.change(metric, comparison.change)} (not bounded)`;
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
	judgement: judgementWith(judgements$1),
	limit: limitWith(limits$1),
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
	acceptance: acceptance$1,
	imported: imported$1,
	thresholds: thresholds$1,
	charts: charts$1,
	around: around$1,
	changes: changes$1,
	comment: comment$1,
	search: search$1,
	history: history$1,
	page: page$1,
	cut: (parts, n) => `Shortened to fit: left out ${n.list(parts)}. The whole report is in ${n.code("report.md")} of the report folder.`,
	rowsCut: (count, n) => `… and ${n.count(count)} more.`,
	phrases: "recorded",
	failure: failure$1
};
// src/report/words/ru-around.ts
/** What is said of it. */
const around = {
	titles: { "own-edits": "Правила берутся из базового коммита" },
	findings: { "own-edits": ({ limits, settings, removed, config, baseline, base }, n) => {
		const edited = [
			...config === null ? [] : [`файл конфигурации ${n.name(config)}`],
			...limits.length === 0 ? [] : [`пороги ${limits.length === 1 ? "сценария" : "сценариев"} ${n.list(limits.map(n.name))}`],
			...settings.length === 0 ? [] : [`${settings.length === 1 ? "настройку" : "настройки"} ${n.list(settings.map((key) => n.code(key)))}`],
			...baseline === null ? [] : [`принятые прогоны в файле ${n.name(baseline)}`]
		];
		return `${edited.length === 0 ? "" : `Изменение правит ${n.list(edited)}. Вердикт вынесен по базовому коммиту ${n.name(base.slice(0, 12))}; правки начнут действовать для следующих изменений. `}${removed.length === 0 ? "" : `Из конфигурации ${removed.length === 1 ? "удалён сценарий" : "удалены сценарии"} ${n.list(removed.map(n.name))}: ${removed.length === 1 ? "его" : "их"} пороги больше ничего не проверяют.`}`.trim();
	} },
	warnOnly: (n) => `Политика ${n.code("mode: warn-only")} всё равно пропускает сборку.`
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
/** Russian: changes in plain words. */
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
	const [more, less] = WAYS[metric];
	if (isBoundless(METRICS[metric], [low, high])) return `где-то между «намного ${less.how}» и «намного ${more.how}»`;
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
const amountOf$1 = (amount, n) => n.cores(rounded(amount));
/** The same with its word. */
const amountWith = (amount, word, n) => coresOf$1(rounded(amount), word, n);
/** As exactly as such a mean is written. */
const rounded = (amount) => amount < 10 ? Math.round(10 * amount) / 10 : Math.round(amount);
/** From ten on, cores are written without digits after the point. */
const written = (cores) => cores < 10 ? cores : Math.round(cores);
// src/report/words/ru-acceptance.ts
/** Russian: what was accepted on purpose, and the last release. */
/** Words of acceptances and releases. */
const acceptance = {
	releaseColumn: (tag, n) => `Релиз ${n.name(tag)}`,
	releaseCaption: ({ tag, runs, date }, n) => `Релиз ${n.name(tag)}: ${runs === 1 ? "один прогон" : `медиана ${counted$1(runs, RUNS_GENITIVE, n)}`} на этой машине, последний — ${dayOf(date)}. На вердикт не влияет.`,
	limitCell: (metric, { upTo }, n) => `допущено до ${n.change(metric, upTo)}`,
	history: {
		mark: (metric) => `допущено ухудшение: ${metric}`,
		releases: "Релизы",
		accepted: "Допущенные ухудшения",
		columns: {
			release: "Релиз",
			commit: "Коммит",
			runs: "Прогоны",
			metric: "Показатель",
			upTo: "Допущено ухудшение до",
			until: "Действует до",
			by: "Кто допустил",
			reason: "Причина"
		}
	}
};
/** `12 %`, `20 мс`. */
const amountOf = ({ metric, upTo }, n) => {
	const row = METRICS[metric];
	return upTo.kind === "share" || row.change === "points" ? n.extent(metric, upTo.amount) : n.bound(metric, upTo.amount);
};
const whoOf = ({ accepted }, n) => n.list(accepted.map(({ by, until }) => `${n.name(by)} до ${until}`));
/** Why a regression within what was accepted does not fail. */
const withinAccepted = (metric, judged, n) => `Относительно значения до этого решения (${n.value(metric, judged.reference)}) — ${moved$1(metric, judged.change, n)}; допущено до ${n.change(metric, judged.upTo)} (${whoOf(judged, n)}), поэтому проверка пройдена.`;
/** Why one beyond it does. */
const beyondAccepted = (metric, judged, n) => `Допущено до ${n.change(metric, judged.upTo)} относительно ${n.value(metric, judged.reference)} (${whoOf(judged, n)}), а здесь ${n.change(metric, judged.change)}.`;
const STANDINGS = {
	needed: "Без этого проверка не была бы пройдена.",
	exceeded: "В этом прогоне ухудшение больше.",
	unused: "Этому прогону оно не понадобилось.",
	"in-reference": "В том, с чем сравнивался этот прогон, ухудшение уже есть.",
	expired: "Этот срок прошёл, и больше оно не действует."
};
const PROBLEMS = {
	form: "нужны показатель, сценарий, величина, дата и причина",
	metric: "такого показателя нет",
	scenario: "такого сценария нет, или не сказано, какой имеется в виду",
	amount: "такой величины у этого показателя быть не может",
	direction: "это было бы улучшением",
	date: "такого дня в календаре нет",
	past: "срок истёк ещё до того, как строка была написана",
	"too-far": "срок больше года",
	reason: "причина не указана или слишком длинная"
};
const FORM = "loadgate accept p95 of \"scenario\" +12% until 2026-12-31: reason";
/** Titles of these findings. */
const acceptanceTitles = {
	"accepted-change": "Допущено осознанно",
	"acceptance-refused": "Не допущено"
};
/** Sentences of these findings. */
const acceptanceFindings = {
	"accepted-change": (given, n) => {
		const { scenario, metric, by, at, until, reason, standing, commit } = given;
		const where = commit === null ? "" : ` вместе с ${n.name(commit.slice(0, 12))}`;
		const mend = standing === "expired" ? ` Убрать запись: ${n.command("npx loadgate baseline prune")}.` : "";
		return `До ${until} допущено ухудшение ${genitive$1(metric)}${n.inScenario(scenario)} не больше чем на ${amountOf(given, n)}. Так решено ${dayOf(at)}${where}, автор решения — ${n.name(by)} (${n.name(reason)}). ${STANDINGS[standing]}${mend}`;
	},
	"acceptance-refused": ({ refused }, n) => {
		switch (refused.kind) {
			case "not-understood": return `Строка ${n.name(refused.text)} не понята: ${PROBLEMS[refused.problem]}. Её вид: ${n.code(FORM)}.`;
			case "not-allowed": return refused.by === null ? `Неизвестно, кто написал ${n.name(refused.text)}, поэтому это не действует.` : `У ${n.name(refused.by)} нет права записи в репозиторий, а допускать ухудшения может только тот, у кого оно есть: ${n.name(refused.text)}.`;
			case "edited": return `Комментарий с ${n.name(refused.text)} правил кто-то другой (${refused.editor === null ? "неизвестно кто" : n.name(refused.editor)}), поэтому он не действует. Напишите эту строку в своём комментарии.`;
			case "not-read": return `Не удалось прочитать с GitHub, что допускает пул-реквест, поэтому ничего из этого не действует: ${n.name(refused.message)}.`;
		}
	}
};
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
// src/report/words/ru-unwatched.ts
/** As `domain/phrases/probes.ts`, slot by slot. */
const probePhrases = {
	"database-lost": "соединение прервалось во время наблюдения, ошибка ‹error›",
	"database-lost-remedy": "посмотрите журнал сервера базы данных и повторите прогон",
	"database-refused": "к ней не удалось подключиться, ошибка ‹error›",
	"database-rights": "дайте пользователю из ‹variable› права, перечисленные в `docs/databases.md`",
	"database-password": "исправьте имя пользователя и пароль в URL из ‹variable›",
	"database-runs": "проверьте, что сервер работает и что URL из ‹variable› ведёт к нему с этой машины",
	"database-unset": "переменная окружения ‹variable› не задана",
	"database-no-url": "в переменной окружения ‹variable› нет URL базы данных, за которой можно наблюдать",
	"database-unset-remedy": "передайте URL базы данных в переменной ‹variable› шагу или оболочке, где работает Loadgate",
	"statements-forgotten": "во время наблюдения сервер отбросил часть счётчиков запросов: для стольких разных запросов он хранит их слишком мало",
	"statements-forgotten-remedy": "увеличьте `pg_stat_statements.max` (PostgreSQL) или `performance_schema_digests_size` (MySQL, MariaDB) и перезапустите сервер либо передавайте в запросы параметры вместо значений",
	"counters-reset": "во время наблюдения счётчики сервера пошли назад: кто-то их сбросил",
	"counters-reset-remedy": "пусть во время прогона никто не сбрасывает статистику сервера",
	"statements-hidden": "пользователю ‹user› не видны запросы других пользователей",
	"sessions-hidden": "пользователю ‹user› не видно, чем заняты сеансы других пользователей",
	"postgres-rights": "выполните `GRANT pg_read_all_stats TO \"‹user›\"` от имени суперпользователя или подключайтесь тем же пользователем, что и сервис",
	"postgres-extension-missing": "в базе ‹database› не установлено расширение `pg_stat_statements`",
	"postgres-extension-unreadable": "данные `pg_stat_statements` не читаются, ошибка ‹error›",
	"postgres-preload": "добавьте `pg_stat_statements` в `shared_preload_libraries`, перезапустите сервер и выполните в этой базе `CREATE EXTENSION pg_stat_statements`",
	"postgres-tracks-nothing": "расширение `pg_stat_statements` ничего не считает",
	"postgres-track": "задайте для `pg_stat_statements.track` значение `top`",
	"postgres-no-ids": "сервер не даёт запросам идентификаторов",
	"postgres-ids": "задайте для `compute_query_id` значение `auto`",
	"mysql-schema-off": "схема `performance_schema` выключена, поэтому запросы не различаются",
	"mysql-enable": "запустите сервер с `performance_schema=ON` (в разделе `[mysqld]` его конфигурации); на ходу её не включить",
	"mysql-no-digests": "схема `performance_schema` не ведёт счёт запросов по их форме",
	"mysql-digests": "выполните `UPDATE performance_schema.setup_consumers SET enabled = 'YES' WHERE name IN ('global_instrumentation', 'thread_instrumentation', 'statements_digest')`",
	"mysql-digests-unreadable": "счётчики запросов не читаются, ошибка ‹error›",
	"mysql-grant-select": "выполните `GRANT SELECT ON performance_schema.* TO ‹account›`",
	"mysql-sessions-hidden": "пользователю ‹user› не видны чужие сеансы и транзакции",
	"mysql-grant-process": "выполните `GRANT PROCESS ON *.* TO ‹account›`",
	"runtime-lost": "‹processes›: Node.js завершился или не ответил вовремя",
	"runtime-lost-some": "‹processes›: Node.js завершился или не ответил вовремя; процессов ответило: ‹told›",
	"runtime-unobserved": "‹processes›: за Node.js наблюдать нельзя",
	"runtime-remedy": "пусть сервис сохраняет переданную ему переменную `NODE_OPTIONS`; Node.js старше 14.10 и модель разрешений не дают ничего наблюдать",
	process: "процесс ‹pids›",
	processes: "процессы ‹pids›",
	"processes-and-more": "процессы ‹pids› и ещё ‹more›",
	"container-ended": "он завершился во время наблюдения",
	"container-not-running": "контейнер с таким именем не работает",
	"container-remedy": "имена покажет `docker ps`",
	"containers-too-many": "их ‹count›, а наблюдаются первые ‹max›",
	"containers-too-many-remedy": "перечислите те, что важны: `containers: { names: [NAME] }`",
	"project-without-containers": "ни один работающий контейнер не относится к проекту compose ‹project›",
	"project-remedy": "проекты покажет `docker compose ls`",
	"engine-no-list": "служба контейнеров не даёт их списка",
	"engine-other-shape": "ответ службы контейнеров устроен иначе, чем у Docker и Podman",
	"engine-elsewhere": "в `DOCKER_HOST` указан не сокет Unix, а других соединений со службой контейнеров не используется",
	"engine-elsewhere-remedy": "запускайте Loadgate на машине службы контейнеров, с `DOCKER_HOST=unix:///path` или без него",
	"engine-none": "на ‹socket› отвечает не служба контейнеров",
	"engine-answered": "ответ службы контейнеров: ‹answer›",
	"engine-no-json": "ответ службы контейнеров не JSON",
	"engine-slow": "от ‹socket› за ‹seconds› с не пришёл полный ответ",
	"engine-no-socket": "сокета службы контейнеров ‹socket› нет",
	"engine-no-socket-remedy": "запустите службу контейнеров или укажите её сокет в `DOCKER_HOST` (`unix:///path`)",
	"engine-forbidden": "этому пользователю нельзя открыть ‹socket›",
	"engine-forbidden-remedy": "включите пользователя в группу сокета или укажите в `DOCKER_HOST` его собственный сокет",
	"engine-stopped": "на ‹socket› никто не слушает",
	"engine-stopped-remedy": "запустите службу контейнеров",
	"engine-too-much": "ответ службы контейнеров больше ‹mib› МиБ",
	"engine-failed": "соединение с ‹socket› не удалось, ошибка ‹error›",
	"monitoring-not-asked": "запросы к ‹host› не отправлялись: ‹why›",
	"name-means-nothing": "его имя здесь не означает никакого адреса",
	"address-not-listed": "его адреса нет в `allowed-addresses`",
	"address-never-asked": "по такому адресу запросы не отправляются никогда",
	"monitoring-no-value": "запрос для ‹part› не дал ни одного значения",
	"monitoring-refused": "‹host› отвечает со статусом ‹status›, ошибка ‹error›",
	"monitoring-status": "‹host› отвечает со статусом ‹status›",
	"monitoring-odd": "‹host› отвечает не так, как Prometheus",
	"monitoring-many-series": "запрос дал рядов: ‹count›, а нужен один; пусть он их сложит",
	"far-no-ssh": "на этой машине нет программы `ssh`",
	"far-ended": "соединение SSH с ‹host› прервалось, ошибка ‹error›",
	"far-silent": "от ‹host› за ‹seconds› с не пришёл ответ по SSH",
	"far-flood": "от ‹host› по SSH пришло больше ‹mib› МиБ за раз",
	"far-odd": "то, что пришло от ‹host› по SSH, не похоже на содержимое `/proc`",
	"far-restarted": "часы ‹host› пошли назад: машину перезапустили",
	"far-no-process": "на ‹host› не было процесса ‹name›",
	"far-no-pid": "в файле ‹file› на ‹host› не было номера работающего процесса",
	"far-remedy": "проверьте, что с этой машины `ssh` подключается к ней без вопросов; что для этого нужно, сказано в `docs/target.md`",
	"far-cancelled": "прогон закончился"
};
// src/report/words/ru-failures-baseline.ts
/** As `domain/phrases/baseline.ts`, slot by slot. */
const baselinePhrases = {
	"baseline-not-a-file": "Не удалось прочитать эталон: ‹what›.",
	"baseline-not-a-file-advice": "Положите туда обычный файл или укажите другой (`baseline: path`).",
	"the-new-baseline": "с новым эталоном",
	"file-of-base": "‹path› базового коммита ‹sha›",
	"file-is": "‹path› ‹why›",
	"not-a-plain-file": "‹path› не обычный файл (‹what›)",
	"more-than-a-baseline": "‹path› занимает ‹size› байт, больше, чем может занимать эталон",
	"baseline-other-suite": "В файле ‹place› набор ‹found›, а не ‹wanted›.",
	"baseline-other-suite-advice": "Заведите для каждого набора свой файл эталона (`baseline: path`).",
	"baseline-corrupt": "Не удалось прочитать файл ‹place›: ‹why›.",
	"baseline-restore-advice": "Восстановите файл из git (`git log -- <file>`) или удалите его и снимите новый эталон: `loadgate baseline update`.",
	"json-bad-name": "недопустимое имя ‹name› в строке ‹line› (‹problem›)",
	"text-empty": "файл пуст",
	"text-not-utf8": "это не UTF-8 (возможно, UTF-16)",
	"text-with-mark": "файл начинается с метки порядка байтов",
	"baseline-invalid": "Файл ‹place› не эталон: он устроен иначе.",
	"baseline-not-content": "Файл ‹place› содержит указатель Git LFS, а не эталон.",
	"baseline-not-content-advice": "Не храните эталон в Git LFS: это текст, который должно быть удобно просматривать.",
	"baseline-conflict": "В файле ‹place› остались метки незавершённого слияния.",
	"baseline-conflict-advice": "Возьмите одну из сторон целиком (`git checkout --theirs`) или снимите эталон заново: `loadgate baseline update`.",
	"baseline-newer": "Файл ‹place› записан более новой версией Loadgate (схема ‹schema›; эта версия читает схему ‹known›).",
	"baseline-newer-advice": "Возьмите ту версию Loadgate, которой пользуется базовая ветка.",
	"baseline-unknown-schema": "У файла ‹place› схема ‹schema›, которой не записывала ни одна версия Loadgate.",
	"baseline-too-large": "Файл ‹place› больше ‹mib› МиБ.",
	"baseline-too-large-advice": "Храните меньше прогонов (`baseline: keep`) или заведите для каждого набора свой файл (`baseline: path`)."
};
// src/report/words/ru-failures-branch.ts
/** As `domain/phrases/branch.ts`, slot by slot. */
const branchPhrases = {
	"file-of-branch": "‹path› из ветки ‹branch›",
	"be-branch": "имя ветки: до 100 латинских букв, цифр, точек, дефисов, подчёркиваний и косых черт",
	"say-branch": "напишите, например, `loadgate`",
	"pull-request-needs-file": "для `pull-request` нужен `baseline.store: file`: в отдельную ветку прогоны попадают сами; напишите `publish: commit` или уберите этот ключ",
	"git-branch": "содержимое ветки ‹branch›",
	"branch-nowhere": "Эталон должен лежать в ветке ‹branch›, но у репозитория в рабочем каталоге нет удалённого репозитория `origin`, а токена для GitHub тоже нет.",
	"branch-nowhere-advice": "Получайте репозиторий вместе с его `origin` или храните эталон в файле: `baseline: { store: file }`.",
	"baseline-branch": "Этот прогон запущен веткой ‹branch›, а она хранит принятые прогоны, и сервиса в ней нет.",
	"baseline-branch-advice": "Исключите эту ветку из рабочего процесса: `on: push: branches-ignore: [‹branch›]`. Если имелась в виду другая, укажите её: `baseline: { branch: … }`.",
	"branch-unreachable": "Не удалось обратиться к ветке ‹branch› в `origin`, где хранится эталон.",
	"branch-unreachable-advice": "Откройте git доступ к `origin`: `actions/checkout` сохраняет для этого учётные данные, если не запретить (`persist-credentials`). Или храните эталон в файле: `baseline: { store: file }`.",
	"branch-unread": "Не удалось прочитать с GitHub ветку ‹branch›, где хранится эталон.",
	"branch-unread-advice": "Дайте заданию хотя бы `permissions: contents: read` и посмотрите строку ниже. Или храните эталон в файле: `baseline: { store: file }`.",
	"branch-file-invalid": "Файл ‹path› из ветки ‹branch› нельзя прочитать как эталон: ‹why›.",
	"branch-file-invalid-advice": "Посмотрите, что туда положили вручную, и уберите это; прежнее содержимое есть в более ранних коммитах ветки.",
	"branch-file-crowded": "он лежит в папке, где слишком много файлов",
	"branch-file-not-plain": "это не обычный файл",
	"branch-file-large": "он занимает ‹bytes› байт",
	"branch-file-unfit": "это не обычный файл допустимого размера",
	"branch-refused": "Не удалось записать в ветку ‹branch›: ‹why›.",
	"branch-read-only": "эти учётные данные не дают права на запись в репозиторий, или он находится в архиве",
	"branch-read-only-advice": "Дайте заданию `permissions: contents: write` или настройте для git учётные данные с правом на отправку; если задание должно только читать, укажите `baseline: { publish: none }`.",
	"branch-unauthorised": "учётные данные не приняты",
	"branch-unauthorised-advice": "Проверьте вход `github-token` или учётные данные, с которыми git обращается к `origin`.",
	"branch-missing": "ветки или её репозитория нет, или они недоступны с этими учётными данными",
	"branch-missing-advice": "Проверьте адрес `origin` и то, что токен выдан для этого репозитория.",
	"branch-protected": "её защищает правило репозитория",
	"branch-protected-advice": "Разрешите отправку в эту ветку: исключите её из правила или дайте право обходить правило тому, кто пишет в эту ветку. Или укажите другую: `baseline: { branch: … }`.",
	"branch-turned-down": "получен отказ",
	"branch-turned-down-advice": "Посмотрите строку ниже.",
	"branch-busy": "Не удалось вовремя записать в ветку ‹branch›.",
	"branch-busy-advice": "В эталон попадёт следующий успешный прогон; команду выполните ещё раз. Если так будет и дальше, посмотрите строку ниже.",
	"no-branch": "Ветки ‹branch› нет.",
	"branch-moved": "Каждый раз кто-то успевал записать в неё раньше.",
	"branch-vanished": "Созданной ветки нет на месте.",
	"branch-unseen": "‹message› ‹lines›",
	"not-of-github": "GitHub таких ответов не присылает.",
	"git-silent": "git ничего не сообщил",
	"no-github": "Для `baseline: publish: pull-request` нужен GitHub, а токена для него нет.",
	"no-github-advice": "Оставьте вход `github-token` как есть или укажите `publish: commit`.",
	"pull-request-refused": "Не удалось открыть пул-реквест, который добавляет принятые прогоны в эталон.",
	"pull-request-refused-advice": "Дайте заданию `permissions: contents: write` и `pull-requests: write` и разрешите GitHub Actions создавать пул-реквесты (`Settings`, `Actions`, `General`)."
};
// src/report/words/ru-failures-config-load.ts
/** As `domain/phrases/config-load.ts`, slot by slot. */
const configLoadPhrases = {
	"executor-needs": "для `executor: ‹executor›` нужен ключ `‹key›`; ‹example›",
	"say-hundred-rate": "`rate: 100` означает сто запросов в секунду",
	"say-stages": "например, `stages: [{ duration: 30s, target: 50 }]`",
	"say-objective": "например, `objective: { p95: 200ms }`",
	"idle-key": "ключ `‹key›` не действует при `executor: ‹executor›`; уберите его или выберите ‹others›",
	"idle-in-soak-rate": "ключ `‹key›` не действует при длительной нагрузке с `rate`, где запросы приходят сами; уберите один из них",
	"idle-in-soak": "ключ `‹key›` не действует при длительной нагрузке без `rate`; уберите его или задайте `rate`",
	"engine-without-http2": "движок `engine: ‹engine›` не умеет `http: 2`; укажите `engine: auto`",
	"autocannon-without": "движок `engine: autocannon` не умеет ‹what›; укажите `engine: auto`",
	"a-think-time": "паузы",
	"an-arrival-rate": "заданную интенсивность",
	"that-executor": "`executor: ‹executor›`",
	"needs-deviation": "для `distribution: normal` нужен ключ `deviation`",
	"idle-deviation": "ключ `deviation` не действует при `distribution: exponential`; уберите его",
	"be-users": "целое число пользователей, не больше ‹max›",
	"stages-too-short": "вместе длятся ‹ms› мс, а измеряется не меньше `1s`",
	"stages-send-nothing": "ничего не отправляют: ни одна ступень с ненулевой длительностью не начинается и не кончается выше 0; поднимите `target`",
	"be-two-durations": "две длительности, сначала меньшая, например `[500ms, 2s]`",
	"be-think-time": "длительность (`1s`), две длительности (`[500ms, 2s]`) или набор ключей с `distribution` и `mean`",
	"start-above-zero": "при `executor: ‹executor›` нужно число больше 0",
	"no-way-up": "подниматься некуда: `‹low›` равно ‹start›, `‹high›` равно ‹most›",
	"no-time-for-steps": "времени не хватит на ‹steps› ступеней; задайте `max-duration` не меньше ‹least› или `step` покороче",
	"idle-limit": "порог `‹metric›` не действует при `executor: ‹executor›`, где нагрузка и должна стать чрезмерной; ограничьте `capacity`, а что сервис должен выдерживать, укажите в `objective`",
	"no-capacity-here": "порог `capacity` действует только при `executor: stress` и `executor: capacity`; уберите его",
	"metric-unmeasured": "показатель `‹metric›` ‹why›",
	"counted-by-databases": "считают базы данных, а ключа `databases` нет; укажите `databases: { shop: { url-from: SHOP_URL } }` с переменной, в которой хранится URL, или `off`",
	"read-from-processes": "читается у процессов сервиса, а без `service.start` они неизвестны; укажите, как его запускать, или `off`",
	"judged-in-one-go": "оценивается, когда сервис нагружают без перерывов, а при `compare: base` так не бывает; укажите `compare: auto` или `off`",
	"too-short-for-growth": "показатель `memory-growth` не оценивается за ‹seconds› с сценария `‹scenario›`; задайте `duration` не меньше ‹least› с (`executor: soak` длится ‹soak›) или укажите `off`",
	"be-limits": "набор ключей с `‹change›` или `‹bound›` либо `off`",
	"scenario-count": "нужно от 1 до ‹max› сценариев (указано: ‹got›)",
	"name-a-limit": "хотя бы один порог",
	"say-off": "если порога не нужно, напишите `off`",
	"second-request": "второй запрос с именем `‹name›`; дайте одному из них другое имя (`name`)",
	"body-or-json": "ключи `body` и `json` исключают друг друга; уберите один",
	"header-twice": "заголовок `‹name›` задан дважды; оставьте один",
	"idle-pick": "ключ `pick` не действует для `‹source›`; уберите его",
	"idle-weight-in-flow": "ключ `weight` не действует внутри `flows`; уберите его",
	"idle-weight": "ключ `weight` не действует при `order: sequence`; уберите его",
	"requests-or-flows": "ключи `requests` и `flows` исключают друг друга; перенесите запросы в `flows`",
	"idle-order": "ключ `order` не действует рядом с `flows`, где запросы и так идут по порядку; уберите его",
	"second-flow": "второй элемент `flows` с именем `‹name›`; дайте ему другое имя"
};
// src/report/words/ru-failures-config-requests.ts
/** As `domain/phrases/config-requests.ts`, slot by slot. */
const configRequestPhrases = {
	"cookies-of-users": "`cookies` хранят пользователи, а при заданной интенсивности их нет; уберите этот ключ",
	"captured-too": "имя `‹name›` берётся и из ответа (`capture`); дайте одному из них другое имя",
	"checks-of-head": "`checks` смотрят на тело ответа, а у `HEAD` его нет; уберите их",
	"idle-equals": "ключ `equals` не действует без `json`; уберите его",
	"capture-of-users": "`capture` нужен следующим запросам того же пользователя, а при заданной интенсивности пользователей нет; задайте нагрузку пользователями",
	"capture-in-order": "для `capture` запросы должны идти по порядку; укажите в сценарии `order: sequence`",
	"be-path": "путь сервиса, например `/books/{{id}}?full=1`",
	"say-host-elsewhere": "имя машины указывается в `service.url`",
	"say-one-slash": "начните с одной косой черты",
	"be-short-path": "путь не длиннее 8000 символов",
	"say-no-fragment": "уберите часть после `#`: она никогда не отправляется",
	"say-encode": "закодируйте символ ‹text› через знак процента",
	"be-line": "метод и путь, например `GET /books` или `POST /orders`",
	"be-status": "статус, например `201`, `2xx` или `200-204`",
	"be-header": "имя заголовка",
	"header-of-engine": "другой заголовок: этот ставит движок",
	"be-variable": "имя из букв, цифр, дефисов и подчёркиваний, которое начинается с буквы",
	"be-regex": "регулярное выражение не длиннее 1000 символов",
	"say-escape": "экранируйте то, что понимается буквально, например `\\.`",
	"be-pointer": "указатель JSON, например `/author/name` или `/books/0/title`",
	"be-two-numbers": "два целых числа, сначала меньшее, например `[1, 500]`",
	"say-word": "напишите ‹word›",
	"say-methods": "методы: ‹methods›",
	"be-statuses": "статус, например `201`, `2xx` или `200-204`, или список статусов",
	"be-request": "метод и путь, например `GET /books` или `POST /orders`, либо набор ключей с `path`",
	"variable-unused": "переменная `‹name›` нигде не используется; напишите в запросе `{{‹again›}}` или уберите её",
	"capture-unused": "значение `‹name›` берётся из ответа и нигде не используется; напишите `{{‹again›}}` в одном из следующих запросов или уберите его",
	"braces-open": "скобки `{{` открыты и не закрыты; напишите `{{name}}`",
	"captured-has-no-columns": "подстановка ‹shown›: у значения из ответа нет столбцов",
	"used-before-captured": "подстановка ‹shown› стоит раньше, чем её значение получит `‹giver›`; поставьте тот запрос раньше",
	"not-a-variable": "подстановка ‹shown›: это не имя переменной",
	"captured-elsewhere": "подстановка ‹shown›: её значение получает только другой элемент `flows`; получите его и в этом",
	"no-variable": "подстановка ‹shown›: переменной `‹name›` нет; ‹advice›",
	"has-no-columns": "подстановка ‹shown›: у `‹name›` нет столбцов; напишите `{{‹again›}}`",
	"add-variable": "добавьте её в `variables`",
	"names-a-row": "подстановка ‹shown› называет строку целиком; назовите столбец: ‹columns›",
	"known-columns": "столбцы: ‹columns›",
	"no-column": "подстановка ‹shown›: в файле ‹file› нет столбца `‹column›`; ‹advice›",
	"not-in-url": "подстановка со значениями, которые годятся для URL, а у ‹shown› есть и другие; закодируйте их через знак процента",
	"not-in-header": "подстановка со значениями, которые годятся для заголовка, а у ‹shown› есть и другие",
	"not-in-json": "подстановка со значениями, которые не нарушат текст JSON, а у ‹shown› есть и другие; уберите из них кавычки, обратные косые черты и концы строк",
	"secret-unnamed": "подстановка ‹shown› без имени; напишите `{{secret.NAME}}`",
	"secret-not-listed": "подстановка ‹shown›: `secrets` не разрешает `‹name›`; добавьте имя в `secrets` в начале файла",
	"secret-allowed-by-base": "имя, которое уже разрешает базовый коммит",
	"be-set-variable": "имя заданной переменной окружения",
	"say-merge-secret": "сначала влейте изменение, которое добавляет имя в `secrets` и нигде его не использует",
	"say-give-secret": "передайте её шагу или оболочке, где работает Loadgate (у пул-реквестов из форков и от Dependabot секретов нет)",
	"be-long-secret": "имя переменной окружения, в значении которой не меньше ‹min› символов: более короткое не скрыть",
	"say-no-secret": "то, что не секрет, напишите прямо в запросе",
	"secret-taken": "с имени `secret` начинается `{{secret.NAME}}`; возьмите другое имя",
	"rows-not-utf8": "не текст в UTF-8",
	"rows-not-csv": "не CSV: ‹error›",
	"rows-not-json": "не JSON: ‹error›",
	"rows-not-list": "не список объектов JSON",
	"rows-uneven": "содержит строки с разными ключами: `‹key›` есть не во всех (см. строку ‹row›)",
	"rows-no-value": "содержит в строке ‹row› под ключом `‹key›` не текст, не точное число и не логическое значение",
	"rows-none": "не содержит строк",
	"rows-too-many": "содержит больше ‹max› строк",
	"rows-too-wide": "содержит больше ‹max› столбцов",
	"rows-bad-column": "содержит столбец, который нельзя назвать в запросе: `‹name›`",
	"rows-twice": "содержит два столбца с именем `‹name›`",
	"be-data-file": "файл CSV или JSON в рабочем каталоге",
	"it-is": "файл ‹why›",
	"no-path": "назван не путём",
	"stay-inside": "путь внутри рабочего каталога и вне `.git`"
};
// src/report/words/ru-failures-config-service.ts
/** As `domain/phrases/config-service.ts`, slot by slot. */
const configServicePhrases = {
	"be-own-url": "адрес HTTP или HTTPS на этой машине, например `http://127.0.0.1:{port}`",
	"say-port-place": "`{port}` ставится после имени машины",
	"say-no-user": "уберите имя пользователя и пароль",
	"say-no-query": "то, что идёт после `?` и `#`, указывается в запросах",
	"say-loopback": "здесь нагружаются только адреса этой машины (`localhost`, `127.0.0.1`, `[::1]`); сервис на другой машине задаётся в `target`",
	"say-port-zero": "порта 0 не бывает",
	"address-is": "адрес ‹address› ‹why›",
	"be-url": "адрес HTTP или HTTPS, например `https://api.example.com`",
	"be-loadable-url": "адрес машины, которую можно нагружать",
	"say-host-as": "запишите имя машины как ‹host›",
	"say-no-dot": "уберите точку в конце имени машины",
	"say-host-no-name": "это не имя машины",
	"say-path-as": "запишите путь как ‹path›",
	"say-scheme": "начните с `http://` или `https://`",
	"say-unreadable-url": "прочитать его как адрес нельзя",
	"say-punycode": "имена не латиницей записывайте в виде `xn--…`, без пробелов",
	"say-plainly": "запишите его без ухищрений",
	"be-allowed": "IP-адрес, сеть вида `10.0.0.0/8` или имя машины",
	"be-loadable": "адрес, который можно нагружать",
	"say-only-host": "уберите схему, порт и путь",
	"say-top-level": "весь домен верхнего уровня разрешить нельзя",
	"say-give-database": "передайте её шагу или оболочке, где работает Loadgate, или уберите базу данных (у пул-реквестов из форков и от Dependabot секретов нет)",
	"be-database-url": "имя переменной окружения, в которой хранится URL, начинающийся с ‹schemes› или ‹last›",
	"say-database-url": "запишите его как `postgres://user:password@127.0.0.1:5432/shop`, закодировав особые символы пароля через знак процента",
	"be-project": "имя проекта compose: строчные латинские буквы, цифры, дефисы, подчёркивания и `{port}`",
	"say-compose-ls": "их показывает `docker compose ls`",
	"be-container": "имя контейнера: латинские буквы, цифры, точки, дефисы, подчёркивания и `{port}`",
	"say-docker-ps": "их показывает `docker ps`",
	"be-pem": "файл PEM с сертификатами в рабочем каталоге",
	"pem-empty": "не содержит `-----BEGIN CERTIFICATE-----`",
	"pem-broken": "содержит что-то другое на месте сертификата номер ‹number›",
	"be-port": "порт от 1 до 65535 или `free`",
	"be-ready": "путь, например `/health`, или `tcp`",
	"be-true": "значение `true`",
	"say-leave-out": "или уберите этот ключ",
	"be-false": "значение `false`",
	"say-verified": "или уберите этот ключ: тогда сертификат проверяется",
	"be-variable-name": "имя переменной окружения",
	"not-of-runner": "имя переменной, которая не принадлежит раннеру",
	"say-own-variable": "передайте значение в переменной со своим именем",
	"be-ready-block": "путь, например `/health`, `tcp` или набор ключей с одним из ‹kinds›",
	"base-of-deployed": "для `base` нужен `service.start`: то, что развёрнуто по адресу `target`, есть только в одном коммите; напишите `compare: baseline`",
	"base-of-running": "для `base` нужен `service.start`: сервис, который уже работает, нельзя запустить в другом коммите",
	"be-inside": "путь внутри рабочего каталога",
	"be-outside-github": "путь вне `.github`",
	"idle-service-key": "ключ `service.‹key›` не действует без `service.start`; задайте `start` или уберите этот ключ",
	"service-needs": "в `service` нужен `start` (как запускать) или `url` (где сервис уже работает)",
	"name-the-port": "адрес с номером порта",
	"say-port-needs-start": "для `{port}` нужен `service.start`",
	"be-port-of-url": "тот же порт, что в `service.url`",
	"say-port": "укажите ‹port› или напишите в URL `{port}`",
	"tls-needs-url": "для `‹of›.tls` нужен URL с TLS; укажите `url: ‹example›` или уберите этот ключ",
	"log-needs-start": "для `‹path›.log` нужен `service.start`: у сервиса, который уже работает, журнал в другом месте",
	"write-port": "порт в виде `{port}`",
	"needs-service": "нужен `service` (как запускать сервис или где он работает на этой машине) или `target` (где он развёрнут)",
	"service-or-target": "`target` задаётся вместо `service`; оставьте то, что нагружается (входы `start`, `url`, `ready` и подобные относятся к `service`)",
	"target-needs-url": "в `target` нужен `url` или `url-from` (переменная окружения, в которой он хранится)",
	"target-url-twice": "в `target` заданы и `url`, и `url-from`; оставьте что-то одно",
	"monitoring-needs-query": "в `target.monitoring` нужен запрос: `cpu`, `memory` или оба",
	"idle-query": "`target.monitoring.‹key›` — запрос к Prometheus; по SSH и так читается всё",
	"be-watched-host": "имя хоста или IP-адрес; для пользователя и порта есть свои ключи",
	"be-ssh-user": "имя пользователя",
	"be-ssh-file": "путь из букв латиницы, цифр и знаков `._@+/-`; в начале может стоять `~/`",
	"be-pid-file": "абсолютный путь из букв латиницы, цифр и знаков `._@+/-`",
	"be-process-name": "имя процесса без пробелов, как в /proc/PID/comm",
	"say-give-target": "передайте её шагу или оболочке, где работает Loadgate; переменные с именами секретов (`…_TOKEN`, `…_KEY`) не читаются",
	"be-target-variable": "имя переменной окружения с адресом HTTP или HTTPS, в котором нет ничего, кроме имени машины",
	"say-target-url": "пусть в ней будет что-то вроде `https://pr-12.preview.example.com`; пути указываются в запросах"
};
// src/report/words/ru-failures-config-values.ts
/** As `domain/phrases/config-values.ts`, slot by slot. */
const configValuePhrases = {
	"be-duration": "длительность от ‹min› до ‹max›",
	"say-seconds": "напишите `‹a›s` или `‹b›ms`",
	"say-duration": "напишите, например, `30s`, `250ms` или `1.5m`",
	"be-share-above": "доля больше ‹min›, но не больше ‹max›",
	"be-share": "доля от ‹min› до ‹max›",
	"say-share": "напишите, например, `5%` или `0.05`",
	"say-share-of": "напишите `‹percent›%` или `‹ratio›`",
	"be-share-or-standard": "доля больше ‹min›, но не больше ‹max›, или `standard`",
	"be-rate": "интенсивность больше 0, но не больше `‹max›/s`",
	"say-rate": "напишите, например, `100/s`",
	"be-size": "размер больше 0, но не больше ‹max›",
	"say-size": "напишите, например, `512B` или `2.5kB`",
	"be-growth": "размер за минуту больше 0, но не больше `‹max›/min`",
	"say-growth": "напишите, например, `0.5MB/min`",
	"be-number": "число от 0 до ‹max›",
	"say-unquoted": "напишите `‹value›` без кавычек",
	"be-whole": "целое число от ‹min› до ‹max›",
	"be-flag": "значение `true` или `false`",
	"be-word": "значение `‹word›`",
	"be-one-of": "одно из значений ‹words›",
	"did-you-mean": "возможно, имелось в виду `‹word›`?",
	"length-at-most": "не длиннее ‹max›",
	"length-from-one": "длиной от 1 до ‹max›",
	"be-text": "текст ‹length› символов",
	"be-text-line": "текст ‹length› символов в одну строку",
	"say-quotes": "возьмите значение в кавычки",
	"be-name": "имя из 1–60 букв, цифр, точек, дефисов, подчёркиваний и пробелов, которое начинается с буквы или цифры",
	"not-reserved": "слово, которое не зарезервировано",
	"say-other-name": "выберите другое имя",
	"be-inner-path": "относительный путь внутри рабочего каталога и вне `.git`",
	both: "‹one› и ‹other›",
	either: "‹one› или ‹other›",
	must: "ожидается ‹must› (указано: ‹got›)",
	"must-say": "ожидается ‹must› (указано: ‹got›); ‹say›",
	"exactly-one": "нужен ровно один ключ из ‹known› (указано: ‹given›)",
	"exactly-one-none": "нужен ровно один ключ из ‹known› (не указан ни один)",
	"an-empty-mapping": "пустой набор ключей",
	"a-mapping": "набор ключей",
	"an-empty-list": "пустой список",
	"a-list": "список",
	"got-nothing": "ничего",
	"input-place": "вход `‹name›`",
	"inputs-place": "входы",
	"file-problem": "файл: ‹problem›",
	"key-problem": "`‹key›`: ‹problem›",
	placed: "‹place›: ‹problem›",
	"inputs-at": "входы:‹line›:‹column›",
	"missing-must": "ключ не задан; ожидается ‹must›",
	"known-keys": "известные ключи: ‹keys›",
	"unknown-key": "неизвестный ключ `‹key›`; ‹advice›",
	"unknown-key-in": "неизвестный ключ `‹key›` в `‹where›`; ‹advice›",
	"key-must": "в имени ключа `‹key›` ожидается ‹must›",
	"key-must-say": "в имени ключа `‹key›` ожидается ‹must›; ‹say›",
	"be-a-list": "список",
	"be-a-mapping": "набор ключей",
	"have-at-least-one": "не меньше одного элемента",
	"have-at-least": "не меньше ‹count› элементов",
	"have-at-most": "не больше ‹count› элементов",
	"text-is-empty": "файл пуст; нужен `service`",
	"no-document": "в тексте нет документа",
	"not-yaml": "это не YAML: ‹error›",
	"text-too-large": "больше ‹kib› КиБ; вынесите списки в файлы данных",
	"text-marked": "файл начинается с метки порядка байтов; сохраните его в UTF-8 без неё",
	"text-with-nul": "в файле есть символ NUL; сохраните его как текст UTF-8",
	"text-bad-utf8": "в этом месте не UTF-8; сохраните файл как текст UTF-8",
	"too-deep": "уровней вложенности больше ‹levels›",
	"too-many-entries": "слишком много элементов; вынесите списки в файлы данных",
	"no-directives": "директивы YAML не поддерживаются; уберите строку",
	"one-document": "в файле несколько документов; оставьте один и уберите `---`",
	"no-aliases": "псевдонимы не поддерживаются; напишите значение целиком",
	"no-anchors": "якоря не поддерживаются; уберите якорь и напишите значения целиком",
	"no-tags": "метки типов не поддерживаются; уберите метку",
	"plain-key": "ключ должен быть простым текстом",
	"duplicate-key": "ключ `‹key›` повторяется; оставьте один",
	"forbidden-key": "ключ `‹key›` недопустим",
	"no-merge-keys": "слияние ключей (`<<`) не поддерживается; напишите значения целиком или пользуйтесь `defaults`",
	"finite-number": "нужно конечное число (указано: ‹got›)",
	"exact-number": "нужно точное число, а ‹got› слишком велико; возьмите его в кавычки",
	"requests-twice": "этот вход нельзя задать вместе с файлом конфигурации; запишите запросы в файл",
	"be-http-version": "версия 1.1 или 2"
};
// src/report/words/ru-failures-k6.ts
/** As `domain/phrases/k6.ts`, slot by slot. */
const k6Phrases = {
	"be-k6-tag": "буквы, цифры и знаки `_`, `.`, `-`, сначала буква",
	"idle-k6": "ключ `k6` не действует без `engine: k6`; укажите этот движок или уберите ключ",
	"needs-k6": "для `engine: k6` нужен ключ `k6`; например, `k6: { script: load.js }`",
	"idle-with-k6": "ключ `‹key›` не действует при `engine: k6`: ‹remedy›",
	"k6-script-sends": "что отправлять, определяет скрипт; уберите ключ",
	"k6-script-variables": "в скрипте свои переменные; уберите ключ",
	"k6-script-order": "порядок определяет скрипт; уберите ключ",
	"k6-cookies": "у каждого пользователя k6 свои cookie; уберите ключ",
	"k6-protocol": "версию HTTP выбирает k6; уберите ключ",
	"k6-script-timeout": "сколько могут длиться запросы, определяет скрипт; уберите ключ",
	"k6-script-pauses": "паузы задаёт `sleep()` в скрипте; уберите ключ",
	"k6-without": "при `engine: k6` нельзя задать ‹what›; укажите `users` и `duration` либо `k6: { shape: script }` и форму нагрузки в настройках скрипта",
	"k6-missing": "Не удалось запустить k6 командой `‹command›`: ‹why›.",
	"k6-no-command": "такой команды нет",
	"k6-missing-advice": "Установите k6 в предыдущем шаге (`grafana/setup-k6-action`) или укажите в `k6: command`, где он находится.",
	"k6-exit": "код ‹code›",
	"k6-exit-known": "код ‹code›: ‹meaning›",
	"k6-no-exit": "кода завершения нет",
	"k6-ended": "k6 завершился раньше, чем истекло измеряемое время (‹ending›).",
	"k6-ended-advice": "Его последние строки приведены ниже. При `shape: script` настроек скрипта должно хватать на прогрев и измерение вместе, а сам скрипт должен отправлять HTTP-запросы.",
	"k6-exit-code": "k6 завершился с ошибкой (‹ending›).",
	"k6-exit-code-advice": "Его последние строки приведены ниже.",
	"k6-untrue": "Тому, что записал k6, нельзя верить: ‹why›.",
	"k6-untrue-advice": "Нужны системные теги `status`, `method`, `name`, `error_code` и `expected_response` (`systemTags` в скрипте), а также проверка ответов (`setResponseCallback`). Проверьте, не пишет ли скрипт или расширение поверх вывода.",
	"k6-sent-nothing": "k6 не отправил вовремя ни одного запроса.",
	"k6-not-ended": "k6 не завершился, когда его об этом попросили.",
	"k6-silent": "k6 ничего не записывал ‹seconds› с.",
	"k6-silent-advice": "Его последние строки приведены ниже. Ищите в скрипте функцию `setup()` или цикл, которые никогда не завершаются.",
	"k6-other-time": "запрос завершился в момент, не относящийся к этому прогону",
	"k6-durations": "запросов ‹requests›, а длительностей ‹durations›",
	"k6-summary": "в его сводке запросов ‹summary›, а записано ‹written›",
	"k6-97": "проверка в облаке не удалась",
	"k6-97-advice": "Запускайте скрипт на этой машине: `cloud` в его настройках и выводе здесь не место.",
	"k6-98": "не удалось узнать, как идёт проверка в облаке",
	"k6-98-advice": "Запускайте скрипт на этой машине: `cloud` в его настройках и выводе здесь не место.",
	"k6-99": "пороги скрипта нарушены",
	"k6-99-advice": "Порог с `abortOnFail` прерывает нагрузку слишком рано, и измерить её нельзя; уберите `abortOnFail` или устраните то, что он нашёл.",
	"k6-100": "функция `setup()` выполнялась слишком долго",
	"k6-100-advice": "Увеличьте `setupTimeout` в настройках скрипта или сократите работу в `setup()`.",
	"k6-101": "функция `teardown()` выполнялась слишком долго",
	"k6-101-advice": "Увеличьте `teardownTimeout` в настройках скрипта или сократите работу в `teardown()`.",
	"k6-102": "что-то в нём выполнялось слишком долго",
	"k6-102-advice": "Его последние строки приведены ниже; ищите то, что так и не завершилось.",
	"k6-103": "в нём самом произошёл сбой",
	"k6-103-advice": "Его последние строки приведены ниже; запустите `k6 run` с этим скриптом вручную и попробуйте другую версию.",
	"k6-104": "неверна его конфигурация",
	"k6-104-advice": "Проверьте настройки скрипта и переменные `K6_…` в `env`: исполнитель без нужных ключей, порог, который нельзя прочитать, сценарий без функции.",
	"k6-105": "его остановили сигналом",
	"k6-105-advice": "Остановил его не Loadgate. Ищите то, что завершает процессы на этой машине, например предел времени задания.",
	"k6-106": "не удалось запустить его REST API",
	"k6-106-advice": "Он просит любой свободный порт адреса 127.0.0.1; проверьте, можно ли на этой машине его слушать.",
	"k6-107": "скрипт завершился исключением",
	"k6-107-advice": "Где именно, видно ниже. Исключение вне функции по умолчанию или в `setup()` прерывает весь прогон.",
	"k6-108": "скрипт завершил проверку вызовом `test.abort()`",
	"k6-108-advice": "Причина может быть видна ниже; скрипт не должен завершать проверку раньше, чем истечёт измеряемое время.",
	"k6-109": "он аварийно завершился (panic в Go)",
	"k6-109-advice": "Его последние строки приведены ниже; попробуйте другую версию k6, без расширений.",
	"k6-110": "скрипт признал проверку неудачной вызовом `test.fail()`",
	"k6-110-advice": "То, что он считает неудачей, должно быть порогом здесь или в самом скрипте."
};
// src/report/words/ru-failures-locust.ts
/** As `domain/phrases/locust.ts`, slot by slot. */
const locustPhrases = {
	"be-locust-tag": "тег без пробелов, который не начинается с дефиса",
	"be-bind-address": "адрес или имя этой машины либо `*`",
	"be-ssh-host": "имя машины в том виде, в каком его принимает ssh: `name`, `user@name` или псевдоним из `~/.ssh/config`",
	"be-workspace-file": "путь к файлу в рабочем каталоге",
	"idle-locust": "ключ `locust` не действует без `engine: locust`; укажите этот движок или уберите ключ",
	"needs-locust": "для `engine: locust` нужен ключ `locust`; например, `locust: { file: locustfile.py }`",
	"idle-with-locust": "ключ `‹key›` не действует при `engine: locust`: ‹remedy›",
	"locustfile-sends": "что отправлять, определяет файл Locust; уберите ключ",
	"locustfile-variables": "в файле Locust свои переменные; уберите ключ",
	"locustfile-order": "веса задач задаёт файл Locust; уберите ключ",
	"locustfile-timeout": "сколько могут длиться запросы, определяет файл Locust; уберите ключ",
	"locustfile-pauses": "паузы задаёт `wait_time` в файле Locust; уберите ключ",
	"locust-cookies": "у каждого пользователя Locust свои cookie; уберите ключ",
	"locust-protocol": "Locust работает по HTTP/1.1; уберите ключ",
	"idle-processes": "ключ `processes` не действует вместе с `workers`: каждый рабочий узел — отдельный процесс; уберите один из ключей",
	"ssh-needs-target": "`ssh` запускает рабочие узлы на других машинах, а до сервиса на этой (`service`) им не дойти; задайте `target` или запускайте узлы здесь (`start`)",
	"may-lose-all": "нужно число меньше `count`, ведь кто-то должен подавать нагрузку",
	"locust-without": "движок `engine: locust` здесь не умеет ‹what›; задайте `users` и `duration` или опишите `LoadTestShape` в файле Locust",
	"locust-exit": "код ‹code›",
	"locust-signal": "сигнал ‹signal›",
	"locust-ended": "Locust завершился раньше, чем закончилось измерение (‹ending›).",
	"locust-ended-advice": "Последние строки его вывода приведены ниже. Форма нагрузки (`LoadTestShape`) должна длиться не меньше, чем прогрев и измерение вместе; `run-time` в `locust.conf` или `pyproject.toml` здесь не нужен.",
	"locust-module-missing": "Файл Locust ‹file› импортирует ‹module›, а в том Python, с которым работает `‹command›`, этого нет.",
	"locust-module-missing-advice": "Установите всё, что нужно файлу Locust, туда же, где установлен Locust, например командой `pip install -r requirements.txt` в предыдущем шаге.",
	"locust-missing": "Не удалось запустить Locust командой `‹command›`: ‹why›.",
	"locust-no-command": "такой команды нет",
	"locust-missing-advice": "Установите его (`pip install locust`) в предыдущем шаге или укажите в `locust: command`, где он находится.",
	"locust-exit-code": "Locust завершился неудачно (‹ending›): после полного прогона код равен 0 или, если были ошибки, 1.",
	"locust-exit-code-advice": "Последние строки его вывода приведены ниже. Значение `process_exit_code` в файле Locust может быть здесь только 0 или 1.",
	"locust-old": "Locust ‹release› старше, чем ‹oldest›, а измерять можно только начиная с этой версии.",
	"locust-old-processes": "Locust ‹release› старше, чем ‹oldest›, а в нескольких процессах Locust работает только начиная с этой версии.",
	"locust-old-workers": "Locust ‹release› старше, чем ‹oldest›, а рабочие узлы на других машинах можно измерять только начиная с этой версии.",
	"locust-old-unheard": "Прослушивать Locust ‹release› не удалось, а без этого измерять можно только начиная с версии ‹oldest›.",
	"locust-unknown": "неизвестной версии",
	"locust-old-advice": "Установите версию поновее: `pip install \"locust>=‹oldest›\"`.",
	"locust-no-users": "Locust не успел вовремя запустить всех пользователей.",
	"locust-says-nothing": "От Locust ничего не слышно уже ‹seconds› с.",
	"locust-goes-on": "Locust не завершился, хотя получил сигнал завершиться.",
	"locust-overtime": "Locust не завершился, хотя его время истекло.",
	"locust-silent-advice": "Последние строки его вывода приведены ниже. Поищите в файле Locust код, который никогда не заканчивается или блокирует весь процесс.",
	"locust-untrue": "Сведения, полученные изнутри Locust, недостоверны: ‹why›.",
	"locust-untrue-advice": "Проверьте, не завершает ли файл Locust собственный процесс и не сообщает ли он о запросах без времени отклика.",
	"locust-not-heard": "прослушивать его не удалось, а без этого измерять несколько процессов нельзя",
	"locust-process-mute": "один из его процессов перестал передавать данные",
	"locust-process-cut": "один из его процессов завершился посреди работы",
	"locust-processes-many": "процессов больше, чем ядер у любой машины",
	"locust-processes-open": "не каждый процесс сообщил, сколько он измерил",
	"locust-connection": "оборвалось соединение с одним из его процессов",
	"locust-clocks": "не удалось сверить часы одного из рабочих узлов",
	"locust-name-unknown": "у запроса имя, о котором никто не сообщал",
	"locust-name-twice": "один номер дан двум именам",
	"locust-order": "строки идут в невозможном порядке",
	"locust-no-worker": "рабочий узел сообщает, что он не рабочий узел",
	"locust-no-times": "у запросов с именем ‹name› нет времени отклика",
	"locust-miscounted": "по счёту процесса запросов ‹said›, а сообщил он о ‹told›",
	"locust-time-back": "время идёт назад",
	"locust-time-fast": "его время шло быстрее нашего",
	"locust-line-long": "слишком длинная строка",
	"locust-line-cut": "последняя строка обрывается",
	"locust-line-unknown": "чужая строка ‹line›",
	"locust-line-wrong": "невозможная строка ‹line›",
	"locust-statistics-cut": "его статистика обрывается",
	"locust-statistics-other": "его статистика не похожа на статистику Locust",
	"locust-statistics-counts": "числа в его статистике не сходятся",
	"locust-failures-many": "он сообщает о большем числе ошибок, чем их было",
	"locust-workers-none": "За ‹seconds› с не подключился ни один рабочий узел Locust (нужно ‹count›).",
	"locust-workers-missing": "За ‹seconds› с подключились не все рабочие узлы Locust: ‹joined› из ‹count› (‹names›).",
	"locust-workers-missing-advice": "Запустите остальные командой `locust -f - --worker --master-host … --master-port …` и проверьте, доступен ли им порт ‹port› этой машины; дольше ждать их можно с `workers: join-within`.",
	"locust-worker-not-started": "Команда, запускающая рабочий узел Locust, завершилась раньше, чем подключились все узлы (‹ending›): `‹command›`.",
	"locust-worker-not-started-advice": "Последние строки её вывода приведены ниже. Попробуйте выполнить её на этой машине вручную.",
	"locust-workers-deaf": "Подключились рабочие узлы Locust, которые не сообщают о своих запросах: ‹names›.",
	"locust-workers-deaf-advice": "Запускайте их командой `locust -f - --worker --master-host … --master-port …`: с ключом `-f -` они получают от ведущего процесса файл Locust, а с ним и файл, который сообщает о запросах.",
	"locust-worker-lost": "Рабочие узлы Locust потеряны ещё до начала измерения: ‹names›.",
	"locust-worker-lost-advice": "Посмотрите журнал рабочего узла и проверьте сеть между ним и этой машиной. Потерю нескольких узлов допускает `workers: may-lose`."
};
// src/report/words/ru-failures-measure.ts
/** As `domain/phrases/measure.ts`, slot by slot. */
const measurePhrases = {
	"generator-failed": "Генератор нагрузки завершился с ошибкой.",
	"generator-failed-advice": "Запустите прогон снова; если ошибка повторится, сообщите нам о ней, приложив строки ниже.",
	"generator-ended": "Он завершился, не выдав результата (‹ending›).",
	"generator-exit": "код ‹code›",
	"generator-unreadable": "Генератор нагрузки вывел то, что не является его сообщением.",
	"generator-hangs": "Генератор нагрузки не выдал результата за ‹seconds› с и был завершён.",
	"generator-hangs-advice": "Возможно, машина перегружена; запустите прогон снова, с меньшим числом пользователей или на более свободной машине. К тому же приводит выражение в `matches`, которое очень долго сопоставляется с ответом: упростите его.",
	"secret-missing": "Переменная окружения ‹name›, значение которой должны передавать запросы, не задана.",
	"secret-missing-advice": "Передайте её шагу или оболочке, где работает Loadgate.",
	"http2-not-spoken": "Сервис по адресу ‹url› не работает по HTTP/2: ‹why›.",
	"http2-nonsense": "он отвечает чем-то другим",
	"http2-not-offered": "он его не предлагает (ALPN)",
	"http2-refused": "он от него отказывается (ALPN)",
	"http2-silent": "он не начал обмен за ‹ms› мс",
	"http2-closes": "он закрывает соединение",
	"http2-tls-advice": "Измеряйте по HTTP/1.1, как принято без указаний (уберите `http: 2`), или пусть сервис предлагает HTTP/2 при установке TLS-соединения (ALPN).",
	"http2-plain-advice": "Измеряйте по HTTP/1.1, как принято без указаний (уберите `http: 2`), или пусть сервис начинает сразу с HTTP/2, без TLS и без перехода с HTTP/1.1.",
	"run-other-schema": "У прогона в файле ‹path› схема ‹schema›, а эта версия Loadgate читает схему ‹known›.",
	"run-other-schema-advice": "Оценивайте его той версией Loadgate, которая его записала.",
	"run-other-version-advice": "Оценивайте его той версией, которая его записала: `npx loadgate@‹version› judge ‹path›`.",
	"run-invalid": "В файле ‹path› не прогон, записанный этой версией Loadgate.",
	"run-invalid-advice": "Укажите `run.json`, записанный командой `loadgate run` или `loadgate measure`, целиком и без правок.",
	"scenario-missing": "В прогоне нет замеров сценария ‹scenario› (‹side›).",
	"scenario-missing-advice": "Повторите замер с той конфигурацией, по которой оценивается: `loadgate run`.",
	"not-finite": "В замере есть бесконечные числа или не числа: сравнивать с ними пороги нельзя.",
	"counts-inconsistent": "Счётчики замера не сходятся: возможно, часть ошибок в них не попала.",
	"measure-again-advice": "Повторите замер; если ошибка повторится, сообщите нам о ней, приложив `run.json`.",
	"reference-missing": "Эталон сценария ‹scenario› никто не искал.",
	"reference-missing-advice": "Оценивайте по эталонам того же плана; если вы пользовались командной строкой, сообщите нам об этом.",
	"base-failed": "Базовый коммит измерить не удалось. ‹why›",
	"base-failed-advice": "Базовый коммит собирается и запускается теми же командами, что и изменение, но в отдельной папке; команда `service: build` должна делать всё, что нужно только что полученной копии репозитория, в том числе ставить зависимости. ‹advice›",
	"not-booted": "При `compare: base` сервис запускается в обоих коммитах, а этот сервис запускаем не мы.",
	"not-booted-advice": "Укажите, как его запускать (`service: start`), или сравнивайте с принятыми прогонами: `compare: baseline`.",
	"not-booted-itself": "Сервис запущен не нами, поэтому запустить его дважды рядом с самим собой нельзя.",
	"not-booted-itself-at": "Сервис по адресу ‹url› запущен не нами, поэтому запустить его дважды рядом с самим собой нельзя.",
	"not-booted-itself-advice": "Укажите, как его запускать: `service: start` в конфигурации или `--start`.",
	"base-missing": "Для `compare: base` нужен базовый коммит, а у этого прогона его нет.",
	"base-missing-advice": "В пул-реквесте он известен; в командной строке укажите его: `--base main`. Или задайте `compare: auto`.",
	"died-under": "‹what› Нагрузка в это время: ‹load›.",
	"level-rate": "‹level› зап./с",
	"level-one-user": "один пользователь",
	"level-users": "пользователей: ‹level›",
	"report-folder": "Не удалось создать папку отчёта ‹path›: ‹error›.",
	"report-folder-advice": "Проверьте права в рабочем каталоге или укажите другую папку в `report.directory`."
};
// src/report/words/ru-failures-platform.ts
/** As `domain/phrases/platform.ts`, slot by slot. */
const platformPhrases = {
	foreign: "‹text›",
	internal: "Внутренняя ошибка Loadgate: ‹error›.",
	"internal-advice": "Сообщите нам о ней, приложив строки ниже и, если можно, `run.json`.",
	stopped: "Прогон остановлен до завершения.",
	"stopped-by": "Прогон остановлен сигналом ‹signal› до завершения.",
	"stopped-in-git": "Прогон остановлен во время работы git.",
	"stopped-advice": "Запустите его снова; ничего не оценивалось, эталон не записан.",
	cancelled: "Прогон отменён до завершения.",
	"cancelled-advice": "Запустите его снова, когда машина освободится; ничего не оценивалось и не публиковалось.",
	"program-missing": "Не удалось запустить ‹file›: такого файла нет.",
	"program-not-executable": "Не удалось запустить ‹file›: выполнять его нельзя.",
	"program-missing-advice": "Установите эту программу или укажите путь к исполняемому файлу.",
	"spawn-failed": "Не удалось запустить ‹file›: ‹error›.",
	"spawn-failed-advice": "Проверьте лимиты этой машины: память, число процессов (`ulimit -u`), число открытых файлов (`ulimit -n`).",
	"path-outside": "Путь ‹path› ведёт за пределы рабочего каталога или в `.git`.",
	"path-outside-advice": "Укажите путь относительно рабочего каталога, который остаётся внутри него.",
	"path-not-of-repository": "Путь ‹path› не указывает на файл этого репозитория.",
	"path-not-of-repository-advice": "Укажите путь относительно рабочего каталога, который остаётся внутри репозитория.",
	"file-unwritable": "Не удалось записать ‹path›: ‹error›.",
	"file-unwritable-advice": "Проверьте место на диске и права в рабочем каталоге; прежний файл не изменился.",
	"file-leads-out": "ведёт за пределы рабочего каталога или в `.git`",
	"file-unreadable": "не читается (‹code›)",
	"file-no-file": "указывает не на файл",
	"file-too-large": "больше ‹kib› КиБ",
	"file-missing": "не существует",
	"ref-unknown": "Имя ‹name› не указывает ни на один коммит этого репозитория.",
	"ref-unknown-advice": "Укажите существующую ветку, тег или коммит; в неполной копии сначала получите его (`git fetch`).",
	"ref-invalid": "Имя ‹name› не может быть именем коммита.",
	"ref-invalid-advice": "Укажите ветку, тег или идентификатор коммита.",
	"sha-invalid": "Значение ‹sha› не идентификатор коммита.",
	"sha-invalid-advice": "Идентификатор коммита состоит из 40 (или 64) строчных шестнадцатеричных цифр.",
	"base-file-too-large": "В базовом коммите ‹sha› файл ‹path› занимает ‹size› байт: таких больших Loadgate не читает.",
	"base-file-invalid": "В базовом коммите ‹sha› по пути ‹path› лежит не обычный файл (‹what›): такие Loadgate не читает.",
	"base-file-invalid-advice": "Пусть в базовой ветке по этому пути лежит обычный текстовый файл не больше 1 МиБ.",
	"base-unreadable": "Базового коммита ‹sha› нет в этой копии репозитория, и получить его не удалось, поэтому эталон и пороги не прочитаны.",
	"base-unreadable-advice": "Получайте репозиторий с `fetch-depth: 0` или с правами, которых достаточно для `git fetch origin`.",
	"no-origin": "У репозитория нет удалённого репозитория `origin`.",
	"base-without-folder": "В базовом коммите ‹sha› нет папки ‹folder›, в которой измеряется изменение.",
	"base-without-folder-advice": "Сравнивать пока не с чем; после слияния эта папка появится и в базовой ветке.",
	"git-missing": "Чтобы прочитать базовый коммит, нужен git, а программы `git` в `PATH` нет.",
	"git-missing-advice": "Установите git или запускайте без базового коммита: тогда берётся эталон из рабочего каталога.",
	"git-no-repository": "Рабочий каталог не относится к репозиторию git, поэтому прочитать базовый коммит негде.",
	"git-no-repository-advice": "Сначала получите репозиторий (`actions/checkout`) или запускайте без базового коммита.",
	"git-unsafe-directory": "Git отказался читать этот репозиторий, потому что его папка принадлежит другому пользователю.",
	"git-unsafe-directory-advice": "Если вы доверяете этой папке, выполните: `git config --global --add safe.directory ‹folder›`.",
	"git-ended": "Git, у которого запрошено ‹what›, завершился с кодом ‹code›.",
	"git-too-slow": "Git, у которого запрошено ‹what›, не ответил вовремя.",
	"git-too-much": "Git, у которого запрошено ‹what›, ответил слишком длинно: столько прочитать нельзя.",
	"git-repository": "описание репозитория",
	"git-commit": "содержимое коммита ‹sha›",
	"git-base-commit": "содержимое базового коммита",
	"git-history": "изменение файла ‹path› по истории",
	"git-version": "содержимое прежней версии файла",
	"git-files": "содержимое файлов коммита ‹sha›",
	"git-failed-advice": "Посмотрите строки ниже; `git fsck` покажет, цел ли репозиторий.",
	"event-variable-missing": "Переменная ‹variable› не задана, поэтому неизвестно, для какого события выполняется прогон.",
	"event-odd": "Файл события ‹path› устроен не так, как их пишет GitHub.",
	"event-unreadable": "Не удалось прочитать файл события ‹path›.",
	"event-without-pull": "В файле события нет пул-реквеста, хотя событие называется ‹event›.",
	"event-advice": "Запускайте действие на раннере GitHub или пользуйтесь командной строкой: `npx loadgate run`.",
	"unsafe-event": "Запускать код при событии ‹event› небезопасно, поэтому он не запущен: ‹risk›.",
	"unsafe-event-advice": "Используйте событие `pull_request`: при нём код форка выполняется без секретов и с токеном только для чтения, а отчёт попадает в сводку задания. Чтобы получить комментарий, публикуйте его вторым рабочим процессом: `docs/forks.md`.",
	"risk-fork": "пул-реквест пришёл из форка, а у этого события есть секреты",
	"risk-fork-behind": "исходный запуск пришёл из форка, а у этого события есть секреты",
	"risk-fork-unknown": "пул-реквест мог прийти из форка (в событии об этом не сказано), а у этого события есть секреты",
	"runner-files-changed": "Пока сервис работал, что-то записало в служебные файлы раннера: ‹files›. Их прежнее содержимое восстановлено.",
	"runner-files-changed-advice": "Найдите, что в них пишет: сервис, его сборка или команда, которую они запускают. Выходные значения и переменные задавайте отдельным шагом.",
	"certificate-refused": "Не удалось проверить сертификат сервиса по адресу ‹url›: ‹flaw›.",
	"certificate-own-advice": "Проверьте сертификаты в `service.tls.ca` (доверие есть только к ним), настройте в сервисе действительный сертификат для ‹host› или укажите `service: { tls: { verify: false } }`, и отчёт об этом скажет.",
	"certificate-advice": "Укажите в `service.tls.ca` сертификат его центра (или его самого, если он самоподписанный), настройте в сервисе действительный сертификат для ‹host› или укажите `service: { tls: { verify: false } }`, и отчёт об этом скажет.",
	"flaw-with-code": "‹flaw› (‹code›)",
	"flaw-self-signed": "он самоподписанный, и никто из известных центров за него не ручается",
	"flaw-authority-unknown": "он подписан неизвестным центром",
	"flaw-expired": "срок его действия истёк",
	"flaw-not-yet": "срок его действия ещё не наступил",
	"flaw-signature": "его подпись неверна",
	"flaw-revoked": "он отозван",
	"flaw-untrusted": "его центру нет доверия",
	"flaw-rejected": "его центр от него отказывается",
	"flaw-too-long": "между ним и известным центром слишком много звеньев",
	"flaw-no-authority": "подписавший его сертификат не имеет права подписывать",
	"flaw-purpose": "он выдан не для серверов",
	"flaw-name": "он выдан на другое имя",
	"flaw-names": "он выдан на другое имя: ‹names›",
	"flaw-no-names": "он выдан на другое имя: имён в нём нет",
	"flaw-refused": "OpenSSL его отвергает",
	"address-no-ip": "не IP-адрес",
	"address-of-interface": "принадлежит одному сетевому интерфейсу этой машины",
	"address-unspecified": "не адрес какой-либо машины (неопределённый)",
	"address-link-local": "локален для канала: там у облаков находятся службы метаданных",
	"address-of-cloud": "принадлежит службам самого облака (метаданные, агенты)",
	"address-multicast": "предназначен для групповой рассылки",
	"address-reserved": "зарезервирован или широковещательный",
	"address-embedded": "записывает адрес IPv4 в форме IPv6",
	"address-behind-nat64": "ведёт к петлевому интерфейсу через NAT64"
};
// src/report/words/ru-failures-second-stage.ts
/** As `domain/phrases/second-stage.ts`, slot by slot. */
const secondStagePhrases = {
	"input-invalid": "Входы шага заданы неверно: ‹problems›.",
	"input-invalid-advice": "Исправьте их в рабочем процессе; что можно указать в каждом, перечислено в `README.md`.",
	"input-problem": "‹name›: ‹problem›",
	"input-problems": "‹some›; ‹other›",
	"input-word": "нужно одно из значений ‹words›, а не ‹got›",
	"input-line": "нужна одна строка не длиннее ‹max› символов",
	"input-needs-artifacts": "при `mode: publish` нужна папка, в которую скачаны артефакты",
	"input-idle-artifacts": "действует только при `mode: publish`",
	"publish-event": "Режим `mode: publish` работает при событии `workflow_run`, а это событие называется ‹event›.",
	"publish-event-advice": "Публикуйте из отдельного рабочего процесса, который запускается после измеряющего (`on: workflow_run`): оба приведены в `docs/forks.md`.",
	"publish-other-event": "Измеренный запуск относится к событию ‹event›, а не к пул-реквесту.",
	"publish-other-event-advice": "Добавьте заданию условие `if: github.event.workflow_run.event == 'pull_request'`.",
	"pull-request-unknown": "GitHub не сообщил, какой пул-реквест измерен (‹refusal›).",
	"pull-request-unknown-advice": "Дайте заданию права `permissions: pull-requests: write` или запустите его снова, когда GitHub заработает.",
	"pull-request-ambiguous": "Коммит ‹sha› стоит последним сразу в нескольких открытых пул-реквестах (их ‹count›: ‹pulls›), и какой из них измерен, неизвестно.",
	"pull-request-ambiguous-advice": "Закройте все, кроме одного, или добавьте в каждый по собственному коммиту.",
	"suite-twice": "У двух конфигураций один и тот же набор ‹suite›.",
	"suite-twice-advice": "Дайте каждой собственное имя в `suite`.",
	"nothing-left": "Измеряющий рабочий процесс не оставил ни одного прогона набора ‹suite›.",
	"nothing-left-advice": "Посмотрите журнал измеряющего запуска; его задание должно выгружать папку отчёта и тогда, когда завершается неудачей (`if: always()`).",
	"artifact-refused": "То, что оставил измеряющий рабочий процесс, не прочитано: ‹why›.",
	"artifact-run-advice": "Скачивайте артефакты только того запуска, который указан в событии: `run-id: github.event.workflow_run.id`.",
	"artifact-folder-advice": "Выгружайте только папку отчёта Loadgate, скачивайте её в пустую папку и указывайте эту папку во входе `artifacts`.",
	"left-runs-many": "прогонов ‹count›, а допускается не больше ‹max›",
	"left-other-commit": "файл ‹path› относится не к коммиту ‹sha›",
	"left-other-time": "в файле ‹path› дата замера ‹date›, а измеряющий рабочий процесс шёл в другое время",
	"left-no-folder": "это не папка",
	"left-bytes-many": "вместе файлы занимают больше ‹max› байт",
	"left-files-many": "файлов больше ‹max›",
	"left-deep": "уровней вложенности папок больше ‹max›",
	"left-neither": "по пути ‹path› лежит не файл и не папка",
	"left-unopened": "не удалось открыть файл ‹path› (‹error›)",
	"left-no-file": "по пути ‹path› лежит не файл",
	"left-large": "файл ‹path› больше ‹max› байт",
	"left-no-text": "файл ‹path› не в кодировке UTF-8"
};
// src/report/words/ru-failures-service.ts
/** As `domain/phrases/service.ts`, slot by slot. */
const servicePhrases = {
	"service-exited-early": "Сервис ‹ending› через ‹seconds› с после запуска, так и не став готовым.",
	"service-exited-late": "Сервис ‹ending› через ‹seconds› с после запуска, уже после того как был готов.",
	"ended-by-signal": "завершён сигналом ‹signal›",
	"exited-with-code": "завершился с кодом ‹code›",
	"exited-with-code-of": "завершился с кодом ‹code› (‹signal›)",
	"killed-advice": "Loadgate его не завершал. Часто это делает ядро, когда не хватает памяти: проверьте, сколько её у машины и сколько занимает сервис.",
	"returned-advice": "Команда `service.start` должна оставаться на переднем плане, а `‹command›` завершилась. Уберите `&`, `-d` и `--daemon`.",
	"last-lines-advice": "Последние строки его вывода приведены ниже.",
	"by-hand-advice": "Последние строки его вывода приведены ниже; чтобы увидеть больше, запустите `‹command›` вручную.",
	"by-hand-in-advice": "Последние строки его вывода приведены ниже; чтобы увидеть больше, запустите `‹command›` вручную в папке ‹folder›.",
	"never-ready": "Сервис по адресу ‹url› не стал готов за ‹seconds› с: ‹last›.",
	"never-ready-heard-advice": "Он слушает ‹heard›. Пусть слушает там, куда указывает `service.url`: порт передаётся в переменной `PORT`, или запишите `{port}` в `service.start`.",
	"never-ready-log-advice": "Поищите текст из `service.ready.log` в строках ниже или дайте сервису больше времени: `service.ready-timeout`.",
	"never-ready-advice": "Пусть сервис слушает порт из переменной `PORT` (или запишите `{port}` в `service.start`); проверьте `service.ready` или дайте больше времени: `service.ready-timeout`.",
	"look-no-address": "у него нет адреса",
	"look-ready-once": "готов он был только один раз",
	"look-no-time": "на проверку не осталось времени",
	"look-log-silent": "в его журнале не появилось ‹text›",
	"look-status": "‹path› отвечает со статусом ‹status›, а не ‹wanted›",
	"look-body": "в теле ответа ‹path› нет ‹text›",
	"look-command-slow": "команда проверки готовности не завершилась за ‹ms› мс",
	"look-command": "команда проверки готовности ‹ending›",
	"look-command-said": "команда проверки готовности ‹ending› (‹words›)",
	"look-nothing-listens": "по адресу ‹place› никто не слушает",
	"look-no-tls": "по адресу ‹place› не отвечают по TLS",
	"look-closed": "соединение с ‹place› закрыто без ответа",
	"look-error": "при обращении к ‹place› получена ошибка ‹error›",
	"answered-by-other": "По адресу ‹url› отвечает ‹holder›, а не запущенный сервис: это были бы чужие числа.",
	"answered-by-other-advice": "Остановите этот процесс или укажите `service.port: free`. Если порт слушает контейнер, запускайте его отдельным шагом раньше и задайте его `url` без `start`.",
	"port-taken": "Порт ‹port› занят (‹holder›), поэтому запустить на нём сервис нельзя.",
	"port-taken-advice": "Остановите этот процесс или укажите `service.port: free` и берите порт из переменной `PORT` или из `{port}`.",
	"holder-unknown": "другой процесс",
	"holder-other-user": "процесс другого пользователя",
	"holder-process": "процесс ‹pid›",
	"holder-command": "процесс ‹pid› (‹command›)",
	"two-holders": "‹one› и ‹other›",
	"build-failed": "Процесс сборки ‹ending› через ‹seconds› с: `‹command›`.",
	"build-failed-advice": "Исправьте сборку; последние строки её вывода приведены ниже. Секретов она не получает: всё, что ей нужно, задаётся в `service.env`.",
	"build-timeout": "Сборка не завершилась за ‹seconds› с: `‹command›`.",
	"build-timeout-advice": "Дайте ей больше времени (`service.build-timeout`) или собирайте отдельным шагом раньше.",
	"command-of-not-found": "Команда из `service.‹what›` не найдена: `‹command›`.",
	"command-of-not-found-advice": "Установите её отдельным шагом раньше, соберите сервис (`service.build`) или проверьте путь и `service.working-directory`.",
	"command-of-not-executable": "Команду из `service.‹what›` нельзя выполнить: `‹command›`.",
	"command-of-not-executable-advice": "Сделайте файл исполняемым (`chmod +x`, затем `git update-index --chmod=+x`) или запускайте его через интерпретатор.",
	"working-directory-missing": "Значение `service.working-directory` (‹folder›) не папка рабочего каталога.",
	"working-directory-missing-advice": "Укажите путь относительно рабочего каталога; сначала получите репозиторий.",
	unreachable: "По адресу ‹url› за ‹seconds› с ничего не стало готово: ‹last›.",
	"unreachable-running-advice": "Запустите сервис до Loadgate и проверьте `url` или поручите запуск Loadgate: задайте `start`.",
	"unreachable-deployed-advice": "Запускайте Loadgate, когда развёртывание закончено; проверьте `target` (`url`, `ready`, `ready-timeout`) и межсетевые экраны между этой машиной и той.",
	"target-missing": "Переменная окружения, которую называет `target.url-from`, не задана.",
	"target-missing-advice": "Передайте её шагу или оболочке, где работает Loadgate.",
	"target-unknown": "Имя ‹host› цели здесь не означает никакого адреса.",
	"target-unknown-advice": "Проверьте `target.url` и DNS этой машины: возможно, имя известно только в другой сети.",
	"target-is": "Адрес цели ‹address›",
	"target-means": "Имя цели ‹host› означает ‹address›",
	"address-never-loaded": "‹where›, а этот адрес ‹why›: такие не нагружаются никогда.",
	"address-never-loaded-advice": "Укажите адрес, по которому к сервису обращаются пользователи; этот нельзя разрешить никаким списком.",
	"address-not-allowed": "‹where›, а `allowed-addresses` разрешает только ‹allowed›. Ничего не отправлено.",
	"address-none-allowed": "‹where›, а `allowed-addresses` не разрешает ничего, кроме этой машины. Ничего не отправлено.",
	"address-own-advice": "Если этот сервис можно нагружать, укажите в конфигурации: `allowed-addresses: [‹address›]`. Нагружайте только своё.",
	"address-base-advice": "Если этот сервис можно нагружать, сначала влейте изменение, которое указывает это в конфигурации базовой ветки (пул-реквест не может разрешить это сам себе): `allowed-addresses: [‹address›]`. Нагружайте только своё.",
	"target-not-loopback": "‹url› означает ‹addresses›, а нагружаются только сервисы этой машины.",
	"target-not-resolved": "‹url› не означает никакого адреса, а нагружаются только сервисы этой машины.",
	"target-not-loopback-advice": "Укажите `localhost`, `127.0.0.1` или `[::1]`. Сервис на другой машине задаётся в `target`."
};
// src/report/words/ru-failures-settings.ts
/** As `domain/phrases/settings.ts`, slot by slot. */
const settingPhrases = {
	"config-missing": "Конфигурации нет: файл ‹path› не существует.",
	"config-missing-advice": "Создайте этот файл (для начала его создаст `loadgate init`) или задайте вход `start` (как запустить сервис) либо `url` (где он уже работает).",
	"config-unreadable": "Не удалось прочитать конфигурацию: ‹path› ‹why›.",
	"config-unreadable-advice": "Положите в рабочий каталог доступный для чтения текстовый файл не больше ‹kib› КиБ.",
	"file-outside": "находится вне рабочего каталога",
	"limits-config-missing": "Записать пороги некуда: файл ‹path› не существует.",
	"limits-config-missing-advice": "Создайте его командой `loadgate init` и впишите строки ниже.",
	"config-invalid-one": "Конфигурация неверна: одна ошибка в ‹where›.",
	"config-invalid": "Конфигурация неверна, ошибок в ‹where›: ‹count›.",
	"config-invalid-inputs": "Конфигурация неверна, ошибок во входах: ‹count›.",
	"config-invalid-input": "Конфигурация неверна: одна ошибка во входах.",
	"config-invalid-advice": "Исправьте указанные ниже места; все ключи перечислены в `docs/configuration.md`.",
	"more-problems": "… и ещё ‹count›"
};
// src/report/words/ru-failures.ts
/** Russian of every phrase of failures, and of what could not be watched. */
/** All of them: the compiler asks for one that is missing. */
const phrases$1 = {
	...servicePhrases,
	...platformPhrases,
	...measurePhrases,
	...baselinePhrases,
	...branchPhrases,
	...probePhrases,
	...settingPhrases,
	...configValuePhrases,
	...configLoadPhrases,
	...configRequestPhrases,
	...configServicePhrases,
	...locustPhrases,
	...k6Phrases,
	...secondStagePhrases
};
// src/report/words/ru-failure.ts
/** Failures in Russian. */
const failure = {
	headline: {
		usage: "Не удалось начать",
		"not-measured": "Не удалось измерить",
		cancelled: "Отменено"
	},
	whatToDo: "Что делать",
	lines: "Что было видно",
	noVerdict: "Вердикта о сервисе нет: ничего не оценивалось.",
	shortened: "Сокращено.",
	page: {
		skip: "Перейти к сути",
		tried: "Что предполагалось измерить",
		code: "Код сбоя",
		failedAt: "Время сбоя",
		workflowRun: "Запуск рабочего процесса",
		rows: {
			config: "Файл конфигурации",
			suite: "Набор сценариев",
			address: "Адрес",
			folder: "Рабочий каталог",
			build: "Команда сборки",
			start: "Команда запуска",
			scenarios: "Сценарии",
			compare: "С чем сравнивать"
		},
		compare: {
			baseline: "с эталоном",
			base: "с базовым коммитом, измеряемым рядом",
			auto: "с эталоном, а если его недостаточно — с базовым коммитом"
		},
		unknownAddress: "неизвестен",
		serviceLog: (file) => `Если сервис был запущен, его журнал — в файле ${file} в каталоге отчёта.`
	}
};
// src/report/phrases.ts
/** Phrases put into a language's words: the words are ours, what fills them is code. */
/** Marks of a pen: all that is foreign or typed is code. */
const marksOf = (n) => ({
	count: n.count,
	fixed: n.fixed,
	fact: (text) => n.command(clean(text, 500)),
	typed: (text) => n.command(clean(text, 500))
});
/** Marks inside a block of code, where foreign text is not marked once more. */
const plainMarksOf = (n) => ({
	count: n.count,
	fixed: n.fixed,
	fact: (text) => clean(text, 500),
	typed: (text) => `\`${clean(text, 500)}\``
});
/** Phrases inside phrases: deeper ones are none of ours. */
const DEPTH_MAX = 8;
/** A phrase in the words of a language; null for one of another version, which has other phrases or slots. */
function tellPhrase({ phrase, facts }, words, marks, depth = 0) {
	if (!isPhraseName(phrase) || depth > DEPTH_MAX) return null;
	let isWhole = true;
	const fill = (text, show) => text.replaceAll(SLOT, (_, slot) => {
		const fact = Object.hasOwn(facts, slot) ? facts[slot] : void 0;
		const shown = fact === void 0 ? null : show(fact);
		isWhole &&= shown !== null;
		return shown ?? "";
	});
	const told = words[phrase].split(/(`[^`]*`)/).map((part, at) => at % 2 === 1 ? marks.typed(fill(part.slice(1, -1), (fact) => typeof fact === "object" ? null : String(fact))) : fill(part, (fact) => {
		if (typeof fact === "object") return tellPhrase(fact, words, marks, depth + 1);
		return typeof fact === "number" ? numeral(fact, marks) : marks.fact(fact);
	}));
	return isWhole ? told.join("") : null;
}
const numeral = (value, { count, fixed }) => Number.isInteger(value) ? count(value) : fixed(value, 1);
/** A phrase in a report; English, and what has none or is of another version, stands as it was recorded, as code. */
const toldIn = (words, said, recorded, n) => {
	const { phrases } = words;
	return (said === null || phrases === "recorded" ? null : tellPhrase(said, phrases, marksOf(n))) ?? n.name(recorded);
};
// src/report/words/ru-told.ts
/** A phrase in Russian; what has none, or is of another version, is English and stands as code. */
const toldOr = (said, english, n) => (said === null ? null : tellPhrase(said, phrases$1, marksOf(n))) ?? n.name(english);
// src/report/words/ru-branch.ts
/** Russian. */
const branch = {
	fixOrAccept: (name, command, n) => `Если изменение того стоит, влейте его и примите его прогон: ${n.command(command)}. Эталон лежит в ветке ${n.name(name)}, поэтому пул-реквест не может принять сам себя.`,
	takeBaseline: (name, n) => `Успешные прогоны основной ветки попадают в ветку ${n.name(name)} сами, если у их задания есть право ${n.code("permissions: contents: write")}. Сравниваются только прогоны с одинаковых машин.`,
	moreRuns: (name, runs, wanted, n) => `Успешные прогоны основной ветки попадают в ветку ${n.name(name)} сами; с запуском по расписанию они накопятся быстрее. Примерно с ${counted$1(wanted, RUNS_GENITIVE, n)} (сейчас ${n.count(runs)}) измеренный шум значит больше, чем предполагаемый.`
};
// src/report/words/ru-advice.ts
/** Russian: what to do next, each with the line or command that does it. */
/** Sentences of recommendations. */
const advice = {
	"find-the-cause": ({ scenario, shape, request }, n) => {
		const first = request === null ? "" : ` Начните с ${n.name(request)}: этот запрос выделяется.`;
		return `${shape === "whole" ? `Снимите профиль сервиса под этой нагрузкой на обоих коммитах${n.inScenario(scenario)} и сравните, что делает большинство запросов: обращения к базе, сериализация, промежуточные обработчики.` : `Ищите то, что случается лишь изредка${n.inScenario(scenario)}: сборка мусора, ожидание блокировок, исчерпанный пул соединений, промахи кэша.`}${first}`;
	},
	"fix-or-accept": ({ command, path, branch: branch$2, against, lines }, n) => {
		if (lines.length > 0) return `Если изменение того стоит, ухудшение может допустить любой, у кого есть право записи в репозиторий, — строкой в своём комментарии: ${n.list(lines.map((line) => n.command(`${line} почему это того стоит`)))}. После этого запустите проверку ещё раз. Действует это только в названных пределах и до названного срока.`;
		return against === "base" ? "Если изменение того стоит, влейте его несмотря на эту проверку, когда настройки репозитория это позволяют: дальше остальные изменения будут сравниваться уже с ним. Пороги читаются из базового коммита, поэтому пул-реквест не может смягчить их сам для себя." : branch$2 !== void 0 ? branch.fixOrAccept(branch$2, command, n) : `Если изменение того стоит, примите его: выполните ${n.command(command)} и закоммитьте ${n.name(path)} в базовую ветку. Эталон читается оттуда, а не из самого пул-реквеста.`;
	},
	"take-baseline": ({ command, path, branch: branch$3 }, n) => branch$3 !== void 0 ? branch.takeBaseline(branch$3, n) : `Примите этот прогон (${n.command(command)}) и закоммитьте ${n.name(path)} в базовую ветку. Снимайте эталон на той машине, где идёт проверка: сравниваются только прогоны с одинаковых машин.`,
	"hold-the-gain": ({ command, path }, n) => `Примите этот прогон (${n.command(command)}) и закоммитьте ${n.name(path)}. Иначе выигрыш можно снова потерять, и проверка этого не заметит.`,
	"larger-budget": ({ seconds, now }, n) => `Задайте ${n.code(`budget: ${Math.round(seconds / 60)}m`)} (сейчас ${n.seconds(now)}), чтобы блоков хватило для вывода.`,
	"more-baseline-runs": ({ runs, wanted, path, branch: branch$4 }, n) => branch$4 !== void 0 ? branch.moreRuns(branch$4, runs, wanted, n) : `Примите ещё прогоны на той машине, где идёт проверка (${n.code(`npx loadgate baseline update --runs ${wanted - runs}`)}), и закоммитьте ${n.name(path)}. Примерно с ${counted$1(wanted, RUNS_GENITIVE, n)} (сейчас ${n.count(runs)}) измеренный шум значит больше, чем предполагаемый.`,
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
/** Russian: what a build used, and what ran out first. */
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
	"n-plus-one": ({ scenario, database, statement, calls, perCall, queries }, n) => `Один и тот же запрос к базе выполняется ${n.strong(`${amountWith(calls, TIMES, n)} на HTTP-запрос`)}${n.inScenario(scenario)}, а всего их ${amountOf$1(queries, n)}: ${excerptOf(statement, n)} в ${n.name(database)}. В базе каждый занимает всего ${n.ms(perCall)}, но на каждый уходит ещё путь до базы и обратно, и всё это время HTTP-запрос ждёт. Так выглядит отдельный запрос на каждую строку списка (N+1).`,
	"missing-index": (evidence, n) => scanOf(evidence, n),
	"slow-command": ({ scenario, database, command, perCall, share, busy }, n) => `${n.name(command)} занимает ${n.ms(perCall)} за вызов${n.inScenario(scenario)} и забирает ${n.share(share)} рабочего времени ${n.name(database)} (занятость — ${n.share(busy)}). Команды там выполняются по одной, поэтому остальные ждут эту.`,
	"lock-waits": ({ scenario, database, sessions, perAnswer, mean }, n) => `В каждый момент блокировки ${noun(rounded(sessions), WAITED, n)} в среднем ${amountWith(sessions, SESSIONS, n)} ${n.name(database)}${n.inScenario(scenario)}: это ${n.ms(perAnswer)} на запрос, который занимает ${n.ms(mean)}. Сеансы ждут чужих транзакций, и при большем числе пользователей ждали бы только дольше.`,
	"small-pool": ({ scenario, database, connections, active, concurrency, perAnswer, mean }, n) => `Все соединения с ${n.name(database)} были заняты (${n.count(connections)}, в среднем ${amountOf$1(active, n)})${n.inScenario(scenario)}, а в работе было ${amountWith(concurrency, REQUESTS, n)}. Запрос занимал ${n.ms(mean)}, из которых база нужна ему лишь ${n.ms(perAnswer)}: остальное — ожидание соединения.`,
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
	const amount = amountOf$1(rows, n);
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
	const told = items.slice(0, 5).map(({ name, probe, part, reason, remedy, said }) => {
		const whose = name === null ? PROBES[probe] : `${PROBES[probe]} ${n.name(name)}`;
		const what = part === "all" || part === "lost" ? whose : `${whose} (${n.name(part)})`;
		const end = part === "lost" ? " до конца" : "";
		const then = remedy === null ? "" : ` Что делать: ${toldOr(said?.remedy ?? null, remedy, n)}.`;
		return `Наблюдать за ${what}${end} не удалось: ${toldOr(said?.reason ?? null, reason, n)}.${then}`;
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
// src/report/words/ru-engines.ts
/** Sentences on engines. */
const engines = {
	"own-engine": ({ scenario, why }, n) => why === "closing-connections" ? `Сервис${n.inScenario(scenario)} закрывает соединения. autocannon продолжает ими пользоваться там, где другие клиенты открывают новые, и измерить такой сервис не может. Поэтому измерял наш собственный движок на основе undici.` : `Сервис${n.inScenario(scenario)} отправляет промежуточные ответы, например ранние подсказки (early hints). autocannon принимает их за полные и сопоставляет следующие ответы не с теми запросами. Поэтому измерял наш собственный движок на основе undici.`,
	locust: ({ scenario, version, rounded }, n) => `Нагрузку${n.inScenario(scenario)} подавал Locust ${n.name(version)}: что делают пользователи, какие паузы выдерживают и что считать ошибкой, определяет файл Locust. ${rounded ? ROUNDED : EXACT} Запрос, за которым последовало перенаправление, считается одним, как и запрос, повторённый клиентом на новом соединении.`
};
const EXACT = "Время отклика каждого запроса записано с точностью до микросекунды так, как его измерил Locust: от начала работы клиента на Python до конца чтения ответа. Если Locust занят, это время растёт.";
const ROUNDED = "Прослушивать Locust не удалось, поэтому время отклика взято из его собственной статистики: до 100 мс — целые миллисекунды, выше — две значащие цифры, и неудачные запросы тоже учтены. Меньшие различия не видны.";
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
// src/report/words/ru-k6.ts
const ITERATIONS = [
	"итерацию",
	"итерации",
	"итераций"
];
const DUE = [
	"очередной итерации",
	"очередных итераций",
	"очередных итераций"
];
/** What is said of k6. */
const k6 = {
	titles: {
		k6: "k6",
		"k6-thresholds": "Нарушенные пороги скрипта k6"
	},
	findings: {
		k6: ({ scenario, version, checks, iterations, dropped }, n) => {
			const { passed, failed } = checks;
			const checked = passed + failed === 0 ? "" : ` Проверок в скрипте — ${n.count(passed + failed)}, не прошло — ${n.count(failed)}; ошибками здесь они не считаются.`;
			const late = dropped === 0 ? "" : ` Для ${counted$1(dropped, DUE, n)} не нашлось свободного пользователя, и k6 их пропустил: нагрузка была меньше той, что задана в скрипте.`;
			const name = version === "" ? "" : ` ${n.name(version)}`;
			return `Нагрузку${n.inScenario(scenario)} подавал k6${name}, выполнив ${counted$1(iterations, ITERATIONS, n)}: что делают пользователи, какие паузы выдерживают и какие ответы считать ожидаемыми, определяет скрипт. Время отклика измерено самим k6: от отправки первого байта до конца чтения ответа, без установки соединения. Каждое перенаправление считается отдельным запросом.${checked}${late}`;
		},
		"k6-thresholds": ({ scenario, of, count, crossed }, n) => {
			const more = count > crossed.length ? [`ещё ${n.count(count - crossed.length)}`] : [];
			const which = n.list([...crossed.map((each) => n.name(each)), ...more]);
			return `${of === 1 ? `По данным k6${n.inScenario(scenario)} нарушен единственный порог скрипта` : `По данным k6${n.inScenario(scenario)} нарушено порогов скрипта: ${n.count(count)} из ${n.count(of)}`} — ${which}. На вердикт это не влияет; чтобы влияло, задайте порог того же показателя в конфигурации.`;
		}
	}
};
// src/report/words/ru-workers.ts
/** Russian: workers of a load that other machines sent. */
const NODES = [
	"рабочий узел",
	"рабочих узла",
	"рабочих узлов"
];
/** `потерян 1 рабочий узел`, `потеряно 2 рабочих узла`. */
const LOST = [
	"потерян",
	"потеряно",
	"потеряно"
];
const NODES_GENITIVE = [
	"рабочего узла",
	"рабочих узлов",
	"рабочих узлов"
];
/** What is said of workers. */
const workers = {
	titles: {
		workers: "Распределённая нагрузка",
		"workers-unsteady": "Потерянные и опоздавшие рабочие узлы",
		"worker-clocks": "Часы рабочих узлов"
	},
	findings: {
		workers: ({ scenario, workers: all, count, error }, n) => `Источники нагрузки${n.inScenario(scenario)} — ${counted$1(count, NODES, n)}: ${namesOf$1(all, count, n)}. Время отклика измерено там же, и в него входит сеть между рабочими узлами и сервисом. Часы узлов сверены со здешними: момент каждого запроса известен с точностью до ${n.ms(error)}. Чем ещё были заняты машины рабочих узлов, не измерялось.`,
		"workers-unsteady": ({ scenario, lost, late, of, allowed }, n) => {
			const parts = [lost.length === 0 ? null : `потеряны: ${n.list(lost.map((each) => lostAt(each, n)))}`, late.length === 0 ? null : `подключились, когда нагрузка уже шла: ${n.list(late.map((each) => n.name(each)))}`].filter((part) => part !== null);
			const fate = allowed ? `Параметр ${n.code("may-lose")} это допускает: пользователей взяли на себя остальные узлы, но до этого нагрузка была меньше, а запросы, отправленные потерянным узлом после его последнего сообщения, не учтены нигде.` : "Нагрузка была не той, что задана.";
			return `Из ${counted$1(of, NODES_GENITIVE, n)}${n.inScenario(scenario)} ${parts.join("; ")}. ${fate}`;
		},
		"worker-clocks": ({ scenario, worker, offset, error }, n) => `Часы рабочего узла ${n.name(worker)}${n.inScenario(scenario)} ${offset < 0 ? "отстают от здешних" : "спешат относительно здешних"} на ${n.ms(Math.abs(offset))} (с точностью до ${n.ms(error)}). На замер это не влияет, но в журнале узла и во всём, что ищут по времени суток, время сдвинуто на столько же. Исправить это можно, настроив на обеих машинах NTP.`
	},
	voidPhrase: ({ lost, late }, n) => late === 0 ? `${noun(lost, LOST, n)} ${counted$1(lost, NODES, n)}` : `рабочие узлы потеряны или опоздали (${n.count(lost + late)})`,
	voidSentence: ({ lost, late, of, mayLose }, n) => `Рабочих узлов — ${n.count(of)}, из них потеряно ${n.count(lost)}, опоздало ${n.count(late)}, а ${mayLose === 0 ? "не допускается ни того ни другого" : `допускается не больше ${n.count(mayLose)}`}: нагрузка была не той, что задана.`,
	remedy: (n) => `Посмотрите журналы рабочих узлов, проверьте сеть до них и повторите замер; ${n.code("locust: { workers: { may-lose: … } }")} допускает потери.`
};
/** Of many, the first ones. */
const namesOf$1 = (all, count, n) => n.list([...all.map((each) => n.name(each)), ...count > all.length ? [`ещё ${n.count(count - all.length)}`] : []]);
const lostAt = ({ worker, at }, n) => `${n.name(worker)} (последнее сообщение — через ${n.seconds(at)} после начала измерения)`;
// src/report/words/ru-target.ts
/** Russian: a service on another machine. */
/** What is said of a target. */
const target = {
	titles: { "service-elsewhere": "Сервис на другой машине" },
	findings: { "service-elsewhere": ({ address, databases, used, ssh }, n) => {
		const remedy = [
			used === null && ssh === void 0 ? `о процессоре и памяти можно узнать по SSH или у Prometheus (${n.code("target: { monitoring: … }")})` : null,
			databases ? null : `за базами данных можно наблюдать отсюда (${n.code("databases:")})`,
			`всё остальное Loadgate измеряет, когда запускает сервис сам (${n.code("service: start")})`
		].filter((part) => part !== null).join("; ");
		return `Нагрузка подавалась на ${n.name(address)} — это адрес другой машины: в задержку входит сеть между машинами, а названное здесь оборудование принадлежит машине, с которой шла нагрузка. ${toldOf$1(used, ssh, n)} ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
	} }
};
function toldOf$1(used, ssh, n) {
	if (ssh !== void 0) return overSsh(ssh, n);
	return used === null ? "Что расходовал сам сервис (процессор, память, диски), не измерялось, поэтому его узкие места видны только снаружи." : usedOf(used, n);
}
function overSsh({ host, cores, memory, machine }, n) {
	const read = [cores === null || memory === null ? "" : `процессор (ядер), занятый сервисом: в среднем ${n.cores(cores)}; его память: самое большее ${n.bytes(memory)}`, machine === null ? "" : `занято ядер всей машины: ${n.cores(machine.busyCores)} из ${n.cores(machine.cores)}`].filter((part) => part !== "").join("; ");
	return `По данным ${n.code("/proc")} машины ${n.name(host)}, прочитанным по SSH под нагрузкой: ${read}.`;
}
function usedOf({ cpu, memory, gap, said }, n) {
	const parts = [cpu === null ? null : `процессор (ядер): в среднем ${n.cores(cpu.mean)}, самое большее ${n.cores(cpu.most)}`, memory === null ? null : `память: самое большее ${n.bytes(memory.most)}`].filter((part) => part !== null);
	return `${parts.length === 0 ? "" : `По данным Prometheus, под нагрузкой сервис занимал: ${parts.join("; ")}. `}${gap === null ? "" : `Prometheus рассказал не всё, о чём его спросили (${toldOr(said, gap, n)}). `}Больше ничего из того, что расходовал сервис, не измерялось.`;
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
/** Russian: a sentence or two for each finding. What was seen, what it means, nothing else. */
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
	...engines,
	...k6.findings,
	...workers.findings,
	screened: ({ scenario, outcome, changes }, n) => {
		const doubts = changes.length === 0 ? "Сравнение с эталоном не дало однозначного вывода" : `Сравнение с эталоном показало изменения (${n.list(changes.map(({ metric, change }) => `${METRIC_WORDS[metric]} ${n.change(metric, change)}`))})`;
		return `${outcome === "no-baseline" ? "Сравнить с эталоном было не с чем" : doubts}${n.inScenario(scenario)}, поэтому базовый коммит измерен на этой же машине рядом с изменением, и решает он. В таблице показано это сравнение.`;
	},
	"base-failed": ({ failure, decided }, n) => `${toldOr(failure.said?.message ?? null, failure.message, n)} Изменению это в вину не ставится. Базовый коммит собирается и запускается теми же командами в отдельной папке, поэтому команда ${n.code("build")} должна делать всё, что нужно только что полученной копии репозитория. ${decided === "baseline" ? "Решал только сохранённый эталон." : "Сравнения не было, проверены только абсолютные пороги."}`,
	detectable: ({ scenario, changes, blind }, n) => {
		const caught = changes.length === 0 ? `Измерено слишком мало${n.inScenario(scenario)}, чтобы отличить от шума хоть какое-то изменение.` : `В девяти случаях из десяти этот прогон заметил бы ${n.list(changes.map(({ metric, change }) => worseBy(metric, change, n)))}${n.inScenario(scenario)}.`;
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
	...around.findings,
	...target.findings,
	...advice,
	...acceptanceFindings
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
// src/report/words/ru-far.ts
/** Tables of the page. */
const far = {
	over: (title, host) => `${title}, прочитано по SSH с ${host}`,
	machine: "Машина сервиса под нагрузкой",
	available: "Доступно памяти, наименьшее"
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
	far,
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
	return `${who === null ? "" : `${who}, `}${n.seconds(seconds)}, ${counted$1(attempts, REQUESTS, n)} (${engineOf(engine, n)}), ${fate}`;
}
/** Locust and k6 are the user's own, and of any version. */
const engineOf = ({ name, version }, n) => (name === "locust" || name === "k6") && version !== "" ? `${name === "k6" ? name : "Locust"} ${n.name(version)}` : name;
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
function baselineOf({ path, commit, branch }, n) {
	if (branch !== void 0) return onBranch(path, branch, commit, n);
	const where = commit === null ? "из рабочей копии" : `из базового коммита ${n.name(short(commit))}`;
	return `Эталон: ${n.name(path)} ${where}.`;
}
function onBranch(path, branch, commit, n) {
	if (commit === null) return `Эталон: ветка ${n.name(branch)}, которой ещё нет.`;
	return `Эталон: ${n.name(path)} из ветки ${n.name(branch)}, коммит ${n.name(short(commit))}.`;
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
// src/report/words/ru-thresholds.ts
/** What is said of them. */
const thresholds = {
	title: "Пороги скрипта k6",
	columns: {
		metric: "Показатель k6",
		threshold: "Порог",
		measured: "По данным k6",
		result: "Результат"
	},
	results: {
		kept: "соблюдён",
		crossed: "нарушен",
		untold: "нет результата"
	},
	caption: (several) => `${several ? "k6 запускался несколько раз и проверял пороги по каждому прогону целиком, вместе с прогревом; приведён худший результат." : "k6 проверил пороги по всему прогону вместе с прогревом."} Они заданы в скрипте и на вердикт не влияют.`,
	folded: (count, untold, n) => {
		const kept = count - untold;
		return `Пороги скрипта k6: ${[...kept === 0 ? [] : [`соблюдено ${n.count(kept)}`], ...untold === 0 ? [] : [`без результата ${n.count(untold)}`]].join(", ")}`;
	}
};
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
	locust: "Locust",
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
	...around.titles,
	...target.titles,
	...k6.titles,
	...workers.titles,
	...acceptanceTitles,
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
		case "workers-unsteady": return workers.voidPhrase(reason, n);
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
		case "workers-unsteady": return workers.remedy(n);
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
		case "workers-unsteady": return workers.voidSentence(reason, n);
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
			if (lead?.kind === "accepted") return `Ухудшение допущено осознанно: ${phrases(reasons, n)}`;
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
		case "accepted": {
			const { metric, acceptance: acceptance$2 } = reason;
			return `${METRIC_WORDS[metric]} ${moved$1(metric, acceptance$2.change, n)} (${acceptance.limitCell(metric, acceptance$2, n)})`;
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
		case "pass":
			if (lead?.kind === "accepted") return "Делать ничего не нужно: такое ухудшение допущено осознанно и на время.";
			return lead?.kind === "improvement" ? "Делать ничего не нужно. Чтобы закрепить выигрыш, примите этот прогон в эталон." : "Делать ничего не нужно.";
	}
}
const gateOf = ({ exitCode }, policy, n) => exitCode === 0 ? "Слияние не блокируется." : `Политика ${n.code(`${policy}: fail`)} блокирует слияние.`;
const confidenceOf = (metric, comparison, n) => isRange({
	metric,
	comparison
}, n) ? `, с вероятностью ${n.share(.9)} — ${between$1(metric, comparison.interval, n)}` : "";
/** A sentence for each kind of reason. */
const reasons = {
	regression: ({ scenario, metric, value, comparison, acceptance }, n) => {
		const limit = n.extent(metric, comparison.limit ?? 0);
		const line = isWidened(metric, comparison, n) ? `за порог ${limit} и за допуск ${n.extent(metric, comparison.tolerance)}, до которого он расширен` : `за порог ${limit}`;
		return `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(moved$1(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. Изменение значимо (выходит за пределы шума) и существенно (выходит ${line}).${acceptance === null ? "" : ` ${beyondAccepted(metric, acceptance, n)}`}`;
	},
	accepted: ({ scenario, metric, value, comparison, acceptance }, n) => `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(moved$1(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. ${withinAccepted(metric, acceptance, n)}`,
	improvement: ({ scenario, metric, value, comparison }, n) => `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(moved$1(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. Улучшение значимо.`,
	inconclusive: ({ scenario, metric, comparison }, n) => {
		const limit = n.extent(metric, comparison.limit ?? 0);
		const where = isBeyondLimit(metric, comparison) ? `Это хуже порога ${limit}, но для регрессии уверенности мало: иначе её изображал бы шум. Регрессия вероятна, но не доказана.` : `Порог ${limit} попадает в этот интервал или слишком близок к нему, поэтому нельзя утверждать ни что регрессия есть, ни что её нет.`;
		return `${started(metric)}${n.inScenario(scenario)} с вероятностью ${n.share(.9)} — ${between$1(metric, comparison.interval, n)}. ${where}`;
	},
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
function closing({ outcome, reasons: known }) {
	switch (outcome) {
		case "pass":
			if (known[0]?.kind === "accepted") return "Насколько можно судить при такой нагрузке на этой машине, ухудшение не больше, чем допущено.";
			return "Насколько можно судить при такой нагрузке на этой машине, изменение не стоит сервису производительности.";
		case "fail": return "При такой нагрузке на этой машине сервис работает хуже, чем должен.";
		case "inconclusive": return "Этот прогон не оправдывает изменение, но и вины за ним не показывает.";
		case "no-baseline": return "После первого принятого прогона каждое изменение будет сравниваться с ним.";
		case "void": return "По временам отклика этого прогона судить об изменении нельзя.";
	}
}
/** A judgement in a table. */
const judgements = {
	noValue: "нет значения",
	void: "недействительно",
	accepted: "допущено",
	breach: "порог нарушен",
	withinLimit: "в пределах порога",
	notCompared: "не сравнивалось",
	regression: "регрессия",
	worse: "хуже, порога нет",
	improvement: "улучшение",
	"no-change": "без изменений",
	inconclusive: "неоднозначно"
};
/** A limit in a table. */
const limits = {
	...AT,
	none: "нет",
	widened: (limit, tolerance) => `${limit} (с шумом ${tolerance})`,
	accepted: acceptance.limitCell
};
/** `+4,8 % (+1,2…+8,5 %)`: narrow enough for a table. */
function changeCell({ metric, comparison }, n) {
	if (comparison === null) return "–";
	const { change, interval } = comparison;
	if (isBoundless(METRICS[metric], interval)) return `${n.change(metric, change)} (границ нет)`;
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
		judgement: judgementWith(judgements),
		limit: limitWith(limits),
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
		acceptance,
		imported,
		thresholds,
		charts,
		around,
		changes,
		comment,
		search,
		cut: (parts, n) => `Отчёт сокращён. Опущено: ${n.list(parts.map((part) => `«${part}»`))}. Полный отчёт — в файле ${n.code("report.md")} в папке отчёта.`,
		rowsCut: (count, n) => `… и ещё ${n.count(count)}.`,
		phrases: phrases$1,
		failure
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
	const { action, around, changes } = words;
	const spared = (headline.outcome === "fail" || headline.outcome === "void") && headline.exitCode === 0 ? around.warnOnly(n) : "";
	const unseen = headline.outcome === "fail" ? "" : changes.unseen(headline, n);
	return [
		action(headline, n),
		spared,
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
export { penOf as a, tellPhrase as c, LANGUAGES as i, toldIn as l, sentencesOf as n, marksOf as o, underHeadline as r, plainMarksOf as s, KINDS as t, numbersOf as u };
