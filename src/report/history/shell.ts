/** What stands around every page of the history: how to read it, where its record is, and who made it. */
import { VERSION } from '../../domain/version.ts';
import { documentOf } from '../markup/document.ts';
import { html, type Markup } from '../markup/html.ts';
import { RECORD } from './record.ts';
import type { Scribe } from './scribe.ts';
import { STYLE } from './style.ts';

/** A page's parts. */
export interface Page {
  /** Plain text, for the tab. */
  readonly title: string;
  readonly header: Markup;
  readonly main: Markup;
}

/** The text of a page. */
export function pageOf({ title, header, main }: Page, { words }: Scribe): string {
  const { history, locale } = words;
  const body = html`
<header>${header}</header>
<main>${main}${howToRead(words.history)}</main>
<footer><p>${history.record} <a href="${RECORD}">${RECORD}</a></p><p>${history.madeBy} Loadgate ${VERSION}.</p></footer>`;
  return documentOf({ lang: locale.split('-')[0] ?? locale, title, style: STYLE, script: null, body });
}

function howToRead({ reading, howTo }: Scribe['words']['history']): Markup {
  return html`<h2>${reading}</h2><ul class="plain small">${howTo.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
