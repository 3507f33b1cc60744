/** The network lost data, so that it had to be sent again. */
import { finding, type Rule } from './evidence.ts';

/** One segment of a hundred: each costs at least 200 ms, and a p99 is made of them. */
export const RETRANSMITS = 0.01;

/** Fires by the kernel's counters of TCP, which are the whole machine's. */
export const retransmits: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, host }) =>
    host?.retransmits != null && host.retransmits >= RETRANSMITS
      ? [finding('retransmits', 'limitation', 'certain', { scenario: name, share: host.retransmits })]
      : [],
  );
