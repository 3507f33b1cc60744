/** All cores were busy, most of them with the service: the machine's CPU ran out. */
import { BUSY_SHARE } from './competition.ts';
import { finding, type Rule } from './evidence.ts';

/** The service must have used at least this share of what was used: otherwise it was others who filled the machine. */
export const SERVICE_SHARE = 0.4;

/** Fires by busy cores and the service's part of them. */
export const saturated: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap(({ name, host }) => {
      if (host === null || host.serviceCores === null) return [];
      const { busyCores, cores, serviceCores } = host;
      return busyCores > BUSY_SHARE * cores && serviceCores > SERVICE_SHARE * busyCores
        ? [finding('saturated', 'bottleneck', 'likely', { scenario: name, busyCores, cores, serviceCores })]
        : [];
    });
