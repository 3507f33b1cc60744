/** What the generator's own process used while it measured: whether the numbers are the service's or its own. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { GeneratorReading } from '../domain/measurement.ts';
import { bytes, millis, ratio } from '../domain/units.ts';

/** How fine the event loop's delay is sampled. */
const RESOLUTION_MS = 10;

/** Starts reading; the returned function ends it. */
export function startOwnUse(): () => GeneratorReading {
  const start = {
    cpu: process.cpuUsage(),
    loop: performance.eventLoopUtilization(),
    time: performance.now(),
    queue: runQueueNanos(),
  };
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  return () => {
    delay.disable();
    const elapsed = Math.max(performance.now() - start.time, 1e-3);
    const cpu = process.cpuUsage(start.cpu);
    const queue = runQueueNanos();
    return {
      cpu: ratio((cpu.user + cpu.system) / 1000 / elapsed),
      eventLoop: ratio(performance.eventLoopUtilization(start.loop).utilization),
      // The monitor counts its own sampling interval in; nanoseconds.
      eventLoopDelayP99: millis(Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS)),
      runQueueDelay:
        queue === null || start.queue === null ? null : ratio((queue - start.queue) / 1e6 / elapsed),
      memory: bytes(process.resourceUsage().maxRSS * 1024),
    };
  };
}

/** Nanoseconds that the main thread was ready to run and had no core, from the scheduler's second counter; null where there is none. */
function runQueueNanos(): number | null {
  try {
    const waited = Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]);
    return Number.isFinite(waited) ? waited : null;
  } catch {
    return null;
  }
}
