/** English: what a build used, and what ran out first. */
import type { FindingEvidence } from '../../domain/finding.ts';
import type { ResourceEvidence } from '../../domain/finding-resources.ts';
import { excerptOf, UNREAD_MAX } from '../worth-telling.ts';
import { reliefOf } from './en-relief.ts';
import type { FindingWords, Pen } from './words.ts';

/** Sentences of findings about resources. */
export const resourceFindings: Pick<FindingWords, keyof ResourceEvidence> = {
  'background-activity': ({ scenario, programs, otherCores, cores, from }, n) => {
    const used = `Other programs used ${n.cores(otherCores)} of ${coresOf(cores, n)}${n.inScenario(scenario)}`;
    return programs.length === 0
      ? `${used}. A local database counts among them and belongs to the result; anything else distorts it.`
      : `${used}, most of it ${n.list(programs.map((name) => n.name(name)))}: what they took, the ${from === 'service' ? 'service' : 'load generator'} could not have.`;
  },
  neighbour: ({ scenario, program, otherCores, cores, runQueueDelay, serviceCores }, n) => {
    const who =
      program === null
        ? `Other programs used ${n.cores(otherCores)}`
        : `Other programs, first of all ${n.name(program)}, used ${n.cores(otherCores)}`;
    return `${who} of ${cores === 1 ? 'one core' : `${n.cores(cores)} cores`}${n.inScenario(scenario)}. The service was ready and had no core for ${perSecond(runQueueDelay, n)} of every second, its threads together, where it computed for ${perSecond(serviceCores, n)}: it was slowed down from outside, and these latencies are not its own.`;
  },
  retransmits: ({ scenario, share }, n) =>
    `${n.share(share)} of all TCP segments had to be sent again${n.inScenario(scenario)}. A lost one keeps its answer waiting, for 200 ms where nothing follows it: that is the network's doing and not the service's.`,
  'power-saving': ({ governor, battery }, n) => {
    const why = [
      battery ? 'it ran on battery' : null,
      governor === null ? null : `its power governor is ${n.name(governor)}`,
    ].filter((part) => part !== null);
    return `The machine saves power: ${n.list(why)}. Its cores slow down when they have little to do, so the first requests after a pause are slower than on a server, and two runs differ more.`;
  },
  'throttled-cpu': ({ times, during }, n) => {
    const often = `The CPU slowed itself down for heat ${times === 1 ? 'once' : `${n.count(times)} times`}`;
    return during
      ? `${often} while load was on. At those moments the service was slow through no fault of its own.`
      : `${often} since the machine booted. When is not told; if it was during this run, the service was slow through no fault of its own.`;
  },
  unread: ({ items }, n) => unreadOf(items, n),
  'cpu-limit': ({ scenario, container, limit, periods, throttled }, n) => {
    const whose = container === null ? 'the service' : `the container ${n.name(container)}`;
    const cores = limit === null ? 'Its CPU limit' : `A limit of ${coresOf(limit, n)}`;
    const held =
      throttled === null ? '' : ` Its threads stood still for ${perSecond(throttled, n)} of every second.`;
    return `${cores} held ${whose} back${n.inScenario(scenario)}: in ${n.share(periods)} of the enforcement periods its CPU was cut off.${held} More CPU than that it cannot use, whatever the machine has.`;
  },
  'memory-pressure': ({ scenario, pressure, limitHits, kills, limit }, n) => {
    const within = limit === null ? 'its limit' : `its limit of ${n.bytes(limit)}`;
    const seen = [
      kills === 0 ? null : `${times(kills, n)} a process was killed for want of memory`,
      limitHits === 0 ? null : `it ran into ${within} ${times(limitHits, n)}`,
      pressure === null ? null : `some task waited for memory ${n.share(pressure)} of the time`,
    ].filter((part) => part !== null);
    return `Memory was short${n.inScenario(scenario)}: ${n.list(seen)}. Part of the latency is waiting for pages.`;
  },
  'short-leak': ({ scenario, seconds, anonymous, live }, n) => {
    const grew = (what: string, { from, to }: { readonly from: number; readonly to: number }): string =>
      `${what} grew from ${n.bytes(from)} to ${n.bytes(to)} in ${n.seconds(seconds)}${n.inScenario(scenario)}`;
    if (live !== null)
      return `${grew('What collections of the whole heap could not free', live)} under the same load. A leak looks like this, or a cache that is still filling. Memory that is full is collected ever more often, and then runs out.`;
    return `${grew('Memory', anonymous ?? { from: 0, to: 0 })} under the same load, without coming to rest. A leak looks like this; so do a cache that is still filling and garbage that is not collected yet.`;
  },
  collection: ({ scenario, share, longest, minor, major }, n) =>
    `Garbage collection took ${n.share(share)} of the time${n.inScenario(scenario)}, up to ${n.ms(longest)} in one go (${n.count(minor)} small ones, ${n.count(major)} of the whole heap). No request gets on meanwhile: the service is busy with memory that requests leave behind.`,
  'n-plus-one': ({ scenario, database, statement, calls, perCall, queries }, n) =>
    `One statement runs ${n.strong(`${amountOf(calls, n)} times a request`)}${n.inScenario(scenario)}, of ${amountOf(queries, n)} in all: ${excerptOf(statement, n)} in ${n.name(database)}. Each takes only ${n.ms(perCall)} there, but every one is a round trip that the request waits for. A query for each row of a list (N+1) looks like this.`,
  'missing-index': (evidence, n) => scanOf(evidence, n),
  'slow-command': ({ scenario, database, command, perCall, share, busy }, n) =>
    `${n.name(command)} takes ${n.ms(perCall)} a call${n.inScenario(scenario)} and ${n.share(share)} of the time of ${n.name(database)}, which was busy ${n.share(busy)} of the time. It executes one command at a time, so all others wait for this one.`,
  'lock-waits': ({ scenario, database, sessions, perAnswer, mean }, n) =>
    `${amountOf(sessions, n)} sessions of ${n.name(database)} waited for a lock at any time${n.inScenario(scenario)}: ${n.ms(perAnswer)} for each request, which takes ${n.ms(mean)}. They wait for each other's transactions, and more users would only wait longer.`,
  'small-pool': ({ scenario, database, connections, active, concurrency, perAnswer, mean }, n) =>
    `All ${n.count(connections)} connections to ${n.name(database)} were in use (${amountOf(active, n)} on average)${n.inScenario(scenario)}, with ${amountOf(concurrency, n)} requests under way. A request took ${n.ms(mean)} and needs the database for only ${n.ms(perAnswer)} of it: the rest is waiting for a connection.`,
  'connection-limit': ({ scenario, database, most, limit }, n) =>
    `${n.count(most)} of the ${n.count(limit)} connections that ${n.name(database)} accepts were open${n.inScenario(scenario)}. The next instance of the service would be refused.`,
  'database-dominant': ({ scenario, database, statement, share, perAnswer, mean }, n) =>
    `${n.name(database)} works ${n.ms(perAnswer)} for a request that takes ${n.ms(mean)}${n.inScenario(scenario)}, and ${n.share(share)} of that on one statement: ${excerptOf(statement, n)}. What makes it faster makes the service faster.`,
  'cache-misses': ({ scenario, database, misses }, n) =>
    `${n.share(misses)} of the blocks that ${n.name(database)} was asked for were not in its memory${n.inScenario(scenario)} and had to be read. What requests ask for is larger than what it may keep.`,
  'database-bound': ({ scenario, database, perAnswer, mean }, n) =>
    `${n.name(database)} works ${n.ms(perAnswer)} for a request that takes ${n.ms(mean)}${n.inScenario(scenario)}: the service mostly waits for its database.`,
  'disk-bound': (evidence, n) => diskOf(evidence, n),
  'event-loop-blocked': ({ scenario, delayP99, delayMax, eventLoop, thread }, n) =>
    `The event loop was held up${n.inScenario(scenario)}: one tick of a hundred came ${n.ms(delayP99)} late or more, the latest ${n.ms(delayMax)}. It was busy ${n.share(eventLoop)} of the time while its thread computed for ${perSecond(thread, n)} of every second. All requests wait while one piece of work, or a call that blocks, holds it.`,
  'uneven-workers': ({ scenario, workers, busiest, idlest }, n) =>
    `The work is spread unevenly over ${n.count(workers)} processes${n.inScenario(scenario)}: one used ${n.cores(busiest)} of a core and another ${n.cores(idlest)}. The full one decides the latency while others have room.`,
  'service-one-core': ({ scenario, serviceCores, cores, thread }, n) => {
    const used = `The service used ${n.cores(serviceCores)} of ${coresOf(cores, n)}${n.inScenario(scenario)}`;
    return thread === null
      ? `${used}. It looks as if it ran on one thread, and that thread was full: probably this is what limited throughput.`
      : `${used}, ${n.cores(thread)} of it on a single thread. That thread was full, and is what limited throughput: more cores would not help it.`;
  },
  headroom: (evidence, n) => headroomOf(evidence, n),
  'memory-limit-near': ({ scenario, container, used, limit }, n) =>
    `${container === null ? 'The service' : `The container ${n.name(container)}`} had ${n.bytes(used)} of the ${n.bytes(limit)} that it may use${n.inScenario(scenario)}, files that the system keeps in memory for it included. Memory is what may run out next.`,
  'open-files-near': ({ scenario, most, limit }, n) =>
    `A process of the service had ${n.count(most)} files and connections open${n.inScenario(scenario)}, of ${n.count(limit)} that it may. Beyond that it can take no connection.`,
  relieve: ({ bottleneck }, n) => reliefOf(bottleneck, n),
};

/** Titles of findings about resources. */
export const resourceTitles: Readonly<Record<keyof ResourceEvidence, string>> = {
  'background-activity': 'Other programs',
  neighbour: 'Another program took CPU',
  retransmits: 'Lossy network',
  'power-saving': 'Power saving',
  'throttled-cpu': 'Heat',
  unread: 'Not measured',
  'cpu-limit': 'CPU limit',
  'memory-pressure': 'Memory short',
  'short-leak': 'Memory keeps growing',
  collection: 'Garbage collection',
  'n-plus-one': 'Many queries for one request',
  'missing-index': 'Reads far more than it needs',
  'slow-command': 'One slow command',
  'lock-waits': 'Waiting for locks',
  'small-pool': 'Too few connections',
  'connection-limit': 'Connections nearly used up',
  'database-dominant': 'One statement',
  'cache-misses': 'Database reads from disk',
  'database-bound': 'Waiting for the database',
  'disk-bound': 'Waiting for a disk',
  'event-loop-blocked': 'Event loop held up',
  'uneven-workers': 'Uneven workers',
  'service-one-core': 'One busy core',
  headroom: 'Room at this load',
  'memory-limit-near': 'Memory nearly used up',
  'open-files-near': 'Open files nearly used up',
  relieve: 'Relieve the bottleneck',
};

/** `4 cores`. */
const coresOf = (cores: number, n: Pen): string => (cores === 1 ? 'one core' : `${n.cores(cores)} cores`);

/** Cores' worth of time, as a part of every second. */
const perSecond = (cores: number, n: Pen): string => n.ms(1_000 * cores);

const times = (count: number, n: Pen): string => (count === 1 ? 'once' : `${n.count(count)} times`);

/** A number that is no count of things: `20.4`, `3`. */
const amountOf = (amount: number, n: Pen): string =>
  amount < 10 ? n.cores(Math.round(10 * amount) / 10) : n.count(amount);

function scanOf(evidence: FindingEvidence['missing-index'], n: Pen): string {
  const { scenario, database, statement, perCall, rows, examined, blocks } = evidence;
  const read =
    examined === null ? `touches ${n.count(blocks ?? 0)} blocks` : `looks at ${n.count(examined)} rows`;
  const given = rows === null ? '' : ` to give ${rowsOf(rows, n)}`;
  return `One statement takes most of the time of ${n.name(database)}${n.inScenario(scenario)}: ${excerptOf(statement, n)}. It takes ${n.ms(perCall)} and ${read}${given}. A table that is read as a whole, because an index is missing, looks like this.`;
}

const rowsOf = (rows: number, n: Pen): string => {
  const amount = amountOf(rows, n);
  return amount === '0' ? 'none' : amount === '1' ? 'one' : amount;
};

function diskOf(evidence: FindingEvidence['disk-bound'], n: Pen): string {
  const { scenario, mode, database, waiters, pressure, rate } = evidence;
  const whose = database === null ? 'The service' : n.name(database);
  const what = mode === 'write' ? 'waits for its writes' : 'waits for reads from a disk';
  const seen = [
    waiters === null || waiters === 0
      ? null
      : `${amountOf(waiters, n)} of its ${database === null ? 'threads' : 'sessions'} stood still for a disk at any time`,
    rate === null ? null : `${n.bytes(rate)} a second were ${mode === 'write' ? 'written' : 'read'}`,
    pressure === null ? null : `some task of the machine waited for a disk ${n.share(pressure)} of the time`,
  ].filter((part) => part !== null);
  return `${whose} ${what}${n.inScenario(scenario)}: ${n.list(seen)}. CPU does not help there, and neither do more users.`;
}

function headroomOf(evidence: FindingEvidence['headroom'], n: Pen): string {
  const { scenario, idleCores, cores, thread, connections, memory } = evidence;
  const free = [
    `${n.cores(idleCores)} of ${coresOf(cores, n)} had nothing to do`,
    thread === null
      ? null
      : `the busiest thread of the service was busy ${n.share(Math.min(1, thread))} of the time`,
    connections === null
      ? null
      : `${n.count(connections.most)} of ${n.count(connections.limit)} connections to ${n.name(connections.database)} were open`,
    memory === null ? null : `${n.bytes(memory.used)} of ${n.bytes(memory.limit)} of memory were used`,
  ].filter((part) => part !== null);
  return `Nothing had run out${n.inScenario(scenario)}: ${n.list(free)}. That is what was free under this load, and no promise about the next.`;
}

const PROBES = {
  service: "The service's processes",
  cgroup: 'Control groups',
  runtime: "The service's Node.js",
  database: 'The database',
  container: 'The container',
} as const;

function unreadOf(items: FindingEvidence['unread']['items'], n: Pen): string {
  const told = items.slice(0, UNREAD_MAX).map(({ name, probe, part, reason, remedy }) => {
    const whose = name === null ? PROBES[probe] : `${PROBES[probe]} ${n.name(name)}`;
    const what = part === 'all' || part === 'lost' ? whose : `${whose}, ${n.name(part)},`;
    const end = part === 'lost' ? ' to the end' : '';
    const then = remedy === null ? '' : ` ${ended(n.prose(remedy))}`;
    return `${what} could not be watched${end}: ${ended(n.prose(reason))}${then}`;
  });
  const more = items.length > UNREAD_MAX ? [`And ${n.count(items.length - UNREAD_MAX)} more.`] : [];
  return [...told, ...more, 'Nothing is guessed about what was not seen.'].join(' ');
}

const ended = (text: string): string => (/[.!?][`>]*$/u.test(text) ? text : `${text}.`);
