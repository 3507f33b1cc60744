/** English: what a search found. */
import type { FindingEvidence } from '../../domain/finding.ts';
import {
  type Break,
  type Fitted,
  type Objective,
  OBJECTIVE_LATENCIES,
  type Scaling,
  type SearchKind,
} from '../../domain/search.ts';
import { isOtherKnee } from '../worth-telling.ts';
import type { FindingWords, Pen, SearchWords } from './words.ts';

type SearchFinding = 'capacity' | 'scaling' | 'capacity-beyond' | 'recovers' | 'stays-broken';

/** `24 users`, `410 requests a second`. */
export function levelOf(kind: SearchKind, level: number, n: Pen): string {
  if (kind === 'capacity') return `${n.count(level)} requests a second`;
  return level === 1 ? 'one user' : `${n.count(level)} users`;
}

/** `p95 at most 200 ms, error rate at most 1 %`. */
function objectiveOf(objective: Objective, n: Pen): string {
  const latencies = OBJECTIVE_LATENCIES.flatMap((metric) => {
    const bound = objective[metric];
    return bound === null ? [] : [`${metric} at most ${n.ms(bound)}`];
  });
  return n.list([...latencies, `error rate at most ${n.share(objective.errorRate)}`]);
}

/** What was wrong with a level, as the end of a sentence. */
export function breakPhrase(reason: Break, n: Pen): string {
  switch (reason.kind) {
    case 'errors':
      return `${n.share(reason.rate)} of the requests failed`;
    case 'latency':
      return `${reason.metric} was ${n.ms(reason.value)}, over the ${n.ms(reason.bound)} of the objective`;
    case 'behind':
      return `only ${n.count(reason.answered)} of ${n.count(reason.planned)} requests were answered in their time, so that those that wait become ever more`;
    case 'no-answers':
      return 'nothing was answered as expected';
  }
}

function degradationOf({ kind, degradation }: FindingEvidence['capacity'], n: Pen): string {
  const { level, carried, reason } = degradation;
  const at = levelOf(kind, level, n);
  if (reason.kind === 'plateau')
    return `From ${at} on, more of them brought longer waits and hardly any more throughput.`;
  const before = carried === null ? '' : `; ${levelOf(kind, carried, n)} it still carried`;
  return `At ${at} ${breakPhrase(reason, n)}${before}.`;
}

/** `47.1 to 52.3`; an end that cannot be known is left open. */
const between = ({ low, high }: Fitted, write: (value: number) => string): string =>
  high === Infinity ? `${write(low)} or more` : `${write(low)} to ${write(high)}`;

const FITS = { good: 'fits these steps well', fair: 'fits these steps roughly', poor: '' } as const;

function lawOf({ scenario, usl }: FindingEvidence['scaling'], n: Pen): string {
  const { lambda, sigma, kappa, quality, worst, r2 } = usl;
  const share = (value: number): string => n.share(value);
  const distance = `R² ${n.fixed(r2, 3)}, the farthest step ${n.share(worst)} from it`;
  if (quality === 'poor')
    return `The Universal Scalability Law does not describe these steps${n.inScenario(scenario)} (${distance}), so nothing is derived from it.`;
  const parts = [
    `one user gets ${n.rate(lambda.value)}`,
    `${share(sigma.value)} of the work waits its turn (σ, 90 % interval ${between(sigma, share)})`,
    `every other user costs each ${share(kappa.value)} more (κ, ${between(kappa, share)})`,
  ];
  return `The Universal Scalability Law ${FITS[quality]}${n.inScenario(scenario)} (${distance}): ${n.list(parts)}.${peakOf(usl, n)}`;
}

function peakOf({ peakUsers, peakThroughput }: Scaling['usl'], n: Pen): string {
  if (peakThroughput === null) return ' It knows no end of that.';
  const rate = `${n.rate(peakThroughput.value)} (${between(peakThroughput, (value) => n.rate(value))})`;
  if (peakUsers === null) return ` By it throughput comes ever closer to ${rate}, without a maximum.`;
  const count = (value: number): string => n.count(Math.round(value));
  return ` By it throughput is highest at ${count(peakUsers.value)} users (${between(peakUsers, count)}), with ${rate}.`;
}

/** Told where it describes the steps better than the law. */
function boundsOf({ usl, bounds }: FindingEvidence['scaling'], n: Pen): string {
  if (bounds === null || bounds.knee === null || bounds.worst >= usl.worst) return '';
  const { response, ceiling, knee } = bounds;
  return `Two lines are closer (the farthest step ${n.share(bounds.worst)} from them), as with a number of workers or one lock: an answer takes ${n.ms(response ?? 0)} while nobody waits, and from ${n.count(Math.round(knee))} users on ${n.rate(ceiling ?? 0)} are all there is.`;
}

function kneeOf({ knee }: FindingEvidence['scaling'], n: Pen): string {
  const users = Math.round(knee.users);
  const beyond =
    knee.end === null
      ? ''
      : ` or ${knee.end === 'lowest' ? 'fewer' : 'more'}, at an end of what was measured`;
  const { second } = knee;
  const other =
    second === null || !isOtherKnee(second, users)
      ? ''
      : ` (Kneedle, which looks at throughput alone, sees it at ${n.count(Math.round(second))})`;
  return `The most throughput for its latency (the knee) it gives at about ${levelOf('stress', users, n)}${beyond}${other}.`;
}

/** Sentences of findings. */
export const searchFindings: Pick<FindingWords, SearchFinding> = {
  capacity: (evidence, n) =>
    `The service carries at most ${n.strong(n.rate(evidence.capacity))}${n.inScenario(evidence.scenario)} within its objective (${objectiveOf(evidence.objective, n)}). ${degradationOf(evidence, n)}`,
  scaling: (evidence, n) =>
    [lawOf(evidence, n), boundsOf(evidence, n), kneeOf(evidence, n)].filter(Boolean).join(' '),
  'capacity-beyond': ({ scenario, kind, capacity, level, because }, n) => {
    const key = kind === 'stress' ? 'max-users' : 'max-rate';
    const remedy =
      because === 'time'
        ? `the time was over then: raise ${n.code('max-duration')}, or begin higher`
        : `no more was tried: raise ${n.code(key)}`;
    return `The service carried all that was asked of it${n.inScenario(scenario)}, up to ${levelOf(kind, level, n)}, and ${remedy}. Its capacity is ${n.rate(capacity)} at least.`;
  },
  recovers: ({ scenario, kind, recovery }, n) =>
    `When the load fell from too much to ${levelOf(kind, recovery.level, n)}, half of what the service had carried, it was served as before within ${n.seconds(recovery.after / 1_000)}${n.inScenario(scenario)}.`,
  'stays-broken': ({ scenario, kind, recovery }, n) => {
    const { before, now, level, after } = recovery;
    const p95 = (value: number | null): string => (value === null ? 'no answers' : `p95 ${n.ms(value)}`);
    return `When the load fell from too much to half of what it had carried, the service did not come back${n.inScenario(scenario)}: ${n.seconds(after / 1_000)} at ${levelOf(kind, level, n)} gave ${n.rate(now.throughput)} and ${p95(now.p95)}, where it was ${n.rate(before.throughput)} and ${p95(before.p95)} on the way up. Such a failure feeds itself (retries, cold caches, queues of requests that nobody waits for any more): less load does not end it, and production would need a restart.`;
  },
};

/** Titles of findings. */
export const searchTitles: Readonly<Record<SearchFinding, string>> = {
  capacity: 'Capacity',
  scaling: 'How it scales',
  'capacity-beyond': 'Limit not reached',
  recovers: 'Recovers',
  'stays-broken': 'Does not recover',
};

/** Headings, facts and captions. */
export const search: SearchWords = {
  steps: 'Load steps',
  columns: {
    level: (kind) => (kind === 'stress' ? 'Users' : 'Asked'),
    throughput: 'Throughput',
    baseThroughput: 'Base',
    p50: 'p50',
    p95: 'p95',
    failed: 'Failed',
    little: "Little's law",
    carried: 'Carried',
  },
  level: (kind, level, n) => (kind === 'stress' ? n.count(level) : n.rate(level)),
  little: (gap, n) => (gap === null ? '–' : `off by ${n.share(gap)}`),
  carried: (broken) => {
    switch (broken?.kind) {
      case undefined:
        return 'yes';
      case 'errors':
        return 'no: errors';
      case 'latency':
        return `no: ${broken.metric}`;
      case 'behind':
        return 'no: falls behind';
      case 'no-answers':
        return 'no: no answers';
    }
  },
  facts: ({ kind, rows, steps }, n) => {
    const levels = rows.map(({ level }) => level);
    const low = kind === 'stress' ? n.count(Math.min(...levels)) : n.count(Math.min(...levels));
    return `${low} to ${levelOf(kind, Math.max(...levels), n)} in ${n.count(steps)} steps`;
  },
  axis: (kind) => (kind === 'stress' ? 'users' : 'requests a second asked for'),
  throughputChart: 'Throughput by load',
  latencyChart: 'Latency by load',
  throughputCaption: (kind, withBase) =>
    `One point a level of load, from few to many${withBase ? ': 🟦 now, 🟧 the base commit' : ''}. ${kind === 'stress' ? 'Where the line bends, more users only wait longer.' : 'Where it falls below what was asked for, the service no longer keeps up.'}`,
  latencyCaption: '🟦 p50, 🟧 p95, in milliseconds.',
  littleNote:
    "Little's law: users = throughput × (latency + think time). It holds for every system, so a step that is far off was not measured rightly.",
};
