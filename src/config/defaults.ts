/** What holds where the configuration says nothing, written as a person would write it: read by the plan, the schema and the docs. */
import type { Tree } from './tree.ts';

/** Where the configuration is looked for. */
export const DEFAULT_CONFIG_PATH = '.github/loadgate.yml';

/** Defaults of single keys, as text that their kinds understand. */
export const DEFAULTS = {
  suite: 'default',
  language: 'en',
  url: 'http://127.0.0.1:{port}',
  workingDirectory: '.',
  port: 'free',
  observe: 'auto',
  buildTimeout: '10m',
  readyTimeout: '30s',
  stopTimeout: '3s',
  showLog: 'on-failure',
  engine: 'auto',
  locustCommand: 'locust',
  locustProcesses: 1,
  locustBind: '127.0.0.1',
  locustPort: 5557,
  sshPort: 22,
  locustJoinWithin: '60s',
  locustMayLose: 0,
  k6Command: 'k6',
  k6Shape: 'scenario',
  http: 1.1,
  executor: 'constant-users',
  users: 10,
  startUsers: 1,
  startRate: 0,
  maxUsers: 200,
  /** Of `capacity`. */
  firstRate: 10,
  maxRate: 5_000,
  step: '4s',
  maxDuration: '3m',
  objectiveErrorRate: '1%',
  duration: '20s',
  soakDuration: '10m',
  warmUp: '3s',
  timeout: '10s',
  order: 'weighted',
  request: 'GET /',
  method: 'GET',
  weight: 1,
  expect: '2xx',
  pick: 'sequential',
  counterStart: 0,
  counterStep: 1,
  compare: 'auto',
  budget: '6m',
  sensitivity: 'standard',
  baselineStore: 'auto',
  baselineBranch: 'loadgate',
  baselinePath: '.loadgate/baseline.json',
  baselinePublish: 'auto',
  baselineKeep: 30,
  baselineMinRuns: 10,
  policyMode: 'gate',
  onInconclusive: 'pass',
  onNoBaseline: 'pass',
  comment: 'auto',
  reportDirectory: 'loadgate-report',
  reportFormats: '[junit, openmetrics, csv]',
  chartFiles: 'none',
} as const;

/** Limits of a metric that neither the scenario nor `defaults` names, against the stored baseline. */
export const DEFAULT_LIMITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  p95: { 'max-increase': '10%' },
  throughput: { 'max-decrease': '10%' },
  'error-rate': { max: '1%' },
  capacity: { 'max-decrease': '10%' },
  'cpu-per-request': { 'max-increase': '10%' },
} satisfies Record<string, Tree>;

/** The same against the base commit measured beside, by sensitivity: noise that both builds share does not count there. */
export const DEFAULT_BESIDE: Readonly<Record<'standard' | 'strict', Readonly<Record<string, string>>>> = {
  standard: { p95: '3%', throughput: '2%', capacity: '5%', 'cpu-per-request': '2%' },
  strict: { p95: '2%', throughput: '1%', capacity: '3%', 'cpu-per-request': '1%' },
};
