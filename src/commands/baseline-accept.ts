/** `loadgate baseline accept`: a change for the worse that is meant, written by hand into the baseline, wherever it is kept. */
import { metricNamed, readAmount } from '../baseline/acceptance-line.ts';
import { withAcceptances } from '../baseline/acceptances.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { readKept, rewriteBaseline, type Rewritten } from '../baseline/rewrite.ts';
import {
  type Acceptance,
  ACCEPTED_DAYS_MAX,
  isReason,
  problemOfDay,
  REASON_MAX,
} from '../domain/acceptance.ts';
import { EXIT, Failure } from '../domain/failure.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../domain/metric.ts';
import type { Plan } from '../domain/plan.ts';
import { readPlan } from '../gate.ts';
import { gitUserName } from '../platform/git.ts';
import type { World } from '../platform/world.ts';
import { localOccasion } from './occasion.ts';
import { inWorld, type Program } from './program.ts';
import type { PlanOptions } from './run.ts';

/** Options of `baseline accept`, as typed. */
export interface AcceptOptions extends PlanOptions {
  readonly scenario?: string;
  readonly upTo: string;
  readonly until: string;
  readonly reason: string;
  readonly by?: string;
}

/** Records the acceptance in the baseline file of the working tree, or on the branch of accepted runs. */
export function acceptCommand(metric: string, options: AcceptOptions, program: Program): Promise<number> {
  return inWorld(program, options, async (world) => {
    const occasion = await localOccasion(world, undefined);
    const { config = null, inputs } = options;
    const plan = await readPlan({ occasion, configPath: config, inputs, sendsNothing: true }, world);
    // First of all: where nothing was accepted yet, no flag can be right.
    await readKept(plan, world);
    const acceptance = await acceptanceOf(metric, options, plan, program, world);
    const { scenario, until } = acceptance;
    const message = {
      subject: 'Accept a change for the worse [skip ci]',
      body: `${acceptance.metric} of ${JSON.stringify(scenario)}, until ${until}.`,
    };
    const change = (baseline: Baseline): Baseline => withAcceptances(baseline, [acceptance]);
    const rewritten = await rewriteBaseline(plan, { change, message }, world);
    const [where, rest] = wordsOf(rewritten);
    world.log.info(
      `Accepted in ${where}: ${acceptance.metric} of ${scenario} may be worse by up to ${options.upTo} until ${until}. ${rest}`,
    );
    return EXIT.pass;
  });
}

/** Where it is, and what is left to do. */
const wordsOf = ({ path, branch }: Rewritten): readonly [where: string, rest: string] =>
  branch === null
    ? [path, 'Commit the file to the base branch: acceptances are read from there.']
    : [`${path} of the branch ${branch.name} (${branch.commit.slice(0, 12)})`, 'It counts from now on.'];

/** @throws Failure kind `usage` for whatever is wrong */
async function acceptanceOf(
  name: string,
  options: AcceptOptions,
  plan: Plan,
  program: Program,
  world: World,
): Promise<Acceptance> {
  const at = world.date().toISOString();
  const metric = metricNamed(name);
  if (metric === null)
    throw wrong(`There is no metric ${JSON.stringify(name)}.`, `Metrics are ${METRIC_NAMES.join(', ')}.`);
  const reason = options.reason.trim();
  if (!isReason(reason))
    throw wrong(
      `--reason takes one line of at most ${REASON_MAX} characters.`,
      'Say why it is worth its cost.',
    );
  const day = problemOfDay(options.until, at);
  if (day !== null)
    throw wrong(
      `--until takes a day from today on, at most ${ACCEPTED_DAYS_MAX} days away, not ${JSON.stringify(options.until)}.`,
      'Write it as 2026-12-31. What is accepted for longer is a new limit: change it in the configuration.',
    );
  return {
    scenario: scenarioOf(options.scenario, plan),
    metric,
    upTo: amountOf(metric, options.upTo),
    reason,
    by: options.by ?? program.env.GITHUB_ACTOR ?? (await nameOf(world)),
    at,
    since: at,
    until: options.until,
    commit: null,
  };
}

function scenarioOf(typed: string | undefined, { scenarios }: Plan): string {
  const names = scenarios.map(({ name }) => name);
  const [only] = names;
  if (typed === undefined && only !== undefined && names.length === 1) return only;
  if (typed !== undefined && names.includes(typed)) return typed;
  throw wrong(
    typed === undefined ? '--scenario is missing.' : `There is no scenario ${JSON.stringify(typed)}.`,
    `Scenarios are ${names.map((name) => JSON.stringify(name)).join(', ')}.`,
  );
}

function amountOf(metric: MetricName, typed: string): Acceptance['upTo'] {
  const read = readAmount(metric, typed);
  if ('amount' in read) return read.amount;
  const { better } = METRICS[metric];
  throw wrong(
    read.problem === 'direction'
      ? `--up-to ${typed} of ${metric} would be an improvement.`
      : `--up-to takes how much worse ${metric} may become, not ${JSON.stringify(typed)}.`,
    `Write a share (${better === 'lower' ? '+12%' : '-12%'}), or an amount with the unit of the metric (20ms, 50/s, 2kB).`,
  );
}

async function nameOf(world: World): Promise<string> {
  const name = await gitUserName(world);
  if (name !== null) return name;
  throw wrong('Nobody knows who accepts this.', 'Give a name with --by, or tell git: git config user.name.');
}

const wrong = (message: string, advice: string): Failure =>
  new Failure({
    kind: 'usage',
    code: 'acceptance-invalid',
    message,
    advice: `${advice} Nothing was written.`,
  });
