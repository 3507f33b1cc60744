/**
 * How long the Action itself takes: from its start until all of it is loaded and it does its first work (the first command of git), and from the end of the load to its exit with
 * the comment posted. Through dist/, against a local GitHub. `npm run bench:action`
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { openGitHub, openShop, pullRequestStep, type Shop } from '../test/e2e/action/cases.ts';
import { CONFIG } from '../test/runner/repository.ts';
import { type Ended, exited, startStep, type StepOptions } from '../test/runner/step.ts';

/** As action.yml's users feel it: before the first work, and after the last measurement. */
const LIMITS = { coldStart: 250, endOfLoadToExit: 1_000 } as const;
const COLD_STARTS = 15;
const WHOLE_RUNS = 5;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const ms = (value: number): string => `${Math.round(value)} ms`;

/** Milliseconds that Node itself needs to start and end. */
function bareNode(): number {
  const started = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - started;
}

async function ended(options: StepOptions, exitCode: number): Promise<Ended> {
  using step = startStep(options);
  const result = await step.ended;
  exited(result, exitCode);
  return result;
}

/** A folder for the front of PATH whose git notes when it was called (milliseconds since 1970) and becomes the real one. */
function openStampedGit() {
  const folder = mkdtempSync(join(tmpdir(), 'loadgate-bench-'));
  const stamps = join(folder, 'stamps');
  const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
  const script = join(folder, 'git');
  writeFileSync(script, `#!/bin/sh\ndate +%s%3N >> '${stamps}'\nexec '${real}' "$@"\n`);
  chmodSync(script, 0o755);
  return {
    path: `${folder}${delimiter}${process.env.PATH ?? ''}`,
    forget: () => writeFileSync(stamps, ''),
    first: () => Number(readFileSync(stamps, 'utf8').split('\n', 1)[0]),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface ColdStart {
  readonly bare: number;
  /** To the first command of git. */
  readonly start: number;
  /** To the exit. */
  readonly whole: number;
}

/** A step that reads everything, finds that no users are asked for, and says so: all of the start and nothing of the work. */
async function coldStart(options: StepOptions): Promise<ColdStart> {
  using git = openStampedGit();
  const stamped = { ...options, env: { ...options.env, PATH: git.path } };
  const all: ColdStart[] = [];
  for (let run = 0; run < COLD_STARTS; run += 1) {
    git.forget();
    const bare = bareNode();
    const started = Date.now();
    const { took } = await ended(stamped, 3);
    all.push({ bare, start: git.first() - started, whole: took });
  }
  return {
    bare: median(all.map(({ bare }) => bare)),
    start: median(all.map(({ start }) => start)),
    whole: median(all.map(({ whole }) => whole)),
  };
}

/** From the last slice's end, by the wall clock of run.json, to the exit of the step. */
async function endOfLoadToExit(options: StepOptions): Promise<number> {
  using step = startStep(options);
  const result = await step.ended;
  const end = Date.now();
  exited(result, 0);
  const run = JSON.parse(readFileSync(join(options.workspace, 'loadgate-report', 'run.json'), 'utf8'));
  const { startedAt, elapsed } = run.blocks.at(-1).slices.at(-1);
  return end - (Date.parse(startedAt) + elapsed);
}

async function main(shop: Shop): Promise<boolean> {
  await using github = await openGitHub();
  const wrong = shop.commit({ 'loadgate.yml': CONFIG.replace(/users: \d+/, 'users: 0') }, 'Ask for nobody');
  const cold = await coldStart({
    ...pullRequestStep(shop, github, wrong),
    inputs: { config: 'loadgate.yml' },
  });
  const exits: number[] = [];
  for (let run = 0; run < WHOLE_RUNS; run += 1)
    exits.push(await endOfLoadToExit(pullRequestStep(shop, github, shop.harmless)));
  const verdicts = [
    { name: 'cold start', value: cold.start, limit: LIMITS.coldStart },
    { name: 'end of load to exit', value: median(exits), limit: LIMITS.endOfLoadToExit },
  ].map((claim) => ({ ...claim, holds: claim.value <= claim.limit }));
  say(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}\n`);
  say(`bare node, start to end      ${ms(cold.bare)} (median of ${COLD_STARTS})`);
  say(`start to first work          ${ms(cold.start)}: everything loaded, event read, first command of git`);
  say(`start to exit, wrong config  ${ms(cold.whole)}: base commit fetched, message, exit 3`);
  say(`end of load to exit          ${exits.map(ms).join(', ')}: judged, comment, summary, files\n`);
  for (const { name, value, limit, holds } of verdicts) {
    say(`${holds ? '✓' : '✗'} ${name}: ${ms(value)} (at most ${ms(limit)})`);
  }
  return verdicts.every(({ holds }) => holds);
}

using shop = openShop();
// A benchmark is no timed test: a slow machine is no failure.
await main(shop);
