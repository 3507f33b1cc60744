/** The network lost data, so that it had to be sent again. */
import { finding, type Rule } from './evidence.ts';

/** One segment of a hundred: where nothing follows a lost one, it takes 200 ms (RFC 6298 as Linux has it) until it is sent again, and a p99 is made of that. */
export const RETRANSMITS = 0.01;

/** Fires by the kernel's counters of TCP, which are the whole machine's. */
export const retransmits: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, here: host }) =>
    host?.retransmits != null && host.retransmits >= RETRANSMITS
      ? [finding('retransmits', 'limitation', 'certain', { scenario: name, share: host.retransmits })]
      : [],
  );
