/** The clean-up step, which runs even when the step was killed: processes and files that are left, and a runner that listens to commands again. */
import { readState, removeTemporary, resumeLine } from './platform/runner-state.ts';
import { sweepLeftovers } from './service/sweep.ts';

/** First the runner's ears: everything printed after it is read as usual. Does nothing, quietly, when nothing is left. */
async function cleanUp(): Promise<void> {
  const resume = resumeLine(readState(process.env, 'resume-token'));
  if (resume !== null) process.stdout.write(`${resume}\n`);
  const tag = readState(process.env, 'tag');
  const killed = tag === '' ? [] : await sweepLeftovers(tag);
  if (killed.length > 0)
    process.stdout.write(`Stopped what the step had left running: ${killed.join(', ')}\n`);
  await removeTemporary(readState(process.env, 'temporary'), process.env);
}

// Leftovers do not change a verdict that has been given.
await cleanUp().catch((error: unknown) => {
  process.stdout.write(
    `::warning::Loadgate could not clean up: ${String(error).replaceAll(/[\r\n%]+/g, ' ')}\n`,
  );
});
