/** Where to look for the cause of a regression. */
import { type Advice, finding, named } from './evidence.ts';

/** Fires for every scenario that failed and in which latencies moved in a way that points somewhere. */
export const findTheCause: Advice = ({ scenarios }, findings) =>
  named(findings, 'slower')
    .filter(({ evidence }) =>
      scenarios.some(({ name, verdict }) => name === evidence.scenario && verdict.outcome === 'fail'),
    )
    .map(({ evidence: { scenario, shape } }) => {
      const slow = named(findings, 'slow-request').find(({ evidence }) => evidence.scenario === scenario);
      const request = slow?.evidence.request ?? null;
      return finding('find-the-cause', 'recommendation', 'likely', { scenario, shape, request });
    });
