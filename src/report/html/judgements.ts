/** Every metric of a scenario with everything that was judged of it. */
import type { Judgement } from '../../domain/verdict.ts';
import type { ScenarioReport } from '../results.ts';
import { overviewAlign, overviewTable, type Rows, type Sign } from '../tables.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { cell } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { fold, table } from './table.ts';

/** What stands in front of a judgement's word. */
export const SIGNS: Readonly<Record<Sign, string>> = {
  bad: '✕ ',
  noted: '! ',
  agreed: '≈ ',
  better: '↑ ',
  good: '✓ ',
  unsure: '? ',
  none: '',
};

/** A table of judgements as in every report. `signs`: what each row is at first sight. */
export function judgementRows(
  scenario: ScenarioReport,
  judgements: readonly Judgement[],
  { words, n }: Sheet,
): { readonly rows: Rows; readonly align: string; readonly signs: readonly Sign[] } {
  const signs: Sign[] = [];
  const rows = overviewTable(scenario, judgements, words, n, (sign, word) => {
    signs.push(sign);
    return `${SIGNS[sign]}${word}`;
  });
  return { rows, align: overviewAlign(rows), signs };
}

/** A row takes the colour of its judgement. */
export const signed =
  (signs: readonly Sign[]) =>
  (row: number): Markup =>
    html` data-sign="${signs[row] ?? 'none'}"`;

/** All metrics, each with the tolerance that was applied, the smallest change that would have been seen, and how many stand behind it. */
export function judgementsOf(scenario: ScenarioReport, sheet: Sheet): Markup {
  const { words, verdict } = sheet;
  const { page } = words;
  const { rows, align, signs } = judgementRows(scenario, scenario.judgements, sheet);
  const compared = scenario.judgements.some(({ comparison }) => comparison !== null);
  const wider = compared
    ? rows.map((row, index) => [
        ...row.slice(0, -1),
        ...behind(scenario.judgements[index - 1], sheet),
        ...row.slice(-1),
      ])
    : rows;
  const screen = verdict.scenarios.find((each) => each.scenario === scenario.name)?.screen ?? null;
  return html`<h4>${page.headings.judgements}</h4>
${table(wider, { caption: page.headings.judgements, align: compared ? `${align.slice(0, -1)}rrll` : align, attributes: signed(signs) })}${
  screen === null ? NOTHING : screened(scenario, screen.judgements, sheet)
}`;
}

/** Without a judgement: the headings. */
function behind(judgement: Judgement | undefined, sheet: Sheet): readonly string[] {
  const { words, n } = sheet;
  const { columns, replicates, confirmation } = words.page;
  if (judgement === undefined) return [columns.tolerance, columns.detectable, columns.replicates];
  const { metric, comparison } = judgement;
  const extent = (change: number): string => n.extent(metric, change);
  return [
    cell(comparison?.limit == null ? null : comparison.tolerance, extent, sheet),
    cell(comparison?.detectable, extent, sheet),
    cell(
      comparison,
      ({ against, replicates: count, confirmation: came }) =>
        [replicates(against, count, n), ...(came === null ? [] : [confirmation[came]])].join(', '),
      sheet,
    ),
  ];
}

/** The stored baseline's judgements, where the base commit had the last word. */
function screened(scenario: ScenarioReport, judgements: readonly Judgement[], sheet: Sheet): Markup {
  const { screen } = sheet.words.page.headings;
  const against = { kind: 'baseline', replicates: 0 } as const;
  const { rows, align, signs } = judgementRows(
    { ...scenario, judgements, against, voided: false },
    judgements,
    sheet,
  );
  return fold(screen, [table(rows, { caption: screen, align, attributes: signed(signs) })]);
}
