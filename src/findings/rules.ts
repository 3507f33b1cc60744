/** The list of rules, in the order in which a report tells what they find: what matters most comes first in its part. */
import { attribution } from './attribution.ts';
import { backgroundActivity } from './background-activity.ts';
import { baseFailed } from './base-failed.ts';
import { baselineDrift } from './baseline-drift.ts';
import { capacity } from './capacity.ts';
import { capacityBeyond } from './capacity-beyond.ts';
import { capacityUnknown } from './capacity-unknown.ts';
import { certificateNotVerified } from './certificate-not-verified.ts';
import { closedLoop } from './closed-loop.ts';
import { competition } from './competition.ts';
import { cost } from './cost.ts';
import { detectable } from './detectable.ts';
import { dips } from './dips.ts';
import { drift } from './drift.ts';
import { errors } from './errors.ts';
import type { Advice, Rule } from './evidence.ts';
import { findTheCause } from './find-the-cause.ts';
import { firstRun } from './first-run.ts';
import { fixOrAccept } from './fix-or-accept.ts';
import { generatorBound } from './generator-bound.ts';
import { holdTheGain } from './hold-the-gain.ts';
import { largerBudget } from './larger-budget.ts';
import { longTail } from './long-tail.ts';
import { largerAnswers } from './larger-answers.ts';
import { lookAtDatabase } from './look-at-database.ts';
import { lookAtErrors } from './look-at-errors.ts';
import { loopback } from './loopback.ts';
import { machine } from './machine.ts';
import { moreBaselineRuns } from './more-baseline-runs.ts';
import { noErrors } from './no-errors.ts';
import { notWatched } from './not-watched.ts';
import { objectiveMet } from './objective-met.ts';
import { objectiveMissed } from './objective-missed.ts';
import { otherConfig } from './other-config.ts';
import { otherMachine } from './other-machine.ts';
import { ownEngine } from './own-engine.ts';
import { quietMachine } from './quiet-machine.ts';
import { rampToLimit } from './ramp-to-limit.ts';
import { recovery } from './recovery.ts';
import { runLonger } from './run-longer.ts';
import { saturated } from './saturated.ts';
import { scaling } from './scaling.ts';
import { screened } from './screened.ts';
import { separateMachine } from './separate-machine.ts';
import { serviceOneCore } from './service-one-core.ts';
import { sharedMachine } from './shared-machine.ts';
import { shift } from './shift.ts';
import { shortRun } from './short-run.ts';
import { slowRequest } from './slow-request.ts';
import { soakDrift } from './soak-drift.ts';
import { soakMemory } from './soak-memory.ts';
import { spikes } from './spikes.ts';
import { stable } from './stable.ts';
import { stolenCpu } from './stolen-cpu.ts';
import { takeBaseline } from './take-baseline.ts';
import { thinHistory } from './thin-history.ts';
import { tooFewAnswers } from './too-few-answers.ts';
import { waiting } from './waiting.ts';
import { warmUpLonger } from './warm-up-longer.ts';
import { wholeShift } from './whole-shift.ts';

/** Rules about what was measured. */
export const RULES: readonly Rule[] = [
  // limitations
  generatorBound,
  firstRun,
  otherMachine,
  otherConfig,
  baseFailed,
  screened,
  detectable,
  capacityBeyond,
  thinHistory,
  tooFewAnswers,
  competition,
  backgroundActivity,
  stolenCpu,
  loopback,
  certificateNotVerified,
  sharedMachine,
  machine,
  notWatched,
  closedLoop,
  shortRun,
  ownEngine,
  // strengths and weaknesses
  errors,
  objectiveMissed,
  shift,
  cost,
  attribution,
  largerAnswers,
  wholeShift,
  baselineDrift,
  slowRequest,
  spikes,
  dips,
  drift,
  soakMemory,
  soakDrift,
  longTail,
  recovery,
  noErrors,
  objectiveMet,
  stable,
  // bottleneck and potential
  capacity,
  scaling,
  saturated,
  serviceOneCore,
  waiting,
  capacityUnknown,
];

/** Rules about what to do next; they see what the others found. */
export const ADVICE: readonly Advice[] = [
  lookAtErrors,
  findTheCause,
  fixOrAccept,
  takeBaseline,
  holdTheGain,
  quietMachine,
  largerBudget,
  moreBaselineRuns,
  warmUpLonger,
  runLonger,
  lookAtDatabase,
  separateMachine,
  rampToLimit,
];
