import.meta.dirname;
import.meta.filename;
import { i as phrase, n as english } from "./chunk-phrase.js";
import { n as Failure } from "./chunk-failure.js";
// src/engines/locust/relay-lines.ts
/** The two places of a worker; null for what cannot be. */
function placeOf(host, address) {
	if (host === null || !isName(host) || address === null) return null;
	return address === "" || isName(address) ? {
		kind: "place",
		host,
		address
	} : null;
}
/** What Locust calls a worker; null for what cannot be. */
const named = (kind, text) => text !== null && isName(text) ? {
	kind,
	text
} : null;
/** Names of hosts and addresses: what can be shown to people as it is. */
const isName = (text) => /^[\w.:%-]{1,300}$/.test(text);
/** The five numbers of a comparison; null for what cannot be. */
function clockOf(numbers) {
	const [sent = null, back = null, there = null, wall = null, wallThere = null] = numbers;
	if (sent === null || back === null || there === null || wall === null || wallThere === null) return null;
	return back < sent ? null : {
		kind: "clock",
		sample: {
			sent,
			back,
			there,
			wall,
			wallThere
		}
	};
}
// src/engines/locust/stream.ts
/** What the listener beside a locustfile tells, line by line; strict, since the code around it is anybody's. */
/** What became of a request, in Locust's terms. */
const WAYS = [
	"ok",
	"http",
	"refused",
	"timeout",
	"lost",
	"broken"
];
/** Says why what was told cannot be true. */
var Untrue = class extends Error {
	name = "Untrue";
	why;
	/** Made of a piece of a sentence, which ends "cannot be believed: …". */
	constructor(why) {
		super(english(why));
		this.why = why;
	}
};
/** Version of the lines. */
const VERSION = 1;
/** The longest line is a text of 300 characters, each of which JSON may write as six. */
const LINE_MAX = 4096;
const TEXT_MAX = 300;
const NUMBERS_MAX = 256;
/** As long as a histogram tells apart: an hour. */
const LATENCY_MAX = 36e8;
/** A line that cannot be read is quoted so far. */
const QUOTED = 80;
/**
* Reads a stream: `take` is given chunks as they come, and returns what whole lines say. What is left at the end must be nothing.
* @throws Untrue for a line that is none of ours, and for one that is too long
*/
function openStream() {
	let rest = "";
	return {
		take(chunk) {
			const lines = (rest + chunk.toString("latin1")).split("\n");
			rest = lines.pop() ?? "";
			if (rest.length > LINE_MAX) throw new Untrue(phrase("locust-line-long"));
			return lines.map(toldBy);
		},
		end() {
			if (rest !== "") throw new Untrue(phrase("locust-line-cut"));
		}
	};
}
/** What one line says; the listener writes nothing but ASCII. @throws Untrue */
function toldBy(line) {
	if (line.length > LINE_MAX) throw new Untrue(phrase("locust-line-long"));
	const [kind = "", ...fields] = line.split("	");
	const read = Object.hasOwn(READERS, kind) ? READERS[kind] : void 0;
	if (read === void 0 || fields.length !== read.fields) throw new Untrue(phrase("locust-line-unknown", { line: quoted(line) }));
	const told = read.read(fields, line);
	if (told === null) throw new Untrue(phrase("locust-line-wrong", { line: quoted(line) }));
	return told;
}
const READERS = {
	hello: {
		fields: 4,
		read: hello
	},
	name: {
		fields: 2,
		read: (fields) => word("name", fields)
	},
	error: {
		fields: 2,
		read: (fields) => word("error", fields)
	},
	r: {
		fields: 7,
		read: ended
	},
	none: {
		fields: 1,
		read: ([json = ""]) => sentence("none", json)
	},
	task: {
		fields: 1,
		read: ([json = ""]) => sentence("task", json)
	},
	beat: {
		fields: 6,
		read: beat
	},
	relay: {
		fields: 1,
		read: ([json = ""]) => named("relay", textOf(json))
	},
	join: {
		fields: 1,
		read: ([json = ""]) => named("join", textOf(json))
	},
	place: {
		fields: 2,
		read: ([host = "", address = ""]) => placeOf(textOf(host), textOf(address))
	},
	clock: {
		fields: 5,
		read: (fields) => clockOf(fields.map((field) => whole(field)))
	},
	all: {
		fields: 2,
		read: (fields) => {
			const [at = null, users = null] = fields.map((field) => whole(field));
			return at === null || users === null ? null : {
				kind: "all",
				at,
				users
			};
		}
	},
	stop: {
		fields: 1,
		read: ([field = ""]) => {
			const at = whole(field);
			return at === null ? null : {
				kind: "stop",
				at
			};
		}
	},
	end: {
		fields: 1,
		read: ([field = ""]) => {
			const requests = whole(field);
			return requests === null ? null : {
				kind: "end",
				requests
			};
		}
	}
};
const ROLES = [
	"local",
	"worker",
	"master"
];
function hello([version = "", number = "", name = "", locust = ""]) {
	const pid = whole(number);
	const role = ROLES.find((known) => known === name);
	if (whole(version) !== VERSION || pid === null || pid < 2 || role === void 0) return null;
	return /^[0-9A-Za-z.+-]{1,50}$/.test(locust) ? {
		kind: "hello",
		pid,
		role,
		locust
	} : null;
}
function word(kind, [field = "", json = ""]) {
	const number = whole(field, NUMBERS_MAX);
	const text = textOf(json);
	return number === null || text === null ? null : {
		kind,
		number,
		text
	};
}
function sentence(kind, json) {
	const text = textOf(json);
	return text === null ? null : {
		kind,
		text
	};
}
function ended(fields) {
	const [name = "", at = "", time = "", code = "", size = "", how = "", why = ""] = fields;
	const [number, end, latency, bytes] = [
		whole(name, NUMBERS_MAX),
		whole(at),
		whole(time, LATENCY_MAX),
		whole(size)
	];
	const status = code === "-" ? null : whole(code, 999);
	const error = why === "-" ? null : whole(why, NUMBERS_MAX);
	const way = WAYS.find((known) => known === how);
	if (number === null || end === null || latency === null || bytes === null || way === void 0) return null;
	if (code !== "-" && (status === null || status < 100) || way === "ok" !== (why === "-")) return null;
	if (why !== "-" && error === null || way === "http" && status === null || latency > end) return null;
	return {
		kind: "ended",
		name: number,
		end,
		latency,
		status,
		bytes,
		way,
		error
	};
}
function beat(fields) {
	const [time = "", count = "", used = "", waited = "", resident = "", late = ""] = fields;
	const [at, users, cpu] = [
		whole(time),
		whole(count),
		whole(used)
	];
	const [memory, lag] = [whole(resident), whole(late)];
	const queue = waited === "-" ? null : whole(waited);
	if (at === null || users === null || cpu === null || memory === null || lag === null) return null;
	return waited !== "-" && queue === null ? null : {
		kind: "beat",
		at,
		users,
		cpu,
		queue,
		memory,
		lag
	};
}
/** A whole number from 0, in digits alone; null for anything else. */
function whole(text, most = Number.MAX_SAFE_INTEGER) {
	if (!/^\d{1,16}$/.test(text)) return null;
	const value = Number(text);
	return value <= most ? value : null;
}
function textOf(json) {
	try {
		const value = JSON.parse(json);
		return typeof value === "string" && value.length <= 2 * TEXT_MAX ? value.slice(0, TEXT_MAX) : null;
	} catch {
		return null;
	}
}
const quoted = (line) => JSON.stringify(line.slice(0, QUOTED));
// src/engines/locust/failures.ts
/** Why a run of Locust is no measurement, in words for people. */
/** `exit code 2`, or the signal that ended a process. */
const endingOf = ({ code, signal }) => signal === null ? phrase("locust-exit", { code: String(code) }) : phrase("locust-signal", { signal });
/** Locust ended before the measured time was over. */
function locustEnded(plan, exit, lines) {
	if (exit.error !== null) return notStarted(plan, exit.error);
	const module = lines.map((line) => /^(?:ModuleNotFoundError|ImportError): (?:No module named |cannot import name )['"]([^'"]{1,100})['"]/.exec(line)?.[1]).find((name) => name !== void 0);
	const { file, command } = plan;
	return module === void 0 ? failed("locust-ended", phrase("locust-ended", { ending: endingOf(exit) }), phrase("locust-ended-advice"), lines) : failed("locust-module-missing", phrase("locust-module-missing", {
		file,
		module,
		command
	}), phrase("locust-module-missing-advice"), lines);
}
function notStarted({ command }, error) {
	const why = error.code === "ENOENT" ? phrase("locust-no-command") : error.code ?? error.message;
	return new Failure({
		kind: "usage",
		code: "locust-missing",
		message: phrase("locust-missing", {
			command,
			why
		}),
		advice: phrase("locust-missing-advice")
	}, { cause: error });
}
/** What Locust tells cannot be true. */
const locustUntrue = (why, lines) => failed("locust-untrue", phrase("locust-untrue", { why }), phrase("locust-untrue-advice"), lines);
/** It said nothing for too long, or did not end: `what` is a sentence. */
const locustSilent = (what, lines) => failed("locust-silent", what, phrase("locust-silent-advice"), lines);
/** Not all workers came in time. */
function workersMissing({ count, joinWithin, port }, joined, lines) {
	const facts = {
		count,
		seconds: joinWithin / 1e3
	};
	const names = joined.join(", ");
	return failed("locust-workers-missing", joined.length === 0 ? phrase("locust-workers-none", facts) : phrase("locust-workers-missing", {
		...facts,
		joined: joined.length,
		names
	}), phrase("locust-workers-missing-advice", { port: String(port) }), lines);
}
/** A command that starts a worker failed. */
const workerNotStarted = ({ command, how }, lines) => failed("locust-worker-not-started", phrase("locust-worker-not-started", {
	ending: how,
	command
}), phrase("locust-worker-not-started-advice"), lines);
/** Workers that were started without our listener. */
const workersDeaf = (names, lines) => failed("locust-workers-deaf", phrase("locust-workers-deaf", { names: names.join(", ") }), phrase("locust-workers-deaf-advice"), lines);
/** One was lost, or came late, before there was anything to measure. */
const workerLost = (names, lines) => failed("locust-worker-lost", phrase("locust-worker-lost", { names: names.join(", ") }), phrase("locust-worker-lost-advice"), lines);
/** It ended in a way that its counts do not explain. */
const locustExitCode = (exit, lines) => failed("locust-exit-code", phrase("locust-exit-code", { ending: endingOf(exit) }), phrase("locust-exit-code-advice"), lines);
const failed = (code, message, advice, lines) => new Failure({
	kind: "not-measured",
	code,
	message,
	advice,
	lines
});
export { locustUntrue as a, workersDeaf as c, openStream as d, locustSilent as i, workersMissing as l, locustEnded as n, workerLost as o, locustExitCode as r, workerNotStarted as s, endingOf as t, Untrue as u };
