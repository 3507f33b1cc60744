/** Russian: the verdict, its reasons, and what to do about it. */
import { METRICS, type MetricName } from '../../domain/metric.ts';
import type { Comparison, Judgement } from '../../domain/verdict.ts';
import { isBoundless } from '../../stats/boundless.ts';
import type { Reason } from '../reasons.ts';
import type { Headline } from '../report.ts';
import { isBeyondLimit, isWidened } from '../worth-telling.ts';
import { acceptance as accepted, beyondAccepted, withinAccepted } from './ru-acceptance.ts';
import { between, isRange, moved as movedBy } from './ru-change.ts';
import { counted, SCENARIOS_GENITIVE } from './ru-counts.ts';
import { agreeing, capital, METRIC_WORDS, started, went } from './ru-metrics.ts';
import { remedy, voidPhrase, voidSentence } from './ru-voids.ts';
import type { JudgementPhrases, LimitPhrases } from './judgement-words.ts';
import type { Pen, ReasonWords } from './words.ts';

/** The verdict in one line. */
export function headline(verdict: Headline, n: Pen): string {
  const suite = verdict.suite === 'default' ? '' : `${n.name(verdict.suite)} · `;
  return `${suite}${verdictOf(verdict, n)}${moreOf(verdict, n)}`;
}

function verdictOf(verdict: Headline, n: Pen): string {
  const { outcome, reasons, scenarios } = verdict;
  const [lead] = reasons;
  switch (outcome) {
    case 'fail':
      return `${lead?.kind === 'regression' ? 'Регрессия' : 'Порог нарушен'}: ${phrases(reasons, n)}`;
    case 'void':
      return lead?.kind === 'void'
        ? `Замер${n.inScenario(lead.scenario)} недействителен: ${voidPhrase(lead.reason, n)}`
        : 'Замер недействителен: ничего не измерено';
    case 'inconclusive':
      return `Однозначного вывода нет: ${phrases(reasons, n)}`;
    case 'no-baseline':
      return `${lead?.kind === 'no-baseline' ? NOT_COMPARED[lead.why] : 'Сравнения нет'}${values(verdict, n)}`;
    case 'pass':
      if (lead?.kind === 'accepted') return `Ухудшение допущено осознанно: ${phrases(reasons, n)}`;
      if (lead?.kind === 'improvement') return `Улучшение: ${phrases(reasons, n)}`;
      return scenarios === 1
        ? `Регрессии нет${values(verdict, n)}`
        : `Регрессии нет ни в одном из ${counted(scenarios, SCENARIOS_GENITIVE, n)}`;
  }
}

const NOT_COMPARED = {
  'first-run': 'Первый прогон, сравнивать пока не с чем',
  'other-machine': 'Сравнения нет, эталон снят на другой машине',
  'other-config': 'Сравнения нет, эталон снят с другой конфигурацией',
  'base-failed': 'Сравнения нет, измерить базовый коммит не удалось',
  'no-value': 'Сравнения нет, в эталоне не хватает показателя, для которого задан порог',
} as const;

/** `: p95 12,4 мс (−1,2 %), пропускная способность 1 250 зап./с (+0,8 %)`. */
function values({ metrics }: Headline, n: Pen): string {
  const parts = metrics.map(({ metric, value, change }) => {
    const moved = change === null || METRICS[metric].unit === 'ratio' ? '' : ` (${n.change(metric, change)})`;
    return `${METRIC_WORDS[metric]} ${n.value(metric, value)}${moved}`;
  });
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

/** Each with its scenario, which is named once where it is the same. */
function phrases(reasons: readonly Reason[], n: Pen): string {
  const [first] = reasons;
  if (first !== undefined && reasons.every(({ scenario }) => scenario === first.scenario)) {
    return `${n.list(reasons.map((reason) => phrase(reason, n)))}${n.inScenario(first.scenario)}`;
  }
  return n.list(reasons.map((reason) => `${phrase(reason, n)}${n.inScenario(reason.scenario)}`));
}

function phrase(reason: Reason, n: Pen): string {
  switch (reason.kind) {
    case 'regression': {
      const { metric, comparison } = reason;
      return `${METRIC_WORDS[metric]} ${movedBy(metric, comparison.change, n)} (порог ${n.extent(metric, comparison.limit ?? 0)})`;
    }
    case 'accepted': {
      const { metric, acceptance } = reason;
      return `${METRIC_WORDS[metric]} ${movedBy(metric, acceptance.change, n)} (${accepted.limitCell(metric, acceptance, n)})`;
    }
    case 'improvement':
      return `${METRIC_WORDS[reason.metric]} ${movedBy(reason.metric, reason.comparison.change, n)}`;
    case 'inconclusive': {
      const { metric, comparison } = reason;
      return `${METRIC_WORDS[metric]} — ${between(metric, comparison.interval, n)} (порог ${n.extent(metric, comparison.limit ?? 0)})`;
    }
    case 'breach':
      return `${METRIC_WORDS[reason.metric]} ${n.value(reason.metric, reason.value)} (порог: ${AT[reason.direction]} ${n.bound(reason.metric, reason.bound)})`;
    case 'void':
      return voidPhrase(reason.reason, n);
    case 'no-baseline':
      return NOT_COMPARED[reason.why];
  }
}

const AT = { max: 'не больше', min: 'не меньше' } as const;

const moreOf = ({ more, outcome }: Headline, n: Pen): string =>
  more === 0 || outcome === 'no-baseline' ? '' : `, и ещё ${n.count(more)}`;

/** What to do about it, in one sentence. */
export function action(verdict: Headline, n: Pen): string {
  const [lead] = verdict.reasons;
  switch (verdict.outcome) {
    case 'fail':
      if (lead?.kind === 'regression')
        return 'Пока не вливайте изменение: найдите причину или примите такую цену осознанно.';
      return lead?.kind === 'breach' && lead.metric === 'error-rate'
        ? 'Пока не вливайте изменение: сначала разберитесь с ошибками.'
        : 'Пока не вливайте изменение: добейтесь, чтобы сервис укладывался в порог, или осознанно измените порог.';
    case 'void':
      return `Вывода нет: ни хорошего, ни плохого. ${lead?.kind === 'void' ? remedy(lead.reason, n) : 'Повторите замер.'}`;
    case 'inconclusive': {
      const beside = lead?.kind === 'inconclusive' && lead.comparison.against === 'base';
      const sharper = beside
        ? `дайте сравнению больше времени (${n.code('budget')})`
        : 'примите в эталон больше прогонов';
      return `${gateOf(verdict, 'on-inconclusive', n)} Повторите замер или ${sharper}, чтобы различать меньшие изменения.`;
    }
    case 'no-baseline': {
      const next =
        lead?.kind === 'no-baseline' && lead.why === 'base-failed'
          ? 'Добейтесь, чтобы базовый коммит собирался и запускался из только что полученной копии репозитория; что пошло не так, сказано ниже.'
          : 'Примите прогон на этой машине в эталон, и дальше изменения будут с ним сравниваться.';
      return `${gateOf(verdict, 'on-no-baseline', n)} ${next}`;
    }
    case 'pass':
      if (lead?.kind === 'accepted')
        return 'Делать ничего не нужно: такое ухудшение допущено осознанно и на время.';
      return lead?.kind === 'improvement'
        ? 'Делать ничего не нужно. Чтобы закрепить выигрыш, примите этот прогон в эталон.'
        : 'Делать ничего не нужно.';
  }
}

const gateOf = ({ exitCode }: Headline, policy: string, n: Pen): string =>
  exitCode === 0 ? 'Слияние не блокируется.' : `Политика ${n.code(`${policy}: fail`)} блокирует слияние.`;

const confidenceOf = (metric: MetricName, comparison: Comparison, n: Pen): string =>
  isRange({ metric, comparison }, n)
    ? `, с вероятностью ${n.share(0.9)} — ${between(metric, comparison.interval, n)}`
    : '';

/** A sentence for each kind of reason. */
export const reasons: ReasonWords = {
  regression: ({ scenario, metric, value, comparison, acceptance }, n) => {
    const limit = n.extent(metric, comparison.limit ?? 0);
    const line = isWidened(metric, comparison, n)
      ? `за порог ${limit} и за допуск ${n.extent(metric, comparison.tolerance)}, до которого он расширен`
      : `за порог ${limit}`;
    return `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(movedBy(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. Изменение значимо (выходит за пределы шума) и существенно (выходит ${line}).${acceptance === null ? '' : ` ${beyondAccepted(metric, acceptance, n)}`}`;
  },
  accepted: ({ scenario, metric, value, comparison, acceptance }, n) =>
    `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(movedBy(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. ${withinAccepted(metric, acceptance, n)}`,
  improvement: ({ scenario, metric, value, comparison }, n) =>
    `${moved(metric, comparison.change)}${n.inScenario(scenario)} с ${n.value(metric, comparison.reference)} до ${n.value(metric, value)}: ${n.strong(movedBy(metric, comparison.change, n))}${confidenceOf(metric, comparison, n)}. Улучшение значимо.`,
  inconclusive: ({ scenario, metric, comparison }, n) => {
    const limit = n.extent(metric, comparison.limit ?? 0);
    const where = isBeyondLimit(metric, comparison)
      ? `Это хуже порога ${limit}, но для регрессии уверенности мало: иначе её изображал бы шум. Регрессия вероятна, но не доказана.`
      : `Порог ${limit} попадает в этот интервал или слишком близок к нему, поэтому нельзя утверждать ни что регрессия есть, ни что её нет.`;
    return `${started(metric)}${n.inScenario(scenario)} с вероятностью ${n.share(0.9)} — ${between(metric, comparison.interval, n)}. ${where}`;
  },
  breach: ({ scenario, metric, value, bound, direction }, n) =>
    `${started(metric)}${n.inScenario(scenario)}: ${n.strong(n.value(metric, value))}, а ${agreeing(metric, 'должен', 'должна', 'должно')} быть ${AT[direction]} ${n.bound(metric, bound)}, что бы ни говорил эталон.`,
  void: ({ scenario, reason }, n) => placed(scenario, voidSentence(reason, n), n),
  'no-baseline': ({ scenario, why }, n) => `${NOT_COMPARED[why]}${n.inScenario(scenario)}.`,
};

/** `p95 вырос`. */
const moved = (metric: MetricName, change: number): string => `${started(metric)} ${went(metric, change)}`;

/** A sentence, behind the scenario that it is about where there are several. */
function placed(scenario: string, sentence: string, n: Pen): string {
  const where = n.inScenario(scenario).trim();
  if (where === '') return sentence;
  return `${capital(where)}: ${sentence.replace(/^[А-ЯЁ]/u, (letter) => letter.toLocaleLowerCase('ru'))}`;
}

/** What a run without reasons comes to. */
export function nothingWrong({ outcome, reasons: known, scenarios }: Headline, n: Pen): string | null {
  if (outcome !== 'pass' || known.length > 0) return null;
  const rest = 'не ухудшился сильнее, чем допускают порог и шум';
  return scenarios === 1
    ? `Ни один показатель с порогом ${rest}.`
    : `Ни в одном из ${counted(scenarios, SCENARIOS_GENITIVE, n)} ни один показатель с порогом ${rest}.`;
}

/** The last sentence. */
export function closing({ outcome, reasons: known }: Headline): string {
  switch (outcome) {
    case 'pass':
      if (known[0]?.kind === 'accepted')
        return 'Насколько можно судить при такой нагрузке на этой машине, ухудшение не больше, чем допущено.';
      return 'Насколько можно судить при такой нагрузке на этой машине, изменение не стоит сервису производительности.';
    case 'fail':
      return 'При такой нагрузке на этой машине сервис работает хуже, чем должен.';
    case 'inconclusive':
      return 'Этот прогон не оправдывает изменение, но и вины за ним не показывает.';
    case 'no-baseline':
      return 'После первого принятого прогона каждое изменение будет сравниваться с ним.';
    case 'void':
      return 'По временам отклика этого прогона судить об изменении нельзя.';
  }
}

/** A judgement in a table. */
export const judgements: JudgementPhrases = {
  noValue: 'нет значения',
  void: 'недействительно',
  accepted: 'допущено',
  breach: 'порог нарушен',
  withinLimit: 'в пределах порога',
  notCompared: 'не сравнивалось',
  regression: 'регрессия',
  worse: 'хуже, порога нет',
  improvement: 'улучшение',
  'no-change': 'без изменений',
  inconclusive: 'неоднозначно',
};

/** A limit in a table. */
export const limits: LimitPhrases = {
  ...AT,
  none: 'нет',
  widened: (limit, tolerance) => `${limit} (с шумом ${tolerance})`,
  accepted: accepted.limitCell,
};

/** `+4,8 % (+1,2…+8,5 %)`: narrow enough for a table. */
export function changeCell({ metric, comparison }: Judgement, n: Pen): string {
  if (comparison === null) return '–';
  const { change, interval } = comparison;
  if (isBoundless(METRICS[metric], interval)) return `${n.change(metric, change)} (границ нет)`;
  const [amount, low, high] = [change, ...interval].map((each) => bare(n.change(metric, each)));
  return METRICS[metric].change === 'points'
    ? `${amount} (${low}…${high}\u00a0п.\u00a0п.)`
    : `${amount}\u00a0% (${low}…${high}\u00a0%)`;
}

/** Without its unit. */
const bare = (text: string): string => text.replace(/\u00a0\D*$/u, '');
