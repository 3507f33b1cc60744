/** The service used one full core while others were free: it looks as if it runs on a single thread. */
import type { Resources } from '../domain/resources.ts';
import { finding, type Rule } from './evidence.ts';
import { watchedIn } from './watched.ts';

/** From here on one thread is busy nearly all the time… */
export const ONE_CORE_FROM = 0.85;
/** …and up to here garbage collection and I/O threads explain the rest. */
export const ONE_CORE_TO = 1.25;
/** Where the busiest thread is known, all others together may do as much as half of what it does. */
export const OTHER_THREADS = 0.5;

/**
 * Fires on machines with at least two cores, by the busiest thread where it is known, else by the CPU time of the whole service: then it does not appear where the
 * whole machine was full, since one core was all there was.
 */
export const serviceOneCore: Rule = (scene) =>
  scene.scenarios
    .filter(({ believable }) => believable)
    .flatMap(({ name, host, plan }) => {
      const resources = watchedIn(scene).find((each) => each.name === name)?.resources ?? null;
      const thread = resources?.service?.busiestThread ?? null;
      if (host === null || host.serviceCores === null || host.cores < 2) return [];
      const { serviceCores, cores } = host;
      const one = serviceCores >= ONE_CORE_FROM && serviceCores <= ONE_CORE_TO;
      const fires =
        resources === null || thread === null ? one && plan.search === null : isOneThread(resources, thread);
      const evidence = { scenario: name, serviceCores, cores, thread };
      const confidence = thread === null ? 'likely' : 'certain';
      return fires ? [finding('service-one-core', 'bottleneck', confidence, evidence)] : [];
    });

/** Several full processes are no single thread, and neither are many threads that come to one core together. */
function isOneThread({ service }: Resources, thread: number): boolean {
  return thread >= ONE_CORE_FROM && (service?.cores ?? thread) - thread <= OTHER_THREADS * thread;
}
