/** One worker is full while others of the same service have little to do. */
import { finding, type Rule } from './evidence.ts';
import { ONE_CORE_FROM } from './service-one-core.ts';
import { believableIn } from './watched.ts';

/** A process that does less than this is no worker: a shell, a package manager, the parent of a cluster. */
export const WORKER_CORES = 0.05;
/** Requests that are handed out evenly do not make a worker do three times another's work. */
export const UNEVEN = 3;

/** Fires by the CPU time of the processes that lived throughout. */
export const unevenWorkers: Rule = (scene) =>
  believableIn(scene).flatMap(({ name, resources: { service } }) => {
    const workers = (service?.processCores ?? []).filter((cores) => cores >= WORKER_CORES);
    const [busiest, idlest] = [Math.max(0, ...workers), Math.min(...workers)];
    if (workers.length < 2 || busiest < ONE_CORE_FROM || busiest < UNEVEN * idlest) return [];
    const evidence = { scenario: name, workers: workers.length, busiest, idlest };
    return [finding('uneven-workers', 'bottleneck', 'likely', evidence)];
  });
