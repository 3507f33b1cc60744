/** English: a sentence or two for each finding. What was seen, what it means, nothing else. */
import type { FindingEvidence, FindingName } from '../../domain/finding.ts';
import { METRICS } from '../../domain/metric.ts';
import { namesOf, ofScenarios, secondsOf } from './en-lists.ts';
import { acceptanceFindings, acceptanceTitles } from './en-acceptance.ts';
import { advice, adviceTitles } from './en-advice.ts';
import { around } from './en-around.ts';
import { attribution } from './en-attribution.ts';
import { imported } from './en-imported.ts';
import { METRIC_STARTS, METRIC_WORDS } from './en-metrics.ts';
import { resourceFindings, resourceTitles } from './en-resources.ts';
import { searchFindings, searchTitles } from './en-search.ts';
import { engines } from './en-engines.ts';
import { soak } from './en-soak.ts';
import { k6 } from './en-k6.ts';
import { workers } from './en-workers.ts';
import { target } from './en-target.ts';
import type { FindingWords, Pen } from './words.ts';

/** The bold word in front of each finding. */
export const findingTitles: Readonly<Record<FindingName, string>> = {
  'generator-bound': 'Generator at its limit',
  loopback: 'Loopback',
  'certificate-not-verified': 'Certificate not verified',
  'shared-machine': 'One machine for both',
  competition: 'Competition for CPU',
  machine: 'Hardware',
  'stolen-cpu': 'Stolen CPU time',
  'not-watched': 'CPU not readable',
  'closed-loop': 'Closed loop',
  'too-few-answers': 'Few answers',
  'short-run': 'Short run',
  'other-machine': 'Another machine',
  'other-config': 'Another load',
  'first-run': 'First run',
  'thin-history': 'Short history',
  'own-engine': 'Engine',
  locust: 'Locust',
  screened: 'Second opinion',
  'base-failed': 'Base commit not measured',
  detectable: 'Smallest change it could see',
  'baseline-drift': 'Slow drift',
  'cost-in-cpu': 'It computes more',
  'cost-in-waiting': 'It waits longer',
  attribution: 'Where the time went',
  'larger-answers': 'Larger answers',
  'whole-shift': 'All answers together',
  'larger-budget': 'Give it more time',
  'no-errors': 'No errors',
  errors: 'Errors',
  'objective-met': 'Within its limit',
  'objective-missed': 'Beyond its limit',
  slower: 'Slower',
  faster: 'Faster',
  stable: 'Stable',
  spikes: 'Latency spikes',
  dips: 'Throughput dips',
  drift: 'Drift',
  leak: 'Memory grows',
  'memory-level': 'Memory stays level',
  'latency-drift': 'Slower and slower',
  'errors-drift': 'More and more errors',
  'memory-unwatched': 'Memory not judged',
  'long-tail': 'Long tail',
  'slow-request': 'One slow request',
  saturated: 'CPU exhausted',
  waiting: 'Waiting, not computing',
  'capacity-unknown': 'Capacity unknown',
  ...adviceTitles,
  ...around.titles,
  ...acceptanceTitles,
  ...target.titles,
  ...k6.titles,
  ...workers.titles,
  imported: 'Measured by another tool',
  ...searchTitles,
  ...resourceTitles,
};

/** Said once, after the sentences of all scenarios. */
export const findingCodas: Partial<Readonly<Record<FindingName, string>>> = {
  detectable: 'A smaller change may have gone unseen.',
  leak: 'Limits are held against the lower end of the interval.',
};

/** All sentences of findings. */
export const findings: FindingWords = {
  'generator-bound': ({ scenario, cpu, eventLoop, beyond }, n) => {
    const use = `${n.share(cpu)} of a core, event loop busy ${n.share(eventLoop)} of the time`;
    return beyond
      ? `The load generator could not keep up${n.inScenario(scenario)} (${use}). Its own queue is in these latencies, so they say little about the service.`
      : `The load generator came close to its limit${n.inScenario(scenario)} (${use}). The highest latencies may include a little of its own queue.`;
  },
  loopback: ({ address }, n) =>
    `The service was loaded at ${n.name(address)}, this machine's own address. No network lay in between, so latency is understated and throughput overstated. Compare these numbers with each other, not with production.`,
  'certificate-not-verified': ({ url }, n) =>
    `The service's certificate was not verified, as ${n.code('tls: { verify: false }')} asks: whoever answered at ${n.name(url)} was taken for the service. With ${n.code('tls: { ca: … }')} a certificate of your own is verified, too.`,
  'shared-machine': ({ serviceCores, generatorCores, otherCores, cores }, n) => {
    const service = serviceCores === null ? '' : `the service used ${n.cores(serviceCores)}, `;
    return `Service and load generator shared ${coresOf(cores, n)}: ${service}the generator ${n.cores(generatorCores)}, everything else ${n.cores(otherCores)}. Neither was seen waiting for the other.`;
  },
  competition: (evidence, n) =>
    `CPU was short${n.inScenario(evidence.scenario)}: ${competitionOf(evidence, n)}. Part of the latency is waiting for a core.`,
  machine: (evidence, n) => machineOf(evidence, n),
  'stolen-cpu': ({ scenario, steal }, n) =>
    `The hypervisor gave ${n.share(steal)} of the CPU time to other guests${n.inScenario(scenario)}. At those moments the service was slow through no fault of its own.`,
  'not-watched': (_, n) =>
    `CPU use could not be read on this system (${n.name('/proc')} is missing), so competition went unwatched, and so did bottlenecks that only CPU use shows.`,
  'closed-loop': ({ users }, n) =>
    `${users === 1 ? 'The only user waits' : `The ${n.count(users)} users wait`} for each answer before asking again. A service that slows down gets less load here, where real visitors would keep coming: congestion looks milder than it would be.`,
  'too-few-answers': ({ scenario, metric, answers, needed }, n) =>
    `${METRIC_STARTS[metric]} rests on ${n.count(answers)} answers${n.inScenario(scenario)}. It takes about ${n.count(needed)} before that number is more than a guess.`,
  'short-run': ({ scenario, seconds }, n) =>
    `Only ${n.seconds(seconds)} were measured${n.inScenario(scenario)}. What comes every several seconds or builds up slowly (garbage collection, expiring caches, leaks) may not have shown.`,
  'other-machine': ({ scenarios, known, here }, n) =>
    `The baseline${ofScenarios(scenarios, n)} comes from another machine (fingerprint ${namesOf(known, n)}; this one is ${n.name(here)}). Numbers of different machines are not compared.`,
  'other-config': ({ scenarios }, n) =>
    `The baseline${ofScenarios(scenarios, n)} was measured with another configuration: requests, load or start command have changed since. Numbers of different loads are not compared.`,
  'first-run': ({ scenarios, path }, n) =>
    `${n.name(path)} holds no accepted run${ofScenarios(scenarios, n)} yet, so nothing was compared. Only absolute limits could be judged.`,
  'thin-history': ({ scenario, runs, metric, limit, tolerance, advisory }, n) => {
    const few = `The baseline${n.inScenario(scenario)} rests on ${runs === 1 ? 'one accepted run' : `${n.count(runs)} accepted runs`}.`;
    const assumed =
      tolerance > limit
        ? ` From so few it is partly assumed how much runs differ by chance, so the limit of ${METRIC_WORDS[metric]} was widened from ${n.extent(metric, limit)} to ${n.extent(metric, tolerance)}.`
        : '';
    const weight = advisory
      ? ` A regression against so few is only advice; ${n.code('baseline: min-runs')} says from how many on it fails the gate.`
      : '';
    return `${few}${assumed}${weight}`;
  },
  ...engines,
  ...k6.findings,
  ...workers.findings,
  screened: ({ scenario, outcome, changes }, n) => {
    const doubts =
      changes.length === 0
        ? 'could not decide'
        : `saw ${n.list(changes.map(({ metric, change }) => `${METRIC_WORDS[metric]} ${n.change(metric, change)}`))}`;
    const was = outcome === 'no-baseline' ? 'had nothing to compare with' : doubts;
    return `The stored baseline ${was}${n.inScenario(scenario)}, so the base commit was measured beside the change, on this machine, and decides. The table shows that comparison.`;
  },
  'base-failed': ({ failure, decided }, n) =>
    `${n.prose(failure.message)} That is not held against the change. It is built and started in a folder of its own by the same commands, so ${n.code('build')} has to do everything that a fresh checkout needs. ${decided === 'baseline' ? 'The stored baseline decided alone.' : 'Nothing was compared; only absolute limits could be judged.'}`,
  detectable: ({ scenario, changes, blind }, n) => {
    const caught =
      changes.length === 0
        ? `Too little was measured${n.inScenario(scenario)} to tell any change from noise.`
        : `Nine times of ten this run would have caught ${n.list(changes.map(({ metric, change }) => worseBy(metric, change, n)))}${n.inScenario(scenario)}.`;
    const longest = Math.max(...blind.map(({ seconds }) => seconds));
    return blind.length === 0
      ? caught
      : `${caught} To see changes as small as the limit of ${n.list(blind.map(({ metric, limit }) => `${METRIC_WORDS[metric]} (${n.extent(metric, limit)})`))}, ${n.seconds(longest)} under load would be needed, if the noise stays as it was.`;
  },
  'baseline-drift': ({ scenario, metric, change, runs }, n) =>
    `The accepted runs themselves drift${n.inScenario(scenario)}: over ${n.count(runs)} of them ${METRIC_WORDS[metric]} moved by ${n.change(metric, change)}, in steps that were each too small to fail. No single change is to blame for that, this one included.`,
  'cost-in-cpu': ({ scenario, cpu, latency }, n) =>
    `A request costs ${n.change('cpu-per-request', cpu)} CPU time of the service${n.inScenario(scenario)}, and latency moved by ${n.change('p50', latency)}: the service computes more than before. Look at what each request now does: serialisation, validation, loops, logging.`,
  'cost-in-waiting': ({ scenario, cpu, latency }, n) =>
    `Latency moved by ${n.change('p50', latency)}${n.inScenario(scenario)} while a request's CPU time moved by ${n.change('cpu-per-request', cpu)}: the service does not compute more, it waits longer. Look for a new query, a call to another service, a lock, a timer.`,
  'larger-answers': ({ scenario, change, before, now }, n) =>
    `An answer holds ${n.change('answer-size', change)} bytes${n.inScenario(scenario)}: ${n.value('answer-size', now)} where it held ${n.value('answer-size', before)}. Part of the cost is in making and sending them.`,
  'whole-shift': ({ scenario, change, interval: [low, high] }, n) =>
    `From the median to p95, latency moved by ${n.change('p50', change)} on average${n.inScenario(scenario)}, with 90 % confidence by ${n.range('p50', low, high)}: the whole distribution, not one quantile of it.`,
  'no-errors': ({ scenario, sent, upperBound }, n) =>
    `None of ${n.count(sent)} requests failed${n.inScenario(scenario)}; with 95 % confidence the true error rate is below ${n.share(upperBound)}.`,
  errors: ({ scenario, rate, failed, attempts, kinds, messages }, n) => {
    const how = n.list(
      kinds.map(({ kind, count }) => `${n.count(count)} ${n.plural(count, ERROR_KINDS[kind])}`),
    );
    const most = messages.map(({ message, count }) => `${n.name(message)} (${n.count(count)})`);
    const words = most.length === 0 ? '' : ` Most frequent: ${most.join(', ')}.`;
    return `${n.count(failed)} of ${n.count(attempts)} requests failed${n.inScenario(scenario)}, ${n.share(rate)}: ${how}.${words}`;
  },
  'objective-met': ({ scenario, metric, value, bound, headroom }, n) =>
    `${METRIC_STARTS[metric]} of ${n.value(metric, value)}${n.inScenario(scenario)} keeps its limit of ${n.bound(metric, bound)}, with ${n.share(headroom)} to spare.`,
  'objective-missed': ({ scenario, metric, value, bound }, n) =>
    `${METRIC_STARTS[metric]} of ${n.value(metric, value)}${n.inScenario(scenario)} breaks its limit of ${n.bound(metric, bound)}.`,
  slower: ({ scenario, shape, shift }, n) =>
    shape === 'whole'
      ? `The whole distribution moved${n.inScenario(scenario)}: ${shiftOf(shift, n)}. The cost is in work that most requests do.`
      : `Only the slow answers got slower${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Most requests are served as before, and something makes some of them wait.`,
  faster: ({ scenario, shape, shift }, n) =>
    shape === 'whole'
      ? `The whole distribution moved${n.inScenario(scenario)}: ${shiftOf(shift, n)}.`
      : `The slow answers got faster${n.inScenario(scenario)}: ${shiftOf(shift, n)}. The usual answer is as it was.`,
  stable: ({ scenario, variation, seconds }, n) =>
    `Throughput stayed level${n.inScenario(scenario)}: over ${n.seconds(seconds)} it varied by ${n.share(variation)}, without spikes, dips or drift.`,
  spikes: ({ scenario, seconds, of, worst, typical }, n) =>
    `${secondsOf(seconds, of, n)} stood out${n.inScenario(scenario)}: a p95 of up to ${n.ms(worst)}, where ${n.ms(typical)} is typical.`,
  dips: ({ scenario, seconds, of, worst, typical }, n) =>
    `${secondsOf(seconds, of, n)} fell out${n.inScenario(scenario)}: down to ${n.rate(worst)}, where ${n.rate(typical)} is typical.`,
  drift: ({ scenario, metric, change, seconds }, n) => {
    const worse = change > 0 === (METRICS[metric].better === 'lower');
    const went = `${METRIC_STARTS[metric]} ${change > 0 ? 'rose' : 'fell'} steadily${n.inScenario(scenario)}, by ${n.change(metric, change)} over ${n.seconds(seconds)}`;
    return worse
      ? `${went}. Leaks, growing tables and filling queues look like this; a longer run tells whether it goes on.`
      : `${went}: the service was still warming up, and is faster when warm than these numbers say.`;
  },
  'long-tail': ({ scenario, p50, p99 }, n) =>
    `The slowest 1 % of the answers took ${n.ms(p99)} or more${n.inScenario(scenario)}, ${n.times(p99 / p50)} the median of ${n.ms(p50)}. A plain queue explains about ×6.6; the rest points to pauses, locks or a few costly requests.`,
  'slow-request': ({ scenario, request, p95, others }, n) =>
    `${n.name(request)} stands out${n.inScenario(scenario)}: its p95 is ${n.ms(p95)}, against ${n.ms(others)} for all other requests together.`,
  saturated: ({ scenario, busyCores, cores, serviceCores }, n) =>
    `CPU ran out${n.inScenario(scenario)}: ${n.cores(busyCores)} of ${coresOf(cores, n)} were busy, ${n.cores(serviceCores)} of them with the service. More users would wait longer rather than get more answers.`,
  waiting: ({ scenario, serviceCores, p50, cpuPerAnswer }, n) =>
    `The usual answer took ${n.ms(p50)}${n.inScenario(scenario)} but cost only ${n.ms(cpuPerAnswer)} of CPU time, and the service used ${n.cores(serviceCores)} of a core. It was waiting: for a database, a lock, a connection pool, another service or a timer.`,
  'capacity-unknown': ({ users }, n) =>
    `Only one level of load was run (${userCount(users, n)}). How much more the service can take is not known from that, and not guessed.`,
  ...around.findings,
  ...target.findings,
  imported: imported.sentence,
  ...searchFindings,
  ...attribution,
  ...resourceFindings,
  ...soak,
  ...advice,
  ...acceptanceFindings,
};

/** `4 cores`. */
function coresOf(cores: number, n: Pen): string {
  return cores === 1 ? 'one core' : `${n.cores(cores)} cores`;
}

const userCount = (users: number, n: Pen): string => (users === 1 ? 'one user' : `${n.count(users)} users`);

function competitionOf(evidence: FindingEvidence['competition'], n: Pen): string {
  const { busyCores, cores, serviceCores, generatorCores, runQueueDelay, cpuPressure } = evidence;
  const service = serviceCores === null ? '' : `service ${n.cores(serviceCores)}, `;
  const parts = [
    `${n.cores(busyCores)} of ${coresOf(cores, n)} were busy (${service}generator ${n.cores(generatorCores)})`,
    runQueueDelay === null
      ? null
      : `the generator was ready but had no core ${n.share(runQueueDelay)} of the time`,
    cpuPressure === null ? null : `some task waited for a core ${n.share(cpuPressure)} of the time`,
  ];
  return n.list(parts.filter((part) => part !== null));
}

const RUNNERS = {
  'github-hosted': "GitHub's shared hardware, where neighbours come and go",
  'self-hosted': 'a self-hosted runner',
  local: 'a local machine, not a server',
} as const;

const UNREAD = {
  governor: 'power governor',
  power: 'battery or mains',
  throttling: 'thermal throttling',
} as const;

function machineOf({ machine, unread }: FindingEvidence['machine'], n: Pen): string {
  const { cpuModel, cores, memory, os, virtualisation, governor, power, thermalThrottles, runner } = machine;
  const layer = virtualisation === null ? 'no sign of virtualisation' : n.name(virtualisation);
  const state = [
    governor === null ? null : `power governor ${n.name(governor)}`,
    power === null ? null : power === 'battery' ? 'on battery' : 'on mains',
    thermalThrottles === null || thermalThrottles === 0
      ? null
      : `slowed down for heat ${n.count(thermalThrottles)} times since it booted`,
  ].filter((part) => part !== null);
  const known = state.length === 0 ? '' : ` State: ${state.join(', ')}.`;
  const missing =
    unread.length === 0
      ? ''
      : ` Not readable here: ${n.list(unread.map((name) => UNREAD[name]))}; slow phases of the hardware cannot be ruled out.`;
  return `${n.name(cpuModel)}, ${coresOf(cores, n)}, ${n.bytes(memory)}, ${n.name(os)}, ${layer}: ${RUNNERS[runner]}.${known}${missing}`;
}

const ERROR_KINDS = {
  httpError: { one: 'unexpected answer', other: 'unexpected answers' },
  connectionError: { one: 'broken connection', other: 'broken connections' },
  timeout: { one: 'timeout', other: 'timeouts' },
  lost: { other: 'closed without an answer' },
  refused: { one: 'refused connection', other: 'refused connections' },
} as const;

/** `a rise of p95 by 14 %`. */
function worseBy(metric: keyof typeof METRICS, change: number, n: Pen): string {
  const way = METRICS[metric].better === 'lower' ? 'a rise' : 'a drop';
  return `${way} of ${METRIC_WORDS[metric]} by ${n.extent(metric, change)}`;
}

const shiftOf = ({ p50, p95, p99 }: FindingEvidence['slower']['shift'], n: Pen): string =>
  `p50 ${n.change('p50', p50)}, p95 ${n.change('p95', p95)}, p99 ${n.change('p99', p99)}`;
