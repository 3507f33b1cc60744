#!/usr/bin/env node
/** The door for the command line: this process's arguments and streams in, its exit code out. */
import { takeSecrets } from './platform/tokens.ts';
import { asFailure, EXIT } from './domain/failure.ts';

/** A sweep that hangs does not keep somebody who could not wait. */
const SWEEP_MS = 2_000;
/** With `await using`, which everything below is written in: https://nodejs.org/en/blog/release/v24.0.0 */
const OLDEST_NODE = 24;
/** After this long, a handle that somebody forgot does not keep the terminal. */
const LINGER_MS = 1_000;

// Before anything else is loaded: a child could read them from our memory.
const secrets = takeSecrets(() => undefined);
// Whatever happens before a command has spoken is not a pass.
process.exitCode = EXIT.notMeasured;
ignoreClosedPipe(process.stdout);
ignoreClosedPipe(process.stderr);
process.on('uncaughtException', die);
process.on('unhandledRejection', die);

/** The mark on our processes, as soon as there may be any. */
let tag = '';
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) refuseNode();
// An older Node.js cannot even read what is imported here.
const { main } = await import('./commands/main.ts');
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  secrets,
  cwd: process.cwd(),
  door: import.meta.url,
  onStart: (started) => {
    tag = started;
  },
  onSecondSignal: () => sweepAndExit(EXIT.cancelled),
});
setTimeout(() => process.exit(), LINGER_MS).unref();

function refuseNode(): never {
  process.stderr.write(
    `Loadgate needs Node.js ${OLDEST_NODE} or later, and this is ${process.versions.node}. Install one from https://nodejs.org, or let npm bring it: npx --package node@${OLDEST_NODE} --package loadgate loadgate …\n`,
  );
  process.exit(EXIT.usage);
}

/** A reader that closed its end of the pipe (`| head`) is no error of ours. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** An error that nobody caught: said, cleaned up after, and never a pass nor a regression. */
function die(error: unknown): void {
  const { message, lines } = asFailure(error).detail;
  // Below a live status that may stand there.
  process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${[message, ...lines].join('\n')}\n`);
  sweepAndExit(EXIT.notMeasured);
}

/** Ends the process now, and with it what it started and where that lay. */
function sweepAndExit(exitCode: number): void {
  setTimeout(() => process.exit(exitCode), SWEEP_MS);
  void sweep()
    .catch(() => undefined)
    .finally(() => process.exit(exitCode));
}

async function sweep(): Promise<void> {
  const { sweepLeftovers } = await import('./service/sweep.ts');
  await sweepLeftovers(tag);
  const { removeTemporary, temporaryOf } = await import('./platform/runner-state.ts');
  await removeTemporary(temporaryOf(tag, process.env), process.env);
}
