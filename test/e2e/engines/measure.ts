/** Puts a short load on a server through the real generator process, as the gate does. */
import { join } from 'node:path';
import type { Counts } from '../../../src/domain/measurement.ts';
import type { Load, Tls } from '../../../src/domain/plan.ts';
import { millis } from '../../../src/domain/units.ts';
import type { LoadJob, LoadProgress, LoadResult } from '../../../src/engines/load-job.ts';
import { runLoad } from '../../../src/engines/run-load.ts';
import { fromRecord } from '../../../src/stats/histogram.ts';
import { plainLoad, requestOf } from '../../fixtures/loads.ts';
import { openTestWorld } from '../../services/worlds.ts';

/** The generator as it is started in development; what it is compiled to is kept, since these suites start it some two hundred times. */
export const GENERATOR = [
  process.execPath,
  '--import',
  join(import.meta.dirname, 'compile-cache.mjs'),
  join(import.meta.dirname, '..', '..', '..', 'src', 'generator.ts'),
] as const;

/** One GET of `/` that is to answer 2xx. */
export const GET = requestOf('/', { name: 'get' });

/** A load of three users for 0.7 s without warm-up, one second to answer. */
export function loadOf(
  changes: Partial<Load> & { readonly duration?: number; readonly users?: number } = {},
): Load {
  const { duration = 700, users = 3, ...rest } = changes;
  return plainLoad({
    executor: { kind: 'constant-users', users, thinkTime: null, duration: millis(duration) },
    requests: [GET],
    ...rest,
  });
}

/** Runs the load to its end. */
export async function measured(
  url: string,
  load: Load,
  options: {
    readonly died?: AbortSignal;
    readonly tls?: Tls | null;
    readonly onProgress?: (progress: LoadProgress) => void;
  } = {},
): Promise<LoadResult> {
  using world = openTestWorld();
  return await runLoad(
    { ...jobOf(url, load), tls: options.tls ?? null, ...(options.died && { died: options.died }) },
    { ...world, generator: GENERATOR },
    options.onProgress ?? (() => undefined),
  );
}

/** The job of a load on this machine, on a service that nobody watches. */
export function jobOf(url: string, load: Load): LoadJob {
  return {
    scenario: 'test',
    load,
    url,
    address: '127.0.0.1',
    tls: null,
    seed: 7,
    died: new AbortController().signal,
  };
}

/** Requests that ended, in whatever way. */
export const settled = ({ ok, httpError, connectionError, timeout, lost }: Counts): number =>
  ok + httpError + connectionError + timeout + lost;

/** A quantile of a result in milliseconds; NaN without values. */
export function quantile(result: LoadResult, q: number): number {
  return (fromRecord(result.latency).quantile(q) ?? Number.NaN) / 1000;
}
