/** Cases of the golden reports in which a change for the worse is meant: within what was accepted, beyond it, given by the pull request itself, and not counted. */
import { besideRun } from '../../fixtures/beside.ts';
import { given, RELEASE, standing } from '../../fixtures/acceptances.ts';
import { baselineOf, sliceOf } from '../../fixtures/measured.ts';
import type { Story } from '../../fixtures/told.ts';

const SLOWER = sliceOf({ seed: 7, pace: () => 1.38, host: { serviceCores: 0.98, busyCores: 1.4 } });
const TWENTY = { browse: baselineOf(20) };
const THROUGHPUT = given({ metric: 'throughput', upTo: { kind: 'share', amount: 0.35 } });

/** By the name of their folder. */
export const ACCEPTANCE_STORIES: Readonly<Record<string, Story>> = {
  accepted: {
    slices: [SLOWER],
    references: TWENTY,
    standing: { ...standing(given(), THROUGHPUT), releases: { browse: RELEASE } },
  },
  'accepted-beyond': {
    slices: [SLOWER],
    references: TWENTY,
    standing: standing(given({ upTo: { kind: 'unit', amount: 3 } }), THROUGHPUT),
  },
  'accepted-beside': {
    slices: [],
    beside: besideRun({ wait: 0.09, main: 9, confirm: 5 }),
    standing: {
      ...standing(
        given({ from: 'pull-request', by: 'octocat', commit: null, upTo: { kind: 'share', amount: 0.12 } }),
        given({ from: 'pull-request', by: 'octocat', commit: null, metric: 'throughput', upTo: { kind: 'share', amount: 0.1 } }),
        given({ at: '2026-11-01T12:00:00.000Z', since: '2026-11-02T12:00:00.000Z' }),
      ),
      releases: { browse: RELEASE },
    },
  },
  'acceptance-refused': {
    slices: [sliceOf({ seed: 7 })],
    references: TWENTY,
    standing: {
      acceptances: [given(), given({ until: '2026-11-22', metric: 'p99', commit: null })],
      refused: [
        { kind: 'not-understood', text: 'loadgate accept p95 of "browse" a little', problem: 'form' },
        { kind: 'not-allowed', text: 'loadgate accept p95 +900% until 2026-12-31: <b>please</b>', by: 'stranger' },
        { kind: 'edited', text: 'loadgate accept p95 +10% until 2026-12-31: x', by: 'mona', editor: null },
        { kind: 'not-read', message: '502: bad gateway' },
      ],
      releases: {},
    },
  },
};
