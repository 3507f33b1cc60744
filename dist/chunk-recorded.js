import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { c as literal, d as record, f as strictObject, i as array, l as number, m as union, n as _enum, o as boolean, p as string, r as _null, s as int } from "./chunk-schemas.js";
import { i as readTextFile } from "./chunk-files2.js";
import { resolve } from "node:path";
// src/measure/recorded-resources.ts
/** The part of a `run.json` that tells what the builds used. */
const count$1 = int().nonnegative();
const amount$1 = number().nonnegative();
const text$1 = string().max(2e3);
const nullable$1 = (schema) => union([schema, _null()]);
const traffic = nullable$1(strictObject({
	read: amount$1,
	written: amount$1
}));
const service = strictObject({
	cores: amount$1,
	busiestThread: nullable$1(amount$1),
	processCores: array(amount$1).max(50),
	runQueueDelay: nullable$1(amount$1),
	diskWaiters: nullable$1(amount$1),
	memory: amount$1,
	proportionalMemory: nullable$1(amount$1),
	anonymous: nullable$1(strictObject({
		from: amount$1,
		to: amount$1
	})),
	io: traffic,
	switches: nullable$1(strictObject({
		voluntary: count$1,
		involuntary: count$1
	})),
	processes: count$1,
	threads: count$1,
	openFiles: nullable$1(strictObject({
		most: count$1,
		limit: amount$1
	}))
});
const cgroup = strictObject({
	path: text$1,
	cpuLimit: nullable$1(amount$1),
	throttledPeriods: nullable$1(amount$1),
	throttled: nullable$1(amount$1),
	memoryLimit: nullable$1(amount$1),
	memory: nullable$1(amount$1),
	kills: count$1,
	limitHits: count$1
});
const runtime = strictObject({
	pid: count$1,
	version: text$1,
	eventLoop: amount$1,
	delayP50: amount$1,
	delayP99: amount$1,
	delayMax: amount$1,
	collection: amount$1,
	collectionMax: amount$1,
	minorCollections: count$1,
	majorCollections: count$1,
	live: nullable$1(strictObject({
		from: amount$1,
		to: amount$1
	}))
});
const statement = strictObject({
	id: text$1,
	text: text$1,
	calls: count$1,
	time: amount$1,
	rows: nullable$1(amount$1),
	examined: nullable$1(amount$1),
	blocks: nullable$1(amount$1)
});
const database = strictObject({
	name: text$1,
	kind: _enum([
		"postgresql",
		"mysql",
		"mariadb",
		"redis",
		"valkey"
	]),
	version: text$1,
	queries: nullable$1(count$1),
	time: nullable$1(amount$1),
	statements: array(statement).max(20),
	rest: strictObject({
		statements: count$1,
		calls: count$1,
		time: amount$1
	}),
	cacheHits: nullable$1(amount$1),
	connections: nullable$1(strictObject({
		most: count$1,
		active: amount$1,
		idleInTransaction: amount$1,
		limit: nullable$1(count$1)
	})),
	waits: array(strictObject({
		kind: _enum([
			"lock",
			"disk",
			"internal",
			"other"
		]),
		event: text$1,
		sessions: amount$1
	})).max(10)
});
const container = strictObject({
	name: text$1,
	service: nullable$1(text$1),
	image: text$1,
	cores: amount$1,
	cpuLimit: nullable$1(amount$1),
	throttledPeriods: nullable$1(amount$1),
	memory: nullable$1(amount$1),
	memoryLimit: nullable$1(amount$1),
	io: traffic,
	network: nullable$1(strictObject({
		received: amount$1,
		sent: amount$1
	}))
});
const second$1 = strictObject({
	second: count$1,
	service: nullable$1(amount$1),
	generator: nullable$1(amount$1),
	others: nullable$1(amount$1),
	memory: nullable$1(amount$1),
	read: nullable$1(amount$1),
	written: nullable$1(amount$1)
});
const unread = strictObject({
	name: nullable$1(text$1),
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
	reason: text$1,
	remedy: nullable$1(text$1)
});
/** As `Resources` of the domain, field by field. */
const resources = strictObject({
	watched: amount$1,
	service: nullable$1(service),
	cgroup: nullable$1(cgroup),
	runtimes: array(runtime).max(50),
	databases: array(database).max(50),
	containers: array(container).max(200),
	curve: array(second$1).max(1e5),
	unread: array(unread).max(200)
});
// src/measure/recorded-run.ts
/** Reads a `run.json` back: strictly, since it may come from anywhere. */
const count = int().nonnegative();
const amount = number().nonnegative();
const text = string().max(2e3);
/** What a failure quotes: a command, a line of a log. */
const quotation = string().max(2e4);
const nullable = (schema) => union([schema, _null()]);
const counts = strictObject({
	sent: count,
	ok: count,
	httpError: count,
	connectionError: count,
	timeout: count,
	lost: count,
	inFlight: count,
	refused: count
});
const arrivals = strictObject({
	planned: count,
	late: count,
	dropped: count,
	waiting: count,
	lagP99: nullable(amount)
});
const histogram = strictObject({
	unit: literal("µs"),
	count,
	resolution: amount,
	encoded: string().max(2e6)
});
const generator = strictObject({
	cpu: amount,
	eventLoop: amount,
	eventLoopDelayP99: amount,
	runQueueDelay: nullable(amount),
	memory: amount
});
const host = strictObject({
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
	serviceMemory: nullable(amount)
});
const second = strictObject({
	second: count,
	throughput: amount,
	p50: nullable(amount),
	p95: nullable(amount),
	errors: amount,
	users: count
});
const side = _enum(["head", "base"]);
const turn = strictObject({
	place: count,
	elapsed: amount,
	ok: count,
	p50: nullable(amount),
	p95: nullable(amount),
	level: nullable(number()),
	cpu: nullable(amount),
	outside: nullable(amount)
});
const step = strictObject({
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
});
const search = strictObject({
	kind: _enum(["stress", "capacity"]),
	max: amount,
	budget: amount,
	objective: strictObject({
		p50: nullable(amount),
		p95: nullable(amount),
		p99: nullable(amount),
		errorRate: amount
	}),
	thinkTime: amount,
	steps: array(step).max(1e3),
	ended: _enum([
		"found",
		"highest-level",
		"budget",
		"stays-broken",
		"given"
	])
});
const slice = strictObject({
	scenario: text,
	side,
	startedAt: text,
	elapsed: amount,
	warmUp: amount,
	users: count,
	cpu: nullable(amount),
	turns: array(turn).max(1e4),
	search: nullable(search),
	engine: strictObject({
		name: text,
		version: text,
		why: text
	}),
	counts,
	arrivals: nullable(arrivals),
	latency: histogram,
	requests: array(strictObject({
		name: text,
		counts,
		latency: histogram
	})).max(1e3),
	statuses: array(strictObject({
		status: count,
		count
	})).max(1e3),
	errors: array(strictObject({
		message: text,
		count
	})).max(100),
	bodyBytes: amount,
	timeline: array(second).max(1e5),
	memory: nullable(array(nullable(amount)).max(1e5)),
	generator,
	host: nullable(host),
	resources: nullable(resources)
});
const machine = strictObject({
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
});
const run = strictObject({
	schema: literal(5),
	loadgate: text,
	suite: text,
	startedAt: text,
	seed: count,
	machine,
	target: strictObject({
		url: text,
		address: text,
		loopback: boolean()
	}),
	builds: array(strictObject({
		side,
		commit: nullable(text),
		dirty: boolean()
	})).max(2),
	configHashes: record(text, text),
	cores: nullable(strictObject({
		service: array(count),
		generator: array(count)
	})),
	baseFailure: nullable(strictObject({
		kind: _enum([
			"usage",
			"not-measured",
			"cancelled"
		]),
		code: text,
		message: quotation,
		advice: quotation,
		lines: array(quotation).max(100)
	})),
	blocks: array(strictObject({
		phase: _enum([
			"alone",
			"explore",
			"main",
			"confirm"
		]),
		load: amount,
		boots: array(strictObject({
			side,
			readyAfter: nullable(amount)
		})).max(10),
		slices: array(slice).max(1e4)
	})).max(1e3)
});
/**
* A recorded run from its JSON text.
* @throws Failure kind `usage`, code `run-invalid`, with the places that are wrong
*/
function parseRun(json, path) {
	const parsed = run.safeParse(parseJson(json, path));
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
function invalid(path, lines) {
	return new Failure({
		kind: "usage",
		code: "run-invalid",
		message: `${path} is not a run that this version of Loadgate recorded.`,
		advice: "Give the run.json that `loadgate run` or `loadgate measure` wrote, whole and unedited.",
		lines
	});
}
// src/commands/recorded.ts
/** Reads a recorded run for the commands that take one. */
/** A run.json of a long run with many scenarios stays well below this. */
const RUN_BYTES_MAX = 67108864;
/** The run in `file`. @throws Failure kind `usage` when it is missing, too large, or not a run */
async function readRun(file, program) {
	return parseRun(await readTextFile(resolve(program.cwd, file), RUN_BYTES_MAX).catch((error) => {
		throw new Failure({
			kind: "usage",
			code: "run-missing",
			message: `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`,
			advice: "Give the path of a run.json that `loadgate run` or `loadgate measure` wrote."
		}, { cause: error });
	}), file);
}
export { readRun as t };
