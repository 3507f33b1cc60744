/** The thresholds of a script of k6 on the page: a table below the limits. */
import type { ScenarioReport } from '../results.ts';
import type { Sign } from '../tables.ts';
import { fateOf, THRESHOLD_ALIGN, thresholdCaption, thresholdFold, thresholdTable } from '../thresholds.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { SIGNS, signed } from './judgements.ts';
import type { Sheet } from './sheet.ts';
import { fold, table } from './table.ts';

/** All of them under a heading; nothing without any. */
export const thresholdsOf = (scenario: ScenarioReport, sheet: Sheet): Markup =>
  scenario.thresholds.length === 0
    ? NOTHING
    : html`<h4>${sheet.words.thresholds.title}</h4>
${tableOf(scenario, sheet)}`;

/** In the overview: open where one was crossed, else in a fold. */
export function thresholdsAtAGlance(scenario: ScenarioReport, sheet: Sheet): Markup {
  const { thresholds } = scenario;
  if (thresholds.length === 0) return NOTHING;
  return thresholds.some((each) => fateOf(each) === 'crossed')
    ? tableOf(scenario, sheet)
    : fold(thresholdFold(thresholds, sheet.words, sheet.n), [tableOf(scenario, sheet)]);
}

function tableOf(scenario: ScenarioReport, { words, n, room }: Sheet): Markup {
  const shown = scenario.thresholds.slice(0, room.names);
  const signs: Sign[] = [];
  const rows = thresholdTable(shown, words, n, (sign, word) => {
    signs.push(sign);
    return `${SIGNS[sign]}${word}`;
  });
  const cut = scenario.thresholds.length - shown.length;
  const caption = thresholdCaption(scenario, words);
  return table(rows, {
    caption: words.thresholds.title,
    align: THRESHOLD_ALIGN,
    attributes: signed(signs),
    note: cut > 0 ? `${words.rowsCut(cut, n)} ${caption}` : caption,
  });
}
