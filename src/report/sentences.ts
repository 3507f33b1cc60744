/** Findings and reasons as sentences of a language. The one place where a name is looked up in the catalogue. */
import type { Finding } from '../domain/finding.ts';
import type { Reason } from './reasons.ts';
import type { FindingGroup } from './report.ts';
import type { Pen, Words } from './words/words.ts';

/** What can be said. */
export interface Sentences {
  readonly reason: (reason: Reason) => string;
  /** The group's title and what it says of each of its scenarios. */
  readonly group: (group: FindingGroup) => string;
}

/** Sentences of a language, written with a pen. */
export function sentencesOf(words: Words, n: Pen): Sentences {
  return {
    reason: (reason) => sentenceOf(words.reasons[reason.kind], reason, n),
    group: ({ findings, more }) => {
      const [first] = findings;
      if (first === undefined) return '';
      const sentences = findings.map((finding: Finding) =>
        sentenceOf(words.findings[finding.name], finding.evidence, n),
      );
      const rest = more === 0 ? [] : [words.andMoreScenarios(more, n)];
      return [n.strong(`${words.findingTitles[first.name]}.`), ...sentences, ...rest].join(' ');
    },
  };
}

/** The catalogue's types pair each name with its evidence; the compiler cannot follow that pair through a lookup. */
function sentenceOf<Evidence>(sentence: unknown, evidence: Evidence, n: Pen): string {
  return (sentence as (evidence: Evidence, n: Pen) => string)(evidence, n);
}
