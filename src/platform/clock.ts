/** Waiting as a parameter: pauses and deadlines that pass in real time, or as fast as a test lets them. */
import { setTimeout as sleep } from 'node:timers/promises';

/** What knows how to wait. Milliseconds. */
export interface Clock {
  /** Resolves after this time. @throws the reason of `stop`, as soon as it is aborted */
  pause(milliseconds: number, stop: AbortSignal): Promise<void>;
  /** A signal that is aborted after this time. */
  deadline(milliseconds: number): AbortSignal;
  /** Does `work`, whose signal is aborted with `stop`, or after this time. @throws what `work` throws */
  within<Result>(
    milliseconds: number,
    stop: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result>;
}

/** The time that everybody lives in. */
export const CLOCK: Clock = {
  pause: (milliseconds, stop) => sleep(milliseconds, undefined, { signal: stop }),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
  within: (milliseconds, stop, work) => work(AbortSignal.any([stop, AbortSignal.timeout(milliseconds)])),
};
