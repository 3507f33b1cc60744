/** Which bottleneck comes first: what causes others before what follows from it. */
import type { Finding, FindingName } from '../domain/finding.ts';

/**
 * Bottlenecks, causes before consequences. First what makes all else void or small (the generator, a limit); then what the service does to itself in memory; then what it waits for, from the
 * particular to the general: the database, the disk. A neighbour makes none of these, but everything that comes after it: a late event loop, full cores, a wait that nothing explains.
 */
export const PRECEDENCE = [
  'generator-bound',
  'cpu-limit',
  'short-leak',
  'memory-pressure',
  'collection',
  'n-plus-one',
  'missing-index',
  'slow-command',
  'lock-waits',
  'small-pool',
  'connection-limit',
  'database-dominant',
  'cache-misses',
  'database-bound',
  'disk-bound',
  'neighbour',
  'event-loop-blocked',
  'uneven-workers',
  'service-one-core',
  'saturated',
  'waiting',
] as const satisfies readonly FindingName[];

type Bottleneck = (typeof PRECEDENCE)[number];

/** Time in a database that the cause explains. */
const DATABASE = ['database-dominant', 'database-bound', 'small-pool'] as const;
/** What a process looks like that does not get on. */
const HELD_UP = ['event-loop-blocked', 'uneven-workers', 'service-one-core', 'saturated', 'waiting'] as const;

/** What follows from each, and is not told beside it. */
const EXPLAINS: Readonly<Record<Bottleneck, readonly Bottleneck[]>> = {
  'generator-bound': PRECEDENCE.filter((name) => name !== 'generator-bound' && name !== 'neighbour'),
  'cpu-limit': HELD_UP,
  neighbour: [...HELD_UP, 'database-dominant', 'database-bound'],
  'short-leak': ['memory-pressure', 'collection', 'event-loop-blocked', 'waiting'],
  'memory-pressure': ['collection', 'cache-misses', 'disk-bound', 'event-loop-blocked', 'waiting'],
  collection: HELD_UP,
  'n-plus-one': [...DATABASE, 'service-one-core', 'saturated', 'waiting'],
  'missing-index': [...DATABASE, 'lock-waits', 'cache-misses', 'disk-bound', 'saturated', 'waiting'],
  'slow-command': [...DATABASE, 'waiting'],
  'lock-waits': [...DATABASE, 'waiting'],
  'small-pool': ['database-dominant', 'database-bound', 'waiting'],
  'connection-limit': ['waiting'],
  'database-dominant': ['database-bound', 'waiting'],
  'cache-misses': ['database-bound', 'disk-bound', 'waiting'],
  'database-bound': ['waiting'],
  'disk-bound': ['event-loop-blocked', 'waiting'],
  'event-loop-blocked': ['service-one-core', 'waiting'],
  'uneven-workers': ['service-one-core', 'waiting'],
  'service-one-core': ['saturated', 'waiting'],
  saturated: ['waiting'],
  waiting: [],
};

/** A generator that computes for more than this has no room of its own; one that is only late was kept waiting. */
const GENERATOR_FULL = 0.85;
/** Findings that rest on time alone. */
const TIMED = ['event-loop-blocked', 'database-dominant', 'database-bound'] as const;
/** A service that computed or wanted to for so much of the time was short of a core; one that wanted less was held up by something else, too. */
const STARVED_CORES = 0.7;

/** The first bottleneck by precedence, or null where there is none. Pure. */
export function primaryBottleneck(findings: readonly Finding[]): FindingName | null {
  return byPrecedence(findings.filter(isBottleneck))[0]?.name ?? null;
}

/** The findings with bottlenecks by precedence; others stay in their order, before them. */
export function primaryFirst(findings: readonly Finding[]): readonly Finding[] {
  const isOne = ({ kind }: Finding): boolean => kind === 'bottleneck';
  return [...findings.filter((each) => !isOne(each)), ...byPrecedence(findings.filter(isOne))];
}

/** Whether a finding follows from a cause. Whose scenario each is about, is for the caller to see to. */
export function explains(cause: Finding, each: Finding): boolean {
  if (each.kind !== 'bottleneck' || !isBottleneck(cause) || !isNamed(cause.name)) return false;
  // Where cores were seldom missing, time is spent for other reasons; where they were, time in a database on the same machine grew with all else.
  if (cause.name === 'neighbour' && TIMED.some((name) => name === each.name)) return isStarved(cause);
  // A machine that is full is no news where one thread is what was full; without threads it is the other way round.
  if (cause.name === 'service-one-core' && each.name === 'saturated') return cause.evidence.thread !== null;
  const consequences: readonly FindingName[] = EXPLAINS[cause.name];
  return consequences.includes(each.name);
}

/** What holds a service back: every bottleneck, a generator that voids the measurement, and a neighbour. */
export function isBottleneck(each: Finding): boolean {
  if (each.name === 'generator-bound') return each.evidence.beyond;
  return each.kind === 'bottleneck' || each.name === 'neighbour';
}

const byPrecedence = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((left, right) => rankOf(left) - rankOf(right));

/** Its place, or one between two places where the numbers say that it is rather a consequence. */
function rankOf(each: Finding): number {
  const after = (name: Bottleneck): number => PRECEDENCE.indexOf(name) + 0.5;
  // A generator that had no core is late because of the neighbour that had it.
  if (each.name === 'generator-bound' && each.evidence.cpu < GENERATOR_FULL) return after('neighbour');
  if (each.name === 'neighbour' && !isStarved(each)) return after('event-loop-blocked');
  const rank = PRECEDENCE.findIndex((name) => name === each.name);
  return rank < 0 ? PRECEDENCE.length : rank;
}

const isStarved = ({ evidence }: Extract<Finding, { readonly name: 'neighbour' }>): boolean =>
  evidence.serviceCores + evidence.runQueueDelay >= STARVED_CORES;

const isNamed = (name: FindingName): name is Bottleneck => PRECEDENCE.some((each) => each === name);
