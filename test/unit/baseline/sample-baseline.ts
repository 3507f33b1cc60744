/** A small baseline for tests of its text. */
import type { Acceptance } from '../../../src/domain/acceptance.ts';
import type { Baseline } from '../../../src/baseline/baseline.ts';
import type { AcceptedRun } from '../../../src/domain/reference.ts';
import { bytes, micros } from '../../../src/domain/units.ts';

/** An accepted run with a p95. */
export function acceptedRun(changes: Partial<AcceptedRun> = {}): AcceptedRun {
  return {
    date: '2026-11-20T10:00:00.000Z',
    commit: 'a'.repeat(40),
    loadgate: '0.1.0',
    engine: 'autocannon 9.0.0',
    metrics: {
      p95: 12.5,
      throughput: 900,
      'error-rate': 0,
      capacity: null,
      'cpu-per-request': 0.6,
      'answer-size': 500,
      'queries-per-request': null,
      'memory-growth': null,
      p50: 8,
      p99: 20,
    },
    counts: {
      sent: 9_000,
      ok: 9_000,
      httpError: 0,
      connectionError: 0,
      timeout: 0,
      lost: 0,
      inFlight: 0,
      refused: 0,
    },
    statusShares: { '2xx': 1 },
    meanBodyBytes: 512,
    latency: { unit: 'µs', count: 9_000, resolution: micros(1), encoded: 'SGlzdG9ncmFt' },
    ...changes,
  };
}

/** A change for the worse that was accepted. */
export function acceptance(changes: Partial<Acceptance> = {}): Acceptance {
  return {
    scenario: 'browse · списки',
    metric: 'p95',
    upTo: { kind: 'share', amount: 0.12 },
    reason: 'Each order is now signed.',
    by: 'octocat',
    at: '2026-11-20T12:00:00.000Z',
    since: '2026-11-21T09:00:00.000Z',
    until: '2026-12-31',
    commit: 'c'.repeat(40),
    ...changes,
  };
}

/** One scenario, one machine, one configuration, two runs. */
export const sampleBaseline: Baseline = {
  schema: 2,
  suite: 'default',
  accepted: [acceptance()],
  scenarios: {
    'browse · списки': {
      histories: [
        {
          fingerprint: '0123456789abcdef',
          machine: {
            cpuModel: 'AMD EPYC 7763 64-Core Processor',
            cores: 4,
            architecture: 'x64',
            memory: bytes(16_000_000_000),
            os: 'Ubuntu 24.04.3 LTS, kernel 6.11',
            node: '24.21.0',
            runner: 'github-hosted',
          },
          configHash: 'fedcba9876543210',
          runs: [acceptedRun(), acceptedRun({ date: '2026-11-21T10:00:00.000Z', commit: null })],
        },
      ],
      releases: [
        {
          tag: 'v1.2.0',
          commit: 'b'.repeat(40),
          fingerprint: '0123456789abcdef',
          configHash: 'fedcba9876543210',
          runs: [{ date: '2026-11-19T10:00:00.000Z', metrics: acceptedRun().metrics }],
        },
      ],
    },
  },
};
