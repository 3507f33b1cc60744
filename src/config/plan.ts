/** The checked configuration with every default filled in: the plan. */
import type {
  BaselinePlan,
  BodyCheck,
  Capture,
  FlowPlan,
  Load,
  Plan,
  Policy,
  RequestPlan,
  Scenario,
} from '../domain/plan.ts';
import { REPORT_FORMATS, type ReportFormat } from '../domain/report-format.ts';
import { containersOf } from './containers.ts';
import { databasesOf } from './databases.ts';
import { DEFAULTS } from './defaults.ts';
import { executorOf, isSoak } from './executor.ts';
import { lasting, statusesOf, tidyPath } from './filled.ts';
import { limitsOf } from './limits.ts';
import { k6Of } from './k6.ts';
import { type FileHashes, locustOf } from './locust.ts';
import type { CaptureFields, CheckFields, RequestFields } from './request-schema.ts';
import type { DataFiles } from './rows.ts';
import type { Config, ScenarioConfig } from './schema.ts';
import { searchOf } from './search.ts';
import { serviceOf, type ServiceSources } from './service.ts';
import { jsonBody, secretsIn, tidy } from './templates.ts';
import { variableOf } from './variables.ts';

/** What was read of the files that a load names. */
export interface FilesRead {
  /** Of data files. */
  readonly rows: DataFiles;
  /** Of what locustfiles and scripts of k6 are made of. */
  readonly hashes: FileHashes;
}

/** Makes the plan. The config has passed every check, `files` holds every file that a load names, and `sources` what else it does not hold itself. */
export function planOf(config: Config, files: FilesRead, sources: ServiceSources): Plan {
  return {
    suite: config.suite ?? DEFAULTS.suite,
    service: serviceOf(config, sources),
    scenarios: Object.entries(config.scenarios).map(([name, scenario]) =>
      scenarioOf(name, scenario, config, files),
    ),
    databases: databasesOf(config),
    containers: containersOf(config),
    ...comparingOf(config),
    baseline: baselineOf(config),
    policy: policyOf(config),
    secrets: secretsOf(config),
    report: {
      language: config.language ?? DEFAULTS.language,
      comment: config.report?.comment ?? DEFAULTS.comment,
      formats: formatsOf(config),
      directory: tidyPath(config.report?.directory ?? DEFAULTS.reportDirectory),
      chartFiles: config.report?.['chart-files'] ?? DEFAULTS.chartFiles,
    },
  };
}

/** Each once, in their order; without the key, all. */
function formatsOf({ report }: Config): readonly ReportFormat[] {
  const asked: readonly ReportFormat[] = report?.formats ?? REPORT_FORMATS;
  return REPORT_FORMATS.filter((format) => asked.includes(format));
}

/** What a configuration compares with, and how. */
export function comparingOf(config: Config): Pick<Plan, 'compare' | 'budget' | 'sensitivity'> {
  return {
    compare: config.compare ?? DEFAULTS.compare,
    budget: lasting(config.budget, DEFAULTS.budget),
    sensitivity: config.sensitivity ?? DEFAULTS.sensitivity,
  };
}

/** The policy of a configuration. */
export function policyOf(config: Config): Policy {
  return {
    ...(config.policy?.mode === 'warn-only' && { mode: 'warn-only' }),
    onInconclusive: config.policy?.['on-inconclusive'] ?? DEFAULTS.onInconclusive,
    onNoBaseline: config.policy?.['on-no-baseline'] ?? DEFAULTS.onNoBaseline,
  };
}

/** Secrets that a configuration allows its requests: names, each once, sorted. */
export function secretsOf(config: Config): readonly string[] {
  return [...new Set(config.secrets)].toSorted();
}

/** Where a configuration keeps its baseline. */
export function baselineOf(config: Config): BaselinePlan {
  return {
    store: config.baseline?.store ?? DEFAULTS.baselineStore,
    branch: config.baseline?.branch ?? DEFAULTS.baselineBranch,
    path: tidyPath(config.baseline?.path ?? DEFAULTS.baselinePath),
    publish: config.baseline?.publish ?? DEFAULTS.baselinePublish,
    keep: config.baseline?.keep ?? DEFAULTS.baselineKeep,
    minRuns: config.baseline?.['min-runs'] ?? DEFAULTS.baselineMinRuns,
  };
}

function scenarioOf(name: string, scenario: ScenarioConfig, config: Config, files: FilesRead): Scenario {
  const defaults = config.defaults ?? {};
  return {
    name,
    load: loadOf(scenario, defaults, files),
    search: searchOf(scenario, defaults),
    soak: isSoak(scenario, defaults),
    limits: limitsOf(config, scenario),
  };
}

function loadOf(scenario: ScenarioConfig, defaults: NonNullable<Config['defaults']>, files: FilesRead): Load {
  const engine = scenario.engine ?? defaults.engine ?? DEFAULTS.engine;
  const executor = executorOf(scenario, defaults);
  const locust = engine === 'locust' ? (scenario.locust ?? defaults.locust) : undefined;
  const k6 = engine === 'k6' ? (scenario.k6 ?? defaults.k6) : undefined;
  const isOwn = locust === undefined && k6 === undefined;
  const variables = Object.entries(scenario.variables ?? {}).map(
    ([name, variable]) => [name, variableOf(variable, files.rows)] as const,
  );
  const numbers = new Set(
    variables.filter(([, { kind }]) => kind !== 'list' && kind !== 'file').map(([name]) => name),
  );
  const requests = (isOwn ? requestsOf(scenario) : []).map((request) => requestOf(request, numbers));
  return {
    engine,
    ...(locust !== undefined && {
      locust: locustOf(locust, 'users' in executor ? executor.users : 1, files.hashes),
    }),
    ...(k6 !== undefined && { k6: k6Of(k6, files.hashes) }),
    http: isOwn ? (scenario.http ?? defaults.http ?? DEFAULTS.http) : DEFAULTS.http,
    executor,
    warmUp: lasting(scenario['warm-up'] ?? defaults['warm-up'], DEFAULTS.warmUp),
    timeout: lasting(scenario.timeout ?? defaults.timeout, DEFAULTS.timeout),
    order: scenario.flows === undefined ? (scenario.order ?? defaults.order ?? DEFAULTS.order) : 'sequence',
    requests,
    flows: flowsOf(scenario),
    cookies: scenario.cookies ?? defaults.cookies ?? false,
    variables: Object.fromEntries(variables),
    secrets: secretsIn(requests.flatMap(textsOf)),
  };
}

const requestsOf = ({ flows, requests }: ScenarioConfig): readonly RequestFields[] =>
  flows?.flatMap((flow) => flow.requests) ?? requests ?? [{ method: 'GET', path: '/' }];

function flowsOf({ flows = [] }: ScenarioConfig): readonly FlowPlan[] {
  let total = 0;
  return flows.map(({ name, weight = DEFAULTS.weight, requests }) => ({
    name,
    weight,
    requests: requests.map(() => total++),
  }));
}

const textsOf = ({ path, headers, body }: RequestPlan): readonly string[] => [
  path,
  ...Object.values(headers),
  ...(body === null ? [] : [body]),
];

function requestOf(request: RequestFields, numbers: ReadonlySet<string>): RequestPlan {
  const { method = DEFAULTS.method, path, json } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), tidy(value)]),
  );
  const text = request.body === undefined ? null : tidy(request.body);
  return {
    name: request.name ?? `${method} ${path}`,
    method,
    path,
    headers: json === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: json === undefined ? text : jsonBody(json, numbers),
    weight: request.weight ?? DEFAULTS.weight,
    expect: statusesOf(request.expect),
    checks: (request.checks ?? []).map(checkOf),
    captures: Object.entries(request.capture ?? {}).map(([name, capture]) => captureOf(name, capture)),
  };
}

/** A check that was checked has exactly one of its kinds. */
function checkOf({ contains, matches, json, equals }: CheckFields): BodyCheck {
  if (contains !== undefined) return { kind: 'contains', text: contains };
  if (matches !== undefined) return { kind: 'matches', pattern: matches };
  return { kind: 'json', pointer: json ?? '', ...(equals !== undefined && { equals }) };
}

function captureOf(name: string, { json, header, matches }: CaptureFields): Capture {
  if (header !== undefined) return { name, from: { kind: 'header', header: header.toLowerCase() } };
  if (matches !== undefined) return { name, from: { kind: 'matches', pattern: matches } };
  return { name, from: { kind: 'json', pointer: json ?? '' } };
}
