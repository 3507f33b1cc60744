/** English: a load that k6 sent. */
import type { K6Words } from './k6-words.ts';

/** What is said of k6. */
export const k6: K6Words = {
  titles: { k6: 'k6', 'k6-thresholds': 'Thresholds crossed' },
  findings: {
    k6: ({ scenario, version, checks, iterations, dropped }, n) => {
      const { passed, failed } = checks;
      const checked =
        passed + failed === 0
          ? ''
          : ` Of ${n.count(passed + failed)} checks of the script ${failed === 0 ? 'none' : n.count(failed)} failed; they are no errors here.`;
      const late =
        dropped === 0
          ? ''
          : ` It had no user free for ${n.count(dropped)} iterations that were due, and left them out: the load was less than the script asked for.`;
      const name = version === '' ? '' : ` ${n.name(version)}`;
      return `k6${name} sent the load${n.inScenario(scenario)} in ${n.count(iterations)} iterations, and the script decided what users do, how long they pause and what is expected. Response times are k6's own, from the first byte sent until the answer has been read; the time to open a connection is no part of them. Each redirect that is followed is a request.${checked}${late}`;
    },
    'k6-thresholds': ({ scenario, of, count, crossed }, n) => {
      const more = count > crossed.length ? [`${n.count(count - crossed.length)} more`] : [];
      const which = n.list([...crossed.map((each) => n.name(each)), ...more]);
      const many =
        of === 1
          ? 'k6 found the one threshold of its script crossed'
          : `k6 found ${n.count(count)} of the ${n.count(of)} thresholds of its script crossed`;
      return `${many}${n.inScenario(scenario)}: ${which}. The verdict does not rest on ${count === 1 ? 'it' : 'them'}; a limit of the same metric would decide.`;
    },
  },
};
