import.meta.dirname;
import.meta.filename;
import { n as METRIC_NAMES, t as METRICS } from "./chunk-metric.js";
import { n as clean, s as lineOf } from "./chunk-inert2.js";
import { c as thresholdCaption, o as THRESHOLD_ALIGN, s as fateOf, u as thresholdTable } from "./chunk-results.js";
import { n as failureText } from "./chunk-failure3.js";
import { a as penOf, i as LANGUAGES, n as sentencesOf } from "./chunk-sentences.js";
import { i as overviewTable, r as overviewAlign } from "./chunk-tables.js";
import { i as terminalMarks, s as textTable } from "./chunk-terminal.js";
import { s as rowsOf } from "./chunk-summary.js";
// src/report/xml.ts
/** An element, for short. */
const element = (name, attributes = {}, content = []) => ({
	name,
	attributes,
	content
});
/** What XML 1.0 (production 2, `Char`) has no place for, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"	": "&#9;",
	"\n": "&#10;",
	"\r": "&#13;"
};
/** A document in UTF-8 with a declaration, two spaces a level, and a line feed at its end. */
function renderXml(root) {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${written$1(root, "")}\n`;
}
function written$1({ name, attributes, content }, indent) {
	const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${attributeText(value)}"`)].join(" ");
	if (content.length === 0) return `${indent}<${open}/>`;
	if (typeof content === "string") return `${indent}<${open}>${contentText(content)}</${name}>`;
	return `${indent}<${open}>\n${content.map((each) => written$1(each, `${indent}  `)).join("\n")}\n${indent}</${name}>`;
}
/** Text inside an attribute's double quotes. What XML cannot hold becomes U+FFFD. */
const attributeText = (text) => escaped$1(text, /[&<>"\t\n\r]/g);
/** Text between tags, on as many lines as it has. */
const contentText = (text) => escaped$1(text, /[&<>\r]/g);
const escaped$1 = (text, special) => text.toWellFormed().replaceAll(FORBIDDEN, "�").replaceAll(special, (character) => ENTITIES[character] ?? character);
// src/report/junit-suites.ts
/** Suites and cases as JUnit XML, in the order and with the attributes that Apache Ant's schema asks for and Jenkins' allows. */
/** Suites as a document. No attributes at the root: Ant's schema knows none. A number and its unit are parted by an ordinary space. */
const renderSuites = (suites) => renderXml(element("testsuites", {}, suites.map(suiteElement))).replaceAll("\xA0", " ");
function suiteElement(suite, index) {
	const count = (kind) => String(suite.cases.filter(({ ending }) => ending?.kind === kind).length);
	const properties = Object.entries(suite.properties).flatMap(([name, value]) => value === null ? [] : [element("property", {
		name,
		value: clean(value, 500)
	})]);
	return element("testsuite", {
		id: String(index),
		package: clean(suite.package),
		name: clean(suite.name),
		timestamp: suite.startedAt.slice(0, 19),
		hostname: "localhost",
		tests: String(suite.cases.length),
		failures: count("failure"),
		errors: count("error"),
		skipped: count("skipped"),
		time: timeOf(suite.cases.reduce((sum, { seconds }) => sum + seconds, 0))
	}, [
		element("properties", {}, properties),
		...suite.cases.map((each) => caseElement(each, suite)),
		element("system-out", {}, suite.output.join("\n")),
		element("system-err")
	]);
}
function caseElement({ name, seconds, ending }, suite) {
	const parts = [suite.package, suite.name].map((part) => clean(part));
	const classname = [...new Set(parts)].join(".");
	return element("testcase", {
		name,
		classname,
		time: timeOf(seconds)
	}, ending === null ? [] : [endingElement(ending)]);
}
/** The sentence stands in the attribute and in the text: some CI systems show the one, some the other. */
function endingElement({ kind, type, text, lines }) {
	return element(kind, kind === "skipped" ? { message: text } : {
		type,
		message: text
	}, [text, ...lines].join("\n"));
}
/** Seconds to the millisecond, as a decimal number. */
const timeOf = (seconds) => seconds.toFixed(3);
// src/report/junit-thresholds.ts
/** Thresholds of a script of k6 as cases of JUnit: the verdict does not rest on them, so that a crossed one is skipped and tells why. */
/** A case for each, named `k6 http_req_duration: p(95)<200`. */
const thresholdCases = (scenario, words, n) => scenario.thresholds.map((threshold) => {
	const name = `k6 ${clean(threshold.metric)}: ${clean(threshold.expression)}`;
	const fate = fateOf(threshold);
	if (fate === "kept") return {
		name,
		seconds: 0,
		ending: null
	};
	const [headings = [], row = []] = thresholdTable([threshold], words, n, (_, word) => word);
	return {
		name,
		seconds: 0,
		ending: {
			kind: "skipped",
			type: `threshold-${fate}`,
			text: `${words.thresholds.results[fate]}. ${thresholdCaption(scenario, words)}`,
			lines: headings.map((heading, column) => `${heading}: ${row[column] ?? ""}`)
		}
	};
});
// src/report/junit.ts
/** The case that stands for the measurement itself: as long as it took, and an error when it cannot be believed. The others then took no time. */
const MEASUREMENT = "measurement";
/** Wide enough for the overview on one line a metric. */
const WIDTH = 120;
/** The report as JUnit XML. */
function renderJunit(report, policy, language) {
	const words = LANGUAGES[language];
	const n = penOf(words, terminalMarks({ colour: false }), 1);
	const draft = {
		report,
		policy,
		words,
		n,
		sentences: sentencesOf(words, n)
	};
	return renderSuites(report.scenarios.map((scenario) => suiteOf(scenario, draft)));
}
/** Why there is no verdict, as JUnit XML: one suite with one error. */
function renderFailureJunit({ failure, suite, at }, language) {
	const { failure: words } = LANGUAGES[language];
	const { kind, code } = failure;
	const { message, advice, lines } = failureText(failure, language, terminalMarks({ colour: false }));
	const ending = {
		kind: "error",
		type: code,
		text: `${words.headline[kind]}: ${message}`,
		lines: [`${words.whatToDo}: ${advice}`, ...lines.map(lineOf)]
	};
	return renderSuites([{
		package: suite,
		name: suite,
		startedAt: at,
		properties: {},
		cases: [{
			name: MEASUREMENT,
			seconds: 0,
			ending
		}],
		output: []
	}]);
}
function suiteOf(scenario, draft) {
	const { report, words, n } = draft;
	const table = overviewTable(scenario, scenario.judgements, words, n, (_, word) => word);
	const told = thresholdTable(scenario.thresholds, words, n, (_, word) => word);
	return {
		package: report.headline.suite,
		name: scenario.name,
		startedAt: report.method.startedAt,
		properties: propertiesOf(scenario, report),
		cases: [
			measurementOf(scenario, draft),
			...scenario.judgements.filter((judgement) => isHeld(judgement, scenario)).map((judgement) => ({
				name: judgement.metric,
				seconds: 0,
				ending: endingOf(judgement, scenario, draft)
			})),
			...thresholdCases(scenario, words, n)
		],
		output: [
			`${words.facts(scenario, n)}: ${words.outcomes[scenario.outcome]}`,
			textTable(table, overviewAlign(table), WIDTH),
			...told.length < 2 ? [] : [
				"",
				words.thresholds.title,
				textTable(told, THRESHOLD_ALIGN, WIDTH)
			]
		]
	};
}
function propertiesOf(scenario, { method }) {
	const { machine, occasion, beside } = method;
	return {
		outcome: scenario.outcome,
		loadgate: method.loadgate,
		commit: method.commit,
		"base-commit": beside?.commit ?? null,
		"started-at": method.startedAt,
		seed: String(method.seed),
		engine: `${scenario.engine.name} ${scenario.engine.version}`.trim(),
		users: scenario.users === null ? null : String(scenario.users),
		"config-hash": scenario.configHash,
		target: method.target?.url ?? null,
		"machine-fingerprint": machine?.fingerprint ?? null,
		cpu: machine?.cpuModel ?? null,
		cores: machine === null ? null : String(machine.cores),
		os: machine?.os ?? null,
		node: machine?.node ?? null,
		"workflow-run": occasion.runUrl
	};
}
function measurementOf(scenario, { report, policy, sentences }) {
	const reasons = report.reasons.filter((each) => each.kind === "void" && each.scenario === scenario.name);
	const [first] = reasons;
	const ending = first?.kind !== "void" ? null : {
		kind: spared("error", policy),
		type: first.reason.kind,
		text: joined(reasons, sentences),
		lines: []
	};
	return {
		name: MEASUREMENT,
		seconds: scenario.seconds,
		ending
	};
}
/** A metric without a limit passes whatever it does, which would look as if it had been judged; its numbers are in the output. */
function isHeld({ metric, value, comparison, bounds }, { limits }) {
	if (comparison !== null && comparison.limit !== null) return true;
	if (value === null && METRICS[metric].optional) return false;
	return bounds.length > 0 || limits.some((limit) => limit.metric === metric);
}
function endingOf(judgement, scenario, draft) {
	const { policy, words, n, sentences } = draft;
	const said = draft.report.reasons.filter((reason) => isAbout(reason, judgement, scenario));
	const word = words.judgement(judgement, scenario.voided);
	const text = said.length === 0 ? word : joined(said, sentences);
	const limit = `${words.labels.columns.limit}: ${words.limit(judgement, scenario.limits, n)}`;
	const change = `${words.labels.columns.change}: ${words.change(judgement, n)}`;
	const ended = (kind, type) => ({
		kind: spared(kind, policy),
		type,
		text,
		lines: [limit, change]
	});
	switch (stateOf(judgement, scenario)) {
		case "accepted": return ended("skipped", "accepted");
		case "passed": return null;
		case "regression": return ended("failure", "regression");
		case "breach": return ended("failure", "breach");
		case "void": return ended("skipped", "void");
		case "advice": return ended(policy.onInconclusive === "fail" ? "failure" : "skipped", "advice");
		case "inconclusive": return ended(policy.onInconclusive === "fail" ? "failure" : "skipped", "inconclusive");
		case "no-baseline": return ended(policy.onNoBaseline === "fail" ? "failure" : "skipped", "no-baseline");
	}
}
/** Where nothing closes the gate, nothing is red; what it is and why stands there all the same. */
const spared = (kind, { mode }) => mode === "warn-only" ? "skipped" : kind;
/** What one metric came to, by the rules that the outcome of its scenario is made by. */
function stateOf(judgement, { voided, limits }) {
	const { metric, comparison, bounds, failed, advisory, acceptance } = judgement;
	if (voided && !(failed && metric === "error-rate")) return "void";
	if (failed) return bounds.some(({ broken }) => broken) ? "breach" : "regression";
	const compared = limits.some((limit) => limit.kind === "relative" && limit.metric === metric);
	if (comparison === null) return compared && !METRICS[metric].optional ? "no-baseline" : "passed";
	if (comparison.limit === null) return "passed";
	if (acceptance?.within === true) return "accepted";
	if (advisory && comparison.outcome === "regression") return "advice";
	return comparison.outcome === "inconclusive" ? "inconclusive" : "passed";
}
/** Its own reasons, and those of its whole scenario that keep it from being judged. */
function isAbout(reason, { metric, comparison }, scenario) {
	if (reason.scenario !== scenario.name) return false;
	switch (reason.kind) {
		case "void": return false;
		case "no-baseline": return comparison === null;
		default: return reason.metric === metric;
	}
}
const joined = (reasons, sentences) => reasons.map((reason) => sentences.reason(reason)).join(" ");
// src/report/openmetrics-text.ts
/** OpenMetrics text: metric families, their metadata, and the escaping of labels. */
const PREFIX = "loadgate";
/** A value that goes up and down. */
const gauge = (name, unit, help, samples) => ({
	name,
	type: "gauge",
	unit,
	help,
	samples
});
/** Of several states exactly one is true: each is a sample, in a label that has the name of the family. */
function stateSet(name, help, states, all) {
	return {
		name,
		type: "stateset",
		unit: "",
		help,
		samples: all.flatMap(({ labels, state }) => states.map((each) => ({
			labels: {
				...labels,
				[`${PREFIX}_${name}`]: each
			},
			value: each === state ? 1 : 0
		})))
	};
}
/** The families that have samples, and the mark of the end. */
const renderFamilies = (families) => [
	...families.filter(({ samples }) => samples.length > 0).flatMap(linesOf),
	"# EOF",
	""
].join("\n");
function linesOf({ name: bare, type, unit, help, samples }) {
	const name = [
		PREFIX,
		bare,
		unit
	].filter(Boolean).join("_");
	const suffix = type === "info" ? "_info" : "";
	return [
		`# TYPE ${name} ${type}`,
		...unit === "" ? [] : [`# UNIT ${name} ${unit}`],
		`# HELP ${name} ${escaped(help)}`,
		...samples.map(({ labels, value }) => `${name}${suffix}${labelsOf(labels)} ${numeral$1(value)}`)
	];
}
function labelsOf(labels) {
	const parts = Object.entries(labels).flatMap(([name, value]) => value === "" ? [] : [`${name}="${escaped(clean(value))}"`]);
	return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}
/** As the specification escapes text: backslash, double quote, line feed. */
const escaped = (text) => text.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n");
/** Nine significant digits are more than anything measured here has; times of the clock have more. */
const numeral$1 = (value) => String(Math.abs(value) >= 1e6 ? value : Number(value.toPrecision(9)));
// src/report/openmetrics-judged.ts
/** What was measured and judged of each metric, as families of OpenMetrics: values, references and limits in base units, changes, outcomes. */
const UNITS = {
	ms: {
		unit: "seconds",
		factor: .001
	},
	"/s": {
		unit: "requests_per_second",
		factor: 1
	},
	B: {
		unit: "bytes",
		factor: 1
	},
	"B/min": {
		unit: "bytes_per_second",
		factor: 1 / 60
	},
	ratio: {
		unit: "ratio",
		factor: 1
	},
	count: {
		unit: "",
		factor: 1
	}
};
/** What a metric of one scenario can come to. */
const JUDGEMENTS = [
	"regression",
	"improvement",
	"no-change",
	"inconclusive",
	"not-compared"
];
const CHANGES = [
	{
		name: "change",
		help: "Change against the reference: a share of it, of the error rate a difference. Positive is a higher value.",
		pick: ({ change }) => change
	},
	{
		name: "change_low",
		help: "Lower end of the 90 % interval of the change.",
		pick: ({ interval: [low] }) => low
	},
	{
		name: "change_high",
		help: "Upper end of the 90 % interval of the change.",
		pick: ({ interval: [, high] }) => high
	},
	{
		name: "change_limit",
		help: "Largest change for the worse that the configuration allows.",
		pick: ({ limit }) => limit
	},
	{
		name: "change_tolerance",
		help: "Largest change for the worse that was allowed: the limit, or the noise where that is larger.",
		pick: ({ tolerance }) => tolerance
	},
	{
		name: "change_detectable",
		help: "Smallest change for the worse that would have been caught nine times of ten.",
		pick: ({ detectable }) => detectable
	}
];
/** All families of all metrics; those without samples are empty. */
const judgedFamilies = (suite, scenarios) => [
	...METRIC_FAMILIES.flatMap((metrics) => metricFamilies(metrics, suite, scenarios)),
	...changeFamilies(suite, scenarios),
	...judgementFamilies(suite, scenarios)
];
/** Metrics that share a family: the quantiles of latency are told apart by a label, as Prometheus does. */
const METRIC_FAMILIES = [METRIC_NAMES.filter((metric) => METRICS[metric].quantile !== null), ...METRIC_NAMES.filter((metric) => METRICS[metric].quantile === null).map((metric) => [metric])];
/** What was measured, what it was compared with, and the absolute limits. */
function metricFamilies(metrics, suite, scenarios) {
	const [first] = metrics;
	if (first === void 0) return [];
	const { unit, factor } = UNITS[METRICS[first].unit];
	const name = METRICS[first].quantile === null ? first.replaceAll("-", "_") : "latency";
	const sample = (scenario, metric, value, more) => {
		const { quantile } = METRICS[metric];
		const labels = {
			suite,
			scenario,
			...quantile === null ? {} : { quantile: String(quantile) },
			...more
		};
		return value === null ? [] : [{
			labels,
			value: value * factor
		}];
	};
	const judged = (pick) => scenarios.flatMap(({ scenario, judgements }) => metrics.flatMap((metric) => judgements.filter((each) => each.metric === metric).flatMap((each) => pick(scenario, each))));
	return [
		gauge(name, unit, `${HELP[first]}.`, scenarios.flatMap(({ scenario, metrics: values }) => metrics.flatMap((metric) => sample(scenario, metric, values[metric], {})))),
		gauge(`${name}_reference`, unit, `${HELP[first]}: of the accepted runs, or of the base commit.`, judged((scenario, { metric, comparison }) => comparison === null ? [] : sample(scenario, metric, comparison.reference, { against: comparison.against }))),
		gauge(`${name}_limit`, unit, `${HELP[first]}: limits whatever the reference.`, judged((scenario, { metric, bounds }) => bounds.flatMap(({ bound, direction }) => sample(scenario, metric, bound, { bound: direction }))))
	];
}
/** What a metric is, for people who meet it in a query. */
const HELP = {
	p95: "Latency that a share of all answers does not exceed",
	p50: "Latency that a share of all answers does not exceed",
	p99: "Latency that a share of all answers does not exceed",
	throughput: "Requests answered as expected, a second",
	"error-rate": "Share of all attempts that failed",
	capacity: "Highest throughput within the objective",
	"cpu-per-request": "CPU time of the service for each answered request",
	"answer-size": "Mean size of the body of an answer",
	"queries-per-request": "Statements that all databases executed for each request",
	"memory-growth": "How much more memory the service has every second, for certain"
};
function changeFamilies(suite, scenarios) {
	const compared = eachJudgement(suite, scenarios).flatMap(({ labels, judgement: { comparison } }) => comparison === null ? [] : [{
		labels: {
			...labels,
			against: comparison.against
		},
		comparison
	}]);
	return CHANGES.map(({ name, help, pick }) => {
		const samples = compared.flatMap(({ labels, comparison }) => {
			const value = pick(comparison);
			return value === null ? [] : [{
				labels,
				value
			}];
		});
		return gauge(name, "ratio", help, samples);
	});
}
function judgementFamilies(suite, scenarios) {
	const all = eachJudgement(suite, scenarios);
	return [
		stateSet("judgement", "What the comparison of a metric came to; a regression fails the gate only where it is beyond a limit.", JUDGEMENTS, all.map(({ labels, judgement }) => ({
			labels,
			state: judgement.comparison?.outcome ?? "not-compared"
		}))),
		gauge("failed", "", "1 where any limit of a metric is broken.", all.map(({ labels, judgement }) => ({
			labels,
			value: judgement.failed ? 1 : 0
		}))),
		gauge("accepted", "", "1 where a regression is within what was accepted on purpose, 0 where it is beyond.", all.flatMap(({ labels, judgement: { acceptance } }) => acceptance === null ? [] : [{
			labels,
			value: acceptance.within ? 1 : 0
		}]))
	];
}
/** Of metrics that have a value, with the labels by which they are told apart. */
function eachJudgement(suite, scenarios) {
	return scenarios.flatMap(({ scenario, judgements }) => judgements.filter(({ value }) => value !== null).map((judgement) => ({
		labels: {
			suite,
			scenario,
			metric: judgement.metric
		},
		judgement
	})));
}
// src/report/openmetrics-thresholds.ts
/** What k6 measured and what became of it; families without samples are empty. */
function thresholdFamilies(suite, scenarios) {
	const all = scenarios.flatMap(({ scenario, thresholds }) => thresholds.map(({ metric, expression, value, crossed }) => ({
		labels: {
			suite,
			scenario,
			k6_metric: metric,
			threshold: expression
		},
		value,
		crossed
	})));
	return [gauge("threshold_crossed", "", "1 where a threshold of k6's script was crossed, 0 where it was kept; the verdict does not rest on it.", all.flatMap(({ labels, crossed }) => crossed === null ? [] : [{
		labels,
		value: crossed ? 1 : 0
	}])), gauge("threshold_value", "", "What k6 measured of a threshold of its script, in the unit of the threshold: times are milliseconds.", all.flatMap(({ labels, value }) => value === null ? [] : [{
		labels,
		value
	}]))];
}
// src/report/openmetrics.ts
/** Everything that a gate can come to. */
const VERDICTS = [
	"pass",
	"fail",
	"inconclusive",
	"no-baseline",
	"void",
	"failure"
];
/** Where a request can be, and the word for it. */
const PLACES = [
	["ok", "ok"],
	["httpError", "http_error"],
	["connectionError", "connection_error"],
	["timeout", "timeout"],
	["lost", "lost"],
	["inFlight", "in_flight"],
	["refused", "refused"]
];
/** The verdict in OpenMetrics text. Samples have no timestamps, so that collectors of text files take them. */
function renderOpenMetrics(run, verdict) {
	const { suite, scenarios } = verdict;
	return renderFamilies([
		infoOf(run),
		gauge("started_timestamp", "seconds", "When the run began, in Unix time.", [{
			labels: { suite },
			value: Date.parse(run.startedAt) / 1e3
		}]),
		...outcomeFamilies(suite, verdict.outcome, verdict.exitCode),
		stateSet("scenario_verdict", "What a scenario came to.", [
			"pass",
			"fail",
			"inconclusive",
			"no-baseline",
			"void"
		], scenarios.map(({ scenario, outcome }) => ({
			labels: {
				suite,
				scenario
			},
			state: outcome
		}))),
		...loadFamilies(suite, scenarios),
		...judgedFamilies(suite, scenarios),
		...thresholdFamilies(suite, scenarios)
	]);
}
/** That nothing could be measured, in OpenMetrics text. */
const renderFailureOpenMetrics = (suite, exitCode) => renderFamilies(outcomeFamilies(suite, "failure", exitCode));
function outcomeFamilies(suite, state, exitCode) {
	return [stateSet("verdict", "What the gate came to; failure: nothing could be measured.", VERDICTS, [{
		labels: { suite },
		state
	}]), gauge("exit_code", "", "0 pass, 1 failed, 2 not measured or void, 3 wrong usage, 130 cancelled.", [{
		labels: { suite },
		value: exitCode
	}])];
}
function infoOf({ suite, loadgate, seed, machine, target, builds }) {
	const commitOf = (side) => builds.find((build) => build.side === side)?.commit ?? "";
	return {
		name: "run",
		type: "info",
		unit: "",
		help: "The run behind these numbers: version, commits, machine.",
		samples: [{
			labels: {
				suite,
				version: loadgate,
				commit: commitOf("head"),
				base_commit: commitOf("base"),
				seed: String(seed),
				target: target?.url ?? "",
				fingerprint: machine?.fingerprint ?? "",
				cpu: machine?.cpuModel ?? "",
				cores: machine === null ? "" : String(machine.cores),
				os: machine?.os ?? "",
				node: machine?.node ?? ""
			},
			value: 1
		}]
	};
}
function loadFamilies(suite, scenarios) {
	return [
		gauge("users", "", "Users of a closed loop, or most requests under way of an open one.", scenarios.flatMap(({ scenario, users }) => users === null ? [] : [{
			labels: {
				suite,
				scenario
			},
			value: users
		}])),
		gauge("measured", "seconds", "Measured time, warm-up excluded.", scenarios.map(({ scenario, elapsed }) => ({
			labels: {
				suite,
				scenario
			},
			value: elapsed / 1e3
		}))),
		gauge("requests", "", "Requests of the measured time by what became of them; refused ones were never sent.", scenarios.flatMap(({ scenario, counts }) => PLACES.map(([place, word]) => ({
			labels: {
				suite,
				scenario,
				outcome: word
			},
			value: counts[place]
		}))))
	];
}
// src/report/timeline-csv.ts
/** Every column, in order: its heading, which names the unit, and its cell. */
const COLUMNS = {
	scenario: ({ slice }) => slice.scenario,
	side: ({ slice }) => slice.side,
	phase: ({ phase }) => phase,
	block: ({ block }) => block,
	slice_started_at: ({ slice }) => slice.startedAt,
	second: ({ second }) => second,
	users: ({ load }) => load?.users ?? null,
	throughput_per_second: ({ load }) => load?.throughput ?? null,
	errors_per_second: ({ load }) => load?.errors ?? null,
	p50_milliseconds: ({ load }) => load?.p50 ?? null,
	p95_milliseconds: ({ load }) => load?.p95 ?? null,
	service_cores: ({ use }) => use?.service ?? null,
	generator_cores: ({ use }) => use?.generator ?? null,
	other_cores: ({ use }) => use?.others ?? null,
	resident_memory_bytes: ({ use }) => use?.memory ?? null,
	anonymous_memory_bytes: ({ slice, second }) => slice.memory?.[second] ?? null,
	read_bytes_per_second: ({ use }) => use?.read ?? null,
	written_bytes_per_second: ({ use }) => use?.written ?? null
};
/** The headings of the file. */
const TIMELINE_COLUMNS = Object.keys(COLUMNS);
/** The timeline of every slice of a run. Lines end with CR LF, the first one holds the headings; a second in which nothing was read has empty cells. */
function renderTimeline(run) {
	const cells = run.blocks.flatMap(({ phase, slices }, block) => slices.flatMap((slice) => secondsOf(slice).map((second) => ({
		...second,
		phase,
		block,
		slice
	})))).map((place) => Object.values(COLUMNS).map((cellOf) => cellOf(place)));
	return [TIMELINE_COLUMNS, ...cells].map((row) => `${row.map(written).join(",")}\r\n`).join("");
}
/** Every second of a slice, with what was recorded of it. */
function secondsOf(slice) {
	const loads = new Map(slice.timeline.map((each) => [each.second, each]));
	const uses = new Map((slice.resources?.curve ?? []).map((each) => [each.second, each]));
	return Array.from({ length: rowsOf(slice) }, (_, second) => ({
		second,
		load: loads.get(second),
		use: uses.get(second)
	}));
}
function written(cell) {
	if (cell === null) return "";
	return typeof cell === "number" ? numeral(cell) : quoted(inert(clean(cell)));
}
/** Nine significant digits are more than anything measured here has. */
const numeral = (value) => String(Number(value.toPrecision(9)));
/** A spreadsheet takes text that begins so for a formula, some in full width as well; behind an apostrophe it does not. */
const inert = (text) => /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
const quoted = (text) => /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
// src/report/formats.ts
const JUDGED = {
	junit: ({ report, plan }, language) => renderJunit(report, plan.policy, language),
	openmetrics: ({ run, verdict }) => renderOpenMetrics(run, verdict),
	csv: ({ run }) => renderTimeline(run)
};
/** Null: a format that has nothing to say of a failure. */
const FAILED = {
	junit: (failed, language) => renderFailureJunit(failed, language),
	openmetrics: ({ suite, exitCode }) => renderFailureOpenMetrics(suite, exitCode),
	csv: null
};
/** One format of a judged run. */
const renderFormat = (format, judged, language) => JUDGED[format](judged, language);
/** The formats of a judged run, which is asked for once, and only when a text is. */
const formatsOf = (formats, judge, language) => {
	let judged = null;
	const text = (format) => renderFormat(format, judged ??= judge(), language);
	return formats.map((format) => ({
		format,
		text: () => text(format)
	}));
};
/** The formats that have something to say of a run that could not be measured. */
const formatsOfFailure = (formats, failed, language) => formats.flatMap((format) => {
	const render = FAILED[format];
	return render === null ? [] : [{
		format,
		text: () => render(failed, language)
	}];
});
export { formatsOfFailure as n, renderFormat as r, formatsOf as t };
