/** The hypervisor gave the machine's time to others. */
import { finding, type Rule } from './evidence.ts';

/** One per cent of stolen time comes in pauses of milliseconds, which is what a p95 or p99 is made of. */
export const STEAL = 0.01;

/** Fires when the kernel counted stolen time above the threshold. */
export const stolenCpu: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, host }) =>
    host?.steal != null && host.steal > STEAL
      ? [finding('stolen-cpu', 'limitation', 'certain', { scenario: name, steal: host.steal })]
      : [],
  );
