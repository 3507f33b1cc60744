/** Runs, plans and accepted runs for tests of the judge. */
import type { Counts, OwnRun, Slice } from '../../../src/domain/measurement.ts';
import type { MetricName } from '../../../src/domain/metric.ts';
import type { Limit, Plan, Policy } from '../../../src/domain/plan.ts';
import type { AcceptedRun, Reference } from '../../../src/domain/reference.ts';
import { bytes, micros, millis, perSecond, ratio } from '../../../src/domain/units.ts';
import { createHistogram } from '../../../src/stats/histogram.ts';
import { summarise } from '../../../src/stats/summary.ts';
import { plainLoad, requestOf } from '../../fixtures/loads.ts';

/** No failures. */
export const noFailures: Omit<Counts, 'sent' | 'ok'> = {
  httpError: 0,
  connectionError: 0,
  timeout: 0,
  lost: 0,
  inFlight: 0,
  refused: 0,
};

/** What a slice of a test is made of. */
export interface SliceShape {
  /** Latencies in milliseconds, one an answer. */
  readonly latencies: readonly number[];
  readonly failures: Partial<Counts>;
  readonly elapsed: number;
  readonly statuses: Slice['statuses'];
  readonly bodyBytes: number;
  readonly arrivals: Slice['arrivals'];
  readonly memory: Slice['memory'];
  readonly cpu: number;
  readonly eventLoop: number;
  readonly engine: Slice['engine'];
  readonly scenario: string;
  readonly side: Slice['side'];
}

/** `count` latencies spread evenly over `around` ± 20 %. */
export const spread = (around: number, count = 2_000): readonly number[] =>
  Array.from({ length: count }, (_, index) => around * (0.8 + (0.4 * index) / count));

/** A slice; by default 2,000 answers around 10 ms in 10 s. */
export function sliceOf(shape: Partial<SliceShape> = {}): Slice {
  const { latencies = spread(10), failures = {}, elapsed = 10_000, scenario = 'browse' } = shape;
  const histogram = createHistogram();
  for (const latency of latencies) histogram.record(micros(Math.round(latency * 1_000)));
  const timeout = failures.timeout ?? 0;
  const known = { ...noFailures, ...failures, ok: latencies.length - timeout };
  const sent = known.ok + known.httpError + known.connectionError + timeout + known.lost + known.inFlight;
  const answers = known.ok + known.httpError;
  return {
    scenario,
    side: shape.side ?? 'head',
    startedAt: '2026-11-23T10:00:00.000Z',
    elapsed: millis(elapsed),
    warmUp: millis(3_000),
    users: 10,
    cpu: null,
    turns: [],
    search: null,
    engine: shape.engine ?? { name: 'autocannon', version: '9.0.0', why: 'default' },
    counts: { sent, ...known },
    arrivals: shape.arrivals ?? null,
    latency: histogram.toRecord(micros(1)),
    requests: [],
    statuses:
      shape.statuses ??
      [
        { status: 200, count: known.ok },
        { status: 500, count: known.httpError },
      ].filter(({ count }) => count > 0),
    errors: [],
    bodyBytes: bytes(shape.bodyBytes ?? answers * 500),
    timeline: [
      {
        second: 0,
        throughput: perSecond(200),
        p50: millis(10),
        p95: millis(12),
        errors: perSecond(0),
        users: 10,
      },
    ],
    memory: shape.memory ?? null,
    generator: {
      cpu: ratio(shape.cpu ?? 0.3),
      eventLoop: ratio(shape.eventLoop ?? 0.3),
      eventLoopDelayP99: millis(1),
      runQueueDelay: null,
      memory: bytes(90_000_000),
    },
    host: null,
    resources: null,
  };
}

/** A run of one block. */
export function runOf(...slices: readonly Slice[]): OwnRun {
  return {
    schema: 6,
    loadgate: '0.1.0',
    suite: 'default',
    startedAt: '2026-11-23T10:00:00.000Z',
    seed: 7,
    machine: {
      cpuModel: 'AMD EPYC 7763',
      cores: 4,
      architecture: 'x64',
      memory: bytes(16e9),
      os: 'Ubuntu 24.04, kernel 6.11',
      node: '24.21.0',
      virtualisation: null,
      governor: null,
      power: null,
      thermalThrottles: null,
      frequency: null,
      runner: 'local',
      fingerprint: '0123456789abcdef',
    },
    target: { url: 'http://127.0.0.1:8000', address: '127.0.0.1', loopback: true },
    builds: [{ side: 'head', commit: 'a'.repeat(40), dirty: false }],
    configHashes: Object.fromEntries(slices.map((slice) => [slice.scenario, 'fedcba9876543210'])),
    cores: null,
    baseFailure: null,
    blocks: [
      { phase: 'alone', load: millis(13_000), boots: [{ side: 'head', readyAfter: millis(300) }], slices },
    ],
  };
}

/** Limits as they are by default. */
export const usualLimits: readonly Limit[] = [
  { kind: 'relative', metric: 'p95', change: 0.1, beside: 0.03 },
  { kind: 'relative', metric: 'throughput', change: 0.1, beside: 0.02 },
  { kind: 'absolute', metric: 'error-rate', bound: 0.01 },
];

/** A plan of scenarios with the same limits. */
export function planOf(
  limits: readonly Limit[] = usualLimits,
  scenarios: readonly string[] = ['browse'],
  policy: Policy = { onInconclusive: 'pass', onNoBaseline: 'pass' },
  expect: Plan['scenarios'][number]['load']['requests'][number]['expect'] = [{ from: 200, to: 299 }],
): Plan {
  return {
    suite: 'default',
    databases: [],
    containers: null,
    service: {
      kind: 'running',
      url: 'http://127.0.0.1:8000',
      tls: null,
      ready: { kind: 'tcp' },
      readyTimeout: millis(1_000),
    },
    scenarios: scenarios.map((name) => ({
      name,
      search: null,
      soak: false,
      limits,
      load: plainLoad({
        executor: { kind: 'constant-users', users: 10, thinkTime: null, duration: millis(10_000) },
        warmUp: millis(3_000),
        timeout: millis(10_000),
        order: 'weighted',
        requests: [requestOf('/', { name: 'home', expect })],
      }),
    })),
    compare: 'baseline',
    budget: millis(360_000),
    sensitivity: 'standard',
    baseline: {
      store: 'file',
      branch: 'loadgate',
      path: '.loadgate/baseline.json',
      publish: 'auto',
      keep: 30,
      minRuns: 1,
    },
    policy,
    secrets: [],
    report: {
      language: 'en',
      comment: 'never',
      formats: ['junit', 'openmetrics', 'csv'],
      directory: 'loadgate-report',
      chartFiles: 'none',
    },
  };
}

/** An accepted run made of a slice. */
export function acceptedOf(slice: Slice, day = 1): AcceptedRun {
  const run = runOf(slice);
  const { metrics, counts, statusShares, meanBodyBytes, latency } = summarise(
    run,
    slice.scenario,
    slice.side,
  );
  return {
    date: `2026-10-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    commit: null,
    loadgate: '0.1.0',
    engine: `${slice.engine.name} ${slice.engine.version}`,
    metrics,
    counts,
    statusShares,
    meanBodyBytes,
    latency,
  };
}

/** A history of `runs` runs that differ by at most 1 %. */
export const quietHistory = (runs = 10, shape: Partial<SliceShape> = {}): readonly AcceptedRun[] =>
  Array.from({ length: runs }, (_, index) =>
    acceptedOf(sliceOf({ latencies: spread(10 * (0.995 + 0.001 * (index % 10))), ...shape }), index + 1),
  );

/** A stored baseline. */
export const baselineOf = (runs: readonly AcceptedRun[]): Reference => ({
  kind: 'baseline',
  source: { path: '.loadgate/baseline.json', commit: 'b'.repeat(40) },
  runs,
});

/** No baseline yet. */
export const firstRun: Reference = {
  kind: 'first-run',
  source: { path: '.loadgate/baseline.json', commit: null },
};

/** Accepted runs that hold values of one metric and nothing else of interest. */
export function historyOf(metric: MetricName, values: readonly number[]): readonly AcceptedRun[] {
  const [template] = quietHistory(1);
  if (template === undefined) throw new Error('no template');
  return values.map((value) => ({ ...template, metrics: { ...template.metrics, [metric]: value } }));
}
