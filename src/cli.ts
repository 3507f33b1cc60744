#!/usr/bin/env node
/** The door for the command line: this process's arguments and streams in, its exit code out. */
import { main } from './commands/main.ts';
import { EXIT } from './domain/failure.ts';

/** A reader that closed its end of the pipe (`| head`) is no error of ours. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

ignoreClosedPipe(process.stdout);
ignoreClosedPipe(process.stderr);
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  door: import.meta.url,
  onSecondSignal: () => process.exit(EXIT.cancelled),
});
