/** English: what a soak showed. */
import type { FindingName } from '../../domain/finding.ts';
import { METRIC_STARTS } from './en-metrics.ts';
import type { FindingWords, Pen } from './words.ts';

type SoakName = Extract<
  FindingName,
  'leak' | 'memory-level' | 'memory-unwatched' | 'latency-drift' | 'errors-drift'
>;

/** Sentences of levels that grow, or do not. */
export const soak: Pick<FindingWords, SoakName> = {
  leak: ({ scenario, slope, interval: [low, high], from, to, seconds, left, collected }, n) =>
    `Memory grew by ${n.strong(aMinute(slope, n))}${n.inScenario(scenario)} (with 95 % confidence ${aMinute(low, n)} to ${aMinute(high, n)}), from ${n.bytes(from)} to ${n.bytes(to)} in the last ${n.seconds(seconds)}, and went on growing. At this rate it doubles in ${n.span(to / slope)} and fills this machine in ${n.span(left)}. ${collected ? LEAK : PERHAPS}`,
  'memory-level': ({ scenario, level, seconds, detectable }, n) =>
    `Memory did not go on growing${n.inScenario(scenario)} in the last ${n.seconds(seconds)}: ${n.bytes(level)} at the end. A steady growth of ${aMinute(detectable, n)} would have been seen.`,
  'latency-drift': ({ scenario, metric, from, to, seconds }, n) =>
    `${METRIC_STARTS[metric]} rose steadily${n.inScenario(scenario)} under the same load, from ${n.ms(from)} to ${n.ms(to)} (${n.change(metric, to / from - 1)}) in the last ${n.seconds(seconds)}, and went on rising. Growing tables, lists that are searched, and filling queues look like this.`,
  'errors-drift': ({ scenario, from, to, seconds }, n) =>
    `More and more requests failed${n.inScenario(scenario)} under the same load, from ${n.share(from)} to ${n.share(to)} in the last ${n.seconds(seconds)}. Something is used up: connections, file handles, memory.`,
  'memory-unwatched': ({ scenario, why, seconds, needed }, n) =>
    UNWATCHED[why](n.inScenario(scenario), seconds, needed, n),
};

const LEAK = 'A leak looks like this, or a cache that is still filling: that comes to rest in a longer soak.';
const PERHAPS =
  'A leak looks like this. So do a cache that is still filling, and garbage that no collection of the whole heap has come to yet: it is too little so far to tell them apart. In a longer soak those come to rest, and a leak does not.';

/** `1.02 MB a minute`. */
const aMinute = (slope: number, n: Pen): string => `${n.bytes(60 * slope)} a minute`;

const UNWATCHED = {
  short: (where: string, seconds: number, needed: number, n: Pen) =>
    `${n.seconds(seconds)} are too short to see memory grow${where}; it takes ${n.seconds(needed)} at least, and some minutes to see it well.`,
  turns: (where: string, _: number, __: number, n: Pen) =>
    `The soak${where} was measured in short turns beside the base commit, which show no growth. ${n.code('compare: baseline')} measures it in one go.`,
  unread: (where: string) =>
    `The memory of the service could not be read${where}: its processes are not known, or this system does not tell.`,
} as const;
