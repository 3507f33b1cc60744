import.meta.dirname;
import.meta.filename;
import { r as createMask } from "./chunk-mask2.js";
// src/platform/vault.ts
/** Secrets of the environment by name, and the masks over them: whoever takes one out has it masked from then on. */
/** Opens the vault of a process. */
function openVault({ env, secrets, onTake }) {
	const taken = /* @__PURE__ */ new Set();
	const maskWith = (more) => createMask(env, [
		...Object.values(secrets),
		...taken,
		...more
	]);
	let mask = maskWith([]);
	let conceal = (text) => text;
	return {
		take(name) {
			const [from] = [secrets, env].filter((each) => Object.hasOwn(each, name));
			const value = from?.[name] ?? "";
			if (value === "") return null;
			if (!taken.has(value)) {
				taken.add(value);
				mask = maskWith([]);
				conceal = createMask({}, [...taken]);
				onTake?.(value);
			}
			return value;
		},
		mask: (text) => mask(text),
		maskWith,
		conceal: (text) => conceal(text)
	};
}
export { openVault as t };
