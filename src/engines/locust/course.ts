/** How far a run of Locust is, and what has to happen next: its account is fed, its end asked for, and one that stands still given up. */
import { type Phrase, phrase } from '../../domain/phrase.ts';
import type { LocustPlan } from '../../domain/engine-plan.ts';
import { type Micros, type Millis, millis } from '../../domain/units.ts';
import type { GeneratorJob } from '../load-job.ts';
import { usersOf } from '../shape.ts';
import type { Account } from '../programs/account.ts';
import type { Usage } from './usage.ts';
import type { LocustChild } from './child.ts';
import { locustOld, locustSilent, workerLost, workerNotStarted } from './failures.ts';
import type { LocustDesk } from './locust.ts';
import type { Processes } from './processes.ts';
import { isBefore, OLDEST_WORKERS } from './release.ts';
import type { Starters } from './starters.ts';
import type { WorkerWatch } from './workers.ts';

/** Python, its packages and the user's own, on a busy machine. */
const START_MS = 60_000;
/** Nothing at all for so long: not even a process that computes does that. */
const SILENCE_MS = 30_000;
/** From the end of the last task to the end of the processes. */
const END_MS = 20_000;
/** One that does not begin to stop is asked again. */
const ASK_EVERY_MS = 5_000;

/** How far a run is. Moments are milliseconds of `performance.now()`, but for `stopped`. */
export interface Course {
  /** When Locust was started. */
  readonly began: number;
  account: Account | null;
  /** When all users were there; null before. */
  started: number | null;
  /** When the users were told to stop, by the clock of requests. */
  stopped: Micros | null;
  heard: number;
  interrupted: number | null;
  /** When it was last asked to stop. */
  asked: number;
  /** The measured time has begun, and whoever watches was told. */
  opened: boolean;
  over: boolean;
  readonly tasks: Map<string, number>;
}

/** A run with everything that belongs to it. */
export interface Running {
  readonly job: GeneratorJob;
  readonly plan: LocustPlan;
  readonly desk: LocustDesk;
  readonly processes: Processes;
  readonly course: Course;
  readonly child: LocustChild;
  readonly usage: Usage;
  /** Both null where all of Locust runs here. */
  readonly workers: WorkerWatch | null;
  readonly starters: Starters | null;
}

/** One that begins now. */
export const newCourse = (): Course => ({
  began: performance.now(),
  account: null,
  started: null,
  stopped: null,
  heard: performance.now(),
  interrupted: null,
  asked: 0,
  opened: false,
  over: false,
  tasks: new Map(),
});

/** How long it may take until all users are there. */
export const startOf = ({ spawnRate, workers }: LocustPlan, users: number): Millis =>
  millis(START_MS + (workers?.joinWithin ?? 0) + (1_000 * users) / spawnRate);

/** Kinds of exceptions kept apart: code can invent as many as it likes. */
const TASKS_MAX = 200;

/** Counts an exception of a task. */
export function countTask({ tasks }: Course, message: string): void {
  const known = tasks.has(message) || tasks.size < TASKS_MAX ? message : 'other exceptions';
  tasks.set(known, (tasks.get(known) ?? 0) + 1);
}

/** All processes of this machine that send, this one among them. */
export const pidsOf = ({ processes, starters }: Running): readonly number[] => [
  process.pid,
  ...processes.seen().flatMap(({ pid, relay }) => (relay === null ? [pid] : [])),
  ...(starters?.pids() ?? []),
];

/** The last lines of all that was started. */
export const linesOf = ({ child, starters }: Pick<Running, 'child' | 'starters'>): readonly string[] => [
  ...(starters?.lines() ?? []),
  ...child.lines(),
];

/** Takes the next step. @throws Failure, Untrue */
export function advance(running: Running, now: number): void {
  const { job, plan, desk, processes, course } = running;
  const { account } = course;
  watchWorkers(running, now);
  const until = processes.toldUntil() ?? 0;
  const ready = processes.next();
  if (account === null) {
    if (now - course.began > startOf(plan, usersOf(job.load.executor)))
      silent(running, phrase('locust-no-users'));
    return;
  }
  course.started ??= now;
  if (!course.opened && until >= account.window.begin) {
    course.opened = true;
    if (job.waits) void desk.mayBegin(pidsOf(running));
  }
  account.take(ready);
  if (now - course.heard > SILENCE_MS)
    silent(running, phrase('locust-says-nothing', { seconds: SILENCE_MS / 1_000 }));
  if (course.interrupted === null) {
    if (until >= account.window.end) finish(running, now);
  } else if (now - course.interrupted > job.load.timeout + END_MS) silent(running, phrase('locust-goes-on'));
  else if (course.stopped === null && now - course.asked > ASK_EVERY_MS) askToStop(running, now);
}

/** A load that has lost too many of its workers is no longer the one that was asked for: what is left of its time would be wasted. */
function watchWorkers(running: Running, now: number): void {
  const { plan, desk, processes, course, workers, starters } = running;
  if (workers === null || plan.workers === null) return;
  const release = processes.seen()[0]?.locust ?? null;
  if (isBefore(release, OLDEST_WORKERS))
    throw locustOld({ what: 'locust-old-workers', release, oldest: OLDEST_WORKERS }, linesOf(running));
  const [failed] = starters?.failed() ?? [];
  if (course.account === null && failed !== undefined && processes.joined().length < plan.workers.count)
    throw workerNotStarted(failed, linesOf(running));
  const unsteady = workers.look(now, course.started);
  for (const each of unsteady) desk.notice({ ...each, kind: 'worker', void: workers.isVoid() });
  if (!workers.isVoid() || course.interrupted !== null) return;
  if (!course.opened)
    throw workerLost(
      unsteady.map(({ worker }) => worker),
      linesOf(running),
    );
  finish(running, now);
}

function finish(running: Running, now: number): void {
  running.course.over = true;
  running.course.interrupted = now;
  askToStop(running, now);
}

/** A master that listens to workers loses INT more often than not, and takes some as errors; it is told by TERM at once. */
function askToStop({ course, child, workers }: Running, now: number): void {
  child.interrupt(course.asked > 0 || workers !== null);
  course.asked = now;
}

function silent(running: Running, what: Phrase): never {
  throw locustSilent(what, linesOf(running));
}
