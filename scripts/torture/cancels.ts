/** Cancels of the job at random moments, as the runner cancels: nothing may be left, and it must be quick. */
import { seededRandom } from '../../src/stats/random.ts';
import { cancel } from '../../test/runner/cancel.ts';
import { processesOf } from '../../test/runner/processes.ts';
import { startStep } from '../../test/runner/step.ts';
import type { Job } from './job.ts';
import { residue } from './residue.ts';

/** What one cancel came to. */
interface Stopped {
  /** Milliseconds from the start of the step to the signal. */
  readonly after: number;
  /** Milliseconds from the signal to an empty machine. */
  readonly took: number;
  readonly code: number | null;
  readonly wrong: readonly string[];
}

/** All of them. */
export interface Cancels {
  readonly many: number;
  /** Milliseconds: the median, and the longest. */
  readonly median: number;
  readonly longest: number;
  readonly codes: Readonly<Record<string, number>>;
  readonly wrong: number;
}

/** Longer than the job takes on a quiet machine, so that its end is met as well. */
const SPAN = 1.05;

/** How many cancels, and how quickly each must be over. */
export interface CancelOptions {
  readonly many: number;
  readonly seed: number;
  /** From the signal to the end of the step's process, milliseconds. */
  readonly within: number;
  /** So many at a time. */
  readonly atOnce: number;
}

/** Cancels the job so many times. */
export async function cancelAll(job: Job, { many, seed, within, atOnce }: CancelOptions): Promise<Cancels> {
  const random = seededRandom(seed);
  const whole = await lengthOf(job);
  const moments = Array.from({ length: many }, () => random.next() * whole * SPAN);
  console.log(`${job.name}: the job takes ${Math.round(whole)} ms; it is cancelled ${many} times.`);
  const stopped: Stopped[] = [];
  const work = async (): Promise<void> => {
    for (let after = moments.shift(); after !== undefined; after = moments.shift()) {
      const each = await stopAfter(job, after, within);
      stopped.push(each);
      if (each.wrong.length > 0)
        console.log(`${job.name} ✗ cancelled after ${Math.round(after)} ms: ${each.wrong.join('; ')}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return summary(job, stopped);
}

async function lengthOf(job: Job): Promise<number> {
  await using run = await job.open();
  using step = startStep(run.options);
  const { took } = await step.ended;
  return took;
}

async function stopAfter(job: Job, after: number, within: number): Promise<Stopped> {
  await using run = await job.open();
  using step = startStep(run.options);
  const ended = step.ended.then(() => true);
  const early = await Promise.race([
    ended,
    new Promise<false>((resolve) => setTimeout(() => resolve(false), after)),
  ]);
  const calls = run.github.calls.length;
  const { ended: end, took, last } = await cancel(step);
  const left = processesOf(step.trackingId);
  const post = await step.post();
  const wrong = [
    // Ended before it listened to any signal, or as it was told; else it was over already.
    ...(end.code === 130 || end.code === null ? [] : run.untruth(end)),
    ...(took > within ? [`took ${Math.round(took)} ms, to ${last}`] : []),
    ...left.map((pid) => `process ${pid} was left to the post step`),
    ...residue(run, step),
    ...(post.code === 0 ? [] : [`the post step exits with ${post.code}`]),
    ...(end.code === 130 && run.github.calls.length > calls + 1 ? ['it went on talking to GitHub'] : []),
  ];
  return { after, took: early ? 0 : took, code: end.code, wrong };
}

function summary({ name }: Job, stopped: readonly Stopped[]): Cancels {
  const times = stopped.map(({ took }) => took).toSorted((left, right) => left - right);
  const codes = Object.groupBy(stopped, ({ code }) => String(code));
  const all: Cancels = {
    many: stopped.length,
    median: Math.round(times[Math.floor(times.length / 2)] ?? 0),
    longest: Math.round(times.at(-1) ?? 0),
    codes: Object.fromEntries(Object.entries(codes).map(([code, each]) => [code, each?.length ?? 0])),
    wrong: stopped.filter(({ wrong }) => wrong.length > 0).length,
  };
  console.log(`Cancels of ${name}: ${JSON.stringify(all)}`);
  return all;
}
