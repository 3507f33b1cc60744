/** Findings and reasons as sentences of a language. The one place where a name is looked up in the catalogue. */
import type { Finding } from '../domain/finding.ts';
import type { Reason } from './reasons.ts';
import type { FindingGroup } from './report.ts';
import type { Pen, Words } from './words/words.ts';

/** Kinds of finding that say what the results mean, in the order in which they are told. */
export const KINDS = ['weakness', 'strength', 'bottleneck', 'potential'] as const;

/** What can be said. */
export interface Sentences {
  readonly reason: (reason: Reason) => string;
  /** The group's title, with its kind in front where one is given, and what it says of each of its scenarios. */
  readonly group: (group: FindingGroup, kind?: string) => string;
}

/** Sentences of a language, written with a pen. */
export function sentencesOf(words: Words, n: Pen): Sentences {
  return {
    reason: (reason) => sentenceOf(words.reasons[reason.kind], reason, n),
    group: ({ findings, more }, kind) => {
      const [first] = findings;
      if (first === undefined) return '';
      const sentences = findings.map((finding: Finding) =>
        sentenceOf(words.findings[finding.name], finding.evidence, n),
      );
      const rest = more === 0 ? [] : [words.andMoreScenarios(more, n)];
      const coda = words.findingCodas[first.name] ?? [];
      const title = words.findingTitles[first.name];
      const lead = n.strong(kind === undefined ? `${title}.` : `${kind} · ${title}.`);
      return [lead, ...sentences, ...rest].concat(coda).join(' ');
    },
  };
}

/** The catalogue's types pair each name with its evidence; the compiler cannot follow that pair through a lookup. */
function sentenceOf(sentence: unknown, evidence: unknown, n: Pen): string {
  return (sentence as (evidence: unknown, n: Pen) => string)(evidence, n);
}
