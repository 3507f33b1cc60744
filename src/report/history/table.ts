/** Tables of the history pages. */
import { type Markup, html, type Piece } from '../markup/html.ts';

/** What stands in a table. Only a long text is broken into lines. */
export interface Cell {
  readonly part: Piece;
  readonly kind?: 'text' | 'number' | 'long';
}

/** A number in a table. */
export const numeric = (part: Piece): Cell => ({ part, kind: 'number' });

/** What a table is; `isTold`: by the heading above it, so that it need not be seen twice. */
export interface Caption {
  readonly caption: string;
  readonly isTold?: boolean;
}

/** A table with a caption and headings, in a box that scrolls by keyboard as well. */
export function table(
  { caption, isTold = false }: Caption,
  columns: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): Markup {
  const kindOf = ({ kind = 'text' }: Cell): string => kind;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption class="${isTold ? 'hidden' : 'shown'}">${caption}</caption>
<thead><tr>${columns.map((cell) => html`<th scope="col" class="${kindOf(cell)}">${cell.part}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td class="${kindOf(cell)}">${cell.part}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}
