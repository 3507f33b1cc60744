/** The door of the generator process: jobs in by standard input, one after another; progress and a result for each out by standard output. */
import { extname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Failure } from './domain/failure.ts';
import { type Desk, generate } from './engines/generate.ts';
import { readLines, writeLine } from './engines/lines.ts';
import { BEGIN, type GeneratorJob, type GeneratorMessage } from './engines/load-job.ts';
import { LISTENER } from './engines/locust/locust.ts';
import { openPacer, type Pace } from './engines/pacer.ts';

// Rubbish is collected early: on a large machine V8 would let it grow to several times what is needed.
setFlagsFromString('--heap-growing-percent=10');

const tell = (message: GeneratorMessage): Promise<void> => writeLine(process.stdout, message);

let pacing: Promise<Pace> | null = null;
/** Who waits for the gate's word. */
let begin: (() => void) | null = null;
/** The bundle is flat. */
const listener = import.meta.filename.endsWith('.ts') ? join('engines', 'locust', LISTENER) : LISTENER;
const desk: Desk = {
  listener: join(import.meta.dirname, listener),
  tell: (progress) => void tell({ kind: 'progress', progress }),
  notice: (notice) => void tell({ kind: 'notice', notice }),
  mayBegin: (generatorPids = [process.pid]) =>
    new Promise((resolve) => {
      begin = resolve;
      void tell({ kind: 'ready', generatorPids });
    }),
  // One thread for all jobs, started by the first that needs it; it lies beside this file, in the source and in dist alike.
  pacer: () => (pacing ??= openPacer(new URL(`./pacer${extname(import.meta.filename)}`, import.meta.url))),
};

async function work(job: GeneratorJob): Promise<void> {
  try {
    await tell({
      kind: 'result',
      result: await generate(job, desk),
    });
  } catch (error) {
    await tell(messageOf(error));
    process.exit(1);
  }
}

function messageOf(error: unknown): GeneratorMessage {
  if (error instanceof Failure) return { kind: 'given-up', failure: error.detail };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', message };
}

let working = Promise.resolve();
readLines(process.stdin, (job) => {
  if (job === BEGIN) begin?.();
  else if (job !== null) working = working.then(() => work(job as GeneratorJob));
});
// The gate is gone: nobody would read the result, and the load must not go on.
process.stdin.on('end', () => process.exit(1));
process.stdout.on('error', () => process.exit(1));
