/** The service used one full core while others were free: it looks as if it runs on a single thread. */
import { finding, type Rule } from './evidence.ts';

/** From here on one thread is busy nearly all the time… */
export const ONE_CORE_FROM = 0.85;
/** …and up to here garbage collection and I/O threads explain the rest. */
export const ONE_CORE_TO = 1.25;

/** Fires on machines with at least two cores. Where the whole machine was full, it does not appear: then one core was all there was. */
export const serviceOneCore: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap(({ name, host }) => {
      if (host === null || host.serviceCores === null || host.cores < 2) return [];
      const { serviceCores, cores } = host;
      return serviceCores >= ONE_CORE_FROM && serviceCores <= ONE_CORE_TO
        ? [finding('service-one-core', 'bottleneck', 'likely', { scenario: name, serviceCores, cores })]
        : [];
    });
