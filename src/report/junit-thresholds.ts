/** Thresholds of a script of k6 as cases of JUnit: the verdict does not rest on them, so that a crossed one is skipped and tells why. */
import { clean } from './inert.ts';
import type { Case, Ending } from './junit-suites.ts';
import type { ScenarioReport } from './results.ts';
import { fateOf, thresholdCaption, thresholdTable } from './thresholds.ts';
import type { Pen, Words } from './words/words.ts';

/** A case for each, named `k6 http_req_duration: p(95)<200`. */
export const thresholdCases = (scenario: ScenarioReport, words: Words, n: Pen): readonly Case[] =>
  scenario.thresholds.map((threshold) => {
    const name = `k6 ${clean(threshold.metric)}: ${clean(threshold.expression)}`;
    const fate = fateOf(threshold);
    if (fate === 'kept') return { name, seconds: 0, ending: null };
    const [headings = [], row = []] = thresholdTable([threshold], words, n, (_, word) => word);
    const ending: Ending = {
      kind: 'skipped',
      type: `threshold-${fate}`,
      text: `${words.thresholds.results[fate]}. ${thresholdCaption(scenario, words)}`,
      lines: headings.map((heading, column) => `${heading}: ${row[column] ?? ''}`),
    };
    return { name, seconds: 0, ending };
  });
