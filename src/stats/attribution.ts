/**
 * Where the time went by which an answer takes longer: a request's costs on one build against those on the other.
 *
 * Everything that was watched is a mean number of something over a time T (cores busy, threads that waited), so that by Little's law, N = X·R, its product with T is the
 * time that all requests together spent there; divided by their number it is the time of one. CPU time is a request's demand D by the utilisation law, U = X·D. A
 * demand costs more than itself where others queue for the same thread: at a utilisation ρ an answer takes D / (1 − ρ), and never more than the N users of a closed
 * loop can queue up, N·D (Lazowska et al., Quantitative System Performance, 1984, §3.2–3.4, §5.2, §6.1). ρ is that of the base's busiest thread, where computing and
 * collection are done. The factor is an upper estimate, since it takes all of the demand to be on that thread: parts that come to more than was added are scaled down
 * together, so that shares always come to 1.
 */
import type { Attribution, CostPart } from '../domain/attribution.ts';
import type { Slice } from '../domain/measurement.ts';
import type { Resources, ServiceReading } from '../domain/resources.ts';
import { nanosToMillis, nanos } from '../domain/units.ts';
import { grownStatement, type StatementCosts, statementCosts } from './grown-statement.ts';
import type { Histogram } from './histogram.ts';
import { answeredOf, databaseTimePerRequest } from './queries.ts';

/** What a request costs on one build, in milliseconds; null for what was not measured in all of its slices. */
export interface RequestCost {
  /** Mean, of answers as expected and timeouts. */
  readonly latency: number;
  /** CPU time, collection included. */
  readonly cpu: number | null;
  readonly collection: number | null;
  readonly database: number | null;
  readonly disk: number | null;
  readonly core: number | null;
  /** By how much an added millisecond of computing is multiplied for an answer; at least 1. */
  readonly queueing: number;
  readonly statements: StatementCosts;
}

/** The costs of a request by the slices of a build and their latencies; null when some slice was not watched at all, or nothing was answered. */
export function requestCost(slices: readonly Slice[], { mean }: Pick<Histogram, 'mean'>): RequestCost | null {
  const answered = answeredOf(slices);
  if (mean === null || !(answered > 0) || slices.some(({ resources }) => resources === null)) return null;
  const perRequest = (read: (resources: Resources) => number | null): number | null =>
    total(
      slices.map(({ resources }) => (resources === null ? null : read(resources))),
      answered,
    );
  const cpu = total(
    slices.map((slice) => slice.cpu),
    answered,
  );
  return {
    latency: mean / 1_000,
    cpu: cpu === null ? null : nanosToMillis(nanos(cpu)),
    collection: perRequest(collectionOf),
    database: databaseTimePerRequest(slices),
    disk: perRequest(timeOf(({ diskWaiters }) => diskWaiters)),
    core: perRequest(timeOf(({ runQueueDelay }) => runQueueDelay)),
    queueing: queueingOf(slices),
    statements: statementCosts(slices),
  };
}

function total(values: readonly (number | null)[], answered: number): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : sum(known) / answered;
}

const collectionOf = ({ runtimes, watched }: Resources): number | null =>
  runtimes.length === 0 ? null : sum(runtimes.map(({ collection }) => collection * watched));

const timeOf =
  (read: (service: ServiceReading) => number | null) =>
  ({ service, watched }: Resources): number | null => {
    const mean = service === null ? null : read(service);
    return mean === null ? null : mean * watched;
  };

/** Of the busiest thread over all slices; 1 where threads cannot be told apart. */
function queueingOf(slices: readonly Slice[]): number {
  const users = Math.max(1, ...slices.map((slice) => slice.users ?? 1));
  const watched = slices.flatMap(({ resources }) => resources ?? []);
  const busy = total(watched.map(timeOf(({ busiestThread }) => busiestThread)), 1);
  const time = sum(watched.map((resources) => resources.watched));
  if (busy === null || time <= 0) return 1;
  const idle = 1 - busy / time;
  return idle * users <= 1 ? users : 1 / Math.min(1, idle);
}

/** Latencies are known to a microsecond. */
const RESOLUTION = 0.001;

/** All parts there are. */
export const COST_PARTS: readonly CostPart[] = ['computing', 'collection', 'database', 'disk', 'core'];

/** What grew from base to head, as shares of the added latency; null when answers do not take longer. */
export function attribute(base: RequestCost, head: RequestCost): Attribution | null {
  const added = head.latency - base.latency;
  if (!(added >= RESOLUTION)) return null;
  const deltas = deltasOf(base, head);
  const grown = deltas.filter(({ time }) => time > 0).toSorted((left, right) => right.time - left.time);
  const explained = sum(grown.map(({ time }) => time));
  const scale = explained > added ? added / explained : 1;
  const unexplained = Math.max(0, added - explained);
  return {
    added,
    parts: grown.map(({ part, time }) => ({
      part,
      time: time * scale,
      share: explained > added ? time / explained : time / added,
    })),
    unexplained: { time: unexplained, share: unexplained / added },
    saved: deltas
      .filter(({ time }) => time < 0)
      .map(({ part, time }) => ({ part, time: -time }))
      .toSorted((left, right) => right.time - left.time),
    unread: COST_PARTS.filter((part) => !deltas.some((delta) => delta.part === part)),
    statement: grownStatement(base.statements, head.statements, added),
  };
}

/** Changes of the parts that both builds have, with what they do to an answer. */
function deltasOf(
  base: RequestCost,
  head: RequestCost,
): readonly { readonly part: CostPart; readonly time: number }[] {
  const change = (part: 'cpu' | 'collection' | 'database' | 'disk' | 'core'): number | null => {
    const [before, now] = [base[part], head[part]];
    return before === null || now === null ? null : now - before;
  };
  const [cpu, collection] = [change('cpu'), change('collection')];
  const times: Readonly<Record<CostPart, number | null>> = {
    // Where collection is not known, it is computing like any other.
    computing: cpu === null ? null : base.queueing * (cpu - (collection ?? 0)),
    collection: collection === null ? null : base.queueing * collection,
    database: change('database'),
    disk: change('disk'),
    core: change('core'),
  };
  return COST_PARTS.flatMap((part) => {
    const time = times[part];
    return time === null ? [] : [{ part, time }];
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
