/** How far a program that sends is, as the gate is told while it goes on. */
import { type Micros, millis, perSecond, toSeconds } from '../../domain/units.ts';
import type { GeneratorJob, LoadProgress } from '../load-job.ts';
import type { Account } from './account.ts';

/** What is known at the moment. */
export interface Known {
  readonly job: GeneratorJob;
  readonly account: Account | null;
  /** Up to when everything was told. */
  readonly until: Micros | null;
  /** Milliseconds since the program was started. */
  readonly since: number;
  readonly over: boolean;
  readonly generatorPids: readonly number[];
}

/** Until the measured time begins everything is warm-up. */
export function progressOf({ job, account, until, since, over, generatorPids }: Known): LoadProgress {
  if (account === null || until === null || until < account.window.begin) {
    const total = millis(job.load.warmUp + (job.leadIn ?? 0));
    const nothing = { throughput: perSecond(0), p95: null, errors: 0, second: null };
    return { phase: 'warm-up', elapsed: millis(Math.min(total, since)), total, ...nothing, generatorPids };
  }
  const total = job.load.executor.duration;
  const elapsed = millis(Math.min(total, (until - account.window.begin) / 1_000));
  const { ok, ...seen } = account.soFar();
  const throughput = perSecond(elapsed > 0 ? ok / toSeconds(elapsed) : 0);
  return { phase: over ? 'over' : 'load', elapsed, total, throughput, ...seen, generatorPids };
}
