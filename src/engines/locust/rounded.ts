/** Locust measured by its own statistics, for one that cannot be listened to. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type { LocustPlan } from '../../domain/engine-plan.ts';
import type { GeneratorReading } from '../../domain/measurement.ts';
import { phrase } from '../../domain/phrase.ts';
import { bytes, type Millis, millis, perSecond, ratio, toSeconds } from '../../domain/units.ts';
import { readKernelFile } from '../../platform/kernel-files.ts';
import type { GeneratorJob, LoadResult } from '../load-job.ts';
import { certificatesIn } from '../programs/certificates.ts';
import { Untrue } from '../programs/untrue.ts';
import { usersOf } from '../shape.ts';
import { type LocustChild, type LocustExit, startLocust } from './child.ts';
import { locustEnded, locustExitCode, locustOld, locustSilent, locustUntrue } from './failures.ts';
import type { LocustDesk } from './locust.ts';
import { isBefore, OLDEST_ROUNDED } from './release.ts';
import { type Occurrence, statedBy } from './statistics.ts';

const TELL_EVERY_MS = 250;
/** Start, and end, of Python on a busy machine. */
const SLACK_MS = 90_000;
const STATISTICS_BYTES_MAX = 64 * 1024 * 1024;
const FAILURES_BYTES_MAX = 4 * 1024 * 1024;
/** A shorter time is no measurement. */
const SHORTEST: Millis = millis(500);

/** A run that could not be listened to, and how it is to be measured all the same. */
export interface Unheard {
  /** For files of its own. */
  readonly folder: string;
  readonly job: GeneratorJob;
  readonly plan: LocustPlan;
  readonly desk: Pick<LocustDesk, 'tell' | 'mayBegin'>;
  /** Of Locust; null where it is not known. */
  readonly release: string | null;
  /** The last that it printed. */
  readonly lines: readonly string[];
}

/**
 * Runs Locust for the warm-up, and again for the measured time, of which its statistics tell once all users are there. Users start anew in between.
 * @throws Failure as the run that is listened to; code `locust-old`; code `locust-untrue` for several processes, whose CPU time nobody would know
 */
export async function runRounded({ folder, job, plan, desk, release, lines }: Unheard): Promise<LoadResult> {
  const { load } = job;
  const users = usersOf(load.executor);
  if (plan.processes > 1) throw locustUntrue(phrase('locust-not-heard'), []);
  if (isBefore(release, OLDEST_ROUNDED))
    throw locustOld({ what: 'locust-old-unheard', release, oldest: OLDEST_ROUNDED }, lines);
  const warmUp = millis(load.warmUp + (job.leadIn ?? 0));
  const env = await certificatesIn(folder, job.tls);
  if (warmUp > 0) await runOnce(job, plan, { phase: 'warm-up', time: warmUp, desk, more: [], env });
  const [statistics, prefix] = [join(folder, 'statistics'), join(folder, 'locust')];
  const more = ['--reset-stats', '--json-file', statistics, '--csv', prefix];
  const startedAt = new Date();
  const run = await runOnce(job, plan, { phase: 'load', time: load.executor.duration, desk, more, env });
  const text = await readBounded(`${statistics}.json`, STATISTICS_BYTES_MAX);
  if (text === null) throw locustEnded(plan, run.exit, run.lines);
  try {
    const messages = messagesOf(await readBounded(`${prefix}_failures.csv`, FAILURES_BYTES_MAX));
    const stated = statedBy(text, messages, users);
    if (stated.elapsed < SHORTEST) throw locustEnded(plan, run.exit, run.lines);
    return {
      ...stated,
      scenario: job.scenario,
      startedAt: startedAt.toISOString(),
      warmUp: load.warmUp,
      users,
      engine: { name: 'locust', version: release ?? 'of an unknown version', why: 'asked' },
      generator: run.generator,
    };
  } catch (error) {
    throw error instanceof Untrue ? locustUntrue(error.why, run.lines) : error;
  }
}

interface Stretch {
  readonly phase: 'warm-up' | 'load';
  readonly time: Millis;
  readonly desk: Pick<LocustDesk, 'tell' | 'mayBegin'>;
  readonly more: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

interface Ended {
  readonly exit: LocustExit;
  readonly lines: readonly string[];
  readonly generator: GeneratorReading;
}

async function runOnce(
  job: GeneratorJob,
  plan: LocustPlan,
  { phase, time, desk, more, env }: Stretch,
): Promise<Ended> {
  const users = usersOf(job.load.executor);
  const seconds = Math.ceil(users / plan.spawnRate + toSeconds(time));
  await using child = startLocust({
    plan,
    workspace: job.workspace,
    url: job.url,
    users,
    patience: job.load.timeout,
    beside: [],
    more: ['--run-time', `${seconds}s`, ...more],
    env,
  });
  const use = openUse(child);
  const began = performance.now();
  const pids = [process.pid, ...(child.pid === null ? [] : [child.pid])];
  if (phase === 'load' && job.waits) void desk.mayBegin(pids);
  const timer = setInterval(() => {
    use.look();
    const elapsed = millis(Math.min(time, performance.now() - began));
    desk.tell({
      phase,
      elapsed,
      total: time,
      throughput: perSecond(0),
      p95: null,
      errors: 0,
      second: null,
      generatorPids: pids,
    });
  }, TELL_EVERY_MS);
  const limit = new AbortController();
  try {
    const late = sleep(1_000 * seconds + job.load.timeout + SLACK_MS, null, { signal: limit.signal });
    late.catch(() => undefined);
    const exit = await Promise.race([child.exited, late]);
    if (exit === null) throw locustSilent(phrase('locust-overtime'), child.lines());
    if (exit.error !== null) throw locustEnded(plan, exit, child.lines());
    if (exit.code !== 0 && exit.code !== 1) throw locustExitCode(exit, child.lines());
    return { exit, lines: child.lines(), generator: use.read() };
  } finally {
    clearInterval(timer);
    limit.abort();
  }
}

const TICKS_A_SECOND = 100;
const PAGE = 4_096;

/** CPU time of the one process, by looks; what it takes to start is the least of a run, and part of it. */
function openUse(child: LocustChild) {
  const looks: { readonly at: number; readonly ticks: number; readonly memory: number }[] = [];
  return {
    look(): void {
      const text = child.pid === null ? null : readKernelFile('/', `proc/${child.pid}/stat`);
      // Fields after the name, which is in parentheses: utime is the 14th of all, stime the 15th, rss the 24th (proc(5)).
      const fields =
        text
          ?.slice(text.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number) ?? [];
      const ticks = (fields[11] ?? Number.NaN) + (fields[12] ?? Number.NaN);
      const memory = PAGE * (fields[21] ?? Number.NaN);
      if (Number.isFinite(ticks + memory)) looks.push({ at: performance.now(), ticks, memory });
    },
    read(): GeneratorReading {
      const [first, last] = [looks[0], looks.at(-1)];
      const seconds = Math.max(0.1, ((last?.at ?? 0) - (first?.at ?? 0)) / 1_000);
      const cpu = ((last?.ticks ?? 0) - (first?.ticks ?? 0)) / TICKS_A_SECOND / seconds;
      return {
        cpu: ratio(cpu),
        eventLoop: ratio(Math.min(1, cpu)),
        eventLoopDelayP99: millis(0),
        runQueueDelay: null,
        memory: bytes(Math.max(0, ...looks.map(({ memory }) => memory))),
      };
    },
  };
}

/** Null where there is no such file, or it is too large. */
async function readBounded(path: string, most: number): Promise<string | null> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    return size > most ? null : await file.readFile('utf8');
  } catch {
    return null;
  }
}

/** `Method,Name,Error,Occurrences,…`; what cannot be read tells nothing. */
function messagesOf(text: string | null): readonly Occurrence[] {
  if (text === null) return [];
  try {
    const rows = parse(text, { relax_column_count: true, max_record_size: 1024 * 1024 });
    return rows
      .slice(1)
      .flatMap(([, , message = '', count = '']) =>
        /^\d{1,9}$/.test(count) ? [{ message, count: Number(count) }] : [],
      );
  } catch {
    return [];
  }
}
