import.meta.dirname;
import.meta.filename;
// src/platform/mask.ts
/** What stands for a secret. */
const MASKED = "***";
/** Shorter values are words that occur by themselves. */
const SECRET_LENGTH_MIN = 6;
/** Variables whose values are secrets by their name. */
const SECRET_NAME = /TOKEN|SECRET|KEY|PASS|PWD|CREDENTIAL|COOKIE|AUTHORIZATION/i;
/** Except these: paths and switches of the system with such a name. */
const NO_SECRET = /^(?:PWD|OLDPWD|INIT_CWD|SSH_AUTH_SOCK|GPG_KEYRING|.*_(?:FILE|PATH|DIR))$/i;
/** Headers whose values are credentials. */
const SECRET_HEADER = /^(?:proxy-)?authorization$|^(?:set-)?cookie$|^x-api-key$/i;
/** `scheme://user:password@` and `scheme://token@`. */
const USERINFO = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@"'<>]{1,2000}@/gi;
/** A credential header in a text: to the end of its line, or of its quotes. */
const HEADER_LINE = /\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key)(["']?\s*[:=]\s*["']?)[^\s"'][^\r\n"']*/gi;
/**
* A mask of the environment's secrets and of `secrets`, each as it is and as base64, URL encoding, JSON or HTML would write it.
* It also covers user information in URLs and the values of credential headers, known or not.
*/
function createMask(env, secrets = []) {
	const known = [...secretsOf(env), ...secrets].flatMap(linesOf);
	const ordered = [...new Set(known.flatMap(encodings).filter((text) => text.length >= 6))].toSorted((left, right) => right.length - left.length);
	const pattern = ordered.length === 0 ? null : new RegExp(ordered.map(escaped).join("|"), "g");
	return (text) => {
		return (pattern === null ? text : text.replaceAll(pattern, "***")).replaceAll(USERINFO, `$1***@`).replaceAll(HEADER_LINE, `$1$2***`);
	};
}
/** Values of variables that are secrets by name. */
function secretsOf(env) {
	return Object.entries(env).flatMap(([name, value]) => value !== void 0 && SECRET_NAME.test(name) && !NO_SECRET.test(name) ? [value] : []);
}
/** Values of headers that carry credentials. */
function secretsOfHeaders(headers) {
	return Object.entries(headers).flatMap(([name, value]) => SECRET_HEADER.test(name) ? [value, ...value.split(" ").slice(1)] : []);
}
/** True for a value that is long enough to be masked. */
const isMaskable = (secret) => secret.trim().length >= 6;
/** Credentials that the configuration itself holds: in headers of requests, in the service's environment. */
function secretsOfPlan(plan) {
	if (plan === null) return [];
	const headers = plan.scenarios.flatMap(({ load }) => load.requests.flatMap((request) => secretsOfHeaders(request.headers)));
	const foreign = plan.scenarios.flatMap(({ load }) => secretsOf({
		...load.locust?.env,
		...load.k6?.env
	}));
	return [
		...headers,
		...foreign,
		...plan.service.kind === "booted" ? secretsOf(plan.service.env) : []
	];
}
/** A plain JSON value with every string in it masked: keys, too. Numbers stay numbers, so that JSON stays JSON. */
function maskTree(value, mask) {
	return maskAny(value, mask);
}
function maskAny(value, mask) {
	if (typeof value === "string") return mask(value);
	if (Array.isArray(value)) return value.map((each) => maskAny(each, mask));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [mask(key), maskAny(each, mask)]));
}
/** The text as a regular expression that matches just it. */
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** A secret of several lines (a key file) is a secret in each of them. */
const linesOf = (secret) => [secret, ...secret.split(/\r\n|\r|\n/)].filter(isMaskable);
function encodings(secret) {
	return [
		secret,
		secret.trim(),
		secret.replaceAll(/\p{Cc}/gu, ""),
		encodeURIComponent(secret.toWellFormed()),
		new URLSearchParams({ "": secret }).toString().slice(1),
		JSON.stringify(secret).slice(1, -1),
		entities(secret, (code) => `&#${code};`),
		entities(secret, (code) => `&#x${code.toString(16)};`),
		...base64(secret)
	];
}
/** As reports write untrusted text: a numeric entity for every character that Markdown or HTML could take as markup. */
const entities = (text, entity) => text.replaceAll(/[^A-Za-z0-9 ._/:-]/gu, (character) => entity(character.codePointAt(0) ?? 0));
/**
* Base64 of the secret alone and inside a longer text (`user:secret`): depending on how many bytes stand before it, it has one of three
* forms, of which the characters that mix with neighbours are left out.
*/
function base64(secret) {
	const inside = [
		0,
		1,
		2
	].map((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret, "utf8")]);
		const whole = Math.floor(bytes.length / 3) * 4;
		return bytes.toString("base64").slice(before === 0 ? 0 : 4, whole);
	});
	const all = [Buffer.from(secret, "utf8").toString("base64"), ...inside].filter((text) => text.length >= 8);
	return [...all, ...all.map((text) => text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""))];
}
export { maskTree as a, secretsOfPlan as c, isMaskable as i, SECRET_LENGTH_MIN as n, secretsOf as o, createMask as r, secretsOfHeaders as s, MASKED as t };
