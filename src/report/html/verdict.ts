/** The parts of the page that are made of sentences, in the order of every report: overview, limits, what the results say, conclusions. */
import type { Finding } from '../../domain/finding.ts';
import type { FindingGroup } from '../report.ts';
import type { ScenarioReport } from '../results.ts';
import { KINDS, sentencesOf } from '../sentences.ts';
import { splitJudgements } from '../tables.ts';
import { judgementRows, signed } from './judgements.ts';
import { html, type Markup, NOTHING } from '../markup/html.ts';
import { prose } from './prose.ts';
import { subjectOf, type Sheet } from './sheet.ts';
import { fold, table } from './table.ts';
import { thresholdsAtAGlance } from './thresholds.ts';

/** A part of the page under a heading that can be linked to; nothing without content. */
export function section(
  id: string,
  title: string,
  content: readonly Markup[],
  { words }: Pick<Sheet, 'words'>,
): Markup {
  const blocks = content.filter((block) => block.html !== '');
  return blocks.length === 0
    ? NOTHING
    : html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title} <a class="anchor" href="#${id}" aria-label="${words.page.anchor(title)}">#</a></h2>
${blocks}</section>
`;
}

/** One table a scenario, what has no limit and did not move folded away. */
export function overview(sheet: Sheet): Markup {
  const { report, words } = sheet;
  return section(
    'overview',
    words.labels.overview,
    report.scenarios.map((scenario) => overviewOf(scenario, sheet)),
    sheet,
  );
}

function overviewOf(scenario: ScenarioReport, sheet: Sheet): Markup {
  const { words, n } = sheet;
  const slug = sheet.slug(scenario.name);
  const { shown, folded } = splitJudgements(scenario.judgements);
  const rows = (judgements: ScenarioReport['judgements'], caption: string): Markup => {
    const told = judgementRows(scenario, judgements, sheet);
    return table(told.rows, { caption, align: told.align, attributes: signed(told.signs) });
  };
  return html`<div class="card" data-scenario="${slug}"><h3><a href="#scenario-${slug}">${prose(n.name(scenario.name))}</a> <span class="outcome" data-outcome="${scenario.outcome}">${words.outcomes[scenario.outcome]}</span></h3>
<p class="facts">${prose(words.facts(scenario, n))}</p>
${rows(shown, `${words.labels.overview}: ${n.name(scenario.name)}`)}${
  folded.length === 0
    ? NOTHING
    : fold(
        words.unchangedFolded(
          folded.map(({ metric }) => metric),
          n,
        ),
        [
          rows(
            folded,
            `${words.unchangedFolded(
              folded.map(({ metric }) => metric),
              n,
            )}: ${n.name(scenario.name)}`,
          ),
        ],
      )
}${thresholdsAtAGlance(scenario, sheet)}</div>
`;
}

/** Limitations, each with how it was noticed. */
export function limits(sheet: Sheet): Markup {
  const groups = sheet.report.findings.limitation;
  return section('limits', sheet.words.labels.limits, [listOf(groups, sheet, () => undefined)], sheet);
}

/** Weaknesses, strengths, bottleneck, potential. */
export function says(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const groups = KINDS.flatMap((kind) => report.findings[kind]);
  const kindOf = (group: FindingGroup): string | undefined =>
    KINDS.map((kind) => (report.findings[kind].includes(group) ? words.labels.kinds[kind] : '')).find(
      (kind) => kind !== '',
    );
  return section('says', words.labels.says, [listOf(groups, sheet, kindOf)], sheet);
}

function listOf(
  groups: readonly FindingGroup[],
  sheet: Sheet,
  kindOf: (group: FindingGroup) => string | undefined,
): Markup {
  if (groups.length === 0) return NOTHING;
  return html`<ul class="findings">${groups.map((group) => groupOf(group, sheet, kindOf(group)))}</ul>`;
}

/** What is true of several scenarios is a list of its own, so that each can be filtered. */
function groupOf(group: FindingGroup, sheet: Sheet, kind?: string): Markup {
  const { words, n, room } = sheet;
  const say = (findings: readonly Finding[]): string => sentencesOf(words, n).group({ findings }, kind);
  const findings = group.findings.slice(0, room.names);
  const more = group.findings.length - findings.length;
  if (findings.length < 2)
    return html`<li${ofScenario(findings, sheet)}>${prose(say(findings))}</li>
`;
  const [first] = findings;
  const coda = first === undefined ? '' : (words.findingCodas[first.name] ?? '');
  const title = TITLE.exec(say(findings))?.[0] ?? '';
  const items = findings.map((finding) => {
    const sentence = say([finding]).replace(TITLE, '');
    return html`<li${ofScenario([finding], sheet)}>${prose(coda === '' ? sentence : sentence.replace(coda, ''))}</li>
`;
  });
  const others = more === 0 ? NOTHING : html`<li>${prose(words.andMoreScenarios(more, n))}</li>`;
  return html`<li>${prose([title, coda].filter(Boolean).join(' '))}<ul>${items}${others}</ul></li>
`;
}

/** The bold words in front, as the marks of the page's pen have them. */
const TITLE = /^\ue002[^\ue003]*\ue003 ?/u;

/** What is about a single scenario can be filtered by it. */
export function ofScenario(findings: readonly Finding[], sheet: Sheet): Markup {
  const names = new Set(findings.map(subjectOf));
  const [only] = names;
  return names.size === 1 && only != null ? html` data-scenario="${sheet.slug(only)}"` : NOTHING;
}

/** Why the verdict is what it is, and what to do next. */
export function conclusions(sheet: Sheet): Markup {
  const { report, words, n } = sheet;
  const { headline, reasons, findings } = report;
  const { reason: say } = sentencesOf(words, n);
  const told = reasons.map(
    (reason) => html`<li data-scenario="${sheet.slug(reason.scenario)}">${prose(say(reason))}</li>
`,
  );
  const closing = [words.nothingWrong(headline, n), words.closing(headline, n)].filter(
    (sentence) => sentence !== null,
  );
  const steps = findings.recommendation.map((advice) => groupOf(advice, sheet));
  const title = headline.outcome === 'pass' ? words.labels.learnMore : words.labels.nextSteps;
  return section(
    'conclusions',
    words.labels.conclusions,
    [
      told.length === 0 ? NOTHING : html`<ul class="findings">${told}</ul>`,
      html`<p>${prose(closing.join(' '))}</p>`,
      steps.length === 0 ? NOTHING : html`<h3>${title}</h3><ol class="findings">${steps}</ol>`,
    ],
    sheet,
  );
}
