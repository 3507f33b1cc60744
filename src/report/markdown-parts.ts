/** The parts of the Markdown report that are made of sentences: overview, limits, what the results say, conclusions, method. */
import type { FindingKind } from '../domain/finding.ts';
import { fold, folded, table } from './markdown-blocks.ts';
import type { FindingGroup, Report } from './report.ts';
import type { ScenarioReport } from './results.ts';
import { headed, type Part, type Section } from './sections.ts';
import { sentencesOf } from './sentences.ts';
import { countsTable, overviewTable, type Sign, splitJudgements } from './tables.ts';
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

const SIGNS: Readonly<Record<Sign, string>> = { bad: '❌ ', better: '🟢 ', good: '✅ ', unsure: '❔ ', none: '' };

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
    ...shown.map((scenario): Part => ({
      versions: [overviewOf(scenario, draft), briefly(scenario, draft)],
      worth: WORTH.overview,
      called,
    })),
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
  const rows = (judgements: ScenarioReport['judgements']): string =>
    table(overviewTable(scenario, judgements, words, n, mark), 'lrrrll');
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

/** Strengths, weaknesses, bottleneck, potential: each where there is something to say. */
export function says({ report, words, n }: Draft): Section {
  const { labels } = words;
  const kinds: readonly (readonly [FindingKind, string])[] = [
    ['weakness', labels.weaknesses],
    ['strength', labels.strengths],
    ['bottleneck', labels.bottleneck],
    ['potential', labels.potential],
  ];
  const parts = kinds.flatMap(([kind, title]) => {
    const bullets = report.findings[kind].map((group) => bullet(group, words, n, WORTH.says, labels.says));
    if (bullets.length === 0) return [];
    const { versions, ...rest } = joined(bullets);
    return [{ ...rest, versions: [`${title}:\n\n${versions[0]}`] satisfies [string] }];
  });
  return headed(`#### ${labels.says}`, parts);
}

/** Why the verdict is what it is, and what to do next. */
export function conclusions({ report, words, n }: Draft): Section {
  const { labels } = words;
  const { headline, reasons, findings } = report;
  const most = 8;
  const sentences = reasons.map((reason) => `- ${sentencesOf(words, n).reason(reason)}`);
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
    ...(brief === '' ? [] : [{ versions: [brief], worth: WORTH.reasons, called: labels.conclusions } satisfies Part]),
    {
      versions: [nothing === null ? closing : `${nothing} ${closing}`],
      worth: WORTH.reasons,
      called: labels.conclusions,
    },
    ...(steps.length === 0
      ? []
      : [
          {
            versions: [`${labels.nextSteps}:\n\n${steps.join('\n')}`],
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
      { versions: [lines.join('\n')], worth: WORTH.method, called: labels.method },
      ...measured.map((line): Part => ({ versions: [line], worth: WORTH.raw, called: labels.rawNumbers })),
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

