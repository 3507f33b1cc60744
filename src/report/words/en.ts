/** English. */
import { GLUE } from '../numbers.ts';
import { judgementWith, limitWith } from '../judgement-cells.ts';
import type { Words } from './words.ts';
import { around } from './en-around.ts';
import { acceptance } from './en-acceptance.ts';
import { changes } from './en-change.ts';
import { comment } from './en-comment.ts';
import { failure } from './en-failure.ts';
import { findingCodas, findings, findingTitles } from './en-findings.ts';
import { history } from './en-history.ts';
import { imported } from './en-imported.ts';
import { labels } from './en-labels.ts';
import { blocksOf, charts, ENGINE_WHY, facts, measured, method } from './en-method.ts';
import { METRIC_WORDS } from './en-metrics.ts';
import { page } from './en-page.ts';
import { search } from './en-search.ts';
import { thresholds } from './en-thresholds.ts';
import {
  action,
  changeCell,
  closing,
  headline,
  judgements,
  limits,
  nothingWrong,
  reasons,
} from './en-verdict.ts';

/** The report in English. */
export const en: Words = {
  locale: 'en-US',
  labels,
  metrics: METRIC_WORDS,
  outcomes: {
    pass: 'pass',
    fail: 'fail',
    inconclusive: 'inconclusive',
    'no-baseline': 'no baseline',
    void: 'void',
  },
  units: {
    milliseconds: 'ms',
    seconds: 's',
    minutes: 'min',
    hours: 'h',
    days: { one: 'day', other: 'days' },
    perSecond: '/s',
    perMinute: '/min',
    bytes: ['B', 'kB', 'MB', 'GB', 'TB'],
    points: { one: 'point', other: 'points' },
    rangePoints: { one: 'point', other: 'points' },
    range: (low, high) => `${low}${GLUE}to${GLUE}${high}`,
  },
  inScenario: (name) => ` in ${name}`,
  andMoreScenarios: (count, n) =>
    count === 1 ? 'So in one more scenario.' : `So in ${n.count(count)} more scenarios.`,
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
  limitsFolded: (count, n) => `Limits of this measurement (${n.count(count)})`,
  unchangedFolded: (metrics, n) =>
    `Unchanged, or without a limit: ${n.list(metrics.map((metric) => METRIC_WORDS[metric]))}`,
  passingFolded: (count, n) => `${n.count(count)} scenarios that pass`,
  distributionCaption: ({ kind, replicates }, n) => {
    if (kind === 'base')
      return `Base: the base commit, measured beside the change in ${blocksOf(replicates, n)}.`;
    return replicates === 1
      ? 'Baseline: one accepted run.'
      : `Baseline: the median of ${n.count(replicates)} accepted runs.`;
  },
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
  history,
  page,
  cut: (parts, n) =>
    `Shortened to fit: left out ${n.list(parts)}. The whole report is in ${n.code('report.md')} of the report folder.`,
  rowsCut: (count, n) => `… and ${n.count(count)} more.`,
  phrases: 'recorded',
  failure,
};
