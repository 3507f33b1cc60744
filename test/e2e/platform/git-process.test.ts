/** A git process whose end is noticed before its last words are read: they are not lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runGit } from '../../../src/platform/git-process.ts';
import { openScratch, type Scratch, worldAt } from '../baseline/scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = openScratch();
});
afterEach(() => scratch[Symbol.dispose]());

/** Keeps the event loop from everything else. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

it('hears what git said while the event loop was busy for long', async () => {
  const world = worldAt(scratch.directory);
  const git = runGit(world, { directory: scratch.directory, config: [] }, [
    '-c',
    'alias.speak=!sleep 1; echo spoken',
    'speak',
  ]);
  // Ends of processes are looked for last, and all at once: while the words of this one are heard git ends too, and its end is seen before its own words. The
  // second pause is longer than what is given to words that are still on their way.
  const other = spawn('echo', ['ready'], { stdio: ['ignore', 'pipe', 'ignore'] });
  other.stdout.on('data', () => block(2_500));
  other.on('exit', () => block(2_500));
  block(500);
  await once(other, 'close');
  const answer = await git;
  expect(answer).toMatchObject({ kind: 'exited', code: 0 });
  expect(answer.stdout.toString()).toBe('spoken\n');
});
