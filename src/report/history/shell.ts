/** The frame of every page: a document that needs no script and asks nobody for anything. */
import { createHash } from 'node:crypto';
import { VERSION } from '../../domain/version.ts';
import { type Html, html } from './html.ts';
import { RECORD } from './record.ts';
import type { Scribe } from './scribe.ts';
import { STYLE } from './style.ts';

/** Nothing but this style sheet, known by its hash, and the icon, which is in the page. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Without one in the page, browsers ask the server for it. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3.5" fill="#0a5bc4"/><path d="M2.5 11 6 7l3 2.5L13.5 4" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)}`;

/** A page's parts. */
export interface Page {
  /** Plain text, for the tab. */
  readonly title: string;
  readonly header: Html;
  readonly main: Html;
}

/** The text of a page. */
export function pageOf({ title, header, main }: Page, { words }: Scribe): string {
  const style: Html = { markup: `<style>${STYLE}</style>` };
  const { history, locale } = words;
  const page = html`<!doctype html>
<html lang="${locale.split('-')[0] ?? locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Loadgate ${VERSION}">
<title>${title}</title>
<link rel="icon" href="${ICON}">
${style}
</head>
<body>
<header>${header}</header>
<main>${main}${howToRead(words.history)}</main>
<footer><p>${history.record} <a href="${RECORD}">${RECORD}</a></p><p>${history.madeBy} Loadgate ${VERSION}.</p></footer>
</body>
</html>
`;
  return page.markup;
}

function howToRead({ reading, howTo }: Scribe['words']['history']): Html {
  return html`<h2>${reading}</h2><ul class="plain small">${howTo.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
