import.meta.dirname;
import.meta.filename;
import { i as phrase$1 } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { _ as readShape } from "./chunk-entry.js";
import { n as micros } from "./chunk-units.js";
import { n as fromRecord } from "./chunk-histogram.js";
import { c as int, d as literal, f as number, g as string, h as strictObject, i as array, m as record, n as _enum, o as boolean, r as _null, s as exactOptional, u as lazy, v as union } from "./chunk-schemas.js";
import { n as METRIC_NAMES, r as forEveryMetric } from "./chunk-metric.js";
import { n as LACKS, t as IMPORT_FORMATS } from "./chunk-imported.js";
// src/measure/recorded-shapes.ts
/** The small shapes that `run.json` and `verdict.json` are made of, and the proof that a shape is that of a type. */
/** A whole number from 0. */
const count = int().nonnegative();
/** A number from 0, in whatever unit the field has. */
const amount = number().nonnegative();
/** A name, a path, a message. */
const text = string().max(2e3);
/** The same, or null. */
const nullable = (schema) => union([schema, _null()]);
/** A shape under the name of its type in the domain: the published schemas have it by that name, with the words of the type. */
const named = (name, schema) => schema.meta({ id: name });
/** Where each request is. */
const counts = named("Counts", strictObject({
	sent: count,
	ok: count,
	httpError: count,
	connectionError: count,
	timeout: count,
	lost: count,
	inFlight: count,
	refused: count
}));
/** Latencies, encoded; what cannot be decoded is refused here, and not by whoever looks into it first. */
const histogram = named("HistogramRecord", strictObject({
	unit: literal("µs"),
	count,
	resolution: amount,
	encoded: string().max(2e6)
}).superRefine((record, context) => {
	const why = whyUnreadable(record.encoded, record.count);
	if (why !== null) context.addIssue({
		code: "custom",
		message: why,
		path: ["encoded"]
	});
}));
function whyUnreadable(encoded, values) {
	try {
		fromRecord({
			unit: "µs",
			count: values,
			resolution: micros(1),
			encoded
		});
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
/** What a failure quotes: a command, a line of a log. */
const quotation = string().max(2e4);
/** A sentence by its name, with what fills it. Names of other versions are taken, too: their English stands beside them. */
const phrase = named("Phrase", strictObject({
	phrase: string().max(100),
	facts: record(string().max(100), union([
		quotation,
		number(),
		lazy(() => phrase)
	]))
}));
/** Phrases of a failure. */
const saidFailure = named("SaidFailure", strictObject({
	message: phrase,
	advice: phrase,
	lines: array(nullable(phrase)).max(100)
}));
/** Phrases of what could not be watched. */
const saidUnread = named("SaidUnread", strictObject({
	reason: phrase,
	remedy: nullable(phrase)
}));
/** Why something could not be measured. */
const failure = named("FailureDetail", strictObject({
	kind: _enum([
		"usage",
		"not-measured",
		"cancelled"
	]),
	code: text,
	message: quotation,
	advice: quotation,
	lines: array(quotation).max(100),
	said: nullable(saidFailure).default(null)
}));
_enum(METRIC_NAMES);
named("MetricValues", strictObject(forEveryMetric(() => nullable(amount))));
// src/measure/recorded-k6.ts
/** Reads back what k6 alone knew of a load. */
/** `K6Use` as it is recorded. */
const k6Use = named("K6Use", strictObject({
	thresholds: array(strictObject({
		metric: text,
		expression: text,
		crossed: nullable(boolean())
	})).max(1e4),
	checks: strictObject({
		passed: count,
		failed: count
	}),
	iterations: count,
	dropped: count
}));
// src/measure/recorded-readings.ts
/** The shapes of what is read during a slice, and of what another tool told of one. */
/** What the generator used. */
const generator = named("GeneratorReading", strictObject({
	cpu: amount,
	eventLoop: amount,
	eventLoopDelayP99: amount,
	runQueueDelay: nullable(amount),
	memory: amount
}));
/** What the machine did. */
const host = named("HostReading", strictObject({
	cores: amount,
	busyCores: amount,
	serviceCores: nullable(amount),
	generatorCores: amount,
	otherCores: amount,
	steal: nullable(amount),
	cpuPressure: nullable(amount),
	ioPressure: nullable(amount),
	memoryPressure: nullable(amount),
	busyByCore: array(amount).max(4096),
	others: array(strictObject({
		name: text,
		cores: amount
	})).max(3),
	disk: nullable(strictObject({
		name: text,
		busy: amount,
		read: amount,
		written: amount
	})),
	retransmits: nullable(amount),
	thermalThrottles: nullable(count).default(null),
	serviceMemory: nullable(amount)
}));
/** Quantiles that a tool told. */
const told = named("ToldLatency", strictObject({
	answers: count,
	quantiles: array(strictObject({
		quantile: number().min(0).max(1),
		value: amount
	})).max(100)
}));
/** That another tool measured. */
const imported = named("Imported", strictObject({
	format: _enum(IMPORT_FORMATS),
	lacks: array(_enum(LACKS)).max(LACKS.length),
	told: nullable(told)
}));
// src/measure/recorded-resources.ts
/** The part of a `run.json` that tells what the builds used. */
const traffic = nullable(strictObject({
	read: amount,
	written: amount
}));
const service = named("ServiceReading", strictObject({
	cores: amount,
	busiestThread: nullable(amount),
	processCores: array(amount).max(50),
	runQueueDelay: nullable(amount),
	diskWaiters: nullable(amount),
	memory: amount,
	proportionalMemory: nullable(amount),
	anonymous: nullable(strictObject({
		from: amount,
		to: amount
	})),
	io: traffic,
	switches: nullable(strictObject({
		voluntary: count,
		involuntary: count
	})),
	processes: count,
	threads: count,
	openFiles: nullable(strictObject({
		most: count,
		limit: amount
	}))
}));
const cgroup = named("CgroupReading", strictObject({
	path: text,
	cpuLimit: nullable(amount),
	throttledPeriods: nullable(amount),
	throttled: nullable(amount),
	memoryLimit: nullable(amount),
	memory: nullable(amount),
	kills: count,
	limitHits: count
}));
const runtime = named("RuntimeReading", strictObject({
	pid: count,
	version: text,
	eventLoop: amount,
	delayP50: amount,
	delayP99: amount,
	delayMax: amount,
	collection: amount,
	collectionMax: amount,
	minorCollections: count,
	majorCollections: count,
	live: nullable(strictObject({
		from: amount,
		to: amount
	}))
}));
const statement = named("StatementReading", strictObject({
	id: text,
	text,
	calls: count,
	time: amount,
	rows: nullable(amount),
	examined: nullable(amount),
	blocks: nullable(amount)
}));
const database = named("DatabaseReading", strictObject({
	name: text,
	kind: _enum([
		"postgresql",
		"mysql",
		"mariadb",
		"redis",
		"valkey"
	]),
	version: text,
	queries: nullable(count),
	time: nullable(amount),
	statements: array(statement).max(20),
	rest: strictObject({
		statements: count,
		calls: count,
		time: amount
	}),
	cacheHits: nullable(amount),
	connections: nullable(strictObject({
		most: count,
		active: amount,
		idleInTransaction: amount,
		limit: nullable(count)
	})),
	waits: array(strictObject({
		kind: _enum([
			"lock",
			"disk",
			"internal",
			"other"
		]),
		event: text,
		sessions: amount
	})).max(10)
}));
const container = named("ContainerReading", strictObject({
	name: text,
	service: nullable(text),
	image: text,
	cores: amount,
	cpuLimit: nullable(amount),
	throttledPeriods: nullable(amount),
	memory: nullable(amount),
	memoryLimit: nullable(amount),
	io: traffic,
	network: nullable(strictObject({
		received: amount,
		sent: amount
	}))
}));
const second$1 = named("ResourceSecond", strictObject({
	second: count,
	service: nullable(amount),
	generator: nullable(amount),
	others: nullable(amount),
	memory: nullable(amount),
	read: nullable(amount),
	written: nullable(amount)
}));
const unread = named("Unread", strictObject({
	name: nullable(text),
	probe: _enum([
		"service",
		"cgroup",
		"runtime",
		"database",
		"container"
	]),
	part: _enum([
		"all",
		"lost",
		"statements",
		"activity",
		"cache",
		"connections",
		"commands",
		"io",
		"memory"
	]),
	reason: text,
	remedy: nullable(text),
	said: nullable(saidUnread).default(null)
}));
const sampled = nullable(named("SampledUse", strictObject({
	mean: amount,
	most: amount,
	samples: count
})));
/** As `Resources` of the domain, field by field. */
const resources = named("Resources", strictObject({
	watched: amount,
	service: nullable(service),
	cgroup: nullable(cgroup),
	runtimes: array(runtime).max(50),
	databases: array(database).max(50),
	containers: array(container).max(200),
	curve: array(second$1).max(1e5),
	unread: array(unread).max(200),
	monitoring: named("MonitoringReading", strictObject({
		source: literal("prometheus"),
		cpu: sampled,
		memory: sampled,
		gap: nullable(text),
		said: nullable(phrase).default(null)
	})).exactOptional()
}));
// src/measure/recorded-run.ts
/** Reads a `run.json` back: strictly, since it may come from anywhere. */
const arrivals = named("Arrivals", strictObject({
	planned: count,
	late: count,
	dropped: count,
	waiting: count,
	lagP99: nullable(amount)
}));
const second = named("TimelineSecond", strictObject({
	second: count,
	throughput: amount,
	p50: nullable(amount),
	p95: nullable(amount),
	errors: amount,
	users: count
}));
const side = _enum(["head", "base"]);
const turn = named("Turn", strictObject({
	place: count,
	elapsed: amount,
	ok: count,
	p50: nullable(amount),
	p95: nullable(amount),
	level: nullable(number()),
	cpu: nullable(amount),
	outside: nullable(amount)
}));
const step = named("Step", strictObject({
	purpose: _enum([
		"raise",
		"recover",
		"refine"
	]),
	level: amount,
	elapsed: amount,
	counts,
	arrivals: nullable(arrivals),
	throughput: amount,
	errorRate: amount,
	mean: nullable(amount),
	p50: nullable(amount),
	p95: nullable(amount),
	p99: nullable(amount),
	generator: strictObject({
		cpu: amount,
		eventLoop: amount
	})
}));
const search = named("SearchResult", strictObject({
	kind: _enum(["stress", "capacity"]),
	max: amount,
	budget: amount,
	objective: named("Objective", strictObject({
		p50: nullable(amount),
		p95: nullable(amount),
		p99: nullable(amount),
		errorRate: amount
	})),
	thinkTime: amount,
	steps: array(step).max(1e3),
	ended: _enum([
		"found",
		"highest-level",
		"budget",
		"stays-broken",
		"given"
	])
}));
const worker = named("WorkerUse", strictObject({
	host: text,
	address: text,
	joinedAfter: amount,
	late: boolean(),
	lostAt: nullable(amount),
	requests: count,
	clock: strictObject({
		offset: number(),
		error: amount
	})
}));
const engine = named("EngineUse", strictObject({
	name: _enum([
		"autocannon",
		"undici",
		"node:http2",
		"fake",
		"locust",
		"k6",
		"wrk",
		"wrk2",
		"hey",
		"oha",
		"vegeta",
		"ab",
		"jmeter",
		"artillery"
	]),
	version: text,
	why: _enum([
		"asked",
		"default",
		"closing-connections",
		"lost-answers",
		"unsupported",
		"executor",
		"http-2",
		"imported"
	]),
	workers: exactOptional(strictObject({
		mayLose: count,
		workers: array(worker).max(1e4)
	})),
	k6: exactOptional(k6Use)
}));
const request = named("RequestCounts", strictObject({
	name: text,
	counts,
	latency: histogram,
	told: exactOptional(told)
}));
const slice = named("Slice", strictObject({
	scenario: text,
	side,
	startedAt: text,
	elapsed: amount,
	warmUp: amount,
	users: nullable(count),
	cpu: nullable(amount),
	turns: array(turn).max(1e4),
	search: nullable(search),
	engine,
	counts,
	arrivals: nullable(arrivals),
	latency: histogram,
	requests: array(request).max(1e3),
	statuses: array(strictObject({
		status: count,
		count
	})).max(1e3),
	errors: array(strictObject({
		message: text,
		count
	})).max(100),
	bodyBytes: nullable(amount),
	timeline: array(second).max(1e5),
	memory: nullable(array(nullable(amount)).max(1e5)),
	generator: nullable(generator),
	host: nullable(host),
	resources: nullable(resources),
	imported: exactOptional(imported)
}));
const machine = named("Machine", strictObject({
	cpuModel: text,
	cores: count,
	architecture: text,
	memory: amount,
	os: text,
	node: text,
	virtualisation: nullable(text),
	governor: nullable(text),
	power: nullable(_enum(["battery", "mains"])),
	thermalThrottles: nullable(count),
	frequency: nullable(strictObject({
		now: amount,
		max: amount
	})),
	runner: _enum([
		"github-hosted",
		"self-hosted",
		"local"
	]),
	fingerprint: text
}));
const block = named("Block", strictObject({
	phase: _enum([
		"alone",
		"explore",
		"main",
		"confirm"
	]),
	load: amount,
	boots: array(named("Boot", strictObject({
		side,
		readyAfter: nullable(amount)
	}))).max(10),
	slices: array(slice).max(1e4)
}));
/** Everything that a `run.json` holds, field by field as {@link Run}. */
const runShape = strictObject({
	schema: literal(6),
	loadgate: text,
	suite: text,
	startedAt: text,
	seed: count,
	machine: nullable(machine),
	target: nullable(named("Target", strictObject({
		url: text,
		address: text,
		loopback: boolean(),
		network: _enum(["private", "public"]).exactOptional()
	}))),
	builds: array(named("BuildInfo", strictObject({
		side,
		commit: nullable(text),
		dirty: boolean()
	}))).max(2),
	configHashes: record(text, text),
	cores: nullable(named("CoreSplit", strictObject({
		service: array(count),
		generator: array(count)
	}))),
	baseFailure: nullable(failure),
	blocks: array(block).max(1e3)
});
/**
* A recorded run from its JSON text.
* @throws Failure kind `usage`: code `run-other-schema` for another version of the shape, `run-invalid` with the places that are wrong
*/
function parseRun(json, path) {
	const value = parseJson(json, path);
	refuseOtherSchema(value, path);
	const parsed = readShape(runShape, value);
	if (parsed.success) return parsed.data;
	throw invalid(path, parsed.error.issues.slice(0, 20).map((issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`));
}
function parseJson(json, path) {
	try {
		return JSON.parse(json);
	} catch (error) {
		throw invalid(path, [error instanceof Error ? error.message : String(error)]);
	}
}
/** The version first: another shape must not be called a wrong one. */
function refuseOtherSchema(value, path) {
	if (typeof value !== "object" || value === null || !("schema" in value)) return;
	const { schema } = value;
	if (typeof schema !== "number" || schema === 6) return;
	const version = "loadgate" in value ? String(value.loadgate) : "";
	throw new Failure({
		kind: "usage",
		code: "run-other-schema",
		message: phrase$1("run-other-schema", {
			path,
			schema: String(schema),
			known: String(6)
		}),
		advice: /^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(version) ? phrase$1("run-other-version-advice", {
			version,
			path
		}) : phrase$1("run-other-schema-advice")
	});
}
function invalid(path, lines) {
	return new Failure({
		kind: "usage",
		code: "run-invalid",
		message: phrase$1("run-invalid", { path }),
		advice: phrase$1("run-invalid-advice"),
		lines
	});
}
export { parseRun as t };
