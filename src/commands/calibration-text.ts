/** A calibration for a terminal: a table of the noise, what is proposed and why. */
import type { MetricName } from '../domain/metric.ts';
import type { Plan } from '../domain/plan.ts';
import { toSeconds } from '../domain/units.ts';
import type { Calibration, MetricCalibration, ScenarioCalibration } from '../judge/calibration.ts';
import type { Doubt } from '../judge/doubts.ts';
import { LAST } from '../judge/looks.ts';
import { clean } from '../report/inert.ts';
import { LANGUAGES, penOf } from '../report/pen.ts';
import { type Look, type Paint, painterOf, terminalMarks } from '../report/terminal.ts';
import { textTable, textWidth, wrap } from '../report/terminal-text.ts';
import type { Pen } from '../report/words/words.ts';

/** What the words depend on beside the numbers. */
export interface Telling {
  readonly plan: Plan;
  readonly look: Look;
  /** The limits as lines of a configuration; none when there are none to be put into it. */
  readonly lines: readonly string[];
}

const WORDS = LANGUAGES.en;

/** With fewer blocks the spread is hardly known. */
const BLOCKS_FEW = 8;

interface Draft {
  readonly n: Pen;
  readonly paint: Paint;
  readonly width: number;
}

/** Tells a calibration. Ends without a newline. */
export function renderCalibration(calibration: Calibration, { plan, look, lines }: Telling): string {
  const draft: Draft = {
    n: penOf(WORDS, terminalMarks(look), plan.scenarios.length),
    paint: painterOf(look),
    width: textWidth(look.width),
  };
  const { doubts } = calibration;
  const blocks = [
    head(calibration, plan, draft),
    ...calibration.scenarios.map((scenario) => noise(scenario, draft)),
    section('How to read it', legend(draft), draft),
    ...(doubts.length > 0
      ? [section('Not to be believed', doubtLines(doubts, draft), draft)]
      : [
          section('Proposed limits', proposals(calibration, plan, draft), draft),
          section('How long it takes', [passLine(calibration, draft)], draft),
        ]),
  ];
  // A number and its unit were kept together while lines were broken; in a terminal a space is a space.
  const text = blocks.filter(Boolean).join('\n\n').replaceAll('\u00a0', ' ');
  return doubts.length > 0 || lines.length === 0
    ? text
    : `${text}\n\n${draft.paint('bold', 'To put into the configuration (--write does it)')}\n${lines.join('\n')}`;
}

function head({ blocks, blockLoad }: Calibration, { suite }: Plan, { n, paint, width }: Draft): string {
  const load = n.seconds(toSeconds(blockLoad) * blocks);
  const text = `Calibration of ${clean(suite)}: one commit beside itself in ${n.count(blocks)} blocks, ${load} under load`;
  return paint('bold', wrap(text, width, '  '));
}

const section = (title: string, lines: readonly string[], { paint }: Draft): string =>
  `${paint('bold', title)}\n${lines.join('\n')}`;

function noise({ scenario, metrics }: ScenarioCalibration, { n, paint, width }: Draft): string {
  const name = paint('underline', clean(scenario));
  if (metrics.length === 0) return `${name}\nNothing in it could be compared.`;
  const budgets = metrics[0]?.detectable.map(({ budget }) => n.seconds(toSeconds(budget))) ?? [];
  const rows = [
    ['Metric', 'One block', 'Mean', 'Boots', ...budgets, 'Limit'],
    ...metrics.map((each) => rowOf(each, n)),
  ];
  const align = `lllr${'r'.repeat(budgets.length)}r`;
  return `${name}\n${textTable(rows, align, width)}`;
}

function rowOf({ metric, spread, mean, boots, detectable, proposal }: MetricCalibration, n: Pen): string[] {
  const [low, high] = spread.interval;
  return [
    WORDS.metrics[metric],
    `${n.share(spread.share)} (${bare(n.share(low))}–${bare(n.share(high))})`,
    n.range(metric, ...mean.interval),
    n.share(boots),
    ...detectable.map(({ change }) => (change === null ? '–' : extent(metric, change, n))),
    proposal.kind === 'limit' ? n.extent(metric, proposal.change) : '–',
  ];
}

/** Without its unit. */
const bare = (text: string): string => text.replace(/\u00a0.*$/u, '');

const extent = (metric: MetricName, change: number, n: Pen): string =>
  change > 1 ? `over ${n.extent(metric, 1)}` : n.extent(metric, change);

function legend({ n, width }: Draft): readonly string[] {
  return [
    `${n.strong('One block')}: by how much the comparison of the commit with itself differs from block to block (standard deviation, 90 % interval).`,
    `${n.strong('Mean')}: by how much one of the two was higher on average (90 % interval); it should hold 0, and one in ten does not by chance.`,
    `${n.strong('Boots')}: by how much the values themselves differ from boot to boot: what a stored baseline sees in an hour as quiet as this.`,
    `${n.strong('Times')}: the smallest change for the worse that stands clear of this noise nine times of ten, by time under load; no measurement takes more than ${n.count(LAST.blocks)} blocks.`,
  ].map((line) => wrap(`- ${line}`, width, '  '));
}

function doubtLines(doubts: readonly Doubt[], { n, width }: Draft): readonly string[] {
  return [
    ...doubts.map((doubt) => wrap(`- ${doubtSentence(doubt, n)}`, width, '  ')),
    wrap(
      'Where nothing differs there is nothing to be found, so these numbers are the measurement’s own. No limit is proposed, and none is written. Mend what is said here, or calibrate again when the machine is quiet.',
      width,
    ),
  ];
}

function doubtSentence(doubt: Doubt, n: Pen): string {
  switch (doubt.kind) {
    case 'void':
      return WORDS.reasons.void(doubt, n);
    case 'alarm': {
      const { metric, change, limit, scenario } = doubt;
      return `The same commit differs from itself in ${WORDS.metrics[metric]} by ${n.change(metric, change)}, beyond the limit of ${n.extent(metric, limit)} and the noise${n.inScenario(scenario)}.`;
    }
    case 'errors':
      return `The error rate of ${n.share(doubt.rate)} is above its limit${n.inScenario(doubt.scenario)}: see to the errors first.`;
  }
}

function proposals(calibration: Calibration, plan: Plan, { n, width }: Draft): readonly string[] {
  const budget = n.seconds(toSeconds(calibration.budget));
  const lines = calibration.scenarios.flatMap(({ scenario, metrics }) =>
    metrics.filter(hasStandard).map((each) => {
      const name = `${n.strong(WORDS.metrics[each.metric])}${n.inScenario(scenario)}`;
      return wrap(`- ${name}: ${proposalWords(each, budget, n)}`, width, '  ');
    }),
  );
  const without = calibration.scenarios.flatMap(({ metrics }) =>
    metrics.filter((each) => !hasStandard(each)).map(({ metric }) => WORDS.metrics[metric]),
  );
  const rest = `- ${n.list([...new Set(without)])}: none, unless you want one.`;
  const alone = `These limits are made for the comparison with the base commit, and this configuration has none: set ${n.code('compare: auto')} or ${n.code('compare: base')}.`;
  return [
    ...lines,
    ...(without.length === 0 ? [] : [wrap(rest, width, '  ')]),
    ...(plan.compare === 'baseline' ? [wrap(alone, width)] : []),
  ];
}

const hasStandard = ({ proposal }: MetricCalibration): boolean =>
  proposal.kind === 'limit' || proposal.why !== 'no-standard';

function proposalWords(
  { metric, value, floor, proposal }: MetricCalibration,
  budget: string,
  n: Pen,
): string {
  if (proposal.kind === 'none') return NO_LIMIT[proposal.why];
  const { change, standard, caught } = proposal;
  const limit = n.strong(n.extent(metric, change));
  const reason =
    change > standard
      ? `more than the standard limit of ${n.extent(metric, standard)}, since the noise hides anything smaller within ${budget}`
      : `the standard limit; the noise hides less within ${budget}`;
  const small =
    floor > change
      ? ` At ${n.value(metric, value)} a difference of less than ${n.extent(metric, floor)} is too small to count, whatever the limit.`
      : '';
  return `${limit}, ${reason}. A change of ${extent(metric, caught, n)} is then caught nine times of ten.${small}`;
}

const NO_LIMIT = {
  'no-standard': 'none, unless you want one.',
  off: 'none; it is off.',
  budget: 'none; the budget is too short.',
  noise: 'none; the noise would ask for a limit that holds nothing back.',
} as const;

function passLine({ pass, budget, budgetMin, blocks }: Calibration, { n, width }: Draft): string {
  if (pass === null) {
    const least = n.seconds(Math.ceil(toSeconds(budgetMin)));
    return wrap(
      `The budget of ${n.seconds(toSeconds(budget))} is too short for a comparison with the base commit: it takes ${least} at least (${n.code('budget')}).`,
      width,
    );
  }
  const [load, time] = [n.seconds(toSeconds(pass.load)), n.seconds(toSeconds(pass.time))];
  const took = `${n.count(pass.blocks)} blocks: ${load} under load, about ${time} with the starts of the services`;
  const sure = blocks < BLOCKS_FEW ? ' More blocks (--blocks) would make all of this surer.' : '';
  return wrap(
    pass.settles
      ? `A change that costs nothing typically passes after ${took}.${sure}`
      : `A change that costs nothing will often stay undecided: the budget ends after ${took}.${sure}`,
    width,
  );
}
