import.meta.dirname;
import.meta.filename;
import { n as foreignJson } from "./chunk-foreign-json.js";
import { i as phrase } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
import { c as exactOptional, f as literal, g as strictObject, h as record, i as array, n as _enum, o as boolean, p as number } from "./chunk-schemas.js";
import { h as readShape, m as placesIn } from "./chunk-entry.js";
import { A as phrase$1, C as count, D as moment, E as histogram, M as text, O as named, S as amount, T as failure, _ as statuses, b as host, g as requests, h as errors, j as saidUnread, k as nullable, m as engine, p as arrivals, v as timeline, w as counts, x as imported, y as generator } from "./chunk-gate.js";
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
const second = named("ResourceSecond", strictObject({
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
const machine$1 = named("FarMachineReading", strictObject({
	cores: count,
	busyCores: amount,
	steal: nullable(amount),
	cpuPressure: nullable(amount),
	ioPressure: nullable(amount),
	memoryPressure: nullable(amount),
	disk: nullable(strictObject({
		name: text,
		busy: amount,
		read: amount,
		written: amount
	})),
	retransmits: nullable(amount),
	memory: nullable(strictObject({
		total: amount,
		leastAvailable: amount
	}))
}));
const elsewhere = named("ElsewhereReading", strictObject({
	host: text,
	machine: nullable(machine$1)
}));
/** As `Resources` of the domain, field by field. */
const resources = named("Resources", strictObject({
	watched: amount,
	service: nullable(service),
	cgroup: nullable(cgroup),
	runtimes: array(runtime).max(50),
	databases: array(database).max(50),
	containers: array(container).max(200),
	curve: array(second).max(1e5),
	unread: array(unread).max(200),
	monitoring: named("MonitoringReading", strictObject({
		source: literal("prometheus"),
		cpu: sampled,
		memory: sampled,
		gap: nullable(text),
		said: nullable(phrase$1).default(null)
	})).exactOptional(),
	elsewhere: elsewhere.exactOptional()
}));
// src/measure/recorded-run.ts
/** Reads a `run.json` back: strictly, since it may come from anywhere. */
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
const slice = named("Slice", strictObject({
	scenario: text,
	side,
	startedAt: moment,
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
	requests,
	statuses,
	errors,
	bodyBytes: nullable(amount),
	timeline,
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
	startedAt: moment,
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
	const parsed = readShape(runShape, value, json.length);
	if (parsed.success) return parsed.data;
	throw invalid(path, placesIn(parsed.error, 20));
}
function parseJson(json, path) {
	try {
		return foreignJson(json);
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
		message: phrase("run-other-schema", {
			path,
			schema: String(schema),
			known: String(6)
		}),
		advice: /^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(version) ? phrase("run-other-version-advice", {
			version,
			path
		}) : phrase("run-other-schema-advice")
	});
}
function invalid(path, lines) {
	return new Failure({
		kind: "usage",
		code: "run-invalid",
		message: phrase("run-invalid", { path }),
		advice: phrase("run-invalid-advice"),
		lines
	});
}
export { parseRun as t };
