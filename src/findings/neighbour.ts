/** Another program took cores away while the service was ready to use them. */
import { OTHERS_SHARE, strangersOf } from './background-activity.ts';
import { finding, type Rule } from './evidence.ts';
import { watchedIn } from './watched.ts';

/** A service that waited for a core for a fifth of what it computed is slower by as much, and by no fault of its own. */
export const DELAY_SHARE = 0.2;
/** Less waiting than this, in cores' worth, is the scheduler's usual business. */
export const DELAY_FLOOR = 0.05;

/** Fires when other programs than databases used a tenth of the machine, and the service's run-queue delay shows who paid for it. */
export const neighbour: Rule = (scene) =>
  watchedIn(scene).flatMap(({ name, resources: { service }, host }) => {
    if (service === null || service.runQueueDelay === null || host === null) return [];
    const { programs, otherCores } = strangersOf(host);
    const { runQueueDelay, cores: serviceCores } = service;
    const delayed = runQueueDelay > Math.max(DELAY_FLOOR, DELAY_SHARE * serviceCores);
    if (!delayed || otherCores <= OTHERS_SHARE * host.cores) return [];
    return [
      finding('neighbour', 'limitation', 'certain', {
        scenario: name,
        program: programs[0] ?? null,
        otherCores,
        cores: host.cores,
        runQueueDelay,
        serviceCores,
      }),
    ];
  });
