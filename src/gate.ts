/** The job from top to bottom: config in, verdict and report out. The only orchestrator; everything it needs comes in by parameter. */
import { readReferences } from './baseline/references.ts';
import { allowsItself } from './config/base.ts';
import { loadPlan, warningsOf } from './config/load.ts';
import { asFailure, type FailureDetail } from './domain/failure.ts';
import type { Run } from './domain/measurement.ts';
import type { Plan } from './domain/plan.ts';
import type { Reference } from './domain/reference.ts';
import type { Verdict } from './domain/verdict.ts';
import { findAll } from './findings/find.ts';
import { judge } from './judge/judge.ts';
import { blockJudge } from './judge/next-block.ts';
import { settles } from './judge/outcome.ts';
import { measureCourse } from './measure/course.ts';
import { prepare } from './measure/setting.ts';
import { showFile } from './platform/git.ts';
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

/** A run that could not be measured. `plan` is null when not even the configuration could be read. */
export interface Failed {
  readonly kind: 'failed';
  readonly plan: Plan | null;
  readonly failure: FailureDetail;
  readonly exitCode: 2 | 3 | 130;
}

/** What the job came to. */
export type GateResult = Judged | Failed;

/** Runs the gate. Never throws: whatever goes wrong is a {@link Failed}, and never a pass. */
export async function runGate(job: Job, world: World): Promise<GateResult> {
  let plan: Plan | null = null;
  try {
    const planned = await readPlan(job, world);
    plan = planned;
    const setting = await prepare(plan, job.occasion, world, job.seed);
    // Read before the load: a corrupt baseline should cost seconds, not the whole measurement.
    const references = await readReferences(plan, setting, job.occasion.baseSha, world);
    await forgetFiles(plan.report.directory, world);
    const run = await measureCourse(
      { plan, setting, baseSha: job.occasion.baseSha },
      {
        settles: (alone) => settles(judge(alone, planned, references)),
        ...blockJudge(planned),
      },
      world,
    );
    return explain(plan, run, references, job);
  } catch (error) {
    const failure = asFailure(error);
    return { kind: 'failed', plan, failure: failure.detail, exitCode: failure.exitCode };
  }
}

/** From a recorded run to the verdict and the report: the part of the job that needs no load. */
export function explain(
  plan: Plan,
  run: Run,
  references: Readonly<Record<string, Reference>>,
  job: Asked,
): Judged {
  const { occasion } = job;
  const verdict = judge(run, plan, references);
  const findings = findAll({ plan, run, verdict, occasion });
  const report = composeReport({ plan, run, verdict, findings, occasion, flags: flagsOf(job) });
  return { kind: 'judged', plan, run, verdict, report, exitCode: verdict.exitCode };
}

/** The checked plan of a job. Limits, policy, baseline and the list of secrets come from the base commit where there is one. @throws Failure kind `usage` */
export async function readPlan(job: Job, world: World): Promise<Plan> {
  const path = job.configPath ?? '.github/loadgate.yml';
  const base = job.occasion.baseSha === null ? null : await showFile(world, job.occasion.baseSha, path);
  const loaded = await loadPlan({ ...job, base, ownSecrets: allowsItself(job.occasion) }, world);
  for (const line of warningsOf(loaded)) world.log.warning(line);
  return loaded.plan;
}
