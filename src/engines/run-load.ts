/** The gate's side of a load: starts the generator process, owns it, and takes its result. */
import { PassThrough } from 'node:stream';
import { asFailure, Failure } from '../domain/failure.ts';
import { type Millis, millis } from '../domain/units.ts';
import { childEnvironment } from '../platform/environment.ts';
import { type ProcessTree, startTree } from '../platform/process.ts';
import type { World } from '../platform/world.ts';
import { readLines, writeLine } from './lines.ts';
import type { GeneratorJob, GeneratorMessage, LoadJob, LoadProgress, LoadResult } from './load-job.ts';

/** Start-up of the process, draining, encoding of histograms, on a busy machine. */
const SLACK = millis(20_000);
const STDERR_LINES = 20;

/**
 * Runs one scenario's load in a process of its own.
 * @throws Failure of `job.died` when the service dies, of `world.signal` when cancelled; `generator-failed` or `generator-hangs` (kind `not-measured`)
 */
export async function runLoad(
  job: LoadJob,
  world: World,
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadResult> {
  job.died.throwIfAborted();
  world.signal.throwIfAborted();
  const output = new PassThrough();
  const complaints: string[] = [];
  await using generator = await startTree(world, {
    command: world.generator,
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
  const result = takeResult(output, generator, complaints, onProgress);
  await send(job, generator);
  return await Promise.race([result, orStopped(job, world, deadlineOf(job))]);
}

/** Measured twice at most: the second time by the other engine. */
function deadlineOf({ load }: LoadJob): Millis {
  return millis(load.warmUp + 2 * (load.executor.duration + load.timeout) + SLACK);
}

async function send(job: LoadJob, generator: ProcessTree): Promise<void> {
  const { scenario, load, url, address, seed } = job;
  const given: GeneratorJob = { scenario, load, url, address, seed };
  // A generator that has ended already is told by its exit.
  if (generator.input !== null) await writeLine(generator.input, given).catch(() => undefined);
}

function takeResult(
  output: PassThrough,
  generator: ProcessTree,
  complaints: readonly string[],
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    readLines(output, (value) => {
      const message = value as GeneratorMessage | null;
      if (message?.kind === 'progress') onProgress(message.progress);
      if (message?.kind === 'result') resolve(message.result);
      if (message?.kind === 'failed') reject(generatorFailed(message.message.split('\n')));
    });
    void Promise.all([generator.exited, generator.drained]).then(([exit]) => {
      const how = exit.signal ?? `exit code ${exit.code}`;
      reject(generatorFailed([`It ended with ${how} before its result.`, ...complaints]));
    });
  });
}

function generatorFailed(lines: readonly string[]): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'generator-failed',
    message: 'The load generator failed.',
    advice: 'Run it again; if it happens again, please report it with the lines below.',
    lines: lines.filter((line) => line.trim() !== '').slice(0, STDERR_LINES),
  });
}

/** Never resolves: rejects when the service dies, somebody stops us, or the deadline passes. */
function orStopped(job: LoadJob, world: World, deadline: Millis): Promise<never> {
  const late = AbortSignal.timeout(deadline);
  const stop = AbortSignal.any([job.died, world.signal, late]);
  return new Promise((_resolve, reject) => {
    const end = (): void =>
      reject(late.aborted && stop.reason === late.reason ? hangs(deadline) : asFailure(stop.reason));
    if (stop.aborted) end();
    else stop.addEventListener('abort', end, { once: true });
  });
}

function hangs(deadline: Millis): Failure {
  return new Failure({
    kind: 'not-measured',
    code: 'generator-hangs',
    message: `The load generator gave no result within ${Math.round(deadline / 1000)} s and was ended.`,
    advice: 'The machine may be overloaded; run it again with fewer users or on a quieter machine.',
  });
}
