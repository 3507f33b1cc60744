/** The service was loaded over the loopback interface: no network lay between it and its users. */
import { finding, type Rule } from './evidence.ts';

/** Fires when the resolved target address is this machine's own. */
export const loopback: Rule = ({ run }) =>
  run.target?.loopback === true
    ? [finding('loopback', 'limitation', 'certain', { address: run.target.address })]
    : [];
