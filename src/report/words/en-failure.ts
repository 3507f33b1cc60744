/** English: a run that could not be measured. */
import type { FailureWords } from './failure-words.ts';

/** Failures in English. */
export const failure: FailureWords = {
  headline: {
    usage: 'Could not start',
    'not-measured': 'Could not measure',
    cancelled: 'Cancelled',
  },
  whatToDo: 'What to do',
  lines: 'What was seen',
  noVerdict: 'There is no verdict on the service: nothing was judged.',
  shortened: 'Shortened to fit.',
  page: {
    skip: 'Skip to what was seen',
    tried: 'What was tried',
    code: 'Failure',
    failedAt: 'Failed',
    workflowRun: 'Workflow run',
    rows: {
      config: 'Configuration file',
      suite: 'Suite',
      address: 'Address',
      folder: 'Working directory',
      build: 'Build command',
      start: 'Start command',
      scenarios: 'Scenarios',
      compare: 'To be compared with',
    },
    compare: {
      baseline: 'the stored baseline',
      base: 'the base commit, measured beside it',
      auto: 'the stored baseline, and the base commit where that does not settle it',
    },
    unknownAddress: 'not known',
    serviceLog: (file) => `What the service wrote is in ${file} of the report folder, if it was started.`,
  },
};
