import.meta.dirname;
import.meta.filename;
import { t as VERSION } from "./chunk-version.js";
import { createHash } from "node:crypto";
// src/report/markup/html.ts
/** HTML as it is written here: text becomes markup by being escaped, and in no other way. */
/** Nobody else has it, so that no text is taken for markup. */
const trusted = Symbol("markup");
/** Nothing. */
const NOTHING = made("");
/** Writes HTML: the template is ours, what is put into it is escaped unless it is {@link Markup}. Attribute values stand in double quotes. */
function html(template, ...pieces) {
	return made(template.map((part, index) => `${part}${index < pieces.length ? write(pieces[index] ?? null) : ""}`).join(""));
}
function write(piece) {
	if (piece === null || piece === false) return "";
	if (typeof piece === "string") return escapeHtml(piece);
	if (typeof piece === "number") return String(piece);
	return "html" in piece ? piece.html : piece.map(write).join("");
}
/** The one place where text becomes HTML: as element content and inside double quotes it is only text. */
function escapeHtml(text) {
	return text.toWellFormed().replaceAll(UNSAFE, (character) => ENTITIES[character] ?? "");
}
/** Characters that could be markup, and controls that no document may hold. */
const UNSAFE = /[&<>"'`]|(?![\t\n\r])\p{Cc}/gu;
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	"`": "&#96;"
};
/** A value as JSON inside a `script` element: nothing in it can end the element, open a comment, or break a line. */
function json(value) {
	return made(JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));
}
/** Text in which marks of ours stand for tags of ours: escaped first, so that no tag comes out of the text. */
function tagged(text, tags) {
	return made(tags.reduce((written, [mark, tag]) => written.replaceAll(mark, tag), escapeHtml(text)));
}
/** Text of our own that is HTML as it stands: the program of the page, its style, a drawing. @throws RangeError when it could end the element that it stands in */
function ours(text) {
	if (/<\/(?:script|style)|<!--/iu.test(text)) throw new RangeError("text for a script or style element must not be able to end it");
	return made(text);
}
function made(text) {
	return {
		[trusted]: true,
		html: text
	};
}
// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// src/report/markup/document.ts
/** The frame of every page: a document in one language that loads nothing and asks nobody for anything. */
var _templateObject;
/** Without one in the page, browsers ask the server for it. */
const ICON = `data:image/svg+xml,${encodeURIComponent("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><rect width=\"16\" height=\"16\" rx=\"3.5\" fill=\"#0a5bc4\"/><path d=\"M2.5 11 6 7l3 2.5L13.5 4\" fill=\"none\" stroke=\"#fff\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>")}`;
/** The text of a document. @throws RangeError when style or script could end their element */
function documentOf({ lang, title, style, script, body }) {
	return `<!doctype html>\n${html`<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="generator" content="Loadgate ${VERSION}">
<title>${title}</title><link rel="icon" href="${ICON}"><style>${ours(style)}</style></head>
<body>${body}${script === null ? NOTHING : html(_templateObject || (_templateObject = _taggedTemplateLiteral(["<script>", "<\/script>"])), ours(script))}
</body></html>`.html}\n`;
}
/**
* Nothing but this page's own style and script, each by its hash, and the icon, which is in the page. Charts that a script draws set styles of their own, so
* that a page with a script allows those in it.
*/
const policyOf = (style, script) => [
	"default-src 'none'",
	`script-src ${script === null ? "'none'" : hashOf(script)}`,
	`style-src ${script === null ? hashOf(style) : "'unsafe-inline'"}`,
	"img-src data:",
	"base-uri 'none'",
	"form-action 'none'"
].join("; ");
const hashOf = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
// src/report/markup/style.ts
/** What all pages look like: their colours in light, dark and print, their fonts, and what a keyboard sees. Nothing is loaded. */
/** Colours by role. Text on its ground has a contrast of at least 4.5, lines of charts of at least 3. */
const LIGHT = {
	ground: "#ffffff",
	raised: "#f7f8fa",
	text: "#1b1f24",
	quiet: "#565e68",
	rule: "#e3e6ea",
	link: "#0b57b8",
	good: "#1a7f37",
	bad: "#c0202c",
	warn: "#8a5a00",
	new: "#0b57b8",
	"line-1": "#2563eb",
	"line-2": "#c2410c",
	"line-3": "#0f766e",
	"line-4": "#7447b8",
	band: "#2563eb1c"
};
const DARK = {
	ground: "#111417",
	raised: "#191d21",
	text: "#e6e9ec",
	quiet: "#a2abb5",
	rule: "#2c3238",
	link: "#7ab3ff",
	good: "#56c271",
	bad: "#ff7b78",
	warn: "#e0b14a",
	new: "#7ab3ff",
	"line-1": "#6ba6ff",
	"line-2": "#fb923c",
	"line-3": "#2dd4bf",
	"line-4": "#bfa0f5",
	band: "#6ba6ff26"
};
const colours = (palette) => Object.entries(palette).map(([role, colour]) => `--${role}:${colour}`).join(";");
/** Every page's beginning: colours as `--ROLE` by the reader's scheme or their choice (`data-theme`), on white in print; fonts; and the outline of what has the focus. */
const BASE_STYLE = `:root{color-scheme:light dark;${colours(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${colours(DARK)}}}
:root[data-theme=light]{color-scheme:light;${colours(LIGHT)}}:root[data-theme=dark]{color-scheme:dark;${colours(DARK)}}
@media print{:root,:root[data-theme]{color-scheme:light;${colours(LIGHT)}}}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
code,pre{font:.92em/1.5 ui-monospace,SFMono-Regular,"SF Mono","Cascadia Mono",Menlo,Consolas,"Noto Sans Mono","Liberation Mono",monospace}
[hidden]{display:none!important}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
export { escapeHtml as a, ours as c, NOTHING as i, tagged as l, documentOf as n, html as o, _taggedTemplateLiteral as r, json as s, BASE_STYLE as t };
