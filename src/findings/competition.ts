/** Somebody who was ready to work had to wait for a core: generator, service and the rest took time from one another. */
import { finding, type Rule } from './evidence.ts';

/** A generator that waited for a core in more than 5 % of the time saw answers late by no fault of the service: the share that a p95 turns on. */
export const RUN_QUEUE_DELAY = 0.05;
/** Some task waited for a core in a quarter of the time: more often than bursts of a machine with room explain. */
export const CPU_PRESSURE = 0.25;
/** From nine tenths of all cores on, by queueing theory, work waits on average longer than it lasts. */
export const BUSY_SHARE = 0.9;

/** Fires by the generator's run-queue delay, by the kernel's pressure figures, or by full cores, whichever can be read. */
export const competition: Rule = ({ scenarios }) =>
  scenarios.flatMap(({ name, here: host, summary }) => {
    const delays = summary.slices.flatMap(({ generator }) => generator?.runQueueDelay ?? []);
    const runQueueDelay = delays.length === 0 ? null : Math.max(...delays);
    if (host === null) return [];
    const delayed = runQueueDelay !== null && runQueueDelay > RUN_QUEUE_DELAY;
    const pressed = host.cpuPressure !== null && host.cpuPressure > CPU_PRESSURE;
    const full = host.busyCores > BUSY_SHARE * host.cores;
    if (!delayed && !pressed && !full) return [];
    const { cpuPressure, busyCores, cores, serviceCores, generatorCores } = host;
    return [
      finding('competition', 'limitation', delayed ? 'certain' : 'likely', {
        scenario: name,
        runQueueDelay,
        cpuPressure,
        busyCores,
        cores,
        serviceCores,
        generatorCores,
      }),
    ];
  });
