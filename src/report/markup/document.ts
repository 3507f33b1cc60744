/** The frame of every page: a document in one language that loads nothing and asks nobody for anything. */
import { createHash } from 'node:crypto';
import { VERSION } from '../../domain/version.ts';
import { html, type Markup, NOTHING, ours } from './html.ts';

/** Without one in the page, browsers ask the server for it. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3.5" fill="#0a5bc4"/><path d="M2.5 11 6 7l3 2.5L13.5 4" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)}`;

/** What makes a document of its own. */
export interface DocumentParts {
  /** As the attribute `lang` has it. */
  readonly lang: string;
  /** Plain text, for the tab. */
  readonly title: string;
  /** The whole style sheet: text of ours. */
  readonly style: string;
  /** The one script of the page: text of ours; null: none. */
  readonly script: string | null;
  /** What stands in `body`. */
  readonly body: Markup;
}

/** The text of a document. @throws RangeError when style or script could end their element */
export function documentOf({ lang, title, style, script, body }: DocumentParts): string {
  const page = html`<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="generator" content="Loadgate ${VERSION}">
<title>${title}</title><link rel="icon" href="${ICON}"><style>${ours(style)}</style></head>
<body>${body}${script === null ? NOTHING : html`<script>${ours(script)}</script>`}
</body></html>`;
  return `<!doctype html>\n${page.html}\n`;
}

/**
 * Nothing but this page's own style and script, each by its hash, and the icon, which is in the page. Charts that a script draws set styles of their own, so
 * that a page with a script allows those in it.
 */
const policyOf = (style: string, script: string | null): string =>
  [
    "default-src 'none'",
    `script-src ${script === null ? "'none'" : hashOf(script)}`,
    `style-src ${script === null ? hashOf(style) : "'unsafe-inline'"}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
