/** The user's own script of k6 as a load: k6 sends, and the points that it writes are measured. */
import { phrase } from '../../domain/phrase.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { K6Plan } from '../../domain/engine-plan.ts';
import { Failure } from '../../domain/failure.ts';
import { type Micros, micros, type Millis, millis } from '../../domain/units.ts';
import type { ForeignFile } from '../../imported/foreign.ts';
import { k6PointOf } from '../../imported/k6-points.ts';
import { linesOf } from '../../imported/text.ts';
import type { GeneratorJob, LoadProgress, LoadResult } from '../load-job.ts';
import { certificatesIn } from '../programs/certificates.ts';
import { Untrue } from '../programs/untrue.ts';
import { progressOf } from '../programs/progress.ts';
import { usersOf } from '../shape.ts';
import { type K6Child, type K6Exit, startK6, versionOf } from './child.ts';
import { type Course, END_MS, openCourse, START_MS } from './course.ts';
import { COMPLETE, STOPPED } from './exit-codes.ts';
import { k6Ended, k6ExitCode, k6Missing, k6Silent, k6Untrue } from './failures.ts';
import { follow } from './following.ts';
import { readSummary } from './summary.ts';
import { openUsage, type Usage } from './usage.ts';

/** How far the run is, is looked at so often. */
const LOOK_EVERY_MS = 100;
/** Progress is told so often. */
const TELL_EVERY_MS = 250;
/** k6 writes how many users there are every second, so that nothing at all for so long is no rest. */
const SILENCE_MS = 30_000;
/** More than this no disk should be filled with. */
const POINTS_BYTES_MAX = 16 * 2 ** 30;
/** A shorter time is no measurement. */
const SHORTEST: Millis = millis(500);
/** A script whose options are its own may end so much earlier than was asked. */
const SHARE_MIN = 0.8;

/** What the generator's process gives. */
export interface K6Desk {
  readonly tell: (progress: LoadProgress) => void;
  /** Says that the measured time begins, and which processes send it: k6 does not wait for an answer. */
  readonly mayBegin: (generatorPids: readonly number[]) => Promise<void>;
}

/** A run with everything that belongs to it. Moments are milliseconds since 1970. */
interface Running {
  readonly job: GeneratorJob;
  readonly plan: K6Plan;
  readonly desk: K6Desk;
  readonly version: string;
  readonly course: Course;
  readonly child: K6Child;
  readonly usage: Usage;
  readonly began: number;
  readonly state: { opened: boolean; stoppedAt: number | null; told: number; points: number; heard: number };
}

/**
 * Runs k6 and measures. Time counts from the first request of the script, and after the warm-up.
 * @throws Failure kind `usage`, code `k6-missing`; kind `not-measured`, codes `k6-ended`, `k6-exit-code`, `k6-untrue`, `k6-silent`
 */
export async function runK6(job: GeneratorJob, plan: K6Plan, desk: K6Desk): Promise<LoadResult> {
  const found = await versionOf(plan, job.workspace);
  if ('error' in found) throw k6Missing(plan, found.error);
  const folder = await mkdtemp(join(tmpdir(), 'loadgate-k6-'));
  try {
    return await runIn(folder, job, { plan, desk, version: found.version });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runIn(
  folder: string,
  job: GeneratorJob,
  given: Pick<Running, 'plan' | 'desk' | 'version'>,
): Promise<LoadResult> {
  const [points, summary] = [join(folder, 'points.json'), join(folder, 'summary.json')];
  const { load, leadIn = millis(0) } = job;
  const began = Date.now();
  await using child = startK6({
    plan: given.plan,
    workspace: job.workspace,
    url: job.url,
    tls: job.tls,
    users: usersOf(load.executor),
    duration: millis(load.warmUp + leadIn + load.executor.duration),
    points,
    summary,
    env: await certificatesIn(folder, job.tls),
  });
  const course = openCourse(job, Date.now);
  const state = { opened: false, stoppedAt: null, told: 0, points: 0, heard: began };
  const running: Running = { job, ...given, course, child, usage: openUsage(), began, state };
  const stop = new AbortController();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const reading = readPoints(points, course, { written: child.exited, signal: stop.signal });
  reading.catch(broken.reject);
  const ticking = setInterval(() => {
    try {
      advance(running, Date.now());
    } catch (error) {
      broken.reject(error);
    }
  }, LOOK_EVERY_MS);
  try {
    const exit = await Promise.race([child.exited, broken.promise]);
    if (exit.error !== null) throw k6Missing(given.plan, exit.error);
    checkExit(running, exit);
    await Promise.race([reading, broken.promise]).catch((error: unknown) => {
      // A file of nothing is one that was never begun.
      throw course.points() === 0 ? k6Ended(exit, child.lines()) : error;
    });
    return await resultOf(running, exit, summary);
  } catch (error) {
    throw believed(error, child.lines());
  } finally {
    clearInterval(ticking);
    stop.abort();
    await reading.catch(() => undefined);
  }
}

/** A failure of reading is one of k6: what it wrote is not what k6 writes. */
function believed(error: unknown, lines: readonly string[]): unknown {
  if (error instanceof Untrue) return k6Untrue(error.why, lines);
  if (error instanceof RangeError) return k6Untrue(error.message, lines);
  if (error instanceof Failure && error.detail.code.startsWith('import-'))
    return k6Untrue(error.detail.message.replace(/\.$/, ''), lines);
  return error;
}

/** Reads every point of a file that is being written into the course. @throws Failure code `import-…`, Untrue, RangeError for what k6 does not write */
export async function readPoints(
  path: string,
  course: Course,
  { written, signal }: { readonly written: Promise<unknown>; readonly signal: AbortSignal },
): Promise<void> {
  const file: ForeignFile = {
    name: 'its output',
    size: 0,
    writtenAt: 0,
    chunks: () => follow(path, { written, signal, most: POINTS_BYTES_MAX }),
  };
  for await (const { first, lines } of linesOf(file, { isOver: () => false })) {
    for (const [index, line] of lines.entries())
      if (line !== '') course.take(k6PointOf(line, { file: file.name, line: first + index }));
  }
}

/** Takes the next step. @throws Failure for a k6 that stands still */
function advance(running: Running, now: number): void {
  const { job, desk, course, child, usage, began, state } = running;
  usage.look(child.pid, now);
  if (course.points() > state.points) state.heard = now;
  state.points = course.points();
  const account = course.account();
  const pids = [process.pid, ...(child.pid === null ? [] : [child.pid])];
  if (account === null) {
    if (now - began > START_MS) throw k6Silent(phrase('k6-sent-nothing'), child.lines());
  } else {
    if (!state.opened && 1_000 * now >= account.window.begin) {
      state.opened = true;
      if (job.waits) void desk.mayBegin(pids);
    }
    if (state.stoppedAt === null && 1_000 * now >= account.window.end) {
      state.stoppedAt = now;
      child.interrupt();
      state.told = 0;
    }
    if (state.stoppedAt !== null && now - state.stoppedAt > END_MS)
      throw k6Silent(phrase('k6-not-ended'), child.lines());
    if (state.stoppedAt === null && now - state.heard > SILENCE_MS)
      throw k6Silent(phrase('k6-silent', { seconds: SILENCE_MS / 1_000 }), child.lines());
  }
  const over = state.stoppedAt !== null;
  // The end of the measured time is told at once, and is the last that is told.
  if (state.told === Number.POSITIVE_INFINITY || now - state.told < TELL_EVERY_MS) return;
  state.told = over ? Number.POSITIVE_INFINITY : now;
  const known = { job, account, over, until: micros(1_000 * now), since: now - began };
  desk.tell(progressOf({ ...known, generatorPids: pids }));
}

/** @throws Failure for an end that makes all numbers none */
function checkExit({ child, state }: Running, exit: K6Exit): void {
  const isStopped = state.stoppedAt !== null && exit.code === STOPPED;
  if (exit.code === null || !(COMPLETE.includes(exit.code) || isStopped))
    throw k6ExitCode(exit, child.lines());
}

/** Checks that the run was complete, and tells what it came to. @throws Failure, Untrue */
async function resultOf(running: Running, exit: K6Exit, summary: string): Promise<LoadResult> {
  const { job, version, course, child, usage } = running;
  const until = measuredUntil(running);
  const window = course.account()?.window;
  if (until === null || window === undefined) throw k6Ended(exit, child.lines());
  const told = await readSummary(summary);
  course.check(told?.requests ?? null);
  const { latency, ...tallied } = course.close(until);
  return {
    ...tallied,
    bodyBytes: null,
    scenario: job.scenario,
    startedAt: new Date(window.begin / 1_000).toISOString(),
    warmUp: job.load.warmUp,
    users: usersOf(job.load.executor),
    engine: { name: 'k6', version, why: 'asked', k6: course.use(told?.thresholds ?? null) },
    latency: latency.toRecord(),
    generator: usage.read(window.begin / 1_000, until / 1_000, availableParallelism()),
  };
}

/** Up to when it was measured; null for a run that was over too early. */
function measuredUntil({ plan, job, course, state }: Running): Micros | null {
  const window = course.account()?.window;
  if (window === undefined) return null;
  if (state.stoppedAt !== null) return window.end;
  const until = micros(Math.min(window.end, course.last()));
  const lasted = (until - window.begin) / 1_000;
  const least = Math.max(SHORTEST, SHARE_MIN * job.load.executor.duration);
  return plan.shape === 'script' && lasted >= least ? until : null;
}
