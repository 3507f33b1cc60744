/** The parts of the Markdown report that are made of sentences: limits, what the results say, conclusions, method. */
import { COMMAND_MAX, inertBlock } from './inert.ts';
import { folded, table } from './markdown-blocks.ts';
import { type Draft, WORTH } from './markdown-draft.ts';
import type { FindingGroup } from './report.ts';
import { headed, type Part, type Section } from './sections.ts';
import { KINDS, sentencesOf } from './sentences.ts';
import { countsTable } from './tables.ts';
import type { Words } from './words/words.ts';

/** Limitations, each with how it was noticed. */
export function limits({ report, words, n, calm }: Draft): Section {
  const groups = report.findings.limitation;
  const lines = groups.map((group) => `- ${sentencesOf(words, n).group(group)}`);
  const part: Part = { versions: [lines.join('\n')], worth: WORTH.limits, called: words.labels.limits };
  return calm
    ? { ...folded(words.limitsFolded(groups.length, n)), parts: [part] }
    : headed(`#### ${words.labels.limits}`, [part]);
}

/** Weaknesses, strengths, bottleneck, potential: one list, each where there is something to say. Where all is well, only what is not stays open. */
export function says({ report, words, n, calm }: Draft): readonly Section[] {
  const open = calm ? KINDS.filter((kind) => !PRAISE.includes(kind)) : KINDS;
  const praise = calm ? PRAISE.flatMap((kind) => report.findings[kind]) : [];
  const list = (kinds: readonly Kind[]): Part => ({
    versions: [
      kinds
        .flatMap((kind) =>
          report.findings[kind].map(
            (group) => `- ${sentencesOf(words, n).group(group, words.labels.kinds[kind])}`,
          ),
        )
        .join('\n'),
    ],
    worth: WORTH.says,
    called: words.labels.says,
  });
  const shown = headed(`#### ${words.labels.says}`, [list(open)]);
  return praise.length === 0
    ? [shown]
    : [shown, { ...folded(words.comment.saysFolded(titlesOf(praise, words))), parts: [list(PRAISE)] }];
}

type Kind = (typeof KINDS)[number];

/** Kinds of finding that a busy reader of a good result can do without. */
const PRAISE: readonly Kind[] = ['strength', 'potential'];

const titlesOf = (groups: readonly FindingGroup[], words: Words): readonly string[] =>
  groups.flatMap(({ findings: [first] }) => (first === undefined ? [] : [words.findingTitles[first.name]]));

/** Why the verdict is what it is; of a gain, in a fold. What it comes to when nothing is the matter stands under the headline. */
export function conclusions({ report, words, n, calm }: Draft): Section {
  const { labels } = words;
  const { headline, reasons } = report;
  const most = 8;
  const told = reasons.map((reason) => sentencesOf(words, n).reason(reason));
  const sentences = told.length > 1 ? told.map((sentence) => `- ${sentence}`) : [];
  const brief = [
    ...sentences.slice(0, most),
    ...(sentences.length > most ? [`- ${words.rowsCut(sentences.length - most, n)}`] : []),
  ].join('\n');
  const nothing = words.nothingWrong(headline, n);
  const last = [
    ...(told.length === 1 ? told : []),
    ...(calm ? [] : [nothing, words.closing(headline, n)]),
  ].filter(Boolean);
  const parts: readonly Part[] = [
    { versions: [brief], worth: WORTH.reasons, called: labels.conclusions },
    { versions: [last.join(' ')], worth: WORTH.reasons, called: labels.conclusions },
  ];
  return calm ? { ...folded(labels.conclusions), parts } : headed(`#### ${labels.conclusions}`, parts);
}

/** What to do next; folded where nothing has to be done. */
export function nextSteps({ report, words, n, calm }: Draft): Section {
  const groups = report.findings.recommendation;
  const steps = groups
    .map((group, index) => `${index + 1}. ${sentencesOf(words, n).group(group)}`)
    .join('\n');
  const called = words.labels.nextSteps;
  return calm
    ? {
        ...folded(words.comment.learnMoreFolded(titlesOf(groups, words))),
        parts: [{ versions: [steps], worth: WORTH.advice, called }],
      }
    : headed('', [{ versions: [steps === '' ? '' : `${called}:\n\n${steps}`], worth: WORTH.advice, called }]);
}

/** Method, machine, commits, raw numbers, how to reproduce: always folded. */
export function methodOf({ report, words, n }: Draft): Section {
  const { labels, comment } = words;
  const bars = report.scenarios.some(({ history }) => history.length > 0) ? [comment.historyScale] : [];
  const lines = [...words.method(report.method, n), ...bars].map((line) => `- ${line}`);
  const measured = report.scenarios.map((scenario) => `- ${words.measured(scenario, n)}`);
  const again = inertBlock([report.method.reproduce], 'sh', COMMAND_MAX);
  // A table as wide as fifty scenarios is no table.
  const columns = 6;
  const raw = report.scenarios.slice(0, columns);
  return {
    ...folded(labels.method),
    parts: [
      { versions: [`${comment.reproduce}:\n\n${again}`], worth: WORTH.again, called: comment.reproduce },
      {
        versions: [[...lines, ...measured].join('\n'), lines.join('\n')],
        worth: WORTH.method,
        called: labels.method,
      },
      {
        versions: [table(countsTable(raw, words, n), `l${'r'.repeat(raw.length)}`)],
        worth: WORTH.raw,
        called: labels.rawNumbers,
      },
    ],
  };
}
