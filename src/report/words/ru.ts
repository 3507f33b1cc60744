/** Russian. */
import { around } from './ru-around.ts';
import { acceptance } from './ru-acceptance.ts';
import { changes } from './ru-change.ts';
import { comment } from './ru-comment.ts';
import { judgementWith, limitWith } from '../judgement-cells.ts';
import type { Words } from './words.ts';
import { charts } from './ru-charts.ts';
import { counted, noun, RUNS_GENITIVE, SCENARIOS_PREPOSITIONAL } from './ru-counts.ts';
import { phrases } from './ru-failures.ts';
import { failure } from './ru-failure.ts';
import { findingCodas, findings } from './ru-findings.ts';
import { history } from './ru-history.ts';
import { page } from './ru-page.ts';
import { imported } from './ru-imported.ts';
import { labels } from './ru-labels.ts';
import { ENGINE_WHY, facts, fromBlocks, measured, method } from './ru-method.ts';
import { METRIC_LABELS } from './ru-metrics.ts';
import { search } from './ru-search.ts';
import { thresholds } from './ru-thresholds.ts';
import { findingTitles } from './ru-titles.ts';
import {
  action,
  changeCell,
  closing,
  headline,
  judgements,
  limits,
  nothingWrong,
  reasons,
} from './ru-verdict.ts';

/** The report in Russian. */
export const ru: Words = {
  locale: 'ru-RU',
  labels,
  metrics: METRIC_LABELS,
  outcomes: {
    pass: 'пройдено',
    fail: 'не пройдено',
    inconclusive: 'неоднозначно',
    'no-baseline': 'нет эталона',
    void: 'недействительно',
  },
  units: {
    milliseconds: 'мс',
    seconds: 'с',
    minutes: 'мин',
    hours: 'ч',
    days: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
    perSecond: '\u00a0зап./с',
    perMinute: '/мин',
    bytes: ['Б', 'кБ', 'МБ', 'ГБ', 'ТБ'],
    points: {
      one: 'процентный пункт',
      few: 'процентных пункта',
      many: 'процентных пунктов',
      other: 'процентного пункта',
    },
    rangePoints: {
      one: 'процентного пункта',
      few: 'процентных пунктов',
      many: 'процентных пунктов',
      other: 'процентного пункта',
    },
    range: (low, high) => `от\u00a0${low}\u00a0до\u00a0${high}`,
  },
  inScenario: (name) => ` в сценарии ${name}`,
  andMoreScenarios: (count, n) => `То же ещё в ${n.count(count)} ${noun(count, SCENARIOS_PREPOSITIONAL, n)}.`,
  headline,
  action,
  findingTitles,
  findings,
  findingCodas,
  reasons,
  nothingWrong,
  closing,
  judgement: judgementWith(judgements),
  limit: limitWith(limits),
  change: changeCell,
  facts,
  limitsFolded: (count, n) => `Ограничения этого замера (${n.count(count)})`,
  unchangedFolded: (metrics, n) =>
    `Без изменений или без порога: ${n.list(metrics.map((metric) => METRIC_LABELS[metric]))}`,
  passingFolded: (count, n) => `Пройденные сценарии: ${n.count(count)}`,
  distributionCaption: ({ kind, replicates }, n) => {
    if (kind === 'base')
      return `База — базовый коммит, измеренный рядом с изменением; данные ${fromBlocks(replicates, n)}.`;
    return replicates === 1
      ? 'Эталон — один принятый прогон.'
      : `Эталон — медиана ${counted(replicates, RUNS_GENITIVE, n)}.`;
  },
  history,
  page,
  engineWhy: ENGINE_WHY,
  method,
  measured,
  acceptance,
  imported,
  thresholds,
  charts,
  around,
  changes,
  comment,
  search,
  cut: (parts, n) =>
    `Отчёт сокращён. Опущено: ${n.list(parts.map((part) => `«${part}»`))}. Полный отчёт — в файле ${n.code('report.md')} в папке отчёта.`,
  rowsCut: (count, n) => `… и ещё ${n.count(count)}.`,
  phrases,
  failure,
};
