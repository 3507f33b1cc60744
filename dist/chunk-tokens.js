import.meta.dirname;
import.meta.filename;
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
// src/platform/tokens.ts
/** Takes the secrets out of this process's environment, also out of the kernel's copy of it, before anything is started (S2). */
/** Names that hold secrets on a runner, whatever their ending. */
const RUNNER_SECRET = /^(?:ACTIONS_(?:RUNTIME|ID_TOKEN|CACHE|RESULTS)_.*|INPUT_(?:.*[-_ ])?TOKEN|GIT_CONFIG_VALUE_\d+|GIT_CONFIG_PARAMETERS|NPM_CONFIG_.*AUTH.*)$/i;
/** Endings by which people name their secrets. */
const SECRET_ENDING = /(?:^|[-_])(?:[A-Z0-9]*TOKEN|[A-Z0-9]*SECRET|[A-Z0-9]*PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PAT|[A-Z0-9]*KEY|KEY_ID|CREDENTIALS?|COOKIE|AUTH|AUTHORIZATION|DSN)$/i;
/** Secret by name, but words of the system. */
const NO_SECRET = /^(?:PWD|OLDPWD)$/;
/** A password inside a URL: `postgres://user:password@host`. */
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*:[^/?#]*@/i;
/** No secret to us, but nothing for a service either: kept in `process.env`, where git and proxies need them, and hidden from others. */
const HIDDEN = /^(?:.*_PROXY|SSH_AUTH_SOCK)$/i;
/** True when a variable of this name and value is a secret. */
function isSecret(name, value) {
	if (value === "" || NO_SECRET.test(name) || HIDDEN.test(name)) return false;
	return RUNNER_SECRET.test(name) || SECRET_ENDING.test(name) || URL_PASSWORD.test(value);
}
/**
* Takes every secret out of `process.env`, and wipes its bytes where any process of the same user could read them: deleting a variable
* leaves it in `/proc/<pid>/environ`. Call it first of all. Afterwards `process.env` is clean; what was taken is returned, by name.
* When the bytes cannot be wiped, `warn` is told; that is no error.
*/
function takeSecrets(warn = (line) => process.emitWarning(line)) {
	const secrets = Object.entries(process.env).flatMap(([name, value]) => value !== void 0 && isSecret(name, value) ? [[name, value]] : []);
	for (const [name] of secrets) delete process.env[name];
	const hidden = Object.keys(process.env).filter((name) => HIDDEN.test(name));
	for (const name of hidden) process.env[name] = takeOut(name);
	const names = /* @__PURE__ */ new Set([...secrets.map(([name]) => name), ...hidden]);
	if (names.size > 0 && !wipe(names)) warn(NOT_WIPED);
	return Object.fromEntries(secrets);
}
function takeOut(name) {
	const value = process.env[name] ?? "";
	delete process.env[name];
	return value;
}
const NOT_WIPED = "The secrets of this step could not be wiped from the memory of its process; what it starts could read them. Give the step no secrets that it does not need.";
/** Overwrites the values of these variables in the block that the kernel keeps of our first environment. True when none is left. */
function wipe(names) {
	try {
		const start = environmentStart(readFileSync("/proc/self/stat", "utf8"));
		const memory = openSync("/proc/self/mem", "r+");
		try {
			for (const { offset, length } of valuesIn(readFileSync("/proc/self/environ"), names)) writeSync(memory, Buffer.alloc(length), 0, length, start + offset);
		} finally {
			closeSync(memory);
		}
		return valuesIn(readFileSync("/proc/self/environ"), names).length === 0;
	} catch {
		return false;
	}
}
/** Field 50 of `/proc/<pid>/stat`: the address of the first environment. @throws RangeError when the kernel does not tell */
function environmentStart(stat) {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const address = Number(fields[47]);
	if (!Number.isSafeInteger(address) || address <= 4096) throw new RangeError("no address");
	return address;
}
/** Where the values of these variables lie in a block of `NAME=value\0`. */
function valuesIn(block, names) {
	const found = [];
	for (let start = 0; start < block.length;) {
		const zero = block.indexOf(0, start);
		const end = zero < 0 ? block.length : zero;
		const equals = block.indexOf("=", start);
		if (equals > start && equals < end - 1 && names.has(block.toString("utf8", start, equals))) found.push({
			offset: equals + 1,
			length: end - equals - 1
		});
		start = end + 1;
	}
	return found;
}
export { takeSecrets as t };
