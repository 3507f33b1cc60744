/** English: the history page. */
import { METRICS } from '../../domain/metric.ts';
import type { HistoryWords } from './history-words.ts';
import { METRIC_STARTS } from './en-metrics.ts';

const runs = (count: number, write: (value: number) => string): string =>
  count === 1 ? 'one run' : `${write(count)} runs`;

/** The history page in English. */
export const history: HistoryWords = {
  title: 'Performance history',
  suite: 'Suite',
  all: 'All scenarios',
  trends: 'Trends',
  runs: (count, from, to, n) => {
    const accepted = count === 1 ? '1 accepted run' : `${n.count(count)} accepted runs`;
    return from === to ? `${accepted}, ${from}` : `${accepted}, ${from} to ${to}`;
  },
  newest: 'Newest',
  against: ({ firstRuns }, n) =>
    firstRuns === 1 ? 'against the first run' : `against the first ${n.count(firstRuns)} runs`,
  directions: { better: 'better', worse: 'worse', steady: 'within the noise' },
  change: (metric, { first, last, firstRuns, lastRuns, direction }, n) => {
    const end = lastRuns === 1 ? 'Last run' : `Median of the last ${n.count(lastRuns)} runs`;
    const beginning = firstRuns === 1 ? 'first run' : `of the first ${n.count(firstRuns)}`;
    const values = `${end}: ${n.value(metric, last)}; ${beginning}: ${n.value(metric, first)}`;
    if (METRICS[metric].change === 'points') return `${values}.`;
    const meaning =
      direction === 'steady'
        ? 'runs of unchanged code may differ as much'
        : 'nine of ten runs of unchanged code would differ less';
    return `${values} (${meaning}).`;
  },
  noChange: 'There are too few runs with a value to tell a change.',
  band: (metric, { low, high, runs: count }, n) =>
    `Band: ${n.value(metric, low)} to ${n.value(metric, high)}, where nine of ten runs of unchanged code are expected, by the noise of ${runs(count, n.count)} in the baseline.`,
  noBand: {
    counted: 'No band: this is judged by counts, not by the noise between runs.',
    empty: 'No band: the baseline holds no run of this line with a value above zero.',
  },
  drift: (metric, drift, n) =>
    `${METRIC_STARTS[metric]} drifts: the moving average of the runs is ${n.change(metric, drift)} from the first ten.`,
  line: (name) => `line ${name}`,
  ofLine: (name) => `Numbers are of line ${name}, which has the newest run.`,
  numbers: (metric) => `Numbers of ${metric}`,
  table: (metric, scenario) => `${metric} of every accepted run of ${scenario}, newest first`,
  allRuns: 'All accepted runs',
  past: 'no longer in the baseline',
  noCommit: 'changed working tree',
  columns: {
    date: 'Date (UTC)',
    commit: 'Commit',
    line: 'Line',
    requests: 'Requests',
    loadgate: 'Loadgate',
    engine: 'Engine',
    machine: 'Machine',
    fingerprint: 'Fingerprint',
    configuration: 'Configuration',
    runs: 'Runs',
    from: 'First run',
    to: 'Last run',
    begins: 'Begins with',
  },
  lines: 'Lines',
  linesIntro:
    'Runs of another machine or of another configuration (load, requests, how the service is started) cannot be compared, so each has a line of its own, and lines are never joined.',
  starts: {
    first: 'the first run',
    machine: 'another machine',
    configuration: 'another configuration',
    both: 'another machine and another configuration',
  },
  cores: (count, n) => (count === 1 ? '1 core' : `${n.count(count)} cores`),
  versions: (versions, n) => {
    if (versions.kind === 'none') {
      const why = {
        'no-repository': 'there is no git repository to read older versions from',
        partial: 'older versions were not read, since this clone does not hold all files',
        failed: 'git could not tell older versions',
      }[versions.why];
      return `Only what the baseline holds now: ${why}.`;
    }
    const { read, unreadable, cut } = versions;
    const from =
      read === 0
        ? 'Only what the baseline holds now: no version of it is in git.'
        : `From ${read === 1 ? 'one version' : `${n.count(read)} versions`} of the file in git.`;
    const odd =
      unreadable === 0
        ? ''
        : ` ${unreadable === 1 ? 'One more version is' : `${n.count(unreadable)} more versions are`} no baseline of this suite that can be read, and ${unreadable === 1 ? 'was' : 'were'} left out.`;
    const more = {
      bound: ' There are older versions, which were not read.',
      shallow: ' This clone is shallow, so there may be older versions (check out with `fetch-depth: 0`).',
    };
    return `${from}${odd}${cut === null ? '' : more[cut]}`;
  },
  reading: 'How to read this page',
  howTo: [
    'Each point is an accepted run, one step for each, whatever time lies between them. It leads to its commit where the repository is known.',
    'A hollow point is a run that the baseline no longer holds: it was read from an older version of the file, and nothing is compared with it.',
    'The band is where nine of ten runs of unchanged code are expected, by the noise that the gate assumes of the runs in the baseline.',
    'A dashed rule with a letter is where a line begins: another machine, or another configuration. Its numbers are not comparable with those before.',
    'Changes are the median of the last runs (at most five) against the median of the first (at most ten) of the same line. They are called better or worse only beyond what the noise of the first runs lets expect of nine of ten runs. A few in a hundred are called so by chance, and more of them where runs are few.',
    'The vertical axis begins at zero only where the values are near it.',
  ],
  record: 'The numbers behind these pages:',
  madeBy: 'Made by',
};
