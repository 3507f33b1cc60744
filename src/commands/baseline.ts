/** `loadgate baseline update` and `loadgate baseline show`: the stored baseline as a person keeps it. */
import { acceptRun, type AcceptedWith } from '../baseline/accept.ts';
import { enterOwnBranch, say } from '../baseline/enter.ts';
import { readKnown } from '../baseline/known.ts';
import { readBaseline, storeOf } from '../baseline/store.ts';
import { EXIT, Failure } from '../domain/failure.ts';
import type { Run } from '../domain/measurement.ts';
import type { Plan } from '../domain/plan.ts';
import type { Verdict } from '../domain/verdict.ts';
import { readPlan } from '../gate.ts';
import { judge } from '../judge/judge.ts';
import { measure } from '../measure/measure.ts';
import { prepare } from '../measure/setting.ts';
import type { World } from '../platform/world.ts';
import { scenariosOf } from '../stats/told.ts';
import { localOccasion } from './occasion.ts';
import { inWorld, type Program } from './program.ts';
import { readRun } from './recorded.ts';
import type { PlanOptions } from './run.ts';
import { besideRun } from './recorded-with.ts';
import { describeBaseline } from './stored.ts';

/** Options of `baseline update`. */
export interface UpdateOptions extends PlanOptions {
  /** A recorded run to accept instead of measuring. */
  readonly from?: string;
  /** How many times to measure, as typed. */
  readonly runs: string;
  /** Tag of the release that the run is of; without it, that of a workflow for a tag. */
  readonly release?: string;
}

/** As many as a baseline keeps. */
const RUNS_MAX = 30;

/** Accepts a recorded run, or measures and accepts, into the baseline file of the working tree or into the branch of accepted runs. */
export function updateCommand(options: UpdateOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const occasion = await localOccasion(world, undefined);
    const plan = await readPlan(
      {
        occasion,
        configPath: options.config ?? null,
        inputs: options.inputs,
        sendsNothing: options.from !== undefined,
      },
      world,
    );
    const extras = await besideRun(options.release, plan, program, world);
    if (options.from !== undefined) {
      await accept(plan, await readRun(options.from, program), world, extras);
      return EXIT.pass;
    }
    const runs = parseRuns(options.runs);
    // Read before the load: a corrupt file should cost seconds, not the whole measurement.
    await readBaseline(plan, null, world);
    for (let run = 1; run <= runs; run += 1) {
      if (runs > 1) world.log.info(`Run ${run} of ${runs}`);
      await accept(plan, await measure(plan, await prepare(plan, occasion, world), world), world, extras);
    }
    return EXIT.pass;
  });
}

/** @throws Failure kind `usage` unless it is a whole number from 1 to 30 */
function parseRuns(typed: string): number {
  const runs = Number(typed);
  if (Number.isInteger(runs) && runs >= 1 && runs <= RUNS_MAX) return runs;
  throw new Failure({
    kind: 'usage',
    code: 'runs-invalid',
    message: `--runs takes a whole number from 1 to ${RUNS_MAX}, not "${typed}".`,
    advice: 'A baseline keeps the last 30 accepted runs by default; 5 to 10 make a useful start.',
  });
}

/** Only a run that can be believed enters; a slower one may, since that is how a change is accepted, but not silently. */
async function accept(whole: Plan, run: Run, world: World, extras: AcceptedWith): Promise<void> {
  const plan = { ...whole, scenarios: scenariosOf(whole.scenarios, run) };
  const { references, standing } = await readKnown(plan, run, null, world);
  const verdict = judge(run, plan, references, standing);
  refuseUnbelievable(verdict);
  for (const line of brokenLimits(verdict)) world.log.warning(`Accepted although ${line}`);
  if ((await storeOf(plan, null, world)) === 'branch') {
    const entered = await enterOwnBranch({ plan, run, page: null, beside: extras }, world);
    world.log.info(say(plan.baseline.branch, entered));
    return;
  }
  const accepted = await acceptRun(plan, run, world, extras);
  if (extras.release !== null) {
    world.log.info(`Kept in ${accepted.path} as a run of the release ${extras.release}. Commit the file.`);
    return;
  }
  const runs = accepted.runs === 1 ? '1 accepted run' : `${accepted.runs} accepted runs`;
  world.log.info(
    `Accepted into ${accepted.path}: ${runs} of this machine. Commit the file to make it the reference.`,
  );
}

function refuseUnbelievable(verdict: Verdict): void {
  const reasons = verdict.scenarios.flatMap((scenario) => [
    ...scenario.voids.map((reason) => `${scenario.scenario}: void (${reason.kind})`),
    ...scenario.judgements
      .filter((judgement) => judgement.metric === 'error-rate' && judgement.failed)
      .map(() => `${scenario.scenario}: error rate above its limit`),
  ]);
  if (reasons.length === 0) return;
  throw new Failure({
    kind: 'not-measured',
    code: 'not-acceptable',
    message: 'This run cannot become a baseline: it is not a measurement of a healthy service.',
    advice: 'Mend what is listed below (see the report of `loadgate run`), then update the baseline again.',
    lines: reasons,
  });
}

function brokenLimits(verdict: Verdict): readonly string[] {
  return verdict.scenarios.flatMap((scenario) =>
    scenario.judgements
      .filter((judgement) => judgement.failed)
      .map((judgement) => `${judgement.metric} of ${scenario.scenario} breaks its limit.`),
  );
}

/** Prints what is stored: for each scenario, machine and configuration the number of runs and their medians. */
export function showCommand(options: PlanOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const occasion = await localOccasion(world, options.base);
    const plan = await readPlan(
      { occasion, configPath: options.config ?? null, inputs: options.inputs, sendsNothing: true },
      world,
    );
    program.stdout.write(
      describeBaseline(await readBaseline(plan, occasion.baseSha, world), world.date().toISOString()),
    );
    return EXIT.pass;
  });
}
