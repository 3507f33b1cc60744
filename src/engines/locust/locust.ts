/** The user's own locustfile as a load: Locust sends, and what its listener tells is measured. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocustPlan } from '../../domain/engine-plan.ts';
import { Failure } from '../../domain/failure.ts';
import { phrase } from '../../domain/phrase.ts';
import { type Millis, micros, millis } from '../../domain/units.ts';
import type { GeneratorJob, LoadNotice, LoadProgress, LoadResult } from '../load-job.ts';
import { openAccount, windowOf } from '../programs/account.ts';
import { certificatesIn } from '../programs/certificates.ts';
import { progressOf } from '../programs/progress.ts';
import { Untrue } from '../programs/untrue.ts';
import { usersOf } from '../shape.ts';
import { type LocustExit, startLocust } from './child.ts';
import { advance, type Course, countTask, linesOf, newCourse, pidsOf, type Running } from './course.ts';
import { locustEnded, locustExitCode, locustOld, locustUntrue } from './failures.ts';
import { listen } from './listening.ts';
import { openProcesses } from './processes.ts';
import { isBefore, OLDEST, OLDEST_PROCESSES, releaseOf, takesNoList } from './release.ts';
import { startWorkers } from './starters.ts';
import { openUsage } from './usage.ts';
import { openWorkerWatch } from './workers.ts';

/** Name of the file that is loaded beside the locustfile. */
export const LISTENER = 'loadgate_listener.py';

/** What is known of the run so far is looked at so often. */
const LOOK_EVERY_MS = 100;
/** Progress is told so often. */
const TELL_EVERY_MS = 250;
/** A shorter time is no measurement. */
const SHORTEST: Millis = millis(500);
/** The clock of Locust's machine is this one's: what it says of time may be late, but not early. */
const CLOCK_SHARE = 0.8;

/** What the generator's process gives. */
export interface LocustDesk {
  readonly tell: (progress: LoadProgress) => void;
  /** Says at once what is not as it should be. */
  readonly notice: (notice: LoadNotice) => void;
  /** Says that the measured time begins, and which processes send it: nobody can make Locust wait for an answer. */
  readonly mayBegin: (generatorPids: readonly number[]) => Promise<void>;
  /** The file that is loaded beside the locustfile. */
  readonly listener: string;
}

/**
 * Runs Locust and measures. Time counts from when all users are there, and after the warm-up.
 * @throws Failure kind `usage`, code `locust-missing`; kind `not-measured`, codes `locust-ended`, `locust-old`, `locust-module-missing`, `locust-untrue`, `locust-silent`, `locust-exit-code`, and of
 * workers on other machines `locust-workers-missing`, `locust-worker-not-started`, `locust-workers-deaf`, `locust-worker-lost`
 */
export async function runLocust(job: GeneratorJob, plan: LocustPlan, desk: LocustDesk): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'loadgate-locust-'));
  try {
    return await runIn(folder, job, plan, desk);
  } catch (error) {
    if (!(error instanceof Failure) || error.detail.code !== 'locust-ended') throw error;
    const release = await releaseOf(plan, job.workspace);
    const { lines } = error.detail;
    if (isBefore(release, OLDEST) || takesNoList(lines))
      throw locustOld({ what: 'locust-old', release, oldest: OLDEST }, lines);
    if (plan.processes > 1 && isBefore(release, OLDEST_PROCESSES))
      throw locustOld({ what: 'locust-old-processes', release, oldest: OLDEST_PROCESSES }, lines);
    if (!cannotListen(error)) throw error;
    const { runRounded } = await import('./rounded.ts');
    return await runRounded({ folder, job, plan, desk, release, lines });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The listener ended Locust, or Locust could not load it. */
const cannotListen = ({ detail }: Failure): boolean =>
  detail.lines.some((line) => line.includes('Loadgate cannot listen') || line.includes(LISTENER));

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
    onBeat: (beat, { key }) => usage.take(key, beat),
    onTask: (message) => countTask(course, message),
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
  const { load, url, workspace } = job;
  await using child = startLocust({
    plan,
    workspace,
    url,
    users: usersOf(load.executor),
    patience: load.timeout,
    beside: [desk.listener],
    more: [],
    env: { ...(await certificatesIn(folder, job.tls)), LOADGATE_LOCUST_SOCKET: path },
  });
  await using starters =
    plan.workers === null ? null : startWorkers({ plan, workers: plan.workers, workspace, folder });
  const lines = (): readonly string[] => linesOf({ child, starters });
  const watching = { began: course.began, lines, onLost: usage.forget };
  const workers = plan.workers === null ? null : openWorkerWatch(plan.workers, processes, watching);
  const running = { job, plan, desk, processes, course, child, usage, workers, starters };
  const ticking = tick(running, broken.reject);
  try {
    const exit = await Promise.race([child.exited, broken.promise]);
    await Promise.race([server.quiet(), broken.promise]);
    return resultOf(running, exit);
  } catch (error) {
    throw error instanceof Untrue ? locustUntrue(error.why, lines()) : error;
  } finally {
    clearInterval(ticking);
  }
}

/** Looks again and again at how far the run is, and tells it. */
function tick(running: Running, fail: (reason: Error) => void): NodeJS.Timeout {
  const { job, desk, processes, course } = running;
  let told = Number.NEGATIVE_INFINITY;
  let toldOver = false;
  return setInterval(() => {
    const now = performance.now();
    try {
      advance(running, now);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
    // The end of the measured time is told at once, and is the last that is told.
    const { account, over } = course;
    if (toldOver || (now - told < TELL_EVERY_MS && !over)) return;
    told = now;
    toldOver = over;
    const known = { job, account, over, until: processes.toldUntil(), since: now - course.began };
    desk.tell(progressOf({ ...known, generatorPids: pidsOf(running) }));
  }, LOOK_EVERY_MS);
}

/** Checks that the run was complete, and tells what it came to. @throws Failure, Untrue */
function resultOf(running: Running, exit: LocustExit): LoadResult {
  const { job, plan, processes, course, usage, workers } = running;
  const { account, started } = course;
  const measuredUntil = Math.min(course.stopped ?? Number.POSITIVE_INFINITY, account?.window.end ?? 0);
  if (account === null || started === null || measuredUntil - account.window.begin < 1_000 * SHORTEST)
    throw locustEnded(plan, exit, linesOf(running));
  if (exit.code !== 0 && exit.code !== 1) throw locustExitCode(exit, linesOf(running));
  workers?.close();
  if (!processes.complete()) throw new Untrue(phrase('locust-processes-open'));
  account.take(processes.next());
  const lasted = (measuredUntil - account.window.begin) / 1_000;
  if (performance.now() - started < CLOCK_SHARE * lasted - LOOK_EVERY_MS)
    throw new Untrue(phrase('locust-time-fast'));
  const { latency, errors, ...tallied } = account.close(micros(measuredUntil));
  return {
    ...tallied,
    scenario: job.scenario,
    startedAt: dateOf(started, job).toISOString(),
    warmUp: job.load.warmUp,
    users: usersOf(job.load.executor),
    engine: {
      name: 'locust',
      version: processes.seen()[0]?.locust ?? '',
      why: 'asked',
      ...(workers !== null && { workers: workers.read(account.window) }),
    },
    latency: latency.toRecord(),
    errors: [...errors, ...tasksOf(course)].slice(0, ERRORS_MAX),
    generator: usage.read(account.window),
  };
}

const tasksOf = ({ tasks }: Course): LoadResult['errors'] =>
  [...tasks]
    .toSorted(([, one], [, other]) => other - one)
    .map(([message, count]) => ({ message: `in a task: ${message}`, count }));

/** When the measured time began. */
const dateOf = (started: number, { load, leadIn = millis(0) }: GeneratorJob): Date =>
  new Date(Date.now() - (performance.now() - started) + load.warmUp + leadIn);

/** As many as a slice keeps. */
const ERRORS_MAX = 20;
