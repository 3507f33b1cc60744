/** Tables and folds of the page: with captions, scopes, and their own scroll bar where the window is narrow. */
import type { Rows } from '../tables.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { plain, prose } from './prose.ts';

/** How a table is shown. */
export interface TableShape {
  readonly caption: string;
  /** One letter a column: l or r. */
  readonly align: string;
  /** Attributes of a row, the first after the headings being 0. */
  readonly attributes?: (row: number) => Markup;
  /** What has to be said below. */
  readonly note?: string | null;
}

/** A table of cells that were written with the page's marks. The first row holds the headings, the first column names the rows. */
export function table([headings = [], ...rows]: Rows, shape: TableShape): Markup {
  const { caption, align, attributes = () => NOTHING, note = null } = shape;
  // Which columns stand right is said once, not in every cell.
  const right = [...align].flatMap((side, column) => (side === 'r' ? [column + 1] : [])).join(' ');
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${plain(caption)}"><table data-right="${right}"><caption>${prose(caption)}</caption>
<thead><tr>${headings.map((cell) => html`<th scope="col">${prose(cell)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells, row) =>
      html`<tr${attributes(row)}>${cells.map((cell, column) =>
        column === 0 ? html`<th scope="row">${prose(cell)}</th>` : html`<td>${prose(cell)}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>${note === null || note === '' ? NOTHING : html`<p class="note">${prose(note)}</p>`}`;
}

/** What opens when it is asked for; nothing when there is nothing in it. */
export function fold(summary: string, content: readonly Markup[], attributes: Markup = NOTHING): Markup {
  const blocks = content.filter((block) => block.html !== '');
  return blocks.length === 0
    ? NOTHING
    : html`<details${attributes}><summary>${prose(summary)}</summary><div class="folded">${blocks}</div></details>
`;
}

/** Evenly chosen rows, at most `most` of them and the last always among them. */
export function thinned<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const step = (rows.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => rows[Math.round(index * step)]).filter(
    (row): row is Row => row !== undefined,
  );
}
