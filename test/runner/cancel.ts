/** Cancels a step as GitHub's runner does: its source is actions/runner, ProcessInvoker.cs. Only the step's own process is told. */
import type { Ended, Step } from './step.ts';

/** From SIGINT to SIGTERM, and from there to SIGKILL. Milliseconds. */
export const CANCEL = { terminate: 7_500, kill: 2_500 } as const;

/** A step that was cancelled. */
export interface Cancelled {
  readonly ended: Ended;
  /** Milliseconds from the first signal to the end of the step's process. */
  readonly took: number;
  /** The last signal that it needed. */
  readonly last: NodeJS.Signals;
}

/** SIGINT now, then the harder signals in the runner's time, for as long as the step is there. */
export async function cancel(step: Step): Promise<Cancelled> {
  const started = performance.now();
  let last: NodeJS.Signals = 'SIGINT';
  const send = (signal: NodeJS.Signals): void => {
    last = signal;
    step.child.kill(signal);
  };
  send('SIGINT');
  const timers = [
    setTimeout(() => send('SIGTERM'), CANCEL.terminate),
    setTimeout(() => send('SIGKILL'), CANCEL.terminate + CANCEL.kill),
  ];
  let took = 0;
  step.child.once('exit', () => {
    took = performance.now() - started;
    for (const timer of timers) clearTimeout(timer);
  });
  const ended = await step.ended;
  for (const timer of timers) clearTimeout(timer);
  return { ended, took: took === 0 ? performance.now() - started : took, last };
}
