/** Every finding with its sentence, how sure its rule is, and the numbers that it was made from. */
import type { Finding } from '../../domain/finding.ts';
import { sentencesOf } from '../sentences.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { prose } from './prose.ts';
import type { Sheet } from './sheet.ts';
import { fold } from './table.ts';
import { ofScenario, section } from './verdict.ts';

/** Items of a list that are shown. */
const ITEMS_MAX = 20;
/** Nested deeper than this, evidence is shown as JSON. */
const DEPTH_MAX = 4;

/** All findings, those that the sentences above had no room for included. */
export function evidence(sheet: Sheet): Markup {
  const { words, report, room } = sheet;
  const findings = report.allFindings;
  const shown = findings.slice(0, room.names);
  const list = shown.map(
    (
      finding,
    ) => html`<li${ofScenario([finding], sheet)}><p><span class="kind">${words.page.kinds[finding.kind]} · ${words.page.confidence[finding.confidence]}</span> ${prose(
      sentencesOf(words, sheet.n).group({ findings: [finding] }),
    )}</p>${fold(`${words.page.evidence}: ${sheet.n.code(finding.name)}`, [evidenceOf(finding, sheet)])}</li>
`,
  );
  const rest = findings.length - shown.length;
  return section(
    'findings',
    words.page.headings.findings,
    [
      html`<p class="note">${prose(list.length === 0 ? words.page.noFindings : words.page.evidenceNote)}</p>`,
      list.length === 0 ? NOTHING : html`<ul class="evidence">${list}</ul>`,
      rest === 0 ? NOTHING : html`<p class="note">${words.page.more(rest, sheet.n)}</p>`,
    ],
    sheet,
  );
}

/** The names are those of the rules' own types; docs/findings.md speaks of them. */
const evidenceOf = ({ evidence: found }: Finding, sheet: Sheet): Markup => valueOf(found, sheet, 0);

function valueOf(value: unknown, sheet: Sheet, depth: number): Markup {
  const { words, n } = sheet;
  if (value === null || value === undefined) return html`${words.labels.none}`;
  if (typeof value === 'boolean') return html`${value ? words.page.yes : words.page.no}`;
  if (typeof value === 'number') return html`${exactly(value, sheet)}`;
  if (typeof value === 'string') return prose(n.name(value));
  if (depth >= DEPTH_MAX) return prose(n.name(JSON.stringify(value)));
  if (Array.isArray(value)) return listOf(value, sheet, depth);
  return html`<dl>${Object.entries(value).map(
    ([name, each]) =>
      html`<div><dt>${prose(n.name(name))}</dt><dd>${valueOf(each, sheet, depth + 1)}</dd></div>`,
  )}</dl>`;
}

function listOf(values: readonly unknown[], sheet: Sheet, depth: number): Markup {
  const { words, n } = sheet;
  if (values.length === 0) return html`${words.labels.none}`;
  const shown = values.slice(0, ITEMS_MAX).map((each) => valueOf(each, sheet, depth + 1));
  const rest = values.length - shown.length;
  const more = rest === 0 ? [] : [html`${words.page.more(rest, n)}`];
  const flat = values.every((each) => typeof each !== 'object' || each === null);
  return flat
    ? html`${[...shown, ...more].map((each, index) => html`${index === 0 ? '' : ', '}${each}`)}`
    : html`<ol>${[...shown, ...more].map((each) => html`<li>${each}</li>`)}</ol>`;
}

/** Six digits are more than were measured. */
const exactly = (value: number, { words }: Sheet): string =>
  Number.isFinite(value)
    ? new Intl.NumberFormat(words.locale, { maximumSignificantDigits: 6 })
        .format(value)
        .replace('-', '\u2212')
    : String(value);
