/** `loadgate baseline prune` and `loadgate baseline verify`: what is out of use goes, and what is wrong is said. */
import { encodeBaseline } from '../baseline/codec.ts';
import { faultsOf } from '../baseline/faults.ts';
import { lineOf } from '../baseline/json-lines.ts';
import { type InUse, pruneBaseline, type Removed } from '../baseline/prune.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { readKept, rewriteBaseline } from '../baseline/rewrite.ts';
import { readBaseline, type StoredBaseline } from '../baseline/store.ts';
import { EXIT, Failure } from '../domain/failure.ts';
import type { Plan } from '../domain/plan.ts';
import { readPlan } from '../gate.ts';
import { configHashes } from '../measure/setting.ts';
import type { World } from '../platform/world.ts';
import { localOccasion } from './occasion.ts';
import { inWorld, type Program } from './program.ts';
import type { PlanOptions } from './run.ts';
import { placeOf } from './stored.ts';

/** Options of `baseline prune`, as typed. */
export interface PruneOptions extends PlanOptions {
  /** Days. */
  readonly olderThan: string;
  /** Write it; else only say what would go. */
  readonly yes: boolean;
}

/** Says what the baseline holds in vain, of the working tree or on its branch, and takes it out when asked to. */
export function pruneCommand(options: PruneOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const plan = await planOf(options, world);
    const days = daysOf(options.olderThan);
    const inUse = { configHashes: configHashes(plan), moment: world.date().toISOString(), days };
    const { source, baseline } = await readKept(plan, world);
    const seen = pruneBaseline(baseline, inUse).removed;
    const done = options.yes && seen.length > 0 ? await takeOut(plan, inUse, world) : null;
    for (const each of done?.removed ?? seen) program.stdout.write(`${lineFor(each)}\n`);
    if (done !== null) world.log.info(done.said);
    else if (seen.length === 0) world.log.info(`${placeOf(source)} holds nothing that is out of use.`);
    else world.log.info('Nothing was written. With --yes, what is listed above is taken out.');
    return EXIT.pass;
  });
}

/** Takes it out of whatever is there by now, and gives what went. */
async function takeOut(
  plan: Plan,
  inUse: InUse,
  world: World,
): Promise<{ readonly removed: readonly Removed[]; readonly said: string }> {
  let removed: readonly Removed[] = [];
  const change = (baseline: Baseline): Baseline => {
    const pruned = pruneBaseline(baseline, inUse);
    // Once it is written nothing is left to go: that is no list for anybody.
    if (pruned.removed.length > 0) ({ removed } = pruned);
    return pruned.baseline;
  };
  const message = {
    subject: `Take out of ${plan.suite} what is out of use [skip ci]`,
    body: 'Nobody is compared with it any more.',
  };
  const { path, branch } = await rewriteBaseline(plan, { change, message }, world);
  const said =
    branch === null
      ? `Took out of ${path} what is listed above. Commit the file.`
      : `Took out of ${path} of the branch ${branch.name} what is listed above (${branch.commit.slice(0, 12)}).`;
  return { removed, said };
}

/** @throws Failure kind `usage` unless it is a whole number of days */
function daysOf(typed: string): number {
  if (/^[1-9]\d{0,3}$/.test(typed)) return Number(typed);
  throw new Failure({
    kind: 'usage',
    code: 'days-invalid',
    message: `--older-than takes a number of days from 1 to 9999, not ${JSON.stringify(typed)}.`,
    advice: 'Runners change their hardware every few months: 90 is a good beginning. Nothing was written.',
  });
}

function lineFor(removed: Removed): string {
  switch (removed.kind) {
    case 'scenario':
      return `${removed.scenario}: the configuration has no such scenario`;
    case 'config':
      return `${removed.scenario}: ${removed.runs} runs of another configuration (${removed.configHash}), the last on ${removed.last.slice(0, 10)}`;
    case 'machine':
      return `${removed.scenario}: ${removed.runs} runs of a machine that is not seen any more (${removed.fingerprint}), the last on ${removed.last.slice(0, 10)}`;
    case 'release':
      return `${removed.scenario}: release ${removed.tag}, of another configuration or long ago`;
    case 'expired': {
      const { scenario, metric, by, until } = removed.acceptance;
      return `${scenario}: what ${by} accepted of ${metric}, which ended on ${until}`;
    }
  }
}

/** Reads the baseline as strictly as a run does, looks for what no comparison would survive, and says what is wrong, with its line. */
export function verifyCommand(options: PlanOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const plan = await planOf(options, world);
    const { baseSha } = await localOccasion(world, options.base);
    const { baseline, source } = await readStrictly(plan, baseSha, world);
    if (baseline === null) {
      world.log.info(`${placeOf(source)} does not exist: nothing has been accepted yet.`);
      return EXIT.pass;
    }
    const text = encodeBaseline(baseline);
    const lines = faultsOf(baseline).map(
      ({ path, problem }) => `line ${lineOf(text, path)}, ${path.join('.')}: ${problem}`,
    );
    if (lines.length > 0) throw faulty(placeOf(source), lines);
    const scenarios = Object.values(baseline.scenarios);
    const runs = scenarios
      .flatMap(({ histories }) => histories)
      .reduce((sum, history) => sum + history.runs.length, 0);
    program.stdout.write(
      `${placeOf(source)}: ${scenarios.length} scenarios, ${runs} runs, ${baseline.accepted.length} acceptances; nothing is wrong.\n`,
    );
    return EXIT.pass;
  });
}

/** Of the repository or of a branch. */
const WRONG_FILE = /^(?:baseline-|branch-file-)/;

/** What a run calls not measured is what this command was asked about: a wrong file, exit code 3. */
async function readStrictly(plan: Plan, baseSha: string | null, world: World): Promise<StoredBaseline> {
  try {
    return await readBaseline(plan, baseSha, world);
  } catch (error) {
    if (!(error instanceof Failure) || !WRONG_FILE.test(error.detail.code)) throw error;
    throw new Failure({ ...error.detail, kind: 'usage' }, { cause: error });
  }
}

function faulty(place: string, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'usage',
    code: 'baseline-faulty',
    message: `${place} can be read, but not relied on.`,
    advice:
      'Restore it from git, or take out what is named below. Lines are those of the file as Loadgate writes it.',
    lines: lines.slice(0, 20),
  });
}

async function planOf(options: PlanOptions, world: World): Promise<Plan> {
  const occasion = await localOccasion(world, options.base);
  const { config = null, inputs } = options;
  return readPlan({ occasion, configPath: config, inputs, sendsNothing: true }, world);
}
