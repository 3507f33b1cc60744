/** The list of rules, in the order in which a report tells what they find: what matters most comes first in its part. */
import { acceptanceRefused } from './acceptance-refused.ts';
import { acceptedChange } from './accepted-change.ts';
import { attribution } from './attribution.ts';
import { backgroundActivity } from './background-activity.ts';
import { baseFailed } from './base-failed.ts';
import { baselineDrift } from './baseline-drift.ts';
import { cacheMisses } from './cache-misses.ts';
import { capacity } from './capacity.ts';
import { capacityBeyond } from './capacity-beyond.ts';
import { capacityUnknown } from './capacity-unknown.ts';
import { certificateNotVerified } from './certificate-not-verified.ts';
import { closedLoop } from './closed-loop.ts';
import { collection } from './collection.ts';
import { competition } from './competition.ts';
import { connectionLimit } from './connection-limit.ts';
import { cost } from './cost.ts';
import { cpuLimit } from './cpu-limit.ts';
import { databaseBound } from './database-bound.ts';
import { databaseDominant } from './database-dominant.ts';
import { detectable } from './detectable.ts';
import { dips } from './dips.ts';
import { diskBound } from './disk-bound.ts';
import { drift } from './drift.ts';
import { errors } from './errors.ts';
import { eventLoopBlocked } from './event-loop-blocked.ts';
import type { Advice, Rule } from './evidence.ts';
import { findTheCause } from './find-the-cause.ts';
import { firstRun } from './first-run.ts';
import { fixOrAccept } from './fix-or-accept.ts';
import { generatorBound } from './generator-bound.ts';
import { headroom } from './headroom.ts';
import { holdTheGain } from './hold-the-gain.ts';
import { imported } from './imported.ts';
import { k6 } from './k6.ts';
import { largerBudget } from './larger-budget.ts';
import { lockWaits } from './lock-waits.ts';
import { locust } from './locust.ts';
import { longTail } from './long-tail.ts';
import { largerAnswers } from './larger-answers.ts';
import { lookAtDatabase } from './look-at-database.ts';
import { lookAtErrors } from './look-at-errors.ts';
import { loopback } from './loopback.ts';
import { machine } from './machine.ts';
import { memoryLimitNear } from './memory-limit-near.ts';
import { memoryPressure } from './memory-pressure.ts';
import { missingIndex } from './missing-index.ts';
import { moreBaselineRuns } from './more-baseline-runs.ts';
import { nPlusOne } from './n-plus-one.ts';
import { neighbour } from './neighbour.ts';
import { noErrors } from './no-errors.ts';
import { notWatched } from './not-watched.ts';
import { objectiveMet } from './objective-met.ts';
import { objectiveMissed } from './objective-missed.ts';
import { openFilesNear } from './open-files-near.ts';
import { otherConfig } from './other-config.ts';
import { otherMachine } from './other-machine.ts';
import { ownEdits } from './own-edits.ts';
import { ownEngine } from './own-engine.ts';
import { powerSaving } from './power-saving.ts';
import { quietMachine } from './quiet-machine.ts';
import { rampToLimit } from './ramp-to-limit.ts';
import { recovery } from './recovery.ts';
import { relieve } from './relieve.ts';
import { retransmits } from './retransmits.ts';
import { runLonger } from './run-longer.ts';
import { saturated } from './saturated.ts';
import { scaling } from './scaling.ts';
import { screened } from './screened.ts';
import { separateMachine } from './separate-machine.ts';
import { serviceElsewhere } from './service-elsewhere.ts';
import { serviceOneCore } from './service-one-core.ts';
import { sharedMachine } from './shared-machine.ts';
import { shift } from './shift.ts';
import { shortLeak } from './short-leak.ts';
import { shortRun } from './short-run.ts';
import { slowCommand } from './slow-command.ts';
import { slowRequest } from './slow-request.ts';
import { smallPool } from './small-pool.ts';
import { soakDrift } from './soak-drift.ts';
import { soakMemory } from './soak-memory.ts';
import { spikes } from './spikes.ts';
import { stable } from './stable.ts';
import { workers } from './workers.ts';
import { stolenCpu } from './stolen-cpu.ts';
import { takeBaseline } from './take-baseline.ts';
import { thinHistory } from './thin-history.ts';
import { throttledCpu } from './throttled-cpu.ts';
import { tooFewAnswers } from './too-few-answers.ts';
import { unevenWorkers } from './uneven-workers.ts';
import { unread } from './unread.ts';
import { waiting } from './waiting.ts';
import { warmUpLonger } from './warm-up-longer.ts';
import { wholeShift } from './whole-shift.ts';

/** Rules about what was measured. */
export const RULES: readonly Rule[] = [
  // limitations
  acceptanceRefused,
  imported,
  generatorBound,
  ownEdits,
  firstRun,
  otherMachine,
  otherConfig,
  baseFailed,
  screened,
  detectable,
  capacityBeyond,
  thinHistory,
  tooFewAnswers,
  neighbour,
  competition,
  backgroundActivity,
  stolenCpu,
  powerSaving,
  throttledCpu,
  retransmits,
  loopback,
  serviceElsewhere,
  certificateNotVerified,
  sharedMachine,
  machine,
  notWatched,
  unread,
  closedLoop,
  shortRun,
  ownEngine,
  locust,
  k6,
  workers,
  // strengths and weaknesses
  acceptedChange,
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
  cpuLimit,
  shortLeak,
  memoryPressure,
  collection,
  nPlusOne,
  missingIndex,
  slowCommand,
  lockWaits,
  smallPool,
  connectionLimit,
  databaseDominant,
  cacheMisses,
  databaseBound,
  diskBound,
  eventLoopBlocked,
  unevenWorkers,
  serviceOneCore,
  saturated,
  waiting,
  memoryLimitNear,
  openFilesNear,
  headroom,
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
  relieve,
  lookAtDatabase,
  separateMachine,
  rampToLimit,
];
