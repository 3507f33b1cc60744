/** Reads a `run.json` back: strictly, since it may come from anywhere. */
import { z } from 'zod';
import { foreignJson } from '../domain/foreign-json.ts';
import { phrase } from '../domain/phrase.ts';
import { Failure } from '../domain/failure.ts';
import { RUN_SCHEMA, type Run } from '../domain/measurement.ts';
import { placesIn, readShape } from '../domain/shaped.ts';
import { arrivals, engine, errors, requests, statuses, timeline } from '../engines/result-shapes.ts';
import { generator, host, imported } from '../engines/recorded-readings.ts';
import { resources } from './recorded-resources.ts';
import {
  amount,
  count,
  counts,
  failure,
  histogram,
  moment,
  named,
  nullable,
  type Plain,
  type Proven,
  type Same,
  text,
} from '../engines/recorded-shapes.ts';

const side = z.enum(['head', 'base']);

const turn = named(
  'Turn',
  z.strictObject({
    place: count,
    elapsed: amount,
    ok: count,
    p50: nullable(amount),
    p95: nullable(amount),
    level: nullable(z.number()),
    cpu: nullable(amount),
    outside: nullable(amount),
  }),
);

const step = named(
  'Step',
  z.strictObject({
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
  }),
);

const search = named(
  'SearchResult',
  z.strictObject({
    kind: z.enum(['stress', 'capacity']),
    max: amount,
    budget: amount,
    objective: named(
      'Objective',
      z.strictObject({
        p50: nullable(amount),
        p95: nullable(amount),
        p99: nullable(amount),
        errorRate: amount,
      }),
    ),
    thinkTime: amount,
    steps: z.array(step).max(1_000),
    ended: z.enum(['found', 'highest-level', 'budget', 'stays-broken', 'given']),
  }),
);

const slice = named(
  'Slice',
  z.strictObject({
    scenario: text,
    side,
    startedAt: moment,
    elapsed: amount,
    warmUp: amount,
    users: nullable(count),
    cpu: nullable(amount),
    turns: z.array(turn).max(10_000),
    search: nullable(search),
    engine,
    counts,
    arrivals: nullable(arrivals),
    latency: histogram,
    requests,
    statuses,
    errors,
    bodyBytes: nullable(amount),
    timeline,
    memory: nullable(z.array(nullable(amount)).max(100_000)),
    generator: nullable(generator),
    host: nullable(host),
    resources: nullable(resources),
    imported: z.exactOptional(imported),
  }),
);

const machine = named(
  'Machine',
  z.strictObject({
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
  }),
);

const block = named(
  'Block',
  z.strictObject({
    phase: z.enum(['alone', 'explore', 'main', 'confirm']),
    load: amount,
    boots: z.array(named('Boot', z.strictObject({ side, readyAfter: nullable(amount) }))).max(10),
    slices: z.array(slice).max(10_000),
  }),
);

/** Everything that a `run.json` holds, field by field as {@link Run}. */
export const runShape = z.strictObject({
  schema: z.literal(RUN_SCHEMA),
  loadgate: text,
  suite: text,
  startedAt: moment,
  seed: count,
  machine: nullable(machine),
  target: nullable(
    named(
      'Target',
      z.strictObject({
        url: text,
        address: text,
        loopback: z.boolean(),
        network: z.enum(['private', 'public']).exactOptional(),
      }),
    ),
  ),
  builds: z
    .array(named('BuildInfo', z.strictObject({ side, commit: nullable(text), dirty: z.boolean() })))
    .max(2),
  configHashes: z.record(text, text),
  cores: nullable(named('CoreSplit', z.strictObject({ service: z.array(count), generator: z.array(count) }))),
  baseFailure: nullable(failure),
  blocks: z.array(block).max(1_000),
});

/** The shape is the type's, both ways: a field that one of them lacks does not compile. */
export type RunIsProven = Proven<Same<z.output<typeof runShape>, Plain<Run>>>;

/**
 * A recorded run from its JSON text.
 * @throws Failure kind `usage`: code `run-other-schema` for another version of the shape, `run-invalid` with the places that are wrong
 */
export function parseRun(json: string, path: string): Run {
  const value = parseJson(json, path);
  refuseOtherSchema(value, path);
  const parsed = readShape(runShape, value, json.length);
  // Only the unit brands are out of the shape's reach.
  if (parsed.success) return parsed.data as unknown as Run;
  throw invalid(path, placesIn(parsed.error, 20));
}

function parseJson(json: string, path: string): unknown {
  try {
    return foreignJson(json);
  } catch (error) {
    throw invalid(path, [error instanceof Error ? error.message : String(error)]);
  }
}

/** The version first: another shape must not be called a wrong one. */
function refuseOtherSchema(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return;
  const { schema } = value;
  if (typeof schema !== 'number' || schema === RUN_SCHEMA) return;
  const version = 'loadgate' in value ? String(value.loadgate) : '';
  throw new Failure({
    kind: 'usage',
    code: 'run-other-schema',
    message: phrase('run-other-schema', { path, schema: String(schema), known: String(RUN_SCHEMA) }),
    advice: /^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(version)
      ? phrase('run-other-version-advice', { version, path })
      : phrase('run-other-schema-advice'),
  });
}

function invalid(path: string, lines: readonly string[]): Failure {
  return new Failure({
    kind: 'usage',
    code: 'run-invalid',
    message: phrase('run-invalid', { path }),
    advice: phrase('run-invalid-advice'),
    lines,
  });
}
