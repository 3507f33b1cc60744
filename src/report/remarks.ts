/** The reasons of a verdict as remarks in plain text, for places that show them one by one beside the code. */
import type { Language } from '../domain/language.ts';
import { clean, PROSE_MAX } from './inert.ts';
import { LANGUAGES, type Marks, penOf } from './pen.ts';
import type { Reason } from './reasons.ts';
import type { Report } from './report.ts';
import { sentencesOf } from './sentences.ts';

/** One remark. */
export interface Remark {
  readonly level: 'failure' | 'warning' | 'notice';
  readonly scenario: string;
  /** What it is about: a metric, or an outcome. */
  readonly title: string;
  readonly message: string;
}

/** More than anybody reads. */
const REMARKS_MAX = 200;

/** A remark for each reason, the gravest first. A report that fails no build has none of level `failure`. */
export function remarksOf(report: Report, language: Language): readonly Remark[] {
  const words = LANGUAGES[language];
  const { reason } = sentencesOf(words, penOf(words, PLAIN, report.headline.scenarios));
  const spared = report.headline.exitCode === 0;
  return report.reasons.slice(0, REMARKS_MAX).map((each) => ({
    level: levelOf(each, spared),
    scenario: each.scenario,
    title: `${clean(each.scenario)} · ${'metric' in each ? words.metrics[each.metric] : words.outcomes[each.kind]}`,
    message: reason(each),
  }));
}

function levelOf({ kind }: Reason, spared: boolean): Remark['level'] {
  switch (kind) {
    case 'regression':
    case 'breach':
      return spared ? 'warning' : 'failure';
    case 'void':
    case 'inconclusive':
      return 'warning';
    case 'no-baseline':
    case 'improvement':
    case 'accepted':
      return 'notice';
  }
}

/** GitHub shows annotations as they are. */
const PLAIN: Marks = {
  name: (text) => clean(text),
  prose: (text) => clean(text, PROSE_MAX),
  command: (text) => clean(text, PROSE_MAX),
  code: (text) => text,
  strong: (text) => text,
  link: (text, url) => `${text}: ${clean(url, 300)}`,
};
