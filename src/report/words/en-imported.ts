/** English: results that another tool measured, and what its output does not tell. */
import type { ImportedWords } from './imported-words.ts';
import { METRIC_WORDS } from './en-metrics.ts';

const lacks: ImportedWords['lacks'] = {
  distribution: 'single latencies (only some quantiles are told, and none is made up between them)',
  'whole-milliseconds': 'fractions of a millisecond',
  'two-digits':
    'latencies more exactly than to a millisecond, or above 100 ms more exactly than to two digits',
  sketched: 'latencies more exactly than to about 1 %',
  'failed-latencies': 'latencies of answered requests without those of failed ones',
  'timeout-latencies': 'how long timeouts had waited (they are not among the latencies)',
  'in-flight': 'how many requests were without an answer at the end',
  'failure-kinds': 'what kinds of failure there were (all stand as HTTP errors)',
  expectations: 'which statuses were expected (below 400 counts as answered as expected)',
  'error-kinds': 'whether a request that broke off had been sent (all such stand as connection errors)',
  statuses: 'statuses',
  users: 'how many users there were',
  'body-bytes': 'sizes of the bodies',
  timeline: 'what happened when',
  start: 'when it began (the time at which the file was last written stands for it)',
  'reckoned-counts': 'some of the counts (reckoned from a share)',
  'reckoned-duration': 'how long it took (reckoned from a count and a rate)',
  version: 'the version of the tool',
};

/** Imported results in English. */
export const imported: ImportedWords = {
  lacks,
  sentence: ({ scenario, tool, version, format, lacks: missing, missing: metrics }, n) => {
    const who = n.name(`${tool} ${version}`.trim());
    const without =
      metrics.length === 0
        ? ''
        : ` Without a value: ${n.list(metrics.map((metric) => METRIC_WORDS[metric]))}.`;
    return `${who} measured${n.inScenario(scenario)}, not Loadgate: where it ran, what it loaded, how busy it was itself and whether it warmed up is not known. What is not known from its output (${n.code(format)}): ${missing.map((lack) => lacks[lack]).join('; ')}.${without}`;
  },
};
