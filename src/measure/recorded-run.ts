/** Reads a `run.json` back: strictly, since it may come from anywhere. */
import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { RUN_SCHEMA, type Run } from '../domain/measurement.ts';
import { resources } from './recorded-resources.ts';
import { amount, count, nullable, text } from './recorded-shapes.ts';

/** What a failure quotes: a command, a line of a log. */
const quotation = z.string().max(20_000);

const counts = z.strictObject({
  sent: count,
  ok: count,
  httpError: count,
  connectionError: count,
  timeout: count,
  lost: count,
  inFlight: count,
  refused: count,
});

const arrivals = z.strictObject({
  planned: count,
  late: count,
  dropped: count,
  waiting: count,
  lagP99: nullable(amount),
});

const histogram = z.strictObject({
  unit: z.literal('µs'),
  count,
  resolution: amount,
  encoded: z.string().max(2_000_000),
});

const generator = z.strictObject({
  cpu: amount,
  eventLoop: amount,
  eventLoopDelayP99: amount,
  runQueueDelay: nullable(amount),
  memory: amount,
});

const host = z.strictObject({
  cores: amount,
  busyCores: amount,
  serviceCores: nullable(amount),
  generatorCores: amount,
  otherCores: amount,
  steal: nullable(amount),
  cpuPressure: nullable(amount),
  ioPressure: nullable(amount),
  memoryPressure: nullable(amount),
  busyByCore: z.array(amount).max(4_096),
  others: z.array(z.strictObject({ name: text, cores: amount })).max(3),
  disk: nullable(z.strictObject({ name: text, busy: amount, read: amount, written: amount })),
  retransmits: nullable(amount),
  serviceMemory: nullable(amount),
});

const second = z.strictObject({
  second: count,
  throughput: amount,
  p50: nullable(amount),
  p95: nullable(amount),
  errors: amount,
  users: count,
});

const side = z.enum(['head', 'base']);

const turn = z.strictObject({
  place: count,
  elapsed: amount,
  ok: count,
  p50: nullable(amount),
  p95: nullable(amount),
  level: nullable(z.number()),
  cpu: nullable(amount),
  outside: nullable(amount),
});

const step = z.strictObject({
  purpose: z.enum(['raise', 'recover', 'refine']),
  level: amount,
  elapsed: amount,
  counts,
  arrivals: nullable(arrivals),
  throughput: amount,
  errorRate: amount,
  mean: nullable(amount),
  p50: nullable(amount),
  p95: nullable(amount),
  p99: nullable(amount),
  generator: z.strictObject({ cpu: amount, eventLoop: amount }),
});

const search = z.strictObject({
  kind: z.enum(['stress', 'capacity']),
  max: amount,
  budget: amount,
  objective: z.strictObject({
    p50: nullable(amount),
    p95: nullable(amount),
    p99: nullable(amount),
    errorRate: amount,
  }),
  thinkTime: amount,
  steps: z.array(step).max(1_000),
  ended: z.enum(['found', 'highest-level', 'budget', 'stays-broken', 'given']),
});

const slice = z.strictObject({
  scenario: text,
  side,
  startedAt: text,
  elapsed: amount,
  warmUp: amount,
  users: count,
  cpu: nullable(amount),
  turns: z.array(turn).max(10_000),
  search: nullable(search),
  engine: z.strictObject({ name: text, version: text, why: text }),
  counts,
  arrivals: nullable(arrivals),
  latency: histogram,
  requests: z.array(z.strictObject({ name: text, counts, latency: histogram })).max(1_000),
  statuses: z.array(z.strictObject({ status: count, count })).max(1_000),
  errors: z.array(z.strictObject({ message: text, count })).max(100),
  bodyBytes: amount,
  timeline: z.array(second).max(100_000),
  memory: nullable(z.array(nullable(amount)).max(100_000)),
  generator,
  host: nullable(host),
  resources: nullable(resources),
});

const machine = z.strictObject({
  cpuModel: text,
  cores: count,
  architecture: text,
  memory: amount,
  os: text,
  node: text,
  virtualisation: nullable(text),
  governor: nullable(text),
  power: nullable(z.enum(['battery', 'mains'])),
  thermalThrottles: nullable(count),
  frequency: nullable(z.strictObject({ now: amount, max: amount })),
  runner: z.enum(['github-hosted', 'self-hosted', 'local']),
  fingerprint: text,
});

const run = z.strictObject({
  schema: z.literal(RUN_SCHEMA),
  loadgate: text,
  suite: text,
  startedAt: text,
  seed: count,
  machine,
  target: z.strictObject({ url: text, address: text, loopback: z.boolean() }),
  builds: z.array(z.strictObject({ side, commit: nullable(text), dirty: z.boolean() })).max(2),
  configHashes: z.record(text, text),
  cores: nullable(z.strictObject({ service: z.array(count), generator: z.array(count) })),
  baseFailure: nullable(
    z.strictObject({
      kind: z.enum(['usage', 'not-measured', 'cancelled']),
      code: text,
      message: quotation,
      advice: quotation,
      lines: z.array(quotation).max(100),
    }),
  ),
  blocks: z
    .array(
      z.strictObject({
        phase: z.enum(['alone', 'explore', 'main', 'confirm']),
        load: amount,
        boots: z.array(z.strictObject({ side, readyAfter: nullable(amount) })).max(10),
        slices: z.array(slice).max(10_000),
      }),
    )
    .max(1_000),
});

/**
 * A recorded run from its JSON text.
 * @throws Failure kind `usage`, code `run-invalid`, with the places that are wrong
 */
export function parseRun(json: string, path: string): Run {
  const parsed = run.safeParse(parseJson(json, path));
  // The schema above is the shape of Run, field by field; only the unit brands are out of its reach.
  if (parsed.success) return parsed.data as unknown as Run;
  throw invalid(
    path,
    parsed.error.issues.slice(0, 20).map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`),
  );
}

function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw invalid(path, [error instanceof Error ? error.message : String(error)]);
  }
}

function invalid(path: string, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'usage',
    code: 'run-invalid',
    message: `${path} is not a run that this version of Loadgate recorded.`,
    advice: 'Give the run.json that `loadgate run` or `loadgate measure` wrote, whole and unedited.',
    lines,
  });
}
