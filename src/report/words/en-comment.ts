/** English: folds, charts of comparisons and ramps, and how to run it again. */
import type { CommentWords } from './comment-words.ts';

/** Words of a comment. */
export const comment: CommentWords = {
  historyCaption: (runs) => `Bars: the ${runs} latest accepted runs, then this one.`,
  historyScale:
    'The bars of the last runs: from the lowest to the highest it is at least twice what noise explains, so that runs which differ by chance look alike.',
  inScenarios: (names) => ` in ${names}`,
  more: (count, n) => `${n.count(count)} more`,
  scenario: 'Scenario',
  othersFolded: (count, n) =>
    count === 1 ? 'One more scenario in detail' : `${n.count(count)} more scenarios in detail`,
  saysFolded: (titles) => `What else the results say: ${titles.join(' · ')}`,
  learnMoreFolded: (titles) => `To learn more: ${titles.join(' · ')}`,
  distributionChart: 'Latency by quantile, in milliseconds',
  distributionAxis: 'so many of 100 answers took this long or less',
  distributionCaption: (against) => `🟦 now, 🟧 ${against === 'base' ? 'the base commit' : 'the baseline'}.`,
  baselineLine: 'baseline',
  loadChart: 'Latency by load, in milliseconds',
  loadAxis: (of) => (of === 'users' ? 'users' : 'requests a second asked for'),
  loadCaption: (of) =>
    `🟦 p50, 🟧 p95: the middle second of all with about so many ${of === 'users' ? 'users' : 'arrivals'}. Where the line bends upwards, more load only waits longer.`,
  reproduce: 'To measure the same again',
};
