/** Errors come before speed. */
import { type Advice, finding, named } from './evidence.ts';

/** Where the service's log lies in the report folder. */
const SERVICE_LOG = 'service.log';

/** Fires once, for the scenario with the highest error rate. */
export const lookAtErrors: Advice = ({ plan }, findings) => {
  const worst = named(findings, 'errors').toSorted(
    (left, right) => right.evidence.rate - left.evidence.rate,
  )[0];
  if (worst === undefined) return [];
  const log = plan.service.kind === 'booted' ? `${plan.report.directory}/${SERVICE_LOG}` : null;
  const evidence = { scenario: worst.evidence.scenario, log };
  return [finding('look-at-errors', 'recommendation', 'certain', evidence)];
};
