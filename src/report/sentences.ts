/** Findings and reasons as sentences of a language. The one place where a name is looked up in the catalogue. */
import type { Finding } from '../domain/finding.ts';
import type { Reason } from './reasons.ts';
import type { FindingGroup, Headline } from './report.ts';
import type { Pen, Words } from './words/words.ts';

/** Kinds of finding that say what the results mean, in the order in which they are told. */
export const KINDS = ['weakness', 'strength', 'bottleneck', 'potential'] as const;

/** What can be said. */
export interface Sentences {
  readonly reason: (reason: Reason) => string;
  /** The group's title, with its kind in front where one is given, and what it says of its scenarios. */
  readonly group: (group: FindingGroup, kind?: string) => string;
}

/** Sentences of a language, written with a pen. */
export function sentencesOf(words: Words, n: Pen): Sentences {
  return {
    reason: (reason) => sentenceOf(words.reasons[reason.kind], reason, n),
    group: ({ findings }, kind) => {
      const [first] = findings;
      if (first === undefined) return '';
      const title = words.findingTitles[first.name];
      const lead = n.strong(kind === undefined ? `${title}.` : `${kind} · ${title}.`);
      const coda = words.findingCodas[first.name] ?? [];
      return [lead, ...toldOf(findings, words, n)].concat(coda).join(' ');
    },
  };
}

/** Under the headline: what to do, how sure the changes are, and which ones could have gone unseen. A failure leaves the last to the limits of the measurement. */
export function underHeadline(headline: Headline, words: Words, n: Pen): readonly string[] {
  const { action, around, changes } = words;
  const isRed = headline.outcome === 'fail' || headline.outcome === 'void';
  const spared = isRed && headline.exitCode === 0 ? around.warnOnly(n) : '';
  const unseen = headline.outcome === 'fail' ? '' : changes.unseen(headline, n);
  return [action(headline, n), spared, changes.sure(headline, n), unseen].filter(
    (sentence) => sentence !== '',
  );
}

/** So many different sentences are told while there are no more, else one less: of a finding that every scenario has, two show what it is like. */
const TOLD_MAX = 3;

/** What is the same of several scenarios is said once of all of them; of many that differ, the first are told and the rest is counted. */
function toldOf(findings: readonly Finding[], words: Words, n: Pen): readonly string[] {
  const alike = [
    ...Map.groupBy(findings, (each) => told(each, words, { ...n, inScenario: () => '' })).values(),
  ];
  const shown = alike.length > TOLD_MAX ? alike.slice(0, TOLD_MAX - 1) : alike;
  const rest = alike.slice(shown.length).reduce((sum, { length }) => sum + length, 0);
  return [
    ...shown.map((same) => ofAll(same, words, n)),
    ...(rest === 0 ? [] : [words.andMoreScenarios(rest, n)]),
  ];
}

const told = ({ name, evidence }: Finding, words: Words, n: Pen): string =>
  sentenceOf(words.findings[name], evidence, n);

/** Names of scenarios in one sentence. */
const NAMES_MAX = 3;

function ofAll(same: readonly Finding[], words: Words, n: Pen): string {
  const [first] = same;
  if (first === undefined) return '';
  const all = same.flatMap(({ evidence }) => ('scenario' in evidence ? [n.name(evidence.scenario)] : []));
  const names = [...new Set(all)];
  if (names.length < 2) return told(first, words, n);
  const rest = names.length - NAMES_MAX;
  const listed = rest > 0 ? [...names.slice(0, NAMES_MAX), words.comment.more(rest, n)] : names;
  return told(first, words, { ...n, inScenario: () => words.comment.inScenarios(n.list(listed)) });
}

/** The catalogue's types pair each name with its evidence; the compiler cannot follow that pair through a lookup. */
function sentenceOf(sentence: unknown, evidence: unknown, n: Pen): string {
  return (sentence as (evidence: unknown, n: Pen) => string)(evidence, n);
}
