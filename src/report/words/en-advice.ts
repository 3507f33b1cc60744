/** English: what to do next, each with the line or command that does it. */
import { branch as BRANCH } from './en-branch.ts';
import type { FindingName } from '../../domain/finding.ts';
import type { FindingWords, Pen } from './words.ts';

type AdviceName = Extract<
  FindingName,
  | 'find-the-cause'
  | 'fix-or-accept'
  | 'take-baseline'
  | 'hold-the-gain'
  | 'larger-budget'
  | 'more-baseline-runs'
  | 'look-at-errors'
  | 'separate-machine'
  | 'quiet-machine'
  | 'run-longer'
  | 'warm-up-longer'
  | 'look-at-database'
  | 'ramp-to-limit'
>;

/** The bold words in front of them. */
export const adviceTitles = {
  'find-the-cause': 'Find the cause',
  'fix-or-accept': 'Or accept it',
  'take-baseline': 'Store a baseline',
  'hold-the-gain': 'Hold the gain',
  'more-baseline-runs': 'Sharpen the limits',
  'look-at-errors': 'Errors first',
  'separate-machine': 'Where the load comes from',
  'quiet-machine': 'Quieter machine',
  'run-longer': 'Measure longer',
  'warm-up-longer': 'Warm up longer',
  'look-at-database': 'Find the wait',
  'ramp-to-limit': 'Look for the limit',
} as const satisfies Partial<Record<AdviceName, string>>;

/** Sentences of recommendations. */
export const advice: Pick<FindingWords, AdviceName> = {
  'find-the-cause': ({ scenario, shape, request }, n) => {
    const first = request === null ? '' : ` Begin with ${n.name(request)}, which stands out.`;
    const where =
      shape === 'whole'
        ? `Profile the service under this load at both commits${n.inScenario(scenario)}, and compare what most requests do: queries, serialisation, middleware.`
        : `Look for what happens only now and then${n.inScenario(scenario)}: garbage collection, lock waits, a connection pool that runs dry, a cache that misses.`;
    return `${where}${first}`;
  },
  'fix-or-accept': ({ command, path, branch, against, lines }, n) => {
    if (lines.length > 0)
      return `If the change is worth its cost, somebody who may write to this repository can accept it, in a comment of their own: ${n.list(lines.map((line) => n.command(`${line} why it is worth it`)))}. Then run this check again. What was accepted holds for that amount and time only.`;
    return against === 'base'
      ? 'If the change is worth its cost, merge it in spite of this check, if the repository lets you: from then on it is the base that others are measured against. Limits are read from the base commit, so a pull request cannot loosen its own.'
      : branch !== undefined
        ? BRANCH.fixOrAccept(branch, command, n)
        : `If the change is worth its cost, accept it: ${n.command(command)}, and commit ${n.name(path)} to the base branch. The baseline is read from there, never from the pull request itself.`;
  },
  'take-baseline': ({ command, path, branch }, n) =>
    branch !== undefined
      ? BRANCH.takeBaseline(branch, n)
      : `Accept this run, ${n.command(command)}, and commit ${n.name(path)} to the base branch. Take it on the machine that gates: only runs of one kind of machine are compared.`,
  'hold-the-gain': ({ command, path }, n) =>
    `Accept this run, ${n.command(command)}, and commit ${n.name(path)}. Otherwise the gain can be lost again without failing anything.`,
  'larger-budget': ({ seconds, now }, n) =>
    `Set ${n.code(`budget: ${Math.round(seconds / 60)}m`)} (now ${n.seconds(now)}), so that more blocks can decide what these could not.`,
  'more-baseline-runs': ({ runs, wanted, path, branch }, n) =>
    branch !== undefined
      ? BRANCH.moreRuns(branch, runs, wanted, n)
      : `Accept more runs on the machine that gates: ${n.code(`npx loadgate baseline update --runs ${wanted - runs}`)}, then commit ${n.name(path)}. From about ${n.count(wanted)} runs on (now ${n.count(runs)}), measured noise counts for more than assumed noise.`,
  'look-at-errors': ({ scenario, log }, n) =>
    `See to the errors before the timings${n.inScenario(scenario)}: fast errors look like speed.${log === null ? '' : ` The service's log is in ${n.name(log)}.`}`,
  'separate-machine': ({ because, cores, users }, n) => separation(because, cores, users, n),
  'quiet-machine': ({ because }, n) =>
    `Before the next run, ${n.list(because.map((reason) => QUIET[reason](n)))}.`,
  'run-longer': ({ scenario, seconds, now }, n) =>
    `Set ${n.code(`duration: ${seconds}s`)}${n.inScenario(scenario)} (now ${n.seconds(now)}).`,
  'warm-up-longer': ({ scenario, seconds, now }, n) =>
    `Set ${n.code(`warm-up: ${seconds}s`)}${n.inScenario(scenario)} (now ${n.seconds(now)}), so that the measured time begins with a warm service.`,
  'look-at-database': ({ p50, cpuPerAnswer, watched }, n) =>
    `Find out what the service waits for during ${n.ms(Math.max(0, p50 - cpuPerAnswer))} of the usual answer: slow queries of its database, the size of its connection pool, calls to other services.${watched ? '' : ` Name its database under ${n.code('databases:')} in the configuration, and the next report says what it did.`}`,
  'ramp-to-limit': ({ users }, n) =>
    `To find where the service gives in, add a scenario with the same requests, ${n.code('executor: stress')} and ${n.code(`start-users: ${users}`)}: it raises the users step by step until throughput no longer grows, and tells the capacity.`,
};

function separation(
  because: 'loopback' | 'competition' | 'generator-bound',
  cores: number,
  users: number,
  n: Pen,
): string {
  const fewer = users > 1 ? `, or fewer users (${n.code(`users: ${Math.floor(users / 2)}`)})` : '';
  const larger = `a runner with more than ${cores === 1 ? 'one core' : `${n.count(cores)} cores`} (${n.code('runs-on')})`;
  switch (because) {
    case 'generator-bound':
      return `Give the generator room: ${larger}${fewer}. Then measure again.`;
    case 'competition':
      return `Give service and generator room: ${larger}${fewer}.`;
    case 'loopback':
      return `For numbers that hold in production, load the deployed service from another machine: ${n.code('target: { url: … }')} in the place of ${n.code('service:')}, and its address in ${n.code('allowed-addresses:')}.`;
  }
}

const QUIET = {
  background: () => 'stop other programs on the machine',
  stolen: () => 'move to a runner with dedicated cores',
  battery: () => 'plug the machine in',
  'power-saving': (n: Pen) => `set the power governor to ${n.code('performance')}`,
} as const;
