/** What to do about a bottleneck, where it is known what it is. */
import type { Finding } from '../domain/finding.ts';
import type { Relievable } from '../domain/finding-resources.ts';
import { type Advice, finding } from './evidence.ts';

/** Whether there is an advice for it; the compiler asks for each. */
const RELIEVABLE: Readonly<Record<Relievable, true>> = {
  'cpu-limit': true,
  'memory-pressure': true,
  'short-leak': true,
  collection: true,
  'n-plus-one': true,
  'missing-index': true,
  'slow-command': true,
  'lock-waits': true,
  'small-pool': true,
  'connection-limit': true,
  'database-dominant': true,
  'cache-misses': true,
  'disk-bound': true,
  'event-loop-blocked': true,
  'uneven-workers': true,
  'service-one-core': true,
};

/** The first few: what comes after them may be gone by then. */
const RELIEVED_MAX = 3;

/** Fires once for each kind of bottleneck, with what was seen first of it. */
export const relieve: Advice = (_, findings) => {
  const firsts = new Map(
    findings.toReversed().flatMap((each) => (isRelievable(each) ? [[each.name, each] as const] : [])),
  );
  return [...firsts.values()]
    .toReversed()
    .slice(0, RELIEVED_MAX)
    .map((bottleneck) => finding('relieve', 'recommendation', 'likely', { bottleneck }));
};

/** A full thread that was only guessed from a full core is no reason to rebuild a service. */
const isRelievable = (each: Finding): each is Extract<Finding, { readonly name: Relievable }> =>
  Object.hasOwn(RELIEVABLE, each.name) &&
  !(each.name === 'service-one-core' && each.evidence.thread === null);
