import.meta.dirname;
import.meta.filename;
// src/platform/log.ts
/** What is foreign in a progress, masked before it is put into words, since words may cut it. */
function maskProgress(progress, mask) {
	const { scenario } = progress;
	return {
		...progress,
		scenario: scenario === null ? null : mask(scenario)
	};
}
export { maskProgress as t };
