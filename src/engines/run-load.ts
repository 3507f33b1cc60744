/** The gate's side of a load: starts the generator process, owns it, gives it jobs, and takes their results. */
import { type Phrase, phrase } from '../domain/phrase.ts';
import { PassThrough } from 'node:stream';
import { asFailure, Failure } from '../domain/failure.ts';
import type { Load } from '../domain/plan.ts';
import { type Millis, millis } from '../domain/units.ts';
import { onCores } from '../platform/cores.ts';
import { childEnvironment } from '../platform/environment.ts';
import { type ProcessTree, startTree } from '../platform/process.ts';
import type { Vault } from '../platform/vault.ts';
import type { World } from '../platform/world.ts';
import { readWholeLines, writeLine } from './lines.ts';
import {
  BEGIN,
  type GeneratorJob,
  type LoadJob,
  type LoadNotice,
  type LoadProgress,
  type LoadResult,
} from './load-job.ts';
import { K6_AROUND } from './k6/course.ts';
import { startOf } from './locust/course.ts';
import { readMessage } from './messages.ts';
import { usersOf } from './shape.ts';

/** Start-up of the process, draining, encoding of histograms, on a busy machine. */
const SLACK = millis(20_000);
const STDERR_LINES = 20;

/** A generator process that takes one job after another. Disposing it ends it. */
export interface Generator extends AsyncDisposable {
  readonly pid: number;
  /** Its process, and those that it started for the load that is on. */
  readonly pids: () => readonly number[];
  /**
   * Puts one load on one service and waits for its end. One at a time. After a failure the process is of no more use.
   * @throws Failure of `job.died` when the service dies, of `world.signal` when cancelled; `certificate-refused`, `http2-not-spoken`, `generator-failed`, `generator-unreadable` or `generator-hangs` (kind `not-measured`)
   */
  load(job: LoadJob, onProgress: (progress: LoadProgress) => void): Promise<LoadResult>;
}

/** Runs one load in a generator of its own. `slack`: as of {@link openGenerator}. @throws Failure as {@link Generator.load} */
export async function runLoad(
  job: LoadJob,
  world: World,
  onProgress: (progress: LoadProgress) => void,
  slack: Millis = SLACK,
): Promise<LoadResult> {
  job.died.throwIfAborted();
  world.signal.throwIfAborted();
  await using generator = await openGenerator(world, null, slack);
  return await generator.load(job, onProgress);
}

/** Who waits for the generator's next words. */
interface Waiting {
  /** What is measured. */
  readonly scenario: string;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly onReady: (generatorPids: readonly number[]) => void;
  readonly onNotice: (notice: LoadNotice) => void;
  readonly resolve: (result: LoadResult) => void;
  readonly reject: (reason: Failure) => void;
}

/**
 * Starts a generator process, on certain cores where some are given. `slack`: how much longer than its load a job may take before the process is ended.
 * @throws Failure when it cannot be started
 */
export async function openGenerator(
  world: World,
  cores: readonly number[] | null = null,
  slack: Millis = SLACK,
): Promise<Generator> {
  const output = new PassThrough();
  const complaints: string[] = [];
  const tree = await startTree(world, {
    command: onCores(world.generator, cores),
    directory: world.temporary,
    env: childEnvironment(world.env),
    input: true,
    grace: millis(0),
    onOutput: (stream, chunk) => {
      if (stream === 'stdout') output.write(chunk);
      else complaints.push(...chunk.toString('utf8').split('\n'));
      complaints.splice(0, complaints.length - STDERR_LINES);
    },
  });
  const waiting = takeMessages(output, tree, complaints);
  let pids: readonly number[] = [tree.pid];
  return {
    pid: tree.pid,
    pids: () => pids,
    async load(job, onProgress) {
      job.died.throwIfAborted();
      world.signal.throwIfAborted();
      const result = new Promise<LoadResult>((resolve, reject) => {
        const follow = (progress: LoadProgress): void => {
          pids = progress.generatorPids;
          onProgress(progress);
        };
        const onReady = (generatorPids: readonly number[]): void =>
          void letBegin(job, tree, generatorPids).catch((error: unknown) => reject(asFailure(error)));
        const onNotice = (notice: LoadNotice): void => world.log.warning(noticeLine(notice));
        waiting.next({ scenario: job.scenario, onProgress: follow, onReady, onNotice, resolve, reject });
      });
      const deadline = deadlineOf(job, slack);
      const stopped = orStopped(job, world, deadline);
      await send(job, tree, { secrets: secretsOf(job.load, world.vault), workspace: world.workspace });
      return await Promise.race([result, stopped.promise]).finally(() => stopped.forget());
    },
    [Symbol.asyncDispose]: () => tree[Symbol.asyncDispose](),
  };
}

/** Measured twice at most: the second time by the other engine. What Locust and k6 take to begin and to end, their engines have deadlines of their own for. */
function deadlineOf({ load, leadIn = millis(0) }: LoadJob, slack: Millis): Millis {
  const once = leadIn + load.executor.duration + load.timeout;
  const locust = load.locust === undefined ? 0 : startOf(load.locust, usersOf(load.executor));
  const k6 = load.k6 === undefined ? 0 : K6_AROUND;
  return millis(load.warmUp + 2 * once + locust + k6 + slack);
}

/** Values by name: from the environment to the generator, past everything that is written down. @throws Failure kind `usage` when one is not set */
function secretsOf({ secrets }: Load, vault: Vault): GeneratorJob['secrets'] {
  return Object.fromEntries(
    secrets.map((name) => {
      const value = vault.take(name);
      if (value === null) throw secretMissing(name);
      return [name, value];
    }),
  );
}

async function send(
  job: LoadJob,
  generator: ProcessTree,
  more: Pick<GeneratorJob, 'secrets' | 'workspace'>,
): Promise<void> {
  const { died: _, beforeLoad, ...given } = job;
  const waits = beforeLoad !== undefined;
  // A generator that has ended already is told by its exit.
  if (generator.input !== null)
    await writeLine(generator.input, { ...given, waits, ...more } satisfies GeneratorJob).catch(
      () => undefined,
    );
}

/** The generator is ready for a measured stretch: it may begin as soon as everybody who watches does. */
async function letBegin(
  { beforeLoad }: LoadJob,
  generator: ProcessTree,
  pids: readonly number[],
): Promise<void> {
  await beforeLoad?.(pids);
  if (generator.input !== null) await writeLine(generator.input, BEGIN).catch(() => undefined);
}

/** Characters of what is no message that are shown. */
const QUOTED_MAX = 300;

/**
 * Gives each message to whoever waits; the process's end is the last one, and is told to all who come later. So is the first thing it says that is no message, or
 * that nobody waits for: whatever it measures after that is not believed.
 */
export function takeMessages(
  output: PassThrough,
  generator: Pick<ProcessTree, 'exited' | 'drained'>,
  complaints: readonly string[],
) {
  let current: Waiting | null = null;
  let end: Failure | null = null;
  const settle = (how: (waiting: Waiting) => void, line: string): void => {
    if (current === null) return fail(unreadable('nobody waits for it', line));
    const waiting = current;
    current = null;
    how(waiting);
  };
  const fail = (failure: Failure): void => {
    end ??= failure;
    current?.reject(end);
    current = null;
  };
  const take = (line: string): void => {
    if (end !== null) return;
    const read = readMessage(line);
    if ('why' in read) return fail(unreadable(read.why, line));
    const { message } = read;
    switch (message.kind) {
      case 'progress':
        return current?.onProgress(message.progress);
      case 'notice':
        return current?.onNotice(message.notice);
      case 'ready':
        return current === null
          ? fail(unreadable('nobody waits for it', line))
          : current.onReady(message.generatorPids);
      case 'result':
        return current !== null && message.result.scenario !== current.scenario
          ? fail(unreadable(`it is of another scenario than ${JSON.stringify(current.scenario)}`, line))
          : settle((waiting) => waiting.resolve(message.result), line);
      case 'given-up':
        return settle((waiting) => waiting.reject(new Failure(message.failure)), line);
      case 'failed':
        return settle((waiting) => waiting.reject(generatorFailed(message.message.split('\n'))), line);
    }
  };
  readWholeLines(output, take, (why) => fail(unreadable(why, '')));
  void Promise.all([generator.exited, generator.drained]).then(([exit]) => {
    const ending = exit.signal ?? phrase('generator-exit', { code: String(exit.code) });
    fail(generatorFailed([phrase('generator-ended', { ending }), ...complaints]));
  });
  return {
    next(waiting: Waiting): void {
      current = waiting;
      if (end !== null) waiting.reject(end);
    },
  };
}

/** The process said something that is no message. */
function unreadable(why: string, line: string): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'generator-unreadable',
    message: phrase('generator-unreadable'),
    advice: phrase('generator-failed-advice'),
    lines: [why, line.slice(0, QUOTED_MAX)].filter((each) => each.trim() !== ''),
  });
}

/** `The worker load-2 (10.0.0.3) was lost: nothing was heard of it for 4.1 s. The measurement is void.` */
function noticeLine({ what, worker, silent, void: isVoid }: LoadNotice): string {
  const fate = isVoid ? 'The measurement is void.' : 'The configuration allows for it.';
  return what === 'lost'
    ? `The worker ${worker} was lost: nothing was heard of it for ${(silent / 1_000).toFixed(1)} s. ${fate}`
    : `The worker ${worker} came when the load was on already. ${fate}`;
}

function generatorFailed(lines: readonly (Phrase | string)[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'generator-failed',
    message: phrase('generator-failed'),
    advice: phrase('generator-failed-advice'),
    lines: lines.filter((line) => typeof line !== 'string' || line.trim() !== '').slice(0, STDERR_LINES),
  });
}

function secretMissing(name: string): Failure {
  return new Failure({
    kind: 'usage',
    code: 'secret-missing',
    message: phrase('secret-missing', { name }),
    advice: phrase('secret-missing-advice'),
  });
}

/** Rejects when the service dies, somebody stops us, or the deadline passes; until it is forgotten. */
function orStopped(
  job: LoadJob,
  world: World,
  deadline: Millis,
): { readonly promise: Promise<never>; forget(): void } {
  const forgotten = new AbortController();
  const promise = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(hangs(deadline)), deadline);
    forgotten.signal.addEventListener('abort', () => clearTimeout(timer));
    for (const stop of [job.died, world.signal]) {
      const end = (): void => reject(asFailure(stop.reason));
      if (stop.aborted) end();
      else stop.addEventListener('abort', end, { once: true, signal: forgotten.signal });
    }
  });
  // It may be forgotten before anybody waits.
  promise.catch(() => undefined);
  return { promise, forget: () => forgotten.abort() };
}

function hangs(deadline: Millis): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'generator-hangs',
    message: phrase('generator-hangs', { seconds: Math.round(deadline / 1000) }),
    advice: phrase('generator-hangs-advice'),
  });
}
