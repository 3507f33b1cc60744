import.meta.dirname;
import.meta.filename;
import { i as asFailure } from "./chunk-failure.js";
// src/domain/failed.ts
/** A run that came to nothing: the failure, what was to be measured, and the language in which it is told. */
/** What became of a run by anything thrown. */
function failedBy(error, planned, language) {
	const { detail, exitCode } = asFailure(error);
	const { plan = null, configPath = null } = planned ?? {};
	return {
		kind: "failed",
		plan,
		configPath,
		language,
		failure: detail,
		exitCode
	};
}
export { failedBy as t };
