/** Blocks of Markdown: tables and folds. */
import { markdownTable } from 'markdown-table';
import type { Section } from './sections.ts';
import type { Rows } from './tables.ts';

/** A table; one letter a column in `align`: l or r. Cells must not hold a bare bar: numbers and inert spans have none. */
export function table(rows: Rows, align: string): string {
  return markdownTable(rows, { align: [...align], alignDelimiters: false, padding: true });
}

/** Blocks under a summary that opens them. The summary is HTML: untrusted text in it must be inert for HTML. */
export function fold(summary: string, blocks: string): string {
  return `${opening(summary)}\n\n${blocks}\n\n</details>`;
}

/** A whole section that folds. */
export const folded = (summary: string): Omit<Section, 'parts'> => ({
  opening: opening(summary),
  end: '</details>',
});

const opening = (summary: string): string => `<details>\n<summary>${summary}</summary>`;
