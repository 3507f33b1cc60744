/** The service ran on another machine than the load came from, so that nothing of what it used was read. */
import { finding, type Rule } from './evidence.ts';

/** Fires once, when the address that was loaded is another machine's. */
export const serviceElsewhere: Rule = ({ run, plan }) => {
  const { loopback, address } = run.target;
  const databases = plan.databases.length > 0;
  return loopback ? [] : [finding('service-elsewhere', 'limitation', 'certain', { address, databases })];
};
