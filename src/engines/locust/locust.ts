/** The user's own locustfile as a load: Locust sends, and what its listener tells is measured. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import type { LocustPlan } from '../../domain/engine-plan.ts';
import { type Micros, micros, type Millis, millis } from '../../domain/units.ts';
import type { GeneratorJob, LoadProgress, LoadResult } from '../load-job.ts';
import { usersOf } from '../shape.ts';
import { type Account, openAccount, openUsage, type Usage } from './account.ts';
import { certificatesIn, type LocustChild, type LocustExit, startLocust } from './child.ts';
import { locustEnded, locustExitCode, locustSilent, locustUntrue } from './failures.ts';
import { listen } from './listening.ts';
import { openProcesses, type Processes } from './processes.ts';
import { Untrue } from './stream.ts';
import { progressOf } from './telling.ts';

/** Name of the file that is loaded beside the locustfile. */
export const LISTENER = 'loadgate_listener.py';

/** What is known of the run so far is looked at so often. */
const LOOK_EVERY_MS = 100;
/** Progress is told so often. */
const TELL_EVERY_MS = 250;
/** Python, its packages and the user's own, on a busy machine. */
const START_MS = 60_000;
/** Nothing at all for so long: not even a process that computes does that. */
const SILENCE_MS = 30_000;
/** From the end of the last task to the end of the processes. */
const END_MS = 20_000;
/** One that does not begin to stop is asked again. */
const ASK_EVERY_MS = 5_000;
/** A shorter time is no measurement. */
const SHORTEST: Millis = millis(500);
/** The clock of Locust's machine is this one's: what it says of time may be late, but not early. */
const CLOCK_SHARE = 0.8;

/** What the generator's process gives. */
export interface LocustDesk {
  readonly tell: (progress: LoadProgress) => void;
  /** Says that the measured time begins, and which processes send it: nobody can make Locust wait for an answer. */
  readonly mayBegin: (generatorPids: readonly number[]) => Promise<void>;
  /** The file that is loaded beside the locustfile. */
  readonly listener: string;
}

/**
 * Runs Locust and measures. Time counts from when all users are there, and after the warm-up.
 * @throws Failure kind `usage`, code `locust-missing`; kind `not-measured`, codes `locust-ended`, `locust-module-missing`, `locust-untrue`, `locust-silent`, `locust-exit-code`
 */
export async function runLocust(job: GeneratorJob, plan: LocustPlan, desk: LocustDesk): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'loadgate-locust-'));
  try {
    return await runIn(folder, job, plan, desk);
  } catch (error) {
    if (!(error instanceof Failure) || !cannotListen(error)) throw error;
    const { runRounded } = await import('./rounded.ts');
    return await runRounded(folder, job, plan, desk);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long it may take until all users are there. */
export const startOf = ({ spawnRate }: LocustPlan, users: number): Millis =>
  millis(START_MS + (1_000 * users) / spawnRate);

/** The listener ended Locust, or Locust could not load it. */
const cannotListen = ({ detail }: Failure): boolean =>
  detail.code === 'locust-ended' &&
  detail.lines.some((line) => line.includes('Loadgate cannot listen') || line.includes(LISTENER));

/** How far a run is. */
interface Course {
  account: Account | null;
  /** When all users were there, by our own clock. */
  readonly started: { at: number };
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

async function runIn(
  folder: string,
  job: GeneratorJob,
  plan: LocustPlan,
  desk: LocustDesk,
): Promise<LoadResult> {
  const course = newCourse();
  const usage = openUsage(() => course.account?.window ?? null);
  const processes = openProcesses({
    onAll(at) {
      // A load shape has many moments at which all users are there; the first one counts.
      course.account ??= openAccount(windowOf(at, job), usage.usersAt);
    },
    onStop(at) {
      course.stopped ??= at;
    },
    onBeat: (beat, { pid }) => usage.take(pid, beat),
    onTask: (message) => countTask(course.tasks, message),
  });
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const path = join(folder, 's');
  await using server = await listen(path, processes, {
    onHeard: () => {
      course.heard = performance.now();
    },
    onBroken: broken.reject,
  });
  const { load } = job;
  await using child = startLocust({
    plan,
    workspace: job.workspace,
    url: job.url,
    users: usersOf(load.executor),
    patience: load.timeout,
    beside: [desk.listener],
    more: [],
    env: { ...(await certificatesIn(folder, job.tls)), LOADGATE_LOCUST_SOCKET: path },
  });
  const watch = watchOver({ job, plan, desk, processes, course, child, usage }, broken.reject);
  try {
    const exit = await Promise.race([child.exited, broken.promise]);
    await Promise.race([server.quiet(), broken.promise]);
    return resultOf({ job, plan, processes, course, child, usage, desk }, exit);
  } catch (error) {
    throw error instanceof Untrue ? locustUntrue(error.message, child.lines()) : error;
  } finally {
    clearInterval(watch);
  }
}

/** Kinds of exceptions kept apart: code can invent as many as it likes. */
const TASKS_MAX = 200;

function countTask(tasks: Course['tasks'], message: string): void {
  const known = tasks.has(message) || tasks.size < TASKS_MAX ? message : 'other exceptions';
  tasks.set(known, (tasks.get(known) ?? 0) + 1);
}

const newCourse = (): Course => ({
  account: null,
  started: { at: 0 },
  stopped: null,
  heard: performance.now(),
  interrupted: null,
  asked: 0,
  opened: false,
  over: false,
  tasks: new Map(),
});

function windowOf(all: Micros, { load, leadIn = millis(0) }: GeneratorJob): Account['window'] {
  const begin = micros(all + 1_000 * (load.warmUp + leadIn));
  return { begin, end: micros(begin + 1_000 * load.executor.duration) };
}

interface Running {
  readonly job: GeneratorJob;
  readonly plan: LocustPlan;
  readonly desk: LocustDesk;
  readonly processes: Processes;
  readonly course: Course;
  readonly child: LocustChild;
  readonly usage: Usage;
}

/** Feeds the account, ends the run when its time is over, gives up on one that stands still, and tells how far it is. */
function watchOver(running: Running, fail: (reason: Error) => void): NodeJS.Timeout {
  const began = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let toldOver = false;
  return setInterval(() => {
    const now = performance.now();
    try {
      advance(running, began, now);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
    // The end of the measured time is told at once, and is the last that is told.
    const { over } = running.course;
    if (toldOver || (now - told < TELL_EVERY_MS && !over)) return;
    told = now;
    toldOver = over;
    const { job, desk, processes, course } = running;
    const { account, over: isOver } = course;
    const known = { job, account, until: processes.toldUntil(), since: now - began, over: isOver };
    desk.tell(progressOf({ ...known, generatorPids: pidsOf(processes) }));
  }, LOOK_EVERY_MS);
}

function advance({ job, plan, desk, processes, course, child }: Running, began: number, now: number): void {
  const { account } = course;
  const until = processes.toldUntil() ?? 0;
  const ready = processes.next();
  const silent = (what: string): never => {
    throw locustSilent(what, child.lines());
  };
  if (account === null) {
    if (now - began > startOf(plan, usersOf(job.load.executor)))
      silent('did not get all its users to work in time');
    return;
  }
  if (course.started.at === 0) course.started.at = now;
  if (!course.opened && until >= account.window.begin) {
    course.opened = true;
    if (job.waits) void desk.mayBegin(pidsOf(processes));
  }
  account.take(ready);
  if (now - course.heard > SILENCE_MS) silent(`has said nothing for ${SILENCE_MS / 1_000} s`);
  if (course.interrupted === null) {
    if (until < account.window.end) return;
    course.over = true;
    course.interrupted = now;
    askToStop(course, child, now);
  } else if (now - course.interrupted > job.load.timeout + END_MS) silent('did not end when it was asked to');
  else if (course.stopped === null && now - course.asked > ASK_EVERY_MS) askToStop(course, child, now);
}

function askToStop(course: Course, child: LocustChild, now: number): void {
  child.interrupt(course.asked > 0);
  course.asked = now;
}

const pidsOf = (processes: Processes): readonly number[] => [
  process.pid,
  ...processes.seen().map(({ pid }) => pid),
];

/** Checks that the run was complete, and tells what it came to. @throws Failure, Untrue */
function resultOf(running: Running, exit: LocustExit): LoadResult {
  const { job, plan, processes, course, child, usage } = running;
  const { account } = course;
  const measuredUntil = Math.min(course.stopped ?? Number.POSITIVE_INFINITY, account?.window.end ?? 0);
  if (account === null || measuredUntil - account.window.begin < 1_000 * SHORTEST)
    throw locustEnded(plan, exit, child.lines());
  if (exit.code !== 0 && exit.code !== 1) throw locustExitCode(exit, child.lines());
  if (!processes.complete()) throw new Untrue('not every process told how much it measured');
  account.take(processes.next());
  const lasted = (measuredUntil - account.window.begin) / 1_000;
  if (performance.now() - course.started.at < CLOCK_SHARE * lasted - LOOK_EVERY_MS)
    throw new Untrue('its time went faster than ours');
  const { latency, errors, ...tallied } = account.close(micros(measuredUntil));
  const tasks = [...course.tasks]
    .toSorted(([, one], [, other]) => other - one)
    .map(([message, count]) => ({ message: `in a task: ${message}`, count }));
  return {
    ...tallied,
    scenario: job.scenario,
    startedAt: dateOf(course, job).toISOString(),
    warmUp: job.load.warmUp,
    users: usersOf(job.load.executor),
    engine: { name: 'locust', version: processes.seen()[0]?.locust ?? '', why: 'asked' },
    latency: latency.toRecord(),
    errors: [...errors, ...tasks].slice(0, ERRORS_MAX),
    generator: usage.read(account.window),
  };
}

/** When the measured time began. */
function dateOf({ started }: Course, { load, leadIn = millis(0) }: GeneratorJob): Date {
  return new Date(Date.now() - (performance.now() - started.at) + load.warmUp + leadIn);
}

/** As many as a slice keeps. */
const ERRORS_MAX = 20;
