/** Russian: what was accepted on purpose, and the last release. */
import { type Acceptance, type AcceptanceProblem, dayOf } from '../../domain/acceptance.ts';
import { METRICS, type Metric, type MetricName } from '../../domain/metric.ts';
import type { JudgedAcceptance, StandingAcceptance } from '../../domain/verdict.ts';
import type { AcceptanceWords } from './acceptance-words.ts';
import { moved } from './ru-change.ts';
import { counted, RUNS_GENITIVE } from './ru-counts.ts';
import { genitive } from './ru-metrics.ts';
import type { FindingWords, Pen } from './words.ts';

/** Words of acceptances and releases. */
export const acceptance: AcceptanceWords = {
  releaseColumn: (tag, n) => `Релиз ${n.name(tag)}`,
  releaseCaption: ({ tag, runs, date }, n) =>
    `Релиз ${n.name(tag)}: ${runs === 1 ? 'один прогон' : `медиана ${counted(runs, RUNS_GENITIVE, n)}`} на этой машине, последний — ${dayOf(date)}. На вердикт не влияет.`,
  limitCell: (metric, { upTo }, n) => `допущено до ${n.change(metric, upTo)}`,
  history: {
    mark: (metric) => `допущено ухудшение: ${metric}`,
    releases: 'Релизы',
    accepted: 'Допущенные ухудшения',
    columns: {
      release: 'Релиз',
      commit: 'Коммит',
      runs: 'Прогоны',
      metric: 'Показатель',
      upTo: 'Допущено ухудшение до',
      until: 'Действует до',
      by: 'Кто допустил',
      reason: 'Причина',
    },
  },
};

/** `12 %`, `20 мс`. */
const amountOf = ({ metric, upTo }: Pick<Acceptance, 'metric' | 'upTo'>, n: Pen): string => {
  const row: Metric = METRICS[metric];
  return upTo.kind === 'share' || row.change === 'points'
    ? n.extent(metric, upTo.amount)
    : n.bound(metric, upTo.amount);
};

const whoOf = ({ accepted }: JudgedAcceptance, n: Pen): string =>
  n.list(accepted.map(({ by, until }) => `${n.name(by)} до ${until}`));

/** Why a regression within what was accepted does not fail. */
export const withinAccepted = (metric: MetricName, judged: JudgedAcceptance, n: Pen): string =>
  `Относительно значения до этого решения (${n.value(metric, judged.reference)}) — ${moved(metric, judged.change, n)}; допущено до ${n.change(metric, judged.upTo)} (${whoOf(judged, n)}), поэтому проверка пройдена.`;

/** Why one beyond it does. */
export const beyondAccepted = (metric: MetricName, judged: JudgedAcceptance, n: Pen): string =>
  `Допущено до ${n.change(metric, judged.upTo)} относительно ${n.value(metric, judged.reference)} (${whoOf(judged, n)}), а здесь ${n.change(metric, judged.change)}.`;

const STANDINGS: Readonly<Record<StandingAcceptance['standing'], string>> = {
  needed: 'Без этого проверка не была бы пройдена.',
  exceeded: 'В этом прогоне ухудшение больше.',
  unused: 'Этому прогону оно не понадобилось.',
  'in-reference': 'В том, с чем сравнивался этот прогон, ухудшение уже есть.',
  expired: 'Этот срок прошёл, и больше оно не действует.',
};

const PROBLEMS: Readonly<Record<AcceptanceProblem, string>> = {
  form: 'нужны показатель, сценарий, величина, дата и причина',
  metric: 'такого показателя нет',
  scenario: 'такого сценария нет, или не сказано, какой имеется в виду',
  amount: 'такой величины у этого показателя быть не может',
  direction: 'это было бы улучшением',
  date: 'такого дня в календаре нет',
  past: 'срок истёк ещё до того, как строка была написана',
  'too-far': 'срок больше года',
  reason: 'причина не указана или слишком длинная',
};

const FORM = 'loadgate accept p95 of "scenario" +12% until 2026-12-31: reason';

/** Titles of these findings. */
export const acceptanceTitles = {
  'accepted-change': 'Допущено осознанно',
  'acceptance-refused': 'Не допущено',
} as const;

/** Sentences of these findings. */
export const acceptanceFindings: Pick<FindingWords, keyof typeof acceptanceTitles> = {
  'accepted-change': (given, n) => {
    const { scenario, metric, by, at, until, reason, standing, commit } = given;
    const where = commit === null ? '' : ` вместе с ${n.name(commit.slice(0, 12))}`;
    const mend = standing === 'expired' ? ` Убрать запись: ${n.command('npx loadgate baseline prune')}.` : '';
    return `До ${until} допущено ухудшение ${genitive(metric)}${n.inScenario(scenario)} не больше чем на ${amountOf(given, n)}. Так решено ${dayOf(at)}${where}, автор решения — ${n.name(by)} (${n.name(reason)}). ${STANDINGS[standing]}${mend}`;
  },
  'acceptance-refused': ({ refused }, n) => {
    switch (refused.kind) {
      case 'not-understood':
        return `Строка ${n.name(refused.text)} не понята: ${PROBLEMS[refused.problem]}. Её вид: ${n.code(FORM)}.`;
      case 'not-allowed':
        return refused.by === null
          ? `Неизвестно, кто написал ${n.name(refused.text)}, поэтому это не действует.`
          : `У ${n.name(refused.by)} нет права записи в репозиторий, а допускать ухудшения может только тот, у кого оно есть: ${n.name(refused.text)}.`;
      case 'edited':
        return `Комментарий с ${n.name(refused.text)} правил кто-то другой (${refused.editor === null ? 'неизвестно кто' : n.name(refused.editor)}), поэтому он не действует. Напишите эту строку в своём комментарии.`;
      case 'not-read':
        return `Не удалось прочитать с GitHub, что допускает пул-реквест, поэтому ничего из этого не действует: ${n.name(refused.message)}.`;
    }
  },
};
