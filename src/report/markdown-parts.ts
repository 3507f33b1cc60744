/** The parts of the Markdown report that are made of sentences: overview, limits, what the results say, conclusions, method. */
import { fold, folded, table } from './markdown-blocks.ts';
import { GLUE } from './numbers.ts';
import type { FindingGroup, Report } from './report.ts';
import type { ScenarioReport } from './results.ts';
import { headed, type Part, type Section } from './sections.ts';
import { KINDS, sentencesOf } from './sentences.ts';
import { countsTable, overviewAlign, overviewTable, type Sign, splitJudgements } from './tables.ts';
import type { Pen, Words } from './words/words.ts';

/** A report on its way to text. `calm`: nothing is the matter, so that more folds away. */
export interface Draft {
  readonly report: Report;
  readonly words: Words;
  readonly n: Pen;
  readonly calm: boolean;
}

/** What each part is worth when there is no room; charts and requests (in the results) are worth less than all of these. */
export const WORTH = {
  requests: 1,
  charts: 2,
  raw: 3,
  method: 4,
  distribution: 5,
  passing: 6,
  says: 7,
  limits: 8,
  advice: 9,
  overview: 10,
  reasons: 11,
} as const;

const SIGNS: Readonly<Record<Sign, string>> = {
  bad: `❌${GLUE}`,
  noted: `⚠️${GLUE}`,
  better: `🟢${GLUE}`,
  good: `✅${GLUE}`,
  unsure: `❔${GLUE}`,
  none: '',
};

/** One table a scenario, those that pass folded away when there are several. */
export function overview(draft: Draft): readonly Part[] {
  const { report, words, n } = draft;
  const { scenarios } = report;
  const few = 3;
  const isQuiet = ({ outcome }: ScenarioReport): boolean => scenarios.length > few && outcome === 'pass';
  const shown = scenarios.filter((scenario) => !isQuiet(scenario));
  const quiet = scenarios.filter(isQuiet);
  const called = words.labels.overview;
  return [
    ...shown.map(
      (scenario): Part => ({
        versions: [overviewOf(scenario, draft), briefly(scenario, draft)],
        worth: WORTH.overview,
        called,
      }),
    ),
    ...(quiet.length === 0
      ? []
      : [
          {
            versions: [
              fold(
                words.passingFolded(quiet.length, n),
                quiet.map((scenario) => overviewOf(scenario, draft, true)).join('\n\n'),
              ),
              fold(
                words.passingFolded(quiet.length, n),
                quiet.map((scenario) => `- ${briefly(scenario, draft)}`).join('\n'),
              ),
            ],
            worth: WORTH.passing,
            called,
          } satisfies Part,
        ]),
  ];
}

function overviewOf(scenario: ScenarioReport, draft: Draft, whole = false): string {
  const { words, n } = draft;
  const { shown, folded: rest } = splitJudgements(scenario.judgements);
  const mark = (sign: Sign, word: string): string => `${SIGNS[sign]}${word}`;
  const rows = (judgements: ScenarioReport['judgements']): string => {
    const cells = overviewTable(scenario, judgements, words, n, mark);
    return table(cells, overviewAlign(cells));
  };
  const blocks = [briefly(scenario, draft), rows(whole ? scenario.judgements : shown)];
  if (!whole && rest.length > 0) {
    blocks.push(
      fold(
        words.unchangedFolded(
          rest.map(({ metric }) => metric),
          n,
        ),
        rows(rest),
      ),
    );
  }
  return blocks.join('\n\n');
}

const briefly = (scenario: ScenarioReport, { words, n }: Draft): string =>
  `**${n.name(scenario.name)}** · ${words.facts(scenario, n)} · ${words.outcomes[scenario.outcome]}`;

/** Limitations, each with how it was noticed. */
export function limits({ report, words, n, calm }: Draft): Section {
  const groups = report.findings.limitation;
  const parts = groups.map((group) => bullet(group, words, n, WORTH.limits, words.labels.limits));
  return calm
    ? { ...folded(words.limitsFolded(groups.length, n)), parts: [joined(parts)] }
    : headed(`#### ${words.labels.limits}`, [joined(parts)]);
}

/** Weaknesses, strengths, bottleneck, potential: one list, each where there is something to say. */
export function says({ report, words, n }: Draft): Section {
  const bullets = KINDS.flatMap((kind) =>
    report.findings[kind].map(
      (group): Part => ({
        versions: [`- ${sentencesOf(words, n).group(group, words.labels.kinds[kind])}`],
        worth: WORTH.says,
        called: words.labels.says,
      }),
    ),
  );
  return headed(`#### ${words.labels.says}`, bullets.length === 0 ? [] : [joined(bullets)]);
}

/** Why the verdict is what it is, and what to do next. */
export function conclusions({ report, words, n, calm }: Draft): Section {
  const { labels } = words;
  const { headline, reasons, findings } = report;
  const most = 8;
  const told = reasons.map((reason) => sentencesOf(words, n).reason(reason));
  const sentences = told.length > 1 ? told.map((sentence) => `- ${sentence}`) : [];
  const brief = [
    ...sentences.slice(0, most),
    ...(sentences.length > most ? [`- ${words.rowsCut(sentences.length - most, n)}`] : []),
  ].join('\n');
  const nothing = words.nothingWrong(headline, n);
  const closing = words.closing(headline, n);
  const steps = findings.recommendation.map(
    (group, index) => `${index + 1}. ${sentencesOf(words, n).group(group)}`,
  );
  const parts: Part[] = [
    ...(brief === ''
      ? []
      : [{ versions: [brief], worth: WORTH.reasons, called: labels.conclusions } satisfies Part]),
    {
      versions: [[...(told.length === 1 ? told : []), nothing, closing].filter(Boolean).join(' ')],
      worth: WORTH.reasons,
      called: labels.conclusions,
    },
    ...(steps.length === 0
      ? []
      : [
          {
            versions: [`${calm ? labels.learnMore : labels.nextSteps}:\n\n${steps.join('\n')}`],
            worth: WORTH.advice,
            called: labels.nextSteps,
          } satisfies Part,
        ]),
  ];
  return headed(`#### ${labels.conclusions}`, parts);
}

/** Method, machine, commits, raw numbers, how to reproduce: always folded. */
export function methodOf({ report, words, n }: Draft): Section {
  const { labels } = words;
  const lines = words.method(report.method, n).map((line) => `- ${line}`);
  const measured = report.scenarios.map((scenario) => `- ${words.measured(scenario, n)}`);
  // A table as wide as fifty scenarios is no table.
  const columns = 6;
  const raw = report.scenarios.slice(0, columns);
  return {
    ...folded(labels.method),
    parts: [
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

function bullet(group: FindingGroup, words: Words, n: Pen, worth: number, called: string): Part {
  return { versions: [`- ${sentencesOf(words, n).group(group)}`], worth, called };
}

/** Bullets of one list are one block, so that no blank line loosens it. */
function joined(parts: readonly Part[]): Part {
  const [first] = parts;
  const text = parts.map(({ versions }) => versions[0]).join('\n');
  return { versions: [text], worth: first?.worth ?? WORTH.limits, called: first?.called ?? '' };
}
