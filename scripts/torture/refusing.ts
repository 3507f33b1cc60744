/** Runs the job once and counts what it asks of the operating system, then again and again with one of these refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startStep } from '../../test/runner/step.ts';
import { everyAttempt, sample } from './attempts.ts';
import { type Counted, type Recorded, type Refusal, VARIABLE } from './effect.ts';
import type { Job } from './job.ts';
import type { Refused } from './record.ts';
import { residue } from './residue.ts';

/** What one refusal came to. */
interface Met {
  readonly refusal: Refusal;
  readonly code: number | null;
  /** False: the run did not come to this effect again. */
  readonly reached: boolean;
  readonly wrong: readonly string[];
}

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'refusals.ts')).href;

/** How many refusals, drawn by which seed, of which sites, and how many at a time: the service of a job waits more than it computes. */
export interface RefusalOptions {
  readonly many: number;
  readonly seed: number;
  readonly only: string;
  readonly atOnce: number;
}

/** Counts the effects of one run, and runs again with each refused in turn. */
export async function refuseAll(job: Job, { many, seed, only, atOnce }: RefusalOptions): Promise<Refused> {
  const { recorded, verdict, log } = await runOnce(job, null);
  if (!job.verdicts.some((each) => each === verdict))
    throw new Error(`The job ${job.name} must be judged by itself.\n${log}`);
  const attempts = everyAttempt(recorded.effects).filter(({ site }) => site.includes(only));
  const chosen = sample(attempts, many, seed);
  console.log(
    `${job.name}: ${recorded.effects.length} effects, ${sum(recorded.effects)} calls; ${chosen.length} of ${attempts.length} refusals are tried.`,
  );
  const waiting = [...chosen];
  const met: Met[] = [];
  const work = async (): Promise<void> => {
    for (let refusal = waiting.shift(); refusal !== undefined; refusal = waiting.shift()) {
      const each = await meet(job, refusal);
      met.push(each);
      console.log(`${job.name} ${each.wrong.length > 0 ? '✗' : '✓'} ${lineOf(each)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return summary(job, recorded.effects, attempts.length, met);
}

const sum = (effects: readonly Counted[]): number => effects.reduce((total, { times }) => total + times, 0);

function lineOf({ refusal, code, reached, wrong }: Met): string {
  const which = refusal.which === 'ever' ? 'always' : `call ${refusal.which}`;
  const what = `${refusal.code} ${which}: ${refusal.site} -> exit code ${code}`;
  return [what, ...(reached ? [] : ['(not reached)']), ...wrong].join('; ');
}

function summary({ name }: Job, effects: readonly Counted[], possible: number, met: readonly Met[]): Refused {
  const codes = Object.groupBy(met, ({ code }) => String(code));
  const wrong = met.filter((each) => each.wrong.length > 0).length;
  const counted = Object.fromEntries(Object.entries(codes).map(([code, all]) => [code, all?.length ?? 0]));
  const unreached = met.filter(({ reached }) => !reached).length;
  console.log(
    `Refusals of ${name}: ${met.length}, exit codes ${JSON.stringify(counted)}, not reached ${unreached}, wrong ${wrong}`,
  );
  return {
    effects: effects.length,
    calls: sum(effects),
    possible,
    tried: met.length,
    codes: counted,
    unreached,
    wrong,
  };
}

async function meet(job: Job, refusal: Refusal): Promise<Met> {
  const { recorded, code, wrong } = await runOnce(job, refusal);
  return { refusal, code, reached: recorded.refused > 0, wrong };
}

/** One run of main and post step. */
async function runOnce(job: Job, refuse: Refusal | null) {
  await using run = await job.open();
  const file = join(run.scratch, 'effects.json');
  const env = { ...run.options.env, [VARIABLE]: JSON.stringify({ record: file, refuse }) };
  using step = startStep({ ...run.options, env, node: ['--import', PRELOAD] });
  const ended = await step.ended;
  const recorded: Recorded = JSON.parse(readFileSync(file, 'utf8'));
  const post = await step.post();
  const wrong = [
    ...run.untruth(ended),
    ...residue(run, step),
    ...recorded.broken.map((stack) => `nobody caught: ${stack}`),
    ...(post.code === 0 ? [] : [`the post step exits with ${post.code}`]),
  ];
  if (refuse === null && wrong.length > 0) throw new Error(`${wrong.join('; ')}\n${ended.log}`);
  return { recorded, code: ended.code, verdict: ended.outputs.verdict, wrong, log: ended.log };
}
