/** Reads what the generator process says, strictly: it runs our code, but what is in it comes from the service, and a module in it may print. */
import { z } from 'zod';
import type { FailureDetail } from '../domain/failure.ts';
import { foreignJson } from '../domain/foreign-json.ts';
import type { Counts } from '../domain/measurement.ts';
import { placesIn, readShape } from '../domain/shaped.ts';
import type { GeneratorMessage, LoadNotice, LoadProgress, LoadResult } from './load-job.ts';
import { generator } from './recorded-readings.ts';
import {
  amount,
  count,
  counts,
  failure,
  histogram,
  moment,
  nullable,
  type Plain,
  type Proven,
  type Same,
  text,
} from './recorded-shapes.ts';
import { arrivals, engine, errors, requests, second, statuses, timeline } from './result-shapes.ts';

/** A message, or why a line is none, for people. */
export type ReadMessage = { readonly message: GeneratorMessage } | { readonly why: string };

const pids = z.array(z.int().positive()).min(1).max(10_000);

const progress = z.strictObject({
  phase: z.enum(['warm-up', 'load', 'over']),
  elapsed: amount,
  total: amount,
  throughput: amount,
  p95: nullable(amount),
  errors: count,
  second: nullable(second),
  generatorPids: pids,
});

const notice = z.strictObject({
  kind: z.literal('worker'),
  what: z.enum(['lost', 'late']),
  worker: text,
  silent: amount,
  void: z.boolean(),
});

const result = z.strictObject({
  scenario: text,
  startedAt: moment,
  elapsed: amount,
  warmUp: amount,
  users: count,
  engine,
  counts,
  arrivals: nullable(arrivals),
  latency: histogram,
  requests,
  statuses,
  errors,
  bodyBytes: nullable(amount),
  timeline,
  generator,
});

/** By its kind alone the rest is known, and a wrong field is told as one of that kind. */
const message = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), progress }),
  z.strictObject({ kind: z.literal('notice'), notice }),
  z.strictObject({ kind: z.literal('ready'), generatorPids: pids }),
  z.strictObject({ kind: z.literal('result'), result }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
  z.strictObject({ kind: z.literal('given-up'), failure }),
]);

type Read<Kind extends GeneratorMessage['kind']> = Extract<z.output<typeof message>, { kind: Kind }>;

/** Each shape is its type's, both ways: a field that one of them lacks does not compile. */
export type MessagesAreProven = [
  Proven<Same<Read<'progress'>['progress'], Plain<LoadProgress>>>,
  Proven<Same<Read<'notice'>['notice'], Plain<LoadNotice>>>,
  // An engine of ours imports nothing.
  Proven<Same<Read<'result'>['result'], Plain<Omit<LoadResult, 'imported'>>>>,
  Proven<Same<Read<'given-up'>['failure'], Plain<FailureDetail>>>,
];

/** What a line says. Never throws. */
export function readMessage(line: string): ReadMessage {
  let value: unknown;
  try {
    value = foreignJson(line);
  } catch (error) {
    return { why: error instanceof RangeError ? error.message : 'it is no JSON' };
  }
  const read = readShape(message, value, line.length);
  if (!read.success) return { why: placesIn(read.error, 3).join('; ') };
  if (read.data.kind === 'result') {
    const why = whyUneven(read.data.result);
    if (why !== null) return { why };
  }
  // Only the unit brands are out of the shape's reach.
  return { message: read.data as unknown as GeneratorMessage };
}

/** Why the counts of a result do not add up; null when they do. As {@link Counts}: each request is in exactly one place. */
function whyUneven({ counts: whole, requests: parts, ...told }: z.output<typeof result>): string | null {
  const uneven = [whole, ...parts.map((part) => part.counts)].find((each) => !addsUp(each));
  if (uneven !== undefined) return `counts: ${JSON.stringify(uneven)} do not add up`;
  for (const name of COUNTS) {
    const sum = parts.reduce((total, part) => total + part.counts[name], 0);
    if (parts.length > 0 && sum !== whole[name])
      return `counts: the requests come to ${sum} of "${name}", the whole to ${whole[name]}`;
  }
  const attempts = whole.sent + whole.refused;
  const most = {
    latency: told.latency.count,
    statuses: told.statuses.reduce((sum, each) => sum + each.count, 0),
  };
  for (const [name, values] of Object.entries(most))
    if (values > attempts) return `${name}: ${values} of them for ${attempts} requests`;
  return null;
}

const COUNTS = [
  'sent',
  'ok',
  'httpError',
  'connectionError',
  'timeout',
  'lost',
  'inFlight',
  'refused',
] as const satisfies readonly (keyof Counts)[];

const addsUp = ({ sent, ok, httpError, connectionError, timeout, lost, inFlight }: Counts): boolean =>
  sent === ok + httpError + connectionError + timeout + lost + inFlight;
