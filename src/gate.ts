/** The job from top to bottom: config in, verdict and report out. The only orchestrator; everything it needs comes in by parameter. */
import { noteBaseline } from './baseline/edited.ts';
import { type Known, readKnown } from './baseline/known.ts';
import { askedLanguage } from './config/asked-language.ts';
import type { LoadedPlan } from './config/load.ts';
import { loadFor } from './config/load-for.ts';
import type { Standing } from './domain/acceptance.ts';
import { type Failed, failedBy } from './domain/failed.ts';
import type { Run } from './domain/measurement.ts';
import type { Plan } from './domain/plan.ts';
import type { Verdict } from './domain/verdict.ts';
import { findAll } from './findings/find.ts';
import { judge } from './judge/judge.ts';
import { blockJudge } from './judge/next-block.ts';
import { settles } from './judge/outcome.ts';
import { measureCourse } from './measure/course.ts';
import { prepare } from './measure/setting.ts';
import type { World } from './platform/world.ts';
import { forgetFiles } from './publish/files.ts';
import { composeReport, type Report } from './report/report.ts';
import { type Asked, flagsOf } from './report/reproduce.ts';

/** What a door asks for. */
export interface Job extends Asked {
  /** Of another run, to repeat its random choices; without it, one is drawn. */
  readonly seed?: number | null;
  /** True: nothing will be sent, so that secrets need not be set. */
  readonly sendsNothing?: boolean;
  /** Adds what the pull request itself accepts, or those that a push merged. Called once all that was started is gone; never throws. */
  readonly askPullRequest?: (plan: Plan, standing: Standing) => Promise<Standing>;
}

/** A run that was measured and judged. */
export interface Judged {
  readonly kind: 'judged';
  readonly plan: Plan;
  readonly run: Run;
  readonly verdict: Verdict;
  readonly report: Report;
  readonly exitCode: 0 | 1 | 2;
}

/** What the job came to. */
export type GateResult = Judged | Failed;

/** Runs the gate. Never throws: whatever goes wrong is a {@link Failed}, and never a pass. */
export async function runGate(job: Job, world: World): Promise<GateResult> {
  let loaded: LoadedPlan | null = null;
  try {
    loaded = await loadFor(job, world);
    const plan = await noteBaseline(loaded.plan, job.occasion.baseSha, world);
    const setting = await prepare(plan, job.occasion, world, job.seed);
    // Read before the load: a corrupt baseline should cost seconds, not the whole measurement.
    const { references, standing } = await readKnown(plan, setting, job.occasion.baseSha, world);
    await forgetFiles(plan.report.directory, world);
    const run = await measureCourse(
      { plan, setting, baseSha: job.occasion.baseSha },
      {
        settles: (alone) => settles(judge(alone, plan, references, standing)),
        ...blockJudge(plan),
      },
      world,
    );
    const agreed = await job.askPullRequest?.(plan, standing);
    return explain(plan, run, { references, standing: agreed ?? standing }, job);
  } catch (error) {
    const language = loaded?.plan.report.language ?? (await askedLanguage(job, world.workspace));
    return failedBy(error, loaded, language);
  }
}

/** From a recorded run to the verdict and the report: the part of the job that needs no load. */
export function explain(plan: Plan, run: Run, { references, standing }: Known, job: Asked): Judged {
  const { occasion } = job;
  const verdict = judge(run, plan, references, standing);
  const findings = findAll({ plan, run, verdict, occasion });
  const report = composeReport({ plan, run, verdict, findings, occasion, flags: flagsOf(job) });
  return { kind: 'judged', plan, run, verdict, report, exitCode: verdict.exitCode };
}

/** The checked plan of a job. Limits, policy, baseline and the list of secrets come from the base commit where there is one. @throws Failure kind `usage` */
export const readPlan = async (job: Job, world: World): Promise<Plan> =>
  noteBaseline((await loadFor(job, world)).plan, job.occasion.baseSha, world);
