/** English: a load that k6 sent. */
import type { K6Words } from './k6-words.ts';
import type { Pen } from './words.ts';

/** What is said of k6. */
export const k6: K6Words = {
  titles: { k6: 'k6', 'k6-thresholds': 'Thresholds of the script' },
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
    'k6-thresholds': ({ scenario, count, held, crossed, untold }, n) => {
      const parts = [
        part('crossed', crossed, n),
        part('held', held, n),
        part('without a result that k6 wrote', untold, n),
      ].filter((each) => each !== null);
      const many = count === 1 ? 'one threshold' : `${n.count(count)} thresholds`;
      return `The script has ${many} of its own${n.inScenario(scenario)}, which k6 judged over its whole run, warm-up included: ${parts.join('; ')}. They stand beside the limits, and the verdict does not rest on them.`;
    },
  },
};

const part = (what: string, all: readonly string[], n: Pen): string | null =>
  all.length === 0 ? null : `${what}: ${n.list(all.map((each) => n.name(each)))}`;
