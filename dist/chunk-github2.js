import.meta.dirname;
import.meta.filename;
import { _ as string, b as unknown, i as array, l as int, m as object, x as ZodError } from "./chunk-schemas.js";
import { setTimeout } from "node:timers/promises";
// src/platform/github-pages.ts
/**
* The items of all pages, in order. `ask` is given numbers from 1 on, while GitHub names a next page, and at most `pagesMax` times; what lies beyond is left out. Octokit's own
* paging takes a conflict (409) for the end of a list.
* Throws what `ask` and `read` throw.
*/
async function everyPage(pagesMax, ask, read) {
	const items = [];
	for (let page = 1; page <= pagesMax; page += 1) {
		const { data, headers } = await ask(page);
		items.push(...read(data));
		if (!/rel="next"/.test(headers.link ?? "")) break;
	}
	return items;
}
// src/platform/clock.ts
/** Waiting as a parameter: pauses and deadlines that pass in real time, or as fast as a test lets them. */
/** The time that everybody lives in. */
const CLOCK = {
	pause: (milliseconds, stop) => setTimeout(milliseconds, void 0, { signal: stop }),
	deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
	within: (milliseconds, stop, work) => work(AbortSignal.any([stop, AbortSignal.timeout(milliseconds)]))
};
// src/platform/patience.ts
/** How long and how often a call to GitHub is tried: a deadline for each, few repetitions where they are safe, one budget for all. */
/** A slow answer is worth some seconds, never the job. */
const PATIENCE = {
	call: 1e4,
	total: 6e4,
	pauses: [1e3, 3e3],
	retryAfterMax: 2e4
};
/** The gateway or the service behind it was away for a moment. */
const PASSING = /* @__PURE__ */ new Set([
	500,
	502,
	503,
	504
]);
/** Makes a function that sends a request patiently. `stop` ends every attempt and every pause. */
function patiently(patience, stop, clock = CLOCK) {
	const end = AbortSignal.any([stop, clock.deadline(patience.total)]);
	return async (method, send) => {
		for (let attempt = 0;; attempt += 1) {
			end.throwIfAborted();
			try {
				return await clock.within(patience.call, end, send);
			} catch (error) {
				const pause = pauseBefore(callError(error), method, patience.pauses[attempt], patience.retryAfterMax);
				if (pause === null || end.aborted) throw error;
				await clock.pause(pause, end);
			}
		}
	};
}
/** How long to wait before the next attempt, or null when another would be wrong or useless. */
function pauseBefore(error, method, pause, retryAfterMax) {
	if (pause === void 0) return null;
	const asked = retryAfter(error);
	const wait = Math.max(pause, asked ?? 0);
	const bearable = wait <= retryAfterMax ? wait : null;
	if (isSlowedDown(error)) return asked === null ? null : bearable;
	if (method === "POST") return null;
	return error.status === null || PASSING.has(error.status) ? bearable : null;
}
/** The milliseconds that GitHub asks to wait; null when it does not say, Infinity when it says so in a way that it never does. */
function retryAfter({ headers }) {
	const asked = headers?.["retry-after"];
	if (asked === void 0) return null;
	const seconds = Number(asked);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1e3 : Number.POSITIVE_INFINITY;
}
/** GitHub's secondary limits: 429, or 403 with a time to wait or with these words. */
function isSlowedDown({ status, headers, message }) {
	if (status === 429) return true;
	return status === 403 && (headers?.["retry-after"] !== void 0 || /secondary rate|abuse detection/i.test(message));
}
/** Reads any thrown thing as a failed call. */
function callError(error) {
	const message = error instanceof Error ? error.message : String(error);
	const response = typeof error === "object" && error !== null && "response" in error ? error.response : void 0;
	if (typeof response !== "object" || response === null) return {
		message,
		status: null,
		headers: null
	};
	const status = "status" in response && typeof response.status === "number" ? response.status : null;
	const headers = "headers" in response && typeof response.headers === "object" ? response.headers : null;
	return {
		message,
		status,
		headers: headers === null ? null : { ...headers }
	};
}
// src/platform/whole-answer.ts
/** More than a page of a hundred comments of full length takes (26 MiB). */
const ANSWER_BYTES_MAX = 33554432;
/**
* Wraps `fetch`: it resolves when the whole body has come, so that a deadline holds for it, too, and what comes to octokit is what was sent.
* The new function throws, beside what `fetch` throws, when the body breaks off, is larger than `bytesMax`, or, in an answer of success, is not JSON.
*/
function wholeAnswers(fetch, bytesMax = ANSWER_BYTES_MAX) {
	return async (input, init) => {
		const response = await fetch(input, init);
		const { body, ok, status, statusText, headers } = response;
		if (body === null) return response;
		if (Number(headers.get("content-length") ?? 0) > bytesMax) {
			await body.cancel();
			throw tooLarge(bytesMax);
		}
		const text = await read(body, bytesMax);
		if (ok) requireJson(text);
		const whole = new Response(text, {
			status,
			statusText,
			headers: [...headers]
		});
		return Object.defineProperty(whole, "url", { value: response.url });
	};
}
async function read(body, bytesMax) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of body) {
		bytes += chunk.length;
		if (bytes > bytesMax) throw tooLarge(bytesMax);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
const tooLarge = (bytesMax) => /* @__PURE__ */ new RangeError(`The answer has more than ${bytesMax} bytes.`);
/** A proxy's page says 200, too. @throws TypeError */
function requireJson(text) {
	try {
		JSON.parse(text);
	} catch (error) {
		throw new TypeError("The answer is not what GitHub sends.", { cause: error });
	}
}
// src/platform/github.ts
/** The comments of one pull request on GitHub, through octokit. Expected refusals are values, not exceptions: none of them changes a verdict. */
/** Most pages of 100 that are read: more comments than any pull request has. */
const PAGES_MAX = 100;
const commentSchema = object({
	id: int().positive(),
	html_url: string(),
	body: string().nullish(),
	user: object({ login: string() }).nullish()
});
const viewerSchema = object({ viewer: object({ login: string().min(1) }) });
/** Opens the conversation; calls nothing yet. Octokit is loaded here, so that a run without a comment never loads it. */
async function openConversation(options) {
	const octokit = await openOctokit(options);
	const [owner = "", repo = ""] = options.repository.split("/");
	const where = {
		owner,
		repo
	};
	const issues = octokit.rest.issues;
	return {
		whoAmI: () => reply(async () => viewerSchema.parse(await octokit.graphql("query { viewer { login } }")).viewer.login),
		list: () => reply(async () => {
			const wanted = {
				...where,
				issue_number: options.pullRequest,
				per_page: 100
			};
			return everyPage(PAGES_MAX, (page) => issues.listComments({
				...wanted,
				page
			}), (data) => array(unknown()).parse(data).map(readComment));
		}),
		create: (body) => reply(async () => {
			const wanted = {
				...where,
				issue_number: options.pullRequest,
				body
			};
			return readComment((await issues.createComment(wanted)).data);
		}),
		update: (id, body) => reply(async () => readComment((await issues.updateComment({
			...where,
			comment_id: id,
			body
		})).data)),
		remove: (id) => reply(async () => {
			await issues.deleteComment({
				...where,
				comment_id: id
			});
			return null;
		})
	};
}
/** Octokit with our patience and without its own words. It is loaded here. */
async function openOctokit(options) {
	const { getOctokit } = await import("./chunk-github.js");
	const octokit = getOctokit(options.token, {
		baseUrl: options.apiUrl,
		log: SILENT
	});
	const patient = patiently(options.patience ?? PATIENCE, options.signal, options.clock);
	octokit.hook.wrap("request", (request, parameters) => {
		const fetch = wholeAnswers(parameters.request?.fetch ?? globalThis.fetch);
		return patient(methodOf(parameters), async (signal) => {
			parameters.request = {
				...parameters.request,
				signal,
				fetch
			};
			return request(parameters);
		});
	});
	return octokit;
}
/** Octokit's own words would go past the mask to the console. */
const SILENT = {
	debug: quiet,
	info: quiet,
	warn: quiet,
	error: quiet
};
function quiet() {}
/** A query is a POST by its transport only: asking twice changes nothing. */
const methodOf = ({ method, url }) => url.endsWith("/graphql") ? "GET" : method;
/** @throws ZodError when it is no comment: a proxy's page, a truncated answer */
function readComment(value) {
	const { id, html_url, body, user } = commentSchema.parse(value);
	return {
		id,
		url: html_url,
		author: user?.login ?? null,
		body: body ?? ""
	};
}
/** A proxy's page, a truncated answer: whatever was asked may have been done. */
const NOT_UNDERSTOOD = {
	kind: "unknown",
	message: "The answer is not what GitHub sends."
};
/** The answer to a call as a value. Never throws. */
async function reply(ask) {
	try {
		return { value: await ask() };
	} catch (error) {
		if (error instanceof ZodError) return { refusal: NOT_UNDERSTOOD };
		return { refusal: refusalOf(callError(error)) };
	}
}
function refusalOf(error) {
	const message = error.message.split("\n", 1)[0]?.slice(0, 300) ?? "";
	return {
		kind: kindOf(error),
		message: error.status === null ? message : `${error.status}: ${message}`
	};
}
function kindOf(error) {
	if (isSlowedDown(error)) return "rate-limited";
	switch (error.status) {
		case 401: return "unauthorised";
		case 403:
			if (String(error.headers?.["x-ratelimit-remaining"]) === "0") return "rate-limited";
			return /locked/i.test(error.message) ? "locked" : "read-only";
		case 404:
		case 410: return "missing";
		case null: return "unknown";
		default: return error.status >= 500 ? "unknown" : "refused";
	}
}
export { callError as a, PATIENCE as i, openOctokit as n, isSlowedDown as o, reply as r, everyPage as s, openConversation as t };
