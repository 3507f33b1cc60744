import.meta.dirname;
import.meta.filename;
import { n as clean } from "./chunk-inert2.js";
import { a as penOf, i as LANGUAGES, n as sentencesOf } from "./chunk-sentences.js";
// src/report/remarks.ts
/** More than anybody reads. */
const REMARKS_MAX = 200;
/** A remark for each reason, the gravest first. A report that fails no build has none of level `failure`. */
function remarksOf(report, language) {
	const words = LANGUAGES[language];
	const { reason } = sentencesOf(words, penOf(words, PLAIN, report.headline.scenarios));
	const spared = report.headline.exitCode === 0;
	return report.reasons.slice(0, REMARKS_MAX).map((each) => ({
		level: levelOf(each, spared),
		scenario: each.scenario,
		title: `${clean(each.scenario)} · ${"metric" in each ? words.metrics[each.metric] : words.outcomes[each.kind]}`,
		message: reason(each)
	}));
}
function levelOf({ kind }, spared) {
	switch (kind) {
		case "regression":
		case "breach": return spared ? "warning" : "failure";
		case "void":
		case "inconclusive": return "warning";
		case "no-baseline":
		case "improvement":
		case "accepted": return "notice";
	}
}
/** GitHub shows annotations as they are. */
const PLAIN = {
	name: (text) => clean(text),
	prose: (text) => clean(text, 500),
	command: (text) => clean(text, 500),
	code: (text) => text,
	strong: (text) => text,
	link: (text, url) => `${text}: ${clean(url, 300)}`
};
export { remarksOf };
