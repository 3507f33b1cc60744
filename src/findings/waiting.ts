/** The service spent most of an answer's time on something else than computing. */
import { finding, type Rule } from './evidence.ts';

/** Under half a core no thread of the service was short of CPU. */
export const IDLE_CORES = 0.5;
/** An answer takes at least four times the CPU time that it costs: three quarters of it are waiting. */
export const WAITING_RATIO = 4;
/** Below this median there is no wait worth finding. */
export const WAITING_FLOOR_MS = 5;

/** Fires when CPU time for one answer is far below its median latency and the service had cores to spare. */
export const waiting: Rule = ({ loads }) =>
  loads
    .filter(({ believable }) => believable)
    .flatMap(({ name, host, summary }) => {
      const { p50, throughput } = summary.metrics;
      if (host?.serviceCores == null || p50 === null || throughput === null || throughput <= 0) return [];
      const { serviceCores } = host;
      const cpuPerAnswer = (1000 * serviceCores) / throughput;
      return serviceCores < IDLE_CORES && p50 > WAITING_FLOOR_MS && p50 > WAITING_RATIO * cpuPerAnswer
        ? [finding('waiting', 'bottleneck', 'likely', { scenario: name, serviceCores, p50, cpuPerAnswer })]
        : [];
    });
