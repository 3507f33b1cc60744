import.meta.dirname;
import.meta.filename;
import { i as LANGUAGE_CODES, t as CONFIG_BYTES_MAX } from "./chunk-yaml-text.js";
import { r as readWorkspaceFile } from "./chunk-workspace.js";
import "./chunk-limit-schema.js";
import { n as inputValue } from "./chunk-inputs2.js";
// src/config/asked-language.ts
/** The language that a configuration asks for, though it may not be valid in anything else: its own complaints are told in it. */
/** A top-level line of a text that may be no YAML. */
const LINE = /^language:[ \t]*["']?([a-z]{2})["']?[ \t]*(?:#.*)?$/m;
/** The input's language, else the file's, else English. Never throws. */
async function askedLanguage({ configPath, inputs }, workspace) {
	const asked = inputValue(inputs, "language");
	if (asked !== null) return known(asked);
	const path = configPath ?? inputValue(inputs, "config") ?? ".github/loadgate.yml";
	const file = await readWorkspaceFile(workspace, path, CONFIG_BYTES_MAX);
	return known(file.kind === "read" ? LINE.exec(file.text)?.[1] ?? "" : "");
}
const known = (word) => LANGUAGE_CODES.find((code) => code === word) ?? "en";
export { askedLanguage as t };
