import.meta.dirname;
import.meta.filename;
import { t as VERSION } from "./chunk-version.js";
import { n as failureText } from "./chunk-failure3.js";
import { s as lineOf } from "./chunk-inert2.js";
import { i as NOTHING, n as documentOf, o as html } from "./chunk-style.js";
import { a as penOf, i as LANGUAGES } from "./chunk-sentences.js";
import { D as prose, E as plain, b as table, h as section, i as momentOf, o as STYLE, s as configuration, w as MARKS } from "./chunk-top.js";
// src/report/html/failure-page.ts
/** Characters of a line. */
const LINE_MAX = 1e3;
/** Renders the page. Pure. */
function renderFailurePage(input, language) {
	const words = LANGUAGES[language];
	const draft = {
		...input,
		words,
		n: penOf(words, MARKS, input.plan.scenarios.length),
		text: failureText(input.failure, language, MARKS)
	};
	const { failure, page } = words;
	const parts = [
		{
			id: "seen",
			title: failure.lines,
			content: seen(draft)
		},
		{
			id: "tried",
			title: failure.page.tried,
			content: tried(draft)
		},
		{
			id: "setup",
			title: page.headings.configuration,
			content: section("setup", page.headings.configuration, [configuration(draft)], draft)
		}
	].filter(({ content }) => content.html !== "");
	const body = html`<a class="skip" href="#main">${failure.page.skip}</a>
${banner(draft)}<div class="frame"><nav aria-label="${page.contents}"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${parts.map(({ content }) => content)}</main></div>
<footer><p>${page.noNetwork}</p></footer>`;
	const title = `${failure.headline[input.failure.kind]}: ${draft.text.message} · ${page.product}`;
	return documentOf({
		lang: page.lang,
		title: plain(title),
		style: STYLE,
		script: null,
		body
	});
}
function banner(draft) {
	const { failure, text, words } = draft;
	const { headline, whatToDo, noVerdict } = words.failure;
	return html`<header class="banner" data-outcome="failure"><div class="inner">
<p class="eyebrow"><span class="sign" aria-hidden="true">!</span> <span>${headline[failure.kind]}</span></p>
<h1>${prose(text.message)}</h1>
<p class="action">${whatToDo}: ${prose(text.advice)}</p>
<p class="sure">${noVerdict}</p>
<dl class="keys">${factsOf(draft).map(([name, value]) => html`<div><dt>${name}</dt><dd>${prose(value)}</dd></div>`)}</dl>
</div></header>
`;
}
function factsOf({ failure, occasion, at, words, n }) {
	const { facts } = words.page;
	const { code, failedAt, workflowRun } = words.failure.page;
	const commit = (name, sha) => sha === null ? [] : [[name, n.name(sha.slice(0, 12))]];
	return [
		[code, n.name(failure.code)],
		...commit(facts.commit, occasion.headSha),
		...commit(facts.base, occasion.baseSha),
		[failedAt, momentOf(at, words, n)],
		[facts.version, n.name(VERSION)],
		...occasion.runUrl === null ? [] : [[workflowRun, n.link(occasion.runUrl.replace(/^https?:\/\//u, ""), occasion.runUrl)]]
	];
}
/** The lines of the failure: problems of the configuration with their places, the last lines of a log. */
function seen(draft) {
	const { text, plan, words, n } = draft;
	const { lines: title, page } = words.failure;
	const lines = text.lines.map((line) => lineOf(line, LINE_MAX)).slice(-2e3);
	const log = plan.service.kind === "booted" ? html`<p class="note">${prose(page.serviceLog(n.code("service.log")))}</p>` : NOTHING;
	const block = lines.length === 0 ? NOTHING : html`<pre tabindex="0" aria-label="${title}"><code>${lines.join("\n")}</code></pre>`;
	return section("seen", title, [block, log], draft);
}
/** What the plan says was to be measured. */
function tried(draft) {
	const { plan, configPath, words, n } = draft;
	const { tried: title, rows: row, compare, unknownAddress } = words.failure.page;
	const { columns } = words.page;
	const { service } = plan;
	const told = [
		[row.config, configPath === null ? null : n.name(configPath)],
		[row.suite, n.name(plan.suite)],
		[row.address, service.url === null ? unknownAddress : n.name(service.url)],
		...service.kind === "booted" ? [
			[row.folder, n.name(service.workingDirectory)],
			[row.build, service.build === null ? null : n.command(service.build)],
			[row.start, n.command(service.start)]
		] : [],
		[row.scenarios, n.list(plan.scenarios.map(({ name }) => n.name(name)))],
		[row.compare, compare[plan.compare]]
	].flatMap(([name, value]) => value === null ? [] : [[name, value]]);
	const heading = [columns.what, columns.value];
	return section("tried", title, [table([heading, ...told], {
		caption: title,
		align: "ll"
	})], draft);
}
export { renderFailurePage };
