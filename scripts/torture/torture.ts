/** Torture: runs jobs of the Action, refuses them one call at a time, and cancels them at random moments. */
import { parseArgs } from 'node:util';
import { CANCEL } from '../../test/runner/cancel.ts';
import { cancelAll } from './cancels.ts';
import { type Job, JOB_NAMES, type JobName } from './job.ts';
import { openBaseJob, openBaselineJob } from './pull-request-job.ts';
import { openPushJob } from './push-job.ts';
import { record } from './record.ts';
import { refuseAll } from './refusing.ts';

const { values } = parseArgs({
  options: {
    ci: { type: 'boolean', default: false },
    job: { type: 'string' },
    cancels: { type: 'string' },
    refusals: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
});

const OPEN: Readonly<Record<JobName, () => Job>> = {
  baseline: openBaselineJob,
  base: openBaseJob,
  push: openPushJob,
};

/** How much of a job is tried. */
interface Bounds {
  readonly refusals: number;
  readonly cancels: number;
  readonly atOnce: number;
}

/** In CI: a sample of each job, all at the same time, which takes less than a minute on two cores. */
const SAMPLE: Readonly<Record<JobName, Bounds>> = {
  baseline: { refusals: 4, cancels: 4, atOnce: 2 },
  base: { refusals: 2, cancels: 2, atOnce: 1 },
  push: { refusals: 3, cancels: 3, atOnce: 1 },
};
const ALL: Bounds = { refusals: Number.POSITIVE_INFINITY, cancels: 200, atOnce: 3 };
/** From the signal to the end, milliseconds: in CI the time that the runner gives, since such a machine may be busy. */
const WITHIN = values.ci ? CANCEL.terminate : 5_000;

process.exitCode = await main();

async function main(): Promise<number> {
  const names = JOB_NAMES.filter((name) => values.job === undefined || values.job === name);
  if (names.length === 0) throw new Error(`--job is one of ${JOB_NAMES.join(', ')}`);
  let wrong = 0;
  if (values.ci) wrong = sum(await Promise.all(names.map(torture)));
  else for (const name of names) wrong += await torture(name);
  return wrong === 0 ? 0 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** One job. Returns how many runs of it were wrong. */
async function torture(name: JobName): Promise<number> {
  const { refusals, cancels, atOnce } = wanted(values.ci ? SAMPLE[name] : ALL);
  const seed = Number(values.seed);
  await using job = OPEN[name]();
  const refused =
    refusals > 0 ? await refuseAll(job, { many: refusals, seed, only: values.only ?? '', atOnce }) : null;
  const cancelled =
    cancels > 0 ? await cancelAll(job, { many: cancels, seed, within: WITHIN, atOnce }) : null;
  if (values.record) record(name, { refused, cancelled });
  return (refused?.wrong ?? 0) + (cancelled?.wrong ?? 0);
}

/** What was asked for counts; who asks for one kind alone gets that alone. */
function wanted({ refusals, cancels, atOnce }: Bounds): Bounds {
  const isRefusing = values.refusals !== undefined || values.only !== undefined;
  return {
    refusals: Number(values.refusals ?? (values.cancels === undefined ? refusals : 0)),
    cancels: Number(values.cancels ?? (isRefusing ? 0 : cancels)),
    atOnce,
  };
}
