/**
 * Writers that race for the branch of accepted runs, in real clones of a real remote: how many runs were lost, duplicated or forced, and whether any checkout
 * changed. `npm run bench:writers -- --writers 20 --rounds 50`
 */
import { parseArgs } from 'node:util';
import { branchFileOf } from '../src/baseline/branch-store.ts';
import { count, raceOnce, racePlan } from '../test/branch/race.ts';
import { forcedPushes, openRemote, writerByGit } from '../test/branch/remote.ts';
import { git, openScratch, photograph } from '../test/e2e/baseline/scratch.ts';

const { values } = parseArgs({
  options: { writers: { type: 'string', default: '20' }, rounds: { type: 'string', default: '50' } },
});
const writers = bounded('writers', values.writers, 40);
const rounds = bounded('rounds', values.rounds, 200);

using scratch = openScratch();
const remote = openRemote(scratch.directory);
const worlds = Array.from({ length: writers }, (_, index) => remote.clone(`writer-${index}`));
const before = worlds.map(({ workspace }) => photograph(workspace));
const started = performance.now();
for (let round = 0; round < rounds; round += 1) {
  await raceOnce(worlds.map(writerByGit), round);
  process.stdout.write(`round ${round + 1} of ${rounds}\n`);
}
const seconds = Math.round((performance.now() - started) / 1000);
const text = git(remote.directory, 'show', `loadgate:${branchFileOf(racePlan.suite)}`);
const { lost, duplicated } = count(text, writers, rounds);
const entered = remote.updates().length - 1;
const changed = worlds.filter(({ workspace }, index) => photograph(workspace) !== before[index]).length;
const forced = forcedPushes(remote);
process.stdout.write(
  `${writers} writers × ${rounds} rounds in ${seconds} s: ${entered} commits for ${writers * rounds} runs, ${lost} lost, ${duplicated} duplicated, ${forced} forced pushes, ${changed} checkouts changed\n`,
);
if (lost + duplicated + forced + changed > 0 || entered !== writers * rounds) process.exitCode = 1;

/** @throws Error unless it is a whole number from 1 to `most` */
function bounded(name: string, typed: string, most: number): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`--${name} takes a whole number from 1 to ${most}, not "${typed}".`);
}
